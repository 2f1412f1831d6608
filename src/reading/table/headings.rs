//! Which field a heading means.

use super::fields::Asked;
use super::names::Names;
use crate::reading::{Wants, plain, value};
use crate::request::given::Given;
use std::collections::HashMap;

/// What a heading means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// Nothing that is known.
    Unknown,
    /// One field, by its place in the list.
    Field(usize),
    /// More than one field.
    Several,
}

/// The headings that are known.
pub(super) struct Headings<'a> {
    asked: &'a [Asked],
    by_name: HashMap<String, Meaning>,
}

/// What stands in brackets behind a heading and says how, not what, to write.
const REMARKS: [&str; 14] = [
    "required",
    "optional",
    "mandatory",
    "必填",
    "必要",
    "必須",
    "選填",
    "可選",
    "非必填",
    "可空白",
    "可不填",
    "可留空",
    "必填项",
    "选填",
];

impl<'a> Headings<'a> {
    /// Every name of every field.
    pub fn of(asked: &'a [Asked], names: Names<'_>) -> Headings<'a> {
        let mut by_name = HashMap::new();
        for (index, Asked { field, .. }) in asked.iter().enumerate() {
            for name in std::iter::once(field.name).chain(names.of_field(&["fields", field.name])) {
                let meaning = by_name.entry(plain(name)).or_insert(Meaning::Field(index));
                if *meaning != Meaning::Field(index) {
                    *meaning = Meaning::Several;
                }
            }
        }
        Headings { asked, by_name }
    }

    /// What a heading means: as it stands, or without brackets that say nothing of it.
    pub fn meaning(&self, heading: &str) -> Meaning {
        let found = self.named(heading);
        if found != Meaning::Unknown {
            return found;
        }
        let Some((label, bracketed)) = without_brackets(heading) else { return Meaning::Unknown };
        let meaning = self.named(&label);
        let says_nothing = |inside: &String| is_year(inside) || is_remark(inside) || self.repeats(inside, meaning);
        if bracketed.iter().all(says_nothing) { meaning } else { Meaning::Unknown }
    }

    /// Whether it means one field or more.
    pub fn is_known(&self, heading: &str) -> bool {
        self.meaning(heading) != Meaning::Unknown
    }

    fn named(&self, heading: &str) -> Meaning {
        self.by_name.get(&plain(heading)).copied().unwrap_or(Meaning::Unknown)
    }

    /// Whether brackets name the field once more, or say of its numbers what they are of anyway: its currency, its unit.
    fn repeats(&self, inside: &str, meaning: Meaning) -> bool {
        let Meaning::Field(index) = meaning else { return self.named(inside) == meaning };
        let is_its_unit = |asked: &Asked| {
            // One of the currency is one; one thousand or one in another is not.
            let is_told = asked.wants() != Wants::Money || asked.currency().is_some();
            let one = || value(&format!("1 {inside}"), &asked.wanted);
            is_told && matches!(one(), Ok(Given::Text(one)) if one == "1") || one() == Ok(Given::Whole(1))
        };
        self.named(inside) == meaning || self.asked.get(index).is_some_and(is_its_unit)
    }
}

/// A heading without its brackets, and what stands in them; nothing where it has none.
fn without_brackets(heading: &str) -> Option<(String, Vec<String>)> {
    const OPEN: [char; 6] = ['(', '（', '[', '［', '【', '〔'];
    const CLOSE: [char; 6] = [')', '）', ']', '］', '】', '〕'];
    let (mut label, mut bracketed) = (String::new(), Vec::new());
    let mut rest = heading;
    while let Some((before, after)) = rest.split_once(OPEN) {
        let (inside, after) = after.split_once(CLOSE)?;
        label.push_str(before);
        bracketed.push(inside.trim().to_owned());
        rest = after;
    }
    label.push_str(rest);
    (!bracketed.is_empty()).then_some((label, bracketed))
}

fn is_remark(inside: &str) -> bool {
    let inside = plain(inside);
    inside.is_empty() || inside == "*" || REMARKS.contains(&inside.as_str())
}

/// A year of either calendar: 2026, FY2026, 2026年度, 民國115年, 115年度. A number of years is none.
fn is_year(inside: &str) -> bool {
    let text = plain(inside);
    let digits = text.trim_start_matches("fy").trim_start_matches("民國").trim_end_matches('度').trim_end_matches('年');
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let year = digits.parse::<u32>().unwrap_or_default();
    (1990..=2100).contains(&year) || (digits.len() == 3 && digits != text && (79..=189).contains(&year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_told_from_a_number_of_years() {
        for year in ["2026", "FY2026", "2026年", "115年度", "民國115年"] {
            assert!(is_year(year), "{year}");
        }
        for other in ["1年", "10年", "月", "千", "115", "年", "", "12", "20260"] {
            assert!(!is_year(other), "{other}");
        }
    }

    #[test]
    fn brackets_are_taken_off_with_what_is_in_them() {
        let parts = |heading| without_brackets(heading).unwrap_or_default();
        assert_eq!(parts("單價（NTD）[必填]"), ("單價".to_owned(), vec!["NTD".to_owned(), "必填".to_owned()]));
        assert_eq!(parts("(2026) Fee"), (" Fee".to_owned(), vec!["2026".to_owned()]));
        assert_eq!((without_brackets("Fee"), without_brackets("Fee (")), (None, None));
    }
}
