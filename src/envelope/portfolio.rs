//! A portfolio: rows of a CSV file in, the same rows priced out.
//!
//! Each row is read, priced and written before the next, so that memory holds the input, the
//! output and one row, however many there are.

use crate::calculators::{Calculator, Output, OutputKind, RowPricer};
use crate::envelope::csv::{Cells, Reader, guarded, write_cell};
use crate::envelope::quote::Envelope;
use crate::form::{Field, Reading, Source};
use crate::request::given::Given;
use crate::request::problem::Problem;
use crate::request::refusal::{Fault, Refusal};
use crate::working::sheet::Sheet;
use std::io::Write;

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Prices every row. `options` is a request without its lines; the columns are named as the fields
/// of a line, in any order. Out come the same columns, then the line's answer by name, then
/// `error`: empty, or the code and field of everything that is wrong with that row.
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
    // Where only lines are asked for, there is nothing to say once.
    let nothing = Given::Object(Vec::new());
    let envelope = Envelope::read(options, Some(&nothing))?;
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
    let mut rows = Reader::new(csv);
    let columns: Vec<String> = rows.next_row().map_or_else(Vec::new, |cells| cells.iter().map(lossy).collect());
    if let Some(fields) = envelope.calculator.and_then(|calculator| calculator.line_fields) {
        check_header(&columns, fields, &mut reading.faults);
    }
    let (Some(calculator), Some(pricer), true) = (envelope.calculator, pricer, reading.faults.is_empty()) else {
        return Err(Refusal { errors: reading.faults });
    };

    let mut out = Vec::with_capacity(csv.len().saturating_mul(2));
    if csv.starts_with(BYTE_ORDER_MARK) {
        out.extend_from_slice(BYTE_ORDER_MARK);
    }
    let outputs = calculator.about.line;
    // Where no money is handled, none are asked for.
    let digits = envelope.digits.unwrap_or_default();
    let mut priced = Priced { out, columns: &columns, outputs, sheet: Sheet::new(false, digits) };
    priced.header();
    while let Some(cells) = rows.next_row() {
        priced.row(cells, &*pricer, &mut reading);
    }
    Ok(priced.out)
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

/// The table that is being written.
struct Priced<'a> {
    out: Vec<u8>,
    columns: &'a [String],
    outputs: &'a [Output],
    sheet: Sheet,
}

impl Priced<'_> {
    fn header(&mut self) {
        for column in self.columns {
            self.cell(column);
        }
        for output in self.outputs.iter().filter(|output| !is_echo(output)) {
            self.cell(output.name);
        }
        self.out.extend_from_slice(b"error\r\n");
    }

    fn cell(&mut self, cell: &str) {
        write_cell(&mut self.out, cell.as_bytes());
        self.out.push(b',');
    }

    fn row(&mut self, cells: Cells<'_>, pricer: &dyn RowPricer, reading: &mut Reading<'_>) {
        self.sheet.begin_line(0);
        self.sheet.forget_notes();
        let texts: Result<Vec<&str>, _> = cells.iter().map(str::from_utf8).collect();
        match texts {
            Ok(texts) => {
                if texts.len() > self.columns.len() {
                    reading.faults.push(self.beyond_the_columns(Problem::UnknownField));
                } else {
                    pricer.price(Source::Row(self.columns, &texts), reading, &mut self.sheet);
                }
                self.echo(texts.iter().copied());
            }
            Err(_) => {
                self.blame_bytes(cells, reading);
                let texts: Vec<String> = cells.iter().map(lossy).collect();
                self.echo(texts.iter().map(String::as_str));
            }
        }
        self.answer(reading.faults.is_empty());
        let mut gap = "";
        for fault in reading.faults.drain(..) {
            // Codes and names hold nothing that would have to be quoted; writing to memory succeeds.
            let _ = write!(self.out, "{gap}{} {}", fault.problem.code(), fault.field);
            gap = "; ";
        }
        self.out.extend_from_slice(b"\r\n");
    }

    /// A fault of the first cell that stands under no column, counted as a spreadsheet does.
    fn beyond_the_columns(&self, problem: Problem) -> Fault {
        Fault::at(format!("column {}", self.columns.len() + 1), problem)
    }

    fn blame_bytes(&self, cells: Cells<'_>, reading: &mut Reading<'_>) {
        for (column, cell) in self.columns.iter().zip(cells.iter()) {
            if str::from_utf8(cell).is_err() {
                reading.faults.push(Fault::at(column.as_str(), Problem::NotUtf8));
            }
        }
        if reading.faults.is_empty() {
            reading.faults.push(self.beyond_the_columns(Problem::NotUtf8));
        }
    }

    /// What came in, one cell for each column, such that no spreadsheet runs it.
    fn echo<'c>(&mut self, mut texts: impl Iterator<Item = &'c str>) {
        for _ in self.columns {
            let text = texts.next().unwrap_or_default();
            self.cell(&guarded(text));
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

/// Whether it repeats what came in, in a column of its own already.
pub(crate) fn is_echo(output: &Output) -> bool {
    output.echoed || matches!(output.kind, OutputKind::Text)
}
