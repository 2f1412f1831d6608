//! Where a claim under the licence is brought, under which law, and until when.
//!
//! Out come the forum that the licence names for the country of acquisition (a court, arbitration, or none), what the
//! nature and the amount of the claim make of it, the governing law, the last day to file, and the country's other terms.
//! Periods are whole years, ending on the day of the same date, 29 February on the 28th where there is none; the limits in
//! the visitor's currency are rounded down ("at most"). Law and forum are two look-ups that know nothing of each other: the
//! document's two lists do not name the same countries.
//! Rules: ILAN-01 (what prevails), 24 (governing law and courts), 25 (where rights hold), 26 (no sales convention), 27 (no
//! assignment), 28 and 67..73 (the period), 29 (cure first), 30 and 76 (which company answers), 31 and 55 (notices),
//! 44..53 and 94 (arbitration), 54 (court all the same), 54b (the chair), 74, 75 and 77..85 (other terms of some
//! countries), 81 and 89 (beyond control), 97 (rights of the parties alone), 98 (what IBM may assign).

mod arbitration;
mod forum;
mod notes;
mod period;

use super::licence::ground;
use super::{About, Case, Contradiction, Output, OutputKind as Shown, Whole, below_one};
use crate::answer::Verdict;
use crate::country::Country;
use crate::dates::Date;
use crate::form::{Condition, Default, choice, fields};
use crate::money::{Money, Overflow, Rate};
use crate::sheet::{Sheet, Working};
use crate::terms::{ByCountry, CountryRow, Pack, Rule, terms};

pub struct Dispute;

choice! {
    /// What the claim is about, as far as the text makes a difference.
    pub enum Nature {
        Receivable = "receivable",
        InterimRelief = "interim_relief",
        IpValidity = "ip_validity",
        Other = "other",
    }
}

choice! {
    /// From whom the licence was acquired.
    pub enum Seller {
        Ibm = "ibm",
        Partner = "partner",
    }
}

choice! {
    /// Whose claim it is.
    pub enum Claimant {
        Party = "party",
        ThirdParty = "third_party",
    }
}

const UNPAID: Condition = Condition::In("nature", &["receivable"], &["interim_relief", "ip_validity", "other"]);
/// Where a receivable may go to court up to an amount.
const HAS_LIMIT: Condition = Condition::InRows("country", "dispute_forum", "receivables_usd");
/// Where the number of arbitrators depends on the amount.
const BY_AMOUNT: Condition = Condition::InRows("country", "dispute_forum", "one_arbitrator_inr");
/// Where what is not paid has a period of its own.
const FROM_DUE: Condition = Condition::InRows("country", "limitation_by_country", "years_for_payment");
/// Where a period counts from the cause: where there is one in the text, but for what counts from when it fell due.
const FROM_CAUSE: Condition = Condition::All(&[
    Condition::NotInRows("country", "limitation_by_country", "deleted"),
    Condition::Either(&[
        Condition::In("nature", &["interim_relief", "ip_validity", "other"], &["receivable"]),
        Condition::NotInRows("country", "limitation_by_country", "years_for_payment"),
    ]),
]);

fields! {
    pub struct Request {
        country: Country,
        nature: Nature,
        arose_on: Option<Date> { required: true, only_if: Some(FROM_CAUSE) },
        /// When the payment fell due: with the invoice's receipt, not on the last day on which paying is in time.
        due_on: Option<Date> { required: true, only_if: Some(Condition::All(&[UNPAID, FROM_DUE])) },
        amount_owed: Option<Money> { required: true, only_if: Some(Condition::All(&[UNPAID, HAS_LIMIT])) },
        /// Units of the request's currency for one US dollar: the limit is in dollars, and no rate is named.
        usd_rate: Option<Rate> {
            required: true,
            only_if: Some(Condition::All(&[UNPAID, HAS_LIMIT, Condition::CurrencyIsNot("USD")])),
        },
        amount_in_dispute: Option<Money> { required: true, only_if: Some(BY_AMOUNT) },
        /// Units of the request's currency for one Indian rupee.
        inr_rate: Option<Rate> {
            required: true,
            only_if: Some(Condition::All(&[BY_AMOUNT, Condition::CurrencyIsNot("INR")])),
        },
        brought_by: Option<Claimant> { default: Some(Default::Key("party")) },
        acquired_from: Option<Seller>,
        /// When the second party named its arbitrator.
        second_arbitrator_on: Option<Date> { only_if: Some(HAS_LIMIT) },
    }
}

