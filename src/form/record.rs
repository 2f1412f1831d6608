//! Objects with named fields, and lists of them: which fields may, must and must not be there.

use super::entries::noted;
use super::{Cell, Condition, Entry, Field, Kind, Path, Reading, Source, read_count, wrong_type};
use crate::request::given::Given;
use crate::request::problem::Problem;
use crate::values::country::Country;
use crate::values::text::joined;

/// An object with named fields.
pub trait Record: Sized {
    /// Its fields.
    const FIELDS: &'static [Field];
    /// Reads all of them, noting every fault; none where a needed one is missing or wrong.
    fn read_fields(source: Source<'_>, path: &Path<'_>, reading: &mut Reading<'_>) -> Option<Self>;
}

impl<T: Record> Entry for Vec<T> {
    const FIELD: Field = Field::required(Kind::List(0, 0, T::FIELDS));

    fn read(cell: Cell<'_>, field: &Field, path: &Path<'_>, reading: &mut Reading<'_>) -> Option<Vec<T>> {
        let Kind::List(min, max, _) = field.kind else { return None };
        let items = noted(list_of(cell, min, max), path, reading)?;
        let mut read = Vec::with_capacity(items.len());
        for (index, item) in items.iter().enumerate() {
            read.extend(read_object::<T>(item, &Path::Item(path, index), reading));
        }
        // Fewer where some were wrong; the request is refused then anyway.
        (read.len() == items.len()).then_some(read)
    }
}

/// The items of a list that is neither too short nor too long.
fn list_of(cell: Cell<'_>, min: usize, max: usize) -> Result<&[Given], Problem> {
    let counted = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    match cell {
        Cell::Given(Given::List(_, length)) if *length > max => {
            Err(Problem::TooManyLines { got: counted(*length), max: counted(max) })
        }
        Cell::Given(Given::List(_, length)) if *length < min => {
            Err(Problem::CountRange { kind: "list", got: length.to_string(), min: counted(min), max: counted(max) })
        }
        Cell::Given(Given::List(items, _)) => Ok(items),
        Cell::Given(other) => Err(wrong_type(other, "list", "a list")),
        Cell::Text(_) => Err(Problem::WrongType { kind: "list", expected: "a list", got: "a cell".to_owned() }),
    }
}

/// Reads an object and refuses every field that it should not have.
pub fn read_object<T: Record>(given: &Given, path: &Path<'_>, reading: &mut Reading<'_>) -> Option<T> {
    read_object_beside::<T>(&[], given, path, reading)
}

/// Reads an object that holds some other fields too, which somebody else reads.
pub fn read_object_beside<T: Record>(
    others: &[&str],
    given: &Given,
    path: &Path<'_>,
    reading: &mut Reading<'_>,
) -> Option<T> {
    let Given::Object(members) = given else {
        reading.fault(path, wrong_type(given, "object", "an object"));
        return None;
    };
    let record = T::read_fields(Source::Object(given), path, reading);
    for (name, _) in members {
        let is_known = T::FIELDS.iter().any(|field| field.name == name) || others.contains(&name.as_str());
        if !is_known {
            reading.fault(&Path::Given(path, name), Problem::UnknownField);
        }
    }
    record
}

/// Reads one field of a record.
pub fn read_field<T: Entry>(
    source: Source<'_>,
    field: &Field,
    path: &Path<'_>,
    reading: &mut Reading<'_>,
) -> Option<T> {
    let path = &Path::Name(path, field.name);
    match presence(source, field, path, reading) {
        Presence::Given(cell) => {
            let read = T::read(cell, field, path, reading)?;
            noted(within_other(cell, source, field), path, reading).map(|()| read)
        }
        Presence::Absent => T::ABSENT,
        Presence::Wrong => None,
    }
}

/// Whether a count is no more than the one beside it. Where that one is itself missing or wrong,
/// nothing can be said of this one.
fn within_other(cell: Cell<'_>, source: Source<'_>, field: &Field) -> Result<(), Problem> {
    let (Kind::Count((min, max)), Some(other)) = (field.kind, field.at_most) else { return Ok(()) };
    match source.get(other).map(|other| read_count(other, (min, max))) {
        Some(Ok(most)) => read_count(cell, (min, most)).map(|_| ()),
        Some(Err(_)) | None => Ok(()),
    }
}

/// Whether a field is there, and may be.
enum Presence<'a> {
    Given(Cell<'a>),
    Absent,
    Wrong,
}

fn presence<'a>(source: Source<'a>, field: &Field, path: &Path<'_>, reading: &mut Reading<'_>) -> Presence<'a> {
    let applies = match field.only_if {
        Some(condition) => applies(condition, source, reading),
        None => Some(true),
    };
    match (source.get(field.name), applies, field.only_if) {
        (None, Some(true), _) if field.required => {
            reading.fault(path, Problem::Missing);
            Presence::Wrong
        }
        (None, _, _) => Presence::Absent,
        (Some(_), Some(false), Some(condition)) => {
            let reason = unmet(condition, source, reading);
            reading.fault(path, Problem::NotApplicable { reason });
            Presence::Wrong
        }
        (Some(cell), _, _) => Presence::Given(cell),
    }
}

