//! Credits converted into services, one after the other, from one balance.

use super::{Assumption, Balance, Conversion, Reason, Terms, Warning, WholeCredits, out, verdict};
use crate::clause::ClauseId;
use crate::terms::Mark;
use crate::values::money::{Rate, Rounding};
use crate::working::answer::Verdict;
use crate::working::reckon::work;
use crate::working::settled::RoundsTo;
use crate::working::sheet::Sheet;
use crate::working::{Entered, Of};

/// The catalogue's key of the credits themselves.
const CREDITS: &str = "proactive_credits";

/// What the totals need of a conversion.
struct Converted<'a> {
    /// What it takes; nothing where the balance does not cover it, and then what it would have taken.
    deducted: Option<Of<'a, WholeCredits>>,
    needed: Option<Of<'a, WholeCredits>>,
    /// What it takes in the worst case, where that is more.
    worst_case: Option<Of<'a, WholeCredits>>,
    balance_after: Of<'a, Balance>,
    is_whole: bool,
}

/// Works the conversions out in their order and writes the lines and the totals. One that the
/// balance does not cover leaves it as it is, and the next are taken from what is left.
pub(super) fn write(terms: &Terms, balance: Entered<Rate>, lines: &[Conversion], sheet: &mut Sheet) -> Verdict {
    let clause = terms.credit_conversion.clause();
    let mut converted: Vec<Converted> = Vec::with_capacity(lines.len());
    for (index, line) in lines.iter().enumerate() {
        sheet.begin_line(index);
        write_service(line, clause, sheet);
        let before = match converted.last() {
            Some(last) => {
                work!(sheet, between balance_before = exact(last.balance_after), by clause);
                balance_before
            }
            None => {
                work!(sheet, between balance_before = exact(balance), by clause);
                balance_before
            }
        };
        converted.push(write_conversion(line.value, before, clause, sheet));
        sheet.end_line();
    }
    write_totals(balance, &converted, clause, sheet)
}

/// Writes what the service is, and how that was read.
fn write_service(line: &Conversion, clause: &ClauseId, sheet: &mut Sheet) {
    match &line.defined_service {
        Some(service) => {
            sheet.show(&out::line::defined_service, service.key.clone());
            // Credits become other services: whether what the base has already is one, or more credits, is not said.
            if service.mark == Mark::Included || &*service.key == CREDITS {
                sheet.assumption(Assumption::OtherServiceReadAsAny, clause);
            }
        }
        // Credits become services that the document describes; whether this is one nobody has said.
        None => sheet.assumption(Assumption::DefinedInTheDocument, clause),
    }
    if let Some(service) = &line.service {
        sheet.show(&out::line::service, service.0.clone());
    }
}

/// Writes what one service takes of the balance, or lacks. The value is what is rounded, not the balance: at a half
/// the two would differ.
fn write_conversion<'a>(
    value: Entered<Rate>,
    balance_before: Of<'a, Balance>,
    clause: &'a ClauseId,
    sheet: &mut Sheet,
) -> Converted<'a> {
    // What it is called depends on what it comes to.
    let nearest: Option<(WholeCredits, bool)> = value.value.round_to(0, Rounding::HalfUp);
    let is_covered = nearest.is_some_and(|(nearest, _)| nearest.0 <= balance_before.value.0);
    let declared = if is_covered { &out::line::deducted } else { &out::line::needed };
    work!(sheet, at (declared) nearest = half_up(value), by clause);

    let entered = value.value.0;
    let worst_case = if nearest.value.0 < entered {
        work!(sheet, line worst_case = up(value), by clause);
        Some(worst_case)
    } else {
        None
    };
    // As far up as it would have been down.
    if !nearest.is_exact && nearest.value.0.checked_sub(entered) == Some(entered.fract()) {
        sheet.assumption(Assumption::HalfACreditUp, clause);
    }
    let is_whole = nearest.is_exact;
    let converted = if is_covered {
        work!(sheet, line balance_after = exact(balance_before - nearest), by clause);
        Converted { deducted: Some(nearest), needed: None, worst_case, balance_after, is_whole }
    } else {
        work!(sheet, line missing = exact(nearest - balance_before), by clause);
        work!(sheet, line balance_after = exact(balance_before), by clause);
        sheet.reason(Reason::BalanceTooLow, clause);
        Converted { deducted: None, needed: Some(nearest), worst_case: None, balance_after, is_whole }
    };
    sheet.show(&out::line::verdict, verdict(!is_covered, false).name());
    converted
}

/// Writes what all of them come to. The worst case takes one credit more wherever the nearest was below the value.
fn write_totals(balance: Entered<Rate>, converted: &[Converted<'_>], clause: &ClauseId, sheet: &mut Sheet) -> Verdict {
    work!(sheet, figure deducted = exact(sum(deducted of converted)), by clause);
    work!(sheet, figure balance_after = exact(balance - deducted), by clause);
    if converted.iter().any(|line| line.worst_case.is_some()) {
        work!(sheet, between rounded_down = exact(count(worst_case of converted)), by clause);
        work!(sheet, figure deducted_worst_case = exact(deducted + rounded_down), by clause);
        work!(sheet, figure balance_worst_case = exact(balance - deducted_worst_case), by clause);
        if deducted_worst_case.value.0 > balance.value.0 {
            sheet.warning(Warning::WorstCaseNotCovered, clause);
        }
    }
    let is_any_refused = converted.iter().any(|line| line.needed.is_some());
    if is_any_refused {
        work!(sheet, figure needed = exact(sum(needed of converted)), by clause);
        work!(sheet, figure missing = exact(needed - balance_after), by clause);
        sheet.assumption(Assumption::BalanceNotBelowZero, clause);
        sheet.assumption(Assumption::UncoveredLeftOut, clause);
    }
    sheet.assumption(Assumption::ValuesAreYours, clause);
    if converted.iter().any(|line| !line.is_whole) {
        sheet.assumption(Assumption::NearestWholeCredit, clause);
    }
    verdict(is_any_refused, false)
}
