//! Exact values: amounts, days, hours, countries, and how each is written.

pub mod country;
pub mod dates;
pub mod figure;
pub mod hours;
pub mod members;
pub mod money;
pub mod text;
pub mod unit;
pub mod written;
