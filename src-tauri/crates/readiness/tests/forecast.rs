//! The forecast: best, planned and worst finish, and the chance to meet a date.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use chrono::{Days, NaiveDate};
use readiness::{Calendar, Duration, Focus, Milestone, Network, Planner, Step, Text, forecast};
use std::collections::{BTreeMap, HashMap};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn milestone(id: &str, (shortest, base, longest): (u16, u16, u16), after: &str) -> Milestone {
    Milestone {
        id: id.into(),
        step: Step::from(id),
        stands_for: Vec::new(),
        title: Text::same(id),
        roles: Vec::new(),
        closes_with: Text::default(),
        gate: false,
        consignment: None,
        duration: Duration { shortest, base, longest },
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
    Network { start: day("2026-09-01"), milestones, ..Network::default() }
}

/// Case A's network: id, shortest, base, longest, predecessors.
const MILL_TURN: &[(&str, u16, u16, u16, &str)] = &[
    ("contract", 0, 0, 0, ""),
    ("export-class", 5, 10, 15, "contract"),
    ("production", 60, 90, 150, "contract"),
    ("doc-pack", 25, 40, 60, "contract+20"),
    ("foundation", 45, 60, 75, "contract+30"),
    ("fat", 3, 5, 7, "production"),
    ("booking", 7, 10, 14, "production"),
    ("packing", 3, 5, 7, "fat"),
    ("insurance", 1, 2, 3, "booking"),
    ("co", 1, 2, 3, "packing"),
    ("vgm", 1, 1, 1, "packing"),
    ("inland", 1, 2, 3, "packing booking"),
    ("export-clearance", 1, 2, 3, "inland vgm export-class"),
    ("ens", 1, 1, 2, "packing booking"),
    ("on-board", 1, 4, 7, "export-clearance+1 ens+1 insurance co"),
    ("presentation", 3, 10, 15, "on-board"),
    ("sea", 32, 45, 52, "on-board"),
    ("import-clearance", 2, 3, 5, "sea presentation+7 doc-pack"),
    ("delivery", 2, 3, 4, "import-clearance"),
    ("install", 7, 10, 14, "delivery foundation+28"),
    ("sat", 3, 5, 7, "install"),
    ("training", 3, 4, 5, "install"),
    ("handover", 0, 0, 0, "sat training"),
];

fn mill_turn() -> Network {
    network(
        MILL_TURN
            .iter()
            .map(|(id, shortest, base, longest, after)| {
                milestone(id, (*shortest, *base, *longest), after)
            })
            .collect(),
    )
}

/// The finish of a milestone by enumerating its predecessors, written without the planner.
fn longest_path(id: &str, pick: fn(&(&str, u16, u16, u16, &str)) -> u16) -> u64 {
    let row = MILL_TURN.iter().find(|row| row.0 == id).unwrap();
    let before = row.4.split_whitespace().map(|link| {
        let (from, lag) = link.split_once('+').unwrap_or((link, "0"));
        longest_path(from, pick) + lag.parse::<u64>().unwrap()
    });
    before.max().unwrap_or(0) + u64::from(pick(row))
}

fn position(network: &Network, id: &str) -> usize {
    network.milestones.iter().position(|m| m.id.as_str() == id).unwrap()
}

fn focus(network: &Network, id: &str, target: Option<NaiveDate>) -> Focus {
    let index = position(network, id);
    let targets = target.into_iter().map(|date| (index, date)).collect();
    Focus { milestones: vec![index], starts: false, targets }
}

#[test]
fn case_a_finishes_at_best_as_planned_and_at_worst_as_its_longest_paths_say() {
    let network = mill_turn();
    let found = forecast(&network, &[], network.start, 1, 1).unwrap();
    for (index, row) in MILL_TURN.iter().enumerate() {
        let shown = |pick: fn(&(&str, u16, u16, u16, &str)) -> u16| {
            let finish = longest_path(row.0, pick);
            network.start + Days::new(if pick(row) > 0 { finish - 1 } else { finish })
        };
        let range = found.ranges[index];
        assert_eq!(range.best, shown(|row| row.1), "{} at best", row.0);
        assert_eq!(range.planned, shown(|row| row.2), "{} as planned", row.0);
        assert_eq!(range.worst, shown(|row| row.3), "{} at worst", row.0);
    }
    // The figures of the worked case: hand-over 175 days after the start.
    assert_eq!(longest_path("handover", |row| row.2), 175);
    assert_eq!(found.ranges[position(&network, "handover")].planned, day("2027-02-23"));
    // 60 + 7 (booking) + 1 + 1 + 1 (lag) + 1 + 32 + 2 + 2 + 7 + 3. The foundation, cured on day
    // 103, is ready before the machine is delivered on day 107.
    assert_eq!(longest_path("handover", |row| row.1), 117);
    assert_eq!(found.ranges[position(&network, "handover")].best, day("2026-12-27"));
}

#[test]
fn every_run_lies_between_best_and_worst() {
    let network = mill_turn();
    let all: Vec<Focus> = MILL_TURN.iter().map(|row| focus(&network, row.0, None)).collect();
    let found = forecast(&network, &all, network.start, 5, 500).unwrap();
    for (outcome, range) in found.outcomes.iter().zip(&found.ranges) {
        assert_eq!(outcome.range, *range);
        let (first, last) = (outcome.bars.first().unwrap(), outcome.bars.last().unwrap());
        assert!(range.best <= first.from && outcome.quantiles[3] <= range.worst);
        assert!(last.from <= range.worst);
        assert_eq!(outcome.bars.iter().map(|bar| bar.runs).sum::<u32>(), 500);
        assert!(outcome.quantiles.is_sorted());
    }
}

#[test]
fn durations_without_a_range_leave_no_doubt() {
    let mut network = mill_turn();
    for milestone in &mut network.milestones {
        let base = milestone.duration.base;
        milestone.duration = Duration { shortest: base, base, longest: base };
    }
    let planned = day("2027-02-23");
    let chance = |target: NaiveDate| {
        let found =
            forecast(&network, &[focus(&network, "handover", Some(target))], network.start, 3, 300);
        found.unwrap().outcomes.remove(0)
    };
    assert_eq!(chance(planned).met, Some(300));
    assert_eq!(chance(planned.pred_opt().unwrap()).met, Some(0));
    assert_eq!(chance(planned).quantiles, [planned; 4]);
    assert_eq!(chance(planned).bars.len(), 1);
    for decider in chance(planned).deciders {
        assert_eq!((decider.critical, decider.correlation), (300, 0.0));
    }
}

#[test]
fn a_later_date_is_never_less_likely() {
    let network = mill_turn();
    let dates: Vec<NaiveDate> = day("2026-12-20").iter_days().take(150).collect();
    let foci: Vec<Focus> =
        dates.iter().map(|date| focus(&network, "handover", Some(*date))).collect();
    let met: Vec<u32> = forecast(&network, &foci, network.start, 9, 400)
        .unwrap()
        .outcomes
        .iter()
        .map(|outcome| outcome.met.unwrap())
        .collect();
    assert!(met.is_sorted(), "{met:?}");
    assert_eq!((met[0], *met.last().unwrap()), (0, 400), "from impossible to certain");
    assert!(met.iter().any(|met| (1..400).contains(met)));
}

#[test]
fn two_milestones_in_a_row_have_the_chance_that_can_be_worked_out_by_hand() {
    // 1 to 3 days, mostly 2: chances 1/8, 3/4, 1/8. Both together in 4 days or less:
    // 1/64 + 2·(1/8·3/4) + (3/4·3/4 + 2·1/64) = 51/64.
    let network = network(vec![milestone("a", (1, 2, 3), ""), milestone("b", (1, 2, 3), "a")]);
    let runs = 10_000;
    let fourth = day("2026-09-04");
    let found =
        forecast(&network, &[focus(&network, "b", Some(fourth))], network.start, 11, runs).unwrap();
    let met = f64::from(found.outcomes[0].met.unwrap()) / f64::from(runs);
    let chance = 51.0 / 64.0;
    // Four standard deviations: a right program fails once in 15,000 seeds, and this one is fixed.
    let tolerance = 4.0 * (chance * (1.0 - chance) / f64::from(runs)).sqrt();
    assert!((met - chance).abs() < tolerance, "{met} against {chance} ± {tolerance}");
    // Two equal parts of a sum: each correlates with it by 1/√2.
    for decider in &found.outcomes[0].deciders {
        assert_eq!(decider.critical, runs);
        assert!((decider.correlation - 0.5f64.sqrt()).abs() < 0.05, "{decider:?}");
    }
}

#[test]
fn a_lopsided_range_is_drawn_as_its_triangle_says() {
    // 2 to 10 days, mostly 4. Within 6 days: up to 6.5, that is 1 − 3.5²/(8·6).
    let network = network(vec![milestone("a", (2, 4, 10), "")]);
    let runs = 10_000;
    let found = forecast(
        &network,
        &[focus(&network, "a", Some(day("2026-09-06")))],
        network.start,
        4,
        runs,
    )
    .unwrap();
    let met = f64::from(found.outcomes[0].met.unwrap()) / f64::from(runs);
    let chance = 1.0 - 3.5 * 3.5 / 48.0;
    let tolerance = 4.0 * (chance * (1.0 - chance) / f64::from(runs)).sqrt();
    assert!((met - chance).abs() < tolerance, "{met} against {chance} ± {tolerance}");
}

#[test]
fn the_same_seed_gives_the_same_figures_whatever_the_order_of_the_milestones() {
    let network = mill_turn();
    let target = Some(day("2027-02-23"));
    let of = |network: &Network, seed| {
        let found =
            forecast(network, &[focus(network, "handover", target)], network.start, seed, 600)
                .unwrap();
        let outcome = found.outcomes[0].clone();
        let deciders: BTreeMap<String, (u32, u64)> = outcome
            .deciders
            .iter()
            .map(|decider| {
                let id = network.milestones[decider.milestone].id.to_string();
                (id, (decider.critical, decider.correlation.to_bits()))
            })
            .collect();
        (outcome.met, outcome.quantiles, outcome.bars, deciders)
    };
    let first = of(&network, 7);
    assert_eq!(of(&network, 7), first, "again");
    let mut turned = network.clone();
    turned.milestones.reverse();
    turned.milestones.swap(3, 11);
    assert_eq!(of(&turned, 7), first, "in another order");
    assert_ne!(of(&network, 8), first, "another seed gives other figures");
}

#[test]
fn more_runs_go_on_from_the_first_ones() {
    // Half the draws of a longer forecast are those of the shorter one: its histogram holds it.
    let network = network(vec![milestone("a", (1, 15, 30), "")]);
    let of = |runs| {
        let found =
            forecast(&network, &[focus(&network, "a", None)], network.start, 2, runs).unwrap();
        found.outcomes[0].bars.iter().map(|bar| (bar.from, bar.runs)).collect::<HashMap<_, _>>()
    };
    let (short, long) = (of(200), of(400));
    for (day, runs) in short {
        assert!(long[&day] >= runs);
    }
}

#[test]
fn what_is_done_keeps_its_dates_and_decides_nothing() {
    let mut network = mill_turn();
    let production = position(&network, "production");
    network.milestones[production].actual_start = Some(day("2026-09-01"));
    network.milestones[production].actual_finish = Some(day("2026-11-20"));
    let found =
        forecast(&network, &[focus(&network, "handover", None)], network.start, 1, 300).unwrap();
    let range = found.ranges[production];
    assert_eq!(range.best, day("2026-11-20"));
    assert_eq!(range.worst, day("2026-11-20"));
    assert!(found.outcomes[0].deciders.iter().all(|decider| decider.milestone != production));
    let sea = position(&network, "sea");
    let decider = found.outcomes[0].deciders.iter().find(|decider| decider.milestone == sea);
    assert_eq!(decider.unwrap().critical, 300, "nothing runs beside the sea leg for so long");
}

#[test]
fn a_date_set_by_hand_is_not_beaten_and_is_missed_when_the_predecessors_are_late() {
    let mut network =
        network(vec![milestone("a", (5, 10, 20), ""), milestone("b", (2, 2, 2), "a")]);
    let vessel = day("2026-09-14");
    network.milestones[1].pinned_finish = Some(vessel);
    let found =
        forecast(&network, &[focus(&network, "b", Some(vessel))], network.start, 6, 1_000).unwrap();
    let outcome = &found.outcomes[0];
    // 5 + 2 days would be over on the 7th, 20 + 2 days on the 22nd.
    assert_eq!(outcome.range.best, vessel);
    assert_eq!(outcome.range.planned, vessel);
    assert_eq!(outcome.range.worst, day("2026-09-22"));
    let met = outcome.met.unwrap();
    assert!((1..1_000).contains(&met));
    // Only where the vessel is missed does the predecessor decide; on the very day both do.
    let first = outcome.deciders.iter().find(|decider| decider.milestone == 0).unwrap();
    assert!(first.critical >= 1_000 - met && first.critical < 1_000);
}

#[test]
fn a_base_outside_its_range_widens_it() {
    let network = network(vec![milestone("a", (5, 30, 10), "")]);
    let range = forecast(&network, &[], network.start, 1, 1).unwrap().ranges[0];
    assert_eq!(range.best, day("2026-09-05"));
    assert_eq!(range.planned, day("2026-09-30"));
    assert_eq!(range.worst, day("2026-09-30"));
}

#[test]
fn working_days_and_holidays_count_in_every_run() {
    let mut network = network(vec![milestone("a", (5, 10, 15), "")]);
    network.start = day("2026-09-28");
    network.milestones[0].calendar = Some("CN".into());
    let off = day("2026-10-01").iter_days().take(7).collect();
    network.calendars.insert(
        "CN".into(),
        Calendar {
            id: "CN".into(),
            title: Text::same("CN"),
            first_year: 2026,
            last_year: 2027,
            off,
            work: Default::default(),
            quiet: Vec::new(),
            open_point: None,
        },
    );
    let found = forecast(&network, &[focus(&network, "a", None)], network.start, 1, 200).unwrap();
    let range = found.ranges[0];
    // Monday to Wednesday, then from Thursday the 8th on, weekends off.
    assert_eq!(range.best, day("2026-10-09"));
    assert_eq!(range.planned, day("2026-10-16"));
    assert_eq!(range.worst, day("2026-10-23"));
    let plan = Planner::new(&network).unwrap().plan(&network);
    assert_eq!(range.planned, plan.shown_finish(0));
    let weekend = |date: NaiveDate| {
        matches!(chrono::Datelike::weekday(&date), chrono::Weekday::Sat | chrono::Weekday::Sun)
    };
    for bar in &found.outcomes[0].bars {
        assert!(bar.runs == 0 || !weekend(bar.from), "{bar:?}");
    }
}

#[test]
fn what_never_delays_the_end_never_decides() {
    let network = network(vec![
        milestone("long", (50, 60, 70), ""),
        milestone("short", (1, 5, 9), ""),
        milestone("end", (0, 0, 0), "long short"),
    ]);
    let found = forecast(&network, &[focus(&network, "end", None)], network.start, 1, 500).unwrap();
    let deciders = &found.outcomes[0].deciders;
    let ids: Vec<usize> = deciders.iter().map(|decider| decider.milestone).collect();
    assert_eq!(ids, [0, 2]);
    assert!(deciders[0].correlation > 0.999, "{deciders:?}");
}

#[test]
fn each_milestone_is_held_to_its_own_date_and_all_of_them_together() {
    // Independent of each other: 1 to 3 days, mostly 2. Two days or less: 7/8 each, 49/64 together.
    let network = network(vec![milestone("a", (1, 2, 3), ""), milestone("b", (1, 2, 3), "")]);
    let runs = 10_000;
    let date = day("2026-09-02");
    let of = |targets: Vec<(usize, NaiveDate)>| {
        let focus = Focus { milestones: vec![0, 1], starts: false, targets };
        let found = forecast(&network, &[focus], network.start, 5, runs).unwrap();
        found.outcomes[0].met.map(|met| f64::from(met) / f64::from(runs))
    };
    assert_eq!(of(Vec::new()), None);
    for (targets, chance) in [
        (vec![(0, date)], 7.0 / 8.0),
        (vec![(0, date), (1, date)], 49.0 / 64.0),
        (vec![(0, date), (1, day("2026-09-03"))], 7.0 / 8.0),
        (vec![(0, day("2026-08-31")), (1, date)], 0.0),
    ] {
        let met = of(targets.clone()).unwrap();
        let tolerance = 4.0 * (chance * (1.0 - chance) / f64::from(runs)).sqrt();
        assert!((met - chance).abs() <= tolerance, "{targets:?}: {met} against {chance}");
    }
}

#[test]
fn what_has_not_left_by_today_did_not_leave_before_it() {
    let network = network(vec![milestone("rail", (9, 9, 9), "")]);
    let today = day("2026-10-01");
    let focus = Focus { milestones: vec![0], starts: true, targets: vec![(0, day("2026-09-30"))] };
    let found = forecast(&network, &[focus], today, 1, 10).unwrap();
    assert_eq!(found.outcomes[0].range.best, today);
    assert_eq!(found.outcomes[0].met, Some(0));
}
