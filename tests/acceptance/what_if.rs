//! What-ifs on the worked cases: every finding that comes, goes or changes, every gate that moves
//! and the end, each derived by hand from the cases' tables and networks.

use crate::support::{TODAY, changed, codes, judge, state};
use readiness::{Code, Finding, Judgement, State, difference};

fn line(finding: &Finding) -> String {
    let day = |date: Option<chrono::NaiveDate>| {
        date.map_or_else(|| "-".to_owned(), |date| date.to_string())
    };
    let timing = finding.timing.map_or_else(|| "-".to_owned(), |timing| format!("{timing:?}"));
    let slack = finding.slack_days.map_or_else(|| "-".to_owned(), |days| days.to_string());
    format!(
        "{}.{} {:?} {timing} {} {} {slack}",
        finding.subject.id(),
        finding.code.as_str(),
        finding.severity,
        day(finding.need_plan),
        day(finding.need_latest),
    )
}

/// What a difference is expected to be.
#[derive(Default)]
struct Expected<'a> {
    added: &'a [&'a str],
    removed: &'a [&'a str],
    /// Each as `before > after`.
    changed: &'a [&'a str],
    /// Each as `milestone: date state > date state`.
    gates: &'a [&'a str],
    end_moves: i64,
}

impl Expected<'_> {
    /// Asserts that the difference is this, whole.
    fn between(&self, before: &Judgement, after: &Judgement) {
        let found = difference(before, after);
        let sorted = |mut lines: Vec<String>| {
            lines.sort();
            lines
        };
        let given = |lines: &[&str]| sorted(lines.iter().map(|line| (*line).to_owned()).collect());
        let gate = |state: Option<(chrono::NaiveDate, readiness::GateState)>| {
            state.map_or_else(|| "-".to_owned(), |(date, state)| format!("{date} {state:?}"))
        };
        let added = sorted(found.added.iter().map(line).collect());
        let removed = sorted(found.removed.iter().map(line).collect());
        let changed = sorted(
            found
                .changed
                .iter()
                .map(|(before, after)| {
                    let (before, after) = (line(before), line(after));
                    let name = before.split(' ').next().unwrap_or_default().to_owned();
                    format!("{before} > {}", after.replacen(&format!("{name} "), "", 1))
                })
                .collect(),
        );
        let gates = sorted(
            found
                .gates
                .iter()
                .map(|one| format!("{}: {} > {}", one.milestone, gate(one.before), gate(one.after)))
                .collect(),
        );
        assert_eq!(added, given(self.added), "added");
        assert_eq!(removed, given(self.removed), "removed");
        assert_eq!(changed, given(self.changed), "changed");
        assert_eq!(gates, given(self.gates), "gates");
        assert_eq!(found.end_moves, self.end_moves, "end");
    }
}

fn case_a(milestones: &[&str]) -> Judgement {
    let edits = milestones.iter().map(|line| format!("\n    {line}")).collect::<String>();
    let contract = "    mt-contract: {closed: true}";
    judge(changed("case-a-hamburg", &[(contract, &format!("{contract}{edits}"))]), TODAY)
}

/// 16 days less at sea. Import runs day 138 to 141, so release is 2027-01-19 (day 140), the last
/// day of Directive 2006/42/EC, which the declaration held cites.
#[test]
fn import_before_the_new_machinery_law_needs_no_new_declaration() {
    Expected {
        // The declaration fits, but one day later it would not: within a week of the change.
        added: &["eu-machinery-doc.regime-margin Info - 2027-01-17 2027-01-17 1"],
        removed: &["eu-machinery-doc.regime Blocker Open 2027-02-02 2027-02-02 10"],
        changed: &[
            // Needed 16 days earlier: its 60 days at worst no longer fit, its 25 at best do.
            "user-manual-translated.missing Blocker Open 2027-02-02 2027-02-02 10 \
             > Blocker AtRisk 2027-01-17 2027-01-17 -6",
            // It must be done before import starts, so its float ends 16 days earlier.
            "mt-doc-pack.overdue Minor - 2026-10-30 2027-02-01 69 \
             > Minor - 2026-10-30 2027-01-16 53",
        ],
        // Everything from import on comes 16 days earlier. The manual still holds import.
        gates: &[
            "mt-import-clearance: 2027-02-02 Held > 2027-01-17 Held",
            "mt-delivery: 2027-02-05 Behind > 2027-01-20 Behind",
            "mt-sat: 2027-02-18 Behind > 2027-02-02 Behind",
            "mt-handover: 2027-02-23 Behind > 2027-02-07 Behind",
        ],
        end_moves: -16,
    }
    .between(&case_a(&[]), &case_a(&["mt-sea: {days: 29}"]));
}

