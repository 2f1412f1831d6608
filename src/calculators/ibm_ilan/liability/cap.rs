//! The limbs of the cap, of which the highest decides.

use super::rows::{Floor, Share};
use super::{Assumption, Decider, Payment, Reason, Request, Terms, out};
use crate::values::country::Country;
use crate::values::dates::YEAR_MONTHS;
use crate::values::money::Money;
use crate::working::Of;
use crate::working::reckon::work;
use crate::working::sheet::Sheet;

/// Returns the cap, by the clause of the limb that decides it.
pub fn write<'t>(terms: &'t Terms, request: &Request, country: Country, sheet: &mut Sheet) -> Of<'t, Money> {
    let base = terms.cap_usd.clause();
    let floor = terms.cap_floor.row_of::<Floor>(country);
    let share = terms.paid_percent.row_of::<Share>(country);
    let paid_counted = write_paid(terms, request, sheet);
    let dollar_limb = write_dollars(terms, request, sheet);
    let euro_limb = floor.as_ref().map(|floor| write_euros(request, floor, sheet));
    let paid_limb = write_share(terms, request, share.as_ref(), paid_counted, sheet);
    let named = floor.map(|floor| floor.cap_eur.clause()).or(share.map(|share| share.paid_percent.clause()));
    if let Some(clause) = named {
        sheet.assumption(Assumption::DollarLimbStays, clause);
        // What is inserted goes before words that the first part prints a little differently.
        sheet.assumption(Assumption::QuotedWordsDiffer, clause);
    }
    let limbs = [Some(paid_counted), Some(dollar_limb), euro_limb, Some(paid_limb)];
    if limbs.iter().flatten().any(|limb| !limb.is_exact) {
        sheet.assumption(Assumption::CapRoundedOnce, base);
    }
    write_highest(dollar_limb, euro_limb, paid_limb, sheet)
}

/// Returns what was paid for the program, as far as it counts.
fn write_paid<'t>(terms: &'t Terms, request: &Request, sheet: &mut Sheet) -> Of<'t, Money> {
    let by = &terms.recurring_months;
    let by_month = request.monthly_charge.zip(request.months_paid);
    let by_year = request.yearly_charge.zip(request.years_paid);
    let paid_counted = match (request.paid_once, by_month, by_year) {
        (None, None, None) => {
            work!(sheet, figure paid_counted = exact(0), by by);
            paid_counted
        }
        (Some(paid_once), None, None) => {
            work!(sheet, figure paid_counted = exact(paid_once), by by);
            paid_counted
        }
        (None, Some((monthly_charge, months_paid)), _) => {
            work!(sheet, figure paid_counted = exact(monthly_charge * min(months_paid, terms.recurring_months)), by by);
            paid_counted
        }
        (Some(paid_once), Some((monthly_charge, months_paid)), _) => {
            work!(sheet, figure paid_counted = exact(
                paid_once + monthly_charge * min(months_paid, terms.recurring_months)
            ), by by);
            paid_counted
        }
        (None, None, Some((yearly_charge, years_paid))) => {
            work!(sheet, figure paid_counted = half_up(
                yearly_charge * min(months_of_years(years_paid), terms.recurring_months) / months_of_years(1)
            ), by by);
            paid_counted
        }
        (Some(paid_once), None, Some((yearly_charge, years_paid))) => {
            work!(sheet, figure paid_counted = half_up(
                paid_once + yearly_charge * min(months_of_years(years_paid), terms.recurring_months) / months_of_years(1)
            ), by by);
            paid_counted
        }
    };
    if request.payment == Payment::Free {
        sheet.reason(Reason::NothingPaid, by.clause());
    }
    if matches!(request.payment, Payment::Both | Payment::OnceAndYearly) {
        sheet.assumption(Assumption::OnceAndRecurringAddUp, by.clause());
    }
    // Which twelve months count the text does not say.
    if request.is_over_a_year(terms) {
        sheet.assumption(Assumption::MonthsBeforeTheClaim, by.clause());
    }
    paid_counted
}

