//! The parties of a shipment and what they owe.

use super::ReportLanguage;
use chrono::NaiveDate;
use readiness::{MilestoneId, Party, PartyRole, Progress, RequirementId, Severity, Text};
use serde::{Deserialize, Serialize};

/// A day as one party sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PartyDay {
    /// The day.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub date: NaiveDate,
    /// Its own calendar says that it does not work then.
    pub off: bool,
}

/// A milestone that a party carries and that is not done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct OwedMilestone {
    /// The milestone.
    pub milestone: MilestoneId,
    /// Its name.
    pub title: Text,
    /// What closes it.
    pub closes_with: Text,
    /// The consignment, where there are several.
    pub consignment: Option<u8>,
    /// Planned start.
    pub start: PartyDay,
    /// Planned last day.
    pub finish: PartyDay,
    /// Latest last day that does not delay the end.
    pub latest_finish: PartyDay,
    /// Days it can slip.
    pub total_float: i32,
    /// No float.
    pub critical: bool,
    /// How far it is.
    pub progress: Progress,
}

/// A document that a party is to bring.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct OwedDocument {
    /// The requirement.
    pub requirement: RequirementId,
    /// Its place in the checklist: the finding, or the requirement where there is none.
    pub item: String,
    /// Its name.
    pub title: Text,
    /// The consignment, where there are several.
    pub consignment: Option<u8>,
    /// How bad it is to be without.
    pub severity: Severity,
    /// The milestone that needs it.
    pub needed_for: Option<Text>,
    /// Start by this day.
    pub start_by: Option<PartyDay>,
    /// The day it is needed.
    pub needed: Option<PartyDay>,
}

/// A role with who fills it and what it owes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PartyView {
    /// The role.
    pub role: PartyRole,
    /// Its name.
    pub title: Text,
    /// Who fills it; none where nobody is named yet.
    pub party: Option<Party>,
    /// The milestones that are not done, by their start.
    pub milestones: Vec<OwedMilestone>,
    /// The documents to bring, by the day to start.
    pub documents: Vec<OwedDocument>,
    /// What is due from it next.
    pub next: Option<OwedNext>,
}

/// What a party owes next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct OwedNext {
    /// The milestone or document.
    pub title: Text,
    /// What is due on the day.
    pub due: OwedDue,
    /// The day.
    pub day: PartyDay,
}

/// What is due from a party on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum OwedDue {
    /// A milestone ends.
    Finish,
    /// Getting a document is to be started.
    Start,
    /// A document is needed.
    Need,
}

/// All parties of a shipment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PartiesView {
    /// Those that take part or owe something.
    pub parties: Vec<PartyView>,
    /// The working calendars to choose from.
    pub calendars: Vec<super::CalendarTitle>,
    /// The time zones to choose from, by IANA name.
    pub time_zones: Vec<String>,
}

/// Names who fills a role, or that nobody does any more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SaveParty {
    /// The shipment.
    pub shipment: String,
    /// The role.
    pub role: PartyRole,
    /// Who fills it; nobody when none.
    pub party: Option<Party>,
}

/// What a list for a party is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum PartyListFormat {
    /// A document.
    Pdf,
    /// A workbook.
    Xlsx,
    /// A calendar file.
    Ics,
}

/// Which list, as what, in which language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PartyListRequest {
    /// The shipment.
    pub shipment: String,
    /// The role.
    pub role: PartyRole,
    /// What it is written as.
    pub format: PartyListFormat,
    /// The languages of it.
    pub language: ReportLanguage,
}

/// Which days go into a calendar file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CalendarRequest {
    /// One shipment; all that are open when none.
    pub shipment: Option<String>,
    /// The languages of it.
    pub language: ReportLanguage,
}
