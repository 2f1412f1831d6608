//! What IBM may charge where its invoice is paid late.
//!
//! Out come, for each invoice, the day on which it falls due, the last day on time, the days late, and the
//! charge in the request's currency, rounded half up once, at its end, with what it is made of; and beside it the
//! same by another reading where the text is doubtful. Days are calendar days. Where the text states no rate there
//! is no number.
//! Rules: ILAN-09 (when payment is due, and what a late one may cost), 33 (how Mexico pays), 34 (a
//! share for each period begun), 35 (by the month), 36 (ten days, a bank's rate and a fixed sum), 37
//! (by the year), 38 (twice a bank's rate), 39 (only if asked for in writing).

mod charge;
mod rule;

use super::licence::{ground, notes};
use super::{About, ByLine, Case, Contradiction, Output, OutputKind as Shown, below_one};
use crate::answer::Verdict;
use crate::country::Country;
use crate::dates::Date;
use crate::form::{Condition, Default, Text, fields};
use crate::money::{Money, OrOverflow, Overflow, Percent, Rate};
use crate::sheet::{Sheet, Working};
use crate::terms::{ByCountry, Pack, Rule, terms};
use charge::Charged;
use rule::LateRule;

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
        ecb_rate_percent: Option<Percent> { required: true, only_if: Some(only_where("margin_percent")) },
        nbu_rate_percent: Option<Percent> { required: true, only_if: Some(only_where("times")) },
        asked_in_writing: Option<bool> { required: true, only_if: Some(only_where("only_if")) },
        /// Units of the request's currency for one euro.
        eur_rate: Option<Rate> {
            required: true,
            only_if: Some(Condition::All(&[only_where("fixed_in"), Condition::CurrencyIsNot(EURO)])),
        },
    }
}

fields! {
    /// An invoice.
    pub struct Invoice {
        invoice: Option<Text>,
        amount: Money,
        invoiced_on: Date,
        /// The day on which the invoice came: with it payment falls due, but for where a country has it otherwise.
        invoice_received_on: Option<Date> { only_if: Some(Condition::NotInRows("country", "late_payment", "due")) },
        /// The day on which IBM has the money.
        paid_on: Option<Date> { default: Some(Default::Field("as_of")) },
        /// The most that the law lets be charged on it.
        legal_maximum: Option<Money> { only_if: Some(only_where("at_most")) },
    }
}

terms! {
    pub struct Terms {
        transaction_document_first: Rule,
        country_of_acquisition: Rule,
        named_countries: ByCountry,
        country_readings: ByCountry,
        payment_days: i64,
        late_payment: ByCountry,
    }
}

