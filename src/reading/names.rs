//! What people call fields, keys and countries: the heading above a column, the word in a cell.

use super::{Named, plain};
use crate::calculators::{ONLY, READS};
use crate::platform;
use crate::request::given::Given;
use crate::values::country::Country;
use std::sync::OnceLock;

/// Written by `tools/names.mjs`. A build of one calculator is told the names it needs: most pages never do.
const BUILT_IN: &str = if ONLY.is_none() { include_str!("names.json") } else { "{}" };

/// Names by what they name, as JSON has them: those built in, or those that somebody brings.
pub(super) fn built_in() -> &'static Given {
    static NAMES: OnceLock<Given> = OnceLock::new();
    NAMES.get_or_init(|| platform::parse(BUILT_IN).unwrap_or(Given::Null))
}

/// Every country, by its code and its names.
pub(super) fn countries() -> Vec<Named> {
    let names = built_in().get("countries");
    Country::all().map(|country| named(country.code(), names.and_then(|names| names.get(country.code())))).collect()
}

/// A key with all that it is called: a list of words, if there is one.
pub(super) fn named(key: &str, words: Option<&Given>) -> Named {
    if !READS {
        return Named { key: key.to_owned(), names: Vec::new() };
    }
    called(key, words.map_or(&[][..], Given::items).iter().filter_map(Given::text))
}

/// A key with words for it.
pub(super) fn called<'w>(key: &'w str, words: impl IntoIterator<Item = &'w str>) -> Named {
    let names = std::iter::once(key).chain(words).map(plain).collect();
    Named { key: key.to_owned(), names }
}
