//! Lines of a text and their cells, labels that a cell begins with, and the part of a line that is
//! shown with a suggestion.

use crate::Passage;

/// Characters of a line that are shown with a suggestion.
const EXCERPT: usize = 160;

/// A line with its cells.
pub(crate) struct Line<'a> {
    pub(crate) text: &'a str,
    /// Where each cell begins in the line, in bytes, and its words.
    pub(crate) cells: Vec<(usize, &'a str)>,
}

pub(crate) fn lines_of(passage: &Passage) -> Vec<Line<'_>> {
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

/// Where a cell goes on after a label that it begins with. A label ends at a word's end.
pub(crate) fn after(cell: &str, words: &str) -> Option<usize> {
    let mut rest = cell.char_indices();
    for wanted in words.chars() {
        let (_, found) = rest.next()?;
        if !found.to_lowercase().eq(std::iter::once(wanted)) {
            return None;
        }
    }
    let (at, next) = rest.next().map_or((cell.len(), None), |(at, next)| (at, Some(next)));
    let joined = next.is_some_and(|next| next.is_ascii_alphanumeric())
        && words.ends_with(|last: char| last.is_ascii_alphanumeric());
    (!joined).then_some(at)
}

/// What may stand between a label and its value.
pub(crate) fn is_filler(c: char) -> bool {
    c.is_whitespace() || matches!(c, ':' | '：' | '.' | '#' | '=' | '(' | ')' | '（' | '）' | '/')
}

/// The line, cut so that the words stay in it, and where they stand there, in characters.
pub(crate) fn excerpt(line: &str, offset: usize, length: usize) -> (String, usize, usize) {
    let before = line.get(..offset).map_or(0, |text| text.chars().count());
    let words = line.get(offset..offset + length).map_or(0, |text| text.chars().count());
    let skip = before.saturating_sub(EXCERPT / 3);
    let shown: String = line.chars().skip(skip).take(EXCERPT).collect();
    let end = shown.chars().count();
    let from = (before - skip).min(end);
    (shown, from, (from + words).min(end))
}
