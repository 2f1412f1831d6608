//! A version of a product, read out of what people write.

use crate::form::{Cell, Entry, Field, Kind, Path, Reading, Text};
use crate::request::problem::{Problem, shown};

/// What is written before a version, or after it, and says no more than that it is one.
const BEFORE: &[&str] = &["version", "ver.", "ver", "v.", "v", "release", "rel.", "rel", "r", "版本", "第"];
const AFTER: &[&str] = &["版本", "版"];

/// What a fix on top of a version is called.
const FIXES: &[&str] = &["fix pack", "fixpack", "fixpak", "fp", "service pack", "sp", "refresh pack", "rp", "cf"];

/// A part of a version, between its points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Number(u32),
    /// The letters of a fix level, such as FP2 or FC4: no printed version has any.
    Fix,
    /// An `x`: whatever stands there.
    Any,
}

/// A version such as `6.5.4`, or several at once, such as `7.x`.
#[derive(Debug, Clone)]
pub struct Release {
    parts: Vec<Part>,
    /// The parts that were written with a zero in front, such as the second of `7.03`.
    padded: Vec<usize>,
    /// Whether it is a number alone, which stands for its release 0.
    is_whole: bool,
}

/// How an entry of a table fits a version that is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fit {
    /// The entry names it.
    Named,
    /// The entry names the release that it is a fix level of.
    FixLevel,
}

impl Release {
    /// Reads `6.5.4`, `v7.31`, `Version 6.0`, `7.xx`, `2003.06.15`, `９．４０`, `8.2 FP3`; none where no
    /// version can be read.
    pub fn parse(written: &str) -> Option<Release> {
        let text: String = written.chars().map(|c| narrow(c).to_ascii_lowercase()).collect();
        let (number, fix) = match bare(&text).split_once(char::is_whitespace) {
            Some((number, fix)) => (number, is_fix(fix.trim()).then_some(Part::Fix).map(Some)?),
            None => (bare(&text), None),
        };
        let mut parts = Vec::new();
        let mut padded = Vec::new();
        for part in number.split('.') {
            if part.strip_prefix('0').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit())) {
                padded.push(parts.len());
            }
            read_part(part, &mut parts)?;
        }
        let is_whole = parts.len() == 1 && fix.is_none();
        // The first release of a version is its release 0.
        if !matches!(parts.get(1), Some(Part::Number(_) | Part::Any)) {
            parts.insert(1, Part::Number(0));
        }
        parts.extend(fix);
        // After an x there is nothing left to say.
        let after_any = parts.iter().skip_while(|part| **part != Part::Any);
        let is_read =
            matches!(parts.first(), Some(Part::Number(_))) && after_any.into_iter().all(|part| *part == Part::Any);
        is_read.then_some(Release { parts, padded, is_whole })
    }

    /// Whether, and how, this entry of a table covers the version asked about: part by part as numbers, so
    /// that `06` is 6 and `31` is not 3. What follows an entry's last part is a fix level of it.
    pub fn covers(&self, asked: &Release) -> Option<Fit> {
        let mut asked = asked.parts.iter();
        for part in &self.parts {
            match (part, asked.next()) {
                (Part::Any, _) => return Some(Fit::Named),
                (Part::Number(entry), Some(Part::Number(number))) if entry == number => {}
                (Part::Number(0), None) => {}
                _ => return None,
            }
        }
        let is_named = asked.all(|part| *part == Part::Number(0));
        Some(if is_named { Fit::Named } else { Fit::FixLevel })
    }

    /// The same with another zero, one more or one less, at the end of its second part, as the entry prints it: `9.4` as
    /// `9.40`, `11.50` as `11.5`. None where the two are no more alike than that.
    pub fn with_the_zeros_of(&self, entry: &Release) -> Option<Release> {
        let (Some(Part::Number(asked)), Some(Part::Number(printed))) = (self.parts.get(1), entry.parts.get(1)) else {
            return None;
        };
        let is_alike = |less: &u32, more: &u32| *less > 0 && format!("{less}0") == more.to_string();
        let mut alike = self.clone();
        *alike.parts.get_mut(1)? = Part::Number(*printed);
        (is_alike(asked, printed) || is_alike(printed, asked)).then_some(alike)
    }

    /// Whether a zero in front was left out to find the entry's numbers in it.
    pub fn is_padded_for(&self, entry: &Release) -> bool {
        let numbers = entry.parts.iter().take_while(|part| **part != Part::Any).count();
        self.padded.iter().any(|part| *part < numbers)
    }

    /// Whether a zero in front was left out: "8.02" is read as 8.2, and may have meant 8.0.2.
    pub fn is_padded(&self) -> bool {
        !self.padded.is_empty()
    }

    /// Whether an x stands for any number in it.
    pub fn is_open(&self) -> bool {
        self.parts.contains(&Part::Any)
    }

    /// Whether several versions may be meant, and the entry's is one of them.
    pub fn may_mean(&self, entry: &Release) -> bool {
        let numbers = if self.is_whole { 1 } else { self.parts.iter().take_while(|part| **part != Part::Any).count() };
        let is_open = self.is_whole || self.is_open();
        let fits = |(asked, entry): (&Part, &Part)| asked == entry || *entry == Part::Any;
        is_open && self.parts.iter().zip(&entry.parts).take(numbers).all(fits)
    }

    /// How many parts it names: the more, the closer it describes.
    pub fn depth(&self) -> usize {
        self.parts.iter().filter(|part| **part != Part::Any).count()
    }

    /// Whether both name the same, however they are written.
    pub fn is_same(&self, other: &Release) -> bool {
        self.parts == other.parts
    }

    /// Whether a number alone was read as this entry's release 0.
    pub fn is_rounded_to(&self, entry: &Release) -> bool {
        self.is_whole && !entry.is_whole && entry.parts.get(1) != Some(&Part::Any)
    }
}

