//! Facts in sentences: statements for yes/no facts, answers, and the questions to ask.

use crate::dates::{date, quantity};
use crate::lookup::Lookup;
use crate::phrase::{and_list, clauses, said};
use readiness::{Fact, FactAnswer, FactId, FactKind, Text, Value};

/// Yes or no.
#[must_use]
pub fn yes_no(yes: bool) -> Text {
    if yes { Text::new("yes", "是") } else { Text::new("no", "否") }
}

/// A choice's title; its bare id where the fact does not list it.
pub(crate) fn choice(fact: Option<&Fact>, id: &str) -> Text {
    fact.and_then(|fact| fact.choices.iter().find(|choice| choice.id == id))
        .map_or_else(|| Text::same(id), |choice| choice.title.clone())
}

/// An answer as the reader sees it: yes or no, the titles of choices, an amount, a day, a text.
#[must_use]
pub fn answer(fact: &Fact, value: &Value) -> Text {
    read(Some(fact), value)
}

fn read(fact: Option<&Fact>, value: &Value) -> Text {
    match value {
        Value::YesNo(yes) => yes_no(*yes),
        Value::Choice(id) => choice(fact, id),
        Value::Choices(ids) if ids.is_empty() => Text::new("none", "无"),
        Value::Choices(ids) => {
            let mut ids: Vec<&String> = ids.iter().collect();
            let place = |id: &str| {
                fact.and_then(|fact| fact.choices.iter().position(|choice| choice.id == id))
            };
            ids.sort_by_key(|id| place(id).unwrap_or(usize::MAX));
            and_list(&ids.into_iter().map(|id| choice(fact, id)).collect::<Vec<_>>())
        }
        Value::Decimal(amount) => quantity(*amount),
        Value::Date(day) => date(*day),
        Value::Text(text) => Text::same(text),
    }
}

/// Facts and their answers: `Market: European Union; Radio (GMC-4030, GMC-3025): yes`. Models with
/// the same answer stand together.
pub(crate) fn fact_answers(given: &[FactAnswer], lookup: &dyn Lookup) -> Text {
    let mut groups: Vec<(&FactId, Option<&Value>, Vec<String>)> = Vec::new();
    for own in given {
        let model = own.model.clone().filter(|model| !model.is_empty());
        let value = own.value.as_ref();
        match groups.iter_mut().find(|(fact, known, _)| **fact == own.fact && *known == value) {
            Some((_, _, models)) => models.extend(model.filter(|model| !models.contains(model))),
            None => groups.push((&own.fact, value, model.into_iter().collect())),
        }
    }
    clauses(groups.into_iter().map(|(id, value, models)| {
        let title = fact_title(id, lookup);
        let (of, zh_of) = if models.is_empty() {
            (String::new(), String::new())
        } else {
            let (en, zh) = (models.join(", "), models.join("、"));
            (format!(" ({en})"), format!("（{zh}）"))
        };
        let answer = value.map_or_else(
            || Text::new("not answered", "未回答"),
            |value| read(lookup.fact(id), value),
        );
        Text::new(
            format!("{}{of}: {}", title.en, answer.en),
            format!("{}{zh_of}：{}", title.zh, answer.zh),
        )
    }))
}

/// Data of the order that decide like facts do: id, title, instruction to fill them in.
fn of_order(id: &str) -> Option<(Text, Text)> {
    let (title_en, title_zh, ask_en, ask_zh) = match id {
        "products" => ("Models", "型号", "Enter the models shipped", "填写发运型号"),
        "maker-site" => {
            ("Maker's address", "制造商地址", "Enter the maker's address", "填写制造商地址")
        }
        "contract-amount" => {
            ("Contract value", "合同金额", "Enter the contract value", "填写合同金额")
        }
        "agreed-cover" => (
            "Cover agreed",
            "约定的险别",
            "Enter the cargo cover agreed, such as ICC A",
            "填写约定的货运险险别，例如 ICC A",
        ),
        "consignment" => (
            "Consignment",
            "所属批次",
            "Enter in which consignment each product travels",
            "填写各产品所属的发运批次",
        ),
        "local-languages" => (
            "Languages of the site",
            "使用地语言",
            "Enter the languages accepted at the site",
            "填写使用地接受的语言",
        ),
        "parties" => {
            ("Parties", "交易各方", "Enter who makes, sells and buys", "填写制造商、出口商和买方")
        }
        "market" => ("Market", "目的市场", "Enter the destination market", "填写目的市场"),
        "category" => {
            ("Product category", "产品类别", "Enter the product's category", "填写产品类别")
        }
        "payment" => ("Payment terms", "付款方式", "Enter the payment terms", "填写付款方式"),
        "incoterm" | "export-cleared-by" | "carriage-by" | "insurance-by" | "import-cleared-by" => {
            ("Incoterm", "贸易术语", "Enter the Incoterm agreed", "填写约定的贸易术语")
        }
        "dual-use-class" | "wassenaar-class" => (
            "Machining data",
            "加工参数",
            "Enter axes, accuracy and repeatability of the machine",
            "填写设备轴数、定位精度和重复定位精度",
        ),
        _ => return None,
    };
    Some((Text::new(title_en, title_zh), Text::new(ask_en, ask_zh)))
}

/// What a fact is called; its bare id where nobody knows it.
#[must_use]
pub fn fact_title(id: &FactId, lookup: &dyn Lookup) -> Text {
    match lookup.fact(id) {
        Some(fact) => fact.title.clone(),
        None => of_order(id.as_str()).map_or_else(|| Text::same(id.as_str()), |(title, _)| title),
    }
}

/// What to ask or fill in where this fact is not answered: `Is a radio module built in?`, `Enter
/// the contract value`.
#[must_use]
pub fn question(id: &FactId, lookup: &dyn Lookup) -> Text {
    if let Some((_, instruction)) = of_order(id.as_str()) {
        return instruction;
    }
    lookup.fact(id).map_or_else(
        || said(format!("Answer {id}"), format!("回答{id}")),
        |fact| fact.question.clone(),
    )
}

/// Whether the answer is filled in with the order rather than asked.
pub(crate) fn is_of_order(id: &FactId) -> bool {
    of_order(id.as_str()).is_some()
}

/// Whether a fact takes yes or no.
pub(crate) fn is_yes_no(fact: Option<&Fact>) -> bool {
    fact.is_none_or(|fact| match fact.kind {
        FactKind::YesNo => true,
        FactKind::Choice
        | FactKind::Choices
        | FactKind::Decimal
        | FactKind::Date
        | FactKind::Text => false,
    })
}
