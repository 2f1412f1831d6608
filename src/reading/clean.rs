//! Signs that look the same and mean the same, and those that nobody sees.

use crate::values::text::is_unseen;
use std::borrow::Cow;

/// What is seen, in half-width signs with single blanks between: digits and marks of Chinese input methods, the
/// blanks and hyphens that typesetting and spreadsheets put in, and no invisible signs. Line breaks stay.
pub(super) fn clean(text: &str) -> Cow<'_, str> {
    let text = forced(text).unwrap_or(text);
    let is_clean = text.bytes().all(|byte| (b'!'..=b'~').contains(&byte) && byte != b'\'');
    if is_clean {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for sign in text.chars().filter_map(half_width) {
        let after_blank = out.is_empty() || out.ends_with([' ', '\n']);
        match sign {
            ' ' if after_blank => {}
            '\n' => {
                out.truncate(out.trim_end().len());
                if !out.is_empty() {
                    out.push('\n');
                }
            }
            _ => out.push(sign),
        }
    }
    let seen = out.trim_end();
    // The end of a sentence, where there is one.
    out.truncate(seen.strip_suffix('。').filter(|rest| !rest.is_empty()).unwrap_or(seen).trim_end().len());
    // A spreadsheet's mark that what follows is a text.
    let marked =
        out.strip_prefix('\'').filter(|rest| rest.starts_with(|c: char| c.is_ascii() && !c.is_ascii_alphabetic()));
    Cow::Owned(marked.map_or_else(|| out.clone(), str::to_owned))
}

/// What stands in a formula that is nothing but a text, `="00123"`: spreadsheets and other programs keep a cell as it is
/// by it.
pub(super) fn forced(text: &str) -> Option<&str> {
    let inside = text.trim().strip_prefix("=\"")?.strip_suffix('"')?;
    (!inside.contains('"')).then_some(inside)
}

/// Without the mark at the end of a sentence: of a day, a time or a yes it is no part.
pub(super) fn unended(text: &str) -> &str {
    text.strip_suffix(['.', ',', ';']).unwrap_or(text).trim_end()
}

/// The sign in its plain form; none of one that nobody sees.
fn half_width(sign: char) -> Option<char> {
    Some(match sign {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(sign) - 0xFEE0)?,
        '\u{FFE5}' => '¥',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{2500}' => '-',
        '\u{2018}' | '\u{2019}' | '\u{2BC}' => '\'',
        '\u{301C}' | '\u{223C}' => '~',
        '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
        '\t' => ' ',
        // What turns digits around shows another number than it holds.
        sign if overrides(sign) => sign,
        sign if is_unseen(sign) => return None,
        sign if sign != '\n' && sign.is_whitespace() => ' ',
        sign => sign,
    })
}

/// A sign that shows what follows in another order than it has.
fn overrides(sign: char) -> bool {
    sign == '\u{202E}'
}

/// A letter without its accents, and the one of two ways to write a character that most people use.
fn unaccented(letter: char) -> char {
    match letter {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'ď' | 'đ' => 'd',
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => 'e',
        'ğ' => 'g',
        'ì'..='ï' | 'ī' | 'ı' => 'i',
        'ł' => 'l',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ř' => 'r',
        'ś' | 'ş' | 'š' | 'ș' => 's',
        'ţ' | 'ť' | 'ț' => 't',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        '臺' => '台',
        other => other,
    }
}

/// The small letter of a capital one, in the alphabets in which names are written here. The standard library knows all
/// there are, in tables of twelve kilobytes.
fn lowered(letter: char) -> char {
    match letter {
        'À'..='Ö' | 'Ø'..='Þ' => char::from_u32(u32::from(letter) + 0x20).unwrap_or(letter),
        'Ÿ' => 'ÿ',
        'İ' => 'i',
        // In pairs, the capital first: on even places, or on odd ones.
        'Ā'..='ķ' | 'Ŋ'..='ŷ' if u32::from(letter).is_multiple_of(2) => next(letter),
        'Ĺ'..='ň' | 'Ź'..='ž' if !u32::from(letter).is_multiple_of(2) => next(letter),
        'Ș' | 'Ț' => next(letter),
        other => other.to_ascii_lowercase(),
    }
}

fn next(letter: char) -> char {
    char::from_u32(u32::from(letter) + 1).unwrap_or(letter)
}

/// Two spellings of one name are the same when case, accents, blanks and marks do not count.
pub(crate) fn plain(text: &str) -> String {
    let counts = |sign: &char| {
        let is_mark = matches!(
            sign,
            '_' | '-'
                | '*'
                | ':'
                | '.'
                | ','
                | '\''
                | '"'
                | '('
                | ')'
                | '['
                | ']'
                | '/'
                | '&'
                | '・'
                | '·'
                | '、'
                | '。'
                | '「'
                | '」'
        );
        !is_mark && !sign.is_whitespace()
    };
    text.chars().filter_map(half_width).map(lowered).filter(counts).map(unaccented).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_the_same_is_the_same() {
        for (text, seen) in [
            ("１２，０００", "12,000"),
            ("  a\u{3000}\u{a0} b ", "a b"),
            ("\u{feff}1\u{200b}2\u{200e}", "12"),
            ("'12", "12"),
            ("'-12", "-12"),
            ("'t", "'t"),
            ("1\r\n2\n\n3\n", "1\n2\n3"),
            ("−5", "-5"),
            ("=\"００1 \"", "001"),
            ("=\"1\"&\"2\"", "=\"1\"&\"2\""),
            ("12。", "12"),
            ("。", "。"),
            ("\u{202e}001", "\u{202e}001"),
            ("", ""),
        ] {
            assert_eq!(clean(text), seen, "{text:?}");
        }
        assert_eq!(plain("Côte d’Ivoire"), "cotedivoire");
        assert_eq!(plain("臺 北（市）"), "台北市");
        assert_eq!(plain("ÅLAND İSTANBUL ŽILINA ŁÓDŹ RÉUNION ŞEKER"), "alandistanbulzilinalodzreunionseker");
        assert_eq!(plain("Niğde ĐORĐE Ďáblice ŘÍČANY"), "nigdedordedablicericany");
        assert_eq!(plain("Ţara ȚARA Ťahanie ȘANȚ ș L'Haÿ ŸŸ"), "tarataratahaniesantslhayyy");
        assert_eq!(plain("Success_Management-Services"), "successmanagementservices");
    }
}
