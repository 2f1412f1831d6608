//! What `quoteCsv` wrote, given back to it.

use super::grid::{Grid, Row};
use crate::calculators::Calculator;
use crate::envelope::portfolio::is_echo;

/// How many columns at the end of a header are those that `quoteCsv` puts behind the ones it was given.
pub(super) fn answers(grid: &Grid, header: &Row, calculator: &Calculator) -> usize {
    let outputs = calculator.about.line.iter().filter(|output| !is_echo(output)).map(|output| output.name);
    let written: Vec<&str> = outputs.chain(["error"]).collect();
    let cells: Vec<&str> = (0..grid.reach(header)).map(|at| grid.cell(header, at).trim()).collect();
    if calculator.line_fields.is_some() && cells.ends_with(&written) { written.len() } else { 0 }
}
