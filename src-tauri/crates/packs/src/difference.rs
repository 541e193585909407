//! What differs between two versions of a pack.

use crate::formats::PackFile;
use crate::plain;
use readiness::{FactId, RequirementId};
use serde::Serialize;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// One field that differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FieldChange {
    /// Its path, e.g. `lead.longest` or `rule.zh`.
    pub field: String,
    /// As it was; nothing where it was left out.
    pub was: Option<Value>,
    /// As it is now; nothing where it is left out.
    pub now: Option<Value>,
}

/// What happened to a requirement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "change", rename_all = "kebab-case")]
pub enum RequirementChange {
    /// It is new; what it takes the place of, if anything.
    Added {
        /// The requirements it replaces.
        replaces: Vec<RequirementId>,
    },
    /// It is gone.
    Removed {
        /// What takes its place.
        replaced_by: Vec<RequirementId>,
    },
    /// Its fields differ.
    Changed {
        /// Each field.
        fields: Vec<FieldChange>,
    },
    /// Only its place in the order differs.
    Moved,
}

/// The difference between two versions of a pack.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PackDifference {
    /// Title, description.
    pub head: Vec<FieldChange>,
    /// Facts that are new.
    pub facts_added: Vec<FactId>,
    /// Facts that are gone.
    pub facts_removed: Vec<FactId>,
    /// Facts that differ.
    pub facts_changed: BTreeMap<FactId, Vec<FieldChange>>,
    /// Requirements, those of the new version first, in its order.
    pub requirements: Vec<(RequirementId, RequirementChange)>,
}

impl PackDifference {
    /// Whether both say the same.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// The fields that differ.
#[must_use]
pub fn changes(was: &plain::Fields, now: &plain::Fields) -> Vec<FieldChange> {
    let paths: BTreeSet<&String> = was.keys().chain(now.keys()).collect();
    paths
        .into_iter()
        .filter(|path| was.get(*path) != now.get(*path))
        .map(|path| FieldChange {
            field: path.clone(),
            was: was.get(path).cloned(),
            now: now.get(path).cloned(),
        })
        .collect()
}

/// What differs between two versions of a pack.
#[must_use]
pub fn difference(was: &PackFile, now: &PackFile) -> PackDifference {
    let head = |file: &PackFile| {
        plain::Fields::from([
            ("title.en".to_owned(), Value::from(file.title.en.clone())),
            ("title.zh".to_owned(), Value::from(file.title.zh.clone())),
            ("about.en".to_owned(), Value::from(file.about.en.clone())),
            ("about.zh".to_owned(), Value::from(file.about.zh.clone())),
        ])
    };
    let facts = |file: &PackFile| -> BTreeMap<FactId, plain::Fields> {
        file.facts.iter().map(|fact| (fact.id.clone(), plain::fact_fields(fact))).collect()
    };
    let (facts_was, facts_now) = (facts(was), facts(now));
    let requirements = |file: &PackFile| -> BTreeMap<RequirementId, plain::Fields> {
        file.requirements.iter().map(|r| (r.id.clone(), plain::fields(r))).collect()
    };
    let (old, new) = (requirements(was), requirements(now));
    let moved = moved(was, now);
    let mut found = Vec::new();
    for requirement in &now.requirements {
        let id = &requirement.id;
        let change = match old.get(id) {
            None => RequirementChange::Added { replaces: requirement.replaces.clone() },
            Some(before) => match changes(before, &new[id]) {
                fields if !fields.is_empty() => RequirementChange::Changed { fields },
                _ if moved.contains(id) => RequirementChange::Moved,
                _ => continue,
            },
        };
        found.push((id.clone(), change));
    }
    for requirement in was.requirements.iter().filter(|r| !new.contains_key(&r.id)) {
        let takes = now.requirements.iter().filter(|r| r.replaces.contains(&requirement.id));
        let replaced_by = takes.map(|r| r.id.clone()).collect();
        found.push((requirement.id.clone(), RequirementChange::Removed { replaced_by }));
    }
    PackDifference {
        head: changes(&head(was), &head(now)),
        facts_added: facts_now.keys().filter(|id| !facts_was.contains_key(*id)).cloned().collect(),
        facts_removed: facts_was
            .keys()
            .filter(|id| !facts_now.contains_key(*id))
            .cloned()
            .collect(),
        facts_changed: facts_now
            .iter()
            .filter_map(|(id, now)| Some((id.clone(), changes(facts_was.get(id)?, now))))
            .filter(|(_, fields)| !fields.is_empty())
            .collect(),
        requirements: found,
    }
}

/// Requirements of both versions that left the order of the others: what is not in a longest run
/// that both have in common.
fn moved(was: &PackFile, now: &PackFile) -> BTreeSet<RequirementId> {
    let position: BTreeMap<&RequirementId, usize> =
        was.requirements.iter().enumerate().map(|(index, r)| (&r.id, index)).collect();
    let order: Vec<(usize, &RequirementId)> = now
        .requirements
        .iter()
        .filter_map(|r| position.get(&r.id).map(|index| (*index, &r.id)))
        .collect();
    // Longest rising run, by patience: the last of each length, and who came before whom.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(order.len());
    for (index, (place, _)) in order.iter().enumerate() {
        let length = ends.partition_point(|end| order[*end].0 < *place);
        before.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        if length == ends.len() {
            ends.push(index);
        } else {
            ends[length] = index;
        }
    }
    let mut kept = BTreeSet::new();
    let mut next = ends.last().copied();
    while let Some(index) = next {
        kept.insert(index);
        next = before[index];
    }
    order
        .iter()
        .enumerate()
        .filter(|(index, _)| !kept.contains(index))
        .map(|(_, (_, id))| (*id).clone())
        .collect()
}
