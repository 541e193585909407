//! The library of documents: looked at before taken in, found again, kept whole, removed to a bin.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use app::views::{
    EvidenceChoice, FileQuery, HealFile, IncomingFile, JobOutcome, LinkEvidence, RecordException,
    RemoveEvidence, ReviewFiles, RevokeException, SampleChoice, SaveEvidence, SearchKind,
    SearchRequest, ShipmentQuery, TakeIn, TakeInItem, TakenIn, Verified,
};
use app::{App, Failure, Job, JobWatch};
use chrono::DateTime;
use readiness::{DocumentType, Evidence, EvidenceId};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

fn open_on(folder: &Path, day: &'static str) -> App {
    let clock = move || DateTime::parse_from_rfc3339(&format!("{day}T12:00:00+08:00")).unwrap();
    App::open(folder, Box::new(clock)).unwrap()
}

fn open(folder: &Path) -> App {
    open_on(folder, "2026-11-24")
}

fn finish(app: &mut App, job: Job) -> Result<JobOutcome, Failure> {
    let cancel = AtomicBool::new(false);
    app.do_now(job, &mut JobWatch { progress: &mut |_, _, _| (), cancel: &cancel })
}

fn review(app: &mut App, paths: &[&Path], shipment: Option<&str>) -> Vec<IncomingFile> {
    let request = ReviewFiles {
        paths: paths.iter().map(|path| path.to_string_lossy().into_owned()).collect(),
        shipment: shipment.map(str::to_owned),
        document_type: None,
    };
    let job = app.begin_review(&request).unwrap();
    match finish(app, job).unwrap() {
        JobOutcome::Reviewed(review) => review.files,
        other => panic!("{other:?}"),
    }
}

fn item(path: &Path, kind: &str) -> TakeInItem {
    TakeInItem {
        path: path.to_string_lossy().into_owned(),
        sha256: None,
        evidence: Evidence { document_type: DocumentType::from(kind), ..Evidence::default() },
        replaces: None,
        switch: Vec::new(),
    }
}

fn take_in(app: &mut App, items: Vec<TakeInItem>, shipment: Option<&str>) -> TakenIn {
    let request = TakeIn { shipment: shipment.map(str::to_owned), items };
    let job = app.begin_take_in(&request).unwrap();
    match finish(app, job).unwrap() {
        JobOutcome::TakenIn(taken) => taken,
        other => panic!("{other:?}"),
    }
}

fn verify(app: &mut App) -> Verified {
    let job = app.begin_verify().unwrap();
    match finish(app, job).unwrap() {
        JobOutcome::Verified(verified) => verified,
        other => panic!("{other:?}"),
    }
}

fn read_all(app: &mut App) {
    loop {
        let job = app.begin_reading().unwrap();
        match finish(app, job).unwrap() {
            JobOutcome::Read(done) if done.read + done.without == 0 => break,
            JobOutcome::Read(_) => {}
            other => panic!("{other:?}"),
        }
    }
}

fn find(app: &mut App, text: &str) -> Vec<(SearchKind, String)> {
    let request = SearchRequest { text: text.to_owned(), kinds: Vec::new(), limit: 50 };
    let found = app.search(&request).unwrap();
    for hit in &found.hits {
        let characters = hit.excerpt.chars().count();
        for (from, to) in &hit.marks {
            assert!(from < to && *to <= characters, "{hit:?}");
        }
    }
    found.hits.into_iter().map(|hit| (hit.kind, hit.id)).collect()
}

fn write(folder: &Path, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, content).unwrap();
    path
}

const CERTIFICATE: &str = "质量管理体系认证证书\n证书编号：QMS-2026-0815\n\
    获证组织：崂山子午机床有限公司\n标准：GB/T 19001-2016 / ISO 9001:2015\n\
    发证日期：2026年3月5日\n有效期至：2029年3月4日\n认证机构：黄海认证有限公司\n";

#[test]
fn a_folder_is_looked_at_and_nothing_is_taken_in_by_that() {
    let place = tempfile::tempdir().unwrap();
    let mut app = open(&place.path().join("workspace"));
    let folder = place.path().join("incoming");
    write(&folder, "iso/zertifikat.txt", CERTIFICATE);
    write(&folder, "iso/copy.txt", CERTIFICATE);
    write(&folder, "tool.pdf", b"\x7fELF\x02\x01\x01\x00 and so on");
    write(&folder, "nothing.pdf", b"");
    write(&folder, ".hidden", b"not for us");
    let files = review(&mut app, &[&folder], None);
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names, ["copy.txt", "zertifikat.txt", "nothing.pdf", "tool.pdf"]);
    assert_eq!(files[0].folder, "incoming/iso");
    assert!(files[0].refused.is_none() && files[1].same_as == Some(files[0].path.clone()));
    assert_eq!(files[3].file_type, "executable");
    assert!(files[2].refused.is_some() && files[3].refused.is_some());
    let expires = files[0].suggestions.iter().find(|one| one.field == "expires").unwrap();
    assert_eq!(expires.value, "2029-03-04");
    assert!(expires.excerpt.contains("有效期至"), "{expires:?}");
    assert_eq!(app.library_view().unwrap().evidence.len(), 0, "a look takes nothing in");
}

