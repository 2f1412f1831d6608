//! The calculators described: enough to draw a form, label an answer and type both.

use crate::calculators::declared::Shown;
use crate::calculators::{About, Calculator, NoteCode, Output, OutputKind, RowsBy, Weighed, all, lines_field};
use crate::envelope::quote::{BEFORE_THIS_EDITION, EDITION_UNDATED, built_in};
use crate::form::{Choices, Condition, Fallback, Field, Kind, pack_choices};
use crate::platform;
use crate::request::bounds;
use crate::request::given::Given;
use crate::terms::{Edition, Need, Pack, SERVICES, TermKind};
use crate::values::country::Country;
use crate::values::dates::Date;
use crate::values::money::Dollars;
use crate::values::text::joined;
use crate::values::written;
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
    let example = platform::parse(about.example)?;
    let object = Object::default()
        .with("calculator", text(about.name))
        .with("pack", text(about.pack))
        .with("money", Given::Flag(about.money))
        .with("portfolio", Given::Flag(calculator.line_fields.is_some()))
        .with("rules", texts(&rules_of(about, &pack)))
        .with("fields", list(fields))
        .with("takes", takes_of(calculator))
        .with("terms", terms_of(calculator))
        .with("answer", outputs_of(calculator, &pack, last))
        .with("codes", codes_of(about, &pack))
        .with("notes", notes_of(about, &pack, last))
        .with("onward", platform::parse(about.onward)?)
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
        Kind::Money => object.with("above", text("0")).with("max", text(written::decimal(bounds::MONEY_MAX).as_str())),
        Kind::Dollars => object
            .with("currency", text("USD"))
            .with("above", text("0"))
            .with("max", text(written::decimal(bounds::MONEY_MAX).as_str()))
            .with("max_decimals", number(bounds::DOLLAR_DECIMALS)),
        Kind::Percent => object
            .with("min", text("0"))
            .with("max", text(written::decimal(bounds::PERCENT_MAX).as_str()))
            .with("max_decimals", number(bounds::PERCENT_DECIMALS)),
        Kind::Rate(max) => object
            .with("above", text("0"))
            .with("max", text(written::decimal(max).as_str()))
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
        Kind::Choice(choices) => object
            .with("choices", texts(&pack_choices(pack, choices, as_of)))
            .with_some("from_terms", from_terms(!matches!(choices, Choices::Fixed(_)))),
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

fn default_of(default: Fallback, pack: &Pack, as_of: Date) -> Option<Given> {
    match default {
        Fallback::Field(name) => Some(Object::default().with("field", text(name)).done()),
        Fallback::Key(key) => Some(text(key)),
        Fallback::Term(name) => pack.shown(name, as_of).map(Given::Text),
    }
}

/// Whether the choices are the pack's: terms that come along may have others.
fn from_terms(is_so: bool) -> Option<Given> {
    is_so.then_some(Given::Flag(true))
}

/// Terms that come along may have another value.
fn default_term(default: Fallback) -> Option<Given> {
    match default {
        Fallback::Term(name) => Some(text(name)),
        Fallback::Field(_) | Fallback::Key(_) => None,
    }
}

/// The list of the request that the lines answer for; nothing where they are the document's own.
fn lines_of(calculator: &Calculator) -> Option<&'static str> {
    calculator.about.lines_of.or(calculator.line_fields.map(|fields| lines_field(fields).name))
}

fn ways_of(about: &About) -> Option<Given> {
    let way = |Weighed { net, tax, gross }: &Weighed| {
        Object::default().with("net", text(net)).with("tax", text(tax)).with("gross", text(gross)).done()
    };
    (!about.ways.is_empty()).then(|| list(about.ways.iter().map(way).collect()))
}

fn rows_by(about: &About) -> Option<Given> {
    let told = |RowsBy { key, day }: RowsBy| Object::default().with("key", text(key)).with_some("day", day.map(text));
    about.rows_by.map(|by| told(by).done())
}

fn outputs_of(calculator: &Calculator, pack: &Pack, as_of: Date) -> Given {
    let about = calculator.about;
    let all_outputs = |outputs| all_outputs(outputs, pack, as_of);
    Object::default()
        .with("verdicts", texts(about.verdicts))
        .with("tones", tones_of(about.verdicts))
        .with("headline", text(about.headline))
        .with_some("losses", some_texts(about.losses))
        .with_some("beside", some_texts(about.beside))
        .with_some("lines_of", lines_of(calculator).map(text))
        .with_some("ways", ways_of(about))
        .with_some("rows_by", rows_by(about))
        .with("figures", all_outputs(about.figures))
        .with("dates", all_outputs(about.dates))
        .with("line", all_outputs(about.line))
        .with("between", all_outputs(about.between))
        .done()
}

/// The terms that a formula may name, with their kinds; of rows, the catalogue's too, the columns. A clause has no value of
/// its own.
fn terms_of(calculator: &Calculator) -> Given {
    let columns = |term: &str| {
        let of_term = calculator.about.columns.iter().copied().flatten().filter(|column| column.term == term);
        let columns: Vec<Given> = of_term.map(|column| shown(column.name, &column.output).done()).collect();
        (!columns.is_empty()).then(|| list(columns))
    };
    let term = |Need { name, kind, unit }: &Need| {
        let kind = match kind {
            TermKind::Rule => return None,
            TermKind::Dollars => return Some(shown(name, &Dollars::OUTPUT).done()),
            TermKind::Count => "count",
            TermKind::Percent => "percent",
            TermKind::Keys => "list",
            TermKind::Time => "time",
            TermKind::Month => "month",
            TermKind::Table | TermKind::ByCountry => "rows",
        };
        let counted = named(name, kind).with_some("unit", unit.map(|unit| text(unit.name())));
        Some(counted.with_some("items", columns(name)).done())
    };
    let services = columns(SERVICES).map(|columns| named(SERVICES, "rows").with("items", columns).done());
    list(calculator.needs.iter().filter_map(term).chain(services).collect())
}

