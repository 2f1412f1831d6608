//! What a use beyond what was bought costs, once IBM finds it.
//!
//! Out come, for each program, the licences lacking, what they cost today, and support for them
//! for as long as they were lacking, but never longer than the text says; then the sum with other
//! charges. Amounts are in the request's currency; support is rounded half up once, all else exact. Where the price of
//! support is not entered, what hangs on it is left out: support is charged, so that the rest would be too little.
//! Rules: ILAN-03 (use up to what was bought), 08 (buy before using more), 14 (data on notice), 15
//! (audits), 16 (today's prices), 17 (support, two years at most), 18 (other charges).

use super::licence::ground;
use super::{About, ByLine, Case, Contradiction, Output, OutputKind as Shown, below_one};
use crate::answer::Verdict;
use crate::country::Country;
use crate::dates::Date;
use crate::form::{Count, Kind, Text, Unit, fields};
use crate::money::{Money, OrOverflow, Overflow, Percent};
use crate::refusal::bounds;
use crate::sheet::{Sheet, Working};
use crate::terms::{ByCountry, Pack, Rule, terms};

pub struct TrueUp;

fields! {
    pub struct Options {
        country: Country,
        /// The day of IBM's request for the data.
        notified_on: Option<Date>,
        other_charges: Option<Money>,
        tax_percent: Option<Percent>,
    }
}

/// Of what may also be nothing.
const NONE_OR_MORE: Kind = Kind::Count((0, bounds::COUNT.1));

fields! {
    /// A program.
    pub struct Program {
        program: Option<Text>,
        entitled: Count { kind: NONE_OR_MORE },
        deployed: Count { kind: NONE_OR_MORE },
        /// Of one licence today.
        current_price: Money,
        /// Of a year's support for one.
        support_price: Option<Money>,
        /// For how long more was used than bought.
        excess_months: Count { kind: NONE_OR_MORE, unit: Some(Unit::Months) },
    }
}

terms! {
    pub struct Terms {
        transaction_document_first: Rule,
        country_of_acquisition: Rule,
        named_countries: ByCountry,
        country_readings: ByCountry,
        authorized_use: Rule,
        buy_before_use: Rule,
        data_notice_days: i64,
        audit_terms: Rule,
        current_rates: Rule,
        most_support_years: i64,
        support_price_months: i64,
        other_charges_due: Rule,
    }
}

const SUPPORT: &str = "support_price";

pub struct Priced {
    excess: i64,
    licences: Money,
    /// None where it is charged and its price is not known.
    support: Option<Money>,
    is_exact: bool,
}

