//! Numbers in words: the numerals of every day and of invoices, traditional and simplified, and digits with 萬 or k.

use super::number::{self, Meant};

/// One sign of a number in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    Digit(u8),
    /// Ten to the power of one, two or three.
    Small(usize),
    /// Ten to the power of four, eight or twelve.
    Big(usize),
    /// Twenty and thirty, which have signs of their own.
    Tens(u8),
}

fn sign(letter: char) -> Option<Sign> {
    Some(match letter {
        '零' | '〇' | '○' => Sign::Digit(0),
        '一' | '壹' | '壱' => Sign::Digit(1),
        '二' | '貳' | '贰' | '弐' | '兩' | '两' => Sign::Digit(2),
        '三' | '參' | '叁' | '参' | '叄' => Sign::Digit(3),
        '四' | '肆' => Sign::Digit(4),
        '五' | '伍' => Sign::Digit(5),
        '六' | '陸' | '陆' => Sign::Digit(6),
        '七' | '柒' => Sign::Digit(7),
        '八' | '捌' => Sign::Digit(8),
        '九' | '玖' => Sign::Digit(9),
        '十' | '拾' => Sign::Small(1),
        '百' | '佰' => Sign::Small(2),
        '千' | '仟' => Sign::Small(3),
        '萬' | '万' => Sign::Big(4),
        '億' | '亿' => Sign::Big(8),
        '兆' => Sign::Big(12),
        '廿' => Sign::Tens(2),
        '卅' => Sign::Tens(3),
        _ => return None,
    })
}

/// Whether a letter can stand in a number in words.
pub(super) fn is_numeral(letter: char) -> bool {
    sign(letter).is_some()
}

/// Units that are written behind digits in Latin letters, and their powers of ten.
const LATIN: [(&str, usize); 9] =
    [("thousand", 3), ("million", 6), ("billion", 9), ("mio", 6), ("mn", 6), ("bn", 9), ("k", 3), ("m", 6), ("b", 9)];

/// Everything that a number can mean which is written in digits, in words, or in digits with words behind them.
pub(super) fn meant(text: &str, by_hundreds: bool) -> Vec<Meant> {
    let plainly = number::meant(text, by_hundreds);
    if !plainly.is_empty() || text.chars().count() > MOST_SIGNS {
        return plainly;
    }
    let lower = text.to_ascii_lowercase();
    let latin = LATIN.iter().find_map(|(unit, power)| Some((lower.strip_suffix(unit)?, *power)));
    if let Some((digits, power)) = latin.or_else(|| digits_and_unit(text)) {
        let mantissas = number::meant(digits.trim_end(), by_hundreds).into_iter().filter(|meant| !meant.is_thin);
        return mantissas.map(|meant| meant.raised(power)).collect();
    }
    in_words(text, by_hundreds)
}

/// 3.6萬, 3百萬: digits, and the power of ten behind them.
fn digits_and_unit(text: &str) -> Option<(&str, usize)> {
    let digits = text.trim_end_matches(|letter| matches!(sign(letter), Some(Sign::Small(_) | Sign::Big(_))));
    let units: Vec<Sign> = text.get(digits.len()..)?.chars().filter_map(sign).collect();
    let is_in_digits =
        digits.ends_with(|letter: char| letter.is_ascii_digit() || letter == ' ') && !digits.contains(is_numeral);
    let power = match *units.as_slice() {
        [Sign::Small(power) | Sign::Big(power)] => power,
        [Sign::Small(small), Sign::Big(big)] => small + big,
        _ => return None,
    };
    is_in_digits.then_some((digits, power))
}

/// More signs than any amount that fits.
const MOST_SIGNS: usize = 40;

/// Decimals that a number before 萬 may have.
const PLACES: usize = 12;

/// A number before a unit, in the smallest steps that are told apart here.
type Steps = i128;

const ONE: Steps = 1_000_000_000_000;

fn in_words(text: &str, by_hundreds: bool) -> Vec<Meant> {
    let Some(parts) = parts_of(text, by_hundreds) else { return Vec::new() };
    if let Some(digits) = one_by_one(&parts) {
        return vec![Meant::whole(digits)];
    }
    if parts.is_empty() {
        return Vec::new();
    }
    let Some((total, colloquial)) = total(&parts) else { return Vec::new() };
    colloquial.into_iter().chain([total]).map(meant_of).collect()
}

fn meant_of(steps: Steps) -> Meant {
    let digits = steps.to_string();
    let noughts = digits.len() - digits.trim_end_matches('0').len();
    let dropped = noughts.min(PLACES);
    let digits = digits.get(..digits.len() - dropped).unwrap_or_default().to_owned();
    Meant::pointed(digits, PLACES - dropped)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Sign(Sign),
    /// Digits, and whether it is a single one.
    Number(Steps, bool),
}

/// The signs of a number in words, digits between them as one.
fn parts_of(text: &str, by_hundreds: bool) -> Option<Vec<Part>> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if let Some(sign) = sign(first) {
            parts.push(Part::Sign(sign));
            rest = rest.get(first.len_utf8()..)?;
            continue;
        }
        let end = rest.find(is_numeral).unwrap_or(rest.len());
        let (digits, after) = rest.split_at_checked(end)?;
        if !digits.trim().is_empty() {
            // Of marks that could mean two things a number beside words has none.
            let meant = number::meant(digits.trim(), by_hundreds);
            let [meant]: [Meant; 1] =
                meant.into_iter().filter(|meant| !meant.is_thin).collect::<Vec<_>>().try_into().ok()?;
            parts.push(Part::Number(steps_of(&meant)?, digits.trim().len() == 1));
        }
        rest = after;
    }
    Some(parts)
}

