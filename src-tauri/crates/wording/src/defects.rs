//! Where a document falls short, as what is said of it: `expired on 14 Oct 2026`.

use crate::dates::{date, days, quantity};
use crate::languages::language_name;
use crate::lookup::{Lookup, milestone};
use crate::phrase::{and_list, or_list, said, same_all};
use chrono::NaiveDate;
use readiness::{Defect, MilestoneId, Quantity, Text};

/// What is wrong with a document, to follow its name.
#[must_use]
pub fn defect(defect: &Defect, lookup: &dyn Lookup) -> Text {
    match defect {
        Defect::NotAccepted => Text::new("is not accepted for this", "不被接受"),
        Defect::Expired { on } => {
            let on = date(*on);
            said(format!("expired on {}", on.en), format!("已于 {} 过期", on.zh))
        }
        Defect::NotYetIssued { on } => {
            let on = date(*on);
            said(
                format!("is dated {}, later than the day judged", on.en),
                format!("签发日 {} 晚于评估日", on.zh),
            )
        }
        Defect::Lapses { on, needed_through, milestone } => {
            lapses(*on, *needed_through, milestone, lookup)
        }
        Defect::Stale { age, limit } => {
            let (age, limit) = (days(i64::from(*age)), days(i64::from(*limit)));
            said(
                format!("is {} old; the limit is {}", age.en, limit.en),
                format!("已签发 {}，上限 {}", age.zh, limit.zh),
            )
        }
        Defect::Undated => {
            Text::new("bears no date of issue, and its age counts", "无签发日期，无法判断是否过时")
        }
        Defect::Models { covered, missing } => models(covered, missing),
        Defect::Serials { missing } => {
            let list = and_list(&same_all(missing));
            let number = if missing.len() == 1 { "number" } else { "numbers" };
            said(
                format!("does not name serial {number} {}", list.en),
                format!("未列序列号 {}", list.zh),
            )
        }
        Defect::Packages { missing } => packages(missing),
        Defect::Versions { covered, missing } => versions(covered, missing),
        Defect::NotValidOnTest { report, tested, from, until } => {
            not_valid_on_test(report, *tested, *from, *until, lookup)
        }
        Defect::LateFiling { on, needed } => {
            let (on, needed) = (date(*on), date(*needed));
            said(
                format!("is dated {}; it has to be done by {}", on.en, needed.en),
                format!("日期为 {}，最迟须于 {} 办理", on.zh, needed.zh),
            )
        }
        Defect::Site { covered } => {
            let list = and_list(&same_all(covered));
            said(
                format!("is for the site {}, not for the maker's address", list.en),
                format!("所载厂区为 {}，不是制造商地址", list.zh),
            )
        }
        Defect::Destination { covered, needed } => destination(covered, needed, lookup),
        Defect::Amount { covered, needed } => amount(*covered, *needed),
        Defect::Cover { covered, needed } => match covered {
            Some(covered) => said(
                format!("covers {covered}; {needed} is needed"),
                format!("险别为 {covered}，须为 {needed}"),
            ),
            None => said(
                format!("does not state its cover; {needed} is needed"),
                format!("未写明险别，须为 {needed}"),
            ),
        },
        Defect::OtherShipment { named } => {
            said(format!("is for shipment {named}"), format!("属于出运单 {named}，不是本票"))
        }
        Defect::Holder { named, needed } => holder(named, needed),
        Defect::Language { has, needed } => language(has, needed),
        Defect::Regime { cites, in_force, on, milestone } => {
            regime(cites, in_force, *on, milestone, lookup)
        }
    }
}

fn lapses(on: NaiveDate, through: NaiveDate, id: &MilestoneId, lookup: &dyn Lookup) -> Text {
    let (on, through) = (date(on), date(through));
    let step = milestone(id, lookup);
    said(
        format!("is valid until {}, but has to last through {} ({})", on.en, through.en, step.en),
        format!("有效期至 {}，须覆盖至 {}（{}）", on.zh, through.zh, step.zh),
    )
}

fn models(covered: &[String], missing: &[String]) -> Text {
    let (covered, missing) = (same_all(covered), same_all(missing));
    let (not, lacking) = (or_list(&missing), and_list(&missing));
    if covered.is_empty() {
        let needed = if missing.len() == 1 { "is needed" } else { "are needed" };
        return said(
            format!("names no model; {} {needed}", lacking.en),
            format!("未写明型号，须覆盖 {}", lacking.zh),
        );
    }
    let covered = and_list(&covered);
    said(
        format!("covers {}, not {}", covered.en, not.en),
        format!("仅覆盖 {}，不含 {}", covered.zh, lacking.zh),
    )
}

fn packages(missing: &[String]) -> Text {
    let list = and_list(&same_all(missing));
    let noun = if missing.len() == 1 { "package" } else { "packages" };
    said(format!("leaves out {noun} {}", list.en), format!("未覆盖第 {} 件", list.zh))
}

