//! What it costs to come back after support has lapsed.
//!
//! Out come, for each line, the reinstatement fee in the request's currency, rounded half up, what
//! it saves against a new licence and how it compares with having renewed. The length of the lapse
//! costs nothing (IBM-SS-08) and is shown only because everybody expects it to.
//! Rules: IBM-SS-07 (after the last covered day), 08 (no back payment), 09 (about 60 % of a new
//! licence), 10 (five families), 11 (what it includes), 12 (the latest version, without a new licence), D1
//! (years of renewal fees that it equals).

use super::{About, ByLine, Case, Contradiction, Output, OutputKind as Shown};
use crate::answer::Verdict;
use crate::dates::{Date, TimeOfDay};
use crate::figure::Figure;
use crate::form::{Choices, Count, Default, Key, Kind, Text, fields};
use crate::money::{Money, OrOverflow, Overflow, Percent, Rounding};
use crate::sheet::{Sheet, Working};
use crate::terms::{Keys, Pack, Rule, terms};

pub struct Reinstatement;

fields! {
    pub struct Options {
        tax_percent: Option<Percent>,
        /// The vendor's own percentage, where the visitor has one in hand.
        rate_percent: Option<Percent> { default: Some(Default::Term("rate_percent")) },
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
        quantity: Count,
        /// For one.
        new_licence_price: Money,
        /// The last covered day.
        covered_until: Date,
        /// For twelve months of one.
        annual_price: Option<Money>,
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

/// What the totals need of a line that has amounts.
pub struct Priced(Option<Amounts>);

struct Amounts {
    reinstatement: Money,
    new_licence: Money,
    saving: Money,
    back_payment: Money,
    is_listed: bool,
    is_exact: bool,
}

/// The decimals of a number of years.
const YEARS_DECIMALS: u32 = 2;

impl ByLine for Reinstatement {
    const ABOUT: About = About {
        name: "reinstatement",
        pack: "ibm-ss",
        money: true,
        rules: &["IBM-SS-07", "IBM-SS-08", "IBM-SS-09", "IBM-SS-10", "IBM-SS-11", "IBM-SS-12", "IBM-SS-D1"],
        verdicts: &["eligible", "refer", "ineligible"],
        headline: "reinstatement",
        losses: &[],
        beside: &[],
        figures: &[
            Output::always("reinstatement", Shown::Money),
            Output::always("new_licence", Shown::Money),
            Output::always("saving", Shown::Money),
            Output::always("back_payment", Shown::Money),
            Output::sometimes("tax", Shown::Money),
            Output::sometimes("gross", Shown::Money),
        ],
        dates: &[],
        line: &[
            Output::sometimes("part", Shown::Text),
            Output::always("verdict", Shown::Choice(&["eligible", "refer", "ineligible"])),
            Output::sometimes("reinstatement", Shown::Money),
            Output::sometimes("new_licence", Shown::Money),
            Output::sometimes("saving", Shown::Money),
            Output::sometimes("back_payment", Shown::Money),
            Output::sometimes("lapsed_days", Shown::Count),
            Output::sometimes("renewal", Shown::Money),
            Output::sometimes("premium", Shown::Money),
            Output::sometimes("break_even_years", Shown::Ratio),
        ],
        reasons: &["family_not_listed", "latest_version_either_way", "reinstatement_includes", "still_covered"],
        assumptions: &[
            "approximate_rate",
            "coverage_length_not_stated",
            "newer_version_is_needed",
            "rounding_not_stated",
            "tax_not_in_text",
            "years_as_fees",
        ],
        warnings: &["not_dearer_than_renewal"],
        example: r#"{"calculator":"reinstatement","as_of":"2026-11-21","currency":"TWD","minor_units":0,"input":{"tax_percent":"5","lines":[
            {"part":"WebSphere Application Server","family":"websphere","quantity":10,"new_licence_price":"180000","covered_until":"2024-06-30","annual_price":"36000"}]}}"#,
    };

    type Options = Options;
    type Line = Line;
    type Terms = Terms;
    type Priced = Priced;

    fn contradiction(terms: &Terms, _: &Pack) -> Contradiction {
        lists_the_unlisted(terms.listed_families.value()).or_else(|| {
            let is_reversed = terms.hotline_closes.value() <= terms.hotline_opens.value();
            is_reversed.then_some(("values.hotline_closes", "expected a time after hotline_opens"))
        })
    }

    fn price(
        case: &Case,
        terms: &Terms,
        options: &Options,
        line: &Line,
        sheet: &mut Sheet,
    ) -> Result<Priced, Overflow> {
        // Support that has not run out is renewed; there is nothing to reinstate, nor to compute.
        if case.as_of <= line.covered_until {
            sheet.echo("verdict", Verdict::Ineligible.name());
            sheet.reason("still_covered", terms.lapse.clause());
            return Ok(Priced(None));
        }
        let is_listed = terms.listed_families.value().contains(&line.family.0);
        if let Some(part) = &line.part {
            sheet.echo("part", part.0.clone());
        }
        sheet.echo("verdict", if is_listed { Verdict::Eligible.name() } else { Verdict::Refer.name() });
        if !is_listed {
            sheet.reason("family_not_listed", terms.listed_families.clause());
        }
        let amounts = write_amounts(case, terms, options, line, is_listed, sheet)?;
        if let Some(annual_price) = line.annual_price {
            write_comparison(terms, line.quantity.0, annual_price, amounts.reinstatement, sheet)?;
        }
        Ok(Priced(Some(amounts)))
    }

    fn total(
        case: &Case,
        terms: &Terms,
        options: &Options,
        priced: &[Priced],
        sheet: &mut Sheet,
    ) -> Result<(), Overflow> {
        let rate = terms.rate_percent.clause();
        let with_amounts: Vec<&Amounts> = priced.iter().filter_map(|line| line.0.as_ref()).collect();
        let sum = |of: fn(&Amounts) -> Money| case.sum(with_amounts.iter().map(|line| of(line)), "lines");
        let reinstatement = sum(|line| line.reinstatement)?;
        sheet.figure("reinstatement", reinstatement, Working::exact("sum(reinstatement)", rate));
        sheet.figure("new_licence", sum(|line| line.new_licence)?, Working::exact("sum(new_licence)", rate));
        sheet.figure("saving", sum(|line| line.saving)?, Working::exact("sum(saving)", rate));
        let back_payment = Working::exact("sum(back_payment)", terms.no_back_payment.clause());
        sheet.figure("back_payment", sum(|line| line.back_payment)?, back_payment);
        let formulas = (("tax", "reinstatement × tax_percent"), ("gross", "reinstatement + tax"));
        case.tax(reinstatement, options.tax_percent, formulas, rate, sheet)?;

        // The text says "about"; the vendor's own figure is not about anything.
        if options.rate_percent.is_none() {
            sheet.assumption("approximate_rate", rate);
        }
        sheet.assumption("coverage_length_not_stated", rate);
        if with_amounts.iter().any(|line| !line.is_exact) {
            sheet.assumption("rounding_not_stated", rate);
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
        Ok(())
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
    sheet.reason_with("reinstatement_includes", hours, terms.hotline_opens.clause());
    sheet.reason("latest_version_either_way", terms.latest_version.clause());
    // The programme is for users who need a newer version now; whether that is a condition is left open.
    sheet.assumption("newer_version_is_needed", terms.listed_families.clause());
}

fn write_amounts(
    case: &Case,
    terms: &Terms,
    options: &Options,
    line: &Line,
    is_listed: bool,
    sheet: &mut Sheet,
) -> Result<Amounts, Overflow> {
    const PRICE: &str = "new_licence_price";
    let clause = terms.rate_percent.clause();
    let rate = options.rate_percent.unwrap_or(*terms.rate_percent.value());
    let (quantity, price) = (line.quantity.0, line.new_licence_price);
    let all = price.exact().times_count(quantity);
    let (reinstatement, is_exact) = case.half_up(all.and_then(|all| rate.of(all)), PRICE)?;
    let new_licence = price.times(quantity).or_overflow(PRICE)?;
    let saving = new_licence.minus(reinstatement).or_overflow(PRICE)?;
    let back_payment = case.zero();

    let working = Working::half_up("quantity × new_licence_price × rate_percent", clause);
    sheet.computed("reinstatement", reinstatement, working);
    sheet.computed("new_licence", new_licence, Working::exact("quantity × new_licence_price", clause));
    sheet.computed("saving", saving, Working::exact("new_licence − reinstatement", clause));
    let lapsed_days = line.covered_until.days_to(case.as_of);
    sheet.know("lapsed_days", lapsed_days);
    sheet.computed("back_payment", back_payment, Working::exact("lapsed_days × 0", terms.no_back_payment.clause()));
    let working = Working::exact("days(covered_until, as_of)", terms.lapse.clause());
    sheet.computed("lapsed_days", lapsed_days, working);
    Ok(Amounts { reinstatement, new_licence, saving, back_payment, is_listed, is_exact })
}

/// Against what a year of renewal would have cost.
fn write_comparison(
    terms: &Terms,
    quantity: i64,
    annual_price: Money,
    reinstatement: Money,
    sheet: &mut Sheet,
) -> Result<(), Overflow> {
    const PRICE: &str = "annual_price";
    let (lapse, years_of_fees) = (terms.lapse.clause(), terms.years_of_fees.clause());
    let renewal = annual_price.times(quantity).or_overflow(PRICE)?;
    let premium = reinstatement.minus(renewal).or_overflow(PRICE)?;
    let years = reinstatement.exact().divided_by(renewal.exact());
    let (years, _) = years.and_then(|years| years.round(YEARS_DECIMALS, Rounding::HalfUp)).or_overflow(PRICE)?;

    sheet.computed("renewal", renewal, Working::exact("quantity × annual_price", lapse));
    sheet.computed("premium", premium, Working::exact("reinstatement − renewal", lapse));
    sheet.computed("break_even_years", years, Working::half_up("reinstatement ÷ renewal", years_of_fees));
    // Counted in yearly fees; whether the fee itself buys a year of cover is not said.
    sheet.assumption("years_as_fees", years_of_fees);
    if !premium.is_positive() {
        sheet.warning("not_dearer_than_renewal", lapse);
    }
    Ok(())
}
