//! A table as people keep it, priced row by row: their columns stay as they are, and the answers stand behind them.

use super::table::{Column, Grid, OWN, ReadTable, Row, TableFault, Use, cut, take};
use crate::envelope::csv::Reader;
use crate::envelope::portfolio::Portfolio;
use crate::envelope::quote::Envelope;
use crate::envelope::sums::{Sum, Sums};
use crate::request::given::Given;
use crate::request::problem::Problem;
use crate::request::refusal::{Fault, Refusal};
use serde::Serialize;

/// A table that was read and priced.
#[derive(Debug, Clone, Serialize)]
pub struct QuotedTable {
    /// What it was read as, and everything that is wrong with its rows. It holds no `csv` and no `lines`.
    pub table: ReadTable,
    /// Its own columns as they are, then the answers, then `error`: a row for each row of data. Empty where nothing is priced.
    #[serde(skip)]
    pub csv: Vec<u8>,
    /// How many rows are priced; nothing where somebody has to say first which column is which.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub priced: Option<usize>,
    /// What they come to, by what becomes of them and by month.
    pub sums: Vec<Sum>,
    /// Of a table that comes in pieces, where the next one begins.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) piece: Option<Piece>,
}

/// How far a piece of a table was read.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Piece {
    /// How many of its bytes: the rest may be the beginning of a row.
    pub read: usize,
    /// In how many lines they stand.
    pub lines: usize,
    /// What stands above the columns, to be handed in with the next; nothing where there are no headings.
    pub headings: Option<Vec<String>>,
    /// How many bytes of what came out are the header.
    pub body: usize,
}

/// Prices a table as people keep it. `options` are those of `quoteCsv` and of `readTable` together. A row that could not be read is
/// not priced, and says why in its last column.
///
/// ```
/// let options = r#"{ "calculator": "cancellation", "as_of": "2025-07-18", "currency": "USD" }"#;
/// let table = "Where;Fee;First day\nTaipei;USD 1,000;2025/7/31\n";
/// let priced = clausewise::quote_table(&serde_json::from_str(options)?, table.as_bytes())?;
/// assert_eq!(priced.priced, Some(1));
/// let csv = String::from_utf8(priced.csv)?;
/// assert!(csv.contains("Taipei,\"USD 1,000\",2025/7/31,13,50,500.00,500.00,"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// A [`Refusal`] where the options are wrong, the bytes are no text, or rows are so much shorter than the header that what
/// came out would be many times as long as what came in.
pub fn quote_table(options: &Given, bytes: &[u8]) -> Result<QuotedTable, Refusal> {
    quoted(options, bytes, None)
}

/// The same for a piece, which has to be UTF-8. Its last row is left for the next where it may go on there. All but the first are told
/// the `headings`.
///
/// # Errors
/// As [`quote_table`].
#[cfg(any(target_arch = "wasm32", test))]
pub(crate) fn quote_table_piece(options: &Given, bytes: &[u8], is_last: bool) -> Result<QuotedTable, Refusal> {
    quoted(options, bytes, Some(is_last))
}

fn quoted(options: &Given, bytes: &[u8], is_last: Option<bool>) -> Result<QuotedTable, Refusal> {
    let plain = without_own(options);
    let envelope = Envelope::of_rows(&plain)?;
    // What is wrong with the options is told before anything of the table.
    Portfolio::of(&envelope, &mut Reader::new(&header_of(&envelope)))?;
    let taken = take(options, bytes, &|text, parted_by| match is_last {
        Some(false) => whole_rows(text, parted_by),
        Some(true) | None => text.len(),
    })?;
    let (grid, header) = (taken.grid, taken.header);
    let mut table = taken.table;
    let ready = std::mem::take(&mut table.csv);
    table.lines = None;
    let width = table.columns.len();
    let own: Vec<usize> = (0..width).filter(|at| kept(&table, *at)).collect();
    let heading = header.and_then(|at| grid.rows().get(at));
    let piece = is_last.map(|_| Piece {
        read: bytes.len() - taken.left,
        lines: grid.lines(),
        headings: heading.map(|row| (0..width).map(|at| grid.cell(row, at).to_owned()).collect()),
        body: 0,
    });
    let mut quoted = QuotedTable { table, csv: Vec::new(), priced: None, sums: Vec::new(), piece };
    let mut rows = Reader::new(&ready);
    let lacks = |fault: &TableFault| fault.row.is_none() && fault.problem == Problem::Missing;
    if quoted.table.ask || quoted.table.faults.iter().any(lacks) {
        return Ok(quoted);
    }
    let mut portfolio = Portfolio::of(&envelope, &mut rows)?;
    let mut sums = envelope.calculator.and_then(Sums::of);
    let columns = &quoted.table.columns;
    portfolio.header(own.iter().filter_map(|at| {
        let column = columns.get(*at)?;
        Some(heading.map_or(column.field.unwrap_or(&column.header), |row| grid.cell(row, *at)))
    }));
    let body = portfolio.out.len();
    let dated_at = sums.as_ref().and_then(|sums| portfolio.column(sums.day()?));
    let mut faults = Faults::of(std::mem::take(&mut quoted.table.faults));
    let most = LONGEST_MORE.max(bytes.len().saturating_mul(MOST_TIMES));
    for (count, at) in taken.data.iter().enumerate() {
        let (Some(row), Some(cells)) = (grid.rows().get(*at), rows.next_row()) else { break };
        let told = faults.of_row(count + 1);
        let found = portfolio.row_of(cells, own.iter().map(|at| grid.cell(row, *at)), own.len(), told);
        if let Some(sums) = sums.as_mut().filter(|_| found.is_empty()) {
            let entered = dated_at.and_then(|at| cells.iter().nth(at)).and_then(|cell| str::from_utf8(cell).ok());
            sums.add(portfolio.line(), entered);
        }
        faults.add(count + 1, row, found, &grid, columns);
        if row.width < width && portfolio.out.len() > most {
            return Err(Refusal { errors: vec![Fault::at("", shorter(row, width))] });
        }
    }
    quoted.priced = Some(portfolio.count - portfolio.faulty);
    quoted.sums = sums.map(Sums::done).unwrap_or_default();
    quoted.csv = portfolio.out;
    quoted.table.faults = faults.all;
    if let Some(piece) = &mut quoted.piece {
        piece.body = body;
    }
    Ok(quoted)
}

