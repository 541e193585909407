//! Time left, in words.

use crate::dates::{date, days, near, years};
use crate::delivery::Trouble;
use crate::phrase::said;
use chrono::{Days, NaiveDate};
use readiness::{Code, Finding, Reason, Text, Timing};

/// The latest day on which even the shortest lead time still fits.
pub(crate) fn latest_start(finding: &Finding) -> Option<NaiveDate> {
    let shortest = finding.because.iter().find_map(|reason| match reason {
        Reason::Lead { shortest, .. } => Some(*shortest),
        _ => None,
    })?;
    let need = finding.need_latest?;
    let days = Days::new(shortest.unsigned_abs().into());
    if shortest >= 0 { need.checked_sub_days(days) } else { need.checked_add_days(days) }
}

/// The day judged on, as far as the finding itself tells.
pub(crate) fn judged_on(finding: &Finding) -> Option<NaiveDate> {
    finding.because.iter().find_map(|reason| match reason {
        Reason::Lead { shortest, earliest, .. } => {
            earliest.checked_sub_days(Days::new(u64::try_from(*shortest).ok()?))
        }
        _ => None,
    })
}

/// How much time is left: `start by 3 Jan, 40 days left`, `at risk: latest start 30 Nov`, `too late
/// by 26 days`; for documents that disagree `fix by 8 Jan, 45 days left`.
#[must_use]
pub fn timing_words(finding: &Finding, today: NaiveDate) -> Text {
    match finding.code {
        Code::Missing
        | Code::Expired
        | Code::NotYetIssued
        | Code::Lapses
        | Code::Stale
        | Code::Scope
        | Code::Holder
        | Code::Language
        | Code::Regime => lead_words(finding, today),
        Code::UnknownFact => answer_words(finding, today),
        Code::Conflict | Code::InsufficientData => fix_words(finding, today),
        Code::Unverified => match finding.need_plan {
            Some(by) if by >= today => {
                let day = near(by, Some(today));
                said(format!("check by {}", day.en), format!("{} 前核实", day.zh))
            }
            Some(_) | None => Text::new("check now", "立即核实"),
        },
        Code::RegimeMargin => {
            let left = days(finding.slack_days.unwrap_or_default());
            said(format!("{} before the law changes", left.en), format!("距换法 {}", left.zh))
        }
        Code::Deadline if finding.timing.is_some() => lead_words(finding, today),
        Code::Deadline
        | Code::Overdue
        | Code::Holiday
        | Code::CalendarGap
        | Code::Pinned
        | Code::Incoterm => trouble_words(finding, today),
    }
}

fn lead_words(finding: &Finding, today: NaiveDate) -> Text {
    let (Some(timing), Some(start_by)) = (finding.timing, finding.start_by) else {
        return Text::new("no date: not in the schedule", "未排入进度，无日期");
    };
    let slack = (start_by - today).num_days();
    match timing {
        Timing::Open if slack == 0 => Text::new("start today", "今天启动"),
        Timing::Open => {
            let (by, left) = (near(start_by, Some(today)), days(slack));
            said(
                format!("start by {}, {} left", by.en, left.en),
                format!("{} 前启动，剩 {}", by.zh, left.zh),
            )
        }
        Timing::AtRisk => match latest_start(finding).filter(|latest| *latest > today) {
            None => Text::new("at risk: start today", "有风险：今天启动"),
            Some(latest) => {
                let latest = near(latest, Some(today));
                said(
                    format!("at risk: latest start {}", latest.en),
                    format!("有风险：最迟 {} 启动", latest.zh),
                )
            }
        },
        Timing::Late => {
            let late = if slack < 0 {
                -slack
            } else {
                latest_start(finding).map_or(0, |latest| (today - latest).num_days())
            };
            let late = days(late.max(1));
            said(format!("too late by {}", late.en), format!("已晚 {}", late.zh))
        }
    }
}

