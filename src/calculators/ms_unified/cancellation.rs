//! What it costs to cancel services that are already scheduled.
//!
//! Out come, for each booking, the charge and what is paid back, in the request's currency, and
//! the last days on which all or half of the fee is saved. Lead time is counted in whole calendar
//! days; the charge is rounded half up, and what is paid back is the rest of the fee.
//! Rules: MS-UES-15 (14 days or more: no charge), 16 (6 to 13: half), 17 (5 or fewer: all).

use crate::calculators::declared::answers;
use crate::calculators::{About, Ask, ByLine, Contradiction, OutputKind as Kind, RowsBy};
use crate::form::{Fallback, Text, choice, fields};
use crate::terms::{Pack, terms};
use crate::values::dates::Date;
use crate::values::money::{Money, Percent};
use crate::working::answer::Verdict;
use crate::working::reckon::work;
use crate::working::sheet::Sheet;
use crate::working::{Entered, Of};
use std::sync::Arc;

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
        fee: Entered<Money>,
        /// The first scheduled day.
        starts_on: Entered<Date>,
        /// The day on which the cancellation is received.
        cancelled_on: Option<Entered<Date>> { default: Some(Fallback::Field("as_of")) },
        paid_with: Option<PaidWith>,
    }
}

terms! {
    pub struct Terms {
        full_refund_days_ahead: i64 { Days },
        full_refund_charge_percent: Percent,
        partial_charge_days_ahead: i64 { Days },
        partial_charge_percent: Percent,
        late_days_ahead: i64 { Days },
        late_charge_percent: Percent,
    }
}

answers! {
    figure {
        fee: Money,
        charge: Money { paid: true },
        refund: Money,
    }
    date {
        full_refund_until: Date,
        half_refund_until: Date,
    }
    line {
        service: Option<Arc<str>> { shown: true },
        days_ahead: i64 { unit: Some(Unit::Days) },
        charge_percent: Percent,
        charge: Money,
        refund: Money,
        full_refund_until: Date,
        half_refund_until: Date,
        verdict: &'static str { kind: Kind::Choice(&["eligible", "ineligible"]), judges: true, shown: true },
    }
    reason {
        TooLateForRefund = "too_late_for_refund",
    }
    assumption {
        AfterStartReadAsFullCharge = "after_start_read_as_full_charge",
        CalendarDays = "calendar_days",
        FullRefundWhereApplicable = "full_refund_where_applicable",
        ReschedulingNotAddressed = "rescheduling_not_addressed",
        RoundingNotStated = "rounding_not_stated",
    }
    warning {
        RefundFormUnstated = "refund_form_unstated",
    }
}

pub struct Priced<'a> {
    fee: Entered<Money>,
    days_ahead: Of<'a, i64>,
    charge: Of<'a, Money>,
    refund: Of<'a, Money>,
    full_refund_until: Of<'a, Date>,
    half_refund_until: Of<'a, Date>,
    verdict: Verdict,
}

