//! What must hold of everything that is read: what is written in any way that people use is read back as the value that
//! it is, and no text is read as a value that it cannot mean.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::indexing_slicing, clippy::unwrap_used, reason = "a test that goes wrong shall stop")]

use clausewise::Given;
use proptest::prelude::*;
use serde_json::{Value, json};

fn given(options: Value) -> Given {
    serde_json::from_value(options).unwrap()
}

/// The value that a text is read as; none where it is refused.
fn read(kind: &str, text: &str, options: Value) -> Option<String> {
    match clausewise::read(kind, text, &given(options)).ok()? {
        Given::Text(text) => Some(text),
        Given::Whole(whole) => Some(whole.to_string()),
        Given::Flag(flag) => Some(flag.to_string()),
        _ => None,
    }
}

/// Digits in groups of three.
fn grouped(whole: &str, mark: &str) -> String {
    let digits: Vec<char> = whole.chars().collect();
    let groups: Vec<String> = digits.rchunks(3).rev().map(|group| group.iter().collect()).collect();
    groups.join(mark)
}

fn wide(text: &str) -> String {
    text.chars()
        .map(|sign| if sign.is_ascii_graphic() { char::from_u32(u32::from(sign) + 0xFEE0).unwrap() } else { sign })
        .collect()
}

