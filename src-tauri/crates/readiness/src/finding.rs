//! What comes out: findings, verdicts and gates.

use crate::{CheckId, EvidenceId, FactId, MilestoneId, Reasons, RequirementId, Severity, Text};
use chrono::NaiveDate;

/// What kind of gap a finding is.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Code {
    /// No document.
    Missing,
    /// Today is past its expiry.
    Expired,
    /// Dated later than today.
    NotYetIssued,
    /// Valid today, not through.
    Lapses,
    /// Older than allowed.
    Stale,
    /// Model, serial, site, destination, amount or cover not covered.
    Scope,
    /// Somebody else's document.
    Holder,
    /// Not in the language of use.
    Language,
    /// Cites a law not in force on the date.
    Regime,
    /// The date lies within a week before the law changes.
    RegimeMargin,
    /// Documents disagree.
    Conflict,
    /// A required comparison lacks a value although its day has come.
    InsufficientData,
    /// Later than a date agreed.
    Deadline,
    /// Should be finished and is not.
    Overdue,
    /// An answer is missing that decides.
    UnknownFact,
    /// The requirement's own source still has to be checked.
    Unverified,
    /// Work is planned on public holidays.
    Holiday,
    /// A calendar does not know the year.
    CalendarGap,
    /// A date set by hand is earlier than what comes before allows.
    Pinned,
    /// The Incoterm does not suit the transport.
    Incoterm,
}

impl Code {
    /// The word in files and on the command line.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Expired => "expired",
            Self::NotYetIssued => "not-yet-issued",
            Self::Lapses => "lapses",
            Self::Stale => "stale",
            Self::Scope => "scope",
            Self::Holder => "holder",
            Self::Language => "language",
            Self::Regime => "regime",
            Self::RegimeMargin => "regime-margin",
            Self::Conflict => "conflict",
            Self::InsufficientData => "insufficient-data",
            Self::Deadline => "deadline",
            Self::Overdue => "overdue",
            Self::UnknownFact => "unknown-fact",
            Self::Unverified => "unverified",
            Self::Holiday => "holiday",
            Self::CalendarGap => "calendar-gap",
            Self::Pinned => "pinned",
            Self::Incoterm => "incoterm",
        }
    }
}

/// Whether there is still time.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Timing {
    /// Even the longest lead time fits before the planned date.
    Open,
    /// The shortest lead time fits before the latest date.
    AtRisk,
    /// It does not fit.
    Late,
}

/// What a finding is about.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "kind", content = "id", rename_all = "kebab-case")]
pub enum Subject {
    /// A requirement.
    Requirement(RequirementId),
    /// A cross-document check.
    Check(CheckId),
    /// A milestone.
    Milestone(MilestoneId),
    /// The order itself.
    Order(String),
}

impl Subject {
    /// The bare id.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::Requirement(id) => id.as_str(),
            Self::Check(id) => id.as_str(),
            Self::Milestone(id) => id.as_str(),
            Self::Order(id) => id,
        }
    }
}

/// One gap.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Finding {
    /// What it is about.
    pub subject: Subject,
    /// What kind of gap.
    pub code: Code,
    /// How bad.
    pub severity: Severity,
    /// Whether there is time; none where lead times do not matter.
    pub timing: Option<Timing>,
    /// Planned date by which it must be closed.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub need_plan: Option<NaiveDate>,
    /// Latest date that does not delay the end.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub need_latest: Option<NaiveDate>,
    /// Start by this day for even the longest lead time to fit.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub start_by: Option<NaiveDate>,
    /// The last day on which closing it still helps: `need_latest`.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub fix_by: Option<NaiveDate>,
    /// Days in hand: from today to `start_by`, or to a deadline; negative when late.
    pub slack_days: Option<i64>,
    /// The milestone at which it stops the shipment.
    pub milestone: Option<MilestoneId>,
    /// The consignment, where there are several.
    pub consignment: Option<u8>,
    /// The models it is about, where that is not all.
    pub models: Vec<String>,
    /// The document that falls short.
    pub evidence: Option<EvidenceId>,
    /// Unanswered facts that would settle it.
    pub questions: Vec<FactId>,
    /// Requirements that must be met first and are not.
    pub waits_for: Vec<RequirementId>,
    /// Why.
    #[cfg_attr(feature = "ts", ts(as = "Vec<crate::Reason>"))]
    pub because: Reasons,
}

/// Where a requirement or check stands.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// A gap.
    Gap,
    /// An answer is missing that decides whether it applies.
    Unknown,
    /// Met, but the requirement itself still has to be verified.
    Unverified,
    /// Not due yet.
    Task,
    /// Met.
    Ready,
    /// Waived.
    Waived,
    /// Decided not to apply.
    DecidedNotApplicable,
    /// Does not apply.
    NotApplicable,
}

/// The verdict on one requirement or check, for one consignment where that matters.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Verdict {
    /// What it is about.
    pub subject: Subject,
    /// The consignment, where there are several.
    pub consignment: Option<u8>,
    /// Where it stands.
    pub state: State,
    /// How bad a gap would be.
    pub severity: Severity,
    /// The milestone that needs it.
    pub milestone: Option<MilestoneId>,
    /// When it is needed.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub need_plan: Option<NaiveDate>,
    /// Start by this day.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub start_by: Option<NaiveDate>,
    /// Documents that satisfy it.
    pub satisfied_by: Vec<EvidenceId>,
    /// Why.
    #[cfg_attr(feature = "ts", ts(as = "Vec<crate::Reason>"))]
    pub because: Reasons,
}

/// Counts by severity. There is no single number for readiness.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Counts {
    /// Blockers.
    pub blocker: usize,
    /// Majors.
    pub major: usize,
    /// Minors.
    pub minor: usize,
    /// Infos.
    pub info: usize,
}

impl Counts {
    /// Counts one more.
    pub fn add(&mut self, severity: Severity) {
        match severity {
            Severity::Blocker => self.blocker += 1,
            Severity::Major => self.major += 1,
            Severity::Minor => self.minor += 1,
            Severity::Info => self.info += 1,
        }
    }
}

/// How a gate stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum GateState {
    /// Behind us.
    Passed,
    /// No blocker stands before it.
    Open,
    /// Blockers of its own hold it.
    Held,
    /// Its own are clear, but an earlier gate is held.
    Behind,
}

/// A milestone where the shipment is held up if something is not ready.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Gate {
    /// The milestone.
    pub milestone: MilestoneId,
    /// Its title.
    pub title: Text,
    /// Planned date at which things are needed: its start.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub date: NaiveDate,
    /// Its last planned day: when it is passed.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub finish: NaiveDate,
    /// How it stands.
    pub state: GateState,
    /// Findings that stop the shipment here and not at an earlier gate.
    pub counts: Counts,
    /// Positions of those findings in the judgement's list.
    pub findings: Vec<usize>,
    /// The consignment, where there are several.
    pub consignment: Option<u8>,
}