fn versions(covered: &[String], missing: &[String]) -> Text {
    let (covered, missing) = (same_all(covered), same_all(missing));
    let (not, lacking) = (or_list(&missing), and_list(&missing));
    if covered.is_empty() {
        return said(
            format!("names no software version; {} is released", lacking.en),
            format!("未写明软件版本，发布版本为 {}", lacking.zh),
        );
    }
    let covered = and_list(&covered);
    said(
        format!("is for software {}, not {}", covered.en, not.en),
        format!("对应软件版本 {}，不是 {}", covered.zh, lacking.zh),
    )
}

fn not_valid_on_test(
    report: &str,
    tested: NaiveDate,
    from: Option<NaiveDate>,
    until: Option<NaiveDate>,
    lookup: &dyn Lookup,
) -> Text {
    let report = crate::lookup::document_name(report, lookup);
    let tested_on = date(tested);
    let (en, zh) = match (from.filter(|from| *from > tested), until) {
        (Some(from), _) => {
            let from = date(from);
            (format!("dates only from {}", from.en), format!("自 {} 起才有效", from.zh))
        }
        (None, Some(until)) => {
            let until = date(until);
            (format!("was valid until {}", until.en), format!("有效期至 {}", until.zh))
        }
        (None, None) => ("was not valid".to_owned(), "无效".to_owned()),
    };
    said(
        format!("{en}, but {} reports a test on {}", report.en, tested_on.en),
        format!("{zh}，而{}所载测试日为 {}", report.zh, tested_on.zh),
    )
}

fn destination(covered: &[String], needed: &str, lookup: &dyn Lookup) -> Text {
    let covered: Vec<Text> = covered.iter().map(|id| lookup.place_title(id)).collect();
    let needed: Vec<Text> = needed.split(", ").map(|id| lookup.place_title(id)).collect();
    let (covered, needed) = (and_list(&covered), or_list(&needed));
    said(
        format!("covers {}, not {}", covered.en, needed.en),
        format!("仅覆盖{}，不含{}", covered.zh, needed.zh),
    )
}

fn amount(covered: Option<Quantity>, needed: Quantity) -> Text {
    let needed = quantity(needed);
    match covered.map(quantity) {
        Some(covered) => said(
            format!("covers {}; {} is needed", covered.en, needed.en),
            format!("仅覆盖 {}，须达 {}", covered.zh, needed.zh),
        ),
        None => said(
            format!("states no amount; {} is needed", needed.en),
            format!("未写明金额，须达 {}", needed.zh),
        ),
    }
}

fn holder(named: &str, needed: &[String]) -> Text {
    let ascii = |name: &&String| name.chars().all(|c| (c as u32) < 0x2e80);
    let latin: Vec<String> = needed.iter().filter(ascii).cloned().collect();
    let chinese: Vec<String> = needed.iter().filter(|name| !ascii(name)).cloned().collect();
    let pick = |own: Vec<String>| or_list(&same_all(if own.is_empty() { needed } else { &own }));
    let (en, zh) = (pick(latin).en, pick(chinese).zh);
    said(
        format!("is made out to {named}; it must name {en}"),
        format!("持有人为 {named}，应为 {zh}"),
    )
}

fn language(has: &[String], needed: &[String]) -> Text {
    let names = |codes: &[String]| codes.iter().map(|c| language_name(c)).collect::<Vec<_>>();
    let needed = or_list(&names(needed));
    if has.is_empty() {
        return said(
            format!("does not say its language; {} is needed", needed.en),
            format!("未写明语言，须有{}", needed.zh),
        );
    }
    let has = and_list(&names(has));
    said(
        format!("is in {}; {} is needed", has.en, needed.en),
        format!("语言为{}，须有{}", has.zh, needed.zh),
    )
}

/// What a document cites: `cites 2006/42/EC`, `cites no law`.
pub(crate) fn citation(cites: &[String]) -> Text {
    if cites.is_empty() {
        return Text::new("cites no law", "未引用法规");
    }
    let list = and_list(&same_all(cites));
    said(format!("cites {}", list.en), format!("引用 {}", list.zh))
}

fn regime(
    cites: &[String],
    in_force: &[String],
    on: NaiveDate,
    id: &MilestoneId,
    lookup: &dyn Lookup,
) -> Text {
    let cites = citation(cites);
    let laws = same_all(in_force);
    if id.as_str().is_empty() {
        let laws = and_list(&laws);
        return said(
            format!("{}; no date is planned, so it has to cite {}", cites.en, laws.en),
            format!("{}；日期未定，须同时引用 {}", cites.zh, laws.zh),
        );
    }
    let (on, step) = (date(on), milestone(id, lookup));
    let (en, zh) = in_force_words(&laws);
    said(
        format!("{}, but on {} ({}) {en}", cites.en, on.en, step.en),
        format!("{}，而 {}（{}）{zh}", cites.zh, on.zh, step.zh),
    )
}

/// `2023/1230 is in force`; in Chinese with the day before it.
pub(crate) fn in_force_words(laws: &[Text]) -> (String, String) {
    let list = or_list(laws);
    match laws.len() {
        0 => ("none of the laws listed is in force".to_owned(), "所列法规均未生效".to_owned()),
        _ => (format!("{} is in force", list.en), format!("有效的是 {}", list.zh)),
    }
}
