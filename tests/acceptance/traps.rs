//! The traps of the destination markets, T1 to T13, as shipment files: each with exactly the
//! findings it asks for. A trap activates only what it names.

use crate::support::{TODAY, codes, judge, library, state};
use packs::read_shipment;
use readiness::{Defect, Judgement, Reason, State};

/// A shipment file to one market, with bare dates and these requirements in play.
#[derive(Clone, Copy)]
struct Trap {
    order: &'static str,
    products: &'static str,
    answers: &'static str,
    product_answers: &'static str,
    dates: &'static str,
    evidence: &'static str,
    documents: &'static str,
    plays: &'static str,
}

impl Trap {
    const EMPTY: Self = Self {
        order: "market: eu",
        products: "[]",
        answers: "{}",
        product_answers: "{}",
        dates: "{}",
        evidence: "[]",
        documents: "{}",
        plays: "[]",
    };

    fn text(&self) -> String {
        let Self { order, products, answers, product_answers, dates, evidence, documents, plays } =
            self;
        format!(
            "format: shipshape-shipment/1
order: {{reference: T, {order}}}
products: {products}
answers: {answers}
product_answers: {product_answers}
schedule: {{dates: {dates}}}
evidence: {evidence}
documents: {documents}
in_play: {{requirements: {plays}, checks: []}}
"
        )
    }

    fn judged(&self) -> Judgement {
        let text = self.text();
        let loaded = read_shipment("trap", &text, library())
            .unwrap_or_else(|problems| panic!("{problems}\n{text}"));
        judge(loaded.shipment, TODAY)
    }

    /// Each finding as `subject code severity timing need start_by`.
    fn findings(&self) -> Vec<String> {
        let day = |date: Option<chrono::NaiveDate>| {
            date.map_or_else(|| "-".to_owned(), |date| date.to_string())
        };
        let mut rows: Vec<String> = self
            .judged()
            .findings
            .iter()
            .map(|f| {
                let timing = f.timing.map_or_else(|| "-".to_owned(), |t| format!("{t:?}"));
                format!(
                    "{} {} {:?} {timing} {} {}",
                    f.subject.id(),
                    f.code.as_str(),
                    f.severity,
                    day(f.need_plan),
                    day(f.start_by)
                )
            })
            .collect();
        rows.sort();
        rows
    }

    fn expect(&self, rows: &[&str]) {
        assert_eq!(self.findings(), rows, "{}", self.text());
    }
}

const GANTRY: &str = "[{model: QD-G4025, category: gantry}]";
const MILL_TURN: &str = "[{model: QD-MT650, category: mill-turn}]";

#[test]
fn t1_the_declaration_cites_the_law_in_force_at_release() {
    let old = Trap {
        products: GANTRY,
        product_answers: "{QD-G4025: {partly-completed: false}}",
        dates: "{on-board: 2026-12-18, import-clearance: 2027-02-04}",
        evidence: "[{type: eu-machinery-doc, issued: 2026-11-10, scope: {models: [QD-G4025], regimes: [2006/42/EC]}}]",
        plays: "[eu-machinery-doc]",
        ..Trap::EMPTY
    };
    old.expect(&["eu-machinery-doc regime Blocker Open 2027-02-04 2026-12-06"]);
    let released = |dates| Trap { dates, ..old };
    released("{on-board: 2026-12-18, import-clearance: 2027-01-19}")
        .expect(&["eu-machinery-doc regime-margin Info - 2027-01-19 -"]);
    let change = Trap { dates: "{import-clearance: 2027-01-19}", ..old }.judged();
    assert_eq!(change.findings[0].slack_days, Some(1), "one day before the change");
    released("{on-board: 2026-12-18, import-clearance: 2027-01-20}")
        .expect(&["eu-machinery-doc regime Blocker AtRisk 2027-01-20 2026-11-21"]);
    Trap {
        dates: "{import-clearance: 2027-01-15}",
        evidence: "[{type: eu-machinery-doc, issued: 2026-11-10, scope: {models: [QD-G4025], regimes: [2023/1230]}}]",
        ..old
    }
    .expect(&["eu-machinery-doc regime Blocker AtRisk 2027-01-15 2026-11-16"]);
}

