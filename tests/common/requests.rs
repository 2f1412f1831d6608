//! Generated requests: proper ones to the edge of what may be entered, and wrong ones.

use proptest::prelude::*;
use serde_json::{Value, json};

fn date() -> impl Strategy<Value = String> {
    let near = (2024..2029_i32, 1..13_u32, 1..29_u32).prop_map(|(y, m, d)| format!("{y:04}-{m:02}-{d:02}"));
    let edges = [
        "1990-01-01",
        "2100-12-31",
        "2024-02-29",
        "2028-02-29",
        "2027-02-28",
        "2026-12-31",
        "2026-01-31",
        "2026-04-30",
    ];
    prop_oneof![6 => near, 1 => proptest::sample::select(edges.to_vec()).prop_map(str::to_owned)]
}

/// An amount in a currency of so many decimals.
fn money(digits: u32) -> impl Strategy<Value = String> {
    let units = prop_oneof![4 => 1..10_000_000_u64, 1 => 1..100_u64, 1 => Just(u64::MAX)];
    units.prop_map(move |units| {
        let most = 99_999_999_999_999_u64.saturating_mul(10_u64.pow(digits.saturating_sub(2)));
        let most = if digits < 2 { 999_999_999_999 * 10_u64.pow(digits) } else { most };
        let units = units.min(most).to_string();
        let padded = format!("{units:0>width$}", width = digits as usize + 1);
        let (whole, places) = padded.split_at(padded.len() - digits as usize);
        if digits == 0 { whole.to_owned() } else { format!("{whole}.{places}") }
    })
}

fn percent() -> impl Strategy<Value = Option<String>> {
    let choice = ["0", "5", "5.0001", "33.3333", "60", "62.5", "100", "99.9999"];
    proptest::option::of(proptest::sample::select(choice.to_vec()).prop_map(str::to_owned))
}

fn count() -> impl Strategy<Value = u32> {
    prop_oneof![4 => 1..100_u32, 1 => Just(1_000_000_u32)]
}

/// Without the members that are absent.
fn present(mut object: Value) -> Value {
    if let Some(members) = object.as_object_mut() {
        members.retain(|_, value| !value.is_null());
    }
    object
}

/// A currency, the decimals asked for, and the decimals that its amounts then have.
fn currency() -> impl Strategy<Value = (&'static str, Option<u32>, u32)> {
    proptest::sample::select(vec![
        ("USD", None, 2),
        ("TWD", Some(0), 0),
        ("TWD", None, 2),
        ("JPY", None, 0),
        ("KWD", None, 3),
        ("CLF", None, 4),
        ("EUR", Some(4), 4),
    ])
}

fn request(calculator: &'static str, input: fn(u32, &'static str) -> BoxedStrategy<Value>) -> BoxedStrategy<Value> {
    let drawn = (date(), currency()).prop_flat_map(move |(as_of, (code, minor_units, digits))| {
        input(digits, code).prop_map(move |input| {
            present(json!({ "calculator": calculator, "as_of": as_of, "currency": code, "minor_units": minor_units, "input": input }))
        })
    });
    drawn.boxed()
}

pub fn renewal() -> BoxedStrategy<Value> {
    request("renewal", |digits, _| {
        let line = (count(), money(digits), date(), proptest::option::of(money(digits))).prop_map(|(quantity, price, until, later)| {
            present(json!({ "quantity": quantity, "annual_price": price, "covered_until": until, "later_annual_price": later }))
        });
        let programme = (any::<bool>(), date()).prop_map(|(is_express, date)| match is_express {
            true => ("PAE", None),
            false => ("PA", Some(date)),
        });
        let input = (programme, percent(), proptest::collection::vec(line, 1..6)).prop_map(
            |((programme, anniversary), tax, lines)| {
                present(
                    json!({ "programme": programme, "anniversary": anniversary, "tax_percent": tax, "lines": lines }),
                )
            },
        );
        input.boxed()
    })
}

pub fn reinstatement() -> BoxedStrategy<Value> {
    request("reinstatement", |digits, _| {
        let families = ["websphere", "rational", "lotus", "information_management", "tivoli", "other"];
        let family = proptest::sample::select(families.to_vec());
        let line = (family, count(), money(digits), date(), proptest::option::of(money(digits))).prop_map(|(family, quantity, price, until, annual)| {
            present(json!({ "family": family, "quantity": quantity, "new_licence_price": price, "covered_until": until, "annual_price": annual }))
        });
        let input = (percent(), percent(), proptest::collection::vec(line, 1..6)).prop_map(|(tax, rate, lines)| {
            present(json!({ "tax_percent": tax, "rate_percent": rate, "lines": lines }))
        });
        input.boxed()
    })
}

pub fn flex() -> BoxedStrategy<Value> {
    request("flex", |digits, code| {
        let services = [
            "proactive_credits",
            "custom_proactive_services",
            "workshops",
            "success_management_services",
            "root_cause_analysis",
            "webcasts",
            "rapid_response",
        ];
        let service = proptest::sample::select(services.to_vec());
        let allocation =
            (service, money(digits)).prop_map(|(service, amount)| json!({ "service": service, "amount": amount }));
        let year = (money(digits), proptest::collection::vec(allocation, 0..6))
            .prop_map(|(allowance, allocations)| json!({ "allowance": allowance, "allocations": allocations }));
        let rates = ["32.5", "0.00000001", "1000000", "1.23456789"];
        let rate = proptest::sample::select(rates.to_vec()).prop_map(move |rate| (code != "USD").then_some(rate));
        let input = (date(), rate, proptest::collection::vec(year, 1..5)).prop_map(|(signed_on, rate, years)| {
            present(json!({ "signed_on": signed_on, "usd_rate": rate, "years": years }))
        });
        input.boxed()
    })
}

