//! What comes from JavaScript: words and a text, of which a value is read (`www/core/incoming.ts` writes them).

use crate::request::given::Given;

/// What a word says of the value that it begins.
const NULL: u32 = 0;
const FALSE: u32 = 1;
const TRUE: u32 = 2;
const WHOLE: u32 = 3;
const NUMBER: u32 = 4;
const TEXT: u32 = 5;
const LIST: u32 = 6;
const OBJECT: u32 = 7;
const ODD: u32 = 8;

/// What a value is that no JSON text could hold.
const ODDITIES: [&str; 9] = [
    "undefined",
    "a BigInt",
    "a symbol",
    "a function",
    "an object of another kind",
    "something else",
    "a broken string",
    // In place of all that was handed in.
    WITHOUT_END,
    UNREADABLE,
];

const WITHOUT_END: &str = "an object without end";
const UNREADABLE: &str = "an object that cannot be read";

/// What was handed in.
pub struct Incoming {
    words: std::vec::IntoIter<u32>,
    text: String,
    /// Where the next text begins.
    at: usize,
    is_ascii: bool,
}

impl Incoming {
    /// What the words and the text hold.
    pub fn of(words: Vec<u32>, text: String) -> Incoming {
        Incoming { words: words.into_iter(), is_ascii: text.is_ascii(), text, at: 0 }
    }

    fn word(&mut self) -> u32 {
        self.words.next().unwrap_or_default()
    }

    fn count(&mut self) -> usize {
        usize::try_from(self.word()).unwrap_or_default()
    }

    /// So many parts; never more than there are words, so that nothing makes room for what is not there.
    fn parts(&mut self) -> usize {
        self.count().min(self.words.len())
    }

    /// The next value; what could not be read as a whole is no value.
    pub fn whole(&mut self) -> Result<Given, Given> {
        match self.value() {
            Given::Odd(name) if [WITHOUT_END, UNREADABLE].contains(&name) => Err(Given::Odd(name)),
            given => Ok(given),
        }
    }

    /// The next value.
    pub fn value(&mut self) -> Given {
        match self.word() {
            NULL => Given::Null,
            FALSE => Given::Flag(false),
            TRUE => Given::Flag(true),
            WHOLE => Given::Whole(i64::from(self.word().cast_signed())),
            NUMBER => {
                let (low, high) = (u64::from(self.word()), u64::from(self.word()));
                Given::number(f64::from_bits(high << 32 | low))
            }
            TEXT => Given::Text(self.text()),
            LIST => {
                let parts = self.parts();
                let length = self.count();
                Given::List((0..parts).map(|_| self.value()).collect(), length)
            }
            OBJECT => {
                let parts = self.parts();
                Given::Object((0..parts).map(|_| (self.text(), self.value())).collect())
            }
            ODD => Given::Odd(ODDITIES.get(self.count()).copied().unwrap_or_default()),
            // Nothing else is written.
            _ => Given::Odd(UNREADABLE),
        }
    }

    /// A text of so many units of UTF-16, by which JavaScript counts.
    fn text(&mut self) -> String {
        let units = self.count();
        let rest = self.text.get(self.at..).unwrap_or_default();
        let text = rest.get(..if self.is_ascii { units } else { end(rest, units) }).unwrap_or_default();
        self.at += text.len();
        text.to_owned()
    }
}

/// Where so many units of UTF-16 end.
fn end(text: &str, units: usize) -> usize {
    let mut left = units;
    let within = text.chars().take_while(|c| {
        let is_within = left > 0;
        left = left.saturating_sub(c.len_utf16());
        is_within
    });
    within.map(char::len_utf8).sum()
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn one(words: &[u32], text: &str) -> Given {
        Incoming::of(words.to_vec(), text.to_owned()).value()
    }

    #[test]
    fn words_and_a_text_are_values() {
        let text = |text: &str| Given::Text(text.to_owned());
        assert_eq!(
            [one(&[NULL], ""), one(&[FALSE], ""), one(&[TRUE], "")],
            [Given::Null, Given::Flag(false), Given::Flag(true)]
        );
        assert_eq!(one(&[WHOLE, 7_u32.wrapping_neg()], ""), Given::Whole(-7));
        let bits = 1.5_f64.to_bits();
        assert_eq!(one(&[NUMBER, bits as u32, (bits >> 32) as u32], ""), Given::Number(bits));
        // A list of which less is looked at than there is, and an object.
        assert_eq!(one(&[LIST, 1, 9, TEXT, 2], "abc"), Given::List(vec![text("ab")], 9));
        let members = vec![("a".to_owned(), Given::Null), ("bc".to_owned(), text("d"))];
        assert_eq!(one(&[OBJECT, 2, 1, NULL, 2, TEXT, 1], "abcd"), Given::Object(members));
        assert_eq!(one(&[ODD, 6], ""), Given::Odd("a broken string"));
    }

    #[test]
    fn texts_are_as_long_as_javascript_says() {
        let mut handed = Incoming::of(vec![TEXT, 3, TEXT, 2, TEXT, 0, TEXT, 1], "é台a🚀b".to_owned());
        for text in ["é台a", "🚀", "", "b"] {
            assert_eq!(handed.value(), Given::Text(text.to_owned()));
        }
    }

    #[test]
    fn what_cannot_be_read_is_told_from_what_is_odd() {
        let whole = |odd| Incoming::of(vec![ODD, odd], String::new()).whole();
        assert_eq!(whole(3), Ok(Given::Odd("a function")));
        assert_eq!(whole(7), Err(Given::Odd("an object without end")));
        assert_eq!(whole(8), Err(Given::Odd("an object that cannot be read")));
    }

    proptest! {
        #[test]
        fn whatever_the_words_are_reading_them_ends(words in proptest::collection::vec(0..12_u32, 0..60), text in ".{0,20}") {
            let _ = Incoming::of(words, text).whole();
        }
    }
}
