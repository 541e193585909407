//! Everything about one shipment for the window.

use crate::failure::Failure;
use crate::findings::{finding_id, gates_of, worded, worded_verdict};
use crate::judged::Judged;
use crate::lookup::Titles;
use crate::office::App;
use crate::schedule_view;
use crate::views::{
    AnswerView, GateView, MilestoneView, ProductView, QuestionView, ScheduleView, ShipmentQuery,
    ShipmentView,
};
use readiness::{Code, FactId, FactLevel, Judgement, MilestoneId, Severity, State, Text};
use std::collections::{BTreeMap, BTreeSet};

impl App {
    /// All about one shipment, judged on a day.
    ///
    /// # Errors
    /// There is no such shipment, or it cannot be judged.
    pub fn shipment_view(&mut self, query: &ShipmentQuery) -> Result<ShipmentView, Failure> {
        self.judge(&query.shipment, query.on)?;
        let judged = self
            .judged
            .get(&query.shipment)
            .ok_or_else(|| Failure::NoShipment { id: query.shipment.clone() })?;
        let judgement = judged.judgement();
        let library = &judged.loaded.library;
        let rulebook = &library.rulebook;
        let shipment = &judged.loaded.shipment;
        let titles = Titles::new(library, &shipment.network.milestones);
        let mut gates = gates_of(&judgement);
        let findings: Vec<_> = judgement
            .findings
            .iter()
            .enumerate()
            .map(|(index, finding)| {
                worded(finding, gates.remove(&index), &judgement, rulebook, &titles)
            })
            .collect();
        let verdicts: Vec<_> = judgement
            .verdicts
            .iter()
            .filter(|verdict| verdict.state != State::NotApplicable)
            .map(|verdict| worded_verdict(verdict, judged, rulebook, &titles, &findings))
            .collect();
        let mut states: BTreeMap<State, usize> = BTreeMap::new();
        for verdict in &verdicts {
            *states.entry(verdict.state).or_default() += 1;
        }
        let mut answers: Vec<AnswerView> = shipment
            .answers
            .iter()
            .map(|(fact, value)| AnswerView {
                fact: fact.clone(),
                product: None,
                value: value.clone(),
            })
            .collect();
        let mut products = Vec::new();
        for (id, product) in judged.loaded.products.iter().zip(&shipment.products) {
            answers.extend(product.answers.iter().map(|(fact, value)| AnswerView {
                fact: fact.clone(),
                product: Some(id.clone()),
                value: value.clone(),
            }));
            products.push(ProductView {
                id: id.clone(),
                dual_use: readiness::derived::dual_use_among(&product.frame, &shipment.products),
                frame: product.frame.clone(),
            });
        }
        Ok(ShipmentView {
            further_facts: rulebook
                .facts()
                .iter()
                .filter(|fact| self.library.rulebook.fact(&fact.id) != Some(*fact))
                .cloned()
                .collect(),
            set_aside: crate::upgrade::set_aside(&judged.loaded),
            upgrade: self.upgrade_of(&judged.loaded.id, &judged.loaded.title, &judged.loaded.frame),
            id: judged.loaded.id.clone(),
            title: judged.loaded.title.clone(),
            judged_on: judged.on,
            order: shipment.order.clone(),
            products,
            answers,
            questions: questions(judged, &judgement, &titles),
            gates: gate_views(&judgement),
            counts: judgement.counts,
            states: states.into_iter().collect(),
            schedule: self.schedule_view(judged, &judgement)?,
            evidence: self.evidence_of(&query.shipment)?,
            documents: shipment
                .documents
                .iter()
                .map(|(kind, document)| (kind.0.clone(), document.clone()))
                .collect(),
            tolerances: judged.loaded.frame.tolerances.clone().unwrap_or_default(),
            exceptions: judged.loaded.exceptions.clone(),
            decisions: judged.loaded.decisions.clone(),
            packs: judged
                .loaded
                .frame
                .packs
                .iter()
                .map(|stamp| (stamp.id.0.clone(), stamp.version.clone()))
                .collect(),
            undo: self.undo_label()?,
            redo: self.redo_label()?,
            findings,
            verdicts,
        })
    }

