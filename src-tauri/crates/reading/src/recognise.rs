//! Telling what a file is. Runs in the process of the caller, so it only compares bytes: nothing
//! is unpacked or parsed.

use crate::FileType;
use std::io::{self, Read, Seek, SeekFrom};

/// How much of the beginning is looked at.
const HEAD: usize = 8 * 1024;
/// How much of the end of a zip is looked at: room for the names of some thousand parts.
const TAIL: u64 = 256 * 1024;
/// The sector of an old Office file in which its list of parts begins.
const SECTOR: usize = 4096;
/// How far into a file `%PDF-` may stand.
const PDF_WITHIN: usize = 1024;

const COMPOUND: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/// The class of Windows installer packages.
const INSTALLER: &[u8] = &[0x84, 0x10, 0x0c, 0, 0, 0, 0, 0, 0xc0, 0, 0, 0, 0, 0, 0, 0x46];
const LINK: &[u8] = &[0x4c, 0, 0, 0, 0x01, 0x14, 0x02, 0];
const BYTE_ORDER_MARK: &[u8] = &[0xef, 0xbb, 0xbf];

/// What a file is, by its beginning and, where needed, other places.
pub(crate) fn of_source(source: &mut (impl Read + Seek)) -> io::Result<FileType> {
    source.seek(SeekFrom::Start(0))?;
    let head = up_to(source, HEAD)?;
    if is_zip(&head) {
        let length = source.seek(SeekFrom::End(0))?;
        source.seek(SeekFrom::Start(length.saturating_sub(TAIL)))?;
        let tail = up_to(source, usize::try_from(TAIL).unwrap_or(usize::MAX))?;
        return Ok(of_parts(names(&head, LOCAL).chain(names(&tail, CENTRAL))));
    }
    if let Some(at) = compound_directory(&head) {
        // A place far beyond the end cannot even be sought.
        let length = source.seek(SeekFrom::End(0))?;
        source.seek(SeekFrom::Start(at.min(length)))?;
        return Ok(of_compound(&up_to(source, SECTOR)?));
    }
    Ok(of_head(&head))
}

fn up_to(source: &mut impl Read, size: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.take(size as u64).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// What a file is that begins so.
pub(crate) fn of_head(head: &[u8]) -> FileType {
    let head = &head[..head.len().min(HEAD)];
    if head.is_empty() {
        return FileType::Empty;
    }
    let plain = head.strip_prefix(BYTE_ORDER_MARK).unwrap_or(head);
    let textual = is_text(head);
    if is_script(plain) || is_program(head, textual) {
        FileType::Executable
    } else if plain.trim_ascii_start().starts_with(b"%PDF-") {
        FileType::Pdf
    } else if plain.starts_with(b"{\\rtf") {
        FileType::Office
    } else if is_zip(head) {
        of_parts(names(head, LOCAL))
    } else if let Some(at) = compound_directory(head) {
        of_compound(usize::try_from(at).ok().and_then(|at| head.get(at..)).unwrap_or_default())
    } else if is_message(plain) {
        FileType::Email
    } else if is_late_pdf(head) {
        FileType::Pdf
    } else if textual {
        FileType::Text
    } else {
        by_signature(head)
    }
}

/// The encryption of Office files puts the true file into an old Office file.
pub(crate) fn is_encrypted_office(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.starts_with(COMPOUND) && contains(bytes, &name)
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    find(bytes, part).is_some()
}

fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).position(|window| window == part)
}

fn is_script(head: &[u8]) -> bool {
    let start: Vec<u8> = head.iter().take(64).map(u8::to_ascii_lowercase).collect();
    let start = start.trim_ascii_start();
    head.starts_with(b"#!")
        || start.starts_with(b"@echo off")
        || start.starts_with(b"[desktop entry]")
        || start.starts_with(b"<?php")
}

fn is_program(head: &[u8], textual: bool) -> bool {
    const STARTS: [&[u8]; 12] = [
        b"\x7fELF",
        b"\0asm",
        b"dex\n",
        LINK,
        // Mach-O in both byte orders and widths.
        &[0xfe, 0xed, 0xfa, 0xce],
        &[0xfe, 0xed, 0xfa, 0xcf],
        &[0xce, 0xfa, 0xed, 0xfe],
        &[0xcf, 0xfa, 0xed, 0xfe],
        // Java class, or Mach-O for several processors.
        &[0xca, 0xfe, 0xba, 0xbe],
        // Packages that install programs: rpm, deb, Chrome extensions.
        &[0xed, 0xab, 0xee, 0xdb],
        b"!<arch>\ndebian-binary",
        b"Cr24",
    ];
    // A text may begin with the letters MZ; a program has bytes that no text has.
    (head.starts_with(b"MZ") && !textual) || STARTS.iter().any(|start| head.starts_with(start))
}

/// `%PDF-` behind something else, as mail gateways and printers leave it.
fn is_late_pdf(head: &[u8]) -> bool {
    find(&head[..head.len().min(PDF_WITHIN)], b"%PDF-").is_some_and(|at| {
        let rest = &head[at + 5..];
        rest.first().is_some_and(u8::is_ascii_digit) && contains(rest, b" obj")
    })
}

fn is_zip(head: &[u8]) -> bool {
    [&b"PK\x03\x04"[..], b"PK\x05\x06", b"PK\x07\x08"].iter().any(|start| head.starts_with(start))
}

