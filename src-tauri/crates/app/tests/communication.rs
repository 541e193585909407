//! What is said about an order: materials in their languages, tickets and their clocks.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use app::views::{
    CommunicationView, LogMessage, MailChoice, MaterialView, MessageChoice, OwnTime, SampleChoice,
    SaveMaterial, SaveOrder, SavePromisedTimes, SaveTicket, ShipmentQuery, TicketChoice,
    TicketView,
};
use app::{App, Failure};
use chrono::DateTime;
use readiness::{
    AskedBy, CalendarId, ClockState, Direction, Instant, MaterialState, Message, PartyRole,
    Rendering, Target, Ticket, WaitsFor,
};
use std::path::Path;

fn at(text: &str) -> Instant {
    DateTime::parse_from_rfc3339(text).unwrap()
}

/// Tuesday, 24 November 2026, noon in Qingdao: 5:00 in Hamburg.
const NOON: &str = "2026-11-24T12:00:00+08:00";

fn open(folder: &Path, now: &'static str) -> App {
    App::open(folder, Box::new(move || at(now))).unwrap()
}

/// Case A, its buyer in Hamburg by Hamburg's calendar.
fn hamburg(app: &mut App) -> String {
    let created = app.create_sample(&SampleChoice { sample: "case-a-hamburg".to_owned() }).unwrap();
    let shipment = created.shipment;
    let query = ShipmentQuery { shipment: shipment.clone(), on: None };
    let mut order = app.shipment_view(&query).unwrap().order;
    let buyer = order.parties.get_mut(&PartyRole::Buyer).unwrap();
    buyer.time_zone = Some("Europe/Berlin".to_owned());
    buyer.calendar = Some(CalendarId::from("DE-HH"));
    buyer.languages = vec!["de".to_owned()];
    app.save_order(&SaveOrder { shipment: shipment.clone(), order }).unwrap();
    shipment
}

fn look(app: &mut App, shipment: &str) -> CommunicationView {
    app.communication(&ShipmentQuery { shipment: shipment.to_owned(), on: None }).unwrap()
}

fn ticket(kind: &str, opened: &str) -> Ticket {
    Ticket {
        party: PartyRole::Buyer,
        asked_by: AskedBy::Party,
        subject: "Foundation drawing".to_owned(),
        kind: kind.to_owned(),
        opened: at(opened),
        first_reply: None,
        first_answer: None,
        solved: None,
        promises: Vec::new(),
    }
}

fn save(app: &mut App, shipment: &str, ticket: Ticket) -> String {
    let request = SaveTicket { shipment: shipment.to_owned(), id: None, ticket };
    app.save_ticket(&request).unwrap().touched["ticket"][0].clone()
}

fn message(direction: Direction, when: &str) -> Message {
    Message {
        direction,
        at: at(when),
        from: "Han Mei".to_owned(),
        to: "Jana Brandt".to_owned(),
        text: "The drawing follows.".to_owned(),
        automatic: false,
        useful: false,
        file: None,
    }
}

fn log(app: &mut App, ticket: &str, message: Message) -> Result<String, Failure> {
    let request = LogMessage { ticket: ticket.to_owned(), id: None, message };
    app.log_message(&request).map(|changes| changes.touched["message"][0].clone())
}

fn states(view: &TicketView) -> Vec<(&str, ClockState)> {
    view.clocks.iter().map(|clock| (clock.measure.as_str(), clock.state)).collect()
}

fn field_of(failure: &Failure) -> &str {
    match failure {
        Failure::Field { field, .. } => field,
        other => panic!("{other:?}"),
    }
}

fn material<'a>(view: &'a CommunicationView, id: &str) -> &'a MaterialView {
    view.materials.iter().find(|material| material.id == id).unwrap()
}

