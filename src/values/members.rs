//! Named values as a JSON object, and names among values.

use serde::ser::{Serialize, SerializeStruct, Serializer};

/// Named values, written as an object in their own order.
pub struct Members<'a, T>(pub &'a [(&'static str, T)]);

impl<T: Serialize> Serialize for Members<'_, T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut members = to.serialize_struct("Members", self.0.len())?;
        for (name, value) in self.0 {
            members.serialize_field(name, value)?;
        }
        members.end()
    }
}

/// One of the names that the crate is built with, which go by themselves where texts have to be carried.
pub struct Name(pub &'static str);

impl Serialize for Name {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_unit_variant("Name", 0, self.0)
    }
}
