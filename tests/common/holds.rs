//! What holds of every answer, whatever was asked.

use super::at;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Everything about an answer that must hold and does not.
pub fn broken(answer: &Value, described: &Value, clauses: &BTreeSet<String>) -> Vec<String> {
    let mut broken = Vec::new();
    steps_are_true(answer, clauses, &mut broken);
    computed_values_have_steps(answer, described, &mut broken);
    outputs_are_described(answer, described, &mut broken);
    notes_are_in_order(answer, described, clauses, &mut broken);
    lines_sum_to_totals(answer, &mut broken);
    the_status_is_the_entrys(answer, &mut broken);
    programmes_differ_where_marked(answer, &mut broken);
    support_adds_up(answer, &mut broken);
    notices_gather_every_purchase(answer, &mut broken);
    ways_compared_add_up(answer, &mut broken);
    late_charges_are_for_days_late(answer, &mut broken);
    tax_is_shared_out(answer, &mut broken);
    a_true_up_pays_for_the_excess_alone(answer, &mut broken);
    a_return_is_refunded_in_time_alone(answer, &mut broken);
    broken
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn steps_are_true(answer: &Value, clauses: &BTreeSet<String>, broken: &mut Vec<String>) {
    for step in list(&answer["steps"]) {
        let figure = text(&step["figure"]);
        if at(answer, figure) != &step["result"] {
            broken.push(format!("the step of {figure} has another result than the answer"));
        }
        if !clauses.contains(text(&step["clause"])) {
            broken.push(format!("the step of {figure} cites no clause of the pack"));
        }
        if !["none", "half_up", "up", "down"].contains(&text(&step["rounding"])) {
            broken.push(format!("the step of {figure} rounds by no known way"));
        }
        // A name in the formula that has no value could not be shown with its number.
        for name in names_of(text(&step["formula"])) {
            let is_sum = text(&step["formula"]).contains(&format!("({name})"));
            if step["values"].get(name).is_none() && !is_sum {
                broken.push(format!("the step of {figure} does not say what {name} is"));
            }
        }
    }
}

/// The names in a formula: words that are not followed by an opening bracket.
fn names_of(formula: &str) -> Vec<&str> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let mut names = Vec::new();
    let mut rest = formula;
    while let Some(start) = rest.find(|c: char| c.is_ascii_alphabetic()) {
        let word = &rest[start..];
        let end = word.find(|c: char| !is_name(c)).unwrap_or(word.len());
        if !word[end..].starts_with('(') {
            names.push(&word[..end]);
        }
        rest = &word[end..];
    }
    names
}

fn computed_values_have_steps(answer: &Value, described: &Value, broken: &mut Vec<String>) {
    let steps: BTreeSet<&str> = list(&answer["steps"]).iter().map(|step| text(&step["figure"])).collect();
    let mut need = |path: String| {
        if !steps.contains(path.as_str()) {
            broken.push(format!("{path} has no step"));
        }
    };
    for group in ["figures", "dates"] {
        for (name, value) in answer[group].as_object().into_iter().flatten() {
            match value.as_array() {
                None => need(format!("{group}.{name}")),
                Some(rows) => {
                    for (index, row) in rows.iter().enumerate() {
                        let parts = row.as_object().into_iter().flat_map(|row| row.keys());
                        parts.for_each(|part| need(format!("{group}.{name}.{index}.{part}")));
                    }
                }
            }
        }
    }
    let outputs = list(&described["answer"]["line"]);
    for (index, line) in list(&answer["lines"]).iter().enumerate() {
        for (name, _) in line.as_object().into_iter().flatten() {
            let kind =
                outputs.iter().find(|output| output["name"] == name.as_str()).map(|output| text(&output["kind"]));
            let is_echo = matches!(name.as_str(), "allowance" | "bought_on")
                || matches!(kind, Some("text" | "choice" | "flag" | "list" | "country"));
            if !is_echo {
                need(format!("lines.{index}.{name}"));
            }
        }
    }
}

