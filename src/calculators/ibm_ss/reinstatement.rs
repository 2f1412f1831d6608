//! What it costs to come back after support has lapsed.
//!
//! Out come, for each line, the reinstatement fee in the request's currency, rounded half up, what
//! it saves against a new licence and how it compares with having renewed. The length of the lapse
//! costs nothing (IBM-SS-08) and is shown only because everybody expects it to.
//! Rules: IBM-SS-07 (after the last covered day), 08 (no back payment), 09 (about 60 % of a new
//! licence), 10 (five families), 11 (what it includes), 12 (the latest version, without a new licence), D1
//! (years of renewal fees that it equals).

use crate::calculators::declared::answers;
use crate::calculators::{About, Ask, ByLine, Contradiction, OutputKind as Shown, RowsBy};
use crate::form::{Choices, Count, Fallback, Key, Kind, Text, fields};
use crate::terms::{Keys, Pack, Rule, terms};
use crate::values::dates::{Date, TimeOfDay};
use crate::values::figure::Figure;
use crate::values::money::{Money, Percent, Ratio};
use crate::working::answer::Verdict;
use crate::working::reckon::work;
use crate::working::sheet::Sheet;
use crate::working::{Entered, Of};
use std::sync::Arc;

pub struct Reinstatement;

fields! {
    pub struct Options {
        tax_percent: Option<Entered<Percent>>,
        /// The vendor's own percentage, where the visitor has one in hand.
        rate_percent: Option<Entered<Percent>> { default: Some(Fallback::Term("rate_percent")) },
    }
}

/// The choice for whatever the programme does not list.
const UNLISTED: &str = "other";
pub const FAMILIES: Kind = Kind::Choice(Choices::Listed("listed_families", UNLISTED));

fields! {
    /// Licences of one kind whose support ran out on the same day.
    pub struct Line {
        part: Option<Text>,
        family: Key { kind: FAMILIES },
        quantity: Entered<Count>,
        /// For one.
        new_licence_price: Entered<Money>,
        /// The last covered day.
        covered_until: Entered<Date>,
        /// For twelve months of one.
        annual_price: Option<Entered<Money>>,
    }
}

terms! {
    pub struct Terms {
        rate_percent: Percent,
        listed_families: Keys,
        lapse: Rule,
        no_back_payment: Rule,
        hotline_opens: TimeOfDay,
        hotline_closes: TimeOfDay,
        latest_version: Rule,
        years_of_fees: Rule,
    }
}

/// The decimals of a number of years.
const YEARS_DECIMALS: u32 = 2;

answers! {
    figure {
        reinstatement: Money { paid: true },
        new_licence: Money { paid: true },
        saving: Money,
        back_payment: Money,
        tax: Option<Money>,
        gross: Option<Money> { paid: true },
    }
    line {
        part: Option<Arc<str>> { shown: true },
        verdict: &'static str { kind: Shown::Choice(&["eligible", "refer", "ineligible"]), judges: true, shown: true },
        reinstatement: Option<Money>,
        new_licence: Option<Money>,
        saving: Option<Money>,
        back_payment: Option<Money>,
        lapsed_days: Option<i64> { unit: Some(Unit::Days) },
        renewal: Option<Money>,
        premium: Option<Money>,
        break_even_years: Option<Ratio<YEARS_DECIMALS>> { unit: Some(Unit::Years) },
    }
    reason {
        FamilyNotListed = "family_not_listed",
        LatestVersionEitherWay = "latest_version_either_way",
        ReinstatementIncludes = "reinstatement_includes" { hotline_opens: TimeOfDay, hotline_closes: TimeOfDay },
        StillCovered = "still_covered",
    }
    assumption {
        ApproximateRate = "approximate_rate",
        CoverageLengthNotStated = "coverage_length_not_stated",
        NewerVersionIsNeeded = "newer_version_is_needed",
        RoundingNotStated = "rounding_not_stated",
        TaxNotInText = "tax_not_in_text",
        YearsAsFees = "years_as_fees",
    }
    warning {
        NotDearerThanRenewal = "not_dearer_than_renewal",
    }
}

