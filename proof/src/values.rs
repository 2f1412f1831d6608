//! Single values of each kind: mostly what people enter, often the edge of what is allowed or of what a document says, now and
//! then beyond.

use crate::days::{clock, day_by_rules};
use crate::described::Field;
use crate::said::{Said, units};
use arbitrary::{Result, Unstructured};
use clausewise::Date;
use clausewise::Given;

/// What a value depends on that is not its own field.
#[derive(Debug, Clone, Copy)]
pub struct Around<'a> {
    /// The decimals that amounts have.
    pub decimals: u32,
    /// The day that most others lie near.
    pub day: Date,
    /// What the document says.
    pub said: &'a Said,
}

pub fn text(text: &str) -> Given {
    Given::Text(text.to_owned())
}

/// A value that the field may hold; of a list its items are drawn elsewhere.
pub fn proper(u: &mut Unstructured, field: &Field, around: Around) -> Result<Given> {
    Ok(match field.kind.as_str() {
        "money" => Given::Text(amount(u, field, field.decimals.unwrap_or(around.decimals), around)?),
        "percent" => Given::Text(percent(u, field, around)?),
        "rate" => Given::Text(rate(u, field, around)?),
        "date" => Given::Text(day_by_rules(u, around)?),
        "local_time" => Given::Text(format!("{}T{}", day_by_rules(u, around)?, clock(u, around.said)?)),
        "time" => Given::Text(clock(u, around.said)?),
        "flag" => Given::Flag(u.arbitrary()?),
        "count" => Given::Whole(count(u, field, around.said)?),
        "currency" => text(u.choose(&["TWD", "USD", "JPY", "EUR", "KWD"])?),
        "text" => Given::Text(free(u, around.said)?),
        // Often one of those that a rule is about.
        "country" if !around.said.countries.is_empty() && u.arbitrary()? => {
            Given::Text(u.choose(&around.said.countries)?.clone())
        }
        // Choices, and countries, which are choices too.
        _ => Given::Text(u.choose(&field.choices)?.clone()),
    })
}
/// A value that no field of the kind may hold, or that only just fails to be one.
pub fn wrong(u: &mut Unstructured) -> Result<Given> {
    const TEXTS: &[&str] = &[
        "",
        " ",
        "x",
        "1e3",
        "-5",
        "+5",
        "0",
        "007",
        ".5",
        "5.",
        "1,000",
        "1.00001",
        "1000000000000",
        "999999999999.99",
        "2026-02-30",
        "1989-12-31",
        "2101-01-01",
        "2026-2-3",
        "2026-11-21T24:00",
        "TW",
        "XX",
        "XAU",
        "\u{202e}",
        "\0",
        "1\u{660}",
        "constructor",
        "__proto__",
        "ms-unified",
    ];
    Ok(match u.int_in_range(0..=7)? {
        0 => Given::Null,
        1 => Given::Flag(u.arbitrary()?),
        2 => Given::Whole(*u.choose(&[0, -1, 1, 1_000_001, i64::MAX, i64::MIN])?),
        3 => Given::number(*u.choose(&[0.5, -0.0, 1e19, 1e308, 9_007_199_254_740_993.0])?),
        4 => Given::List(vec![Given::Null], 1),
        5 => Given::Object(vec![("x".to_owned(), Given::Null)]),
        6 => Given::Text(u.arbitrary::<&str>()?.chars().take(100).collect()),
        _ => text(u.choose(TEXTS)?),
    })
}

/// Something that may stand anywhere: wrong in shape, kind or value, or by chance right.
pub fn anything(u: &mut Unstructured, depth: u32) -> Result<Given> {
    const NAMES: &[&str] = &["calculator", "input", "lines", "values", "x", "country", "fee", ""];
    if depth > 3 {
        return wrong(u);
    }
    let length = u.int_in_range(0..=3)?;
    Ok(match u.int_in_range(0..=7)? {
        0 | 1 => {
            let mut members: Vec<(String, Given)> = Vec::new();
            for _ in 0..length {
                let name = *u.choose(NAMES)?;
                // An object has each name once.
                if members.iter().all(|(known, _)| known != name) {
                    members.push((name.to_owned(), anything(u, depth + 1)?));
                }
            }
            Given::Object(members)
        }
        2 | 3 => Given::List((0..length).map(|_| anything(u, depth + 1)).collect::<Result<_>>()?, length),
        4 => Given::number(Some(u.arbitrary()?).filter(|number: &f64| number.is_finite()).unwrap_or_default()),
        // Those that every JSON parser reads exactly.
        5 => Given::Whole(u.int_in_range(-(1 << 53)..=1 << 53)?),
        _ => wrong(u)?,
    })
}

/// An amount with as many decimals as its currency may have, or fewer.
fn amount(u: &mut Unstructured, field: &Field, decimals: u32, around: Around) -> Result<String> {
    let one = 10_u64.pow(decimals);
    let most = most(field, decimals);
    let drawn = match u.int_in_range(0..=11)? {
        0 => 1,
        1 => most,
        2 => one,
        3 | 4 => beside(u, around.said, decimals)?,
        // A few of the smallest units: what is left of them is rounded.
        5 => u.int_in_range(1..=100)?,
        size => u.int_in_range(1..=10_u64.pow(size - 2).saturating_mul(one))?,
    };
    written(u, drawn.clamp(1, most), decimals)
}

