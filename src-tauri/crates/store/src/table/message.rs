//! Table `message`: what was written or said about a ticket.

use super::{Json, Read, Table, Write, json};
use crate::error::Result;
use rusqlite::{Row, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// What was written or said about a ticket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageRow<T> {
    /// Stable id.
    pub id: String,
    /// The ticket it belongs to.
    pub ticket_id: String,
    /// Its data, as the application types it.
    pub data: T,
}

const SELECT: &str = "SELECT id, ticket_id, data FROM message";

fn read<T: DeserializeOwned>(row: &Row<'_>) -> rusqlite::Result<MessageRow<T>> {
    Ok(MessageRow { id: row.get(0)?, ticket_id: row.get(1)?, data: row.get::<_, Json<T>>(2)?.0 })
}

impl Read<'_> {
    /// The message of this key, if there is one.
    ///
    /// # Errors
    /// `UnreadableData`, or the database failed.
    pub fn message<T: DeserializeOwned>(&self, id: &str) -> Result<Option<MessageRow<T>>> {
        self.row(Table::Message, &format!("{SELECT} WHERE id = ?1"), [id], read)
    }

    /// All of a ticket, by their keys.
    ///
    /// # Errors
    /// `UnreadableData`, or the database failed.
    pub fn messages<T: DeserializeOwned>(&self, ticket_id: &str) -> Result<Vec<MessageRow<T>>> {
        let sql = format!("{SELECT} WHERE ticket_id = ?1 ORDER BY id");
        self.rows(Table::Message, &sql, [ticket_id], read)
    }
}

impl Write<'_> {
    /// Saves one, in place of an earlier one of the same key.
    ///
    /// # Errors
    /// `Dangling` when what it belongs to does not exist, `UnwritableData`, or the database failed.
    pub fn put_message<T: Serialize>(&mut self, row: &MessageRow<T>) -> Result<()> {
        let key: &[&str] = &[&row.id];
        let data = json(Table::Message, key, &row.data)?;
        self.put(
            Table::Message,
            key,
            "INSERT INTO message (id, ticket_id, data) VALUES (?1, ?2, ?3)
             ON CONFLICT DO UPDATE SET ticket_id = excluded.ticket_id, data = excluded.data",
            params![row.id, row.ticket_id, data],
        )
    }

    /// Removes one.
    ///
    /// # Errors
    /// `NotFound`, or the database failed.
    pub fn delete_message(&mut self, id: &str) -> Result<()> {
        self.remove(Table::Message, &[id], "DELETE FROM message WHERE id = ?1", [id])
    }
}
