//! Working calendars: the list, changing one, taking one in from an iCalendar file.

use chrono::NaiveDate;
use readiness::{Calendar, CalendarId, Text};
use serde::{Deserialize, Serialize};

/// Where a calendar comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum CalendarOrigin {
    /// It came with the program.
    BuiltIn,
    /// It came with the program, and the user's takes its place.
    Changed,
    /// It is the user's own.
    Own,
}

/// A shipment that counts in a calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CalendarUse {
    /// The shipment.
    pub shipment: String,
    /// Its title.
    pub title: String,
    /// The milestones whose days are counted in it.
    pub milestones: Vec<Text>,
    /// Parties whose working days are counted in it.
    pub parties: Vec<Text>,
    /// Its holidays are warned of at the plant's milestones.
    pub origin: bool,
    /// Years in which these milestones lie and that the calendar does not know.
    pub unknown_years: Vec<i32>,
}

/// A calendar with where it is used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CalendarView {
    /// Its data.
    pub calendar: Calendar,
    /// Where it comes from.
    pub origin: CalendarOrigin,
    /// Who counts in it.
    pub uses: Vec<CalendarUse>,
}

/// All calendars, by title.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Calendars {
    /// The calendars.
    pub calendars: Vec<CalendarView>,
    /// Today.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub today: NaiveDate,
}

/// Saves a calendar: a new one, or in place of that of the same id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SaveCalendar {
    /// Its data.
    pub calendar: Calendar,
    /// Takes only its years over into the calendar of this id, which stays as it is otherwise.
    pub add_years: bool,
    /// Refused when there is a calendar of this id already.
    pub new: bool,
}

/// A calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CalendarChoice {
    /// Its id.
    pub calendar: CalendarId,
}

/// A day with what it is called.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NamedDay {
    /// The day.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub day: NaiveDate,
    /// Its name in the file.
    pub title: String,
}

/// An event of a file that was left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct LeftOut {
    /// Its line in the file; 0 where no single event is meant.
    pub line: usize,
    /// Its name.
    pub event: String,
    /// Why.
    pub why: Text,
}

/// What an iCalendar file holds, before anything is saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CalendarPreview {
    /// The file's name.
    pub file: String,
    /// The calendar as it would be saved, with an id and a name proposed.
    pub calendar: Calendar,
    /// Days off.
    pub off: Vec<NamedDay>,
    /// Make-up days.
    pub work: Vec<NamedDay>,
    /// Events with a time of day, left out.
    pub timed: usize,
    /// Cancelled events, left out.
    pub cancelled: usize,
    /// Whole-day events that are no days off, left out.
    pub unmarked: Vec<String>,
    /// Events not understood, left out.
    pub left_out: Vec<LeftOut>,
}
