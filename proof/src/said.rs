//! What a document says that answers turn on: its days, numbers, times, countries and names. Mistakes are made right beside them,
//! so values are often drawn there.

use clausewise::Date;
use serde_json::Value;

/// Whatever stands in the terms that a calculator takes.
#[derive(Debug, Default)]
pub struct Said {
    pub days: Vec<Date>,
    /// Whole numbers and decimals, as they are written.
    pub numbers: Vec<String>,
    /// Times of day, in minutes.
    pub minutes: Vec<i64>,
    pub countries: Vec<String>,
    /// Every text, whatever it means.
    pub texts: Vec<String>,
}

impl Said {
    /// What the pack of an id says under these names, and of its own day.
    pub fn of(pack: &str, names: &[String]) -> Said {
        let packs = clausewise::terms();
        let pack = packs.iter().filter_map(|pack| serde_json::to_value(&**pack).ok()).find(|known| known["id"] == pack);
        let values = pack.map(|pack| pack["values"].clone()).unwrap_or_default();
        let mut said = Said::default();
        for name in names.iter().map(String::as_str).chain(["edition_from"]) {
            for entry in values[name]["dated"].as_array().into_iter().flatten() {
                said.add(&entry["from"]);
                said.add(&entry["value"]);
            }
        }
        said
    }

    fn add(&mut self, value: &Value) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| self.add(item)),
            Value::Object(members) => members.iter().filter(|(name, _)| *name != "clause").for_each(|(name, value)| {
                if name == "countries" {
                    self.countries.extend(texts(value));
                } else {
                    self.add(value);
                }
            }),
            Value::Number(number) => self.numbers.push(number.to_string()),
            Value::String(text) => self.add_text(text),
            Value::Null | Value::Bool(_) => {}
        }
    }

    fn add_text(&mut self, text: &str) {
        self.texts.push(text.to_owned());
        // A month stands for its first day.
        if let Some(day) = Date::parse(text).or_else(|| Date::parse(&format!("{text}-01"))) {
            self.days.push(day);
        } else if let Some(minutes) = minutes(text) {
            self.minutes.push(minutes);
        } else if text.starts_with(|c: char| c.is_ascii_digit()) && units(text, 4).is_some() {
            self.numbers.push(text.to_owned());
        }
    }
}

fn texts(value: &Value) -> impl Iterator<Item = String> {
    value.as_array().into_iter().flatten().filter_map(|item| item.as_str().map(str::to_owned))
}

/// A time of day in minutes.
pub fn minutes(time: &str) -> Option<i64> {
    let (hours, minutes) = time.split_once(':').filter(|_| time.len() == 5)?;
    Some(hours.parse::<i64>().ok()? * 60 + minutes.parse::<i64>().ok()?)
}

/// A decimal in whole units of its last place, where it has no more places than these.
pub fn units(decimal: &str, places: u32) -> Option<u64> {
    let (whole, part) = decimal.split_once('.').unwrap_or((decimal, ""));
    let width = usize::try_from(places).ok().filter(|width| part.len() <= *width)?;
    format!("{whole}{part:0<width$}").parse().ok()
}
