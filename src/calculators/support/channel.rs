//! Which channel answers at the time of the call, and by when.

use super::{Question, Request, Severity, Terms};
use crate::answer::Verdict;
use crate::calculators::working_hours::WorkingHours;
use crate::dates::HOUR;
use crate::money::{OrOverflow, Overflow};
use crate::sheet::{Sheet, Working};

/// Ways to be answered, or to help oneself.
pub const CHANNELS: &[&str] = &[
    "remote_support",
    "severity_1_telephone",
    "self_service",
    "customer_site",
    "limited_site",
    "support_site",
    "separate_contract",
    "renewal_team",
    "programme_hotline",
];

/// The tiers of support, from the first.
pub const TIERS: &[&str] = &["customer_site", "support_centre", "contract"];

/// What the channel depends on.
#[derive(Clone, Copy)]
pub struct Asked {
    pub covered: bool,
    /// Covered, and under an agreement in force.
    pub is_entitled_to_updates: bool,
    pub is_open: bool,
    pub is_urgent: bool,
    pub is_severity_1: bool,
}

impl Question {
    /// Whether technicians answer it.
    pub fn is_technical(self) -> bool {
        matches!(self, Question::Fault | Question::Usage | Question::Code)
    }
}

/// Writes the channel, and why it is this one.
pub fn write(terms: &Terms, request: &Request, asked: Asked, sheet: &mut Sheet) -> Verdict {
    let by_time = terms.support_by_time.clause();
    let (with_and_without, contacts) = (terms.support_features.clause(), terms.contacts.clause());
    let third_tier = terms.third_tier_by_contract.clause();
    let Asked { covered, is_open, is_severity_1, .. } = asked;
    sheet.know("covered", covered);
    sheet.know("in_usual_hours", is_open);
    let (channel, formula, clause) = match request.question {
        Question::Project => ("separate_contract", "follows(question)", third_tier),
        Question::Renewal => ("renewal_team", "follows(question)", contacts),
        Question::FirstLogin => ("programme_hotline", "follows(question)", contacts),
        _ if !covered => ("limited_site", "follows(covered)", with_and_without),
        Question::Update if asked.is_entitled_to_updates => ("customer_site", "follows(question)", third_tier),
        Question::Update => ("support_site", "follows(agreement_in_force)", terms.updates_need_agreement.clause()),
        _ if is_open => ("remote_support", "follows(in_usual_hours)", by_time),
        _ if request.severity == Severity::One => {
            ("severity_1_telephone", "follows_both(in_usual_hours, severity)", by_time)
        }
        _ if is_severity_1 => {
            let working = "follows_both(in_usual_hours, stops_transactions)";
            ("severity_1_telephone", working, terms.critical_transactions.clause())
        }
        _ => ("self_service", "follows_both(in_usual_hours, severity)", by_time),
    };
    sheet.figure("channel", channel, Working::exact(formula, clause));
    if matches!(channel, "remote_support" | "severity_1_telephone") {
        sheet.warning("telephone_not_everywhere", terms.telephone_reach.clause());
    }
    if channel == "severity_1_telephone" {
        // The text once promises help around the clock for the "first tier", which elsewhere in it is
        // the download site: the first severity must be meant.
        sheet.assumption("first_tier_is_severity_1", by_time);
    }
    if request.question.is_technical() && covered && is_severity_1 && request.severity != Severity::One {
        sheet.assumption("critical_transactions_are_severity_1", terms.critical_transactions.clause());
    }
    if request.question == Question::FirstLogin {
        sheet.warning("first_login_by_primary_contact", terms.first_login.clause());
        sheet.warning("password_works_once", terms.first_login.clause());
    }
    verdict(terms, request, covered, sheet)
}

