//! Texts, characters and logos that would break a careless report.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::process::Command;

use readiness::Text;
use report::{Language, Logo, LogoError, Options, Pdf, Replaced, Reporter, SUBSTITUTE, Summary};

mod fixture;

fn made(summary: &Summary) -> Pdf {
    let options = Options { language: Language::Both, ..Options::default() };
    Reporter::new().unwrap().pdf(summary, &options).unwrap()
}

fn text(pdf: &Pdf) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("report.pdf");
    std::fs::write(&file, &pdf.bytes).unwrap();
    let output = Command::new("pdftotext").arg("-raw").arg(&file).arg("-").output().unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap().chars().filter(|c| !c.is_whitespace()).collect()
}

/// Puts a text into every place where a user's words can stand.
fn everywhere(words: &str) -> Summary {
    let both = Text::new(words, format!("中{words}"));
    let mut s = fixture::summary();
    s.company = both.clone();
    s.subject = both.clone();
    s.order.reference = words.into();
    s.order.products = vec![both.clone(); 2];
    s.order.buyer = both.clone();
    s.order.more = vec![(both.clone(), both.clone())];
    s.order.packs[0].name = both.clone();
    s.order.packs[0].version = words.into();
    s.order.packs[0].sha256 = words.into();
    s.verdict_note = Some(both.clone());
    s.gates[0].name = both.clone();
    s.gates[2].name = both.clone();
    let finding = &mut s.findings[0];
    finding.title = both.clone();
    finding.kind = both.clone();
    finding.gap = both.clone();
    finding.timing_words = both.clone();
    finding.next_step = both.clone();
    finding.explanation = vec![(both.clone(), both.clone())];
    s.tasks[0].title = both.clone();
    s.requirements[0].title = both.clone();
    s.requirements[0].items[0].title = both.clone();
    s.requirements[0].items[0].state = both.clone();
    s.requirements[0].items[0].reference = both.clone();
    s.evidence[0].title = both.clone();
    s.evidence[0].details[0].1 = both.clone();
    s.evidence[0].files[0].name = words.into();
    s.decisions[0].who = words.into();
    s.decisions[0].why = both.clone();
    s.checks[0].detail = both.clone();
    s.schedule[0].name = both.clone();
    s.schedule[0].party = both.clone();
    s.critical_path[0] = both.clone();
    s.references[0].title = both.clone();
    s.references[0].note = both;
    s
}

#[test]
fn markup_in_a_text_is_text() {
    for words in [
        r##"#panic("x") #import "/main.typ": * #set page(width: 1pt)"##,
        r#"$ x^2 $ *bold* _it_ `raw` <label> @ref [c] {d} // x /* y"#,
        r#"= heading - item + item / term: x ~ \ \u{41} -- --- ... "q" 'q'"#,
        r#"{"en":"x"}],"zh":null,\"" \n </script><b> & &amp; %PDF (a\) )"#,
    ] {
        let pdf = made(&everywhere(words));
        assert_eq!(pdf.warnings, []);
        let squeezed: String = words.chars().filter(|c| !c.is_whitespace()).collect();
        // Once at least for each of the thirty-odd places; most are printed in both languages.
        assert!(text(&pdf).matches(&squeezed).count() > 30, "{words}");
    }
}

#[test]
fn characters_without_a_glyph_are_replaced_and_told() {
    let pdf =
        made(&everywhere("Ship 🚢 مرحبا 한국 \u{1}\u{7f}\u{202e}gpj.exe \u{e000} \u{fffe} ไทย"));
    assert!(text(&pdf).contains(&format!("Ship{SUBSTITUTE}")));
    let codes: Vec<&str> = pdf.warnings.iter().map(|r: &Replaced| r.code.as_str()).collect();
    for code in ["U+1F6A2", "U+0645", "U+D55C", "U+0001", "U+007F", "U+202E", "U+E000", "U+FFFE"] {
        assert!(codes.contains(&code), "{code} not in {codes:?}");
    }
    assert!(pdf.warnings.iter().all(|replaced| replaced.times > 0));
}

