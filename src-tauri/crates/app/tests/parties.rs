//! Who owes what by when, the lists that are sent, the calendar file and the page "today".

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use app::App;
use app::views::{
    ArchiveShipment, CalendarRequest, EditMilestone, LinkEvidence, MilestoneChoice, MilestoneEdit,
    OwedDue, PackChange, PackEdit, PartyListFormat, PartyListRequest, PartyView, ReportLanguage,
    SampleChoice, SaveEvidence, SaveParty, ShipmentQuery, StartWhen,
};
use chrono::DateTime;
use ical::parser::ical::component::{IcalCalendar, IcalEvent};
use readiness::{Contact, Evidence, Party, PartyRole, Progress};
use std::collections::{BTreeMap, BTreeSet};

fn office(folder: &std::path::Path, now: &'static str) -> App {
    let clock = move || DateTime::parse_from_rfc3339(now).unwrap();
    App::open(&folder.join("workspace"), Box::new(clock)).unwrap()
}

const NOW: &str = "2026-11-24T12:00:00+08:00";

fn sample(app: &mut App, sample: &str) -> String {
    app.create_sample(&SampleChoice { sample: sample.to_owned() }).unwrap().shipment
}

fn of(app: &mut App, shipment: &str, role: PartyRole) -> PartyView {
    let query = ShipmentQuery { shipment: shipment.to_owned(), on: None };
    app.parties(&query).unwrap().parties.into_iter().find(|view| view.role == role).unwrap()
}

fn party() -> Party {
    Party {
        name: "Nordkai Spedition GmbH".to_owned(),
        contacts: vec![Contact {
            name: "Jana Petersen".to_owned(),
            email: Some(" j.petersen@nordkai.example ".to_owned()),
            ..Contact::default()
        }],
        languages: vec!["de".to_owned(), "en".to_owned()],
        time_zone: Some("Europe/Berlin".to_owned()),
        calendar: Some("DE-HH".into()),
        ..Party::default()
    }
}

fn save(app: &mut App, shipment: &str, party: Option<Party>) -> Result<(), app::Failure> {
    let request = SaveParty { shipment: shipment.to_owned(), role: PartyRole::Forwarder, party };
    app.save_party(&request).map(drop)
}

fn list(app: &mut App, shipment: &str, role: PartyRole, format: PartyListFormat) -> Vec<u8> {
    let request = PartyListRequest {
        shipment: shipment.to_owned(),
        role,
        format,
        language: ReportLanguage::En,
    };
    app.party_list(&request).unwrap().bytes
}

fn calendar(app: &mut App, shipment: Option<&str>) -> String {
    let request =
        CalendarRequest { shipment: shipment.map(str::to_owned), language: ReportLanguage::Both };
    String::from_utf8(app.calendar_file(&request).unwrap().bytes).unwrap()
}

fn parsed(file: &str) -> IcalCalendar {
    let mut all: Vec<_> = ical::IcalParser::new(file.as_bytes()).map(Result::unwrap).collect();
    assert_eq!(all.len(), 1);
    all.remove(0)
}

fn value(event: &IcalEvent, name: &str) -> String {
    let found = event.properties.iter().find(|property| property.name == name);
    found.and_then(|property| property.value.clone()).unwrap_or_default()
}

fn by_uid(calendar: &IcalCalendar) -> BTreeMap<String, &IcalEvent> {
    let events: BTreeMap<_, _> =
        calendar.events.iter().map(|event| (value(event, "UID"), event)).collect();
    assert_eq!(events.len(), calendar.events.len(), "no UID is there twice");
    events
}

