//! Which encoding the bytes of a table are in. Spreadsheets of Taiwan and of the mainland write their own where nobody
//! told them otherwise, and nothing in the bytes says which.

use crate::platform::decoded;
use crate::request::problem::Position;

/// A way to read the bytes.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Decoded {
    /// As the Encoding Standard calls it.
    pub encoding: &'static str,
    /// What they say in it, without a mark of the byte order.
    pub text: String,
}

/// Every encoding that a table may be in.
pub(super) const KNOWN: [&str; 6] = ["utf-8", "utf-16le", "utf-16be", "big5", "gb18030", "windows-1252"];

/// Everything that the bytes may say, the likelier first; nothing where they are no text.
pub(super) fn readings(bytes: &[u8]) -> Vec<Decoded> {
    if let Some(marked) = MARKS.into_iter().find(|(_, mark)| bytes.starts_with(mark)) {
        return read_as(bytes, marked.0).into_iter().collect();
    }
    let utf8 = str::from_utf8(bytes).ok();
    if let Some(wide) = unmarked_utf16(bytes, utf8.is_some()) {
        return vec![wide];
    }
    if utf8.is_some() {
        return read_as(bytes, "utf-8").into_iter().collect();
    }
    let seen = Pairs::count(bytes);
    let by_score = |(big5, gb): (usize, usize)| if gb > big5 { ["gb18030", "big5"] } else { ["big5", "gb18030"] };
    let order = by_score((seen.big5, seen.gb));
    let likely = |encoding: &&str| seen.is_likely(if *encoding == "big5" { seen.big5 } else { seen.gb });
    let found: Vec<Decoded> =
        order.into_iter().filter(likely).filter_map(|encoding| read_as(bytes, encoding)).collect();
    if !found.is_empty() {
        return found;
    }
    let western = read_as(bytes, "windows-1252").filter(|western| is_printable(&western.text));
    western.filter(|_| !is_broken_utf8(bytes)).into_iter().collect()
}

/// Whether more characters of UTF-8 stand there than bytes that are none: whole by accident they are in no other encoding.
fn is_broken_utf8(bytes: &[u8]) -> bool {
    let characters: usize =
        bytes.utf8_chunks().map(|chunk| chunk.valid().chars().filter(|letter| !letter.is_ascii()).count()).sum();
    let broken = bytes.utf8_chunks().filter(|chunk| !chunk.invalid().is_empty()).count();
    characters > broken
}

/// Where the first byte stands that is wrong in an encoding: in the one that was named, or the one that the bytes are
/// most of the way in. Where characters have two bytes, it is only told in which line.
pub(super) fn first_wrong(bytes: &[u8], named: Option<&'static str>) -> Option<Position> {
    let marked = MARKS.into_iter().find(|(_, mark)| bytes.starts_with(mark)).map(|(encoding, _)| encoding);
    let encoding = named.or(marked).or_else(|| is_broken_utf8(bytes).then_some("utf-8"))?;
    let (at, width) = match encoding {
        "utf-8" => (str::from_utf8(bytes).err()?.valid_up_to(), 1),
        "utf-16le" => (whole_pairs(bytes, u16::from_le_bytes), 2),
        "utf-16be" => (whole_pairs(bytes, u16::from_be_bytes), 2),
        other => {
            let mut lines = bytes.split_inclusive(|byte| *byte == b'\n');
            (lines.by_ref().take_while(|line| decoded(line, other).is_some()).map(<[u8]>::len).sum(), 1)
        }
    };
    let before = bytes.get(..at)?;
    let is_end = |signs: &&[u8]| signs.contains(&b'\n') && signs.iter().all(|byte| matches!(byte, b'\n' | 0));
    let count = |count: usize| i64::try_from(count + 1).unwrap_or(i64::MAX);
    Some(Position { line: count(before.chunks(width).filter(is_end).count()), byte: count(at) })
}

