//! Business time: how long a party had, counted in its own working days, hours and time zone.
//!
//! Rules, the same everywhere: business hours count only while the party is open. A working day
//! as a target is a day of the party's calendar: the day of the beginning does not count, and the
//! time is up at closing on the last one. Elapsed hours run day and night.

use crate::Calendar;
use crate::calendar::date_of;
use crate::calendar::number_of;
use chrono::{
    DateTime, Datelike, Duration, FixedOffset, LocalResult, NaiveDate, NaiveDateTime, NaiveTime,
    TimeZone, Utc, Weekday,
};
use chrono_tz::Tz;

/// How far a clock looks ahead for working days: about 20 years. A calendar without any gives no
/// due instant.
const MAX_DAYS: i32 = 7_500;

/// Where a party's day begins and ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zone {
    /// A time zone of the IANA list, with its summer time.
    Named(Tz),
    /// A fixed distance from UTC: where the party's zone is not known.
    Fixed(FixedOffset),
}

impl Zone {
    /// The zone of this IANA name, e.g. `Europe/Berlin`.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        name.trim().parse().ok().map(Self::Named)
    }

    /// What the clock on the wall shows there.
    #[must_use]
    pub fn local(self, at: DateTime<Utc>) -> NaiveDateTime {
        match self {
            Self::Named(zone) => at.with_timezone(&zone).naive_local(),
            Self::Fixed(offset) => at.with_timezone(&offset).naive_local(),
        }
    }

    /// The instant with the distance from UTC that holds there.
    #[must_use]
    pub fn at(self, at: DateTime<Utc>) -> DateTime<FixedOffset> {
        match self {
            Self::Named(zone) => at.with_timezone(&zone).fixed_offset(),
            Self::Fixed(offset) => at.with_timezone(&offset),
        }
    }

    /// The instant at which the clock there shows this. Of a time that comes twice the first; a
    /// time that is skipped counts as the same distance after the change.
    #[must_use]
    pub fn instant(self, local: NaiveDateTime) -> DateTime<Utc> {
        match self {
            Self::Fixed(offset) => shifted(local, offset),
            Self::Named(zone) => match zone.from_local_datetime(&local) {
                LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => at.with_timezone(&Utc),
                LocalResult::None => {
                    let before = local.checked_sub_signed(Duration::hours(3)).unwrap_or(local);
                    let offset = zone.offset_from_utc_datetime(&before);
                    shifted(local, chrono::Offset::fix(&offset))
                }
            },
        }
    }
}

fn shifted(local: NaiveDateTime, offset: FixedOffset) -> DateTime<Utc> {
    let seconds = Duration::seconds(i64::from(offset.local_minus_utc()));
    local.checked_sub_signed(seconds).unwrap_or(local).and_utc()
}

