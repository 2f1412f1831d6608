//! Whole requests, drawn from the description: what applies is asked for, what is required is there.

use crate::days;
use crate::described::{Calculator, Condition, Field, calculators};
use crate::mend::{self, Contradiction};
use crate::values::{self, Around, text};
use arbitrary::{Result, Unstructured};
use clausewise::Date;
use clausewise::Given;

pub(crate) type Members = Vec<(String, Given)>;

/// A currency, the decimals asked for, and the decimals that its amounts then have.
const CURRENCIES: &[(&str, Option<i64>, u32)] = &[
    ("USD", None, 2),
    ("TWD", Some(0), 0),
    ("TWD", None, 2),
    ("JPY", None, 0),
    ("KWD", None, 3),
    ("CLF", None, 4),
    ("EUR", Some(4), 4),
    ("INR", None, 2),
];

/// How often a request that contradicts itself is mended.
const TRIES: usize = 8;

/// A request that the core has to answer, unless it contradicts itself, or, where `is_spoilt`, may have to refuse.
pub fn request(u: &mut Unstructured, is_spoilt: bool) -> Result<Given> {
    let calculator = u.choose(calculators())?;
    of(u, calculator, is_spoilt)
}

/// The same of one calculator. Most that contradict themselves are mended.
pub fn of(u: &mut Unstructured, calculator: &Calculator, is_spoilt: bool) -> Result<Given> {
    let mut drawn = Drawn::new(u, calculator, is_spoilt)?;
    if is_spoilt {
        spoil(u, &mut drawn.members)?;
    } else if u.ratio(7, 8)? {
        drawn.settle(u)?;
    }
    Ok(Given::Object(drawn.members))
}

/// A request of one calculator that does not contradict itself, so that the core has to answer it: whatever the description says of
/// single fields is so, and whatever it cannot say has been mended. None where that did not come about in a few tries.
pub fn proper(u: &mut Unstructured, calculator: &Calculator) -> Result<Option<Given>> {
    let mut drawn = Drawn::new(u, calculator, false)?;
    let is_settled = drawn.settle(u)?;
    Ok(is_settled.then_some(Given::Object(drawn.members)))
}

/// A request under construction.
struct Drawn<'a> {
    calculator: &'a Calculator,
    drawing: Drawing<'a>,
    members: Members,
}

impl<'a> Drawn<'a> {
    fn new(u: &mut Unstructured, calculator: &'a Calculator, is_spoilt: bool) -> Result<Drawn<'a>> {
        let base = Date::parse("2026-11-21").ok_or(arbitrary::Error::IncorrectFormat)?;
        let (code, minor_units, decimals) = *u.choose(CURRENCIES)?;
        let mut around = Around { decimals, day: base, said: &calculator.said };
        let as_of = days::day_by_rules(u, around)?;
        around.day = Date::parse(&as_of).unwrap_or(base);
        let mut members: Members = vec![
            ("calculator".to_owned(), text(&calculator.name)),
            ("as_of".to_owned(), Given::Text(as_of)),
            ("currency".to_owned(), text(code)),
        ];
        if let Some(units) = minor_units {
            members.push(("minor_units".to_owned(), Given::Whole(units)));
        }
        if u.ratio(1, 4)? {
            members.push(("steps".to_owned(), Given::Flag(u.arbitrary()?)));
        }
        if u.ratio(1, 16)? {
            members.push(("terms".to_owned(), text(&calculator.pack)));
        }
        let drawing = Drawing { around, is_spoilt, currency: code };
        let input = drawing.record(u, &calculator.fields, &[])?;
        members.push(("input".to_owned(), Given::Object(input)));
        Ok(Drawn { calculator, drawing, members })
    }

    /// Mends what contradicts itself, and says whether nothing does any more.
    fn settle(&mut self, u: &mut Unstructured) -> Result<bool> {
        for _ in 0..TRIES {
            let found = mend::contradictions(self.calculator, &self.members);
            if found.is_empty() {
                return Ok(true);
            }
            for contradiction in found {
                self.mend(u, &contradiction)?;
            }
        }
        Ok(mend::contradictions(self.calculator, &self.members).is_empty())
    }

    fn mend(&mut self, u: &mut Unstructured, contradiction: &Contradiction) -> Result<()> {
        let value = match contradiction.another(u)? {
            None if contradiction.is_left_out() => None,
            // What a list holds is drawn without a look at what stands above it, which the core will say.
            None => Some(self.drawing.value(u, contradiction.field, &[], &[])?),
            value => value,
        };
        mend::put(&mut self.members, &contradiction.path, value);
        Ok(())
    }
}

struct Drawing<'a> {
    around: Around<'a>,
    is_spoilt: bool,
    currency: &'a str,
}

