//! Years counted from the work order's start: what flex and improvement plans go by.

use super::{Assumption, Request, Terms, Warning, out};
use crate::calculators::Ask;
use crate::values::dates::Date;
use crate::working::answer::Row;
use crate::working::reckon::work;
use crate::working::sheet::Sheet;
use crate::working::{Declared, Of};

/// The list that years are rows of, and what their first and last days are called there.
struct Listed {
    list: &'static Declared<Vec<Row>>,
    from: &'static Declared<Date>,
    until: &'static Declared<Date>,
}

const FLEX: Listed =
    Listed { list: &out::figure::flex_years, from: &out::flex_year::year_from, until: &out::flex_year::flex_until };

const PLANS: Listed =
    Listed { list: &out::figure::plan_years, from: &out::plan_year::year_from, until: &out::plan_year::plans_until };

/// A year of the term, the last of which may be shorter.
#[derive(Clone, Copy)]
struct Year<'a> {
    from: Of<'a, Date>,
    until: Of<'a, Date>,
    /// How many months of the term are over when it ends.
    passed_months: Of<'a, i64>,
    is_short: bool,
}

/// What the totals need of a year of improvement plans.
struct PlanYear<'a> {
    plans_used: Of<'a, i64>,
    plans_left: Of<'a, i64>,
    is_current: Of<'a, bool>,
}

impl Listed {
    /// Writes every year of the term in order, each with what else its row holds. Returns whether one is shorter.
    fn write<'a>(
        &self,
        length: Of<'a, i64>,
        request: &Request,
        sheet: &mut Sheet,
        more: &mut dyn FnMut(Year<'a>, &mut Sheet),
    ) -> bool {
        let mut last: Option<Year> = None;
        sheet.begin_rows(self.list);
        for index in 0.. {
            sheet.begin_line(index);
            let year = self.write_year(last, length, request, sheet);
            more(year, sheet);
            sheet.end_line();
            // What does not fit comes to no later day than the year before.
            let is_later = last.is_none_or(|last| last.until.value < year.until.value);
            last = Some(year);
            if year.until.value >= request.ends_on.value || !is_later {
                break;
            }
        }
        sheet.end_list();
        last.is_some_and(|last| last.is_short)
    }

    /// Writes the first and the last day of the year after another, or of the first. Both are counted from the start
    /// each time: a 31st comes back after a shorter month.
    fn write_year<'a>(
        &self,
        last: Option<Year<'a>>,
        length: Of<'a, i64>,
        request: &Request,
        sheet: &mut Sheet,
    ) -> Year<'a> {
        let (from, until) = (self.from, self.until);
        let (from, passed_months) = if let Some(last) = last {
            let earlier_months = last.passed_months.stands_for("earlier_months");
            work!(sheet, at (from) from = exact(plus_months(request.starts_on, earlier_months)), by length);
            work!(sheet, between passed_months = exact(earlier_months + length), by length);
            (from, passed_months)
        } else {
            work!(sheet, at (from) from = exact(request.starts_on), by length);
            work!(sheet, between passed_months = exact(length), by length);
            (from, passed_months)
        };
        work!(sheet, between year_end = exact(day_before(plus_months(request.starts_on, passed_months))), by length);
        work!(sheet, at (until) until = exact(min(request.ends_on, year_end)), by length);
        Year { from, until, passed_months, is_short: year_end.value > request.ends_on.value }
    }
}

/// Writes the last day of each year's flex. "By year" is read as the contract's own years.
pub(super) fn write_flex(terms: &Terms, request: &Request, sheet: &mut Sheet) {
    let clause = terms.flex_year_months.clause();
    let has_short = FLEX.write(terms.flex_year_months.named(), request, sheet, &mut |_, _| ());
    sheet.assumption(Assumption::FlexYearsFromTheStart, clause);
    if has_short {
        sheet.assumption(Assumption::ShortYearCounts, clause);
    }
}

/// Writes the improvement plans of each year, and what is left in that of the day asked about. "Twelve months" may also
/// mean any twelve in a row; read as the contract's own years.
pub(super) fn write_plans(ask: &Ask<'_, Terms, Request>, sheet: &mut Sheet) {
    let (terms, request) = (ask.terms, ask.request);
    let (length, most) = (&terms.plan_year_months, &terms.plans_a_year);
    let mut years: Vec<PlanYear> = Vec::new();
    let has_short =
        PLANS.write(length.named(), request, sheet, &mut |year, sheet| years.push(write_plan_year(ask, year, sheet)));
    if years.iter().any(|year| year.is_current.value) {
        work!(sheet, figure plans_left = exact(first_where(plans_left of years, is_current of years)), by most);
    }

    sheet.assumption(Assumption::PlanYearsFromTheStart, length.clause());
    if has_short {
        sheet.assumption(Assumption::ShortYearCounts, length.clause());
    }
    if years.iter().any(|year| year.plans_used.value > *most.value()) {
        sheet.warning(Warning::MorePlansThanAllowed, most.clause());
    }
    let all = request.improvement_plans.as_deref().unwrap_or_default().len();
    if i64::try_from(all) != Ok(years.iter().map(|year| year.plans_used.value).sum()) {
        sheet.warning(Warning::PlansOutsideTheTerm, most.clause());
    }
}

/// Writes how many plans were asked for in a year, and how many are left.
fn write_plan_year<'a>(ask: &Ask<'a, Terms, Request>, year: Year<'a>, sheet: &mut Sheet) -> PlanYear<'a> {
    let (terms, most) = (ask.terms, &ask.terms.plans_a_year);
    let plans = ask.request.improvement_plans.as_deref().unwrap_or_default();
    // Those after the day before it begins, but for those after its end.
    work!(sheet, plan_year plans_used = exact(
        count_above(plan_requested_on of plans, day_before(year.from))
            - count_above(plan_requested_on of plans, year.until)
    ), by most);
    work!(sheet, plan_year plans_left = exact(max(0, terms.plans_a_year - plans_used)), by most);
    work!(sheet, between is_current = exact(year.from <= ask.as_of && ask.as_of <= year.until), by most);
    PlanYear { plans_used, plans_left, is_current }
}
