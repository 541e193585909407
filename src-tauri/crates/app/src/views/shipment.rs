//! All about one shipment.

use super::{GateView, GivenView, TolerancesView, UpgradeRow};
use chrono::NaiveDate;
use readiness::{
    CalendarId, Counts, DaySpan, Decision, DocumentType, DualUse, Evidence, EvidenceId, Exception,
    Fact, FactId, Finding, MilestoneId, Order, ProductFrame, Severity, Span, State, Step, Subject,
    Text, TradeDocument, Value,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A row of an explanation: what, and in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Because {
    /// Rule, Facts, Dates, Evidence, Source …
    pub label: Text,
    /// In words.
    pub text: Text,
    /// It is where the requirement is not met.
    pub fails: bool,
}

/// One finding, in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FindingView {
    /// Stable id within the shipment: subject, code, consignment.
    pub id: String,
    /// The finding as data.
    pub finding: Finding,
    /// Title of the requirement, check or milestone.
    pub title: Text,
    /// The kind in a word or two.
    pub kind: Text,
    /// What is wrong, in one or two sentences; the last says what to do.
    pub summary: Text,
    /// What to do first.
    pub next_step: Text,
    /// Time left, in words.
    pub timing: Text,
    /// The step by step reason.
    pub because: Vec<Because>,
    /// The gate it stops at.
    pub gate: Option<MilestoneId>,
    /// Title of the milestone that needs it.
    pub milestone_title: Option<Text>,
    /// Document types that would satisfy it.
    pub accepts: Vec<DocumentType>,
    /// The pack it comes from.
    pub pack: Option<String>,
    /// The source is still to be verified.
    pub unverified: bool,
    /// For a regime finding: the laws with their days, for the figure.
    pub laws: Vec<readiness::Regime>,
    /// Lead time in days: shortest and longest.
    pub lead: Option<(i32, i32)>,
}

/// One requirement or check, in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct VerdictView {
    /// Stable id within the shipment: subject and consignment.
    pub id: String,
    /// What it is about.
    pub subject: Subject,
    /// Title.
    pub title: Text,
    /// Where it stands.
    pub state: State,
    /// How bad a gap would be.
    pub severity: Severity,
    /// The milestone that needs it.
    pub milestone: Option<MilestoneId>,
    /// Title of that milestone.
    pub milestone_title: Option<Text>,
    /// When it is needed.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub need_plan: Option<NaiveDate>,
    /// Start by.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub start_by: Option<NaiveDate>,
    /// The consignment, where there are several.
    pub consignment: Option<u8>,
    /// The gate it belongs to.
    pub gate: Option<MilestoneId>,
    /// Documents that satisfy it.
    pub satisfied_by: Vec<EvidenceId>,
    /// Document types that would.
    pub accepts: Vec<DocumentType>,
    /// The reason.
    pub because: Vec<Because>,
    /// What must be true.
    pub rule: Text,
    /// The pack it comes from.
    pub pack: Option<String>,
    /// The source is still to be verified.
    pub unverified: bool,
    /// Ids of its findings.
    pub findings: Vec<String>,
    /// The decision, where there is one.
    pub decision: Option<Decision>,
}

/// A question worth asking: its answer decides something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct QuestionView {
    /// The fact.
    pub fact: FactId,
    /// The product it is asked about; none for the shipment.
    pub product: Option<String>,
    /// Model of that product.
    pub model: Option<String>,
    /// Titles of the requirements that wait for it.
    pub decides: Vec<Text>,
    /// The worst of them.
    pub severity: Severity,
}

/// An answer given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AnswerView {
    /// The fact.
    pub fact: FactId,
    /// The product; none for the shipment.
    pub product: Option<String>,
    /// The answer.
    pub value: Value,
}

/// A product with its id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ProductView {
    /// Its id.
    pub id: String,
    /// What it is.
    pub frame: ProductFrame,
    /// What the dual-use helper says; none for what is no machine tool.
    pub dual_use: Option<DualUse>,
}

/// A file of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FileView {
    /// SHA-256.
    pub sha256: String,
    /// Name when attached.
    pub name: String,
    /// Bytes.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub size: u64,
    /// Recognised by content.
    pub media_type: String,
    /// Where it was when it was attached.
    pub original_path: Option<String>,
}

/// A document held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct EvidenceView {
    /// The record.
    pub evidence: Evidence,
    /// Title of its type.
    pub type_title: Text,
    /// Its files.
    pub files: Vec<FileView>,
    /// When it was added, RFC 3339.
    pub added_at: String,
    /// Shipments that use it: id and title.
    pub used_by: Vec<(String, String)>,
}

