//! What reading a table is told beside its bytes.

use super::fields::{self, Asked, List};
use super::names::Names;
use super::{delimiter, encoding};
use crate::calculators::Calculator;
use crate::envelope::quote::Envelope;
use crate::form::wrong_type;
use crate::request::given::{Given, LONGEST_LIST};
use crate::request::problem::{Problem, shown};
use crate::request::refusal::{Fault, Refusal};

/// The options, read.
pub(super) struct Options<'a> {
    pub calculator: &'static Calculator,
    pub currency: Option<&'static str>,
    pub asked: Vec<Asked>,
    /// How many rows the list in a request may have.
    pub most: usize,
    /// Whether the rows are for that list, and not for a portfolio, which may have more.
    pub is_listed: bool,
    pub names: Names<'a>,
    pub chosen: Chosen,
    pub encoding: Option<&'static str>,
    pub delimiter: Option<u8>,
    pub headed: Option<bool>,
    /// The headings of a table that has none of its own.
    pub above: Option<Vec<&'a str>>,
    day_first: Option<&'a Given>,
}

impl Options<'_> {
    /// Whether somebody has said that in a column the day stands before the month, or behind it.
    pub fn is_day_first(&self, heading: &str) -> Option<bool> {
        // All that is said is yes or no.
        Some(*self.day_first?.get(heading)? == Given::Flag(true))
    }
}

/// Headings for which somebody chose a field, or none.
pub(super) struct Chosen(Vec<(String, Option<usize>)>);

impl Chosen {
    /// What was chosen for a heading, if anything was.
    pub fn of(&self, heading: &str) -> Option<Option<usize>> {
        self.0.iter().find(|(name, _)| name == heading).map(|(_, index)| *index)
    }
}

/// What a request has not.
pub const OWN: [&str; 8] = ["columns", "day_first", "delimiter", "encoding", "headed", "headings", "list", "names"];

impl<'a> Options<'a> {
    /// Reads them.
    ///
    /// # Errors
    /// A [`Refusal`] with everything that is wrong with them.
    pub fn read(options: &'a Given) -> Result<Options<'a>, Refusal> {
        let nothing = Given::Object(Vec::new());
        let envelope = Envelope::read(options, Some(&nothing))?;
        let mut faults = envelope.faults.clone();
        faults.retain(|Fault { field, problem }| {
            let is_own = OWN.contains(&field.as_str()) && *problem == Problem::UnknownField;
            !is_own && field != "as_of" && field != "input"
        });
        let names = options.get("names");
        if let Some(other) = names.filter(|names| !matches!(names, Given::Object(_))) {
            faults.push(Fault::at("names", wrong_type(other, "object", "an object")));
        }
        let names = Names::with(names);
        let known: Vec<&str> = encoding::KNOWN.to_vec();
        let encoding = one_of(options, "encoding", &known, &mut faults);
        let encoding = encoding.and_then(|name| encoding::KNOWN.into_iter().find(|known| *known == name));
        let delimiter = one_of(options, "delimiter", &["\t", ",", ";", "|"], &mut faults);
        let delimiter =
            delimiter.and_then(|mark| delimiter::KNOWN.into_iter().find(|known| mark.as_bytes() == [*known]));
        let headed = match options.get("headed") {
            None => None,
            Some(Given::Flag(headed)) => Some(*headed),
            Some(other) => {
                faults.push(Fault::at("headed", wrong_type(other, "flag", "true or false")));
                None
            }
        };
        let above = match options.get("headings") {
            None => None,
            Some(given) => {
                let texts = match given {
                    Given::List(items, _) => items.iter().map(Given::text).collect::<Option<Vec<&str>>>(),
                    _ => None,
                };
                // Of a list that is too long, not all is known.
                let texts = texts.filter(|texts| texts.len() < LONGEST_LIST);
                if texts.is_none() {
                    let problem = wrong_type(given, "list", "a list of at most 1,000 texts");
                    faults.push(Fault::at("headings", problem));
                }
                texts
            }
        };
        let day_first = options.get("day_first");
        let are_flags = |members: &[(String, Given)]| members.iter().all(|(_, said)| matches!(said, Given::Flag(_)));
        if let Some(other) = day_first.filter(|said| !matches!(said, Given::Object(members) if are_flags(members))) {
            faults
                .push(Fault::at("day_first", wrong_type(other, "object", "an object from headings to true or false")));
        }
        let list = envelope.calculator.and_then(|calculator| list_of(options, calculator, &mut faults));
        let asked = list.map(|list| fields::asked(list.fields, &envelope, names)).unwrap_or_default();
        let chosen = chosen(options, &asked, list.is_some(), &mut faults);
        match envelope.calculator {
            Some(calculator) if faults.is_empty() => Ok(Options {
                calculator,
                currency: envelope.currency,
                asked,
                most: list.map_or(0, |list| list.most),
                is_listed: options.get("list").is_some(),
                names,
                chosen,
                encoding,
                delimiter,
                headed,
                above,
                day_first,
            }),
            _ => Err(Refusal { errors: faults }),
        }
    }
}

fn list_of(options: &Given, calculator: &'static Calculator, faults: &mut Vec<Fault>) -> Option<List> {
    let lists = fields::lists(calculator);
    let lists: Vec<&str> = lists.iter().map(String::as_str).collect();
    if options.get("list").is_none() && !lists.contains(&"lines") {
        let reason = format!("{} has no lines; name another list", calculator.about.name);
        faults.push(Fault::at("calculator", Problem::NotApplicable { reason }));
        return None;
    }
    let has_named = options.get("list").is_some();
    let path = one_of(options, "list", &lists, faults).or((!has_named).then_some("lines"))?;
    fields::of_list(calculator, path)
}

/// One of several texts, where one is given.
fn one_of<'a>(options: &'a Given, name: &str, choices: &[&str], faults: &mut Vec<Fault>) -> Option<&'a str> {
    let given = options.get(name)?;
    let problem = match given.text() {
        Some(text) if choices.contains(&text) => return Some(text),
        Some(text) => {
            let choices = choices.iter().map(|choice| (*choice).to_owned()).collect();
            Problem::UnknownChoice { got: shown(text), choices }
        }
        None => wrong_type(given, "text", "one of the texts to choose from"),
    };
    faults.push(Fault::at(name, problem));
    None
}

fn chosen(options: &Given, asked: &[Asked], is_known: bool, faults: &mut Vec<Fault>) -> Chosen {
    let members = match options.get("columns") {
        None => return Chosen(Vec::new()),
        Some(Given::Object(members)) => members,
        Some(other) => {
            faults.push(Fault::at("columns", wrong_type(other, "object", "an object")));
            return Chosen(Vec::new());
        }
    };
    let mut chosen = Vec::with_capacity(members.len());
    for (heading, given) in members {
        let index = given.text().and_then(|name| asked.iter().position(|asked| asked.field.name == name));
        if index.is_none() && given.text() != Some("") && is_known {
            let problem = match given.text() {
                Some(name) => Problem::UnknownChoice {
                    got: shown(name),
                    choices: asked.iter().map(|asked| asked.field.name.to_owned()).collect(),
                },
                None => wrong_type(given, "text", "the name of a field, or an empty text"),
            };
            faults.push(Fault::at(format!("columns.{heading}"), problem));
        }
        chosen.push((heading.trim().to_owned(), index));
    }
    Chosen(chosen)
}