/// What the totals need of a line that has amounts.
pub struct Amounts<'a> {
    reinstatement: Of<'a, Money>,
    new_licence: Of<'a, Money>,
    saving: Of<'a, Money>,
    back_payment: Of<'a, Money>,
    is_listed: bool,
}

impl ByLine for Reinstatement {
    const ABOUT: About = About {
        name: "reinstatement",
        pack: "ibm-ss",
        money: true,
        rules: &["IBM-SS-07", "IBM-SS-08", "IBM-SS-09", "IBM-SS-10", "IBM-SS-11", "IBM-SS-12", "IBM-SS-D1"],
        verdicts: &["eligible", "refer", "ineligible"],
        headline: "reinstatement",
        rows_by: Some(RowsBy { key: "verdict", day: Some("covered_until") }),
        onward: r#"[
            {"to":"renewal","fields":{"tax_percent":"tax_percent"},"lines":{"from":"lines","to":"lines","fields":{"part":"part","quantity":"quantity","annual_price":"annual_price","covered_until":"covered_until"},"only":[{"of":"answer.verdict","in":["ineligible"]}]}},
            {"to":"compare","fields":{"tax_percent":"tax_percent","rate_percent":"rate_percent"},"lines":{"from":"lines","to":"","fields":{"family":"family","new_licence_price":"new_licence_price","quantity":"quantity","annual_price":"annual_price","covered_until":"covered_until"},"only":[{"of":"answer.verdict","not_in":["ineligible"]}]}}
        ]"#,
        example: r#"{"calculator":"reinstatement","as_of":"2026-11-21","currency":"TWD","minor_units":0,"input":{"tax_percent":"5","lines":[
            {"part":"WebSphere Application Server","family":"websphere","quantity":10,"new_licence_price":"180000","covered_until":"2024-06-30","annual_price":"36000"}]}}"#,
        ..out::ABOUT
    };

    type Options = Options;
    type Line = Line;
    type Terms = Terms;
    type Priced<'a> = Option<Amounts<'a>>;

    fn contradiction(terms: &Terms, _: &Pack) -> Contradiction {
        lists_the_unlisted(terms.listed_families.value()).or_else(|| {
            let is_reversed = terms.hotline_closes.value() <= terms.hotline_opens.value();
            is_reversed.then_some(("values.hotline_closes", "expected a time after hotline_opens"))
        })
    }

    fn price<'a>(ask: &Ask<'a, Terms, Options>, line: &'a Line, sheet: &mut Sheet) -> Option<Amounts<'a>> {
        let terms = ask.terms;
        // Support that has not run out is renewed; there is nothing to reinstate, nor to compute.
        if ask.as_of.value <= line.covered_until.value {
            sheet.show(&out::line::verdict, Verdict::Ineligible.name());
            sheet.reason(Reason::StillCovered, terms.lapse.clause());
            return None;
        }
        let is_listed = terms.listed_families.value().contains(&line.family.0);
        if let Some(part) = &line.part {
            sheet.show(&out::line::part, part.0.clone());
        }
        let verdict = if is_listed { Verdict::Eligible } else { Verdict::Refer };
        sheet.show(&out::line::verdict, verdict.name());
        if !is_listed {
            sheet.reason(Reason::FamilyNotListed, terms.listed_families.clause());
        }
        let amounts = write_amounts(ask, line, is_listed, sheet);
        if let Some(annual_price) = line.annual_price {
            write_comparison(terms, line.quantity, annual_price, amounts.reinstatement, sheet);
        }
        Some(amounts)
    }

    fn total<'a>(ask: &Ask<'a, Terms, Options>, priced: &[Option<Amounts<'a>>], sheet: &mut Sheet) {
        let (terms, options) = (ask.terms, ask.request);
        let rate = terms.rate_percent.clause();
        let with_amounts: Vec<&Amounts> = priced.iter().flatten().collect();
        work!(sheet, figure reinstatement = exact(sum(reinstatement of with_amounts)), by rate);
        work!(sheet, figure new_licence = exact(sum(new_licence of with_amounts)), by rate);
        work!(sheet, figure saving = exact(sum(saving of with_amounts)), by rate);
        work!(sheet, figure back_payment = exact(sum(back_payment of with_amounts)), by terms.no_back_payment);
        if let Some(tax_percent) = options.tax_percent {
            work!(sheet, figure tax = half_up(reinstatement * tax_percent), by rate);
            work!(sheet, figure gross = exact(reinstatement + tax), by rate);
            sheet.assumption(Assumption::TaxNotInText, rate);
        }

        // The text says "about"; the vendor's own figure is not about anything.
        if options.rate_percent.is_none() {
            sheet.assumption(Assumption::ApproximateRate, rate);
        }
        sheet.assumption(Assumption::CoverageLengthNotStated, rate);
        if with_amounts.iter().any(|line| !line.reinstatement.is_exact) {
            sheet.assumption(Assumption::RoundingNotStated, rate);
        }
        if !with_amounts.is_empty() {
            write_included(terms, sheet);
        }
        let all_listed = with_amounts.len() == priced.len() && with_amounts.iter().all(|line| line.is_listed);
        sheet.verdict(match with_amounts.len() {
            0 => Verdict::Ineligible,
            _ if all_listed => Verdict::Eligible,
            _ => Verdict::Refer,
        });
    }
}

