//! Rows of CSV, in and out (RFC 4180).
//!
//! Reading is `csv-core`'s. Writing is a dozen lines of our own: that crate's writer brings along
//! a parser of floats, an eighth of the whole download, for a style of quoting not used here.

use crate::values::text::is_unseen;
use csv_core::{ReadRecordResult, Reader as Machine, ReaderBuilder};
use std::borrow::Cow;

/// Reads one row after the other into the same memory.
pub struct Reader<'a> {
    machine: Machine,
    input: &'a [u8],
    /// A line end after the last row: quotation marks that are still open then are never closed.
    last_line_end: &'a [u8],
    /// The byte that was read last.
    before: u8,
    is_unclosed: bool,
    /// What is left behind the last row.
    behind: &'a [u8],
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
        let cell = move |(start, end): (usize, &usize)| self.bytes.get(start..(*end).min(self.bytes.len()));
        starts.zip(self.ends).map(move |ends| cell(ends).unwrap_or_default())
    }
}

impl<'a> Reader<'a> {
    /// A reader at the first row. A byte-order mark is passed over.
    pub fn new(input: &'a [u8]) -> Reader<'a> {
        Reader::of(Machine::new(), input)
    }

    /// The same at a later row of a table that comes in pieces: what looks like a byte-order mark there is none.
    pub fn of_later_rows(input: &'a [u8]) -> Reader<'a> {
        let mut machine = Machine::new();
        // Only at the beginning of all does it look for one.
        machine.read_record(b"\n", &mut [], &mut []);
        Reader::of(machine, input)
    }

    /// The same for cells that something else than a comma parts.
    pub fn parted_by(delimiter: u8, input: &'a [u8]) -> Reader<'a> {
        Reader::of(ReaderBuilder::new().delimiter(delimiter).build(), input)
    }

    /// The same where quotation marks are letters like others.
    pub fn without_quotes(delimiter: u8, input: &'a [u8]) -> Reader<'a> {
        Reader::of(ReaderBuilder::new().delimiter(delimiter).quoting(false).build(), input)
    }

    fn of(machine: Machine, input: &'a [u8]) -> Reader<'a> {
        let (bytes, ends) = (vec![0; 1024], vec![0; 32]);
        Reader { machine, input, last_line_end: b"\n", before: 0, is_unclosed: false, behind: input, bytes, ends }
    }

    /// What is still to be read.
    pub fn rest(&self) -> &'a [u8] {
        self.input
    }

    /// What is left behind the last row.
    pub fn behind(&self) -> &'a [u8] {
        self.behind
    }

    /// Whether the row that was read last opened a quotation mark that nothing closes, and so took in all the rest.
    pub fn is_unclosed(&self) -> bool {
        self.is_unclosed
    }

    /// Passes over empty lines: how many there were.
    pub fn skip_empty_lines(&mut self) -> usize {
        if self.before == b'\r' {
            self.input = self.input.strip_prefix(b"\n").unwrap_or(self.input);
        }
        self.before = 0;
        let mut skipped = 0;
        while let Some(rest) = [&b"\r\n"[..], b"\n", b"\r"].iter().find_map(|end| self.input.strip_prefix(*end)) {
            self.input = rest;
            skipped += 1;
        }
        skipped
    }

    /// The next row that ends before the input does: what stands behind it may be the beginning of one.
    pub fn next_whole_row(&mut self) -> Option<Cells<'_>> {
        self.row(false)
    }

    /// The next row, but for empty lines.
    pub fn next_row(&mut self) -> Option<Cells<'_>> {
        self.row(true)
    }

    /// The next row; the end of the input ends it too where that is the end of all.
    fn row(&mut self, is_all: bool) -> Option<Cells<'_>> {
        let (mut written, mut ended) = (0, 0);
        loop {
            let (bytes, ends) = (self.bytes.get_mut(written..)?, self.ends.get_mut(ended..)?);
            let is_at_end = self.input.is_empty();
            if is_at_end && !is_all {
                return None;
            }
            let input = if is_at_end { &mut self.last_line_end } else { &mut self.input };
            let (result, read, more_bytes, more_ends) = self.machine.read_record(input, bytes, ends);
            self.before = input.get(..read)?.last().copied().unwrap_or(self.before);
            *input = input.get(read..)?;
            written += more_bytes;
            ended += more_ends;
            match result {
                ReadRecordResult::InputEmpty if is_at_end && read > 0 && more_bytes > 0 => {
                    self.is_unclosed = true;
                    written -= more_bytes;
                }
                // All there is was in the input, so that its end is the end.
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => self.bytes.resize(self.bytes.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                ReadRecordResult::Record => {
                    self.behind = self.input;
                    break;
                }
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

/// A cell such that no spreadsheet runs it, nor a part of it: where a semicolon or another sign parts cells, a program may
/// see several in what is one here.
pub fn guarded(cell: &str) -> Cow<'_, str> {
    // Most cells begin with a letter or a digit, and hold nothing that parts cells.
    let is_plain =
        cell.starts_with(|sign: char| sign.is_ascii_alphanumeric()) && !cell.contains(PARTING) && !cell.contains('=');
    if is_plain || cell.is_empty() {
        return Cow::Borrowed(cell);
    }
    let mut out = String::with_capacity(cell.len() + 4);
    for (at, part) in parts(cell).enumerate() {
        let (head, tail) = beginning(at, part);
        if !head.is_empty() {
            out.push('\'');
        }
        out.push_str(head);
        for word in words(tail) {
            if out.ends_with(BETWEEN) && is_equation(word) {
                out.push('\'');
            }
            out.push_str(word);
        }
    }
    Cow::Owned(out)
}

/// A cell as it was before it was guarded.
pub fn unguarded(cell: &str) -> Cow<'_, str> {
    if !cell.contains('\'') {
        return Cow::Borrowed(cell);
    }
    let mut out = String::with_capacity(cell.len());
    for (at, part) in parts(cell).enumerate() {
        let bare = part.strip_prefix('\'').unwrap_or_default();
        let (head, tail) = match beginning(at, bare) {
            ("", _) => ("", part),
            found => found,
        };
        out.push_str(head);
        for word in words(tail) {
            let guarded = word.strip_prefix('\'').filter(|rest| out.ends_with(BETWEEN) && is_equation(rest));
            out.push_str(guarded.unwrap_or(word));
        }
    }
    Cow::Owned(out)
}

/// What parts cells in one program or another; within quotation marks too, where what stands before them is no cell's beginning.
const PARTING: [char; 5] = [';', '\t', '|', '\r', '\n'];

/// What may be cells of their own, each with the sign that ends it.
fn parts(cell: &str) -> impl Iterator<Item = &str> {
    cell.split_inclusive(PARTING)
}

/// What stands in every other name too. Where it parts cells all the same, programs run what begins with an equals sign and
/// nothing else, so that `DB2 - Server` stays as it is.
const BETWEEN: [char; 2] = [',', ' '];

fn words(part: &str) -> impl Iterator<Item = &str> {
    part.split_inclusive(BETWEEN)
}

/// The beginning of a part of a cell up to what makes a program run it, and the rest; nothing and all of it where none does.
/// Some programs pass over a tab or a line break at the beginning of a cell.
fn beginning(at: usize, part: &str) -> (&str, &str) {
    let begins = part.trim_start_matches(is_passed_over);
    let sign = begins.chars().next().filter(|sign| STARTING.contains(sign));
    let end = match sign {
        Some(sign) => part.len() - begins.len() + sign.len_utf8(),
        None if at == 0 && part.starts_with(['\t', '\r', '\n']) => 1,
        None => 0,
    };
    part.split_at(end)
}

/// The signs that make a formula, also in their full-width form.
const STARTING: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// Whether it is an equals sign and what it is to equal, so that it would be run if it stood in a cell of its own.
fn is_equation(word: &str) -> bool {
    let equal = word.trim_start_matches(is_passed_over).strip_prefix('=');
    equal.is_some_and(|equal| equal.starts_with(|sign: char| !sign.is_whitespace()))
}

/// What nobody sees, and quotation marks.
fn is_passed_over(sign: char) -> bool {
    sign == '"' || sign.is_whitespace() || sign.is_control() || is_unseen(sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rows that end before the input does, and what is left behind them.
    fn whole_rows(input: &str) -> (Vec<Vec<String>>, String) {
        let mut reader = Reader::new(input.as_bytes());
        let mut rows = Vec::new();
        while let Some(cells) = reader.next_whole_row() {
            rows.push(cells.iter().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect());
        }
        let left = String::from_utf8_lossy(reader.behind()).into_owned();
        (rows, left)
    }

    #[test]
    fn a_row_is_whole_where_its_end_is_there() {
        assert_eq!(
            whole_rows("a,b\n1,2\n3,"),
            (vec![vec!["a".into(), "b".into()], vec!["1".into(), "2".into()]], "3,".into())
        );
        assert_eq!(whole_rows("a\n\"b\nc"), (vec![vec!["a".into()]], "\"b\nc".into()));
        assert_eq!(whole_rows("a"), (vec![], "a".into()));
        assert_eq!(whole_rows(""), (vec![], String::new()));
        // A line feed that may still come belongs to no row.
        assert_eq!(whole_rows("a\r"), (vec![vec!["a".into()]], String::new()));
        assert_eq!(whole_rows("\na"), (vec![], "\na".into()));
    }

    #[test]
    fn long_cells_and_wide_rows_come_whole() {
        let cells: Vec<String> = (0..100).map(|at| at.to_string().repeat(50)).collect();
        let row = cells.join(",");
        let mut reader = Reader::new(row.as_bytes());
        let read: Option<Vec<&[u8]>> = reader.next_row().map(|cells| cells.iter().collect());
        assert_eq!(read, Some(cells.iter().map(String::as_bytes).collect()));
        assert!(reader.next_row().is_none());
    }
}
