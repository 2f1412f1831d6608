//! Requests, tables, packs and texts made up from nothing, to prove the core with.
//!
//! Whatever is made up is drawn from bytes: those of a fuzzer, which learns from them what leads where, or those of a
//! generator of random numbers with a seed. The calculators' own description says what a request may hold, so nobody
//! has to write down here what a new calculator asks for.
//!
//! * [`described`]: the description of the calculators, read once.
//! * [`values`]: single values of each kind, to the edge of what is allowed and beyond.
//! * [`requests`]: whole requests.
//! * [`packs`]: packs of terms with something changed in them.
//! * [`promises`]: what holds of every reply: it is there, it is well-formed, it took no time.

pub mod described;
pub mod packs;
pub mod promises;
pub mod requests;
pub mod values;
