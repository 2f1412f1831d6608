//! What is to be known beside the charge.

use super::rule::LateRule;
use super::{Assumption, Options, Reason, Terms, Warning};
use crate::calculators::Ask;
use crate::terms::Keys;
use crate::working::Of;
use crate::working::sheet::Sheet;

/// What holds of every invoice, or would if it were late.
pub(super) fn write(ask: &Ask<'_, Terms, Options>, rule: &LateRule<'_>, is_any_late: bool, sheet: &mut Sheet) {
    let (terms, options) = (ask.terms, ask.request);
    let base = terms.payment_days.clause();
    // Payment falls due when the invoice comes, and has thirty days: late is what comes after those.
    if rule.payment_days.value == *terms.payment_days.value() {
        sheet.assumption(Assumption::LateAfterTheLastDay, rule.payment_days.clause());
    }
    if rule.rate.is_none() {
        sheet.reason(Reason::RateNotStated, base);
    }
    if options.eur_rate.is_some() {
        sheet.assumption(Assumption::EurRateIsYours, rule.clause);
    }
    let Some(row) = &rule.row else {
        if is_any_late {
            sheet.warning(Warning::ChargeIsOptional, base);
        }
        return;
    };
    if is_any_late && options.asked_in_writing.is_some_and(|asked| !asked.value) {
        sheet.reason(Reason::NotAskedInWriting, rule.clause);
    }
    write_row_notes(row.assumptions.as_ref(), row.warnings.as_ref(), sheet);
    if is_any_late {
        write_row_notes(row.assumptions_when_late.as_ref(), row.warnings_when_late.as_ref(), sheet);
    }
}

/// The notes that the country's row names.
fn write_row_notes(assumptions: Option<&Of<'_, Keys>>, warnings: Option<&Of<'_, Keys>>, sheet: &mut Sheet) {
    if let Some(keys) = assumptions {
        let known = keys.value.0.iter().filter_map(|key| Assumption::of_code(key));
        known.for_each(|code| sheet.assumption(code, keys.clause()));
    }
    if let Some(keys) = warnings {
        let known = keys.value.0.iter().filter_map(|key| Warning::of_code(key));
        known.for_each(|code| sheet.warning(code, keys.clause()));
    }
}
