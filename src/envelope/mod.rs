//! What stands around a calculator: the envelope of a request, its description, portfolios, and what
//! is made of the terms for a build that serves one page.

#[cfg(not(target_arch = "wasm32"))]
pub mod baked;
pub mod csv;
pub mod describe;
pub mod pieces;
pub mod portfolio;
pub mod quote;
pub mod sums;
