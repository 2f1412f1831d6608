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
    the_quickest_plan_answers(answer, &mut broken);
    notices_gather_every_purchase(answer, &mut broken);
    ways_compared_add_up(answer, &mut broken);
    the_catalogue_is_whole(answer, &mut broken);
    locations_use_what_is_bought(answer, &mut broken);
    credits_are_where_they_should_be(answer, &mut broken);
    swaps_settle_one_way(answer, &mut broken);
    the_years_fill_the_term(answer, &mut broken);
    events_are_covered_to_the_day(answer, &mut broken);
    disputes_are_consistent(answer, &mut broken);
    the_cap_is_the_highest_limb(answer, &mut broken);
    uses_are_counted(answer, &mut broken);
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

/// Who may use a service goes by where it is bought, and by what the work order names.
fn locations_use_what_is_bought(answer: &Value, broken: &mut Vec<String>) {
    if answer["calculator"] != "multi_country" {
        return;
    }
    let lines = list(&answer["lines"]);
    let mut wrong = |is_wrong: bool, line: &Value, what: &str| {
        if is_wrong {
            broken.push(format!("{}: {what}", line["service"]));
        }
    };
    for line in lines {
        let uses = list(&line["use"]);
        let may = |verdict: &str| uses.iter().filter(|one| one["verdict"] == verdict).count();
        let of_role = |role: &str| uses.iter().filter(|one| one["role"] == role).count();
        let own = uses.iter().find(|one| one["location"] == line["bought_for"]);
        wrong(of_role("host") != 1 || uses[0]["role"] != "host", line, "has not one host, and that first");
        wrong(of_role("host") + of_role("downstream") != answer["figures"]["locations"], line, "has other locations");
        wrong(
            (line["buy"] == "in_base") != line.get("bought_for").is_none(),
            line,
            "is bought though it is in the base",
        );
        wrong(
            uses.iter().any(|one| one["role"] == "elsewhere" && one["verdict"] == "eligible"),
            line,
            "is open to all",
        );
        wrong((line["verdict"] == "refer") != (may("refer") > 0), line, "leaves it open, or does not");
        if line["verdict"] == "ineligible" {
            wrong(may("ineligible") < uses.len(), line, "is bought in vain, and yet used");
        } else if line["buy"] != "in_base" {
            wrong(own.is_none_or(|own| own["verdict"] != "eligible"), line, "is of no use where it is bought");
            wrong(own.is_none_or(|own| own["role"] == "elsewhere"), line, "is bought for a place that is not named");
            wrong(line["buy"] == "host_only" && own != uses.first(), line, "is bought for another than the host");
            wrong(line["buy"] == "one_location" && may("eligible") != 1, line, "is used at more than one location");
        }
    }
    let counted = |is: &dyn Fn(&Value) -> bool| lines.iter().filter(|line| is(line)).count();
    let bought = counted(&|line| line["buy"] != "in_base" && line["verdict"] != "ineligible");
    let named = counted(&|line| line["rule"] == "MS-UES-48");
    let once = counted(&|line| line["buy"] == "host_only" && line["verdict"] != "ineligible");
    if answer["figures"]["to_buy"] != bought || answer["figures"]["named_at_signing"] != named || once > 1 {
        broken.push("the services to buy are counted wrongly".to_owned());
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

/// Of the plans that apply, none is quicker than the one that answers; a plan has either a deadline or
/// a reason why not; and both sides have something to do. Local times compare as they read.
fn the_quickest_plan_answers(answer: &Value, broken: &mut Vec<String>) {
    if answer["calculator"] != "response" {
        return;
    }
    let (figures, dates) = (&answer["figures"], &answer["dates"]);
    let lines = list(&answer["lines"]);
    let minutes = |line: &Value| line["target_minutes"].as_i64().unwrap_or(i64::MAX);
    let quickest = lines.iter().map(minutes).min().unwrap_or_default();
    let earliest = lines.iter().map(|line| text(&line["respond_by"])).filter(|by| !by.is_empty()).min();
    if figures["target_minutes"] != quickest || dates["respond_by"].as_str() != earliest {
        broken.push("a plan that applies is quicker than the one that answers".to_owned());
    }
    if !lines.iter().any(|line| line["plan"] == figures["plan"] && minutes(line) == quickest) {
        broken.push("the plan that answers has another time of its own".to_owned());
    }
    for line in lines {
        let applies = line["applies"] == true;
        if applies != line.get("respond_by").is_some() || applies == line.get("why_not").is_some() {
            broken.push(format!("{} has a deadline and a reason against it, or neither", line["plan"]));
        }
        if line["held"] == false && line["why_not"] != "not_held" {
            broken.push(format!("{} is not held, and applies or fails otherwise", line["plan"]));
        }
    }
    let sides: BTreeSet<&str> = list(&figures["duties"]).iter().map(|duty| text(&duty["side"])).collect();
    if sides.len() != 2 {
        broken.push("one side has nothing to do".to_owned());
    }
    let on_clock = figures["clock"] == "business_hours";
    if on_clock != dates.get("clock_starts").is_some() || on_clock != figures.get("in_business_hours").is_some() {
        broken.push("business hours are looked at where they do not count, or the other way round".to_owned());
    }
    if text(&dates["attention_by"]) > text(&dates["respond_by"]) {
        broken.push("attention comes after the response".to_owned());
    }
    let counted = list(&figures["counted_days"]);
    let sum: i64 = counted.iter().filter_map(|day| day["counted_minutes"].as_i64()).sum();
    let ends = [counted.first().map(|day| &day["counted_from"]), counted.last().map(|day| &day["counted_until"])];
    if on_clock && (sum != quickest || ends != [Some(&dates["clock_starts"]), Some(&dates["respond_by"])]) {
        broken.push("what is counted day by day is not the time there is".to_owned());
    }
    if on_clock && (text(&dates["clock_starts"]) >= text(&dates["respond_by"])) {
        broken.push("the clock starts after it ends".to_owned());
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
        "swap" => &[("shortfall", "shortfall"), ("surplus", "surplus")],
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

/// Every purchase for which a notice may come is in the one of its month, and no other, the months rise, and
/// nothing is said to be sent that no quote was given for.
fn notices_gather_every_purchase(answer: &Value, broken: &mut Vec<String>) {
    if answer["calculator"] != "notices" {
        return;
    }
    let mut months: BTreeMap<&str, u64> = BTreeMap::new();
    for line in list(&answer["lines"]) {
        let is_over = text(&line["covered_until"]) < text(&answer["as_of"]);
        if line["noticed"] == true && (is_over || line["refreshed_quote"] == "not_sent") {
            broken.push("a notice is counted for a purchase that gets none".to_owned());
        }
        if line["noticed"] == true {
            *months.entry(text(&line["bought_on"]).get(..7).unwrap_or_default()).or_default() += 1;
        }
        if text(&line["remind_on"]) > text(&line["covered_until"]) {
            broken.push("a reminder comes after the end".to_owned());
        }
    }
    let rows = list(&answer["figures"]["notices_by_month"]).iter();
    let found: Vec<_> = rows.map(|row| (text(&row["notice_month"]), row["purchases"].as_u64())).collect();
    let expected: Vec<_> = months.into_iter().map(|(month, purchases)| (month, Some(purchases))).collect();
    if found != expected || answer["figures"]["notices"].as_u64() != u64::try_from(expected.len()).ok() {
        broken.push(format!("the notices {found:?} do not gather the purchases, which are {expected:?}"));
    }
    let sent = list(&answer["lines"]).iter().any(|line| line["refreshed_quote"] == "sent");
    let not_given = list(&answer["reasons"]).iter().any(|reason| reason["code"] == "quote_date_not_given");
    if sent && not_given {
        broken.push("an updated quote is said to be sent without the day of the first".to_owned());
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
    // What is closed is no way to go, whatever it would have cost.
    let is_open = figures["path"] == "renewal";
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
        let cheapest = if is_open && renewal <= reinstatement { "renewal" } else { "reinstatement" };
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

/// A decimal in whole units of its eighth place.
fn eighths(value: &Value) -> Option<i128> {
    let text = value.as_str()?;
    let (whole, places) = text.split_once('.').unwrap_or((text, ""));
    let units = format!("{whole}{places:0<8}").parse::<i128>().ok()?;
    Some(units)
}

/// No credit comes from nowhere and none is lost: each line takes whole credits from what was there, or
/// none and says what it lacks; what another location receives is the next whole number.
fn credits_are_where_they_should_be(answer: &Value, broken: &mut Vec<String>) {
    const ONE: i128 = 100_000_000;
    if answer["calculator"] != "credits" {
        return;
    }
    let figures = &answer["figures"];
    let lines = list(&answer["lines"]);
    let Some(left) = eighths(&figures["balance_after"]) else {
        broken.push("there is no balance afterwards".to_owned());
        return;
    };
    if left < 0 {
        broken.push("the balance is below zero".to_owned());
    }
    let mut balance = None;
    for (index, line) in lines.iter().enumerate() {
        let after = eighths(&line["balance_after"]).unwrap_or_default();
        let (deducted, needed) = (eighths(&line["deducted"]), eighths(&line["needed"]));
        let before = balance.unwrap_or(after + deducted.unwrap_or_default());
        let is_sound = match (deducted, needed) {
            (Some(deducted), None) => line["verdict"] == "eligible" && before - deducted == after,
            (None, Some(needed)) => {
                let missing = eighths(&line["missing"]).unwrap_or_default();
                line["verdict"] == "ineligible" && after == before && missing > 0 && before + missing == needed
            }
            _ => false,
        };
        let rounded = deducted.or(needed).unwrap_or_default();
        let is_next = eighths(&line["worst_case"]).is_none_or(|worst| worst == rounded + ONE);
        if !is_sound || !is_next || rounded % ONE != 0 {
            broken.push(format!("lines.{index} takes something else than whole credits that are there"));
        }
        balance = Some(after);
    }
    if balance.is_some_and(|balance| balance != left) {
        broken.push("the balance afterwards is not that after the last line".to_owned());
    }
    if let (Some(received), Some(exact)) = (eighths(&figures["credits_in"]), eighths(&figures["credits_unrounded"]))
        && (received % ONE != 0 || received < exact || received - exact >= ONE)
    {
        broken.push("what is received is not the next whole number of credits".to_owned());
    }
    let is_refused = lines.iter().any(|line| line["verdict"] == "ineligible");
    if lines.is_empty() {
        if figures.get("credits_in").is_some() == (answer["verdict"] == "ineligible") {
            broken.push("credits are received where that is not allowed, or the other way round".to_owned());
        }
    } else if is_refused != (answer["verdict"] == "ineligible") || is_refused != figures.get("missing").is_some() {
        broken.push("the verdict is another than that of the lines".to_owned());
    }
}

/// A difference goes one way only, and a swap that is not allowed leaves none.
fn swaps_settle_one_way(answer: &Value, broken: &mut Vec<String>) {
    if answer["calculator"] != "swap" {
        return;
    }
    let is_nothing = |value: &Value| text(value).chars().all(|c| matches!(c, '0' | '.'));
    for (index, line) in list(&answer["lines"]).iter().enumerate() {
        let is_refused = line["verdict"] == "ineligible";
        if is_refused != line.get("shortfall").is_none() || is_refused != line.get("surplus").is_none() {
            broken.push(format!(
                "lines.{index} has a difference to settle where there is no swap, or none where there is"
            ));
        }
        if !is_refused && !is_nothing(&line["shortfall"]) && !is_nothing(&line["surplus"]) {
            broken.push(format!("lines.{index} is both too dear and too cheap"));
        }
    }
}

/// Days from one day to another, by another calendar than the core's: the civil days of Howard Hinnant.
fn days_between(from: &str, until: &str) -> i64 {
    let number = |date: &str| {
        let part = |range: std::ops::Range<usize>| date.get(range).and_then(|part| part.parse::<i64>().ok());
        let (year, month, day) =
            (part(0..4).unwrap_or_default(), part(5..7).unwrap_or_default(), part(8..10).unwrap_or_default());
        let year = year - i64::from(month <= 2);
        let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
        let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year
    };
    number(until) - number(from)
}

/// The dates of a work order: each year follows on the one before it and the last one ends with the term, requests
/// come two months before it, and nothing that was closed before it was asked for is in time.
fn the_years_fill_the_term(answer: &Value, broken: &mut Vec<String>) {
    if answer["calculator"] != "calendar" {
        return;
    }
    let dates = &answer["dates"];
    let day = |name: &str| text(&dates[name]).to_owned();
    let ahead = |name: &str| days_between(&day(name), &day("usable_until"));
    if (ahead("safe_request_until"), ahead("borderline_request_on")) != (61, 60) {
        broken.push("the last days for requests are not 61 and 60 days ahead of the end".to_owned());
    }
    let expected = match days_between(&day("borderline_request_on"), text(&answer["as_of"])) {
        ..0 => "eligible",
        0 => "refer",
        _ => "ineligible",
    };
    if answer["verdict"] != expected {
        broken.push(format!("requests are {expected} on that day"));
    }
    for (name, until) in [("flex_years", "flex_until"), ("plan_years", "plans_until")] {
        let rows = list(&answer["figures"][name]);
        for pair in rows.windows(2) {
            if days_between(text(&pair[0][until]), text(&pair[1]["year_from"])) != 1 {
                broken.push(format!("a year of {name} does not follow on the one before it"));
            }
        }
        if rows.last().is_some_and(|last| last[until] != dates["usable_until"]) {
            broken.push(format!("the last of {name} does not end with the term"));
        }
    }
    if dates.get("monitors_ready_by").is_some()
        && days_between(&day("onboarding_until"), &day("monitors_ready_by")) != 30
    {
        broken.push("the monitors are not due 30 days after the onboarding".to_owned());
    }
    for line in list(&answer["lines"]) {
        let (early, late, ahead) = (&line["early_enough"], &line["late_enough"], line["days_before_closing"].as_i64());
        let expected = match ahead {
            Some(..0) => "ineligible",
            Some(7) => "eligible",
            _ => "refer",
        };
        if line["verdict"] != expected || (*early == true && *late == true) != (ahead == Some(7)) {
            broken.push(format!("a request {ahead:?} days before closing is {expected}"));
        }
        // Ten days of work take at least two weekends, or one and the weekdays around it.
        let is_later = |due: &Value| days_between(text(&line["counted_from"]), text(due)) >= 12;
        if line.get("report_due_on").is_some_and(|due| !is_later(due)) {
            broken.push("a report is due before ten business days are over".to_owned());
        }
    }
}

/// Units cover every day of the event for every solution, and none of them is for nothing.
fn events_are_covered_to_the_day(answer: &Value, broken: &mut Vec<String>) {
    if answer["calculator"] != "event" {
        return;
    }
    let figures = &answer["figures"];
    let count = |name: &str| figures[name].as_i64().unwrap_or_default();
    let (days, blocks) = (count("days"), count("units_per_solution"));
    if days < 1 || blocks * 5 < days || (blocks - 1) * 5 >= days || count("units") % blocks != 0 {
        broken.push(format!("{days} days are covered by {blocks} units"));
    }
    let step = list(&answer["steps"]).iter().find(|step| step["figure"] == "dates.settle_by");
    if let Some(step) = step
        && days_between(text(&step["result"]), text(&step["values"]["starts_on"])) != 42
    {
        broken.push("the notice is not of 42 days".to_owned());
    }
    let is_late = figures["arranged_in_time"] == false || figures["confirmed_in_time"] == false;
    let agreed = list(&answer["reasons"]).iter().any(|reason| reason["code"] == "shorter_notice_agreed");
    if answer["verdict"] == "eligible" && is_late && !agreed {
        broken.push("an event settled too late is supported without anybody agreeing".to_owned());
    }
}

/// Seat and language are those of an arbitration, a court is open besides one only where there are exceptions, and it is
/// too late exactly where no days are left. Days compare as they read.
fn disputes_are_consistent(answer: &Value, broken: &mut Vec<String>) {
    if answer["calculator"] != "dispute" {
        return;
    }
    let (figures, dates) = (&answer["figures"], &answer["dates"]);
    let mut expect = |holds: bool, what: &str| {
        if !holds {
            broken.push(what.to_owned());
        }
    };
    let has = |kind: &str, code: &str| list(&answer[kind]).iter().any(|note| note["code"] == code);
    let route = text(&figures["route"]);
    let is_arbitration = route.starts_with("arbitration");
    expect((route == "none_named") == (figures["forum"] == "none_named"), "a way to a forum that is not named");
    for name in ["seat", "language"] {
        expect(
            figures.get(name).is_some() == is_arbitration,
            "an arbitration without seat and language, or the other way round",
        );
    }
    expect(
        !is_arbitration || figures.get("arbitrators").is_some() != has("reasons", "arbitrators_not_stated"),
        "the number of arbitrators is neither stated nor not stated",
    );
    let may_go_to_court = has("warnings", "award_within_the_contract");
    expect(
        route != "arbitration_or_court" || may_go_to_court,
        "a court is open besides arbitration without an exception",
    );
    expect(figures.get("court_limit").is_none() || may_go_to_court, "a limit without an exception");
    expect(dates.get("chair_by").is_none() || may_go_to_court, "a chair where the parties name nobody");
    let file_by = text(&dates["file_by"]);
    let is_late = !file_by.is_empty() && text(&answer["as_of"]) > file_by;
    expect(has("reasons", "claim_is_late") == is_late, "late, or not, by another day than the last");
    expect(figures.get("days_left").is_some() == (!file_by.is_empty() && !is_late), "days left where there are none");
    let has_none = has("reasons", "no_period_in_the_text") || has("reasons", "no_rights_for_third_parties");
    expect(has_none == file_by.is_empty(), "a last day without a period");
    expect(!is_late || answer["verdict"] != "eligible", "late and still in time");
    let limit_by_name =
        ["DM", "DO"].map(|code| list(&answer["steps"]).iter().any(|step| step["values"]["country"] == code));
    expect(
        !limit_by_name.contains(&true) || answer["verdict"] == "refer",
        "a country that may be another is not referred",
    );
}

/// The cap is one of its limbs and none is higher; what is recoverable and what is not make up the claim, and
/// nothing is recoverable of what is excluded. Units compare exactly as they are written.
fn the_cap_is_the_highest_limb(answer: &Value, broken: &mut Vec<String>) {
    if answer["calculator"] != "liability" {
        return;
    }
    let figures = &answer["figures"];
    let units = |name: &str| text(&figures[name]).replace('.', "").parse::<i128>().ok();
    let limbs: Vec<i128> = ["dollar_limb", "euro_limb", "paid_limb"].into_iter().filter_map(units).collect();
    let cap = units("cap");
    if limbs.iter().copied().max() != cap {
        broken.push("the cap is not the highest limb".to_owned());
    }
    let highest = limbs.iter().filter(|limb| Some(**limb) == cap).count();
    if (highest > 1) != (figures["decided_by"] == "equal") {
        broken.push("the limb that decides is not the one that is highest".to_owned());
    }
    if units("paid_limb") < units("paid_counted") {
        broken.push("less counts than was paid".to_owned());
    }
    let recoverable = units("recoverable");
    let is_right = match text(&figures["extent"]) {
        "up_to_the_cap" => recoverable.is_none() || recoverable <= cap,
        "without_a_cap" => units("not_recoverable").unwrap_or_default() == 0,
        "remedies" => recoverable.is_none(),
        _ => recoverable.unwrap_or_default() == 0,
    };
    if !is_right || units("not_recoverable").is_some_and(|rest| rest < 0) {
        broken.push(format!("{} is recoverable of what is {}", figures["recoverable"], figures["extent"]));
    }
    if list(&answer["lines"]).len() != 20 || answer["lines"][0]["excluded"] != false {
        broken.push("there are twenty kinds of damage, and direct damage is excluded nowhere".to_owned());
    }
}

/// Each use is permitted, barred or open; the three add up, and the verdict follows from them.
fn uses_are_counted(answer: &Value, broken: &mut Vec<String>) {
    if answer["calculator"] != "use_check" {
        return;
    }
    let such = |verdict: &str| list(&answer["lines"]).iter().filter(|line| line["verdict"] == verdict).count();
    let figures = &answer["figures"];
    let (barred, open) = (such("ineligible"), such("refer"));
    for (name, count) in [("barred", barred), ("on_conditions", open), ("permitted", such("eligible"))] {
        if figures[name] != count {
            broken.push(format!("{name} is not the number of such uses"));
        }
    }
    let is_ambiguous =
        list(&answer["assumptions"]).iter().any(|assumption| assumption["code"] == "name_may_mean_two_countries");
    let expected = match (is_ambiguous, barred, open) {
        (false, 1.., _) => "ineligible",
        (true, ..) | (_, _, 1..) => "refer",
        _ => "eligible",
    };
    if answer["verdict"] != expected {
        broken.push(format!("the verdict is {} instead of {expected}", answer["verdict"]));
    }
    for line in list(&answer["lines"]) {
        if line["excess"].as_u64().is_some_and(|excess| (excess > 0) != (line["verdict"] == "ineligible")) {
            broken.push("what goes beyond the entitlements is permitted, or the other way round".to_owned());
        }
    }
}

/// All services stand there; what is said of the one in full is what its line says, as far as that goes.
fn the_catalogue_is_whole(answer: &Value, broken: &mut Vec<String>) {
    if answer["calculator"] != "addon" {
        return;
    }
    let lines = list(&answer["lines"]);
    let keys: BTreeSet<&str> = lines.iter().map(|line| text(&line["service"])).collect();
    if keys.len() != 40 || lines.len() != 40 {
        broken.push(format!("{} lines for {} services", lines.len(), keys.len()));
    }
    let figures = &answer["figures"];
    let same = ["status", "payable_with_flex", "in_your_language"];
    if !lines.iter().any(|line| same.iter().all(|name| line[name] == figures[name])) {
        broken.push("no line says what is said of the service in full".to_owned());
    }
    let verdict = match text(&figures["status"]) {
        "barred" => "ineligible",
        "refer" => "refer",
        _ => "eligible",
    };
    if answer["verdict"] != verdict {
        broken.push(format!("the verdict is {}, and the status {}", answer["verdict"], figures["status"]));
    }
    let has_features = ["features", "extended_features"].iter().any(|name| figures.get(*name).is_some());
    if verdict == "ineligible" && has_features {
        broken.push("features are granted of what cannot be had".to_owned());
    }
    let is_for_a_visit = |duty: &Value| ["admit_site_visit", "own_staff_travel"].contains(&text(&duty["duty"]));
    if figures["site_visit"] == "not_offered" && list(&figures["duties"]).iter().any(is_for_a_visit) {
        broken.push("there are duties for a visit that is not offered".to_owned());
    }
    let outcomes = || list(&figures["prerequisites"]).iter().map(|row| text(&row["outcome"]));
    let worst = if outcomes().any(|outcome| outcome == "not_met") {
        "barred"
    } else if outcomes().any(|outcome| outcome == "refer") {
        "refer"
    } else {
        ""
    };
    let status = text(&figures["status"]);
    if (if ["barred", "refer"].contains(&status) { status } else { "" }) != worst {
        broken.push(format!("the status is {status}, and the worst of the prerequisites {worst}"));
    }
    for line in lines {
        // What is in the base is paid with the base; what flex buys can be ordered.
        let (status, payable) = (text(&line["status"]), text(&line["payable_with_flex"]));
        if line["mark"] == "included" && payable == "allowed" {
            broken.push(format!("flex buys {}, which is in the base", line["service"]));
        }
        if !["barred", "refer"].contains(&status) && status != text(&line["mark"]) {
            broken.push(format!("{} is marked {} and said to be {status}", line["service"], line["mark"]));
        }
    }
    if figures.get("closes_at").is_some() != (figures["hours"] == "local_working_hours") {
        broken.push("hours of the clock without working hours, or the other way round".to_owned());
    }
    if figures.get("expenses").is_some_and(|_| figures["delivery"] == "remote_only") {
        broken.push("somebody travels for what is remote only".to_owned());
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
            && units(&line["charge"]).is_none_or(|charge| (charge - interest - sum).abs() > 1)
        {
            // Each part is rounded for itself, the charge once at its end.
            broken.push(format!("lines.{index}.charge is not its parts together"));
        }
        let is_due_late = line["due_on"].is_string() && text(&line["due_on"]) > text(&line["pay_by"]);
        let tells = |note: &Value| note["code"] == "received_after_the_last_day" && note["line"] == index;
        if is_due_late != list(&answer["warnings"]).iter().any(tells) {
            broken
                .push(format!("lines.{index} falls due when it is late already, and nothing says so, or it does not"));
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
/// programs; what hangs on a price that is not there is not there either.
fn a_true_up_pays_for_the_excess_alone(answer: &Value, broken: &mut Vec<String>) {
    if answer["calculator"] != "true_up" {
        return;
    }
    let units = |value: &Value| text(value).replace('.', "").parse::<i128>().unwrap_or_default();
    let (lines, figures) = (list(&answer["lines"]), &answer["figures"]);
    let mut sums = [0; 3];
    for (index, line) in lines.iter().enumerate() {
        let [licences, support, due] = ["licences", "support", "due"].map(|name| units(&line[name]));
        let (is_within, is_open) = (line["excess"] == 0, line["lacks"] == "support_price");
        let is_paid = is_open || (due == 0) == is_within && licences + support == due;
        if !is_paid || (line["standing"] == "within") != is_within {
            broken.push(format!("lines.{index} pays for what is not in excess, or not for what is"));
        }
        if is_open != line["due"].is_null() || is_open != line["support"].is_null() {
            broken.push(format!("lines.{index} has an amount that hangs on a price that is not there, or lacks it"));
        }
        let verdict = if is_within { "eligible" } else { "ineligible" };
        if line["verdict"] != if is_open { "refer" } else { verdict } {
            broken.push(format!("lines.{index} is {}", line["verdict"]));
        }
        let months = line["charged_months"].as_u64();
        if months > Some(24) || is_within && months != Some(0) {
            broken.push(format!("lines.{index} is charged more than two years of support, or support for no excess"));
        }
        sums[0] += line["excess"].as_i64().map_or(0, i128::from);
        sums[1] += licences;
        sums[2] += support;
    }
    let [excess, licences, support] = sums;
    let of_whole = ["licences", "support", "other_charges", "total"].map(|name| units(&figures[name]));
    let is_open = lines.iter().any(|line| line["lacks"] == "support_price");
    let is_left_out = figures["support"].is_null() && figures["total"].is_null() && figures["gross"].is_null();
    let adds_up = of_whole[1] == support && of_whole[..3].iter().sum::<i128>() == of_whole[3];
    let is_sum = of_whole[0] == licences && if is_open { is_left_out } else { adds_up };
    if is_open && answer["verdict"] != "refer" {
        broken.push("an amount is open, and the verdict is not".to_owned());
    }
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
