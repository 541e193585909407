//! Labels at the beginning of cells, and the values that stand behind them.

use super::label_words::LABELS;
pub(super) use super::label_words::Role;
use super::text::{Line, Text, is_chinese};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

struct Label {
    role: Role,
    words: Vec<char>,
    ends_latin: bool,
}

/// The labels by their first letter, the longest first.
static TABLE: LazyLock<HashMap<char, Vec<Label>>> = LazyLock::new(|| {
    let mut table: HashMap<char, Vec<Label>> = HashMap::new();
    for (role, words) in LABELS {
        for words in words.split('|') {
            let words: Vec<char> = words.trim().chars().collect();
            let Some(first) = words.first().copied() else { continue };
            let ends_latin = words.last().is_some_and(|c| c.is_alphanumeric() && c.len_utf8() < 3);
            table.entry(first).or_default().push(Label { role: *role, words, ends_latin });
        }
    }
    for labels in table.values_mut() {
        labels.sort_by_key(|label| std::cmp::Reverse(label.words.len()));
    }
    table
});

/// The labels that words begin with — in two languages, and with more than one meaning where a word
/// has several — and where they end.
pub(super) fn leading(words: &str) -> Option<(Vec<Role>, usize)> {
    let start = enumerated(words);
    let (mut roles, length) = longest(words.get(start..)?)?;
    let mut end = start + length;
    // The same label in another language, or another name for it, may follow.
    loop {
        let rest = words.get(end..).unwrap_or_default();
        let next = rest.trim_start_matches([' ', '/', '(', '.']);
        let between = rest.len() - next.len();
        let Some((more, length)) = longest(next) else { break };
        let last = words.get(..end).and_then(|text| text.chars().next_back());
        let turns = last.is_some_and(is_chinese) != next.starts_with(is_chinese);
        let named_twice = rest.get(..between).is_some_and(|sign| sign.contains(['/', '(']));
        let alike = more.iter().any(|one| roles.iter().any(|other| class(*one) == class(*other)));
        if !(alike && (turns || named_twice)) {
            break;
        }
        roles.extend(more);
        end += between + length;
    }
    Some((roles, end))
}

/// Labels of one class can be translations of each other.
fn class(role: Role) -> u8 {
    match role {
        Role::Certificate | Role::Number | Role::NumberOf(_) | Role::Paper => 0,
        Role::Issued | Role::IssuedOf(_) | Role::Date => 1,
        Role::Expires | Role::Period => 2,
        Role::Issuer
        | Role::Maker
        | Role::Seller
        | Role::Sender
        | Role::Holder
        | Role::HolderOf(_) => 3,
        Role::Model => 4,
        Role::Other => 5,
    }
}

/// The labels that the words begin with that are longest, and their length.
fn longest(words: &str) -> Option<(Vec<Role>, usize)> {
    let first = words.chars().next()?.to_lowercase().next()?;
    let mut found: Option<(Vec<Role>, usize)> = None;
    for label in TABLE.get(&first)? {
        match &mut found {
            None => {
                if let Some(length) = matched(words, label) {
                    found = Some((vec![label.role], length));
                }
            }
            // Sorted by length: of the same length only the same words match.
            Some((roles, length)) => {
                if matched(words, label) == Some(*length) {
                    roles.push(label.role);
                }
            }
        }
    }
    found
}

/// The length of the label at the beginning of the words. Its blanks stand for blanks and stops.
fn matched(words: &str, label: &Label) -> Option<usize> {
    let mut rest = words.char_indices().peekable();
    for wanted in &label.words {
        if *wanted == ' ' {
            let mut any = false;
            while rest.next_if(|(_, c)| matches!(c, ' ' | '.')).is_some() {
                any = true;
            }
            if !any {
                return None;
            }
            continue;
        }
        let (_, c) = rest.next()?;
        let same = c == *wanted
            || c.to_lowercase().eq(std::iter::once(*wanted))
            || (*wanted == '\'' && c == '’');
        if !same {
            return None;
        }
    }
    let end = rest.peek().map_or(words.len(), |(at, _)| *at);
    let next = rest.peek().map(|(_, c)| *c);
    let joins =
        |c: char| (c.is_alphanumeric() && c.len_utf8() < 3) || matches!(c, '\'' | '’' | '-');
    let joined = label.ends_latin && next.is_some_and(joins);
    (!joined).then_some(end)
}