#[test]
fn a_ticket_answered_late_says_by_how_much_in_the_buyers_own_time() {
    let place = tempfile::tempdir().unwrap();
    let mut app = open(place.path(), NOON);
    let shipment = hamburg(&mut app);
    // Friday 15:00 in Hamburg: eight business hours end on Monday at 15:00.
    let id = save(&mut app, &shipment, ticket("cm-quote-pack", "2026-11-20T15:00:00+01:00"));
    let view = look(&mut app, &shipment);
    let before = &view.tickets[0];
    assert_eq!(
        states(before),
        [("first-reply", ClockState::Overdue), ("quote", ClockState::Running)]
    );
    assert_eq!(before.clocks[0].due, Some(at("2026-11-23T15:00:00+01:00")));
    assert_eq!(before.clocks[0].due.unwrap().offset().local_minus_utc(), 3600, "in Hamburg's time");
    // On Tuesday at 5:00 the office is closed: two hours late, those of Monday afternoon.
    assert_eq!(before.clocks[0].left, -2 * 3600);
    assert!(before.late && before.notes.is_empty(), "{:?}", before.notes);

    // An automatic reply stops nothing; the human one on Monday at 16:30 does, 1.5 hours late.
    let mut robot = message(Direction::Out, "2026-11-20T15:00:10+01:00");
    robot.automatic = true;
    log(&mut app, &id, robot).unwrap();
    assert_eq!(look(&mut app, &shipment).tickets[0].reply, None);
    log(&mut app, &id, message(Direction::Out, "2026-11-23T23:30:00+08:00")).unwrap();
    let view = look(&mut app, &shipment);
    let after = &view.tickets[0];
    assert_eq!(states(after)[0], ("first-reply", ClockState::Late));
    assert_eq!((after.clocks[0].left, after.clocks[0].used), (-5400, 9500));
    assert_eq!(after.messages.len(), 2);
    let reply = after.messages[1].message.at;
    assert_eq!(reply.offset().local_minus_utc(), 8 * 3600, "as it was written down");
}

#[test]
fn a_party_without_calendar_or_zone_is_counted_and_said_so() {
    let place = tempfile::tempdir().unwrap();
    let mut app = open(place.path(), NOON);
    let shipment = hamburg(&mut app);
    let mut asked = ticket("cm-pre-alert", "2026-11-23T09:00:00+08:00");
    asked.party = PartyRole::Forwarder;
    save(&mut app, &shipment, asked);
    let mut abroad = ticket("cm-quote-pack", "2025-12-30T09:00:00+01:00");
    abroad.subject = "An old question".to_owned();
    save(&mut app, &shipment, abroad);
    let view = look(&mut app, &shipment);
    let notes = |subject: &str| -> Vec<String> {
        let found = view.tickets.iter().find(|view| view.ticket.subject == subject).unwrap();
        found.notes.iter().map(|note| note.en.clone()).collect()
    };
    let forwarder = notes("Foundation drawing").join(" ");
    assert!(forwarder.contains("holidays are not counted") || forwarder.contains("names no such"));
    let years = notes("An old question").join(" ");
    assert!(years.contains("2025"), "the calendar does not know that year: {years}");
}

#[test]
fn dates_that_cannot_be_are_refused_by_field() {
    let place = tempfile::tempdir().unwrap();
    let mut app = open(place.path(), NOON);
    let shipment = hamburg(&mut app);
    let id = save(&mut app, &shipment, ticket("cm-sla", "2026-11-23T10:00:00+01:00"));
    let mut wrong = look(&mut app, &shipment).tickets[0].ticket.clone();
    wrong.first_reply = Some(at("2026-11-23T09:59:00+01:00"));
    let request = SaveTicket { shipment: shipment.clone(), id: Some(id.clone()), ticket: wrong };
    let failure = app.save_ticket(&request).unwrap_err();
    assert_eq!(field_of(&failure), "first_reply");
    assert!(failure.message().zh.contains("早于"));
    let early = log(&mut app, &id, message(Direction::Out, "2026-11-22T10:00:00+01:00"));
    assert_eq!(field_of(&early.unwrap_err()), "at");
    let future = log(&mut app, &id, message(Direction::Out, "2026-11-25T10:00:00+01:00"));
    assert_eq!(field_of(&future.unwrap_err()), "at");
    let mut empty = ticket("cm-sla", "2026-11-23T10:00:00+01:00");
    empty.subject = "  ".to_owned();
    let request = SaveTicket { shipment: shipment.clone(), id: None, ticket: empty };
    assert_eq!(field_of(&app.save_ticket(&request).unwrap_err()), "subject");
    let request = SaveTicket {
        shipment: shipment.clone(),
        id: None,
        ticket: ticket("cm-nothing", "2026-11-23T10:00:00+01:00"),
    };
    assert_eq!(field_of(&app.save_ticket(&request).unwrap_err()), "kind");
    assert_eq!(look(&mut app, &shipment).tickets.len(), 1, "nothing of it was kept");
}

