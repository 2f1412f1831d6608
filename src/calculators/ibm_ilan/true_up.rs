//! What a use beyond what was bought costs, once IBM finds it.
//!
//! Out come, for each program, the licences lacking, what they cost today, and support for them
//! for as long as they were lacking, but never longer than the text says; then the sum with other
//! charges. Amounts are in the request's currency; support is rounded half up once, all else exact. Where the price of
//! support is not entered, what hangs on it is left out: support is charged, so that the rest would be too little.
//! Rules: ILAN-03 (use up to what was bought), 08 (buy before using more), 14 (data on notice), 15
//! (audits), 16 (today's prices), 17 (support, two years at most), 18 (other charges).

mod sums;

use crate::calculators::declared::answers;
use crate::calculators::ibm_ilan::licence::acquired_in;
use crate::calculators::{About, Ask, ByLine, Contradiction, OutputKind as Shown, RowsBy, below_one};
use crate::form::{Count, Kind, Text, choice, fields};
use crate::request::bounds;
use crate::terms::{ByCountry, Pack, Rule, terms};
use crate::values::country::Country;
use crate::values::dates::Date;
use crate::values::money::{Money, Percent};
use crate::values::unit::Unit;
use crate::working::answer::Verdict;
use crate::working::reckon::work;
use crate::working::sheet::Sheet;
use crate::working::{Entered, Of};
use std::sync::Arc;

pub struct TrueUp;

fields! {
    pub struct Options {
        country: Country,
        /// The day of IBM's request for the data.
        notified_on: Option<Entered<Date>>,
        other_charges: Option<Entered<Money>>,
        tax_percent: Option<Entered<Percent>>,
    }
}

/// Of what may also be nothing.
const NONE_OR_MORE: Kind = Kind::Count((0, bounds::COUNT.1));

fields! {
    /// A program.
    pub struct Program {
        program: Option<Text>,
        entitled: Entered<Count> { kind: NONE_OR_MORE },
        deployed: Entered<Count> { kind: NONE_OR_MORE },
        /// Of one licence today.
        current_price: Entered<Money>,
        /// Of a year's support for one.
        support_price: Option<Entered<Money>>,
        /// For how long more was used than bought.
        excess_months: Entered<Count> { kind: NONE_OR_MORE, unit: Some(Unit::Months) },
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
        data_notice_days: i64 { Days },
        audit_terms: Rule,
        current_rates: Rule,
        most_support_years: i64 { Years },
        support_price_months: i64 { Months },
        other_charges_due: Rule,
    }
}

choice! {
    /// Whether a program is used by no more than were bought.
    pub enum Standing {
        Within = "within",
        Beyond = "beyond",
    }
}

const SUPPORT: &str = "support_price";

answers! {
    figure {
        total: Option<Money> { paid: true },
        excess: i64,
        licences: Money,
        support: Option<Money>,
        other_charges: Option<Money>,
        tax: Option<Money>,
        gross: Option<Money> { paid: true },
    }
    date {
        data_due_by: Option<Date> { calendar: true },
    }
    line {
        program: Option<Arc<str>> { shown: true },
        excess: i64,
        licences: Money,
        charged_months: i64 { unit: Some(Unit::Months) },
        support: Option<Money>,
        due: Option<Money>,
        standing: Standing,
        verdict: &'static str { kind: Shown::Choice(&["eligible", "refer", "ineligible"]), judges: true, shown: true },
        lacks: Option<&'static str> { kind: Shown::Choice(&[SUPPORT]), shown: true },
    }
    reason {
        CountryNotNamed = "country_not_named",
        MoreThanEntitled = "more_than_entitled",
    }
    assumption {
        DataDueOnTheLastDay = "data_due_on_the_last_day",
        ListedInParts = "listed_in_parts",
        MetricByTheProof = "metric_by_the_proof",
        NameMayMeanTwoCountries = "name_may_mean_two_countries",
        NoMonthOfExcess = "no_month_of_excess",
        OneTerritoryUnderTwoNames = "one_territory_under_two_names",
        RoundingNotStated = "rounding_not_stated",
        SaintLuciaUnderAnotherName = "saint_lucia_under_another_name",
        SupportByTheMonth = "support_by_the_month",
        SupportEvenWithoutAny = "support_even_without_any",
        TaxNotInText = "tax_not_in_text",
        YearlyOnRequest = "yearly_on_request",
    }
    warning {
        AuditOnNotice = "audit_on_notice",
        BuyBeforeUseGrows = "buy_before_use_grows",
        CountryOfAcquisitionDecides = "country_of_acquisition_decides",
        DataAreOverdue = "data_are_overdue",
        OrderAtOnce = "order_at_once",
        SupportPriceMissing = "support_price_missing",
        TransactionDocumentDecides = "transaction_document_decides",
    }
}

