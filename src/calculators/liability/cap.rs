//! The limbs of the cap, of which the highest decides.

use super::{Payment, Request, Terms};
use crate::calculators::Case;
use crate::clause::ClauseId;
use crate::country::Country;
use crate::dates::YEAR_MONTHS;
use crate::money::{Exact, Money, OrOverflow, Overflow, Percent, Rate, decimal};
use crate::sheet::{Sheet, Working};
use rust_decimal::Decimal;

/// The cap and the clause of the limb that decides it.
pub struct Cap {
    pub amount: Money,
    pub clause: ClauseId,
}

pub fn write(
    case: &Case,
    terms: &Terms,
    request: &Request,
    country: Country,
    sheet: &mut Sheet,
) -> Result<Cap, Overflow> {
    let base = terms.cap_usd.clause();
    let (paid, mut is_exact) = write_paid(case, terms, request, sheet)?;

    let formula = if request.usd_rate.is_some() { "cap_usd × usd_rate" } else { "cap_usd" };
    let (dollars, exact) = case.half_up(converted(terms.cap_usd.value().0, request.usd_rate), "usd_rate")?;
    is_exact &= exact;
    sheet.figure("dollar_limb", dollars, Working::half_up(formula, base));
    let mut cap = Cap { amount: dollars, clause: base.clone() };
    if request.usd_rate.is_some() {
        sheet.assumption("exchange_day_not_stated", base);
    }

    // The euros are put before the second limb; the first is not replaced and stays.
    let floor = terms.cap_floor.value().of(country);
    let mut euros = None;
    if let Some(row) = floor {
        let euro = row.count("eur").and_then(|euro| decimal(i128::from(euro), 0)).unwrap_or_default();
        let formula = if request.eur_rate.is_some() { "cap_eur × eur_rate" } else { "cap_eur" };
        let (amount, exact) = case.half_up(converted(euro, request.eur_rate), "eur_rate")?;
        sheet.know("cap_eur", euro);
        sheet.figure("euro_limb", amount, Working::half_up(formula, &row.clause));
        sheet.reason("euro_floor", &row.clause);
        if request.eur_rate.is_some() {
            // Of dollars the text says "or the equivalent in local currency"; of euros it does not.
            sheet.assumption("euros_converted", &row.clause);
            // In dollars only the euros are converted; of which day is as open as for the dollars.
            if request.usd_rate.is_none() {
                sheet.assumption("exchange_day_not_stated", &row.clause);
            }
        }
        is_exact &= exact;
        cap.raise_to(amount, &row.clause);
        euros = Some(amount);
    }

    // The share is put before what was paid, and so raises that alone.
    let share = terms.paid_percent.value().of(country);
    let (limb, clause) = match share {
        Some(row) => {
            let percent = row.count("percent").and_then(|percent| decimal(i128::from(percent), 0)).unwrap_or_default();
            let (limb, exact) = case.half_up(Percent(percent).of(paid.exact()), "paid_once")?;
            is_exact &= exact;
            sheet.know("paid_percent", percent);
            sheet.figure("paid_limb", limb, Working::half_up("paid_counted × paid_percent", &row.clause));
            sheet.reason("share_of_what_was_paid", &row.clause);
            if is_over_a_year(terms, request) {
                sheet.assumption("share_of_at_most_twelve_months", &row.clause);
            }
            (limb, &row.clause)
        }
        None => {
            sheet.figure("paid_limb", paid, Working::exact("paid_counted", base));
            (paid, base)
        }
    };
    cap.raise_to(limb, clause);
    if let Some(row) = floor.or(share) {
        sheet.assumption("dollar_limb_stays", &row.clause);
        // What is inserted goes before words that the first part prints a little differently.
        sheet.assumption("quoted_words_differ", &row.clause);
    }
    if !is_exact {
        sheet.assumption("cap_rounded_once", base);
    }

    let formula = match euros {
        Some(_) => "max(dollar_limb, max(euro_limb, paid_limb))",
        None => "max(dollar_limb, paid_limb)",
    };
    sheet.figure("cap", cap.amount, Working::exact(formula, &cap.clause));
    let decides = |limb: Money| limb == cap.amount;
    let (decided_by, formula) = match (decides(dollars), euros.is_some_and(decides), decides(limb)) {
        (_, true, true) => ("equal", "euro_limb = paid_limb"),
        (true, _, true) => ("equal", "dollar_limb = paid_limb"),
        (true, true, _) => ("equal", "dollar_limb = euro_limb"),
        (_, true, _) => ("euros", "cap = euro_limb"),
        (_, _, true) => ("paid", "cap = paid_limb"),
        _ => ("dollars", "cap = dollar_limb"),
    };
    sheet.figure("decided_by", decided_by, Working::exact(formula, &cap.clause));
    Ok(cap)
}

