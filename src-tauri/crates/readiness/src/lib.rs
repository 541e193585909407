//! The engine of Shipshape: facts, conditions, evidence, schedule, gates and findings.
//!
//! Pure: no clock, no disk, no network, no global state. `today` is an argument; the same input
//! gives the same output, whatever the order in which lists were given. Nothing unknown, broken or
//! unreadable ever counts as ready.

mod anchors;
mod appraise;
mod assess;
pub mod calendar;
pub mod checks;
mod clock;
pub mod condition;
mod delivery;
mod departure;
pub mod derived;
mod difference;
pub mod document;
mod dual_use;
mod duties;
mod evaluation;
mod evidence;
mod explain;
mod fact;
mod finding;
mod forecast;
mod gates;
mod id;
mod incoterm;
mod material;
mod network;
pub mod normal;
mod owed;
mod reason;
mod requirement;
pub mod response;
mod rulebook;
mod schedule;
pub mod scorecard;
mod shipment;
mod signal;
mod text;
mod ticket;
mod tolerance;
mod unit;
mod units;

pub use calendar::{Calendar, CalendarError, DaySpan};
pub use clock::{Target, Thousandths, WorkingTime, Zone};
pub use condition::{Condition, ConditionError, Operand, Truth};
pub use departure::Departure;
pub use difference::{Difference, difference};
pub use document::{Container, Freight, GoodsLine, Package, TradeDocument};
pub use dual_use::{DualUse, DualUseClass};
pub use evaluation::{AnswerError, Evaluation, Judgement, SweepDay};
pub use evidence::{Evidence, Scope};
pub use fact::{Choice, Fact, FactKind, FactLevel, Value, ValueError};
pub use finding::{Code, Counts, Finding, Gate, GateState, State, Subject, Timing, Verdict};
pub use forecast::{
    Bar, Decider, Focus, Forecast, MAX_RUNS, Outcome, RUNS, Range, between, forecast,
};
pub use id::{
    CalendarId, CheckId, DocumentType, EvidenceId, FactId, MilestoneId, PackId, RequirementId,
    SignalId, Step,
};
pub use incoterm::{CargoCover, Incoterm, Obliged, Terms};
pub use material::{
    DueBefore, Every, LanguageOf, Material, MaterialState, Measure, Phase, Rendering,
    RenderingError, TicketStage,
};
pub use network::{
    Duration, Link, LinkError, LinkKind, MAX_DAYS, Milestone, Network, NetworkError,
};
pub use owed::{OpenDocument, OpenMilestone, Progress, day_off, open_documents, open_milestones};
pub use reason::{Defect, FactAnswer, IncotermTrap, Reason, Reasons, Saying};
pub use requirement::{
    Case, Coverage, Effective, EvidenceRule, JudgedPer, LeadTime, PartyRole, Regime, RegimeRule,
    Requirement, Severity, Verification, VerificationState,
};
pub use rulebook::{PackStamp, RuleError, Rulebook};
pub use schedule::{Pins, Planner, Schedule, Span};
pub use shipment::{
    AccuracyBasis, Axis, Contact, Decision, DecisionKind, Exception, InPlay, LetterOfCredit,
    Machining, Order, Party, Product, ProductFrame, Shipment,
};
pub use signal::{
    CouldAffect, NextReview, Signal, SignalReview, SignalSource, SignalStatus, Stage, StageReached,
};
pub use text::Text;
pub use ticket::{
    AskedBy, Clock, ClockState, Direction, Instant, Message, Promise, Stages, Ticket, TicketError,
    TicketField, WaitsFor,
};
pub use tolerance::{ToleranceError, Tolerances};
pub use unit::{Dimension, Quantity, QuantityError, Unit};
