//! What a flex allowance may buy, how much of it may go into credits, and what is lost.
//!
//! Out come, for each year, what is allocated, the cap on credits (rounded down: "at most") and
//! what is left unallocated: lost once the contract is signed, at risk before.
//! Rules: MS-UES-01 (what flex buys), 02 (the cap), 03 (by year), 04 (not success management),
//! 06 (allocated at signing or forfeited), 30 (management that flex cannot pay).

use super::{About, Case, Contradiction, Output, OutputKind as Shown, Whole};
use crate::answer::Verdict;
use crate::dates::Date;
use crate::form::{Condition, Kind, fields};
use crate::money::{Money, Overflow, Percent, Rate};
use crate::refusal::bounds::{ALLOCATIONS, YEARS};
use crate::sheet::{Sheet, Working};
use crate::terms::{Dollars, Keys, Pack, Rule, Service, terms};
use std::sync::Arc;
use year::Outcome;

pub mod treatment;
mod year;

pub struct Flex;

fields! {
    pub struct Request {
        signed_on: Date,
        /// Units of the request's currency for one US dollar: the text names its floor in dollars
        /// and no rate, so the visitor brings one.
        usd_rate: Option<Rate> { required: true, only_if: Some(Condition::CurrencyIsNot("USD")) },
        years: Vec<Year> { kind: Kind::List(YEARS.0, YEARS.1, Year::FIELDS) },
    }
}

fields! {
    /// One year's allowance and what it is meant for.
    pub struct Year {
        allowance: Money,
        allocations: Vec<Allocation> { kind: Kind::List(ALLOCATIONS.0, ALLOCATIONS.1, Allocation::FIELDS) },
    }
}

fields! {
    pub struct Allocation {
        service: Service,
        amount: Money,
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

impl Whole for Flex {
    const ABOUT: About = About {
        name: "flex",
        pack: "ms-unified",
        money: true,
        rules: &["MS-UES-01", "MS-UES-02", "MS-UES-03", "MS-UES-04", "MS-UES-06", "MS-UES-30"],
        verdicts: &["eligible", "refer", "ineligible"],
        headline: "unallocated",
        losses: &["forfeited", "at_risk"],
        beside: &["allocate_by"],
        figures: &[
            Output::always("allowance", Shown::Money),
            Output::always("allocated", Shown::Money),
            Output::always("unallocated", Shown::Money),
            Output::always("at_risk", Shown::Money),
            Output::always("forfeited", Shown::Money),
            Output::always("over_cap", Shown::Money),
            Output::always("over_allowance", Shown::Money),
            Output::always("loss", Shown::Choice(LOSSES)),
        ],
        dates: &[Output::always("allocate_by", Shown::Date)],
        line: &[
            Output::always("allowance", Shown::Money),
            Output::always("allocated", Shown::Money),
            Output::always("credit_cap", Shown::Money),
            Output::always("credit_spend", Shown::Money),
            Output::always("over_cap", Shown::Money),
            Output::always("over_allowance", Shown::Money),
            Output::always("unallocated", Shown::Money),
            Output::always("at_risk", Shown::Money),
            Output::always("forfeited", Shown::Money),
            Output::always(
                "allocations",
                Shown::List(&[
                    Output::always("service", Shown::Key),
                    Output::always("amount", Shown::Money),
                    Output::always("verdict", Shown::Choice(&["allowed", "barred", "refer"])),
                    Output::always("counts_toward_cap", Shown::Flag),
                ]),
            ),
        ],
        reasons: &[
            "included_in_base",
            "not_listed_for_flex",
            "over_allowance",
            "over_credit_cap",
            "success_management_not_payable",
        ],
        assumptions: &[
            "cap_per_year_and_jointly",
            "execution_read_as_signing",
            "later_years_at_signing",
            "usd_rate_is_yours",
        ],
        warnings: &["allowance_forfeited", "allowance_may_be_forfeited", "management_may_be_required"],
        example: r#"{"calculator":"flex","as_of":"2026-11-21","currency":"USD","input":{"signed_on":"2026-12-15","years":[
            {"allowance":"300000.00","allocations":[
                {"service":"proactive_credits","amount":"50000.00"},
                {"service":"designated_engineering","amount":"180000.00"},
                {"service":"workshops","amount":"40000.00"}]}]}}"#,
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

    fn answer(case: &Case, terms: &Terms, request: &Request, sheet: &mut Sheet) -> Result<(), Overflow> {
        let mut outcomes = Vec::with_capacity(request.years.len());
        for (index, year) in request.years.iter().enumerate() {
            sheet.begin_line(index);
            sheet.know_all(year);
            outcomes.push(year::write(case, terms, request, year, index == 0, sheet)?);
            sheet.end_line();
        }
        write_totals(case, terms, &outcomes, sheet)?;

        let at_signing = terms.allocation_at_signing.clause();
        sheet.date("allocate_by", request.signed_on, Working::exact("signed_on", at_signing));
        let cap = terms.credit_cap_percent.clause();
        sheet.assumption("cap_per_year_and_jointly", cap);
        sheet.assumption("execution_read_as_signing", at_signing);
        if request.years.len() > 1 {
            sheet.assumption("later_years_at_signing", at_signing);
        }
        if request.usd_rate.is_some() {
            sheet.assumption("usd_rate_is_yours", cap);
        }
        if outcomes.iter().any(|year| year.has_allowed) {
            sheet.warning("management_may_be_required", terms.management_may_be_required.clause());
        }
        let is_over = |year: &Outcome| year.over_cap.is_positive() || year.over_allowance.is_positive();
        sheet.verdict(if outcomes.iter().any(|year| year.has_barred || is_over(year)) {
            Verdict::Ineligible
        } else if outcomes.iter().any(|year| year.has_referred) {
            Verdict::Refer
        } else {
            Verdict::Eligible
        });
        Ok(())
    }
}

