//! What is written so plainly that it needs no reader: the contract's own form, digits in groups of three, a key as it is.
//! A core for one page knows no more, and leaves everything else to the build that reads; so what is told here has to be
//! what the reader tells too.

use super::{Wanted, Wants};
use crate::request::given::Given;
use crate::request::intake::{self, ANY_RATE, PERCENT};
use crate::values::country::Country;
use crate::values::money::Currency;
use crate::values::text::is_unseen;

/// The one value of a plain text; none where a reader has to look at it.
pub(super) fn value(text: &str, wanted: &Wanted) -> Option<Given> {
    let as_it_is = |is_plain: bool| is_plain.then(|| Given::Text(text.to_owned()));
    match wanted.wants {
        Wants::Money => money(text, wanted.digits).map(Given::Text),
        Wants::Percent => percent(text).map(Given::Text),
        Wants::Rate => as_it_is(intake::read_decimal(text, &ANY_RATE).is_ok()),
        Wants::Count => count(text, wanted.within).map(Given::Whole),
        Wants::Date => as_it_is(intake::read_date(text).is_ok()),
        Wants::LocalTime => local_time(text).map(Given::Text),
        Wants::Time => as_it_is(intake::read_time(text).is_ok()),
        Wants::Flag => text.parse().ok().map(Given::Flag),
        Wants::Choice => as_it_is(wanted.choices.iter().any(|choice| choice.key == text)),
        Wants::Country => as_it_is(country(text, wanted)),
        Wants::Currency => as_it_is(Currency::of_code(text).is_some()),
        Wants::Text => as_it_is(is_seen_as_it_is(text)),
    }
}

fn country(code: &str, wanted: &Wanted) -> bool {
    match wanted.choices.as_slice() {
        [] => Country::of_code(code).is_some(),
        choices => choices.iter().any(|choice| choice.key == code),
    }
}

fn money(text: &str, digits: Option<u32>) -> Option<String> {
    let limits = intake::money_bounds(digits);
    let plain = match ungrouped(text) {
        // 1,234 is one and a bit where a currency has three decimals.
        Some(Grouped { groups: 1, has_decimals: false, .. }) if digits.is_none_or(|digits| digits > 2) => return None,
        Some(grouped) => grouped.digits,
        None => text.to_owned(),
    };
    intake::read_decimal(&plain, &limits).is_ok().then_some(plain)
}

fn percent(text: &str) -> Option<String> {
    let number = text.strip_suffix('%').unwrap_or(text);
    // A fraction without a sign may be a hundred times as much.
    let is_told = number.len() < text.len() || !number.starts_with("0.");
    (is_told && intake::read_decimal(number, &PERCENT).is_ok()).then(|| number.to_owned())
}

fn count(text: &str, (min, max): (i64, i64)) -> Option<i64> {
    let plain = ungrouped(text).filter(|grouped| !grouped.has_decimals).map_or_else(|| text.to_owned(), |it| it.digits);
    let is_whole = plain.bytes().all(|byte| byte.is_ascii_digit());
    plain.parse().ok().filter(|count| is_whole && (min..=max).contains(count))
}

fn local_time(text: &str) -> Option<String> {
    let written = text.replacen(' ', "T", 1);
    intake::read_local_time(&written).is_ok().then_some(written)
}

/// Digits in groups of three between commas.
struct Grouped {
    digits: String,
    /// How many commas there were.
    groups: usize,
    has_decimals: bool,
}

fn ungrouped(text: &str) -> Option<Grouped> {
    let (whole, decimals) = text.split_once('.').map_or((text, None), |(whole, decimals)| (whole, Some(decimals)));
    let mut groups = whole.split(',');
    let first = groups.next().filter(|first| (1..=3).contains(&first.len()) && !first.starts_with('0'))?;
    let mut digits = first.to_owned();
    let mut count = 0;
    for group in groups {
        if group.len() != 3 {
            return None;
        }
        digits.push_str(group);
        count += 1;
    }
    if let Some(decimals) = decimals {
        digits.push('.');
        digits.push_str(decimals);
    }
    (count > 0).then_some(Grouped { digits, groups: count, has_decimals: decimals.is_some() })
}

