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
mod target;
mod usual_hours;

use crate::calculators::declared::answers;
use crate::calculators::working_hours::{Holiday, Hours, WorkingDays, objection};
use crate::calculators::{About, Ask, Contradiction, OutputKind as Shown, Whole};
use crate::form::{Condition, Count, Fallback, Kind, choice, fields};
use crate::request::bounds::HOLIDAYS;
use crate::request::problem::Problem;
use crate::terms::{Pack, Rule, Table, terms};
use crate::values::dates::{Date, LocalTime, TimeOfDay};
use crate::working::Entered;
use crate::working::reckon::work;
use crate::working::sheet::Sheet;
use channel::{Asked, Channel, Tier};
use features::{Feature, Features, Level};
use std::sync::Arc;

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
        coverage: Entered<Coverage>,
        covered_until: Option<Entered<Date>> {
            required: true,
            only_if: Some(Condition::In("coverage", &["until_a_date"], &["covered", "not_covered"])),
        },
        agreement_in_force: Entered<bool>,
        question: Entered<Question>,
        severity: Entered<Severity>,
        /// Whether the fault stops critical transactions.
        stops_transactions: Option<Entered<bool>>,
        /// When the call is made, on the wall clock where support is given.
        local_time: Entered<LocalTime>,
        opens_at: Option<Entered<TimeOfDay>> { default: Some(Fallback::Term("hotline_opens")) },
        closes_at: Option<Entered<TimeOfDay>> { default: Some(Fallback::Term("hotline_closes")) },
        working_days: Option<Entered<WorkingDays>> { default: Some(Fallback::Key("monday_to_friday")) },
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
        target_hours: i64 { Hours },
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

answers! {
    figure {
        channel: Channel,
        number: Option<Arc<str>>,
        number_hours: Option<&'static str> { kind: Shown::Choice(&["not_stated"]) },
        extensions: Option<Arc<str>>,
        printed_number: Option<Arc<str>>,
        email: Option<Arc<str>>,
        fax: Option<Arc<str>>,
        other_fax: Option<Arc<str>>,
        site: Option<Arc<str>>,
        target_hours: Option<i64> { unit: Some(Unit::Hours) },
        tier: Option<Tier>,
        in_scope: Option<bool>,
        in_usual_hours: bool,
        covered: bool,
        entitled_to_updates: bool,
        who_may_call: Option<&'static str> { kind: Shown::Choice(&["any_number_named"]) },
        most_primary_contacts: Option<i64>,
    }
    date {
        target_until: Option<LocalTime>,
        next_opening: Option<LocalTime>,
    }
    line {
        feature: Feature { shown: true },
        without_cover: Level { shown: true },
        with_cover: Level { shown: true },
        yours: Level,
    }
    between {
        /// The days of the week on which there is work, where none were entered.
        working_days: WorkingDays,
        /// Whether it is severity 1, or read so.
        as_severity_1: bool,
        /// Whether it is important or urgent, or graver.
        urgent: bool,
        /// The target in minutes.
        target_minutes: i64 { unit: Some(Unit::Minutes) },
    }
    column {
        number: Arc<str> = contacts.number,
        extensions: Arc<str> = contacts.extensions,
        printed_number: Arc<str> = contacts.printed,
        email: Arc<str> = contacts.email,
        fax: Arc<str> = contacts.fax,
        other_fax: Arc<str> = contacts.other_fax,
        site: Arc<str> = contacts.site,
    }
    reason {
        AgreementNotInForce = "agreement_not_in_force",
        NeedsAContract = "needs_a_contract",
        NotCovered = "not_covered",
        SupportWithoutAgreement = "support_without_agreement",
    }
    assumption {
        CentreForAllProducts = "centre_for_all_products",
        ClosingTimeIsClosed = "closing_time_is_closed",
        CriticalTransactionsAreSeverity1 = "critical_transactions_are_severity_1",
        FirstTierIsSeverity1 = "first_tier_is_severity_1",
        GeneralNumber = "general_number",
        NumberHoursNotStated = "number_hours_not_stated",
        ShortNotQuantified = "short_not_quantified",
        SomeNamedStaff = "some_named_staff",
        TargetCountsUsualHours = "target_counts_usual_hours",
        TargetFromNextOpening = "target_from_next_opening",
        TargetRunsRoundTheClock = "target_runs_round_the_clock",
        UpdateServiceNeedsAgreement = "update_service_needs_agreement",
        UsualHoursAsHotline = "usual_hours_as_hotline",
        UsualHoursAreYours = "usual_hours_are_yours",
    }
    warning {
        FirstLoginByPrimaryContact = "first_login_by_primary_contact",
        NumberPrintedOtherwise = "number_printed_otherwise",
        OnePrimaryContact = "one_primary_contact",
        PasswordWorksOnce = "password_works_once",
        SupportedVersionsOnly = "supported_versions_only",
        TargetIsNoGuarantee = "target_is_no_guarantee",
        TargetWithoutTelephone = "target_without_telephone",
        TelephoneNotEverywhere = "telephone_not_everywhere",
    }
}

