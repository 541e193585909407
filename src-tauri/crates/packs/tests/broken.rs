//! Broken packs, each refused with the file, the line and the field of its mistake; and hostile
//! ones, refused quickly.

use packs::{Library, LibraryFile, Problems, builtin_files};
use std::time::{Duration, Instant};

const GOOD: &str = r#"format: shipshape-pack/1
id: house
version: 1.2.0
title: {en: "House", zh: "本公司"}
about: {en: "House rules.", zh: "内部规则。"}
facts:
  - id: house-runout
    title: {en: "Runout", zh: "跳动"}
    question: {en: "What is the spindle runout?", zh: "主轴跳动是多少？"}
    kind: decimal
    unit: µm
  - id: house-coolant
    title: {en: "Coolant", zh: "冷却液"}
    question: {en: "Which coolant?", zh: "哪种冷却液？"}
    kind: choice
    choices:
      - {id: oil, title: {en: "Oil", zh: "油"}}
      - {id: water, title: {en: "Water", zh: "水"}}
requirements:
  - id: house-report
    title: {en: "Runout report", zh: "跳动报告"}
    rule: {en: "Report the runout.", zh: "提交跳动报告。"}
    severity: major
    when:
      all:
        - {fact: house-runout, above: 5 µm}
        - {fact: house-coolant, in: [oil]}
    evidence:
      accepts: [house-report]
      covers: [models]
      max_age_days: 365
    needed_by: fat
    holds_through: on-board
    lead: {shortest: 2, longest: 9}
    reference: {en: "House rule 7", zh: "内部规则 7"}
    verification: {state: known}
  - id: house-photo
    title: {en: "Photo", zh: "照片"}
    rule: {en: "Take a photo.", zh: "拍照。"}
    severity: minor
    needed_by: packing
    lead: {shortest: 0, longest: 1}
    after: [house-report]
    reference: {en: "House rule 8", zh: "内部规则 8"}
    verification: {state: verify}
"#;

fn load(text: &str) -> Result<Library, Problems> {
    let mut files = builtin_files();
    files.packs.push(LibraryFile { name: "house.yaml", text });
    Library::load(&files)
}

/// What is replaced, by what, and where the mistake then is: line and field.
const BROKEN: &[(&str, &str, usize, &str)] = &[
    ("format: shipshape-pack/1", "format: shipshape-pack/2", 1, "format"),
    ("id: house\n", "id: House Pack\n", 2, "id"),
    ("version: 1.2.0", "version: newest", 3, "version"),
    ("title: {en: \"House\", zh: \"本公司\"}", "title: {en: \"House\"}", 4, "title"),
    ("title: {en: \"House\", zh: \"本公司\"}", "title: House", 4, "title"),
    ("zh: \"内部规则。\"", "zh: \"\"", 5, "about/zh"),
    ("about:", "abuot:", 5, "abuot"),
    ("id: house-runout\n", "id: house_runout\n", 7, "facts/0/id"),
    ("kind: decimal\n", "kind: number\n", 10, "facts/0/kind"),
    ("unit: µm", "unit: mile", 11, "facts/0/unit"),
    ("    kind: choice\n", "    kind: yes-no\n", 16, "facts/1/choices"),
    ("{id: water,", "{id: oil,", 18, "facts/1/choices/1/id"),
    ("id: house-coolant\n", "id: house-runout\n", 12, "facts/1/id"),
    ("id: house-coolant\n", "id: market\n", 12, "facts/1/id"),
    ("id: house-photo\n", "id: house-report\n", 37, "requirements/1/id"),
    ("id: house-photo\n", "id: iso-9001\n", 37, "requirements/1/id"),
    ("    severity: major\n", "    severity: huge\n", 23, "requirements/0/severity"),
    ("    severity: major\n", "    severity: 3\n", 23, "requirements/0/severity"),
    ("    severity: major\n", "", 20, "requirements/0"),
    (
        "{fact: house-runout, above: 5 µm}",
        "{fact: house-runout, above: 5 kg}",
        26,
        "requirements/0/when/all/0/above",
    ),
    (
        "{fact: house-runout, above: 5 µm}",
        "{fact: house-runout, above: five}",
        26,
        "requirements/0/when/all/0/above",
    ),
    (
        "{fact: house-runout, above: 5 µm}",
        "{fact: house-runout, is: true}",
        26,
        "requirements/0/when/all/0/is",
    ),
    (
        "{fact: house-runout, above: 5 µm}",
        "{fact: house-runuot, above: 5 µm}",
        26,
        "requirements/0/when/all/0/fact",
    ),
    ("{fact: house-runout, above: 5 µm}", "{fact: house-runout}", 26, "requirements/0/when/all/0"),
    (
        "{fact: house-runout, above: 5 µm}",
        "{fact: house-runout, more_than: 5 µm}",
        26,
        "requirements/0/when/all/0/more_than",
    ),
    (
        "{fact: house-coolant, in: [oil]}",
        "{fact: house-coolant, in: [milk]}",
        27,
        "requirements/0/when/all/1/in",
    ),
    (
        "{fact: house-coolant, in: [oil]}",
        "{fact: house-coolant, in: []}",
        27,
        "requirements/0/when/all/1/in",
    ),
    (
        "{fact: house-coolant, in: [oil]}",
        "{fact: house-coolant, above: 3}",
        27,
        "requirements/0/when/all/1/above",
    ),
    ("      all:\n", "      every:\n", 25, "requirements/0/when/every"),
    ("covers: [models]", "covers: [everything]", 30, "requirements/0/evidence/covers/0"),
    ("max_age_days: 365", "max_age_days: 0", 31, "requirements/0/evidence/max_age_days"),
    ("max_age_days: 365", "max_age_days: a year", 31, "requirements/0/evidence/max_age_days"),
    ("needed_by: fat", "needed_by: shipment", 32, "requirements/0/needed_by"),
    ("holds_through: on-board", "holds_through: onboard", 33, "requirements/0/holds_through"),
    (
        "lead: {shortest: 2, longest: 9}",
        "lead: {shortest: -2, longest: 9}",
        34,
        "requirements/0/lead/shortest",
    ),
    (
        "lead: {shortest: 2, longest: 9}",
        "lead: {shortest: 9, longest: 2}",
        34,
        "requirements/0/lead/shortest",
    ),
    ("lead: {shortest: 2, longest: 9}", "lead: {shortest: 2}", 34, "requirements/0/lead"),
    ("after: [house-report]", "after: [house-reprot]", 43, "requirements/1/after/0"),
    ("after: [house-report]", "after: [house-photo]", 43, "requirements/1/after"),
    (
        "verification: {state: verify}",
        "verification: {state: surely}",
        45,
        "requirements/1/verification/state",
    ),
    (
        "verification: {state: verify}",
        "verification: {state: checked, checked_on: 2026-02-31}",
        45,
        "requirements/1/verification/checked_on",
    ),
    ("verification: {state: known}", "", 20, "requirements/0"),
    (
        "reference: {en: \"House rule 8\", zh: \"内部规则 8\"}",
        "reference: {en: \"House rule 8\", zh: 8}",
        44,
        "requirements/1/reference/zh",
    ),
    ("    needed_by: packing\n", "    needed_by: packing\n    needed_by: fat\n", 42, ""),
    ("lead: {shortest: 0, longest: 1}", "lead: {shortest: 0, longest: 1", 43, ""),
    ("Take a photo.", "Take a \u{202e}photo.", 39, ""),
];

