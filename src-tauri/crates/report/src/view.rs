//! Writes a [`Summary`] as the JSON files that the template reads, one for each part, so that
//! a part that did not change is not laid out again.

use chrono::{Datelike, NaiveDate};
use readiness::Text;
use serde_json::{Value, json};
use typst::foundations::Bytes;

use crate::error::Error;
use crate::fonts::Coverage;
use crate::labels::{self, LABELS, label, mark_name};
use crate::options::{Attachment, Language, Options, Paper, Section};
use crate::records;
use crate::scribe::{Replaced, Scribe};
use crate::summary::{Due, Finding, Gate, GateState, Mark, Summary, Task, Timing};

/// The virtual files of one report.
pub(crate) struct Files {
    pub(crate) files: Vec<(String, Bytes)>,
    pub(crate) replaced: Vec<Replaced>,
}

/// More than this many characters in a cell, and its row may break across pages.
const LONG_CELL: usize = 300;
/// The same for a line of an explanation, which is three times as wide.
const LONG_LINE: usize = 1_200;
/// Gates in one row of the strip.
const GATES_IN_ROW: usize = 10;

/// Writes all files.
pub(crate) fn files(
    summary: &Summary,
    options: &Options,
    coverage: &Coverage,
) -> Result<Files, Error> {
    let mut scribe = Scribe::new(options.language, coverage);
    let s = &mut scribe;
    let on = |section| options.sections.has(section);
    let mut parts = vec![
        ("setup".to_owned(), setup(s, summary, options)?),
        ("labels".to_owned(), all_labels(s)),
        ("frame".to_owned(), frame(s, summary)),
        ("opening".to_owned(), opening(s, summary)),
    ];
    if on(Section::Overview) {
        parts.push(("overview".to_owned(), overview(s, summary)));
    }
    if on(Section::NextSteps) {
        parts.push(("next-steps".to_owned(), next_steps(s, summary)));
    }
    if on(Section::Findings) {
        let all: Vec<Value> = summary.findings.iter().map(|f| explained(s, f)).collect();
        parts.push(("findings".to_owned(), Value::Array(all)));
    }
    records::write(s, summary, &options.sections, &mut parts);
    let mut files = parts
        .into_iter()
        .map(|(name, value)| {
            let bytes = serde_json::to_vec(&value)?;
            Ok((format!("/data/{name}.json"), Bytes::new(bytes)))
        })
        .collect::<Result<Vec<_>, Error>>()?;
    if let Some(logo) = &options.logo {
        files.push((logo.path().into(), logo.bytes().clone()));
    }
    if let Some(attachment) = &options.attachment {
        files.push(("/data/attachment".into(), Bytes::new(attachment.bytes.clone())));
    }
    Ok(Files { files, replaced: scribe.replaced() })
}

fn setup(s: &mut Scribe<'_>, summary: &Summary, options: &Options) -> Result<Value, Error> {
    let english = options.language.english();
    let pick = |text: Text| if english { text.en } else { text.zh };
    let (mark, ..) = labels::verdict(&summary.gates, &summary.counts);
    let sections: Vec<&Section> = options.sections.0.iter().collect();
    Ok(json!({
        "language": options.language,
        "lang": if english { "en" } else { "zh" },
        "region": if english { "gb" } else { "cn" },
        "paper": match options.paper { Paper::A4 => "a4", Paper::Letter => "us-letter" },
        "title": s.property(&pick(labels::title(&summary.subject))),
        "author": s.property(&pick(summary.company.clone())),
        "date": date_parts(summary.judged_on),
        "draft": options.mark_draft && mark == Mark::Blocker,
        "sections": sections,
        "requirement-groups": summary.requirements.len(),
        "requirement-breaks": records::page_breaks(&summary.requirements),
        "logo": options.logo.as_ref().map(|logo| logo.path()),
        "logo-width": options.logo.as_ref().map(crate::Logo::width_mm),
        "logo-alt": s.property(&pick(labels::logo_of(&summary.company))),
        "attachment": options.attachment.as_ref().map(|a| attachment(s, a)).transpose()?,
    }))
}

/// The date as typst's `datetime` takes it, within the years that a PDF can name.
fn date_parts(date: NaiveDate) -> Value {
    json!({ "year": date.year().clamp(1, 9999), "month": date.month(), "day": date.day() })
}

fn attachment(s: &mut Scribe<'_>, attachment: &Attachment) -> Result<Value, Error> {
    let Attachment { name, mime, description, .. } = attachment;
    let plain = |c: char| c.is_alphanumeric() || "-_.() ".contains(c);
    let is_name = (1..=120).contains(&name.chars().count())
        && name.chars().all(plain)
        && !name.starts_with(['.', ' '])
        && !name.ends_with(['.', ' ']);
    if !is_name {
        return Err(Error::AttachmentName(name.clone()));
    }
    let token = |part: &str| {
        !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || "-+.".contains(c))
    };
    if !mime.split_once('/').is_some_and(|(kind, sub)| token(kind) && token(sub)) {
        return Err(Error::AttachmentType(mime.clone()));
    }
    Ok(json!({ "name": name, "mime": mime, "description": s.property(description) }))
}

fn all_labels(s: &mut Scribe<'_>) -> Value {
    LABELS.iter().map(|(key, en, zh)| ((*key).to_owned(), s.text(&Text::new(*en, *zh)))).collect()
}

