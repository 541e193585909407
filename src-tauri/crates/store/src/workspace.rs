//! Opening a workspace, and what an open one offers.

use crate::connection::{accept_as_sound, connect, empty_log, faults, inspect, inspect_log};
use crate::error::{Error, Result};
use crate::folder::{self, Folder};
use crate::index::Index;
use crate::schema::Schema;
use crate::table::Read;
use crate::vault::{Swept, Vault};
use crate::{backup, vault};
use rusqlite::Connection;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use std::{fmt, io};

/// How a workspace is to be opened.
#[derive(Clone, Debug)]
pub struct OpenOptions {
    /// Create the workspace when there is none.
    pub create: bool,
    /// Read the whole database first and refuse it when damaged, instead of finding out later.
    pub check: bool,
    /// How long to wait for another program that is looking into the database.
    pub patience: Duration,
}

impl Default for OpenOptions {
    /// Creates, checks, waits five seconds.
    fn default() -> Self {
        Self { create: true, check: true, patience: Duration::from_secs(5) }
    }
}

/// An open workspace. While it or a clone of its vault lives, nobody else can open the folder.
pub struct Workspace {
    // The connection goes first, so that the folder is held until the database is closed.
    pub(crate) connection: Connection,
    pub(crate) index: Index,
    pub(crate) schema: Schema,
    vault: Vault,
}

impl fmt::Debug for Workspace {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Workspace").field("folder", &self.folder()).finish_non_exhaustive()
    }
}

impl Workspace {
    /// Opens the workspace in a folder. What a program that ended early left unfinished is
    /// completed or cleared away; an older schema is brought to the present one, after a copy.
    ///
    /// # Errors
    /// `NoWorkspace`, `DatabaseLost`, `Damaged`, `NotAWorkspace`, `TooNew` and `InUse` change
    /// nothing of what is there. Further `ReadOnly`, `DiskFull`, `NoWriteAheadLog`, `Migration`,
    /// `Io`, or SQLite failed.
    pub fn open(folder: impl AsRef<Path>, options: &OpenOptions) -> Result<Self> {
        Self::open_as(folder.as_ref(), options, Schema::PRESENT)
    }

    pub(crate) fn open_as(folder: &Path, options: &OpenOptions, schema: Schema) -> Result<Self> {
        let path =
            std::path::absolute(folder).map_err(|source| Error::io("find", folder, source))?;
        admit(&path, options, schema)?;
        let folder = Folder::hold(&path)?;
        // Once more: it may have come or changed before we held the folder.
        let database = folder.database();
        let is_new = !admit(&path, options, schema)?;
        if !is_new {
            inspect_log(&database, schema.number())?;
        }
        if is_new {
            folder.tidy()?;
            create(&folder, options, schema)?;
        }
        let mut connection = connect(&database, options.patience)?;
        if options.check && !is_new {
            let faults = faults(&connection, "quick_check")?;
            if !faults.is_empty() {
                return Err(Error::Damaged { path: database, detail: faults.join("; ") });
            }
        }
        accept_as_sound(&connection)?;
        folder.tidy()?;
        schema.reach(&mut connection, &folder)?;
        let index = Index::open(&folder.index())?;
        Ok(Self { index, connection, schema, vault: Vault::new(Arc::new(folder)) })
    }

    /// The folder, as an absolute path.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.vault.folder().path()
    }

    /// Reads rows and history.
    #[must_use]
    pub fn read(&self) -> Read<'_> {
        Read { connection: &self.connection }
    }

    /// The attached files. Clone it to store or verify files while the workspace does other work.
    #[must_use]
    pub fn vault(&self) -> &Vault {
        &self.vault
    }

    /// Removes stored files that no row uses and no undo or redo can ever need: those that were
    /// stored, but never became part of a command. Files of a live [`Staged`](crate::Staged) stay.
    ///
    /// # Errors
    /// A file could not be removed, or the database failed.
    pub fn sweep(&mut self) -> Result<Swept> {
        vault::sweep(&self.vault, &self.read())
    }

    /// Checks every page, index and reference of the database; tells what is wrong, in English,
    /// for the log. Empty when all is well.
    ///
    /// # Errors
    /// The database is too damaged to be checked.
    pub fn check_database(&self) -> Result<Vec<String>> {
        faults(&self.connection, "integrity_check")
    }

    /// Copies the database, without the files, to a new file; an older one of that name is
    /// replaced. The copy is checked before it gets its name.
    ///
    /// # Errors
    /// `DiskFull`, `ReadOnly`, `Damaged`, `Io`, or SQLite failed.
    pub fn copy_database(&self, target: &Path) -> Result<()> {
        backup::copy(&self.connection, target)
    }
}

/// Whether there is a database in the folder; refuses what must not be opened. Touches nothing.
fn admit(folder: &Path, options: &OpenOptions, schema: Schema) -> Result<bool> {
    let database = folder::database_in(folder);
    match fs::metadata(&database) {
        Ok(found) if found.is_file() => inspect(&database, schema.number()).map(|()| true),
        Ok(_) => Err(Error::NotAWorkspace { path: database }),
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(Error::io("read", &database, error))
        }
        Err(_) if folder::has_remains(folder)? => {
            Err(Error::DatabaseLost { folder: PathBuf::from(folder) })
        }
        Err(_) if !options.create => Err(Error::NoWorkspace { folder: PathBuf::from(folder) }),
        Err(_) => Ok(false),
    }
}

/// Makes the database under another name first: a database is there as a whole or not at all.
fn create(folder: &Folder, options: &OpenOptions, schema: Schema) -> Result<()> {
    let unfinished = folder::temporary(&folder.incoming())?.into_temp_path();
    let mut connection = connect(&unfinished, options.patience)?;
    accept_as_sound(&connection)?;
    schema.create(&mut connection)?;
    empty_log(&connection)?;
    connection.close().map_err(|(_, source)| Error::sqlite(source, unfinished.to_path_buf()))?;
    File::open(&unfinished)
        .and_then(|file| file.sync_all())
        .map_err(|source| Error::io("sync", &unfinished, source))?;
    let database = folder.database();
    unfinished
        .persist_noclobber(&database)
        .map_err(|error| Error::io("create", &database, error.error))?;
    folder::sync(folder.path())
}