#[test]
fn a_party_is_saved_with_contacts_zone_and_calendar_and_can_be_undone() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = office(folder.path(), NOW);
    let shipment = sample(&mut app, "case-a-hamburg");
    let before = of(&mut app, &shipment, PartyRole::Forwarder).party;
    save(&mut app, &shipment, Some(party())).unwrap();
    let saved = of(&mut app, &shipment, PartyRole::Forwarder).party.unwrap();
    assert_eq!(saved.contacts[0].email.as_deref(), Some("j.petersen@nordkai.example"));
    assert_eq!(saved.time_zone.as_deref(), Some("Europe/Berlin"));
    let line = app.history().unwrap().remove(0).label;
    assert_eq!(line.en, "Change party: Forwarder");
    app.undo().unwrap().unwrap();
    assert_eq!(of(&mut app, &shipment, PartyRole::Forwarder).party, before);
}

#[test]
fn what_does_not_fit_is_refused_and_named() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = office(folder.path(), NOW);
    let shipment = sample(&mut app, "case-a-hamburg");
    let mut zone = party();
    zone.time_zone = Some("Europe/Hamburg".to_owned());
    let mut calendar = party();
    calendar.calendar = Some("DE-XX".into());
    let mut email = party();
    email.contacts[0].email = Some("jana at nordkai".to_owned());
    let mut language = party();
    language.languages = vec!["German".to_owned()];
    for (party, field) in [
        (zone, "time_zone"),
        (calendar, "calendar"),
        (email, "contacts[0].email"),
        (language, "languages"),
    ] {
        let failure = save(&mut app, &shipment, Some(party)).unwrap_err();
        assert_eq!(failure.code(), "field");
        assert!(failure.message().en.starts_with(field), "{}", failure.message().en);
        assert!(failure.message().zh.starts_with(field), "{}", failure.message().zh);
    }
    let failure = save(&mut app, "no-such", Some(party())).unwrap_err();
    assert_eq!(failure.code(), "no-shipment");
}

/// Case A: the forwarder books and brings to the port; installation belongs to the installer.
#[test]
fn each_party_owes_the_open_milestones_it_carries() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = office(folder.path(), NOW);
    let shipment = sample(&mut app, "case-a-hamburg");
    let forwarder = of(&mut app, &shipment, PartyRole::Forwarder);
    let ids: Vec<&str> = forwarder.milestones.iter().map(|owed| owed.milestone.as_str()).collect();
    for id in ["mt-booking", "mt-inland", "mt-delivery"] {
        assert!(ids.contains(&id), "{ids:?}");
    }
    assert!(!ids.contains(&"mt-install"), "{ids:?}");
    let maker = of(&mut app, &shipment, PartyRole::Maker);
    let class = maker.milestones.iter().find(|owed| owed.milestone.as_str() == "mt-export-class");
    let class = class.unwrap();
    assert_eq!(class.progress, Progress::Overdue, "75 days late in the worked case");
    assert_eq!(class.latest_finish.date.to_string(), "2026-12-11");
    assert!(
        !maker.milestones.iter().any(|owed| owed.milestone.as_str() == "mt-contract"),
        "what is closed is owed no more"
    );
}

/// The list says of a document what the checklist says, and of a milestone no more than is known.
#[test]
fn a_list_tells_the_same_days_as_the_checklist_and_claims_no_start_that_nobody_recorded() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = office(folder.path(), NOW);
    let shipment = sample(&mut app, "case-a-hamburg");
    let maker = of(&mut app, &shipment, PartyRole::Maker);
    let iso = maker.documents.iter().find(|one| one.requirement.as_str() == "iso-9001").unwrap();
    // It lapses: needed on 5 December, and a renewal takes up to 90 days.
    assert_eq!(iso.needed.unwrap().date.to_string(), "2026-12-05");
    assert_eq!(iso.start_by.unwrap().date.to_string(), "2026-09-06");
    let buyer = of(&mut app, &shipment, PartyRole::Buyer);
    let foundation =
        buyer.milestones.iter().find(|one| one.milestone.as_str() == "mt-foundation").unwrap();
    assert_eq!(foundation.progress, Progress::Due);
    let next = buyer.next.unwrap();
    assert_eq!((next.due, next.day), (OwedDue::Finish, foundation.finish));
}

