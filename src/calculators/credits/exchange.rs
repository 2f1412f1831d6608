//! Credits of one location exchanged for those of another.

use super::{Country, CurrencyCode, Exception, Location, Terms, credits, plain, verdict};
use crate::answer::Verdict;
use crate::clause::ClauseId;
use crate::money::{Money, OrOverflow, Overflow, QUOTIENT_DECIMALS, Rate, product_over};
use crate::refusal::Problem;
use crate::sheet::{Sheet, Working};

/// What is asked about an exchange; of what both sides have, the giving side's comes first.
pub(super) struct Exchange<'a> {
    pub credits_out: Rate,
    pub locations: (Location, Location),
    pub countries: (Country, Country),
    pub currencies: (CurrencyCode, CurrencyCode),
    pub rates: (Rate, Rate),
    pub exchange_rate: Option<Rate>,
    pub exceptions: &'a [Exception],
}

impl Exchange<'_> {
    /// What is wrong with entries that each are fine alone.
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
    pub fn write(&self, terms: &Terms, balance: Money, sheet: &mut Sheet) -> Result<Verdict, Overflow> {
        let locations = terms.exchange_locations.clause();
        let out = credits(self.credits_out, "credits_out")?;
        let missing = out.minus(balance).or_overflow("credits_out")?;
        let barred_by = self.write_bars(terms, sheet);
        let is_refused = missing.is_positive() || barred_by.is_some();
        let is_between_downstream = self.locations == (Location::Downstream, Location::Downstream);

        if is_refused {
            let clause = barred_by.unwrap_or(locations);
            sheet.figure("balance_after", plain(balance), Working::exact("balance", clause));
        } else {
            self.write_received(terms, sheet)?;
            let left = balance.minus(out).or_overflow("credits_out")?;
            sheet.figure("balance_after", plain(left), Working::exact("balance − credits_out", locations));
            sheet.assumption("rates_are_yours", terms.exchange_rates.clause());
            sheet.warning("change_in_writing", terms.changes_in_writing.clause());
            sheet.warning("exchange_tax", terms.exchange_taxes.clause());
        }
        if missing.is_positive() {
            sheet.figure("missing", plain(missing), Working::exact("credits_out − balance", locations));
            sheet.reason("balance_too_low", locations);
            sheet.assumption("balance_not_below_zero", locations);
        }
        // "Between the host and the downstream locations" may leave out two of the latter.
        if is_between_downstream {
            sheet.reason("downstream_to_downstream", locations);
            sheet.assumption("any_listed_pair", locations);
        }
        Ok(verdict(is_refused, is_between_downstream))
    }

    /// Why the exchange is barred, and by which clause.
    fn write_bars<'t>(&self, terms: &'t Terms, sheet: &mut Sheet) -> Option<&'t ClauseId> {
        let (locations, exceptions) = (terms.exchange_locations.clause(), terms.exchange_exceptions.clause());
        let is_excepted = |country| self.exceptions.iter().any(|exception| exception.country == country);
        sheet.assumption("exceptions_are_yours", exceptions);
        if self.exceptions.is_empty() {
            sheet.warning("no_exceptions_entered", exceptions);
        }
        let mut barred_by = None;
        for (is_barred, reason, clause) in [
            (self.locations.0 == Location::NotListed, "from_location_not_listed", locations),
            (self.locations.1 == Location::NotListed, "to_location_not_listed", locations),
            (is_excepted(self.countries.0), "from_excepted_country", exceptions),
            (is_excepted(self.countries.1), "to_excepted_country", exceptions),
        ] {
            if is_barred {
                sheet.reason(reason, clause);
                barred_by = barred_by.or(Some(clause));
            }
        }
        barred_by
    }

    /// What the other location receives: a fraction of a credit becomes a whole one, and what is
    /// whole stays as it is, which takes exact fractions to tell.
    fn write_received(&self, terms: &Terms, sheet: &mut Sheet) -> Result<(), Overflow> {
        let (out, (from, to)) = (self.credits_out.0, self.rates);
        let rounded = |digits| {
            let received = match self.exchange_rate {
                Some(rate) => product_over(&[out, from.0, rate.0], to.0, digits),
                None => product_over(&[out, from.0], to.0, digits),
            };
            received.or_overflow("credits_out")
        };
        let formula = match self.exchange_rate {
            Some(_) => "credits_out × from_rate × exchange_rate ÷ to_rate",
            None => "credits_out × from_rate ÷ to_rate",
        };
        let (whole, is_whole) = rounded(0)?;
        let (shown, is_exact) = rounded(QUOTIENT_DECIMALS)?;

        let (rates, rounding) = (terms.exchange_rates.clause(), terms.exchange_rounding.clause());
        sheet.figure("credits_in", whole, Working::up(formula, rounding));
        // Always with the same few decimals, as quotients are; rounded up there too, and then said so.
        let working = if is_exact { Working::exact(formula, rates) } else { Working::up(formula, rates) };
        sheet.figure("credits_unrounded", shown, working);
        if !is_whole {
            sheet.assumption("received_rounded_up", rounding);
        }
        Ok(())
    }
}
