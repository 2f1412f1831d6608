//! The table of versions: what each entry says, and which of them a version is.

use super::release::{Fit, Release};
use crate::dates::Date;
use crate::given::Given;
use std::sync::Arc;

/// What the table says of a version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    New,
    Old,
    /// Service ends or has ended: with the day, where one is named.
    EndOfService(Option<Date>),
}

impl Mark {
    pub const NAMES: &'static [&'static str] = &["new", "old", "end_of_service"];

    pub fn name(self) -> &'static str {
        match self {
            Mark::New => "new",
            Mark::Old => "old",
            Mark::EndOfService(_) => "end_of_service",
        }
    }

    /// The status on a day, and the formula that says why. Reading: an end "by" a day is one after that
    /// day; an end without a day had come when the table was printed, and so on every day asked about.
    pub fn status(self, as_of: Date) -> (&'static str, &'static str) {
        match self {
            Mark::New => ("current", "mark"),
            Mark::Old => ("superseded", "mark"),
            Mark::EndOfService(None) => ("end_of_service", "mark"),
            Mark::EndOfService(Some(until)) if as_of > until => ("end_of_service", "end_of_service_by < as_of"),
            Mark::EndOfService(Some(_)) => ("superseded", "as_of ≤ end_of_service_by"),
        }
    }
}

/// An entry of the table.
#[derive(Debug, Clone)]
pub(super) struct Listed {
    pub family: Arc<str>,
    pub product: Arc<str>,
    pub version: Arc<str>,
    pub release: Release,
    pub mark: Mark,
    /// Whether the mark is printed once, behind a version that follows on this one in the same line.
    pub mark_is_shared: bool,
}

impl Listed {
    pub fn read(row: &Given) -> Option<Listed> {
        let text = |name| row.get(name).and_then(Given::text).filter(|text| !text.is_empty()).map(Arc::<str>::from);
        let until = match row.get("served_until") {
            None | Some(Given::Null) => None,
            Some(until) => Some(until.text().and_then(Date::parse)?),
        };
        let mark = match (row.get("mark").and_then(Given::text)?, until) {
            ("new", None) => Mark::New,
            ("old", None) => Mark::Old,
            ("end_of_service", until) => Mark::EndOfService(until),
            _ => return None,
        };
        let version = text("version")?;
        let release = Release::parse(&version)?;
        let mark_is_shared = row.get("shared_mark") == Some(&Given::Flag(true));
        Some(Listed { family: text("family")?, product: text("product")?, version, release, mark, mark_is_shared })
    }
}

/// An entry that a version is, and how it was found.
pub(super) struct Match<'t> {
    pub entry: &'t Listed,
    pub fit: Fit,
    /// Whether the entry prints a zero more, or one less, at its end.
    pub has_other_zeros: bool,
    /// All that was meant, of which the table says the same.
    pub meant: Vec<&'t Listed>,
}

/// What of the table a version is.
pub(super) enum Found<'t> {
    Listed(Match<'t>),
    /// Less than a version, which fits several that the table does not say the same of, or more
    /// versions than those listed.
    Several(Vec<&'t Listed>),
    Nothing,
}

/// The entry that a version is, the closest of several.
pub(super) fn find<'t>(entries: impl Iterator<Item = &'t Listed> + Clone, asked: &Release) -> Found<'t> {
    let meant: Vec<&Listed> = entries.clone().filter(|entry| asked.may_mean(&entry.release)).collect();
    let covering = entries.clone().filter_map(|entry| entry.release.covers(asked).map(|fit| (entry, fit)));
    let closest = covering.max_by_key(|(entry, _)| entry.release.depth());
    if let Some((entry, fit)) = closest
        && meant.iter().all(|other| other.mark == entry.mark)
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
