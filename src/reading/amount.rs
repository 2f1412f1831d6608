//! Amounts, percentages, rates and counts.

use super::number::Meant;
use super::{Wanted, Wants, currency, numerals, unit};
use crate::request::given::Given;
use crate::request::intake::{self, ANY_RATE, DecimalBounds, PERCENT};
use crate::request::problem::{Problem, shown};
use crate::values::money::Currency;

/// Decimals of an amount whose currency is not known.
const USUAL_DECIMALS: usize = 2;

/// An amount in the request's currency, by its sign, its name or neither.
pub(super) fn money(text: &str, wanted: &Wanted) -> Result<Vec<String>, Problem> {
    let limits = intake::money_bounds(wanted.digits);
    if intake::read_decimal(text, &limits).is_ok() {
        return Ok(vec![text.to_owned()]);
    }
    let text = text.trim_end_matches(['整', '正']);
    let (text, places) = tenths_and_hundredths(text).unwrap_or((text, None));
    let around = currency::around(text);
    let is_wanted = |codes: &[&str]| wanted.currency.is_none_or(|wanted| codes.contains(&wanted));
    let is_named = around.names.iter().any(|name| is_wanted(&currency::called(name)));
    for name in &around.names {
        let codes = currency::called(name);
        let is_unit = is_named && currency::is_unit(name);
        if !is_unit && !is_wanted(&codes) {
            let meant = codes.first().copied().unwrap_or_default().to_owned();
            return Err(Problem::OtherCurrency { got: shown(text), currency: meant });
        }
    }
    if !around.names.is_empty() && intake::read_decimal(around.amount, &limits).is_ok() {
        return Ok(vec![around.amount.to_owned()]);
    }
    let amount = ends_with_dash(around.amount);
    let mut meant = numerals::meant(amount, currency::is_by_hundreds(wanted.currency));
    if let Some(places) = places {
        meant.retain(|meant| meant.decimals == 0);
        for each in &mut meant {
            each.digits.push_str(&places);
            each.decimals = places.len();
        }
    }
    let most_decimals = wanted.digits.map_or(USUAL_DECIMALS, |digits| digits as usize);
    // 45.375 in a currency of cents: a price that nobody has rounded, as likely as forty-five thousand.
    let is_unrounded = |meant: &Meant| meant.decimals == 3 && !meant.is_thin && meant.written(most_decimals).is_none();
    let is_doubtful = most_decimals > 0 && meant.len() > 1 && meant.first().is_some_and(is_unrounded);
    let read = decimals(text, around.amount, meant, &limits, most_decimals)?;
    if is_doubtful {
        let max_decimals = u32::try_from(most_decimals).unwrap_or(u32::MAX);
        let readings = read.into_iter().map(Given::Text).collect();
        return Err(Problem::TooManyDecimals { got: shown(text), max_decimals, readings });
    }
    Ok(read)
}

/// 伍角貳分 behind 元 as two decimals, and what stands before them.
fn tenths_and_hundredths(text: &str) -> Option<(&str, Option<String>)> {
    let (before, after) = text.rsplit_once(['元', '圓'])?;
    let mut places = [b'0'; 2];
    let mut signs = after.chars().filter(|sign| !matches!(sign, '零' | '〇'));
    while let Some(digit) = signs.next() {
        let place = match signs.next()? {
            '角' => 0,
            '分' => 1,
            _ => return None,
        };
        let [only]: [Meant; 1] = numerals::meant(digit.encode_utf8(&mut [0; 4]), false).try_into().ok()?;
        *places.get_mut(place)? = *only.digits.as_bytes().first().filter(|_| only.digits.len() == 1)?;
    }
    let places: String = places.iter().map(|digit| char::from(*digit)).collect();
    let places = Some(places.trim_end_matches('0').to_owned()).filter(|places| !places.is_empty());
    // Its sign stays, which names the currency.
    Some((text.get(..before.len() + '元'.len_utf8())?, places))
}

/// "12,000.-" and "12,000/-": nothing follows.
fn ends_with_dash(amount: &str) -> &str {
    let Some(rest) = amount.strip_suffix('-') else { return amount };
    let rest = rest.trim_end_matches('-');
    rest.strip_suffix(['.', ',', '/', '=']).unwrap_or(amount)
}

/// A percentage, with its sign or without. Below one and without a sign it may as well be a spreadsheet's fraction.
pub(super) fn percent(text: &str) -> Result<Vec<String>, Problem> {
    let lower = text.to_ascii_lowercase();
    let suffix = ["%", "percent", "per cent", "pct", "趴"].iter().find_map(|sign| lower.strip_suffix(sign));
    let prefix = lower.strip_prefix("百分之");
    let number = suffix.or(prefix).unwrap_or(&lower).trim();
    let read = if intake::read_decimal(number, &PERCENT).is_ok() {
        vec![number.to_owned()]
    } else {
        decimals(text, number, numerals::meant(number, false), &PERCENT, PERCENT.decimals as usize)?
    };
    let is_signed = suffix.or(prefix).is_some();
    let mut all = Vec::new();
    for value in read {
        let is_fraction = value.starts_with("0.") && value.bytes().any(|byte| (b'1'..=b'9').contains(&byte));
        let hundredfold = is_fraction.then(|| {
            let decimals = value.len() - "0.".len();
            Meant::pointed(value.replace('.', ""), decimals).raised(2)
        });
        all.push(value);
        if !is_signed {
            all.extend(hundredfold.and_then(|meant| without_noughts(&meant)));
        }
    }
    Ok(all)
}

