//! The calculators described: enough to draw a form, label an answer and type both.

use crate::calculators::{ALL, About, Calculator, Output, OutputKind, lines_field};
use crate::country::Country;
use crate::dates::Date;
use crate::form::{Choices, Condition, Default, Field, Kind, pack_choices};
use crate::given::Given;
use crate::quote::built_in;
use crate::refusal::bounds;
use crate::terms::Pack;

/// Every calculator with its fields, its outputs, its codes and an example.
pub fn calculators() -> Vec<Given> {
    ALL.iter().filter_map(describe).collect()
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
        .with("portfolio", Given::Flag(calculator.rows.is_some()))
        .with("rules", texts(about.rules))
        .with("fields", list(fields))
        .with("answer", outputs_of(about, &pack, last))
        .with("codes", codes_of(about))
        .with("example", example);
    Some(object.done())
}

fn field_of(field: &Field, pack: &Pack, as_of: Date) -> Given {
    let object = Object::default()
        .with("name", text(field.name))
        .with("kind", text(kind_name(field.kind)))
        .with("required", Given::Flag(field.required))
        .with_some("only_if", field.only_if.map(|condition| condition_of(condition, pack, as_of)))
        .with_some("default", field.default.and_then(|default| default_of(default, pack, as_of)));
    match field.kind {
        Kind::Money => object.with("above", text("0")).with("max", text(&bounds::MONEY_MAX.to_string())),
        Kind::Percent => object
            .with("min", text("0"))
            .with("max", text(&bounds::PERCENT_MAX.to_string()))
            .with("max_decimals", number(bounds::PERCENT_DECIMALS)),
        Kind::Rate => object
            .with("above", text("0"))
            .with("max", text(&bounds::RATE_MAX.to_string()))
            .with("max_decimals", number(bounds::RATE_DECIMALS)),
        Kind::Flag | Kind::Time => object,
        Kind::Country => object.with("choices", list(Country::all().map(|country| text(country.code())).collect())),
        Kind::LocalTime => object
            .with("min", text(&[bounds::DATE.0, "T00:00"].concat()))
            .with("max", text(&[bounds::DATE.1, "T23:59"].concat())),
        Kind::Date => object.with("min", text(bounds::DATE.0)).with("max", text(bounds::DATE.1)),
        Kind::Count((min, max)) => {
            object.with("min", number(min)).with("max", number(max)).with_some("at_most", field.at_most.map(text))
        }
        Kind::Text => object.with("max_length", number(bounds::TEXT_LENGTH)),
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
        Kind::Money => "money",
        Kind::Percent => "percent",
        Kind::Rate => "rate",
        Kind::Date => "date",
        Kind::LocalTime => "local_time",
        Kind::Flag => "flag",
        Kind::Time => "time",
        Kind::Count(_) => "count",
        Kind::Text => "text",
        Kind::Country => "country",
        Kind::Choice(Choices::Fixed(_) | Choices::Listed(..) | Choices::InTable(..) | Choices::Services) => "choice",
        Kind::List(..) => "list",
    }
}

fn condition_of(condition: Condition, pack: &Pack, as_of: Date) -> Given {
    let currency_is_not = |code| Object::default().with("field", text("currency")).with("not_in", texts(&[code]));
    match condition {
        Condition::In(field, keys, _) => Object::default().with("field", text(field)).with("in", texts(keys)),
        Condition::CurrencyIsNot(code) => currency_is_not(code),
        Condition::Country(countries) => {
            let listed =
                pack.countries(countries.term, countries.holds, as_of).into_iter().map(|country| text(country.code()));
            Object::default()
                .with("field", text("country"))
                .with("in", list(listed.collect()))
                .with_some("and", countries.currency_is_not.map(|code| currency_is_not(code).done()))
        }
    }
    .done()
}

fn default_of(default: Default, pack: &Pack, as_of: Date) -> Option<Given> {
    match default {
        Default::Field(name) => Some(Object::default().with("field", text(name)).done()),
        Default::Key(key) => Some(text(key)),
        Default::Term(name) => pack.shown(name, as_of).map(Given::Text),
    }
}

fn outputs_of(about: &About, pack: &Pack, as_of: Date) -> Given {
    let all_outputs = |outputs| all_outputs(outputs, pack, as_of);
    Object::default()
        .with("verdicts", texts(about.verdicts))
        .with("headline", text(about.headline))
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
        OutputKind::Flag => ("flag", None, None),
        OutputKind::Text => ("text", None, None),
        OutputKind::Country => ("country", None, None),
        OutputKind::Key => ("choice", None, None),
        OutputKind::Choice(keys) => ("choice", Some(texts(keys)), None),
        OutputKind::InTable(term, column) => ("choice", Some(texts(&pack.column(term, column, as_of))), None),
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

fn codes_of(about: &About) -> Given {
    Object::default()
        .with("reasons", texts(about.reasons))
        .with("assumptions", texts(about.assumptions))
        .with("warnings", texts(about.warnings))
        .done()
}
