//! Workbooks made to harm are refused with a reason, soon and within bounds.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use packs::{PackFile, pack_xlsx, parse, read_pack_xlsx};
use std::io::{Cursor, Read, Write};
use std::time::{Duration, Instant};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

type Parts = Vec<(String, Vec<u8>)>;

fn export() -> Vec<u8> {
    let pack = parse::<PackFile>("own.yaml", include_str!("own.yaml")).unwrap().0;
    pack_xlsx(&pack).unwrap()
}

fn parts() -> Parts {
    parts_of(&export())
}

fn parts_of(bytes: &[u8]) -> Parts {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|index| {
            let mut entry = archive.by_index(index).unwrap();
            let mut content = Vec::new();
            entry.read_to_end(&mut content).unwrap();
            (entry.name().unwrap().into_owned(), content)
        })
        .collect()
}

fn zipped(parts: &Parts) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// The export with one part changed.
fn changed(part: &str, change: impl Fn(String) -> String) -> Vec<u8> {
    let mut parts = parts();
    let (_, content) = parts.iter_mut().find(|(name, _)| name == part).unwrap();
    *content = change(String::from_utf8(content.clone()).unwrap()).into_bytes();
    zipped(&parts)
}

const SHEET: &str = "xl/worksheets/sheet3.xml";
const TEXTS: &str = "xl/sharedStrings.xml";

/// The export with further rows in the sheet of requirements.
fn rows(xml: &str) -> Vec<u8> {
    changed(SHEET, |sheet| sheet.replace("</sheetData>", &format!("{xml}</sheetData>")))
}

/// The first mistake's English; the file must be refused soon.
#[track_caller]
fn refused(bytes: &[u8]) -> String {
    let begun = Instant::now();
    let problems = read_pack_xlsx("hostile.xlsx", bytes).unwrap_err();
    let took = begun.elapsed();
    assert!(took < Duration::from_secs(if cfg!(debug_assertions) { 20 } else { 3 }), "{took:?}");
    let first = problems.0.first().unwrap();
    assert!(!first.message.zh.is_empty());
    assert_eq!(first.file, "hostile.xlsx");
    let told = format!("{}: {}", first.field, first.message.en);
    told
}

#[track_caller]
fn refused_with(bytes: &[u8], reason: &str) {
    let told = refused(bytes);
    assert!(told.contains(reason), "{told}");
}

#[test]
fn what_is_no_workbook() {
    refused_with(b"", "no XLSX workbook");
    refused_with(b"id;severity\nx;major\n", "no XLSX workbook");
    refused_with(&vec![b'P'; 17 << 20], "larger than 16 MiB");
    refused_with(b"PK\x03\x04 and nothing more", "damaged");
    refused_with(&zipped(&vec![("a.txt".to_owned(), b"text".to_vec())]), "no readable XLSX");
    let old = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0];
    refused_with(&old, "old .xls");
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    refused_with(&[&old[..], &name].concat(), "password");
    let whole = export();
    for length in (0..whole.len()).step_by(97) {
        read_pack_xlsx("cut.xlsx", &whole[..length]).unwrap_err();
    }
}

#[test]
fn damaged_bytes_never_end_the_program() {
    let whole = export();
    for index in (0..whole.len()).step_by(29) {
        let mut bytes = whole.clone();
        bytes[index] ^= 0x55;
        let _ = read_pack_xlsx("flipped.xlsx", &bytes);
    }
}

#[test]
fn bombs() {
    let mut bomb = parts();
    bomb.push(("xl/media/zeros.bin".to_owned(), vec![0; 200 << 20]));
    refused_with(&zipped(&bomb), "text or tag of more than");
    bomb.pop();
    bomb.push(("xl/media/noise.bin".to_owned(), b"\xff<".repeat(100 << 20)));
    refused_with(&zipped(&bomb), "more than 128 MiB when unpacked");
    for endless in ["<!--<a>", "<?a>", "<a b='>", "<![CDATA[>"] {
        let token = endless.to_owned() + &"<b> ".repeat(1 << 20);
        refused_with(&changed(SHEET, |_| token.clone()), "more than");
    }
    let lines = "<x></x>".repeat(5 << 20);
    refused_with(&changed(SHEET, |_| lines.clone()), "elements");
    let spread = changed(TEXTS, |_| format!("<sst>{}</sst>", "<si/>".repeat(3 << 20)));
    refused_with(&spread, "texts");
    let mut many = parts();
    many.extend((0..500).map(|index| (format!("x/{index}.xml"), Vec::new())));
    refused_with(&zipped(&many), "more than 400 parts");
    let mut list = parts();
    list.extend((0..60_000).map(|index| (format!("{index}"), Vec::new())));
    refused_with(&zipped(&list), "more than 400 parts");
    let wide = changed(SHEET, |sheet| {
        sheet.replace("<sheetData>", &format!("<!--{}--><sheetData>", "x".repeat(2 << 20)))
    });
    refused_with(&wide, "text or tag of more than");
}

#[test]
fn a_picture_does_no_harm() {
    let mut book = parts();
    let picture = include_bytes!("../../../../assets/icons/256.png");
    book.push(("xl/media/image1.png".to_owned(), picture.to_vec()));
    read_pack_xlsx("picture.xlsx", &zipped(&book)).unwrap();
}

#[test]
fn entities_and_document_types() {
    let laughs = "<!DOCTYPE lolz [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]>";
    let bomb = changed(TEXTS, |xml| xml.replace("<sst", &format!("{laughs}<sst")));
    refused_with(&bomb, "document types and entities");
    let unknown = changed(TEXTS, |xml| xml.replace("Record", "&b;"));
    refused_with(&unknown, "no readable XLSX");
}

