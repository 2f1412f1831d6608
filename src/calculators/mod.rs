//! One file per question a person asks; here is what they have in common.
//!
//! A calculator is a pure function from terms and a request to a [`Sheet`]. Most answer line by
//! line ([`ByLine`]) and so can price a portfolio row by row too; the others answer [`Whole`].

mod addon;
mod agreement;
mod by_line;
mod calendar;
mod cancellation;
mod compare;
mod credits;
mod dispute;
mod event;
mod flex;
mod late_charge;
mod liability;
mod licence;
mod licence_return;
mod multi_country;
mod notices;
mod programme;
mod reinstatement;
mod renewal;
mod response;
mod support;
mod swap;
mod tax;
mod true_up;
mod use_check;
mod version;
mod working_hours;

pub use by_line::{ByLine, RowPricer, lines_field};

use crate::clause::{Cited, ClauseId};
use crate::dates::Date;
use crate::form::{self, Field, Path, Reading, Record};
use crate::given::Given;
use crate::money::{Exact, Money, OrOverflow, Overflow, Percent, Rounding};
use crate::refusal::{Fault, Problem};
use crate::sheet::{Known, Sheet, Working};
use crate::terms::{FromPack, Need, Pack, is_same};

/// Every calculator, in the order in which people come to need them.
const EVERY: &[Calculator] = &[
    by_line::calculator::<renewal::Renewal>(),
    by_line::calculator::<reinstatement::Reinstatement>(),
    whole::<compare::Compare>(),
    by_line::calculator::<notices::Notices>(),
    whole::<programme::Programme>(),
    whole::<version::Version>(),
    whole::<support::Support>(),
    whole::<addon::Addon>(),
    whole::<flex::Flex>(),
    whole::<credits::Credits>(),
    by_line::calculator::<swap::Swap>(),
    whole::<multi_country::MultiCountry>(),
    whole::<calendar::Calendar>(),
    whole::<event::Event>(),
    whole::<response::Response>(),
    by_line::calculator::<cancellation::Cancellation>(),
    by_line::calculator::<use_check::UseCheck>(),
    by_line::calculator::<true_up::TrueUp>(),
    whole::<licence_return::LicenceReturn>(),
    by_line::calculator::<late_charge::LateCharge>(),
    whole::<tax::Tax>(),
    whole::<liability::Liability>(),
    whole::<dispute::Dispute>(),
];

/// The calculator that a page shows, where the core is built for that page alone; then it holds no other, nor its
/// pack, nor portfolios. A visitor who asks one question does not download the answers to all.
pub const ONLY: Option<&str> = option_env!("CLAUSEWISE_ONLY");

/// Whether this build reads whatever people write. That is as much to download as a calculator, and few visitors write
/// anything but digits; so a build named `reading` does that and nothing else, and those for one page do without.
pub const READS: bool = match ONLY {
    None => true,
    Some(only) => is_same(only, "reading"),
};

static HELD: [Option<Calculator>; EVERY.len()] = held(EVERY);

/// The calculators that this build holds.
pub fn all() -> impl Iterator<Item = &'static Calculator> {
    HELD.iter().flatten()
}

#[allow(clippy::indexing_slicing, reason = "below both lengths, and looked at by the compiler")]
const fn held<const N: usize>(every: &[Calculator]) -> [Option<Calculator>; N] {
    let mut held = [None; N];
    let mut at = 0;
    while at < every.len() {
        if is_held(every[at].about.name) {
            held[at] = Some(every[at]);
        }
        at += 1;
    }
    held
}

const fn is_held(name: &str) -> bool {
    match ONLY {
        None => true,
        Some(only) => is_same(only, name),
    }
}

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
    /// Figures of the whole.
    pub figures: &'static [Output],
    /// Dates of the whole.
    pub dates: &'static [Output],
    /// What each line holds.
    pub line: &'static [Output],
    /// Codes of its reasons.
    pub reasons: &'static [&'static str],
    /// Codes of its assumptions.
    pub assumptions: &'static [&'static str],
    /// Codes of its warnings.
    pub warnings: &'static [&'static str],
    /// A request as somebody would make it, as JSON.
    pub example: &'static str,
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
    pub kept: bool,
    /// Whether it repeats what was entered, under the same name.
    pub echoed: bool,
}

