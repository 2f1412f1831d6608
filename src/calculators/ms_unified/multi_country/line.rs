//! One service: where it is bought, and the staff of which locations may use it.

use super::places::{self, HOST};
use super::{Assumption, Buy, Line, LocationRule, Place, Reason, Request, Terms, Use, Warning, exchange, out};
use crate::clause::ClauseId;
use crate::working::Of;
use crate::working::reckon::work;
use crate::working::sheet::Sheet;

/// What the totals need of a service.
pub struct Asked<'a> {
    pub buy: Of<'a, Buy>,
    pub verdict: Of<'a, Use>,
    /// Where the terms ask for a location to be named: whether one is, as the service is not bought in vain.
    pub for_a_named_location: Option<Of<'a, bool>>,
}

/// Whether the staff of one location may use it.
struct Used<'a> {
    verdict: Of<'a, Use>,
}

/// A service with all that its answer goes by.
struct Located<'a> {
    terms: &'a Terms,
    line: &'a Line,
    all: &'a [Place],
    rule: &'a LocationRule<'a>,
    /// The location that it is bought for.
    bought_for: usize,
    /// Why it would be bought for nobody, if it would.
    bar: Option<(Reason, &'a ClauseId)>,
}

/// Works out one service and writes its line.
pub fn write<'a>(
    terms: &'a Terms,
    request: &'a Request,
    all: &'a [Place],
    rules: &'a [LocationRule<'a>],
    index: usize,
    sheet: &mut Sheet,
) -> Option<Asked<'a>> {
    let line = request.lines.get(index)?;
    // Every service has a row: the loader of the pack saw to that.
    let rule = rules.iter().find(|rule| rule.fits(&line.service))?;
    let bar = bar(terms, request, all, rule, index);
    let case = Located { terms, line, all, rule, bought_for: place_of(line, all), bar };
    let asked = case.write_values(sheet);
    match case.bar {
        Some((reason, clause)) => sheet.reason(reason, clause),
        None => case.write_notes(sheet),
    }
    Some(asked)
}

/// Returns the location that a service is bought for: the host where none is named.
fn place_of(line: &Line, all: &[Place]) -> usize {
    line.bought_for.as_ref().and_then(|name| places::find(all, &name.0)).unwrap_or(0)
}

/// Returns why a service would be bought for nobody: for a place that the contract does not know, or where the host's
/// is enough.
fn bar<'a>(
    terms: &'a Terms,
    request: &Request,
    all: &[Place],
    rule: &'a LocationRule<'a>,
    index: usize,
) -> Option<(Reason, &'a ClauseId)> {
    let line = request.lines.get(index)?;
    let place = all.get(place_of(line, all))?;
    let is_host_bought = |earlier: &Line| earlier.service.key == line.service.key && place_of(earlier, all) == 0;
    if rule.buy.value == Buy::InBase {
        None
    } else if !place.is_designated() {
        Some((Reason::NotOnTheWorkOrder, terms.hosts.clause()))
    } else if rule.buy.value == Buy::HostOnly && place.role != HOST {
        Some((Reason::NotForThisLocation, &rule.clause.value))
    } else if rule.buy.value == Buy::HostOnly && request.lines.iter().take(index).any(is_host_bought) {
        Some((Reason::BoughtTwice, &rule.clause.value))
    } else {
        None
    }
}

impl<'a> Located<'a> {
    fn write_values(&self, sheet: &mut Sheet) -> Asked<'a> {
        let Located { line, all, rule, bought_for, .. } = *self;
        let clause = &rule.clause.value;
        sheet.show(&out::line::service, line.service.key.clone());
        work!(sheet, line buy = exact(rule.buy), by clause);
        if let Some(place) = all.get(bought_for).filter(|_| buy.value != Buy::InBase) {
            sheet.show(&out::line::bought_for, place.name.clone());
        }

