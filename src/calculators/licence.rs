//! What every answer by IBM's licence for non-warranted programs has in common: the country in which
//! the licence was acquired decides which terms hold, and the transaction document comes before all.

use crate::clause::Cited;
use crate::country::Country;
use crate::sheet::Sheet;
use crate::terms::{ByCountry, Rule};

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
    /// Finds the country's terms, and says on the sheet what holds of every answer.
    pub fn acquired_in(&self, country: Country, sheet: &mut Sheet) -> Acquired {
        sheet.warning("country_of_acquisition_decides", self.country_of_acquisition.clause());
        sheet.warning("transaction_document_decides", self.transaction_document_first.clause());
        let row = self.country_readings.value().of(country);
        if let Some(row) = row
            && let Some(reading) = row.text("reading")
            && let Some(code) = READINGS.iter().find(|code| **code == reading)
        {
            sheet.assumption(code, &row.clause);
        }
        let printed = row.and_then(|row| row.text("read_as")).and_then(Country::of_code);
        let country = printed.unwrap_or(country);
        // Part 2 names 176 countries and territories; for every other the base terms hold as they are.
        if self.named_countries.value().of(country).is_none() {
            sheet.reason("country_not_named", self.named_countries.clause());
        }
        Acquired { country, is_ambiguous: row.is_some_and(|row| row.is("refer")) }
    }
}

/// Puts these terms of a calculator together.
macro_rules! ground {
    ($terms:expr) => {
        $crate::calculators::licence::Ground {
            transaction_document_first: &$terms.transaction_document_first,
            country_of_acquisition: &$terms.country_of_acquisition,
            named_countries: &$terms.named_countries,
            country_readings: &$terms.country_readings,
        }
    };
}
pub(crate) use ground;
