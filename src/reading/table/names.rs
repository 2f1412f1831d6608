//! What people call fields, keys and countries: what is built in, and what a page brings along.

use crate::calculators::ONLY;
use crate::given::Given;
use crate::parse_json;
use std::sync::OnceLock;

/// A build for one page gets its names from the page, in the languages of the page.
const BUILT_IN: &str = match ONLY {
    None => include_str!("../names.json"),
    Some(_) => "",
};

/// Names from both places.
#[derive(Clone, Copy)]
pub(super) struct Names<'a> {
    built_in: Option<&'static Given>,
    brought: Option<&'a Given>,
}

impl<'a> Names<'a> {
    /// Those built in and those that came along.
    pub fn with(brought: Option<&'a Given>) -> Names<'a> {
        static PARSED: OnceLock<Option<Given>> = OnceLock::new();
        Names { built_in: PARSED.get_or_init(|| parse_json(BUILT_IN)).as_ref(), brought }
    }

    /// The words at a place in them.
    fn at<'p>(self, path: &'p [&'p str]) -> impl Iterator<Item = &'a str> + 'p
    where
        'a: 'p,
    {
        let places = [self.built_in, self.brought].into_iter().flatten();
        let lists = places.filter_map(|names| path.iter().try_fold(names, |names, step| names.get(step)));
        let words = lists.filter_map(|list| match list {
            Given::List(words, _) => Some(words),
            _ => None,
        });
        words.flatten().filter_map(Given::text)
    }

    /// What a field is called.
    pub fn of_field<'p>(self, path: &'p [&'p str; 2]) -> impl Iterator<Item = &'a str> + 'p
    where
        'a: 'p,
    {
        self.at(path)
    }

    /// What a key of a field is called.
    pub fn of_choice(self, field: &str, key: &str) -> Vec<&'a str> {
        self.at(&["choices", field, key]).collect()
    }

    /// What a country is called.
    pub fn of_country(self, code: &str) -> Vec<&'a str> {
        self.at(&["countries", code]).collect()
    }
}
