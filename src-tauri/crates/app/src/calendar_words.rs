//! What does not fit in a calendar, in words.

use crate::failure::Failure;
use readiness::{CalendarError, Text};

/// The failure of a calendar that does not fit: the field, what is wrong and what is allowed.
pub(crate) fn refused(error: &CalendarError) -> Failure {
    let (field, message) = match error {
        CalendarError::Id { id } => (
            "id",
            Text::new(
                format!(
                    "{id:?} is no id; allowed are 1 to 64 letters of the English alphabet, digits and hyphens"
                ),
                format!("“{id}”不能作标识；可用 1 至 64 个英文字母、数字和连字符"),
            ),
        ),
        CalendarError::NoTitle => ("title", Text::new("the calendar needs a name", "日历需要名称")),
        CalendarError::Years { first, last } => (
            "years",
            Text::new(
                format!(
                    "from {first} to {last} does not fit; the first year comes first, both between 1990 and 2200"
                ),
                format!("{first} 至 {last} 年无效；起始年份在前，均在 1990 至 2200 之间"),
            ),
        ),
        CalendarError::DayOutside { day, first, last } => (
            "years",
            Text::new(
                format!(
                    "{day} is outside the years {first} to {last}; widen the years or take the day out"
                ),
                format!("{day} 不在 {first} 至 {last} 年内；请扩大年份或去掉该日"),
            ),
        ),
        CalendarError::QuietTurned { from, to } => (
            "quiet",
            Text::new(
                format!("the quiet period from {from} ends on {to}, before it begins"),
                format!("始于 {from} 的低产期止于 {to}，早于开始日"),
            ),
        ),
        CalendarError::TooMany => (
            "days",
            Text::new(
                "at most 20,000 days of a kind and 200 quiet periods are kept",
                "每类日期最多 20,000 天，低产期最多 200 段",
            ),
        ),
        CalendarError::Gap { known, taken } => (
            "years",
            Text::new(
                format!(
                    "between {known} and {taken} no year would be known; take the years between over first"
                ),
                format!("{known} 与 {taken} 之间的年份无数据；请先补充中间年份"),
            ),
        ),
    };
    Failure::Field { field: field.to_owned(), message }
}
