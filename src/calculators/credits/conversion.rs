//! Credits converted into services, one after the other, from one balance.

use super::{Conversion, Terms, credits, plain, verdict};
use crate::answer::Verdict;
use crate::money::{Exact, Money, OrOverflow, Overflow, Rate, Rounding};
use crate::refusal::bounds::RATE_DECIMALS;
use crate::sheet::{Sheet, Working};

/// Works the conversions out in their order and writes the lines and the totals. One that the
/// balance does not cover leaves it as it is, and the next are taken from what is left.
pub(super) fn write(
    terms: &Terms,
    balance: Money,
    lines: &[Conversion],
    sheet: &mut Sheet,
) -> Result<Verdict, Overflow> {
    const FIELD: &str = "lines";
    let clause = terms.credit_conversion.clause();
    let nothing = Money::zero(RATE_DECIMALS);
    let (mut left, mut deducted, mut needed) = (balance, nothing, nothing);
    let mut rounded_down = 0;
    let (mut is_any_rounded, mut is_any_refused) = (false, false);

    for (index, line) in lines.iter().enumerate() {
        let (nearest, is_whole) = whole(line.value, Rounding::HalfUp)?;
        let (most, _) = whole(line.value, Rounding::Up)?;
        let missing = nearest.minus(left).or_overflow(FIELD)?;
        let is_covered = !missing.is_positive();
        is_any_rounded |= !is_whole;
        is_any_refused |= !is_covered;

        sheet.begin_line(index);
        sheet.know_all(line);
        sheet.know("balance_before", plain(left));
        match &line.defined_service {
            Some(service) => sheet.echo("defined_service", service.key.clone()),
            // Credits become services that the document describes; whether this is one nobody has said.
            None => sheet.assumption("defined_in_the_document", clause),
        }
        if let Some(service) = &line.service {
            sheet.echo("service", service.0.clone());
        }
        // The value is what is rounded, not the balance: at a half the two would differ.
        let name = if is_covered { "deducted" } else { "needed" };
        sheet.computed(name, plain(nearest), Working::half_up("value", clause));
        if most == nearest {
            if !is_whole && is_half(line.value)? {
                sheet.assumption("half_a_credit_up", clause);
            }
        } else {
            rounded_down += i64::from(is_covered);
            sheet.computed("worst_case", plain(most), Working::up("value", clause));
        }
        let formula = if is_covered {
            left = left.minus(nearest).or_overflow(FIELD)?;
            deducted = deducted.plus(nearest).or_overflow(FIELD)?;
            "balance_before − deducted"
        } else {
            needed = needed.plus(nearest).or_overflow(FIELD)?;
            sheet.computed("missing", plain(missing), Working::exact("needed − balance_before", clause));
            sheet.reason("balance_too_low", clause);
            "balance_before"
        };
        sheet.computed("balance_after", plain(left), Working::exact(formula, clause));
        sheet.echo("verdict", verdict(!is_covered, false).name());
        sheet.end_line();
    }

    // The worst case takes one credit more wherever the nearest was below the value.
    let more = credits(Rate(rounded_down.into()), FIELD)?;
    let worst = deducted.plus(more).or_overflow(FIELD)?;
    let worst_left = balance.minus(worst).or_overflow(FIELD)?;
    sheet.know("deducted", plain(deducted));
    sheet.know("deducted_worst_case", plain(worst));
    sheet.know("rounded_down", rounded_down);
    sheet.figure("balance_after", plain(left), Working::exact("balance − deducted", clause));
    if rounded_down > 0 {
        sheet.figure("balance_worst_case", plain(worst_left), Working::exact("balance − deducted_worst_case", clause));
    }
    sheet.figure("deducted", plain(deducted), Working::exact("sum(deducted)", clause));
    if rounded_down > 0 {
        sheet.figure("deducted_worst_case", plain(worst), Working::exact("deducted + rounded_down", clause));
    }
    if is_any_refused {
        let missing = needed.minus(left).or_overflow(FIELD)?;
        sheet.figure("needed", plain(needed), Working::exact("sum(needed)", clause));
        sheet.figure("missing", plain(missing), Working::exact("needed − balance_after", clause));
        sheet.assumption("balance_not_below_zero", clause);
        sheet.assumption("uncovered_left_out", clause);
    }
    sheet.assumption("values_are_yours", clause);
    if is_any_rounded {
        sheet.assumption("nearest_whole_credit", clause);
    }
    if worst > balance {
        sheet.warning("worst_case_not_covered", clause);
    }
    Ok(verdict(is_any_refused, false))
}

/// A value in whole credits, and whether it was that before.
fn whole(value: Rate, rounding: Rounding) -> Result<(Money, bool), Overflow> {
    let (rounded, is_whole) = Exact::of(value.0).round(0, rounding).or_overflow("lines")?;
    Ok((credits(Rate(rounded), "lines")?, is_whole))
}

/// Whether a value that is not whole lies in the middle between two that are: twice as much is whole.
fn is_half(value: Rate) -> Result<bool, Overflow> {
    let value = credits(value, "lines")?;
    let twice = value.plus(value).or_overflow("lines")?;
    Ok(twice.exact().round(0, Rounding::None).is_some())
}
