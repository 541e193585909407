//! What to do next, and by when.

use crate::dates::{date, near};
use crate::facts::{is_of_order, question};
use crate::gap::own_defects;
use crate::lookup::{Lookup, milestone};
use crate::phrase::{and_list, dated, or_list, said, same_all, sentence};
use crate::timing::{judged_on, latest_start};
use readiness::{
    CheckId, Code, Defect, DocumentType, Finding, Reason, Requirement, Subject, Text, Timing,
};

/// The action alone with its date: `Draw up a new declaration; start by 4 Dec.`
#[must_use]
pub fn next_step(
    finding: &Finding,
    requirement: Option<&Requirement>,
    lookup: &dyn Lookup,
) -> Text {
    let own = || requirement.and_then(|requirement| requirement.first_step.clone());
    match finding.code {
        Code::Missing
        | Code::Expired
        | Code::Lapses
        | Code::Stale
        | Code::Scope
        | Code::Holder
        | Code::Language
        | Code::Regime => {
            let action = own().unwrap_or_else(|| action(finding, lookup));
            dated(&action, &start_clause(finding))
        }
        Code::NotYetIssued => dated(&action(finding, lookup), &start_clause(finding)),
        Code::RegimeMargin => {
            let next = finding.because.iter().find_map(|reason| match reason {
                Reason::RegimeChange { next, .. } => Some(next.clone()),
                _ => None,
            });
            let next = next.unwrap_or_default();
            said(
                format!("Hold a document that cites {next} too, in case the date slips."),
                format!("同时备妥引用 {next} 的文件，以防日期推迟。"),
            )
        }
        Code::UnknownFact => answer_it(finding, requirement, lookup),
        Code::Unverified => check_source(finding, requirement),
        Code::Conflict | Code::InsufficientData | Code::Deadline => match &finding.subject {
            Subject::Check(id) => check_step(finding, id, lookup),
            Subject::Requirement(_) if finding.code == Code::Deadline => {
                dated(&action(finding, lookup), &start_clause(finding))
            }
            Subject::Requirement(_) => {
                let settle = || Text::new("Settle what the answers say", "核实并理顺相关事实");
                dated(&own().unwrap_or_else(settle), &start_clause(finding))
            }
            Subject::Milestone(_) | Subject::Order(_) => {
                crate::delivery::next_step(finding, lookup).unwrap_or_default()
            }
        },
        Code::Overdue | Code::Holiday | Code::CalendarGap | Code::Pinned | Code::Incoterm => {
            crate::delivery::next_step(finding, lookup).unwrap_or_default()
        }
    }
}

/// `start by 4 Dec`, by how much time is left.
fn start_clause(finding: &Finding) -> Text {
    let today = judged_on(finding);
    match (finding.timing, finding.start_by) {
        (Some(Timing::Open), Some(by)) if Some(by) != today => {
            let by = near(by, today);
            said(format!("start by {}", by.en), format!("{} 前启动", by.zh))
        }
        (Some(Timing::AtRisk), _) => {
            match latest_start(finding).filter(|day| Some(*day) != today) {
                Some(latest) => {
                    let latest = near(latest, today);
                    said(
                        format!("start today, {} at the latest", latest.en),
                        format!("今天启动，最迟 {}", latest.zh),
                    )
                }
                None => Text::new("start today", "今天启动"),
            }
        }
        (Some(Timing::Open | Timing::Late), _) => Text::new("start today", "今天启动"),
        (None, _) => Text::new("put the step into the schedule", "将该步骤排入进度计划"),
    }
}

/// What to do where the requirement does not say.
fn action(finding: &Finding, lookup: &dyn Lookup) -> Text {
    if finding.code == Code::Missing {
        return missing_action(finding, lookup);
    }
    let Some((_, defects)) = own_defects(finding) else {
        return missing_action(finding, lookup);
    };
    defects.first().map_or_else(Text::default, |own| defect_action(own))
}

fn missing_action(finding: &Finding, lookup: &dyn Lookup) -> Text {
    let accepts = finding.because.iter().find_map(|reason| match reason {
        Reason::NothingHeld { accepts } => accepts.first(),
        _ => None,
    });
    accepts.map_or_else(
        || Text::new("Get the document", "取得文件"),
        |kind| {
            let title = lookup.document_type_title(&DocumentType::from(kind.as_str()));
            said(format!("Get it: {}", title.en), format!("取得{}", title.zh))
        },
    )
}

