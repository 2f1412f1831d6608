//! What the columns of a table may be: the fields of a list that a calculator asks for.

use super::names::Names;
use crate::calculators::{Calculator, lines_field};
use crate::envelope::quote::Envelope;
use crate::form::{Field, Kind, pack_choices};
use crate::reading::names::called;
use crate::reading::{Wanted, Wants, value};
use crate::request::bounds;
use crate::request::given::Given;
use crate::request::problem::Problem;
use crate::values::country::Country;
use crate::values::dates::Date;
use std::cell::RefCell;
use std::collections::HashMap;

/// A field, and what its cells are read as.
pub(super) struct Asked {
    pub field: &'static Field,
    pub wanted: Wanted,
    /// What was read already: the same few words, days and amounts stand in row after row.
    words: RefCell<HashMap<String, Result<Given, Problem>>>,
}

/// So many are remembered for a field.
const REMEMBERED: usize = 500;

impl Asked {
    /// What a cell means.
    pub fn read(&self, cell: &str) -> Result<Given, Problem> {
        if cell.contains('\u{FFFD}') {
            return Err(Problem::LostCharacters);
        }
        if self.is_text() {
            return value(cell, &self.wanted);
        }
        let mut words = self.words.borrow_mut();
        if let Some(known) = words.get(cell) {
            return known.clone();
        }
        let read = value(cell, &self.wanted);
        if words.len() < REMEMBERED {
            words.insert(cell.to_owned(), read.clone());
        }
        read
    }

    /// Whether a cell can mean something here, be it several things.
    pub fn takes(&self, cell: &str) -> bool {
        self.read(cell).map_or_else(|problem| problem.code() == "ambiguous", |_| true)
    }

    /// Whether no row can do without it. What only sometimes applies a row may lack.
    pub fn is_needed(&self) -> bool {
        self.field.required && self.field.only_if.is_none()
    }

    /// Whether it is a yes or a no, which stands above no column.
    pub fn is_flag(&self) -> bool {
        self.wanted.wants == Wants::Flag
    }

    /// Whether it is written in digits, so that a heading cannot be mistaken for it.
    pub fn is_in_digits(&self) -> bool {
        match self.wanted.wants {
            Wants::Money
            | Wants::Percent
            | Wants::Rate
            | Wants::Date
            | Wants::LocalTime
            | Wants::Time
            | Wants::Count => true,
            Wants::Flag | Wants::Text | Wants::Currency | Wants::Choice | Wants::Country => false,
        }
    }

    /// What its cells are read as.
    pub fn wants(&self) -> Wants {
        self.wanted.wants
    }

    /// The currency of its amounts, where it is of amounts.
    pub fn currency(&self) -> Option<&'static str> {
        self.wanted.currency
    }

    /// Whether anything at all can stand there.
    pub fn is_text(&self) -> bool {
        self.wanted.wants == Wants::Text
    }
}

/// A list of a calculator's input.
#[derive(Clone, Copy)]
pub(super) struct List {
    /// The fields of each of its items.
    pub fields: &'static [Field],
    /// How many items it may have.
    pub most: usize,
}

/// The list at a path of a calculator's input.
pub(super) fn of_list(calculator: &Calculator, path: &str) -> Option<List> {
    if let Some(lines) = calculator.line_fields.map(lines_field).filter(|lines| path == lines.name) {
        return items(&lines);
    }
    let mut found: Option<List> = None;
    for step in path.split('.') {
        let fields = found.map_or(calculator.fields, |list| list.fields);
        found = Some(items(fields.iter().find(|field| field.name == step)?)?);
    }
    found
}

/// The paths of all lists of a calculator's input.
pub(super) fn lists(calculator: &Calculator) -> Vec<String> {
    let mut paths: Vec<String> = calculator.line_fields.map(|_| "lines".to_owned()).into_iter().collect();
    add_lists("", calculator.fields, &mut paths);
    paths
}

fn add_lists(above: &str, fields: &'static [Field], paths: &mut Vec<String>) {
    for field in fields {
        if let Some(List { fields, .. }) = items(field) {
            let path = format!("{above}{}", field.name);
            add_lists(&format!("{path}."), fields, paths);
            paths.push(path);
        }
    }
}

fn items(field: &Field) -> Option<List> {
    match field.kind {
        Kind::List(_, most, fields) => Some(List { fields, most }),
        _ => None,
    }
}

