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
mod named;
mod notes;
mod period;
mod request;
mod rows;

use crate::calculators::declared::answers;
use crate::calculators::ibm_ilan::licence::acquired_in;
use crate::calculators::{About, Ask, Contradiction, OutputKind as Kind, Whole};
use crate::form::choice;
use crate::terms::{ByCountry, Pack, Rule, terms};
use crate::values::country::Country;
use crate::values::dates::Date;
use crate::values::money::Money;
use crate::values::unit::Unit;
use crate::working::answer::Verdict;
use crate::working::reckon::work;
use crate::working::sheet::Sheet;
use request::{Claimant, Nature, Request, Seller};
use rows::{Forum, Law, Period};
use std::sync::Arc;

pub struct Dispute;

terms! {
    pub struct Terms {
        transaction_document_first: Rule,
        country_of_acquisition: Rule,
        named_countries: ByCountry,
        country_readings: ByCountry,
        governing_law: ByCountry,
        dispute_forum: ByCountry,
        court_exceptions: Rule,
        chair_days: i64 { Days },
        territory_of_rights: ByCountry,
        usual_limitation_years: i64 { Years },
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

choice! {
    /// Where a claim goes.
    pub enum Route {
        Court = "court",
        Arbitration = "arbitration",
        ArbitrationOrCourt = "arbitration_or_court",
        ArbitrationOnRequest = "arbitration_on_request",
        NoneNamed = "none_named",
    }
}

choice! {
    /// Where the rights hold that the licence gives.
    pub enum Territory {
        CountryAlone = "country_alone",
        CountryOrAgreedUse = "country_or_agreed_use",
    }
}

choice! {
    /// Which company of IBM answers.
    pub enum Company {
        Sold = "ibm_company_that_sold",
        OfCountry = "ibm_company_of_country",
    }
}

answers! {
    figure {
        forum: Arc<str> { kind: Kind::InRows("dispute_forum", "forum", &["none_named"]) },
        route: Route,
        court_limit: Option<Money>,
        seat: Option<Arc<str>> { kind: Kind::InRows("dispute_forum", "seat", &[]) },
        language: Option<Arc<str>> { kind: Kind::InRows("dispute_forum", "language", &["not_stated"]) },
        arbitrators: Option<i64>,
        one_arbitrator_limit: Option<Money>,
        law: Arc<str> { kind: Kind::InRows("governing_law", "law", &["law_of_the_transaction"]) },
        rights_hold_in: Territory,
        limitation_years: Option<i64> { unit: Some(Unit::Years) },
        days_left: Option<i64> { unit: Some(Unit::Days) },
        responsible_company: Option<Company>,
    }
    date {
        file_by: Option<Date> { calendar: true },
        chair_by: Option<Date> { calendar: true },
    }
    reason {
        ArbitratorsNotStated = "arbitrators_not_stated",
        AwardIsFinal = "award_is_final",
        ClaimIsLate = "claim_is_late",
        CountryNotNamed = "country_not_named",
        EitherPartyMayArbitrate = "either_party_may_arbitrate",
        ExclusiveCourt = "exclusive_court",
        InterimReliefInCourt = "interim_relief_in_court",
        IpValidityInCourt = "ip_validity_in_court",
        LawMaySetAnotherPeriod = "law_may_set_another_period",
        LawWithoutAForum = "law_without_a_forum",
        NeitherLawNorForumNamed = "neither_law_nor_forum_named",
        NoExceptionForThisClaim = "no_exception_for_this_claim",
        NoExceptionNamed = "no_exception_named",
        NoPeriodInTheText = "no_period_in_the_text",
        NoRightsForThirdParties = "no_rights_for_third_parties",
        ReceivableAboveTheLimit = "receivable_above_the_limit",
        ReceivableWithinTheLimit = "receivable_within_the_limit",
        SaleConventionExcluded = "sale_convention_excluded",
        VacancyKeepsTheStage = "vacancy_keeps_the_stage",
    }
    assumption {
        AllDisputesOfThisContract = "all_disputes_of_this_contract",
        ArbitrationCountsAsAction = "arbitration_counts_as_action",
        ArbitrationWithoutALaw = "arbitration_without_a_law",
        BareNameReadAsLaw = "bare_name_read_as_law",
        ChairDaysFromTheSecond = "chair_days_from_the_second",
        CourtWithoutALaw = "court_without_a_law",
        InrRateIsYours = "inr_rate_is_yours",
        InstitutionPrintedOtherwise = "institution_printed_otherwise",
        LastDayStillInTime = "last_day_still_in_time",
        LawAndArbitrationApart = "law_and_arbitration_apart",
        LeapDayOnThe28th = "leap_day_on_the_28th",
        LimitForEachClaim = "limit_for_each_claim",
        LimitItselfIncluded = "limit_itself_included",
        ListedInParts = "listed_in_parts",
        MacauUnderHongKongLaw = "macau_under_hong_kong_law",
        NameMayMeanTwoCountries = "name_may_mean_two_countries",
        NegationMissing = "negation_missing",
        OneTerritoryUnderTwoNames = "one_territory_under_two_names",
        ParagraphLetteredOtherwise = "paragraph_lettered_otherwise",
        PeriodFromTheCause = "period_from_the_cause",
        PrejudiceMisprinted = "prejudice_misprinted",
        SaintLuciaUnderAnotherName = "saint_lucia_under_another_name",
        SectionEightReadAsSeven = "section_eight_read_as_seven",
        SpelledTwoWays = "spelled_two_ways",
        TerritorySentenceCountedOtherwise = "territory_sentence_counted_otherwise",
        UsdRateIsYours = "usd_rate_is_yours",
        YearsWordPrintedOtherwise = "years_word_printed_otherwise",
    }
    warning {
        AddressChangeAhead = "address_change_ahead" { days: i64 { unit: Some(Unit::Days) } },
        AgreementInEnglish = "agreement_in_english",
        AssignmentRestricted = "assignment_restricted",
        AwardWithinTheContract = "award_within_the_contract",
        ClaimsAgainstParentOpen = "claims_against_parent_open",
        ConsumerLawPreserved = "consumer_law_preserved",
        CountryOfAcquisitionDecides = "country_of_acquisition_decides",
        CureFirst = "cure_first",
        CzechCodeExcluded = "czech_code_excluded",
        CzechTermsAcknowledged = "czech_terms_acknowledged",
        DutchRightsWaived = "dutch_rights_waived",
        EnglishVersionPrevails = "english_version_prevails",
        FinancialTermsConsidered = "financial_terms_considered",
        ForceMajeure = "force_majeure",
        ForceMajeureListed = "force_majeure_listed",
        ForceMajeureReplaced = "force_majeure_replaced",
        FrenchCodeExcluded = "french_code_excluded",
        HungarianTermsAcknowledged = "hungarian_terms_acknowledged",
        IbmMayAssign = "ibm_may_assign",
        JapaneseExportLaw = "japanese_export_law",
        LastDayToFile = "last_day_to_file",
        NoClaimsAgainstParent = "no_claims_against_parent",
        NotArisenYet = "not_arisen_yet",
        NoticesInWriting = "notices_in_writing",
        PrivacyRequestsToMadrid = "privacy_requests_to_madrid",
        RomanianUnusualTerms = "romanian_unusual_terms",
        SettleFirst = "settle_first",
        SoleRemedy = "sole_remedy",
        TerminationWithoutCourt = "termination_without_court",
        TransactionDocumentDecides = "transaction_document_decides",
    }
}

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
        columns: &[Law::COLUMNS, Forum::COLUMNS, Period::COLUMNS],
        onward: r#"[
            {"to":"late_charge","fields":{"country":"country"},"lines":{"from":"","to":"lines","fields":{"amount":"amount_owed"},"only":[{"of":"nature","in":["receivable"]}]}},
            {"to":"liability","fields":{"country":"country","usd_rate":"usd_rate","claimed":"amount_in_dispute"},"when":[{"of":"nature","in":["other"]}]}
        ]"#,
        example: r#"{"calculator":"dispute","as_of":"2026-11-21","currency":"TWD","minor_units":0,"input":{"country":"AE",
            "nature":"receivable","arose_on":"2025-06-15","amount_owed":"12000000","usd_rate":"32.5",
            "acquired_from":"partner"}}"#,
        ..out::ABOUT
    };

    type Request = Request;
    type Terms = Terms;

    fn contradiction(terms: &Terms, _: &Pack) -> Contradiction {
        rows::contradiction(terms)
    }

    fn answer(ask: &Ask<'_, Terms, Request>, sheet: &mut Sheet) {
        let (terms, request) = (ask.terms, ask.request);
        let acquired = acquired_in!(terms, request.country, sheet);
        let country = acquired.country;
        let named = named::Named::of(terms, country);
        forum::write(terms, request, &named, sheet);
        write_territory(terms, country, sheet);
        let in_time = period::write(ask, country, &named, sheet);
        write_company(terms, request, sheet);
        arbitration::write_chair(terms, request, &named, sheet);
        notes::write(terms, request, country, sheet);
        sheet.verdict(if acquired.is_ambiguous { Verdict::Refer } else { in_time });
    }
}

/// Rights hold where the licence was acquired and, if IBM agrees, where the program is in use; for some countries the
/// document leaves their own name alone of this.
fn write_territory(terms: &Terms, country: Country, sheet: &mut Sheet) {
    match terms.territory_of_rights.value().of(country) {
        Some(row) => {
            work!(sheet, figure rights_hold_in = exact(Territory::CountryAlone), by row);
            // Part 2 looks for the passage in the second sentence; it stands in the third.
            sheet.assumption(Assumption::TerritorySentenceCountedOtherwise, &row.clause);
        }
        None => {
            work!(sheet, figure rights_hold_in = exact(Territory::CountryOrAgreedUse), by terms.territory_of_rights);
        }
    }
}

fn write_company(terms: &Terms, request: &Request, sheet: &mut Sheet) {
    let Some(acquired_from) = request.acquired_from else { return };
    work!(sheet, figure responsible_company = exact(
        if acquired_from == Seller::Ibm { Company::Sold } else { Company::OfCountry }
    ), by terms.responsible_company);
    // Whose it was need not be whose it is.
    sheet.warning(Warning::IbmMayAssign, terms.business_may_be_sold.clause());
}
