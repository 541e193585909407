//! Schedules as people draw them up: overlapping work, lags in working days, consignments, what
//! really happened, mistakes; and changing milestones of a shipment that is being judged.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use chrono::NaiveDate;
use readiness::{
    Calendar, Duration, Evaluation, Milestone, MilestoneId, Network, NetworkError, Planner,
    Rulebook, Schedule, Shipment, Text,
};
use std::collections::BTreeMap;
use std::sync::Arc;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn step(id: &str, days: u16, after: &str) -> Milestone {
    Milestone {
        id: id.into(),
        step: id.into(),
        stands_for: Vec::new(),
        title: Text::same(id),
        roles: Vec::new(),
        closes_with: Text::same("record"),
        gate: false,
        consignment: None,
        duration: Duration { shortest: days, base: days, longest: days },
        calendar: None,
        after: after.split_whitespace().map(|link| link.parse().unwrap()).collect(),
        in_origin: false,
        closed: false,
        actual_start: None,
        actual_finish: None,
        pinned_start: None,
        pinned_finish: None,
        deadline: None,
    }
}

fn network(milestones: Vec<Milestone>) -> Network {
    let calendar = Calendar {
        id: "CN".into(),
        title: Text::same("CN"),
        first_year: 2026,
        last_year: 2027,
        off: day("2027-02-05").iter_days().take(6).collect(),
        work: Default::default(),
        quiet: Vec::new(),
        open_point: None,
    };
    Network {
        start: day("2027-02-01"),
        milestones,
        calendars: BTreeMap::from([(calendar.id.clone(), calendar)]),
        origin_calendar: None,
        ..Network::default()
    }
}

fn plan(network: &Network) -> Schedule {
    Planner::new(network).unwrap().plan(network)
}

fn working(mut milestone: Milestone) -> Milestone {
    milestone.calendar = Some("CN".into());
    milestone
}

#[test]
fn work_that_overlaps_starts_after_the_others_start_and_ends_no_earlier_than_its_own_days() {
    let network = network(vec![
        step("mech", 30, ""),
        step("set", 15, "mech(SS)+15"),
        step("elec", 10, "set mech"),
    ]);
    let schedule = plan(&network);
    assert_eq!(schedule.planned_start(1), day("2027-02-16"));
    assert_eq!(schedule.planned_start(2), day("2027-03-03"));
    assert_eq!(schedule.spans[1].total_float(), 0);
    assert_eq!(schedule.spans[0].total_float(), 0);
}

#[test]
fn a_lag_in_working_days_leaves_out_the_lunar_new_year() {
    let network = network(vec![
        step("packing", 2, ""),
        working(step("export", 1, "packing+2w")),
        step("truck", 1, "packing+2"),
    ]);
    let schedule = plan(&network);
    // Packing ends on Tuesday 2 February; two working days later it is Friday the 5th, a holiday.
    assert_eq!(schedule.planned_start(1), day("2027-02-11"));
    assert_eq!(schedule.planned_start(2), day("2027-02-05"));
}

#[test]
fn each_consignment_ends_by_its_own_way_and_the_slowest_is_critical() {
    let mut milestones = vec![
        step("fat", 10, ""),
        step("sea-1", 45, "fat"),
        step("rail-2", 20, "fat+5"),
        step("import-1", 3, "sea-1"),
        step("import-2", 3, "rail-2"),
        step("handover", 0, "import-1 import-2"),
    ];
    for (index, consignment) in [(1, 1), (3, 1), (2, 2), (4, 2)] {
        milestones[index].consignment = Some(consignment);
        milestones[index].gate = milestones[index].id.as_str().starts_with("import");
    }
    let network = network(milestones);
    let evaluation = judged(network);
    let judgement = evaluation.judgement();
    let gates: Vec<_> = judgement.gates.iter().map(|gate| (gate.consignment, gate.date)).collect();
    assert_eq!(gates, [(Some(2), day("2027-03-08")), (Some(1), day("2027-03-28"))]);
    let path: Vec<&str> = judgement.critical_path.iter().map(MilestoneId::as_str).collect();
    assert_eq!(path, ["fat", "sea-1", "import-1", "handover"]);
    assert_eq!(judgement.schedule.spans[2].total_float(), 20);
}

#[test]
fn what_really_happened_wins_over_the_plan() {
    let mut network = network(vec![step("build", 10, ""), step("fat", 5, "build")]);
    network.milestones[0].actual_finish = Some(day("2027-02-20"));
    let schedule = plan(&network);
    assert_eq!(schedule.shown_finish(0), day("2027-02-20"));
    assert_eq!(schedule.planned_start(1), day("2027-02-21"));
    network.milestones[1].actual_start = Some(day("2027-02-18"));
    let schedule = plan(&network);
    assert_eq!(schedule.planned_start(1), day("2027-02-18"), "begun before the other was done");
    assert_eq!(schedule.shown_finish(1), day("2027-02-22"));
}

#[test]
fn a_loop_names_its_milestones_and_only_these() {
    let broken = network(vec![
        step("contract", 0, ""),
        step("a", 1, "contract c"),
        step("b", 1, "a"),
        step("c", 1, "b(SS)+2"),
        step("after", 1, "c"),
    ]);
    let Err(NetworkError::Cycle { mut milestones }) = Planner::new(&broken).map(|_| ()) else {
        panic!("a loop was planned");
    };
    milestones.sort();
    assert_eq!(milestones, ["a", "b", "c"].map(MilestoneId::from));
}