fn outputs_are_described(answer: &Value, described: &Value, broken: &mut Vec<String>) {
    let mut check = |place: &str, found: &Value, outputs: &Value| {
        let names: Vec<&String> = found.as_object().into_iter().flat_map(|found| found.keys()).collect();
        for name in &names {
            if !list(outputs).iter().any(|output| output["name"] == name.as_str()) {
                broken.push(format!("{place}.{name} is not described"));
            }
        }
        // Portfolios write the values in the order in which they are described.
        let order: Vec<&str> = list(outputs).iter().map(|output| text(&output["name"])).collect();
        let places: Vec<_> = names.iter().map(|name| order.iter().position(|known| known == name)).collect();
        if !places.is_sorted() {
            broken.push(format!("{place} is not in the order described"));
        }
    };
    check("figures", &answer["figures"], &described["answer"]["figures"]);
    check("dates", &answer["dates"], &described["answer"]["dates"]);
    for line in list(&answer["lines"]) {
        check("lines", line, &described["answer"]["line"]);
    }
    // Where nobody asks to be allowed anything there is none, unless the text leaves it to the vendor.
    let verdicts = list(&described["answer"]["verdicts"]);
    let is_asked = verdicts.iter().any(|verdict| verdict == "eligible");
    let is_described = verdicts.contains(&answer["verdict"]) || (!is_asked && answer["verdict"].is_null());
    if !is_described {
        broken.push(format!("the verdict {} is not described", answer["verdict"]));
    }
}

fn notes_are_in_order(answer: &Value, described: &Value, clauses: &BTreeSet<String>, broken: &mut Vec<String>) {
    for kind in ["reasons", "assumptions", "warnings"] {
        let notes = list(&answer[kind]);
        let order: Vec<_> = notes.iter().map(|note| (note["line"].as_u64(), text(&note["code"]))).collect();
        if !order.windows(2).all(|pair| pair[0] < pair[1]) {
            broken.push(format!("the {kind} are out of order, or one comes twice"));
        }
        for note in notes {
            if !list(&described["codes"][kind]).contains(&note["code"]) {
                broken.push(format!("{} is not among the {kind} described", note["code"]));
            }
            if !clauses.contains(text(&note["clause"])) {
                broken.push(format!("{} cites no clause of the pack", note["code"]));
            }
        }
    }
}

/// A version has the status of the entry that it fits, and none where it fits none or several.
fn the_status_is_the_entrys(answer: &Value, broken: &mut Vec<String>) {
    if answer["calculator"] != "version" {
        return;
    }
    let status = &answer["figures"]["status"];
    let fitting: Vec<&Value> = list(&answer["lines"]).iter().filter(|line| line["fits"] == true).collect();
    if *status == "not_stated" {
        if !answer["dates"].as_object().is_some_and(|dates| dates.is_empty()) {
            broken.push("a version whose status is not stated has dates".to_owned());
        }
    } else if fitting.len() != 1 || fitting[0]["status"] != *status {
        broken.push(format!("the status {status} is not that of the one entry that fits"));
    } else if fitting[0].get("served_until") != answer["dates"].get("served_until") {
        broken.push("the last day served is not that of the entry that fits".to_owned());
    }
    if !list(&answer["warnings"]).iter().any(|warning| warning["code"] == "table_of_its_time") {
        broken.push("the answer does not say how old its table is".to_owned());
    }
}

fn programmes_differ_where_marked(answer: &Value, broken: &mut Vec<String>) {
    if answer["calculator"] == "programme" {
        for line in list(&answer["lines"]) {
            if line["differs"] != (line["pa"] != line["pae"]) {
                broken.push(format!("{} is marked wrongly", line["aspect"]));
            }
        }
    }
}

/// What one has is what there is with cover or without; whoever is answered by people waits for no
/// opening, and nobody is answered sooner than asked. Local times compare as they read.
fn support_adds_up(answer: &Value, broken: &mut Vec<String>) {
    if answer["calculator"] != "support" {
        return;
    }
    let (figures, dates) = (&answer["figures"], &answer["dates"]);
    let lines = list(&answer["lines"]);
    if lines.len() != 7 {
        broken.push("there are seven features".to_owned());
    }
    for line in lines {
        let (yours, without) = (&line["yours"], &line["without_cover"]);
        let is_had = figures["covered"] == true && yours == &line["with_cover"];
        let is_lost = figures["entitled_to_updates"] == false && yours == without;
        if !(is_had || is_lost) {
            broken.push(format!("{} is neither had nor lost", line["feature"]));
        }
    }
    if figures["entitled_to_updates"] == true && figures["covered"] == false {
        broken.push("updates without cover".to_owned());
    }
    if dates.get("next_opening").is_some() != (figures["channel"] == "self_service") {
        broken.push("an opening is waited for where somebody answers, or the other way round".to_owned());
    }
    for step in list(&answer["steps"]) {
        let asked_at = text(&step["values"]["local_time"]);
        let is_later = asked_at.len() == text(&step["result"]).len() && text(&step["result"]) > asked_at;
        if text(&step["figure"]).starts_with("dates.") && !is_later {
            broken.push(format!("{} is no later than {asked_at}", step["figure"]));
        }
    }
}