#[test]
fn what_the_fonts_can_draw_stays() {
    let words = "µm ≤ ≥ – ± × ° Ω € Größe naïve Łódź Şişli Việt ελ Ж Ї ① 龍 かな";
    let pdf = made(&everywhere(words));
    let kept: String = words.chars().filter(|c| !c.is_whitespace()).collect();
    let codes: Vec<_> = pdf.warnings.iter().map(|r| r.code.clone()).collect();
    assert_eq!(codes, Vec::<String>::new());
    assert!(text(&pdf).contains(&kept));
}

#[test]
fn stacked_accents_are_cut_and_line_breaks_kept() {
    let zalgo = format!("a{}b", "\u{301}".repeat(400));
    let pdf = made(&everywhere(&zalgo));
    assert_eq!(pdf.warnings.len(), 1);
    assert_eq!(pdf.warnings[0].code, "U+0301");
    made(&everywhere("one\r\ntwo\n\n\nthree\u{2028}four\tfive\u{b}"));
    for nothing in ["", " ", "\u{200b}\u{feff}\u{ad}", "\u{1}", "\n"] {
        let mut summary = everywhere(nothing);
        summary.findings[0].title = Text::same(nothing);
        summary.requirements[0].title = Text::same(nothing);
        made(&summary);
    }
}

#[test]
fn endless_texts_export() {
    made(&everywhere(&"x".repeat(3_000)));
    made(&everywhere(&"中".repeat(3_000)));
    made(&everywhere(&"line\n".repeat(300)));
    // Nothing runs off a page: every word of every place is there. The heads and feet of the
    // pages, two names and a reference each, are cut to one line.
    let short = made(&everywhere("verbum"));
    let places = text(&short).matches("verbum").count() - 3 * short.pages;
    let long = made(&everywhere(&"verbum ".repeat(400)));
    let words = text(&long).matches("verbum").count();
    assert!(words >= 400 * places, "{words} of {}", 400 * places);
    let mut summary = fixture::summary();
    summary.findings[0].explanation[0].1 = Text::same("sentence. ".repeat(20_000));
    assert!(made(&summary).pages > 40);
}

#[test]
fn extreme_dates_and_numbers_export() {
    let mut summary = fixture::summary();
    summary.judged_on = chrono::NaiveDate::MIN;
    summary.gates[0].date = Some(chrono::NaiveDate::MAX);
    summary.gates[2].state = report::GateState::Held(u32::MAX);
    summary.counts.blocker = u32::MAX;
    summary.schedule[0].float_days = Some(i64::MIN);
    summary.evidence[0].files[0].bytes = u64::MAX;
    made(&summary);
    for gates in [1, 11, 47] {
        summary.gates = vec![fixture::summary().gates[2].clone(); gates];
        made(&summary);
    }
}

const GOOD_SVG: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><defs><linearGradient id="g"><stop stop-color="#0d5b75"/><stop offset="1" stop-color="#fff"/></linearGradient></defs><rect width="40" height="20" fill="url(#g)"/></svg>"##;

/// A PNG of one red pixel.
const PIXEL: &[u8] = &[
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44, 0x52,
    0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x02, 0x00, 0x00, 0x00, 0x90, 0x77, 0x53,
    0xde, 0x00, 0x00, 0x00, 0x0c, 0x49, 0x44, 0x41, 0x54, 0x08, 0xd7, 0x63, 0xf8, 0xcf, 0xc0, 0x00,
    0x00, 0x03, 0x01, 0x01, 0x00, 0x18, 0xdd, 0x8d, 0xb0, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4e,
    0x44, 0xae, 0x42, 0x60, 0x82,
];