#[test]
fn taken_in_as_a_whole_or_not_at_all() {
    let place = tempfile::tempdir().unwrap();
    let mut app = open(&place.path().join("workspace"));
    let good = write(place.path(), "a.txt", CERTIFICATE);
    let program = write(place.path(), "b.pdf", b"MZ\x90\x00\x03\x00\x00\x00 program");
    let request =
        TakeIn { shipment: None, items: vec![item(&good, "iso-9001"), item(&program, "iso-9001")] };
    let job = app.begin_take_in(&request).unwrap();
    let failed = finish(&mut app, job).unwrap_err();
    assert_eq!(failed.code(), "not-taken");
    assert_eq!(app.library_view().unwrap().evidence.len(), 0);
    assert_eq!(fs::read_to_string(&good).unwrap(), CERTIFICATE, "the original is only read");

    let mut looked = item(&good, "iso-9001");
    looked.sha256 = Some("0".repeat(64));
    let job = app.begin_take_in(&TakeIn { shipment: None, items: vec![looked] }).unwrap();
    assert_eq!(finish(&mut app, job).unwrap_err().code(), "file-changed");
    assert_eq!(app.library_view().unwrap().evidence.len(), 0);

    let job = app.begin_take_in(&TakeIn { shipment: None, items: vec![item(&good, "iso-9001")] });
    let cancel = AtomicBool::new(true);
    let stopped = job.unwrap().run(&mut JobWatch { progress: &mut |_, _, _| (), cancel: &cancel });
    assert_eq!(stopped.err().unwrap().code(), "cancelled");

    let taken = take_in(&mut app, vec![item(&good, "iso-9001")], None);
    let library = app.library_view().unwrap();
    assert_eq!(library.evidence.len(), 1);
    assert_eq!(library.evidence[0].evidence.id, taken.evidence[0]);
    assert_eq!(library.evidence[0].evidence.expires, None, "nothing is filled in unasked");
    let again = review(&mut app, &[&good], None);
    assert_eq!(again[0].held.as_ref().unwrap().0, taken.evidence[0]);
    app.undo().unwrap().unwrap();
    assert_eq!(app.library_view().unwrap().evidence.len(), 0);
}

#[test]
fn too_large_is_refused_with_the_limit_that_settings_name() {
    let place = tempfile::tempdir().unwrap();
    let mut app = open(&place.path().join("workspace"));
    let mut settings = app.home().unwrap().settings;
    settings.file_limit_mb = 1;
    app.save_settings(&settings).unwrap();
    let large = write(place.path(), "large.txt", "x".repeat(1_000_001));
    let looked = review(&mut app, &[&large], None);
    assert!(looked[0].refused.as_ref().unwrap().en.contains("1 MB"), "{looked:?}");
    let job = app.begin_take_in(&TakeIn { shipment: None, items: vec![item(&large, "manual")] });
    let failed = finish(&mut app, job.unwrap()).unwrap_err();
    assert_eq!(failed.code(), "file-too-large");
    settings.file_limit_mb = 2;
    app.save_settings(&settings).unwrap();
    take_in(&mut app, vec![item(&large, "manual")], None);
}

