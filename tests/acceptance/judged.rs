//! Judgements that were once wrong: each as a shipment file with what has to be said of it.

use crate::support::{TODAY, codes, judge, library, state};
use packs::read_shipment;
use readiness::{Finding, Judgement, Severity, State};

fn judged_on(text: &str, today: &str) -> Judgement {
    let text = format!("format: shipshape-shipment/1\n{text}");
    let loaded = read_shipment("f.yaml", &text, library())
        .unwrap_or_else(|problems| panic!("{problems}\n{text}"));
    judge(loaded.shipment, today)
}

fn judged(text: &str) -> Judgement {
    judged_on(text, TODAY)
}

/// The milestones of a file's schedule, in their order.
fn steps(text: &str) -> Vec<String> {
    let text = format!("format: shipshape-shipment/1\n{text}");
    let network = read_shipment("f.yaml", &text, library()).unwrap().shipment.network;
    network.milestones.into_iter().map(|milestone| milestone.id.0).collect()
}

fn day(date: &str) -> Option<chrono::NaiveDate> {
    date.parse().ok()
}

fn of<'a>(judgement: &'a Judgement, subject: &str) -> Vec<&'a Finding> {
    judgement.findings.iter().filter(|finding| finding.subject.id() == subject).collect()
}

fn questions(finding: &Finding) -> Vec<&str> {
    finding.questions.iter().map(readiness::FactId::as_str).collect()
}

fn declarations(products: &str, evidence: &str) -> Judgement {
    judged(&format!(
        "order: {{reference: T, country: DE}}
products: {products}
product_answers: {{A: {{partly-completed: false}}, B: {{partly-completed: false}}}}
schedule: {{dates: {{import-clearance: 2027-02-24}}}}
evidence: {evidence}
in_play: {{requirements: [eu-machinery-doc], checks: []}}
"
    ))
}

const TWO: &str = "[{model: A, category: gantry}, {model: B, category: gantry}]";

#[test]
fn the_declaration_of_the_machine_itself_is_judged_not_that_of_another() {
    let mixed = declarations(
        TWO,
        "[{type: eu-machinery-doc, id: decl-A, issued: 2026-05-01, scope: {models: [A], regimes: [2023/1230]}},
          {type: eu-machinery-doc, id: decl-B, issued: 2026-05-01, scope: {models: [B], regimes: [2006/42/EC]}}]",
    );
    assert_eq!(codes(&mixed, "eu-machinery-doc"), ["regime"]);
    let held = mixed.findings[0].evidence.as_ref().map(|id| id.0.as_str());
    assert_eq!(held, Some("decl-B"));
    let both = declarations(
        TWO,
        "[{type: eu-machinery-doc, issued: 2026-05-01, scope: {models: [A], regimes: [2006/42/EC]}},
          {type: eu-machinery-doc, issued: 2026-05-02, scope: {models: [B], regimes: [2006/42/EC]}}]",
    );
    assert_eq!(codes(&both, "eu-machinery-doc"), ["regime"]);
    let newer_of_another = judged(
        "order: {reference: T, country: DE}
products: [{model: MT650, category: gantry}]
product_answers: {MT650: {partly-completed: false}}
schedule: {dates: {import-clearance: 2027-02-24}}
evidence:
  - {type: eu-machinery-doc, id: own, issued: 2026-05-01, scope: {models: [MT650], regimes: [2006/42/EC]}}
  - {type: eu-machinery-doc, id: other, issued: 2026-10-01, scope: {models: [MT500], regimes: [2023/1230]}}
in_play: {requirements: [eu-machinery-doc], checks: []}
",
    );
    assert_eq!(codes(&newer_of_another, "eu-machinery-doc"), ["regime"]);
}

#[test]
fn of_two_documents_that_lapse_the_one_that_ends_first_is_told() {
    let judgement = judged(
        "order: {reference: T, country: DE}
products: [{model: A, category: gantry}, {model: B, category: gantry}]
product_answers: {A: {partly-completed: false}, B: {partly-completed: false}}
schedule: {dates: {import-clearance: 2027-03-05}}
evidence:
  - {type: eu-machinery-doc, issued: 2026-05-01, expires: 2027-02-28, scope: {models: [A], regimes: [2023/1230]}}
  - {type: eu-machinery-doc, issued: 2026-05-01, expires: 2026-12-31, scope: {models: [B], regimes: [2023/1230]}}
in_play: {requirements: [eu-machinery-doc], checks: []}
",
    );
    assert_eq!(codes(&judgement, "eu-machinery-doc"), ["lapses"]);
    assert_eq!(judgement.findings[0].need_plan, day("2027-01-01"));
}