/// What it takes out of its pack: the terms, those too that have no value of their own, and the catalogue of services where
/// a field is chosen from it. A pack that lacks one of them is refused.
fn takes_of(calculator: &Calculator) -> Given {
    let terms = calculator.needs.iter().map(|need| need.name);
    list(terms.chain(chooses_service(calculator).then_some(SERVICES)).map(text).collect())
}

/// Whether a field is chosen from the catalogue.
pub fn chooses_service(calculator: &Calculator) -> bool {
    calculator.fields.iter().chain(calculator.line_fields.unwrap_or_default()).any(is_service)
}

fn is_service(field: &Field) -> bool {
    match field.kind {
        Kind::Choice(Choices::Services) => true,
        Kind::List(_, _, fields) => fields.iter().any(is_service),
        _ => false,
    }
}

/// A value with its kind, the currency of an amount that is not in the request's, and what a number counts.
fn shown(name: &str, output: &Output) -> Object {
    named(name, kind_shown(output.kind))
        .with_some("currency", output.currency.map(text))
        .with_some("unit", output.unit.map(|unit| text(unit.name())))
}

/// What a key says that judges: that something is allowed, that it is not, or that it is to be asked.
fn tone_of(key: &str) -> &'static str {
    match key {
        "eligible" | "allowed" => "good",
        "ineligible" | "barred" => "bad",
        _ => "ask",
    }
}

fn tones_of<'a>(keys: impl IntoIterator<Item = &'a &'a str>) -> Given {
    keys.into_iter().fold(Object::default(), |object, key| object.with(key, text(tone_of(key)))).done()
}

fn named(name: &str, kind: &str) -> Object {
    Object::default().with("name", text(name)).with("kind", text(kind))
}

fn all_outputs(outputs: &[Output], pack: &Pack, as_of: Date) -> Given {
    list(outputs.iter().map(|output| output_of(output, pack, as_of)).collect())
}

fn output_of(output: &Output, pack: &Pack, as_of: Date) -> Given {
    let choices = match output.kind {
        OutputKind::Choice(keys) => Some(texts(keys)),
        OutputKind::InTable(term, column) => Some(texts(&pack.column(term, column, as_of))),
        OutputKind::InRows(term, column, others) => {
            let mut keys = pack.column(term, column, as_of);
            keys.extend(others.iter().map(|other| Arc::from(*other)));
            Some(texts(&keys))
        }
        _ => None,
    };
    let judged = match output.kind {
        OutputKind::Choice(keys) if output.judges => Some(tones_of(keys)),
        _ => None,
    };
    let items = match output.kind {
        OutputKind::List(items) => Some(all_outputs(items, pack, as_of)),
        _ => None,
    };
    shown(output.name, output)
        .with_some("optional", output.optional.then_some(Given::Flag(true)))
        .with_some("calendar", output.calendar.then_some(Given::Flag(true)))
        .with_some("paid", output.paid.then_some(Given::Flag(true)))
        .with_some("shown", output.shown.then_some(Given::Flag(true)))
        .with_some("choices", choices)
        .with_some("tones", judged)
        .with_some("from_terms", from_terms(matches!(output.kind, OutputKind::InTable(..) | OutputKind::InRows(..))))
        .with_some("items", items)
        .done()
}

/// What the sentences of notes name, by the note's code; most name nothing.
fn notes_of(about: &About, pack: &Pack, as_of: Date) -> Given {
    let all = [about.reasons, about.assumptions, about.warnings].into_iter().flatten();
    let naming = all.filter(|known| !known.values.is_empty());
    naming
        .fold(Object::default(), |object, known| object.with(known.code, all_outputs(known.values, pack, as_of)))
        .done()
}

fn kind_shown(kind: OutputKind) -> &'static str {
    match kind {
        OutputKind::Money => "money",
        OutputKind::Percent => "percent",
        OutputKind::Rate => "rate",
        OutputKind::Ratio => "ratio",
        OutputKind::Count => "count",
        OutputKind::Date => "date",
        OutputKind::Month => "month",
        OutputKind::LocalTime => "local_time",
        OutputKind::Time => "time",
        OutputKind::Flag => "flag",
        OutputKind::Text => "text",
        OutputKind::Clause => "clause",
        OutputKind::Places => "places",
        OutputKind::Key | OutputKind::Choice(_) | OutputKind::InTable(..) | OutputKind::InRows(..) => "choice",
        OutputKind::List(_) => "list",
    }
}

/// What a calculator answers by, and what its document says of its own day.
fn rules_of<'a>(about: &About, pack: &'a Pack) -> Vec<&'a str> {
    let own = about.rules.iter().copied();
    own.chain(pack.edition_of().map(|edition| edition.clause().as_str())).collect()
}

fn codes_of(about: &About, pack: &Pack) -> Given {
    let and = |codes: &[NoteCode], code: &'static str, is_given: bool| -> Vec<&'static str> {
        codes.iter().map(|known| known.code).chain(is_given.then_some(code)).collect()
    };
    let edition = pack.edition_of();
    let is_undated = matches!(edition, Some(Edition::Undated(_)));
    let is_dated = matches!(edition, Some(Edition::From(..)));
    Object::default()
        .with("reasons", texts(&and(about.reasons, "", false)))
        .with("assumptions", texts(&and(about.assumptions, EDITION_UNDATED, is_undated)))
        .with("warnings", texts(&and(about.warnings, BEFORE_THIS_EDITION, is_dated)))
        .done()
}
