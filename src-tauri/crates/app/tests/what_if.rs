//! What-ifs and scenarios: what the preview says is what saving gives, and undo takes it all back.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use app::views::{
    AnswerTried, CompareScenarios, RemoveProduct, SampleChoice, SaveCalendar, SaveScenario,
    ScenarioChoice, ScenarioQuery, ShipmentQuery, ShipmentView, WhatIf,
};
use app::{App, Failure};
use chrono::DateTime;
use readiness::{DocumentType, Evidence, EvidenceId, FactLevel, Incoterm, Value};

fn office(folder: &std::path::Path) -> App {
    let clock = || DateTime::parse_from_rfc3339("2026-11-24T12:00:00+08:00").unwrap();
    App::open(folder, Box::new(clock)).unwrap()
}

fn sample(app: &mut App, id: &str) -> String {
    app.create_sample(&SampleChoice { sample: id.to_owned() }).unwrap().shipment
}

fn view(app: &mut App, shipment: &str) -> ShipmentView {
    let query = serde_json::json!({ "shipment": shipment, "on": null });
    app.shipment_view(&serde_json::from_value::<ShipmentQuery>(query).unwrap()).unwrap()
}

fn tried(shipment: &str) -> WhatIf {
    WhatIf { shipment: shipment.to_owned(), ..WhatIf::default() }
}

/// What a reader sees of a shipment that a what-if could change.
fn seen(view: &ShipmentView) -> serde_json::Value {
    let milestones: Vec<_> = view.schedule.milestones.iter().map(|m| (&m.id, &m.span)).collect();
    serde_json::json!({
        "findings": view.findings, "counts": view.counts, "gates": view.gates,
        "milestones": milestones, "critical": view.schedule.critical_path,
        "order": view.order, "answers": view.answers,
    })
}

fn held(view: &ShipmentView, kind: &str) -> EvidenceId {
    view.evidence
        .iter()
        .find(|one| one.evidence.document_type == DocumentType::from(kind))
        .unwrap_or_else(|| panic!("no {kind}"))
        .evidence
        .id
        .clone()
}

fn message(result: Result<impl Sized, Failure>) -> String {
    match result {
        Err(failure) => failure.failed().message.en,
        Ok(_) => panic!("it should be refused"),
    }
}

/// Each change by itself, and all of them together.
fn all_changes(view: &ShipmentView) -> Vec<WhatIf> {
    let own = || tried(&view.id);
    let mut each = vec![
        WhatIf { ships: Some("2027-01-25".parse().unwrap()), ..own() },
        WhatIf { country: Some("US".to_owned()), ..own() },
        WhatIf {
            incoterm: Some(Incoterm::Fob),
            incoterm_place: Some("Qingdao".to_owned()),
            ..own()
        },
        WhatIf {
            answers: vec![
                AnswerTried {
                    product: None,
                    fact: "load-units".into(),
                    value: Some(Value::Choices(["break-bulk".to_owned()].into())),
                },
                AnswerTried { product: None, fact: "export-through".into(), value: None },
                AnswerTried {
                    product: Some(view.products[0].id.clone()),
                    fact: "partly-completed".into(),
                    value: Some(Value::YesNo(true)),
                },
            ],
            ..own()
        },
        WhatIf {
            durations: view
                .schedule
                .milestones
                .iter()
                .filter(|one| one.step.as_str() == "production" || one.step.as_str() == "sat")
                .map(|one| (one.id.clone(), one.duration.base + 9))
                .collect(),
            ..own()
        },
        WhatIf { without: vec![held(view, "cargo-insurance"), held(view, "iso-9001")], ..own() },
    ];
    let all = each.iter().fold(own(), |all, one| WhatIf {
        ships: all.ships.or(one.ships),
        country: all.country.or(one.country.clone()),
        incoterm: all.incoterm.or(one.incoterm),
        incoterm_place: all.incoterm_place.or(one.incoterm_place.clone()),
        answers: [all.answers, one.answers.clone()].concat(),
        durations: all.durations.into_iter().chain(one.durations.clone()).collect(),
        without: [all.without, one.without.clone()].concat(),
        ..own()
    });
    each.push(all);
    each
}