impl Entry for Release {
    const FIELD: Field = Field::required(Kind::Text);

    fn read(cell: Cell<'_>, field: &Field, path: &Path<'_>, reading: &mut Reading<'_>) -> Option<Release> {
        let text = Text::read(cell, field, path, reading)?.0;
        let release = Release::parse(&text);
        if release.is_none() {
            reading.fault(path, Problem::NotAVersion { got: shown(&text) });
        }
        release
    }
}

/// Full-width letters, digits and points, as Chinese input methods give them, in their usual width.
fn narrow(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(u32::from(c) - u32::from('！') + u32::from('!')).unwrap_or(c),
        '。' | '｡' => '.',
        '×' => 'x',
        _ if c.is_whitespace() => ' ',
        _ => c,
    }
}

/// Without the words around it that say it is a version.
fn bare(text: &str) -> &str {
    let is_between = |c: char| c.is_whitespace() || c == ':';
    let mut rest = text.trim_matches(is_between);
    while let Some(after) = BEFORE.iter().find_map(|word| rest.strip_prefix(word)) {
        rest = after.trim_start_matches(is_between);
    }
    while let Some(before) = AFTER.iter().find_map(|word| rest.strip_suffix(word)) {
        rest = before.trim_end_matches(is_between);
    }
    rest
}

/// Whether it names a fix: what one is called, and its number.
fn is_fix(text: &str) -> bool {
    let number = FIXES.iter().find_map(|name| text.strip_prefix(name)).map(str::trim_start);
    let is_number = |number: &str| number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    number.is_some_and(|number| number.starts_with(|c: char| c.is_ascii_digit()) && is_number(number))
}

