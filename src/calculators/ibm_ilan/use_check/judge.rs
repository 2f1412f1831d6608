//! One use: what the pack says of it, and what counts, country and permissions change.

use super::said::{Note, Territory, UseRow};
use super::{Assumption, Line, Options, Reason, Standing, Terms, Warning, out};
use crate::calculators::Ask;
use crate::clause::ClauseId;
use crate::form::Key;
use crate::working::reckon::work;
use crate::working::sheet::Sheet;
use crate::working::{Entered, Of};
use std::sync::Arc;

/// Whether a use is permitted, with the reasons.
pub fn judge<'a>(
    ask: &Ask<'a, Terms, Options>,
    line: &Line,
    found: &UseRow<'a>,
    sheet: &mut Sheet,
) -> Of<'a, Standing> {
    write_warnings(ask, found, sheet);
    let (country, clause) = (ask.request.country, found.stated_verdict.clause());
    let excess = write_excess(ask, line, sheet);
    let (beyond, at_home) = (reason_of(found.beyond.as_ref()), reason_of(found.at_home.as_ref()));
    match (excess.zip(beyond), line.used_in.zip(at_home)) {
        (Some((excess, beyond)), _) => {
            let otherwise = unless(excess.value > 0, beyond, ask, line, found, sheet);
            work!(sheet, line verdict = exact(if excess > 0 { Standing::Ineligible } else { otherwise }), by clause);
            verdict
        }
        (None, Some((used_in, at_home))) => {
            let otherwise = unless(used_in.value == country.value, at_home, ask, line, found, sheet);
            work!(sheet, line verdict = exact(if used_in == country { Standing::Eligible } else { otherwise }), by clause);
            verdict
        }
        (None, None) => {
            let otherwise = judge_permission(ask, line, found, sheet);
            work!(sheet, line verdict = exact(otherwise), by clause);
            verdict
        }
    }
}

/// The code that a row names.
fn reason_of(code: Option<&Of<'_, Arc<str>>>) -> Option<Reason> {
    Reason::of_code(&code?.value)
}

/// The same.
fn assumption_of(code: Option<&Of<'_, Arc<str>>>) -> Option<Assumption> {
    Assumption::of_code(&code?.value)
}

/// What to look out for, whether the use is permitted or not.
fn write_warnings(ask: &Ask<'_, Terms, Options>, found: &UseRow<'_>, sheet: &mut Sheet) {
    if let Some(warning) = found.warning.as_ref().and_then(|code| Warning::of_code(&code.value)) {
        sheet.warning(warning, &found.warning_clause.as_ref().unwrap_or(&found.clause).value);
    }
    let country = ask.request.country.value;
    for row in ask.terms.use_notes.value().all_of(country) {
        let note = row.read::<Note>(country).filter(|note| note.intended_use.value == found.intended_use.value);
        if let Some(warning) = note.and_then(|note| Warning::of_code(&note.warning.value)) {
            sheet.warning(warning, &row.clause);
        }
    }
}

/// By how many a use goes beyond what was acquired, where it is counted.
fn write_excess<'a>(ask: &Ask<'a, Terms, Options>, line: &Line, sheet: &mut Sheet) -> Option<Of<'a, i64>> {
    let (entitled, copies) = line.entitled.zip(line.copies)?;
    let clause = ask.terms.intended_uses.clause();
    work!(sheet, line excess = exact(max(0, copies - entitled)), by clause);
    // In what a use is counted the text does not say.
    sheet.assumption(Assumption::MetricNotStated, clause);
    Some(excess)
}

/// What a use comes to unless a reason decides, which is then given.
fn unless<'a>(
    is_decided: bool,
    reason: Reason,
    ask: &Ask<'a, Terms, Options>,
    line: &Line,
    found: &UseRow<'a>,
    sheet: &mut Sheet,
) -> Of<'a, Standing> {
    if is_decided {
        sheet.reason(reason, found.stated_verdict.clause());
        return found.stated_verdict;
    }
    judge_permission(ask, line, found, sheet)
}

