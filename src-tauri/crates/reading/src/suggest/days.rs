//! The day of issue and the last day of validity.

use super::dates::{Order, first_date, first_date_at, order_of};
use super::labels::{Behind, Role};
use super::text::{Line, Text};
use super::{SuggestedField, Suggestion, agreed};
use chrono::NaiveDate;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// Day of issue and last day of validity; neither where they contradict each other.
pub(super) fn days(text: &Text<'_>, behind: &[Behind<'_, '_>], kind: &str) -> Vec<Suggestion> {
    let order = order_of(text.edges().map(|(_, line)| line.words.as_str()));
    let issued = issued(text, behind, kind, order);
    let expires = expires(text, behind, order);
    if let (Some(issued), Some(expires)) = (&issued, &expires)
        && expires.value < issued.value
    {
        return Vec::new();
    }
    issued.into_iter().chain(expires).collect()
}

fn issued(
    text: &Text<'_>,
    behind: &[Behind<'_, '_>],
    kind: &str,
    order: Order,
) -> Option<Suggestion> {
    let own = |role: &Role| match role {
        Role::Issued => true,
        Role::IssuedOf(kinds) => kinds.contains(&kind),
        _ => false,
    };
    let labelled = |fits: &dyn Fn(&Behind<'_, '_>) -> bool| -> Vec<Suggestion> {
        let places = behind.iter().filter(|one| fits(one) && !one.has(Role::Other));
        places.filter_map(|one| labelled_day(one, SuggestedField::Issued, order)).collect()
    };
    let strong = labelled(&|one| one.roles.iter().any(own));
    let weak = labelled(&|one| one.has(Role::Date) && !one.roles.iter().any(own));
    for found in [strong, weak] {
        if !found.is_empty() {
            return agreed(found);
        }
    }
    agreed(alone(text, order))
}

/// The day behind a label, where nothing but a place stands before it and no second day behind.
fn labelled_day(one: &Behind<'_, '_>, field: SuggestedField, order: Order) -> Option<Suggestion> {
    let words = one.words();
    let (date, from, length) = match swift(one) {
        Some((date, length)) => (date, 0, length),
        None => first_date(words, order)?,
    };
    let rest = words.get(from + length..)?;
    if !is_place(words.get(..from)?) || second_of_period(rest, order).is_some() {
        return None;
    }
    let range = at(one, from, length);
    Some(one.line.suggestion(field, date.to_string(), &range, one.label))
}

/// YYMMDD in a field of the SWIFT form, `:31C: DATE OF ISSUE 260120`, and YYYYMMDD on a customs form.
fn swift(one: &Behind<'_, '_>) -> Option<(NaiveDate, usize)> {
    let words = one.words();
    let length = words.bytes().take_while(u8::is_ascii_digit).count();
    let form = match length {
        6 if one.line.words.starts_with(':') => format!("20{}", words.get(..6)?),
        8 => words.get(..8)?.to_owned(),
        _ => return None,
    };
    let date = NaiveDate::parse_from_str(&form, "%Y%m%d").ok()?;
    let year = form.get(..4)?.parse::<u32>().ok()?;
    (1980..=2100).contains(&year).then_some((date, length))
}

fn at(one: &Behind<'_, '_>, from: usize, length: usize) -> Range<usize> {
    one.range.start + from..one.range.start + from + length
}

static PLACE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"^(?:(?:\p{Lu}[\p{L}'.-]{1,24}(?:, ?| ?(?:/|\(.{1,20}\)) ?| )){1,4}(?:den |the |on )?|\p{Han}{2,8}[, ,]{0,2}|on |am )?$")
        .ok()
});

/// Whether words are nothing or a place before a date: `Qingdao, `.
fn is_place(words: &str) -> bool {
    PLACE.as_ref().is_some_and(|pattern| pattern.is_match(words))
        && super::labels::leading(words).is_none()
}

/// Days that have a line or cell of their own, with at most a place: the day under a letter's head
/// or beside a signature.
fn alone(text: &Text<'_>, order: Order) -> Vec<Suggestion> {
    let mut found = Vec::new();
    for (_, line) in text.edges().filter(|(_, line)| !line.is_margin()) {
        // In a table a day says something of its row.
        if line.cells.len() > 2 || !(line.at < 12 || line.at + 12 > line.of) {
            continue;
        }
        for (index, range) in line.cells.iter().enumerate() {
            let cell = line.cell(index);
            let Some((date, from, length)) = first_date(cell, order) else { continue };
            let before = cell.get(..from).unwrap_or_default();
            let after = cell.get(from + length..).unwrap_or_default().trim();
            let whole = after.is_empty() || after == ".";
            // The second cell answers the first, unless both are days.
            let answers = index > 0 && first_date(line.cell(0), order).is_none();
            // "Tested 5 March 2026" has no place before the day, "Qingdao, 5 March 2026" has.
            let place = before.trim_end();
            let placed = place.is_empty() || place.contains(',') || place.ends_with(':');
            if whole && !answers && placed && is_place(before) {
                let range = range.start + from..range.start + from + length;
                let value = date.to_string();
                found.push(line.suggestion(SuggestedField::Issued, value, &range, None));
            }
        }
    }
    found
}

