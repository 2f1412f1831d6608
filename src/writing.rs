//! JSON, written: one writer for the answers that go out and for the form whose digest is taken. Two would be a
//! kilobyte and a half of the download.

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};
use std::io::{self, Write};

/// How letters beyond ASCII are written.
pub(crate) enum Letters {
    /// As they are.
    Plain,
    /// As escapes. One sign beyond ASCII, and a browser would keep the whole text in twice the memory and read it at
    /// half the speed.
    #[cfg_attr(not(any(target_arch = "wasm32", test)), expect(dead_code, reason = "only browsers are written to"))]
    Escaped,
}

/// A value as JSON.
pub(crate) fn json(value: &impl Serialize, letters: Letters) -> Vec<u8> {
    let mut json = Vec::new();
    // Writing to memory succeeds.
    let _ = value.serialize(&mut Serializer::with_formatter(&mut json, letters));
    json
}

impl Formatter for Letters {
    /// As the standard for digests has it, which is JavaScript's way.
    fn write_f64<W: ?Sized + Write>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        writer.write_all(crate::written(value).as_bytes())
    }

    fn write_string_fragment<W: ?Sized + Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        if matches!(self, Letters::Plain) || fragment.is_ascii() {
            return writer.write_all(fragment.as_bytes());
        }
        for unit in fragment.encode_utf16() {
            match u8::try_from(unit) {
                Ok(byte) if byte.is_ascii() => writer.write_all(&[byte])?,
                _ => {
                    let digit = |shift: u32| HEX.get(usize::from(unit >> shift & 0xF)).copied().unwrap_or_default();
                    writer.write_all(&[b'\\', b'u', digit(12), digit(8), digit(4), digit(0)])?;
                }
            }
        }
        Ok(())
    }
}

const HEX: &[u8; 16] = b"0123456789abcdef";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_beyond_ascii_are_written_as_they_are_or_as_escapes() {
        let written = |letters| String::from_utf8(json(&"a\"é台🚀", letters)).unwrap_or_default();
        assert_eq!(written(Letters::Plain), r#""a\"é台🚀""#);
        // The rocket is two halves in UTF-16: D83D and DE80.
        assert_eq!(written(Letters::Escaped), r#""a\"\u00e9\u53f0\ud83d\ude80""#);
    }
}
