//! Case B: one five-axis gantry to Hai Phong through an agent, CIF, open account.

use crate::support::{Row, TODAY, changed, codes, expect, judge, sample, state};
use readiness::Severity::{Blocker, Info, Major, Minor};
use readiness::Timing::{AtRisk, Open};
use readiness::{DualUseClass, Reason, State, Timing};

const OPEN: Option<Timing> = Some(Open);
const RISK: Option<Timing> = Some(AtRisk);

fn table() -> Vec<Row> {
    let clearance = Some("2027-02-24");
    let fat = Some("2027-01-30");
    let board = Some("2027-03-01");
    vec![
        ("cn-export-agency", "missing", Blocker, OPEN, clearance, clearance, Some(82)),
        (
            "end-user-certificate",
            "missing",
            Blocker,
            RISK,
            Some("2026-11-01"),
            Some("2026-12-11"),
            Some(-53),
        ),
        ("dual-use-export-licence", "missing", Blocker, RISK, clearance, clearance, Some(-33)),
        ("iso-9001", "expired", Major, RISK, fat, fat, Some(-23)),
        ("metrology-calibration", "expired", Major, OPEN, fat, fat, Some(52)),
        ("sinosure-cover", "scope", Major, OPEN, board, board, Some(67)),
        ("sinosure-cover", "lapses", Major, OPEN, Some("2027-02-01"), Some("2027-02-01"), Some(39)),
        ("cargo-insurance", "scope", Major, OPEN, board, board, Some(92)),
        ("x-hs6", "conflict", Major, None, clearance, clearance, None),
        ("x-oog-dims", "conflict", Major, None, board, board, None),
        ("x-freight-term", "conflict", Major, None, board, board, None),
        (
            "x-latest-shipment",
            "deadline",
            Major,
            None,
            Some("2027-03-05"),
            Some("2027-02-28"),
            Some(-5),
        ),
        ("ga-euc", "overdue", Minor, None, Some("2026-10-31"), Some("2026-12-10"), Some(16)),
        ("ga-licence", "holiday", Info, None, None, None, None),
        ("ga-production", "holiday", Info, None, None, None, None),
        ("ga-fat", "holiday", Info, None, None, None, None),
        ("ga-disassembly", "holiday", Info, None, None, None, None),
    ]
}

#[test]
fn exactly_the_findings_of_the_table() {
    let judgement = judge(sample("case-b-haiphong").shipment, TODAY);
    expect(&judgement, &table());
    let counts = judgement.counts;
    assert_eq!((counts.blocker, counts.major, counts.minor, counts.info), (3, 9, 1, 4));
}

#[test]
fn the_licence_waits_for_the_end_user_certificate_and_lead_times_add_up() {
    let judgement = judge(sample("case-b-haiphong").shipment, TODAY);
    let licence = judgement
        .findings
        .iter()
        .find(|finding| finding.subject.id() == "dual-use-export-licence")
        .unwrap();
    assert_eq!(licence.waits_for, ["end-user-certificate".into()]);
    let lead = licence.because.iter().find_map(|reason| match reason {
        Reason::Lead { shortest, longest, earliest, latest } => {
            Some((*shortest, *longest, earliest.to_string(), latest.to_string()))
        }
        _ => None,
    });
    assert_eq!(lead, Some((70, 125, "2027-02-02".to_owned(), "2027-03-29".to_owned())));
}

#[test]
fn the_gantry_is_likely_listed_by_both_regimes() {
    let shipment = sample("case-b-haiphong").shipment;
    let class = readiness::derived::dual_use(&shipment.products[0].frame).unwrap();
    assert_eq!(
        (class.nsg, class.wassenaar),
        (DualUseClass::LikelyListed, DualUseClass::LikelyListed)
    );
}

#[test]
fn holidays_are_the_future_ones_within_the_plant_s_own_milestones() {
    let judgement = judge(sample("case-b-haiphong").shipment, TODAY);
    let days = |id: &str| -> Vec<String> {
        judgement
            .findings
            .iter()
            .filter(|finding| finding.subject.id() == id)
            .flat_map(|finding| &finding.because)
            .filter_map(|reason| match reason {
                Reason::Holidays { days } => Some(days),
                _ => None,
            })
            .flatten()
            .map(ToString::to_string)
            .collect()
    };
    assert_eq!(days("ga-licence"), ["2027-01-01"]);
    assert_eq!(days("ga-production"), ["2027-01-01"]);
    assert_eq!(days("ga-fat"), ["2027-02-05"]);
    assert_eq!(
        days("ga-disassembly"),
        ["2027-02-06", "2027-02-07", "2027-02-08", "2027-02-09", "2027-02-10"]
    );
}

#[test]
fn with_the_certificate_held_the_licence_stands_alone() {
    let shipment = changed(
        "case-b-haiphong",
        &[(
            "documents:\n",
            "  - {type: end-user-certificate, issued: 2026-11-20, scope: {models: [GB-G4022]}}\ndocuments:\n",
        )],
    );
    let judgement = judge(shipment, TODAY);
    assert!(codes(&judgement, "end-user-certificate").is_empty());
    let licence = judgement
        .findings
        .iter()
        .find(|finding| finding.subject.id() == "dual-use-export-licence")
        .unwrap();
    assert!(licence.waits_for.is_empty());
    assert_eq!(licence.start_by.map(|day| day.to_string()).as_deref(), Some("2026-11-21"));
}

#[test]
fn a_machine_with_missing_figures_leaves_the_licence_unknown_never_settled() {
    let shipment = changed(
        "case-b-haiphong",
        &[("      simultaneous_axes: 5\n", ""), ("      rotary_axes: 2\n", "")],
    );
    let judgement = judge(shipment, TODAY);
    assert_eq!(codes(&judgement, "dual-use-export-licence"), ["unknown-fact"]);
    assert_eq!(state(&judgement, "dual-use-export-licence"), Some(State::Unknown));
}

#[test]
fn a_limit_that_stands_to_the_day_on_board_does_not_lapse() {
    for (until, lapses) in [("2027-03-05", false), ("2027-03-04", true)] {
        let change = format!("amount_until: {until}");
        let shipment = changed("case-b-haiphong", &[("amount_until: 2027-01-31", &change)]);
        let found = codes(&judge(shipment, TODAY), "sinosure-cover");
        assert_eq!(found.contains(&"lapses"), lapses, "limit until {until}");
    }
}

#[test]
fn twenty_millimetres_are_equal_and_twenty_one_are_not() {
    for (height, differs) in [(3230, false), (3229, true)] {
        let change = format!("height: {height} mm");
        let shipment = changed("case-b-haiphong", &[("height: 3050 mm", &change)]);
        assert_eq!(!codes(&judge(shipment, TODAY), "x-oog-dims").is_empty(), differs, "{height}");
    }
}