fn steps_of(meant: &Meant) -> Option<Steps> {
    let fill = PLACES.checked_sub(meant.decimals)?;
    format!("{}{}", meant.digits, "0".repeat(fill)).parse().ok()
}

/// 二〇二六: digits one after the other.
fn one_by_one(parts: &[Part]) -> Option<String> {
    let digits = parts.iter().map(|part| match part {
        Part::Sign(Sign::Digit(digit)) => Some(char::from(b'0' + digit)),
        _ => None,
    });
    digits.collect::<Option<String>>().filter(|digits| !digits.is_empty())
}

/// What the parts add up to, and what they are when the last digit counts the unit's tenths, as in 三萬六.
fn total(parts: &[Part]) -> Option<(Steps, Option<Steps>)> {
    let (mut total, mut section): (Steps, Steps) = (0, 0);
    // The unit that the next has to be smaller than: among all, and within ten thousand.
    let (mut big, mut small) = (usize::MAX, usize::MAX);
    // What waits for its unit, and the power of the unit right before it.
    let mut waiting: Option<(Steps, bool)> = None;
    let (mut before, mut has_gap) = (0, false);
    for part in parts {
        match *part {
            Part::Sign(Sign::Digit(0)) if waiting.is_none() => has_gap = true,
            Part::Sign(Sign::Digit(digit)) if waiting.is_none() => waiting = Some((Steps::from(digit) * ONE, true)),
            Part::Number(steps, is_single) if waiting.is_none() => waiting = Some((steps, is_single)),
            Part::Sign(Sign::Tens(tens)) if waiting.is_none() && small > 1 => {
                section = section.checked_add(Steps::from(tens) * 10 * ONE)?;
                (small, before, has_gap) = (1, 1, false);
            }
            Part::Sign(Sign::Small(power)) if power < small => {
                let counted = match waiting.take() {
                    Some((steps, _)) => steps,
                    // 十五, 百萬: one of them.
                    None if section == 0 && !has_gap || power == 1 => ONE,
                    None => return None,
                };
                section = section.checked_add(counted.checked_mul(ten_to(power)?)?)?;
                (small, before, has_gap) = (power, power, false);
            }
            Part::Sign(Sign::Big(power)) if power < big => {
                section = section.checked_add(waiting.take().map_or(0, |(steps, _)| steps))?;
                if section == 0 {
                    return None;
                }
                total = total.checked_add(section.checked_mul(ten_to(power)?)?)?;
                (section, small, big, before, has_gap) = (0, usize::MAX, power, power, false);
            }
            _ => return None,
        }
    }
    let Some((steps, is_single)) = waiting else { return Some((total.checked_add(section)?, None)) };
    // What stands behind a unit is smaller than it.
    let is_smaller = before == 0 || steps < ten_to(before)?.checked_mul(ONE)?;
    let sum = total.checked_add(section)?.checked_add(steps)?;
    let is_colloquial = is_single && before >= 2 && !has_gap;
    let tenths = is_colloquial.then(|| ten_to(before - 1)?.checked_mul(steps)).flatten();
    let colloquial = tenths.and_then(|tenths| total.checked_add(section)?.checked_add(tenths));
    is_smaller.then_some((sum, colloquial))
}

fn ten_to(power: usize) -> Option<Steps> {
    10_i128.checked_pow(u32::try_from(power).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<String> {
        meant(text, false).iter().map(Meant::exactly).collect()
    }

    #[test]
    fn numbers_in_words_are_read() {
        for (text, meanings) in [
            ("3.6萬", &["36000"][..]),
            ("36k", &["36000"]),
            ("1.2 million", &["1200000"]),
            ("2M", &["2000000"]),
            ("3百萬", &["3000000"]),
            ("3萬6千", &["36000"]),
            ("12萬3000", &["123000"]),
            ("1億2,345萬", &["123450000"]),
            ("壹拾貳萬參仟肆佰伍拾陸", &["123456"]),
            ("壹萬貳仟", &["12000"]),
            ("一百零五", &["105"]),
            ("十五", &["15"]),
            ("二十", &["20"]),
            ("廿五", &["25"]),
            ("卅", &["30"]),
            ("二〇二六", &["2026"]),
            ("一百一十五", &["115"]),
            ("一萬零五百", &["10500"]),
            ("一千萬", &["10000000"]),
            ("三萬六", &["36000", "30006"]),
            ("兩千五", &["2500", "2005"]),
            ("一百五", &["150", "105"]),
            ("兩千零五", &["2005"]),
            ("五", &["5"]),
            ("1.085k", &["1085", "1085000"]),
            ("萬", &[]),
            ("五萬億萬", &[]),
            ("三百三千", &[]),
            ("abc", &[]),
            ("3 or 4", &[]),
        ] {
            assert_eq!(all(text), meanings, "{text}");
        }
    }
}
