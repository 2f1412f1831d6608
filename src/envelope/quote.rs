//! The envelope of a request: which calculator, which day, which currency, which terms.

use crate::calculators::{self, Calculator, ONLY, PART_OF_THE_WHOLE};
use crate::form::{Cell, Reading, read_count, wrong_type};
use crate::platform;
use crate::request::bounds;
use crate::request::given::Given;
use crate::request::intake;
use crate::request::problem::{Problem, shown};
use crate::request::refusal::{Fault, Refusal};
use crate::terms::{self, BAKED, BUILT_IN, Edition, Pack, baked};
use crate::values::dates::Date;
use crate::values::money::Currency;
use crate::values::text::joined;
use crate::working::answer::{Answer, TermsUsed};
use crate::working::sheet::{AssumptionCode, Sheet, WarningCode};
use std::sync::{Arc, OnceLock};

/// Answers a request, or says everything that is wrong with it.
///
/// ```
/// let request = r#"{ "calculator": "cancellation", "as_of": "2025-07-18", "currency": "USD",
///     "input": { "lines": [ { "fee": "1000.00", "starts_on": "2025-07-31" } ] } }"#;
/// let request: clausewise::Given = serde_json::from_str(request)?;
/// let answer = clausewise::quote(&request)?;
/// let answer = serde_json::to_value(&answer)?;
/// assert_eq!(answer["figures"]["refund"], "500.00");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// A [`Refusal`] with every fault of the request, one for each field.
pub fn quote(request: &Given) -> Result<Answer, Refusal> {
    let envelope = Envelope::read(request, None)?;
    let mut reading = envelope.reading();
    let sheet = match (envelope.calculator, envelope.input) {
        (Some(calculator), Some(input)) => (calculator.run)(input, &mut reading, envelope.keeps_steps),
        _ => None,
    };
    let faults = reading.faults;
    let answer = envelope.calculator.zip(sheet).and_then(|(calculator, mut sheet)| {
        let pack = envelope.pack.as_deref()?;
        let as_of = envelope.as_of?;
        note_the_edition(&mut sheet, pack, as_of);
        let currency = envelope.currency.filter(|_| calculator.about.money);
        Some(sheet.finish(calculator.about.name, as_of, currency, terms_used(calculator, pack, as_of)?))
    });
    match answer {
        Some(answer) if faults.is_empty() => Ok(answer),
        _ => Err(Refusal { errors: faults }),
    }
}

/// What the day that is asked about has to do with the document, in every answer: it lies before the edition, or the
/// document bears no date, and is read as holding on that day.
pub(crate) fn note_the_edition(sheet: &mut Sheet, pack: &Pack, as_of: Date) {
    match pack.edition_of() {
        Some(Edition::From(first, clause)) if as_of < first => sheet.warning(BeforeThisEdition, clause),
        Some(Edition::Undated(clause)) => sheet.assumption(EditionUndated, clause),
        Some(Edition::From(..)) | None => {}
    }
}

pub(crate) const BEFORE_THIS_EDITION: &str = "before_this_edition";
pub(crate) const EDITION_UNDATED: &str = "edition_undated";

struct BeforeThisEdition;

impl WarningCode for BeforeThisEdition {
    fn code(self) -> &'static str {
        BEFORE_THIS_EDITION
    }
}

struct EditionUndated;

impl AssumptionCode for EditionUndated {
    fn code(self) -> &'static str {
        EDITION_UNDATED
    }
}

/// The terms that an answer rests on; none where no value was used, which no calculator does without.
fn terms_used(calculator: &Calculator, pack: &Pack, as_of: Date) -> Option<TermsUsed> {
    let edition_from = match pack.edition_of() {
        Some(Edition::From(first, _)) => Some(first),
        Some(Edition::Undated(_)) | None => None,
    };
    Some(TermsUsed {
        pack: pack.id.clone(),
        name: pack.name.clone(),
        edition: pack.edition.clone(),
        edition_from,
        digest: pack.digest.clone(),
        checked: pack.checked(calculator.needs, as_of)?,
    })
}

/// The packs that are built in.
pub fn terms() -> Vec<Arc<Pack>> {
    BUILT_IN.iter().filter_map(|(id, _)| built_in(id)).collect()
}

