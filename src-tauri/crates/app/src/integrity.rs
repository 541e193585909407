//! Keeping the stored files whole: checking them, and putting right what is lost or altered.

use crate::failure::Failure;
use crate::findings::evidence_name;
use crate::jobs::{Job, JobWatch};
use crate::office::App;
use crate::views::{FaultView, HealFile, Healed, Verified};
use readiness::{EvidenceId, Text};
use std::path::PathBuf;
use store::{FileFault, FileProblem, StoredFile, Vault, Verification, Watch};

/// A check of the stored files.
pub struct Verifying {
    vault: Vault,
    files: Vec<StoredFile>,
    found: Option<Verification>,
}

impl Verifying {
    pub(crate) fn run(&mut self, watch: &mut JobWatch<'_>) -> Result<(), Failure> {
        let progress = &mut *watch.progress;
        let mut follow = |step: store::Progress| progress(step.done, step.total, "");
        self.found = Some(self.vault.verify(
            &self.files,
            &mut Watch { progress: Some(&mut follow), cancel: Some(watch.cancel) },
        )?);
        Ok(())
    }
}

impl App {
    /// Begins a check of all stored files.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn begin_verify(&mut self) -> Result<Job, Failure> {
        Ok(Job::Verify(Box::new(Verifying {
            vault: self.workspace.vault().clone(),
            files: self.workspace.read().stored_files()?,
            found: None,
        })))
    }

    pub(crate) fn verified(&mut self, work: Verifying) -> Result<Verified, Failure> {
        let found = work.found.unwrap_or_default();
        let mut faults = Vec::with_capacity(found.problems.len());
        for problem in &found.problems {
            faults.push(self.fault_view(problem)?);
        }
        Ok(Verified {
            checked: found.checked,
            bytes: work.files.iter().map(|stored| stored.file.size).sum(),
            faults,
        })
    }

    fn fault_view(&self, problem: &FileProblem) -> Result<FaultView, Failure> {
        let read = self.workspace.read();
        let stored = &problem.stored;
        let mut evidence = Vec::new();
        let mut shipments: Vec<(String, String)> = Vec::new();
        let mut original_path = None;
        for place in &stored.uses {
            let id = EvidenceId(place.evidence_id.clone());
            evidence.push((id.clone(), evidence_name(&self.record(&id)?)));
            let files = read.evidence_files(&place.evidence_id)?;
            let own = files.into_iter().find(|row| row.sha256 == stored.file.sha256);
            original_path = original_path.or_else(|| own.and_then(|row| row.original_path));
            for shipment in read.shipments_of_evidence(&place.evidence_id)? {
                if shipments.iter().all(|(known, _)| *known != shipment) {
                    let row = read.shipment::<serde_json::Value>(&shipment)?;
                    shipments.push((shipment, row.map(|row| row.title).unwrap_or_default()));
                }
            }
        }
        let name = stored.uses.first().map_or_else(
            || stored.file.sha256.chars().take(16).collect(),
            |place| place.name.clone(),
        );
        let fault = match &problem.fault {
            FileFault::Missing => Text::new("The file is gone", "文件丢失"),
            FileFault::Altered { .. } => Text::new(
                "The file was altered: its content is not what was attached",
                "文件被改动：内容与附加时不同",
            ),
            FileFault::Unreadable { detail } => Text::new(
                format!("The file cannot be read: {detail}"),
                format!("文件无法读取：{detail}"),
            ),
        };
        Ok(FaultView {
            sha256: stored.file.sha256.clone(),
            name,
            fault,
            evidence,
            shipments,
            original_path,
        })
    }

    /// Puts a stored file right from a copy with the very same content.
    ///
    /// # Errors
    /// No such copy is found, it has another content, or it cannot be stored.
    pub fn heal_file(&mut self, request: &HealFile) -> Result<Healed, Failure> {
        let sha256 = &request.sha256;
        let stored = self.workspace.read().file(sha256)?;
        let size = stored.ok_or_else(|| Failure::NoCopy { sha256: sha256.clone() })?.size;
        let mut places: Vec<PathBuf> = Vec::new();
        match &request.path {
            Some(path) => places.push(PathBuf::from(path)),
            None => {
                let rows = self.workspace.read().all_evidence_files()?;
                places.extend(
                    rows.into_iter()
                        .filter(|row| row.sha256 == *sha256)
                        .filter_map(|row| row.original_path)
                        .map(PathBuf::from),
                );
                places.push(self.workspace.folder().join("backups"));
            }
        }
        for place in places {
            if place.is_dir() {
                let vault = self.workspace.vault();
                let healed =
                    vault.heal_from_folders(sha256, size, &[place], &mut Watch::default())?;
                if let Some(from) = healed {
                    return Ok(Healed { from: from.to_string_lossy().into_owned() });
                }
            } else if place.is_file() {
                match self.workspace.vault().heal(sha256, &place, &mut Watch::default()) {
                    Ok(()) => return Ok(Healed { from: place.to_string_lossy().into_owned() }),
                    // The file that the user chose is another one: that is worth saying. An
                    // original that has changed since is not; the next place may do.
                    Err(error) if request.path.is_some() => return Err(error.into()),
                    Err(_) => {}
                }
            }
        }
        Err(Failure::NoCopy { sha256: sha256.clone() })
    }
}
