//! Communication: materials for the customer, tickets with their clocks, response times.

use chrono::NaiveDate;
use readiness::response::Spread;
use readiness::{
    AskedBy, ClockState, Instant, Measure, Message, MilestoneId, PartyRole, Phase, Rendering,
    Target, Text, Thousandths, Ticket, TicketStage, WaitsFor,
};
use serde::{Deserialize, Serialize};

/// All communication of a shipment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CommunicationView {
    /// The instant at which the clocks were read, with the distance from UTC here.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub now: Instant,
    /// The materials by phase.
    pub materials: Vec<MaterialView>,
    /// The tickets; open ones first, those that are due first before others.
    pub tickets: Vec<TicketView>,
    /// What a ticket may be about, with the response times promised in this market.
    pub kinds: Vec<TicketKind>,
    /// Who may be on the other side.
    pub parties: Vec<TicketParty>,
}

/// A material for the customer as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MaterialView {
    /// Its id, e.g. `cm-manual-set`.
    pub id: String,
    /// When it is sent.
    pub phase: Phase,
    /// What it is.
    pub title: Text,
    /// What is in it.
    pub about: Text,
    /// It is about safety: it needs a reviewer by name.
    pub safety: bool,
    /// One of its languages is enough.
    pub one_language: bool,
    /// What is to be known about its languages.
    pub language_note: Option<Text>,
    /// The order does not say yet which language is needed.
    pub language_open: bool,
    /// Its languages as recorded for the whole shipment: those needed first, then others that were
    /// made.
    pub languages: Vec<MaterialLanguage>,
    /// The consignments that each need one of their own; empty where one for the whole shipment is
    /// enough.
    pub consignments: Vec<MaterialConsignment>,
    /// When it is due, the first date first.
    pub due: Vec<MaterialDue>,
    /// Its first date is past and it was not sent in all that is needed; of several consignments,
    /// that of one is.
    pub overdue: bool,
    /// It was sent in all that is needed, with each consignment, and nothing of it is stale.
    pub complete: bool,
    /// The response times promised.
    pub measures: Vec<Measure>,
    /// Where this comes from.
    pub source: Text,
}

/// A material as it stands for one consignment of several.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MaterialConsignment {
    /// The consignment, counted from 1.
    pub consignment: u8,
    /// Its languages: those needed first, then others that were made.
    pub languages: Vec<MaterialLanguage>,
    /// When it is due for this consignment, the first date first.
    pub due: Vec<MaterialDue>,
    /// Its first date is past and it was not sent in all that is needed.
    pub overdue: bool,
    /// It was sent in all that is needed, and nothing of it is stale.
    pub complete: bool,
}

/// A material in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MaterialLanguage {
    /// The language's code.
    pub code: String,
    /// Its name.
    pub title: Text,
    /// The order needs it.
    pub needed: bool,
    /// How far it is.
    pub rendering: Rendering,
    /// Its original is newer than what it was translated from.
    pub stale: bool,
    /// Of one consignment: nothing is recorded for it, what is recorded for the whole shipment holds.
    pub of_all: bool,
}

/// A date by which a material is due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MaterialDue {
    /// The day.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub on: NaiveDate,
    /// The milestone it comes before; none for a material that comes again and again.
    pub milestone: Option<MilestoneId>,
    /// Why on that day.
    pub title: Option<Text>,
}

/// What a ticket may be about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TicketKind {
    /// The material whose response times apply.
    pub id: String,
    /// What it is.
    pub title: Text,
    /// The response times promised.
    pub measures: Vec<Measure>,
}

/// A party as tickets need it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TicketParty {
    /// Its role.
    pub role: PartyRole,
    /// The role in words.
    pub title: Text,
    /// Its name; empty where the order does not name it.
    pub name: String,
    /// Its time zone, e.g. `Europe/Berlin`.
    pub zone: Option<String>,
    /// Its calendar.
    pub calendar: Option<Text>,
}

