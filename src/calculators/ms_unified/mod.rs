//! Microsoft's unified enterprise support.

pub mod addon;
pub mod calendar;
pub mod cancellation;
pub mod credits;
pub mod event;
pub mod flex;
pub mod multi_country;
pub mod response;
pub mod swap;