#[test]
fn service_in_the_eu_is_measured_day_and_night() {
    let place = tempfile::tempdir().unwrap();
    let mut app = open(place.path(), NOON);
    let shipment = hamburg(&mut app);
    save(&mut app, &shipment, ticket("cm-sla", "2026-11-22T10:00:00+01:00"));
    let view = look(&mut app, &shipment);
    let measures: Vec<&str> =
        view.tickets[0].clocks.iter().map(|clock| clock.measure.as_str()).collect();
    assert_eq!(measures, ["remote", "plan", "on-site-eu", "spare"]);
    assert_eq!(view.tickets[0].clocks[2].due, Some(at("2026-11-25T10:00:00+01:00")));
}

#[test]
fn removing_a_ticket_can_be_undone_with_its_messages() {
    let place = tempfile::tempdir().unwrap();
    let mut app = open(place.path(), NOON);
    let shipment = hamburg(&mut app);
    let id = save(&mut app, &shipment, ticket("cm-sla", "2026-11-23T10:00:00+01:00"));
    let first = log(&mut app, &id, message(Direction::Out, "2026-11-23T11:00:00+01:00")).unwrap();
    log(&mut app, &id, message(Direction::In, "2026-11-23T12:00:00+01:00")).unwrap();
    let before = look(&mut app, &shipment);
    app.remove_ticket(&TicketChoice { ticket: id.clone() }).unwrap();
    assert!(look(&mut app, &shipment).tickets.is_empty());
    let undone = app.undo().unwrap().unwrap();
    assert_eq!(undone.label.en, "Remove ticket: Foundation drawing");
    assert_eq!(look(&mut app, &shipment), before);
    let choice = MessageChoice { ticket: id, message: first };
    app.remove_message(&choice).unwrap();
    assert_eq!(look(&mut app, &shipment).tickets[0].messages.len(), 1);
    assert!(app.remove_message(&choice).is_err(), "it is gone");
}

fn sent(version: &str) -> Rendering {
    Rendering {
        state: MaterialState::Sent,
        version: version.to_owned(),
        sent_on: Some("2026-11-20".parse().unwrap()),
        ..Rendering::default()
    }
}

fn record(
    app: &mut App,
    shipment: &str,
    material: &str,
    language: &str,
    rendering: Rendering,
) -> Result<(), Failure> {
    let request = SaveMaterial {
        shipment: shipment.to_owned(),
        material: material.to_owned(),
        language: language.to_owned(),
        consignment: None,
        rendering: Some(rendering),
    };
    app.save_material(&request).map(|_| ())
}

