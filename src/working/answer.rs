//! The answer: verdict, figures, dates, lines, steps, reasons, assumptions, warnings.

mod step;

pub use step::{Origin, Step, Told};

use crate::clause::ClauseId;
use crate::values::dates::{Date, LocalTime, Month, TimeOfDay};
use crate::values::figure::Figure;
use crate::values::members::{Members, Name};
use crate::values::money::{Dollars, Money, Percent, Rate, Ratio};
use serde::ser::{Serialize, SerializeStruct, Serializer};
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
    /// What a name that stands for several stands for.
    List(Vec<Value>),
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
    Dollars => |dollars| Value::Figure(dollars.into()),
    Percent => |percent| Value::Figure(percent.into()),
    Rate => |rate| Value::Figure(rate.into()),
    i64 => |count| Value::Figure(count.into()),
    Date => |date| Value::Figure(date.into()),
    Month => |month| Value::Figure(month.into()),
    LocalTime => |time| Value::Figure(time.into()),
    TimeOfDay => |time| Value::Figure(time.into()),
    bool => |flag| Value::Figure(flag.into()),
    &'static str => Value::Key,
    Arc<str> => Value::Text,
    Vec<Row> => Value::Rows,
    ClauseId => |id| Value::Text(Arc::from(id.as_str())),
}

impl<const DECIMALS: u32> From<Ratio<DECIMALS>> for Value {
    fn from(ratio: Ratio<DECIMALS>) -> Value {
        Value::Figure(Figure::Decimal(ratio.0))
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Figure(figure) => figure.serialize(to),
            Value::Key(key) => Name(key).serialize(to),
            Value::Text(text) => to.serialize_str(text),
            Value::Rows(rows) => to.collect_seq(rows.iter().map(|row| Members(row))),
            Value::Counts(counts) => to.collect_seq(counts),
            Value::Texts(texts) => to.collect_seq(texts.iter().map(|text| &**text)),
            Value::List(values) => to.collect_seq(values),
        }
    }
}

impl Value {
    /// As JSON writes it, without quotation marks; empty for a list.
    pub fn text(&self) -> String {
        match self {
            Value::Text(text) => text.to_string(),
            single => {
                let mut cell = Vec::new();
                single.write_cell(&mut cell);
                String::from_utf8(cell).unwrap_or_default()
            }
        }
    }

    /// Writes the cell of a table that it is: the same words as in JSON, without quotation marks.
    /// None of them would need any there.
    pub fn write_cell(&self, out: &mut Vec<u8>) {
        match self {
            Value::Figure(figure) => figure.write_cell(out),
            Value::Key(key) => out.extend_from_slice(key.as_bytes()),
            Value::Text(_) | Value::Rows(_) | Value::Counts(_) | Value::Texts(_) | Value::List(_) => {}
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

/// A reason, an assumption or a warning.
#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    /// Its stable name.
    pub(crate) code: &'static str,
    /// The line that it concerns; the whole answer where there is none.
    pub(crate) line: Option<usize>,
    /// The first allocation in the line that it concerns, where there is one.
    pub(crate) allocation: Option<usize>,
    /// What a sentence about it needs.
    pub(crate) values: Row,
    /// The clause it rests on.
    pub(crate) clause: ClauseId,
}

impl Note {
    /// Its stable name.
    pub fn code(&self) -> &'static str {
        self.code
    }

    /// The line that it is about, counted from 0; the whole answer where there is none.
    pub fn line(&self) -> Option<usize> {
        self.line
    }

    /// The id of the rule that it rests on.
    pub fn clause(&self) -> &str {
        self.clause.as_str()
    }

    /// What a sentence about it names; empty for a list.
    pub fn values(&self) -> impl Iterator<Item = (&'static str, String)> {
        self.values.iter().map(|(name, value)| (*name, value.text()))
    }
}

impl Serialize for Note {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut note = to.serialize_struct("Note", 5)?;
        note.serialize_field("code", &Name(self.code))?;
        if let Some(line) = self.line {
            note.serialize_field("line", &line)?;
        }
        if let Some(allocation) = self.allocation {
            note.serialize_field("allocation", &allocation)?;
        }
        note.serialize_field("values", &Members(&self.values))?;
        note.serialize_field("clause", &self.clause)?;
        note.end()
    }
}

/// Which terms an answer rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermsUsed {
    /// Key of the pack.
    pub(crate) pack: String,
    /// What the document is called.
    pub(crate) name: String,
    /// Its edition.
    pub(crate) edition: String,
    /// The first day of the month that the edition is of, where the document says one.
    pub(crate) edition_from: Option<Date>,
    /// The pack's digest.
    pub(crate) digest: String,
    /// The latest day on which a value that was used was compared with the document.
    pub(crate) checked: Date,
}

impl TermsUsed {
    /// Key of the pack.
    pub fn pack(&self) -> &str {
        &self.pack
    }

    /// What the document is called.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its edition.
    pub fn edition(&self) -> &str {
        &self.edition
    }

    /// The pack's digest, by which the same terms can be had again.
    pub fn digest(&self) -> &str {
        &self.digest
    }