impl ByLine for Cancellation {
    const ABOUT: About = About {
        name: "cancellation",
        pack: "ms-unified",
        money: true,
        rules: &["MS-UES-15", "MS-UES-16", "MS-UES-17"],
        verdicts: &["eligible", "ineligible"],
        headline: "refund",
        rows_by: Some(RowsBy { key: "verdict", day: Some("starts_on") }),
        onward: r#"[
            {"to":"swap","lines":{"from":"lines","to":"lines","fields":{"given_service":"service","given_value":"fee","paid_with":"paid_with"},"only":[{"of":"answer.charge","above":"0"}]}}
        ]"#,
        example: r#"{"calculator":"cancellation","as_of":"2026-11-21","currency":"TWD","minor_units":0,"input":{"lines":[
            {"service":"Workshop","fee":"180000","starts_on":"2026-12-01","paid_with":"cash"},
            {"service":"Architectural Services","fee":"320000","starts_on":"2026-12-15","paid_with":"cash"}]}}"#,
        ..out::ABOUT
    };

    type Options = Options;
    type Line = Booking;
    type Terms = Terms;
    type Priced<'a> = Priced<'a>;

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

    fn price<'a>(ask: &Ask<'a, Terms, Options>, booking: &'a Booking, sheet: &mut Sheet) -> Priced<'a> {
        let terms = ask.terms;
        let (full, partial) = (&terms.full_refund_days_ahead, &terms.partial_charge_days_ahead);
        if let Some(service) = &booking.service {
            sheet.show(&out::line::service, service.0.clone());
        }
        let cancelled_on = booking.cancelled_on.unwrap_or(ask.as_of).stands_for("cancelled_on");
        work!(sheet, line days_ahead = exact(days(cancelled_on, booking.starts_on)), by full);
        // Counted in whole days the three tiers leave no gap, whatever the time of day.
        work!(sheet, line charge_percent = exact(
            if days_ahead >= terms.full_refund_days_ahead { terms.full_refund_charge_percent }
            else if days_ahead >= terms.partial_charge_days_ahead { terms.partial_charge_percent }
            else { terms.late_charge_percent }
        ), by its_own or terms.late_charge_percent);
        work!(sheet, line charge = half_up(booking.fee * charge_percent), by charge_percent);
        work!(sheet, line refund = exact(booking.fee - charge), by charge);
        work!(sheet, line full_refund_until = exact(booking.starts_on - terms.full_refund_days_ahead), by full);
        work!(sheet, line half_refund_until = exact(booking.starts_on - terms.partial_charge_days_ahead), by partial);
        let verdict = if charge_percent.value.is_all() { Verdict::Ineligible } else { Verdict::Eligible };
        sheet.show(&out::line::verdict, verdict.name());

        if verdict == Verdict::Ineligible {
            sheet.reason(Reason::TooLateForRefund, charge.clause());
        }
        // The text speaks of cancelling ahead; once a service has begun nothing is left to cancel.
        if days_ahead.value < 0 {
            sheet.assumption(Assumption::AfterStartReadAsFullCharge, charge.clause());
        }
        // "Where applicable" may leave out what was not paid in money.
        if matches!(booking.paid_with, Some(PaidWith::Flex | PaidWith::Credits)) {
            sheet.warning(Warning::RefundFormUnstated, full.clause());
        }
        Priced { fee: booking.fee, days_ahead, charge, refund, full_refund_until, half_refund_until, verdict }
    }

    fn total<'a>(ask: &Ask<'a, Terms, Options>, priced: &[Priced<'a>], sheet: &mut Sheet) {
        let (full, partial) = (&ask.terms.full_refund_days_ahead, &ask.terms.partial_charge_days_ahead);
        // Of lines in several tiers, a sum of charges cites the dearest, and one of refunds the
        // cheapest: the clauses that most of the sum can be expected to rest on.
        let by_days = |line: &&Priced<'a>| line.days_ahead.value;
        let dearest = priced.iter().min_by_key(by_days).map_or(full.clause(), |line| line.charge.clause());
        let cheapest = priced.iter().max_by_key(by_days).map_or(full.clause(), |line| line.charge.clause());
        work!(sheet, figure fee = exact(sum(fee of priced)), by dearest);
        work!(sheet, figure charge = exact(sum(charge of priced)), by dearest);
        work!(sheet, figure refund = exact(sum(refund of priced)), by cheapest);
        work!(sheet, date full_refund_until = exact(earliest(full_refund_until of priced)), by full);
        work!(sheet, date half_refund_until = exact(earliest(half_refund_until of priced)), by partial);
        sheet.assumption(Assumption::CalendarDays, full.clause());
        // When a full refund is not "applicable" the text leaves open.
        if priced.iter().any(|line| line.days_ahead.value >= *full.value()) {
            sheet.assumption(Assumption::FullRefundWhereApplicable, full.clause());
        }
        sheet.assumption(Assumption::ReschedulingNotAddressed, full.clause());
        if priced.iter().any(|line| !line.charge.is_exact) {
            sheet.assumption(Assumption::RoundingNotStated, partial.clause());
        }
        let is_any_refundable = priced.iter().any(|line| line.verdict == Verdict::Eligible);
        sheet.verdict(if is_any_refundable { Verdict::Eligible } else { Verdict::Ineligible });
    }
}
