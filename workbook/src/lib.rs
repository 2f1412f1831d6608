//! Writes a workbook: what it is to hold comes as a plain description (`description`), and out comes the file (`writer`).
//!
//! No rule of a contract is in here, and nothing is reckoned: numbers come as the decimals that they are, formulas as texts with
//! the results that a reader without a spreadsheet shows. The same description always gives the same bytes.

mod description;
mod styles;
#[cfg(target_arch = "wasm32")]
mod wasm;
mod writer;

pub use writer::{Fault, workbook};
