//! What a client asks to be changed.

use super::MilestoneEdit;
use chrono::NaiveDate;
use readiness::{
    DecisionKind, Evidence, EvidenceId, FactId, MilestoneId, Order, ProductFrame, TradeDocument,
    Value,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A new shipment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NewShipment {
    /// What is agreed.
    pub order: Order,
    /// The products.
    pub products: Vec<ProductFrame>,
    /// The template.
    pub template: String,
    /// Day 0: the contract takes effect.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub start: NaiveDate,
    /// Answers known already.
    pub answers: Vec<(FactId, Value)>,
    /// Answers about the products, in their order.
    #[serde(default)]
    pub product_answers: Vec<BTreeMap<FactId, Value>>,
}

/// A sample to open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SampleChoice {
    /// Its id.
    pub sample: String,
}

/// Puts a shipment away or takes it back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ArchiveShipment {
    /// The shipment.
    pub shipment: String,
    /// Away, or back.
    pub archived: bool,
}

/// Changes what is agreed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SaveOrder {
    /// The shipment.
    pub shipment: String,
    /// All of it.
    pub order: Order,
}

/// Adds or changes a product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SaveProduct {
    /// The shipment.
    pub shipment: String,
    /// The product; a new one when none.
    pub product: Option<String>,
    /// What it is.
    pub frame: ProductFrame,
}

/// Takes a product out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RemoveProduct {
    /// The shipment.
    pub shipment: String,
    /// The product.
    pub product: String,
}

/// Answers a fact, or takes the answer back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AnswerFact {
    /// The shipment.
    pub shipment: String,
    /// The product; none for the shipment.
    pub product: Option<String>,
    /// The fact.
    pub fact: FactId,
    /// The answer; none makes it unknown again.
    pub value: Option<Value>,
}

/// Changes a document's data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SaveEvidence {
    /// The record; a new one when its id is empty.
    pub evidence: Evidence,
    /// The shipment a new one is for.
    pub shipment: Option<String>,
}

/// Uses a document for a shipment, or no longer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct LinkEvidence {
    /// The shipment.
    pub shipment: String,
    /// The document.
    pub evidence: EvidenceId,
}

/// Opens a stored file in the system's viewer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct OpenFile {
    /// The file.
    pub sha256: String,
    /// Its name, for the copy shown.
    pub name: String,
}

/// Changes the fields of a trade document; none removes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SaveDocument {
    /// The shipment.
    pub shipment: String,
    /// Which document.
    pub kind: String,
    /// Its fields.
    pub document: Option<TradeDocument>,
}

/// Records that a difference is right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RecordException {
    /// The shipment.
    pub shipment: String,
    /// The check.
    pub check: String,
    /// Why.
    pub reason: String,
}

/// Takes back that a difference was accepted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RevokeException {
    /// The shipment.
    pub shipment: String,
    /// The accepted difference.
    pub exception: String,
}

/// Decides on a requirement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Decide {
    /// The shipment.
    pub shipment: String,
    /// The requirement or check.
    pub subject: String,
    /// What.
    pub kind: DecisionKind,
    /// Who.
    pub by: String,
    /// Why.
    pub reason: String,
    /// Until when.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub until: Option<NaiveDate>,
}

/// Takes a decision back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RevokeDecision {
    /// The shipment.
    pub shipment: String,
    /// The decision.
    pub decision: String,
}

/// Changes a milestone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct EditMilestone {
    /// The shipment.
    pub shipment: String,
    /// The milestone.
    pub milestone: MilestoneId,
    /// All that the user sets of it.
    pub edit: MilestoneEdit,
}
