//! The rows of a table, cell by cell, as the contract writes them.

use super::columns::{Column, Use};
use super::fields::Asked;
use super::grid::{Grid, Row, is_blank};
use super::{LeftOut, Options, Orders, TableFault, grid, total, units};
use crate::envelope::csv::{unguarded, write_cell};
use crate::reading::clean::forced;
use crate::request::given::Given;
use crate::request::problem::Problem;
use std::borrow::Cow;

/// A column that is read.
pub(super) struct Read<'a> {
    /// Where it stands.
    pub at: usize,
    header: &'a str,
    asked: &'a Asked,
    /// Whether its days have been said to stand before their months.
    is_day_first: Option<bool>,
    pub orders: Orders,
}

/// What was read of the rows.
pub(super) struct Rows<'a> {
    grid: &'a Grid,
    /// The columns that are read.
    pub read: Vec<Read<'a>>,
    width: usize,
    /// Columns that only some rows need, and no row of this table has.
    lacking: usize,
    is_own: bool,
    /// The column in which the currency of each row stands.
    currencies_at: Option<usize>,
    /// So many a request may have.
    most: usize,
    pub csv: Vec<u8>,
    pub count: usize,
    /// Where the rows of data stand.
    pub data: Vec<usize>,
    pub faults: Vec<TableFault>,
    pub left_out: Vec<LeftOut>,
    /// As a request has them, where a request may have so many.
    pub lines: Option<Vec<Given>>,
}

impl<'a> Rows<'a> {
    /// Before the first row: the header is written.
    pub fn under(
        grid: &'a Grid,
        columns: &'a [Column],
        options: &'a Options<'_>,
        currencies_at: Option<usize>,
    ) -> Rows<'a> {
        let told = columns.iter().enumerate().filter(|(_, column)| column.put == Use::Field);
        let asked = &options.asked;
        let read_at = |(at, column): (usize, &'a Column)| {
            let (header, asked) = (column.header.as_str(), asked.get(column.index?)?);
            let is_day_first = options.is_day_first(header);
            Some(Read { at, header, asked, is_day_first, orders: Orders::default() })
        };
        let read: Vec<Read<'_>> = told.filter_map(read_at).collect();
        let mut csv = Vec::new();
        let mut lacking = 0;
        if !read.is_empty() {
            let has = |name: &str| read.iter().any(|read| read.asked.field.name == name);
            let also = asked
                .iter()
                .filter(|other| other.field.required && other.field.only_if.is_some() && !has(other.field.name));
            let names = read.iter().map(|read| read.asked.field.name);
            let more: Vec<&str> = also.map(|other| other.field.name).collect();
            lacking = more.len();
            write_row(&mut csv, names.chain(more));
        }
        let is_own = columns.iter().any(|column| column.put == Use::Answer);
        let (faults, left_out, lines) = (Vec::new(), Vec::new(), Some(Vec::new()));
        Rows {
            grid,
            read,
            width: columns.len(),
            lacking,
            is_own,
            currencies_at,
            most: options.most,
            csv,
            count: 0,
            data: Vec::new(),
            faults,
            left_out,
            lines,
        }
    }

    /// Reads a row: into the table and the lines, or among what is left out.
    pub fn add(&mut self, at: usize, row: &Row) {
        let problem = if row.is_unclosed {
            Some(Problem::UnclosedQuote)
        } else if let Some(why) = self.is_no_data(row) {
            self.left_out.push(LeftOut { line: row.line, why, text: text_of(self.grid, row) });
            return;
        } else {
            self.unevenness(row)
        };
        self.count += 1;
        self.data.push(at);
        let mut values = Vec::with_capacity(self.read.len());
        let mut members = Vec::new();
        if let Some(problem) = problem {
            let text = text_of(self.grid, row);
            self.faults.push(TableFault { row: Some(self.count), column: None, field: None, problem, text });
            values.resize(self.read.len(), String::new());
        } else {
            let named = self.currencies_at.map_or("", |at| self.grid.cell(row, at));
            let codes = units::codes(named);
            for Read { at, header, asked, is_day_first, orders } in &mut self.read {
                let cell = self.grid.cell(row, *at);
                let read = match units::foreign(&codes, asked.currency()).filter(|_| !is_blank(cell)) {
                    Some(currency) => {
                        Err(Problem::OtherCurrency { got: grid::cut(named), currency: currency.to_owned() })
                    }
                    None => orders.count(cell, value(cell, asked, self.is_own), *is_day_first),
                };
                match read {
                    Ok(Some(value)) => {
                        values.push(value.shown());
                        if self.lines.is_some() {
                            members.push((asked.field.name.to_owned(), value));
                        }
                    }
                    Ok(None) => values.push(String::new()),
                    Err(problem) => {
                        values.push(String::new());
                        self.faults.push(TableFault {
                            row: Some(self.count),
                            column: Some((*header).to_owned()),
                            field: Some(asked.field.name),
                            problem,
                            text: grid::cut(cell),
                        });
                    }
                }
            }
        }
        if !self.read.is_empty() {
            let cells = values.iter().map(String::as_str);
            write_row(&mut self.csv, cells.chain(std::iter::repeat_n("", self.lacking)));
        }
        self.lines = self.lines.take().filter(|lines| lines.len() < self.most);
        if let Some(lines) = &mut self.lines {
            lines.push(Given::Object(members));
        }
    }

    /// Why a row is none of the data, if it is none: a sum, or a note that stands in no column that is read.
    fn is_no_data(&self, row: &Row) -> Option<&'static str> {
        if self.sums_up(row) {
            return Some("total");
        }
        let is_beside = !self.read.is_empty() && self.read.iter().all(|read| is_blank(self.grid.cell(row, read.at)));
        (is_beside && row.width >= self.width).then_some("note")
    }

    /// Whether a row sums up: its label says so. Nothing that is sold is called nothing but a sum.
    fn sums_up(&self, row: &Row) -> bool {
        total::is_labelled(self.grid, row)
    }

    fn unevenness(&self, row: &Row) -> Option<Problem> {
        let reach = self.grid.reach(row);
        let got = if reach > self.width { reach } else { row.width };
        if reach <= self.width && row.width >= self.width {
            return None;
        }
        let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        Some(Problem::UnevenRow { got: count(got), expected: count(self.width) })
    }
}

