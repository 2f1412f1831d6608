//! Reads a pack and checks all of it; nothing goes in without its clause.

use super::edition::EDITION;
use super::{
    ByCountry, Checked, CountryRow, Keys, Mark, Need, Pack, Service, Table, Term, TermKind, TermValue, canonical,
};
use crate::clause::{Clause, ClauseId, Dated};
use crate::request::bounds;
use crate::request::given::{Given, LONGEST_LIST};
use crate::request::intake;
use crate::request::problem::Problem;
use crate::request::refusal::Fault;
use crate::values::country::Country;
use crate::values::dates::{Date, TimeOfDay};
use crate::values::money::Percent;
use std::fmt::{self, Arguments};
use std::sync::Arc;

/// Loads a pack. `needs` says what the calculator of a name takes out of it.
///
/// # Errors
/// Every place that is wrong, as `bad_terms`.
pub fn load(given: &Given, needs: &dyn Fn(&str) -> Option<&'static [Need]>) -> Result<Pack, Vec<Fault>> {
    let mut check = Check { faults: Vec::new() };
    let pack = check.pack(given, needs);
    match pack {
        Some(pack) if check.faults.is_empty() => Ok(pack),
        _ => Err(check.faults),
    }
}

/// The members of an object.
type Entries = [(String, Given)];

/// The members of an object and the place where it stands.
type Members<'a> = (&'a Entries, &'a str);

/// A row of a table: plain values with names. What they mean is for the calculator to check.
fn is_row(row: &Given) -> bool {
    let is_plain = |value: &Given| match value {
        Given::Text(text) => intake::is_plain_text(text),
        Given::Whole(_) | Given::Flag(_) | Given::Null => true,
        Given::Number(_) => value.whole().is_some(),
        Given::List(items, _) => items.iter().all(|item| item.text().is_some_and(intake::is_plain_text)),
        Given::Object(_) | Given::Odd(_) => false,
    };
    matches!(row, Given::Object(members) if members.iter().all(|(_, value)| is_plain(value)))
}

fn find<'a>(members: &'a Entries, name: &str) -> Option<&'a Given> {
    members.iter().find(|(known, _)| known == name).map(|(_, given)| given)
}

/// Whether a term is of a kind, on every day.
fn is_of(kind: TermKind, term: &Term) -> bool {
    term.value.values().all(|Checked { value, .. }| {
        matches!(
            (kind, value),
            (TermKind::Rule, TermValue::Rule)
                | (TermKind::Count, TermValue::Count(_))
                | (TermKind::Percent, TermValue::Percent(_))
                | (TermKind::Dollars, TermValue::Dollars(_))
                | (TermKind::Keys, TermValue::Keys(_))
                | (TermKind::Time, TermValue::Time(_))
                | (TermKind::Month, TermValue::Month(_))
                | (TermKind::Table, TermValue::Table(_))
                | (TermKind::ByCountry, TermValue::ByCountry(_))
        )
    })
}

/// More than anybody mends at once.
const MOST_FAULTS: usize = 1_000;

struct Check {
    faults: Vec<Fault>,
}

impl Check {
    /// Messages come unformatted: made where they are needed, they would be the greater part of this room.
    fn bad(&mut self, place: Arguments<'_>, reason: Arguments<'_>) {
        let told = self.faults.len();
        if told < MOST_FAULTS {
            self.faults.push(Fault::at(fmt::format(place), Problem::BadTerms { reason: fmt::format(reason) }));
        } else if told == MOST_FAULTS {
            let reason = format!("more than {MOST_FAULTS} faults; the others are not told");
            self.faults.push(Fault::at("terms", Problem::BadTerms { reason }));
        }
    }

    fn pack(&mut self, given: &Given, needs: &dyn Fn(&str) -> Option<&'static [Need]>) -> Option<Pack> {
        const NAMES: &[&str] = &["calculators", "clauses", "document", "edition", "id", "services", "values", "words"];
        let members = self.object(given, "terms", NAMES)?;
        let top: Members<'_> = (members, "terms");
        let id = self.text(top, "id");
        let edition = self.text(top, "edition");
        let name = self.document(top);
        let calculators = self.names(top, "calculators");
        let clauses = self.clauses(top);
        let known: Vec<&str> = clauses.iter().map(|clause| clause.id.as_str()).collect();
        let terms = self.terms(top, &known);
        let services = self.services(top, &known);
        self.words(top);
        self.edition(&terms);
        for name in &calculators {
            match needs(name) {
                Some(needs) => self.needs(name, needs, &terms),
                None => self.bad(format_args!("terms.calculators"), format_args!("there is no calculator {name}")),
            }
        }
        Some(Pack {
            id: id?,
            name: name?,
            edition: edition?,
            digest: canonical::digest(given),
            calculators,
            clauses,
            terms,
            services,
            source: given.clone(),
        })
    }