#[test]
fn days_off_are_those_of_the_partys_own_calendar() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = office(folder.path(), NOW);
    let shipment = sample(&mut app, "case-a-hamburg");
    let days = |app: &mut App| -> BTreeSet<(String, bool)> {
        of(app, &shipment, PartyRole::Forwarder)
            .milestones
            .iter()
            .flat_map(|owed| [owed.start, owed.finish, owed.latest_finish])
            .map(|day| (day.date.to_string(), day.off))
            .collect()
    };
    assert!(days(&mut app).iter().all(|(_, off)| !off), "no calendar, nothing known");
    save(&mut app, &shipment, Some(party())).unwrap();
    // Sea, customs and delivery of case A: 6 February 2027 is a Saturday, 8 February a Monday.
    let marked = days(&mut app);
    for (day, off) in marked {
        let weekday = day.parse::<chrono::NaiveDate>().unwrap().format("%a").to_string();
        let holiday = ["2026-12-25", "2026-12-26", "2027-01-01"].contains(&day.as_str());
        assert_eq!(off, holiday || weekday == "Sat" || weekday == "Sun", "{day} is a {weekday}");
    }
}

/// §7: prices and screening stay in the house.
#[test]
fn a_list_tells_no_price_and_no_screening() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = office(folder.path(), NOW);
    let inside = ["restricted-party-screening", "sinosure-cover", "dual-use-self-classification"];
    for name in ["case-a-hamburg", "case-b-haiphong"] {
        let shipment = sample(&mut app, name);
        let query = ShipmentQuery { shipment: shipment.clone(), on: None };
        for view in app.parties(&query).unwrap().parties {
            for document in &view.documents {
                let id = document.requirement.as_str();
                assert!(!inside.contains(&id), "{:?} is told of {id}", view.role);
            }
            let file = list(&mut app, &shipment, view.role, PartyListFormat::Ics);
            let text = String::from_utf8(file).unwrap().replace("\r\n ", "");
            for word in ["412", "1180000", "1,180,000", "EUR", "USD", "Restricted-party", "credit"]
            {
                assert!(!text.contains(word), "{word} is told to {:?}", view.role);
            }
        }
    }
}

#[test]
fn the_forwarders_list_comes_as_document_workbook_and_calendar() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = office(folder.path(), NOW);
    let shipment = sample(&mut app, "case-a-hamburg");
    save(&mut app, &shipment, Some(party())).unwrap();
    let pdf = list(&mut app, &shipment, PartyRole::Forwarder, PartyListFormat::Pdf);
    assert!(pdf.starts_with(b"%PDF-"));
    let xlsx = list(&mut app, &shipment, PartyRole::Forwarder, PartyListFormat::Xlsx);
    assert!(xlsx.starts_with(b"PK"));
    let ics = list(&mut app, &shipment, PartyRole::Forwarder, PartyListFormat::Ics);
    let ics = parsed(std::str::from_utf8(&ics).unwrap());
    let whole = calendar(&mut app, Some(&shipment));
    let whole = parsed(&whole);
    let all = by_uid(&whole);
    let own = by_uid(&ics);
    assert!(!own.is_empty() && own.len() < all.len());
    for uid in own.keys() {
        assert!(all.contains_key(uid), "{uid}: whoever imports both has each day once");
    }
    let failure = app
        .party_list(&PartyListRequest {
            shipment,
            role: PartyRole::NotifyParty,
            format: PartyListFormat::Pdf,
            language: ReportLanguage::Zh,
        })
        .map(drop)
        .unwrap_err();
    assert_eq!(failure.code(), "field");
}

