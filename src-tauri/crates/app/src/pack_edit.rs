//! Changing packs: built-in ones under an overlay, own ones in place.

use crate::changes::Act;
use crate::failure::Failure;
use crate::lookup::Titles;
use crate::office::App;
use crate::pack_list::requirement_card;
use crate::pack_words::problem_views;
use crate::shelf::{Held, library_of};
use crate::views::{Changes, EditPreview, NewPack, PackChange, PackEdit};
use packs::{OverlayFile, PackFile, Problem, Problems, plain};
use readiness::{Fact, Requirement, RequirementId, Text, VerificationState};
use serde_json::json;
use store::{OwnPackKind, OwnPackRow};

/// A pack as an edit would leave it.
pub(crate) struct Candidate {
    pub(crate) held: Held,
    /// What is to be stored; nothing where the built-in pack is as it came.
    pub(crate) row: Option<OwnPackRow>,
    /// Where the edited requirement stands.
    place: Option<usize>,
}

impl App {
    /// What an edit would do: why it cannot be saved, its conditions as sentences, and whose
    /// findings would change.
    ///
    /// # Errors
    /// There is no such pack, or the workspace cannot be read.
    pub fn preview_edit(&mut self, edit: &PackEdit) -> Result<EditPreview, Failure> {
        let requirement = match &edit.change {
            PackChange::Put { requirement, .. } => Some(requirement.as_ref()),
            _ => None,
        };
        let card =
            requirement.map(|requirement| requirement_card(requirement, None, &self.titles()));
        let mut preview = EditPreview {
            problems: Vec::new(),
            when: card.as_ref().map(|card| card.when.clone()),
            must: card.and_then(|card| card.must),
            effects: Vec::new(),
        };
        match self.candidate(edit) {
            Ok(candidate) => match self.check(&candidate) {
                Ok(()) => preview.effects = self.effects(&edit.pack, Some(&candidate.held))?,
                Err(Problems(problems)) => {
                    preview.problems = problem_views(&problems, candidate.place);
                }
            },
            Err(Failure::File(Problems(problems))) => {
                preview.problems = problem_views(&problems, None);
            }
            Err(other) => return Err(other),
        }
        Ok(preview)
    }

    /// Saves an edit. Shipments go on resting on the version they are pinned to until the user
    /// takes the new one into them.
    ///
    /// # Errors
    /// There is no such pack, the edit does not fit, or the workspace cannot be written; nothing
    /// is changed then.
    pub fn save_edit(&mut self, edit: &PackEdit) -> Result<Changes, Failure> {
        let candidate = self.candidate(edit)?;
        self.check(&candidate)?;
        let what = match &edit.change {
            PackChange::Put { requirement, .. } => requirement.id.0.clone(),
            PackChange::Remove { requirement, .. }
            | PackChange::Restore { requirement }
            | PackChange::Settle { requirement, .. }
            | PackChange::Verify { requirement, .. } => requirement.0.clone(),
            PackChange::Head { .. } => String::new(),
            PackChange::PutFact { fact } => fact.id.0.clone(),
        };
        let params = json!({ "pack": edit.pack, "title": candidate.held.file.title, "what": what });
        self.store_pack("pack.edit", params, &edit.pack, candidate.row.as_ref())
    }

    /// Writes the row of a pack, or takes it away.
    pub(crate) fn store_pack(
        &mut self,
        name: &'static str,
        params: serde_json::Value,
        id: &str,
        row: Option<&OwnPackRow>,
    ) -> Result<Changes, Failure> {
        let known = self.workspace.read().own_pack(id)?.is_some();
        let act = Act { name, params, shipment: None };
        let ((), changes) = self.act(&act, |write| {
            match row {
                Some(row) => write.put_own_pack(row)?,
                None if known => write.delete_own_pack(id)?,
                None => {}
            }
            Ok(())
        })?;
        Ok(changes)
    }

