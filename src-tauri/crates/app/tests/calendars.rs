//! Working calendars as the user's data, and the forecast that rests on the schedule.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use app::views::{
    CalendarChoice, CalendarOrigin, ForecastOf, ForecastRequest, SampleChoice, SaveCalendar,
    ShipmentQuery, TargetOf,
};
use app::{App, Failure};
use chrono::{DateTime, NaiveDate};
use readiness::{Calendar, Code};
use serde_json::json;
use std::path::{Path, PathBuf};

fn open(folder: &Path) -> App {
    let clock = || DateTime::parse_from_rfc3339("2026-11-24T12:00:00+08:00").unwrap();
    App::open(folder, Box::new(clock)).unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// An order of one licence of 45 working days that begins on 2026-12-14.
fn order(app: &mut App, folder: &Path, calendar: &str) -> String {
    let file = folder.join("order.yaml");
    let text = format!(
        "format: shipshape-shipment/1
order: {{reference: A, market: eu, country: DE}}
products:
  - model: QD-G4025
schedule:
  start: 2026-12-14
  add:
    - {{id: licence, step: licence, days: {{shortest: 30, base: 45, longest: 60}}, calendar: {calendar}}}
"
    );
    std::fs::write(&file, text).unwrap();
    app.import_shipment(&file).unwrap().shipment
}

fn licence_ends(app: &mut App, shipment: &str) -> NaiveDate {
    let query: ShipmentQuery =
        serde_json::from_value(json!({ "shipment": shipment, "on": null })).unwrap();
    app.shipment_view(&query).unwrap().schedule.milestones[0].finish
}

fn calendar(app: &mut App, id: &str) -> Calendar {
    let all = app.calendars().unwrap().calendars;
    all.into_iter().find(|view| view.calendar.id.as_str() == id).unwrap().calendar
}

fn origin(app: &mut App, id: &str) -> Option<CalendarOrigin> {
    let all = app.calendars().unwrap().calendars;
    all.into_iter().find(|view| view.calendar.id.as_str() == id).map(|view| view.origin)
}

fn save(calendar: Calendar) -> SaveCalendar {
    SaveCalendar { calendar, add_years: false, new: false }
}

fn choice(id: &str) -> CalendarChoice {
    CalendarChoice { calendar: id.into() }
}

#[test]
fn make_up_days_entered_in_the_built_in_calendar_move_the_licence() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(folder.path());
    let shipment = order(&mut app, folder.path(), "CN-2027-MIN");
    // The worked table: 45 working days from 2026-12-14 end on 2027-02-19.
    assert_eq!(licence_ends(&mut app, &shipment), day("2027-02-19"));
    let mut china = calendar(&mut app, "CN-2027-MIN");
    let built_in = china.clone();
    china.work.insert(day("2027-02-14"));
    app.save_calendar(&save(china.clone())).unwrap();
    assert_eq!(licence_ends(&mut app, &shipment), day("2027-02-18"));
    assert_eq!(origin(&mut app, "CN-2027-MIN"), Some(CalendarOrigin::Changed));

    let label = app.undo().unwrap().unwrap().label;
    assert_eq!(label.zh, "修改日历：中国法定节假日");
    assert_eq!(licence_ends(&mut app, &shipment), day("2027-02-19"));
    app.redo().unwrap().unwrap();
    assert_eq!(licence_ends(&mut app, &shipment), day("2027-02-18"));

    // It is still there after the program starts again.
    drop(app);
    let mut app = open(folder.path());
    assert_eq!(licence_ends(&mut app, &shipment), day("2027-02-18"));
    assert_eq!(calendar(&mut app, "CN-2027-MIN"), china);

    // Back to the one that came with the program, though a schedule counts in it.
    app.remove_calendar(&choice("CN-2027-MIN")).unwrap();
    assert_eq!(calendar(&mut app, "CN-2027-MIN"), built_in);
    assert_eq!(origin(&mut app, "CN-2027-MIN"), Some(CalendarOrigin::BuiltIn));
    assert_eq!(licence_ends(&mut app, &shipment), day("2027-02-19"));
}

