//! Which programme a company buys under: Passport Advantage, Express, or either.
//!
//! Out come the programme, why, and what is the same and what differs between the two. Nothing is
//! reckoned but the number of sites against the one that Express is made for.
//! Rules: IBM-SS-20 (who each is made for), 21 (Express without an agreement), 22 (what is the same
//! in both, and who sells them); and, for what is set side by side, 01 (the first year of support), 02
//! (licences for good), 06 (the anniversary), 15 (the price level).

use super::{About, Case, Contradiction, Output, OutputKind as Shown, Whole};
use crate::form::{Count, choice, fields};
use crate::given::Given;
use crate::money::Overflow;
use crate::sheet::{Sheet, Working};
use crate::terms::{Pack, Rule, Table, terms};
use std::sync::Arc;

pub struct Programme;

choice! {
    /// How large the company is, in the visitor's own judgement.
    pub enum Size {
        Smaller = "smaller",
        Larger = "larger",
        Unsure = "unsure",
    }
}

fields! {
    pub struct Request {
        /// Places at which the company has offices.
        sites: Count,
        size: Size,
    }
}

terms! {
    pub struct Terms {
        express_sites_most: i64,
        no_relationship_agreement: Rule,
        purchase_channels: Rule,
        price_exposure: Rule,
        express_own_term: Rule,
        programme_aspects: Table,
    }
}

impl Whole for Programme {
    const ABOUT: About = About {
        name: "programme",
        pack: "ibm-ss",
        money: false,
        rules: &["IBM-SS-01", "IBM-SS-02", "IBM-SS-06", "IBM-SS-15", "IBM-SS-20", "IBM-SS-21", "IBM-SS-22"],
        verdicts: &[],
        headline: "programme",
        losses: &[],
        beside: &[],
        figures: &[Output::always("programme", Shown::Choice(&["PA", "PAE", "either"]))],
        dates: &[],
        line: &[
            Output::always("aspect", Shown::InTable("programme_aspects", "aspect")),
            Output::always("pa", Shown::InTable("programme_aspects", "pa")),
            Output::always("pae", Shown::InTable("programme_aspects", "pae")),
            Output::always("differs", Shown::Flag),
            Output::always("rule", Shown::Text),
        ],
        reasons: &[
            "express_for_one_smaller_site",
            "larger_company",
            "more_than_one_site",
            "same_channels",
            "size_decides",
        ],
        assumptions: &[
            "advantage_has_an_agreement",
            "express_renews_its_own_term",
            "one_site_may_take_advantage",
            "rsvp_read_as_advantage",
            "several_sites_read_as_advantage",
            "size_has_no_number",
        ],
        warnings: &["terms_of_each_purchase"],
        example: r#"{"calculator":"programme","as_of":"2026-11-21","input":{"sites":1,"size":"smaller"}}"#,
    };

    type Request = Request;
    type Terms = Terms;

    fn contradiction(terms: &Terms, pack: &Pack) -> Contradiction {
        const PLACE: &str = "values.programme_aspects";
        let rows = &terms.programme_aspects.value().0;
        let aspects: Vec<Aspect> = rows.iter().filter_map(Aspect::read).collect();
        if *terms.express_sites_most.value() < 1 {
            Some(("values.express_sites_most", "expected at least one site"))
        } else if aspects.len() < rows.len() {
            Some((PLACE, "expected aspect, pa, pae and clause in every row"))
        } else if aspects.is_empty() {
            Some((PLACE, "expected at least one aspect"))
        } else if !aspects.iter().all(|aspect| pack.has_clause(&aspect.clause)) {
            Some((PLACE, "names a clause that the pack does not have"))
        } else {
            None
        }
    }

    fn answer(_: &Case, terms: &Terms, request: &Request, sheet: &mut Sheet) -> Result<(), Overflow> {
        let clause = terms.express_sites_most.clause();
        sheet.know("size", request.size.name());
        let (programme, formula, reason) = choose(terms, request);
        sheet.figure("programme", programme, Working::exact(formula, clause));
        sheet.reason(reason, clause);
        sheet.reason("same_channels", terms.purchase_channels.clause());

        let is_one_site = request.sites.0 <= *terms.express_sites_most.value();
        // What is small and what is large no number says: the visitor's word is taken.
        sheet.assumption("size_has_no_number", clause);
        if programme == "PA" && !is_one_site && request.size == Size::Smaller {
            // Nothing is said of a smaller company with several sites. Only the sites are a hard line.
            sheet.assumption("several_sites_read_as_advantage", clause);
        }
        if programme != "PA" {
            // One site makes Express possible; that it bars the other programme is not said.
            sheet.assumption("one_site_may_take_advantage", clause);
            sheet.warning("terms_of_each_purchase", terms.no_relationship_agreement.clause());
        }
        // That Express needs no agreement is said; that the other rests on one follows from it.
        sheet.assumption("advantage_has_an_agreement", terms.no_relationship_agreement.clause());
        sheet.assumption("express_renews_its_own_term", terms.express_own_term.clause());
        // Discounts for volume are promised under both. A level is named in an answer on the anniversary alone.
        sheet.assumption("rsvp_read_as_advantage", terms.price_exposure.clause());

        for (index, aspect) in terms.programme_aspects.value().0.iter().filter_map(Aspect::read).enumerate() {
            sheet.begin_line(index);
            let differs = aspect.pa != aspect.pae;
            sheet.echo("aspect", aspect.key);
            sheet.echo("pa", aspect.pa);
            sheet.echo("pae", aspect.pae);
            sheet.echo("differs", differs);
            sheet.echo("rule", aspect.clause);
            sheet.end_line();
        }
        Ok(())
    }
}

impl Size {
    fn name(self) -> &'static str {
        match self {
            Size::Smaller => "smaller",
            Size::Larger => "larger",
            Size::Unsure => "unsure",
        }
    }
}

/// The programme, the formula that says so, and the reason in a word.
fn choose(terms: &Terms, request: &Request) -> (&'static str, &'static str, &'static str) {
    if request.sites.0 > *terms.express_sites_most.value() {
        return ("PA", "sites > express_sites_most", "more_than_one_site");
    }
    match request.size {
        Size::Larger => ("PA", "size, sites ≤ express_sites_most", "larger_company"),
        Size::Smaller => ("PAE", "size, sites ≤ express_sites_most", "express_for_one_smaller_site"),
        Size::Unsure => ("either", "size, sites ≤ express_sites_most", "size_decides"),
    }
}

/// What the two programmes have in common, or not.
struct Aspect {
    key: Arc<str>,
    pa: Arc<str>,
    pae: Arc<str>,
    clause: Arc<str>,
}

impl Aspect {
    fn read(row: &Given) -> Option<Aspect> {
        let text = |name| row.get(name).and_then(Given::text).filter(|text| !text.is_empty()).map(Arc::<str>::from);
        Some(Aspect { key: text("aspect")?, pa: text("pa")?, pae: text("pae")?, clause: text("clause")? })
    }
}