#[test]
fn each_broken_pack_is_refused_at_its_mistake() {
    assert!(load(GOOD).is_ok(), "{}", load(GOOD).unwrap_err());
    assert!(BROKEN.len() >= 40);
    let mut wrong = Vec::new();
    for (from, to, line, field) in BROKEN {
        assert_eq!(GOOD.matches(from).count(), 1, "{from:?} stands once in the pack");
        let text = GOOD.replace(from, to);
        let Err(Problems(problems)) = load(&text) else {
            wrong.push(format!("{to:?} is let through"));
            continue;
        };
        let told: Vec<String> =
            problems.iter().map(|one| format!("{}:{} {}", one.file, one.line, one.field)).collect();
        let there = problems.iter().any(|one| {
            one.file == "house.yaml"
                && one.line == *line
                && one.field == *field
                && !one.message.en.is_empty()
                && !one.message.zh.is_empty()
        });
        if !there {
            wrong.push(format!("{to:?}: wanted {line} {field}, told {told:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_mistake_of_a_file_is_told_at_once() {
    let text = GOOD
        .replace("severity: major", "severity: huge")
        .replace("unit: µm", "unit: 3")
        .replace("max_age_days: 365", "max_age_days: 0");
    let lines: Vec<usize> = load(&text).unwrap_err().0.iter().map(|one| one.line).collect();
    assert_eq!(lines, [11, 23, 31]);
}

#[test]
fn hostile_packs_end_in_a_refusal_within_seconds() {
    let requirement = GOOD.split("requirements:\n").nth(1).unwrap_or_default();
    let many: String = (0..60_000)
        .map(|number| requirement.replace("house-", &format!("h{number}-")))
        .take(20_000)
        .collect();
    let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for level in 1..40 {
        let previous = format!("*a{}", level - 1);
        bomb += &format!("a{level}: &a{level} [{}]\n", vec![previous; 10].join(", "));
    }
    let nested = |depth: usize| {
        let head = "{not: ".repeat(depth);
        let when = format!("{head}{{fact: house-coolant, is: oil}}{}", "}".repeat(depth));
        GOOD.replace("      all:\n        - {fact: house-runout, above: 5 µm}\n        - {fact: house-coolant, in: [oil]}\n", &format!("      {}\n", &when[..]))
    };
    let hostile = [
        (
            "a million requirements",
            format!("{}requirements:\n{many}", GOOD.split("requirements:\n").next().unwrap()),
        ),
        ("an alias bomb", bomb),
        ("a deep condition", nested(5_000)),
        ("a nest beyond the limit", nested(60)),
        (
            "a huge number",
            GOOD.replace("max_age_days: 365", &format!("max_age_days: {}", "9".repeat(100_000))),
        ),
        (
            "a huge amount",
            GOOD.replace("above: 5 µm", &format!("above: {} µm", "9".repeat(100_000))),
        ),
        ("a huge text", GOOD.replace("Take a photo.", &"x".repeat(9 * 1024 * 1024))),
        ("a long text", GOOD.replace("Take a photo.", &"x".repeat(5_000))),
        ("an exponent", GOOD.replace("above: 5 µm", "above: 1e999999999 µm")),
        ("a tag", GOOD.replace("severity: major", "severity: !!python/object:os.system major")),
        ("many documents", "--- {}\n".repeat(100_000)),
        ("brackets without end", "[".repeat(1_000_000)),
    ];
    for (name, text) in hostile {
        let begun = Instant::now();
        let problems = match load(&text) {
            Err(problems) => problems,
            Ok(_) => panic!("{name} is let through"),
        };
        assert!(begun.elapsed() < Duration::from_secs(20), "{name}: {:?}", begun.elapsed());
        assert!(problems.0.len() <= 1_000 && !problems.0[0].message.zh.is_empty(), "{name}");
    }
}
