//! What support comes to for a program, what is due in all, and by when the data have to be there.

use super::{Assumption, Options, Program, Terms, Warning, out};
use crate::calculators::Ask;
use crate::values::money::Money;
use crate::working::Of;
use crate::working::reckon::work;
use crate::working::sheet::Sheet;

/// Support for what was lacking, rounded half up; none where it is charged and its price is not entered.
pub(super) fn write_support<'a>(
    terms: &'a Terms,
    line: &Program,
    excess: Of<'_, i64>,
    charged_months: Of<'_, i64>,
    sheet: &mut Sheet,
) -> Option<Of<'a, Money>> {
    let clause = terms.most_support_years.clause();
    match line.support_price {
        Some(support_price) => {
            work!(sheet, line support = half_up(
                excess * support_price * charged_months / terms.support_price_months
            ), by clause);
            Some(support)
        }
        None if charged_months.value > 0 => None,
        // Nothing is charged for, whatever it would cost.
        None => {
            work!(sheet, line support = half_up(0), by clause);
            Some(support)
        }
    }
}

/// What is due in all, with the visitor's own tax where a rate is given.
pub(super) fn write_total(
    ask: &Ask<'_, Terms, Options>,
    licences: Of<'_, Money>,
    support: Of<'_, Money>,
    sheet: &mut Sheet,
) {
    let clause = ask.terms.other_charges_due.clause();
    let total = match ask.request.other_charges {
        Some(other_charges) => {
            work!(sheet, figure other_charges = exact(other_charges), by clause);
            work!(sheet, figure total = exact(licences + support + other_charges), by clause);
            total
        }
        None => {
            work!(sheet, figure total = exact(licences + support), by clause);
            total
        }
    };
    if let Some(tax_percent) = ask.request.tax_percent {
        work!(sheet, figure tax = half_up(total * tax_percent), by clause);
        work!(sheet, figure gross = exact(total + tax), by clause);
        sheet.assumption(Assumption::TaxNotInText, clause);
    }
}

/// By when the data have to be there.
pub(super) fn write_notice(ask: &Ask<'_, Terms, Options>, sheet: &mut Sheet) {
    let Some(notified_on) = ask.request.notified_on else { return };
    let terms = ask.terms;
    let clause = terms.data_notice_days.clause();
    work!(sheet, date data_due_by = exact(notified_on + terms.data_notice_days), by clause);
    sheet.assumption(Assumption::DataDueOnTheLastDay, clause);
    sheet.assumption(Assumption::YearlyOnRequest, clause);
    if ask.as_of.value > data_due_by.value {
        sheet.warning(Warning::DataAreOverdue, clause);
    }
}
