//! What goes to JavaScript: words and texts, of which values are made there (`www/core/outgoing.ts` reads them).
//!
//! A name that the crate is built with goes by where it lies in memory, and is read there once. All other texts
//! stand one behind another. Both are far less work than JSON, written here and read there.

use serde::ser::{self, Serialize, Serializer};
use std::fmt::{self, Write};

/// What the lowest four bits of a word say of the value that it begins; the others say how long it is.
const NULL: u32 = 0;
const FALSE: u32 = 1;
const TRUE: u32 = 2;
const WHOLE: u32 = 3;
const NUMBER: u32 = 4;
const TEXT: u32 = 5;
const WIDE: u32 = 6;
const NAME: u32 = 7;
const LIST: u32 = 8;
const OBJECT: u32 = 9;
const STEP: u32 = 10;
const BITS: u32 = 4;

/// Whole numbers that fit beside the kind.
const NARROW: std::ops::Range<i64> = -(1 << 27)..1 << 27;

/// A value on its way out.
pub struct Outgoing {
    /// What it is made of.
    pub words: Vec<u32>,
    /// Its texts.
    pub text: String,
    /// Those beyond ASCII: one such sign, and a browser would keep all of the text in twice the memory.
    pub wide: String,
}

impl Outgoing {
    /// A value, in words.
    pub fn of(value: &impl Serialize) -> Outgoing {
        let mut outgoing =
            Outgoing { words: Vec::with_capacity(1024), text: String::with_capacity(4096), wide: String::new() };
        if value.serialize(&mut outgoing).is_err() {
            outgoing.words = vec![NULL];
        }
        outgoing
    }

    fn word(&mut self, kind: u32, size: usize) {
        self.words.push(kind | u32::try_from(size).unwrap_or_default() << BITS);
    }

    fn text(&mut self, text: &str) {
        if text.is_ascii() {
            self.word(TEXT, text.len());
            self.text.push_str(text);
        } else {
            self.word(WIDE, text.encode_utf16().count());
            self.wide.push_str(text);
        }
    }

    fn name(&mut self, name: &'static str) {
        self.word(NAME, name.len());
        self.words.push(u32::try_from(name.as_ptr().addr()).unwrap_or_default());
    }

    fn open(&mut self, kind: u32) -> Open<'_> {
        let at = self.words.len();
        self.words.push(kind);
        Open { to: self, at, kind, size: 0 }
    }
}

/// A list or an object that is being written.
pub struct Open<'a> {
    to: &'a mut Outgoing,
    /// Where its first word stands, which says how long it is.
    at: usize,
    kind: u32,
    size: usize,
}

impl Open<'_> {
    fn item(&mut self, value: &(impl Serialize + ?Sized)) -> Result<(), fmt::Error> {
        self.size += 1;
        value.serialize(&mut *self.to)
    }

    fn member(&mut self, name: &'static str, value: &(impl Serialize + ?Sized)) -> Result<(), fmt::Error> {
        // Of a step it is known.
        if self.kind != STEP {
            self.to.name(name);
        }
        self.item(value)
    }

    fn close(self) -> Result<(), fmt::Error> {
        if let Some(word) = self.to.words.get_mut(self.at) {
            *word = self.kind | u32::try_from(self.size).unwrap_or_default() << BITS;
        }
        Ok(())
    }
}

impl<'a> Serializer for &'a mut Outgoing {
    type Ok = ();
    type Error = fmt::Error;
    type SerializeSeq = Open<'a>;
    type SerializeTuple = Open<'a>;
    type SerializeTupleStruct = ser::Impossible<(), fmt::Error>;
    type SerializeTupleVariant = ser::Impossible<(), fmt::Error>;
    type SerializeMap = Open<'a>;
    type SerializeStruct = Open<'a>;
    type SerializeStructVariant = ser::Impossible<(), fmt::Error>;