#[test]
fn t2_the_emc_report_is_for_another_model() {
    let trap = Trap {
        products: MILL_TURN,
        dates: "{import-clearance: 2027-02-04}",
        evidence: "[{type: eu-emc, issued: 2026-06-01, scope: {models: [QD-MT500]}}]",
        plays: "[eu-emc]",
        ..Trap::EMPTY
    };
    trap.expect(&["eu-emc scope Blocker Open 2027-02-04 2026-12-21"]);
    Trap {
        evidence: "[{type: eu-emc, issued: 2026-06-01, scope: {models: [QD-MT500, QD-MT650]}}]",
        ..trap
    }
    .expect(&[]);
}

#[test]
fn t3_the_saudi_certificate_lapses_before_customs() {
    let trap = Trap {
        order: "market: gulf, country: SA",
        products: MILL_TURN,
        dates: "{on-board: 2026-12-28, import-clearance: 2027-01-26}",
        evidence: "[{type: sa-saber-pcoc, issued: 2026-01-12, expires: 2027-01-11, scope: {models: [QD-MT650]}}]",
        plays: "[sa-saber-pcoc]",
        ..Trap::EMPTY
    };
    trap.expect(&["sa-saber-pcoc lapses Blocker Open 2027-01-12 2026-12-03"]);
    Trap { dates: "{import-clearance: 2027-01-11}", ..trap }.expect(&[]);
}

#[test]
fn t4_a_trading_firm_signs_for_the_maker() {
    let trap = Trap {
        order: "market: eu, parties: {maker: {name: 'Jiaozhou Bay Gantry Works Co., Ltd.'}, exporter: {name: 'Huanghai Crest Trading Co., Ltd.'}}",
        products: GANTRY,
        answers: "{own-brand: false}",
        product_answers: "{QD-G4025: {partly-completed: false, plate-name: 'Jiaozhou Bay Gantry Works Co., Ltd.'}}",
        dates: "{import-clearance: 2026-12-30}",
        evidence: "[{type: eu-machinery-doc, issued: 2026-11-10, holder: 'Huanghai Crest Trading Co., Ltd.', scope: {models: [QD-G4025], regimes: [2006/42/EC]}}]",
        plays: "[eu-machinery-doc]",
        ..Trap::EMPTY
    };
    trap.expect(&["eu-machinery-doc holder Blocker AtRisk 2026-12-30 2026-10-31"]);
    let own = Trap {
        answers: "{own-brand: true}",
        product_answers: "{QD-G4025: {partly-completed: false, plate-name: 'Huanghai Crest Trading Co., Ltd.'}}",
        ..trap
    };
    own.expect(&[]);
    // Its own brand, but the plate still names the maker.
    Trap { product_answers: trap.product_answers, ..own }
        .expect(&["eu-machinery-doc holder Blocker AtRisk 2026-12-30 2026-10-31"]);
    // Whether it is sold under the exporter's brand decides, and is not answered: whoever signed.
    let open = "eu-machinery-doc unknown-fact Blocker AtRisk 2026-12-30 2026-10-31";
    Trap { answers: "{}", ..own }.expect(&[open]);
    Trap {
        answers: "{}",
        evidence: "[{type: eu-machinery-doc, issued: 2026-11-10, holder: 'Jiaozhou Bay Gantry Works Co., Ltd.', scope: {models: [QD-G4025], regimes: [2006/42/EC]}}]",
        ..trap
    }
    .expect(&[open]);
}

#[test]
fn t5_one_case_has_no_mark() {
    let cases = |fifth: &str| {
        let pine: Vec<String> = (1..=4)
            .map(|n| format!("{{number: '{n}', solid_wood: true, wood_thickness: 22 mm}}"))
            .collect();
        format!("{{packing-list: {{packages: [{}, {{number: '5', {fifth}}}]}}}}", pine.join(", "))
    };
    let trap = |fifth: &str| Trap {
        dates: "{export-clearance: 2026-12-12}",
        evidence: "[{type: wood-ispm15-mark, scope: {packages: ['1', '2', '3', '4']}}]",
        documents: Box::leak(cases(fifth).into_boxed_str()),
        plays: "[wood-ispm15-mark]",
        ..Trap::EMPTY
    };
    trap("solid_wood: true, wood_thickness: 22 mm")
        .expect(&["wood-ispm15-mark scope Blocker Open 2026-12-12 2026-12-09"]);
    trap("solid_wood: true, wood_thickness: 6.1 mm")
        .expect(&["wood-ispm15-mark scope Blocker Open 2026-12-12 2026-12-09"]);
    trap("solid_wood: true, wood_thickness: 6.0 mm").expect(&[]);
    trap("solid_wood: false").expect(&[]);
    // Packages say in which consignment they travel, although the goods do not.
    trap("consignment: 1, solid_wood: true, wood_thickness: 22 mm")
        .expect(&["wood-ispm15-mark scope Blocker Open 2026-12-12 2026-12-09"]);
    let boards = |thickness: &'static str| Trap {
        dates: "{export-clearance: 2026-12-12}",
        answers: thickness,
        plays: "[wood-ispm15-mark]",
        ..Trap::EMPTY
    };
    boards("{solid-wood: true, wood-thickness: 6.0 mm}").expect(&[]);
    boards("{solid-wood: true, wood-thickness: 6.1 mm}")
        .expect(&["wood-ispm15-mark missing Blocker Open 2026-12-12 2026-12-09"]);
    boards("{solid-wood: true}")
        .expect(&["wood-ispm15-mark unknown-fact Blocker Open 2026-12-12 2026-12-09"]);
}