        let mut uses: Vec<Used> = Vec::with_capacity(all.len());
        sheet.begin_rows(&out::line::r#use);
        for (at, place) in all.iter().enumerate() {
            sheet.begin_line(at);
            sheet.show(&out::location::location, place.name.clone());
            sheet.show(&out::location::role, place.role);
            let verdict = self.write_use(at, place, sheet);
            sheet.show(&out::location::rule, verdict.clause().clone());
            sheet.end_line();
            uses.push(Used { verdict });
        }
        sheet.end_list();

        let verdict = self.write_verdict(&uses, sheet);
        sheet.show(&out::line::rule, verdict.clause().clone());
        let for_a_named_location = rule.at_signing.map(|at_signing| {
            work!(sheet, between for_a_named_location = exact(at_signing && verdict != Use::Ineligible), by clause);
            for_a_named_location
        });
        Asked { buy, verdict, for_a_named_location }
    }

    /// Writes whether the staff of a location may use it.
    fn write_use(&self, at: usize, place: &Place, sheet: &mut Sheet) -> Of<'a, Use> {
        let Located { terms, all, rule, bought_for, .. } = *self;
        let clause = &rule.clause.value;
        let moves_by_exchange = rule.moves_by_exchange.is_some_and(|moves| moves.value);
        if let Some((_, clause)) = self.bar {
            work!(sheet, location verdict = exact(Use::Ineligible), by clause);
            verdict
        } else if moves_by_exchange && at != bought_for {
            exchange::write_use(terms, all.get(bought_for), place, sheet)
        } else if !place.is_designated() {
            self.write_use_elsewhere(sheet)
        } else if rule.buy.value != Buy::InBase && at == bought_for {
            work!(sheet, location verdict = exact(Use::Eligible), by clause);
            verdict
        } else {
            work!(sheet, location verdict = exact(rule.for_others), by clause);
            verdict
        }
    }

    /// Writes the same for a place that the work order does not name. Only remote services may be joined from there.
    fn write_use_elsewhere(&self, sheet: &mut Sheet) -> Of<'a, Use> {
        let Located { terms, line, rule, .. } = *self;
        let (elsewhere, said) = (rule.for_places_elsewhere, rule.elsewhere_said());
        let clause = match said {
            Some((_, clause)) => clause,
            None if elsewhere.value == Use::Refer => terms.joining_at_discretion.clause(),
            None => &rule.clause.value,
        };
        if let (Some(on_site), None) = (line.on_site, said) {
            work!(sheet, location verdict = exact(
                if elsewhere == Use::Refer && on_site { Use::Ineligible } else { elsewhere }
            ), by clause);
            verdict
        } else {
            work!(sheet, location verdict = exact(elsewhere), by clause);
            verdict
        }
    }

    /// Writes what it comes to: it is to be asked about where the staff of any location have to ask.
    fn write_verdict(&self, uses: &[Used<'a>], sheet: &mut Sheet) -> Of<'a, Use> {
        let clause = &self.rule.clause.value;
        if let Some((_, clause)) = self.bar {
            work!(sheet, line verdict = exact(Use::Ineligible), by clause);
            verdict
        } else {
            work!(sheet, between locations_to_ask = exact(count_of(verdict of uses, Use::Refer)), by clause);
            work!(sheet, line verdict = exact(
                if locations_to_ask > 0 { Use::Refer } else { Use::Eligible }
            ), by clause);
            verdict
        }
    }

    fn write_notes(&self, sheet: &mut Sheet) {
        let Located { terms, line, all, rule, bought_for, .. } = *self;
        rule.write_notes(sheet);
        if rule.buy.value == Buy::InBase {
            sheet.warning(Warning::WorkOrderMayDiffer, terms.work_order_may_differ.clause());
        }
        if rule.moves_by_exchange.is_some_and(|moves| moves.value) {
            exchange::write_notes(terms, all, bought_for, sheet);
        }
        if all.iter().all(Place::is_designated) {
            return;
        }
        let join = terms.joining_at_discretion.clause();
        if let Some((reason, clause)) = rule.elsewhere_said() {
            sheet.reason(reason, clause);
        } else if rule.for_places_elsewhere.value == Use::Refer {
            let is_on_site = line.on_site.is_some_and(|on_site| on_site.value);
            sheet.reason(if is_on_site { Reason::OnSiteForOwnStaff } else { Reason::OthersJoinAtDiscretion }, join);
            if line.on_site.is_none() {
                sheet.assumption(Assumption::RemoteUnlessSaid, join);
            }
        }
    }
}
