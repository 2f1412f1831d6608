//! Writes down what a calculator takes out of a pack, once all of it has been checked: `baked.rs` reads it, in the build that
//! serves its page alone. What an answer never names is left out: the document as it was given, and clauses but for their
//! ids, which stand with the terms.

use super::baked::{COUNTRIES, DECIMALS, KEYS, SERVICES, TABLES, TIMES};
use super::edition::EDITION;
use super::{Checked, CountryRow, Mark, Need, Pack, Service, Term, TermValue};
use crate::request::given::Given;
use crate::values::dates::Date;
use rust_decimal::Decimal;

/// Writes what a calculator takes out of a pack, and what the document says of its own day.
pub(crate) fn written(pack: &Pack, calculator: &str, needs: &[Need], services: &[Service]) -> Vec<u8> {
    let is_taken = |name: &str| needs.iter().chain(&EDITION).any(|need| need.name == name);
    let terms: Vec<_> = pack.terms.iter().filter(|(name, _)| is_taken(name)).collect();
    let values = || terms.iter().flat_map(|(_, term)| term.value.values());
    let kinds = values().fold(if services.is_empty() { 0 } else { SERVICES }, |kinds, of| kinds | kind_of(&of.value));
    let mut to = Writer(vec![kinds]);
    for text in [&pack.id, &pack.name, &pack.edition, &pack.digest, calculator] {
        to.text(text);
    }
    to.list(&terms, |to, (name, term)| to.term(name, term));
    to.list(services, Writer::service);
    to.0
}

fn kind_of(value: &TermValue) -> u8 {
    match value {
        TermValue::Rule | TermValue::Count(_) | TermValue::Month(_) => 0,
        TermValue::Percent(_) | TermValue::Dollars(_) => DECIMALS,
        TermValue::Keys(_) => KEYS,
        TermValue::Time(_) => TIMES,
        TermValue::Table(_) => TABLES,
        TermValue::ByCountry(_) => COUNTRIES,
    }
}

impl Pack {
    /// The days on which a term changes.
    pub fn turns(&self) -> impl Iterator<Item = Date> {
        self.terms.iter().flat_map(|(_, term)| term.value.entries()).filter_map(|(from, _)| from)
    }

    /// Whether each of these terms has a value on a day.
    pub fn is_in_force(&self, needs: &[Need], day: Date) -> bool {
        needs.iter().all(|need| self.term(need.name).is_some_and(|term| term.value.on(day).is_some()))
    }

    /// Whether another pack has a term of a name, and the very same.
    #[cfg(test)]
    pub fn is_alike(&self, name: &str, other: &Pack) -> bool {
        let term = self.term(name);
        term.is_some() && term == other.term(name)
    }
}

struct Writer(Vec<u8>);

impl Writer {
    fn number(&mut self, mut number: u64) {
        while number >= 0x80 {
            self.0.push(0x80 | (number & 0x7F) as u8);
            number >>= 7;
        }
        self.0.push(number as u8);
    }

    fn text(&mut self, text: &str) {
        self.number(text.len() as u64);
        self.0.extend_from_slice(text.as_bytes());
    }

    fn list<T>(&mut self, items: &[T], mut item: impl FnMut(&mut Self, &T)) {
        self.number(items.len() as u64);
        for each in items {
            item(self, each);
        }
    }

    fn term(&mut self, name: &str, term: &Term) {
        self.text(name);
        self.text(term.clause.as_str());
        let entries: Vec<_> = term.value.entries().collect();
        self.list(&entries, |to, (from, Checked { value, checked })| {
            to.text(from.map(Date::written).as_ref().map_or("", |from| from.as_str()));
            to.text(checked.written().as_str());
            to.value(value);
        });
    }

    fn decimal(&mut self, decimal: Decimal) {
        self.0.extend_from_slice(&decimal.serialize());
    }

    fn value(&mut self, value: &TermValue) {
        let mut of = |kind: u8| self.0.push(kind);
        match value {
            TermValue::Rule => of(b'r'),
            TermValue::Count(count) => {
                of(b'n');
                self.number(count.cast_unsigned());
            }
            TermValue::Percent(percent) => {
                of(b'p');
                self.decimal(percent.0);
            }
            TermValue::Dollars(amount) => {
                of(b'$');
                self.decimal(*amount);
            }
            TermValue::Keys(keys) => {
                of(b'k');
                self.list(&keys.0, |to, key| to.text(key));
            }
            TermValue::Time(time) => {
                of(b't');
                self.text(time.written().as_str());
            }
            TermValue::Month(first) => {
                of(b'm');
                self.text(first.written().as_str());
            }
            TermValue::Table(table) => {
                of(b'T');
                self.list(&table.0, Writer::given);
            }
            TermValue::ByCountry(rows) => {
                of(b'C');
                self.list(&rows.0, Writer::country_row);
            }
        }
    }

    fn country_row(&mut self, row: &CountryRow) {
        self.list(&row.countries, |to, country| to.text(country.code()));
        self.text(row.clause.as_str());
        self.given(&row.values);
    }

    fn given(&mut self, given: &Given) {
        let mut of = |kind: u8| self.0.push(kind);
        match given {
            // The loader lets nothing odd through.
            Given::Null | Given::Odd(_) => of(b'0'),
            Given::Flag(false) => of(b'-'),
            Given::Flag(true) => of(b'+'),
            Given::Whole(whole) => {
                of(b'n');
                self.number(whole.cast_unsigned());
            }
            Given::Number(bits) => {
                of(b'f');
                self.number(*bits);
            }
            Given::Text(text) => {
                of(b't');
                self.text(text);
            }
            Given::List(items, _) => {
                of(b'[');
                self.list(items, Writer::given);
            }
            Given::Object(members) => {
                of(b'{');
                self.list(members, |to, (name, value)| {
                    to.text(name);
                    to.given(value);
                });
            }
        }
    }

    fn service(&mut self, service: &Service) {
        for text in [&service.key, &service.group, service.clause.as_str()] {
            self.text(text);
        }
        self.number(service.table.cast_unsigned());
        self.0.push(match service.mark {
            Mark::Included => b'i',
            Mark::Orderable => b'o',
            Mark::OrderableUpToALimit => b'l',
        });
    }
}
