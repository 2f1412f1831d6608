//! Calculators that answer line by line: in a request, or as the rows of a portfolio.

use super::{About, Calculator, Case, Contradiction, begin, ready, take_terms};
use crate::form::{self, Field, Kind, Path, Reading, Record, Source};
use crate::given::Given;
use crate::money::Overflow;
use crate::refusal::{Problem, bounds};
use crate::sheet::{Known, Sheet};
use crate::terms::{FromPack, Pack};

/// A calculator that answers line by line.
pub trait ByLine: 'static {
    /// What it says of itself.
    const ABOUT: About;
    /// What it asks for once.
    type Options: Record + Known;
    /// What it asks for in each line.
    type Line: Record + Known;
    /// What it takes out of the pack.
    type Terms: FromPack + Known;
    /// What the totals need to know of a line.
    type Priced;

    /// What in a pack contradicts itself, if anything.
    fn contradiction(terms: &Self::Terms, pack: &Pack) -> Contradiction;

    /// Works out one line.
    ///
    /// # Errors
    /// When the exact arithmetic does not fit.
    fn price(
        case: &Case,
        terms: &Self::Terms,
        options: &Self::Options,
        line: &Self::Line,
        sheet: &mut Sheet,
    ) -> Result<Self::Priced, Overflow>;

    /// Works out the whole.
    ///
    /// # Errors
    /// When the exact arithmetic does not fit.
    fn total(
        case: &Case,
        terms: &Self::Terms,
        options: &Self::Options,
        priced: &[Self::Priced],
        sheet: &mut Sheet,
    ) -> Result<(), Overflow>;
}

pub(super) const fn calculator<C: ByLine>() -> Calculator {
    Calculator {
        about: &C::ABOUT,
        fields: C::Options::FIELDS,
        line_fields: Some(C::Line::FIELDS),
        needs: C::Terms::NEEDS,
        run: run::<C>,
        rows: if super::ONLY.is_none() { Some(rows::<C>) } else { None },
    }
}

/// The field that holds the lines.
pub fn lines_field(fields: &'static [Field]) -> Field {
    let (min, max) = bounds::LINES;
    Field { name: "lines", ..Field::required(Kind::List(min, max, fields)) }
}

fn run<C: ByLine>(input: &Given, reading: &mut Reading<'_>, keeps_steps: bool) -> Option<Sheet> {
    let path = &Path::Name(&Path::Root, "input");
    let options = form::read_object_beside::<C::Options>(&["lines"], input, path, reading);
    let lines = match input {
        Given::Object(_) => {
            let field = lines_field(C::Line::FIELDS);
            form::read_field::<Vec<C::Line>>(Source::Object(input), &field, path, reading)
        }
        _ => None,
    };
    let terms = take_terms(C::contradiction, reading);
    let case = ready(reading)?;
    let (options, lines, terms) = (options?, lines?, terms?);

    let mut sheet = begin(&case, &terms, &options, keeps_steps);
    let mut priced = Vec::with_capacity(lines.len());
    let lines_path = &Path::Name(path, "lines");
    for (index, line) in lines.iter().enumerate() {
        sheet.begin_line(index);
        sheet.know_all(line);
        match C::price(&case, &terms, &options, line, &mut sheet) {
            Ok(line) => priced.push(line),
            Err(Overflow { field }) => {
                reading.fault(&Path::Name(&Path::Item(lines_path, index), field), Problem::Overflow);
            }
        }
        sheet.end_line();
    }
    ready(reading)?;
    match C::total(&case, &terms, &options, &priced, &mut sheet) {
        Ok(()) => Some(sheet),
        Err(Overflow { field }) => {
            reading.fault(&Path::Name(path, field), Problem::Overflow);
            None
        }
    }
}

/// A calculator with its options read, ready to price rows.
pub trait RowPricer {
    /// Prices one row into the sheet's row. What is wrong with it is noted, under the names of the
    /// columns.
    fn price(&self, source: Source<'_>, reading: &mut Reading<'_>, sheet: &mut Sheet);
}

struct Rows<C: ByLine> {
    case: Case,
    terms: C::Terms,
    options: C::Options,
}

fn rows<C: ByLine>(input: &Given, reading: &mut Reading<'_>) -> Option<Box<dyn RowPricer>> {
    let path = &Path::Name(&Path::Root, "input");
    let options = form::read_object::<C::Options>(input, path, reading);
    let terms = take_terms(C::contradiction, reading);
    let case = ready(reading)?;
    Some(Box::new(Rows::<C> { case, terms: terms?, options: options? }))
}

impl<C: ByLine> RowPricer for Rows<C> {
    fn price(&self, source: Source<'_>, reading: &mut Reading<'_>, sheet: &mut Sheet) {
        let Some(line) = C::Line::read_fields(source, &Path::Root, reading) else { return };
        if let Err(Overflow { field }) = C::price(&self.case, &self.terms, &self.options, &line, sheet) {
            reading.fault(&Path::Name(&Path::Root, field), Problem::Overflow);
        }
    }
}
