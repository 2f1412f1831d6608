//! Reads JSON text. Only native builds do: a browser has a parser of its own, and a second one
//! would be a tenth of what is downloaded.

use crate::request::given::Given;
use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use std::collections::HashMap;
use std::fmt;

/// The value that a JSON text holds; none where it is not JSON.
pub fn parse(json: &str) -> Option<Given> {
    serde_json::from_str(json).ok()
}

/// A number as JavaScript writes it.
pub fn written(number: f64) -> String {
    ryu_js::Buffer::new().format(number).to_owned()
}

impl<'de> Deserialize<'de> for Given {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Given, D::Error> {
        from.deserialize_any(AnyValue)
    }
}

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Given;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON value")
    }

    fn visit_unit<E: de::Error>(self) -> Result<Given, E> {
        Ok(Given::Null)
    }

    fn visit_bool<E: de::Error>(self, flag: bool) -> Result<Given, E> {
        Ok(Given::Flag(flag))
    }

    // Every number is read as JavaScript reads the same digits.
    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Given, E> {
        Ok(Given::number(number as f64))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Given, E> {
        Ok(Given::number(number as f64))
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Given, E> {
        Ok(Given::number(number))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Given, E> {
        Ok(Given::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Given, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = from.next_element()? {
            items.push(item);
        }
        let length = items.len();
        Ok(Given::List(items, length))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Given, A::Error> {
        let mut members: Vec<(String, Given)> = Vec::new();
        let mut places = HashMap::new();
        // A name given twice keeps its place and its last value, as in JavaScript.
        while let Some((name, value)) = from.next_entry::<String, Given>()? {
            match places.get(&name).and_then(|place: &usize| members.get_mut(*place)) {
                Some(member) => member.1 = value,
                None => {
                    places.insert(name.clone(), members.len());
                    members.push((name, value));
                }
            }
        }
        Ok(Given::Object(members))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::de::value::{BytesDeserializer, Error};

    #[test]
    fn a_name_given_twice_keeps_its_place_and_its_last_value() {
        let member = |name: &str, number| (name.to_owned(), Given::Whole(number));
        assert_eq!(parse(r#"{"a":1,"b":2,"a":3}"#), Some(Given::Object(vec![member("a", 3), member("b", 2)])));
    }

    #[test]
    fn what_json_has_not_is_refused() {
        let refused = Given::deserialize(BytesDeserializer::<Error>::new(b"x")).map_err(|error| error.to_string());
        assert_eq!(refused, Err("invalid type: byte array, expected any JSON value".to_owned()));
    }
}
