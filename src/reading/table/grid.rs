//! Text parted into rows of cells.

use crate::envelope::csv::Reader;

/// The cells of a table, one after the other in one text.
pub struct Grid {
    text: String,
    ends: Vec<usize>,
    rows: Vec<Row>,
}

/// A row of the file in which something is written.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    /// Which row of the file it is, counted from 1 as a spreadsheet does: a row with breaks in its cells is one.
    pub line: usize,
    /// How many cells it has.
    pub width: usize,
    /// Whether a quotation mark in it is never closed.
    pub is_unclosed: bool,
    first: usize,
}

impl Grid {
    /// Parts a text, up to so many rows. Rows that hold nothing are passed over, and where bars part the cells, those
    /// that are drawn between others.
    pub fn part(text: &str, delimiter: u8, most: usize) -> Grid {
        let mut grid = Grid { text: String::new(), ends: Vec::new(), rows: Vec::new() };
        let mut reader = Reader::parted_by(delimiter, text.as_bytes());
        let mut has_begun_anew = false;
        let mut line = 0;
        let is_barred = delimiter == b'|';
        while grid.rows.len() < most {
            line += reader.skip_empty_lines();
            let row_and_rest = reader.rest();
            let first = grid.ends.len();
            let Some(cells) = reader.next_row() else { break };
            line += 1;
            for cell in cells.iter() {
                // What parts cells is of ASCII, so that it parts no character.
                grid.push(str::from_utf8(cell).unwrap_or_default());
            }
            if reader.is_unclosed() {
                // The mark is told of; what stands in the lines below it is not its.
                grid.cut_to(first);
                let (here, below) = first_line(row_and_rest);
                grid.push(str::from_utf8(here).unwrap_or_default());
                reader = match has_begun_anew {
                    false => Reader::parted_by(delimiter, below),
                    true => Reader::without_quotes(delimiter, below),
                };
                has_begun_anew = true;
                grid.end_row(first, line, true, is_barred);
            } else {
                grid.end_row(first, line, false, is_barred);
            }
        }
        if is_barred {
            grid.take_off_edges();
        }
        grid
    }

    fn push(&mut self, cell: &str) {
        self.text.push_str(cell);
        self.ends.push(self.text.len());
    }

    fn cut_to(&mut self, cells: usize) {
        self.ends.truncate(cells);
        self.text.truncate(self.ends.last().copied().unwrap_or_default());
    }

    fn end_row(&mut self, first: usize, line: usize, is_unclosed: bool, is_barred: bool) {
        let row = Row { line, width: self.ends.len() - first, is_unclosed, first };
        if self.cells(&row).all(is_blank) || is_barred && self.is_rule(&row) {
            self.cut_to(first);
        } else {
            self.rows.push(row);
        }
    }

    /// Whether a row is a line that is drawn: |---|:--:|, +-----+.
    fn is_rule(&self, row: &Row) -> bool {
        let is_drawn = |cell: &str| cell.chars().all(|sign| matches!(sign, '-' | '=' | '+' | ':' | ' '));
        self.cells(row).all(is_drawn) && self.cells(row).any(|cell| cell.contains("---") || cell.contains("==="))
    }

    /// Bars around all rows, as Markdown has them, part nothing from nothing.
    fn take_off_edges(&mut self) {
        let is_edged = |row: &Row| {
            row.width > 2 && is_blank(self.cell(row, 0)) && is_blank(self.cell(row, row.width - 1)) && !row.is_unclosed
        };
        if self.rows.iter().all(is_edged) {
            for row in &mut self.rows {
                (row.first, row.width) = (row.first + 1, row.width - 2);
            }
        }
    }

    /// Counts rows of the file that stand above the text.
    pub fn begin_at_line(&mut self, above: usize) {
        for row in &mut self.rows {
            row.line += above;
        }
    }

    /// Puts a row above all others, in no line of the file.
    pub fn put_above(&mut self, cells: &[&str]) {
        let first = self.ends.len();
        for cell in cells {
            self.push(cell);
        }
        self.rows.insert(0, Row { line: 0, width: cells.len(), is_unclosed: false, first });
    }

    /// In how many lines of the file it stands.
    pub fn lines(&self) -> usize {
        self.rows.last().map_or(0, |row| row.line)
    }

    /// Its rows.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// A cell of a row, counted from 0; an empty one where the row has none there.
    pub fn cell(&self, row: &Row, at: usize) -> &str {
        if at >= row.width {
            return "";
        }
        let index = row.first + at;
        let start = index.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default();
        self.ends.get(index).and_then(|end| self.text.get(start..*end)).unwrap_or_default()
    }

