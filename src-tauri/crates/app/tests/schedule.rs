//! Editing a shipment's schedule: looked at before it is saved, saved, undone, refused.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use app::views::{
    AddMilestone, EditMilestone, MilestoneChoice, MilestoneEdit, MilestonePreview, MilestoneTrial,
    MilestoneView, PreviewMilestones, SampleChoice, SaveProduct, ShipmentId, ShipmentQuery,
    ShipmentView, WhatIf,
};
use app::{App, Failure};
use chrono::{DateTime, NaiveDate};
use readiness::{Duration, Incoterm, Text};
use std::path::Path;

fn open(folder: &Path) -> App {
    let clock = || DateTime::parse_from_rfc3339("2026-11-24T12:00:00+08:00").unwrap();
    App::open_with(folder, Box::new(clock), app::builtin_packs()).unwrap()
}

fn sample(app: &mut App, sample: &str) -> String {
    app.create_sample(&SampleChoice { sample: sample.to_owned() }).unwrap().shipment
}

fn view(app: &mut App, shipment: &str) -> ShipmentView {
    app.shipment_view(&ShipmentQuery { shipment: shipment.to_owned(), on: None }).unwrap()
}

fn step(view: &ShipmentView, id: &str) -> MilestoneView {
    view.schedule.milestones.iter().find(|step| step.id.as_str() == id).unwrap().clone()
}

fn preview(app: &mut App, shipment: &str, id: &str, edit: &MilestoneEdit) -> MilestonePreview {
    let edits = vec![MilestoneTrial { milestone: id.into(), edit: edit.clone() }];
    app.preview_milestones(&PreviewMilestones { shipment: shipment.to_owned(), on: None, edits })
        .unwrap()
}

fn save(app: &mut App, shipment: &str, id: &str, edit: &MilestoneEdit) -> Result<(), Failure> {
    let request =
        EditMilestone { shipment: shipment.to_owned(), milestone: id.into(), edit: edit.clone() };
    app.edit_milestone(&request).map(|_| ())
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn days(base_days: u16) -> MilestoneEdit {
    MilestoneEdit { base_days: Some(base_days), ..MilestoneEdit::default() }
}

#[test]
fn a_preview_says_what_saving_does_and_saves_nothing_itself() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(folder.path());
    let id = sample(&mut app, "case-a-hamburg");
    let before = view(&mut app, &id);
    let edits = [
        ("mt-production", days(100)),
        (
            "mt-booking",
            MilestoneEdit {
                calendar: Some("CN-2027-MIN".into()),
                after: Some(vec!["mt-production".to_owned(), "mt-contract+3w".to_owned()]),
                ..MilestoneEdit::default()
            },
        ),
        (
            "mt-on-board",
            MilestoneEdit { pinned_finish: Some(day("2027-01-19")), ..MilestoneEdit::default() },
        ),
        (
            "mt-fat",
            MilestoneEdit {
                closed: Some(true),
                actual_start: Some(day("2026-11-18")),
                actual_finish: Some(day("2026-11-23")),
                ..MilestoneEdit::default()
            },
        ),
    ];
    for (milestone, edit) in edits {
        let said = preview(&mut app, &id, milestone, &edit);
        let mut now = view(&mut app, &id);
        now.undo.clone_from(&before.undo);
        now.redo.clone_from(&before.redo);
        assert_eq!(now, before, "{milestone}: looking changes nothing");
        save(&mut app, &id, milestone, &edit).unwrap();
        let after = view(&mut app, &id);
        assert!(!said.moves.is_empty(), "{milestone} moves something");
        for (old, new) in before.schedule.milestones.iter().zip(&after.schedule.milestones) {
            let place =
                |step: &MilestoneView| (step.start, step.finish, step.total_float, step.critical);
            match said.moves.iter().find(|moved| moved.milestone == new.id) {
                Some(moved) => {
                    let said = moved.after;
                    let said = (said.start, said.finish, said.total_float, said.critical);
                    assert_eq!(said, place(new), "{milestone} moves {}", new.id);
                }
                None => assert_eq!(place(old), place(new), "{milestone} leaves {}", new.id),
            }
        }
        assert_eq!(said.critical_after, after.schedule.critical_path);
        assert_eq!(said.counts, after.counts);
        assert_eq!(said.end, after.schedule.end);
        assert_eq!(said.end_moves, (after.schedule.end - before.schedule.end).num_days());
        for finding in said.added.iter().chain(&said.changed) {
            assert!(after.findings.contains(finding), "{milestone}: {} as said", finding.id);
        }
        for finding in &said.removed {
            assert!(after.findings.iter().all(|other| other.id != finding.id), "{}", finding.id);
        }
        app.undo().unwrap().unwrap();
        let mut undone = view(&mut app, &id);
        undone.undo.clone_from(&before.undo);
        undone.redo.clone_from(&before.redo);
        assert_eq!(undone, before, "{milestone}: undone");
    }
}

