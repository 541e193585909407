//! Judging a shipment: the full evaluation, and the smaller ones after one change.

mod revise;

use crate::anchors::Anchors;
use crate::appraise::Dates;
use crate::assess::{Assessment, Lead, assess};
use crate::checks::{self, CheckResult};
use crate::delivery;
use crate::explain::Explained;
use crate::gates::Gates;
use crate::rulebook::Rule;
use crate::schedule::{Pins, Planner, Schedule};
use crate::units::{ByType, Slots, Unit, by_type, units};
use crate::{
    Code, Counts, FactId, Finding, Gate, JudgedPer, Milestone, MilestoneId, NetworkError, Rulebook,
    Severity, Shipment, State, Subject, Timing, Value, Verdict,
};
use chrono::NaiveDate;
use std::sync::Arc;

/// Everything the engine says about a shipment on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// The day judged on.
    pub today: NaiveDate,
    /// The schedule.
    pub schedule: Schedule,
    /// One longest chain of critical milestones.
    pub critical_path: Vec<MilestoneId>,
    /// All gaps, by what to start first.
    pub findings: Vec<Finding>,
    /// Where every requirement and check stands that is in play and may apply.
    pub verdicts: Vec<Verdict>,
    /// The gates, in the order of their dates.
    pub gates: Vec<Gate>,
    /// Findings by severity.
    pub counts: Counts,
}

/// The result of one unit, kept so that an unchanged one is not explained again.
#[derive(Clone, Debug)]
struct Judged {
    assessment: Assessment,
    dates: Dates,
    chain: Lead,
    findings: Vec<Finding>,
    verdict: Verdict,
}

#[derive(Clone, Debug, Default)]
struct RuleState {
    units: Vec<Unit>,
    judged: Vec<Judged>,
    /// Not met: what waits for it has to wait.
    unmet: bool,
    /// Its own lead time with that of its unmet prerequisites.
    lead: Lead,
}

/// A shipment being judged. Changing one answer or one date judges again only what hangs on it.
pub struct Evaluation {
    rulebook: Arc<Rulebook>,
    shipment: Shipment,
    today: NaiveDate,
    pins: Pins,
    planner: Planner,
    schedule: Schedule,
    anchors: Anchors,
    gates: Gates,
    slots: Slots,
    by_type: ByType,
    rules: Vec<RuleState>,
    checks: Vec<CheckResult>,
    delivery: Vec<Finding>,
    /// Milestones with what they say has happened after the day judged, as they were given.
    foretold: Vec<(usize, Milestone)>,
}

/// One day of a sweep over ship dates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SweepDay {
    /// The date tried.
    pub date: NaiveDate,
    /// Findings on requirements by severity.
    pub counts: Counts,
    /// How many of them are open, at risk and late.
    pub timing: [usize; 3],
}

/// Why an answer cannot be changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AnswerError {
    /// No pack defines the fact.
    #[error("no fact {0} is defined by the packs in force")]
    UnknownFact(FactId),
    /// The answer does not fit.
    #[error(transparent)]
    Value(#[from] crate::ValueError),
    /// The shipment has no such product.
    #[error("the shipment has no product number {0}")]
    NoProduct(usize),
    /// The fact follows from other data.
    #[error("{0} follows from the order and cannot be answered")]
    Derived(FactId),
}

impl Evaluation {
    /// Judges a shipment on a day.
    ///
    /// # Errors
    /// [`NetworkError`] when the schedule cannot be planned.
    pub fn new(
        rulebook: Arc<Rulebook>,
        mut shipment: Shipment,
        today: NaiveDate,
    ) -> Result<Self, NetworkError> {
        let mut foretold = Vec::new();
        for (index, milestone) in shipment.network.milestones.iter_mut().enumerate() {
            if let Some(planned) = milestone.as_of(today) {
                foretold.push((index, std::mem::replace(milestone, planned)));
            }
        }
        let planner = Planner::new(&shipment.network)?;
        let pins = Pins::default();
        let schedule = planner.plan_with(&shipment.network, &pins);
        let anchors = Anchors::new(&shipment.network);
        let gates = Gates::new(&shipment.network, &planner);
        let slots = Slots::new(&rulebook, &shipment);
        let by_type = by_type(&shipment.evidence);
        let mut evaluation = Self {
            rules: vec![RuleState::default(); rulebook.rules.len()],
            rulebook,
            shipment,
            today,
            pins,
            planner,
            schedule,
            anchors,
            gates,
            slots,
            by_type,
            checks: Vec::new(),
            delivery: Vec::new(),
            foretold,
        };
        let order = evaluation.rulebook.chain_order.clone();
        for index in &order {
            evaluation.rebuild(*index);
            evaluation.judge(*index);
        }
        evaluation.judge_rest();
        Ok(evaluation)
    }

