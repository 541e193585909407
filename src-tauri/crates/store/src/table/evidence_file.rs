//! Table `evidence_file`: which files belong to an evidence.

use super::{Read, Table, Write};
use crate::Staged;
use crate::error::Result;
use rusqlite::{Row, params};

/// One file of an evidence.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct EvidenceFileRow {
    /// The evidence.
    pub evidence_id: String,
    /// Its place among the evidence's files.
    pub position: i64,
    /// The content.
    pub sha256: String,
    /// Its name when it was attached.
    pub name: String,
    /// Where it was when it was attached, if it came from a file.
    pub original_path: Option<String>,
}

const SELECT: &str = "SELECT evidence_id, position, sha256, name, original_path FROM evidence_file";

fn read(row: &Row<'_>) -> rusqlite::Result<EvidenceFileRow> {
    Ok(EvidenceFileRow {
        evidence_id: row.get(0)?,
        position: row.get(1)?,
        sha256: row.get(2)?,
        name: row.get(3)?,
        original_path: row.get(4)?,
    })
}

impl Read<'_> {
    /// The files of one evidence, in their order.
    ///
    /// # Errors
    /// The database failed.
    pub fn evidence_files(&self, evidence_id: &str) -> Result<Vec<EvidenceFileRow>> {
        let sql = format!("{SELECT} WHERE evidence_id = ?1 ORDER BY position");
        self.rows(Table::EvidenceFile, &sql, [evidence_id], read)
    }

    /// The files of all evidence, by evidence and in their order.
    ///
    /// # Errors
    /// The database failed.
    pub fn all_evidence_files(&self) -> Result<Vec<EvidenceFileRow>> {
        let sql = format!("{SELECT} ORDER BY evidence_id, position");
        self.rows(Table::EvidenceFile, &sql, [], read)
    }

    /// The files of all evidence that serves a shipment, by evidence and in their order.
    ///
    /// # Errors
    /// The database failed.
    pub fn evidence_files_of_shipment(&self, shipment_id: &str) -> Result<Vec<EvidenceFileRow>> {
        let sql = format!(
            "{SELECT} WHERE evidence_id IN
             (SELECT evidence_id FROM shipment_evidence WHERE shipment_id = ?1)
             ORDER BY evidence_id, position"
        );
        self.rows(Table::EvidenceFile, &sql, [shipment_id], read)
    }
}

impl Write<'_> {
    /// Attaches a staged content to an evidence, behind its other files.
    ///
    /// # Errors
    /// `Dangling` when there is no such evidence, `Refused` when `added_at` is no time, or the
    /// database failed.
    pub fn attach_file(
        &mut self,
        evidence_id: &str,
        staged: &Staged,
        added_at: &str,
    ) -> Result<EvidenceFileRow> {
        self.add_file(staged, added_at)?;
        let last = self.row(
            Table::EvidenceFile,
            "SELECT evidence_id, position FROM evidence_file WHERE evidence_id = ?1
             ORDER BY position DESC LIMIT 1",
            [evidence_id],
            |row| row.get::<_, i64>(1),
        )?;
        let row = EvidenceFileRow {
            evidence_id: evidence_id.to_owned(),
            position: last.map_or(0, |position| position.saturating_add(1)),
            sha256: staged.sha256.clone(),
            name: staged.name.clone(),
            original_path: staged.original_path.clone(),
        };
        self.insert_evidence_file(&row)?;
        Ok(row)
    }

    /// Attaches a content that is known already.
    ///
    /// # Errors
    /// `Exists` when the place is taken, `Dangling` when the evidence or the content is not there,
    /// or the database failed.
    pub fn insert_evidence_file(&mut self, row: &EvidenceFileRow) -> Result<()> {
        self.put(
            Table::EvidenceFile,
            &[&row.evidence_id, &row.position.to_string()],
            "INSERT INTO evidence_file (evidence_id, position, sha256, name, original_path)
             VALUES (?1, ?2, ?3, ?4, ?5)",
            params![row.evidence_id, row.position, row.sha256, row.name, row.original_path],
        )
    }

    /// Changes which content, name or path stands at a place.
    ///
    /// # Errors
    /// `NotFound`, `Dangling` when the content is not there, or the database failed.
    pub fn update_evidence_file(&mut self, row: &EvidenceFileRow) -> Result<()> {
        self.update(
            Table::EvidenceFile,
            &[&row.evidence_id, &row.position.to_string()],
            "UPDATE evidence_file SET sha256 = ?3, name = ?4, original_path = ?5
             WHERE evidence_id = ?1 AND position = ?2",
            params![row.evidence_id, row.position, row.sha256, row.name, row.original_path],
        )
    }

    /// Detaches the file at a place. Its content stays stored.
    ///
    /// # Errors
    /// `NotFound`, or the database failed.
    pub fn delete_evidence_file(&mut self, evidence_id: &str, position: i64) -> Result<()> {
        self.remove(
            Table::EvidenceFile,
            &[evidence_id, &position.to_string()],
            "DELETE FROM evidence_file WHERE evidence_id = ?1 AND position = ?2",
            params![evidence_id, position],
        )
    }
}
