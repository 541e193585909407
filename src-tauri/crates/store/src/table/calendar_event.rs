//! Table `calendar_event`: what calendar files have told. It stands outside the journal, since
//! what has left the house is not taken back by an undo.

use super::{Json, Read, Table, Write, json};
use crate::error::{Error, Result};
use crate::workspace::Workspace;
use rusqlite::{Transaction, TransactionBehavior, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// An event that a calendar file contained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarEventRow<T> {
    /// The shipment; empty for the calendar of all open ones.
    pub shipment_id: String,
    /// The party whose list it was; empty for the whole calendar.
    pub party: String,
    /// The event's UID.
    pub uid: String,
    /// The highest SEQUENCE that was written.
    pub sequence: i64,
    /// What it said, as the application types it.
    pub data: T,
}

impl Read<'_> {
    /// All that the calendar of a shipment or of a party's list has told, by UID.
    ///
    /// # Errors
    /// `UnreadableData`, or the database failed.
    pub fn calendar_events<T: DeserializeOwned>(
        &self,
        shipment_id: &str,
        party: &str,
    ) -> Result<Vec<CalendarEventRow<T>>> {
        let sql = "SELECT shipment_id, party, uid, sequence, data FROM calendar_event
                   WHERE shipment_id = ?1 AND party = ?2 ORDER BY uid";
        self.rows(Table::CalendarEvent, sql, [shipment_id, party], |row| {
            Ok(CalendarEventRow {
                shipment_id: row.get(0)?,
                party: row.get(1)?,
                uid: row.get(2)?,
                sequence: row.get(3)?,
                data: row.get::<_, Json<T>>(4)?.0,
            })
        })
    }

    /// The highest SEQUENCE that any calendar file had; none before the first.
    ///
    /// # Errors
    /// The database failed.
    pub fn last_sequence(&self) -> Result<Option<i64>> {
        let sql = "SELECT max(sequence) FROM calendar_event";
        Ok(self.row(Table::CalendarEvent, sql, [], |row| row.get(0))?.flatten())
    }
}

impl Workspace {
    /// Remembers what a calendar has told, in place of what was known of it: all of it or, on an
    /// error, nothing. No command: the history does not know of it and undo leaves it alone.
    ///
    /// # Errors
    /// `UnwritableData`; `DiskFull`, `Busy`, `Damaged`, or SQLite failed.
    pub fn remember_calendar<T: Serialize>(
        &mut self,
        shipment_id: &str,
        party: &str,
        events: &[CalendarEventRow<T>],
    ) -> Result<()> {
        let begun = Transaction::new_unchecked(&self.connection, TransactionBehavior::Immediate);
        let transaction = begun.map_err(Error::on(&self.connection))?;
        let mut write = Write::new(&self.connection);
        write.put(
            Table::CalendarEvent,
            &[shipment_id, party],
            "DELETE FROM calendar_event WHERE shipment_id = ?1 AND party = ?2",
            [shipment_id, party],
        )?;
        for event in events {
            let key: &[&str] = &[shipment_id, party, &event.uid];
            let data = json(Table::CalendarEvent, key, &event.data)?;
            write.put(
                Table::CalendarEvent,
                key,
                "INSERT INTO calendar_event (shipment_id, party, uid, sequence, data)
                 VALUES (?1, ?2, ?3, ?4, ?5)",
                params![shipment_id, party, event.uid, event.sequence, data],
            )?;
        }
        let path = transaction.path().unwrap_or_default().to_owned();
        transaction.commit().map_err(|source| Error::sqlite(source, path))
    }
}
