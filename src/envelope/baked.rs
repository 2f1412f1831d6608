//! What the core of one calculator holds of its terms, made when it is built: the document is loaded with every check
//! there is, so that the core can do without them.

use crate::calculators::{self, Calculator};
use crate::envelope::describe::chooses_service;
use crate::envelope::quote::does_not_serve;
use crate::form::Reading;
use crate::platform;
use crate::request::bounds;
use crate::request::given::Given;
use crate::request::problem::Problem;
use crate::request::refusal::{Fault, Refusal};
use crate::terms::{self, BUILT_IN, Pack, baking};
use crate::values::dates::Date;

/// The terms of every calculator by its name, as its core holds them: for the build, and for nobody else.
///
/// # Errors
/// What is wrong with its document, or contradicts itself on some day.
pub fn baked() -> impl Iterator<Item = (&'static str, Result<Vec<u8>, Refusal>)> {
    calculators::all()
        .map(|calculator| (calculator.about.name, baked_for(calculator).map_err(|errors| Refusal { errors })))
}

fn baked_for(calculator: &Calculator) -> Result<Vec<u8>, Vec<Fault>> {
    let about = calculator.about;
    let json = BUILT_IN.iter().find(|(id, _)| *id == about.pack).map_or("", |(_, json)| json);
    let pack = checked(calculator, &platform::parse(json).unwrap_or(Given::Null))?;
    let services = if chooses_service(calculator) { &pack.services[..] } else { &[] };
    Ok(baking::written(&pack, about.name, calculator.needs, services))
}

/// The terms in a document, where they serve a calculator and nothing is wrong with them.
fn checked(calculator: &Calculator, given: &Given) -> Result<Pack, Vec<Fault>> {
    let pack = terms::load(given, &calculators::needs)?;
    let mut faults = contradictions(calculator, &pack);
    if !pack.calculators.iter().any(|name| name == calculator.about.name) {
        let reason = does_not_serve(&pack.id, calculator);
        faults.push(Fault::at("terms.calculators", Problem::BadTerms { reason }));
    }
    if faults.is_empty() { Ok(pack) } else { Err(faults) }
}

/// What in the terms contradicts itself, on any day. They change on some days only; where one is not in force, a request
/// is refused for that, and nothing else is looked at.
fn contradictions(calculator: &Calculator, pack: &Pack) -> Vec<Fault> {
    let mut days: Vec<Date> = Date::parse(bounds::DATE.0).into_iter().chain(pack.turns()).collect();
    days.retain(|day| pack.is_in_force(calculator.needs, *day));
    let mut faults = Vec::new();
    for day in days {
        let mut reading = Reading {
            digits: None,
            currency: None,
            country: None,
            as_of: Some(day),
            pack: Some(pack),
            faults: Vec::new(),
        };
        // Without an entry, the terms are all that it looks at.
        let _ = (calculator.run)(&Given::Object(Vec::new()), &mut reading, false);
        faults.extend(reading.faults.into_iter().filter(|fault| fault.field.starts_with("terms.")));
    }
    faults
}

#[cfg(test)]
#[allow(clippy::panic, reason = "a test that goes wrong shall stop")]
mod tests {
    use super::*;
    use crate::terms::baked;

    fn document(calculator: &Calculator) -> Given {
        let json = BUILT_IN.iter().find(|(id, _)| *id == calculator.about.pack).map_or("", |(_, json)| json);
        platform::parse(json).unwrap_or(Given::Null)
    }

    #[test]
    fn what_was_written_down_is_what_was_loaded() {
        for calculator in calculators::all() {
            let name = calculator.about.name;
            let Ok(pack) = checked(calculator, &document(calculator)) else { panic!("{name} has no terms") };
            let Some(read) = baked_for(calculator).ok().and_then(|bytes| baked::read(&bytes)) else { panic!("{name}") };
            let said = |pack: &Pack| [&pack.id, &pack.name, &pack.edition, &pack.digest].map(String::clone);
            assert_eq!(said(&read), said(&pack), "{name}");
            assert_eq!(read.calculators, [name]);
            assert!(!calculator.needs.is_empty(), "{name}");
            for need in calculator.needs {
                assert!(read.is_alike(need.name, &pack), "{name}: {}", need.name);
            }
            assert_eq!(read.edition_of(), pack.edition_of(), "{name}");
            let services = if chooses_service(calculator) { &pack.services[..] } else { &[] };
            assert_eq!(read.services, services, "{name}");
        }
        assert_eq!(baked().filter(|(_, bytes)| bytes.is_ok()).count(), calculators::all().count());
    }

