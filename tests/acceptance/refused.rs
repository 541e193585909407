//! What a shipment file says that cannot be meant is refused, each mistake with line and field.

use crate::support::library;
use packs::{Problem, read_shipment};

/// The mistakes of a file.
fn mistakes(text: &str) -> Vec<Problem> {
    match read_shipment("f.yaml", text, library()) {
        Ok(_) => Vec::new(),
        Err(problems) => problems.0,
    }
}

fn places(problems: &[Problem]) -> Vec<(usize, &str)> {
    problems.iter().map(|problem| (problem.line, problem.field.as_str())).collect()
}

const HEAD: &str = "format: shipshape-shipment/1\norder: {reference: T, country: DE}\n";

#[test]
fn a_decimal_comma_is_not_read_as_ten_times_the_number() {
    let machine = |accuracy: &str| {
        format!(
            "{HEAD}products:
  - model: M5
    category: vertical-centre
    machining: {{axes: [{{name: X, accuracy: \"{accuracy}\"}}]}}
"
        )
    };
    for written in ["4,5 µm", "4,500 µm", "4_500 µm"] {
        let found = mistakes(&machine(written));
        assert_eq!(places(&found), [(6, "products/0/machining/axes/0/accuracy")], "{written}");
        assert!(found[0].message.zh.contains(written), "{}", found[0].message.zh);
    }
    assert!(mistakes(&machine("4.5 µm")).is_empty());
    let answer = format!("{HEAD}answers: {{wood-thickness: \"6,0 mm\"}}\n");
    assert_eq!(places(&mistakes(&answer)), [(3, "answers/wood-thickness")]);
    let money = format!("{HEAD}documents: {{commercial-invoice: {{amount: \"412,000 EUR\"}}}}\n");
    assert!(mistakes(&money).is_empty());
}

#[test]
fn a_mass_of_a_document_without_a_unit_or_in_mm_is_refused() {
    let text = format!(
        "{HEAD}documents:
  packing-list:
    gross_weight: 18460
    packages:
      - {{number: \"1\", height: 3 kg, gross: 18460 kg}}
  bill-of-lading: {{gross_weight: 18640 mm}}
  vgm-declaration: {{containers: [{{number: C1, tare: 3900}}]}}
  commercial-invoice: {{amount: 412000 kg}}
"
    );
    let found = mistakes(&text);
    assert_eq!(
        places(&found),
        [
            (5, "documents/packing-list/gross_weight"),
            (7, "documents/packing-list/packages/0/height"),
            (8, "documents/bill-of-lading/gross_weight"),
            (9, "documents/vgm-declaration/containers/0/tare"),
            (10, "documents/commercial-invoice/amount"),
        ]
    );
    assert_eq!(found[0].message.en, "18460 has no unit; write kg or t behind it");
    assert_eq!(found[2].message.zh, "此处的单位应为 kg 或 t，不是 mm");
}

#[test]
fn every_amount_and_day_that_cannot_be_read_is_told_in_both_languages() {
    let text = format!(
        "{HEAD}products: [{{model: A, quantity: 4294967296}}]
schedule: {{dates: {{export-clearance: 2027-02-30}}}}
documents:
  packing-list:
    gross_weight: 18460 lb
    net_weight: ten kg
"
    );
    let found = mistakes(&text);
    assert_eq!(
        places(&found),
        [
            (3, "products/0/quantity"),
            (4, "schedule/dates/export-clearance"),
            (7, "documents/packing-list/gross_weight"),
            (8, "documents/packing-list/net_weight"),
        ]
    );
    for problem in &found {
        let zh = &problem.message.zh;
        let english = ["known", "invalid", "out of", "is not", "number"];
        assert!(!english.iter().any(|word| zh.contains(word)), "{zh}");
    }
}

#[test]
fn a_finish_before_the_start_and_a_consignment_that_does_not_exist_are_refused() {
    let text = format!(
        "{HEAD}products: [{{model: A, consignment: 4}}]
schedule:
  template: ln
  start: 2026-09-01
  milestones:
    ln-longlead: {{actual_start: 2026-09-15, actual_finish: 2026-09-01}}
"
    );
    let found = mistakes(&text);
    let expected =
        [(3, "products/0/consignment"), (8, "schedule/milestones/ln-longlead/actual_finish")];
    assert_eq!(places(&found), expected);
    assert_eq!(found[0].message.en, "the schedule has no consignment 4; it has 1, 2, 3");
}
