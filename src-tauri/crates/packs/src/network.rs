//! From templates and changes to a network of milestones.

use crate::formats::{StepKind, TemplateMilestone};
use readiness::{Milestone, NetworkError, Step, Text};
use std::collections::BTreeMap;

/// A template's milestone with what its kind gives it.
///
/// # Errors
/// A message when its kind is not known.
pub fn milestone(
    own: &TemplateMilestone,
    prefix: &str,
    steps: &BTreeMap<Step, StepKind>,
) -> Result<Milestone, Text> {
    let step = own.step.clone().unwrap_or_else(|| {
        let id = own.id.as_str();
        Step::from(id.strip_prefix(prefix).and_then(|id| id.strip_prefix('-')).unwrap_or(id))
    });
    let Some(kind) = steps.get(&step) else {
        return Err(Text::new(
            format!("{step} is no kind of milestone"),
            format!("{step} 不是里程碑类型"),
        ));
    };
    Ok(Milestone {
        id: own.id.clone(),
        step,
        stands_for: own.stands_for.clone(),
        title: own.title.clone().unwrap_or_else(|| kind.title.clone()),
        roles: own.roles.clone().unwrap_or_else(|| kind.roles.clone()),
        closes_with: kind.closes_with.clone(),
        gate: own.gate.unwrap_or(kind.gate),
        consignment: own.consignment,
        duration: own.days,
        calendar: own.calendar.clone(),
        after: own.after.clone(),
        in_origin: kind.in_origin,
        closed: false,
        actual_start: None,
        actual_finish: None,
        pinned_start: None,
        pinned_finish: None,
        deadline: None,
    })
}

/// A network error in both languages.
#[must_use]
pub fn worded(error: &NetworkError) -> Text {
    let zh = match error {
        NetworkError::Duplicate { id } => format!("有两个里程碑都叫 {id}"),
        NetworkError::MissingPredecessor { milestone, missing } => {
            format!("{milestone} 等待的 {missing} 不在网络中")
        }
        NetworkError::Cycle { milestones } => {
            let names: Vec<&str> = milestones.iter().map(readiness::MilestoneId::as_str).collect();
            format!("这些里程碑互相等待：{}", names.join(" → "))
        }
        NetworkError::MissingCalendar { milestone, calendar } => {
            format!("{milestone} 使用的日历 {calendar} 不存在")
        }
        NetworkError::DateOutOfRange { date } => format!("{date} 超出 1990 至 2200 年"),
        NetworkError::TooLong { milestone } => {
            format!("{milestone} 的工期或间隔超过 {} 天", readiness::MAX_DAYS)
        }
    };
    Text::new(error.to_string(), zh)
}
