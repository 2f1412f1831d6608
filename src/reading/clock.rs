//! Times of day.

use super::clean::unended;

/// Words that say which half of the day it is, and the hours that they stand before.
pub(super) const HALVES: [(&str, bool); 16] = [
    ("a.m.", false),
    ("p.m.", true),
    ("a.m", false),
    ("p.m", true),
    ("am", false),
    ("pm", true),
    ("上午", false),
    ("下午", true),
    ("早上", false),
    ("凌晨", false),
    ("清晨", false),
    ("中午", true),
    ("傍晚", true),
    ("晚上", true),
    ("晚間", true),
    ("午後", true),
];

/// A time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Clock {
    pub hour: u32,
    pub minute: u32,
    /// Nothing beyond the minute.
    pub is_full_minute: bool,
}

impl Clock {
    pub(super) fn is_midnight(self) -> bool {
        self == Clock { hour: 0, minute: 0, is_full_minute: true }
    }

    /// As the contract writes it. Seconds have no place there.
    pub(super) fn written(self) -> Option<String> {
        self.is_full_minute.then(|| format!("{:02}:{:02}", self.hour, self.minute))
    }
}

/// Reads a time: 9:00, 0900, 4:30 PM, 下午4時30分.
pub(super) fn read(text: &str) -> Option<Clock> {
    let lower = unended(text.trim()).to_ascii_lowercase();
    let mut rest = lower.as_str();
    let mut half = None;
    for (word, is_late) in HALVES {
        if let Some(without) = rest.strip_prefix(word).or_else(|| rest.strip_suffix(word)) {
            half = Some(is_late);
            rest = without.trim();
            break;
        }
    }
    let (hour, minute, is_full_minute) = parts(rest, half.is_some())?;
    let hour = match half {
        Some(true) if hour < 12 => hour + 12,
        Some(false) if hour == 12 => 0,
        // 上午 16:30 says two things.
        Some(false) if hour > 12 => return None,
        _ => hour,
    };
    (hour < 24 && minute < 60).then_some(Clock { hour, minute, is_full_minute })
}

fn parts(text: &str, has_half: bool) -> Option<(u32, u32, bool)> {
    if let Some((hour, after)) = text.split_once(['時', '时', '點', '点']) {
        let after = after.trim();
        let minute = match after.trim_end_matches(['分', '鐘', '钟', '整', '正']) {
            "" => 0,
            "半" => 30,
            "一刻" => 15,
            minute => number(minute)?,
        };
        return Some((number(hour.trim())?, minute, true));
    }
    if let Some((hour, rest)) = text.split_once(':') {
        let (minute, seconds) = rest.split_once(':').map_or((rest, None), |(minute, seconds)| (minute, Some(seconds)));
        let is_full = seconds.is_none_or(|seconds| seconds.bytes().all(|byte| matches!(byte, b'0' | b'.')));
        let are_digits = seconds.is_none_or(|seconds| {
            let whole = seconds.split('.').next().unwrap_or_default();
            whole.len() == 2 && number(whole).is_some_and(|seconds| seconds < 60)
        });
        return (minute.len() == 2 && are_digits).then_some((number(hour)?, number(minute)?, is_full));
    }
    let is_four_digits = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_four_digits && !has_half {
        let (hour, minute) = text.split_at_checked(2)?;
        return Some((number(hour)?, number(minute)?, true));
    }
    has_half.then(|| Some((number(text)?, 0, true))).flatten()
}

/// One or two digits, or a number in words.
fn number(text: &str) -> Option<u32> {
    let is_short = matches!(text.len(), 1 | 2) && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_short {
        return text.parse().ok();
    }
    if !text.is_empty() && text.chars().all(super::numerals::is_numeral) {
        let [only]: [_; 1] = super::numerals::meant(text, false).try_into().ok()?;
        return only.exactly().parse().ok();
    }
    None
}

/// The part of a day that a spreadsheet keeps behind the point: 0.6875 is half past four in the afternoon.
pub(super) fn of_fraction(places: &str) -> Option<Clock> {
    const DAY: u128 = 24 * 60 * 60;
    let kept = places.get(..places.len().min(18))?;
    let digits: u128 = kept.parse().ok()?;
    let whole = 10_u128.checked_pow(u32::try_from(kept.len()).ok()?)?;
    // To the nearest second: such numbers are cut off somewhere.
    let seconds = (digits * DAY * 2 + whole) / (whole * 2);
    let (hour, minute) = (u32::try_from(seconds / 3600).ok()?, u32::try_from(seconds / 60 % 60).ok()?);
    (hour < 24).then_some(Clock { hour, minute, is_full_minute: seconds.is_multiple_of(60) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> Option<String> {
        read(text).and_then(Clock::written)
    }

    #[test]
    fn times_are_read_as_people_write_them() {
        for (text, time) in [
            ("9:00", "09:00"),
            ("0900", "09:00"),
            ("9:00 AM", "09:00"),
            ("12:00 am", "00:00"),
            ("12:30 PM", "12:30"),
            ("下午4:30", "16:30"),
            ("下午 16:30", "16:30"),
            ("16時30分", "16:30"),
            ("9點半", "09:30"),
            ("下午四點", "16:00"),
            ("4pm", "16:00"),
            ("16:30:00", "16:30"),
            ("23:59", "23:59"),
        ] {
            assert_eq!(written(text).as_deref(), Some(time), "{text}");
        }
        for text in ["24:00", "9:60", "9:5", "16:30:15", "am 16:30", "9", "", "99", "12345", ":30", "9:00:0x"] {
            assert_eq!(written(text), None, "{text}");
        }
        assert_eq!(of_fraction("6875").and_then(Clock::written).as_deref(), Some("16:30"));
        assert_eq!(of_fraction("708333333").and_then(Clock::written).as_deref(), Some("17:00"));
        assert_eq!(of_fraction("999999999"), None);
    }
}
