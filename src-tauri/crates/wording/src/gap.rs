//! What is wrong, in a sentence or two with its dates and numbers.

use crate::condition::must_hold;
use crate::dates::{date, days, days_between};
use crate::defects::{citation, defect, in_force_words};
use crate::facts::{fact_answers, fact_title};
use crate::lookup::{Lookup, document_subject, milestone, requirement as requirement_title};
use crate::phrase::{and_list, clauses, said, same_all, sentence, sentences};
use crate::timing::judged_on;
use readiness::{Code, Defect, Finding, Reason, Requirement, Text, Timing, Truth};

/// What is wrong, with its dates and numbers, without the next step.
#[must_use]
pub fn gap(finding: &Finding, requirement: Option<&Requirement>, lookup: &dyn Lookup) -> Text {
    match finding.code {
        Code::Missing => sentences([missing(finding, lookup), time(finding, lookup)]),
        Code::Expired
        | Code::NotYetIssued
        | Code::Lapses
        | Code::Stale
        | Code::Scope
        | Code::Holder
        | Code::Language
        | Code::Regime => falls_short_in_time(finding, lookup),
        Code::Deadline if own_defects(finding).is_some() => falls_short_in_time(finding, lookup),
        Code::Conflict if must_reason(finding).is_some() => {
            contradicted(finding, requirement, lookup)
        }
        Code::RegimeMargin => margin(finding, requirement, lookup),
        Code::UnknownFact => unknown(finding, requirement, lookup),
        Code::Unverified => unverified(finding),
        Code::Conflict | Code::InsufficientData => {
            sentences(crate::says::differences(&finding.because).into_iter().map(sentence))
        }
        Code::Deadline
        | Code::Overdue
        | Code::Holiday
        | Code::CalendarGap
        | Code::Pinned
        | Code::Incoterm => crate::delivery::gap(finding, lookup).unwrap_or_default(),
    }
}

fn falls_short_in_time(finding: &Finding, lookup: &dyn Lookup) -> Text {
    sentences([falls_short(finding, lookup), time(finding, lookup)])
}

/// What the answers had to say.
fn must_reason(finding: &Finding) -> Option<(Truth, &[readiness::FactAnswer])> {
    finding.because.iter().find_map(|reason| match reason {
        Reason::MustHold { truth, facts } => Some((*truth, facts.as_slice())),
        _ => None,
    })
}

/// The answers say otherwise than they must.
fn contradicted(finding: &Finding, requirement: Option<&Requirement>, lookup: &dyn Lookup) -> Text {
    let Some((_, facts)) = must_reason(finding) else { return Text::default() };
    let given = sentence(fact_answers(facts, lookup));
    let must = requirement.and_then(|own| own.must.as_ref());
    let wanted = must.map_or_else(Text::default, |must| must_hold(must, lookup));
    sentences([given, wanted, time(finding, lookup)])
}

/// `is needed by 2 Feb 2027 (Import clearance)`; none where the schedule sets no date. In Chinese
/// `须于 2027-02-02 前`, with the step in brackets to put at the end.
fn need(finding: &Finding, lookup: &dyn Lookup) -> Option<(String, String, String)> {
    let by = finding.need_plan?;
    let step = milestone(finding.milestone.as_ref()?, lookup);
    let past = judged_on(finding).is_some_and(|today| by < today);
    let (verb, zh_verb) = if past { ("was", "应") } else { ("is", "须") };
    let by = date(by);
    Some((
        format!("{verb} needed by {} ({})", by.en, step.en),
        format!("{zh_verb}于 {} 前", by.zh),
        format!("（{}）", step.zh),
    ))
}

/// That the schedule lacks the step.
fn not_scheduled(finding: &Finding, lookup: &dyn Lookup) -> Text {
    let step = finding.because.iter().find_map(|reason| match reason {
        Reason::NotScheduled { step } => Some(lookup.step_title(step)),
        _ => None,
    });
    step.map_or_else(Text::default, |step| {
        said(
            format!("The schedule has no step {}, so no date can be given.", step.en),
            format!("进度计划中没有步骤{}，无法给出日期。", step.zh),
        )
    })
}

