use super::*;
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn file(events: &[&str]) -> String {
    let mut text = String::from("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:中国节假日\r\n");
    for event in events {
        text.push_str("BEGIN:VEVENT\r\nUID:1@example\r\n");
        text.push_str(&event.replace('\n', "\r\n"));
        text.push_str("\r\nEND:VEVENT\r\n");
    }
    text + "END:VCALENDAR\r\n"
}

fn read(text: &str) -> Result<IcsReading, Problems> {
    read_ics("holidays.ics", text.as_bytes(), &(2026..=2028))
}

fn refused(text: &str) -> (usize, String) {
    let Problems(problems) = read(text).unwrap_err();
    assert_eq!(problems.len(), 1);
    assert!(!problems[0].message.zh.is_empty());
    (problems[0].line, problems[0].message.en.clone())
}

fn days(of: &BTreeMap<NaiveDate, String>) -> Vec<String> {
    of.keys().map(ToString::to_string).collect()
}

#[test]
fn the_spring_festival_with_its_make_up_days() {
    let text = file(&[
        "DTSTART;VALUE=DATE:20270205\nDTEND;VALUE=DATE:20270212\nSUMMARY:春节（休）",
        "DTSTART;VALUE=DATE:20270131\nDTEND;VALUE=DATE:20270201\nSUMMARY:春节（班）",
        "DTSTART;VALUE=DATE:20270214\nSUMMARY:春节调休上班",
        "DTSTART;VALUE=DATE:20271009\nSUMMARY:国庆节 补班",
        "DTSTART;VALUE=DATE:20271001\nDURATION:P1W\nSUMMARY:国庆节放假",
        "DTSTART;VALUE=DATE:20270219\nSUMMARY:雨水",
        "DTSTART;TZID=Asia/Shanghai:20270301T090000\nDTEND;TZID=Asia/Shanghai:20270301T100000\nSUMMARY:例会",
        "DTSTART;VALUE=DATE:20270601\nSTATUS:CANCELLED\nSUMMARY:假期",
    ]);
    let reading = read(&text).unwrap();
    assert_eq!(reading.name.as_deref(), Some("中国节假日"));
    assert_eq!(
        days(&reading.off),
        [
            "2027-02-05",
            "2027-02-06",
            "2027-02-07",
            "2027-02-08",
            "2027-02-09",
            "2027-02-10",
            "2027-02-11",
            "2027-10-01",
            "2027-10-02",
            "2027-10-03",
            "2027-10-04",
            "2027-10-05",
            "2027-10-06",
            "2027-10-07",
        ]
    );
    assert_eq!(days(&reading.work), ["2027-01-31", "2027-02-14", "2027-10-09"]);
    assert_eq!(reading.work[&day("2027-02-14")], "春节调休上班");
    assert_eq!(reading.years, (2027, 2027));
    assert_eq!((reading.timed, reading.cancelled), (1, 1));
    assert_eq!(reading.unmarked, ["雨水"]);
    assert_eq!(reading.troubles, []);
}

#[test]
fn a_file_that_marks_nothing_is_all_days_off() {
    let text = file(&[
        "DTSTART;VALUE=DATE:20270326\nSUMMARY:Karfreitag",
        "DTSTART;VALUE=DATE:20270329\nSUMMARY:Ostermontag",
        "DTSTART:20270517\nSUMMARY:Pfingstmontag",
    ]);
    let reading = read(&text).unwrap();
    assert_eq!(days(&reading.off), ["2027-03-26", "2027-03-29", "2027-05-17"]);
    assert_eq!(reading.unmarked, [""; 0]);
}

#[test]
fn services_that_tell_it_elsewhere_are_understood() {
    let text = file(&[
        "DTSTART;VALUE=DATE:20270101\nSUMMARY:New Year's Day\nDESCRIPTION:Public holiday",
        "DTSTART;VALUE=DATE:20270214\nSUMMARY:Valentine's Day\nDESCRIPTION:Observance\\nTo hide it\\, go on",
        "DTSTART;VALUE=DATE:20270501\nSUMMARY:劳动节\nX-APPLE-SPECIAL-DAY:WORK-HOLIDAY",
        "DTSTART;VALUE=DATE:20270508\nSUMMARY:劳动节\nX-APPLE-SPECIAL-DAY:ALTERNATE-WORKDAY",
        "DTSTART:20271003T000000\nDTEND:20271004T000000\nX-MICROSOFT-CDO-ALLDAYEVENT:TRUE\nSUMMARY:Bank holiday",
        "DTSTART;VALUE=DATE:20270213\nSUMMARY:Working day for the Spring Festival",
    ]);
    let reading = read(&text).unwrap();
    assert_eq!(days(&reading.off), ["2027-01-01", "2027-05-01", "2027-10-03"]);
    assert_eq!(days(&reading.work), ["2027-02-13", "2027-05-08"]);
    assert_eq!(reading.unmarked, ["Valentine's Day"]);
}

