//! Every reason, defect, limit and error that can be told keeps the rules of the house.

use super::house::keeps_the_rules;
use super::support::{World, day};
use crate::*;
use readiness::{
    AnswerError, Code, Defect, FactAnswer, FactId, FactKind, Finding, IncotermTrap, LinkError,
    MilestoneId, NetworkError, QuantityError, Reason, Saying, Severity, Subject, Text, Timing,
    Truth, Value, ValueError, VerificationState,
};
use serde_json::json;

fn texts(list: &[&str]) -> Vec<String> {
    list.iter().map(|text| (*text).to_owned()).collect()
}

fn defects() -> Vec<Defect> {
    let on = day("2026-12-04");
    let milestone = MilestoneId::from("on-board");
    let money = |text: &str| text.parse().unwrap();
    let mut all = vec![
        Defect::Expired { on },
        Defect::NotYetIssued { on },
        Defect::Lapses { on, needed_through: day("2026-12-18"), milestone: milestone.clone() },
        Defect::Stale { age: 84, limit: 30 },
        Defect::Stale { age: 2, limit: 1 },
        Defect::Undated,
        Defect::Models { covered: Vec::new(), missing: texts(&["A"]) },
        Defect::Models { covered: texts(&["A", "B"]), missing: texts(&["C", "D"]) },
        Defect::Serials { missing: texts(&["1"]) },
        Defect::Serials { missing: texts(&["1", "2"]) },
        Defect::NotAccepted,
        Defect::Packages { missing: texts(&["5"]) },
        Defect::Packages { missing: texts(&["4", "5"]) },
        Defect::Versions { covered: Vec::new(), missing: texts(&["4.2"]) },
        Defect::Versions { covered: texts(&["4.1"]), missing: texts(&["4.2"]) },
        Defect::NotValidOnTest {
            report: "AR-1".to_owned(),
            tested: day("2026-10-15"),
            from: None,
            until: Some(day("2026-10-14")),
        },
        Defect::NotValidOnTest {
            report: "AR-1".to_owned(),
            tested: day("2026-10-15"),
            from: Some(day("2026-10-16")),
            until: None,
        },
        Defect::NotValidOnTest {
            report: "AR-1".to_owned(),
            tested: day("2026-10-15"),
            from: None,
            until: None,
        },
        Defect::LateFiling { on: day("2026-12-20"), needed: day("2026-12-19") },
        Defect::Site { covered: texts(&["Jimo"]) },
        Defect::Destination { covered: texts(&["US", "DE"]), needed: "eu, DE".to_owned() },
        Defect::Amount { covered: None, needed: money("1180000 USD") },
        Defect::Amount { covered: Some(money("1000000 USD")), needed: money("1180000 USD") },
        Defect::Cover { covered: None, needed: "ICC A".to_owned() },
        Defect::Cover { covered: Some("ICC C".to_owned()), needed: "ICC A".to_owned() },
        Defect::OtherShipment { named: "SH-1".to_owned() },
        Defect::Holder { named: "B Ltd".to_owned(), needed: texts(&["A Ltd", "甲公司"]) },
        Defect::Holder { named: "B Ltd".to_owned(), needed: texts(&["A Ltd"]) },
        Defect::Language { has: Vec::new(), needed: texts(&["de"]) },
        Defect::Language { has: texts(&["zh", "en"]), needed: texts(&["de", "fr"]) },
    ];
    for (cites, in_force) in [
        (texts(&[]), texts(&["2023/1230"])),
        (texts(&["2006/42/EC"]), texts(&[])),
        (texts(&["2006/42/EC"]), texts(&["2023/1230"])),
    ] {
        let milestone = milestone.clone();
        all.push(Defect::Regime { cites, in_force, on, milestone });
    }
    all.push(Defect::Regime {
        cites: texts(&["2006/42/EC"]),
        in_force: texts(&["2006/42/EC", "2023/1230"]),
        on,
        milestone: MilestoneId::default(),
    });
    all
}

fn lead(shortest: i32, longest: i32) -> Reason {
    let today = day("2026-11-24");
    let after = |days: i32| today + chrono::Duration::days(days.into());
    Reason::Lead { shortest, longest, earliest: after(shortest), latest: after(longest) }
}

fn finding(subject: Subject, code: Code, because: Vec<Reason>) -> Finding {
    Finding {
        subject,
        code,
        severity: Severity::Major,
        timing: None,
        need_plan: None,
        need_latest: None,
        start_by: None,
        fix_by: None,
        slack_days: None,
        milestone: None,
        consignment: None,
        models: Vec::new(),
        evidence: None,
        questions: Vec::new(),
        waits_for: Vec::new(),
        because: because.into(),
    }
}

