//! What a browser has built in (the writing of numbers, tables of encodings), and what native builds have in its
//! place; the words that go to and fro between the core and a page.

pub mod writing;

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(any(target_arch = "wasm32", test))]
mod built_in;
#[cfg(not(target_arch = "wasm32"))]
mod decoding;
#[cfg(any(target_arch = "wasm32", test))]
pub mod incoming;
#[cfg(not(target_arch = "wasm32"))]
mod json;
#[cfg(any(target_arch = "wasm32", test))]
pub mod outgoing;

#[cfg(target_arch = "wasm32")]
pub use browser::{decoded, written};
#[cfg(target_arch = "wasm32")]
pub use built_in::parse;
#[cfg(not(target_arch = "wasm32"))]
pub use decoding::decoded;
#[cfg(not(target_arch = "wasm32"))]
pub use json::{parse, written};