/// A ticket with its clocks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TicketView {
    /// Its id.
    pub id: String,
    /// Its data.
    pub ticket: Ticket,
    /// What it is about, in words.
    pub kind: Text,
    /// The party's role in words.
    pub role: Text,
    /// The party's name; empty where the order does not name it.
    pub party: String,
    /// First reply of a human, as entered or by the messages.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub reply: Option<Instant>,
    /// First useful answer.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub answer: Option<Instant>,
    /// Who has to act next; nobody once it is solved.
    pub waits_for: Option<WaitsFor>,
    /// What was written about it, the oldest first.
    pub messages: Vec<MessageView>,
    /// Its clocks.
    pub clocks: Vec<ClockView>,
    /// A clock is overdue or was stopped too late.
    pub late: bool,
    /// The next instant at which a running clock is up.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub due: Option<Instant>,
    /// How its clocks count, where that is not as it should be.
    pub notes: Vec<Text>,
}

/// A message with its id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MessageView {
    /// Its id.
    pub id: String,
    /// Its data.
    pub message: Message,
}

/// A clock of a ticket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ClockView {
    /// The measure.
    pub measure: String,
    /// What is measured.
    pub title: Text,
    /// How long it may take.
    pub within: Target,
    /// What ends it.
    pub until: TicketStage,
    /// How it stands.
    pub state: ClockState,
    /// When the time is up, with the party's distance from UTC.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub due: Option<Instant>,
    /// When it was stopped, with the party's distance from UTC.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub stopped: Option<Instant>,
    /// Seconds left, negative when late: of business time, or by day and night for hours that
    /// run so.
    pub left: i64,
    /// Seconds of a working day, for words.
    pub day: i64,
    /// Time used, in thousandths of the target's unit.
    pub used: Thousandths,
}

/// Records how far a material is; none takes the record away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SaveMaterial {
    /// The shipment.
    pub shipment: String,
    /// The material.
    pub material: String,
    /// The language.
    pub language: String,
    /// The consignment that it is for; none speaks for the whole shipment, and holds for each
    /// consignment that has no record of its own.
    #[serde(default)]
    pub consignment: Option<u8>,
    /// How far it is.
    pub rendering: Option<Rendering>,
}

/// Saves a ticket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SaveTicket {
    /// The shipment.
    pub shipment: String,
    /// The ticket; none for a new one.
    pub id: Option<String>,
    /// Its data. A new one without promises gets those of its kind.
    pub ticket: Ticket,
}

/// Logs a message, or changes one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct LogMessage {
    /// The ticket.
    pub ticket: String,
    /// The message; none for a new one.
    pub id: Option<String>,
    /// Its data.
    pub message: Message,
}

/// A ticket by its id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TicketChoice {
    /// The ticket.
    pub ticket: String,
}

/// A message of a ticket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MessageChoice {
    /// The ticket.
    pub ticket: String,
    /// The message.
    pub message: String,
}

/// An e-mail file to read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MailChoice {
    /// Where it lies.
    pub path: String,
}

/// What an e-mail file says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MailView {
    /// The file's name.
    pub file: String,
    /// Its subject.
    pub subject: String,
    /// Who wrote it.
    pub from: String,
    /// To whom.
    pub to: String,
    /// When, with the writer's distance from UTC.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub at: Option<Instant>,
    /// What it says.
    pub text: String,
    /// Its head says that a machine wrote it.
    pub automatic: bool,
}

/// Response times over all shipments.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ResponseTimes {
    /// Days of a period.
    pub period_days: i64,
    /// By party and measure.
    pub rows: Vec<ResponseRow>,
}

/// How a measure was kept with a party.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ResponseRow {
    /// The party's name; empty where the order does not name it.
    pub party: String,
    /// Its role in words.
    pub role: Text,
    /// Who asked; the other side answered.
    pub asked_by: AskedBy,
    /// What the tickets are about.
    pub kind: Text,
    /// What is measured.
    pub title: Text,
    /// What was promised last.
    pub promised: Target,
    /// The last 90 days first.
    pub periods: Vec<ResponsePeriod>,
    /// Clocks that still run.
    pub running: usize,
    /// Of these, how many are overdue.
    pub overdue: usize,
}

/// What was measured in a period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ResponsePeriod {
    /// First day.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub from: NaiveDate,
    /// Last day.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub to: NaiveDate,
    /// Median and 90th percentile; none where nothing was answered.
    pub spread: Option<Spread>,
    /// How many were kept.
    pub kept: usize,
}