/// All that is said of a finding, in every timing.
fn told(finding: &Finding, world: &World) {
    let rule = world.rulebook.requirements().next();
    for rule in [None, rule] {
        for timing in [None, Some(Timing::Open), Some(Timing::AtRisk), Some(Timing::Late)] {
            for late in [false, true] {
                let mut own = finding.clone();
                own.timing = timing;
                if timing.is_some() {
                    let need = if late { day("2026-11-20") } else { day("2027-01-20") };
                    own.milestone = own.milestone.or_else(|| Some("on-board".into()));
                    own.need_plan = own.need_plan.or(Some(need));
                    own.need_latest = own.need_latest.or(Some(need));
                    own.fix_by = own.need_latest;
                    own.start_by = Some(need);
                }
                let book = world.book();
                keeps_the_rules(&summary(&own, rule, &book), false);
                keeps_the_rules(&next_step(&own, rule, &book), false);
                keeps_the_rules(&gap(&own, rule, &book), false);
                keeps_the_rules(&timing_words(&own, world.today), false);
                keeps_the_rules(&kind(&own), false);
                keeps_the_rules(&finding_title(&own, &book), true);
                for row in because(&own, rule, &book) {
                    keeps_the_rules(&row.label, false);
                    keeps_the_rules(&row.text, false);
                    assert!(row.text.en.ends_with(['.', '?']), "{row:?}");
                    assert!(row.text.zh.ends_with(['。', '？']), "{row:?}");
                }
            }
        }
    }
}

fn world() -> World {
    World::new(json!([super::support::requirement("on-board", (5, 9), json!({}))]))
}

#[test]
fn every_defect_is_worded() {
    let world = world();
    for defect in defects() {
        let code = defect.code();
        for name in ["DoC-01", "doc"] {
            let looked = Reason::LookedAt {
                evidence: "e1".into(),
                name: name.to_owned(),
                defects: vec![defect.clone()],
            };
            let mut own =
                finding(Subject::Requirement("doc".into()), code, vec![looked, lead(5, 9)]);
            own.evidence = Some("e1".into());
            own.models = texts(&["A"]);
            own.consignment = Some(2);
            own.waits_for = vec!["other".into()];
            told(&own, &world);
        }
        let said = crate::defect(&defect, &world.book());
        keeps_the_rules(&said, false);
        assert!(said.en.starts_with(char::is_lowercase) && !said.en.ends_with('.'), "{said:?}");
    }
}

#[test]
fn every_gap_of_a_requirement_is_worded() {
    let world = world();
    let subject = || Subject::Requirement("doc".into());
    let held = || Reason::NothingHeld { accepts: texts(&["doc", "commercial-invoice"]) };
    let answers = |truth, value| Reason::Applies {
        truth,
        facts: vec![
            FactAnswer { fact: "radio".into(), model: Some("A".to_owned()), value },
            FactAnswer { fact: "market".into(), model: None, value: None },
        ],
    };
    let verification = |state, source: Option<&str>| Reason::Verification {
        state,
        source: source.map(str::to_owned),
        open_point: Some(Text::new("Look up the edition.", "版本待查。")),
    };
    let (from, until) = (Some(day("2026-01-01")), Some(day("2027-12-31")));
    let needed = |days_before| Reason::NeededBy {
        milestone: "on-board".into(),
        plan: day("2026-12-15"),
        latest: day("2026-12-20"),
        days_before,
    };
    let must = |truth| Reason::MustHold {
        truth,
        facts: vec![FactAnswer { fact: "radio".into(), model: Some("A".to_owned()), value: None }],
    };
    let mut reasons = vec![
        must(Truth::Yes),
        must(Truth::No),
        must(Truth::Unknown),
        answers(Truth::Unknown, None),
        held(),
        lead(10, 30),
        Reason::NotScheduled { step: "sat".into() },
        Reason::WaitsFor { requirements: vec!["doc".into()] },
        needed(0),
        needed(1),
        Reason::Decided {
            by: "Lin Yue".to_owned(),
            on: day("2026-11-20"),
            reason: "Agreed.".to_owned(),
            until: None,
        },
        Reason::Excepted {
            by: "Lin Yue".to_owned(),
            on: day("2026-11-20"),
            reason: "Agreed".to_owned(),
        },
    ];
    reasons.extend([Truth::Yes, Truth::No].map(|truth| answers(truth, Some(Value::YesNo(true)))));
    reasons.push(answers(Truth::No, None));
    for (from, until) in [(from, until), (from, None), (None, until), (None, None)] {
        reasons.push(Reason::InForce { from, until, on: Some(day("2026-12-01")) });
        reasons.push(Reason::InForce { from, until, on: None });
    }
    for state in [VerificationState::Checked, VerificationState::Known, VerificationState::Verify] {
        reasons.push(verification(state, None));
        reasons.push(verification(state, Some("fmib.nl 2023-07")));
    }
    for code in [Code::Missing, Code::UnknownFact, Code::Unverified] {
        told(&finding(subject(), code, reasons.clone()), &world);
    }
    for questions in [vec!["radio"], vec!["radio", "market"], vec!["parties"], vec!["crane"]] {
        let mut own = finding(subject(), Code::UnknownFact, reasons.clone());
        own.questions = questions.into_iter().map(FactId::from).collect();
        told(&own, &world);
    }
    let change = Reason::RegimeChange {
        on: day("2027-01-14"),
        change: day("2027-01-20"),
        days: 6,
        next: "2023/1230".to_owned(),
    };
    told(&finding(subject(), Code::RegimeMargin, vec![change, lead(1, 1)]), &world);
}

