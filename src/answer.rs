//! The answer and how it is built: a figure gets in only together with the step that made it.

use crate::clause::ClauseId;
use crate::dates::Date;
use crate::money::{Money, Percent, Rate, Rounding};
use crate::refusal::Members;
use crate::written;
use rust_decimal::Decimal;
use serde::ser::{Serialize, SerializeMap, Serializer};
use std::sync::Arc;

/// A value that was entered or worked out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Figure {
    /// An amount, percentage, rate or ratio: written as a decimal string.
    Decimal(Decimal),
    /// A day.
    Date(Date),
    /// A whole number.
    Count(i64),
    /// Yes or no.
    Flag(bool),
}

/// A value in an answer.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// One that has or needs a working.
    Figure(Figure),
    /// A key that the calculator knows.
    Key(&'static str),
    /// A key of the pack, or a text that is only echoed.
    Text(Arc<str>),
    /// A list of parts.
    Rows(Vec<Row>),
    /// A list of numbers.
    Counts(Vec<i64>),
}

/// Named values in their order.
pub type Row = Vec<(&'static str, Value)>;

/// Figures with the names that formulas give them.
pub type Named = (&'static str, Figure);

macro_rules! made_from {
    ($target:ident: $($type:ty => $make:expr),* $(,)?) => {
        $(impl From<$type> for $target {
            fn from(value: $type) -> $target {
                let make: fn($type) -> $target = $make;
                make(value)
            }
        })*
    };
}

made_from! {
    Figure:
    Money => |money| Figure::Decimal(money.decimal()),
    Percent => |percent| Figure::Decimal(percent.0),
    Rate => |rate| Figure::Decimal(rate.0),
    Decimal => Figure::Decimal,
    Date => Figure::Date,
    i64 => Figure::Count,
    bool => Figure::Flag,
}

made_from! {
    Value:
    Figure => Value::Figure,
    Money => |money| Value::Figure(money.into()),
    bool => |flag| Value::Figure(flag.into()),
    &'static str => Value::Key,
    Arc<str> => Value::Text,
    Vec<Row> => Value::Rows,
}

impl Serialize for Figure {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Figure::Decimal(decimal) => to.serialize_str(written::decimal(*decimal).as_str()),
            Figure::Date(date) => to.serialize_str(written::date(*date).as_str()),
            Figure::Count(count) => to.serialize_i64(*count),
            Figure::Flag(flag) => to.serialize_bool(*flag),
        }
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Figure(figure) => figure.serialize(to),
            Value::Key(key) => to.serialize_str(key),
            Value::Text(text) => to.serialize_str(text),
            Value::Rows(rows) => to.collect_seq(rows.iter().map(|row| Members(row))),
            Value::Counts(counts) => to.collect_seq(counts),
        }
    }
}

impl Value {
    /// Writes the cell of a table that it is: the same words as in JSON, without quotation marks.
    /// None of them would need any there.
    pub fn write_cell(&self, out: &mut Vec<u8>) {
        match self {
            Value::Figure(Figure::Decimal(decimal)) => put_text(out, written::decimal(*decimal).as_str()),
            Value::Figure(Figure::Date(date)) => put_text(out, written::date(*date).as_str()),
            Value::Figure(Figure::Count(count)) => put_text(out, written::count(*count).as_str()),
            Value::Figure(Figure::Flag(flag)) => put_text(out, if *flag { "true" } else { "false" }),
            Value::Key(key) => put_text(out, key),
            Value::Text(_) | Value::Rows(_) | Value::Counts(_) => {}
        }
    }
}

fn put_text(out: &mut Vec<u8>, text: &str) {
    out.extend_from_slice(text.as_bytes());
}

/// Whether what was asked for is allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It is.
    Eligible,
    /// It is not.
    Ineligible,
    /// The text leaves it to the vendor.
    Refer,
}

impl Verdict {
    /// Its name in answers.
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Eligible => "eligible",
            Verdict::Ineligible => "ineligible",
            Verdict::Refer => "refer",
        }
    }
}

/// Where in the answer a value stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Under `figures`.
    Figure(&'static str),
    /// Under `dates`.
    Date(&'static str),
    /// In a line.
    Line(usize, &'static str),
}

impl Place {
    /// The path, such as `lines.0.amount`.
    pub fn path(self) -> String {
        match self {
            Place::Figure(name) => ["figures.", name].concat(),
            Place::Date(name) => ["dates.", name].concat(),
            Place::Line(index, name) => {
                let index = i64::try_from(index).unwrap_or(i64::MAX);
                ["lines.", written::count(index).as_str(), ".", name].concat()
            }
        }
    }
}

/// How a value was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// The value that this is the working of.
    pub figure: Place,
    /// The formula, in the names of the values.
    pub formula: &'static str,
    /// What the names stand for.
    pub values: Vec<Named>,
    /// What came out.
    pub result: Figure,
    /// How it was rounded.
    pub rounding: Rounding,
    /// The clause that says to do so.
    pub clause: ClauseId,
}

impl Serialize for Step {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(6))?;
        map.serialize_entry("figure", self.figure.path().as_str())?;
        map.serialize_entry("formula", self.formula)?;
        map.serialize_entry("values", &Members(&self.values))?;
        map.serialize_entry("result", &self.result)?;
        map.serialize_entry("rounding", self.rounding.name())?;
        map.serialize_entry("clause", &self.clause)?;
        map.end()
    }
}

