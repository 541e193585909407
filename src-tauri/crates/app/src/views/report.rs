//! What leaves: reports, the history, failures.

use super::Changes;
use chrono::NaiveDate;
use readiness::Text;
use serde::{Deserialize, Serialize};

/// The languages of a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum ReportLanguage {
    /// English.
    En,
    /// Simplified Chinese.
    Zh,
    /// Both.
    #[default]
    Both,
}

/// Sections of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum ReportSection {
    /// Summary and gates.
    Summary,
    /// Findings and next steps.
    Findings,
    /// Findings explained.
    Explanations,
    /// Requirements in play.
    Requirements,
    /// Evidence with SHA-256.
    Evidence,
    /// Document consistency.
    Documents,
    /// Schedule and critical path.
    Schedule,
    /// Decisions and waivers.
    Decisions,
    /// References with verification state.
    References,
}

/// A report to make.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ReportRequest {
    /// The shipment.
    pub shipment: String,
    /// The day judged on; today when none.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub on: Option<NaiveDate>,
    /// Languages.
    pub language: ReportLanguage,
    /// Sections.
    pub sections: Vec<ReportSection>,
    /// The company's logo on it.
    pub logo: bool,
    /// Marked as a draft while a gate is held.
    pub draft: bool,
    /// Answers and hash list embedded as data.
    pub embed: bool,
}

/// A report's pages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ReportPreview {
    /// Names this layout when its pages are asked for.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub layout: u64,
    /// How many pages it has.
    pub pages: usize,
    /// Characters no font has, replaced by a box.
    pub warnings: Vec<Text>,
}

/// A page of a report laid out before.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PageRequest {
    /// The layout it belongs to.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub layout: u64,
    /// The page, counted from 1.
    pub page: usize,
    /// Pixels to a point of 1/72 inch.
    pub pixels: f64,
}

/// A file written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SavedFile {
    /// Where.
    pub path: String,
    /// Bytes.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub size: u64,
    /// Pages.
    pub pages: usize,
}

/// What undo or redo did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct UndoDone {
    /// Which change.
    pub label: Text,
    /// What it touched.
    pub changes: Changes,
}

/// A change in the history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct HistoryEntry {
    /// Its number.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub id: i64,
    /// When, as RFC 3339.
    pub at: String,
    /// Who.
    pub author: String,
    /// What.
    pub label: Text,
    /// The shipment, where it concerns one.
    pub shipment: Option<String>,
    /// Taken back.
    pub undone: bool,
}

/// What went wrong, in words, with the next step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Failed {
    /// Stable code.
    pub code: String,
    /// What happened and what is safe.
    pub message: Text,
    /// What to do.
    pub next: Text,
    /// Details for whoever repairs it, in English.
    pub detail: String,
}
