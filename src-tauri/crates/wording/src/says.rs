//! What documents say, and what breaks a limit.

use crate::dates::{date, days};
use crate::documents::{document_title, the};
use crate::fields::{bearer, field_title, split};
use crate::lookup::{Lookup, milestone};
use crate::phrase::{and_list, clauses, said, upper_first};
use chrono::NaiveDate;
use readiness::normal::{code, normalised};
use readiness::{MilestoneId, Reason, Saying, Text};

/// A value as a document states it. The few words that the engine itself puts in are worded.
fn value(field: &str, written: &str) -> Text {
    if let Ok(day) = written.parse::<NaiveDate>() {
        return date(day);
    }
    match field {
        "hs6" => Text::same(written.split(", ").map(hs6).collect::<Vec<_>>().join(", ")),
        "origin" if written == "CN" => Text::new("China", "中国"),
        "freight" => freight(written),
        _ => Text::same(written),
    }
}

fn hs6(digits: &str) -> String {
    match digits.split_at_checked(4) {
        Some((heading, rest)) if rest.len() == 2 => format!("{heading}.{rest}"),
        _ => digits.to_owned(),
    }
}

fn freight(written: &str) -> Text {
    let (rule, word) =
        written.split_once(": ").map_or((None, written), |(rule, word)| (Some(rule), word));
    let word = match word {
        "prepaid" => Text::new("freight prepaid", "运费预付"),
        "collect" => Text::new("freight collect", "运费到付"),
        other => Text::same(other),
    };
    match rule {
        None => word,
        Some(rule) => said(format!("{rule}, so {}", word.en), format!("{rule}，即{}", word.zh)),
    }
}

/// What makes two values the same to the reader.
fn key(field: &str, written: &str) -> String {
    match field {
        "contract-no" | "invoice-no" | "incoterm-edition" | "buyer-country" => code(written),
        "freight" => written.rsplit(": ").next().unwrap_or(written).to_owned(),
        _ => normalised(written),
    }
}

/// Documents that say the same, in the order in which they were compared.
fn groups(field: &str, says: &[Saying]) -> Vec<(Text, Vec<String>)> {
    let mut groups: Vec<(String, Text, Vec<String>)> = Vec::new();
    for saying in says {
        let Some(written) = &saying.value else { continue };
        let key = key(field, written);
        match groups.iter_mut().find(|(known, _, _)| *known == key) {
            Some((_, _, documents)) => documents.push(saying.document.clone()),
            None => groups.push((key, value(field, written), vec![saying.document.clone()])),
        }
    }
    groups.into_iter().map(|(_, value, documents)| (value, documents)).collect()
}

/// Whether the documents disagree about the field, or only one of them speaks.
pub(crate) fn differs(field: &str, says: &[Saying]) -> bool {
    let spoken = says.iter().filter(|saying| saying.value.is_some()).count();
    groups(field, says).len() > 1 || spoken < 2
}

/// `The bill of lading says 18,640 kg; the packing list and the export declaration say 18,460 kg`.
/// The odd one out comes first.
fn grouped(field: &str, says: &[Saying]) -> Text {
    let mut groups = groups(field, says);
    groups.sort_by_key(|(_, documents)| documents.len());
    clauses(groups.iter().map(|(value, documents)| {
        let who = and_list(&documents.iter().map(|kind| the(kind)).collect::<Vec<_>>());
        let says = if documents.len() == 1 { "says" } else { "say" };
        said(format!("{} {says} {}", who.en, value.en), format!("{}为{}", who.zh, value.zh))
    }))
}

/// The difference in one sentence without its full stop: who says what.
pub(crate) fn difference(field: &str, says: &[Saying], by: Option<(&str, &str)>) -> Text {
    let spoken: Vec<&Saying> = says.iter().filter(|saying| saying.value.is_some()).collect();
    if let [only] = spoken.as_slice() {
        return alone(field, only, says);
    }
    let title = field_title(field);
    let (by_en, by_zh) = by.map_or((String::new(), String::new()), |(found, limit)| {
        let allowed = !limit.starts_with("0 ");
        let en = if allowed { format!(", {limit} allowed") } else { String::new() };
        let zh = if allowed { format!("（允许 {limit}）") } else { String::new() };
        (format!(" by {found}{en}"), format!("相差 {found}{zh}"))
    });
    let by_zh = if by_zh.is_empty() { "不一致".to_owned() } else { by_zh };
    let who = grouped(field, says);
    let verb = if crate::phrase::is_plural(&title.en) { "differ" } else { "differs" };
    said(
        format!("{} {verb}{by_en}: {}", title.en, who.en),
        format!("{}{by_zh}：{}", title.zh, who.zh),
    )
}