/// A reason, an assumption or a warning.
#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    /// Its stable name.
    pub code: &'static str,
    /// The line that it concerns; the whole answer where there is none.
    pub line: Option<usize>,
    /// The first allocation in the line that it concerns, where there is one.
    pub allocation: Option<usize>,
    /// What a sentence about it needs.
    pub values: Row,
    /// The clause it rests on.
    pub clause: ClauseId,
}

impl Serialize for Note {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        map.serialize_entry("code", self.code)?;
        if let Some(line) = self.line {
            map.serialize_entry("line", &line)?;
        }
        if let Some(allocation) = self.allocation {
            map.serialize_entry("allocation", &allocation)?;
        }
        map.serialize_entry("values", &Members(&self.values))?;
        map.serialize_entry("clause", &self.clause)?;
        map.end()
    }
}

/// Which terms an answer rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermsUsed {
    /// Key of the pack.
    pub pack: String,
    /// Its edition.
    pub edition: String,
    /// Its digest.
    pub digest: String,
}

/// What was computed, from where it is written.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// The calculator.
    pub calculator: &'static str,
    /// The day that was asked about.
    pub as_of: Date,
    /// The currency of its amounts.
    pub currency: Option<&'static str>,
    /// The terms it rests on.
    pub terms: TermsUsed,
    /// Whether what was asked for is allowed, where that was the question.
    pub verdict: Option<Verdict>,
    /// Figures of the whole.
    pub figures: Row,
    /// Dates of the whole.
    pub dates: Row,
    /// What each line came to.
    pub lines: Vec<Row>,
    /// How each value was found; none where nobody wanted to know.
    pub steps: Option<Vec<Step>>,
    /// Why it is not simply allowed.
    pub reasons: Vec<Note>,
    /// How unclear passages were read.
    pub assumptions: Vec<Note>,
    /// What to look out for.
    pub warnings: Vec<Note>,
}

impl Serialize for Answer {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let terms = [("pack", &self.terms.pack), ("edition", &self.terms.edition), ("digest", &self.terms.digest)];
        let lines: Vec<_> = self.lines.iter().map(|line| Members(line)).collect();
        let mut map = to.serialize_map(None)?;
        map.serialize_entry("calculator", self.calculator)?;
        map.serialize_entry("as_of", written::date(self.as_of).as_str())?;
        if let Some(currency) = self.currency {
            map.serialize_entry("currency", currency)?;
        }
        map.serialize_entry("terms", &Members(&terms))?;
        if let Some(verdict) = self.verdict {
            map.serialize_entry("verdict", verdict.name())?;
        }
        map.serialize_entry("figures", &Members(&self.figures))?;
        map.serialize_entry("dates", &Members(&self.dates))?;
        map.serialize_entry("lines", &lines)?;
        if let Some(steps) = &self.steps {
            map.serialize_entry("steps", steps)?;
        }
        map.serialize_entry("reasons", &self.reasons)?;
        map.serialize_entry("assumptions", &self.assumptions)?;
        map.serialize_entry("warnings", &self.warnings)?;
        map.end()
    }
}

/// How a value that goes into an answer was found.
pub struct Working<'a> {
    /// The formula, in the names of the values.
    pub formula: &'static str,
    /// What the names stand for.
    pub values: &'a [Named],
    /// How the result was rounded.
    pub rounding: Rounding,
    /// The clause that says to do so.
    pub clause: &'a ClauseId,
}

impl<'a> Working<'a> {
    /// An exact result.
    pub fn exact(formula: &'static str, values: &'a [Named], clause: &'a ClauseId) -> Working<'a> {
        Working { formula, values, rounding: Rounding::None, clause }
    }
}

/// Where an answer is written while it is worked out. There is no way to write a figure, a date or
/// a computed value of a line without its [`Working`].
#[derive(Debug, Default)]
pub struct Sheet {
    /// Whether the workings are kept.
    keeps_steps: bool,
    /// The line that is being worked on.
    line: Option<usize>,
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

    fn step(&mut self, figure: Place, result: Figure, working: &Working<'_>) {
        if self.keeps_steps {
            self.steps.push(Step {
                figure,
                formula: working.formula,
                values: working.values.to_vec(),
                result,
                rounding: working.rounding,
                clause: working.clause.clone(),
            });
        }
    }

    /// A figure of the whole.
    pub fn figure(&mut self, name: &'static str, value: impl Into<Figure>, working: &Working<'_>) {
        let value = value.into();
        self.step(Place::Figure(name), value, working);
        self.figures.push((name, value.into()));
    }

    /// A date of the whole.
    pub fn date(&mut self, name: &'static str, value: Date, working: &Working<'_>) {
        self.step(Place::Date(name), value.into(), working);
        self.dates.push((name, Value::Figure(value.into())));
    }

    /// Whether the whole is allowed.
    pub fn verdict(&mut self, verdict: Verdict) {
        self.verdict = Some(verdict);
    }

    /// Begins a line.
    pub fn begin_line(&mut self, index: usize) {
        self.line = Some(index);
        self.row.clear();
    }

    /// A computed value of the line.
    pub fn computed(&mut self, name: &'static str, value: impl Into<Figure>, working: &Working<'_>) {
        let value = value.into();
        if let Some(line) = self.line {
            self.step(Place::Line(line, name), value, working);
        }
        self.row.push((name, value.into()));
    }

    /// What the visitor entered, or a word that sorts the line: neither is a figure.
    pub fn echo(&mut self, name: &'static str, value: impl Into<Value>) {
        self.row.push((name, value.into()));
    }

    /// Ends the line; what follows concerns the whole.
    pub fn end_line(&mut self) {
        self.lines.push(std::mem::take(&mut self.row));
        self.line = None;
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
