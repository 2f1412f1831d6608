//! What kind of workbook it is, and whether it is small enough to be read: both are looked at before anything is.

use crate::Unreadable;
use std::io::{self, Cursor, Read};
use zip::ZipArchive;

/// How much is read at most.
#[derive(Debug, Clone, Copy)]
pub struct Bounds {
    /// Bytes of all files in it together, unpacked.
    pub unpacked: u64,
    /// Cells of all sheets together.
    pub cells: usize,
}

/// A kind of workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Xls,
    Xlsx,
    Xlsb,
    Ods,
}

const COMPOUND: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0];
const ZIP: &[u8] = b"PK\x03\x04";
/// What a workbook with a password is: the whole of it as one stream beside another, by these names in UTF-16.
const ENCRYPTED: &str = "EncryptedPackage";

/// Which kind it is.
pub(crate) fn kind(bytes: &[u8], bounds: &Bounds) -> Result<Kind, Unreadable> {
    if bytes.starts_with(COMPOUND) {
        let name: Vec<u8> = ENCRYPTED.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let is_encrypted = bytes.windows(name.len()).any(|part| part == name);
        return if is_encrypted { Err(Unreadable::Password) } else { Ok(Kind::Xls) };
    }
    if !bytes.starts_with(ZIP) {
        return Err(Unreadable::NotAWorkbook);
    }
    let damaged = |error: zip::result::ZipError| Unreadable::Damaged(error.to_string());
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let names: Vec<String> = archive.file_names().filter_map(|name| name.ok().map(|name| name.into_owned())).collect();
    let has = |name: &str| names.iter().any(|known| known.eq_ignore_ascii_case(name));
    let kind = match () {
        () if has("xl/workbook.bin") => Kind::Xlsb,
        () if names.iter().any(|name| name.starts_with("xl/")) => Kind::Xlsx,
        () if has("content.xml") => Kind::Ods,
        () => return Err(Unreadable::NotAWorkbook),
    };
    let mut left = bounds.unpacked;
    for index in 0..archive.len() {
        let file = archive.by_index(index).map_err(damaged)?;
        // What the directory says of its size may be anything: it is unpacked, and counted.
        let read = io::copy(&mut file.take(left.saturating_add(1)), &mut io::sink());
        let read = read.map_err(|error| Unreadable::Damaged(error.to_string()))?;
        left = left.checked_sub(read).ok_or(Unreadable::TooMuch)?;
    }
    Ok(kind)
}
