//! The folder of a workspace: where things lie, who holds it, and what was left lying about.

use crate::error::{Error, Result};
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// The folder of an open workspace, held until the last clone of its owner is gone.
#[derive(Debug)]
pub(crate) struct Folder {
    path: PathBuf,
    lock: File,
}

impl Folder {
    /// Holds the folder, created when it is not there; changes nothing else in it.
    pub(crate) fn hold(path: &Path) -> Result<Self> {
        create(path)?;
        Ok(Self { lock: lock(path)?, path: path.to_owned() })
    }

    /// Creates what is missing in the folder and removes what a program that ended early left
    /// unfinished. Nobody else can be writing there: we hold the folder.
    pub(crate) fn tidy(&self) -> Result<()> {
        create(&self.files())?;
        create(&self.incoming())?;
        clear(&self.incoming())?;
        if self.backups().is_dir() { clear(&self.backups()) } else { Ok(()) }
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    pub(crate) fn database(&self) -> PathBuf {
        database_in(&self.path)
    }

    pub(crate) fn index(&self) -> PathBuf {
        self.path.join("index.db")
    }

    pub(crate) fn files(&self) -> PathBuf {
        self.path.join("files")
    }

    pub(crate) fn incoming(&self) -> PathBuf {
        self.path.join("incoming")
    }

    pub(crate) fn backups(&self) -> PathBuf {
        self.path.join("backups")
    }
}

impl Drop for Folder {
    /// Closing the file would do, were it not that a process being started just now shares it for
    /// a moment. When this fails, closing still follows.
    fn drop(&mut self) {
        let _ = self.lock.unlock();
    }
}

const UNFINISHED: (&str, &str) = ("shipshape-", ".part");

/// An empty file in a folder, removed again unless it is put into its place.
pub(crate) fn temporary(folder: &Path) -> Result<NamedTempFile> {
    let (prefix, suffix) = UNFINISHED;
    tempfile::Builder::new()
        .prefix(prefix)
        .suffix(suffix)
        .tempfile_in(folder)
        .map_err(|source| Error::io("create a file in", folder, source))
}

/// Removes unfinished files, with what SQLite lays beside them, and nothing else.
fn clear(folder: &Path) -> Result<()> {
    let (prefix, suffix) = UNFINISHED;
    for entry in entries(folder)? {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let kind = entry.file_type().map_err(|source| Error::io("read", &entry.path(), source))?;
        if kind.is_file() && name.starts_with(prefix) && name.contains(suffix) {
            remove(&entry.path())?;
        }
    }
    Ok(())
}

/// Where the database of a workspace lies.
pub(crate) fn database_in(folder: &Path) -> PathBuf {
    folder.join("shipshape.db")
}

/// Whether the folder was a workspace with content, going by what lies beside the database.
pub(crate) fn has_remains(folder: &Path) -> Result<bool> {
    let log = folder.join("shipshape.db-wal");
    let files = folder.join("files");
    let is_there =
        |path: &Path| path.try_exists().map_err(|source| Error::io("read", path, source));
    Ok(is_there(&log)? || (is_there(&files)? && !entries(&files)?.is_empty()))
}

/// Makes a new name in a folder survive a power loss.
pub(crate) fn sync(folder: &Path) -> Result<()> {
    use io::ErrorKind::{InvalidInput, Unsupported};
    // Windows has no such call for folders; NTFS journals its names.
    if cfg!(not(unix)) {
        return Ok(());
    }
    match File::open(folder).and_then(|folder| folder.sync_all()) {
        // Some file systems, mostly remote ones, have it for files alone.
        Err(error) if matches!(error.kind(), InvalidInput | Unsupported) => Ok(()),
        done => done.map_err(|source| Error::io("sync", folder, source)),
    }
}

/// Creates a folder, with its parents, unless it is there.
pub(crate) fn create(folder: &Path) -> Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    let parent = folder.parent();
    parent.map_or(Ok(()), create)?;
    match fs::create_dir(folder) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists || !folder.is_dir() => {
            Err(Error::io("create", folder, error))
        }
        _ => parent.map_or(Ok(()), sync),
    }
}

/// What lies in a folder.
pub(crate) fn entries(folder: &Path) -> Result<Vec<fs::DirEntry>> {
    fs::read_dir(folder)
        .and_then(Iterator::collect)
        .map_err(|source| Error::io("read", folder, source))
}

/// Removes a file that may be gone already.
pub(crate) fn remove(path: &Path) -> Result<()> {
    match fs::remove_file(path) {
        Err(source) if source.kind() != io::ErrorKind::NotFound => {
            Err(Error::io("remove", path, source))
        }
        _ => Ok(()),
    }
}

/// The lock is the operating system's: it ends with the process, however that ends.
fn lock(folder: &Path) -> Result<File> {
    let path = folder.join("shipshape.lock");
    let file =
        File::options().read(true).write(true).create(true).truncate(false).open(&path).map_err(
            |source| match Error::io("create", &path, source) {
                Error::ReadOnly { .. } => Error::ReadOnly { path: folder.to_owned() },
                other => other,
            },
        )?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(Error::InUse { folder: folder.to_owned() }),
        Err(TryLockError::Error(source)) => Err(Error::io("lock", &path, source)),
    }
}