#[test]
fn importing_again_updates_and_never_doubles() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = office(folder.path(), NOW);
    let shipment = sample(&mut app, "case-a-hamburg");
    let first = calendar(&mut app, Some(&shipment));
    assert_eq!(first, calendar(&mut app, Some(&shipment)), "nothing random");
    let packing = "mt-packing";
    app.edit_milestone(&EditMilestone {
        shipment: shipment.clone(),
        milestone: packing.into(),
        edit: MilestoneEdit { base_days: Some(15), ..MilestoneEdit::default() },
    })
    .unwrap();
    drop(app);
    let mut later = office(folder.path(), "2026-11-25T09:00:00+08:00");
    let second = calendar(&mut later, Some(&shipment));
    let (first, second) = (parsed(&first), parsed(&second));
    let (first, second) = (by_uid(&first), by_uid(&second));
    let milestones = |uids: &BTreeMap<String, &IcalEvent>| -> BTreeSet<String> {
        uids.keys().filter(|uid| !uid.contains(".start.")).cloned().collect()
    };
    assert_eq!(milestones(&first), milestones(&second));
    let moved = first
        .iter()
        .filter(|(uid, event)| {
            second.get(*uid).is_some_and(|now| value(now, "DTSTART") != value(event, "DTSTART"))
        })
        .count();
    assert!(moved > 5, "the delay moved {moved} days");
    for (uid, event) in &second {
        let Some(before) = first.get(uid) else { continue };
        let number = |event| value(event, "SEQUENCE").parse::<u64>().unwrap();
        assert!(number(event) > number(before), "{uid}: the later one wins");
    }
}

#[test]
fn the_calendar_has_milestones_start_by_dates_and_expiries_as_whole_days() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = office(folder.path(), NOW);
    let shipment = sample(&mut app, "case-a-hamburg");
    let file = calendar(&mut app, None);
    for line in file.split_terminator("\r\n") {
        assert!(line.len() <= 75 && !line.contains(['\r', '\n']), "{line}");
    }
    let calendar = parsed(&file);
    let events = by_uid(&calendar);
    let handover = events.get(&format!("{shipment}.milestone.mt-handover@shipshape")).unwrap();
    assert_eq!(value(handover, "DTSTART"), "20270223");
    assert_eq!(value(handover, "DTEND"), "20270224");
    assert!(value(handover, "SUMMARY").contains('移'), "both languages");
    let start = events.get(&format!("{shipment}.start.iso-9001.0@shipshape")).unwrap();
    assert_eq!(value(start, "DTSTART"), "20260906", "90 days before 5 December");
    let expiries: Vec<String> = events
        .iter()
        .filter(|(uid, _)| uid.starts_with("evidence."))
        .map(|(_, event)| value(event, "DTSTART"))
        .collect();
    assert!(expiries.contains(&"20261204".to_owned()), "ISO 9001: {expiries:?}");
}

#[test]
fn today_says_what_to_start_what_waits_for_whom_and_what_expires() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = office(folder.path(), NOW);
    let empty = app.today_view().unwrap();
    assert_eq!(empty.open, 0);
    assert!(empty.start.is_empty() && empty.waits.is_empty() && empty.expires.is_empty());

    let shipment = sample(&mut app, "case-a-hamburg");
    let other = sample(&mut app, "case-b-haiphong");
    let today = app.today_view().unwrap();
    assert_eq!(today.open, 2);
    let iso = today.start.iter().find(|row| {
        row.finding.as_deref().is_some_and(|finding| finding.starts_with("iso-9001"))
            && row.shipment == shipment
    });
    let iso = iso.unwrap();
    assert_eq!((iso.when, iso.by.to_string()), (StartWhen::Overdue, "2026-09-06".to_owned()));
    assert!(today.start.is_sorted_by_key(|row| row.by));
    let maker = today
        .waits
        .iter()
        .find(|group| {
            group.role == Some(PartyRole::Maker)
                && group.rows.iter().any(|row| row.shipment == shipment)
        })
        .unwrap();
    let class = maker.rows.iter().find(|row| row.milestone.as_str() == "mt-export-class").unwrap();
    assert_eq!(class.days, -75);
    let expiry = |day: &str| today.expires.iter().find(|row| row.expires.to_string() == day);
    let certificate = expiry("2026-12-04").unwrap();
    assert_eq!(certificate.days, 10);
    assert!(certificate.shipments.iter().any(|name| name.shipment == shipment));
    // It lapses two weeks early: the day it must last through is told, not the one it is first
    // needed on.
    let through = |day: &str| expiry(day).unwrap().shipments[0].needed.unwrap().to_string();
    assert_eq!(through("2026-12-04"), "2026-12-18");
    assert_eq!(through("2026-12-31"), "2027-02-23");
    assert!(expiry("2027-05-03").is_none(), "further away than 90 days");

    for id in [shipment, other] {
        app.archive_shipment(&ArchiveShipment { shipment: id, archived: true }).unwrap();
    }
    assert_eq!(app.today_view().unwrap(), empty, "what is put away asks for nothing");
}