/// How many bytes are whole characters of UTF-16.
fn whole_pairs(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> usize {
    let (pairs, _) = bytes.as_chunks::<2>();
    let letters = char::decode_utf16(pairs.iter().map(|pair| unit(*pair)));
    letters.map_while(Result::ok).map(|letter| letter.len_utf16() * 2).sum()
}

/// What stands before a text and says how it is written.
const MARKS: [(&str, &[u8]); 3] = [("utf-8", b"\xEF\xBB\xBF"), ("utf-16le", b"\xFF\xFE"), ("utf-16be", b"\xFE\xFF")];

/// What the bytes say in one encoding, if they are text in it.
pub(super) fn read_as(bytes: &[u8], encoding: &'static str) -> Option<Decoded> {
    let text = match encoding {
        "utf-16le" => wide(bytes, u16::from_le_bytes),
        "utf-16be" => wide(bytes, u16::from_be_bytes),
        "utf-8" => str::from_utf8(bytes).ok().map(str::to_owned),
        other => decoded(bytes, other),
    }?;
    let text = text.strip_prefix('\u{FEFF}').map(str::to_owned).unwrap_or(text);
    Some(Decoded { encoding, text })
}

fn wide(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<String> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let text = char::decode_utf16(pairs.iter().map(|pair| unit(*pair))).collect::<Result<String, _>>();
    text.ok().filter(|_| rest.is_empty())
}

/// UTF-16 without a mark: letters of ASCII, line ends and what parts cells have a zero in each pair of bytes.
fn unmarked_utf16(bytes: &[u8], is_utf8: bool) -> Option<Decoded> {
    let zeros_in = |which: usize| bytes.iter().skip(which).step_by(2).filter(|byte| **byte == 0).count();
    let (first, second) = (zeros_in(0), zeros_in(1));
    // Bytes that are UTF-8 as well are taken for it unless every second letter or more is one of ASCII.
    let least = if is_utf8 { bytes.len().div_ceil(4).max(1) } else { 1 };
    let order = if second >= first { ["utf-16le", "utf-16be"] } else { ["utf-16be", "utf-16le"] };
    let read = |encoding| read_as(bytes, encoding).filter(|read| is_printable(&read.text));
    if first.max(second) < least { None } else { order.into_iter().find_map(read) }
}

/// Whether there is no character in it that no table holds.
fn is_printable(text: &str) -> bool {
    !text.chars().any(|c| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{1A}'))
}

/// The bytes read two by two, as both encodings of Chinese have it.
#[derive(Default)]
struct Pairs {
    /// All but those of punctuation.
    all: usize,
    /// Among the 5,401 common characters of Big5.
    big5: usize,
    /// Among the 3,755 common characters of GB 2312.
    gb: usize,
    /// More like a letter with an accent before other letters.
    western: usize,
}

impl Pairs {
    fn count(bytes: &[u8]) -> Pairs {
        let mut seen = Pairs::default();
        let mut left = bytes;
        while let [lead, after @ ..] = left {
            left = after;
            let (0x81..=0xFE, [trail, after @ ..]) = (*lead, after) else { continue };
            // Four bytes of GB 18030, or no pair at all.
            if *trail < 0x40 {
                continue;
            }
            left = after;
            if (0xA1..=0xA3).contains(lead) {
                continue;
            }
            seen.all += 1;
            seen.big5 += usize::from(matches!((*lead, *trail), (0xA4..=0xC5, _) | (0xC6, ..=0x7E)));
            seen.gb += usize::from(matches!((*lead, *trail), (0xB0..=0xD6, 0xA1..) | (0xD7, 0xA1..=0xF9)));
            let is_in_word = after.first().is_some_and(u8::is_ascii_alphabetic);
            seen.western += usize::from(trail.is_ascii_alphabetic() && is_in_word);
        }
        seen
    }

    /// Whether so many common characters make a text.
    fn is_likely(&self, common: usize) -> bool {
        common * 2 > self.all && self.western * 2 < self.all
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    fn first(bytes: &[u8]) -> (&'static str, String) {
        readings(bytes).into_iter().next().map_or(("", String::new()), |read| (read.encoding, read.text))
    }

    #[test]
    fn each_encoding_is_told_from_the_others() {
        assert_eq!(first(b""), ("utf-8", String::new()));
        let text = "品名,數量\r\n維護,３\r\n";
        assert_eq!(first(text.as_bytes()), ("utf-8", text.to_owned()));
        let (big5, ..) = encoding_rs::BIG5.encode(text);
        assert_eq!(first(&big5), ("big5", text.to_owned()));
        let simplified = "品名,数量\r\n维护,３\r\n";
        let (gb, ..) = encoding_rs::GB18030.encode(simplified);
        assert_eq!(first(&gb), ("gb18030", simplified.to_owned()));
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(first(&wide), ("utf-16le", text.to_owned()));
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(first(&wide), ("utf-16be", text.to_owned()));
    }

    #[test]
    fn accents_are_not_taken_for_chinese() {
        for text in ["Société;Prix\n1\u{A0}234,50 €;é\n", "Änderung;Größe\n", "Müller;12,50\n", "Über;1\n"] {
            let (bytes, ..) = encoding_rs::WINDOWS_1252.encode(text);
            assert_eq!(first(&bytes), ("windows-1252", text.to_owned()));
        }
    }

    #[test]
    fn what_is_no_text_is_not_read() {
        // The beginnings of a workbook, of a picture, and a surrogate alone.
        for bytes in [
            &b"PK\x03\x04\x14\x00\x06\x00\x08\x00\xFF\xFF\x00"[..],
            b"\x89PNG\r\n\x1A\n\x00\x00\x00\rI",
            b"\xFF\xFE\x00\xD8",
        ] {
            assert!(readings(bytes).is_empty(), "{bytes:?}");
        }
    }
}
