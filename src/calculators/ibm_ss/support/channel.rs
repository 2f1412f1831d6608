//! Which channel answers at the time of the call.

use super::{Assumption, Question, Reason, Request, Severity, Terms, Warning, out};
use crate::clause::ClauseId;
use crate::form::choice;
use crate::working::Of;
use crate::working::answer::Verdict;
use crate::working::reckon::work;
use crate::working::sheet::Sheet;

choice! {
    /// Ways to be answered, or to help oneself.
    pub enum Channel {
        RemoteSupport = "remote_support",
        Severity1Telephone = "severity_1_telephone",
        SelfService = "self_service",
        CustomerSite = "customer_site",
        LimitedSite = "limited_site",
        SupportSite = "support_site",
        SeparateContract = "separate_contract",
        RenewalTeam = "renewal_team",
        ProgrammeHotline = "programme_hotline",
    }
}

choice! {
    /// The tiers of support, from the first.
    pub enum Tier {
        CustomerSite = "customer_site",
        SupportCentre = "support_centre",
        Contract = "contract",
    }
}

/// What the channel depends on.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    pub covered: Of<'a, bool>,
    /// Covered, and under an agreement in force.
    pub entitled_to_updates: Of<'a, bool>,
    pub in_usual_hours: Of<'a, bool>,
    pub as_severity_1: Of<'a, bool>,
    pub urgent: Of<'a, bool>,
}

impl Asked<'_> {
    /// Whether somebody answers the telephone.
    pub fn is_answered(&self) -> bool {
        self.in_usual_hours.value || self.as_severity_1.value
    }
}

impl Question {
    /// Whether technicians answer it.
    pub fn is_technical(self) -> bool {
        matches!(self, Question::Fault | Question::Usage | Question::Code)
    }
}

/// Writes the channel, and why it is this one.
pub fn write(terms: &Terms, request: &Request, asked: &Asked<'_>, sheet: &mut Sheet) {
    work!(sheet, figure channel = exact(
        if request.question == Question::Project { Channel::SeparateContract }
        else if request.question == Question::Renewal { Channel::RenewalTeam }
        else if request.question == Question::FirstLogin { Channel::ProgrammeHotline }
        else if !asked.covered { Channel::LimitedSite }
        else if request.question == Question::Update && asked.entitled_to_updates { Channel::CustomerSite }
        else if request.question == Question::Update { Channel::SupportSite }
        else if asked.in_usual_hours { Channel::RemoteSupport }
        else if asked.as_severity_1 { Channel::Severity1Telephone }
        else { Channel::SelfService }
    ), by clause_of_channel(terms, request, asked));
    let (question, by_time) = (request.question.value, terms.support_by_time.clause());
    if matches!(channel.value, Channel::RemoteSupport | Channel::Severity1Telephone) {
        sheet.warning(Warning::TelephoneNotEverywhere, terms.telephone_reach.clause());
    }
    if channel.value == Channel::Severity1Telephone {
        // The text once promises help around the clock for the "first tier", which elsewhere in it is
        // the download site: the first severity must be meant.
        sheet.assumption(Assumption::FirstTierIsSeverity1, by_time);
    }
    let is_read_so = asked.as_severity_1.value && request.severity.value != Severity::One;
    if question.is_technical() && asked.covered.value && is_read_so {
        sheet.assumption(Assumption::CriticalTransactionsAreSeverity1, terms.critical_transactions.clause());
    }
    if question == Question::FirstLogin {
        sheet.warning(Warning::FirstLoginByPrimaryContact, terms.first_login.clause());
        sheet.warning(Warning::PasswordWorksOnce, terms.first_login.clause());
    }
    let verdict = verdict(terms, request, asked.covered.value, sheet);
    sheet.verdict(verdict);
}

/// The clause that decides on the channel.
fn clause_of_channel<'t>(terms: &'t Terms, request: &Request, asked: &Asked<'_>) -> &'t ClauseId {
    let is_read_so = asked.as_severity_1.value && request.severity.value != Severity::One;
    match request.question.value {
        Question::Project => terms.third_tier_by_contract.clause(),
        Question::Renewal | Question::FirstLogin => terms.contacts.clause(),
        _ if !asked.covered.value => terms.support_features.clause(),
        Question::Update if asked.entitled_to_updates.value => terms.third_tier_by_contract.clause(),
        Question::Update => terms.updates_need_agreement.clause(),
        _ if is_read_so && !asked.in_usual_hours.value => terms.critical_transactions.clause(),
        _ => terms.support_by_time.clause(),
    }
}

fn verdict(terms: &Terms, request: &Request, covered: bool, sheet: &mut Sheet) -> Verdict {
    let question = request.question.value;
    if question == Question::Project {
        sheet.reason(Reason::NeedsAContract, terms.third_tier_by_contract.clause());
        return Verdict::Ineligible;
    }
    if !question.is_technical() && question != Question::Update {
        return Verdict::Eligible;
    }
    if !covered {
        sheet.reason(Reason::NotCovered, terms.support_features.clause());
    }
    let (agreement, is_in_force) = (terms.updates_need_agreement.clause(), request.agreement_in_force.value);
    if !is_in_force {
        sheet.reason(Reason::AgreementNotInForce, agreement);
    }
    match (covered, is_in_force) {
        (true, true) => Verdict::Eligible,
        // The text ties updates to the agreement, and says nothing of support in this case.
        (true, false) if question.is_technical() => {
            sheet.reason(Reason::SupportWithoutAgreement, agreement);
            Verdict::Refer
        }
        _ => Verdict::Ineligible,
    }
}

/// The tier that the question belongs to, and whether support covers its kind at all.
pub fn write_scope(terms: &Terms, request: &Request, asked: &Asked<'_>, sheet: &mut Sheet) {
    let (third_tier, scope) = (terms.third_tier_by_contract.clause(), terms.support_scope.clause());
    let question = request.question.value;
    let is_update = question == Question::Update && asked.entitled_to_updates.value;
    let is_covered = question.is_technical() && asked.covered.value;
    if question != Question::Project && !is_update && !is_covered {
        return;
    }
    work!(sheet, figure tier = exact(
        if request.question == Question::Project { Tier::Contract }
        else if request.question == Question::Update { Tier::CustomerSite }
        else if asked.in_usual_hours || asked.as_severity_1 { Tier::SupportCentre }
        else { Tier::CustomerSite }
    ), by third_tier);
    if !is_update {
        let clause = if is_covered { scope } else { third_tier };
        work!(sheet, figure in_scope = exact(request.question != Question::Project), by clause);
    }
    if question == Question::Usage {
        sheet.assumption(Assumption::ShortNotQuantified, scope);
        // Only of installation and operation the text says that the product has to be supported still.
        sheet.warning(Warning::SupportedVersionsOnly, scope);
    }
}
