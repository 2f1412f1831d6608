//! Whether a version of a product is current, superseded or out of service, as of a day.
//!
//! Out come the status by the brochure's table, the last day on which the version is served where the
//! table names one, the new versions to move to, and the table's entries for the product. Nothing is
//! rounded. What the table does not list or mark is "not stated", never "supported".
//! Rules: IBM-SS-28 (the table), 05 (support does not prolong an announced end).

use super::{About, Case, Contradiction, Output, OutputKind as Shown, Whole};
use crate::answer::Value;
use crate::clause::ClauseId;
use crate::figure::Figure;
use crate::form::{Choices, Key, Kind, fields};
use crate::money::{OrOverflow, Overflow};
use crate::sheet::{Sheet, Working};
use crate::terms::{Pack, Rule, Table, terms};
use release::{Fit, Release};
use std::sync::Arc;
use table::{Found, Listed, Mark, Match, find};

mod release;
mod table;

pub struct Version;

/// The key for a product that the table does not list.
const UNLISTED: &str = "other";

fields! {
    pub struct Request {
        product: Key { kind: Kind::Choice(Choices::InTable("product_versions", "product", UNLISTED)) },
        version: Release,
    }
}

terms! {
    pub struct Terms {
        product_versions: Table,
        no_longer_service: Rule,
    }
}

impl Whole for Version {
    const ABOUT: About = About {
        name: "version",
        pack: "ibm-ss",
        money: false,
        rules: &["IBM-SS-05", "IBM-SS-28"],
        verdicts: &[],
        headline: "status",
        losses: &[],
        beside: &["served_until"],
        figures: &[Output::always("status", Shown::Choice(STATUSES))],
        dates: &[Output::sometimes("served_until", Shown::Date), Output::sometimes("unserved_from", Shown::Date)],
        line: &[
            Output::always("version", Shown::Text),
            Output::sometimes("product", Shown::InTable("product_versions", "product")),
            Output::always("mark", Shown::Choice(Mark::NAMES)),
            Output::sometimes("served_until", Shown::Date),
            Output::always("status", Shown::Choice(STATUSES)),
            Output::always("fits", Shown::Flag),
        ],
        reasons: &[
            "end_announced",
            "listed_as_new",
            "move_to_new_version",
            "new_versions_listed",
            "old_without_an_end",
            "product_not_listed",
            "service_ended",
            "service_ended_undated",
            "version_not_exact",
            "version_not_listed",
        ],
        assumptions: &[
            "end_day_still_served",
            "ended_version_still_renews",
            "fix_level_counts_with_its_release",
            "mark_counts_for_the_whole_line",
            "several_versions_are_said_the_same_of",
            "undated_end_already_past",
            "whole_number_is_release_zero",
            "zero_at_the_end_makes_no_difference",
            "zero_in_front_left_out",
        ],
        warnings: &["last_served_day", "service_not_prolonged", "table_of_its_time"],
        example: r#"{"calculator":"version","as_of":"2026-11-21","input":{"product":"db2_udb","version":"V8.2"}}"#,
    };

    type Request = Request;
    type Terms = Terms;

    fn contradiction(terms: &Terms, _: &Pack) -> Contradiction {
        const PLACE: &str = "values.product_versions";
        let rows = &terms.product_versions.value().0;
        let listed: Vec<Listed> = rows.iter().filter_map(Listed::read).collect();
        let is_twice = |(index, one): (usize, &Listed)| {
            listed
                .iter()
                .skip(index + 1)
                .any(|other| other.product == one.product && other.release.is_same(&one.release))
        };
        if listed.len() < rows.len() {
            Some((
                PLACE,
                "expected family, product, version, a mark (new, old, end_of_service) and, with the last only, served_until",
            ))
        } else if listed.is_empty() {
            Some((PLACE, "expected at least one version"))
        } else if listed.iter().any(|entry| &*entry.product == UNLISTED) {
            Some((PLACE, "lists the key that stands for products not listed"))
        } else if listed.iter().enumerate().any(is_twice) {
            Some((PLACE, "lists a version of a product twice"))
        } else {
            None
        }
    }

    fn answer(case: &Case, terms: &Terms, request: &Request, sheet: &mut Sheet) -> Result<(), Overflow> {
        let clause = terms.product_versions.clause();
        let table: Vec<Listed> = terms.product_versions.value().0.iter().filter_map(Listed::read).collect();
        let of_product = || table.iter().filter(|entry| entry.product == request.product.0);
        let found = find(of_product(), &request.version);

        let (entries, fits): (i64, Vec<&Listed>) = match &found {
            Found::Listed(found) => (1, found.meant.clone()),
            Found::Several(entries) => (0, entries.clone()),
            Found::Nothing => (0, Vec::new()),
        };
        sheet.know("entries", entries);
        let status = write_status(case, terms, &found, sheet)?;
        if let Found::Listed(found) = &found {
            write_readings(found, &request.version, clause, sheet);
        } else if of_product().next().is_none() {
            sheet.reason("product_not_listed", clause);
        } else {
            let is_several = matches!(found, Found::Several(_));
            sheet.reason(if is_several { "version_not_exact" } else { "version_not_listed" }, clause);
        }

        write_new_versions(&table, &request.product.0, status, clause, sheet);
        let has_new = of_product().any(|entry| entry.mark == Mark::New);
        let family = family_of(&table, &request.product.0);
        let is_shown = |entry: &&Listed| {
            entry.product == request.product.0 || (!has_new && entry.mark == Mark::New && Some(&entry.family) == family)
        };
        for (index, entry) in table.iter().filter(is_shown).enumerate() {
            let fits = fits.iter().any(|fit| std::ptr::eq(*fit, entry));
            // Only where they differ need the products be named.
            write_entry(case, entry, (fits, !has_new), index, clause, sheet);
        }
        let newest = table
            .iter()
            .filter_map(|entry| if let Mark::EndOfService(until) = entry.mark { until } else { None })
            .max();
        if let Some(newest) = newest {
            sheet.warning_with("table_of_its_time", vec![("newest", Figure::from(newest).into())], clause);
        }
        Ok(())
    }
}

