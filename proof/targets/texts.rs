//! What people type, read as a value of any kind.
#![no_main]

use arbitrary::Unstructured;
use clausewise::Given;
use clausewise_proof::promises;
use libfuzzer_sys::fuzz_target;

const KINDS: &[&str] = &[
    "money",
    "percent",
    "rate",
    "date",
    "local_time",
    "time",
    "count",
    "flag",
    "text",
    "currency",
    "country",
    "choice",
];

fuzz_target!(|bytes: &[u8]| {
    let mut u = Unstructured::new(bytes);
    let (Ok(kind), Ok(mut options)) = (u.choose(KINDS), promises::options(&mut u)) else { return };
    match *kind {
        "choice" => {
            let choices =
                ["PA", "PAE", "websphere", "information_management", "other"].map(|key| Given::Text(key.to_owned()));
            options.push(("choices".to_owned(), Given::List(choices.to_vec(), choices.len())));
        }
        "money" => {}
        _ => options.clear(),
    }
    let text = String::from_utf8_lossy(u.take_rest());
    let options = Given::Object(options);
    let Ok(value) = promises::soon(|| clausewise::read(kind, &text, &options)) else { return };
    // What was read is written plainly. Read again it is the same, or asked about ("0.5%" is plain, 0.5 may be a half), and
    // never another.
    if let (Some(plain), false) = (value.text(), *kind == "text") {
        let again = clausewise::read(kind, plain, &options);
        assert!(again.as_ref().map_or(true, |again| *again == value), "{kind}: {text:?} is {value:?}, then {again:?}");
    }
});