pub fn cancellation() -> BoxedStrategy<Value> {
    request("cancellation", |digits, _| {
        let paid = proptest::option::of(proptest::sample::select(vec!["cash", "flex", "credits"]));
        let line =
            (money(digits), date(), proptest::option::of(date()), paid).prop_map(|(fee, starts, cancelled, paid)| {
                present(json!({ "fee": fee, "starts_on": starts, "cancelled_on": cancelled, "paid_with": paid }))
            });
        let input = proptest::collection::vec(line, 1..6).prop_map(|lines| json!({ "lines": lines }));
        input.boxed()
    })
}

/// A version as somebody would write it: of the table, near it, or nowhere.
fn version_text() -> impl Strategy<Value = String> {
    let part = || prop_oneof![3 => (0..13_u32).prop_map(|n| n.to_string()), 1 => Just("x".to_owned()), 1 => (0..100_u32).prop_map(|n| format!("{n:02}"))];
    let first = prop_oneof![6 => 4..12_u32, 1 => Just(2003_u32)];
    let plain = (first, proptest::collection::vec(part(), 0..4)).prop_map(|(first, parts)| {
        // After an x nothing else can stand.
        let known: Vec<String> = parts.iter().take_while(|part| *part != "x").cloned().collect();
        let rest = if known.len() < parts.len() { vec!["x".to_owned()] } else { Vec::new() };
        [vec![first.to_string()], known, rest].concat().join(".")
    });
    let listed = ["7.31", "9.40", "8.2", "6.5.4", "2003.06.15", "8.0.2", "7.xx", "5.3", "6.0", "9.20.FC1", "8.1 FP9"];
    let listed = proptest::sample::select(listed.to_vec()).prop_map(str::to_owned);
    let before = proptest::sample::select(vec!["", "v", "V", "Version ", " ", "ver. ", "版本 "]);
    (before, prop_oneof![plain, listed]).prop_map(|(before, version)| format!("{before}{version}"))
}

pub fn version() -> BoxedStrategy<Value> {
    let products = [
        "websphere_application_server",
        "websphere_mq",
        "websphere_mq_express",
        "rational_clearcase",
        "lotus_notes",
        "lotus_domino",
        "websphere_portal",
        "informix_dynamic_server",
        "db2_udb",
        "tivoli_storage_manager",
        "other",
    ];
    let days = ["2003-03-31", "2003-04-01", "2009-04-30", "2009-05-01", "2009-09-30", "2009-10-01"];
    let day = prop_oneof![date(), proptest::sample::select(days.to_vec()).prop_map(str::to_owned)];
    let drawn = (day, proptest::sample::select(products.to_vec()), version_text());
    let request = drawn.prop_map(|(as_of, product, version)| {
        json!({ "calculator": "version", "as_of": as_of, "input": { "product": product, "version": version } })
    });
    request.boxed()
}

pub fn programme() -> BoxedStrategy<Value> {
    let size = proptest::sample::select(vec!["smaller", "larger", "unsure"]);
    let sites = prop_oneof![Just(1_u32), Just(2_u32), count()];
    let request = (date(), sites, size).prop_map(|(as_of, sites, size)| {
        json!({ "calculator": "programme", "as_of": as_of, "input": { "sites": sites, "size": size } })
    });
    request.boxed()
}

fn local_time() -> impl Strategy<Value = String> {
    let edges = [(0, 0), (8, 59), (9, 0), (15, 30), (15, 31), (17, 29), (17, 30), (23, 59)];
    let time = prop_oneof![(0..24_u32, 0..60_u32), proptest::sample::select(edges.to_vec())];
    (date(), time).prop_map(|(date, (hour, minute))| format!("{date}T{hour:02}:{minute:02}"))
}

