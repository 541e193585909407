//! What a reader finds in the file, seen through tools of other makers (poppler, qpdf).

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::Path;
use std::process::Command;

use readiness::Text;
use report::{
    Attachment, Error, Language, Mark, Options, Paper, Pdf, Reporter, Section, Sections, Summary,
};

mod fixture;
#[path = "fixture/large.rs"]
mod large;

/// Words of the report itself that must not stand in a file of the other language.
const ENGLISH: [&str; 6] =
    ["Judged on", "Next step", "Blocker", "Gates", "Evidence on file", "Why"];
const CHINESE: [&str; 6] = ["评估日", "下一步", "阻断", "关口", "证据清单", "理由"];

fn options(language: Language) -> Options {
    Options { language, mark_draft: true, ..Options::default() }
}

fn made(summary: &Summary, options: &Options) -> Pdf {
    Reporter::new().unwrap().pdf(summary, options).unwrap()
}

/// Writes the bytes to a folder and runs a tool on the file; `{}` stands for its path.
fn tool(program: &str, arguments: &[&str], bytes: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("report.pdf");
    std::fs::write(&file, bytes).unwrap();
    let arguments = arguments.iter().map(|a| if *a == "{}" { path(&file) } else { a });
    let output = Command::new(program).args(arguments).output().unwrap();
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn path(file: &Path) -> &str {
    file.to_str().unwrap()
}

/// The text of all pages in reading order, without white space: lines may end anywhere.
fn text(pdf: &Pdf) -> String {
    squeezed(&tool("pdftotext", &["-raw", "-enc", "UTF-8", "{}", "-"], &pdf.bytes))
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn assert_says(text: &str, wanted: &str) {
    assert!(text.contains(&squeezed(wanted)), "missing: {wanted}");
}

#[test]
fn both_languages_are_in_the_bilingual_file() {
    let text = text(&made(&fixture::summary(), &options(Language::Both)));
    for wanted in ENGLISH.iter().chain(&CHINESE) {
        assert_says(&text, wanted);
    }
    for wanted in [
        "Export readiness: GMC-4030, Hamburg",
        "出口就绪报告：GMC-4030，汉堡",
        "FAT is held: 2 blockers before 7 Dec 2026.",
        "工厂验收受阻：2026-12-07 前须解决 2 项阻断。",
        "Draft, gates held",
        "8 µm ≤ 10 µm",
        "SH-2026-014",
        "1 / 1",
    ] {
        assert_says(&text, wanted);
    }
    assert!(!text.contains('%') || text.contains("110%"), "no percentage of readiness");
}

#[test]
fn a_file_in_one_language_has_no_words_of_the_other() {
    let english = text(&made(&fixture::summary(), &options(Language::En)));
    assert!(ENGLISH.iter().all(|word| english.contains(&squeezed(word))));
    // The fixture has a file whose name is Chinese; names belong to no language.
    let han =
        english.replace("证书_中文", "").chars().find(|c| ('\u{4e00}'..='\u{9fff}').contains(c));
    assert_eq!(han, None);
    let chinese = text(&made(&fixture::summary(), &options(Language::Zh)));
    assert!(CHINESE.iter().all(|word| chinese.contains(word)));
    for word in ENGLISH {
        assert!(!chinese.contains(&squeezed(word)), "{word} in the Chinese file");
    }
}

#[test]
fn every_finding_decision_and_hash_is_printed() {
    let mut summary = fixture::summary();
    summary.switched_off.push(report::SwitchedOff {
        id: "eu-noise".to_owned(),
        title: Text::new("Noise declaration", "噪声声明"),
        who: "Wang".to_owned(),
        on: None,
        why: Text::same("spare parts only"),
    });
    let text = text(&made(&summary, &options(Language::Both)));
    for finding in &summary.findings {
        assert_says(&text, &finding.title.zh);
        assert_says(&text, &finding.next_step.en);
    }
    for decision in &summary.decisions {
        assert_says(&text, &decision.who);
        assert_says(&text, &decision.why.en);
    }
    let off = ["Switched off", "1 requirement was not judged: Noise declaration (eu-noise)"];
    for words in off.iter().chain(&["spare parts only", "已停用", "噪声声明（eu-noise）"])
    {
        assert_says(&text, words);
    }
    let packs = summary.order.packs.iter().map(|pack| &pack.sha256);
    for hash in packs.chain(summary.evidence.iter().flat_map(|e| &e.files).map(|f| &f.sha256)) {
        assert_says(&text, hash);
    }
    assert_says(&text, "Unverified 待核实");
}

#[test]
fn the_file_is_archival_accessible_and_sound() {
    let mut with_data = options(Language::Both);
    with_data.attachment = Some(Attachment::json("shipshape.json", "Answers", r#"{"a":1}"#));
    let pdf = made(&fixture::summary(), &with_data);
    let info = tool("pdfinfo", &["-isodates", "{}"], &pdf.bytes);
    assert!(info.contains("Tagged:          yes"), "{info}");
    assert!(info.contains("Title:           Export readiness: GMC-4030, Hamburg"), "{info}");
    assert!(info.contains("CreationDate:    2026-11-24"), "{info}");
    assert!(info.contains(&format!("Pages:           {}", pdf.pages)), "{info}");
    let xmp = tool("pdfinfo", &["-meta", "{}"], &pdf.bytes);
    for mark in ["pdfaid:part>3<", "pdfaid:conformance>A<", "pdfuaid:part>1<"] {
        assert!(xmp.contains(mark), "{mark} not in {xmp}");
    }
    let fonts = tool("pdffonts", &["{}"], &pdf.bytes);
    assert!(fonts.lines().skip(2).all(|line| line.contains(" yes yes yes ")), "{fonts}");
    tool("qpdf", &["--check", "{}"], &pdf.bytes);
    assert!(tool("pdfdetach", &["-list", "{}"], &pdf.bytes).contains("shipshape.json"));
}

#[test]
fn same_input_same_bytes() {
    let (summary, options) = (fixture::summary(), options(Language::Both));
    let reporter = Reporter::new().unwrap();
    let first = reporter.pdf(&summary, &options).unwrap().bytes;
    // Another report in between must not leave a trace.
    reporter.pdf(&large::large(fixture::summary(), 2, 3), &options).unwrap();
    assert!(first == reporter.pdf(&summary, &options).unwrap().bytes);
    assert!(first == made(&summary, &options).bytes);
}

#[test]
fn sections_can_be_left_out() {
    let mut few = options(Language::En);
    few.sections = Sections::from_iter([Section::Overview, Section::Decisions]);
    few.paper = Paper::Letter;
    let pdf = made(&fixture::summary(), &few);
    let text = text(&pdf);
    assert_says(&text, "Decisions and waivers");
    for gone in ["Findings explained", "Evidence on file", "Schedule", "References"] {
        assert!(!text.contains(&squeezed(gone)), "{gone}");
    }
    assert!(tool("pdfinfo", &["{}"], &pdf.bytes).contains("612 x 792 pts (letter)"));
}

#[test]
fn an_empty_report_says_so_in_sentences() {
    let text = text(&made(&Summary::default(), &options(Language::Both)));
    for sentence in [
        "No gap was found in what was judged.",
        "没有等待中的待办。",
        "No document is on file.",
        "尚未比对单证。",
        "No schedule is set.",
        "Nothing was waived or set aside.",
        "No blocker was found, and no gate is planned.",
    ] {
        assert_says(&text, sentence);
    }
}

#[test]
fn nothing_held_is_told_calmly_and_is_no_draft() {
    let mut summary = fixture::summary();
    summary.counts.blocker = 0;
    summary.counts.unknown = 0;
    summary.counts.unverified = 0;
    for gate in summary.gates.iter_mut().skip(1) {
        gate.state = report::GateState::Open;
    }
    let text = text(&made(&summary, &options(Language::Both)));
    assert_says(&text, "Nothing blocks. Next gate: Production, 4 Dec 2026.");
    assert_says(&text, "没有阻断。下一关口：生产，2026-12-04。");
    assert!(!text.contains("Draft"));
}

#[test]
fn unknown_facts_never_look_clear() {
    let mut summary = fixture::summary();
    summary.gates.iter_mut().for_each(|gate| gate.state = report::GateState::Open);
    summary.counts.blocker = 1;
    let text = text(&made(&summary, &options(Language::En)));
    assert_says(&text, "1 blocker, at no planned gate.");
    assert_says(&text, "1 fact is still unknown.");
}

#[test]
fn six_hundred_requirements_export() {
    let mut summary = large::large(fixture::summary(), 30, 20);
    summary.requirements[29].items[19].mark = Mark::Unverified;
    let pdf = made(&summary, &options(Language::Both));
    let text = text(&pdf);
    assert!(pdf.pages > 30);
    assert_says(&text, "item 30.20");
    assert_says(&text, "第 30.20 项");
}

#[test]
fn a_hostile_attachment_name_is_refused() {
    for name in ["", "../x.json", "a/b.json", "a\\b.json", ".hidden", "x\u{0}.json", "x.json "] {
        let mut options = options(Language::En);
        options.attachment = Some(Attachment::json(name, "", "{}"));
        let refused = Reporter::new().unwrap().pdf(&fixture::summary(), &options);
        assert!(matches!(refused, Err(Error::AttachmentName(_))), "{name:?}");
    }
    let mut options = options(Language::En);
    options.attachment =
        Some(Attachment { mime: "json".into(), ..Attachment::json("a.json", "", "{}") });
    let refused = Reporter::new().unwrap().pdf(&fixture::summary(), &options);
    assert!(matches!(refused, Err(Error::AttachmentType(_))));
}

#[test]
fn the_preview_shows_the_same_pages() {
    let (summary, options) = (fixture::summary(), options(Language::En));
    let reporter = Reporter::new().unwrap();
    let preview = reporter.preview(&summary, &options).unwrap();
    let pages = preview.page_count();
    assert_eq!(pages, reporter.pdf(&summary, &options).unwrap().pages);
    let drawn = |page, pixels| preview.page_png(page, pixels).unwrap();
    let (small, large) = (drawn(0, 0.25).unwrap(), drawn(pages - 1, 2.0).unwrap());
    for (picture, width) in [(&small, 149), (&large, 1191)] {
        assert!(picture.starts_with(b"\x89PNG"));
        let given = u32::from_be_bytes(picture[16..20].try_into().unwrap());
        assert_eq!(given, width, "an A4 page is 595.3 points wide");
    }
    assert_eq!(drawn(pages, 1.0), None);
}

#[test]
fn what_reads_the_same_in_both_languages_is_printed_once() {
    let mut summary = fixture::summary();
    summary.order.buyer = Text::same("Onlyonce GmbH");
    assert_eq!(text(&made(&summary, &options(Language::Both))).matches("Onlyonce").count(), 1);
}

#[test]
fn a_gate_held_by_the_unknown_alone_is_held() {
    let mut summary = fixture::summary();
    summary.counts.blocker = 0;
    for gate in summary.gates.iter_mut().skip(2) {
        gate.state = report::GateState::Held(0);
    }
    let text = text(&made(&summary, &options(Language::Both)));
    assert_says(&text, "FAT is held. 1 fact is still unknown.");
    assert_says(&text, "工厂验收受阻。尚有 1 项事实未知。");
    assert_says(&text, "Draft, gates held");
}
