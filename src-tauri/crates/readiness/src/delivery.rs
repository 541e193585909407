//! Findings about the schedule and the order itself: overdue milestones, holidays, calendars that
//! do not know a year, dates set by hand against the network, Incoterm traps.

use crate::{
    Calendar, Code, FactId, Finding, Incoterm, IncotermTrap, Milestone, Reason, Schedule, Severity,
    Shipment, Subject, Value,
};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeSet;

fn bare(subject: Subject, code: Code, severity: Severity, because: Vec<Reason>) -> Finding {
    Finding {
        subject,
        code,
        severity,
        timing: None,
        need_plan: None,
        need_latest: None,
        start_by: None,
        fix_by: None,
        slack_days: None,
        milestone: None,
        consignment: None,
        models: Vec::new(),
        evidence: None,
        questions: Vec::new(),
        waits_for: Vec::new(),
        because: because.into(),
    }
}

fn at(milestone: &Milestone, code: Code, severity: Severity, because: Vec<Reason>) -> Finding {
    let mut finding = bare(Subject::Milestone(milestone.id.clone()), code, severity, because);
    finding.milestone = Some(milestone.id.clone());
    finding.consignment = milestone.consignment;
    finding
}

/// Whether a milestone is behind us.
pub(crate) fn done(milestone: &Milestone) -> bool {
    milestone.closed || milestone.actual_finish.is_some()
}

/// All findings about milestones.
pub(crate) fn of_milestones(
    shipment: &Shipment,
    schedule: &Schedule,
    today: NaiveDate,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    let network = &shipment.network;
    let origin = network.origin_calendar.as_ref().and_then(|id| network.calendars.get(id));
    for (index, milestone) in network.milestones.iter().enumerate() {
        if done(milestone) {
            continue;
        }
        findings.extend(overdue(milestone, index, schedule, today));
        if let Some(calendar) = origin.filter(|_| milestone.in_origin) {
            findings.extend(holidays(milestone, index, schedule, calendar, today));
        }
        findings.extend(deadline(milestone, index, schedule));
        findings.extend(pinned(milestone, index, schedule, network));
    }
    findings.extend(calendar_gaps(shipment, schedule));
    findings
}

fn overdue(
    milestone: &Milestone,
    index: usize,
    schedule: &Schedule,
    today: NaiveDate,
) -> Option<Finding> {
    let shown = schedule.shown_finish(index);
    if shown >= today {
        return None;
    }
    let latest_finish = schedule.latest_finish(index);
    let absorbed = today <= latest_finish;
    let severity = if absorbed { Severity::Minor } else { Severity::Major };
    let days = (today - shown).num_days();
    let because = vec![Reason::Overdue { days, latest_finish, absorbed }];
    let mut finding = at(milestone, Code::Overdue, severity, because);
    finding.need_plan = Some(shown);
    finding.need_latest = Some(latest_finish);
    finding.fix_by = Some(latest_finish);
    finding.slack_days = Some((latest_finish - today).num_days());
    Some(finding)
}

/// Only milestones in calendar days: one in working days has its holidays counted already.
fn holidays(
    milestone: &Milestone,
    index: usize,
    schedule: &Schedule,
    calendar: &Calendar,
    today: NaiveDate,
) -> Option<Finding> {
    if milestone.calendar.is_some() || milestone.duration.base == 0 {
        return None;
    }
    let from = schedule.planned_start(index).max(today);
    let days: Vec<NaiveDate> = calendar.holidays(from, schedule.shown_finish(index)).collect();
    if days.is_empty() {
        return None;
    }
    Some(at(milestone, Code::Holiday, Severity::Info, vec![Reason::Holidays { days }]))
}

fn deadline(milestone: &Milestone, index: usize, schedule: &Schedule) -> Option<Finding> {
    let limit = milestone.deadline?;
    let found = schedule.shown_finish(index);
    let days = (limit - found).num_days();
    if days >= 0 {
        return None;
    }
    let what = milestone.id.0.clone();
    let mut finding = at(
        milestone,
        Code::Deadline,
        Severity::Major,
        vec![Reason::DateLimit { what, found, limit, days }],
    );
    finding.slack_days = Some(days);
    finding.need_plan = Some(found);
    finding.need_latest = Some(limit);
    Some(finding)
}

