//! Taking a file in.

use super::{Pin, Vault, Watch, digest};
use crate::error::{Error, FileKind, Result};
use crate::folder;
use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::Path;
use tempfile::NamedTempFile;

/// How much of the beginning is looked at to tell what a file is.
const HEAD: usize = 8 * 1024;

/// A content that lies in the vault, safe on disk, and waits to become part of a command; see
/// [`Write::attach_file`](crate::Write::attach_file). Dropping it does no harm.
#[derive(Debug)]
#[non_exhaustive]
pub struct Staged {
    /// SHA-256 of what was stored, 64 lower-case hexadecimal digits.
    pub sha256: String,
    /// Its size in bytes.
    pub size: u64,
    /// What it is, told by its content and never by its name: `application/octet-stream` when
    /// nothing is recognised.
    pub media_type: String,
    /// The name it came with.
    pub name: String,
    /// Where it was, if it came from a file.
    pub original_path: Option<String>,
    _pin: Pin,
}

impl Vault {
    /// Stores a copy of a file. The original is only read. When it changes meanwhile, what was read
    /// is what is stored, and the SHA-256 is of that.
    ///
    /// # Errors
    /// `NotAFile` for folders, links and devices; `TooLarge` when it is larger than `limit`;
    /// `Cancelled`; `DiskFull`, `ReadOnly`, `Io`. Nothing is left behind.
    pub fn stage_path(
        &self,
        path: &Path,
        limit: Option<u64>,
        watch: &mut Watch<'_>,
    ) -> Result<Staged> {
        let mut file = open(path)?;
        let size = file.metadata().map_err(|source| Error::io("read", path, source))?.len();
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        if let Some(limit) = limit.filter(|limit| size > *limit) {
            return Err(Error::TooLarge { name, limit });
        }
        let mut staged = self.take(&mut file, name, path, Some(size), limit, watch)?;
        staged.original_path = Some(path.to_string_lossy().into_owned());
        Ok(staged)
    }

    /// Stores what a reader gives, e.g. what was pasted.
    ///
    /// # Errors
    /// `TooLarge` when there is more than `limit`; `Cancelled`; `DiskFull`, `ReadOnly`, `Io`.
    /// Nothing is left behind.
    pub fn stage_reader(
        &self,
        from: &mut dyn Read,
        name: &str,
        limit: Option<u64>,
        watch: &mut Watch<'_>,
    ) -> Result<Staged> {
        self.take(from, name.to_owned(), Path::new(name), None, limit, watch)
    }

    fn take(
        &self,
        from: &mut dyn Read,
        name: String,
        source: &Path,
        total: Option<u64>,
        limit: Option<u64>,
        watch: &mut Watch<'_>,
    ) -> Result<Staged> {
        let mut copy = folder::temporary(&self.folder.incoming())?;
        let mut head = Vec::with_capacity(HEAD);
        let mut size = 0_u64;
        watch.tell(0, total)?;
        let store = |bytes: &[u8]| {
            size = size.saturating_add(bytes.len() as u64);
            if let Some(limit) = limit.filter(|limit| size > *limit) {
                return Err(Error::TooLarge { name: name.clone(), limit });
            }
            let missing = HEAD.saturating_sub(head.len()).min(bytes.len());
            head.extend_from_slice(bytes.get(..missing).unwrap_or_default());
            copy.write_all(bytes).map_err(|error| Error::io("write", copy.path(), error))?;
            watch.tell(size, total)
        };
        let sha256 = digest(from, store, |error| Error::io("read", source, error))?;
        let pin = self.pins.hold(&sha256);
        self.keep(copy, &sha256)?;
        let media_type = media_type(&head).to_owned();
        Ok(Staged { sha256, size, media_type, name, original_path: None, _pin: pin })
    }

    /// Gives a complete copy its place. A content that is there already is replaced by itself,
    /// which heals one that was altered.
    fn keep(&self, copy: NamedTempFile, sha256: &str) -> Result<()> {
        let place =
            self.place(sha256).ok_or_else(|| Error::UnknownFile { sha256: sha256.to_owned() })?;
        protect(copy.as_file())
            .and_then(|()| copy.as_file().sync_all())
            .map_err(|source| Error::io("write", copy.path(), source))?;
        let folder = place.parent().unwrap_or(&place);
        folder::create(folder)?;
        copy.persist(&place).map_err(|error| Error::io("create", &place, error.error))?;
        folder::sync(folder)
    }
}

/// Opens a regular file and nothing else. Looked at before opening, because opening a pipe would
/// wait, and again after it, because it may have been exchanged in between.
fn open(path: &Path) -> Result<File> {
    let failed = |source| Error::io("read", path, source);
    let before = fs::symlink_metadata(path).map_err(failed)?;
    let kind = before.file_type();
    let refused = |found| Err(Error::NotAFile { path: path.to_owned(), found });
    if kind.is_symlink() {
        return refused(FileKind::Link);
    }
    if kind.is_dir() {
        return refused(FileKind::Folder);
    }
    if !kind.is_file() {
        return refused(FileKind::Special);
    }
    let file = File::open(path).map_err(failed)?;
    let after = file.metadata().map_err(failed)?;
    if !after.is_file() || !is_same(&before, &after) {
        return refused(FileKind::Special);
    }
    Ok(file)
}

#[cfg(unix)]
fn is_same(before: &fs::Metadata, after: &fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    (before.dev(), before.ino()) == (after.dev(), after.ino())
}

#[cfg(not(unix))]
fn is_same(_: &fs::Metadata, _: &fs::Metadata) -> bool {
    true
}

/// Keeps a program that a stored file is opened in from saving over it.
#[cfg(unix)]
fn protect(file: &File) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    file.set_permissions(fs::Permissions::from_mode(0o400))
}

/// Windows refuses to replace or remove such a file, which healing and sweeping must do.
#[cfg(not(unix))]
fn protect(_: &File) -> std::io::Result<()> {
    Ok(())
}

/// What a content is, by its beginning.
fn media_type(head: &[u8]) -> &'static str {
    if let Some(kind) = infer::get(head) {
        return kind.mime_type();
    }
    let is_text = match std::str::from_utf8(head) {
        Ok(_) => true,
        // The beginning may end inside a character.
        Err(error) => error.error_len().is_none() && head.len() == HEAD,
    };
    if is_text && !head.is_empty() && !head.contains(&0) {
        "text/plain"
    } else {
        "application/octet-stream"
    }
}
