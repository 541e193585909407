//! A zip of parts, as Office files are, read within limits. What a zip says about its sizes is
//! not believed: what comes out is counted.

use crate::Refusal;
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// The most entries.
const MAX_ENTRIES: usize = 4000;
/// The most bytes in all parts read, together: 256 MiB.
const MAX_UNPACKED: u64 = 256 * 1024 * 1024;

const ENTRY_SIGNATURE: &[u8] = b"PK\x01\x02";

/// An opened zip.
#[derive(Debug)]
pub(crate) struct Container<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// How many bytes may still come out.
    left: u64,
}

impl<'a> Container<'a> {
    /// # Errors
    /// The zip is broken or has too many entries.
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, Refusal> {
        // A list of a million entries would fill the memory before it could be counted.
        let entries = bytes.windows(4).filter(|window| *window == ENTRY_SIGNATURE).count();
        if entries > 10 * MAX_ENTRIES {
            return Err(Refusal::TooMuch);
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| refusal(&error))?;
        if archive.len() > MAX_ENTRIES {
            return Err(Refusal::TooMuch);
        }
        Ok(Self { archive, left: MAX_UNPACKED })
    }

    /// A part by its name; `None` where there is none.
    ///
    /// # Errors
    /// The part is broken, protected, or would unpack to more than is allowed.
    pub(crate) fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, Refusal> {
        let Some(index) = self.archive.index_for_name(name) else { return Ok(None) };
        let entry = self.archive.by_index(index).map_err(|error| refusal(&error))?;
        let mut bytes = Vec::new();
        let mut limited = entry.take(self.left.saturating_add(1));
        let unpacked = limited.read_to_end(&mut bytes);
        self.left = self.left.checked_sub(bytes.len() as u64).ok_or(Refusal::TooMuch)?;
        unpacked.map_err(|error| Refusal::damaged(&error.to_string()))?;
        Ok(Some(bytes))
    }

    /// Unpacks and counts every entry, for a second reader that does not count.
    ///
    /// # Errors
    /// As for [`Self::part`].
    pub(crate) fn admit(&mut self) -> Result<(), Refusal> {
        for index in 0..self.archive.len() {
            let entry = self.archive.by_index(index).map_err(|error| refusal(&error))?;
            let mut limited = entry.take(self.left.saturating_add(1));
            let unpacked = std::io::copy(&mut limited, &mut std::io::sink());
            let size = unpacked.map_err(|error| Refusal::damaged(&error.to_string()))?;
            self.left = self.left.checked_sub(size).ok_or(Refusal::TooMuch)?;
        }
        Ok(())
    }
}

fn refusal(error: &ZipError) -> Refusal {
    match error {
        ZipError::UnsupportedArchive(reason) if *reason == ZipError::PASSWORD_REQUIRED => {
            Refusal::Encrypted
        }
        error => Refusal::damaged(&error.to_string()),
    }
}