/// The fields with what their cells are read as. A list within a list has no column.
pub(super) fn asked(fields: &'static [Field], envelope: &Envelope<'_>, names: Names<'_>) -> Vec<Asked> {
    let asked = |field| Some(Asked { field, wanted: wanted(field, envelope, names)?, words: RefCell::default() });
    fields.iter().filter_map(asked).collect()
}

fn wanted(field: &Field, envelope: &Envelope<'_>, names: Names<'_>) -> Option<Wanted> {
    let plainly = |wants| Wanted {
        wants,
        currency: None,
        digits: None,
        within: bounds::COUNT,
        unit: field.unit,
        choices: Vec::new(),
    };
    Some(match field.kind {
        Kind::Money => Wanted { currency: envelope.currency, digits: envelope.digits, ..plainly(Wants::Money) },
        Kind::Dollars => {
            Wanted { currency: Some("USD"), digits: Some(bounds::DOLLAR_DECIMALS), ..plainly(Wants::Money) }
        }
        Kind::Percent => plainly(Wants::Percent),
        Kind::Rate(_) => plainly(Wants::Rate),
        Kind::Date => plainly(Wants::Date),
        Kind::LocalTime => plainly(Wants::LocalTime),
        Kind::Time => plainly(Wants::Time),
        Kind::Flag => plainly(Wants::Flag),
        Kind::Count(within) => Wanted { within, ..plainly(Wants::Count) },
        Kind::Text => plainly(Wants::Text),
        Kind::Currency => plainly(Wants::Currency),
        Kind::Choice(choices) => {
            // Which day is asked about is not known here; what holds last is looked at.
            let keys = pack_choices(envelope.pack.as_deref()?, choices, Date::parse(bounds::DATE.1)?);
            let choices = keys.iter().map(|key| called(key, names.of_choice(field.name, key))).collect();
            Wanted { choices, ..plainly(Wants::Choice) }
        }
        Kind::Country => {
            let country = |country: Country| called(country.code(), names.of_country(country.code()));
            Wanted { choices: Country::all().map(country).collect(), ..plainly(Wants::Country) }
        }
        Kind::List(..) => return None,
    })
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use crate::form::Choices;
    use crate::values::unit::Unit;

    #[test]
    fn a_cell_is_read_as_its_fields_kind() {
        let request = r#"{ "calculator": "cancellation", "as_of": "2026-11-21", "currency": "TWD", "minor_units": 0 }"#;
        let request: Given = serde_json::from_str(request).unwrap_or(Given::Null);
        let nothing = Given::Object(Vec::new());
        let envelope = Envelope::read(&request, Some(&nothing));
        let read = |kind, cell: &str| {
            let field = Field { unit: matches!(kind, Kind::Count(_)).then_some(Unit::Months), ..Field::required(kind) };
            let wanted = wanted(&field, envelope.as_ref().ok()?, Names::with(None));
            wanted.map(|wanted| {
                value(cell, &wanted).map_or_else(|problem| problem.code().to_owned(), |read| read.shown())
            })
        };
        for (kind, cell, expected) in [
            (Kind::Money, "NT$ 12,000", "12000"),
            (Kind::Money, "12.50", "too_many_decimals"),
            // Whatever the request's currency, these are of the United States.
            (Kind::Dollars, "US$ 12.50", "12.50"),
            (Kind::Percent, "5 %", "5"),
            (Kind::Rate(bounds::RATE_MAX), "32,5", "32.5"),
            (Kind::Date, "115/12/15", "2026-12-15"),
            (Kind::LocalTime, "2026/11/21 下午4:30", "2026-11-21T16:30"),
            (Kind::Time, "4:30 PM", "16:30"),
            (Kind::Flag, "是", "true"),
            (Kind::Count((1, 12)), "12個月", "12"),
            (Kind::Count((1, 12)), "13", "out_of_range"),
            (Kind::Text, " a  b ", "a  b"),
            (Kind::Currency, "新台幣", "TWD"),
            (Kind::Choice(Choices::Fixed(&["cash", "flex"])), "Flex", "flex"),
            (Kind::Country, "台灣", "TW"),
        ] {
            assert_eq!(read(kind, cell).as_deref(), Some(expected), "{cell}");
        }
        // A list within a list has no column.
        assert_eq!(read(Kind::List(0, 1, &[]), "a"), None);
    }
}
