//! The parts of the report that list what is on record.

use readiness::Text;
use serde_json::{Value, json};

use super::{due, gate_is_long, is_long};
use crate::labels::{days, label, mark_name, size};
use crate::options::{Section, Sections};
use crate::scribe::Scribe;
use crate::summary::{
    Check, Decision, Evidence, Reference, Requirement, RequirementGroup, Step, Summary,
    SwitchedOff, Verification,
};

/// After so many requirements the next group starts on a new page.
const ROWS_BEFORE_BREAK: usize = 50;

/// Adds the parts that were asked for.
pub(super) fn write(
    s: &mut Scribe<'_>,
    summary: &Summary,
    sections: &Sections,
    parts: &mut Vec<(String, Value)>,
) {
    if sections.has(Section::Requirements) {
        for (n, group) in summary.requirements.iter().enumerate() {
            parts.push((format!("requirements/{n}"), requirement_group(s, group)));
        }
    }
    if sections.has(Section::Evidence) {
        parts.push(("evidence".into(), list(s, &summary.evidence, evidence)));
    }
    if sections.has(Section::Consistency) {
        parts.push(("consistency".into(), list(s, &summary.checks, check)));
    }
    if sections.has(Section::Decisions) {
        let decided = summary.decisions.iter().map(|item| decision(s, item)).collect::<Vec<_>>();
        let off = summary.switched_off.iter().map(|item| switched_off(s, item));
        parts.push(("decisions".into(), decided.into_iter().chain(off).collect()));
    }
    if sections.has(Section::Schedule) {
        let steps = list(s, &summary.schedule, step);
        let path: Vec<Value> = summary.critical_path.iter().map(|name| s.text(name)).collect();
        parts.push(("schedule".into(), json!({ "steps": steps, "path": path })));
    }
    if sections.has(Section::References) {
        parts.push(("references".into(), list(s, &summary.references, reference)));
    }
}

/// The groups that start on a new page in a long list. Without such a stop every page behind a
/// changed row would have to be laid out again.
pub(super) fn page_breaks(groups: &[RequirementGroup]) -> Vec<usize> {
    let mut rows = 0;
    let mut breaks = vec![];
    for (n, group) in groups.iter().enumerate() {
        if rows >= ROWS_BEFORE_BREAK {
            breaks.push(n);
            rows = 0;
        }
        rows += group.items.len();
    }
    breaks
}

fn list<T>(s: &mut Scribe<'_>, items: &[T], one: fn(&mut Scribe<'_>, &T) -> Value) -> Value {
    items.iter().map(|item| one(s, item)).collect()
}

fn requirement_group(s: &mut Scribe<'_>, group: &RequirementGroup) -> Value {
    json!({ "title": s.heading(&group.title), "items": list(s, &group.items, requirement) })
}

fn requirement(s: &mut Scribe<'_>, item: &Requirement) -> Value {
    json!({
        "title": s.text(&item.title),
        "mark": mark_name(item.mark),
        "state": s.text(&item.state),
        "due": due(s, item.due.as_ref()),
        "reference": s.text(&item.reference),
        "verification": verification(item.verification),
        "long": is_long(&[&item.title, &item.state, &item.reference])
            || gate_is_long(item.due.as_ref()),
    })
}

fn verification(state: Verification) -> &'static str {
    match state {
        Verification::Checked => "checked",
        Verification::Known => "known",
        Verification::Verify => "verify",
    }
}

fn evidence(s: &mut Scribe<'_>, item: &Evidence) -> Value {
    let details: Vec<Value> = item
        .details
        .iter()
        .map(|(name, value)| json!({ "label": s.text(name), "value": s.text(value) }))
        .collect();
    let files: Vec<Value> = item
        .files
        .iter()
        .map(|file| {
            json!({
                "name": s.name(&file.name),
                "size": s.name(&size(file.bytes)),
                "sha256": s.hash(&file.sha256),
            })
        })
        .collect();
    let many = item.files.len() > 4 || item.details.len() > 8;
    let long = item.details.iter().any(|(name, value)| is_long(&[name, value]))
        || item.files.iter().any(|file| is_long(&[&Text::same(&file.name)]));
    json!({
        "title": s.text(&item.title),
        "long": many || long || is_long(&[&item.title]),
        "details": details,
        "issued": s.date_or_none(item.issued),
        "expires": s.date_or_none(item.expires),
        "files": files,
    })
}

fn check(s: &mut Scribe<'_>, item: &Check) -> Value {
    json!({
        "title": s.text(&item.title),
        "mark": mark_name(item.mark),
        "result": s.text(&item.result),
        "detail": s.text(&item.detail),
        "long": is_long(&[&item.title, &item.result, &item.detail]),
    })
}

fn step(s: &mut Scribe<'_>, item: &Step) -> Value {
    json!({
        "name": s.text(&item.name),
        "party": s.text(&item.party),
        "start": s.date_or_none(item.start),
        "finish": s.date_or_none(item.finish),
        "latest-finish": s.date_or_none(item.latest_finish),
        "float": item.float_days.map(|n| s.text(&days(n))),
        "critical": item.critical,
        "done": item.done,
        "long": is_long(&[&item.name, &item.party]),
    })
}

fn decision(s: &mut Scribe<'_>, item: &Decision) -> Value {
    json!({
        "title": s.text(&item.title),
        "kind": s.text(&item.kind),
        "who": s.name(&item.who),
        "decided-on": s.date(item.decided_on),
        "why": s.text(&item.why),
        "until": s.date_or_none(item.until),
        "long": is_long(&[&item.title, &item.kind, &item.why, &Text::same(&item.who)]),
    })
}

/// In the list of decisions, where it names who and why as they do.
fn switched_off(s: &mut Scribe<'_>, item: &SwitchedOff) -> Value {
    let SwitchedOff { id, title, who, on, why } = item;
    let title = Text::new(format!("{} ({id})", title.en), format!("{}（{id}）", title.zh));
    json!({
        "title": s.text(&title),
        "kind": s.text(&label("switched-off")),
        "who": s.name(who),
        "decided-on": s.date_or_none(*on),
        "why": s.text(why),
        "until": Value::Null,
        "long": is_long(&[&title, why, &Text::same(who)]),
    })
}

fn reference(s: &mut Scribe<'_>, item: &Reference) -> Value {
    json!({
        "title": s.text(&item.title),
        "note": s.text(&item.note),
        "verification": verification(item.verification),
        "checked-on": s.date_or_none(item.checked_on),
        "long": is_long(&[&item.title, &item.note]),
    })
}
