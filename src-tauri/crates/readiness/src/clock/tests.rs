use super::{Target, WorkingTime, Zone};
use crate::{Calendar, CalendarId, Text};
use chrono::{DateTime, Duration, FixedOffset, NaiveDate, Utc};
use proptest::prelude::*;

fn at(text: &str) -> DateTime<Utc> {
    DateTime::<FixedOffset>::parse_from_rfc3339(text).unwrap().with_timezone(&Utc)
}

fn zone(name: &str) -> Zone {
    Zone::named(name).unwrap()
}

fn calendar(off: &[&str], work: &[&str]) -> Calendar {
    let days = |given: &[&str]| given.iter().map(|day| day.parse::<NaiveDate>().unwrap()).collect();
    Calendar {
        id: CalendarId::from("T"),
        title: Text::same("T"),
        first_year: 2026,
        last_year: 2027,
        off: days(off),
        work: days(work),
        quiet: Vec::new(),
        open_point: None,
    }
}

/// The lunar New Year of 2027, 5 to 10 February, with the Sunday after it made up.
fn china(work: &[&str]) -> Calendar {
    let off = ["2027-02-05", "2027-02-06", "2027-02-07", "2027-02-08", "2027-02-09", "2027-02-10"];
    calendar(&off, work)
}

fn hours(n: i64) -> i64 {
    n * 3600
}

#[test]
fn eight_business_hours_from_friday_afternoon_end_on_monday() {
    let berlin = WorkingTime::new(zone("Europe/Berlin"), None);
    let asked = at("2026-11-20T15:30:00+01:00");
    let due = berlin.due(asked, Target::BusinessHours(8)).unwrap();
    assert_eq!(due, at("2026-11-23T15:30:00+01:00"));
    assert_eq!(berlin.elapsed(asked, at("2026-11-23T10:00:00+01:00")), hours(2) + 1800);
}

#[test]
fn hours_used_up_at_closing_end_at_closing_and_not_on_the_next_morning() {
    let berlin = WorkingTime::new(zone("Europe/Berlin"), None);
    let asked = at("2026-11-24T09:00:00+01:00");
    let due = berlin.due(asked, Target::BusinessHours(8));
    assert_eq!(due, Some(at("2026-11-24T17:00:00+01:00")));
}

#[test]
fn a_question_at_night_is_counted_from_the_morning() {
    let qingdao = WorkingTime::new(zone("Asia/Shanghai"), None);
    let asked = at("2026-11-24T22:00:00+08:00");
    let due = qingdao.due(asked, Target::BusinessHours(8));
    assert_eq!(due, Some(at("2026-11-25T17:00:00+08:00")));
    assert_eq!(qingdao.elapsed(asked, at("2026-11-25T09:00:00+08:00")), 0);
}

#[test]
fn the_same_instant_is_another_hour_of_another_partys_day() {
    // 16:00 in Qingdao is 9:00 in Hamburg.
    let asked = at("2026-11-24T16:00:00+08:00");
    let target = Target::BusinessHours(4);
    let qingdao = WorkingTime::new(zone("Asia/Shanghai"), None).due(asked, target);
    let hamburg = WorkingTime::new(zone("Europe/Berlin"), None).due(asked, target);
    assert_eq!(qingdao, Some(at("2026-11-25T12:00:00+08:00")));
    assert_eq!(hamburg, Some(at("2026-11-24T13:00:00+01:00")));
}

#[test]
fn five_working_days_across_the_lunar_new_year() {
    // Received on Wednesday 3 February: 4, then 11, 12, 15, 16.
    let plain = china(&[]);
    let time = WorkingTime::new(zone("Asia/Shanghai"), Some(&plain));
    let asked = at("2027-02-03T10:00:00+08:00");
    let due = time.due(asked, Target::WorkingDays(5));
    assert_eq!(due, Some(at("2027-02-16T17:00:00+08:00")));
    // With the Sunday made up: 4, 11, 12, 14, 15.
    let made_up = china(&["2027-02-14"]);
    let time = WorkingTime::new(zone("Asia/Shanghai"), Some(&made_up));
    let due = time.due(asked, Target::WorkingDays(5));
    assert_eq!(due, Some(at("2027-02-15T17:00:00+08:00")));
}

