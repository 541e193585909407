//! Every word that the report itself adds, in both languages side by side; the sentences of the
//! verdict are in `verdict.rs`.

use readiness::Text;

use crate::summary::{Counts, GateState, Mark, SwitchedOff};

/// Name in the template, English, Chinese.
pub(crate) const LABELS: &[(&str, &str, &str)] = &[
    // facts of the order
    ("shipment", "Shipment", "出运单"),
    ("exporter", "Exporter", "出口商"),
    ("product", "Product", "产品"),
    ("buyer", "Buyer", "买方"),
    ("terms", "Terms", "条款"),
    ("market", "Market", "市场"),
    ("judged-on", "Judged on", "评估日"),
    ("packs", "Packs", "要求包"),
    ("draft", "Draft, gates held", "草稿，关口受阻"),
    // the list for a party
    ("for-party", "For", "致"),
    ("from-company", "From", "发自"),
    ("as-of", "As of", "截至"),
    ("time-zone", "Time zone", "时区"),
    ("working-days", "Working days by", "工作日历"),
    ("your-steps", "Your steps", "由贵方负责的步骤"),
    ("your-documents", "Documents to bring", "需由贵方提供的文件"),
    ("no-steps", "No step is open.", "没有未完成的步骤。"),
    ("no-documents", "No document is due.", "没有待提供的文件。"),
    ("closes-with", "Closed by", "完成依据"),
    ("document", "Document", "文件"),
    ("needed-at", "Needed for", "用于"),
    ("needed-on", "Needed on", "需用日"),
    ("day-off-mark", "* not a working day", "* 非工作日"),
    // headings
    ("gates", "Gates", "关口"),
    ("next-steps", "What to start first, in order", "按顺序处理"),
    ("tasks", "Tasks not yet due", "尚未到期的待办"),
    ("findings", "Findings explained", "缺口说明"),
    ("requirements", "Requirements", "全部要求"),
    ("evidence", "Evidence on file", "证据清单"),
    ("consistency", "Document consistency", "单证一致性"),
    ("schedule", "Schedule", "进度计划"),
    ("critical-path", "Critical path", "关键路径"),
    ("decisions", "Decisions and waivers", "决定与豁免"),
    ("references", "References", "依据与核实"),
    // columns
    ("requirement", "Requirement", "要求"),
    ("gap", "Gap", "缺口"),
    ("gate", "Needed for", "需用于"),
    ("start-by", "Start by", "应启动日"),
    ("next-step", "Next step", "下一步"),
    ("state", "State", "状态"),
    ("needed-by", "Needed by", "需用节点"),
    ("reference", "Reference", "依据"),
    ("document", "Document", "文件"),
    ("issued", "Issued", "签发"),
    ("expires", "Valid to", "有效至"),
    ("files", "Files and SHA-256", "附件与 SHA-256"),
    ("compared", "Compared", "比对项"),
    ("result", "Result", "结果"),
    ("detail", "What the documents say", "各单证内容"),
    ("step", "Step", "步骤"),
    ("party", "Party", "责任方"),
    ("start", "Start", "开始"),
    ("finish", "Finish", "完成"),
    ("latest-finish", "Latest", "最晚"),
    ("float", "Float", "时差"),
    ("decision", "Decision", "决定"),
    ("decided", "Decided by", "决定人"),
    ("why", "Why", "理由"),
    ("switched-off", "Switched off", "已停用"),
    ("until", "Until", "有效至"),
    ("verification", "Verified", "核实状态"),
    ("source", "Source, open points", "出处与未决点"),
    ("looked-up", "Looked up", "查阅日"),
    // words in cells
    ("critical", "Critical", "关键"),
    ("done", "Done", "已完成"),
    ("untitled", "Untitled", "无标题"),
    ("no-gate", "No gate", "无关口"),
    ("no-expiry", "No end date", "无截止日"),
    ("no-end", "No end date", "无截止日"),
    ("no-file", "No file attached", "未附文件"),
    ("verification-checked", "Source checked", "已核对出处"),
    ("verification-known", "Settled practice", "惯例，未查"),
    ("verification-verify", "Unverified", "待核实"),
    // empty sections say so
    ("no-packs", "No requirement pack is in force.", "尚无生效的要求包。"),
    ("no-gates", "No gate is planned.", "尚未设置关口。"),
    ("no-findings", "No gap was found in what was judged.", "所评估的内容中未发现缺口。"),
    ("no-tasks", "No task is waiting.", "没有等待中的待办。"),
    ("no-requirements", "No requirement is in play.", "没有适用的要求。"),
    ("no-evidence", "No document is on file.", "尚无存档文件。"),
    ("no-checks", "No documents were compared.", "尚未比对单证。"),
    ("no-schedule", "No schedule is set.", "尚未制定进度计划。"),
    ("no-critical-path", "No critical path is known.", "尚无关键路径。"),
    ("no-decisions", "Nothing was waived or set aside.", "没有豁免或不适用的决定。"),
    ("no-references", "No reference is cited.", "未引用依据。"),
    // status words
    ("mark-blocker", "Blocker", "阻断"),
    ("mark-major", "Major", "重要"),
    ("mark-minor", "Minor", "次要"),
    ("mark-info", "Info", "提示"),
    ("mark-unknown", "Unknown", "未知"),
    ("mark-unverified", "Unverified", "待核实"),
    ("mark-ready", "Ready", "就绪"),
    ("mark-decided", "Decided", "已决定"),
    ("mark-task", "To do", "待办"),
    ("mark-agrees", "Agrees", "一致"),
];

