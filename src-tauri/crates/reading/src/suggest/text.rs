//! The lines of a text in a form in which labels and values are found whatever the program that
//! wrote the file did to them: full-width letters, odd spaces between characters, headings with
//! their letters spaced out. What is shown stays as it was written.

use super::labels::leading;
use super::{SuggestedField, Suggestion};
use crate::{Passage, Place, Reading};
use std::borrow::Cow;
use std::ops::Range;

/// Characters shown with a suggestion.
const EXCERPT: usize = 160;

/// Characters of a line that are looked at; longer ones are data, not writing.
const LONGEST: usize = 4_000;

/// A line with its words in one form.
pub(super) struct Line<'a> {
    passage: &'a Passage,
    raw: Cow<'a, str>,
    /// The words: half-width, without blanks between Chinese characters.
    pub(super) words: String,
    /// For each byte of `words` where it comes from in `raw`, and the end; none where they are alike.
    origins: Option<Vec<usize>>,
    /// Where its cells are in `words`: parted by tabs, bars and gaps of two blanks and more.
    pub(super) cells: Vec<Range<usize>>,
    /// Its number among the lines of its passage, and how many these are.
    pub(super) at: usize,
    pub(super) of: usize,
}

impl<'a> Line<'a> {
    fn new(passage: &'a Passage, raw: Cow<'a, str>, commas: bool) -> Self {
        let (words, origins) = plain(&raw);
        let cells = cells(&words, commas);
        Self { passage, raw, words, origins, cells, at: 0, of: 0 }
    }

    pub(super) fn cell(&self, at: usize) -> &str {
        self.cells.get(at).and_then(|range| self.words.get(range.clone())).unwrap_or_default()
    }

    /// Whether the line belongs to the heads or feet of pages.
    pub(super) fn is_margin(&self) -> bool {
        matches!(&self.passage.place, Place::Part(name) if name == "header" || name == "footer")
    }

    pub(super) fn is_head(&self) -> bool {
        matches!(&self.passage.place, Place::Part(name) if name == "header")
    }

    fn origin(&self, range: &Range<usize>) -> Range<usize> {
        let Some(origins) = &self.origins else { return range.clone() };
        let from = origins.get(range.start).copied().unwrap_or_default();
        // The end of the last character, not the beginning of what follows it after a gap.
        let last = self.words.get(..range.end).and_then(|text| text.char_indices().next_back());
        let to = last.and_then(|(at, _)| origins.get(at).copied()).and_then(|at| {
            let length = self.raw.get(at..)?.chars().next()?.len_utf8();
            Some(at + length)
        });
        from..to.unwrap_or(from).max(from)
    }

    /// The words of a range as they were written, without blanks between Chinese characters.
    pub(super) fn written(&self, range: &Range<usize>) -> String {
        let source = self.raw.get(self.origin(range)).unwrap_or_default();
        let mut written = String::with_capacity(source.len());
        let mut chars = source.chars().peekable();
        while let Some(c) = chars.next() {
            if c.is_whitespace() {
                let before = written.chars().next_back().is_some_and(is_chinese);
                let after = chars.peek().copied();
                if after.is_none_or(char::is_whitespace)
                    || (before && after.is_some_and(is_chinese))
                {
                    continue;
                }
                written.push(' ');
            } else {
                written.push(c);
            }
        }
        written
    }

    /// A suggestion that rests on a range of the words; a line before that has their label is shown
    /// with them.
    pub(super) fn suggestion(
        &self,
        field: SuggestedField,
        value: String,
        range: &Range<usize>,
        label: Option<&Line<'_>>,
    ) -> Suggestion {
        let source = self.origin(range);
        let before = self.raw.get(..source.start).unwrap_or_default();
        let rest = self.raw.get(source.start..).unwrap_or_default();
        let label = label.map(|line| format!("{} ", line.raw.trim())).unwrap_or_default();
        let all: String = format!("{label}{}{rest}", before.trim_start());
        let start = label.chars().count() + before.trim_start().chars().count();
        let length = self.raw.get(source).map_or(0, |words| words.chars().count());
        // As much before the words as leaves room for them.
        let room = EXCERPT.saturating_sub(length).min(EXCERPT / 3);
        let skip = start.saturating_sub(room);
        let excerpt: String = all.chars().skip(skip).take(EXCERPT).collect();
        let excerpt = excerpt.trim_end();
        let end = excerpt.chars().count();
        let from = (start - skip).min(end);
        let place = self.passage.place.clone();
        Suggestion {
            field,
            value,
            place,
            excerpt: excerpt.to_owned(),
            from,
            to: (from + length).min(end),
        }
    }
}

