//! Where things are, and which peers are there.

use crate::Outcome;
use std::fs;
use std::path::{Path, PathBuf};

/// The folder of this crate.
pub(crate) fn bench() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What `peers.sh` installed.
pub(crate) fn peers() -> PathBuf {
    bench().join(".peers")
}

/// The frozen inputs, written anew by each run with the same bytes.
pub(crate) fn inputs() -> Outcome<PathBuf> {
    let folder = peers().join("inputs");
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// The product's fonts.
pub(crate) fn fonts() -> Outcome<PathBuf> {
    Ok(bench().join("../../assets/fonts").canonicalize()?)
}

/// A program that a peer needs.
pub(crate) struct Program {
    /// As in `peers.sh`.
    pub(crate) name: &'static str,
    pub(crate) path: PathBuf,
}

impl Program {
    /// One installed into `.peers`.
    pub(crate) fn own(name: &'static str, path: &str) -> Self {
        Self { name, path: peers().join(path) }
    }

    /// One of the system.
    pub(crate) fn system(name: &'static str, command: &str) -> Self {
        let folders = std::env::var_os("PATH").unwrap_or_default();
        let found = std::env::split_paths(&folders).map(|folder| folder.join(command));
        let path = found.into_iter().find(|path| path.is_file());
        Self { name, path: path.unwrap_or_else(|| PathBuf::from(command)) }
    }

    /// Why it is not there; nothing when it is.
    pub(crate) fn missing(&self) -> Option<String> {
        if self.path.is_file() {
            return None;
        }
        let told = fs::read_to_string(peers().join("missing")).unwrap_or_default();
        let own = told.lines().find_map(|line| line.strip_prefix(self.name)?.strip_prefix(": "));
        Some(match own {
            Some(why) => format!("{} ({why})", self.name),
            None => format!("{} is not installed", self.name),
        })
    }
}