/// A pack that is built in, loaded when it is first asked for.
pub(crate) fn built_in(id: &str) -> Option<Arc<Pack>> {
    static LOADED: [OnceLock<Option<Arc<Pack>>>; BUILT_IN.len()] = [const { OnceLock::new() }; BUILT_IN.len()];
    let found = BUILT_IN.iter().zip(&LOADED).find(|((known, _), _)| *known == id);
    found
        .and_then(|((_, json), loaded)| loaded.get_or_init(|| loaded_from(json).map(Arc::new)).clone())
        .filter(|pack| pack.id == id)
}

/// A build for one page holds what was loaded before: that of the one pack that it has anything of.
fn loaded_from(json: &str) -> Option<Pack> {
    if ONLY.is_some() { baked::read(BAKED) } else { terms::load(&platform::parse(json)?, &calculators::needs).ok() }
}

/// Everything of a request but its input, with what was wrong.
pub(crate) struct Envelope<'a> {
    pub calculator: Option<&'static Calculator>,
    pub as_of: Option<crate::values::dates::Date>,
    pub currency: Option<&'static str>,
    pub digits: Option<u32>,
    pub pack: Option<Arc<Pack>>,
    pub keeps_steps: bool,
    /// Whether the rows of a portfolio get columns for what is to be said of them.
    pub has_notes: bool,
    pub input: Option<&'a Given>,
    pub faults: Vec<Fault>,
}

const FIELDS: [&str; 7] = ["as_of", "calculator", "currency", "input", "minor_units", "steps", "terms"];

/// What those may ask for besides who have no input: it is in rows.
const NOTES: &str = "notes";

impl<'a> Envelope<'a> {
    /// Reads that of a portfolio. Where only lines are asked for, there is nothing to say once.
    pub fn of_rows(options: &'a Given) -> Result<Envelope<'a>, Refusal> {
        static NOTHING: Given = Given::Object(Vec::new());
        Envelope::read(options, Some(&NOTHING))
    }

    /// Reads it; what is wrong in it is kept for later, so that it comes back with the rest. An
    /// absent input is a fault unless there is another to take its place, as where lines are the rows of a table.
    pub fn read(request: &'a Given, no_input: Option<&'a Given>) -> Result<Envelope<'a>, Refusal> {
        let Given::Object(members) = request else {
            return Err(Refusal { errors: vec![Fault::at("", wrong_type(request, "object", "an object"))] });
        };
        let mut faults = Vec::new();
        let mut fault = |field: &str, problem| faults.push(Fault::at(field, problem));

        let calculator = noted(read_calculator(request), "calculator", &mut fault);
        let as_of = noted(read_as_of(request), "as_of", &mut fault);
        let currency = match request.get("currency") {
            // Without a calculator nothing is known to be missing.
            None if calculator.is_some_and(|calculator| calculator.about.money) => {
                noted(Err(Problem::Missing), "currency", &mut fault)
            }
            None => None,
            Some(given) => noted(read_currency(given), "currency", &mut fault),
        };
        let minor_units = request
            .get("minor_units")
            .and_then(|given| noted(read_count(Cell::Given(given), bounds::MINOR_UNITS), "minor_units", &mut fault));
        let mut flag = |name, usual| match request.get(name) {
            None => usual,
            Some(Given::Flag(said)) => *said,
            Some(other) => {
                fault(name, wrong_type(other, "flag", "true or false"));
                usual
            }
        };
        let keeps_steps = flag("steps", true);
        let has_notes = no_input.is_some() && flag(NOTES, false);
        let input = request.get("input").or(no_input);
        match input {
            None => fault("input", Problem::Missing),
            // Inside, the calculator looks; without one it is part of the envelope.
            Some(other) if calculator.is_none() && !matches!(other, Given::Object(_)) => {
                fault("input", wrong_type(other, "object", "an object"));
            }
            Some(_) => {}
        }
        let is_known = |name: &str| FIELDS.contains(&name) || (no_input.is_some() && name == NOTES);
        for name in members.iter().map(|(name, _)| name).filter(|name| !is_known(name)) {
            fault(name, Problem::UnknownField);
        }
        let pack = match read_terms(request, calculator) {
            Ok(pack) => pack,
            Err(bad) => {
                faults.extend(bad);
                None
            }
        };
        // Decimals that were asked for wrongly are unknown; the currency's own would be a guess.
        let digits = match (minor_units, request.get("minor_units")) {
            (Some(digits), _) => u32::try_from(digits).ok(),
            (None, Some(_)) => None,
            (None, None) => currency.map(Currency::digits),
        };
        let currency = currency.map(Currency::code);
        Ok(Envelope { calculator, as_of, currency, digits, pack, keeps_steps, has_notes, input, faults })
    }

