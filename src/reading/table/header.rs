//! Where the headings stand, if anywhere.

use super::fields::Asked;
use super::grid::{Grid, Row};
use super::headings::Headings;
use super::{Chosen, total};

/// Headings are looked for in this many rows.
const LOOKED_AT: usize = 20;

/// So many cells of a row tell what it is.
pub(super) const WIDE: usize = 200;

/// Where a table begins.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Head {
    /// The row of the headings.
    pub header: Option<usize>,
    /// The first row of data. Rows before it that are no headings are titles.
    pub first: usize,
}

/// How many headings of a row are known, or chosen for.
pub(super) fn known(grid: &Grid, row: &Row, headings: &Headings<'_>, chosen: &Chosen) -> usize {
    // A position stands above no column: a cell with that number is one of the data.
    let is_position = |cell: &str| cell.bytes().all(|byte| byte.is_ascii_digit());
    let is_chosen = |cell: &str| chosen.of(cell).is_some() && !is_position(cell);
    grid.cells(row).filter(|cell| headings.is_known(cell) || is_chosen(cell.trim())).count()
}

/// The most of any row where headings may stand.
pub(super) fn most_known(grid: &Grid, headings: &Headings<'_>, chosen: &Chosen) -> usize {
    grid.rows().iter().take(LOOKED_AT).map(|row| known(grid, row, headings, chosen)).max().unwrap_or_default()
}

/// Whether a row holds a value that no heading can be mistaken for.
pub(super) fn is_data(grid: &Grid, row: &Row, asked: &[Asked]) -> bool {
    let has_digits = asked.iter().any(Asked::is_in_digits);
    let tells = |asked: &&Asked| if has_digits { asked.is_in_digits() || asked.is_flag() } else { !asked.is_text() };
    grid.cells(row).take(WIDE).any(|cell| !cell.is_empty() && asked.iter().filter(tells).any(|asked| asked.takes(cell)))
}

/// Finds it: the row with the most known headings; else the last row before the data, if it is as wide as they are.
pub(super) fn find(
    grid: &Grid,
    asked: &[Asked],
    headings: &Headings<'_>,
    chosen: &Chosen,
    headed: Option<bool>,
) -> Head {
    let rows: Vec<&Row> = grid.rows().iter().take(LOOKED_AT).collect();
    let filled: Vec<usize> = rows.iter().map(|row| grid.filled(row)).collect();
    let most_filled = filled.iter().max().copied().unwrap_or_default();
    let data: Vec<bool> = rows.iter().map(|row| is_data(grid, row, asked)).collect();
    let first_data = data.iter().zip(&filled).position(|(is_data, filled)| *is_data && filled * 2 > most_filled);
    if headed == Some(false) {
        return Head { header: None, first: 0 };
    }
    let known = rows.iter().map(|row| known(grid, row, headings, chosen));
    let titles_above =
        |at: usize, wide: usize| data.iter().zip(&filled).take(at).all(|(is_data, filled)| !is_data || *filled < wide);
    let candidates =
        known.zip(&filled).enumerate().filter(|(at, (known, wide))| *known > 0 && titles_above(*at, **wide));
    // Of several alike, the first.
    let best = candidates.reduce(|best, next| if next.1.0 > best.1.0 { next } else { best });
    if let Some((at, _)) = best {
        return Head { header: Some(at), first: at + 1 };
    }
    let wide = |at: usize| filled.get(at).copied().unwrap_or_default();
    // Rows with little in them may stand between the headings and the first full row.
    let above_all = |below: usize| {
        (0..below).find(|at| wide(*at) * 2 > most_filled && data.get(*at).is_some_and(|is_data| !is_data))
    };
    match first_data {
        Some(data) => match data.checked_sub(1) {
            Some(above) if wide(above) * 2 > wide(data) => Head { header: Some(above), first: data },
            _ if above_all(data).is_some() => {
                let header = above_all(data);
                Head { header, first: header.map_or(data, |above| above + 1) }
            }
            _ if headed == Some(true) => Head { header: Some(data), first: data + 1 },
            _ => Head { header: None, first: data },
        },
        None if headed == Some(true) => Head { header: rows.first().map(|_| 0), first: 1 },
        None => Head { header: None, first: 0 },
    }
}

/// Rows of data that are worth a look, those that sum up aside.
pub(super) fn sample<'g>(grid: &'g Grid, head: &Head, most: usize) -> impl Iterator<Item = &'g Row> {
    grid.rows().iter().skip(head.first).take(most).filter(|row| !row.is_unclosed && !total::is_labelled(grid, row))
}
