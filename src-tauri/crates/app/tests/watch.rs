//! The watch list: what is overdue, what a review sets, and that it never judges.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use app::views::{
    ArchiveShipment, OpenAddress, ReviewSignal, SampleChoice, SaveSignal, ShipmentQuery,
    SignalView, WatchSignal,
};
use app::{App, Failure};
use chrono::{DateTime, NaiveDate};
use readiness::{CouldAffect, NextReview, Signal, SignalId, SignalStatus, Stage, Text};
use serde_json::json;
use std::path::Path;

fn open(folder: &Path, today: &str) -> App {
    let now = format!("{today}T12:00:00+08:00");
    App::open(folder, Box::new(move || DateTime::parse_from_rfc3339(&now).unwrap())).unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn sample(app: &mut App, name: &str) -> String {
    app.create_sample(&SampleChoice { sample: name.to_owned() }).unwrap().shipment
}

fn signal(app: &mut App, id: &str) -> SignalView {
    let list = app.watch_list().unwrap().signals;
    list.into_iter().find(|view| view.signal.id.as_str() == id).unwrap()
}

fn review(id: &str) -> ReviewSignal {
    ReviewSignal {
        signal: id.into(),
        by: "Lin".to_owned(),
        found: "Looked, nothing new.".to_owned(),
        reference: None,
        stage: None,
        stage_on: None,
        status: None,
        next: NextReview::Monthly,
    }
}

fn own(could_affect: Vec<CouldAffect>) -> Signal {
    serde_json::from_value(json!({
        "id": "",
        "claim": Text::same("A buyer says ISO 9001 will be asked for at the border"),
        "status": "unverified",
        "would_verify": Text::same("The customs notice"),
        "noted_on": "2000-01-01",
        "next_review": { "on": "2026-12-20" },
        "could_affect": could_affect,
    }))
    .unwrap()
}

/// Saves an own signal and gives its id.
fn add(app: &mut App, signal: Signal) -> String {
    let changes = app.save_signal(&SaveSignal { signal }).unwrap();
    changes.touched["signal"][0].clone()
}

/// The field a request was refused for.
fn refused<T: std::fmt::Debug>(result: Result<T, Failure>) -> String {
    match result.unwrap_err() {
        Failure::Field { field, message } => {
            assert!(!message.en.is_empty() && !message.zh.is_empty());
            field
        }
        other => other.code().to_owned(),
    }
}

#[test]
fn a_new_workspace_watches_what_comes_with_the_program() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(folder.path(), "2026-11-24");
    let list = app.watch_list().unwrap().signals;
    assert_eq!(list.len(), 17);
    let first = &list[0];
    assert_eq!(first.signal.id.as_str(), "w-mofcom-2025-70", "what is overdue stands first");
    assert_eq!((first.overdue, first.days_overdue), (true, 14));
    assert!(list[1..].iter().all(|view| !view.overdue));
    assert_eq!(list[1].signal.id.as_str(), "w-mofcom-2024-46", "then by the day of the review");
    assert_eq!(app.home().unwrap().overdue_signals, 1);
}

#[test]
fn the_first_page_counts_reviews_that_fall_due_with_time() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(folder.path(), "2026-12-16");
    let late: Vec<String> = app
        .watch_list()
        .unwrap()
        .signals
        .into_iter()
        .filter(|view| view.overdue)
        .map(|view| view.signal.id.0)
        .collect();
    assert_eq!(
        late,
        [
            "w-mofcom-2025-70",
            "w-mofcom-2024-46",
            "w-cn-holidays-2027",
            "w-cluster-approval",
            "w-focus-products",
            "w-lead-enterprises",
            "w-qingdao-core",
        ]
    );
    assert_eq!(app.home().unwrap().overdue_signals, 7);
}