/// Whether a condition holds; none where what it depends on is itself missing or wrong.
fn applies(condition: Condition, source: Source<'_>, reading: &Reading<'_>) -> Option<bool> {
    match condition {
        Condition::CurrencyIsNot(code) => reading.currency.map(|currency| currency != code),
        Condition::In(other, yes, no) => {
            let text = source.get(other)?.text("", "").ok()?;
            (yes.contains(&text) || no.contains(&text)).then(|| yes.contains(&text))
        }
        Condition::ServiceIs(keys) => {
            let text = source.get("service")?.text("", "").ok()?;
            reading.pack?.service(text).map(|service| keys.contains(&&*service.key))
        }
        Condition::InRows(other, term, column) => {
            // A line has no country of its own: that of the whole counts.
            let beside = source.get(other).and_then(|cell| Country::of_code(cell.text("", "").ok()?));
            Some(reading.rows(term)?.has(beside.or(reading.country)?, column))
        }
        Condition::NotInRows(other, term, column) => {
            applies(Condition::InRows(other, term, column), source, reading).map(|is_there| !is_there)
        }
        Condition::Either(conditions) => {
            let mut each = conditions.iter().map(|condition| applies(*condition, source, reading));
            // One that holds decides, whatever of the others cannot be said.
            if each.clone().any(|one| one == Some(true)) {
                Some(true)
            } else {
                each.all(|one| one.is_some()).then_some(false)
            }
        }
        Condition::All(conditions) => {
            let mut all = conditions.iter().map(|condition| applies(*condition, source, reading));
            // One that does not hold decides, whatever of the others cannot be said.
            if all.clone().any(|one| one == Some(false)) {
                Some(false)
            } else {
                all.all(|one| one.is_some()).then_some(true)
            }
        }
    }
}

/// In words, the condition that does not hold.
fn unmet(condition: Condition, source: Source<'_>, reading: &Reading<'_>) -> String {
    format!("only where {}", unmet_part(condition, source, reading))
}

fn unmet_part(condition: Condition, source: Source<'_>, reading: &Reading<'_>) -> String {
    let codes = |term, column| {
        let rows = reading.rows(term);
        let countries = Country::all().filter(|country| rows.is_some_and(|rows| rows.has(*country, column)));
        let codes: Vec<&str> = countries.map(Country::code).collect();
        joined(&codes, " or ")
    };
    match condition {
        Condition::In(other, keys, _) => format!("{other} is {}", joined(keys, " or ")),
        Condition::CurrencyIsNot(code) => format!("currency is not {code}"),
        Condition::ServiceIs(keys) => format!("service is {}", joined(keys, " or ")),
        Condition::InRows(other, term, column) => format!("{other} is {}", codes(term, column)),
        Condition::NotInRows(other, term, column) => format!("{other} is not {}", codes(term, column)),
        Condition::All(conditions) => {
            let unmet_one = conditions.iter().find(|one| applies(**one, source, reading) == Some(false));
            unmet_one.map_or_else(String::new, |one| unmet_part(*one, source, reading))
        }
        Condition::Either(conditions) => {
            let parts: Vec<String> = conditions.iter().map(|one| unmet_part(*one, source, reading)).collect();
            joined(&parts.iter().map(String::as_str).collect::<Vec<_>>(), " or ")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_neither_short_nor_long_nor_anything_else() {
        let list = |length| Given::List(vec![Given::Null; length], length);
        let code = |cell: Cell<'_>| list_of(cell, 1, 2).map(<[Given]>::len).map_err(|problem| problem.code());
        assert_eq!(code(Cell::Given(&list(0))), Err("out_of_range"));
        assert_eq!(code(Cell::Given(&list(2))), Ok(2));
        assert_eq!(code(Cell::Given(&list(3))), Err("too_many_lines"));
        assert_eq!(code(Cell::Given(&Given::Null)), Err("wrong_type"));
        assert_eq!(code(Cell::Text("1")), Err("wrong_type"));
    }
}
