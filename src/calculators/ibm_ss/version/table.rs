//! The table of versions: what each entry says, and which of them a version is.

use super::Terms;
use super::release::{Fit, Release};
use crate::calculators::rows::rows;
use crate::form::choice;
use crate::values::dates::Date;
use std::sync::Arc;

choice! {
    /// What the table says of a version.
    pub enum Mark {
        New = "new",
        Old = "old",
        /// Service ends or has ended: by a day, where one is named.
        EndOfService = "end_of_service",
    }
}

rows! {
    /// An entry of the table as it is printed.
    pub(super) struct Printed in product_versions {
        family: Arc<str>,
        product: Arc<str>,
        version: Arc<str>,
        mark: Mark,
        end_of_service_by: Option<Date> = served_until,
        /// Whether the mark is printed once, behind a version that follows on this one in the same line.
        shared_mark: Option<bool>,
    }
}

/// An entry of the table, with its version read.
#[derive(Debug, Clone)]
pub(super) struct Listed<'t> {
    pub printed: Printed<'t>,
    pub release: Release,
}

impl<'t> Listed<'t> {
    /// All entries, each where it could be read.
    pub fn all(terms: &'t Terms) -> impl Iterator<Item = Option<Listed<'t>>> {
        terms.product_versions.rows().map(|printed| Listed::read(printed?))
    }

    fn read(printed: Printed<'t>) -> Option<Listed<'t>> {
        let Printed { family, product, version, mark, end_of_service_by, .. } = &printed;
        let is_named = !family.value.is_empty() && !product.value.is_empty();
        let is_dated_by_its_mark = end_of_service_by.is_none() || mark.value == Mark::EndOfService;
        let release = Release::parse(&version.value)?;
        (is_named && is_dated_by_its_mark).then_some(Listed { printed, release })
    }

    pub fn family(&self) -> &Arc<str> {
        &self.printed.family.value
    }

    pub fn product(&self) -> &Arc<str> {
        &self.printed.product.value
    }

    pub fn is_new(&self) -> bool {
        self.printed.mark.value == Mark::New
    }

    /// The last day of its service, where one is named.
    pub fn end(&self) -> Option<Date> {
        self.printed.end_of_service_by.as_ref().map(|until| until.value)
    }

    pub fn mark_is_shared(&self) -> bool {
        self.printed.shared_mark.as_ref().is_some_and(|shared| shared.value)
    }

    fn is_said_the_same_of(&self, other: &Listed<'_>) -> bool {
        (self.printed.mark.value, self.end()) == (other.printed.mark.value, other.end())
    }
}

/// The family that the table counts a product among.
pub(super) fn family_of<'t>(table: &'t [Listed<'_>], product: &str) -> Option<&'t Arc<str>> {
    table.iter().find(|entry| &**entry.product() == product).map(Listed::family)
}

/// An entry that a version is, and how it was found.
pub(super) struct Match<'a, 't> {
    pub entry: &'a Listed<'t>,
    pub fit: Fit,
    /// Whether the entry prints a zero more, or one less, at its end.
    pub has_other_zeros: bool,
    /// All that was meant, of which the table says the same.
    pub meant: Vec<&'a Listed<'t>>,
}

/// What of the table a version is.
pub(super) enum Found<'a, 't> {
    Listed(Match<'a, 't>),
    /// Less than a version, which fits several that the table does not say the same of, or more
    /// versions than those listed.
    Several(Vec<&'a Listed<'t>>),
    Nothing,
}

/// The entry that a version is, the closest of several.
pub(super) fn find<'a, 't>(entries: impl Iterator<Item = &'a Listed<'t>> + Clone, asked: &Release) -> Found<'a, 't> {
    let meant: Vec<&Listed> = entries.clone().filter(|entry| asked.may_mean(&entry.release)).collect();
    let covering = entries.clone().filter_map(|entry| entry.release.covers(asked).map(|fit| (entry, fit)));
    let closest = covering.max_by_key(|(entry, _)| entry.release.depth());
    if let Some((entry, fit)) = closest
        && meant.iter().all(|other| other.is_said_the_same_of(entry))
    {
        // A number alone is one release; an x is whatever stands there.
        let meant = if asked.is_open() { meant } else { vec![entry] };
        return Found::Listed(Match { entry, fit, has_other_zeros: false, meant });
    }
    if !meant.is_empty() {
        return Found::Several(meant);
    }
    let alike = entries.filter_map(|entry| {
        let fit = entry.release.covers(&asked.with_the_zeros_of(&entry.release)?)?;
        Some(Match { entry, fit, has_other_zeros: true, meant: vec![entry] })
    });
    alike.max_by_key(|found| found.entry.release.depth()).map_or(Found::Nothing, Found::Listed)
}