#[test]
fn a_calendar_that_schedules_count_in_is_not_removed() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(folder.path());
    let mut own = calendar(&mut app, "CN-2027-MIN");
    own.id = "PLANT".into();
    own.title = readiness::Text::new("Our plant", "");
    app.save_calendar(&SaveCalendar { new: true, ..save(own.clone()) }).unwrap();
    assert_eq!(calendar(&mut app, "PLANT").title.zh, "Our plant", "one language stands for both");
    let again = app.save_calendar(&SaveCalendar { new: true, ..save(own) }).unwrap_err();
    assert_eq!(again.code(), "field");

    let shipment = order(&mut app, folder.path(), "PLANT");
    let all = app.calendars().unwrap().calendars;
    let view = all.iter().find(|view| view.calendar.id.as_str() == "PLANT").unwrap();
    assert_eq!(view.uses.len(), 1);
    assert_eq!(view.uses[0].shipment, shipment);
    assert_eq!(view.uses[0].milestones.len(), 1);
    let failure = app.remove_calendar(&choice("PLANT")).unwrap_err();
    assert!(matches!(failure, Failure::CalendarInUse { .. }));
    let failed = failure.failed();
    let milestone = &view.uses[0].milestones[0];
    assert!(failed.message.en.contains(&milestone.en), "{}", failed.message.en);
    assert!(failed.message.zh.contains(&milestone.zh), "{}", failed.message.zh);
    assert!(failed.message.en.contains(&view.uses[0].title));

    app.delete_shipment(&shipment).unwrap();
    app.remove_calendar(&choice("PLANT")).unwrap();
    assert_eq!(origin(&mut app, "PLANT"), None);
    assert_eq!(app.remove_calendar(&choice("DE-HH")).unwrap_err().code(), "field");
}

#[test]
fn a_year_that_is_not_known_is_told_until_it_is_entered() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(folder.path());
    let mut own = calendar(&mut app, "CN-2027-MIN");
    own.id = "PLANT".into();
    own.last_year = 2026;
    own.off.retain(|day| *day < "2027-01-01".parse::<NaiveDate>().unwrap());
    app.save_calendar(&save(own)).unwrap();
    let shipment = order(&mut app, folder.path(), "PLANT");
    let gaps = |app: &mut App| {
        let query: ShipmentQuery =
            serde_json::from_value(json!({ "shipment": shipment, "on": null })).unwrap();
        let view = app.shipment_view(&query).unwrap();
        let all = app.calendars().unwrap().calendars;
        let plant = all.into_iter().find(|view| view.calendar.id.as_str() == "PLANT").unwrap();
        let found = view.findings.iter().filter(|f| f.finding.code == Code::CalendarGap).count();
        (found, plant.uses[0].unknown_years.clone())
    };
    assert_eq!(gaps(&mut app), (1, vec![2027]));
    let file = folder.path().join("2027.ics");
    std::fs::write(&file, notice()).unwrap();
    let mut year = app.preview_calendar(&file).unwrap().calendar;
    year.id = "PLANT".into();
    app.save_calendar(&SaveCalendar { add_years: true, ..save(year) }).unwrap();
    assert_eq!(gaps(&mut app), (0, vec![]));
    let plant = calendar(&mut app, "PLANT");
    assert_eq!((plant.first_year, plant.last_year), (2026, 2027));
    assert!(plant.off.contains(&day("2026-10-01")), "the days of other years stay");
    assert!(plant.off.contains(&day("2027-02-05")) && plant.work.contains(&day("2027-02-14")));
    assert_eq!(plant.title.en, "China, statutory holidays");
}

fn notice() -> &'static str {
    "BEGIN:VCALENDAR\r\nX-WR-CALNAME:2027 放假安排 CN\r\n\
     BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20270205\r\nDTEND;VALUE=DATE:20270212\r\nSUMMARY:春节 休\r\nEND:VEVENT\r\n\
     BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20270214\r\nSUMMARY:春节 班\r\nEND:VEVENT\r\n\
     BEGIN:VEVENT\r\nDTSTART:20270301T080000\r\nSUMMARY:例会\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
}

