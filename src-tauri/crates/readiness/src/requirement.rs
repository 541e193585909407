//! Requirements: what must be true, when, shown by what, by which milestone.

use crate::{Condition, DocumentType, PackId, RequirementId, Step, Text};
use chrono::{Datelike, NaiveDate};

/// What happens when a requirement is not met. Ordered from least to worst.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    serde::Serialize,
    serde::Deserialize,
    schemars::JsonSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// An inconvenience.
    Minor,
    /// Delay, refusal of goods or of payment.
    Major,
    /// Illegal, or physically stopped.
    Blocker,
}

/// A range of lead times in calendar days. Typical values, editable, never promises.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    serde::Serialize,
    serde::Deserialize,
    schemars::JsonSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct LeadTime {
    /// Calendar days at best.
    #[schemars(range(max = 3650))]
    pub shortest: u16,
    /// Calendar days at worst.
    #[schemars(range(max = 3650))]
    pub longest: u16,
}

/// How sure the requirement itself is.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum VerificationState {
    /// Found in the source named.
    Checked,
    /// Settled practice, not looked up.
    Known,
    /// The official source must be opened before relying on it.
    Verify,
}

/// How far a requirement's fact has been verified.
#[derive(
    Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Verification {
    /// The state.
    pub state: VerificationState,
    /// Where it was found.
    #[serde(default)]
    #[schemars(length(max = 600))]
    pub source: Option<String>,
    /// The day it was last looked up.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub checked_on: Option<NaiveDate>,
    /// Who looked it up, where a user did.
    #[serde(default)]
    #[schemars(length(max = 200))]
    pub checked_by: Option<String>,
    /// What in it is still open, although the rest is settled.
    #[serde(default)]
    pub open_point: Option<Text>,
    /// First day of the milestone that needs it from which the open point matters: from then on
    /// the requirement is `unverified`, whatever else is wrong.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub open_from: Option<NaiveDate>,
}

/// A law or regime that a document may have to cite, with the days on which it is in force.
#[derive(
    Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Regime {
    /// As cited, e.g. `2006/42/EC`.
    #[schemars(length(min = 1, max = 100))]
    pub cite: String,
    /// First day in force.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub from: Option<NaiveDate>,
    /// Last day in force.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub until: Option<NaiveDate>,
}

impl Regime {
    /// Whether it is in force on a day.
    #[must_use]
    pub fn in_force(&self, on: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= on) && self.until.is_none_or(|until| on <= until)
    }
}

/// The regimes of a requirement and where the date is judged.
#[derive(
    Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct RegimeRule {
    /// The milestone whose shown finish decides.
    pub judged_at: Step,
    /// The laws; on any day the document must cite one in force.
    #[schemars(length(min = 1, max = 20))]
    pub laws: Vec<Regime>,
}

/// Whose document it must be.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    serde::Serialize,
    serde::Deserialize,
    schemars::JsonSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum PartyRole {
    /// Makes the machine.
    Maker,
    /// Exporter of record; the maker itself, or a trading firm.
    Exporter,
    /// Buys.
    Buyer,
    /// Receives the goods.
    Consignee,
    /// Uses the machine.
    EndUser,
    /// Imports at destination.
    Importer,
    /// Integrates a line.
    Integrator,
    /// To be notified by the carrier.
    NotifyParty,
    /// Forwarder.
    Forwarder,
    /// Carrier.
    Carrier,
    /// Customs broker.
    CustomsBroker,
    /// Bank.
    Bank,
    /// Insurer.
    Insurer,
    /// Certification body or authority.
    CertificationBody,
    /// Installs on site.
    Installer,
}

impl PartyRole {
    /// All of them, in the order of a form.
    pub const ALL: [Self; 15] = [
        Self::Maker,
        Self::Exporter,
        Self::Buyer,
        Self::Consignee,
        Self::EndUser,
        Self::Importer,
        Self::Integrator,
        Self::NotifyParty,
        Self::Forwarder,
        Self::Carrier,
        Self::CustomsBroker,
        Self::Bank,
        Self::Insurer,
        Self::CertificationBody,
        Self::Installer,
    ];

    /// Its name in files and rows.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Maker => "maker",
            Self::Exporter => "exporter",
            Self::Buyer => "buyer",
            Self::Consignee => "consignee",
            Self::EndUser => "end-user",
            Self::Importer => "importer",
            Self::Integrator => "integrator",
            Self::NotifyParty => "notify-party",
            Self::Forwarder => "forwarder",
            Self::Carrier => "carrier",
            Self::CustomsBroker => "customs-broker",
            Self::Bank => "bank",
            Self::Insurer => "insurer",
            Self::CertificationBody => "certification-body",
            Self::Installer => "installer",
        }
    }
}

