//! Making a stored file whole again from a copy of it.

use super::{Vault, Watch, digest};
use crate::error::{Error, Result};
use crate::folder;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

/// Folders within folders that are looked into for a copy.
const DEPTH: usize = 8;

impl Vault {
    /// Gives a stored content its place again from a file, if that file has the very content. It
    /// is copied and hashed first, and then takes the place in one step.
    ///
    /// # Errors
    /// `OtherContent` when the file has another content, and nothing is changed then; otherwise as
    /// [`stage_path`](Self::stage_path).
    pub fn heal(&self, sha256: &str, from: &Path, watch: &mut Watch<'_>) -> Result<()> {
        if self.place(sha256).is_none() {
            return Err(Error::UnknownFile { sha256: sha256.to_owned() });
        }
        // Looked at before it is stored: what is not wanted must not be stored at all.
        let failed = |source| Error::io("read", from, source);
        let mut file = File::open(from).map_err(failed)?;
        if digest(&mut file, |_| watch.tell(0, None), failed)? != sha256 {
            return Err(Error::OtherContent { path: from.to_owned() });
        }
        let staged = self.stage_path(from, None, watch)?;
        if staged.sha256 == sha256 {
            return Ok(());
        }
        Err(Error::OtherContent { path: from.to_owned() })
    }

    /// Looks for a copy of a content in folders: a backup of a workspace, or any other, where
    /// files of the same size are hashed. Heals from the first and says where that was.
    ///
    /// # Errors
    /// A folder cannot be read, or the copy cannot be stored.
    pub fn heal_from_folders(
        &self,
        sha256: &str,
        size: u64,
        folders: &[PathBuf],
        watch: &mut Watch<'_>,
    ) -> Result<Option<PathBuf>> {
        let mut open: Vec<(PathBuf, usize)> =
            folders.iter().rev().map(|folder| (folder.clone(), DEPTH)).collect();
        while let Some((folder, depth)) = open.pop() {
            watch.tell(0, None)?;
            let entries = match fs::read_dir(&folder) {
                Ok(_) => folder::entries(&folder)?,
                Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                Err(source) => return Err(Error::io("read", &folder, source)),
            };
            for entry in entries {
                let path = entry.path();
                let Ok(data) = fs::symlink_metadata(&path) else { continue };
                if data.is_dir() && depth > 0 {
                    open.push((path, depth - 1));
                } else if data.is_file() && data.len() == size {
                    match self.heal(sha256, &path, watch) {
                        Ok(()) => return Ok(Some(path)),
                        Err(Error::OtherContent { .. } | Error::Io { action: "read", .. }) => {}
                        Err(other) => return Err(other),
                    }
                }
            }
        }
        Ok(None)
    }
}