/// Whether anything of the allowance is lost, or may be: what the answer begins with.
const LOSSES: &[&str] = &["forfeited", "at_risk", "none"];

/// Says what comes of all that is not allocated. What is spent as the terms allow may stand beside a loss.
fn write_loss(terms: &Terms, forfeited: Money, at_risk: Money, sheet: &mut Sheet) {
    let at_signing = terms.allocation_at_signing.clause();
    let (is_lost, may_be_lost) = (forfeited.is_positive(), at_risk.is_positive());
    let loss = match (is_lost, may_be_lost) {
        (true, _) => "forfeited",
        (false, true) => "at_risk",
        (false, false) => "none",
    };
    sheet.know("forfeited", forfeited);
    sheet.know("at_risk", at_risk);
    sheet.figure("loss", loss, Working::exact("follows_both(forfeited, at_risk)", at_signing));
    if is_lost {
        sheet.warning("allowance_forfeited", at_signing);
    }
    if may_be_lost {
        sheet.warning("allowance_may_be_forfeited", at_signing);
    }
}

fn write_totals(case: &Case, terms: &Terms, years: &[Outcome], sheet: &mut Sheet) -> Result<(), Overflow> {
    let by_year = terms.allocated_by_year.clause();
    let at_signing = terms.allocation_at_signing.clause();
    let sum = |of: fn(&Outcome) -> Money| case.sum(years.iter().map(of), "years");
    sheet.figure("allowance", sum(|year| year.allowance)?, Working::exact("sum(allowance)", by_year));
    sheet.figure("allocated", sum(|year| year.allocated)?, Working::exact("sum(allocated)", terms.flex_buys.clause()));
    sheet.figure("unallocated", sum(|year| year.unallocated)?, Working::exact("sum(unallocated)", at_signing));
    let (at_risk, forfeited) = (sum(|year| year.at_risk)?, sum(|year| year.forfeited)?);
    sheet.figure("at_risk", at_risk, Working::exact("sum(at_risk)", at_signing));
    sheet.figure("forfeited", forfeited, Working::exact("sum(forfeited)", at_signing));
    let cap = terms.credit_cap_percent.clause();
    sheet.figure("over_cap", sum(|year| year.over_cap)?, Working::exact("sum(over_cap)", cap));
    sheet.figure("over_allowance", sum(|year| year.over_allowance)?, Working::exact("sum(over_allowance)", by_year));
    write_loss(terms, forfeited, at_risk, sheet);
    Ok(())
}
