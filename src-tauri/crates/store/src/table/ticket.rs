//! Table `ticket`: questions and complaints of a party, with their clocks.

use super::{Json, Read, Table, Write, json};
use crate::error::Result;
use rusqlite::{Row, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A question or complaint of a party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TicketRow<T> {
    /// Stable id.
    pub id: String,
    /// The shipment it belongs to.
    pub shipment_id: String,
    /// Its data, as the application types it.
    pub data: T,
}

const SELECT: &str = "SELECT id, shipment_id, data FROM ticket";

fn read<T: DeserializeOwned>(row: &Row<'_>) -> rusqlite::Result<TicketRow<T>> {
    Ok(TicketRow { id: row.get(0)?, shipment_id: row.get(1)?, data: row.get::<_, Json<T>>(2)?.0 })
}

impl Read<'_> {
    /// The ticket of this key, if there is one.
    ///
    /// # Errors
    /// `UnreadableData`, or the database failed.
    pub fn ticket<T: DeserializeOwned>(&self, id: &str) -> Result<Option<TicketRow<T>>> {
        self.row(Table::Ticket, &format!("{SELECT} WHERE id = ?1"), [id], read)
    }

    /// All of a shipment, by their keys.
    ///
    /// # Errors
    /// `UnreadableData`, or the database failed.
    pub fn tickets<T: DeserializeOwned>(&self, shipment_id: &str) -> Result<Vec<TicketRow<T>>> {
        let sql = format!("{SELECT} WHERE shipment_id = ?1 ORDER BY id");
        self.rows(Table::Ticket, &sql, [shipment_id], read)
    }

    /// All of them, by their keys.
    ///
    /// # Errors
    /// `UnreadableData`, or the database failed.
    pub fn all_tickets<T: DeserializeOwned>(&self) -> Result<Vec<TicketRow<T>>> {
        let sql = format!("{SELECT} ORDER BY id");
        self.rows(Table::Ticket, &sql, [], read)
    }
}

impl Write<'_> {
    /// Saves one, in place of an earlier one of the same key.
    ///
    /// # Errors
    /// `Dangling` when what it belongs to does not exist, `UnwritableData`, or the database failed.
    pub fn put_ticket<T: Serialize>(&mut self, row: &TicketRow<T>) -> Result<()> {
        let key: &[&str] = &[&row.id];
        let data = json(Table::Ticket, key, &row.data)?;
        self.put(
            Table::Ticket,
            key,
            "INSERT INTO ticket (id, shipment_id, data) VALUES (?1, ?2, ?3)
             ON CONFLICT DO UPDATE SET shipment_id = excluded.shipment_id, data = excluded.data",
            params![row.id, row.shipment_id, data],
        )
    }

    /// Removes one.
    ///
    /// # Errors
    /// `NotFound`, or the database failed.
    pub fn delete_ticket(&mut self, id: &str) -> Result<()> {
        self.remove(Table::Ticket, &[id], "DELETE FROM ticket WHERE id = ?1", [id])
    }
}