    /// Makes a pack of the user's own, empty or as a copy.
    ///
    /// # Errors
    /// The id is in use or does not fit, or the workspace cannot be written.
    pub fn create_pack(&mut self, request: &NewPack) -> Result<Changes, Failure> {
        if self.shelf.get(&request.id).is_some() {
            return Err(Failure::Field {
                field: "id".to_owned(),
                message: Text::new("this id is in use", "此标识已被使用"),
            });
        }
        let mut requirements = Vec::new();
        if let Some(source) = &request.copy_of {
            let source = self.pack(source)?;
            let own = |id: &RequirementId| {
                let inside = source.file.requirements.iter().any(|known| known.id == *id);
                let text = if inside { format!("{}-{id}", request.id) } else { id.0.clone() };
                RequirementId(text.chars().take(64).collect())
            };
            for requirement in &source.file.requirements {
                let mut copy = requirement.clone();
                // What satisfied the original satisfies the copy.
                if copy.evidence.accepts.is_empty() && !copy.evidence.none {
                    copy.evidence.accepts = requirement.accepts();
                }
                copy.id = own(&requirement.id);
                copy.after = requirement.after.iter().map(own).collect();
                copy.replaces = Vec::new();
                requirements.push(copy);
            }
        }
        let file = PackFile {
            format: packs::PackFormat::V1,
            id: request.id.as_str().into(),
            version: "1.0.0".to_owned(),
            title: request.title.clone(),
            about: request.about.clone(),
            facts: Vec::new(),
            requirements,
        };
        let candidate = own_candidate(file, None)?;
        self.check(&candidate)?;
        let params = json!({ "pack": request.id, "title": request.title });
        self.store_pack("pack.create", params, &request.id, candidate.row.as_ref())
    }

    /// Removes an own pack, or all the user's changes to a built-in one. Shipments that rest on it
    /// go on doing so until the user says otherwise.
    ///
    /// # Errors
    /// There is nothing to remove, what remains does not fit together without it, or the
    /// workspace cannot be written.
    pub fn remove_pack(&mut self, id: &str) -> Result<Changes, Failure> {
        let held = self.pack(id)?;
        let left = match &held.base {
            Some(_) => Some(held.under(OverlayFile::new(id.into()))?),
            None => None,
        };
        library_of(&self.shelf.texts_with(id, left.as_ref()))?;
        let params = json!({ "pack": id, "title": held.file.title });
        self.store_pack("pack.remove", params, id, None)
    }

    pub(crate) fn pack(&self, id: &str) -> Result<&Held, Failure> {
        self.shelf.get(id).ok_or_else(|| Failure::Field {
            field: "pack".to_owned(),
            message: Text::new(format!("there is no pack {id}"), format!("没有要求包 {id}")),
        })
    }

    /// Whether a pack fits its schema and goes together with all others.
    pub(crate) fn check(&self, candidate: &Candidate) -> Result<(), Problems> {
        let id = candidate.held.file.id.as_str();
        packs::parse::<PackFile>(id, &candidate.held.text)?;
        library_of(&self.shelf.texts_with(id, Some(&candidate.held))).map(drop)
    }

    /// The pack as an edit would leave it, not checked yet.
    fn candidate(&self, edit: &PackEdit) -> Result<Candidate, Failure> {
        let held = self.pack(&edit.pack)?;
        if let PackChange::Settle { requirement, field, mine } = &edit.change {
            let (Some(base), Some(overlay)) = (&held.base, &held.overlay) else {
                return Err(nothing_there(requirement));
            };
            let mut settled = overlay.clone();
            settled.revision = settled.revision.saturating_add(1);
            settled.settle(base, requirement, field.as_deref(), *mine);
            return overlaid(held, settled, None);
        }
        let author = self.settings()?.author;
        let mut file = held.file.clone();
        let (place, reason) = apply(&mut file, held, &edit.change, &author)?;
        match &held.base {
            Some(base) => {
                let overlay =
                    OverlayFile::between(base, &file, held.overlay.as_ref(), reason.as_str());
                overlaid(held, overlay, place)
            }
            None => {
                file.version = next_patch(&file.version);
                own_candidate(file, place).map_err(Failure::from)
            }
        }
    }
}

fn overlaid(held: &Held, overlay: OverlayFile, place: Option<usize>) -> Result<Candidate, Failure> {
    let pack = held.file.id.0.clone();
    let row = if overlay.is_empty() {
        None
    } else {
        let text =
            packs::yaml(&plain::plain(&overlay)).map_err(|detail| Failure::Internal { detail })?;
        Some(OwnPackRow { id: pack, kind: OwnPackKind::Overlay, text })
    };
    Ok(Candidate { held: held.under(overlay)?, row, place })
}

/// A candidate made of a whole pack of the user's own.
pub(crate) fn own_candidate(file: PackFile, place: Option<usize>) -> Result<Candidate, Problems> {
    let held = Held::own(file)?;
    let row =
        OwnPackRow { id: held.file.id.0.clone(), kind: OwnPackKind::Pack, text: held.text.clone() };
    Ok(Candidate { held, row: Some(row), place })
}

/// A candidate made of a whole edited file of a built-in pack.
pub(crate) fn overlay_candidate(
    held: &Held,
    base: &PackFile,
    file: &PackFile,
    reason: &str,
) -> Result<Candidate, Failure> {
    overlaid(held, OverlayFile::between(base, file, held.overlay.as_ref(), reason), None)
}

