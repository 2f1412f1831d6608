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

use super::licence::ground;
use super::{About, ByLine, Case, Contradiction, Output, OutputKind as Shown};
use crate::answer::Verdict;
use crate::clause::ClauseId;
use crate::country::Country;
use crate::form::{Choices, Condition, Count, Default, Key, Kind, fields};
use crate::money::{OrOverflow, Overflow};
use crate::refusal::bounds::COUNT;
use crate::sheet::{Sheet, Working};
use crate::terms::{ByCountry, Pack, Rule, Table, terms};
use judge::{Use, judge};

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
        country: Country,
    }
}

fields! {
    pub struct Line {
        intended_use: Key { kind: Kind::Choice(Choices::Fixed(USES)) },
        entitled: Option<Count> { kind: Kind::Count((0, COUNT.1)), required: true, only_if: COUNTED },
        copies: Option<Count> { kind: Kind::Count((0, COUNT.1)), required: true, only_if: COUNTED },
        used_in: Option<Country> { required: true, only_if: ABROAD },
        permitted_by: Option<Key> {
            kind: Kind::Choice(Choices::Fixed(PERMISSIONS)),
            only_if: PERMITTABLE,
            default: Some(Default::Key("nothing")),
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

/// What a use comes to, and the clause that says so.
pub struct Priced {
    verdict: Verdict,
    clause: ClauseId,
}

impl ByLine for UseCheck {
    const ABOUT: About = About {
        name: "use_check",
        pack: "ibm-ilan",
        money: false,
        rules: &[
            "ILAN-01", "ILAN-03", "ILAN-04", "ILAN-06", "ILAN-07", "ILAN-08", "ILAN-23", "ILAN-24", "ILAN-25",
            "ILAN-27", "ILAN-46", "ILAN-83", "ILAN-86", "ILAN-87", "ILAN-88", "ILAN-91", "ILAN-93", "ILAN-96",
            "ILAN-100",
        ],
        verdicts: &["eligible", "refer", "ineligible"],
        headline: "barred",
        losses: &[],
        beside: &[],
        figures: &[
            Output::always("barred", Shown::Count),
            Output::always("on_conditions", Shown::Count),
            Output::always("permitted", Shown::Count),
        ],
        dates: &[],
        line: &[
            Output::always("intended_use", Shown::Choice(USES)).echoed(),
            Output::sometimes("excess", Shown::Count),
            Output::always("verdict", Shown::Choice(&["eligible", "refer", "ineligible"])),
        ],
        reasons: &[
            "acquire_before_use",
            "ask_your_own_experts",
            "comply_with_export_law",
            "components_stay_together",
            "content_may_cross_borders",
            "copies_carry_notices",
            "copies_need_notices",
            "country_not_named",
            "delivered_to_the_carrier",
            "destroy_copies",
            "document_permits",
            "for_you_and_on_your_behalf",
            "ibm_permits",
            "law_permits",
            "may_be_permitted",
            "more_than_entitled",
            "new_terms_accepted",
            "no_reverse_engineering",
            "no_transfer",
            "not_among_the_users",
            "not_for_rent",
            "not_for_third_parties",
            "not_where_failure_harms",
            "only_this_country",
            "only_to_support_the_principal",
            "only_where_acquired",
            "pay_before_use",
            "persons_come_first",
            "persons_have_been_informed",
            "stop_using_the_replaced",
            "supports_the_principal",
            "third_party_terms_accepted",
            "used_where_acquired",
            "within_entitlement",
        ],
        assumptions: &[
            "consent_needs_terms",
            "law_exception_names_transfers",
            "listed_in_parts",
            "metric_not_stated",
            "name_may_mean_two_countries",
            "one_territory_under_two_names",
            "saint_lucia_under_another_name",
            "territory_words_in_the_third_sentence",
            "users_named_are_all",
        ],
        warnings: &[
            "additional_rights_for_a_fee",
            "country_of_acquisition_decides",
            "japanese_export_law",
            "old_version_stops",
            "some_terms_outlive",
            "transaction_document_decides",
        ],
        example: r#"{"calculator":"use_check","as_of":"2026-11-21","input":{"country":"TW","lines":[
            {"intended_use":"current_use","entitled":50,"copies":62},
            {"intended_use":"use_abroad","used_in":"JP","permitted_by":"ibm"},
            {"intended_use":"host_for_others","permitted_by":"unsure"},
            {"intended_use":"install_update"}]}}"#,
    };

    type Options = Options;
    type Line = Line;
    type Terms = Terms;
    type Priced = Priced;

    fn contradiction(terms: &Terms, pack: &Pack) -> Contradiction {
        const PLACE: &str = "values.intended_uses";
        let uses: Vec<Use<'_>> = terms.intended_uses.value().0.iter().filter_map(Use::read).collect();
        if uses.len() < terms.intended_uses.value().0.len() {
            Some((PLACE, "expected intended_use, verdict, reason and clause in every row, and codes that there are"))
        } else if !USES.iter().all(|key| uses.iter().filter(|each| each.key == *key).count() == 1) {
            Some((PLACE, "expected each use once"))
        } else if !terms.own_territory.value().is_one_for_each() {
            Some(("values.own_territory", "expected one row a country"))
        } else if !uses.iter().all(|each| each.clauses().all(|clause| pack.has_clause(clause))) {
            Some((PLACE, "names a clause that the pack does not have"))
        } else if !terms.use_notes.value().0.iter().all(judge::is_note) {
            Some(("values.use_notes", "expected a use and a warning that there are in every row"))
        } else {
            None
        }
    }

    fn price(_: &Case, terms: &Terms, options: &Options, line: &Line, sheet: &mut Sheet) -> Result<Priced, Overflow> {
        let row = terms.intended_uses.value().row("intended_use", &line.intended_use.0).and_then(Use::read);
        let found = row.or_overflow("intended_use")?;
        sheet.echo("intended_use", found.key);
        let verdict = judge(terms, options, line, &found, sheet);
        sheet.echo("verdict", verdict.name());
        Ok(Priced { verdict, clause: found.clause })
    }

    fn total(_: &Case, terms: &Terms, options: &Options, priced: &[Priced], sheet: &mut Sheet) -> Result<(), Overflow> {
        let acquired = ground!(terms).acquired_in(options.country, sheet);
        let all = terms.intended_uses.clause();
        let mut count = |name, verdict| {
            let mut such = priced.iter().filter(|line| line.verdict == verdict).peekable();
            let clause = such.peek().map_or(all, |line| &line.clause);
            let count = i64::try_from(such.count()).unwrap_or(i64::MAX);
            sheet.figure(name, count, Working::exact("entries_of(verdict)", clause));
            count > 0
        };
        let is_barred = count("barred", Verdict::Ineligible);
        let is_open = count("on_conditions", Verdict::Refer);
        count("permitted", Verdict::Eligible);
        sheet.verdict(match (acquired.is_ambiguous, is_barred, is_open) {
            (false, true, _) => Verdict::Ineligible,
            (true, ..) | (_, _, true) => Verdict::Refer,
            _ => Verdict::Eligible,
        });
        Ok(())
    }
}
