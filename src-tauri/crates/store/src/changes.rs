//! What a command touched, read from a changeset.

use crate::error::{Error, Key, Result};
use crate::table::{Table, shown};
use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator as _;
use rusqlite::session::{ChangesetItem, ChangesetIter};
use std::collections::BTreeSet;
use std::io;

/// The rows that a command touched, for whoever shows them.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Changes {
    /// One for each row, by table; a row touched twice by one command counts once.
    pub rows: Vec<Touched>,
}

/// One row that a command touched.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub struct Touched {
    /// The table.
    pub table: Table,
    /// The row's primary key.
    pub key: Key,
    /// What became of it.
    pub action: Action,
}

/// What became of a row, all in all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// It was not there before.
    Inserted,
    /// It has other values.
    Updated,
    /// It is gone.
    Deleted,
}

impl Changes {
    /// Nothing was touched.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The tables touched.
    #[must_use]
    pub fn tables(&self) -> BTreeSet<Table> {
        self.rows.iter().map(|row| row.table).collect()
    }

    /// The keys of the rows touched in one table.
    pub fn of(&self, table: Table) -> impl Iterator<Item = &Key> {
        self.rows.iter().filter(move |row| row.table == table).map(|row| &row.key)
    }

    /// Reads a changeset.
    pub(crate) fn read(changeset: &[u8]) -> Result<Self> {
        let mut bytes = changeset;
        let input: &mut dyn io::Read = &mut bytes;
        let mut rows = Vec::new();
        let mut items = ChangesetIter::start_strm(&input).map_err(Error::Sqlite)?;
        while let Some(item) = items.next().map_err(Error::Sqlite)? {
            rows.extend(touched(item).map_err(Error::Sqlite)?);
        }
        rows.sort();
        Ok(Self { rows })
    }
}

/// What one item of a changeset touches; nothing when the table is not one of ours.
pub(crate) fn touched(item: &ChangesetItem) -> rusqlite::Result<Option<Touched>> {
    use rusqlite::hooks::Action as Op;
    let operation = item.op()?;
    let Some(table) = Table::named(operation.table_name()) else {
        return Ok(None);
    };
    let action = match operation.code() {
        Op::SQLITE_INSERT => Action::Inserted,
        Op::SQLITE_DELETE => Action::Deleted,
        _ => Action::Updated,
    };
    let mut key = Vec::new();
    for (column, _) in item.pk()?.iter().enumerate().filter(|(_, part)| **part != 0) {
        let value = match action {
            Action::Inserted => item.new_value(column)?,
            Action::Updated | Action::Deleted => item.old_value(column)?,
        };
        key.push(shown(value));
    }
    Ok(Some(Touched { table, key: Key(key), action }))
}