/// The name of a shape in the template.
pub(crate) fn mark_name(mark: Mark) -> &'static str {
    match mark {
        Mark::Blocker => "blocker",
        Mark::Major => "major",
        Mark::Minor => "minor",
        Mark::Info => "info",
        Mark::Unknown => "unknown",
        Mark::Unverified => "unverified",
        Mark::Ready => "ready",
        Mark::Decided => "decided",
        Mark::Task => "task",
        Mark::Agrees => "agrees",
    }
}

/// One of [`LABELS`]; empty for a name that is not there.
pub(crate) fn label(name: &str) -> Text {
    LABELS
        .iter()
        .find(|(key, ..)| *key == name)
        .map(|(_, en, zh)| Text::new(*en, *zh))
        .unwrap_or_default()
}

/// The title of the document.
pub(crate) fn title(subject: &Text) -> Text {
    if subject.en.is_empty() && subject.zh.is_empty() {
        return Text::new("Export readiness", "出口就绪报告");
    }
    Text::new(format!("Export readiness: {}", subject.en), format!("出口就绪报告：{}", subject.zh))
}

/// The alternative text of the logo.
pub(crate) fn logo_of(company: &Text) -> Text {
    Text::new(format!("Logo of {}", company.en), format!("{}标志", company.zh))
}

/// The word under a gate.
pub(crate) fn gate_word(state: GateState) -> Text {
    match state {
        GateState::Passed => Text::new("Passed", "已通过"),
        GateState::Open => Text::new("Open", "可通行"),
        GateState::Behind => Text::new("Waits", "等待"),
        GateState::Held(0) => Text::new("Held", "受阻"),
        GateState::Held(n) => Text::new(format!("Held by {n}"), format!("受阻 {n} 项")),
    }
}

/// Days of float.
pub(crate) fn days(days: i64) -> Text {
    let unit = if days == 1 || days == -1 { "day" } else { "days" };
    Text::new(format!("{days} {unit}"), format!("{days} 天"))
}

/// The size of a file.
pub(crate) fn size(bytes: u64) -> String {
    const STEPS: [(u64, &str); 3] = [(1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "kB")];
    match STEPS.into_iter().find(|(step, _)| bytes >= *step) {
        Some((step, unit)) => format!("{}.{} {unit}", bytes / step, bytes % step / (step / 10)),
        None => format!("{bytes} B"),
    }
}

/// Which requirements were not judged because the user switched them off.
pub(crate) fn not_judged(off: &[SwitchedOff]) -> Text {
    let names = |of: fn(&Text) -> &str, open: &str, close: &str, comma: &str| {
        let name = |one: &SwitchedOff| format!("{}{open}{}{close}", of(&one.title), one.id);
        off.iter().map(name).collect::<Vec<_>>().join(comma)
    };
    let en = names(|text| &text.en, " (", ")", "; ");
    let zh = names(|text| &text.zh, "（", "）", "；");
    let were = if off.len() == 1 { "requirement was" } else { "requirements were" };
    Text::new(
        format!("{} {were} not judged: {en}", off.len()),
        format!("{} 项要求未判定：{zh}", off.len()),
    )
}

/// Shape, number and word of each count. Severities always, the rest when there is any.
pub(crate) fn counted(counts: &Counts) -> Vec<(Mark, u32, Text)> {
    let word =
        |n: u32, one: &str, many: &str, zh: &str| Text::new(if n == 1 { one } else { many }, zh);
    let c = counts;
    let all = [
        (Mark::Blocker, c.blocker, word(c.blocker, "blocker", "blockers", "阻断"), true),
        (Mark::Major, c.major, Text::new("major", "重要"), true),
        (Mark::Minor, c.minor, Text::new("minor", "次要"), true),
        (Mark::Info, c.info, Text::new("info", "提示"), false),
        (Mark::Unknown, c.unknown, Text::new("unknown", "未知"), false),
        (Mark::Unverified, c.unverified, Text::new("unverified", "待核实"), false),
        (Mark::Ready, c.ready, Text::new("ready", "就绪"), true),
        (Mark::Decided, c.decided, Text::new("decided", "已决定"), false),
        (Mark::Task, c.task, Text::new("to do", "待办"), false),
    ];
    all.into_iter()
        .filter(|(_, n, _, always)| *always || *n > 0)
        .map(|(m, n, t, _)| (m, n, t))
        .collect()
}
