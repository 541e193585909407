//! New versions of packs are taken into a shipment on the user's word only, after a preview.
//! Nothing that the user gave is lost: what no longer has a place is kept and shown.

use crate::changes::Act;
use crate::failure::Failure;
use crate::judged::Loaded;
use crate::lookup::Titles;
use crate::office::{App, new_id};
use crate::pack_edit::title_in;
use crate::pack_words::{field_view, named};
use crate::stored::Frame;
use crate::views::{
    Changes, Fate, GivenKind, GivenView, Named, PackStep, PackUpgrade, UpgradeChoice,
    UpgradePreview, UpgradeRow,
};
use packs::{Library, PackFile, RequirementChange, difference, parse};
use readiness::{
    CheckId, Decision, DocumentType, Fact, FactId, FactLevel, PackStamp, RequirementId, Text, Value,
};
use serde_json::json;
use std::sync::Arc;
use store::{AnswerRow, DecisionRow, PackTextRow, ShipmentRow};

impl App {
    /// The shipments judged by other versions than those in force.
    pub(crate) fn upgrades(&self) -> Result<Vec<UpgradeRow>, Failure> {
        let rows = self.workspace.read().shipments::<Frame>()?;
        Ok(rows
            .into_iter()
            .filter(|row| !row.archived)
            .filter_map(|row| self.upgrade_of(&row.id, &row.title, &row.data))
            .collect())
    }

    /// The versions that a shipment could take; none where it is judged by those in force.
    pub(crate) fn upgrade_of(&self, id: &str, title: &str, frame: &Frame) -> Option<UpgradeRow> {
        let packs = steps(&frame.packs, &self.shelf.stamps());
        if packs.is_empty() {
            return None;
        }
        Some(UpgradeRow {
            shipment: id.to_owned(),
            title: title.to_owned(),
            packs,
            declined: frame.declined == self.shelf.stamps(),
        })
    }

    /// What taking the versions in force would do to shipments, before anything is done.
    ///
    /// # Errors
    /// There is no such shipment, or the versions do not go together.
    pub fn preview_upgrade(
        &mut self,
        choice: &UpgradeChoice,
    ) -> Result<Vec<UpgradePreview>, Failure> {
        choice.shipments.iter().map(|id| self.preview_one(id, &choice.packs)).collect()
    }

    fn preview_one(&self, id: &str, only: &[String]) -> Result<UpgradePreview, Failure> {
        let row = self.row(id)?;
        let target = self.target(&row.data, only);
        let library = self.target_library(&row.data, &target)?;
        let old = self.load_by(row.clone(), self.library_before(&row.data))?;
        let titles = Titles::new(&old.library, &[]);
        let new_titles = Titles::new(&library, &[]);
        let texts = self.pinned(&row.data);
        let mut packs = Vec::new();
        for step in steps(&row.data.packs, &target) {
            let was = texts.iter().find(|(name, _)| *name == step.id).map(|(_, text)| text);
            let was = was.and_then(|text| parse::<PackFile>(&step.id, text).ok());
            let now = self.shelf.get(&step.id).filter(|_| step.to.is_some());
            let upgrade = pack_upgrade(
                step,
                was.as_ref().map(|(file, _)| file),
                now.map(|held| &held.file),
                &titles,
                &new_titles,
            );
            packs.push(upgrade);
        }
        Ok(UpgradePreview {
            shipment: id.to_owned(),
            title: row.title.clone(),
            packs,
            given: given(&old, &library),
            effect: self.effect(row, library)?,
        })
    }

