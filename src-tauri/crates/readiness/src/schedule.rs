//! The schedule: forward and backward pass over a network (critical path method).
//!
//! Day k is the start plus k days. `es` and `ef` are the earliest start and finish, `ls` and `lf`
//! the latest ones that do not delay the end; finishes are exclusive, so the last day shown is one
//! earlier. Total float is `ls − es`; a milestone without float is critical.

use crate::calendar::{WorkTable, date_of, number_of};
use crate::network::{LinkKind, MAX_DAYS};
use crate::{Calendar, Milestone, MilestoneId, Network, NetworkError};
use chrono::{Datelike, NaiveDate};
use hashbrown::HashMap;
use std::collections::BTreeMap;

mod forward;
pub(crate) use forward::{Days, Forward};

/// The planned and latest days of one milestone, as day numbers from the network's start.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Span {
    /// Earliest start.
    pub es: i32,
    /// Earliest finish, exclusive.
    pub ef: i32,
    /// Latest start.
    pub ls: i32,
    /// Latest finish, exclusive.
    pub lf: i32,
}

impl Span {
    /// Total float in days: `ls − es`.
    #[must_use]
    pub fn total_float(self) -> i32 {
        self.ls - self.es
    }

    /// No float: a day lost here delays the end.
    #[must_use]
    pub fn critical(self) -> bool {
        self.total_float() <= 0
    }
}

/// A finished plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Schedule {
    /// Day 0.
    pub start: NaiveDate,
    /// One span per milestone, in the network's order.
    pub spans: Vec<Span>,
    /// Earliest finish of the whole network, exclusive.
    pub end: i32,
}

impl Schedule {
    /// The date of a day number.
    #[must_use]
    pub fn date(&self, day: i32) -> NaiveDate {
        date_of(number_of(self.start).saturating_add(day))
    }

    /// The day on which a milestone is shown to finish: its last day, or its own day when it
    /// takes none.
    #[must_use]
    pub fn shown_finish(&self, index: usize) -> NaiveDate {
        let span = self.spans.get(index).copied().unwrap_or_default();
        self.date(if span.ef > span.es { span.ef - 1 } else { span.ef })
    }

    /// The latest day on which it may finish.
    #[must_use]
    pub fn latest_finish(&self, index: usize) -> NaiveDate {
        let span = self.spans.get(index).copied().unwrap_or_default();
        self.date(if span.ef > span.es { span.lf - 1 } else { span.lf })
    }

    /// Planned start.
    #[must_use]
    pub fn planned_start(&self, index: usize) -> NaiveDate {
        self.date(self.spans.get(index).map_or(0, |span| span.es))
    }

    /// Latest start that does not delay the end.
    #[must_use]
    pub fn latest_start(&self, index: usize) -> NaiveDate {
        self.date(self.spans.get(index).map_or(0, |span| span.ls))
    }
}

struct Edge {
    other: usize,
    kind: LinkKind,
    lag: i32,
    working: Option<usize>,
}

/// A network made ready for planning: ids resolved, order found, calendars laid out. Planning
/// again with another start or other pins costs one pass each way.
pub struct Planner {
    order: Vec<usize>,
    before: Vec<Vec<Edge>>,
    after: Vec<Vec<Edge>>,
    tables: Vec<WorkTable>,
    table_of: Vec<Option<usize>>,
    days: Vec<i32>,
    start: NaiveDate,
    /// How many days after the start the calendars are laid out for.
    ahead: i32,
}

/// Dates set by hand or by what happened, as positions in the network.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pins {
    /// A shown finish set for a milestone.
    pub finishes: Vec<(usize, NaiveDate)>,
}

fn plannable(date: NaiveDate) -> Result<(), NetworkError> {
    if (1990..=2200).contains(&date.year()) {
        Ok(())
    } else {
        Err(NetworkError::DateOutOfRange { date })
    }
}