fn answer_words(finding: &Finding, today: NaiveDate) -> Text {
    match (finding.timing, finding.start_by) {
        (Some(Timing::Open), Some(by)) if by > today => {
            let (day, left) = (near(by, Some(today)), days((by - today).num_days()));
            said(
                format!("answer by {}, {} left", day.en, left.en),
                format!("{} 前回答，剩 {}", day.zh, left.zh),
            )
        }
        (Some(Timing::Open | Timing::AtRisk), _) => {
            Text::new("at risk: answer today", "有风险：今天回答")
        }
        (Some(Timing::Late), _) => {
            Text::new("too late if it applies: answer today", "若适用已来不及：今天回答")
        }
        (None, _) => Text::new("answer it", "待回答"),
    }
}

fn fix_words(finding: &Finding, today: NaiveDate) -> Text {
    let latest = finding.fix_by.or(finding.need_plan);
    let due = |by: NaiveDate| {
        let (day, left) = (near(by, Some(today)), days((by - today).num_days()));
        said(
            format!("fix by {}, {} left", day.en, left.en),
            format!("{} 前修正，剩 {}", day.zh, left.zh),
        )
    };
    match (finding.need_plan, latest) {
        (Some(plan), _) if plan > today => due(plan),
        (Some(plan), _) if plan == today => Text::new("fix today", "今天修正"),
        (_, Some(latest)) if latest > today => {
            let day = near(latest, Some(today));
            said(
                format!("at risk: fix by {} at the latest", day.en),
                format!("有风险：最迟 {} 修正", day.zh),
            )
        }
        (_, Some(latest)) if latest == today => Text::new("at risk: fix today", "有风险：今天修正"),
        (_, Some(latest)) => {
            let late = days((today - latest).num_days());
            said(format!("too late by {}", late.en), format!("已晚 {}", late.zh))
        }
        (_, None) => Text::new("fix it", "待修正"),
    }
}

fn trouble_words(finding: &Finding, today: NaiveDate) -> Text {
    let trouble = finding.because.iter().find_map(|reason| Trouble::of(Some(finding.code), reason));
    match trouble {
        Some(Trouble::Deadline { days: in_hand, .. }) => {
            let late = days(in_hand.abs());
            said(format!("too late by {}", late.en), format!("晚 {}", late.zh))
        }
        Some(Trouble::Overdue { days: late, latest, absorbed }) => {
            let late = days(late);
            if absorbed {
                let left = days((latest - today).num_days());
                said(
                    format!("overdue {}, {} of float left", late.en, left.en),
                    format!("逾期 {}，时差剩 {}", late.zh, left.zh),
                )
            } else {
                said(
                    format!("overdue {}, float used up", late.en),
                    format!("逾期 {}，时差已用尽", late.zh),
                )
            }
        }
        Some(Trouble::Holidays(all)) => match all.first() {
            Some(first) => {
                let (first, count) = (near(*first, Some(today)), days(count(all)));
                said(
                    format!("{} off, first {}", count.en, first.en),
                    format!("放假 {}，{} 起", count.zh, first.zh),
                )
            }
            None => Text::new("no date set", "未定日期"),
        },
        Some(Trouble::YearsUnknown { years: unknown, .. }) => {
            let years = years(unknown);
            said(format!("{} not known", years.en), format!("{}未录入", years.zh))
        }
        Some(Trouble::Pinned { short, .. }) => {
            let early = days(short);
            said(format!("{} too early", early.en), format!("早了 {}", early.zh))
        }
        Some(Trouble::Trap(_)) => Text::new("settle it with the buyer", "与买方商定"),
        None => finding.need_plan.map_or_else(
            || Text::new("no date set", "未定日期"),
            |by| {
                let by = date(by);
                said(format!("by {}", by.en), format!("{} 前", by.zh))
            },
        ),
    }
}

fn count(all: &[NaiveDate]) -> i64 {
    i64::try_from(all.len()).unwrap_or(i64::MAX)
}
