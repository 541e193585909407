//! Packs going out to files and coming in from them.

use crate::failure::Failure;
use crate::lookup::Titles;
use crate::office::App;
use crate::pack_edit::{Candidate, overlay_candidate, own_candidate};
use crate::pack_list::origin;
use crate::pack_words::problem_views;
use crate::shipments::read_bytes;
use crate::upgrade::pack_upgrade;
use crate::views::{
    Changes, ExportPack, ImportPack, ImportPreview, PackForm, PackOrigin, PackStep,
};
use packs::{PackFile, Problem, Problems, parse};
use readiness::Text;
use serde_json::json;
use std::path::Path;

/// The largest file read.
const FILE_LIMIT: u64 = 16 * 1024 * 1024;

/// A pack as a file.
pub struct PackExport {
    /// The proposed name.
    pub name: String,
    /// The content.
    pub bytes: Vec<u8>,
}

/// A pack in one of the forms that leave the program.
///
/// # Errors
/// The form cannot hold it; the field is named.
pub fn pack_bytes(file: &PackFile, form: PackForm) -> Result<Vec<u8>, Failure> {
    let failed = |detail| Failure::Internal { detail };
    match form {
        PackForm::Yaml => packs::pack_yaml(file).map(String::into_bytes).map_err(failed),
        PackForm::Json => packs::pack_json(file).map(String::into_bytes).map_err(failed),
        PackForm::Xlsx => packs::pack_xlsx(file)
            .map_err(|message| Failure::Field { field: file.id.0.clone(), message }),
    }
}

/// A pack from a file in any of the forms.
///
/// # Errors
/// Every mistake, each with its place.
pub fn pack_from(name: &str, bytes: &[u8]) -> Result<PackFile, Problems> {
    // Every spreadsheet of this kind is a ZIP archive; so is no text.
    if bytes.starts_with(b"PK") || bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return packs::read_pack_xlsx(name, bytes);
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let line = bytes[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count() + 1;
        Problems::one(Problem {
            file: name.to_owned(),
            line,
            column: 0,
            field: String::new(),
            message: Text::new("the file is not text in UTF-8", "文件不是 UTF-8 文本"),
        })
    })?;
    parse::<PackFile>(name, text).map(|(file, _)| file)
}

impl App {
    /// A pack as a file.
    ///
    /// # Errors
    /// There is no such pack, or the form cannot hold it.
    pub fn pack_export(&self, request: &ExportPack) -> Result<PackExport, Failure> {
        let held = self.pack(&request.pack)?;
        let ending = match request.form {
            PackForm::Yaml => "yaml",
            PackForm::Json => "json",
            PackForm::Xlsx => "xlsx",
        };
        let bytes = match request.form {
            // As it was written, comments included.
            PackForm::Yaml => held.text.clone().into_bytes(),
            form => pack_bytes(&held.file, form)?,
        };
        Ok(PackExport { name: format!("{}-{}.{ending}", held.file.id, held.file.version), bytes })
    }

    /// What a pack in a file would change, before it is taken in.
    ///
    /// # Errors
    /// The file cannot be read from disk. Mistakes in it are part of the answer.
    pub fn preview_import(&mut self, path: &Path) -> Result<ImportPreview, Failure> {
        let bytes = read_bytes(path, FILE_LIMIT)?;
        let mut preview = ImportPreview {
            path: path.to_string_lossy().into_owned(),
            sha256: packs::sha256(&bytes),
            problems: Vec::new(),
            upgrade: None,
            origin: PackOrigin::Own,
            effects: Vec::new(),
        };
        let checked = self.incoming(path, &bytes, "-").and_then(|(file, candidate)| {
            self.check(&candidate)?;
            Ok((file, candidate))
        });
        let (file, candidate) = match checked {
            Ok(checked) => checked,
            Err(Failure::File(Problems(problems))) => {
                preview.problems = problem_views(&problems, None);
                return Ok(preview);
            }
            Err(other) => return Err(other),
        };
        let id = file.id.0.clone();
        let before = self.shelf.get(&id).map(|held| held.file.clone());
        let step = PackStep {
            id: id.clone(),
            title: file.title.clone(),
            from: before.as_ref().map(|before| before.version.clone()),
            to: Some(candidate.held.file.version.clone()),
        };
        let titles = Titles::new(&self.library, &[]);
        let now = &candidate.held.file;
        preview.upgrade = Some(pack_upgrade(step, before.as_ref(), Some(now), &titles, &titles));
        preview.origin = origin(&candidate.held);
        preview.effects = self.effects(&id, Some(&candidate.held))?;
        Ok(preview)
    }

    /// The pack of a file, and what it makes of the one in force.
    fn incoming(
        &self,
        path: &Path,
        bytes: &[u8],
        reason: &str,
    ) -> Result<(PackFile, Candidate), Failure> {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let file = pack_from(&name, bytes)?;
        let held = self.shelf.get(&file.id.0);
        let candidate = match held.and_then(|held| Some((held, held.base.as_ref()?))) {
            Some((held, base)) => overlay_candidate(held, base, &file, reason)?,
            None => own_candidate(file.clone(), None)?,
        };
        Ok((file, candidate))
    }

    /// Takes a pack in from a file: over a built-in one as the user's changes, else as an own
    /// pack.
    ///
    /// # Errors
    /// The file is not the one that was shown, has mistakes, or the workspace cannot be written;
    /// nothing is changed then.
    pub fn import_pack(&mut self, request: &ImportPack) -> Result<Changes, Failure> {
        let path = Path::new(&request.path);
        let bytes = read_bytes(path, FILE_LIMIT)?;
        if packs::sha256(&bytes) != request.sha256 {
            return Err(Failure::Field {
                field: request.path.clone(),
                message: Text::new(
                    "the file has changed since it was shown; open it again",
                    "文件在显示之后已被修改；请重新打开",
                ),
            });
        }
        let (file, candidate) = self.incoming(path, &bytes, &request.reason)?;
        let off = candidate.held.overlay.as_ref().map_or(0, |overlay| {
            overlay.off.iter().filter(|off| off.reason.trim().is_empty()).count()
        });
        if off > 0 {
            return Err(Failure::Field {
                field: "reason".to_owned(),
                message: Text::new(
                    "say why the requirements that are not in the file are switched off",
                    "请说明为何停用文件中没有的要求",
                ),
            });
        }
        self.check(&candidate)?;
        let params = json!({ "pack": file.id, "title": file.title });
        self.store_pack("pack.import", params, &file.id.0.clone(), candidate.row.as_ref())
    }
}
