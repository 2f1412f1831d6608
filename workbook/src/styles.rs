//! How cells look: a few styles, each with whatever number format it comes with, made once.

use std::collections::HashMap;

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::description::Style;

const INK: Color = Color::RGB(0x1f_29_37);
const QUIET: Color = Color::RGB(0x4b_55_63);
const LINE: Color = Color::RGB(0xcb_d5_e1);
const HEAD: Color = Color::RGB(0xe2_e8_f0);
/// What spreadsheets have long had for what may be changed: blue on a light ground.
const ENTERED: Color = Color::RGB(0x1d_4e_d8);
const ENTRY: Color = Color::RGB(0xff_f9_e5);
const NOTICE: Color = Color::RGB(0xfe_f3_c7);

pub struct Styles {
    font: Option<String>,
    made: HashMap<(Style, String), Format>,
}

impl Styles {
    pub fn new(font: Option<String>) -> Styles {
        Styles { font, made: HashMap::new() }
    }

    pub fn of(&mut self, style: Style, number: &str) -> &Format {
        let font = self.font.as_deref();
        self.made.entry((style, number.to_owned())).or_insert_with(|| made(style, number, font))
    }
}

fn made(style: Style, number: &str, font: Option<&str>) -> Format {
    let mut plain = Format::new().set_font_color(INK).set_align(FormatAlign::Top);
    if let Some(font) = font {
        plain = plain.set_font_name(font);
    }
    if !number.is_empty() {
        plain = plain.set_num_format(number);
    }
    match style {
        Style::Title => plain.set_bold().set_font_size(16),
        Style::Heading => plain.set_bold().set_font_size(12),
        Style::Head => plain
            .set_bold()
            .set_text_wrap()
            .set_background_color(HEAD)
            .set_border_bottom(FormatBorder::Thin)
            .set_border_bottom_color(QUIET),
        Style::Label => lined(plain.set_text_wrap()),
        Style::Value => lined(plain.set_text_wrap()),
        Style::Entry => lined(plain.set_text_wrap().set_font_color(ENTERED).set_background_color(ENTRY)),
        Style::Fixed => lined(plain.set_text_wrap().set_font_color(QUIET)),
        Style::Total => plain
            .set_bold()
            .set_border_top(FormatBorder::Thin)
            .set_border_top_color(QUIET)
            .set_border_bottom(FormatBorder::Thin)
            .set_border_bottom_color(QUIET),
        Style::Note => plain.set_text_wrap().set_font_color(QUIET),
        Style::Notice => plain.set_text_wrap().set_bold().set_background_color(NOTICE),
    }
}

fn lined(format: Format) -> Format {
    format.set_border_bottom(FormatBorder::Hair).set_border_bottom_color(LINE)
}
