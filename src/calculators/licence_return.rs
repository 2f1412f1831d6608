//! Whether a program may be given back for its price, by when, and to whom.
//!
//! Out come the last day and, a day ahead of it, a careful one, whether the price is refunded and by
//! whom, what goes back and what is destroyed. Days are calendar days; no money is reckoned.
//! Rules: ILAN-02 (terms not accepted), 05 (dissatisfied within thirty days), 13 (no other refunds),
//! 40 (Lithuania: or by law).

use super::licence::ground;
use super::{About, Case, Contradiction, Output, OutputKind as Shown, Whole, below_one};
use crate::answer::Verdict;
use crate::country::Country;
use crate::dates::Date;
use crate::form::{Condition, Default, choice, fields};
use crate::money::{OrOverflow, Overflow};
use crate::sheet::{Sheet, Working};
use crate::terms::{ByCountry, CountryRow, Pack, Rule, terms};

pub struct LicenceReturn;

choice! {
    /// Whether the terms were accepted, by somebody who may.
    pub enum Acceptance {
        Accepted = "accepted",
        NotAccepted = "not_accepted",
        WithoutAuthority = "without_authority",
    }
}

/// Who never accepted the terms has no days to count.
const ONCE_ACCEPTED: Option<Condition> =
    Some(Condition::In("acceptance", &["accepted"], &["not_accepted", "without_authority"]));

fields! {
    pub struct Request {
        country: Country,
        acceptance: Acceptance,
        /// The day on which the program was first acquired.
        acquired_on: Option<Date> { required: true, only_if: ONCE_ACCEPTED },
        returned_on: Option<Date> { only_if: ONCE_ACCEPTED, default: Some(Default::Field("as_of")) },
        downloaded: bool,
        proof_in_hand: bool,
    }
}

terms! {
    pub struct Terms {
        transaction_document_first: Rule,
        country_of_acquisition: Rule,
        named_countries: ByCountry,
        country_readings: ByCountry,
        return_days: i64,
        terms_not_accepted: Rule,
        no_other_refunds: Rule,
        refund_by_country: ByCountry,
    }
}

impl Whole for LicenceReturn {
    const ABOUT: About = About {
        name: "licence_return",
        pack: "ibm-ilan",
        money: false,
        rules: &["ILAN-01", "ILAN-02", "ILAN-05", "ILAN-13", "ILAN-24", "ILAN-25", "ILAN-40", "ILAN-46"],
        verdicts: &["eligible", "refer", "ineligible"],
        headline: "refund_from",
        losses: &[],
        beside: &["return_by"],
        figures: &[
            Output::always(
                "refund_from",
                Shown::Choice(&["ibm_or_partner", "whom_it_came_from", "supplier", "as_law_provides", "nobody"]),
            ),
            Output::always(
                "hand_back",
                Shown::Choice(&[
                    "program_and_proof",
                    "as_instructed",
                    "media_documentation_and_proof",
                    "proof",
                    "nothing",
                ]),
            ),
            Output::always("destroy_copies", Shown::Flag),
            Output::sometimes("days_left", Shown::Count),
        ],
        dates: &[
            Output::sometimes("return_by", Shown::Date).kept(),
            Output::sometimes("careful_return_by", Shown::Date).kept(),
        ],
        line: &[],
        reasons: &[
            "country_not_named",
            "law_may_provide",
            "no_other_refund",
            "proof_missing",
            "returned_in_time",
            "returned_too_late",
            "terms_not_accepted",
        ],
        assumptions: &[
            "first_acquisition_counts",
            "first_day_excluded",
            "listed_in_parts",
            "name_may_mean_two_countries",
            "one_territory_under_two_names",
            "refused_after_downloading",
            "saint_lucia_under_another_name",
            "sent_or_received",
        ],
        warnings: &[
            "ask_for_instructions",
            "careful_day_has_passed",
            "country_of_acquisition_decides",
            "destroy_every_copy",
            "other_contract_may_refund",
            "return_at_once",
            "returned_before_acquired",
            "transaction_document_decides",
        ],
        example: r#"{"calculator":"licence_return","as_of":"2026-11-21","input":{"country":"TW","acceptance":"accepted",
            "acquired_on":"2026-11-02","downloaded":false,"proof_in_hand":true}}"#,
    };

    type Request = Request;
    type Terms = Terms;

    fn contradiction(terms: &Terms, _: &Pack) -> Contradiction {
        let is_doubtful = !terms.refund_by_country.value().is_one_for_each();
        below_one(&[("values.return_days", &terms.return_days)])
            .or(is_doubtful.then_some(("values.refund_by_country", "names a country twice")))
    }

    fn answer(case: &Case, terms: &Terms, request: &Request, sheet: &mut Sheet) -> Result<(), Overflow> {
        let acquired = ground!(terms).acquired_in(request.country, sheet);
        let law = terms.refund_by_country.value().of(acquired.country);
        let verdict = match request.acquired_on {
            Some(acquired_on) => answer_accepted(case, terms, request, acquired_on, law, sheet)?,
            None => answer_not_accepted(terms, request, law, sheet),
        };
        sheet.verdict(if acquired.is_ambiguous { Verdict::Refer } else { verdict });
        Ok(())
    }
}

