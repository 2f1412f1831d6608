//! Which column is which field.

use super::fields::Asked;
use super::grid::{Grid, Row, is_blank};
use super::header::{self, Head};
use super::headings::{Headings, Meaning};
use super::suggest::{is_best_alone, suggest};
use super::{Chosen, Orders, delimiter};
use serde::Serialize;
use std::collections::HashSet;

/// What becomes of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Use {
    /// Its cells are a field's.
    Field,
    /// It is an answer of ours, given back.
    Answer,
    /// Its cells are not used.
    Unused,
    /// Somebody has to say what it is.
    Ask,
}

/// A column of the table.
#[derive(Debug, Clone, Serialize)]
pub struct Column {
    /// What stands above it, or its position where nothing does.
    pub header: String,
    /// The field that it is, or with [`Use::Ask`] may be.
    pub field: Option<&'static str>,
    /// What becomes of it.
    #[serde(rename = "use")]
    pub put: Use,
    /// Its first cells, as they are.
    pub sample: Vec<String>,
    /// In which order days and months stand, where some days can be two.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days: Option<Orders>,
    /// The place of its field among all that are asked for.
    #[serde(skip)]
    pub(super) index: Option<usize>,
}

const SAMPLED: usize = 5;
const LOOKED_AT: usize = 100;

/// Of so many columns it is found out what they may be.
const WIDEST: usize = 200;

/// How many columns there are: those at the end that hold nothing are none.
fn width(grid: &Grid, head: &Head) -> usize {
    let rows = || grid.rows().iter().skip(head.first);
    let header = head.header.and_then(|at| grid.rows().get(at));
    let widest = header.map_or_else(|| delimiter::usual_width(rows().take(LOOKED_AT)).0, |row| row.width);
    let reach = |row: &Row| grid.reach(row);
    let within = rows().filter(|row| !row.is_unclosed).map(reach).filter(|reach| *reach <= widest).max();
    header.map_or(0, reach).max(within.unwrap_or_default())
}

/// Tells the columns; the last `answers` of them are our own.
pub(super) fn tell(
    grid: &Grid,
    head: &Head,
    asked: &[Asked],
    headings: &Headings<'_>,
    chosen: &Chosen,
    answers: usize,
) -> Vec<Column> {
    let header = head.header.and_then(|at| grid.rows().get(at));
    let width = width(grid, head);
    let mut columns: Vec<Column> = Vec::with_capacity(width);
    let mut taken = HashSet::with_capacity(width);
    let mut meanings = Vec::with_capacity(width);
    let mut is_chosen = Vec::with_capacity(width);
    for at in 0..width {
        let heading = header.map(|row| grid.cell(row, at)).filter(|heading| !is_blank(heading));
        let position = (at + 1).to_string();
        let mut name = heading.map_or(position.clone(), |heading| heading.trim().to_owned());
        if !taken.insert(name.clone()) {
            // A choice of fields goes by headings, so that no two may be alike.
            name = format!("{name} [{position}]");
        }
        let choice = chosen.of(&name);
        is_chosen.push(choice.is_some());
        meanings.push(match (choice, heading) {
            (Some(Some(index)), _) => Meaning::Field(index),
            (Some(None), _) | (None, None) => Meaning::Unknown,
            (None, Some(heading)) => headings.meaning(heading),
        });
        let sample = header::sample(grid, head, SAMPLED).map(|row| grid.cell(row, at).to_owned()).collect();
        columns.push(Column { header: name, field: None, put: Use::Unused, sample, days: None, index: None });
    }
    let own = width.saturating_sub(answers);
    let rivals = Rivals::count(meanings.iter().zip(&is_chosen).take(own), asked.len());
    let mut is_first = vec![true; asked.len()];
    for (at, ((column, meaning), is_chosen)) in columns.iter_mut().zip(meanings).zip(&is_chosen).enumerate() {
        column.put = match meaning {
            _ if at >= own => Use::Answer,
            Meaning::Unknown => Use::Unused,
            Meaning::Several => Use::Ask,
            Meaning::Field(index) => match (rivals.outcome(index, *is_chosen), is_first.get_mut(index)) {
                // A part's number and its name: either will do, for it is only echoed. The other is said to be unused.
                (Use::Ask, Some(is_first)) if !is_chosen && asked.get(index).is_some_and(Asked::is_text) => {
                    if std::mem::take(is_first) {
                        Use::Field
                    } else {
                        Use::Unused
                    }
                }
                (outcome, _) => outcome,
            },
        };
        column.index = match (meaning, column.put) {
            (Meaning::Field(index), Use::Field | Use::Ask) => Some(index),
            _ => None,
        };
    }
    ask_for_the_rest(grid, head, asked, &mut columns, &is_chosen);
    for column in &mut columns {
        column.field = column.index.and_then(|index| asked.get(index)).map(|asked| asked.field.name);
    }
    columns
}

