//! Which law and which forum the licence names, and whether this claim has to go to that forum.

use super::arbitration::write_arbitration;
use super::named::Named;
use super::rows::{Forum, ForumKind, is_so};
use super::{Assumption, Nature, Reason, Request, Route, Terms, Warning, out};
use crate::values::money::{Dollars, Money};
use crate::working::reckon::work;
use crate::working::sheet::Sheet;
use crate::working::{Entered, Of};

/// Writes the forum, the way to it, what the licence says of it, and the law.
pub(super) fn write(terms: &Terms, request: &Request, named: &Named<'_>, sheet: &mut Sheet) {
    match &named.forum {
        Some(row) => {
            work!(sheet, figure forum = exact(row.forum), by row.forum);
            write_route(terms, request, row, sheet);
        }
        None => {
            let none_named = Entered::written("none_named", "none_named");
            work!(sheet, figure forum = exact(none_named), by terms.dispute_forum);
            work!(sheet, figure route = exact(Route::NoneNamed), by terms.dispute_forum);
        }
    }
    if let Some(forum) = named.arbitration() {
        write_arbitration(request, forum, sheet);
    }
    match &named.law {
        Some(row) => {
            work!(sheet, figure law = exact(row.law), by row.law);
        }
        None => {
            let of_the_transaction = Entered::written("law_of_the_transaction", "law_of_the_transaction");
            work!(sheet, figure law = exact(of_the_transaction), by terms.governing_law);
        }
    }
    sheet.reason(Reason::SaleConventionExcluded, terms.sale_convention_excluded.clause());
    write_mismatches(terms, named, sheet);
}

/// Where this claim goes, and why.
fn write_route(terms: &Terms, request: &Request, forum: &Forum<'_>, sheet: &mut Sheet) {
    let clause = forum.forum.clause();
    let either_party = forum.either_party.filter(|_| forum.is_arbitration());
    let court_limit = forum.receivables_usd.zip(request.amount_owed).map(|(receivables_usd, amount_owed)| {
        (write_limit(terms, request, receivables_usd, amount_owed, sheet), amount_owed)
    });
    if let Some(either_party) = either_party.filter(|either_party| either_party.value) {
        work!(sheet, figure route = exact(
            if either_party { Route::ArbitrationOnRequest } else { Route::Arbitration }
        ), by clause);
        sheet.reason(Reason::EitherPartyMayArbitrate, clause);
    } else if forum.is_arbitration() && forum.receivables_usd.is_some() {
        write_exceptions(terms, request.nature, court_limit, sheet);
    } else {
        work!(sheet, figure route = exact(
            if forum.forum_kind == ForumKind::Court { Route::Court } else { Route::Arbitration }
        ), by clause);
        write_plain_reasons(forum, sheet);
    }
    // Only some of the passages say that the disputes are those of this contract.
    if is_so(forum.all_disputes) {
        sheet.assumption(Assumption::AllDisputesOfThisContract, clause);
    }
}

fn write_plain_reasons(forum: &Forum<'_>, sheet: &mut Sheet) {
    let clause = forum.forum.clause();
    if forum.is_arbitration() {
        return sheet.reason(Reason::NoExceptionNamed, clause);
    }
    if is_so(forum.exclusive) {
        sheet.reason(Reason::ExclusiveCourt, clause);
    }
    if is_so(forum.settle_first) {
        sheet.warning(Warning::SettleFirst, clause);
    }
}

/// Some claims may go to court too. The text keeps nobody from going there with these; nor does it take them from the
/// arbitrators.
fn write_exceptions(
    terms: &Terms,
    nature: Entered<Nature>,
    limit: Option<(Of<'_, Money>, Entered<Money>)>,
    sheet: &mut Sheet,
) {
    let exceptions = terms.court_exceptions.clause();
    let is_within = if let Some((court_limit, amount_owed)) = limit.filter(|_| nature.value == Nature::Receivable) {
        work!(sheet, figure route = exact(
            if amount_owed <= court_limit { Route::ArbitrationOrCourt } else { Route::Arbitration }
        ), by exceptions);
        route.value == Route::ArbitrationOrCourt
    } else {
        work!(sheet, figure route = exact(
            if nature == Nature::InterimRelief || nature == Nature::IpValidity { Route::ArbitrationOrCourt }
            else { Route::Arbitration }
        ), by exceptions);
        false
    };
    let reason = match nature.value {
        Nature::Receivable if is_within => Reason::ReceivableWithinTheLimit,
        Nature::Receivable => Reason::ReceivableAboveTheLimit,
        Nature::InterimRelief => Reason::InterimReliefInCourt,
        Nature::IpValidity => Reason::IpValidityInCourt,
        Nature::Other => Reason::NoExceptionForThisClaim,
    };
    sheet.reason(reason, exceptions);
    if nature.value == Nature::InterimRelief {
        sheet.assumption(Assumption::PrejudiceMisprinted, exceptions);
    }
}

/// Returns up to which amount a receivable may go to court, in the request's currency. Rounding down turns no amount
/// away that the limit admits: amounts have no smaller units.
fn write_limit<'t>(
    terms: &'t Terms,
    request: &Request,
    receivables_usd: Of<'_, Dollars>,
    amount_owed: Entered<Money>,
    sheet: &mut Sheet,
) -> Of<'t, Money> {
    let by = terms.court_exceptions.clause();
    let court_limit = match request.usd_rate {
        Some(usd_rate) => {
            work!(sheet, figure court_limit = down(receivables_usd * usd_rate), by by);
            sheet.assumption(Assumption::UsdRateIsYours, by);
            court_limit
        }
        None => {
            work!(sheet, figure court_limit = down(receivables_usd), by by);
            court_limit
        }
    };
    sheet.assumption(Assumption::LimitForEachClaim, by);
    // What is printed is "or less" by the way such texts are drafted in Chinese; an English one may mean "below".
    if court_limit.is_exact && amount_owed.value == court_limit.value {
        sheet.assumption(Assumption::LimitItselfIncluded, by);
    }
    court_limit
}

/// The list of laws and that of forums do not name the same countries.
fn write_mismatches(terms: &Terms, named: &Named<'_>, sheet: &mut Sheet) {
    match (&named.law, &named.forum) {
        (None, Some(forum)) if forum.is_arbitration() => {
            sheet.assumption(Assumption::ArbitrationWithoutALaw, forum.forum.clause());
        }
        (None, Some(forum)) => sheet.assumption(Assumption::CourtWithoutALaw, forum.forum.clause()),
        (Some(law), None) => sheet.reason(Reason::LawWithoutAForum, law.law.clause()),
        (None, None) if named.is_named => {
            sheet.reason(Reason::NeitherLawNorForumNamed, terms.governing_law.clause());
        }
        _ => {}
    }
    // For some the passage puts a country's bare name where it speaks of a law.
    if let Some(law) = named.law.as_ref().filter(|law| is_so(law.bare_name)) {
        sheet.assumption(Assumption::BareNameReadAsLaw, law.law.clause());
    }
}