#[test]
fn a_review_sets_stage_status_and_next_day_and_can_be_undone() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(folder.path(), "2026-11-24");
    let request = ReviewSignal {
        found: "The ministry extended it.".to_owned(),
        reference: Some("MOFCOM notice".to_owned()),
        stage: Some(Stage::OfficialText),
        stage_on: Some(day("2026-11-09")),
        status: Some(SignalStatus::Official),
        next: NextReview::On(day("2027-11-01")),
        ..review("w-mofcom-2025-70")
    };
    app.review_signal(&request).unwrap();
    let after = signal(&mut app, "w-mofcom-2025-70");
    assert_eq!(after.stage, Some(Stage::OfficialText));
    assert_eq!(after.signal.status, SignalStatus::Official);
    assert_eq!((after.overdue, after.due), (false, Some(day("2027-11-01"))));
    assert_eq!(after.reviews.len(), 1);
    assert_eq!(after.reviews[0].on, day("2026-11-24"));
    assert_eq!(app.home().unwrap().overdue_signals, 0);
    let label = app.history().unwrap()[0].label.clone();
    assert_eq!(
        label.en,
        "Review signal: Six Chinese control announcements of 2025, suspended until 10 Nov 2026"
    );
    assert!(label.zh.starts_with("复核信号："));

    app.undo().unwrap().unwrap();
    let before = signal(&mut app, "w-mofcom-2025-70");
    assert_eq!((before.overdue, before.reviews.len()), (true, 0));
    assert_eq!(before.signal.status, SignalStatus::Verify);
}

#[test]
fn reviews_outlive_the_program() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(folder.path(), "2026-12-30");
    assert!(signal(&mut app, "w-procedures-tighten").overdue, "noted on 24 Nov, monthly");
    app.review_signal(&review("w-procedures-tighten")).unwrap();
    drop(app);
    let mut app = open(folder.path(), "2027-01-30");
    let view = signal(&mut app, "w-procedures-tighten");
    assert_eq!((view.due, view.overdue), (Some(day("2027-01-30")), false));
}

#[test]
fn a_review_with_a_hole_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(folder.path(), "2026-11-24");
    let id = "w-acfta-3";
    let mut tell = |request: ReviewSignal| refused(app.review_signal(&request));
    assert_eq!(tell(ReviewSignal { found: " ".to_owned(), ..review(id) }), "found");
    assert_eq!(tell(ReviewSignal { by: String::new(), ..review(id) }), "by");
    assert_eq!(tell(ReviewSignal { stage: Some(Stage::InForce), ..review(id) }), "reference");
    assert_eq!(
        tell(ReviewSignal { status: Some(SignalStatus::Official), ..review(id) }),
        "reference"
    );
    let ahead = ReviewSignal {
        stage: Some(Stage::InForce),
        stage_on: Some(day("2026-11-25")),
        reference: Some("GACC".to_owned()),
        ..review(id)
    };
    assert_eq!(tell(ahead), "stage_on");
    let past = NextReview::On(day("2026-11-24"));
    assert_eq!(tell(ReviewSignal { next: past, ..review(id) }), "next");
    assert_eq!(tell(ReviewSignal { next: NextReview::Now(None), ..review(id) }), "next");
    assert_eq!(tell(ReviewSignal { found: "x".repeat(4_001), ..review(id) }), "found");
    assert_eq!(tell(review("w-nothing")), "no-signal");
    assert_eq!(signal(&mut app, id).reviews, []);
}

#[test]
fn a_signal_of_ones_own_is_noted_changed_and_removed() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(folder.path(), "2026-11-24");
    let id = add(&mut app, own(vec![CouldAffect::Requirement("iso-9001".into())]));
    let noted = signal(&mut app, &id);
    assert_eq!(noted.signal.noted_on, day("2026-11-24"), "the program says when it was noted");
    assert_eq!(noted.targets[0].title.en, "Quality management certificate");
    assert_eq!(noted.stage, None);

    app.review_signal(&ReviewSignal {
        status: Some(SignalStatus::Contradicted),
        found: "Customs says no.".to_owned(),
        ..review(&id)
    })
    .unwrap();
    let mut changed = noted.own.unwrap();
    changed.claim = Text::same("  ISO 9001 at the border ");
    app.save_signal(&SaveSignal { signal: changed }).unwrap();
    let view = signal(&mut app, &id);
    assert_eq!(view.signal.claim.en, "ISO 9001 at the border");
    assert_eq!(view.reviews.len(), 1, "its reviews stay");
    assert_eq!(view.signal.contradicted_by.unwrap().text.en, "Customs says no.");

    app.remove_signal(&SignalId(id.clone())).unwrap();
    assert!(app.watch_list().unwrap().signals.iter().all(|one| one.signal.id.0 != id));
    app.undo().unwrap().unwrap();
    assert_eq!(signal(&mut app, &id).reviews.len(), 1);
}