/// Makes the calendar and says that it was written.
fn export(app: &mut App, shipment: Option<&str>) -> String {
    let request =
        CalendarRequest { shipment: shipment.map(str::to_owned), language: ReportLanguage::En };
    let file = app.calendar_file(&request).unwrap();
    app.list_saved(&file).unwrap();
    String::from_utf8(file.bytes).unwrap()
}

fn export_list(app: &mut App, shipment: &str, role: PartyRole) -> String {
    let request = PartyListRequest {
        shipment: shipment.to_owned(),
        role,
        format: PartyListFormat::Ics,
        language: ReportLanguage::En,
    };
    let file = app.party_list(&request).unwrap();
    app.list_saved(&file).unwrap();
    String::from_utf8(file.bytes).unwrap()
}

/// UID, status and SEQUENCE of every event.
fn told(file: &str) -> BTreeMap<String, (String, u64)> {
    let calendar = parsed(file);
    by_uid(&calendar)
        .into_iter()
        .map(|(uid, event)| {
            (uid, (value(event, "STATUS"), value(event, "SEQUENCE").parse().unwrap()))
        })
        .collect()
}

fn cancelled(told: &BTreeMap<String, (String, u64)>) -> Vec<&str> {
    told.iter()
        .filter(|(_, (status, _))| status == "CANCELLED")
        .map(|(uid, _)| uid.as_str())
        .collect()
}

/// Leads the steps that wait for it around a step, and takes it out.
fn take_out(app: &mut App, shipment: &str, milestone: &str) {
    let query = ShipmentQuery { shipment: shipment.to_owned(), on: None };
    for step in app.shipment_view(&query).unwrap().schedule.milestones {
        let others = |link: &&String| link.split(['+', '(']).next() != Some(milestone);
        let after: Vec<String> = step.after.iter().filter(others).cloned().collect();
        if after.len() < step.after.len() {
            let edit = MilestoneEdit { after: Some(after), ..step.edit };
            let shipment = shipment.to_owned();
            app.edit_milestone(&EditMilestone { shipment, milestone: step.id, edit }).unwrap();
        }
    }
    let choice = MilestoneChoice { shipment: shipment.to_owned(), milestone: milestone.into() };
    app.remove_milestone(&choice).unwrap();
}