impl Planner {
    /// Resolves and orders a network.
    ///
    /// # Errors
    /// [`NetworkError`] naming the milestones: a duplicate, a missing predecessor or calendar, a
    /// loop, a date or duration out of range.
    pub fn new(network: &Network) -> Result<Self, NetworkError> {
        let milestones = &network.milestones;
        if !milestones.is_empty() {
            plannable(network.start)?;
        }
        let mut index: HashMap<&MilestoneId, usize> = HashMap::with_capacity(milestones.len());
        for (position, milestone) in milestones.iter().enumerate() {
            if index.insert(&milestone.id, position).is_some() {
                return Err(NetworkError::Duplicate { id: milestone.id.clone() });
            }
            check(milestone)?;
        }
        let (calendars, table_of) = calendars(network)?;
        let mut before: Vec<Vec<Edge>> = Vec::with_capacity(milestones.len());
        let mut after: Vec<Vec<Edge>> = milestones.iter().map(|_| Vec::new()).collect();
        for (position, milestone) in milestones.iter().enumerate() {
            let mut edges = Vec::with_capacity(milestone.after.len());
            for link in &milestone.after {
                let Some(&from) = index.get(&link.from) else {
                    return Err(NetworkError::MissingPredecessor {
                        milestone: milestone.id.clone(),
                        missing: link.from.clone(),
                    });
                };
                // A lag in working days counts the successor's calendar, or, where that knows no
                // holidays, the predecessor's.
                let working =
                    if link.working { table_of[position].or(table_of[from]) } else { None };
                let lag = i32::from(link.lag);
                edges.push(Edge { other: from, kind: link.kind, lag, working });
                after[from].push(Edge { other: position, kind: link.kind, lag, working });
            }
            before.push(edges);
        }
        let order = topological(milestones, &before, &after)?;
        let ahead = horizon(network, &order, &before);
        let tables = calendars
            .into_iter()
            .map(|calendar| WorkTable::new(calendar, network.start, ahead))
            .collect();
        let days = milestones.iter().map(|m| i32::from(m.duration.base)).collect();
        Ok(Self { order, before, after, tables, table_of, days, start: network.start, ahead })
    }

    /// Takes over a milestone's planned days, where its links and calendar stay.
    pub(crate) fn set_days(&mut self, index: usize, days: u16) {
        if let Some(slot) = self.days.get_mut(index) {
            *slot = i32::from(days);
        }
    }

    /// Whether the calendars reach far enough for a schedule made after days were changed. Where
    /// they end, days count as calendar days; since about every second day is a working day, such
    /// a count cannot end before half of what is laid out.
    pub(crate) fn covers(&self, schedule: &Schedule) -> bool {
        self.tables.is_empty() || schedule.end.saturating_mul(2) < self.ahead
    }

    /// Plans with the network's own dates.
    #[must_use]
    pub fn plan(&self, network: &Network) -> Schedule {
        self.plan_with(network, &Pins::default())
    }

    /// Plans with further pins, which win over the network's own.
    #[must_use]
    pub fn plan_with(&self, network: &Network, pins: &Pins) -> Schedule {
        let start = number_of(self.start);
        let day = |date: NaiveDate| number_of(date) - start;
        let count = self.order.len();
        let mut spans = vec![Span::default(); count];
        let mut pinned: Vec<Option<i32>> =
            network.milestones.iter().map(|m| m.pinned_finish.map(day)).collect();
        for (index, date) in &pins.finishes {
            if let Some(slot) = pinned.get_mut(*index) {
                *slot = Some(day(*date));
            }
        }
        for &index in &self.order {
            let milestone = &network.milestones[index];
            let early = self.before[index]
                .iter()
                .map(|edge| {
                    let from = spans[edge.other];
                    let anchor = match edge.kind {
                        LinkKind::FinishToStart => from.ef,
                        LinkKind::StartToStart => from.es,
                    };
                    self.forward(anchor, edge)
                })
                .max()
                .unwrap_or(0);
            let (es, ef) = if let Some(finish) = milestone.actual_finish.map(day) {
                let ef = if self.days[index] == 0 { finish } else { finish + 1 };
                let es = milestone.actual_start.map_or_else(|| self.begin(index, ef), day);
                (es.min(ef), ef)
            } else if let Some(begun) = milestone.actual_start.map(day) {
                // A last day set by hand holds for what has begun as well.
                let ef = match pinned[index] {
                    Some(finish) => (finish + i32::from(self.days[index] > 0)).max(begun),
                    None => self.finish(index, begun),
                };
                (begun, ef)
            } else if let Some(leaves) = milestone.pinned_start.map(day) {
                // On a day off of its own calendar nothing begins.
                let es = self.open(index, leaves);
                let ef = match pinned[index] {
                    Some(finish) => (finish + i32::from(self.days[index] > 0)).max(es),
                    None => self.finish(index, es),
                };
                (es, ef)
            } else if let Some(finish) = pinned[index] {
                let ef = if self.days[index] == 0 { finish } else { finish + 1 };
                (self.begin(index, ef), ef)
            } else {
                let es = self.open(index, early);
                (es, self.finish(index, es))
            };
            spans[index].es = es;
            spans[index].ef = ef;
        }
        let end = spans.iter().map(|span| span.ef).max().unwrap_or(0);
        for &index in self.order.iter().rev() {
            let mut late_finish = end;
            let mut late_start = i32::MAX;
            for edge in &self.after[index] {
                let to = spans[edge.other];
                // A successor that is pinned or has begun cannot move: it needs this one by its
                // own planned start, not by a later one.
                let fixed = pinned[edge.other].is_some()
                    || network.milestones[edge.other].pinned_start.is_some()
                    || network.milestones[edge.other].actual_start.is_some()
                    || network.milestones[edge.other].actual_finish.is_some();
                let needs = if fixed { to.es.min(to.ls) } else { to.ls };
                let by = self.backward(needs, edge);
                match edge.kind {
                    LinkKind::FinishToStart => late_finish = late_finish.min(by),
                    LinkKind::StartToStart => late_start = late_start.min(by),
                }
            }
            let by_hand =
                pinned[index].is_some() || network.milestones[index].pinned_start.is_some();
            // A date set by hand leaves no float: later is not what was asked for.
            if by_hand {
                late_finish = late_finish.min(spans[index].ef);
            }
            // What has begun or has a date set by hand keeps its length, wherever that puts its
            // days; what is free begins on a working day.
            let milestone = &network.milestones[index];
            let fixed =
                milestone.actual_finish.is_some() || milestone.actual_start.is_some() || by_hand;
            let late_start = match self.table(index) {
                Some(table) if !fixed && self.days[index] > 0 && late_start != i32::MAX => {
                    table.back(self.absolute(late_start + 1), 1) - self.absolute(0)
                }
                _ => late_start,
            };
            let length = spans[index].ef - spans[index].es;
            let from_finish =
                if fixed { late_finish - length } else { self.begin(index, late_finish) };
            let ls = from_finish.min(late_start);
            let lf = match () {
                () if fixed => ls + length,
                () if from_finish <= late_start => self.finish(index, from_finish),
                () => self.finish(index, late_start),
            };
            spans[index].ls = ls;
            spans[index].lf = lf;
        }
        Schedule { start: self.start, spans, end }
    }