#[test]
fn t6_the_mandate_does_not_name_the_new_law() {
    let trap = Trap {
        products: GANTRY,
        dates: "{import-clearance: 2027-03-01}",
        evidence: "[{type: eu-responsible-operator, issued: 2026-02-01, scope: {regimes: [2006/42/EC, 2014/30/EU]}}]",
        plays: "[eu-responsible-operator]",
        ..Trap::EMPTY
    };
    trap.expect(&["eu-responsible-operator regime Blocker Open 2027-03-01 2027-01-30"]);
    Trap {
        evidence: "[{type: eu-responsible-operator, issued: 2026-02-01, scope: {regimes: [2006/42/EC, 2023/1230]}}]",
        ..trap
    }
    .expect(&[]);
}

#[test]
fn t7_the_large_scale_exclusion_stays_unverified() {
    for products in [MILL_TURN, GANTRY] {
        let trap = Trap {
            products,
            dates: "{import-clearance: 2027-02-04}",
            plays: "[eu-rohs-weee]",
            ..Trap::EMPTY
        };
        trap.expect(&["eu-rohs-weee missing Major Open 2027-02-04 2027-01-05"]);
        Trap { evidence: "[{type: eu-rohs-weee, issued: 2026-10-01}]", ..trap }
            .expect(&["eu-rohs-weee unverified Info - 2027-02-04 -"]);
    }
}

#[test]
fn t8_the_security_filing_is_planned_for_the_day_of_lading() {
    let trap = Trap {
        order: "market: us",
        products: MILL_TURN,
        answers: "{transport-mode: [sea], us-exempt-break-bulk: false}",
        dates: "{on-board: 2026-12-20}",
        evidence: "[{type: us-isf, issued: 2026-12-20}]",
        plays: "[us-isf]",
        ..Trap::EMPTY
    };
    trap.expect(&["us-isf deadline Major Open 2026-12-19 2026-12-14"]);
    Trap { evidence: "[{type: us-isf, issued: 2026-12-19}]", ..trap }.expect(&[]);
    let planned = Trap { evidence: "[{type: us-isf, issued: 2026-12-19}]", ..trap };
    assert_eq!(state(&planned.judged(), "us-isf"), Some(State::Task), "planned is not done");
    let bulk = Trap {
        answers: "{transport-mode: [sea], us-exempt-break-bulk: true}",
        dates: "{on-board: 2026-12-20, main-leg: 2027-01-18}",
        evidence: "[{type: us-isf, issued: 2027-01-16}]",
        ..trap
    };
    bulk.expect(&[]);
    Trap { evidence: "[{type: us-isf, issued: 2027-01-18}]", ..bulk }
        .expect(&["us-isf deadline Major Open 2027-01-17 2027-01-12"]);
    // In a schedule the arrival is the last day of the sea passage, not its first.
    let voyage = |evidence| Trap { dates: "{}, template: mt, start: 2026-09-01", evidence, ..bulk };
    let subjects = |trap: Trap| codes(&trap.judged(), "us-isf");
    assert!(subjects(voyage("[{type: us-isf, issued: 2027-01-31}]")).is_empty());
    assert_eq!(subjects(voyage("[{type: us-isf, issued: 2027-02-01}]")), ["deadline"]);
}

