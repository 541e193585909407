//! The difference between two judgements: what a change would do.

use crate::{Code, Finding, GateState, Judgement, MilestoneId, Subject};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// A gate's date and state before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GateDifference {
    /// The milestone.
    pub milestone: MilestoneId,
    /// Before; none when the gate is new.
    pub before: Option<(NaiveDate, GateState)>,
    /// After; none when the gate is gone.
    pub after: Option<(NaiveDate, GateState)>,
}

/// What changes from one judgement to another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// Findings only after.
    pub added: Vec<Finding>,
    /// Findings only before.
    pub removed: Vec<Finding>,
    /// The same gap, judged otherwise: before, after.
    pub changed: Vec<(Finding, Finding)>,
    /// Gates that move or change.
    pub gates: Vec<GateDifference>,
    /// Days by which the end moves; negative when earlier.
    pub end_moves: i64,
}

type Key<'a> = (&'a Subject, Code, Option<u8>, Vec<&'a str>);

fn key(finding: &Finding) -> Key<'_> {
    let models = finding.models.iter().map(String::as_str).collect();
    (&finding.subject, finding.code, finding.consignment, models)
}

/// Whether a reader would see the two as different.
fn differs(before: &Finding, after: &Finding) -> bool {
    (before.severity, before.timing, before.need_plan, before.need_latest, before.start_by)
        != (after.severity, after.timing, after.need_plan, after.need_latest, after.start_by)
        || before.slack_days != after.slack_days
        || before.evidence != after.evidence
}

/// Compares two judgements of one shipment.
#[must_use]
pub fn difference(before: &Judgement, after: &Judgement) -> Difference {
    let old: BTreeMap<Key<'_>, &Finding> = before.findings.iter().map(|f| (key(f), f)).collect();
    let new: BTreeMap<Key<'_>, &Finding> = after.findings.iter().map(|f| (key(f), f)).collect();
    let only = |list: &[Finding], other: &BTreeMap<Key<'_>, &Finding>| {
        list.iter().filter(|finding| !other.contains_key(&key(finding))).cloned().collect()
    };
    let changed = after
        .findings
        .iter()
        .filter_map(|finding| {
            let before = old.get(&key(finding))?;
            differs(before, finding).then(|| ((*before).clone(), finding.clone()))
        })
        .collect();
    let standing = |judgement: &Judgement| -> BTreeMap<MilestoneId, (NaiveDate, GateState)> {
        judgement
            .gates
            .iter()
            .map(|gate| (gate.milestone.clone(), (gate.date, gate.state)))
            .collect()
    };
    let (old_gates, new_gates) = (standing(before), standing(after));
    let mut gates: Vec<GateDifference> = after
        .gates
        .iter()
        .map(|gate| &gate.milestone)
        .chain(
            before
                .gates
                .iter()
                .map(|gate| &gate.milestone)
                .filter(|id| !new_gates.contains_key(*id)),
        )
        .map(|id| GateDifference {
            milestone: id.clone(),
            before: old_gates.get(id).copied(),
            after: new_gates.get(id).copied(),
        })
        .collect();
    gates.retain(|gate| gate.before != gate.after);
    let end = |judgement: &Judgement| judgement.schedule.date(judgement.schedule.end);
    Difference {
        added: only(&after.findings, &old),
        removed: only(&before.findings, &new),
        changed,
        gates,
        end_moves: (end(after) - end(before)).num_days(),
    }
}
