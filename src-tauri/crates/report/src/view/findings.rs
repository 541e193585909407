//! What to start first, what is not yet due, and every finding with its reasons.

use readiness::Text;
use serde_json::{Value, json};

use super::{LONG_LINE, due, gate_is_long, height, is_long};
use crate::labels::{label, mark_name};
use crate::scribe::Scribe;
use crate::summary::{Finding, Summary, Task, Timing};

pub(super) fn next_steps(s: &mut Scribe<'_>, summary: &Summary) -> Value {
    let findings: Vec<Value> = summary.findings.iter().map(|f| next_step(s, f)).collect();
    let tasks: Vec<Value> = summary.tasks.iter().map(|task| task_row(s, task)).collect();
    json!({ "findings": findings, "tasks": tasks })
}

fn next_step(s: &mut Scribe<'_>, finding: &Finding) -> Value {
    json!({
        "mark": mark_name(finding.mark),
        "title": s.text(&finding.title),
        "kind": s.text(&finding.kind),
        "gap": s.text(&finding.gap),
        "due": due(s, finding.due.as_ref()),
        "timing": timing(finding.timing),
        "timing-words": s.text(&finding.timing_words),
        "start-by": s.date_or_none(finding.start_by),
        "next-step": s.text(&finding.next_step),
        "long": is_long(&[
            &finding.title,
            &finding.kind,
            &finding.gap,
            &finding.timing_words,
            &finding.next_step,
        ]) || gate_is_long(finding.due.as_ref()),
    })
}

fn task_row(s: &mut Scribe<'_>, task: &Task) -> Value {
    json!({
        "title": s.text(&task.title),
        "due": due(s, task.due.as_ref()),
        "start-by": s.date_or_none(task.start_by),
        "next-step": s.text(&task.next_step),
        "long": is_long(&[&task.title, &task.next_step]) || gate_is_long(task.due.as_ref()),
    })
}

pub(super) fn explained(s: &mut Scribe<'_>, finding: &Finding) -> Value {
    let mut long = height(&finding.title) + height(&finding.kind) + height(&finding.timing_words);
    let mut rows = vec![];
    if finding.gap != Text::default() {
        rows.push((label("gap"), &finding.gap));
    }
    if finding.next_step != Text::default() {
        rows.push((label("next-step"), &finding.next_step));
    }
    rows.extend(finding.explanation.iter().map(|(name, value)| (name.clone(), value)));
    let rows: Vec<Value> = rows
        .into_iter()
        .map(|(name, value)| {
            let length = height(value).max(4 * height(&name));
            long += length;
            json!({ "label": s.text(&name), "value": s.text(value), "long": length > LONG_LINE })
        })
        .collect();
    let severity = format!("mark-{}", mark_name(finding.mark));
    json!({
        "mark": mark_name(finding.mark),
        "severity": s.text(&label(&severity)),
        "title": s.heading(&finding.title),
        "kind": s.text(&finding.kind),
        "due": due(s, finding.due.as_ref()),
        "timing": timing(finding.timing),
        "timing-words": s.text(&finding.timing_words),
        "start-by": s.date_or_none(finding.start_by),
        "rows": rows,
        "long": long > 2 * LONG_LINE,
    })
}

fn timing(timing: Timing) -> &'static str {
    match timing {
        Timing::Open => "open",
        Timing::AtRisk => "at-risk",
        Timing::Late => "late",
        Timing::Unknown => "unknown",
    }
}