#[test]
fn t9_ce_proves_nothing_to_the_electrical_inspector() {
    let trap = Trap {
        order: "market: us",
        products: MILL_TURN,
        dates: "{handover: 2027-02-20}",
        evidence: "[{type: eu-machinery-doc, issued: 2026-11-10}, {type: eu-electrical-60204, issued: 2026-11-01}]",
        plays: "[us-nrtl-approval]",
        ..Trap::EMPTY
    };
    trap.expect(&["us-nrtl-approval missing Blocker AtRisk 2027-02-20 2026-11-22"]);
    let judged = trap.judged();
    let refused = judged.findings[0].because.iter().filter(|reason| match reason {
        Reason::LookedAt { defects, .. } => *defects == [Defect::NotAccepted],
        _ => false,
    });
    assert_eq!(refused.count(), 2, "both are listed as looked at, not accepted");
}

#[test]
fn t10_the_exclusion_has_run_out() {
    let trap = Trap {
        order: "market: us",
        products: MILL_TURN,
        answers: "{us-chinese-origin: true}",
        // The entry was made: the step is closed.
        dates: "{import-clearance: 2026-11-09}, milestones: {import-clearance: {closed: true}}",
        evidence: "[{type: us-tariff-stack, issued: 2026-11-05, expires: 2026-11-09}]",
        plays: "[us-tariff-stack]",
        ..Trap::EMPTY
    };
    trap.expect(&[]);
    Trap { dates: "{import-clearance: 2026-12-28}", ..trap }.expect(&[
        "us-tariff-stack expired Major Open 2026-12-28 2026-12-23",
        "us-tariff-stack unverified Info - 2026-12-28 -",
    ]);
}

#[test]
fn what_is_overdue_still_needs_a_valid_document_today() {
    let trap = Trap {
        order: "market: gulf, country: SA",
        products: MILL_TURN,
        dates: "{import-clearance: 2026-11-09}",
        evidence: "[{type: sa-saber-pcoc, issued: 2025-11-15, expires: 2026-11-14, scope: {models: [QD-MT650]}}]",
        plays: "[sa-saber-pcoc]",
        ..Trap::EMPTY
    };
    assert_eq!(codes(&trap.judged(), "sa-saber-pcoc"), ["expired"]);
    let done = "{import-clearance: 2026-11-09}, milestones: {import-clearance: {closed: true}}";
    assert!(codes(&Trap { dates: done, ..trap }.judged(), "sa-saber-pcoc").is_empty());
}

#[test]
fn t11_india_asks_for_no_licence_and_keeps_the_one_held() {
    let trap = Trap {
        order: "market: in",
        products: MILL_TURN,
        dates: "{import-clearance: 2027-01-15}",
        evidence: "[{type: in-scheme-x-licence, number: CM/L-1}]",
        plays: "[in-otr-2024]",
        ..Trap::EMPTY
    };
    let text = trap.text();
    let loaded = read_shipment("t11", &text, library()).unwrap();
    assert_eq!(loaded.shipment.evidence.len(), 1, "the licence is kept");
    assert!(loaded.notes[0].message.en.contains("in-scheme-x-licence"), "and it is said");
    let rows = trap.findings();
    assert!(rows.iter().all(|row| row.contains(" Info ")), "no licence is asked for: {rows:?}");
    assert_eq!(rows.len(), 1, "{rows:?}");
}

#[test]
fn t12_a_short_conveyor_and_a_two_axis_robot_are_free() {
    let trap = Trap {
        order: "market: kr",
        products: "[{model: C1, category: conveyor}, {model: R1, category: robot}]",
        product_answers: "{C1: {conveyor-length: 3.0 m, robot: false}, R1: {robot: true, robot-axes: 2}}",
        dates: "{import-clearance: 2027-02-04}",
        plays: "[kr-kcs-conveyor, kr-kcs-robot]",
        ..Trap::EMPTY
    };
    let free = trap.findings();
    assert!(free.iter().all(|row| row.contains("unknown-fact")), "nothing is missing: {free:?}");
    let listed = Trap {
        product_answers: "{C1: {conveyor-length: 3.2 m, robot: false}, R1: {robot: true, robot-axes: 3}}",
        ..trap
    };
    listed.expect(&[
        "kr-kcs-conveyor missing Blocker Open 2027-02-04 2026-12-21",
        "kr-kcs-robot missing Blocker Open 2027-02-04 2026-12-21",
    ]);
}

