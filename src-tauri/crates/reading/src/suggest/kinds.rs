//! What kind of document a text is: by its heading, by words that only such documents have, and by
//! the titles that the workspace has for its kinds.

use super::{Known, SuggestedField, Suggestion, Text, suggestion};

/// Words that tell a kind, lower case. Words of a heading count most.
const CUES: &[(&str, &[&str])] = &[
    ("iso-9001", &["iso 9001", "gb/t 19001", "质量管理体系认证"]),
    ("iso-14001", &["iso 14001", "gb/t 24001", "环境管理体系认证"]),
    ("iso-45001", &["iso 45001", "gb/t 45001", "职业健康安全管理体系"]),
    ("iso-27001", &["iso/iec 27001", "gb/t 22080", "信息安全管理体系"]),
    ("iec-62443", &["iec 62443"]),
    (
        "eu-machinery-doc",
        &[
            "eu declaration of conformity",
            "ec declaration of conformity",
            "eu-konformitätserklärung",
            "eg-konformitätserklärung",
            "欧盟符合性声明",
        ],
    ),
    ("commercial-invoice", &["commercial invoice", "商业发票"]),
    ("packing-list", &["packing list", "装箱单"]),
    ("bill-of-lading", &["bill of lading", "sea waybill", "提单"]),
    ("sales-contract", &["sales contract", "销售合同", "外贸合同", "售货合同"]),
    ("insurance-certificate", &["insurance certificate", "certificate of insurance"]),
    ("cargo-insurance", &["marine cargo", "cargo policy", "货物运输保险", "货运险", "货运保险"]),
    ("product-liability-insurance", &["product liability", "products liability", "产品责任"]),
    ("sinosure-cover", &["信用保险", "export credit insurance", "buyer credit limit", "信用限额"]),
    ("vgm-declaration", &["verified gross mass", "vgm", "核实重量"]),
    ("certificate-of-origin", &["certificate of origin", "原产地证"]),
    ("ispm15-declaration", &["ispm 15", "ispm15", "木质包装"]),
    ("letter-of-credit", &["documentary credit", "mt 700", "mt700", "letter of credit", "信用证"]),
    ("export-declaration", &["出口货物报关单", "报关单", "export declaration"]),
    ("oog-lashing-plan", &["lashing plan", "绑扎方案"]),
    ("dg-declaration", &["dangerous goods declaration", "危险品申报", "危险货物"]),
    (
        "dual-use-export-licence",
        &[
            "两用物项和技术出口许可证",
            "两用物项出口许可证",
            "dual-use export licence",
            "export licence",
        ],
    ),
    ("dual-use-self-classification", &["自查表", "self-classification", "dual-use parameter"]),
    (
        "end-user-certificate",
        &[
            "end-user statement",
            "end user statement",
            "end-user certificate",
            "end-use",
            "最终用户和最终用途",
            "最终用户",
        ],
    ),
    ("restricted-party-screening", &["screening log", "party screening", "筛查记录", "交易方筛查"]),
    ("cn-business-licence", &["营业执照", "business licence", "business license"]),
    ("cn-customs-consignor", &["收发货人备案", "海关备案", "customs registration"]),
    ("cn-fx-directory", &["外汇收支企业名录", "名录登记"]),
    (
        "aeo-status",
        &["authorized economic operator", "authorised economic operator", "aeo", "高级认证企业"],
    ),
    (
        "metrology-calibration",
        &["calibration certificate", "certificate of calibration", "校准证书"],
    ),
    ("fat-report", &["factory acceptance", "出厂验收", "fat report"]),
    (
        "user-manual-translated",
        &[
            "betriebsanleitung",
            "operating manual",
            "operating instructions",
            "kurzanleitung",
            "使用说明书",
        ],
    ),
    ("reference-list", &["reference list", "referenzliste", "业绩表", "用户名单"]),
    ("company-profile", &["company profile", "企业简介", "公司简介"]),
    ("bank-reference", &["bank reference", "资信证明"]),
    ("audited-accounts", &["auditor's report", "审计报告"]),
    ("bank-guarantee", &["payment guarantee", "performance guarantee", "履约保函", "保函"]),
    ("origin-calc-sheet", &["origin calculation", "原产地核算"]),
    ("hs-classification-sheet", &["归类决定", "商品归类", "classification record"]),
    ("business-continuity", &["business continuity", "业务连续性"]),
    ("service-capacity", &["服务能力", "service capacity"]),
    ("response-time-commitment", &["service level agreement", "响应承诺"]),
];

/// Lines that count as heading.
const HEADING: usize = 8;

pub(super) fn kind(text: &Text<'_>, file_name: &str, known: &Known) -> Option<Suggestion> {
    let name = file_name.to_lowercase();
    let mut scores: Vec<(u32, &str, Suggestion)> = Vec::new();
    for kind in &known.types {
        let own = CUES.iter().find(|(id, _)| *id == kind.id).map_or(&[][..], |(_, cues)| *cues);
        let titles: Vec<String> = kind
            .titles
            .iter()
            .map(|title| title.to_lowercase())
            .filter(|title| title.chars().count() >= 4)
            .collect();
        let cues = own.iter().copied().chain(titles.iter().map(String::as_str));
        let mut score = 0;
        let mut shown: Option<(u32, Suggestion)> = None;
        for cue in cues {
            for (at, (passage, line)) in text.lines.iter().enumerate().take(200) {
                let lower = line.text.to_lowercase();
                let plain: String = lower.chars().filter(|c| !c.is_whitespace()).collect();
                // Headings are often spaced out.
                let spaced = at < HEADING && cue.chars().count() >= 4 && {
                    let cue: String = cue.chars().filter(|c| !c.is_whitespace()).collect();
                    plain == cue || (plain.contains(&cue) && !cue.is_ascii())
                };
                let found = lower.find(cue);
                if found.is_none() && !spaced {
                    continue;
                }
                // A line that is the cue and nothing else is a title.
                let alone = lower.trim().chars().count() <= cue.chars().count() + 14;
                let worth = match (at < HEADING, alone) {
                    (true, true) => 12,
                    (true, false) => 5,
                    (false, true) => 2,
                    (false, false) => 1,
                };
                score = score.max(worth);
                if shown.as_ref().is_none_or(|(best, _)| worth > *best) {
                    let (at, length) = match found {
                        Some(at)
                            if line.text.is_char_boundary(at)
                                && line.text.is_char_boundary(at + cue.len()) =>
                        {
                            (at, cue.len())
                        }
                        _ => (0, line.text.len()),
                    };
                    let field = SuggestedField::DocumentType;
                    let value = kind.id.clone();
                    shown = Some((worth, suggestion(field, value, passage, line.text, at, length)));
                }
            }
            if name.contains(cue) {
                score += 2;
            }
        }
        if let Some((_, shown)) = shown
            && score >= 5
        {
            scores.push((score, &kind.id, shown));
        }
    }
    scores.sort_by_key(|(score, ..)| std::cmp::Reverse(*score));
    let clear = match scores.as_slice() {
        [] => false,
        [_] => true,
        [first, second, ..] => first.0 > second.0,
    };
    if !clear {
        return None;
    }
    scores.into_iter().next().map(|(.., shown)| shown)
}
