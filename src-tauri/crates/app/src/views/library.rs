//! The library of documents: what is held, what it serves, taking files in, reading along,
//! searching, previewing, keeping whole.

use super::{EvidenceView, SuggestionView};
use chrono::NaiveDate;
use readiness::{EvidenceId, State, Text};
use serde::{Deserialize, Serialize};

/// All documents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Library {
    /// The documents, without those in the bin.
    pub evidence: Vec<EvidenceView>,
    /// What needs them.
    pub needs: Vec<NeedView>,
    /// Documents in the bin.
    pub bin: Vec<BinView>,
    /// Documents with their own newer version: old, new.
    pub succeeded: Vec<(EvidenceId, EvidenceId)>,
    /// Files whose text is still to be read.
    pub unread: usize,
}

/// A requirement of a shipment that a document was looked at for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NeedView {
    /// The document.
    pub evidence: EvidenceId,
    /// The shipment.
    pub shipment: String,
    /// Its title.
    pub shipment_title: String,
    /// The requirement's id.
    pub requirement: String,
    /// Its title.
    pub title: Text,
    /// Where the requirement stands.
    pub state: State,
    /// The document does for it.
    pub serves: bool,
    /// When it is needed.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub need: Option<NaiveDate>,
    /// The day through which it must hold.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub through: Option<NaiveDate>,
    /// Where it falls short, one sentence each; empty where it serves.
    pub short: Vec<Text>,
}

/// A document in the bin.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct BinView {
    /// The document.
    pub document: EvidenceView,
    /// When it was removed, RFC 3339.
    pub removed_at: String,
    /// The day through which it is kept here at least.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub keep_until: NaiveDate,
    /// That day is past: it may be deleted for good.
    pub due: bool,
}

/// Which documents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct EvidenceChoice {
    /// The documents.
    pub evidence: Vec<EvidenceId>,
}

/// Moves documents to the bin.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RemoveEvidence {
    /// The documents.
    pub evidence: Vec<EvidenceId>,
    /// Also where shipments use them; without it such a removal is refused and names them.
    pub although_used: bool,
}

/// Uses documents for a shipment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct LinkMany {
    /// The shipment.
    pub shipment: String,
    /// The documents.
    pub evidence: Vec<EvidenceId>,
}

/// Which stored file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FileQuery {
    /// Its SHA-256.
    pub sha256: String,
    /// A file that is not taken in yet, by its place on disk: then the SHA-256 is not looked at.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(optional))]
    pub path: Option<String>,
}

/// How a file is shown in the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum PreviewKind {
    /// Page by page, as pictures.
    Pages,
    /// As its text.
    Text,
    /// Not at all; the system's viewer may.
    None,
}

/// A stored file as it is read and shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FileDetails {
    /// What it is by its content.
    pub file_type: String,
    /// How it is shown.
    pub preview: PreviewKind,
    /// Pages to show.
    pub pages: u32,
    /// Its text, part by part: where, and the words. Cut where it is long.
    pub text: Vec<(Text, String)>,
    /// How far its text is known, or why it was not read, where that is worth saying.
    pub note: Option<Text>,
    /// What was read in it.
    pub suggestions: Vec<SuggestionView>,
}

/// A page to show.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FilePageRequest {
    /// The file's SHA-256.
    pub sha256: String,
    /// The page, counted from 1.
    pub page: u32,
    /// Width in pixels.
    pub width: u32,
    /// A file that is not taken in yet, by its place on disk: then the SHA-256 is not looked at.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(optional))]
    pub path: Option<String>,
}

/// A page as a picture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PagePicture {
    /// PNG, Base64.
    pub png: String,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// Pages of the file.
    pub pages: u32,
}

/// What a search looks in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum SearchKind {
    /// Requirements of the packs in force.
    Requirement,
    /// Documents held.
    Evidence,
    /// Text in files.
    File,
    /// Shipments.
    Shipment,
    /// Reasons of decisions and exceptions.
    Note,
}

