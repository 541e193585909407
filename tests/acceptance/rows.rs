//! Further rows of the requirement tables, each as a shipment file: what must show and what must
//! not.

use crate::support::{TODAY, judge, library};
use packs::read_shipment;

/// `subject code` of each finding of a shipment with one product and these requirements in play.
fn found(order: &str, product: &str, rest: &str) -> Vec<String> {
    let text = format!(
        "format: shipshape-shipment/1\norder: {{reference: T, {order}}}\nproducts: [{product}]\n{rest}"
    );
    let loaded = read_shipment("row", &text, library()).unwrap_or_else(|e| panic!("{e}\n{text}"));
    judge(loaded.shipment, TODAY)
        .findings
        .iter()
        .map(|finding| format!("{} {}", finding.subject.id(), finding.code.as_str()))
        .collect()
}

const GANTRY: &str = "{model: QD-G4025, category: gantry}";
const MILL_TURN: &str = "{model: QD-MT650, category: mill-turn}";

#[test]
fn validity_is_judged_where_the_schedule_lacks_the_last_milestone() {
    // The bond must hold through import, which these bare dates do not have.
    let bond = |until: &str| {
        found(
            "market: us",
            GANTRY,
            &format!(
                "schedule: {{dates: {{on-board: 2027-02-04}}}}
evidence: [{{type: us-bond-ior, issued: 2026-01-15, expires: {until}}}]
in_play: {{requirements: [us-bond-ior], checks: []}}"
            ),
        )
    };
    assert_eq!(bond("2027-01-14"), ["us-bond-ior lapses"]);
    assert_eq!(bond("2027-02-04"), Vec::<String>::new());
}

#[test]
fn a_report_on_serial_numbers_cannot_be_judged_before_they_are_known() {
    let report = |product: &str, scope: &str| {
        found(
            "market: eu, country: DE",
            product,
            &format!(
                "schedule: {{dates: {{packing: 2026-12-15}}}}
evidence: [{{type: accuracy-report, issued: 2026-11-01, scope: {scope}}}]
in_play: {{requirements: [accuracy-report], checks: []}}"
            ),
        )
    };
    assert_eq!(report(MILL_TURN, "{}"), ["accuracy-report unknown-fact"]);
    let numbered = "{model: QD-MT650, category: mill-turn, serials: [S1]}";
    assert_eq!(report(numbered, "{}"), ["accuracy-report scope"]);
    assert_eq!(report(numbered, "{serials: [S1]}"), Vec::<String>::new());
}

#[test]
fn a_market_that_reads_one_language_needs_no_country() {
    let manual = |language: &str| {
        found(
            "market: jp",
            MILL_TURN,
            &format!(
                "schedule: {{dates: {{delivery: 2027-02-10}}}}
evidence: [{{type: jp-risk-information, issued: 2026-11-01, languages: [{language}], scope: {{models: [QD-MT650]}}}}]
in_play: {{requirements: [jp-risk-information], checks: []}}"
            ),
        )
    };
    assert_eq!(manual("ja"), Vec::<String>::new());
    assert_eq!(manual("en"), ["jp-risk-information language"]);
}

#[test]
fn a_memo_does_not_stand_for_a_radio_certificate_in_korea() {
    let radio = |kind: &str| {
        found(
            "market: kr",
            MILL_TURN,
            &format!(
                "product_answers: {{QD-MT650: {{radio: true}}}}
schedule: {{dates: {{export-clearance: 2027-01-10, on-board: 2027-01-12, import-clearance: 2027-01-20, delivery: 2027-01-30}}}}
evidence: [{{type: {kind}, issued: 2026-11-01, scope: {{models: [QD-MT650]}}}}]
in_play: {{requirements: [kr-radio-emc], checks: []}}"
            ),
        )
    };
    assert_eq!(radio("kr-radio-emc"), Vec::<String>::new());
    assert_ne!(radio("kr-radio-emc-scope"), Vec::<String>::new());
}