#[test]
fn a_longer_build_of_case_a_moves_the_critical_path_and_keeps_the_float_of_the_rest() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(folder.path());
    let id = sample(&mut app, "case-a-hamburg");
    let said = preview(&mut app, &id, "mt-production", &days(95));
    assert_eq!(said.end_moves, 5);
    let fat = said.moves.iter().find(|moved| moved.milestone.as_str() == "mt-fat").unwrap();
    assert_eq!(fat.after.start - fat.before.start, chrono::Duration::days(5));
    assert_eq!((fat.before.total_float, fat.after.total_float), (0, 0));
    assert!(said.gates.iter().any(|gate| gate.milestone.as_str() == "mt-on-board"));
}

#[test]
fn what_cannot_be_planned_is_refused_with_the_steps_named_in_both_languages() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(folder.path());
    let id = sample(&mut app, "case-a-hamburg");
    let before = view(&mut app, &id);
    let after = |links: &[&str]| MilestoneEdit {
        after: Some(links.iter().map(|link| (*link).to_owned()).collect()),
        ..MilestoneEdit::default()
    };
    let unknown = MilestoneEdit { calendar: Some("PL".into()), ..MilestoneEdit::default() };
    let refused = [
        (after(&["mt-handover"]), ["Factory acceptance", "Hand-over", "wait for each other"]),
        (after(&["mt-nothing"]), ["Factory acceptance", "mt-nothing", "Add that step"]),
        (unknown, ["Factory acceptance", "PL", "Choose another"]),
        (after(&["mt-production(FF)"]), ["mt-production(FF)", "packing+2w", "after"]),
    ];
    for (edit, parts) in refused {
        let failure = save(&mut app, &id, "mt-fat", &edit).unwrap_err();
        let message = failure.message();
        for part in parts {
            assert!(message.en.contains(part), "{part} in {}", message.en);
        }
        assert!(message.zh.contains("工厂验收") || message.zh.contains("前项"), "{}", message.zh);
        let request = PreviewMilestones {
            shipment: id.clone(),
            on: None,
            edits: vec![MilestoneTrial { milestone: "mt-fat".into(), edit }],
        };
        let looked = app.preview_milestones(&request).unwrap_err();
        assert_eq!(looked.message().zh, message.zh, "looking refuses the same");
    }
    assert_eq!(view(&mut app, &id), before, "nothing is saved");
}

#[test]
fn a_step_closed_by_a_document_needs_the_day_it_ended_and_shows_the_document() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(folder.path());
    let id = sample(&mut app, "case-a-hamburg");
    let document = view(&mut app, &id).evidence[0].evidence.id.clone();
    let mut edit = MilestoneEdit { closed_by: Some(document), ..MilestoneEdit::default() };
    assert_eq!(save(&mut app, &id, "mt-production", &edit).unwrap_err().code(), "field");
    edit.actual_finish = Some(day("2026-11-20"));
    save(&mut app, &id, "mt-production", &edit).unwrap();
    let closed = step(&view(&mut app, &id), "mt-production");
    assert!(closed.closed);
    assert_eq!(closed.finish, day("2026-11-20"));
    assert!(closed.closed_by.is_some_and(|name| !name.is_empty()));
    edit.closed_by = Some("nowhere".into());
    assert_eq!(save(&mut app, &id, "mt-production", &edit).unwrap_err().code(), "no-evidence");
}

#[test]
fn the_baseline_keeps_the_dates_and_says_how_far_the_plan_has_moved() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(folder.path());
    let id = sample(&mut app, "case-a-hamburg");
    let request = ShipmentId { shipment: id.clone() };
    assert!(app.clear_baseline(&request).is_err(), "there is none to clear");
    app.set_baseline(&request).unwrap();
    let set = view(&mut app, &id);
    assert_eq!(set.schedule.baseline_set, Some(day("2026-11-24")));
    assert!(set.schedule.milestones.iter().all(|step| {
        step.baseline
            .as_ref()
            .is_some_and(|then| then.finish_moved == 0 && then.start == step.start)
    }));
    save(&mut app, &id, "mt-production", &days(97)).unwrap();
    let moved = view(&mut app, &id);
    assert_eq!(step(&moved, "mt-handover").baseline.unwrap().finish_moved, 7);
    assert_eq!(step(&moved, "mt-contract").baseline.unwrap().finish_moved, 0);
    app.undo().unwrap().unwrap();
    app.undo().unwrap().unwrap();
    assert_eq!(view(&mut app, &id).schedule.baseline_set, None);
}

