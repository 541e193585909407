//! Days off and make-up days out of an iCalendar file (RFC 5545), as authorities, banks and
//! calendar services hand them out. Whole-day events are taken; what is not understood is named
//! and left out, and a file that is broken as a whole is refused with the place.

mod envelope;
mod event;
mod mark;
mod repeat;

use crate::problem::Problems;
use chrono::{Datelike, NaiveDate};
use envelope::problem;
use event::{Event, Kind};
use mark::Mark;
use readiness::Text;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// Days that the events of a file may have in all.
const MOST_DAYS: usize = 200_000;
/// The largest file read, in bytes.
pub const MAX_ICS_BYTES: usize = 8 * 1024 * 1024;
/// A year with fewer days than this at the edge of the others is a day that hangs over.
const FEW: usize = 3;

/// An event that was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IcsTrouble {
    /// Line of the event in the file, from 1; 0 where no single event is meant.
    pub line: usize,
    /// Its name, or its day where it has none.
    pub event: String,
    /// Why.
    pub why: Text,
}

/// What a file says about days.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IcsReading {
    /// The calendar's name, where it has one.
    pub name: Option<String>,
    /// Days off with what they are called.
    pub off: BTreeMap<NaiveDate, String>,
    /// Make-up days with what they are called.
    pub work: BTreeMap<NaiveDate, String>,
    /// First and last year that the file speaks of.
    pub years: (i32, i32),
    /// Events with a time of day, left out.
    pub timed: usize,
    /// Cancelled events, left out.
    pub cancelled: usize,
    /// Whole-day events that are not marked as days off in a file that marks them, or that are
    /// named as mere observances: left out.
    pub unmarked: Vec<String>,
    /// Events not understood, left out.
    pub troubles: Vec<IcsTrouble>,
}

/// Reads the days of a file. Yearly events without other events beside them are laid out over
/// `horizon`.
///
/// # Errors
/// The file is no iCalendar file, is broken or cut off, is too large, or has no day in it; the
/// line is named.
pub fn read_ics(
    name: &str,
    bytes: &[u8],
    horizon: &RangeInclusive<i32>,
) -> Result<IcsReading, Problems> {
    let envelope = envelope::open(name, bytes)?;
    let mut reading = IcsReading { name: envelope.name, ..IcsReading::default() };
    let mut events = Vec::new();
    for raw in &envelope.events {
        match event::read(raw) {
            Ok(Kind::Timed) => reading.timed += 1,
            Ok(Kind::Cancelled) => reading.cancelled += 1,
            Ok(Kind::Days(event)) => events.push(event),
            Err(trouble) => reading.troubles.push(trouble),
        }
    }
    // Where some say that they are days off, the others are not.
    let marks = events.iter().any(|event| event.mark == Mark::Off);
    events.retain(|event| {
        let out = event.mark == Mark::Observance || (marks && event.mark == Mark::None);
        if out {
            reading.unmarked.push(event.title.clone());
        }
        !out
    });
    reading.unmarked.sort();
    reading.unmarked.dedup();
    let years = years_of(&events).unwrap_or_else(|| horizon.clone());
    let (mut off, mut work) = (BTreeMap::new(), BTreeMap::new());
    let mut laid = 0;
    // What repeats may have begun in the year before.
    let begun = *years.start() - 1..=*years.end();
    for event in &events {
        let days = if event.mark == Mark::Work { &mut work } else { &mut off };
        for first in event.firsts(if event.repeat.is_none() { &years } else { &begun }) {
            laid += event.length;
            if laid > MOST_DAYS {
                return Err(Problems::one(problem(
                    name,
                    0,
                    Text::new(
                        "its events have more days than any calendar; choose a calendar of public holidays",
                        "事件所含天数超过任何日历；请选择公共假日日历",
                    ),
                )));
            }
            for day in first.iter_days().take(event.length) {
                if event.repeat.is_none() || years.contains(&day.year()) {
                    days.entry(day).or_insert_with(|| event.title.clone());
                }
            }
        }
    }
    off.retain(|day, _| !work.contains_key(day));
    let Some(covered) = covered(off.keys().chain(work.keys())) else {
        return Err(Problems::one(problem(
            name,
            0,
            Text::new(
                "the file has no whole-day events, so no day off can be taken from it; choose a calendar of public holidays",
                "文件中没有全天事件，无法取得休息日；请选择公共假日日历",
            ),
        )));
    };
    left_out(&mut reading, off.keys().chain(work.keys()), &covered);
    off.retain(|day, _| covered.contains(&day.year()));
    work.retain(|day, _| covered.contains(&day.year()));
    reading.years = (*covered.start(), *covered.end());
    reading.off = off;
    reading.work = work;
    Ok(reading)
}

/// From the first to the last year of events that do not repeat.
fn years_of(events: &[Event]) -> Option<RangeInclusive<i32>> {
    let single = || events.iter().filter(|event| event.repeat.is_none());
    let first = single().map(|event| event.first.year()).min()?;
    let last = single().map(|event| event.last().year()).max()?;
    Some(first..=last)
}

/// The years that the days speak of: the run of years, one after the other, with the most days. A
/// year of one or two days at its edge is not known by them.
fn covered<'a>(days: impl Iterator<Item = &'a NaiveDate>) -> Option<RangeInclusive<i32>> {
    let mut count: BTreeMap<i32, usize> = BTreeMap::new();
    for day in days {
        *count.entry(day.year()).or_default() += 1;
    }
    let years: Vec<(i32, usize)> = count.into_iter().collect();
    let runs = years.chunk_by(|a, b| a.0 + 1 == b.0);
    let mut run = runs.max_by_key(|run| run.iter().map(|(_, days)| days).sum::<usize>())?;
    if run.iter().any(|(_, days)| *days >= FEW) {
        while let Some(((_, days), rest)) = run.split_first()
            && *days < FEW
        {
            run = rest;
        }
        while let Some(((_, days), rest)) = run.split_last()
            && *days < FEW
        {
            run = rest;
        }
    }
    Some(run.first()?.0..=run.last()?.0)
}

fn left_out<'a>(
    reading: &mut IcsReading,
    days: impl Iterator<Item = &'a NaiveDate>,
    covered: &RangeInclusive<i32>,
) {
    let mut years: BTreeMap<i32, usize> = BTreeMap::new();
    for day in days.filter(|day| !covered.contains(&day.year())) {
        *years.entry(day.year()).or_default() += 1;
    }
    reading.troubles.extend(years.into_iter().map(|(year, days)| IcsTrouble {
        line: 0,
        event: year.to_string(),
        why: Text::new(
            format!(
                "the file names {days} {} of this year, too few to know the year; left out",
                if days == 1 { "day" } else { "days" }
            ),
            format!("文件只列出该年 {days} 天，不足以了解全年，未采用"),
        ),
    }));
}

#[cfg(test)]
mod tests;
