//! Networks generated from one seed.

use crate::Outcome;
use crate::random::Seeded;
use chrono::NaiveDate;
use readiness::{Calendar, Duration, Link, LinkKind, Milestone, Network, Text};
use std::collections::BTreeMap;

pub(crate) const SMALL: usize = 1_000;
pub(crate) const LARGE: usize = 10_000;
/// The same for both, so that the large one is wider and not longer.
pub(crate) const LAYERS: usize = 25;

const HOLIDAYS: [(i32, u32, u32, u32); 8] = [
    (2027, 1, 1, 1),
    (2027, 2, 5, 6),
    (2027, 4, 5, 1),
    (2027, 5, 1, 4),
    (2027, 6, 9, 1),
    (2027, 9, 15, 1),
    (2027, 10, 1, 5),
    (2028, 1, 1, 1),
];

pub(crate) fn network(count: usize) -> Outcome<Network> {
    let mut seed = Seeded::new(0x0b5);
    let start = NaiveDate::from_ymd_opt(2026, 11, 2).ok_or("no such day")?;
    let width = count / LAYERS;
    let milestones = (0..count).map(|number| milestone(number, width, &mut seed)).collect();
    let calendar = calendar();
    Ok(Network {
        start,
        milestones,
        calendars: BTreeMap::from([(calendar.id.clone(), calendar)]),
        origin_calendar: None,
        ..Network::default()
    })
}

fn calendar() -> Calendar {
    let off = HOLIDAYS
        .iter()
        .filter_map(|(year, month, day, length)| {
            let first = NaiveDate::from_ymd_opt(*year, *month, *day)?;
            Some(first.iter_days().take(usize::try_from(*length).unwrap_or(0)))
        })
        .flatten()
        .collect();
    Calendar {
        id: "works".into(),
        title: Text::same("Works"),
        first_year: 2026,
        last_year: 2028,
        off,
        work: Default::default(),
        quiet: Vec::new(),
        open_point: None,
    }
}

fn milestone(number: usize, width: usize, seed: &mut Seeded) -> Milestone {
    let layer = number / width;
    let mut before: Vec<usize> = Vec::new();
    if layer > 0 {
        for _ in 0..1 + seed.below(3) {
            // Mostly from the layer just before, sometimes from further back.
            let from = layer - 1 - if seed.chance(20) { seed.below(layer.min(3)) } else { 0 };
            before.push(from * width + seed.below(width));
        }
        before.sort_unstable();
        before.dedup();
    }
    let kind = seed.weighted(&[70, 20, 10]);
    let days = if kind == 2 { 0 } else { u16::try_from(seed.between(1, 9)).unwrap_or(1) };
    let after = before
        .into_iter()
        .map(|from| Link {
            from: name(from).as_str().into(),
            kind: LinkKind::FinishToStart,
            lag: if seed.chance(40) { u16::try_from(seed.between(1, 4)).unwrap_or(0) } else { 0 },
            working: false,
        })
        .collect();
    Milestone {
        id: name(number).as_str().into(),
        step: name(number).as_str().into(),
        stands_for: Vec::new(),
        title: Text::same(name(number)),
        roles: Vec::new(),
        closes_with: Text::same("closed"),
        gate: false,
        consignment: None,
        duration: Duration { shortest: days, base: days, longest: days },
        calendar: (kind == 0).then(|| "works".into()),
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

fn name(number: usize) -> String {
    format!("t{number:05}")
}
