//! What support one has, who answers at a given time, by when, and whom to call.
//!
//! Out come the features with and without cover, whether updates are due, the channel that answers
//! at the local time of the call, the next opening where none but the web does, the target for a
//! response, and the number, the addresses and the site to turn to. Times are whole minutes on the wall clock of the place, in
//! hours open at their beginning and closed at their end; nothing is rounded.
//! Rules: IBM-SS-03 (updates need the agreement), 04 (with and without cover), 11 (the only hours
//! that the brochure gives), 23 (the target), 24 (channels by time), 25 (who may call), 26 (tiers),
//! 27 (first login), 29 (numbers), 30 (scope), 31 (telephone), 32 (critical transactions).

mod channel;
mod contact;
mod cover;
mod features;
mod usual_hours;

use super::working_hours::{Holiday, WorkingDays, objection};
use super::{About, Case, Contradiction, Output, OutputKind as Shown, Whole};
use crate::dates::{Date, LocalTime, TimeOfDay};
use crate::form::{Condition, Count, Default, Kind, choice, fields};
use crate::money::Overflow;
use crate::refusal::{Problem, bounds::HOLIDAYS};
use crate::sheet::Sheet;
use crate::terms::{Pack, Rule, Table, terms};
use channel::Asked;

pub struct Support;

choice! {
    /// The product that the call is about.
    pub enum Product {
        Lotus = "lotus",
        Rational = "rational",
        Informix = "informix",
        Tivoli = "tivoli",
        Websphere = "websphere",
        Db2 = "db2",
        Other = "other",
    }
}

choice! {
    /// Whether there is subscription and support.
    pub enum Coverage {
        Covered = "covered",
        UntilADate = "until_a_date",
        NotCovered = "not_covered",
    }
}

choice! {
    /// How grave it is, as far as the text makes a difference.
    pub enum Severity {
        One = "severity_1",
        Important = "important_or_urgent",
        Other = "other",
    }
}

choice! {
    /// What is wanted.
    pub enum Question {
        Fault = "fault_diagnosis",
        Usage = "installation_or_usage",
        Code = "code",
        Update = "version_update",
        Project = "project_or_on_site",
        Renewal = "licence_or_renewal",
        FirstLogin = "first_login",
    }
}

fields! {
    pub struct Request {
        product: Product,
        coverage: Coverage,
        covered_until: Option<Date> {
            required: true,
            only_if: Some(Condition::In("coverage", &["until_a_date"], &["covered", "not_covered"])),
        },
        agreement_in_force: bool,
        question: Question,
        severity: Severity,
        /// Whether the fault stops critical transactions.
        stops_transactions: Option<bool>,
        /// When the call is made, on the wall clock where support is given.
        local_time: LocalTime,
        opens_at: Option<TimeOfDay> { default: Some(Default::Term("hotline_opens")) },
        closes_at: Option<TimeOfDay> { default: Some(Default::Term("hotline_closes")) },
        working_days: Option<WorkingDays> { default: Some(Default::Key("monday_to_friday")) },
        holidays: Option<Vec<Holiday>> { kind: Kind::List(HOLIDAYS.0, HOLIDAYS.1, Holiday::FIELDS) },
        /// How many primary site technical contacts are named.
        primary_contacts: Option<Count>,
    }
}

terms! {
    pub struct Terms {
        updates_need_agreement: Rule,
        support_features: Table,
        hotline_opens: TimeOfDay,
        hotline_closes: TimeOfDay,
        target_hours: i64,
        support_by_time: Rule,
        most_primary_contacts: i64,
        third_tier_by_contract: Rule,
        first_login: Rule,
        contacts: Table,
        support_scope: Rule,
        telephone_reach: Rule,
        critical_transactions: Rule,
    }
}

