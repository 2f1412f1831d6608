//! IBM's subscription and support in Taiwan.

pub mod agreement;
pub mod compare;
pub mod notices;
pub mod programme;
pub mod reinstatement;
pub mod renewal;
pub mod support;
pub mod version;
