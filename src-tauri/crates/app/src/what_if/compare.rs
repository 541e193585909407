//! Two judged states of one shipment, put beside each other in words.

use crate::export::{ChangedOutput, FindingOutput, WhatIfOutput, finding_output};
use crate::judged::Judged;
use crate::lookup::Titles;
use crate::office::App;
use crate::schedule_view::overlaps;
use crate::views::{GateChange, MilestoneShift, Named, StateView, WhatIfView};
use chrono::NaiveDate;
use readiness::{Difference, Finding, Judgement, MilestoneId, Schedule, Text, difference};

/// A milestone's title in one of two states.
fn title(id: &MilestoneId, states: [&Judged; 2]) -> Text {
    states
        .iter()
        .flat_map(|state| &state.loaded.shipment.network.milestones)
        .find(|milestone| milestone.id == *id)
        .map_or_else(|| Text::same(id.as_str()), |milestone| milestone.title.clone())
}

/// First and last planned day of a milestone.
fn span(judged: &Judged, schedule: &Schedule, id: &MilestoneId) -> Option<(NaiveDate, NaiveDate)> {
    let milestones = &judged.loaded.shipment.network.milestones;
    let index = milestones.iter().position(|milestone| milestone.id == *id)?;
    Some((schedule.planned_start(index), schedule.shown_finish(index)))
}

/// The milestones of either state whose days differ.
fn moves(before: &Judged, after: &Judged) -> Vec<MilestoneShift> {
    let (old, new) = (before.evaluation.schedule(), after.evaluation.schedule());
    let ids = |judged: &Judged| -> Vec<MilestoneId> {
        judged.loaded.shipment.network.milestones.iter().map(|one| one.id.clone()).collect()
    };
    let mut all = ids(before);
    let known: std::collections::BTreeSet<MilestoneId> = all.iter().cloned().collect();
    all.extend(ids(after).into_iter().filter(|id| !known.contains(id)));
    all.into_iter()
        .map(|id| MilestoneShift {
            title: title(&id, [before, after]),
            before: span(before, old, &id),
            after: span(after, new, &id),
            milestone: id,
        })
        .filter(|one| one.before != one.after)
        .collect()
}

/// The figures of a state.
pub(super) fn state(judged: &Judged, judgement: &Judgement) -> StateView {
    let schedule = &judgement.schedule;
    let network = &judged.loaded.shipment.network;
    let quiet = |(index, milestone): (usize, &readiness::Milestone)| {
        let (_, quiet) = overlaps(network, milestone, schedule, index, judged.on);
        let named = || Named { id: milestone.id.0.clone(), title: milestone.title.clone() };
        (!quiet.is_empty()).then(named)
    };
    StateView {
        quiet: network.milestones.iter().enumerate().filter_map(quiet).collect(),
        counts: judgement.counts,
        ships: judged
            .loaded
            .shipment
            .network
            .ships(schedule)
            .map(|departure| departure.day(schedule)),
        end: schedule.date(schedule.end),
        critical_path: judgement
            .critical_path
            .iter()
            .map(|id| Named { id: id.0.clone(), title: title(id, [judged, judged]) })
            .collect(),
    }
}

/// The difference as data.
pub(crate) fn output(before: &Judged, after: &Judged) -> WhatIfOutput {
    let (old, new) = (before.judgement(), after.judgement());
    let difference = difference(&old, &new);
    let was = |finding: &Finding| finding_in(before, finding);
    let is = |finding: &Finding| finding_in(after, finding);
    WhatIfOutput {
        reference: after.loaded.shipment.order.reference.clone(),
        on: after.on,
        before: state(before, &old),
        after: state(after, &new),
        added: difference.added.iter().map(is).collect(),
        removed: difference.removed.iter().map(was).collect(),
        changed: difference
            .changed
            .iter()
            .map(|(before, after)| ChangedOutput { before: was(before), after: is(after) })
            .collect(),
        gates: gate_changes(&difference, [before, after]),
        moves: moves(before, after),
        end_moves: difference.end_moves,
    }
}

fn finding_in(judged: &Judged, finding: &Finding) -> FindingOutput {
    let library = &judged.loaded.library;
    let titles = Titles::new(library, &judged.loaded.shipment.network.milestones);
    finding_output(finding, &library.rulebook, &titles)
}

fn gate_changes(difference: &Difference, states: [&Judged; 2]) -> Vec<GateChange> {
    difference
        .gates
        .iter()
        .map(|gate| GateChange {
            milestone: gate.milestone.clone(),
            title: title(&gate.milestone, states),
            before: gate.before,
            after: gate.after,
        })
        .collect()
}

impl App {
    /// What differs from one judged state to another.
    pub(super) fn compared(&self, before: &Judged, after: &Judged) -> WhatIfView {
        let (old, new) = (before.judgement(), after.judgement());
        let difference = difference(&old, &new);
        let was = |finding: &readiness::Finding| self.finding_of(before, finding, &old);
        let is = |finding: &readiness::Finding| self.finding_of(after, finding, &new);
        WhatIfView {
            added: difference.added.iter().map(is).collect(),
            removed: difference.removed.iter().map(was).collect(),
            changed: difference
                .changed
                .iter()
                .map(|(before, after)| (was(before), is(after)))
                .collect(),
            gates: gate_changes(&difference, [before, after]),
            moves: moves(before, after),
            end_moves: difference.end_moves,
            counts: new.counts,
            before: state(before, &old),
            after: state(after, &new),
        }
    }
}
