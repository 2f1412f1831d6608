//! What a cell holds, as text.

use calamine::{Data, ExcelDateTime};

/// What a cell holds; nothing where it is empty.
pub(crate) fn text(value: &Data) -> Option<String> {
    Some(match value {
        Data::Empty => return None,
        Data::String(text) if text.is_empty() => return None,
        Data::String(text) => text.clone(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => decimal(*number),
        Data::Bool(flag) => if *flag { "TRUE" } else { "FALSE" }.to_owned(),
        Data::DateTime(time) => day_or_time(time),
        Data::DateTimeIso(iso) => without_midnight(&iso.replacen('T', " ", 1)),
        Data::DurationIso(iso) => clock(iso).unwrap_or_else(|| iso.clone()),
        Data::Error(error) => error.to_string(),
    })
}

/// A number in the digits that a spreadsheet has: fifteen, so that 0.1 + 0.2 is 0.3. A longer one is no amount, and keeps what it has.
pub(crate) fn decimal(number: f64) -> String {
    const LONGEST: f64 = 1e15;
    if number.fract() == 0.0 && number.abs() >= LONGEST {
        return format!("{number:.0}");
    }
    let fifteen = format!("{number:.14e}");
    // As short as it can be written, and never with an exponent.
    fifteen.parse::<f64>().map_or(fifteen, |short| short.to_string())
}

/// What is kept as a hundredth, as it is shown.
pub(crate) fn percentage(hundredth: f64) -> String {
    format!("{}%", decimal(hundredth * 100.0))
}

/// Whether a number format makes percentages: a sign that stands in quotation marks, or behind a backslash, is only written.
pub(crate) fn is_of_percentages(format: &str) -> bool {
    let (mut is_quoted, mut is_escaped) = (false, false);
    for sign in format.chars() {
        match sign {
            _ if is_escaped => is_escaped = false,
            '"' => is_quoted = !is_quoted,
            '\\' if !is_quoted => is_escaped = true,
            '%' if !is_quoted => return true,
            _ => {}
        }
    }
    false
}

fn day_or_time(time: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, milli) = time.to_ymd_hms_milli();
    let at = if second == 0 && milli == 0 {
        format!("{hour:02}:{minute:02}")
    } else {
        format!("{hour:02}:{minute:02}:{second:02}")
    };
    // Less than a day is a time of day; so much is also what lasts so long.
    match time.as_f64() {
        part if (0.0..1.0).contains(&part) => at,
        whole if time.is_duration() => decimal(whole),
        _ => without_midnight(&format!("{year:04}-{month:02}-{day:02} {at}")),
    }
}

fn without_midnight(time: &str) -> String {
    let day = [" 00:00", " 00:00:00"].iter().find_map(|midnight| time.strip_suffix(midnight));
    day.unwrap_or(time).to_owned()
}

/// `PT16H30M00S` as a clock shows it; nothing where it is longer than a day, or written otherwise.
fn clock(iso: &str) -> Option<String> {
    let (hours, rest) = iso.strip_prefix("PT")?.split_once('H')?;
    let (minutes, rest) = rest.split_once('M')?;
    let seconds = rest.strip_suffix('S')?;
    let number = |text: &str, most: u32| text.parse::<u32>().ok().filter(|number| *number <= most);
    let (hours, minutes) = (number(hours, 23)?, number(minutes, 59)?);
    let seconds = seconds.split(['.', ',']).next().and_then(|whole| number(whole, 59))?;
    Some(if seconds == 0 {
        format!("{hours:02}:{minutes:02}")
    } else {
        format!("{hours:02}:{minutes:02}:{seconds:02}")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_the_digits_that_a_spreadsheet_has() {
        for (number, written) in [
            (0.1 + 0.2, "0.3"),
            (999_999_999_999.99, "999999999999.99"),
            (36_000.0, "36000"),
            (-250.5, "-250.5"),
            (1e-7, "0.0000001"),
            (1_234_567_890_123_456.0, "1234567890123456"),
            (0.0, "0"),
        ] {
            assert_eq!(decimal(number), written);
        }
        assert_eq!((percentage(0.05), percentage(0.125), percentage(0.07)), ("5%".into(), "12.5%".into(), "7%".into()));
    }

    #[test]
    fn a_percent_sign_counts_where_it_is_no_mere_text() {
        for (format, is) in [
            ("0%", true),
            ("0.00 %", true),
            ("0\" %\"", false),
            ("0\\%", false),
            ("#,##0.00", false),
            ("\"a\"0%", true),
        ] {
            assert_eq!(is_of_percentages(format), is, "{format}");
        }
    }

    #[test]
    fn times_are_as_a_clock_shows_them() {
        let text = |value: Data| text(&value).unwrap_or_default();
        assert_eq!(text(Data::DateTimeIso("2026-12-15T00:00:00".into())), "2026-12-15");
        assert_eq!(text(Data::DateTimeIso("2026-12-15".into())), "2026-12-15");
        assert_eq!(text(Data::DateTimeIso("2026-12-15T16:30:00".into())), "2026-12-15 16:30:00");
        assert_eq!(text(Data::DurationIso("PT16H30M00S".into())), "16:30");
        assert_eq!(text(Data::DurationIso("PT08H05M09.5S".into())), "08:05:09");
        assert_eq!(text(Data::DurationIso("PT36H00M00S".into())), "PT36H00M00S");
    }
}
