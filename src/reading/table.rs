//! A table as people keep it, from a spreadsheet's file, export or clipboard, made ready for `quoteCsv`.
//!
//! Nothing in it is guessed in silence: what can be told is read, what cannot is asked, what is left out is said.

mod columns;
mod delimiter;
mod encoding;
mod fields;
mod grid;
mod header;
mod headings;
mod names;
mod options;
mod orders;
mod own;
mod rows;
mod suggest;
mod total;
mod units;

pub use columns::{Column, Use};
pub(super) use options::OWN;
use options::{Chosen, Options};
pub use orders::Orders;

use crate::request::given::Given;
use crate::request::problem::Problem;
use crate::request::refusal::{Fault, Refusal};
use crate::values::members::{Members, Name};
use encoding::Decoded;
pub(super) use grid::{Grid, Row, cut};
use header::Head;
use headings::Headings;
use rows::Rows;
use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

/// A table that was read.
#[derive(Debug, Clone, Serialize)]
pub struct ReadTable {
    /// The encoding of its bytes, as the Encoding Standard calls it.
    pub encoding: &'static str,
    /// What parts its cells.
    pub delimiter: char,
    /// Whether there are headings above it.
    pub headed: bool,
    /// Whether somebody has to choose its columns before its rows can be used.
    pub ask: bool,
    /// Its columns.
    pub columns: Vec<Column>,
    /// How many rows of data it has.
    pub rows: usize,
    /// The same table as the contract has it. Cells that could not be read are empty.
    #[serde(skip)]
    pub csv: Vec<u8>,
    /// Everything that could not be read.
    pub faults: Vec<TableFault>,
    /// Rows that are no data.
    pub left_out: Vec<LeftOut>,
    /// The rows as a request has them, where the list may have so many.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lines: Option<Vec<Given>>,
}

/// Something in a table that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableFault {
    /// The row of data, counted from 1; none where it is the whole table.
    pub row: Option<usize>,
    /// What stands above the column; none where it is the whole row.
    pub column: Option<String>,
    /// The field that the column is.
    pub field: Option<&'static str>,
    /// What is wrong.
    pub problem: Problem,
    /// What stands there, up to 200 characters of it.
    pub text: String,
}

impl Serialize for TableFault {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut fault = to.serialize_struct("TableFault", 6)?;
        fault.serialize_field("row", &self.row)?;
        fault.serialize_field("column", &self.column)?;
        fault.serialize_field("field", &self.field)?;
        fault.serialize_field("code", &Name(self.problem.code()))?;
        fault.serialize_field("values", &Members(&self.problem.values()))?;
        fault.serialize_field("text", &self.text)?;
        fault.end()
    }
}

/// A row of the file that is no data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LeftOut {
    /// Which row of the file it is, counted from 1.
    pub line: usize,
    /// What it is: `title`, `total`, the `header` once more, or a `note` beside the columns that are read.
    pub why: &'static str,
    /// What stands in it.
    pub text: String,
}

/// Reads a table. `options` are those of `quoteCsv`, of which the day and the input are not looked at, and may have
/// `columns` (an object from headings to fields), `day_first` (an object from headings to whether the day stands before
/// the month), `encoding`, `delimiter`, `headed`, `list` and `names`.
///
/// ```
/// let options = r#"{ "calculator": "cancellation", "currency": "USD" }"#;
/// let table = clausewise::read_table(&serde_json::from_str(options)?, b"starts_on;fee\n2025-07-31;1000.00\n")?;
/// assert_eq!((table.delimiter, table.rows, table.csv.as_slice()), (';', 1, &b"starts_on,fee\r\n2025-07-31,1000.00\r\n"[..]));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// A [`Refusal`] where the options are wrong, or the bytes are no text.
pub fn read_table(options: &Given, bytes: &[u8]) -> Result<ReadTable, Refusal> {
    Ok(take(options, bytes, &|_, _| usize::MAX)?.table)
}

/// A table with the cells as its owner has them.
pub(super) struct Taken {
    pub table: ReadTable,
    pub grid: Grid,
    /// Where the headings stand.
    pub header: Option<usize>,
    /// Where the rows of data stand, in their order.
    pub data: Vec<usize>,
    /// How many bytes of the text are left behind it.
    pub left: usize,
}

