//! The history: what was done, and undoing and redoing it.

mod apply;

use crate::changes::Changes;
use crate::error::{Conflict, ConflictReason, Error, Result};
use crate::table::{Json, Read, Table};
use crate::transact::{Committed, NewEntry, Recording, check_time};
use crate::workspace::Workspace;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ValueRef};
use rusqlite::{Connection, Row, params};
use serde_json::Value;

/// One line of the history. Lines are never removed; only the state of a command changes.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Entry {
    /// Its number; later entries have greater ones.
    pub id: i64,
    /// Whether something was done, taken back or done again.
    pub kind: EntryKind,
    /// The entry that an undo took back or a redo did again.
    pub command_id: Option<i64>,
    /// What became of a command since; none for an undo or redo.
    pub state: Option<EntryState>,
    /// When, RFC 3339, by the clock of that moment: the order is that of the ids.
    pub at: String,
    /// Who.
    pub author: String,
    /// What, as a code that the client words; that of the command for an undo or redo.
    pub name: String,
    /// What the wording needs.
    pub params: Value,
    /// The shipment that it belongs to. It may be gone.
    pub shipment: Option<String>,
}

/// What an entry records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum EntryKind {
    /// A command.
    Command,
    /// A command was taken back.
    Undo,
    /// A command was done again.
    Redo,
}

/// What became of a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum EntryState {
    /// It stands.
    Done,
    /// It was taken back and can be done again.
    Undone,
    /// It was taken back, and another command followed: it cannot be done again.
    Superseded,
}

const SELECT: &str = "SELECT id, kind, command_id, state, at, author, name, params, shipment_id
    FROM journal";

fn read(row: &Row<'_>) -> rusqlite::Result<Entry> {
    Ok(Entry {
        id: row.get(0)?,
        kind: row.get(1)?,
        command_id: row.get(2)?,
        state: row.get(3)?,
        at: row.get(4)?,
        author: row.get(5)?,
        name: row.get(6)?,
        params: row.get::<_, Json<Value>>(7)?.0,
        shipment: row.get(8)?,
    })
}

impl FromSql for EntryKind {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        match value.as_str()? {
            "command" => Ok(Self::Command),
            "undo" => Ok(Self::Undo),
            "redo" => Ok(Self::Redo),
            _ => Err(FromSqlError::InvalidType),
        }
    }
}

impl FromSql for EntryState {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        match value.as_str()? {
            "done" => Ok(Self::Done),
            "undone" => Ok(Self::Undone),
            "superseded" => Ok(Self::Superseded),
            _ => Err(FromSqlError::InvalidType),
        }
    }
}

impl Read<'_> {
    /// The newest entries before the entry `before`, or the newest of all; newest first.
    ///
    /// # Errors
    /// `UnreadableData`, or the database failed.
    pub fn history(&self, limit: u32, before: Option<i64>) -> Result<Vec<Entry>> {
        let sql = format!("{SELECT} WHERE id < ?1 ORDER BY id DESC LIMIT ?2");
        self.rows(Table::Journal, &sql, params![before.unwrap_or(i64::MAX), limit], read)
    }

    /// As [`history`](Self::history), but only what belongs to one shipment.
    ///
    /// # Errors
    /// `UnreadableData`, or the database failed.
    pub fn history_of_shipment(
        &self,
        shipment_id: &str,
        limit: u32,
        before: Option<i64>,
    ) -> Result<Vec<Entry>> {
        let sql = format!("{SELECT} WHERE shipment_id = ?3 AND id < ?1 ORDER BY id DESC LIMIT ?2");
        let before = before.unwrap_or(i64::MAX);
        self.rows(Table::Journal, &sql, params![before, limit, shipment_id], read)
    }

    /// The rows that an entry touched, when it was made.
    ///
    /// # Errors
    /// `NotFound`, or the database failed.
    pub fn changes_of(&self, entry: i64) -> Result<Changes> {
        Changes::read(&changeset_of(*self, entry)?)
    }

    /// What [`Workspace::undo`] would take back.
    ///
    /// # Errors
    /// `UnreadableData`, or the database failed.
    pub fn can_undo(&self) -> Result<Option<Entry>> {
        let sql = format!("{SELECT} WHERE state = 'done' ORDER BY id DESC LIMIT 1");
        self.row(Table::Journal, &sql, [], read)
    }

    /// What [`Workspace::redo`] would do again.
    ///
    /// # Errors
    /// `UnreadableData`, or the database failed.
    pub fn can_redo(&self) -> Result<Option<Entry>> {
        let sql = format!("{SELECT} WHERE state = 'undone' ORDER BY id LIMIT 1");
        self.row(Table::Journal, &sql, [], read)
    }
}

