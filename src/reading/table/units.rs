//! What a table says of its amounts beside them: thousands of them, or another currency.

use super::columns::{Column, Use};
use super::fields::Asked;
use super::grid::{Grid, Row, is_blank};
use super::{Options, TableFault, grid};
use crate::reading::clean::clean;
use crate::reading::{Wants, currency, plain};
use crate::request::problem::Problem;

/// Words above a table that make its amounts more than they look.
const MULTIPLES: [&str; 12] =
    ["千元", "仟元", "萬元", "万元", "百萬", "百万", "億元", "thousand", "million", "billion", "000s", "ink"];

/// Words behind which a currency is named.
const CURRENCY: [&str; 7] = ["幣別", "幣種", "币别", "币种", "貨幣", "currency", "ccy"];

/// Whether a title says that amounts are not what they look like in the currency of the form.
pub(super) fn are_told(title: &str, of_form: Option<&str>) -> bool {
    let text = plain(title);
    if MULTIPLES.iter().any(|word| text.contains(word)) {
        return true;
    }
    let Some(word) = CURRENCY.iter().find(|word| text.contains(**word)) else { return false };
    let named = text.split_once(word).map_or("", |(_, named)| named);
    !of_form.is_some_and(|code| currency::called(named).contains(&code))
}

/// Amounts are asked about, unless somebody has chosen their column.
pub(super) fn ask_for_amounts(columns: &mut [Column], options: &Options<'_>) {
    for column in columns {
        if amounts(column, options).is_some() {
            ask(column);
        }
    }
}

/// The field of a column of amounts that nobody has chosen.
fn amounts<'o>(column: &Column, options: &'o Options<'_>) -> Option<&'o Asked> {
    let asked = column.index.and_then(|index| options.asked.get(index));
    asked.filter(|asked| asked.wants() == Wants::Money && options.chosen.of(&column.header).is_none())
}

fn ask(column: &mut Column) {
    (column.put, column.field, column.index) = (Use::Ask, None, None);
}

/// A column in which some amounts are in another currency, none says that it is in the form's, and others say nothing:
/// those may be in either. It is asked about, and the first that is in another currency is told.
pub(super) fn ask_for_mixed<'g>(
    grid: &'g Grid,
    rows: impl Iterator<Item = &'g Row> + Clone,
    columns: &mut [Column],
    options: &Options<'_>,
) -> Vec<TableFault> {
    let mut told = Vec::new();
    for (at, column) in columns.iter_mut().enumerate() {
        let Some(asked) = amounts(column, options).filter(|_| column.put == Use::Field) else { continue };
        let (mut other, mut is_bare, mut has_own) = (None, false, false);
        for row in rows.clone() {
            let cell = grid.cell(row, at);
            if cell.bytes().all(|byte| byte.is_ascii_digit() || b"., '".contains(&byte)) {
                is_bare |= !is_blank(cell);
                continue;
            }
            match asked.read(cell) {
                Err(problem @ Problem::OtherCurrency { .. }) => other = other.or(Some((problem, cell))),
                Ok(_) => match currency::around(&clean(cell)).names.is_empty() {
                    true => is_bare = true,
                    // The one with the sign speaks for those without.
                    false => {
                        has_own = true;
                        break;
                    }
                },
                Err(_) => {}
            }
        }
        if let Some((problem, text)) = other.filter(|_| is_bare && !has_own) {
            told.push(TableFault {
                row: None,
                column: Some(column.header.clone()),
                field: column.field,
                problem,
                text: grid::cut(text),
            });
            ask(column);
        }
    }
    told
}

/// The column in which the currency of each row stands.
pub(super) fn currencies_at(grid: &Grid, header: &Row) -> Option<usize> {
    grid.cells(header).position(|cell| CURRENCY.contains(&plain(cell).as_str()))
}

/// The currencies that a row may name.
pub(super) fn codes(cell: &str) -> Vec<&'static str> {
    if is_blank(cell) { Vec::new() } else { currency::called(cell) }
}

/// The currency that a row names, if it is not the one of the form.
pub(super) fn foreign(codes: &[&'static str], of_form: Option<&str>) -> Option<&'static str> {
    let is_own = of_form.is_none_or(|code| codes.contains(&code));
    codes.first().copied().filter(|_| !is_own)
}
