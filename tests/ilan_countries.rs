//! The licence's terms by country against the table of its countries, transcribed row by row: every
//! column of the 176 rows, from what the pack says of the country.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::indexing_slicing, clippy::panic, reason = "a test that goes wrong shall stop")]

use serde_json::{Value, json};
use std::collections::BTreeSet;

/// The laws, as the table calls them.
const LAWS: &[(&str, &str)] = &[
    ("new_york", "New York"),
    ("ontario_and_canada", "Ontario + federal Canada"),
    ("argentina", "Argentina"),
    ("chile", "Chile"),
    ("colombia", "Colombia"),
    ("ecuador", "Ecuador"),
    ("venezuela", "Venezuela"),
    ("peru", "Peru"),
    ("uruguay", "Uruguay"),
    ("australian_state", "State/Territory where transaction performed"),
    ("hong_kong", "Hong Kong SAR"),
    ("korea", "Korea"),
    ("taiwan", "Taiwan"),
    ("india", "India"),
    ("austria", "Austria"),
    ("finland", "Finland"),
    ("france", "France"),
    ("england", "England"),
    ("switzerland", "Switzerland"),
    ("south_africa", "South Africa"),
];

/// The seats of arbitration and the courts, as the table calls them.
const FORUMS: &[(&str, &str)] = &[
    ("austrian_chamber_vienna", "Int. Arbitral Centre of the Austrian Federal Economic Chamber, Vienna"),
    ("fai_helsinki", "FAI, Helsinki"),
    ("lcia_london", "LCIA, London"),
    ("icc_paris", "ICC, Paris"),
    ("afsa_johannesburg", "AFSA, Johannesburg"),
    ("siac_singapore", "SIAC, Singapore"),
    ("india_1996_act", "Arbitration and Conciliation Act 1996, Bangalore"),
    ("bani_jakarta", "BANI, Jakarta"),
    ("cietac_beijing", "CIETAC, Beijing (either party may refer)"),
    ("vietnam_centre", "Vietnam Int. Arbitration Centre, Vietnam (no city)"),
    ("buenos_aires_commercial_courts", "Ordinary Commercial Courts, Buenos Aires"),
    ("santiago_courts", "ordinary courts, Santiago (if parties cannot resolve)"),
    ("colombian_judges", "judges of Colombia (no city)"),
    ("quito_civil_judges", "civil judges of Quito, verbal summary proceeding"),
    ("caracas_courts", "Caracas metropolitan area"),
    ("lima_courts", "Lima judicial district (if not resolved directly)"),
    ("montevideo_courts", "Montevideo (if not resolved directly)"),
    ("sao_paulo_courts", "São Paulo city, SP (exclusive, irrevocable)"),
    ("mexico_city_courts", "Mexico City (exclusive)"),
    ("seoul_central_district_court", "Seoul Central District Court"),
    ("paris_commercial_court", "Paris Commercial Court (exclusive)"),
    ("vienna_inner_city_court", "Vienna (Inner City) (exclusive)"),
    ("nicosia_court", "Nicosia (exclusive)"),
    ("stuttgart_court", "Stuttgart (exclusive)"),
    ("athens_court", "Athens (exclusive)"),
    ("tel_aviv_court", "Tel Aviv (exclusive)"),
    ("milan_court", "Milan (exclusive)"),
    ("lisbon_court", "Lisbon (exclusive)"),
    ("madrid_court", "Madrid (exclusive)"),
    ("zurich_commercial_court", "Commercial Court of the Canton of Zürich (exclusive)"),
    ("istanbul_courts", "Istanbul Central Courts and Execution Directorates (執行理事會) (exclusive)"),
];

