//! What stands beside a milestone's dates: holidays, quiet periods, baseline, what closed it.

use crate::office::App;
use crate::stored::Baseline;
use crate::views::{BaselineDates, CalendarTitle};
use chrono::NaiveDate;
use readiness::{Calendar, DaySpan, EvidenceId, Milestone, Network, Schedule};

/// The calendar whose holidays and quiet periods are warned of.
pub(crate) fn origin(network: &Network) -> Option<&Calendar> {
    network.origin_calendar.as_ref().and_then(|id| network.calendars.get(id))
}

/// The quiet periods that touch a span of days.
pub(crate) fn quiet(network: &Network, from: NaiveDate, to: NaiveDate) -> Vec<DaySpan> {
    let quiet = origin(network).map(|calendar| calendar.quiet.as_slice()).unwrap_or_default();
    quiet.iter().filter(|span| span.from <= to && span.to >= from).cloned().collect()
}

/// Holidays and quiet periods still ahead that a milestone of a plant runs into. Holidays only
/// where it counts calendar days: working days have left them out already.
pub(crate) fn overlaps(
    network: &Network,
    milestone: &Milestone,
    schedule: &Schedule,
    index: usize,
    today: NaiveDate,
) -> (Vec<NaiveDate>, Vec<DaySpan>) {
    let done = milestone.closed || milestone.actual_finish.is_some();
    let finish = schedule.shown_finish(index);
    if done || !milestone.in_origin || milestone.duration.base == 0 || finish < today {
        return (Vec::new(), Vec::new());
    }
    let from = schedule.planned_start(index).max(today);
    let holidays = origin(network)
        .filter(|_| milestone.calendar.is_none())
        .map(|calendar| calendar.holidays(from, finish).collect())
        .unwrap_or_default();
    (holidays, quiet(network, from, finish))
}

/// The calendars that milestones may use, by their ids.
pub(crate) fn calendars(network: &Network) -> Vec<CalendarTitle> {
    network
        .calendars
        .values()
        .map(|calendar| CalendarTitle { id: calendar.id.clone(), title: calendar.title.clone() })
        .collect()
}

/// A milestone's dates in the baseline, and how far its last day has moved.
pub(crate) fn baseline_dates(
    baseline: Option<&Baseline>,
    milestone: &Milestone,
    finish: NaiveDate,
) -> Option<BaselineDates> {
    let (start, then) = *baseline?.milestones.get(&milestone.id)?;
    Some(BaselineDates { start, finish: then, finish_moved: (finish - then).num_days() })
}

impl App {
    /// What the document that closes a milestone is called; its id where it is gone.
    pub(crate) fn closing_name(&self, document: &EvidenceId) -> String {
        match self.record(document) {
            Ok(record) => crate::findings::evidence_name(&record),
            Err(_) => document.0.clone(),
        }
    }
}
