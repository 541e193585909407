//! Broken and hostile files: each is read or refused, soon.

use crate::made::*;
use reading::{Limits, Reading, Refusal, Standing};
use std::time::{Duration, Instant};

/// Reads and draws within a time that no honest file needs.
fn soon(content: &[u8]) -> Result<Reading, Refusal> {
    let file = file(content);
    let start = Instant::now();
    let reader = reader_within(seconds(10));
    let reading = reader.read(file.path(), None);
    let drawn = reader.page(file.path(), 1, 400);
    assert!(start.elapsed() < Duration::from_secs(30), "{:?}", start.elapsed());
    for refusal in [reading.as_ref().err(), drawn.as_ref().err()].into_iter().flatten() {
        assert!(!matches!(refusal, Refusal::Io { .. }), "{refusal}");
    }
    reading
}

fn is_damaged(outcome: &Result<Reading, Refusal>) -> bool {
    matches!(outcome, Err(Refusal::Damaged { .. }))
}

fn catalog_and(objects: &[&str]) -> Vec<u8> {
    let mut all = vec![object("<</Type/Catalog/Pages 2 0 R>>")];
    all.extend(objects.iter().map(|text| object(text)));
    pdf(&all)
}

fn all(reading: &Reading) -> String {
    reading.passages.iter().map(|passage| passage.text.as_str()).collect()
}

#[test]
fn cut_files_are_read_or_damaged() {
    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet().write(0, 0, "4711").expect("a cell");
    let files = [
        small_pdf("Spindle 4711"),
        docx(&paragraph("Spindle 4711"), &[]),
        book.save_to_buffer().expect("a book"),
    ];
    for whole in &files {
        for part in 1..10 {
            let outcome = soon(&whole[..whole.len() * part / 10]);
            match &outcome {
                Ok(reading) => assert!(
                    all(reading).is_empty() || all(reading).contains("4711") || part < 3,
                    "{reading:?}"
                ),
                refused => assert!(is_damaged(refused), "{refused:?}"),
            }
        }
        let mut zeroed = whole.clone();
        let middle = zeroed.len() / 2;
        zeroed[middle..].fill(0);
        let _ = soon(&zeroed);
    }
}

#[test]
fn a_table_of_objects_that_is_wrong_is_made_anew() {
    let good = small_pdf("Spindle 4711");
    let text = String::from_utf8_lossy(&good[good.len() - 40..]).into_owned();
    let start =
        text.split("startxref\n").nth(1).and_then(|rest| rest.lines().next()).expect("a start");
    for other in ["0", "99999999", "-1", "18446744073709551616"] {
        let mut bent = good[..good.len() - start.len() - 7].to_vec();
        bent.extend(format!("{other}\n%%EOF\n").bytes());
        let reading = soon(&bent).expect("its objects are whole");
        assert_eq!(all(&reading), "Spindle 4711", "startxref {other}");
    }
}

#[test]
fn trees_of_pages_that_never_end_do() {
    let cycles = [
        catalog_and(&["<</Type/Pages/Kids[2 0 R]/Count 1>>"]),
        catalog_and(&[
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Pages/Kids[2 0 R]/Count 1>>",
        ]),
        catalog_and(&["2 0 R"]),
        catalog_and(&["3 0 R", "2 0 R"]),
        pdf(&[object("1 0 R")]),
        catalog_and(&["<</Type/Pages/Kids 2 0 R/Parent 2 0 R/Count 999999999>>"]),
    ];
    for cycle in &cycles {
        assert!(soon(cycle).is_err());
    }
    // Nine levels of ten kids each.
    let level = |next: usize| {
        format!("<</Type/Pages/Kids[{}]/Count 1>>", format!("{next} 0 R ").repeat(10))
    };
    let mut objects: Vec<String> = (3..12).map(level).collect();
    objects.push("<</Type/Page/MediaBox[0 0 9 9]>>".to_owned());
    let texts: Vec<&str> = objects.iter().map(String::as_str).collect();
    let outcome = soon(&catalog_and(&texts));
    assert!(matches!(outcome, Err(Refusal::TooMuch | Refusal::TooSlow { .. })), "{outcome:?}");
}

#[test]
fn deep_nesting_ends() {
    for (open, close) in [("[", "]"), ("<</A", ">>"), ("(", ")")] {
        for depth in [100, 10_000, 1_000_000] {
            let nested = format!("{}{}", open.repeat(depth), close.repeat(depth));
            // As an object, within the page, and as an operand.
            let _ = soon(&catalog_and(&["<</Type/Pages/Kids[3 0 R]/Count 1>>", &nested]));
            let page = format!("<</Type/Page/MediaBox[0 0 9 9]/Contents {nested}>>");
            let _ = soon(&catalog_and(&["<</Type/Pages/Kids[3 0 R]/Count 1>>", &page]));
            let _ = soon(&crate::made::page(A4, nested.as_bytes(), &[helvetica()]));
        }
    }
    let saved = [b"q ".repeat(2_000_000), b"BT /F1 9 Tf (4711) Tj ET".to_vec()].concat();
    let _ = soon(&page(A4, &saved, &[helvetica()]));
}