/// One document speaks and the others do not.
fn alone(field: &str, only: &Saying, says: &[Saying]) -> Text {
    let written = only.value.as_deref().unwrap_or_default();
    let who = the(&only.document);
    match field {
        "licence" => said(
            format!("{written} is likely listed, but no export licence is held"),
            format!("{written} 可能列管，但未取得出口许可证"),
        ),
        "consignee" => said(
            format!(
                "{} is made out {written}, but neither contract nor credit allows that",
                upper_first(&who.en)
            ),
            format!("{}收货人为 {written}，但合同和信用证均未允许", who.zh),
        ),
        _ => {
            let silent: Vec<Text> = says
                .iter()
                .filter(|saying| saying.value.is_none())
                .map(|saying| the(&saying.document))
                .collect();
            let title = field_title(field);
            let value = value(field, written);
            if silent.is_empty() {
                return said(
                    format!("{}: only {} says {}", title.en, who.en, value.en),
                    format!("{}：仅{}写明为{}", title.zh, who.zh, value.zh),
                );
            }
            let silent = and_list(&silent);
            said(
                format!("{}: {} says {}; nothing in {}", title.en, who.en, value.en, silent.en),
                format!("{}：{}为{}；{}未填", title.zh, who.zh, value.zh, silent.zh),
            )
        }
    }
}

/// All that is said about a field, document by document.
pub(crate) fn compared(field: &str, says: &[Saying]) -> Text {
    let title = field_title(field);
    let list = clauses(says.iter().map(|saying| {
        let document = document_title(&saying.document);
        let value = saying
            .value
            .as_deref()
            .map_or_else(|| Text::new("not filled in", "未填"), |written| value(field, written));
        said(format!("{} {}", document.en, value.en), format!("{} {}", document.zh, value.zh))
    }));
    Text::new(format!("{}: {}", title.en, list.en), format!("{}：{}", title.zh, list.zh))
}

