//! Whether a version of a product is current, superseded or out of service, as of a day.
//!
//! Out come the status by the brochure's table, the last day on which the version is served where the
//! table names one, the new versions to move to, and the table's entries for the product. Nothing is
//! rounded. What the table does not list or mark is "not stated", never "supported".
//! Rules: IBM-SS-28 (the table), 05 (support does not prolong an announced end).

use crate::calculators::declared::answers;
use crate::calculators::{About, Ask, Contradiction, OutputKind as Shown, Whole};
use crate::form::{Choices, Key, Kind, choice, fields};
use crate::terms::{Pack, Rule, Table, terms};
use crate::values::dates::Date;
use crate::values::figure::Figure;
use crate::working::reckon::work;
use crate::working::sheet::Sheet;
use crate::working::{Declared, Entered};
use release::Release;
use std::sync::Arc;
use table::{Found, Listed, Mark, Match, Printed, family_of, find};

mod notes;
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

choice! {
    /// What the table makes of a version on a day.
    pub enum Status {
        Current = "current",
        Superseded = "superseded",
        EndOfService = "end_of_service",
        NotStated = "not_stated",
    }
}

answers! {
    figure {
        status: Status,
    }
    date {
        served_until: Option<Date>,
        unserved_from: Option<Date>,
    }
    line {
        version: Arc<str> { shown: true },
        product: Option<Arc<str>> { kind: Shown::InTable("product_versions", "product"), shown: true },
        mark: Mark { shown: true },
        served_until: Option<Date>,
        status: Status,
        fits: bool { shown: true },
    }
    reason {
        EndAnnounced = "end_announced",
        ListedAsNew = "listed_as_new",
        MoveToNewVersion = "move_to_new_version" { versions: Vec<Arc<str>> },
        NewVersionsListed = "new_versions_listed" { versions: Vec<Arc<str>> },
        OldWithoutAnEnd = "old_without_an_end",
        ProductNotListed = "product_not_listed",
        ServiceEnded = "service_ended",
        ServiceEndedUndated = "service_ended_undated",
        VersionNotExact = "version_not_exact",
        VersionNotListed = "version_not_listed",
    }
    assumption {
        EndDayStillServed = "end_day_still_served",
        EndedVersionStillRenews = "ended_version_still_renews",
        FixLevelCountsWithItsRelease = "fix_level_counts_with_its_release",
        MarkCountsForTheWholeLine = "mark_counts_for_the_whole_line",
        SeveralVersionsAreSaidTheSameOf = "several_versions_are_said_the_same_of",
        UndatedEndAlreadyPast = "undated_end_already_past",
        WholeNumberIsReleaseZero = "whole_number_is_release_zero",
        ZeroAtTheEndMakesNoDifference = "zero_at_the_end_makes_no_difference",
        ZeroInFrontLeftOut = "zero_in_front_left_out",
    }
    warning {
        LastServedDay = "last_served_day",
        ServiceNotProlonged = "service_not_prolonged",
        TableOfItsTime = "table_of_its_time" { newest: Date },
    }
}

impl Whole for Version {
    const ABOUT: About = About {
        name: "version",
        pack: "ibm-ss",
        rules: &["IBM-SS-05", "IBM-SS-28"],
        headline: "status",
        beside: &["served_until"],
        columns: &[Printed::COLUMNS],
        example: r#"{"calculator":"version","as_of":"2026-11-21","input":{"product":"db2_udb","version":"V8.2"}}"#,
        ..out::ABOUT
    };

    type Request = Request;
    type Terms = Terms;

    fn contradiction(terms: &Terms, _: &Pack) -> Contradiction {
        const PLACE: &str = "values.product_versions";
        let listed: Option<Vec<Listed>> = Listed::all(terms).collect();
        let Some(listed) = listed else {
            return Some((
                PLACE,
                "expected family, product, version, a mark (new, old, end_of_service) and, with the last only, served_until",
            ));
        };
        let is_twice = |(index, one): (usize, &Listed)| {
            let mut others = listed.iter().skip(index + 1);
            others.any(|other| other.product() == one.product() && other.release.is_same(&one.release))
        };
        if listed.is_empty() {
            Some((PLACE, "expected at least one version"))
        } else if listed.iter().any(|entry| &**entry.product() == UNLISTED) {
            Some((PLACE, "lists the key that stands for products not listed"))
        } else if listed.iter().enumerate().any(is_twice) {
            Some((PLACE, "lists a version of a product twice"))
        } else {
            None
        }
    }