#[test]
fn yearly_days_come_every_year_asked_for() {
    let yearly = "DTSTART;VALUE=DATE:20201225\nDTEND;VALUE=DATE:20201227\nRRULE:FREQ=YEARLY\nSUMMARY:Christmas\nEXDATE;VALUE=DATE:20271225";
    let limited = "DTSTART;VALUE=DATE:20250101\nRRULE:FREQ=YEARLY;COUNT=3\nSUMMARY:New Year";
    let until = "DTSTART;VALUE=DATE:20240501\nRRULE:FREQ=YEARLY;UNTIL=20270501;BYMONTH=5;BYMONTHDAY=1\nSUMMARY:May";
    let leap = "DTSTART;VALUE=DATE:20240229\nRRULE:FREQ=YEARLY\nSUMMARY:Leap";
    let reading = read(&file(&[yearly, limited, until, leap])).unwrap();
    assert_eq!(
        days(&reading.off),
        [
            "2026-01-01",
            "2026-05-01",
            "2026-12-25",
            "2026-12-26",
            "2027-01-01",
            "2027-05-01",
            "2028-02-29",
            "2028-12-25",
            "2028-12-26",
        ]
    );
    assert_eq!(reading.years, (2026, 2028));
}

#[test]
fn what_is_not_understood_is_named_and_left_out() {
    let good = "DTSTART;VALUE=DATE:20270101\nSUMMARY:New Year";
    let bad = [
        (
            "DTSTART;VALUE=DATE:20270105\nRRULE:FREQ=YEARLY;BYDAY=3MO;BYMONTH=1\nSUMMARY:King",
            "King",
            "not understood",
        ),
        ("DTSTART;VALUE=DATE:20270105\nRRULE:FREQ=DAILY\nSUMMARY:Daily", "Daily", "not understood"),
        ("DTSTART;VALUE=DATE:99991231\nSUMMARY:End of days", "End of days", "no date"),
        ("DTSTART;VALUE=DATE:20270231\nSUMMARY:Never", "Never", "no date"),
        (
            "DTSTART;VALUE=DATE:20270301\nDTEND;VALUE=DATE:20270201\nSUMMARY:Backward",
            "Backward",
            "end",
        ),
        (
            "DTSTART;VALUE=DATE:20270301\nDTEND;VALUE=DATE:20290201\nSUMMARY:Two years",
            "Two years",
            "end",
        ),
        (
            "DTSTART;VALUE=DATE:20270301\nDURATION:P99999999999999999999D\nSUMMARY:Long",
            "Long",
            "end",
        ),
        ("DTSTART;VALUE=DATE:20270301\nRDATE;VALUE=DATE:20270401\nSUMMARY:Again", "Again", "RDATE"),
        ("SUMMARY:No day", "No day", "DTSTART"),
        ("DTSTART;VALUE=DATE:20270206\nSUMMARY:春节调休", "春节调休", "调休"),
    ];
    for (event, title, why) in bad {
        let reading = read(&file(&[good, event])).unwrap();
        assert_eq!(days(&reading.off), ["2027-01-01"], "{title}");
        let [trouble] = reading.troubles.as_slice() else {
            panic!("{title}: {:?}", reading.troubles)
        };
        assert_eq!(trouble.event, title);
        assert_eq!(trouble.line, 9, "where the second event begins");
        assert!(trouble.why.en.contains(why), "{title}: {}", trouble.why.en);
    }
}

#[test]
fn folded_lines_are_joined_and_escapes_read() {
    let text = "\u{feff}BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:2027\n 0101\nSUMMARY:New Year\\, off\n ice closed\nBEGIN:VALARM\nSUMMARY:wrong\nEND:VALARM\nEND:VEVENT\nEND:VCALENDAR";
    let reading = read(text).unwrap();
    assert_eq!(reading.off[&day("2027-01-01")], "New Year, office closed");
}

#[test]
fn a_day_that_hangs_over_into_another_year_does_not_make_that_year_known() {
    let text = file(&[
        "DTSTART;VALUE=DATE:20261231\nDTEND;VALUE=DATE:20270103\nSUMMARY:元旦休",
        "DTSTART;VALUE=DATE:20270205\nDTEND;VALUE=DATE:20270211\nSUMMARY:春节休",
    ]);
    let reading = read(&text).unwrap();
    assert_eq!(reading.years, (2027, 2027));
    assert_eq!(reading.off.keys().next(), Some(&day("2027-01-01")));
    assert_eq!(reading.troubles.len(), 1);
    assert_eq!(reading.troubles[0].event, "2026");
}