#[test]
fn a_calendar_exported_again_cancels_what_is_no_longer_there_under_the_same_id() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = office(folder.path(), NOW);
    let shipment = sample(&mut app, "case-a-hamburg");
    let first = told(&export(&mut app, Some(&shipment)));
    assert_eq!(cancelled(&first), Vec::<&str>::new());
    let again = told(&export(&mut app, Some(&shipment)));
    assert_eq!(cancelled(&again), Vec::<&str>::new());

    // A step taken out, and a gap closed.
    take_out(&mut app, &shipment, "mt-co");
    let step = format!("{shipment}.milestone.mt-co@shipshape");
    let gap = format!("{shipment}.start.iso-9001.0@shipshape");
    assert!(first.contains_key(&gap));
    let certificate = Evidence {
        document_type: "iso-9001".into(),
        number: Some("QD-9001-2026".to_owned()),
        holder: Some("Laoshan Meridian Machine Tool Co., Ltd.".to_owned()),
        issued: Some("2026-11-20".parse().unwrap()),
        expires: Some("2029-11-19".parse().unwrap()),
        ..Evidence::default()
    };
    app.save_evidence(&SaveEvidence { shipment: Some(shipment.clone()), evidence: certificate })
        .unwrap();
    // Within the same minute: the number rises nevertheless.
    let third = export(&mut app, Some(&shipment));
    let later = told(&third);
    let gone = cancelled(&later);
    assert!(gone.contains(&step.as_str()) && gone.contains(&gap.as_str()), "{gone:?}");
    assert!(gone.iter().all(|uid| again.contains_key(*uid)), "only what was told: {gone:?}");
    for (uid, (_, number)) in &later {
        if let Some((_, before)) = again.get(uid) {
            assert!(number > before, "{uid}: {number} after {before}");
        }
    }
    let calendar = parsed(&third);
    let events = by_uid(&calendar);
    assert!(value(events[&step], "SUMMARY").contains("origin"), "it says what is cancelled");
    assert!(events[&step].alarms.is_empty());
    assert!(!value(events[&step], "DTSTART").is_empty());

    // Whoever missed that file learns it from the next; and back is what comes back.
    assert!(cancelled(&told(&export(&mut app, Some(&shipment)))).contains(&step.as_str()));
    app.undo().unwrap().unwrap();
    app.undo().unwrap().unwrap();
    let back = told(&export(&mut app, Some(&shipment)));
    assert_eq!(back[&step].0, "CONFIRMED");
    assert!(back[&step].1 > later[&step].1, "it wins over its cancellation");
}

#[test]
fn a_file_that_nobody_wrote_is_not_remembered() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = office(folder.path(), NOW);
    let shipment = sample(&mut app, "case-a-hamburg");
    calendar(&mut app, Some(&shipment));
    take_out(&mut app, &shipment, "mt-co");
    let file = told(&export(&mut app, Some(&shipment)));
    assert_eq!(cancelled(&file), Vec::<&str>::new(), "nobody has it");
}

#[test]
fn each_party_is_told_of_what_it_was_told_and_what_is_done_is_not_struck_out() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = office(folder.path(), NOW);
    let shipment = sample(&mut app, "case-a-hamburg");
    let first = told(&export_list(&mut app, &shipment, PartyRole::Forwarder));
    let booking = format!("{shipment}.milestone.mt-booking@shipshape");
    let inland = format!("{shipment}.milestone.mt-inland@shipshape");
    assert!(first.contains_key(&booking) && first.contains_key(&inland));
    take_out(&mut app, &shipment, "mt-inland");
    app.edit_milestone(&EditMilestone {
        shipment: shipment.clone(),
        milestone: "mt-booking".into(),
        edit: MilestoneEdit {
            closed: Some(true),
            actual_finish: Some("2026-11-20".parse().unwrap()),
            ..MilestoneEdit::default()
        },
    })
    .unwrap();
    let second = export_list(&mut app, &shipment, PartyRole::Forwarder);
    let later = told(&second);
    assert_eq!(cancelled(&later), [inland.as_str()]);
    let calendar = parsed(&second);
    assert!(value(by_uid(&calendar)[&booking], "SUMMARY").starts_with("Done: "));
    // The maker was never told of it.
    let maker = told(&export_list(&mut app, &shipment, PartyRole::Maker));
    assert_eq!(cancelled(&maker), Vec::<&str>::new());
}

