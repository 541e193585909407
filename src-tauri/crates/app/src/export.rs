//! What the command line prints: the stable JSON of findings, gates and schedule.

use crate::views::{GateChange, MilestoneShift, StateView};
use readiness::{Counts, Finding, Gate, Judgement, Milestone, Reason, Severity, Text, Timing};
use serde::Serialize;
use wording::Lookup;

/// One finding, as `--format json` gives it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FindingOutput {
    /// The requirement, check or milestone.
    pub subject: String,
    /// `requirement`, `check`, `milestone` or `order`.
    pub subject_kind: &'static str,
    /// The kind of gap.
    pub code: &'static str,
    /// How bad.
    pub severity: Severity,
    /// Whether there is time.
    pub timing: Option<Timing>,
    /// Planned date by which it must be closed.
    pub need_plan: Option<chrono::NaiveDate>,
    /// Latest date that does not delay the end.
    pub need_latest: Option<chrono::NaiveDate>,
    /// Start by this day.
    pub start_by: Option<chrono::NaiveDate>,
    /// The last day on which closing it helps.
    pub fix_by: Option<chrono::NaiveDate>,
    /// Days in hand.
    pub slack_days: Option<i64>,
    /// The milestone it stops at.
    pub milestone: Option<String>,
    /// The consignment.
    pub consignment: Option<u8>,
    /// The models it is about, where that is not all.
    pub models: Vec<String>,
    /// The document that falls short.
    pub evidence: Option<String>,
    /// Questions that would settle it.
    pub questions: Vec<String>,
    /// Requirements that must be met first.
    pub waits_for: Vec<String>,
    /// Title of the subject.
    pub title: Text,
    /// What is wrong and what to do.
    pub message: Text,
    /// The reasons as data.
    pub because: Vec<Reason>,
}

/// One gate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GateOutput {
    /// The milestone.
    pub milestone: String,
    /// Its title.
    pub title: Text,
    /// Its date: the day it starts, when things are needed.
    pub date: chrono::NaiveDate,
    /// Its last planned day.
    pub finish: chrono::NaiveDate,
    /// How it stands.
    pub state: readiness::GateState,
    /// Findings that stop the shipment here.
    pub counts: Counts,
    /// The consignment.
    pub consignment: Option<u8>,
}

/// One requirement or check and where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct VerdictOutput {
    /// The requirement or check.
    pub subject: String,
    /// Where it stands.
    pub state: readiness::State,
    /// The consignment.
    pub consignment: Option<u8>,
    /// Documents that satisfy it.
    pub satisfied_by: Vec<String>,
}

/// One milestone of the schedule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MilestoneOutput {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// Day numbers from the start.
    pub days: readiness::Span,
    /// Earliest start.
    pub es: chrono::NaiveDate,
    /// Earliest finish, exclusive.
    pub ef: chrono::NaiveDate,
    /// Latest start.
    pub ls: chrono::NaiveDate,
    /// Latest finish, exclusive.
    pub lf: chrono::NaiveDate,
    /// The last day of it, as shown.
    pub finish: chrono::NaiveDate,
    /// Total float in days.
    pub total_float: i32,
    /// No float.
    pub critical: bool,
    /// Days from the shown finish to its deadline.
    pub deadline_slack: Option<i64>,
    /// The consignment.
    pub consignment: Option<u8>,
    /// Done.
    pub closed: bool,
}

/// The schedule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ScheduleOutput {
    /// Day 0.
    pub start: chrono::NaiveDate,
    /// The last day of all.
    pub end: chrono::NaiveDate,
    /// Days from start to end.
    pub length: i32,
    /// One longest chain of critical milestones.
    pub critical_path: Vec<String>,
    /// The milestones.
    pub milestones: Vec<MilestoneOutput>,
}

/// All that `shipshape check` says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CheckOutput {
    /// The exporter's reference.
    pub reference: String,
    /// The day judged on.
    pub on: chrono::NaiveDate,
    /// `ready` when no blocker stands, else `not-ready`.
    pub verdict: &'static str,
    /// Findings by severity.
    pub counts: Counts,
    /// The findings, by what to start first.
    pub findings: Vec<FindingOutput>,
    /// The gates.
    pub gates: Vec<GateOutput>,
    /// Where every requirement and check stands.
    pub verdicts: Vec<VerdictOutput>,
    /// The schedule.
    pub schedule: ScheduleOutput,
}

/// A finding that a what-if changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChangedOutput {
    /// As it is.
    pub before: FindingOutput,
    /// As it would be.
    pub after: FindingOutput,
}

