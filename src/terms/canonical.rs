//! The canonical form of a pack (RFC 8785) and its digest.
//!
//! A pack holds no numbers but whole ones (the loader sees to it), so the difficult half of the
//! standard, how fractions are written, does not arise.

use crate::given::Given;
use crate::writing::{self, Letters};
use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};
use sha2::{Digest, Sha256};
use std::cmp::Ordering;
use std::collections::BinaryHeap;
use std::fmt::Write;

/// SHA-256 over the canonical form, in hexadecimal.
pub(super) fn digest(pack: &Given) -> String {
    let canonical = writing::json(&Canonical(pack), Letters::Plain);
    Sha256::digest(&canonical).iter().fold(String::new(), |mut hex, byte| {
        // Writing to a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

struct Canonical<'a>(&'a Given);

/// A member of an object, ordered by its name.
#[derive(PartialEq, Eq)]
struct Member<'a>(&'a (String, Given));

impl Ord for Member<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.0.encode_utf16().cmp(other.0.0.encode_utf16())
    }
}

impl PartialOrd for Member<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Serialize for Canonical<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Given::List(items, _) => {
                let mut list = to.serialize_seq(Some(items.len()))?;
                for item in items {
                    list.serialize_element(&Canonical(item))?;
                }
                list.end()
            }
            Given::Object(members) => {
                // The standard sorts by UTF-16 code units, which is not the order of strings here.
                // A heap, because it sorts in a tenth of the code that the sort of slices takes.
                let sorted: BinaryHeap<Member<'_>> = members.iter().map(Member).collect();
                let mut map = to.serialize_map(Some(members.len()))?;
                for Member((name, value)) in sorted.into_sorted_vec() {
                    map.serialize_entry(name, &Canonical(value))?;
                }
                map.end()
            }
            plain => plain.serialize(to),
        }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    fn canonical(json: &str) -> Option<String> {
        let given: Given = serde_json::from_str(json).ok()?;
        serde_json::to_string(&Canonical(&given)).ok()
    }

    #[test]
    fn keys_are_sorted_as_the_standard_does() {
        // The example of RFC 8785, 3.2.3, without its numbers.
        let json = "{\"\\u20ac\":1,\"\\r\":2,\"\\ufb33\":3,\"1\":4,\"\\ud83d\\ude00\":5,\"\\u0080\":6,\"\\u00f6\":7}";
        let expected = "{\"\\r\":2,\"1\":4,\"\u{80}\":6,\"\u{f6}\":7,\"\u{20ac}\":1,\"\u{1f600}\":5,\"\u{fb33}\":3}";
        assert_eq!(canonical(json).as_deref(), Some(expected));
    }

    #[test]
    fn white_space_and_order_do_not_change_the_digest() {
        let digest_of = |json: &str| serde_json::from_str::<Given>(json).ok().map(|given| digest(&given));
        assert_eq!(digest_of("{ \"b\": [1, 2], \"a\": true }"), digest_of("{\"a\":true,\"b\":[1,2]}"));
        // printf '{"a":1}' | sha256sum
        let expected = "015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862";
        assert_eq!(digest_of("{\"a\": 1.0}").as_deref(), Some(expected));
    }
}
