//! Suggestions for the fields of a trade document: what a commercial invoice, packing list or bill
//! of lading says about weights, packages, ports and the rest, each with the place it was read at.
//!
//! A value is suggested only where a label that is known stands before it, on the same line, in the
//! next cell or on the line below, and where it has the form of such a value. Where a document says
//! two different things for one field, nothing is suggested.

mod labels;
mod values;

use crate::{Passage, Place, Reading};
use labels::{LABELS, Label};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Characters of a line that are shown with a suggestion.
const EXCERPT: usize = 160;

/// A suggestion for a field of a trade document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TradeSuggestion {
    /// Name of the field, e.g. `gross_weight`.
    pub field: String,
    /// Its value in normal form: `18460 kg`, `412000 EUR`, `2026-11-20`, `8457.10`, or text.
    pub value: String,
    /// Where it was read.
    pub place: Place,
    /// The line it was read in.
    pub excerpt: String,
    /// Where in `excerpt` the words begin that it rests on, in characters.
    pub from: usize,
    /// Where they end.
    pub to: usize,
}

/// What a text suggests for the fields of a trade document of this kind, in the order of the
/// fields. Of `hs_codes` and `containers` there may be several, of all others one at most.
#[must_use]
pub fn suggest(reading: &Reading, kind: &str) -> Vec<TradeSuggestion> {
    let mut found: BTreeMap<&'static str, Vec<TradeSuggestion>> = BTreeMap::new();
    for passage in &reading.passages {
        let lines = lines_of(passage);
        for (index, line) in lines.iter().enumerate() {
            let below = lines.get(index + 1);
            for label in LABELS.iter().filter(|label| label.serves(kind)) {
                found.entry(label.field).or_default().extend(read(label, line, below, passage));
            }
        }
    }
    let mut suggestions = Vec::new();
    for label in LABELS {
        let Some(mut own) = found.remove(label.field) else { continue };
        let mut seen = Vec::new();
        own.retain(|one| {
            let new = !seen.contains(&one.value);
            if new {
                seen.push(one.value.clone());
            }
            new
        });
        if label.several || own.len() == 1 {
            suggestions.append(&mut own);
        }
    }
    suggestions
}

/// A line with its cells.
struct Line<'a> {
    text: &'a str,
    /// Where each cell begins in the line, in bytes, and its words.
    cells: Vec<(usize, &'a str)>,
}

fn lines_of(passage: &Passage) -> Vec<Line<'_>> {
    passage.text.lines().filter(|line| !line.trim().is_empty()).map(cells_of).collect()
}

/// Cells are parted by a tab or by a gap of two spaces and more.
fn cells_of(text: &str) -> Line<'_> {
    let mut cells = Vec::new();
    let mut start = 0;
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let gap = bytes[at..].iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
        let parts = gap >= 2 || bytes.get(at) == Some(&b'\t');
        if gap > 0 && parts {
            push_cell(&mut cells, text, start, at);
            start = at + gap;
        }
        at += gap.max(1);
    }
    push_cell(&mut cells, text, start, text.len());
    Line { text, cells }
}

fn push_cell<'a>(cells: &mut Vec<(usize, &'a str)>, text: &'a str, from: usize, to: usize) {
    if let Some(cell) = text.get(from..to) {
        let trimmed = cell.trim_start();
        let from = from + (cell.len() - trimmed.len());
        let trimmed = trimmed.trim_end();
        if !trimmed.is_empty() {
            cells.push((from, trimmed));
        }
    }
}

/// Reads a label's values in a line.
fn read(
    label: &Label,
    line: &Line<'_>,
    below: Option<&Line<'_>>,
    passage: &Passage,
) -> Vec<TradeSuggestion> {
    let mut found = Vec::new();
    for (index, (start, cell)) in line.cells.iter().enumerate() {
        let Some(after) = label.after(cell) else { continue };
        let rest = cell.get(after..).unwrap_or_default();
        let rest_start = rest.trim_start_matches(is_filler);
        let offset = start + after + (rest.len() - rest_start.len());
        let own = (!rest_start.is_empty()).then_some((line, offset, rest_start));
        let next = line.cells.get(index + 1).map(|(at, words)| (line, *at, *words));
        let under = below.and_then(|below| {
            let cell = below.cells.get(index).filter(|_| below.cells.len() == line.cells.len());
            let cell = cell.or_else(|| below.cells.first().filter(|_| line.cells.len() == 1));
            cell.map(|(at, words)| (below, *at, *words))
        });
        for (line, offset, words) in [own, next, under].into_iter().flatten() {
            if labels::begins_with_label(words) {
                continue;
            }
            if let Some((value, length)) = (label.value)(words) {
                found.push(suggestion(label.field, value, line.text, offset, length, passage));
                break;
            }
        }
    }
    found
}

fn is_filler(c: char) -> bool {
    c.is_whitespace() || matches!(c, ':' | '：' | '.' | '#' | '=' | '(' | ')' | '（' | '）' | '/')
}

fn suggestion(
    field: &str,
    value: String,
    line: &str,
    offset: usize,
    length: usize,
    passage: &Passage,
) -> TradeSuggestion {
    let before = line.get(..offset).map_or(0, |text| text.chars().count());
    let words = line.get(offset..offset + length).map_or(0, |text| text.chars().count());
    // A long line is cut so that the words stay in it.
    let skip = before.saturating_sub(EXCERPT / 3);
    let excerpt: String = line.chars().skip(skip).take(EXCERPT).collect();
    let length = excerpt.chars().count();
    let from = (before - skip).min(length);
    TradeSuggestion {
        field: field.to_owned(),
        value,
        place: passage.place.clone(),
        from,
        to: (from + words).min(length),
        excerpt,
    }
}

#[cfg(test)]
mod tests;
