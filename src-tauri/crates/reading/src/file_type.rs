//! What a file is, told by its content and never by its name.

use crate::recognise;
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io;
use std::path::Path;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FileType {
    /// PDF.
    Pdf,
    /// Word document (Office Open XML).
    Docx,
    /// Excel workbook (Office Open XML).
    Xlsx,
    /// Other Office file whose text is not read (old binary formats, presentations, OpenDocument).
    Office,
    /// Text without structure.
    Text,
    /// E-mail message (RFC 5322).
    Email,
    /// Picture: PNG, JPEG, GIF, WebP, BMP or TIFF.
    Image,
    /// ZIP, 7z, RAR, tar and the like.
    Archive,
    /// Program or script, of any system. Never taken in.
    Executable,
    /// No content at all.
    Empty,
    /// None of these.
    Unknown,
}

impl FileType {
    /// What the file at `path` is. Looks at its beginning and, where that is not enough (zip and
    /// old Office files), at its end or directory; never at more than a few hundred kilobytes.
    ///
    /// # Errors
    /// The file cannot be opened or read, or is no regular file.
    pub fn of_path(path: &Path) -> io::Result<Self> {
        // Before it is opened: opening a pipe may wait for ever.
        if !std::fs::metadata(path)?.is_file() {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a regular file"));
        }
        recognise::of_source(&mut File::open(path)?)
    }

    /// What a file is that begins with `head`, as far as its first 8 KiB tell. [`Self::of_path`]
    /// knows more where the parts of a zip or an old Office file are listed further on.
    #[must_use]
    pub fn of_head(head: &[u8]) -> Self {
        recognise::of_head(head)
    }

    /// The media type of files of this type; `application/octet-stream` where the type covers
    /// several.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Text => "text/plain",
            Self::Email => "message/rfc822",
            Self::Office
            | Self::Image
            | Self::Archive
            | Self::Executable
            | Self::Empty
            | Self::Unknown => "application/octet-stream",
        }
    }

    /// Whether files of this type are programs or scripts.
    #[must_use]
    pub fn is_executable(self) -> bool {
        self == Self::Executable
    }
}