/// The text as lines.
pub(super) struct Text<'a> {
    pub(super) lines: Vec<Line<'a>>,
}

/// Lines at the beginning and at the end in which a document says what it is. Labels further inside
/// belong to what it is about.
const FIRST: usize = 1_500;
const LAST: usize = 300;

impl<'a> Text<'a> {
    pub(super) fn of(reading: &'a Reading, commas: bool) -> Self {
        let mut lines = Vec::new();
        for passage in &reading.passages {
            let first = lines.len();
            let written = passage.text.lines().filter(|line| !line.trim().is_empty()).map(head);
            let mut pending: Option<Cow<'a, str>> = None;
            for raw in written {
                let raw = match pending.take() {
                    None => Cow::Borrowed(raw),
                    Some(before) => match joint(&before, raw) {
                        Some(joint) => Cow::Owned(format!("{before}{joint}{}", raw.trim_start())),
                        None => {
                            lines.push(Line::new(passage, before, commas));
                            Cow::Borrowed(raw)
                        }
                    },
                };
                pending = Some(raw);
            }
            lines.extend(pending.map(|raw| Line::new(passage, raw, commas)));
            let of = lines.len() - first;
            for (at, line) in lines.iter_mut().skip(first).enumerate() {
                (line.at, line.of) = (at, of);
            }
        }
        Self { lines }
    }

    /// The lines in which labels count, with their index.
    pub(super) fn edges(&self) -> impl Iterator<Item = (usize, &Line<'a>)> {
        let last = self.lines.len().saturating_sub(LAST);
        self.lines.iter().enumerate().filter(move |(at, _)| *at < FIRST || *at >= last)
    }

    /// The line below, in the same passage.
    pub(super) fn below(&self, at: usize) -> Option<&Line<'a>> {
        self.lines.get(at + 1).filter(|line| line.at > 0)
    }
}

/// The beginning of a line that is too long.
fn head(line: &str) -> &str {
    let end = line.char_indices().nth(LONGEST).map_or(line.len(), |(end, _)| end);
    line.get(..end).unwrap_or(line)
}

/// What joins two lines that broke inside a designation: `61000-6-` and `2:2019`, `EN` and `60204-1`.
fn joint(before: &str, line: &str) -> Option<&'static str> {
    if before.len() > LONGEST || !line.trim_start().starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let before = before.trim_end();
    if before
        .strip_suffix('-')
        .is_some_and(|rest| rest.ends_with(|c: char| c.is_ascii_alphanumeric()))
    {
        return Some("");
    }
    let last = before.rsplit(|c: char| c.is_whitespace() || is_chinese(c)).next()?;
    ["EN", "ISO", "IEC", "ISO/IEC", "GB/T", "GB", "JB/T"].contains(&last).then_some(" ")
}

pub(super) fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '〇')
}

/// The half-width form of a character. The full-width bar and tilde are among them.
fn half(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xff01 + 0x21).unwrap_or(c),
        '\u{a0}' | '\u{2002}'..='\u{200a}' | '\u{202f}' | '\u{3000}' => ' ',
        '∶' | '︰' => ':',
        '‐' | '‑' | '‒' | '–' | '−' => '-',
        other => other,
    }
}

