//! Every service, line by line.

use super::prerequisites::{Held, write_status};
use super::said::ServiceRule;
use super::{Offer, Request, Terms, delivery, out};
use crate::calculators::ms_unified::flex::treatment::Treatment;
use crate::clause::ClauseId;
use crate::terms::Service;
use crate::working::Declared;
use crate::working::reckon::work;
use crate::working::sheet::Sheet;

/// Writes whether flex buys a service. Out come what was found, and the clause that decides.
pub fn write_payable<'t>(
    declared: &Declared<&'static str>,
    terms: &'t Terms,
    service: &Service,
    sheet: &mut Sheet,
) -> (Treatment, &'t ClauseId) {
    let treatment = Treatment::of(service, terms.flex_buys.value(), terms.management_groups.value());
    let clause = treatment.clause(terms.flex_buys.clause(), terms.management_groups.clause());
    let (group, mark) = (service.group(), service.mark().known(super::STATUSES));
    if let Some(mark) = mark {
        // Managing the services is expressly not paid with flex, and what is in the base already needs none.
        work!(sheet, at (declared) payable_with_flex = exact(
            if listed(group, terms.management_groups) || mark == "included" { "barred" }
            else if listed(group, terms.flex_buys) { "allowed" }
            else { "refer" }
        ), by clause);
    }
    (treatment, clause)
}

/// Every service of the catalogue, as it stands for this visitor.
pub fn write<'a>(
    Offer { terms, services }: &'a Offer,
    request: &Request,
    held: &[Held<'a>],
    rules: &'a [ServiceRule<'_>],
    sheet: &mut Sheet,
) {
    for (index, service) in services.iter().enumerate() {
        sheet.begin_line(index);
        sheet.show(&out::line::service, service.key.clone());
        write_status(&out::line::status, held, rules, service, sheet);
        write_payable(&out::line::payable_with_flex, terms, service, sheet);
        delivery::write_language_of(rules, service, request, sheet);
        sheet.show(&out::line::mark, service.mark.name());
        sheet.show(&out::line::group, service.group.clone());
        let listed = service.table();
        work!(sheet, line table = exact(listed), by listed);
        sheet.end_line();
    }
}