/// Reads a table, or as much of it as `upto` says when it is told what parts the cells.
pub(super) fn take(options: &Given, bytes: &[u8], upto: &dyn Fn(&str, u8) -> usize) -> Result<Taken, Refusal> {
    let options = Options::read(options)?;
    let headings = Headings::of(&options.asked, options.names);
    let Decoded { encoding, text } = decode(bytes, &options, &headings)?;
    let (first_line, rest) = text.split_once('\n').unwrap_or((&text, ""));
    // What some spreadsheets write above a table, and read themselves.
    let said = match first_line.trim_end().strip_prefix("sep=").map(str::as_bytes) {
        Some(&[said]) if delimiter::KNOWN.contains(&said) && options.above.is_none() => Some(said),
        _ => None,
    };
    let all = if said.is_some() { rest } else { text.as_str() };
    let parted_by =
        options.delimiter.or(said).unwrap_or_else(|| delimiter::find(all, &options.asked, &headings, &options.chosen));
    let body = all.get(..upto(all, parted_by)).unwrap_or(all);
    let left = all.len() - body.len();
    let mut grid = Grid::part(body, parted_by, usize::MAX);
    grid.begin_at_line(usize::from(said.is_some()));
    let head = match &options.above {
        Some(above) => {
            grid.put_above(above);
            Head { header: Some(0), first: 1 }
        }
        None => header::find(&grid, &options.asked, &headings, &options.chosen, options.headed),
    };
    let header = head.header.and_then(|at| grid.rows().get(at));
    let answers = header.map_or(0, |row| own::answers(&grid, row, options.calculator));
    let mut columns = columns::tell(&grid, &head, &options.asked, &headings, &options.chosen, answers);
    let titles = || grid.rows().iter().take(head.first).enumerate().filter(|(at, _)| head.header != Some(*at));
    if titles().any(|(_, row)| units::are_told(&rows::text_of(&grid, row), options.currency)) {
        units::ask_for_amounts(&mut columns, &options);
    }
    let currencies_at = header.and_then(|row| units::currencies_at(&grid, row));
    let below = grid.rows().iter().enumerate().skip(head.first);
    let mixed = match currencies_at {
        None => units::ask_for_mixed(&grid, below.clone().map(|(_, row)| row), &mut columns, &options),
        // Each row says its own.
        Some(_) => Vec::new(),
    };

    let mut rows = Rows::under(&grid, &columns, &options, currencies_at);
    rows.faults.extend(mixed);
    for (_, row) in titles() {
        rows.left_out.push(LeftOut { line: row.line, why: "title", text: rows::text_of(&grid, row) });
    }
    let lacking = lacking(&columns, &options);
    let ask = columns.iter().any(|column| column.put == Use::Ask);
    rows.faults.extend(lacking);
    for (at, row) in below {
        // Printed tables have their headings on every page.
        if header.is_some_and(|header| grid.cells(header).eq(grid.cells(row))) {
            rows.left_out.push(LeftOut { line: row.line, why: "header", text: rows::text_of(&grid, row) });
        } else {
            rows.add(at, row);
        }
    }
    if options.is_listed && rows.count > options.most {
        rows.faults.insert(0, too_many(rows.count, options.most));
    }
    let Rows { csv, count, data, faults, left_out, lines, read, .. } = rows;
    let orders: Vec<(usize, Orders)> = read.into_iter().map(|column| (column.at, column.orders)).collect();
    for (at, orders) in orders {
        if let Some(column) = columns.get_mut(at) {
            column.days = Some(orders).filter(|orders| orders.either > 0);
        }
    }
    let (delimiter, headed) = (char::from(parted_by), head.header.is_some());
    let table = ReadTable { encoding, delimiter, headed, ask, columns, rows: count, csv, faults, left_out, lines };
    Ok(Taken { table, grid, header: head.header, data, left })
}

/// The text of the bytes. Where two encodings fit, the one in which headings are known.
fn decode(bytes: &[u8], options: &Options<'_>, headings: &Headings<'_>) -> Result<Decoded, Refusal> {
    let refused = |field: &str| {
        let got = options.encoding.unwrap_or_default().to_owned();
        let place = encoding::first_wrong(bytes, options.encoding);
        Refusal { errors: vec![Fault::at(field, Problem::NotText { got, place })] }
    };
    if let Some(encoding) = options.encoding {
        return encoding::read_as(bytes, encoding).ok_or_else(|| refused("encoding"));
    }
    let mut readings = encoding::readings(bytes);
    let knows = |reading: &Decoded| {
        let known =
            |delimiter| header::most_known(&Grid::part(&reading.text, delimiter, 20), headings, &options.chosen);
        delimiter::KNOWN.into_iter().any(|delimiter| known(delimiter) > 0)
    };
    if let [first, second] = readings.as_slice()
        && !knows(first)
        && knows(second)
    {
        readings.swap(0, 1);
    }
    readings.into_iter().next().ok_or_else(|| refused(""))
}

fn too_many(rows: usize, most: usize) -> TableFault {
    let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let problem = Problem::TooManyLines { got: count(rows), max: count(most) };
    TableFault { row: None, column: None, field: None, problem, text: String::new() }
}

/// A fault for each field that every row needs and no column gives.
fn lacking(columns: &[Column], options: &Options<'_>) -> Vec<TableFault> {
    let gives = |name: &str| columns.iter().any(|column| column.put == Use::Field && column.field == Some(name));
    let lacking = options.asked.iter().filter(|asked| asked.is_needed() && !gives(asked.field.name));
    let fault = |name: &'static str| TableFault {
        row: None,
        column: Some(name.to_owned()),
        field: Some(name),
        problem: Problem::Missing,
        text: String::new(),
    };
    lacking.map(|asked| fault(asked.field.name)).collect()
}
