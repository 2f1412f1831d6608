//! Days, in every order and calendar that people write them in.

use super::clean::unended;
use super::clock::{self, Clock};
use super::numerals;
use crate::request::bounds;
use crate::request::intake;
use crate::values::dates::Date;

/// What a text can mean as a day, and the time that it names beside it.
#[derive(Debug, Default)]
pub(super) struct Days {
    /// Every day that it can mean, as the contract writes it.
    pub days: Vec<String>,
    /// The time of day, where one is named.
    pub clock: Option<Clock>,
    /// Whether it means a day at all, if only one outside the calendar kept here.
    pub is_beyond: bool,
}

/// Year, month and day, as somebody may have meant them.
type Parts = (u32, u32, u32);

/// The year before the Republic's first.
const REPUBLIC: u32 = 1911;

/// Everything that a text can mean as a day.
pub(super) fn meant(text: &str) -> Days {
    let text = unended(text);
    if let Some(serial) = serial(text) {
        return serial;
    }
    let (text, weekday) = without_weekday(text);
    let (date, clock, is_universal) = without_time(&text);
    let parts = parts_meant(date.trim().trim_end_matches([',', '起', '止']).trim());
    let mut days = Days { clock, ..Days::default() };
    for (year, month, day) in parts {
        let written = format!("{year:04}-{month:02}-{day:02}");
        let Some(date) = Date::parse(&written) else { continue };
        if weekday.is_some_and(|weekday| weekday != date.weekday()) {
            continue;
        }
        match intake::read_date(&written) {
            Ok(_) => days.add(written),
            Err(_) => days.is_beyond = true,
        }
    }
    if is_universal && clock.is_some_and(|clock| !clock.is_midnight()) {
        days.add_neighbours(clock);
    }
    days
}

impl Days {
    fn add(&mut self, day: String) {
        if !self.days.contains(&day) {
            self.days.push(day);
        }
    }

    /// A time at Greenwich is another day somewhere: fourteen hours ahead of it, or twelve behind.
    fn add_neighbours(&mut self, clock: Option<Clock>) {
        let hour = clock.map_or(0, |clock| clock.hour);
        for written in self.days.clone() {
            let Some(date) = Date::parse(&written) else { continue };
            let next = date.plus_days(1).filter(|_| hour >= 10);
            let before = date.minus_days(1).filter(|_| hour < 12);
            if let Some(neighbour) = next.or(before) {
                self.add(neighbour.to_string());
            }
        }
    }
}

/// The number by which spreadsheets count days, and the first and the last that is kept here.
fn serial(text: &str) -> Option<Days> {
    let (whole, places) = text.split_once('.').map_or((text, None), |(whole, places)| (whole, Some(places)));
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.len() != 5 || !is_digits(whole) || !places.is_none_or(is_digits) {
        return None;
    }
    let number: i64 = whole.parse().ok()?;
    // Day 32,874 is the first of 1990. What is wrong in their February of 1900 lies before it.
    let day = Date::parse(bounds::DATE.0)?.plus_days(number.checked_sub(32_874)?)?.to_string();
    let is_kept = intake::read_date(&day).is_ok();
    let clock = places.map_or(Some(None), |places| clock::of_fraction(places).map(Some))?;
    Some(Days { days: is_kept.then_some(day).into_iter().collect(), clock, is_beyond: !is_kept })
}

const WEEKDAYS: [(&str, char); 7] =
    [("mon", '一'), ("tue", '二'), ("wed", '三'), ("thu", '四'), ("fri", '五'), ("sat", '六'), ("sun", '日')];

/// Takes the day of the week off: in brackets anywhere, or before or after the rest.
fn without_weekday(text: &str) -> (String, Option<usize>) {
    if let Some((before, rest)) = text.split_once('(')
        && let Some((inside, after)) = rest.split_once(')')
        && let Some(weekday) = weekday_of(inside, true)
    {
        return (format!("{} {}", before.trim(), after.trim()).trim().to_owned(), Some(weekday));
    }
    let words: Vec<&str> = text.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    for at in [0, words.len().saturating_sub(1), 1] {
        if let Some(word) = words.get(at)
            && words.len() > 1
            && let Some(weekday) = weekday_of(word, false)
        {
            let rest: Vec<&str> =
                words.iter().enumerate().filter(|(index, _)| *index != at).map(|(_, word)| *word).collect();
            return (rest.join(" "), Some(weekday));
        }
    }
    // Run together with the day: 2026年12月15日星期二.
    for marker in ["星期", "禮拜", "礼拜", "週", "周"] {
        if let Some((before, rest)) = text.split_once(marker)
            && let Some(name) = rest.chars().next()
            && let Some(weekday) = weekday_of(&format!("{marker}{name}"), false)
        {
            let after = rest.get(name.len_utf8()..).unwrap_or_default();
            return (format!("{} {}", before.trim(), after.trim()).trim().to_owned(), Some(weekday));
        }
    }
    (text.to_owned(), None)
}