#[test]
fn a_deadline_has_a_slack_of_its_own_beside_the_float() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(folder.path());
    let id = sample(&mut app, "case-a-hamburg");
    let finish = step(&view(&mut app, &id), "mt-sat").finish;
    let deadline = finish - chrono::Days::new(3);
    let edit = MilestoneEdit { deadline: Some(deadline), ..MilestoneEdit::default() };
    save(&mut app, &id, "mt-sat", &edit).unwrap();
    let view = view(&mut app, &id);
    let sat = step(&view, "mt-sat");
    assert_eq!((sat.deadline_slack, sat.total_float), (Some(-3), 0));
    assert!(view.findings.iter().any(|finding| finding.id == "mt-sat.deadline"));
}

#[test]
fn holidays_and_quiet_periods_stand_at_the_steps_of_the_plant_that_run_into_them() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(folder.path());
    let id = sample(&mut app, "case-a-hamburg");
    save(&mut app, &id, "mt-production", &days(160)).unwrap();
    let view = view(&mut app, &id);
    let build = step(&view, "mt-production");
    assert!(build.holidays.contains(&day("2027-02-06")));
    assert_eq!(build.quiet.len(), 1);
    assert!(step(&view, "mt-sea").quiet.is_empty(), "the sea keeps no holidays");
    assert!(step(&view, "mt-contract").holidays.is_empty());
}

#[test]
fn a_step_of_ones_own_takes_its_place_and_can_be_taken_out_again() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(folder.path());
    let id = sample(&mut app, "case-a-hamburg");
    let before = view(&mut app, &id);
    let mut own = AddMilestone {
        shipment: id.clone(),
        title: Text::new("Repaint the guards", "护罩重新喷漆"),
        roles: Vec::new(),
        duration: Duration { shortest: 2, base: 4, longest: 6 },
        calendar: None,
        after: vec!["mt-fat".to_owned()],
        before: vec!["mt-packing".into()],
        consignment: None,
    };
    app.add_milestone(&own).unwrap();
    let with = view(&mut app, &id);
    let step_of_own = step(&with, "own-1");
    assert!(step_of_own.own && step_of_own.critical);
    assert_eq!((with.schedule.end - before.schedule.end).num_days(), 4);
    assert_eq!(step(&with, "mt-packing").after, ["mt-fat", "own-1"]);

    let choice = MilestoneChoice { shipment: id.clone(), milestone: "own-1".into() };
    let failure = app.remove_milestone(&choice).unwrap_err();
    assert!(failure.message().en.contains("Packing"), "{}", failure.message().en);
    assert!(failure.message().zh.contains("包装"), "{}", failure.message().zh);
    save(&mut app, &id, "mt-packing", &MilestoneEdit::default()).unwrap();
    app.remove_milestone(&choice).unwrap();
    assert_eq!(view(&mut app, &id).schedule, before.schedule);

    own.before = vec!["mt-production".into()];
    let failure = app.add_milestone(&own).unwrap_err();
    assert!(failure.message().en.contains("Repaint the guards"), "{}", failure.message().en);
    own.title = Text::new(" ", "护罩");
    assert_eq!(app.add_milestone(&own).unwrap_err().code(), "field");
}

#[test]
fn the_planned_days_lie_between_the_shortest_and_the_longest() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(folder.path());
    let id = sample(&mut app, "case-a-hamburg");
    let edit = |shortest, longest| MilestoneEdit {
        shortest_days: Some(shortest),
        longest_days: Some(longest),
        ..days(50)
    };
    assert!(save(&mut app, &id, "mt-production", &edit(60, 90)).is_err());
    save(&mut app, &id, "mt-production", &edit(40, 200)).unwrap();
    let build = step(&view(&mut app, &id), "mt-production").duration;
    assert_eq!((build.shortest, build.base, build.longest), (40, 50, 200));
}

