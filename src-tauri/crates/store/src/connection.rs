//! Opening the database file: what is looked at before anything is touched, and the settings of
//! the connection.

use crate::error::{Error, Result};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, MAIN_DB, OpenFlags};
use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;
use std::time::Duration;

/// What the header of our databases carries: `SHPS`.
pub(crate) const APPLICATION_ID: u32 = 0x5348_5053;

/// Refuses, from the file's first bytes, what is not ours or is newer. Touches nothing.
pub(crate) fn inspect(database: &Path, supported: u32) -> Result<()> {
    let path = || database.to_owned();
    let mut header = [0; 100];
    let read = File::open(database).and_then(|mut file| file.read_exact(&mut header));
    match read {
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => {
            let detail = String::from("it is shorter than the header of a database");
            return Err(Error::Damaged { path: path(), detail });
        }
        read => read.map_err(|source| Error::io("read", database, source))?,
    }
    if !header.starts_with(b"SQLite format 3\0") {
        let detail = String::from("it does not begin as a database does");
        return Err(Error::Damaged { path: path(), detail });
    }
    if number(&header, 68) != APPLICATION_ID {
        return Err(Error::NotAWorkspace { path: path() });
    }
    accept(database, number(&header, 60), supported)
}

/// Refuses what the write-ahead log, left by a program that ended early, makes of the database.
/// Changes neither file.
pub(crate) fn inspect_log(database: &Path, supported: u32) -> Result<()> {
    let log = database.with_extension("db-wal");
    if !log.metadata().is_ok_and(|log| log.len() > 0) {
        return Ok(());
    }
    let failed = |source| Error::sqlite(source, database);
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(database, flags).map_err(failed)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true).map_err(failed)?;
    accept(database, schema_of(&connection)?, supported)
}

/// Opens the database for reading and writing; it must be there. Closing it leaves both its files
/// as they are until the caller is [content](accept_as_sound) with what it found.
pub(crate) fn connect(database: &Path, patience: Duration) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let failed = |source| Error::sqlite(source, database);
    let connection = Connection::open_with_flags(database, flags).map_err(failed)?;
    let mode = settle(&connection, patience).map_err(failed)?;
    if connection.is_readonly(MAIN_DB).map_err(failed)? {
        return Err(Error::ReadOnly { path: database.to_owned() });
    }
    if mode != "wal" {
        return Err(Error::NoWriteAheadLog { path: database.to_owned() });
    }
    Ok(connection)
}

/// An acknowledged command survives a power loss (`synchronous`, on Apple's systems with
/// `fullfsync`); a row never names one that is not there (`foreign_keys`); a schema that somebody
/// meddled with can do no harm (`trusted_schema`, defensive). Returns the journal's mode.
fn settle(connection: &Connection, patience: Duration) -> rusqlite::Result<String> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    connection.busy_timeout(patience)?;
    connection.set_prepared_statement_cache_capacity(128);
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.pragma_update(None, "cell_size_check", true)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "fullfsync", true)?;
    connection.pragma_update(None, "checkpoint_fullfsync", true)?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.pragma_update(None, "journal_size_limit", 16 * 1024 * 1024)?;
    connection.pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get(0))
}

/// From now on, closing moves the write-ahead log into the database.
pub(crate) fn accept_as_sound(connection: &Connection) -> Result<()> {
    connection
        .set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)
        .map_err(Error::on(connection))?;
    Ok(())
}

/// Moves the write-ahead log into the database. Closing does the same, but says nothing when it
/// fails.
pub(crate) fn empty_log(connection: &Connection) -> Result<()> {
    let is_busy = connection
        .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, bool>(0))
        .map_err(Error::on(connection))?;
    if is_busy {
        return Err(Error::Busy { path: connection.path().unwrap_or_default().into() });
    }
    Ok(())
}

/// The schema's number as the connection sees it.
pub(crate) fn schema_of(connection: &Connection) -> Result<u32> {
    connection
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .map_err(Error::on(connection))
}

/// What is wrong with the pages and references of a database; nothing when it is sound.
pub(crate) fn faults(connection: &Connection, check: &str) -> Result<Vec<String>> {
    let failed = Error::on(connection);
    let mut faults = Vec::new();
    connection
        .pragma_query(None, check, |row| {
            faults.push(row.get::<_, String>(0)?);
            Ok(())
        })
        .map_err(&failed)?;
    faults.retain(|fault| fault != "ok");
    connection
        .pragma_query(None, "foreign_key_check", |row| {
            let (table, parent): (String, String) = (row.get(0)?, row.get(2)?);
            faults.push(format!("a row of {table} names one of {parent} that is not there"));
            Ok(())
        })
        .map_err(&failed)?;
    Ok(faults)
}

fn accept(database: &Path, found: u32, supported: u32) -> Result<()> {
    let path = database.to_owned();
    match found {
        0 => Err(Error::Damaged { path, detail: String::from("it has no schema") }),
        found if found > supported => Err(Error::TooNew { path, found, supported }),
        _ => Ok(()),
    }
}

/// A big-endian number of the header.
fn number(header: &[u8; 100], at: usize) -> u32 {
    header.get(at..at + 4).and_then(|bytes| bytes.try_into().ok()).map_or(0, u32::from_be_bytes)
}
