//! What the description of single fields cannot say, the core says when it refuses: a day before another that it follows, a rate
//! for one currency, a place that nobody named. A request that only contradicts itself in such ways is mended by what is said.

use crate::described::{Calculator, Field};
use crate::requests::Members;
use crate::{days, values};
use arbitrary::{Result, Unstructured};
use clausewise::{Date, Given};
use serde_json::Value;

/// A field that does not go with the others.
pub struct Contradiction<'a> {
    pub field: &'a Field,
    /// The way to it: names, and numbers of items.
    pub path: Vec<String>,
    code: String,
    /// What the core says would do.
    says: Value,
}

/// Where a request contradicts itself. None where it is answered, and none where it is refused for anything else, which the
/// description would have said.
pub fn contradictions<'a>(calculator: &'a Calculator, request: &Members) -> Vec<Contradiction<'a>> {
    let Err(refusal) = clausewise::quote(&Given::Object(request.clone())) else { return Vec::new() };
    let refusal = serde_json::to_value(&refusal).unwrap_or_default();
    let faults = refusal["errors"].as_array().into_iter().flatten();
    let found: Option<Vec<Contradiction>> = faults.map(|fault| contradiction(calculator, fault)).collect();
    found.unwrap_or_default()
}

/// Whether a refusal is of nothing but contradictions.
pub fn is_of_contradictions(calculator: &Calculator, refusal: &Value) -> bool {
    let faults = refusal["errors"].as_array();
    faults.is_some_and(|faults| faults.iter().all(|fault| contradiction(calculator, fault).is_some()))
}

fn contradiction<'a>(calculator: &'a Calculator, fault: &Value) -> Option<Contradiction<'a>> {
    let path: Vec<String> = fault["field"].as_str()?.split('.').map(str::to_owned).collect();
    let field = field_at(calculator, &path)?;
    let code = fault["code"].as_str()?.to_owned();
    let is_beyond_description = match (code.as_str(), field.kind.as_str()) {
        ("out_of_range", "date" | "time") => true,
        ("out_of_range", "count") => field.at_most.is_some(),
        ("repeated" | "unknown_choice" | "not_a_version", "text") => true,
        ("missing", _) => !field.is_required,
        ("not_applicable", _) => true,
        _ => false,
    };
    is_beyond_description.then(|| Contradiction { field, path, code, says: fault["values"].clone() })
}

/// The field that a path leads to: `input.lines.0.fee`.
fn field_at<'a>(calculator: &'a Calculator, path: &[String]) -> Option<&'a Field> {
    let mut names = path.iter().filter(|part| part.parse::<usize>().is_err());
    names.next().filter(|first| *first == "input")?;
    let in_list = |fields: &'a [Field], name: &String| fields.iter().find(|field| field.name == *name);
    let first = in_list(&calculator.fields, names.next()?)?;
    names.try_fold(first, |field, name| in_list(&field.items, name))
}

impl Contradiction<'_> {
    /// Another value, as the core says that it should be; none where it does not say.
    pub fn another(&self, u: &mut Unstructured) -> Result<Option<Given>> {
        let day = |name: &str| self.says[name].as_str().and_then(Date::parse);
        if let Some((first, last)) = day("min").zip(day("max")) {
            return Ok(Some(Given::Text(days::day_between(u, first, last)?)));
        }
        if let Some((least, most)) = self.says["min"].as_i64().zip(self.says["max"].as_i64()) {
            return Ok(Some(Given::Whole(u.int_in_range(least..=most.max(least))?)));
        }
        if let Some(other) = self.says["above"].as_str() {
            return Ok(Some(Given::Text(days::time_after(u, other)?)));
        }
        let choices: Vec<&str> =
            self.says["choices"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        Ok(if choices.is_empty() { None } else { Some(values::text(u.choose(&choices)?)) })
    }

    /// Whether the field is better not there at all.
    pub fn is_left_out(&self) -> bool {
        self.code == "not_applicable" && !self.field.is_required
    }
}

/// Puts a value where a path leads, or takes away what is there.
pub fn put(members: &mut Members, path: &[String], value: Option<Given>) {
    let Some((name, inside)) = path.split_first() else { return };
    let place = members.iter().position(|(known, _)| known == name);
    match (inside, place.and_then(|place| members.get_mut(place)), value) {
        ([], Some((_, known)), Some(value)) => *known = value,
        ([], None, Some(value)) => members.push((name.clone(), value)),
        ([], _, None) => members.retain(|(known, _)| known != name),
        (inside, Some((_, Given::Object(members))), value) => put(members, inside, value),
        ([index, inside @ ..], Some((_, Given::List(items, _))), value) => {
            let item = index.parse::<usize>().ok().and_then(|index| items.get_mut(index));
            if let Some(Given::Object(members)) = item {
                put(members, inside, value);
            }
        }
        _ => {}
    }
}