/// A newer version serves the shipments named; the older one stays where it was used.
#[test]
fn a_new_version_replaces_for_the_future_and_keeps_the_past() {
    let place = tempfile::tempdir().unwrap();
    let mut app = open(&place.path().join("workspace"));
    let sample = |name: &str| SampleChoice { sample: name.to_owned() };
    let hamburg = app.create_sample(&sample("case-a-hamburg")).unwrap().shipment;
    let haiphong = app.create_sample(&sample("case-b-haiphong")).unwrap().shipment;
    let old = write(place.path(), "old.txt", "ISO 9001 certificate, old");
    let new = write(place.path(), "new.txt", CERTIFICATE);
    let mut held = item(&old, "iso-9001");
    held.evidence.holder = Some("崂山子午机床有限公司".to_owned());
    let first = take_in(&mut app, vec![held], Some(&hamburg)).evidence[0].clone();
    app.link_evidence(&LinkEvidence { shipment: haiphong.clone(), evidence: first.clone() })
        .unwrap();

    let others = CERTIFICATE.replace("崂山子午", "青岛东湾");
    let others = write(place.path(), "others.txt", others);
    let looked = review(&mut app, &[&others], Some(&hamburg));
    assert_eq!(looked[0].newer_than, None, "another firm's certificate is no newer version");
    let looked = review(&mut app, &[&new], Some(&hamburg));
    assert!(looked[0].newer_than.is_some(), "{looked:?}");
    assert!(looked[0].serves.iter().any(|title| title.en.contains("9001") || !title.en.is_empty()));
    let mut version = item(&new, "iso-9001");
    version.replaces = Some(first.clone());
    version.switch = vec![hamburg.clone()];
    let second = take_in(&mut app, vec![version], None).evidence[0].clone();
    let library = app.library_view().unwrap();
    assert_eq!(library.succeeded, [(first.clone(), second.clone())]);
    let used = |id: &EvidenceId| {
        let view = library.evidence.iter().find(|view| view.evidence.id == *id).unwrap();
        view.used_by.iter().map(|(shipment, _)| shipment.clone()).collect::<Vec<_>>()
    };
    assert_eq!(used(&first), [haiphong]);
    assert_eq!(used(&second), [hamburg]);
}

#[test]
fn the_library_says_what_needs_a_document_and_where_it_falls_short() {
    let place = tempfile::tempdir().unwrap();
    let mut app = open(&place.path().join("workspace"));
    let sample = SampleChoice { sample: "case-a-hamburg".to_owned() };
    app.create_sample(&sample).unwrap();
    let library = app.library_view().unwrap();
    let iso = library.evidence.iter().find(|view| view.evidence.document_type.0 == "iso-9001");
    let iso = &iso.unwrap().evidence.id;
    let need = library.needs.iter().find(|need| need.evidence == *iso).unwrap();
    assert!(!need.serves);
    // Case A: valid to 2026-12-04, on board on 2026-12-18.
    assert_eq!(need.through.unwrap().to_string(), "2026-12-18");
    assert!(need.short[0].en.contains("2026"), "{:?}", need.short);
    let served = library.needs.iter().filter(|need| need.serves).count();
    assert!(served > 0, "some documents of the case do");
}

#[test]
fn the_bin_keeps_for_its_period_and_never_takes_silently() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("workspace");
    let mut app = open(&folder);
    let sample = SampleChoice { sample: "case-a-hamburg".to_owned() };
    let hamburg = app.create_sample(&sample).unwrap().shipment;
    let query = || serde_json::from_value(serde_json::json!({ "shipment": hamburg, "on": null }));
    let licence = app
        .library_view()
        .unwrap()
        .evidence
        .into_iter()
        .find(|view| view.evidence.document_type.0 == "cn-business-licence")
        .unwrap()
        .evidence
        .id;
    let missing = |app: &mut App| {
        let view = app.shipment_view(&query().unwrap()).unwrap();
        view.findings.iter().any(|one| one.finding.subject.id() == "cn-business-licence")
    };
    assert!(!missing(&mut app));
    let only = vec![licence.clone()];
    let request = RemoveEvidence { evidence: only.clone(), although_used: false };
    let refused = app.remove_evidence(&request).unwrap_err();
    assert_eq!(refused.code(), "evidence-in-use");
    assert!(refused.message().en.contains("Hamburg"), "{}", refused.message().en);
    let before = app.library_view().unwrap().evidence.len();

    app.remove_evidence(&RemoveEvidence { evidence: only.clone(), although_used: true }).unwrap();
    assert!(missing(&mut app), "what lies in the bin counts for nothing");
    let library = app.library_view().unwrap();
    assert_eq!((library.evidence.len(), library.bin.len()), (before - 1, 1));
    assert_eq!(library.bin[0].keep_until.to_string(), "2027-02-22", "90 days");
    let choice = EvidenceChoice { evidence: only };
    assert_eq!(app.delete_evidence(&choice).unwrap_err().code(), "field", "not before its time");

    app.restore_evidence(&choice).unwrap();
    assert!(!missing(&mut app), "with all that it was used for");
    app.undo().unwrap().unwrap();
    assert!(missing(&mut app));
    drop(app);

    let mut app = open_on(&folder, "2027-02-23");
    assert!(app.library_view().unwrap().bin[0].due);
    app.delete_evidence(&choice).unwrap();
    assert_eq!(app.library_view().unwrap().bin.len(), 0);
    app.undo().unwrap().unwrap();
    assert_eq!(app.library_view().unwrap().bin.len(), 1, "even that can be taken back");
}

