//! Table `setting`: settings of the workspace, one value under each key.

use super::{Json, Read, Table, Write, json};
use crate::error::Result;
use rusqlite::params;
use serde::Serialize;
use serde::de::DeserializeOwned;

impl Read<'_> {
    /// The value under a key, if there is one.
    ///
    /// # Errors
    /// `UnreadableData`, or the database failed.
    pub fn setting<T: DeserializeOwned>(&self, key: &str) -> Result<Option<T>> {
        self.row(Table::Setting, "SELECT key, data FROM setting WHERE key = ?1", [key], |row| {
            Ok(row.get::<_, Json<T>>(1)?.0)
        })
    }

    /// All keys and values, by key.
    ///
    /// # Errors
    /// `UnreadableData`, or the database failed.
    pub fn settings<T: DeserializeOwned>(&self) -> Result<Vec<(String, T)>> {
        self.rows(Table::Setting, "SELECT key, data FROM setting ORDER BY key", [], |row| {
            Ok((row.get(0)?, row.get::<_, Json<T>>(1)?.0))
        })
    }
}

impl Write<'_> {
    /// Sets the value under a key.
    ///
    /// # Errors
    /// `UnwritableData`, or the database failed.
    pub fn put_setting<T: Serialize + ?Sized>(&mut self, key: &str, data: &T) -> Result<()> {
        let data = json(Table::Setting, &[key], data)?;
        self.put(
            Table::Setting,
            &[key],
            "INSERT INTO setting (key, data) VALUES (?1, ?2)
             ON CONFLICT DO UPDATE SET data = excluded.data",
            params![key, data],
        )
    }

    /// Removes the value under a key.
    ///
    /// # Errors
    /// `NotFound`, or the database failed.
    pub fn delete_setting(&mut self, key: &str) -> Result<()> {
        self.remove(Table::Setting, &[key], "DELETE FROM setting WHERE key = ?1", [key])
    }
}
