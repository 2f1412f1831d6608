//! What it costs to cancel services that are already scheduled.
//!
//! Out come, for each booking, the charge and what is paid back, in the request's currency, and
//! the last days on which all or half of the fee is saved. Lead time is counted in whole calendar
//! days; the charge is rounded half up, and what is paid back is the rest of the fee.
//! Rules: MS-UES-15 (14 days or more: no charge), 16 (6 to 13: half), 17 (5 or fewer: all).

use super::{About, ByLine, Case, Contradiction, Output, OutputKind as Shown};
use crate::answer::Verdict;
use crate::clause::{Cited, ClauseId};
use crate::dates::Date;
use crate::form::{Default, Text, choice, fields};
use crate::money::{Money, OrOverflow, Overflow, Percent};
use crate::sheet::{Sheet, Working};
use crate::terms::{Pack, terms};

pub struct Cancellation;

fields! {
    pub struct Options {}
}

choice! {
    /// What the service was paid with.
    pub enum PaidWith {
        Cash = "cash",
        Flex = "flex",
        Credits = "credits",
    }
}

fields! {
    /// A service that is scheduled.
    pub struct Booking {
        service: Option<Text>,
        fee: Money,
        /// The first scheduled day.
        starts_on: Date,
        /// The day on which the cancellation is received.
        cancelled_on: Option<Date> { default: Some(Default::Field("as_of")) },
        paid_with: Option<PaidWith>,
    }
}

terms! {
    pub struct Terms {
        full_refund_days_ahead: i64,
        full_refund_charge_percent: Percent,
        partial_charge_days_ahead: i64,
        partial_charge_percent: Percent,
        late_days_ahead: i64,
        late_charge_percent: Percent,
    }
}

pub struct Priced {
    fee: Money,
    charge: Money,
    refund: Money,
    full_refund_until: Date,
    half_refund_until: Date,
    verdict: Verdict,
    is_exact: bool,
    /// The clause of the tier that it falls into, and how many days ahead it is.
    charged_by: (i64, ClauseId),
}

