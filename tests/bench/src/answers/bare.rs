//! The other side: the same rows, written by rusqlite and nothing else.

use super::office::Given;
use crate::Outcome;
use crate::measure::timed;
use rusqlite::{Connection, params};
use std::fs;
use std::path::Path;
use std::time::Duration;

/// As long as the journal's changeset of one answer.
const CHANGESET: usize = 160;

/// A copy of the workspace's database, open with the same settings.
pub(crate) struct Bare(Connection);

impl Bare {
    /// Copies the database of a closed workspace.
    pub(crate) fn beside(workspace: &Path) -> Outcome<Self> {
        let path = workspace.join("bare.db");
        fs::copy(workspace.join("shipshape.db"), &path)?;
        let connection = Connection::open(path)?;
        connection.pragma_update(None, "foreign_keys", true)?;
        connection.pragma_update(None, "fullfsync", true)?;
        connection.pragma_update(None, "checkpoint_fullfsync", true)?;
        connection.pragma_update(None, "temp_store", "MEMORY")?;
        connection.pragma_update(None, "journal_size_limit", 16 * 1024 * 1024)?;
        connection.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        Ok(Self(connection))
    }

    /// Writes the rows of one answer.
    pub(crate) fn write(&mut self, given: &Given) -> Outcome<Duration> {
        let params = format!("{{\"fact\":\"{}\",\"value\":{}}}", given.fact, given.value);
        let changeset = vec![0; CHANGESET];
        let (took, done) = timed(|| self.commit(given, &params, &changeset));
        done?;
        Ok(took)
    }

    fn commit(&self, given: &Given, params: &str, changeset: &[u8]) -> rusqlite::Result<()> {
        let run = |sql: &str| self.0.prepare_cached(sql)?.execute([]);
        run("BEGIN IMMEDIATE")?;
        self.0
            .prepare_cached(
                "INSERT INTO answer (shipment_id, product_id, fact, data) VALUES (?1, '', ?2, ?3)
                 ON CONFLICT DO UPDATE SET data = excluded.data",
            )?
            .execute(params![given.shipment, given.fact, given.value])?;
        self.0
            .prepare_cached(
                "INSERT INTO journal
                 (kind, state, at, author, name, params, shipment_id, schema, changeset)
                 VALUES ('command', 'done', '2026-11-24T09:00:00+08:00', '-', 'answer.set',
                         ?1, ?2, 1, ?3)",
            )?
            .execute(params![params, given.shipment, changeset])?;
        run("COMMIT")?;
        Ok(())
    }

    pub(crate) fn close(self) -> Outcome<()> {
        self.0.close().map_err(|(_, error)| error.into())
    }
}

/// What both databases must agree on.
#[derive(PartialEq, Eq)]
pub(crate) struct Content {
    /// Shipment, product, fact, value.
    pub(crate) answers: Vec<(String, String, String, String)>,
    entries: i64,
}

/// Reads it.
pub(crate) fn content(database: &Path) -> Outcome<Content> {
    let connection = Connection::open(database)?;
    let mut answers = connection
        .prepare("SELECT shipment_id, product_id, fact, data FROM answer ORDER BY 1, 2, 3")?;
    let answers = answers
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?
        .collect::<rusqlite::Result<_>>()?;
    let entries = connection.query_row("SELECT count(*) FROM journal", [], |row| row.get(0))?;
    Ok(Content { answers, entries })
}
