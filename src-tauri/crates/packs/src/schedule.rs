//! The schedule of a shipment: its template, the milestones of its own and its bare dates.

use crate::formats::{MilestoneChange, ScheduleFile, TemplateMilestone};
use crate::library::Library;
use crate::network::{milestone, worded};
use readiness::{Duration, Milestone, MilestoneId, Network, Planner, RequirementId, Text};
use std::collections::BTreeMap;

/// A mistake in a schedule and the field it is in.
pub type ScheduleProblem = (String, Text);

/// A network with the requirements that have a milestone of their own in it.
pub type Planned = (Network, BTreeMap<RequirementId, MilestoneId>);

/// Builds the network of a schedule.
///
/// # Errors
/// Every mistake, with the field it is in.
pub fn network(
    schedule: &ScheduleFile,
    library: &Library,
) -> Result<Planned, Vec<ScheduleProblem>> {
    let planned = laid(schedule, library)?;
    match Planner::new(&planned.0) {
        Ok(_) => Ok(planned),
        Err(error) => Err(vec![(String::new(), worded(&error))]),
    }
}

/// The network as a schedule lays it down, whether or not it can be planned like that: changes
/// that are kept elsewhere may still give its milestones other predecessors.
///
/// # Errors
/// What the library does not know, field by field.
pub fn laid(schedule: &ScheduleFile, library: &Library) -> Result<Planned, Vec<ScheduleProblem>> {
    let mut problems: Vec<ScheduleProblem> = Vec::new();
    let mut network = Network { calendars: library.calendars.clone(), ..Network::default() };
    network
        .calendars
        .extend(schedule.calendars.iter().map(|calendar| (calendar.id.clone(), calendar.clone())));
    let mut needed_at = BTreeMap::new();
    let mut prefix = String::new();
    let mut replaced: Vec<MilestoneId> = Vec::new();
    let mut legs: Vec<&TemplateMilestone> = schedule.add.iter().collect();
    if let Some(id) = &schedule.template {
        match library.templates.get(id) {
            Some(template) => {
                prefix.clone_from(&template.id);
                network.origin_calendar.clone_from(&template.origin_calendar);
                needed_at.clone_from(&template.needed_at);
                legs.extend(&template.milestones);
                for own in &template.milestones {
                    match milestone(own, &template.id, &library.steps) {
                        Ok(milestone) if own.listed_only && is_own(schedule, &milestone) => {
                            replaced.push(milestone.id);
                        }
                        Ok(milestone) => {
                            if own.listed_only {
                                network.listed_only.push(milestone.id.clone());
                            }
                            network.milestones.push(milestone);
                        }
                        Err(message) => problems.push(("/template".to_owned(), message)),
                    }
                }
            }
            None => {
                let known: Vec<&str> = library.templates.keys().map(String::as_str).collect();
                let known = known.join(", ");
                problems.push((
                    "/template".to_owned(),
                    Text::new(
                        format!("no template {id:?}; allowed: {known}"),
                        format!("没有模板 {id:?}；可用：{known}"),
                    ),
                ));
            }
        }
    }
    for (index, own) in schedule.add.iter().enumerate() {
        match milestone(own, &prefix, &library.steps) {
            Ok(milestone) => network.milestones.push(milestone),
            Err(message) => problems.push((format!("/add/{index}/step"), message)),
        }
    }
    // Where the user has such steps of his own, nothing waits for the template's.
    replaced.retain(|id| !network.milestones.iter().any(|milestone| milestone.id == *id));
    for milestone in &mut network.milestones {
        milestone.after.retain(|link| !replaced.contains(&link.from));
    }
    for leg in legs {
        if let (Some(consignment), Some(mode)) = (leg.consignment, &leg.mode) {
            network.modes.entry(consignment).or_default().insert(mode.clone());
        }
    }
    if let Some(calendar) = &schedule.origin_calendar {
        network.origin_calendar = Some(calendar.clone());
    }
    if let Some(calendar) =
        network.origin_calendar.as_ref().filter(|id| !network.calendars.contains_key(*id))
    {
        problems.push((
            "/origin_calendar".to_owned(),
            Text::new(format!("no calendar {calendar}"), format!("没有日历 {calendar}")),
        ));
    }
    network.milestones.retain(|milestone| !schedule.leave_out.contains(&milestone.id));
    bare_dates(schedule, library, &mut network, &mut problems);
    for (id, change) in &schedule.milestones {
        match network.milestones.iter_mut().find(|milestone| milestone.id == *id) {
            Some(milestone) => apply(milestone, change),
            None => problems.push((
                format!("/milestones/{id}"),
                Text::new(
                    format!("the schedule has no milestone {id}"),
                    format!("计划中没有里程碑 {id}"),
                ),
            )),
        }
    }
    match schedule.start.or_else(|| schedule.dates.values().min().copied()) {
        Some(start) => network.start = start,
        None if network.milestones.is_empty() => {}
        None => problems.push((
            "/start".to_owned(),
            Text::new(
                "the schedule needs a start: the day the contract takes effect",
                "计划缺少开始日：合同生效之日",
            ),
        )),
    }
    if problems.is_empty() { Ok((network, needed_at)) } else { Err(problems) }
}