/// Amounts are summed here in whole smallest units, by other means than the core's.
fn lines_sum_to_totals(answer: &Value, broken: &mut Vec<String>) {
    let units = |value: &Value| text(value).replace('.', "").parse::<i128>().ok();
    let sum = |name: &str| list(&answer["lines"]).iter().filter_map(|line| units(&line[name])).sum::<i128>();
    let totals: &[(&str, &str)] = match text(&answer["calculator"]) {
        "renewal" => &[("net", "amount")],
        "cancellation" => &[("charge", "charge"), ("refund", "refund")],
        "reinstatement" => &[("reinstatement", "reinstatement"), ("new_licence", "new_licence"), ("saving", "saving")],
        "compare" => &[("renewal", "renewal"), ("reinstatement", "reinstatement"), ("new_licence", "new_licence")],
        "flex" => &[
            ("allowance", "allowance"),
            ("allocated", "allocated"),
            ("unallocated", "unallocated"),
            ("at_risk", "at_risk"),
            ("forfeited", "forfeited"),
            ("over_cap", "over_cap"),
            ("over_allowance", "over_allowance"),
        ],
        _ => &[],
    };
    for (total, part) in totals {
        if units(&answer["figures"][total]) != Some(sum(part)) {
            broken.push(format!("figures.{total} is not the sum of the lines' {part}"));
        }
    }
    let figures = &answer["figures"];
    let adds_up = |parts: [&str; 2], whole: &str| match (units(&figures[parts[0]]), units(&figures[parts[1]])) {
        (Some(a), Some(b)) => units(&figures[whole]) == Some(a + b),
        _ => true,
    };
    for (parts, whole) in
        [(["charge", "refund"], "fee"), (["net", "tax"], "gross"), (["reinstatement", "saving"], "new_licence")]
    {
        if !adds_up(parts, whole) {
            broken.push(format!("{parts:?} do not add up to {whole}"));
        }
    }
}

/// Every purchase is in the one notice of its month, the months rise, and nothing is updated that no
/// quote was given for.
fn notices_gather_every_purchase(answer: &Value, broken: &mut Vec<String>) {
    if answer["calculator"] != "notices" {
        return;
    }
    let mut months: BTreeMap<&str, u64> = BTreeMap::new();
    for line in list(&answer["lines"]) {
        *months.entry(text(&line["bought_on"]).get(..7).unwrap_or_default()).or_default() += 1;
        if text(&line["remind_on"]) > text(&line["covered_until"]).max(text(&line["bought_on"])) {
            broken.push("a reminder comes after the end".to_owned());
        }
    }
    let rows = list(&answer["figures"]["notices_by_month"]).iter();
    let found: Vec<_> = rows.map(|row| (text(&row["notice_month"]), row["purchases"].as_u64())).collect();
    let expected: Vec<_> = months.into_iter().map(|(month, purchases)| (month, Some(purchases))).collect();
    if found != expected || answer["figures"]["notices"].as_u64() != u64::try_from(expected.len()).ok() {
        broken.push(format!("the notices {found:?} do not gather the purchases, which are {expected:?}"));
    }
    let sent = list(&answer["lines"]).iter().any(|line| line["refreshed_quote"] != "open");
    let not_given = list(&answer["reasons"]).iter().any(|reason| reason["code"] == "quote_date_not_given");
    if sent && not_given {
        broken.push("an updated quote is decided without the day of the first".to_owned());
    }
}

