//! When a shipment leaves: the one definition of the ship date.
//!
//! Where a network has loadings of its own ("on board"), it has left when the last of them is
//! finished. Where main legs stand for the loading, as rail legs do, it leaves as the last of them
//! starts. Where there is neither, export clearance is as near as the network comes to it.

use crate::anchors::{Anchor, Anchors};
use crate::delivery::done;
use crate::{Milestone, Network, Schedule, Step};
use chrono::NaiveDate;

/// One departure: all goods leave with it, or those of one consignment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Departure {
    /// The milestone, as a position in the network.
    pub milestone: usize,
    /// The milestone's start is the departure: it is a main leg that stands for a loading.
    pub at_start: bool,
    /// The consignment, where the milestone belongs to one.
    pub consignment: Option<u8>,
}

impl Departure {
    /// The day of departure, by the plan or as it was.
    #[must_use]
    pub fn day(self, schedule: &Schedule) -> NaiveDate {
        Anchor { index: self.milestone, at_start: self.at_start }.day(schedule)
    }

    /// Whether it has happened.
    #[must_use]
    pub fn happened(self, milestone: &Milestone) -> bool {
        done(milestone) || (self.at_start && milestone.actual_start.is_some())
    }
}

impl Network {
    /// Every departure, in the network's order; none where nothing ships.
    #[must_use]
    pub fn departures(&self) -> Vec<Departure> {
        let anchors = Anchors::new(self);
        ["on-board", "export-clearance"]
            .iter()
            .map(|step| anchors.each(&Step::from(*step)))
            .find(|found| !found.is_empty())
            .unwrap_or_default()
            .into_iter()
            .map(|(Anchor { index, at_start }, consignment)| Departure {
                milestone: index,
                at_start,
                consignment,
            })
            .collect()
    }

    /// The last departure by the plan: its day is the ship date.
    #[must_use]
    pub fn ships(&self, schedule: &Schedule) -> Option<Departure> {
        self.departures()
            .into_iter()
            .max_by_key(|departure| (departure.day(schedule), departure.milestone))
    }
}

#[cfg(test)]
mod tests {
    use crate::duties::tests::step;
    use crate::{Milestone, Network, Planner};

    fn planned(milestones: Vec<Milestone>) -> (Network, crate::Schedule) {
        let start = "2026-09-01".parse().unwrap();
        let network = Network { start, milestones, ..Network::default() };
        let schedule = Planner::new(&network).unwrap().plan(&network);
        (network, schedule)
    }

    fn leg(id: &str, days: u16, after: &str, consignment: u8) -> Milestone {
        Milestone {
            step: "main-leg".into(),
            stands_for: vec!["on-board".into()],
            consignment: Some(consignment),
            ..step(id, days, &[after], &[])
        }
    }

    #[test]
    fn it_ships_when_the_last_loading_is_finished() {
        let (network, schedule) = planned(vec![
            step("export-clearance", 3, &[], &[]),
            step("on-board", 4, &["export-clearance"], &[]),
            leg("sea", 30, "on-board", 1),
        ]);
        let ships = network.ships(&schedule).unwrap();
        assert_eq!((ships.milestone, ships.at_start), (1, false));
        assert_eq!(ships.day(&schedule).to_string(), "2026-09-07");
        assert_eq!(network.departures().len(), 1, "its own loading counts, not the leg's");
    }

    #[test]
    fn where_legs_stand_for_the_loading_it_ships_as_the_last_of_them_starts() {
        let (mut network, schedule) = planned(vec![
            step("export-clearance", 3, &[], &[]),
            leg("rail", 20, "export-clearance+2", 1),
            leg("sea", 5, "export-clearance+9", 2),
        ]);
        let ships = network.ships(&schedule).unwrap();
        assert_eq!((ships.milestone, ships.at_start, ships.consignment), (2, true, Some(2)));
        // The rail leg ends later; what counts is who leaves last.
        assert_eq!(ships.day(&schedule).to_string(), "2026-09-13");
        assert!(!ships.happened(&network.milestones[2]));
        network.milestones[2].actual_start = Some("2026-09-13".parse().unwrap());
        assert!(ships.happened(&network.milestones[2]), "it has left, although it is under way");
    }

    #[test]
    fn without_either_export_clearance_counts_and_without_that_nothing_ships() {
        let (network, schedule) = planned(vec![step("export-clearance", 3, &[], &[])]);
        assert_eq!(network.ships(&schedule).unwrap().day(&schedule).to_string(), "2026-09-03");
        let (network, schedule) = planned(vec![step("sat", 3, &[], &[])]);
        assert_eq!(network.ships(&schedule), None);
    }
}
