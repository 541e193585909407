//! The attached files, stored by their content.

mod heal;
mod stage;
mod sweep;
mod verify;

pub use stage::Staged;
pub use sweep::Swept;
pub(crate) use sweep::sweep;
pub use verify::{FileFault, FileProblem, Verification};

use crate::error::{Error, Result};
use crate::folder::Folder;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io::{self, Read};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// How much is read at once.
const CHUNK: usize = 128 * 1024;

/// The files of a workspace. Clones are cheap and may work in other threads; each of them keeps
/// the workspace's folder held.
#[derive(Clone, Debug)]
pub struct Vault {
    folder: Arc<Folder>,
    pins: Arc<Pins>,
}

/// How far a job has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Bytes done.
    pub done: u64,
    /// Bytes in all, where that is known. A file that grows meanwhile makes `done` exceed it.
    pub total: Option<u64>,
}

/// How a caller follows a long job and stops it. The default does neither.
#[derive(Default)]
pub struct Watch<'a> {
    /// Called after each piece of work.
    pub progress: Option<&'a mut dyn FnMut(Progress)>,
    /// The job ends with `Cancelled` soon after this becomes true.
    pub cancel: Option<&'a AtomicBool>,
}

impl Watch<'_> {
    fn tell(&mut self, done: u64, total: Option<u64>) -> Result<()> {
        if let Some(progress) = &mut self.progress {
            progress(Progress { done, total });
        }
        match self.cancel {
            Some(cancel) if cancel.load(Ordering::Relaxed) => Err(Error::Cancelled),
            _ => Ok(()),
        }
    }
}

impl Vault {
    pub(crate) fn new(folder: Arc<Folder>) -> Self {
        Self { folder, pins: Arc::default() }
    }

    pub(crate) fn folder(&self) -> &Folder {
        &self.folder
    }

    /// Where the content of this SHA-256 lies, for reading or for opening in another program. It
    /// is not checked again; see [`verify`](Self::verify).
    ///
    /// # Errors
    /// `UnknownFile` when it is not stored.
    pub fn open_file(&self, sha256: &str) -> Result<PathBuf> {
        let unknown = || Error::UnknownFile { sha256: sha256.to_owned() };
        let path = self.place(sha256).ok_or_else(unknown)?;
        if path.is_file() { Ok(path) } else { Err(unknown()) }
    }

    /// Where a content lies or would lie; none when the text is no SHA-256, so that no other path
    /// can be reached.
    fn place(&self, sha256: &str) -> Option<PathBuf> {
        let is_hexadecimal = sha256.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        let start = sha256.get(..2).filter(|_| sha256.len() == 64 && is_hexadecimal)?;
        Some(self.folder.files().join(start).join(sha256))
    }
}

/// Contents that somebody holds who has yet to put them into a command.
#[derive(Debug, Default)]
struct Pins(Mutex<BTreeMap<String, usize>>);

impl Pins {
    fn lock(&self) -> MutexGuard<'_, BTreeMap<String, usize>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn hold(self: &Arc<Self>, sha256: &str) -> Pin {
        *self.lock().entry(sha256.to_owned()).or_default() += 1;
        Pin { pins: Arc::clone(self), sha256: sha256.to_owned() }
    }
}

/// Keeps a content from being swept away.
#[derive(Debug)]
struct Pin {
    pins: Arc<Pins>,
    sha256: String,
}

impl Drop for Pin {
    fn drop(&mut self) {
        let mut pins = self.pins.lock();
        if let Some(count) = pins.get_mut(&self.sha256) {
            *count -= 1;
            if *count == 0 {
                pins.remove(&self.sha256);
            }
        }
    }
}

/// Reads to the end in chunks; returns the SHA-256 of what was read.
fn digest(
    from: &mut dyn Read,
    mut each: impl FnMut(&[u8]) -> Result<()>,
    failed: impl Fn(io::Error) -> Error,
) -> Result<String> {
    let mut hash = Sha256::new();
    let mut chunk = vec![0; CHUNK];
    loop {
        let read = match from.read(&mut chunk) {
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(failed(error)),
        };
        let Some(bytes) = chunk.get(..read).filter(|bytes| !bytes.is_empty()) else {
            break;
        };
        hash.update(bytes);
        each(bytes)?;
    }
    Ok(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}
