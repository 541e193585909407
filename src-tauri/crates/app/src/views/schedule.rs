//! Editing the schedule: what a client asks for and what it is shown before anything is saved.

use super::{FindingView, MilestoneEdit};
use chrono::NaiveDate;
use readiness::{CalendarId, Counts, MilestoneId, PartyRole, Text};
use serde::{Deserialize, Serialize};

/// One milestone with what would be set of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MilestoneTrial {
    /// The milestone.
    pub milestone: MilestoneId,
    /// All that would be set of it.
    pub edit: MilestoneEdit,
}

/// Asks what would move.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PreviewMilestones {
    /// The shipment.
    pub shipment: String,
    /// Judged on another day.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub on: Option<NaiveDate>,
    /// The changes, tried together.
    pub edits: Vec<MilestoneTrial>,
}

/// Where a milestone lies in a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MilestonePlace {
    /// Planned start.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub start: NaiveDate,
    /// Planned last day.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub finish: NaiveDate,
    /// Day after the last, as a number of days from the schedule's start: equal to the start of a
    /// milestone without length.
    pub end_day: i32,
    /// Total float in days.
    pub total_float: i32,
    /// No float: a day lost here delays the end.
    pub critical: bool,
}

/// A milestone that would lie elsewhere, or have another float.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MilestoneMove {
    /// The milestone.
    pub milestone: MilestoneId,
    /// What the user reads.
    pub title: Text,
    /// As planned now.
    pub before: MilestonePlace,
    /// As it would be.
    pub after: MilestonePlace,
}

/// What changes of milestones would do. Nothing is saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MilestonePreview {
    /// The milestones that move or change their float, in the schedule's order.
    pub moves: Vec<MilestoneMove>,
    /// The critical path now, first to last.
    pub critical_before: Vec<MilestoneId>,
    /// The critical path then.
    pub critical_after: Vec<MilestoneId>,
    /// Gates that move or stand otherwise.
    pub gates: Vec<super::GateChange>,
    /// Findings that would come.
    pub added: Vec<FindingView>,
    /// Findings that would go.
    pub removed: Vec<FindingView>,
    /// Findings judged otherwise: as they would be.
    pub changed: Vec<FindingView>,
    /// Days by which the end moves; negative when earlier.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub end_moves: i64,
    /// Last day of all.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub end: NaiveDate,
    /// Findings by severity then.
    pub counts: Counts,
}

/// A milestone of the user's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AddMilestone {
    /// The shipment.
    pub shipment: String,
    /// What it is called.
    pub title: Text,
    /// Who carries it; nobody in particular when none.
    pub roles: Vec<PartyRole>,
    /// Days: shortest, planned, longest.
    pub duration: readiness::Duration,
    /// Its working calendar; calendar days when none.
    pub calendar: Option<CalendarId>,
    /// What it waits for, as written: `packing+2w`.
    pub after: Vec<String>,
    /// Milestones that wait for its end.
    pub before: Vec<MilestoneId>,
    /// The consignment, counted from 1.
    pub consignment: Option<u8>,
}

/// A milestone of a shipment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MilestoneChoice {
    /// The shipment.
    pub shipment: String,
    /// The milestone.
    pub milestone: MilestoneId,
}
