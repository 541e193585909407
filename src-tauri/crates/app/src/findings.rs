//! Findings and verdicts in words.

use crate::judged::Judged;
use crate::lookup::Titles;
use crate::office::App;
use crate::views::{Because, FindingView, VerdictView};
use readiness::{
    Evidence, Finding, Judgement, MilestoneId, Requirement, Rulebook, Subject, Text, Verdict,
    VerificationState,
};
use std::collections::HashMap;

/// A document's name for the history: its number, its title or its type.
pub(crate) fn evidence_name(evidence: &Evidence) -> String {
    evidence
        .number
        .clone()
        .or_else(|| evidence.title.clone())
        .unwrap_or_else(|| evidence.document_type.0.clone())
}

/// A finding's id within its shipment: stable over small changes, so that a selection stays.
pub(crate) fn finding_id(finding: &Finding) -> String {
    let mut id = format!("{}.{}", finding.subject.id(), finding.code.as_str());
    if let Some(consignment) = finding.consignment {
        id.push_str(&format!(".{consignment}"));
    }
    if !finding.models.is_empty() {
        id.push_str(&format!(".{}", finding.models.join("-")));
    }
    id
}

pub(crate) fn verdict_id(verdict: &Verdict) -> String {
    match verdict.consignment {
        Some(consignment) => format!("{}.{consignment}", verdict.subject.id()),
        None => verdict.subject.id().to_owned(),
    }
}

pub(crate) fn requirement_of<'a>(
    subject: &Subject,
    rulebook: &'a Rulebook,
) -> Option<&'a Requirement> {
    match subject {
        Subject::Requirement(id) => rulebook.requirement(id),
        Subject::Check(_) | Subject::Milestone(_) | Subject::Order(_) => None,
    }
}

/// Which gate each finding stops at, by its position.
pub(crate) fn gates_of(judgement: &Judgement) -> HashMap<usize, MilestoneId> {
    judgement
        .gates
        .iter()
        .flat_map(|gate| gate.findings.iter().map(|index| (*index, gate.milestone.clone())))
        .collect()
}

/// A finding in words.
pub(crate) fn worded(
    finding: &Finding,
    gate: Option<MilestoneId>,
    judgement: &Judgement,
    rulebook: &Rulebook,
    titles: &Titles<'_>,
) -> FindingView {
    use wording::Lookup;
    let requirement = requirement_of(&finding.subject, rulebook);
    let lead = finding.because.iter().find_map(|reason| match reason {
        readiness::Reason::Lead { shortest, longest, .. } => Some((*shortest, *longest)),
        _ => None,
    });
    let regime = matches!(finding.code, readiness::Code::Regime | readiness::Code::RegimeMargin);
    FindingView {
        id: finding_id(finding),
        title: wording::finding_title(finding, titles),
        kind: wording::kind(finding),
        summary: wording::summary(finding, requirement, titles),
        next_step: wording::next_step(finding, requirement, titles),
        timing: wording::timing_words(finding, judgement.today),
        because: rows(wording::because(finding, requirement, titles)),
        gate,
        milestone_title: finding.milestone.as_ref().and_then(|id| titles.milestone_title(id)),
        accepts: requirement.map(Requirement::accepts).unwrap_or_default(),
        pack: requirement.map(|requirement| requirement.pack.0.clone()),
        unverified: requirement.is_some_and(|r| r.verification.state == VerificationState::Verify),
        laws: requirement
            .filter(|_| regime)
            .and_then(|requirement| requirement.evidence.regime.as_ref())
            .map(|regime| regime.laws.clone())
            .unwrap_or_default(),
        lead,
        finding: finding.clone(),
    }
}

pub(crate) fn rows(rows: Vec<wording::Because>) -> Vec<Because> {
    rows.into_iter()
        .map(|row| Because { label: row.label, text: row.text, fails: row.fails })
        .collect()
}

impl App {
    /// A finding of a judged shipment in words.
    pub(crate) fn finding_of(
        &self,
        judged: &Judged,
        finding: &Finding,
        judgement: &Judgement,
    ) -> FindingView {
        let titles =
            Titles::new(&judged.loaded.library, &judged.loaded.shipment.network.milestones);
        let position = judgement.findings.iter().position(|other| other == finding);
        let gate = position.and_then(|position| gates_of(judgement).remove(&position));
        worded(finding, gate, judgement, &judged.loaded.library.rulebook, &titles)
    }
}

/// A verdict in words.
pub(crate) fn worded_verdict(
    verdict: &Verdict,
    judged: &Judged,
    rulebook: &Rulebook,
    titles: &Titles<'_>,
    findings: &[FindingView],
) -> VerdictView {
    use wording::Lookup;
    let requirement = requirement_of(&verdict.subject, rulebook);
    let own: Vec<&FindingView> = findings
        .iter()
        .filter(|view| {
            view.finding.subject == verdict.subject
                && view.finding.consignment == verdict.consignment
        })
        .collect();
    let rule = match &verdict.subject {
        Subject::Check(id) => wording::check_rule(id).unwrap_or_default(),
        _ => requirement.map(|requirement| requirement.rule.clone()).unwrap_or_default(),
    };
    let decision = judged
        .loaded
        .decisions
        .iter()
        .map(|(_, decision)| decision)
        .filter(|decision| decision.subject == verdict.subject.id())
        .max_by_key(|decision| decision.on)
        .cloned();
    VerdictView {
        id: verdict_id(verdict),
        title: wording::verdict_title(verdict, titles),
        state: verdict.state,
        severity: verdict.severity,
        milestone_title: verdict.milestone.as_ref().and_then(|id| titles.milestone_title(id)),
        milestone: verdict.milestone.clone(),
        need_plan: verdict.need_plan,
        start_by: verdict.start_by,
        consignment: verdict.consignment,
        gate: own.first().and_then(|view| view.gate.clone()),
        satisfied_by: verdict.satisfied_by.clone(),
        accepts: requirement.map(Requirement::accepts).unwrap_or_default(),
        because: rows(wording::because_of_verdict(verdict, requirement, titles)),
        rule,
        pack: requirement.map(|requirement| requirement.pack.0.clone()),
        unverified: requirement.is_some_and(|r| r.verification.state == VerificationState::Verify),
        findings: own.iter().map(|view| view.id.clone()).collect(),
        decision,
        subject: verdict.subject.clone(),
    }
}

/// Names joined for a line: `Factory, buyer`.
pub(crate) fn joined(parts: &[Text]) -> Text {
    let en: Vec<&str> = parts.iter().map(|text| text.en.as_str()).collect();
    let zh: Vec<&str> = parts.iter().map(|text| text.zh.as_str()).collect();
    Text::new(en.join(", "), zh.join("、"))
}
