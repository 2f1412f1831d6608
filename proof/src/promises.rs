//! What holds of every reply, whatever was handed in.

use arbitrary::Unstructured;
use clausewise::Given;
use rustix::time::{ClockId, clock_gettime};
use serde_json::Value;
use std::collections::BTreeSet;
use std::time::Duration;

/// What anybody may have to wait for an answer.
const LONGEST: Duration = Duration::from_millis(50);

/// Answers a request and holds the reply to its promises.
///
/// # Panics
/// Where a promise is broken.
pub fn answered(request: &Given) -> Value {
    let reply = soon(|| match clausewise::quote(request) {
        Ok(answer) => serde_json::to_value(&answer),
        Err(refusal) => serde_json::to_value(&refusal),
    });
    let reply = reply.unwrap_or_default();
    match reply["errors"].as_array() {
        Some(faults) => {
            let fields: BTreeSet<&str> = faults.iter().filter_map(|fault| fault["field"].as_str()).collect();
            assert!(!faults.is_empty() && fields.len() == faults.len(), "not one fault a field: {reply}");
        }
        None => assert!(reply["figures"].is_object(), "neither an answer nor a refusal: {reply}"),
    }
    reply
}

/// Does something, in time. The time is the thread's own, and the shortest of several tries: the machine may be busy.
///
/// # Panics
/// Where it always takes longer than anybody should wait.
pub fn soon<T>(work: impl Fn() -> T) -> T {
    let mut shortest = Duration::MAX;
    loop {
        let (result, took) = timed(&work);
        if took <= LONGEST {
            return result;
        }
        // No try is much shorter than the last: it is not the machine.
        assert!(took < shortest / 10 * 9, "took {took:?}");
        shortest = took;
    }
}

fn timed<T>(work: impl Fn() -> T) -> (T, Duration) {
    let now = || {
        let time = clock_gettime(ClockId::ThreadCPUTime);
        Duration::new(time.tv_sec.unsigned_abs(), u32::try_from(time.tv_nsec).unwrap_or_default())
    };
    let started = now();
    let result = work();
    (result, now().saturating_sub(started))
}

/// The options of `read` and `readTable`, drawn from the first bytes.
pub fn options(u: &mut Unstructured) -> arbitrary::Result<Vec<(String, Given)>> {
    let (currency, units) = *u.choose(&[("USD", 2), ("TWD", 0), ("TWD", 2), ("JPY", 0), ("EUR", 4), ("KWD", 3)])?;
    Ok(vec![("currency".to_owned(), Given::Text(currency.to_owned())), ("minor_units".to_owned(), Given::Whole(units))])
}
