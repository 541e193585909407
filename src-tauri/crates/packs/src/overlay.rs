//! The user's changes to a built-in pack, kept apart from it so that they survive its updates.
//!
//! Each changed field remembers what it was when the user changed it. After an update of the
//! built-in pack the user's word still stands; a field that the update changed as well is a
//! conflict, shown until the user settles it. Nothing of an overlay is ever dropped by itself.

use crate::difference::{FieldChange, changes};
use crate::formats::PackFile;
use crate::plain::{self, Fields};
use readiness::{Fact, PackId, Requirement, RequirementId, Text};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// Names the format of an overlay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum OverlayFormat {
    /// The first version of the format.
    #[serde(rename = "shipshape-overlay/1")]
    V1,
}

/// What the user made of one field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Changed {
    /// As the pack had it when the user changed it; nothing where it was left out.
    #[serde(default)]
    pub was: Option<Value>,
    /// As the user has it; nothing where it is left out.
    #[serde(default)]
    pub now: Option<Value>,
}

/// A requirement that the user switched off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SwitchedOff {
    /// Which.
    pub requirement: RequirementId,
    /// Why.
    #[schemars(length(min = 1, max = 2000))]
    pub reason: String,
}

/// The user's changes to a pack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OverlayFile {
    /// `shipshape-overlay/1`.
    pub format: OverlayFormat,
    /// The pack it lies over.
    #[schemars(regex(pattern = "^[a-z0-9][a-z0-9-]{0,63}$"))]
    pub pack: PackId,
    /// Counts the times it was saved.
    #[schemars(range(min = 1, max = 999_999))]
    pub revision: u32,
    /// Changed fields by requirement and path.
    #[serde(default)]
    pub change: BTreeMap<RequirementId, BTreeMap<String, Changed>>,
    /// Requirements switched off.
    #[serde(default)]
    #[schemars(length(max = 20000))]
    pub off: Vec<SwitchedOff>,
    /// Requirements added.
    #[serde(default)]
    #[schemars(length(max = 20000))]
    pub add: Vec<Requirement>,
    /// Facts added.
    #[serde(default)]
    #[schemars(length(max = 1000))]
    pub facts: Vec<Fact>,
}

/// How the user's change and the pack no longer go together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ConflictKind {
    /// The pack changed the same field otherwise. The user's stands.
    Field,
    /// The pack no longer has a requirement that the user changed. What was changed of it is kept
    /// in the overlay until the user lets it go.
    Gone,
    /// The pack no longer has a requirement that the user switched off: there is nothing left to
    /// switch off.
    Moot,
    /// The pack now has a requirement of the same id as one that the user added. The user's
    /// stands.
    Twice,
}

/// Where the user's change and the pack no longer go together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Conflict {
    /// How.
    pub kind: ConflictKind,
    /// The requirement.
    pub requirement: RequirementId,
    /// The field, where it is about one.
    pub field: Option<String>,
    /// The field as it was when the user changed it.
    pub was: Option<Value>,
    /// The field as the user has it.
    pub mine: Option<Value>,
    /// The field as the pack has it now.
    pub theirs: Option<Value>,
}

impl Conflict {
    fn about(kind: ConflictKind, requirement: &RequirementId) -> Self {
        let requirement = requirement.clone();
        Self { kind, requirement, field: None, was: None, mine: None, theirs: None }
    }
}

/// A pack with the user's changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Laid {
    /// The pack as it is in force.
    pub pack: PackFile,
    /// What the user has to settle.
    pub conflicts: Vec<Conflict>,
}

impl OverlayFile {
    /// No changes yet.
    #[must_use]
    pub fn new(pack: PackId) -> Self {
        Self {
            format: OverlayFormat::V1,
            pack,
            revision: 1,
            change: BTreeMap::new(),
            off: Vec::new(),
            add: Vec::new(),
            facts: Vec::new(),
        }
    }