/// A search.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SearchRequest {
    /// What was typed.
    pub text: String,
    /// Where to look; everywhere when empty.
    pub kinds: Vec<SearchKind>,
    /// How many hits at most.
    pub limit: usize,
}

/// What a search found, best first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SearchResults {
    /// The hits.
    pub hits: Vec<SearchHit>,
    /// There are more.
    pub more: bool,
    /// Files whose text is not read yet: they cannot be found by it.
    pub unread: usize,
}

/// A hit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SearchHit {
    /// What it is.
    pub kind: SearchKind,
    /// Id of the requirement, the document, the shipment or the decision.
    pub id: String,
    /// Title.
    pub title: Text,
    /// Where in it, e.g. the file's name and page.
    pub place: Option<Text>,
    /// The page it stands on, in a file that has pages.
    pub page: Option<u32>,
    /// The file, for hits in a file's text.
    pub sha256: Option<String>,
    /// The shipment, where it belongs to one.
    pub shipment: Option<String>,
    /// What a note is about: a requirement or a check.
    pub subject: Option<String>,
    /// The words around the hit.
    pub excerpt: String,
    /// What to mark in the excerpt: from and to, in characters.
    pub marks: Vec<(usize, usize)>,
}

/// What a check of all stored files found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Verified {
    /// Files checked.
    pub checked: usize,
    /// Bytes checked.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub bytes: u64,
    /// What is not as it was stored.
    pub faults: Vec<FaultView>,
}

/// A stored file that is not as it was stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FaultView {
    /// Its SHA-256.
    pub sha256: String,
    /// Its name.
    pub name: String,
    /// What is wrong, in a sentence.
    pub fault: Text,
    /// Documents that it belongs to: id and name.
    pub evidence: Vec<(EvidenceId, String)>,
    /// Shipments that use these: id and title.
    pub shipments: Vec<(String, String)>,
    /// Where it came from.
    pub original_path: Option<String>,
}

/// Puts a stored file right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct HealFile {
    /// The file.
    pub sha256: String,
    /// A file with the same content, or a folder that has it, e.g. a backup; without it, where the
    /// file came from and the workspace's own backups are looked at.
    pub path: Option<String>,
}

/// A stored file that is right again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Healed {
    /// Where its content was found.
    pub from: String,
}

/// How far documents may differ, as decimals.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TolerancesView {
    /// Gross weight between documents, kg.
    pub gross_weight: String,
    /// Verified gross mass, per cent of the sum.
    pub vgm_percent: String,
    /// Verified gross mass, kg; the larger of both holds.
    pub vgm_mass: String,
    /// Lengths, mm.
    pub dimensions: String,
}

impl Default for TolerancesView {
    /// What carriers and customs are used to: none, 1 % or 100 kg, 20 mm.
    fn default() -> Self {
        let text = |words: &str| words.to_owned();
        Self {
            gross_weight: text("0"),
            vgm_percent: text("1"),
            vgm_mass: text("100"),
            dimensions: text("20"),
        }
    }
}

/// Changes how far documents may differ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SaveTolerances {
    /// The shipment.
    pub shipment: String,
    /// All four.
    pub tolerances: TolerancesView,
}

/// Fields of a trade document read in a stored file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DocumentReading {
    /// The shipment.
    pub shipment: String,
    /// Which trade document.
    pub kind: String,
    /// The file.
    pub sha256: String,
}

/// Filters of the library, kept under a name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct SavedView {
    /// Its name.
    pub name: String,
    /// Filter chip: `all`, `expiring`, `expired`, `unused`, `no-file`, `superseded`.
    pub standing: String,
    /// Document type, empty for all.
    pub document_type: String,
    /// Holder, empty for all.
    pub holder: String,
    /// Model, empty for all.
    pub model: String,
    /// Language code, empty for all.
    pub language: String,
    /// Shipment that uses it, empty for all.
    pub used_by: String,
    /// What was typed.
    pub typed: String,
}