/// A limit that is broken, in one sentence without its full stop.
pub(crate) fn limit(what: &str, found: &str, limit: &str) -> Text {
    let (field, of) = split(what);
    let bearer = of.map(|of| bearer(field, of));
    let (a, b) = (value(field, found), value(field, limit));
    let en = bearer.as_ref().map_or_else(String::new, |bearer| format!("{}: ", bearer.en));
    let zh = bearer.map_or_else(String::new, |bearer| format!("{}：", bearer.zh));
    let said_of = |english: String, chinese: String| {
        said(upper_first(&format!("{en}{english}")), format!("{zh}{chinese}"))
    };
    match field {
        "difference" if limit.starts_with("0 ") => said_of(
            format!("the difference is {}; none is allowed", a.en),
            format!("相差 {}，不允许有差异", a.zh),
        ),
        "difference" => said_of(
            format!("the difference is {}; {} is allowed", a.en, b.en),
            format!("相差 {}，允许 {}", a.zh, b.zh),
        ),
        "net-weight" => said_of(
            format!("net weight {} is more than gross weight {}", a.en, b.en),
            format!("净重 {} 大于毛重 {}", a.zh, b.zh),
        ),
        "unit-mass" => said_of(
            format!("{} on the plan, {} on the packing list", a.en, b.en),
            format!("重量：方案为 {}，装箱单为 {}", a.zh, b.zh),
        ),
        "vgm" => said_of(
            format!("declared {}; cargo, tare and dunnage come to {}", a.en, b.en),
            format!("申报 {}，货物、箱皮与衬垫合计 {}", a.zh, b.zh),
        ),
        "plate-maximum" => said_of(
            format!("declared {}, more than the plate allows: {}", a.en, b.en),
            format!("申报 {}，超过铭牌最大总重 {}", a.zh, b.zh),
        ),
        "stop-word" => said_of(
            format!("the entry summary calls the goods {}, which the system refuses", a.en),
            format!("入境摘要货物描述为 {}，属禁用词", a.zh),
        ),
        "packed-quantity" => said_of(
            format!("the packing list has {}, the invoice {}", a.en, b.en),
            format!("装箱单为 {}，发票为 {}", a.zh, b.zh),
        ),
        "contract-quantity" => said_of(
            format!("the invoice has {}, the contract allows {}", a.en, b.en),
            format!("发票为 {}，合同为 {}", a.zh, b.zh),
        ),
        "licensed-quantity" => said_of(
            format!("{} to be shipped, the licence allows {}", a.en, b.en),
            format!("拟发运 {}，许可证允许 {}", a.zh, b.zh),
        ),
        "licensed-model" => said_of(
            format!("the licence covers {}, not {}", b.en, a.en),
            format!("许可证覆盖 {}，不含 {}", b.zh, a.zh),
        ),
        "no-wood" => said_of(
            format!("no wood is declared, but the packing list shows solid wood: {}", a.en),
            format!("声明无木质包装，但装箱单列有实木包装：{}", a.zh),
        ),
        "wood-packages" => said_of(
            format!("declared are packages {}; on the packing list {}", a.en, b.en),
            format!("声明件号为 {}，装箱单为 {}", a.zh, b.zh),
        ),
        "dangerous-goods" => said_of(
            "a dangerous goods declaration is held, but the packing list names none".to_owned(),
            "已有危险品申报，但装箱单未列危险品".to_owned(),
        ),
        "credit-amount" => said_of(
            format!("the invoice is for {}, the credit for {}", a.en, b.en),
            format!("发票金额 {}，信用证金额 {}", a.zh, b.zh),
        ),
        "declared-amount" => said_of(
            format!("declared {}; the invoice adjusted to the term gives {}", a.en, b.en),
            format!("申报金额 {}，按成交方式折算应为 {}", a.zh, b.zh),
        ),
        "insured-amount" => said_of(
            format!("insured for {}; 110 % of the value is {}", a.en, b.en),
            format!("保险金额 {}，货值的 110% 为 {}", a.zh, b.zh),
        ),
        "cover" => said_of(
            format!("the insurance covers {}; {} is needed", a.en, b.en),
            format!("保单险别为 {}，须为 {}", a.zh, b.zh),
        ),
        other => dates_out_of_order(other, &a, &b).unwrap_or_else(|| {
            let title = field_title(other);
            said_of(
                format!("{} {}; the limit is {}", title.en, a.en, b.en),
                format!("{} {}，上限 {}", title.zh, a.zh, b.zh),
            )
        }),
    }
}

/// Two dates in the wrong order.
fn dates_out_of_order(what: &str, first: &Text, then: &Text) -> Option<Text> {
    let (en, zh) = match what {
        "contract before invoice" => (
            format!("The contract is dated {}, after the invoice of {}", first.en, then.en),
            format!("合同日期 {} 晚于发票日期 {}", first.zh, then.zh),
        ),
        "invoice before certificate of origin" => (
            format!(
                "The invoice is dated {}, after the certificate of origin of {}",
                first.en, then.en
            ),
            format!("发票日期 {} 晚于原产地证签发日 {}", first.zh, then.zh),
        ),
        "insurance before on board" => (
            format!("The insurance is dated {}, after loading on {}", first.en, then.en),
            format!("保险单日期 {} 晚于装船日 {}", first.zh, then.zh),
        ),
        "licence before declaration" => (
            format!("The licence is dated {}, after the declaration of {}", first.en, then.en),
            format!("许可证签发日 {} 晚于报关日 {}", first.zh, then.zh),
        ),
        "declaration before licence expiry" => (
            format!("The declaration is dated {}; the licence expires on {}", first.en, then.en),
            format!("报关日 {} 晚于许可证到期日 {}", first.zh, then.zh),
        ),
        "document before presentation" => (
            format!("A document is dated {}, after presentation on {}", first.en, then.en),
            format!("有单证日期 {} 晚于交单日 {}", first.zh, then.zh),
        ),
        _ => return None,
    };
    Some(said(en, zh))
}

