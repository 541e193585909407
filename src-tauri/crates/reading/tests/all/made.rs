//! Files made for the tests, small and by hand.

use flate2::Compression;
use flate2::write::ZlibEncoder;
use reading::{Limits, Reader, Reading, Refusal};
use std::io::{Cursor, Write};
use std::path::PathBuf;
use std::time::Duration;
use zip::write::{SimpleFileOptions, ZipWriter};

/// A reader with a process for each file.
pub(crate) fn reader() -> Reader {
    reader_within(Limits::default())
}

pub(crate) fn reader_within(limits: Limits) -> Reader {
    Reader::new(PathBuf::from(env!("CARGO_BIN_EXE_shipshape-reader")), limits)
}

pub(crate) fn seconds(time: u64) -> Limits {
    Limits { time: Duration::from_secs(time), ..Limits::default() }
}

/// A file with this content; it is gone with what is returned.
pub(crate) fn file(content: &[u8]) -> tempfile::NamedTempFile {
    let mut file = tempfile::NamedTempFile::new().expect("a file");
    file.write_all(content).expect("room for the file");
    file
}

/// Reads a file with this content.
pub(crate) fn read(content: &[u8]) -> Result<Reading, Refusal> {
    reader().read(file(content).path(), None)
}

/// All text of a file with this content.
pub(crate) fn text(content: &[u8]) -> String {
    let reading = read(content).expect("it is read");
    reading.passages.into_iter().map(|passage| passage.text + "\n").collect()
}

/// A PDF of these objects, numbered from 1; the first is the catalog.
pub(crate) fn pdf(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec();
    let mut starts = Vec::new();
    for (number, object) in (1..).zip(objects) {
        starts.push(bytes.len());
        bytes.extend(format!("{number} 0 obj\n").bytes());
        bytes.extend(object);
        bytes.extend(b"\nendobj\n");
    }
    let start = bytes.len();
    bytes.extend(format!("xref\n0 {}\n0000000000 65535 f \n", starts.len() + 1).bytes());
    for start in &starts {
        bytes.extend(format!("{start:010} 00000 n \n").bytes());
    }
    let size = starts.len() + 1;
    bytes.extend(
        format!("trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n").bytes(),
    );
    bytes
}

pub(crate) fn object(text: &str) -> Vec<u8> {
    text.as_bytes().to_vec()
}

pub(crate) fn stream(entries: &str, content: &[u8]) -> Vec<u8> {
    let mut bytes = format!("<<{entries}/Length {}>>\nstream\n", content.len()).into_bytes();
    bytes.extend(content);
    bytes.extend(b"\nendstream");
    bytes
}

pub(crate) fn deflated(content: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content).expect("memory");
    encoder.finish().expect("memory")
}

/// A PDF of one page with these instructions; object 5 is its font `/F1`, with what follows.
pub(crate) fn page(media_box: &str, content: &[u8], font: &[Vec<u8>]) -> Vec<u8> {
    let mut objects = vec![
        object("<</Type/Catalog/Pages 2 0 R>>"),
        object("<</Type/Pages/Kids[3 0 R]/Count 1>>"),
        object(&format!(
            "<</Type/Page/Parent 2 0 R/MediaBox{media_box}/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>"
        )),
        stream("", content),
    ];
    objects.extend_from_slice(font);
    pdf(&objects)
}

pub(crate) const A4: &str = "[0 0 595 842]";

pub(crate) fn helvetica() -> Vec<u8> {
    object("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
}

/// A PDF with a line of Latin text.
pub(crate) fn small_pdf(line: &str) -> Vec<u8> {
    page(A4, format!("BT /F1 12 Tf 72 720 Td ({line}) Tj ET").as_bytes(), &[helvetica()])
}

pub(crate) fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(content).expect("memory");
    }
    zip.finish().expect("memory").into_inner()
}

/// A Word document with this body and these other parts.
pub(crate) fn docx(body: &str, others: &[(&str, &str)]) -> Vec<u8> {
    const KIND: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    let mut types = format!(
        r#"<Types><Override PartName="/word/document.xml" ContentType="{KIND}.document.main+xml"/>"#
    );
    let mut parts = Vec::new();
    for (name, content) in others {
        let kind = name.trim_end_matches(|char: char| char.is_ascii_digit());
        types.push_str(&format!(
            r#"<Override PartName="/word/{name}.xml" ContentType="{KIND}.{kind}+xml"/>"#
        ));
        parts.push((format!("word/{name}.xml"), word(content)));
    }
    types.push_str("</Types>");
    let body = word(&format!("<w:body>{body}</w:body>"));
    let mut all =
        vec![("[Content_Types].xml", types.as_bytes()), ("word/document.xml", body.as_bytes())];
    all.extend(parts.iter().map(|(name, content)| (name.as_str(), content.as_bytes())));
    zipped(&all)
}

fn word(content: &str) -> String {
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{content}</w:document>"#
    )
}

pub(crate) fn paragraph(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

/// A picture of one colour.
pub(crate) fn picture(width: u32, height: u32, format: image::ImageFormat) -> Vec<u8> {
    let picture = image::RgbImage::from_pixel(width, height, image::Rgb([200, 30, 60]));
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).expect("memory");
    bytes.into_inner()
}
