//! Documents held: attaching files, editing data, using one for several shipments.

use crate::changes::Act;
use crate::failure::Failure;
use crate::office::{App, new_id};
use crate::shipments::{evidence_row, insert_evidence};
use crate::views::{Changes, EvidenceView, FileView, LinkEvidence, OpenFile, SaveEvidence};
use readiness::{Evidence, EvidenceId, Text};
use serde_json::json;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use store::{EvidenceFileRow, FileRow};

impl App {
    pub(crate) fn record(&self, id: &EvidenceId) -> Result<Evidence, Failure> {
        self.workspace
            .read()
            .evidence::<Evidence>(id.as_str())?
            .map(|row| row.data)
            .ok_or_else(|| Failure::NoEvidence { id: id.0.clone() })
    }

    /// Changes a document's data, or adds a document without a file.
    ///
    /// # Errors
    /// The dates contradict each other, or the workspace cannot be written.
    pub fn save_evidence(&mut self, request: &SaveEvidence) -> Result<Changes, Failure> {
        let mut record = request.evidence.clone();
        check_dates(&record)?;
        let new = record.id.0.is_empty();
        let at = self.now();
        let created = if new {
            record.id = EvidenceId(new_id());
            at.clone()
        } else {
            let row = self.workspace.read().evidence::<Evidence>(record.id.as_str())?;
            let row = row.ok_or_else(|| Failure::NoEvidence { id: record.id.0.clone() })?;
            // Files are attached, never typed; what a document replaces was said when it came in.
            record.files = row.data.files;
            record.replaces = row.data.replaces;
            row.created_at
        };
        let act = Act {
            name: "evidence.save",
            params: json!({ "name": crate::findings::evidence_name(&record), "type": record.document_type }),
            shipment: request.shipment.as_deref(),
        };
        let ((), changes) = self.act(&act, |write| {
            if new {
                insert_evidence(write, &record, &at)?;
                if let Some(shipment) = &request.shipment {
                    write.link_evidence(shipment, record.id.as_str())?;
                }
                Ok(())
            } else {
                Ok(write.update_evidence(&evidence_row(&record, &created))?)
            }
        })?;
        Ok(changes)
    }

    /// Uses a document of the library for a shipment.
    ///
    /// # Errors
    /// There is no such document or shipment, or the workspace cannot be written.
    pub fn link_evidence(&mut self, request: &LinkEvidence) -> Result<Changes, Failure> {
        self.link(request, true)
    }

    /// Uses a document no longer for a shipment; it stays in the library.
    ///
    /// # Errors
    /// It is not used, or the workspace cannot be written.
    pub fn unlink_evidence(&mut self, request: &LinkEvidence) -> Result<Changes, Failure> {
        self.link(request, false)
    }

    fn link(&mut self, request: &LinkEvidence, used: bool) -> Result<Changes, Failure> {
        let record = self.record(&request.evidence)?;
        let act = Act {
            name: if used { "evidence.link" } else { "evidence.unlink" },
            params: json!({ "name": crate::findings::evidence_name(&record), "type": record.document_type }),
            shipment: Some(&request.shipment),
        };
        let id = request.evidence.as_str();
        let ((), changes) = self.act(&act, |write| {
            if used {
                write.link_evidence(&request.shipment, id)?;
            } else {
                write.unlink_evidence(&request.shipment, id)?;
            }
            Ok(())
        })?;
        self.judged.remove(&request.shipment);
        Ok(changes)
    }

    /// The documents of one shipment.
    pub(crate) fn evidence_of(&self, shipment: &str) -> Result<Vec<EvidenceView>, Failure> {
        let read = self.workspace.read();
        let mut attached: HashMap<String, Vec<EvidenceFileRow>> = HashMap::new();
        for row in read.evidence_files_of_shipment(shipment)? {
            attached.entry(row.evidence_id.clone()).or_default().push(row);
        }
        let bin = read.bin()?;
        let mut views = Vec::new();
        for row in read.evidence_of_shipment::<Evidence>(shipment)? {
            if bin.iter().any(|binned| binned.evidence_id == row.id) {
                continue;
            }
            let mut files = Vec::new();
            for own in attached.remove(&row.id).unwrap_or_default() {
                let stored = read.file(&own.sha256)?;
                let stored = stored.into_iter().map(|file| (file.sha256.clone(), file)).collect();
                files.push(file_view(own, &stored));
            }
            let mut used_by = Vec::new();
            for id in read.shipments_of_evidence(&row.id)? {
                let title = read.shipment::<serde_json::Value>(&id)?.map(|row| row.title);
                used_by.push((id, title.unwrap_or_default()));
            }
            views.push(EvidenceView {
                type_title: self.titles().document_type(&row.data.document_type),
                evidence: row.data,
                added_at: row.created_at,
                files,
                used_by,
            });
        }
        Ok(views)
    }

    /// A copy of a stored file under its own name, for the system's viewer: the store's file must
    /// not be written to.
    ///
    /// # Errors
    /// The file is not stored, or no copy can be written.
    pub fn copy_for_viewing(&self, request: &OpenFile) -> Result<PathBuf, Failure> {
        let stored = self.workspace.vault().open_file(&request.sha256)?;
        let name = Path::new(&request.name)
            .file_name()
            .map_or_else(|| "document".into(), |name| name.to_string_lossy().into_owned());
        let folder = std::env::temp_dir().join("shipshape").join(&request.sha256);
        let target = folder.join(name);
        let fail = |source| Failure::Write { path: target.to_string_lossy().into_owned(), source };
        std::fs::create_dir_all(&folder).map_err(fail)?;
        std::fs::copy(&stored, &target).map_err(fail)?;
        Ok(target)
    }
}

/// A document cannot end before it began.
pub(crate) fn check_dates(record: &Evidence) -> Result<(), Failure> {
    match (record.issued, record.expires) {
        (Some(issued), Some(expires)) if expires < issued => Err(Failure::Field {
            field: "expires".to_owned(),
            message: Text::new(
                format!("the document expires on {expires}, before it was issued on {issued}"),
                format!("到期日 {expires} 早于签发日 {issued}"),
            ),
        }),
        _ => Ok(()),
    }
}

pub(crate) fn file_view(own: EvidenceFileRow, stored: &HashMap<String, FileRow>) -> FileView {
    let file = stored.get(&own.sha256);
    FileView {
        size: file.map_or(0, |file| file.size),
        media_type: file.map(|file| file.media_type.clone()).unwrap_or_default(),
        sha256: own.sha256,
        name: own.name,
        original_path: own.original_path,
    }
}

pub(crate) fn stem(name: &str) -> String {
    Path::new(name)
        .file_stem()
        .map_or_else(|| name.to_owned(), |stem| stem.to_string_lossy().into_owned())
}