#[test]
fn a_file_is_shown_before_it_is_saved() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(folder.path());
    let file = folder.path().join("cn.ics");
    std::fs::write(&file, notice()).unwrap();
    let preview = app.preview_calendar(&file).unwrap();
    assert_eq!((preview.off.len(), preview.work.len(), preview.timed), (7, 1, 1));
    assert_eq!(preview.work[0].title, "春节 班");
    assert_eq!(preview.calendar.title.zh, "2027 放假安排 CN");
    assert_eq!(preview.calendar.id.as_str(), "2027-CN");
    assert_eq!(app.calendars().unwrap().calendars.len(), 2, "nothing is saved yet");
    app.save_calendar(&SaveCalendar { new: true, ..save(preview.calendar) }).unwrap();
    assert_eq!(origin(&mut app, "2027-CN"), Some(CalendarOrigin::Own));
    let again = app.preview_calendar(&file).unwrap();
    assert_eq!(again.calendar.id.as_str(), "2027-CN-2", "an id that is free");
}

#[test]
fn broken_files_and_calendars_are_refused_in_both_languages() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(folder.path());
    let file = folder.path().join("bad.ics");
    std::fs::write(&file, "BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\n").unwrap();
    let failed = app.preview_calendar(&file).unwrap_err().failed();
    assert_eq!(failed.code, "file-mistakes");
    assert!(failed.message.en.contains("bad.ics:3"), "{}", failed.message.en);
    assert!(failed.message.zh.contains("第 2 行"), "{}", failed.message.zh);
    let large = folder.path().join("large.ics");
    std::fs::write(&large, vec![b'\n'; 9 * 1024 * 1024]).unwrap();
    let failed = app.preview_calendar(&large).unwrap_err().failed();
    assert!(failed.message.en.contains("8 MiB"), "{}", failed.message.en);
    let gone = PathBuf::from("/nowhere/at-all.ics");
    assert_eq!(app.preview_calendar(&gone).unwrap_err().code(), "cannot-read");

    let mut turned = calendar(&mut app, "DE-HH");
    turned.first_year = 2030;
    let failed = app.save_calendar(&save(turned)).unwrap_err().failed();
    assert!(failed.message.en.contains("2030") && failed.message.zh.contains("2030"));
    let mut late = calendar(&mut app, "DE-HH");
    late.first_year = 2040;
    late.last_year = 2041;
    late.off.clear();
    let gap = app.save_calendar(&SaveCalendar { add_years: true, ..save(late) }).unwrap_err();
    assert!(gap.failed().message.en.contains("2027"));
    assert_eq!(app.history().unwrap().len(), 0, "nothing was written");
}

#[test]
fn the_forecast_of_case_a_gives_the_chance_to_load_in_time() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(folder.path());
    let shipment =
        app.create_sample(&SampleChoice { sample: "case-a-hamburg".to_owned() }).unwrap().shipment;
    let ask = |seed, runs| ForecastRequest { shipment: shipment.clone(), seed, runs };
    let view = app.forecast(&ask(None, None)).unwrap();
    assert_eq!((view.seed, view.runs), (1, 2_000));
    let end = view.outcomes.iter().find(|outcome| outcome.of == ForecastOf::End).unwrap();
    assert_eq!(end.planned, day("2027-02-23"), "the worked case's hand-over");
    assert!(end.best < end.planned && end.planned < end.worst);
    let ships = view.outcomes.iter().find(|outcome| outcome.of == ForecastOf::Ships).unwrap();
    assert_eq!(ships.planned, day("2026-12-18"));
    let target = ships.target.unwrap();
    assert!(matches!(target.of, TargetOf::Contract | TargetOf::LetterOfCredit));
    let chance = ships.chance.unwrap();
    assert!(chance.low <= chance.percent && chance.percent <= chance.high);
    assert_eq!(chance.percent, f64::from(chance.met) / 20.0);
    assert_eq!(ships.bars.iter().map(|bar| bar.runs).sum::<u32>(), 2_000);
    assert!(ships.best <= ships.p10 && ships.p10 <= ships.p50 && ships.p90 <= ships.worst);
    // Production has by far the widest range before loading.
    assert_eq!(ships.deciders[0].milestone.as_str(), "mt-production");
    assert!(view.overdue.iter().any(|title| title.zh.contains("归类")), "{:?}", view.overdue);

    assert_eq!(app.forecast(&ask(None, None)).unwrap(), view, "the same seed, the same figures");
    assert_ne!(app.forecast(&ask(Some(2), None)).unwrap().outcomes, view.outcomes);
    for runs in [0, 10_001] {
        assert_eq!(app.forecast(&ask(None, Some(runs))).unwrap_err().code(), "field");
    }
}
