//! One ship date everywhere, moved exactly; consignments judged each by its own departure.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use app::views::{
    EditMilestone, ForecastDeparture, ForecastOf, ForecastOutcome, ForecastRequest, MilestoneEdit,
    SampleChoice, SaveOrder, ShipmentQuery, ShipmentView, TargetOf, WhatIf,
};
use app::{App, Failure};
use chrono::{DateTime, Days, NaiveDate};
use std::path::Path;

fn open(folder: &Path) -> App {
    let clock = || DateTime::parse_from_rfc3339("2026-11-24T12:00:00+08:00").unwrap();
    App::open(folder, Box::new(clock)).unwrap()
}

fn sample(app: &mut App, sample: &str) -> String {
    app.create_sample(&SampleChoice { sample: sample.to_owned() }).unwrap().shipment
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn view(app: &mut App, shipment: &str) -> ShipmentView {
    app.shipment_view(&ShipmentQuery { shipment: shipment.to_owned(), on: None }).unwrap()
}

/// First day of a milestone.
fn start(view: &ShipmentView, id: &str) -> NaiveDate {
    view.schedule.milestones.iter().find(|step| step.id.as_str() == id).unwrap().start
}

fn edit(app: &mut App, shipment: &str, id: &str, change: impl FnOnce(&mut MilestoneEdit)) {
    let steps = view(app, shipment).schedule.milestones;
    let mut edit = steps.iter().find(|step| step.id.as_str() == id).unwrap().edit.clone();
    change(&mut edit);
    let shipment = shipment.to_owned();
    app.edit_milestone(&EditMilestone { shipment, milestone: id.into(), edit }).unwrap();
}

fn ships_on(shipment: &str, date: NaiveDate) -> WhatIf {
    WhatIf { shipment: shipment.to_owned(), ships: Some(date), ..WhatIf::default() }
}

fn forecast(app: &mut App, shipment: &str) -> ForecastOutcome {
    let request = ForecastRequest { shipment: shipment.to_owned(), seed: None, runs: Some(1_000) };
    let mut outcomes = app.forecast(&request).unwrap().outcomes;
    outcomes.retain(|outcome| outcome.of == ForecastOf::Ships);
    outcomes.remove(0)
}

fn of<'a>(outcome: &'a ForecastOutcome, id: &str) -> &'a ForecastDeparture {
    outcome.departures.iter().find(|one| one.milestone.as_str() == id).unwrap()
}

#[test]
fn a_line_ships_as_its_last_main_leg_starts_wherever_the_date_is_shown() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(folder.path());
    let line = sample(&mut app, "case-c-line");
    let seen = view(&mut app, &line);
    let last = ["ln-rail-1", "ln-sea-2", "ln-rail-3"].map(|id| start(&seen, id)).into_iter().max();
    let cleared =
        seen.schedule.milestones.iter().filter(|step| step.step.as_str() == "export-clearance");
    assert!(cleared.map(|step| Some(step.finish)).max().unwrap() < last, "the trains leave later");
    assert_eq!(seen.schedule.ships, last);
    let home = app.home().unwrap();
    let row = home.shipments.iter().find(|row| row.id == line).unwrap();
    assert_eq!(row.ships, last, "in the list");
    assert_eq!(
        app.what_if(&WhatIf { shipment: line.clone(), ..WhatIf::default() }).unwrap().before.ships,
        last
    );
    assert_eq!(Some(forecast(&mut app, &line).planned), last);
    let id = seen.schedule.ships_at.unwrap();
    assert_eq!(Some(start(&view(&mut app, &line), id.as_str())), last);
}

#[test]
fn a_moved_ship_date_is_hit_exactly_later_and_earlier_and_one_undo_takes_it_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(folder.path());
    for case in ["case-c-line", "case-a-hamburg", "case-b-haiphong"] {
        let shipment = sample(&mut app, case);
        let before = view(&mut app, &shipment);
        let planned = before.schedule.ships.unwrap();
        // Earlier than all departures, between them, one day on, and far away.
        for date in
            [day("2026-12-01"), planned - Days::new(3), planned + Days::new(1), day("2027-12-24")]
        {
            let asked = ships_on(&shipment, date);
            assert_eq!(app.what_if(&asked).unwrap().after.ships, Some(date), "{case} on {date}");
            app.save_what_if(&asked).unwrap();
            let after = view(&mut app, &shipment);
            assert_eq!(after.schedule.ships, Some(date), "{case} on {date}, saved");
            app.undo().unwrap().unwrap();
            assert_eq!(view(&mut app, &shipment).schedule.ships, Some(planned));
        }
    }
}

#[test]
fn a_longer_passage_arrives_later_and_leaves_on_the_day_set() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(folder.path());
    let line = sample(&mut app, "case-c-line");
    let date = day("2027-07-01");
    let mut asked = ships_on(&line, date);
    asked.durations.insert("ln-rail-3".into(), 25);
    asked.durations.insert("ln-rail-1".into(), 22);
    app.save_what_if(&asked).unwrap();
    edit(&mut app, &line, "ln-rail-3", |edit| edit.base_days = Some(40));
    let after = view(&mut app, &line);
    assert_eq!(after.schedule.ships, Some(date));
    let rail = after.schedule.milestones.iter().find(|step| step.id.as_str() == "ln-rail-3");
    assert_eq!(rail.unwrap().finish, date + Days::new(39));
}

