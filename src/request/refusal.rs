//! A request that is refused, with everything that is wrong with it.

use crate::request::problem::Problem;
use crate::values::members::{Members, Name};
use crate::values::text::joined;
use serde::ser::{Serialize, SerializeStruct, Serializer};
use thiserror::Error;

/// One thing that is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{field}: {problem}")]
pub struct Fault {
    /// Path of the field in the request, `""` for the request itself.
    pub field: String,
    /// What is wrong with it.
    pub problem: Problem,
}

impl Fault {
    /// A fault at a field.
    pub fn at(field: impl Into<String>, problem: Problem) -> Fault {
        Fault { field: field.into(), problem }
    }
}

impl Serialize for Fault {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut fault = to.serialize_struct("Fault", 4)?;
        fault.serialize_field("code", &Name(self.problem.code()))?;
        fault.serialize_field("field", &self.field)?;
        fault.serialize_field("values", &Members(&self.problem.values()))?;
        fault.serialize_field("message", &self.to_string())?;
        fault.end()
    }
}

/// A request that is not answered, with everything that is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("the request was refused: {}", joined(&errors.iter().map(Fault::to_string).collect::<Vec<_>>(), "; "))]
pub struct Refusal {
    /// One for each field.
    pub errors: Vec<Fault>,
}

impl Serialize for Refusal {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut refusal = to.serialize_struct("Refusal", 1)?;
        refusal.serialize_field("errors", &self.errors)?;
        refusal.end()
    }
}
