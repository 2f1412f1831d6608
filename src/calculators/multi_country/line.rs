//! One service: where it is bought, and the staff of which locations may use it.

use super::exchange;
use super::table::{HOST_ONLY, IN_BASE, LocationRule};
use super::{HOST, Place, Request, Terms, places};
use crate::answer::{Row, Value, Verdict};
use crate::clause::ClauseId;
use crate::sheet::Sheet;
use std::sync::Arc;

/// What the lines come to.
#[derive(Default)]
pub struct Tally {
    pub asked: i64,
    pub in_base: i64,
    /// Services that would be bought in vain.
    pub barred: i64,
    /// Services whose location has to be named at signing.
    pub at_signing: i64,
    /// The worst verdict so far.
    pub verdict: Option<Verdict>,
}

/// Works out one service and writes its line.
pub fn write(terms: &Terms, request: &Request, all: &[Place], index: usize, tally: &mut Tally, sheet: &mut Sheet) {
    let Some(line) = request.lines.get(index) else { return };
    // Every service has a row: the loader of the pack saw to that.
    let Some(rule) = LocationRule::of(terms, &line.service) else { return };
    let place = |line: &super::Line| line.bought_for.as_ref().and_then(|name| places::find(all, &name.0)).unwrap_or(0);
    let bought_for = place(line);
    let is_base = rule.buy == IN_BASE;

    // Bought for nobody: for a place that the contract does not know, or where the host's is enough.
    let is_host_bought = |earlier: &&super::Line| earlier.service.key == line.service.key && place(earlier) == 0;
    let is_named = all.get(bought_for).is_some_and(Place::is_designated);
    let barred = if is_base {
        None
    } else if !is_named {
        Some(("not_on_the_work_order", terms.hosts.clause().clone()))
    } else if rule.buy == HOST_ONLY && all.get(bought_for).is_none_or(|place| place.role != HOST) {
        Some(("not_for_this_location", rule.clause.clone()))
    } else if rule.buy == HOST_ONLY && request.lines.iter().take(index).any(|earlier| is_host_bought(&earlier)) {
        Some(("bought_twice", rule.clause.clone()))
    } else {
        None
    };

    let join = terms.joining_at_discretion.clause();
    // Only remote services may be joined from elsewhere.
    let is_on_site = line.on_site == Some(true);
    let may_use = |(at, place): (usize, &Place)| -> (Verdict, ClauseId) {
        if let Some((_, clause)) = &barred {
            (Verdict::Ineligible, clause.clone())
        } else if rule.moves_by_exchange && at != bought_for {
            (exchange::verdict(all.get(bought_for), place), terms.exchange_locations.clause().clone())
        } else if place.is_designated() {
            let is_own = !is_base && at == bought_for;
            (if is_own { Verdict::Eligible } else { rule.others }, rule.clause.clone())
        } else if let Some((_, clause)) = &rule.elsewhere_said {
            (rule.elsewhere, clause.clone())
        } else if rule.elsewhere == Verdict::Refer {
            (if is_on_site { Verdict::Ineligible } else { Verdict::Refer }, join.clone())
        } else {
            (rule.elsewhere, rule.clause.clone())
        }
    };
    let uses: Vec<_> = all.iter().enumerate().map(may_use).collect();

    let is_referred = uses.iter().any(|(verdict, _)| *verdict == Verdict::Refer);
    let verdict = match (&barred, is_referred) {
        (Some(_), _) => Verdict::Ineligible,
        (None, true) => Verdict::Refer,
        (None, false) => Verdict::Eligible,
    };
    let clause = barred.as_ref().map_or(&rule.clause, |(_, clause)| clause);
    let text = |clause: &ClauseId| Value::Text(Arc::from(clause.as_str()));
    sheet.echo("service", line.service.key.clone());
    sheet.echo("buy", rule.buy);
    if let Some(place) = all.get(bought_for).filter(|_| !is_base) {
        sheet.echo("bought_for", place.name.clone());
    }
    sheet.echo("verdict", verdict.name());
    sheet.echo("rule", text(clause));
    let row = |(place, (verdict, clause)): (&Place, &(Verdict, ClauseId))| -> Row {
        vec![
            ("location", place.name.clone().into()),
            ("role", place.role.into()),
            ("verdict", verdict.name().into()),
            ("rule", text(clause)),
        ]
    };
    sheet.echo("use", all.iter().zip(&uses).map(row).collect::<Vec<Row>>());

    tally.asked += 1;
    tally.in_base += i64::from(is_base);
    tally.barred += i64::from(barred.is_some());
    tally.at_signing += i64::from(rule.at_signing && barred.is_none());
    tally.verdict = Some(match (tally.verdict, verdict) {
        (Some(Verdict::Ineligible), _) | (_, Verdict::Ineligible) => Verdict::Ineligible,
        (Some(Verdict::Refer), _) | (_, Verdict::Refer) => Verdict::Refer,
        _ => Verdict::Eligible,
    });
    if let Some((code, clause)) = &barred {
        sheet.reason(code, clause);
        return;
    }
    rule.write_notes(sheet);
    if is_base {
        sheet.warning("work_order_may_differ", terms.work_order_may_differ.clause());
    }
    if rule.moves_by_exchange {
        exchange::write_notes(terms, all, bought_for, sheet);
    }
    if all.iter().all(Place::is_designated) {
        return;
    }
    if let Some((code, clause)) = &rule.elsewhere_said {
        sheet.reason(code, clause);
    } else if rule.elsewhere == Verdict::Refer {
        sheet.reason(if is_on_site { "on_site_for_own_staff" } else { "others_join_at_discretion" }, join);
        if line.on_site.is_none() {
            sheet.assumption("remote_unless_said", join);
        }
    }
}
