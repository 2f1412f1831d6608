//! What a calculator asks for: one declaration makes the request type, the checks that read it
//! and the description that a page draws its form from.

use crate::dates::{Date, LocalTime, TimeOfDay};
use crate::figure::Figure;
use crate::given::Given;
use crate::intake::{self, PERCENT, RATE};
use crate::money::{Money, Percent, Rate};
use crate::refusal::{Fault, Problem, bounds, shown};
use crate::terms::{Pack, Service};
use rust_decimal::Decimal;
use std::fmt;
use std::sync::Arc;

/// One thing that is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// Its name in requests.
    pub name: &'static str,
    /// What kind of value belongs there.
    pub kind: Kind,
    /// Whether it must be given, where it applies.
    pub required: bool,
    /// When it applies; always where there is no condition.
    pub only_if: Option<Condition>,
    /// What holds where nothing is given.
    pub default: Option<Default>,
    /// A count beside it that it may not exceed.
    pub at_most: Option<&'static str>,
}

/// A kind of value.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// An amount in the request's currency.
    Money,
    /// A percentage.
    Percent,
    /// An exchange rate.
    Rate,
    /// A day.
    Date,
    /// A day and a time on the wall clock.
    LocalTime,
    /// A time of day.
    Time,
    /// Yes or no.
    Flag,
    /// A whole number of something: the fewest and the most.
    Count((i64, i64)),
    /// A few words, only echoed.
    Text,
    /// One of several keys.
    Choice(Choices),
    /// A list of objects: the fewest, the most, and their fields.
    List(usize, usize, &'static [Field]),
}

/// Where the keys of a choice come from.
#[derive(Debug, Clone, Copy)]
pub enum Choices {
    /// The calculator itself.
    Fixed(&'static [&'static str]),
    /// A list of the pack, and one more key.
    Listed(&'static str, &'static str),
    /// What stands in a column of a table of the pack, and one more key.
    InTable(&'static str, &'static str, &'static str),
    /// The pack's catalogue of services.
    Services,
}

