//! What a workbook is to hold.

use serde::Deserialize;

/// The whole of it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Workbook {
    /// What the file says that it is about, in its properties.
    pub title: String,
    /// The day on which it says it was made, `2026-11-21`: never a clock's.
    pub created: String,
    /// The font of all of it, where that is not the program's own.
    pub font: Option<String>,
    pub sheets: Vec<Sheet>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sheet {
    pub name: String,
    /// Of each column, in characters.
    #[serde(default)]
    pub widths: Vec<u16>,
    /// How many rows stay on the screen.
    #[serde(default)]
    pub frozen: u32,
    /// The first and the last row that every printed page begins with.
    pub repeated: Option<(u32, u32)>,
    /// The table that can be filtered: first row and column, last row and column.
    pub filtered: Option<(u32, u16, u32, u16)>,
    /// What stands at the left of every page's foot.
    #[serde(default)]
    pub foot: String,
    pub rows: Vec<Vec<Option<Cell>>>,
    /// Cells that take one of several texts.
    #[serde(default)]
    pub choices: Vec<Choice>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    pub row: u32,
    pub column: u16,
    pub of: Vec<String>,
}

/// One cell, with how it looks (`style`) and how its number is written (`format`).
#[derive(Deserialize)]
pub struct Cell {
    #[serde(flatten)]
    pub holds: Holds,
    #[serde(default)]
    pub style: Style,
    #[serde(default)]
    pub format: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Holds {
    Text(String),
    /// A number as a decimal; days are numbers too.
    Number(String),
    Flag(bool),
    /// Without its `=`, and what it results in.
    Formula(String, Result),
    Nothing(()),
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Result {
    Text(String),
    Number(String),
    Flag(bool),
}

#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, Hash, PartialEq)]
#[serde(rename_all = "snake_case")]
pub enum Style {
    /// The first line of a sheet.
    Title,
    /// The line above a table.
    Heading,
    /// The first row of a table.
    Head,
    /// What a value beside it is.
    Label,
    #[default]
    Value,
    /// What somebody may change.
    Entry,
    /// An entry that nothing here follows.
    Fixed,
    Total,
    /// What is said about something.
    Note,
    /// Something to look at before the rest.
    Notice,
}
