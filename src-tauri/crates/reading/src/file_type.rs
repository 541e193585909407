//! What a file is, told by its content and never by its name.

use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::{self, BufReader, Read};
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

/// How much of the beginning is looked at.
const HEAD: usize = 8 * 1024;

impl FileType {
    /// What the file at a path is. Of archives the list of parts is looked at too.
    ///
    /// # Errors
    /// The file cannot be opened or read.
    pub fn of_path(path: &Path) -> io::Result<Self> {
        let mut file = File::open(path)?;
        let mut head = Vec::with_capacity(HEAD);
        file.by_ref().take(HEAD as u64).read_to_end(&mut head)?;
        let found = Self::of_head(&head);
        if found == Self::Archive && head.starts_with(b"PK") {
            return Ok(of_zip(file));
        }
        Ok(found)
    }

    /// What a file with this beginning is; a ZIP is only told to be one.
    #[must_use]
    pub fn of_head(head: &[u8]) -> Self {
        if head.is_empty() {
            return Self::Empty;
        }
        if is_program(head) {
            return Self::Executable;
        }
        // Readers accept a PDF's mark within the first kilobyte.
        if head.windows(5).take(1_024).any(|window| window == b"%PDF-") {
            return Self::Pdf;
        }
        if let Some(kind) = infer::get(head) {
            return match kind.mime_type() {
                "image/png" | "image/jpeg" | "image/gif" | "image/webp" | "image/bmp"
                | "image/tiff" => Self::Image,
                "application/x-ole-storage"
                | "application/msword"
                | "application/vnd.ms-excel"
                | "application/vnd.ms-powerpoint"
                | "application/rtf" => Self::Office,
                _ => match kind.matcher_type() {
                    infer::MatcherType::Archive
                    | infer::MatcherType::Doc
                    | infer::MatcherType::Book => Self::Archive,
                    infer::MatcherType::App => Self::Executable,
                    infer::MatcherType::Text => of_text(head),
                    _ => Self::Unknown,
                },
            };
        }
        if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
            return Self::Archive;
        }
        of_text(head)
    }

    /// The media type that stands for files of this type.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Text => "text/plain",
            Self::Email => "message/rfc822",
            Self::Image => "image/*",
            Self::Archive => "application/zip",
            Self::Office | Self::Executable | Self::Empty | Self::Unknown => {
                "application/octet-stream"
            }
        }
    }

    /// Whether it is a program, and so never taken in.
    #[must_use]
    pub fn is_executable(self) -> bool {
        self == Self::Executable
    }
}

/// Programs of Windows, Linux, macOS, Java and the web, links of Windows, and scripts.
fn is_program(head: &[u8]) -> bool {
    const MARKS: [&[u8]; 10] = [
        b"\x7fELF",
        b"\xfe\xed\xfa\xce",
        b"\xfe\xed\xfa\xcf",
        b"\xce\xfa\xed\xfe",
        b"\xcf\xfa\xed\xfe",
        b"\xca\xfe\xba\xbe",
        b"\0asm",
        b"L\0\0\0\x01\x14\x02\0",
        b"#!",
        b"\xef\xbb\xbf#!",
    ];
    if MARKS.iter().any(|mark| head.starts_with(mark)) {
        return true;
    }
    // "MZ" may also begin a text: a program's header says where its second one is.
    head.starts_with(b"MZ") && (head.len() < 64 || !is_text(head))
}

fn is_text(head: &[u8]) -> bool {
    !head.contains(&0)
        && match std::str::from_utf8(head) {
            Ok(_) => true,
            Err(error) => error.error_len().is_none() && head.len() == HEAD,
        }
}

/// Text in some encoding, an e-mail, or nothing known.
fn of_text(head: &[u8]) -> FileType {
    let wide = head.starts_with(b"\xff\xfe") || head.starts_with(b"\xfe\xff");
    let controls = head
        .iter()
        .filter(|byte| **byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c | 0x1b))
        .count();
    if !wide && (head.contains(&0) || controls * 50 > head.len()) {
        return FileType::Unknown;
    }
    if is_email(head) { FileType::Email } else { FileType::Text }
}

/// Lines of a message's head before the first empty line: at least two of those it must have.
fn is_email(head: &[u8]) -> bool {
    const FIELDS: [&str; 9] = [
        "from:",
        "to:",
        "subject:",
        "date:",
        "message-id:",
        "mime-version:",
        "received:",
        "return-path:",
        "content-type:",
    ];
    let text = String::from_utf8_lossy(head);
    let mut seen = 0;
    for line in text.lines() {
        let lower = line.to_ascii_lowercase();
        if line.is_empty() {
            break;
        }
        if FIELDS.iter().any(|field| lower.starts_with(field)) {
            seen += 1;
        } else if !line.starts_with([' ', '\t'])
            && !lower.split_once(':').is_some_and(|(name, _)| {
                !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            })
        {
            return false;
        }
    }
    seen >= 3
}

/// What a ZIP holds tells what it is.
fn of_zip(file: File) -> FileType {
    let Ok(archive) = zip::ZipArchive::new(BufReader::new(file)) else {
        return FileType::Archive;
    };
    let mut found = FileType::Archive;
    for name in archive.file_names().take(5_000).flatten() {
        let name = name.to_ascii_lowercase();
        match name.as_str() {
            "word/document.xml" => return FileType::Docx,
            "xl/workbook.xml" => return FileType::Xlsx,
            "ppt/presentation.xml" | "mimetype" => found = FileType::Office,
            "meta-inf/manifest.mf" | "androidmanifest.xml" => return FileType::Executable,
            _ => {}
        }
    }
    found
}
