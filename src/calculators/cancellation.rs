//! What it costs to cancel services that are already scheduled.
//!
//! Out come, for each booking, the charge and what is paid back, in the request's currency, and
//! the last days on which all or half of the fee is saved. Lead time is counted in whole calendar
//! days; the charge is rounded half up, and what is paid back is the rest of the fee.
//! Rules: MS-UES-15 (14 days or more: no charge), 16 (6 to 13: half), 17 (5 or fewer: all).

use super::{About, ByLine, Case, Contradiction, Output, OutputKind as Shown};
use crate::answer::{Figure, Named, Sheet, Verdict, Working};
use crate::clause::{Cited, ClauseId};
use crate::dates::Date;
use crate::form::{Default, Text, choice, fields};
use crate::money::{Money, OrOverflow, Overflow, Percent, Rounding};
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
    is_refundable: bool,
    is_exact: bool,
    /// The clause of the tier that it falls into, and how many days ahead it is.
    charged_by: (i64, ClauseId),
}

impl ByLine for Cancellation {
    const ABOUT: About = About {
        name: "cancellation",
        pack: "ms-unified",
        rules: &["MS-UES-15", "MS-UES-16", "MS-UES-17"],
        verdicts: &["eligible", "ineligible"],
        headline: "refund",
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
        let full = &terms.full_refund_days_ahead;
        let partial = &terms.partial_charge_days_ahead;
        let late = &terms.late_days_ahead;

        // Counted in whole days the three tiers leave no gap, whatever the time of day.
        let (charged, formula, limits): (&Cited<Percent>, _, &[Named]) = if days_ahead >= *full.value() {
            (
                &terms.full_refund_charge_percent,
                "days_ahead ≥ full_refund_days_ahead",
                &[("full_refund_days_ahead", (*full.value()).into())],
            )
        } else if days_ahead >= *partial.value() {
            (
                &terms.partial_charge_percent,
                "partial_charge_days_ahead ≤ days_ahead < full_refund_days_ahead",
                &[
                    ("partial_charge_days_ahead", (*partial.value()).into()),
                    ("full_refund_days_ahead", (*full.value()).into()),
                ],
            )
        } else {
            (&terms.late_charge_percent, "days_ahead ≤ late_days_ahead", &[("late_days_ahead", (*late.value()).into())])
        };
        let percent = *charged.value();
        let (charge, is_exact) = case.half_up(percent.of(booking.fee.exact()), "fee")?;
        let refund = booking.fee.minus(charge).or_overflow("fee")?;
        let full_refund_until = booking.starts_on.minus_days(*full.value()).or_overflow("starts_on")?;
        let half_refund_until = booking.starts_on.minus_days(*partial.value()).or_overflow("starts_on")?;
        let is_refundable = !percent.is_all();

        if let Some(service) = &booking.service {
            sheet.echo("service", service.0.clone());
        }
        let days = [("cancelled_on", cancelled_on.into()), ("starts_on", booking.starts_on.into())];
        sheet.computed(
            "days_ahead",
            days_ahead,
            &Working::exact("days(cancelled_on, starts_on)", &days, full.clause()),
        );
        let mut tier = vec![("days_ahead", Figure::Count(days_ahead))];
        tier.extend_from_slice(limits);
        sheet.computed("charge_percent", percent, &Working::exact(formula, &tier, charged.clause()));
        let shares = [("fee", booking.fee.into()), ("charge_percent", percent.into())];
        let rounded = Working {
            formula: "fee × charge_percent",
            values: &shares,
            rounding: Rounding::HalfUp,
            clause: charged.clause(),
        };
        sheet.computed("charge", charge, &rounded);
        let rest = [("fee", booking.fee.into()), ("charge", charge.into())];
        sheet.computed("refund", refund, &Working::exact("fee − charge", &rest, charged.clause()));
        let back = [("starts_on", booking.starts_on.into()), ("full_refund_days_ahead", (*full.value()).into())];
        sheet.computed(
            "full_refund_until",
            full_refund_until,
            &Working::exact("starts_on − full_refund_days_ahead", &back, full.clause()),
        );
        let back = [("starts_on", booking.starts_on.into()), ("partial_charge_days_ahead", (*partial.value()).into())];
        sheet.computed(
            "half_refund_until",
            half_refund_until,
            &Working::exact("starts_on − partial_charge_days_ahead", &back, partial.clause()),
        );
        sheet.echo("verdict", if is_refundable { Verdict::Eligible.name() } else { Verdict::Ineligible.name() });

        if !is_refundable {
            sheet.reason("too_late_for_refund", charged.clause());
        }
        // The text speaks of cancelling ahead; once a service has begun nothing is left to cancel.
        if days_ahead < 0 {
            sheet.assumption("after_start_read_as_full_charge", late.clause());
        }
        // "Where applicable" may leave out what was not paid in money.
        if matches!(booking.paid_with, Some(PaidWith::Flex | PaidWith::Credits)) {
            sheet.warning("refund_form_unstated", full.clause());
        }
        Ok(Priced {
            fee: booking.fee,
            charge,
            refund,
            full_refund_until,
            half_refund_until,
            is_refundable,
            is_exact,
            charged_by: (days_ahead, charged.clause().clone()),
        })
    }

    fn total(case: &Case, terms: &Terms, _: &Options, priced: &[Priced], sheet: &mut Sheet) -> Result<(), Overflow> {
        let (full, partial) = (terms.full_refund_days_ahead.clause(), terms.partial_charge_days_ahead.clause());
        // Of lines in several tiers, a sum of charges cites the dearest, and one of refunds the
        // cheapest: the clauses that most of the sum can be expected to rest on.
        let by_days = |line: &&Priced| line.charged_by.0;
        let dearest = priced.iter().min_by_key(by_days).map_or(full, |line| &line.charged_by.1);
        let cheapest = priced.iter().max_by_key(by_days).map_or(full, |line| &line.charged_by.1);
        let lines = [("lines", super::count_of(priced))];
        let fee = case.sum(priced.iter().map(|line| line.fee), "lines")?;
        let charge = case.sum(priced.iter().map(|line| line.charge), "lines")?;
        let refund = case.sum(priced.iter().map(|line| line.refund), "lines")?;
        sheet.figure("fee", fee, &Working::exact("sum(fee)", &lines, dearest));
        sheet.figure("charge", charge, &Working::exact("sum(charge)", &lines, dearest));
        sheet.figure("refund", refund, &Working::exact("sum(refund)", &lines, cheapest));
        if let Some(earliest) = priced.iter().map(|line| line.full_refund_until).min() {
            sheet.date("full_refund_until", earliest, &Working::exact("earliest(full_refund_until)", &lines, full));
        }
        if let Some(earliest) = priced.iter().map(|line| line.half_refund_until).min() {
            sheet.date("half_refund_until", earliest, &Working::exact("earliest(half_refund_until)", &lines, partial));
        }
        sheet.assumption("calendar_days", full);
        sheet.assumption("rescheduling_not_addressed", full);
        if priced.iter().any(|line| !line.is_exact) {
            sheet.assumption("rounding_not_stated", partial);
        }
        let any = priced.iter().any(|line| line.is_refundable);
        sheet.verdict(if any { Verdict::Eligible } else { Verdict::Ineligible });
        Ok(())
    }
}