    /// What it is called.
    fn document(&mut self, top: Members<'_>) -> Option<String> {
        const NAMES: &[&str] = &["language", "name", "publisher"];
        let document = self.member(top, "document")?;
        let members = self.object(document, "terms.document", NAMES)?;
        let at: Members<'_> = (members, "terms.document");
        self.text(at, "language");
        self.text(at, "publisher");
        self.text(at, "name")
    }

    fn clauses(&mut self, top: Members<'_>) -> Vec<Clause> {
        let mut clauses = Vec::new();
        for (id, given) in self.entries(top, "clauses") {
            let place = format!("terms.clauses.{id}");
            let Some(members) = self.object(given, &place, &["checked", "kind", "section"]) else { continue };
            self.clause_kind((members, &place));
            let section = self.text((members, &place), "section");
            let checked = self.date((members, &place), "checked");
            if let (Some(section), Some(checked)) = (section, checked) {
                clauses.push(Clause { id: ClauseId::new(id), section, checked });
            }
        }
        clauses
    }

    /// What a clause is for matters to those who look through all of them; it may be left open.
    fn clause_kind(&mut self, at: Members<'_>) {
        const KINDS: &[&str] = &["calculation", "eligibility", "lookup", "notice"];
        if let Some(kind) = find(at.0, "kind")
            && !kind.text().is_some_and(|kind| KINDS.contains(&kind))
        {
            self.bad(
                format_args!("{}.kind", at.1),
                format_args!("expected calculation, eligibility, lookup or notice"),
            );
        }
    }

    fn terms(&mut self, top: Members<'_>, clauses: &[&str]) -> Vec<(String, Term)> {
        let mut terms = Vec::new();
        for (name, given) in self.entries(top, "values") {
            let place = format!("terms.values.{name}");
            let Some(members) = self.object(given, &place, &["clause", "dated", "kind"]) else { continue };
            let at: Members<'_> = (members, &place);
            let clause = self.clause(at, clauses);
            let kind = self.text(at, "kind").and_then(|kind| {
                let known = TermKind::named(&kind);
                if known.is_none() {
                    self.bad(
                        format_args!("{place}.kind"),
                        format_args!("expected rule, count, percent, usd, keys, time, month, table or by_country"),
                    );
                }
                known
            });
            if let (Some(clause), Some(kind)) = (clause, kind)
                && let Some(value) = self.dated(at, kind, clauses)
            {
                terms.push((name.clone(), Term { clause, value }));
            }
        }
        terms
    }

    fn dated(&mut self, at: Members<'_>, kind: TermKind, clauses: &[&str]) -> Option<Dated<Checked>> {
        let (_, place) = at;
        let place = format!("{place}.dated");
        let mut entries = Vec::new();
        let faults = self.faults.len();
        let items = self.items(at, "dated");
        if self.faults.len() > faults {
            return None;
        }
        for (index, given) in items.iter().enumerate() {
            let place = format!("{place}.{index}");
            let names: &[&str] =
                if kind == TermKind::Rule { &["checked", "from"] } else { &["checked", "from", "value"] };
            let members = self.object(given, &place, names)?;
            let checked = self.date((members, &place), "checked");
            let from = match find(members, "from") {
                None => None,
                Some(_) => Some(self.date((members, &place), "from")?),
            };
            let value = self.value((members, &place), kind, clauses)?;
            entries.push((from, Checked { value, checked: checked? }));
        }
        let dated = Dated::rising(entries);
        if dated.is_none() {
            self.bad(
                format_args!("{place}"),
                format_args!("expected at least one entry, each with a later `from` than the one before"),
            );
        }
        dated
    }

