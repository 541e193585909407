//! Single reasons in full sentences.

use crate::dates::{date, days, days_between};
use crate::lookup::{Lookup, milestone};
use crate::phrase::{clauses, said, sentence, sentences};
use chrono::NaiveDate;
use readiness::{MilestoneId, Requirement, Text, VerificationState};

/// The law or practice it rests on, how far it is verified, and the pack it comes from.
pub(crate) fn verified(
    requirement: Option<&Requirement>,
    state: VerificationState,
    source: Option<&str>,
    open_point: Option<&Text>,
    lookup: &dyn Lookup,
) -> Text {
    let reference = requirement
        .map_or_else(Text::default, |requirement| sentence(requirement.reference.clone()));
    let checked = requirement.and_then(|requirement| requirement.verification.checked_on);
    let (on, zh_on) = checked.map(date).map_or((String::new(), String::new()), |day| {
        (format!(" on {}", day.en), format!("{} ", day.zh))
    });
    let (found, zh_found) = source.map_or((String::new(), String::new()), |source| {
        (format!(": {source}"), format!("：{source}"))
    });
    let verified = match state {
        VerificationState::Checked => {
            said(format!("Looked up{on}{found}."), format!("{zh_on}已核对出处{zh_found}。"))
        }
        VerificationState::Known => {
            Text::new("Settled practice, not looked up.", "惯例，未查出处。")
        }
        VerificationState::Verify => said(
            format!("Not verified: open the official source before relying on it{found}."),
            format!("尚未核实，采用前须查阅官方来源{zh_found}。"),
        ),
    };
    let open = open_point.map_or_else(Text::default, |point| {
        Text::new(format!("Open point: {}", point.en), format!("未决点：{}", point.zh))
    });
    let pack = requirement.and_then(|requirement| lookup.pack_title(&requirement.pack));
    let pack = pack.map_or_else(Text::default, |pack| {
        said(format!("From pack {}.", pack.en), format!("来自要求包：{}。", pack.zh))
    });
    sentences([reference, verified, sentence(open), pack])
}

/// What is said of a document, after its name and a colon.
pub(crate) fn bare(said: Text) -> Text {
    let en = said.en.strip_prefix("is ").unwrap_or(&said.en).to_owned();
    Text { en, zh: said.zh }
}

/// When it is needed, at the latest.
pub(crate) fn needed_by(
    id: &MilestoneId,
    plan: NaiveDate,
    latest: NaiveDate,
    lookup: &dyn Lookup,
) -> Text {
    let (step, on, last) = (milestone(id, lookup), date(plan), date(latest));
    if plan == latest {
        return said(
            format!("Needed for {}: planned for {}, with no float.", step.en, on.en),
            format!("用于{}：计划 {}，无时差。", step.zh, on.zh),
        );
    }
    said(
        format!("Needed for {}: planned for {}, {} at the latest.", step.en, on.en, last.en),
        format!("用于{}：计划 {}，最迟 {}。", step.zh, on.zh, last.zh),
    )
}

/// When it is needed, so many days before a milestone.
pub(crate) fn needed_before(
    id: &MilestoneId,
    before: u16,
    plan: NaiveDate,
    latest: NaiveDate,
    lookup: &dyn Lookup,
) -> Text {
    let (step, before) = (milestone(id, lookup), days(before.into()));
    let (on, last) = (date(plan), date(latest));
    said(
        format!(
            "Needed {} before {}: by {} as planned, by {} at the latest.",
            before.en, step.en, on.en, last.en
        ),
        format!("须在{}前 {}备妥：按计划 {}，最迟 {}。", step.zh, before.zh, on.zh, last.zh),
    )
}

/// How long it takes.
pub(crate) fn lead(shortest: i32, longest: i32, earliest: NaiveDate, latest: NaiveDate) -> Text {
    let span = days_between(shortest.into(), longest.into());
    let (from, to) = (date(earliest), date(latest));
    if earliest == latest {
        return said(
            format!("Takes {}: there on {} if started today.", span.en, from.en),
            format!("办理需{}：今天启动，{} 办妥。", span.zh, from.zh),
        );
    }
    said(
        format!("Takes {}: there between {} and {} if started today.", span.en, from.en, to.en),
        format!("办理需{}：今天启动，{} 至 {} 办妥。", span.zh, from.zh, to.zh),
    )
}

/// The days on which the rule exists, and the day it is judged on.
pub(crate) fn in_force(
    from: Option<NaiveDate>,
    until: Option<NaiveDate>,
    on: Option<NaiveDate>,
) -> Text {
    let (from, until) = (from.map(date), until.map(date));
    let span = match (from, until) {
        (Some(from), Some(until)) => said(
            format!("The rule is in force from {} through {}", from.en, until.en),
            format!("该要求自 {} 至 {} 有效", from.zh, until.zh),
        ),
        (Some(from), None) => said(
            format!("The rule is in force from {}", from.en),
            format!("该要求自 {} 起有效", from.zh),
        ),
        (None, Some(until)) => said(
            format!("The rule is in force through {}", until.en),
            format!("该要求有效至 {}", until.zh),
        ),
        (None, None) => Text::new("The rule has no end", "该要求长期有效"),
    };
    let judged = match on.map(date) {
        Some(on) => said(format!("judged on {}", on.en), format!("以 {} 为准", on.zh)),
        None => Text::new("the day it is judged on is not planned", "评判日期未排入进度"),
    };
    sentence(clauses([span, judged]))
}