impl Workspace {
    /// Takes back the newest command that stands, whoever did it and however long ago. The history
    /// gains an entry. Returns the command taken back.
    ///
    /// # Errors
    /// `NothingToUndo`; `Conflict` when rows were changed past the history; `NotATime`;
    /// `DiskFull`, `Busy`, `Damaged`, or SQLite failed.
    pub fn undo(&mut self, at: &str, author: &str) -> Result<Committed<Entry>> {
        let command = self.read().can_undo()?.ok_or(Error::NothingToUndo)?;
        self.turn(command, EntryKind::Undo, at, author)
    }

    /// Does the command again that was taken back last. The history gains an entry. Returns the
    /// command done again.
    ///
    /// # Errors
    /// `NothingToRedo`; `Conflict` when rows were changed past the history; `NotATime`;
    /// `DiskFull`, `Busy`, `Damaged`, or SQLite failed.
    pub fn redo(&mut self, at: &str, author: &str) -> Result<Committed<Entry>> {
        let command = self.read().can_redo()?.ok_or(Error::NothingToRedo)?;
        self.turn(command, EntryKind::Redo, at, author)
    }

    fn turn(
        &mut self,
        mut command: Entry,
        kind: EntryKind,
        at: &str,
        author: &str,
    ) -> Result<Committed<Entry>> {
        check_time(at)?;
        let mut recording = Recording::begin(&self.connection)?;
        let forward = changeset_of(self.read(), command.id)?;
        let (word, state, wanted) = match kind {
            EntryKind::Undo => ("undo", EntryState::Undone, apply::inverse(&forward)?),
            EntryKind::Redo | EntryKind::Command => ("redo", EntryState::Done, forward),
        };
        apply::apply(&self.connection, command.id, &wanted)?;
        let changeset = recording.changeset()?;
        let changes = Changes::read(&changeset)?;
        // SQLite passes over tables that no longer have the shape they were recorded in.
        if changes != Changes::read(&wanted)? {
            let conflict =
                Conflict { entry: command.id, reason: ConflictReason::Schema, row: None };
            return Err(Error::Conflict(Box::new(conflict)));
        }
        set_state(&self.connection, command.id, state)?;
        let entry = NewEntry {
            kind: word,
            command_id: Some(command.id),
            at,
            author,
            name: &command.name,
            params: &command.params.to_string(),
            shipment: command.shipment.as_deref(),
            schema: self.schema.number(),
            changeset: &changeset,
        };
        let journal_id = Some(entry.insert(&self.connection)?);
        recording.commit()?;
        command.state = Some(state);
        Ok(Committed { value: command, journal_id, changes })
    }
}

fn changeset_of(read: Read<'_>, entry: i64) -> Result<Vec<u8>> {
    let sql = "SELECT id, changeset FROM journal WHERE id = ?1";
    let found = read.row(Table::Journal, sql, [entry], |row| row.get(1))?;
    let key = || [entry.to_string().as_str()].as_slice().into();
    found.ok_or_else(|| Error::NotFound { table: Table::Journal, key: key() })
}

fn set_state(connection: &Connection, command: i64, state: EntryState) -> Result<()> {
    let word = match state {
        EntryState::Done => "done",
        EntryState::Undone => "undone",
        EntryState::Superseded => "superseded",
    };
    connection
        .prepare_cached("UPDATE journal SET state = ?2 WHERE id = ?1")
        .and_then(|mut statement| statement.execute(params![command, word]))
        .map_err(Error::on(connection))?;
    Ok(())
}
