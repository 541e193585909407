//! Why the engine refuses something.

use crate::dates::date;
use crate::lookup::{Lookup, milestone};
use crate::phrase::{clauses, said, same_all, sentence};
use readiness::{
    AnswerError, FactKind, LinkError, MAX_DAYS, NetworkError, QuantityError, Text, ValueError,
};

/// Why a schedule cannot be planned, and what to change.
#[must_use]
pub fn network_error(error: &NetworkError, lookup: &dyn Lookup) -> Text {
    match error {
        NetworkError::Duplicate { id } => said(
            format!("Two steps have the id {id}. Give one of them another id."),
            format!("两个步骤使用同一编号 {id}。请修改其中一个。"),
        ),
        NetworkError::MissingPredecessor { milestone: id, missing } => {
            let step = milestone(id, lookup);
            said(
                format!(
                    "{} waits for {missing}, which is not in the schedule. Add that step or take the link out.",
                    step.en
                ),
                format!("{}的前项 {missing} 不在进度计划中。补充该步骤或删除该前项。", step.zh),
            )
        }
        NetworkError::Cycle { milestones } => {
            let titles: Vec<Text> = milestones.iter().map(|id| milestone(id, lookup)).collect();
            let list = clauses(titles);
            said(
                format!("These steps wait for each other: {}. Take one link out.", list.en),
                format!("以下步骤互为前项：{}。删除其中一个前项。", list.zh),
            )
        }
        NetworkError::MissingCalendar { milestone: id, calendar } => {
            let step = milestone(id, lookup);
            said(
                format!(
                    "{} uses calendar {calendar}, which is not known. Choose another.",
                    step.en
                ),
                format!("{}使用的日历 {calendar} 不存在。请另选日历。", step.zh),
            )
        }
        NetworkError::DateOutOfRange { date: day } => {
            let day = date(*day);
            said(
                format!("{} lies outside the years 1990 to 2200. Enter another date.", day.en),
                format!("{} 超出 1990 至 2200 年。请输入其他日期。", day.zh),
            )
        }
        NetworkError::TooLong { milestone: id } => {
            let step = milestone(id, lookup);
            said(
                format!("{} lasts or waits longer than {MAX_DAYS} days. Shorten it.", step.en),
                format!("{}的工期或等待超过 {MAX_DAYS} 天。请缩短。", step.zh),
            )
        }
    }
}

/// What a fact takes as an answer.
#[must_use]
pub fn fact_kind(kind: FactKind) -> Text {
    match kind {
        FactKind::YesNo => Text::new("yes or no", "是或否"),
        FactKind::Choice => Text::new("one of its choices", "一个选项"),
        FactKind::Choices => Text::new("any of its choices", "若干选项"),
        FactKind::Decimal => Text::new("a number with its unit", "数字加单位"),
        FactKind::Date => Text::new("a date", "日期"),
        FactKind::Text => Text::new("a text", "文本"),
    }
}

/// Why an answer does not fit its fact.
#[must_use]
pub fn value_error(error: &ValueError, lookup: &dyn Lookup) -> Text {
    match error {
        ValueError::Kind { fact, expected } => {
            let (title, kind) = (crate::facts::fact_title(fact, lookup), fact_kind(*expected));
            said(
                format!("{} takes {}.", title.en, kind.en),
                format!("{}须填{}。", title.zh, kind.zh),
            )
        }
        ValueError::Choice { fact, given, allowed } => {
            let title = crate::facts::fact_title(fact, lookup);
            let list =
                clauses(allowed.iter().map(|id| crate::facts::choice(lookup.fact(fact), id)));
            said(
                format!("{} has no choice {given}. Choose one of: {}.", title.en, list.en),
                format!("{}没有选项 {given}。可选：{}。", title.zh, list.zh),
            )
        }
        ValueError::Unit { fact, expected, given } => {
            let title = crate::facts::fact_title(fact, lookup);
            let unit = |unit: &str| {
                if unit.is_empty() {
                    Text::new("plain numbers", "无单位数字")
                } else {
                    Text::same(unit)
                }
            };
            let (expected, given) = (unit(expected), unit(given));
            said(
                format!("{} is measured in {}, not in {}.", title.en, expected.en, given.en),
                format!("{}的单位为 {}，不是 {}。", title.zh, expected.zh, given.zh),
            )
        }
    }
}

/// Why an answer cannot be changed.
#[must_use]
pub fn answer_error(error: &AnswerError, lookup: &dyn Lookup) -> Text {
    match error {
        AnswerError::UnknownFact(fact) => said(
            format!("No pack in force asks for {fact}."),
            format!("现行要求包中没有事实 {fact}。"),
        ),
        AnswerError::Value(error) => value_error(error, lookup),
        AnswerError::NoProduct(number) => {
            let number = number.saturating_add(1);
            said(
                format!("The shipment has no product number {number}."),
                format!("本票没有第 {number} 项产品。"),
            )
        }
        AnswerError::Derived(fact) => {
            let title = crate::facts::fact_title(fact, lookup);
            said(
                format!("{} follows from the order. Change the order instead.", title.en),
                format!("{}由订单推出，不能直接回答。请修改订单。", title.zh),
            )
        }
    }
}

/// Why a text is not an amount.
#[must_use]
pub fn quantity_error(error: &QuantityError) -> Text {
    match error {
        QuantityError::NotANumber { text } => said(
            format!(
                "{text} is not an amount. Write a number and its unit, such as 6.1 mm or EUR 412,000."
            ),
            format!("{text} 不是数值。请写数字加单位，例如 6.1 mm 或 EUR 412,000。"),
        ),
        QuantityError::Comma { text } => said(
            format!(
                "The comma in {text} could be a decimal point. Write a point for decimals and no comma for thousands, such as 4.5 µm or 18460 kg."
            ),
            format!(
                "{text} 中的逗号可能是小数点。小数请用点，千位不加逗号，例如 4.5 µm 或 18460 kg。"
            ),
        ),
        QuantityError::UnknownUnit { unit } => said(
            format!(
                "{unit} is not a known unit. Known are µm, mm, m, kg, t, V, Hz, kW, °C, d, h, %, bar, L and currency codes."
            ),
            format!(
                "{unit} 不是可用单位。可用：µm、mm、m、kg、t、V、Hz、kW、°C、d、h、%、bar、L 及货币代码。"
            ),
        ),
        QuantityError::Mismatch { left, right } => {
            let pair = same_all(&[left.clone(), right.clone()]);
            let list = crate::phrase::and_list(&pair);
            sentence(said(
                format!("{} do not measure the same thing", list.en),
                format!("{} 不能相互比较", list.zh),
            ))
        }
    }
}

/// Why a text is not a predecessor.
#[must_use]
pub fn link_error(error: &LinkError) -> Text {
    let text = &error.text;
    said(
        format!(
            "{text} is not a predecessor. Write an id, then (SS) for start-to-start, then +days, with w for working days: mech-install(SS)+15, packing+2w."
        ),
        format!(
            "{text} 不是前项。写法：编号，开始对开始加 (SS)，再加 +天数，工作日加 w，例如 mech-install(SS)+15、packing+2w。"
        ),
    )
}
