//! The library: every document held, what needs it and where it falls short; the bin.

use crate::changes::Act;
use crate::evidence::file_view;
use crate::failure::Failure;
use crate::findings::evidence_name;
use crate::lookup::Titles;
use crate::office::App;
use crate::views::{
    BinView, Changes, EvidenceChoice, EvidenceView, Library, LinkMany, NeedView, RemoveEvidence,
};
use chrono::{Days, NaiveDate};
use readiness::{DocumentType, Evidence, EvidenceId, Judgement, Reason, Requirement, Text};
use serde_json::json;
use std::collections::{HashMap, HashSet};
use store::{BinRow, EvidenceFileRow, FileRow};

impl App {
    /// All documents, with their files, the shipments that use them and what needs them.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn library_view(&mut self) -> Result<Library, Failure> {
        let today = self.today();
        let needs = self.needs()?;
        let read = self.workspace.read();
        let mut binned: HashMap<String, BinRow> =
            read.bin()?.into_iter().map(|row| (row.evidence_id.clone(), row)).collect();
        let mut evidence = Vec::new();
        let mut bin = Vec::new();
        let mut succeeded = Vec::new();
        for (view, replaces) in self.all_views()? {
            match binned.remove(view.evidence.id.as_str()) {
                Some(row) => bin.push(BinView {
                    document: view,
                    removed_at: row.removed_at,
                    due: row.keep_until < today,
                    keep_until: row.keep_until,
                }),
                None => {
                    if let Some(old) = replaces {
                        succeeded.push((old, view.evidence.id.clone()));
                    }
                    evidence.push(view);
                }
            }
        }
        let unread = self.workspace.files_without_text()?.len();
        Ok(Library { evidence, needs, bin, succeeded, unread })
    }

    fn all_views(&self) -> Result<Vec<(EvidenceView, Option<EvidenceId>)>, Failure> {
        let read = self.workspace.read();
        let files: HashMap<String, FileRow> =
            read.files()?.into_iter().map(|file| (file.sha256.clone(), file)).collect();
        let mut attached: HashMap<String, Vec<EvidenceFileRow>> = HashMap::new();
        for row in read.all_evidence_files()? {
            attached.entry(row.evidence_id.clone()).or_default().push(row);
        }
        let titles: HashMap<String, String> = read
            .shipments::<serde_json::Value>()?
            .into_iter()
            .map(|row| (row.id, row.title))
            .collect();
        let mut views = Vec::new();
        for row in read.all_evidence::<Evidence>()? {
            let used_by = read
                .shipments_of_evidence(&row.id)?
                .into_iter()
                .map(|id| (id.clone(), titles.get(&id).cloned().unwrap_or_default()))
                .collect();
            let own = attached.remove(&row.id).unwrap_or_default();
            let replaces = row.data.replaces.clone();
            let view = EvidenceView {
                type_title: self.titles().document_type(&row.data.document_type),
                files: own.into_iter().map(|file| file_view(file, &files)).collect(),
                evidence: row.data,
                added_at: row.created_at,
                used_by,
            };
            views.push((view, replaces));
        }
        Ok(views)
    }

    /// What the requirements of all shipments on their way say about each document. A shipment
    /// that cannot be judged says nothing; the list of shipments tells why.
    fn needs(&mut self) -> Result<Vec<NeedView>, Failure> {
        let rows = self.workspace.read().shipments::<serde_json::Value>()?;
        let mut needs = Vec::new();
        for row in rows.into_iter().filter(|row| !row.archived) {
            let Ok(judged) = self.judge(&row.id, None) else { continue };
            let judgement = judged.judgement();
            let loaded = &judged.loaded;
            let titles = Titles::new(&loaded.library, &loaded.shipment.network.milestones);
            for verdict in &judgement.verdicts {
                let Some(requirement) =
                    crate::findings::requirement_of(&verdict.subject, &loaded.library.rulebook)
                else {
                    continue;
                };
                let looked_at = verdict.because.iter().filter_map(|reason| match reason {
                    Reason::LookedAt { evidence, defects, .. } => Some((evidence, defects)),
                    _ => None,
                });
                for (evidence, defects) in looked_at {
                    let serves = verdict.satisfied_by.contains(evidence);
                    needs.push(NeedView {
                        evidence: evidence.clone(),
                        shipment: row.id.clone(),
                        shipment_title: row.title.clone(),
                        requirement: requirement.id.0.clone(),
                        title: wording::verdict_title(verdict, &titles),
                        state: verdict.state,
                        serves,
                        need: verdict.need_plan,
                        through: through(requirement, &judgement, &loaded.shipment.network),
                        short: defects
                            .iter()
                            .map(|defect| wording::defect(defect, &titles))
                            .collect(),
                    });
                }
            }
        }
        Ok(needs)
    }

    /// Uses several documents for a shipment, as one step.
    ///
    /// # Errors
    /// There is no such document or shipment, or the workspace cannot be written.
    pub fn link_many(&mut self, request: &LinkMany) -> Result<Changes, Failure> {
        let names = self.names(&request.evidence)?;
        let act = Act {
            name: "evidence.link",
            params: json!({ "name": names }),
            shipment: Some(&request.shipment),
        };
        let ((), changes) = self.act(&act, |write| {
            for id in &request.evidence {
                write.link_evidence(&request.shipment, id.as_str())?;
            }
            Ok(())
        })?;
        self.judged.remove(&request.shipment);
        Ok(changes)
    }

    /// The names of documents, for the history.
    fn names(&self, ids: &[EvidenceId]) -> Result<String, Failure> {
        let mut names = Vec::with_capacity(ids.len());
        for id in ids {
            names.push(evidence_name(&self.record(id)?));
        }
        Ok(names.join(", "))
    }

    /// Moves documents to the bin. They count for nothing there, and can be put back.
    ///
    /// # Errors
    /// A shipment on its way uses one of them and `although_used` is not set, there is no such
    /// document, or the workspace cannot be written.
    pub fn remove_evidence(&mut self, request: &RemoveEvidence) -> Result<Changes, Failure> {
        let read = self.workspace.read();
        let mut users = Vec::new();
        for id in &request.evidence {
            for shipment in read.shipments_of_evidence(id.as_str())? {
                let row = read.shipment::<serde_json::Value>(&shipment)?;
                if let Some(row) = row.filter(|row| !users.contains(&row.title)) {
                    users.push(row.title);
                }
            }
        }
        if !users.is_empty() && !request.although_used {
            return Err(Failure::InUse { shipments: users });
        }
        let names = self.names(&request.evidence)?;
        let days = Days::new(u64::from(self.settings()?.bin_days));
        let today = self.today();
        let keep_until = today.checked_add_days(days).unwrap_or(today);
        let removed_at = self.now();
        let act = Act { name: "evidence.remove", params: json!({ "name": names }), shipment: None };
        let ((), changes) = self.act(&act, |write| {
            for id in &request.evidence {
                write.put_in_bin(&BinRow {
                    evidence_id: id.0.clone(),
                    removed_at: removed_at.clone(),
                    keep_until,
                })?;
            }
            Ok(())
        })?;
        Ok(changes)
    }

    /// Takes documents out of the bin again, with all that they were used for.
    ///
    /// # Errors
    /// One of them is not in the bin, or the workspace cannot be written.
    pub fn restore_evidence(&mut self, request: &EvidenceChoice) -> Result<Changes, Failure> {
        let names = self.names(&request.evidence)?;
        let act =
            Act { name: "evidence.restore", params: json!({ "name": names }), shipment: None };
        let ((), changes) = self.act(&act, |write| {
            for id in &request.evidence {
                write.take_from_bin(id.as_str())?;
            }
            Ok(())
        })?;
        Ok(changes)
    }

    /// Deletes documents from the bin whose period is past. The history keeps what they were, and
    /// undo can bring them back, so their files stay in the store.
    ///
    /// # Errors
    /// One of them is not in the bin or its period is not past, or the workspace cannot be
    /// written.
    pub fn delete_evidence(&mut self, request: &EvidenceChoice) -> Result<Changes, Failure> {
        let today = self.today();
        let due: HashSet<String> = self
            .workspace
            .read()
            .bin()?
            .into_iter()
            .filter(|row| row.keep_until < today)
            .map(|row| row.evidence_id)
            .collect();
        if let Some(id) = request.evidence.iter().find(|id| !due.contains(id.as_str())) {
            let name = evidence_name(&self.record(id)?);
            return Err(Failure::Field {
                field: "evidence".to_owned(),
                message: Text::new(
                    format!("{name} is not in the bin, or its period there is not over"),
                    format!("{name} 不在回收站中，或保留期未满"),
                ),
            });
        }
        let names = self.names(&request.evidence)?;
        let act = Act { name: "evidence.delete", params: json!({ "name": names }), shipment: None };
        let ((), changes) = self.act(&act, |write| {
            for id in &request.evidence {
                write.delete_evidence(id.as_str())?;
            }
            Ok(())
        })?;
        Ok(changes)
    }

    /// The largest file taken in, in bytes.
    pub(crate) fn file_limit(&self) -> Result<u64, Failure> {
        Ok(u64::from(self.settings()?.file_limit_mb) * 1_000_000)
    }

    /// Documents of a type that are in force, newest first: what a new one may be a version of.
    pub(crate) fn present_of_type(&self, kind: &DocumentType) -> Result<Vec<Evidence>, Failure> {
        let read = self.workspace.read();
        let bin: HashSet<String> = read.bin()?.into_iter().map(|row| row.evidence_id).collect();
        let all: Vec<Evidence> = read
            .all_evidence::<Evidence>()?
            .into_iter()
            .filter(|row| !bin.contains(&row.id))
            .map(|row| row.data)
            .collect();
        let replaced: HashSet<EvidenceId> =
            all.iter().filter_map(|evidence| evidence.replaces.clone()).collect();
        let mut found: Vec<Evidence> = all
            .into_iter()
            .filter(|evidence| evidence.document_type == *kind && !replaced.contains(&evidence.id))
            .collect();
        found.sort_by_key(|evidence| std::cmp::Reverse(evidence.issued));
        Ok(found)
    }
}

/// The day through which a requirement's document must hold: the shown finish of its milestone.
pub(crate) fn through(
    requirement: &Requirement,
    judgement: &Judgement,
    network: &readiness::Network,
) -> Option<NaiveDate> {
    let step = requirement.holds_through.as_ref().unwrap_or(&requirement.needed_by);
    network
        .milestones
        .iter()
        .enumerate()
        .filter(|(_, milestone)| milestone.step == *step)
        .map(|(index, _)| judgement.schedule.shown_finish(index))
        .max()
}
