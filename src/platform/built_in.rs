//! Reads the JSON that is built in: the packs, the names, the examples. Only browsers are given this reader: their own
//! makes values of JavaScript's, and to fetch them from there one by one takes longer, and more code.
//!
//! It is our own JSON, without escapes and fractions; a test holds it to what others read there.

use crate::request::given::Given;

/// The value that a text of ours holds; none where it is not what we write.
pub fn parse(json: &str) -> Option<Given> {
    let mut reader = Reader(json);
    let given = reader.value()?;
    reader.0.trim_ascii_start().is_empty().then_some(given)
}

/// What is still to be read.
struct Reader<'a>(&'a str);

impl Reader<'_> {
    fn takes(&mut self, sign: char) -> bool {
        let rest = self.0.trim_ascii_start();
        let taken = rest.strip_prefix(sign);
        self.0 = taken.unwrap_or(rest);
        taken.is_some()
    }

    /// Whether another part follows: after a comma, unless it is the first.
    fn goes_on(&mut self, end: char, is_first: bool) -> Option<bool> {
        if self.takes(end) {
            return Some(false);
        }
        (is_first || self.takes(',')).then_some(true)
    }

    fn value(&mut self) -> Option<Given> {
        if self.takes('"') {
            self.text().map(Given::Text)
        } else if self.takes('[') {
            let mut items = Vec::new();
            while self.goes_on(']', items.is_empty())? {
                items.push(self.value()?);
            }
            let length = items.len();
            Some(Given::List(items, length))
        } else if self.takes('{') {
            let mut members = Vec::new();
            while self.goes_on('}', members.is_empty())? {
                let name = if self.takes('"') { self.text()? } else { return None };
                let value = if self.takes(':') { self.value()? } else { return None };
                members.push((name, value));
            }
            Some(Given::Object(members))
        } else {
            self.word()
        }
    }

    /// A text, from behind its first quotation mark.
    fn text(&mut self) -> Option<String> {
        let (text, rest) = self.0.split_once('"')?;
        self.0 = rest;
        (!text.contains('\\')).then(|| text.to_owned())
    }

    /// A word or a whole number.
    fn word(&mut self) -> Option<Given> {
        let end = self.0.find(|sign: char| !sign.is_ascii_alphanumeric() && sign != '-').unwrap_or(self.0.len());
        let (word, rest) = self.0.split_at_checked(end)?;
        self.0 = rest;
        Some(match word {
            "null" => Given::Null,
            "true" => Given::Flag(true),
            "false" => Given::Flag(false),
            number => Given::Whole(number.parse().ok()?),
        })
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    #[test]
    fn what_is_built_in_is_read_as_others_read_it() {
        for json in [
            include_str!("../terms/ibm-ilan.json"),
            include_str!("../terms/ibm-ss.json"),
            include_str!("../terms/ms-unified.json"),
            include_str!("../reading/names.json"),
            r#" { "a" : [ ] , "b":{},"c":[1,-20,true,false,null,"維護"] } "#,
        ] {
            let given = parse(json);
            assert!(given.is_some(), "{json}");
            assert_eq!(given, serde_json::from_str(json).ok());
        }
    }

    #[test]
    fn what_we_do_not_write_is_not_read() {
        for json in [
            "",
            "x",
            "1.5",
            "1e3",
            "[1,]",
            "[1 2]",
            "{1:2}",
            r#"{"a" 1}"#,
            r#""a\n""#,
            r#""a"#,
            "[",
            "{}{}",
            "9223372036854775808",
        ] {
            assert_eq!(parse(json), None, "{json}");
        }
    }
}
