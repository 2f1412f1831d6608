//! What people call fields, keys and countries: what is built in, and what a page brings along.

use crate::reading::names::built_in;
use crate::request::given::Given;

/// Names from both places.
#[derive(Clone, Copy)]
pub(super) struct Names<'a> {
    built_in: &'static Given,
    brought: Option<&'a Given>,
}

impl<'a> Names<'a> {
    /// Those built in and those that came along.
    pub fn with(brought: Option<&'a Given>) -> Names<'a> {
        Names { built_in: built_in(), brought }
    }

    /// The words at a place in them.
    fn at<'p>(self, path: &'p [&'p str]) -> impl Iterator<Item = &'a str> + 'p
    where
        'a: 'p,
    {
        let places = [Some(self.built_in), self.brought].into_iter().flatten();
        let lists = places.filter_map(|names| path.iter().try_fold(names, |names, step| names.get(step)));
        lists.flat_map(Given::items).filter_map(Given::text)
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
