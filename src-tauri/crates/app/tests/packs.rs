//! Requirement packs that the user configures: editing, versions, going out and coming in.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use app::views::{
    ExportPack, Fate, GivenKind, ImportPack, NewPack, PackChange, PackConflictKind, PackEdit,
    PackForm, PackOrigin, SampleChoice, ShipmentQuery, TakeIn, TakeInItem, UpgradeChoice,
};
use app::{App, BuiltinPack, JobWatch, builtin_packs};
use chrono::DateTime;
use readiness::{Code, Evidence, Requirement, Severity, Text};
use serde_json::json;
use std::path::Path;
use std::sync::atomic::AtomicBool;

fn open(folder: &Path, builtin: Vec<BuiltinPack>) -> App {
    let clock = || DateTime::parse_from_rfc3339("2026-11-24T12:00:00+08:00").unwrap();
    App::open_with(folder, Box::new(clock), builtin).unwrap()
}

fn hamburg(app: &mut App) -> String {
    app.create_sample(&SampleChoice { sample: "case-a-hamburg".to_owned() }).unwrap().shipment
}

fn requirement(app: &App, pack: &str, id: &str) -> Requirement {
    let view = app.packs_view().unwrap();
    let pack = view.packs.into_iter().find(|card| card.id == pack).unwrap();
    let card = pack.requirements.into_iter().find(|card| card.requirement.id.as_str() == id);
    card.unwrap().requirement
}

fn put(pack: &str, requirement: Requirement, new: bool) -> PackEdit {
    let change = PackChange::Put { requirement: Box::new(requirement), new };
    PackEdit { pack: pack.to_owned(), change }
}

/// An order to which every requirement that applies is put, with an accuracy of 6 µm.
fn order(app: &mut App, folder: &Path) -> String {
    let file = folder.join("order.yaml");
    let text = "format: shipshape-shipment/1
order: {reference: A, market: eu, country: DE}
products:
  - model: QD-G4025
    category: gantry
    machining: {axes: [{name: X, accuracy: 6 µm}]}
schedule: {template: ga, start: 2026-11-01}
";
    std::fs::write(&file, text).unwrap();
    app.import_shipment(&file).unwrap().shipment
}

/// A requirement with a threshold in µm that the machine of the order meets.
fn own_rule(app: &App) -> Requirement {
    let mut own = requirement(app, "eu-machinery", "eu-machinery-doc");
    own.id = "own-accuracy-report".into();
    own.title = Text::new("Accuracy report", "精度报告");
    own.severity = Severity::Blocker;
    own.when =
        serde_json::from_value(json!({ "fact": "positioning-accuracy", "at_most": "8 µm" })).ok();
    own.evidence = Default::default();
    own
}

fn all(shipment: &str) -> UpgradeChoice {
    UpgradeChoice { shipments: vec![shipment.to_owned()], packs: Vec::new() }
}

fn query(shipment: &str) -> ShipmentQuery {
    serde_json::from_value(json!({ "shipment": shipment, "on": null })).unwrap()
}