/// What numbers a box of a form: `1. `, `(2)`, `:20:`.
fn enumerated(words: &str) -> usize {
    let digits = |text: &str| text.chars().take_while(char::is_ascii_digit).count();
    let open = usize::from(words.starts_with(['(', ':']));
    let Some(rest) = words.get(open..) else { return 0 };
    let count = digits(rest);
    if !(1..=2).contains(&count) {
        return 0;
    }
    let Some(rest) = rest.get(count..) else { return 0 };
    let letter = usize::from(open > 0 && rest.starts_with(|c: char| c.is_ascii_uppercase()));
    let rest = rest.get(letter..).unwrap_or_default();
    let closed = rest.trim_start_matches(['.', ')', ':', '、']);
    let after = closed.trim_start();
    // 1.5 is no numbering.
    if closed.len() == rest.len() || after.starts_with(|c: char| c.is_ascii_digit()) {
        return 0;
    }
    words.len() - after.len()
}

/// Signs between a label and its value.
pub(super) fn is_filler(c: char) -> bool {
    c.is_whitespace() || matches!(c, ':' | '.' | '#' | '=' | ')' | '№' | '_' | '；' | '*')
}

/// A value behind a label.
pub(super) struct Behind<'t, 'a> {
    pub(super) roles: Vec<Role>,
    /// The line that the value stands in.
    pub(super) line: &'t Line<'a>,
    /// The line of its label, where it is another.
    pub(super) label: Option<&'t Line<'a>>,
    /// The rest of the cell that the value begins.
    pub(super) range: Range<usize>,
    /// Whether a sign, a blank or a cell's border parts it from the label.
    pub(super) parted: bool,
}

impl Behind<'_, '_> {
    pub(super) fn words(&self) -> &str {
        self.line.words.get(self.range.clone()).unwrap_or_default()
    }

    pub(super) fn has(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }
}

/// All values behind labels: in the label's cell, in the next one or below.
pub(super) fn behind<'t, 'a>(text: &'t Text<'a>) -> Vec<Behind<'t, 'a>> {
    let mut found = Vec::new();
    for (index, line) in text.edges() {
        for at in 0..line.cells.len() {
            let cell = line.cell(at);
            let Some((roles, end)) = leading(cell) else { continue };
            let Some(range) = line.cells.get(at) else { continue };
            let rest = cell.get(end..).unwrap_or_default();
            let value = rest.trim_start_matches(is_filler);
            let start = range.start + end + (rest.len() - value.len());
            // What is in brackets explains the label: "Goods consigned from (Exporter's name)".
            let explained = rest.trim_start().starts_with('(') && rest.ends_with(')');
            if !value.is_empty() && !explained {
                let parted = value.len() < rest.len();
                let range = start..range.end;
                found.push(Behind { roles, line, label: None, range, parted });
                continue;
            }
            // A cell that is a label itself has no value for this one.
            let free = |line: &Line<'_>, at: usize| {
                let cell = line.cell(at);
                !cell.is_empty() && leading(cell).is_none_or(|(roles, _)| weak(&roles))
            };
            if let Some(next) = line.cells.get(at + 1)
                && free(line, at + 1)
            {
                let range = trimmed(line, next);
                found.push(Behind { roles, line, label: None, range, parted: true });
                continue;
            }
            let Some(below) = text.below(index) else { continue };
            let same = if line.cells.len() == 1 { 0 } else { at };
            if free(below, same)
                && let Some(cell) = below.cells.get(same)
            {
                let range = trimmed(below, cell);
                found.push(Behind { roles, line: below, label: Some(line), range, parted: true });
            }
        }
    }
    found
}

/// Words that may begin a value as well as be a label.
fn weak(roles: &[Role]) -> bool {
    roles.iter().all(|role| matches!(role, Role::Paper | Role::Model))
}

fn trimmed(line: &Line<'_>, cell: &Range<usize>) -> Range<usize> {
    let words = line.words.get(cell.clone()).unwrap_or_default();
    let value = words.trim_start_matches(is_filler);
    cell.start + (words.len() - value.len())..cell.end
}
