//! Turns texts, names and dates into what the pages can show.
//!
//! Every string in a report passes here. A character that the fonts cannot draw would make the
//! PDF break its own standard, so it is replaced by a box and told to the caller; long unbroken
//! strings get places where a line may end. The strings then travel as JSON, never as markup.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use readiness::Text;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::fonts::Coverage;
use crate::options::Language;

/// What stands in for a character that cannot be shown.
pub const SUBSTITUTE: char = '\u{25a1}';
/// Combining marks allowed on one letter; more would run into the lines above.
const MAX_MARKS: usize = 3;
/// Words up to this length stay whole; longer ones are hyphenated where the column ends.
const LONG_WORD: usize = 11;
/// Words longer than this are cut like codes: no word of a language is that long.
const ENDLESS_WORD: usize = 40;
/// Codes (with a digit or sign in them) up to this length stay whole.
const LONG_CODE: usize = 14;
/// Where longer ones may break.
const PIECE: usize = 6;

/// A character that was replaced by [`SUBSTITUTE`], and how often.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Replaced {
    /// The code point: `U+1F600`.
    pub code: String,
    /// How often it was replaced.
    pub times: usize,
}

/// Writes values for one report in its languages.
pub(crate) struct Scribe<'a> {
    language: Language,
    coverage: &'a Coverage,
    replaced: BTreeMap<char, usize>,
}

impl<'a> Scribe<'a> {
    pub(crate) fn new(language: Language, coverage: &'a Coverage) -> Self {
        Self { language, coverage, replaced: BTreeMap::new() }
    }

    pub(crate) fn language(&self) -> Language {
        self.language
    }

    /// The characters replaced so far.
    pub(crate) fn replaced(self) -> Vec<Replaced> {
        self.replaced
            .into_iter()
            .map(|(c, times)| Replaced { code: format!("U+{:04X}", u32::from(c)), times })
            .collect()
    }

    /// A text in the languages of the report. What reads the same in both is printed once.
    pub(crate) fn text(&mut self, text: &Text) -> Value {
        let Text { en, zh } = text;
        let mut runs = Map::new();
        if en == zh {
            let key = if self.language.english() { "en" } else { "zh" };
            runs.insert(key.into(), self.run(en));
        } else {
            // Where a language is missing, the other is better than nothing.
            if (self.language.english() || zh.is_empty()) && !en.is_empty() {
                runs.insert("en".into(), self.run(en));
            }
            if (self.language.chinese() || en.is_empty()) && !zh.is_empty() {
                runs.insert("zh".into(), self.run(zh));
            }
        }
        if en.is_empty() && zh.is_empty() { Value::Null } else { Value::Object(runs) }
    }

    /// A name or number that has no language.
    pub(crate) fn name(&mut self, name: &str) -> Value {
        self.text(&Text::same(name))
    }

    /// A date; where both languages are printed, the form that both read.
    pub(crate) fn date(&mut self, date: NaiveDate) -> Value {
        self.name(&if self.language == Language::En { english_date(date) } else { iso_date(date) })
    }

    /// A date that may be missing.
    pub(crate) fn date_or_none(&mut self, date: Option<NaiveDate>) -> Value {
        date.map_or(Value::Null, |date| self.date(date))
    }

    /// A hash: cut so that any line may end in it.
    pub(crate) fn hash(&mut self, hash: &str) -> Value {
        let hash: Vec<char> = self.clean(hash).chars().collect();
        Value::Array(vec![Value::Array(pieces(&hash, 8))])
    }

    /// Text without language or breaks, for the document's properties.
    pub(crate) fn property(&mut self, text: &str) -> String {
        self.clean(text).replace('\n', " ").chars().take(500).collect()
    }

    /// One run: a string, or lines of pieces between which a line may end.
    fn run(&mut self, text: &str) -> Value {
        let clean = self.clean(text);
        if !clean.contains('\n') && clean.split(is_gap).all(|word| matches!(fit(word), Fit::Whole))
        {
            return Value::String(clean);
        }
        Value::Array(clean.split('\n').map(cut_line).collect())
    }

