//! What may be done with a program, and what the licence bars.
//!
//! Out come, for each intended use, whether it is permitted, barred or open, why, and by how many a use
//! goes beyond what was acquired. What each use comes to stands in a table of the pack; here is only what
//! depends on counts, on the country and on who permits it otherwise. Nothing is rounded.
//! Rules: ILAN-03 (as many as acquired), 04 (what is barred), 06 (supporting programs), 07 (replaced
//! versions), 08 (acquire and pay first), 23 and 100 (after termination), 25 (where it holds), 27 (no transfer),
//! 83 (Japan) and 86 (export), 87 (delivery), 88 (other makers' programs, content), 91 (updates), 93 (persons), 96 (no
//! advice).

mod judge;
mod said;

use crate::calculators::declared::answers;
use crate::calculators::ibm_ilan::licence::acquired_in;
use crate::calculators::{About, Ask, ByLine, Contradiction, OutputKind as Shown, RowsBy};
use crate::form::{Choices, Condition, Count, Fallback, Key, Kind, choice, fields};
use crate::request::bounds::COUNT;
use crate::terms::{ByCountry, Pack, Rule, Table, terms};
use crate::values::country::Country;
use crate::working::answer::Verdict;
use crate::working::reckon::work;
use crate::working::sheet::Sheet;
use crate::working::{Entered, Of};
use said::UseRow;
use std::sync::Arc;

pub struct UseCheck;

/// What people mean to do with a program.
const USES: &[&str] = &[
    "current_use",
    "planned_use",
    "unpaid_use",
    "use_abroad",
    "own_staff_and_contractors",
    "affiliate_or_other_person",
    "copies_with_notices",
    "copies_without_notices",
    "rent_or_lease",
    "host_for_others",
    "reverse_engineer",
    "separate_components",
    "high_risk",
    "supporting_with_principal",
    "supporting_alone",
    "install_update",
    "replaced_version",
    "sublicense",
    "transfer",
    "after_termination",
    "link_other_programs",
    "content_across_borders",
    "export",
    "tangible_delivery",
    "persons_informed",
    "persons_not_informed",
    "guidance_as_advice",
];

/// Who may permit what the licence bars.
const PERMISSIONS: &[&str] = &["nothing", "unsure", "mandatory_law", "transaction_document", "ibm"];

const COUNTED: Option<Condition> = Some(Condition::In("intended_use", &["current_use", "planned_use"], USES));
const ABROAD: Option<Condition> = Some(Condition::In("intended_use", &["use_abroad"], USES));
const PERMITTABLE: Option<Condition> = Some(Condition::In(
    "intended_use",
    &[
        "use_abroad",
        "affiliate_or_other_person",
        "rent_or_lease",
        "host_for_others",
        "reverse_engineer",
        "sublicense",
        "transfer",
    ],
    USES,
));

fields! {
    pub struct Options {
        country: Entered<Country>,
    }
}

fields! {
    pub struct Line {
        intended_use: Key { kind: Kind::Choice(Choices::Fixed(USES)) },
        entitled: Option<Entered<Count>> { kind: Kind::Count((0, COUNT.1)), required: true, only_if: COUNTED },
        copies: Option<Entered<Count>> { kind: Kind::Count((0, COUNT.1)), required: true, only_if: COUNTED },
        used_in: Option<Entered<Country>> { required: true, only_if: ABROAD },
        permitted_by: Option<Entered<Key>> {
            kind: Kind::Choice(Choices::Fixed(PERMISSIONS)),
            only_if: PERMITTABLE,
            default: Some(Fallback::Key("nothing")),
        },
    }
}

terms! {
    pub struct Terms {
        transaction_document_first: Rule,
        country_of_acquisition: Rule,
        named_countries: ByCountry,
        country_readings: ByCountry,
        intended_uses: Table,
        own_territory: ByCountry,
        use_notes: ByCountry,
    }
}

choice! {
    /// Whether a use is permitted.
    pub enum Standing {
        Eligible = "eligible",
        Refer = "refer",
        Ineligible = "ineligible",
    }
}

