//! The calculators described: enough to draw a form, label an answer and type both.

use crate::calculators::{About, Calculator, Output, OutputKind, all, lines_field};
use crate::country::Country;
use crate::dates::Date;
use crate::figure;
use crate::form::{Choices, Condition, Default, Field, Kind, pack_choices};
use crate::given::Given;
use crate::quote::{BEFORE_THIS_EDITION, EDITION_UNDATED, built_in};
use crate::refusal::bounds;
use crate::terms::{Edition, Pack};
use crate::text::joined;
use std::sync::Arc;

/// Every calculator with its fields, its outputs, its codes and an example.
pub fn calculators() -> Vec<Given> {
    all().filter_map(describe).collect()
}

/// An object under construction.
#[derive(Default)]
struct Object(Vec<(String, Given)>);

impl Object {
    fn with(mut self, name: &str, value: Given) -> Object {
        self.0.push((name.to_owned(), value));
        self
    }

    fn with_some(self, name: &str, value: Option<Given>) -> Object {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    fn done(self) -> Given {
        Given::Object(self.0)
    }
}

fn text(text: &str) -> Given {
    Given::Text(text.to_owned())
}

fn number(count: impl TryInto<i64>) -> Given {
    // Bounds are small; what did not fit would show as the largest.
    Given::Whole(count.try_into().unwrap_or(i64::MAX))
}

fn list(items: Vec<Given>) -> Given {
    let length = items.len();
    Given::List(items, length)
}

fn texts<T: AsRef<str>>(items: &[T]) -> Given {
    list(items.iter().map(|item| text(item.as_ref())).collect())
}

/// The same, absent where there are none.
fn some_texts(items: &[&str]) -> Option<Given> {
    (!items.is_empty()).then(|| texts(items))
}

/// None only if the pack built in did not load, which a test holds.
fn describe(calculator: &Calculator) -> Option<Given> {
    let about = calculator.about;
    let pack = built_in(about.pack)?;
    // The packs built in are undated; of dated ones a form shows what holds last.
    let last = Date::parse(bounds::DATE.1)?;
    let described = |field: &Field| field_of(field, &pack, last);
    let mut fields: Vec<Given> = calculator.fields.iter().map(described).collect();
    fields.extend(calculator.line_fields.map(|fields| described(&lines_field(fields))));
    let example = crate::parse_json(about.example)?;
    let object = Object::default()
        .with("calculator", text(about.name))
        .with("pack", text(about.pack))
        .with("money", Given::Flag(about.money))
        .with("portfolio", Given::Flag(calculator.line_fields.is_some()))
        .with("rules", texts(&rules_of(about, &pack)))
        .with("fields", list(fields))
        .with("answer", outputs_of(about, &pack, last))
        .with("codes", codes_of(about, &pack))
        .with("example", example);
    Some(object.done())
}

fn field_of(field: &Field, pack: &Pack, as_of: Date) -> Given {
    let object = Object::default()
        .with("name", text(field.name))
        .with("kind", text(kind_name(field.kind)))
        .with("required", Given::Flag(field.required))
        .with_some("only_if", field.only_if.map(|condition| condition_of(condition, pack, as_of).done()))
        .with_some("default", field.default.and_then(|default| default_of(default, pack, as_of)))
        .with_some("default_term", field.default.and_then(default_term))
        .with_some("unit", field.unit.map(|unit| text(unit.name())));
    match field.kind {
        Kind::Money => object.with("above", text("0")).with("max", text(figure::decimal(bounds::MONEY_MAX).as_str())),
        Kind::Dollars => object
            .with("currency", text("USD"))
            .with("above", text("0"))
            .with("max", text(figure::decimal(bounds::MONEY_MAX).as_str()))
            .with("max_decimals", number(bounds::DOLLAR_DECIMALS)),
        Kind::Percent => object
            .with("min", text("0"))
            .with("max", text(figure::decimal(bounds::PERCENT_MAX).as_str()))
            .with("max_decimals", number(bounds::PERCENT_DECIMALS)),
        Kind::Rate(max) => object
            .with("above", text("0"))
            .with("max", text(figure::decimal(max).as_str()))
            .with("max_decimals", number(bounds::RATE_DECIMALS)),
        Kind::Flag | Kind::Time | Kind::Currency => object,
        Kind::Country => object.with("choices", list(Country::all().map(|country| text(country.code())).collect())),
        Kind::LocalTime => object
            .with("min", text(&joined(&[bounds::DATE.0, "00:00"], "T")))
            .with("max", text(&joined(&[bounds::DATE.1, "23:59"], "T"))),
        Kind::Date => object.with("min", text(bounds::DATE.0)).with("max", text(bounds::DATE.1)),
        Kind::Count((min, max)) => {
            object.with("min", number(min)).with("max", number(max)).with_some("at_most", field.at_most.map(text))
        }
        Kind::Text => {
            object.with("max_length", number(bounds::TEXT_LENGTH)).with_some("one_of", some_texts(field.one_of))
        }
        Kind::Choice(choices) => object.with("choices", texts(&pack_choices(pack, choices, as_of))),
        Kind::List(min, max, fields) => object
            .with("min", number(min))
            .with("max", number(max))
            .with("items", list(fields.iter().map(|field| field_of(field, pack, as_of)).collect())),
    }
    .done()
}

fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Money | Kind::Dollars => "money",
        Kind::Percent => "percent",
        Kind::Rate(_) => "rate",
        Kind::Date => "date",
        Kind::LocalTime => "local_time",
        Kind::Flag => "flag",
        Kind::Time => "time",
        Kind::Count(_) => "count",
        Kind::Text => "text",
        Kind::Country => "country",
        Kind::Currency => "currency",
        Kind::Choice(Choices::Fixed(_) | Choices::Listed(..) | Choices::InTable(..) | Choices::Services) => "choice",
        Kind::List(..) => "list",
    }
}

