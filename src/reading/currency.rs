//! What people call currencies, before and after amounts.

use super::clean::plain;
use crate::values::money::Currency;

/// The currencies that the documents are billed in, and their signs and names as [`plain`] writes them. `$` and 元 stand
/// for several.
const CALLED: [(&str, &str); 19] = [
    ("TWD", "nt$ ntd$ ntd nt twd$ 新台幣 新台币 台幣 台币 元 圓 塊"),
    ("USD", "us$ usd$ 美元 美金 usdollar usdollars"),
    ("EUR", "€ euro euros 歐元 欧元"),
    ("JPY", "¥ jp¥ yen 円 日圓 日元 日幣 日币"),
    ("CNY", "¥ cn¥ rmb¥ rmb 人民幣 人民币 元 圆"),
    ("HKD", "hk$ 港幣 港元 港币 元"),
    ("SGD", "s$ sg$ 新加坡幣 新加坡元 坡幣 新幣"),
    ("KRW", "₩ won 韓元 韓圜 韓圓 韓幣"),
    ("GBP", "£ gb£ 英鎊 英镑"),
    ("AUD", "a$ au$ 澳幣 澳元"),
    ("CAD", "c$ ca$ 加幣 加元 加拿大幣"),
    ("CHF", "sfr fr 瑞士法郎 瑞郎"),
    ("INR", "₹ rs 印度盧比 盧比"),
    ("MYR", "rm 馬幣 令吉 馬來西亞令吉"),
    ("THB", "฿ baht 泰銖 泰幣"),
    ("VND", "₫ đ 越南盾"),
    ("IDR", "rp 印尼盾 印尼盧比"),
    ("PHP", "₱ 披索 菲律賓披索"),
    ("NZD", "nz$ 紐幣 紐元 紐西蘭元"),
];

/// Whose amounts a bare `$` stands before.
const DOLLARS: [&str; 13] = ["TWD", "USD", "HKD", "SGD", "AUD", "CAD", "NZD", "MXN", "CLP", "COP", "ARS", "BND", "FJD"];

/// Those whose millions are written in groups of two above the thousands.
const BY_HUNDREDS: [&str; 6] = ["INR", "PKR", "BDT", "NPR", "LKR", "BTN"];

pub(super) fn is_by_hundreds(currency: Option<&str>) -> bool {
    currency.is_some_and(|code| BY_HUNDREDS.contains(&code))
}

/// Every currency that a sign, a name or a code may mean.
pub(super) fn called(name: &str) -> Vec<&'static str> {
    // Marks of the amount are no part of its name.
    let is_mark = |sign: char| matches!(sign, '-' | '(' | ')' | '[' | ']' | ',' | '/' | '\'' | ':' | '"');
    if name.contains(is_mark) {
        return Vec::new();
    }
    let name = plain(name);
    if name == "$" {
        return DOLLARS.to_vec();
    }
    let known = CALLED.iter().filter(|(_, names)| names.split(' ').any(|known| known == name)).map(|(code, _)| *code);
    let code = Currency::of_code(&name.to_ascii_uppercase()).map(Currency::code);
    let mut all: Vec<&'static str> = code.into_iter().chain(known).collect();
    all.dedup();
    all
}

/// 元 behind an amount whose currency stands before it: 美金 1,000 元.
pub(super) fn is_unit(name: &str) -> bool {
    matches!(name, "元" | "圓" | "圆" | "塊")
}

/// What stands around an amount.
pub(super) struct Around<'a> {
    /// The amount itself.
    pub amount: &'a str,
    /// The names of currencies before and after it.
    pub names: Vec<&'a str>,
}

/// The longest name of a currency in letters: usdollars.
const LONGEST: usize = 12;

/// Takes the names of currencies off an amount, at both ends.
pub(super) fn around(text: &str) -> Around<'_> {
    let mut amount = text.trim();
    let mut names = Vec::new();
    if let Some((name, rest)) = longest(amount, true) {
        names.push(name);
        amount = rest;
    }
    if let Some((name, rest)) = longest(amount, false) {
        names.push(name);
        amount = rest;
    }
    Around { amount, names }
}

/// The longest name at one end, and the rest.
fn longest(text: &str, is_first: bool) -> Option<(&str, &str)> {
    let is_digit = |sign: char| sign.is_ascii_digit();
    let run = if is_first { text.split(is_digit).next() } else { text.rsplit(is_digit).next() }?;
    let signs = run.chars().count().min(LONGEST);
    (1..=signs).rev().find_map(|count| {
        let at = if is_first { text.char_indices().nth(count)?.0 } else { text.char_indices().nth_back(count - 1)?.0 };
        let (before, after) = text.split_at_checked(at)?;
        // Another letter would make it another word.
        let letters = |sign: Option<char>| sign.is_some_and(|sign| sign.is_ascii_alphabetic());
        let is_cut = letters(before.chars().next_back()) && letters(after.chars().next());
        let (name, rest) = if is_first { (before, after) } else { (after, before) };
        let is_whole = !is_cut && !name.starts_with(' ') && !name.ends_with(' ');
        (is_whole && !called(name).is_empty()).then_some((name, rest.trim()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn currencies_are_known_by_what_people_call_them() {
        for (name, codes) in [
            ("NT$", &["TWD"][..]),
            ("ntd", &["TWD"]),
            ("新臺幣", &["TWD"]),
            ("美元", &["USD"]),
            ("usd", &["USD"]),
            ("¥", &["JPY", "CNY"]),
            ("元", &["TWD", "CNY", "HKD"]),
            ("pln", &["PLN"]),
            ("xau", &[]),
            ("", &[]),
        ] {
            assert_eq!(called(name), codes, "{name}");
        }
        let taken = |text: &'static str| {
            let Around { amount, names } = around(text);
            (amount, names)
        };
        assert_eq!(taken("NT$ 12,000.00"), ("12,000.00", vec!["NT$"]));
        assert_eq!(taken("1 234,50 €"), ("1 234,50", vec!["€"]));
        assert_eq!(taken("新臺幣壹萬貳仟元"), ("壹萬貳仟", vec!["新臺幣", "元"]));
        assert_eq!(taken("US$36k"), ("36k", vec!["US$"]));
        assert_eq!(taken("12000"), ("12000", vec![]));
        assert_eq!(taken("12,000 twd"), ("12,000", vec!["twd"]));
        assert_eq!(taken("abcusd"), ("abcusd", vec![]));
    }
}
