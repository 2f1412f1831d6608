//! Until when an action may be brought.

use super::forum::Named;
use super::{Claimant, Request, Terms};
use crate::answer::Verdict;
use crate::calculators::Case;
use crate::country::Country;
use crate::money::{OrOverflow, Overflow};
use crate::sheet::{Sheet, Working};
use crate::terms::CountryRow;

/// The most years that a pack may name: what comes out is still a date.
pub(super) const MOST_YEARS: i64 = 100;

/// Whether a row names years, or none because the sentence is taken out.
pub(super) fn is_whole(row: &CountryRow) -> bool {
    let is_years = |years: i64| (1..=MOST_YEARS).contains(&years);
    let own = row.values.get("years_for_payment").is_none() || row.count("years_for_payment").is_some_and(is_years);
    own && row.is("deleted") != row.count("years").is_some_and(is_years)
}

/// Writes the last day, and says whether it is still to come.
pub(super) fn write(
    case: &Case,
    terms: &Terms,
    request: &Request,
    country: Country,
    named: &Named<'_>,
    sheet: &mut Sheet,
) -> Result<Verdict, Overflow> {
    let row = terms.limitation_by_country.value().of(country);
    let general = terms.limitation_from_cause.clause();
    if request.brought_by == Some(Claimant::ThirdParty) {
        // The period is one for the parties; others have nothing that it could end.
        sheet.reason("no_rights_for_third_parties", terms.rights_of_the_parties.clause());
        return Ok(Verdict::Ineligible);
    }
    if let Some(row) = row.filter(|row| row.is("deleted")) {
        // What the law sets then, no document here says; it is not two years.
        sheet.reason("no_period_in_the_text", &row.clause);
        return Ok(Verdict::Refer);
    }
    let usual =
        (*terms.usual_limitation_years.value(), "usual_limitation_years", terms.usual_limitation_years.clause());
    let own = row.and_then(|row| Some((row.count("years")?, "named_for(country)", &row.clause)));
    let unpaid = row
        .and_then(|row| Some((row.count("years_for_payment")?, "named_for_both(country, nature)", &row.clause)))
        .zip(request.due_on);
    let ((years, formula, clause), from, last_day) = match unpaid {
        Some((period, due_on)) => (period, Some(due_on), "plus_years(due_on, limitation_years)"),
        None => (own.unwrap_or(usual), request.arose_on, "plus_years(arose_on, limitation_years)"),
    };
    let from = from.or_overflow("arose_on")?;
    if from > case.as_of {
        sheet.warning("not_arisen_yet", general);
    }
    let file_by = from.plus_years(years).or_overflow("arose_on")?;
    let is_late = case.as_of > file_by;
    sheet.figure("limitation_years", years, Working::exact(formula, clause));
    sheet.know("file_by", file_by);
    if !is_late {
        sheet.figure("days_left", case.as_of.days_to(file_by), Working::exact("days(as_of, file_by)", clause));
    }
    sheet.date("file_by", file_by, Working::exact(last_day, clause));

    if unpaid.is_none() {
        // From the day on which the cause arose, as printed, not from that on which somebody learned of it.
        sheet.assumption("period_from_the_cause", general);
    }
    // "More than two years after": the day on which they are full is not yet too late.
    sheet.assumption("last_day_still_in_time", general);
    let ((.., begun), (.., ended)) = (from.parts(), file_by.parts());
    if begun != ended {
        sheet.assumption("leap_day_on_the_28th", general);
    }
    if named.arbitration().is_some() {
        sheet.assumption("arbitration_counts_as_action", general);
    }
    let may_differ = row.is_some_and(|row| row.is("unless_law_otherwise"));
    if may_differ {
        sheet.reason("law_may_set_another_period", clause);
    }
    if is_late {
        sheet.reason("claim_is_late", clause);
    } else if case.as_of == file_by {
        sheet.warning("last_day_to_file", clause);
    }
    Ok(match (is_late, may_differ) {
        (false, _) => Verdict::Eligible,
        (true, true) => Verdict::Refer,
        (true, false) => Verdict::Ineligible,
    })
}