#[test]
fn what_is_saved_is_what_was_shown_and_one_undo_takes_it_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = office(&folder.path().join("workspace"));
    for case in ["case-a-hamburg", "case-b-haiphong"] {
        let shipment = sample(&mut app, case);
        let before = view(&mut app, &shipment);
        for request in all_changes(&before) {
            let shown = app.what_if(&request).unwrap();
            assert_eq!(seen(&view(&mut app, &shipment)), seen(&before), "a preview saves nothing");
            assert_eq!(shown.before.counts, before.counts);
            app.save_what_if(&request).unwrap();
            let after = view(&mut app, &shipment);
            assert_eq!(after.counts, shown.after.counts, "{request:?}");
            assert_eq!(after.schedule.ships, shown.after.ships);
            assert_eq!(after.schedule.end, shown.after.end);
            let path: Vec<&str> =
                shown.after.critical_path.iter().map(|one| one.id.as_str()).collect();
            let planned: Vec<&str> =
                after.schedule.critical_path.iter().map(|id| id.as_str()).collect();
            assert_eq!(planned, path);
            // Before, less what goes, more what comes, is what is found afterwards.
            let gone: Vec<&str> = shown
                .removed
                .iter()
                .chain(shown.changed.iter().map(|(was, _)| was))
                .map(|one| one.id.as_str())
                .collect();
            let mut expected: Vec<String> = before
                .findings
                .iter()
                .filter(|one| !gone.contains(&one.id.as_str()))
                .chain(&shown.added)
                .chain(shown.changed.iter().map(|(_, is)| is))
                .map(|one| {
                    format!("{} {:?} {:?}", one.id, one.finding.severity, one.finding.start_by)
                })
                .collect();
            let mut found: Vec<String> = after
                .findings
                .iter()
                .map(|one| {
                    format!("{} {:?} {:?}", one.id, one.finding.severity, one.finding.start_by)
                })
                .collect();
            expected.sort();
            found.sort();
            assert_eq!(found, expected, "{request:?}");
            // Trying the same again changes nothing: it is so already.
            let again = WhatIf { without: Vec::new(), ..request.clone() };
            let again = app.what_if(&again).unwrap();
            assert!(again.added.is_empty() && again.removed.is_empty() && again.changed.is_empty());
            assert!(again.moves.is_empty() && again.gates.is_empty());
            app.undo().unwrap().unwrap();
            assert_eq!(seen(&view(&mut app, &shipment)), seen(&before), "{request:?}");
        }
    }
}

#[test]
fn a_document_taken_away_stays_in_the_library() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = office(&folder.path().join("workspace"));
    let shipment = sample(&mut app, "case-a-hamburg");
    let policy = held(&view(&mut app, &shipment), "cargo-insurance");
    let request = WhatIf { without: vec![policy.clone()], ..tried(&shipment) };
    let shown = app.what_if(&request).unwrap();
    assert_eq!(shown.added.len(), 1);
    assert_eq!(shown.added[0].id, "cargo-insurance.missing");
    app.save_what_if(&request).unwrap();
    let library = app.library_view().unwrap();
    assert!(library.evidence.iter().any(|record| record.evidence.id == policy));
    let refused = message(app.what_if(&request));
    assert!(refused.contains("not used for this shipment"), "{refused}");
}

#[test]
fn an_assumed_document_shows_its_effect_and_is_never_saved() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = office(&folder.path().join("workspace"));
    let shipment = sample(&mut app, "case-b-haiphong");
    let record = Evidence {
        document_type: "end-user-certificate".into(),
        issued: Some("2026-11-24".parse().unwrap()),
        scope: readiness::Scope { models: vec!["GB-G4022".to_owned()], ..Default::default() },
        ..Evidence::default()
    };
    let request = WhatIf { assumed: vec![record.clone()], ..tried(&shipment) };
    let shown = app.what_if(&request).unwrap();
    let removed: Vec<&str> = shown.removed.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(removed, ["end-user-certificate.missing"]);
    let changed: Vec<&str> = shown.changed.iter().map(|(_, is)| is.id.as_str()).collect();
    assert_eq!(changed, ["dual-use-export-licence.missing"], "it waits for nothing any more");
    let refused = message(app.save_what_if(&request));
    assert!(refused.contains("end-user-certificate"), "{refused}");
    assert_eq!(app.what_if(&tried(&shipment)).unwrap().counts, shown.before.counts);
    let unknown = Evidence { document_type: "no-such-paper".into(), ..record };
    let request = WhatIf { assumed: vec![unknown], ..tried(&shipment) };
    assert!(message(app.what_if(&request)).contains("no-such-paper"));
}

