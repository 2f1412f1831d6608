//! Credits of one location exchanged for those of another.

use super::{Assumption, Country, CurrencyCode, Exception, Location, Reason, Terms, Warning, out, verdict};
use crate::clause::ClauseId;
use crate::request::problem::Problem;
use crate::values::money::Rate;
use crate::working::Entered;
use crate::working::answer::Verdict;
use crate::working::reckon::work;
use crate::working::sheet::Sheet;

/// What is asked about an exchange; of what both sides have, the giving side's comes first.
pub(super) struct Exchange<'a> {
    pub credits_out: Entered<Rate>,
    pub locations: (Location, Location),
    pub countries: (Country, Country),
    pub currencies: (CurrencyCode, CurrencyCode),
    pub from_rate: Entered<Rate>,
    pub to_rate: Entered<Rate>,
    pub exchange_rate: Option<Entered<Rate>>,
    pub exceptions: &'a [Exception],
}

impl Exchange<'_> {
    /// Returns what is wrong with entries that each are fine alone.
    pub fn objection(&self) -> Option<(&'static str, Problem)> {
        let not_applicable = |reason: &str| Problem::NotApplicable { reason: reason.to_owned() };
        match (self.currencies.0 == self.currencies.1, self.exchange_rate) {
            _ if self.locations == (Location::Host, Location::Host) => {
                Some(("to_location", not_applicable("there is one host only, and it cannot exchange with itself")))
            }
            (true, Some(_)) => {
                Some(("exchange_rate", not_applicable("only where from_currency and to_currency differ")))
            }
            (false, None) => Some(("exchange_rate", Problem::Missing)),
            _ => None,
        }
    }

    /// Works the exchange out and writes it.
    pub fn write(&self, terms: &Terms, balance: Entered<Rate>, sheet: &mut Sheet) -> Verdict {
        let (locations, credits_out) = (terms.exchange_locations.clause(), self.credits_out);
        let barred_by = self.write_bars(terms, sheet);
        let is_too_low = credits_out.value > balance.value;
        let is_refused = is_too_low || barred_by.is_some();

        if is_refused {
            let clause = barred_by.unwrap_or(locations);
            work!(sheet, figure balance_after = exact(balance), by clause);
        } else {
            self.write_received(terms, sheet);
            work!(sheet, figure balance_after = exact(balance - credits_out), by locations);
            sheet.assumption(Assumption::RatesAreYours, terms.exchange_rates.clause());
            sheet.warning(Warning::ChangeInWriting, terms.changes_in_writing.clause());
            sheet.warning(Warning::ExchangeTax, terms.exchange_taxes.clause());
        }
        if is_too_low {
            work!(sheet, figure missing = exact(credits_out - balance), by locations);
            sheet.reason(Reason::BalanceTooLow, locations);
            sheet.assumption(Assumption::BalanceNotBelowZero, locations);
        }
        // "Between the host and the downstream locations" may leave out two of the latter.
        let is_between_downstream = self.locations == (Location::Downstream, Location::Downstream);
        if is_between_downstream {
            sheet.reason(Reason::DownstreamToDownstream, locations);
            sheet.assumption(Assumption::AnyListedPair, locations);
        }
        verdict(is_refused, is_between_downstream)
    }

    /// Writes why the exchange is barred, and returns the clause that bars it.
    fn write_bars<'t>(&self, terms: &'t Terms, sheet: &mut Sheet) -> Option<&'t ClauseId> {
        let (locations, exceptions) = (terms.exchange_locations.clause(), terms.exchange_exceptions.clause());
        let is_excepted = |country| self.exceptions.iter().any(|exception| exception.country == country);
        sheet.assumption(Assumption::ExceptionsAreYours, exceptions);
        if self.exceptions.is_empty() {
            sheet.warning(Warning::NoExceptionsEntered, exceptions);
        }
        let mut barred_by = None;
        for (is_barred, reason, clause) in [
            (self.locations.0 == Location::NotListed, Reason::FromLocationNotListed, locations),
            (self.locations.1 == Location::NotListed, Reason::ToLocationNotListed, locations),
            (is_excepted(self.countries.0), Reason::FromExceptedCountry, exceptions),
            (is_excepted(self.countries.1), Reason::ToExceptedCountry, exceptions),
        ] {
            if is_barred {
                sheet.reason(reason, clause);
                barred_by = barred_by.or(Some(clause));
            }
        }
        barred_by
    }

    /// Writes what the other location receives: a fraction of a credit becomes a whole one, and what is whole stays as
    /// it is, which takes exact fractions to tell. Beside it stands what it was before, with the few decimals that
    /// quotients have, rounded up too.
    fn write_received(&self, terms: &Terms, sheet: &mut Sheet) {
        let Exchange { credits_out, from_rate, to_rate, .. } = *self;
        let (rates, rounding) = (&terms.exchange_rates, &terms.exchange_rounding);
        let received = match self.exchange_rate {
            Some(exchange_rate) => {
                work!(sheet, figure credits_in = up(credits_out * from_rate * exchange_rate / to_rate), by rounding);
                work!(sheet, figure credits_unrounded = up(credits_out * from_rate * exchange_rate / to_rate), by rates);
                credits_in
            }
            None => {
                work!(sheet, figure credits_in = up(credits_out * from_rate / to_rate), by rounding);
                work!(sheet, figure credits_unrounded = up(credits_out * from_rate / to_rate), by rates);
                credits_in
            }
        };
        if !received.is_exact {
            sheet.assumption(Assumption::ReceivedRoundedUp, rounding.clause());
        }
    }
}