/// Shipped one day later than that, release is 2027-01-20: the new regulation applies and the
/// declaration held is of the wrong law.
#[test]
fn one_day_later_the_new_machinery_law_applies() {
    let before = case_a(&["mt-sea: {days: 29}"]);
    let after = case_a(&["mt-sea: {days: 29}", "mt-on-board: {pinned_finish: 2026-12-19}"]);
    Expected {
        // Needed from 2027-01-18 (day 139); 60 days at worst do not fit, 20 at best do.
        added: &["eu-machinery-doc.regime Blocker AtRisk 2027-01-18 2027-01-18 -5"],
        removed: &["eu-machinery-doc.regime-margin Info - 2027-01-17 2027-01-17 1"],
        changed: &[
            "user-manual-translated.missing Blocker AtRisk 2027-01-17 2027-01-17 -6 \
             > Blocker AtRisk 2027-01-18 2027-01-18 -5",
            // On board on 2026-12-19, four days after the credit's last day.
            "x-latest-shipment.deadline Blocker - 2026-12-18 2026-12-15 -3 \
             > Blocker - 2026-12-19 2026-12-15 -4",
            // Loading starts a day later, so all before it has a day of float: export clearance
            // by 2026-12-13 at the latest.
            "dual-use-self-classification.scope Blocker Open 2026-12-12 2026-12-12 3 \
             > Blocker Open 2026-12-12 2026-12-13 3",
            "restricted-party-screening.stale Blocker Open 2026-12-12 2026-12-12 17 \
             > Blocker Open 2026-12-12 2026-12-13 17",
            "x-hs6.conflict Major - 2026-12-12 2026-12-12 - > Major - 2026-12-12 2026-12-13 -",
            "x-gross-weight.conflict Major - 2026-12-12 2026-12-12 - \
             > Major - 2026-12-12 2026-12-13 -",
            "x-insured-amount.conflict Major - 2026-12-15 2026-12-15 - \
             > Major - 2026-12-16 2026-12-16 -",
            "mt-export-class.overdue Minor - 2026-09-10 2026-12-11 17 \
             > Minor - 2026-09-10 2026-12-12 18",
            "mt-doc-pack.overdue Minor - 2026-10-30 2027-01-16 53 \
             > Minor - 2026-10-30 2027-01-17 54",
        ],
        gates: &[
            "mt-on-board: 2026-12-15 Held > 2026-12-16 Held",
            "mt-import-clearance: 2027-01-17 Held > 2027-01-18 Held",
            "mt-delivery: 2027-01-20 Behind > 2027-01-21 Behind",
            "mt-sat: 2027-02-02 Behind > 2027-02-03 Behind",
            "mt-handover: 2027-02-07 Behind > 2027-02-08 Behind",
        ],
        end_moves: 1,
    }
    .between(&before, &after);
}

