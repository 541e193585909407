//! Taking files in: the look at them, the record each becomes, and long work as it goes on.

use super::{Changes, Verified};
use readiness::{DocumentType, Evidence, EvidenceId, Text};
use serde::{Deserialize, Serialize};

/// Files and folders to be looked at before anything is taken in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ReviewFiles {
    /// Paths on disk, as chosen or dropped; folders with all that lies in them.
    pub paths: Vec<String>,
    /// The shipment they are for.
    pub shipment: Option<String>,
    /// What they are, where that is known already.
    pub document_type: Option<DocumentType>,
}

/// A long job that has begun.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct JobStarted {
    /// Its number.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub job: u64,
}

/// Which job.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct JobQuery {
    /// Its number.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub job: u64,
}

/// How far a job is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct JobView {
    /// Units done: bytes, or files where nothing is copied.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub done: u64,
    /// Units in all, once known.
    #[cfg_attr(feature = "ts", ts(type = "number | null"))]
    pub total: Option<u64>,
    /// The file at hand.
    pub item: String,
    /// What it came to, once it has ended. It is handed out once.
    pub outcome: Option<JobOutcome>,
}

/// How a job ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum JobOutcome {
    /// Files looked at.
    Reviewed(Review),
    /// Files taken in.
    TakenIn(TakenIn),
    /// Stored files checked.
    Verified(Verified),
    /// Texts read for the search.
    Read(TextsRead),
    /// It failed or was stopped: nothing is half done.
    Failed(super::Failed),
}

/// What a look at files found. Nothing is taken in yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Review {
    /// The files, folder by folder.
    pub files: Vec<IncomingFile>,
    /// There were more than are looked at once: so many are left out.
    pub left_out: usize,
}

/// A file that could be taken in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct IncomingFile {
    /// Where it is.
    pub path: String,
    /// Its name.
    pub name: String,
    /// Its folder below the one chosen; empty at the top.
    pub folder: String,
    /// Bytes.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub size: u64,
    /// SHA-256 of its content; none where it was not read.
    pub sha256: Option<String>,
    /// What it is by its content, e.g. `pdf`, `docx`, `image`.
    pub file_type: String,
    /// Why it cannot be taken in.
    pub refused: Option<Text>,
    /// What is to be known about it: password, damage, no text.
    pub note: Option<Text>,
    /// A document that has this very file already: id and name.
    pub held: Option<(EvidenceId, String)>,
    /// An earlier file of this list with the same content.
    pub same_as: Option<String>,
    /// A document of the same type that it seems to be a newer version of: id and name.
    pub newer_than: Option<(EvidenceId, String)>,
    /// What it seems to be.
    pub document_type: Option<DocumentType>,
    /// Title of that type.
    pub type_title: Option<Text>,
    /// Requirements of the shipment that such a document serves.
    pub serves: Vec<Text>,
    /// What was read in it.
    pub suggestions: Vec<SuggestionView>,
}

/// Something read in a file. It is taken over only on the user's word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SuggestionView {
    /// What for: `document-type`, `number`, `issuer`, `holder`, `issued`, `expires`, `model`,
    /// `standard`, `language`.
    pub field: String,
    /// Its value in normal form.
    pub value: String,
    /// The value in words, where it is an id.
    pub shown: Option<Text>,
    /// Where it was read, e.g. page 2.
    pub place: Text,
    /// The line it was read in.
    pub excerpt: String,
    /// Where in the excerpt its words begin, in characters.
    pub from: usize,
    /// Where they end.
    pub to: usize,
}

/// Takes files in, each as its own document unless said otherwise. All or none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TakeIn {
    /// The shipment they are for.
    pub shipment: Option<String>,
    /// The files.
    pub items: Vec<TakeInItem>,
}

/// A file to take in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TakeInItem {
    /// Where it is.
    pub path: String,
    /// Its SHA-256 when it was looked at; a file that changed since is refused.
    pub sha256: Option<String>,
    /// The record: a new one when its id is empty, or the one that the file is added to.
    pub evidence: Evidence,
    /// The document that this one is a newer version of.
    pub replaces: Option<EvidenceId>,
    /// Shipments that use the newer version from now on instead of the older one.
    pub switch: Vec<String>,
}

/// What was taken in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TakenIn {
    /// The documents, in the order asked for.
    pub evidence: Vec<EvidenceId>,
    /// What it touched.
    pub changes: Changes,
}

/// Texts read for the search.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TextsRead {
    /// Files read.
    pub read: usize,
    /// Files that have no text or cannot be read.
    pub without: usize,
}