/// When a field applies: by another field beside it, or by the currency.
#[derive(Debug, Clone, Copy)]
pub enum Condition {
    /// Only if the field holds one of the first keys; not if it holds one of the second. Anything
    /// else in it is a fault of its own, and decides nothing here.
    In(&'static str, &'static [&'static str], &'static [&'static str]),
    /// Only if the request's currency is another.
    CurrencyIsNot(&'static str),
}

/// What holds where nothing is given.
#[derive(Debug, Clone, Copy)]
pub enum Default {
    /// The value of another field of the request.
    Field(&'static str),
    /// A value of the pack.
    Term(&'static str),
    /// One of the field's own keys.
    Key(&'static str),
}

impl Field {
    /// A required field of a kind; names and conditions are put on it by [`fields`].
    pub const fn required(kind: Kind) -> Field {
        Field { name: "", kind, required: true, only_if: None, default: None, at_most: None }
    }
}

/// What reading needs to know beside the value.
pub struct Reading<'p> {
    /// Decimals of the request's currency, where that is known.
    pub digits: Option<u32>,
    /// The request's currency, where it is known.
    pub currency: Option<&'static str>,
    /// The day that is asked about, where it is known.
    pub as_of: Option<Date>,
    /// The terms, where they could be loaded.
    pub pack: Option<&'p Pack>,
    /// Everything that was wrong so far.
    pub faults: Vec<Fault>,
}

impl Reading<'_> {
    /// Notes a fault.
    pub fn fault(&mut self, path: &Path<'_>, problem: Problem) {
        self.faults.push(Fault::at(path.to_string(), problem));
    }

    /// The keys that a choice has; none where the terms could not be loaded.
    fn choices(&self, choices: Choices) -> Option<Vec<Arc<str>>> {
        // A day that is itself at fault does not hide a wrong key: what holds last is looked at.
        let as_of = self.as_of.or_else(|| Date::parse(bounds::DATE.1))?;
        match choices {
            Choices::Fixed(_) => None,
            Choices::Listed(..) | Choices::InTable(..) | Choices::Services => {
                Some(pack_choices(self.pack?, choices, as_of))
            }
        }
    }
}

/// The keys that a pack offers for a choice.
pub fn pack_choices(pack: &Pack, choices: Choices, as_of: Date) -> Vec<Arc<str>> {
    match choices {
        Choices::Fixed(keys) => keys.iter().map(|key| Arc::from(*key)).collect(),
        Choices::Listed(term, also) => {
            let mut keys = pack.keys(term, as_of);
            keys.push(Arc::from(also));
            keys
        }
        Choices::InTable(term, column, also) => {
            let mut keys = pack.column(term, column, as_of);
            keys.push(Arc::from(also));
            keys
        }
        Choices::Services => pack.services.iter().map(|service| service.key.clone()).collect(),
    }
}

/// The way from the request to a value; written out only when something is wrong there.
#[derive(Clone, Copy)]
pub enum Path<'a> {
    /// The whole.
    Root,
    /// A member of what is above.
    Name(&'a Path<'a>, &'a str),
    /// An item of what is above.
    Item(&'a Path<'a>, usize),
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let dot = |f: &mut fmt::Formatter<'_>, above: &Path<'_>| match above {
            Path::Root => Ok(()),
            _ => write!(f, "{above}."),
        };
        match self {
            Path::Root => Ok(()),
            Path::Name(above, name) => dot(f, above).and_then(|()| f.write_str(name)),
            Path::Item(above, index) => dot(f, above).and_then(|()| write!(f, "{index}")),
        }
    }
}

/// Where the fields of a record are: in an object, or in the cells of a row.
#[derive(Clone, Copy)]
pub enum Source<'a> {
    /// An object that was handed in.
    Object(&'a Given),
    /// Names of the columns, and the cells under them.
    Row(&'a [String], &'a [&'a str]),
}

impl<'a> Source<'a> {
    fn get(self, name: &str) -> Option<Cell<'a>> {
        match self {
            Source::Object(given) => given.get(name).map(Cell::Given),
            Source::Row(columns, cells) => {
                let cell = columns.iter().zip(cells).find(|(column, _)| *column == name);
                cell.map(|(_, cell)| *cell).filter(|cell| !cell.is_empty()).map(Cell::Text)
            }
        }
    }
}

/// One value on its way in.
#[derive(Clone, Copy)]
pub enum Cell<'a> {
    /// As it was handed in.
    Given(&'a Given),
    /// As it stands in a cell of a table: always text.
    Text(&'a str),
}

impl<'a> Cell<'a> {
    fn text(self, kind: &'static str, expected: &'static str) -> Result<&'a str, Problem> {
        match self {
            Cell::Text(text) => Ok(text),
            Cell::Given(given) => given.text().ok_or_else(|| wrong_type(given, kind, expected)),
        }
    }
}

/// A value of another kind than belongs there.
pub fn wrong_type(given: &Given, kind: &'static str, expected: &'static str) -> Problem {
    Problem::WrongType { kind, expected, got: given.kind().to_owned() }
}

/// A type that a field can be read as.
pub trait Entry: Sized {
    /// The field as far as the type alone says.
    const FIELD: Field;
    /// Reads it; what is wrong is noted.
    fn read(cell: Cell<'_>, field: &Field, path: &Path<'_>, reading: &mut Reading<'_>) -> Option<Self>;
    /// What an absent one is, where it may be absent.
    fn absent() -> Option<Self> {
        None
    }
    /// The value that formulas may name, where it is one.
    fn figure(&self) -> Option<Figure> {
        None
    }
}

impl<T: Entry> Entry for Option<T> {
    const FIELD: Field = Field { required: false, ..T::FIELD };

    fn read(cell: Cell<'_>, field: &Field, path: &Path<'_>, reading: &mut Reading<'_>) -> Option<Self> {
        T::read(cell, field, path, reading).map(Some)
    }

    fn absent() -> Option<Self> {
        Some(None)
    }

    fn figure(&self) -> Option<Figure> {
        self.as_ref().and_then(T::figure)
    }
}

/// Reads a value, or notes what is wrong with it.
fn noted<T>(read: Result<T, Problem>, path: &Path<'_>, reading: &mut Reading<'_>) -> Option<T> {
    read.map_err(|problem| reading.fault(path, problem)).ok()
}

const DECIMAL: &str = "a decimal string such as \"1200.00\"";

fn read_decimal(cell: Cell<'_>, limits: &intake::DecimalBounds) -> Result<Decimal, Problem> {
    intake::read_decimal(cell.text(limits.kind, DECIMAL)?, limits)
}

impl Entry for Money {
    const FIELD: Field = Field::required(Kind::Money);

    fn read(cell: Cell<'_>, _: &Field, path: &Path<'_>, reading: &mut Reading<'_>) -> Option<Money> {
        let amount = read_decimal(cell, &intake::money_bounds(reading.digits));
        let amount = noted(amount, path, reading)?;
        Money::entered(amount, reading.digits.unwrap_or(bounds::MONEY_DECIMALS))
    }

    fn figure(&self) -> Option<Figure> {
        Some((*self).into())
    }
}

impl Entry for Percent {
    const FIELD: Field = Field::required(Kind::Percent);

    fn read(cell: Cell<'_>, _: &Field, path: &Path<'_>, reading: &mut Reading<'_>) -> Option<Percent> {
        noted(read_decimal(cell, &PERCENT), path, reading).map(Percent)
    }

    fn figure(&self) -> Option<Figure> {
        Some((*self).into())
    }
}

impl Entry for Rate {
    const FIELD: Field = Field::required(Kind::Rate);

    fn read(cell: Cell<'_>, _: &Field, path: &Path<'_>, reading: &mut Reading<'_>) -> Option<Rate> {
        noted(read_decimal(cell, &RATE), path, reading).map(Rate)
    }

    fn figure(&self) -> Option<Figure> {
        Some((*self).into())
    }
}

impl Entry for Date {
    const FIELD: Field = Field::required(Kind::Date);

    fn read(cell: Cell<'_>, _: &Field, path: &Path<'_>, reading: &mut Reading<'_>) -> Option<Date> {
        let text = cell.text("date", "a date such as \"2026-11-21\"");
        noted(text.and_then(intake::read_date), path, reading)
    }

    fn figure(&self) -> Option<Figure> {
        Some((*self).into())
    }
}

impl Entry for LocalTime {
    const FIELD: Field = Field::required(Kind::LocalTime);

    fn read(cell: Cell<'_>, _: &Field, path: &Path<'_>, reading: &mut Reading<'_>) -> Option<LocalTime> {
        let text = cell.text("local_time", "a local time such as \"2026-11-21T16:30\"");
        noted(text.and_then(intake::read_local_time), path, reading)
    }

    fn figure(&self) -> Option<Figure> {
        Some((*self).into())
    }
}

impl Entry for TimeOfDay {
    const FIELD: Field = Field::required(Kind::Time);

    fn read(cell: Cell<'_>, _: &Field, path: &Path<'_>, reading: &mut Reading<'_>) -> Option<TimeOfDay> {
        let text = cell.text("time", "a time of day such as \"16:30\"");
        noted(text.and_then(intake::read_time), path, reading)
    }

    fn figure(&self) -> Option<Figure> {
        Some((*self).into())
    }
}

impl Entry for bool {
    const FIELD: Field = Field::required(Kind::Flag);

    fn read(cell: Cell<'_>, _: &Field, path: &Path<'_>, reading: &mut Reading<'_>) -> Option<bool> {
        let flag = match cell {
            Cell::Given(Given::Flag(flag)) => Ok(*flag),
            Cell::Given(other) => Err(wrong_type(other, "flag", "true or false")),
            Cell::Text("true") => Ok(true),
            Cell::Text("false") => Ok(false),
            Cell::Text(text) => Err(Problem::WrongType { kind: "flag", expected: "true or false", got: shown(text) }),
        };
        noted(flag, path, reading)
    }

    fn figure(&self) -> Option<Figure> {
        Some((*self).into())
    }
}

/// A whole number of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count(pub i64);

impl Entry for Count {
    const FIELD: Field = Field::required(Kind::Count(bounds::COUNT));

    fn read(cell: Cell<'_>, field: &Field, path: &Path<'_>, reading: &mut Reading<'_>) -> Option<Count> {
        let Kind::Count(within) = field.kind else { return None };
        noted(read_count(cell, within), path, reading).map(Count)
    }

    fn figure(&self) -> Option<Figure> {
        Some(self.0.into())
    }
}

/// Reads a whole number within bounds. In a table it is written in digits; `5.0` is 5 there too.
///
/// # Errors
/// `wrong_type`, then `out_of_range`.
pub fn read_count(cell: Cell<'_>, (min, max): (i64, i64)) -> Result<i64, Problem> {
    const WHOLE: &str = "a whole number such as 5";
    let count = match cell {
        Cell::Given(given) => given.whole().ok_or_else(|| wrong_type(given, "count", WHOLE))?,
        Cell::Text(text) => {
            let is_zeros = |places: &str| !places.is_empty() && places.bytes().all(|byte| byte == b'0');
            let digits = match text.split_once('.') {
                Some((whole, places)) if is_zeros(places) => whole,
                _ => text,
            };
            let is_written = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
            if !is_written {
                return Err(Problem::WrongType { kind: "count", expected: WHOLE, got: shown(text) });
            }
            digits.parse().unwrap_or(i64::MAX)
        }
    };
    if (min..=max).contains(&count) {
        return Ok(count);
    }
    let got = match cell {
        Cell::Given(_) => count.to_string(),
        Cell::Text(text) => shown(text),
    };
    Err(Problem::CountRange { kind: "count", got, min, max })
}

/// A few words of the visitor's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text(pub Arc<str>);

impl Entry for Text {
    const FIELD: Field = Field::required(Kind::Text);

    fn read(cell: Cell<'_>, _: &Field, path: &Path<'_>, reading: &mut Reading<'_>) -> Option<Text> {
        let text = cell.text("text", "a text").and_then(|text| {
            if intake::is_plain_text(text) { Ok(Text(Arc::from(text))) } else { Err(Problem::TextRange) }
        });
        noted(text, path, reading)
    }
}

/// A key that the pack offers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key(pub Arc<str>);

/// Reads one of the keys that a field has to choose from.
pub fn read_choice(cell: Cell<'_>, field: &Field, path: &Path<'_>, reading: &mut Reading<'_>) -> Option<Arc<str>> {
    let text = noted(cell.text("choice", "one of the keys to choose from"), path, reading)?;
    let found = match field.kind {
        Kind::Choice(Choices::Fixed(keys)) => {
            let found = keys.iter().find(|key| **key == text);
            found.map(|key| Arc::from(*key)).ok_or_else(|| keys.iter().map(|key| (*key).to_owned()).collect())
        }
        Kind::Choice(choices) => {
            // Terms that could not be loaded are refused already; their keys cannot be known.
            let keys = reading.choices(choices)?;
            let found = keys.iter().find(|key| &***key == text).cloned();
            found.ok_or_else(|| keys.iter().map(|key| key.to_string()).collect())
        }
        _ => return None,
    };
    found.map_err(|choices| reading.fault(path, Problem::UnknownChoice { got: shown(text), choices })).ok()
}

/// A choice whose keys the calculator itself knows: makes the enum and its reading.
macro_rules! choice {
    ($(#[$doc:meta])* $vis:vis enum $name:ident { $($(#[$key_doc:meta])* $variant:ident = $key:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        $vis enum $name { $($(#[$key_doc])* $variant,)* }

        impl $crate::form::Entry for $name {
            const FIELD: $crate::form::Field = $crate::form::Field::required(
                $crate::form::Kind::Choice($crate::form::Choices::Fixed(&[$($key),*])),
            );

            fn read(
                cell: $crate::form::Cell<'_>,
                field: &$crate::form::Field,
                path: &$crate::form::Path<'_>,
                reading: &mut $crate::form::Reading<'_>,
            ) -> Option<$name> {
                match &*$crate::form::read_choice(cell, field, path, reading)? {
                    $($key => Some($name::$variant),)*
                    _ => None,
                }
            }

            fn figure(&self) -> Option<$crate::figure::Figure> {
                Some(match self { $($name::$variant => $key,)* }.into())
            }
        }
    };
}
pub(crate) use choice;

impl Entry for Key {
    // Which keys, the calculator says at the field.
    const FIELD: Field = Field::required(Kind::Choice(Choices::Fixed(&[])));

    fn read(cell: Cell<'_>, field: &Field, path: &Path<'_>, reading: &mut Reading<'_>) -> Option<Key> {
        read_choice(cell, field, path, reading).map(Key)
    }
}

impl Entry for Service {
    const FIELD: Field = Field::required(Kind::Choice(Choices::Services));

    fn read(cell: Cell<'_>, field: &Field, path: &Path<'_>, reading: &mut Reading<'_>) -> Option<Service> {
        let key = read_choice(cell, field, path, reading)?;
        reading.pack?.service(&key).cloned()
    }
}

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
    let Given::Object(members) = given else {
        reading.fault(path, wrong_type(given, "object", "an object"));
        return None;
    };
    let record = T::read_fields(Source::Object(given), path, reading);
    for (name, _) in members {
        if !T::FIELDS.iter().any(|field| field.name == name) {
            reading.fault(&Path::Name(path, name), Problem::UnknownField);
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
        Presence::Absent => T::absent(),
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
            let reason = match condition {
                Condition::In(other, keys, _) => format!("only where {other} is {}", keys.join(" or ")),
                Condition::CurrencyIsNot(code) => format!("only where currency is not {code}"),
            };
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
    }
}

/// Declares a record: the struct, its fields as described, and its reading.
macro_rules! fields {
    ($(#[$doc:meta])* $vis:vis struct $name:ident {
        $($(#[$field_doc:meta])* $field:ident: $type:ty $({ $($key:ident: $value:expr),* $(,)? })?,)*
    }) => {
        $(#[$doc])*
        #[derive(Debug, Clone)]
        $vis struct $name { $($(#[$field_doc])* pub $field: $type,)* }

        impl $crate::form::Record for $name {
            const FIELDS: &'static [$crate::form::Field] = &[$(
                $crate::form::Field {
                    name: stringify!($field),
                    $($($key: $value,)*)?
                    ..<$type as $crate::form::Entry>::FIELD
                },
            )*];

            #[allow(unused_variables, unused_mut, reason = "a record may have no fields")]
            fn read_fields(
                source: $crate::form::Source<'_>,
                path: &$crate::form::Path<'_>,
                reading: &mut $crate::form::Reading<'_>,
            ) -> Option<$name> {
                let mut fields = Self::FIELDS.iter();
                $(let $field = $crate::form::read_field::<$type>(source, fields.next()?, path, reading);)*
                Some($name { $($field: $field?,)* })
            }
        }

        impl $crate::sheet::Known for $name {
            #[allow(unused_variables, reason = "a record may have no fields")]
            fn tell(&self, tell: &mut dyn FnMut(&'static str, $crate::figure::Figure)) {
                $(if let Some(value) = $crate::form::Entry::figure(&self.$field) {
                    tell(stringify!($field), value);
                })*
            }
        }
    };
}
pub(crate) use fields;