#[test]
fn a_signal_with_a_hole_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(folder.path(), "2026-11-24");
    let mut tell = |signal: Signal| refused(app.save_signal(&SaveSignal { signal }));
    assert_eq!(tell(Signal { claim: Text::same(" "), ..own(Vec::new()) }), "claim");
    assert_eq!(tell(Signal { would_verify: Text::same(""), ..own(Vec::new()) }), "would_verify");
    let unknown = vec![CouldAffect::Requirement("no-such-thing".into())];
    assert_eq!(tell(own(unknown)), "could_affect");
    let contradicted = Signal { status: SignalStatus::Contradicted, ..own(Vec::new()) };
    assert_eq!(tell(contradicted), "status");
    let official = Signal { status: SignalStatus::Official, ..own(Vec::new()) };
    assert_eq!(tell(official), "sources");
    assert_eq!(tell(Signal { id: "own-nothing".into(), ..own(Vec::new()) }), "no-signal");
    assert_eq!(app.watch_list().unwrap().signals.len(), 17);
}

#[test]
fn what_came_with_the_program_is_hidden_not_removed() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(folder.path(), "2026-11-24");
    let id = SignalId::from("w-mofcom-2025-70");
    assert_eq!(refused(app.remove_signal(&id)), "id");
    let seed = signal(&mut app, id.as_str()).signal;
    assert_eq!(refused(app.save_signal(&SaveSignal { signal: seed })), "id");

    app.watch_signal(&WatchSignal { signal: id.clone(), watched: false }).unwrap();
    let hidden = signal(&mut app, id.as_str());
    assert!(hidden.hidden && hidden.overdue);
    assert_eq!(app.watch_list().unwrap().signals.last().unwrap().signal.id, id);
    assert_eq!(app.home().unwrap().overdue_signals, 0, "what is not watched calls for nothing");
    app.watch_signal(&WatchSignal { signal: id.clone(), watched: true }).unwrap();
    assert!(!signal(&mut app, id.as_str()).hidden);
    assert_eq!(app.home().unwrap().overdue_signals, 1);
}

#[test]
fn a_signal_names_the_open_shipments_it_could_touch() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(folder.path(), "2026-11-24");
    let hamburg = sample(&mut app, "case-a-hamburg");
    let haiphong = sample(&mut app, "case-b-haiphong");
    let touched = |app: &mut App, id: &str| -> Vec<String> {
        signal(app, id).shipments.into_iter().map(|shipment| shipment.id).collect()
    };
    assert_eq!(touched(&mut app, "w-eu-mr-2027"), [hamburg.as_str()]);
    let both = touched(&mut app, "w-foreign-trade-law");
    assert!(both.len() == 2 && both.contains(&hamburg) && both.contains(&haiphong));
    assert_eq!(touched(&mut app, "w-logistics").len(), 2, "both go by their main leg");
    assert_eq!(touched(&mut app, "w-export-30bn"), [] as [&str; 0]);

    app.archive_shipment(&ArchiveShipment { shipment: hamburg, archived: true }).unwrap();
    assert_eq!(touched(&mut app, "w-eu-mr-2027"), [] as [&str; 0]);
}