impl Whole for Support {
    const ABOUT: About = About {
        name: "support",
        pack: "ibm-ss",
        money: false,
        rules: &[
            "IBM-SS-03",
            "IBM-SS-04",
            "IBM-SS-11",
            "IBM-SS-23",
            "IBM-SS-24",
            "IBM-SS-25",
            "IBM-SS-26",
            "IBM-SS-27",
            "IBM-SS-29",
            "IBM-SS-30",
            "IBM-SS-31",
            "IBM-SS-32",
        ],
        verdicts: &["eligible", "refer", "ineligible"],
        headline: "channel",
        losses: &[],
        beside: &[],
        figures: &[
            Output::always("channel", Shown::Choice(channel::CHANNELS)),
            Output::sometimes("number", Shown::Text),
            Output::sometimes("number_hours", Shown::Choice(&["not_stated"])),
            Output::sometimes("extensions", Shown::Text),
            Output::sometimes("printed_number", Shown::Text),
            Output::sometimes("email", Shown::Text),
            Output::sometimes("fax", Shown::Text),
            Output::sometimes("other_fax", Shown::Text),
            Output::sometimes("site", Shown::Text),
            Output::sometimes("target_hours", Shown::Count),
            Output::sometimes("tier", Shown::Choice(channel::TIERS)),
            Output::sometimes("in_scope", Shown::Flag),
            Output::always("in_usual_hours", Shown::Flag),
            Output::always("covered", Shown::Flag),
            Output::always("entitled_to_updates", Shown::Flag),
            Output::sometimes("who_may_call", Shown::Choice(&["any_number_named"])),
            Output::sometimes("most_primary_contacts", Shown::Count),
        ],
        dates: &[
            Output::sometimes("target_until", Shown::LocalTime),
            Output::sometimes("next_opening", Shown::LocalTime),
        ],
        line: &[
            Output::always("feature", Shown::Choice(features::FEATURES)),
            Output::always("without_cover", Shown::Choice(features::LEVELS)),
            Output::always("with_cover", Shown::Choice(features::LEVELS)),
            Output::always("yours", Shown::Choice(features::LEVELS)),
        ],
        reasons: &["agreement_not_in_force", "needs_a_contract", "not_covered", "support_without_agreement"],
        assumptions: &[
            "centre_for_all_products",
            "closing_time_is_closed",
            "critical_transactions_are_severity_1",
            "first_tier_is_severity_1",
            "general_number",
            "number_hours_not_stated",
            "short_not_quantified",
            "some_named_staff",
            "target_counts_usual_hours",
            "target_from_next_opening",
            "target_runs_round_the_clock",
            "update_service_needs_agreement",
            "usual_hours_as_hotline",
            "usual_hours_are_yours",
        ],
        warnings: &[
            "first_login_by_primary_contact",
            "number_printed_otherwise",
            "one_primary_contact",
            "password_works_once",
            "supported_versions_only",
            "target_is_no_guarantee",
            "target_without_telephone",
            "telephone_not_everywhere",
        ],
        example: r#"{"calculator":"support","as_of":"2026-11-21","input":{"product":"websphere","coverage":"until_a_date",
            "covered_until":"2027-03-31","agreement_in_force":true,"question":"code","severity":"other",
            "local_time":"2026-11-23T16:45","holidays":[{"holiday":"2026-12-25"}]}}"#,
    };

    type Request = Request;
    type Terms = Terms;

    fn contradiction(terms: &Terms, _: &Pack) -> Contradiction {
        if terms.hotline_closes.value() <= terms.hotline_opens.value() {
            Some(("values.hotline_closes", "expected a time after hotline_opens"))
        } else {
            features::contradiction(terms).or_else(|| contact::contradiction(terms))
        }
    }

    fn objection(terms: &Terms, request: &Request) -> Option<(&'static str, Problem)> {
        objection(usual_hours::bounds(terms, request))
    }

    fn answer(_: &Case, terms: &Terms, request: &Request, sheet: &mut Sheet) -> Result<(), Overflow> {
        let called_on = request.local_time.date;
        sheet.know("called_on", called_on);
        let covered = match request.coverage {
            Coverage::Covered => true,
            Coverage::NotCovered => false,
            // The last covered day is still covered.
            Coverage::UntilADate => request.covered_until.is_some_and(|until| called_on <= until),
        };
        let hours = usual_hours::of(terms, request);
        let is_open = hours.is_open(request.local_time);
        let asked = Asked {
            covered,
            is_entitled_to_updates: covered && request.agreement_in_force,
            is_open,
            is_urgent: request.is_urgent(),
            is_severity_1: request.is_severity_1(),
        };

        let verdict = channel::write(terms, request, asked, sheet);
        contact::write(terms, request, asked, sheet);
        channel::write_target(terms, request, asked, &hours, sheet)?;
        channel::write_scope(terms, request, asked, sheet);
        usual_hours::write(&hours, terms, request, sheet);
        cover::write(terms, request, asked, sheet);
        if covered {
            cover::write_callers(terms, request, sheet);
        }
        features::write(terms, request, covered, sheet);
        sheet.verdict(verdict);
        Ok(())
    }
}

impl Request {
    /// Faults that stop critical transactions are helped with all year round; the text does not
    /// say whether that is its severity 1. Read so, they have the same channel.
    fn is_severity_1(&self) -> bool {
        self.severity == Severity::One || self.stops_transactions == Some(true)
    }

    fn is_urgent(&self) -> bool {
        self.is_severity_1() || self.severity == Severity::Important
    }
}
