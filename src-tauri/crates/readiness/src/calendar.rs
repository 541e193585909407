//! Working calendars: which days count as working days.

use crate::{CalendarId, Text};
use chrono::{Datelike, NaiveDate, Weekday};
use std::collections::BTreeSet;

mod years;
pub use years::CalendarError;

/// A span of days, both ends included.
#[derive(
    Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct DaySpan {
    /// First day.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub from: NaiveDate,
    /// Last day.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub to: NaiveDate,
}

/// A working calendar as data: weekends are off, then `off` days, then `work` days win.
#[derive(
    Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Calendar {
    /// Stable id, e.g. `CN-2027-MIN`.
    #[schemars(regex(pattern = "^[A-Za-z0-9][A-Za-z0-9-]{0,63}$"))]
    pub id: CalendarId,
    /// Its name.
    pub title: Text,
    /// First year for which its holidays are known.
    #[schemars(range(min = 1990, max = 2200))]
    pub first_year: i32,
    /// Last year for which its holidays are known.
    #[schemars(range(min = 1990, max = 2200))]
    pub last_year: i32,
    /// Public holidays.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(type = "string[]"))]
    pub off: BTreeSet<NaiveDate>,
    /// Make-up days: weekend days or holidays on which people work.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(type = "string[]"))]
    pub work: BTreeSet<NaiveDate>,
    /// Spans in which plants run thin; a warning, not holidays.
    #[serde(default)]
    #[schemars(length(max = 200))]
    pub quiet: Vec<DaySpan>,
    /// What in it still has to be looked up.
    #[serde(default)]
    pub open_point: Option<Text>,
}

impl Calendar {
    /// Whether people work on that day.
    #[must_use]
    pub fn is_working(&self, day: NaiveDate) -> bool {
        if self.work.contains(&day) {
            return true;
        }
        !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !self.off.contains(&day)
    }

    /// Whether the holidays of that day's year are known.
    #[must_use]
    pub fn knows(&self, day: NaiveDate) -> bool {
        (self.first_year..=self.last_year).contains(&day.year())
    }

    /// The named holidays within a span, make-up days left out.
    pub fn holidays(&self, from: NaiveDate, to: NaiveDate) -> impl Iterator<Item = NaiveDate> {
        let range = if from <= to { Some(self.off.range(from..=to)) } else { None };
        range.into_iter().flatten().copied().filter(|day| !self.work.contains(day))
    }
}

/// Days are counted from the first of January of year 1, as `chrono` counts them.
pub type DayNumber = i32;

/// The day with this number; clamped to what a date can hold.
#[must_use]
pub fn date_of(day: DayNumber) -> NaiveDate {
    NaiveDate::from_num_days_from_ce_opt(day).unwrap_or(if day < 0 {
        NaiveDate::MIN
    } else {
        NaiveDate::MAX
    })
}

/// The number of a day.
#[must_use]
pub fn number_of(date: NaiveDate) -> DayNumber {
    date.num_days_from_ce()
}

/// A calendar's working days laid out for counting: finding the n-th working day is one look-up.
#[derive(Clone, Debug)]
pub struct WorkTable {
    first: DayNumber,
    /// For each day, how many working days lie before it in the table.
    before: Vec<u32>,
    /// The working days in order.
    days: Vec<DayNumber>,
}

/// Days before the start that a table covers: what has already happened.
const DAYS_BACK: i32 = 1_500;
/// The longest horizon a table covers: about 200 years. Beyond it every day counts.
const MAX_AHEAD: i32 = 73_000;

impl WorkTable {
    /// Lays out the calendar from some years before `around` to `ahead` days after it.
    #[must_use]
    pub fn new(calendar: &Calendar, around: NaiveDate, ahead: i32) -> Self {
        let first = number_of(around) - DAYS_BACK;
        let mut before = Vec::new();
        let mut days = Vec::new();
        let mut count = 0u32;
        for day in first..first + DAYS_BACK + ahead.clamp(0, MAX_AHEAD) {
            before.push(count);
            if calendar.is_working(date_of(day)) {
                count += 1;
                days.push(day);
            }
        }
        Self { first, before, days }
    }

    fn rank(&self, day: DayNumber) -> usize {
        let index = usize::try_from(day - self.first).unwrap_or(0);
        self.before.get(index).map_or(self.days.len(), |count| *count as usize)
    }