/// The hundredfold of a fraction, without the noughts at its end.
fn without_noughts(meant: &Meant) -> Option<String> {
    let written = meant.exactly();
    let short = if written.contains('.') { written.trim_end_matches('0').trim_end_matches('.') } else { &written };
    intake::read_decimal(short, &PERCENT).is_ok().then(|| short.to_owned())
}

/// An exchange rate, or another number with as many decimals.
pub(super) fn rate(text: &str, wanted: &Wanted) -> Result<Vec<String>, Problem> {
    let lower = text.to_ascii_lowercase();
    let number = if wanted.unit.is_some() { unit::before(&lower, wanted.unit) } else { text };
    if intake::read_decimal(number, &ANY_RATE).is_ok() {
        return Ok(vec![number.to_owned()]);
    }
    decimals(text, number, numerals::meant(number, false), &ANY_RATE, ANY_RATE.decimals as usize)
}

/// Those of the meanings of a number in a text that the bounds allow; where none is, what is wrong with the likeliest.
fn decimals(
    text: &str,
    number: &str,
    meant: Vec<Meant>,
    limits: &DecimalBounds,
    most_decimals: usize,
) -> Result<Vec<String>, Problem> {
    let is_nought = !number.is_empty() && number.chars().all(|sign| sign == '-');
    let below = || Problem::DecimalRange {
        kind: limits.kind,
        got: shown(text),
        min: crate::request::bounds::NOTHING,
        open: limits.above_zero,
        max: limits.max,
    };
    if is_nought {
        return if limits.above_zero { Err(below()) } else { Ok(vec!["0".to_owned()]) };
    }
    if meant.is_empty() {
        return Err(if is_negative(number) { below() } else { Problem::NotADecimal { got: shown(text) } });
    }
    let mut problem = None;
    let mut read: Vec<String> = Vec::new();
    for each in &meant {
        // Of digits behind a lone comma that are no decimals here, thousands are meant.
        if each.is_thin && each.decimals > most_decimals && meant.len() > 1 {
            continue;
        }
        let written = each.written(limits.decimals as usize);
        if written.is_none() && each.lacks_digits() {
            problem = problem.or(Some(Problem::NotADecimal { got: shown(text) }));
            continue;
        }
        let written = written.unwrap_or_else(|| each.exactly());
        match intake::read_decimal(&written, limits) {
            Ok(_) => {
                if !read.contains(&written) {
                    read.push(written);
                }
            }
            Err(wrong) => problem = problem.or(Some(wrong)),
        }
    }
    match problem {
        Some(problem) if read.is_empty() => Err(problem),
        _ => Ok(read),
    }
}

/// Below nothing, as accountants and machines write it.
fn is_negative(text: &str) -> bool {
    let text = text.trim();
    let bracketed = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let number = bracketed.or_else(|| text.strip_prefix('-')).or_else(|| text.strip_suffix('-'));
    let amount = |number: &str| currency::around(number.trim_end_matches('%').trim()).amount.to_owned();
    number.is_some_and(|number| !numerals::meant(&amount(number), true).is_empty())
}

/// A whole number of something.
pub(super) fn count(text: &str, wanted: &Wanted) -> Result<Vec<Given>, Problem> {
    let (min, max) = wanted.within;
    let lower = text.to_ascii_lowercase();
    let number = unit::before(&lower, wanted.unit);
    let mut meant = numerals::meant(number, false);
    if number != lower {
        // 1m may be a month or a million.
        meant.extend(numerals::meant(&lower, false));
    }
    let mut read: Vec<Given> = Vec::new();
    let mut beyond = None;
    for each in &meant {
        if each.is_thin && meant.len() > 1 {
            continue;
        }
        let Some(whole) = each.written(0) else { continue };
        let count = whole.parse().unwrap_or(i64::MAX);
        if !(min..=max).contains(&count) {
            beyond = Some(Problem::CountRange { kind: "count", got: shown(text), min, max });
        } else if !read.contains(&Given::Whole(count)) {
            read.push(Given::Whole(count));
        }
    }
    let is_dash = !text.is_empty() && text.chars().all(|sign| sign == '-');
    if is_dash && min <= 0 {
        return Ok(vec![Given::Whole(0)]);
    }
    let is_below = is_negative(text) || is_dash;
    match beyond {
        _ if !read.is_empty() => Ok(read),
        Some(problem) => Err(problem),
        None if is_below => Err(Problem::CountRange { kind: "count", got: shown(text), min, max }),
        None => Err(Problem::WrongType { kind: "count", expected: "a whole number such as 5", got: shown(text) }),
    }
}

/// A currency by its code, its sign or a name.
pub(super) fn currency_code(text: &str) -> Result<Vec<String>, Problem> {
    if let Some(currency) = Currency::of_code(text) {
        return Ok(vec![currency.code().to_owned()]);
    }
    let codes = currency::called(text);
    if codes.is_empty() {
        return Err(Problem::UnknownCurrency { got: shown(text) });
    }
    Ok(codes.into_iter().map(str::to_owned).collect())
}

impl Wants {
    /// Whether it is written in digits.
    pub(super) fn is_number(self) -> bool {
        matches!(self, Wants::Money | Wants::Percent | Wants::Rate | Wants::Count)
    }
}
