//! Why: what a finding or verdict rests on, as data.

use crate::{
    Code, EvidenceId, FactId, MilestoneId, Quantity, RequirementId, Step, Text, Truth, Value,
    VerificationState,
};
use chrono::NaiveDate;
use std::sync::Arc;

/// One dimension in which a document falls short or fits.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Defect {
    /// Of a type that is often offered and does not do.
    NotAccepted,
    /// Today is past its expiry.
    Expired {
        /// Its last day.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        on: NaiveDate,
    },
    /// Dated later than today.
    NotYetIssued {
        /// The day of issue.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        on: NaiveDate,
    },
    /// Ends before it is last needed.
    Lapses {
        /// Its last day.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        on: NaiveDate,
        /// The day through which it is needed.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        needed_through: NaiveDate,
        /// The milestone that needs it so long.
        milestone: MilestoneId,
    },
    /// Older than allowed.
    Stale {
        /// Its age in days.
        age: i32,
        /// The limit.
        limit: u16,
    },
    /// Has no date of issue although its age counts.
    Undated,
    /// Covers other models, or names none.
    Models {
        /// Models it covers.
        covered: Vec<String>,
        /// Models it lacks.
        missing: Vec<String>,
    },
    /// Covers other serial numbers.
    Serials {
        /// Serial numbers it lacks.
        missing: Vec<String>,
    },
    /// Covers other packages.
    Packages {
        /// Numbers of the packages it lacks.
        missing: Vec<String>,
    },
    /// Made for other software than the version released.
    Versions {
        /// Versions it covers.
        covered: Vec<String>,
        /// Versions it lacks.
        missing: Vec<String>,
    },
    /// Was not valid on the day of a test that rests on it.
    NotValidOnTest {
        /// The report of the test.
        report: String,
        /// The day of the test.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        tested: NaiveDate,
        /// Its first day.
        #[cfg_attr(feature = "ts", ts(type = "string | null"))]
        from: Option<NaiveDate>,
        /// Its last day.
        #[cfg_attr(feature = "ts", ts(type = "string | null"))]
        until: Option<NaiveDate>,
    },
    /// To be done later than it has to be.
    LateFiling {
        /// The day it is dated.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        on: NaiveDate,
        /// The last day that will do.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        needed: NaiveDate,
    },
    /// Covers another site.
    Site {
        /// Sites named.
        covered: Vec<String>,
    },
    /// Covers other destinations.
    Destination {
        /// Destinations named.
        covered: Vec<String>,
        /// The destination needed.
        needed: String,
    },
    /// Covers too little money, or another currency, or does not say.
    Amount {
        /// What it covers.
        covered: Option<Quantity>,
        /// What is needed.
        needed: Quantity,
    },
    /// The insurance covers less than agreed, or does not say.
    Cover {
        /// What it covers.
        covered: Option<String>,
        /// What is needed.
        needed: String,
    },
    /// Made for another shipment.
    OtherShipment {
        /// The shipment it names.
        named: String,
    },
    /// Somebody else's.
    Holder {
        /// Whose it is.
        named: String,
        /// Whose it must be.
        needed: Vec<String>,
    },
    /// In the wrong language.
    Language {
        /// Languages it is in.
        has: Vec<String>,
        /// Languages that would do.
        needed: Vec<String>,
    },
    /// Cites a law not in force on the date.
    Regime {
        /// Laws cited.
        cites: Vec<String>,
        /// The law in force on that date.
        in_force: Vec<String>,
        /// The date.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        on: NaiveDate,
        /// The milestone whose date it is.
        milestone: MilestoneId,
    },
}

impl Defect {
    /// The finding it makes.
    #[must_use]
    pub fn code(&self) -> Code {
        match self {
            Self::NotAccepted => Code::Missing,
            Self::Expired { .. } => Code::Expired,
            Self::NotYetIssued { .. } => Code::NotYetIssued,
            Self::Lapses { .. } => Code::Lapses,
            Self::Stale { .. } | Self::Undated => Code::Stale,
            Self::Models { .. }
            | Self::Serials { .. }
            | Self::Packages { .. }
            | Self::Versions { .. }
            | Self::Site { .. }
            | Self::Destination { .. }
            | Self::Amount { .. }
            | Self::Cover { .. }
            | Self::OtherShipment { .. } => Code::Scope,
            Self::Holder { .. } => Code::Holder,
            Self::Language { .. } => Code::Language,
            Self::NotValidOnTest { .. } => Code::Expired,
            Self::LateFiling { .. } => Code::Deadline,
            Self::Regime { .. } => Code::Regime,
        }
    }
}

/// A fact a condition looked at, and its answer.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FactAnswer {
    /// The fact.
    pub fact: FactId,
    /// The model it was asked about; none for the shipment.
    pub model: Option<String>,
    /// The answer; none where unanswered.
    pub value: Option<Value>,
}

/// What one document says about one field.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Saying {
    /// The document type, or `shipment` for what the order itself says.
    pub document: String,
    /// The value as written; none when the field is empty.
    pub value: Option<String>,
}