/// Whether the user has put a step of this kind into the schedule himself.
fn is_own(schedule: &ScheduleFile, milestone: &Milestone) -> bool {
    schedule.add.iter().any(|own| {
        own.id == milestone.id
            || own.step.as_ref() == Some(&milestone.step)
            || own.id.as_str() == milestone.step.as_str()
    })
}

/// Dates without a network: each a milestone of its own that does not move.
fn bare_dates(
    schedule: &ScheduleFile,
    library: &Library,
    network: &mut Network,
    problems: &mut Vec<ScheduleProblem>,
) {
    for (step, date) in &schedule.dates {
        let Some(kind) = library.steps.get(step) else {
            let known: Vec<&str> = library.steps.keys().map(readiness::Step::as_str).collect();
            let known = known.join(", ");
            problems.push((
                format!("/dates/{step}"),
                Text::new(
                    format!("{step} is no kind of milestone; allowed: {known}"),
                    format!("{step} 不是里程碑类型；可用：{known}"),
                ),
            ));
            continue;
        };
        let own = network.milestones.iter_mut().find(|milestone| milestone.step == *step);
        if let Some(milestone) = own {
            milestone.pinned_finish = Some(*date);
            continue;
        }
        network.milestones.push(Milestone {
            id: MilestoneId(step.0.clone()),
            step: step.clone(),
            stands_for: Vec::new(),
            title: kind.title.clone(),
            roles: kind.roles.clone(),
            closes_with: kind.closes_with.clone(),
            gate: kind.gate,
            consignment: None,
            duration: Duration::default(),
            calendar: None,
            after: Vec::new(),
            in_origin: kind.in_origin,
            closed: false,
            actual_start: None,
            actual_finish: None,
            pinned_start: None,
            pinned_finish: Some(*date),
            deadline: None,
        });
    }
}

/// What stands for no calendar at all where a milestone's calendar is changed.
pub const CALENDAR_DAYS: &str = "calendar-days";

/// Applies a change to a milestone.
pub fn apply(milestone: &mut Milestone, change: &MilestoneChange) {
    if let Some(days) = change.days {
        milestone.duration.base = days;
    }
    if let Some(days) = change.shortest_days {
        milestone.duration.shortest = days;
    }
    if let Some(days) = change.longest_days {
        milestone.duration.longest = days;
    }
    if let Some(closed) = change.closed {
        milestone.closed = closed;
    }
    milestone.actual_start = change.actual_start.or(milestone.actual_start);
    milestone.actual_finish = change.actual_finish.or(milestone.actual_finish);
    milestone.pinned_start = change.pinned_start.or(milestone.pinned_start);
    milestone.pinned_finish = change.pinned_finish.or(milestone.pinned_finish);
    milestone.deadline = change.deadline.or(milestone.deadline);
    if let Some(calendar) = &change.calendar {
        milestone.calendar = Some(calendar.clone()).filter(|id| id.as_str() != CALENDAR_DAYS);
    }
    if let Some(after) = &change.after {
        milestone.after.clone_from(after);
    }
}