fn percent(u: &mut Unstructured, field: &Field, around: Around) -> Result<String> {
    const COMMON: &[&str] = &["0", "5", "0.0001", "5.0001", "7.25", "33.3333", "50", "60", "62.5", "99.9999", "100"];
    let decimals = field.decimals.unwrap_or_default();
    let most = most(field, decimals);
    let drawn = match u.int_in_range(0..=5)? {
        0 => beside(u, around.said, decimals)?,
        1 => u.int_in_range(0..=most)?,
        _ => return Ok((*u.choose(COMMON)?).to_owned()),
    };
    written(u, drawn.min(most), decimals)
}

/// Something above zero by which something is multiplied or divided: often a half or a whole, or a hair beside it.
fn rate(u: &mut Unstructured, field: &Field, around: Around) -> Result<String> {
    const COMMON: &[&str] = &["1", "32.5", "0.00000001", "31.12345678", "0.95", "1085", "0.5", "0.4", "0.03125"];
    let decimals = field.decimals.unwrap_or_default();
    let (one, most) = (10_u64.pow(decimals), most(field, decimals));
    let drawn = match u.int_in_range(0..=7)? {
        0 => most.saturating_sub(u.int_in_range(0..=1)?),
        1 => beside(u, around.said, decimals)?,
        2..=4 => {
            let near = u.int_in_range(0..=2_000)? * one + *u.choose(&[0, one / 2, one / 5, one / 8])?;
            near.saturating_add(u.int_in_range(0..=2)?).saturating_sub(1)
        }
        5 => u.int_in_range(1..=most)?,
        _ => return Ok((*u.choose(COMMON)?).to_owned()),
    };
    written(u, drawn.clamp(1, most), decimals)
}

/// The most that a decimal may be, in its smallest units.
fn most(field: &Field, decimals: u32) -> u64 {
    let most = field.most.as_deref().unwrap_or_default();
    let (whole, _) = most.split_once('.').unwrap_or((most, ""));
    units(most, decimals).or_else(|| units(whole, decimals)).unwrap_or(u64::MAX)
}

/// A number that the document says, or the one right beside it, in its smallest units.
fn beside(u: &mut Unstructured, said: &Said, decimals: u32) -> Result<u64> {
    let number = if said.numbers.is_empty() { "1" } else { u.choose(&said.numbers)? };
    let number = units(number, decimals).unwrap_or(1);
    Ok(number.saturating_add(u.int_in_range(0..=2)?).saturating_sub(1))
}

/// A decimal of so many of its smallest units, now and then without the zeros at its end.
fn written(u: &mut Unstructured, drawn: u64, decimals: u32) -> Result<String> {
    let width = decimals as usize + 1;
    let digits = format!("{drawn:0>width$}");
    let (whole, part) = digits.split_at(digits.len() - decimals as usize);
    let part = if u.ratio(1, 4)? { part.trim_end_matches('0') } else { part };
    Ok(if part.is_empty() { whole.to_owned() } else { format!("{whole}.{part}") })
}

fn count(u: &mut Unstructured, field: &Field, said: &Said) -> Result<i64> {
    let (min, max) = (field.min, field.max);
    let drawn = match u.int_in_range(0..=6)? {
        0 => min,
        1 => max,
        2 => u.int_in_range(min..=max)?,
        3 => i64::try_from(beside(u, said, 0)?).unwrap_or(max),
        4 => u.int_in_range(min..=max.min(100))?,
        _ => u.int_in_range(min..=max.min(min.saturating_add(12)))?,
    };
    Ok(drawn.clamp(min, max))
}

fn free(u: &mut Unstructured, said: &Said) -> Result<String> {
    const TEXTS: &[&str] =
        &["D1", "主動式", "a, \"b\"", "=1+1", "", "7.31", "V8.2", "6.5.x", "8.1 FP9", "9.20.FC1", "2003.06.15"];
    Ok(match u.int_in_range(0..=5)? {
        0 => printed(u)?,
        1 | 2 if !said.texts.is_empty() => u.choose(&said.texts)?.chars().take(80).collect(),
        3 => numbered(u)?,
        _ => (*u.choose(TEXTS)?).to_owned(),
    })
}

/// Any characters that print and do not turn the writing around.
fn printed(u: &mut Unstructured) -> Result<String> {
    const TURNING: &[char] = &['\u{61c}', '\u{200e}', '\u{200f}'];
    let length = *u.choose(&[1, 2, 8, 80])?;
    let drawn = (0..length).map(|_| u.arbitrary::<char>()).collect::<Result<Vec<char>>>()?;
    let is_turning = |c: &char| {
        TURNING.contains(c) || ('\u{202a}'..='\u{202e}').contains(c) || ('\u{2066}'..='\u{2069}').contains(c)
    };
    Ok(drawn.into_iter().filter(|c| !c.is_control() && !is_turning(c)).collect())
}

/// Numbers with points between them, as people write which release or which part of something they mean.
fn numbered(u: &mut Unstructured) -> Result<String> {
    let mut text = (*u.choose(&["", "v", "V", "Version ", " ", "ver. ", "版本 "])?).to_owned();
    let parts = u.int_in_range(1..=4)?;
    for part in 0..parts {
        let point = if part == 0 { "" } else { "." };
        let number = u.int_in_range(0..=13)?;
        text += &match u.int_in_range(0..=7)? {
            0 => format!("{point}{number:02}"),
            // After an x nothing else can stand.
            1 if part > 0 => return Ok(format!("{text}{point}x")),
            2 if part == 0 => format!("{point}{}", 2_000 + number),
            _ => format!("{point}{number}"),
        };
    }
    Ok(text)
}