impl Whole for Support {
    const ABOUT: About = About {
        name: "support",
        pack: "ibm-ss",
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
        columns: &[Features::COLUMNS, out::column::COLUMNS],
        onward: r#"[
            {"to":"renewal","lines":{"from":"","to":"lines","fields":{"covered_until":"covered_until"},"only":[{"of":"coverage","in":["until_a_date"]},{"of":"answer.covered","in":[true]}]}},
            {"to":"reinstatement","lines":{"from":"","to":"lines","fields":{"covered_until":"covered_until"},"only":[{"of":"coverage","in":["until_a_date"]},{"of":"answer.covered","in":[false]}]}},
            {"to":"response","fields":{"local_time":"local_time","working_days":"working_days","holidays":"holidays"}}
        ]"#,
        example: r#"{"calculator":"support","as_of":"2026-11-21","input":{"product":"websphere","coverage":"until_a_date",
            "covered_until":"2027-03-31","agreement_in_force":true,"question":"code","severity":"other",
            "local_time":"2026-11-23T16:45","holidays":[{"holiday":"2026-12-25"}]}}"#,
        ..out::ABOUT
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
        objection(usual_hours::own(request).bounds(usual_hours::stated(terms)))
    }

    fn answer(ask: &Ask<'_, Terms, Request>, sheet: &mut Sheet) {
        let (terms, request) = (ask.terms, ask.request);
        let hours =
            Hours::write(usual_hours::own(request), usual_hours::stated(terms), &out::between::working_days, sheet);
        let asked = ask_once(terms, request, &hours, sheet);
        channel::write(terms, request, &asked, sheet);
        contact::write(terms, request, &asked, sheet);
        target::write(terms, request, &asked, &hours, sheet);
        channel::write_scope(terms, request, &asked, sheet);
        usual_hours::write_notes(&hours, terms, request, sheet);
        if asked.covered.value {
            cover::write_callers(terms, request, sheet);
        }
        features::write(terms, request, asked.covered, sheet);
    }
}

/// What everything else depends on: cover, hours, and how grave it is.
fn ask_once<'a>(terms: &'a Terms, request: &Request, hours: &Hours<'_>, sheet: &mut Sheet) -> Asked<'a> {
    let (by_time, critical) = (terms.support_by_time.clause(), terms.critical_transactions.clause());
    let (covered, entitled_to_updates) = cover::write(terms, request, sheet);
    work!(sheet, figure in_usual_hours = exact(is_open(
        request.local_time, hours.opens_at, hours.closes_at, hours.working_days, holiday of hours.holidays
    )), by by_time);
    // Faults that stop critical transactions are helped with all year round; the text does not say whether that is its
    // severity 1. Read so, they have the same channel.
    let as_severity_1 = if let Some(stops_transactions) = request.stops_transactions {
        work!(sheet, between as_severity_1 = exact(request.severity == Severity::One || stops_transactions), by critical);
        as_severity_1
    } else {
        work!(sheet, between as_severity_1 = exact(request.severity == Severity::One), by by_time);
        as_severity_1
    };
    work!(sheet, between urgent = exact(as_severity_1 || request.severity == Severity::Important), by terms.target_hours);
    Asked { covered, entitled_to_updates, in_usual_hours, as_severity_1, urgent }
}
