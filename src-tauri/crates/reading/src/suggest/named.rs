//! What a text names: models, standards and laws; and the languages it is written in.

use super::{Known, SuggestedField, Suggestion, Text, suggestion};
use regex::Regex;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Models of the firm that the text names, with a word's border on both sides.
pub(super) fn models(text: &Text<'_>, known: &Known) -> Vec<Suggestion> {
    let mut found: Vec<Suggestion> = Vec::new();
    for model in known.models.iter().filter(|model| model.chars().count() >= 3) {
        let named = text.lines.iter().find_map(|(passage, line)| {
            let at = line.text.match_indices(model.as_str()).map(|(at, _)| at).find(|at| {
                let before = line.text.get(..*at).and_then(|text| text.chars().next_back());
                let after = line.text.get(at + model.len()..).and_then(|text| text.chars().next());
                let joins = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
                !joins(before) && !joins(after)
            })?;
            let value = model.clone();
            Some(suggestion(SuggestedField::Model, value, passage, line.text, at, model.len()))
        });
        found.extend(named);
    }
    found
}

static STANDARDS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?x)
        \b(?:
          (?:DIN\s)?(?:BS\s)?EN\s(?:ISO(?:/IEC)?|IEC)\s\d{3,5}(?:-\d{1,4})*(?::\d{4})?
        | (?:DIN\s|BS\s)?EN\s\d{3,5}(?:-\d{1,3})*(?::\d{4})?
        | ISO/IEC\s\d{4,5}(?:-\d{1,3})*(?::\d{4})?
        | ISO\s\d{2,5}(?:-\d{1,3})*(?::\d{4})?
        | IEC\s\d{4,5}(?:-\d{1,3})*(?::\d{4})?
        | (?:GB|JB|JJG|JJF)(?:/T)?\s?\d{2,5}(?:\.\d{1,3})?(?:-\d{4})?
        | ISPM\s(?:No\.\s)?15
        | VDI(?:/DGQ)?\s\d{4}
        | (?:19|20)\d{2}/\d{1,3}/(?:EC|EU|EG)
        | UCP\s600
        | URDG\s758
        )
        | \((?:EU|EC|EG)\)\s(?:No\.?\s|Nr\.?\s)?\d{2,4}/\d{2,4}",
    )
    .ok()
});

/// Standards and laws cited.
pub(super) fn standards(text: &Text<'_>) -> Vec<Suggestion> {
    let Some(pattern) = STANDARDS.as_ref() else { return Vec::new() };
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for (passage, line) in &text.lines {
        for cited in pattern.find_iter(line.text) {
            let value = cited.as_str().split_whitespace().collect::<Vec<_>>().join(" ");
            let after = line.text.get(cited.end()..).and_then(|text| text.chars().next());
            if after.is_some_and(|c| c.is_ascii_digit()) || !seen.insert(value.clone()) {
                continue;
            }
            let (at, length) = (cited.start(), cited.len());
            let field = SuggestedField::Standard;
            found.push(suggestion(field, value, passage, line.text, at, length));
        }
    }
    found
}

/// Languages of whole sentences, not of single words.
pub(super) fn languages(text: &Text<'_>) -> Vec<Suggestion> {
    const ENGLISH: [&str; 12] =
        ["the", "of", "and", "is", "to", "for", "with", "by", "this", "in", "no", "date"];
    const GERMAN: [&str; 12] =
        ["der", "die", "das", "und", "ist", "mit", "nach", "den", "des", "von", "wird", "für"];
    let (mut chinese, mut letters, mut english, mut german) = (0_usize, 0_usize, 0_usize, 0_usize);
    for (_, line) in &text.lines {
        chinese += line.text.chars().filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c)).count();
        letters += line.text.chars().filter(|c| c.is_alphabetic()).count();
        for word in line.text.split(|c: char| !c.is_alphabetic()) {
            let word = word.to_lowercase();
            english += usize::from(ENGLISH.contains(&word.as_str()));
            german += usize::from(GERMAN.contains(&word.as_str()));
        }
    }
    let latin = letters.saturating_sub(chinese);
    let mut codes = Vec::new();
    if chinese >= 25 && chinese * 12 > letters {
        codes.push("zh");
    }
    if english >= 5 && english > german && latin > 150 {
        codes.push("en");
    }
    if german >= 5 && german * 2 > english {
        codes.push("de");
    }
    let Some((passage, line)) = text.lines.first() else { return Vec::new() };
    let made = |code: &str| {
        let (text, length) = (line.text, line.text.len());
        suggestion(SuggestedField::Language, code.to_owned(), passage, text, 0, length)
    };
    codes.into_iter().map(made).collect()
}
