//! What a flex allowance may buy, how much of it may go into credits, and what is lost.
//!
//! Out come, for each year, what is allocated, the cap on credits (rounded down: "at most") and
//! what is left unallocated: lost once the contract is signed, at risk before.
//! Rules: MS-UES-01 (what flex buys), 02 (the cap), 03 (by year), 04 (not success management),
//! 06 (allocated at signing or forfeited), 30 (management that flex cannot pay).

use crate::calculators::declared::{Places, Rows, answers};
use crate::calculators::{About, Ask, Contradiction, OutputKind as Kind, Whole};
use crate::form::{self, Condition, choice, fields};
use crate::request::bounds::{ALLOCATIONS, YEARS};
use crate::terms::{Keys, Pack, Rule, Service, terms};
use crate::values::dates::Date;
use crate::values::money::{Dollars, Money, Percent, Rate};
use crate::working::Entered;
use crate::working::answer::Verdict;
use crate::working::reckon::work;
use crate::working::sheet::Sheet;
use std::sync::Arc;
use year::Outcome;

pub mod treatment;
mod year;

pub struct Flex;

fields! {
    pub struct Request {
        signed_on: Entered<Date>,
        /// Units of the request's currency for one US dollar: the text names its floor in dollars
        /// and no rate, so the visitor brings one.
        usd_rate: Option<Entered<Rate>> { required: true, only_if: Some(Condition::CurrencyIsNot("USD")) },
        years: Vec<Year> { kind: form::Kind::List(YEARS.0, YEARS.1, Year::FIELDS) },
    }
}

fields! {
    /// One year's allowance and what it is meant for.
    pub struct Year {
        allowance: Entered<Money>,
        allocations: Vec<Allocation> { kind: form::Kind::List(ALLOCATIONS.0, ALLOCATIONS.1, Allocation::FIELDS) },
    }
}

fields! {
    pub struct Allocation {
        service: Service,
        amount: Entered<Money>,
    }
}

terms! {
    pub struct Terms {
        flex_buys: Keys,
        management_groups: Keys,
        credit_services: Keys,
        credit_cap_percent: Percent,
        credit_cap_floor_usd: Dollars,
        allocated_by_year: Rule,
        allocation_at_signing: Rule,
        management_may_be_required: Rule,
    }
}

choice! {
    /// Whether anything of the allowance is lost, or may be: what the answer begins with.
    pub enum Loss {
        Forfeited = "forfeited",
        AtRisk = "at_risk",
        None = "none",
    }
}

answers! {
    figure {
        allowance: Money,
        allocated: Money,
        unallocated: Money,
        at_risk: Money,
        forfeited: Money,
        over_cap: Money,
        over_allowance: Money,
        loss: Loss,
    }
    date {
        allocate_by: Date,
    }
    line {
        allowance: Money { shown: true },
        allocated: Money,
        credit_cap: Money,
        credit_spend: Money,
        over_cap: Money,
        over_allowance: Money,
        unallocated: Money,
        at_risk: Money,
        forfeited: Money,
        allocations: Rows { kind: Kind::List(allocation::OUTPUTS) },
    }
    rows allocation {
        service: Arc<str> { kind: Kind::Key, shown: true },
        amount: Money { shown: true },
        verdict: &'static str { kind: Kind::Choice(&["allowed", "barred", "refer"]), judges: true, shown: true },
        counts_toward_cap: bool { shown: true },
    }
    between {
        /// The share of the year's allowance that may go into credits.
        credit_share: Money,
        /// What may go into credits whatever the allowance is.
        credit_floor: Money,
    }
    reason {
        IncludedInBase = "included_in_base" { allocations: Places },
        NotListedForFlex = "not_listed_for_flex" { allocations: Places },
        OverAllowance = "over_allowance",
        OverCreditCap = "over_credit_cap",
        SuccessManagementNotPayable = "success_management_not_payable" { allocations: Places },
    }
    assumption {
        CapPerYearAndJointly = "cap_per_year_and_jointly",
        ExecutionReadAsSigning = "execution_read_as_signing",
        LaterYearsAtSigning = "later_years_at_signing",
        UsdRateIsYours = "usd_rate_is_yours",
    }
    warning {
        AllowanceForfeited = "allowance_forfeited",
        AllowanceMayBeForfeited = "allowance_may_be_forfeited",
        ManagementMayBeRequired = "management_may_be_required",
    }
}

