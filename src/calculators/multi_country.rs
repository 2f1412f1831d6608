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

use super::{About, Case, Contradiction, Output, OutputKind as Shown, Whole, below_one};
use crate::answer::Verdict;
use crate::form::{Kind, Path, Reading, Text, fields};
use crate::money::Overflow;
use crate::refusal::Problem;
use crate::refusal::bounds::{LOCATED_SERVICES, LOCATIONS};
use crate::sheet::{Sheet, Working};
use crate::terms::{Pack, Rule, Service, Table, terms};
use places::{HOST, Place, ROLES};

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
        location: Text,
    }
}

fields! {
    /// A service that is bought, or comes with the base package.
    pub struct Line {
        service: Service,
        /// The location that it is bought for, as it is named above; the host where none is given.
        bought_for: Option<Text> { one_of: &["host", "downstream", "elsewhere"] },
        /// Whether it is delivered on site. The text has all of them remote unless agreed otherwise.
        on_site: Option<bool>,
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

impl Whole for MultiCountry {
    const ABOUT: About = About {
        name: "multi_country",
        pack: "ms-unified",
        money: false,
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
        headline: "to_buy",
        losses: &[],
        beside: &[],
        figures: &[
            Output::always("to_buy", Shown::Count),
            Output::always("named_at_signing", Shown::Count),
            Output::always("locations", Shown::Count),
        ],
        dates: &[],
        line: &[
            Output::always("service", Shown::Key),
            Output::always("buy", Shown::Choice(table::BUY)),
            Output::sometimes("bought_for", Shown::Text),
            Output::always("verdict", Shown::Choice(table::VERDICTS)),
            Output::always("rule", Shown::Text),
            Output::always(
                "use",
                Shown::List(&[
                    Output::always("location", Shown::Text),
                    Output::always("role", Shown::Choice(ROLES)),
                    Output::always("verdict", Shown::Choice(table::VERDICTS)),
                    Output::always("rule", Shown::Text),
                ]),
            ),
        ],
        reasons: &[
            "at_designated_locations_only",
            "base_at_designated_locations",
            "bought_for_the_host_alone",
            "bought_twice",
            "delivered_to_one_location",
            "delivered_where_bought",
            "downstream_to_downstream",
            "enhanced_at_host_or_downstream",
            "goes_to_named_contacts",
            "moves_by_exchange",
            "not_for_this_location",
            "not_on_the_work_order",
            "on_site_for_own_staff",
            "others_join_at_discretion",
            "quantities_on_work_order",
            "reactive_goes_remotely",
            "staff_of_designated_locations",
            "to_location_not_listed",
        ],
        assumptions: &[
            "any_designated_location",
            "any_listed_pair",
            "check_marks_alike",
            "included_means_on_work_order",
            "listed_as_maintenance",
            "one_location_for_all_staff",
            "remote_unless_said",
            "tax_free_passage_left_out",
        ],
        warnings: &[
            "availability_decides",
            "change_in_writing",
            "excepted_countries_barred",
            "exchange_tax",
            "host_allocates",
            "host_allocates_hours",
            "invoices_may_be_split",
            "name_location_at_signing",
            "work_order_may_differ",
        ],
        example: r#"{"calculator":"multi_country","as_of":"2026-11-21","input":{"host":"Taiwan",
            "downstream":[{"location":"Japan"},{"location":"Singapore"}],"elsewhere":[{"location":"Vietnam"}],"lines":[
            {"service":"problem_resolution_support"},{"service":"workshops","bought_for":"Japan"},
            {"service":"root_cause_analysis"},{"service":"unified_enhanced_response"},
            {"service":"enhanced_designated_engineering","bought_for":"Singapore"}]}}"#,
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

    fn answer(_: &Case, terms: &Terms, request: &Request, sheet: &mut Sheet) -> Result<(), Overflow> {
        let places = places::of(request);
        let mut tally = line::Tally::default();
        for index in 0..request.lines.len() {
            sheet.begin_line(index);
            line::write(terms, request, &places, index, &mut tally, sheet);
            sheet.end_line();
        }

        let base = terms.base_package.clause();
        sheet.know("services_asked_about", tally.asked);
        sheet.know("services_in_the_base", tally.in_base);
        sheet.know("services_not_to_buy", tally.barred);
        let formula = "services_asked_about − services_in_the_base − services_not_to_buy";
        sheet.figure("to_buy", tally.asked - tally.in_base - tally.barred, Working::exact(formula, base));
        sheet.know("services_for_a_named_location", tally.at_signing);
        let at_signing = terms.location_named_at_signing.clause();
        sheet.figure("named_at_signing", tally.at_signing, Working::exact("services_for_a_named_location", at_signing));
        let downstream = places.iter().filter(|place| place.is_designated() && place.role != HOST).count();
        let downstream = i64::try_from(downstream).unwrap_or(i64::MAX);
        sheet.know("downstream_locations", downstream);
        let (hosts, roles) = (*terms.hosts.value(), terms.hosts.clause());
        let locations = hosts.saturating_add(downstream);
        sheet.figure("locations", locations, Working::exact("hosts + downstream_locations", roles));

        sheet.warning("invoices_may_be_split", terms.split_invoices.clause());
        sheet.verdict(tally.verdict.unwrap_or(Verdict::Eligible));
        Ok(())
    }
}