#[test]
fn a_missing_predecessor_and_an_unknown_calendar_are_named() {
    let missing = network(vec![step("fat", 1, "build")]);
    assert_eq!(
        Planner::new(&missing).map(|_| ()).unwrap_err(),
        NetworkError::MissingPredecessor { milestone: "fat".into(), missing: "build".into() }
    );
    let mut unknown = network(vec![step("fat", 1, "")]);
    unknown.milestones[0].calendar = Some("PL".into());
    assert_eq!(
        Planner::new(&unknown).map(|_| ()).unwrap_err(),
        NetworkError::MissingCalendar { milestone: "fat".into(), calendar: "PL".into() }
    );
}

fn judged(network: Network) -> Evaluation {
    let rulebook = Rulebook::new(Vec::new(), Vec::new(), Vec::new()).unwrap();
    let shipment = Shipment { network, ..Shipment::default() };
    Evaluation::new(Arc::new(rulebook), shipment, day("2027-02-10")).unwrap()
}

fn chain() -> Network {
    let mut milestones = vec![
        step("contract", 0, ""),
        working(step("build", 10, "contract")),
        step("fat", 5, "build"),
        step("sea", 40, "fat+2w"),
        step("import", 3, "sea"),
    ];
    milestones[4].gate = true;
    milestones[3].deadline = Some(day("2027-04-05"));
    network(milestones)
}

/// What is done to a milestone.
type Change = fn(&mut Milestone);

#[test]
fn a_changed_milestone_is_judged_as_if_it_had_always_been_so_and_can_be_put_back() {
    let changes: [(usize, Change); 8] = [
        (1, |m| m.duration.base = 30),
        (1, |m| m.duration.base = 3_000),
        (1, |m| m.calendar = None),
        (2, |m| m.actual_finish = Some(day("2027-02-09"))),
        (3, |m| m.pinned_finish = Some(day("2027-03-01"))),
        (3, |m| m.pinned_start = Some(day("2027-03-01"))),
        (3, |m| m.after = vec!["contract(SS)+3".parse().unwrap()]),
        (2, |m| m.gate = true),
    ];
    let mut evaluation = judged(chain());
    let before = evaluation.judgement();
    for (index, change) in changes {
        let mut network = chain();
        change(&mut network.milestones[index]);
        let changed = network.milestones[index].clone();
        let former = evaluation.set_milestones(vec![(index, changed)]).unwrap();
        assert_eq!(evaluation.judgement(), judged(network).judgement(), "milestone {index}");
        evaluation.set_milestones(former).unwrap();
        assert_eq!(evaluation.judgement(), before, "milestone {index} put back");
    }
}

#[test]
fn a_change_that_cannot_be_planned_leaves_everything_as_it_was() {
    let mut evaluation = judged(chain());
    let before = evaluation.judgement();
    let mut looped = chain().milestones[1].clone();
    looped.after.push("import".parse().unwrap());
    assert!(evaluation.set_milestones(vec![(1, looped)]).is_err());
    let mut endless = chain().milestones[1].clone();
    endless.duration.base = 4_000;
    let error = evaluation.set_milestones(vec![(1, endless)]).unwrap_err();
    assert_eq!(error, NetworkError::TooLong { milestone: "build".into() });
    assert_eq!(evaluation.judgement(), before);
}

#[test]
fn a_first_day_set_by_hand_holds_and_the_end_follows_from_the_length() {
    let mut network =
        network(vec![step("pack", 5, ""), step("rail", 20, "pack+2"), step("import", 3, "rail")]);
    network.milestones[1].pinned_start = Some(day("2027-03-01"));
    let schedule = plan(&network);
    assert_eq!(schedule.planned_start(1), day("2027-03-01"));
    assert_eq!(schedule.shown_finish(1), day("2027-03-20"));
    assert_eq!(schedule.planned_start(2), day("2027-03-21"));
    assert_eq!(schedule.spans[1].total_float(), 0, "a train does not wait");
    // What comes before may take its time until then: packed on 26 February, two days on the way.
    assert_eq!(schedule.latest_finish(0), day("2027-02-26"));
    network.milestones[1].duration.base = 30;
    assert_eq!(plan(&network).planned_start(1), day("2027-03-01"), "a longer way arrives later");
    assert_eq!(plan(&network).shown_finish(1), day("2027-03-30"));
    // On a day off of its own calendar nothing leaves: 6 March 2027 is a Saturday.
    network.milestones[1] = working(network.milestones[1].clone());
    network.milestones[1].pinned_start = Some(day("2027-03-06"));
    assert_eq!(plan(&network).planned_start(1), day("2027-03-08"));
}

#[test]
fn a_train_that_leaves_before_the_goods_are_packed_is_a_finding() {
    let mut network = network(vec![step("pack", 5, ""), step("rail", 20, "pack+2")]);
    network.milestones[1].pinned_start = Some(day("2027-02-07"));
    let of = |network: &Network| -> Vec<(readiness::Code, Option<i64>)> {
        let found = judged(network.clone()).judgement().findings;
        let pinned = found.into_iter().filter(|finding| finding.code == readiness::Code::Pinned);
        pinned.map(|finding| (finding.code, finding.slack_days)).collect()
    };
    // Packed at the end of the 5th and two days on the way: ready on the 8th.
    assert_eq!(of(&network), [(readiness::Code::Pinned, Some(-1))]);
    network.milestones[1].pinned_start = Some(day("2027-02-08"));
    assert_eq!(of(&network), []);
}
