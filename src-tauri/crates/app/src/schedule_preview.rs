//! What changes of milestones would do, before anything is saved.

use crate::failure::Failure;
use crate::findings::{finding_id, gates_of, worded};
use crate::lookup::Titles;
use crate::office::App;
use crate::schedule::{edited, unplannable};
use crate::views::{
    FindingView, GateChange, MilestoneMove, MilestonePlace, MilestonePreview, PreviewMilestones,
};
use readiness::{Finding, Judgement, Milestone, MilestoneId, Schedule, difference};
use std::collections::HashMap;

fn place(schedule: &Schedule, index: usize) -> MilestonePlace {
    let span = schedule.spans.get(index).copied().unwrap_or_default();
    MilestonePlace {
        start: schedule.planned_start(index),
        finish: schedule.shown_finish(index),
        end_day: span.ef,
        total_float: span.total_float(),
        critical: span.critical(),
    }
}

/// The milestones that lie elsewhere, in the schedule's order.
fn moves(milestones: &[Milestone], before: &Schedule, after: &Schedule) -> Vec<MilestoneMove> {
    milestones
        .iter()
        .enumerate()
        .map(|(index, milestone)| MilestoneMove {
            milestone: milestone.id.clone(),
            title: milestone.title.clone(),
            before: place(before, index),
            after: place(after, index),
        })
        .filter(|moved| moved.before != moved.after)
        .collect()
}

/// The gate of each finding, by the finding's id.
fn gates(judgement: &Judgement) -> HashMap<String, MilestoneId> {
    gates_of(judgement)
        .into_iter()
        .map(|(position, gate)| (finding_id(&judgement.findings[position]), gate))
        .collect()
}

impl App {
    /// Tries changes of milestones on the shipment as it is kept in memory: planned and judged
    /// again, then taken back. The same checks as for saving them.
    ///
    /// # Errors
    /// There is no such milestone, or the schedule could not be planned.
    pub fn preview_milestones(
        &mut self,
        request: &PreviewMilestones,
    ) -> Result<MilestonePreview, Failure> {
        self.judge(&request.shipment, request.on)?;
        let gone = || Failure::NoShipment { id: request.shipment.clone() };
        let mut judged = self.judged.remove(&request.shipment).ok_or_else(gone)?;
        let changes = request
            .edits
            .iter()
            .map(|trial| edited(&judged.loaded, &trial.milestone, &trial.edit))
            .collect::<Result<Vec<_>, _>>();
        let changes = match changes {
            Ok(changes) => changes,
            Err(failure) => {
                self.judged.insert(request.shipment.clone(), judged);
                return Err(failure);
            }
        };
        let before = judged.judgement();
        let former = match judged.evaluation.set_milestones(changes) {
            Ok(former) => former,
            Err(error) => {
                let failure = unplannable(&judged.loaded, &judged.loaded.shipment.network, &error);
                self.judged.insert(request.shipment.clone(), judged);
                return Err(failure);
            }
        };
        let after = judged.judgement();
        // Should it not go back, what is kept is forgotten and read again.
        judged.evaluation.set_milestones(former)?;

        let milestones = &judged.loaded.shipment.network.milestones;
        let titles = Titles::new(&judged.loaded.library, milestones);
        let rulebook = &judged.loaded.library.rulebook;
        let difference = difference(&before, &after);
        let (old_gates, new_gates) = (gates(&before), gates(&after));
        let old = |finding: &Finding| -> FindingView {
            let gate = old_gates.get(&finding_id(finding)).cloned();
            worded(finding, gate, &before, rulebook, &titles)
        };
        let new = |finding: &Finding| -> FindingView {
            let gate = new_gates.get(&finding_id(finding)).cloned();
            worded(finding, gate, &after, rulebook, &titles)
        };
        let title = |id: &MilestoneId| {
            use wording::Lookup;
            titles.milestone_title(id).unwrap_or_default()
        };
        let preview = MilestonePreview {
            moves: moves(milestones, &before.schedule, &after.schedule),
            critical_before: before.critical_path.clone(),
            critical_after: after.critical_path.clone(),
            gates: difference
                .gates
                .iter()
                .map(|gate| GateChange {
                    milestone: gate.milestone.clone(),
                    title: title(&gate.milestone),
                    before: gate.before,
                    after: gate.after,
                })
                .collect(),
            added: difference.added.iter().map(new).collect(),
            removed: difference.removed.iter().map(old).collect(),
            changed: difference.changed.iter().map(|(_, after)| new(after)).collect(),
            end_moves: difference.end_moves,
            end: after.schedule.date(after.schedule.end),
            counts: after.counts,
        };
        self.judged.insert(request.shipment.clone(), judged);
        Ok(preview)
    }
}
