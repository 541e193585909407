//! The one door for writing.

use crate::changes::Changes;
use crate::error::{Error, Result};
use crate::table::{Table, Write, json};
use crate::workspace::Workspace;
use rusqlite::session::Session;
use rusqlite::{Connection, Transaction, TransactionBehavior, params};
use serde_json::Value;

/// What is about to be done, and by whom: the line of the history.
#[derive(Clone, Debug)]
pub struct Command<'a> {
    /// Who does it.
    pub author: &'a str,
    /// When, as of RFC 3339.
    pub at: &'a str,
    /// What it is, as a stable code that the client words, e.g. `answer.set`.
    pub name: &'a str,
    /// What the wording needs, e.g. the shipment's title.
    pub params: Value,
    /// The shipment that it belongs to, for the history of that shipment.
    pub shipment: Option<&'a str>,
}

/// A command that is on disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Committed<R> {
    /// What the closure returned.
    pub value: R,
    /// The journal entry; none when nothing was changed.
    pub journal_id: Option<i64>,
    /// The rows touched.
    pub changes: Changes,
}

impl Workspace {
    /// Runs one command: all of it, with its journal entry, is on disk when this returns `Ok`, and
    /// nothing of it when it returns an error or the closure panics. Undone commands that wait to
    /// be done again stay in the history, but can be done again no longer.
    ///
    /// A command that changes nothing in the end leaves no trace.
    ///
    /// # Errors
    /// What the closure returned; `NotATime`; `DiskFull`, `Busy`, `Damaged`, or SQLite failed.
    pub fn transact<R, E: From<Error>>(
        &mut self,
        command: &Command<'_>,
        write: impl FnOnce(&mut Write<'_>) -> Result<R, E>,
    ) -> Result<Committed<R>, E> {
        check_time(command.at)?;
        let mut recording = Recording::begin(&self.connection)?;
        let value = write(&mut Write::new(&self.connection))?;
        let changeset = recording.changeset()?;
        if changeset.is_empty() {
            return Ok(Committed { value, journal_id: None, changes: Changes::default() });
        }
        let changes = Changes::read(&changeset)?;
        supersede(&self.connection)?;
        let entry = NewEntry {
            kind: "command",
            command_id: None,
            at: command.at,
            author: command.author,
            name: command.name,
            params: &json(Table::Journal, &["new"], &command.params)?,
            shipment: command.shipment,
            schema: self.schema.number(),
            changeset: &changeset,
        };
        let journal_id = Some(entry.insert(&self.connection)?);
        recording.commit()?;
        Ok(Committed { value, journal_id, changes })
    }
}

/// A transaction whose changes are recorded; rolled back unless committed.
pub(crate) struct Recording<'a> {
    // The session goes first: it looks at the connection until it is gone.
    session: Session<'a>,
    transaction: Transaction<'a>,
}

impl<'a> Recording<'a> {
    pub(crate) fn begin(connection: &'a Connection) -> Result<Self> {
        let begin = || {
            let immediate = TransactionBehavior::Immediate;
            let transaction = Transaction::new_unchecked(connection, immediate)?;
            let mut session = Session::new(connection)?;
            for table in Table::recorded() {
                session.attach(Some(table.name()))?;
            }
            Ok(Self { session, transaction })
        };
        begin().map_err(Error::on(connection))
    }

    /// What was changed so far, children before parents; empty when nothing differs.
    pub(crate) fn changeset(&mut self) -> Result<Vec<u8>> {
        let mut changeset = Vec::new();
        self.session.changeset_strm(&mut changeset).map_err(Error::on(&self.transaction))?;
        Ok(changeset)
    }

    pub(crate) fn commit(self) -> Result<()> {
        let Self { session, transaction } = self;
        drop(session);
        let path = transaction.path().unwrap_or_default().to_owned();
        transaction.commit().map_err(|source| Error::sqlite(source, path))
    }
}

/// A journal entry to be written.
pub(crate) struct NewEntry<'a> {
    pub(crate) kind: &'static str,
    pub(crate) command_id: Option<i64>,
    pub(crate) at: &'a str,
    pub(crate) author: &'a str,
    pub(crate) name: &'a str,
    pub(crate) params: &'a str,
    pub(crate) shipment: Option<&'a str>,
    pub(crate) schema: u32,
    pub(crate) changeset: &'a [u8],
}

impl NewEntry<'_> {
    /// Returns its id.
    pub(crate) fn insert(&self, connection: &Connection) -> Result<i64> {
        let sql = "INSERT INTO journal
            (kind, command_id, state, at, author, name, params, shipment_id, schema, changeset)
            VALUES (?1, ?2, iif(?2 IS NULL, 'done', NULL), ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
        connection
            .prepare_cached(sql)
            .and_then(|mut statement| {
                statement.insert(params![
                    self.kind,
                    self.command_id,
                    self.at,
                    self.author,
                    self.name,
                    self.params,
                    self.shipment,
                    self.schema,
                    self.changeset
                ])
            })
            .map_err(Error::on(connection))
    }
}

/// Time is told by the caller; a wrong one would spoil the history for good.
pub(crate) fn check_time(at: &str) -> Result<()> {
    match chrono::DateTime::parse_from_rfc3339(at) {
        Ok(_) => Ok(()),
        Err(_) => Err(Error::NotATime { found: at.to_owned() }),
    }
}

/// A new command ends the possibility to do undone ones again.
fn supersede(connection: &Connection) -> Result<()> {
    connection
        .prepare_cached("UPDATE journal SET state = 'superseded' WHERE state = 'undone'")
        .and_then(|mut statement| statement.execute([]))
        .map_err(Error::on(connection))?;
    Ok(())
}
