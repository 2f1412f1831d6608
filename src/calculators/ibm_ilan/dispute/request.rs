//! What the claim is, and what only some countries ask about it.

use crate::form::{Condition, Fallback, choice, fields};
use crate::values::country::Country;
use crate::values::dates::Date;
use crate::values::money::{Money, Rate};
use crate::working::Entered;

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
        nature: Entered<Nature>,
        arose_on: Option<Entered<Date>> { required: true, only_if: Some(FROM_CAUSE) },
        /// When the payment fell due: with the invoice's receipt, not on the last day on which paying is in time.
        due_on: Option<Entered<Date>> { required: true, only_if: Some(Condition::All(&[UNPAID, FROM_DUE])) },
        amount_owed: Option<Entered<Money>> { required: true, only_if: Some(Condition::All(&[UNPAID, HAS_LIMIT])) },
        /// Units of the request's currency for one US dollar: the limit is in dollars, and no rate is named.
        usd_rate: Option<Entered<Rate>> {
            required: true,
            only_if: Some(Condition::All(&[UNPAID, HAS_LIMIT, Condition::CurrencyIsNot("USD")])),
        },
        amount_in_dispute: Option<Entered<Money>> { required: true, only_if: Some(BY_AMOUNT) },
        /// Units of the request's currency for one Indian rupee.
        inr_rate: Option<Entered<Rate>> {
            required: true,
            only_if: Some(Condition::All(&[BY_AMOUNT, Condition::CurrencyIsNot("INR")])),
        },
        brought_by: Option<Claimant> { default: Some(Fallback::Key("party")) },
        acquired_from: Option<Entered<Seller>>,
        /// When the second party named its arbitrator.
        second_arbitrator_on: Option<Entered<Date>> { only_if: Some(HAS_LIMIT) },
    }
}