#[test]
fn a_day_off_in_the_legs_own_calendar_is_refused_by_name() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(folder.path());
    let line = sample(&mut app, "case-c-line");
    for id in ["ln-rail-1", "ln-sea-2", "ln-rail-3"] {
        edit(&mut app, &line, id, |edit| edit.calendar = Some("CN-2027-MIN".into()));
    }
    // 26 June 2027 is a Saturday.
    let Err(Failure::Field { field, message }) = app.what_if(&ships_on(&line, day("2027-06-26")))
    else {
        unreachable!("no train leaves then")
    };
    assert_eq!(field, "ships");
    assert!(message.en.contains("day off") && message.zh.contains("休息日"), "{message:?}");
    let monday = day("2027-06-28");
    assert_eq!(app.what_if(&ships_on(&line, monday)).unwrap().after.ships, Some(monday));
}

#[test]
fn a_leg_under_way_has_departed() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(folder.path());
    let line = sample(&mut app, "case-c-line");
    let last = view(&mut app, &line).schedule.ships_at.unwrap();
    edit(&mut app, &line, last.as_str(), |edit| edit.actual_start = Some(day("2027-12-01")));
    let Err(Failure::Field { field, message }) = app.what_if(&ships_on(&line, day("2027-12-20")))
    else {
        unreachable!("it has left")
    };
    assert_eq!(field, "ships");
    assert!(message.en.contains("departed"));
}

/// Two consignments loaded one after the other, each on its own vessel with its own deadline.
fn two_vessels(app: &mut App, folder: &Path) -> String {
    let file = folder.join("two.yaml");
    let text = "format: shipshape-shipment/1
order: {reference: TWO, market: eu, country: DE}
products: [{model: M1, category: mill-turn}]
schedule:
  start: 2026-11-24
  add:
    - {id: build, step: production, days: {shortest: 20, base: 30, longest: 60}}
    - {id: first, step: on-board, consignment: 1, days: {shortest: 1, base: 2, longest: 4}, after: [build]}
    - {id: second, step: on-board, consignment: 2, days: {shortest: 1, base: 2, longest: 4}, after: [first+60]}
";
    std::fs::write(&file, text).unwrap();
    app.import_shipment(&file).unwrap().shipment
}

#[test]
fn a_deadline_of_one_consignment_is_held_by_its_own_departure_not_by_the_last_of_all() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(&folder.path().join("workspace"));
    let shipment = two_vessels(&mut app, folder.path());
    let none = forecast(&mut app, &shipment);
    assert_eq!((none.target, none.chance), (None, None));
    assert_eq!(none.departures.len(), 2);
    assert_eq!(
        none.departures.iter().map(|one| one.consignment).collect::<Vec<_>>(),
        [Some(1), Some(2)]
    );

    // The first vessel: 30 + 2 days is in time, 60 + 4 is not. The last of all leaves long after.
    let first = day("2026-12-31");
    edit(&mut app, &shipment, "first", |edit| edit.deadline = Some(first));
    let one = forecast(&mut app, &shipment);
    let chance = one.chance.unwrap();
    assert!(chance.percent > 10.0 && chance.percent < 90.0, "{chance:?}");
    assert_eq!(of(&one, "first").chance, Some(chance), "nothing else has a date");
    assert_eq!(
        of(&one, "first").target.map(|target| (target.date, target.of)),
        Some((first, TargetOf::Deadline))
    );
    assert_eq!((of(&one, "second").target, of(&one, "second").chance), (None, None));
    assert_eq!(one.target, None, "it is no date for the last of all");

    // Both have one: together they are held at most as often as either.
    edit(&mut app, &shipment, "second", |edit| edit.deadline = Some(day("2027-03-05")));
    let both = forecast(&mut app, &shipment);
    assert_eq!(both.target, None, "there is no one date that speaks for both");
    let together = both.chance.unwrap().met;
    let each = ["first", "second"].map(|id| of(&both, id).chance.unwrap().met);
    assert_eq!(each[0], chance.met);
    assert!(together <= each[0].min(each[1]), "{together} of {each:?}");
    assert!(together > 0);

    // The latest shipment of the contract holds for each of them.
    let mut order = view(&mut app, &shipment).order;
    order.latest_shipment = Some(day("2026-12-20"));
    app.save_order(&SaveOrder { shipment: shipment.clone(), order }).unwrap();
    let contract = forecast(&mut app, &shipment);
    assert_eq!(contract.chance.unwrap().met, 0, "the second is loaded after sixty more days");
    assert_eq!(contract.target.unwrap().of, TargetOf::Contract);
    assert!(
        of(&contract, "first").chance.unwrap().met > of(&contract, "second").chance.unwrap().met
    );
}

#[test]
fn a_date_set_by_hand_for_a_train_is_when_it_leaves_however_long_it_travels() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = open(folder.path());
    let line = sample(&mut app, "case-c-line");
    let worst = of(&forecast(&mut app, &line), "ln-rail-1").worst;
    let late = worst + Days::new(30);
    edit(&mut app, &line, "ln-rail-1", |edit| edit.pinned_start = Some(late));
    let outcome = forecast(&mut app, &line);
    let rail = of(&outcome, "ln-rail-1");
    assert_eq!((rail.best, rail.planned, rail.worst), (late, late, late));
}
