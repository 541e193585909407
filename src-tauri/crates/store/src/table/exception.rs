//! Table `exception`: accepted differences between documents.

use super::{Json, Read, Table, Write, json};
use crate::error::Result;
use rusqlite::{Row, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// One accepted difference between documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExceptionRow<T> {
    /// Stable id.
    pub id: String,
    /// The shipment it belongs to.
    pub shipment_id: String,
    /// The check whose finding it answers.
    pub check_id: String,
    /// Who accepted what, when and why, as the application types it.
    pub data: T,
}

const SELECT: &str = "SELECT id, shipment_id, check_id, data FROM exception";

fn read<T: DeserializeOwned>(row: &Row<'_>) -> rusqlite::Result<ExceptionRow<T>> {
    Ok(ExceptionRow {
        id: row.get(0)?,
        shipment_id: row.get(1)?,
        check_id: row.get(2)?,
        data: row.get::<_, Json<T>>(3)?.0,
    })
}

impl Read<'_> {
    /// The exception, if there is one of this id.
    ///
    /// # Errors
    /// `UnreadableData`, or the database failed.
    pub fn exception<T: DeserializeOwned>(&self, id: &str) -> Result<Option<ExceptionRow<T>>> {
        self.row(Table::Exception, &format!("{SELECT} WHERE id = ?1"), [id], read)
    }

    /// The exceptions of a shipment, by id.
    ///
    /// # Errors
    /// `UnreadableData`, or the database failed.
    pub fn exceptions<T: DeserializeOwned>(
        &self,
        shipment_id: &str,
    ) -> Result<Vec<ExceptionRow<T>>> {
        let sql = format!("{SELECT} WHERE shipment_id = ?1 ORDER BY id");
        self.rows(Table::Exception, &sql, [shipment_id], read)
    }
}

impl Write<'_> {
    /// Records an exception.
    ///
    /// # Errors
    /// `Exists`, `Dangling` when there is no such shipment, `UnwritableData`, or the database
    /// failed.
    pub fn insert_exception<T: Serialize>(&mut self, row: &ExceptionRow<T>) -> Result<()> {
        let key: &[&str] = &[&row.id];
        let data = json(Table::Exception, key, &row.data)?;
        self.put(
            Table::Exception,
            key,
            "INSERT INTO exception (id, shipment_id, check_id, data) VALUES (?1, ?2, ?3, ?4)",
            params![row.id, row.shipment_id, row.check_id, data],
        )
    }

    /// Changes an exception to the given row.
    ///
    /// # Errors
    /// `NotFound`, `Dangling` when there is no such shipment, `UnwritableData`, or the database
    /// failed.
    pub fn update_exception<T: Serialize>(&mut self, row: &ExceptionRow<T>) -> Result<()> {
        let key: &[&str] = &[&row.id];
        let data = json(Table::Exception, key, &row.data)?;
        self.update(
            Table::Exception,
            key,
            "UPDATE exception SET shipment_id = ?2, check_id = ?3, data = ?4 WHERE id = ?1",
            params![row.id, row.shipment_id, row.check_id, data],
        )
    }

    /// Removes an exception.
    ///
    /// # Errors
    /// `NotFound`, or the database failed.
    pub fn delete_exception(&mut self, id: &str) -> Result<()> {
        self.remove(Table::Exception, &[id], "DELETE FROM exception WHERE id = ?1", [id])
    }
}
