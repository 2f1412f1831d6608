//! Requests with a pack of somebody's own: one that is built in, with something changed in it.
#![no_main]

use arbitrary::Unstructured;
use clausewise::Given;
use clausewise_proof::{described, packs, promises, requests};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut u = Unstructured::new(bytes);
    let Ok(calculator) = u.choose(described::calculators()) else { return };
    let Ok(pack) = packs::changed(&mut u, &calculator.pack) else { return };
    let Ok(Given::Object(mut members)) = requests::of(&mut u, calculator, false) else { return };
    members.retain(|(name, _)| name != "terms");
    members.push(("terms".to_owned(), pack));
    promises::answered(&Given::Object(members));
});