impl Request {
    /// Whether more recurring charges were paid than count.
    fn is_over_a_year(&self, terms: &Terms) -> bool {
        let of_years = self.years_paid.map(|years| years.value.0.saturating_mul(YEAR_MONTHS));
        let months = self.months_paid.map(|months| months.value.0).or(of_years);
        months.is_some_and(|months| months > *terms.recurring_months.value())
    }
}

fn write_dollars<'t>(terms: &'t Terms, request: &Request, sheet: &mut Sheet) -> Of<'t, Money> {
    let by = &terms.cap_usd;
    let Some(usd_rate) = request.usd_rate else {
        work!(sheet, figure dollar_limb = half_up(terms.cap_usd), by by);
        return dollar_limb;
    };
    work!(sheet, figure dollar_limb = half_up(terms.cap_usd * usd_rate), by by);
    sheet.assumption(Assumption::ExchangeDayNotStated, by.clause());
    dollar_limb
}

/// The euros are put before the second limb; the first is not replaced and stays.
fn write_euros<'t>(request: &Request, floor: &Floor<'t>, sheet: &mut Sheet) -> Of<'t, Money> {
    let clause = floor.cap_eur.clause();
    sheet.reason(Reason::EuroFloor, clause);
    let Some(eur_rate) = request.eur_rate else {
        work!(sheet, figure euro_limb = half_up(floor.cap_eur), by clause);
        return euro_limb;
    };
    work!(sheet, figure euro_limb = half_up(floor.cap_eur * eur_rate), by clause);
    // Of dollars the text says "or the equivalent in local currency"; of euros it does not.
    sheet.assumption(Assumption::EurosConverted, clause);
    // In dollars only the euros are converted; of which day is as open as for the dollars.
    if request.usd_rate.is_none() {
        sheet.assumption(Assumption::ExchangeDayNotStated, clause);
    }
    euro_limb
}

/// The share is put before what was paid, and so raises that alone.
fn write_share<'t>(
    terms: &'t Terms,
    request: &Request,
    share: Option<&Share<'t>>,
    paid_counted: Of<'t, Money>,
    sheet: &mut Sheet,
) -> Of<'t, Money> {
    let Some(share) = share else {
        work!(sheet, figure paid_limb = exact(paid_counted), by terms.cap_usd);
        return paid_limb;
    };
    let clause = share.paid_percent.clause();
    work!(sheet, figure paid_limb = half_up(paid_counted * share.paid_percent), by clause);
    sheet.reason(Reason::ShareOfWhatWasPaid, clause);
    if request.is_over_a_year(terms) {
        sheet.assumption(Assumption::ShareOfAtMostTwelveMonths, clause);
    }
    paid_limb
}

fn write_highest<'t>(
    dollar_limb: Of<'t, Money>,
    euro_limb: Option<Of<'t, Money>>,
    paid_limb: Of<'t, Money>,
    sheet: &mut Sheet,
) -> Of<'t, Money> {
    let Some(euro_limb) = euro_limb else {
        work!(sheet, figure cap = exact(max(dollar_limb, paid_limb)), by its_own or dollar_limb);
        work!(sheet, figure decided_by = exact(
            if dollar_limb == paid_limb { Decider::Equal }
            else if paid_limb == cap { Decider::Paid }
            else { Decider::Dollars }
        ), by cap);
        return cap;
    };
    work!(sheet, figure cap = exact(max(dollar_limb, max(euro_limb, paid_limb))), by its_own or dollar_limb);
    work!(sheet, figure decided_by = exact(
        if dollar_limb == cap && euro_limb == cap || dollar_limb == cap && paid_limb == cap
            || euro_limb == cap && paid_limb == cap { Decider::Equal }
        else if euro_limb == cap { Decider::Euros }
        else if paid_limb == cap { Decider::Paid }
        else { Decider::Dollars }
    ), by cap);
    cap
}
