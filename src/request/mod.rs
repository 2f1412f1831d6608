//! What was handed in, every way to refuse it, and the bounds.

pub mod bounds;
pub mod given;
pub mod intake;
pub mod problem;
pub mod refusal;
