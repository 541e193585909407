//! The watch list that comes with the program, and files with mistakes.

#![expect(clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

use packs::{Library, WATCH_LIST, builtin_signals, read_watch, unknown_targets};
use readiness::{CouldAffect, NextReview, Signal, SignalStatus, Stage, Text};
use std::collections::BTreeMap;

fn signals() -> BTreeMap<String, Signal> {
    let read = builtin_signals().unwrap_or_else(|problems| panic!("{problems}"));
    read.into_iter().map(|signal| (signal.id.0.clone(), signal)).collect()
}

#[test]
fn every_entry_has_its_true_status_and_next_review() {
    use SignalStatus::{Analysis, Contradicted, Corroborated, Unverified, Verify};
    let on = |day: &str| NextReview::On(day.parse().unwrap());
    let now = NextReview::Now(Some("2026-11-10".parse().unwrap()));
    let expected = [
        ("w-cluster-approval", Unverified, on("2026-12-15")),
        ("w-qingdao-core", Unverified, on("2026-12-15")),
        ("w-export-30bn", Unverified, on("2027-01-31")),
        ("w-cert-support", Unverified, on("2027-01-15")),
        ("w-logistics", Unverified, on("2027-01-15")),
        ("w-lighthouse-seven", Contradicted, on("2027-01-31")),
        ("w-lead-enterprises", Unverified, on("2026-12-15")),
        ("w-focus-products", Unverified, on("2026-12-15")),
        ("w-buyer-criteria", Analysis, on("2027-03-31")),
        ("w-procedures-tighten", Analysis, NextReview::Monthly),
        ("w-mofcom-2025-70", Verify, now),
        ("w-mofcom-2024-46", Verify, on("2026-11-27")),
        ("w-licence-catalogue-2027", Verify, on("2027-01-02")),
        ("w-eu-mr-2027", Corroborated, on("2027-01-10")),
        ("w-foreign-trade-law", Corroborated, on("2027-03-01")),
        ("w-cn-holidays-2027", Verify, on("2026-12-01")),
        ("w-acfta-3", Verify, on("2027-01-15")),
    ];
    let signals = signals();
    assert_eq!(signals.len(), expected.len());
    for (id, status, next) in expected {
        let signal = signals.get(id).unwrap_or_else(|| panic!("{id} is missing"));
        assert_eq!(signal.status, status, "{id}");
        assert_eq!(signal.next_review, next, "{id}");
    }
}

#[test]
fn claims_of_the_trade_portal_are_reported_and_no_more() {
    let portal: Vec<Signal> = signals()
        .into_values()
        .filter(|signal| {
            let mut sources = signal.sources.iter().filter_map(|one| one.reference.as_deref());
            sources.any(|reference| reference.starts_with("ynypm.com"))
        })
        .collect();
    assert_eq!(portal.len(), 10);
    for signal in portal {
        let analysis = signal.status == SignalStatus::Analysis;
        let stage = (!analysis).then_some(Stage::Reported);
        assert_eq!(signal.stage(), stage, "{}", signal.id);
    }
}

#[test]
fn the_seven_lighthouses_are_contradicted_by_the_portal_that_says_eight() {
    let signal = &signals()["w-lighthouse-seven"];
    let by = signal.contradicted_by.as_ref().unwrap();
    assert!(by.text.en.contains("eight") && by.text.zh.contains("八家"));
    assert_eq!(by.dated, Some("2026-01-22".parse().unwrap()));
}

#[test]
fn what_the_signals_could_affect_is_in_the_packs_or_marked_as_words() {
    let library = Library::builtin().unwrap_or_else(|problems| panic!("{problems}"));
    let (read, source) = read_watch("watch.yaml", WATCH_LIST).unwrap();
    assert_eq!(unknown_targets(&read, &source, &library), []);
    assert!(read.iter().all(|signal| !signal.could_affect.is_empty()));
    let named = read.iter().flat_map(|signal| &signal.could_affect);
    assert!(named.filter(|one| matches!(one, CouldAffect::Requirement(_))).count() >= 10);
}

#[test]
fn every_entry_speaks_both_languages() {
    let chinese = |text: &str| text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    for (id, signal) in signals() {
        let targets = signal.could_affect.iter().filter_map(|target| match target {
            CouldAffect::Other(text) => Some(text),
            _ => None,
        });
        let texts = [Some(&signal.claim), signal.detail.as_ref(), Some(&signal.would_verify)];
        let said = signal.sources.iter().chain(&signal.contradicted_by).map(|one| &one.text);
        for Text { en, zh } in texts.into_iter().flatten().chain(targets).chain(said) {
            assert!(!en.trim().is_empty() && !chinese(en), "{id}: {en}");
            assert!(chinese(zh), "{id}: {zh}");
        }
    }
}

const GOOD: &str = "format: shipshape-watch/1
signals:
  - id: w-a
    claim: {en: A, zh: 甲}
    status: unverified
    would_verify: {en: B, zh: 乙}
    noted_on: 2026-11-24
    next_review: monthly
    could_affect: [{requirement: iso-9001}]
";

/// The first mistake of the good file with one part changed: its line and field.
fn first(change: (&str, &str)) -> (usize, String) {
    assert!(GOOD.contains(change.0), "{}", change.0);
    let text = GOOD.replace(change.0, change.1);
    let problem = read_watch("mine.yaml", &text).err().unwrap().0.swap_remove(0);
    assert!(!problem.message.zh.is_empty());
    (problem.line, problem.field)
}

#[test]
fn a_file_with_mistakes_is_refused_with_the_place_of_each() {
    assert!(read_watch("mine.yaml", GOOD).is_ok());
    let at = |line: usize, field: &str| (line, field.to_owned());
    assert_eq!(first(("unverified", "certain")), at(5, "signals/0/status"));
    assert_eq!(first(("zh: 甲", "zh: ''")), at(4, "signals/0/claim/zh"));
    assert_eq!(first(("2026-11-24", "2026-02-31")), at(7, "signals/0/noted_on"));
    assert_eq!(first(("id: w-a", "id: W A")), at(3, "signals/0/id"));
    assert_eq!(first(("monthly", "{on: soon}")).0, 8);
    assert_eq!(first(("unverified", "contradicted")).1, "signals/0/contradicted_by");
    assert_eq!(
        first(("unverified", "unverified\n    reached: [{stage: reported}, {stage: reported}]")),
        at(6, "signals/0/reached")
    );
}

#[test]
fn two_signals_of_one_name_are_refused() {
    let text = format!("{GOOD}{}", GOOD.split_once("signals:\n").unwrap().1);
    let problems = read_watch("mine.yaml", &text).err().unwrap().0;
    assert_eq!((problems.len(), problems[0].line), (1, 10));
}

#[test]
fn a_requirement_that_no_pack_has_is_named() {
    let library = Library::builtin().unwrap_or_else(|problems| panic!("{problems}"));
    let text = GOOD.replace("iso-9001", "iso-9999");
    let (read, source) = read_watch("mine.yaml", &text).unwrap();
    let problems = unknown_targets(&read, &source, &library);
    assert_eq!(problems.len(), 1);
    assert!(problems[0].message.en.contains("iso-9999"));
    assert_eq!(problems[0].line, 9);
}