    /// The stamps of a shipment after taking the versions in force of these packs, or of all.
    fn target(&self, frame: &Frame, only: &[String]) -> Vec<PackStamp> {
        let taken = |id: &str| only.is_empty() || only.iter().any(|one| one == id);
        let in_force = self.shelf.stamps();
        let old = |id: &str| frame.packs.iter().find(|stamp| stamp.id.0 == id).cloned();
        let mut target: Vec<PackStamp> = in_force
            .iter()
            .filter_map(
                |stamp| {
                    if taken(&stamp.id.0) { Some(stamp.clone()) } else { old(&stamp.id.0) }
                },
            )
            .collect();
        // A pack that is no longer in force stays where it is not named.
        let gone = frame
            .packs
            .iter()
            .filter(|stamp| !in_force.iter().any(|now| now.id == stamp.id) && !taken(&stamp.id.0));
        target.extend(gone.cloned());
        target
    }

    fn target_library(&self, frame: &Frame, target: &[PackStamp]) -> Result<Arc<Library>, Failure> {
        if *target == self.shelf.stamps() {
            return Ok(Arc::clone(&self.library));
        }
        let pinned = Frame { packs: target.to_vec(), ..frame.clone() };
        Ok(Arc::new(self.shelf.library_of(&self.pinned(&pinned))?))
    }

    /// The texts of the packs in force that are not kept yet: what a shipment is pinned to must
    /// outlive an update of the program.
    pub(crate) fn texts_to_keep(&self) -> Result<Vec<PackTextRow>, Failure> {
        let read = self.workspace.read();
        let mut rows = Vec::new();
        for held in self.shelf.held.iter().filter(|held| held.in_force) {
            if read.pack_text(&held.sha256)?.is_none() {
                rows.push(PackTextRow {
                    sha256: held.sha256.clone(),
                    pack: held.file.id.0.clone(),
                    version: held.file.version.clone(),
                    text: held.text.clone(),
                });
            }
        }
        Ok(rows)
    }

    /// Takes the versions in force into shipments, as one step of the history. Answers and
    /// decisions go over to what takes the place of what they were given for.
    ///
    /// # Errors
    /// There is no such shipment, the versions do not go together, or the workspace cannot be
    /// written; nothing is changed then.
    pub fn accept_upgrade(&mut self, choice: &UpgradeChoice) -> Result<Changes, Failure> {
        let mut rows = Vec::new();
        for id in &choice.shipments {
            let mut row = self.row(id)?;
            let target = self.target(&row.data, &choice.packs);
            let library = self.target_library(&row.data, &target)?;
            let old = self.load_by(row.clone(), self.library_before(&row.data))?;
            row.data.packs = target;
            row.data.declined = Vec::new();
            rows.push((row, carried_answers(&old, &library), carried_decisions(&old, &library)));
        }
        let texts = self.texts_to_keep()?;
        let act = Act {
            name: "upgrade.accept",
            params: json!({ "title": titles_of(rows.iter().map(|(row, ..)| row)) }),
            shipment: choice.shipments.first().map(String::as_str),
        };
        let ((), changes) = self.act(&act, |write| {
            for text in &texts {
                write.keep_pack_text(text)?;
            }
            for (row, answers, decisions) in &rows {
                write.update_shipment(row)?;
                for (was, now) in answers {
                    write.delete_answer(&was.shipment_id, &was.product_id, &was.fact)?;
                    write.put_answer(now)?;
                }
                for (was, now) in decisions {
                    write.delete_decision(was)?;
                    for decision in now {
                        write.insert_decision(decision)?;
                    }
                }
            }
            Ok(())
        })?;
        Ok(changes)
    }

    /// Says no to the versions in force for shipments. They stay on offer, without a notice, until
    /// there are others.
    ///
    /// # Errors
    /// There is no such shipment, or the workspace cannot be written.
    pub fn decline_upgrade(&mut self, choice: &UpgradeChoice) -> Result<Changes, Failure> {
        let mut rows = Vec::new();
        for id in &choice.shipments {
            let mut row = self.row(id)?;
            row.data.declined = self.shelf.stamps();
            rows.push(row);
        }
        let act = Act {
            name: "upgrade.decline",
            params: json!({ "title": titles_of(rows.iter()) }),
            shipment: choice.shipments.first().map(String::as_str),
        };
        let ((), changes) = self.act(&act, |write| {
            for row in &rows {
                write.update_shipment(row)?;
            }
            Ok(())
        })?;
        Ok(changes)
    }
}