/// Monday is 0. Alone, one sign is enough only in brackets.
fn weekday_of(text: &str, is_bracketed: bool) -> Option<usize> {
    let lower = text.trim().trim_end_matches('.').to_ascii_lowercase();
    let short = lower.get(..3).and_then(|short| WEEKDAYS.iter().position(|(name, _)| *name == short));
    if let Some(at) = short {
        let rest = lower.get(3..).unwrap_or_default();
        let full = ["day", "sday", "nesday", "rsday", "day", "urday", "day"];
        let is_name = matches!(rest, "" | "s" | "r" | "rs") || full.get(at) == Some(&rest);
        return is_name.then_some(at);
    }
    let marked = ["星期", "禮拜", "礼拜", "週", "周"].iter().find_map(|marker| lower.strip_prefix(marker));
    let name = if is_bracketed { marked.unwrap_or(&lower) } else { marked? };
    let mut signs = name.chars();
    let (sign, rest) = (signs.next()?, signs.next());
    let sign = if sign == '天' { '日' } else { sign };
    WEEKDAYS.iter().position(|(_, known)| *known == sign && rest.is_none())
}

/// Takes the time off: the day, the time, and whether it is Greenwich's.
fn without_time(text: &str) -> (String, Option<Clock>, bool) {
    let whole = (text.to_owned(), None, false);
    let lower = text.to_ascii_lowercase();
    let marked = text.find([':', '時', '时', '點', '点']);
    let half = || ["am", "pm"].iter().find_map(|half| lower.strip_suffix(half)).map(str::len);
    let Some(mark) = marked.or_else(half) else { return whole };
    // The time begins with the last blank or T before its first mark, or with a word that says which half of the day.
    let before = lower.get(..mark).unwrap_or_default().trim_end();
    let hours = before.trim_end_matches(|sign: char| sign.is_ascii_digit() || numerals::is_numeral(sign)).trim_end();
    let start = clock::HALVES.iter().find_map(|(half, _)| hours.strip_suffix(half)).unwrap_or(hours).len();
    let (date, time) = text.split_at_checked(start).unwrap_or((text, ""));
    let is_universal = time.ends_with(['Z', 'z']);
    let time = time.trim_end_matches(['Z', 'z']);
    // A zone behind it changes nothing in the day that stands there.
    let is_exact = date.ends_with(['T', 't']) || time.matches(':').count() > 2;
    let zone = time.rfind(|sign| sign == '+' || sign == '-' && is_exact).filter(|at| *at > 0);
    let time = zone.and_then(|at| time.get(..at)).unwrap_or(time);
    let date = date.trim_end().trim_end_matches(['T', 't', ',']).to_owned();
    match clock::read(time.trim()) {
        Some(clock) => (date, Some(clock), is_universal),
        None => whole,
    }
}