#[test]
fn materials_are_due_by_the_schedule_in_the_languages_of_the_order() {
    let place = tempfile::tempdir().unwrap();
    let mut app = open(place.path(), NOON);
    let shipment = hamburg(&mut app);
    let view = look(&mut app, &shipment);
    assert_eq!(view.materials.len(), 15);
    let codes = |id: &str| -> Vec<&str> {
        let languages = &material(&view, id).languages;
        languages.iter().filter(|one| one.needed).map(|one| one.code.as_str()).collect()
    };
    assert_eq!(codes("cm-manual-set"), ["de"]);
    assert_eq!(codes("cm-quote-pack"), ["en", "de"]);
    assert_eq!(codes("cm-euc-request"), ["en", "zh"]);
    let due = |id: &str| material(&view, id).due.first().map(|due| due.on.to_string());
    // On board starts on 2026-12-15, import on 2027-02-02, delivery on 2027-02-05, FAT on 2026-11-30.
    assert_eq!(due("cm-pre-alert").as_deref(), Some("2026-12-10"));
    assert_eq!(due("cm-unloading-guide").as_deref(), Some("2026-12-10"));
    assert_eq!(due("cm-manual-set").as_deref(), Some("2027-02-02"));
    assert_eq!(due("cm-site-checklist").as_deref(), Some("2026-12-07"));
    assert_eq!(due("cm-fat-invite").as_deref(), Some("2026-11-09"));
    assert!(material(&view, "cm-fat-invite").overdue, "its date is past");
    assert!(!material(&view, "cm-pre-alert").overdue);
    record(&mut app, &shipment, "cm-fat-invite", "en", sent("1")).unwrap();
    let view = look(&mut app, &shipment);
    let invite = material(&view, "cm-fat-invite");
    assert!(invite.complete && !invite.overdue);
}

#[test]
fn a_manual_is_not_sent_without_a_reviewer_and_is_stale_after_its_original_moves_on() {
    let place = tempfile::tempdir().unwrap();
    let mut app = open(place.path(), NOON);
    let shipment = hamburg(&mut app);
    let mut german = sent("1.0");
    german.source_language = Some("en".to_owned());
    german.source_version = Some("1.9".to_owned());
    let refused = record(&mut app, &shipment, "cm-manual-set", "de", german.clone()).unwrap_err();
    assert_eq!(field_of(&refused), "reviewer");
    german.reviewer = "Jana Brandt".to_owned();
    german.reviewed_version = "1.0".to_owned();
    record(&mut app, &shipment, "cm-manual-set", "de", german).unwrap();
    let english = |version: &str| Rendering {
        state: MaterialState::Draft,
        version: version.to_owned(),
        ..Rendering::default()
    };
    record(&mut app, &shipment, "cm-manual-set", "en", english("1.9")).unwrap();
    let view = look(&mut app, &shipment);
    let manual = material(&view, "cm-manual-set");
    assert!(manual.complete && !manual.languages[0].stale);
    record(&mut app, &shipment, "cm-manual-set", "en", english("1.10")).unwrap();
    let view = look(&mut app, &shipment);
    let manual = material(&view, "cm-manual-set");
    assert!(manual.languages[0].stale && !manual.complete);
    assert!(!manual.languages[1].needed, "English is the original, nobody asks for it");
}

#[test]
fn response_times_are_measured_per_party_and_measure() {
    let place = tempfile::tempdir().unwrap();
    let mut app = open(place.path(), NOON);
    let shipment = hamburg(&mut app);
    // Asked on Mondays at 9:00, answered after 1 … 10 hours by the clock in Hamburg.
    for hours in 1..=10 {
        let opened = at("2026-11-16T09:00:00+01:00");
        let id = save(&mut app, &shipment, ticket("cm-sla", "2026-11-16T09:00:00+01:00"));
        let mut reply = message(Direction::Out, NOON);
        reply.at = opened + chrono::Duration::hours(hours);
        log(&mut app, &id, reply).unwrap();
    }
    // Before the last ninety days: another period.
    let id = save(&mut app, &shipment, ticket("cm-sla", "2026-07-06T09:00:00+02:00"));
    log(&mut app, &id, message(Direction::Out, "2026-07-06T12:00:00+02:00")).unwrap();
    let times = app.response_times().unwrap();
    let remote = times.rows.iter().find(|row| row.title.en == "Remote help").unwrap();
    let spread = remote.periods[0].spread.unwrap();
    assert_eq!((spread.count, spread.median, spread.p90), (10, 5500, 9000));
    assert_eq!(remote.periods[0].kept, 4, "four hours were promised");
    assert_eq!(remote.periods[0].to.to_string(), "2026-11-24");
    assert_eq!(remote.periods[0].from.to_string(), "2026-08-27");
    assert_eq!(remote.periods[1].spread.unwrap().median, 3000);
    assert_eq!(remote.periods[2].spread, None);
    let plan = times.rows.iter().find(|row| row.title.en == "Plan of action").unwrap();
    assert_eq!((plan.running, plan.overdue), (11, 11));
}