pub fn support() -> BoxedStrategy<Value> {
    let one_of = |keys: &[&'static str]| proptest::sample::select(keys.to_vec());
    let product = one_of(&["lotus", "rational", "informix", "tivoli", "websphere", "db2", "other"]);
    let question = one_of(&[
        "fault_diagnosis",
        "installation_or_usage",
        "code",
        "version_update",
        "project_or_on_site",
        "licence_or_renewal",
        "first_login",
    ]);
    let severity = one_of(&["severity_1", "important_or_urgent", "other"]);
    let cover = prop_oneof![
        Just(("covered", None)),
        Just(("not_covered", None)),
        date().prop_map(|date| ("until_a_date", Some(date))),
    ];
    let hours = proptest::option::of(one_of(&["08:00", "00:00", "17:29", "12:34"]));
    let closing = proptest::option::of(one_of(&["17:30", "23:59", "18:00"]));
    let days =
        proptest::option::of(one_of(&["monday_to_friday", "monday_to_saturday", "sunday_to_thursday", "every_day"]));
    let holiday = date().prop_map(|date| json!({ "holiday": date }));
    let holidays = proptest::option::of(proptest::collection::vec(holiday, 0..5));
    let flags = (any::<bool>(), proptest::option::of(any::<bool>()), proptest::option::of(1..4_u32));
    let asked = (date(), product, cover, question, severity, local_time());
    let drawn = (asked, (hours, closing, days, holidays), flags).prop_map(
        |((as_of, product, (coverage, until), question, severity, time), (opens, closes, days, holidays), flags)| {
            let input = present(json!({ "product": product, "coverage": coverage, "covered_until": until,
                "agreement_in_force": flags.0, "question": question, "severity": severity,
                "stops_transactions": flags.1, "local_time": time, "opens_at": opens, "closes_at": closes,
                "working_days": days, "holidays": holidays, "primary_contacts": flags.2 }));
            json!({ "calculator": "support", "as_of": as_of, "input": input })
        },
    );
    drawn.boxed()
}

pub fn response() -> BoxedStrategy<Value> {
    let one_of = |keys: &[&'static str]| proptest::sample::select(keys.to_vec());
    let product = one_of(&[
        "azure_component",
        "azure_storsimple",
        "azure_communication_services",
        "us_gov_clouds",
        "azure_stack",
        "universal_print",
        "other_product",
    ]);
    let asked = (date(), one_of(&["1", "A", "B", "C"]), product, local_time(), one_of(&["phone", "web", "portal"]));
    let event = one_of(&["no_event", "about_the_event", "about_something_else"]);
    // An event of up to a week that began up to a week before the case was opened, or after it.
    let plans = (any::<bool>(), any::<bool>(), event, -8..2_i64, 0..7_i64, any::<bool>());
    let closing = proptest::option::of(one_of(&["17:30", "23:59", "12:34"]));
    let days =
        proptest::option::of(one_of(&["monday_to_friday", "monday_to_saturday", "sunday_to_thursday", "every_day"]));
    let holidays = proptest::option::of(proptest::collection::vec(0..5_i64, 0..4));
    let hours = (proptest::option::of(one_of(&["08:00", "00:00"])), closing, days, holidays);
    let drawn = (asked, plans, hours).prop_map(
        |((as_of, severity, product, time, channel), (uer, rapid, event, from, length, says), hours)| {
            let (opens, closes, working_days, holidays) = hours;
            let later = |days: i64| {
                let opened = clausewise::dates::Date::parse(&time[..10]);
                let day =
                    |day: clausewise::dates::Date| if days < 0 { day.minus_days(-days) } else { day.plus_days(days) };
                let day = opened.and_then(day).map(|day| day.to_string());
                day.map(|day| day.clamp("1990-01-01".to_owned(), "2100-12-31".to_owned()))
            };
            let is_about = event == "about_the_event";
            let free: Option<Vec<Value>> = holidays
                .map(|holidays: Vec<i64>| holidays.into_iter().map(|days| json!({ "holiday": later(days) })).collect());
            let input = present(json!({ "severity": severity, "product": product, "local_time": time,
                "channel": channel, "unified_enhanced_response": uer, "rapid_response": rapid, "event": event,
                "event_from": if is_about { later(from) } else { None },
                "event_until": if is_about { later(from + length) } else { None },
                "aem_in_description": is_about.then_some(says), "opens_at": opens, "closes_at": closes,
                "working_days": working_days, "holidays": free }));
            json!({ "calculator": "response", "as_of": as_of, "input": input })
        },
    );
    drawn.boxed()
}

pub fn notices() -> BoxedStrategy<Value> {
    request("notices", |_, _| {
        let label = proptest::option::of(proptest::sample::select(vec!["Db2", "採購單 1", "=1+1"]));
        let line = (label, date(), proptest::option::of(date())).prop_map(|(label, bought, until)| {
            present(json!({ "label": label, "bought_on": bought, "covered_until": until }))
        });
        let programme = (any::<bool>(), date(), proptest::option::of(date())).prop_map(|drawn| match drawn {
            (true, ..) => ("PAE", None, None),
            (false, anniversary, quote) => ("PA", Some(anniversary), quote),
        });
        let days = proptest::option::of(count());
        let input = (programme, days, proptest::collection::vec(line, 1..8)).prop_map(
            |((programme, anniversary, quote), days, lines)| {
                present(json!({ "programme": programme, "anniversary": anniversary, "quote_received_on": quote, "remind_days_ahead": days, "lines": lines }))
            },
        );
        input.boxed()
    })
}

pub fn compare() -> BoxedStrategy<Value> {
    request("compare", |digits, _| {
        let years = (1..11_u32).prop_flat_map(|years| (Just(years), 1..=years));
        let prices = (count(), money(digits), money(digits), date());
        let family = proptest::sample::select(vec![None, Some("websphere"), Some("tivoli"), Some("other")]);
        (prices, years, percent(), percent(), percent(), percent(), family)
            .prop_map(|((quantity, price, new, until), (years, back), support, licence, rate, tax, family)| {
                present(json!({ "family": family, "quantity": quantity, "annual_price": price, "new_licence_price": new, "covered_until": until,
                    "years": years, "return_year": back, "support_growth_percent": support,
                    "licence_growth_percent": licence, "rate_percent": rate, "tax_percent": tax }))
            })
            .boxed()
    })
}

pub fn multi_country() -> BoxedStrategy<Value> {
    let services = [
        "problem_resolution_support",
        "webcasts",
        "success_management_services",
        "workshops",
        "proactive_credits",
        "support_technology_advisor",
        "designated_engineering",
        "root_cause_analysis",
        "reactive_support_management_addon",
        "unified_enhanced_response",
        "enhanced_designated_engineering",
        "reactive_enhanced_designated_engineering",
        "rapid_response",
    ];
    let service = proptest::sample::select(services.to_vec());
    let line = (service, proptest::option::of(0..8_usize), proptest::option::of(any::<bool>()));
    let names = Just(vec!["Taiwan", "Japan", "Singapore", "Vietnam", "台灣", "Hong Kong", "Île", "x"]).prop_shuffle();
    let drawn = (date(), names, 1..4_usize, 0..4_usize, proptest::collection::vec(line, 1..8));
    let request = drawn.prop_map(|(as_of, names, downstream, elsewhere, lines)| {
        let located = |names: &[&str]| names.iter().map(|name| json!({ "location": name })).collect::<Vec<_>>();
        let known = 1 + downstream + elsewhere;
        let line = |(service, at, on_site): (&str, Option<usize>, Option<bool>)| {
            present(json!({ "service": service, "bought_for": at.map(|at| names[at % known]), "on_site": on_site }))
        };
        let lines: Vec<Value> = lines.into_iter().map(line).collect();
        json!({ "calculator": "multi_country", "as_of": as_of, "input": { "host": names[0],
            "downstream": located(&names[1..=downstream]), "elsewhere": located(&names[1 + downstream..known]), "lines": lines } })
    });
    request.boxed()
}

/// Credits, a value of them or a rate: a decimal above zero, often near a half or a whole one.
fn rate() -> impl Strategy<Value = String> {
    let ends = ["", ".5", ".0", ".49999999", ".50000001", ".00000001", ".99999999", ".2", ".125"];
    let near = (1..2_000_u32, proptest::sample::select(ends.to_vec())).prop_map(|(whole, end)| format!("{whole}{end}"));
    let edges = proptest::sample::select(vec!["0.00000001", "0.5", "0.4", "31.12345", "1000000"]);
    prop_oneof![6 => near, 1 => edges.prop_map(str::to_owned)]
}

/// What a credit is worth: a rate like any other, or millions of a small currency.
fn worth() -> impl Strategy<Value = String> {
    let most = proptest::sample::select(vec!["4500000", "1000000.00000001", "999999999.99999999", "1000000000"]);
    prop_oneof![6 => rate(), 1 => most.prop_map(str::to_owned)]
}

fn conversion() -> BoxedStrategy<Value> {
    let service = proptest::option::of(proptest::sample::select(vec!["Workshop", "訓練課程", "=1+1"]));
    let defined = proptest::option::of(proptest::sample::select(vec!["workshops", "designated_engineering"]));
    let line = (service, defined, rate()).prop_map(|(service, defined, value)| {
        present(json!({ "defined_service": defined, "service": service, "value": value }))
    });
    let input = (rate(), proptest::collection::vec(line, 1..8))
        .prop_map(|(balance, lines)| json!({ "purpose": "convert", "balance": balance, "lines": lines }));
    input.boxed()
}

fn exchange() -> BoxedStrategy<Value> {
    let one_of = |keys: &[&'static str]| proptest::sample::select(keys.to_vec());
    let country = || one_of(&["TW", "JP", "US", "CN"]);
    // There is one host, so it is never on both sides.
    let location = prop_oneof![
        3 => one_of(&["host", "downstream", "not_listed"]).prop_map(|from| (from, "downstream")),
        1 => one_of(&["downstream", "not_listed"]).prop_map(|from| (from, "host")),
        1 => Just(("host", "not_listed")),
    ];
    let currencies = prop_oneof![
        Just(("USD", "USD", None)),
        one_of(&["31.5", "0.03125", "0.00000001", "1000"]).prop_map(|rate| ("USD", "TWD", Some(rate))),
    ];
    let excepted = proptest::collection::vec(country().prop_map(|country| json!({ "country": country })), 0..3);
    let credits = prop_oneof![1 => (rate(), rate()), 2 => rate().prop_map(|out| ("1000000".to_owned(), out))];
    let input =
        (credits, location, (country(), country()), currencies, (worth(), worth()), proptest::option::of(excepted))
            .prop_map(
                |(
                    (balance, out),
                    (from, to),
                    countries,
                    (from_currency, to_currency, exchange_rate),
                    rates,
                    exceptions,
                )| {
                    present(
                        json!({ "purpose": "exchange", "balance": balance, "credits_out": out, "from_location": from,
                "from_country": countries.0, "from_currency": from_currency, "from_rate": rates.0, "to_location": to,
                "to_country": countries.1, "to_currency": to_currency, "to_rate": rates.1,
                "exchange_rate": exchange_rate, "exceptions": exceptions }),
                    )
                },
            );
    input.boxed()
}

pub fn credits() -> BoxedStrategy<Value> {
    (date(), prop_oneof![conversion(), exchange()])
        .prop_map(|(as_of, input)| json!({ "calculator": "credits", "as_of": as_of, "input": input }))
        .boxed()
}

pub fn swap() -> BoxedStrategy<Value> {
    request("swap", |digits, _| {
        let one_of = |keys: &[&'static str]| proptest::sample::select(keys.to_vec());
        let wanted = one_of(&["workshops", "proactive_credits", "custom_proactive_services", "webcasts"]);
        let answers = (proptest::option::of(any::<bool>()), proptest::option::of(any::<bool>()));
        let values = prop_oneof![4 => (money(digits), money(digits)), 1 => money(digits).prop_map(|value| (value.clone(), value))];
        let line = (one_of(&["cash", "flex", "credits"]), values, wanted, answers).prop_map(
            |(paid, (given, value), wanted, (available, agreed))| {
                present(json!({ "paid_with": paid, "given_value": given, "service": wanted, "wanted_value": value,
                    "available": available, "agreed": agreed }))
            },
        );
        let input = proptest::collection::vec(line, 1..6).prop_map(|lines| json!({ "lines": lines }));
        input.boxed()
    })
}

pub fn addon() -> BoxedStrategy<Value> {
    let one_of = |keys: &[&'static str]| proptest::sample::select(keys.to_vec());
    let services = [
        "proof_of_concept",
        "on_demand_assessment",
        "it_service_management",
        "webcasts",
        "workshops",
        "proactive_credits",
        "designated_engineering",
        "problem_resolution_support",
        "root_cause_analysis",
        "success_management_services",
        "enhanced_designated_engineering",
        "unified_enhanced_response",
        "rapid_response",
        "azure_event_management",
        "developer_support",
        "github_engineering_direct",
        "azure_engineering_direct",
        "cybersecurity_incident_response",
    ];
    let base = (one_of(&["in_force", "with_this_order", "none"]), proptest::option::of(date()))
        .prop_map(|(base, until)| (base, until.filter(|_| base != "none")));
    let azure = one_of(&["public", "public_and_government_or_sovereign", "government", "sovereign", "none"]);
    let wishes = (
        proptest::option::of(one_of(&["only", "host", "downstream"])),
        proptest::option::of(one_of(&["english", "chinese", "japanese", "other"])),
        proptest::option::of(one_of(&["not_wanted", "wanted", "agreed", "agreed_and_prepaid"])),
    );
    let counts = proptest::option::of((count(), count()).prop_map(|(one, other)| (one.min(other), one.max(other))));
    let times = proptest::option::of((local_time(), local_time()));
    let spend = proptest::option::of(one_of(&["0.01", "59999999.99", "60000000", "60000000.01", "999999999999.99"]));
    let own = (counts, times, spend, proptest::option::of(any::<bool>()), proptest::option::of(date()));
    let drawn = (date(), one_of(&services), base, (azure, any::<bool>()), wishes, own).prop_map(
        |(
            as_of,
            service,
            (base, until),
            (azure, rapid),
            (location, language, visit),
            (counts, times, spend, elects, start),
        )| {
            let mut input = json!({ "service": service, "base_contract": base, "base_until": until, "azure": azure,
                "holds_rapid_response": rapid, "location": location, "language": language, "on_site": visit });
            // Some fields are only for some services.
            let mut put = |name: &str, value: Value| input[name] = value;
            match (service, counts) {
                ("workshops", Some((one, other))) => {
                    put("enrolled", json!(other));
                    put("minimum_enrolment", json!(one));
                }
                ("enhanced_designated_engineering", Some((used, bought))) => {
                    put("hours_bought", json!(bought));
                    put("hours_used", json!(used));
                }
                ("developer_support", Some((one, other))) => {
                    put("quantity", json!(other));
                    put("quantity_limit", json!(one));
                }
                ("root_cause_analysis", _) => {
                    put("requested_at", json!(times.as_ref().map(|(one, _)| one)));
                    put("closed_at", json!(times.as_ref().map(|(_, other)| other)));
                }
                ("azure_engineering_direct", _) => {
                    put("product_spend_usd", json!(spend));
                    put("elects_minimum_price", json!(elects));
                }
                ("unified_enhanced_response", _) => put("starts_on", json!(start)),
                _ => {}
            }
            json!({ "calculator": "addon", "as_of": as_of, "input": present(input) })
        },
    );
    drawn.boxed()
}

/// So many days after a day.
fn later(date: &str, days: u64) -> String {
    let day = clausewise::dates::Date::parse(date).and_then(|date| date.plus_days(i64::try_from(days).ok()?));
    day.map(|day| day.to_string()).unwrap_or_default()
}

/// A day that leaves room for a term after it.
fn first_day() -> impl Strategy<Value = String> {
    let near = (2024..2029_i32, 1..13_u32, 1..29_u32).prop_map(|(y, m, d)| format!("{y:04}-{m:02}-{d:02}"));
    prop_oneof![6 => near, 1 => Just("2028-02-29".to_owned()), 1 => Just("1990-01-01".to_owned())]
}

pub fn calendar() -> BoxedStrategy<Value> {
    let term = (first_day(), prop_oneof![4 => 0..1200_u64, 1 => 58..62_u64, 1 => Just(364_u64)]);
    let cause = (any::<bool>(), date(), proptest::option::of(date()), proptest::option::of(date())).prop_map(
        |(has_label, requested, mitigated, closed)| {
            let label = has_label.then_some("案件 1");
            present(
                json!({ "label": label, "requested_on": requested, "mitigated_on": mitigated, "closed_on": closed }),
            )
        },
    );
    let plan = date().prop_map(|date| json!({ "plan_requested_on": date }));
    let holiday = date().prop_map(|date| json!({ "holiday": date }));
    let lists = (
        proptest::option::of(proptest::collection::vec(cause, 0..4)),
        proptest::option::of(proptest::collection::vec(plan, 0..5)),
        proptest::option::of(proptest::collection::vec(holiday, 0..5)),
    );
    let bought = (any::<bool>(), 0..3_u32, 0..3_u32, proptest::option::of(1..10_u32));
    let drawn = (date(), term, bought, 0..1200_u64, lists).prop_map(
        |(as_of, (starts_on, length), (flex, response, direct, scenarios), added, (causes, plans, holidays))| {
            let ends_on = later(&starts_on, length);
            let response = ["not_bought", "from_the_start", "from_a_date"][response as usize];
            let from = (response == "from_a_date").then(|| later(&starts_on, added.min(length)));
            let direct = ["not_bought", "standard", "extended"][direct as usize];
            let mut input = json!({ "starts_on": starts_on, "ends_on": ends_on, "flex_bought": flex,
                "enhanced_response": response, "enhanced_response_from": from, "engineering_direct": direct });
            if direct != "not_bought" {
                input["root_causes"] = json!(causes);
                input["improvement_plans"] = json!(plans);
                input["holidays"] = json!(holidays);
            }
            if direct == "extended" {
                input["monitoring_scenarios"] = json!(scenarios);
            }
            json!({ "calculator": "calendar", "as_of": as_of, "input": present(input) })
        },
    );
    drawn.boxed()
}

pub fn event() -> BoxedStrategy<Value> {
    let one_of = |keys: &[&'static str]| proptest::sample::select(keys.to_vec());
    let kind = one_of(&["high_load", "new_feature", "new_solution", "migration", "other"]);
    let cloud = one_of(&["public", "public", "public_and_government_or_sovereign", "government_or_sovereign"]);
    let notice = proptest::option::of(one_of(&["not_asked", "agreed", "declined"]));
    let settled = (proptest::option::of(date()), proptest::option::of(date()), notice);
    let days = (first_day(), prop_oneof![4 => 0..12_u64, 1 => 0..400_u64]);
    let drawn = ((date(), kind, cloud), count(), days, settled, proptest::option::of(any::<bool>())).prop_map(
        |((as_of, kind, cloud), solutions, (starts_on, length), (arranged, confirmed, notice), restricted)| {
            let ends_on = later(&starts_on, length);
            let input = present(json!({ "event_kind": kind, "cloud": cloud, "solutions": solutions,
                "starts_on": starts_on, "ends_on": ends_on, "arranged_on": arranged, "confirmed_on": confirmed,
                "shorter_notice": notice, "restricted_staff": restricted }));
            json!({ "calculator": "event", "as_of": as_of, "input": input })
        },
    );
    drawn.boxed()
}

pub fn dispute() -> BoxedStrategy<Value> {
    request("dispute", |digits, code| {
        let has_limit = ["AE", "EH", "UA", "XK", "EE", "SN", "MA", "ZA", "PS", "CV", "RS", "LT"];
        let others = ["TW", "SE", "DM", "DO", "BR", "SK", "US", "CN", "PH", "ID", "VN", "FR", "AD", "CL", "MO", "HU"];
        let country =
            prop_oneof![proptest::sample::select([&has_limit[..], &others[..]].concat()), Just("IN"), Just("PL"),];
        let nature = proptest::sample::select(vec!["receivable", "interim_relief", "ip_validity", "other"]);
        let seller = proptest::option::of(proptest::sample::select(vec!["ibm", "partner"]));
        let claimant = proptest::option::of(proptest::sample::select(vec!["party", "third_party"]));
        let rate = proptest::sample::select(vec!["32.5", "0.00000001", "1000000", "1.23456789"]);
        let dates = (date(), date(), proptest::option::of(date()));
        (country, nature, dates, money(digits), rate, (seller, claimant))
            .prop_map(move |(country, nature, (arose, due, second), amount, rate, (seller, claimant))| {
                let limited = has_limit.contains(&country);
                let is_limited = limited && nature == "receivable";
                let counts_from_due = country == "PL" && nature == "receivable";
                let has_period = !["BR", "BG", "HR", "RU", "RS", "SI"].contains(&country);
                present(json!({ "country": country, "nature": nature,
                    "arose_on": (has_period && !counts_from_due).then_some(arose),
                    "due_on": counts_from_due.then_some(due), "brought_by": claimant,
                    "amount_owed": is_limited.then(|| amount.clone()),
                    "usd_rate": (is_limited && code != "USD").then_some(rate),
                    "amount_in_dispute": (country == "IN").then_some(amount),
                    "inr_rate": (country == "IN").then_some(rate),
                    "second_arbitrator_on": second.filter(|_| limited), "acquired_from": seller }))
            })
            .boxed()
    })
}

/// A country: often one of those whose terms are their own.
fn country() -> impl Strategy<Value = &'static str> {
    let own = [
        "HK", "ID", "KR", "MO", "MY", "PH", "SG", "VN", "TH", "FR", "RU", "UA", "IT", "MX", "BR", "CA", "US", "IN",
        "LT", "BE", "DE", "LU", "MT", "PT", "ES", "IE", "GB", "NL", "AU", "SK", "PE", "TW",
    ];
    let others = ["JP", "SE", "DM", "DO", "LC", "BQ", "VG", "PS", "XK", "AQ"];
    prop_oneof![3 => proptest::sample::select(own.to_vec()), 1 => proptest::sample::select(others.to_vec())]
}

const EURO_FLOOR: [&str; 8] = ["BE", "FR", "DE", "IT", "LU", "MT", "PT", "ES"];

pub fn liability() -> BoxedStrategy<Value> {
    request("liability", |digits, code| {
        let damages =
            vec!["direct", "data", "moral", "profits", "reputation", "other_consequential", "waived_benefits"];
        let grounds = vec![
            "ordinary",
            "intent",
            "guarantee",
            "mandatory_law",
            "consumer_guarantee",
            "consumer_title_guarantee",
            "not_from_ibm",
            "business_partner",
        ];
        let kinds = (
            proptest::option::of(proptest::sample::select(damages)),
            proptest::option::of(proptest::sample::select(grounds)),
            proptest::option::of(money(digits)),
        );
        let paid = prop_oneof![
            Just(("free", None, None)),
            money(digits).prop_map(|once| ("once", Some(once), None)),
            (money(digits), count(), any::<bool>()).prop_map(|(charge, spells, is_yearly)| {
                (if is_yearly { "yearly" } else { "recurring" }, None, Some((charge, spells)))
            }),
            (money(digits), money(digits), count(), any::<bool>()).prop_map(|(once, charge, spells, is_yearly)| {
                (if is_yearly { "once_and_yearly" } else { "both" }, Some(once), Some((charge, spells)))
            }),
        ];
        let rate = || proptest::sample::select(vec!["32.5", "0.00000001", "1000000", "0.92345678"]);
        (country(), paid, rate(), rate(), kinds)
            .prop_map(move |(country, (payment, once, recurring), usd, eur, (damage, ground, claimed))| {
                let usd_rate = (code != "USD").then_some(usd);
                let eur_rate = (EURO_FLOOR.contains(&country) && code != "EUR").then_some(eur);
                let (charge, spells) = recurring.unzip();
                let (yearly, monthly) = if payment.ends_with("yearly") { (charge, None) } else { (None, charge) };
                let years = spells.filter(|_| yearly.is_some());
                let months = spells.filter(|_| monthly.is_some());
                present(json!({ "country": country, "payment": payment, "paid_once": once, "monthly_charge": monthly,
                    "months_paid": months, "yearly_charge": yearly, "years_paid": years, "usd_rate": usd_rate, "eur_rate": eur_rate, "damage": damage, "ground": ground,
                    "claimed": claimed }))
            })
            .boxed()
    })
}

pub fn use_check() -> BoxedStrategy<Value> {
    request("use_check", |_, _| {
        let permission = || {
            let keys = vec!["nothing", "unsure", "mandatory_law", "transaction_document", "ibm"];
            proptest::option::of(proptest::sample::select(keys))
        };
        let counted = (any::<bool>(), 0..12_u32, 0..12_u32).prop_map(|(is_planned, entitled, copies)| {
            let intended = if is_planned { "planned_use" } else { "current_use" };
            json!({ "intended_use": intended, "entitled": entitled, "copies": copies })
        });
        let abroad = (country(), permission()).prop_map(|(used_in, permitted_by)| {
            present(json!({ "intended_use": "use_abroad", "used_in": used_in, "permitted_by": permitted_by }))
        });
        let barred = vec![
            "affiliate_or_other_person",
            "rent_or_lease",
            "host_for_others",
            "reverse_engineer",
            "sublicense",
            "transfer",
        ];
        let barred = (proptest::sample::select(barred), permission())
            .prop_map(|(intended, by)| present(json!({ "intended_use": intended, "permitted_by": by })));
        let fixed = vec![
            "unpaid_use",
            "install_update",
            "export",
            "high_risk",
            "persons_informed",
            "supporting_alone",
            "after_termination",
            "guidance_as_advice",
        ];
        let fixed = proptest::sample::select(fixed).prop_map(|intended| json!({ "intended_use": intended }));
        let lines = proptest::collection::vec(prop_oneof![counted, abroad, barred, fixed], 1..8);
        (country(), lines).prop_map(|(country, lines)| json!({ "country": country, "lines": lines })).boxed()
    })
}

pub fn late_charge() -> BoxedStrategy<Value> {
    const CAPPED: [&str; 8] = ["HK", "ID", "KR", "MO", "MY", "PH", "SG", "VN"];
    request("late_charge", |digits, code| {
        let rate = || percent().prop_map(|percent| percent.unwrap_or_else(|| "2.15".to_owned()));
        let day = || proptest::option::of(date());
        let line = (money(digits), date(), day(), day(), proptest::option::of(money(digits)));
        let drawn = (country(), rate(), any::<bool>(), proptest::collection::vec(line, 1..6));
        let input = drawn.prop_map(move |(country, rate, asked, lines)| {
            let lines: Vec<Value> = lines
                .into_iter()
                .map(|(amount, invoiced, received, paid, most)| {
                    let most = most.filter(|_| CAPPED.contains(&country));
                    let received = received.filter(|_| !["FR", "UA"].contains(&country));
                    present(json!({ "amount": amount, "invoiced_on": invoiced, "invoice_received_on": received,
                        "paid_on": paid, "legal_maximum": most }))
                })
                .collect();
            let in_country = |only: &str, value: Value| if country == only { value } else { Value::Null };
            let is_foreign = country == "FR" && code != "EUR";
            present(json!({ "country": country, "ecb_rate_percent": in_country("FR", json!(rate)),
                "nbu_rate_percent": in_country("UA", json!(rate)), "asked_in_writing": in_country("IT", json!(asked)),
                "eur_rate": is_foreign.then_some("32.5"), "lines": lines }))
        });
        input.boxed()
    })
}

pub fn tax() -> BoxedStrategy<Value> {
    request("tax", |digits, _| {
        let flag = || proptest::option::of(any::<bool>());
        let base = proptest::option::of(proptest::sample::select(vec!["before_tax", "with_tax"]));
        let rates = (percent(), percent(), base);
        let drawn = (country(), money(digits), rates, flag(), flag());
        let input = drawn.prop_map(|(country, net, (tax, withheld, base), border, asked)| {
            let where_asked = |countries: &[&str]| asked.filter(|_| countries.contains(&country));
            present(json!({ "country": country, "net": net, "tax_percent": tax, "withholding_percent": withheld,
                "withheld_on": base, "cross_border": border, "benefit_elsewhere": where_asked(&["CA", "US"]),
                "electronic_delivery": where_asked(&["US"]), "exemption_certificate": where_asked(&["IN"]) }))
        });
        input.boxed()
    })
}

pub fn true_up() -> BoxedStrategy<Value> {
    request("true_up", |digits, _| {
        let units = || prop_oneof![Just(0_u32), 1..100_u32, Just(1_000_000_u32)];
        let months = prop_oneof![0..40_u32, Just(1_000_000_u32)];
        let line = (units(), units(), money(digits), proptest::option::of(money(digits)), months);
        let line = line.prop_map(|(entitled, deployed, price, support, months)| {
            present(
                json!({ "entitled": entitled, "deployed": deployed, "current_price": price, "support_price": support,
                "excess_months": months }),
            )
        });
        let asked = (country(), proptest::option::of(date()), proptest::option::of(money(digits)), percent());
        let input =
            (asked, proptest::collection::vec(line, 1..6)).prop_map(|((country, notified, other, tax), lines)| {
                present(
                    json!({ "country": country, "notified_on": notified, "other_charges": other, "tax_percent": tax,
                "lines": lines }),
                )
            });
        input.boxed()
    })
}

pub fn licence_return() -> BoxedStrategy<Value> {
    let acceptance = prop_oneof![3 => Just("accepted"), 1 => Just("not_accepted"), 1 => Just("without_authority")];
    let days = (date(), date(), proptest::option::of(date()));
    let drawn = (country(), acceptance, days, any::<bool>(), any::<bool>());
    let request = drawn.prop_map(|(country, acceptance, (as_of, acquired, returned), downloaded, proof)| {
        let if_accepted = |day: Option<String>| day.filter(|_| acceptance == "accepted");
        let input = present(json!({ "country": country, "acceptance": acceptance,
            "acquired_on": if_accepted(Some(acquired)), "returned_on": if_accepted(returned),
            "downloaded": downloaded, "proof_in_hand": proof }));
        json!({ "calculator": "licence_return", "as_of": as_of, "input": input })
    });
    request.boxed()
}

/// A proper request of any calculator.
pub fn any_request() -> BoxedStrategy<Value> {
    prop_oneof![
        renewal(),
        reinstatement(),
        flex(),
        cancellation(),
        programme(),
        version(),
        support(),
        response(),
        notices(),
        compare(),
        addon(),
        multi_country(),
        credits(),
        swap(),
        calendar(),
        event(),
        dispute(),
        liability(),
        use_check(),
        late_charge(),
        tax(),
        true_up(),
        licence_return()
    ]
    .boxed()
}

/// Something that may stand anywhere: wrong in shape, type or value, or by chance right.
pub fn anything() -> BoxedStrategy<Value> {
    let texts = [
        "",
        "5",
        "5.00",
        "1e3",
        "-1",
        "2026-02-30",
        "2026-11-21",
        "PA",
        "USD",
        "renewal",
        "\u{202E}",
        "a\u{0}b",
        "99999999999999999999999999999999",
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        proptest::sample::select(texts.to_vec()).prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    let deeper = leaf.prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            proptest::collection::hash_map("[a-z_]{1,12}", inner, 0..4).prop_map(|members| json!(members)),
        ]
    });
    deeper.boxed()
}

/// A proper request with something else put in the place of one of its values.
pub fn spoilt_request() -> BoxedStrategy<Value> {
    let spoilt =
        (any_request(), anything(), any::<proptest::sample::Index>()).prop_map(|(mut request, other, index)| {
            let mut places = Vec::new();
            all_places(&request, String::new(), &mut places);
            if let Some(place) = request.pointer_mut(&places[index.index(places.len())]) {
                *place = other;
            }
            request
        });
    spoilt.boxed()
}

fn all_places(value: &Value, path: String, places: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            members.iter().for_each(|(name, value)| all_places(value, format!("{path}/{name}"), places))
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, value)| all_places(value, format!("{path}/{index}"), places))
        }
        _ => {}
    }
    places.push(path);
}
