//! Why a verdict is as it is, row by row: rule, facts, dates, evidence, documents, decision, source.

use crate::checks::check_rule;
use crate::condition::{applies_when, must_hold};
use crate::dates::{date, days};
use crate::defects::defect;
use crate::delivery::{Trouble, rule as trouble_rule, told};
use crate::facts::fact_answers;
use crate::limits::{date_limit, limit};
use crate::lookup::{Lookup, document_name, milestone, requirement as requirement_title};
use crate::phrase::{clauses, or_list, said, sentence, sentences};
use crate::reasons::{bare, in_force, lead, needed_before, needed_by, verified};
use crate::says::{compared, differs, lacking};
use chrono::NaiveDate;
use readiness::{
    Code, DocumentType, FactAnswer, Finding, MilestoneId, Reason, Requirement, State, Subject,
    Text, Truth, Verdict,
};

/// One row of an explanation.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Because {
    /// What the row is about: Rule, Facts, Dates, Evidence, Documents, Decision or Source.
    pub label: Text,
    /// The explanation in full sentences.
    pub text: Text,
    /// It is here that the requirement is not met.
    pub fails: bool,
}

/// Rows in the order shown.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Row {
    Rule,
    Facts,
    Dates,
    Evidence,
    Documents,
    Decision,
    Source,
}

impl Row {
    fn label(self) -> Text {
        match self {
            Self::Rule => Text::new("Rule", "规则"),
            Self::Facts => Text::new("Facts", "事实"),
            Self::Dates => Text::new("Dates", "日期"),
            Self::Evidence => Text::new("Evidence", "证据"),
            Self::Documents => Text::new("Documents", "单证"),
            Self::Decision => Text::new("Decision", "决定"),
            Self::Source => Text::new("Source", "来源"),
        }
    }
}

/// What the rows are about.
struct Case<'a> {
    subject: &'a Subject,
    code: Option<Code>,
    /// Its planned day, for a milestone.
    planned: Option<NaiveDate>,
    /// It is not met: what falls short is marked.
    failing: bool,
    /// Whether it applies, or is met, is open: nothing held is no gap yet.
    undecided: bool,
    requirement: Option<&'a Requirement>,
    lookup: &'a dyn Lookup,
}

/// Why there is this finding. Several documents make several rows with one label.
#[must_use]
pub fn because(
    finding: &Finding,
    requirement: Option<&Requirement>,
    lookup: &dyn Lookup,
) -> Vec<Because> {
    let code = Some(finding.code);
    let case = Case {
        subject: &finding.subject,
        code,
        planned: finding.need_plan,
        failing: true,
        undecided: finding.code == Code::UnknownFact,
        requirement,
        lookup,
    };
    let mut rows = case.rows(&finding.because, finding.need_latest);
    if let (Subject::Check(_), true, Some(plan)) =
        (&finding.subject, finding.code != Code::Deadline, finding.need_plan)
        && let Some(id) = &finding.milestone
    {
        let latest = finding.need_latest.unwrap_or(plan);
        rows.push((Row::Dates, needed_by(id, plan, latest, lookup), false));
    }
    finish(rows)
}

/// Why a requirement or check stands where it does.
#[must_use]
pub fn because_of_verdict(
    verdict: &Verdict,
    requirement: Option<&Requirement>,
    lookup: &dyn Lookup,
) -> Vec<Because> {
    let failing = match verdict.state {
        State::Gap | State::Unknown | State::Waived => true,
        State::Unverified
        | State::Task
        | State::Ready
        | State::DecidedNotApplicable
        | State::NotApplicable => false,
    };
    let case = Case {
        subject: &verdict.subject,
        code: None,
        planned: verdict.need_plan,
        failing,
        undecided: verdict.state == State::Unknown,
        requirement,
        lookup,
    };
    finish(case.rows(&verdict.because, None))
}

type Line = (Row, Text, bool);

/// Puts the lines in order. Lines of one row are one text, but each document keeps its own row.
fn finish(mut lines: Vec<Line>) -> Vec<Because> {
    lines.sort_by_key(|(row, _, _)| *row);
    let mut rows: Vec<(Row, Because)> = Vec::new();
    for (row, text, fails) in lines {
        let apart = matches!(row, Row::Evidence | Row::Documents);
        match rows.last_mut() {
            Some((last, because)) if *last == row && !apart => {
                because.text = sentences([std::mem::take(&mut because.text), text]);
                because.fails |= fails;
            }
            _ => rows.push((row, Because { label: row.label(), text, fails })),
        }
    }
    rows.into_iter().map(|(_, because)| because).collect()
}

