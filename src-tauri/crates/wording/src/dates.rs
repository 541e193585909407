//! Days, spans of days and amounts.

use crate::phrase::said;
use chrono::{Datelike, NaiveDate, Weekday};
use readiness::{Quantity, Text, Unit};
use rust_decimal::prelude::ToPrimitive;

/// A day with its year: `24 Nov 2026`, in Chinese `2026-11-24`.
#[must_use]
pub fn date(day: NaiveDate) -> Text {
    Text::new(day.format("%-d %b %Y").to_string(), day.format("%Y-%m-%d").to_string())
}

/// A day without its year, where the year is clear: `24 Nov`, in Chinese `11-24`.
#[must_use]
pub fn day_month(day: NaiveDate) -> Text {
    Text::new(day.format("%-d %b").to_string(), day.format("%m-%d").to_string())
}

/// A day with its weekday, for days that are near: `Tue 24 Nov 2026`, `2026-11-24（周二）`.
#[must_use]
pub fn date_with_weekday(day: NaiveDate) -> Text {
    let (en, zh) = match day.weekday() {
        Weekday::Mon => ("Mon", "周一"),
        Weekday::Tue => ("Tue", "周二"),
        Weekday::Wed => ("Wed", "周三"),
        Weekday::Thu => ("Thu", "周四"),
        Weekday::Fri => ("Fri", "周五"),
        Weekday::Sat => ("Sat", "周六"),
        Weekday::Sun => ("Sun", "周日"),
    };
    let date = date(day);
    Text::new(format!("{en} {}", date.en), format!("{}（{zh}）", date.zh))
}

/// Days within which a day and month say enough.
const NEAR: i64 = 183;

/// The day without its year where it lies within half a year of another, else with it.
pub(crate) fn near(day: NaiveDate, reference: Option<NaiveDate>) -> Text {
    match reference {
        Some(reference) if (day - reference).num_days().abs() <= NEAR => day_month(day),
        _ => date(day),
    }
}

/// A number of days: `1 day`, `20 days`; `1 天`.
#[must_use]
pub fn days(n: i64) -> Text {
    let unit = if n.abs() == 1 { "day" } else { "days" };
    Text::new(format!("{n} {unit}"), format!("{n} 天"))
}

/// A span of lead times: `20 to 60 days`; `20–60 天`; one number where both are the same.
#[must_use]
pub fn days_between(shortest: i64, longest: i64) -> Text {
    if shortest == longest {
        return days(shortest);
    }
    Text::new(format!("{shortest} to {longest} days"), format!("{shortest}–{longest} 天"))
}

/// An amount with its unit: `6.1 mm`, `EUR 412,000`; a number of days in words.
#[must_use]
pub fn quantity(amount: Quantity) -> Text {
    match (amount.unit, amount.value.is_integer(), amount.value.to_i64()) {
        (Unit::Day, true, Some(whole)) => days(whole),
        _ => Text::same(amount.to_string()),
    }
}

/// Years, as they are listed: `2028 and 2029`.
pub(crate) fn years(years: &[i32]) -> Text {
    let items: Vec<Text> = years.iter().map(|year| Text::same(year.to_string())).collect();
    let list = crate::phrase::and_list(&items);
    said(list.en, format!("{}年", list.zh))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn dates_read_as_the_design_asks() {
        assert_eq!(date(day("2026-11-24")), Text::new("24 Nov 2026", "2026-11-24"));
        assert_eq!(day_month(day("2026-12-04")), Text::new("4 Dec", "12-04"));
        assert_eq!(
            date_with_weekday(day("2026-12-07")),
            Text::new("Mon 7 Dec 2026", "2026-12-07（周一）")
        );
    }

    #[test]
    fn the_year_is_named_where_it_is_not_clear() {
        let today = Some(day("2026-11-24"));
        assert_eq!(near(day("2027-01-03"), today).en, "3 Jan");
        assert_eq!(near(day("2027-09-03"), today).en, "3 Sep 2027");
        assert_eq!(near(day("2027-01-03"), None).en, "3 Jan 2027");
    }

    #[test]
    fn one_day_is_not_days() {
        assert_eq!(days(1).en, "1 day");
        assert_eq!(days(0).en, "0 days");
        assert_eq!(days_between(20, 60), Text::new("20 to 60 days", "20–60 天"));
        assert_eq!(days_between(5, 5).en, "5 days");
    }

    #[test]
    fn amounts_keep_their_unit() {
        let read = |text: &str| quantity(text.parse().unwrap());
        assert_eq!(read("6.10 mm"), Text::same("6.1 mm"));
        assert_eq!(read("412000 EUR"), Text::same("EUR 412,000"));
        assert_eq!(read("45 d"), Text::new("45 days", "45 天"));
    }
}
