//! Table `own_pack`: packs of the user's own, and the user's changes to built-in ones.

use super::{Read, Table, Write};
use crate::error::Result;
use rusqlite::params;

/// Whether a row is a pack or changes to one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnPackKind {
    /// A pack.
    Pack,
    /// Changes to the built-in pack of the same id.
    Overlay,
}

/// A pack of the user's own, or changes to a built-in one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnPackRow {
    /// The pack's id.
    pub id: String,
    /// What the text is.
    pub kind: OwnPackKind,
    /// The file's text.
    pub text: String,
}

const SELECT: &str = "SELECT id, kind, text FROM own_pack";

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<OwnPackRow> {
    let kind: String = row.get(1)?;
    let kind = if kind == "overlay" { OwnPackKind::Overlay } else { OwnPackKind::Pack };
    Ok(OwnPackRow { id: row.get(0)?, kind, text: row.get(2)? })
}

impl Read<'_> {
    /// All of them, by id.
    ///
    /// # Errors
    /// The database failed.
    pub fn own_packs(&self) -> Result<Vec<OwnPackRow>> {
        self.rows(Table::OwnPack, &format!("{SELECT} ORDER BY id"), [], read)
    }

    /// That of a pack, if there is one.
    ///
    /// # Errors
    /// The database failed.
    pub fn own_pack(&self, id: &str) -> Result<Option<OwnPackRow>> {
        self.row(Table::OwnPack, &format!("{SELECT} WHERE id = ?1"), [id], read)
    }
}

impl Write<'_> {
    /// Saves one, in place of an earlier one of the same id.
    ///
    /// # Errors
    /// The database failed.
    pub fn put_own_pack(&mut self, row: &OwnPackRow) -> Result<()> {
        let kind = match row.kind {
            OwnPackKind::Pack => "pack",
            OwnPackKind::Overlay => "overlay",
        };
        self.put(
            Table::OwnPack,
            &[&row.id],
            "INSERT INTO own_pack (id, kind, text) VALUES (?1, ?2, ?3)
             ON CONFLICT DO UPDATE SET kind = excluded.kind, text = excluded.text",
            params![row.id, kind, row.text],
        )
    }

    /// Removes one.
    ///
    /// # Errors
    /// `NotFound`, or the database failed.
    pub fn delete_own_pack(&mut self, id: &str) -> Result<()> {
        self.remove(Table::OwnPack, &[id], "DELETE FROM own_pack WHERE id = ?1", [id])
    }
}
