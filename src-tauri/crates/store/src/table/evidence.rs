//! Table `evidence`: document records.

use super::{Json, Read, Table, Write, json};
use crate::error::Result;
use rusqlite::{Row, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// One document record. Its columns are what lists are filtered by; all else is in `data`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvidenceRow<T> {
    /// Stable id.
    pub id: String,
    /// What the document is.
    pub document_type: String,
    /// Whose it is.
    pub holder: Option<String>,
    /// The day of issue, `YYYY-MM-DD`.
    pub issued: Option<String>,
    /// The last day on which it is valid, `YYYY-MM-DD`.
    pub expires: Option<String>,
    /// The record, as the application types it.
    pub data: T,
    /// When it was created, RFC 3339.
    pub created_at: String,
}

const SELECT: &str = "SELECT id, type, holder, issued, expires, data, created_at FROM evidence";

pub(super) fn read<T: DeserializeOwned>(row: &Row<'_>) -> rusqlite::Result<EvidenceRow<T>> {
    Ok(EvidenceRow {
        id: row.get(0)?,
        document_type: row.get(1)?,
        holder: row.get(2)?,
        issued: row.get(3)?,
        expires: row.get(4)?,
        data: row.get::<_, Json<T>>(5)?.0,
        created_at: row.get(6)?,
    })
}

impl Read<'_> {
    /// The evidence, if there is one of this id.
    ///
    /// # Errors
    /// `UnreadableData`, or the database failed.
    pub fn evidence<T: DeserializeOwned>(&self, id: &str) -> Result<Option<EvidenceRow<T>>> {
        self.row(Table::Evidence, &format!("{SELECT} WHERE id = ?1"), [id], read)
    }

    /// All evidence, by id.
    ///
    /// # Errors
    /// `UnreadableData`, or the database failed.
    pub fn all_evidence<T: DeserializeOwned>(&self) -> Result<Vec<EvidenceRow<T>>> {
        self.rows(Table::Evidence, &format!("{SELECT} ORDER BY id"), [], read)
    }

    /// The evidence of one document type, by id.
    ///
    /// # Errors
    /// `UnreadableData`, or the database failed.
    pub fn evidence_of_type<T: DeserializeOwned>(
        &self,
        document_type: &str,
    ) -> Result<Vec<EvidenceRow<T>>> {
        let sql = format!("{SELECT} WHERE type = ?1 ORDER BY id");
        self.rows(Table::Evidence, &sql, [document_type], read)
    }

    /// The evidence that expires on that day (`YYYY-MM-DD`) or earlier, the soonest first.
    ///
    /// # Errors
    /// `UnreadableData`, or the database failed.
    pub fn evidence_expiring<T: DeserializeOwned>(
        &self,
        until: &str,
    ) -> Result<Vec<EvidenceRow<T>>> {
        let sql = format!("{SELECT} WHERE expires <= ?1 ORDER BY expires, id");
        self.rows(Table::Evidence, &sql, [until], read)
    }
}

impl Write<'_> {
    /// Adds an evidence.
    ///
    /// # Errors
    /// `Exists`, `Refused` when a date is none, `UnwritableData`, or the database failed.
    pub fn insert_evidence<T: Serialize>(&mut self, row: &EvidenceRow<T>) -> Result<()> {
        let data = json(Table::Evidence, &[&row.id], &row.data)?;
        self.put(
            Table::Evidence,
            &[&row.id],
            "INSERT INTO evidence (id, type, holder, issued, expires, data, created_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![
                row.id,
                row.document_type,
                row.holder,
                row.issued,
                row.expires,
                data,
                row.created_at
            ],
        )
    }

    /// Changes an evidence to the given row.
    ///
    /// # Errors
    /// `NotFound`, `Refused` when a date is none, `UnwritableData`, or the database failed.
    pub fn update_evidence<T: Serialize>(&mut self, row: &EvidenceRow<T>) -> Result<()> {
        let data = json(Table::Evidence, &[&row.id], &row.data)?;
        self.update(
            Table::Evidence,
            &[&row.id],
            "UPDATE evidence SET type = ?2, holder = ?3, issued = ?4, expires = ?5, data = ?6,
             created_at = ?7 WHERE id = ?1",
            params![
                row.id,
                row.document_type,
                row.holder,
                row.issued,
                row.expires,
                data,
                row.created_at
            ],
        )
    }

    /// Removes an evidence, its links to shipments and its list of files. The files stay stored.
    ///
    /// # Errors
    /// `NotFound`, or the database failed.
    pub fn delete_evidence(&mut self, id: &str) -> Result<()> {
        self.remove(Table::Evidence, &[id], "DELETE FROM evidence WHERE id = ?1", [id])
    }
}
