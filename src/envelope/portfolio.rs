//! A portfolio: rows of a CSV file in, the same rows priced out.
//!
//! Each row is read, priced and written before the next, so that memory holds the input, the
//! output and one row, however many there are.

use crate::calculators::{Calculator, Output, OutputKind, RowPricer};
use crate::clause::ClauseId;
use crate::envelope::csv::{Cells, Reader, guarded, write_cell};
use crate::envelope::quote::{Envelope, note_the_edition};
use crate::form::{Field, Reading, Source};
use crate::request::given::Given;
use crate::request::problem::Problem;
use crate::request::refusal::{Fault, Refusal};
use crate::working::answer::{Note, Row};
use crate::working::sheet::Sheet;
use std::io::Write;

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
    portfolio.rows(&mut rows, true);
    Ok(portfolio.out)
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
pub(crate) struct Portfolio<'e> {
    reading: Reading<'e>,
    pricer: Box<dyn RowPricer>,
    columns: Vec<String>,
    outputs: &'static [Output],
    has_notes: bool,
    sheet: Sheet,
    pub out: Vec<u8>,
    /// How many rows there were, and how many of them with an error.
    pub count: usize,
    pub faulty: usize,
}

impl<'e> Portfolio<'e> {
    /// Reads the options and the header, and writes the header.
    pub fn begin(envelope: &'e Envelope<'_>, csv: &[u8], rows: &mut Reader<'_>) -> Result<Portfolio<'e>, Refusal> {
        let mut portfolio = Portfolio::of(envelope, rows)?;
        if csv.starts_with(BYTE_ORDER_MARK) {
            portfolio.out.extend_from_slice(BYTE_ORDER_MARK);
        }
        let columns = portfolio.columns.clone();
        portfolio.header(columns.iter().map(String::as_str));
        Ok(portfolio)
    }

    /// Reads the options and the header.
    pub fn of(envelope: &'e Envelope<'_>, rows: &mut Reader<'_>) -> Result<Portfolio<'e>, Refusal> {
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
        // Where no money is handled, none are asked for.
        let digits = envelope.digits.unwrap_or_default();
        let has_notes = envelope.has_notes;
        // Only steps say what a figure cites.
        let sheet = Sheet::new(has_notes, digits);
        let (outputs, out) = (calculator.about.line, Vec::new());
        Ok(Portfolio { reading, pricer, columns, outputs, has_notes, sheet, out, count: 0, faulty: 0 })
    }

    /// Writes the header: its own columns, and ours behind them.
    pub fn header<'c>(&mut self, own: impl Iterator<Item = &'c str>) {
        let answers = self.outputs.iter().filter(|output| !is_echo(output)).map(|output| output.name);
        let noted = NOTED.into_iter().filter(|_| self.has_notes);
        for column in own.chain(answers).chain(noted) {
            write_cell(&mut self.out, column.as_bytes());
            self.out.push(b',');
        }
        self.out.extend_from_slice(b"error\r\n");
    }

    /// Prices rows: to the end, or as far as they are whole.
    pub fn rows(&mut self, rows: &mut Reader<'_>, is_last: bool) {
        while let Some(cells) = if is_last { rows.next_row() } else { rows.next_whole_row() } {
            self.row(cells);
        }
    }

    fn row(&mut self, cells: Cells<'_>) {
        self.begin_row();
        let width = self.columns.len();
        match cells.iter().map(str::from_utf8).collect::<Result<Vec<&str>, _>>() {
            Ok(texts) => {
                if texts.len() > width {
                    self.reading.faults.push(self.beyond_the_columns(Problem::UnknownField));
                } else {
                    self.price(&texts);
                }
                self.echo(texts.iter().copied(), width);
            }
            Err(_) => {
                self.blame_bytes(cells);
                let texts: Vec<String> = cells.iter().map(lossy).collect();
                self.echo(texts.iter().map(String::as_str), width);
            }
        }
        self.end_row();
    }

    /// Prices a row by cells that were made ready for it and gives it back as its owner has it, in so many columns. With faults that are
    /// told already it is not priced. Out come all faults.
    pub fn row_of<'c>(
        &mut self,
        ready: Cells<'_>,
        own: impl Iterator<Item = &'c str>,
        width: usize,
        told: Vec<Fault>,
    ) -> Vec<Fault> {
        self.begin_row();
        self.reading.faults = told;
        if self.reading.faults.is_empty()
            && let Ok(texts) = ready.iter().map(str::from_utf8).collect::<Result<Vec<&str>, _>>()
        {
            self.price(&texts);
        }
        self.echo(own, width);
        self.end_row()
    }

    /// Where a column stands among those that were made ready.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column == name)
    }

    /// What the row that was priced last came to.
    pub fn line(&self) -> &Row {
        self.sheet.row()
    }

    fn begin_row(&mut self) {
        self.sheet.begin_line(0);
        self.sheet.forget();
    }

    /// Writes what stands behind its own columns.
    fn end_row(&mut self) -> Vec<Fault> {
        let faults = std::mem::take(&mut self.reading.faults);
        let is_priced = faults.is_empty();
        self.count += 1;
        self.faulty += usize::from(!is_priced);
        self.answer(is_priced);
        if self.has_notes {
            self.notes(is_priced);
        }
        for (at, Fault { field, problem }) in faults.iter().enumerate() {
            let (gap, of) = (if at > 0 { "; " } else { "" }, if field.is_empty() { "" } else { " " });
            // Codes and names hold nothing that would have to be quoted; writing to memory succeeds.
            let _ = write!(self.out, "{gap}{}{of}{field}", problem.code());
        }
        self.out.extend_from_slice(b"\r\n");
        faults
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
    fn echo<'c>(&mut self, mut texts: impl Iterator<Item = &'c str>, width: usize) {
        for _ in 0..width {
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