#[test]
fn a_step_led_around_another_lets_that_one_be_taken_out() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(folder.path());
    let id = sample(&mut app, "case-a-hamburg");
    let around = ["mt-export-clearance+1", "mt-ens+1", "mt-insurance"].map(str::to_owned).to_vec();
    let edit = MilestoneEdit { after: Some(around), ..MilestoneEdit::default() };
    save(&mut app, &id, "mt-on-board", &edit).unwrap();
    let choice = MilestoneChoice { shipment: id.clone(), milestone: "mt-co".into() };
    app.remove_milestone(&choice).unwrap();
    drop(app);

    // Also after a restart: the template's own links would still name what is out.
    let mut app = open(folder.path());
    let shown = view(&mut app, &id);
    assert!(shown.schedule.milestones.iter().all(|step| step.id.as_str() != "mt-co"));
    assert_eq!(step(&shown, "mt-on-board").after.len(), 3);
}

#[test]
fn under_a_rule_without_insurance_a_step_is_edited_again_and_again() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(folder.path());
    let id = sample(&mut app, "case-b-haiphong");
    let fob = WhatIf {
        shipment: id.clone(),
        on: None,
        ships: Some(day("2027-03-01")),
        country: None,
        incoterm: Some(Incoterm::Fob),
        incoterm_place: None,
        answers: Vec::new(),
        durations: std::collections::BTreeMap::new(),
        without: Vec::new(),
        assumed: Vec::new(),
    };
    app.save_what_if(&fob).unwrap();
    assert!(
        view(&mut app, &id).schedule.milestones.iter().all(|s| s.id.as_str() != "ga-insurance")
    );
    for finish in ["2027-03-04", "2027-03-08"] {
        let edit = MilestoneEdit { pinned_finish: Some(day(finish)), ..MilestoneEdit::default() };
        assert!(!preview(&mut app, &id, "ga-on-board", &edit).moves.is_empty(), "{finish}");
        save(&mut app, &id, "ga-on-board", &edit).unwrap();
        assert_eq!(step(&view(&mut app, &id), "ga-on-board").finish, day(finish));
    }

    // A step added now does not keep what the rule took away: under CIF insurance counts again.
    let photo = AddMilestone {
        shipment: id.clone(),
        title: Text::new("Photo report", "照片记录"),
        roles: Vec::new(),
        duration: Duration { shortest: 1, base: 1, longest: 1 },
        calendar: None,
        after: vec!["ga-packing".to_owned()],
        before: vec!["ga-on-board".into()],
        consignment: None,
    };
    app.add_milestone(&photo).unwrap();
    app.save_what_if(&WhatIf { incoterm: Some(Incoterm::Cif), ships: None, ..fob }).unwrap();
    let on_board = step(&view(&mut app, &id), "ga-on-board");
    assert!(on_board.after.contains(&"ga-insurance".to_owned()), "{:?}", on_board.after);
    assert!(on_board.after.contains(&"own-1".to_owned()), "{:?}", on_board.after);
}

#[test]
fn an_id_is_never_given_to_a_second_step() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(folder.path());
    let id = sample(&mut app, "case-a-hamburg");
    let request = |title: &str| AddMilestone {
        shipment: id.clone(),
        title: Text::same(title),
        roles: Vec::new(),
        duration: Duration { shortest: 1, base: 1, longest: 1 },
        calendar: None,
        after: vec!["mt-fat".to_owned()],
        before: Vec::new(),
        consignment: None,
    };
    app.add_milestone(&request("Repaint")).unwrap();
    let choice = MilestoneChoice { shipment: id.clone(), milestone: "own-1".into() };
    app.remove_milestone(&choice).unwrap();
    app.add_milestone(&request("Photo report")).unwrap();
    assert_eq!(step(&view(&mut app, &id), "own-2").title.en, "Photo report");
}

#[test]
fn a_last_day_set_by_hand_holds_for_what_has_begun() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(folder.path());
    let id = sample(&mut app, "case-a-hamburg");
    let edit = MilestoneEdit {
        actual_start: Some(day("2026-11-20")),
        pinned_finish: Some(day("2027-01-15")),
        ..MilestoneEdit::default()
    };
    save(&mut app, &id, "mt-booking", &edit).unwrap();
    let shown = view(&mut app, &id);
    assert_eq!(step(&shown, "mt-booking").finish, day("2027-01-15"));
    assert!(step(&shown, "mt-inland").start > day("2027-01-15"));
    assert!(shown.findings.iter().all(|finding| finding.id != "mt-booking.pinned"));
}

