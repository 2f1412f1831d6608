//! Reads the sheets of a workbook (.xlsx, .xlsm, .xlsb, .xls, .ods), each as a table of text: what `readTable` of the core takes.
//!
//! A cell is what its type says and not what it looks like: a day is `2026-12-15` however the sheet shows it, an amount has
//! no thousands parted, and a percentage is `5%`. What a formula last came to is its value; of one that came to nothing yet it is
//! said where it stands.

mod bounds;
mod cells;
mod table;
#[cfg(target_arch = "wasm32")]
mod wasm;

pub use bounds::Bounds;

use calamine::{
    Data, DataRef, Ods, OdsError, Reader, SheetType, SheetVisible, Xls, XlsError, Xlsb, XlsbError, Xlsx, XlsxError,
};
use std::collections::HashSet;
use std::io::Cursor;
use table::Table;
use thiserror::Error;

/// A sheet with something in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// What it is called.
    pub name: String,
    /// Whether the workbook hides it.
    pub is_hidden: bool,
    /// Its rows as CSV, from the first of the sheet on, so that a row stands in the line of its number; a row of several lines is one.
    pub csv: String,
    /// How many rows have something in them.
    pub rows: usize,
    /// Cells with a formula that nothing has worked out yet: how many, and where the first is (`C5`).
    pub unknown: usize,
    /// Where the first of them stands.
    pub first_unknown: Option<String>,
}

/// Why there are no sheets.
#[derive(Debug, Error)]
pub enum Unreadable {
    /// The bytes are no workbook of a kind that is known.
    #[error("not a workbook")]
    NotAWorkbook,
    /// Its cells can be had with a password only.
    #[error("the workbook is protected by a password")]
    Password,
    /// It holds more than may be read.
    #[error("the workbook holds too much")]
    TooMuch,
    /// Something in it is not as it has to be.
    #[error("the workbook is damaged: {0}")]
    Damaged(String),
}

/// Reads every sheet that holds something, in the order of the workbook.
///
/// # Errors
/// [`Unreadable`], where there are none to be had.
pub fn sheets(bytes: &[u8], bounds: &Bounds) -> Result<Vec<Sheet>, Unreadable> {
    let file = Cursor::new(bytes);
    match bounds::kind(bytes, bounds)? {
        bounds::Kind::Xls => filled(Xls::new(file)?, bounds, by_ranges),
        bounds::Kind::Xlsx => filled(Xlsx::new(file)?, bounds, by_cells),
        bounds::Kind::Xlsb => filled(Xlsb::new(file)?, bounds, by_ranges),
        bounds::Kind::Ods => filled(Ods::new(file)?, bounds, by_ranges),
    }
}

/// Each sheet that is a table, filled in the way of its kind; together they hold no more than may be read.
fn filled<'a, R: Reader<Cursor<&'a [u8]>>>(
    mut workbook: R,
    bounds: &Bounds,
    fill: impl Fn(&mut R, &str, &mut Table) -> Result<(), Unreadable>,
) -> Result<Vec<Sheet>, Unreadable> {
    let is_table = |sheet: &calamine::Sheet| sheet.typ == SheetType::WorkSheet;
    let sheets: Vec<_> = workbook.sheets_metadata().iter().filter(|sheet| is_table(sheet)).cloned().collect();
    let mut found = Vec::new();
    let mut left = bounds.cells;
    for sheet in sheets {
        let mut table = Table::new(left);
        fill(&mut workbook, &sheet.name, &mut table)?;
        left = table.left();
        found.extend(table.end(sheet.name, sheet.visible != SheetVisible::Visible)?);
    }
    Ok(found)
}

/// Cell by cell, so that one that stands far off costs no more than others.
fn by_cells(workbook: &mut Xlsx<Cursor<&[u8]>>, name: &str, table: &mut Table) -> Result<(), Unreadable> {
    let percentages = percentages(workbook, name)?;
    let mut cells = workbook.worksheet_cells_reader(name)?;
    while let Some(cell) = cells.next_cell_with_formula()? {
        let has_formula = cell.formula.is_some();
        let value = match (&cell.value, percentages.contains(&cell.pos)) {
            (DataRef::Float(number), true) => Some(cells::percentage(*number)),
            (DataRef::Int(number), true) => Some(format!("{}%", number.saturating_mul(100))),
            (value, _) => cells::text(&Data::from(value.clone())),
        };
        table.put(cell.pos, value, has_formula)?;
    }
    Ok(())
}

/// Cells that are shown as percentages: the sheet keeps a hundredth of what it shows.
fn percentages(workbook: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<HashSet<(u32, u32)>, Unreadable> {
    let mut cells = workbook.worksheet_cells_reader(name)?;
    let is_percentage = |style: &calamine::Style| {
        style.number_format.as_ref().is_some_and(|format| cells::is_of_percentages(&format.format_code))
    };
    let styles: Vec<bool> = cells.styles().iter().map(is_percentage).collect();
    let mut found = HashSet::new();
    if !styles.contains(&true) {
        return Ok(found);
    }
    while let Some((row, column, style)) = cells.next_style_id()? {
        if styles.get(style).copied().unwrap_or_default() {
            found.insert((row, column));
        }
    }
    Ok(found)
}

/// Sheets that come whole.
fn by_ranges<'a, R>(workbook: &mut R, name: &str, table: &mut Table) -> Result<(), Unreadable>
where
    R: Reader<Cursor<&'a [u8]>>,
    Unreadable: From<R::Error>,
{
    let range = workbook.worksheet_range(name)?;
    let formulas = workbook.worksheet_formula(name)?;
    let (first_row, first_column) = range.start().unwrap_or_default();
    for (row, cells) in (first_row..).zip(range.rows()) {
        for (column, value) in (first_column..).zip(cells) {
            let has_formula = formulas.get_value((row, column)).is_some_and(|formula| !formula.is_empty());
            if has_formula || *value != Data::Empty {
                table.put((row, column), cells::text(value), has_formula)?;
            }
        }
    }
    Ok(())
}

macro_rules! from_errors {
    ($($error:ident),*) => {
        $(impl From<$error> for Unreadable {
            fn from(error: $error) -> Unreadable {
                match error {
                    $error::Password => Unreadable::Password,
                    other => Unreadable::Damaged(other.to_string()),
                }
            }
        })*
    };
}

from_errors!(XlsError, XlsxError, XlsbError, OdsError);
