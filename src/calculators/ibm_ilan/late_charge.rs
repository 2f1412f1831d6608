//! What IBM may charge where its invoice is paid late.
//!
//! Out come, for each invoice, the day on which it falls due, the last day on time, the days late, and the
//! charge in the request's currency, rounded half up once, at its end, with what it is made of; and beside it the
//! same by another reading where the text is doubtful. Days are calendar days. Where the text states no rate there
//! is no number.
//! Rules: ILAN-09 (when payment is due, and what a late one may cost), 33 (how Mexico pays), 34 (a
//! share for each period begun), 35 (by the month), 36 (ten days, a bank's rate and a fixed sum), 37
//! (by the year), 38 (twice a bank's rate), 39 (only if asked for in writing).

mod by_rate;
mod charge;
mod notes;
mod rule;
mod sum;

use crate::calculators::declared::answers;
use crate::calculators::ibm_ilan::licence::{acquired_in, ground};
use crate::calculators::{About, Ask, ByLine, Contradiction, RowsBy, below_one};
use crate::form::{Condition, Fallback, Text, choice, fields};
use crate::terms::{ByCountry, Pack, Rule, terms};
use crate::values::country::Country;
use crate::values::dates::Date;
use crate::values::money::{Money, Percent, Rate};
use crate::working::answer::Verdict;
use crate::working::reckon::work;
use crate::working::sheet::Sheet;
use crate::working::{Entered, Of};
use by_rate::Charged;
use rule::{LateRow, LateRule, Spell};
use std::sync::Arc;

pub struct LateCharge;

/// For the countries in whose row this stands.
const fn only_where(column: &'static str) -> Condition {
    Condition::InRows("country", "late_payment", column)
}

/// The currency of the fixed sum, from which any other is converted.
const EURO: &str = "EUR";

fields! {
    pub struct Options {
        country: Country,
        ecb_rate_percent: Option<Entered<Percent>> { required: true, only_if: Some(only_where("margin_percent")) },
        nbu_rate_percent: Option<Entered<Percent>> { required: true, only_if: Some(only_where("times")) },
        asked_in_writing: Option<Entered<bool>> { required: true, only_if: Some(only_where("only_if")) },
        /// Units of the request's currency for one euro.
        eur_rate: Option<Entered<Rate>> {
            required: true,
            only_if: Some(Condition::All(&[only_where("fixed_in"), Condition::CurrencyIsNot(EURO)])),
        },
    }
}

fields! {
    /// An invoice.
    pub struct Invoice {
        invoice: Option<Text>,
        amount: Entered<Money>,
        invoiced_on: Entered<Date>,
        /// The day on which the invoice came: with it payment falls due, but for where a country has it otherwise.
        invoice_received_on: Option<Entered<Date>> {
            only_if: Some(Condition::NotInRows("country", "late_payment", "due")),
        },
        /// The day on which IBM has the money.
        paid_on: Option<Entered<Date>> { default: Some(Fallback::Field("as_of")) },
        /// The most that the law lets be charged on it.
        legal_maximum: Option<Entered<Money>> { only_if: Some(only_where("at_most")) },
    }
}

terms! {
    pub struct Terms {
        transaction_document_first: Rule,
        country_of_acquisition: Rule,
        named_countries: ByCountry,
        country_readings: ByCountry,
        payment_days: i64 { Days },
        late_payment: ByCountry,
    }
}

choice! {
    /// What becomes of an invoice.
    pub enum Outcome {
        OnTime = "on_time",
        Charged = "charged",
        NotAskedInWriting = "not_asked_in_writing",
        RateNotStated = "rate_not_stated",
    }
}

answers! {
    figure {
        charge: Option<Money> { paid: true },
        interest: Option<Money>,
        fixed_sum: Option<Money>,
        other_charge: Option<Money>,
        invoices_late: i64,
    }
    date {
        pay_by: Date,
    }
    line {
        invoice: Option<Arc<str>> { shown: true },
        pay_by: Date { calendar: true },
        due_on: Option<Date>,
        days_late: i64 { unit: Some(Unit::Days) },
        outcome: Outcome,
        periods: Option<i64>,
        late_percent: Option<Percent>,
        rate_for: Option<Spell> { shown: true },
        interest: Option<Money>,
        fixed_sum: Option<Money>,
        charge: Option<Money>,
        other_charge: Option<Money>,
    }
    between {
        /// What the rate comes to before the law's maximum.
        by_rate: Money,
    }
    reason {
        CappedByLaw = "capped_by_law",
        CountryNotNamed = "country_not_named",
        NotAskedInWriting = "not_asked_in_writing",
        RateNotStated = "rate_not_stated",
    }
    assumption {
        BasisPointsAsPrinted = "basis_points_as_printed",
        BegunPeriodsCountWhole = "begun_periods_count_whole",
        ConditionIsOnTheCharge = "condition_is_on_the_charge",
        DueDayIsTheLastDay = "due_day_is_the_last_day",
        EcbRateIsYours = "ecb_rate_is_yours",
        EurRateIsYours = "eur_rate_is_yours",
        FixedSumForEachInvoice = "fixed_sum_for_each_invoice",
        LateAfterTheLastDay = "late_after_the_last_day",
        LegalMaximumNotEntered = "legal_maximum_not_entered",
        ListedInParts = "listed_in_parts",
        MonthOfThirtyDays = "month_of_thirty_days",
        NameMayMeanTwoCountries = "name_may_mean_two_countries",
        NbuRateIsYours = "nbu_rate_is_yours",
        NoCompounding = "no_compounding",
        OneTerritoryUnderTwoNames = "one_territory_under_two_names",
        PaidWhenReceived = "paid_when_received",
        RoundingNotStated = "rounding_not_stated",
        SaintLuciaUnderAnotherName = "saint_lucia_under_another_name",
        TenDaysReplaceThirty = "ten_days_replace_thirty",
        YearOf365Days = "year_of_365_days",
    }
    warning {
        ChargeIsOptional = "charge_is_optional",
        CommercialCodeExcluded = "commercial_code_excluded",
        CountryOfAcquisitionDecides = "country_of_acquisition_decides",
        MayMeanPercentagePoints = "may_mean_percentage_points",
        MoreCostsMayBeClaimed = "more_costs_may_be_claimed",
        PayByTransfer = "pay_by_transfer",
        PayByTransferOrInPerson = "pay_by_transfer_or_in_person",
        ReceivedAfterTheLastDay = "received_after_the_last_day",
        RegisteredMailNotice = "registered_mail_notice",
        TransactionDocumentDecides = "transaction_document_decides",
    }
}

