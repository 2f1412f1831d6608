//! Workbooks as somebody's program writes them, read back.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test that goes wrong shall stop")]

use clausewise_sheets::{Bounds, Sheet, Unreadable, sheets};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

const BOUNDS: Bounds = Bounds { unpacked: 16 << 20, cells: 100_000 };

fn written(fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut workbook = Workbook::new();
    fill(workbook.add_worksheet());
    workbook.save_to_buffer().unwrap()
}

fn one(bytes: &[u8]) -> Sheet {
    let mut found = sheets(bytes, &BOUNDS).unwrap();
    assert_eq!(found.len(), 1);
    found.remove(0)
}

/// The same workbook with one of its files written anew.
fn edited(bytes: &[u8], name: &str, edit: impl Fn(String) -> String) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).unwrap();
        let (path, mut text) = (file.name().unwrap().into_owned(), String::new());
        file.read_to_string(&mut text).unwrap();
        let text = if path == name { edit(text) } else { text };
        out.start_file(path, SimpleFileOptions::default()).unwrap();
        out.write_all(text.as_bytes()).unwrap();
    }
    out.finish().unwrap().into_inner()
}

#[test]
fn a_cell_is_what_its_type_says_however_it_looks() {
    let bytes = written(|sheet| {
        let day = |format: &str| Format::new().set_num_format(format);
        let time = ExcelDateTime::from_ymd(2026, 12, 15).unwrap();
        for (row, format) in
            ["dd.mm.yyyy", "m/d/yy", "[$-404]e\"年\"m\"月\"d\"日\"", "yyyy-mm-dd hh:mm"].into_iter().enumerate()
        {
            sheet.write_datetime_with_format(row as u32, 0, &time, &day(format)).unwrap();
        }
        sheet.write_number_with_format(0, 1, 36_000.0, &day("#,##0.00\\ \"TWD\"")).unwrap();
        sheet.write_number_with_format(1, 1, 0.05, &day("0%")).unwrap();
        sheet.write_number_with_format(2, 1, 0.0825, &day("0.00%")).unwrap();
        sheet.write_number_with_format(3, 1, 0.05, &day("0.00\" %\"")).unwrap();
        sheet.write_string(0, 2, "1,085").unwrap();
        sheet.write_boolean(1, 2, true).unwrap();
        sheet.write_string(2, 2, "維護\n\"a\"").unwrap();
        sheet.write_datetime_with_format(3, 2, ExcelDateTime::from_hms(16, 30, 0).unwrap(), &day("hh:mm")).unwrap();
    });
    assert_eq!(
        one(&bytes).csv,
        "\"2026-12-15\",\"36000\",\"1,085\"\n\"2026-12-15\",\"5%\",\"TRUE\"\n\"2026-12-15\",\"8.25%\",\"維護\n\"\"a\"\"\"\n\
         \"2026-12-15\",\"0.05\",\"16:30\"\n"
    );
}

#[test]
fn a_formula_is_what_it_came_to_and_one_that_came_to_nothing_is_told() {
    let bytes = written(|sheet| {
        sheet.write_formula(0, 0, Formula::new("1+1").set_result("2")).unwrap();
        sheet.write_formula(1, 1, Formula::new("A1*3").set_result("6")).unwrap();
        sheet.write_formula(2, 2, Formula::new("A1*4").set_result("8")).unwrap();
    });
    // Scripts write formulas without what they come to.
    let sheet = one(&edited(&bytes, "xl/worksheets/sheet1.xml", |xml| {
        xml.replace("<v>6</v>", "").replace("<v>8</v>", "<v></v>")
    }));
    assert_eq!((sheet.csv.as_str(), sheet.unknown, sheet.first_unknown.as_deref()), ("\"2\"\n", 2, Some("B2")));
}

#[test]
fn a_password_is_told() {
    let mut compound = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    compound.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert!(matches!(sheets(&compound, &BOUNDS), Err(Unreadable::Password)));

    let mut ods = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, text) in [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        (
            "META-INF/manifest.xml",
            "<manifest:manifest xmlns:manifest=\"m\"><manifest:file-entry manifest:full-path=\"content.xml\"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>",
        ),
        ("content.xml", "\u{1}"),
    ] {
        ods.start_file(path, SimpleFileOptions::default()).unwrap();
        ods.write_all(text.as_bytes()).unwrap();
    }
    let ods = ods.finish().unwrap().into_inner();
    assert!(matches!(sheets(&ods, &BOUNDS), Err(Unreadable::Password)), "{:?}", sheets(&ods, &BOUNDS));
}

#[test]
fn sheets_come_in_their_order_and_empty_ones_not_at_all() {
    let mut workbook = Workbook::new();
    for (name, text) in [("續約", "a"), ("nothing", ""), ("old", "b")] {
        let sheet = workbook.add_worksheet();
        sheet.set_name(name).unwrap();
        sheet.write_string(1, 1, text).unwrap();
        sheet.set_hidden(name == "old");
    }
    let found = sheets(&workbook.save_to_buffer().unwrap(), &BOUNDS).unwrap();
    let found: Vec<_> =
        found.iter().map(|sheet| (sheet.name.as_str(), sheet.is_hidden, sheet.csv.as_str(), sheet.rows)).collect();
    assert_eq!(found, [("續約", false, "\n,\"a\"\n", 1), ("old", true, "\n,\"b\"\n", 1)]);
}

#[test]
fn what_is_too_much_is_told_before_it_is_read() {
    // A cell at the far corner costs what a row of cells costs.
    let far = written(|sheet| {
        sheet.write_string(0, 0, "a").unwrap();
        sheet.write_string(1_048_575, 16_383, "b").unwrap();
    });
    assert!(matches!(sheets(&far, &BOUNDS), Err(Unreadable::TooMuch)));
    // A million of one letter are packed into a thousandth of that.
    let bomb = written(|sheet| {
        for row in 0..1_000 {
            sheet.write_string(row, 0, format!("{row}{}", "a".repeat(32_000))).unwrap();
        }
    });
    assert!(bomb.len() < 1 << 20, "{}", bomb.len());
    assert!(matches!(sheets(&bomb, &BOUNDS), Err(Unreadable::TooMuch)));
    let many = written(|sheet| {
        (0..1_000).for_each(|row| (0..101).for_each(|column| drop(sheet.write_number(row, column, 1.0))))
    });
    assert!(matches!(sheets(&many, &BOUNDS), Err(Unreadable::TooMuch)));
}

#[test]
fn whatever_is_handed_in_is_read_or_refused() {
    assert!(matches!(sheets(b"", &BOUNDS), Err(Unreadable::NotAWorkbook)));
    assert!(matches!(sheets(b"fee,starts_on\n", &BOUNDS), Err(Unreadable::NotAWorkbook)));
    let whole = written(|sheet| drop(sheet.write_string(0, 0, "a")));
    for end in (0..whole.len()).step_by(7) {
        assert!(sheets(&whole[..end], &BOUNDS).is_err(), "{end} bytes of {}", whole.len());
    }
    // Any one byte may be another.
    for at in (0..whole.len()).step_by(3) {
        let mut broken = whole.clone();
        broken[at] ^= 0xA5;
        drop(sheets(&broken, &BOUNDS));
    }
    assert!(matches!(
        sheets(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], &BOUNDS),
        Err(Unreadable::Damaged(_))
    ));
}
