//! A sheet while it is read: its cells, put in their rows.

use crate::{Sheet, Unreadable};

/// The most rows that a sheet of any program has, and the most columns of one that this reads.
const ROWS: u32 = 1_048_576;
const COLUMNS: u32 = 16_384;

pub(crate) struct Table {
    csv: String,
    /// Where the next cell goes, if it goes on where the last one ended.
    row: u32,
    column: u32,
    /// Where the last cell stands.
    last: Option<(u32, u32)>,
    /// Where each row with something in it ends, and how many cells it has.
    ends: Vec<(usize, u32)>,
    left: usize,
    unknown: usize,
    first_unknown: Option<String>,
}

impl Table {
    /// One that may have so many cells.
    pub fn new(left: usize) -> Table {
        Table {
            csv: String::new(),
            row: 0,
            column: 0,
            last: None,
            ends: Vec::new(),
            left,
            unknown: 0,
            first_unknown: None,
        }
    }

    /// How many cells there may still be.
    pub fn left(&self) -> usize {
        self.left
    }

    /// Puts a cell in its place: they come row by row, each from left to right.
    pub fn put(
        &mut self,
        (row, column): (u32, u32),
        value: Option<String>,
        has_formula: bool,
    ) -> Result<(), Unreadable> {
        let Some(text) = value else {
            if has_formula {
                self.unknown += 1;
                self.first_unknown.get_or_insert_with(|| address(row, column));
            }
            return Ok(());
        };
        if row >= ROWS || column >= COLUMNS || self.last.is_some_and(|last| (row, column) <= last) {
            return Err(Unreadable::Damaged(format!("{} is not where it has to be", address(row, column))));
        }
        // What lies between is written too, and counts.
        let before = if row == self.row { self.column } else { 0 };
        let gap = (row - self.row).saturating_add(column - before);
        let cost = usize::try_from(gap / 8).unwrap_or(usize::MAX).saturating_add(1);
        self.left = self.left.checked_sub(cost).ok_or(Unreadable::TooMuch)?;
        while self.row < row {
            self.end_row();
        }
        while self.column < column {
            self.csv.push(',');
            self.column += 1;
        }
        self.csv.push('"');
        self.csv.push_str(&text.replace('"', "\"\""));
        self.csv.push('"');
        self.last = Some((row, column));
        Ok(())
    }

    fn end_row(&mut self) {
        if self.last.is_some_and(|(row, _)| row == self.row) {
            self.ends.push((self.csv.len(), self.column + 1));
        }
        self.csv.push('\n');
        (self.row, self.column) = (self.row + 1, 0);
    }

    /// The sheet; none where nothing is in it.
    pub fn end(mut self, name: String, is_hidden: bool) -> Result<Option<Sheet>, Unreadable> {
        if self.last.is_some() {
            self.end_row();
        }
        let csv = self.even()?;
        let Table { ends, unknown, first_unknown, .. } = self;
        let rows = ends.len();
        Ok((rows > 0 || unknown > 0).then_some(Sheet { name, is_hidden, csv, rows, unknown, first_unknown }))
    }

    /// Its rows, each as wide as the widest: a sheet has no row that lacks cells.
    fn even(&self) -> Result<String, Unreadable> {
        let width = self.ends.iter().map(|(_, cells)| *cells).max().unwrap_or_default();
        let lacking: u64 = self.ends.iter().map(|(_, cells)| u64::from(width - cells)).sum();
        let lacking = usize::try_from(lacking).unwrap_or(usize::MAX);
        if lacking / 8 > self.left {
            return Err(Unreadable::TooMuch);
        }
        let mut even = String::with_capacity(self.csv.len().saturating_add(lacking));
        let mut from = 0;
        for (end, cells) in &self.ends {
            even.push_str(self.csv.get(from..*end).unwrap_or_default());
            even.extend((*cells..width).map(|_| ','));
            from = *end;
        }
        even.push_str(self.csv.get(from..).unwrap_or_default());
        Ok(even)
    }
}

/// A cell as a spreadsheet calls it.
fn address(row: u32, column: u32) -> String {
    let mut letters = String::new();
    let mut left = column + 1;
    while left > 0 {
        let letter = u8::try_from((left - 1) % 26).unwrap_or_default();
        letters.insert(0, char::from(b'A' + letter));
        left = (left - 1) / 26;
    }
    format!("{letters}{}", u64::from(row) + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn put(cells: &[(u32, u32, &str)], left: usize) -> Result<Option<Sheet>, Unreadable> {
        let mut table = Table::new(left);
        for (row, column, text) in cells {
            table.put((*row, *column), Some((*text).to_owned()).filter(|text| !text.is_empty()), text.is_empty())?;
        }
        table.end("a".to_owned(), false)
    }

    #[test]
    fn cells_stand_in_the_line_of_their_row() {
        let sheet = put(&[(1, 1, "a\"b"), (1, 3, "c,d"), (3, 0, "e\nf")], 100).ok().flatten();
        let sheet = sheet.map(|sheet| (sheet.csv, sheet.rows, sheet.unknown));
        assert_eq!(sheet, Some(("\n,\"a\"\"b\",,\"c,d\"\n\n\"e\nf\",,,\n".to_owned(), 2, 0)));
        assert!(put(&[], 100).is_ok_and(|sheet| sheet.is_none()));
    }

    #[test]
    fn what_is_not_worked_out_is_told_with_its_place() {
        let sheet = put(&[(0, 0, "a"), (4, 27, ""), (5, 0, "")], 100).ok().flatten();
        assert_eq!(sheet.map(|sheet| (sheet.unknown, sheet.first_unknown)), Some((2, Some("AB5".to_owned()))));
    }

    #[test]
    fn what_is_too_much_or_out_of_place_is_refused() {
        assert!(matches!(put(&[(0, 0, "a"), (0, 1, "b")], 1), Err(Unreadable::TooMuch)));
        assert!(matches!(put(&[(1_048_575, 16_383, "a")], 1_000), Err(Unreadable::TooMuch)));
        // What a row lacks beside the widest is written too.
        let mut cells: Vec<(u32, u32, &str)> = (0..100).map(|row| (row, 0, "a")).collect();
        cells.push((100, 800, "b"));
        assert!(matches!(put(&cells, 1_000), Err(Unreadable::TooMuch)));
        assert!(put(&cells, 20_000).is_ok());
        assert!(matches!(put(&[(1_048_576, 0, "a")], usize::MAX), Err(Unreadable::Damaged(_))));
        assert!(matches!(put(&[(1, 0, "a"), (0, 0, "b")], 100), Err(Unreadable::Damaged(_))));
        assert!(matches!(put(&[(0, 0, "a"), (0, 0, "b")], 100), Err(Unreadable::Damaged(_))));
    }
}
