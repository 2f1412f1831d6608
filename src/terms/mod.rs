//! Packs of terms: the numbers, dates and keys of one source document, each with its clause.
//!
//! The packs built in and a pack given in a request go through the same loader. Calculators do
//! not know rule ids: they ask the pack for a term by its name, and the pack says which clause
//! it stands in, so that somebody else's contract cites its own clauses.

pub(crate) mod baked;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod baking;
mod by_country;
mod canonical;
mod cell;
mod edition;
mod kinds;
mod load;
pub mod rows;
mod services;
mod take;

pub use by_country::{ByCountry, CountryRow};
pub use cell::{Cell, SERVICES};
pub use edition::Edition;
use kinds::TermValue;
pub use kinds::{Keys, Need, Rule, Table, TermKind};
pub use load::load;
pub use services::{Mark, Service};
pub use take::{FromPack, FromTerm};
pub(crate) use take::{not_taken, terms, unit};

use crate::clause::{Clause, ClauseId, Dated};
use crate::request::given::Given;
use crate::values::dates::Date;
use serde::ser::{Serialize, SerializeMap, Serializer};

/// The documents that come with the crate. A build for one page knows them by name alone, and holds [`BAKED`] instead.
pub(crate) const BUILT_IN: [(&str, &str); 3] = [
    ("ibm-ss", held(include_str!("ibm-ss.json"))),
    ("ms-unified", held(include_str!("ms-unified.json"))),
    ("ibm-ilan", held(include_str!("ibm-ilan.json"))),
];

/// The terms of a build for one page, checked before it was built; nothing in a build for all pages.
pub(crate) const BAKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/only-terms"));

const fn held(text: &str) -> &str {
    if option_env!("CLAUSEWISE_ONLY").is_none() { text } else { "" }
}

/// Whether two texts are the same, for the compiler to find out.
#[allow(clippy::indexing_slicing, reason = "below both lengths, and looked at by the compiler")]
pub(crate) const fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let mut at = 0;
    while at < one.len() && at < other.len() && one[at] == other[at] {
        at += 1;
    }
    at == one.len() && at == other.len()
}

/// Everything that one document says, checked.
#[derive(Debug, Clone)]
pub struct Pack {
    /// Key of the pack, such as `ibm-ss`.
    pub id: String,
    /// What the document is called.
    pub name: String,
    /// What the document calls its edition, or `undated`.
    pub edition: String,
    /// SHA-256 over the pack's canonical form, in hexadecimal.
    pub digest: String,
    /// Names of the calculators that these terms are enough for.
    pub calculators: Vec<String>,
    /// The clauses, by rule id.
    pub clauses: Vec<Clause>,
    /// The terms, by name.
    terms: Vec<(String, Term)>,
    /// The catalogue of services, where the document has one.
    pub services: Vec<Service>,
    /// The pack as it was given.
    source: Given,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Term {
    clause: ClauseId,
    value: Dated<Checked>,
}

/// A value, and the day on which somebody last compared it with the document.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Checked {
    value: TermValue,
    checked: Date,
}

impl Pack {
    /// A service of the catalogue.
    pub fn service(&self, key: &str) -> Option<&Service> {
        self.services.iter().find(|service| &*service.key == key)
    }

    /// Whether it has the clause.
    pub fn has_clause(&self, id: &str) -> bool {
        self.clauses.iter().any(|clause| clause.id.as_str() == id)
    }

    fn term(&self, name: &str) -> Option<&Term> {
        self.terms.iter().find(|(known, _)| known == name).map(|(_, term)| term)
    }
}

/// A pack as `terms()` shows it: what it was loaded from, and its digest.
impl Serialize for Pack {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        map.serialize_entry("digest", &self.digest)?;
        if let Given::Object(members) = &self.source {
            for (name, value) in members {
                map.serialize_entry(name, value)?;
            }
        }
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_the_same_letter_by_letter_and_to_the_end() {
        for (one, other) in [("", ""), ("ibm-ss", "ibm-ss"), ("維護", "維護")] {
            assert!(is_same(one, other), "{one} {other}");
        }
        for (one, other) in [("", "a"), ("ibm-ss", "ibm-s"), ("ibm-s", "ibm-ss"), ("ibm-ss", "ibm-st")] {
            assert!(!is_same(one, other), "{one} {other}");
        }
    }

    #[test]
    fn a_build_for_all_pages_holds_every_document_as_it_is() {
        assert_eq!(held("{}"), "{}");
        assert!(BAKED.is_empty());
    }
}
