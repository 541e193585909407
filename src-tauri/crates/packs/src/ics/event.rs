//! One event: its days, and what it says of them.

use super::IcsTrouble;
use super::envelope::RawEvent;
use super::mark::{self, Mark};
use super::repeat::Repeat;
use chrono::{Datelike, Days, NaiveDate};
use icalendar::parser::{Component, Property, read_components};
use readiness::Text;
use std::ops::RangeInclusive;

/// The longest event taken, in days: no public holiday is longer.
const MAX_LENGTH: i64 = 92;
/// The longest title kept, in characters.
const MAX_TITLE: usize = 120;

/// A whole-day event.
#[derive(Clone, Debug)]
pub(super) struct Event {
    pub(super) title: String,
    pub(super) first: NaiveDate,
    /// How many days.
    pub(super) length: usize,
    pub(super) mark: Mark,
    pub(super) repeat: Option<Repeat>,
}

/// What an event is.
pub(super) enum Kind {
    /// It has a time of day.
    Timed,
    /// It was cancelled.
    Cancelled,
    /// Whole days.
    Days(Event),
}

impl Event {
    /// Its last day, the first time it comes.
    pub(super) fn last(&self) -> NaiveDate {
        let days = u64::try_from(self.length.saturating_sub(1)).unwrap_or(0);
        self.first.checked_add_days(Days::new(days)).unwrap_or(self.first)
    }

    /// The first day of each time it comes.
    pub(super) fn firsts(&self, years: &RangeInclusive<i32>) -> Vec<NaiveDate> {
        match &self.repeat {
            Some(repeat) => repeat.firsts(self.first, years),
            None => vec![self.first],
        }
    }
}

/// Eight digits that are a day of a year that can be planned.
pub(super) fn date(text: &str) -> Option<NaiveDate> {
    if text.len() != 8 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let day = NaiveDate::parse_from_str(text, "%Y%m%d").ok()?;
    (1990..=2200).contains(&day.year()).then_some(day)
}

/// Reads an event.
///
/// # Errors
/// Why it is left out.
pub(super) fn read(raw: &RawEvent) -> Result<Kind, IcsTrouble> {
    let trouble = |event: &str, en: &str, zh: &str| IcsTrouble {
        line: raw.line,
        event: event.to_owned(),
        why: Text::new(en, zh),
    };
    let component = read_components(&raw.text)
        .ok()
        .and_then(|read| read.into_iter().next())
        .ok_or_else(|| {
            trouble(
                "",
                "the event cannot be read: a line of it is broken",
                "事件无法读取：其中有损坏的行",
            )
        })?;
    let text = |name: &str| component.find_prop(name).map_or("", |found| found.val.as_str());
    let title: String = text("SUMMARY").trim().chars().take(MAX_TITLE).collect();
    if text("STATUS").eq_ignore_ascii_case("CANCELLED") {
        return Ok(Kind::Cancelled);
    }
    let begin = component
        .find_prop("DTSTART")
        .ok_or_else(|| trouble(&title, "it has no day (DTSTART)", "缺少日期（DTSTART）"))?;
    let title = if title.is_empty() { begin.val.as_str().chars().take(8).collect() } else { title };
    let whole = text("X-MICROSOFT-CDO-ALLDAYEVENT").eq_ignore_ascii_case("TRUE");
    let Some(digits) = day_of(begin, whole) else {
        return Ok(Kind::Timed);
    };
    let first = date(digits).ok_or_else(|| {
        trouble(
            &title,
            "its day is no date between 1990 and 2200",
            "日期无效，应在 1990 至 2200 年之间",
        )
    })?;
    let length = length(&component, first, whole).ok_or_else(|| {
        trouble(
            &title,
            "its end does not fit: before its beginning, more than 92 days later, or no date",
            "结束日期无效：早于开始、超过 92 天或不是日期",
        )
    })?;
    if component.find_prop("RECURRENCE-ID").is_some() || component.find_prop("RDATE").is_some() {
        return Err(trouble(
            &title,
            "it repeats on single days (RDATE, RECURRENCE-ID); enter these days by hand",
            "含单独指定的重复日（RDATE、RECURRENCE-ID）；请手工录入",
        ));
    }
    let repeat = match component.find_prop("RRULE") {
        None => None,
        Some(rule) => Some(repeat(&component, rule, first).ok_or_else(|| {
            let shown: String = rule.val.as_str().chars().take(MAX_TITLE).collect();
            trouble(
                &title,
                &format!("it repeats in a way that is not understood ({shown}); only the same day every year is. Enter its days by hand"),
                &format!("重复规则无法识别（{shown}）；仅支持每年同日。请手工录入"),
            )
        })?),
    };
    let mark =
        mark::of(&title, text("DESCRIPTION"), text("CATEGORIES"), text("X-APPLE-SPECIAL-DAY"));
    if mark == Mark::Unclear {
        return Err(trouble(
            &title,
            "it says that a day is moved (调休), but not whether people work; enter it by hand",
            "只写“调休”，未说明休息还是上班；请手工录入",
        ));
    }
    Ok(Kind::Days(Event { title, first, length, mark, repeat }))
}

/// The eight digits of a whole day; none where it has a time.
fn day_of<'a>(property: &'a Property<'_>, whole: bool) -> Option<&'a str> {
    let value = property.val.as_str().trim();
    match value.split_once('T') {
        None => Some(value),
        Some((day, time)) => (whole && time.starts_with("000000")).then_some(day),
    }
}

/// How many days: the end is not part of it.
fn length(component: &Component<'_>, first: NaiveDate, whole: bool) -> Option<usize> {
    let days = if let Some(end) = component.find_prop("DTEND") {
        let days = (date(day_of(end, whole)?)? - first).num_days();
        // Some programs write the day itself as its end.
        if days == 0 { 1 } else { days }
    } else if let Some(lasts) = component.find_prop("DURATION") {
        let lasts = lasts.val.as_str().trim().strip_prefix('P')?;
        let unit = lasts.chars().last()?;
        let number: i64 = lasts.strip_suffix(unit)?.parse().ok().filter(|n| *n <= MAX_LENGTH)?;
        match unit {
            'D' => number,
            'W' => number * 7,
            _ => return None,
        }
    } else {
        1
    };
    usize::try_from(days).ok().filter(|_| (1..=MAX_LENGTH).contains(&days))
}

fn repeat(component: &Component<'_>, rule: &Property<'_>, first: NaiveDate) -> Option<Repeat> {
    let mut repeat = Repeat::read(rule, first)?;
    for except in component.properties.iter().filter(|property| property.name == "EXDATE") {
        for day in except.val.as_str().split(',') {
            repeat.except.insert(date(day.trim().get(..8)?)?);
        }
    }
    Some(repeat)
}
