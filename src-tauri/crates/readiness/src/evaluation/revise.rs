//! Other versions of milestones in a shipment being judged: planned again, judged again.

use super::Evaluation;
use crate::anchors::Anchors;
use crate::delivery::done;
use crate::gates::Gates;
use crate::schedule::{Planner, check};
use crate::{Milestone, NetworkError};

/// What a changed milestone makes stale.
#[derive(Clone, Copy, Default)]
struct Stale {
    /// The order of planning, and with it what comes before each gate.
    links: bool,
    /// Which milestone stands for a step, and whether it is behind us.
    anchors: bool,
    /// Whether the shipment is held up there.
    gates: bool,
}

impl Stale {
    fn between(old: &Milestone, new: &Milestone) -> Self {
        Self {
            links: old.after != new.after || old.calendar != new.calendar || old.id != new.id,
            anchors: old.step != new.step
                || old.stands_for != new.stands_for
                || old.consignment != new.consignment
                || done(old) != done(new),
            gates: old.gate != new.gate,
        }
    }

    fn or(self, other: Self) -> Self {
        Self {
            links: self.links || other.links,
            anchors: self.anchors || other.anchors,
            gates: self.gates || other.gates,
        }
    }
}

impl Evaluation {
    /// Puts other versions of milestones in their places, plans again and judges what moves.
    /// Returns the former ones: given back, they take the change back. Positions outside the
    /// network are passed over.
    ///
    /// # Errors
    /// [`NetworkError`] naming the milestones when the schedule could not be planned; nothing is
    /// changed then.
    pub fn set_milestones(
        &mut self,
        changes: Vec<(usize, Milestone)>,
    ) -> Result<Vec<(usize, Milestone)>, NetworkError> {
        let mut stale = Stale::default();
        let mut former = Vec::with_capacity(changes.len());
        for (index, milestone) in changes {
            let milestone = milestone.as_of(self.today).unwrap_or(milestone);
            if let Some(slot) = self.shipment.network.milestones.get_mut(index) {
                stale = stale.or(Stale::between(slot, &milestone));
                former.push((index, std::mem::replace(slot, milestone)));
            }
        }
        // A milestone changed twice gets its first version back last.
        former.reverse();
        if let Err(error) = self.replan(&former, stale) {
            for (index, milestone) in former {
                self.planner.set_days(index, milestone.duration.base);
                self.shipment.network.milestones[index] = milestone;
            }
            return Err(error);
        }
        if stale.anchors {
            self.anchors = Anchors::new(&self.shipment.network);
            for index in 0..self.rules.len() {
                self.rebuild(index);
            }
        }
        if stale.links || stale.gates {
            self.gates = Gates::new(&self.shipment.network, &self.planner);
        }
        self.judge_all();
        Ok(former)
    }

    /// Plans the network as it now stands; a planner of its own only where links or calendars are
    /// others, or the plan reaches further than its calendars.
    fn replan(&mut self, former: &[(usize, Milestone)], stale: Stale) -> Result<(), NetworkError> {
        let network = &self.shipment.network;
        if stale.links {
            self.planner = Planner::new(network)?;
        } else {
            for (index, _) in former {
                check(&network.milestones[*index])?;
            }
            for (index, _) in former {
                self.planner.set_days(*index, network.milestones[*index].duration.base);
            }
        }
        let mut schedule = self.planner.plan_with(network, &self.pins);
        if !self.planner.covers(&schedule) {
            self.planner = Planner::new(network)?;
            schedule = self.planner.plan_with(network, &self.pins);
        }
        self.schedule = schedule;
        Ok(())
    }
}
