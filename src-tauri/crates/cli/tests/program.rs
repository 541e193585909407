//! The program as a script calls it: what it prints, and its exit status.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use serde_json::Value;
use std::path::Path;
use std::process::{Command, Output};

fn shipshape(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_shipshape")).args(arguments).output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn blockers_make_status_one_and_stable_json() {
    let output = shipshape(&["check", "case-a-hamburg", "--on", "2026-11-24", "--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    let json: Value = serde_json::from_slice(&output.stdout).unwrap();
    let finding = &json["findings"][0];
    for field in [
        "subject",
        "code",
        "severity",
        "timing",
        "need_plan",
        "need_latest",
        "start_by",
        "consignment",
        "message",
        "because",
    ] {
        assert!(finding.get(field).is_some(), "{field} in {finding}");
    }
    let milestone = &json["schedule"]["milestones"][0];
    for field in ["es", "ef", "ls", "lf", "total_float"] {
        assert!(milestone.get(field).is_some(), "{field} in {milestone}");
    }
}

#[test]
fn nothing_in_the_way_makes_status_zero() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("order.yaml");
    std::fs::write(
        &file,
        "format: shipshape-shipment/1\norder: {reference: A}\nin_play: {requirements: [], checks: []}\n",
    )
    .unwrap();
    let output = shipshape(&["check", &file.to_string_lossy(), "--on", "2026-11-24"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
}

#[test]
fn an_unusable_file_makes_status_two_and_names_the_place_in_both_languages() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("order.yaml");
    std::fs::write(&file, "format: shipshape-shipment/1\norder: {reference: A, incoterm: XYZ}\n")
        .unwrap();
    for (language, word) in [("en", "allowed"), ("zh", "可")] {
        let output = shipshape(&["check", &file.to_string_lossy(), "--lang", language]);
        assert_eq!(output.status.code(), Some(2));
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(told.contains("order.yaml:2:") && told.contains("incoterm"), "{told}");
        assert!(told.contains(word), "{told}");
    }
    assert_eq!(shipshape(&["check", "no-such-file.yaml"]).status.code(), Some(2));
}

#[test]
fn own_packs_are_judged_with_the_built_in_ones() {
    let folder = tempfile::tempdir().unwrap();
    let pack = folder.path().join("own.yaml");
    std::fs::write(&pack, include_str!("own.yaml")).unwrap();
    let order = folder.path().join("order.yaml");
    std::fs::write(
        &order,
        "format: shipshape-shipment/1\norder: {reference: A}\nin_play: {requirements: [house-runout], checks: []}\n",
    )
    .unwrap();
    let (pack, order) = (pack.to_string_lossy(), order.to_string_lossy());
    assert_eq!(shipshape(&["check", &order]).status.code(), Some(2), "nobody knows it");
    let output = shipshape(&["check", &order, "--pack", &pack]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("unknown-fact") || said(&output).contains("Unknown"));
    let valid = shipshape(&["pack", "validate", &pack]);
    assert_eq!(valid.status.code(), Some(0), "{}", String::from_utf8_lossy(&valid.stderr));
}

#[test]
fn the_published_schemas_are_those_of_the_program() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets/schemas");
    for kind in ["pack", "shipment", "template", "calendar", "facts"] {
        let schema = said(&shipshape(&["pack", "schema", kind]));
        let published =
            std::fs::read_to_string(folder.join(format!("{kind}.schema.json"))).unwrap();
        assert!(schema == published, "{kind}: write assets/schemas again: make schemas");
    }
}

#[test]
fn the_report_is_a_pdf() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("report.pdf");
    let output = shipshape(&[
        "report",
        "case-a-hamburg",
        "--on",
        "2026-11-24",
        "-o",
        &file.to_string_lossy(),
    ]);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert!(std::fs::read(&file).unwrap().starts_with(b"%PDF-"));
}

#[test]
fn what_if_tells_what_another_ship_date_would_change_and_writes_nothing() {
    let arguments = ["what-if", "case-a-hamburg", "--on", "2026-11-24", "--ships", "2026-12-02"];
    let output = shipshape(&[&arguments[..], &["--format", "json"]].concat());
    assert_eq!(output.status.code(), Some(1), "blockers would still stand");
    let json: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(json["before"]["ships"], "2026-12-18");
    assert_eq!(json["after"]["ships"], "2026-12-02");
    let codes = |list: &str| -> Vec<String> {
        let findings = json[list].as_array().unwrap();
        findings.iter().map(|one| format!("{} {}", one["subject"], one["code"])).collect()
    };
    assert!(codes("removed").contains(&"\"x-latest-shipment\" \"deadline\"".to_owned()));
    assert!(codes("added").contains(&"\"eu-machinery-doc\" \"regime-margin\"".to_owned()));
    let table = said(&shipshape(&[&arguments[..], &["--lang", "zh"]].concat()));
    assert!(table.contains("现状") && table.contains("2026-12-02"), "{table}");
}

#[test]
fn what_if_refuses_what_the_order_has_no_place_for() {
    let arguments = ["what-if", "case-b-haiphong", "--on", "2026-11-24", "--format", "json"];
    let output = shipshape(&[&arguments[..], &["--answer", "dual-use=unlisted"]].concat());
    assert_eq!(output.status.code(), Some(2), "no such fact");
    assert!(String::from_utf8_lossy(&output.stderr).contains("dual-use"));
    for refused in [
        ["--days", "ga-fat"],
        ["--days", "ga-fat=soon"],
        ["--days", "ga-nowhere=3"],
        ["--incoterm", "XYZ"],
        ["--country", "ZZ"],
        ["--without", "nothing-of-the-kind"],
    ] {
        let output = shipshape(&[&arguments[..], &refused[..]].concat());
        assert_eq!(output.status.code(), Some(2), "{refused:?}");
        assert!(!output.stderr.is_empty(), "{refused:?}");
    }
}