    /// The shipment as it stands.
    #[must_use]
    pub fn shipment(&self) -> &Shipment {
        &self.shipment
    }

    /// The rules it is judged by.
    #[must_use]
    pub fn rulebook(&self) -> &Rulebook {
        &self.rulebook
    }

    /// The schedule as planned.
    #[must_use]
    pub fn schedule(&self) -> &Schedule {
        &self.schedule
    }

    /// Changes one answer, or makes it unknown again, and judges what hangs on it.
    ///
    /// # Errors
    /// [`AnswerError`]; nothing is changed then.
    pub fn set_answer(
        &mut self,
        product: Option<usize>,
        fact: &FactId,
        value: Option<Value>,
    ) -> Result<(), AnswerError> {
        let position = self
            .rulebook
            .fact_position(fact)
            .ok_or_else(|| AnswerError::UnknownFact(fact.clone()))?;
        let definition = &self.rulebook.facts()[position];
        if definition.level == crate::FactLevel::Derived {
            return Err(AnswerError::Derived(fact.clone()));
        }
        if let Some(value) = &value {
            definition.check(value)?;
        }
        let answers = match product {
            None => &mut self.shipment.answers,
            Some(index) => {
                let product =
                    self.shipment.products.get_mut(index).ok_or(AnswerError::NoProduct(index))?;
                &mut product.answers
            }
        };
        match value.clone() {
            Some(value) => answers.insert(fact.clone(), value),
            None => answers.remove(fact),
        };
        match product {
            None => {
                self.slots.shipment[position] = value;
                let factor = |at: &usize| self.rulebook.facts()[*at].product_of.contains(fact);
                if self.rulebook.computed().iter().any(factor) {
                    self.slots.renew(&self.rulebook, &self.shipment, None);
                }
            }
            Some(_) => self.slots.renew(&self.rulebook, &self.shipment, product),
        }
        let rulebook = Arc::clone(&self.rulebook);
        let mut stale = vec![false; rulebook.rules.len()];
        for index in &rulebook.rules_by_fact[position] {
            self.rebuild(*index);
            stale[*index] = true;
        }
        self.judge_chain(&mut stale);
        if checks::looks_at(fact) {
            self.judge_rest();
        }
        Ok(())
    }

    /// Judges on another day.
    pub fn set_today(&mut self, today: NaiveDate) {
        self.today = today;
        // What was foretold may have happened by now, and what has happened be yet to come.
        let mut given: Vec<(usize, Milestone)> = std::mem::take(&mut self.foretold);
        for (index, milestone) in self.shipment.network.milestones.iter().enumerate() {
            let kept = given.iter().any(|(other, _)| *other == index);
            if !kept && milestone.as_of(today).is_some() {
                given.push((index, milestone.clone()));
            }
        }
        self.foretold =
            given.iter().filter(|(_, own)| own.as_of(today).is_some()).cloned().collect();
        // Setting the milestones judges everything; dates alone leave the network plannable.
        if given.is_empty() || self.set_milestones(given).is_err() {
            self.judge_all();
        }
    }

    /// Plans with dates set by hand and judges what moves.
    pub fn set_pins(&mut self, pins: Pins) {
        self.pins = pins;
        self.schedule = self.planner.plan_with(&self.shipment.network, &self.pins);
        self.judge_all();
    }

    /// Tries many ship dates: pins `milestone` to each date in turn and counts what would be
    /// found about requirements. Nothing is kept.
    #[must_use]
    pub fn sweep(
        &self,
        milestone: usize,
        dates: impl IntoIterator<Item = NaiveDate>,
    ) -> Vec<SweepDay> {
        let rulebook = &self.rulebook;
        dates
            .into_iter()
            .map(|date| {
                let mut pins = self.pins.clone();
                pins.finishes.retain(|(index, _)| *index != milestone);
                pins.finishes.push((milestone, date));
                let schedule = self.planner.plan_with(&self.shipment.network, &pins);
                let mut counts = Counts::default();
                let mut timings = [0; 3];
                let mut leads: Vec<(bool, Lead)> =
                    vec![(false, Lead::default()); rulebook.rules.len()];
                for index in &rulebook.chain_order {
                    let rule = &rulebook.rules[*index];
                    let chain = rule
                        .after
                        .iter()
                        .filter(|first| leads[**first].0)
                        .fold(Lead::default(), |lead, first| lead.max(leads[*first].1));
                    for (unit, judged) in
                        self.rules[*index].units.iter().zip(&self.rules[*index].judged)
                    {
                        let dates = self.dates(*index, unit, &schedule);
                        let same = dates == judged.dates && chain == judged.chain;
                        let assessment = if same && !self.is_unplaced(rule, unit) {
                            judged.assessment
                        } else {
                            self.assessed(*index, unit, &schedule, &dates, chain)
                        };
                        let unmet = unmet(assessment.state);
                        if unmet {
                            leads[*index] = (true, leads[*index].1.max(assessment.lead));
                        }
                        if matches!(assessment.state, State::Gap | State::Unknown) {
                            counts.add(unit.severity);
                            match assessment.timing {
                                Some(Timing::Open) => timings[0] += 1,
                                Some(Timing::AtRisk) => timings[1] += 1,
                                Some(Timing::Late) => timings[2] += 1,
                                None => {}
                            }
                        }
                    }
                }
                SweepDay { date, counts, timing: timings }
            })
            .collect()
    }