/// The same release by an earlier ship date, 2026-12-02: loading would have to start on day 89, 16
/// days before export clearance and its day of waiting allow.
#[test]
fn a_ship_date_before_the_law_changes_is_more_than_the_plan_allows() {
    Expected {
        added: &[
            "eu-machinery-doc.regime-margin Info - 2027-01-17 2027-01-17 1",
            "mt-on-board.pinned Major - 2026-11-29 - -16",
        ],
        removed: &[
            "eu-machinery-doc.regime Blocker Open 2027-02-02 2027-02-02 10",
            // The certificate ends on 2026-12-04, and the goods would be on board before.
            "iso-9001.lapses Major Late 2026-12-05 2026-12-05 -79",
            // 2026-12-02 is before the credit's last day.
            "x-latest-shipment.deadline Blocker - 2026-12-18 2026-12-15 -3",
        ],
        changed: &[
            "user-manual-translated.missing Blocker Open 2027-02-02 2027-02-02 10 \
             > Blocker AtRisk 2027-01-17 2027-01-17 -6",
            "mt-doc-pack.overdue Minor - 2026-10-30 2027-02-01 69 \
             > Minor - 2026-10-30 2027-01-16 53",
            // For loading to start on day 89, export clearance would have to start on day 86.
            "dual-use-self-classification.scope Blocker Open 2026-12-12 2026-12-12 3 \
             > Blocker Open 2026-12-12 2026-11-26 3",
            "restricted-party-screening.stale Blocker Open 2026-12-12 2026-12-12 17 \
             > Blocker Open 2026-12-12 2026-11-26 17",
            "x-hs6.conflict Major - 2026-12-12 2026-12-12 - > Major - 2026-12-12 2026-11-26 -",
            "x-gross-weight.conflict Major - 2026-12-12 2026-12-12 - \
             > Major - 2026-12-12 2026-11-26 -",
            "x-insured-amount.conflict Major - 2026-12-15 2026-12-15 - \
             > Major - 2026-11-29 2026-11-29 -",
            "mt-export-class.overdue Minor - 2026-09-10 2026-12-11 17 \
             > Minor - 2026-09-10 2026-11-25 1",
        ],
        gates: &[
            // Loading comes first by date, so what holds export clearance holds loading already.
            "mt-on-board: 2026-12-15 Held > 2026-11-29 Held",
            "mt-export-clearance: 2026-12-12 Held > 2026-12-12 Behind",
            "mt-import-clearance: 2027-02-02 Held > 2027-01-17 Held",
            "mt-delivery: 2027-02-05 Behind > 2027-01-20 Behind",
            "mt-sat: 2027-02-18 Behind > 2027-02-02 Behind",
            "mt-handover: 2027-02-23 Behind > 2027-02-07 Behind",
        ],
        end_moves: -16,
    }
    .between(&case_a(&[]), &case_a(&["mt-on-board: {pinned_finish: 2026-12-02}"]));
}

/// Case B with requirements that the Incoterm or the market decides on, besides its own.
fn case_b(changes: &[(&str, &str)]) -> Judgement {
    let more = "    - cn-business-licence\n    - insurance-certificate\n    - carrier-nomination\n    \
                - import-registration\n    - unloading-plan\n    - buyer-export-proof\n    \
                - eu-machinery-doc\n    - user-manual-translated\n    - vn-quality-scope\n    \
                - cn-export-agency\n";
    let mut all = vec![("    - cn-business-licence\n    - cn-export-agency\n", more)];
    all.extend_from_slice(changes);
    judge(changed("case-b-haiphong", &all), TODAY)
}

const CLAUSE_C: &str = "cargo-insurance.scope Major Open 2027-03-01 2027-03-01 92";
/// Five days at worst before loading on 2027-03-01 begin on 2027-02-24.
const CERTIFICATE: &str = "insurance-certificate.missing Major Open 2027-03-01 2027-03-01 92";
/// Ten days at worst before export clearance on 2027-02-24 begin on 2027-02-14.
const NOMINATION: &str = "carrier-nomination.missing Major Open 2027-02-24 2027-02-24 82";
const COLLECT: &str = "x-freight-term.conflict Major - 2027-03-01 2027-03-01 -";

/// The seller no longer insures, so the clause of its policy is nobody's concern; freight collect
/// is right where the buyer contracts the carriage. The seller's insurance step falls away, but it
/// was never on the longest path: no date moves.
#[test]
fn fob_takes_insurance_and_prepaid_freight_off_the_seller() {
    let (cif, fob) = (case_b(&[]), case_b(&[("incoterm: CIF", "incoterm: FOB")]));
    Expected {
        // The buyer names the ship.
        added: &[NOMINATION],
        removed: &[CLAUSE_C, CERTIFICATE, COLLECT],
        ..Expected::default()
    }
    .between(&cif, &fob);
    for id in ["insurance-certificate", "cargo-insurance", "buyer-export-proof"] {
        assert_eq!(state(&fob, id), Some(State::NotApplicable), "{id}");
    }
}

/// As FOB, and the buyer clears for export: the proof becomes a paper to get. The licence stays
/// the seller's, whoever declares.
#[test]
fn exw_leaves_the_seller_to_ask_for_proof_of_export() {
    let (cif, exw) = (case_b(&[]), case_b(&[("incoterm: CIF", "incoterm: EXW")]));
    Expected {
        added: &[NOMINATION, "buyer-export-proof.missing Major Open 2027-02-24 2027-02-24 82"],
        removed: &[CLAUSE_C, CERTIFICATE, COLLECT],
        ..Expected::default()
    }
    .between(&cif, &exw);
    assert_eq!(codes(&exw, "dual-use-export-licence"), ["missing"]);
}

