//! By when somebody attends to a case.

use super::Request;
use super::answered::{is_on_business_clock, later};
use super::plan::Judged;
use crate::calculators::working_hours::WorkingHours;
use crate::dates::LocalTime;
use crate::money::{OrOverflow, Overflow};
use crate::sheet::{Sheet, Working};

/// The earliest of all plans that apply, which need not be that of the one that
/// answers first.
pub fn write(
    request: &Request,
    hours: &WorkingHours,
    (quickest, judged): (&Judged<'_>, &[Judged<'_>]),
    sheet: &mut Sheet,
) -> Result<(), Overflow> {
    let others = judged.iter().filter(|each| each.applies() && each.plan.key != quickest.plan.key);
    let mut earliest: Option<(LocalTime, &Judged<'_>, i64)> = None;
    for each in std::iter::once(quickest).chain(others) {
        let Some(time) = &each.time else { continue };
        let until = later(request, hours, each, time.attention_minutes)?;
        if earliest.as_ref().is_none_or(|(earlier, ..)| until < *earlier) {
            earliest = Some((until, each, time.attention_minutes));
        }
    }
    let (until, judged, minutes) = earliest.or_overflow("severity")?;
    sheet.know("attention_minutes", minutes);
    let formula = if is_on_business_clock(judged) {
        "plus_business_minutes(local_time, attention_minutes)"
    } else {
        "plus_minutes(local_time, attention_minutes)"
    };
    sheet.date("attention_by", until, Working::exact(formula, &judged.plan.clause));
    Ok(())
}
