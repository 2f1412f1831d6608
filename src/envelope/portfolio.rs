//! A portfolio: rows of a CSV file in, the same rows priced out.
//!
//! Each row is read, priced and written before the next, so that memory holds the input, the
//! output and one row, however many there are; and of what comes in pieces, one piece and its output.

use crate::calculators::{Calculator, Output, OutputKind, RowPricer};
use crate::clause::ClauseId;
use crate::envelope::csv::{Cells, Reader, guarded, write_cell};
use crate::envelope::quote::{Envelope, note_the_edition};
use crate::form::{Field, Reading, Source};
use crate::request::given::Given;
use crate::request::problem::Problem;
use crate::request::refusal::{Fault, Refusal};
use crate::working::answer::Note;
use crate::working::sheet::Sheet;
use std::io::{self, Read, Write};
use thiserror::Error;

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// What is to be said of a row, where that is asked for: codes, and the ids of rules.
pub(crate) const NOTED: [&str; 4] = ["reasons", "assumptions", "warnings", "clauses"];

/// Prices every row. `options` is a request without its lines; the columns are named as the fields
/// of a line, in any order. Out come the same columns, then the line's answer by name, then
/// `error`: empty, or the code and field of everything that is wrong with that row.
///
/// With `notes: true` in the options, `reasons`, `assumptions`, `warnings` and `clauses` stand before
/// `error`: the codes of all that the answer to that line alone notes, and the ids of the rules that it
/// cites, each parted by blanks.
///
/// ```
/// let options = r#"{ "calculator": "cancellation", "as_of": "2025-07-18", "currency": "USD", "input": {} }"#;
/// let options = serde_json::from_str(options)?;
/// let priced = clausewise::quote_csv(&options, b"fee,starts_on\n1000.00,2025-07-31\n")?;
/// let priced = String::from_utf8(priced)?;
/// assert!(priced.contains("1000.00,2025-07-31,13,50,500.00,500.00,2025-07-17,2025-07-25,eligible,"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// A [`Refusal`] where the options or the header are wrong, or the calculator does not answer by lines.
pub fn quote_csv(options: &Given, csv: &[u8]) -> Result<Vec<u8>, Refusal> {
    let envelope = Envelope::of_rows(options)?;
    let mut rows = Reader::new(csv);
    let mut portfolio = Portfolio::begin(&envelope, csv, &mut rows)?;
    portfolio.out.reserve(csv.len().saturating_mul(2));
    while let Some(cells) = rows.next_row() {
        portfolio.row(cells);
    }
    Ok(portfolio.out)
}

/// Why the rows of a stream are not all priced.
#[derive(Debug, Error)]
pub enum Stopped {
    /// The options, the header or a row without an end are refused.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// Rows do not come, or priced ones are not taken.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// Prices rows while they come: what [`quote_csv`] makes of all of them, without ever holding them all.
///
/// ```
/// let options = r#"{ "calculator": "cancellation", "as_of": "2025-07-18", "currency": "USD" }"#;
/// let options = serde_json::from_str(options)?;
/// let rows = "fee,starts_on\n1000.00,2025-07-31\n".as_bytes();
/// let mut priced = Vec::new();
/// clausewise::quote_csv_stream(&options, rows, &mut priced)?;
/// assert_eq!(priced, clausewise::quote_csv(&options, rows)?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`Stopped`] where [`quote_csv`] refuses, where a row is longer than 16 MiB, or where reading or writing fails.
pub fn quote_csv_stream(options: &Given, mut rows: impl Read, mut priced: impl Write) -> Result<(), Stopped> {
    let envelope = Envelope::of_rows(options)?;
    let (mut came, mut waiting) = (vec![0; PIECE], Vec::new());
    let mut enough = 0;
    let mut portfolio: Option<Portfolio<'_>> = None;
    loop {
        let length = read_some(&mut rows, &mut came)?;
        let piece = came.get(..length).unwrap_or_default();
        let is_last = piece.is_empty();
        waiting.extend_from_slice(piece);
        if !is_last && waiting.len() < enough {
            continue;
        }
        let mut reader = if portfolio.is_some() { Reader::of_later_rows(&waiting) } else { Reader::new(&waiting) };
        if portfolio.is_none() && (is_last || holds_a_row(&waiting)) {
            portfolio = Some(Portfolio::begin(&envelope, &waiting, &mut reader)?);
        }
        if let Some(portfolio) = &mut portfolio {
            portfolio.rows(&mut reader, is_last);
            priced.write_all(&portfolio.out)?;
            portfolio.out.clear();
        }
        if is_last {
            return Ok(priced.flush()?);
        }
        let (had, left) = (waiting.len(), reader.behind().len());
        enough = next_piece(had, left)?;
        waiting.drain(..had - left);
    }
}

/// So much is read at once, at most.
const PIECE: usize = 256 * 1024;
/// A row that does not end within so much has a quotation mark that nothing closes.
const LONGEST_ROW: usize = 16 * 1024 * 1024;

/// Reads whatever is there by now, and says how much that was; at the end, nothing.
fn read_some(rows: &mut impl Read, into: &mut [u8]) -> io::Result<usize> {
    loop {
        match rows.read(into) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            other => return other,
        }
    }
}

