//! Writes a [`Summary`] as the JSON files that the template reads, one for each part, so that
//! a part that did not change is not laid out again.

use chrono::{Datelike, NaiveDate};
use readiness::Text;
use serde_json::{Value, json};
use typst::foundations::Bytes;

use crate::error::Error;
use crate::fonts::Coverage;
use crate::labels::{self, LABELS};
use crate::options::{Attachment, Options, Paper, Section};
use crate::scribe::{Replaced, Scribe};
use crate::summary::{Due, Mark, Summary};
use crate::verdict::verdict;

mod findings;
mod overview;
mod records;

/// The virtual files of one report.
pub(crate) struct Files {
    pub(crate) files: Vec<(String, Bytes)>,
    pub(crate) replaced: Vec<Replaced>,
}

/// More than this many characters in a cell, and its row may break across pages.
const LONG_CELL: usize = 300;
/// The same for a line of an explanation, which is three times as wide.
const LONG_LINE: usize = 1_200;

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
        ("opening".to_owned(), overview::opening(s, summary)),
    ];
    if on(Section::Overview) {
        parts.push(("overview".to_owned(), overview::overview(s, summary)));
    }
    if on(Section::NextSteps) {
        parts.push(("next-steps".to_owned(), findings::next_steps(s, summary)));
    }
    if on(Section::Findings) {
        let all: Vec<Value> = summary.findings.iter().map(|f| findings::explained(s, f)).collect();
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
    let (mark, ..) = verdict(&summary.gates, &summary.counts);
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
pub(crate) fn date_parts(date: NaiveDate) -> Value {
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

pub(crate) fn all_labels(s: &mut Scribe<'_>) -> Value {
    LABELS.iter().map(|(key, en, zh)| ((*key).to_owned(), s.text(&Text::new(*en, *zh)))).collect()
}

fn frame(s: &mut Scribe<'_>, summary: &Summary) -> Value {
    json!({
        "company": s.short(&summary.company),
        "reference": s.short(&Text::same(&summary.order.reference)),
        "judged-on": s.date(summary.judged_on),
    })
}

pub(crate) fn due(s: &mut Scribe<'_>, due: Option<&Due>) -> Value {
    due.map_or(
        Value::Null,
        |due| json!({ "gate": s.text(&due.gate), "date": s.date_or_none(due.date) }),
    )
}

/// Whether a row with these cells is too tall to be kept whole.
pub(crate) fn is_long(cells: &[&Text]) -> bool {
    cells.iter().any(|text| height(text) > LONG_CELL)
}

/// The same of the column that names the gate.
pub(crate) fn gate_is_long(due: Option<&Due>) -> bool {
    due.is_some_and(|due| 2 * height(&due.gate) > LONG_CELL)
}

/// How much room a text takes, in characters; a line of its own counts as many.
fn height(text: &Text) -> usize {
    let of = |text: &str| text.len() + 40 * text.matches(['\n', '\r', '\u{2028}']).count();
    of(&text.en).max(of(&text.zh))
}