/// How many columns mean each field: by their headings, and by somebody's choice.
struct Rivals(Vec<(usize, usize)>);

impl Rivals {
    fn count<'m>(columns: impl Iterator<Item = (&'m Meaning, &'m bool)>, fields: usize) -> Rivals {
        let mut counts = vec![(0, 0); fields];
        for (meaning, is_chosen) in columns {
            let Meaning::Field(index) = meaning else { continue };
            if let Some((named, chosen)) = counts.get_mut(*index) {
                *(if *is_chosen { chosen } else { named }) += 1;
            }
        }
        Rivals(counts)
    }

    /// What becomes of one of them. What somebody chose goes before what a heading says.
    fn outcome(&self, index: usize, is_chosen: bool) -> Use {
        match (self.0.get(index).copied().unwrap_or_default(), is_chosen) {
            ((_, 1), true) | ((1, 0), false) => Use::Field,
            ((_, 1..), false) => Use::Unused,
            _ => Use::Ask,
        }
    }
}

/// Where a field that is needed has no column, what is not told is asked, with what it may be.
fn ask_for_the_rest(grid: &Grid, head: &Head, asked: &[Asked], columns: &mut [Column], is_chosen: &[bool]) {
    let has = |columns: &[Column], index: usize| columns.iter().any(|column| column.index == Some(index));
    let lacks = asked.iter().enumerate().any(|(index, asked)| asked.is_needed() && !has(columns, index));
    let is_bare = head.header.is_none() && !is_chosen.contains(&true);
    if !lacks && !is_bare {
        return;
    }
    let open = |(column, is_chosen): (&Column, &bool)| column.put == Use::Unused && !is_chosen;
    let untold: Vec<usize> =
        (0..columns.len()).filter(|at| columns.get(*at).zip(is_chosen.get(*at)).is_some_and(open)).collect();
    let free: Vec<usize> = (0..asked.len()).filter(|index| !has(columns, *index)).collect();
    let rows: Vec<&Row> = header::sample(grid, head, LOOKED_AT).collect();
    let looked_at = untold.get(..WIDEST).unwrap_or(&untold);
    let found = suggest(grid, &rows, looked_at, &free, asked);
    let is_single = head.header.is_none() && columns.len() == 1;
    let header = head.header.and_then(|at| grid.rows().get(at));
    let is_nameless = |at: usize| header.is_none_or(|row| is_blank(grid.cell(row, at)));
    for (at, index) in untold.iter().zip(found.into_iter().chain(std::iter::repeat(None))) {
        let Some(column) = columns.get_mut(*at) else { continue };
        let is_blank = rows.iter().all(|row| is_blank(grid.cell(row, *at)));
        if is_blank {
            continue;
        }
        // A single column that can be but one thing is that.
        let is_told = is_single && index.is_some_and(|index| is_best_alone(grid, &rows, *at, index, asked));
        column.put = if is_told { Use::Field } else { Use::Ask };
        // A heading that is not known may say that the column is something else, such as a price of a month.
        column.index = index.filter(|_| is_nameless(*at));
    }
}
