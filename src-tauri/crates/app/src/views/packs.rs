//! Requirement packs: what is in force, editing, versions, going out and coming in.

use super::{FindingView, Named};
use chrono::NaiveDate;
use readiness::{Counts, Fact, Requirement, RequirementId, Text};
use serde::{Deserialize, Serialize};

/// Where a pack comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum PackOrigin {
    /// It came with the program.
    BuiltIn,
    /// It came with the program, and the user changed it.
    Changed,
    /// It is the user's.
    Own,
}

/// One field of a requirement, in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FieldView {
    /// Its path, e.g. `lead.longest`.
    pub field: String,
    /// Its name.
    pub title: Text,
    /// As it was; nothing where it was left out.
    pub was: Option<Text>,
    /// As it is; nothing where it is left out.
    pub now: Option<Text>,
}

/// What the user made of a requirement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum OwnChange {
    /// Added it.
    Added,
    /// Changed it; the difference from the original.
    Changed {
        /// Each field.
        fields: Vec<FieldView>,
    },
}

/// A requirement with its conditions read out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RequirementCard {
    /// The requirement as written.
    pub requirement: Requirement,
    /// When it applies, as a sentence.
    pub when: Text,
    /// What the answers must say, as a sentence.
    pub must: Option<Text>,
    /// The name of the milestone that needs it.
    pub needed_by: Text,
    /// The names of the document types that satisfy it.
    pub accepts: Vec<Named>,
    /// What the user made of it.
    pub own: Option<OwnChange>,
}

/// A requirement that the user switched off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SwitchedOffView {
    /// Its id.
    pub requirement: RequirementId,
    /// Its name.
    pub title: Text,
    /// Why.
    pub reason: String,
}

/// How the user's change and an updated pack no longer go together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum PackConflictKind {
    /// Both changed the same field; the user's stands.
    Field,
    /// The pack no longer has the requirement that the user changed.
    Gone,
    /// The pack no longer has the requirement that the user switched off.
    Moot,
    /// Both added a requirement of the same id; the user's stands.
    Twice,
}

/// Something the user has to settle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PackConflictView {
    /// How they differ.
    pub kind: PackConflictKind,
    /// The requirement.
    pub requirement: RequirementId,
    /// Its name.
    pub title: Text,
    /// The field, where it is about one.
    pub field: Option<String>,
    /// Its name.
    pub field_title: Option<Text>,
    /// As it was when the user changed it.
    pub was: Option<Text>,
    /// As the user has it.
    pub mine: Option<Text>,
    /// As the pack has it now.
    pub theirs: Option<Text>,
}

/// One mistake in a pack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PackProblem {
    /// The file, or the pack's id.
    pub file: String,
    /// Line or row, from 1; 0 where the whole is meant.
    pub line: usize,
    /// The field as a path, e.g. `requirements/3/lead/shortest`, or the cell. For an edited
    /// requirement, the path in it.
    pub field: String,
    /// What is wrong, and what is allowed.
    pub message: Text,
}

/// A pack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PackCard {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// What it covers.
    pub about: Text,
    /// Its version.
    pub version: String,
    /// SHA-256 of its text.
    pub sha256: String,
    /// Where it comes from.
    pub origin: PackOrigin,
    /// Facts that only this pack asks for.
    pub facts: Vec<Fact>,
    /// Its requirements, in order.
    pub requirements: Vec<RequirementCard>,
    /// What the user switched off.
    pub switched_off: Vec<SwitchedOffView>,
    /// What the user has to settle after an update.
    pub conflicts: Vec<PackConflictView>,
    /// Why it is not in force; nothing of it is then.
    pub problems: Vec<PackProblem>,
}

/// All packs, and the shipments that could take new versions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PacksView {
    /// The packs.
    pub packs: Vec<PackCard>,
    /// Kinds of milestones that may need a requirement.
    pub steps: Vec<Named>,
    /// Shipments judged by other versions than those in force.
    pub upgrades: Vec<UpgradeRow>,
}

/// A shipment that is judged by other versions than those in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct UpgradeRow {
    /// The shipment.
    pub shipment: String,
    /// Its title.
    pub title: String,
    /// The packs that differ.
    pub packs: Vec<PackStep>,
    /// The user said no to these versions.
    pub declined: bool,
}

/// From which version to which.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PackStep {
    /// The pack.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// The version that the shipment is judged by; none where the pack is new to it.
    pub from: Option<String>,
    /// The version in force; none where the pack is gone.
    pub to: Option<String>,
}

/// A change to a pack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PackEdit {
    /// The pack.
    pub pack: String,
    /// What is to be done.
    pub change: PackChange,
}

