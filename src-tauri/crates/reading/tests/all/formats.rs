//! What good files say.

use crate::made::*;
use reading::{FileType, Place, Refusal, Standing};

fn place(name: &str) -> Place {
    Place::Part(name.to_owned())
}

#[test]
fn a_pdf_is_read_in_lines() {
    let content = b"BT /F1 12 Tf 72 700 Td (second line) Tj 0 20 Td (Gr\xf6\xdfe) Tj \
        200 0 Td (42 mm) Tj -200 -60 Td [(Re) -20 (port) -400 (No.)] TJ ET";
    let reading = read(&page(A4, content, &[helvetica()])).unwrap();
    assert_eq!((reading.file_type, reading.standing), (FileType::Pdf, Standing::Read));
    assert_eq!(reading.pages, Some(1));
    assert_eq!(reading.passages[0].place, Place::Page(1));
    assert_eq!(reading.passages[0].text, "Größe\t42 mm\nsecond line\nReport No.");
}

#[test]
fn glyphs_with_a_map_to_unicode_are_read() {
    let map = b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> \
        endcodespacerange 3 beginbfchar <0001> <9A8C> <0002> <00660069> <0003> <2F2F> endbfchar endcmap";
    let fonts = [
        object(
            "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[6 0 R]/ToUnicode 7 0 R>>",
        ),
        object(
            "<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000>>",
        ),
        stream("", map),
    ];
    let content = b"BT /F1 12 Tf 72 700 Td <000100020003> Tj ET";
    // The second is the letters f and i, the third the radical of work.
    assert_eq!(text(&page(A4, content, &fonts)), "验fi工\n");
}

fn chinese(encoding: &str, code: &[u8]) -> Vec<u8> {
    let fonts = [
        object(&format!(
            "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/{encoding}/DescendantFonts[6 0 R]>>"
        )),
        object(
            "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000>>",
        ),
    ];
    let hex: String = code.iter().map(|byte| format!("{byte:02x}")).collect();
    page(A4, format!("BT /F1 20 Tf 72 700 Td <{hex}> Tj ET").as_bytes(), &fonts)
}

#[test]
fn predefined_encodings_of_chinese_are_read() {
    let words = "合同编号 HB-2025";
    let gbk = encoding_rs::GBK.encode(words).0.into_owned();
    let ucs2: Vec<u8> = words.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for (encoding, code) in [
        ("GBK-EUC-H", &gbk),
        ("GB-EUC-H", &gbk),
        ("GBKp-EUC-H", &gbk),
        ("UniGB-UCS2-H", &ucs2),
        ("UniGB-UTF16-H", &ucs2),
    ] {
        assert_eq!(text(&chinese(encoding, code)), format!("{words}\n"), "{encoding}");
    }
}

#[test]
fn chinese_without_its_font_is_drawn() {
    let ucs2: Vec<u8> = "验收".encode_utf16().flat_map(u16::to_be_bytes).collect();
    let drawn = reader().page(file(&chinese("UniGB-UCS2-H", &ucs2)).path(), 1, 595).unwrap();
    let drawn = image::load_from_memory(&drawn.png).unwrap().into_luma8();
    let ink = |from: u32| {
        let place = (from..from + 20).flat_map(|x| (120..150).map(move |y| (x, y)));
        place.filter(|(x, y)| drawn.get_pixel(*x, *y).0[0] < 128).count()
    };
    assert!(ink(72) > 30 && ink(92) > 30, "two characters: {} {}", ink(72), ink(92));
    assert_eq!(ink(300), 0);
}

