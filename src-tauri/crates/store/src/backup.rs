//! Copies of the database.

use crate::connection::faults;
use crate::error::{Error, Result};
use crate::folder::{self, Folder};
use rusqlite::{Connection, MAIN_DB};
use std::fs::File;
use std::path::{Path, PathBuf};

/// Lays a copy into `backups/`, named by the schema that it has, beside earlier ones.
pub(crate) fn before_step(connection: &Connection, folder: &Folder, schema: u32) -> Result<()> {
    let backups = folder.backups();
    folder::create(&backups)?;
    copy(connection, &free_name(&backups, schema)?)
}

/// Copies the whole database to a new file, looks the copy over, and only then gives it its name.
///
/// A file of that name is replaced.
pub(crate) fn copy(connection: &Connection, target: &Path) -> Result<()> {
    let above = target.parent().filter(|above| !above.as_os_str().is_empty());
    let folder = above.unwrap_or(Path::new("."));
    let copy = folder::temporary(folder)?.into_temp_path();
    let failed = |source| Error::sqlite(source, copy.to_path_buf());
    // `backup` opens the copy by itself; a failure may lie with the source as well.
    connection.backup(MAIN_DB, &copy, None).map_err(failed)?;
    check(&copy)?;
    File::open(&copy)
        .and_then(|file| file.sync_all())
        .map_err(|source| Error::io("sync", &copy, source))?;
    copy.persist(target).map_err(|error| Error::io("create", target, error.error))?;
    folder::sync(folder)
}

fn check(copy: &Path) -> Result<()> {
    let connection = Connection::open(copy).map_err(|source| Error::sqlite(source, copy))?;
    let faults = faults(&connection, "quick_check")?;
    connection.close().map_err(|(_, source)| Error::sqlite(source, copy))?;
    if faults.is_empty() {
        return Ok(());
    }
    Err(Error::Damaged { path: copy.to_owned(), detail: faults.join("; ") })
}

fn free_name(backups: &Path, schema: u32) -> Result<PathBuf> {
    let mut name = format!("schema-{schema:04}.db");
    for number in 2_u32.. {
        let path = backups.join(&name);
        if !path.try_exists().map_err(|source| Error::io("read", &path, source))? {
            break;
        }
        name = format!("schema-{schema:04}-{number}.db");
    }
    Ok(backups.join(name))
}
