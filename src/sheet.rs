//! Where an answer is worked out: a figure gets in only together with the step that made it.
//!
//! The sheet knows what the visitor entered, what the terms say and what has been worked out so
//! far, each by its name. A formula is written in those names, and its step finds their values
//! here: none can be left out, and none can differ from what was reckoned with.

use crate::answer::{Answer, Note, Place, Row, Step, TermsUsed, Value, Verdict};
use crate::clause::ClauseId;
use crate::dates::Date;
use crate::figure::{Figure, Named};
use crate::money::Rounding;
use std::sync::Arc;

/// How a value that goes into an answer was found.
#[derive(Clone, Copy)]
pub struct Working<'a> {
    /// The formula, in the names that the sheet knows.
    pub formula: &'static str,
    /// How the result was rounded.
    pub rounding: Rounding,
    /// The clause that says to do so.
    pub clause: &'a ClauseId,
}

impl<'a> Working<'a> {
    /// An exact result.
    pub fn exact(formula: &'static str, clause: &'a ClauseId) -> Working<'a> {
        Working { formula, rounding: Rounding::None, clause }
    }

    /// A result rounded half up.
    pub fn half_up(formula: &'static str, clause: &'a ClauseId) -> Working<'a> {
        Working { formula, rounding: Rounding::HalfUp, clause }
    }

    /// A result rounded up.
    pub fn up(formula: &'static str, clause: &'a ClauseId) -> Working<'a> {
        Working { formula, rounding: Rounding::Up, clause }
    }

    /// A result rounded down.
    pub fn down(formula: &'static str, clause: &'a ClauseId) -> Working<'a> {
        Working { formula, rounding: Rounding::Down, clause }
    }
}