#[test]
fn forms_and_glyphs_that_show_themselves_end() {
    let form = pdf(&[
        object("<</Type/Catalog/Pages 2 0 R>>"),
        object("<</Type/Pages/Kids[3 0 R]/Count 1>>"),
        object(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>",
        ),
        stream("", b"/X Do"),
        stream(
            "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>",
            b"/X Do",
        ),
    ]);
    assert_eq!(soon(&form).map(|reading| reading.standing), Ok(Standing::NoText));
    let glyph = [
        object(
            "<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[.1 0 0 .1 0 0]/CharProcs<</a 6 0 R>>/Encoding<</Differences[97/a]>>/FirstChar 97/LastChar 97/Widths[9]/Resources<</Font<</F1 5 0 R>>>>>>",
        ),
        stream("", b"9 0 d0 BT /F1 9 Tf (a) Tj ET"),
    ];
    assert!(soon(&page(A4, b"BT /F1 9 Tf (a) Tj ET", &glyph)).is_ok());
}

#[test]
fn sizes_beyond_measure_are_drawn_small_or_refused() {
    for size in [
        "[0 0 1000000 1000000]",
        "[0 0 1000000000000000000000000000000 1000000000000000000000000000000]",
        "[0 0 0 0]",
        "[0 0 1 1000000]",
        "[0 0 1000000 1]",
        "[0 0 -5 -5]",
        "[10000000000000000000000000000000000000 10000000000000000000000000000000000000 -10000000000000000000000000000000000000 -10000000000000000000000000000000000000]",
        "[0 0 .0001 .0001]",
    ] {
        let content = b"BT /F1 12 Tf 1 0 0 1 72 720 Tm (4711) Tj 1000000000000000000000000000000 0 0 1000000000000000000000000000000 0 0 Tm (far) Tj ET";
        let bytes = page(size, content, &[helvetica()]);
        let reading = soon(&bytes).expect("its text is sound");
        assert_eq!(all(&reading), "4711", "{size}");
        match reader().page(file(&bytes).path(), 1, 400) {
            Ok(picture) => {
                assert!((1..=400).contains(&picture.width), "{size}");
                assert!((1..=4800).contains(&picture.height), "{size}");
            }
            Err(refusal) => {
                assert!(matches!(refusal, Refusal::Damaged { .. }), "{size}: {refusal}")
            }
        }
    }
}

#[test]
fn fonts_that_count_to_the_end_of_numbers_end() {
    let fonts = [
        object(
            "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[6 0 R]/ToUnicode 7 0 R>>",
        ),
        object(
            "<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 0>>/W[0 4294967295 500]>>",
        ),
        stream("", b"begincmap 1 beginbfrange <00000000> <ffffffff> <0000> endbfrange endcmap"),
    ];
    let _ = soon(&page(A4, b"BT /F1 12 Tf <00410042> Tj ET", &fonts));
}

#[test]
fn zips_that_unpack_without_end_are_too_much() {
    let blanks = vec![b' '; 300 * 1024 * 1024];
    let types =
        r#"<Types><Override PartName="/word/document.xml" ContentType="a.main+xml"/></Types>"#;
    let bomb = zipped(&[("[Content_Types].xml", types.as_bytes()), ("word/document.xml", &blanks)]);
    assert_eq!(soon(&bomb), Err(Refusal::TooMuch));
    let sheet =
        zipped(&[("[Content_Types].xml", b""), ("xl/workbook.xml", b""), ("xl/a.xml", &blanks)]);
    assert_eq!(soon(&sheet), Err(Refusal::TooMuch));
    let names: Vec<String> = (0..5000).map(|number| format!("word/{number}")).collect();
    let mut many: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    many.push(("[Content_Types].xml", b""));
    assert_eq!(soon(&zipped(&many)), Err(Refusal::TooMuch));
}

#[test]
fn entities_are_not_expanded() {
    let mut entities = "<!ENTITY a0 \"lol\">".to_owned();
    for level in 1..10 {
        entities.push_str(&format!(
            "<!ENTITY a{level} \"{}\">",
            format!("&a{};", level - 1).repeat(10)
        ));
    }
    let types =
        r#"<Types><Override PartName="/word/document.xml" ContentType="a.main+xml"/></Types>"#;
    let document = format!(
        "<!DOCTYPE d [{entities}<!ENTITY file SYSTEM \"file:///etc/passwd\">]><d><p><t>4711&a9;&file;</t></p></d>"
    );
    let bytes = zipped(&[
        ("[Content_Types].xml", types.as_bytes()),
        ("word/document.xml", document.as_bytes()),
    ]);
    assert_eq!(soon(&bytes).map(|reading| all(&reading)), Ok("4711".to_owned()));
}