/// A row of the schedule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MilestoneView {
    /// Its id.
    pub id: MilestoneId,
    /// Its kind.
    pub step: Step,
    /// What the user reads.
    pub title: Text,
    /// Who carries it.
    pub roles: Vec<Text>,
    /// What closes it.
    pub closes_with: Text,
    /// Planned start.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub start: NaiveDate,
    /// Planned finish, the last day.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub finish: NaiveDate,
    /// Latest finish.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub latest_finish: NaiveDate,
    /// Day numbers.
    pub span: Span,
    /// Total float in days.
    pub total_float: i32,
    /// On the critical path.
    pub critical: bool,
    /// Days: shortest, planned, longest.
    pub duration: readiness::Duration,
    /// Predecessors as written.
    pub after: Vec<String>,
    /// A gate.
    pub gate: bool,
    /// Done.
    pub closed: bool,
    /// The consignment, where there are several.
    pub consignment: Option<u8>,
    /// What the user set.
    pub edit: MilestoneEdit,
    /// Worst open finding here.
    pub worst: Option<Severity>,
    /// Its working calendar; calendar days when none.
    pub calendar: Option<CalendarId>,
    /// The last day by contract.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub deadline: Option<NaiveDate>,
    /// Days from the planned finish to that day; negative when it is missed.
    #[cfg_attr(feature = "ts", ts(type = "number | null"))]
    pub deadline_slack: Option<i64>,
    /// Holidays that its calendar days run into, where a plant keeps them.
    #[cfg_attr(feature = "ts", ts(type = "string[]"))]
    pub holidays: Vec<NaiveDate>,
    /// Quiet periods of the plant that it runs into.
    pub quiet: Vec<DaySpan>,
    /// Added by the user.
    pub own: bool,
    /// What the document that closes it is called.
    pub closed_by: Option<String>,
    /// Where the baseline has it.
    pub baseline: Option<BaselineDates>,
}

/// A milestone in the baseline, and how far the plan has moved away from it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct BaselineDates {
    /// Planned start then.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub start: NaiveDate,
    /// Planned last day then.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub finish: NaiveDate,
    /// Days by which its last day has moved since; negative when earlier.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub finish_moved: i64,
}

/// A calendar that milestones may count their days by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CalendarTitle {
    /// Its id.
    pub id: CalendarId,
    /// Its name.
    pub title: Text,
}

/// What the user changed of a milestone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct MilestoneEdit {
    /// Planned days instead of the template's.
    pub base_days: Option<u16>,
    /// Days at best instead of the template's.
    pub shortest_days: Option<u16>,
    /// Days at worst instead of the template's.
    pub longest_days: Option<u16>,
    /// Its working calendar instead of the template's; `calendar-days` for none.
    pub calendar: Option<CalendarId>,
    /// What it waits for instead of the template's, as written: `packing+2w`.
    pub after: Option<Vec<String>>,
    /// The last day by contract.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub deadline: Option<NaiveDate>,
    /// The document that closes it.
    pub closed_by: Option<EvidenceId>,
    /// Done.
    pub closed: Option<bool>,
    /// The day it really began.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub actual_start: Option<NaiveDate>,
    /// Its real last day.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub actual_finish: Option<NaiveDate>,
    /// A first day set by hand, for a main leg that leaves on a day of its own.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub pinned_start: Option<NaiveDate>,
    /// A last day set by hand.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub pinned_finish: Option<NaiveDate>,
}

/// The whole schedule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ScheduleView {
    /// Day 0.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub start: NaiveDate,
    /// Last day of all.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub end: NaiveDate,
    /// The milestones.
    pub milestones: Vec<MilestoneView>,
    /// The critical path, first to last.
    pub critical_path: Vec<MilestoneId>,
    /// Holidays of the origin calendar in the span shown.
    #[cfg_attr(feature = "ts", ts(type = "string[]"))]
    pub holidays: Vec<NaiveDate>,
    /// The template it came from.
    pub template: String,
    /// Planned departure: the ship date.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub ships: Option<NaiveDate>,
    /// The milestone that leaves last: it is loaded then or, a main leg, begins then.
    pub ships_at: Option<MilestoneId>,
    /// Quiet periods of the origin calendar in the span shown.
    pub quiet: Vec<DaySpan>,
    /// The calendars that milestones may use.
    pub calendars: Vec<CalendarTitle>,
    /// The day the baseline was set; none without one.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub baseline_set: Option<NaiveDate>,
}

/// All about one shipment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ShipmentView {
    /// Its id.
    pub id: String,
    /// Title: model and destination.
    pub title: String,
    /// The day judged on.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub judged_on: NaiveDate,
    /// What is agreed.
    pub order: Order,
    /// Products.
    pub products: Vec<ProductView>,
    /// Answers given.
    pub answers: Vec<AnswerView>,
    /// Questions worth asking, most important first.
    pub questions: Vec<QuestionView>,
    /// Gates.
    pub gates: Vec<GateView>,
    /// Counts of findings by severity.
    pub counts: Counts,
    /// How many requirements and checks stand in each state.
    pub states: Vec<(State, usize)>,
    /// Findings, by what to start first.
    pub findings: Vec<FindingView>,
    /// Every requirement and check that is judged.
    pub verdicts: Vec<VerdictView>,
    /// The schedule.
    pub schedule: ScheduleView,
    /// Documents held for it.
    pub evidence: Vec<EvidenceView>,
    /// Trade documents.
    pub documents: BTreeMap<String, TradeDocument>,
    /// How far they may differ.
    pub tolerances: TolerancesView,
    /// Differences accepted, by id.
    pub exceptions: Vec<(String, Exception)>,
    /// Decisions, by id.
    pub decisions: Vec<(String, Decision)>,
    /// Packs in force: id and version.
    pub packs: Vec<(String, String)>,
    /// Facts of those packs that the catalogue does not have.
    pub further_facts: Vec<Fact>,
    /// What the user gave and no longer has a place: kept, and counting for nothing.
    pub set_aside: Vec<GivenView>,
    /// Other versions that the shipment could take.
    pub upgrade: Option<UpgradeRow>,
    /// What undo would take back.
    pub undo: Option<Text>,
    /// What redo would do again.
    pub redo: Option<Text>,
}
