//! Clocks of tickets and materials for the customer.

use crate::languages::language_name;
use crate::phrase::said;
use readiness::{RenderingError, Text, TicketError, TicketField};

/// What is to be known about how a clock counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClockNote {
    /// The party has no time zone: its day begins when ours does.
    NoZone,
    /// The party's time zone is not in the list.
    UnknownZone(String),
    /// The party has no calendar: holidays do not stop the clock.
    NoCalendar,
    /// The party's calendar is not there.
    UnknownCalendar(String),
    /// The calendar does not know the holidays of these years.
    UnknownYears(Text, Vec<i32>),
    /// The party is not named in the order.
    NoParty,
}

/// How a clock counts, where that is not as it should be.
#[must_use]
pub fn clock_note(note: &ClockNote) -> Text {
    match note {
        ClockNote::NoZone => said(
            "No time zone is given for this party: its hours are counted in the time of this computer.",
            "未填写该方的时区，暂按本机时间计时。",
        ),
        ClockNote::UnknownZone(zone) => said(
            format!(
                "The time zone {zone} is not known: hours are counted in the time of this computer."
            ),
            format!("无法识别时区 {zone}，暂按本机时间计时。"),
        ),
        ClockNote::NoCalendar => said(
            "No calendar is given for this party: weekends are off, holidays are not counted.",
            "未指定该方的工作日历：仅扣除周末，未扣除节假日。",
        ),
        ClockNote::UnknownCalendar(calendar) => said(
            format!(
                "The calendar {calendar} is not there: weekends are off, holidays are not counted."
            ),
            format!("找不到日历 {calendar}：仅扣除周末，未扣除节假日。"),
        ),
        ClockNote::UnknownYears(calendar, years) => {
            let years: Vec<String> = years.iter().map(ToString::to_string).collect();
            said(
                format!(
                    "{} does not know the holidays of {}: there only weekends are off.",
                    calendar.en,
                    years.join(", ")
                ),
                format!(
                    "{}未载明 {} 年的节假日，该期间仅扣除周末。",
                    calendar.zh,
                    years.join("、")
                ),
            )
        }
        ClockNote::NoParty => said(
            "The order names no such party yet: name it to count in its own time.",
            "订单尚未填写该方；填写后按其本地时间计时。",
        ),
    }
}

/// When a material is due, by the milestone it comes before.
#[must_use]
pub fn due_title(milestone: &Text, days: u16) -> Text {
    match days {
        0 => said(format!("before: {}", milestone.en), format!("{}之前", milestone.zh)),
        1 => said(format!("1 day before: {}", milestone.en), format!("{}前 1 天", milestone.zh)),
        _ => said(
            format!("{days} days before: {}", milestone.en),
            format!("{}前 {days} 天", milestone.zh),
        ),
    }
}

/// Why a material cannot be recorded like this: the field and what to do.
#[must_use]
pub fn rendering_error(error: RenderingError, language: &str) -> (&'static str, Text) {
    let name = language_name(language);
    match error {
        RenderingError::NoVersion => {
            ("version", said("give the version, such as 1.0", "请填写版本，例如 1.0"))
        }
        RenderingError::NoSourceVersion => (
            "source_version",
            said(
                "say which version of the original this was translated from",
                "请填写译自原文的哪一版本",
            ),
        ),
        RenderingError::OwnSource => (
            "source_language",
            said(
                format!("a text in {} cannot be translated from itself", name.en),
                format!("{}文本不能译自其自身", name.zh),
            ),
        ),
        RenderingError::NoReviewer => (
            "reviewer",
            said(
                "this is safety text: name who reviewed it before it is reviewed or sent",
                "此为安全文本：标为已审校或已发出之前，须填写审校人姓名",
            ),
        ),
        RenderingError::OtherVersionReviewed => (
            "reviewed_version",
            said(
                "another version was reviewed: have this one reviewed before it is sent",
                "审校的是另一版本：发出前须审校本版本",
            ),
        ),
        RenderingError::NoSentDay => {
            ("sent_on", said("give the day on which it was sent", "请填写发出日期"))
        }
        RenderingError::SentLater => {
            ("sent_on", said("this day is still to come", "该日期尚未到来"))
        }
    }
}

/// Why the dates of a ticket do not fit: the field and what to do.
#[must_use]
pub fn ticket_error(error: TicketError) -> (&'static str, Text) {
    let field = |field: TicketField| match field {
        TicketField::Opened => "opened",
        TicketField::FirstReply => "first_reply",
        TicketField::FirstAnswer => "first_answer",
        TicketField::Solved => "solved",
        TicketField::Happened(_) => "happened",
    };
    match error {
        TicketError::BeforeOpening(at) => {
            (field(at), said("this lies before the ticket was opened", "该时间早于事项提出时间"))
        }
        TicketError::InTheFuture(at) => {
            (field(at), said("this time is still to come", "该时间尚未到来"))
        }
        TicketError::AnswerBeforeReply => (
            "first_answer",
            said("a useful answer cannot come before the first reply", "有效答复不能早于首次回复"),
        ),
        TicketError::SolvedBeforeAnswer => (
            "solved",
            said(
                "it cannot be solved before the reply or answer entered",
                "解决时间不能早于已填的回复或答复时间",
            ),
        ),
    }
}
