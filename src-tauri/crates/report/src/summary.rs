//! Everything a report says, as plain data: no engine types, no disk, no clock.
//!
//! The caller judges and words; the report orders, draws and typesets. Texts come in both
//! languages, [`Options::language`](crate::Options) decides which of them are printed.

use chrono::NaiveDate;
use readiness::Text;
use serde::{Deserialize, Serialize};

/// The content of one report on one shipment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Summary {
    /// The exporter's name.
    pub company: Text,
    /// What the report is on: "GMC-4030, Hamburg".
    pub subject: Text,
    /// The day that everything is judged on. Also the document's date.
    pub judged_on: NaiveDate,
    /// The order.
    pub order: Order,
    /// How many of each there are.
    pub counts: Counts,
    /// The gates in the order in which the shipment passes them.
    pub gates: Vec<Gate>,
    /// One more sentence in the verdict box: "Every one can still be closed in time …".
    pub verdict_note: Option<Text>,
    /// The findings, what to start first on top.
    pub findings: Vec<Finding>,
    /// What is planned and not yet due.
    pub tasks: Vec<Task>,
    /// Every requirement in play, in groups.
    pub requirements: Vec<RequirementGroup>,
    /// The documents on file.
    pub evidence: Vec<Evidence>,
    /// Waivers and "not applicable".
    pub decisions: Vec<Decision>,
    /// Requirements that the user switched off: they were not judged.
    pub switched_off: Vec<SwitchedOff>,
    /// What was compared across the trade documents.
    pub checks: Vec<Check>,
    /// The steps of the delivery.
    pub schedule: Vec<Step>,
    /// The names of the steps that decide the last date, first to last.
    pub critical_path: Vec<Text>,
    /// The laws, standards and practices that the requirements rest on.
    pub references: Vec<Reference>,
}

/// The facts of the order at the top of the first page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Order {
    /// The shipment's reference, also in the footer of every page.
    pub reference: String,
    /// What is shipped.
    pub products: Vec<Text>,
    /// Who buys.
    pub buyer: Text,
    /// Incoterm and place: "CIF Hamburg, Incoterms 2020".
    pub terms: Text,
    /// The market it is made for.
    pub market: Text,
    /// The requirement packs in force.
    pub packs: Vec<Pack>,
    /// Further facts as label and value.
    pub more: Vec<(Text, Text)>,
}

/// A requirement pack that took part in the judgement.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pack {
    /// Its title.
    pub name: Text,
    /// Its version.
    pub version: String,
    /// The SHA-256 of its content, in hexadecimal.
    pub sha256: String,
}

/// How many findings and requirements there are of each kind. Never a percentage.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Counts {
    /// Blockers.
    pub blocker: u32,
    /// Major findings.
    pub major: u32,
    /// Minor findings.
    pub minor: u32,
    /// Worth knowing.
    pub info: u32,
    /// Facts nobody has answered.
    pub unknown: u32,
    /// Requirements whose source is not verified.
    pub unverified: u32,
    /// Requirements that are met.
    pub ready: u32,
    /// Requirements decided on: waived or not applicable.
    pub decided: u32,
    /// Tasks not yet due.
    pub task: u32,
}

/// A status as shape, colour and meaning. The shape alone is enough in grey print.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    /// Filled octagon with a bar.
    Blocker,
    /// Filled triangle with an exclamation mark.
    Major,
    /// Outlined diamond with a dot.
    Minor,
    /// Outlined circle with an i.
    Info,
    /// Dashed circle with a question mark.
    #[default]
    Unknown,
    /// Dashed hexagon with a bar.
    Unverified,
    /// Filled circle with a tick.
    Ready,
    /// Outlined square with a tick.
    Decided,
    /// Empty circle.
    Task,
    /// A grey equals sign: documents agree.
    Agrees,
}

/// A gate of the delivery.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gate {
    /// Its name, short: "FAT".
    pub name: Text,
    /// Its planned date.
    pub date: Option<NaiveDate>,
    /// Whether the shipment gets through.
    pub state: GateState,
}

/// Whether the shipment gets through a gate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum GateState {
    /// Behind the shipment.
    Passed,
    /// Nothing stands before it.
    #[default]
    Open,
    /// Nothing of its own stands before it, but an earlier gate is held.
    Behind,
    /// So many blockers stand before it.
    Held(u32),
}

/// A gate or milestone and its date, as something is due there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Due {
    /// The gate's name.
    pub gate: Text,
    /// Its date, where one is planned.
    pub date: Option<NaiveDate>,
}

/// Whether there is still time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Timing {
    /// The longest lead time still fits.
    Open,
    /// Only the shortest lead time fits.
    AtRisk,
    /// Not even the shortest lead time fits.
    Late,
    /// Nobody can say.
    #[default]
    Unknown,
}