fn defect_action(defect: &Defect) -> Text {
    match defect {
        Defect::NotAccepted => Text::new("Get one that is accepted", "取得可接受的文件"),
        Defect::Expired { .. } | Defect::Lapses { .. } => Text::new("Renew it", "办理续期"),
        Defect::NotYetIssued { .. } => Text::new(
            "Correct the date, or wait for the document to be issued",
            "更正签发日，或待文件签发",
        ),
        Defect::Stale { .. } => Text::new("Get a new one", "重新办理"),
        Defect::Undated => Text::new("Get one with a date of issue", "取得注明签发日期的文件"),
        Defect::Models { missing, .. } => {
            let list = and_list(&same_all(missing));
            said(format!("Get one that covers {}", list.en), format!("取得覆盖 {} 的文件", list.zh))
        }
        Defect::Serials { missing } => {
            let list = and_list(&same_all(missing));
            said(format!("Have {} added", list.en), format!("补列 {}", list.zh))
        }
        Defect::Packages { missing } => {
            let list = and_list(&same_all(missing));
            said(format!("Complete it for package {}", list.en), format!("补齐第 {} 件", list.zh))
        }
        Defect::Versions { missing, .. } => {
            let list = and_list(&same_all(missing));
            said(
                format!("Draw it up anew for software {}", list.en),
                format!("按软件版本 {} 重新出具", list.zh),
            )
        }
        Defect::NotValidOnTest { .. } => Text::new(
            "Find one that was valid on the day of the test, or test again",
            "查找测试当日有效的证书，或重新测试",
        ),
        Defect::LateFiling { needed, .. } => {
            let by = crate::dates::date(*needed);
            said(format!("Have it done by {}", by.en), format!("于 {} 前办理", by.zh))
        }
        Defect::Site { .. } => {
            Text::new("Get one for the maker's site", "取得覆盖制造商厂区的文件")
        }
        Defect::Destination { .. } => {
            Text::new("Get one for the destination", "取得覆盖目的地的文件")
        }
        Defect::Amount { needed, .. } => {
            let needed = crate::dates::quantity(*needed);
            said(format!("Have it raised to {}", needed.en), format!("将金额提高至 {}", needed.zh))
        }
        Defect::Cover { needed, .. } => {
            said(format!("Have the cover raised to {needed}"), format!("将险别提高至 {needed}"))
        }
        Defect::OtherShipment { .. } => {
            Text::new("Get one for this shipment", "取得本票货物的文件")
        }
        Defect::Holder { .. } => {
            Text::new("Have it made out in the right name", "请签发方更正名称")
        }
        Defect::Language { needed, .. } => {
            let names: Vec<Text> =
                needed.iter().map(|code| crate::languages::language_name(code)).collect();
            let list = or_list(&names);
            said(format!("Have it translated into {}", list.en), format!("译成{}", list.zh))
        }
        Defect::Regime { in_force, .. } => {
            let list = or_list(&same_all(in_force));
            if in_force.is_empty() {
                return Text::new("Look up the law in force", "查明届时有效的法规");
            }
            said(format!("Draw up a new one to {}", list.en), format!("按 {} 重新出具", list.zh))
        }
    }
}

fn answer_it(finding: &Finding, requirement: Option<&Requirement>, lookup: &dyn Lookup) -> Text {
    let Some(first) = finding.questions.first() else {
        let step = requirement.and_then(|own| own.effective.as_ref());
        return step.map_or_else(
            || Text::new("Look at the documents and the facts once more.", "重新核对文件与事实。"),
            |effective| {
                let step = lookup.step_title(&effective.judged_at);
                said(
                    format!("Put {} into the schedule.", step.en),
                    format!("将{}排入进度计划。", step.zh),
                )
            },
        );
    };
    let today = judged_on(finding);
    let by = match (finding.timing, finding.start_by) {
        (Some(Timing::Open), Some(by)) if Some(by) != today => {
            let by = near(by, today);
            said(format!("by {}", by.en), format!("{} 前", by.zh))
        }
        (Some(_), _) => Text::new("today", "今天"),
        (None, _) => Text::default(),
    };
    let ask = question(first, lookup);
    let several = finding.questions.len();
    let when = if by.en.is_empty() { String::new() } else { format!(" {}", by.en) };
    if is_of_order(first) {
        let action = Text::new(ask.en.trim_end_matches('.'), ask.zh.trim_end_matches('。'));
        return sentence(said(format!("{}{when}", action.en), format!("{}{}", by.zh, action.zh)));
    }
    if several == 1 {
        return sentence(said(
            format!("Answer{when}: {}", ask.en),
            format!("{}回答：{}", by.zh, ask.zh),
        ));
    }
    sentence(said(
        format!("Answer {several} questions{when}, first: {}", ask.en),
        format!("{}回答 {several} 个问题，先答：{}", by.zh, ask.zh),
    ))
}

fn check_source(finding: &Finding, requirement: Option<&Requirement>) -> Text {
    let by = finding.need_plan.map(date);
    let (en_by, zh_by) = by.map_or((String::new(), String::new()), |by| {
        (format!(" by {}", by.en), format!("于 {} 前", by.zh))
    });
    let reference = requirement.map(|own| &own.reference);
    sentence(match reference {
        Some(Text { en, zh }) => {
            said(format!("Look it up{en_by}: {en}"), format!("{zh_by}查证：{zh}"))
        }
        None => said(format!("Look up the source{en_by}"), format!("{zh_by}查证出处")),
    })
}

fn check_step(finding: &Finding, id: &CheckId, lookup: &dyn Lookup) -> Text {
    let unfilled = finding.code == Code::InsufficientData;
    let action = if unfilled {
        Text::new("Fill in what is missing", "补填所缺内容")
    } else {
        crate::checks::action(id)
    };
    let clause = match (finding.code, finding.need_plan, finding.need_latest) {
        (Code::Deadline, _, Some(limit)) => {
            let by = date(limit);
            said(format!("settle it by {}", by.en), format!("{} 前落实", by.zh))
        }
        (_, Some(plan), _) => {
            let by = date(plan);
            let step = finding.milestone.as_ref().map(|id| milestone(id, lookup));
            let (en, zh) = step.map_or((String::new(), String::new()), |step| {
                (format!(" ({})", step.en), format!("（{}）", step.zh))
            });
            if unfilled {
                said(format!("it was due on {}{en}", by.en), format!("原应于 {} 前填妥{zh}", by.zh))
            } else {
                said(format!("fix by {}{en}", by.en), format!("{} 前修正{zh}", by.zh))
            }
        }
        (_, None, _) => Text::default(),
    };
    dated(&action, &clause)
}