impl ByLine for TrueUp {
    const ABOUT: About = About {
        name: "true_up",
        pack: "ibm-ilan",
        money: true,
        rules: &[
            "ILAN-01", "ILAN-03", "ILAN-08", "ILAN-14", "ILAN-15", "ILAN-16", "ILAN-17", "ILAN-18", "ILAN-24",
            "ILAN-25", "ILAN-46",
        ],
        verdicts: &["eligible", "refer", "ineligible"],
        headline: "total",
        losses: &[],
        beside: &[],
        figures: &[
            Output::sometimes("total", Shown::Money),
            Output::always("excess", Shown::Count),
            Output::always("licences", Shown::Money),
            Output::sometimes("support", Shown::Money),
            Output::sometimes("other_charges", Shown::Money),
            Output::sometimes("tax", Shown::Money),
            Output::sometimes("gross", Shown::Money),
        ],
        dates: &[Output::sometimes("data_due_by", Shown::Date).kept()],
        line: &[
            Output::sometimes("program", Shown::Text),
            Output::always("excess", Shown::Count),
            Output::always("licences", Shown::Money),
            Output::always("charged_months", Shown::Count),
            Output::sometimes("support", Shown::Money),
            Output::sometimes("due", Shown::Money),
            Output::always("standing", Shown::Choice(&["within", "beyond"])),
            Output::always("verdict", Shown::Choice(&["eligible", "refer", "ineligible"])),
            Output::sometimes("lacks", Shown::Choice(&[SUPPORT])),
        ],
        reasons: &["country_not_named", "more_than_entitled"],
        assumptions: &[
            "data_due_on_the_last_day",
            "listed_in_parts",
            "metric_by_the_proof",
            "name_may_mean_two_countries",
            "no_month_of_excess",
            "one_territory_under_two_names",
            "rounding_not_stated",
            "saint_lucia_under_another_name",
            "support_by_the_month",
            "support_even_without_any",
            "tax_not_in_text",
            "yearly_on_request",
        ],
        warnings: &[
            "audit_on_notice",
            "buy_before_use_grows",
            "country_of_acquisition_decides",
            "data_are_overdue",
            "order_at_once",
            "support_price_missing",
            "transaction_document_decides",
        ],
        example: r#"{"calculator":"true_up","as_of":"2026-11-21","currency":"TWD","minor_units":0,"input":{"country":"TW","notified_on":"2026-11-16","lines":[
            {"program":"Db2","entitled":40,"deployed":50,"current_price":"180000","support_price":"36000","excess_months":30},
            {"program":"MQ","entitled":20,"deployed":20,"current_price":"95000","support_price":"19000","excess_months":0}]}}"#,
    };

    type Options = Options;
    type Line = Program;
    type Terms = Terms;
    type Priced = Priced;

    fn contradiction(terms: &Terms, _: &Pack) -> Contradiction {
        below_one(&[
            ("values.support_price_months", &terms.support_price_months),
            ("values.most_support_years", &terms.most_support_years),
        ])
    }

    fn price(case: &Case, terms: &Terms, _: &Options, line: &Program, sheet: &mut Sheet) -> Result<Priced, Overflow> {
        let (months_of_price, years) = (*terms.support_price_months.value(), *terms.most_support_years.value());
        let (rates, support_clause) = (terms.current_rates.clause(), terms.most_support_years.clause());
        let excess = (line.deployed.0 - line.entitled.0).max(0);
        let licences = line.current_price.times(excess).or_overflow("current_price")?;
        let most = years.checked_mul(months_of_price).or_overflow("excess_months")?;
        let charged_months = if excess > 0 { line.excess_months.0.min(most) } else { 0 };
        let is_lacking = charged_months > 0 && line.support_price.is_none();
        let price = line.support_price.unwrap_or(case.zero());
        let all = price.exact().times_count(excess).and_then(|all| all.times_count(charged_months));
        let (support, is_exact) = case.half_up(all.and_then(|all| all.over(months_of_price)), SUPPORT)?;
        let due = licences.plus(support).or_overflow("current_price")?;

        if let Some(program) = &line.program {
            sheet.echo("program", program.0.clone());
        }
        let working = Working::exact("max(0, deployed − entitled)", terms.authorized_use.clause());
        sheet.computed("excess", excess, working);
        sheet.computed("licences", licences, Working::exact("excess × current_price", rates));
        let formula = match excess {
            0 => "0, deployed ≤ entitled",
            _ => "min(excess_months, most_support_years × support_price_months)",
        };
        sheet.computed("charged_months", charged_months, Working::exact(formula, support_clause));
        let formula = match line.support_price {
            Some(_) => "excess × support_price × charged_months ÷ support_price_months",
            None => "0",
        };
        if !is_lacking {
            sheet.computed("support", support, Working::half_up(formula, support_clause));
            sheet.computed("due", due, Working::exact("licences + support", rates));
        }
        sheet.echo("standing", if excess > 0 { "beyond" } else { "within" });
        let verdict = match excess {
            0 => Verdict::Eligible,
            _ if is_lacking => Verdict::Refer,
            _ => Verdict::Ineligible,
        };
        sheet.echo("verdict", verdict.name());

        if excess > 0 {
            sheet.reason("more_than_entitled", terms.authorized_use.clause());
            // From which day on an excess is one of support, the text does not say.
            if charged_months == 0 {
                sheet.assumption("no_month_of_excess", support_clause);
            }
        }
        if is_lacking {
            sheet.echo("lacks", SUPPORT);
            sheet.warning("support_price_missing", support_clause);
        }
        Ok(Priced { excess, licences, support: (!is_lacking).then_some(support), is_exact })
    }

    fn total(
        case: &Case,
        terms: &Terms,
        options: &Options,
        priced: &[Priced],
        sheet: &mut Sheet,
    ) -> Result<(), Overflow> {
        let acquired = ground!(terms).acquired_in(options.country, sheet);
        let (rates, support_clause) = (terms.current_rates.clause(), terms.most_support_years.clause());
        let other_clause = terms.other_charges_due.clause();
        let excess = priced.iter().try_fold(0, |sum: i64, line| sum.checked_add(line.excess)).or_overflow("lines")?;
        let licences = case.sum(priced.iter().map(|line| line.licences), "lines")?;
        let supports: Option<Vec<Money>> = priced.iter().map(|line| line.support).collect();
        let support = supports.map(|supports| case.sum(supports, "lines")).transpose()?;
        let is_open = support.is_none();
        // Worked out where something is open too: what does not fit is refused either way.
        let both = licences.plus(support.unwrap_or(case.zero())).or_overflow("lines")?;
        let total = both.plus(options.other_charges.unwrap_or(case.zero())).or_overflow("other_charges")?;

        sheet.know("licences", licences);
        if let Some(support) = support {
            sheet.know("support", support);
            let formula = match options.other_charges {
                Some(_) => "licences + support + other_charges",
                None => "licences + support",
            };
            sheet.figure("total", total, Working::exact(formula, other_clause));
        }
        sheet.figure("excess", excess, Working::exact("sum(excess)", terms.authorized_use.clause()));
        sheet.figure("licences", licences, Working::exact("sum(licences)", rates));
        if let Some(support) = support {
            sheet.figure("support", support, Working::exact("sum(support)", support_clause));
        }
        if let Some(other) = options.other_charges {
            sheet.figure("other_charges", other, Working::exact("other_charges", other_clause));
        }
        if !is_open {
            let formulas = (("tax", "total × tax_percent"), ("gross", "total + tax"));
            case.tax(total, options.tax_percent, formulas, other_clause, sheet)?;
        }
        write_notice(case, terms, options, sheet)?;

        if priced.iter().any(|line| line.support.is_none_or(Money::is_positive)) {
            // The text says for how long, not how a part of a year counts, nor for whom.
            sheet.assumption("support_by_the_month", support_clause);
            sheet.assumption("support_even_without_any", support_clause);
        }
        if priced.iter().any(|line| !line.is_exact) {
            sheet.assumption("rounding_not_stated", support_clause);
        }
        sheet.assumption("metric_by_the_proof", terms.authorized_use.clause());
        sheet.warning("audit_on_notice", terms.audit_terms.clause());
        sheet.warning("buy_before_use_grows", terms.buy_before_use.clause());
        if excess > 0 {
            sheet.warning("order_at_once", rates);
        }
        sheet.verdict(match excess {
            _ if acquired.is_ambiguous || is_open => Verdict::Refer,
            0 => Verdict::Eligible,
            _ => Verdict::Ineligible,
        });
        Ok(())
    }
}

/// By when the data have to be there.
fn write_notice(case: &Case, terms: &Terms, options: &Options, sheet: &mut Sheet) -> Result<(), Overflow> {
    let Some(notified_on) = options.notified_on else { return Ok(()) };
    let clause = terms.data_notice_days.clause();
    let due = notified_on.plus_days(*terms.data_notice_days.value()).or_overflow("notified_on")?;
    sheet.date("data_due_by", due, Working::exact("notified_on + data_notice_days", clause));
    sheet.assumption("data_due_on_the_last_day", clause);
    sheet.assumption("yearly_on_request", clause);
    if case.as_of > due {
        sheet.warning("data_are_overdue", clause);
    }
    Ok(())
}