#[test]
fn judging_is_the_same_whatever_the_signals_say() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(folder.path(), "2026-11-24");
    let shipment = sample(&mut app, "case-a-hamburg");
    let query = ShipmentQuery { shipment: shipment.clone(), on: None };
    let judged = |app: &mut App| {
        app.forget();
        let view = app.shipment_view(&query).unwrap();
        (view.findings, view.verdicts, view.gates, view.counts)
    };
    let before = judged(&mut app);
    assert!(!before.0.is_empty());

    let everything: Vec<CouldAffect> = before
        .1
        .iter()
        .filter_map(|verdict| match &verdict.subject {
            readiness::Subject::Requirement(id) => Some(CouldAffect::Requirement(id.clone())),
            _ => None,
        })
        .take(40)
        .collect();
    let id = add(&mut app, own(everything));
    let ids: Vec<SignalId> =
        app.watch_list().unwrap().signals.into_iter().map(|view| view.signal.id).collect();
    assert!(ids.iter().any(|one| one.0 == id));
    for status in [SignalStatus::Official, SignalStatus::Contradicted] {
        for one in &ids {
            app.review_signal(&ReviewSignal {
                reference: Some("official gazette".to_owned()),
                stage: Some(Stage::InForce),
                status: Some(status),
                ..review(one.as_str())
            })
            .unwrap();
        }
        assert_eq!(judged(&mut app), before, "{status:?}");
    }
}

#[test]
fn a_signal_written_in_one_language_is_never_blank_in_the_other() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(folder.path(), "2026-11-24");
    let written = Signal {
        claim: Text::new("", "买方称边境将查验 ISO 9001"),
        would_verify: Text::new("The customs notice", " "),
        ..own(vec![CouldAffect::Other(Text::new("", "报价"))])
    };
    let id = add(&mut app, written);
    let view = signal(&mut app, &id);
    assert_eq!(view.signal.claim.en, "买方称边境将查验 ISO 9001", "shown as it was written");
    assert_eq!(view.signal.would_verify, Text::same("The customs notice"));
    assert_eq!(view.targets[0].title, Text::same("报价"));
    let kept = view.own.unwrap();
    assert_eq!(kept.claim.en, "", "what was not written is not made up");
    assert_eq!(kept.would_verify.zh, "");
    let label = app.history().unwrap()[0].label.clone();
    assert_eq!(label.en, "Change signal: 买方称边境将查验 ISO 9001");

    let claim = Text::new("ISO 9001 at the border", "买方称边境将查验 ISO 9001");
    let both = Signal { claim: claim.clone(), ..kept };
    app.save_signal(&SaveSignal { signal: both }).unwrap();
    assert_eq!(signal(&mut app, &id).signal.claim, claim);
}

#[test]
fn only_an_address_that_stands_in_a_signal_is_opened() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(folder.path(), "2026-11-24");
    let mut one = own(Vec::new());
    one.sources = serde_json::from_value(json!([
        { "text": Text::same("the notice"), "reference": "海关总署公告，https://customs.example/notice/7" },
        { "text": Text::same("by word"), "reference": "told by Lin" },
    ]))
    .unwrap();
    let id = add(&mut app, one);
    let view = signal(&mut app, &id);
    let addresses: Vec<&str> = view.addresses.values().map(String::as_str).collect();
    assert_eq!(addresses, ["https://customs.example/notice/7"]);
    let ask = |reference: &str| OpenAddress {
        signal: SignalId::from(id.as_str()),
        reference: reference.to_owned(),
    };
    let found = app.signal_address(&ask("海关总署公告，https://customs.example/notice/7")).unwrap();
    assert_eq!(found, "https://customs.example/notice/7");
    for reference in ["told by Lin", "https://elsewhere.example/"] {
        assert_eq!(refused(app.signal_address(&ask(reference))), "reference");
    }
    // What a review found can be opened as well.
    let reviewed = ReviewSignal { reference: Some("gov.example.cn/1".to_owned()), ..review(&id) };
    app.review_signal(&reviewed).unwrap();
    assert_eq!(app.signal_address(&ask("gov.example.cn/1")).unwrap(), "https://gov.example.cn/1");
}
