//! What a software support contract costs and allows, each figure with the clause it comes from.
//!
//! [`quote()`] answers one request, [`quote_csv`] prices a portfolio row by row; [`read()`] and [`read_table`] make what people
//! write into what a request holds, and [`quote_table`] prices what they keep. [`calculators()`] describes every calculator, [`terms()`] gives out the packs that are
//! built in.
//!
//! ```
//! use clausewise::{Given, quote};
//!
//! let request: Given = serde_json::from_str(
//!     r#"{"calculator":"cancellation","as_of":"2026-11-21","currency":"USD",
//!         "input":{"lines":[{"fee":"1000.00","starts_on":"2026-12-01"}]}}"#,
//! )?;
//! let answer = quote(&request)?;
//! assert_eq!(answer.figure("refund"), Some("500.00".to_owned()));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The rooms, from the ground up; each uses only those above it, and all but what is named here is the crate's own:
//!
//! * `values`: amounts, days, hours, countries: exact arithmetic, named roundings, and how each is written.
//! * `request`: what was handed in, every way to refuse it, and the bounds.
//! * `platform`: what a browser has built in, and what native builds have in its place.
//! * `clause`: a value cannot exist without where it is written.
//! * `working`: the expression that says what a value is, the sheet that it is worked out on, the answer and its trace.
//! * `terms`: one pack per document, as data, and the loader that checks it.
//! * `form`: what a calculator asks for: request types, their checks, their description.
//! * `calculators`: one file per question a person asks, by document.
//! * `envelope`: what stands around a calculator: the request, its description, portfolios.
//! * `reading`: what people write, made into what a request holds.
//! * `wasm`: the edge to JavaScript, which gets the same functions.

#![recursion_limit = "256"]

mod calculators;
mod clause;
mod envelope;
mod form;
mod platform;
mod reading;
mod request;
mod terms;
mod values;
mod working;

#[cfg(target_arch = "wasm32")]
mod wasm;

// Of no use to a dependent: `baked/` makes the cores of single calculators with it.
#[cfg(not(target_arch = "wasm32"))]
#[doc(hidden)]
pub use envelope::baked::baked;

pub use clause::{Clause, ClauseId};
pub use envelope::describe::calculators;
pub use envelope::pieces::{Stopped, quote_csv_stream};
pub use envelope::portfolio::quote_csv;
pub use envelope::quote::{quote, terms};
pub use envelope::sums::Sum;
pub use reading::{
    priced::{QuotedTable, quote_table},
    read,
    table::{Column, LeftOut, Orders, ReadTable, TableFault, Use, read_table},
};
pub use request::given::Given;
pub use request::refusal::{Fault, Refusal};
pub use terms::Pack;
pub use values::dates::Date;
pub use working::answer::{Answer, Line, Note, Step, TermsUsed, Verdict};
