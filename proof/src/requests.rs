//! Whole requests, drawn from the description: what applies is asked for, what is required is there.

use crate::described::{Calculator, Condition, Field, calculators};
use crate::values::{self, Around, text};
use arbitrary::{Result, Unstructured};
use clausewise::dates::Date;
use clausewise::given::Given;

type Members = Vec<(String, Given)>;

/// A currency, the decimals asked for, and the decimals that its amounts then have.
const CURRENCIES: &[(&str, Option<i64>, u32)] = &[
    ("USD", None, 2),
    ("TWD", Some(0), 0),
    ("TWD", None, 2),
    ("JPY", None, 0),
    ("KWD", None, 3),
    ("CLF", None, 4),
    ("EUR", Some(4), 4),
];

/// A request that the core has to answer or, where `spoilt`, may have to refuse.
pub fn request(u: &mut Unstructured, is_spoilt: bool) -> Result<Given> {
    let calculator = u.choose(calculators())?;
    of(u, calculator, is_spoilt)
}

/// The same of one calculator.
pub fn of(u: &mut Unstructured, calculator: &Calculator, is_spoilt: bool) -> Result<Given> {
    let base = Date::parse("2026-11-21").ok_or(arbitrary::Error::IncorrectFormat)?;
    let as_of = values::day(u, base)?;
    let (code, minor_units, decimals) = *u.choose(CURRENCIES)?;
    let around = Around { decimals, day: Date::parse(&as_of).unwrap_or(base) };
    let mut request: Members = vec![
        ("calculator".to_owned(), text(&calculator.name)),
        ("as_of".to_owned(), Given::Text(as_of)),
        ("currency".to_owned(), text(code)),
    ];
    if let Some(units) = minor_units {
        request.push(("minor_units".to_owned(), Given::Whole(units)));
    }
    if u.ratio(1, 4)? {
        request.push(("steps".to_owned(), Given::Flag(u.arbitrary()?)));
    }
    if u.ratio(1, 16)? {
        request.push(("terms".to_owned(), text(&calculator.pack)));
    }
    let drawing = Drawing { around, is_spoilt, currency: code };
    let input = drawing.record(u, &calculator.fields, &[])?;
    request.push(("input".to_owned(), Given::Object(input)));
    if is_spoilt {
        spoil(u, &mut request)?;
    }
    Ok(Given::Object(request))
}

struct Drawing<'a> {
    around: Around,
    is_spoilt: bool,
    currency: &'a str,
}

impl Drawing<'_> {
    fn record(&self, u: &mut Unstructured, fields: &[Field], above: &[(String, Given)]) -> Result<Members> {
        let mut made = Members::new();
        for field in fields {
            if !self.applies(field.only_if.as_ref(), &made, above) || !(field.is_required || u.arbitrary()?) {
                continue;
            }
            let value = match field.kind.as_str() {
                "list" => self.list(u, field, &made)?,
                _ => capped(values::proper(u, field, self.around)?, field, &made),
            };
            made.push((field.name.clone(), value));
        }
        if self.is_spoilt && u.ratio(1, 8)? {
            spoil(u, &mut made)?;
        }
        Ok(made)
    }

    fn list(&self, u: &mut Unstructured, field: &Field, above: &[(String, Given)]) -> Result<Given> {
        let most = if u.ratio(1, 32)? { field.max.min(60) } else { field.max.min(field.min + 4) };
        let count = u.int_in_range(field.min..=most)?;
        let mut items = Vec::new();
        for _ in 0..count {
            items.push(Given::Object(self.record(u, &field.items, above)?));
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
        condition.within.as_ref().is_none_or(holds)
            && !condition.without.as_ref().is_some_and(holds)
            && self.applies(condition.and.as_deref(), made, above)
    }
}

fn member<'a>(members: &'a [(String, Given)], name: &str) -> Option<&'a str> {
    let value = &members.iter().find(|(known, _)| known == name)?.1;
    match value {
        Given::Flag(true) => Some("true"),
        Given::Flag(false) => Some("false"),
        value => value.text(),
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
        *value = values::wrong(u)?;
    }
    Ok(())
}
