//! Values that know their names and where they stand: what an expression is made of.

use super::part::{Part, Plain, Sure};
use crate::clause::{Cited, ClauseId};
use crate::values::figure::Figure;
use crate::working::answer::{Origin, Told, Value};
use crate::working::place::{OwnedPlace, Place, Root};

/// What was entered, or the day that is asked about.
#[derive(Debug, Clone, Copy)]
pub struct Entered<T> {
    /// The value itself.
    pub value: T,
    name: &'static str,
    place: Place<'static>,
}

impl<T> Entered<T> {
    /// A value with the place where it was entered.
    pub fn new(value: T, place: Place<'static>) -> Entered<T> {
        Entered { value, name: place.name, place }
    }

    /// A key that nobody entered: the formula writes it down.
    pub fn written(value: T, key: &'static str) -> Entered<T> {
        Entered::new(value, Place::whole(Root::Formula, key))
    }

    /// The same under another name: that of what it takes the place of.
    #[must_use]
    pub fn stands_for(self, name: &'static str) -> Entered<T> {
        Entered { name, ..self }
    }

    /// The same as a value that a clause speaks of.
    pub fn by(self, clause: &ClauseId) -> Of<'_, T> {
        let Entered { value, name, place } = self;
        Of { value, name, place, clause, is_exact: true }
    }
}

/// A value that was worked out, or taken from the terms.
#[derive(Debug, Clone, Copy)]
pub struct Of<'t, T> {
    /// The value itself.
    pub value: T,
    /// Whether rounding changed nothing.
    pub is_exact: bool,
    name: &'static str,
    place: Place<'t>,
    clause: &'t ClauseId,
}

impl<'t, T> Of<'t, T> {
    /// A value with the place where it stands and the clause that says so.
    pub fn new(value: T, place: Place<'t>, is_exact: bool, clause: &'t ClauseId) -> Of<'t, T> {
        Of { value, name: place.name, place, clause, is_exact }
    }

    /// The same under another name: that of what it takes the place of.
    #[must_use]
    pub fn stands_for(self, name: &'static str) -> Of<'t, T> {
        Of { name, ..self }
    }

    /// The same under another clause: that of the row that it stands in.
    #[must_use]
    pub fn under(self, clause: &'t ClauseId) -> Of<'t, T> {
        Of { clause, ..self }
    }

    /// The clause that says so.
    pub fn clause(&self) -> &'t ClauseId {
        self.clause
    }
}

impl<'t, T> Of<'t, T> {
    /// The same as one of the keys that the calculator knows, if it is one: `row_key.known(&KEYS)`.
    pub fn known(&self, keys: &[&'static str]) -> Option<Of<'t, &'static str>>
    where
        T: AsRef<str>,
    {
        let Of { ref value, is_exact, name, place, clause } = *self;
        let value = keys.iter().find(|known| **known == value.as_ref()).copied()?;
        Some(Of { value, is_exact, name, place, clause })
    }
}

impl<T: Clone> Cited<T> {
    /// The term as a value like those that are worked out: so it can take the place of one.
    pub fn named(&self) -> Of<'_, T> {
        Of::new(self.value().clone(), self.place(), true, self.clause())
    }
}

impl<T> Cited<T> {
    fn place(&self) -> Place<'static> {
        Place::whole(Root::Terms, self.name())
    }
}

/// Something whose clause a figure may cite.
pub trait Cites<'t> {
    /// The clause.
    fn cites(self) -> &'t ClauseId;
}

impl<'t> Cites<'t> for &'t ClauseId {
    fn cites(self) -> &'t ClauseId {
        self
    }
}

impl<'t, T> Cites<'t> for &'t Cited<T> {
    fn cites(self) -> &'t ClauseId {
        self.clause()
    }
}

impl<'t, T> Cites<'t> for &Of<'t, T> {
    fn cites(self) -> &'t ClauseId {
        self.clause
    }
}

impl<'t> Cites<'t> for &&'t ClauseId {
    fn cites(self) -> &'t ClauseId {
        self
    }
}

impl<'t, T> Cites<'t> for &&'t Cited<T> {
    fn cites(self) -> &'t ClauseId {
        self.clause()
    }
}

/// What stands in an expression, for the step that tells it.
pub trait Operand {
    /// Tells what it is.
    fn tell(&self) -> Told;

    /// Where it was entered, if it was.
    fn entry(&self) -> Option<Place<'static>> {
        None
    }
}

impl<T: Clone + Into<Value>> Operand for Entered<T> {
    fn tell(&self) -> Told {
        Told { name: self.name, value: self.value.clone().into(), from: origin(self.place) }
    }

    fn entry(&self) -> Option<Place<'static>> {
        (self.place.root != Root::Formula).then_some(self.place)
    }
}

fn origin(place: Place<'_>) -> Origin {
    if place.root == Root::Formula { Origin::Key } else { Origin::One(place.owned()) }
}

