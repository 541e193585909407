//! What the reader of a report chose.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::logo::Logo;

/// How a [`Summary`](crate::Summary) is printed.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Which language, or both.
    pub language: Language,
    /// The size of the pages.
    pub paper: Paper,
    /// What is printed. Title and facts of the order always are.
    pub sections: Sections,
    /// The company's logo on the first page.
    pub logo: Option<Logo>,
    /// Write "Draft" on every page as long as the verdict is not clear.
    pub mark_draft: bool,
    /// Machine-readable data to embed as an associated file.
    pub attachment: Option<Attachment>,
}

/// The languages of a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// English.
    En,
    /// Simplified Chinese.
    Zh,
    /// English, with Simplified Chinese below.
    #[default]
    Both,
}

impl Language {
    /// Whether English is printed.
    #[must_use]
    pub fn english(self) -> bool {
        self != Self::Zh
    }

    /// Whether Chinese is printed.
    #[must_use]
    pub fn chinese(self) -> bool {
        self != Self::En
    }
}

/// The size of the pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Paper {
    /// 210 × 297 mm.
    #[default]
    A4,
    /// 8.5 × 11 in.
    Letter,
}

/// A part of the report that can be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Section {
    /// Verdict, counts, gates.
    Overview,
    /// What to start first, and tasks not yet due.
    NextSteps,
    /// Every finding with its reasons.
    Findings,
    /// Every requirement in play.
    Requirements,
    /// The documents on file with their hashes.
    Evidence,
    /// The comparison across trade documents.
    Consistency,
    /// The steps of the delivery and the critical path.
    Schedule,
    /// Waivers and "not applicable".
    Decisions,
    /// Laws and standards with their state of verification.
    References,
}

impl Section {
    /// All of them, in the order of print.
    pub const ALL: [Self; 9] = [
        Self::Overview,
        Self::NextSteps,
        Self::Findings,
        Self::Requirements,
        Self::Evidence,
        Self::Consistency,
        Self::Schedule,
        Self::Decisions,
        Self::References,
    ];
}

/// The parts of a report that are printed; all of them by default.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Sections(pub BTreeSet<Section>);

impl Default for Sections {
    fn default() -> Self {
        Self(Section::ALL.into())
    }
}

impl Sections {
    /// Whether a part is printed.
    #[must_use]
    pub fn has(&self, section: Section) -> bool {
        self.0.contains(&section)
    }
}

impl FromIterator<Section> for Sections {
    fn from_iter<I: IntoIterator<Item = Section>>(sections: I) -> Self {
        Self(sections.into_iter().collect())
    }
}

/// A file carried inside the PDF, associated with it as its data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Its name, without a folder: `shipshape.json`.
    pub name: String,
    /// Its media type: `application/json`.
    pub mime: String,
    /// What it is, for the list of attachments.
    pub description: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

impl Attachment {
    /// A JSON file.
    pub fn json(
        name: impl Into<String>,
        description: impl Into<String>,
        bytes: impl Into<Vec<u8>>,
    ) -> Self {
        Self {
            name: name.into(),
            mime: "application/json".into(),
            description: description.into(),
            bytes: bytes.into(),
        }
    }
}
