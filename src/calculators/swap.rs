//! Whether a service may be swapped for another of equal value, and what is to be paid.
//!
//! Out come, for each swap, whether it is allowed (the other service must be available and the
//! delivery staff must agree), and the difference in value: a shortfall is paid, a surplus is not
//! paid back. Amounts are in the request's currency; a difference is exact, nothing is rounded.
//! What was bought with flex may only become what flex buys.
//! Rules: MS-UES-01 (what flex buys), 04 (not success management), 05 (what was bought with flex), 13 (any
//! other service), 14 (in writing).

use super::cancellation::PaidWith;
use super::flex::treatment::{self, Treatment};
use super::{About, ByLine, Case, Contradiction, Output, OutputKind as Shown};
use crate::answer::Verdict;
use crate::clause::ClauseId;
use crate::form::{Text, fields};
use crate::money::{Money, OrOverflow, Overflow};
use crate::sheet::{Sheet, Working};
use crate::terms::{Keys, Pack, Rule, Service, terms};

pub struct Swap;

fields! {
    pub struct Options {}
}

fields! {
    /// A service that is given up for another.
    pub struct Line {
        given_service: Option<Text>,
        paid_with: PaidWith,
        given_value: Money,
        service: Service,
        wanted_value: Money,
        /// Whether it can be had; left open where nobody has asked yet.
        available: Option<bool>,
        /// Whether the delivery staff agree; left open where nobody has asked yet.
        agreed: Option<bool>,
    }
}

terms! {
    pub struct Terms {
        flex_swap: Rule,
        service_swap: Rule,
        changes_in_writing: Rule,
        flex_buys: Keys,
        management_groups: Keys,
        credit_services: Keys,
    }
}

pub struct Priced {
    verdict: Verdict,
    /// What is to be paid, and what is lost; nothing where the swap is refused.
    difference: Option<(Money, Money)>,
    clause: ClauseId,
    is_with_flex: bool,
}