#[test]
fn an_email_file_becomes_a_message_and_other_files_are_refused() {
    let place = tempfile::tempdir().unwrap();
    let app = open(&place.path().join("workspace"), NOON);
    let path = place.path().join("question.eml");
    std::fs::write(
        &path,
        "From: Jana Brandt <j.brandt@elbufer.example>\r\nTo: han.mei@laoshan.example\r\n\
         Subject: Foundation drawing\r\nDate: Fri, 20 Nov 2026 15:00:00 +0100\r\n\r\n\
         When does the drawing come?\r\n",
    )
    .unwrap();
    let choice = |path: &Path| MailChoice { path: path.to_string_lossy().into_owned() };
    let mail = app.begin_mail(&choice(&path)).read().unwrap();
    assert_eq!((mail.file.as_str(), mail.subject.as_str()), ("question.eml", "Foundation drawing"));
    assert_eq!(mail.at, Some(at("2026-11-20T15:00:00+01:00")));
    assert_eq!(mail.text, "When does the drawing come?");
    let other = place.path().join("plan.pdf");
    std::fs::write(&other, "%PDF-1.7 no message").unwrap();
    let refused = app.begin_mail(&choice(&other)).read().unwrap_err();
    assert!(matches!(&refused, Failure::NotTaken { name, .. } if name == "plan.pdf"), "{refused}");
    let missing = app.begin_mail(&choice(&place.path().join("gone.eml"))).read();
    assert!(missing.is_err());
}

#[test]
fn a_ticket_stays_with_its_shipment() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(folder.path(), NOON);
    let (one, other) = (hamburg(&mut app), hamburg(&mut app));
    let id = save(&mut app, &one, ticket("cm-quote-pack", "2026-11-20T10:00:00+01:00"));
    let moved = ticket("cm-quote-pack", "2026-11-20T10:00:00+01:00");
    let request = SaveTicket { shipment: other.clone(), id: Some(id), ticket: moved };
    assert_eq!(field_of(&app.save_ticket(&request).unwrap_err()), "shipment");
    assert_eq!(look(&mut app, &one).tickets.len(), 1);
    assert_eq!(look(&mut app, &other).tickets.len(), 0);
}

/// The line to Wrocław in three consignments.
fn wroclaw(app: &mut App) -> String {
    app.create_sample(&SampleChoice { sample: "case-c-line".to_owned() }).unwrap().shipment
}

fn record_for(
    app: &mut App,
    shipment: &str,
    (material, language): (&str, &str),
    consignment: Option<u8>,
    rendering: Option<Rendering>,
) -> Result<(), Failure> {
    let request = SaveMaterial {
        shipment: shipment.to_owned(),
        material: material.to_owned(),
        language: language.to_owned(),
        consignment,
        rendering,
    };
    app.save_material(&request).map(|_| ())
}

fn done(view: &MaterialView) -> Vec<(u8, bool)> {
    view.consignments.iter().map(|one| (one.consignment, one.complete)).collect()
}

