//! Dates as they are printed.

use chrono::{Datelike, NaiveDate};
use readiness::Text;

/// `24 Nov 2026`.
pub(crate) fn english_date(date: NaiveDate) -> String {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let month = MONTHS.get(date.month0() as usize).copied().unwrap_or_default();
    format!("{} {month} {}", date.day(), date.year())
}

/// `2026-11-24`.
pub(crate) fn iso_date(date: NaiveDate) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
}

/// A date in both languages' own forms, for use inside a sentence.
pub(crate) fn dated(date: NaiveDate) -> Text {
    Text::new(english_date(date), iso_date(date))
}
