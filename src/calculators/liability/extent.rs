//! How far IBM answers for a kind of damage, and what the country changes about it.

use super::{Contradiction, Request, Terms, cap::Cap, reason_of, write_reason};
use crate::calculators::Case;
use crate::clause::ClauseId;
use crate::country::Country;
use crate::form::Key;
use crate::money::{OrOverflow, Overflow};
use crate::sheet::{Sheet, Working};
use crate::terms::{ByCountry, CountryRow};

/// Kinds of damage, the one that the cap is for first, the others as the document comes to them.
pub const DAMAGES: &[&str] = &[
    "direct",
    "data",
    "special",
    "nominal",
    "exemplary",
    "moral",
    "incidental",
    "punitive",
    "indirect",
    "economic_consequential",
    "other_consequential",
    "profits",
    "business_opportunity",
    "value",
    "revenue",
    "goodwill",
    "reputation",
    "anticipated_savings",
    "third_party_claims",
    "waived_benefits",
];

/// What the damage comes from.
pub const GROUNDS: &[&str] = &[
    "ordinary",
    "intent",
    "gross_negligence",
    "personal_injury",
    "guarantee",
    "mandatory_law",
    "consumer_guarantee",
    "consumer_title_guarantee",
    "non_ibm_product",
    "not_from_ibm",
    "own_materials",
    "business_partner",
];

/// How far IBM answers.
pub const EXTENTS: &[&str] = &["up_to_the_cap", "without_a_cap", "excluded", "not_at_all", "remedies"];

/// What IBM may do instead of paying damages.
pub const REMEDIES: &[&str] = &["repair", "replacement", "equivalent_supply", "cost_of_replacement", "cost_of_repair"];

fn known(key: &str, keys: &[&'static str]) -> Option<&'static str> {
    keys.iter().find(|known| **known == key).copied()
}

/// Every row speaks of damages, grounds and remedies that are known here, and names its reason.
pub fn contradiction(terms: &Terms) -> Contradiction {
    let are_known = |rows: &ByCountry, column: &str, keys: &'static [&'static str]| {
        rows.is_one_for_each()
            && rows
                .0
                .iter()
                .all(|row| reason_of(row).is_some() && row.keys(column).all(|key| known(key, keys).is_some()))
    };
    let listed =
        |keys: &crate::terms::Keys, of: &'static [&'static str]| keys.0.iter().all(|key| known(key, of).is_some());
    if !listed(terms.excluded_damages.value(), DAMAGES) {
        Some(("values.excluded_damages", "names a damage that there is not"))
    } else if !are_known(terms.damages_by_country.value(), "damages", DAMAGES) {
        Some(("values.damages_by_country", "expected one row a country, with a reason and damages that there are"))
    } else if !listed(terms.uncapped_grounds.value(), GROUNDS) {
        Some(("values.uncapped_grounds", "names a ground that there is not"))
    } else if !are_known(terms.uncapped_by_country.value(), "grounds", GROUNDS) {
        Some(("values.uncapped_by_country", "expected one row a country, with a reason and grounds that there are"))
    } else if !listed(terms.not_answered_for.value(), GROUNDS) {
        Some(("values.not_answered_for", "names a ground that there is not"))
    } else if !listed(terms.partners_answer_alone.value(), GROUNDS) {
        Some(("values.partners_answer_alone", "names a ground that there is not"))
    } else if !are_known(terms.consumer_remedies.value(), "remedies", REMEDIES) {
        Some(("values.consumer_remedies", "expected one row a country, with a reason and remedies that there are"))
    } else {
        None
    }
}

/// Whether a damage is excluded in a country, and the clause that says so.
fn exclusion<'t>(terms: &'t Terms, row: Option<&'t CountryRow>, damage: &str) -> (bool, &'t ClauseId) {
    let base = &terms.excluded_damages;
    match row {
        Some(row) if row.keys("damages").any(|key| key == damage) => (true, &row.clause),
        // A list of the country's own takes the place of the first part's.
        Some(row) if row.is("replaces") => (false, &row.clause),
        _ => (base.value().contains(damage), base.clause()),
    }
}