#[test]
fn what_has_departed_is_not_moved_by_a_what_if_and_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(folder.path());
    let id = sample(&mut app, "case-a-hamburg");
    let edit = MilestoneEdit {
        closed: Some(true),
        actual_finish: Some(day("2026-11-20")),
        ..MilestoneEdit::default()
    };
    save(&mut app, &id, "mt-on-board", &edit).unwrap();
    let later = WhatIf {
        shipment: id,
        on: None,
        ships: Some(day("2027-03-01")),
        country: None,
        incoterm: None,
        incoterm_place: None,
        answers: Vec::new(),
        durations: std::collections::BTreeMap::new(),
        without: Vec::new(),
        assumed: Vec::new(),
    };
    let Err(Failure::Field { field, message }) = app.what_if(&later) else {
        unreachable!("it is refused by name")
    };
    assert_eq!(field, "ships");
    assert!(message.en.contains("departed") && message.zh.contains("已发运"));
}

#[test]
fn the_steps_of_a_licence_come_with_a_listed_machine_and_go_with_the_undo() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(folder.path());
    let id = sample(&mut app, "case-a-hamburg");
    let has = |app: &mut App, step: &str| {
        view(app, &id).schedule.milestones.iter().any(|own| own.id.as_str() == step)
    };
    assert!(!has(&mut app, "mt-licence"), "the machine of case A is not listed");
    let product = view(&mut app, &id).products[0].clone();
    let mut frame = product.frame;
    let machining = frame.machining.as_mut().unwrap();
    machining.simultaneous_axes = Some(5);
    machining.rotary_axes = Some(2);
    machining.axes[0].name = "X".to_owned();
    machining.axes[0].travel = Some("0.6 m".parse().unwrap());
    let request = SaveProduct { shipment: id.clone(), product: Some(product.id), frame };
    app.save_product(&request).unwrap();
    assert!(has(&mut app, "mt-euc") && has(&mut app, "mt-licence"));
    let clearance = step(&view(&mut app, &id), "mt-export-clearance");
    assert!(clearance.after.iter().any(|link| link.starts_with("mt-licence")));
    save(&mut app, &id, "mt-licence", &days(80)).unwrap();
    assert_eq!(step(&view(&mut app, &id), "mt-licence").duration.base, 80);
    app.undo().unwrap();
    app.undo().unwrap();
    assert!(!has(&mut app, "mt-euc") && !has(&mut app, "mt-licence"));
}

#[test]
fn links_set_under_one_incoterm_leave_the_rest_to_the_next() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(folder.path());
    let id = sample(&mut app, "case-a-hamburg");
    let agreed = |app: &mut App, rule| {
        let what_if = WhatIf { shipment: id.clone(), incoterm: Some(rule), ..WhatIf::default() };
        app.save_what_if(&what_if).unwrap();
    };
    let on_board = |app: &mut App| step(&view(app, &id), "mt-on-board");
    let cif = on_board(&mut app).after;
    assert!(cif.contains(&"mt-insurance".to_owned()), "{cif:?}");

    // Under FOB nobody waits for an insurance certificate, but for what it waited for.
    agreed(&mut app, Incoterm::Fob);
    let fob = on_board(&mut app);
    assert!(fob.after.iter().all(|link| !link.starts_with("mt-insurance")), "{:?}", fob.after);
    let mut links = fob.after.clone();
    links.push("mt-doc-pack".to_owned());
    let edit = MilestoneEdit { after: Some(links.clone()), ..MilestoneEdit::default() };
    save(&mut app, &id, "mt-on-board", &edit).unwrap();
    let edited = on_board(&mut app);
    assert_eq!(edited.after.len(), links.len());
    assert!(links.iter().all(|link| edited.after.contains(link)), "{:?}", edited.after);

    // CIF again: insured again, and what the user added holds.
    agreed(&mut app, Incoterm::Cif);
    let back = on_board(&mut app);
    let expected: Vec<String> = cif.iter().cloned().chain(["mt-doc-pack".to_owned()]).collect();
    assert_eq!(back.after, expected);

    // Set back to what the template says, nothing of it is kept.
    let reset = MilestoneEdit { after: Some(cif.clone()), ..MilestoneEdit::default() };
    save(&mut app, &id, "mt-on-board", &reset).unwrap();
    let plain = on_board(&mut app);
    assert_eq!((plain.after, plain.edit), (cif, MilestoneEdit::default()));
}
