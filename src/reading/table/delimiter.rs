//! What parts the cells of a row.

use super::fields::Asked;
use super::grid::{Grid, Row};
use super::headings::Headings;
use super::{Chosen, header, total};

/// What may part them.
pub(super) const KNOWN: [u8; 4] = [b'\t', b',', b';', b'|'];

/// So many rows tell it.
const LOOKED_AT: usize = 100;

/// Finds it. One column is told by the tab, which then parts nothing.
pub(super) fn find(text: &str, asked: &[Asked], headings: &Headings<'_>, chosen: &Chosen) -> u8 {
    let part = |delimiter: u8| Grid::part(text, delimiter, LOOKED_AT);
    let lines = part(b'\t');
    let parted = lines.rows().iter().filter(|row| row.width > 1).count();
    if parted > 0 && parted * 2 >= lines.rows().len() {
        return b'\t';
    }
    let others: Vec<(u8, Grid)> = KNOWN.into_iter().skip(1).map(|other| (other, part(other))).collect();
    // Nothing is written but what parts the cells of nothing.
    if let Some((delimiter, _)) = others.iter().find(|(_, grid)| grid.rows().is_empty()) {
        return *delimiter;
    }
    // Of several alike, the first.
    let best = |scores: &mut dyn Iterator<Item = (u8, usize)>| {
        scores.filter(|(_, score)| *score > 0).reduce(|best, next| if next.1 > best.1 { next } else { best })
    };
    let mut with_headings = others.iter().map(|(other, grid)| {
        let known = header::most_known(grid, headings, chosen);
        (*other, if known > 1 { known } else { 0 })
    });
    if let Some((delimiter, _)) = best(&mut with_headings) {
        return delimiter;
    }
    if is_one_column(&lines, asked) {
        return b'\t';
    }
    let mut even = others.iter().filter(|(_, grid)| is_even(grid)).map(|(other, grid)| (*other, 1 + told(grid, asked)));
    if let Some((delimiter, _)) = best(&mut even) {
        return delimiter;
    }
    let mut mostly = others.iter().map(|(other, grid)| {
        let (width, rows) = usual_width(grid.rows());
        (*other, if width > 1 && rows * 2 > grid.rows().len() { rows } else { 0 })
    });
    best(&mut mostly).map_or(b'\t', |(delimiter, _)| delimiter)
}

/// Whether each line as a whole is one value, but for a heading above them and sums below. Then a comma in it is taken
/// for a part of the value, also where the heading has one: a table of two columns would be asked about, not misread.
fn is_one_column(lines: &Grid, asked: &[Asked]) -> bool {
    let is_value = |row: &&Row| header::is_data(lines, row, asked);
    let is_sum = |row: &Row| {
        let line = lines.cell(row, 0);
        line.split([',', ';', '|', ':', '：']).next().is_some_and(total::is_label)
    };
    let above = lines.rows().iter().take_while(|row| !is_value(row)).count();
    let mut below = lines.rows().iter().skip(above);
    below.len() > 0 && above <= below.len() && below.all(|row| is_value(&row) || is_sum(row))
}

/// Whether every row has as many cells as the next, titles above and sums aside.
fn is_even(grid: &Grid) -> bool {
    let (width, _) = usual_width(grid.rows());
    let mut rows = grid.rows().iter().skip_while(|row| row.width < width);
    width > 1 && rows.all(|row| row.width == width || total::is_labelled(grid, row))
}

/// The number of cells that most rows have, and how many have it.
pub(super) fn usual_width<'r>(rows: impl IntoIterator<Item = &'r Row>) -> (usize, usize) {
    let mut counts: Vec<(usize, usize)> = Vec::new();
    for row in rows {
        match counts.iter_mut().find(|(width, _)| *width == row.width) {
            Some((_, count)) => *count += 1,
            None => counts.push((row.width, 1)),
        }
    }
    counts.into_iter().reduce(|best, next| if next.1 > best.1 { next } else { best }).unwrap_or_default()
}

/// How many thousandths of its cells are values.
fn told(grid: &Grid, asked: &[Asked]) -> usize {
    let cells =
        || grid.rows().iter().flat_map(|row| grid.cells(row).take(header::WIDE)).filter(|cell| !cell.is_empty());
    let is_value = |cell: &&str| asked.iter().filter(|asked| asked.is_in_digits()).any(|asked| asked.takes(cell));
    (cells().filter(is_value).count() * 1_000).checked_div(cells().count()).unwrap_or_default()
}
