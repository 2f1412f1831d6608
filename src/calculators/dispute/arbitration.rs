//! How an arbitration is held: where, in which language, by how many and by whom; and limits set in another currency.

use super::forum::{Named, write_key};
use super::{Request, Terms};
use crate::calculators::Case;
use crate::clause::ClauseId;
use crate::money::{Exact, Money, OrOverflow, Overflow, Rate, Rounding};
use crate::sheet::{Sheet, Working};
use crate::terms::CountryRow;
use rust_decimal::Decimal;

/// An amount up to which something else holds, in the request's currency.
#[derive(Clone, Copy)]
pub(super) struct Limit {
    pub amount: Money,
    pub is_exact: bool,
}

/// So many units of another currency in the request's own.
pub(super) fn limit_of(case: &Case, units: i64, rate: Option<Rate>, field: &'static str) -> Result<Limit, Overflow> {
    let units = Exact::of(Decimal::from(units));
    let exact = match rate {
        Some(rate) => units.times(Exact::of(rate.0)),
        None => Some(units),
    };
    // Rounding down turns no amount away that the limit admits: amounts have no smaller units.
    let (amount, is_exact) = exact.and_then(|exact| exact.money(case.digits, Rounding::Down)).or_overflow(field)?;
    Ok(Limit { amount, is_exact })
}

impl Limit {
    /// Whether an amount is no more.
    pub(super) fn admits(self, amount: Money) -> bool {
        amount.decimal() <= self.amount.decimal()
    }

    /// How it was found.
    pub(super) fn working<'c>(self, formula: &'static str, clause: &'c ClauseId) -> Working<'c> {
        if self.is_exact { Working::exact(formula, clause) } else { Working::down(formula, clause) }
    }
}

/// Seat, language and number of arbitrators, as far as they are stated.
pub(super) fn write_arbitration(
    case: &Case,
    request: &Request,
    row: &CountryRow,
    sheet: &mut Sheet,
) -> Result<(), Overflow> {
    let clause = &row.clause;
    write_key("seat", Some(row), "seat", (clause, ""), sheet);
    write_key("language", Some(row), "language", (clause, "not_stated"), sheet);
    let Some(arbitrators) = row.count("arbitrators") else {
        sheet.reason("arbitrators_not_stated", clause);
        return Ok(());
    };
    let by_amount = row.count("one_arbitrator_inr").zip(request.amount_in_dispute);
    let Some((rupees, disputed)) = by_amount else {
        sheet.figure("arbitrators", arbitrators, Working::exact("named_for(country)", clause));
        return Ok(());
    };
    sheet.know("one_arbitrator_inr", rupees);
    let limit = limit_of(case, rupees, request.inr_rate, "inr_rate")?;
    sheet.know("one_arbitrator_limit", limit.amount);
    let (arbitrators, formula) = if limit.admits(disputed) {
        (1, "amount_in_dispute ≤ one_arbitrator_limit")
    } else {
        (arbitrators, "amount_in_dispute > one_arbitrator_limit")
    };
    sheet.figure("arbitrators", arbitrators, Working::exact(formula, clause));
    let formula = if request.inr_rate.is_some() { "one_arbitrator_inr × inr_rate" } else { "one_arbitrator_inr" };
    sheet.figure("one_arbitrator_limit", limit.amount, limit.working(formula, clause));
    if request.inr_rate.is_some() {
        sheet.assumption("inr_rate_is_yours", clause);
    }
    Ok(())
}

/// Each party names an arbitrator, and these two a chair within so many days. Of what, the text does not say: of the
/// second one's naming, since before that there are not two.
pub(super) fn write_chair(
    terms: &Terms,
    request: &Request,
    named: &Named<'_>,
    sheet: &mut Sheet,
) -> Result<(), Overflow> {
    if !named.has_exceptions() {
        return Ok(());
    }
    let clause = terms.chair_days.clause();
    sheet.warning("award_within_the_contract", clause);
    if let Some(second) = request.second_arbitrator_on {
        let chair_by = second.plus_days(*terms.chair_days.value()).or_overflow("second_arbitrator_on")?;
        sheet.date("chair_by", chair_by, Working::exact("second_arbitrator_on + chair_days", clause));
        sheet.assumption("chair_days_from_the_second", clause);
    }
    Ok(())
}