/// A PDF that shows `A` and `b` in an embedded font without a map to Unicode.
fn embedded(encoding: &str, ordering: &str, code: &str, map: Option<&[u8]>) -> Vec<u8> {
    let font = include_bytes!("../../../../../assets/fonts/SourceSans3_400Regular.ttf");
    let to_glyphs = if map.is_some() { "9 0 R" } else { "/Identity" };
    let fonts = [
        object(&format!(
            "<</Type/Font/Subtype/Type0/BaseFont/S/Encoding/{encoding}/DescendantFonts[6 0 R]>>"
        )),
        object(&format!(
            "<</Type/Font/Subtype/CIDFontType2/BaseFont/S/CIDSystemInfo<</Registry(Adobe)/Ordering({ordering})/Supplement 0>>/FontDescriptor 7 0 R/CIDToGIDMap {to_glyphs}/DW 600>>"
        )),
        object("<</Type/FontDescriptor/FontName/S/Flags 4/FontFile2 8 0 R>>"),
        stream("/Filter/FlateDecode", &deflated(font)),
        stream("", map.unwrap_or_default()),
    ];
    page(A4, format!("BT /F1 12 Tf 72 700 Td <{code}> Tj ET").as_bytes(), &fonts)
}

fn glyph(char: char) -> u16 {
    use skrifa::MetadataProvider;
    let font = include_bytes!("../../../../../assets/fonts/SourceSans3_400Regular.ttf");
    let font = skrifa::FontRef::new(font).unwrap();
    u16::try_from(font.charmap().map(char).unwrap().to_u32()).unwrap()
}

#[test]
fn embedded_fonts_tell_their_characters() {
    let code = format!("{:04x}{:04x}", glyph('A'), glyph('b'));
    assert_eq!(text(&embedded("Identity-H", "Identity", &code, None)), "Ab\n");
}

#[test]
fn embedded_fonts_of_a_collection_are_read_by_its_numbers() {
    // In Adobe's collection for simplified Chinese `A` is 34 and `b` is 67.
    let mut map = vec![0; 2 * 70];
    map[68..70].copy_from_slice(&glyph('A').to_be_bytes());
    map[134..136].copy_from_slice(&glyph('b').to_be_bytes());
    assert_eq!(text(&embedded("UniGB-UCS2-H", "GB1", "00410062", Some(&map))), "Ab\n");
}

#[test]
fn protected_pdfs_open_without_a_password_only() {
    for open in
        [&include_bytes!("../files/owner-rc4.pdf")[..], include_bytes!("../files/owner-aes256.pdf")]
    {
        assert_eq!(text(open), "Spindle test 4711\n");
    }
    for closed in
        [&include_bytes!("../files/user-rc4.pdf")[..], include_bytes!("../files/user-aes256.pdf")]
    {
        assert_eq!(read(closed), Err(Refusal::Encrypted));
        assert_eq!(reader().page(file(closed).path(), 1, 100), Err(Refusal::Encrypted));
    }
}

#[test]
fn a_scan_has_no_text() {
    let reading = read(&page(A4, b"0 0 100 100 re f", &[helvetica()])).unwrap();
    assert_eq!((reading.standing, reading.pages), (Standing::NoText, Some(1)));
    let reading = read(&picture(30, 20, image::ImageFormat::Jpeg)).unwrap();
    assert_eq!((reading.file_type, reading.standing), (FileType::Image, Standing::NoText));
}

#[test]
fn pages_and_pictures_are_drawn() {
    let pdf = file(&small_pdf("hello"));
    let page = reader().page(pdf.path(), 1, 300).unwrap();
    assert_eq!((page.width, page.height, page.pages), (300, 425, 1));
    let drawn = image::load_from_memory(&page.png).unwrap();
    assert_eq!((drawn.width(), drawn.height()), (300, 425));
    assert_eq!(reader().page(pdf.path(), 2, 300), Err(Refusal::NoPage));
    assert_eq!(reader().page(pdf.path(), 0, 300), Err(Refusal::NoPage));
    assert_eq!(reader().page(pdf.path(), 1, 1).unwrap().width, 16);

    use image::ImageFormat::{Bmp, Gif, Jpeg, Png, Tiff, WebP};
    for format in [Bmp, Gif, Jpeg, Png, Tiff, WebP] {
        let picture = file(&picture(64, 32, format));
        let small = reader().page(picture.path(), 1, 32).unwrap();
        assert_eq!((small.width, small.height, small.pages), (32, 16, 1), "{format:?}");
        let whole = reader().page(picture.path(), 1, 2400).unwrap();
        assert_eq!((whole.width, whole.height), (64, 32), "{format:?}");
        assert_eq!(reader().page(picture.path(), 2, 32), Err(Refusal::NoPage));
    }
    assert_eq!(reader().page(file(b"a text").path(), 1, 32), Err(Refusal::NoPage));
}