/// How much there has to be before it is tried again: where not a single row was whole, twice as much, so that a long one is
/// not read over and over.
fn next_piece(had: usize, left: usize) -> Result<usize, Refusal> {
    match left {
        _ if left < had => Ok(0),
        _ if left < LONGEST_ROW => Ok(had.saturating_mul(2)),
        _ => Err(Refusal { errors: vec![Fault::at("", Problem::UnclosedQuote)] }),
    }
}

fn holds_a_row(csv: &[u8]) -> bool {
    Reader::new(csv).next_whole_row().is_some()
}

/// What came of a piece of a portfolio.
#[cfg(any(target_arch = "wasm32", test))]
#[derive(Debug, serde::Serialize)]
pub(crate) struct Piece {
    /// The header, and the rows that are whole, priced.
    #[serde(skip)]
    pub csv: Vec<u8>,
    /// How many bytes of the piece are its header; none where that is not whole.
    pub header: usize,
    /// How many bytes of what came out are the header.
    pub body: usize,
    /// How many bytes of the piece have been read: the rest may be the beginning of a row.
    pub read: usize,
    /// How many rows there were.
    pub rows: usize,
    /// How many of them have an error.
    pub faulty: usize,
}

/// Prices a piece, which begins with the header. Its last row is left for the next where it may go on there.
///
/// # Errors
/// As [`quote_csv`], and where a row is longer than 16 MiB.
#[cfg(any(target_arch = "wasm32", test))]
pub(crate) fn quote_csv_piece(options: &Given, csv: &[u8], is_last: bool) -> Result<Piece, Refusal> {
    let envelope = Envelope::of_rows(options)?;
    if !is_last && !holds_a_row(csv) {
        next_piece(csv.len(), csv.len())?;
        return Ok(Piece { csv: Vec::new(), header: 0, body: 0, read: 0, rows: 0, faulty: 0 });
    }
    let mut rows = Reader::new(csv);
    let mut portfolio = Portfolio::begin(&envelope, csv, &mut rows)?;
    let (header, body) = (csv.len() - rows.behind().len(), portfolio.out.len());
    portfolio.out.reserve(csv.len().saturating_mul(2));
    portfolio.rows(&mut rows, is_last);
    let left = rows.behind().len();
    if !is_last {
        next_piece(csv.len() - header, left)?;
    }
    let Portfolio { out, count, faulty, .. } = portfolio;
    Ok(Piece { csv: out, header, body, read: csv.len() - left, rows: count, faulty })
}

/// The text of a cell, whatever its bytes.
fn lossy(cell: &[u8]) -> String {
    String::from_utf8_lossy(cell).into_owned()
}

/// Refuses a header with unknown, repeated or missing columns, all of them at once.
fn check_header(columns: &[String], fields: &[Field], faults: &mut Vec<Fault>) {
    for (index, column) in columns.iter().enumerate() {
        if !fields.iter().any(|field| field.name == column) {
            faults.push(Fault::at(column.as_str(), Problem::UnknownField));
        } else if columns.iter().take(index).any(|other| other == column) {
            faults.push(Fault::at(column.as_str(), Problem::DuplicateColumn));
        }
    }
    for field in fields.iter().filter(|field| field.required) {
        if !columns.iter().any(|column| column == field.name) {
            faults.push(Fault::at(field.name, Problem::Missing));
        }
    }
}

