//! A portfolio that comes in pieces: of those and of what comes out, one is held at a time.

use crate::envelope::csv::Reader;
use crate::envelope::portfolio::Portfolio;
use crate::envelope::quote::Envelope;
use crate::request::given::Given;
use crate::request::problem::Problem;
use crate::request::refusal::{Fault, Refusal};
use std::io::{self, Read, Write};
use thiserror::Error;

/// Why the rows of a stream are not all priced.
#[derive(Debug, Error)]
pub enum Stopped {
    /// The options, the header or a row without an end are refused.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// Rows do not come, or priced ones are not taken.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// Prices rows while they come: what [`quote_csv`](super::portfolio::quote_csv) makes of all of them, without ever holding them all.
///
/// ```
/// let options = r#"{ "calculator": "cancellation", "as_of": "2025-07-18", "currency": "USD" }"#;
/// let options = serde_json::from_str(options)?;
/// let rows = "fee,starts_on\n1000.00,2025-07-31\n".as_bytes();
/// let mut priced = Vec::new();
/// clausewise::quote_csv_stream(&options, rows, &mut priced)?;
/// assert_eq!(priced, clausewise::quote_csv(&options, rows)?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`Stopped`] where [`quote_csv`](super::portfolio::quote_csv) refuses, where a row is longer than 16 MiB, or where reading or writing fails.
pub fn quote_csv_stream(options: &Given, mut rows: impl Read, mut priced: impl Write) -> Result<(), Stopped> {
    let envelope = Envelope::of_rows(options)?;
    let (mut came, mut waiting) = (vec![0; PIECE], Vec::new());
    let mut enough = 0;
    let mut portfolio: Option<Portfolio<'_>> = None;
    loop {
        let length = read_some(&mut rows, &mut came)?;
        let piece = came.get(..length).unwrap_or_default();
        let is_last = piece.is_empty();
        waiting.extend_from_slice(piece);
        if !is_last && waiting.len() < enough {
            continue;
        }
        let mut reader = if portfolio.is_some() { Reader::of_later_rows(&waiting) } else { Reader::new(&waiting) };
        if portfolio.is_none() && (is_last || holds_a_row(&waiting)) {
            portfolio = Some(Portfolio::begin(&envelope, &waiting, &mut reader)?);
        }
        if let Some(portfolio) = &mut portfolio {
            portfolio.rows(&mut reader, is_last);
            priced.write_all(&portfolio.out)?;
            portfolio.out.clear();
        }
        if is_last {
            return Ok(priced.flush()?);
        }
        let (had, left) = (waiting.len(), reader.behind().len());
        enough = next_piece(had, left)?;
        waiting.drain(..had - left);
    }
}

/// So much is read at once, at most.
const PIECE: usize = 256 * 1024;
/// A row that does not end within so much has a quotation mark that nothing closes.
const LONGEST_ROW: usize = 16 * 1024 * 1024;

/// Reads whatever is there by now, and says how much that was; at the end, nothing.
fn read_some(rows: &mut impl Read, into: &mut [u8]) -> io::Result<usize> {
    loop {
        match rows.read(into) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            other => return other,
        }
    }
}

/// How much there has to be before it is tried again: where not a single row was whole, twice as much, so that a long one is
/// not read over and over.
fn next_piece(had: usize, left: usize) -> Result<usize, Refusal> {
    match left {
        _ if left < had => Ok(0),
        _ if left < LONGEST_ROW => Ok(had.saturating_mul(2)),
        _ => Err(Refusal { errors: vec![Fault::at("", Problem::UnclosedQuote)] }),
    }
}

fn holds_a_row(csv: &[u8]) -> bool {
    Reader::new(csv).next_whole_row().is_some()
}

/// What came of a piece of a portfolio.
#[cfg(any(target_arch = "wasm32", test))]
#[derive(Debug, serde::Serialize)]
pub(crate) struct Piece {
    /// The header, and the rows that are whole, priced.
    #[serde(skip)]
    pub csv: Vec<u8>,
    /// How many bytes of the piece are its header; none where that is not whole.
    pub header: usize,
    /// How many bytes of what came out are the header.
    pub body: usize,
    /// How many bytes of the piece have been read: the rest may be the beginning of a row.
    pub read: usize,
    /// How many rows there were.
    pub rows: usize,
    /// How many of them have an error.
    pub faulty: usize,
}

/// Prices a piece, which begins with the header. Its last row is left for the next where it may go on there.
///
/// # Errors
/// As [`quote_csv`](super::portfolio::quote_csv), and where a row is longer than 16 MiB.
#[cfg(any(target_arch = "wasm32", test))]
pub(crate) fn quote_csv_piece(options: &Given, csv: &[u8], is_last: bool) -> Result<Piece, Refusal> {
    let envelope = Envelope::of_rows(options)?;
    if !is_last && !holds_a_row(csv) {
        next_piece(csv.len(), csv.len())?;
        return Ok(Piece { csv: Vec::new(), header: 0, body: 0, read: 0, rows: 0, faulty: 0 });
    }
    let mut rows = Reader::new(csv);
    let mut portfolio = Portfolio::begin(&envelope, csv, &mut rows)?;
    let (header, body) = (csv.len() - rows.behind().len(), portfolio.out.len());
    portfolio.out.reserve(csv.len().saturating_mul(2));
    portfolio.rows(&mut rows, is_last);
    let left = rows.behind().len();
    if !is_last {
        next_piece(csv.len() - header, left)?;
    }
    let Portfolio { out, count, faulty, .. } = portfolio;
    Ok(Piece { csv: out, header, body, read: csv.len() - left, rows: count, faulty })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that goes wrong shall stop")]
mod tests {
    use super::*;
    use crate::platform;

    fn piece(csv: &str, is_last: bool) -> Piece {
        let options = r#"{ "calculator": "cancellation", "as_of": "2026-11-21", "currency": "USD" }"#;
        let options = platform::parse(options).unwrap_or(Given::Null);
        quote_csv_piece(&options, csv.as_bytes(), is_last).unwrap()
    }

    #[test]
    fn a_piece_says_how_far_it_was_read() {
        let (header, rows) = ("fee,starts_on\r\n", "5.00,2026-12-05\r\n5.00,soon\r\n5.0");
        let first = piece(&format!("{header}{rows}"), false);
        // A line feed behind what ends a row may stand in either.
        assert!([header.len(), header.len() - 1].contains(&first.header), "{first:?}");
        assert!([3, 4].contains(&(header.len() + rows.len() - first.read)), "{first:?}");
        assert_eq!((first.rows, first.faulty), (2, 1));
        assert!(
            first.csv.get(first.body..).is_some_and(|rows| rows.starts_with(b"5.00,2026-12-05,14,0,")),
            "{first:?}"
        );
        let last = piece(&format!("{header}5.00,2026-12-05"), true);
        assert_eq!((last.rows, last.read), (1, header.len() + 15));
    }

    #[test]
    fn of_a_piece_without_a_whole_row_nothing_is_read() {
        for csv in ["", "fee,star", "\"fee\n"] {
            let piece = piece(csv, false);
            assert_eq!((piece.csv.len(), piece.header, piece.body, piece.read, piece.rows), (0, 0, 0, 0, 0), "{csv:?}");
        }
        let header = piece("fee,starts_on\n5.00", false);
        assert_eq!((header.read, header.header, header.rows, header.csv.len()), (14, 14, 0, header.body));
    }
}
