//! Changing milestones and the ship date.

use crate::changes::Act;
use crate::failure::Failure;
use crate::judged::{Loaded, network_of};
use crate::lookup::Titles;
use crate::milestones::as_kept;
use crate::office::App;
use crate::views::{Changes, EditMilestone, MilestoneEdit};
use readiness::{Milestone, MilestoneId, Network, NetworkError, Planner, Text};
use serde_json::json;
use store::MilestoneEditRow;

/// Why a schedule cannot be planned, its milestones called by their titles.
pub(crate) fn unplannable(loaded: &Loaded, network: &Network, error: &NetworkError) -> Failure {
    let titles = Titles::new(&loaded.library, &network.milestones);
    Failure::Schedule { message: wording::network_error(error, &titles) }
}

/// A milestone as an edit makes it, with its position.
pub(crate) fn edited(
    loaded: &Loaded,
    id: &MilestoneId,
    edit: &MilestoneEdit,
) -> Result<(usize, Milestone), Failure> {
    check(edit)?;
    let edit = &as_kept(loaded, id, edit)?;
    let milestones = &loaded.shipment.network.milestones;
    let position = milestones
        .iter()
        .position(|milestone| milestone.id == *id)
        .ok_or_else(|| Failure::NoMilestone { id: id.0.clone() })?;
    // Laid down anew, as loading will: what the Incoterm moves comes after what the user set.
    let mut edits = loaded.edits.clone();
    edits.insert(id.clone(), edit.clone());
    let products = &loaded.shipment.products;
    let (network, _) = network_of(&loaded.frame, &edits, products, &loaded.library)?;
    let milestone = network
        .milestones
        .into_iter()
        .find(|milestone| milestone.id == *id)
        .unwrap_or_else(|| milestones[position].clone());
    let days = milestone.duration;
    let ranged = edit.shortest_days.is_some() || edit.longest_days.is_some();
    if ranged && !(days.shortest <= days.base && days.base <= days.longest) {
        return Err(field(
            "days",
            "the planned days have to lie between the shortest and the longest",
            "计划天数须介于最短与最长天数之间",
        ));
    }
    Ok((position, milestone))
}

/// What can be told wrong of an edit by itself.
fn check(edit: &MilestoneEdit) -> Result<(), Failure> {
    if edit.actual_start.zip(edit.actual_finish).is_some_and(|(start, finish)| finish < start) {
        return Err(field(
            "actual_finish",
            "the end lies before the beginning",
            "结束日期早于开始日期",
        ));
    }
    if edit.closed_by.is_some() && edit.actual_finish.is_none() {
        return Err(field(
            "actual_finish",
            "a step closed by a document needs the day it really ended",
            "凭文件完成的步骤须填写实际结束日期",
        ));
    }
    Ok(())
}

fn field(field: &str, en: &str, zh: &str) -> Failure {
    Failure::Field { field: field.to_owned(), message: Text::new(en, zh) }
}

impl App {
    /// Changes what the user sets of a milestone.
    ///
    /// # Errors
    /// There is no such milestone or document, the schedule could no longer be planned, or the
    /// workspace cannot be written; nothing is saved then.
    pub fn edit_milestone(&mut self, request: &EditMilestone) -> Result<Changes, Failure> {
        let EditMilestone { shipment, milestone, edit } = request;
        let loaded = self.load(shipment)?;
        let (position, changed) = edited(&loaded, milestone, edit)?;
        let edit = &as_kept(&loaded, milestone, edit)?;
        let mut network = loaded.shipment.network.clone();
        network.milestones[position] = changed;
        Planner::new(&network).map_err(|error| unplannable(&loaded, &network, &error))?;
        // What closed it before stays, although it may have left the library since.
        let before = loaded.edits.get(milestone).and_then(|before| before.closed_by.as_ref());
        if let Some(document) = &edit.closed_by
            && before != Some(document)
        {
            self.record(document)?;
        }
        let act = Act {
            name: "milestone.edit",
            params: json!({
                "milestone": milestone,
                "title": loaded.shipment.network.milestones[position].title,
            }),
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
