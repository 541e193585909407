//! Taking files in that were looked at: all or none.

use crate::changes::Act;
use crate::evidence::stem;
use crate::failure::Failure;
use crate::jobs::{Job, JobWatch};
use crate::office::{App, new_id};
use crate::shipments::{evidence_row, insert_evidence};
use crate::views::{TakeIn, TakenIn};
use readiness::{Evidence, EvidenceId, Text};
use reading::FileType;
use serde_json::json;
use std::path::Path;
use store::{EvidenceFileRow, Staged, Vault, Watch};

/// Files on their way into the store.
pub struct Staging {
    request: TakeIn,
    limit: u64,
    vault: Vault,
    staged: Vec<Staged>,
}

/// Refuses what is never taken in, by its content.
pub(crate) fn admit(path: &Path) -> Result<FileType, Failure> {
    let file_type = FileType::of_path(path)
        .map_err(|source| Failure::Read { path: path.to_string_lossy().into_owned(), source })?;
    match never(file_type) {
        Some(why) => Err(Failure::NotTaken { name: name_of(path), why }),
        None => Ok(file_type),
    }
}

/// Why files of a type are never taken in.
pub(crate) fn never(file_type: FileType) -> Option<Text> {
    if file_type.is_executable() {
        return Some(Text::new("it is a program, not a document", "这是程序，不是文件资料"));
    }
    (file_type == FileType::Empty).then(|| Text::new("it is empty", "文件为空"))
}

pub(crate) fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

pub(crate) fn too_large(limit: u64) -> Text {
    let mb = limit / 1_000_000;
    Text::new(
        format!("it is larger than {mb} MB, the limit in Settings"),
        format!("超过设置中的上限 {mb} MB"),
    )
}

impl App {
    /// Begins to take files in.
    ///
    /// # Errors
    /// No file was chosen, a record contradicts itself, or the workspace cannot be read.
    pub fn begin_take_in(&mut self, request: &TakeIn) -> Result<Job, Failure> {
        if request.items.is_empty() {
            return Err(none_chosen());
        }
        for item in &request.items {
            crate::evidence::check_dates(&item.evidence)?;
        }
        Ok(Job::TakeIn(Box::new(Staging {
            request: request.clone(),
            limit: self.file_limit()?,
            vault: self.workspace.vault().clone(),
            staged: Vec::new(),
        })))
    }

    /// Makes copied files part of the workspace: one transaction for all.
    pub(crate) fn taken_in(&mut self, work: Staging) -> Result<TakenIn, Failure> {
        let at = self.now();
        let Staging { request, staged, .. } = work;
        // With the time of the record that a file is added to, where it is an old one.
        let mut records: Vec<(Evidence, Option<String>, i64)> = Vec::with_capacity(staged.len());
        for (item, file) in request.items.iter().zip(&staged) {
            let mut record = item.evidence.clone();
            let mut place = 0;
            let mut created = None;
            if !item.evidence.id.0.is_empty() {
                let id = item.evidence.id.as_str();
                let row = self.workspace.read().evidence::<Evidence>(id)?;
                let row = row.ok_or_else(|| Failure::NoEvidence { id: id.to_owned() })?;
                record = row.data;
                created = Some(row.created_at);
                let taken = self.workspace.read().evidence_files(record.id.as_str())?;
                let before = records.iter().filter(|(other, ..)| other.id == record.id).count();
                let last = taken.last().map_or(0, |row| row.position.saturating_add(1));
                place = last.saturating_add(i64::try_from(before).unwrap_or(i64::MAX));
                if let Some((other, ..)) =
                    records.iter().rev().find(|(other, ..)| other.id == record.id)
                {
                    record = other.clone();
                }
            } else {
                record.id = EvidenceId(new_id());
                record.files = Vec::new();
                record.replaces = item.replaces.clone();
                if record.title.as_deref().unwrap_or_default().trim().is_empty() {
                    record.title = Some(stem(&file.name));
                }
            }
            if !record.files.contains(&file.sha256) {
                record.files.push(file.sha256.clone());
            }
            records.push((record, created, place));
        }
        let act = Act {
            name: "evidence.attach",
            params: json!({ "name": name_list(&staged) }),
            shipment: request.shipment.as_deref(),
        };
        let ((), changes) = self.act(&act, |write| {
            for ((item, file), (record, created, place)) in
                request.items.iter().zip(&staged).zip(&records)
            {
                if let Some(created) = created {
                    write.update_evidence(&evidence_row(record, created))?;
                } else {
                    insert_evidence(write, record, &at)?;
                    if let Some(shipment) = &request.shipment {
                        write.link_evidence(shipment, record.id.as_str())?;
                    }
                    if let Some(old) = &item.replaces {
                        for shipment in &item.switch {
                            write.link_evidence(shipment, record.id.as_str())?;
                            write.unlink_evidence(shipment, old.as_str())?;
                        }
                    }
                }
                write.add_file(file, &at)?;
                write.insert_evidence_file(&EvidenceFileRow {
                    evidence_id: record.id.0.clone(),
                    position: *place,
                    sha256: file.sha256.clone(),
                    name: file.name.clone(),
                    original_path: file.original_path.clone(),
                })?;
            }
            Ok(())
        })?;
        self.judged.clear();
        let evidence = records.into_iter().map(|(record, ..)| record.id).collect();
        Ok(TakenIn { evidence, changes })
    }