    fn table(&self, index: usize) -> Option<&WorkTable> {
        self.table_of[index].and_then(|table| self.tables.get(table))
    }

    fn absolute(&self, day: i32) -> i32 {
        number_of(self.start).saturating_add(day)
    }

    /// First day on which a milestone may begin when it could from `day`.
    fn open(&self, index: usize, day: i32) -> i32 {
        match self.table(index) {
            Some(table) if self.days[index] > 0 => {
                table.on_or_after(self.absolute(day)) - self.absolute(0)
            }
            _ => day,
        }
    }

    fn finish(&self, index: usize, es: i32) -> i32 {
        match self.table(index) {
            Some(table) => table.after(self.absolute(es), self.days[index]) - self.absolute(0),
            None => es + self.days[index],
        }
    }

    fn begin(&self, index: usize, ef: i32) -> i32 {
        match self.table(index) {
            Some(table) => table.back(self.absolute(ef), self.days[index]) - self.absolute(0),
            None => ef - self.days[index],
        }
    }

    fn forward(&self, anchor: i32, edge: &Edge) -> i32 {
        match edge.working.and_then(|table| self.tables.get(table)) {
            Some(table) => table.after(self.absolute(anchor), edge.lag) - self.absolute(0),
            None => anchor + edge.lag,
        }
    }

    fn backward(&self, anchor: i32, edge: &Edge) -> i32 {
        match edge.working.and_then(|table| self.tables.get(table)) {
            Some(table) => table.back(self.absolute(anchor), edge.lag) - self.absolute(0),
            None => anchor - edge.lag,
        }
    }

    /// For each milestone, whether it comes before (or is) the given one.
    #[must_use]
    pub fn ancestors(&self, of: usize) -> Vec<bool> {
        let mut reached = vec![false; self.order.len()];
        let mut open = vec![of];
        while let Some(index) = open.pop() {
            if !reached[index] {
                reached[index] = true;
                open.extend(self.before[index].iter().map(|edge| edge.other));
            }
        }
        reached
    }