/// What stands in the table's last column, and what the pack says for it.
const OTHERS: &[(&str, &[&str])] = &[
    ("e-delivery ⇒ no tangible property", &["tax_terms: no_tangible_property"]),
    ("notify tax location", &["tax_terms: notify_of_location"]),
    ("§7.g last 2 sentences deleted", &["dispute_notes: claims_against_parent_open"]),
    ("English-language clause", &["dispute_notes: agreement_in_english"]),
    ("§3.b s1–2 replaced: licensee pays taxes", &["tax_terms: replaces_on_top"]),
    ("EFT or at IBM premises", &["late_payment: pay_by_transfer_or_in_person"]),
    ("address change 10 days notice", &["dispute_notes: address_change_ahead"]),
    (
        "cap/exclusions not for dolo / culpa inexcusable",
        &["uncapped_by_country: lifted_for_intent_and_gross_negligence"],
    ),
    ("sole-remedy clause", &["dispute_notes: sole_remedy", "liability_notes: sole_remedy"]),
    ("export-law insertion", &["dispute_notes: japanese_export_law", "use_notes: japanese_export_law"]),
    (
        "WHT iv/v replaced",
        &["tax_terms: cooperate_on_relief", "tax_terms: keep_documents_current", "tax_terms: replaces_cooperation"],
    ),
    ("Civil Code 1266 waived", &["dispute_notes: termination_without_court"]),
    ("English prevails", &["dispute_notes: english_version_prevails"]),
    ("nominal, exemplary, moral damages added", &["damages_by_country: moral_damages_too"]),
    ("TDS return (v)", &["tax_terms: file_tds_return", "tax_terms: rejected_certificate"]),
    (
        "consumer-law remedies (repair/replace/cost)",
        &[
            "consumer_remedies: cap_on_any_legal_basis",
            "dispute_notes: consumer_law_preserved",
            "liability_notes: consumer_law_preserved",
        ],
    ),
    ("cap wording adds tort, negligence, statute", &["consumer_remedies: cap_on_any_legal_basis"]),
    (
        "Consumer Guarantees Act 1993",
        &["dispute_notes: consumer_law_preserved", "liability_notes: consumer_law_preserved"],
    ),
    ("registered-mail late-fee notice", &["late_payment: registered_mail_notice"]),
    (
        "force-majeure sentence replaced (negation lost)",
        &["dispute_notes: force_majeure_replaced", "dispute_notes: negation_missing"],
    ),
    ("excluded-damages sentence replaced", &["damages_by_country: list_of_damages_replaced"]),
    ("excluded: indirect damages incl. loss of profit only", &["damages_by_country: list_of_damages_replaced"]),
    ("Civil Code 1222/1223 excluded", &["dispute_notes: french_code_excluded"]),
    (
        "the financial terms are part of the agreement's overall balance (85)",
        &["dispute_notes: financial_terms_considered"],
    ),
    ("EFT", &["late_payment: pay_by_transfer"]),
    ("waived benefits excluded", &["damages_by_country: waived_benefits_too"]),
    ("force-majeure list", &["dispute_notes: force_majeure_listed"]),
    ("no-refund and limitation “unless law otherwise”", &["refund_by_country: or_by_law"]),
    ("uncapped: personal injury/death", &["uncapped_by_country: german_kinds_uncapped"]),
    ("assumed guarantee", &["uncapped_by_country: german_kinds_uncapped"]),
    ("intent/gross negligence", &["uncapped_by_country: german_kinds_uncapped"]),
    ("direct damages = actual and proven", &["liability_notes: actual_and_proven_damages"]),
    ("privacy address", &["dispute_notes: privacy_requests_to_madrid"]),
    ("「經濟」 deleted from exclusions", &["damages_by_country: all_consequential_damages"]),
    ("foreseeable-damage acknowledgement = cap", &["liability_notes: foreseeable_damages_agreed"]),
    ("Civil Code waivers", &["dispute_notes: dutch_rights_waived"]),
    (
        "“unusual clauses” §2, §4, §5, “§8 j” (sic)",
        &["dispute_notes: romanian_unusual_terms", "dispute_notes: section_eight_read_as_seven"],
    ),
    ("Civil Code 1799/1800/1801 excluded", &["dispute_notes: czech_code_excluded"]),
    ("1765 risk accepted", &["dispute_notes: czech_code_excluded"]),
    ("acknowledgements", &["dispute_notes: czech_terms_acknowledged"]),
    ("acknowledgement clause", &["dispute_notes: hungarian_terms_acknowledged"]),
    (
        "the name may mean Dominica (DM) or the Dominican Republic (DO): both answer with these terms, verdict refer",
        &["country_readings: name_may_mean_two_countries", "country_readings: refer"],
    ),
    ("printed as St. Louis, read as Saint Lucia (C-O10)", &["country_readings: saint_lucia_under_another_name"]),
    (
        "one territory printed under two names, one in the law list, one in the arbitration list",
        &["country_readings: one_territory_under_two_names"],
    ),
    ("read as one (C.3.5)", &["country_readings: one_territory_under_two_names"]),
    (
        "territory = Macau SAR (law = HK)",
        &["own_territory: only_this_country", "dispute_notes: macau_under_hong_kong_law"],
    ),
];

