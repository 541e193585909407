//! The schema and the steps that lead to it.

use crate::backup;
use crate::connection::schema_of;
use crate::error::{Error, Result};
use crate::folder::Folder;
use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};

const FIRST: M<'static> = M::up(include_str!("schema/0001_first.sql")).foreign_key_check();
const PACKS: M<'static> = M::up(include_str!("schema/0002_packs.sql")).foreign_key_check();
const LIBRARY: M<'static> = M::up(include_str!("schema/0003_library.sql")).foreign_key_check();

const DELIVERY: M<'static> = M::up(include_str!("schema/0004_delivery.sql")).foreign_key_check();
const DATES: M<'static> = M::up(include_str!("schema/0005_dates.sql")).foreign_key_check();

/// Each landed step, oldest first; a step is never edited, only followed by another.
const STEPS: &[M<'static>] = &[FIRST, PACKS, LIBRARY, DELIVERY, DATES];

/// A sequence of steps; the number of a schema is how many of them lead to it.
#[derive(Clone, Copy)]
pub(crate) struct Schema {
    steps: &'static [M<'static>],
}

impl Schema {
    /// The schema of this program.
    pub(crate) const PRESENT: Self = Self { steps: STEPS };

    /// Its number.
    pub(crate) fn number(self) -> u32 {
        u32::try_from(self.steps.len()).unwrap_or(u32::MAX)
    }

    /// Creates all tables in an empty database.
    pub(crate) fn create(self, connection: &mut Connection) -> Result<()> {
        let path = connection.path().unwrap_or_default().to_owned();
        Migrations::from_slice(self.steps).to_latest(connection).map_err(|error| match error {
            // What the disk or another program did is told as everywhere else.
            rusqlite_migration::Error::RusqliteError { err, query } => {
                match Error::sqlite(err, &path) {
                    Error::Sqlite(err) => Error::Migration {
                        path: path.into(),
                        source: Box::new(rusqlite_migration::Error::RusqliteError { query, err }),
                    },
                    sorted => sorted,
                }
            }
            other => Error::Migration { path: path.into(), source: Box::new(other) },
        })
    }

    /// Brings an older database to this schema, after a copy of it was laid into `backups/`. On
    /// failure the database is as it was.
    pub(crate) fn reach(self, connection: &mut Connection, folder: &Folder) -> Result<()> {
        let found = schema_of(connection)?;
        if found == self.number() {
            return Ok(());
        }
        backup::before_step(connection, folder, found)?;
        self.create(connection)
    }
}

#[cfg(test)]
mod tests;
