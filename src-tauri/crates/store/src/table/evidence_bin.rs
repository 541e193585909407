//! Table `evidence_bin`: documents that were removed, and until when they are kept.

use super::{Read, Table, Write};
use crate::error::Result;
use chrono::NaiveDate;
use rusqlite::params;

/// A document in the bin.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct BinRow {
    /// The evidence.
    pub evidence_id: String,
    /// When it was removed, RFC 3339.
    pub removed_at: String,
    /// The last day on which it must be kept.
    pub keep_until: NaiveDate,
}

impl Read<'_> {
    /// What lies in the bin, by evidence.
    ///
    /// # Errors
    /// The database failed.
    pub fn bin(&self) -> Result<Vec<BinRow>> {
        let sql =
            "SELECT evidence_id, removed_at, keep_until FROM evidence_bin ORDER BY evidence_id";
        self.rows(Table::EvidenceBin, sql, [], |row| {
            Ok(BinRow {
                evidence_id: row.get(0)?,
                removed_at: row.get(1)?,
                keep_until: row.get::<_, String>(2)?.parse().map_err(|error| {
                    let kind = rusqlite::types::Type::Text;
                    rusqlite::Error::FromSqlConversionFailure(2, kind, Box::new(error))
                })?,
            })
        })
    }
}

impl Write<'_> {
    /// Lays an evidence into the bin; what lies there already keeps its day.
    ///
    /// # Errors
    /// `Dangling` when there is no such evidence, `Refused` when `removed_at` is no time, or the
    /// database failed.
    pub fn put_in_bin(&mut self, row: &BinRow) -> Result<()> {
        self.put(
            Table::EvidenceBin,
            &[&row.evidence_id],
            "INSERT INTO evidence_bin (evidence_id, removed_at, keep_until) VALUES (?1, ?2, ?3)
             ON CONFLICT DO NOTHING",
            params![row.evidence_id, row.removed_at, row.keep_until.to_string()],
        )
    }

    /// Takes an evidence out of the bin.
    ///
    /// # Errors
    /// `NotFound` when it is not there, or the database failed.
    pub fn take_from_bin(&mut self, evidence_id: &str) -> Result<()> {
        self.remove(
            Table::EvidenceBin,
            &[evidence_id],
            "DELETE FROM evidence_bin WHERE evidence_id = ?1",
            [evidence_id],
        )
    }
}