pub struct Priced<'a> {
    excess: Of<'a, i64>,
    licences: Of<'a, Money>,
    /// None where it is charged and its price is not known.
    support: Option<Of<'a, Money>>,
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
        rows_by: Some(RowsBy { key: "verdict", day: None }),
        onward: r#"[
            {"to":"tax","fields":{"country":"country","net":"answer.total","tax_percent":"tax_percent"},"when":[{"of":"answer.total","above":"0"}]},
            {"to":"late_charge","fields":{"country":"country"},"lines":{"from":"","to":"lines","fields":{"amount":"answer.gross"}},"when":[{"of":"answer.gross","above":"0"}]}
        ]"#,
        example: r#"{"calculator":"true_up","as_of":"2026-11-21","currency":"TWD","minor_units":0,"input":{"country":"TW","notified_on":"2026-11-16","lines":[
            {"program":"Db2","entitled":40,"deployed":50,"current_price":"180000","support_price":"36000","excess_months":30},
            {"program":"MQ","entitled":20,"deployed":20,"current_price":"95000","support_price":"19000","excess_months":0}]}}"#,
        ..out::ABOUT
    };

    type Options = Options;
    type Line = Program;
    type Terms = Terms;
    type Priced<'a> = Priced<'a>;

    fn contradiction(terms: &Terms, _: &Pack) -> Contradiction {
        below_one(&[
            ("values.support_price_months", &terms.support_price_months),
            ("values.most_support_years", &terms.most_support_years),
        ])
    }

    fn price<'a>(ask: &Ask<'a, Terms, Options>, line: &'a Program, sheet: &mut Sheet) -> Priced<'a> {
        let terms = ask.terms;
        let support_clause = terms.most_support_years.clause();
        if let Some(program) = &line.program {
            sheet.show(&out::line::program, program.0.clone());
        }
        work!(sheet, line excess = exact(max(0, line.deployed - line.entitled)), by terms.authorized_use);
        work!(sheet, line licences = exact(excess * line.current_price), by terms.current_rates);
        work!(sheet, line charged_months = exact(
            if excess > 0 { min(line.excess_months, terms.most_support_years * terms.support_price_months) }
            else { 0 }
        ), by support_clause);
        let support = sums::write_support(terms, line, excess, charged_months, sheet);
        if let Some(support) = support {
            work!(sheet, line due = exact(licences + support), by terms.current_rates);
        }
        work!(sheet, line standing = exact(if excess > 0 { Standing::Beyond } else { Standing::Within }),
            by terms.authorized_use);
        let verdict = match (standing.value, support) {
            (Standing::Within, _) => Verdict::Eligible,
            (Standing::Beyond, None) => Verdict::Refer,
            (Standing::Beyond, Some(_)) => Verdict::Ineligible,
        };
        sheet.show(&out::line::verdict, verdict.name());

        if standing.value == Standing::Beyond {
            sheet.reason(Reason::MoreThanEntitled, terms.authorized_use.clause());
            // From which day on an excess is one of support, the text does not say.
            if charged_months.value == 0 {
                sheet.assumption(Assumption::NoMonthOfExcess, support_clause);
            }
        }
        if support.is_none() {
            sheet.show(&out::line::lacks, SUPPORT);
            sheet.warning(Warning::SupportPriceMissing, support_clause);
        }
        Priced { excess, licences, support }
    }

    fn total<'a>(ask: &Ask<'a, Terms, Options>, priced: &[Priced<'a>], sheet: &mut Sheet) {
        let (terms, options) = (ask.terms, ask.request);
        let acquired = acquired_in!(terms, options.country, sheet);
        let support_clause = terms.most_support_years.clause();
        work!(sheet, figure excess = exact(sum(excess of priced)), by terms.authorized_use);
        work!(sheet, figure licences = exact(sum(licences of priced)), by terms.current_rates);
        let is_open = priced.iter().any(|line| line.support.is_none());
        if is_open {
            if let Some(other_charges) = options.other_charges {
                work!(sheet, figure other_charges = exact(other_charges), by terms.other_charges_due);
            }
        } else {
            work!(sheet, figure support = exact(sum(support of priced)), by support_clause);
            sums::write_total(ask, licences, support, sheet);
        }
        sums::write_notice(ask, sheet);

        let is_charged = |line: &Priced| line.support.is_none_or(|support| support.value.is_positive());
        if priced.iter().any(is_charged) {
            // The text says for how long, not how a part of a year counts, nor for whom.
            sheet.assumption(Assumption::SupportByTheMonth, support_clause);
            sheet.assumption(Assumption::SupportEvenWithoutAny, support_clause);
        }
        if priced.iter().any(|line| line.support.is_some_and(|support| !support.is_exact)) {
            sheet.assumption(Assumption::RoundingNotStated, support_clause);
        }
        sheet.assumption(Assumption::MetricByTheProof, terms.authorized_use.clause());
        sheet.warning(Warning::AuditOnNotice, terms.audit_terms.clause());
        sheet.warning(Warning::BuyBeforeUseGrows, terms.buy_before_use.clause());
        if excess.value > 0 {
            sheet.warning(Warning::OrderAtOnce, terms.current_rates.clause());
        }
        sheet.verdict(match excess.value {
            _ if acquired.is_ambiguous || is_open => Verdict::Refer,
            0 => Verdict::Eligible,
            _ => Verdict::Ineligible,
        });
    }
}
