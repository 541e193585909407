//! Every cross-document check against its rule: what passes, what fails, what is missing, and what
//! an exception is good for.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod answers;
mod dates;
mod exceptions;
mod goods;
mod money;
mod names;
mod packing;
mod parties;
mod support;
mod tolerances;
mod weights;

use readiness::checks::{exception_values, ids};
use readiness::{Code, Reason, Severity, State};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use support::{Change, base, changed, judge, set};

/// What is expected of a check.
enum Expect {
    /// It passes.
    Pass,
    /// It has nothing to compare.
    NotApplicable,
    /// It finds a difference or a missed date.
    Fails(Code, Severity),
    /// It names this document and field as missing.
    Lacks(&'static str, &'static str),
    /// It differs; an exception recorded for that stands until this change.
    Excepted(Change),
    /// It is late; an exception is no help, a waiver is, as long as it stands.
    Waived,
}

struct Case {
    check: &'static str,
    changes: Vec<Change>,
    expect: Expect,
}

fn pass(check: &'static str, changes: Vec<Change>) -> Case {
    Case { check, changes, expect: Expect::Pass }
}

fn not_applicable(check: &'static str, changes: Vec<Change>) -> Case {
    Case { check, changes, expect: Expect::NotApplicable }
}

fn conflict(check: &'static str, severity: Severity, changes: Vec<Change>) -> Case {
    Case { check, changes, expect: Expect::Fails(Code::Conflict, severity) }
}

fn late(check: &'static str, severity: Severity, changes: Vec<Change>) -> Case {
    Case { check, changes, expect: Expect::Fails(Code::Deadline, severity) }
}

fn lacks(
    check: &'static str,
    document: &'static str,
    field: &'static str,
    changes: Vec<Change>,
) -> Case {
    Case { check, changes, expect: Expect::Lacks(document, field) }
}

fn excepted(check: &'static str, changes: Vec<Change>, then: Change) -> Case {
    Case { check, changes, expect: Expect::Excepted(then) }
}

fn waived(check: &'static str, changes: Vec<Change>) -> Case {
    Case { check, changes, expect: Expect::Waived }
}

/// A field that is not there.
fn gone(path: &'static str) -> Change {
    (path, Value::Null)
}

fn to(path: &'static str, value: &str) -> Change {
    (path, json!(value))
}

fn cases() -> Vec<Case> {
    let mut all = parties::cases();
    all.extend(dates::cases());
    all.extend(goods::cases());
    all.extend(packing::cases());
    all.extend(weights::cases());
    all.extend(money::cases());
    all
}

fn exception(check: &str, values: &[String]) -> Value {
    json!([{"check": check, "reason": "by ruling", "by": "Li Na", "on": "2026-12-01",
        "values": values}])
}

fn decision(check: &str, until: &str) -> Value {
    json!([{"subject": check, "kind": "waived", "by": "Li Na", "on": "2026-12-01",
        "reason": "the buyer agrees", "until": until}])
}

fn verify(case: &Case) {
    let Case { check, changes, expect } = case;
    let data = changed(changes);
    let said = judge(&data, check);
    let shown = format!("{check} after {changes:?}: {:?} {:?}", said.state(), said.because());
    match expect {
        Expect::Pass => {
            assert_eq!(said.state(), Some(State::Ready), "{shown}");
            assert_eq!(said.found(), None, "{shown}");
        }
        Expect::NotApplicable => {
            assert_eq!(said.state(), None, "{shown}");
            assert_eq!(said.found(), None, "{shown}");
        }
        Expect::Fails(code, severity) => {
            assert_eq!(said.found(), Some((*code, *severity)), "{shown}");
            assert_eq!(said.state(), Some(State::Gap), "{shown}");
        }
        Expect::Lacks(document, field) => {
            assert_eq!(said.found().map(|found| found.0), Some(Code::InsufficientData), "{shown}");
            let named = said.because().iter().any(|reason| {
                matches!(reason, Reason::Lacks { fields }
                    if fields.iter().any(|(d, f)| d == document && f == field))
            });
            assert!(named, "{document} {field} is not named; {shown}");
        }
        Expect::Excepted(then) => {
            assert_eq!(said.found().map(|found| found.0), Some(Code::Conflict), "{shown}");
            let mut data = data;
            data["exceptions"] = exception(check, &exception_values(said.because()));
            let accepted = judge(&data, check);
            assert_eq!(accepted.state(), Some(State::Waived), "recorded; {shown}");
            assert_eq!(accepted.found(), None, "recorded; {shown}");
            set(&mut data, then);
            let again = judge(&data, check);
            assert_eq!(
                again.found().map(|found| found.0),
                Some(Code::Conflict),
                "{check} after {then:?}: {:?}",
                again.because()
            );
        }
        Expect::Waived => {
            assert_eq!(said.found().map(|found| found.0), Some(Code::Deadline), "{shown}");
            let mut data = data;
            data["exceptions"] = exception(check, &[]);
            let accepted = judge(&data, check);
            assert_eq!(accepted.state(), Some(State::Gap), "no exception moves a date; {shown}");
            data["decisions"] = decision(check, support::TODAY);
            let accepted = judge(&data, check);
            assert_eq!(accepted.state(), Some(State::Waived), "{shown}");
            assert_eq!(accepted.found(), None, "{shown}");
            data["decisions"] = decision(check, "2026-12-28");
            assert_eq!(judge(&data, check).state(), Some(State::Gap), "it has ended; {shown}");
        }
    }
}

#[test]
fn every_case_of_every_check() {
    cases().iter().for_each(verify);
}

#[test]
fn the_shipment_that_is_changed_passes_every_check() {
    let data = base();
    for id in ids() {
        let said = judge(&data, id.as_str());
        assert_eq!(said.state(), Some(State::Ready), "{id}: {:?}", said.because());
    }
}

#[test]
fn no_check_lands_without_all_four_kinds_of_cases() {
    let mut kinds: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for case in cases() {
        let kind = match case.expect {
            Expect::Pass => "passes",
            Expect::Fails(..) => "fails",
            Expect::Lacks(..) => "lacks",
            Expect::Excepted(_) | Expect::Waived => "excepted",
            Expect::NotApplicable => continue,
        };
        kinds.entry(case.check.to_owned()).or_default().insert(kind);
    }
    let all = BTreeSet::from(["passes", "fails", "lacks", "excepted"]);
    assert_eq!(ids().len(), 29);
    for id in ids() {
        assert_eq!(kinds.remove(id.as_str()).as_ref(), Some(&all), "{id}");
    }
    assert!(kinds.is_empty(), "cases of no check: {kinds:?}");
}

/// With no document at all nothing passes: each check says what it lacks, or has nothing to do.
#[test]
fn no_documents_no_pass() {
    let data = changed(&[("/documents", json!({}))]);
    for id in ids() {
        let said = judge(&data, id.as_str());
        // Dates of the schedule are compared with the order, not with documents.
        let dated = ["x-latest-shipment", "x-presentation"].contains(&id.as_str());
        assert!(dated || said.state() != Some(State::Ready), "{id} passes on nothing");
    }
}