pub struct Priced<'a> {
    pay_by: Of<'a, Date>,
    days_late: Of<'a, i64>,
    charged: Charged<'a>,
}

impl ByLine for LateCharge {
    const ABOUT: About = About {
        name: "late_charge",
        pack: "ibm-ilan",
        money: true,
        rules: &[
            "ILAN-01", "ILAN-09", "ILAN-24", "ILAN-25", "ILAN-33", "ILAN-34", "ILAN-35", "ILAN-36", "ILAN-37",
            "ILAN-38", "ILAN-39", "ILAN-46",
        ],
        verdicts: &["refer"],
        headline: "charge",
        rows_by: Some(RowsBy { key: "outcome", day: Some("pay_by") }),
        beside: &["pay_by"],
        columns: &[LateRow::COLUMNS],
        onward: r#"[
            {"to":"dispute","fields":{"country":"country","nature":"=receivable"},"lines":{"from":"lines","to":"","fields":{"due_on":"answer.due_on","amount_owed":"amount"},"only":[{"of":"answer.days_late","above":"0"}]}}
        ]"#,
        example: r#"{"calculator":"late_charge","as_of":"2026-11-21","currency":"HKD","input":{"country":"HK","lines":[
            {"invoice":"7001","amount":"100000.00","invoiced_on":"2026-09-01","paid_on":"2026-11-05"},
            {"invoice":"7002","amount":"48000.00","invoiced_on":"2026-10-02","paid_on":"2026-10-30"}]}}"#,
        ..out::ABOUT
    };

    type Options = Options;
    type Line = Invoice;
    type Terms = Terms;
    type Priced<'a> = Priced<'a>;

    fn contradiction(terms: &Terms, _: &Pack) -> Contradiction {
        let places = &[("values.payment_days", &terms.payment_days)];
        below_one(places).or_else(|| rule::contradiction(&terms.late_payment))
    }

    fn price<'a>(ask: &Ask<'a, Terms, Options>, line: &'a Invoice, sheet: &mut Sheet) -> Priced<'a> {
        let (terms, options) = (ask.terms, ask.request);
        let rule = LateRule::of(terms, options, ground!(terms).printed(options.country).country);
        let paid_on = line.paid_on.unwrap_or(ask.as_of).stands_for("paid_on");
        let payment_days = rule.payment_days;
        if let Some(invoice) = &line.invoice {
            sheet.show(&out::line::invoice, invoice.0.clone());
        }
        work!(sheet, line pay_by = exact(line.invoiced_on + payment_days), by payment_days);
        write_due_on(&rule, line, pay_by, sheet);
        work!(sheet, line days_late = exact(max(0, days(pay_by, paid_on))), by payment_days);
        let charged = charge::write(&rule, options, line, days_late, sheet);
        Priced { pay_by, days_late, charged }
    }

    fn total<'a>(ask: &Ask<'a, Terms, Options>, priced: &[Priced<'a>], sheet: &mut Sheet) {
        let (terms, options) = (ask.terms, ask.request);
        let acquired = acquired_in!(terms, options.country, sheet);
        let rule = LateRule::of(terms, options, acquired.country);
        charge::write_totals(rule.clause, priced, sheet);
        work!(sheet, figure invoices_late = exact(count_above(days_late of priced, 0)), by rule.payment_days);
        work!(sheet, date pay_by = exact(earliest(pay_by of priced)), by rule.payment_days);

        notes::write(ask, &rule, invoices_late.value > 0, sheet);
        if priced.iter().any(|line| line.charged.is_inexact) {
            sheet.assumption(Assumption::RoundingNotStated, rule.clause);
        }
        let is_open = priced.iter().any(|line| line.charged.charge.is_none());
        if acquired.is_ambiguous || is_open {
            sheet.verdict(Verdict::Refer);
        }
    }
}

/// The day on which payment falls due, where it is known: the last day on which paying is in time, or when the invoice comes.
fn write_due_on(rule: &LateRule<'_>, line: &Invoice, pay_by: Of<'_, Date>, sheet: &mut Sheet) {
    let days_clause = rule.payment_days.clause();
    if rule.is_due_on_the_last_day() {
        work!(sheet, line due_on = exact(pay_by), by rule.clause);
    } else if let Some(invoice_received_on) = line.invoice_received_on {
        work!(sheet, line due_on = exact(invoice_received_on), by days_clause);
        // The days to pay run from the date of the invoice, however late it comes.
        if due_on.value > pay_by.value {
            sheet.warning(Warning::ReceivedAfterTheLastDay, days_clause);
        }
    }
}