/// What the pack says besides, and the table leaves to its other columns and to the rules: late charges,
/// how arbitration goes on and ends, and how misprints are read.
const NOT_IN_THE_LAST_COLUMN: &[&str] = &[
    "country_readings: listed_in_parts",
    "damages_by_country: replaces",
    "damages_by_country: splits",
    "dispute_notes: award_is_final",
    "dispute_notes: institution_printed_otherwise",
    "dispute_notes: law_and_arbitration_apart",
    "dispute_notes: paragraph_lettered_otherwise",
    "dispute_notes: spelled_two_ways",
    "dispute_notes: vacancy_keeps_the_stage",
    "dispute_notes: years_word_printed_otherwise",
    "late_payment: charge_is_optional",
    "late_payment: commercial_code_excluded",
    "late_payment: may_mean_percentage_points",
    "late_payment: more_costs_may_be_claimed",
    "uncapped_by_country: lifts_exclusions",
    "uncapped_by_country: replaces",
];

/// The terms whose rows the last column sums up.
const SUMMED_UP: &[&str] = &[
    "consumer_remedies",
    "country_readings",
    "damages_by_country",
    "dispute_notes",
    "late_payment",
    "liability_notes",
    "own_territory",
    "refund_by_country",
    "tax_terms",
    "uncapped_by_country",
    "use_notes",
];

struct Pack(Value);

impl Pack {
    fn value(&self, term: &str) -> &Value {
        let value = &self.0["values"][term]["dated"][0]["value"];
        assert!(!value.is_null(), "the pack has no {term}");
        value
    }

    fn rows<'a>(&'a self, term: &str, country: &'a Value) -> impl Iterator<Item = &'a Value> {
        let rows = self.value(term).as_array().into_iter().flatten();
        rows.filter(|row| row["countries"].as_array().is_some_and(|codes| codes.contains(country)))
    }

    /// The row of a country where it may have only one; null where it has none.
    fn row(&self, term: &str, country: &Value) -> Value {
        let rows: Vec<&Value> = self.rows(term, country).collect();
        assert!(rows.len() <= 1, "{term} has several rows for {country}");
        rows.first().map_or(Value::Null, |row| (*row).clone())
    }

    /// A row of the table, made from the pack.
    fn printed(&self, country: &Value) -> Value {
        let forum = self.row("dispute_forum", country);
        let late = self.row("late_payment", country);
        let is_arbitration = forum["kind"] == "arbitration";
        // What is not stated of an arbitration, and what there is none of at a court.
        let or = |stated: Option<String>, unstated: &str| match (stated, is_arbitration) {
            (Some(stated), true) => stated,
            (None, true) => unstated.to_owned(),
            _ => "—".to_owned(),
        };
        let days = if late["days"].is_null() { self.value("payment_days").clone() } else { late["days"].clone() };
        json!({
            "pay": format!("INV+{days}"),
            "late": late_charge(&late),
            "cap": self.cap(country),
            "law": self.law(country),
            "venue": venue(&forum),
            "arbitrators": or(arbitrators(&forum), "not stated"),
            "carveout": or(forum["receivables_usd"].as_u64().map(|usd| format!("USD {}", grouped(usd))), "none"),
            "lang": or(language(&forum), "not stated"),
            "lim": self.limitation(country),
        })
    }