    fn value(&mut self, at: Members<'_>, kind: TermKind, clauses: &[&str]) -> Option<TermValue> {
        // A clause has no value of its own.
        let given = if kind == TermKind::Rule { &Given::Null } else { self.member(at, "value")? };
        let place = format!("{}.value", at.1);
        let number = |most| given.text().and_then(|text| intake::plain_decimal(text, bounds::PERCENT_DECIMALS, most));
        let value = match kind {
            TermKind::Rule => Some(TermValue::Rule),
            // A century of days is more than any term runs to.
            TermKind::Count => given.whole().filter(|count| (0..=36_525).contains(count)).map(TermValue::Count),
            TermKind::Percent => number(bounds::PERCENT_MAX).map(|percent| TermValue::Percent(Percent(percent))),
            TermKind::Dollars => number(bounds::MONEY_MAX).map(TermValue::Dollars),
            TermKind::Keys => {
                let keys = self.keys(given, &place)?;
                Some(TermValue::Keys(Keys(keys.into())))
            }
            TermKind::Time => given.text().and_then(TimeOfDay::parse).map(TermValue::Time),
            TermKind::Month => given.text().and_then(intake::bounded_month).map(TermValue::Month),
            TermKind::Table => match given {
                Given::List(rows, length) if *length < LONGEST_LIST && rows.iter().all(is_row) => {
                    Some(TermValue::Table(Table::new(rows)))
                }
                _ => None,
            },
            TermKind::ByCountry => {
                let rows = self.by_country(given, &place, clauses)?;
                Some(TermValue::ByCountry(ByCountry(rows.into())))
            }
        };
        if value.is_none() {
            self.bad(format_args!("{place}"), format_args!("expected a value of kind {}", kind.name()));
        }
        value
    }

    fn by_country(&mut self, given: &Given, place: &str, clauses: &[&str]) -> Option<Vec<CountryRow>> {
        let Given::List(rows, length) = given else {
            self.bad(format_args!("{place}"), format_args!("expected a list of rows"));
            return None;
        };
        let mut read = Vec::new();
        for (index, row) in rows.iter().enumerate() {
            let place = format!("{place}.{index}");
            match row {
                Given::Object(members) if is_row(row) && *length < LONGEST_LIST => {
                    let clause = self.clause((members, &place), clauses);
                    let keys = self.member((members, &place), "countries").and_then(|keys| self.keys(keys, &place))?;
                    let countries: Option<Vec<Country>> = keys.iter().map(|code| Country::of_code(code)).collect();
                    match (clause, countries) {
                        (Some(clause), Some(countries)) => {
                            read.push(CountryRow { countries, clause, values: row.clone() });
                        }
                        (_, None) => {
                            self.bad(format_args!("{place}.countries"), format_args!("expected codes of ISO 3166-1"))
                        }
                        (None, _) => {}
                    }
                }
                _ => self.bad(format_args!("{place}"), format_args!("expected a row of plain values")),
            }
        }
        Some(read)
    }

    fn services(&mut self, top: Members<'_>, clauses: &[&str]) -> Vec<Service> {
        let mut services: Vec<Service> = Vec::new();
        if find(top.0, "services").is_none() {
            return services;
        }
        for (index, given) in self.items(top, "services").iter().enumerate() {
            let place = format!("terms.services.{index}");
            let names = &["checked", "clause", "group", "key", "mark", "table"];
            let Some(members) = self.object(given, &place, names) else { continue };
            let at: Members<'_> = (members, &place);
            self.date(at, "checked");
            let table = find(members, "table").and_then(Given::whole);
            if table.is_none() {
                self.bad(format_args!("{place}.table"), format_args!("expected the number of the table"));
            }
            let mark = match self.text(at, "mark").as_deref() {
                Some("✓") => Some(Mark::Included),
                Some("+") => Some(Mark::Orderable),
                Some("+1") => Some(Mark::OrderableUpToALimit),
                Some(_) => {
                    self.bad(format_args!("{place}.mark"), format_args!("expected ✓, + or +1"));
                    None
                }
                None => None,
            };
            let (key, group, clause) = (self.text(at, "key"), self.text(at, "group"), self.clause(at, clauses));
            if let (Some(key), Some(table), Some(mark), Some(group), Some(clause)) = (key, table, mark, group, clause) {
                if services.iter().any(|service| *service.key == key) {
                    self.bad(format_args!("{place}.key"), format_args!("stands there twice"));
                }
                services.push(Service { key: key.into(), table, mark, group: group.into(), clause });
            }
        }
        services
    }

    /// Sentences of a pack's own are for whoever draws the answer; only their shape matters here.
    fn words(&mut self, top: Members<'_>) {
        if let Some(words) = find(top.0, "words")
            && !matches!(words, Given::Object(_))
        {
            self.bad(format_args!("terms.words"), format_args!("expected an object of languages"));
        }
    }

    /// What a document says of its own day is of a kind, where it says something.
    fn edition(&mut self, terms: &[(String, Term)]) {
        for Need { name, kind, .. } in EDITION {
            if terms.iter().any(|(known, term)| known == name && !is_of(kind, term)) {
                let kind = kind.name();
                self.bad(format_args!("terms.values.{name}"), format_args!("expected to be of kind {kind}"));
            }
        }
    }