/// A portfolio that is being priced, and what came out so far.
struct Portfolio<'e> {
    reading: Reading<'e>,
    pricer: Box<dyn RowPricer>,
    columns: Vec<String>,
    outputs: &'static [Output],
    has_notes: bool,
    sheet: Sheet,
    out: Vec<u8>,
    /// How many rows there were, and how many of them with an error.
    count: usize,
    faulty: usize,
}

impl<'e> Portfolio<'e> {
    /// Reads the options and the header, and writes the header.
    fn begin(envelope: &'e Envelope<'_>, csv: &[u8], rows: &mut Reader<'_>) -> Result<Portfolio<'e>, Refusal> {
        let mut reading = envelope.reading();
        let pricer = match envelope.calculator {
            Some(Calculator { rows: None, about, .. }) => {
                let reason = format!("{} does not answer line by line", about.name);
                reading.faults.push(Fault::at("calculator", Problem::NotApplicable { reason }));
                None
            }
            Some(Calculator { rows: Some(rows), .. }) => envelope.input.and_then(|input| rows(input, &mut reading)),
            None => None,
        };
        let columns: Vec<String> = rows.next_row().map_or_else(Vec::new, |cells| cells.iter().map(lossy).collect());
        if let Some(fields) = envelope.calculator.and_then(|calculator| calculator.line_fields) {
            check_header(&columns, fields, &mut reading.faults);
        }
        let (Some(calculator), Some(pricer), true) = (envelope.calculator, pricer, reading.faults.is_empty()) else {
            return Err(Refusal { errors: reading.faults });
        };
        let out = if csv.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.to_vec() } else { Vec::new() };
        // Where no money is handled, none are asked for.
        let digits = envelope.digits.unwrap_or_default();
        let has_notes = envelope.has_notes;
        // Only steps say what a figure cites.
        let sheet = Sheet::new(has_notes, digits);
        let outputs = calculator.about.line;
        let mut portfolio = Portfolio { reading, pricer, columns, outputs, has_notes, sheet, out, count: 0, faulty: 0 };
        portfolio.header();
        Ok(portfolio)
    }

    fn header(&mut self) {
        let answers = self.outputs.iter().filter(|output| !is_echo(output)).map(|output| output.name);
        let noted = NOTED.into_iter().filter(|_| self.has_notes);
        for column in self.columns.iter().map(String::as_str).chain(answers).chain(noted) {
            write_cell(&mut self.out, column.as_bytes());
            self.out.push(b',');
        }
        self.out.extend_from_slice(b"error\r\n");
    }

    fn rows(&mut self, rows: &mut Reader<'_>, is_last: bool) {
        while let Some(cells) = if is_last { rows.next_row() } else { rows.next_whole_row() } {
            self.row(cells);
        }
    }

    fn row(&mut self, cells: Cells<'_>) {
        self.sheet.begin_line(0);
        self.sheet.forget();
        let texts: Result<Vec<&str>, _> = cells.iter().map(str::from_utf8).collect();
        match texts {
            Ok(texts) => {
                if texts.len() > self.columns.len() {
                    self.reading.faults.push(self.beyond_the_columns(Problem::UnknownField));
                } else {
                    self.price(&texts);
                }
                self.echo(texts.iter().copied());
            }
            Err(_) => {
                self.blame_bytes(cells);
                let texts: Vec<String> = cells.iter().map(lossy).collect();
                self.echo(texts.iter().map(String::as_str));
            }
        }
        let is_priced = self.reading.faults.is_empty();
        self.count += 1;
        self.faulty += usize::from(!is_priced);
        self.answer(is_priced);
        if self.has_notes {
            self.notes(is_priced);
        }
        let mut gap = "";
        for fault in self.reading.faults.drain(..) {
            // Codes and names hold nothing that would have to be quoted; writing to memory succeeds.
            let _ = write!(self.out, "{gap}{} {}", fault.problem.code(), fault.field);
            gap = "; ";
        }
        self.out.extend_from_slice(b"\r\n");
    }

    fn price(&mut self, texts: &[&str]) {
        let source = Source::Row(&self.columns, texts);
        if !self.has_notes {
            return self.pricer.price(source, &mut self.reading, &mut self.sheet);
        }
        self.pricer.price_with_notes(source, &mut self.reading, &mut self.sheet);
        if let Some((pack, as_of)) = self.reading.pack.zip(self.reading.as_of) {
            note_the_edition(&mut self.sheet, pack, as_of);
        }
    }

