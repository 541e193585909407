//! Table `shipment`: orders on their way out.

use super::{Json, Read, Table, Write, json};
use crate::error::Result;
use rusqlite::{Row, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// One shipment, without what lies in tables of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShipmentRow<T> {
    /// Stable id.
    pub id: String,
    /// The order's number, as people call it.
    pub reference: String,
    /// A title for lists.
    pub title: String,
    /// What is agreed, as the application types it.
    pub data: T,
    /// Put away: kept, but out of the lists.
    pub archived: bool,
    /// When it was created, RFC 3339.
    pub created_at: String,
    /// Its place in lists; ties are broken by id.
    pub position: i64,
}

const SELECT: &str =
    "SELECT id, reference, title, data, archived, created_at, position FROM shipment";

fn read<T: DeserializeOwned>(row: &Row<'_>) -> rusqlite::Result<ShipmentRow<T>> {
    Ok(ShipmentRow {
        id: row.get(0)?,
        reference: row.get(1)?,
        title: row.get(2)?,
        data: row.get::<_, Json<T>>(3)?.0,
        archived: row.get(4)?,
        created_at: row.get(5)?,
        position: row.get(6)?,
    })
}

impl Read<'_> {
    /// The shipment, if there is one of this id.
    ///
    /// # Errors
    /// `UnreadableData`, or the database failed.
    pub fn shipment<T: DeserializeOwned>(&self, id: &str) -> Result<Option<ShipmentRow<T>>> {
        self.row(Table::Shipment, &format!("{SELECT} WHERE id = ?1"), [id], read)
    }

    /// All shipments in the order of lists, the archived ones too.
    ///
    /// # Errors
    /// `UnreadableData`, or the database failed.
    pub fn shipments<T: DeserializeOwned>(&self) -> Result<Vec<ShipmentRow<T>>> {
        self.rows(Table::Shipment, &format!("{SELECT} ORDER BY position, id"), [], read)
    }
}

impl Write<'_> {
    /// Adds a shipment.
    ///
    /// # Errors
    /// `Exists`, `Refused`, `UnwritableData`, or the database failed.
    pub fn insert_shipment<T: Serialize>(&mut self, row: &ShipmentRow<T>) -> Result<()> {
        self.put(
            Table::Shipment,
            &[&row.id],
            "INSERT INTO shipment (id, reference, title, data, archived, created_at, position)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![
                row.id,
                row.reference,
                row.title,
                json(Table::Shipment, &[&row.id], &row.data)?,
                row.archived,
                row.created_at,
                row.position
            ],
        )
    }

    /// Changes a shipment to the given row.
    ///
    /// # Errors
    /// `NotFound`, `Refused`, `UnwritableData`, or the database failed.
    pub fn update_shipment<T: Serialize>(&mut self, row: &ShipmentRow<T>) -> Result<()> {
        self.update(
            Table::Shipment,
            &[&row.id],
            "UPDATE shipment SET reference = ?2, title = ?3, data = ?4, archived = ?5,
             created_at = ?6, position = ?7 WHERE id = ?1",
            params![
                row.id,
                row.reference,
                row.title,
                json(Table::Shipment, &[&row.id], &row.data)?,
                row.archived,
                row.created_at,
                row.position
            ],
        )
    }

    /// Removes a shipment with all that is its own: products, answers, edits, documents,
    /// decisions, exceptions and its links to evidence. The evidence stays.
    ///
    /// # Errors
    /// `NotFound`, or the database failed.
    pub fn delete_shipment(&mut self, id: &str) -> Result<()> {
        self.remove(Table::Shipment, &[id], "DELETE FROM shipment WHERE id = ?1", [id])
    }
}
