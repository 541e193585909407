//! The list of shipments.

use super::{Failed, Settings, UpgradeRow};
use chrono::NaiveDate;
use readiness::{Counts, GateState, MilestoneId, Severity, Text};
use serde::{Deserialize, Serialize};

/// One gate in a small strip.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct GateView {
    /// The milestone.
    pub milestone: MilestoneId,
    /// Its name.
    pub title: Text,
    /// When things are needed there.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub date: NaiveDate,
    /// Its last planned day: when it is passed.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub finish: NaiveDate,
    /// How it stands.
    pub state: GateState,
    /// Findings that stop the shipment here.
    pub counts: Counts,
    /// The consignment, where there are several.
    pub consignment: Option<u8>,
    /// Ids of those findings.
    pub findings: Vec<String>,
}

/// One shipment in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ShipmentRow {
    /// Its id.
    pub id: String,
    /// The exporter's reference.
    pub reference: String,
    /// Title: model and destination.
    pub title: String,
    /// The buyer.
    pub buyer: String,
    /// Incoterm and place.
    pub terms: String,
    /// Planned departure.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub ships: Option<NaiveDate>,
    /// Its gates.
    pub gates: Vec<GateView>,
    /// Position of the next gate in that list.
    pub next_gate: Option<usize>,
    /// Counts of findings.
    pub counts: Counts,
    /// Unanswered questions that decide.
    pub unknown: usize,
    /// Put away.
    pub archived: bool,
    /// Why it cannot be judged, where it cannot: then nothing above is known.
    pub failure: Option<Failed>,
}

/// Something to start soon.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct StartItem {
    /// The shipment.
    pub shipment: String,
    /// Its title.
    pub shipment_title: String,
    /// The finding's id.
    pub finding: String,
    /// What to start.
    pub title: Text,
    /// How bad.
    pub severity: Severity,
    /// By when.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub start_by: NaiveDate,
    /// Days from today; negative when past.
    pub days: i64,
}

/// The first page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Home {
    /// Today, by the computer's clock.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub today: NaiveDate,
    /// Folder of the workspace.
    pub folder: String,
    /// All shipments.
    pub shipments: Vec<ShipmentRow>,
    /// What to start within a week, and what should have been started.
    pub start: Vec<StartItem>,
    /// Number of documents held.
    pub evidence: usize,
    /// Signals of the watch list whose review is overdue.
    pub overdue_signals: usize,
    /// Shipments that could take other versions of packs.
    pub upgrades: Vec<UpgradeRow>,
    /// Settings.
    pub settings: Settings,
    /// What undo would take back.
    pub undo: Option<Text>,
    /// What redo would do again.
    pub redo: Option<Text>,
}
