//! Evidence: a document record and what it covers.

use crate::{DocumentType, EvidenceId, Quantity};
use chrono::NaiveDate;

/// What a document covers. An empty list says nothing, which is not the same as "everything".
#[derive(
    Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct Scope {
    /// Models named, e.g. `LM-MT650`.
    #[schemars(length(max = 500))]
    pub models: Vec<String>,
    /// Serial numbers named.
    #[schemars(length(max = 500))]
    pub serials: Vec<String>,
    /// Sites named.
    #[schemars(length(max = 100))]
    pub sites: Vec<String>,
    /// Destinations covered: market ids or ISO 3166 country codes.
    #[schemars(length(max = 300))]
    pub destinations: Vec<String>,
    /// Package numbers covered.
    #[schemars(length(max = 2000))]
    pub packages: Vec<String>,
    /// The shipment's reference, for a document that serves one shipment only.
    #[schemars(length(max = 200))]
    pub shipment: Option<String>,
    /// The consignments it is for, counted from 1, for a document of some of them alone; a document
    /// that does not say serves whichever needs it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional))]
    #[schemars(length(max = 99), inner(range(min = 1, max = 99)))]
    pub consignments: Option<Vec<u8>>,
    /// The level of cover, e.g. `ICC A`.
    #[schemars(length(max = 60))]
    pub cover: Option<String>,
    /// The amount covered, e.g. a buyer's credit limit.
    pub amount: Option<Quantity>,
    /// The last day on which that amount stands, where it ends before the document does.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub amount_until: Option<NaiveDate>,
    /// Laws cited, e.g. `2006/42/EC`.
    #[schemars(length(max = 100))]
    pub regimes: Vec<String>,
    /// Software versions covered.
    #[schemars(length(max = 100))]
    pub versions: Vec<String>,
}

/// A document record. Valid through its expiry date: expired only when today is later.
#[derive(
    Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// Stable id; a shipment file may leave it out.
    #[serde(default)]
    #[schemars(length(max = 100))]
    pub id: EvidenceId,
    /// What the document is, e.g. `iso-9001`.
    #[serde(rename = "type")]
    #[schemars(length(min = 1, max = 100))]
    pub document_type: DocumentType,
    /// Its own title, where the type does not say enough.
    #[serde(default)]
    #[schemars(length(max = 300))]
    pub title: Option<String>,
    /// Who issued it.
    #[serde(default)]
    #[schemars(length(max = 300))]
    pub issuer: Option<String>,
    /// Its number.
    #[serde(default)]
    #[schemars(length(max = 200))]
    pub number: Option<String>,
    /// The day of issue.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub issued: Option<NaiveDate>,
    /// The day of the test it reports.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub tested: Option<NaiveDate>,
    /// The last day on which it is valid; none when it does not expire.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub expires: Option<NaiveDate>,
    /// Whose it is, as named in the document.
    #[serde(default)]
    #[schemars(length(max = 300))]
    pub holder: Option<String>,
    /// Languages it is written in, as codes such as `de`.
    #[serde(default)]
    #[schemars(length(max = 40))]
    pub languages: Vec<String>,
    /// What it covers.
    #[serde(default)]
    pub scope: Scope,
    /// SHA-256 of its files, in lower-case hexadecimal.
    #[serde(default)]
    #[schemars(length(max = 200))]
    pub files: Vec<String>,
    /// The document that this one is a newer version of. The older one stays where it is used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<EvidenceId>,
}

impl Evidence {
    /// The last day on which the whole of it stands.
    #[must_use]
    pub fn valid_until(&self) -> Option<NaiveDate> {
        match (self.expires, self.scope.amount_until) {
            (Some(expires), Some(amount)) => Some(expires.min(amount)),
            (one, other) => one.or(other),
        }
    }
}
