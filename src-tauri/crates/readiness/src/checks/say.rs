//! Who says what about a field, and whether they agree.

use super::{Context, Outcome};
use crate::normal::{normalised, number};
use crate::{Reason, Saying, TradeDocument};
use std::collections::BTreeSet;

/// One field of a trade document as compared by the checks and shown in the matrix.
pub type Field = fn(&TradeDocument) -> Option<String>;

/// How values are compared.
#[derive(Clone, Copy)]
pub(super) enum By {
    /// As names: normalised.
    Name,
    /// As numbers: letters and digits, with what parts digits.
    Code,
    /// As lists of codes, separated by commas, in any order.
    Codes,
    /// As written.
    Exact,
}

impl By {
    fn key(self, value: &str) -> String {
        match self {
            Self::Name => normalised(value),
            Self::Code => number(value),
            Self::Codes => {
                let codes: BTreeSet<String> = value.split(',').map(number).collect();
                codes.into_iter().collect::<Vec<_>>().join(",")
            }
            Self::Exact => value.to_owned(),
        }
    }
}

/// Whether a document must speak.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Must {
    /// It belongs to this shipment and must fill the field in.
    Say,
    /// If it exists, it must fill the field in.
    IfHeld,
    /// It is compared where it says anything.
    May,
}

/// The sayings of several documents about one field.
pub(super) struct Compare<'a> {
    context: &'a Context<'a>,
    field: &'static str,
    by: By,
    says: Vec<Saying>,
    lacks: Vec<(String, String)>,
}

impl<'a> Compare<'a> {
    pub(super) fn new(context: &'a Context<'a>, field: &'static str, by: By) -> Self {
        Self { context, field, by, says: Vec::new(), lacks: Vec::new() }
    }

    /// What a document says.
    pub(super) fn document(mut self, kind: &str, must: Must, field: Field) -> Self {
        let document = self.context.document(kind);
        let value = document.and_then(field).filter(|value| self.speaks(value));
        self.add(kind, value, must, document.is_some());
        self
    }

    /// What the transport documents held say, each of them; the bill of lading is missed where
    /// none is held.
    pub(super) fn transport(self, must: Must, field: Field) -> Self {
        self.context
            .transports()
            .into_iter()
            .fold(self, |compare, kind| compare.document(kind, must, field))
    }

    /// A value of nothing but punctuation says nothing, or any two such would be equal.
    fn speaks(&self, value: &str) -> bool {
        !value.trim().is_empty() && !self.by.key(value).is_empty()
    }

    /// What the order itself says.
    pub(super) fn order(mut self, value: Option<String>) -> Self {
        if let Some(value) = value.filter(|value| self.speaks(value)) {
            self.says.push(Saying { document: "shipment".to_owned(), value: Some(value) });
        }
        self
    }

    fn add(&mut self, kind: &str, value: Option<String>, must: Must, held: bool) {
        if value.is_none() && (must == Must::Say || (must == Must::IfHeld && held)) {
            self.lacks.push((kind.to_owned(), self.field.to_owned()));
        }
        if held || value.is_some() {
            self.says.push(Saying { document: kind.to_owned(), value });
        }
    }

    fn keys(&self) -> BTreeSet<String> {
        self.says
            .iter()
            .filter_map(|saying| saying.value.as_deref())
            .map(|value| self.by.key(value))
            .collect()
    }

    /// Differ, lack, or agree.
    pub(super) fn outcome(self) -> Outcome {
        let keys = self.keys();
        let spoken = self.says.iter().filter(|saying| saying.value.is_some()).count();
        let reason = Reason::Compared { field: self.field.to_owned(), says: self.says };
        if keys.len() > 1 {
            Outcome::Differ(vec![reason])
        } else if !self.lacks.is_empty() {
            Outcome::Lacks(self.lacks)
        } else if spoken < 2 {
            Outcome::NotApplicable
        } else {
            Outcome::Agree(vec![reason])
        }
    }
}

/// Puts several comparisons together: a difference anywhere is a difference.
pub(super) fn both(outcomes: impl IntoIterator<Item = Outcome>) -> Outcome {
    let mut agreed = Vec::new();
    let mut differ: Option<Vec<Reason>> = None;
    let mut lacks: Option<Vec<(String, String)>> = None;
    let mut any = false;
    for outcome in outcomes {
        match outcome {
            Outcome::NotApplicable => continue,
            Outcome::Agree(reasons) => agreed.extend(reasons),
            Outcome::Differ(reasons) => differ.get_or_insert_with(Vec::new).extend(reasons),
            Outcome::Lacks(fields) => {
                let lacks = lacks.get_or_insert_with(Vec::new);
                fields.into_iter().for_each(|field| {
                    if !lacks.contains(&field) {
                        lacks.push(field);
                    }
                });
            }
            late @ Outcome::Late { .. } => return late,
        }
        any = true;
    }
    match (any, differ, lacks) {
        (false, _, _) => Outcome::NotApplicable,
        (_, Some(reasons), _) => Outcome::Differ(reasons),
        (_, None, Some(fields)) => Outcome::Lacks(fields),
        (_, None, None) => Outcome::Agree(agreed),
    }
}

/// A limit that is broken, as a difference.
pub(super) fn broken(what: &str, found: String, limit: String) -> Outcome {
    Outcome::Differ(vec![Reason::Limit { what: what.to_owned(), found, limit }])
}

/// Fields that are missing.
pub(super) fn lacks(document: &str, field: &str) -> Outcome {
    Outcome::Lacks(vec![(document.to_owned(), field.to_owned())])
}

/// Whether one of these documents says something else than the most common value.
pub(super) fn odd_one_out(reasons: &[Reason], documents: &[&str]) -> bool {
    reasons.iter().any(|reason| {
        let Reason::Compared { says, .. } = reason else { return false };
        let values: Vec<(&str, String)> = says
            .iter()
            .filter_map(|saying| {
                Some((saying.document.as_str(), normalised(saying.value.as_deref()?)))
            })
            .collect();
        let usual = values
            .iter()
            .filter(|(document, _)| !documents.contains(document))
            .map(|(_, value)| value)
            .max_by_key(|value| values.iter().filter(|(_, other)| other == *value).count());
        values.iter().any(|(document, value)| documents.contains(document) && Some(value) != usual)
    })
}