/// The words of a line in one form, and where each byte of them comes from.
fn plain(raw: &str) -> (String, Option<Vec<usize>>) {
    let alike = raw.is_ascii() && !raw.contains("  ") && !is_spaced(raw);
    if alike {
        return (raw.to_owned(), None);
    }
    let spaced = is_spaced(raw);
    let all: Vec<(usize, char)> = raw.char_indices().map(|(at, c)| (at, half(c))).collect();
    let mut words = String::with_capacity(raw.len());
    let mut origins = Vec::with_capacity(raw.len() + 1);
    let mut at = 0;
    while let Some((from, c)) = all.get(at).copied() {
        if c != ' ' {
            let before = words.len();
            words.push(c);
            origins.extend(std::iter::repeat_n(from, words.len() - before));
            at += 1;
            continue;
        }
        let gap = all.iter().skip(at).take_while(|(_, c)| *c == ' ').count();
        let next = all.get(at + gap).map(|(_, c)| *c);
        let chinese =
            words.chars().next_back().is_some_and(is_chinese) && next.is_some_and(is_chinese);
        let keep = if chinese {
            let begun = words.rfind([' ', '\t', '|']).map_or(0, |at| at + 1);
            let before = words.get(begun..).unwrap_or_default();
            let rest = raw.get(all.get(at + gap).map_or(raw.len(), |(at, _)| *at)..);
            if alone(&all, at - 1) && alone(&all, at + gap) {
                // 编  号: single characters set apart are one word; longer words are cells.
                0
            } else if parts(before, rest.unwrap_or_default()) {
                gap.min(2)
            } else if gap == 1 {
                0
            } else {
                2
            }
        } else if spaced {
            usize::from(gap > 1)
        } else {
            gap.min(2)
        };
        for _ in 0..keep {
            words.push(' ');
            origins.push(from);
        }
        at += gap;
    }
    origins.push(raw.len());
    (words, Some(origins))
}

/// Whether a blank between Chinese characters parts a label from its value, or a value from the
/// next label. Others come from extraction.
fn parts(before: &str, rest: &str) -> bool {
    let whole = |words: &str| leading(words).is_some_and(|(_, end)| end == words.len());
    (before.len() <= 60 && whole(before)) || (before.chars().count() > 1 && leading(rest).is_some())
}

/// Whether a character has no Chinese neighbour.
fn alone(all: &[(usize, char)], at: usize) -> bool {
    let chinese = |at: usize| all.get(at).is_some_and(|(_, c)| is_chinese(*c));
    let before = at > 0 && chinese(at - 1);
    let after = chinese(at + 1);
    !before && !after
}

/// Whether the letters of a heading are spaced out: `C E R T I F I C A T E`.
fn is_spaced(line: &str) -> bool {
    let mut words = 0;
    line.split_whitespace().all(|word| {
        words += 1;
        let mut chars = word.chars();
        chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
    }) && words >= 4
}

fn cells(words: &str, commas: bool) -> Vec<Range<usize>> {
    let mut cells = Vec::new();
    let mut start = 0;
    let mut push = |from: usize, to: usize| {
        let Some(cell) = words.get(from..to) else { return };
        let begun = cell.trim_start();
        let from = from + (cell.len() - begun.len());
        let cell = begun.trim_end();
        if !cell.is_empty() {
            cells.push(from..from + cell.len());
        }
    };
    let bytes = words.as_bytes();
    for (at, byte) in bytes.iter().enumerate() {
        let gap = *byte == b' ' && bytes.get(at + 1) == Some(&b' ');
        if gap || matches!(byte, b'\t' | b'|') || (commas && matches!(byte, b',' | b';')) {
            push(start, at);
            start = at + 1;
        }
    }
    push(start, words.len());
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn odd_spaces_and_wide_letters_go() {
        for (raw, plain_words) in [
            ("C E R T I F I C A T E", "CERTIFICATE"),
            ("P A C K I N G  L I S T", "PACKING LIST"),
            ("证 书 编 号：ＡＢ１２", "证书编号:AB12"),
            ("编　　号：7", "编号:7"),
            ("装  箱  单", "装箱单"),
            ("型号规格  数量", "型号规格  数量"),
            ("有效期至 2026 年", "有效期至 2026 年"),
            ("a b c", "a b c"),
        ] {
            assert_eq!(plain(raw).0, plain_words, "{raw}");
        }
    }

    #[test]
    fn cells_are_parted() {
        let of = |words: &str, commas| -> Vec<String> {
            cells(words, commas).into_iter().map(|range| words[range].to_owned()).collect()
        };
        assert_eq!(of("a b\tc   d | e", false), ["a b", "c", "d", "e"]);
        assert_eq!(of("单号,1,日期,2", true), ["单号", "1", "日期", "2"]);
        assert_eq!(of("a, b", false), ["a, b"]);
    }
}
