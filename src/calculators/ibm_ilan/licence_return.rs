//! Whether a program may be given back for its price, by when, and to whom.
//!
//! Out come the last day and, a day ahead of it, a careful one, whether the price is refunded and by
//! whom, what goes back and what is destroyed. Days are calendar days; no money is reckoned.
//! Rules: ILAN-02 (terms not accepted), 05 (dissatisfied within thirty days), 13 (no other refunds),
//! 40 (Lithuania: or by law).

mod accepted;

use crate::calculators::declared::answers;
use crate::calculators::ibm_ilan::licence::acquired_in;
use crate::calculators::{About, Ask, Contradiction, Whole, below_one};
use crate::form::{Condition, Fallback, choice, fields};
use crate::terms::{ByCountry, CountryRow, Pack, Rule, terms};
use crate::values::country::Country;
use crate::values::dates::Date;
use crate::working::Entered;
use crate::working::answer::Verdict;
use crate::working::reckon::work;
use crate::working::sheet::Sheet;

pub struct LicenceReturn;

choice! {
    /// Whether the terms were accepted, by somebody who may.
    pub enum Acceptance {
        Accepted = "accepted",
        NotAccepted = "not_accepted",
        WithoutAuthority = "without_authority",
    }
}

choice! {
    /// Who pays the price back.
    pub enum RefundFrom {
        IbmOrPartner = "ibm_or_partner",
        WhomItCameFrom = "whom_it_came_from",
        Supplier = "supplier",
        AsLawProvides = "as_law_provides",
        Nobody = "nobody",
    }
}

choice! {
    /// What is given back.
    pub enum HandBack {
        ProgramAndProof = "program_and_proof",
        AsInstructed = "as_instructed",
        MediaDocumentationAndProof = "media_documentation_and_proof",
        Proof = "proof",
        Nothing = "nothing",
    }
}

/// Who never accepted the terms has no days to count.
const ONCE_ACCEPTED: Option<Condition> =
    Some(Condition::In("acceptance", &["accepted"], &["not_accepted", "without_authority"]));

fields! {
    pub struct Request {
        country: Country,
        acceptance: Entered<Acceptance>,
        /// The day on which the program was first acquired.
        acquired_on: Option<Entered<Date>> { required: true, only_if: ONCE_ACCEPTED },
        returned_on: Option<Entered<Date>> { only_if: ONCE_ACCEPTED, default: Some(Fallback::Field("as_of")) },
        downloaded: Entered<bool>,
        proof_in_hand: Entered<bool>,
    }
}

terms! {
    pub struct Terms {
        transaction_document_first: Rule,
        country_of_acquisition: Rule,
        named_countries: ByCountry,
        country_readings: ByCountry,
        return_days: i64 { Days },
        terms_not_accepted: Rule,
        no_other_refunds: Rule,
        refund_by_country: ByCountry,
    }
}

answers! {
    figure {
        refund_from: RefundFrom,
        hand_back: HandBack,
        destroy_copies: bool,
        days_left: Option<i64> { unit: Some(Unit::Days) },
    }
    date {
        return_by: Option<Date> { calendar: true },
        careful_return_by: Option<Date> { calendar: true },
    }
    between {
        /// Whether the program comes back within the days that the licence gives.
        in_time: bool,
        /// Whether the licence itself has the price paid back.
        refunded: bool,
    }
    reason {
        CountryNotNamed = "country_not_named",
        LawMayProvide = "law_may_provide",
        NoOtherRefund = "no_other_refund",
        ProofMissing = "proof_missing",
        ReturnedInTime = "returned_in_time",
        ReturnedTooLate = "returned_too_late",
        TermsNotAccepted = "terms_not_accepted",
    }
    assumption {
        FirstAcquisitionCounts = "first_acquisition_counts",
        FirstDayExcluded = "first_day_excluded",
        ListedInParts = "listed_in_parts",
        NameMayMeanTwoCountries = "name_may_mean_two_countries",
        OneTerritoryUnderTwoNames = "one_territory_under_two_names",
        RefusedAfterDownloading = "refused_after_downloading",
        SaintLuciaUnderAnotherName = "saint_lucia_under_another_name",
        SentOrReceived = "sent_or_received",
    }
    warning {
        AskForInstructions = "ask_for_instructions",
        CarefulDayHasPassed = "careful_day_has_passed",
        CountryOfAcquisitionDecides = "country_of_acquisition_decides",
        DestroyEveryCopy = "destroy_every_copy",
        OtherContractMayRefund = "other_contract_may_refund",
        ReturnAtOnce = "return_at_once",
        ReturnedBeforeAcquired = "returned_before_acquired",
        TransactionDocumentDecides = "transaction_document_decides",
    }
}

