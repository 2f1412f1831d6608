//! What every answer by IBM's licence for non-warranted programs has in common: the country in which
//! the licence was acquired decides which terms hold, and the transaction document comes before all.

use crate::calculators::About;
use crate::clause::{Cited, ClauseId};
use crate::terms::{ByCountry, CountryRow, Rule};
use crate::values::country::Country;

/// What the terms of a calculator have to hold for this.
pub struct Ground<'a> {
    pub transaction_document_first: &'a Cited<Rule>,
    pub country_of_acquisition: &'a Cited<Rule>,
    pub named_countries: &'a Cited<ByCountry>,
    pub country_readings: &'a Cited<ByCountry>,
}

/// The country whose terms are looked up.
pub struct Acquired {
    /// The one under which the document prints them.
    pub country: Country,
    /// Whether the document's name for it may mean another country, so that IBM has to say.
    pub is_ambiguous: bool,
}

/// Codes of the readings that a pack may name.
const READINGS: &[&str] = &[
    "listed_in_parts",
    "name_may_mean_two_countries",
    "one_territory_under_two_names",
    "saint_lucia_under_another_name",
];

impl Ground<'_> {
    /// The country whose terms are looked up, for those who say once what holds of every line.
    pub fn printed(&self, country: Country) -> Acquired {
        let row = self.country_readings.value().of(country);
        let printed = row.and_then(|row| row.text("read_as")).and_then(Country::of_code);
        Acquired { country: printed.unwrap_or(country), is_ambiguous: row.is_some_and(|row| row.is("refer")) }
    }

    /// The code of the reading that a country's name needs, and the clause that names it.
    pub fn reading(&self, country: Country) -> Option<(&'static str, &ClauseId)> {
        let row = self.country_readings.value().of(country)?;
        let reading = row.text("reading")?;
        READINGS.iter().find(|code| **code == reading).map(|code| (*code, &row.clause))
    }

    /// Whether Part 2, with its 176 countries and territories, names it; for every other the base terms hold as they are.
    pub fn names(&self, country: Country) -> bool {
        self.named_countries.value().of(country).is_some()
    }
}

/// Whether every note that a term's rows name is one of the calculator's: such a column begins with the kind.
pub fn names_known_notes(term: &ByCountry, about: &About) -> bool {
    let kinds = [("reasons", about.reasons), ("assumptions", about.assumptions), ("warnings", about.warnings)];
    let is_known = |row: &CountryRow, column: &str| {
        let codes = kinds.iter().find(|(kind, _)| column.starts_with(kind));
        codes.is_none_or(|(_, codes)| row.keys(column).all(|key| codes.iter().any(|known| known.code == key)))
    };
    term.0.iter().all(|row| row.values.members().iter().all(|(column, _)| is_known(row, column)))
}

/// Puts these terms of a calculator together.
macro_rules! ground {
    ($terms:expr) => {
        $crate::calculators::ibm_ilan::licence::Ground {
            transaction_document_first: &$terms.transaction_document_first,
            country_of_acquisition: &$terms.country_of_acquisition,
            named_countries: &$terms.named_countries,
            country_readings: &$terms.country_readings,
        }
    };
}
pub(crate) use ground;

/// Finds the country's terms, and says on the sheet what holds of every answer, in the calculator's own codes.
macro_rules! acquired_in {
    ($terms:expr, $country:expr, $sheet:expr) => {{
        let ground = $crate::calculators::ibm_ilan::licence::ground!($terms);
        $sheet.warning(Warning::CountryOfAcquisitionDecides, ground.country_of_acquisition.clause());
        $sheet.warning(Warning::TransactionDocumentDecides, ground.transaction_document_first.clause());
        if let Some((reading, clause)) = ground.reading($country)
            && let Some(reading) = Assumption::of_code(reading)
        {
            $sheet.assumption(reading, clause);
        }
        let acquired = ground.printed($country);
        if !ground.names(acquired.country) {
            $sheet.reason(Reason::CountryNotNamed, ground.named_countries.clause());
        }
        acquired
    }};
}
pub(crate) use acquired_in;