/// What a cell means; nothing where it is empty and may be.
fn value(cell: &str, asked: &Asked, is_own: bool) -> Result<Option<Given>, Problem> {
    if is_blank(cell) {
        return if asked.is_needed() { Err(Problem::Missing) } else { Ok(None) };
    }
    let cell = match asked.is_text() {
        true if is_own => unguarded(cell),
        true => Cow::Borrowed(forced(cell).unwrap_or(cell)),
        false => Cow::Borrowed(cell),
    };
    match asked.read(&cell) {
        // An accountant's dash where nothing has to stand.
        Err(_) if !asked.is_needed() && cell.trim().chars().all(|sign| matches!(sign, '-' | '–' | '—' | '－')) => {
            Ok(None)
        }
        read => read.map(Some),
    }
}

fn write_row<'c>(csv: &mut Vec<u8>, cells: impl Iterator<Item = &'c str>) {
    let start = csv.len();
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            csv.push(b',');
        }
        write_cell(csv, cell.as_bytes());
    }
    if csv.len() == start {
        // An empty line would be no row.
        csv.extend_from_slice(b"\"\"");
    }
    csv.extend_from_slice(b"\r\n");
}

/// What stands in a row, short enough to be shown.
pub(super) fn text_of(grid: &Grid, row: &Row) -> String {
    let filled = grid.cells(row).filter(|cell| !is_blank(cell)).map(str::trim);
    // As many cells as could be shown at all.
    grid::cut(&filled.take(grid::LONGEST).collect::<Vec<_>>().join(" "))
}