#[test]
fn a_change_reaches_a_shipment_only_on_the_users_word() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(folder.path(), builtin_packs());
    let shipment = hamburg(&mut app);
    let before = app.shipment_view(&query(&shipment)).unwrap();
    assert_eq!(before.upgrade, None);

    let mut milder = requirement(&app, "eu-machinery", "eu-machinery-doc");
    assert_eq!(milder.severity, Severity::Blocker);
    milder.severity = Severity::Minor;
    let edit = put("eu-machinery", milder, false);
    let preview = app.preview_edit(&edit).unwrap();
    assert_eq!(preview.problems, []);
    assert!(preview.effects.iter().any(|effect| effect.shipment == shipment));
    app.save_edit(&edit).unwrap();

    let same = app.shipment_view(&query(&shipment)).unwrap();
    assert_eq!(same.counts, before.counts, "the shipment rests on the version it is pinned to");
    let offer = same.upgrade.unwrap();
    assert_eq!(offer.packs[0].id, "eu-machinery");
    assert!(offer.packs[0].to.as_ref().unwrap().ends_with("+own.1"));

    let preview = app.preview_upgrade(&all(&shipment)).unwrap().remove(0);
    let (changed, fields) = &preview.packs[0].changed[0];
    assert_eq!((changed.id.as_str(), fields[0].field.as_str()), ("eu-machinery-doc", "severity"));
    assert_eq!(preview.effect.before.blocker, before.counts.blocker);

    app.decline_upgrade(&all(&shipment)).unwrap();
    assert!(app.shipment_view(&query(&shipment)).unwrap().upgrade.unwrap().declined);
    app.accept_upgrade(&all(&shipment)).unwrap();
    let after = app.shipment_view(&query(&shipment)).unwrap();
    assert_eq!((after.upgrade, after.counts), (None, preview.effect.after));
    app.undo().unwrap().unwrap();
    assert_eq!(app.shipment_view(&query(&shipment)).unwrap().counts, before.counts);
    app.undo().unwrap().unwrap();
    app.undo().unwrap().unwrap();
    assert_eq!(app.shipment_view(&query(&shipment)).unwrap().upgrade, None, "the edit is undone");
    let card = &app.packs_view().unwrap().packs[3];
    assert_eq!((card.id.as_str(), card.origin), ("eu-machinery", PackOrigin::BuiltIn));
}

#[test]
fn mistakes_are_told_at_their_field_and_nothing_is_saved() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(folder.path(), builtin_packs());
    let mut broken = requirement(&app, "eu-machinery", "eu-machinery-doc");
    broken.rule.zh = String::new();
    broken.lead.shortest = 9000;
    let edit = put("eu-machinery", broken, false);
    let fields: Vec<String> =
        app.preview_edit(&edit).unwrap().problems.into_iter().map(|one| one.field).collect();
    assert_eq!(fields, ["rule/zh", "lead/shortest"]);
    assert!(app.save_edit(&edit).is_err());

    let mut wrong_unit = requirement(&app, "eu-machinery", "eu-machinery-doc");
    wrong_unit.when =
        serde_json::from_value(json!({ "fact": "positioning-accuracy", "above": "8 kg" })).ok();
    let problems = app.preview_edit(&put("eu-machinery", wrong_unit, false)).unwrap().problems;
    assert_eq!(problems[0].field, "when/above");
    let twice = put("eu-machinery", requirement(&app, "eu-machinery", "eu-machinery-doc"), true);
    assert_eq!(app.preview_edit(&twice).unwrap().problems[0].field, "id");
    assert_eq!(app.packs_view().unwrap().packs[3].origin, PackOrigin::BuiltIn);
    assert!(app.history().unwrap().is_empty());
}

#[test]
fn what_is_switched_off_says_why_and_can_be_switched_on_again() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(folder.path(), builtin_packs());
    let edit = |change| PackEdit { pack: "eu-machinery".to_owned(), change };
    let off = |reason: &str| PackChange::Remove {
        requirement: "eu-machinery-doc".into(),
        reason: reason.to_owned(),
    };
    assert!(app.save_edit(&edit(off(" "))).is_err(), "a reason is needed");
    app.save_edit(&edit(off("spare parts only"))).unwrap();
    let card = app.packs_view().unwrap().packs.remove(3);
    assert_eq!(card.switched_off[0].reason, "spare parts only");
    assert!(
        !card.requirements.iter().any(|card| card.requirement.id.as_str() == "eu-machinery-doc")
    );
    app.save_edit(&edit(PackChange::Restore { requirement: "eu-machinery-doc".into() })).unwrap();
    assert_eq!(app.packs_view().unwrap().packs[3].origin, PackOrigin::BuiltIn);
}