    fn schedule_view(
        &self,
        judged: &Judged,
        judgement: &Judgement,
    ) -> Result<ScheduleView, Failure> {
        let network = &judged.loaded.shipment.network;
        let schedule = &judgement.schedule;
        let baseline = self.baseline(&judged.loaded.id)?;
        let own: BTreeSet<&MilestoneId> =
            judged.loaded.frame.schedule.add.iter().map(|own| &own.id).collect();
        let mut worst: BTreeMap<&str, Severity> = BTreeMap::new();
        for finding in &judgement.findings {
            if let Some(id) = &finding.milestone {
                let entry = worst.entry(id.as_str()).or_insert(finding.severity);
                *entry = (*entry).max(finding.severity);
            }
        }
        let milestones = network
            .milestones
            .iter()
            .enumerate()
            .map(|(index, milestone)| {
                let span = schedule.spans.get(index).copied().unwrap_or_default();
                let finish = schedule.shown_finish(index);
                let (holidays, quiet) =
                    schedule_view::overlaps(network, milestone, schedule, index, judged.on);
                let edit = judged.loaded.edits.get(&milestone.id).cloned().unwrap_or_default();
                MilestoneView {
                    id: milestone.id.clone(),
                    step: milestone.step.clone(),
                    title: milestone.title.clone(),
                    roles: milestone.roles.iter().map(|role| wording::role(*role)).collect(),
                    closes_with: milestone.closes_with.clone(),
                    start: schedule.planned_start(index),
                    finish,
                    latest_finish: schedule.latest_finish(index),
                    span,
                    total_float: span.total_float(),
                    critical: span.critical(),
                    duration: milestone.duration,
                    after: milestone.after.iter().map(ToString::to_string).collect(),
                    gate: milestone.gate,
                    closed: milestone.closed || milestone.actual_finish.is_some(),
                    consignment: milestone.consignment,
                    worst: worst.get(milestone.id.as_str()).copied(),
                    calendar: milestone.calendar.clone(),
                    deadline: milestone.deadline,
                    deadline_slack: milestone.deadline.map(|day| (day - finish).num_days()),
                    holidays,
                    quiet,
                    own: own.contains(&milestone.id),
                    closed_by: edit.closed_by.as_ref().map(|id| self.closing_name(id)),
                    baseline: schedule_view::baseline_dates(baseline.as_ref(), milestone, finish),
                    edit,
                }
            })
            .collect();
        let end = schedule.date(schedule.end);
        let holidays = network
            .origin_calendar
            .as_ref()
            .and_then(|id| network.calendars.get(id))
            .map(|calendar| calendar.holidays(schedule.start, end).collect())
            .unwrap_or_default();
        let ships = network.ships(schedule);
        Ok(ScheduleView {
            start: schedule.start,
            end,
            milestones,
            critical_path: judgement.critical_path.clone(),
            holidays,
            template: judged.loaded.frame.schedule.template.clone().unwrap_or_default(),
            ships: ships.map(|departure| departure.day(schedule)),
            ships_at: ships.map(|departure| network.milestones[departure.milestone].id.clone()),
            quiet: schedule_view::quiet(network, schedule.start, end),
            calendars: schedule_view::calendars(network),
            baseline_set: baseline.map(|baseline| baseline.set_on),
        })
    }
}

pub(crate) fn gate_views(judgement: &Judgement) -> Vec<GateView> {
    judgement
        .gates
        .iter()
        .map(|gate| GateView {
            milestone: gate.milestone.clone(),
            title: gate.title.clone(),
            date: gate.date,
            finish: gate.finish,
            state: gate.state,
            counts: gate.counts,
            consignment: gate.consignment,
            findings: gate
                .findings
                .iter()
                .map(|index| finding_id(&judgement.findings[*index]))
                .collect(),
        })
        .collect()
}

/// The questions whose answers decide something, those that decide the worst and the most first.
fn questions(judged: &Judged, judgement: &Judgement, titles: &Titles<'_>) -> Vec<QuestionView> {
    let rulebook = judged.evaluation.rulebook();
    let shipment = &judged.loaded.shipment;
    let mut asked: BTreeMap<(FactId, Option<usize>), (Severity, Vec<Text>)> = BTreeMap::new();
    for finding in judgement.findings.iter().filter(|f| f.code == Code::UnknownFact) {
        let title = wording::subject_title(&finding.subject, titles);
        for fact in &finding.questions {
            // What belongs to the order itself is asked there.
            let Some(definition) = rulebook.fact(fact) else { continue };
            let targets: Vec<Option<usize>> = match definition.level {
                FactLevel::Derived => continue,
                FactLevel::Shipment => vec![None],
                FactLevel::Product => (0..shipment.products.len())
                    .filter(|index| !shipment.products[*index].answers.contains_key(fact))
                    .filter(|index| {
                        let model = &shipment.products[*index].frame.model;
                        finding.models.is_empty() || finding.models.contains(model)
                    })
                    .map(Some)
                    .collect(),
            };
            for target in targets {
                let entry = asked
                    .entry((fact.clone(), target))
                    .or_insert_with(|| (finding.severity, Vec::new()));
                entry.0 = entry.0.max(finding.severity);
                if !entry.1.contains(&title) {
                    entry.1.push(title.clone());
                }
            }
        }
    }
    let mut questions: Vec<QuestionView> = asked
        .into_iter()
        .map(|((fact, target), (severity, decides))| QuestionView {
            fact,
            product: target.and_then(|index| judged.loaded.products.get(index).cloned()),
            model: target.map(|index| shipment.products[index].frame.model.clone()),
            decides,
            severity,
        })
        .collect();
    questions.sort_by(|a, b| {
        (b.severity, b.decides.len())
            .cmp(&(a.severity, a.decides.len()))
            .then_with(|| (&a.fact, &a.model).cmp(&(&b.fact, &b.model)))
    });
    questions
}
