//! Gates: where findings stop the shipment.

use crate::delivery::done;
use crate::{Counts, Finding, Gate, GateState, MilestoneId, Network, Planner, Schedule, Severity};
use hashbrown::HashMap;

/// The gates of a network and what comes before each, found once.
#[derive(Clone, Debug, Default)]
pub(crate) struct Gates {
    /// Position of each gate's milestone, and for every milestone whether it comes before it.
    gates: Vec<(usize, Vec<bool>)>,
    index: HashMap<MilestoneId, usize>,
}

impl Gates {
    pub(crate) fn new(network: &Network, planner: &Planner) -> Self {
        let gates = network
            .milestones
            .iter()
            .enumerate()
            .filter(|(_, milestone)| milestone.gate)
            .map(|(index, _)| (index, planner.ancestors(index)))
            .collect();
        let index = network
            .milestones
            .iter()
            .enumerate()
            .map(|(index, milestone)| (milestone.id.clone(), index))
            .collect();
        Self { gates, index }
    }

    /// Puts every finding at the first open gate it stops, and tells how each gate stands.
    ///
    /// A finding whose milestone is unknown or behind every gate stops the first gate that is
    /// still ahead: what cannot be placed must not slip through.
    pub(crate) fn judge(
        &self,
        network: &Network,
        schedule: &Schedule,
        findings: &[Finding],
    ) -> Vec<Gate> {
        let mut order: Vec<usize> = (0..self.gates.len()).collect();
        order.sort_by_key(|gate| {
            let index = self.gates[*gate].0;
            (schedule.spans.get(index).map(|span| (span.es, span.ef)), index)
        });
        let passed = |gate: usize| done(&network.milestones[self.gates[gate].0]);
        let mut own: Vec<Vec<usize>> = vec![Vec::new(); self.gates.len()];
        let mut places: Vec<(Option<usize>, usize)> = Vec::new();
        for (position, finding) in findings.iter().enumerate() {
            let milestone = finding.milestone.as_ref().and_then(|id| self.index.get(id)).copied();
            let ahead = || order.iter().copied().filter(|gate| !passed(*gate));
            let gate = milestone
                .and_then(|index| ahead().find(|gate| self.gates[*gate].1[index]))
                .or_else(|| match milestone {
                    // After the last gate: nothing is left to hold.
                    Some(index) if ahead().next().is_some() => {
                        let start = schedule.spans.get(index).map(|span| span.es);
                        ahead().find(|gate| {
                            schedule.spans.get(self.gates[*gate].0).map(|span| span.es) >= start
                        })
                    }
                    Some(_) => None,
                    None => ahead().next(),
                })
                .or_else(|| ahead().next_back());
            if let Some(gate) = gate {
                own[gate].push(position);
            }
            if finding.severity == Severity::Blocker {
                places.push((milestone, position));
            }
        }
        order
            .iter()
            .map(|gate| {
                let (index, before) = &self.gates[*gate];
                let milestone = &network.milestones[*index];
                let mut counts = Counts::default();
                own[*gate].iter().for_each(|position| counts.add(findings[*position].severity));
                let held_before = places.iter().any(|(place, position)| {
                    !own[*gate].contains(position)
                        && place.is_none_or(|place| before.get(place) == Some(&true))
                }) || order.iter().any(|other| {
                    other != gate
                        && before[self.gates[*other].0]
                        && own[*other]
                            .iter()
                            .any(|position| findings[*position].severity == Severity::Blocker)
                });
                let state = if passed(*gate) {
                    GateState::Passed
                } else if counts.blocker > 0 {
                    GateState::Held
                } else if held_before {
                    GateState::Behind
                } else {
                    GateState::Open
                };
                Gate {
                    milestone: milestone.id.clone(),
                    title: milestone.title.clone(),
                    date: schedule.planned_start(*index),
                    finish: schedule.shown_finish(*index),
                    state,
                    counts,
                    findings: own[*gate].clone(),
                    consignment: milestone.consignment,
                }
            })
            .collect()
    }
}
