//! The watch list: signals, what they could touch, when they are looked at again.

use chrono::NaiveDate;
use readiness::{
    CouldAffect, NextReview, Signal, SignalId, SignalReview, SignalStatus, Stage, Text,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Something that a signal could touch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TargetView {
    /// What.
    pub target: CouldAffect,
    /// Its title; the bare id where no pack in force has it.
    pub title: Text,
    /// The pack it stands in.
    pub pack: Option<Text>,
}

/// An open shipment that a signal could touch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TouchedShipment {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
}

/// One signal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SignalView {
    /// As it stands after all reviews. What was written in one language alone stands in both.
    pub signal: Signal,
    /// The furthest stage reached; none where nothing has been heard of it yet.
    pub stage: Option<Stage>,
    /// As the user wrote it, where it is the user's own.
    pub own: Option<Signal>,
    /// Not watched any longer.
    pub hidden: bool,
    /// The looks taken at it, the latest first.
    pub reviews: Vec<SignalReview>,
    /// The day of the next review; none where it is wanted now and not known since when.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub due: Option<NaiveDate>,
    /// The review should have been done.
    pub overdue: bool,
    /// By how many calendar days; 0 where that is not known.
    pub days_overdue: i64,
    /// What it could touch.
    pub targets: Vec<TargetView>,
    /// The address of a page by the reference that names it, of the references that do.
    pub addresses: BTreeMap<String, String>,
    /// Open shipments that it could touch.
    pub shipments: Vec<TouchedShipment>,
}

/// The watch list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct WatchList {
    /// All signals, those to be looked at first in front; hidden ones included.
    pub signals: Vec<SignalView>,
}

/// A new signal of the user's own, or changes to one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SaveSignal {
    /// All of it; with an empty id a new one. The day it was noted is set by the program.
    pub signal: Signal,
}

/// Records that somebody looked at a signal today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ReviewSignal {
    /// The signal.
    pub signal: SignalId,
    /// Who looked.
    pub by: String,
    /// What was found; of a contradiction, what says otherwise.
    pub found: String,
    /// Where it was found.
    pub reference: Option<String>,
    /// The stage as found; none where it is as before.
    pub stage: Option<Stage>,
    /// The day that stage was reached, where it is known.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub stage_on: Option<NaiveDate>,
    /// How far it is verified now; none where it is as before.
    pub status: Option<SignalStatus>,
    /// When to look again.
    pub next: NextReview,
}

/// Opens the page that a reference of a signal names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct OpenAddress {
    /// The signal.
    pub signal: SignalId,
    /// The reference, as the signal has it.
    pub reference: String,
}

/// A signal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SignalChoice {
    /// The signal.
    pub signal: SignalId,
}

/// Watches a signal no longer, or again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct WatchSignal {
    /// The signal.
    pub signal: SignalId,
    /// Watched, or no longer.
    pub watched: bool,
}