pub fn write(
    case: &Case,
    terms: &Terms,
    request: &Request,
    country: Country,
    cap: &Cap,
    sheet: &mut Sheet,
) -> Result<(), Overflow> {
    let entered = |key: &Option<Key>, keys: &[&'static str]| {
        let entered = key.as_ref().and_then(|key| known(&key.0, keys));
        entered.or(keys.first().copied()).unwrap_or_default()
    };
    let damage = entered(&request.damage, DAMAGES);
    let ground = entered(&request.ground, GROUNDS);
    sheet.know("damage", damage);
    sheet.know("ground", ground);

    let damages = terms.damages_by_country.value().of(country);
    let lifted = terms.uncapped_by_country.value().of(country);
    let remedies = terms.consumer_remedies.value().of(country);
    let (is_excluded, by_damage) = exclusion(terms, damages, damage);
    let capped = terms.cap_usd.clause();
    let not_answered =
        [("not_answered_for", &terms.not_answered_for), ("partners_answer_alone", &terms.partners_answer_alone)];
    let not_answered = not_answered.into_iter().find(|(_, grounds)| grounds.value().contains(ground));
    let mandatory = &terms.uncapped_grounds;
    let is_mandatory = mandatory.value().contains(ground);
    let is_replaced = lifted.is_some_and(|row| row.is("replaces"));
    let here = lifted.filter(|row| row.keys("grounds").any(|key| key == ground));
    let uncapped = match here {
        Some(row) => Some(&row.clause),
        None => (!is_replaced && is_mandatory).then(|| mandatory.clause()),
    };
    let stays_excluded = is_excluded && !here.is_some_and(|row| row.is("lifts_exclusions"));
    let remedied = remedies.filter(|row| row.text("ground") == Some(ground));

    let (extent, clause, formula) = if let Some((reason, grounds)) = not_answered {
        sheet.reason(reason, grounds.clause());
        ("not_at_all", grounds.clause(), "follows(ground)")
    } else if let Some(row) = remedied {
        sheet.reason("repair_or_replacement", &row.clause);
        ("remedies", &row.clause, "follows(ground)")
    } else if let Some(clause) = uncapped.filter(|_| !stays_excluded) {
        sheet.reason("no_cap_on_this", clause);
        ("without_a_cap", clause, "follows(ground)")
    } else if is_excluded {
        let is_of_country = by_damage != terms.excluded_damages.clause();
        sheet.reason(if is_of_country { "damage_excluded_here" } else { "damage_excluded" }, by_damage);
        if let Some(clause) = uncapped {
            // Only the limit in money is said to fall; read literally the exclusions stay.
            sheet.assumption("only_the_cap_is_lifted", clause);
        }
        ("excluded", by_damage, "follows(damage)")
    } else {
        sheet.reason("direct_damages_only", capped);
        if damage != "direct" {
            sheet.assumption("not_named_may_be_indirect", by_damage);
        }
        ("up_to_the_cap", &cap.clause, "follows_both(damage, ground)")
    };
    sheet.figure("extent", extent, Working::exact(formula, clause));

    if matches!(extent, "excluded" | "up_to_the_cap") && uncapped.is_none() && ground != "ordinary" {
        let replaced = lifted.filter(|_| is_replaced);
        // What no contract can take from a consumer stays, whatever list the country has in the place of Part 1's.
        let consumers = terms.consumer_rights_stay.clause();
        let forbids = replaced.map_or(mandatory.clause(), |row| if is_mandatory { &row.clause } else { consumers });
        if let Some(row) = replaced {
            sheet.reason("mandatory_law_replaced", &row.clause);
        }
        sheet.warning("law_may_forbid_limits", forbids);
        sheet.warning("rest_stays_in_force", terms.rest_stays_in_force.clause());
    }
    if let Some(row) = remedies.filter(|row| row.text("except") == Some(ground)) {
        sheet.assumption("title_guarantee_left_open", &row.clause);
    }
    if let Some(claimed) = request.claimed
        && extent != "remedies"
    {
        let (recoverable, formula) = match extent {
            "up_to_the_cap" => (claimed.min(cap.amount), "min(claimed, cap)"),
            "without_a_cap" => (claimed, "claimed"),
            _ => (case.zero(), "0"),
        };
        let rest = claimed.minus(recoverable).or_overflow("claimed")?;
        sheet.figure("recoverable", recoverable, Working::exact(formula, clause));
        sheet.figure("not_recoverable", rest, Working::exact("claimed − recoverable", clause));
    }

    write_lists(terms, lifted, is_replaced, remedied, sheet);
    if let Some(row) = damages.filter(|row| row.is("splits")) {
        sheet.assumption("insertion_splits_a_term", &row.clause);
    }
    for row in [damages, lifted, remedies].into_iter().flatten() {
        write_reason(row, sheet);
    }
    for (index, damage) in DAMAGES.iter().enumerate() {
        let (is_excluded, clause) = exclusion(terms, damages, damage);
        sheet.begin_line(index);
        sheet.know("damage", *damage);
        sheet.echo("damage", *damage);
        sheet.computed("excluded", is_excluded, Working::exact("follows_both(damage, country)", clause));
        sheet.end_line();
    }
    Ok(())
}

/// What no cap holds for in the country, and what is owed there instead of damages for what the damage comes from.
fn write_lists(
    terms: &Terms,
    lifted: Option<&CountryRow>,
    is_replaced: bool,
    remedies: Option<&CountryRow>,
    sheet: &mut Sheet,
) {
    let base = &terms.uncapped_grounds;
    let everywhere = base.value().0.iter().filter(|_| !is_replaced).map(|key| (&**key, base.clause()));
    let here = lifted.into_iter().flat_map(|row| row.keys("grounds").map(|key| (key, &row.clause)));
    sheet.begin_list("uncapped");
    for (index, (key, clause)) in everywhere.chain(here).enumerate() {
        sheet.begin_line(index);
        let ground = known(key, GROUNDS).unwrap_or_default();
        sheet.computed("ground", ground, Working::exact("follows(country)", clause));
        sheet.end_line();
    }
    sheet.end_list();
    if let Some(row) = remedies {
        sheet.begin_list("remedies");
        for (index, remedy) in row.keys("remedies").filter_map(|key| known(key, REMEDIES)).enumerate() {
            sheet.begin_line(index);
            sheet.computed("remedy", remedy, Working::exact("follows(country)", &row.clause));
            sheet.end_line();
        }
        sheet.end_list();
    }
}