/// A planned day against its limit, in one sentence without its full stop.
pub(crate) fn date_limit(
    what: &str,
    found: NaiveDate,
    limit: NaiveDate,
    in_hand: i64,
    lookup: &dyn Lookup,
) -> Text {
    let (found, limit) = (date(found), date(limit));
    let (subject, bound) = match what {
        "on-board" => (
            Text::new("Loading on board", "装船"),
            Text::new("the latest shipment date", "最迟装运日"),
        ),
        "presentation" => {
            (Text::new("Presentation", "交单"), Text::new("the last day for it", "最迟交单日"))
        }
        id => (milestone(&MilestoneId::from(id), lookup), Text::new("the date agreed", "约定日期")),
    };
    let by = days(in_hand.abs());
    let (how, zh_how) = match in_hand {
        0 => ("on".to_owned(), format!("即为{} {}", bound.zh, limit.zh)),
        1.. => (format!("{} before", by.en), format!("比{} {} 早 {}", bound.zh, limit.zh, by.zh)),
        _ => (format!("{} after", by.en), format!("比{} {} 晚 {}", bound.zh, limit.zh, by.zh)),
    };
    said(
        format!("{} is planned for {}, {how} {}, {}", subject.en, found.en, bound.en, limit.en),
        format!("{}计划于 {}，{zh_how}", subject.zh, found.zh),
    )
}

/// Fields nobody has filled in, in one sentence without its full stop: `Not filled in: Models
/// (Commercial invoice, Packing list)`. Documents that lack the same fields stand together.
pub(crate) fn lacking(fields: &[(String, String)]) -> Text {
    let mut by_document: Vec<(&str, Vec<Text>)> = Vec::new();
    for (document, field) in fields {
        let title = field_title(field);
        match by_document.iter_mut().find(|(known, _)| known == document) {
            Some((_, titles)) if titles.contains(&title) => {}
            Some((_, titles)) => titles.push(title),
            None => by_document.push((document, vec![title])),
        }
    }
    let mut groups: Vec<(Vec<Text>, Vec<Text>)> = Vec::new();
    for (document, titles) in by_document {
        let document = document_title(document);
        match groups.iter_mut().find(|(known, _)| *known == titles) {
            Some((_, documents)) => documents.push(document),
            None => groups.push((titles, vec![document])),
        }
    }
    let list = clauses(groups.into_iter().map(|(titles, documents)| {
        let titles = and_list(&titles);
        let en: Vec<&str> = documents.iter().map(|document| document.en.as_str()).collect();
        let zh: Vec<&str> = documents.iter().map(|document| document.zh.as_str()).collect();
        said(
            format!("{} ({})", titles.en, en.join(", ")),
            format!("{}（{}）", titles.zh, zh.join("、")),
        )
    }));
    Text::new(format!("Not filled in: {}", list.en), format!("尚未填写：{}", list.zh))
}

/// The differences of a check, one sentence each.
pub(crate) fn differences(reasons: &[Reason]) -> Vec<Text> {
    let mut out: Vec<Text> = Vec::new();
    let mut rest = reasons.iter().peekable();
    while let Some(reason) = rest.next() {
        match reason {
            Reason::Compared { field, says } => {
                let by = match rest.peek() {
                    Some(Reason::Limit { what, found, limit }) if what == "difference" => {
                        Some((found.as_str(), limit.as_str()))
                    }
                    _ => None,
                };
                if by.is_some() {
                    rest.next();
                }
                out.push(difference(field, says, by));
            }
            Reason::Limit { what, found, limit: bound } => out.push(limit(what, found, bound)),
            Reason::Lacks { fields } => out.push(lacking(fields)),
            Reason::Applies { .. }
            | Reason::InForce { .. }
            | Reason::NothingHeld { .. }
            | Reason::LookedAt { .. }
            | Reason::NeededBy { .. }
            | Reason::NotScheduled { .. }
            | Reason::Lead { .. }
            | Reason::WaitsFor { .. }
            | Reason::DateLimit { .. }
            | Reason::Overdue { .. }
            | Reason::Holidays { .. }
            | Reason::YearsUnknown { .. }
            | Reason::RegimeChange { .. }
            | Reason::Verification { .. }
            | Reason::Decided { .. }
            | Reason::Excepted { .. }
            | Reason::IncotermTrap { .. } => {}
        }
    }
    out
}
