//! Suggestions for the data of a document record, each with the place it was read at. They are
//! proposals: nothing is taken over unless a person says so.

mod cues;
pub(crate) mod dates;
mod days;
mod kinds;
mod label_words;
mod labels;
mod languages;
mod named;
mod numbers;
mod parties;
mod text;
mod values;

use crate::{Place, Reading};
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
/// A value is taken only where a label that is known stands before it or its place in the document
/// tells what it is, and where the text names one value for it and not several. What rests on the
/// file's name has that as its place: the kind, where no heading tells it, and models of a file
/// without text.
#[must_use]
pub fn suggest(reading: &Reading, file_name: &str, known: &Known) -> Vec<Suggestion> {
    let commas = file_name.to_lowercase().ends_with(".csv");
    let text = text::Text::of(reading, commas);
    let kind = kinds::kind(&text, file_name, known);
    let kind_id = kind.as_ref().map(|one| one.value.clone()).unwrap_or_default();
    let mut found: Vec<Suggestion> = kind.into_iter().collect();
    if text.lines.is_empty() {
        found.extend(named::models_of_name(file_name, known));
        return found;
    }
    let behind = labels::behind(&text);
    found.extend(numbers::number(&text, &behind, &kind_id));
    found.extend(parties::parties(&text, &behind, &kind_id, known));
    found.extend(days::days(&text, &behind, &kind_id));
    found.extend(named::models(&text, &behind, &kind_id, known));
    found.extend(named::standards(&text));
    found.extend(languages::languages(&text));
    found
}

/// One suggestion, where all that was read says the same.
fn agreed(mut found: Vec<Suggestion>) -> Option<Suggestion> {
    let first = found.first()?.value.clone();
    if found.iter().any(|one| one.value != first) {
        return None;
    }
    Some(found.swap_remove(0))
}

#[cfg(test)]
mod tests;