#[test]
fn a_product_of_which_it_is_not_known_whether_it_is_concerned_is_asked_about() {
    let text = "order: {reference: T, country: DE}
products: [{model: A, category: gantry}, {model: B, category: gantry}]
product_answers: {A: {partly-completed: false}}
schedule: {dates: {import-clearance: 2027-02-24}}
evidence: [{type: eu-machinery-doc, issued: 2026-05-01, scope: {models: [A], regimes: [2023/1230]}}]
in_play: {requirements: [eu-machinery-doc], checks: []}
";
    let judgement = judged(text);
    assert_eq!(codes(&judgement, "eu-machinery-doc"), ["unknown-fact"]);
    assert_eq!(questions(&judgement.findings[0]), ["partly-completed"]);
    let answered = text.replace("false}}", "false}, B: {partly-completed: false}}");
    assert_eq!(codes(&judged(&answered), "eu-machinery-doc"), ["scope"]);
    let held = text.replace("[A], regimes", "[A, B], regimes");
    assert!(codes(&judged(&held), "eu-machinery-doc").is_empty());
}

#[test]
fn cover_agreed_that_cannot_be_read_is_not_taken_for_the_least() {
    let cover = |rule: &str, agreed: &str, held: &str| {
        judged(&format!(
            "order: {{reference: T, market: vn, incoterm: {rule}, agreed_cover: \"{agreed}\"}}
schedule: {{dates: {{on-board: 2027-03-05, import-clearance: 2027-04-05}}}}
evidence: [{{type: cargo-insurance, scope: {{cover: {held}}}}}]
in_play: {{requirements: [cargo-insurance], checks: []}}
"
        ))
    };
    for agreed in ["All-risks cover", "ALL-RISK", "all risks"] {
        assert_eq!(codes(&cover("CIF", agreed, "ICC C"), "cargo-insurance"), ["scope"], "{agreed}");
        assert!(codes(&cover("CIF", agreed, "ICC A"), "cargo-insurance").is_empty(), "{agreed}");
    }
    for (rule, agreed) in [("CIF", "as agreed"), ("CIF", "ICC clauses"), ("DAP", "as agreed")] {
        let judgement = cover(rule, agreed, "ICC C");
        assert_eq!(codes(&judgement, "cargo-insurance"), ["unknown-fact"], "{agreed}");
        assert_eq!(questions(&judgement.findings[0]), ["agreed-cover"]);
    }
    assert!(codes(&cover("CIF", " ", "ICC C"), "cargo-insurance").is_empty(), "the rule's least");
}

#[test]
fn a_line_as_one_product_is_not_taken_for_unlisted() {
    let judgement = judged(
        "order: {reference: T, country: VN}
products: [{model: LINE1, category: smart-line, quantity: 1}]
answers: {controlled-by-notice: false, end-use-red-flag: false, foreign-controlled-parts: false}
schedule: {dates: {export-clearance: 2026-11-01}}
in_play: {requirements: [end-user-certificate, dual-use-export-licence], checks: [x-dual-use]}
",
    );
    for id in ["end-user-certificate", "dual-use-export-licence"] {
        assert_eq!(state(&judgement, id), Some(State::Unknown), "{id}");
        assert_eq!(questions(of(&judgement, id)[0]), ["dual-use-class"]);
    }
    assert_eq!(codes(&judgement, "x-dual-use"), ["insufficient-data"]);
    // Where the machines are products of their own, the rest of the line is none.
    let line = judge(crate::support::sample("case-c-line").shipment, TODAY);
    assert_ne!(state(&line, "dual-use-export-licence"), Some(State::Unknown));
}

#[test]
fn a_decision_of_a_later_day_does_not_count_yet() {
    let text = "order: {reference: T}
schedule: {dates: {fat: 2027-01-05}}
decisions: [{subject: metrology-calibration, kind: waived, by: X, on: 2026-11-25, reason: r}]
in_play: {requirements: [metrology-calibration], checks: []}
";
    assert_ne!(state(&judged(text), "metrology-calibration"), Some(State::Waived));
    let then = judged_on(text, "2026-11-25");
    assert_eq!(state(&then, "metrology-calibration"), Some(State::Waived));
}

