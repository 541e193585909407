//! What a shipment's row holds besides the tables of its own: the order, the schedule it came
//! from, what is judged, and the packs it was judged by.

use crate::views::TolerancesView;
use packs::{InPlayFile, MilestoneChange, ScheduleFile};
use readiness::{Order, PackStamp};
use serde::{Deserialize, Serialize};

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
}

/// A change the user made to a milestone, as stored.
pub(crate) fn change(edit: &crate::views::MilestoneEdit) -> MilestoneChange {
    MilestoneChange {
        days: edit.base_days,
        closed: edit.closed,
        actual_start: edit.actual_start,
        actual_finish: edit.actual_finish,
        pinned_finish: edit.pinned_finish,
        ..MilestoneChange::default()
    }
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