/// What a document must cover to satisfy the requirement.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Coverage {
    /// Every model the requirement applies to.
    Models,
    /// Every serial number of those products.
    Serials,
    /// The maker's site.
    Site,
    /// The destination: its market or country. Checked only where the document names destinations.
    Destination,
    /// At least the contract value.
    ContractAmount,
    /// At least the cover agreed in the contract or asked by the Incoterm.
    CargoCover,
    /// This shipment, by its reference.
    Shipment,
    /// Every package the requirement applies to, by its number.
    Packages,
    /// The software version released with each product.
    SoftwareVersion,
}

/// Which documents satisfy a requirement.
#[derive(
    Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct EvidenceRule {
    /// Accepted document types; the requirement's own id when empty.
    #[schemars(length(max = 40))]
    pub accepts: Vec<DocumentType>,
    /// What a good one shows, in words.
    pub shows: Option<Text>,
    /// Who issues it, in words.
    pub issuer: Option<Text>,
    /// Whose it must be, where the document names a holder.
    #[schemars(length(max = 10))]
    pub holder: Vec<PartyRole>,
    /// Who brings it to the order, the first one first; the exporter's side when empty. Lists to
    /// the parties are made of this.
    #[schemars(length(max = 10))]
    pub provided_by: Vec<PartyRole>,
    /// What it must cover.
    #[schemars(length(max = 10))]
    pub covers: Vec<Coverage>,
    /// It must be in the language of the place of use.
    pub local_language: bool,
    /// Calendar days after issue beyond which it is too old.
    #[schemars(range(min = 1, max = 36500))]
    pub max_age_days: Option<u16>,
    /// The law it must cite.
    pub regime: Option<RegimeRule>,
    /// Types that are often offered and do not do. Where one is held, the explanation says so.
    #[schemars(length(max = 40))]
    pub not_accepted: Vec<DocumentType>,
    /// No document is asked for: the answers alone settle it through [`Requirement::must`].
    pub none: bool,
    /// An act done on a day, such as an advance declaration: its date may lie ahead, and must not
    /// be later than the day it is needed. Until that date it is a task, not ready.
    pub filing: bool,
    /// It must be in the name of whoever counts as the manufacturer: the name on the plate, which
    /// is the maker's, or the exporter's where it sells under its own brand.
    pub of_manufacturer: bool,
    /// It must have been valid on the day of the tests reported in these documents, instead of
    /// through a milestone.
    #[schemars(length(max = 10))]
    pub valid_on_test_of: Vec<DocumentType>,
}

/// What one verdict is about.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    serde::Serialize,
    serde::Deserialize,
    schemars::JsonSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum JudgedPer {
    /// The whole shipment once, at its first consignment.
    #[default]
    Shipment,
    /// Each consignment with the products in it, at its own milestones.
    Consignment,
}

/// The days between which a requirement exists at all.
#[derive(
    Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Effective {
    /// First day in force.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub from: Option<NaiveDate>,
    /// Last day in force.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub until: Option<NaiveDate>,
    /// The milestone whose shown finish decides.
    pub judged_at: Step,
}

/// The last day of what is done after a milestone, counted from its end. Exactly one is given.
#[derive(
    Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct Due {
    /// So many calendar days after it.
    #[schemars(range(min = 1, max = 3650))]
    pub days: Option<u16>,
    /// So many months after it.
    #[schemars(range(min = 1, max = 120))]
    pub months: Option<u8>,
    /// On this day of the year after, as `MM-DD`.
    #[schemars(regex(pattern = r"^\d{2}-\d{2}$"))]
    pub next_year_on: Option<String>,
}

impl Due {
    /// The day, for a milestone that ends on `end`; none where it is not given in exactly one way
    /// or there is no such day.
    #[must_use]
    pub fn after(&self, end: NaiveDate) -> Option<NaiveDate> {
        match (self.days, self.months, &self.next_year_on) {
            (Some(days), None, None) => end.checked_add_days(chrono::Days::new(u64::from(days))),
            (None, Some(months), None) => {
                end.checked_add_months(chrono::Months::new(u32::from(months)))
            }
            (None, None, Some(day)) => {
                let (month, day) = day.split_once('-')?;
                NaiveDate::from_ymd_opt(end.year() + 1, month.parse().ok()?, day.parse().ok()?)
            }
            _ => None,
        }
    }
}

