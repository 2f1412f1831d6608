//! Rows that come in pieces are priced as all of them at once.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::panic, reason = "a test that goes wrong shall stop")]

use clausewise::{Given, Stopped, quote_csv, quote_csv_stream};
use proptest::prelude::*;
use serde_json::json;
use std::io::{self, Read, Write};

fn options() -> Given {
    let options = json!({ "calculator": "cancellation", "as_of": "2026-11-21", "currency": "USD", "notes": true });
    serde_json::from_value(options).unwrap_or(Given::Null)
}

/// Hands out what it holds in pieces of so many bytes, one size after the other.
struct InPieces<'a> {
    rest: &'a [u8],
    sizes: std::iter::Cycle<std::iter::Copied<std::slice::Iter<'a, usize>>>,
    /// Whether it is interrupted before each piece.
    is_interrupted: bool,
}

impl Read for InPieces<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.is_interrupted = !self.is_interrupted;
        if self.is_interrupted {
            return Err(io::ErrorKind::Interrupted.into());
        }
        let size = self.sizes.next().unwrap_or(1).max(1).min(self.rest.len()).min(into.len());
        let (piece, rest) = self.rest.split_at(size);
        into.split_at_mut(size).0.copy_from_slice(piece);
        self.rest = rest;
        Ok(size)
    }
}

fn streamed<'a>(csv: &'a [u8], sizes: &'a [usize]) -> Result<Vec<u8>, Stopped> {
    let rows = InPieces::<'a> { rest: csv, sizes: sizes.iter().copied().cycle(), is_interrupted: false };
    let mut priced = Vec::new();
    quote_csv_stream(&options(), rows, &mut priced).map(|()| priced)
}

/// Rows as anybody may write them: quoted, broken, empty, of other lengths, with and without an end.
fn table() -> impl Strategy<Value = Vec<u8>> {
    let cell = prop::sample::select(vec![
        "",
        "5.00",
        "2026-12-01",
        "\"5.00\"",
        "\"a\r\nb\"",
        "a\"b",
        "\"\"\"\"",
        "\"a,b\"",
        "\u{feff}x",
        "維護",
        " ",
        "\"a\"b",
        "=1",
    ]);
    let row = prop::collection::vec(cell, 0..5).prop_map(|cells| cells.join(","));
    let end = prop::sample::select(vec!["\n", "\r\n", "\r", "\n\n"]);
    let rows = prop::collection::vec((row, end), 0..12);
    let (mark, last) =
        (prop::sample::select(vec!["", "\u{feff}"]), prop::sample::select(vec!["", "\"open", "5.00,2026-12-01"]));
    (mark, rows, last).prop_map(|(mark, rows, last)| {
        let rows: String = rows.into_iter().map(|(row, end)| row + end).collect();
        format!("{mark}fee,starts_on,service\r\n{rows}{last}").into_bytes()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn however_rows_come_they_are_priced_alike(csv in table(), sizes in prop::collection::vec(1_usize..40, 1..6)) {
        let whole = quote_csv(&options(), &csv).unwrap_or_else(|refusal| panic!("{refusal}"));
        let streamed = streamed(&csv, &sizes).unwrap_or_else(|stopped| panic!("{stopped}"));
        prop_assert_eq!(String::from_utf8_lossy(&streamed), String::from_utf8_lossy(&whole));
    }
}

#[test]
fn a_header_alone_or_nothing_is_as_it_is_at_once() {
    for csv in ["fee,starts_on", "fee,starts_on\r\n", "\u{feff}fee,starts_on\n"] {
        assert_eq!(streamed(csv.as_bytes(), &[1]).ok(), quote_csv(&options(), csv.as_bytes()).ok(), "{csv:?}");
    }
    for csv in ["", "colour\n1\n"] {
        let stopped = streamed(csv.as_bytes(), &[3]).err();
        let refusal = quote_csv(&options(), csv.as_bytes()).err();
        assert!(refusal.is_some());
        assert_eq!(stopped.map(|stopped| stopped.to_string()), refusal.map(|refusal| refusal.to_string()));
    }
}

#[test]
fn rows_are_written_before_the_last_has_come() {
    struct Seen<'a>(&'a std::cell::Cell<usize>);
    impl Write for Seen<'_> {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.set(self.0.get() + bytes.len());
            Ok(bytes.len())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    /// Says how much has been written by the time that more is wanted.
    struct Slow<'a>(&'a std::cell::Cell<usize>, Vec<usize>, usize);
    impl Read for Slow<'_> {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            self.1.push(self.0.get());
            let pieces: [&[u8]; 4] =
                [b"fee,starts_on\n5.00,", b"2026-12-01\n5.00,2026-12-01\n", b"5.00,2026-12-01\n", b""];
            let piece = pieces.get(self.2).copied().unwrap_or_default();
            self.2 += 1;
            into.split_at_mut(piece.len()).0.copy_from_slice(piece);
            Ok(piece.len())
        }
    }
    let written = std::cell::Cell::new(0);
    let mut slow = Slow(&written, Vec::new(), 0);
    assert!(quote_csv_stream(&options(), &mut slow, Seen(&written)).is_ok());
    let [before, header, two, all] = slow.1.as_slice() else { panic!("{:?}", slow.1) };
    assert!(*before == 0 && *header > 0 && two > header && all > two, "{:?}", slow.1);
}

#[test]
fn what_nothing_closes_is_refused_before_it_fills_the_memory() {
    struct Open(bool, u64);
    impl Read for Open {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            let first = b"fee,starts_on\n\"";
            into.fill(b'a');
            if self.0 {
                into.split_at_mut(first.len()).0.copy_from_slice(first);
                self.0 = false;
            }
            self.1 += into.len() as u64;
            assert!(self.1 < 64 << 20, "it is read without an end");
            Ok(into.len())
        }
    }
    let stopped = quote_csv_stream(&options(), Open(true, 0), io::sink()).err();
    let Some(Stopped::Refused(refusal)) = stopped else { panic!("{stopped:?}") };
    assert_eq!(refusal.errors.iter().map(|fault| fault.problem.code()).collect::<Vec<_>>(), ["unclosed_quote"]);
}

#[test]
fn what_cannot_be_read_or_written_is_told_as_it_is() {
    struct Broken;
    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::ErrorKind::BrokenPipe.into())
        }
    }
    impl Write for Broken {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::ErrorKind::StorageFull.into())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let kind = |stopped: Result<(), Stopped>| match stopped {
        Err(Stopped::Io(error)) => error.kind(),
        other => panic!("{other:?}"),
    };
    assert_eq!(kind(quote_csv_stream(&options(), Broken, io::sink())), io::ErrorKind::BrokenPipe);
    assert_eq!(kind(quote_csv_stream(&options(), &b"fee,starts_on\n"[..], Broken)), io::ErrorKind::StorageFull);
}
