//! How far IBM answers for damage: the cap, what is excluded, and what no cap holds for.
//!
//! Out come the limbs of the cap in the request's currency and the one that decides, whether the kind of
//! damage is excluded in the country of acquisition, and what of a claim remains. Dollars and euros are
//! converted exactly at the visitor's rates; each limb is rounded once, half up, at its end.
//! Rules: ILAN-19 (the cap), 20 (what is excluded), 21 (what may not be limited), 22 and 95 (what IBM does not
//! answer for), 26 (consumers' rights), 56..66, 83 and 84 (countries), 90 (affiliates too), 92 (no warranty),
//! 99 (what is void leaves the rest).

mod cap;
mod extent;
mod kinds;
mod reasons;
mod rows;

use crate::calculators::declared::{Rows, answers};
use crate::calculators::ibm_ilan::licence::acquired_in;
use crate::calculators::{About, Ask, Contradiction, OutputKind as Kind, Whole};
use crate::form::{Condition, Count, Fallback, choice, fields};
use crate::terms::{ByCountry, Keys, Pack, Rule, terms};
use crate::values::country::Country;
use crate::values::money::{Dollars, Money, Rate};
use crate::values::unit::Unit;
use crate::working::Entered;
use crate::working::answer::Verdict;
use crate::working::sheet::Sheet;
use kinds::{Damage, Extent, Ground, Remedy};
use rows::{Excluding, Floor, Lifting, Note, Remedied, Share};

pub struct Liability;

choice! {
    /// How the program was paid for.
    pub enum Payment {
        Free = "free",
        Once = "once",
        Recurring = "recurring",
        Both = "both",
        Yearly = "yearly",
        OnceAndYearly = "once_and_yearly",
    }
}

const ONCE: Option<Condition> =
    Some(Condition::In("payment", &["once", "both", "once_and_yearly"], &["free", "recurring", "yearly"]));
const RECURRING: Option<Condition> =
    Some(Condition::In("payment", &["recurring", "both"], &["free", "once", "yearly", "once_and_yearly"]));
const YEARLY: Option<Condition> =
    Some(Condition::In("payment", &["yearly", "once_and_yearly"], &["free", "once", "recurring", "both"]));
const EURO_FLOOR: Option<Condition> =
    Some(Condition::All(&[Condition::InRows("country", "cap_floor", "eur"), Condition::CurrencyIsNot("EUR")]));

fields! {
    pub struct Request {
        country: Country,
        payment: Payment,
        /// What was paid once for the program that caused the damage.
        paid_once: Option<Entered<Money>> { required: true, only_if: ONCE },
        monthly_charge: Option<Entered<Money>> { required: true, only_if: RECURRING },
        months_paid: Option<Entered<Count>> { required: true, only_if: RECURRING, unit: Some(Unit::Months) },
        /// A twelfth of it is no amount of money, so a charge by the year is taken whole.
        yearly_charge: Option<Entered<Money>> { required: true, only_if: YEARLY },
        years_paid: Option<Entered<Count>> { required: true, only_if: YEARLY, unit: Some(Unit::Years) },
        /// Units of the request's currency for one dollar and for one euro: the text names no rates.
        usd_rate: Option<Entered<Rate>> { required: true, only_if: Some(Condition::CurrencyIsNot("USD")) },
        eur_rate: Option<Entered<Rate>> { required: true, only_if: EURO_FLOOR },
        damage: Option<Entered<Damage>> { default: Some(Fallback::Key("direct")) },
        ground: Option<Entered<Ground>> { default: Some(Fallback::Key("ordinary")) },
        /// All claims together.
        claimed: Option<Entered<Money>>,
    }
}

terms! {
    pub struct Terms {
        transaction_document_first: Rule,
        country_of_acquisition: Rule,
        named_countries: ByCountry,
        country_readings: ByCountry,
        cap_usd: Dollars,
        recurring_months: i64 { Months },
        cap_floor: ByCountry,
        paid_percent: ByCountry,
        excluded_damages: Keys,
        damages_by_country: ByCountry,
        uncapped_grounds: Keys,
        uncapped_by_country: ByCountry,
        not_answered_for: Keys,
        partners_answer_alone: Keys,
        consumer_remedies: ByCountry,
        liability_notes: ByCountry,
        consumer_rights_stay: Rule,
        rest_stays_in_force: Rule,
        affiliates_too: Rule,
        no_warranty: Rule,
    }
}

choice! {
    /// The limb that decides the cap; equal where several are as high.
    pub enum Decider {
        Dollars = "dollars",
        Euros = "euros",
        Paid = "paid",
        Equal = "equal",
    }
}

