//! The schedules of the two worked cases, number by number, and the line's by hand.

use crate::support::{TODAY, judge, sample};
use readiness::Judgement;

/// (milestone, ES, EF, LS, LF, total float)
type Expected = (&'static str, i32, i32, i32, i32, i32);

fn expect(id: &str, table: &[Expected], handover: &str) {
    let shipment = sample(id).shipment;
    let judgement: Judgement = judge(shipment.clone(), TODAY);
    assert_eq!(shipment.network.milestones.len(), table.len());
    for (index, milestone) in shipment.network.milestones.iter().enumerate() {
        let row = table.iter().find(|row| row.0 == milestone.id.as_str()).unwrap();
        let span = judgement.schedule.spans[index];
        let found = (row.0, span.es, span.ef, span.ls, span.lf, span.total_float());
        assert_eq!(&found, row);
    }
    let last = table.len() - 1;
    assert_eq!(judgement.schedule.shown_finish(last).to_string(), handover);
}

const MILL_TURN: [Expected; 23] = [
    ("mt-contract", 0, 0, 0, 0, 0),
    ("mt-export-class", 0, 10, 92, 102, 92),
    ("mt-production", 0, 90, 0, 90, 0),
    ("mt-doc-pack", 20, 60, 114, 154, 94),
    ("mt-foundation", 30, 90, 72, 132, 42),
    ("mt-fat", 90, 95, 90, 95, 0),
    ("mt-booking", 90, 100, 90, 100, 0),
    ("mt-packing", 95, 100, 95, 100, 0),
    ("mt-insurance", 100, 102, 103, 105, 3),
    ("mt-co", 100, 102, 103, 105, 3),
    ("mt-vgm", 100, 101, 101, 102, 1),
    ("mt-inland", 100, 102, 100, 102, 0),
    ("mt-export-clearance", 102, 104, 102, 104, 0),
    ("mt-ens", 100, 101, 103, 104, 3),
    ("mt-on-board", 105, 109, 105, 109, 0),
    ("mt-presentation", 109, 119, 137, 147, 28),
    ("mt-sea", 109, 154, 109, 154, 0),
    ("mt-import-clearance", 154, 157, 154, 157, 0),
    ("mt-delivery", 157, 160, 157, 160, 0),
    ("mt-install", 160, 170, 160, 170, 0),
    ("mt-sat", 170, 175, 170, 175, 0),
    ("mt-training", 170, 174, 171, 175, 1),
    ("mt-handover", 175, 175, 175, 175, 0),
];

const GANTRY: [Expected; 28] = [
    ("ga-contract", 0, 0, 0, 0, 0),
    ("ga-export-class", 0, 10, 50, 60, 50),
    ("ga-euc", 0, 20, 40, 60, 40),
    ("ga-licence", 20, 95, 60, 135, 40),
    ("ga-production", 0, 110, 0, 110, 0),
    ("ga-foundation", 30, 105, 57, 132, 27),
    ("ga-route-survey", 40, 54, 95, 109, 55),
    ("ga-lashing-plan", 54, 61, 109, 116, 55),
    ("ga-road-permit", 54, 64, 122, 132, 68),
    ("ga-vessel-booking", 61, 82, 116, 137, 55),
    ("ga-insurance", 82, 85, 137, 140, 55),
    ("ga-fat", 110, 117, 110, 117, 0),
    ("ga-disassembly", 117, 125, 117, 125, 0),
    ("ga-packing", 125, 132, 125, 132, 0),
    ("ga-co", 132, 135, 137, 140, 5),
    ("ga-inland", 132, 135, 132, 135, 0),
    ("ga-export-clearance", 135, 138, 135, 138, 0),
    ("ga-port-lashing", 138, 140, 138, 140, 0),
    ("ga-on-board", 140, 145, 140, 145, 0),
    ("ga-doc-dispatch", 145, 152, 146, 153, 1),
    ("ga-sea", 145, 153, 145, 153, 0),
    ("ga-import-clearance", 153, 157, 153, 157, 0),
    ("ga-heavy-delivery", 157, 160, 157, 160, 0),
    ("ga-install", 160, 190, 160, 190, 0),
    ("ga-calibration", 190, 197, 190, 197, 0),
    ("ga-sat", 197, 204, 197, 204, 0),
    ("ga-training", 190, 197, 197, 204, 7),
    ("ga-handover", 204, 204, 204, 204, 0),
];

#[test]
fn case_a_equals_its_table() {
    expect("case-a-hamburg", &MILL_TURN, "2027-02-23");
}

#[test]
fn case_b_equals_its_table() {
    expect("case-b-haiphong", &GANTRY, "2027-05-04");
}

#[test]
fn the_critical_paths_are_those_of_the_cases() {
    let path = |id: &str| -> Vec<String> {
        judge(sample(id).shipment, TODAY)
            .critical_path
            .iter()
            .map(|id| id.as_str().split_once('-').unwrap().1.to_owned())
            .collect()
    };
    let a = path("case-a-hamburg");
    assert_eq!(a.first().map(String::as_str), Some("contract"));
    assert_eq!(
        a[a.len() - 9..],
        [
            "inland",
            "export-clearance",
            "on-board",
            "sea",
            "import-clearance",
            "delivery",
            "install",
            "sat",
            "handover"
        ]
    );
    assert_eq!(
        path("case-b-haiphong"),
        [
            "contract",
            "production",
            "fat",
            "disassembly",
            "packing",
            "inland",
            "export-clearance",
            "port-lashing",
            "on-board",
            "sea",
            "import-clearance",
            "heavy-delivery",
            "install",
            "calibration",
            "sat",
            "handover"
        ]
    );
}