/// Each way compared: what is paid so far runs on from year to year, the cheapest is the least, and what turns does
/// so in the year named.
fn ways_compared_add_up(answer: &Value, broken: &mut Vec<String>) {
    if answer["calculator"] != "compare" {
        return;
    }
    let units = |value: &Value| text(value).replace('.', "").parse::<i128>().unwrap_or_default();
    let (lines, figures) = (list(&answer["lines"]), &answer["figures"]);
    let mut so_far = [0; 3];
    let mut turns = (None, None);
    for (index, line) in lines.iter().enumerate() {
        for (sum, way) in so_far.iter_mut().zip(["renewal", "reinstatement", "new_licence"]) {
            *sum += units(&line[way]);
            if *sum != units(&line[format!("{way}_so_far")]) {
                broken.push(format!("lines.{index}.{way}_so_far does not run on"));
            }
        }
        let [renewal, reinstatement, new_licence] = so_far;
        let cheapest = if renewal <= reinstatement { "renewal" } else { "reinstatement" };
        if line["cheapest_so_far"] != cheapest || new_licence < reinstatement {
            broken.push(format!("lines.{index}.cheapest_so_far is not the least"));
        }
        if units(&line["reinstatement_fee"]) <= renewal {
            turns.0.get_or_insert(index + 1);
        }
        if index > 0 && lines[index - 1]["cheapest_so_far"] != cheapest {
            turns.1.get_or_insert(index + 1);
        }
        // A year follows on the one before it.
        if index > 0 && text(&lines[index - 1]["year_until"]) >= text(&line["year_from"]) {
            broken.push(format!("lines.{index} begins before the year before it ends"));
        }
    }
    for (name, year) in [("break_even_year", turns.0), ("changes_in_year", turns.1)] {
        if figures.get(name).and_then(Value::as_u64) != year.map(|year| year as u64) {
            broken.push(format!("figures.{name} is another year"));
        }
    }
    if units(&figures["difference"]) != so_far[1] - so_far[0] {
        broken.push("figures.difference is not the difference".to_owned());
    }
    for way in ["renewal", "reinstatement", "new_licence"] {
        let (tax, gross) = (&figures[format!("{way}_tax")], &figures[format!("{way}_gross")]);
        if tax.is_string() && units(&figures[way]) + units(tax) != units(gross) {
            broken.push(format!("figures.{way}_gross is not the sum of {way} and its tax"));
        }
    }
}

/// Nobody is charged for being on time, no charge is made up where no rate is stated, and the sums are those of the
/// invoices.
fn late_charges_are_for_days_late(answer: &Value, broken: &mut Vec<String>) {
    if answer["calculator"] != "late_charge" {
        return;
    }
    let units = |value: &Value| text(value).replace('.', "").parse::<i128>().ok();
    let (lines, figures) = (list(&answer["lines"]), &answer["figures"]);
    for (index, line) in lines.iter().enumerate() {
        let is_late = line["days_late"].as_i64() > Some(0);
        if is_late == (line["outcome"] == "on_time") {
            broken.push(format!("lines.{index} is late or on time, not both"));
        }
        if (line["outcome"] == "charged") != line.get("late_percent").is_some() {
            broken.push(format!("lines.{index} is charged by no rate, or has one for nothing"));
        }
        match (text(&line["outcome"]), units(&line["charge"])) {
            ("rate_not_stated", None) | ("charged", Some(0..)) | ("on_time" | "not_asked_in_writing", Some(0)) => {}
            (outcome, charge) => broken.push(format!("lines.{index}: {outcome} with a charge of {charge:?}")),
        }
        if let (Some(interest), Some(sum)) = (units(&line["interest"]), units(&line["fixed_sum"]))
            && units(&line["charge"]) != Some(interest + sum)
        {
            broken.push(format!("lines.{index}.charge is not its parts together"));
        }
    }
    for name in ["interest", "fixed_sum", "other_charge", "charge"] {
        let parts: Vec<i128> = lines.iter().filter_map(|line| units(&line[name])).collect();
        let is_whole = if name == "charge" { parts.len() == lines.len() } else { !parts.is_empty() };
        let expected = is_whole.then(|| parts.iter().sum::<i128>());
        if figures.get(name).and_then(units) != expected {
            broken.push(format!("figures.{name} is not the sum of the invoices'"));
        }
    }
    let late = lines.iter().filter(|line| line["days_late"] != 0).count();
    if figures["invoices_late"].as_u64() != u64::try_from(late).ok() {
        broken.push("figures.invoices_late is another number".to_owned());
    }
    let earliest = lines.iter().map(|line| text(&line["pay_by"])).min();
    if earliest != Some(text(&answer["dates"]["pay_by"])) {
        broken.push("dates.pay_by is not the earliest".to_owned());
    }
}

