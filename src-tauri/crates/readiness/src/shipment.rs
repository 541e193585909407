//! A shipment as the engine sees it: plain data, complete, without a clock.

use crate::{
    CalendarId, DocumentType, Evidence, FactId, Incoterm, MilestoneId, Network, PartyRole,
    Quantity, RequirementId, Tolerances, TradeDocument, Value,
};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// A firm or authority taking part.
#[derive(
    Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct Party {
    /// Its name as printed on documents.
    #[schemars(length(max = 300))]
    pub name: String,
    /// Its Chinese name.
    #[schemars(length(max = 300))]
    pub name_zh: Option<String>,
    /// ISO 3166 alpha-2 country code.
    #[schemars(length(max = 2))]
    pub country: Option<String>,
    /// Address or site.
    #[schemars(length(max = 600))]
    pub address: Option<String>,
    /// Whom to write to or call, the first one first.
    #[schemars(length(max = 40))]
    pub contacts: Vec<Contact>,
    /// Codes of the languages it can be written to in, the preferred one first, e.g. `de`.
    #[schemars(length(max = 20))]
    pub languages: Vec<String>,
    /// Its time zone by IANA name, e.g. `Europe/Berlin`.
    #[schemars(length(max = 60))]
    pub time_zone: Option<String>,
    /// The calendar of its working days; clocks and replies count in it.
    pub calendar: Option<CalendarId>,
}

/// A person at a party.
#[derive(
    Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct Contact {
    /// Name.
    #[schemars(length(max = 200))]
    pub name: String,
    /// What they do there.
    #[schemars(length(max = 200))]
    pub position: Option<String>,
    /// E-mail address.
    #[schemars(length(max = 320))]
    pub email: Option<String>,
    /// Telephone, as dialled from abroad.
    #[schemars(length(max = 60))]
    pub phone: Option<String>,
}

/// The edition of ISO 230-2 an accuracy figure follows; the figures are not comparable as they
/// stand.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum AccuracyBasis {
    /// ISO 230-2:1988.
    #[serde(rename = "1988")]
    Iso1988,
    /// ISO 230-2:2006 and later.
    #[serde(rename = "2006")]
    Iso2006,
}

/// One linear axis.
#[derive(
    Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct Axis {
    /// Its letter, e.g. `X`; `best` where only the best figure is known.
    #[schemars(length(max = 20))]
    pub name: String,
    /// Travel.
    pub travel: Option<Quantity>,
    /// Positioning accuracy, by the edition named in [`Machining::accuracy_basis`].
    pub accuracy: Option<Quantity>,
    /// Unidirectional positioning repeatability.
    pub repeatability: Option<Quantity>,
}

/// What the dual-use thresholds ask of a machine tool.
#[derive(
    Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct Machining {
    /// It turns.
    pub turning: Option<bool>,
    /// It mills.
    pub milling: Option<bool>,
    /// Axes that contour at the same time.
    #[schemars(range(max = 100))]
    pub simultaneous_axes: Option<u8>,
    /// Rotary axes that contour; an axis that only indexes does not count.
    #[schemars(range(max = 100))]
    pub rotary_axes: Option<u8>,
    /// Greatest diameter turned.
    pub max_turned_diameter: Option<Quantity>,
    /// The edition the accuracy figures follow.
    pub accuracy_basis: Option<AccuracyBasis>,
    /// The linear axes.
    #[schemars(length(max = 40))]
    pub axes: Vec<Axis>,
}

/// One kind of machine or part in the order.
#[derive(
    Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct ProductFrame {
    /// Model, e.g. `LM-MT650`.
    #[schemars(length(max = 200))]
    pub model: String,
    /// What it is called.
    #[schemars(length(max = 300))]
    pub name: Option<String>,
    /// Category id, e.g. `mill-turn`.
    #[schemars(length(max = 60))]
    pub category: Option<String>,
    /// Number of units.
    pub quantity: Option<u32>,
    /// Serial numbers.
    #[schemars(length(max = 500))]
    pub serials: Vec<String>,
    /// HS code as declared.
    #[schemars(length(max = 20))]
    pub hs_code: Option<String>,
    /// The software version released with it.
    #[schemars(length(max = 100))]
    pub software_version: Option<String>,
    /// The consignment it travels in, counted from 1.
    #[schemars(range(min = 1, max = 99))]
    pub consignment: Option<u8>,
    /// What the dual-use thresholds ask.
    pub machining: Option<Machining>,
}

/// A product with the answers about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Product {
    /// What it is.
    pub frame: ProductFrame,
    /// Answers to product-level facts.
    pub answers: BTreeMap<FactId, Value>,
}

