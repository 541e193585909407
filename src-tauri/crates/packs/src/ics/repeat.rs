//! Days that come again every year.

use chrono::{Datelike, NaiveDate};
use icalendar::parser::Property;
use std::collections::BTreeSet;
use std::ops::RangeInclusive;

/// The same day every so many years.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Repeat {
    every: i32,
    until: Option<NaiveDate>,
    count: Option<usize>,
    pub(super) except: BTreeSet<NaiveDate>,
}

impl Repeat {
    /// The rule of an event that begins on `first`; none when it is not simply yearly.
    pub(super) fn read(rule: &Property<'_>, first: NaiveDate) -> Option<Self> {
        let mut repeat = Self { every: 1, ..Self::default() };
        let mut yearly = false;
        for part in rule.val.as_str().split(';').filter(|part| !part.trim().is_empty()) {
            let (name, value) = part.split_once('=')?;
            let value = value.trim();
            match name.trim().to_ascii_uppercase().as_str() {
                "FREQ" => yearly = value.eq_ignore_ascii_case("YEARLY"),
                "INTERVAL" => {
                    repeat.every = value.parse().ok().filter(|n| (1..=200).contains(n))?;
                }
                "COUNT" => repeat.count = Some(value.parse().ok().filter(|n| *n > 0)?),
                "UNTIL" => repeat.until = Some(super::event::date(value.get(..8)?)?),
                // The same month and day as the first one say nothing new.
                "BYMONTH" => {
                    value.parse::<u32>().ok().filter(|month| *month == first.month())?;
                }
                "BYMONTHDAY" => {
                    value.parse::<u32>().ok().filter(|day| *day == first.day())?;
                }
                "WKST" => {}
                _ => return None,
            }
        }
        yearly.then_some(repeat)
    }

    /// The first days of all repeats whose year is among `years`.
    pub(super) fn firsts(&self, first: NaiveDate, years: &RangeInclusive<i32>) -> Vec<NaiveDate> {
        let mut days = Vec::new();
        let mut seen = 0;
        let mut year = first.year();
        while year <= *years.end() && self.count.is_none_or(|count| seen < count) {
            // The 29th of February comes in leap years only.
            if let Some(day) = first.with_year(year) {
                if self.until.is_some_and(|until| day > until) {
                    break;
                }
                seen += 1;
                if years.contains(&year) && !self.except.contains(&day) {
                    days.push(day);
                }
            }
            year += self.every;
        }
        days
    }
}
