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

use super::licence::ground;
use super::{About, Case, Contradiction, Output, OutputKind as Shown, Whole, below_one};
use crate::answer::Verdict;
use crate::country::Country;
use crate::form::{Choices, Condition, Count, Default, Key, Kind, Unit, choice, fields};
use crate::money::{Money, Overflow, Rate};
use crate::sheet::Sheet;
use crate::terms::{ByCountry, CountryRow, Dollars, Keys, Pack, Rule, terms};
use extent::{DAMAGES, EXTENTS, GROUNDS, REMEDIES};

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
        paid_once: Option<Money> { required: true, only_if: ONCE },
        monthly_charge: Option<Money> { required: true, only_if: RECURRING },
        months_paid: Option<Count> { required: true, only_if: RECURRING, unit: Some(Unit::Months) },
        /// A twelfth of it is no amount of money, so a charge by the year is taken whole.
        yearly_charge: Option<Money> { required: true, only_if: YEARLY },
        years_paid: Option<Count> { required: true, only_if: YEARLY, unit: Some(Unit::Years) },
        /// Units of the request's currency for one dollar and for one euro: the text names no rates.
        usd_rate: Option<Rate> { required: true, only_if: Some(Condition::CurrencyIsNot("USD")) },
        eur_rate: Option<Rate> { required: true, only_if: EURO_FLOOR },
        damage: Option<Key> {
            kind: Kind::Choice(Choices::Fixed(DAMAGES)),
            default: Some(Default::Key("direct")),
        },
        ground: Option<Key> {
            kind: Kind::Choice(Choices::Fixed(GROUNDS)),
            default: Some(Default::Key("ordinary")),
        },
        /// All claims together.
        claimed: Option<Money>,
    }
}

terms! {
    pub struct Terms {
        transaction_document_first: Rule,
        country_of_acquisition: Rule,
        named_countries: ByCountry,
        country_readings: ByCountry,
        cap_usd: Dollars,
        recurring_months: i64,
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
        losses: &[],
        beside: &[],
        figures: &[
            Output::always("paid_counted", Shown::Money),
            Output::always("dollar_limb", Shown::Money),
            Output::sometimes("euro_limb", Shown::Money),
            Output::always("paid_limb", Shown::Money),
            Output::always("cap", Shown::Money),
            Output::always("decided_by", Shown::Choice(&["dollars", "euros", "paid", "equal"])),
            Output::always("extent", Shown::Choice(EXTENTS)),
            Output::sometimes("recoverable", Shown::Money),
            Output::sometimes("not_recoverable", Shown::Money),
            Output::always("uncapped", Shown::List(&[Output::always("ground", Shown::Choice(GROUNDS))])),
            Output::sometimes("remedies", Shown::List(&[Output::always("remedy", Shown::Choice(REMEDIES))])),
        ],
        dates: &[],
        line: &[Output::always("damage", Shown::Choice(DAMAGES)), Output::always("excluded", Shown::Flag)],
        reasons: &[
            "actual_and_proven_damages",
            "all_consequential_damages",
            "cap_on_any_legal_basis",
            "country_not_named",
            "damage_excluded",
            "damage_excluded_here",
            "direct_damages_only",
            "euro_floor",
            "foreseeable_damages_agreed",
            "german_kinds_uncapped",
            "list_of_damages_replaced",
            "lifted_for_intent_and_gross_negligence",
            "moral_damages_too",
            "mandatory_law_replaced",
            "no_cap_on_this",
            "not_answered_for",
            "nothing_paid",
            "partners_answer_alone",
            "repair_or_replacement",
            "share_of_what_was_paid",
            "waived_benefits_too",
        ],
        assumptions: &[
            "cap_rounded_once",
            "dollar_limb_stays",
            "euros_converted",
            "exchange_day_not_stated",
            "insertion_splits_a_term",
            "listed_in_parts",
            "months_before_the_claim",
            "name_may_mean_two_countries",
            "not_named_may_be_indirect",
            "once_and_recurring_add_up",
            "one_territory_under_two_names",
            "only_the_cap_is_lifted",
            "quoted_words_differ",
            "saint_lucia_under_another_name",
            "share_of_at_most_twelve_months",
            "title_guarantee_left_open",
        ],
        warnings: &[
            "affiliates_share_the_limit",
            "all_claims_together",
            "consumer_law_preserved",
            "country_of_acquisition_decides",
            "law_may_forbid_limits",
            "no_warranty",
            "rest_stays_in_force",
            "sole_remedy",
            "transaction_document_decides",
        ],
        example: r#"{"calculator":"liability","as_of":"2026-11-21","currency":"EUR","input":{"country":"DE","payment":"recurring",
            "monthly_charge":"45000.00","months_paid":30,"usd_rate":"0.92","damage":"direct","ground":"ordinary","claimed":"700000.00"}}"#,
    };

    type Request = Request;
    type Terms = Terms;

    fn contradiction(terms: &Terms, _: &Pack) -> Contradiction {
        let amounts = |rows: &ByCountry, column: &str| {
            rows.is_one_for_each() && rows.0.iter().all(|row| row.count(column).is_some_and(|count| count > 0))
        };
        if !amounts(terms.cap_floor.value(), "eur") {
            Some(("values.cap_floor", "expected one row a country, each with eur above 0"))
        } else if !amounts(terms.paid_percent.value(), "percent") {
            Some(("values.paid_percent", "expected one row a country, each with percent above 0"))
        } else if !terms.liability_notes.value().0.iter().all(|row| reason_of(row).or(warning_of(row)).is_some()) {
            Some(("values.liability_notes", "names no reason and no warning that there is"))
        } else {
            below_one(&[("values.recurring_months", &terms.recurring_months)]).or_else(|| extent::contradiction(terms))
        }
    }

    fn answer(case: &Case, terms: &Terms, request: &Request, sheet: &mut Sheet) -> Result<(), Overflow> {
        let acquired = ground!(terms).acquired_in(request.country, sheet);
        let cap = cap::write(case, terms, request, acquired.country, sheet)?;
        extent::write(case, terms, request, acquired.country, &cap, sheet)?;
        for row in terms.liability_notes.value().all_of(acquired.country) {
            write_reason(row, sheet);
            if let Some(code) = warning_of(row) {
                sheet.warning(code, &row.clause);
            }
        }
        sheet.warning("all_claims_together", terms.cap_usd.clause());
        sheet.warning("affiliates_share_the_limit", terms.affiliates_too.clause());
        sheet.warning("no_warranty", terms.no_warranty.clause());
        if acquired.is_ambiguous {
            sheet.verdict(Verdict::Refer);
        }
        Ok(())
    }
}

/// The reason that a row of a country names, as it is known here.
fn reason_of(row: &CountryRow) -> Option<&'static str> {
    let code = row.text("reason")?;
    Liability::ABOUT.reasons.iter().find(|known| **known == code).copied()
}

/// The same for a warning.
fn warning_of(row: &CountryRow) -> Option<&'static str> {
    let code = row.text("warning")?;
    Liability::ABOUT.warnings.iter().find(|known| **known == code).copied()
}

fn write_reason(row: &CountryRow, sheet: &mut Sheet) {
    if let Some(code) = reason_of(row) {
        sheet.reason(code, &row.clause);
    }
}
