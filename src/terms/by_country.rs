//! What differs from country to country: rows of values, each for the countries that it names.

use crate::clause::ClauseId;
use crate::request::bounds;
use crate::request::given::Given;
use crate::request::intake;
use crate::values::country::Country;
use crate::values::money::Percent;
use crate::working::Cites;
use rust_decimal::Decimal;
use std::sync::Arc;

/// Rows for some countries, shared rather than copied. For every other what the term's own clause says holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ByCountry(pub Arc<[CountryRow]>);

/// What holds in some countries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountryRow {
    /// In which.
    pub countries: Vec<Country>,
    /// The clause that says so.
    pub clause: ClauseId,
    /// The values, by name.
    pub values: Given,
}

impl ByCountry {
    /// The row of a country, where it has one.
    pub fn of(&self, country: Country) -> Option<&CountryRow> {
        self.all_of(country).next()
    }

    /// Every row of a country.
    pub fn all_of(&self, country: Country) -> impl Iterator<Item = &CountryRow> {
        self.0.iter().filter(move |row| row.countries.contains(&country))
    }

    /// Whether a row of a country has a value of a name.
    pub fn has(&self, country: Country, name: &str) -> bool {
        self.all_of(country).any(|row| row.values.get(name).is_some())
    }

    /// Whether no country has two rows.
    pub fn is_one_for_each(&self) -> bool {
        let mut seen = [false; Country::PLACES];
        let mut countries = self.0.iter().flat_map(|row| &row.countries);
        // A place that is taken already is a second row.
        countries.all(|country| seen.get_mut(country.place()).is_some_and(|seen| !std::mem::replace(seen, true)))
    }
}

impl CountryRow {
    /// A value that is a word.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.values.get(name).and_then(Given::text)
    }

    /// A value that is a whole number.
    pub fn count(&self, name: &str) -> Option<i64> {
        self.values.get(name).and_then(Given::whole)
    }

    /// A value that is a percentage.
    pub fn percent(&self, name: &str) -> Option<Percent> {
        let decimal = intake::plain_decimal(self.text(name)?, bounds::PERCENT_DECIMALS, bounds::PERCENT_MAX);
        decimal.map(Percent)
    }

    /// A value that is an amount.
    pub fn amount(&self, name: &str) -> Option<Decimal> {
        intake::plain_decimal(self.text(name)?, bounds::MONEY_DECIMALS, bounds::MONEY_MAX)
    }

    /// Whether a value says yes.
    pub fn is(&self, name: &str) -> bool {
        self.values.get(name) == Some(&Given::Flag(true))
    }

    /// The words that a value lists.
    pub fn keys(&self, name: &str) -> impl Iterator<Item = &str> {
        self.values.get(name).map_or(&[][..], Given::items).iter().filter_map(Given::text)
    }
}

impl<'t> Cites<'t> for &&'t CountryRow {
    fn cites(self) -> &'t ClauseId {
        &self.clause
    }
}

impl<'t> Cites<'t> for &'t CountryRow {
    fn cites(self) -> &'t ClauseId {
        &self.clause
    }
}