impl Whole for Flex {
    const ABOUT: About = About {
        name: "flex",
        pack: "ms-unified",
        money: true,
        rules: &["MS-UES-01", "MS-UES-02", "MS-UES-03", "MS-UES-04", "MS-UES-06", "MS-UES-30"],
        verdicts: &["eligible", "refer", "ineligible"],
        lines_of: Some("years"),
        headline: "unallocated",
        losses: &["forfeited", "at_risk"],
        beside: &["allocate_by"],
        onward: r#"[
            {"to":"cancellation","lines":{"from":"years.allocations","to":"lines","fields":{"service":"called.service","fee":"amount","paid_with":"=flex"},"only":[{"of":"answer.verdict","in":["allowed"]}]}},
            {"to":"swap","lines":{"from":"years.allocations","to":"lines","fields":{"given_service":"called.service","given_value":"amount","paid_with":"=flex"},"only":[{"of":"answer.verdict","in":["allowed"]}]}},
            {"to":"addon","lines":{"from":"years.allocations","to":"","fields":{"service":"service"},"only":[{"of":"answer.verdict","not_in":["allowed"]}]}}
        ]"#,
        example: r#"{"calculator":"flex","as_of":"2026-11-21","currency":"USD","input":{"signed_on":"2026-12-15","years":[
            {"allowance":"300000.00","allocations":[
                {"service":"proactive_credits","amount":"50000.00"},
                {"service":"designated_engineering","amount":"180000.00"},
                {"service":"workshops","amount":"40000.00"}]}]}}"#,
        ..out::ABOUT
    };

    type Request = Request;
    type Terms = Terms;

    fn contradiction(terms: &Terms, pack: &Pack) -> Contradiction {
        let is_service = |key: &Arc<str>| pack.service(key).is_some();
        if pack.services.is_empty() {
            Some(("services", "required by flex, but there are none"))
        } else if !terms.credit_services.value().0.iter().all(is_service) {
            Some(("values.credit_services", "names a service that is not in the catalogue"))
        } else {
            treatment::contradiction(&terms.flex_buys, &terms.management_groups, pack)
        }
    }

    fn answer(ask: &Ask<'_, Terms, Request>, sheet: &mut Sheet) {
        let (terms, request) = (ask.terms, ask.request);
        let mut outcomes = Vec::with_capacity(request.years.len());
        for (index, year) in request.years.iter().enumerate() {
            sheet.begin_line(index);
            outcomes.push(year::write(ask, year, index == 0, sheet));
            sheet.end_line();
        }
        write_totals(terms, &outcomes, sheet);

        let at_signing = terms.allocation_at_signing.clause();
        work!(sheet, date allocate_by = exact(request.signed_on), by at_signing);
        let cap = terms.credit_cap_percent.clause();
        sheet.assumption(Assumption::CapPerYearAndJointly, cap);
        sheet.assumption(Assumption::ExecutionReadAsSigning, at_signing);
        if request.years.len() > 1 {
            sheet.assumption(Assumption::LaterYearsAtSigning, at_signing);
        }
        if request.usd_rate.is_some() {
            sheet.assumption(Assumption::UsdRateIsYours, cap);
        }
        if outcomes.iter().any(|year| year.has_allowed) {
            sheet.warning(Warning::ManagementMayBeRequired, terms.management_may_be_required.clause());
        }
        let is_over = |year: &Outcome| year.over_cap.value.is_positive() || year.over_allowance.value.is_positive();
        sheet.verdict(if outcomes.iter().any(|year| year.has_barred || is_over(year)) {
            Verdict::Ineligible
        } else if outcomes.iter().any(|year| year.has_referred) {
            Verdict::Refer
        } else {
            Verdict::Eligible
        });
    }
}

fn write_totals(terms: &Terms, years: &[Outcome<'_>], sheet: &mut Sheet) {
    let (by_year, at_signing) = (&terms.allocated_by_year, &terms.allocation_at_signing);
    work!(sheet, figure allowance = exact(sum(allowance of years)), by by_year);
    work!(sheet, figure allocated = exact(sum(allocated of years)), by terms.flex_buys);
    work!(sheet, figure unallocated = exact(sum(unallocated of years)), by at_signing);
    work!(sheet, figure at_risk = exact(sum(at_risk of years)), by at_signing);
    work!(sheet, figure forfeited = exact(sum(forfeited of years)), by at_signing);
    work!(sheet, figure over_cap = exact(sum(over_cap of years)), by terms.credit_cap_percent);
    work!(sheet, figure over_allowance = exact(sum(over_allowance of years)), by by_year);
    // What is spent as the terms allow may stand beside a loss.
    work!(sheet, figure loss = exact(
        if forfeited > 0 { Loss::Forfeited } else if at_risk > 0 { Loss::AtRisk } else { Loss::None }
    ), by at_signing);
    if forfeited.value.is_positive() {
        sheet.warning(Warning::AllowanceForfeited, at_signing.clause());
    }
    if at_risk.value.is_positive() {
        sheet.warning(Warning::AllowanceMayBeForfeited, at_signing.clause());
    }
}