fn titles_of<'a>(rows: impl Iterator<Item = &'a ShipmentRow<Frame>>) -> String {
    let titles: Vec<&str> = rows.map(|row| row.title.as_str()).collect();
    titles.join(", ")
}

/// From which version to which, for each pack that differs.
fn steps(was: &[PackStamp], now: &[PackStamp]) -> Vec<PackStep> {
    let find =
        |list: &[PackStamp], id: &PackStamp| list.iter().find(|stamp| stamp.id == id.id).cloned();
    let step = |stamp: &PackStamp, from: Option<PackStamp>, to: Option<PackStamp>| PackStep {
        id: stamp.id.0.clone(),
        title: stamp.title.clone(),
        from: from.map(|stamp| stamp.version),
        to: to.map(|stamp| stamp.version),
    };
    let mut steps: Vec<PackStep> = now
        .iter()
        .filter_map(|stamp| {
            let before = find(was, stamp);
            let same = before.as_ref().is_some_and(|before| before.sha256 == stamp.sha256);
            (!same).then(|| step(stamp, before, Some(stamp.clone())))
        })
        .collect();
    let gone = was.iter().filter(|stamp| find(now, stamp).is_none());
    steps.extend(gone.map(|stamp| step(stamp, Some(stamp.clone()), None)));
    steps
}

/// What an upgrade changes in one pack.
pub(crate) fn pack_upgrade(
    step: PackStep,
    was: Option<&PackFile>,
    now: Option<&PackFile>,
    titles: &Titles<'_>,
    new_titles: &Titles<'_>,
) -> PackUpgrade {
    let empty =
        |like: &PackFile| PackFile { facts: Vec::new(), requirements: Vec::new(), ..like.clone() };
    let mut upgrade = PackUpgrade {
        step,
        added: Vec::new(),
        removed: Vec::new(),
        changed: Vec::new(),
        moved: Vec::new(),
    };
    let (was, now) = match (was, now) {
        (Some(was), Some(now)) => (was.clone(), now.clone()),
        (Some(was), None) => (was.clone(), empty(was)),
        (None, Some(now)) => (empty(now), now.clone()),
        (None, None) => return upgrade,
    };
    let name = |file: &PackFile, id: &RequirementId, titles: &Titles<'_>| Named {
        id: id.0.clone(),
        title: title_in(file, id, titles),
    };
    for (id, change) in difference(&was, &now).requirements {
        match change {
            RequirementChange::Added { .. } => upgrade.added.push(name(&now, &id, new_titles)),
            RequirementChange::Removed { replaced_by } => {
                let by = replaced_by.iter().map(|id| name(&now, id, new_titles)).collect();
                upgrade.removed.push((name(&was, &id, titles), by));
            }
            RequirementChange::Changed { fields } => {
                let fields = fields.iter().map(|field| field_view(field, new_titles)).collect();
                upgrade.changed.push((name(&now, &id, new_titles), fields));
            }
            RequirementChange::Moved => upgrade.moved.push(name(&now, &id, new_titles)),
        }
    }
    upgrade
}

/// The fact that takes the place of one, where an answer to the old fits it.
fn successor<'a>(
    library: &'a Library,
    fact: &FactId,
    of_product: bool,
    value: &Value,
) -> Option<&'a Fact> {
    library.rulebook.facts().iter().find(|new| {
        new.replaces.contains(fact)
            && new.level != FactLevel::Derived
            && (new.level == FactLevel::Product) == of_product
            && new.check(value).is_ok()
    })
}