/// Letter-of-credit terms.
#[derive(
    Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct LetterOfCredit {
    /// Last day of shipment.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub latest_shipment: Option<NaiveDate>,
    /// Day on which the credit expires.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub expires: Option<NaiveDate>,
    /// Days after shipment for presentation; 21 by UCP 600 Art. 14(c) when not said.
    #[schemars(range(max = 365))]
    pub presentation_days: Option<u16>,
    /// Amount of the credit.
    pub amount: Option<Quantity>,
}

/// The order itself: what is agreed, before any fact is asked.
#[derive(
    Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct Order {
    /// The exporter's own reference, e.g. `SH-2026-014`.
    #[schemars(length(max = 200))]
    pub reference: String,
    /// Short name of the shipment.
    #[schemars(length(max = 300))]
    pub title: Option<String>,
    /// Who takes part, by role.
    pub parties: BTreeMap<PartyRole, Party>,
    /// Destination market id, e.g. `eu`.
    #[schemars(length(max = 20))]
    pub market: Option<String>,
    /// ISO 3166 alpha-2 code of the country of use.
    #[schemars(length(max = 2))]
    pub country: Option<String>,
    /// Language codes accepted for instructions there, e.g. `de`.
    #[schemars(length(max = 20))]
    pub local_languages: Vec<String>,
    /// Incoterms 2020 rule.
    pub incoterm: Option<Incoterm>,
    /// Named place of the rule.
    #[schemars(length(max = 200))]
    pub incoterm_place: Option<String>,
    /// Payment terms, by id; none when not known.
    #[schemars(length(max = 10))]
    pub payment: Vec<String>,
    /// Contract value.
    pub contract_amount: Option<Quantity>,
    /// Cargo cover agreed, e.g. `ICC A`.
    #[schemars(length(max = 60))]
    pub agreed_cover: Option<String>,
    /// Latest shipment date by contract.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub latest_shipment: Option<NaiveDate>,
    /// The letter of credit, where there is one.
    pub letter_of_credit: Option<LetterOfCredit>,
}

/// What the user decided about a requirement.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum DecisionKind {
    /// The gap is accepted.
    Waived,
    /// The requirement does not apply here.
    NotApplicable,
}

/// A decision: who, when, why, until when. It stays visible.
#[derive(
    Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// The requirement or check decided on.
    #[schemars(length(min = 1, max = 64))]
    pub subject: String,
    /// What was decided.
    pub kind: DecisionKind,
    /// Who decided.
    #[schemars(length(min = 1, max = 200))]
    pub by: String,
    /// The day of the decision.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub on: NaiveDate,
    /// Why.
    #[schemars(length(min = 1, max = 4000))]
    pub reason: String,
    /// The last day on which it stands.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub until: Option<NaiveDate>,
}

/// A difference between documents that is recorded as accepted.
#[derive(
    Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Exception {
    /// The check, e.g. `x-hs6`.
    pub check: crate::CheckId,
    /// Why the difference is right.
    #[schemars(length(min = 1, max = 4000))]
    pub reason: String,
    /// Who recorded it.
    #[schemars(length(min = 1, max = 200))]
    pub by: String,
    /// The day.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub on: NaiveDate,
    /// The values it was recorded for, normalised, each with who says it, such as
    /// `commercial-invoice hs6: 845710`, or without; a later change of them voids it. Empty in a
    /// shipment file: then it holds for whatever differs.
    #[serde(default)]
    #[schemars(length(max = 2000))]
    pub values: Vec<String>,
}

/// Which requirements and checks are judged.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InPlay {
    /// Only these requirements; all that apply when `None`.
    pub requirements: Option<Vec<RequirementId>>,
    /// Only these checks; all that apply when `None`.
    pub checks: Option<Vec<crate::CheckId>>,
}

/// Everything the engine needs to judge one shipment, apart from the rulebook and the day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shipment {
    /// What is agreed.
    pub order: Order,
    /// The machines and parts.
    pub products: Vec<Product>,
    /// Answers to shipment-level facts.
    pub answers: BTreeMap<FactId, Value>,
    /// Documents held.
    pub evidence: Vec<Evidence>,
    /// Trade documents, drafts included.
    pub documents: BTreeMap<DocumentType, TradeDocument>,
    /// The milestones.
    pub network: Network,
    /// For single requirements, the milestone that needs them instead of the usual one.
    pub needed_at: BTreeMap<RequirementId, MilestoneId>,
    /// Waivers and the like.
    pub decisions: Vec<Decision>,
    /// Differences accepted.
    pub exceptions: Vec<Exception>,
    /// How far documents may lie apart.
    pub tolerances: Tolerances,
    /// What is judged.
    pub in_play: InPlay,
}