#[test]
fn a_finish_in_the_future_is_a_plan_and_passes_no_gate() {
    let text = "order: {reference: T}
schedule:
  template: mt
  start: 2026-09-01
  milestones: {mt-export-clearance: {actual_finish: 2027-12-12}}
in_play: {requirements: [restricted-party-screening], checks: []}
";
    let gate = |judgement: &Judgement| {
        let gate = judgement.gates.iter().find(|gate| gate.milestone.0 == "mt-export-clearance");
        gate.map(|gate| gate.state)
    };
    let judgement = judged(text);
    assert_eq!(gate(&judgement), Some(readiness::GateState::Held));
    assert_eq!(gate(&judged_on(text, "2027-12-12")), Some(readiness::GateState::Passed));
}

#[test]
fn the_consignment_that_ships_too_late_is_named() {
    let judgement = judged(
        "order: {reference: T, country: PL, latest_shipment: 2027-03-09}
products: [{model: A, category: conveyor, consignment: 1}, {model: B, category: horizontal-centre, consignment: 2}, {model: C, category: robot, consignment: 3}]
schedule: {template: ln, start: 2026-08-17, milestones: {ln-contract: {closed: true}}}
in_play: {requirements: [], checks: [x-latest-shipment]}
",
    );
    let found = of(&judgement, "x-latest-shipment");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].milestone.as_ref().map(|id| id.0.as_str()), Some("ln-rail-3"));
    assert_eq!(found[0].consignment, Some(3));
    assert_eq!(found[0].need_plan, day("2027-03-10"));
}