/// The seller bears the risk to the site: its policy must still be the clause agreed, and freight
/// must still be prepaid. New: somebody must be able to import.
#[test]
fn ddp_asks_for_an_importer() {
    let (cif, ddp) = (case_b(&[]), case_b(&[("incoterm: CIF", "incoterm: DDP")]));
    Expected {
        // Before export clearance on 2027-02-24: 60 days at worst begin on 2026-12-26.
        added: &["import-registration.missing Blocker Open 2027-02-24 2027-02-24 32"],
        ..Expected::default()
    }
    .between(&cif, &ddp);
}

/// DPU adds unloading and leaves the rest as under CIF.
#[test]
fn dpu_asks_for_a_crane() {
    let (cif, dpu) = (case_b(&[]), case_b(&[("incoterm: CIF", "incoterm: DPU")]));
    Expected {
        // At the site on 2027-03-18 (day 157): 20 days at worst begin on 2027-02-26.
        added: &["unloading-plan.missing Major Open 2027-03-18 2027-03-18 94"],
        ..Expected::default()
    }
    .between(&cif, &dpu);
}

/// Germany instead of Viet Nam: the declaration of conformity comes, the Vietnamese look-up goes.
/// The manual is missing in either language. No date hangs on the market.
#[test]
fn another_market_brings_its_own_law() {
    let germany = [(
        "market: vn\n  country: VN\n  local_languages: [vi]",
        "market: eu\n  country: DE\n  local_languages: [de]",
    )];
    Expected {
        // Needed at import on 2027-03-14 (day 153); 60 days at worst begin on 2027-01-13.
        added: &["eu-machinery-doc.missing Blocker Open 2027-03-14 2027-03-14 50"],
        // A note by the importer, ten days before import at worst.
        removed: &["vn-quality-scope.missing Major Open 2027-03-14 2027-03-14 100"],
        ..Expected::default()
    }
    .between(&case_b(&[]), &case_b(&germany));
}

/// With every check in play the traps of the rules show, each with its own finding.
#[test]
fn each_rule_shows_its_trap() {
    let traps = |incoterm: &str, changes: &[(&str, &str)]| -> Vec<String> {
        let checks = "  checks:\n    - x-dual-use\n    - x-hs6\n    - x-oog-dims\n    - x-freight-term\n    - x-latest-shipment\n";
        let rule = format!("incoterm: {incoterm}");
        let mut all = vec![
            (checks, ""),
            ("incoterm: CIF", rule.as_str()),
            ("  fx-received: true", "  fx-received: true\n  refund-claimed: true"),
        ];
        all.extend_from_slice(changes);
        let judgement = judge(changed("case-b-haiphong", &all), TODAY);
        let mut found: Vec<String> = judgement
            .findings
            .iter()
            .filter(|finding| finding.code == Code::Incoterm)
            .map(|finding| format!("{} {:?}", finding.subject.id(), finding.severity))
            .collect();
        found.sort();
        found
    };
    let none: &[(&str, &str)] = &[];
    let container: &[(&str, &str)] =
        &[("load-units: [flat-rack, break-bulk]", "load-units: [container]")];
    let rail: &[(&str, &str)] = &[("transport-mode: [sea]", "transport-mode: [rail]")];
    let credit: &[(&str, &str)] =
        &[("  latest_shipment: 2027-02-28", "  letter_of_credit: {latest_shipment: 2027-02-28}")];
    let nothing: &[&str] = &[];
    for (rule, changes, expected) in [
        ("EXW", none, &["incoterm-exw-declarant Minor", "incoterm-exw-refund Major"][..]),
        ("DDP", none, &["incoterm-ddp-importer Major"][..]),
        ("FOB", none, nothing),
        ("FOB", container, &["incoterm-container Minor"][..]),
        ("FAS", container, &["incoterm-container Minor"][..]),
        ("CIF", container, &["incoterm-container Minor"][..]),
        ("FCA", container, nothing),
        ("CIP", container, nothing),
        ("CFR", rail, &["incoterm-no-sea Major"][..]),
        ("CPT", rail, nothing),
        ("FCA", credit, &["incoterm-fca-on-board Minor"][..]),
        ("FCA", none, nothing),
        ("DAP", none, nothing),
        ("DPU", none, nothing),
    ] {
        assert_eq!(traps(rule, changes), expected, "{rule} {changes:?}");
    }
}
