//! Single values of each kind: mostly what people enter, often the edge of what is allowed, now and then beyond.

use crate::described::Field;
use arbitrary::{Result, Unstructured};
use clausewise::dates::Date;
use clausewise::given::Given;

/// What a value depends on that is not its own field.
#[derive(Debug, Clone, Copy)]
pub struct Around {
    /// The decimals that amounts have.
    pub decimals: u32,
    /// The day that most others lie near.
    pub day: Date,
}

pub fn text(text: &str) -> Given {
    Given::Text(text.to_owned())
}

/// A value that the field may hold; of a list its items are drawn elsewhere.
pub fn proper(u: &mut Unstructured, field: &Field, around: Around) -> Result<Given> {
    Ok(match field.kind.as_str() {
        "money" => Given::Text(amount(u, field.decimals.unwrap_or(around.decimals))?),
        "percent" => text(u.choose(&["0", "5", "0.0001", "7.25", "33.3333", "50", "60", "99.9999", "100"])?),
        "rate" => text(u.choose(&["1", "32.5", "0.00000001", "1000000", "31.12345678", "0.95", "1085"])?),
        "date" => Given::Text(day(u, around.day)?),
        "local_time" => Given::Text(format!("{}T{}", day(u, around.day)?, clock(u)?)),
        "time" => Given::Text(clock(u)?),
        "flag" => Given::Flag(u.arbitrary()?),
        "count" => Given::Whole(count(u, field.min, field.max)?),
        "currency" => text(u.choose(&["TWD", "USD", "JPY", "EUR", "KWD"])?),
        "text" => Given::Text(free(u, field)?),
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

/// An amount with as many decimals as its currency may have, or fewer.
fn amount(u: &mut Unstructured, decimals: u32) -> Result<String> {
    let whole = match u.int_in_range(0..=9)? {
        0 => 0,
        1 => 999_999_999_999,
        2 => 1,
        size => u.int_in_range(1..=10_u64.pow(size + 2))?,
    };
    let places = if u.ratio(3, 4)? { decimals } else { 0 };
    if places == 0 {
        return Ok(whole.max(1).to_string());
    }
    let most = if whole == 999_999_999_999 { 99 * 10_u64.pow(places) / 100 } else { 10_u64.pow(places) - 1 };
    let part = u.int_in_range(u64::from(whole == 0)..=most)?;
    Ok(format!("{whole}.{part:0width$}", width = places as usize))
}

/// A day: mostly near the one that others lie near, since rules turn on a few days more or less.
pub fn day(u: &mut Unstructured, near: Date) -> Result<String> {
    const EDGES: &[&str] =
        &["1990-01-01", "2100-12-31", "2024-02-29", "2028-02-29", "2027-02-28", "2026-12-31", "2021-10-01"];
    let days = match u.int_in_range(0..=9)? {
        0 => return Ok((*u.choose(EDGES)?).to_owned()),
        1..=4 => u.int_in_range(-20..=20)?,
        5..=7 => u.int_in_range(-400..=400)?,
        _ => u.int_in_range(-4_000..=4_000)?,
    };
    let day = if days < 0 { near.minus_days(-days) } else { near.plus_days(days) };
    Ok(day.unwrap_or(near).to_string())
}

fn clock(u: &mut Unstructured) -> Result<String> {
    const EDGES: &[&str] = &["00:00", "08:59", "09:00", "15:30", "15:31", "17:29", "17:30", "17:31", "23:59"];
    if u.ratio(1, 3)? {
        return Ok((*u.choose(EDGES)?).to_owned());
    }
    Ok(format!("{:02}:{:02}", u.int_in_range(0..=23)?, u.int_in_range(0..=59)?))
}

fn count(u: &mut Unstructured, min: i64, max: i64) -> Result<i64> {
    Ok(match u.int_in_range(0..=5)? {
        0 => min,
        1 => max,
        2 => u.int_in_range(min..=max)?,
        _ => u.int_in_range(min..=max.min(min.saturating_add(12)))?,
    })
}

fn free(u: &mut Unstructured, field: &Field) -> Result<String> {
    const TEXTS: &[&str] =
        &["D1", "主動式", "a, \"b\"", "=1+1", "", "7.31", "V8.2", "6.5.x", "8.1 FP9", "9.20.FC1", "2003.06.15"];
    Ok(match u.int_in_range(0..=2)? {
        0 if !field.choices.is_empty() => u.choose(&field.choices)?.clone(),
        1 => u.arbitrary::<&str>()?.chars().filter(|c| !c.is_control()).take(80).collect(),
        _ => (*u.choose(TEXTS)?).to_owned(),
    })
}
