//! A made-up calculator that has one of everything: what an expression can hold, and every place to write to.

#![allow(clippy::indexing_slicing, reason = "a test that goes wrong shall stop")]

use super::declared::{Rows, answers};
use super::{About, NoteCode, Output, OutputKind as Kind};
use crate::clause::{Cited, ClauseId};
use crate::form::choice;
use crate::request::given::Given;
use crate::terms::{CountryRow, Keys, Table};
use crate::values::country::Country;
use crate::values::dates::{Date, LocalTime, Month, TimeOfDay};
use crate::values::hours::Weekdays;
use crate::values::money::{Dollars, Money, Percent, Rate, Ratio};
use crate::values::unit::Unit;
use crate::working::answer::{Answer, TermsUsed};
use crate::working::place::{At, Place, Root};
use crate::working::reckon::work;
use crate::working::sheet::{Sheet, Unfit};
use crate::working::{Declared, Entered, Of};
use rust_decimal::Decimal;
use serde_json::{Value, json};
use std::sync::Arc;

choice! {
    pub enum Size {
        Small = "small",
        Large = "large",
    }
}

choice! {
    pub enum Week {
        Usual = "monday_to_friday",
    }
}

impl From<Week> for Weekdays {
    fn from(week: Week) -> Weekdays {
        match week {
            Week::Usual => Weekdays::MONDAY_TO_FRIDAY,
        }
    }
}

answers! {
    figure {
        total: Money { paid: true },
        share: Ratio<2>,
        weeks: i64,
        size: Size,
        months_held: Rows { kind: Kind::List(month_held::OUTPUTS) },
        open: Option<bool>,
        number: Option<Arc<str>> { kind: Kind::Key },
    }
    date {
        until: Date { calendar: true },
        answered_by: LocalTime,
    }
    line {
        amount: Money,
        late: bool,
        parts: Rows { kind: Kind::List(part::OUTPUTS) },
    }
    rows month_held { held: Month }
    rows part { cut: Money }
    between {
        limb: Money,
        grown: Money,
        half: Money,
    }
    column {
        cap_eur: Dollars = cap_floor.eur { currency: Some("EUR") },
        called: Arc<str> = contacts.number,
    }
    reason { TooLate = "too_late" }
    warning { Soon = "soon" { days: i64 { unit: Some(Unit::Days) } }, Twice = "twice" }
}

fn number(text: &str) -> Decimal {
    text.parse().unwrap_or_default()
}

fn money(text: &str) -> Money {
    Money::entered(number(text), 2).unwrap_or_default()
}

fn day(text: &str) -> Date {
    Date::parse(text).unwrap_or_default()
}

fn time(text: &str) -> LocalTime {
    LocalTime::parse(text).unwrap_or_default()
}

fn given(value: Value) -> Given {
    serde_json::from_value(value).unwrap_or(Given::Null)
}

fn entered<T>(name: &'static str, value: T) -> Entered<T> {
    Entered::new(value, Place::whole(Root::Input, name))
}

fn finished(sheet: Sheet) -> Value {
    let terms = TermsUsed {
        pack: "made-up".to_owned(),
        name: "Made up".to_owned(),
        edition: "undated".to_owned(),
        edition_from: None,
        digest: String::new(),
        checked: day("2026-11-21"),
    };
    let answer: Answer = sheet.finish("specimen", day("2026-11-21"), None, terms);
    serde_json::to_value(&answer).unwrap_or_default()
}

/// Formula, values, origins and result of the step of a figure.
fn step(answer: &Value, figure: &str) -> (Value, Value, Value, Value) {
    let steps = answer["steps"].as_array().cloned().unwrap_or_default();
    let step = steps.into_iter().find(|step| step["figure"] == figure).unwrap_or_default();
    (step["formula"].clone(), step["values"].clone(), step["from"].clone(), step["result"].clone())
}

fn told(formula: &str, values: Value, from: Value, result: impl Into<Value>) -> (Value, Value, Value, Value) {
    (formula.into(), values, from, result.into())
}

#[derive(Clone, Copy)]
struct Member<'a> {
    amount: Of<'a, Money>,
    late: Option<Of<'a, bool>>,
}