const STATUSES: &[&str] = &["current", "superseded", "end_of_service", "not_stated"];

fn write_status(case: &Case, terms: &Terms, found: &Found<'_>, sheet: &mut Sheet) -> Result<&'static str, Overflow> {
    let clause = terms.product_versions.clause();
    let Found::Listed(Match { entry, .. }) = found else {
        sheet.figure("status", "not_stated", Working::exact("entries < 1", clause));
        return Ok("not_stated");
    };
    know(entry, sheet);
    let (status, formula) = entry.mark.status(case.as_of);
    sheet.figure("status", status, Working::exact(formula, clause));
    match entry.mark {
        Mark::New => sheet.reason("listed_as_new", clause),
        // Without a mark the table says nothing of support, not that there is any.
        Mark::Old => sheet.reason("old_without_an_end", clause),
        Mark::EndOfService(until) => {
            let no_longer = terms.no_longer_service.clause();
            sheet.warning("service_not_prolonged", no_longer);
            // That a renewal is refused for such a version is nowhere said; it also brings newer ones.
            sheet.assumption("ended_version_still_renews", no_longer);
            let Some(until) = until else {
                sheet.reason("service_ended_undated", clause);
                sheet.assumption("undated_end_already_past", clause);
                return Ok(status);
            };
            sheet.assumption("end_day_still_served", clause);
            sheet.reason(if case.as_of > until { "service_ended" } else { "end_announced" }, clause);
            if case.as_of == until {
                sheet.warning("last_served_day", clause);
            }
            let unserved_from = until.plus_days(1).or_overflow("version")?;
            sheet.date("served_until", until, Working::exact("end_of_service_by", clause));
            sheet.date("unserved_from", unserved_from, Working::exact("day_after(end_of_service_by)", clause));
        }
    }
    Ok(status)
}

/// How what was entered was read, to be the entry.
fn write_readings(found: &Match<'_>, asked: &Release, clause: &ClauseId, sheet: &mut Sheet) {
    let entry = found.entry;
    let readings = [
        ("fix_level_counts_with_its_release", found.fit == Fit::FixLevel),
        ("whole_number_is_release_zero", asked.is_rounded_to(&entry.release)),
        ("zero_in_front_left_out", asked.is_padded_for(&entry.release)),
        ("zero_at_the_end_makes_no_difference", found.has_other_zeros),
        ("several_versions_are_said_the_same_of", found.meant.len() > 1),
        // Behind several versions in one line the mark is printed once, and so may be the last one's alone.
        ("mark_counts_for_the_whole_line", entry.mark_is_shared),
    ];
    for (code, _) in readings.into_iter().filter(|(_, is_read)| *is_read) {
        sheet.assumption(code, clause);
    }
}

fn family_of<'t>(table: &'t [Listed], product: &str) -> Option<&'t Arc<str>> {
    table.iter().find(|entry| &*entry.product == product).map(|entry| &entry.family)
}

/// The new versions of the product's family: an edition may have none of its own.
fn write_new_versions(table: &[Listed], product: &str, status: &str, clause: &ClauseId, sheet: &mut Sheet) {
    let family = family_of(table, product);
    let mut new: Vec<Arc<str>> = Vec::new();
    for entry in table.iter().filter(|entry| entry.mark == Mark::New && Some(&entry.family) == family) {
        if !new.contains(&entry.version) {
            new.push(entry.version.clone());
        }
    }
    if !new.is_empty() && status != "current" {
        // Whether a version that is not listed is older or newer than the new ones, the table does not say.
        let code = if status == "not_stated" { "new_versions_listed" } else { "move_to_new_version" };
        sheet.reason_with(code, vec![("versions", Value::Texts(new))], clause);
    }
}

fn write_entry(
    case: &Case,
    entry: &Listed,
    (fits, is_named): (bool, bool),
    index: usize,
    clause: &ClauseId,
    sheet: &mut Sheet,
) {
    sheet.begin_line(index);
    know(entry, sheet);
    sheet.echo("version", entry.version.clone());
    if is_named {
        sheet.echo("product", entry.product.clone());
    }
    sheet.echo("mark", entry.mark.name());
    if let Mark::EndOfService(Some(until)) = entry.mark {
        sheet.computed("served_until", until, Working::exact("end_of_service_by", clause));
    }
    let (status, formula) = entry.mark.status(case.as_of);
    sheet.computed("status", status, Working::exact(formula, clause));
    sheet.echo("fits", fits);
    sheet.end_line();
}

/// What formulas name of an entry.
fn know(entry: &Listed, sheet: &mut Sheet) {
    sheet.know("mark", entry.mark.name());
    if let Mark::EndOfService(Some(until)) = entry.mark {
        sheet.know("end_of_service_by", until);
    }
}
