//! What columns may be that nothing names: fields in the form's order, such that all cells can be read.

use super::fields::Asked;
use super::grid::{Grid, Row, is_blank};

/// A field for each of the columns, where there is one: the fields that go in the form's order with the most weight.
pub(super) fn suggest(
    grid: &Grid,
    rows: &[&Row],
    columns: &[usize],
    fields: &[usize],
    asked: &[Asked],
) -> Vec<Option<usize>> {
    let weights: Vec<Vec<u32>> = columns
        .iter()
        .map(|at| fields.iter().map(|field| weight(grid, rows, *at, asked.get(*field))).collect())
        .collect();
    // The best from each column and field onwards, as one finds the longest common part of two texts.
    let mut best = vec![vec![0_u32; fields.len() + 1]; columns.len() + 1];
    let at = |table: &[Vec<u32>], column: usize, field: usize| {
        table.get(column).and_then(|row| row.get(field)).copied().unwrap_or_default()
    };
    for column in (0..columns.len()).rev() {
        for field in (0..fields.len()).rev() {
            let weight = at(&weights, column, field);
            let with = if weight > 0 { weight + at(&best, column + 1, field + 1) } else { 0 };
            let most = with.max(at(&best, column + 1, field)).max(at(&best, column, field + 1));
            if let Some(place) = best.get_mut(column).and_then(|row| row.get_mut(field)) {
                *place = most;
            }
        }
    }
    let mut field = 0;
    let mut found = Vec::with_capacity(columns.len());
    for column in 0..columns.len() {
        let here = |field: usize| {
            let weight = at(&weights, column, field);
            weight > 0 && weight + at(&best, column + 1, field + 1) == at(&best, column, field)
        };
        // The first field that loses nothing, unless the column can go without.
        let start = field;
        let taken = (start..fields.len())
            .take_while(|next| at(&best, column, *next) == at(&best, column, start))
            .find(|next| here(*next));
        if let Some(taken) = taken {
            field = taken + 1;
        }
        found.push(taken.and_then(|taken| fields.get(taken)).copied());
    }
    found
}

/// Whether a column is no other field as well as it is this one.
pub(super) fn is_best_alone(grid: &Grid, rows: &[&Row], at: usize, index: usize, asked: &[Asked]) -> bool {
    let of = |asked| weight(grid, rows, at, Some(asked));
    let own = asked.get(index).map(of).unwrap_or_default();
    asked.iter().filter(|other| of(other) >= own).count() == 1
}

/// How well a column is a field: not at all where a cell cannot be read.
fn weight(grid: &Grid, rows: &[&Row], at: usize, asked: Option<&Asked>) -> u32 {
    let Some(asked) = asked else { return 0 };
    let cells = || rows.iter().map(|row| grid.cell(row, at));
    let reads = |cell: &str| if is_blank(cell) { !asked.is_needed() } else { asked.takes(cell) };
    if cells().all(is_blank) || !cells().all(reads) {
        return 0;
    }
    // Anything at all is a text.
    let own = if asked.is_text() { 1 } else { 3 };
    own + if asked.is_needed() { 3 } else { 0 }
}
