//! The response times promised to parties: those of the catalogue and the workspace's own.

use readiness::{Phase, Target, Text, TicketStage};
use serde::{Deserialize, Serialize};

/// All response times that can be promised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PromisedTimes {
    /// By kind of ticket, in the order of the catalogue.
    pub kinds: Vec<PromisedKind>,
}

/// The response times of one kind of ticket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PromisedKind {
    /// The material's id, e.g. `cm-sla`.
    pub id: String,
    /// The part of the project it belongs to.
    pub phase: Phase,
    /// What it is.
    pub title: Text,
    /// Where the catalogue's times come from.
    pub source: Text,
    /// What is measured.
    pub measures: Vec<PromisedMeasure>,
}

/// A response time with its own value, where there is one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PromisedMeasure {
    /// Its id within the material, e.g. `first-reply`.
    pub id: String,
    /// What is measured.
    pub title: Text,
    /// What ends it.
    pub until: TicketStage,
    /// Only in these markets; in all when empty.
    pub markets: Vec<Text>,
    /// As the catalogue has it.
    pub standard: Target,
    /// As the workspace promises instead.
    pub own: Option<Target>,
}

/// The workspace's own value of one response time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct OwnTime {
    /// The material.
    pub material: String,
    /// The measure.
    pub measure: String,
    /// How long it may take; none takes the catalogue's again.
    pub within: Option<Target>,
}

/// Changes the response times that new tickets take.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SavePromisedTimes {
    /// Those that change.
    pub times: Vec<OwnTime>,
}