#[test]
fn a_pre_alert_sent_for_one_consignment_is_still_owed_for_the_others() {
    let place = tempfile::tempdir().unwrap();
    let mut app = open(place.path(), NOON);
    let line = wroclaw(&mut app);
    let pre_alert = ("cm-pre-alert", "en");
    let view = look(&mut app, &line);
    let before = material(&view, "cm-pre-alert");
    assert_eq!(done(before), [(1, false), (2, false), (3, false)]);
    let query = ShipmentQuery { shipment: line.clone(), on: None };
    let steps = app.shipment_view(&query).unwrap().schedule.milestones;
    for (one, leg) in before.consignments.iter().zip(["ln-rail-1", "ln-sea-2", "ln-rail-3"]) {
        let leaves = steps.iter().find(|step| step.id.as_str() == leg).unwrap().start;
        let due: Vec<_> = one.due.iter().map(|due| due.on).collect();
        assert_eq!(due, [leaves - chrono::Days::new(5)], "five days before its own departure");
    }

    record_for(&mut app, &line, pre_alert, Some(1), Some(sent("1"))).unwrap();
    let line_of_history = app.history().unwrap().remove(0).label;
    assert!(line_of_history.en.ends_with("consignment 1"), "{line_of_history:?}");
    assert!(line_of_history.zh.ends_with("第 1 批"), "{line_of_history:?}");
    let view = look(&mut app, &line);
    let after = material(&view, "cm-pre-alert");
    assert_eq!(done(after), [(1, true), (2, false), (3, false)]);
    assert!(!after.complete);
    for consignment in [2, 3] {
        record_for(&mut app, &line, pre_alert, Some(consignment), Some(sent("1"))).unwrap();
    }
    assert!(material(&look(&mut app, &line), "cm-pre-alert").complete);
    app.undo().unwrap().unwrap();
    assert_eq!(
        done(material(&look(&mut app, &line), "cm-pre-alert")),
        [(1, true), (2, true), (3, false)]
    );
}

#[test]
fn what_is_recorded_for_the_whole_shipment_holds_for_each_consignment_without_its_own() {
    let place = tempfile::tempdir().unwrap();
    let mut app = open(place.path(), NOON);
    let line = wroclaw(&mut app);
    let pre_alert = ("cm-pre-alert", "en");
    // As it was recorded before there were consignments.
    record_for(&mut app, &line, pre_alert, None, Some(sent("1"))).unwrap();
    let view = look(&mut app, &line);
    let all = material(&view, "cm-pre-alert");
    assert!(all.complete);
    assert!(all.consignments.iter().all(|one| one.complete && one.languages[0].of_all));

    let draft = Rendering { state: MaterialState::Draft, version: "2".to_owned(), ..sent("2") };
    record_for(&mut app, &line, pre_alert, Some(2), Some(draft)).unwrap();
    let view = look(&mut app, &line);
    let own = material(&view, "cm-pre-alert");
    assert_eq!(done(own), [(1, true), (2, false), (3, true)]);
    assert!(!own.consignments[1].languages[0].of_all && !own.complete);
    record_for(&mut app, &line, pre_alert, Some(2), None).unwrap();
    assert!(material(&look(&mut app, &line), "cm-pre-alert").complete, "as before");
}

#[test]
fn only_what_goes_with_consignments_is_recorded_by_consignment() {
    let place = tempfile::tempdir().unwrap();
    let mut app = open(place.path(), NOON);
    let line = wroclaw(&mut app);
    let view = look(&mut app, &line);
    let by_consignment: Vec<&str> = view
        .materials
        .iter()
        .filter(|material| !material.consignments.is_empty())
        .map(|material| material.id.as_str())
        .collect();
    assert_eq!(by_consignment, ["cm-pre-alert", "cm-unloading-guide", "cm-manual-set"]);
    let checklist = ("cm-site-checklist", "pl");
    let refused = record_for(&mut app, &line, checklist, Some(1), Some(sent("1"))).unwrap_err();
    assert_eq!(field_of(&refused), "consignment");
    let other = record_for(&mut app, &line, ("cm-pre-alert", "en"), Some(4), Some(sent("1")));
    assert_eq!(field_of(&other.unwrap_err()), "consignment");
    // A machine in one consignment is as it always was.
    let single = hamburg(&mut app);
    assert!(look(&mut app, &single).materials.iter().all(|one| one.consignments.is_empty()));
}