/// Reads what stands between two points: a number, an x, a fix level, or a number and a fix level.
fn read_part(text: &str, parts: &mut Vec<Part>) -> Option<()> {
    let is_any = |text: &str| !text.is_empty() && (text == "*" || text.chars().all(|c| c == 'x'));
    if is_any(text) {
        parts.push(Part::Any);
        return Some(());
    }
    let (digits, fix) = text.split_at(text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len()));
    if !digits.is_empty() {
        parts.push(Part::Number(digits.parse().ok()?));
    }
    // "6x" may be 6.x or sixty-something: nobody can say.
    let is_numbered = |fix: &str| fix.len() == 1 || fix.contains(|c: char| c.is_ascii_digit());
    let is_level = fix.chars().all(|c| c.is_ascii_alphanumeric()) && !is_any(fix) && is_numbered(fix);
    match (digits.is_empty(), fix.is_empty()) {
        (true, true) => None,
        (false, true) => Some(()),
        _ if is_level => {
            parts.push(Part::Fix);
            Some(())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn are_same(one: &str, other: &str) -> bool {
        Release::parse(one).zip(Release::parse(other)).is_some_and(|(one, other)| one.is_same(&other))
    }

    fn covers(entry: &str, asked: &str) -> Option<Fit> {
        Release::parse(entry).and_then(|entry| entry.covers(&Release::parse(asked)?))
    }

    #[test]
    fn a_zero_that_is_not_written_is_one() {
        assert_eq!(covers("8.0.0", "8"), Some(Fit::Named));
        assert_eq!(covers("8.1.0", "8.1"), Some(Fit::Named));
        assert_eq!(covers("8.1.2", "8.1"), None);
    }

    #[test]
    fn one_version_is_written_in_many_ways() {
        let spellings = [
            "7.31",
            "v7.31",
            "V7.31",
            " 7.31 ",
            "V 7.31",
            "v.7.31",
            "Version 7.31",
            "VERSION 7.31",
            "version: 7.31",
            "ver 7.31",
            "Ver. 7.31",
            "release 7.31",
            "R7.31",
            "07.31",
            "7.031",
            "７．３１",
            "Ｖ７．３１",
            "７。３１",
            "　7.31　",
            "版本 7.31",
            "版本：7.31",
            "第 7.31 版",
            "7.31版",
        ];
        for text in spellings {
            assert!(are_same(text, "7.31"), "{text}");
        }
        for text in ["7.xx", "7.x", "7.X", "v7.XX", "7.*", "７．ｘｘ", "Version 7.x", "7.×"] {
            assert!(are_same(text, "7.x"), "{text}");
        }
    }

    #[test]
    fn what_is_no_version_is_not_read() {
        for text in [
            "",
            " ",
            "v",
            "version",
            "latest",
            "x",
            "*",
            "x.7",
            ".",
            "7.",
            ".7",
            "7..1",
            "7,31",
            "7-31",
            "-7",
            "7 31",
            "6.0 or 6.1",
            "6x",
            "7.x.1",
            "7.xy",
            "7.31以前",
            "before 7",
            "7th",
            "7.31 beta",
            "7.31 fp",
            "99999999999",
            "٧",
            "七",
        ] {
            assert!(Release::parse(text).is_none(), "{text}");
        }
    }

    #[test]
    fn parts_are_compared_as_numbers() {
        for (entry, asked) in [
            ("2003.6.x", "2003.06.15"),
            ("2003.6.x", "2003.6"),
            ("2003.6.x", "2003.06.00"),
            ("2003.6.x", "2003.6.x"),
            ("6.5.x", "6.5.4"),
            ("6.5.x", "6.5.4FP2"),
            ("6.5.x", "6.5"),
            ("7.xx", "7.0.3"),
            ("7.xx", "7.x"),
            ("7.xx", "7"),
            ("8", "8.0"),
            ("8", "8"),
            ("8.0", "8"),
            ("7.0", "7.0.0"),
            ("V7.3", "7.03"),
        ] {
            assert_eq!(covers(entry, asked), Some(Fit::Named), "{entry} {asked}");
        }
        for (entry, asked) in [
            ("6.1", "6.1.0.27"),
            ("9.40", "9.40.FC4"),
            ("8.2", "8.2 FP9"),
            ("8.2", "8.2 Fix Pack 9"),
            ("8.2", "8.2fp9"),
            ("7.0", "7.0.x"),
            ("8", "8.0.1"),
            ("8", "8 fp1"),
            ("8", "8fp1"),
        ] {
            assert_eq!(covers(entry, asked), Some(Fit::FixLevel), "{entry} {asked}");
        }
        for (entry, asked) in [
            ("V7.3", "7.31"),
            ("V7.31", "7.3"),
            ("V7.3", "7.30"),
            ("V9.20", "9.2"),
            ("8", "8.5"),
            ("6.0.x", "6.1"),
            ("6.5.x", "6.x"),
            ("7.0", "7.1"),
            ("7.0", "7.x"),
            ("5.x", "6.0"),
            ("8.0.2", "8.0"),
            ("11.5", "11"),
        ] {
            assert_eq!(covers(entry, asked), None, "{entry} {asked}");
        }
    }

    #[test]
    fn a_zero_at_the_end_is_one_too_many_or_one_too_few() {
        let alike = |asked: &str, entry: &str| {
            let (asked, entry) = Release::parse(asked).zip(Release::parse(entry))?;
            entry.covers(&asked.with_the_zeros_of(&entry)?)
        };
        for (asked, entry) in
            [("9.4", "V9.40"), ("7.30", "V7.3"), ("11.50", "11.5"), ("9.2", "V9.20"), ("6.50", "6.5.x")]
        {
            assert_eq!(alike(asked, entry), Some(Fit::Named), "{asked} {entry}");
        }
        for (asked, entry) in [("9.4.FC4", "V9.40"), ("11.50.x", "11.5")] {
            assert_eq!(alike(asked, entry), Some(Fit::FixLevel), "{asked} {entry}");
        }
        for (asked, entry) in [
            ("7.31", "V7.3"),
            ("7.3", "V7.31"),
            ("9.4", "V9.20"),
            ("7.300", "V7.3"),
            ("7.0", "7.x"),
            ("8.x", "8.1"),
            ("8.0", "8.0"),
        ] {
            assert_eq!(alike(asked, entry), None, "{asked} {entry}");
        }
    }

    #[test]
    fn a_zero_in_front_is_told_where_the_entry_names_the_part() {
        let padded = |asked: &str, entry: &str| {
            Release::parse(asked).zip(Release::parse(entry)).is_some_and(|(asked, entry)| asked.is_padded_for(&entry))
        };
        for (asked, entry) in [("8.02", "8.2"), ("7.03", "V7.3"), ("08.2", "8.2"), ("2003.06.15", "2003.6.x")] {
            assert!(padded(asked, entry), "{asked} {entry}");
        }
        for (asked, entry) in [("8.2", "8.2"), ("8.0", "8.0"), ("8.2.01", "8.2"), ("7.01", "7.xx"), ("0.8", "0.8")] {
            assert!(!padded(asked, entry), "{asked} {entry}");
        }
    }

    #[test]
    fn less_than_a_version_may_mean_several() {
        let may_mean = |asked: &str, entry: &str| {
            Release::parse(asked).zip(Release::parse(entry)).is_some_and(|(asked, entry)| asked.may_mean(&entry))
        };
        for (asked, entry) in [
            ("7.x", "7.31"),
            ("7", "7.3"),
            ("8", "8.0.2"),
            ("2003", "2003.6.x"),
            ("6.x", "6.5.x"),
            ("8.0.x", "8.0.2"),
            ("5", "5.x"),
        ] {
            assert!(may_mean(asked, entry), "{asked} {entry}");
        }
        for (asked, entry) in [("7.3", "7.31"), ("8.x", "7.31"), ("7.31", "7.31"), ("8.0.x", "8.1")] {
            assert!(!may_mean(asked, entry), "{asked} {entry}");
        }
    }
}