impl ByLine for Cancellation {
    const ABOUT: About = About {
        name: "cancellation",
        pack: "ms-unified",
        money: true,
        rules: &["MS-UES-15", "MS-UES-16", "MS-UES-17"],
        verdicts: &["eligible", "ineligible"],
        headline: "refund",
        losses: &[],
        beside: &[],
        figures: &[
            Output::always("fee", Shown::Money),
            Output::always("charge", Shown::Money),
            Output::always("refund", Shown::Money),
        ],
        dates: &[Output::always("full_refund_until", Shown::Date), Output::always("half_refund_until", Shown::Date)],
        line: &[
            Output::sometimes("service", Shown::Text),
            Output::always("days_ahead", Shown::Count),
            Output::always("charge_percent", Shown::Percent),
            Output::always("charge", Shown::Money),
            Output::always("refund", Shown::Money),
            Output::always("full_refund_until", Shown::Date),
            Output::always("half_refund_until", Shown::Date),
            Output::always("verdict", Shown::Choice(&["eligible", "ineligible"])),
        ],
        reasons: &["too_late_for_refund"],
        assumptions: &[
            "after_start_read_as_full_charge",
            "calendar_days",
            "rescheduling_not_addressed",
            "rounding_not_stated",
        ],
        warnings: &["refund_form_unstated"],
        example: r#"{"calculator":"cancellation","as_of":"2026-11-21","currency":"TWD","minor_units":0,"input":{"lines":[
            {"service":"Workshop","fee":"180000","starts_on":"2026-12-01","paid_with":"cash"},
            {"service":"Architectural Services","fee":"320000","starts_on":"2026-12-15","paid_with":"cash"}]}}"#,
    };

    type Options = Options;
    type Line = Booking;
    type Terms = Terms;
    type Priced = Priced;

    fn contradiction(terms: &Terms, _: &Pack) -> Contradiction {
        let (full, partial, late) = (
            *terms.full_refund_days_ahead.value(),
            *terms.partial_charge_days_ahead.value(),
            *terms.late_days_ahead.value(),
        );
        if full <= partial {
            Some(("values.full_refund_days_ahead", "expected more than partial_charge_days_ahead"))
        } else if late + 1 != partial {
            Some((
                "values.late_days_ahead",
                "expected one less than partial_charge_days_ahead, so that the tiers leave no gap",
            ))
        } else {
            None
        }
    }

    fn price(
        case: &Case,
        terms: &Terms,
        _: &Options,
        booking: &Booking,
        sheet: &mut Sheet,
    ) -> Result<Priced, Overflow> {
        let cancelled_on = booking.cancelled_on.unwrap_or(case.as_of);
        let days_ahead = cancelled_on.days_to(booking.starts_on);
        let (full, partial) = (&terms.full_refund_days_ahead, &terms.partial_charge_days_ahead);
        let (charged, tier) = terms.tier(days_ahead);
        let percent = *charged.value();
        let (charge, is_exact) = case.half_up(percent.of(booking.fee.exact()), "fee")?;
        let refund = booking.fee.minus(charge).or_overflow("fee")?;
        let full_refund_until = booking.starts_on.minus_days(*full.value()).or_overflow("starts_on")?;
        let half_refund_until = booking.starts_on.minus_days(*partial.value()).or_overflow("starts_on")?;
        let verdict = if percent.is_all() { Verdict::Ineligible } else { Verdict::Eligible };

        if let Some(service) = &booking.service {
            sheet.echo("service", service.0.clone());
        }
        sheet.know("cancelled_on", cancelled_on);
        sheet.computed("days_ahead", days_ahead, Working::exact("days(cancelled_on, starts_on)", full.clause()));
        sheet.computed("charge_percent", percent, Working::exact(tier, charged.clause()));
        sheet.computed("charge", charge, Working::half_up("fee × charge_percent", charged.clause()));
        sheet.computed("refund", refund, Working::exact("fee − charge", charged.clause()));
        let working = Working::exact("starts_on − full_refund_days_ahead", full.clause());
        sheet.computed("full_refund_until", full_refund_until, working);
        let working = Working::exact("starts_on − partial_charge_days_ahead", partial.clause());
        sheet.computed("half_refund_until", half_refund_until, working);
        sheet.echo("verdict", verdict.name());

        if verdict == Verdict::Ineligible {
            sheet.reason("too_late_for_refund", charged.clause());
        }
        // The text speaks of cancelling ahead; once a service has begun nothing is left to cancel.
        if days_ahead < 0 {
            sheet.assumption("after_start_read_as_full_charge", charged.clause());
        }
        // "Where applicable" may leave out what was not paid in money.
        if matches!(booking.paid_with, Some(PaidWith::Flex | PaidWith::Credits)) {
            sheet.warning("refund_form_unstated", full.clause());
        }
        let (fee, charged_by) = (booking.fee, (days_ahead, charged.clause().clone()));
        Ok(Priced { fee, charge, refund, full_refund_until, half_refund_until, verdict, is_exact, charged_by })
    }

    fn total(case: &Case, terms: &Terms, _: &Options, priced: &[Priced], sheet: &mut Sheet) -> Result<(), Overflow> {
        let (full, partial) = (terms.full_refund_days_ahead.clause(), terms.partial_charge_days_ahead.clause());
        // Of lines in several tiers, a sum of charges cites the dearest, and one of refunds the
        // cheapest: the clauses that most of the sum can be expected to rest on.
        let by_days = |line: &&Priced| line.charged_by.0;
        let dearest = priced.iter().min_by_key(by_days).map_or(full, |line| &line.charged_by.1);
        let cheapest = priced.iter().max_by_key(by_days).map_or(full, |line| &line.charged_by.1);
        let sum = |of: fn(&Priced) -> Money| case.sum(priced.iter().map(of), "lines");
        sheet.figure("fee", sum(|line| line.fee)?, Working::exact("sum(fee)", dearest));
        sheet.figure("charge", sum(|line| line.charge)?, Working::exact("sum(charge)", dearest));
        sheet.figure("refund", sum(|line| line.refund)?, Working::exact("sum(refund)", cheapest));
        if let Some(earliest) = priced.iter().map(|line| line.full_refund_until).min() {
            sheet.date("full_refund_until", earliest, Working::exact("earliest(full_refund_until)", full));
        }
        if let Some(earliest) = priced.iter().map(|line| line.half_refund_until).min() {
            sheet.date("half_refund_until", earliest, Working::exact("earliest(half_refund_until)", partial));
        }
        sheet.assumption("calendar_days", full);
        sheet.assumption("rescheduling_not_addressed", full);
        if priced.iter().any(|line| !line.is_exact) {
            sheet.assumption("rounding_not_stated", partial);
        }
        let is_any_refundable = priced.iter().any(|line| line.verdict == Verdict::Eligible);
        sheet.verdict(if is_any_refundable { Verdict::Eligible } else { Verdict::Ineligible });
        Ok(())
    }
}

impl Terms {
    /// What a cancellation so many days ahead is charged, and by which rule. Counted in whole days the
    /// three tiers leave no gap, whatever the time of day.
    fn tier(&self, days_ahead: i64) -> (&Cited<Percent>, &'static str) {
        if days_ahead >= *self.full_refund_days_ahead.value() {
            (&self.full_refund_charge_percent, "days_ahead ≥ full_refund_days_ahead")
        } else if days_ahead >= *self.partial_charge_days_ahead.value() {
            (&self.partial_charge_percent, "partial_charge_days_ahead ≤ days_ahead < full_refund_days_ahead")
        } else {
            (&self.late_charge_percent, "days_ahead ≤ late_days_ahead")
        }
    }
}
