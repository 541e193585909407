//! `TaskJuggler`: the same network as a project file, scheduled by its own library.

use crate::Outcome;
use crate::process;
use chrono::{Datelike, NaiveDate};
use readiness::{Network, Schedule};
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

const SECONDS_A_DAY: i64 = 86_400;

/// A project file ready to be scheduled.
pub(crate) struct Peer {
    project: PathBuf,
    script: PathBuf,
}

impl Peer {
    pub(crate) fn new(network: &Network) -> Outcome<Self> {
        let count = network.milestones.len();
        let path = crate::places::inputs()?.join(format!("schedule-{count}.tjp"));
        fs::write(&path, project(network)?)?;
        Ok(Self { project: path, script: crate::places::bench().join("peers/taskjuggler.rb") })
    }

    /// Schedules once and compares every finish; the time of the scheduler alone.
    pub(crate) fn run(&self, network: &Network, planned: &Schedule) -> Outcome<Duration> {
        let said = process::output(Command::new("ruby").arg(&self.script).arg(&self.project))?;
        let mut lines = said.lines();
        let took = lines.next().ok_or("TaskJuggler said nothing")?.parse()?;
        let mut seen = 0;
        for (line, (position, milestone)) in lines.zip(network.milestones.iter().enumerate()) {
            let finish = planned.date(planned.spans[position].ef);
            let (id, seconds) = line.split_once(' ').ok_or("TaskJuggler's line has no time")?;
            let theirs = seconds.parse::<i64>()?;
            if id != milestone.id.as_str() || theirs != epoch(finish) {
                return Err(format!(
                    "{}: ours ends by {finish}, TaskJuggler says {line}",
                    milestone.id
                )
                .into());
            }
            seen += 1;
        }
        if seen != network.milestones.len() {
            return Err(format!("TaskJuggler gave {seen} milestones").into());
        }
        Ok(Duration::from_nanos(took))
    }
}

fn epoch(day: NaiveDate) -> i64 {
    let first = NaiveDate::from_ymd_opt(1970, 1, 1).unwrap_or_default();
    i64::from(day.num_days_from_ce() - first.num_days_from_ce()) * SECONDS_A_DAY
}

fn project(network: &Network) -> Outcome<String> {
    let mut out = String::new();
    writeln!(out, "project bench \"Bench\" {} +4y {{", network.start)?;
    writeln!(out, "  workinghours mon - fri 0:00 - 24:00")?;
    writeln!(out, "  workinghours sat, sun off")?;
    writeln!(out, "  dailyworkinghours 24\n  yearlyworkingdays 260\n}}")?;
    for calendar in network.calendars.values() {
        for day in &calendar.off {
            writeln!(out, "leaves holiday \"Holiday\" {day}")?;
        }
    }
    for milestone in &network.milestones {
        let id = &milestone.id;
        write!(out, "task {id} \"{id}\" {{")?;
        if milestone.after.is_empty() {
            write!(out, " start {}", network.start)?;
        } else {
            let links: Vec<String> = milestone
                .after
                .iter()
                .map(|link| match link.lag {
                    0 => link.from.to_string(),
                    lag => format!("{} {{ gapduration {lag}d }}", link.from),
                })
                .collect();
            write!(out, " depends {}", links.join(", "))?;
        }
        match (milestone.duration.base, &milestone.calendar) {
            (0, _) => writeln!(out, " milestone }}")?,
            (days, Some(_)) => writeln!(out, " length {days}d }}")?,
            (days, None) => writeln!(out, " duration {days}d }}")?,
        }
    }
    Ok(out)
}