#[test]
fn the_calendar_of_all_shipments_cancels_what_was_deleted() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = office(folder.path(), NOW);
    let (one, other) = (sample(&mut app, "case-a-hamburg"), sample(&mut app, "case-b-haiphong"));
    let first = told(&export(&mut app, None));
    app.delete_shipment(&one).unwrap();
    let later = told(&export(&mut app, None));
    let gone = cancelled(&later);
    let milestones = first.keys().filter(|uid| uid.starts_with(&format!("{one}.milestone.")));
    for uid in milestones {
        assert!(gone.contains(&uid.as_str()), "{uid}");
    }
    assert!(!gone.iter().any(|uid| uid.starts_with(&other)), "{gone:?}");
}

/// A document's expiry is one event for all shipments that use it.
#[test]
fn an_expiry_is_cancelled_once_no_shipment_uses_the_document_any_more() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = office(folder.path(), NOW);
    let (one, other) = (sample(&mut app, "case-a-hamburg"), sample(&mut app, "case-b-haiphong"));
    let query = ShipmentQuery { shipment: one.clone(), on: None };
    let held = app.shipment_view(&query).unwrap().evidence;
    let evidence = held.iter().find(|held| held.evidence.expires.is_some()).unwrap();
    let evidence = evidence.evidence.id.clone();
    let expiry = format!("evidence.{evidence}@shipshape");
    let link =
        |shipment: &str| LinkEvidence { shipment: shipment.to_owned(), evidence: evidence.clone() };
    app.link_evidence(&link(&other)).unwrap();
    assert!(told(&export(&mut app, Some(&one))).contains_key(&expiry));
    app.unlink_evidence(&link(&one)).unwrap();
    let without = told(&export(&mut app, Some(&one)));
    assert_eq!(without.get(&expiry), None, "the other one still needs it");
    app.unlink_evidence(&link(&other)).unwrap();
    assert!(cancelled(&told(&export(&mut app, Some(&one)))).contains(&expiry.as_str()));
}

/// A requirement of the user's own that stays in the house.
#[test]
fn what_a_pack_keeps_in_the_house_is_told_to_nobody() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = office(folder.path(), NOW);
    let shipment = sample(&mut app, "case-a-hamburg");
    let listed = |app: &mut App| -> BTreeSet<String> {
        let query = ShipmentQuery { shipment: shipment.clone(), on: None };
        let parties = app.parties(&query).unwrap().parties;
        let documents = parties.into_iter().flat_map(|party| party.documents);
        documents.map(|document| document.requirement.0).collect()
    };
    let before = listed(&mut app);
    let packs = app.packs_view().unwrap().packs;
    let (pack, mut requirement) = packs
        .iter()
        .flat_map(|pack| {
            pack.requirements.iter().map(|card| (pack.id.clone(), card.requirement.clone()))
        })
        .find(|(_, requirement)| before.contains(requirement.id.as_str()))
        .unwrap();
    assert!(!requirement.internal);
    requirement.internal = true;
    let id = requirement.id.0.clone();
    let change = PackChange::Put { requirement: Box::new(requirement), new: false };
    app.save_edit(&PackEdit { pack, change }).unwrap();
    // At once, although the shipment is still judged by the version before.
    let after = listed(&mut app);
    assert!(!after.contains(&id), "{id}");
    assert_eq!(after.len() + 1, before.len());
}

/// Case B: the policy runs to 30 June, but the buyer's limit in it ends on 31 January.
#[test]
fn the_calendar_tells_the_expiry_that_counts() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = office(folder.path(), NOW);
    let shipment = sample(&mut app, "case-b-haiphong");
    let file = calendar(&mut app, Some(&shipment)).replace("\r\n ", "");
    let cover =
        file.split("BEGIN:VEVENT").find(|event| event.contains("Expires: Export credit")).unwrap();
    assert!(cover.contains("DTSTART;VALUE=DATE:20270131"), "{cover}");
}