/// How long something may take.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Target {
    /// Hours in which the party is open.
    BusinessHours(#[schemars(range(max = 2000))] u16),
    /// Working days; 0 is the same day.
    WorkingDays(#[schemars(range(max = 500))] u16),
    /// Hours by day and night.
    Hours(#[schemars(range(max = 9000))] u16),
}

/// How much time went by, in thousandths of the target's unit: of an hour, or of a working day.
pub type Thousandths = i64;

impl Target {
    /// The target itself in thousandths of its unit.
    #[must_use]
    pub fn thousandths(self) -> Thousandths {
        let (Self::BusinessHours(n) | Self::WorkingDays(n) | Self::Hours(n)) = self;
        i64::from(n) * 1000
    }

    /// Whether two targets count in the same unit.
    #[must_use]
    pub fn same_unit(self, other: Self) -> bool {
        std::mem::discriminant(&self) == std::mem::discriminant(&other)
    }
}

/// The working time of a party.
#[derive(Clone, Copy, Debug)]
pub struct WorkingTime<'a> {
    zone: Zone,
    /// Without one only weekends are off.
    calendar: Option<&'a Calendar>,
    opens: NaiveTime,
    closes: NaiveTime,
}

impl<'a> WorkingTime<'a> {
    /// Open from 9:00 to 17:00 on the working days of a calendar; Monday to Friday without one.
    #[must_use]
    pub fn new(zone: Zone, calendar: Option<&'a Calendar>) -> Self {
        let hour = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or(NaiveTime::MIN);
        Self { zone, calendar, opens: hour(9), closes: hour(17) }
    }

    /// The same with other hours; unchanged when it would close before it opens.
    #[must_use]
    pub fn open(mut self, opens: NaiveTime, closes: NaiveTime) -> Self {
        if opens < closes {
            (self.opens, self.closes) = (opens, closes);
        }
        self
    }

    /// Where the days begin and end.
    #[must_use]
    pub fn zone(&self) -> Zone {
        self.zone
    }

    /// Length of a working day in seconds.
    #[must_use]
    pub fn day_length(&self) -> i64 {
        (self.closes - self.opens).num_seconds()
    }

    /// Whether the party works on that day.
    #[must_use]
    pub fn is_working(&self, day: NaiveDate) -> bool {
        match self.calendar {
            Some(calendar) => calendar.is_working(day),
            None => !matches!(day.weekday(), Weekday::Sat | Weekday::Sun),
        }
    }

    /// The years between two instants whose holidays the calendar does not know. Without a
    /// calendar there are none to know: nothing.
    #[must_use]
    pub fn unknown_years(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> Vec<i32> {
        let Some(calendar) = self.calendar else { return Vec::new() };
        let (from, to) = (self.zone.local(from).year(), self.zone.local(to).year());
        let known = calendar.first_year..=calendar.last_year;
        (from..=to).filter(|year| !known.contains(year)).take(50).collect()
    }

    fn date(&self, at: DateTime<Utc>) -> NaiveDate {
        self.zone.local(at).date()
    }

    fn hours(&self, day: NaiveDate) -> (DateTime<Utc>, DateTime<Utc>) {
        (self.zone.instant(day.and_time(self.opens)), self.zone.instant(day.and_time(self.closes)))
    }

    /// The working days from a day on.
    fn days(&self, from: NaiveDate) -> impl Iterator<Item = NaiveDate> {
        let first = number_of(from);
        (first..first.saturating_add(MAX_DAYS)).map(date_of).filter(|day| self.is_working(*day))
    }

    /// Seconds of business time from one instant to another; 0 when the second is not later.
    #[must_use]
    pub fn elapsed(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> i64 {
        let last = self.date(to);
        self.days(self.date(from))
            .take_while(|day| *day <= last)
            .map(|day| {
                let (opens, closes) = self.hours(day);
                (closes.min(to) - opens.max(from)).num_seconds().max(0)
            })
            .sum()
    }

    /// The instant at which a target that began at `from` is used up; nothing when the calendar
    /// has no working days to count.
    #[must_use]
    pub fn due(&self, from: DateTime<Utc>, target: Target) -> Option<DateTime<Utc>> {
        match target {
            Target::Hours(hours) => from.checked_add_signed(Duration::hours(i64::from(hours))),
            Target::BusinessHours(0) => Some(from),
            Target::BusinessHours(hours) => {
                let mut left = Duration::hours(i64::from(hours));
                for day in self.days(self.date(from)) {
                    let (opens, closes) = self.hours(day);
                    let begins = opens.max(from);
                    let here = closes - begins;
                    if here >= left {
                        return begins.checked_add_signed(left);
                    }
                    left -= here.max(Duration::zero());
                }
                None
            }
            Target::WorkingDays(days) => {
                let received = self.date(from);
                let mut days_left = days;
                for day in self.days(received) {
                    let (_, closes) = self.hours(day);
                    if day > received && days_left > 0 {
                        days_left -= 1;
                    }
                    // What comes after closing can be done on the next day at the earliest.
                    if days_left == 0 && closes >= from && (days == 0 || day > received) {
                        return Some(closes);
                    }
                }
                None
            }
        }
    }

    /// Working days used: the fewest that a target would have had to grant. An answer on the day
    /// of the question took none.
    #[must_use]
    pub fn working_days(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> i64 {
        let received = self.date(from);
        let last = self.date(to);
        let within = self.due(from, Target::WorkingDays(0)).is_some_and(|due| to <= due);
        if within {
            return 0;
        }
        let mut count = 0;
        for day in self.days(received).skip_while(|day| *day <= received) {
            if day > last {
                // On a day off, or after closing: the next working day is begun.
                return count + 1;
            }
            count += 1;
            if to <= self.hours(day).1 {
                return count;
            }
        }
        count
    }

    /// Time used between two instants as this target counts, in thousandths of its unit.
    #[must_use]
    pub fn used(&self, from: DateTime<Utc>, to: DateTime<Utc>, target: Target) -> Thousandths {
        let hours = |seconds: i64| seconds.saturating_mul(1000) / 3600;
        match target {
            Target::BusinessHours(_) => hours(self.elapsed(from, to)),
            Target::Hours(_) => hours((to - from).num_seconds().max(0)),
            Target::WorkingDays(_) => self.working_days(from, to) * 1000,
        }
    }

    /// Seconds from `now` until `due`, negative when it is past: of business time, or by day and
    /// night for a target that runs so.
    #[must_use]
    pub fn left(&self, now: DateTime<Utc>, due: DateTime<Utc>, target: Target) -> i64 {
        match target {
            Target::Hours(_) => (due - now).num_seconds(),
            _ if now <= due => self.elapsed(now, due),
            _ => -self.elapsed(due, now),
        }
    }
}

#[cfg(test)]
mod tests;