    fn answer(ask: &Ask<'_, Terms, Request>, sheet: &mut Sheet) {
        let (terms, request) = (ask.terms, ask.request);
        let clause = terms.product_versions.clause();
        let table: Vec<Listed> = Listed::all(terms).flatten().collect();
        let of_product = || table.iter().filter(|entry| *entry.product() == request.product.0);
        let found = find(of_product(), &request.version);

        let status = write_found(ask, &found, sheet);
        notes::write(&found, of_product().next().is_some(), &request.version, clause, sheet);
        notes::write_new_versions(&table, &request.product.0, status, clause, sheet);
        write_entries(ask, &table, &found, sheet);
        if let Some(newest) = table.iter().filter_map(Listed::end).max() {
            sheet.warning_with(Warning::TableOfItsTime, vec![("newest", Figure::from(newest).into())], clause);
        }
    }
}

/// What becomes of the version that is asked about.
fn write_found(ask: &Ask<'_, Terms, Request>, found: &Found<'_, '_>, sheet: &mut Sheet) -> Status {
    let clause = ask.terms.product_versions.clause();
    let Found::Listed(Match { entry, .. }) = found else {
        work!(sheet, figure status = exact(Status::NotStated), by clause);
        return status.value;
    };
    let status = write_status(ask.as_of, &entry.printed, &out::figure::status, sheet);
    match entry.printed.mark.value {
        Mark::New => sheet.reason(Reason::ListedAsNew, clause),
        // Without a mark the table says nothing of support, not that there is any.
        Mark::Old => sheet.reason(Reason::OldWithoutAnEnd, clause),
        Mark::EndOfService => write_end(ask, &entry.printed, sheet),
    }
    status
}

/// The status of an entry on a day. Reading: an end "by" a day is one after that day; an end without a day had come
/// when the table was printed, and so on every day asked about.
fn write_status(as_of: Entered<Date>, entry: &Printed<'_>, declared: &Declared<Status>, sheet: &mut Sheet) -> Status {
    let Printed { mark, end_of_service_by, .. } = *entry;
    match end_of_service_by {
        Some(end_of_service_by) => {
            work!(sheet, at (declared) status = exact(
                if end_of_service_by < as_of { Status::EndOfService } else { Status::Superseded }
            ), by end_of_service_by);
            status.value
        }
        None => {
            work!(sheet, at (declared) status = exact(
                if mark == Mark::New { Status::Current }
                else if mark == Mark::Old { Status::Superseded }
                else { Status::EndOfService }
            ), by mark);
            status.value
        }
    }
}

/// The days on which its service ends, where the table names one.
fn write_end(ask: &Ask<'_, Terms, Request>, entry: &Printed<'_>, sheet: &mut Sheet) {
    let clause = ask.terms.product_versions.clause();
    let no_longer = ask.terms.no_longer_service.clause();
    sheet.warning(Warning::ServiceNotProlonged, no_longer);
    // That a renewal is refused for such a version is nowhere said; it also brings newer ones.
    sheet.assumption(Assumption::EndedVersionStillRenews, no_longer);
    let Some(end_of_service_by) = entry.end_of_service_by else {
        sheet.reason(Reason::ServiceEndedUndated, clause);
        sheet.assumption(Assumption::UndatedEndAlreadyPast, clause);
        return;
    };
    let (as_of, until) = (ask.as_of.value, end_of_service_by.value);
    sheet.assumption(Assumption::EndDayStillServed, clause);
    sheet.reason(if as_of > until { Reason::ServiceEnded } else { Reason::EndAnnounced }, clause);
    if as_of == until {
        sheet.warning(Warning::LastServedDay, clause);
    }
    work!(sheet, date served_until = exact(end_of_service_by), by clause);
    work!(sheet, date unserved_from = exact(day_after(end_of_service_by)), by clause);
}

/// The table's entries for the product, and the new ones of its family where it has none itself.
fn write_entries<'t>(ask: &Ask<'_, Terms, Request>, table: &[Listed<'t>], found: &Found<'_, 't>, sheet: &mut Sheet) {
    let product = &ask.request.product.0;
    let is_of_product = |entry: &Listed<'_>| entry.product() == product;
    let has_new = table.iter().any(|entry| is_of_product(entry) && entry.is_new());
    let family = family_of(table, product);
    let is_shown =
        |entry: &&Listed<'_>| is_of_product(entry) || (!has_new && entry.is_new() && Some(entry.family()) == family);
    let fits = match found {
        Found::Listed(found) => &found.meant[..],
        Found::Several(entries) => entries,
        Found::Nothing => &[],
    };
    for (index, entry) in table.iter().filter(is_shown).enumerate() {
        let printed = &entry.printed;
        sheet.begin_line(index);
        sheet.show(&out::line::version, printed.version.value.clone());
        // Only where they differ need the products be named.
        if !has_new {
            sheet.show(&out::line::product, printed.product.value.clone());
        }
        sheet.show(&out::line::mark, printed.mark.value);
        if let Some(end_of_service_by) = printed.end_of_service_by {
            work!(sheet, line served_until = exact(end_of_service_by), by end_of_service_by);
        }
        write_status(ask.as_of, printed, &out::line::status, sheet);
        sheet.show(&out::line::fits, fits.iter().any(|fit| std::ptr::eq(*fit, entry)));
        sheet.end_line();
    }
}
