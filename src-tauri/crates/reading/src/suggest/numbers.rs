//! The document's own number.

use super::labels::{Behind, Role};
use super::parties::certifies;
use super::text::Text;
use super::values::code;
use super::{SuggestedField, Suggestion, agreed};

/// The number behind the label that is surest: that of the document's own kind, then that of any
/// document, then a mere `No.` or the name of the paper.
pub(super) fn number(text: &Text<'_>, behind: &[Behind<'_, '_>], kind: &str) -> Option<Suggestion> {
    let mut ranks: [Vec<Suggestion>; 4] = Default::default();
    let certifies = certifies(text);
    for one in behind {
        let Some(rank) = rank(one, kind, certifies) else { continue };
        let words = one.words();
        let prefix = ["No.", "Nr.", "NO.", "No:", "Number", "号"]
            .iter()
            .find_map(|prefix| words.strip_prefix(prefix))
            .map_or(words, str::trim_start);
        let start = one.range.start + (words.len() - prefix.len());
        let Some((value, length)) = code(prefix) else { continue };
        let plain =
            value.bytes().any(|c| c.is_ascii_alphabetic()) && value.contains(['-', '/', '_']);
        // "Report 2026" is a title, "Report SF-MT650-02" has a number.
        if rank == 3 && (one.label.is_some() || !one.parted || !(plain || value.len() >= 8)) {
            continue;
        }
        let range = start..start + length;
        let made = one.line.suggestion(SuggestedField::Number, value, &range, one.label);
        ranks[rank].push(made);
    }
    ranks
        .into_iter()
        .find(|found| !found.is_empty())
        .and_then(agreed)
        .or_else(|| credit(text, kind))
}

/// How sure a label is, the surest first. A certificate's own number goes before that of the report
/// that it rests on; elsewhere a certificate is another paper as any.
fn rank(one: &Behind<'_, '_>, kind: &str, certifies: bool) -> Option<usize> {
    let own = |role: &Role| matches!(role, Role::NumberOf(kinds) if kinds.contains(&kind));
    if one.roles.iter().any(own) {
        return Some(0);
    }
    let others = one.roles.iter().any(|role| matches!(role, Role::NumberOf(_) | Role::Other));
    if one.has(Role::Certificate) {
        return Some(if certifies { 1 } else { 2 });
    }
    if one.has(Role::Number) {
        return Some(2);
    }
    (one.has(Role::Paper) && !others).then_some(3)
}

/// A credit of the SWIFT form has its number in field 20.
fn credit(text: &Text<'_>, kind: &str) -> Option<Suggestion> {
    if kind != "letter-of-credit" {
        return None;
    }
    text.edges().find_map(|(_, line)| {
        let rest = line.words.strip_prefix(":20:")?;
        let value = rest.trim_start();
        let start = line.words.len() - value.len();
        let (value, length) = code(value)?;
        Some(line.suggestion(SuggestedField::Number, value, &(start..start + length), None))
    })
}