impl<T: Clone + Into<Value>> Operand for Of<'_, T> {
    fn tell(&self) -> Told {
        Told { name: self.name, value: self.value.clone().into(), from: origin(self.place) }
    }

    fn entry(&self) -> Option<Place<'static>> {
        match self.place.owned() {
            OwnedPlace::Place(place) if place.root == Root::Input => Some(place),
            _ => None,
        }
    }
}

impl<T: Clone + Into<Value>> Operand for Cited<T> {
    fn tell(&self) -> Told {
        Told {
            name: self.name(),
            value: self.value().clone().into(),
            from: Origin::One(OwnedPlace::Place(self.place())),
        }
    }
}

impl<O: Operand> Operand for &O {
    fn tell(&self) -> Told {
        (*self).tell()
    }

    fn entry(&self) -> Option<Place<'static>> {
        (*self).entry()
    }
}

/// A value as a part of an expression.
pub trait Leaf<'a, 'c> {
    /// What the part is of.
    type V;
    /// The part.
    fn leaf(&'a self) -> Part<'c, Self::V, Sure>;
}

impl<'a, 'c, T: Plain + 'a> Leaf<'a, 'c> for Entered<T> {
    type V = T::V<'a>;

    fn leaf(&'a self) -> Part<'c, T::V<'a>, Sure> {
        Part::new(Some(self.value.plain()), None)
    }
}

impl<'a, 'c, T: Plain + 'a> Leaf<'a, 'c> for Of<'c, T> {
    type V = T::V<'a>;

    fn leaf(&'a self) -> Part<'c, T::V<'a>, Sure> {
        Part::new(Some(self.value.plain()), Some(self.clause))
    }
}

impl<'a, T: Plain + 'a> Leaf<'a, 'a> for Cited<T> {
    type V = T::V<'a>;

    fn leaf(&'a self) -> Part<'a, T::V<'a>, Sure> {
        Part::new(Some(self.value().plain()), Some(self.clause()))
    }
}

impl<'r, 'c, L: Leaf<'r, 'c>> Leaf<'_, 'c> for &'r L {
    type V = L::V;

    fn leaf(&self) -> Part<'c, L::V, Sure> {
        let named: &'r L = self;
        named.leaf()
    }
}

/// What may stand among several, or not count among them.
pub trait Counted {
    /// What each is.
    type V: Clone + Into<Value>;
    /// Its value and where that stands, where it counts.
    fn counted(&self) -> Option<(Self::V, Place<'_>)>;
}

impl<T: Clone + Into<Value>> Counted for Entered<T> {
    type V = T;

    fn counted(&self) -> Option<(T, Place<'_>)> {
        Some((self.value.clone(), self.place))
    }
}

impl<T: Copy + Into<Value>> Counted for Of<'_, T> {
    type V = T;

    fn counted(&self) -> Option<(T, Place<'_>)> {
        Some((self.value, self.place))
    }
}

impl<C: Counted> Counted for Option<C> {
    type V = C::V;

    fn counted(&self) -> Option<(C::V, Place<'_>)> {
        self.as_ref().and_then(C::counted)
    }
}

/// What goes through several values, one after the other.
pub type EachOf<'a, V> = &'a dyn Fn(&mut dyn FnMut(V, Place<'_>));

/// Several values under one name: one of every line, as far as it counts.
pub struct Several<'a, V> {
    name: &'static str,
    each: EachOf<'a, V>,
}

// What goes through them can be copied whatever they are.
impl<V> Clone for Several<'_, V> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<V> Copy for Several<'_, V> {}

impl<'a, V> Several<'a, V> {
    /// Values of a name, by what goes through them.
    pub fn new(name: &'static str, each: EachOf<'a, V>) -> Several<'a, V> {
        Several { name, each }
    }

    /// Goes through them.
    pub fn each(&self, mut see: impl FnMut(V)) {
        (self.each)(&mut |value, _| see(value));
    }

    /// All of them, gone through with something that is kept.
    pub fn fold<R>(&self, mut so_far: R, see: impl Fn(&R, V) -> R) -> R {
        self.each(|value| so_far = see(&so_far, value));
        so_far
    }

    /// All of them.
    pub fn all(&self) -> Vec<V> {
        let mut all = Vec::new();
        self.each(|value| all.push(value));
        all
    }
}

impl<V: Clone + Into<Value>> Operand for Several<'_, V> {
    fn tell(&self) -> Told {
        let (mut values, mut places) = (Vec::new(), Vec::new());
        (self.each)(&mut |value, place| {
            values.push(value.into());
            places.push(place.owned());
        });
        Told { name: self.name, value: Value::List(values), from: Origin::Several(places) }
    }
}

impl<'a, 'c, V: 'a> Leaf<'a, 'c> for Several<'a, V> {
    type V = Several<'a, V>;

    fn leaf(&'a self) -> Part<'c, Several<'a, V>, Sure> {
        Part::new(Some(*self), None)
    }
}

/// A key that stands in the expression itself.
#[derive(Debug, Clone, Copy)]
pub struct Literal(pub &'static str);

impl Operand for Literal {
    fn tell(&self) -> Told {
        Told { name: self.0, value: Value::Figure(Figure::Key(self.0)), from: Origin::Key }
    }
}