#[test]
fn t13_the_plate_does_not_suit_the_grid() {
    let trap = Trap {
        order: "market: us",
        products: MILL_TURN,
        answers: "{site-voltage: 480 V, site-frequency: '60'}",
        product_answers: "{QD-MT650: {plate-voltage: 380 V, plate-frequency: ['50'], transformer-supplied: false}}",
        dates: "{fat: 2026-12-20}",
        plays: "[grid-match]",
        ..Trap::EMPTY
    };
    trap.expect(&["grid-match conflict Blocker Open 2026-12-20 2026-12-10"]);
    let plate = |product_answers| Trap { product_answers, ..trap };
    // A transformer mends the voltage, not the frequency.
    plate(
        "{QD-MT650: {plate-voltage: 380 V, plate-frequency: ['50'], transformer-supplied: true}}",
    )
    .expect(&["grid-match conflict Blocker Open 2026-12-20 2026-12-10"]);
    plate("{QD-MT650: {plate-voltage: 380 V, plate-frequency: ['50', '60'], transformer-supplied: true}}")
        .expect(&[]);
    plate("{QD-MT650: {plate-voltage: 460 V, plate-frequency: ['60']}}").expect(&[]);
    plate("{QD-MT650: {plate-voltage: 380 V, plate-frequency: ['60']}}")
        .expect(&["grid-match unknown-fact Blocker Open 2026-12-20 2026-12-10"]);
}

#[test]
fn an_instrument_must_have_been_valid_on_the_day_of_the_test() {
    let trap = Trap {
        dates: "{fat: 2026-12-20}",
        evidence: "[{type: metrology-calibration, issued: 2025-10-15, expires: 2026-10-14}, {type: accuracy-report, tested: 2026-10-14}]",
        plays: "[metrology-calibration]",
        ..Trap::EMPTY
    };
    trap.expect(&[]);
    Trap {
        evidence: "[{type: metrology-calibration, issued: 2025-10-15, expires: 2026-10-14}, {type: accuracy-report, tested: 2026-10-15}]",
        ..trap
    }
    .expect(&["metrology-calibration expired Major Open 2026-12-20 2026-12-05"]);
    // The test of another machine does not excuse it.
    Trap {
        products: MILL_TURN,
        evidence: "[{type: metrology-calibration, issued: 2025-10-15, expires: 2026-10-14}, {type: accuracy-report, tested: 2026-10-14, scope: {models: [QD-MT500]}}]",
        ..trap
    }
    .expect(&["metrology-calibration expired Major Open 2026-12-20 2026-12-05"]);
}

#[test]
fn ten_tonnes_of_gas_ask_for_a_declaration() {
    let year = |answers, product_answers| Trap {
        products: MILL_TURN,
        product_answers,
        answers,
        dates: "{import-clearance: 2027-02-04}",
        plays: "[eu-fgas-declaration]",
        ..Trap::EMPTY
    };
    let trap = |product_answers| year("{}", product_answers);
    let unknown = "eu-fgas-declaration unknown-fact Blocker Open 2027-02-04 2026-12-06";
    let missing = "eu-fgas-declaration missing Blocker Open 2027-02-04 2026-12-06";
    trap("{QD-MT650: {charged-chiller: true, refrigerant-charge: 4.79 kg, refrigerant-gwp: 2088}}")
        .expect(&[missing]);
    // A little less in one machine: it is the importer's year that counts.
    let less =
        "{QD-MT650: {charged-chiller: true, refrigerant-charge: 4.78 kg, refrigerant-gwp: 2088}}";
    trap(less).expect(&[unknown]);
    year("{eu-fgas-year: true}", less).expect(&[missing]);
    year("{eu-fgas-year: false}", less).expect(&[]);
    trap("{QD-MT650: {charged-chiller: true, refrigerant-charge: 4.78 kg}}").expect(&[unknown]);
}

/// Norwegian is written in two ways; Danish is another language.
#[test]
fn a_norwegian_manual_may_be_bokmal() {
    let manual = |evidence| Trap {
        order: "country: \"NO\"",
        products: MILL_TURN,
        product_answers: "{QD-MT650: {partly-completed: false}}",
        dates: "{import-clearance: 2027-02-04}",
        evidence,
        plays: "[user-manual-translated]",
        ..Trap::EMPTY
    };
    let codes = |trap: Trap| -> Vec<&str> {
        trap.judged().findings.iter().map(|finding| finding.code.as_str()).collect()
    };
    assert_eq!(
        codes(manual(
            "[{type: user-manual-translated, issued: 2026-11-01, languages: [nb], scope: {models: [QD-MT650]}}]"
        )),
        [""; 0]
    );
    assert_eq!(
        codes(manual(
            "[{type: user-manual-translated, issued: 2026-11-01, languages: [da], scope: {models: [QD-MT650]}}]"
        )),
        ["language"]
    );
}