/// A date set by hand that its predecessors cannot meet.
fn pinned(
    milestone: &Milestone,
    index: usize,
    schedule: &Schedule,
    network: &crate::Network,
) -> Option<Finding> {
    milestone.pinned_start.or(milestone.pinned_finish)?;
    if milestone.actual_start.is_some() {
        return None;
    }
    let own = schedule.spans.get(index)?;
    let short = milestone
        .after
        .iter()
        .filter_map(|link| {
            let from = network.milestones.iter().position(|m| m.id == link.from)?;
            let span = schedule.spans.get(from)?;
            let anchor = match link.kind {
                crate::LinkKind::FinishToStart => span.ef,
                crate::LinkKind::StartToStart => span.es,
            };
            let counted =
                milestone.calendar.as_ref().or(network.milestones[from].calendar.as_ref());
            let calendar = counted
                .filter(|_| link.working && link.lag > 0)
                .and_then(|id| network.calendars.get(id));
            let reached = match calendar {
                Some(calendar) => (anchor..own.es)
                    .filter(|day| calendar.is_working(schedule.date(*day)))
                    .nth(usize::from(link.lag) - 1)
                    .map_or(own.es + 1, |day| day + 1),
                None => anchor + i32::from(link.lag),
            };
            let short = reached - own.es;
            (short > 0).then_some((short, from, link))
        })
        .max_by_key(|(short, _, _)| *short)?;
    let (days, from, _) = short;
    let because = vec![Reason::DateLimit {
        what: network.milestones[from].id.0.clone(),
        found: schedule.shown_finish(from),
        limit: schedule.planned_start(index),
        days: -i64::from(days),
    }];
    let mut finding = at(milestone, Code::Pinned, Severity::Major, because);
    finding.need_plan = Some(schedule.planned_start(index));
    finding.slack_days = Some(-i64::from(days));
    Some(finding)
}

fn calendar_gaps(shipment: &Shipment, schedule: &Schedule) -> Vec<Finding> {
    let network = &shipment.network;
    let mut findings = Vec::new();
    for (id, calendar) in &network.calendars {
        let mut years = BTreeSet::new();
        let mut first: Option<&Milestone> = None;
        for (index, milestone) in network.milestones.iter().enumerate() {
            let counts = milestone.calendar.as_ref() == Some(id);
            // Its holidays would be warned of, if they were known.
            let warned = milestone.calendar.is_none()
                && milestone.in_origin
                && milestone.duration.base > 0
                && network.origin_calendar.as_ref() == Some(id);
            if !(counts || warned) || done(milestone) {
                continue;
            }
            for day in [schedule.planned_start(index), schedule.shown_finish(index)] {
                if !calendar.knows(day) {
                    years.insert(day.year());
                    first = first.or(Some(milestone));
                }
            }
        }
        if let Some(milestone) = first {
            let because = vec![Reason::YearsUnknown {
                calendar: id.0.clone(),
                years: years.into_iter().collect(),
            }];
            let mut finding = at(milestone, Code::CalendarGap, Severity::Minor, because);
            finding.subject = Subject::Order(format!("calendar-{id}"));
            findings.push(finding);
        }
    }
    findings
}

/// Whether the buyer is not in the exporter's country; taken so where either is not known.
fn buyer_abroad(shipment: &Shipment) -> bool {
    let country = |role: crate::PartyRole| {
        shipment.order.parties.get(&role).and_then(|party| party.country.as_deref())
    };
    let buyer = country(crate::PartyRole::Buyer);
    buyer.is_none() || buyer != country(crate::PartyRole::Exporter)
}

/// Known ways in which the chosen Incoterm bites.
pub(crate) fn incoterm_traps(shipment: &Shipment) -> Vec<Finding> {
    let Some(incoterm) = shipment.order.incoterm else {
        return Vec::new();
    };
    let choices = |fact: &str| match shipment.answers.get(&FactId::from(fact)) {
        Some(Value::Choices(choices)) => Some(choices.clone()),
        _ => None,
    };
    let yes = |fact: &str| shipment.answers.get(&FactId::from(fact)) == Some(&Value::YesNo(true));
    let mut traps = Vec::new();
    if incoterm == Incoterm::Exw && yes("refund-claimed") {
        traps.push((IncotermTrap::ExwRefund, Severity::Major));
    }
    if incoterm == Incoterm::Exw && buyer_abroad(shipment) {
        traps.push((IncotermTrap::ExwDeclarant, Severity::Minor));
    }
    let by_sea = choices("transport-mode").is_none_or(|modes| modes.contains("sea"));
    if incoterm == Incoterm::Fca && shipment.order.letter_of_credit.is_some() && by_sea {
        traps.push((IncotermTrap::FcaOnBoard, Severity::Minor));
    }
    let terms = incoterm.terms();
    if terms.sea_only {
        if choices("load-units").is_some_and(|units| units.contains("container")) {
            traps.push((IncotermTrap::SeaRuleContainer, Severity::Minor));
        }
        if choices("transport-mode").is_some_and(|modes| !modes.contains("sea")) {
            traps.push((IncotermTrap::SeaRuleNoSea, Severity::Major));
        }
    }
    if incoterm == Incoterm::Ddp
        && !shipment.order.parties.contains_key(&crate::PartyRole::Importer)
    {
        traps.push((IncotermTrap::DdpImporter, Severity::Major));
    }
    traps
        .into_iter()
        .map(|(trap, severity)| {
            let id = match trap {
                IncotermTrap::ExwRefund => "incoterm-exw-refund",
                IncotermTrap::SeaRuleContainer => "incoterm-container",
                IncotermTrap::SeaRuleNoSea => "incoterm-no-sea",
                IncotermTrap::DdpImporter => "incoterm-ddp-importer",
                IncotermTrap::ExwDeclarant => "incoterm-exw-declarant",
                IncotermTrap::FcaOnBoard => "incoterm-fca-on-board",
            };
            bare(
                Subject::Order(id.to_owned()),
                Code::Incoterm,
                severity,
                vec![Reason::IncotermTrap { trap }],
            )
        })
        .collect()
}
