//! What somebody asks of the reader: a kind, and what reading needs to know beside it.

use super::names::{countries, named};
use super::{Named, Wanted, Wants};
use crate::calculators::READS;
use crate::form::{Cell, read_count, wrong_type};
use crate::request::bounds;
use crate::request::given::Given;
use crate::request::problem::{Problem, shown};
use crate::request::refusal::{Fault, Refusal};
use crate::values::money::Currency;
use crate::values::unit::Unit;

/// What is wanted, or everything that is wrong with the asking.
pub(super) fn wanted(kind: &str, options: &Given) -> Result<Wanted, Refusal> {
    let mut faults = Vec::new();
    let mut fault = |field: &str, problem| faults.push(Fault::at(field, problem));
    let wants = Wants::NAMED.iter().find(|(name, _)| *name == kind).map(|(_, wants)| *wants);
    if wants.is_none() {
        let choices = Wants::NAMED.iter().map(|(name, _)| (*name).to_owned()).collect();
        fault("kind", Problem::UnknownChoice { got: shown(kind), choices });
    }
    let nothing = Vec::new();
    let members = match options {
        Given::Object(members) => members,
        other => {
            fault("options", wrong_type(other, "object", "an object"));
            &nothing
        }
    };
    let mut wanted = Wanted {
        wants: wants.unwrap_or(Wants::Text),
        currency: None,
        digits: None,
        within: bounds::COUNT,
        unit: None,
        choices: Vec::new(),
    };
    let mut minor_units = None;
    for (name, given) in members {
        let field = format!("options.{name}");
        let count = |within| read_count(Cell::Given(given), within);
        let read = match name.as_str() {
            "currency" => currency(given).map(|currency| {
                wanted.currency = Some(currency.code());
                wanted.digits = Some(currency.digits());
            }),
            "minor_units" => count(bounds::MINOR_UNITS).map(|digits| minor_units = u32::try_from(digits).ok()),
            "min" => count((0, i64::MAX)).map(|min| wanted.within.0 = min),
            "max" => count((0, i64::MAX)).map(|max| wanted.within.1 = max),
            "unit" => unit(given).map(|unit| wanted.unit = Some(unit)),
            "choices" => choices(given).map(|choices| wanted.choices = choices),
            _ => Err(Problem::UnknownField),
        };
        if let Err(problem) = read {
            fault(&field, problem);
        }
    }
    wanted.digits = minor_units.or(wanted.digits);
    if READS && wanted.wants == Wants::Country && wanted.choices.is_empty() {
        wanted.choices = countries();
    }
    if faults.is_empty() { Ok(wanted) } else { Err(Refusal { errors: faults }) }
}

fn currency(given: &Given) -> Result<Currency, Problem> {
    let code = given.text().ok_or_else(|| wrong_type(given, "text", "an ISO 4217 code such as \"TWD\""))?;
    Currency::of_code(code).ok_or_else(|| Problem::UnknownCurrency { got: shown(code) })
}

fn unit(given: &Given) -> Result<Unit, Problem> {
    let name = given.text().ok_or_else(|| wrong_type(given, "text", "the name of a unit such as \"months\""))?;
    let unit = Unit::ENTERED.into_iter().find(|known| known.name() == name);
    let choices = || Unit::ENTERED.iter().map(|known| known.name().to_owned()).collect();
    unit.ok_or_else(|| Problem::UnknownChoice { got: shown(name), choices: choices() })
}

/// A list of keys, or an object with the words for each.
fn choices(given: &Given) -> Result<Vec<Named>, Problem> {
    let are_texts = |given: &Given| match given {
        Given::List(items, _) => items.iter().all(|item| item.text().is_some()),
        _ => false,
    };
    let wrong = || wrong_type(given, "list", "a list of keys, or an object with a list of words for each");
    match given {
        Given::Object(members) if members.iter().all(|(_, words)| are_texts(words)) => {
            Ok(members.iter().map(|(key, words)| named(key, Some(words))).collect())
        }
        Given::List(items, _) if are_texts(given) => {
            Ok(items.iter().filter_map(Given::text).map(|key| named(key, None)).collect())
        }
        _ => Err(wrong()),
    }
}