    /// What is said now, in full.
    #[must_use]
    pub fn judgement(&self) -> Judgement {
        let mut findings: Vec<Finding> = self
            .rules
            .iter()
            .flat_map(|rule| &rule.judged)
            .flat_map(|judged| judged.findings.iter().cloned())
            .collect();
        findings.extend(self.checks.iter().flat_map(|check| check.finding.iter().cloned()));
        findings.extend(self.delivery.iter().cloned());
        sort(&mut findings);
        let mut verdicts: Vec<Verdict> = self
            .rules
            .iter()
            .flat_map(|rule| &rule.judged)
            .map(|judged| judged.verdict.clone())
            .chain(self.checks.iter().map(|check| check.verdict.clone()))
            .collect();
        verdicts.sort_by(|a, b| (&a.subject, a.consignment).cmp(&(&b.subject, b.consignment)));
        let gates = self.gates.judge(&self.shipment.network, &self.schedule, &findings);
        let mut counts = Counts::default();
        findings.iter().for_each(|finding| counts.add(finding.severity));
        let critical_path = self
            .planner
            .critical_path(&self.schedule)
            .into_iter()
            .map(|index| self.shipment.network.milestones[index].id.clone())
            .collect();
        Judgement {
            today: self.today,
            schedule: self.schedule.clone(),
            critical_path,
            findings,
            verdicts,
            gates,
            counts,
        }
    }

    fn listed(&self) -> bool {
        self.shipment.in_play.requirements.is_some()
    }

    fn in_play(&self, index: usize) -> bool {
        let id = &self.rulebook.rules[index].requirement.id;
        self.shipment.in_play.requirements.as_ref().is_none_or(|only| only.contains(id))
    }

    fn rebuild(&mut self, index: usize) {
        self.rules[index].units = if self.in_play(index) {
            units(
                &self.rulebook.rules[index],
                &self.shipment,
                &self.slots,
                &self.by_type,
                &self.anchors,
            )
        } else {
            Vec::new()
        };
        self.rules[index].judged.clear();
    }

    fn dates(&self, index: usize, unit: &Unit, schedule: &Schedule) -> Dates {
        self.dates_at(index, unit, unit.consignment, schedule)
    }

    fn dates_at(
        &self,
        index: usize,
        unit: &Unit,
        consignment: Option<u8>,
        schedule: &Schedule,
    ) -> Dates {
        let requirement = &self.rulebook.rules[index].requirement;
        let own = self.shipment.needed_at.get(&requirement.id).and_then(|id| {
            self.shipment.network.milestones.iter().position(|milestone| milestone.id == *id)
        });
        Dates::of(requirement, unit, consignment, own, &self.anchors, schedule, self.today)
    }

    /// Whether the law that counts hangs on a consignment that is not known. A line as one product
    /// travels with all of them, so that the first one counts for it.
    fn is_unplaced(&self, rule: &Rule, unit: &Unit) -> bool {
        let requirement = &rule.requirement;
        let placed = |index: &usize| {
            let frame = &self.shipment.products[*index].frame;
            frame.consignment.is_some() || frame.category.as_deref() == Some("smart-line")
        };
        requirement.per == JudgedPer::Consignment
            && unit.consignment.is_none()
            && (requirement.evidence.regime.is_some() || requirement.effective.is_some())
            && !unit.products.iter().all(placed)
            && self.anchors.consignments().len() > 1
    }

