//! What documents say about a field, and where they differ.

use crate::dates::date;
use crate::documents::{document_title, the};
use crate::fields::field_title;
use crate::limits::limit;
use crate::phrase::{and_list, clauses, said, upper_first};
use chrono::NaiveDate;
use readiness::normal::{code, normalised};
use readiness::{Reason, Saying, Text};

/// A value as a document states it. The few words that the engine itself puts in are worded.
pub(crate) fn value(field: &str, written: &str) -> Text {
    if let Ok(day) = written.parse::<NaiveDate>() {
        return date(day);
    }
    match field {
        "hs6" => Text::same(written.split(", ").map(hs6).collect::<Vec<_>>().join(", ")),
        "origin" if written == "CN" => Text::new("China", "中国"),
        "freight" => freight(written),
        _ => Text::same(written),
    }
}

fn hs6(digits: &str) -> String {
    match digits.split_at_checked(4) {
        Some((heading, rest)) if rest.len() == 2 => format!("{heading}.{rest}"),
        _ => digits.to_owned(),
    }
}

fn freight(written: &str) -> Text {
    let (rule, word) =
        written.split_once(": ").map_or((None, written), |(rule, word)| (Some(rule), word));
    let word = match word {
        "prepaid" => Text::new("freight prepaid", "运费预付"),
        "collect" => Text::new("freight collect", "运费到付"),
        other => Text::same(other),
    };
    match rule {
        None => word,
        Some(rule) => said(format!("{rule}, so {}", word.en), format!("{rule}，即{}", word.zh)),
    }
}

/// What makes two values the same to the reader.
fn key(field: &str, written: &str) -> String {
    match field {
        "contract-no" | "invoice-no" | "incoterm-edition" | "buyer-country" => code(written),
        "freight" => written.rsplit(": ").next().unwrap_or(written).to_owned(),
        _ => normalised(written),
    }
}

/// Documents that say the same, in the order in which they were compared.
fn groups(field: &str, says: &[Saying]) -> Vec<(Text, Vec<String>)> {
    let mut groups: Vec<(String, Text, Vec<String>)> = Vec::new();
    for saying in says {
        let Some(written) = &saying.value else { continue };
        let key = key(field, written);
        match groups.iter_mut().find(|(known, _, _)| *known == key) {
            Some((_, _, documents)) => documents.push(saying.document.clone()),
            None => groups.push((key, value(field, written), vec![saying.document.clone()])),
        }
    }
    groups.into_iter().map(|(_, value, documents)| (value, documents)).collect()
}

/// Whether the documents disagree about the field, or only one of them speaks.
pub(crate) fn differs(field: &str, says: &[Saying]) -> bool {
    let spoken = says.iter().filter(|saying| saying.value.is_some()).count();
    groups(field, says).len() > 1 || spoken < 2
}

/// `The bill of lading says 18,640 kg; the packing list and the export declaration say 18,460 kg`.
/// The odd one out comes first.
fn grouped(field: &str, says: &[Saying]) -> Text {
    let mut groups = groups(field, says);
    groups.sort_by_key(|(_, documents)| documents.len());
    clauses(groups.iter().map(|(value, documents)| {
        let who = and_list(&documents.iter().map(|kind| the(kind)).collect::<Vec<_>>());
        let says = if documents.len() == 1 { "says" } else { "say" };
        said(format!("{} {says} {}", who.en, value.en), format!("{}为{}", who.zh, value.zh))
    }))
}

/// The difference in one sentence without its full stop: who says what.
pub(crate) fn difference(field: &str, says: &[Saying], by: Option<(&str, &str)>) -> Text {
    let spoken: Vec<&Saying> = says.iter().filter(|saying| saying.value.is_some()).collect();
    if let [only] = spoken.as_slice() {
        return alone(field, only, says);
    }
    let title = field_title(field);
    let (by_en, by_zh) = by.map_or((String::new(), String::new()), |(found, limit)| {
        let allowed = !limit.starts_with("0 ");
        let en = if allowed { format!(", {limit} allowed") } else { String::new() };
        let zh = if allowed { format!("（允许 {limit}）") } else { String::new() };
        (format!(" by {found}{en}"), format!("相差 {found}{zh}"))
    });
    let by_zh = if by_zh.is_empty() { "不一致".to_owned() } else { by_zh };
    let who = grouped(field, says);
    let verb = if crate::phrase::is_plural(&title.en) { "differ" } else { "differs" };
    said(
        format!("{} {verb}{by_en}: {}", title.en, who.en),
        format!("{}{by_zh}：{}", title.zh, who.zh),
    )
}

