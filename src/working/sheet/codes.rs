//! Codes of notes, each kind apart: what is declared as a warning is no reason.

/// A code that says why something is not simply allowed.
pub trait ReasonCode {
    /// Its stable name.
    fn code(self) -> &'static str;
}

/// A code that says how an unclear passage was read.
pub trait AssumptionCode {
    /// Its stable name.
    fn code(self) -> &'static str;
}

/// A code that says what to look out for.
pub trait WarningCode {
    /// Its stable name.
    fn code(self) -> &'static str;
}