#[test]
fn an_origin_certificate_for_another_country_does_not_serve() {
    let origin = |place: &str| {
        found(
            "market: kr, country: KR",
            MILL_TURN,
            &format!(
                "answers: {{preference-claimed: true}}
schedule: {{dates: {{on-board: 2027-01-12, import-clearance: 2027-01-20}}}}
evidence: [{{type: kr-origin, issued: 2027-01-10, scope: {{destinations: [{place}], shipment: T}}}}]
in_play: {{requirements: [kr-origin], checks: []}}"
            ),
        )
    };
    let wrong = origin("VN");
    assert!(wrong.iter().any(|one| one == "kr-origin scope"), "{wrong:?}");
    assert!(!origin("KR").iter().any(|one| one == "kr-origin scope"));
}

#[test]
fn the_figures_of_the_axes_are_facts_with_units() {
    let own = |limit: &str| {
        let pack = format!(
            "format: shipshape-pack/1
id: own
version: 1.0.0
title: {{en: Own, zh: 自有}}
about: {{en: Own, zh: 自有}}
requirements:
  - id: own-accuracy
    title: {{en: Accuracy, zh: 精度}}
    rule: {{en: A report, zh: 报告}}
    severity: blocker
    when: {{fact: positioning-accuracy, above: {limit}}}
    needed_by: fat
    lead: {{shortest: 1, longest: 2}}
    reference: {{en: Own, zh: 自有}}
    verification: {{state: known}}
"
        );
        let mut files = packs::builtin_files();
        files.packs.push(packs::LibraryFile { name: "own", text: &pack });
        let library = packs::Library::load(&files).unwrap();
        let text = "format: shipshape-shipment/1
order: {reference: T, market: eu}
products: [{model: A, category: gantry, machining: {axes: [{name: X, accuracy: 6 µm}, {name: Y, accuracy: 0.008 mm}]}}]
schedule: {dates: {fat: 2027-01-10}}
in_play: {requirements: [own-accuracy], checks: []}";
        let loaded = read_shipment("own", text, &library).unwrap();
        let rulebook = std::sync::Arc::clone(&library.rulebook);
        let today = TODAY.parse().unwrap();
        readiness::Evaluation::new(rulebook, loaded.shipment, today)
            .unwrap()
            .judgement()
            .findings
            .len()
    };
    assert_eq!(own("7.9 µm"), 1, "the coarsest axis has 8 µm");
    assert_eq!(own("8 µm"), 0, "exactly on the limit is not above it");
}

#[test]
fn what_is_due_after_the_export_is_not_late_at_the_export() {
    let due = |kind: &str, until: &str| {
        found(
            "market: eu, country: DE",
            MILL_TURN,
            &format!(
                "answers: {{refund-claimed: true}}
schedule: {{dates: {{export-clearance: 2026-01-10, on-board: {until}}}, milestones: {{export-clearance: {{closed: true}}, on-board: {{closed: true}}}}}}
in_play: {{requirements: [{kind}], checks: []}}"
            ),
        )
    };
    // 36 months from January 2026, and 30 April of the next year, lie ahead of November 2026.
    assert_eq!(due("cn-refund-36m", "2026-01-12"), ["cn-refund-36m missing"]);
    let judged = |kind: &str, on: &str| {
        let text = format!(
            "format: shipshape-shipment/1
order: {{reference: T, market: eu, country: DE}}
products: [{MILL_TURN}]
answers: {{refund-claimed: true}}
schedule: {{dates: {{export-clearance: {on}, on-board: {on}}}}}
in_play: {{requirements: [{kind}], checks: []}}"
        );
        let loaded = read_shipment("row", &text, library()).unwrap();
        let judgement = judge(loaded.shipment, TODAY);
        let finding = judgement.findings.into_iter().find(|finding| finding.subject.id() == kind);
        finding.map(|finding| (finding.need_plan.map(|day| day.to_string()), finding.timing))
    };
    let open = Some(readiness::Timing::Open);
    assert_eq!(judged("cn-refund-fx", "2026-12-12"), Some((Some("2027-04-30".to_owned()), open)));
    assert_eq!(judged("cn-refund-36m", "2026-12-12"), Some((Some("2029-12-12".to_owned()), open)));
    let late = Some(readiness::Timing::Late);
    assert_eq!(judged("cn-refund-fx", "2025-06-12"), Some((Some("2026-04-30".to_owned()), late)));
}