/// Why a verdict is as it is: rule, inputs, dates, evidence. Data; the wording is elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Reason {
    /// The condition, evaluated.
    Applies {
        /// The outcome.
        truth: Truth,
        /// The facts it looked at and their answers.
        facts: Vec<FactAnswer>,
    },
    /// The requirement exists on the date judged, or not.
    InForce {
        /// First day.
        #[cfg_attr(feature = "ts", ts(type = "string | null"))]
        from: Option<NaiveDate>,
        /// Last day.
        #[cfg_attr(feature = "ts", ts(type = "string | null"))]
        until: Option<NaiveDate>,
        /// The day judged.
        #[cfg_attr(feature = "ts", ts(type = "string | null"))]
        on: Option<NaiveDate>,
    },
    /// What the answers must say, evaluated.
    MustHold {
        /// The outcome.
        truth: Truth,
        /// The facts looked at and their answers.
        facts: Vec<FactAnswer>,
    },
    /// No document of an accepted type is held.
    NothingHeld {
        /// Types that would do.
        accepts: Vec<String>,
    },
    /// A document looked at, and where it falls short; no defect means that it fits.
    LookedAt {
        /// The document.
        evidence: EvidenceId,
        /// Its name for the reader.
        name: String,
        /// Where it falls short.
        defects: Vec<Defect>,
    },
    /// When it is needed.
    NeededBy {
        /// The milestone.
        milestone: MilestoneId,
        /// Planned date.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        plan: NaiveDate,
        /// Latest date that does not delay the end.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        latest: NaiveDate,
        /// Days before the milestone.
        days_before: u16,
    },
    /// The schedule has no milestone of that kind.
    NotScheduled {
        /// The step looked for.
        step: Step,
    },
    /// The lead time, chained lead times included.
    Lead {
        /// Days at best.
        shortest: i32,
        /// Days at worst.
        longest: i32,
        /// Earliest day it can be there.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        earliest: NaiveDate,
        /// Latest day, by the longest lead time.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        latest: NaiveDate,
    },
    /// Waits for other requirements.
    WaitsFor {
        /// Those.
        requirements: Vec<RequirementId>,
    },
    /// What the documents say about a field.
    Compared {
        /// The field.
        field: String,
        /// Who says what.
        says: Vec<Saying>,
    },
    /// A number against its limit.
    Limit {
        /// What is compared.
        what: String,
        /// The value found.
        found: String,
        /// The limit.
        limit: String,
    },
    /// A date against its limit.
    DateLimit {
        /// What is compared.
        what: String,
        /// The date found.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        found: NaiveDate,
        /// The limit.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        limit: NaiveDate,
        /// Days in hand; negative when late.
        days: i64,
    },
    /// Fields nobody has filled in.
    Lacks {
        /// Document and field.
        fields: Vec<(String, String)>,
    },
    /// An overdue milestone.
    Overdue {
        /// Days since its planned finish.
        days: i64,
        /// Its latest finish.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        latest_finish: NaiveDate,
        /// The float still takes it up.
        absorbed: bool,
    },
    /// Holidays within a milestone.
    Holidays {
        /// The days.
        #[cfg_attr(feature = "ts", ts(type = "string[]"))]
        days: Vec<NaiveDate>,
    },
    /// Years a calendar does not know.
    YearsUnknown {
        /// The calendar.
        calendar: String,
        /// The years.
        years: Vec<i32>,
    },
    /// A law changes shortly after the date.
    RegimeChange {
        /// The date judged.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        on: NaiveDate,
        /// First day of the new law.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        change: NaiveDate,
        /// Days between.
        days: i64,
        /// The new law.
        next: String,
    },
    /// How far the requirement itself is verified.
    Verification {
        /// The state.
        state: VerificationState,
        /// The source.
        source: Option<String>,
        /// What is still open.
        open_point: Option<Text>,
    },
    /// A decision.
    Decided {
        /// Who.
        by: String,
        /// When.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        on: NaiveDate,
        /// Why.
        reason: String,
        /// Until when.
        #[cfg_attr(feature = "ts", ts(type = "string | null"))]
        until: Option<NaiveDate>,
    },
    /// A difference recorded as accepted.
    Excepted {
        /// Who.
        by: String,
        /// When.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        on: NaiveDate,
        /// Why.
        reason: String,
    },
    /// Why the Incoterm and the transport do not go together.
    IncotermTrap {
        /// Which trap.
        trap: IncotermTrap,
    },
}

/// The reasons of a verdict, shared by all that rests on them: a judgement is read out far more
/// often than it is explained anew.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reasons(Arc<Vec<Reason>>);

impl std::ops::Deref for Reasons {
    type Target = [Reason];

    fn deref(&self) -> &[Reason] {
        &self.0
    }
}

impl From<Vec<Reason>> for Reasons {
    fn from(reasons: Vec<Reason>) -> Self {
        Self(Arc::new(reasons))
    }
}

impl<'a> IntoIterator for &'a Reasons {
    type Item = &'a Reason;
    type IntoIter = std::slice::Iter<'a, Reason>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl serde::Serialize for Reasons {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.as_slice().serialize(serializer)
    }
}

impl<'de> serde::Deserialize<'de> for Reasons {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::<Reason>::deserialize(deserializer).map(Self::from)
    }
}

/// Known ways in which an Incoterm bites.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum IncotermTrap {
    /// EXW: the buyer clears for export and the seller's VAT refund hangs on papers it does not
    /// control.
    ExwRefund,
    /// A sea rule for containers: risk passes on board, goods leave the seller at the terminal.
    SeaRuleContainer,
    /// A sea rule without sea transport.
    SeaRuleNoSea,
    /// DDP: the seller must be able to import.
    DdpImporter,
    /// EXW: the buyer has to declare at the seller's customs, which a buyer abroad cannot.
    ExwDeclarant,
    /// FCA with a letter of credit: the bank asks for an on-board bill that the rule does not give.
    FcaOnBoard,
}
