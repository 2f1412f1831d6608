//! Giving back a program whose terms were accepted.

use super::{Acceptance, Assumption, HandBack, Reason, RefundFrom, Request, Terms, Warning, out, write_refused};
use crate::calculators::Ask;
use crate::clause::ClauseId;
use crate::terms::CountryRow;
use crate::values::dates::Date;
use crate::working::answer::Verdict;
use crate::working::reckon::work;
use crate::working::sheet::Sheet;
use crate::working::{Entered, Of};

/// Who accepted and is not satisfied has some days, and needs the proof.
pub(super) fn answer(
    ask: &Ask<'_, Terms, Request>,
    acquired_on: Entered<Date>,
    law: Option<&CountryRow>,
    sheet: &mut Sheet,
) -> Verdict {
    let (terms, request) = (ask.terms, ask.request);
    let clause = terms.return_days.clause();
    let returned_on = request.returned_on.unwrap_or(ask.as_of).stands_for("returned_on");
    // The day of acquisition itself is not counted; who wants to be sure keeps a day in hand.
    work!(sheet, date return_by = exact(acquired_on + terms.return_days), by clause);
    work!(sheet, date careful_return_by = exact(day_before(return_by)), by clause);
    work!(sheet, figure days_left = exact(max(0, days(returned_on, return_by))), by clause);
    work!(sheet, between in_time = exact(returned_on <= return_by), by clause);
    work!(sheet, between refunded = exact(in_time && request.proof_in_hand), by clause);
    write_refund(request, refunded, law, clause, sheet);

    sheet.assumption(Assumption::FirstDayExcluded, clause);
    sheet.assumption(Assumption::FirstAcquisitionCounts, clause);
    sheet.assumption(Assumption::SentOrReceived, clause);
    if returned_on.value < acquired_on.value {
        sheet.warning(Warning::ReturnedBeforeAcquired, clause);
    }
    if in_time.value && returned_on.value > careful_return_by.value {
        sheet.warning(Warning::CarefulDayHasPassed, clause);
    }
    sheet.reason(if in_time.value { Reason::ReturnedInTime } else { Reason::ReturnedTooLate }, clause);
    if !request.proof_in_hand.value {
        sheet.reason(Reason::ProofMissing, clause);
    }
    if refunded.value {
        if request.downloaded.value {
            sheet.warning(Warning::AskForInstructions, clause);
        }
        return Verdict::Eligible;
    }
    write_refused(terms, law, sheet)
}

/// By whom the price is paid back to who accepted, and what goes back for it.
fn write_refund(
    request: &Request,
    refunded: Of<'_, bool>,
    law: Option<&CountryRow>,
    clause: &ClauseId,
    sheet: &mut Sheet,
) {
    let decides = law.filter(|_| !refunded.value).map_or(clause, |law| &law.clause);
    match law {
        Some(_) => {
            work!(sheet, figure refund_from = exact(
                if refunded && request.downloaded { RefundFrom::WhomItCameFrom }
                else if refunded { RefundFrom::IbmOrPartner }
                else { RefundFrom::AsLawProvides }
            ), by decides);
        }
        None => {
            work!(sheet, figure refund_from = exact(
                if refunded && request.downloaded { RefundFrom::WhomItCameFrom }
                else if refunded { RefundFrom::IbmOrPartner }
                else { RefundFrom::Nobody }
            ), by decides);
        }
    }
    work!(sheet, figure hand_back = exact(
        if refunded && request.downloaded { HandBack::AsInstructed }
        else if refunded { HandBack::ProgramAndProof }
        else { HandBack::Nothing }
    ), by decides);
    // Who accepted is told to give the program back, not to destroy it.
    work!(sheet, figure destroy_copies = exact(request.acceptance != Acceptance::Accepted), by clause);
}