/// The second day of "from … to …", where nothing else than the words between them stands.
fn second_of_period(rest: &str, order: Order) -> Option<(NaiveDate, usize, usize)> {
    let (date, start, length) = first_date(rest, order)?;
    let between = rest.get(..start)?.to_lowercase();
    let between = between.trim_matches(|c: char| matches!(c, '.' | ',' | ' ' | '(' | ')'));
    static BETWEEN: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(
            r"(?x)^(?:\d{1,2}[:.]\d{2}(?:\s?hours|\s?h|\s?uhr)?|零时|0时|00:00|noon|midnight)?\s*起?,?\s*
            (?:to|until|till|through|up\sto|and|-|—|~|～|至|到|bis(?:\szum)?|止于|to\sand\sincluding)
            \s*(?:\d{1,2}[:.]\d{2}(?:\s?hours|\s?h)?)?$",
        )
        .ok()
    });
    BETWEEN
        .as_ref()
        .is_some_and(|pattern| pattern.is_match(between))
        .then_some((date, start, length))
}

fn expires(text: &Text<'_>, behind: &[Behind<'_, '_>], order: Order) -> Option<Suggestion> {
    let places = || behind.iter().filter(|one| !one.has(Role::Other));
    let mut found: Vec<Suggestion> = places()
        .filter(|one| one.has(Role::Expires))
        .filter_map(|one| labelled_day(one, SuggestedField::Expires, order))
        .collect();
    let periods = places().filter(|one| one.has(Role::Period) || one.has(Role::Expires));
    found.extend(periods.filter_map(|one| {
        let words = one.words();
        let (range, date) = match period_end(words, order) {
            Some((date, from, length)) => (at(one, from, length), date),
            None => {
                let (date, from, length) = until(words, order)?;
                (at(one, from, length), date)
            }
        };
        Some(one.line.suggestion(SuggestedField::Expires, date.to_string(), &range, one.label))
    }));
    if found.is_empty() {
        let lines = text.edges().filter(|(_, line)| !line.is_margin());
        found.extend(lines.filter_map(|(_, line)| in_sentence(line, order)));
    }
    agreed(found)
}

/// The second of two days at the beginning of the words.
fn period_end(words: &str, order: Order) -> Option<(NaiveDate, usize, usize)> {
    let (first, from, length) = first_date(words, order)?;
    let before = words.get(..from)?.to_lowercase();
    static OPENS: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(
            r"(?x)^[\s:.,]*(?:from(?:\sthe)?|between|自|从|vom|von)?[\s:,]*
            (?:\d{1,2}[:.]\d{2}(?:\s?(?:hours|h|hrs))?(?:\son|\sof)?)?[\s,]*$",
        )
        .ok()
    });
    if !OPENS.as_ref().is_some_and(|pattern| pattern.is_match(&before)) {
        return None;
    }
    let (date, start, second) = second_of_period(words.get(from + length..)?, order)?;
    (date >= first).then_some((date, from + length + start, second))
}

/// `until 17 March 2028` at the beginning of the words behind `Validity:`.
fn until(words: &str, order: Order) -> Option<(NaiveDate, usize, usize)> {
    let lower = words.to_lowercase();
    let head = [
        "until ",
        "to ",
        "through ",
        "till ",
        "up to ",
        "bis ",
        "bis zum ",
        "至",
        "截至",
        "截止至",
        "截止到",
        "到",
    ];
    let length =
        head.iter().filter(|head| lower.starts_with(**head)).map(|head| head.len()).max()?;
    let rest = words.get(length..)?;
    let value = rest.trim_start();
    let from = words.len() - value.len();
    let (date, length) = first_date_at(value, order)?;
    Some((date, from, length))
}

static SUBJECT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        // The document must be the subject itself: "the certificate of your system" is another.
        r"(?xi)(?:\bthis|\bthe)\s(?:certificate|licence|license|policy|approval|registration|declaration|
            guarantee|agreement|confirmation)(?:\s(?:is|remains?|shall|be|will|and|hereby|subject\sto\s[\w\s]{2,20})){0,5}
            \s(?:valid|in\sforce|expires?)
        |(?:本|该)?(?:证书|许可证|保单|证|批件|保函)(?:的|自)?有效期?",
    )
    .ok()
});

static TERM: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?xi)(?:valid\s(?:until|to|till|through|up\sto)|in\sforce\suntil|remains?\svalid\suntil|expires?\son|gültig\sbis
        |有效期限?[至到]|有效期截[止至][至到于]?|有效至)[\s:]*(?:and\sincluding\s|the\s|zum\s)?",
    )
    .ok()
});

/// "This certificate is valid from 1 March 2026 until 28 February 2029": in a sentence of which the
/// document is the subject.
fn in_sentence(line: &Line<'_>, order: Order) -> Option<Suggestion> {
    let words = line.words.as_str();
    let subject = SUBJECT.as_ref()?.find(words)?;
    let rest = words.get(subject.start()..)?;
    let sentence = rest.find(['。', ';']).map_or(rest, |end| rest.get(..end).unwrap_or(rest));
    let (date, from, length) = match TERM.as_ref()?.find(sentence) {
        Some(term) => {
            let value = sentence.get(term.end()..)?;
            let (date, length) = first_date_at(value, order)?;
            (date, subject.start() + term.end(), length)
        }
        None => {
            let value = words.get(subject.end()..)?;
            let trimmed = value.trim_start_matches([' ', ':', '为', '是', '自', '从']);
            let (date, from, length) = period_end(trimmed, order)?;
            (date, subject.end() + (value.len() - trimmed.len()) + from, length)
        }
    };
    let range = from..from + length;
    Some(line.suggestion(SuggestedField::Expires, date.to_string(), &range, None))
}