/// All that `shipshape what-if` says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WhatIfOutput {
    /// The exporter's reference.
    pub reference: String,
    /// The day judged on.
    pub on: chrono::NaiveDate,
    /// The figures as it is.
    pub before: StateView,
    /// The figures as it would be.
    pub after: StateView,
    /// Findings only after.
    pub added: Vec<FindingOutput>,
    /// Findings only before.
    pub removed: Vec<FindingOutput>,
    /// The same gap, judged otherwise.
    pub changed: Vec<ChangedOutput>,
    /// Gates that move or change.
    pub gates: Vec<GateChange>,
    /// Milestones whose days change.
    pub moves: Vec<MilestoneShift>,
    /// Days by which the end moves; negative when earlier.
    pub end_moves: i64,
}

/// The findings alone.
#[must_use]
pub fn findings_of(
    judgement: &Judgement,
    rulebook: &readiness::Rulebook,
    lookup: &dyn Lookup,
) -> Vec<FindingOutput> {
    judgement.findings.iter().map(|finding| finding_output(finding, rulebook, lookup)).collect()
}

/// One finding as data.
pub(crate) fn finding_output(
    finding: &Finding,
    rulebook: &readiness::Rulebook,
    lookup: &dyn Lookup,
) -> FindingOutput {
    let requirement = match &finding.subject {
        readiness::Subject::Requirement(id) => rulebook.requirement(id),
        _ => None,
    };
    FindingOutput {
        subject: finding.subject.id().to_owned(),
        subject_kind: match finding.subject {
            readiness::Subject::Requirement(_) => "requirement",
            readiness::Subject::Check(_) => "check",
            readiness::Subject::Milestone(_) => "milestone",
            readiness::Subject::Order(_) => "order",
        },
        code: finding.code.as_str(),
        severity: finding.severity,
        timing: finding.timing,
        need_plan: finding.need_plan,
        need_latest: finding.need_latest,
        start_by: finding.start_by,
        fix_by: finding.fix_by,
        slack_days: finding.slack_days,
        milestone: finding.milestone.as_ref().map(|id| id.0.clone()),
        consignment: finding.consignment,
        models: finding.models.clone(),
        evidence: finding.evidence.as_ref().map(|id| id.0.clone()),
        questions: finding.questions.iter().map(|fact| fact.0.clone()).collect(),
        waits_for: finding.waits_for.iter().map(|id| id.0.clone()).collect(),
        title: wording::finding_title(finding, lookup),
        message: wording::summary(finding, requirement, lookup),
        because: finding.because.to_vec(),
    }
}

/// The schedule as data.
#[must_use]
pub fn schedule_output(judgement: &Judgement, milestones: &[Milestone]) -> ScheduleOutput {
    let schedule = &judgement.schedule;
    ScheduleOutput {
        start: schedule.start,
        end: schedule.date(schedule.end),
        length: schedule.end,
        critical_path: judgement.critical_path.iter().map(|id| id.0.clone()).collect(),
        milestones: milestones
            .iter()
            .zip(&schedule.spans)
            .enumerate()
            .map(|(index, (milestone, span))| MilestoneOutput {
                id: milestone.id.0.clone(),
                title: milestone.title.clone(),
                days: *span,
                es: schedule.date(span.es),
                ef: schedule.date(span.ef),
                ls: schedule.date(span.ls),
                lf: schedule.date(span.lf),
                finish: schedule.shown_finish(index),
                total_float: span.total_float(),
                critical: span.critical(),
                deadline_slack: milestone
                    .deadline
                    .map(|deadline| (deadline - schedule.shown_finish(index)).num_days()),
                consignment: milestone.consignment,
                closed: milestone.closed,
            })
            .collect(),
    }
}

/// Everything as data.
#[must_use]
pub fn check_output(
    judgement: &Judgement,
    shipment: &readiness::Shipment,
    rulebook: &readiness::Rulebook,
    lookup: &dyn Lookup,
) -> CheckOutput {
    let gates = judgement.gates.iter().map(gate_output).collect();
    CheckOutput {
        reference: shipment.order.reference.clone(),
        on: judgement.today,
        verdict: if judgement.counts.blocker == 0 { "ready" } else { "not-ready" },
        counts: judgement.counts,
        findings: findings_of(judgement, rulebook, lookup),
        gates,
        verdicts: judgement
            .verdicts
            .iter()
            .map(|verdict| VerdictOutput {
                subject: verdict.subject.id().to_owned(),
                state: verdict.state,
                consignment: verdict.consignment,
                satisfied_by: verdict.satisfied_by.iter().map(|id| id.0.clone()).collect(),
            })
            .collect(),
        schedule: schedule_output(judgement, &shipment.network.milestones),
    }
}

fn gate_output(gate: &Gate) -> GateOutput {
    GateOutput {
        milestone: gate.milestone.0.clone(),
        title: gate.title.clone(),
        date: gate.date,
        finish: gate.finish,
        state: gate.state,
        counts: gate.counts,
        consignment: gate.consignment,
    }
}
