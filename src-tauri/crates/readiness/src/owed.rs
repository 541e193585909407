//! What each party owes: the milestones it carries and the documents it has to bring, with their
//! days. Prices, screening and source code are no part of it: these lists leave the house, and a
//! requirement says in its pack whether it does (`internal`).

use crate::delivery::done;
use crate::{
    Calendar, Judgement, MilestoneId, PartyRole, Requirement, RequirementId, Rulebook, Severity,
    Shipment, State, Subject, Text,
};
use chrono::NaiveDate;

/// How far a milestone is on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Progress {
    /// Its planned start lies ahead.
    Ahead,
    /// It should be under way.
    Running,
    /// Its planned finish is past and it is not done.
    Overdue,
}

/// A milestone that is not done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenMilestone {
    /// Its position in the network.
    pub index: usize,
    /// Planned start.
    pub start: NaiveDate,
    /// Planned last day.
    pub finish: NaiveDate,
    /// Latest last day that does not delay the end.
    pub latest_finish: NaiveDate,
    /// Total float in days.
    pub total_float: i32,
    /// No float.
    pub critical: bool,
    /// How far it is.
    pub progress: Progress,
}

/// A document that is still to be had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenDocument {
    /// The requirement.
    pub requirement: RequirementId,
    /// Its title.
    pub title: Text,
    /// The consignment, where there are several.
    pub consignment: Option<u8>,
    /// How bad it is to be without.
    pub severity: Severity,
    /// The milestone that needs it.
    pub milestone: Option<MilestoneId>,
    /// Planned day on which it is needed.
    pub needed: Option<NaiveDate>,
    /// Start by this day for even the longest lead time to fit.
    pub start_by: Option<NaiveDate>,
    /// Who is to bring it, the first one first.
    pub roles: Vec<PartyRole>,
}

/// All milestones that are not done, by their planned start.
#[must_use]
pub fn open_milestones(shipment: &Shipment, judgement: &Judgement) -> Vec<OpenMilestone> {
    let schedule = &judgement.schedule;
    let mut open: Vec<OpenMilestone> = shipment
        .network
        .milestones
        .iter()
        .enumerate()
        .filter(|(_, milestone)| !done(milestone))
        .map(|(index, milestone)| {
            let span = schedule.spans.get(index).copied().unwrap_or_default();
            let (start, finish) = (schedule.planned_start(index), schedule.shown_finish(index));
            let begun = milestone.actual_start.is_some_and(|day| day <= judgement.today);
            OpenMilestone {
                index,
                start,
                finish,
                latest_finish: schedule.latest_finish(index),
                total_float: span.total_float(),
                critical: span.critical(),
                progress: if finish < judgement.today {
                    Progress::Overdue
                } else if begun || start < judgement.today {
                    Progress::Running
                } else {
                    Progress::Ahead
                },
            }
        })
        .collect();
    open.sort_by_key(|milestone| (milestone.start, milestone.finish, milestone.index));
    open
}

/// All documents that are still to be had and may be told to others, by the day to start.
#[must_use]
pub fn open_documents(
    shipment: &Shipment,
    judgement: &Judgement,
    rulebook: &Rulebook,
) -> Vec<OpenDocument> {
    let mut open = Vec::new();
    for verdict in &judgement.verdicts {
        let Subject::Requirement(id) = &verdict.subject else { continue };
        let Some(requirement) = rulebook.requirement(id) else { continue };
        let wanting = matches!(verdict.state, State::Gap | State::Task);
        if !wanting || requirement.evidence.none || requirement.internal {
            continue;
        }
        open.push(OpenDocument {
            requirement: id.clone(),
            title: requirement.title.clone(),
            consignment: verdict.consignment,
            severity: verdict.severity,
            milestone: verdict.milestone.clone(),
            needed: verdict.need_plan,
            start_by: verdict.start_by,
            roles: providers(shipment, requirement, verdict.milestone.as_ref()),
        });
    }
    let day =
        |document: &OpenDocument| document.start_by.or(document.needed).unwrap_or(NaiveDate::MAX);
    open.sort_by(|a, b| {
        (day(a), &a.requirement, a.consignment).cmp(&(day(b), &b.requirement, b.consignment))
    });
    open
}

/// Who is to bring a document: the first of those in whose name it must be that takes part in the
/// order, else whoever carries the milestone that needs it.
fn providers(
    shipment: &Shipment,
    requirement: &Requirement,
    milestone: Option<&MilestoneId>,
) -> Vec<PartyRole> {
    let holders = &requirement.evidence.holder;
    if !holders.is_empty() {
        let known = holders.iter().find(|role| shipment.order.parties.contains_key(role));
        return known.or(holders.first()).into_iter().copied().collect();
    }
    let milestones = &shipment.network.milestones;
    milestone
        .and_then(|id| milestones.iter().find(|milestone| milestone.id == *id))
        .map(|milestone| milestone.roles.clone())
        .unwrap_or_default()
}

/// Whether a party is known not to work on a day: its own calendar says so, for a year it knows.
/// A weekend is one in any year.
#[must_use]
pub fn day_off(calendar: Option<&Calendar>, day: NaiveDate) -> bool {
    use chrono::{Datelike, Weekday};
    calendar.is_some_and(|calendar| {
        let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        !calendar.is_working(day) && (calendar.knows(day) || weekend)
    })
}
