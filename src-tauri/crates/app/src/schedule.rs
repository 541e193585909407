//! Changing milestones and the ship date.

use crate::changes::Act;
use crate::failure::Failure;
use crate::judged::Loaded;
use crate::office::App;
use crate::views::{Changes, EditMilestone, MilestoneEdit};
use readiness::{Planner, Schedule, Step};
use serde_json::json;
use store::MilestoneEditRow;

/// The milestone whose finish is the ship date: the last departure, or where a network has none
/// of its own, the last main leg's.
pub(crate) fn ships_at(loaded: &Loaded, schedule: &Schedule) -> Option<usize> {
    let of = |step: &str| {
        loaded
            .shipment
            .network
            .milestones
            .iter()
            .enumerate()
            .filter(|(_, milestone)| milestone.step == Step::from(step))
            .map(|(index, _)| index)
            .max_by_key(|index| schedule.spans.get(*index).map(|span| span.ef))
    };
    of("on-board").or_else(|| of("export-clearance"))
}

impl App {
    /// Changes what the user sets of a milestone.
    ///
    /// # Errors
    /// There is no such milestone, the schedule could no longer be planned, or the workspace
    /// cannot be written.
    pub fn edit_milestone(&mut self, request: &EditMilestone) -> Result<Changes, Failure> {
        let EditMilestone { shipment, milestone, edit } = request;
        let mut loaded = self.load(shipment)?;
        let found = loaded.shipment.network.milestones.iter_mut().find(|m| m.id == *milestone);
        let Some(found) = found else {
            return Err(Failure::NoMilestone { id: milestone.0.clone() });
        };
        packs::apply(found, &crate::stored::change(edit));
        Planner::new(&loaded.shipment.network)?;
        let act = Act {
            name: "milestone.edit",
            params: json!({ "milestone": milestone }),
            shipment: Some(shipment),
        };
        let known = loaded.edits.contains_key(milestone);
        let ((), changes) = self.act(&act, |write| {
            if *edit != MilestoneEdit::default() {
                write.put_milestone_edit(&MilestoneEditRow {
                    shipment_id: shipment.clone(),
                    milestone: milestone.0.clone(),
                    data: edit.clone(),
                })?;
            } else if known {
                write.delete_milestone_edit(shipment, milestone.as_str())?;
            }
            Ok(())
        })?;
        Ok(changes)
    }
}
