//! What an answer is worked out with: one expression says what a value is, how its formula reads, which values stand
//! in it and where they are from.
//!
//! * [`place`]: where a value stands; [`answer`]: the answer and its trace.
//! * [`named`]: values that know their names and where they stand.
//! * [`part`]: parts of an expression, and what may be added to, multiplied with and compared to what.
//! * [`functions`]: everything that an expression may call; [`calls`]: how.
//! * [`settled`]: rounding to what was declared.
//! * [`reckon`]: the macros that read an expression; [`sheet`]: what it is written on.
//!
//! How formulas read from outside is written down in `docs/formulas.md`.

pub mod answer;
pub mod calls;
pub mod functions;
pub mod named;
pub mod part;
pub mod place;
pub mod reckon;
pub mod settled;
pub mod sheet;

pub use named::{Cites, Entered, Of, Operand, Several};
pub use settled::{Column, Declared, How, Output, Spot};
