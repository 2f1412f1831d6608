//! The agreement that licences are bought under, and what only one of them knows.

use crate::form::{Condition, choice};

choice! {
    /// The agreement that the licences were bought under.
    pub enum Programme {
        Advantage = "PA",
        Express = "PAE",
    }
}

/// The anniversary rules speak of Passport Advantage; Express knows none.
pub const ADVANTAGE_ONLY: Option<Condition> = Some(Condition::In("programme", &["PA"], &["PAE"]));