#[test]
fn a_word_document_is_read_without_what_was_deleted() {
    let cell = |text: &str| format!("<w:tc>{}</w:tc>", paragraph(text));
    let shape = "<w:p><w:r><w:t>before</w:t><mc:AlternateContent><mc:Choice><w:txbxContent>\
        <w:p><w:r><w:t>in a box</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback>\
        <w:txbxContent><w:p><w:r><w:t>in a box</w:t></w:r></w:p></w:txbxContent></mc:Fallback>\
        </mc:AlternateContent></w:r><w:r><w:t> after</w:t></w:r></w:p>";
    let body = format!(
        "{}<w:p><w:del><w:r><w:delText>old</w:delText><w:t>older</w:t></w:r></w:del>\
        <w:ins><w:r><w:t>new &amp; &#x9a8c;</w:t></w:r></w:ins></w:p>\
        <w:tbl><w:tr>{}{}</w:tr><w:tr>{}{}</w:tr></w:tbl>{shape}<w:p><w:r><w:t>a</w:t><w:tab/>\
        <w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>",
        paragraph("Title"),
        cell("No."),
        cell("NS-1"),
        cell("Date"),
        cell("2025"),
    );
    let others = [
        ("header1", paragraph("Head")),
        ("header2", paragraph("Head")),
        ("footer1", paragraph("Foot")),
        ("footnotes", paragraph("Note")),
    ];
    let others: Vec<(&str, &str)> =
        others.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let reading = read(&docx(&body, &others)).unwrap();
    assert_eq!((reading.file_type, reading.standing), (FileType::Docx, Standing::Read));
    let passages: Vec<_> =
        reading.passages.iter().map(|passage| (&passage.place, passage.text.as_str())).collect();
    assert_eq!(
        passages,
        [
            (
                &Place::Whole,
                "Title\nnew & 验\nNo.\tNS-1\nDate\t2025\nbefore after\nin a box\na\tb\nc"
            ),
            (&place("header"), "Head"),
            (&place("footer"), "Foot"),
            (&place("footnotes"), "Note"),
        ]
    );
}

#[test]
fn a_workbook_is_read_by_sheets() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet().set_name("装箱单").unwrap();
    let date = rust_xlsxwriter::Format::new().set_num_format("dd/mm/yyyy");
    let time = rust_xlsxwriter::Format::new().set_num_format("yyyy-mm-dd hh:mm");
    sheet.write(0, 0, "Date").unwrap();
    sheet.write_with_format(0, 1, 46_091.0, &date).unwrap();
    sheet.write_with_format(0, 3, 46_091.5, &time).unwrap();
    sheet.write(2, 1, 0.1 + 0.2).unwrap();
    sheet.write(2, 2, true).unwrap();
    // Far away, yet it takes no more room.
    sheet.write(1_048_575, 16_383, "corner").unwrap();
    book.add_worksheet().set_name("Empty").unwrap();
    book.add_worksheet().set_name("Marks").unwrap().write(0, 0, "two\nlines").unwrap();
    let reading = read(&book.save_to_buffer().unwrap()).unwrap();
    assert_eq!((reading.file_type, reading.standing), (FileType::Xlsx, Standing::Read));
    assert_eq!(reading.passages.len(), 2);
    assert_eq!(reading.passages[0].place, Place::Sheet("装箱单".to_owned()));
    let rows: Vec<&str> = reading.passages[0].text.lines().collect();
    assert_eq!(rows[..2], ["Date\t2026-03-10\t\t2026-03-10 12:00", "\t0.3\tTRUE"]);
    assert_eq!(rows[2].trim_start(), "corner");
    assert_eq!(reading.passages[1].text, "two lines");
}