    /// One longest chain of critical milestones, first to last.
    #[must_use]
    pub fn critical_path(&self, schedule: &Schedule) -> Vec<usize> {
        let spans = &schedule.spans;
        let Some(last) = self.order.iter().copied().rev().max_by_key(|index| spans[*index].ef)
        else {
            return Vec::new();
        };
        // Of several that end last, the one with no successor is the end of the chain.
        let mut current = self
            .order
            .iter()
            .copied()
            .rfind(|index| spans[*index].ef == spans[last].ef && self.after[*index].is_empty())
            .unwrap_or(last);
        let mut path = vec![current];
        loop {
            let driver = self.before[current]
                .iter()
                .filter(|edge| {
                    let from = spans[edge.other];
                    let anchor = match edge.kind {
                        LinkKind::FinishToStart => from.ef,
                        LinkKind::StartToStart => from.es,
                    };
                    self.open(current, self.forward(anchor, edge)) == spans[current].es
                })
                .max_by_key(|edge| (spans[edge.other].critical(), spans[edge.other].ef));
            match driver {
                Some(edge) => current = edge.other,
                None => break,
            }
            path.push(current);
        }
        path.reverse();
        path
    }
}

/// Whether a milestone's own dates and days can be planned.
pub(crate) fn check(milestone: &Milestone) -> Result<(), NetworkError> {
    for date in [
        milestone.actual_start,
        milestone.actual_finish,
        milestone.pinned_start,
        milestone.pinned_finish,
        milestone.deadline,
    ]
    .into_iter()
    .flatten()
    {
        plannable(date)?;
    }
    let too_long = milestone.duration.base > MAX_DAYS
        || milestone.after.iter().any(|link| link.lag > MAX_DAYS);
    if too_long {
        return Err(NetworkError::TooLong { milestone: milestone.id.clone() });
    }
    Ok(())
}

/// How many days ahead the calendars have to be known: along the longest chain, from the latest
/// date set by hand.
fn horizon(network: &Network, order: &[usize], before: &[Vec<Edge>]) -> i32 {
    let mut longest = vec![0i32; network.milestones.len()];
    for &index in order {
        let reached = before[index]
            .iter()
            .map(|edge| longest[edge.other].saturating_add(edge.lag.saturating_abs()));
        let reached = reached.max().unwrap_or(0);
        let own = i32::from(network.milestones[index].duration.base);
        longest[index] = reached.saturating_add(own);
    }
    let chain = longest.into_iter().max().unwrap_or(0);
    let set = network
        .milestones
        .iter()
        .flat_map(|m| [m.pinned_start, m.pinned_finish, m.actual_start, m.actual_finish])
        .flatten()
        .map(|date| number_of(date).saturating_sub(number_of(network.start)))
        .max()
        .unwrap_or(0)
        .max(0);
    // Weekends and holidays can stretch working days by well under a factor of two.
    chain.saturating_mul(2).saturating_add(set).saturating_add(2_000)
}

/// The calendars that are used, and which milestone uses which.
type Calendars<'a> = (Vec<&'a Calendar>, Vec<Option<usize>>);

fn calendars(network: &Network) -> Result<Calendars<'_>, NetworkError> {
    let mut used = Vec::new();
    let mut known = BTreeMap::new();
    let mut table_of = Vec::with_capacity(network.milestones.len());
    for milestone in &network.milestones {
        let Some(id) = &milestone.calendar else {
            table_of.push(None);
            continue;
        };
        if let Some(position) = known.get(id) {
            table_of.push(Some(*position));
            continue;
        }
        let calendar = network.calendars.get(id).ok_or_else(|| NetworkError::MissingCalendar {
            milestone: milestone.id.clone(),
            calendar: id.clone(),
        })?;
        known.insert(id, used.len());
        table_of.push(Some(used.len()));
        used.push(calendar);
    }
    Ok((used, table_of))
}

fn topological(
    milestones: &[Milestone],
    before: &[Vec<Edge>],
    after: &[Vec<Edge>],
) -> Result<Vec<usize>, NetworkError> {
    let mut waiting: Vec<usize> = before.iter().map(Vec::len).collect();
    let mut order: Vec<usize> = (0..milestones.len()).filter(|i| waiting[*i] == 0).collect();
    let mut next = 0;
    while let Some(&index) = order.get(next) {
        next += 1;
        for edge in &after[index] {
            waiting[edge.other] -= 1;
            if waiting[edge.other] == 0 {
                order.push(edge.other);
            }
        }
    }
    if order.len() == milestones.len() {
        return Ok(order);
    }
    // Every milestone left waits for another that is left: walking back must close a loop.
    let first = waiting.iter().position(|count| *count > 0).unwrap_or(0);
    let mut seen = vec![first];
    let mut current = first;
    while let Some(edge) = before[current].iter().find(|edge| waiting[edge.other] > 0) {
        current = edge.other;
        if let Some(position) = seen.iter().position(|index| *index == current) {
            seen.drain(..position);
            break;
        }
        seen.push(current);
    }
    seen.reverse();
    let milestones = seen.into_iter().map(|index| milestones[index].id.clone()).collect();
    Err(NetworkError::Cycle { milestones })
}