    fn law(&self, country: &Value) -> String {
        let row = self.row("governing_law", country);
        let Some(law) = row["law"].as_str() else { return "country of licence transaction (base)".to_owned() };
        let is_odd = self.rows("dispute_notes", country).any(|row| row["note"] == "macau_under_hong_kong_law");
        format!("{}{}", called(LAWS, law), if is_odd { " (sic)" } else { "" })
    }

    fn cap(&self, country: &Value) -> String {
        let floor = self.row("cap_floor", country);
        let share = self.row("paid_percent", country);
        match (floor["eur"].as_u64(), share["percent"].as_u64()) {
            (None, None) => "BASE".to_owned(),
            (Some(eur), None) => format!("EUR{}K", eur / 1000),
            (None, Some(percent)) => format!("{percent}%"),
            both => panic!("{country} has {both:?}"),
        }
    }

    fn limitation(&self, country: &Value) -> String {
        let row = self.row("limitation_by_country", country);
        if row["deleted"] == true {
            return "clause deleted".to_owned();
        }
        let years = row["years"].as_u64().or(self.value("usual_limitation_years").as_u64());
        let years = years.map_or_else(String::new, |years| format!("{years} y"));
        match (row["unless_law_otherwise"] == true, row["years_for_payment"].as_u64()) {
            (false, None) => years,
            (true, None) => format!("{years} unless law otherwise"),
            (false, Some(payment)) => format!("{years}; non-payment {payment} y from due"),
            (true, Some(_)) => panic!("{country} has two conditions"),
        }
    }

    /// What the last column sums up, as the pack has it.
    fn others(&self, country: &Value) -> BTreeSet<String> {
        let rows = SUMMED_UP.iter().flat_map(|term| {
            self.rows(term, country)
                .flat_map(move |row| facts(row).into_iter().map(move |fact| format!("{term}: {fact}")))
        });
        rows.filter(|fact| !NOT_IN_THE_LAST_COLUMN.contains(&fact.as_str())).collect()
    }
}

/// What a row says in words: its note, reason or reading, what it warns of, and what it says yes to.
fn facts(row: &Value) -> Vec<String> {
    let mut facts = Vec::new();
    for (name, value) in row.as_object().into_iter().flatten() {
        match value {
            Value::Bool(true) => facts.push(name.clone()),
            Value::String(said) if ["note", "reason", "reading", "refund", "warning"].contains(&name.as_str()) => {
                facts.push(said.clone());
            }
            Value::Array(warnings) if name.starts_with("warnings") => {
                facts.extend(warnings.iter().filter_map(|warning| warning.as_str().map(str::to_owned)));
            }
            _ => {}
        }
    }
    facts
}

fn called<'a>(names: &[(&str, &'a str)], key: &str) -> &'a str {
    names.iter().find(|(known, _)| *known == key).map_or_else(|| panic!("{key} has no name"), |(_, name)| name)
}

fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let groups: Vec<&[u8]> = digits.as_bytes().rchunks(3).rev().collect();
    groups.iter().map(|group| String::from_utf8_lossy(group)).collect::<Vec<_>>().join(",")
}

fn venue(forum: &Value) -> String {
    let Some(key) = forum["forum"].as_str() else { return "—".to_owned() };
    let name = called(FORUMS, key);
    // What stands in brackets is a column of the pack.
    for (column, mark) in [("exclusive", "(exclusive"), ("settle_first", "resolve"), ("either_party", "either party")] {
        assert_eq!(forum[column] == true, name.contains(mark), "{key}: {column}");
    }
    format!("{}: {name}", if forum["kind"] == "arbitration" { "Arb" } else { "Court" })
}

fn arbitrators(forum: &Value) -> Option<String> {
    let usual = forum["arbitrators"].as_u64()?;
    let one_up_to = forum["one_arbitrator_inr"].as_u64();
    Some(one_up_to.map_or(usual.to_string(), |inr| format!("1 if ≤ INR {}; else {usual}", grouped(inr))))
}

