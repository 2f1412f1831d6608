//! What a calculator says of itself: enough to draw a form, label an answer and type both.

use crate::values::unit::Unit;

/// What a calculator says of itself.
#[derive(Debug, Clone, Copy)]
pub struct About {
    /// Its name.
    pub name: &'static str,
    /// The pack that it takes its terms from where none is given.
    pub pack: &'static str,
    /// Whether it handles money, and so needs a currency.
    pub money: bool,
    /// The rules that it answers by.
    pub rules: &'static [&'static str],
    /// The verdicts that it gives.
    pub verdicts: &'static [&'static str],
    /// The figure or day that people came for.
    pub headline: &'static str,
    /// Figures that go before it where there is any of them: what is lost, or may be. An answer with any is no plain yes.
    pub losses: &'static [&'static str],
    /// Days that the question asks for as well.
    pub beside: &'static [&'static str],
    /// The list of the request that the lines answer for, or the count of years; nothing where they are the document's own.
    pub lines_of: Option<&'static str>,
    /// Figures that are ways to be weighed, each with its tax and with what it comes to with that.
    pub ways: &'static [Weighed],
    /// By what the rows of a portfolio are told apart.
    pub rows_by: Option<RowsBy>,
    /// Where an answer leads on to, and what goes along, as JSON; what stands in it is told in `docs/onward.md`.
    pub onward: &'static str,
    /// Figures of the whole.
    pub figures: &'static [Output],
    /// Dates of the whole.
    pub dates: &'static [Output],
    /// What each line holds.
    pub line: &'static [Output],
    /// Values on the way, which have steps but stand nowhere in the answer.
    pub between: &'static [Output],
    /// Columns of the terms' rows, as far as formulas name values in them: those of each kind of row.
    pub columns: &'static [&'static [TermColumn]],
    /// Its reasons.
    pub reasons: &'static [NoteCode],
    /// Its assumptions.
    pub assumptions: &'static [NoteCode],
    /// Its warnings.
    pub warnings: &'static [NoteCode],
    /// A request as somebody would make it, as JSON.
    pub example: &'static str,
}

impl About {
    /// Nothing yet: what is declared and what is written by hand are put on it.
    pub const NOTHING: About = About {
        name: "",
        pack: "",
        money: false,
        rules: &[],
        verdicts: &[],
        headline: "",
        losses: &[],
        beside: &[],
        lines_of: None,
        ways: &[],
        rows_by: None,
        onward: "[]",
        figures: &[],
        dates: &[],
        line: &[],
        between: &[],
        columns: &[],
        reasons: &[],
        assumptions: &[],
        warnings: &[],
        example: "",
    };

    /// As much of it as answers take. A build for one page holds no more: the rest stands in the script beside it.
    pub(super) const fn to_answer_by(self) -> About {
        About { name: self.name, pack: self.pack, money: self.money, ..About::NOTHING }
    }
}

/// A note by its code, described.
#[derive(Debug, Clone, Copy)]
pub struct NoteCode {
    /// Its code.
    pub code: &'static str,
    /// What its sentence names.
    pub values: &'static [Output],
}

/// By what the rows of a portfolio are told apart.
#[derive(Debug, Clone, Copy)]
pub struct RowsBy {
    /// The value of a line that says what becomes of it.
    pub key: &'static str,
    /// The day to whose month it belongs: an entry of the line or, where nothing was entered there, a value of it.
    pub day: Option<&'static str>,
}

/// One of several ways, by the names of its figures.
#[derive(Debug, Clone, Copy)]
pub struct Weighed {
    /// What it costs.
    pub net: &'static str,
    /// The tax on that.
    pub tax: &'static str,
    /// Both together.
    pub gross: &'static str,
}

/// A column of a term's rows, described.
#[derive(Debug, Clone, Copy)]
pub struct TermColumn {
    /// The term.
    pub term: &'static str,
    /// The column.
    pub name: &'static str,
    /// What kind of value stands in it.
    pub output: Output,
}

/// One value of an answer, described.
#[derive(Debug, Clone, Copy)]
pub struct Output {
    /// Its name.
    pub name: &'static str,
    /// What kind of value it is.
    pub kind: OutputKind,
    /// Whether it may be absent.
    pub optional: bool,
    /// Whether people keep it in their calendar.
    pub calendar: bool,
    /// Whether it is what one pays in the end: of several offers the lowest is the cheapest.
    pub paid: bool,
    /// Whether it repeats what was entered, under the same name.
    pub echoed: bool,
    /// The currency of an amount, where it is not the request's.
    pub currency: Option<&'static str>,
    /// What a number counts, where it counts something that has no name of its own.
    pub unit: Option<Unit>,
    /// Whether it is only put there, an entry or a word that sorts the line, and has no step.
    pub shown: bool,
    /// Whether it says that something is allowed, is not, or is to be asked.
    pub judges: bool,
}

/// What kind of value an answer holds.
#[derive(Debug, Clone, Copy)]
pub enum OutputKind {
    /// An amount.
    Money,
    /// A percentage.
    Percent,
    /// Units of one thing for one of another.
    Rate,
    /// A quotient.
    Ratio,
    /// A whole number.
    Count,
    /// A day.
    Date,
    /// A calendar month.
    Month,
    /// A day and a time.
    LocalTime,
    /// A time of day.
    Time,
    /// Yes or no.
    Flag,
    /// An entered text.
    Text,
    /// The id of a rule.
    Clause,
    /// The places of rows in the list that stands in the line.
    Places,
    /// A key of the pack.
    Key,
    /// One of these keys.
    Choice(&'static [&'static str]),
    /// A key that stands in a column of a table of the pack.
    InTable(&'static str, &'static str),
    /// A key that stands in a column of the pack's rows for countries, or one of these, for all the others.
    InRows(&'static str, &'static str, &'static [&'static str]),
    /// A list of parts.
    List(&'static [Output]),
}

impl Output {
    /// A value that is always there.
    pub const fn always(name: &'static str, kind: OutputKind) -> Output {
        Output {
            name,
            kind,
            optional: false,
            calendar: false,
            paid: false,
            echoed: false,
            currency: None,
            unit: None,
            shown: false,
            judges: false,
        }
    }
}
