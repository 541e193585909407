//! Case A: one mill-turn machine to Hamburg, CIP, by letter of credit.

use crate::support::{Row, TODAY, changed, codes, expect, judge, sample, state};
use readiness::Severity::{Blocker, Major, Minor};
use readiness::Timing::{AtRisk, Late, Open};
use readiness::{DualUseClass, GateState, State, Timing};

const OPEN: Option<Timing> = Some(Open);

/// Both need dates are one day.
const fn on(day: &'static str) -> (Option<&'static str>, Option<&'static str>) {
    (Some(day), Some(day))
}

fn table() -> Vec<Row> {
    let (clearance, import) = (on("2026-12-12"), on("2027-02-02"));
    vec![
        ("dual-use-self-classification", "scope", Blocker, OPEN, clearance.0, clearance.1, Some(3)),
        ("restricted-party-screening", "stale", Blocker, OPEN, clearance.0, clearance.1, Some(17)),
        ("eu-machinery-doc", "regime", Blocker, OPEN, import.0, import.1, Some(10)),
        ("user-manual-translated", "missing", Blocker, OPEN, import.0, import.1, Some(10)),
        (
            "x-latest-shipment",
            "deadline",
            Blocker,
            None,
            Some("2026-12-18"),
            Some("2026-12-15"),
            Some(-3),
        ),
        (
            "iso-9001",
            "lapses",
            Major,
            Some(Late),
            Some("2026-12-05"),
            Some("2026-12-05"),
            Some(-79),
        ),
        (
            "product-liability-insurance",
            "lapses",
            Major,
            OPEN,
            Some("2027-01-01"),
            Some("2027-01-01"),
            Some(23),
        ),
        ("x-hs6", "conflict", Major, None, clearance.0, clearance.1, None),
        ("x-gross-weight", "conflict", Major, None, clearance.0, clearance.1, None),
        ("x-insured-amount", "conflict", Major, None, Some("2026-12-15"), Some("2026-12-15"), None),
        (
            "mt-export-class",
            "overdue",
            Minor,
            None,
            Some("2026-09-10"),
            Some("2026-12-11"),
            Some(17),
        ),
        ("mt-doc-pack", "overdue", Minor, None, Some("2026-10-30"), Some("2027-02-01"), Some(69)),
    ]
}

#[test]
fn exactly_the_findings_of_the_table() {
    let judgement = judge(sample("case-a-hamburg").shipment, TODAY);
    expect(&judgement, &table());
    let counts = judgement.counts;
    assert_eq!((counts.blocker, counts.major, counts.minor, counts.info), (5, 5, 2, 0));
}

#[test]
fn the_checks_that_must_pass_pass() {
    let judgement = judge(sample("case-a-hamburg").shipment, TODAY);
    for check in ["x-vgm", "x-freight-term", "x-presentation"] {
        assert_eq!(state(&judgement, check), Some(State::Ready), "{check}");
    }
    for held in
        ["cn-business-licence", "cn-fx-directory", "cargo-insurance", "metrology-calibration"]
    {
        assert_eq!(state(&judgement, held), Some(State::Ready), "{held}");
    }
}

#[test]
fn the_machine_is_not_flagged_by_the_dual_use_helper() {
    let shipment = sample("case-a-hamburg").shipment;
    let class = readiness::derived::dual_use(&shipment.products[0].frame).unwrap();
    assert_eq!((class.nsg, class.wassenaar), (DualUseClass::NotFlagged, DualUseClass::NotFlagged));
}

#[test]
fn export_clearance_loading_and_import_are_held_and_what_follows_waits() {
    let judgement = judge(sample("case-a-hamburg").shipment, TODAY);
    let gates: Vec<(&str, GateState, usize)> = judgement
        .gates
        .iter()
        .map(|gate| (gate.milestone.as_str(), gate.state, gate.counts.blocker))
        .collect();
    assert_eq!(
        gates,
        [
            ("mt-contract", GateState::Passed, 0),
            ("mt-production", GateState::Open, 0),
            ("mt-fat", GateState::Open, 0),
            ("mt-export-clearance", GateState::Held, 2),
            ("mt-on-board", GateState::Held, 1),
            ("mt-import-clearance", GateState::Held, 2),
            ("mt-delivery", GateState::Behind, 0),
            ("mt-sat", GateState::Behind, 0),
            ("mt-handover", GateState::Behind, 0),
        ]
    );
}

/// Removing one finding's cause removes that finding alone.
fn only_gone(changes: &[(&str, &str)], gone: &[&str]) {
    let judgement = judge(changed("case-a-hamburg", changes), TODAY);
    let left: Vec<Row> = table().into_iter().filter(|row| !gone.contains(&row.0)).collect();
    expect(&judgement, &left);
}