#[test]
fn what_does_not_fit_is_refused_by_name() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = office(&folder.path().join("workspace"));
    let shipment = sample(&mut app, "case-a-hamburg");
    let own = || tried(&shipment);
    let answer = |product: Option<&str>, fact: &str, value: Option<Value>| WhatIf {
        answers: vec![AnswerTried {
            product: product.map(str::to_owned),
            fact: fact.into(),
            value,
        }],
        ..own()
    };
    let yes = || Some(Value::YesNo(true));
    for (request, says) in [
        (WhatIf { country: Some("XX".to_owned()), ..own() }, "XX"),
        (answer(None, "no-such-fact", yes()), "no-such-fact"),
        (answer(None, "incoterm", yes()), "incoterm"),
        (answer(None, "load-units", Some(Value::Choices(["raft".to_owned()].into()))), "raft"),
        (answer(Some("nobody"), "partly-completed", yes()), "no longer in the shipment"),
        (answer(None, "partly-completed", yes()), "asked of the shipment or of each product"),
        (WhatIf { durations: [("mt-teleport".into(), 3)].into(), ..own() }, "mt-teleport"),
        (WhatIf { durations: [("mt-sea".into(), 40_000)].into(), ..own() }, "40000"),
        (WhatIf { without: vec![EvidenceId::from("gone")], ..own() }, "gone"),
        (WhatIf { incoterm_place: Some("x".repeat(201)), ..own() }, "200"),
    ] {
        let said = message(app.what_if(&request));
        assert!(said.contains(says), "{said}");
        assert!(message(app.save_what_if(&request)).contains(says));
    }
}

fn keep(app: &mut App, name: &str, what_if: WhatIf) -> String {
    let shipment = what_if.shipment.clone();
    app.save_scenario(&SaveScenario { scenario: None, name: name.to_owned(), what_if }).unwrap();
    let all = app.scenarios(&ScenarioQuery { shipment, on: None }).unwrap();
    all.into_iter().find(|one| one.name == name).unwrap().id
}

#[test]
fn scenarios_are_kept_compared_renamed_and_removed() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = office(&folder.path().join("workspace"));
    let shipment = sample(&mut app, "case-b-haiphong");
    let fob = keep(&mut app, "FOB", WhatIf { incoterm: Some(Incoterm::Fob), ..tried(&shipment) });
    let slow = keep(
        &mut app,
        "Slow ship",
        WhatIf { durations: [("ga-sea".into(), 12)].into(), ..tried(&shipment) },
    );
    let list = |app: &mut App| {
        app.scenarios(&ScenarioQuery { shipment: shipment.clone(), on: None }).unwrap()
    };
    let all = list(&mut app);
    assert_eq!(all.iter().map(|one| one.end_moves).collect::<Vec<_>>(), [0, 4]);
    assert_eq!(all[1].tried[0].en, "Sea passage: 12 days");

    let mut compare = |a: Option<&String>, b: Option<&String>| {
        let request =
            CompareScenarios { shipment: shipment.clone(), on: None, a: a.cloned(), b: b.cloned() };
        app.compare_scenarios(&request).unwrap().difference
    };
    let ids = |views: &[app::views::FindingView]| -> Vec<String> {
        views.iter().map(|one| one.id.clone()).collect()
    };
    let side = compare(Some(&fob), Some(&slow));
    assert_eq!(side.end_moves, 4);
    assert_eq!(ids(&side.added), ["cargo-insurance.scope", "x-freight-term.conflict"]);
    assert_eq!(ids(&side.removed), Vec::<String>::new());
    let back = compare(Some(&slow), Some(&fob));
    assert_eq!((back.end_moves, ids(&back.removed)), (-4, ids(&side.added)));
    let present = compare(None, Some(&slow));
    assert_eq!((present.end_moves, present.before.end), (4, "2027-05-04".parse().unwrap()));
    let same = compare(Some(&fob), Some(&fob));
    assert!(same.added.is_empty() && same.changed.is_empty() && same.moves.is_empty());

    // A name is one scenario's, whatever its letters' case.
    let named = |scenario: Option<&String>, name: &str| SaveScenario {
        scenario: scenario.cloned(),
        name: name.to_owned(),
        what_if: tried(&shipment),
    };
    assert!(message(app.save_scenario(&named(None, " fob "))).contains("already called FOB"));
    assert!(message(app.save_scenario(&named(None, "  "))).contains("name"));
    let what_if = list(&mut app)[0].what_if.clone();
    let rename =
        SaveScenario { scenario: Some(fob.clone()), name: "FOB Qingdao".to_owned(), what_if };
    app.save_scenario(&rename).unwrap();
    assert_eq!(list(&mut app)[0].name, "FOB Qingdao");
    app.remove_scenario(&ScenarioChoice { scenario: fob.clone() }).unwrap();
    assert_eq!(list(&mut app).len(), 1);
    assert!(app.remove_scenario(&ScenarioChoice { scenario: fob }).is_err());
    app.undo().unwrap().unwrap();
    assert_eq!(list(&mut app).len(), 2, "undo brings it back");
}

