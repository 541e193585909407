//! What never changes while the program runs, and the words for it.

use chrono::NaiveDate;
use readiness::{Fact, FactId, Incoterm, Obliged, PartyRole, Text, Value};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A thing with an id and a title.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Named {
    /// Its id.
    pub id: String,
    /// What the user reads.
    pub title: Text,
}

/// A schedule template.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TemplateView {
    /// Its id, e.g. `mt`.
    pub id: String,
    /// What the user reads.
    pub title: Text,
    /// For which product categories it is proposed.
    pub categories: Vec<String>,
    /// How many consignments it has.
    pub consignments: u8,
}

/// A market, with what follows from it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CountryView {
    /// ISO 3166 alpha-2 code.
    pub id: String,
    /// Its name.
    pub title: Text,
    /// Its market's id.
    pub market: String,
    /// Language codes accepted for instructions there.
    pub languages: Vec<String>,
}

/// A requirement pack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PackView {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// What it covers.
    pub about: Text,
    /// Version.
    pub version: String,
    /// SHA-256 of its content.
    pub sha256: String,
    /// How many requirements are in it.
    pub requirements: usize,
}

/// A kind of machine that makers ship, with what is usual for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ProfileView {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// What it assumes.
    pub about: Text,
    /// The product category.
    pub category: String,
    /// The schedule template proposed.
    pub template: String,
    /// Answers about the shipment, to be checked by the user.
    pub answers: BTreeMap<FactId, Value>,
    /// Answers about the product, to be checked by the user.
    pub product_answers: BTreeMap<FactId, Value>,
}

/// Lists that stay the same while the program runs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Catalogue {
    /// The program's version.
    pub version: String,
    /// Today, by the computer's clock.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub today: NaiveDate,
    /// Facts by id.
    pub facts: Vec<Fact>,
    /// Destination markets.
    pub markets: Vec<Named>,
    /// Countries.
    pub countries: Vec<CountryView>,
    /// Product categories.
    pub categories: Vec<Named>,
    /// Payment terms.
    pub payments: Vec<Named>,
    /// Party roles.
    pub roles: Vec<(PartyRole, Text)>,
    /// Incoterms: who clears, carries, insures, and where risk passes.
    pub incoterms: Vec<IncotermView>,
    /// Schedule templates.
    pub templates: Vec<TemplateView>,
    /// Document types that satisfy requirements.
    pub document_types: Vec<Named>,
    /// Trade-document kinds.
    pub trade_documents: Vec<Named>,
    /// Samples that can be opened.
    pub samples: Vec<Named>,
    /// Packs in force.
    pub packs: Vec<PackView>,
    /// Kinds of machines with what is usual for them.
    pub profiles: Vec<ProfileView>,
}

/// What an Incoterm settles, in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct IncotermView {
    /// The rule.
    pub id: Incoterm,
    /// Sea and inland waterway only.
    pub sea_only: bool,
    /// What the seller arranges.
    pub seller: Text,
    /// What the buyer arranges.
    pub buyer: Text,
    /// Where risk passes.
    pub risk: Text,
    /// Each duty with who bears it: clearance, carriage, insurance, clearance again.
    pub duties: Vec<DutyView>,
    /// The least cover of the seller's insurance; none where the seller need not insure.
    pub least_cover: Option<String>,
}

/// A duty of an Incoterm.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DutyView {
    /// What has to be done.
    pub title: Text,
    /// Who is obliged.
    pub obliged: Obliged,
    /// The same in words.
    pub who: Text,
}