terms! {
    pub struct Terms {
        transaction_document_first: Rule,
        country_of_acquisition: Rule,
        named_countries: ByCountry,
        country_readings: ByCountry,
        governing_law: ByCountry,
        dispute_forum: ByCountry,
        court_exceptions: Rule,
        chair_days: i64,
        territory_of_rights: ByCountry,
        usual_limitation_years: i64,
        limitation_by_country: ByCountry,
        limitation_from_cause: Rule,
        cure_first: Rule,
        responsible_company: Rule,
        notices_in_writing: Rule,
        sale_convention_excluded: Rule,
        assignment_restricted: Rule,
        force_majeure: Rule,
        rights_of_the_parties: Rule,
        business_may_be_sold: Rule,
        dispute_notes: ByCountry,
    }
}

/// Rows of the pack, their place there, and whether one says all that it has to.
type Checked<'t> = (&'static str, &'t ByCountry, fn(&CountryRow) -> bool);

impl Whole for Dispute {
    const ABOUT: About = About {
        name: "dispute",
        pack: "ibm-ilan",
        money: true,
        rules: &[
            "ILAN-01", "ILAN-24", "ILAN-25", "ILAN-26", "ILAN-27", "ILAN-28", "ILAN-29", "ILAN-30", "ILAN-31",
            "ILAN-44", "ILAN-45", "ILAN-46", "ILAN-47", "ILAN-48", "ILAN-49", "ILAN-50", "ILAN-51", "ILAN-52",
            "ILAN-53", "ILAN-54", "ILAN-54b", "ILAN-55", "ILAN-67", "ILAN-68", "ILAN-69", "ILAN-70", "ILAN-71",
            "ILAN-72", "ILAN-73", "ILAN-74", "ILAN-75", "ILAN-76", "ILAN-77", "ILAN-78", "ILAN-79", "ILAN-80",
            "ILAN-81", "ILAN-82", "ILAN-83", "ILAN-84", "ILAN-85", "ILAN-89", "ILAN-94", "ILAN-97", "ILAN-98",
        ],
        verdicts: &["eligible", "refer", "ineligible"],
        headline: "file_by",
        losses: &[],
        beside: &[],
        figures: &[
            Output::always("forum", Shown::InRows("dispute_forum", "forum", &["none_named"])),
            Output::always("route", Shown::Choice(forum::ROUTES)),
            Output::sometimes("court_limit", Shown::Money),
            Output::sometimes("seat", Shown::InRows("dispute_forum", "seat", &[])),
            Output::sometimes("language", Shown::InRows("dispute_forum", "language", &["not_stated"])),
            Output::sometimes("arbitrators", Shown::Count),
            Output::sometimes("one_arbitrator_limit", Shown::Money),
            Output::always("law", Shown::InRows("governing_law", "law", &["law_of_the_transaction"])),
            Output::always("rights_hold_in", Shown::Choice(&["country_alone", "country_or_agreed_use"])),
            Output::sometimes("limitation_years", Shown::Count),
            Output::sometimes("days_left", Shown::Count),
            Output::sometimes(
                "responsible_company",
                Shown::Choice(&["ibm_company_that_sold", "ibm_company_of_country"]),
            ),
        ],
        dates: &[Output::sometimes("file_by", Shown::Date).kept(), Output::sometimes("chair_by", Shown::Date).kept()],
        line: &[],
        reasons: &[
            "arbitrators_not_stated",
            "award_is_final",
            "claim_is_late",
            "country_not_named",
            "either_party_may_arbitrate",
            "exclusive_court",
            "interim_relief_in_court",
            "ip_validity_in_court",
            "law_may_set_another_period",
            "law_without_a_forum",
            "neither_law_nor_forum_named",
            "no_exception_for_this_claim",
            "no_exception_named",
            "no_period_in_the_text",
            "no_rights_for_third_parties",
            "receivable_above_the_limit",
            "receivable_within_the_limit",
            "sale_convention_excluded",
            "vacancy_keeps_the_stage",
        ],
        assumptions: &[
            "all_disputes_of_this_contract",
            "arbitration_counts_as_action",
            "arbitration_without_a_law",
            "bare_name_read_as_law",
            "chair_days_from_the_second",
            "court_without_a_law",
            "inr_rate_is_yours",
            "institution_printed_otherwise",
            "last_day_still_in_time",
            "law_and_arbitration_apart",
            "leap_day_on_the_28th",
            "limit_for_each_claim",
            "limit_itself_included",
            "listed_in_parts",
            "macau_under_hong_kong_law",
            "name_may_mean_two_countries",
            "negation_missing",
            "one_territory_under_two_names",
            "paragraph_lettered_otherwise",
            "period_from_the_cause",
            "prejudice_misprinted",
            "saint_lucia_under_another_name",
            "section_eight_read_as_seven",
            "spelled_two_ways",
            "territory_sentence_counted_otherwise",
            "usd_rate_is_yours",
            "years_word_printed_otherwise",
        ],
        warnings: &[
            "address_change_ahead",
            "agreement_in_english",
            "assignment_restricted",
            "award_within_the_contract",
            "claims_against_parent_open",
            "consumer_law_preserved",
            "country_of_acquisition_decides",
            "cure_first",
            "czech_code_excluded",
            "czech_terms_acknowledged",
            "dutch_rights_waived",
            "english_version_prevails",
            "financial_terms_considered",
            "force_majeure",
            "force_majeure_listed",
            "force_majeure_replaced",
            "french_code_excluded",
            "hungarian_terms_acknowledged",
            "ibm_may_assign",
            "japanese_export_law",
            "last_day_to_file",
            "no_claims_against_parent",
            "not_arisen_yet",
            "notices_in_writing",
            "privacy_requests_to_madrid",
            "romanian_unusual_terms",
            "settle_first",
            "sole_remedy",
            "termination_without_court",
            "transaction_document_decides",
        ],
        example: r#"{"calculator":"dispute","as_of":"2026-11-21","currency":"TWD","minor_units":0,"input":{"country":"AE",
            "nature":"receivable","arose_on":"2025-06-15","amount_owed":"12000000","usd_rate":"32.5",
            "acquired_from":"partner"}}"#,
    };

    type Request = Request;
    type Terms = Terms;

    fn contradiction(terms: &Terms, _: &Pack) -> Contradiction {
        let counts = [
            ("values.usual_limitation_years", &terms.usual_limitation_years),
            ("values.chair_days", &terms.chair_days),
        ];
        below_one(&counts).or_else(|| {
            let tables: &[Checked<'_>] = &[
                ("values.governing_law", terms.governing_law.value(), |row| row.text("law").is_some()),
                ("values.dispute_forum", terms.dispute_forum.value(), forum::is_whole),
                ("values.limitation_by_country", terms.limitation_by_country.value(), period::is_whole),
                ("values.territory_of_rights", terms.territory_of_rights.value(), |_| true),
            ];
            let spoilt = |(_, rows, is_whole): &&Checked<'_>| !rows.is_one_for_each() || !rows.0.iter().all(is_whole);
            match tables.iter().find(spoilt) {
                Some((place, ..)) => Some((*place, "expected one whole row a country")),
                None if *terms.usual_limitation_years.value() > period::MOST_YEARS => {
                    Some(("values.usual_limitation_years", "expected a century at most"))
                }
                None if !terms.dispute_notes.value().0.iter().all(notes::is_whole) => {
                    Some(("values.dispute_notes", "expected notes that dispute knows"))
                }
                None => None,
            }
        })
    }

    fn answer(case: &Case, terms: &Terms, request: &Request, sheet: &mut Sheet) -> Result<(), Overflow> {
        let acquired = ground!(terms).acquired_in(request.country, sheet);
        let country = acquired.country;
        let named = forum::Named::of(terms, country);
        forum::write(case, terms, request, &named, sheet)?;
        notes::write_territory(terms, country, sheet);
        let in_time = period::write(case, terms, request, country, &named, sheet)?;
        if let Some(seller) = request.acquired_from {
            let company = match seller {
                Seller::Ibm => "ibm_company_that_sold",
                Seller::Partner => "ibm_company_of_country",
            };
            let clause = terms.responsible_company.clause();
            sheet.figure("responsible_company", company, Working::exact("follows(acquired_from)", clause));
            // Whose it was need not be whose it is.
            sheet.warning("ibm_may_assign", terms.business_may_be_sold.clause());
        }
        arbitration::write_chair(terms, request, &named, sheet)?;
        notes::write(terms, request, country, sheet);
        sheet.verdict(if acquired.is_ambiguous { Verdict::Refer } else { in_time });
        Ok(())
    }
}