/// The pack as another version of the program would bring it: one requirement renamed, one split,
/// one removed, one added, one field changed that the user changed as well.
fn updated() -> Vec<BuiltinPack> {
    let mut packs = builtin_packs();
    let eu = packs.iter_mut().find(|pack| pack.name.ends_with("eu-machinery.yaml")).unwrap();
    let (mut file, _) = packs::parse::<packs::PackFile>(&eu.name, &eu.text).unwrap();
    file.version = "9.0.0".to_owned();
    let place = |file: &packs::PackFile, id: &str| {
        file.requirements.iter().position(|one| one.id.as_str() == id).unwrap()
    };
    let doc = place(&file, "eu-machinery-doc");
    let mut second = file.requirements[doc].clone();
    file.requirements[doc].id = "eu-declaration".into();
    file.requirements[doc].replaces = vec!["eu-machinery-doc".into()];
    second.id = "eu-declaration-annexes".into();
    second.replaces = vec!["eu-machinery-doc".into()];
    second.evidence.accepts = Vec::new();
    file.requirements.push(second);
    for requirement in &mut file.requirements {
        for before in &mut requirement.after {
            if before.as_str() == "eu-machinery-doc" {
                *before = "eu-declaration".into();
            }
        }
    }
    let manual = place(&file, "eu-digital-manual");
    file.requirements[manual].title = Text::new("Manual", "说明书");
    let gone = place(&file, "eu-rohs-weee");
    file.requirements.remove(gone);
    for requirement in &mut file.requirements {
        requirement.after.retain(|id| id.as_str() != "eu-rohs-weee");
    }
    // A fact gets another name, and what asks for it follows.
    let fact = file.facts.iter_mut().find(|fact| fact.id.as_str() == "eu-cbam-listed").unwrap();
    fact.id = "eu-cbam-goods".into();
    fact.replaces = vec!["eu-cbam-listed".into()];
    for requirement in &mut file.requirements {
        let when = serde_json::to_string(&requirement.when).unwrap();
        let renamed = when.replace("\"eu-cbam-listed\"", "\"eu-cbam-goods\"");
        requirement.when = serde_json::from_str(&renamed).unwrap();
    }
    eu.text = packs::pack_yaml(&file).unwrap();
    packs
}

