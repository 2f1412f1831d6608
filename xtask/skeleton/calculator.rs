//! … what it answers, in which unit, how it is rounded, and by which rules.

use crate::calculators::declared::answers;
use crate::calculators::{About, Ask, ByLine, Contradiction};
use crate::form::{Count, Text, fields};
use crate::terms::{Pack, Rule, terms};
use crate::working::reckon::work;
use crate::working::sheet::Sheet;
use crate::working::{Entered, Of};
use std::sync::Arc;

pub struct {Type};

fields! {
    pub struct Options {}
}

fields! {
    /// What is asked for of each line.
    pub struct Line {
        label: Option<Text>,
        quantity: Entered<Count>,
    }
}

terms! {
    pub struct Terms {
        {term}: Rule,
    }
}

answers! {
    figure {
        quantity: i64,
    }
    line {
        label: Option<Arc<str>>,
        counted: i64,
    }
}

pub struct Priced<'a> {
    counted: Of<'a, i64>,
}

impl ByLine for {Type} {
    const ABOUT: About = About {
        name: "{name}",
        pack: "{pack}",
        money: false,
        rules: &["{rule}"],
        verdicts: &[],
        headline: "quantity",
        example: r#"{"calculator":"{name}","as_of":"2026-11-21","input":{"lines":[{"quantity":2}]}}"#,
        ..out::ABOUT
    };

    type Options = Options;
    type Line = Line;
    type Terms = Terms;
    type Priced<'a> = Priced<'a>;

    fn contradiction(_: &Terms, _: &Pack) -> Contradiction {
        None
    }

    fn price<'a>(ask: &Ask<'a, Terms, Options>, line: &'a Line, sheet: &mut Sheet) -> Priced<'a> {
        if let Some(label) = &line.label {
            sheet.show(&out::line::label, label.0.clone());
        }
        work!(sheet, line counted = exact(line.quantity), by ask.terms.{term}.clause());
        Priced { counted }
    }

    fn total<'a>(ask: &Ask<'a, Terms, Options>, priced: &[Priced<'a>], sheet: &mut Sheet) {
        work!(sheet, figure quantity = exact(sum(counted of priced)), by ask.terms.{term}.clause());
    }
}