    /// The latest day on which a value that was used was compared with the document.
    pub fn checked(&self) -> Date {
        self.checked
    }
}

impl Serialize for TermsUsed {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut terms = to.serialize_struct("TermsUsed", 6)?;
        terms.serialize_field("pack", &self.pack)?;
        terms.serialize_field("name", &self.name)?;
        terms.serialize_field("edition", &self.edition)?;
        if let Some(first) = self.edition_from {
            terms.serialize_field("edition_from", Month(first).written().as_str())?;
        }
        terms.serialize_field("digest", &self.digest)?;
        terms.serialize_field("checked", self.checked.written().as_str())?;
        terms.end()
    }
}

/// One line of an answer.
#[derive(Debug, Clone, Copy)]
pub struct Line<'a>(&'a Row);

impl Line<'_> {
    /// A value of this line by its name, as JSON writes it; none where the answer has none, or where it is a list.
    pub fn figure(&self, name: &str) -> Option<String> {
        shown(self.0, name)
    }
}

/// A value of a row, as JSON writes it; a list is none.
fn shown(row: &Row, name: &str) -> Option<String> {
    row.iter().find(|(known, _)| *known == name).map(|(_, value)| value.text()).filter(|text| !text.is_empty())
}

/// What was computed, from where it is written. Serialized, it is the answer that browsers get.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// The calculator.
    pub(crate) calculator: &'static str,
    /// The day that was asked about.
    pub(crate) as_of: Date,
    /// The currency of its amounts.
    pub(crate) currency: Option<&'static str>,
    /// The terms it rests on.
    pub(crate) terms: TermsUsed,
    /// Whether what was asked for is allowed, where that was the question.
    pub(crate) verdict: Option<Verdict>,
    /// Figures of the whole.
    pub(crate) figures: Row,
    /// Dates of the whole.
    pub(crate) dates: Row,
    /// What each line came to.
    pub(crate) lines: Vec<Row>,
    /// How each value was found; none where nobody wanted to know.
    pub(crate) steps: Option<Vec<Step>>,
    /// Why it is not simply allowed.
    pub(crate) reasons: Vec<Note>,
    /// How unclear passages were read.
    pub(crate) assumptions: Vec<Note>,
    /// What to look out for.
    pub(crate) warnings: Vec<Note>,
}

impl Answer {
    /// The calculator.
    pub fn calculator(&self) -> &'static str {
        self.calculator
    }

    /// The day that was asked about.
    pub fn as_of(&self) -> Date {
        self.as_of
    }

    /// The currency of its amounts.
    pub fn currency(&self) -> Option<&'static str> {
        self.currency
    }

    /// The terms it rests on.
    pub fn terms(&self) -> &TermsUsed {
        &self.terms
    }

    /// Whether what was asked for is allowed, where that was the question.
    pub fn verdict(&self) -> Option<Verdict> {
        self.verdict
    }

    /// A figure of the whole by its name, as JSON writes it; none where the answer has none, or where it is a list.
    pub fn figure(&self, name: &str) -> Option<String> {
        shown(&self.figures, name)
    }

    /// A date of the whole by its name, as JSON writes it.
    pub fn date(&self, name: &str) -> Option<String> {
        shown(&self.dates, name)
    }

    /// What each line came to.
    pub fn lines(&self) -> impl ExactSizeIterator<Item = Line<'_>> {
        self.lines.iter().map(Line)
    }

    /// How each value was found, in the order of the work; none where nobody wanted to know.
    pub fn steps(&self) -> &[Step] {
        self.steps.as_deref().unwrap_or_default()
    }

    /// Why it is not simply allowed.
    pub fn reasons(&self) -> &[Note] {
        &self.reasons
    }

    /// How unclear passages were read.
    pub fn assumptions(&self) -> &[Note] {
        &self.assumptions
    }

    /// What to look out for.
    pub fn warnings(&self) -> &[Note] {
        &self.warnings
    }
}

/// The form that answers have.
pub const SCHEMA: &str = "clausewise.answer/2";

impl Serialize for Answer {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let lines: Vec<_> = self.lines.iter().map(|line| Members(line)).collect();
        let mut answer = to.serialize_struct("Answer", 13)?;
        answer.serialize_field("schema", &Name(SCHEMA))?;
        answer.serialize_field("calculator", &Name(self.calculator))?;
        answer.serialize_field("as_of", self.as_of.written().as_str())?;
        if let Some(currency) = self.currency {
            answer.serialize_field("currency", &Name(currency))?;
        }
        answer.serialize_field("terms", &self.terms)?;
        if let Some(verdict) = self.verdict {
            answer.serialize_field("verdict", &Name(verdict.name()))?;
        }
        answer.serialize_field("figures", &Members(&self.figures))?;
        answer.serialize_field("dates", &Members(&self.dates))?;
        answer.serialize_field("lines", &lines)?;
        if let Some(steps) = &self.steps {
            answer.serialize_field("steps", steps)?;
        }
        answer.serialize_field("reasons", &self.reasons)?;
        answer.serialize_field("assumptions", &self.assumptions)?;
        answer.serialize_field("warnings", &self.warnings)?;
        answer.end()
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