/// What is to be done to a pack. Of a built-in pack it becomes part of the user's changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum PackChange {
    /// Adds a requirement, or replaces the one of the same id.
    Put {
        /// The requirement.
        requirement: Box<Requirement>,
        /// It must be new: an id in use is refused.
        new: bool,
    },
    /// Takes a requirement out: switched off in a built-in pack, removed from an own one.
    Remove {
        /// Which.
        requirement: RequirementId,
        /// Why.
        reason: String,
    },
    /// Gives a requirement of a built-in pack back its original form, or switches it on again.
    Restore {
        /// Which.
        requirement: RequirementId,
    },
    /// Settles a conflict after an update.
    Settle {
        /// The requirement.
        requirement: RequirementId,
        /// The field; nothing where it is about the whole.
        field: Option<String>,
        /// The user's side is kept.
        mine: bool,
    },
    /// Renames an own pack.
    Head {
        /// Its title.
        title: Text,
        /// What it covers.
        about: Text,
    },
    /// Adds a fact, or replaces the pack's own fact of the same id.
    PutFact {
        /// The fact.
        fact: Box<Fact>,
    },
    /// Marks a requirement as verified.
    Verify {
        /// Which.
        requirement: RequirementId,
        /// Where it was found.
        source: String,
        /// When.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        checked_on: NaiveDate,
    },
}

/// What an edit would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct EditPreview {
    /// Why it cannot be saved; none where it can.
    pub problems: Vec<PackProblem>,
    /// When the requirement would apply, as a sentence.
    pub when: Option<Text>,
    /// What the answers must say, as a sentence.
    pub must: Option<Text>,
    /// The shipments whose findings would change, if they took the edited pack.
    pub effects: Vec<ShipmentEffect>,
}

/// What would change in a shipment's findings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ShipmentEffect {
    /// The shipment.
    pub shipment: String,
    /// Its title.
    pub title: String,
    /// New findings.
    pub added: Vec<FindingView>,
    /// Findings that are gone.
    pub removed: Vec<FindingView>,
    /// Findings that differ: before, after.
    pub changed: Vec<(FindingView, FindingView)>,
    /// Counts before.
    pub before: Counts,
    /// Counts after.
    pub after: Counts,
}

/// A new pack of the user's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NewPack {
    /// Its id: small letters, digits and hyphens.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// What it covers.
    pub about: Text,
    /// The pack whose requirements are copied, under ids with the new pack's id in front.
    pub copy_of: Option<String>,
}

/// A pack's id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PackChoice {
    /// The pack.
    pub pack: String,
}

/// Shipments that are to take, or not to take, the versions in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct UpgradeChoice {
    /// The shipments.
    pub shipments: Vec<String>,
    /// Only these packs; all that differ when empty.
    pub packs: Vec<String>,
}

/// What an upgrade changes in one pack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PackUpgrade {
    /// From which version to which.
    pub step: PackStep,
    /// Requirements that are new.
    pub added: Vec<Named>,
    /// Requirements that are gone, with those that take their place.
    pub removed: Vec<(Named, Vec<Named>)>,
    /// Requirements that differ.
    pub changed: Vec<(Named, Vec<FieldView>)>,
    /// Requirements whose place in the order differs.
    pub moved: Vec<Named>,
}

/// What becomes of something that the user gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Fate {
    /// It stays and counts.
    Kept,
    /// It goes over to what takes the place of the old.
    CarriedOver,
    /// It is kept and shown, and counts for nothing.
    SetAside,
}

/// What kind of thing the user gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum GivenKind {
    /// An answer.
    Answer,
    /// A waiver or the like.
    Decision,
    /// A document.
    Document,
}

/// Something that the user gave, and what becomes of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct GivenView {
    /// What kind of thing.
    pub kind: GivenKind,
    /// The fact, requirement or document type.
    pub id: String,
    /// Its name.
    pub title: Text,
    /// The answer, the reason, or the document's number.
    pub detail: Text,
    /// What becomes of it.
    pub fate: Fate,
    /// To what it goes over.
    pub to: Vec<Named>,
}

/// What an upgrade would do to a shipment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct UpgradePreview {
    /// The shipment.
    pub shipment: String,
    /// Its title.
    pub title: String,
    /// Each pack that differs.
    pub packs: Vec<PackUpgrade>,
    /// What becomes of the findings.
    pub effect: ShipmentEffect,
    /// What becomes of every answer, decision and document.
    pub given: Vec<GivenView>,
}

/// A pack read from a file, before it is taken in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ImportPreview {
    /// The file.
    pub path: String,
    /// SHA-256 of the file: what is taken in is what was shown.
    pub sha256: String,
    /// Why it cannot be taken in, every mistake with its place; none where it can.
    pub problems: Vec<PackProblem>,
    /// What it would change; none where it cannot be taken in.
    pub upgrade: Option<PackUpgrade>,
    /// What the pack becomes.
    pub origin: PackOrigin,
    /// The shipments whose findings would change, if they took it.
    pub effects: Vec<ShipmentEffect>,
}

/// Takes a pack in from a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ImportPack {
    /// The file.
    pub path: String,
    /// As in the preview.
    pub sha256: String,
    /// Why requirements that are not in the file are switched off.
    pub reason: String,
}

/// The form in which a pack goes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum PackForm {
    /// For people and editors.
    Yaml,
    /// For programs.
    Json,
    /// For spreadsheets.
    Xlsx,
}

/// Sends a pack out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ExportPack {
    /// The pack.
    pub pack: String,
    /// The form.
    pub form: PackForm,
}