#[test]
fn a_holiday_stops_the_hours() {
    let plain = china(&[]);
    let time = WorkingTime::new(zone("Asia/Shanghai"), Some(&plain));
    // Thursday 15:00: two hours, then the holiday until Thursday the 11th.
    let asked = at("2027-02-04T15:00:00+08:00");
    let due = time.due(asked, Target::BusinessHours(8));
    assert_eq!(due, Some(at("2027-02-11T15:00:00+08:00")));
}

#[test]
fn working_days_are_counted_from_the_day_after() {
    let berlin = WorkingTime::new(zone("Europe/Berlin"), None);
    let monday = at("2026-11-23T10:00:00+01:00");
    assert_eq!(berlin.due(monday, Target::WorkingDays(2)), Some(at("2026-11-25T17:00:00+01:00")));
    for (answered, days) in [
        ("2026-11-23T16:59:00+01:00", 0),
        ("2026-11-23T18:00:00+01:00", 1),
        ("2026-11-24T09:00:00+01:00", 1),
        ("2026-11-25T17:00:00+01:00", 2),
        ("2026-11-25T17:00:01+01:00", 3),
        // Saturday: Friday's closing is past, Monday's is not.
        ("2026-11-28T12:00:00+01:00", 5),
        ("2026-11-30T08:00:00+01:00", 5),
    ] {
        assert_eq!(berlin.working_days(monday, at(answered)), days, "{answered}");
    }
}

#[test]
fn the_same_day_ends_at_closing_or_on_the_next_working_day() {
    let berlin = WorkingTime::new(zone("Europe/Berlin"), None);
    let same = |from: &str| berlin.due(at(from), Target::WorkingDays(0));
    assert_eq!(same("2026-11-23T10:00:00+01:00"), Some(at("2026-11-23T17:00:00+01:00")));
    assert_eq!(same("2026-11-23T17:30:00+01:00"), Some(at("2026-11-24T17:00:00+01:00")));
    assert_eq!(same("2026-11-28T10:00:00+01:00"), Some(at("2026-11-30T17:00:00+01:00")));
}

#[test]
fn summer_time_moves_the_office_hours_and_not_the_elapsed_hours() {
    let berlin = WorkingTime::new(zone("Europe/Berlin"), None);
    // Friday before the clocks go forward on Sunday 28 March 2027.
    let asked = at("2027-03-26T16:00:00+01:00");
    let due = berlin.due(asked, Target::BusinessHours(2)).unwrap();
    // One hour on Friday, one on Monday from 9:00, which is now 7:00 UTC.
    assert_eq!(due, at("2027-03-29T10:00:00+02:00"));
    assert_eq!(due, at("2027-03-29T08:00:00Z"));
    // 72 hours by the clock on the wall end an hour later.
    let due = berlin.due(asked, Target::Hours(72));
    assert_eq!(due, Some(at("2027-03-29T17:00:00+02:00")));
    // And back on Sunday 31 October 2027.
    let asked = at("2027-10-29T16:00:00+02:00");
    let due = berlin.due(asked, Target::BusinessHours(2));
    assert_eq!(due, Some(at("2027-11-01T10:00:00+01:00")));
}

#[test]
fn a_time_that_is_skipped_or_comes_twice_is_still_one_instant() {
    let berlin = zone("Europe/Berlin");
    let local = |text: &str| text.parse().unwrap();
    assert_eq!(berlin.instant(local("2027-03-28T02:30:00")), at("2027-03-28T01:30:00Z"));
    assert_eq!(berlin.instant(local("2027-10-31T02:30:00")), at("2027-10-31T00:30:00Z"));
}

#[test]
fn years_without_known_holidays_are_told() {
    let known = china(&[]);
    let time = WorkingTime::new(zone("Asia/Shanghai"), Some(&known));
    let years = time.unknown_years(at("2025-12-30T00:00:00Z"), at("2028-01-03T00:00:00Z"));
    assert_eq!(years, [2025, 2028]);
    // By the party's own day: New Year has come in Qingdao.
    let years = time.unknown_years(at("2027-12-31T17:00:00Z"), at("2027-12-31T18:00:00Z"));
    assert_eq!(years, [2028]);
    let without = WorkingTime::new(zone("Asia/Shanghai"), None);
    let years = without.unknown_years(at("2025-12-30T00:00:00Z"), at("2028-01-03T00:00:00Z"));
    assert_eq!(years, Vec::<i32>::new());
}