    /// The cells of a row.
    pub fn cells(&self, row: &Row) -> impl Iterator<Item = &str> {
        (0..row.width).map(|at| self.cell(row, at))
    }

    /// How many cells of a row hold something.
    pub fn filled(&self, row: &Row) -> usize {
        self.cells(row).filter(|cell| !is_blank(cell)).count()
    }

    /// How many cells it has up to the last that holds something.
    pub fn reach(&self, row: &Row) -> usize {
        (0..row.width).rev().find(|at| !is_blank(self.cell(row, *at))).map_or(0, |last| last + 1)
    }
}

/// The first line, and what stands below its end.
fn first_line(text: &[u8]) -> (&[u8], &[u8]) {
    let end = text.iter().position(|byte| matches!(byte, b'\r' | b'\n')).unwrap_or(text.len());
    let (line, rest) = text.split_at_checked(end).unwrap_or((text, &[]));
    let below = [&b"\r\n"[..], b"\n", b"\r"].iter().find_map(|end| rest.strip_prefix(*end));
    (line, below.unwrap_or_default())
}

/// Whether nothing can be seen in a cell.
pub(super) fn is_blank(cell: &str) -> bool {
    cell.chars().all(|c| c.is_whitespace() || matches!(c, '\u{FEFF}' | '\u{200B}'..='\u{200F}' | '\u{2060}'))
}

pub(super) const LONGEST: usize = 200;

/// As much of a cell as is shown.
pub fn cut(text: &str) -> String {
    text.chars().take(LONGEST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str, delimiter: u8) -> Vec<(usize, Vec<String>, bool)> {
        let grid = Grid::part(text, delimiter, usize::MAX);
        let of = |row: &Row| (row.line, grid.cells(row).map(str::to_owned).collect(), row.is_unclosed);
        grid.rows().iter().map(of).collect()
    }

    fn row(line: usize, cells: &[&str]) -> (usize, Vec<String>, bool) {
        (line, cells.iter().map(|cell| (*cell).to_owned()).collect(), false)
    }

    #[test]
    fn rows_are_counted_as_a_spreadsheet_counts_them() {
        let text = "a,b\r\n\r\n\"1\r\n2\",3\r\n,\r\n\n4,\"5 \"\"x\"\"\"";
        assert_eq!(rows(text, b','), [row(1, &["a", "b"]), row(3, &["1\r\n2", "3"]), row(6, &["4", "5 \"x\""])]);
        assert_eq!(rows("a|b\rc|d\r", b'|'), [row(1, &["a", "b"]), row(2, &["c", "d"])]);
    }

    #[test]
    fn tables_drawn_with_bars_hold_what_stands_between_them() {
        let expected = [row(1, &[" a ", " b "]), row(3, &[" 1 ", "  "])];
        assert_eq!(rows("| a | b |\n|---|--:|\n| 1 |  |\n", b'|'), expected);
        assert_eq!(rows("+---+---+\n| a | b |\n+===+===+\n", b'|'), [row(2, &[" a ", " b "])]);
        assert_eq!(rows(" a | b\n---+---\n 1 | -\n", b'|'), [row(1, &[" a ", " b"]), row(3, &[" 1 ", " -"])]);
        // Not around all of them: cells that are empty.
        assert_eq!(rows("|a|\n|b|c\n", b'|'), [row(1, &["", "a", ""]), row(2, &["", "b", "c"])]);
        assert_eq!(rows("a\n---\n", b','), [row(1, &["a"]), row(2, &["---"])]);
    }

    #[test]
    fn a_mark_that_is_never_closed_takes_its_own_line_and_no_other() {
        let expected = [row(1, &["a", "b"]), (2, vec!["\"1,2".to_owned()], true), row(3, &["3", "4"])];
        assert_eq!(rows("a,b\n\"1,2\n3,4\n", b','), expected);
        // As the last byte, and after marks that are closed.
        assert_eq!(rows("\"a\",b\n1,\"", b','), [row(1, &["a", "b"]), (2, vec!["1,\"".to_owned()], true)]);
        // Two of them: from the second on, marks are letters like others.
        let twice = [
            (1, vec!["\"a".to_owned()], true),
            (2, vec!["b\",\"c".to_owned()], true),
            row(3, &["d", "\"\"e"]),
            row(4, &["f", "g"]),
        ];
        assert_eq!(rows("\"a\nb\",\"c\nd,\"\"e\nf,g\n", b','), twice);
        // One that closes another's opening is text in between, as everywhere.
        assert_eq!(rows("\"1\n\"\n", b','), [row(1, &["1\n"])]);
    }
}
