//! What a table says of its amounts beside them: thousands of them, or another currency.

use super::Options;
use super::columns::{Column, Use};
use super::grid::{Grid, Row};
use crate::reading::{Wants, currency, plain};

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
        let asked = column.index.and_then(|index| options.asked.get(index));
        let is_amount = asked.is_some_and(|asked| asked.wants() == Wants::Money);
        if is_amount && options.chosen.of(&column.header).is_none() {
            (column.put, column.field, column.index) = (Use::Ask, None, None);
        }
    }
}

/// The column in which the currency of each row stands.
pub(super) fn currencies_at(grid: &Grid, header: &Row) -> Option<usize> {
    grid.cells(header).position(|cell| CURRENCY.contains(&plain(cell).as_str()))
}

/// The currency that a row names, if it is not the one of the form.
pub(super) fn foreign(cell: &str, of_form: Option<&str>) -> Option<&'static str> {
    let codes = currency::called(cell);
    let is_own = of_form.is_none_or(|code| codes.contains(&code));
    codes.first().copied().filter(|_| !is_own)
}
