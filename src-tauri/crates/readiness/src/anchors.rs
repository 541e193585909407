//! From a step named in a requirement to a milestone of this shipment's network.

use crate::{Network, Schedule, Step};
use chrono::NaiveDate;
use hashbrown::HashMap;

/// The milestone that stands for a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Anchor {
    pub(crate) index: usize,
    /// The milestone only stands in for the step: its start is the moment meant, as departure is
    /// for "on board" where a network has a rail leg and no loading of its own.
    pub(crate) at_start: bool,
}

impl Anchor {
    /// The day the step is done.
    pub(crate) fn day(self, schedule: &Schedule) -> NaiveDate {
        if self.at_start {
            schedule.planned_start(self.index)
        } else {
            schedule.shown_finish(self.index)
        }
    }
}

/// Steps looked up once per network.
#[derive(Clone, Debug, Default)]
pub(crate) struct Anchors {
    own: HashMap<Step, Vec<usize>>,
    stand_ins: HashMap<Step, Vec<usize>>,
    consignment: Vec<Option<u8>>,
    closed: Vec<bool>,
}

impl Anchors {
    pub(crate) fn new(network: &Network) -> Self {
        let mut anchors = Self::default();
        for (index, milestone) in network.milestones.iter().enumerate() {
            anchors.own.entry(milestone.step.clone()).or_default().push(index);
            for step in &milestone.stands_for {
                anchors.stand_ins.entry(step.clone()).or_default().push(index);
            }
            anchors.consignment.push(milestone.consignment);
            anchors.closed.push(milestone.closed || milestone.actual_finish.is_some());
        }
        anchors
    }

    fn candidates(&self, step: &Step, consignment: Option<u8>) -> impl Iterator<Item = Anchor> {
        let (list, at_start) = match (self.own.get(step), self.stand_ins.get(step)) {
            (Some(own), _) => (own.as_slice(), false),
            (None, Some(stand_ins)) => (stand_ins.as_slice(), true),
            (None, None) => (&[][..], false),
        };
        let exact = consignment.is_some()
            && list.iter().any(|index| self.consignment[*index] == consignment);
        list.iter()
            .filter(move |index| !exact || self.consignment[**index] == consignment)
            .map(move |index| Anchor { index: *index, at_start })
    }

    /// The earliest milestone of the step, of the consignment where that has its own.
    pub(crate) fn first(
        &self,
        step: &Step,
        consignment: Option<u8>,
        schedule: &Schedule,
    ) -> Option<Anchor> {
        self.candidates(step, consignment)
            .min_by_key(|anchor| schedule.spans.get(anchor.index).map(|s| (s.es, anchor.index)))
    }

    /// The latest milestone of the step.
    pub(crate) fn last(
        &self,
        step: &Step,
        consignment: Option<u8>,
        schedule: &Schedule,
    ) -> Option<Anchor> {
        self.candidates(step, consignment)
            .max_by_key(|anchor| schedule.spans.get(anchor.index).map(|s| (s.ef, anchor.index)))
    }

    /// Every milestone of the step, with its consignment.
    pub(crate) fn each(&self, step: &Step) -> Vec<(Anchor, Option<u8>)> {
        self.candidates(step, None)
            .map(|anchor| (anchor, self.consignment.get(anchor.index).copied().flatten()))
            .collect()
    }

    /// Whether a milestone is behind us.
    pub(crate) fn closed(&self, index: usize) -> bool {
        self.closed.get(index).copied().unwrap_or(false)
    }

    /// Every consignment that the network knows.
    pub(crate) fn consignments(&self) -> Vec<u8> {
        let mut all: Vec<u8> = self.consignment.iter().flatten().copied().collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}