/// One document speaks and the others do not.
fn alone(field: &str, only: &Saying, says: &[Saying]) -> Text {
    let written = only.value.as_deref().unwrap_or_default();
    let who = the(&only.document);
    match field {
        "licence" => said(
            format!("{written} is likely listed, but no export licence is held"),
            format!("{written} 可能列管，但未取得出口许可证"),
        ),
        "consignee" => said(
            format!(
                "{} is made out {written}, but neither contract nor credit allows that",
                upper_first(&who.en)
            ),
            format!("{}收货人为 {written}，但合同和信用证均未允许", who.zh),
        ),
        _ => {
            let silent: Vec<Text> = says
                .iter()
                .filter(|saying| saying.value.is_none())
                .map(|saying| the(&saying.document))
                .collect();
            let title = field_title(field);
            let value = value(field, written);
            if silent.is_empty() {
                return said(
                    format!("{}: only {} says {}", title.en, who.en, value.en),
                    format!("{}：仅{}写明为{}", title.zh, who.zh, value.zh),
                );
            }
            let silent = and_list(&silent);
            said(
                format!("{}: {} says {}; nothing in {}", title.en, who.en, value.en, silent.en),
                format!("{}：{}为{}；{}未填", title.zh, who.zh, value.zh, silent.zh),
            )
        }
    }
}

/// All that is said about a field, document by document.
pub(crate) fn compared(field: &str, says: &[Saying]) -> Text {
    let title = field_title(field);
    let list = clauses(says.iter().map(|saying| {
        let document = document_title(&saying.document);
        let value = saying
            .value
            .as_deref()
            .map_or_else(|| Text::new("not filled in", "未填"), |written| value(field, written));
        said(format!("{} {}", document.en, value.en), format!("{} {}", document.zh, value.zh))
    }));
    Text::new(format!("{}: {}", title.en, list.en), format!("{}：{}", title.zh, list.zh))
}

/// Fields nobody has filled in, in one sentence without its full stop: `Not filled in: Models
/// (Commercial invoice, Packing list)`. Documents that lack the same fields stand together.
pub(crate) fn lacking(fields: &[(String, String)]) -> Text {
    let mut by_document: Vec<(&str, Vec<Text>)> = Vec::new();
    for (document, field) in fields {
        let title = field_title(field);
        match by_document.iter_mut().find(|(known, _)| known == document) {
            Some((_, titles)) if titles.contains(&title) => {}
            Some((_, titles)) => titles.push(title),
            None => by_document.push((document, vec![title])),
        }
    }
    let mut groups: Vec<(Vec<Text>, Vec<Text>)> = Vec::new();
    for (document, titles) in by_document {
        let document = document_title(document);
        match groups.iter_mut().find(|(known, _)| *known == titles) {
            Some((_, documents)) => documents.push(document),
            None => groups.push((titles, vec![document])),
        }
    }
    let list = clauses(groups.into_iter().map(|(titles, documents)| {
        let titles = and_list(&titles);
        let en: Vec<&str> = documents.iter().map(|document| document.en.as_str()).collect();
        let zh: Vec<&str> = documents.iter().map(|document| document.zh.as_str()).collect();
        said(
            format!("{} ({})", titles.en, en.join(", ")),
            format!("{}（{}）", titles.zh, zh.join("、")),
        )
    }));
    Text::new(format!("Not filled in: {}", list.en), format!("尚未填写：{}", list.zh))
}

/// The differences of a check, one sentence each.
pub(crate) fn differences(reasons: &[Reason]) -> Vec<Text> {
    let mut out: Vec<Text> = Vec::new();
    let mut rest = reasons.iter().peekable();
    while let Some(reason) = rest.next() {
        match reason {
            Reason::Compared { field, says } => {
                let by = match rest.peek() {
                    Some(Reason::Limit { what, found, limit }) if what == "difference" => {
                        Some((found.as_str(), limit.as_str()))
                    }
                    _ => None,
                };
                if by.is_some() {
                    rest.next();
                }
                out.push(difference(field, says, by));
            }
            Reason::Limit { what, found, limit: bound } => out.push(limit(what, found, bound)),
            Reason::Lacks { fields } => out.push(lacking(fields)),
            Reason::Applies { .. }
            | Reason::InForce { .. }
            | Reason::NothingHeld { .. }
            | Reason::MustHold { .. }
            | Reason::LookedAt { .. }
            | Reason::NeededBy { .. }
            | Reason::NotScheduled { .. }
            | Reason::Lead { .. }
            | Reason::WaitsFor { .. }
            | Reason::DateLimit { .. }
            | Reason::Overdue { .. }
            | Reason::Holidays { .. }
            | Reason::YearsUnknown { .. }
            | Reason::RegimeChange { .. }
            | Reason::Verification { .. }
            | Reason::Decided { .. }
            | Reason::Excepted { .. }
            | Reason::IncotermTrap { .. } => {}
        }
    }
    out
}