fn condition_of(condition: Condition, pack: &Pack, as_of: Date) -> Object {
    let in_rows = |field, is, term, column| {
        let rows = pack.rows(term, as_of);
        let countries = Country::all().filter(|country| rows.is_some_and(|rows| rows.has(*country, column)));
        let codes: Vec<&str> = countries.map(Country::code).collect();
        Object::default().with("field", text(field)).with(is, texts(&codes))
    };
    // One after the other, each holding those that come after it.
    let chained = |conditions: &[Condition], by| {
        let chained = conditions.iter().rev().fold(None, |after: Option<Object>, condition| {
            Some(condition_of(*condition, pack, as_of).with_some(by, after.map(Object::done)))
        });
        chained.unwrap_or_default()
    };
    match condition {
        Condition::InRows(field, term, column) => in_rows(field, "in", term, column),
        Condition::NotInRows(field, term, column) => in_rows(field, "not_in", term, column),
        Condition::All(conditions) => chained(conditions, "and"),
        Condition::Either(conditions) => chained(conditions, "or"),
        Condition::In(field, keys, _) => Object::default().with("field", text(field)).with("in", texts(keys)),
        Condition::ServiceIs(keys) => Object::default().with("field", text("service")).with("in", texts(keys)),
        Condition::CurrencyIsNot(code) => {
            Object::default().with("field", text("currency")).with("not_in", texts(&[code]))
        }
    }
}

fn default_of(default: Default, pack: &Pack, as_of: Date) -> Option<Given> {
    match default {
        Default::Field(name) => Some(Object::default().with("field", text(name)).done()),
        Default::Key(key) => Some(text(key)),
        Default::Term(name) => pack.shown(name, as_of).map(Given::Text),
    }
}

/// Terms that come along may have another value.
fn default_term(default: Default) -> Option<Given> {
    match default {
        Default::Term(name) => Some(text(name)),
        Default::Field(_) | Default::Key(_) => None,
    }
}

fn outputs_of(about: &About, pack: &Pack, as_of: Date) -> Given {
    let all_outputs = |outputs| all_outputs(outputs, pack, as_of);
    Object::default()
        .with("verdicts", texts(about.verdicts))
        .with("headline", text(about.headline))
        .with_some("losses", some_texts(about.losses))
        .with_some("beside", some_texts(about.beside))
        .with("figures", all_outputs(about.figures))
        .with("dates", all_outputs(about.dates))
        .with("line", all_outputs(about.line))
        .done()
}

fn all_outputs(outputs: &[Output], pack: &Pack, as_of: Date) -> Given {
    list(outputs.iter().map(|output| output_of(output, pack, as_of)).collect())
}

fn output_of(output: &Output, pack: &Pack, as_of: Date) -> Given {
    let (kind, choices, items) = match output.kind {
        OutputKind::Money => ("money", None, None),
        OutputKind::Percent => ("percent", None, None),
        OutputKind::Ratio => ("ratio", None, None),
        OutputKind::Count => ("count", None, None),
        OutputKind::Date => ("date", None, None),
        OutputKind::Month => ("month", None, None),
        OutputKind::LocalTime => ("local_time", None, None),
        OutputKind::Time => ("time", None, None),
        OutputKind::Flag => ("flag", None, None),
        OutputKind::Text => ("text", None, None),
        OutputKind::Key => ("choice", None, None),
        OutputKind::Choice(keys) => ("choice", Some(texts(keys)), None),
        OutputKind::InTable(term, column) => ("choice", Some(texts(&pack.column(term, column, as_of))), None),
        OutputKind::InRows(term, column, others) => {
            let mut keys = pack.column(term, column, as_of);
            keys.extend(others.iter().map(|other| Arc::from(*other)));
            ("choice", Some(texts(&keys)), None)
        }
        OutputKind::List(items) => ("list", None, Some(all_outputs(items, pack, as_of))),
    };
    Object::default()
        .with("name", text(output.name))
        .with("kind", text(kind))
        .with_some("optional", output.optional.then_some(Given::Flag(true)))
        .with_some("calendar", output.kept.then_some(Given::Flag(true)))
        .with_some("choices", choices)
        .with_some("items", items)
        .done()
}

/// What a calculator answers by, and what its document says of its own day.
fn rules_of<'a>(about: &About, pack: &'a Pack) -> Vec<&'a str> {
    let own = about.rules.iter().copied();
    own.chain(pack.edition_of().map(|edition| edition.clause().as_str())).collect()
}

fn codes_of(about: &About, pack: &Pack) -> Given {
    let and = |codes: &[&'static str], code: &'static str, is_given: bool| -> Vec<&'static str> {
        codes.iter().copied().chain(is_given.then_some(code)).collect()
    };
    let edition = pack.edition_of();
    let is_undated = matches!(edition, Some(Edition::Undated(_)));
    let is_dated = matches!(edition, Some(Edition::From(..)));
    Object::default()
        .with("reasons", texts(about.reasons))
        .with("assumptions", texts(&and(about.assumptions, EDITION_UNDATED, is_undated)))
        .with("warnings", texts(&and(about.warnings, BEFORE_THIS_EDITION, is_dated)))
        .done()
}