#[test]
fn a_message_is_read_with_its_attachments() {
    use std::fmt::Write;
    let boundary = |kind: &str, name: &str, content: &[u8]| {
        let code: String = content.iter().fold(String::new(), |mut code, byte| {
            let _ = write!(code, "={byte:02X}");
            code
        });
        format!(
            "--B\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: quoted-printable\r\n\
            Content-Disposition: attachment; filename=\"{name}\"\r\n\r\n{code}\r\n"
        )
    };
    let gbk = encoding_rs::GBK.encode("箱号,毛重\n1,3480,青岛港装船").0.into_owned();
    let message = format!(
        "From: =?utf-8?B?546L56OK?= <wang@a.example>\r\nTo: b@b.example\r\nSubject: papers\r\n\
        Date: Mon, 2 Mar 2026 16:20:11 +0800\r\nMIME-Version: 1.0\r\n\
        Content-Type: multipart/mixed; boundary=B\r\n\r\n\
        --B\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Dear Sir,</p><style>p{{}}</style><p>see below.</p>\r\n\
        {}{}{}{}--B--\r\n",
        boundary("application/pdf", "list.pdf", &small_pdf("Packing list 7")),
        boundary("application/octet-stream", "letter.docx", &docx(&paragraph("Dear Ms Zhao"), &[])),
        boundary("text/csv", "list.csv", &gbk),
        boundary("application/pdf", "setup.pdf", b"MZ\0\0program"),
    );
    let reading = read(message.as_bytes()).unwrap();
    assert_eq!((reading.file_type, reading.standing), (FileType::Email, Standing::Read));
    let passages: Vec<_> =
        reading.passages.iter().map(|passage| (&passage.place, passage.text.as_str())).collect();
    assert_eq!(
        passages,
        [
            (
                &place("head"),
                "Subject: papers\nFrom: 王磊 <wang@a.example>\nTo: b@b.example\n\
            Date: 2026-03-02 16:20\nAttachment: list.pdf\nAttachment: letter.docx\n\
            Attachment: list.csv\nAttachment: setup.pdf"
            ),
            (&place("body"), "Dear Sir,\nsee below."),
            (&place("list.pdf"), "Packing list 7"),
            (&place("letter.docx"), "Dear Ms Zhao"),
            (&place("list.csv"), "箱号,毛重\n1,3480,青岛港装船"),
        ]
    );
}

#[test]
fn text_beyond_the_limit_is_cut() {
    let limits = reading::Limits { characters: 10, pages: 1, ..reading::Limits::default() };
    let reading =
        reader_within(limits).read(file("验收".repeat(8).as_bytes()).path(), None).unwrap();
    assert_eq!(reading.standing, Standing::Cut);
    assert_eq!(reading.passages[0].text, "验收".repeat(5));

    let two = pdf(&[
        object("<</Type/Catalog/Pages 2 0 R>>"),
        object("<</Type/Pages/Kids[3 0 R 3 0 R]/Count 2>>"),
        object(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        ),
        stream("", b"BT /F1 12 Tf 72 720 Td (short) Tj ET"),
        helvetica(),
    ]);
    let reading = reader_within(limits).read(file(&two).path(), None).unwrap();
    assert_eq!(
        (reading.standing, reading.pages, reading.passages.len()),
        (Standing::Cut, Some(2), 1)
    );
}

#[test]
fn a_thread_reads_what_a_process_reads() {
    let thread = reading::Reader::in_thread(reading::Limits::default());
    for content in [small_pdf("same"), docx(&paragraph("same"), &[]), b"same".to_vec()] {
        let file = file(&content);
        assert_eq!(thread.read(file.path(), None), reader().read(file.path(), None));
    }
    let pdf = file(&small_pdf("same"));
    assert_eq!(thread.page(pdf.path(), 1, 200), reader().page(pdf.path(), 1, 200));
}
