//! Case C: a smart line in three consignments; every requirement that applies is judged.

use crate::support::{TODAY, codes, judge, sample, state};
use readiness::{Severity, State};

#[test]
fn each_consignment_is_judged_at_its_own_import() {
    let judgement = judge(sample("case-c-line").shipment, TODAY);
    let mut declarations: Vec<(Option<u8>, String)> = judgement
        .verdicts
        .iter()
        .filter(|verdict| verdict.subject.id() == "eu-machinery-doc")
        .map(|verdict| (verdict.consignment, format!("{:?}", verdict.state)))
        .collect();
    declarations.sort();
    let consignments: Vec<Option<u8>> = declarations.iter().map(|d| d.0).collect();
    assert_eq!(consignments, [Some(1), Some(2), Some(3)]);
    let machines = judgement
        .verdicts
        .iter()
        .find(|v| v.subject.id() == "eu-machinery-doc" && v.consignment == Some(2))
        .unwrap();
    assert_eq!(machines.state, State::Ready, "declared for both serials under the Regulation");
    assert_eq!(machines.milestone.as_ref().map(|id| id.as_str()), Some("ln-import-2"));
}

#[test]
fn technology_and_spares_are_needed_by_the_third_export() {
    let judgement = judge(sample("case-c-line").shipment, TODAY);
    for id in ["tech-export-control", "spares-control-check"] {
        let verdict = judgement.verdicts.iter().find(|v| v.subject.id() == id).unwrap();
        assert_eq!(verdict.milestone.as_ref().map(|id| id.as_str()), Some("ln-export-3"), "{id}");
    }
}

#[test]
fn an_unanswered_fact_is_asked_for_and_never_taken_for_no() {
    let judgement = judge(sample("case-c-line").shipment, TODAY);
    let unknown: Vec<_> = judgement
        .findings
        .iter()
        .filter(|finding| finding.code == readiness::Code::UnknownFact)
        .collect();
    assert!(!unknown.is_empty());
    for finding in unknown {
        assert!(!finding.questions.is_empty(), "{} asks nothing", finding.subject.id());
    }
    assert_eq!(codes(&judgement, "eu-fgas").first(), Some(&"unknown-fact"));
}

#[test]
fn the_waiver_is_kept_and_no_gate_with_a_blocker_is_open() {
    let judgement = judge(sample("case-c-line").shipment, TODAY);
    assert_eq!(state(&judgement, "company-profile"), Some(State::Waived));
    for gate in &judgement.gates {
        let blockers =
            gate.findings.iter().filter(|i| judgement.findings[**i].severity == Severity::Blocker);
        if blockers.count() > 0 {
            assert_eq!(gate.state, readiness::GateState::Held, "{}", gate.milestone);
        }
    }
}
