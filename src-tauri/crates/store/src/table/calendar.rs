//! Table `calendar`: working calendars of the user's own, and those that replace a built-in one.

use super::{Json, Read, Table, Write, json};
use crate::error::Result;
use rusqlite::{Row, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A working calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarRow<T> {
    /// Stable id.
    pub id: String,
    /// Its data, as the application types it.
    pub data: T,
}

const SELECT: &str = "SELECT id, data FROM calendar";

fn read<T: DeserializeOwned>(row: &Row<'_>) -> rusqlite::Result<CalendarRow<T>> {
    Ok(CalendarRow { id: row.get(0)?, data: row.get::<_, Json<T>>(1)?.0 })
}

impl Read<'_> {
    /// The calendar of this key, if there is one.
    ///
    /// # Errors
    /// `UnreadableData`, or the database failed.
    pub fn calendar<T: DeserializeOwned>(&self, id: &str) -> Result<Option<CalendarRow<T>>> {
        self.row(Table::Calendar, &format!("{SELECT} WHERE id = ?1"), [id], read)
    }

    /// All of them, by their keys.
    ///
    /// # Errors
    /// `UnreadableData`, or the database failed.
    pub fn calendars<T: DeserializeOwned>(&self) -> Result<Vec<CalendarRow<T>>> {
        let sql = format!("{SELECT} ORDER BY id");
        self.rows(Table::Calendar, &sql, [], read)
    }
}

impl Write<'_> {
    /// Saves one, in place of an earlier one of the same key.
    ///
    /// # Errors
    /// `UnwritableData`, or the database failed.
    pub fn put_calendar<T: Serialize>(&mut self, row: &CalendarRow<T>) -> Result<()> {
        let key: &[&str] = &[&row.id];
        let data = json(Table::Calendar, key, &row.data)?;
        self.put(
            Table::Calendar,
            key,
            "INSERT INTO calendar (id, data) VALUES (?1, ?2)
             ON CONFLICT DO UPDATE SET data = excluded.data",
            params![row.id, data],
        )
    }

    /// Removes one.
    ///
    /// # Errors
    /// `NotFound`, or the database failed.
    pub fn delete_calendar(&mut self, id: &str) -> Result<()> {
        self.remove(Table::Calendar, &[id], "DELETE FROM calendar WHERE id = ?1", [id])
    }
}