#[test]
fn what_is_left_and_what_is_over_count_alike() {
    let berlin = WorkingTime::new(zone("Europe/Berlin"), None);
    let due = at("2026-11-24T10:00:00+01:00");
    let target = Target::BusinessHours(8);
    assert_eq!(berlin.left(at("2026-11-23T16:00:00+01:00"), due, target), hours(2));
    assert_eq!(berlin.left(at("2026-11-25T11:00:00+01:00"), due, target), -hours(9));
    let hours_left = berlin.left(at("2026-11-25T11:00:00+01:00"), due, Target::Hours(4));
    assert_eq!(hours_left, -hours(25));
}

#[test]
fn a_calendar_without_working_days_has_no_due_instant() {
    let mut never = calendar(&[], &[]);
    let first: NaiveDate = "2026-01-01".parse().unwrap();
    never.off = first.iter_days().take(12_000).collect();
    let time = WorkingTime::new(zone("Asia/Shanghai"), Some(&never));
    let asked = at("2026-11-24T10:00:00+08:00");
    assert_eq!(time.due(asked, Target::WorkingDays(1)), None);
    assert_eq!(time.due(asked, Target::BusinessHours(1)), None);
    assert!(time.due(asked, Target::Hours(1)).is_some());
}

const ZONES: [&str; 5] =
    ["Asia/Shanghai", "Europe/Berlin", "America/Mexico_City", "Asia/Kolkata", "Pacific/Apia"];

prop_compose! {
    fn a_moment()(seconds in 0i64..2 * 365 * 24 * 3600) -> DateTime<Utc> {
        at("2026-01-01T00:00:00Z") + Duration::seconds(seconds)
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn business_time_adds_up(a in a_moment(), b in a_moment(), c in a_moment(), z in 0usize..5) {
        let plan = china(&["2027-02-14"]);
        let time = WorkingTime::new(zone(ZONES[z]), Some(&plan));
        let mut times = [a, b, c];
        times.sort_unstable();
        let [a, b, c] = times;
        prop_assert_eq!(time.elapsed(a, b) + time.elapsed(b, c), time.elapsed(a, c));
        prop_assert!(time.elapsed(a, b) <= (b - a).num_seconds());
        prop_assert_eq!(time.elapsed(b, a).min(0), 0);
    }

    #[test]
    fn the_due_instant_is_exactly_the_target(from in a_moment(), n in 1u16..200, z in 0usize..5) {
        let plan = china(&["2027-02-14"]);
        let time = WorkingTime::new(zone(ZONES[z]), Some(&plan));
        let due = time.due(from, Target::BusinessHours(n)).unwrap();
        prop_assert_eq!(time.elapsed(from, due), i64::from(n) * 3600);
        prop_assert_eq!(time.elapsed(from, due - Duration::seconds(1)), i64::from(n) * 3600 - 1);
        let due = time.due(from, Target::WorkingDays(n)).unwrap();
        // What comes after closing has until the next closing even on the same day's terms.
        let at_once = time.due(from, Target::WorkingDays(0)).unwrap() >= due;
        prop_assert_eq!(time.working_days(from, due), if at_once { 0 } else { i64::from(n) });
        prop_assert_eq!(time.working_days(from, due + Duration::seconds(1)), i64::from(n) + 1);
    }

    #[test]
    fn more_time_is_never_due_earlier(from in a_moment(), later in 0i64..900_000, n in 0u16..100, z in 0usize..5) {
        let time = WorkingTime::new(zone(ZONES[z]), None);
        let after = from + Duration::seconds(later);
        for make in [Target::BusinessHours, Target::WorkingDays, Target::Hours] {
            let due = time.due(from, make(n)).unwrap();
            prop_assert!(due <= time.due(from, make(n + 1)).unwrap());
            prop_assert!(due <= time.due(after, make(n)).unwrap());
            prop_assert!(time.used(from, due, make(n)) <= make(n).thousandths());
        }
    }
}