#[test]
fn words_are_found_in_files_documents_shipments_notes_and_requirements() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("workspace");
    let mut app = open(&folder);
    let sample = SampleChoice { sample: "case-a-hamburg".to_owned() };
    let hamburg = app.create_sample(&sample).unwrap().shipment;
    let file = write(place.path(), "证书.txt", CERTIFICATE);
    let id = take_in(&mut app, vec![item(&file, "iso-9001")], None).evidence[0].0.clone();
    assert!(!find(&mut app, "获证").iter().any(|(kind, _)| *kind == SearchKind::File));
    assert_eq!(app.library_view().unwrap().unread, 1);
    read_all(&mut app);
    assert_eq!(app.library_view().unwrap().unread, 0);
    for text in ["获证", "子午机床", "黄海认证 QMS-2026", "qms-2026-08", "机床 9001"] {
        assert!(find(&mut app, text).contains(&(SearchKind::File, id.clone())), "{text}");
    }
    assert!(
        find(&mut app, "证书").contains(&(SearchKind::Evidence, id.clone())),
        "its file's name"
    );
    assert!(find(&mut app, "elbufer").contains(&(SearchKind::Shipment, hamburg.clone())));
    let kinds: Vec<SearchKind> = find(&mut app, "machinery").into_iter().map(|hit| hit.0).collect();
    assert!(kinds.contains(&SearchKind::Requirement), "{kinds:?}");
    assert_eq!(find(&mut app, "黄海 Elbufer"), [], "all words must occur");

    // A change is followed, and so is undo.
    let mut record = app
        .library_view()
        .unwrap()
        .evidence
        .into_iter()
        .find(|view| view.evidence.id.0 == id)
        .unwrap()
        .evidence;
    record.issuer = Some("Kieler Prüfstelle".to_owned());
    app.save_evidence(&SaveEvidence { evidence: record, shipment: None }).unwrap();
    assert!(find(&mut app, "kieler pruf").contains(&(SearchKind::Evidence, id.clone())));
    app.undo().unwrap().unwrap();
    assert_eq!(find(&mut app, "kieler"), []);
    drop(app);
    let mut app = open(&folder);
    assert!(find(&mut app, "获证").contains(&(SearchKind::File, id.clone())), "after a restart");
    app.remove_evidence(&RemoveEvidence { evidence: vec![EvidenceId(id)], although_used: true })
        .unwrap();
    assert_eq!(find(&mut app, "获证"), [], "not what lies in the bin");
}

#[test]
fn a_note_leads_to_what_it_is_about_and_an_accepted_difference_can_count_again() {
    let place = tempfile::tempdir().unwrap();
    let mut app = open(&place.path().join("workspace"));
    let sample = SampleChoice { sample: "case-a-hamburg".to_owned() };
    let shipment = app.create_sample(&sample).unwrap().shipment;
    let on = "2026-11-24".parse().unwrap();
    let query = ShipmentQuery { shipment: shipment.clone(), on: Some(on) };
    let open_checks = |app: &mut App| {
        let view = app.shipment_view(&query).unwrap();
        view.findings.iter().any(|finding| finding.id.starts_with("x-hs6"))
    };
    assert!(open_checks(&mut app));
    app.record_exception(&RecordException {
        shipment: shipment.clone(),
        check: "x-hs6".to_owned(),
        reason: "Zolltarifauskunft liegt vor".to_owned(),
    })
    .unwrap();
    assert!(!open_checks(&mut app));

    let request = SearchRequest { text: "tarifauskunft".into(), kinds: Vec::new(), limit: 9 };
    assert_eq!(app.search(&request).unwrap().hits, [], "words are found from their beginning");
    let request = SearchRequest { text: "zolltarif".into(), ..request };
    let hit = app.search(&request).unwrap().hits.remove(0);
    assert_eq!((hit.kind, hit.subject.as_deref()), (SearchKind::Note, Some("x-hs6")));
    assert_eq!(hit.excerpt, "Zolltarifauskunft liegt vor");

    let (exception, _) = app.shipment_view(&query).unwrap().exceptions.remove(0);
    app.revoke_exception(&RevokeException { shipment: shipment.clone(), exception }).unwrap();
    assert!(open_checks(&mut app));
    app.undo().unwrap().unwrap();
    assert!(!open_checks(&mut app), "that can be taken back as well");
}