#[test]
fn word_documents_bent_in_their_xml_are_damaged() {
    for body in ["<w:p><w:r><w:t>cut", "<w:p></w:t>", "<w:p a=><<</w:p>", "</w:body></w:body>"] {
        assert!(is_damaged(&soon(&docx(body, &[]))), "{body}");
    }
    let deep = format!("{}{}{}", "<w:p>".repeat(300_000), "4711", "</w:p>".repeat(300_000));
    assert!(soon(&docx(&deep, &[])).is_ok());
    let boxes =
        format!("{}{}", "<w:txbxContent>".repeat(300_000), "</w:txbxContent>".repeat(300_000));
    assert_eq!(soon(&docx(&boxes, &[])), Err(Refusal::TooMuch));
    assert!(is_damaged(&soon(&zipped(&[("[Content_Types].xml", b""), ("word/a", b"")]))));
}

#[test]
fn workbooks_that_claim_more_than_they_hold_end() {
    let workbook = br#"<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>"#;
    let package = br#"<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
    let relations = br#"<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/a.xml"/></Relationships>"#;
    let book = |sheet: &str, strings: &str| {
        soon(&zipped(&[
            ("[Content_Types].xml", b""),
            ("_rels/.rels", package),
            ("xl/workbook.xml", workbook),
            ("xl/_rels/workbook.xml.rels", relations),
            ("xl/worksheets/a.xml", sheet.as_bytes()),
            ("xl/sharedStrings.xml", strings.as_bytes()),
        ]))
    };
    let cell = |reference: &str| {
        format!(
            "<worksheet><dimension ref=\"A1:XFD1048576\"/><sheetData><row r=\"1\"><c r=\"A1\"><v>4711</v></c><c r=\"{reference}\"><v>2</v></c></row></sheetData></worksheet>"
        )
    };
    assert_eq!(
        book(&cell("XFD1"), "<sst/>").map(|reading| all(&reading).replace('\t', "")),
        Ok("47112".to_owned())
    );
    for reference in ["ZZZZZZZZZ99999999999999", "A0", "0", "", "A4294967296"] {
        let _ = book(&cell(reference), "<sst uniqueCount=\"18446744073709551615\"/>");
        let _ = book(&cell(reference), "<sst uniqueCount=\"4000000000\"/>");
    }
}

#[test]
fn pictures_that_claim_too_much_are_too_much() {
    let mut png = picture(8, 8, image::ImageFormat::Png);
    png[16..24].copy_from_slice(&[0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60]);
    // The sum of the head, which the decoder checks.
    let sum = flate2::Crc::new();
    let mut sum = sum;
    sum.update(&png[12..29]);
    let sum = sum.sum().to_be_bytes();
    png[29..33].copy_from_slice(&sum);
    assert_eq!(soon(&png).map(|reading| reading.standing), Ok(Standing::NoText));
    assert_eq!(reader().page(file(&png).path(), 1, 100), Err(Refusal::TooMuch));
    let jpeg = picture(64, 64, image::ImageFormat::Jpeg);
    assert!(is_damaged(&soon(&jpeg[..10])));
}

#[test]
fn messages_within_messages_end() {
    let mut deep = "From: a@b.example\r\nSubject: 4711\r\n".to_owned();
    for level in 0..2000 {
        deep.push_str(&format!("Content-Type: message/rfc822\r\n\r\nSubject: {level}\r\n"));
    }
    assert!(all(&soon(deep.as_bytes()).expect("its head is sound")).contains("4711"));
    let mut parts = "From: a@b.example\r\nSubject: 4711\r\n".to_owned();
    for level in 0..5000 {
        parts.push_str(&format!(
            "Content-Type: multipart/mixed; boundary=b{level}\r\n\r\n--b{level}\r\n"
        ));
    }
    assert!(soon(parts.as_bytes()).is_ok());
    let unbounded = b"From: a@b.example\r\nSubject: 4711\r\nContent-Type: multipart/mixed; boundary=AAA\r\n\r\n--BBB\r\n\r\nx";
    assert!(soon(unbounded).is_ok());
}

#[test]
fn long_lines_and_odd_bytes_are_text() {
    let line = b"axis X 0.0021 mm; ".repeat(100_000);
    let reading = soon(&line).expect("a text");
    assert_eq!(reading.standing, Standing::Read);
    let html = ["<html>", &"<div>".repeat(200_000), "4711"].concat();
    assert_eq!(soon(html.as_bytes()).map(|reading| all(&reading)), Ok("4711".to_owned()));
    assert_eq!(soon(b"\xef\xbb\xbf").map(|reading| reading.standing), Ok(Standing::NoText));
    let limits = Limits { characters: 6, ..Limits::default() };
    let cut = reader_within(limits).read(file(&line).path(), None).expect("a text");
    assert_eq!((cut.standing, all(&cut).len()), (Standing::Cut, 6));
}
