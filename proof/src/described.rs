//! The description of the calculators, read once, in a form that is quick to draw from.

use crate::said::Said;
use clausewise::Given;
use std::sync::OnceLock;

/// A calculator, as far as a request needs to know it.
#[derive(Debug)]
pub struct Calculator {
    pub name: String,
    pub pack: String,
    pub fields: Vec<Field>,
    /// What rules turn on.
    pub said: Said,
}

/// A field of a request.
#[derive(Debug)]
pub struct Field {
    pub name: String,
    pub kind: String,
    pub is_required: bool,
    pub only_if: Option<Condition>,
    /// What may be chosen.
    pub choices: Vec<String>,
    /// The fields whose values may be chosen, for a text that has to be one of them.
    pub one_of: Vec<String>,
    pub min: i64,
    pub max: i64,
    /// The most that it may be, where it is a decimal.
    pub most: Option<String>,
    /// Another count that this one may not exceed.
    pub at_most: Option<String>,
    /// The decimals that it may have, where not the currency says so.
    pub decimals: Option<u32>,
    /// The fields of an item, where it is a list.
    pub items: Vec<Field>,
}

/// When a field is asked for: what another holds.
#[derive(Debug)]
pub struct Condition {
    pub field: String,
    pub within: Option<Vec<String>>,
    pub without: Option<Vec<String>>,
    /// Another that will do instead.
    pub or: Option<Box<Condition>>,
    /// One that must hold too.
    pub and: Option<Box<Condition>>,
}

/// All calculators.
pub fn calculators() -> &'static [Calculator] {
    static ALL: OnceLock<Vec<Calculator>> = OnceLock::new();
    ALL.get_or_init(|| clausewise::calculators().iter().map(described).collect())
}

/// The one of a name.
pub fn calculator(name: &str) -> Option<&'static Calculator> {
    calculators().iter().find(|calculator| calculator.name == name)
}

fn described(given: &Given) -> Calculator {
    let pack = text(given, "pack").unwrap_or_default();
    Calculator {
        name: text(given, "calculator").unwrap_or_default(),
        fields: fields(given.get("fields")),
        said: Said::of(&pack, &texts(given.get("takes")).unwrap_or_default()),
        pack,
    }
}

fn fields(given: Option<&Given>) -> Vec<Field> {
    list(given).iter().map(field).collect()
}

fn field(given: &Given) -> Field {
    Field {
        name: text(given, "name").unwrap_or_default(),
        kind: text(given, "kind").unwrap_or_default(),
        is_required: matches!(given.get("required"), Some(Given::Flag(true))),
        only_if: given.get("only_if").map(condition),
        choices: texts(given.get("choices")).unwrap_or_default(),
        one_of: texts(given.get("one_of")).unwrap_or_default(),
        min: whole(given, "min").unwrap_or(0),
        max: whole(given, "max").unwrap_or(i64::MAX),
        most: text(given, "max"),
        at_most: text(given, "at_most"),
        decimals: whole(given, "max_decimals").and_then(|decimals| u32::try_from(decimals).ok()),
        items: fields(given.get("items")),
    }
}

fn condition(given: &Given) -> Condition {
    Condition {
        field: text(given, "field").unwrap_or_default(),
        within: texts(given.get("in")),
        without: texts(given.get("not_in")),
        or: given.get("or").map(|other| Box::new(condition(other))),
        and: given.get("and").map(|after| Box::new(condition(after))),
    }
}

fn list(given: Option<&Given>) -> &[Given] {
    match given {
        Some(Given::List(items, _)) => items,
        _ => &[],
    }
}

fn texts(given: Option<&Given>) -> Option<Vec<String>> {
    given.map(|given| list(Some(given)).iter().filter_map(Given::text).map(str::to_owned).collect())
}

fn text(given: &Given, name: &str) -> Option<String> {
    given.get(name).and_then(Given::text).map(str::to_owned)
}

fn whole(given: &Given, name: &str) -> Option<i64> {
    given.get(name).and_then(Given::whole)
}
