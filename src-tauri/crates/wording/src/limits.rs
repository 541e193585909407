//! Limits that are broken, and days against their limits.

use crate::dates::{date, days};
use crate::fields::{bearer, field_title, split};
use crate::lookup::{Lookup, milestone};
use crate::phrase::{said, upper_first};
use crate::says::value;
use chrono::NaiveDate;
use readiness::{MilestoneId, Text};

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
