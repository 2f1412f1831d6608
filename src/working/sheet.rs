//! Where an answer is worked out: a figure gets in only together with the step that made it.

mod codes;
mod filled;

pub use codes::{AssumptionCode, ReasonCode, WarningCode};

use crate::clause::ClauseId;
use crate::values::dates::Date;
use crate::working::answer::{Answer, Note, Row, Step, TermsUsed, Value, Verdict};
use crate::working::place::{At, LINES, Place, Root};
use crate::working::settled::Found;
use crate::working::{Declared, How, Of, Operand, Output, Spot};
use filled::{Filled, List};

/// What did not fit: the entry to blame.
#[derive(Debug, Clone, Copy)]
pub enum Unfit {
    /// Where it was entered.
    Entry(Place<'static>),
    /// The list whose members were added up.
    List,
}

/// Where an answer is written while it is worked out. There is no way to write a figure, a date or
/// a computed value of a line without its working.
#[derive(Debug, Default)]
pub struct Sheet {
    /// Whether the workings are kept.
    keeps_steps: bool,
    /// Decimals of the request's amounts.
    digits: u32,
    /// The line or row that is being worked on, and the list that it is a row of, if any.
    line: Option<usize>,
    list: Option<List>,
    /// Where that row stands, and what a path to it begins with.
    at: At<'static>,
    row_root: Root,
    figures: Filled,
    dates: Filled,
    lines: Vec<Row>,
    row: Filled,
    steps: Vec<Step>,
    reasons: Vec<Note>,
    assumptions: Vec<Note>,
    warnings: Vec<Note>,
    verdict: Option<Verdict>,
    /// The first that did not fit.
    unfit: Option<Unfit>,
}

impl Sheet {
    /// An empty sheet for amounts of so many decimals.
    pub fn new(keeps_steps: bool, digits: u32) -> Sheet {
        Sheet { keeps_steps, digits, ..Sheet::default() }
    }

    /// Decimals of the request's amounts.
    pub fn digits(&self) -> u32 {
        self.digits
    }