fn frame(s: &mut Scribe<'_>, summary: &Summary) -> Value {
    json!({
        "company": s.text(&summary.company),
        "reference": s.name(&summary.order.reference),
        "judged-on": s.date(summary.judged_on),
    })
}

fn opening(s: &mut Scribe<'_>, summary: &Summary) -> Value {
    let order = &summary.order;
    let day = if s.language() == Language::En {
        crate::scribe::english_date(summary.judged_on)
    } else {
        crate::scribe::iso_date(summary.judged_on)
    };
    let mut facts = vec![
        (label("shipment"), Text::same(&order.reference)),
        (label("judged-on"), Text::same(day)),
        (label("exporter"), summary.company.clone()),
        (label("buyer"), order.buyer.clone()),
        (label("terms"), order.terms.clone()),
        (label("market"), order.market.clone()),
    ];
    facts.extend(order.more.iter().cloned());
    let facts: Vec<Value> =
        facts.iter().map(|(label, value)| json!([s.text(label), s.text(value)])).collect();
    let packs: Vec<Value> = order
        .packs
        .iter()
        .map(|pack| {
            json!({
                "name": s.text(&pack.name),
                "version": s.name(&pack.version),
                "sha256": s.hash(&pack.sha256),
            })
        })
        .collect();
    json!({
        "title": s.text(&labels::title(&summary.subject)),
        "product": [s.text(&label("product")), s.text(&joined(&order.products))],
        "facts": facts,
        "packs": packs,
    })
}

/// Several texts on lines of their own.
fn joined(texts: &[Text]) -> Text {
    let lines = |of: fn(&Text) -> &str| texts.iter().map(of).collect::<Vec<_>>().join("\n");
    Text::new(lines(|t| &t.en), lines(|t| &t.zh))
}

fn overview(s: &mut Scribe<'_>, summary: &Summary) -> Value {
    let (mark, headline, mut more) = labels::verdict(&summary.gates, &summary.counts);
    more.extend(summary.verdict_note.clone());
    let counts: Vec<Value> = labels::counted(&summary.counts)
        .into_iter()
        .map(|(mark, number, word)| {
            json!({ "mark": mark_name(mark), "number": number, "word": s.text(&word) })
        })
        .collect();
    let more: Vec<Value> = more.iter().map(|text| s.text(text)).collect();
    json!({
        "verdict": { "tone": mark_name(mark), "headline": s.text(&headline), "more": more },
        "counts": counts,
        "gates": gates(s, &summary.gates),
    })
}

/// The strip in even rows, each gate with the kind of rail before and after it.
fn gates(s: &mut Scribe<'_>, gates: &[Gate]) -> Vec<Vec<Value>> {
    let rows = gates.len().div_ceil(GATES_IN_ROW).max(1);
    let in_row = gates.len().div_ceil(rows).max(1);
    let first_held = gates.iter().position(|gate| matches!(gate.state, GateState::Held(_)));
    let rail = |from: usize| match gates.get(from).map(|gate| gate.state) {
        _ if first_held.is_some_and(|held| from >= held) => "after",
        Some(GateState::Passed) => "passed",
        _ => "ahead",
    };
    let drawn: Vec<Value> = gates
        .iter()
        .enumerate()
        .map(|(n, gate)| {
            let (state, held) = match gate.state {
                GateState::Passed => ("passed", 0),
                GateState::Open | GateState::Behind => ("open", 0),
                GateState::Held(by) => ("held", by),
            };
            json!({
                "name": s.text(&gate.name),
                "date": s.date_or_none(gate.date),
                "word": s.text(&labels::gate_word(gate.state)),
                "state": state,
                "held": held,
                "before": if n == 0 { "none" } else { rail(n - 1) },
                "after": if n + 1 == gates.len() { "none" } else { rail(n) },
            })
        })
        .collect();
    drawn.chunks(in_row).map(<[Value]>::to_vec).collect()
}

fn next_steps(s: &mut Scribe<'_>, summary: &Summary) -> Value {
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
        "long": is_long(&[&finding.title, &finding.gap, &finding.next_step]),
    })
}

fn task_row(s: &mut Scribe<'_>, task: &Task) -> Value {
    json!({
        "title": s.text(&task.title),
        "due": due(s, task.due.as_ref()),
        "start-by": s.date_or_none(task.start_by),
        "next-step": s.text(&task.next_step),
        "long": is_long(&[&task.title, &task.next_step]),
    })
}

fn explained(s: &mut Scribe<'_>, finding: &Finding) -> Value {
    let mut long = 0;
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
            let length = value.en.len().max(value.zh.len());
            long += length;
            json!({ "label": s.text(&name), "value": s.text(value), "long": length > LONG_LINE })
        })
        .collect();
    let severity = format!("mark-{}", mark_name(finding.mark));
    json!({
        "mark": mark_name(finding.mark),
        "severity": s.text(&label(&severity)),
        "title": s.text(&finding.title),
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

pub(crate) fn due(s: &mut Scribe<'_>, due: Option<&Due>) -> Value {
    due.map_or(
        Value::Null,
        |due| json!({ "gate": s.text(&due.gate), "date": s.date_or_none(due.date) }),
    )
}

/// Whether a row with these cells is too tall to be kept whole.
pub(crate) fn is_long(cells: &[&Text]) -> bool {
    cells.iter().any(|text| text.en.len().max(text.zh.len()) > LONG_CELL)
}