/// What kind of value an answer holds.
#[derive(Debug, Clone, Copy)]
pub enum OutputKind {
    /// An amount.
    Money,
    /// A percentage.
    Percent,
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
        Output { name, kind, optional: false, kept: false, echoed: false }
    }

    /// A value that is there only sometimes.
    pub const fn sometimes(name: &'static str, kind: OutputKind) -> Output {
        Output { name, kind, optional: true, kept: false, echoed: false }
    }

    /// The same as a day for the calendar.
    pub const fn kept(self) -> Output {
        Output { kept: true, ..self }
    }

    /// The same as what was entered under the same name.
    pub const fn echoed(self) -> Output {
        Output { echoed: true, ..self }
    }
}

/// A calculator as the rest of the house sees it.
#[derive(Clone, Copy)]
pub struct Calculator {
    /// What it says of itself.
    pub about: &'static About,
    /// The fields of its input, but for the lines.
    pub fields: &'static [Field],
    /// The fields of a line, where it answers line by line.
    pub line_fields: Option<&'static [Field]>,
    /// What it takes out of a pack.
    pub needs: &'static [Need],
    /// Reads the input and works it out; none where something was wrong, which is then noted.
    pub run: fn(&Given, &mut Reading<'_>, bool) -> Option<Sheet>,
    /// Reads the options of a portfolio.
    pub rows: Option<ReadRows>,
}

/// Reads the options of a portfolio; none where something was wrong, which is then noted.
pub type ReadRows = fn(&Given, &mut Reading<'_>) -> Option<Box<dyn RowPricer>>;

/// A calculator by its name.
pub fn named(name: &str) -> Option<&'static Calculator> {
    all().find(|calculator| calculator.about.name == name)
}

/// What the calculator of a name takes out of a pack.
pub fn needs(name: &str) -> Option<&'static [Need]> {
    match (named(name), ONLY) {
        (Some(calculator), _) => Some(calculator.needs),
        // What the others need, a build without them cannot tell.
        (None, Some(_)) => Some(&[]),
        (None, None) => None,
    }
}

/// A figure's name and its formula.
type Formula = (&'static str, &'static str);

/// What is known of every request that is worked out.
#[derive(Debug, Clone, Copy)]
pub struct Case {
    /// The day that is asked about.
    pub as_of: Date,
    /// Decimals of the request's amounts; none where no money is handled.
    pub digits: u32,
}

impl Case {
    /// Nothing, in the request's currency.
    pub fn zero(&self) -> Money {
        Money::zero(self.digits)
    }

    /// Rounded half up to the request's currency, and whether that changed nothing.
    fn half_up(&self, exact: Option<Exact>, field: &'static str) -> Result<(Money, bool), Overflow> {
        exact.and_then(|exact| exact.money(self.digits, Rounding::HalfUp)).or_overflow(field)
    }

    /// The sum of rounded amounts.
    fn sum(&self, amounts: impl IntoIterator<Item = Money>, field: &'static str) -> Result<Money, Overflow> {
        amounts.into_iter().try_fold(self.zero(), Money::plus).or_overflow(field)
    }

    /// The visitor's own tax on a figure, where a rate is given; the text knows of none. The names and
    /// formulas are those of the tax and of the sum with it.
    fn tax(
        &self,
        net: Money,
        percent: Option<Percent>,
        ((tax_name, of_tax), (gross_name, of_gross)): (Formula, Formula),
        clause: &ClauseId,
        sheet: &mut Sheet,
    ) -> Result<(), Overflow> {
        let Some(percent) = percent else { return Ok(()) };
        let (tax, _) = self.half_up(percent.of(net.exact()), "tax_percent")?;
        let gross = net.plus(tax).or_overflow("tax_percent")?;
        sheet.figure(tax_name, tax, Working::half_up(of_tax, clause));
        sheet.figure(gross_name, gross, Working::exact(of_gross, clause));
        sheet.assumption("tax_not_in_text", clause);
        Ok(())
    }
}

/// A calculator that answers the whole at once.
pub trait Whole {
    /// What it says of itself.
    const ABOUT: About;
    /// What it asks for.
    type Request: Record + Known;
    /// What it takes out of the pack.
    type Terms: FromPack + Known;
    /// What in a pack contradicts itself, if anything.
    fn contradiction(terms: &Self::Terms, pack: &Pack) -> Contradiction;
    /// What is wrong with entries that each are fine alone: the field, and why.
    fn objection(_terms: &Self::Terms, _request: &Self::Request) -> Option<(&'static str, Problem)> {
        None
    }
    /// The same where several may be wrong, or where the field lies deeper: notes each at its path.
    fn objections(terms: &Self::Terms, request: &Self::Request, path: &Path<'_>, reading: &mut Reading<'_>) {
        if let Some((field, problem)) = Self::objection(terms, request) {
            reading.fault(&Path::Name(path, field), problem);
        }
    }
    /// Works it out.
    ///
    /// # Errors
    /// When the exact arithmetic does not fit.
    fn answer(case: &Case, terms: &Self::Terms, request: &Self::Request, sheet: &mut Sheet) -> Result<(), Overflow>;
}

