//! Which locations may use a service, and what is bought where, under one contract for several countries.
//!
//! Out come, for each service asked about, where it is bought (in the base, anywhere, for one
//! location, for the host alone) and whether the staff of every location may use it, each with its
//! clause; and how many services have to be bought and named at signing. Only locations and services
//! are counted; nothing is rounded.
//! Rules: MS-UES-35 (host and downstream locations), 36 (the base package), 37 (reactive services), 38
//! (proactive ones), 39 (root cause analysis), 40 (enhanced solutions), 41 (staff of other places),
//! 42 (invoices), 47..49 and 54 (those tied to one location or the host), 94 (any other service, and where
//! the named contacts are), 08, 11, 12 and 14 (credits, which move by exchange), 99 (the work order).

use crate::calculators::declared::{Rows, answers};
use crate::calculators::{About, Ask, Contradiction, OutputKind as Shown, Whole, below_one};
use crate::clause::ClauseId;
use crate::form::{Kind, Path, Reading, Text, fields};
use crate::request::bounds::{LOCATED_SERVICES, LOCATIONS};
use crate::request::problem::Problem;
use crate::terms::{Pack, Rule, Service, Table, terms};
use crate::working::Entered;
use crate::working::answer::Verdict;
use crate::working::reckon::work;
use crate::working::sheet::Sheet;
use line::Asked;
use places::{Place, ROLES};
use std::sync::Arc;
use table::{Buy, LocationRule, Use};

mod exchange;
mod line;
mod places;
mod table;

pub struct MultiCountry;

fields! {
    pub struct Request {
        /// The one location that agrees the base package on the work order.
        host: Text,
        /// The other locations on the work order.
        downstream: Vec<Located> { kind: Kind::List(LOCATIONS.0, LOCATIONS.1, Located::FIELDS) },
        /// Places that the work order does not name, whose staff would like to take part.
        elsewhere: Option<Vec<Located>> { kind: Kind::List(0, LOCATIONS.1, Located::FIELDS) },
        lines: Vec<Line> { kind: Kind::List(LOCATED_SERVICES.0, LOCATED_SERVICES.1, Line::FIELDS) },
    }
}

fields! {
    pub struct Located {
        location: Entered<Text>,
    }
}

fields! {
    /// A service that is bought, or comes with the base package.
    pub struct Line {
        service: Service,
        /// The location that it is bought for, as it is named above; the host where none is given.
        bought_for: Option<Text> { one_of: &["host", "downstream", "elsewhere"] },
        /// Whether it is delivered on site. The text has all of them remote unless agreed otherwise.
        on_site: Option<Entered<bool>>,
    }
}

terms! {
    pub struct Terms {
        hosts: i64,
        base_package: Rule,
        location_rules: Table,
        joining_at_discretion: Rule,
        split_invoices: Rule,
        location_named_at_signing: Rule,
        exchange_locations: Rule,
        exchange_exceptions: Rule,
        exchange_taxes: Rule,
        changes_in_writing: Rule,
        work_order_may_differ: Rule,
    }
}

answers! {
    figure {
        to_buy: i64,
        named_at_signing: i64,
        locations: i64,
    }
    line {
        service: Arc<str> { kind: Shown::Key, shown: true },
        buy: Buy,
        bought_for: Option<Arc<str>> { shown: true },
        verdict: Use { judges: true },
        rule: ClauseId { shown: true },
        r#use: Rows { kind: Shown::List(location::OUTPUTS) },
    }
    rows location {
        location: Arc<str> { shown: true },
        role: &'static str { kind: Shown::Choice(ROLES), shown: true },
        verdict: Use { judges: true },
        rule: ClauseId { shown: true },
    }
    between {
        /// What the lines come to.
        services_asked_about: i64,
        services_in_the_base: i64,
        services_not_to_buy: i64,
        /// At how many locations the staff have to ask.
        locations_to_ask: i64,
        /// Whether the location of a service has to be named at signing.
        for_a_named_location: bool,
    }
    reason {
        AtDesignatedLocationsOnly = "at_designated_locations_only",
        BaseAtDesignatedLocations = "base_at_designated_locations",
        BoughtForTheHostAlone = "bought_for_the_host_alone",
        BoughtTwice = "bought_twice",
        DeliveredToOneLocation = "delivered_to_one_location",
        DeliveredWhereBought = "delivered_where_bought",
        DownstreamToDownstream = "downstream_to_downstream",
        EnhancedAtHostOrDownstream = "enhanced_at_host_or_downstream",
        GoesToNamedContacts = "goes_to_named_contacts",
        MovesByExchange = "moves_by_exchange",
        NotForThisLocation = "not_for_this_location",
        NotOnTheWorkOrder = "not_on_the_work_order",
        OnSiteForOwnStaff = "on_site_for_own_staff",
        OthersJoinAtDiscretion = "others_join_at_discretion",
        QuantitiesOnWorkOrder = "quantities_on_work_order",
        ReactiveGoesRemotely = "reactive_goes_remotely",
        StaffOfDesignatedLocations = "staff_of_designated_locations",
        ToLocationNotListed = "to_location_not_listed",
    }
    assumption {
        AnyDesignatedLocation = "any_designated_location",
        AnyListedPair = "any_listed_pair",
        CheckMarksAlike = "check_marks_alike",
        CreditsStayWhereBought = "credits_stay_where_bought",
        IncludedMeansOnWorkOrder = "included_means_on_work_order",
        ListedAsMaintenance = "listed_as_maintenance",
        OneLocationForAllStaff = "one_location_for_all_staff",
        RemoteUnlessSaid = "remote_unless_said",
        TaxFreePassageLeftOut = "tax_free_passage_left_out",
    }
    warning {
        AvailabilityDecides = "availability_decides",
        ChangeInWriting = "change_in_writing",
        ExceptedCountriesBarred = "excepted_countries_barred",
        ExchangeTax = "exchange_tax",
        HostAllocates = "host_allocates",
        HostAllocatesHours = "host_allocates_hours",
        InvoicesMayBeSplit = "invoices_may_be_split",
        NameLocationAtSigning = "name_location_at_signing",
        WorkOrderMayDiffer = "work_order_may_differ",
    }
}