impl Drawing<'_> {
    fn record(&self, u: &mut Unstructured, fields: &[Field], above: &[(String, Given)]) -> Result<Members> {
        let mut made = Members::new();
        // Of what kind each of them is.
        let mut kinds: Vec<(&str, Option<u32>)> = Vec::new();
        for field in fields {
            if !self.applies(field.only_if.as_ref(), &made, above) || !(field.is_required || u.arbitrary()?) {
                continue;
            }
            let kind = (field.kind.as_str(), field.decimals);
            let alike = kinds.iter().rposition(|known| *known == kind).filter(|_| is_comparable(field));
            let again = alike.and_then(|index| made.get(index)).map(|(_, value)| value.clone());
            let value = match again {
                // Whatever is compared is now and then the same.
                Some(again) if u.ratio(1, 12)? => again,
                _ => self.value(u, field, &made, above)?,
            };
            kinds.push(kind);
            made.push((field.name.clone(), value));
        }
        if self.is_spoilt && u.ratio(1, 8)? {
            spoil(u, &mut made)?;
        }
        Ok(made)
    }

    fn value(
        &self,
        u: &mut Unstructured,
        field: &Field,
        made: &[(String, Given)],
        above: &[(String, Given)],
    ) -> Result<Given> {
        if field.kind == "list" {
            return self.list(u, field, made);
        }
        let named: Vec<&Given> = field.one_of.iter().flat_map(|name| values_of(above, name)).collect();
        if !named.is_empty() {
            return Ok((*u.choose(&named)?).clone());
        }
        Ok(capped(values::proper(u, field, self.around)?, field, made))
    }

    fn list(&self, u: &mut Unstructured, field: &Field, above: &[(String, Given)]) -> Result<Given> {
        let most = if u.ratio(1, 32)? { field.max.min(60) } else { field.max.min(field.min + 4) };
        let count = u.int_in_range(field.min..=most)?;
        let mut items = Vec::new();
        for _ in 0..count {
            items.push(Given::Object(self.record(u, &field.items, above)?));
        }
        if self.is_spoilt && u.ratio(1, 16)? {
            items.push(values::anything(u, 0)?);
        }
        let length = items.len();
        Ok(Given::List(items, length))
    }

    fn applies(&self, condition: Option<&Condition>, made: &[(String, Given)], above: &[(String, Given)]) -> bool {
        let Some(condition) = condition else { return true };
        let decider = match condition.field.as_str() {
            "currency" => Some(self.currency),
            field => member(made, field).or_else(|| member(above, field)),
        };
        let holds =
            |choices: &Vec<String>| decider.is_some_and(|decider| choices.iter().any(|choice| choice == decider));
        let own = condition.within.as_ref().is_none_or(holds) && !condition.without.as_ref().is_some_and(holds);
        let other = condition.or.as_deref().is_some_and(|other| self.applies(Some(other), made, above));
        (own || other) && self.applies(condition.and.as_deref(), made, above)
    }
}

/// Whether values of such fields may be set beside each other.
fn is_comparable(field: &Field) -> bool {
    ["money", "date", "local_time", "time"].contains(&field.kind.as_str())
}

fn member<'a>(members: &'a [(String, Given)], name: &str) -> Option<&'a str> {
    let value = &members.iter().find(|(known, _)| known == name)?.1;
    match value {
        Given::Flag(true) => Some("true"),
        Given::Flag(false) => Some("false"),
        value => value.text(),
    }
}

/// What a field holds: its value, or those in the items of its list.
fn values_of<'a>(members: &'a [(String, Given)], name: &str) -> Vec<&'a Given> {
    match members.iter().find(|(known, _)| known == name) {
        Some((_, Given::List(items, _))) => {
            items.iter().filter_map(|item| item.members().first()).map(|(_, value)| value).collect()
        }
        found => found.into_iter().map(|(_, value)| value).collect(),
    }
}

/// A count no greater than the one that it counts a part of.
fn capped(value: Given, field: &Field, made: &[(String, Given)]) -> Given {
    let most = field.at_most.as_ref().and_then(|name| made.iter().find(|(known, _)| known == name));
    match (value, most.and_then(|(_, most)| most.whole())) {
        (Given::Whole(count), Some(most)) => Given::Whole(count.min(most)),
        (value, _) => value,
    }
}

/// Puts something wrong in, somewhere.
fn spoil(u: &mut Unstructured, members: &mut Members) -> Result<()> {
    if members.is_empty() || u.ratio(1, 6)? {
        members.push((format!("nonsense{}", members.len()), values::wrong(u)?));
        return Ok(());
    }
    let index = u.choose_index(members.len())?;
    if u.ratio(1, 4)? {
        members.remove(index);
    } else if let Some((_, value)) = members.get_mut(index) {
        *value = if u.ratio(1, 4)? { values::anything(u, 0)? } else { values::wrong(u)? };
    }
    Ok(())
}