    /// A document with another value in place of one: by the names on the way to it, in a list by its number.
    fn with(mut given: Given, way: &[&str], value: Given) -> Given {
        fn put(at: &mut Given, way: &[&str], value: Given) {
            match (at, way) {
                (Given::Object(members), [name, rest @ ..]) => {
                    if let Some((_, member)) = members.iter_mut().find(|(known, _)| known == name) {
                        put(member, rest, value);
                    }
                }
                (at, []) => *at = value,
                (_, _) => panic!("there is no such place"),
            }
        }
        put(&mut given, way, value);
        given
    }

    fn dated(entries: &[(Option<&str>, i64)]) -> Given {
        let text = |text: &str| Given::Text(text.to_owned());
        let entry = |(from, value): &(Option<&str>, i64)| {
            let mut members =
                vec![("value".to_owned(), Given::Whole(*value)), ("checked".to_owned(), text("2026-11-21"))];
            members.extend(from.map(|from| ("from".to_owned(), text(from))));
            Given::Object(members)
        };
        Given::List(entries.iter().map(entry).collect(), entries.len())
    }

    #[test]
    fn values_keep_the_days_from_which_they_hold() {
        let Some(cancellation) = calculators::named("cancellation") else { panic!("there is such a calculator") };
        let days = dated(&[(None, 14), (Some("2027-01-01"), 21)]);
        let given = with(document(cancellation), &["values", "full_refund_days_ahead", "dated"], days);
        let Ok(pack) = checked(cancellation, &given) else { panic!("nothing is wrong with it") };
        let Some(read) = baked::read(&baking::written(&pack, "cancellation", cancellation.needs, &[])) else {
            panic!()
        };
        assert!(read.is_alike("full_refund_days_ahead", &pack));
        for (day, expected) in [("2026-12-31", 14), ("2027-01-01", 21)] {
            let Some(day) = Date::parse(day) else { panic!("{day} is a day") };
            assert_eq!(read.take::<i64>("full_refund_days_ahead", day).map(|days| *days.value()), Ok(expected));
        }
    }

    #[test]
    fn terms_that_are_wrong_on_any_day_are_not_written_down() {
        let Some(cancellation) = calculators::named("cancellation") else { panic!("there is such a calculator") };
        let refused = |way: &[&str], value| {
            let faults = checked(cancellation, &with(document(cancellation), way, value)).err().unwrap_or_default();
            faults.into_iter().map(|fault| fault.field).collect::<Vec<_>>()
        };
        assert_eq!(refused(&["id"], Given::Whole(1)), ["terms.id"]);
        assert_eq!(refused(&["calculators"], Given::List(Vec::new(), 0)), ["terms.calculators"]);
        // What is partly refunded begins 14 days ahead, and from 2027 before what is refunded in full.
        let turned = dated(&[(None, 14), (Some("2027-01-01"), 5)]);
        let way = ["values", "full_refund_days_ahead", "dated"];
        assert_eq!(refused(&way, turned), ["terms.values.full_refund_days_ahead"]);
        // On a day without a value there is nothing to contradict.
        let late = dated(&[(Some("2027-01-01"), 14)]);
        assert!(checked(cancellation, &with(document(cancellation), &way, late)).is_ok());
    }

    #[test]
    fn what_is_cut_short_is_no_pack() {
        let Some((_, Ok(bytes))) = baked().find(|(name, _)| *name == "flex") else {
            panic!("there is such a calculator")
        };
        assert!(baked::read(&bytes).is_some());
        for length in 0..bytes.len() {
            assert!(bytes.get(..length).and_then(baked::read).is_none(), "{length} of {} bytes", bytes.len());
        }
    }
}
