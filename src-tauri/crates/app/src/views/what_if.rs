//! Another state to compare with, what it would change, and the what-ifs that were kept.

use super::{FindingView, Named};
use chrono::NaiveDate;
use readiness::{
    Counts, Evidence, EvidenceId, FactId, GateState, Incoterm, MilestoneId, Text, Value,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Another state to compare with. What is left out stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct WhatIf {
    /// The shipment.
    pub shipment: String,
    /// The day judged on; today when none.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub on: Option<NaiveDate>,
    /// Another ship date.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub ships: Option<NaiveDate>,
    /// Another country, with its market and languages.
    pub country: Option<String>,
    /// Another Incoterm.
    pub incoterm: Option<Incoterm>,
    /// Another named place of the Incoterm.
    #[serde(default)]
    pub incoterm_place: Option<String>,
    /// Other answers to facts, of the shipment or of one product.
    #[serde(default)]
    pub answers: Vec<AnswerTried>,
    /// Other planned days of milestones.
    #[serde(default)]
    pub durations: BTreeMap<MilestoneId, u16>,
    /// Documents held that are taken away.
    #[serde(default)]
    pub without: Vec<EvidenceId>,
    /// Documents that would be held.
    #[serde(default)]
    pub assumed: Vec<Evidence>,
}

/// Another answer to a fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AnswerTried {
    /// The product; none for the shipment.
    pub product: Option<String>,
    /// The fact.
    pub fact: FactId,
    /// The answer; none makes it unknown.
    pub value: Option<Value>,
}

/// A part of a what-if that the shipment no longer has a place for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Misfit {
    /// The field of the what-if.
    pub field: String,
    /// What does not fit, and why.
    pub message: Text,
}

/// A gate before and after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct GateChange {
    /// The milestone.
    pub milestone: MilestoneId,
    /// Its name.
    pub title: Text,
    /// Before: date and state.
    #[cfg_attr(feature = "ts", ts(as = "Option<(String, GateState)>"))]
    pub before: Option<(NaiveDate, GateState)>,
    /// After.
    #[cfg_attr(feature = "ts", ts(as = "Option<(String, GateState)>"))]
    pub after: Option<(NaiveDate, GateState)>,
}

/// A milestone that moves: first and last planned day before and after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MilestoneShift {
    /// The milestone.
    pub milestone: MilestoneId,
    /// Its name.
    pub title: Text,
    /// Before; none when it is new.
    #[cfg_attr(feature = "ts", ts(as = "Option<(String, String)>"))]
    pub before: Option<(NaiveDate, NaiveDate)>,
    /// After; none when it falls away.
    #[cfg_attr(feature = "ts", ts(as = "Option<(String, String)>"))]
    pub after: Option<(NaiveDate, NaiveDate)>,
}

/// The figures of one state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct StateView {
    /// Findings by severity.
    pub counts: Counts,
    /// The ship date; none where nothing ships.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub ships: Option<NaiveDate>,
    /// The end of the schedule.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub end: NaiveDate,
    /// The critical path.
    pub critical_path: Vec<Named>,
    /// Milestones of a plant that run into a quiet period: never a finding, worth asking about.
    pub quiet: Vec<Named>,
}

/// The difference.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct WhatIfView {
    /// New findings.
    pub added: Vec<FindingView>,
    /// Findings gone.
    pub removed: Vec<FindingView>,
    /// Findings that change: before, after.
    pub changed: Vec<(FindingView, FindingView)>,
    /// Gates that move or change.
    pub gates: Vec<GateChange>,
    /// Milestones that move, come or go, in the order of the schedule.
    pub moves: Vec<MilestoneShift>,
    /// Days by which the end moves.
    pub end_moves: i64,
    /// Counts after.
    pub counts: Counts,
    /// The figures before.
    pub before: StateView,
    /// The figures after.
    pub after: StateView,
}

/// A what-if that was kept, judged on the shipment as it is now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ScenarioView {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// When it was kept, RFC 3339.
    pub kept_at: String,
    /// What it changes.
    pub what_if: WhatIf,
    /// The same in words, one for each change.
    pub tried: Vec<Text>,
    /// What the shipment no longer has a place for; the rest is judged without it.
    pub misfits: Vec<Misfit>,
    /// The figures; none where the schedule can no longer be planned.
    pub state: Option<StateView>,
    /// Days by which the end moves against the present.
    pub end_moves: i64,
}

/// Keeps a what-if under a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SaveScenario {
    /// The scenario to rename or change; a new one when none.
    pub scenario: Option<String>,
    /// Its name.
    pub name: String,
    /// What it changes.
    pub what_if: WhatIf,
}

/// One scenario.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ScenarioChoice {
    /// Its id.
    pub scenario: String,
}

/// Asks for the scenarios of a shipment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ScenarioQuery {
    /// The shipment.
    pub shipment: String,
    /// The day judged on; today when none.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub on: Option<NaiveDate>,
}

/// Two states to put side by side; none is the present.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CompareScenarios {
    /// The shipment.
    pub shipment: String,
    /// The day judged on; today when none.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub on: Option<NaiveDate>,
    /// The left one.
    pub a: Option<String>,
    /// The right one.
    pub b: Option<String>,
}

/// Two states side by side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ScenarioComparison {
    /// What no longer fits of the left one.
    pub misfits_a: Vec<Misfit>,
    /// What no longer fits of the right one.
    pub misfits_b: Vec<Misfit>,
    /// From left to right: `removed` are found only left, `added` only right.
    pub difference: WhatIfView,
}