/// A kind of record of a zip: its signature, where the length of the name stands and the name.
type Record = (&'static [u8], usize, usize);
const LOCAL: Record = (b"PK\x03\x04", 26, 30);
const CENTRAL: Record = (b"PK\x01\x02", 28, 46);

/// The names in all records of this kind, as far as they are whole.
fn names(bytes: &[u8], (signature, length, name): Record) -> impl Iterator<Item = &[u8]> {
    let starts = bytes.windows(signature.len()).enumerate();
    starts.filter(move |(_, window)| *window == signature).filter_map(move |(at, _)| {
        let record = &bytes[at..];
        let size = u16::from_le_bytes(record.get(length..length + 2)?.try_into().ok()?);
        record.get(name..name + usize::from(size))
    })
}

/// What a zip with these parts is.
fn of_parts<'a>(names: impl Iterator<Item = &'a [u8]>) -> FileType {
    let mut found = FileType::Archive;
    let mut content_types = false;
    for name in names {
        let extension = name.rsplit(|byte| *byte == b'.').next();
        match name {
            b"META-INF/MANIFEST.MF"
            | b"AndroidManifest.xml"
            | b"classes.dex"
            | b"AppxManifest.xml" => return FileType::Executable,
            b"[Content_Types].xml" => content_types = true,
            b"mimetype" | b"xl/workbook.bin" => found = FileType::Office,
            _ if extension == Some(b"class") => return FileType::Executable,
            _ if found != FileType::Archive => {}
            _ if name.starts_with(b"word/") => found = FileType::Docx,
            _ if name.starts_with(b"xl/") => found = FileType::Xlsx,
            _ if name.starts_with(b"ppt/") || name.starts_with(b"visio/") => {
                found = FileType::Office;
            }
            _ => {}
        }
    }
    // Somebody's archive may have a folder `word`.
    let office_xml = matches!(found, FileType::Docx | FileType::Xlsx);
    if office_xml && !content_types { FileType::Archive } else { found }
}

/// Where the list of parts of an old Office file begins.
fn compound_directory(head: &[u8]) -> Option<u64> {
    let number = |at: usize, size: usize| {
        let bytes = head.get(at..at + size)?;
        Some(bytes.iter().rev().fold(0u64, |sum, byte| (sum << 8) | u64::from(*byte)))
    };
    if !head.starts_with(COMPOUND) {
        return None;
    }
    let shift = number(30, 2).unwrap_or(9).clamp(7, 16);
    // The header takes the room of one sector.
    Some((number(48, 4).unwrap_or(0) + 1) << shift)
}

fn of_compound(directory: &[u8]) -> FileType {
    // The class stands in the first entry, the root.
    if directory.get(80..96) == Some(INSTALLER) { FileType::Executable } else { FileType::Office }
}

/// Whether it begins with header lines of a message.
fn is_message(head: &[u8]) -> bool {
    const KNOWN: [&str; 9] =
        ["from", "to", "cc", "subject", "date", "reply-to", "sender", "content-type", "x-mailer"];
    const SURE: [&str; 5] =
        ["message-id", "mime-version", "received", "return-path", "delivered-to"];
    let (mut known, mut sure) = (0, false);
    for (index, line) in head.split(|byte| *byte == b'\n').enumerate() {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if line.is_empty() {
            break;
        }
        if (index > 0 && matches!(line[0], b' ' | b'\t'))
            || (index == 0 && line.starts_with(b"From "))
        {
            continue;
        }
        let Some(colon) = line.iter().position(|byte| *byte == b':') else {
            // The last line may be cut off where the head ends.
            if head.len() >= HEAD && head.ends_with(line) {
                break;
            }
            return false;
        };
        let (name, value) = line.split_at(colon);
        if name.is_empty() || !name.iter().all(|byte| byte.is_ascii_graphic()) {
            return false;
        }
        let name = String::from_utf8_lossy(name).to_ascii_lowercase();
        if KNOWN.contains(&name.as_str()) {
            known += 1;
        }
        // A memo on paper has `From:` and `To:` too, but hardly an address.
        sure |= SURE.contains(&name.as_str())
            || (matches!(name.as_str(), "from" | "sender") && value.contains(&b'@'));
    }
    sure && known >= 2
}

/// Whether these bytes can be the beginning of a text: with a mark of UTF-16, or without the
/// control codes that every other format has in its first kilobytes.
fn is_text(head: &[u8]) -> bool {
    let control = |byte: &u8| matches!(byte, 0..=8 | 0x0e..=0x1a | 0x1c..=0x1f | 0x7f);
    match head {
        [0xff, 0xfe, rest @ ..] => wide_text(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => wide_text(rest, u16::from_be_bytes),
        _ => !head.iter().any(control),
    }
}

fn wide_text(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> bool {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    !char::decode_utf16(units).any(|char| {
        char.map_or_else(
            // The head may end within a pair.
            |error| !matches!(error.unpaired_surrogate(), 0xd800..=0xdbff),
            |char| char.is_control() && !char.is_whitespace(),
        )
    })
}

fn by_signature(head: &[u8]) -> FileType {
    let Some(kind) = infer::get(head) else { return FileType::Unknown };
    match (kind.matcher_type(), kind.extension()) {
        (_, "png" | "jpg" | "gif" | "webp" | "bmp" | "tif") => FileType::Image,
        (_, "swf" | "deb" | "rpm" | "crx" | "exe" | "dll" | "elf" | "mach") => FileType::Executable,
        (_, "doc" | "xls" | "ppt") => FileType::Office,
        (infer::MatcherType::Archive, "sqlite") => FileType::Unknown,
        (infer::MatcherType::Archive, _) => FileType::Archive,
        _ => FileType::Unknown,
    }
}