    fn needs(&mut self, calculator: &str, needs: &[Need], terms: &[(String, Term)]) {
        for Need { name, kind, .. } in needs {
            let place = format!("terms.values.{name}");
            // What is there but wrong has been said already.
            if self.faults.iter().any(|fault| fault.field.starts_with(&place)) {
                continue;
            }
            let term = terms.iter().find(|(known, _)| known == name);
            match term {
                None => {
                    self.bad(format_args!("{place}"), format_args!("required by {calculator}, but not in the pack"))
                }
                Some((_, term)) if !is_of(*kind, term) => {
                    self.bad(
                        format_args!("{place}"),
                        format_args!("{calculator} needs it to be of kind {}", kind.name()),
                    );
                }
                Some(_) => {}
            }
        }
    }

    fn object<'a>(&mut self, given: &'a Given, place: &str, names: &[&str]) -> Option<&'a Entries> {
        let Given::Object(members) = given else {
            self.bad(format_args!("{place}"), format_args!("expected an object, got {}", given.kind()));
            return None;
        };
        for name in members.iter().map(|(name, _)| name).filter(|name| !names.contains(&name.as_str())) {
            self.bad(format_args!("{place}.{name}"), format_args!("no such field here"));
        }
        Some(members)
    }

    fn member<'a>(&mut self, (members, place): Members<'a>, name: &str) -> Option<&'a Given> {
        let given = find(members, name);
        if given.is_none() {
            self.bad(format_args!("{place}.{name}"), format_args!("required, but not given"));
        }
        given
    }

    fn text(&mut self, at: Members<'_>, name: &str) -> Option<String> {
        let given = self.member(at, name)?;
        let text = given.text().filter(|text| intake::is_plain_text(text) && !text.is_empty());
        if text.is_none() {
            let most = bounds::TEXT_LENGTH;
            self.bad(format_args!("{}.{name}", at.1), format_args!("expected a text of 1 to {most} plain characters"));
        }
        text.map(str::to_owned)
    }

    fn date(&mut self, at: Members<'_>, name: &str) -> Option<Date> {
        let date = self.member(at, name)?.text().and_then(intake::bounded_date);
        if date.is_none() {
            let (first, last) = bounds::DATE;
            self.bad(format_args!("{}.{name}", at.1), format_args!("expected a date from {first} to {last}"));
        }
        date
    }

    fn clause(&mut self, at: Members<'_>, clauses: &[&str]) -> Option<ClauseId> {
        let id = self.text(at, "clause")?;
        // Where the clauses themselves are at fault, nothing can be said of those who cite them.
        let unknowable = self.faults.iter().any(|fault| fault.field.starts_with("terms.clauses"));
        if unknowable || clauses.contains(&id.as_str()) {
            return Some(ClauseId::new(&id));
        }
        self.bad(format_args!("{}.clause", at.1), format_args!("the pack has no clause {id}"));
        None
    }

    fn entries<'a>(&mut self, top: Members<'a>, name: &str) -> &'a Entries {
        match self.member(top, name) {
            Some(Given::Object(members)) => members,
            Some(other) => {
                self.bad(format_args!("{}.{name}", top.1), format_args!("expected an object, got {}", other.kind()));
                &[]
            }
            None => &[],
        }
    }

    fn items<'a>(&mut self, at: Members<'a>, name: &str) -> &'a [Given] {
        match self.member(at, name) {
            Some(Given::List(items, length)) if *length < LONGEST_LIST => items,
            Some(_) => {
                self.bad(format_args!("{}.{name}", at.1), format_args!("expected a list of fewer than {LONGEST_LIST}"));
                &[]
            }
            None => &[],
        }
    }

    fn names(&mut self, top: Members<'_>, name: &str) -> Vec<String> {
        let given = self.member(top, name);
        let keys = given.and_then(|given| self.keys(given, &format!("{}.{name}", top.1)));
        keys.unwrap_or_default().iter().map(|key| key.to_string()).collect()
    }

    fn keys(&mut self, given: &Given, place: &str) -> Option<Vec<Arc<str>>> {
        let keys = match given {
            Given::List(items, length) if *length < LONGEST_LIST => {
                items.iter().map(|item| item.text().filter(|text| intake::is_plain_text(text)).map(Arc::from)).collect()
            }
            _ => None,
        };
        if keys.is_none() {
            self.bad(format_args!("{place}"), format_args!("expected a list of keys"));
        }
        keys
    }
}
