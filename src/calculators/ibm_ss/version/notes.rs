//! How a version was read, and what the table has beside it.

use super::release::{Fit, Release};
use super::table::{Found, Listed, Match, family_of};
use super::{Assumption, Reason, Status};
use crate::clause::ClauseId;
use crate::working::answer::Value;
use crate::working::sheet::Sheet;
use std::sync::Arc;

/// How the version was found in the table, or why not.
pub(super) fn write(
    found: &Found<'_, '_>,
    is_product_listed: bool,
    asked: &Release,
    clause: &ClauseId,
    sheet: &mut Sheet,
) {
    let reason = match found {
        Found::Listed(found) => return write_readings(found, asked, clause, sheet),
        _ if !is_product_listed => return sheet.reason(Reason::ProductNotListed, clause),
        Found::Several(_) => Reason::VersionNotExact,
        Found::Nothing => Reason::VersionNotListed,
    };
    sheet.reason(reason, clause);
    if asked.is_padded() {
        sheet.assumption(Assumption::ZeroInFrontLeftOut, clause);
    }
}

/// How what was entered was read, to be the entry.
fn write_readings(found: &Match<'_, '_>, asked: &Release, clause: &ClauseId, sheet: &mut Sheet) {
    let Match { entry, fit, .. } = found;
    let readings = [
        (Assumption::FixLevelCountsWithItsRelease, *fit == Fit::FixLevel),
        (Assumption::WholeNumberIsReleaseZero, asked.is_rounded_to(&entry.release)),
        (Assumption::ZeroInFrontLeftOut, asked.is_padded_for(&entry.release)),
        (Assumption::ZeroAtTheEndMakesNoDifference, found.has_other_zeros),
        (Assumption::SeveralVersionsAreSaidTheSameOf, found.meant.len() > 1),
        // Behind several versions in one line the mark is printed once, and so may be the last one's alone.
        (Assumption::MarkCountsForTheWholeLine, entry.mark_is_shared()),
    ];
    for (code, _) in readings.into_iter().filter(|(_, is_read)| *is_read) {
        sheet.assumption(code, clause);
    }
}

/// The new versions of the product's family: an edition may have none of its own.
pub(super) fn write_new_versions(
    table: &[Listed<'_>],
    product: &str,
    status: Status,
    clause: &ClauseId,
    sheet: &mut Sheet,
) {
    let family = family_of(table, product);
    let mut new: Vec<Arc<str>> = Vec::new();
    for entry in table.iter().filter(|entry| entry.is_new() && Some(entry.family()) == family) {
        let version = &entry.printed.version.value;
        if !new.contains(version) {
            new.push(version.clone());
        }
    }
    if !new.is_empty() && status != Status::Current {
        // Whether a version that is not listed is older or newer than the new ones, the table does not say.
        let is_stated = status != Status::NotStated;
        let code = if is_stated { Reason::MoveToNewVersion } else { Reason::NewVersionsListed };
        sheet.reason_with(code, vec![("versions", Value::Texts(new))], clause);
    }
}
