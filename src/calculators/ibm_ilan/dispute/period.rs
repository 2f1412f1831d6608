//! Until when an action may be brought.

use super::named::Named;
use super::rows::{Period, is_so};
use super::{Ask, Assumption, Claimant, Reason, Request, Terms, Warning, out};
use crate::values::country::Country;
use crate::values::dates::Date;
use crate::working::answer::Verdict;
use crate::working::reckon::work;
use crate::working::sheet::Sheet;
use crate::working::{Entered, Of};

/// Writes the last day, and says whether it is still to come.
pub(super) fn write(ask: &Ask<'_, Terms, Request>, country: Country, named: &Named<'_>, sheet: &mut Sheet) -> Verdict {
    let (terms, request) = (ask.terms, ask.request);
    let period = terms.limitation_by_country.row_of::<Period>(country);
    if request.brought_by == Some(Claimant::ThirdParty) {
        // The period is one for the parties; others have nothing that it could end.
        sheet.reason(Reason::NoRightsForThirdParties, terms.rights_of_the_parties.clause());
        return Verdict::Ineligible;
    }
    if let Some(deleted) = period.as_ref().and_then(|period| period.deleted).filter(|deleted| deleted.value) {
        // What the law sets then, no document here says; it is not two years.
        sheet.reason(Reason::NoPeriodInTheText, deleted.clause());
        return Verdict::Refer;
    }
    let unpaid = period.as_ref().and_then(|period| period.years_for_payment).zip(request.due_on);
    let found = match unpaid {
        Some((years_for_payment, due_on)) => Some(write_unpaid(years_for_payment, due_on, sheet)),
        None => write_usual(terms, request, period.as_ref(), sheet),
    };
    // The form asks for one of the two days, whichever counts.
    let Some(Found { limitation_years, from, file_by }) = found else { return Verdict::Refer };
    let is_late = ask.as_of.value > file_by.value;
    if !is_late {
        work!(sheet, figure days_left = exact(days(ask.as_of, file_by)), by limitation_years);
    }
    if from.value > ask.as_of.value {
        sheet.warning(Warning::NotArisenYet, terms.limitation_from_cause.clause());
    }
    write_readings(terms, named, (from.value, file_by.value), unpaid.is_some(), sheet);
    let clause = limitation_years.clause();
    let may_differ = period.is_some_and(|period| is_so(period.unless_law_otherwise));
    if may_differ {
        sheet.reason(Reason::LawMaySetAnotherPeriod, clause);
    }
    if is_late {
        sheet.reason(Reason::ClaimIsLate, clause);
    } else if ask.as_of.value == file_by.value {
        sheet.warning(Warning::LastDayToFile, clause);
    }
    match (is_late, may_differ) {
        (false, _) => Verdict::Eligible,
        (true, true) => Verdict::Refer,
        (true, false) => Verdict::Ineligible,
    }
}

/// How many years there are, from which day, and the last day.
struct Found<'t> {
    limitation_years: Of<'t, i64>,
    from: Entered<Date>,
    file_by: Of<'t, Date>,
}

/// Returns what holds of payments where they have a period of their own, which begins when they fell due.
fn write_unpaid<'t>(years_for_payment: Of<'t, i64>, due_on: Entered<Date>, sheet: &mut Sheet) -> Found<'t> {
    work!(sheet, figure limitation_years = exact(years_for_payment), by years_for_payment);
    work!(sheet, date file_by = exact(plus_years(due_on, limitation_years)), by limitation_years);
    Found { limitation_years, from: due_on, file_by }
}

/// Returns what holds of all else: the country's own years, or those that are usual, from the cause.
fn write_usual<'t>(
    terms: &'t Terms,
    request: &Request,
    period: Option<&Period<'t>>,
    sheet: &mut Sheet,
) -> Option<Found<'t>> {
    let arose_on = request.arose_on?;
    let limitation_years = match period.and_then(|period| period.years) {
        Some(years) => {
            work!(sheet, figure limitation_years = exact(years), by years);
            limitation_years
        }
        None => {
            let usual = &terms.usual_limitation_years;
            work!(sheet, figure limitation_years = exact(terms.usual_limitation_years), by usual);
            limitation_years
        }
    };
    work!(sheet, date file_by = exact(plus_years(arose_on, limitation_years)), by limitation_years);
    Some(Found { limitation_years, from: arose_on, file_by })
}

/// How the sentence on the period was read.
fn write_readings(terms: &Terms, named: &Named<'_>, (from, file_by): (Date, Date), is_unpaid: bool, sheet: &mut Sheet) {
    let clause = terms.limitation_from_cause.clause();
    if !is_unpaid {
        // From the day on which the cause arose, as printed, not from that on which somebody learned of it.
        sheet.assumption(Assumption::PeriodFromTheCause, clause);
    }
    // "More than two years after": the day on which they are full is not yet too late.
    sheet.assumption(Assumption::LastDayStillInTime, clause);
    let ((.., begun), (.., ended)) = (from.parts(), file_by.parts());
    if begun != ended {
        sheet.assumption(Assumption::LeapDayOnThe28th, clause);
    }
    if named.arbitration().is_some() {
        sheet.assumption(Assumption::ArbitrationCountsAsAction, clause);
    }
}