/// Nothing about it would be left out or put in another way.
fn is_seen_as_it_is(text: &str) -> bool {
    let stays = |sign: char| !is_unseen(sign) && (!sign.is_whitespace() || sign == ' ');
    !text.is_empty() && text.trim() == text && text.chars().all(stays) && intake::is_plain_text(text)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use crate::reading::{Named, value as read};
    use proptest::prelude::*;

    const CURRENCIES: [Option<(&str, u32)>; 5] =
        [None, Some(("TWD", 2)), Some(("TWD", 0)), Some(("JPY", 0)), Some(("KWD", 3))];

    fn wanted(wants: Wants, currency: Option<(&'static str, u32)>) -> Wanted {
        let choices: &[&str] = match wants {
            Wants::Choice => &["renew", "buy_new"],
            Wants::Country => &["TW", "JP", "US"],
            _ => &[],
        };
        let named = |key: &&str| Named { key: (*key).to_owned(), names: vec![(*key).to_owned()] };
        Wanted {
            wants,
            currency: currency.map(|(code, _)| code),
            digits: currency.map(|(_, digits)| digits),
            within: (0, 5_000),
            unit: None,
            choices: choices.iter().map(named).collect(),
        }
    }

    #[test]
    fn what_most_visitors_enter_is_plain() {
        for (wants, text, meant) in [
            (Wants::Money, "12000", "12000"),
            (Wants::Money, "12,000", "12000"),
            (Wants::Money, "1,234,567.50", "1234567.50"),
            (Wants::Money, "0.50", "0.50"),
            (Wants::Percent, "20", "20"),
            (Wants::Percent, "0.05%", "0.05"),
            (Wants::Rate, "31.25", "31.25"),
            (Wants::Date, "2026-12-15", "2026-12-15"),
            (Wants::LocalTime, "2026-12-15 09:30", "2026-12-15T09:30"),
            (Wants::Time, "09:30", "09:30"),
            (Wants::Choice, "renew", "renew"),
            (Wants::Country, "TW", "TW"),
            (Wants::Currency, "USD", "USD"),
            (Wants::Text, "資料庫 Server 9", "資料庫 Server 9"),
        ] {
            assert_eq!(value(text, &wanted(wants, CURRENCIES[1])), Some(Given::Text(meant.to_owned())), "{text}");
        }
        // Digits that are not in threes, and whatever else has to be thought about.
        for text in ["12,00", "1,2345", "12,000,50", "0,500", "1 200", "NT$ 5", "5萬", ""] {
            assert_eq!(value(text, &wanted(Wants::Money, CURRENCIES[1])), None, "{text}");
        }
        assert_eq!(value("1,200", &wanted(Wants::Count, None)), Some(Given::Whole(1200)));
        assert_eq!(value("true", &wanted(Wants::Flag, None)), Some(Given::Flag(true)));
    }

    fn texts() -> impl Strategy<Value = String> {
        prop_oneof![
            "[0-9]{1,3}(,[0-9]{3}){0,3}(\\.[0-9]{0,5})?%?",
            "0?[.,]?[0-9]{0,6}[.,][0-9]{1,4}%?",
            "[0-9., ’%+-]{1,9}",
            "(19|20|21)[0-9]{2}-[01][0-9]-[0-3][0-9]([T ][0-2][0-9]:[0-6][0-9])?",
            "[0-2]?[0-9]:[0-6][0-9]",
            "(true|false|TRUE|yes|renew|buy_new|Renew|TW|tw|JP|US|USD|TWD|NTD|twd)[ ]?",
            "[a-zA-Z0-9 '\u{200b}\u{3000}\u{202e}\t台灣壹]{0,8}",
            any::<String>(),
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(20_000))]
        #[test]
        fn what_is_plain_is_read_as_the_same(text in texts(), currency in prop::sample::select(CURRENCIES.to_vec())) {
            for (name, wants) in Wants::NAMED {
                let wanted = wanted(wants, currency);
                if let Some(plain) = value(&text, &wanted) {
                    prop_assert_eq!(read(&text, &wanted), Ok(plain), "{} {:?}", name, &text);
                }
            }
        }
    }
}