/// An amount in the numerals of invoices, for whole amounts below ten thousand times ten thousand.
fn in_invoice_numerals(amount: u64) -> String {
    const DIGITS: [char; 10] = ['零', '壹', '貳', '參', '肆', '伍', '陸', '柒', '捌', '玖'];
    let below_ten_thousand = |mut number: u64| {
        let mut out = String::new();
        let mut is_gap = false;
        for (size, unit) in [(1000, "仟"), (100, "佰"), (10, "拾"), (1, "")] {
            let digit = number / size;
            number %= size;
            if digit == 0 {
                is_gap = !out.is_empty();
                continue;
            }
            if is_gap {
                out.push('零');
                is_gap = false;
            }
            out.push(DIGITS[usize::try_from(digit).unwrap()]);
            out.push_str(unit);
        }
        out
    };
    let (high, low) = (amount / 10_000, amount % 10_000);
    let mut out = String::new();
    if high > 0 {
        out.push_str(&below_ten_thousand(high));
        out.push('萬');
    }
    if low > 0 {
        if high > 0 && low < 1000 {
            out.push('零');
        }
        out.push_str(&below_ten_thousand(low));
    }
    out
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_amount_is_read_back_in_every_way_to_write_it(whole in 1_u64..1_000_000_000_000, cents in 0_u32..100, way in 0_usize..12) {
        let digits = whole.to_string();
        let (plain, pointed) = (format!("{whole}.{cents:02}"), |mark: &str, point: &str| format!("{}{point}{cents:02}", grouped(&digits, mark)));
        let text = match way {
            0 => plain.clone(),
            1 => pointed(",", "."),
            2 => pointed(".", ","),
            3 => pointed(" ", ","),
            4 => pointed("\u{a0}", "."),
            5 => pointed("'", "."),
            6 => wide(&pointed(",", ".")),
            7 => format!("NT$ {}", pointed(",", ".")),
            8 => format!("{}元", pointed(",", ".")),
            9 => format!("新臺幣 {plain} 元整"),
            10 => format!("TWD{plain}"),
            _ => format!("\u{200e}{} NTD\u{feff}", pointed(",", ".")),
        };
        prop_assert_eq!(read("money", &text, json!({ "currency": "TWD" })), Some(plain), "{}", text);
    }

    #[test]
    fn whole_amounts_are_read_back_in_words(whole in 1_u64..100_000_000, way in 0_usize..4) {
        let text = match way {
            0 => format!("新臺幣{}元整", in_invoice_numerals(whole)),
            1 => in_invoice_numerals(whole),
            2 => format!("NT${}.-", grouped(&whole.to_string(), ",")),
            _ => format!("{}.00", grouped(&whole.to_string(), ",")),
        };
        let options = json!({ "currency": "TWD", "minor_units": 0 });
        prop_assert_eq!(read("money", &text, options), Some(whole.to_string()), "{}", text);
    }

    #[test]
    fn a_day_is_read_back_in_every_way_to_write_it(days in 0_i64..40_542, way in 0_usize..16) {
        let day = clausewise::Date::parse("1990-01-01").unwrap().plus_days(days).unwrap();
        let (year, month, date) = day.parts();
        let republic = year - 1911;
        let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        let name = names[usize::try_from(month).unwrap() - 1];
        let text = match way {
            0 => format!("{year}-{month:02}-{date:02}"),
            1 => format!("{year}/{month}/{date}"),
            2 => format!("{year}.{month:02}.{date:02}"),
            3 => format!("{year}年{month}月{date}日"),
            4 => format!("{year}{month:02}{date:02}"),
            5 => format!("民國{republic}年{month}月{date}日"),
            6 => format!("中華民國 {republic} 年 {month} 月 {date} 日"),
            7 => format!("民國{republic}.{month}.{date}"),
            8 => format!("{date}-{name}-{year}"),
            9 => format!("{name} {date}, {year}"),
            10 => format!("{date} {name} {year}"),
            11 => (32_874 + days).to_string(),
            12 => format!("{year}-{month:02}-{date:02} 00:00:00"),
            13 => wide(&format!("{year}/{month:02}/{date:02}")),
            14 => format!("{year}/{month}/{date} 上午 12:00:00"),
            _ => format!("{republic:03}{month:02}{date:02}"),
        };
        prop_assert_eq!(read("date", &text, json!({})), Some(format!("{year}-{month:02}-{date:02}")), "{}", text);
    }

    #[test]
    fn counts_percentages_and_rates_are_read_back(count in 1_u32..=1_000_000, hundredths in 100_u32..=10_000, rate in 1_u64..100_000_000_000) {
        prop_assert_eq!(read("count", &grouped(&count.to_string(), ","), json!({})), Some(count.to_string()));
        prop_assert_eq!(read("count", &format!("{count} 套"), json!({})), Some(count.to_string()));
        let percent = format!("{}.{:02}", hundredths / 100, hundredths % 100);
        prop_assert_eq!(read("percent", &format!("{percent} %"), json!({})), Some(percent.clone()));
        prop_assert_eq!(read("percent", &percent, json!({})), Some(percent.clone()));
        let rate = format!("{}.{:08}", rate / 100_000_000, rate % 100_000_000);
        prop_assert_eq!(read("rate", &rate, json!({})), Some(rate.clone()));
        prop_assert_eq!(read("rate", &rate.replace('.', ","), json!({})), Some(rate));
    }

    /// The digits of an amount are those that stand there, but for noughts at either end.
    #[test]
    fn no_digits_are_made_up_or_lost(text in "[0-9.,' ]{1,18}", kind in prop::sample::select(vec!["money", "rate", "percent", "count"])) {
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>().trim_matches('0').to_owned();
        if let Some(value) = read(kind, &text, json!({ "currency": "USD" })) {
            prop_assert_eq!(digits(&value), digits(&text), "{} as {}", text, value);
        }
    }

    /// Both numbers of month and day stand in the text, and so does the year in one of its forms.
    #[test]
    fn no_day_is_made_up(text in "[0-9]{1,4}[-/. ][0-9]{1,2}[-/. ][0-9]{1,4}") {
        if let Some(value) = read("date", &text, json!({})) {
            let mut stated: Vec<u32> = text.split(['-', '/', '.', ' ']).map(|part| part.parse().unwrap()).collect();
            let day: Vec<u32> = value.split('-').map(|part| part.parse().unwrap()).collect();
            for part in &day[1..] {
                let at = stated.iter().position(|stated| stated == part);
                prop_assert!(at.is_some(), "{} as {}", text, value);
                stated.remove(at.unwrap());
            }
            let year = stated[0];
            prop_assert!([year, year + 1900, year + 2000, year + 1911].contains(&day[0]), "{} as {}", text, value);
        }
    }

    /// Whatever somebody pastes, reading it ends, and what is read the contract accepts.
    #[test]
    fn anything_at_all_is_read_or_refused(text in any::<String>(), kind in prop::sample::select(vec![
        "money", "percent", "rate", "date", "local_time", "time", "flag", "count", "text", "currency", "country",
    ])) {
        if let Some(value) = read(kind, &text, json!({ "currency": "USD" })) {
            // In the contract's form already, it is read as itself; a share below one in a hundred may be a fraction.
            let again = read(kind, &value, json!({ "currency": "USD" }));
            prop_assert!(again == Some(value.clone()) || kind == "percent" && value.starts_with("0."), "{:?} as {}", text, value);
        }
    }
}
