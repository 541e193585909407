//! B5: schedules of 1,000 and 10,000 milestones.

mod input;
mod taskjuggler;

use crate::Outcome;
use crate::measure::{Side, Times, in_turn, timed};
use crate::places::Program;
use crate::results::{Against, Goal, Line, Row};
use input::{LARGE, SMALL};
use readiness::{Network, Planner};
use std::time::Duration;

/// The peer is slow: a few rounds beside it, many of ours alone for the growth.
const ROUNDS: usize = 3;
const OWN_ROUNDS: usize = 101;

/// Runs the row.
pub(crate) fn row() -> Outcome<Row> {
    let networks = [input::network(SMALL)?, input::network(LARGE)?];
    let missing = Program::system("taskjuggler", "tj3")
        .missing()
        .or_else(|| Program::system("taskjuggler", "ruby").missing());
    let mut lines = Vec::new();
    let mut same = Vec::new();
    let ids = ["B5.1000", "B5.10000"];
    for (network, id) in networks.iter().zip(ids) {
        let (ours, against) = match &missing {
            Some(why) => {
                let mut alone: Vec<Side<'_>> = vec![Box::new(|| plan(network))];
                let times = in_turn(OWN_ROUNDS, &mut alone)?.remove(0);
                (times, Against::Missing(why.clone()))
            }
            None => {
                let (ours, theirs) = beside(network)?;
                same.push(format!(
                    "the finish of each of {} milestones is the same day in both schedules.",
                    network.milestones.len()
                ));
                (ours, Against::Times(theirs))
            }
        };
        lines.push(Line {
            id,
            ours: "ids resolved, calendars laid out, forward and backward pass (`Planner::new`, `plan`)",
            times: ours,
            other: "TaskJuggler 3.7, its scheduler alone, parsing not counted",
            against,
            goal: Goal::Faster(1_000.0),
        });
    }
    let growth = {
        let mut sides: Vec<Side<'_>> =
            networks.iter().map(|network| Box::new(|| plan(network)) as Side<'_>).collect();
        in_turn(OWN_ROUNDS, &mut sides)?
    };
    lines.push(Line {
        id: "B5.growth",
        ours: "10,000 milestones",
        times: growth[1].clone(),
        other: "1,000 milestones",
        against: Against::Times(growth[0].clone()),
        goal: Goal::AtMost(10.0),
    });
    Ok(Row {
        title: "B5 – schedules",
        method: vec![
            format!(
                "Networks of {SMALL} and {LARGE} milestones in {} layers, up to three finish-to-start links from the layers before with lags in calendar days; 70 % last some days of a working calendar (Monday to Friday, public holidays of two years), 20 % calendar days, 10 % take no time.",
                input::LAYERS
            ),
            "TaskJuggler: one scenario, one core, no reports; `length` tasks for working days (working hours 0:00–24:00 on weekdays, `leaves holiday`), `duration` tasks for calendar days, `gapduration` for lags, slots of an hour, its default. Ours plans forward and backward and so gives floats too; TaskJuggler schedules forward.".to_owned(),
        ],
        same,
        lines,
        parts: parts(&networks[1])?,
    })
}

fn plan(network: &Network) -> Outcome<Duration> {
    let (took, planned) = timed(|| Planner::new(network).map(|planner| planner.plan(network)));
    planned?;
    Ok(took)
}

/// Both in turn; fails when a finish differs.
fn beside(network: &Network) -> Outcome<(Times, Times)> {
    let planned = Planner::new(network)?.plan(network);
    let peer = taskjuggler::Peer::new(network)?;
    let mut sides: Vec<Side<'_>> =
        vec![Box::new(|| plan(network)), Box::new(|| peer.run(network, &planned))];
    let mut times = in_turn(ROUNDS, &mut sides)?.into_iter();
    match (times.next(), times.next()) {
        (Some(ours), Some(theirs)) => Ok((ours, theirs)),
        _ => Err("a side gave no times".into()),
    }
}

fn parts(network: &Network) -> Outcome<Vec<(String, Times)>> {
    let planner = Planner::new(network)?;
    let mut sides: Vec<Side<'_>> = vec![
        Box::new(|| {
            let (took, planner) = timed(|| Planner::new(network));
            planner?;
            Ok(took)
        }),
        Box::new(|| Ok(timed(|| planner.plan(network)).0)),
    ];
    let times = in_turn(OWN_ROUNDS, &mut sides)?;
    let names = ["10,000 milestones: making ready (`Planner::new`)", "both passes (`plan`)"];
    Ok(names.iter().map(|name| (*name).to_owned()).zip(times).collect())
}