#[test]
fn every_limit_of_the_checks_is_worded() {
    let world = world();
    let limits = [
        ("difference", "180 kg", "0 kg"),
        ("difference", "200 mm", "20 mm"),
        ("net-weight 3", "5 kg", "4 kg"),
        ("net-weight total", "5 kg", "4 kg"),
        ("unit-mass 3", "5 kg", "4 kg"),
        ("vgm MSKU1", "5 kg", "4 kg"),
        ("vgm", "5 kg", "4 kg"),
        ("plate-maximum MSKU1", "5 kg", "4 kg"),
        ("stop-word", "MACHINE", "a precise text"),
        ("packed-quantity", "A × 1", "A × 2"),
        ("contract-quantity", "A × 3", "A × 2"),
        ("licensed-quantity", "3", "2"),
        ("licensed-model", "A", "B"),
        ("no-wood", "1, 2", "no wood"),
        ("wood-packages", "1", "2"),
        ("dangerous-goods", "dg-declaration", "none listed"),
        ("credit-amount", "EUR 2", "EUR 1"),
        ("declared-amount", "EUR 2", "EUR 1"),
        ("insured-amount", "EUR 1", "EUR 2"),
        ("cover", "ICC C", "ICC A"),
        ("contract before invoice", "2026-12-02", "2026-12-01"),
        ("invoice before certificate of origin", "2026-12-02", "2026-12-01"),
        ("insurance before on board", "2026-12-02", "2026-12-01"),
        ("licence before declaration", "2026-12-02", "2026-12-01"),
        ("declaration before licence expiry", "2026-12-02", "2026-12-01"),
        ("document before presentation", "2026-12-02", "2026-12-01"),
    ];
    for (what, found, limit) in limits {
        let said = crate::limits::limit(what, found, limit);
        keeps_the_rules(&said, false);
        let fallback = format!("{} {found}; the limit is", field_title(what).en);
        assert!(!said.en.starts_with(&fallback), "{what} has no words of its own");
        let reason = Reason::Limit {
            what: what.to_owned(),
            found: found.to_owned(),
            limit: limit.to_owned(),
        };
        told(&finding(Subject::Check("x-dg".into()), Code::Conflict, vec![reason]), &world);
    }
}

#[test]
fn every_way_of_differing_is_worded() {
    let world = world();
    let saying = |document: &str, value: Option<&str>| Saying {
        document: document.to_owned(),
        value: value.map(str::to_owned),
    };
    let sayings = [
        (
            "freight",
            vec![
                saying("shipment", Some("CIF: prepaid")),
                saying("bill-of-lading", Some("collect")),
            ],
        ),
        (
            "consignee",
            vec![saying("bill-of-lading", Some("TO ORDER")), saying("sales-contract", None)],
        ),
        (
            "licence",
            vec![saying("shipment", Some("GB-G4022")), saying("dual-use-export-licence", None)],
        ),
        ("marks", vec![saying("packing-list", Some("A")), saying("bill-of-lading", None)]),
        ("origin", vec![saying("commercial-invoice", Some("CN"))]),
        (
            "invoice-date",
            vec![
                saying("commercial-invoice", Some("2026-12-01")),
                saying("packing-list", Some("2026-12-02")),
                saying("insurance-certificate", Some("2026-12-02")),
            ],
        ),
    ];
    for (field, says) in sayings {
        let reason = Reason::Compared { field: field.to_owned(), says };
        told(&finding(Subject::Check("x-hs6".into()), Code::Conflict, vec![reason]), &world);
    }
    let fields = vec![
        ("packing-list".to_owned(), "net-weight 3".to_owned()),
        ("schedule".to_owned(), "on-board".to_owned()),
        ("shipment".to_owned(), "machining".to_owned()),
    ];
    let lacks = vec![Reason::Lacks { fields }];
    told(&finding(Subject::Check("x-vgm".into()), Code::InsufficientData, lacks), &world);
}