/// Everything that a day without a time can mean.
fn parts_meant(text: &str) -> Vec<Parts> {
    let lower = text.to_ascii_lowercase();
    let (rest, era) = era_of(&lower);
    if let Some(parts) = with_month_name(rest) {
        return if era == Era::Unsaid { parts } else { Vec::new() };
    }
    if rest.contains('年') {
        return in_chinese(rest, era);
    }
    let mark = ['-', '/', '.'].into_iter().find(|mark| rest.contains(*mark)).unwrap_or(' ');
    let numbers: Vec<&str> = rest.split(mark).map(str::trim).collect();
    let are_digits = numbers.iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    match (numbers.as_slice(), are_digits) {
        ([first, second, third], true) => by_place(first, second, third, era),
        ([digits], true) => run_together(digits, era),
        _ => Vec::new(),
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Era {
    Unsaid,
    Common,
    Republic,
}

fn era_of(text: &str) -> (&str, Era) {
    for (name, era) in [
        ("中華民國", Era::Republic),
        ("中华民国", Era::Republic),
        ("民國", Era::Republic),
        ("民国", Era::Republic),
        ("r.o.c.", Era::Republic),
        ("roc", Era::Republic),
        ("西元", Era::Common),
        ("公元", Era::Common),
    ] {
        if let Some(rest) = text.strip_prefix(name) {
            return (rest.trim_start(), era);
        }
    }
    (text, Era::Unsaid)
}

/// The years that some digits can mean.
fn years(digits: &str, era: Era) -> Vec<u32> {
    let Ok(year) = digits.parse::<u32>() else { return Vec::new() };
    let of_republic = || year + REPUBLIC;
    match (digits.len(), era) {
        (1..=3, Era::Republic) => vec![of_republic()],
        (4, Era::Unsaid | Era::Common) => vec![year],
        (3, Era::Unsaid) => vec![of_republic()],
        (2, Era::Unsaid) => vec![2000 + year, 1900 + year, of_republic()],
        _ => Vec::new(),
    }
}

/// Two years that both lie in the calendar kept here are two meanings; those outside are none.
fn kept_years(digits: &str, era: Era) -> Vec<u32> {
    let all = years(digits, era);
    let kept: Vec<u32> = all.iter().copied().filter(|year| (1990..=2100).contains(year)).collect();
    if kept.is_empty() { all } else { kept }
}

/// Three numbers: the year first, or last behind day and month in either order.
fn by_place(first: &str, second: &str, third: &str, era: Era) -> Vec<Parts> {
    let small = |text: &str| (1..=2).contains(&text.len()).then(|| text.parse::<u32>().ok()).flatten();
    let mut all = Vec::new();
    if let (Some(month), Some(day)) = (small(second), small(third)) {
        all.extend(kept_years(first, era).into_iter().map(|year| (year, month, day)));
    }
    // With its era said, or with four digits, the year is known.
    if era == Era::Unsaid
        && first.len() <= 2
        && let (Some(one), Some(other)) = (small(first), small(second))
    {
        for year in kept_years(third, era) {
            all.extend([(year, other, one), (year, one, other)]);
        }
    }
    all
}

/// Digits without a mark between them.
fn run_together(digits: &str, era: Era) -> Vec<Parts> {
    let cut = |first: usize, second: usize| {
        let (head, rest) = digits.split_at_checked(first)?;
        let (middle, tail) = rest.split_at_checked(second)?;
        Some(by_place(head, middle, tail, era))
    };
    match digits.len() {
        8 => [cut(4, 2), cut(2, 2)].into_iter().flatten().flatten().collect(),
        7 => cut(3, 2).unwrap_or_default(),
        6 => cut(2, 2).unwrap_or_default(),
        _ => Vec::new(),
    }
}

/// 2026年12月15日, in digits or in words.
fn in_chinese(text: &str, era: Era) -> Vec<Parts> {
    let parts = || {
        let (year, rest) = text.split_once('年')?;
        let (month, rest) = rest.split_once('月')?;
        let day = rest.trim().trim_end_matches(['日', '號', '号']);
        let digits = |part: &str| if part.trim() == "元" { Some("1".to_owned()) } else { in_digits(part.trim()) };
        Some((digits(year)?, in_digits(month.trim())?, in_digits(day.trim())?))
    };
    parts().map_or_else(Vec::new, |(year, month, day)| {
        let small = |text: &str| text.parse::<u32>().unwrap_or_default();
        kept_years(&year, era).into_iter().map(|year| (year, small(&month), small(&day))).collect()
    })
}

/// A number in digits or in words, as digits.
fn in_digits(text: &str) -> Option<String> {
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(text.to_owned());
    }
    if text.is_empty() || !text.chars().all(numerals::is_numeral) {
        return None;
    }
    numerals::meant(text, false).first().map(super::number::Meant::exactly)
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// A day with the name of its month; none where no month is named.
fn with_month_name(text: &str) -> Option<Vec<Parts>> {
    let words =
        text.split(['-', '/', '.', ' ', ',', '\'']).filter(|word| !word.is_empty() && *word != "of" && *word != "the");
    let words: Vec<&str> = words.collect();
    let at = words.iter().position(|word| month_named(word).is_some())?;
    let month = month_named(words.get(at)?)?;
    let numbers: Vec<&str> =
        words.iter().enumerate().filter(|(index, _)| *index != at).map(|(_, word)| ordinal(word)).collect();
    let [first, second] = numbers.as_slice() else { return Some(Vec::new()) };
    let are_digits = [first, second].iter().all(|number| number.bytes().all(|byte| byte.is_ascii_digit()));
    if !are_digits {
        return Some(Vec::new());
    }
    let (day, year) = if first.len() == 4 { (second, first) } else { (first, second) };
    let day: u32 = if day.len() > 2 { 0 } else { day.parse().unwrap_or_default() };
    Some(
        kept_years(year, Era::Unsaid).into_iter().filter(|year| *year >= 1000).map(|year| (year, month, day)).collect(),
    )
}

/// 15th as 15.
fn ordinal(word: &str) -> &str {
    let number = ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending));
    number.filter(|number| number.bytes().all(|byte| byte.is_ascii_digit())).unwrap_or(word)
}

fn month_named(word: &str) -> Option<u32> {
    if let Some(number) = word.strip_suffix('月').filter(|number| number.chars().all(numerals::is_numeral)) {
        return in_digits(number)?.parse().ok();
    }
    let is_short = |month: &str| word.len() >= 3 && month.starts_with(word) || month == "september" && word == "sept";
    let at = MONTHS.iter().position(|month| is_short(month))?;
    u32::try_from(at + 1).ok()
}