/// What differs for a requirement where a condition holds. Where several hold, the first one
/// counts; where it is not known whether one holds, the stricter severity does.
#[derive(
    Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// When it holds.
    pub when: Condition,
    /// How bad a gap is then.
    #[serde(default)]
    pub severity: Option<Severity>,
    /// The milestone that needs it then.
    #[serde(default)]
    pub needed_by: Option<Step>,
    /// Days before that milestone, then.
    #[serde(default)]
    #[schemars(range(max = 365))]
    pub days_before: Option<u16>,
    /// Counted from the end of that milestone, as an arrival is the end of the main leg; from its
    /// start when left out.
    #[serde(default)]
    pub at_end: bool,
    /// Lead time then.
    #[serde(default)]
    pub lead: Option<LeadTime>,
}

/// One requirement of a pack.
#[derive(
    Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Requirement {
    /// Stable id, never renamed.
    #[schemars(regex(pattern = "^[a-z0-9][a-z0-9-]{0,63}$"))]
    pub id: RequirementId,
    /// The pack it comes from; filled in on loading.
    #[serde(skip)]
    pub pack: PackId,
    /// Short name.
    pub title: Text,
    /// What must be true, in one or two sentences.
    pub rule: Text,
    /// What happens when it is not met, in words.
    #[serde(default)]
    pub consequence: Option<Text>,
    /// What to do first about a gap.
    #[serde(default)]
    pub first_step: Option<Text>,
    /// How bad a gap is.
    pub severity: Severity,
    /// When it applies; always when left out.
    #[serde(default)]
    pub when: Option<Condition>,
    /// What the answers must say where it applies. Where they say otherwise they conflict, and no
    /// document helps.
    #[serde(default)]
    pub must: Option<Condition>,
    /// What differs in special cases.
    #[serde(default)]
    #[schemars(length(max = 20))]
    pub cases: Vec<Case>,
    /// The days between which it exists.
    #[serde(default)]
    pub effective: Option<Effective>,
    /// What one verdict is about.
    #[serde(default)]
    pub per: JudgedPer,
    /// Made anew for each shipment: while there is time it is a task, not a gap.
    #[serde(default)]
    pub per_shipment: bool,
    /// Stays in the house: it is in no list that is sent to another party. For prices, screening,
    /// source code and the like.
    #[serde(default)]
    pub internal: bool,
    /// Which documents satisfy it.
    #[serde(default)]
    pub evidence: EvidenceRule,
    /// The milestone that needs it.
    pub needed_by: Step,
    /// Calendar days before that milestone by which it must be there.
    #[serde(default)]
    #[schemars(range(max = 365))]
    pub days_before: u16,
    /// The last day, where it is done after that milestone.
    #[serde(default)]
    pub due: Option<Due>,
    /// The milestone through whose shown finish it must stay valid; `needed_by` when left out.
    #[serde(default)]
    pub holds_through: Option<Step>,
    /// Lead time for a new one.
    pub lead: LeadTime,
    /// Lead time for renewing one that is held.
    #[serde(default)]
    pub renewal: Option<LeadTime>,
    /// Requirements that must be met first; lead times add up.
    #[serde(default)]
    #[schemars(length(max = 20))]
    pub after: Vec<RequirementId>,
    /// Requirements of earlier versions whose place it takes: decisions about them go over to it,
    /// and documents of their types still do.
    #[serde(default)]
    #[schemars(length(max = 20))]
    pub replaces: Vec<RequirementId>,
    /// The law, standard or rule it rests on.
    pub reference: Text,
    /// How far it has been verified.
    pub verification: Verification,
}

impl Requirement {
    /// The document types that satisfy it.
    #[must_use]
    pub fn accepts(&self) -> Vec<DocumentType> {
        if self.evidence.accepts.is_empty() {
            std::iter::once(&self.id)
                .chain(&self.replaces)
                .map(|id| DocumentType(id.0.clone()))
                .collect()
        } else {
            self.evidence.accepts.clone()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::PartyRole;

    #[test]
    fn a_role_has_one_name_in_rows_and_in_files() {
        for role in [PartyRole::Maker, PartyRole::NotifyParty, PartyRole::CertificationBody] {
            assert_eq!(serde_json::to_value(role).unwrap(), role.as_str());
        }
    }
}
