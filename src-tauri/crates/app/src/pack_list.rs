//! The packs for the window: what is in force, what the user made of it, what is to be settled.

use crate::failure::Failure;
use crate::lookup::Titles;
use crate::office::App;
use crate::pack_words::{field_view, field_words, problem_views};
use crate::shelf::Held;
use crate::views::{
    Named, OwnChange, PackCard, PackConflictKind, PackConflictView, PackOrigin, PacksView,
    RequirementCard, SwitchedOffView,
};
use packs::{Conflict, ConflictKind, changes, plain};
use readiness::{Requirement, RequirementId, Text};
use std::collections::BTreeMap;

impl App {
    /// All packs, and the shipments that could take other versions.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn packs_view(&self) -> Result<PacksView, Failure> {
        let titles = self.titles();
        Ok(PacksView {
            packs: self.shelf.held.iter().map(|held| card(held, &titles)).collect(),
            steps: self
                .library
                .steps
                .values()
                .map(|step| Named { id: step.id.0.clone(), title: step.title.clone() })
                .collect(),
            upgrades: self.upgrades()?,
        })
    }
}

/// Where a pack comes from.
pub(crate) fn origin(held: &Held) -> PackOrigin {
    match (&held.base, &held.overlay) {
        (None, _) => PackOrigin::Own,
        (Some(_), Some(_)) => PackOrigin::Changed,
        (Some(_), None) => PackOrigin::BuiltIn,
    }
}

fn card(held: &Held, titles: &Titles<'_>) -> PackCard {
    let originals: BTreeMap<&RequirementId, &Requirement> = held
        .base
        .iter()
        .flat_map(|base| &base.requirements)
        .map(|requirement| (&requirement.id, requirement))
        .collect();
    let title = |id: &RequirementId| {
        let original = originals.get(id).map(|requirement| requirement.title.clone());
        original.or_else(|| titles.requirement(id)).unwrap_or_else(|| Text::same(id.as_str()))
    };
    let overlay = held.overlay.as_ref();
    PackCard {
        id: held.file.id.0.clone(),
        title: held.file.title.clone(),
        about: held.file.about.clone(),
        version: held.file.version.clone(),
        sha256: held.sha256.clone(),
        origin: origin(held),
        facts: held.file.facts.clone(),
        requirements: held
            .file
            .requirements
            .iter()
            .map(|requirement| {
                let original = originals.get(&requirement.id).copied();
                requirement_card(
                    requirement,
                    own_change(held, requirement, original, titles),
                    titles,
                )
            })
            .collect(),
        switched_off: overlay
            .iter()
            .flat_map(|overlay| &overlay.off)
            .map(|off| SwitchedOffView {
                requirement: off.requirement.clone(),
                title: title(&off.requirement),
                reason: off.reason.clone(),
            })
            .collect(),
        conflicts: held
            .conflicts
            .iter()
            .map(|conflict| conflict_view(conflict, title(&conflict.requirement), titles))
            .collect(),
        problems: problem_views(&held.problems, None),
    }
}

fn own_change(
    held: &Held,
    requirement: &Requirement,
    original: Option<&Requirement>,
    titles: &Titles<'_>,
) -> Option<OwnChange> {
    held.base.as_ref()?;
    let Some(original) = original else { return Some(OwnChange::Added) };
    let fields = changes(&plain::fields(original), &plain::fields(requirement));
    if fields.is_empty() {
        return None;
    }
    Some(OwnChange::Changed {
        fields: fields.iter().map(|change| field_view(change, titles)).collect(),
    })
}

pub(crate) fn requirement_card(
    requirement: &Requirement,
    own: Option<OwnChange>,
    titles: &Titles<'_>,
) -> RequirementCard {
    use wording::Lookup;
    RequirementCard {
        when: match &requirement.when {
            Some(when) => wording::condition(when, titles),
            None => Text::new("Always", "始终适用"),
        },
        must: requirement.must.as_ref().map(|must| wording::condition(must, titles)),
        needed_by: titles.step_title(&requirement.needed_by),
        accepts: requirement
            .accepts()
            .into_iter()
            .map(|kind| Named { title: titles.document_type(&kind), id: kind.0 })
            .collect(),
        requirement: requirement.clone(),
        own,
    }
}

fn conflict_view(conflict: &Conflict, title: Text, titles: &Titles<'_>) -> PackConflictView {
    let field = conflict.field.as_deref();
    let words = |value: &Option<serde_json::Value>| {
        value.as_ref().map(|value| field_words(field.unwrap_or_default(), value, titles))
    };
    PackConflictView {
        kind: match conflict.kind {
            ConflictKind::Field => PackConflictKind::Field,
            ConflictKind::Gone => PackConflictKind::Gone,
            ConflictKind::Moot => PackConflictKind::Moot,
            ConflictKind::Twice => PackConflictKind::Twice,
        },
        requirement: conflict.requirement.clone(),
        title,
        field_title: field.map(wording::requirement_field),
        was: words(&conflict.was),
        mine: words(&conflict.mine),
        theirs: words(&conflict.theirs),
        field: conflict.field.clone(),
    }
}
