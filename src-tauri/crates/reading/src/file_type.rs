//! What a file is, told by its content and never by its name.

use serde::{Deserialize, Serialize};

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
