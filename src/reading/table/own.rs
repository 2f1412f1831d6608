//! What `quoteCsv` wrote, given back to it.

use super::grid::{Grid, Row};
use crate::calculators::Calculator;
use crate::envelope::portfolio::{NOTED, is_echo};

/// How many columns at the end of a header are those that `quoteCsv` puts behind the ones it was given.
pub(super) fn answers(grid: &Grid, header: &Row, calculator: &Calculator) -> usize {
    let outputs = calculator.about.line.iter().filter(|output| !is_echo(output)).map(|output| output.name);
    let answers: Vec<&str> = outputs.collect();
    let noted = answers.iter().copied().chain(NOTED).chain(["error"]).collect();
    let plain = answers.iter().copied().chain(["error"]).collect();
    let ways: [Vec<&str>; 2] = [noted, plain];
    let cells: Vec<&str> = (0..grid.reach(header)).map(|at| grid.cell(header, at).trim()).collect();
    let written = ways.iter().find(|written| calculator.line_fields.is_some() && cells.ends_with(written));
    written.map_or(0, Vec::len)
}