#[test]
fn the_site_checklist_of_a_line_is_due_sixty_days_before_installation_starts() {
    let place = tempfile::tempdir().unwrap();
    let mut app = open(place.path(), NOON);
    let line = wroclaw(&mut app);
    let query = ShipmentQuery { shipment: line.clone(), on: None };
    let steps = app.shipment_view(&query).unwrap().schedule.milestones;
    let installs = steps.iter().find(|step| step.id.as_str() == "ln-mech-install").unwrap().start;
    let view = look(&mut app, &line);
    let checklist = material(&view, "cm-site-checklist");
    let due: Vec<_> = checklist.due.iter().map(|due| due.on).collect();
    assert_eq!(due, [installs - chrono::Days::new(60)]);
}

/// Answers it usefully at that time.
fn answered(when: &str) -> Message {
    Message { useful: true, ..message(Direction::Out, when) }
}

#[test]
fn today_lists_what_waits_for_us_and_for_others_the_most_urgent_first() {
    let place = tempfile::tempdir().unwrap();
    let mut app = open(place.path(), NOON);
    let (one, other) = (hamburg(&mut app), hamburg(&mut app));
    // Eight business hours since Friday afternoon are over; four hours since this morning are not.
    let late = save(&mut app, &one, ticket("cm-quote-pack", "2026-11-20T15:00:00+01:00"));
    let running = save(&mut app, &other, ticket("cm-sla", "2026-11-24T11:00:00+08:00"));
    let mut theirs = ticket("cm-euc-request", "2026-11-23T09:00:00+08:00");
    theirs.asked_by = AskedBy::Us;
    let theirs = save(&mut app, &other, theirs);
    let settled =
        save(&mut app, &one, ticket("cm-qualification-pack", "2026-11-19T09:00:00+01:00"));
    log(&mut app, &settled, answered("2026-11-20T09:00:00+01:00")).unwrap();
    let mut solved = ticket("cm-qualification-pack", "2026-11-19T09:00:00+01:00");
    solved.solved = Some(at("2026-11-20T09:00:00+01:00"));
    save(&mut app, &one, solved);

    let today = app.today_view().unwrap();
    let rows: Vec<(&str, WaitsFor, Option<ClockState>)> = today
        .tickets
        .iter()
        .map(|row| (row.ticket.as_str(), row.waits_for, row.clock.as_ref().map(|c| c.state)))
        .collect();
    assert_eq!(
        rows,
        [
            (late.as_str(), WaitsFor::Us, Some(ClockState::Overdue)),
            (running.as_str(), WaitsFor::Us, Some(ClockState::Running)),
            (theirs.as_str(), WaitsFor::Party, Some(ClockState::Running)),
            (settled.as_str(), WaitsFor::Party, None),
        ],
        "what is solved asks for nothing; what is answered waits for the buyer"
    );
    let first = &today.tickets[0];
    assert_eq!((first.shipment.as_str(), first.role.en.as_str()), (one.as_str(), "Buyer"));
    assert_eq!(first.clock.as_ref().unwrap().title.en, "First reply");
}

#[test]
fn today_lists_materials_due_within_a_week_with_the_languages_to_send() {
    let place = tempfile::tempdir().unwrap();
    let mut app = open(place.path(), "2026-12-04T12:00:00+08:00");
    let shipment = hamburg(&mut app);
    let rows = |app: &mut App| -> Vec<(String, i64, bool, Vec<String>)> {
        let row = |one: app::views::TodayMaterial| {
            let codes = one.languages.into_iter().map(|language| language.code).collect();
            (one.material, one.days, one.overdue, codes)
        };
        app.today_view().unwrap().materials.into_iter().map(row).collect()
    };
    let list = rows(&mut app);
    let find = |id: &str| list.iter().find(|row| row.0 == id).map(|row| (row.1, row.2, &row.3[..]));
    assert_eq!(find("cm-pre-alert"), Some((6, false, &["en".to_owned()][..])));
    assert_eq!(find("cm-unloading-guide"), Some((6, false, &["de".to_owned()][..])));
    assert_eq!(find("cm-site-checklist"), Some((3, false, &["de".to_owned()][..])));
    let (days, overdue, _) = find("cm-fat-invite").unwrap();
    assert!(days < 0 && overdue, "{list:?}");
    assert_eq!(find("cm-manual-set"), None, "further away than a week");
    assert!(list.is_sorted_by_key(|row| row.1), "{list:?}");

    record(&mut app, &shipment, "cm-pre-alert", "en", sent("1")).unwrap();
    assert!(!rows(&mut app).iter().any(|row| row.0 == "cm-pre-alert"), "it was sent");
}