answers! {
    figure {
        barred: i64,
        on_conditions: i64,
        permitted: i64,
    }
    line {
        intended_use: Arc<str> { kind: Shown::Choice(USES), echoed: true, shown: true },
        excess: Option<i64>,
        verdict: Standing { judges: true },
    }
    between {
        /// Whether who is said to permit the use can.
        lifted: bool,
        /// Whether it stays open that they can.
        left_open: bool,
        /// What the use comes to by who permits it.
        by_permission: Standing,
    }
    reason {
        AcquireBeforeUse = "acquire_before_use",
        AskYourOwnExperts = "ask_your_own_experts",
        ComplyWithExportLaw = "comply_with_export_law",
        ComponentsStayTogether = "components_stay_together",
        ContentMayCrossBorders = "content_may_cross_borders",
        CopiesCarryNotices = "copies_carry_notices",
        CopiesNeedNotices = "copies_need_notices",
        CountryNotNamed = "country_not_named",
        DeliveredToTheCarrier = "delivered_to_the_carrier",
        DestroyCopies = "destroy_copies",
        DocumentPermits = "document_permits",
        ForYouAndOnYourBehalf = "for_you_and_on_your_behalf",
        IbmPermits = "ibm_permits",
        LawPermits = "law_permits",
        MayBePermitted = "may_be_permitted",
        MoreThanEntitled = "more_than_entitled",
        NewTermsAccepted = "new_terms_accepted",
        NoReverseEngineering = "no_reverse_engineering",
        NoTransfer = "no_transfer",
        NotAmongTheUsers = "not_among_the_users",
        NotForRent = "not_for_rent",
        NotForThirdParties = "not_for_third_parties",
        NotWhereFailureHarms = "not_where_failure_harms",
        OnlyThisCountry = "only_this_country",
        OnlyToSupportThePrincipal = "only_to_support_the_principal",
        OnlyWhereAcquired = "only_where_acquired",
        PayBeforeUse = "pay_before_use",
        PersonsComeFirst = "persons_come_first",
        PersonsHaveBeenInformed = "persons_have_been_informed",
        StopUsingTheReplaced = "stop_using_the_replaced",
        SupportsThePrincipal = "supports_the_principal",
        ThirdPartyTermsAccepted = "third_party_terms_accepted",
        UsedWhereAcquired = "used_where_acquired",
        WithinEntitlement = "within_entitlement",
    }
    assumption {
        ConsentNeedsTerms = "consent_needs_terms",
        LawExceptionNamesTransfers = "law_exception_names_transfers",
        ListedInParts = "listed_in_parts",
        MetricNotStated = "metric_not_stated",
        NameMayMeanTwoCountries = "name_may_mean_two_countries",
        OneTerritoryUnderTwoNames = "one_territory_under_two_names",
        SaintLuciaUnderAnotherName = "saint_lucia_under_another_name",
        TerritoryWordsInTheThirdSentence = "territory_words_in_the_third_sentence",
        UsersNamedAreAll = "users_named_are_all",
    }
    warning {
        AdditionalRightsForAFee = "additional_rights_for_a_fee",
        CountryOfAcquisitionDecides = "country_of_acquisition_decides",
        JapaneseExportLaw = "japanese_export_law",
        OldVersionStops = "old_version_stops",
        SomeTermsOutlive = "some_terms_outlive",
        TransactionDocumentDecides = "transaction_document_decides",
    }
}

/// What a use comes to, under the clause that says so.
pub struct Priced<'a> {
    verdict: Option<Of<'a, Standing>>,
}

impl ByLine for UseCheck {
    const ABOUT: About = About {
        name: "use_check",
        pack: "ibm-ilan",
        rules: &[
            "ILAN-01", "ILAN-03", "ILAN-04", "ILAN-06", "ILAN-07", "ILAN-08", "ILAN-23", "ILAN-24", "ILAN-25",
            "ILAN-27", "ILAN-46", "ILAN-83", "ILAN-86", "ILAN-87", "ILAN-88", "ILAN-91", "ILAN-93", "ILAN-96",
            "ILAN-100",
        ],
        verdicts: &["eligible", "refer", "ineligible"],
        headline: "barred",
        rows_by: Some(RowsBy { key: "verdict", day: None }),
        columns: &[UseRow::COLUMNS],
        onward: r#"[
            {"to":"true_up","fields":{"country":"country"},"lines":{"from":"lines","to":"lines","fields":{"entitled":"entitled","deployed":"copies"},"only":[{"of":"intended_use","in":["current_use"]},{"of":"answer.excess","above":"0"}]}}
        ]"#,
        example: r#"{"calculator":"use_check","as_of":"2026-11-21","input":{"country":"TW","lines":[
            {"intended_use":"current_use","entitled":50,"copies":62},
            {"intended_use":"use_abroad","used_in":"JP","permitted_by":"ibm"},
            {"intended_use":"host_for_others","permitted_by":"unsure"},
            {"intended_use":"install_update"}]}}"#,
        ..out::ABOUT
    };

    type Options = Options;
    type Line = Line;
    type Terms = Terms;
    type Priced<'a> = Priced<'a>;

    fn contradiction(terms: &Terms, pack: &Pack) -> Contradiction {
        said::contradiction(terms, pack)
    }

    fn price<'a>(ask: &Ask<'a, Terms, Options>, line: &'a Line, sheet: &mut Sheet) -> Priced<'a> {
        // Every use has its row: packs that lack one are refused.
        let found = ask.terms.intended_uses.row_by::<UseRow>("intended_use", &line.intended_use.0);
        sheet.show(&out::line::intended_use, line.intended_use.0.clone());
        Priced { verdict: found.map(|found| judge::judge(ask, line, &found, sheet)) }
    }

    fn total<'a>(ask: &Ask<'a, Terms, Options>, priced: &[Priced<'a>], sheet: &mut Sheet) {
        let acquired = acquired_in!(ask.terms, ask.request.country.value, sheet);
        let clause_of = |standing| {
            let mut verdicts = priced.iter().filter_map(|line| line.verdict);
            let first = verdicts.find(|verdict| verdict.value == standing);
            first.map_or(ask.terms.intended_uses.clause(), |verdict| verdict.clause())
        };
        let (no, open, yes) = (Standing::Ineligible, Standing::Refer, Standing::Eligible);
        work!(sheet, figure barred = exact(count_of(verdict of priced, Standing::Ineligible)), by clause_of(no));
        work!(sheet, figure on_conditions = exact(count_of(verdict of priced, Standing::Refer)), by clause_of(open));
        work!(sheet, figure permitted = exact(count_of(verdict of priced, Standing::Eligible)), by clause_of(yes));
        sheet.verdict(match (acquired.is_ambiguous, barred.value, on_conditions.value) {
            (false, 1.., _) => Verdict::Ineligible,
            (true, ..) | (_, _, 1..) => Verdict::Refer,
            _ => Verdict::Eligible,
        });
    }
}
