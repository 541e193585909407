//! What clients ask for and what they are shown. Every text comes in both languages, so that
//! switching the screen's language loads nothing.

use chrono::NaiveDate;
use readiness::{
    Counts, Decision, DecisionKind, DocumentType, DualUse, Evidence, EvidenceId, Exception, Fact,
    FactId, Finding, GateState, Incoterm, MilestoneId, Order, PartyRole, ProductFrame, Severity,
    Span, State, Step, Subject, Text, TradeDocument, Value, VerificationState,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The languages of the product.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Simplified Chinese.
    Zh,
}

/// The window's colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Theme {
    /// As the system wishes.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// The exporter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct Company {
    /// English name as on documents.
    pub name: String,
    /// Chinese name.
    pub name_zh: String,
    /// Site or address.
    pub address: String,
    /// SHA-256 of the logo's file, where there is one.
    pub logo: Option<String>,
}

/// What the user set.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct Settings {
    /// Screen language; asked of the system until chosen.
    pub language: Option<Language>,
    /// Colours.
    pub theme: Theme,
    /// Who works here: the author of every change.
    pub author: String,
    /// The exporter.
    pub company: Company,
}

/// A shipment's id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ShipmentId {
    /// The shipment.
    pub shipment: String,
}

/// Which shipment, judged on which day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ShipmentQuery {
    /// The shipment.
    pub shipment: String,
    /// The day judged on; today when none.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub on: Option<NaiveDate>,
}

/// What a change touched: the window reloads what shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Changes {
    /// Tables touched, and the ids in each.
    pub touched: BTreeMap<String, Vec<String>>,
}

/// Something new.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Created {
    /// Its id.
    pub shipment: String,
    /// What it touched.
    pub changes: Changes,
}

// ---- What never changes while the program runs ---------------------------------------------

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
    /// The requirements in it.
    pub requirements: Vec<RequirementRow>,
}

/// A requirement in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RequirementRow {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// What must be true.
    pub rule: Text,
    /// The condition in words.
    pub when: Text,
    /// How bad a gap is.
    pub severity: Severity,
    /// Reference.
    pub reference: Text,
    /// How far it is verified.
    pub verification: VerificationState,
    /// Where it was found.
    pub source: Option<String>,
    /// What is still open.
    pub open_point: Option<Text>,
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
}

// ---- The list of shipments -----------------------------------------------------------------

/// One gate in a small strip.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct GateView {
    /// The milestone.
    pub milestone: MilestoneId,
    /// Its name.
    pub title: Text,
    /// When things are needed there.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub date: NaiveDate,
    /// How it stands.
    pub state: GateState,
    /// Findings that stop the shipment here.
    pub counts: Counts,
    /// The consignment, where there are several.
    pub consignment: Option<u8>,
    /// Ids of those findings.
    pub findings: Vec<String>,
}

/// One shipment in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ShipmentRow {
    /// Its id.
    pub id: String,
    /// The exporter's reference.
    pub reference: String,
    /// Title: model and destination.
    pub title: String,
    /// The buyer.
    pub buyer: String,
    /// Incoterm and place.
    pub terms: String,
    /// Planned departure.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub ships: Option<NaiveDate>,
    /// Its gates.
    pub gates: Vec<GateView>,
    /// Position of the next gate in that list.
    pub next_gate: Option<usize>,
    /// Counts of findings.
    pub counts: Counts,
    /// Unanswered questions that decide.
    pub unknown: usize,
    /// Put away.
    pub archived: bool,
    /// Why it cannot be judged, where it cannot: then nothing above is known.
    pub failure: Option<Failed>,
}

/// Something to start soon.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct StartItem {
    /// The shipment.
    pub shipment: String,
    /// Its title.
    pub shipment_title: String,
    /// The finding's id.
    pub finding: String,
    /// What to start.
    pub title: Text,
    /// How bad.
    pub severity: Severity,
    /// By when.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub start_by: NaiveDate,
    /// Days from today; negative when past.
    pub days: i64,
}

/// The first page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Home {
    /// Today, by the computer's clock.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub today: NaiveDate,
    /// Folder of the workspace.
    pub folder: String,
    /// All shipments.
    pub shipments: Vec<ShipmentRow>,
    /// What to start within a week, and what should have been started.
    pub start: Vec<StartItem>,
    /// Number of documents held.
    pub evidence: usize,
    /// Settings.
    pub settings: Settings,
    /// What undo would take back.
    pub undo: Option<Text>,
    /// What redo would do again.
    pub redo: Option<Text>,
}

// ---- One shipment --------------------------------------------------------------------------

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
}

