//! Large random networks, planned by the engine and by another way of reckoning: a list of edges,
//! relaxed until nothing moves, and days counted one by one.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use chrono::{Datelike, Days, NaiveDate, Weekday};
use readiness::{Calendar, Duration, Link, LinkKind, Milestone, Network, Planner, Text};
use std::collections::{BTreeMap, BTreeSet};

const COUNT: usize = 10_000;
const LAYERS: usize = 40;

/// A small generator with a seed (SplitMix64), so that a failure can be repeated.
struct Seeded(u64);

impl Seeded {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(limit).unwrap()).unwrap()
    }
}

fn start() -> NaiveDate {
    "2026-11-24".parse().unwrap()
}

fn calendar() -> Calendar {
    let first: NaiveDate = "2027-02-05".parse().unwrap();
    Calendar {
        id: "works".into(),
        title: Text::same("Works"),
        first_year: 2026,
        last_year: 2027,
        off: first.iter_days().take(6).collect(),
        work: BTreeSet::from(["2027-02-14".parse().unwrap(), "2026-12-05".parse().unwrap()]),
        quiet: Vec::new(),
        open_point: None,
    }
}

fn milestone(name: usize, days: u16, works: bool, after: Vec<Link>) -> Milestone {
    Milestone {
        id: format!("m{name}").as_str().into(),
        step: "own".into(),
        stands_for: Vec::new(),
        title: Text::same("m"),
        roles: Vec::new(),
        closes_with: Text::same("record"),
        gate: false,
        consignment: None,
        duration: Duration { shortest: days, base: days, longest: days },
        calendar: works.then(|| "works".into()),
        after,
        in_origin: false,
        closed: false,
        actual_start: None,
        actual_finish: None,
        pinned_start: None,
        pinned_finish: None,
        deadline: None,
    }
}

/// Milestones in layers, up to three links each from the layers before, shuffled so that the order
/// of the list says nothing about the order in time. `works`: some count working days.
fn network(seed: u64, works: bool) -> Network {
    let mut seed = Seeded(seed);
    let width = COUNT / LAYERS;
    let mut milestones: Vec<Milestone> = (0..COUNT)
        .map(|name| {
            let layer = name / width;
            let mut after = Vec::new();
            for _ in 0..if layer == 0 { 0 } else { 1 + seed.below(3) } {
                let back = 1 + seed.below(layer.min(3));
                let from = (layer - back) * width + seed.below(width);
                let kind = if seed.below(3) == 0 {
                    LinkKind::StartToStart
                } else {
                    LinkKind::FinishToStart
                };
                let lag = u16::try_from(seed.below(6)).unwrap();
                let working = works && seed.below(3) == 0;
                after.push(Link { from: format!("m{from}").as_str().into(), kind, lag, working });
            }
            let days = u16::try_from(seed.below(12)).unwrap();
            milestone(name, days, works && seed.below(2) == 0, after)
        })
        .collect();
    for index in (1..milestones.len()).rev() {
        milestones.swap(index, seed.below(index + 1));
    }
    let calendar = calendar();
    Network {
        start: start(),
        milestones,
        calendars: BTreeMap::from([(calendar.id.clone(), calendar)]),
        origin_calendar: None,
        ..Network::default()
    }
}

/// One dependency: from, to, start-to-start, lag, lag in working days.
type Edge = (usize, usize, bool, i32, bool);

fn edges(network: &Network) -> Vec<Edge> {
    let at: BTreeMap<&str, usize> =
        network.milestones.iter().enumerate().map(|(i, m)| (m.id.as_str(), i)).collect();
    network
        .milestones
        .iter()
        .enumerate()
        .flat_map(|(to, milestone)| milestone.after.iter().map(move |link| (to, link)))
        .map(|(to, link)| {
            let from = at[link.from.as_str()];
            let start_to_start = link.kind == LinkKind::StartToStart;
            let counts = network.milestones[to].calendar.is_some()
                || network.milestones[from].calendar.is_some();
            (from, to, start_to_start, i32::from(link.lag), link.working && counts)
        })
        .collect()
}

