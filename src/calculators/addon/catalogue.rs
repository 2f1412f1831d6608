//! Every service, line by line.

use super::{LISTED, Offer, Request, Terms, delivery, prerequisites};
use crate::calculators::Case;
use crate::calculators::flex::treatment::Treatment;
use crate::sheet::{Sheet, Working};
use crate::terms::Service;

/// Whether flex buys a service, and how that was found.
pub fn payable<'t>(terms: &'t Terms, service: &Service) -> (Treatment, Working<'t>) {
    let treatment = Treatment::of(service, terms.flex_buys.value(), terms.management_groups.value());
    let clause = treatment.clause(terms.flex_buys.clause(), terms.management_groups.clause());
    (treatment, Working::exact(LISTED, clause))
}

/// Every service of the catalogue, as it stands for this visitor.
pub fn write(case: &Case, Offer { terms, services }: &Offer, request: &Request, sheet: &mut Sheet) {
    for (index, service) in services.iter().enumerate() {
        sheet.begin_line(index);
        sheet.know("mark", service.mark.name());
        sheet.echo("service", service.key.clone());
        let (status, formula, clause) = prerequisites::status(case, terms, service, request);
        sheet.computed("status", status, Working::exact(formula, &clause));
        let (treatment, working) = payable(terms, service);
        sheet.computed("payable_with_flex", treatment.verdict(), working);
        delivery::write_language(terms, service, request, sheet);
        sheet.echo("mark", service.mark.name());
        sheet.echo("group", service.group.clone());
        sheet.computed("table", service.table, Working::exact(LISTED, &service.clause));
        sheet.end_line();
    }
}
