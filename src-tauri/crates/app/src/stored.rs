//! What a shipment's row holds besides the tables of its own: the order, the schedule it came
//! from, what is judged, and the packs it was judged by.

use crate::failure::Failure;
use crate::views::{MilestoneEdit, TolerancesView};
use chrono::NaiveDate;
use packs::{InPlayFile, MilestoneChange, ScheduleFile};
use readiness::{Link, MilestoneId, Order, PackStamp};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The data of a shipment's row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Frame {
    pub(crate) order: Order,
    pub(crate) schedule: ScheduleFile,
    #[serde(default)]
    pub(crate) in_play: InPlayFile,
    /// Versions and content hashes of the packs that it is judged by.
    #[serde(default)]
    pub(crate) packs: Vec<PackStamp>,
    /// Versions that the user did not want to take.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) declined: Vec<PackStamp>,
    /// How far its documents may differ, where the user set it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) tolerances: Option<TolerancesView>,
    /// The highest number that a milestone of the user's own ever had here.
    #[serde(default)]
    pub(crate) last_own: u32,
}

/// The dates that a shipment's schedule is compared with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Baseline {
    /// The day it was set.
    pub(crate) set_on: NaiveDate,
    /// Planned start and last day of each milestone then.
    pub(crate) milestones: BTreeMap<MilestoneId, (NaiveDate, NaiveDate)>,
}

/// A change the user made to a milestone, as the engine's formats write it.
///
/// # Errors
/// A predecessor is not written as one.
pub(crate) fn change(edit: &MilestoneEdit) -> Result<MilestoneChange, Failure> {
    let after = edit.after.as_ref().map(|links| links.iter().map(|text| link(text)).collect());
    Ok(MilestoneChange {
        days: edit.base_days,
        shortest_days: edit.shortest_days,
        longest_days: edit.longest_days,
        closed: edit.closed,
        actual_start: edit.actual_start,
        actual_finish: edit.actual_finish,
        pinned_start: edit.pinned_start,
        pinned_finish: edit.pinned_finish,
        deadline: edit.deadline,
        calendar: edit.calendar.clone(),
        after: after.transpose()?,
    })
}

/// A predecessor as the user wrote it.
pub(crate) fn link(text: &str) -> Result<Link, Failure> {
    text.trim().parse().map_err(|error| Failure::Field {
        field: "after".to_owned(),
        message: wording::link_error(&error),
    })
}

/// The same change taken out of a shipment file, so that the user can edit it further.
fn edit(change: MilestoneChange) -> MilestoneEdit {
    MilestoneEdit {
        base_days: change.days,
        shortest_days: change.shortest_days,
        longest_days: change.longest_days,
        calendar: change.calendar,
        after: change.after.map(|links| links.iter().map(ToString::to_string).collect()),
        deadline: change.deadline,
        closed_by: None,
        closed: change.closed,
        actual_start: change.actual_start,
        actual_finish: change.actual_finish,
        pinned_start: change.pinned_start,
        pinned_finish: change.pinned_finish,
    }
}

/// What a shipment file changes of milestones, taken out of its schedule: changes that the user can
/// edit further.
pub(crate) fn edits_of(schedule: &mut ScheduleFile) -> BTreeMap<MilestoneId, MilestoneEdit> {
    std::mem::take(&mut schedule.milestones)
        .into_iter()
        .map(|(milestone, change)| (milestone, edit(change)))
        .filter(|(_, edit)| *edit != MilestoneEdit::default())
        .collect()
}

/// The title of a shipment in lists.
pub(crate) fn title(order: &Order, products: &[readiness::ProductFrame]) -> String {
    if let Some(title) = order.title.as_ref().filter(|title| !title.trim().is_empty()) {
        return title.clone();
    }
    let models: Vec<&str> =
        products.iter().map(|p| p.model.trim()).filter(|model| !model.is_empty()).collect();
    let what = match models.as_slice() {
        [] => order.reference.clone(),
        [one] => (*one).to_owned(),
        [first, rest @ ..] => format!("{first} + {}", rest.len()),
    };
    match order.incoterm_place.as_deref().or(order.country.as_deref()) {
        Some(place) => format!("{what}, {place}"),
        None => what,
    }
}