#[test]
fn a_sound_logo_is_drawn() {
    let reporter = Reporter::new().unwrap();
    let plain = reporter.pdf(&fixture::summary(), &Options::default()).unwrap();
    for bytes in [GOOD_SVG.as_bytes(), PIXEL] {
        let logo = Some(Logo::read(bytes).unwrap());
        let options = Options { logo, ..Options::default() };
        let pdf = reporter.pdf(&fixture::summary(), &options).unwrap();
        assert_ne!(pdf.bytes, plain.bytes);
    }
}

#[test]
fn a_broken_or_hostile_logo_is_refused_with_its_reason() {
    let svg = |inside: &str| {
        format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">{inside}</svg>"#
        )
    };
    let read = |bytes: &[u8]| Logo::read(bytes).unwrap_err();
    assert_eq!(read(b""), LogoError::Empty);
    assert_eq!(read(b"GIF89a"), LogoError::UnknownFormat);
    assert_eq!(read(b"<html></html>"), LogoError::UnknownFormat);
    assert!(matches!(read(&vec![b'<'; 5_000_000]), LogoError::TooBig { .. }));
    assert!(matches!(read(&PIXEL[..40]), LogoError::Broken(_)));
    assert!(matches!(read(&PIXEL[..12]), LogoError::Broken(_)));
    let mut bomb = PIXEL.to_vec();
    bomb[16..24].copy_from_slice(&[0, 1, 0, 0, 0, 1, 0, 0]);
    assert_eq!(read(&bomb), LogoError::Pixels { width: 65_536, height: 65_536 });
    assert!(matches!(read(svg("<g><path d='M0 0'/>").as_bytes()), LogoError::Broken(_)));
    for depth in [40, 100_000] {
        let deep = svg(&format!("{}{}", "<g>".repeat(depth), "</g>".repeat(depth)));
        assert_eq!(read(deep.as_bytes()), LogoError::TooComplex);
    }
    assert_eq!(read(svg(&"<rect/>".repeat(20_000)).as_bytes()), LogoError::TooComplex);
    assert_eq!(read(svg(&"<use xlink:href='#a'/>".repeat(20)).as_bytes()), LogoError::TooComplex);
    for (inside, element) in [
        ("<script>alert(1)</script>", "script"),
        ("<image href='file:///etc/passwd'/>", "image"),
        ("<text>x</text>", "text"),
        ("<foreignObject/>", "foreignObject"),
        ("<filter id='f'/>", "filter"),
    ] {
        assert_eq!(read(svg(inside).as_bytes()), LogoError::Element(element.into()));
    }
    for inside in [
        "<use xlink:href='http://example.org/x.svg#a'/>",
        "<rect fill='url(http://example.org/x)'/>",
        "<rect style='fill: url( \"file:///x\")'/>",
        "<style>@import 'x.css';</style>",
    ] {
        assert!(matches!(read(svg(inside).as_bytes()), LogoError::Outside(_)), "{inside}");
    }
    let entities = format!("<!DOCTYPE svg [<!ENTITY a \"aaaa\">]>{}", svg("<g/>"));
    assert_eq!(read(entities.as_bytes()), LogoError::Element("!DOCTYPE".into()));
    assert!(matches!(
        read(br#"<svg xmlns="http://www.w3.org/2000/svg" width="0" height="0"/>"#),
        LogoError::Broken(_)
    ));
}

/// Every character that the report lets through must make a valid file. Slow; run by hand after
/// a change of fonts: `cargo test -p report -- --ignored`.
#[test]
#[ignore = "exports every character of the fonts"]
fn every_character_exports() {
    let all: Vec<char> = ('\u{20}'..=char::MAX).filter(|c| !c.is_control()).collect();
    let mut summary = Summary::default();
    let row = |chars: &[char]| {
        let words: String = chars.iter().flat_map(|c| [*c, ' ']).collect();
        (Text::same("a"), Text::same(words))
    };
    let explanation = all.chunks(500).map(row).collect();
    summary.findings = vec![report::Finding { explanation, ..report::Finding::default() }];
    made(&summary);
}