    /// Lays a picture that was pasted into a file, to be looked at and taken in like any other.
    /// Pictures have no name on the clipboard; the time tells them apart.
    ///
    /// # Errors
    /// It is larger than the limit in the settings, or cannot be written.
    pub fn keep_picture(&self, png: &[u8]) -> Result<String, Failure> {
        let limit = self.file_limit()?;
        let name = format!("pasted-{}.png", self.instant().format("%Y-%m-%d-%H%M%S"));
        if png.len() as u64 > limit {
            return Err(Failure::NotTaken { name, why: too_large(limit) });
        }
        let folder = std::env::temp_dir().join("shipshape").join("pasted").join(new_id());
        let path = folder.join(name);
        let fail = |source| Failure::Write { path: path.to_string_lossy().into_owned(), source };
        std::fs::create_dir_all(&folder).map_err(fail)?;
        std::fs::write(&path, png).map_err(fail)?;
        Ok(path.to_string_lossy().into_owned())
    }
}

pub(crate) fn none_chosen() -> Failure {
    Failure::Field {
        field: "paths".to_owned(),
        message: Text::new("no file was chosen", "未选择文件"),
    }
}

/// Names for the history: a few, then how many more.
fn name_list(staged: &[Staged]) -> String {
    let names: Vec<&str> = staged.iter().take(3).map(|file| file.name.as_str()).collect();
    let more = staged.len() - names.len();
    let list = names.join(", ");
    if more > 0 { format!("{list} + {more}") } else { list }
}

impl Staging {
    /// Copies each file into the store, where it is held until it becomes part of the workspace.
    /// What is copied and does not, is removed when the workspace is opened next.
    pub(crate) fn run(&mut self, watch: &mut JobWatch<'_>) -> Result<(), Failure> {
        let sizes = self
            .request
            .items
            .iter()
            .map(|item| std::fs::metadata(&item.path).map_or(0, |data| data.len()));
        let total: u64 = sizes.sum();
        let mut before = 0;
        for item in &self.request.items {
            watch.check()?;
            let path = Path::new(&item.path);
            admit(path)?;
            let name = name_of(path);
            let progress = &mut *watch.progress;
            let mut follow =
                |step: store::Progress| progress(before + step.done, Some(total), &name);
            let file = self.vault.stage_path(
                path,
                Some(self.limit),
                &mut Watch { progress: Some(&mut follow), cancel: Some(watch.cancel) },
            )?;
            if item.sha256.as_ref().is_some_and(|sha256| *sha256 != file.sha256) {
                return Err(Failure::Changed { path: item.path.clone() });
            }
            before += file.size;
            self.staged.push(file);
        }
        Ok(())
    }
}
