//! JSON, written: the form whose digest is taken.

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};
use std::io::{self, Write};

/// A value as JSON.
pub fn json(value: &impl Serialize) -> Vec<u8> {
    let mut json = Vec::new();
    // Writing to memory succeeds.
    let _ = value.serialize(&mut Serializer::with_formatter(&mut json, Canonical));
    json
}

struct Canonical;

impl Formatter for Canonical {
    /// As the standard for digests has it, which is JavaScript's way.
    fn write_f64<W: ?Sized + Write>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        writer.write_all(super::written(value).as_bytes())
    }
}
