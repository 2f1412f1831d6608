//! Yes and no, keys to choose from, and texts that stay what they are.

use super::clean::{clean, plain, unended};
use super::{Named, Wants};
use crate::request::bounds;
use crate::request::given::Given;
use crate::request::problem::{Problem, shown};
use crate::values::text::{is_unseen, turns};

const YES: &str = "yes y true t 1 on 是 是的 有 對 对 可 可以 真 ✓ ✔ √ ☑ ✅ v 〇 ○ ◯";
const NO: &str = "no n false f 0 off 否 不 不是 無 无 没有 沒有 假 ✗ ✘ × ☐ ❌";
/// A cross is set where something applies, and where it does not.
const EITHER: &str = "x";

/// Yes or no.
pub(super) fn flag(text: &str) -> Result<Vec<Given>, Problem> {
    // What makes a sign a coloured picture says nothing.
    let word = unended(text.trim_end_matches('\u{FE0F}')).to_ascii_lowercase();
    let is_among = |words: &str| words.split(' ').any(|known| known == word);
    match (is_among(YES), is_among(NO), is_among(EITHER)) {
        (true, ..) => Ok(vec![Given::Flag(true)]),
        (_, true, _) => Ok(vec![Given::Flag(false)]),
        (_, _, true) => Ok(vec![Given::Flag(true), Given::Flag(false)]),
        _ => Err(Problem::WrongType { kind: "flag", expected: "yes or no", got: shown(text) }),
    }
}

/// A key by itself, by a word for it, or, of a choice, by the beginning of one that no other has.
pub(super) fn choice(text: &str, choices: &[Named], wants: Wants) -> Result<Vec<String>, Problem> {
    if choices.iter().any(|choice| choice.key == text) {
        return Ok(vec![text.to_owned()]);
    }
    let word = plain(text);
    let keys_where = |fits: &dyn Fn(&str) -> bool| -> Vec<String> {
        let fitting = choices.iter().filter(|choice| choice.names.iter().any(|name| fits(name)));
        fitting.map(|choice| choice.key.clone()).collect()
    };
    let named = if word.is_empty() { Vec::new() } else { keys_where(&|name| name == word) };
    if !named.is_empty() {
        return Ok(named);
    }
    // One Chinese character is a word, one letter is not.
    let is_beginning = wants == Wants::Choice && (word.len() > 2 || word.len() == 2 && word.is_ascii());
    let begun = if is_beginning { keys_where(&|name| name.starts_with(&word)) } else { Vec::new() };
    if !begun.is_empty() {
        return Ok(begun);
    }
    let got = shown(text);
    Err(match wants {
        Wants::Country => Problem::UnknownCountry { got },
        _ => Problem::UnknownChoice { got, choices: choices.iter().map(|choice| choice.key.clone()).collect() },
    })
}

/// A text as it is, but for what nobody sees: breaks and tabs are blanks, signs without width are gone.
pub(super) fn text(text: &str) -> Result<String, Problem> {
    let trimmed = text.trim_matches(|sign: char| sign.is_whitespace() || is_unseen(sign));
    let mut out = String::with_capacity(trimmed.len());
    for (index, sign) in trimmed.chars().enumerate() {
        match sign {
            ' ' | '\u{3000}' => out.push(sign),
            sign if sign.is_whitespace() => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            sign if turns(sign) || sign.is_control() => {
                let before =
                    text.len() - text.trim_start_matches(|sign: char| sign.is_whitespace() || is_unseen(sign)).len();
                let passed = text.get(..before).map_or(0, |passed| passed.chars().count());
                return Err(Problem::Unprintable { at: i64::try_from(passed + index + 1).unwrap_or(i64::MAX) });
            }
            sign if is_unseen(sign) => {}
            sign => out.push(sign),
        }
    }
    if out.chars().count() > bounds::TEXT_LENGTH { Err(Problem::TextRange) } else { Ok(out) }
}

/// Whether nothing is to be seen.
pub(super) fn is_blank(text: &str) -> bool {
    text.is_empty() || clean(text).is_empty()
}
