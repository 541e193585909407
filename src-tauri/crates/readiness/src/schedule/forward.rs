//! Planning forward only, with durations given: what the forecast does thousands of times.

use super::{Edge, Planner, Span};
use crate::Network;
use crate::calendar::number_of;
use crate::network::LinkKind;
use chrono::NaiveDate;

/// Start and finish of one milestone in one run, as day numbers from the network's start.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Days {
    /// Start.
    pub(crate) es: i32,
    /// Finish, exclusive.
    pub(crate) ef: i32,
}

impl Days {
    /// The day on which it is shown to finish.
    pub(crate) fn shown_finish(self) -> i32 {
        if self.ef > self.es { self.ef - 1 } else { self.ef }
    }
}

/// How a milestone comes by its dates in a forecast.
#[derive(Clone, Copy, Debug)]
enum Course {
    /// Done: it keeps the dates it has in the plan.
    Done(Days),
    /// Begun on this day; over on the one set by hand, where there is one.
    Begun(i32, Option<i32>),
    /// Begins not before this day, set by hand; later where its predecessors finish late. Over on
    /// the last day set by hand at the earliest, where there is one.
    Leaves(i32, Option<i32>),
    /// Not before this shown finish, set by hand; later where its predecessors finish late.
    NotBefore(i32),
    /// Open.
    Open,
}

/// A network made ready for planning forward again and again.
pub(crate) struct Forward<'a> {
    planner: &'a Planner,
    courses: Vec<Course>,
    /// Today, as a day number from the start.
    today: i32,
}

impl<'a> Forward<'a> {
    /// `planned` are the spans of the plan with the network's own durations: what is done keeps
    /// its dates of there.
    pub(crate) fn new(
        planner: &'a Planner,
        network: &Network,
        planned: &[Span],
        today: NaiveDate,
    ) -> Self {
        let start = number_of(planner.start);
        let courses = network.milestones.iter().zip(planned).map(|(milestone, span)| {
            if milestone.closed || milestone.actual_finish.is_some() {
                Course::Done(Days { es: span.es, ef: span.ef })
            } else if let Some(begun) = milestone.actual_start {
                let pinned = milestone.pinned_finish.map(|finish| number_of(finish) - start);
                Course::Begun(number_of(begun) - start, pinned)
            } else if let Some(leaves) = milestone.pinned_start {
                let pinned = milestone.pinned_finish.map(|finish| number_of(finish) - start);
                Course::Leaves(number_of(leaves) - start, pinned)
            } else if let Some(finish) = milestone.pinned_finish {
                Course::NotBefore(number_of(finish) - start)
            } else {
                Course::Open
            }
        });
        Self { planner, courses: courses.collect(), today: number_of(today) - start }
    }

    /// Whether a milestone's duration still matters.
    pub(crate) fn is_open(&self, index: usize) -> bool {
        !matches!(self.courses[index], Course::Done(_))
    }

    /// Plans with these durations, in days of each milestone's calendar.
    pub(crate) fn plan(&self, durations: &[i32], days: &mut [Days]) {
        for &index in &self.planner.order {
            let duration = durations[index];
            days[index] = match self.courses[index] {
                Course::Done(done) => done,
                Course::Begun(es, None) => Days { es, ef: self.finish(index, es, duration) },
                Course::Begun(es, Some(pinned)) => {
                    Days { es, ef: (pinned + i32::from(duration > 0)).max(es) }
                }
                Course::Leaves(leaves, pinned) => {
                    let early = self.early(index, days).max(leaves);
                    let free = self.from(index, early, duration);
                    let by_hand = pinned.map_or(i32::MIN, |day| day + i32::from(duration > 0));
                    Days { es: free.es, ef: free.ef.max(by_hand) }
                }
                Course::NotBefore(finish) => {
                    let free = self.free(index, duration, days);
                    let ef = if duration == 0 { finish } else { finish + 1 };
                    if ef > free.ef {
                        Days { es: self.begin(index, ef, duration), ef }
                    } else {
                        free
                    }
                }
                Course::Open => self.free(index, duration, days),
            };
            // What is not over cannot have been over before today.
            if !matches!(self.courses[index], Course::Done(_)) {
                let earliest = self.today + i32::from(duration > 0);
                days[index].ef = days[index].ef.max(earliest);
            }
        }
    }

    /// Marks the milestones that decide when the ones in `from` finish: going back from them over
    /// the links that set each start.
    pub(crate) fn drivers(
        &self,
        from: &[usize],
        durations: &[i32],
        days: &[Days],
        marked: &mut [bool],
    ) {
        marked.fill(false);
        let mut open = from.to_vec();
        while let Some(index) = open.pop() {
            let goes_on = match self.courses[index] {
                Course::Done(_) => continue,
                Course::Begun(..) => false,
                // Where the date set by hand is the later one, nothing before it decides.
                Course::NotBefore(_)
                    if self.free(index, durations[index], days).ef < days[index].ef =>
                {
                    continue;
                }
                Course::NotBefore(_) | Course::Leaves(..) | Course::Open => true,
            };
            if std::mem::replace(&mut marked[index], true) || !goes_on {
                continue;
            }
            open.extend(self.waits_for(index, days));
        }
    }

    /// The milestones that set the start of one; none where a day set by hand does.
    pub(crate) fn waits_for(&self, index: usize, days: &[Days]) -> Vec<usize> {
        let early = self.early(index, days);
        if matches!(self.courses[index], Course::Leaves(leaves, _) if leaves > early) {
            return Vec::new();
        }
        let edges = self.planner.before[index].iter();
        edges.filter(|edge| self.reached(edge, days) == early).map(|edge| edge.other).collect()
    }

    fn early(&self, index: usize, days: &[Days]) -> i32 {
        self.planner.before[index].iter().map(|edge| self.reached(edge, days)).max().unwrap_or(0)
    }

    fn reached(&self, edge: &Edge, days: &[Days]) -> i32 {
        let from = days[edge.other];
        let anchor = match edge.kind {
            LinkKind::FinishToStart => from.ef,
            LinkKind::StartToStart => from.es,
        };
        self.planner.forward(anchor, edge)
    }

    /// As its predecessors allow.
    fn free(&self, index: usize, duration: i32, days: &[Days]) -> Days {
        self.from(index, self.early(index, days), duration)
    }

    /// Begun on this day or on the next that its calendar works.
    fn from(&self, index: usize, early: i32, duration: i32) -> Days {
        let es = match self.planner.table(index) {
            Some(table) if duration > 0 => {
                table.on_or_after(self.planner.absolute(early)) - self.planner.absolute(0)
            }
            _ => early,
        };
        Days { es, ef: self.finish(index, es, duration) }
    }

    /// The day a milestone begins; what has not begun does not begin before today.
    pub(crate) fn begins(&self, index: usize, days: Days) -> i32 {
        match self.courses[index] {
            Course::Done(_) | Course::Begun(..) => days.es,
            Course::Open | Course::NotBefore(_) | Course::Leaves(..) => days.es.max(self.today),
        }
    }

    fn finish(&self, index: usize, es: i32, duration: i32) -> i32 {
        match self.planner.table(index) {
            Some(table) => {
                table.after(self.planner.absolute(es), duration) - self.planner.absolute(0)
            }
            None => es + duration,
        }
    }

    fn begin(&self, index: usize, ef: i32, duration: i32) -> i32 {
        match self.planner.table(index) {
            Some(table) => {
                table.back(self.planner.absolute(ef), duration) - self.planner.absolute(0)
            }
            None => ef - duration,
        }
    }
}