/// Something whose values have names that a formula may use.
pub trait Known {
    /// Tells each of them.
    fn tell(&self, tell: &mut dyn FnMut(&'static str, Figure));
}

/// Where an answer is written while it is worked out. There is no way to write a figure, a date or
/// a computed value of a line without its [`Working`].
#[derive(Debug, Default)]
pub struct Sheet {
    /// Whether the workings are kept.
    keeps_steps: bool,
    /// The line that is being worked on, and the list under `figures` that it is a row of, if any.
    line: Option<usize>,
    list: Option<(&'static str, Vec<Row>)>,
    /// What is known of the whole, and what of the line.
    known: Vec<Named>,
    known_of_line: Vec<Named>,
    figures: Row,
    dates: Row,
    lines: Vec<Row>,
    row: Row,
    steps: Vec<Step>,
    reasons: Vec<Note>,
    assumptions: Vec<Note>,
    warnings: Vec<Note>,
    verdict: Option<Verdict>,
}

impl Sheet {
    /// An empty sheet.
    pub fn new(keeps_steps: bool) -> Sheet {
        Sheet { keeps_steps, ..Sheet::default() }
    }

    /// A value that formulas may name. The first of a name stays: what was entered keeps its name
    /// when something worked out is called the same.
    pub fn know(&mut self, name: &'static str, value: impl Into<Figure>) {
        self.remember(name, value.into());
    }

    /// All values of a request, or of the terms.
    pub fn know_all(&mut self, known: &impl Known) {
        if self.keeps_steps {
            known.tell(&mut |name, value| self.remember(name, value));
        }
    }

    fn remember(&mut self, name: &'static str, value: Figure) {
        if self.keeps_steps {
            let known = if self.line.is_some() { &mut self.known_of_line } else { &mut self.known };
            known.push((name, value));
        }
    }

    fn step(&mut self, figure: Place, result: impl Into<Value>, working: Working<'_>) {
        if self.keeps_steps {
            let result = result.into();
            let values = self.values_of(working.formula);
            let Working { formula, rounding, clause } = working;
            self.steps.push(Step { figure, formula, values, result, rounding, clause: clause.clone() });
        }
    }

    /// The values that a formula names.
    fn values_of(&self, formula: &str) -> Vec<Named> {
        let mut values: Vec<Named> = Vec::new();
        for name in names_in(formula) {
            let mut known = self.known_of_line.iter().chain(&self.known);
            if let Some(named) = known.find(|(known, _)| *known == name)
                && !values.contains(named)
            {
                values.push(*named);
            }
        }
        values
    }

    /// A figure of the whole.
    pub fn figure(&mut self, name: &'static str, value: impl Into<Figure>, working: Working<'_>) {
        let value = value.into();
        self.step(Place::Figure(name), value, working);
        self.remember(name, value);
        self.figures.push((name, Value::Figure(value)));
    }

    /// A text of the pack, such as a telephone number, as a figure of the whole.
    pub fn quoted(&mut self, name: &'static str, text: Arc<str>, working: Working<'_>) {
        self.step(Place::Figure(name), text.clone(), working);
        self.figures.push((name, text.into()));
    }

    /// A date, or a local time, of the whole.
    pub fn date(&mut self, name: &'static str, value: impl Into<Figure>, working: Working<'_>) {
        let value = value.into();
        self.step(Place::Date(name), value, working);
        self.dates.push((name, Value::Figure(value)));
    }

    /// Whether the whole is allowed.
    pub fn verdict(&mut self, verdict: Verdict) {
        self.verdict = Some(verdict);
    }

    /// Begins a line.
    pub fn begin_line(&mut self, index: usize) {
        self.line = Some(index);
        self.row.clear();
        self.known_of_line.clear();
    }

    /// A computed value of the line.
    pub fn computed(&mut self, name: &'static str, value: impl Into<Figure>, working: Working<'_>) {
        self.compute(name, value.into(), working);
    }

    fn compute(&mut self, name: &'static str, value: Figure, working: Working<'_>) {
        if let Some(line) = self.line {
            let place = match &self.list {
                Some((list, _)) => Place::Listed(list, line, name),
                None => Place::Line(line, name),
            };
            self.step(place, value, working);
            self.remember(name, value);
        }
        self.row.push((name, Value::Figure(value)));
    }

    /// What the visitor entered, or a word that sorts the line: neither is a figure.
    pub fn echo(&mut self, name: &'static str, value: impl Into<Value>) {
        self.row.push((name, value.into()));
    }

    /// Ends the line; what follows concerns the whole.
    pub fn end_line(&mut self) {
        let row = std::mem::take(&mut self.row);
        match &mut self.list {
            Some((_, rows)) => rows.push(row),
            None => self.lines.push(row),
        }
        self.known_of_line.clear();
        self.line = None;
    }

    /// Begins a list under `figures`: until it ends, lines are its rows.
    pub fn begin_list(&mut self, name: &'static str) {
        self.list = Some((name, Vec::new()));
    }

    /// Ends the list.
    pub fn end_list(&mut self) {
        if let Some((name, rows)) = self.list.take() {
            self.figures.push((name, Value::Rows(rows)));
        }
    }

    /// What the line holds so far.
    pub fn row(&self) -> &Row {
        &self.row
    }

    /// Why the line, or the whole, is not simply allowed.
    pub fn reason(&mut self, code: &'static str, clause: &ClauseId) {
        put(&mut self.reasons, note(code, self.line, clause));
    }

    /// How an unclear passage was read.
    pub fn assumption(&mut self, code: &'static str, clause: &ClauseId) {
        put(&mut self.assumptions, note(code, self.line, clause));
    }

    /// What to look out for.
    pub fn warning(&mut self, code: &'static str, clause: &ClauseId) {
        put(&mut self.warnings, note(code, self.line, clause));
    }

    /// A reason whose sentence needs values.
    pub fn reason_with(&mut self, code: &'static str, values: Row, clause: &ClauseId) {
        put(&mut self.reasons, Note { values, ..note(code, self.line, clause) });
    }

    /// A warning whose sentence needs values.
    pub fn warning_with(&mut self, code: &'static str, values: Row, clause: &ClauseId) {
        put(&mut self.warnings, Note { values, ..note(code, self.line, clause) });
    }

    /// A reason that concerns some allocations of the line.
    pub fn reason_for_allocations(&mut self, code: &'static str, allocations: Vec<i64>, clause: &ClauseId) {
        let allocation = allocations.first().and_then(|first| usize::try_from(*first).ok());
        let values = vec![("allocations", Value::Counts(allocations))];
        put(&mut self.reasons, Note { allocation, values, ..note(code, self.line, clause) });
    }

    /// Forgets the notes of a line that is only one cell among many.
    pub fn forget_notes(&mut self) {
        self.reasons.clear();
        self.assumptions.clear();
        self.warnings.clear();
    }

    /// The answer, with the notes in their order: of the whole, then by line, then by code.
    pub fn finish(
        self,
        calculator: &'static str,
        as_of: Date,
        currency: Option<&'static str>,
        terms: TermsUsed,
    ) -> Answer {
        Answer {
            calculator,
            as_of,
            currency,
            terms,
            verdict: self.verdict,
            figures: self.figures,
            dates: self.dates,
            lines: self.lines,
            steps: self.keeps_steps.then_some(self.steps),
            reasons: self.reasons,
            assumptions: self.assumptions,
            warnings: self.warnings,
        }
    }
}

fn note(code: &'static str, line: Option<usize>, clause: &ClauseId) -> Note {
    Note { code, line, allocation: None, values: Row::new(), clause: clause.clone() }
}

/// Puts a note in its place: those of the whole first, then by line, then by code, each code once.
///
/// Lines come one after the other, so that only the last few notes have to be looked at.
fn put(notes: &mut Vec<Note>, note: Note) {
    let before = |other: &&Note| (other.line, other.code) >= (note.line, note.code);
    let place = notes.len() - notes.iter().rev().take_while(before).count();
    let is_there = notes.get(place).is_some_and(|other| (other.line, other.code) == (note.line, note.code));
    if !is_there {
        notes.insert(place, note);
    }
}

/// The names in a formula: its words, but for those before an opening bracket, which are what is
/// done and not what it is done to.
fn names_in(formula: &str) -> impl Iterator<Item = &str> {
    let is_sign = |c: char| !(c.is_ascii_lowercase() || c == '_');
    let mut rest = formula;
    std::iter::from_fn(move || {
        loop {
            rest = rest.trim_start_matches(is_sign);
            if rest.is_empty() {
                return None;
            }
            let (name, after) = rest.split_at_checked(rest.find(is_sign).unwrap_or(rest.len()))?;
            rest = after;
            if !after.starts_with('(') {
                return Some(name);
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_the_words_that_nothing_is_done_by() {
        let names = |formula| names_in(formula).collect::<Vec<_>>();
        assert_eq!(
            names("quantity × annual_price × months ÷ price_months"),
            ["quantity", "annual_price", "months", "price_months"]
        );
        assert_eq!(
            names("min(months(covered_from, next_anniversary), price_months)"),
            ["covered_from", "next_anniversary", "price_months"]
        );
        assert_eq!(names("max(0, a − b)"), ["a", "b"]);
        assert!(names("0").is_empty());
    }
}