impl Case<'_> {
    fn rows(&self, reasons: &[Reason], need_latest: Option<NaiveDate>) -> Vec<Line> {
        let mut lines = Vec::new();
        let latest = need_latest.or_else(|| {
            reasons.iter().find_map(|reason| match reason {
                Reason::NeededBy { latest, .. } => Some(*latest),
                _ => None,
            })
        });
        lines.extend(self.rule().map(|text| (Row::Rule, text, false)));
        for reason in reasons {
            if let (Subject::Milestone(_) | Subject::Order(_), Some(trouble)) =
                (self.subject, Trouble::of(self.code, reason))
            {
                lines.push((Row::Rule, trouble_rule(&trouble), false));
                let step = MilestoneId::from(self.subject.id());
                let step = milestone(&step, self.lookup);
                let row = match trouble {
                    Trouble::Trap(_) => Row::Facts,
                    Trouble::Overdue { .. }
                    | Trouble::Holidays(_)
                    | Trouble::YearsUnknown { .. }
                    | Trouble::Pinned { .. }
                    | Trouble::Deadline { .. } => Row::Dates,
                };
                let text = told(&trouble, Some(&step), self.planned, self.lookup);
                lines.push((row, text, true));
                continue;
            }
            lines.push(self.line(reason, latest));
        }
        let sourced = reasons.iter().any(|r| matches!(r, Reason::Verification { .. }));
        if !sourced && let Some(requirement) = self.requirement {
            lines.push((Row::Source, sentence(requirement.reference.clone()), false));
        }
        lines
    }

    fn rule(&self) -> Option<Text> {
        match self.subject {
            Subject::Requirement(_) => self.requirement.map(|requirement| {
                let when = requirement.when.as_ref();
                let when = when.map_or_else(Text::default, |when| applies_when(when, self.lookup));
                sentences([sentence(requirement.rule.clone()), when])
            }),
            Subject::Check(id) => check_rule(id),
            Subject::Milestone(_) | Subject::Order(_) => None,
        }
    }

    /// One reason as a line of its row.
    fn line(&self, reason: &Reason, need_latest: Option<NaiveDate>) -> Line {
        let lookup = self.lookup;
        match reason {
            Reason::Applies { truth, facts } => {
                // What is not answered cannot have decided against it.
                let decided = |given: &&FactAnswer| *truth != Truth::No || given.value.is_some();
                let decisive: Vec<FactAnswer> = facts.iter().filter(decided).cloned().collect();
                let list = if decisive.is_empty() {
                    Text::new("no product of this shipment is concerned", "本票产品均不涉及")
                } else {
                    fact_answers(&decisive, lookup)
                };
                let outcome = match truth {
                    Truth::Yes => Text::new("So it applies.", "因此适用。"),
                    Truth::No => Text::new("So it does not apply.", "因此不适用。"),
                    Truth::Unknown => {
                        Text::new("So it is open whether it applies.", "因此是否适用未定。")
                    }
                };
                let open = self.failing && *truth == Truth::Unknown;
                (Row::Facts, sentences([sentence(list), outcome]), open)
            }
            Reason::InForce { from, until, on } => {
                (Row::Dates, in_force(*from, *until, *on), self.failing && on.is_none())
            }
            Reason::MustHold { truth, facts } => {
                let must = self.requirement.and_then(|requirement| requirement.must.as_ref());
                let wanted = must.map_or_else(Text::default, |must| must_hold(must, lookup));
                let outcome = match truth {
                    Truth::Yes => Text::new("So it does.", "符合。"),
                    Truth::No => Text::new("So it does not.", "不符合。"),
                    Truth::Unknown => Text::new("So it is open.", "尚无法判断。"),
                };
                let text = sentences([wanted, sentence(fact_answers(facts, lookup)), outcome]);
                (Row::Facts, text, self.failing && *truth != Truth::Yes)
            }
            Reason::NothingHeld { accepts } => {
                let kinds: Vec<Text> = accepts
                    .iter()
                    .map(|kind| lookup.document_type_title(&DocumentType::from(kind.as_str())))
                    .collect();
                let list = or_list(&kinds);
                let text = said(
                    format!("No document is held. Accepted: {}.", list.en),
                    format!("尚无文件。可接受：{}。", list.zh),
                );
                (Row::Evidence, text, self.failing && !self.undecided)
            }
            Reason::LookedAt { name, defects, .. } => {
                let name = document_name(name, lookup);
                let what = if defects.is_empty() {
                    Text::new("no shortfall found", "未发现不符")
                } else {
                    clauses(defects.iter().map(|own| bare(defect(own, lookup))))
                };
                let text = Text::new(
                    format!("{}: {}.", name.en, what.en),
                    format!("{}：{}。", name.zh, what.zh),
                );
                (Row::Evidence, text, self.failing && !defects.is_empty())
            }
            Reason::NeededBy { milestone, plan, latest, days_before } => {
                let text = match days_before {
                    0 => needed_by(milestone, *plan, *latest, lookup),
                    before => needed_before(milestone, *before, *plan, *latest, lookup),
                };
                (Row::Dates, text, false)
            }
            Reason::NotScheduled { step } => {
                let step = lookup.step_title(step);
                let text = said(
                    format!("The schedule has no step {}, so no date can be given.", step.en),
                    format!("进度计划中没有步骤{}，无法给出日期。", step.zh),
                );
                (Row::Dates, text, self.failing)
            }
            Reason::Lead { shortest, longest, earliest, latest } => {
                let late = need_latest.is_some_and(|need| *earliest > need);
                let text = lead(*shortest, *longest, *earliest, *latest);
                (Row::Dates, text, self.failing && late)
            }
            Reason::WaitsFor { requirements } => {
                let first = clauses(requirements.iter().map(|id| requirement_title(id, lookup)));
                let text = said(
                    format!("First comes, its time counted in: {}.", first.en),
                    format!("须先完成（时间已计入）：{}。", first.zh),
                );
                (Row::Dates, text, false)
            }
            Reason::Compared { field, says } => {
                let differ = self.failing && differs(field, says);
                (Row::Documents, sentence(compared(field, says)), differ)
            }
            Reason::Limit { what, found, limit: bound } => {
                (Row::Documents, sentence(limit(what, found, bound)), self.failing)
            }
            Reason::DateLimit { what, found, limit, days } => {
                let text = sentence(date_limit(what, *found, *limit, *days, lookup));
                (Row::Dates, text, self.failing && *days < 0)
            }
            Reason::Lacks { fields } => (Row::Documents, sentence(lacking(fields)), self.failing),
            Reason::RegimeChange { on, change, days: left, next } => {
                let (on, change, left) = (date(*on), date(*change), days(*left));
                let text = said(
                    format!(
                        "Planned for {}; {next} takes over on {}, {} later.",
                        on.en, change.en, left.en
                    ),
                    format!("计划于 {}；{next} 于 {} 实施，相距 {}。", on.zh, change.zh, left.zh),
                );
                (Row::Dates, text, false)
            }
            Reason::Verification { state, source, open_point } => (
                Row::Source,
                verified(self.requirement, *state, source.as_deref(), open_point.as_ref(), lookup),
                self.failing && self.code == Some(Code::Unverified),
            ),
            Reason::Decided { by, on, reason, until } => {
                let on = date(*on);
                let (en, zh) = until.map_or((String::new(), String::new()), |until| {
                    let until = date(until);
                    (format!(", until {}", until.en), format!("，有效至 {}", until.zh))
                });
                let text = Text::new(
                    format!("Decided by {by} on {}{en}: {reason}", on.en),
                    format!("{by} 于 {} 决定{zh}：{reason}", on.zh),
                );
                (Row::Decision, sentence(text), false)
            }
            Reason::Excepted { by, on, reason } => {
                let on = date(*on);
                let text = Text::new(
                    format!("The difference is accepted by {by} on {}: {reason}", on.en),
                    format!("{by} 于 {} 认可该差异：{reason}", on.zh),
                );
                (Row::Decision, sentence(text), false)
            }
            Reason::Overdue { .. }
            | Reason::Holidays { .. }
            | Reason::YearsUnknown { .. }
            | Reason::IncotermTrap { .. } => {
                let trouble = Trouble::of(self.code, reason);
                let text = trouble.map_or_else(Text::default, |own| told(&own, None, None, lookup));
                (Row::Dates, text, self.failing)
            }
        }
    }
}