impl ByLine for Swap {
    const ABOUT: About = About {
        name: "swap",
        pack: "ms-unified",
        money: true,
        rules: &["MS-UES-01", "MS-UES-04", "MS-UES-05", "MS-UES-13", "MS-UES-14"],
        verdicts: &["eligible", "refer", "ineligible"],
        headline: "shortfall",
        losses: &[],
        beside: &[],
        figures: &[Output::always("shortfall", Shown::Money), Output::always("surplus", Shown::Money)],
        dates: &[],
        line: &[
            Output::sometimes("given_service", Shown::Text),
            Output::sometimes("shortfall", Shown::Money),
            Output::sometimes("surplus", Shown::Money),
            Output::always("verdict", Shown::Choice(&["eligible", "refer", "ineligible"])),
        ],
        reasons: &[
            "agreement_not_asked",
            "availability_not_asked",
            "included_in_base",
            "not_listed_for_flex",
            "staff_do_not_agree",
            "success_management_not_payable",
            "wanted_not_available",
        ],
        assumptions: &["shortfall_is_paid", "surplus_not_paid_back"],
        warnings: &["change_in_writing", "flex_cap_may_apply"],
        example: r#"{"calculator":"swap","as_of":"2026-11-21","currency":"TWD","minor_units":0,"input":{"lines":[
            {"given_service":"Workshop","paid_with":"flex","given_value":"180000","service":"architectural_services",
             "wanted_value":"240000","available":true,"agreed":true},
            {"given_service":"Hackathon","paid_with":"cash","given_value":"150000","service":"chalk_talks",
             "wanted_value":"120000","available":true}]}}"#,
    };

    type Options = Options;
    type Line = Line;
    type Terms = Terms;
    type Priced = Priced;

    fn contradiction(terms: &Terms, pack: &Pack) -> Contradiction {
        if pack.services.is_empty() {
            Some(("services", "required by swap, but there are none"))
        } else if !terms.credit_services.value().0.iter().all(|key| pack.service(key).is_some()) {
            Some(("values.credit_services", "names a service that is not in the catalogue"))
        } else {
            treatment::contradiction(&terms.flex_buys, &terms.management_groups, pack)
        }
    }

    fn price(_: &Case, terms: &Terms, _: &Options, line: &Line, sheet: &mut Sheet) -> Result<Priced, Overflow> {
        let is_with_flex = line.paid_with == PaidWith::Flex;
        let clause = if is_with_flex { terms.flex_swap.clause() } else { terms.service_swap.clause() };
        // A swap does not make flex buy what it may not buy.
        let bought = if is_with_flex {
            Treatment::of(&line.service, terms.flex_buys.value(), terms.management_groups.value())
        } else {
            Treatment::Allowed
        };
        // All must hold; one that does not settles it, whatever is still open about the others.
        let verdict = match (line.available, line.agreed, bought.verdict()) {
            (Some(false), _, _) | (_, Some(false), _) | (_, _, "barred") => Verdict::Ineligible,
            (Some(true), Some(true), "allowed") => Verdict::Eligible,
            _ => Verdict::Refer,
        };

        if let Some(service) = &line.given_service {
            sheet.echo("given_service", service.0.clone());
        }
        let difference =
            if verdict == Verdict::Ineligible { None } else { Some(write_difference(line, clause, sheet)?) };
        sheet.echo("verdict", verdict.name());

        for (found, reason) in [
            (line.available == Some(false), "wanted_not_available"),
            (line.agreed == Some(false), "staff_do_not_agree"),
            (verdict == Verdict::Refer && line.available.is_none(), "availability_not_asked"),
            (verdict == Verdict::Refer && line.agreed.is_none(), "agreement_not_asked"),
        ] {
            if found {
                sheet.reason(reason, clause);
            }
        }
        if let Some(reason) = bought.reason() {
            sheet.reason(reason, bought.clause(terms.flex_buys.clause(), terms.management_groups.clause()));
        }
        // Whether the cap on credits is looked at again when they come by a swap is not stated.
        let is_into_credits = terms.credit_services.value().contains(&line.service.key);
        if is_with_flex && is_into_credits && difference.is_some() {
            sheet.warning("flex_cap_may_apply", clause);
        }
        Ok(Priced { verdict, difference, clause: clause.clone(), is_with_flex })
    }

    fn total(case: &Case, terms: &Terms, _: &Options, priced: &[Priced], sheet: &mut Sheet) -> Result<(), Overflow> {
        // A sum over swaps of both kinds cites the narrower rule.
        let narrow = priced.iter().find(|line| line.is_with_flex).or(priced.first());
        let clause = narrow.map_or(terms.service_swap.clause(), |line| &line.clause);
        let differences = || priced.iter().filter_map(|line| line.difference);
        let shortfall = case.sum(differences().map(|(shortfall, _)| shortfall), "lines")?;
        let surplus = case.sum(differences().map(|(_, surplus)| surplus), "lines")?;
        sheet.figure("shortfall", shortfall, Working::exact("sum(shortfall)", clause));
        sheet.figure("surplus", surplus, Working::exact("sum(surplus)", clause));

        let is_all = |verdict| priced.iter().all(|line| line.verdict == verdict);
        let verdict = if is_all(Verdict::Eligible) {
            Verdict::Eligible
        } else if is_all(Verdict::Ineligible) {
            Verdict::Ineligible
        } else {
            Verdict::Refer
        };
        if verdict != Verdict::Ineligible {
            sheet.warning("change_in_writing", terms.changes_in_writing.clause());
        }
        sheet.verdict(verdict);
        Ok(())
    }
}

/// What the wanted service is worth beyond the one given up, or the other way round. The text asks for
/// equal value and says nothing of a difference.
fn write_difference(line: &Line, clause: &ClauseId, sheet: &mut Sheet) -> Result<(Money, Money), Overflow> {
    let more = |a: Money, b: Money| a.minus(b).or_overflow("wanted_value").map(Money::or_zero);
    let shortfall = more(line.wanted_value, line.given_value)?;
    let surplus = more(line.given_value, line.wanted_value)?;
    sheet.computed("shortfall", shortfall, Working::exact("max(0, wanted_value − given_value)", clause));
    sheet.computed("surplus", surplus, Working::exact("max(0, given_value − wanted_value)", clause));
    if shortfall.is_positive() {
        sheet.assumption("shortfall_is_paid", clause);
    }
    if surplus.is_positive() {
        sheet.assumption("surplus_not_paid_back", clause);
    }
    Ok((shortfall, surplus))
}