pub struct Priced {
    pay_by: Date,
    days_late: i64,
    charged: Charged,
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
        losses: &[],
        beside: &["pay_by"],
        figures: &[
            Output::sometimes("charge", Shown::Money),
            Output::sometimes("interest", Shown::Money),
            Output::sometimes("fixed_sum", Shown::Money),
            Output::sometimes("other_charge", Shown::Money),
            Output::always("invoices_late", Shown::Count),
        ],
        dates: &[Output::always("pay_by", Shown::Date)],
        line: &[
            Output::sometimes("invoice", Shown::Text),
            Output::always("pay_by", Shown::Date).kept(),
            Output::sometimes("due_on", Shown::Date),
            Output::always("days_late", Shown::Count),
            Output::always("outcome", Shown::Choice(charge::OUTCOMES)),
            Output::sometimes("periods", Shown::Count),
            Output::sometimes("late_percent", Shown::Percent),
            Output::sometimes("rate_for", Shown::Choice(rule::RATES)),
            Output::sometimes("interest", Shown::Money),
            Output::sometimes("fixed_sum", Shown::Money),
            Output::sometimes("charge", Shown::Money),
            Output::sometimes("other_charge", Shown::Money),
        ],
        reasons: &["capped_by_law", "country_not_named", "not_asked_in_writing", "rate_not_stated"],
        assumptions: &[
            "basis_points_as_printed",
            "begun_periods_count_whole",
            "condition_is_on_the_charge",
            "due_day_is_the_last_day",
            "ecb_rate_is_yours",
            "eur_rate_is_yours",
            "fixed_sum_for_each_invoice",
            "late_after_the_last_day",
            "legal_maximum_not_entered",
            "listed_in_parts",
            "month_of_thirty_days",
            "name_may_mean_two_countries",
            "nbu_rate_is_yours",
            "no_compounding",
            "one_territory_under_two_names",
            "paid_when_received",
            "rounding_not_stated",
            "saint_lucia_under_another_name",
            "ten_days_replace_thirty",
            "year_of_365_days",
        ],
        warnings: &[
            "charge_is_optional",
            "commercial_code_excluded",
            "country_of_acquisition_decides",
            "may_mean_percentage_points",
            "more_costs_may_be_claimed",
            "pay_by_transfer",
            "pay_by_transfer_or_in_person",
            "received_after_the_last_day",
            "registered_mail_notice",
            "transaction_document_decides",
        ],
        example: r#"{"calculator":"late_charge","as_of":"2026-11-21","currency":"HKD","input":{"country":"HK","lines":[
            {"invoice":"7001","amount":"100000.00","invoiced_on":"2026-09-01","paid_on":"2026-11-05"},
            {"invoice":"7002","amount":"48000.00","invoiced_on":"2026-10-02","paid_on":"2026-10-30"}]}}"#,
    };

    type Options = Options;
    type Line = Invoice;
    type Terms = Terms;
    type Priced = Priced;

    fn contradiction(terms: &Terms, _: &Pack) -> Contradiction {
        let places = &[("values.payment_days", &terms.payment_days)];
        below_one(places).or_else(|| rule::contradiction(&terms.late_payment))
    }

    fn price(
        case: &Case,
        terms: &Terms,
        options: &Options,
        line: &Invoice,
        sheet: &mut Sheet,
    ) -> Result<Priced, Overflow> {
        let rule = LateRule::of(terms, ground!(terms).printed(options.country).country);
        let paid_on = line.paid_on.unwrap_or(case.as_of);
        let pay_by = line.invoiced_on.plus_days(rule.days).or_overflow("invoiced_on")?;
        let days_late = pay_by.days_to(paid_on).max(0);

        if let Some(invoice) = &line.invoice {
            sheet.echo("invoice", invoice.0.clone());
        }
        sheet.know("paid_on", paid_on);
        sheet.know("payment_days", rule.days);
        sheet.computed("pay_by", pay_by, Working::exact("invoiced_on + payment_days", rule.days_clause));
        let due = if rule.is_due_on_the_last_day() {
            Some((pay_by, "pay_by", rule.clause))
        } else {
            line.invoice_received_on.map(|came_on| (came_on, "invoice_received_on", rule.days_clause))
        };
        if let Some((due_on, formula, clause)) = due {
            sheet.computed("due_on", due_on, Working::exact(formula, clause));
            // The days to pay run from the date of the invoice, however late it comes.
            if due_on > pay_by {
                sheet.warning("received_after_the_last_day", rule.days_clause);
            }
        }
        let working = Working::exact("max(0, days(pay_by, paid_on))", rule.days_clause);
        sheet.computed("days_late", days_late, working);
        let charged = charge::write(case, &rule, options, line, days_late, sheet)?;
        Ok(Priced { pay_by, days_late, charged })
    }

    fn total(
        case: &Case,
        terms: &Terms,
        options: &Options,
        priced: &[Priced],
        sheet: &mut Sheet,
    ) -> Result<(), Overflow> {
        let acquired = ground!(terms).acquired_in(options.country, sheet);
        let rule = LateRule::of(terms, acquired.country);
        charge::write_totals(case, &rule, priced, sheet)?;
        let late = priced.iter().filter(|line| line.days_late > 0).count();
        let late = i64::try_from(late).ok().or_overflow("lines")?;
        sheet.figure("invoices_late", late, Working::exact("above_zero(days_late)", rule.days_clause));
        if let Some(earliest) = priced.iter().map(|line| line.pay_by).min() {
            sheet.date("pay_by", earliest, Working::exact("earliest(pay_by)", rule.days_clause));
        }

        write_notes(terms, options, &rule, late > 0, sheet);
        if priced.iter().any(|line| line.charged.is_inexact) {
            sheet.assumption("rounding_not_stated", rule.clause);
        }
        let is_open = priced.iter().any(|line| line.charged.charge.is_none());
        if acquired.is_ambiguous || is_open {
            sheet.verdict(Verdict::Refer);
        }
        Ok(())
    }
}

/// What holds of every invoice, or would if it were late.
fn write_notes(terms: &Terms, options: &Options, rule: &LateRule<'_>, is_any_late: bool, sheet: &mut Sheet) {
    let base = terms.payment_days.clause();
    // Payment falls due when the invoice comes, and has thirty days: late is what comes after those.
    if rule.days == *terms.payment_days.value() {
        sheet.assumption("late_after_the_last_day", rule.days_clause);
    }
    if rule.rate.is_none() {
        sheet.reason("rate_not_stated", base);
    }
    if options.eur_rate.is_some() {
        sheet.assumption("eur_rate_is_yours", rule.clause);
    }
    let Some(row) = rule.row else {
        if is_any_late {
            sheet.warning("charge_is_optional", base);
        }
        return;
    };
    if is_any_late && options.asked_in_writing == Some(false) {
        sheet.reason("not_asked_in_writing", &row.clause);
    }
    let columns = [("assumptions", "warnings"), ("assumptions_when_late", "warnings_when_late")];
    for (assumptions, warnings) in columns.into_iter().take(1 + usize::from(is_any_late)) {
        for code in notes(row, assumptions, LateCharge::ABOUT.assumptions) {
            sheet.assumption(code, &row.clause);
        }
        for code in notes(row, warnings, LateCharge::ABOUT.warnings) {
            sheet.warning(code, &row.clause);
        }
    }
}
