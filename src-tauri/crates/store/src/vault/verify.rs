//! Checking what is stored.

use super::{Vault, Watch, digest};
use crate::error::{Error, Result};
use crate::table::StoredFile;
use std::fs::File;
use std::io;

/// What a check of the stored files found.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Verification {
    /// How many files were looked at.
    pub checked: usize,
    /// Those that are not as they were stored.
    pub problems: Vec<FileProblem>,
}

/// A stored file that is not as it was stored.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct FileProblem {
    /// The file and where it is used.
    pub stored: StoredFile,
    /// What is wrong with it.
    pub fault: FileFault,
}

/// What is wrong with a stored file.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FileFault {
    /// It is gone.
    Missing,
    /// It has another content.
    Altered {
        /// The SHA-256 of what is there.
        found: String,
    },
    /// It cannot be read.
    Unreadable {
        /// What the operating system said, in English, for the log.
        detail: String,
    },
}

impl Vault {
    /// Reads each of the files, as listed by [`Read::stored_files`](crate::Read::stored_files), and
    /// names those that are missing or altered. Storing the original once more heals them.
    ///
    /// # Errors
    /// `Cancelled`.
    pub fn verify(&self, files: &[StoredFile], watch: &mut Watch<'_>) -> Result<Verification> {
        let sizes = files.iter().map(|stored| stored.file.size);
        let total = sizes.fold(0, u64::saturating_add);
        let mut verification = Verification::default();
        let mut done = 0_u64;
        watch.tell(done, Some(total))?;
        for stored in files {
            let fault = self.fault(stored, done, total, watch)?;
            verification.checked += 1;
            if let Some(fault) = fault {
                verification.problems.push(FileProblem { stored: stored.clone(), fault });
            }
            done = done.saturating_add(stored.file.size);
            watch.tell(done, Some(total))?;
        }
        Ok(verification)
    }

    fn fault(
        &self,
        stored: &StoredFile,
        before: u64,
        total: u64,
        watch: &mut Watch<'_>,
    ) -> Result<Option<FileFault>> {
        let Some(place) = self.place(&stored.file.sha256) else {
            return Ok(Some(FileFault::Missing));
        };
        let mut file = match File::open(&place) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Ok(Some(FileFault::Missing));
            }
            Err(error) => return Ok(Some(FileFault::Unreadable { detail: error.to_string() })),
        };
        let mut read = 0_u64;
        let follow = |bytes: &[u8]| {
            read = read.saturating_add(bytes.len() as u64);
            watch.tell(before.saturating_add(read.min(stored.file.size)), Some(total))
        };
        match digest(&mut file, follow, |source| Error::io("read", &place, source)) {
            Ok(found) if found == stored.file.sha256 => Ok(None),
            Ok(found) => Ok(Some(FileFault::Altered { found })),
            Err(Error::Cancelled) => Err(Error::Cancelled),
            Err(error) => Ok(Some(FileFault::Unreadable { detail: error.to_string() })),
        }
    }
}
