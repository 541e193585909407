//! Whether a calendar's data fits together, and taking years over from another one.

use super::Calendar;
use chrono::{Datelike, NaiveDate};

/// The years a calendar may speak of.
const YEARS: std::ops::RangeInclusive<i32> = 1990..=2200;
/// The most days of one kind, and the most quiet periods.
const MAX_DAYS: usize = 20_000;
const MAX_QUIET: usize = 200;

/// What does not fit in a calendar.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CalendarError {
    /// The id has other characters than letters, digits and hyphens, or is empty or too long.
    #[error("{id:?} is no id")]
    Id {
        /// The id.
        id: String,
    },
    /// It has no name.
    #[error("the calendar has no name")]
    NoTitle,
    /// The first year is after the last, or outside 1990 to 2200.
    #[error("{first} to {last} are no years of a calendar")]
    Years {
        /// First year.
        first: i32,
        /// Last year.
        last: i32,
    },
    /// A day lies outside the years that the calendar knows.
    #[error("{day} is outside the years {first} to {last}")]
    DayOutside {
        /// The day.
        day: NaiveDate,
        /// First year.
        first: i32,
        /// Last year.
        last: i32,
    },
    /// A quiet period ends before it begins.
    #[error("the quiet period from {from} ends on {to}, before it begins")]
    QuietTurned {
        /// First day.
        from: NaiveDate,
        /// Last day.
        to: NaiveDate,
    },
    /// More days or quiet periods than any real calendar has.
    #[error("too many days or quiet periods")]
    TooMany,
    /// Years taken over would leave a year between that is not known.
    #[error("between {known} and {taken} no year would be known")]
    Gap {
        /// The known year nearest to the ones taken.
        known: i32,
        /// The year taken nearest to the known ones.
        taken: i32,
    },
}

impl Calendar {
    /// Whether its data fits together.
    ///
    /// # Errors
    /// The first thing that does not fit.
    pub fn check(&self) -> Result<(), CalendarError> {
        let id = self.id.as_str();
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
        if id.is_empty() || id.len() > 64 || id.starts_with('-') || !id.chars().all(plain) {
            return Err(CalendarError::Id { id: id.to_owned() });
        }
        if self.title.en.trim().is_empty() || self.title.zh.trim().is_empty() {
            return Err(CalendarError::NoTitle);
        }
        let (first, last) = (self.first_year, self.last_year);
        if first > last || !YEARS.contains(&first) || !YEARS.contains(&last) {
            return Err(CalendarError::Years { first, last });
        }
        if self.off.len() > MAX_DAYS || self.work.len() > MAX_DAYS || self.quiet.len() > MAX_QUIET {
            return Err(CalendarError::TooMany);
        }
        if let Some(day) = self.off.iter().chain(&self.work).find(|day| !self.knows(**day)) {
            return Err(CalendarError::DayOutside { day: *day, first, last });
        }
        match self.quiet.iter().find(|quiet| quiet.from > quiet.to) {
            Some(quiet) => Err(CalendarError::QuietTurned { from: quiet.from, to: quiet.to }),
            None => Ok(()),
        }
    }

    /// Takes the days of every year that `other` knows in place of its own of these years. Names,
    /// quiet periods and the days of other years stay.
    ///
    /// # Errors
    /// [`CalendarError::Gap`] when a year between would not be known.
    pub fn take_years(&mut self, other: &Self) -> Result<(), CalendarError> {
        if other.first_year > self.last_year + 1 {
            return Err(CalendarError::Gap { known: self.last_year, taken: other.first_year });
        }
        if other.last_year < self.first_year - 1 {
            return Err(CalendarError::Gap { known: self.first_year, taken: other.last_year });
        }
        let years = other.first_year..=other.last_year;
        for (own, taken) in [(&mut self.off, &other.off), (&mut self.work, &other.work)] {
            own.retain(|day| !years.contains(&day.year()));
            own.extend(taken);
        }
        self.first_year = self.first_year.min(other.first_year);
        self.last_year = self.last_year.max(other.last_year);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{DaySpan, Text};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn calendar(years: (i32, i32), off: &[&str], work: &[&str]) -> Calendar {
        Calendar {
            id: "CN".into(),
            title: Text::new("China", "中国"),
            first_year: years.0,
            last_year: years.1,
            off: off.iter().map(|text| day(text)).collect(),
            work: work.iter().map(|text| day(text)).collect(),
            quiet: Vec::new(),
            open_point: None,
        }
    }

    #[test]
    fn the_notice_for_a_year_takes_the_place_of_the_estimate() {
        let mut known = calendar((2026, 2027), &["2026-10-01", "2027-02-05"], &[]);
        let notice = calendar((2027, 2028), &["2027-02-08", "2028-01-03"], &["2027-02-14"]);
        known.take_years(&notice).unwrap();
        assert_eq!(
            known,
            calendar((2026, 2028), &["2026-10-01", "2027-02-08", "2028-01-03"], &["2027-02-14"])
        );
    }

    #[test]
    fn a_year_that_nobody_knows_is_not_passed_over() {
        let mut known = calendar((2026, 2027), &[], &[]);
        let before = known.clone();
        let gap = known.take_years(&calendar((2029, 2030), &[], &[]));
        assert_eq!(gap, Err(CalendarError::Gap { known: 2027, taken: 2029 }));
        let gap = known.take_years(&calendar((2020, 2024), &[], &[]));
        assert_eq!(gap, Err(CalendarError::Gap { known: 2026, taken: 2024 }));
        assert_eq!(known, before);
    }

    #[test]
    fn what_does_not_fit_is_named() {
        let good = calendar((2026, 2027), &["2026-10-01"], &["2027-02-14"]);
        assert_eq!(good.check(), Ok(()));
        let mut bad = good.clone();
        bad.id = "a b".into();
        assert!(matches!(bad.check(), Err(CalendarError::Id { .. })));
        let mut bad = good.clone();
        bad.title.zh.clear();
        assert_eq!(bad.check(), Err(CalendarError::NoTitle));
        for years in [(2027, 2026), (1900, 2026), (2026, 9999)] {
            let bad = calendar(years, &[], &[]);
            let error = CalendarError::Years { first: years.0, last: years.1 };
            assert_eq!(bad.check(), Err(error));
        }
        let bad = calendar((2026, 2027), &[], &["2028-01-01"]);
        assert!(matches!(bad.check(), Err(CalendarError::DayOutside { .. })));
        let mut bad = good;
        bad.quiet.push(DaySpan { from: day("2027-02-20"), to: day("2027-02-01") });
        assert!(matches!(bad.check(), Err(CalendarError::QuietTurned { .. })));
    }
}
