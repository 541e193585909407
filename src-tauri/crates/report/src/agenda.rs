//! Days as an iCalendar file (RFC 5545) for any calendar program.
//!
//! An entry's UID comes from what it is about alone, never from its dates, its words or the time:
//! a later file brings the same UIDs with a higher SEQUENCE, so that importing it again updates
//! what is there and doubles nothing. What an earlier file told and is no longer there comes once
//! more under its UID, cancelled.

use chrono::{DateTime, Days, FixedOffset, NaiveDate, TimeZone, Utc};
use icalendar::{Alarm, Calendar, Class, Component, Event, EventLike, Property, ValueType};
use std::collections::BTreeSet;
use std::fmt::Write;

use crate::error::Error;

/// Entries for a calendar program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agenda {
    /// What the calendar is called.
    pub name: String,
    /// When it is made; later files win over earlier ones.
    pub made: DateTime<FixedOffset>,
    /// The highest SEQUENCE of the files made before, where that is known: this one goes beyond it,
    /// also within the same minute and after the clock was set back.
    pub after: Option<i64>,
    /// What earlier files told and is no longer there.
    pub cancelled: Vec<Cancelled>,
    /// The entries; of several about the same thing, the first one counts.
    pub entries: Vec<Entry>,
}

/// One entry: whole days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it is about, from the general to the particular: the source of its UID.
    pub key: Vec<String>,
    /// What is read in the calendar.
    pub title: String,
    /// What is read when it is opened.
    pub details: String,
    /// A word to sort by, such as "Milestone".
    pub category: String,
    /// First day.
    pub from: NaiveDate,
    /// Last day, the first one or later.
    pub to: NaiveDate,
    /// Reminds so many days before; not at all when none.
    pub remind_days: Option<u16>,
}

/// An event of an earlier file that is no longer there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cancelled {
    /// Its UID.
    pub uid: String,
    /// What was read in the calendar.
    pub title: String,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
}

impl Agenda {
    /// The SEQUENCE of its events.
    #[must_use]
    pub fn sequence(&self) -> i64 {
        let after = self.after.map_or(0, |after| after.saturating_add(1));
        sequence(self.made.with_timezone(&Utc)).max(after).min(i64::from(i32::MAX))
    }
}

impl Entry {
    /// Its UID.
    #[must_use]
    pub fn uid(&self) -> String {
        uid(&self.key)
    }
}

/// The UID of what `key` names.
fn uid(key: &[String]) -> String {
    let mut uid = String::new();
    for part in key {
        if !uid.is_empty() {
            uid.push('.');
        }
        for byte in part.bytes() {
            if byte.is_ascii_alphanumeric() || byte == b'-' {
                uid.push(char::from(byte));
            } else {
                // Every other byte by its number, so that different keys never meet in one UID;
                // writing into a string does not fail.
                uid.push('_');
                for digit in [byte >> 4, byte & 15] {
                    uid.extend(char::from_digit(u32::from(digit), 16));
                }
            }
        }
    }
    uid.push_str("@shipshape");
    uid
}

/// Minutes since 2020: rises with every file made, and stays within 31 bits for 4,000 years.
fn sequence(made: DateTime<Utc>) -> i64 {
    let epoch = Utc.timestamp_opt(1_577_836_800, 0).earliest().unwrap_or_default();
    (made - epoch).num_minutes().clamp(0, i64::from(i32::MAX))
}

/// Text without what a calendar file cannot hold.
fn plain(text: &str) -> String {
    text.replace("\r\n", "\n").chars().filter(|c| *c == '\n' || !c.is_control()).collect()
}

/// A property whose value is text: escaped when written.
fn text_property(key: &str, text: &str) -> Property {
    let mut property = Property::new(key, plain(text));
    if property.value_type() != Some(ValueType::Text) {
        property.append_parameter(ValueType::Text);
    }
    property.done()
}

/// The file.
///
/// # Errors
/// It cannot be written.
pub fn agenda_ics(agenda: &Agenda) -> Result<String, Error> {
    let made = agenda.made.with_timezone(&Utc);
    let sequence = agenda.sequence();
    let mut calendar = Calendar::empty();
    calendar
        .append_property(Property::new("VERSION", "2.0"))
        .append_property(Property::new("PRODID", "-//Shipshape//Shipshape//EN"))
        .append_property(Property::new("CALSCALE", "GREGORIAN"))
        .append_property(Property::new("METHOD", "PUBLISH"))
        .append_property(text_property("X-WR-CALNAME", &agenda.name));
    let mut seen = BTreeSet::new();
    for entry in &agenda.entries {
        let uid = uid(&entry.key);
        if !seen.insert(uid.clone()) {
            continue;
        }
        calendar.push(event(entry, &uid, made, sequence));
    }
    for gone in agenda.cancelled.iter().filter(|gone| seen.insert(gone.uid.clone())) {
        calendar.push(cancelled(gone, made, sequence));
    }
    let mut file = String::new();
    write!(file, "{calendar}")?;
    Ok(file)
}

/// Whole days under a UID, with what all events have.
fn days(
    (uid, title): (&str, &str),
    (from, to): (NaiveDate, NaiveDate),
    stamp: &str,
    sequence: i64,
    status: &str,
) -> Event {
    let mut event = Event::with_uid(uid);
    event
        .append_property(Property::new("DTSTAMP", stamp))
        .append_property(Property::new("LAST-MODIFIED", stamp))
        .append_property(Property::new("SEQUENCE", sequence.to_string()))
        .append_property(Property::new("STATUS", status))
        .append_property(Property::new("TRANSP", "TRANSPARENT"))
        .append_property(text_property("SUMMARY", title))
        .class(Class::Private)
        .starts(from);
    // Its end is the day after the last one.
    event.ends(to.max(from).checked_add_days(Days::new(1)).unwrap_or(to));
    event
}

fn stamp(made: DateTime<Utc>) -> String {
    made.format("%Y%m%dT%H%M%SZ").to_string()
}

fn cancelled(gone: &Cancelled, made: DateTime<Utc>, sequence: i64) -> Event {
    let what = (gone.uid.as_str(), gone.title.as_str());
    days(what, (gone.from, gone.to), &stamp(made), sequence, "CANCELLED").done()
}

fn event(entry: &Entry, uid: &str, made: DateTime<Utc>, sequence: i64) -> Event {
    let stamp = stamp(made);
    // Said each time: what was cancelled once and is there again has to come back.
    let what = (uid, entry.title.as_str());
    let mut event = days(what, (entry.from, entry.to), &stamp, sequence, "CONFIRMED");
    event.append_property(text_property("CATEGORIES", &entry.category));
    if !entry.details.trim().is_empty() {
        event.append_property(text_property("DESCRIPTION", &entry.details));
    }
    if let Some(days) = entry.remind_days {
        let before = -chrono::Duration::days(i64::from(days));
        let title = plain(&entry.title);
        let mut alarm = Alarm::display(&title, before);
        // Left to itself, the writer would put a random id and the computer's time here.
        alarm
            .append_property(Property::new("UID", format!("alarm.{uid}")))
            .append_property(Property::new("DTSTAMP", &stamp));
        event.alarm(alarm.done());
    }
    event.done()
}