/// The key for families not listed cannot be listed itself.
pub fn lists_the_unlisted(families: &Keys) -> Contradiction {
    let is_doubtful = families.contains(UNLISTED);
    is_doubtful.then_some(("values.listed_families", "lists the key that stands for families not listed"))
}

/// What a reinstatement brings, and whom it is for.
fn write_included(terms: &Terms, sheet: &mut Sheet) {
    let hours = vec![
        ("hotline_opens", Figure::from(*terms.hotline_opens.value()).into()),
        ("hotline_closes", Figure::from(*terms.hotline_closes.value()).into()),
    ];
    sheet.reason_with(Reason::ReinstatementIncludes, hours, terms.hotline_opens.clause());
    sheet.reason(Reason::LatestVersionEitherWay, terms.latest_version.clause());
    // The programme is for users who need a newer version now; whether that is a condition is left open.
    sheet.assumption(Assumption::NewerVersionIsNeeded, terms.listed_families.clause());
}

fn write_amounts<'a>(ask: &Ask<'a, Terms, Options>, line: &Line, is_listed: bool, sheet: &mut Sheet) -> Amounts<'a> {
    let terms = ask.terms;
    let rate = terms.rate_percent.clause();
    let rate_percent = ask.request.rate_percent.map_or(terms.rate_percent.named(), |own| own.by(rate));
    work!(sheet, line reinstatement = half_up(line.quantity * line.new_licence_price * rate_percent), by rate);
    work!(sheet, line new_licence = exact(line.quantity * line.new_licence_price), by rate);
    work!(sheet, line saving = exact(new_licence - reinstatement), by rate);
    work!(sheet, line lapsed_days = exact(days(line.covered_until, ask.as_of)), by terms.lapse);
    // However long the lapse was, it costs nothing.
    work!(sheet, line back_payment = exact(0), by terms.no_back_payment);
    Amounts { reinstatement, new_licence, saving, back_payment, is_listed }
}

/// Against what a year of renewal would have cost.
fn write_comparison(
    terms: &Terms,
    quantity: Entered<Count>,
    annual_price: Entered<Money>,
    reinstatement: Of<'_, Money>,
    sheet: &mut Sheet,
) {
    work!(sheet, line renewal = exact(quantity * annual_price), by terms.lapse);
    work!(sheet, line premium = exact(reinstatement - renewal), by terms.lapse);
    work!(sheet, line break_even_years = half_up(reinstatement / renewal), by terms.years_of_fees);
    // Counted in yearly fees; whether the fee itself buys a year of cover is not said.
    sheet.assumption(Assumption::YearsAsFees, terms.years_of_fees.clause());
    if !premium.value.is_positive() {
        sheet.warning(Warning::NotDearerThanRenewal, terms.lapse.clause());
    }
}