/// What the user changed of a milestone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct MilestoneEdit {
    /// Planned days instead of the template's.
    pub base_days: Option<u16>,
    /// Done.
    pub closed: Option<bool>,
    /// The day it really began.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub actual_start: Option<NaiveDate>,
    /// Its real last day.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub actual_finish: Option<NaiveDate>,
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
    /// The milestone whose finish is the ship date.
    pub ships_at: Option<MilestoneId>,
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
    /// Differences accepted.
    pub exceptions: Vec<Exception>,
    /// Decisions, by id.
    pub decisions: Vec<(String, Decision)>,
    /// Packs in force: id and version.
    pub packs: Vec<(String, String)>,
    /// What undo would take back.
    pub undo: Option<Text>,
    /// What redo would do again.
    pub redo: Option<Text>,
}

// ---- Changing ------------------------------------------------------------------------------

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

/// Takes files in as one document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AttachFiles {
    /// The shipment it is for.
    pub shipment: Option<String>,
    /// What the document is.
    pub document_type: DocumentType,
    /// An existing document to add the files to.
    pub evidence: Option<EvidenceId>,
    /// Paths on disk, as chosen or dropped.
    pub paths: Vec<String>,
}

/// What was taken in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Attached {
    /// The document.
    pub evidence: EvidenceId,
    /// What it touched.
    pub changes: Changes,
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

/// All documents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Library {
    /// The documents.
    pub evidence: Vec<EvidenceView>,
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

/// Another state to compare with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct WhatIf {
    /// The shipment.
    pub shipment: String,
    /// The day judged on; today when none.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub on: Option<NaiveDate>,
    /// Another ship date.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub ships: Option<NaiveDate>,
    /// Another country.
    pub country: Option<String>,
    /// Another Incoterm.
    pub incoterm: Option<Incoterm>,
}

/// A gate before and after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct GateChange {
    /// Its name.
    pub title: Text,
    /// Before: date and state.
    #[cfg_attr(feature = "ts", ts(as = "Option<(String, GateState)>"))]
    pub before: Option<(NaiveDate, GateState)>,
    /// After.
    #[cfg_attr(feature = "ts", ts(as = "Option<(String, GateState)>"))]
    pub after: Option<(NaiveDate, GateState)>,
}

/// The difference.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct WhatIfView {
    /// New findings.
    pub added: Vec<FindingView>,
    /// Findings gone.
    pub removed: Vec<FindingView>,
    /// Findings that change: before, after.
    pub changed: Vec<(FindingView, FindingView)>,
    /// Gates that move or change.
    pub gates: Vec<GateChange>,
    /// Days by which the end moves.
    pub end_moves: i64,
    /// Counts after.
    pub counts: Counts,
}

// ---- What leaves ---------------------------------------------------------------------------

/// The languages of a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum ReportLanguage {
    /// English.
    En,
    /// Simplified Chinese.
    Zh,
    /// Both.
    #[default]
    Both,
}

/// Sections of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum ReportSection {
    /// Summary and gates.
    Summary,
    /// Findings and next steps.
    Findings,
    /// Findings explained.
    Explanations,
    /// Requirements in play.
    Requirements,
    /// Evidence with SHA-256.
    Evidence,
    /// Document consistency.
    Documents,
    /// Schedule and critical path.
    Schedule,
    /// Decisions and waivers.
    Decisions,
    /// References with verification state.
    References,
}

/// A report to make.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ReportRequest {
    /// The shipment.
    pub shipment: String,
    /// The day judged on; today when none.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub on: Option<NaiveDate>,
    /// Languages.
    pub language: ReportLanguage,
    /// Sections.
    pub sections: Vec<ReportSection>,
    /// The company's logo on it.
    pub logo: bool,
    /// Marked as a draft while a gate is held.
    pub draft: bool,
    /// Answers and hash list embedded as data.
    pub embed: bool,
}

/// A report's pages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ReportPreview {
    /// Names this layout when its pages are asked for.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub layout: u64,
    /// How many pages it has.
    pub pages: usize,
    /// Characters no font has, replaced by a box.
    pub warnings: Vec<Text>,
}

/// A page of a report laid out before.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PageRequest {
    /// The layout it belongs to.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub layout: u64,
    /// The page, counted from 1.
    pub page: usize,
    /// Pixels to a point of 1/72 inch.
    pub pixels: f64,
}

/// A file written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SavedFile {
    /// Where.
    pub path: String,
    /// Bytes.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub size: u64,
    /// Pages.
    pub pages: usize,
}

/// What undo or redo did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct UndoDone {
    /// Which change.
    pub label: Text,
    /// What it touched.
    pub changes: Changes,
}

/// A change in the history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct HistoryEntry {
    /// Its number.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub id: i64,
    /// When, as RFC 3339.
    pub at: String,
    /// Who.
    pub author: String,
    /// What.
    pub label: Text,
    /// The shipment, where it concerns one.
    pub shipment: Option<String>,
    /// Taken back.
    pub undone: bool,
}

/// What went wrong, in words, with the next step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Failed {
    /// Stable code.
    pub code: String,
    /// What happened and what is safe.
    pub message: Text,
    /// What to do.
    pub next: Text,
    /// Details for whoever repairs it, in English.
    pub detail: String,
}