#[test]
fn broken_files_are_refused_with_the_place() {
    let (line, said) = refused("");
    assert!(line == 0 && said.contains("empty"));
    let (line, said) = refused("id: CN\noff: []\n");
    assert!(line == 1 && said.contains("BEGIN:VCALENDAR"));
    let (line, said) = refused("BEGIN:VEVENT\nEND:VEVENT\n");
    assert!(line == 1 && said.contains("BEGIN:VCALENDAR"));
    let (line, said) = refused("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:2027");
    assert!(line == 2 && said.contains("cut off"));
    let (line, said) = refused("BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\n");
    assert!(line == 3 && said.contains("line 2"));
    let (line, said) = refused("BEGIN:VCALENDAR\nEND:VCALENDAR\nEND:VEVENT\n");
    assert!(line == 3 && said.contains("closes nothing"));
    let (line, said) = refused("BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n");
    assert!(line == 0 && said.contains("no whole-day events"));
    let error = read_ics("x.ics", b"BEGIN:VCALENDAR\nSUMMARY:\xff\n", &(2026..=2027)).unwrap_err();
    assert_eq!(error.0[0].line, 2);
}

#[test]
fn hostile_files_are_refused_before_they_cost_much() {
    let deep = "BEGIN:VCALENDAR\n".to_owned() + &"BEGIN:VEVENT\n".repeat(200_000);
    let (line, said) = refused(&deep);
    assert!(line == 9 && said.contains("levels"), "{line} {said}");
    let many = "BEGIN:VCALENDAR\n".to_owned() + &"BEGIN:VEVENT\nEND:VEVENT\n".repeat(300_000);
    let (_, said) = refused(&many);
    assert!(said.contains("20000 events"), "{said}");
    let long = "BEGIN:VCALENDAR\nSUMMARY:".to_owned() + &"x".repeat(1_000_000);
    let (line, said) = refused(&long);
    assert!(line == 2 && said.contains("longer"), "{said}");
    let folded = "BEGIN:VCALENDAR\nSUMMARY:".to_owned() + &"\n x".repeat(1_000_000);
    let (line, said) = refused(&folded);
    assert!(line == 2 && said.contains("longer"), "{said}");
    let huge = vec![b' '; MAX_ICS_BYTES + 1];
    let error = read_ics("x.ics", &huge, &(2026..=2027)).unwrap_err();
    assert!(error.0[0].message.en.contains("larger than 8 MiB"));
    // One event of every year there is, and one that repeats for ever.
    let text = file(&[
        "DTSTART;VALUE=DATE:19900101\nSUMMARY:a",
        "DTSTART;VALUE=DATE:22001231\nSUMMARY:b",
        "DTSTART;VALUE=DATE:19900101\nDTEND;VALUE=DATE:19900401\nRRULE:FREQ=YEARLY\nSUMMARY:c",
    ]);
    let reading = read(&text).unwrap();
    assert_eq!(reading.years, (1990, 2200));
    assert_eq!(reading.off.len(), 211 * 90 + 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn nothing_makes_it_panic(lines in prop::collection::vec(
        prop_oneof![
            Just("BEGIN:VCALENDAR".to_owned()),
            Just("END:VCALENDAR".to_owned()),
            Just("BEGIN:VEVENT".to_owned()),
            Just("END:VEVENT".to_owned()),
            "DTSTART(;VALUE=DATE)?:[0-9T]{0,16}",
            "DTEND:[0-9T年]{0,12}",
            "RRULE:(FREQ=YEARLY|COUNT=[0-9]{1,20}|INTERVAL=-?[0-9]{1,9}|UNTIL=.{0,9})(;.{0,8})?",
            "EXDATE:.{0,12}",
            "DURATION:P?[0-9]{0,20}[DW休]?",
            "SUMMARY:.{0,20}",
            " .{0,6}",
            ".{0,20}",
        ],
        0..24,
    )) {
        let text = lines.join("\r\n");
        if let Ok(reading) = read(&text) {
            prop_assert!(reading.years.0 <= reading.years.1);
        }
        let whole = format!("BEGIN:VCALENDAR\nBEGIN:VEVENT\n{text}\nEND:VEVENT\nEND:VCALENDAR\n");
        if let Ok(reading) = read(&whole) {
            prop_assert!(!reading.off.is_empty() || !reading.work.is_empty());
        }
    }
}