answers! {
    figure {
        paid_counted: Money,
        dollar_limb: Money,
        euro_limb: Option<Money>,
        paid_limb: Money,
        cap: Money,
        decided_by: Decider,
        extent: Extent,
        recoverable: Option<Money>,
        not_recoverable: Option<Money>,
        uncapped: Rows { kind: Kind::List(uncapped::OUTPUTS) },
        remedies: Option<Rows> { kind: Kind::List(remedies::OUTPUTS) },
    }
    line {
        damage: Damage { shown: true },
        excluded: bool,
    }
    rows uncapped {
        ground: Ground,
    }
    rows remedies {
        remedy: Remedy,
    }
    between {
        /// Whether IBM answers at all for what the damage comes from.
        not_answered: bool,
        /// Whether remedies take the place of damages for it.
        remedied: bool,
        /// Whether no cap holds for it.
        cap_lifted: bool,
        /// Whether the kind of damage is excluded, and whether it is so even for what no cap holds for.
        damage_excluded: bool,
        stays_excluded: bool,
    }
    reason {
        ActualAndProvenDamages = "actual_and_proven_damages",
        AllConsequentialDamages = "all_consequential_damages",
        CapOnAnyLegalBasis = "cap_on_any_legal_basis",
        CountryNotNamed = "country_not_named",
        DamageExcluded = "damage_excluded",
        DamageExcludedHere = "damage_excluded_here",
        DirectDamagesOnly = "direct_damages_only",
        EuroFloor = "euro_floor",
        ForeseeableDamagesAgreed = "foreseeable_damages_agreed",
        GermanKindsUncapped = "german_kinds_uncapped",
        ListOfDamagesReplaced = "list_of_damages_replaced",
        LiftedForIntentAndGrossNegligence = "lifted_for_intent_and_gross_negligence",
        MoralDamagesToo = "moral_damages_too",
        MandatoryLawReplaced = "mandatory_law_replaced",
        NoCapOnThis = "no_cap_on_this",
        NotAnsweredFor = "not_answered_for",
        NothingPaid = "nothing_paid",
        PartnersAnswerAlone = "partners_answer_alone",
        RepairOrReplacement = "repair_or_replacement",
        ShareOfWhatWasPaid = "share_of_what_was_paid",
        WaivedBenefitsToo = "waived_benefits_too",
    }
    assumption {
        CapRoundedOnce = "cap_rounded_once",
        DollarLimbStays = "dollar_limb_stays",
        EurosConverted = "euros_converted",
        ExchangeDayNotStated = "exchange_day_not_stated",
        InsertionSplitsATerm = "insertion_splits_a_term",
        ListedInParts = "listed_in_parts",
        MonthsBeforeTheClaim = "months_before_the_claim",
        NameMayMeanTwoCountries = "name_may_mean_two_countries",
        NotNamedMayBeIndirect = "not_named_may_be_indirect",
        OnceAndRecurringAddUp = "once_and_recurring_add_up",
        OneTerritoryUnderTwoNames = "one_territory_under_two_names",
        OnlyTheCapIsLifted = "only_the_cap_is_lifted",
        QuotedWordsDiffer = "quoted_words_differ",
        SaintLuciaUnderAnotherName = "saint_lucia_under_another_name",
        ShareOfAtMostTwelveMonths = "share_of_at_most_twelve_months",
        TitleGuaranteeLeftOpen = "title_guarantee_left_open",
    }
    warning {
        AffiliatesShareTheLimit = "affiliates_share_the_limit",
        AllClaimsTogether = "all_claims_together",
        ConsumerLawPreserved = "consumer_law_preserved",
        CountryOfAcquisitionDecides = "country_of_acquisition_decides",
        LawMayForbidLimits = "law_may_forbid_limits",
        NoWarranty = "no_warranty",
        RestStaysInForce = "rest_stays_in_force",
        SoleRemedy = "sole_remedy",
        TransactionDocumentDecides = "transaction_document_decides",
    }
}

impl Whole for Liability {
    const ABOUT: About = About {
        name: "liability",
        pack: "ibm-ilan",
        money: true,
        rules: &[
            "ILAN-01", "ILAN-19", "ILAN-20", "ILAN-21", "ILAN-22", "ILAN-24", "ILAN-25", "ILAN-26", "ILAN-46",
            "ILAN-56", "ILAN-57", "ILAN-58", "ILAN-59", "ILAN-60", "ILAN-61", "ILAN-62", "ILAN-63", "ILAN-64",
            "ILAN-65", "ILAN-66", "ILAN-83", "ILAN-84", "ILAN-90", "ILAN-92", "ILAN-95", "ILAN-99",
        ],
        verdicts: &["refer"],
        headline: "cap",
        columns: &[Floor::COLUMNS, Share::COLUMNS, Excluding::COLUMNS, Lifting::COLUMNS, Remedied::COLUMNS],
        onward: r#"[
            {"to":"dispute","fields":{"country":"country","nature":"=other","usd_rate":"usd_rate","amount_in_dispute":"claimed"}}
        ]"#,
        example: r#"{"calculator":"liability","as_of":"2026-11-21","currency":"EUR","input":{"country":"DE","payment":"recurring",
            "monthly_charge":"45000.00","months_paid":30,"usd_rate":"0.92","damage":"direct","ground":"ordinary","claimed":"700000.00"}}"#,
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
        let cap = cap::write(terms, request, acquired.country, sheet);
        extent::write(terms, request, acquired.country, cap, sheet);
        for row in terms.liability_notes.value().all_of(acquired.country) {
            if let Some(note) = row.read::<Note>(acquired.country) {
                note.write(&row.clause, sheet);
            }
        }
        sheet.warning(Warning::AllClaimsTogether, terms.cap_usd.clause());
        sheet.warning(Warning::AffiliatesShareTheLimit, terms.affiliates_too.clause());
        sheet.warning(Warning::NoWarranty, terms.no_warranty.clause());
        if acquired.is_ambiguous {
            sheet.verdict(Verdict::Refer);
        }
    }
}
