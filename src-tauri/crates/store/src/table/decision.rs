//! Table `decision`: waivers and the like.

use super::{Json, Read, Table, Write, json};
use crate::error::Result;
use rusqlite::{Row, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// One decision about a requirement or check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionRow<T> {
    /// Stable id.
    pub id: String,
    /// The shipment it belongs to.
    pub shipment_id: String,
    /// The requirement or check decided on.
    pub subject: String,
    /// Who decided what, when and why, as the application types it.
    pub data: T,
}

const SELECT: &str = "SELECT id, shipment_id, subject, data FROM decision";

fn read<T: DeserializeOwned>(row: &Row<'_>) -> rusqlite::Result<DecisionRow<T>> {
    Ok(DecisionRow {
        id: row.get(0)?,
        shipment_id: row.get(1)?,
        subject: row.get(2)?,
        data: row.get::<_, Json<T>>(3)?.0,
    })
}

impl Read<'_> {
    /// The decision, if there is one of this id.
    ///
    /// # Errors
    /// `UnreadableData`, or the database failed.
    pub fn decision<T: DeserializeOwned>(&self, id: &str) -> Result<Option<DecisionRow<T>>> {
        self.row(Table::Decision, &format!("{SELECT} WHERE id = ?1"), [id], read)
    }

    /// The decisions of a shipment, by id.
    ///
    /// # Errors
    /// `UnreadableData`, or the database failed.
    pub fn decisions<T: DeserializeOwned>(&self, shipment_id: &str) -> Result<Vec<DecisionRow<T>>> {
        let sql = format!("{SELECT} WHERE shipment_id = ?1 ORDER BY id");
        self.rows(Table::Decision, &sql, [shipment_id], read)
    }
}

impl Write<'_> {
    /// Records a decision.
    ///
    /// # Errors
    /// `Exists`, `Dangling` when there is no such shipment, `UnwritableData`, or the database
    /// failed.
    pub fn insert_decision<T: Serialize>(&mut self, row: &DecisionRow<T>) -> Result<()> {
        let key: &[&str] = &[&row.id];
        let data = json(Table::Decision, key, &row.data)?;
        self.put(
            Table::Decision,
            key,
            "INSERT INTO decision (id, shipment_id, subject, data) VALUES (?1, ?2, ?3, ?4)",
            params![row.id, row.shipment_id, row.subject, data],
        )
    }

    /// Changes a decision to the given row.
    ///
    /// # Errors
    /// `NotFound`, `Dangling` when there is no such shipment, `UnwritableData`, or the database
    /// failed.
    pub fn update_decision<T: Serialize>(&mut self, row: &DecisionRow<T>) -> Result<()> {
        let key: &[&str] = &[&row.id];
        let data = json(Table::Decision, key, &row.data)?;
        self.update(
            Table::Decision,
            key,
            "UPDATE decision SET shipment_id = ?2, subject = ?3, data = ?4 WHERE id = ?1",
            params![row.id, row.shipment_id, row.subject, data],
        )
    }

    /// Removes a decision.
    ///
    /// # Errors
    /// `NotFound`, or the database failed.
    pub fn delete_decision(&mut self, id: &str) -> Result<()> {
        self.remove(Table::Decision, &[id], "DELETE FROM decision WHERE id = ?1", [id])
    }
}