    /// Whether it changes nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.change.is_empty()
            && self.off.is_empty()
            && self.add.is_empty()
            && self.facts.is_empty()
    }

    /// The pack with these changes.
    ///
    /// # Errors
    /// A changed requirement is no longer one; the field is named.
    pub fn lay(&self, base: &PackFile) -> Result<Laid, Text> {
        let mut pack = base.clone();
        let mut conflicts = Vec::new();
        pack.version = format!("{}+own.{}", base.version, self.revision);
        for (id, changed) in &self.change {
            match pack.requirements.iter_mut().find(|requirement| requirement.id == *id) {
                Some(requirement) => {
                    let mut fields = plain::fields(requirement);
                    for (path, change) in changed {
                        let theirs = fields.get(path).cloned();
                        if theirs != change.was && theirs != change.now {
                            conflicts.push(Conflict {
                                kind: ConflictKind::Field,
                                requirement: id.clone(),
                                field: Some(path.clone()),
                                was: change.was.clone(),
                                mine: change.now.clone(),
                                theirs,
                            });
                        }
                        set(&mut fields, path, change.now.clone());
                    }
                    *requirement = requirement_from(&fields, requirement)?;
                }
                None => conflicts.push(Conflict::about(ConflictKind::Gone, id)),
            }
        }
        for off in &self.off {
            let before = pack.requirements.len();
            pack.requirements.retain(|requirement| requirement.id != off.requirement);
            if pack.requirements.len() == before {
                conflicts.push(Conflict::about(ConflictKind::Moot, &off.requirement));
            }
        }
        for added in &self.add {
            match pack.requirements.iter_mut().find(|requirement| requirement.id == added.id) {
                Some(theirs) => {
                    conflicts.push(Conflict::about(ConflictKind::Twice, &added.id));
                    *theirs = added.clone();
                }
                None => pack.requirements.push(added.clone()),
            }
        }
        for fact in &self.facts {
            match pack.facts.iter_mut().find(|known| known.id == fact.id) {
                Some(theirs) => *theirs = fact.clone(),
                None => pack.facts.push(fact.clone()),
            }
        }
        Ok(Laid { pack, conflicts })
    }

    /// The changes that turn the built-in pack into the one the user edited. What earlier changes
    /// remember of the pack as it was is kept; `reason` is that of requirements newly left out.
    #[must_use]
    pub fn between(
        base: &PackFile,
        edited: &PackFile,
        earlier: Option<&Self>,
        reason: &str,
    ) -> Self {
        let mut overlay = Self::new(base.id.clone());
        if let Some(earlier) = earlier {
            overlay.revision = earlier.revision.saturating_add(1);
        }
        let remembered = |id: &RequirementId, path: &str| {
            earlier.and_then(|earlier| earlier.change.get(id)?.get(path))
        };
        for requirement in &edited.requirements {
            let Some(before) = base.requirements.iter().find(|known| known.id == requirement.id)
            else {
                overlay.add.push(requirement.clone());
                continue;
            };
            // Added by both, and not settled yet.
            if earlier.is_some_and(|e| e.add.iter().any(|added| added.id == requirement.id)) {
                overlay.add.push(requirement.clone());
                continue;
            }
            let fields: BTreeMap<String, Changed> =
                changes(&plain::fields(before), &plain::fields(requirement))
                    .into_iter()
                    .map(|FieldChange { field, was, now }| {
                        let was = match remembered(&requirement.id, &field) {
                            Some(known) if known.now == now => known.was.clone(),
                            _ => was,
                        };
                        (field, Changed { was, now })
                    })
                    .collect();
            if !fields.is_empty() {
                overlay.change.insert(requirement.id.clone(), fields);
            }
        }
        let kept = |id: &RequirementId| edited.requirements.iter().any(|r| r.id == *id);
        for requirement in base.requirements.iter().filter(|r| !kept(&r.id)) {
            let known = earlier.and_then(|earlier| {
                earlier.off.iter().find(|off| off.requirement == requirement.id)
            });
            overlay.off.push(known.cloned().unwrap_or_else(|| SwitchedOff {
                requirement: requirement.id.clone(),
                reason: reason.to_owned(),
            }));
        }
        overlay.facts =
            edited.facts.iter().filter(|fact| !base.facts.contains(fact)).cloned().collect();
        if let Some(earlier) = earlier {
            overlay.keep_orphans(base, earlier);
        }
        overlay
    }

    /// Changes to what the pack no longer has are not in the edited pack, and must not be lost.
    fn keep_orphans(&mut self, base: &PackFile, earlier: &Self) {
        let known = |id: &RequirementId| base.requirements.iter().any(|r| r.id == *id);
        for (id, changed) in earlier.change.iter().filter(|(id, _)| !known(id)) {
            self.change.entry(id.clone()).or_insert_with(|| changed.clone());
        }
        self.off.extend(earlier.off.iter().filter(|off| !known(&off.requirement)).cloned());
    }

    /// Takes the user's side of a conflict: from now on the pack's present word is what was.
    /// Orphans are let go.
    pub fn settle(&mut self, base: &PackFile, id: &RequirementId, path: Option<&str>, mine: bool) {
        let theirs = base.requirements.iter().find(|requirement| requirement.id == *id);
        match (theirs, path) {
            (Some(theirs), Some(path)) => {
                let now = plain::fields(theirs).get(path).cloned();
                if let Some(changed) = self.change.get_mut(id) {
                    if mine {
                        if let Some(change) = changed.get_mut(path) {
                            change.was = now;
                        }
                    } else {
                        changed.remove(path);
                    }
                    if changed.is_empty() {
                        self.change.remove(id);
                    }
                }
            }
            (Some(theirs), None) => {
                // A requirement added by both: the user's becomes changes to the pack's.
                if let Some(place) = self.add.iter().position(|added| added.id == *id) {
                    let added = self.add.remove(place);
                    if mine {
                        let fields = changes(&plain::fields(theirs), &plain::fields(&added));
                        let fields: BTreeMap<String, Changed> = fields
                            .into_iter()
                            .map(|c| (c.field, Changed { was: c.was, now: c.now }))
                            .collect();
                        if !fields.is_empty() {
                            self.change.insert(id.clone(), fields);
                        }
                    }
                }
            }
            (None, _) => {
                self.change.remove(id);
                self.off.retain(|off| off.requirement != *id);
            }
        }
    }
}

fn set(fields: &mut Fields, path: &str, value: Option<Value>) {
    match value {
        Some(value) => {
            fields.insert(path.to_owned(), value);
        }
        None => {
            fields.remove(path);
        }
    }
}

/// A requirement from its fields.
///
/// # Errors
/// What does not fit, naming the requirement.
pub(crate) fn requirement_from(fields: &Fields, like: &Requirement) -> Result<Requirement, Text> {
    let read = serde_json::from_value::<Requirement>(plain::join(fields));
    let mut requirement = read.map_err(|error| {
        Text::new(format!("{}: {error}", like.id), format!("{}：{error}", like.id))
    })?;
    requirement.pack.clone_from(&like.pack);
    Ok(requirement)
}
