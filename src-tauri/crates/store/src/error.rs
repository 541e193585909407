//! What can go wrong, precisely enough for a client to act on.

mod conflict;

pub use conflict::{Conflict, ConflictReason, Key};

use crate::Table;
use rusqlite::{ErrorCode, ffi};
use std::path::{Path, PathBuf};

/// The result of nearly everything here.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why the store refused or failed. Whatever the variant, no command is half done.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Another program, or another window of this one, has the workspace open.
    #[error("the workspace {} is open elsewhere", folder.display())]
    InUse {
        /// The workspace.
        folder: PathBuf,
    },
    /// There is no workspace in the folder and none was to be created.
    #[error("there is no workspace in {}", folder.display())]
    NoWorkspace {
        /// The folder looked into.
        folder: PathBuf,
    },
    /// The folder holds attached files or a write-ahead log, but the database is gone.
    #[error("the workspace {} has lost its database", folder.display())]
    DatabaseLost {
        /// The workspace.
        folder: PathBuf,
    },
    /// The database is SQLite's, but not a workspace of ours.
    #[error("{} is not a Shipshape database", path.display())]
    NotAWorkspace {
        /// The database.
        path: PathBuf,
    },
    /// The database was written by a newer program. Nothing was touched.
    #[error("{} has schema {found}, this program knows up to {supported}", path.display())]
    TooNew {
        /// The database.
        path: PathBuf,
        /// Its schema.
        found: u32,
        /// The newest schema that this program knows.
        supported: u32,
    },
    /// The file is no SQLite database, or a damaged one.
    #[error("the database {} is damaged: {detail}", path.display())]
    Damaged {
        /// The database.
        path: PathBuf,
        /// What was found, in English, for the log.
        detail: String,
    },
    /// The folder, or a file in it, cannot be written to.
    #[error("{} cannot be written to", path.display())]
    ReadOnly {
        /// What cannot be written to.
        path: PathBuf,
    },
    /// The disk, or the user's share of it, is full.
    #[error("no space left for {}", path.display())]
    DiskFull {
        /// What was being written.
        path: PathBuf,
    },
    /// The folder's file system cannot carry the database's write-ahead log, as some network
    /// folders cannot; without it commands would be less safe.
    #[error("the place of {} does not allow a write-ahead log", path.display())]
    NoWriteAheadLog {
        /// The database.
        path: PathBuf,
    },
    /// Another program holds the database for longer than the waiting time.
    #[error("the database {} is busy", path.display())]
    Busy {
        /// The database.
        path: PathBuf,
    },
    /// The operating system failed on a file.
    #[error("could not {action} {}", path.display())]
    Io {
        /// What was being done, as a verb.
        action: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// What the operating system said.
        source: std::io::Error,
    },

    /// A row to be changed or removed is not there.
    #[error("{table} has no row `{key}`")]
    NotFound {
        /// The table.
        table: Table,
        /// The row.
        key: Key,
    },
    /// A row to be inserted is there already.
    #[error("{table} already has a row `{key}`")]
    Exists {
        /// The table.
        table: Table,
        /// The row.
        key: Key,
    },
    /// A row names another one that is not there.
    #[error("{table} `{key}` names a row that is not there")]
    Dangling {
        /// The table of the naming row.
        table: Table,
        /// The naming row.
        key: Key,
    },
    /// A row to be removed is named by others.
    #[error("{table} `{key}` is still used")]
    StillUsed {
        /// The table.
        table: Table,
        /// The row.
        key: Key,
    },
    /// A value is not allowed in its column, e.g. a date that is no date.
    #[error("{table} `{key}` is not acceptable: {detail}")]
    Refused {
        /// The table.
        table: Table,
        /// The row.
        key: Key,
        /// The rule of the schema that it breaks, in English, for the log.
        detail: String,
    },
    /// The data of a row cannot be read as the type asked for.
    #[error("the data of {table} `{key}` cannot be read")]
    UnreadableData {
        /// The table.
        table: Table,
        /// The row.
        key: Key,
        /// What is wrong with it.
        source: serde_json::Error,
    },
    /// A value cannot be written as JSON.
    #[error("the data for {table} `{key}` cannot be written")]
    UnwritableData {
        /// The table.
        table: Table,
        /// The row.
        key: Key,
        /// What is wrong with it.
        source: serde_json::Error,
    },

    /// A command's time is not written as RFC 3339 says.
    #[error("`{found}` is not a time as of RFC 3339")]
    NotATime {
        /// What was given.
        found: String,
    },
    /// There is no command left to undo.
    #[error("there is nothing to undo")]
    NothingToUndo,
    /// There is no undone command left to do again.
    #[error("there is nothing to redo")]
    NothingToRedo,
    /// An undo or redo does not fit the present rows.
    #[error("{0}")]
    Conflict(Box<Conflict>),

    /// Only regular files can be attached.
    #[error("{} is {found}, not a file", path.display())]
    NotAFile {
        /// What was given.
        path: PathBuf,
        /// What it is.
        found: FileKind,
    },
    /// A file is larger than allowed.
    #[error("`{name}` is larger than {limit} bytes")]
    TooLarge {
        /// The file.
        name: String,
        /// The largest size allowed.
        limit: u64,
    },
    /// A file offered as a copy of a stored one has another content.
    #[error("{} has another content", path.display())]
    OtherContent {
        /// The file offered.
        path: PathBuf,
    },
    /// The caller asked to stop.
    #[error("cancelled")]
    Cancelled,
    /// No stored file has this SHA-256, or it is none.
    #[error("no file `{sha256}` is stored")]
    UnknownFile {
        /// What was asked for.
        sha256: String,
    },

    /// A step to the present schema failed; the database is as it was.
    #[error("the database {} could not be brought to the present schema", path.display())]
    Migration {
        /// The database.
        path: PathBuf,
        /// What failed.
        source: Box<rusqlite_migration::Error>,
    },
    /// SQLite failed in a way that has no variant of its own.
    #[error("the database failed")]
    Sqlite(#[source] rusqlite::Error),
}

