//! Numbers in digits: which of the marks in them part thousands, and which the decimals.

/// A number as it may have been meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Meant {
    /// Its digits, without a mark.
    pub digits: String,
    /// How many of them are decimals.
    pub decimals: usize,
    /// Three digits behind a lone comma, taken for decimals: only where three decimals are usual.
    pub is_thin: bool,
    /// Its only mark is a comma, before decimals.
    pub is_by_comma: bool,
}

impl Meant {
    pub fn whole(digits: String) -> Meant {
        Meant::pointed(digits, 0)
    }

    /// With so many decimals, whatever parted them.
    pub fn pointed(digits: String, decimals: usize) -> Meant {
        Meant { digits, decimals, is_thin: false, is_by_comma: false }
    }

    /// So many tens to the power more.
    pub fn raised(mut self, power: usize) -> Meant {
        let kept = self.decimals.saturating_sub(power);
        self.digits.push_str(&"0".repeat(power.saturating_sub(self.decimals)));
        Meant::pointed(self.digits, kept)
    }

    /// As the contract writes it, with so many decimals at most: noughts beyond them say nothing. None where others
    /// stand there, or noughts behind a comma: 12,00 may be 12,000 that lost one.
    pub fn written(&self, most: usize) -> Option<String> {
        let exactly = self.exactly();
        let beyond = self.decimals.saturating_sub(most);
        let (kept, dropped) = exactly.split_at_checked(exactly.len().checked_sub(beyond)?)?;
        let is_doubtful = self.is_thin || self.lacks_digits();
        if is_doubtful && beyond > 0 || dropped.bytes().any(|digit| digit != b'0') {
            return None;
        }
        let kept = if beyond > 0 && kept.contains('.') { kept.trim_end_matches('0') } else { kept };
        Some(kept.trim_end_matches('.').to_owned())
    }

    /// Whether digits may be missing at its end: nothing but noughts stands behind its comma.
    pub fn lacks_digits(&self) -> bool {
        self.is_by_comma && self.digits.bytes().rev().take(self.decimals).all(|digit| digit == b'0')
    }

    /// As the contract writes it, with all of its decimals.
    pub fn exactly(&self) -> String {
        pointed(&self.digits, self.decimals)
    }
}

/// Digits with a point before the last so many, and no needless noughts in front.
fn pointed(digits: &str, decimals: usize) -> String {
    let digits = format!("{}{digits}", "0".repeat((decimals + 1).saturating_sub(digits.len())));
    let (whole, places) = digits.split_at_checked(digits.len().saturating_sub(decimals)).unwrap_or((&digits, ""));
    let needed = whole.trim_start_matches('0');
    let whole = if needed.is_empty() { "0" } else { needed };
    if places.is_empty() { whole.to_owned() } else { format!("{whole}.{places}") }
}

const MARKS: [char; 4] = ['.', ',', ' ', '\''];

/// Everything that a number in digits can mean; nothing where it is none. `by_hundreds`: above the thousands, groups
/// of two are usual.
pub(super) fn meant(text: &str, by_hundreds: bool) -> Vec<Meant> {
    // A mark at the end is somebody about to type on; one at the front has a nought before it.
    let text = match text.strip_suffix(['.', ',']) {
        Some(rest) if !rest.contains(text.get(rest.len()..).unwrap_or_default()) => rest,
        _ => text,
    };
    let led = text.starts_with(['.', ',']).then(|| format!("0{text}"));
    let text = led.as_deref().unwrap_or(text);
    let runs: Vec<&str> = text.split(MARKS).collect();
    if runs.iter().any(|run| run.is_empty() || !run.bytes().all(|byte| byte.is_ascii_digit())) {
        return Vec::new();
    }
    let marks: Vec<char> = text.chars().filter(|sign| MARKS.contains(sign)).collect();
    let digits = runs.concat();
    let last_run = runs.last().map_or(0, |run| run.len());
    let grouped = |runs: &[&str]| is_grouped(runs, by_hundreds);
    let (Some(first), Some(last)) = (marks.first(), marks.last()) else { return vec![Meant::whole(digits)] };
    let is_decimal = matches!(last, '.' | ',');
    let groups = runs.get(..runs.len() - 1).unwrap_or_default();
    let with_decimals = || Meant::pointed(digits.clone(), last_run);

    if marks.len() == 1 {
        let mut all = Vec::new();
        if is_decimal {
            let is_by_comma = *last == ',';
            let is_thin = is_by_comma && last_run == 3 && grouped(&runs);
            all.push(Meant { is_thin, is_by_comma, ..with_decimals() });
        }
        if grouped(&runs) {
            all.push(Meant::whole(digits));
        }
        return all;
    }
    if marks.iter().all(|mark| mark == first) {
        return if grouped(&runs) { vec![Meant::whole(digits)] } else { Vec::new() };
    }
    let one_sort = marks.iter().rev().skip(1).all(|mark| mark == first) && last != first;
    if one_sort && is_decimal && grouped(groups) { vec![with_decimals()] } else { Vec::new() }
}

/// Whether digits stand in threes, the first one to three of them and no nought.
fn is_grouped(runs: &[&str], by_hundreds: bool) -> bool {
    let [first, rest @ ..] = runs else { return false };
    let Some((last, middle)) = rest.split_last() else { return !first.starts_with('0') };
    let among = |size: usize| middle.iter().all(|run| run.len() == size) && first.len() <= size;
    !first.starts_with('0') && last.len() == 3 && (among(3) || by_hundreds && among(2))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<String> {
        meant(text, false).iter().map(Meant::exactly).collect()
    }

    #[test]
    fn marks_part_thousands_or_decimals() {
        for (text, meanings) in [
            ("12000", &["12000"][..]),
            ("012", &["12"]),
            ("12,000.50", &["12000.50"]),
            ("12.000,50", &["12000.50"]),
            ("1 234,50", &["1234.50"]),
            ("1'234'567.8", &["1234567.8"]),
            ("1,085", &["1.085", "1085"]),
            ("1.085", &["1.085", "1085"]),
            ("0,085", &["0.085"]),
            ("1234.567", &["1234.567"]),
            ("12,34", &["12.34"]),
            ("1.234.567", &["1234567"]),
            ("12.", &["12"]),
            (".5", &["0.5"]),
            ("12,34,567", &[]),
            ("1,23,4", &[]),
            ("1.2.3", &[]),
            ("1,234 567", &[]),
            ("1,,000", &[]),
            ("1.234,567.8", &[]),
            ("12 34", &[]),
            ("", &[]),
            ("-1", &[]),
        ] {
            assert_eq!(all(text), meanings, "{text}");
        }
        assert_eq!(meant("12,34,567.5", true).first().map(Meant::exactly).as_deref(), Some("1234567.5"));
    }

    #[test]
    fn noughts_beyond_the_decimals_say_nothing() {
        let written = |text: &str, most| meant(text, false).first().and_then(|meant| meant.written(most));
        assert_eq!(written("12,000.00", 0).as_deref(), Some("12000"));
        assert_eq!(written("12,000.50", 0), None);
        assert_eq!((written("12,00", 0), written("12,00", 2).as_deref()), (None, Some("12.00")));
        assert_eq!(written("1.234,00", 0).as_deref(), Some("1234"));
        assert_eq!(written("12,000.5", 2).as_deref(), Some("12000.5"));
        assert_eq!(written("12,000", 2), None);
        assert_eq!(meant("3.6", false).remove(0).raised(4).exactly(), "36000");
        assert_eq!(meant("3.65", false).remove(0).raised(1).exactly(), "36.5");
    }
}