const fn whole<C: Whole>() -> Calculator {
    Calculator {
        about: &C::ABOUT,
        fields: C::Request::FIELDS,
        line_fields: None,
        needs: C::Terms::NEEDS,
        run: run_whole::<C>,
        rows: None,
    }
}

fn run_whole<C: Whole>(input: &Given, reading: &mut Reading<'_>, keeps_steps: bool) -> Option<Sheet> {
    let path = &Path::Name(&Path::Root, "input");
    let request = form::read_object::<C::Request>(input, path, reading);
    let terms = take_terms(C::contradiction, reading);
    let case = ready(reading)?;
    let (terms, request) = (terms?, request?);
    C::objections(&terms, &request, path, reading);
    if !reading.faults.is_empty() {
        return None;
    }
    let mut sheet = begin(&case, &terms, &request, keeps_steps);
    let answered = C::answer(&case, &terms, &request, &mut sheet);
    match answered {
        Ok(()) => Some(sheet),
        Err(Overflow { field }) => {
            reading.fault(&Path::Name(path, field), Problem::Overflow);
            None
        }
    }
}

/// A sheet that knows what every formula may name: the day, the terms, the request.
fn begin(case: &Case, terms: &impl Known, request: &impl Known, keeps_steps: bool) -> Sheet {
    let mut sheet = Sheet::new(keeps_steps);
    sheet.know("as_of", case.as_of);
    // What the visitor says of the contract goes before what the terms say of contracts in general.
    sheet.know_all(request);
    sheet.know_all(terms);
    sheet
}

/// What everything that was read adds up to, provided that nothing was wrong.
fn ready(reading: &Reading<'_>) -> Option<Case> {
    // Where money is handled, a currency that is not known is a fault already.
    let case = Case { as_of: reading.as_of?, digits: reading.digits.unwrap_or_default() };
    reading.faults.is_empty().then_some(case)
}

/// What is wrong with terms that each are fine alone: the place in the pack, and why.
pub type Contradiction = Option<(&'static str, &'static str)>;

/// The first of some counts that leaves nothing to count.
fn below_one(counts: &[(&'static str, &Cited<i64>)]) -> Contradiction {
    let none = counts.iter().find(|(_, count)| *count.value() < 1);
    none.map(|(place, _)| (*place, "expected at least 1"))
}

fn take_terms<T: FromPack>(contradiction: fn(&T, &Pack) -> Contradiction, reading: &mut Reading<'_>) -> Option<T> {
    let pack = reading.pack?;
    let taken = T::take(pack, reading.as_of?).and_then(|terms| match contradiction(&terms, pack) {
        None => Ok(terms),
        Some((place, reason)) => {
            Err(Fault::at(format!("terms.{place}"), Problem::BadTerms { reason: reason.to_owned() }))
        }
    });
    taken.map_err(|fault| reading.faults.push(fault)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_build_for_all_pages_holds_every_calculator_in_order() {
        let names = |held: &[Option<Calculator>]| -> Vec<&str> {
            held.iter().flatten().map(|calculator| calculator.about.name).collect()
        };
        assert_eq!(
            names(&held::<{ EVERY.len() }>(EVERY)),
            EVERY.iter().map(|each| each.about.name).collect::<Vec<_>>()
        );
        assert_eq!(all().count(), EVERY.len());
    }

    #[test]
    fn only_what_answers_line_by_line_prices_rows() {
        let renewal = by_line::calculator::<renewal::Renewal>();
        assert_eq!((renewal.about.name, renewal.rows.is_some()), ("renewal", true));
        assert!(renewal.line_fields.is_some_and(|fields| fields.iter().any(|field| field.name == "quantity")));
        let compare = whole::<compare::Compare>();
        assert_eq!(
            (compare.about.name, compare.rows.is_some(), compare.line_fields.is_some()),
            ("compare", false, false)
        );
    }

    #[test]
    fn an_output_says_whether_it_may_be_absent_is_kept_or_repeats() {
        let told = |output: Output| (output.optional, output.kept, output.echoed);
        assert_eq!(told(Output::always("fee", OutputKind::Money)), (false, false, false));
        assert_eq!(told(Output::sometimes("fee", OutputKind::Money)), (true, false, false));
        assert_eq!(told(Output::sometimes("pay_by", OutputKind::Date).kept()), (true, true, false));
        assert_eq!(told(Output::always("fee", OutputKind::Money).kept().echoed()), (false, true, true));
    }
}