fn fits(library: &Library, fact: &FactId, of_product: bool, value: &Value) -> bool {
    library.rulebook.fact(fact).is_some_and(|fact| {
        fact.level != FactLevel::Derived
            && (fact.level == FactLevel::Product) == of_product
            && fact.check(value).is_ok()
    })
}

/// Every answer: the product's id or none, the fact, the value.
fn answers(loaded: &Loaded) -> Vec<(Option<String>, FactId, Value)> {
    let mut all: Vec<_> = loaded
        .shipment
        .answers
        .iter()
        .map(|(fact, value)| (None, fact.clone(), value.clone()))
        .collect();
    for (id, product) in loaded.products.iter().zip(&loaded.shipment.products) {
        all.extend(
            product
                .answers
                .iter()
                .map(|(fact, value)| (Some(id.clone()), fact.clone(), value.clone())),
        );
    }
    all.extend(loaded.aside.iter().cloned());
    all
}

fn carried_answers(old: &Loaded, library: &Library) -> Vec<(AnswerRow<()>, AnswerRow<Value>)> {
    let all = answers(old);
    let mut carried: Vec<(AnswerRow<()>, AnswerRow<Value>)> = Vec::new();
    for (product, fact, value) in &all {
        if fits(library, fact, product.is_some(), value) {
            continue;
        }
        let Some(new) = successor(library, fact, product.is_some(), value) else { continue };
        // What is answered already is not answered over.
        let taken = all.iter().any(|(other, known, _)| other == product && *known == new.id)
            || carried.iter().any(|(_, row)| {
                row.fact == new.id.0 && row.product_id == product.clone().unwrap_or_default()
            });
        if taken {
            continue;
        }
        let row = |fact: &FactId| AnswerRow {
            shipment_id: old.id.clone(),
            product_id: product.clone().unwrap_or_default(),
            fact: fact.0.clone(),
            data: (),
        };
        let to = row(&new.id);
        let to = AnswerRow {
            shipment_id: to.shipment_id,
            product_id: to.product_id,
            fact: to.fact,
            data: value.clone(),
        };
        carried.push((row(fact), to));
    }
    carried
}

/// What takes the place of a decision's subject; nothing where it still has its place, or none.
fn successors(library: &Library, subject: &str) -> Vec<RequirementId> {
    let id = RequirementId::from(subject);
    if has_place(library, subject) {
        return Vec::new();
    }
    library
        .rulebook
        .requirements()
        .filter(|requirement| requirement.replaces.contains(&id))
        .map(|requirement| requirement.id.clone())
        .collect()
}

fn has_place(library: &Library, subject: &str) -> bool {
    library.rulebook.requirement(&RequirementId::from(subject)).is_some()
        || wording::check_title(&CheckId::from(subject)).is_some()
}

fn carried_decisions(old: &Loaded, library: &Library) -> Vec<(String, Vec<DecisionRow<Decision>>)> {
    let mut carried = Vec::new();
    for (id, decision) in &old.decisions {
        let rows: Vec<DecisionRow<Decision>> = successors(library, &decision.subject)
            .into_iter()
            .map(|subject| DecisionRow {
                id: new_id(),
                shipment_id: old.id.clone(),
                subject: subject.0.clone(),
                data: Decision { subject: subject.0, ..decision.clone() },
            })
            .collect();
        if !rows.is_empty() {
            carried.push((id.clone(), rows));
        }
    }
    carried
}