fn own_time(material: &str, measure: &str, within: Option<Target>) -> SavePromisedTimes {
    let (material, measure) = (material.to_owned(), measure.to_owned());
    SavePromisedTimes { times: vec![OwnTime { material, measure, within }] }
}

/// The catalogue's value and the workspace's own of the first reply to an inquiry.
fn first_reply(app: &App) -> (Target, Option<Target>) {
    let kinds = app.promised_times().unwrap().kinds;
    let quote = kinds.iter().find(|kind| kind.id == "cm-quote-pack").unwrap();
    let measure = quote.measures.iter().find(|measure| measure.id == "first-reply").unwrap();
    (measure.standard, measure.own)
}

#[test]
fn own_response_times_go_into_new_tickets_only_and_can_be_undone_and_reset() {
    let place = tempfile::tempdir().unwrap();
    let mut app = open(place.path(), NOON);
    let shipment = hamburg(&mut app);
    let promised = |app: &mut App, id: &str| {
        let view = look(app, &shipment);
        let found = view.tickets.iter().find(|view| view.id == id).unwrap();
        found.ticket.promises.iter().find(|one| one.measure == "first-reply").unwrap().within
    };
    let eight = Target::BusinessHours(8);
    assert_eq!(first_reply(&app), (eight, None));
    let before = save(&mut app, &shipment, ticket("cm-quote-pack", "2026-11-23T09:00:00+01:00"));
    let own = Some(Target::BusinessHours(4));
    app.save_promised_times(&own_time("cm-quote-pack", "first-reply", own)).unwrap();
    assert_eq!(first_reply(&app), (eight, own));
    let after = save(&mut app, &shipment, ticket("cm-quote-pack", "2026-11-23T09:00:00+01:00"));
    assert_eq!(promised(&mut app, &before), eight, "what was promised stays promised");
    assert_eq!(promised(&mut app, &after), Target::BusinessHours(4));
    let view = look(&mut app, &shipment);
    let within = |measures: &[readiness::Measure]| measures[0].within;
    assert_eq!(within(&material(&view, "cm-quote-pack").measures), Target::BusinessHours(4));
    let kind = view.kinds.iter().find(|kind| kind.id == "cm-quote-pack").unwrap();
    assert_eq!(within(&kind.measures), Target::BusinessHours(4));

    app.save_promised_times(&own_time("cm-quote-pack", "first-reply", None)).unwrap();
    assert_eq!(first_reply(&app), (eight, None));
    let undone = app.undo().unwrap().unwrap();
    assert_eq!(undone.label.en, "Change response times: First reply");
    assert_eq!(undone.label.zh, "修改时限：首次回复");
    assert_eq!(first_reply(&app), (eight, own));
    drop(app);
    assert_eq!(first_reply(&open(place.path(), NOON)), (eight, own), "it outlives the program");
}

#[test]
fn a_response_time_that_cannot_be_is_refused_and_nothing_of_it_is_kept() {
    let place = tempfile::tempdir().unwrap();
    let mut app = open(place.path(), NOON);
    let mut request = own_time("cm-quote-pack", "first-reply", Some(Target::Hours(1)));
    request.times.extend(own_time("cm-quote-pack", "nothing", Some(Target::Hours(1))).times);
    assert_eq!(field_of(&app.save_promised_times(&request).unwrap_err()), "times");
    let long = own_time("cm-quote-pack", "first-reply", Some(Target::WorkingDays(501)));
    assert_eq!(field_of(&app.save_promised_times(&long).unwrap_err()), "times");
    assert_eq!(first_reply(&app), (Target::BusinessHours(8), None));
}
