//! What a party is sent, read back by programs that did not write it.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use calamine::{Data, Reader as _, Xlsx};
use chrono::{DateTime, NaiveDate};
use readiness::Text;
use report::{
    Agenda, Entry, Language, PartyDocument, PartyList, PartyStep, Reporter, agenda_ics,
    party_list_xlsx,
};
use std::io::Cursor;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn list() -> PartyList {
    PartyList {
        company: Text::new("Laoshan Meridian CNC", "崂山子午数控"),
        reference: "LM26-0113".to_owned(),
        shipment: "LM-MT650, Hamburg".to_owned(),
        role: Text::new("Forwarder", "货代"),
        party: Text::same("Nordkai Spedition GmbH"),
        contact: "Jana Petersen".to_owned(),
        time_zone: "Europe/Berlin".to_owned(),
        calendar: Text::new("Hamburg", "汉堡"),
        judged_on: day("2026-11-24"),
        steps: vec![PartyStep {
            name: Text::new("<r>=HYPERLINK(\"x\")</r>, booking", "订舱"),
            closes_with: Text::new("Booking note", "订舱确认"),
            start: (day("2026-12-05"), true),
            finish: (day("2026-12-09"), false),
            latest_finish: (day("2026-12-11"), false),
            float_days: 2,
            critical: false,
            state: Text::new("Planned", "计划中"),
        }],
        documents: vec![PartyDocument {
            name: Text::new("Lashing plan", "绑扎方案"),
            needed_for: Text::new("Loading", "装船"),
            start_by: Some((day("2026-11-30"), false)),
            needed: None,
        }],
    }
}

#[test]
fn the_document_is_made_in_each_language_and_is_the_same_each_time() {
    let reporter = Reporter::new().unwrap();
    for language in [Language::En, Language::Zh, Language::Both] {
        let pdf = reporter.party_list_pdf(&list(), language).unwrap();
        assert!(pdf.bytes.starts_with(b"%PDF-"));
        assert_eq!(pdf.pages, 1);
        assert!(pdf.warnings.is_empty(), "{:?}", pdf.warnings);
        let again = reporter.party_list_pdf(&list(), language).unwrap();
        assert!(pdf.bytes == again.bytes);
    }
    let empty = PartyList { judged_on: day("2026-11-24"), ..PartyList::default() };
    assert_eq!(reporter.party_list_pdf(&empty, Language::Both).unwrap().pages, 1);
}

#[test]
fn the_workbook_has_real_dates_and_no_formula() {
    let bytes = party_list_xlsx(&list(), Language::En).unwrap();
    assert_eq!(bytes, party_list_xlsx(&list(), Language::En).unwrap());
    let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
    let steps = book.worksheet_range("Steps").unwrap();
    let row = steps.rows().find(|row| row[1] == Data::String("Booking note".to_owned())).unwrap();
    assert_eq!(row[0], Data::String("<r>=HYPERLINK(\"x\")</r>, booking".to_owned()));
    let Data::DateTime(start) = &row[3] else { panic!("{:?} is no date", row[3]) };
    // 5 December 2026 by Excel's count of days.
    assert!((start.as_f64() - 46_361.0).abs() < 0.001, "{}", start.as_f64());
    assert!(book.worksheet_formula("Steps").unwrap().is_empty());
    let documents = book.worksheet_range("Documents").unwrap();
    assert!(documents.rows().any(|row| row[0] == Data::String("Lashing plan".to_owned())));
    let zh = Xlsx::new(Cursor::new(party_list_xlsx(&list(), Language::Zh).unwrap())).unwrap();
    assert_eq!(zh.sheet_names(), ["步骤", "文件"]);
}

fn entry(key: &[&str], title: &str) -> Entry {
    Entry {
        key: key.iter().map(|part| (*part).to_owned()).collect(),
        title: title.to_owned(),
        details: String::new(),
        category: "Milestone".to_owned(),
        from: day("2027-02-23"),
        to: day("2027-02-23"),
        remind_days: Some(1),
    }
}

fn agenda(entries: Vec<Entry>, made: &str) -> String {
    let made = DateTime::parse_from_rfc3339(made).unwrap();
    agenda_ics(&Agenda {
        name: "Orders; 2026, all".to_owned(),
        made,
        after: None,
        cancelled: Vec::new(),
        entries,
    })
    .unwrap()
}

const MADE: &str = "2026-11-24T12:00:00+08:00";

fn property(event: &ical::parser::ical::component::IcalEvent, name: &str) -> String {
    let found = event.properties.iter().find(|property| property.name == name);
    found.and_then(|property| property.value.clone()).unwrap_or_default()
}

/// Commas, semicolons, line ends, long Chinese texts and what tries to begin a line of its own.
#[test]
fn any_title_comes_through_an_independent_reader_unharmed() {
    let long_chinese = "移交、培训与验收".repeat(20);
    let long_spaces = "a b  c ".repeat(40);
    let titles = [
        "Sea, Qingdao; Hamburg \\ back",
        &long_chinese,
        "Line one\nEND:VEVENT\r\nBEGIN:VEVENT",
        &long_spaces,
        "🚢 loaded",
    ];
    let entries = titles
        .iter()
        .enumerate()
        .map(|(index, title)| entry(&["sh-1", "milestone", &index.to_string()], title))
        .collect();
    let file = agenda(entries, MADE);
    for line in file.split_terminator("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
        assert!(!line.contains(['\r', '\n']), "{line}");
    }
    // Unfolded as RFC 5545 says, every blank is there; the reader below loses blanks at a fold.
    let unfolded = file.replace("\r\n ", "");
    assert!(unfolded.contains(&format!("SUMMARY:{}", long_spaces.trim_end())));
    let blanks = |text: &str| text.split_whitespace().collect::<String>();
    let mut read = ical::IcalParser::new(file.as_bytes());
    let calendar = read.next().unwrap().unwrap();
    assert!(read.next().is_none());
    assert_eq!(calendar.events.len(), titles.len());
    for (event, title) in calendar.events.iter().zip(titles) {
        let unescaped = property(event, "SUMMARY")
            .replace("\\\\", "\u{0}")
            .replace("\\n", "\n")
            .replace("\\,", ",")
            .replace("\\;", ";")
            .replace('\u{0}', "\\");
        assert_eq!(blanks(&unescaped), blanks(title));
        assert_eq!(property(event, "DTEND"), "20270224", "the end of whole days is exclusive");
        assert_eq!(property(event, "DTSTAMP"), "20261124T040000Z");
        assert_eq!(event.alarms.len(), 1);
    }
}

#[test]
fn an_id_comes_from_what_it_is_about_alone() {
    let uids = |file: &str| -> Vec<String> {
        let read = ical::IcalParser::new(file.as_bytes()).next().unwrap().unwrap();
        read.events.iter().map(|event| property(event, "UID")).collect()
    };
    let mut later = entry(&["sh-1", "milestone", "mt-sat"], "SAT, moved");
    later.from = day("2027-03-01");
    later.to = day("2027-03-05");
    let first = agenda(vec![entry(&["sh-1", "milestone", "mt-sat"], "SAT")], MADE);
    let second = agenda(vec![later], "2026-12-01T12:00:00+08:00");
    assert_eq!(uids(&first), uids(&second));
    assert_eq!(uids(&first), ["sh-1.milestone.mt-sat@shipshape"]);
    let others = agenda(
        vec![entry(&["a.b", "c"], "1"), entry(&["a", "b.c"], "2"), entry(&["a.b", "c"], "3")],
        MADE,
    );
    assert_eq!(uids(&others).len(), 2, "keys that differ never meet, and one key is there once");
}