    /// What reading the input needs to know.
    pub fn reading(&self) -> Reading<'_> {
        Reading {
            digits: self.digits,
            currency: self.currency,
            country: None,
            as_of: self.as_of,
            pack: self.pack.as_deref(),
            faults: self.faults.clone(),
        }
    }
}

fn noted<T>(read: Result<T, Problem>, field: &str, fault: &mut impl FnMut(&str, Problem)) -> Option<T> {
    read.map_err(|problem| fault(field, problem)).ok()
}

fn read_text<'a>(request: &'a Given, name: &str, expected: &'static str) -> Result<&'a str, Problem> {
    let given = request.get(name).ok_or(Problem::Missing)?;
    given.text().ok_or_else(|| wrong_type(given, "text", expected))
}

fn read_calculator(request: &Given) -> Result<&'static Calculator, Problem> {
    let name = read_text(request, "calculator", "the name of a calculator")?;
    calculators::named(name).ok_or_else(|| {
        let choices = calculators::all().map(|calculator| calculator.about.name.to_owned()).collect();
        Problem::UnknownCalculator { got: shown(name), choices }
    })
}

fn read_as_of(request: &Given) -> Result<crate::values::dates::Date, Problem> {
    let given = request.get("as_of").ok_or(Problem::Missing)?;
    let text = given.text().ok_or_else(|| wrong_type(given, "date", "a date such as \"2026-11-21\""))?;
    intake::read_date(text)
}

fn read_currency(given: &Given) -> Result<Currency, Problem> {
    let code = given.text().ok_or_else(|| wrong_type(given, "text", "an ISO 4217 code such as \"TWD\""))?;
    Currency::of_code(code).ok_or_else(|| Problem::UnknownCurrency { got: shown(code) })
}

pub(crate) fn does_not_serve(pack: &str, calculator: &Calculator) -> String {
    format!("the pack {pack} does not serve {}", calculator.about.name)
}

/// The terms to answer by: the calculator's own, others that are built in, or some that came along.
fn read_terms(request: &Given, calculator: Option<&Calculator>) -> Result<Option<Arc<Pack>>, Vec<Fault>> {
    let bad = |reason: String| vec![Fault::at("terms", Problem::BadTerms { reason })];
    let pack = match request.get("terms") {
        None => return Ok(calculator.and_then(|calculator| built_in(calculator.about.pack))),
        Some(Given::Text(id)) => built_in(id).ok_or_else(|| {
            let known: Vec<_> = BUILT_IN.iter().map(|(id, _)| *id).collect();
            match calculator {
                // A build for one page leaves out the packs that do not serve its calculator.
                Some(calculator) if known.contains(&id.as_str()) => bad(does_not_serve(id, calculator)),
                _ => bad(format!("no such pack; built in are {}", joined(&known, ", "))),
            }
        })?,
        // Whoever asks a build for one page asks the whole one instead.
        Some(Given::Object(_)) if ONLY.is_some() => {
            let problem = Problem::NotApplicable { reason: PART_OF_THE_WHOLE.to_owned() };
            return Err(vec![Fault::at("terms", problem)]);
        }
        Some(given @ Given::Object(_)) => terms::load(given, &calculators::needs).map(Arc::new)?,
        Some(other) => {
            return Err(vec![Fault::at("terms", wrong_type(other, "terms", "the id of a pack or a whole pack"))]);
        }
    };
    match calculator {
        Some(calculator) if !pack.calculators.iter().any(|name| name == calculator.about.name) => {
            Err(bad(does_not_serve(&pack.id, calculator)))
        }
        _ => Ok(Some(pack)),
    }
}
