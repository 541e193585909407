//! Broken files are refused as a whole, with every mistake's line and field.

use crate::support::library;
use packs::{Library, LibraryFile, builtin_files, read_shipment};

/// (field, line) of every problem of a shipment file.
fn problems(text: &str) -> Vec<(String, usize)> {
    let found = read_shipment("order.yaml", text, library()).unwrap_err();
    found.0.into_iter().map(|problem| (problem.field, problem.line)).collect()
}

#[test]
fn every_mistake_of_a_shipment_file_is_named() {
    let text = "format: shipshape-shipment/1\norder:\n  reference: A\n  incoterm: CIFF\n  colour: red\nproducts:\n  - {model: X, quantity: many}\n";
    let found = problems(text);
    assert!(found.contains(&("order/incoterm".to_owned(), 4)), "{found:?}");
    assert!(found.contains(&("order/colour".to_owned(), 5)), "{found:?}");
    assert!(found.contains(&("products/0/quantity".to_owned(), 7)), "{found:?}");
}

#[test]
fn names_that_do_not_exist_are_named() {
    let text = "format: shipshape-shipment/1\norder: {reference: A, market: mars}\nanswers:\n  radioo: true\n  oversize: perhaps\n  wood-thickness: 6 kg\nschedule:\n  template: zz\nin_play:\n  requirements: [iso-9000]\n  checks: [x-nothing]\nevidence:\n  - {type: love-letter}\n";
    let found = problems(text);
    for (field, line) in [
        ("order/market", 2),
        ("answers/radioo", 4),
        ("answers/oversize", 5),
        ("answers/wood-thickness", 6),
        ("schedule/template", 8),
        ("in_play/requirements/0", 10),
        ("in_play/checks/0", 11),
    ] {
        assert!(found.contains(&(field.to_owned(), line)), "{field} in {found:?}");
    }
}

#[test]
fn a_document_that_nothing_asks_for_is_kept_and_told() {
    let text =
        "format: shipshape-shipment/1\norder: {reference: A}\nevidence:\n  - {type: love-letter}\n";
    let loaded = read_shipment("order.yaml", text, library()).unwrap();
    assert_eq!(loaded.shipment.evidence.len(), 1);
    assert_eq!((loaded.notes[0].field.as_str(), loaded.notes[0].line), ("evidence/0/type", 4));
}

#[test]
fn a_date_that_does_not_exist_is_refused_in_place() {
    let text = "format: shipshape-shipment/1\norder: {reference: A}\nevidence:\n  - {type: iso-9001, issued: 2026-02-31}\n";
    assert_eq!(problems(text), [("evidence/0/issued".to_owned(), 4)]);
}

#[test]
fn a_schedule_that_waits_for_itself_names_the_milestones() {
    let text = "format: shipshape-shipment/1\norder: {reference: A}\nschedule:\n  template: mt\n  start: 2026-09-01\n  milestones:\n    mt-fat: {after: [mt-packing]}\n";
    let found = read_shipment("order.yaml", text, library()).unwrap_err();
    let message = &found.0[0].message.en;
    assert!(message.contains("mt-fat") && message.contains("mt-packing"), "{message}");
}

#[test]
fn every_problem_is_told_in_both_languages() {
    let text = "format: shipshape-shipment/1\norder: {reference: A, market: mars, x: 1}\n";
    let found = read_shipment("order.yaml", text, library()).unwrap_err();
    for problem in found.0 {
        let chinese = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
        assert!(problem.message.zh.chars().any(chinese), "{}", problem.message.zh);
        assert!(!problem.message.en.chars().any(chinese), "{}", problem.message.en);
    }
}

/// The built-in library with one piece of a file replaced.
fn broken_pack(from: &str, to: &str) -> Vec<(String, usize, String)> {
    let mut files = builtin_files();
    let position = files.packs.iter().position(|file| file.text.contains(from)).unwrap();
    let text = files.packs[position].text.replacen(from, to, 1);
    files.packs[position] = LibraryFile { name: "own.yaml", text: &text };
    let problems = Library::load(&files).unwrap_err();
    problems.0.into_iter().map(|p| (p.field, p.line, p.message.en)).collect()
}

#[test]
fn a_threshold_in_a_unit_that_does_not_fit_is_an_error_of_the_pack() {
    let found = broken_pack("above: \"6 mm\"", "above: \"6 kg\"");
    assert!(
        found.iter().any(|(field, line, message)| field.contains("when")
            && *line > 1
            && message.contains("mm")),
        "{found:?}"
    );
}

#[test]
fn a_pack_with_an_unknown_fact_milestone_or_severity_is_refused() {
    for (from, to, word) in [
        ("fact: radio", "fact: radioo", "radioo"),
        ("needed_by: fat", "needed_by: fatt", "fatt"),
        ("severity: blocker", "severity: terrible", "blocker"),
        ("after: [end-user-certificate]", "after: [nobody]", "nobody"),
    ] {
        let found = broken_pack(from, to);
        assert!(found.iter().any(|(_, line, m)| *line > 1 && m.contains(word)), "{to}: {found:?}");
    }
}
