//! Terms that were checked before, as a build for one page holds them in place of the document: so it needs neither the
//! loader nor what a digest takes. `baking.rs` writes them, and tells the same things in the same order.

use super::{BAKED, ByCountry, Checked, CountryRow, Keys, Mark, Pack, Service, Table, Term, TermValue};
use crate::clause::{ClauseId, Dated};
use crate::request::given::Given;
use crate::values::country::Country;
use crate::values::dates::{Date, TimeOfDay};
use crate::values::money::Percent;
use rust_decimal::Decimal;
use std::sync::Arc;

/// What most calculators take nothing of. The first byte says which of these there are, by their bits: a build for one page
/// leaves out the reading of all others.
pub(super) const DECIMALS: u8 = 1;
pub(super) const KEYS: u8 = 1 << 1;
pub(super) const TIMES: u8 = 1 << 2;
pub(super) const TABLES: u8 = 1 << 3;
pub(super) const COUNTRIES: u8 = 1 << 4;
pub(super) const SERVICES: u8 = 1 << 5;

/// Whether this build may have to read such a thing; one for all pages may have to read any.
const fn may_hold(kind: u8) -> bool {
    match BAKED {
        [kinds, ..] => *kinds & kind != 0,
        [] => true,
    }
}

/// Reads terms as they were written down; none where they were not.
pub(crate) fn read(baked: &[u8]) -> Option<Pack> {
    let mut from = Reader(baked.get(1..)?);
    Some(Pack {
        id: from.owned()?,
        name: from.owned()?,
        edition: from.owned()?,
        digest: from.owned()?,
        calculators: vec![from.owned()?],
        clauses: Vec::new(),
        terms: from.list(Reader::term)?,
        services: if may_hold(SERVICES) { from.list(Reader::service)? } else { Vec::new() },
        source: Given::Null,
    })
}

/// What is left to read.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    /// Seven bits a byte, the lowest first; the eighth says that more follow.
    fn number(&mut self) -> Option<u64> {
        let mut number = 0;
        let mut place = 0;
        loop {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7F).checked_shl(place)?;
            if byte < 0x80 {
                return Some(number);
            }
            place += 7;
        }
    }

    fn text(&mut self) -> Option<&'a str> {
        let length = usize::try_from(self.number()?).ok()?;
        let (text, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        str::from_utf8(text).ok()
    }

    fn owned(&mut self) -> Option<String> {
        self.text().map(str::to_owned)
    }

    fn shared(&mut self) -> Option<Arc<str>> {
        self.text().map(Arc::from)
    }

    fn list<T>(&mut self, item: fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let mut items = Vec::new();
        for _ in 0..self.number()? {
            items.push(item(self)?);
        }
        Some(items)
    }

    fn term(&mut self) -> Option<(String, Term)> {
        let (name, clause) = (self.owned()?, self.clause()?);
        let value = Dated::rising(self.list(Reader::entry)?)?;
        Some((name, Term { clause, value }))
    }

    fn clause(&mut self) -> Option<ClauseId> {
        self.text().map(ClauseId::new)
    }

    /// A value, and the day from which it holds: always, where none is written.
    fn entry(&mut self) -> Option<(Option<Date>, Checked)> {
        let from = Date::parse(self.text()?);
        let checked = self.date()?;
        Some((from, Checked { value: self.value()?, checked }))
    }

    fn date(&mut self) -> Option<Date> {
        Date::parse(self.text()?)
    }

    fn decimal(&mut self) -> Option<Decimal> {
        let (bytes, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(Decimal::deserialize(*bytes))
    }

    fn value(&mut self) -> Option<TermValue> {
        Some(match self.byte()? {
            b'r' => TermValue::Rule,
            b'n' => TermValue::Count(self.number()?.cast_signed()),
            b'p' if may_hold(DECIMALS) => TermValue::Percent(Percent(self.decimal()?)),
            b'$' if may_hold(DECIMALS) => TermValue::Dollars(self.decimal()?),
            b'k' if may_hold(KEYS) => TermValue::Keys(Keys(self.list(Reader::shared)?.into())),
            b't' if may_hold(TIMES) => TermValue::Time(TimeOfDay::parse(self.text()?)?),
            b'm' => TermValue::Month(self.date()?),
            b'T' if may_hold(TABLES) => TermValue::Table(Table::new(&self.list(Reader::given)?)),
            b'C' if may_hold(COUNTRIES) => TermValue::ByCountry(ByCountry(self.list(Reader::country_row)?.into())),
            _ => return None,
        })
    }

    fn country_row(&mut self) -> Option<CountryRow> {
        let countries = self.list(|from| Country::of_code(from.text()?))?;
        Some(CountryRow { countries, clause: self.clause()?, values: self.given()? })
    }

    fn given(&mut self) -> Option<Given> {
        Some(match self.byte()? {
            b'0' => Given::Null,
            b'-' => Given::Flag(false),
            b'+' => Given::Flag(true),
            b'n' => Given::Whole(self.number()?.cast_signed()),
            b'f' => Given::Number(self.number()?),
            b't' => Given::Text(self.owned()?),
            b'[' => {
                let items = self.list(Reader::given)?;
                let length = items.len();
                Given::List(items, length)
            }
            b'{' => Given::Object(self.list(|from| Some((from.owned()?, from.given()?)))?),
            _ => return None,
        })
    }

    fn service(&mut self) -> Option<Service> {
        let (key, group, clause) = (self.shared()?, self.shared()?, self.clause()?);
        let table = self.number()?.cast_signed();
        let mark = match self.byte()? {
            b'i' => Mark::Included,
            b'o' => Mark::Orderable,
            b'l' => Mark::OrderableUpToALimit,
            _ => return None,
        };
        Some(Service { key, table, mark, group, clause })
    }
}