/// What becomes of everything the user gave.
fn given(old: &Loaded, library: &Library) -> Vec<GivenView> {
    let (titles, new_titles) = (Titles::new(&old.library, &[]), Titles::new(library, &[]));
    let mut given = Vec::new();
    let carried = carried_answers(old, library);
    for (product, fact, value) in answers(old) {
        let product_id = product.clone().unwrap_or_default();
        let to = carried
            .iter()
            .find(|(was, _)| was.fact == fact.0 && was.product_id == product_id)
            .and_then(|(_, now)| library.rulebook.fact(&FactId(now.fact.clone())));
        let fate = if fits(library, &fact, product.is_some(), &value) {
            Fate::Kept
        } else if to.is_some() {
            Fate::CarriedOver
        } else {
            Fate::SetAside
        };
        given.push(GivenView {
            kind: GivenKind::Answer,
            id: fact.0.clone(),
            title: titles.fact_title(&fact),
            detail: answer_words(&old.library, &fact, &value),
            fate,
            to: to
                .map(|new| Named { id: new.id.0.clone(), title: new.title.clone() })
                .into_iter()
                .collect(),
        });
    }
    for (_, decision) in &old.decisions {
        let to = successors(library, &decision.subject);
        let fate = match (has_place(library, &decision.subject), to.is_empty()) {
            (true, _) => Fate::Kept,
            (false, false) => Fate::CarriedOver,
            (false, true) => Fate::SetAside,
        };
        given.push(decision_view(
            decision,
            fate,
            to.iter().map(|id| named(id, &new_titles)).collect(),
            &titles,
        ));
    }
    let asked = |library: &Library, kind: &DocumentType| {
        library.rulebook.requirements().any(|requirement| requirement.accepts().contains(kind))
    };
    for record in &old.shipment.evidence {
        let kind = &record.document_type;
        let fate = if asked(library, kind) || !asked(&old.library, kind) {
            Fate::Kept
        } else {
            Fate::SetAside
        };
        given.push(GivenView {
            kind: GivenKind::Document,
            id: kind.0.clone(),
            title: titles.document_type(kind),
            detail: Text::same(record.number.clone().unwrap_or_default()),
            fate,
            to: Vec::new(),
        });
    }
    given.sort_by_key(|view| (std::cmp::Reverse(view.fate), view.kind));
    given
}

fn answer_words(library: &Library, fact: &FactId, value: &Value) -> Text {
    match library.rulebook.fact(fact) {
        Some(fact) => wording::answer(fact, value),
        None => plain_answer(value),
    }
}

/// An answer to a fact that is no longer defined.
fn plain_answer(value: &Value) -> Text {
    match value {
        Value::YesNo(known) => wording::yes_no(*known),
        Value::Choice(text) | Value::Text(text) => Text::same(text),
        Value::Choices(all) => Text::same(all.iter().cloned().collect::<Vec<_>>().join(", ")),
        Value::Decimal(amount) => wording::quantity(*amount),
        Value::Date(day) => wording::date(*day),
    }
}

fn decision_view(
    decision: &Decision,
    fate: Fate,
    to: Vec<Named>,
    titles: &Titles<'_>,
) -> GivenView {
    let id = RequirementId::from(decision.subject.as_str());
    GivenView {
        kind: GivenKind::Decision,
        id: decision.subject.clone(),
        title: titles
            .requirement(&id)
            .or_else(|| wording::check_title(&CheckId::from(decision.subject.as_str())))
            .unwrap_or_else(|| Text::same(&decision.subject)),
        detail: Text::same(&decision.reason),
        fate,
        to,
    }
}

/// What the user gave and no longer has a place in what the shipment is judged by.
pub(crate) fn set_aside(loaded: &Loaded) -> Vec<GivenView> {
    let titles = Titles::new(&loaded.library, &[]);
    let answers = loaded.aside.iter().map(|(_, fact, value)| GivenView {
        kind: GivenKind::Answer,
        id: fact.0.clone(),
        title: titles.fact_title(fact),
        detail: answer_words(&loaded.library, fact, value),
        fate: Fate::SetAside,
        to: Vec::new(),
    });
    let decisions = loaded
        .decisions
        .iter()
        .filter(|(_, decision)| !has_place(&loaded.library, &decision.subject))
        .map(|(_, decision)| decision_view(decision, Fate::SetAside, Vec::new(), &titles));
    answers.chain(decisions).collect()
}