#[test]
fn an_upgrade_loses_nothing_that_was_given() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(folder.path(), builtin_packs());
    let shipment = hamburg(&mut app);
    let view = app.packs_view().unwrap();
    // A decision on every requirement of the pack that will change, and an own title.
    let eu = view.packs.iter().find(|pack| pack.id == "eu-machinery").unwrap();
    let scan = folder.path().join("scan.txt");
    std::fs::write(&scan, "a certificate").unwrap();
    let answer = serde_json::from_value(json!({
        "shipment": shipment, "product": null, "fact": "eu-cbam-listed",
        "value": { "kind": "yes-no", "value": true },
    }));
    app.answer(&answer.unwrap()).unwrap();
    for card in &eu.requirements {
        if let Some(kind) = card.accepts.first() {
            let item = TakeInItem {
                path: scan.to_string_lossy().into_owned(),
                sha256: None,
                evidence: Evidence {
                    document_type: kind.id.as_str().into(),
                    ..Evidence::default()
                },
                replaces: None,
                switch: Vec::new(),
            };
            let request = TakeIn { shipment: Some(shipment.clone()), items: vec![item] };
            let job = app.begin_take_in(&request).unwrap();
            let cancel = AtomicBool::new(false);
            let mut watch = JobWatch { progress: &mut |_, _, _| (), cancel: &cancel };
            app.do_now(job, &mut watch).unwrap();
        }
        let decide = serde_json::from_value(json!({
            "shipment": shipment, "subject": card.requirement.id, "kind": "waived",
            "by": "Li Wei", "on": "2026-11-24", "reason": format!("agreed for {}", card.requirement.id), "until": null,
        }));
        app.decide(&decide.unwrap()).unwrap();
    }
    let mut mine = requirement(&app, "eu-machinery", "eu-digital-manual");
    mine.title = Text::new("Our manual", "本公司说明书");
    app.save_edit(&put("eu-machinery", mine, false)).unwrap();
    let before = app.shipment_view(&query(&shipment)).unwrap();
    drop(app);

    let mut app = open(folder.path(), updated());
    let same = app.shipment_view(&query(&shipment)).unwrap();
    assert_eq!(same.counts, before.counts, "an update of the program changes no shipment");
    assert_eq!(same.decisions, before.decisions);
    let card = app.packs_view().unwrap().packs.remove(3);
    assert_eq!(card.version, "9.0.0+own.1");
    let conflict =
        card.conflicts.iter().find(|one| one.field.as_deref() == Some("title.en")).unwrap();
    assert_eq!(conflict.kind, PackConflictKind::Field);
    assert_eq!(conflict.mine, Some(Text::same("Our manual")));
    assert_eq!(conflict.theirs, Some(Text::same("Manual")));

    let preview = app.preview_upgrade(&all(&shipment)).unwrap().remove(0);
    let given = |id: &str| {
        preview.given.iter().find(|one| one.kind == GivenKind::Decision && one.id == id).unwrap()
    };
    assert_eq!(given("eu-machinery-doc").fate, Fate::CarriedOver);
    let to: Vec<&str> = given("eu-machinery-doc").to.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(to, ["eu-declaration", "eu-declaration-annexes"]);
    assert_eq!(given("eu-rohs-weee").fate, Fate::SetAside);
    assert_eq!(given("eu-digital-manual").fate, Fate::Kept);
    let answer = preview.given.iter().find(|one| one.id == "eu-cbam-listed").unwrap();
    assert_eq!((answer.kind, answer.fate), (GivenKind::Answer, Fate::CarriedOver));
    let document = |id: &str| {
        let one = preview.given.iter().find(|one| one.kind == GivenKind::Document && one.id == id);
        one.map(|one| one.fate)
    };
    assert_eq!(document("eu-machinery-doc"), Some(Fate::Kept), "it serves what replaced its own");
    assert_eq!(document("eu-rohs-weee"), Some(Fate::SetAside));
    let removed: Vec<&str> =
        preview.packs[0].removed.iter().map(|(one, _)| one.id.as_str()).collect();
    assert_eq!(removed, ["eu-machinery-doc", "eu-rohs-weee"]);

    app.accept_upgrade(&all(&shipment)).unwrap();
    let after = app.shipment_view(&query(&shipment)).unwrap();
    assert_eq!(after.answers.len(), before.answers.len());
    let moved: Vec<&str> = after
        .answers
        .iter()
        .filter(|answer| !before.answers.contains(answer))
        .map(|answer| answer.fact.as_str())
        .collect();
    assert_eq!(moved, ["eu-cbam-goods"], "the answer went over to the fact's new name");
    assert_eq!(after.evidence.len(), before.evidence.len());
    let reasons = |id: &str| {
        let one = after.decisions.iter().find(|(_, decision)| decision.subject == id);
        one.map(|(_, decision)| decision.reason.clone())
    };
    assert_eq!(reasons("eu-declaration").as_deref(), Some("agreed for eu-machinery-doc"));
    assert_eq!(reasons("eu-declaration-annexes").as_deref(), Some("agreed for eu-machinery-doc"));
    assert_eq!(after.set_aside.len(), 1);
    assert_eq!(after.set_aside[0].detail, Text::same("agreed for eu-rohs-weee"));
    app.undo().unwrap().unwrap();
    let back = app.shipment_view(&query(&shipment)).unwrap();
    assert_eq!((back.answers, back.evidence.len()), (before.answers, before.evidence.len()));
    assert_eq!((back.decisions, back.counts), (before.decisions, before.counts));
}

#[test]
fn a_pack_goes_out_to_a_spreadsheet_and_comes_back_changed() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(&folder.path().join("workspace"), builtin_packs());
    let shipment = order(&mut app, folder.path());
    let own = own_rule(&app);
    app.save_edit(&put("eu-machinery", own, true)).unwrap();
    for form in [PackForm::Xlsx, PackForm::Json, PackForm::Yaml] {
        let export =
            app.pack_export(&ExportPack { pack: "eu-machinery".to_owned(), form }).unwrap();
        let path = folder.path().join(&export.name);
        std::fs::write(&path, &export.bytes).unwrap();
        let same = app.preview_import(&path).unwrap();
        let upgrade = same.upgrade.unwrap();
        assert_eq!(same.problems, []);
        assert!(upgrade.added.is_empty() && upgrade.removed.is_empty(), "{upgrade:?}");
        assert!(upgrade.changed.is_empty() && upgrade.moved.is_empty(), "{upgrade:?}");

        let mut file = app::pack_from(&export.name, &export.bytes).unwrap();
        let own = file.requirements.iter_mut().find(|one| one.id.as_str() == "own-accuracy-report");
        own.unwrap().severity = Severity::Minor;
        std::fs::write(&path, app::pack_bytes(&file, form).unwrap()).unwrap();
        let changed = app.preview_import(&path).unwrap();
        assert_eq!(changed.upgrade.unwrap().changed[0].1[0].field, "severity");
        let take = ImportPack { path: changed.path, sha256: changed.sha256, reason: String::new() };
        app.import_pack(&take).unwrap();
        assert_eq!(
            requirement(&app, "eu-machinery", "own-accuracy-report").severity,
            Severity::Minor
        );
        app.undo().unwrap().unwrap();
    }
    app.accept_upgrade(&all(&shipment)).unwrap();
    let findings = app.shipment_view(&query(&shipment)).unwrap().findings;
    let own = findings.iter().find(|one| one.finding.subject.id() == "own-accuracy-report");
    assert_eq!(own.unwrap().finding.code, Code::Missing);
}