    fn serialize_bool(self, flag: bool) -> Result<(), fmt::Error> {
        self.word(if flag { TRUE } else { FALSE }, 0);
        Ok(())
    }

    fn serialize_i64(self, number: i64) -> Result<(), fmt::Error> {
        if NARROW.contains(&number) {
            self.words.push(WHOLE | (number as u32) << BITS);
            return Ok(());
        }
        // As JavaScript reads the same digits.
        self.serialize_f64(number as f64)
    }

    fn serialize_f64(self, number: f64) -> Result<(), fmt::Error> {
        let bits = number.to_bits();
        self.words.extend([NUMBER, bits as u32, (bits >> 32) as u32]);
        Ok(())
    }

    fn serialize_str(self, text: &str) -> Result<(), fmt::Error> {
        self.text(text);
        Ok(())
    }

    fn serialize_char(self, sign: char) -> Result<(), fmt::Error> {
        self.text(sign.encode_utf8(&mut [0; 4]));
        Ok(())
    }

    fn collect_str<T: fmt::Display + ?Sized>(self, shown: &T) -> Result<(), fmt::Error> {
        let start = self.text.len();
        write!(self.text, "{shown}")?;
        match self.text.get(start..) {
            Some(text) if !text.is_ascii() => {
                let size = text.encode_utf16().count();
                self.wide.push_str(text);
                self.text.truncate(start);
                self.word(WIDE, size);
            }
            _ => self.word(TEXT, self.text.len() - start),
        }
        Ok(())
    }

    fn serialize_unit(self) -> Result<(), fmt::Error> {
        self.word(NULL, 0);
        Ok(())
    }

    fn serialize_none(self) -> Result<(), fmt::Error> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), fmt::Error> {
        value.serialize(self)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, name: &'static str) -> Result<(), fmt::Error> {
        self.name(name);
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Open<'a>, fmt::Error> {
        Ok(self.open(LIST))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Open<'a>, fmt::Error> {
        Ok(self.open(OBJECT))
    }

    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Open<'a>, fmt::Error> {
        Ok(self.open(if name == "Step" { STEP } else { OBJECT }))
    }

    fn serialize_u64(self, number: u64) -> Result<(), fmt::Error> {
        match i64::try_from(number) {
            Ok(number) => self.serialize_i64(number),
            Err(_) => self.serialize_f64(number as f64),
        }
    }

    fn serialize_i8(self, number: i8) -> Result<(), fmt::Error> {
        self.serialize_i64(number.into())
    }

    fn serialize_i16(self, number: i16) -> Result<(), fmt::Error> {
        self.serialize_i64(number.into())
    }

    fn serialize_i32(self, number: i32) -> Result<(), fmt::Error> {
        self.serialize_i64(number.into())
    }

    fn serialize_u8(self, number: u8) -> Result<(), fmt::Error> {
        self.serialize_i64(number.into())
    }

    fn serialize_u16(self, number: u16) -> Result<(), fmt::Error> {
        self.serialize_i64(number.into())
    }

    fn serialize_u32(self, number: u32) -> Result<(), fmt::Error> {
        self.serialize_i64(number.into())
    }

    fn serialize_f32(self, number: f32) -> Result<(), fmt::Error> {
        self.serialize_f64(number.into())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), fmt::Error> {
        value.serialize(self)
    }

    fn serialize_tuple(self, _: usize) -> Result<Open<'a>, fmt::Error> {
        Ok(self.open(LIST))
    }

    // Nothing that goes out is any of these.

    fn serialize_bytes(self, _: &[u8]) -> Result<(), fmt::Error> {
        Err(fmt::Error)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), fmt::Error> {
        Err(fmt::Error)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), fmt::Error> {
        Err(fmt::Error)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeTupleStruct, fmt::Error> {
        Err(fmt::Error)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, fmt::Error> {
        Err(fmt::Error)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, fmt::Error> {
        Err(fmt::Error)
    }
}

impl ser::SerializeSeq for Open<'_> {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), fmt::Error> {
        self.item(value)
    }

    fn end(self) -> Result<(), fmt::Error> {
        self.close()
    }
}