/// Whether people work on a day, said again in other words than the engine's.
fn open(calendar: &Calendar, day: i32) -> bool {
    let date = start() + Days::new(u64::try_from(day).unwrap());
    let weekend = date.weekday() == Weekday::Sat || date.weekday() == Weekday::Sun;
    calendar.work.contains(&date) || !(weekend || calendar.off.contains(&date))
}

/// The day after `count` working days, counted one by one.
fn worked(calendar: &Calendar, mut day: i32, count: i32) -> i32 {
    let mut left = count;
    while left > 0 {
        if open(calendar, day) {
            left -= 1;
        }
        day += 1;
    }
    day
}

/// Earliest start and finish of all: every edge pushes its successor back until nothing moves.
fn earliest(network: &Network) -> Vec<(i32, i32)> {
    let calendar = &network.calendars["works"];
    let place = |index: usize, mut day: i32| {
        let milestone = &network.milestones[index];
        let days = i32::from(milestone.duration.base);
        if milestone.calendar.is_none() {
            return (day, day + days);
        }
        while days > 0 && !open(calendar, day) {
            day += 1;
        }
        (day, worked(calendar, day, days))
    };
    let edges = edges(network);
    let mut spans: Vec<(i32, i32)> =
        (0..network.milestones.len()).map(|index| place(index, 0)).collect();
    loop {
        let mut moved = false;
        for &(from, to, start_to_start, lag, working) in &edges {
            let anchor = if start_to_start { spans[from].0 } else { spans[from].1 };
            let day = if working { worked(calendar, anchor, lag) } else { anchor + lag };
            if day > spans[to].0 {
                let placed = place(to, day);
                moved |= placed != spans[to];
                spans[to] = placed;
            }
        }
        if !moved {
            return spans;
        }
    }
}

/// Latest starts in calendar days: every edge pulls its predecessor forward until nothing moves.
fn latest(network: &Network, end: i32) -> Vec<i32> {
    let days = |index: usize| i32::from(network.milestones[index].duration.base);
    let edges = edges(network);
    let mut starts: Vec<i32> =
        (0..network.milestones.len()).map(|index| end - days(index)).collect();
    loop {
        let mut moved = false;
        for &(from, to, start_to_start, lag, _) in &edges {
            let by = starts[to] - lag - if start_to_start { 0 } else { days(from) };
            if by < starts[from] {
                starts[from] = by;
                moved = true;
            }
        }
        if !moved {
            return starts;
        }
    }
}

#[test]
fn ten_thousand_milestones_in_calendar_days_have_the_same_four_dates() {
    for seed in [1, 2026, 0xc0ffee] {
        let network = network(seed, false);
        let schedule = Planner::new(&network).unwrap().plan(&network);
        let early = earliest(&network);
        let end = early.iter().map(|(_, finish)| *finish).max().unwrap();
        assert_eq!(schedule.end, end, "seed {seed}");
        let late = latest(&network, end);
        for (index, span) in schedule.spans.iter().enumerate() {
            let id = &network.milestones[index].id;
            let length = i32::from(network.milestones[index].duration.base);
            assert_eq!((span.es, span.ef), early[index], "{id}, seed {seed}");
            assert_eq!(
                (span.ls, span.lf),
                (late[index], late[index] + length),
                "{id}, seed {seed}"
            );
        }
    }
}

#[test]
fn ten_thousand_milestones_in_working_days_start_and_finish_on_the_same_days() {
    let network = network(7, true);
    let planner = Planner::new(&network).unwrap();
    let schedule = planner.plan(&network);
    let early = earliest(&network);
    for (index, span) in schedule.spans.iter().enumerate() {
        let id = &network.milestones[index].id;
        assert_eq!((span.es, span.ef), early[index], "{id}");
        assert!(span.ls >= span.es, "{id} has no negative float where nothing is set by hand");
    }
    let path = planner.critical_path(&schedule);
    assert_eq!(schedule.spans[*path.last().unwrap()].ef, schedule.end);
}