fn missing(finding: &Finding, lookup: &dyn Lookup) -> Text {
    let models = and_list(&same_all(&finding.models));
    let (of, zh_of) = if finding.models.is_empty() {
        (String::new(), String::new())
    } else {
        (format!(" for {}", models.en), models.zh)
    };
    match need(finding, lookup) {
        Some((needed, zh_by, zh_step)) => said(
            format!("No document is held{of}; it {needed}."),
            format!("{zh_of}尚无文件，{zh_by}备妥{zh_step}。"),
        ),
        None => sentences([
            said(format!("No document is held{of}."), format!("{zh_of}尚无文件。")),
            not_scheduled(finding, lookup),
        ]),
    }
}

/// The defects of the document at hand that make this finding.
pub(crate) fn own_defects(finding: &Finding) -> Option<(&str, Vec<&Defect>)> {
    finding.because.iter().find_map(|reason| {
        let Reason::LookedAt { evidence, name, defects } = reason else { return None };
        if finding.evidence.as_ref().is_some_and(|own| own != evidence) {
            return None;
        }
        let own: Vec<&Defect> =
            defects.iter().filter(|defect| defect.code() == finding.code).collect();
        (!own.is_empty()).then_some((name.as_str(), own))
    })
}

fn falls_short(finding: &Finding, lookup: &dyn Lookup) -> Text {
    let Some((name, defects)) = own_defects(finding) else {
        return missing(finding, lookup);
    };
    let who = document_subject(name, lookup);
    if let [Defect::Regime { cites, in_force, on, milestone: at }] = defects.as_slice()
        && !at.as_str().is_empty()
    {
        let (cites, on, step) = (citation(cites), date(*on), milestone(at, lookup));
        let (en, zh) = in_force_words(&same_all(in_force));
        return said(
            format!("{} {}. {} is planned for {}, when {en}.", who.en, cites.en, step.en, on.en),
            format!("{}{}。{}计划于 {}，届时{zh}。", who.zh, cites.zh, step.zh, on.zh),
        );
    }
    let what = clauses(defects.iter().map(|own| defect(own, lookup)));
    let first = said(format!("{} {}.", who.en, what.en), format!("{}{}。", who.zh, what.zh));
    if finding.code == Code::Lapses {
        return first;
    }
    let second = match need(finding, lookup) {
        Some((needed, zh_by, zh_step)) => {
            let good = good(finding.code);
            said(format!("{} {needed}.", good.en), format!("{zh_by}备妥{}{zh_step}。", good.zh))
        }
        None => not_scheduled(finding, lookup),
    };
    sentences([first, second])
}

/// What is needed instead.
fn good(code: Code) -> Text {
    match code {
        Code::Expired | Code::Lapses => Text::new("A valid one", "有效文件"),
        Code::Stale => Text::new("A newer one", "新近签发的文件"),
        Code::NotYetIssued => Text::new("An issued one", "已签发的文件"),
        Code::Missing
        | Code::Scope
        | Code::Holder
        | Code::Language
        | Code::Regime
        | Code::RegimeMargin
        | Code::Conflict
        | Code::InsufficientData
        | Code::Deadline
        | Code::Overdue
        | Code::UnknownFact
        | Code::Unverified
        | Code::Holiday
        | Code::CalendarGap
        | Code::Pinned
        | Code::Incoterm => Text::new("One that fits", "相符的文件"),
    }
}

/// What comes first, and that time is short.
fn time(finding: &Finding, lookup: &dyn Lookup) -> Text {
    let waits = if finding.waits_for.is_empty() {
        Text::default()
    } else {
        let first: Vec<Text> =
            finding.waits_for.iter().map(|id| requirement_title(id, lookup)).collect();
        let first = and_list(&first);
        said(format!("First comes: {}.", first.en), format!("须先完成：{}。", first.zh))
    };
    let lead = finding.because.iter().find_map(|reason| match reason {
        Reason::Lead { shortest, longest, earliest, latest } => {
            Some((*shortest, *longest, *earliest, *latest))
        }
        _ => None,
    });
    let (takes, zh_takes) = if finding.waits_for.is_empty() {
        ("It takes", "办理需")
    } else {
        ("Together they take", "合计需")
    };
    let (Some((shortest, longest, earliest, there)), Some(need)) = (lead, finding.need_latest)
    else {
        return waits;
    };
    let span = days_between(shortest.into(), longest.into());
    let short = match finding.timing {
        Some(Timing::AtRisk) if there <= need => {
            let need = date(need);
            said(
                format!(
                    "{takes} {}, longer than the plan allows; the float takes it up until {}.",
                    span.en, need.en
                ),
                format!("{zh_takes}{}，超出计划，时差可吸收至 {}。", span.zh, need.zh),
            )
        }
        Some(Timing::AtRisk) => said(
            format!("{takes} {}; only the quick way still fits.", span.en),
            format!("{zh_takes}{}，只有最快才来得及。", span.zh),
        ),
        Some(Timing::Late) => {
            let late = days((earliest - need).num_days().max(0));
            let (least, first) = (days(shortest.into()), date(earliest));
            said(
                format!(
                    "{takes} at least {}: there on {} at the earliest, {} after it is needed.",
                    least.en, first.en, late.en
                ),
                format!(
                    "{zh_takes}至少 {}，最早 {} 办妥，比需用日晚 {}。",
                    least.zh, first.zh, late.zh
                ),
            )
        }
        Some(Timing::Open) | None => Text::default(),
    };
    sentences([waits, short])
}