impl Whole for LicenceReturn {
    const ABOUT: About = About {
        name: "licence_return",
        pack: "ibm-ilan",
        rules: &["ILAN-01", "ILAN-02", "ILAN-05", "ILAN-13", "ILAN-24", "ILAN-25", "ILAN-40", "ILAN-46"],
        verdicts: &["eligible", "refer", "ineligible"],
        headline: "refund_from",
        beside: &["return_by"],
        onward: r#"[
            {"to":"dispute","fields":{"country":"country"},"when":[{"of":"answer.refund_from","in":["nobody"]}]}
        ]"#,
        example: r#"{"calculator":"licence_return","as_of":"2026-11-21","input":{"country":"TW","acceptance":"accepted",
            "acquired_on":"2026-11-02","downloaded":false,"proof_in_hand":true}}"#,
        ..out::ABOUT
    };

    type Request = Request;
    type Terms = Terms;

    fn contradiction(terms: &Terms, _: &Pack) -> Contradiction {
        let is_doubtful = !terms.refund_by_country.value().is_one_for_each();
        below_one(&[("values.return_days", &terms.return_days)])
            .or(is_doubtful.then_some(("values.refund_by_country", "names a country twice")))
    }

    fn answer(ask: &Ask<'_, Terms, Request>, sheet: &mut Sheet) {
        let acquired = acquired_in!(ask.terms, ask.request.country, sheet);
        let law = ask.terms.refund_by_country.value().of(acquired.country);
        let verdict = match ask.request.acquired_on {
            Some(acquired_on) => accepted::answer(ask, acquired_on, law, sheet),
            None => answer_not_accepted(ask, law, sheet),
        };
        sheet.verdict(if acquired.is_ambiguous { Verdict::Refer } else { verdict });
    }
}

/// Who never accepted gives everything back, at once, to whom it came from.
fn answer_not_accepted(ask: &Ask<'_, Terms, Request>, law: Option<&CountryRow>, sheet: &mut Sheet) -> Verdict {
    let (terms, request) = (ask.terms, ask.request);
    let clause = terms.terms_not_accepted.clause();
    work!(sheet, between refunded = exact(request.proof_in_hand), by clause);
    match law {
        Some(law) => {
            let decides = if refunded.value { clause } else { &law.clause };
            work!(sheet, figure refund_from = exact(
                if refunded { RefundFrom::Supplier } else { RefundFrom::AsLawProvides }
            ), by decides);
        }
        None => {
            work!(sheet, figure refund_from = exact(
                if refunded { RefundFrom::Supplier } else { RefundFrom::Nobody }
            ), by clause);
        }
    }
    work!(sheet, figure hand_back = exact(
        if request.downloaded { HandBack::Proof } else { HandBack::MediaDocumentationAndProof }
    ), by clause);
    work!(sheet, figure destroy_copies = exact(request.downloaded), by clause);
    sheet.reason(Reason::TermsNotAccepted, clause);
    sheet.warning(Warning::ReturnAtOnce, clause);
    if destroy_copies.value {
        // Downloading is agreeing, the text says, and has those refunded who download and do not agree.
        sheet.assumption(Assumption::RefusedAfterDownloading, clause);
        sheet.warning(Warning::DestroyEveryCopy, clause);
    }
    if refunded.value {
        return Verdict::Eligible;
    }
    sheet.reason(Reason::ProofMissing, clause);
    write_refused(terms, law, sheet)
}

/// What the licence itself does not refund, another contract may, and in some countries the law.
fn write_refused(terms: &Terms, law: Option<&CountryRow>, sheet: &mut Sheet) -> Verdict {
    let clause = terms.no_other_refunds.clause();
    sheet.reason(Reason::NoOtherRefund, clause);
    sheet.warning(Warning::OtherContractMayRefund, clause);
    match law {
        Some(law) => {
            sheet.reason(Reason::LawMayProvide, &law.clause);
            Verdict::Refer
        }
        None => Verdict::Ineligible,
    }
}
