//! Removing what nothing can ever need.

use super::Vault;
use crate::error::{Error, Result};
use crate::folder;
use crate::table::{Read, Table};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// What was swept away.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Swept {
    /// How many files.
    pub files: usize,
    /// How many bytes they had.
    pub bytes: u64,
}

/// Removes stored contents that are named neither in the table `file` nor in any changeset.
/// Whatever else lies in the folder stays.
pub(crate) fn sweep(vault: &Vault, read: &Read<'_>) -> Result<Swept> {
    let mut strays = stored(vault)?;
    for file in read.files()? {
        strays.remove(&file.sha256);
    }
    if !strays.is_empty() {
        spare_recorded(&mut strays, read)?;
    }
    let mut swept = Swept::default();
    for (sha256, path) in strays {
        // Held until the file is gone, so that nobody can stage the same content meanwhile.
        let pins = vault.pins.lock();
        if pins.contains_key(&sha256) {
            continue;
        }
        let size = path.metadata().map_err(|source| Error::io("read", &path, source))?.len();
        folder::remove(&path)?;
        swept.files += 1;
        swept.bytes += size;
    }
    Ok(swept)
}

/// All contents that lie in their place, by SHA-256.
fn stored(vault: &Vault) -> Result<BTreeMap<String, PathBuf>> {
    let mut stored = BTreeMap::new();
    for group in folder::entries(&vault.folder.files())? {
        if !group.path().is_dir() {
            continue;
        }
        for entry in folder::entries(&group.path())? {
            let name = entry.file_name().to_string_lossy().into_owned();
            if vault.place(&name).is_some_and(|place| place == entry.path()) {
                stored.insert(name, entry.path());
            }
        }
    }
    Ok(stored)
}

/// Leaves out what any entry of the history touched.
fn spare_recorded(strays: &mut BTreeMap<String, PathBuf>, read: &Read<'_>) -> Result<()> {
    let entries = read.rows(Table::Journal, "SELECT id FROM journal", [], |row| row.get(0))?;
    for entry in entries {
        for key in read.changes_of(entry)?.of(Table::File) {
            if let Some(sha256) = key.0.first() {
                strays.remove(sha256);
            }
        }
    }
    Ok(())
}
