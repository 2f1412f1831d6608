//! Whether a service may be swapped for another of equal value, and what is to be paid.
//!
//! Out come, for each swap, whether it is allowed (the other service must be available and the
//! delivery staff must agree), and the difference in value: a shortfall is paid, a surplus is not
//! paid back. Amounts are in the request's currency; a difference is exact, nothing is rounded.
//! What was bought with flex may only become what flex buys.
//! Rules: MS-UES-01 (what flex buys), 04 (not success management), 05 (what was bought with flex), 13 (any
//! other service), 14 (in writing).

use crate::calculators::declared::answers;
use crate::calculators::ms_unified::cancellation::PaidWith;
use crate::calculators::ms_unified::flex::treatment::{self, Treatment};
use crate::calculators::{About, Ask, ByLine, Contradiction, OutputKind as Kind, RowsBy};
use crate::clause::ClauseId;
use crate::form::{Text, fields};
use crate::terms::{Keys, Pack, Rule, Service, terms};
use crate::values::money::Money;
use crate::working::answer::Verdict;
use crate::working::reckon::work;
use crate::working::sheet::Sheet;
use crate::working::{Entered, Of};
use std::sync::Arc;

pub struct Swap;

fields! {
    pub struct Options {}
}

fields! {
    /// A service that is given up for another.
    pub struct Line {
        given_service: Option<Text>,
        paid_with: PaidWith,
        given_value: Entered<Money>,
        service: Service,
        wanted_value: Entered<Money>,
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

answers! {
    figure {
        shortfall: Money { paid: true },
        surplus: Money,
    }
    line {
        given_service: Option<Arc<str>> { shown: true },
        shortfall: Option<Money>,
        surplus: Option<Money>,
        verdict: &'static str { kind: Kind::Choice(&["eligible", "refer", "ineligible"]), judges: true, shown: true },
    }
    reason {
        AgreementNotAsked = "agreement_not_asked",
        AvailabilityNotAsked = "availability_not_asked",
        IncludedInBase = "included_in_base",
        NotListedForFlex = "not_listed_for_flex",
        StaffDoNotAgree = "staff_do_not_agree",
        SuccessManagementNotPayable = "success_management_not_payable",
        WantedNotAvailable = "wanted_not_available",
    }
    assumption {
        FlexPaysForWhatItBecomes = "flex_pays_for_what_it_becomes",
        ShortfallIsPaid = "shortfall_is_paid",
        SurplusNotPaidBack = "surplus_not_paid_back",
    }
    warning {
        ChangeInWriting = "change_in_writing",
        FlexCapMayApply = "flex_cap_may_apply",
    }
}

pub struct Priced<'a> {
    verdict: Verdict,
    /// What is to be paid, and what is lost; nothing where the swap is refused.
    shortfall: Option<Of<'a, Money>>,
    surplus: Option<Of<'a, Money>>,
    clause: &'a ClauseId,
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
        rows_by: Some(RowsBy { key: "verdict", day: None }),
        onward: r#"[
            {"to":"credits","fields":{"purpose":"=convert"},"lines":{"from":"lines","to":"lines","fields":{"service":"given_service"},"only":[{"of":"paid_with","in":["credits"]}]}},
            {"to":"cancellation","lines":{"from":"lines","to":"lines","fields":{"service":"given_service","fee":"given_value","paid_with":"paid_with"},"only":[{"of":"answer.verdict","not_in":["eligible"]}]}},
            {"to":"addon","lines":{"from":"lines","to":"","fields":{"service":"service"},"only":[{"of":"answer.verdict","not_in":["eligible"]}]}}
        ]"#,
        example: r#"{"calculator":"swap","as_of":"2026-11-21","currency":"TWD","minor_units":0,"input":{"lines":[
            {"given_service":"Workshop","paid_with":"flex","given_value":"180000","service":"architectural_services",
             "wanted_value":"240000","available":true,"agreed":true},
            {"given_service":"Hackathon","paid_with":"cash","given_value":"150000","service":"chalk_talks",
             "wanted_value":"120000","available":true}]}}"#,
        ..out::ABOUT
    };

    type Options = Options;
    type Line = Line;
    type Terms = Terms;
    type Priced<'a> = Priced<'a>;

    fn contradiction(terms: &Terms, pack: &Pack) -> Contradiction {
        if pack.services.is_empty() {
            Some(("services", "required by swap, but there are none"))
        } else if !terms.credit_services.value().0.iter().all(|key| pack.service(key).is_some()) {
            Some(("values.credit_services", "names a service that is not in the catalogue"))
        } else {
            treatment::contradiction(&terms.flex_buys, &terms.management_groups, pack)
        }
    }

    fn price<'a>(ask: &Ask<'a, Terms, Options>, line: &'a Line, sheet: &mut Sheet) -> Priced<'a> {
        let terms = ask.terms;
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
            sheet.show(&out::line::given_service, service.0.clone());
        }
        let (shortfall, surplus) = if verdict == Verdict::Ineligible {
            (None, None)
        } else {
            let (shortfall, surplus) = write_difference(line, clause, sheet);
            (Some(shortfall), Some(surplus))
        };
        sheet.show(&out::line::verdict, verdict.name());

        for (found, reason) in [
            (line.available == Some(false), Reason::WantedNotAvailable),
            (line.agreed == Some(false), Reason::StaffDoNotAgree),
            (verdict == Verdict::Refer && line.available.is_none(), Reason::AvailabilityNotAsked),
            (verdict == Verdict::Refer && line.agreed.is_none(), Reason::AgreementNotAsked),
        ] {
            if found {
                sheet.reason(reason, clause);
            }
        }
        if let Some(reason) = reason_of(bought) {
            sheet.reason(reason, bought.clause(terms.flex_buys.clause(), terms.management_groups.clause()));
            // Of a swap the text asks that the other service be available and agreed, and no more.
            sheet.assumption(Assumption::FlexPaysForWhatItBecomes, clause);
        }
        // Whether the cap on credits is looked at again when they come by a swap is not stated.
        let is_into_credits = terms.credit_services.value().contains(&line.service.key);
        if is_with_flex && is_into_credits && shortfall.is_some() {
            sheet.warning(Warning::FlexCapMayApply, clause);
        }
        Priced { verdict, shortfall, surplus, clause, is_with_flex }
    }

    fn total<'a>(ask: &Ask<'a, Terms, Options>, priced: &[Priced<'a>], sheet: &mut Sheet) {
        // A sum over swaps of both kinds cites the narrower rule.
        let narrow = priced.iter().find(|line| line.is_with_flex).or(priced.first());
        let clause = narrow.map_or(ask.terms.service_swap.clause(), |line| line.clause);
        work!(sheet, figure shortfall = exact(sum(shortfall of priced)), by clause);
        work!(sheet, figure surplus = exact(sum(surplus of priced)), by clause);

        let is_all = |verdict| priced.iter().all(|line| line.verdict == verdict);
        let verdict = if is_all(Verdict::Eligible) {
            Verdict::Eligible
        } else if is_all(Verdict::Ineligible) {
            Verdict::Ineligible
        } else {
            Verdict::Refer
        };
        if verdict != Verdict::Ineligible {
            sheet.warning(Warning::ChangeInWriting, ask.terms.changes_in_writing.clause());
        }
        sheet.verdict(verdict);
    }
}

/// What the wanted service is worth beyond the one given up, or the other way round. The text asks for
/// equal value and says nothing of a difference.
fn write_difference<'a>(line: &Line, clause: &'a ClauseId, sheet: &mut Sheet) -> (Of<'a, Money>, Of<'a, Money>) {
    work!(sheet, line shortfall = exact(max(0, line.wanted_value - line.given_value)), by clause);
    work!(sheet, line surplus = exact(max(0, line.given_value - line.wanted_value)), by clause);
    if shortfall.value.is_positive() {
        sheet.assumption(Assumption::ShortfallIsPaid, clause);
    }
    if surplus.value.is_positive() {
        sheet.assumption(Assumption::SurplusNotPaidBack, clause);
    }
    (shortfall, surplus)
}

/// Why flex may not buy the wanted service, if it may not.
fn reason_of(treatment: Treatment) -> Option<Reason> {
    match treatment {
        Treatment::Allowed => None,
        Treatment::Management => Some(Reason::SuccessManagementNotPayable),
        Treatment::InBase => Some(Reason::IncludedInBase),
        Treatment::NotListed => Some(Reason::NotListedForFlex),
    }
}