/// What comes out is at most so many times what came in, or so many bytes, where rows are shorter than the header.
const MOST_TIMES: usize = 32;
const LONGEST_MORE: usize = 16 * 1024 * 1024;

fn shorter(row: &Row, width: usize) -> Problem {
    let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    Problem::UnevenRow { got: count(row.width), expected: count(width) }
}

/// The header that every portfolio of a calculator has at least.
fn header_of(envelope: &Envelope<'_>) -> Vec<u8> {
    let fields = envelope.calculator.and_then(|calculator| calculator.line_fields).unwrap_or_default();
    let needed: Vec<&str> = fields.iter().filter(|field| field.required).map(|field| field.name).collect();
    needed.join(",").into_bytes()
}

/// The options but for those that only reading has.
fn without_own(options: &Given) -> Given {
    match options {
        Given::Object(members) => {
            Given::Object(members.iter().filter(|(name, _)| !OWN.contains(&name.as_str())).cloned().collect())
        }
        other => other.clone(),
    }
}

/// Whether a column stays: answers that were given back make place for those that come now.
fn kept(table: &ReadTable, at: usize) -> bool {
    table.columns.get(at).is_some_and(|column| column.put != Use::Answer)
}

/// The faults of a table, in the order of its rows.
struct Faults {
    /// Those that reading has found and that are still to come.
    read: std::iter::Peekable<std::vec::IntoIter<TableFault>>,
    all: Vec<TableFault>,
}

impl Faults {
    fn of(read: Vec<TableFault>) -> Faults {
        let (of_all, of_rows): (Vec<_>, Vec<_>) = read.into_iter().partition(|fault| fault.row.is_none());
        Faults { read: of_rows.into_iter().peekable(), all: of_all }
    }

    /// Those that a row has already.
    fn of_row(&mut self, count: usize) -> Vec<Fault> {
        let mut told = Vec::new();
        while let Some(fault) = self.read.next_if(|fault| fault.row == Some(count)) {
            told.push(Fault::at(fault.field.unwrap_or_default(), fault.problem.clone()));
            self.all.push(fault);
        }
        told
    }

    /// Adds those that pricing has found, unless they are known.
    fn add(&mut self, count: usize, row: &Row, found: Vec<Fault>, grid: &Grid, columns: &[Column]) {
        if self.all.last().is_some_and(|fault| fault.row == Some(count)) {
            return;
        }
        for Fault { field, problem } in found {
            let at = columns.iter().position(|column| column.put == Use::Field && column.field == Some(&field));
            let column = at.and_then(|at| columns.get(at));
            self.all.push(TableFault {
                row: Some(count),
                column: column.map(|column| column.header.clone()),
                field: column.and_then(|column| column.field),
                problem,
                text: at.map(|at| cut(grid.cell(row, at))).unwrap_or_default(),
            });
        }
    }
}

/// A row that does not end within so much has a quotation mark that nothing closes.
const LONGEST_ROW: usize = 1024 * 1024;

/// Nor is a line that goes on for so much waited for.
const LONGEST_LINE: usize = 16 * LONGEST_ROW;

