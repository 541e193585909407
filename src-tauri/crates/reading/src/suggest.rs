//! Suggestions for the data of a document record, each with the place it was read at. They are
//! proposals: nothing is taken over unless a person says so.

pub(crate) mod dates;
mod kinds;
mod labelled;
mod named;

use crate::cells::{Line, excerpt, lines_of};
use crate::{Passage, Place, Reading};
use serde::{Deserialize, Serialize};

/// The data suggested for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SuggestedField {
    /// What the document is; the value is the id of a known type.
    DocumentType,
    /// Its number.
    Number,
    /// Who issued it.
    Issuer,
    /// Whose it is.
    Holder,
    /// The day of issue; the value is `YYYY-MM-DD`, as for the other dates.
    Issued,
    /// The last day of validity.
    Expires,
    /// A model named; one suggestion for each.
    Model,
    /// A standard or law cited; one suggestion for each.
    Standard,
    /// A language it is written in, as a code such as `de`.
    Language,
}

/// A suggestion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggestion {
    /// What for.
    pub field: SuggestedField,
    /// The value in its normal form.
    pub value: String,
    /// Where it was read.
    pub place: Place,
    /// The line it was read in, with the words before and after, at most 160 characters.
    pub excerpt: String,
    /// Where in `excerpt` the words begin that it rests on, in characters.
    pub from: usize,
    /// Where they end.
    pub to: usize,
}

/// A kind of document that is known, with the names it goes by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownType {
    /// Its id, e.g. `iso-9001`.
    pub id: String,
    /// Its titles in every language.
    pub titles: Vec<String>,
}

/// What the workspace knows and a text may name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// Kinds of documents.
    pub types: Vec<KnownType>,
    /// Models of the firm's products.
    pub models: Vec<String>,
    /// Names of the firm and of its partners.
    pub holders: Vec<String>,
}

/// What can be suggested from a text and from the file's name, surest first, at most one for each
/// field except models, standards and languages.
///
/// A value is taken only where a label that is known stands before it, and where the text names
/// one value for it and not several.
#[must_use]
pub fn suggest(reading: &Reading, file_name: &str, known: &Known) -> Vec<Suggestion> {
    let text = Text::of(reading);
    if text.lines.is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    let kind = kinds::kind(&text, file_name, known);
    let kind_id = kind.as_ref().map(|one| one.value.clone()).unwrap_or_default();
    found.extend(kind);
    found.extend(labelled::number(&text, &kind_id));
    let issuer = labelled::issuer(&text, known);
    found.extend(labelled::holder(&text, known, issuer.as_ref()));
    found.extend(issuer);
    found.extend(labelled::days(&text));
    found.extend(named::models(&text, known));
    found.extend(named::standards(&text));
    found.extend(named::languages(&text));
    found
}

/// The lines of a text with the passage that each stands in.
struct Text<'a> {
    lines: Vec<(&'a Passage, Line<'a>)>,
}

impl<'a> Text<'a> {
    fn of(reading: &'a Reading) -> Self {
        let lines = reading
            .passages
            .iter()
            .flat_map(|passage| lines_of(passage).into_iter().map(move |line| (passage, line)));
        Self { lines: lines.take(LINES).collect() }
    }
}

/// Lines looked at: what a document says of itself stands at its beginning or its end.
const LINES: usize = 20_000;

/// A suggestion for words that stand at an offset of a line.
fn suggestion(
    field: SuggestedField,
    value: String,
    passage: &Passage,
    line: &str,
    offset: usize,
    length: usize,
) -> Suggestion {
    let (excerpt, from, to) = excerpt(line, offset, length);
    Suggestion { field, value, place: passage.place.clone(), excerpt, from, to }
}

#[cfg(test)]
mod tests;