fn language(forum: &Value) -> Option<String> {
    let language = forum["language"].as_str()?;
    Some(called(&[("english", "EN"), ("french", "FR")], language).to_owned())
}

fn late_charge(row: &Value) -> String {
    let text = |name: &str| row[name].as_str();
    let days = &row["spell_days"];
    match (text("bank"), text("percent"), text("rate_for")) {
        // 0.10 % is ten basis points.
        (Some("ecb"), None, Some("year")) if row["fixed_in"] == "EUR" => {
            let points = text("margin_percent").and_then(|percent| percent.strip_prefix("0.")).unwrap_or_default();
            format!("ECB latest + {points} bp (literal), + EUR {}", text("fixed_sum").unwrap_or_default())
        }
        (Some("nbu"), None, Some("year")) => format!("{} × NBU discount rate, daily pro rata", row["times"]),
        (None, Some(percent), Some("period_begun")) if row["at_most"] == "legal_maximum" => {
            format!("min({percent}% × ⌈d/{days}⌉, legal max)")
        }
        (None, Some(percent), Some("month")) => format!("{percent}%/month by days late"),
        (None, Some(percent), Some("year")) => format!("{percent}% p.a., daily"),
        (None, None, None) if row["only_if"] == "asked_in_writing" => {
            "unstated rate; only if IBM asks in writing".to_owned()
        }
        (None, None, None) => "unstated rate (IBM may charge)".to_owned(),
        other => panic!("no charge is like {other:?}"),
    }
}

fn pack() -> Pack {
    Pack(serde_json::from_str(include_str!("../src/terms/ibm-ilan.json")).unwrap_or_default())
}

fn table() -> Vec<Value> {
    let table: Vec<Value> = serde_json::from_str(include_str!("transcribed/ilan_countries.json")).unwrap_or_default();
    assert_eq!(table.len(), 176);
    table
}

#[test]
fn every_column_of_every_country_is_what_the_pack_says() {
    let pack = pack();
    let mut wrong = Vec::new();
    for row in table() {
        let made = pack.printed(&row["iso"]);
        for (column, made) in made.as_object().into_iter().flatten() {
            if row[column] != *made {
                wrong.push(format!("{} {}: {column} is {}, made {made}", row["iso"], row["en"], row[column]));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_else_holds_in_a_country_is_what_the_pack_says() {
    let pack = pack();
    let mut wrong = Vec::new();
    for row in table() {
        let printed = row["other"].as_str().unwrap_or_default();
        let mut expected = BTreeSet::new();
        for phrase in printed.split("; ").filter(|phrase| !phrase.is_empty()) {
            match OTHERS.iter().find(|(known, _)| *known == phrase) {
                Some((_, facts)) => expected.extend(facts.iter().map(|fact| (*fact).to_owned())),
                None if phrase.starts_with("territory = ") => {
                    expected.insert("own_territory: only_this_country".to_owned());
                }
                None => wrong.push(format!("{}: nothing stands for “{phrase}”", row["iso"])),
            }
        }
        let found = pack.others(&row["iso"]);
        if found != expected {
            wrong.push(format!("{} {printed:?}: {found:?}", row["iso"]));
        }
        let is_own = pack.row("territory_of_rights", &row["iso"]) != Value::Null;
        assert_eq!(is_own, printed.contains("territory = "), "{}", row["iso"]);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_row_of_the_pack_names_a_country_that_the_table_does_not() {
    let known: BTreeSet<String> = table().iter().map(|row| row["iso"].to_string()).collect();
    assert_eq!(known.len(), 172);
    let pack = pack();
    for (term, value) in pack.0["values"].as_object().into_iter().flatten() {
        if value["kind"] != "by_country" {
            continue;
        }
        for row in pack.value(term).as_array().into_iter().flatten() {
            for code in row["countries"].as_array().into_iter().flatten() {
                // The other country that the one name may mean.
                let may_be_meant = term == "country_readings" && code == "DO";
                assert!(known.contains(&code.to_string()) || may_be_meant, "{term}: {code}");
            }
        }
    }
}