#[test]
fn an_answer_taken_away_is_unknown_and_never_makes_readier() {
    let arguments = ["what-if", "case-c-line", "--on", "2026-11-24", "--format", "json"];
    let output = shipshape(&[&arguments[..], &["--answer", "FL3-CONV/partly-completed="]].concat());
    let json: Value = serde_json::from_slice(&output.stdout).unwrap();
    let unknown = json["added"].as_array().unwrap().iter().any(|one| one["code"] == "unknown-fact");
    assert!(unknown, "{json}");
    let blockers = |state: &str| json[state]["counts"]["blocker"].as_u64().unwrap();
    assert!(blockers("after") >= blockers("before"));
}

#[test]
fn each_party_is_asked_for_what_it_can_bring() {
    let output =
        shipshape(&["parties", "case-a-hamburg", "--on", "2026-11-24", "--format", "json"]);
    assert_eq!(output.status.code(), Some(0));
    let json: Value = serde_json::from_slice(&output.stdout).unwrap();
    let documents = |role: &str| -> Vec<String> {
        let party = json.as_array().unwrap().iter().find(|party| party["role"] == role).unwrap();
        let documents = party["documents"].as_array().unwrap();
        documents.iter().map(|one| one["requirement"].as_str().unwrap().to_owned()).collect()
    };
    // The buyer clears the import, but the declaration is the maker's to sign.
    assert_eq!(documents("buyer"), [""; 0]);
    assert_eq!(documents("carrier"), [""; 0]);
    assert_eq!(documents("maker"), ["iso-9001", "eu-machinery-doc", "user-manual-translated"]);
    assert_eq!(documents("exporter"), ["product-liability-insurance"]);
}

/// The calendar file that is written for a workspace or a shipment file.
fn calendar(of: &Path, folder: &Path) -> String {
    let file = folder.join("out.ics");
    let (of, to) = (of.to_string_lossy(), file.to_string_lossy());
    let output = shipshape(&["calendar", &of, "-o", &to]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    std::fs::read_to_string(file).unwrap()
}

#[test]
fn the_calendar_of_a_workspace_cancels_what_is_gone_and_that_of_a_file_says_what_there_is() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = folder.path().join("workspace");
    let open = || {
        let clock = || chrono::DateTime::parse_from_rfc3339("2026-11-24T12:00:00+08:00").unwrap();
        app::App::open(&workspace, Box::new(clock)).unwrap()
    };
    let sample = app::views::SampleChoice { sample: "case-a-hamburg".to_owned() };
    let shipment = open().create_sample(&sample).unwrap().shipment;
    let first = calendar(&workspace, folder.path());
    assert!(first.contains("STATUS:CONFIRMED") && !first.contains("STATUS:CANCELLED"));
    open().delete_shipment(&shipment).unwrap();
    let second = calendar(&workspace, folder.path());
    let uids = |file: &str| file.lines().filter(|line| line.starts_with("UID:")).count();
    assert_eq!(second.matches("STATUS:CANCELLED").count(), uids(&second));
    assert!(uids(&second) > 20, "each of its steps");

    let file = folder.path().join("order.yaml");
    let order = "format: shipshape-shipment/1\norder: {reference: A}\nschedule: {template: mt, start: 2026-11-24";
    std::fs::write(&file, format!("{order}}}\n")).unwrap();
    assert!(calendar(&file, folder.path()).contains("mt-handover"));
    std::fs::write(&file, format!("{order}, leave_out: [mt-handover]}}\n")).unwrap();
    let later = calendar(&file, folder.path());
    assert!(!later.contains("mt-handover") && !later.contains("STATUS:CANCELLED"));
}

/// Half an answer is none: neither a panic nor the status of "nothing blocks".
#[test]
fn an_output_that_cannot_be_written_ends_with_status_two() {
    let check = ["check", "case-a-hamburg", "--on", "2026-11-24"];
    let program = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_shipshape"));
        command.args(check);
        command
    };
    let full = std::fs::File::create("/dev/full").unwrap();
    let output = program().stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(told.contains("could not be written") && !told.contains("panicked"), "{told}");

    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let output = program().stdout(writer).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(!String::from_utf8_lossy(&output.stderr).contains("panicked"));
}

/// The licence to trade has to be the exporter's own.
#[test]
fn a_business_licence_of_another_firm_does_not_do() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("order.yaml");
    let sample = shipshape(&["sample", "case-a-hamburg", "-o", &file.to_string_lossy()]);
    assert!(sample.status.success());
    let own = std::fs::read_to_string(&file).unwrap();
    let holder = "{type: cn-business-licence, holder: \"Laoshan Meridian Machine Tool Co., Ltd.\"}";
    assert!(own.contains(holder));
    let other = own.replace(holder, "{type: cn-business-licence, holder: \"Totally Other Ltd.\"}");
    std::fs::write(&file, other).unwrap();
    let on = ["--on", "2026-11-24", "--format", "json"];
    let output = shipshape(&[&["check", &file.to_string_lossy()], &on[..]].concat());
    let json: Value = serde_json::from_slice(&output.stdout).unwrap();
    let found = json["findings"].as_array().unwrap();
    let licence = found.iter().find(|one| one["subject"] == "cn-business-licence").unwrap();
    assert_eq!((&licence["code"], &licence["severity"]), (&"holder".into(), &"blocker".into()));
}