impl ser::SerializeTuple for Open<'_> {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), fmt::Error> {
        self.item(value)
    }

    fn end(self) -> Result<(), fmt::Error> {
        self.close()
    }
}

impl ser::SerializeMap for Open<'_> {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), fmt::Error> {
        key.serialize(&mut *self.to)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), fmt::Error> {
        self.item(value)
    }

    fn end(self) -> Result<(), fmt::Error> {
        self.close()
    }
}

impl ser::SerializeStruct for Open<'_> {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), fmt::Error> {
        self.member(name, value)
    }

    fn end(self) -> Result<(), fmt::Error> {
        self.close()
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use crate::request::given::Given;
    use crate::values::members::{Members, Name};
    use serde::ser::SerializeStruct;

    fn word(kind: u32, size: u32) -> u32 {
        kind | size << BITS
    }

    fn words(value: &impl Serialize) -> Vec<u32> {
        Outgoing::of(value).words
    }

    #[test]
    fn values_are_words_and_texts() {
        let given = Given::Object(vec![
            ("a".to_owned(), Given::List(vec![Given::Null, Given::Flag(true), Given::Flag(false)], 3)),
            ("台".to_owned(), Given::Text("b🚀".to_owned())),
        ]);
        let Outgoing { words, text, wide } = Outgoing::of(&given);
        let list = [word(LIST, 3), NULL, TRUE, FALSE];
        assert_eq!(
            words,
            [vec![word(OBJECT, 2), word(TEXT, 1)], list.to_vec(), vec![word(WIDE, 1), word(WIDE, 3)]].concat()
        );
        assert_eq!((text.as_str(), wide.as_str()), ("a", "台b🚀"));
    }

    #[test]
    fn numbers_are_as_javascript_has_them() {
        let number = |number: f64| vec![NUMBER, number.to_bits() as u32, (number.to_bits() >> 32) as u32];
        assert_eq!(words(&-3_i64), [WHOLE | (-3_i32).cast_unsigned() << BITS]);
        assert_eq!((words(&(NARROW.end - 1)).len(), words(&NARROW.start).len()), (1, 1));
        assert_eq!(words(&NARROW.end), number(134_217_728.0));
        // Between two numbers that JavaScript has, the even one.
        assert_eq!(words(&9_007_199_254_740_993_i64), number(9_007_199_254_740_992.0));
        assert_eq!(words(&1.5_f64), number(1.5));
        assert_eq!(words(&u64::MAX), number(18_446_744_073_709_551_615.0));
    }

    #[test]
    fn names_go_by_where_they_are() {
        let Outgoing { words, text, .. } = Outgoing::of(&Members(&[("fee", Name("cash"))]));
        // Behind each name stands where it is, which is another place in every build.
        let said: Vec<u32> = words.iter().take(1).chain(words.iter().skip(1).step_by(2)).copied().collect();
        assert_eq!((said, words.len()), (vec![word(OBJECT, 1), word(NAME, 3), word(NAME, 4)], 5));
        assert_eq!(text, "");
    }

    struct Step;

    impl Serialize for Step {
        fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
            let mut step = to.serialize_struct("Step", 2)?;
            step.serialize_field("figure", "x")?;
            step.serialize_field("result", &1)?;
            step.end()
        }
    }

    #[test]
    fn the_members_of_a_step_are_known() {
        assert_eq!(words(&Step), [word(STEP, 2), word(TEXT, 1), word(WHOLE, 1)]);
    }

    #[test]
    fn what_never_goes_out_is_nothing() {
        assert_eq!(words(&serde_json::json!({ "a": 1 })), [word(OBJECT, 1), word(TEXT, 1), word(WHOLE, 1)]);
        assert_eq!(words(&Err::<(), ()>(())), [NULL]);
    }
}