#[test]
fn each_remedy_removes_its_own_finding_alone() {
    only_gone(
        &[("models: [LM-MT500]", "models: [LM-MT500, LM-MT650]")],
        &["dual-use-self-classification"],
    );
    only_gone(
        &[(
            "restricted-party-screening, issued: 2026-09-01",
            "restricted-party-screening, issued: 2026-10-25",
        )],
        &["restricted-party-screening"],
    );
    only_gone(&[("regimes: [2006/42/EC]", "regimes: [2023/1230]")], &["eu-machinery-doc"]);
    only_gone(&[("expires: 2026-12-04", "expires: 2026-12-18")], &["iso-9001"]);
    only_gone(&[("expires: 2026-12-31", "expires: 2027-02-23")], &["product-liability-insurance"]);
    only_gone(&[("hs_codes: [\"8458.11\"]", "hs_codes: [\"8457.10.91\"]")], &["x-hs6"]);
    only_gone(
        &[("amount: 412000 EUR}", "amount: 453200 EUR, cover: ICC A}")],
        &["x-insured-amount"],
    );
    only_gone(
        &[("latest_shipment: 2026-12-15", "latest_shipment: 2026-12-18")],
        &["x-latest-shipment"],
    );
    only_gone(
        &[(
            "documents:\n",
            "  - {type: user-manual-translated, issued: 2026-11-01, languages: [de], scope: {models: [LM-MT650]}}\ndocuments:\n",
        )],
        &["user-manual-translated"],
    );
}

#[test]
fn thirty_days_is_not_stale_and_thirty_one_is() {
    for (issued, stale) in [("2026-10-25", false), ("2026-10-24", true)] {
        let change = format!("restricted-party-screening, issued: {issued}");
        let shipment = changed(
            "case-a-hamburg",
            &[("restricted-party-screening, issued: 2026-09-01", &change)],
        );
        let found = codes(&judge(shipment, TODAY), "restricted-party-screening");
        assert_eq!(found.is_empty(), !stale, "issued {issued}");
    }
}

#[test]
fn the_law_is_judged_at_the_planned_release_not_at_today() {
    // 16 days less at sea release the machine on 19 January, the last day of the Directive.
    for (days, codes_expected) in [(29, vec!["regime-margin"]), (30, vec!["regime"])] {
        let milestones = format!("mt-contract: {{closed: true}}\n    mt-sea: {{days: {days}}}");
        let shipment = changed("case-a-hamburg", &[("mt-contract: {closed: true}", &milestones)]);
        let judgement = judge(shipment, TODAY);
        assert_eq!(codes(&judgement, "eu-machinery-doc"), codes_expected, "{days} days at sea");
    }
}

#[test]
fn a_manual_in_another_language_does_not_do() {
    let shipment = changed(
        "case-a-hamburg",
        &[(
            "documents:\n",
            "  - {type: user-manual-translated, languages: [en], scope: {models: [LM-MT650]}}\ndocuments:\n",
        )],
    );
    assert_eq!(codes(&judge(shipment, TODAY), "user-manual-translated"), ["language"]);
}

#[test]
fn days_passing_turn_open_into_at_risk_into_late() {
    let shipment = sample("case-a-hamburg").shipment;
    let timing = |today: &str| {
        judge(shipment.clone(), today)
            .findings
            .iter()
            .find(|finding| finding.subject.id() == "eu-machinery-doc")
            .and_then(|finding| finding.timing)
    };
    assert_eq!(timing("2026-12-04"), Some(Open), "60 days before 2 Feb");
    assert_eq!(timing("2026-12-05"), Some(AtRisk));
    assert_eq!(timing("2027-01-13"), Some(AtRisk), "20 days before 2 Feb");
    assert_eq!(timing("2027-01-14"), Some(Late));
}

#[test]
fn an_exception_is_accepted_for_the_difference_it_was_recorded_for() {
    let exception = "exceptions:\n  - {check: x-hs6, reason: Lathe base by the importer's ruling, by: Li Na, on: 2026-11-20}\nin_play:";
    let judgement = judge(changed("case-a-hamburg", &[("in_play:", exception)]), TODAY);
    assert_eq!(state(&judgement, "x-hs6"), Some(State::Waived));
    assert!(codes(&judgement, "x-hs6").is_empty());
    let exception = "exceptions:\n  - {check: x-hs6, reason: r, by: Li Na, on: 2026-11-20, values: ['845710', '845961']}\nin_play:";
    let judgement = judge(changed("case-a-hamburg", &[("in_play:", exception)]), TODAY);
    assert_eq!(codes(&judgement, "x-hs6"), ["conflict"], "it was recorded for another difference");
}

#[test]
fn a_waiver_stays_visible_and_ends() {
    let decision = |until: &str| {
        format!(
            "decisions:\n  - {{subject: iso-9001, kind: waived, by: Wang Lei, on: 2026-11-20, reason: Buyer agrees, until: {until}}}\nin_play:"
        )
    };
    let judgement = judge(changed("case-a-hamburg", &[("in_play:", &decision(TODAY))]), TODAY);
    assert_eq!(state(&judgement, "iso-9001"), Some(State::Waived));
    let judgement =
        judge(changed("case-a-hamburg", &[("in_play:", &decision("2026-11-23"))]), TODAY);
    assert_eq!(codes(&judgement, "iso-9001"), ["lapses"], "the waiver has ended");
}
