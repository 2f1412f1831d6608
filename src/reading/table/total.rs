//! Rows that sum up the others.

use super::grid::{Grid, Row, is_blank};
use crate::reading::plain;

/// As [`plain()`] writes them.
const LABELS: [&str; 23] = [
    "合計",
    "總計",
    "小計",
    "總和",
    "加總",
    "共計",
    "總額",
    "總金額",
    "合計金額",
    "稅前合計",
    "未稅合計",
    "含稅合計",
    "總計含稅",
    "總計未稅",
    "合计",
    "总计",
    "小计",
    "共计",
    "total",
    "grandtotal",
    "subtotal",
    "totals",
    "sum",
];

/// Whether a cell says that sums stand beside it.
pub(super) fn is_label(cell: &str) -> bool {
    // Nearly every cell is longer or begins with a digit.
    let label = cell.trim_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '：'));
    if label.chars().nth(15).is_some() || label.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let label = plain(label);
    LABELS.contains(&label.as_str())
}

/// Whether the first cell of a row in which something is written says so.
pub(super) fn is_labelled(grid: &Grid, row: &Row) -> bool {
    grid.cells(row).find(|cell| !is_blank(cell)).is_some_and(is_label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_written_plainly() {
        assert_eq!(LABELS.map(plain), LABELS.map(str::to_owned));
    }

    #[test]
    fn a_label_is_known_with_its_colon_and_blanks() {
        for label in ["合 計：", "Grand  Total:", "TOTAL", "小計", " Subtotal "] {
            assert!(is_label(label), "{label}");
        }
        for other in ["", ":", "Total support", "合計費用", "12", "Totals of everything"] {
            assert!(!is_label(other), "{other}");
        }
    }
}
