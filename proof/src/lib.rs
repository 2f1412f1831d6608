//! Requests, tables, packs and texts made up from nothing, to prove the core with.
//!
//! Whatever is made up is drawn from bytes: those of a fuzzer, which learns from them what leads where, or those of a
//! generator of random numbers with a seed. The calculators' own description says what a request may hold, so nobody
//! has to write down here what a new calculator asks for.
//!
//! * [`described`]: the description of the calculators, read once.
//! * [`said`]: what the documents say that answers turn on.
//! * [`values`]: single values of each kind, to the edge of what is allowed and beyond; [`days`]: those of the calendar and the clock.
//! * [`requests`]: whole requests.
//! * [`mend`]: what of a request does not go with the rest of it, and what would.
//! * [`packs`]: packs of terms with something changed in them.
//! * [`promises`]: what holds of every reply: it is there, it is well-formed, it took no time.
//!
//! The worked examples are found here too ([`cases`]), so that natively and in a browser they are the same.

pub mod cases;
pub mod days;
pub mod described;
pub mod mend;
#[cfg(not(target_arch = "wasm32"))]
pub mod packs;
#[cfg(not(target_arch = "wasm32"))]
pub mod promises;
pub mod requests;
pub mod said;
pub mod values;
