//! The forecast: best, planned and worst finish, and the chance to meet a date.

use chrono::NaiveDate;
use readiness::{MilestoneId, Text};
use serde::{Deserialize, Serialize};

/// Asks for a forecast.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ForecastRequest {
    /// The shipment.
    pub shipment: String,
    /// The seed; 1 when none. The same seed gives the same figures.
    pub seed: Option<u32>,
    /// How often the schedule is planned; 2,000 when none, 10,000 at most.
    pub runs: Option<u32>,
}

/// What is forecast.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum ForecastOf {
    /// The last departure.
    Ships,
    /// The end of the schedule.
    End,
}

/// Where a date to be met comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum TargetOf {
    /// The latest shipment date of the contract.
    Contract,
    /// The latest shipment date of the letter of credit.
    LetterOfCredit,
    /// The milestone's deadline.
    Deadline,
    /// A date set by hand.
    SetByHand,
}

/// A date to be met; of several for one milestone the earliest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ForecastTarget {
    /// The last day that is in time.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub date: NaiveDate,
    /// Where it comes from.
    pub of: TargetOf,
}

/// The chance to meet a date.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ForecastChance {
    /// Runs that met it.
    pub met: u32,
    /// In percent of the runs.
    pub percent: f64,
    /// What the true value lies between in 95 of 100 forecasts, in percent: lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// Runs that finished within a span of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ForecastBar {
    /// First day.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub from: NaiveDate,
    /// Last day.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub to: NaiveDate,
    /// How many runs.
    pub runs: u32,
}

/// How much a milestone decides.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ForecastDecider {
    /// The milestone.
    pub milestone: MilestoneId,
    /// Its name.
    pub title: Text,
    /// In how many percent of the runs it lay on the chain that set the finish.
    pub critical: f64,
    /// Rank correlation of its duration with the finish, −1 to 1.
    pub correlation: f64,
}

/// The forecast of one departure of several.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ForecastDeparture {
    /// The milestone that leaves.
    pub milestone: MilestoneId,
    /// Its name.
    pub title: Text,
    /// The consignment, where it belongs to one.
    pub consignment: Option<u8>,
    /// When everything takes its shortest time.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub best: NaiveDate,
    /// With base durations.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub planned: NaiveDate,
    /// When everything takes its longest time.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub worst: NaiveDate,
    /// The date that it has to meet, where there is one.
    pub target: Option<ForecastTarget>,
    /// The chance to meet it.
    pub chance: Option<ForecastChance>,
}

/// The forecast of the ship date or of the end.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ForecastOutcome {
    /// Which.
    pub of: ForecastOf,
    /// The milestone that is last by the plan.
    pub title: Text,
    /// When everything takes its shortest time.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub best: NaiveDate,
    /// With base durations.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub planned: NaiveDate,
    /// When everything takes its longest time.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub worst: NaiveDate,
    /// The date to be met, where there is one and it is the same for all.
    pub target: Option<ForecastTarget>,
    /// The chance to be in time: each milestone that has a date to be met meets its own.
    pub chance: Option<ForecastChance>,
    /// Each departure by itself, where there are several.
    pub departures: Vec<ForecastDeparture>,
    /// The day by which 10 % of the runs had finished.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub p10: NaiveDate,
    /// By which half of the runs had.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub p50: NaiveDate,
    /// By which 80 % had.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub p80: NaiveDate,
    /// By which 90 % had.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub p90: NaiveDate,
    /// How the finishes are spread.
    pub bars: Vec<ForecastBar>,
    /// The milestones that decide it, the most deciding first.
    pub deciders: Vec<ForecastDecider>,
}

/// Best, planned and worst finish of a milestone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ForecastMilestone {
    /// The milestone.
    pub milestone: MilestoneId,
    /// Its name.
    pub title: Text,
    /// When everything takes its shortest time.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub best: NaiveDate,
    /// With base durations.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub planned: NaiveDate,
    /// When everything takes its longest time.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub worst: NaiveDate,
}

/// A forecast.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ForecastView {
    /// The seed it was made with.
    pub seed: u32,
    /// How often the schedule was planned.
    pub runs: u32,
    /// The ship date and the end, as far as the schedule has them.
    pub outcomes: Vec<ForecastOutcome>,
    /// Every milestone that is not done.
    pub milestones: Vec<ForecastMilestone>,
    /// Milestones that should be finished by today and are not: their planned dates are taken.
    pub overdue: Vec<Text>,
    /// Open milestones whose shortest and longest time are the same: no doubt comes from them.
    pub fixed: usize,
}