impl Cap {
    fn raise_to(&mut self, limb: Money, clause: &ClauseId) {
        if limb > self.amount {
            *self = Cap { amount: limb, clause: clause.clone() };
        }
    }
}

/// An amount in the request's currency.
fn converted(amount: Decimal, rate: Option<Rate>) -> Option<Exact> {
    match rate {
        Some(rate) => Exact::of(amount).times(Exact::of(rate.0)),
        None => Some(Exact::of(amount)),
    }
}

impl Request {
    /// The months of recurring charges that were paid, as many as there are.
    fn months(&self) -> i64 {
        let of_years = self.years_paid.map(|years| years.0.saturating_mul(YEAR_MONTHS));
        self.months_paid.map(|months| months.0).or(of_years).unwrap_or_default()
    }
}

fn is_over_a_year(terms: &Terms, request: &Request) -> bool {
    request.months() > *terms.recurring_months.value()
}

/// What was paid for the program, as far as it counts, and whether that is exact.
fn write_paid(case: &Case, terms: &Terms, request: &Request, sheet: &mut Sheet) -> Result<(Money, bool), Overflow> {
    let clause = terms.recurring_months.clause();
    let months = request.months().min(*terms.recurring_months.value());
    let (recurring, is_exact) = match request.yearly_charge {
        Some(charge) => {
            let whole = charge.exact().times_count(months).and_then(|all| all.over(YEAR_MONTHS));
            case.half_up(whole, "yearly_charge")?
        }
        None => {
            let charge = request.monthly_charge.unwrap_or(case.zero());
            (charge.times(months).or_overflow("monthly_charge")?, true)
        }
    };
    let paid = request.paid_once.unwrap_or(case.zero()).plus(recurring).or_overflow("paid_once")?;
    let formula = match request.payment {
        Payment::Free => "0",
        Payment::Once => "paid_once",
        Payment::Recurring => "monthly_charge × min(months_paid, recurring_months)",
        Payment::Both => "paid_once + monthly_charge × min(months_paid, recurring_months)",
        Payment::Yearly => "yearly_charge × min(years_paid × year_months, recurring_months) ÷ year_months",
        Payment::OnceAndYearly => {
            "paid_once + yearly_charge × min(years_paid × year_months, recurring_months) ÷ year_months"
        }
    };
    if request.yearly_charge.is_some() {
        sheet.know("year_months", YEAR_MONTHS);
    }
    let working = if is_exact { Working::exact(formula, clause) } else { Working::half_up(formula, clause) };
    sheet.figure("paid_counted", paid, working);
    if request.payment == Payment::Free {
        sheet.reason("nothing_paid", clause);
    }
    if matches!(request.payment, Payment::Both | Payment::OnceAndYearly) {
        sheet.assumption("once_and_recurring_add_up", clause);
    }
    // Which twelve months count the text does not say.
    if is_over_a_year(terms, request) {
        sheet.assumption("months_before_the_claim", clause);
    }
    Ok((paid, is_exact))
}
