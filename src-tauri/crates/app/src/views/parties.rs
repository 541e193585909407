//! The parties of a shipment and what they owe, and the page "today".

use super::{Failed, ReportLanguage};
use chrono::NaiveDate;
use readiness::{
    EvidenceId, MilestoneId, Party, PartyRole, Progress, RequirementId, Severity, Text,
};
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

/// When something is to be started.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum StartWhen {
    /// It should have been started.
    Overdue,
    /// Today.
    Today,
    /// Within seven days.
    Week,
}

/// Something to start.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TodayStart {
    /// The shipment.
    pub shipment: String,
    /// Its title.
    pub shipment_title: String,
    /// The finding, where it is one.
    pub finding: Option<String>,
    /// The milestone, where it is one.
    pub milestone: Option<MilestoneId>,
    /// What to start.
    pub title: Text,
    /// How bad; none for a milestone.
    pub severity: Option<Severity>,
    /// By when.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub by: NaiveDate,
    /// Days from today; negative when past.
    pub days: i64,
    /// Overdue, today or this week.
    pub when: StartWhen,
}

/// A milestone that waits for somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TodayWait {
    /// The shipment.
    pub shipment: String,
    /// Its title.
    pub shipment_title: String,
    /// The milestone.
    pub milestone: MilestoneId,
    /// Its name.
    pub title: Text,
    /// All who carry it.
    pub roles: Vec<Text>,
    /// Planned last day.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub finish: NaiveDate,
    /// Days from today to its planned finish; negative when past.
    pub days: i64,
    /// Under way or overdue.
    pub progress: Progress,
    /// No float.
    pub critical: bool,
}

/// What waits for one party, over all shipments.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct WaitGroup {
    /// The role; none where nobody carries the milestones.
    pub role: Option<PartyRole>,
    /// The role's name.
    pub title: Text,
    /// Its name, where it is known.
    pub party: Option<Text>,
    /// The milestones, the most overdue one first.
    pub rows: Vec<TodayWait>,
}

/// A shipment's id and title.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ShipmentName {
    /// Its id.
    pub shipment: String,
    /// Its title.
    pub title: String,
    /// The last day on which it needs the document, as planned.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub needed: Option<NaiveDate>,
}

/// A document that expires and is still needed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TodayExpiry {
    /// The document.
    pub evidence: EvidenceId,
    /// What kind of document.
    pub title: Text,
    /// Its number or own title.
    pub name: String,
    /// Its last day.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub expires: NaiveDate,
    /// Days from today; negative when past.
    pub days: i64,
    /// The open shipments that need it.
    pub shipments: Vec<ShipmentName>,
}

/// A shipment that cannot be judged, so that nothing of it is listed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TodayUnreadable {
    /// The shipment.
    pub shipment: String,
    /// Its title.
    pub title: String,
    /// Why.
    pub failure: Failed,
}

/// The page "today": across all open shipments.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TodayView {
    /// Today, by the computer's clock.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub today: NaiveDate,
    /// Number of open shipments.
    pub open: usize,
    /// What to start within a week, and what should have been started.
    pub start: Vec<TodayStart>,
    /// What waits for whom.
    pub waits: Vec<WaitGroup>,
    /// What expires within 90 days or has expired, and is needed.
    pub expires: Vec<TodayExpiry>,
    /// Shipments that cannot be judged.
    pub unreadable: Vec<TodayUnreadable>,
}
