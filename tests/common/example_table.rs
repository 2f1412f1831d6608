//! The example of every calculator that prices portfolios, as a table.

use serde_json::Value;

/// A request without its lines, and those as a table of the contract's own columns.
pub struct ExampleTable {
    pub calculator: Value,
    pub request: Value,
    pub lines: Vec<Value>,
    pub text: String,
}

/// One for each of them.
pub fn all() -> Vec<ExampleTable> {
    let described = serde_json::to_value(clausewise::calculators()).unwrap_or_default();
    let tables: Vec<ExampleTable> = described.as_array().into_iter().flatten().filter_map(of).collect();
    assert!(tables.len() >= 8, "calculators that price portfolios");
    tables
}

fn of(calculator: &Value) -> Option<ExampleTable> {
    if calculator["portfolio"] != true {
        return None;
    }
    let mut request = calculator["example"].clone();
    let lines = request["input"].as_object_mut()?.remove("lines")?.as_array()?.clone();
    let fields = calculator["fields"].as_array()?.iter().find(|field| field["name"] == "lines")?;
    let names: Vec<String> =
        fields["items"].as_array()?.iter().filter_map(|field| field["name"].as_str()).map(str::to_owned).collect();
    let cell = |line: &Value, name: &str| match &line[name] {
        Value::Null => String::new(),
        Value::String(text) => format!("\"{text}\""),
        other => other.to_string(),
    };
    let row = |line: &Value| names.iter().map(|name| cell(line, name)).collect::<Vec<_>>().join(",") + "\r\n";
    let text = names.join(",") + "\r\n" + &lines.iter().map(row).collect::<String>();
    Some(ExampleTable { calculator: calculator.clone(), request, lines, text })
}
