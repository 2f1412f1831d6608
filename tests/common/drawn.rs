//! Requests made up from the description. Each is drawn from bytes, so that proptest makes it smaller by making those smaller.

use arbitrary::{Result, Unstructured};
use clausewise::Given;
use clausewise_proof::described::{Calculator, calculators};
use clausewise_proof::{requests, values};
use proptest::collection::vec;
use proptest::prelude::*;

/// Nineteen of twenty requests take fewer; behind the last of them everything is the least that it may be.
pub fn bytes() -> impl Strategy<Value = Vec<u8>> {
    vec(any::<u8>(), 512)
}

fn drawn(draw: impl Fn(&mut Unstructured) -> Result<Option<Given>>) -> impl Strategy<Value = Given> {
    bytes().prop_filter_map("contradicts itself", move |bytes| draw(&mut Unstructured::new(&bytes)).ok().flatten())
}

/// A proper request of any calculator, with its workings.
pub fn proper() -> impl Strategy<Value = Given> {
    drawn(|u| {
        let calculator = u.choose(calculators())?;
        Ok(requests::proper(u, calculator)?.map(with_workings))
    })
}

/// A proper request of one calculator, with its workings.
pub fn proper_of(calculator: &'static Calculator) -> impl Strategy<Value = Given> {
    drawn(move |u| Ok(requests::proper(u, calculator)?.map(with_workings)))
}

/// They are there unless a request says otherwise.
fn with_workings(mut request: Given) -> Given {
    if let Given::Object(members) = &mut request {
        members.retain(|(name, _)| name != "steps");
    }
    request
}

/// A request with something wrong in it.
pub fn spoilt() -> impl Strategy<Value = Given> {
    drawn(|u| requests::request(u, true).map(Some))
}

/// Whatever may be handed in.
pub fn anything() -> impl Strategy<Value = Given> {
    drawn(|u| values::anything(u, 0).map(Some))
}