#[test]
fn every_trouble_of_schedule_and_order_is_worded() {
    let world = world();
    let step = || Subject::Milestone("on-board".into());
    let order = |id: &str| Subject::Order(id.to_owned());
    let limit = |what: &str, days| Reason::DateLimit {
        what: what.to_owned(),
        found: day("2026-12-18"),
        limit: day("2026-12-15"),
        days,
    };
    let mut all = vec![
        (step(), Code::Deadline, limit("on-board", -3)),
        (step(), Code::Pinned, limit("production", -1)),
        (Subject::Check("x-presentation".into()), Code::Deadline, limit("presentation", -1)),
        (Subject::Check("x-presentation".into()), Code::Deadline, limit("presentation", 0)),
        (Subject::Check("x-presentation".into()), Code::Deadline, limit("presentation", 4)),
        (step(), Code::Holiday, Reason::Holidays { days: vec![day("2027-01-01")] }),
        (
            order("calendar-CN"),
            Code::CalendarGap,
            Reason::YearsUnknown { calendar: "CN".to_owned(), years: vec![2028, 2029] },
        ),
    ];
    for absorbed in [false, true] {
        let latest_finish = day("2026-12-11");
        all.push((step(), Code::Overdue, Reason::Overdue { days: 1, latest_finish, absorbed }));
    }
    for trap in [
        IncotermTrap::ExwRefund,
        IncotermTrap::SeaRuleContainer,
        IncotermTrap::SeaRuleNoSea,
        IncotermTrap::DdpImporter,
        IncotermTrap::ExwDeclarant,
        IncotermTrap::FcaOnBoard,
    ] {
        all.push((order("incoterm"), Code::Incoterm, Reason::IncotermTrap { trap }));
    }
    for (subject, code, reason) in all {
        told(&finding(subject, code, vec![reason]), &world);
    }
}

#[test]
fn every_error_is_worded() {
    let world = world();
    let book = world.book();
    let id = || MilestoneId::from("on-board");
    let network = [
        NetworkError::Duplicate { id: id() },
        NetworkError::MissingPredecessor { milestone: id(), missing: "packing".into() },
        NetworkError::Cycle { milestones: vec![id(), "production".into()] },
        NetworkError::MissingCalendar { milestone: id(), calendar: "CN".into() },
        NetworkError::DateOutOfRange { date: day("2300-01-01") },
        NetworkError::TooLong { milestone: id() },
    ];
    let choice = ValueError::Choice {
        fact: "market".into(),
        given: "mars".to_owned(),
        allowed: texts(&["eu"]),
    };
    let unit =
        ValueError::Unit { fact: "radio".into(), expected: String::new(), given: "mm".to_owned() };
    let values =
        [ValueError::Kind { fact: "radio".into(), expected: FactKind::YesNo }, choice, unit];
    let answers = [
        AnswerError::UnknownFact("crane".into()),
        AnswerError::NoProduct(0),
        AnswerError::Derived("market".into()),
        AnswerError::Value(values[0].clone()),
    ];
    let quantities = [
        QuantityError::NotANumber { text: "six".to_owned() },
        QuantityError::Comma { text: "4,5 µm".to_owned() },
        QuantityError::UnknownUnit { unit: "furlong".to_owned() },
        QuantityError::Mismatch { left: "mm".to_owned(), right: "kg".to_owned() },
    ];
    let all = network
        .iter()
        .map(|error| network_error(error, &book))
        .chain(values.iter().map(|error| value_error(error, &book)))
        .chain(answers.iter().map(|error| answer_error(error, &book)))
        .chain(quantities.iter().map(quantity_error))
        .chain([link_error(&LinkError { text: "a(FF)".to_owned() })]);
    for text in all {
        keeps_the_rules(&text, false);
        assert!(text.en.ends_with('.') && text.zh.ends_with('。'), "{text:?}");
    }
}