#[test]
fn a_hit_in_a_requirement_shows_one_language_only() {
    let place = tempfile::tempdir().unwrap();
    let mut app = open(&place.path().join("workspace"));
    let is_chinese = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    for (text, chinese) in [("instructions", false), ("说明书", true)] {
        let request = SearchRequest { text: text.into(), kinds: Vec::new(), limit: 20 };
        let hits = app.search(&request).unwrap().hits;
        let marked: Vec<_> = hits.iter().filter(|hit| !hit.marks.is_empty()).collect();
        assert!(!marked.is_empty(), "{text}");
        for hit in marked {
            assert_eq!(hit.excerpt.contains(is_chinese), chinese, "{text}: {}", hit.excerpt);
            assert!(!hit.excerpt.contains('\n'), "{}", hit.excerpt);
        }
    }
}

#[test]
fn what_a_file_says_is_shown_and_suggested_but_never_taken_over() {
    let place = tempfile::tempdir().unwrap();
    let mut app = open(&place.path().join("workspace"));
    let file = write(place.path(), "certificate.txt", CERTIFICATE);
    take_in(&mut app, vec![item(&file, "iso-9001")], None);
    let library = app.library_view().unwrap();
    let sha256 = library.evidence[0].files[0].sha256.clone();
    let path = Some(file.to_string_lossy().into_owned());
    let before = app.file_details(&FileQuery { sha256: String::new(), path }).unwrap();
    let details = app.file_details(&FileQuery { sha256, path: None }).unwrap();
    assert_eq!(before, details, "what is looked at before it is taken in is what is held then");
    assert!(details.text[0].1.contains("崂山子午机床"));
    let value = |field: &str| {
        details.suggestions.iter().find(|one| one.field == field).map(|one| one.value.clone())
    };
    assert_eq!(value("number").as_deref(), Some("QMS-2026-0815"));
    assert_eq!(value("issued").as_deref(), Some("2026-03-05"));
    assert_eq!(value("expires").as_deref(), Some("2029-03-04"));
    let record = &app.library_view().unwrap().evidence[0].evidence;
    assert_eq!((record.number.as_ref(), record.expires), (None, None));
}

/// One bit flipped in one stored file, another gone: both are named with where they are used, and
/// both are made whole again.
#[test]
fn a_flipped_bit_and_a_lost_file_are_named_and_healed() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("workspace");
    let mut app = open(&folder);
    let sample = SampleChoice { sample: "case-a-hamburg".to_owned() };
    let hamburg = app.create_sample(&sample).unwrap().shipment;
    let one = write(place.path(), "one.txt", CERTIFICATE);
    let two = write(place.path(), "two.txt", "a second document");
    take_in(&mut app, vec![item(&one, "iso-9001"), item(&two, "manual")], Some(&hamburg));
    assert!(verify(&mut app).faults.is_empty());
    let library = app.library_view().unwrap();
    let mut stored: Vec<(String, PathBuf)> = Vec::new();
    for view in &library.evidence {
        for file in &view.files {
            let path = folder.join("files").join(&file.sha256[..2]).join(&file.sha256);
            stored.push((file.name.clone(), path));
        }
    }
    let at = |name: &str| stored.iter().find(|(own, _)| own == name).unwrap().1.clone();
    let altered = at("one.txt");
    let mut bytes = fs::read(&altered).unwrap();
    bytes[7] ^= 0b0001_0000;
    fs::remove_file(&altered).unwrap();
    fs::write(&altered, &bytes).unwrap();
    fs::remove_file(at("two.txt")).unwrap();

    let found = verify(&mut app);
    assert_eq!((found.checked, found.faults.len()), (2, 2));
    for fault in &found.faults {
        assert_eq!(fault.shipments[0].0, hamburg, "{fault:?}");
        assert!(["one.txt", "two.txt"].contains(&fault.name.as_str()));
    }
    // The original of the second is gone as well; a backup folder has it.
    let backup = place.path().join("backup");
    fs::create_dir_all(&backup).unwrap();
    fs::rename(&two, backup.join("renamed")).unwrap();
    for fault in &found.faults {
        let own = HealFile { sha256: fault.sha256.clone(), path: None };
        if fault.name == "one.txt" {
            assert!(app.heal_file(&own).unwrap().from.ends_with("one.txt"));
            continue;
        }
        assert_eq!(app.heal_file(&own).unwrap_err().code(), "no-copy");
        let other = one.to_string_lossy().into_owned();
        let wrong = HealFile { sha256: fault.sha256.clone(), path: Some(other) };
        assert!(app.heal_file(&wrong).is_err(), "another content is never taken");
        let right = HealFile { path: Some(backup.to_string_lossy().into_owned()), ..own };
        app.heal_file(&right).unwrap();
    }
    assert!(verify(&mut app).faults.is_empty());
}
