//! Findings about the schedule and the order itself.

use crate::dates::{date, days, years};
use crate::lookup::{Lookup, milestone};
use crate::phrase::{and_list, said, sentence, sentences};
use chrono::NaiveDate;
use readiness::{Code, Finding, IncotermTrap, MilestoneId, Reason, Text};

/// The milestone a finding is about.
fn own_step(finding: &Finding, lookup: &dyn Lookup) -> Text {
    let fallback = MilestoneId::from(finding.subject.id());
    milestone(finding.milestone.as_ref().unwrap_or(&fallback), lookup)
}

/// What can be wrong with the schedule or the order.
pub(crate) enum Trouble<'a> {
    Overdue { days: i64, latest: NaiveDate, absorbed: bool },
    Holidays(&'a [NaiveDate]),
    YearsUnknown { calendar: &'a str, years: &'a [i32] },
    Pinned { before: MilestoneId, found: NaiveDate, start: NaiveDate, short: i64 },
    Deadline { what: &'a str, found: NaiveDate, limit: NaiveDate, days: i64 },
    Trap(IncotermTrap),
}

impl<'a> Trouble<'a> {
    /// The trouble a reason tells of, if it is of this kind. The code tells a date set by hand from
    /// a date agreed.
    pub(crate) fn of(code: Option<Code>, reason: &'a Reason) -> Option<Self> {
        Some(match reason {
            Reason::Overdue { days, latest_finish, absorbed } => {
                Self::Overdue { days: *days, latest: *latest_finish, absorbed: *absorbed }
            }
            Reason::Holidays { days } => Self::Holidays(days),
            Reason::YearsUnknown { calendar, years } => Self::YearsUnknown { calendar, years },
            Reason::DateLimit { what, found, limit, days } if code == Some(Code::Pinned) => {
                let before = MilestoneId::from(what.as_str());
                Self::Pinned { before, found: *found, start: *limit, short: days.abs() }
            }
            Reason::DateLimit { what, found, limit, days } => {
                Self::Deadline { what, found: *found, limit: *limit, days: *days }
            }
            Reason::IncotermTrap { trap } => Self::Trap(*trap),
            Reason::Applies { .. }
            | Reason::InForce { .. }
            | Reason::NothingHeld { .. }
            | Reason::MustHold { .. }
            | Reason::LookedAt { .. }
            | Reason::NeededBy { .. }
            | Reason::NotScheduled { .. }
            | Reason::Lead { .. }
            | Reason::WaitsFor { .. }
            | Reason::Compared { .. }
            | Reason::Limit { .. }
            | Reason::Lacks { .. }
            | Reason::RegimeChange { .. }
            | Reason::Verification { .. }
            | Reason::Decided { .. }
            | Reason::Excepted { .. } => return None,
        })
    }

    fn in_finding(finding: &'a Finding) -> Option<Self> {
        finding.because.iter().find_map(|reason| Self::of(Some(finding.code), reason))
    }
}

/// What is wrong with the schedule or the order; none where the finding is of another kind.
pub(crate) fn gap(finding: &Finding, lookup: &dyn Lookup) -> Option<Text> {
    let trouble = Trouble::in_finding(finding)?;
    Some(told(&trouble, Some(&own_step(finding, lookup)), finding.need_plan, lookup))
}

/// The trouble in sentences. `step` is the milestone it is about, `planned` its planned finish.
pub(crate) fn told(
    trouble: &Trouble<'_>,
    step: Option<&Text>,
    planned: Option<NaiveDate>,
    lookup: &dyn Lookup,
) -> Text {
    let own = Text::new("The step", "该步骤");
    let step = step.unwrap_or(&own);
    match trouble {
        Trouble::Overdue { days, latest, absorbed } => {
            overdue(step, planned, *days, *latest, *absorbed)
        }
        Trouble::Holidays(days) => holidays(step, days),
        Trouble::YearsUnknown { calendar, years: unknown } => {
            let (calendar, years) = (calendar_name(calendar, lookup), years(unknown));
            said(
                format!(
                    "{} does not know the holidays of {}, so dates there are planned too early.",
                    calendar.en, years.en
                ),
                format!("{}未含{}节假日，该年份的日期排得偏早。", calendar.zh, years.zh),
            )
        }
        Trouble::Pinned { before, found, start, short } => {
            pinned(step, &milestone(before, lookup), *found, *start, *short)
        }
        Trouble::Deadline { what, found, limit, days } => {
            sentence(crate::limits::date_limit(what, *found, *limit, *days, lookup))
        }
        Trouble::Trap(trap) => trap_words(*trap),
    }
}

fn overdue(
    step: &Text,
    planned: Option<NaiveDate>,
    late: i64,
    latest: NaiveDate,
    absorbed: bool,
) -> Text {
    let (late, latest) = (days(late), date(latest));
    let due = planned.map(date);
    let (on, zh_on) = due.map_or((String::new(), String::new()), |day| {
        (format!(" on {}", day.en), format!(" {} ", day.zh))
    });
    let first = said(
        format!("{} should have finished{on}, {} ago.", step.en, late.en),
        format!("{}原应{zh_on}完成，已逾期 {}。", step.zh, late.zh),
    );
    let second = if absorbed {
        said(
            format!("Its float takes that up until {}.", latest.en),
            format!("时差可吸收至 {}。", latest.zh),
        )
    } else {
        said(
            format!("Its float ended on {}: every further day delays the end.", latest.en),
            format!("时差已于 {} 用尽，再拖一天总工期顺延一天。", latest.zh),
        )
    };
    sentences([first, second])
}

/// `1 Jan 2027`, `6 Feb 2027 to 10 Feb 2027`; single days where they do not follow each other.
fn day_list(all: &[NaiveDate]) -> Text {
    let mut spans: Vec<(NaiveDate, NaiveDate)> = Vec::new();
    for day in all {
        match spans.last_mut() {
            Some((_, last)) if last.succ_opt() == Some(*day) => *last = *day,
            _ => spans.push((*day, *day)),
        }
    }
    let spans: Vec<Text> = spans
        .into_iter()
        .map(|(first, last)| {
            let (from, to) = (date(first), date(last));
            if first == last {
                from
            } else {
                said(format!("{} to {}", from.en, to.en), format!("{} 至 {}", from.zh, to.zh))
            }
        })
        .collect();
    and_list(&spans)
}

fn holidays(step: &Text, all: &[NaiveDate]) -> Text {
    let list = day_list(all);
    let count = all.len();
    let noun = if count == 1 { "public holiday" } else { "public holidays" };
    said(
        format!("{} runs over {count} {noun} in the plant's calendar: {}.", step.en, list.en),
        format!("{}期间遇法定节假日 {count} 天：{}。", step.zh, list.zh),
    )
}

fn pinned(step: &Text, before: &Text, found: NaiveDate, start: NaiveDate, short: i64) -> Text {
    let (found, start, short) = (date(found), date(start), days(short.abs()));
    said(
        format!(
            "{} is set by hand to start on {}, {} before {} allows: that runs until {}.",
            step.en, start.en, short.en, before.en, found.en
        ),
        format!(
            "{}手工设定于 {} 开始，早了 {}：前项{}至 {} 才完成。",
            step.zh, start.zh, short.zh, before.zh, found.zh
        ),
    )
}

fn trap_words(trap: IncotermTrap) -> Text {
    match trap {
        IncotermTrap::ExwRefund => Text::new(
            "Under EXW the buyer clears for export, so the papers for the VAT refund are not in the seller's hands.",
            "EXW 由买方办理出口清关，退税所需单证不在卖方手中。",
        ),
        IncotermTrap::SeaRuleContainer => Text::new(
            "The rule passes risk on board, but a container leaves the seller at the terminal: damage before loading stays with the seller.",
            "该术语以装船为风险转移点，而集装箱在码头即已交付，装船前的货损仍由卖方承担。",
        ),
        IncotermTrap::SeaRuleNoSea => Text::new(
            "The rule is for sea and inland waterway only, and no sea leg is planned.",
            "该术语仅适用于海运和内河运输，而本单未安排海运。",
        ),
        IncotermTrap::DdpImporter => Text::new(
            "Under DDP the seller clears for import and pays duty and VAT, but no importer is named.",
            "DDP 由卖方办理进口清关并缴纳关税和增值税，但未指定进口商。",
        ),
        IncotermTrap::ExwDeclarant => Text::new(
            "Under EXW the buyer clears for export, but a buyer abroad cannot declare at the exporter's customs.",
            "EXW 由买方办理出口清关，而境外买方不能在出口国报关。",
        ),
        IncotermTrap::FcaOnBoard => Text::new(
            "The bank asks for an on-board bill of lading, which the seller does not get under FCA unless it is agreed.",
            "信用证要求已装船提单，而 FCA 下除非另有约定，卖方拿不到该提单。",
        ),
    }
}

/// The name of a calendar inside a sentence.
pub(crate) fn calendar_name(id: &str, lookup: &dyn Lookup) -> Text {
    let title = lookup.calendar_title(id).unwrap_or_else(|| Text::same(id));
    said(format!("Calendar {}", title.en), format!("日历{}", title.zh))
}

/// What to do about it; none where the finding is of another kind.
pub(crate) fn next_step(finding: &Finding, lookup: &dyn Lookup) -> Option<Text> {
    Some(match Trouble::in_finding(finding)? {
        Trouble::Overdue { latest, absorbed: true, .. } => {
            let by = date(latest);
            said(
                format!("Close it, or finish it by {}.", by.en),
                format!("确认已完成，或于 {} 前完成。", by.zh),
            )
        }
        Trouble::Overdue { absorbed: false, .. } => Text::new(
            "Close it, or finish it first and plan the rest anew today.",
            "确认已完成，否则优先完成，并于今天重排后续计划。",
        ),
        Trouble::Holidays(days) => {
            let before = days.first().map_or_else(Text::default, |first| date(*first));
            said(
                format!("Plan the days off, or agree on make-up days before {}.", before.en),
                format!("{} 前顺延工期，或商定调休。", before.zh),
            )
        }
        Trouble::YearsUnknown { years: unknown, .. } => {
            let years = years(unknown);
            said(
                format!("Enter the holidays of {} and plan anew.", years.en),
                format!("补录{}节假日并重新排期。", years.zh),
            )
        }
        Trouble::Pinned { before, short, .. } => {
            let (before, short) = (milestone(&before, lookup), days(short));
            said(
                format!(
                    "Move the date {} later, or bring {} forward by {}.",
                    short.en, before.en, short.en
                ),
                format!("将日期后移 {}，或将{}提前 {}。", short.zh, before.zh, short.zh),
            )
        }
        Trouble::Deadline { limit, days: in_hand, .. } => {
            let (by, limit) = (days(in_hand.abs()), date(limit));
            said(
                format!(
                    "Gain {} on the critical path, or agree on a later date before {}.",
                    by.en, limit.en
                ),
                format!("在关键路径上缩短 {}，或于 {} 前商定延期。", by.zh, limit.zh),
            )
        }
        Trouble::Trap(IncotermTrap::ExwRefund) => Text::new(
            "Agree on FCA, or have the declaration made in the seller's name.",
            "改用 FCA，或约定以卖方名义报关。",
        ),
        Trouble::Trap(IncotermTrap::SeaRuleContainer | IncotermTrap::SeaRuleNoSea) => {
            Text::new("Agree on FCA, CPT or CIP.", "改用 FCA、CPT 或 CIP。")
        }
        Trouble::Trap(IncotermTrap::DdpImporter) => Text::new(
            "Name an importer with EORI and VAT number, or agree on DAP.",
            "指定具备 EORI 和增值税号的进口商，或改用 DAP。",
        ),
        Trouble::Trap(IncotermTrap::ExwDeclarant) => Text::new(
            "Agree on FCA, or name the firm that declares for the buyer.",
            "改用 FCA，或指定代买方报关的单位。",
        ),
        Trouble::Trap(IncotermTrap::FcaOnBoard) => Text::new(
            "Have the buyer instruct the carrier to issue a bill of lading with an on-board note to the seller.",
            "约定由买方指示承运人向卖方签发带装船批注的提单。",
        ),
    })
}

/// The rule behind it.
pub(crate) fn rule(trouble: &Trouble<'_>) -> Text {
    match trouble {
        Trouble::Overdue { .. } => Text::new(
            "A step that is not closed is overdue the day after its planned finish.",
            "步骤未关闭的，计划完成日次日起算逾期。",
        ),
        Trouble::Holidays(_) => Text::new(
            "Work at a plant in China that is planned in calendar days is held against the public holidays.",
            "国内工厂按日历天排期的工作，须对照法定节假日。",
        ),
        Trouble::YearsUnknown { .. } => Text::new(
            "Working days are counted only in years whose holidays are known.",
            "仅在已录入节假日的年份内计算工作日。",
        ),
        Trouble::Pinned { .. } => Text::new(
            "A date set by hand may not be earlier than what comes before allows.",
            "手工设定的日期不得早于前项所允许的日期。",
        ),
        Trouble::Deadline { .. } => Text::new(
            "A step with a date agreed finishes by that date.",
            "约定日期的步骤须按期完成。",
        ),
        Trouble::Trap(_) => Text::new(
            "The Incoterm suits the transport, the clearance and the refund.",
            "贸易术语须与运输方式、清关责任和退税安排相符。",
        ),
    }
}

/// The name of a trouble with the order itself, for a heading.
pub(crate) fn order_title(finding: &Finding, lookup: &dyn Lookup) -> Text {
    match Trouble::in_finding(finding) {
        Some(Trouble::Trap(trap)) => match trap {
            IncotermTrap::ExwRefund => Text::new("EXW and the VAT refund", "EXW 与出口退税"),
            IncotermTrap::SeaRuleContainer => {
                Text::new("Sea rule for a container", "集装箱货物用海运术语")
            }
            IncotermTrap::SeaRuleNoSea => {
                Text::new("Sea rule without a sea leg", "无海运而用海运术语")
            }
            IncotermTrap::DdpImporter => Text::new("DDP without an importer", "DDP 未指定进口商"),
            IncotermTrap::ExwDeclarant => {
                Text::new("EXW and the export declaration", "EXW 与出口报关")
            }
            IncotermTrap::FcaOnBoard => {
                Text::new("FCA and the on-board bill of lading", "FCA 与已装船提单")
            }
        },
        Some(Trouble::YearsUnknown { calendar, .. }) => calendar_name(calendar, lookup),
        Some(
            Trouble::Overdue { .. }
            | Trouble::Holidays(_)
            | Trouble::Pinned { .. }
            | Trouble::Deadline { .. },
        )
        | None => Text::same(finding.subject.id()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holidays_in_a_row_are_one_span() {
        let days: Vec<NaiveDate> = ["2027-01-01", "2027-02-06", "2027-02-07", "2027-02-08"]
            .iter()
            .map(|day| day.parse().unwrap())
            .collect();
        assert_eq!(
            day_list(&days),
            Text::new(
                "1 Jan 2027 and 6 Feb 2027 to 8 Feb 2027",
                "2027-01-01、2027-02-06 至 2027-02-08"
            )
        );
    }
}