fn margin(finding: &Finding, requirement: Option<&Requirement>, lookup: &dyn Lookup) -> Text {
    let Some(change) = finding.because.iter().find_map(|reason| match reason {
        Reason::RegimeChange { on, change, days, next } => Some((*on, *change, *days, next)),
        _ => None,
    }) else {
        return Text::default();
    };
    let (on, from, left, next) = (date(change.0), date(change.1), days(change.2), change.3);
    let judged = requirement.and_then(|own| own.evidence.regime.as_ref());
    let step = judged
        .map_or_else(|| Text::new("The step", "该步骤"), |rule| lookup.step_title(&rule.judged_at));
    said(
        format!(
            "{} is planned for {}, {} before {next} takes over on {}.",
            step.en, on.en, left.en, from.en
        ),
        format!("{}计划于 {}，距 {next} 于 {} 实施仅 {}。", step.zh, on.zh, from.zh, left.zh),
    )
}

/// Whether it hangs on an answer that it applies at all.
fn applies_is_open(finding: &Finding) -> bool {
    finding.because.iter().any(|reason| match reason {
        Reason::Applies { truth, .. } => *truth == Truth::Unknown,
        _ => false,
    })
}

fn unknown(finding: &Finding, requirement: Option<&Requirement>, lookup: &dyn Lookup) -> Text {
    if finding.questions.is_empty() {
        let step = requirement.and_then(|own| own.effective.as_ref());
        return match step {
            Some(effective) => {
                let step = lookup.step_title(&effective.judged_at);
                said(
                    format!(
                        "Whether it applies depends on the date of {}, which the schedule does not have.",
                        step.en
                    ),
                    format!("是否适用取决于{}的日期，而进度计划中没有该步骤。", step.zh),
                )
            }
            None => Text::new("Whether it is met cannot be told.", "无法判断是否满足。"),
        };
    }
    let titles: Vec<Text> = finding.questions.iter().map(|id| fact_title(id, lookup)).collect();
    let list = and_list(&titles);
    if applies_is_open(finding) {
        said(
            format!("Whether it applies depends on {}: {}.", open(titles.len()), list.en),
            format!("是否适用取决于尚未回答的事实：{}。", list.zh),
        )
    } else if must_reason(finding).is_some_and(|(truth, _)| truth == Truth::Unknown) {
        said(
            format!("Whether it is met depends on {}: {}.", open(titles.len()), list.en),
            format!("是否满足取决于尚未回答的事实：{}。", list.zh),
        )
    } else {
        said(
            format!("Whether the document fits depends on data not filled in: {}.", list.en),
            format!("文件是否相符取决于尚未填写的数据：{}。", list.zh),
        )
    }
}

fn open(answers: usize) -> &'static str {
    if answers == 1 { "an open answer" } else { "open answers" }
}

fn unverified(finding: &Finding) -> Text {
    let open = finding.because.iter().find_map(|reason| match reason {
        Reason::Verification { open_point, .. } => open_point.clone(),
        _ => None,
    });
    let fits = finding
        .because
        .iter()
        .any(|reason| matches!(reason, Reason::LookedAt { defects, .. } if defects.is_empty()));
    let first = if fits {
        Text::new(
            "A document is held, but the requirement itself still has to be checked at its source.",
            "文件已备，但该要求的出处尚未核实。",
        )
    } else {
        Text::new(
            "The requirement itself still has to be checked at its source.",
            "该要求的出处尚未核实。",
        )
    };
    sentences([first, open.map_or_else(Text::default, sentence)])
}
