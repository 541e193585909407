//! A look at files before anything is taken in: what they are, what they say, what is held already.

use crate::failure::Failure;
use crate::findings::evidence_name;
use crate::intake::{name_of, never, none_chosen, too_large};
use crate::jobs::{Job, JobWatch};
use crate::office::App;
use crate::texts::{known_to, note_on, suggestion_view};
use crate::views::{IncomingFile, Review, ReviewFiles};
use readiness::{DocumentType, EvidenceId, Text};
use reading::suggest::{Known, SuggestedField, Suggestion, suggest};
use reading::{FileType, Reader, Reading, Refusal};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

/// Files looked at in one review.
const REVIEW_LIMIT: usize = 5_000;

/// Folders within folders that are followed.
const DEPTH: usize = 12;

/// A look at files.
pub struct Reviewing {
    paths: Vec<PathBuf>,
    request: ReviewFiles,
    limit: u64,
    reader: Reader,
    known: Known,
    files: Vec<Looked>,
    left_out: usize,
}

/// A file looked at.
struct Looked {
    path: PathBuf,
    folder: String,
    size: u64,
    sha256: Option<String>,
    file_type: FileType,
    refused: Option<Text>,
    reading: Option<Result<Reading, Refusal>>,
    suggestions: Vec<Suggestion>,
}

impl App {
    /// Begins a look at files and folders. Nothing is taken in.
    ///
    /// # Errors
    /// No file was chosen, or the workspace cannot be read.
    pub fn begin_review(&mut self, request: &ReviewFiles) -> Result<Job, Failure> {
        if request.paths.is_empty() {
            return Err(none_chosen());
        }
        Ok(Job::Review(Box::new(Reviewing {
            paths: request.paths.iter().map(PathBuf::from).collect(),
            request: request.clone(),
            limit: self.file_limit()?,
            reader: self.reader.clone(),
            known: known_to(self)?,
            files: Vec::new(),
            left_out: 0,
        })))
    }

    /// What the look found, against what is held.
    pub(crate) fn reviewed(&mut self, work: Reviewing) -> Result<Review, Failure> {
        let mut held: HashMap<String, EvidenceId> = HashMap::new();
        for row in self.workspace.read().all_evidence_files()? {
            held.entry(row.sha256).or_insert(EvidenceId(row.evidence_id));
        }
        let mut earlier: HashMap<String, String> = HashMap::new();
        let mut files = Vec::with_capacity(work.files.len());
        for looked in work.files {
            let document_type = work.request.document_type.clone().or_else(|| {
                looked
                    .suggestions
                    .iter()
                    .find(|one| one.field == SuggestedField::DocumentType)
                    .map(|one| DocumentType(one.value.clone()))
            });
            let holder = looked.sha256.as_ref().and_then(|sha256| held.get(sha256));
            let held = match holder {
                Some(id) => Some((id.clone(), evidence_name(&self.record(id)?))),
                None => None,
            };
            let path = looked.path.to_string_lossy().into_owned();
            let same_as = looked.sha256.as_ref().and_then(|sha256| earlier.get(sha256).cloned());
            if let Some(sha256) = &looked.sha256 {
                earlier.entry(sha256.clone()).or_insert_with(|| path.clone());
            }
            let newer_than = match (&document_type, &held) {
                (Some(kind), None) => self.older_version(kind, &looked.suggestions)?,
                _ => None,
            };
            let serves = match (&work.request.shipment, &document_type) {
                (Some(shipment), Some(kind)) => self.served_by(shipment, kind)?,
                _ => Vec::new(),
            };
            files.push(IncomingFile {
                name: name_of(&looked.path),
                path,
                folder: looked.folder,
                size: looked.size,
                sha256: looked.sha256,
                file_type: crate::texts::type_id(looked.file_type),
                refused: looked.refused,
                note: looked.reading.as_ref().and_then(|reading| match reading {
                    Ok(reading) => note_on(reading),
                    Err(refusal) => Some(crate::texts::refusal_words(refusal)),
                }),
                held,
                same_as,
                newer_than,
                type_title: document_type.as_ref().map(|kind| self.titles().document_type(kind)),
                document_type,
                serves,
                suggestions: looked
                    .suggestions
                    .iter()
                    .map(|one| suggestion_view(one, &self.titles()))
                    .collect(),
            });
        }
        Ok(Review { files, left_out: work.left_out })
    }

    /// A document of this type that the file seems to be a newer version of: both name the same
    /// holder or model, and where both say when they were issued, it is the later one.
    fn older_version(
        &self,
        kind: &DocumentType,
        suggestions: &[Suggestion],
    ) -> Result<Option<(EvidenceId, String)>, Failure> {
        let value = |field| suggestions.iter().find(|one| one.field == field).map(|one| &one.value);
        let models: Vec<&String> = suggestions
            .iter()
            .filter(|one| one.field == SuggestedField::Model)
            .map(|one| &one.value)
            .collect();
        let candidates = self.present_of_type(kind)?;
        let older = candidates.into_iter().find(|evidence| {
            let holder = match (&evidence.holder, value(SuggestedField::Holder)) {
                (Some(one), Some(two)) => {
                    let plain = readiness::normal::normalised;
                    Some(plain(one) == plain(two))
                }
                _ => None,
            };
            let named = &evidence.scope.models;
            let shared = (!models.is_empty() && !named.is_empty())
                .then(|| named.iter().any(|model| models.contains(&model)));
            // Something must speak for it, and nothing against it: a certificate of another firm
            // is no newer version of one's own.
            let alike =
                [holder, shared].contains(&Some(true)) && ![holder, shared].contains(&Some(false));
            let earlier = match (evidence.issued, value(SuggestedField::Issued)) {
                (Some(old), Some(new)) => old.to_string() < *new,
                _ => true,
            };
            alike && earlier
        });
        Ok(older.map(|evidence| (evidence.id.clone(), evidence_name(&evidence))))
    }

