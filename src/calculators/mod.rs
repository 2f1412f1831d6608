//! One file per question a person asks; here is what they have in common.
//!
//! A calculator is a pure function from terms and a request to a [`Sheet`]. Most answer line by
//! line ([`ByLine`]) and so can price a portfolio row by row too; the others answer [`Whole`].

mod about;
mod by_line;
pub mod declared;
mod ibm_ilan;
mod ibm_ss;
mod ms_unified;
pub mod rows;
#[cfg(test)]
mod specimen;
mod whole;
mod working_hours;

pub use about::{About, NoteCode, Output, OutputKind, RowsBy, TermColumn, Weighed};
pub use by_line::{ByLine, RowPricer, lines_field};
pub use whole::Whole;

use whole::calculator as whole;

use crate::clause::Cited;
use crate::form::{Field, Path, Reading};
use crate::request::given::Given;
use crate::request::problem::Problem;
use crate::request::refusal::Fault;
use crate::terms::{FromPack, Need, Pack, is_same};
use crate::values::dates::Date;
use crate::working::Entered;
use crate::working::place::Place;
use crate::working::sheet::{Sheet, Unfit};

/// Every calculator, in the order in which people come to need them.
const EVERY: &[Calculator] = &[
    by_line::calculator::<ibm_ss::renewal::Renewal>(),
    by_line::calculator::<ibm_ss::reinstatement::Reinstatement>(),
    whole::<ibm_ss::compare::Compare>(),
    by_line::calculator::<ibm_ss::notices::Notices>(),
    whole::<ibm_ss::programme::Programme>(),
    whole::<ibm_ss::version::Version>(),
    whole::<ibm_ss::support::Support>(),
    whole::<ms_unified::addon::Addon>(),
    whole::<ms_unified::flex::Flex>(),
    whole::<ms_unified::credits::Credits>(),
    by_line::calculator::<ms_unified::swap::Swap>(),
    whole::<ms_unified::multi_country::MultiCountry>(),
    whole::<ms_unified::calendar::Calendar>(),
    whole::<ms_unified::event::Event>(),
    whole::<ms_unified::response::Response>(),
    by_line::calculator::<ms_unified::cancellation::Cancellation>(),
    by_line::calculator::<ibm_ilan::use_check::UseCheck>(),
    by_line::calculator::<ibm_ilan::true_up::TrueUp>(),
    whole::<ibm_ilan::licence_return::LicenceReturn>(),
    by_line::calculator::<ibm_ilan::late_charge::LateCharge>(),
    whole::<ibm_ilan::tax::Tax>(),
    whole::<ibm_ilan::liability::Liability>(),
    whole::<ibm_ilan::dispute::Dispute>(),
];

/// The calculator that a page shows, where the core is built for that page alone; then it holds no other, nor its
/// pack, nor portfolios. A visitor who asks one question does not download the answers to all.
pub const ONLY: Option<&str> = option_env!("CLAUSEWISE_ONLY");

/// Why such a build does not do what is asked.
pub const PART_OF_THE_WHOLE: &str = "this build holds a part of the whole";

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
    named(name).map(|calculator| calculator.needs)
}

/// What is known of every request that is worked out.
#[derive(Debug, Clone, Copy)]
pub struct Case {
    /// The day that is asked about.
    pub as_of: Date,
    /// Decimals of the request's amounts; none where no money is handled.
    pub digits: u32,
}

impl Case {
    /// The day, as a formula names it.
    fn as_of(&self) -> Entered<Date> {
        Entered::new(self.as_of, Place::AS_OF)
    }
}

/// What is asked: the day, the terms in force, and what was entered.
#[derive(Debug)]
pub struct Ask<'a, T, R> {
    /// The day that is asked about.
    pub as_of: Entered<Date>,
    /// What the contract says on that day.
    pub terms: &'a T,
    /// What was entered; of a calculator that answers line by line, what was entered once.
    pub request: &'a R,
}

/// Notes the entry to blame, where something did not fit: by its place, by its name there, or the list that was added up.
fn blame(sheet: &mut Sheet, list: &'static str, path: &Path<'_>, reading: &mut Reading<'_>) {
    match sheet.take_unfit() {
        Some(Unfit::Entry(place)) => reading.faults.push(Fault::at(place.path(), Problem::Overflow)),
        Some(Unfit::List) if list.is_empty() => reading.fault(path, Problem::Overflow),
        Some(Unfit::List) => reading.fault(&Path::Name(path, list), Problem::Overflow),
        None => {}
    }
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
    // Those of a build for one page were looked through when it was built.
    let contradicts = |terms: &T| if ONLY.is_none() { contradiction(terms, pack) } else { None };
    let taken = T::take(pack, reading.as_of?).and_then(|terms| match contradicts(&terms) {
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
        let renewal = by_line::calculator::<ibm_ss::renewal::Renewal>();
        assert_eq!((renewal.about.name, renewal.rows.is_some()), ("renewal", true));
        assert!(renewal.line_fields.is_some_and(|fields| fields.iter().any(|field| field.name == "quantity")));
        let compare = whole::<ibm_ss::compare::Compare>();
        assert_eq!(
            (compare.about.name, compare.rows.is_some(), compare.line_fields.is_some()),
            ("compare", false, false)
        );
    }
}
