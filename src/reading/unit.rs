//! What stands behind a number and says what it counts.

use crate::values::unit::Unit;

/// What things are counted by. Behind any count of things they say nothing more.
const MEASURES: [&str; 36] = [
    "套", "個", "个", "件", "台", "臺", "份", "組", "组", "人", "名", "位", "次", "張", "张", "筆", "笔", "家", "處",
    "支", "users", "user", "pcs", "pc", "units", "unit", "licences", "licence", "licenses", "license", "seats", "seat",
    "copies", "ea", "sets", "set",
];

/// The words for a unit, 月 and 時 not among them: 3月 is March, and 9時 a time of day.
const fn words(unit: Unit) -> &'static [&'static str] {
    match unit {
        Unit::Hours => &["小時", "小时", "鐘頭", "钟头", "hours", "hour", "hrs", "hr", "h"],
        Unit::Days => &["天", "日", "days", "day", "d"],
        Unit::Months => &["個月", "个月", "months", "month", "mths", "mth", "mos", "mo", "m"],
        Unit::Years => &["年", "years", "year", "yrs", "yr", "y"],
        Unit::Credits => &["點", "点", "credits", "credit"],
        // Nobody enters these.
        Unit::Minutes | Unit::BusinessDays | Unit::Weeks | Unit::NthYear => &[],
    }
}

/// The number that stands before a measure word or, where the unit is known, before one of its words. Another unit's
/// word makes another number of it, and stays.
pub(super) fn before(text: &str, unit: Option<Unit>) -> &str {
    let words = unit.map_or(&MEASURES[..], words);
    // 3 yrs., 12 pcs.
    let ended = text.strip_suffix('.').unwrap_or(text);
    words.iter().find_map(|word| ended.strip_suffix(word)).unwrap_or(text).trim_end()
}
