//! Turns texts, names and dates into what the pages can show.
//!
//! Every string in a report passes here. A character that the fonts cannot draw would make the
//! PDF break its own standard, so it is replaced by a box and told to the caller; long unbroken
//! strings get places where a line may end. The strings then travel as JSON, never as markup.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use readiness::Text;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::breaks::{is_combining, pieces, run};
use crate::dates::{english_date, iso_date};
use crate::fonts::Coverage;
use crate::options::Language;

/// What stands in for a character that cannot be shown.
pub const SUBSTITUTE: char = '\u{25a1}';
/// Combining marks allowed on one letter; more would run into the lines above.
const MAX_MARKS: usize = 3;
/// Characters that fit on one line of the page's head or foot, in English.
const ONE_LINE: usize = 76;

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
        let (english, chinese) = (self.language.english(), self.language.chinese());
        if en == zh {
            return runs([(if english { "en" } else { "zh" }, self.clean(en))]);
        }
        // Where a language is missing, the other is better than nothing.
        let en = (english || zh.trim().is_empty()).then(|| ("en", self.clean(en)));
        let zh = (chinese || text.en.trim().is_empty()).then(|| ("zh", self.clean(zh)));
        runs(en.into_iter().chain(zh))
    }

    /// A text for a heading, which must not be empty.
    pub(crate) fn heading(&mut self, text: &Text) -> Value {
        match self.text(text) {
            Value::Null => self.text(&crate::labels::label("untitled")),
            value => value,
        }
    }

    /// A name or number that has no language.
    pub(crate) fn name(&mut self, name: &str) -> Value {
        self.text(&Text::same(name))
    }

    /// A text for a place with room for one line, cut where it is longer.
    pub(crate) fn short(&mut self, text: &Text) -> Value {
        let zh = if text.en == text.zh { ONE_LINE } else { ONE_LINE / 2 };
        self.text(&Text::new(cut(&text.en, ONE_LINE), cut(&text.zh, zh)))
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
        Value::Array(vec![Value::Array(pieces(&hash, 16))])
    }

    /// Text without language or breaks, for the document's properties.
    pub(crate) fn property(&mut self, text: &str) -> String {
        self.clean(text).replace('\n', " ").chars().take(500).collect()
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

/// The first line of a text, with an ellipsis where something is left out.
fn cut(text: &str, limit: usize) -> String {
    let text = text.trim();
    let line = text.lines().next().unwrap_or_default();
    if line.len() == text.len() && text.chars().nth(limit).is_none() {
        return text.into();
    }
    line.chars().take(limit).chain(['…']).collect()
}

/// Format characters that draw nothing and that the fonts need not know.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}'
        | '\u{2060}'..='\u{2064}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
        | '\u{e0000}'..='\u{e0fff}')
}

/// The runs of a text by language; nothing if there is nothing in them.
fn runs<'k>(clean: impl IntoIterator<Item = (&'k str, String)>) -> Value {
    let runs: Map<String, Value> = clean
        .into_iter()
        .filter(|(_, clean)| !clean.is_empty())
        .map(|(key, clean)| (key.to_owned(), run(clean)))
        .collect();
    if runs.is_empty() { Value::Null } else { Value::Object(runs) }
}
