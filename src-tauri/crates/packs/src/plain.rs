//! Packs as plain values: without what may be left out, and cut into single fields.
//!
//! Comparing, overlaying and tables all speak of the same fields, by paths such as `severity`,
//! `rule.zh` or `evidence.accepts`. A list or a condition is one field.

use crate::formats::PackFile;
use readiness::{Fact, Requirement};
use serde::Serialize;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// The groups that are cut into their fields; everything else is a field as it stands.
const GROUPS: &[&str] = &[
    "title",
    "rule",
    "consequence",
    "first_step",
    "due",
    "effective",
    "evidence",
    "evidence.shows",
    "evidence.issuer",
    "lead",
    "renewal",
    "reference",
    "verification",
    "verification.open_point",
];

/// The fields of a requirement in the order in which they are written, with what each may hold.
pub const FIELDS: &[(&str, Kind)] = &[
    ("id", Kind::Text),
    ("title.en", Kind::Text),
    ("title.zh", Kind::Text),
    ("rule.en", Kind::Text),
    ("rule.zh", Kind::Text),
    ("consequence.en", Kind::Text),
    ("consequence.zh", Kind::Text),
    ("first_step.en", Kind::Text),
    ("first_step.zh", Kind::Text),
    ("severity", Kind::Text),
    ("when", Kind::Tree),
    ("must", Kind::Tree),
    ("cases", Kind::Tree),
    ("effective.from", Kind::Text),
    ("effective.until", Kind::Text),
    ("effective.judged_at", Kind::Text),
    ("per", Kind::Text),
    ("per_shipment", Kind::YesNo),
    ("internal", Kind::YesNo),
    ("evidence.accepts", Kind::List),
    ("evidence.shows.en", Kind::Text),
    ("evidence.shows.zh", Kind::Text),
    ("evidence.issuer.en", Kind::Text),
    ("evidence.issuer.zh", Kind::Text),
    ("evidence.holder", Kind::List),
    ("evidence.provided_by", Kind::List),
    ("evidence.covers", Kind::List),
    ("evidence.local_language", Kind::YesNo),
    ("evidence.max_age_days", Kind::Whole),
    ("evidence.regime", Kind::Tree),
    ("evidence.not_accepted", Kind::List),
    ("evidence.none", Kind::YesNo),
    ("evidence.filing", Kind::YesNo),
    ("evidence.of_manufacturer", Kind::YesNo),
    ("evidence.valid_on_test_of", Kind::List),
    ("needed_by", Kind::Text),
    ("days_before", Kind::Whole),
    ("due.days", Kind::Whole),
    ("due.months", Kind::Whole),
    ("due.next_year_on", Kind::Text),
    ("holds_through", Kind::Text),
    ("lead.shortest", Kind::Whole),
    ("lead.longest", Kind::Whole),
    ("renewal.shortest", Kind::Whole),
    ("renewal.longest", Kind::Whole),
    ("after", Kind::List),
    ("replaces", Kind::List),
    ("reference.en", Kind::Text),
    ("reference.zh", Kind::Text),
    ("verification.state", Kind::Text),
    ("verification.source", Kind::Text),
    ("verification.checked_on", Kind::Text),
    ("verification.checked_by", Kind::Text),
    ("verification.open_point.en", Kind::Text),
    ("verification.open_point.zh", Kind::Text),
    ("verification.open_from", Kind::Text),
];

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A text, an id or a date.
    Text,
    /// A whole number.
    Whole,
    /// `true` or left out.
    YesNo,
    /// A list of ids.
    List,
    /// A condition, or anything else with parts.
    Tree,
}

/// The fields of one record by path.
pub type Fields = BTreeMap<String, Value>;

/// A value without what may be left out: nothing, empty lists, empty groups, and the defaults of
/// the formats. A condition keeps its `false` and its zeros.
#[must_use]
pub fn plain<T: Serialize>(value: &T) -> Value {
    let mut value = serde_json::to_value(value).unwrap_or_default();
    strip(&mut value);
    value
}

fn strip(value: &mut Value) {
    match value {
        Value::Object(map) => {
            map.values_mut().for_each(strip);
            map.retain(|name, held| match held {
                Value::Null => false,
                Value::Array(items) => !items.is_empty(),
                Value::Object(fields) => !fields.is_empty(),
                Value::Bool(false) => !FALSE_UNLESS_SAID.contains(&name.as_str()),
                Value::Number(_) => true,
                Value::String(text) => match name.as_str() {
                    "per" | "level" => text != "shipment",
                    _ => true,
                },
                Value::Bool(true) => true,
            });
        }
        Value::Array(items) => items.iter_mut().for_each(strip),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Fields that are `false` where nothing is said.
const FALSE_UNLESS_SAID: &[&str] =
    &["at_end", "filing", "internal", "local_language", "none", "of_manufacturer", "per_shipment"];

/// A requirement as it is written in a pack.
#[must_use]
pub fn requirement(requirement: &Requirement) -> Value {
    let mut value = plain(requirement);
    if let Value::Object(fields) = &mut value
        && fields.get("days_before").and_then(Value::as_u64) == Some(0)
    {
        fields.shift_remove("days_before");
    }
    value
}

/// A pack as it is written.
#[must_use]
pub fn pack(file: &PackFile) -> Value {
    let mut value = plain(file);
    if let Value::Object(fields) = &mut value {
        let own = file.requirements.iter().map(requirement).collect();
        fields.insert("requirements".to_owned(), Value::Array(own));
    }
    value
}

/// The fields of a requirement.
#[must_use]
pub fn fields(of: &Requirement) -> Fields {
    let mut fields = Fields::new();
    cut("", &requirement(of), &mut fields);
    fields
}

/// The fields of a fact.
#[must_use]
pub fn fact_fields(of: &Fact) -> Fields {
    let mut fields = Fields::new();
    if let Value::Object(map) = plain(of) {
        for (name, value) in map {
            match value {
                Value::Object(texts) if name == "title" || name == "question" => {
                    fields.extend(texts.into_iter().map(|(key, v)| (format!("{name}.{key}"), v)));
                }
                value => {
                    fields.insert(name, value);
                }
            }
        }
    }
    fields
}

fn cut(path: &str, value: &Value, into: &mut Fields) {
    match value {
        Value::Object(map) if path.is_empty() || GROUPS.contains(&path) => {
            for (name, value) in map {
                let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                cut(&path, value, into);
            }
        }
        value => {
            into.insert(path.to_owned(), value.clone());
        }
    }
}

/// Puts fields together again, in the order in which they are written.
#[must_use]
pub fn join(fields: &Fields) -> Value {
    let mut whole = Map::new();
    let known = FIELDS.iter().map(|(path, _)| *path);
    let further = fields.keys().map(String::as_str).filter(|path| !is_known(path));
    for path in known.chain(further) {
        if let Some(value) = fields.get(path) {
            put(&mut whole, path, value.clone());
        }
    }
    Value::Object(whole)
}

fn is_known(path: &str) -> bool {
    FIELDS.iter().any(|(known, _)| *known == path)
}

fn put(map: &mut Map<String, Value>, path: &str, value: Value) {
    match path.split_once('.') {
        None => {
            map.insert(path.to_owned(), value);
        }
        Some((group, rest)) => {
            let inner = map.entry(group).or_insert_with(|| Value::Object(Map::new()));
            if let Value::Object(inner) = inner {
                put(inner, rest, value);
            }
        }
    }
}