#[test]
fn everything_has_its_place_in_the_order_declared() {
    let clause = ClauseId::new("A-1");
    let fee = entered("fee", money("10.00"));
    let mut sheet = Sheet::new(true, 2);
    sheet.begin_line(0);
    work!(sheet, line late = exact(fee > 0 && !(fee == 0)), by clause);
    work!(sheet, line amount = exact(fee + fee), by clause);
    sheet.begin_rows(&out::line::parts);
    sheet.begin_line(0);
    work!(sheet, between half = half_up(amount / 2), by clause);
    work!(sheet, part cut = exact(half), by clause);
    sheet.warning(Warning::Twice, &clause);
    sheet.end_line();
    sheet.end_list();
    sheet.end_line();
    sheet.begin_rows(&out::figure::months_held);
    sheet.begin_line(0);
    let bought_on = entered("bought_on", day("2026-11-21"));
    work!(sheet, month_held held = exact(month(bought_on)), by clause);
    sheet.end_line();
    sheet.end_list();
    let members = [Member { amount, late: Some(late) }, Member { amount, late: None }];
    work!(sheet, figure total = exact(sum(amount of members)), by clause);
    work!(sheet, figure open = exact(count_where(late of members) > 0), by clause);
    work!(sheet, figure weeks = exact(0), by clause);

    let answer = finished(sheet);
    let steps = answer["steps"].as_array().cloned().unwrap_or_default();
    let figures: Vec<&str> = steps.iter().filter_map(|step| step["figure"].as_str()).collect();
    assert_eq!(
        figures,
        [
            "lines.0.late",
            "lines.0.amount",
            "between.0.parts.0.half",
            "lines.0.parts.0.cut",
            "figures.months_held.0.held",
            "figures.total",
            "figures.open",
            "figures.weeks",
        ]
    );
    let written = serde_json::to_string(&answer).unwrap_or_default();
    assert!(written.contains(r#""lines":[{"amount":"20.00","late":true,"parts":[{"cut":"10.00"}]}]"#), "{written}");
    let figures = r#""figures":{"total":"40.00","weeks":0,"months_held":[{"held":"2026-11"}],"open":true}"#;
    assert!(written.contains(figures), "{written}");
    assert_eq!(answer["warnings"][0]["line"], 0);
    let expected = told("fee > 0 and not (fee = 0)", json!({ "fee": "10.00" }), json!({ "fee": "input.fee" }), true);
    assert_eq!(step(&answer, "lines.0.late"), expected);
    let (values, from) =
        (json!({ "amount": ["20.00", "20.00"] }), json!({ "amount": ["lines.0.amount", "lines.0.amount"] }));
    assert_eq!(step(&answer, "figures.total"), told("sum(amount)", values, from, "40.00"));
    let (values, from) = (json!({ "late": [true] }), json!({ "late": ["lines.0.late"] }));
    assert_eq!(step(&answer, "figures.open"), told("count_where(late) > 0", values, from, true));
    assert_eq!(step(&answer, "figures.weeks"), told("0", json!({}), json!({}), 0));
}

#[test]
fn a_condition_reads_as_it_is_decided_and_cites_what_it_chose() {
    let (one, other) = (ClauseId::new("A-1"), ClauseId::new("A-2"));
    let little = Cited::new("little", money("1.00"), one.clone());
    let much = Cited::new("much", money("5.00"), other.clone());
    let asked = entered("asked", 3);
    let mut sheet = Sheet::new(true, 2);
    work!(sheet, between limb = exact(
        if asked < 1 || asked > 9 { 0 } else if asked == 3 { much } else { little }
    ), by its_own or little);
    work!(sheet, figure total = exact(max(little, min(much, limb))), by its_own or little);
    work!(sheet, figure size = exact(if limb > little { Size::Large } else { Size::Small }), by total);
    work!(sheet, figure weeks = up((asked * 2 + 1) / 7), by one);
    assert_eq!((limb.clause(), total.clause(), weeks.value, weeks.is_exact), (&other, &other, 1, true));

    let answer = finished(sheet);
    let values = json!({ "asked": 3, "much": "5.00", "little": "1.00" });
    let from = json!({ "asked": "input.asked", "much": "terms.much", "little": "terms.little" });
    let formula = "if(asked < 1 or asked > 9, 0, asked = 3, much, little)";
    assert_eq!(step(&answer, "between.limb"), told(formula, values, from, "5.00"));
    assert_eq!(step(&answer, "figures.total").0, "max(little, min(much, limb))");
    assert_eq!(step(&answer, "figures.size").0, "if(limb > little, \"large\", \"small\")");
    assert_eq!(step(&answer, "figures.size").3, "large");
    assert_eq!(step(&answer, "figures.weeks").0, "(asked × 2 + 1) ÷ 7");
}

#[test]
fn numbers_of_every_kind_are_reckoned_exactly_and_rounded_once() {
    let clause = ClauseId::new("A-1");
    let (price, growth) = (entered("price", money("36000.00")), entered("growth", Percent(number("3.5"))));
    let (rate, other_rate) = (entered("rate", Rate(number("31.5"))), entered("other_rate", Rate(number("0.7"))));
    let (limit, count) = (entered("limit", Dollars(number("0.5"))), entered("count", 3));
    let mut sheet = Sheet::new(true, 2);
    work!(sheet, between grown = half_up(price * compound(growth, count - 1)), by clause);
    work!(sheet, between limb = down(limit * rate), by clause);
    work!(sheet, figure share = up(rate * other_rate / rate), by clause);
    work!(sheet, between half = half_up(price * growth * count / 2 + limb), by clause);
    // 36,000 × 1.035² = 38,564.1; 0.5 × 31.5 = 15.75; 36,000 × 3.5 % × 3 ÷ 2 + 15.75 = 1,905.75.
    assert_eq!((grown.value, limb.value, half.value), (money("38564.10"), money("15.75"), money("1905.75")));
    assert_eq!(share.value, Ratio(number("0.70")));
    let answer = finished(sheet);
    assert_eq!(step(&answer, "between.grown").0, "price × compound(growth, count − 1)");
    assert_eq!(step(&answer, "figures.share").3, "0.70");
}

#[test]
fn days_and_hours_are_those_of_the_calendar() {
    struct DayOff {
        holiday: Entered<Date>,
    }
    let clause = ClauseId::new("A-1");
    let start = entered("start", day("2028-01-31"));
    let (called_at, minutes) = (entered("called_at", time("2026-11-20T17:00")), entered("minutes", 120));
    let opens_at = entered("opens_at", TimeOfDay::parse("09:00").unwrap_or_default());
    let closes_at = entered("closes_at", TimeOfDay::parse("17:30").unwrap_or_default());
    let days_off = [DayOff { holiday: entered("holiday", day("2026-11-23")) }];
    let week = entered("week", Week::Usual);
    let mut sheet = Sheet::new(true, 2);
    work!(sheet, date until = exact(day_before(plus_months(start, 1))), by clause);
    work!(sheet, date answered_by = exact(
        plus_open_minutes(called_at, minutes, opens_at, closes_at, week, holiday of days_off)
    ), by clause);
    work!(sheet, figure open = exact(
        is_open(called_at, opens_at, closes_at, week, holiday of days_off)
    ), by clause);
    // A Monday off: half an hour on Friday, the rest on Tuesday.
    assert_eq!((until.value, open.value), (day("2028-02-28"), true));
    assert_eq!(answered_by.value, time("2026-11-24T10:30"));
    let answer = finished(sheet);
    let (formula, values, from, _) = step(&answer, "figures.open");
    assert_eq!(formula, "is_open(called_at, opens_at, closes_at, week, holiday)");
    assert_eq!((&values["week"], &values["holiday"]), (&json!("monday_to_friday"), &json!(["2026-11-23"])));
    assert_eq!(from["holiday"], json!(["input.holiday"]));
}

#[test]
fn what_stands_in_a_row_of_the_terms_is_told_by_its_row() {
    let (own, general) = (ClauseId::new("A-1"), ClauseId::new("A-2"));
    let germany = Country::of_code("DE");
    let values = given(json!({ "countries": ["DE"], "eur": 500_000 }));
    let row = CountryRow { countries: germany.into_iter().collect(), clause: own.clone(), values };
    let cell = germany.and_then(|country| row.cell(&out::column::cap_eur, country));
    let contact = given(json!({ "for": "db2", "number": "0800" }));
    let contacts = Cited::new("contacts", Table::new(&[contact]), general.clone());
    let products = Cited::new("products", Keys([Arc::from("db2")].into()), general.clone());
    let product = entered("product", "db2");
    let mut sheet = Sheet::new(true, 2);
    if let (Some(cap_eur), Some(called)) = (cell, contacts.cell(&out::column::called, "for", "db2")) {
        work!(sheet, between limb = half_up(cap_eur), by row);
        work!(sheet, figure number = exact(called), by called);
        write_open(&products, product, &out::figure::open, &mut sheet);
        assert_eq!(limb.clause(), &own);
    }
    let answer = finished(sheet);
    let (values, from) = (json!({ "cap_eur": "500000" }), json!({ "cap_eur": "terms.cap_floor.DE.eur" }));
    assert_eq!(step(&answer, "between.limb"), told("cap_eur", values, from, "500000.00"));
    let (values, from) = (json!({ "called": "0800" }), json!({ "called": "terms.contacts.db2.number" }));
    assert_eq!(step(&answer, "figures.number"), told("called", values, from, "0800"));
    let values = json!({ "product": "db2", "products": ["db2"] });
    let from = json!({ "product": "input.product", "products": "terms.products" });
    assert_eq!(step(&answer, "figures.open"), told("listed(product, products)", values, from, true));
}

/// As rooms do that several calculators share: they are told what to write.
fn write_open(products: &Cited<Keys>, product: Entered<&'static str>, declared: &Declared<bool>, sheet: &mut Sheet) {
    work!(sheet, at (declared) open = exact(listed(product, products)), by products);
}

#[test]
fn the_first_that_does_not_fit_is_kept_with_the_entry_to_blame() {
    let clause = ClauseId::new("A-1");
    let most = Of::new(money("999999999999.99"), Place::whole(Root::Figures, "most"), true, &clause);
    let place = Place { root: Root::Input, at: At::Row("lines", 2), name: "count" };
    let many = Entered::new(i64::MAX, place);
    let mut sheet = Sheet::new(false, 2);
    work!(sheet, figure total = exact(most * many * many), by clause);
    work!(sheet, figure weeks = exact(many + many), by clause);
    assert_eq!((total.value, weeks.value), (Money::default(), 0));
    assert!(matches!(sheet.take_unfit(), Some(Unfit::Entry(found)) if found == place));
    let huge = Money::entered(Decimal::MAX, 0).unwrap_or_default();
    let huge = Of::new(huge, Place::whole(Root::Figures, "huge"), true, &clause);
    let members = [Member { amount: huge, late: None }; 2];
    work!(sheet, figure total = exact(sum(amount of members)), by clause);
    assert!(matches!(sheet.take_unfit(), Some(Unfit::List)));
    assert!(sheet.take_unfit().is_none());
}

#[test]
fn what_is_declared_is_described() {
    let about: About = out::ABOUT;
    let names = |outputs: &[Output]| outputs.iter().map(|output| output.name).collect::<Vec<_>>();
    assert_eq!(names(about.line), ["amount", "late", "parts"]);
    assert_eq!(names(about.between), ["limb", "grown", "half"]);
    let codes = [about.reasons, about.assumptions, about.warnings].map(|known| {
        let one = |code: &NoteCode| (code.code, names(code.values));
        known.iter().map(one).collect::<Vec<_>>()
    });
    assert_eq!(codes, [vec![("too_late", vec![])], vec![], vec![("soon", vec!["days"]), ("twice", vec![])]]);
    let counted = about.warnings.iter().flat_map(|code| code.values).map(|value| value.unit);
    assert_eq!(counted.collect::<Vec<_>>(), [Some(Unit::Days)]);
    let kept = about.dates.first().is_some_and(|until| until.calendar && !until.optional);
    let columns: Vec<_> = about.columns.iter().copied().flatten().map(|column| (column.term, column.name)).collect();
    assert_eq!((kept, columns), (true, vec![("cap_floor", "eur"), ("contacts", "number")]));
    assert_eq!(about.columns.iter().copied().flatten().next().and_then(|column| column.output.currency), Some("EUR"));
    assert_eq!(
        about.figures.iter().filter(|figure| figure.paid).map(|figure| figure.name).collect::<Vec<_>>(),
        ["total"]
    );
    assert_eq!(Reason::of_code("too_late"), Some(Reason::TooLate));
    assert_eq!(Warning::of_code("too_late"), None);
}
