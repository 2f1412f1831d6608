//! The answer: verdict, figures, dates, lines, steps, reasons, assumptions, warnings.

use crate::clause::ClauseId;
use crate::dates::Date;
use crate::figure::{self, Figure, Named};
use crate::money::{Money, Rounding};
use crate::refusal::Members;
use crate::text::joined;
use serde::ser::{Serialize, SerializeMap, Serializer};
use std::sync::Arc;

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
    /// A list of texts of the pack.
    Texts(Vec<Arc<str>>),
}

/// Named values in their order.
pub type Row = Vec<(&'static str, Value)>;

macro_rules! value_from {
    ($($type:ty => $make:expr),* $(,)?) => {
        $(impl From<$type> for Value {
            fn from(value: $type) -> Value {
                let make: fn($type) -> Value = $make;
                make(value)
            }
        })*
    };
}

value_from! {
    Figure => Value::Figure,
    Money => |money| Value::Figure(money.into()),
    Date => |date| Value::Figure(date.into()),
    bool => |flag| Value::Figure(flag.into()),
    &'static str => Value::Key,
    Arc<str> => Value::Text,
    Vec<Row> => Value::Rows,
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Figure(figure) => figure.serialize(to),
            Value::Key(key) => to.serialize_str(key),
            Value::Text(text) => to.serialize_str(text),
            Value::Rows(rows) => to.collect_seq(rows.iter().map(|row| Members(row))),
            Value::Counts(counts) => to.collect_seq(counts),
            Value::Texts(texts) => to.collect_seq(texts.iter().map(|text| &**text)),
        }
    }
}

impl Value {
    /// Writes the cell of a table that it is: the same words as in JSON, without quotation marks.
    /// None of them would need any there.
    pub fn write_cell(&self, out: &mut Vec<u8>) {
        match self {
            Value::Figure(figure) => figure.write_cell(out),
            Value::Key(key) => out.extend_from_slice(key.as_bytes()),
            Value::Text(_) | Value::Rows(_) | Value::Counts(_) | Value::Texts(_) => {}
        }
    }
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
    /// In a row of a list under `figures`.
    Listed(&'static str, usize, &'static str),
}

impl Place {
    /// The path, such as `lines.0.amount`.
    pub fn path(self) -> String {
        match self {
            Place::Figure(name) => joined(&["figures", name], "."),
            Place::Date(name) => joined(&["dates", name], "."),
            Place::Line(index, name) => joined(&["lines", index_of(index).as_str(), name], "."),
            Place::Listed(list, index, name) => joined(&["figures", list, index_of(index).as_str(), name], "."),
        }
    }
}

fn index_of(index: usize) -> figure::Written {
    figure::count(i64::try_from(index).unwrap_or(i64::MAX))
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
    pub result: Value,
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
    /// What the document is called.
    pub name: String,
    /// Its edition.
    pub edition: String,
    /// The first day of the month that the edition is of, where the document says one.
    pub edition_from: Option<Date>,
    /// The pack's digest.
    pub digest: String,
    /// The latest day on which a value that was used was compared with the document.
    pub checked: Date,
}

impl Serialize for TermsUsed {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        map.serialize_entry("pack", &self.pack)?;
        map.serialize_entry("name", &self.name)?;
        map.serialize_entry("edition", &self.edition)?;
        if let Some(first) = self.edition_from {
            map.serialize_entry("edition_from", figure::month(first).as_str())?;
        }
        map.serialize_entry("digest", &self.digest)?;
        map.serialize_entry("checked", figure::date(self.checked).as_str())?;
        map.end()
    }
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
        let lines: Vec<_> = self.lines.iter().map(|line| Members(line)).collect();
        let mut map = to.serialize_map(None)?;
        map.serialize_entry("calculator", self.calculator)?;
        map.serialize_entry("as_of", figure::date(self.as_of).as_str())?;
        if let Some(currency) = self.currency {
            map.serialize_entry("currency", currency)?;
        }
        map.serialize_entry("terms", &self.terms)?;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_value_makes_a_cell_and_several_make_none() {
        let cell = |value: Value| {
            let mut out = Vec::new();
            value.write_cell(&mut out);
            String::from_utf8(out).unwrap_or_default()
        };
        assert_eq!(cell(Value::Key("renewal")), "renewal");
        assert_eq!(cell(Value::Figure(Figure::Count(7))), "7");
        for several in [Value::Rows(vec![Vec::new()]), Value::Counts(vec![1, 2]), Value::Texts(vec!["a".into()])] {
            assert_eq!(cell(several), "");
        }
    }
}