/// One gap.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Finding {
    /// Its severity.
    pub mark: Mark,
    /// The title of the requirement.
    pub title: Text,
    /// The kind in a word: "Expired".
    pub kind: Text,
    /// The gap in a sentence: "Expired on 14 Oct 2026."
    pub gap: Text,
    /// Where it is needed.
    pub due: Option<Due>,
    /// Whether there is still time.
    pub timing: Timing,
    /// The same in words: "1 day left".
    pub timing_words: Text,
    /// The last day to start.
    pub start_by: Option<NaiveDate>,
    /// What to do next.
    pub next_step: Text,
    /// Why it is a gap: rule, facts, dates, evidence looked at, reference, verification;
    /// label and value.
    pub explanation: Vec<(Text, Text)>,
}

/// Work that is planned and not yet due.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Task {
    /// The title of the requirement.
    pub title: Text,
    /// Where it is needed.
    pub due: Option<Due>,
    /// The last day to start.
    pub start_by: Option<NaiveDate>,
    /// What to do next.
    pub next_step: Text,
}

/// A group of requirements under one heading.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequirementGroup {
    /// The heading.
    pub title: Text,
    /// The requirements.
    pub items: Vec<Requirement>,
}

/// One requirement in play.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Requirement {
    /// Its title.
    pub title: Text,
    /// Its state as a shape.
    pub mark: Mark,
    /// Its state in a word: "Ready", "Waived", "Expired".
    pub state: Text,
    /// Where it is needed.
    pub due: Option<Due>,
    /// The law, standard or practice it rests on.
    pub reference: Text,
    /// How far that has been verified.
    pub verification: Verification,
}

/// How far a statement has been verified.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verification {
    /// Found in the source named.
    Checked,
    /// Settled practice, not looked up.
    Known,
    /// The official source must be opened before relying on it.
    #[default]
    Verify,
}

/// A document on file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Evidence {
    /// Its title or type.
    pub title: Text,
    /// Number, issuer, holder, scope and the like, as label and value.
    pub details: Vec<(Text, Text)>,
    /// The day of issue.
    pub issued: Option<NaiveDate>,
    /// The last day it is valid.
    pub expires: Option<NaiveDate>,
    /// The files attached.
    pub files: Vec<File>,
}

/// A file attached to a document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// Its name.
    pub name: String,
    /// Its SHA-256 in hexadecimal.
    pub sha256: String,
    /// Its size in bytes.
    pub bytes: u64,
}

/// A waiver or a "not applicable".
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// What was decided on.
    pub title: Text,
    /// What was decided: "Waived", "Not applicable".
    pub kind: Text,
    /// Who decided.
    pub who: String,
    /// When.
    pub decided_on: NaiveDate,
    /// Why.
    pub why: Text,
    /// Until when it holds; `None` is without end.
    pub until: Option<NaiveDate>,
}

/// A requirement that the user switched off for every shipment. Who reads the report must not take
/// it for one that is met.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SwitchedOff {
    /// Its stable id.
    pub id: String,
    /// What it is called.
    pub title: Text,
    /// Who switched it off; empty when not known.
    pub who: String,
    /// When, where known.
    pub on: Option<NaiveDate>,
    /// Why.
    pub why: Text,
}

/// One comparison across the trade documents.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    /// What was compared: "HS code".
    pub title: Text,
    /// The result as a shape; [`Mark::Agrees`] when there is no difference.
    pub mark: Mark,
    /// The result in a word: "Agrees", "Differs", "Accepted".
    pub result: Text,
    /// What each document says.
    pub detail: Text,
}

/// One step of the delivery.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Step {
    /// Its name.
    pub name: Text,
    /// Who is responsible.
    pub party: Text,
    /// The planned or actual start.
    pub start: Option<NaiveDate>,
    /// The planned or actual finish.
    pub finish: Option<NaiveDate>,
    /// The latest finish that keeps the deadline.
    pub latest_finish: Option<NaiveDate>,
    /// Days it can slip; negative when the deadline is already missed.
    pub float_days: Option<i64>,
    /// Whether it is on the critical path.
    pub critical: bool,
    /// Whether it is done, so that its dates are actual ones.
    pub done: bool,
}

/// A law, standard or practice.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Reference {
    /// The citation: "Regulation (EU) 2023/1230, Art. 10".
    pub title: Text,
    /// Where it was found, or what is still open in it.
    pub note: Text,
    /// How far it has been verified.
    pub verification: Verification,
    /// The day it was last looked up.
    pub checked_on: Option<NaiveDate>,
}
