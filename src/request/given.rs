//! What somebody handed in, as it arrived: before anything is known about its shape.
//!
//! JSON read natively and JavaScript values read in the browser both become a [`Given`], so that
//! the same checks with the same wording see both. Nothing reckons with floats: a number is whole, or
//! it is something that no field takes and that only the digest of a pack looks at.

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

/// Of a list that comes from a page, pack aside, so many items are looked at; the length is always the true one. One
/// more than any list that the contract allows, so what is cut off could only ever be refused for its length.
pub const LONGEST_LIST: usize = 1_001;

/// One value, of whatever kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Given {
    /// `null`.
    Null,
    /// A boolean.
    Flag(bool),
    /// A whole number that is told from its neighbours; `1.0` is one too.
    Whole(i64),
    /// Any other number, by the bits that make it.
    Number(u64),
    /// A string.
    Text(String),
    /// A list: its first items, and how many there are in all.
    List(Vec<Given>, usize),
    /// An object: its members in their order, each name once.
    Object(Vec<(String, Given)>),
    /// Something that no field takes, by its name: a function, half a character.
    Odd(&'static str),
}

impl Given {
    /// A number, which counts only where it is whole. One beyond all bounds stays beyond them.
    pub fn number(number: f64) -> Given {
        /// Beyond it, two whole numbers may be one.
        const LAST_OF_ITS_OWN: f64 = 9_007_199_254_740_991.0;
        if !number.is_finite() {
            Given::Odd(FRACTION)
        } else if number.trunc() == number && number.abs() <= LAST_OF_ITS_OWN {
            Given::Whole(number as i64)
        } else {
            Given::Number(number.to_bits())
        }
    }

    /// What kind of thing it is, for messages.
    pub fn kind(&self) -> &'static str {
        match self {
            Given::Null => "null",
            Given::Flag(_) => "a boolean",
            Given::Whole(_) => "a number",
            Given::Number(_) => self.whole().map_or(FRACTION, |_| "a number"),
            Given::Text(_) => "a string",
            Given::List(..) => "a list",
            Given::Object(_) => "an object",
            Given::Odd(name) => name,
        }
    }

    /// A single value as messages show it.
    pub(crate) fn shown(&self) -> String {
        match self {
            Given::Flag(flag) => flag.to_string(),
            Given::Text(text) => text.clone(),
            other => other.whole().map_or_else(|| other.kind().to_owned(), |whole| whole.to_string()),
        }
    }

    /// The members of an object; nothing else has any.
    pub fn members(&self) -> &[(String, Given)] {
        match self {
            Given::Object(members) => members,
            _ => &[],
        }
    }

    /// A member of an object.
    pub fn get(&self, name: &str) -> Option<&Given> {
        self.members().iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    /// The items of a list; nothing else has any.
    pub fn items(&self) -> &[Given] {
        match self {
            Given::List(items, _) => items,
            _ => &[],
        }
    }

    /// The string it is, if it is one.
    pub fn text(&self) -> Option<&str> {
        match self {
            Given::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The whole number it is, if it is one.
    pub fn whole(&self) -> Option<i64> {
        match self {
            Given::Whole(whole) => Some(*whole),
            Given::Number(bits) => {
                let number = f64::from_bits(*bits);
                (number.trunc() == number).then_some(number as i64)
            }
            _ => None,
        }
    }
}

const FRACTION: &str = "a number that is not whole";

impl Serialize for Given {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Given::Null | Given::Odd(_) => to.serialize_unit(),
            Given::Flag(flag) => to.serialize_bool(*flag),
            Given::Whole(whole) => to.serialize_i64(*whole),
            Given::Number(bits) => to.serialize_f64(f64::from_bits(*bits)),
            Given::Text(text) => to.serialize_str(text),
            Given::List(items, _) => {
                let mut list = to.serialize_seq(Some(items.len()))?;
                for item in items {
                    list.serialize_element(item)?;
                }
                list.end()
            }
            Given::Object(members) => {
                let mut map = to.serialize_map(Some(members.len()))?;
                for (name, value) in members {
                    map.serialize_entry(name, value)?;
                }
                map.end()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_number_is_told_as_none_and_nothing_else_has_members() {
        for number in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            let given = Given::number(number);
            assert_eq!((given.kind(), given.whole()), ("a number that is not whole", None), "{number}");
        }
        assert_eq!(Given::number(-0.0), Given::Whole(0));
        assert_eq!(Given::Odd("a function").kind(), "a function");
        let list = Given::List(vec![Given::Null], 1);
        assert_eq!((list.items(), list.members()), (&[Given::Null][..], &[][..]));
        let object = Given::Object(vec![("a".to_owned(), Given::Null)]);
        assert_eq!((object.get("a"), object.get("b"), object.items()), (Some(&Given::Null), None, &[][..]));
        assert_eq!(Given::Text("a".to_owned()).get("a"), None);
    }
}