fn verdict(terms: &Terms, request: &Request, covered: bool, sheet: &mut Sheet) -> Verdict {
    let needs_cover = request.question.is_technical() || request.question == Question::Update;
    if request.question == Question::Project {
        sheet.reason("needs_a_contract", terms.third_tier_by_contract.clause());
        return Verdict::Ineligible;
    }
    if !needs_cover {
        return Verdict::Eligible;
    }
    if !covered {
        sheet.reason("not_covered", terms.support_features.clause());
    }
    let agreement = terms.updates_need_agreement.clause();
    if !request.agreement_in_force {
        sheet.reason("agreement_not_in_force", agreement);
    }
    match (covered, request.agreement_in_force) {
        (true, true) => Verdict::Eligible,
        // The text ties updates to the agreement, and says nothing of support in this case.
        (true, false) if request.question.is_technical() => {
            sheet.reason("support_without_agreement", agreement);
            Verdict::Refer
        }
        _ => Verdict::Ineligible,
    }
}

/// By when a response is aimed at, and when somebody answers next where nobody does now.
///
/// The text sets the target for everything in working hours, and outside them for what is important
/// or urgent. So the clock of the latter is read as never stopping, and that of all else as running
/// in working hours alone.
pub fn write_target(
    terms: &Terms,
    request: &Request,
    asked: Asked,
    usual: &WorkingHours,
    sheet: &mut Sheet,
) -> Result<(), Overflow> {
    if !asked.covered || !request.question.is_technical() {
        return Ok(());
    }
    let (target_hours, clause) = (*terms.target_hours.value(), terms.target_hours.clause());
    let hours = usual.calendar.as_ref().or_overflow("closes_at")?;
    let minutes = target_hours * HOUR;
    sheet.figure("target_hours", target_hours, Working::exact("target_hours", clause));
    sheet.warning("target_is_no_guarantee", clause);
    if asked.is_urgent {
        let until = request.local_time.plus_minutes(minutes).or_overflow("local_time")?;
        sheet.date("target_until", until, Working::exact("plus_hours(local_time, target_hours)", clause));
        sheet.assumption("target_runs_round_the_clock", clause);
    } else {
        let until = hours.deadline(request.local_time, minutes).or_overflow("local_time")?;
        sheet.date("target_until", until, Working::exact("plus_usual_hours(local_time, target_hours)", clause));
        let code = if asked.is_open { "target_counts_usual_hours" } else { "target_from_next_opening" };
        sheet.assumption(code, clause);
    }
    if asked.is_open || asked.is_severity_1 {
        return Ok(());
    }
    let opening = hours.next_opening(request.local_time).or_overflow("local_time")?;
    let by_time = terms.support_by_time.clause();
    sheet.date("next_opening", opening, Working::exact("next_opening(local_time)", by_time));
    if asked.is_urgent {
        sheet.warning("target_without_telephone", clause);
    }
    Ok(())
}

/// The tier that the question belongs to, and whether support covers its kind at all.
pub fn write_scope(terms: &Terms, request: &Request, asked: Asked, sheet: &mut Sheet) {
    let (third_tier, scope) = (terms.third_tier_by_contract.clause(), terms.support_scope.clause());
    let answered = asked.is_open || asked.is_severity_1;
    let (tier, formula, in_scope) = match request.question {
        Question::Project => ("contract", "follows(question)", Some((false, third_tier))),
        Question::Update if asked.is_entitled_to_updates => ("customer_site", "follows(question)", None),
        Question::Fault | Question::Usage | Question::Code if !asked.covered => return,
        Question::Fault | Question::Usage | Question::Code => {
            (if answered { "support_centre" } else { "customer_site" }, "follows(channel)", Some((true, scope)))
        }
        Question::Update | Question::Renewal | Question::FirstLogin => return,
    };
    sheet.figure("tier", tier, Working::exact(formula, third_tier));
    if let Some((in_scope, clause)) = in_scope {
        sheet.figure("in_scope", in_scope, Working::exact("follows(question)", clause));
    }
    if request.question == Question::Usage {
        sheet.assumption("short_not_quantified", scope);
        // Only of installation and operation the text says that the product has to be supported still.
        sheet.warning("supported_versions_only", scope);
    }
}
