//! The charge on one invoice, and on all.

use super::rule::{LateRate, LateRule, OtherReading, RateOf, Spell};
use super::{Invoice, Options, Priced};
use crate::calculators::Case;
use crate::money::{Exact, Money, OrOverflow, Overflow, Percent};
use crate::sheet::{Sheet, Working};
use rust_decimal::Decimal;

/// What becomes of an invoice.
pub(super) const OUTCOMES: &[&str] = &["on_time", "charged", "not_asked_in_writing", "rate_not_stated"];

/// The amounts of a line, as far as there are any.
#[derive(Default)]
pub(super) struct Charged {
    pub charge: Option<Money>,
    pub interest: Option<Money>,
    pub fixed_sum: Option<Money>,
    pub other_charge: Option<Money>,
    pub is_inexact: bool,
}

/// Works out a line's charge and writes it.
pub(super) fn write(
    case: &Case,
    rule: &LateRule<'_>,
    options: &Options,
    line: &Invoice,
    days_late: i64,
    sheet: &mut Sheet,
) -> Result<Charged, Overflow> {
    let nothing = Charged { charge: Some(case.zero()), ..Charged::default() };
    if days_late == 0 {
        sheet.echo("outcome", "on_time");
        sheet.computed("charge", case.zero(), Working::exact("0, paid_on ≤ pay_by", rule.clause));
        return Ok(nothing);
    }
    if options.asked_in_writing == Some(false) {
        sheet.echo("outcome", "not_asked_in_writing");
        sheet.computed("charge", case.zero(), Working::exact("0, asked_in_writing", rule.clause));
        return Ok(nothing);
    }
    match &rule.rate {
        None => {
            sheet.echo("outcome", "rate_not_stated");
            Ok(Charged::default())
        }
        Some(rate) => {
            sheet.echo("outcome", "charged");
            write_charge(case, rule, rate, options, line, days_late, sheet)
        }
    }
}

/// How a charge is worked out: by the rate alone, up to what the law allows, and with a fixed sum in euros, converted or
/// not.
struct Formulas {
    alone: &'static str,
    up_to_maximum: &'static str,
    with_sum: &'static str,
    with_converted_sum: &'static str,
}

impl Formulas {
    fn of(spell: Spell) -> Formulas {
        match spell {
            Spell::Begun => Formulas {
                alone: "amount × late_percent × periods",
                up_to_maximum: "min(amount × late_percent × periods, legal_maximum)",
                with_sum: "amount × late_percent × periods + fixed_sum_eur",
                with_converted_sum: "amount × late_percent × periods + fixed_sum_eur × eur_rate",
            },
            Spell::Month => Formulas {
                alone: "amount × late_percent × days_late ÷ month_days",
                up_to_maximum: "min(amount × late_percent × days_late ÷ month_days, legal_maximum)",
                with_sum: "amount × late_percent × days_late ÷ month_days + fixed_sum_eur",
                with_converted_sum: "amount × late_percent × days_late ÷ month_days + fixed_sum_eur × eur_rate",
            },
            Spell::Year => Formulas {
                alone: "amount × late_percent × days_late ÷ year_days",
                up_to_maximum: "min(amount × late_percent × days_late ÷ year_days, legal_maximum)",
                with_sum: "amount × late_percent × days_late ÷ year_days + fixed_sum_eur",
                with_converted_sum: "amount × late_percent × days_late ÷ year_days + fixed_sum_eur × eur_rate",
            },
        }
    }
}

