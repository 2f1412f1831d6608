//! Calculators that answer the whole at once.

use super::{About, Ask, Calculator, Contradiction, ONLY, blame, ready, take_terms};
use crate::form::{self, Kind, Path, Reading, Record};
use crate::request::given::Given;
use crate::request::problem::Problem;
use crate::terms::{FromPack, Pack};
use crate::working::sheet::Sheet;

/// A calculator that answers the whole at once.
pub trait Whole {
    /// What it says of itself.
    const ABOUT: About;
    /// What it asks for.
    type Request: Record;
    /// What it takes out of the pack.
    type Terms: FromPack;
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
    fn answer(ask: &Ask<'_, Self::Terms, Self::Request>, sheet: &mut Sheet);
}

pub(super) const fn calculator<C: Whole>() -> Calculator {
    Calculator {
        about: if ONLY.is_none() { &C::ABOUT } else { &const { C::ABOUT.to_answer_by() } },
        fields: C::Request::FIELDS,
        line_fields: None,
        needs: C::Terms::NEEDS,
        run: run::<C>,
        rows: None,
    }
}

fn run<C: Whole>(input: &Given, reading: &mut Reading<'_>, keeps_steps: bool) -> Option<Sheet> {
    let path = &Path::Name(&Path::Root, "input");
    let request = form::read_object::<C::Request>(input, path, reading);
    let terms = take_terms(C::contradiction, reading);
    let case = ready(reading)?;
    let (terms, request) = (terms?, request?);
    C::objections(&terms, &request, path, reading);
    if !reading.faults.is_empty() {
        return None;
    }
    let mut sheet = Sheet::new(keeps_steps, case.digits);
    C::answer(&Ask { as_of: case.as_of(), terms: &terms, request: &request }, &mut sheet);
    let list = C::Request::FIELDS.iter().find(|field| matches!(field.kind, Kind::List(..)));
    blame(&mut sheet, list.map_or("", |list| list.name), path, reading);
    ready(reading).map(|_| sheet)
}