/// How much of a text is whole rows. Where a mark opens and is not closed for long, its line alone.
fn whole_rows(text: &str, parted_by: u8) -> usize {
    // A line feed may still come.
    let text = text.strip_suffix('\r').unwrap_or(text);
    let mut rows = Reader::parted_by(parted_by, text.as_bytes());
    while rows.next_whole_row().is_some() {}
    let left = rows.behind().len();
    match text.len() - left {
        0 if left > LONGEST_ROW => match text.find('\n') {
            Some(end) => end + 1,
            None if left > LONGEST_LINE => text.len(),
            None => 0,
        },
        whole => whole + rows.behind().iter().take_while(|byte| whole > 0 && **byte == b'\n').take(1).count(),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that goes wrong shall stop")]
mod tests {
    use super::*;
    use crate::platform;

    fn options(headings: Option<&[String]>) -> Given {
        let mut options =
            platform::parse(r#"{ "calculator": "cancellation", "as_of": "2026-11-21", "currency": "TWD" }"#);
        if let (Some(Given::Object(members)), Some(headings)) = (&mut options, headings) {
            let texts: Vec<Given> = headings.iter().cloned().map(Given::Text).collect();
            let count = texts.len();
            members.push(("headings".to_owned(), Given::List(texts, count)));
        }
        options.unwrap()
    }

    /// What comes out, how many rows are priced, the faults by row and code, and in which lines what is left out stands.
    type Came = (Vec<u8>, usize, Vec<(Option<usize>, &'static str)>, Vec<usize>);

    /// What pieces come to that are cut after so many bytes, each time the last row was not whole a few more.
    fn in_pieces(table: &str, length: usize) -> Came {
        let (mut csv, mut priced, mut faults, mut left_out) = (Vec::new(), 0, Vec::new(), Vec::new());
        let (mut headings, mut at, mut end): (Option<Vec<String>>, usize, usize) = (None, 0, length);
        let (mut rows, mut lines) = (0, 0);
        loop {
            while !table.is_char_boundary(end.min(table.len())) {
                end += 1;
            }
            let is_last = end >= table.len();
            let bytes = &table.as_bytes()[at..end.min(table.len())];
            let quoted = quote_table_piece(&options(headings.as_deref()), bytes, is_last).unwrap();
            let piece = quoted.piece.unwrap();
            end += length;
            if piece.read == 0 && !is_last {
                continue;
            }
            csv.extend_from_slice(&quoted.csv[if headings.is_some() { piece.body } else { 0 }..]);
            priced += quoted.priced.unwrap();
            faults.extend(
                quoted.table.faults.iter().map(|fault| (fault.row.map(|row| rows + row), fault.problem.code())),
            );
            left_out.extend(quoted.table.left_out.iter().map(|row| row.line + lines));
            (rows, lines, at) = (rows + quoted.table.rows, lines + piece.lines, at + piece.read);
            headings = headings.or(piece.headings);
            if is_last {
                return (csv, priced, faults, left_out);
            }
        }
    }

    const TABLE: &str = "Note;Fee;First day\r\n\r\n\"a\r\nb\";1 000;2026-12-01\r\n王;x;2026-12-01\r\n;2000;2026-12-31\r\n\
        Note;Fee;First day\r\nlast;3000;2026-11-26\r\nTotal;6000;\r\nthe very last;4000;2026-11-21";

    #[test]
    fn a_table_in_pieces_is_priced_as_at_once() {
        for (table, length_of_first) in
            [(TABLE.to_owned(), 60), (TABLE.replace("\r\n", "\n"), 60), (TABLE.replace("\r\n", "\r"), 60)]
        {
            let whole = quote_table(&options(None), table.as_bytes()).unwrap();
            assert_eq!(whole.priced, Some(4));
            let faults: Vec<_> = whole.table.faults.iter().map(|fault| (fault.row, fault.problem.code())).collect();
            for length in length_of_first..table.len() + 2 {
                let (csv, priced, found, left_out) = in_pieces(&table, length);
                let text = |csv: &[u8]| String::from_utf8_lossy(csv).into_owned();
                assert_eq!(text(&csv), text(&whole.csv), "{length}");
                assert_eq!((priced, found), (4, faults.clone()), "{length}");
                assert_eq!(left_out, whole.table.left_out.iter().map(|row| row.line).collect::<Vec<_>>(), "{length}");
            }
        }
    }

    #[test]
    fn a_piece_without_a_whole_row_waits_for_more() {
        for table in ["Fee;Fir", "\"Fee\n"] {
            let quoted = quote_table_piece(&options(None), table.as_bytes(), false).unwrap();
            assert_eq!(quoted.piece.map(|piece| piece.read), Some(0), "{table}");
        }
    }

    #[test]
    fn a_mark_that_is_not_closed_for_long_takes_its_own_line() {
        let headings = ["Fee".to_owned(), "First day".to_owned()];
        let table = "\"1000,2026-12-01\n".to_owned() + &"2000,2026-12-01\n".repeat(LONGEST_ROW / 16 + 1);
        let quoted = quote_table_piece(&options(Some(&headings)), table.as_bytes(), false).unwrap();
        assert_eq!((quoted.piece.map(|piece| piece.read), quoted.priced), (Some(17), Some(0)));
        assert_eq!(quoted.table.faults[0].problem, Problem::UnclosedQuote);
    }
}