/// What was found where a regular file was expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileKind {
    /// A folder.
    #[error("a folder")]
    Folder,
    /// A symbolic link.
    #[error("a symbolic link")]
    Link,
    /// A device, pipe or socket.
    #[error("a device, pipe or socket")]
    Special,
}

impl Error {
    /// Sorts a failed file operation.
    pub(crate) fn io(action: &'static str, path: &Path, source: std::io::Error) -> Self {
        use std::io::ErrorKind::{
            PermissionDenied, QuotaExceeded, ReadOnlyFilesystem, StorageFull,
        };
        let path = path.to_owned();
        match source.kind() {
            StorageFull | QuotaExceeded => Self::DiskFull { path },
            ReadOnlyFilesystem => Self::ReadOnly { path },
            PermissionDenied if action != "read" => Self::ReadOnly { path },
            _ => Self::Io { action, path, source },
        }
    }

    /// Sorts a failure of SQLite on the database at `path`.
    pub(crate) fn sqlite(source: rusqlite::Error, path: impl Into<PathBuf>) -> Self {
        // No room for the memory that the write-ahead log is found by.
        let extended = source.sqlite_error().map(|error| error.extended_code);
        if extended == Some(ffi::SQLITE_IOERR_SHMSIZE) {
            return Self::DiskFull { path: path.into() };
        }
        match source.sqlite_error_code() {
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
                Self::Damaged { path: path.into(), detail: source.to_string() }
            }
            Some(ErrorCode::DiskFull) => Self::DiskFull { path: path.into() },
            Some(ErrorCode::ReadOnly) => Self::ReadOnly { path: path.into() },
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
                Self::Busy { path: path.into() }
            }
            _ => Self::Sqlite(source),
        }
    }

    /// Sorts a failure of SQLite on an open connection.
    pub(crate) fn on(connection: &rusqlite::Connection) -> impl Fn(rusqlite::Error) -> Self {
        move |source| Self::sqlite(source, connection.path().unwrap_or_default())
    }
}