#[test]
fn numbers_that_ask_for_memory() {
    for count in ["18446744073709551615", "99999999999", "4000000000"] {
        let texts = changed(TEXTS, |xml| {
            xml.replacen("uniqueCount=\"", &format!("uniqueCount=\"{count}\" x=\""), 1)
        });
        refused_with(&texts, "attribute that is not allowed");
    }
    let text = "y".repeat(30_000);
    let cells = format!("<row>{}</row>", "<c t=\"s\"><v>0</v></c>".repeat(150)).repeat(2000);
    let shared =
        changed(TEXTS, |xml| xml.replacen("<si>", &format!("<si><t>{text}</t></si><si>"), 1));
    let mut copies = parts_of(&shared);
    let (_, sheet) = copies.iter_mut().find(|(name, _)| name == SHEET).unwrap();
    *sheet = String::from_utf8(sheet.clone())
        .unwrap()
        .replace("</sheetData>", &format!("{cells}</sheetData>"))
        .into_bytes();
    refused_with(&zipped(&copies), "MiB of text");
    let font = format!("<fonts><font><name val=\"{}\"/></font></fonts>", "n".repeat(900_000));
    let styles = changed("xl/styles.xml", |_| {
        format!(
            "<styleSheet>{font}<cellXfs>{}</cellXfs></styleSheet>",
            "<xf fontId=\"0\"/>".repeat(9000)
        )
    });
    refused_with(&styles, "format is too long");
    let styles = changed("xl/styles.xml", |_| {
        format!("<styleSheet><cellXfs>{}</cellXfs></styleSheet>", "<xf/>".repeat(1 << 20))
    });
    refused_with(&styles, "formats");
}

#[test]
fn cells_far_away_and_twice() {
    let cell = |at: &str| format!("<row><c r=\"{at}\" t=\"str\"><v>x</v></c></row>");
    refused_with(&rows(&cell("A20002")), "Requirements!A20002: cells beyond row 20001");
    refused_with(&rows(&cell("XFD1048576")), "Requirements!XFD1048576: cells beyond");
    refused_with(&rows(&cell("GS3")), "Requirements!GS3: cells beyond");
    refused_with(&rows(&cell("A4294967298")), "attribute that is not allowed");
    refused_with(&rows(&cell("ZZZZZZZZ2")), "attribute that is not allowed");
    refused_with(&rows("<row r=\"99999999999\"><c><v>1</v></c></row>"), "not allowed");
    refused_with(&rows(&cell("A2")), "Requirements!A2: the cell stands twice");
    let backwards =
        changed(SHEET, |xml| xml.replacen("<dimension ref=\"", "<dimension ref=\"C3:A1\" x=\"", 1));
    refused_with(&backwards, "attribute that is not allowed");
    // Cells that hold nothing but a look may stand anywhere.
    let empty = rows("<row><c r=\"XFD1048576\" s=\"1\"/></row>");
    read_pack_xlsx("empty.xlsx", &empty).unwrap();
}

#[test]
fn formulas_and_macros() {
    for formula in [
        "<f>1+1</f><v>major</v>",
        "<f/><v>major</v>",
        "<f t=\"shared\" si=\"0\"/><v>major</v>",
        "<f t=\"shared\" si=\"99999999999\" ref=\"A3:A9\">1</f><v>major</v>",
        "<v>major</v><f>HYPERLINK(\"http://x\")</f>",
    ] {
        let xml = format!("<row r=\"3\"><c r=\"A3\" t=\"str\">{formula}</c></row>");
        refused_with(&rows(&xml), "Requirements!A3 (id): the cell holds a formula");
    }
    let mut macros = parts();
    macros.push(("xl/vbaProject.bin".to_owned(), b"x".to_vec()));
    refused_with(&zipped(&macros), "macros");
    let typed = changed("[Content_Types].xml", |xml| {
        xml.replace("spreadsheetml.sheet.main", "macroEnabled.main")
            .replace("openxmlformats-officedocument.macroEnabled", "ms-excel.sheet.macroEnabled")
    });
    refused_with(&typed, "macros");
}

#[test]
fn conditions_that_multiply() {
    let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for level in 1..5 {
        let previous = format!("*a{}", level - 1);
        bomb += &format!("a{level}: &a{level} [{}]\n", vec![previous; 10].join(", "));
    }
    let bomb = bomb.replace('&', "&amp;");
    let row = |row: usize| {
        format!(
            "<row r=\"{row}\"><c r=\"K{row}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{bomb}</t></is></c></row>"
        )
    };
    let many: String = (3..3000).map(row).collect();
    let told = refused(&rows(&many));
    assert!(told.contains("Requirements!"), "{told}");
    let deep =
        format!("<row r=\"3\"><c r=\"K3\" t=\"str\"><v>{}</v></c></row>", "[".repeat(30_000));
    let problems = read_pack_xlsx("deep.xlsx", &rows(&deep)).unwrap_err();
    assert!(problems.to_string().contains("recursion limit"), "{problems}");
    let nested = changed(SHEET, |_| "<a>".repeat(100_000));
    refused_with(&nested, "nested deeper");
}

#[test]
fn mistakes_without_end_are_cut_off() {
    let row = |row: usize| format!("<row r=\"{row}\"><c r=\"J{row}\"><v>1e999</v></c></row>");
    let many: String = (3..20_000).map(row).collect();
    let problems = read_pack_xlsx("many.xlsx", &rows(&many)).unwrap_err();
    assert!(problems.0.len() <= 1001, "{}", problems.0.len());
    assert!(problems.0.last().unwrap().message.en.contains("more mistakes"));
}