    /// Assesses a unit; where a product's consignment is not known, only what is the same by the
    /// law of every consignment's day is known.
    fn assessed(
        &self,
        index: usize,
        unit: &Unit,
        schedule: &Schedule,
        dates: &Dates,
        chain: Lead,
    ) -> Assessment {
        let rule = &self.rulebook.rules[index];
        let on = |dates: &Dates| assess(rule, unit, &self.shipment, dates, chain, self.listed());
        let mut own = on(dates);
        if !self.is_unplaced(rule, unit) {
            return own;
        }
        let kind = |state| if state == State::Task { State::Gap } else { state };
        let differs = self.anchors.consignments().into_iter().any(|consignment| {
            let there = self.dates_at(index, unit, Some(consignment), schedule);
            let law = Dates { regime: there.regime, effective: there.effective, ..*dates };
            kind(on(&law).state) != kind(own.state)
        });
        if differs {
            own.state = State::Unknown;
            own.consignment_open = true;
        }
        own
    }

    /// Judges one rule; its prerequisites must have been judged.
    fn judge(&mut self, index: usize) {
        let rulebook = Arc::clone(&self.rulebook);
        let rule = &rulebook.rules[index];
        let mut waits_for: Vec<_> = rule
            .after
            .iter()
            .filter(|first| self.rules[**first].unmet)
            .map(|first| rulebook.rules[*first].requirement.id.clone())
            .collect();
        waits_for.sort();
        let chain = rule
            .after
            .iter()
            .filter(|first| self.rules[**first].unmet)
            .fold(Lead::default(), |lead, first| lead.max(self.rules[*first].lead));
        let old = std::mem::take(&mut self.rules[index].judged);
        let mut judged = Vec::with_capacity(self.rules[index].units.len());
        for (position, unit) in self.rules[index].units.iter().enumerate() {
            let dates = self.dates(index, unit, &self.schedule);
            let assessment = self.assessed(index, unit, &self.schedule, &dates, chain);
            if let Some(old) = old.get(position)
                && old.assessment == assessment
                && old.dates == dates
                && old.chain == chain
            {
                judged.push(old.clone());
                continue;
            }
            let explained = Explained {
                rulebook: &rulebook,
                rule,
                unit,
                shipment: &self.shipment,
                slots: &self.slots,
                dates,
                assessment,
                waits_for: waits_for.clone(),
                chain,
                shared: Default::default(),
            };
            judged.push(Judged {
                assessment,
                dates,
                chain,
                findings: explained.findings(),
                verdict: explained.verdict(),
            });
        }
        let state = &mut self.rules[index];
        state.unmet = judged.iter().any(|judged| unmet(judged.assessment.state));
        state.lead = judged
            .iter()
            .filter(|judged| unmet(judged.assessment.state))
            .fold(Lead::default(), |lead, judged| lead.max(judged.assessment.lead));
        state.judged = judged;
    }

    /// Judges the stale rules and whatever waits for one that changed.
    fn judge_chain(&mut self, stale: &mut [bool]) {
        let rulebook = Arc::clone(&self.rulebook);
        for index in &rulebook.chain_order {
            let waits = rulebook.rules[*index].after.iter().any(|first| stale[*first]);
            if stale[*index] || waits {
                let before = (self.rules[*index].unmet, self.rules[*index].lead);
                self.judge(*index);
                stale[*index] =
                    stale[*index] || before != (self.rules[*index].unmet, self.rules[*index].lead);
            }
        }
    }

    fn judge_all(&mut self) {
        let order = self.rulebook.chain_order.clone();
        for index in order {
            self.judge(index);
        }
        self.judge_rest();
    }

    fn judge_rest(&mut self) {
        let licence_unmet = self
            .rulebook
            .position(&"dual-use-export-licence".into())
            .is_some_and(|index| self.rules[index].unmet);
        self.checks =
            checks::all(&self.shipment, &self.schedule, &self.anchors, self.today, licence_unmet);
        self.delivery = delivery::of_milestones(&self.shipment, &self.schedule, self.today);
        if self.shipment.in_play.checks.is_none() {
            self.delivery.extend(delivery::incoterm_traps(&self.shipment));
        }
    }
}

fn unmet(state: State) -> bool {
    matches!(state, State::Gap | State::Unknown | State::Task)
}

/// By what to start first. What has no start comes by its date; information comes last.
fn sort(findings: &mut [Finding]) {
    findings.sort_by(|a, b| {
        let key = |finding: &Finding| {
            let when = finding.start_by.or(finding.fix_by).or(finding.need_plan);
            (
                finding.severity == Severity::Info,
                when.unwrap_or(NaiveDate::MAX),
                std::cmp::Reverse(finding.severity),
            )
        };
        key(a).cmp(&key(b)).then_with(|| subject_key(a).cmp(&subject_key(b)))
    });
}

fn subject_key(finding: &Finding) -> (&Subject, Code, Option<u8>, Option<&crate::EvidenceId>) {
    (&finding.subject, finding.code, finding.consignment, finding.evidence.as_ref())
}