    /// The first working day on or after a day.
    #[must_use]
    pub fn on_or_after(&self, day: DayNumber) -> DayNumber {
        self.days.get(self.rank(day)).copied().unwrap_or(day)
    }

    /// The day after the `n`-th working day counted from `day`; `day` itself when `n` is 0.
    #[must_use]
    pub fn after(&self, day: DayNumber, n: i32) -> DayNumber {
        let Some(steps) = usize::try_from(n).ok().and_then(|n| n.checked_sub(1)) else {
            return day;
        };
        self.days.get(self.rank(day) + steps).map_or(day + n, |last| last + 1)
    }

    /// The `n`-th working day counted back from the day before `day`; `day` itself when `n` is 0.
    #[must_use]
    pub fn back(&self, day: DayNumber, n: i32) -> DayNumber {
        let Some(n) = usize::try_from(n).ok().filter(|n| *n > 0) else {
            return day;
        };
        let rank = self.rank(day);
        rank.checked_sub(n)
            .and_then(|index| self.days.get(index).copied())
            .unwrap_or(day.saturating_sub(i32::try_from(n).unwrap_or(i32::MAX)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn span(from: &str, to: &str) -> Vec<NaiveDate> {
        day(from).iter_days().take_while(|d| *d <= day(to)).collect()
    }

    fn china() -> Calendar {
        let spans = [
            ("2026-10-01", "2026-10-07"),
            ("2027-01-01", "2027-01-01"),
            ("2027-02-05", "2027-02-10"),
            ("2027-04-05", "2027-04-05"),
            ("2027-05-01", "2027-05-04"),
            ("2027-06-09", "2027-06-09"),
            ("2027-09-15", "2027-09-15"),
            ("2027-10-01", "2027-10-05"),
        ];
        calendar("CN", spans.iter().flat_map(|(from, to)| span(from, to)).collect())
    }

    fn hamburg() -> Calendar {
        let days = [
            "2026-12-25",
            "2026-12-26",
            "2027-01-01",
            "2027-03-26",
            "2027-03-29",
            "2027-05-01",
            "2027-05-06",
            "2027-05-17",
            "2027-10-03",
            "2027-10-31",
            "2027-12-25",
            "2027-12-26",
        ];
        calendar("DE-HH", days.iter().map(|d| day(d)).collect())
    }

    fn calendar(id: &str, off: BTreeSet<NaiveDate>) -> Calendar {
        Calendar {
            id: id.into(),
            title: Text::same(id),
            first_year: 2026,
            last_year: 2027,
            off,
            work: BTreeSet::new(),
            quiet: Vec::new(),
            open_point: None,
        }
    }

    /// (calendar, start, working days, first, last, EF)
    fn check(calendar: &Calendar, start: &str, n: i32, first: &str, last: &str, finish: &str) {
        let table = WorkTable::new(calendar, day(start), 1_000);
        let begin = table.on_or_after(number_of(day(start)));
        let end = table.after(begin, n);
        assert_eq!(date_of(begin), day(first), "first day from {start}");
        assert_eq!(date_of(end - 1), day(last), "last day from {start}");
        assert_eq!(date_of(end), day(finish), "EF from {start}");
        assert_eq!(table.back(end, n), begin, "the backward pass mirrors the forward one");
    }

    #[test]
    fn five_days_across_the_lunar_new_year() {
        check(&china(), "2027-02-03", 5, "2027-02-03", "2027-02-15", "2027-02-16");
    }

    #[test]
    fn a_make_up_sunday_is_worked() {
        let mut calendar = china();
        calendar.work.insert(day("2027-02-14"));
        check(&calendar, "2027-02-03", 5, "2027-02-03", "2027-02-14", "2027-02-15");
    }

    #[test]
    fn a_start_on_a_holiday_waits() {
        check(&china(), "2027-02-05", 1, "2027-02-11", "2027-02-11", "2027-02-12");
    }

    #[test]
    fn a_licence_of_45_working_days() {
        check(&china(), "2026-11-24", 45, "2026-11-24", "2027-01-26", "2027-01-27");
        check(&china(), "2026-12-14", 45, "2026-12-14", "2027-02-19", "2027-02-20");
    }

    #[test]
    fn christmas_and_easter_in_hamburg() {
        check(&hamburg(), "2026-12-23", 4, "2026-12-23", "2026-12-29", "2026-12-30");
        check(&hamburg(), "2027-03-25", 3, "2027-03-25", "2027-03-31", "2027-04-01");
    }
}