/// Does an edit to the pack as it is in force. Gives the place of the edited requirement and the
/// reason for what was taken out.
fn apply(
    file: &mut PackFile,
    held: &Held,
    change: &PackChange,
    author: &str,
) -> Result<(Option<usize>, String), Failure> {
    let find = |file: &PackFile, id: &RequirementId| {
        file.requirements.iter().position(|known| known.id == *id)
    };
    match change {
        PackChange::Put { requirement, new } => {
            let place = match find(file, &requirement.id) {
                Some(_) if *new => {
                    return Err(Problems::one(in_use(&file.id.0, &requirement.id)).into());
                }
                Some(place) => {
                    file.requirements[place] = requirement.as_ref().clone();
                    place
                }
                None => {
                    file.requirements.push(requirement.as_ref().clone());
                    file.requirements.len() - 1
                }
            };
            Ok((Some(place), String::new()))
        }
        PackChange::Remove { requirement, reason } => {
            let place = find(file, requirement).ok_or_else(|| nothing_there(requirement))?;
            if held.base.is_some() && reason.trim().is_empty() {
                return Err(Failure::Field {
                    field: "reason".to_owned(),
                    message: Text::new("say why", "请说明理由"),
                });
            }
            file.requirements.remove(place);
            Ok((None, reason.clone()))
        }
        PackChange::Restore { requirement } => {
            let original = held
                .base
                .iter()
                .flat_map(|base| &base.requirements)
                .position(|known| known.id == *requirement);
            let (Some(base), Some(original)) = (&held.base, original) else {
                return Err(nothing_there(requirement));
            };
            let text = base.requirements[original].clone();
            match find(file, requirement) {
                Some(place) => file.requirements[place] = text,
                None => file.requirements.insert(original.min(file.requirements.len()), text),
            }
            Ok((None, String::new()))
        }
        PackChange::Verify { requirement, source, checked_on } => {
            let place = find(file, requirement).ok_or_else(|| nothing_there(requirement))?;
            let verification = &mut file.requirements[place].verification;
            verification.state = VerificationState::Checked;
            verification.source = Some(source.clone());
            verification.checked_on = Some(*checked_on);
            verification.checked_by = Some(author.to_owned()).filter(|name| !name.is_empty());
            Ok((Some(place), String::new()))
        }
        PackChange::Head { title, about } => {
            file.title = title.clone();
            file.about = about.clone();
            Ok((None, String::new()))
        }
        PackChange::PutFact { fact } => {
            put_fact(&mut file.facts, fact);
            Ok((None, String::new()))
        }
        PackChange::Settle { requirement, .. } => Err(nothing_there(requirement)),
    }
}

fn put_fact(facts: &mut Vec<Fact>, fact: &Fact) {
    match facts.iter_mut().find(|known| known.id == fact.id) {
        Some(known) => *known = fact.clone(),
        None => facts.push(fact.clone()),
    }
}

fn in_use(pack: &str, id: &RequirementId) -> Problem {
    Problem {
        file: pack.to_owned(),
        line: 0,
        column: 0,
        field: "id".to_owned(),
        message: Text::new(
            format!("{id} is in use; choose another id"),
            format!("{id} 已被使用；请另选标识"),
        ),
    }
}

fn nothing_there(id: &RequirementId) -> Failure {
    Failure::Field {
        field: "requirement".to_owned(),
        message: Text::new(
            format!("the pack has no requirement {id}"),
            format!("要求包中没有要求 {id}"),
        ),
    }
}

/// The next patch version.
fn next_patch(version: &str) -> String {
    match version.rsplit_once('.') {
        Some((head, patch)) => {
            let next = patch.parse::<u32>().map_or(1, |patch| patch.saturating_add(1));
            format!("{head}.{next}")
        }
        None => version.to_owned(),
    }
}

/// A requirement's title by a library, or by the pack it comes from.
pub(crate) fn title_in(file: &PackFile, id: &RequirementId, titles: &Titles<'_>) -> Text {
    let own = |requirement: &&Requirement| requirement.id == *id;
    file.requirements
        .iter()
        .find(own)
        .map(|requirement| requirement.title.clone())
        .or_else(|| titles.requirement(id))
        .unwrap_or_else(|| Text::same(id.as_str()))
}

#[cfg(test)]
mod tests {
    #[test]
    fn an_own_pack_counts_its_patches() {
        assert_eq!(super::next_patch("1.0.9"), "1.0.10");
    }
}