/// What a use comes to by what the pack says of it and who is said to permit it.
fn judge_permission<'a>(
    ask: &Ask<'a, Terms, Options>,
    line: &Line,
    found: &UseRow<'a>,
    sheet: &mut Sheet,
) -> Of<'a, Standing> {
    let (terms, country) = (ask.terms, ask.request.country.value);
    let (stated, clause) = (found.stated_verdict, found.stated_verdict.clause());
    let stated_reason = reason_of(Some(&found.reason));
    if stated.value != Standing::Ineligible {
        stated_reason.into_iter().for_each(|reason| sheet.reason(reason, clause));
        return stated;
    }
    // Where the country's own name is put in the place of the territory, IBM's consent has nothing to
    // extend. The second part says that the words stand in the second sentence; they stand in the third.
    let territory = terms.own_territory.value().of(country).filter(|_| line.used_in.is_some());
    if let Some(row) = territory {
        sheet.assumption(Assumption::TerritoryWordsInTheThirdSentence, &row.clause);
    }
    let permission = match &line.permitted_by {
        Some(permitted_by) => Permission::write(permitted_by, found, territory.is_some(), sheet),
        None => Permission { verdict: stated, is_lifted: false, is_open: false },
    };
    if permission.is_lifted {
        write_permitted(terms, line, clause, sheet);
        return permission.verdict;
    }
    let own = territory.and_then(|row| row.read::<Territory>(country)).and_then(|row| reason_of(row.reason.as_ref()));
    if let Some(reason) = own.or(stated_reason) {
        sheet.reason(reason, clause);
    }
    write_not_lifted(found, &permission, sheet);
    permission.verdict
}

/// By whose permission a use is permitted after all.
fn write_permitted(terms: &Terms, line: &Line, clause: &ClauseId, sheet: &mut Sheet) {
    match line.permitted_by.as_ref().map_or("", |permitted_by| &*permitted_by.value.0) {
        "transaction_document" => sheet.reason(Reason::DocumentPermits, terms.transaction_document_first.clause()),
        "mandatory_law" => sheet.reason(Reason::LawPermits, clause),
        _ => sheet.reason(Reason::IbmPermits, clause),
    }
}

/// How the bar is read, and what is still open about it.
fn write_not_lifted(found: &UseRow<'_>, permission: &Permission<'_>, sheet: &mut Sheet) {
    let clause = found.stated_verdict.clause();
    if let Some(assumption) = assumption_of(found.assumption.as_ref()) {
        sheet.assumption(assumption, clause);
    }
    // What the law forbids to restrict is said of assigning and transferring alone; further rights are said to be had for a
    // charge or on other terms, not by consent alone.
    let open_as = assumption_of(found.open_as.as_ref()).filter(|_| permission.is_open);
    if let Some(assumption) = open_as {
        sheet.assumption(assumption, clause);
    }
    if !permission.is_open && permission.verdict.value == Standing::Refer {
        sheet.reason(Reason::MayBePermitted, clause);
    }
}

/// What comes of who is said to permit a use that is barred.
struct Permission<'a> {
    verdict: Of<'a, Standing>,
    is_lifted: bool,
    is_open: bool,
}

impl<'a> Permission<'a> {
    fn write(permitted_by: &Entered<Key>, found: &UseRow<'a>, but_ibm: bool, sheet: &mut Sheet) -> Permission<'a> {
        let (stated, clause) = (found.stated_verdict, found.stated_verdict.clause());
        let permitted_by = permitted_by.clone();
        let lifted = found.lifted_by(but_ibm).map(|lifted_by| {
            if but_ibm {
                let lifted_by = lifted_by.clone();
                work!(sheet, between lifted = exact(permitted_by != "ibm" && listed(permitted_by, lifted_by)), by clause);
                lifted
            } else {
                let lifted_by = lifted_by.clone();
                work!(sheet, between lifted = exact(listed(permitted_by, lifted_by)), by clause);
                lifted
            }
        });
        let left_open = found.open_by.clone().map(|open_by| {
            work!(sheet, between left_open = exact(listed(permitted_by, open_by)), by clause);
            left_open
        });
        let verdict = match (lifted, left_open) {
            (Some(lifted), Some(left_open)) => {
                work!(sheet, between by_permission = exact(
                    if lifted { Standing::Eligible }
                    else if left_open || permitted_by == "unsure" { Standing::Refer }
                    else { stated }
                ), by clause);
                by_permission
            }
            (Some(lifted), None) => {
                work!(sheet, between by_permission = exact(
                    if lifted { Standing::Eligible }
                    else if permitted_by == "unsure" { Standing::Refer }
                    else { stated }
                ), by clause);
                by_permission
            }
            (None, Some(left_open)) => {
                work!(sheet, between by_permission = exact(if left_open { Standing::Refer } else { stated }), by clause);
                by_permission
            }
            (None, None) => stated,
        };
        let is = |flag: Option<Of<'_, bool>>| flag.is_some_and(|flag| flag.value);
        Permission { verdict, is_lifted: is(lifted), is_open: is(left_open) }
    }
}