/// What IBM gets and what is withheld are the charge with its tax.
fn tax_is_shared_out(answer: &Value, broken: &mut Vec<String>) {
    if answer["calculator"] != "tax" {
        return;
    }
    let units = |name: &str| text(&answer["figures"][name]).replace('.', "").parse::<i128>().unwrap_or_default();
    if units("to_ibm") + units("withheld") != units("gross") {
        broken.push("figures.to_ibm and figures.withheld do not add up to figures.gross".to_owned());
    }
    if units("to_ibm") < 0 || units("tax") > units("gross") {
        broken.push("IBM pays, or tax is more than all of it".to_owned());
    }
    let codes: Vec<&str> = list(&answer["warnings"]).iter().map(|warning| text(&warning["code"])).collect();
    let cooperates = ["cooperate_on_exemption", "cooperate_on_relief"].map(|code| codes.contains(&code));
    if cooperates[0] == cooperates[1] {
        broken.push("cooperation is asked for twice, or not at all".to_owned());
    }
}

/// Nothing is paid for what is not in excess, never more than so many months are charged, and the sums are those of the
/// programs.
fn a_true_up_pays_for_the_excess_alone(answer: &Value, broken: &mut Vec<String>) {
    if answer["calculator"] != "true_up" {
        return;
    }
    let units = |value: &Value| text(value).replace('.', "").parse::<i128>().unwrap_or_default();
    let (lines, figures) = (list(&answer["lines"]), &answer["figures"]);
    let mut sums = [0; 3];
    for (index, line) in lines.iter().enumerate() {
        let [licences, support, due] = ["licences", "support", "due"].map(|name| units(&line[name]));
        let is_within = line["excess"] == 0;
        if (due == 0) != is_within || (line["standing"] == "within") != is_within || licences + support != due {
            broken.push(format!("lines.{index} pays for what is not in excess, or not for what is"));
        }
        if line["charged_months"].as_u64() > Some(24) {
            broken.push(format!("lines.{index} is charged more than two years of support"));
        }
        sums[0] += line["excess"].as_i64().map_or(0, i128::from);
        sums[1] += licences;
        sums[2] += support;
    }
    let [excess, licences, support] = sums;
    let of_whole = ["licences", "support", "other_charges", "total"].map(|name| units(&figures[name]));
    let is_sum = of_whole[0] == licences && of_whole[1] == support && of_whole[..3].iter().sum::<i128>() == of_whole[3];
    if !is_sum || figures["excess"].as_i64().map(i128::from) != Some(excess) {
        broken.push("the totals are not the sums of the programs'".to_owned());
    }
    if figures["gross"].is_string() && units(&figures["gross"]) != of_whole[3] + units(&figures["tax"]) {
        broken.push("figures.gross is not the total with its tax".to_owned());
    }
    if answer["verdict"] != "refer" && (answer["verdict"] == "eligible") != (excess == 0) {
        broken.push("the verdict is not that of the excess".to_owned());
    }
}

/// The careful day is the one before the last, whoever is refunded knows by whom, and copies are destroyed only where
/// the terms were never accepted.
fn a_return_is_refunded_in_time_alone(answer: &Value, broken: &mut Vec<String>) {
    if answer["calculator"] != "licence_return" {
        return;
    }
    let (figures, dates) = (&answer["figures"], &answer["dates"]);
    let has = |kind: &str, code: &str| list(&answer[kind]).iter().any(|note| note["code"] == code);
    let is_refunded = ["ibm_or_partner", "whom_it_came_from", "supplier"].contains(&text(&figures["refund_from"]));
    let is_barred = has("reasons", "proof_missing") || has("reasons", "returned_too_late");
    if is_refunded == is_barred || (answer["verdict"] == "eligible" && !is_refunded) {
        broken.push("a refund is barred and given, or neither".to_owned());
    }
    let accepted = !has("reasons", "terms_not_accepted");
    if accepted != dates["return_by"].is_string() || (accepted && figures["destroy_copies"] == true) {
        broken.push("days are counted, or copies destroyed, where they should not be".to_owned());
    }
    if accepted && text(&dates["careful_return_by"]) >= text(&dates["return_by"]) {
        broken.push("the careful day is no day earlier".to_owned());
    }
    if has("reasons", "law_may_provide") != (figures["refund_from"] == "as_law_provides") {
        broken.push("the law decides, or does not".to_owned());
    }
}
