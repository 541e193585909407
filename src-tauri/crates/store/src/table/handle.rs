//! The two handles, and the few ways in which all tables are read and written.

use super::Table;
use crate::error::{Error, Key, Result};
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ValueRef};
use rusqlite::{Connection, ErrorCode, Params, Row, ffi};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::ops::Deref;

/// Reads the workspace. Several reads of one handle see the same state, since writing needs the
/// workspace exclusively.
#[derive(Clone, Copy)]
pub struct Read<'a> {
    pub(crate) connection: &'a Connection,
}

/// Reads and writes inside one command; see [`Workspace::transact`](crate::Workspace::transact).
pub struct Write<'a> {
    read: Read<'a>,
}

impl<'a> Write<'a> {
    pub(crate) fn new(connection: &'a Connection) -> Self {
        Self { read: Read { connection } }
    }
}

impl<'a> Deref for Write<'a> {
    type Target = Read<'a>;

    fn deref(&self) -> &Read<'a> {
        &self.read
    }
}

/// A column of JSON text, read as `T`.
pub(crate) struct Json<T>(pub(crate) T);

impl<T: DeserializeOwned> FromSql for Json<T> {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        serde_json::from_str(value.as_str()?)
            .map(Json)
            .map_err(|error| FromSqlError::Other(Box::new(error)))
    }
}

impl Read<'_> {
    /// Rows of `table`; the statement selects the primary key first.
    pub(crate) fn rows<T>(
        &self,
        table: Table,
        sql: &str,
        params: impl Params,
        map: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>> {
        let failed = Error::on(self.connection);
        let mut statement = self.connection.prepare_cached(sql).map_err(&failed)?;
        let mut rows = statement.query(params).map_err(&failed)?;
        let mut found = Vec::new();
        while let Some(row) = rows.next().map_err(&failed)? {
            found.push(map(row).map_err(|error| unreadable(table, row, error, &failed))?);
        }
        Ok(found)
    }

    /// The only row of `table`, if there is one.
    pub(crate) fn row<T>(
        &self,
        table: Table,
        sql: &str,
        params: impl Params,
        map: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Option<T>> {
        Ok(self.rows(table, sql, params, map)?.pop())
    }
}

impl Write<'_> {
    /// Inserts or upserts one row.
    pub(crate) fn put(
        &mut self,
        table: Table,
        key: &[&str],
        sql: &str,
        params: impl Params,
    ) -> Result<()> {
        self.execute(sql, params).map(|_| ()).map_err(|error| self.sorted(table, key, error, false))
    }

    /// Updates one row that must be there.
    pub(crate) fn update(
        &mut self,
        table: Table,
        key: &[&str],
        sql: &str,
        params: impl Params,
    ) -> Result<()> {
        match self.execute(sql, params) {
            Ok(true) => Ok(()),
            Ok(false) => Err(Error::NotFound { table, key: key.into() }),
            Err(error) => Err(self.sorted(table, key, error, false)),
        }
    }

    /// Removes one row that must be there.
    pub(crate) fn remove(
        &mut self,
        table: Table,
        key: &[&str],
        sql: &str,
        params: impl Params,
    ) -> Result<()> {
        match self.execute(sql, params) {
            Ok(true) => Ok(()),
            Ok(false) => Err(Error::NotFound { table, key: key.into() }),
            Err(error) => Err(self.sorted(table, key, error, true)),
        }
    }

    /// Says whether a row was touched.
    fn execute(&self, sql: &str, params: impl Params) -> rusqlite::Result<bool> {
        Ok(self.connection.prepare_cached(sql)?.execute(params)? > 0)
    }

    fn sorted(&self, table: Table, key: &[&str], error: rusqlite::Error, removing: bool) -> Error {
        let Some(code) = error.sqlite_error() else {
            return Error::Sqlite(error);
        };
        let key = Key::from(key);
        match code.extended_code {
            ffi::SQLITE_CONSTRAINT_PRIMARYKEY
            | ffi::SQLITE_CONSTRAINT_UNIQUE
            | ffi::SQLITE_CONSTRAINT_ROWID => Error::Exists { table, key },
            ffi::SQLITE_CONSTRAINT_FOREIGNKEY if removing => Error::StillUsed { table, key },
            ffi::SQLITE_CONSTRAINT_FOREIGNKEY => Error::Dangling { table, key },
            _ if code.code == ErrorCode::ConstraintViolation => {
                Error::Refused { table, key, detail: error.to_string() }
            }
            _ => Error::on(self.connection)(error),
        }
    }
}

/// The JSON text of a row's data.
pub(crate) fn json<T: Serialize + ?Sized>(table: Table, key: &[&str], data: &T) -> Result<String> {
    serde_json::to_string(data).map_err(|source| Error::UnwritableData {
        table,
        key: key.into(),
        source,
    })
}

/// Names the row whose data could not be read.
fn unreadable(
    table: Table,
    row: &Row<'_>,
    error: rusqlite::Error,
    failed: impl Fn(rusqlite::Error) -> Error,
) -> Error {
    let rusqlite::Error::FromSqlConversionFailure(index, kind, cause) = error else {
        return failed(error);
    };
    match cause.downcast::<serde_json::Error>() {
        Ok(source) => Error::UnreadableData { table, key: key_of(table, row), source: *source },
        Err(cause) => failed(rusqlite::Error::FromSqlConversionFailure(index, kind, cause)),
    }
}

fn key_of(table: Table, row: &Row<'_>) -> Key {
    let parts = (0..table.key_columns()).map(|index| match row.get_ref(index) {
        Ok(value) => shown(value),
        Err(_) => String::from("?"),
    });
    Key(parts.collect())
}

/// A value of a primary key as text.
pub(crate) fn shown(value: ValueRef<'_>) -> String {
    match value {
        ValueRef::Null => String::new(),
        ValueRef::Integer(number) => number.to_string(),
        ValueRef::Real(number) => number.to_string(),
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => {
            String::from_utf8_lossy(bytes).into_owned()
        }
    }
}