fn write_charge(
    case: &Case,
    rule: &LateRule<'_>,
    rate: &LateRate,
    options: &Options,
    line: &Invoice,
    days_late: i64,
    sheet: &mut Sheet,
) -> Result<Charged, Overflow> {
    const AMOUNT: &str = "amount";
    let clause = rule.clause;
    // A period begun counts whole; of a month or a year only the days late do.
    let formulas = Formulas::of(rate.spell);
    let (spells, parts) = match rate.spell {
        Spell::Begun => {
            let begun = (days_late - 1) / rate.spell_days + 1;
            sheet.know("period_days", rate.spell_days);
            sheet.computed("periods", begun, Working::exact("begun(days_late, period_days)", clause));
            (begun, 1)
        }
        Spell::Month => {
            sheet.know("month_days", rate.spell_days);
            (days_late, rate.spell_days)
        }
        Spell::Year => {
            sheet.know("year_days", rate.spell_days);
            (days_late, rate.spell_days)
        }
    };
    let percent = write_percent(rule, rate, options, sheet)?;
    sheet.echo("rate_for", rate.spell.key());
    let share = |percent: Percent, spells: i64, parts: i64| {
        let all = percent.of(line.amount.exact()).and_then(|all| all.times_count(spells));
        all.and_then(|all| all.over(parts))
    };
    let exact = share(percent, spells, parts);
    let (by_rate, is_exact) = case.half_up(exact, AMOUNT)?;
    // What two products make together is rounded once, when both are in it.
    let fixed_sum = FixedSum::of(rule, options);
    let with_fixed_sum = |exact: Option<Exact>| {
        let both = match &fixed_sum {
            Some(fixed) => exact.zip(fixed.exact).and_then(|(exact, sum)| exact.plus(sum)),
            None => exact,
        };
        case.half_up(both, AMOUNT)
    };

    let mut charged = Charged { is_inexact: !is_exact, ..Charged::default() };
    let charge = if let Some(fixed) = &fixed_sum {
        sheet.computed("interest", by_rate, Working::half_up(formulas.alone, clause));
        let (sum, is_exact) = case.half_up(fixed.exact, AMOUNT)?;
        sheet.know("fixed_sum_eur", fixed.euros);
        sheet.computed("fixed_sum", sum, Working::half_up(fixed.formula, clause));
        let (charge, _) = with_fixed_sum(exact)?;
        let with_sum = if options.eur_rate.is_some() { formulas.with_converted_sum } else { formulas.with_sum };
        sheet.computed("charge", charge, Working::half_up(with_sum, clause));
        charged = Charged {
            interest: Some(by_rate),
            fixed_sum: Some(sum),
            is_inexact: charged.is_inexact || !is_exact,
            ..charged
        };
        charge
    } else {
        let charge = line.legal_maximum.map_or(by_rate, |most| by_rate.min(most));
        let formula = if line.legal_maximum.is_some() { formulas.up_to_maximum } else { formulas.alone };
        sheet.computed("charge", charge, Working::half_up(formula, clause));
        if charge < by_rate {
            sheet.reason("capped_by_law", clause);
        }
        let has_maximum = rule.row.is_some_and(|row| row.text("at_most").is_some());
        if has_maximum && line.legal_maximum.is_none() {
            sheet.assumption("legal_maximum_not_entered", clause);
        }
        charge
    };

    // The doubtful passage read the other way.
    let other = match (rate.other, options.ecb_rate_percent) {
        (Some(OtherReading::Margin(margin)), Some(bank)) => {
            sheet.know("other_margin_percent", margin);
            let formula = match options.eur_rate {
                Some(_) => {
                    "amount × (ecb_rate_percent + other_margin_percent) × days_late ÷ year_days + fixed_sum_eur × eur_rate"
                }
                None => "amount × (ecb_rate_percent + other_margin_percent) × days_late ÷ year_days + fixed_sum_eur",
            };
            Some((plus(bank, margin), rate.spell_days, formula))
        }
        (Some(OtherReading::Yearly(spells, days)), _) => {
            sheet.know("months_of_year", spells);
            sheet.know("year_days", days);
            let formula = "amount × late_percent × months_of_year × days_late ÷ year_days";
            Some((times(percent, spells), days, formula))
        }
        _ => None,
    };
    if let Some((percent, year_days, formula)) = other {
        let (all, _) = with_fixed_sum(share(percent.or_overflow(AMOUNT)?, days_late, year_days))?;
        sheet.computed("other_charge", all, Working::half_up(formula, clause));
        charged.other_charge = Some(all);
    }
    Ok(Charged { charge: Some(charge), ..charged })
}

fn plus(a: Percent, b: Percent) -> Option<Percent> {
    a.0.checked_add(b.0).map(|sum| Percent(sum.normalize()))
}

fn times(percent: Percent, count: i64) -> Option<Percent> {
    percent.0.checked_mul(Decimal::from(count)).map(|product| Percent(product.normalize()))
}

/// The percentage, as stated or made from a bank's.
fn write_percent(
    rule: &LateRule<'_>,
    rate: &LateRate,
    options: &Options,
    sheet: &mut Sheet,
) -> Result<Percent, Overflow> {
    let bank = |percent: Option<Percent>| percent.unwrap_or(Percent(Decimal::ZERO));
    let (percent, formula) = match rate.of {
        RateOf::Stated(percent) => {
            sheet.know("stated_percent", percent);
            (Some(percent), "stated_percent")
        }
        RateOf::EuropeanBank(margin) => {
            sheet.know("margin_percent", margin);
            (plus(bank(options.ecb_rate_percent), margin), "ecb_rate_percent + margin_percent")
        }
        RateOf::UkrainianBank(count) => {
            sheet.know("rate_times", count);
            (times(bank(options.nbu_rate_percent), count), "nbu_rate_percent × rate_times")
        }
    };
    let percent = percent.or_overflow("amount")?;
    sheet.computed("late_percent", percent, Working::exact(formula, rule.clause));
    Ok(percent)
}

/// The fixed sum for collecting the debt, in the request's currency.
struct FixedSum {
    euros: Decimal,
    /// None where it does not fit.
    exact: Option<Exact>,
    formula: &'static str,
}

impl FixedSum {
    /// None where the country has none.
    fn of(rule: &LateRule<'_>, options: &Options) -> Option<FixedSum> {
        let euros = rule.row.and_then(|row| row.amount("fixed_sum"))?;
        let (exact, formula) = match options.eur_rate {
            Some(rate) => (Exact::of(euros).times(Exact::of(rate.0)), "fixed_sum_eur × eur_rate"),
            None => (Some(Exact::of(euros)), "fixed_sum_eur"),
        };
        Some(FixedSum { euros, exact, formula })
    }
}

/// The sums, as far as every invoice has an amount.
pub(super) fn write_totals(
    case: &Case,
    rule: &LateRule<'_>,
    priced: &[Priced],
    sheet: &mut Sheet,
) -> Result<(), Overflow> {
    let charges: Option<Vec<Money>> = priced.iter().map(|line| line.charged.charge).collect();
    if let Some(charges) = charges {
        sheet.figure("charge", case.sum(charges, "lines")?, Working::exact("sum(charge)", rule.clause));
    }
    let mut write_sum = |name, formula, of: fn(&Charged) -> Option<Money>| {
        let amounts: Vec<Money> = priced.iter().filter_map(|line| of(&line.charged)).collect();
        if !amounts.is_empty() {
            sheet.figure(name, case.sum(amounts, "lines")?, Working::exact(formula, rule.clause));
        }
        Ok(())
    };
    write_sum("interest", "sum(interest)", |charged| charged.interest)?;
    write_sum("fixed_sum", "sum(fixed_sum)", |charged| charged.fixed_sum)?;
    write_sum("other_charge", "sum(other_charge)", |charged| charged.other_charge)
}
