//! The same content as HTML for the peers that print pages.

use readiness::Text;
use report::{Mark, Requirement, Summary, Verification};
use std::fmt::Write as _;

const STYLE: &str = r#"
@font-face { font-family: "Noto Sans SC"; font-weight: 400; src: url("../../../../assets/fonts/NotoSansSC_400Regular.ttf"); }
@font-face { font-family: "Noto Sans SC"; font-weight: 500; src: url("../../../../assets/fonts/NotoSansSC_500Medium.ttf"); }
@font-face { font-family: "Noto Sans SC"; font-weight: 600; src: url("../../../../assets/fonts/NotoSansSC_600SemiBold.ttf"); }
@page { size: A4; margin: 27mm 17mm 23mm;
  @top-left { content: "Jiaozhou Bay Gantry Works Co., Ltd. 胶州湾龙门机床有限公司"; font: 8pt "Noto Sans SC"; }
  @bottom-left { content: "SH-2026-014 · 2026-11-24"; font: 8pt "Noto Sans SC"; }
  @bottom-right { content: counter(page) " / " counter(pages); font: 8pt "Noto Sans SC"; } }
body { font: 9pt/1.35 "Noto Sans SC"; color: #1b2226; margin: 0; }
h1 { font-size: 19pt; font-weight: 600; margin: 0 0 6pt; }
h2 { font-size: 13pt; font-weight: 600; margin: 19pt 0 8pt; break-after: avoid; }
h3 { font-size: 10.5pt; font-weight: 600; margin: 14pt 0 6pt; break-after: avoid; }
.zh { display: block; color: #475157; font-size: 0.94em; }
h1 .zh, h3 .zh, th .zh { display: inline; font-weight: 400; margin-left: 0.45em; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
thead { display: table-header-group; }
th { text-align: left; font-size: 8pt; font-weight: 400; color: #5f696f; border-bottom: 0.6pt solid #82888b; padding: 2pt 7pt 4pt 0; }
td { vertical-align: top; border-bottom: 0.5pt solid #e3e0d9; padding: 5pt 7pt 5.5pt 0; }
tr { break-inside: avoid; }
.m { width: 13pt } .t { width: 33% } .s { width: 15% } .n { width: 18% }
.mark { display: inline-block; width: 7pt; height: 7pt; border: 1pt solid; border-radius: 50%; }
.ready { color: #2a7a50 } .blocker { color: #b3261e } .major { color: #a66400 } .decided, .task { color: #667177 } .unknown, .verify { color: #7a58a5 } .checked { color: #1d6641 } .known { color: #3f5780 }
.small { display: block; font-size: 8pt; }
dl { display: grid; grid-template-columns: 27mm 1fr; margin: 14pt 0; } dt { color: #5f696f } dd { margin: 0 }
"#;

fn pair(text: &Text) -> String {
    let (en, zh) = (escaped(&text.en), escaped(&text.zh));
    if en == zh { en } else { format!("{en}<span class=\"zh\" lang=\"zh-CN\">{zh}</span>") }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn class(mark: Mark) -> &'static str {
    match mark {
        Mark::Ready => "ready",
        Mark::Blocker => "blocker",
        Mark::Major => "major",
        Mark::Decided => "decided",
        Mark::Task => "task",
        _ => "unknown",
    }
}

fn verified(state: Verification) -> String {
    let (class, en, zh) = match state {
        Verification::Checked => ("checked", "Checked", "已核实"),
        Verification::Known => ("known", "Known practice", "惯例"),
        Verification::Verify => ("verify", "To be verified", "待核实"),
    };
    format!("<span class=\"small {class}\"><span class=\"mark\"></span> {en} {zh}</span>")
}

fn row(item: &Requirement) -> String {
    let mark = class(item.mark);
    let due = item.due.as_ref().map_or_else(String::new, |due| {
        let date = due.date.map(|date| date.to_string()).unwrap_or_default();
        format!("{}<span class=\"small\">{date}</span>", pair(&due.gate))
    });
    format!(
        "<tr><td><span class=\"mark {mark}\"></span></td><td>{}</td><td class=\"{mark}\">{}</td><td>{due}</td><td>{}{}</td></tr>\n",
        pair(&item.title),
        pair(&item.state),
        pair(&item.reference),
        verified(item.verification),
    )
}

/// The page.
pub(crate) fn page(summary: &Summary) -> String {
    let mut out = format!(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>{}</title>\n<style>{STYLE}</style>\n<h1>{}</h1>\n<dl>\n",
        escaped(&summary.subject.en),
        pair(&summary.subject)
    );
    let order = &summary.order;
    let reference = Text::same(&order.reference);
    let judged_on = Text::same(summary.judged_on.to_string());
    let mut facts = vec![
        ("Shipment 出运单", &reference),
        ("Judged on 评估日", &judged_on),
        ("Exporter 出口商", &summary.company),
        ("Buyer 买方", &order.buyer),
        ("Terms 条款", &order.terms),
        ("Market 市场", &order.market),
    ];
    facts.extend(order.products.iter().map(|product| ("Product 产品", product)));
    for (label, value) in facts {
        let _ = writeln!(out, "<dt>{label}</dt><dd>{}</dd>", pair(value));
    }
    for pack in &order.packs {
        let _ = writeln!(
            out,
            "<dt>Packs 要求包</dt><dd>{} {} {}</dd>",
            pair(&pack.name),
            pack.version,
            pack.sha256
        );
    }
    out.push_str("</dl>\n<h2>Requirements 全部要求</h2>\n");
    for group in &summary.requirements {
        let _ = write!(
            out,
            "<h3>{}</h3>\n<table><thead><tr><th class=\"m\"></th><th class=\"t\">Requirement 要求</th><th class=\"s\">State 状态</th><th class=\"n\">Needed by 需用节点</th><th>Reference 依据</th></tr></thead><tbody>\n",
            pair(&group.title)
        );
        out.extend(group.items.iter().map(row));
        out.push_str("</tbody></table>\n");
    }
    out.push_str("</html>\n");
    out
}