#[test]
fn the_cargo_of_the_containers_is_that_of_the_packing_list() {
    let vgm = |list: &str, cargo: &str, vgm: &str, units: &str| {
        judged(&format!(
            "order: {{reference: T, market: eu}}
answers: {{load-units: [{units}]}}
documents:
  packing-list: {{gross_weight: {list}, packages: [{{number: \"1\", gross: {list}}}]}}
  vgm-declaration: {{containers: [{{number: MSKU1234565, vgm: {vgm}, cargo_gross: {cargo}, tare: 3900 kg, dunnage: 240 kg}}]}}
schedule: {{dates: {{on-board: 2026-11-21}}}}
in_play: {{requirements: [], checks: [x-vgm]}}
"
        ))
    };
    let wrong = vgm("18460 kg", "8460 kg", "12600 kg", "container");
    assert_eq!(codes(&wrong, "x-vgm"), ["conflict"]);
    let right = vgm("18460 kg", "18460 kg", "22600 kg", "container");
    assert!(codes(&right, "x-vgm").is_empty());
    let partly_loose = vgm("18460 kg", "8460 kg", "12600 kg", "container, break-bulk");
    assert!(codes(&partly_loose, "x-vgm").is_empty(), "the rest travels in no container");
}

#[test]
fn a_product_of_which_the_consignment_is_not_known_is_judged_at_each() {
    let text = "order: {reference: T, country: PL}
products: [{model: A, category: conveyor, consignment: 1}, {model: B, category: horizontal-centre}]
product_answers: {A: {partly-completed: false}, B: {partly-completed: false}}
schedule: {template: ln, start: 2026-06-16}
evidence:
  - {type: eu-machinery-doc, issued: 2026-05-01, scope: {models: [A, B], regimes: [2006/42/EC]}}
in_play: {requirements: [eu-machinery-doc], checks: []}
";
    let judgement = judged(text);
    let found = of(&judgement, "eu-machinery-doc");
    let open: Vec<_> = found.iter().filter(|f| f.code.as_str() == "unknown-fact").collect();
    assert_eq!(open.len(), 1, "{:?}", codes(&judgement, "eu-machinery-doc"));
    assert_eq!(questions(open[0]), ["consignment"]);
    assert_eq!(open[0].severity, Severity::Blocker);
    let first = judged(&text.replace("centre}]", "centre, consignment: 1}]"));
    assert!(!codes(&first, "eu-machinery-doc").contains(&"unknown-fact"));
    let second = judged(&text.replace("centre}]", "centre, consignment: 2}]"));
    assert!(codes(&second, "eu-machinery-doc").contains(&"regime"));
    let new_law = judged(&text.replace("2006/42/EC", "2006/42/EC, 2023/1230"));
    assert!(!codes(&new_law, "eu-machinery-doc").contains(&"unknown-fact"), "right by both");
}

#[test]
fn sea_papers_are_not_asked_of_a_consignment_by_rail() {
    let judgement = judged_on(
        "order: {reference: T, country: PL}
products: [{model: A, category: conveyor, consignment: 1}, {model: B, category: horizontal-centre, consignment: 2}, {model: C, category: robot, consignment: 3}]
answers: {transport-mode: [rail, sea]}
schedule: {template: ln, start: 2026-08-17}
in_play: {requirements: [rail-consignment-note, bill-of-lading], checks: []}
",
        "2027-02-27",
    );
    let asked = |id: &str| -> Vec<Option<u8>> {
        of(&judgement, id).iter().map(|finding| finding.consignment).collect()
    };
    assert_eq!(asked("bill-of-lading"), [Some(2)]);
    let mut rail = asked("rail-consignment-note");
    rail.sort_unstable();
    assert_eq!(rail, [Some(1), Some(3)]);
}

#[test]
fn a_paper_of_one_consignment_does_not_make_the_others_ready() {
    let judgement = judged_on(
        "order: {reference: T, country: PL}
products: [{model: A, category: conveyor, consignment: 1}, {model: B, category: horizontal-centre, consignment: 2}, {model: C, category: robot, consignment: 3}]
answers: {transport-mode: [rail, sea]}
schedule: {template: ln, start: 2026-08-17}
evidence:
  - {type: export-declaration, issued: 2027-02-24, scope: {consignments: [1]}}
  - {type: rail-consignment-note, issued: 2027-02-26, scope: {consignments: [1]}}
in_play: {requirements: [export-declaration, rail-consignment-note], checks: []}
",
        "2027-02-27",
    );
    let missing = |id: &str| {
        let mut of: Vec<Option<u8>> = of(&judgement, id)
            .iter()
            .filter(|finding| finding.code.as_str() == "missing")
            .map(|finding| finding.consignment)
            .collect();
        of.sort_unstable();
        of
    };
    assert_eq!(missing("export-declaration"), [Some(2), Some(3)]);
    assert_eq!(missing("rail-consignment-note"), [Some(3)]);
}

const LISTED: &str = "order: {reference: T, country: DE}
products:
  - {model: M5, quantity: 1, category: mill-turn, machining: {simultaneous_axes: 5, rotary_axes: 2, accuracy_basis: \"1988\", max_turned_diameter: 650 mm, axes: [{name: X, travel: 0.6 m, accuracy: 8 µm, repeatability: 2 µm}]}}
schedule: {template: mt, start: 2026-10-12SCHEDULE}
in_play: {requirements: [end-user-certificate, dual-use-export-licence], checks: []}
";

#[test]
fn a_listed_machine_has_end_user_certificate_and_licence_in_its_schedule() {
    let expect = |text: &str| {
        let judgement = &judged(text);
        let row = |id: &str| {
            let index = steps(text).iter().position(|own| own == id).unwrap();
            let span = judgement.schedule.spans[index];
            [span.es, span.ef, span.ls, span.lf]
        };
        assert_eq!(row("mt-euc"), [0, 20, 7, 27]);
        assert_eq!(row("mt-licence"), [20, 95, 27, 102]);
        let found = of(judgement, "end-user-certificate");
        assert_eq!(found[0].need_plan, day("2026-11-01"));
        assert_eq!(found[0].need_latest, day("2026-11-08"));
        assert_eq!(found[0].start_by, day("2026-10-02"));
        assert_eq!(found[0].timing, Some(readiness::Timing::Late));
    };
    expect(&LISTED.replace("SCHEDULE", ""));
    // Steps that the user put there himself stay his.
    expect(&LISTED.replace(
        "SCHEDULE",
        ", add: [{id: mt-euc, days: {shortest: 10, base: 20, longest: 30}, after: [mt-contract]}, {id: mt-licence, days: {shortest: 60, base: 75, longest: 95}, after: [mt-export-class, mt-euc]}], milestones: {mt-export-clearance: {after: [mt-inland, mt-vgm, mt-export-class, mt-licence]}}",
    ));
    let text = LISTED
        .replace("SCHEDULE", "")
        .replace("axes: 5, rotary_axes: 2", "axes: 4, rotary_axes: 1");
    assert!(!steps(&text).iter().any(|id| id == "mt-licence" || id == "mt-euc"));
    let set =
        text.replace("2026-10-12", "2026-10-12, milestones: {mt-licence: {deadline: 2027-02-01}}");
    assert!(steps(&set).iter().any(|id| id == "mt-licence"), "a date of the user's stays");
}