impl Whole for MultiCountry {
    const ABOUT: About = About {
        name: "multi_country",
        pack: "ms-unified",
        rules: &[
            "MS-UES-08",
            "MS-UES-11",
            "MS-UES-12",
            "MS-UES-14",
            "MS-UES-35",
            "MS-UES-36",
            "MS-UES-37",
            "MS-UES-38",
            "MS-UES-39",
            "MS-UES-40",
            "MS-UES-41",
            "MS-UES-42",
            "MS-UES-47",
            "MS-UES-48",
            "MS-UES-49",
            "MS-UES-54",
            "MS-UES-94",
            "MS-UES-99",
        ],
        verdicts: &["eligible", "refer", "ineligible"],
        lines_of: Some("lines"),
        headline: "to_buy",
        columns: &[LocationRule::COLUMNS],
        onward: r#"[
            {"to":"addon","lines":{"from":"lines","to":"","fields":{"service":"service"},"only":[{"of":"answer.verdict","not_in":["eligible"]}]}},
            {"to":"flex","lines":{"from":"lines","to":"years.0.allocations","fields":{"service":"service"},"only":[{"of":"answer.buy","not_in":["in_base"]}]}},
            {"to":"credits","fields":{"purpose":"=exchange"},"when":[{"of":"lines.service","in":["proactive_credits"]}]}
        ]"#,
        example: r#"{"calculator":"multi_country","as_of":"2026-11-21","input":{"host":"Taiwan",
            "downstream":[{"location":"Japan"},{"location":"Singapore"}],"elsewhere":[{"location":"Vietnam"}],"lines":[
            {"service":"problem_resolution_support"},{"service":"workshops","bought_for":"Japan"},
            {"service":"root_cause_analysis"},{"service":"unified_enhanced_response"},
            {"service":"enhanced_designated_engineering","bought_for":"Singapore"}]}}"#,
        ..out::ABOUT
    };

    type Request = Request;
    type Terms = Terms;

    fn contradiction(terms: &Terms, pack: &Pack) -> Contradiction {
        below_one(&[("values.hosts", &terms.hosts)]).or_else(|| table::contradiction(terms, pack))
    }

    fn objections(_: &Terms, request: &Request, path: &Path<'_>, reading: &mut Reading<'_>) {
        places::object_to_repeated(request, path, reading);
        let places = places::of(request);
        let lines = &Path::Name(path, "lines");
        for (index, line) in request.lines.iter().enumerate() {
            if let Some(name) = &line.bought_for
                && places::find(&places, &name.0).is_none()
            {
                let choices = places.iter().map(|place| place.name.to_string()).collect();
                let problem = Problem::UnknownChoice { got: name.0.to_string(), choices };
                reading.fault(&Path::Name(&Path::Item(lines, index), "bought_for"), problem);
            }
        }
    }

    fn answer(ask: &Ask<'_, Terms, Request>, sheet: &mut Sheet) {
        let (terms, request) = (ask.terms, ask.request);
        let places = places::of(request);
        let rules: Vec<LocationRule> = table::rules(terms).flatten().collect();
        let mut asked: Vec<Asked> = Vec::with_capacity(request.lines.len());
        for index in 0..request.lines.len() {
            sheet.begin_line(index);
            asked.extend(line::write(terms, request, &places, &rules, index, sheet));
            sheet.end_line();
        }
        write_totals(terms, request, &asked, sheet);
        sheet.warning(Warning::InvoicesMayBeSplit, terms.split_invoices.clause());
        sheet.verdict(worst(&asked));
    }
}

/// Writes how many services are to be bought, how many of them for a location that has to be named, and how many
/// locations the contract has.
fn write_totals(terms: &Terms, request: &Request, asked: &[Asked<'_>], sheet: &mut Sheet) {
    let (base, roles) = (&terms.base_package, &terms.hosts);
    work!(sheet, between services_asked_about = exact(count(buy of asked)), by base);
    work!(sheet, between services_in_the_base = exact(count_of(buy of asked, Buy::InBase)), by base);
    work!(sheet, between services_not_to_buy = exact(count_of(verdict of asked, Use::Ineligible)), by base);
    work!(sheet, figure to_buy = exact(
        services_asked_about - services_in_the_base - services_not_to_buy
    ), by base);
    let at_signing = &terms.location_named_at_signing;
    work!(sheet, figure named_at_signing = exact(count_where(for_a_named_location of asked)), by at_signing);
    work!(sheet, figure locations = exact(terms.hosts + count(location of request.downstream)), by roles);
}

/// Returns the worst verdict of all lines.
fn worst(asked: &[Asked<'_>]) -> Verdict {
    let is_any = |verdict| asked.iter().any(|line| line.verdict.value == verdict);
    if is_any(Use::Ineligible) {
        Verdict::Ineligible
    } else if is_any(Use::Refer) {
        Verdict::Refer
    } else {
        Verdict::Eligible
    }
}
