//! Calculators that answer line by line: in a request, or as the rows of a portfolio.

use super::{About, Ask, Calculator, Case, Contradiction, ONLY, blame, ready, take_terms};
use crate::form::{self, Field, Kind, Path, Reading, Record, Source};
use crate::request::bounds;
use crate::request::given::Given;
use crate::request::problem::Problem;
use crate::terms::{FromPack, Pack};
use crate::working::sheet::{Sheet, Unfit};

/// A calculator that answers line by line.
pub trait ByLine: 'static {
    /// What it says of itself.
    const ABOUT: About;
    /// What it asks for once.
    type Options: Record;
    /// What it asks for in each line.
    type Line: Record;
    /// What it takes out of the pack.
    type Terms: FromPack;
    /// What the totals need to know of a line.
    type Priced<'a>;

    /// What in a pack contradicts itself, if anything.
    fn contradiction(terms: &Self::Terms, pack: &Pack) -> Contradiction;

    /// Works out one line.
    fn price<'a>(
        ask: &Ask<'a, Self::Terms, Self::Options>,
        line: &'a Self::Line,
        sheet: &mut Sheet,
    ) -> Self::Priced<'a>;

    /// Works out the whole.
    fn total<'a>(ask: &Ask<'a, Self::Terms, Self::Options>, priced: &[Self::Priced<'a>], sheet: &mut Sheet);
}

pub(super) const fn calculator<C: ByLine>() -> Calculator {
    Calculator {
        about: if ONLY.is_none() { &C::ABOUT } else { &const { C::ABOUT.to_answer_by() } },
        fields: C::Options::FIELDS,
        line_fields: Some(C::Line::FIELDS),
        needs: C::Terms::NEEDS,
        run: run::<C>,
        rows: if ONLY.is_none() { Some(rows::<C>) } else { None },
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

    let mut sheet = Sheet::new(keeps_steps, case.digits);
    let ask = Ask { as_of: case.as_of(), terms: &terms, request: &options };
    let mut priced = Vec::with_capacity(lines.len());
    for (index, line) in lines.iter().enumerate() {
        sheet.begin_line(index);
        priced.push(C::price(&ask, line, &mut sheet));
        sheet.end_line();
        blame(&mut sheet, "lines", path, reading);
    }
    ready(reading)?;
    C::total(&ask, &priced, &mut sheet);
    blame(&mut sheet, "lines", path, reading);
    ready(reading).map(|_| sheet)
}

/// A calculator with its options read, ready to price rows.
pub trait RowPricer {
    /// Prices one row into the sheet's row. What is wrong with it is noted, under the names of the
    /// columns.
    fn price(&self, source: Source<'_>, reading: &mut Reading<'_>, sheet: &mut Sheet);

    /// The same, with all that is noted and cited where that line alone is asked about.
    fn price_with_notes(&self, source: Source<'_>, reading: &mut Reading<'_>, sheet: &mut Sheet);
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

impl<C: ByLine> Rows<C> {
    fn ask(&self) -> Ask<'_, C::Terms, C::Options> {
        Ask { as_of: self.case.as_of(), terms: &self.terms, request: &self.options }
    }
}

impl<C: ByLine> RowPricer for Rows<C> {
    fn price(&self, source: Source<'_>, reading: &mut Reading<'_>, sheet: &mut Sheet) {
        let Some(line) = C::Line::read_fields(source, &Path::Root, reading) else { return };
        C::price(&self.ask(), &line, sheet);
        blame_column(sheet, reading);
    }

    fn price_with_notes(&self, source: Source<'_>, reading: &mut Reading<'_>, sheet: &mut Sheet) {
        let Some(line) = C::Line::read_fields(source, &Path::Root, reading) else { return };
        let priced = C::price(&self.ask(), &line, sheet);
        blame_column(sheet, reading);
        sheet.beside_the_line(|sheet| C::total(&self.ask(), &[priced], sheet));
    }
}

/// In a table a column is all that can be named.
fn blame_column(sheet: &mut Sheet, reading: &mut Reading<'_>) {
    match sheet.take_unfit() {
        Some(Unfit::Entry(place)) => reading.fault(&Path::Name(&Path::Root, place.name), Problem::Overflow),
        Some(Unfit::List) => reading.fault(&Path::Root, Problem::Overflow),
        None => {}
    }
}