    /// Titles of the requirements of a shipment that accept such a document.
    fn served_by(&mut self, shipment: &str, kind: &DocumentType) -> Result<Vec<Text>, Failure> {
        let judged = self.judge(shipment, None)?;
        let rulebook = &judged.loaded.library.rulebook;
        let mut titles: Vec<Text> = judged
            .judgement()
            .verdicts
            .iter()
            .filter_map(|verdict| crate::findings::requirement_of(&verdict.subject, rulebook))
            .filter(|requirement| requirement.accepts().contains(kind))
            .map(|requirement| requirement.title.clone())
            .collect();
        titles.dedup();
        Ok(titles)
    }
}

impl Reviewing {
    /// Finds the files, then reads each.
    pub(crate) fn run(&mut self, watch: &mut JobWatch<'_>) -> Result<(), Failure> {
        let mut found = Vec::new();
        for path in std::mem::take(&mut self.paths) {
            let top = path.parent().map(Path::to_path_buf).unwrap_or_default();
            self.gather(&path, &top, DEPTH, &mut found)?;
        }
        let total = found.len() as u64;
        for (done, (path, folder)) in found.into_iter().enumerate() {
            watch.check()?;
            (watch.progress)(done as u64, Some(total), &name_of(&path));
            let looked = self.look(path, folder, watch)?;
            self.files.push(looked);
        }
        (watch.progress)(total, Some(total), "");
        Ok(())
    }

    /// Lists a file, or all files of a folder by name; links are not followed, hidden files left
    /// out.
    fn gather(
        &mut self,
        path: &Path,
        top: &Path,
        depth: usize,
        found: &mut Vec<(PathBuf, String)>,
    ) -> Result<(), Failure> {
        let read = |source| Failure::Read { path: path.to_string_lossy().into_owned(), source };
        let kind = std::fs::symlink_metadata(path).map_err(read)?.file_type();
        if kind.is_dir() {
            let mut entries = Vec::new();
            for entry in std::fs::read_dir(path).map_err(read)? {
                entries.push(entry.map_err(read)?.path());
            }
            entries.sort();
            for entry in entries {
                if name_of(&entry).starts_with('.') {
                    continue;
                }
                if depth > 0 {
                    self.gather(&entry, top, depth - 1, found)?;
                }
            }
        } else if kind.is_file() {
            if found.len() >= REVIEW_LIMIT {
                self.left_out += 1;
                return Ok(());
            }
            let folder = path
                .parent()
                .and_then(|parent| parent.strip_prefix(top).ok())
                .map(|folder| folder.to_string_lossy().into_owned())
                .unwrap_or_default();
            found.push((path.to_path_buf(), folder));
        }
        Ok(())
    }

    fn look(&self, path: PathBuf, folder: String, watch: &JobWatch<'_>) -> Result<Looked, Failure> {
        let mut looked = Looked {
            size: std::fs::metadata(&path).map_or(0, |data| data.len()),
            path,
            folder,
            sha256: None,
            file_type: FileType::Unknown,
            refused: None,
            reading: None,
            suggestions: Vec::new(),
        };
        match FileType::of_path(&looked.path) {
            Ok(file_type) => looked.file_type = file_type,
            Err(error) => {
                looked.refused = Some(Text::new(
                    format!("it cannot be read: {error}"),
                    format!("无法读取：{error}"),
                ));
                return Ok(looked);
            }
        }
        looked.refused = never(looked.file_type);
        if looked.size > self.limit {
            looked.refused = Some(too_large(self.limit));
        }
        if looked.refused.is_some() {
            return Ok(looked);
        }
        match hash(&looked.path, watch) {
            Ok(sha256) => looked.sha256 = Some(sha256),
            Err(Failure::Read { source, .. }) => {
                looked.refused = Some(Text::new(
                    format!("it cannot be read: {source}"),
                    format!("无法读取：{source}"),
                ));
                return Ok(looked);
            }
            Err(other) => return Err(other),
        }
        let reading = self.reader.read(&looked.path, Some(watch.cancel));
        if reading == Err(Refusal::Cancelled) {
            return Err(Failure::Store(store::Error::Cancelled));
        }
        if let Ok(reading) = &reading {
            looked.suggestions = suggest(reading, &name_of(&looked.path), &self.known);
        }
        // The text itself is not kept: a thousand files would not fit into memory.
        looked.reading = Some(reading.map(|reading| Reading { passages: Vec::new(), ..reading }));
        Ok(looked)
    }
}

fn hash(path: &Path, watch: &JobWatch<'_>) -> Result<String, Failure> {
    let fail = |source| Failure::Read { path: path.to_string_lossy().into_owned(), source };
    let mut file = File::open(path).map_err(fail)?;
    let mut hash = Sha256::new();
    let mut chunk = vec![0; 128 * 1024];
    loop {
        watch.check()?;
        let read = file.read(&mut chunk).map_err(fail)?;
        let Some(bytes) = chunk.get(..read).filter(|bytes| !bytes.is_empty()) else { break };
        hash.update(bytes);
    }
    Ok(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}
