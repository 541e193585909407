//! Types are told by content.

use crate::made::*;
use reading::{FileType, Refusal, Standing};

fn of(content: &[u8]) -> FileType {
    FileType::of_path(file(content).path()).expect("a file")
}

/// Told by the file as by its beginning.
fn told(content: &[u8], expected: FileType) {
    assert_eq!(of(content), expected, "{:?}", String::from_utf8_lossy(content));
    assert_eq!(FileType::of_head(&content[..content.len().min(8192)]), expected);
}

/// An old Office file whose root has this class.
fn compound(class: &[u8; 16]) -> Vec<u8> {
    let mut bytes = vec![0; 2048];
    bytes[..8].copy_from_slice(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    bytes[30] = 9;
    bytes[48] = 1;
    bytes[1024 + 80..1024 + 96].copy_from_slice(class);
    bytes
}

#[test]
fn documents_are_known() {
    told(&small_pdf("x"), FileType::Pdf);
    told(&[b"\r\n".as_slice(), &small_pdf("x")].concat(), FileType::Pdf);
    told(&[b"junk of a mail gateway\0\n".as_slice(), &small_pdf("x")].concat(), FileType::Pdf);
    told(&docx(&paragraph("x"), &[]), FileType::Docx);
    told(&zipped(&[("[Content_Types].xml", b""), ("xl/workbook.xml", b"")]), FileType::Xlsx);
    told(&zipped(&[("[Content_Types].xml", b""), ("ppt/a.xml", b"")]), FileType::Office);
    told(&zipped(&[("mimetype", b"application/vnd.oasis.opendocument.text")]), FileType::Office);
    told(&compound(&[0; 16]), FileType::Office);
    // One whose list of parts would stand beyond the end of any disk.
    let mut beyond = compound(&[0; 16]);
    beyond[30] = 16;
    beyond[48..52].fill(0xff);
    told(&beyond, FileType::Office);
    told(b"{\\rtf1 x}", FileType::Office);
    told(b"\x93\0\x8f\x01\xff\xfe\x13", FileType::Unknown);
    told(b"", FileType::Empty);
    use image::ImageFormat::{Bmp, Gif, Jpeg, Png, Tiff, WebP};
    for format in [Bmp, Gif, Jpeg, Png, Tiff, WebP] {
        told(&picture(8, 8, format), FileType::Image);
    }
}

#[test]
fn texts_are_known() {
    told(b"Spare parts\n1\t2\n", FileType::Text);
    told("形式发票，编号如下".as_bytes(), FileType::Text);
    told(&encoding_rs::GBK.encode("形式发票，编号如下").0, FileType::Text);
    told(b"\xff\xfea\0b\0", FileType::Text);
    told(b"\xfe\xff\0a\0b", FileType::Text);
    // Letters that other formats begin with.
    told(b"MZ-500 is a machine", FileType::Text);
    told(b"BMW and others", FileType::Text);
    told(b"How to write %PDF-1.7 files\n", FileType::Text);
    // A memo is no message.
    told(b"To: all\nFrom: the manager\nSubject: holidays\n\nDear all", FileType::Text);
    told(b"From: a@b.example\r\nTo: c@d.example\r\n\r\nhello", FileType::Email);
    told(
        b"Received: from x by y\n\tfor z\nSubject: a\nDate: today\n\nx %PDF-1.4 1 0 obj",
        FileType::Email,
    );
}

#[test]
fn programs_are_known_and_never_read() {
    let installer = [0x84, 0x10, 0x0c, 0, 0, 0, 0, 0, 0xc0, 0, 0, 0, 0, 0, 0, 0x46];
    let jar = zipped(&[("META-INF/MANIFEST.MF", b"Manifest-Version: 1.0")]);
    let dressed = zipped(&[("[Content_Types].xml", b""), ("word/a.xml", b""), ("A.class", b"")]);
    let programs: Vec<Vec<u8>> = vec![
        b"MZ\x90\0\x03".to_vec(),
        [b"MZ\0".as_slice(), &small_pdf("x")].concat(),
        b"\x7fELF\x02\x01".to_vec(),
        b"\0asm\x01\0\0\0".to_vec(),
        b"\xca\xfe\xba\xbe\0\0\0\x3d".to_vec(),
        b"\xcf\xfa\xed\xfe\x07\0\0\x01".to_vec(),
        b"L\0\0\0\x01\x14\x02\0".to_vec(),
        b"#!/bin/sh\necho".to_vec(),
        b"\xef\xbb\xbf#!/usr/bin/env python3".to_vec(),
        b"@ECHO OFF\r\ndel *".to_vec(),
        compound(&installer),
        jar,
        dressed,
    ];
    for program in programs {
        told(&program, FileType::Executable);
        assert!(of(&program).is_executable());
        assert_eq!(read(&program), Err(Refusal::Executable));
        assert_eq!(reader().page(file(&program).path(), 1, 100), Err(Refusal::Executable));
    }
}

#[test]
fn a_manifest_at_the_end_of_a_long_zip_is_found() {
    let filling: Vec<u8> =
        (0..40_000u32).flat_map(|n| (n.wrapping_mul(2_654_435_761)).to_le_bytes()).collect();
    let long = zipped(&[("a.bin", &filling), ("META-INF/MANIFEST.MF", b"")]);
    assert_eq!(of(&long), FileType::Executable);
    assert_eq!(FileType::of_head(&long[..8192]), FileType::Archive);
}

#[test]
fn archives_are_not_unpacked() {
    let inner = zipped(&[("word/document.xml", b"secret")]);
    let outer = zipped(&[("inner.zip", &inner), ("word/list.txt", b"x")]);
    for archive in [&outer[..], b"7z\xbc\xaf\x27\x1c\0\x04", b"Rar!\x1a\x07\0", b"\x1f\x8b\x08\0"] {
        told(archive, FileType::Archive);
        let reading = read(archive).expect("nothing is read, so nothing fails");
        assert_eq!((reading.standing, reading.passages.len()), (Standing::NotReadable, 0));
    }
}

#[test]
fn what_is_no_file_is_refused() {
    let directory = tempfile::tempdir().expect("a directory");
    assert!(FileType::of_path(directory.path()).is_err());
    assert!(matches!(reader().read(directory.path(), None), Err(Refusal::Io { .. })));
    assert!(matches!(reader().read(&directory.path().join("none"), None), Err(Refusal::Io { .. })));
    assert_eq!(read(b""), Err(Refusal::Empty));
}
