//! The locations of a contract: one host, those downstream of it, and places that it does not name.

use super::{Located, Request};
use crate::form::{Path, Reading};
use crate::request::problem::Problem;
use std::sync::Arc;

/// The location that agrees the base package.
pub const HOST: &str = "host";
const DOWNSTREAM: &str = "downstream";
const ELSEWHERE: &str = "elsewhere";

/// What a location is to the contract.
pub const ROLES: &[&str] = &[HOST, DOWNSTREAM, ELSEWHERE];

/// A location, as the visitor calls it.
pub struct Place {
    pub name: Arc<str>,
    pub role: &'static str,
}

impl Place {
    /// Whether the work order names it.
    pub fn is_designated(&self) -> bool {
        self.role != ELSEWHERE
    }
}

/// All of them, the host first.
pub fn of(request: &Request) -> Vec<Place> {
    let mut places = vec![Place { name: request.host.0.clone(), role: HOST }];
    for (role, located) in lists(request) {
        places.extend(located.iter().map(|located| Place { name: located.location.value.0.clone(), role }));
    }
    places
}

fn lists(request: &Request) -> impl Iterator<Item = (&'static str, &[Located])> {
    let elsewhere = request.elsewhere.as_deref().unwrap_or_default();
    [(DOWNSTREAM, request.downstream.as_slice()), (ELSEWHERE, elsewhere)].into_iter()
}

/// Which one goes by a name, whatever blanks are around it and however its Latin letters are written.
pub fn find(places: &[Place], name: &str) -> Option<usize> {
    places.iter().position(|place| is_same(&place.name, name))
}

fn is_same(one: &str, other: &str) -> bool {
    one.trim().eq_ignore_ascii_case(other.trim())
}

/// A downstream location is another than the host, and every location stands there once.
pub fn object_to_repeated(request: &Request, path: &Path<'_>, reading: &mut Reading<'_>) {
    let mut named = vec![&request.host.0];
    for (list, located) in lists(request) {
        let list = &Path::Name(path, list);
        for (index, Located { location }) in located.iter().enumerate() {
            if named.iter().any(|known| is_same(known, &location.value.0)) {
                let problem = Problem::Repeated { got: location.value.0.to_string() };
                reading.fault(&Path::Name(&Path::Item(list, index), "location"), problem);
            }
            named.push(&location.value.0);
        }
    }
}
