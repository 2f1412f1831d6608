//! Rows of CSV, in and out (RFC 4180).
//!
//! Reading is `csv-core`'s. Writing is a dozen lines of our own: that crate's writer brings along
//! a parser of floats, an eighth of the whole download, for a style of quoting not used here.

use csv_core::{ReadRecordResult, Reader as Machine};

/// Reads one row after the other into the same memory.
pub struct Reader<'a> {
    machine: Machine,
    input: &'a [u8],
    bytes: Vec<u8>,
    ends: Vec<usize>,
}

/// The cells of a row.
#[derive(Clone, Copy)]
pub struct Cells<'a> {
    bytes: &'a [u8],
    ends: &'a [usize],
}

impl<'a> Cells<'a> {
    /// The cells as they were, in order.
    pub fn iter(self) -> impl Iterator<Item = &'a [u8]> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(self.ends).map(move |(start, end)| self.bytes.get(start..*end).unwrap_or_default())
    }
}

impl<'a> Reader<'a> {
    /// A reader at the first row. A byte-order mark is passed over.
    pub fn new(input: &'a [u8]) -> Reader<'a> {
        Reader { machine: Machine::new(), input, bytes: vec![0; 1024], ends: vec![0; 32] }
    }

    /// The next row, but for empty lines.
    pub fn next_row(&mut self) -> Option<Cells<'_>> {
        let (mut written, mut ended) = (0, 0);
        loop {
            let (bytes, ends) = (self.bytes.get_mut(written..)?, self.ends.get_mut(ended..)?);
            let (result, read, more_bytes, more_ends) = self.machine.read_record(self.input, bytes, ends);
            self.input = self.input.get(read..)?;
            written += more_bytes;
            ended += more_ends;
            match result {
                // All there is was in the input, so that its end is the end.
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => self.bytes.resize(self.bytes.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                ReadRecordResult::Record => break,
                ReadRecordResult::End => return None,
            }
        }
        Some(Cells { bytes: self.bytes.get(..written)?, ends: self.ends.get(..ended)? })
    }
}

/// Writes a cell, in quotation marks where it needs them.
pub fn write_cell(out: &mut Vec<u8>, cell: &[u8]) {
    if cell.iter().any(|byte| matches!(byte, b',' | b'"' | b'\r' | b'\n')) {
        out.push(b'"');
        for byte in cell {
            if *byte == b'"' {
                out.push(b'"');
            }
            out.push(*byte);
        }
        out.push(b'"');
    } else {
        out.extend_from_slice(cell);
    }
}
