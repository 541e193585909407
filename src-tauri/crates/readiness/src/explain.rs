//! From an assessment to findings and a verdict that explain themselves.

use crate::appraise::{Dates, spell};
use crate::assess::{Assessment, Lead, Nearest, decision, nearest, next_law, shift, timing};
use crate::condition::Answers;
use crate::rulebook::{Rule, Rulebook};
use crate::units::{Item, Slots, Unit, fact_ids};
use crate::{
    Code, Defect, Evidence, FactAnswer, FactId, Finding, Reason, Reasons, RequirementId, Severity,
    Shipment, State, Subject, Truth, Verdict,
};
use chrono::NaiveDate;
use std::cell::OnceCell;

/// All that explaining one unit needs.
pub(crate) struct Explained<'a> {
    pub(crate) rulebook: &'a Rulebook,
    pub(crate) rule: &'a Rule,
    pub(crate) unit: &'a Unit,
    pub(crate) shipment: &'a Shipment,
    pub(crate) slots: &'a Slots,
    pub(crate) dates: Dates,
    pub(crate) assessment: Assessment,
    /// Unmet prerequisites.
    pub(crate) waits_for: Vec<RequirementId>,
    /// What they add to the lead time.
    pub(crate) chain: Lead,
    /// The reasons that finding and verdict share, once they are put together.
    pub(crate) shared: OnceCell<Reasons>,
}

/// A document's name for the reader.
pub(crate) fn name(evidence: &Evidence) -> String {
    evidence
        .number
        .clone()
        .or_else(|| evidence.title.clone())
        .unwrap_or_else(|| evidence.document_type.0.clone())
}

