//! Suggestions for the fields of a trade document: what a commercial invoice, packing list or bill
//! of lading says about weights, packages, ports and the rest, each with the place it was read at.
//!
//! A value is suggested only where a label that is known stands before it, on the same line, in the
//! next cell or on the line below, and where it has the form of such a value. Where a document says
//! two different things for one field, nothing is suggested.

mod labels;
mod values;

use crate::cells::{Line, excerpt, lines_of};
use crate::{Passage, Place, Reading};
use labels::{LABELS, Label};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

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
        let rest_start = rest.trim_start_matches(crate::cells::is_filler);
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

fn suggestion(
    field: &str,
    value: String,
    line: &str,
    offset: usize,
    length: usize,
    passage: &Passage,
) -> TradeSuggestion {
    let (excerpt, from, to) = excerpt(line, offset, length);
    let (field, place) = (field.to_owned(), passage.place.clone());
    TradeSuggestion { field, value, place, excerpt, from, to }
}

#[cfg(test)]
mod tests;
