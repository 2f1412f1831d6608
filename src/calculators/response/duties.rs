//! What both sides have to do under the plans that apply.

use super::chart::{DUTIES, MICROSOFT, PLANS, SIDES, duty_time, known};
use super::plan::Judged;
use super::{Severity, Terms};
use crate::clause::ClauseId;
use crate::given::Given;
use crate::sheet::{Sheet, Working};

/// A duty of Microsoft's that a plan's own description adds to its chart.
pub struct FurtherDuty {
    plan: &'static str,
    severity: &'static str,
    duty: &'static str,
    pub clause: ClauseId,
}

impl FurtherDuty {
    pub fn read(row: &Given) -> Option<FurtherDuty> {
        Some(FurtherDuty {
            plan: known(row, "plan", PLANS)?,
            severity: known(row, "severity", Severity::KEYS)?,
            duty: known(row, "duty", DUTIES)?,
            clause: ClauseId::new(row.get("clause")?.text()?),
        })
    }
}

fn further_duties(terms: &Terms) -> Vec<FurtherDuty> {
    terms.further_duties.value().0.iter().filter_map(FurtherDuty::read).collect()
}

/// Writes the duties of the plan that answers first, then what the other plans add to them.
pub fn write(terms: &Terms, quickest: &Judged<'_>, judged: &[Judged<'_>], sheet: &mut Sheet) {
    let mut written: Vec<&'static str> = Vec::new();
    let others = judged.iter().filter(|each| each.applies() && each.plan.key != quickest.plan.key);
    let applying: Vec<&Judged<'_>> = std::iter::once(quickest).chain(others).collect();
    let further = further_duties(terms);
    sheet.begin_list("duties");
    for side in SIDES {
        for each in &applying {
            let Some(time) = &each.time else { continue };
            let is_own = *side == MICROSOFT;
            let adds = further.iter().filter(|duty| is_own && time.is(duty.plan, duty.severity));
            let charted = if is_own { &time.microsoft } else { &time.customer };
            let charted = charted.iter().map(|duty| (*duty, &each.plan.clause));
            for (duty, clause) in charted.chain(adds.map(|further| (further.duty, &further.clause))) {
                if written.contains(&duty) {
                    continue;
                }
                sheet.begin_line(written.len());
                written.push(duty);
                sheet.know("listed_plan", each.plan.key);
                let working = Working::exact("follows_both(listed_plan, severity)", clause);
                sheet.computed("side", *side, working);
                sheet.computed("duty", duty, working);
                if let Some((hours, clock)) = duty_time(terms, duty) {
                    sheet.know("listed_hours", hours);
                    sheet.computed("within_hours", hours, Working::exact("listed_hours", clause));
                    sheet.computed("counted_in", clock, working);
                }
                sheet.computed("plan", each.plan.key, Working::exact("listed_plan", clause));
                sheet.end_line();
            }
        }
    }
    sheet.end_list();
}