#[test]
fn a_scenario_is_judged_on_the_present_and_says_what_no_longer_fits() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = office(&folder.path().join("workspace"));
    let shipment = sample(&mut app, "case-b-haiphong");
    let before = view(&mut app, &shipment);
    let policy = held(&before, "cargo-insurance");
    let product = before.products[0].id.clone();
    keep(
        &mut app,
        "All",
        WhatIf {
            durations: [("ga-insurance".into(), 5), ("ga-sea".into(), 12)].into(),
            without: vec![policy.clone()],
            answers: vec![AnswerTried {
                product: Some(product.clone()),
                fact: "partly-completed".into(),
                value: Some(Value::YesNo(true)),
            }],
            ..tried(&shipment)
        },
    );
    // The order becomes FOB and loses its policy and its machine.
    let fob = WhatIf { incoterm: Some(Incoterm::Fob), without: vec![policy], ..tried(&shipment) };
    app.save_what_if(&fob).unwrap();
    app.remove_product(&RemoveProduct { shipment: shipment.clone(), product }).unwrap();
    let all = app.scenarios(&ScenarioQuery { shipment, on: None }).unwrap();
    let misfits: Vec<&str> = all[0].misfits.iter().map(|one| one.field.as_str()).collect();
    assert_eq!(misfits, ["answers", "durations", "without"]);
    assert!(all[0].misfits[1].message.en.contains("ga-insurance"));
    assert_eq!(all[0].end_moves, 4, "the rest of it is judged");
}

#[test]
fn every_shipment_fact_can_be_tried_as_unknown() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = office(&folder.path().join("workspace"));
    let shipment = sample(&mut app, "case-a-hamburg");
    let facts: Vec<_> = app
        .catalogue()
        .facts
        .into_iter()
        .filter(|fact| fact.level == FactLevel::Shipment)
        .map(|fact| AnswerTried { product: None, fact: fact.id, value: None })
        .collect();
    assert!(facts.len() > 20);
    let request = WhatIf { answers: facts, ..tried(&shipment) };
    app.what_if(&request).unwrap();
    app.save_what_if(&request).unwrap();
    assert!(view(&mut app, &shipment).answers.iter().all(|answer| answer.product.is_some()));
}

#[test]
fn quiet_periods_that_a_plant_runs_into_are_told_before_saving_and_are_no_findings() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = office(folder.path());
    let shipment = sample(&mut app, "case-a-hamburg");
    let quiet = |view: &ShipmentView| -> Vec<String> {
        let thin = view.schedule.milestones.iter().filter(|one| !one.quiet.is_empty());
        thin.map(|one| one.id.0.clone()).collect()
    };
    let ids = |state: &app::views::StateView| -> Vec<String> {
        state.quiet.iter().map(|one| one.id.clone()).collect()
    };
    assert_eq!(quiet(&view(&mut app, &shipment)), Vec::<String>::new());
    let longer = [("mt-production".into(), 160)].into();
    let later = WhatIf { durations: longer, ..tried(&shipment) };
    let seen = app.what_if(&later).unwrap();
    assert_eq!(ids(&seen.before), Vec::<String>::new());
    assert!(ids(&seen.after).contains(&"mt-packing".to_owned()), "{:?}", seen.after.quiet);
    app.save_what_if(&later).unwrap();
    let told = view(&mut app, &shipment);
    assert_eq!(quiet(&told), ids(&seen.after), "saved as it was told");

    let known = app.calendars().unwrap().calendars;
    let china = known.into_iter().find(|one| one.calendar.id.as_str() == "CN-2027-MIN").unwrap();
    let calendar = readiness::Calendar { quiet: Vec::new(), ..china.calendar };
    app.save_calendar(&SaveCalendar { calendar, add_years: false, new: false }).unwrap();
    let without = view(&mut app, &shipment);
    assert_eq!(quiet(&without), Vec::<String>::new());
    assert_eq!(without.findings, told.findings, "a note, never a finding");
}
