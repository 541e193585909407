//! Table `pack_text`: the text of each version of a requirement pack that a shipment rests on.

use super::{Read, Table, Write};
use crate::error::Result;
use rusqlite::params;

/// One version of a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackTextRow {
    /// SHA-256 of the text, in lower-case hexadecimal digits.
    pub sha256: String,
    /// The pack's id.
    pub pack: String,
    /// Its version, as it calls itself.
    pub version: String,
    /// The file's text.
    pub text: String,
}

impl Read<'_> {
    /// The version of this content, if it is kept.
    ///
    /// # Errors
    /// The database failed.
    pub fn pack_text(&self, sha256: &str) -> Result<Option<PackTextRow>> {
        let sql = "SELECT sha256, pack, version, text FROM pack_text WHERE sha256 = ?1";
        self.row(Table::PackText, sql, [sha256], |row| {
            Ok(PackTextRow {
                sha256: row.get(0)?,
                pack: row.get(1)?,
                version: row.get(2)?,
                text: row.get(3)?,
            })
        })
    }
}

impl Write<'_> {
    /// Keeps a version; does nothing where it is kept already.
    ///
    /// # Errors
    /// The database failed.
    pub fn keep_pack_text(&mut self, row: &PackTextRow) -> Result<()> {
        self.put(
            Table::PackText,
            &[&row.sha256],
            "INSERT INTO pack_text (sha256, pack, version, text) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT DO NOTHING",
            params![row.sha256, row.pack, row.version, row.text],
        )
    }
}
