//! The canonical form of a pack (RFC 8785) and its digest.

use crate::platform::writing;
use crate::request::given::Given;
use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};
use sha2::{Digest, Sha256};
use std::cmp::Ordering;
use std::collections::BinaryHeap;
use std::fmt::Write;

/// SHA-256 over the canonical form, in hexadecimal.
pub(super) fn digest(pack: &Given) -> String {
    let canonical = writing::json(&Canonical(pack));
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
        serde_json::from_str::<Given>(json).ok().map(|given| written(&given))
    }

    #[test]
    fn keys_are_sorted_as_the_standard_does() {
        // The example of RFC 8785, 3.2.3, without its numbers.
        let json = "{\"\\u20ac\":1,\"\\r\":2,\"\\ufb33\":3,\"1\":4,\"\\ud83d\\ude00\":5,\"\\u0080\":6,\"\\u00f6\":7}";
        let expected = "{\"\\r\":2,\"1\":4,\"\u{80}\":6,\"\u{f6}\":7,\"\u{20ac}\":1,\"\u{1f600}\":5,\"\u{fb33}\":3}";
        assert_eq!(canonical(json).as_deref(), Some(expected));
    }

    /// RFC 8785, appendix B: the bits of a number, and how it is written.
    const NUMBERS: [(u64, &str); 24] = [
        (0x0000_0000_0000_0000, "0"),
        (0x8000_0000_0000_0000, "0"),
        (0x0000_0000_0000_0001, "5e-324"),
        (0x8000_0000_0000_0001, "-5e-324"),
        (0x7fef_ffff_ffff_ffff, "1.7976931348623157e+308"),
        (0xffef_ffff_ffff_ffff, "-1.7976931348623157e+308"),
        (0x4340_0000_0000_0000, "9007199254740992"),
        (0xc340_0000_0000_0000, "-9007199254740992"),
        (0x4430_0000_0000_0000, "295147905179352830000"),
        (0x44b5_2d02_c7e1_4af5, "9.999999999999997e+22"),
        (0x44b5_2d02_c7e1_4af6, "1e+23"),
        (0x44b5_2d02_c7e1_4af7, "1.0000000000000001e+23"),
        (0x444b_1ae4_d6e2_ef4e, "999999999999999700000"),
        (0x444b_1ae4_d6e2_ef4f, "999999999999999900000"),
        (0x444b_1ae4_d6e2_ef50, "1e+21"),
        (0x3eb0_c6f7_a0b5_ed8c, "9.999999999999997e-7"),
        (0x3eb0_c6f7_a0b5_ed8d, "0.000001"),
        (0x41b3_de43_5555_5553, "333333333.3333332"),
        (0x41b3_de43_5555_5554, "333333333.33333325"),
        (0x41b3_de43_5555_5555, "333333333.3333333"),
        (0x41b3_de43_5555_5556, "333333333.3333334"),
        (0x41b3_de43_5555_5557, "333333333.33333343"),
        (0xbecb_f647_612f_3696, "-0.0000033333333333333333"),
        (0x4314_3ff3_c1cb_0959, "1424953923781206.2"),
    ];

    fn written(given: &Given) -> String {
        String::from_utf8(writing::json(&Canonical(given))).unwrap_or_default()
    }

    #[test]
    fn numbers_are_written_as_the_standard_does() {
        for (bits, expected) in NUMBERS {
            assert_eq!(written(&Given::number(f64::from_bits(bits))), expected, "{bits:x}");
            // And read as they are written.
            let read: Option<Given> = serde_json::from_str(expected).ok();
            assert_eq!(read.as_ref().map(written).as_deref(), Some(expected));
        }
    }

    #[test]
    fn different_values_have_different_digests() {
        let long = |last: u32| format!("[{}{last}]", "0,".repeat(1_500));
        let texts =
            ["1.5", "2.5", "null", "1e19", "1e21", "1", "\"1\"", "[]", "{}", "false", "[null]"].map(str::to_owned);
        let all: Vec<String> = texts.into_iter().chain([long(1), long(2)]).collect();
        let digests: std::collections::BTreeSet<_> = all
            .iter()
            .filter_map(|json| serde_json::from_str::<Given>(&format!("{{\"words\":{json}}}")).ok())
            .map(|given| digest(&given))
            .collect();
        assert_eq!(digests.len(), all.len());
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
