//! IBM's licence for programs without a warranty.

pub mod dispute;
pub mod late_charge;
pub mod liability;
pub mod licence;
pub mod licence_return;
pub mod tax;
pub mod true_up;
pub mod use_check;
