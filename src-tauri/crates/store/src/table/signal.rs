//! Table `signal`: what the user watches: own signals, and notes about built-in ones.

use super::{Json, Read, Table, Write, json};
use crate::error::Result;
use rusqlite::{Row, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A signal, or what the user noted about a built-in one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignalRow<T> {
    /// Stable id.
    pub id: String,
    /// Its data, as the application types it.
    pub data: T,
}

const SELECT: &str = "SELECT id, data FROM signal";

fn read<T: DeserializeOwned>(row: &Row<'_>) -> rusqlite::Result<SignalRow<T>> {
    Ok(SignalRow { id: row.get(0)?, data: row.get::<_, Json<T>>(1)?.0 })
}

impl Read<'_> {
    /// The signal of this key, if there is one.
    ///
    /// # Errors
    /// `UnreadableData`, or the database failed.
    pub fn signal<T: DeserializeOwned>(&self, id: &str) -> Result<Option<SignalRow<T>>> {
        self.row(Table::Signal, &format!("{SELECT} WHERE id = ?1"), [id], read)
    }

    /// All of them, by their keys.
    ///
    /// # Errors
    /// `UnreadableData`, or the database failed.
    pub fn signals<T: DeserializeOwned>(&self) -> Result<Vec<SignalRow<T>>> {
        let sql = format!("{SELECT} ORDER BY id");
        self.rows(Table::Signal, &sql, [], read)
    }
}

impl Write<'_> {
    /// Saves one, in place of an earlier one of the same key.
    ///
    /// # Errors
    /// `UnwritableData`, or the database failed.
    pub fn put_signal<T: Serialize>(&mut self, row: &SignalRow<T>) -> Result<()> {
        let key: &[&str] = &[&row.id];
        let data = json(Table::Signal, key, &row.data)?;
        self.put(
            Table::Signal,
            key,
            "INSERT INTO signal (id, data) VALUES (?1, ?2)
             ON CONFLICT DO UPDATE SET data = excluded.data",
            params![row.id, data],
        )
    }

    /// Removes one.
    ///
    /// # Errors
    /// `NotFound`, or the database failed.
    pub fn delete_signal(&mut self, id: &str) -> Result<()> {
        self.remove(Table::Signal, &[id], "DELETE FROM signal WHERE id = ?1", [id])
    }
}