    /// Codes and ids, parted by blanks; of a row that is not priced there is nothing to say.
    fn notes(&mut self, is_priced: bool) {
        for notes in self.sheet.notes() {
            write_words(&mut self.out, notes.iter().map(Note::code).filter(|_| is_priced));
        }
        write_words(&mut self.out, self.sheet.clauses().map(ClauseId::as_str).filter(|_| is_priced));
    }

    /// A fault of the first cell that stands under no column, counted as a spreadsheet does.
    fn beyond_the_columns(&self, problem: Problem) -> Fault {
        Fault::at(format!("column {}", self.columns.len() + 1), problem)
    }

    fn blame_bytes(&mut self, cells: Cells<'_>) {
        for (column, cell) in self.columns.iter().zip(cells.iter()) {
            if str::from_utf8(cell).is_err() {
                self.reading.faults.push(Fault::at(column.as_str(), Problem::NotUtf8));
            }
        }
        if self.reading.faults.is_empty() {
            self.reading.faults.push(self.beyond_the_columns(Problem::NotUtf8));
        }
    }

    /// What came in, one cell for each column, such that no spreadsheet runs it.
    fn echo<'c>(&mut self, mut texts: impl Iterator<Item = &'c str>) {
        for _ in &self.columns {
            let text = texts.next().unwrap_or_default();
            write_cell(&mut self.out, guarded(text).as_bytes());
            self.out.push(b',');
        }
    }

    /// The line's answer, or as many empty cells. It is written in the order of the outputs, so one
    /// pass over both finds which are absent. What is only echoed came in already.
    fn answer(&mut self, is_priced: bool) {
        let mut row = self.sheet.row().iter().peekable();
        for output in self.outputs {
            let value = row.next_if(|(name, _)| is_priced && *name == output.name);
            if is_echo(output) {
                continue;
            }
            if let Some((_, value)) = value {
                value.write_cell(&mut self.out);
            }
            self.out.push(b',');
        }
    }
}

/// Writes a cell of words, each once. None of them would have to be quoted.
fn write_words<'w>(out: &mut Vec<u8>, words: impl Iterator<Item = &'w str>) {
    let mut written: Vec<&str> = Vec::new();
    for word in words {
        if written.contains(&word) {
            continue;
        }
        if !written.is_empty() {
            out.push(b' ');
        }
        out.extend_from_slice(word.as_bytes());
        written.push(word);
    }
    out.push(b',');
}

/// Whether it repeats what came in, in a column of its own already.
pub(crate) fn is_echo(output: &Output) -> bool {
    output.echoed || matches!(output.kind, OutputKind::Text)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that goes wrong shall stop")]
mod tests {
    use super::*;
    use crate::platform;

    fn piece(csv: &str, is_last: bool) -> Piece {
        let options = r#"{ "calculator": "cancellation", "as_of": "2026-11-21", "currency": "USD" }"#;
        let options = platform::parse(options).unwrap_or(Given::Null);
        quote_csv_piece(&options, csv.as_bytes(), is_last).unwrap()
    }

    #[test]
    fn a_piece_says_how_far_it_was_read() {
        let (header, rows) = ("fee,starts_on\r\n", "5.00,2026-12-05\r\n5.00,soon\r\n5.0");
        let first = piece(&format!("{header}{rows}"), false);
        // A line feed behind what ends a row may stand in either.
        assert!([header.len(), header.len() - 1].contains(&first.header), "{first:?}");
        assert!([3, 4].contains(&(header.len() + rows.len() - first.read)), "{first:?}");
        assert_eq!((first.rows, first.faulty), (2, 1));
        assert!(
            first.csv.get(first.body..).is_some_and(|rows| rows.starts_with(b"5.00,2026-12-05,14,0,")),
            "{first:?}"
        );
        let last = piece(&format!("{header}5.00,2026-12-05"), true);
        assert_eq!((last.rows, last.read), (1, header.len() + 15));
    }

    #[test]
    fn of_a_piece_without_a_whole_row_nothing_is_read() {
        for csv in ["", "fee,star", "\"fee\n"] {
            let piece = piece(csv, false);
            assert_eq!((piece.csv.len(), piece.header, piece.body, piece.read, piece.rows), (0, 0, 0, 0, 0), "{csv:?}");
        }
        let header = piece("fee,starts_on\n5.00", false);
        assert_eq!((header.read, header.header, header.rows, header.csv.len()), (14, 14, 0, header.body));
    }
}
