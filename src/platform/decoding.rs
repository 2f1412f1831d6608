//! Bytes as text, by the tables of the WHATWG Encoding Standard. Only native builds do it here: a browser has the same
//! tables built in, and a second set would be the larger part of what is downloaded.

use encoding_rs::Encoding;

/// The text that the bytes are in an encoding; none where they are none in it. A mark of the byte order stays.
pub fn decoded(bytes: &[u8], encoding: &str) -> Option<String> {
    let encoding = Encoding::for_label(encoding.as_bytes())?;
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    Some(text.into_owned())
}
