//! Writes a described workbook as a file.

use std::fmt;

use rust_xlsxwriter::{DataValidation, DocProperties, ExcelDateTime, Formula, Workbook as File, Worksheet, XlsxError};

use crate::description::{Cell, Holds, Result as Outcome, Sheet, Workbook};
use crate::styles::Styles;

/// Why there is no file.
#[derive(Debug)]
pub enum Fault {
    /// What was handed in describes no workbook.
    Description(serde_json::Error),
    /// A spreadsheet cannot hold it: too many rows, a name that no sheet may have.
    Workbook(XlsxError),
    /// A cell is to hold a number that is none.
    Number(String),
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::Description(error) => write!(formatter, "no workbook is described: {error}"),
            Fault::Workbook(error) => write!(formatter, "{error}"),
            Fault::Number(text) => write!(formatter, "{text:?} is no number"),
        }
    }
}

impl std::error::Error for Fault {}

impl From<serde_json::Error> for Fault {
    fn from(error: serde_json::Error) -> Fault {
        Fault::Description(error)
    }
}

impl From<XlsxError> for Fault {
    fn from(error: XlsxError) -> Fault {
        Fault::Workbook(error)
    }
}

/// A4, by the number that spreadsheets have for it.
const A4: u8 = 9;

/// The bytes of the workbook that a text describes.
///
/// # Errors
///
/// Where it describes none, or none that a spreadsheet can hold.
pub fn workbook(description: &str) -> Result<Vec<u8>, Fault> {
    let Workbook { title, created, font, sheets } = serde_json::from_str(description)?;
    let mut file = File::new();
    let day = ExcelDateTime::parse_from_str(&created)?;
    file.set_properties(&DocProperties::new().set_title(title).set_author("Clausewise").set_creation_datetime(&day));
    let mut styles = Styles::new(font);
    for sheet in sheets {
        write_sheet(file.add_worksheet(), sheet, &mut styles)?;
    }
    Ok(file.save_to_buffer()?)
}

fn write_sheet(to: &mut Worksheet, sheet: Sheet, styles: &mut Styles) -> Result<(), Fault> {
    to.set_name(sheet.name)?;
    for (column, width) in (0_u16..).zip(&sheet.widths) {
        to.set_column_width(column, *width)?;
    }
    for (row, cells) in (0_u32..).zip(sheet.rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            if let Some(cell) = cell {
                write_cell(to, row, column, cell, styles)?;
            }
        }
    }
    if sheet.frozen > 0 {
        to.set_freeze_panes(sheet.frozen, 0)?;
    }
    if let Some((first, last)) = sheet.repeated {
        to.set_repeat_rows(first, last)?;
    }
    if let Some((row, column, last_row, last_column)) = sheet.filtered {
        to.autofilter(row, column, last_row, last_column)?;
    }
    for choice in sheet.choices {
        let rule = DataValidation::new().allow_list_strings(&choice.of)?;
        to.add_data_validation(choice.row, choice.column, choice.row, choice.column, &rule)?;
    }
    to.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0).set_screen_gridlines(false);
    // An `&` begins a code of the footer's own.
    to.set_footer(format!("&L{}&R&P / &N", sheet.foot.replace('&', "&&")));
    Ok(())
}

fn write_cell(to: &mut Worksheet, row: u32, column: u16, cell: Cell, styles: &mut Styles) -> Result<(), Fault> {
    let format = styles.of(cell.style, &cell.format);
    match cell.holds {
        Holds::Text(text) => to.write_string_with_format(row, column, text, format)?,
        Holds::Number(digits) => to.write_number_with_format(row, column, number(&digits)?, format)?,
        Holds::Flag(flag) => to.write_boolean_with_format(row, column, flag, format)?,
        // A text that looks like a number would be kept as one.
        Holds::Formula(_, Outcome::Text(text)) if is_taken_otherwise(&text) => {
            to.write_string_with_format(row, column, text, format)?
        }
        Holds::Formula(formula, result) => {
            let result = match result {
                Outcome::Text(text) => text,
                Outcome::Number(digits) => {
                    number(&digits)?;
                    digits
                }
                Outcome::Flag(flag) => if flag { "TRUE" } else { "FALSE" }.to_owned(),
            };
            to.write_formula_with_format(row, column, Formula::new(formula).set_result(result), format)?
        }
        Holds::Nothing(()) => to.write_blank(row, column, format)?,
    };
    Ok(())
}

/// The number that a cell holds: a spreadsheet has no other than floats, and the nearest one is what anybody gets who types the
/// decimal.
fn number(digits: &str) -> Result<f64, Fault> {
    let is_plain = digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b'-');
    match digits.parse::<f64>() {
        Ok(number) if is_plain && number.is_finite() => Ok(number),
        _ => Err(Fault::Number(digits.to_owned())),
    }
}

/// Whether the result of a formula would not be read as the text that it is.
fn is_taken_otherwise(text: &str) -> bool {
    text.parse::<f64>().is_ok() || ["TRUE", "FALSE"].contains(&text) || text.starts_with('#')
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::{Fault, workbook};

    const SMALL: &str = r##"{ "title": "A & B", "created": "2026-11-21", "font": null, "sheets": [{ "name": "一", "widths": [20, 8], "frozen": 1,
        "repeated": [0, 0], "filtered": [0, 0, 1, 1], "foot": "R&D", "rows": [
            [{ "text": "=1+1", "style": "head" }, { "number": "12.50", "format": "#,##0.00\\ \"TWD\"" }],
            [{ "formula": ["B1*2", { "number": "25" }], "style": "total" }, null, { "formula": ["A1", { "text": "nan" }] }, { "nothing": null, "style": "entry" }],
            [{ "flag": true }, { "formula": ["A3", { "flag": true }] }]
        ], "choices": [{ "row": 2, "column": 0, "of": ["a", "b"] }] }] }"##;

    #[test]
    fn the_same_description_gives_the_same_bytes() {
        let [one, other] = [SMALL, SMALL].map(|text| workbook(text).unwrap());
        assert!(one.starts_with(b"PK"));
        assert_eq!(one, other);
    }

    #[test]
    fn what_is_no_workbook_is_refused() {
        let odd = |from: &str, to: &str| workbook(&SMALL.replace(from, to));
        assert!(matches!(workbook("{}"), Err(Fault::Description(_))));
        assert!(matches!(odd("\"flag\": true }, {", "\"flag\": 1 }, {"), Err(Fault::Description(_))));
        assert!(matches!(odd("12.50", "1e3"), Err(Fault::Number(_))));
        assert!(matches!(odd("12.50", "inf"), Err(Fault::Number(_))));
        assert!(matches!(odd("12.50", ""), Err(Fault::Number(_))));
        assert!(matches!(odd("\"number\": \"25\"", "\"number\": \"x\""), Err(Fault::Number(_))));
        for name in ["", "a:b", "'a", "0123456789012345678901234567890123"] {
            assert!(matches!(odd("一", name), Err(Fault::Workbook(_))), "{name}");
        }
        assert!(matches!(odd("2026-11-21", "2026-13-41"), Err(Fault::Workbook(_))));
        assert!(matches!(odd("=1+1", &"x".repeat(40_000)), Err(Fault::Workbook(_))));
        assert!(matches!(odd("\"a\", \"b\"", &format!("\"{}\"", "x".repeat(300))), Err(Fault::Workbook(_))));
    }
}
