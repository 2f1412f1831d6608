//! What to mind of a service, how its text was read, and what the customer must do.

use super::codes::DUTIES;
use super::said::{ServiceRule, all};
use super::{Assumption, Request, Warning, out};
use crate::working::reckon::work;
use crate::working::sheet::Sheet;

/// Writes all that is said under the circumstances.
pub fn write(rules: &[ServiceRule<'_>], request: &Request, sheet: &mut Sheet) {
    all(rules, request, |said, clause| {
        if let Some(assumption) = Assumption::of_code(&said.value) {
            sheet.assumption(assumption, clause);
        }
        if let Some(warning) = Warning::of_code(&said.value) {
            sheet.warning(warning, clause);
        }
    });
    sheet.begin_rows(&out::figure::duties);
    let mut index = 0;
    all(rules, request, |said, clause| {
        if let Some(listed) = said.known(DUTIES) {
            sheet.begin_line(index);
            work!(sheet, to_do duty = exact(listed), by clause);
            sheet.end_line();
            index += 1;
        }
    });
    sheet.end_list();
}
