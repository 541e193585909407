//! Reading samples and comparing findings with a table.

use packs::{Library, LoadedShipment, read_shipment, samples};
use readiness::{Evaluation, Judgement, Severity, Shipment, State, Timing};
use std::sync::{Arc, OnceLock};

pub(crate) const TODAY: &str = "2026-11-24";

pub(crate) fn library() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(|| Library::builtin().unwrap())
}

pub(crate) fn sample(id: &str) -> LoadedShipment {
    let sample = samples().into_iter().find(|sample| sample.id == id).unwrap();
    read_shipment(sample.id, sample.text, library()).unwrap()
}

/// The sample with pieces of its text replaced: each must be there.
pub(crate) fn changed(id: &str, changes: &[(&str, &str)]) -> Shipment {
    let sample = samples().into_iter().find(|sample| sample.id == id).unwrap();
    let mut text = sample.text.to_owned();
    for (from, to) in changes {
        assert!(text.contains(from), "{from:?} stands in {id}");
        text = text.replace(from, to);
    }
    read_shipment(id, &text, library()).unwrap_or_else(|problems| panic!("{problems}")).shipment
}

pub(crate) fn judge(shipment: Shipment, today: &str) -> Judgement {
    let rulebook = Arc::clone(&library().rulebook);
    Evaluation::new(rulebook, shipment, today.parse().unwrap()).unwrap().judgement()
}

/// (subject, code, severity, timing, need_plan, need_latest, days in hand)
pub(crate) type Row = (
    &'static str,
    &'static str,
    Severity,
    Option<Timing>,
    Option<&'static str>,
    Option<&'static str>,
    Option<i64>,
);

pub(crate) fn rows(judgement: &Judgement) -> Vec<String> {
    let mut rows: Vec<String> = judgement
        .findings
        .iter()
        .map(|f| {
            let day = |date: Option<chrono::NaiveDate>| {
                date.map_or_else(|| "-".to_owned(), |date| date.to_string())
            };
            format!(
                "{} {} {:?} {:?} {} {} {:?}",
                f.subject.id(),
                f.code.as_str(),
                f.severity,
                f.timing,
                day(f.need_plan),
                day(f.need_latest),
                f.slack_days,
            )
        })
        .collect();
    rows.sort();
    rows
}

pub(crate) fn expect(judgement: &Judgement, table: &[Row]) {
    let mut expected: Vec<String> = table
        .iter()
        .map(|(subject, code, severity, timing, plan, latest, slack)| {
            format!(
                "{subject} {code} {severity:?} {timing:?} {} {} {slack:?}",
                plan.unwrap_or("-"),
                latest.unwrap_or("-")
            )
        })
        .collect();
    expected.sort();
    assert_eq!(rows(judgement), expected);
}

pub(crate) fn state(judgement: &Judgement, subject: &str) -> Option<State> {
    judgement.verdicts.iter().find(|v| v.subject.id() == subject).map(|v| v.state)
}

pub(crate) fn codes(judgement: &Judgement, subject: &str) -> Vec<&'static str> {
    judgement
        .findings
        .iter()
        .filter(|finding| finding.subject.id() == subject)
        .map(|finding| finding.code.as_str())
        .collect()
}