impl Explained<'_> {
    fn need(&self) -> Option<(NaiveDate, NaiveDate)> {
        self.dates.need.map(|(plan, latest, _)| (plan, latest))
    }

    fn milestone(&self) -> Option<crate::MilestoneId> {
        let (_, _, index) = self.dates.need?;
        self.shipment.network.milestones.get(index).map(|milestone| milestone.id.clone())
    }

    fn models(&self) -> Vec<String> {
        if self.unit.products.len() == self.shipment.products.len() {
            return Vec::new();
        }
        let mut models: Vec<String> = self
            .unit
            .products
            .iter()
            .map(|index| self.shipment.products[*index].frame.model.clone())
            .filter(|model| !model.is_empty())
            .collect();
        models.sort();
        models.dedup();
        models
    }

    /// The rule: the condition and the days on which the requirement exists.
    fn rule_reasons(&self) -> Vec<Reason> {
        let mut reasons = Vec::new();
        if !self.rule.facts.is_empty() {
            reasons.push(Reason::Applies {
                truth: self.unit.truth,
                facts: self.fact_answers(&self.rule.facts),
            });
        }
        if let Some(effective) = &self.rule.requirement.effective {
            reasons.push(Reason::InForce {
                from: effective.from,
                until: effective.until,
                on: self.dates.effective,
            });
        }
        if self.rule.must.is_some() && self.assessment.truth != Truth::No {
            let facts = self.fact_answers(&self.rule.must_facts);
            reasons.push(Reason::MustHold { truth: self.unit.must, facts });
        }
        reasons
    }

    fn fact_answers(&self, positions: &[usize]) -> Vec<FactAnswer> {
        let mut answers = Vec::new();
        for position in positions {
            let Some(fact) = self.rulebook.facts().get(*position) else { continue };
            let own = |product: Option<usize>| FactAnswer {
                fact: fact.id.clone(),
                model: product.map(|index| self.shipment.products[index].frame.model.clone()),
                value: self.slots.of(product, self.unit.consignment).answer(*position).cloned(),
            };
            if crate::derived::is_of_product(fact) && !self.unit.products.is_empty() {
                answers.extend(self.unit.products.iter().map(|index| own(Some(*index))));
            } else {
                answers.push(own(None));
            }
        }
        answers
    }

    fn defects(&self, index: usize) -> Vec<Defect> {
        let candidate = &self.unit.candidates[index];
        let evidence = &self.shipment.evidence[candidate.evidence];
        let requirement = &self.rule.requirement;
        let dated = crate::appraise::dated(requirement, candidate, evidence, &self.dates);
        let mut defects = spell(requirement, evidence, &self.dates, dated, self.shipment);
        defects.extend(candidate.fixed.iter().cloned());
        let (mut models, mut serials) = (Vec::new(), Vec::new());
        let (mut packages, mut versions) = (Vec::new(), Vec::new());
        let unnamed =
            self.unit.items.iter().zip(&self.unit.names[index]).filter(|(_, named)| !**named);
        for (item, _) in unnamed {
            match item {
                Item::Model(model) => models.push(model.clone()),
                Item::Serial(serial) => serials.push(serial.clone()),
                Item::Package(number) => packages.push(number.clone()),
                Item::Version(version) => versions.push(version.clone()),
            }
        }
        if !models.is_empty() {
            defects
                .push(Defect::Models { covered: evidence.scope.models.clone(), missing: models });
        }
        if !serials.is_empty() {
            defects.push(Defect::Serials { missing: serials });
        }
        if !packages.is_empty() {
            defects.push(Defect::Packages { missing: packages });
        }
        if !versions.is_empty() {
            let covered = evidence.scope.versions.clone();
            defects.push(Defect::Versions { covered, missing: versions });
        }
        defects
    }

    fn evidence_reasons(&self) -> Vec<Reason> {
        let mut looked: Vec<Reason> = (0..self.unit.candidates.len())
            .map(|index| {
                let evidence = &self.shipment.evidence[self.unit.candidates[index].evidence];
                Reason::LookedAt {
                    evidence: evidence.id.clone(),
                    name: name(evidence),
                    defects: self.defects(index),
                }
            })
            .collect();
        let offered = &self.rule.requirement.evidence.not_accepted;
        let nothing = looked.is_empty();
        looked.extend(
            self.shipment
                .evidence
                .iter()
                .filter(|evidence| offered.contains(&evidence.document_type))
                .map(|evidence| Reason::LookedAt {
                    evidence: evidence.id.clone(),
                    name: name(evidence),
                    defects: vec![Defect::NotAccepted],
                }),
        );
        looked.sort_by(|a, b| match (a, b) {
            (
                Reason::LookedAt { evidence: a, name: x, .. },
                Reason::LookedAt { evidence: b, name: y, .. },
            ) => (a, x).cmp(&(b, y)),
            _ => std::cmp::Ordering::Equal,
        });
        if nothing && !self.rule.requirement.evidence.none {
            let accepts = self.rule.accepts.iter().map(|accepted| accepted.0.clone()).collect();
            looked.push(Reason::NothingHeld { accepts });
        }
        looked
    }

    fn date_reasons(&self, lead: Lead) -> Vec<Reason> {
        let mut reasons = Vec::new();
        match (self.need(), self.milestone()) {
            (Some((plan, latest)), Some(milestone)) => {
                reasons.push(Reason::NeededBy {
                    milestone,
                    plan,
                    latest,
                    days_before: self.unit.days_before(&self.rule.requirement),
                });
            }
            _ => reasons.push(Reason::NotScheduled {
                step: self.unit.needed_by(&self.rule.requirement).clone(),
            }),
        }
        reasons.push(Reason::Lead {
            shortest: lead.shortest,
            longest: lead.longest,
            earliest: shift(self.dates.today, lead.shortest),
            latest: shift(self.dates.today, lead.longest),
        });
        if !self.waits_for.is_empty() {
            reasons.push(Reason::WaitsFor { requirements: self.waits_for.clone() });
        }
        reasons
    }

    fn verification(&self) -> Reason {
        let verification = &self.rule.requirement.verification;
        Reason::Verification {
            state: verification.state,
            source: verification.source.clone(),
            open_point: verification.open_point.clone(),
        }
    }

    /// Why, with the dates by this lead time. What the verdict rests on is put together once.
    fn reasons(&self, lead: Option<Lead>) -> Reasons {
        let collect = || {
            let mut because = self.rule_reasons();
            if self.assessment.truth != Truth::No {
                because.extend(self.evidence_reasons());
                because.extend(lead.into_iter().flat_map(|lead| self.date_reasons(lead)));
            }
            because.push(self.verification());
            Reasons::from(because)
        };
        if lead == Some(self.assessment.lead) {
            self.shared.get_or_init(collect).clone()
        } else {
            collect()
        }
    }

    fn finding(&self, code: Code, severity: Severity, lead: Option<Lead>) -> Finding {
        let need = self.need();
        let today = self.dates.today;
        let start_by = match (need, lead) {
            (Some((plan, _)), Some(lead)) => Some(shift(plan, -lead.longest)),
            _ => None,
        };
        let because = self.reasons(lead);
        Finding {
            subject: Subject::Requirement(self.rule.requirement.id.clone()),
            code,
            severity,
            timing: match (need, lead) {
                (Some((plan, latest)), Some(lead)) => Some(timing(today, lead, plan, latest)),
                _ => None,
            },
            need_plan: need.map(|(plan, _)| plan),
            need_latest: need.map(|(_, latest)| latest),
            start_by,
            fix_by: need.map(|(_, latest)| latest),
            slack_days: start_by.map(|start| (start - today).num_days()),
            milestone: self.milestone(),
            consignment: self.unit.consignment,
            models: self.models(),
            evidence: None,
            questions: Vec::new(),
            waits_for: self.waits_for.clone(),
            because,
        }
    }

    /// The findings of this unit.
    pub(crate) fn findings(&self) -> Vec<Finding> {
        let severity = self.unit.severity;
        let unverified = || self.finding(Code::Unverified, Severity::Info, None);
        match self.assessment.state {
            State::Gap => {
                let mut findings = self.gap(severity);
                // A document cannot settle what the answers must say.
                let open = self.unit.must == Truth::Unknown;
                findings.extend(open.then(|| self.unknown(severity)));
                findings.extend(self.assessment.doubtful.then(unverified));
                findings
            }
            State::Unknown => vec![self.unknown(severity)],
            State::Unverified => {
                let mut findings = vec![unverified()];
                findings.extend(self.margin());
                findings
            }
            State::Ready => self.margin().into_iter().collect(),
            State::Task | State::Waived | State::DecidedNotApplicable | State::NotApplicable => {
                Vec::new()
            }
        }
    }

    fn unknown(&self, severity: Severity) -> Finding {
        let mut finding = self.finding(Code::UnknownFact, severity, Some(self.assessment.lead));
        let mut questions = fact_ids(self.rulebook, &self.unit.open);
        if self.assessment.truth == Truth::Yes {
            questions.extend(fact_ids(self.rulebook, &self.unit.must_open));
        }
        if self.assessment.truth != Truth::Unknown || questions.is_empty() {
            if self.unit.items_unknown || self.unit.figures_unknown {
                questions.push(FactId::from("products"));
            }
            if let (State::Unknown, Some(best)) = (self.assessment.state, self.assessment.best) {
                questions.extend(self.unit.candidates[best].open.iter().cloned());
            }
        }
        if self.assessment.consignment_open {
            questions = vec![FactId::from("consignment")];
        }
        finding.questions = questions;
        finding
    }

    fn gap(&self, severity: Severity) -> Vec<Finding> {
        if self.assessment.contradicted {
            return vec![self.finding(Code::Conflict, severity, Some(self.assessment.lead))];
        }
        let nearest = nearest(self.rule, self.unit, self.shipment, &self.dates);
        if nearest.is_empty() {
            return vec![self.finding(Code::Missing, severity, Some(self.assessment.lead))];
        }
        // Of several documents with the same gap, the one that has to be mended first is told.
        let mut findings: Vec<Finding> = Vec::new();
        for finding in nearest.into_iter().flat_map(|near| self.gaps_of(near, severity)) {
            match findings.iter_mut().find(|other| other.code == finding.code) {
                Some(other) if finding.start_by < other.start_by => *other = finding,
                Some(_) => {}
                None => findings.push(finding),
            }
        }
        findings
    }

    /// The gaps of one document.
    fn gaps_of(&self, near: Nearest, severity: Severity) -> Vec<Finding> {
        let evidence = &self.shipment.evidence[self.unit.candidates[near.candidate].evidence];
        let defects = self.defects(near.candidate);
        let mut codes: Vec<Code> = Vec::new();
        for defect in &defects {
            // What others cover is no gap of this document.
            let named = matches!(
                defect,
                Defect::Models { .. }
                    | Defect::Serials { .. }
                    | Defect::Packages { .. }
                    | Defect::Versions { .. }
            );
            if named && !near.unnamed {
                continue;
            }
            // A new one is needed anyway.
            let outdated = defects.iter().any(|other| other.code() == Code::Expired);
            if defect.code() == Code::Stale && outdated {
                continue;
            }
            if !codes.contains(&defect.code()) {
                codes.push(defect.code());
            }
        }
        codes
            .into_iter()
            .map(|code| {
                let mut finding = self.coded(code, severity, evidence);
                finding.evidence = Some(evidence.id.clone());
                finding
            })
            .collect()
    }

    fn coded(&self, code: Code, severity: Severity, evidence: &Evidence) -> Finding {
        let requirement = &self.rule.requirement;
        let renews = matches!(code, Code::Expired | Code::Lapses | Code::Stale);
        let base = match (renews, requirement.renewal) {
            (true, Some(renewal)) => Lead::from(renewal),
            _ => Lead::from(self.unit.lead(requirement)),
        };
        let lead = base.plus(self.chain);
        let mut finding = self.finding(code, severity, Some(lead));
        if let (Code::Lapses, Some(until)) = (code, evidence.valid_until()) {
            // The gap opens the day after it ends, wherever the milestone lies.
            let need = shift(until, 1);
            let start_by = shift(need, -lead.longest);
            finding.timing = Some(timing(self.dates.today, lead, need, need));
            finding.need_plan = Some(need);
            finding.need_latest = Some(need);
            finding.fix_by = Some(need);
            finding.start_by = Some(start_by);
            finding.slack_days = Some((start_by - self.dates.today).num_days());
            finding.milestone = self.dates.through.and_then(|(_, index)| {
                self.shipment.network.milestones.get(index).map(|m| m.id.clone())
            });
        }
        finding
    }

    fn margin(&self) -> Option<Finding> {
        if !self.assessment.margin {
            return None;
        }
        let (on, change, law) = next_law(self.rule, self.unit, self.shipment, &self.dates)?;
        let mut finding = self.finding(Code::RegimeMargin, Severity::Info, None);
        finding.slack_days = Some((change - on).num_days());
        let first = Reason::RegimeChange {
            on,
            change,
            days: (change - on).num_days(),
            next: law.cite.clone(),
        };
        let rest = finding.because.iter().cloned();
        finding.because = std::iter::once(first).chain(rest).collect::<Vec<_>>().into();
        Some(finding)
    }

    /// The verdict of this unit.
    pub(crate) fn verdict(&self) -> Verdict {
        let mut because = self.reasons(Some(self.assessment.lead));
        let id = &self.rule.requirement.id;
        if let Some(decision) = decision(&self.shipment.decisions, id.as_str(), self.dates.today) {
            let mut decided = because.to_vec();
            let source = decided.pop();
            decided.push(Reason::Decided {
                by: decision.by.clone(),
                on: decision.on,
                reason: decision.reason.clone(),
                until: decision.until,
            });
            decided.extend(source);
            because = decided.into();
        }
        let satisfied = matches!(self.assessment.state, State::Ready | State::Unverified);
        let mut satisfied_by: Vec<crate::EvidenceId> = self
            .unit
            .candidates
            .iter()
            .enumerate()
            .filter(|_| satisfied)
            .filter(|(index, candidate)| {
                let evidence = &self.shipment.evidence[candidate.evidence];
                let requirement = &self.rule.requirement;
                let dated = crate::appraise::dated(requirement, candidate, evidence, &self.dates);
                let names = &self.unit.names[*index];
                candidate.fixed.is_empty()
                    && candidate.open.is_empty()
                    && dated.count() == 0
                    && (names.is_empty() || names.contains(&true))
            })
            .map(|(_, candidate)| self.shipment.evidence[candidate.evidence].id.clone())
            .collect();
        satisfied_by.sort();
        satisfied_by.dedup();
        Verdict {
            subject: Subject::Requirement(id.clone()),
            consignment: self.unit.consignment,
            state: self.assessment.state,
            severity: self.unit.severity,
            milestone: self.milestone(),
            need_plan: self.need().map(|(plan, _)| plan),
            start_by: self.need().map(|(plan, _)| shift(plan, -self.assessment.lead.longest)),
            satisfied_by,
            because,
        }
    }
}
