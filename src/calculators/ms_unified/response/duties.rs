//! What both sides have to do under the plans that apply.

use super::chart::{Charts, Duty, PlanKey, Side};
use super::out;
use super::plan::Applying;
use crate::clause::ClauseId;
use crate::working::Of;
use crate::working::reckon::work;
use crate::working::sheet::Sheet;

/// Writes the duties of the plan that answers first, then what the other plans add to them.
pub fn write<'a, 't: 'a>(
    charts: &Charts<'t>,
    (quickest, applying): (&'a Applying<'t, '_>, &'a [Applying<'t, '_>]),
    sheet: &mut Sheet,
) {
    let others = || applying.iter().filter(|each| each.listed_plan.value != quickest.listed_plan.value);
    let mut written: Vec<Duty> = Vec::new();
    sheet.begin_rows(&out::figure::duties);
    for each in std::iter::once(quickest).chain(others()) {
        let clause = each.judged.plan.clause();
        for duty in &each.time.microsoft_duty {
            write_duty(charts, (Side::Microsoft, *duty, each.listed_plan), clause, &mut written, sheet);
        }
        for further in &charts.further_duties {
            if each.time.is(further.plan.value, further.severity.value) {
                let duty = (Side::Microsoft, further.further_duty, each.listed_plan);
                write_duty(charts, duty, &further.clause.value, &mut written, sheet);
            }
        }
    }
    for each in std::iter::once(quickest).chain(others()) {
        for duty in &each.time.customer_duty {
            let duty = (Side::Customer, *duty, each.listed_plan);
            write_duty(charts, duty, each.judged.plan.clause(), &mut written, sheet);
        }
    }
    sheet.end_list();
}

/// Writes a duty, where no plan before had it.
fn write_duty(
    charts: &Charts<'_>,
    (whose, listed, listed_plan): (Side, Of<'_, Duty>, Of<'_, PlanKey>),
    clause: &ClauseId,
    written: &mut Vec<Duty>,
    sheet: &mut Sheet,
) {
    if written.contains(&listed.value) {
        return;
    }
    sheet.begin_line(written.len());
    written.push(listed.value);
    match whose {
        Side::Microsoft => {
            work!(sheet, to_do side = exact(Side::Microsoft), by clause);
        }
        Side::Customer => {
            work!(sheet, to_do side = exact(Side::Customer), by clause);
        }
    }
    work!(sheet, to_do duty = exact(listed), by clause);
    if let Some(time) = charts.duty_times.iter().find(|time| time.duty.value == listed.value) {
        work!(sheet, to_do within_hours = exact(time.listed_hours), by clause);
        work!(sheet, to_do counted_in = exact(time.listed_clock), by clause);
    }
    work!(sheet, to_do plan = exact(listed_plan), by clause);
    sheet.end_line();
}
