//! The page "today".

use super::{ClockView, Failed};
use chrono::NaiveDate;
use readiness::{
    EvidenceId, Instant, MaterialState, MilestoneId, PartyRole, Progress, Severity, Text, WaitsFor,
};
use serde::{Deserialize, Serialize};

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
    /// The day through which the document must hold, as planned.
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

/// A ticket that is not solved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TodayTicket {
    /// The shipment.
    pub shipment: String,
    /// Its title.
    pub shipment_title: String,
    /// The ticket.
    pub ticket: String,
    /// What it is about.
    pub subject: String,
    /// What kind of ticket it is.
    pub kind: Text,
    /// The other side's role.
    pub role: Text,
    /// The other side's name; empty where the order does not name it.
    pub party: String,
    /// Who has to act next.
    pub waits_for: WaitsFor,
    /// When it was asked.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub opened: Instant,
    /// The clock that is up first of those that run; none where none does.
    pub clock: Option<ClockView>,
}

/// What is to be sent of a material in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TodayLanguage {
    /// The language's code.
    pub code: String,
    /// Its name.
    pub title: Text,
    /// How far it is.
    pub state: MaterialState,
    /// It was sent, and its original is newer.
    pub stale: bool,
}

/// A material for the customer that is due within a week, or overdue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TodayMaterial {
    /// The shipment.
    pub shipment: String,
    /// Its title.
    pub shipment_title: String,
    /// The material.
    pub material: String,
    /// The consignment it goes with; none for the whole shipment.
    pub consignment: Option<u8>,
    /// What it is.
    pub title: Text,
    /// The day it is due.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub on: NaiveDate,
    /// Why on that day; none for what comes again and again.
    pub why: Option<Text>,
    /// Days from today; negative when past.
    pub days: i64,
    /// It should have been sent.
    pub overdue: bool,
    /// The languages still to be sent.
    pub languages: Vec<TodayLanguage>,
    /// One of them is enough.
    pub one_language: bool,
    /// The order does not say yet which language is needed.
    pub language_open: bool,
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
    /// Tickets that are not solved, the most urgent first.
    pub tickets: Vec<TodayTicket>,
    /// Materials that are due within a week, and what should have been sent.
    pub materials: Vec<TodayMaterial>,
    /// What expires within 90 days or has expired, and is needed.
    pub expires: Vec<TodayExpiry>,
    /// Shipments that cannot be judged.
    pub unreadable: Vec<TodayUnreadable>,
}
