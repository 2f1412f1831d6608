//! Years counted from the work order's start: what flex and improvement plans go by.

use super::{Request, Terms};
use crate::calculators::{Case, Output, OutputKind as Shown};
use crate::clause::Cited;
use crate::dates::Date;
use crate::money::{OrOverflow, Overflow};
use crate::sheet::{Sheet, Working};

/// A row of the flex years.
pub(super) const FLEX: &[Output] =
    &[Output::always("year_from", Shown::Date), Output::always("flex_until", Shown::Date).kept()];

/// A row of the years of improvement plans.
pub(super) const PLANS: &[Output] = &[
    Output::always("year_from", Shown::Date),
    Output::always("plans_until", Shown::Date).kept(),
    Output::always("plans_used", Shown::Count),
    Output::always("plans_left", Shown::Count),
];

/// A year of the term, the last of which may be shorter.
#[derive(Clone, Copy)]
struct Year {
    /// How many months of the term are over when it begins, and when it ends.
    months: (i64, i64),
    from: Date,
    until: Date,
    is_short: bool,
}

impl Year {
    /// The year of so many months that begins when so many are over; none where the term has ended by
    /// then. Counted from the start each time: a 31st comes back after a shorter month.
    fn after(past: i64, length: i64, request: &Request) -> Result<Option<Year>, Overflow> {
        let months = (past, past.checked_add(length).or_overflow("ends_on")?);
        let at = |months| request.starts_on.plus_months(months).or_overflow("ends_on");
        let (from, next) = (at(months.0)?, at(months.1)?);
        let until = next.minus_days(1).or_overflow("ends_on")?;
        let is_short = until > request.ends_on;
        Ok((from <= request.ends_on).then_some(Year { months, from, until: until.min(request.ends_on), is_short }))
    }

    /// Begins the row of this year: its first day, and what its formulas go by.
    fn write_start(self, index: usize, length: &Cited<i64>, sheet: &mut Sheet) {
        sheet.begin_line(index);
        sheet.know("earlier_months", self.months.0);
        sheet.know("passed_months", self.months.1);
        let formula = if self.months.0 == 0 { "starts_on" } else { "plus_months(starts_on, earlier_months)" };
        sheet.computed("year_from", self.from, Working::exact(formula, length.clause()));
    }

    fn write_end(self, name: &'static str, length: &Cited<i64>, sheet: &mut Sheet) {
        let formula = if self.is_short { "ends_on" } else { "day_before(plus_months(starts_on, passed_months))" };
        sheet.computed(name, self.until, Working::exact(formula, length.clause()));
    }

    fn plans(self, request: &Request) -> Result<i64, Overflow> {
        let days = request.improvement_plans.iter().flatten().map(|plan| plan.plan_requested_on);
        i64::try_from(days.filter(|day| self.holds(*day)).count()).ok().or_overflow("improvement_plans")
    }

    fn holds(self, day: Date) -> bool {
        self.from <= day && day <= self.until
    }
}

/// Every year of the term, in order.
fn each(
    length: &Cited<i64>,
    request: &Request,
    write: &mut dyn FnMut(usize, Year) -> Result<(), Overflow>,
) -> Result<(), Overflow> {
    let (mut index, mut past) = (0, 0);
    while let Some(year) = Year::after(past, *length.value(), request)? {
        write(index, year)?;
        (index, past) = (index + 1, year.months.1);
    }
    Ok(())
}

/// The last day of each year's flex. "By year" is read as the contract's own years.
pub(super) fn write_flex(terms: &Terms, request: &Request, sheet: &mut Sheet) -> Result<(), Overflow> {
    let length = &terms.flex_year_months;
    sheet.begin_list("flex_years");
    let mut has_short = false;
    each(length, request, &mut |index, year| {
        year.write_start(index, length, sheet);
        year.write_end("flex_until", length, sheet);
        sheet.end_line();
        has_short |= year.is_short;
        Ok(())
    })?;
    sheet.end_list();
    sheet.assumption("flex_years_from_the_start", length.clause());
    if has_short {
        sheet.assumption("short_year_counts", length.clause());
    }
    Ok(())
}

/// The improvement plans of each year. "Twelve months" may also mean any twelve in a row; read as the
/// contract's own years.
pub(super) fn write_plans(terms: &Terms, request: &Request, sheet: &mut Sheet) -> Result<(), Overflow> {
    let (length, most) = (&terms.plan_year_months, &terms.plans_a_year);
    sheet.begin_list("plan_years");
    let (mut has_short, mut has_more, mut counted) = (false, false, 0);
    each(length, request, &mut |index, year| {
        let used = year.plans(request)?;
        year.write_start(index, length, sheet);
        year.write_end("plans_until", length, sheet);
        let working = Working::exact("plans_between(year_from, plans_until)", most.clause());
        sheet.computed("plans_used", used, working);
        sheet.computed("plans_left", (most.value() - used).max(0), left(most));
        sheet.end_line();
        has_short |= year.is_short;
        has_more |= used > *most.value();
        counted += used;
        Ok(())
    })?;
    sheet.end_list();
    sheet.assumption("plan_years_from_the_start", length.clause());
    if has_short {
        sheet.assumption("short_year_counts", length.clause());
    }
    if has_more {
        sheet.warning("more_plans_than_allowed", most.clause());
    }
    let all = request.improvement_plans.as_deref().unwrap_or_default().len();
    if i64::try_from(all) != Ok(counted) {
        sheet.warning("plans_outside_the_term", most.clause());
    }
    Ok(())
}

/// What is left in the year of the day asked about, while the term lasts.
pub(super) fn write_current(case: &Case, terms: &Terms, request: &Request, sheet: &mut Sheet) -> Result<(), Overflow> {
    let most = &terms.plans_a_year;
    each(&terms.plan_year_months, request, &mut |_, year| {
        if year.holds(case.as_of) {
            let used = year.plans(request)?;
            sheet.know("plans_used", used);
            sheet.figure("plans_left", (most.value() - used).max(0), left(most));
        }
        Ok(())
    })
}

fn left(most: &Cited<i64>) -> Working<'_> {
    Working::exact("max(0, plans_a_year − plans_used)", most.clause())
}
