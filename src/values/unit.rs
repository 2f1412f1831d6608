//! What a number counts.

/// What a number counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Minutes.
    Minutes,
    /// Hours.
    Hours,
    /// Days.
    Days,
    /// Days on which there is work.
    BusinessDays,
    /// Weeks.
    Weeks,
    /// Months.
    Months,
    /// Years.
    Years,
    /// The place of one year among several: 2 is the second.
    NthYear,
    /// Credits of Unified support.
    Credits,
}

impl Unit {
    /// Those in which people enter something.
    pub const ENTERED: [Unit; 5] = [Unit::Hours, Unit::Days, Unit::Months, Unit::Years, Unit::Credits];

    /// Its name in descriptions.
    pub fn name(self) -> &'static str {
        match self {
            Unit::Minutes => "minutes",
            Unit::Hours => "hours",
            Unit::Days => "days",
            Unit::BusinessDays => "business_days",
            Unit::Weeks => "weeks",
            Unit::Months => "months",
            Unit::Years => "years",
            Unit::NthYear => "nth_year",
            Unit::Credits => "credits",
        }
    }
}
