//! The worked examples of `tests/`, wherever they stand.

/// Every file of them, by its folder and name, such as `renewal/boundaries`, with its JSON.
pub const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/cases.rs"));
