//! Which programme a company buys under: Passport Advantage, Express, or either.
//!
//! Out come the programme, why, and what is the same and what differs between the two. Nothing is
//! reckoned but the number of sites against the one that Express is made for.
//! Rules: IBM-SS-20 (who each is made for), 21 (Express without an agreement), 22 (what is the same
//! in both, and who sells them); and, for what is set side by side, 01 (the first year of support), 02
//! (licences for good), 06 (the anniversary), 15 (the price level).

use crate::calculators::declared::answers;
use crate::calculators::rows::rows;
use crate::calculators::{About, Ask, Contradiction, OutputKind as Kind, Whole};
use crate::clause::ClauseId;
use crate::form::{Count, choice, fields};
use crate::terms::{Pack, Rule, Table, terms};
use crate::working::Entered;
use crate::working::reckon::work;
use crate::working::sheet::Sheet;
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

choice! {
    /// The programme that the company buys under.
    pub enum Suited {
        Advantage = "PA",
        Express = "PAE",
        Either = "either",
    }
}

fields! {
    pub struct Request {
        /// Places at which the company has offices.
        sites: Entered<Count>,
        size: Entered<Size>,
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

rows! {
    /// What the two programmes have in common, or not.
    struct Aspect in programme_aspects {
        aspect: Arc<str>,
        pa: Arc<str>,
        pae: Arc<str>,
        clause: ClauseId,
    }
}

answers! {
    figure {
        programme: Suited,
    }
    line {
        aspect: Arc<str> { kind: Kind::InTable("programme_aspects", "aspect"), shown: true },
        pa: Arc<str> { kind: Kind::InTable("programme_aspects", "pa"), shown: true },
        pae: Arc<str> { kind: Kind::InTable("programme_aspects", "pae"), shown: true },
        differs: bool,
        rule: ClauseId { shown: true },
    }
    reason {
        ExpressForOneSmallerSite = "express_for_one_smaller_site",
        LargerCompany = "larger_company",
        MoreThanOneSite = "more_than_one_site",
        SameChannels = "same_channels",
        SizeDecides = "size_decides",
    }
    assumption {
        AdvantageHasAnAgreement = "advantage_has_an_agreement",
        ExpressRenewsItsOwnTerm = "express_renews_its_own_term",
        OneSiteMayTakeAdvantage = "one_site_may_take_advantage",
        RsvpReadAsAdvantage = "rsvp_read_as_advantage",
        SeveralSitesReadAsAdvantage = "several_sites_read_as_advantage",
        SizeHasNoNumber = "size_has_no_number",
    }
    warning {
        TermsOfEachPurchase = "terms_of_each_purchase",
    }
}

impl Whole for Programme {
    const ABOUT: About = About {
        name: "programme",
        pack: "ibm-ss",
        rules: &["IBM-SS-01", "IBM-SS-02", "IBM-SS-06", "IBM-SS-15", "IBM-SS-20", "IBM-SS-21", "IBM-SS-22"],
        headline: "programme",
        columns: &[Aspect::COLUMNS],
        onward: r#"[
            {"to":"renewal","fields":{"programme":"answer.programme"},"when":[{"of":"answer.programme","not_in":["either"]}]},
            {"to":"notices","fields":{"programme":"answer.programme"},"when":[{"of":"answer.programme","not_in":["either"]}]}
        ]"#,
        example: r#"{"calculator":"programme","as_of":"2026-11-21","input":{"sites":1,"size":"smaller"}}"#,
        ..out::ABOUT
    };

    type Request = Request;
    type Terms = Terms;

    fn contradiction(terms: &Terms, pack: &Pack) -> Contradiction {
        const PLACE: &str = "values.programme_aspects";
        let aspects: Option<Vec<Aspect>> = aspects(terms).collect();
        let says_all =
            |aspect: &Aspect| [&aspect.aspect, &aspect.pa, &aspect.pae].iter().all(|text| !text.value.is_empty());
        if *terms.express_sites_most.value() < 1 {
            return Some(("values.express_sites_most", "expected at least one site"));
        }
        match aspects {
            Some(aspects) if aspects.is_empty() => Some((PLACE, "expected at least one aspect")),
            Some(aspects) if aspects.iter().all(says_all) => aspects
                .iter()
                .any(|aspect| !pack.has_clause(aspect.clause.value.as_str()))
                .then_some((PLACE, "names a clause that the pack does not have")),
            _ => Some((PLACE, "expected aspect, pa, pae and clause in every row")),
        }
    }

    fn answer(ask: &Ask<'_, Terms, Request>, sheet: &mut Sheet) {
        let (terms, request) = (ask.terms, ask.request);
        // What is small and what is large no number says: the visitor's word is taken.
        work!(sheet, figure programme = exact(
            if request.sites > terms.express_sites_most || request.size == Size::Larger { Suited::Advantage }
            else if request.size == Size::Smaller { Suited::Express }
            else { Suited::Either }
        ), by terms.express_sites_most);
        write_notes(terms, request, programme.value, sheet);
        for (index, aspect) in aspects(terms).flatten().enumerate() {
            sheet.begin_line(index);
            let Aspect { aspect, pa, pae, clause } = aspect;
            work!(sheet, line differs = exact(pa != pae), by clause.value);
            sheet.show(&out::line::aspect, aspect.value);
            sheet.show(&out::line::pa, pa.value);
            sheet.show(&out::line::pae, pae.value);
            sheet.show(&out::line::rule, clause.value);
            sheet.end_line();
        }
    }
}

/// What is set side by side, each where it could be read.
fn aspects(terms: &Terms) -> impl Iterator<Item = Option<Aspect<'_>>> {
    terms.programme_aspects.rows_by("aspect")
}

/// Why, and how what the text leaves open was read.
fn write_notes(terms: &Terms, request: &Request, programme: Suited, sheet: &mut Sheet) {
    let clause = terms.express_sites_most.clause();
    let is_one_site = request.sites.value.0 <= *terms.express_sites_most.value();
    let size = request.size.value;
    let reason = match size {
        _ if !is_one_site => Reason::MoreThanOneSite,
        Size::Larger => Reason::LargerCompany,
        Size::Smaller => Reason::ExpressForOneSmallerSite,
        Size::Unsure => Reason::SizeDecides,
    };
    sheet.reason(reason, clause);
    sheet.reason(Reason::SameChannels, terms.purchase_channels.clause());
    sheet.assumption(Assumption::SizeHasNoNumber, clause);
    if !is_one_site && size == Size::Smaller {
        // Nothing is said of a smaller company with several sites. Only the sites are a hard line.
        sheet.assumption(Assumption::SeveralSitesReadAsAdvantage, clause);
    }
    if programme != Suited::Advantage {
        // One site makes Express possible; that it bars the other programme is not said.
        sheet.assumption(Assumption::OneSiteMayTakeAdvantage, clause);
        sheet.warning(Warning::TermsOfEachPurchase, terms.no_relationship_agreement.clause());
    }
    // That Express needs no agreement is said; that the other rests on one follows from it.
    sheet.assumption(Assumption::AdvantageHasAnAgreement, terms.no_relationship_agreement.clause());
    sheet.assumption(Assumption::ExpressRenewsItsOwnTerm, terms.express_own_term.clause());
    // Discounts for volume are promised under both. A level is named in an answer on the anniversary alone.
    sheet.assumption(Assumption::RsvpReadAsAdvantage, terms.price_exposure.clause());
}