    /// Writes a value that was declared, with its step; what `work!` does. What does not fit is kept in mind, and all
    /// goes on as if it were nothing.
    pub fn write<'t, T: Clone + Default + Into<Value>>(
        &mut self,
        declared: &Declared<T>,
        how: &'static How,
        found: Found<T>,
        operands: &[&dyn Operand],
        clause: &'t ClauseId,
    ) -> Of<'t, T> {
        let Output { name, spot, .. } = declared.output;
        let place = match spot {
            Spot::Figure => Place::whole(Root::Figures, name),
            Spot::Date => Place::whole(Root::Dates, name),
            Spot::Row => Place { root: self.row_root, at: self.at, name },
            Spot::Between => Place { root: Root::Between, at: self.at, name },
        };
        let Some((value, is_exact)) = found else {
            self.does_not_fit(operands);
            return Of::new(T::default(), place, true, clause);
        };
        if self.keeps_steps {
            self.tell(place, how, value.clone().into(), operands, clause);
        }
        if spot != Spot::Between {
            self.put(declared.output, value.clone().into());
        }
        Of::new(value, place, is_exact, clause)
    }

    fn tell(
        &mut self,
        figure: Place<'static>,
        how: &'static How,
        result: Value,
        operands: &[&dyn Operand],
        clause: &ClauseId,
    ) {
        let told = operands.iter().map(|operand| operand.tell()).collect();
        let (formula, rounding, clause) = (how.formula, how.rounding, clause.clone());
        self.steps.push(Step { figure, formula, told, result, rounding, clause });
    }

    fn put(&mut self, Output { name, spot, order }: Output, value: Value) {
        match spot {
            Spot::Figure => self.figures.put(order, name, value),
            Spot::Date => self.dates.put(order, name, value),
            Spot::Row => self.row.put(order, name, value),
            Spot::Between => {}
        }
    }

    /// The first value that was entered is to blame, or else the list whose members were added up.
    fn does_not_fit(&mut self, operands: &[&dyn Operand]) {
        let entry = operands.iter().find_map(|operand| operand.entry()).map(Unfit::Entry);
        self.unfit.get_or_insert(entry.unwrap_or(Unfit::List));
    }

    /// What did not fit since this was last asked.
    pub fn take_unfit(&mut self) -> Option<Unfit> {
        self.unfit.take()
    }

    /// Whether the whole is allowed.
    pub fn verdict(&mut self, verdict: Verdict) {
        self.verdict = Some(verdict);
    }

    /// Begins a line.
    pub fn begin_line(&mut self, index: usize) {
        self.line = Some(index);
        (self.row_root, self.at) = match &self.list {
            None => (Root::Lines, At::Row(LINES, index)),
            Some(List { name, line: None, .. }) => (Root::Figures, At::Row(name, index)),
            Some(List { name, line: Some((line, _)), .. }) => (Root::Lines, At::Deep(LINES, *line, name, index)),
        };
        self.row.clear();
    }

    /// What the visitor entered, or a word that sorts the line, as what was declared: neither is a figure.
    pub fn show<T: Into<Value>>(&mut self, declared: &Declared<T>, value: T) {
        self.put(declared.output, value.into());
    }

    /// Ends the line; what follows concerns the whole.
    pub fn end_line(&mut self) {
        let row = self.row.take();
        match &mut self.list {
            Some(list) => list.rows.push(row),
            None => self.lines.push(row),
        }
        self.line = None;
        self.at = At::Whole;
    }

    /// Begins a list that was declared, under `figures` or in the line: until it ends, lines are its rows.
    pub fn begin_rows(&mut self, declared: &Declared<Vec<Row>>) {
        let Output { name, order, .. } = declared.output;
        let line = self.line.take().map(|line| (line, std::mem::take(&mut self.row)));
        self.list = Some(List { name, order: Some(order), rows: Vec::new(), line });
    }

    /// Ends the list.
    pub fn end_list(&mut self) {
        let Some(List { name, order, rows, line }) = self.list.take() else { return };
        let members = match line {
            Some((line, members)) => {
                (self.line, self.row_root, self.at) = (Some(line), Root::Lines, At::Row(LINES, line));
                self.row = members;
                &mut self.row
            }
            None => &mut self.figures,
        };
        match order {
            Some(order) => members.put(order, name, Value::Rows(rows)),
            None => members.push(name, Value::Rows(rows)),
        }
    }

    /// What the line holds so far.
    pub fn row(&self) -> &Row {
        &self.row.row
    }

    /// A note on the line, also from within a list that stands in it; on the whole where there is none.
    fn note(&self, code: &'static str, clause: &ClauseId) -> Note {
        let line = match &self.list {
            Some(List { line: Some((line, _)), .. }) => Some(*line),
            _ => self.line,
        };
        Note { code, line, allocation: None, values: Row::new(), clause: clause.clone() }
    }

    /// Why the line, or the whole, is not simply allowed.
    pub fn reason(&mut self, code: impl ReasonCode, clause: &ClauseId) {
        let note = self.note(code.code(), clause);
        put(&mut self.reasons, note);
    }

    /// How an unclear passage was read.
    pub fn assumption(&mut self, code: impl AssumptionCode, clause: &ClauseId) {
        let note = self.note(code.code(), clause);
        put(&mut self.assumptions, note);
    }

    /// What to look out for.
    pub fn warning(&mut self, code: impl WarningCode, clause: &ClauseId) {
        let note = self.note(code.code(), clause);
        put(&mut self.warnings, note);
    }

    /// A reason whose sentence needs values.
    pub fn reason_with(&mut self, code: impl ReasonCode, values: Row, clause: &ClauseId) {
        let note = Note { values, ..self.note(code.code(), clause) };
        put(&mut self.reasons, note);
    }

    /// A warning whose sentence needs values.
    pub fn warning_with(&mut self, code: impl WarningCode, values: Row, clause: &ClauseId) {
        let note = Note { values, ..self.note(code.code(), clause) };
        put(&mut self.warnings, note);
    }

    /// A reason that concerns some allocations of the line.
    pub fn reason_for_allocations(&mut self, code: impl ReasonCode, allocations: Vec<i64>, clause: &ClauseId) {
        let allocation = allocations.first().and_then(|first| usize::try_from(*first).ok());
        let values = vec![("allocations", Value::Counts(allocations))];
        let note = Note { allocation, values, ..self.note(code.code(), clause) };
        put(&mut self.reasons, note);
    }

    /// Works out the whole of a line that is only one row among many: what is noted and cited stays, the row is as it was, and of
    /// totals nothing is left.
    pub fn beside_the_line(&mut self, work: impl FnOnce(&mut Sheet)) {
        let row = std::mem::take(&mut self.row);
        (self.line, self.at) = (None, At::Whole);
        work(self);
        self.figures.clear();
        self.dates.clear();
        // A total that does not fit is nobody's fault here.
        self.unfit = None;
        self.row = row;
    }

    /// Forgets what was noted and how it was worked out: the next row is another matter.
    pub fn forget(&mut self) {
        self.steps.clear();
        self.reasons.clear();
        self.assumptions.clear();
        self.warnings.clear();
    }

    /// Reasons, assumptions and warnings, each in their order.
    pub fn notes(&self) -> [&[Note]; 3] {
        [&self.reasons, &self.assumptions, &self.warnings]
    }

    /// The clauses of every working and every note, in that order; the same one as often as it is cited.
    pub fn clauses(&self) -> impl Iterator<Item = &ClauseId> {
        let notes = self.notes().into_iter().flatten().map(|note| &note.clause);
        self.steps.iter().map(|step| &step.clause).chain(notes)
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
            figures: self.figures.row,
            dates: self.dates.row,
            lines: self.lines,
            steps: self.keeps_steps.then_some(self.steps),
            reasons: self.reasons,
            assumptions: self.assumptions,
            warnings: self.warnings,
        }
    }
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
