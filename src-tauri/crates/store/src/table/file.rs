//! Table `file`: the contents in the vault.

use super::{Read, Table, Write};
use crate::Staged;
use crate::error::{Error, Result};
use rusqlite::{Row, params};
use std::collections::BTreeMap;

/// One content in the vault.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct FileRow {
    /// SHA-256 of the content, 64 lower-case hexadecimal digits.
    pub sha256: String,
    /// Its size in bytes.
    pub size: u64,
    /// What it is, by its content, e.g. `application/pdf`.
    pub media_type: String,
    /// When it was first attached, RFC 3339.
    pub added_at: String,
}

/// Where a stored file is used.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub struct FileUse {
    /// The evidence it is attached to.
    pub evidence_id: String,
    /// The name it has there.
    pub name: String,
}

/// A stored file with where it is used: what [`Vault::verify`](crate::Vault::verify) looks at.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct StoredFile {
    /// The content.
    pub file: FileRow,
    /// Where it is used; nowhere, when it was detached everywhere.
    pub uses: Vec<FileUse>,
}

const SELECT: &str = "SELECT sha256, size, media_type, added_at FROM file";

fn read(row: &Row<'_>) -> rusqlite::Result<FileRow> {
    let size: i64 = row.get(1)?;
    Ok(FileRow {
        sha256: row.get(0)?,
        size: u64::try_from(size).map_err(|_| rusqlite::Error::IntegralValueOutOfRange(1, size))?,
        media_type: row.get(2)?,
        added_at: row.get(3)?,
    })
}

impl Read<'_> {
    /// The content of this SHA-256, if it is known.
    ///
    /// # Errors
    /// The database failed.
    pub fn file(&self, sha256: &str) -> Result<Option<FileRow>> {
        self.row(Table::File, &format!("{SELECT} WHERE sha256 = ?1"), [sha256], read)
    }

    /// All contents, by SHA-256.
    ///
    /// # Errors
    /// The database failed.
    pub fn files(&self) -> Result<Vec<FileRow>> {
        self.rows(Table::File, &format!("{SELECT} ORDER BY sha256"), [], read)
    }

    /// All contents with where they are used, by SHA-256.
    ///
    /// # Errors
    /// The database failed.
    pub fn stored_files(&self) -> Result<Vec<StoredFile>> {
        let mut uses: BTreeMap<String, Vec<FileUse>> = BTreeMap::new();
        let used = self.rows(
            Table::EvidenceFile,
            "SELECT evidence_id, position, sha256, name FROM evidence_file",
            [],
            |row| Ok((row.get(2)?, FileUse { evidence_id: row.get(0)?, name: row.get(3)? })),
        )?;
        for (sha256, place) in used {
            uses.entry(sha256).or_default().push(place);
        }
        let files = self.files()?.into_iter();
        Ok(files
            .map(|file| StoredFile { uses: uses.remove(&file.sha256).unwrap_or_default(), file })
            .collect())
    }
}

impl Write<'_> {
    /// Makes a staged content known; it may be known already.
    ///
    /// # Errors
    /// `Refused` when `added_at` is no time, or the database failed.
    pub fn add_file(&mut self, staged: &Staged, added_at: &str) -> Result<()> {
        let size = i64::try_from(staged.size).map_err(|_| Error::TooLarge {
            name: staged.name.clone(),
            limit: i64::MAX.unsigned_abs(),
        })?;
        self.put(
            Table::File,
            &[&staged.sha256],
            "INSERT INTO file (sha256, size, media_type, added_at) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT DO NOTHING",
            params![staged.sha256, size, staged.media_type, added_at],
        )
    }

    /// Forgets a content that no evidence uses. Its bytes stay, since undo may need them.
    ///
    /// # Errors
    /// `NotFound`, `StillUsed`, or the database failed.
    pub fn delete_file(&mut self, sha256: &str) -> Result<()> {
        self.remove(Table::File, &[sha256], "DELETE FROM file WHERE sha256 = ?1", [sha256])
    }
}