    /// The text with every character that cannot be shown replaced.
    fn clean(&mut self, text: &str) -> String {
        let mut clean = String::with_capacity(text.len());
        let mut marks = 0;
        let mut chars = text.trim().chars().peekable();
        while let Some(c) = chars.next() {
            let is_mark = is_combining(c);
            marks = if is_mark { marks + 1 } else { 0 };
            match c {
                '\r' if chars.peek() == Some(&'\n') => {}
                '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                    clean.push('\n');
                }
                '\t' => clean.push(' '),
                _ if is_invisible(c) => {}
                _ if self.coverage.has(c) && marks <= MAX_MARKS => clean.push(c),
                _ => {
                    *self.replaced.entry(c).or_default() += 1;
                    if !is_mark {
                        clean.push(SUBSTITUTE);
                    }
                }
            }
        }
        clean
    }
}

/// `24 Nov 2026`.
pub(crate) fn english_date(date: NaiveDate) -> String {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let month = MONTHS.get(date.month0() as usize).copied().unwrap_or_default();
    format!("{} {month} {}", date.day(), date.year())
}

/// `2026-11-24`.
pub(crate) fn iso_date(date: NaiveDate) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
}

/// A date in both languages' own forms, for use inside a sentence.
pub(crate) fn dated(date: NaiveDate) -> Text {
    Text::new(english_date(date), iso_date(date))
}

/// Format characters that draw nothing and that the fonts need not know.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}'
        | '\u{2060}'..='\u{2064}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
        | '\u{e0000}'..='\u{e0fff}')
}

fn is_combining(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{1ab0}'..='\u{1aff}'
        | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{302a}'..='\u{302f}'
        | '\u{3099}' | '\u{309a}' | '\u{fe20}'..='\u{fe2f}')
}

/// A character at which a line may end anyway: white space, and everything from the CJK blocks.
fn is_gap(c: char) -> bool {
    c.is_whitespace() || c >= '\u{2e80}'
}

/// How a word fits a narrow column.
enum Fit {
    Whole,
    Hyphenated,
    Cut,
}

fn fit(word: &str) -> Fit {
    let bare = word.trim_matches(|c: char| c.is_ascii_punctuation());
    let is_word = bare.chars().all(char::is_alphabetic);
    match word.chars().count() {
        n if n <= LONG_WORD => Fit::Whole,
        n if is_word && n <= ENDLESS_WORD => Fit::Hyphenated,
        n if n <= LONG_CODE => Fit::Whole,
        _ => Fit::Cut,
    }
}

/// A line in parts: plain text, words to hyphenate, pieces of what has to be cut.
fn cut_line(line: &str) -> Value {
    let mut out: Vec<Value> = vec![];
    let mut whole = String::new();
    for word in line.split_inclusive(is_gap) {
        let bare = word.trim_end_matches(is_gap);
        let fit = fit(bare);
        if matches!(fit, Fit::Whole) {
            whole.push_str(word);
            continue;
        }
        if !whole.is_empty() {
            out.push(Value::String(std::mem::take(&mut whole)));
        }
        if matches!(fit, Fit::Hyphenated) {
            out.push(json!({ "word": bare }));
        } else {
            let chars: Vec<char> = bare.chars().collect();
            out.extend(pieces(&chars, PIECE));
        }
        whole.push_str(word.strip_prefix(bare).unwrap_or_default());
    }
    if !whole.is_empty() {
        out.push(Value::String(whole));
    }
    Value::Array(out)
}

/// Pieces of at most `size` characters; a combining mark stays with its letter.
fn pieces(chars: &[char], size: usize) -> Vec<Value> {
    let mut out: Vec<String> = vec![];
    let mut length = size;
    for &c in chars {
        match out.last_mut() {
            Some(piece) if length < size || is_combining(c) => piece.push(c),
            _ => {
                out.push(c.into());
                length = 0;
            }
        }
        length += 1;
    }
    out.into_iter().map(Value::String).collect()
}