#[test]
fn a_copy_of_a_pack_is_the_users_own() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(folder.path(), builtin_packs());
    let new = NewPack {
        id: "our-korea".to_owned(),
        title: Text::new("Our Korea", "本公司韩国要求"),
        about: Text::new("Ours", "自有"),
        copy_of: Some("korea-market".to_owned()),
    };
    app.create_pack(&new).unwrap();
    let view = app.packs_view().unwrap();
    let copy = view.packs.last().unwrap();
    assert_eq!((copy.id.as_str(), copy.origin), ("our-korea", PackOrigin::Own));
    assert_eq!(
        copy.requirements.len(),
        view.packs.iter().find(|p| p.id == "korea-market").unwrap().requirements.len()
    );
    assert!(app.create_pack(&new).is_err(), "the id is in use");
    app.remove_pack("our-korea").unwrap();
    assert!(app.packs_view().unwrap().packs.iter().all(|pack| pack.id != "our-korea"));
}

/// Judged by other packs without a word, it could pass as ready.
#[test]
fn a_shipment_whose_packs_cannot_be_read_says_so_and_can_take_those_in_force() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(folder.path(), builtin_packs());
    let shipment = hamburg(&mut app);
    let before = app.shipment_view(&query(&shipment)).unwrap();
    drop(app);

    // As a later program would find a pack whose form it no longer knows.
    let text = "format: shipshape-pack/0".to_owned();
    let sha256 = packs::sha256(&text);
    let mut workspace =
        store::Workspace::open(folder.path(), &store::OpenOptions::default()).unwrap();
    let mut row = workspace.read().shipment::<serde_json::Value>(&shipment).unwrap().unwrap();
    row.data["packs"][0]["sha256"] = sha256.clone().into();
    let command = store::Command {
        author: "Li",
        at: "2026-11-24T09:00:00+08:00",
        name: "test",
        params: json!({}),
        shipment: None,
    };
    let kept = store::PackTextRow {
        sha256,
        pack: "cn-export".to_owned(),
        version: "0.0.1".to_owned(),
        text,
    };
    let own = store::OwnPackRow {
        id: "lost".to_owned(),
        kind: store::OwnPackKind::Pack,
        text: "no pack".to_owned(),
    };
    workspace
        .transact(&command, |write| -> store::Result<()> {
            write.keep_pack_text(&kept)?;
            write.put_own_pack(&own)?;
            write.update_shipment(&row)
        })
        .unwrap();
    drop(workspace);

    let mut app = open(folder.path(), builtin_packs());
    let failed = app.shipment_view(&query(&shipment)).unwrap_err().failed();
    assert_eq!(failed.code, "pinned-packs");
    assert!(failed.message.zh.contains("cn-export") && !failed.next.zh.is_empty());
    assert!(app.home().unwrap().shipments[0].failure.is_some());
    let view = app.packs_view().unwrap();
    let lost = view.packs.iter().find(|pack| pack.id == "lost").unwrap();
    assert!(!lost.problems.is_empty(), "an own pack that cannot be read is still listed");
    assert_eq!(view.upgrades[0].shipment, shipment);

    app.accept_upgrade(&all(&shipment)).unwrap();
    let after = app.shipment_view(&query(&shipment)).unwrap();
    assert_eq!((after.answers, after.counts), (before.answers, before.counts));
}