/// Who never accepted gives everything back, at once, to whom it came from.
fn answer_not_accepted(terms: &Terms, request: &Request, law: Option<&CountryRow>, sheet: &mut Sheet) -> Verdict {
    let clause = terms.terms_not_accepted.clause();
    let is_refunded = request.proof_in_hand;
    let (from, formula, decides) = match (is_refunded, law) {
        (true, _) => ("supplier", "follows_both(acceptance, proof_in_hand)", clause),
        (false, Some(law)) => ("as_law_provides", "follows(country)", &law.clause),
        (false, None) => ("nobody", "follows_both(acceptance, proof_in_hand)", clause),
    };
    let back = if request.downloaded { "proof" } else { "media_documentation_and_proof" };
    sheet.figure("refund_from", from, Working::exact(formula, decides));
    sheet.figure("hand_back", back, Working::exact("follows_both(acceptance, downloaded)", clause));
    let working = Working::exact("follows_both(acceptance, downloaded)", clause);
    sheet.figure("destroy_copies", request.downloaded, working);
    sheet.reason("terms_not_accepted", clause);
    sheet.warning("return_at_once", clause);
    if request.downloaded {
        // Downloading is agreeing, the text says, and has those refunded who download and do not agree.
        sheet.assumption("refused_after_downloading", clause);
        sheet.warning("destroy_every_copy", clause);
    }
    if is_refunded {
        return Verdict::Eligible;
    }
    sheet.reason("proof_missing", clause);
    write_refused(terms, law, sheet)
}

/// What the licence itself does not refund, another contract may, and in some countries the law.
fn write_refused(terms: &Terms, law: Option<&CountryRow>, sheet: &mut Sheet) -> Verdict {
    let clause = terms.no_other_refunds.clause();
    sheet.reason("no_other_refund", clause);
    sheet.warning("other_contract_may_refund", clause);
    match law {
        Some(law) => {
            sheet.reason("law_may_provide", &law.clause);
            Verdict::Refer
        }
        None => Verdict::Ineligible,
    }
}

/// Who accepted and is not satisfied has some days, and needs the proof.
fn answer_accepted(
    case: &Case,
    terms: &Terms,
    request: &Request,
    acquired_on: Date,
    law: Option<&CountryRow>,
    sheet: &mut Sheet,
) -> Result<Verdict, Overflow> {
    let clause = terms.return_days.clause();
    // The day of acquisition itself is not counted; who wants to be sure keeps a day in hand.
    let return_by = acquired_on.plus_days(*terms.return_days.value()).or_overflow("acquired_on")?;
    let careful = return_by.minus_days(1).or_overflow("acquired_on")?;
    let returned_on = request.returned_on.unwrap_or(case.as_of);
    let is_in_time = returned_on <= return_by;
    sheet.know("returned_on", returned_on);
    sheet.know("return_by", return_by);

    let (from, formula, decides) = match (is_in_time, request.proof_in_hand, law) {
        (true, true, _) if request.downloaded => {
            ("whom_it_came_from", "both(returned_on ≤ return_by, proof_in_hand)", clause)
        }
        (true, true, _) => ("ibm_or_partner", "both(returned_on ≤ return_by, proof_in_hand)", clause),
        (_, _, Some(law)) => ("as_law_provides", "follows(country)", &law.clause),
        (false, _, None) => ("nobody", "returned_on > return_by", clause),
        (true, false, None) => ("nobody", "follows(proof_in_hand)", clause),
    };
    let is_refunded = is_in_time && request.proof_in_hand;
    let back = match (is_refunded, request.downloaded) {
        (true, false) => "program_and_proof",
        (true, true) => "as_instructed",
        (false, _) => "nothing",
    };
    sheet.figure("refund_from", from, Working::exact(formula, decides));
    let formula = if is_refunded { "follows(downloaded)" } else { "follows(refund_from)" };
    sheet.figure("hand_back", back, Working::exact(formula, decides));
    sheet.figure("destroy_copies", false, Working::exact("follows(acceptance)", clause));
    let days_left = returned_on.days_to(return_by).max(0);
    sheet.figure("days_left", days_left, Working::exact("max(0, days(returned_on, return_by))", clause));
    sheet.date("return_by", return_by, Working::exact("acquired_on + return_days", clause));
    sheet.date("careful_return_by", careful, Working::exact("day_before(return_by)", clause));

    sheet.assumption("first_day_excluded", clause);
    sheet.assumption("first_acquisition_counts", clause);
    sheet.assumption("sent_or_received", clause);
    if returned_on < acquired_on {
        sheet.warning("returned_before_acquired", clause);
    }
    if is_in_time && returned_on > careful {
        sheet.warning("careful_day_has_passed", clause);
    }
    sheet.reason(if is_in_time { "returned_in_time" } else { "returned_too_late" }, clause);
    if !request.proof_in_hand {
        sheet.reason("proof_missing", clause);
    }
    if is_refunded {
        if request.downloaded {
            sheet.warning("ask_for_instructions", clause);
        }
        return Ok(Verdict::Eligible);
    }
    Ok(write_refused(terms, law, sheet))
}
