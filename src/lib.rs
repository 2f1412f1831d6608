//! What a software support contract costs and allows, each figure with the clause it comes from.
//!
//! The rooms, from the ground up; each uses only those above it:
//!
//! * [`money`]: amounts, percentages and rates; exact arithmetic, named roundings.
//! * [`dates`]: whole months, anniversaries, calendar days.
//! * [`country`]: countries and territories by their codes.
//! * [`hours`]: opening hours, and deadlines that run only while they last.
//! * [`figure`]: values of an answer, and how they are written.
//! * [`given`]: what was handed in, before anything is known about it.
//! * [`refusal`]: every way to refuse a request, and the bounds.
//! * [`intake`]: reads single values.
//! * [`clause`]: a value cannot exist without where it is written.
//! * [`terms`]: one pack per document, as data, and the loader that checks it.
//! * [`form`]: what a calculator asks for: request types, their checks, their description.
//! * [`answer`]: the answer; [`sheet`]: where it is worked out.
//! * [`calculators`]: one file per question a person asks.
//! * [`quote()`]: the envelope of a request; [`calculators()`] describes, [`quote_csv`] prices portfolios.
//! * [`read()`]: what people write, made into what a request holds.
//!
//! The wasm build exports the same functions to JavaScript.

pub mod answer;
pub mod calculators;
pub mod clause;
pub mod country;
mod csv;
pub mod dates;
#[cfg(not(target_arch = "wasm32"))]
mod decoding;
mod describe;
pub mod figure;
pub mod form;
pub mod given;
pub mod hours;
mod intake;
#[cfg(not(target_arch = "wasm32"))]
mod json;
pub mod money;
mod portfolio;
mod quote;
mod reading;
pub mod refusal;
pub mod sheet;
pub mod terms;
mod text;
#[cfg(target_arch = "wasm32")]
mod wasm;
mod writing;

pub use describe::calculators;
pub use portfolio::quote_csv;
pub use quote::{quote, terms};
pub use reading::{
    read,
    table::{Column, LeftOut, Orders, ReadTable, TableFault, Use, read_table},
};

#[cfg(not(target_arch = "wasm32"))]
use decoding::decoded;
#[cfg(not(target_arch = "wasm32"))]
use json::{parse as parse_json, written};
#[cfg(target_arch = "wasm32")]
use wasm::{decoded, parse as parse_json, written};
