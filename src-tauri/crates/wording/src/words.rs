//! The words for states and kinds: one entry for each value of the engine's types.

use readiness::condition::Relation;
use readiness::{
    Code, Coverage, DecisionKind, Defect, DualUseClass, Finding, GateState, Obliged, PartyRole,
    Reason, Severity, State, Text, Timing, VerificationState,
};

/// The kind of gap in a word or two. [`kind`] is more exact for a finding at hand.
#[must_use]
pub fn code(code: Code) -> Text {
    match code {
        Code::Missing => Text::new("Missing", "缺失"),
        Code::Expired => Text::new("Expired", "已过期"),
        Code::NotYetIssued => Text::new("Not yet issued", "尚未签发"),
        Code::Lapses => Text::new("Expires early", "提前到期"),
        Code::Stale => Text::new("Too old", "已过时"),
        Code::Scope => Text::new("Wrong scope", "范围不符"),
        Code::Holder => Text::new("Wrong holder", "持有人不符"),
        Code::Language => Text::new("Wrong language", "语言不符"),
        Code::Regime => Text::new("Superseded", "引用旧法"),
        Code::RegimeMargin => Text::new("Law about to change", "临近换法"),
        Code::Conflict => Text::new("Inconsistent", "不一致"),
        Code::InsufficientData => Text::new("Not filled in", "数据不足"),
        Code::Deadline => Text::new("Too late", "来不及"),
        Code::Overdue => Text::new("Overdue", "逾期"),
        Code::UnknownFact => Text::new("Unknown fact", "事实未知"),
        Code::Unverified => Text::new("Source unverified", "来源待核实"),
        Code::Holiday => Text::new("Holiday", "遇节假日"),
        Code::CalendarGap => Text::new("Calendar gap", "日历缺年份"),
        Code::Pinned => Text::new("Date too early", "日期过早"),
        Code::Incoterm => Text::new("Unsuitable term", "术语不适用"),
    }
}

/// The kind of gap of this finding: where a document covers the wrong things, which things.
#[must_use]
pub fn kind(finding: &Finding) -> Text {
    if finding.code != Code::Scope {
        return code(finding.code);
    }
    let defects = finding.because.iter().filter_map(|reason| match reason {
        Reason::LookedAt { evidence, defects, .. }
            if finding.evidence.as_ref().is_none_or(|own| own == evidence) =>
        {
            Some(defects)
        }
        _ => None,
    });
    let mut defects = defects.flatten().filter(|defect| defect.code() == Code::Scope);
    match defects.next() {
        Some(Defect::Models { .. }) => Text::new("Wrong model", "型号不符"),
        Some(Defect::Packages { .. }) => Text::new("Packages left out", "漏件"),
        Some(Defect::Versions { .. }) => Text::new("Wrong software version", "软件版本不符"),
        Some(Defect::Serials { .. }) => Text::new("Wrong serial number", "序列号不符"),
        Some(
            Defect::Site { .. }
            | Defect::Destination { .. }
            | Defect::Amount { .. }
            | Defect::Cover { .. }
            | Defect::OtherShipment { .. }
            | Defect::NotAccepted
            | Defect::NotValidOnTest { .. }
            | Defect::LateFiling { .. }
            | Defect::Expired { .. }
            | Defect::NotYetIssued { .. }
            | Defect::Lapses { .. }
            | Defect::Stale { .. }
            | Defect::Undated
            | Defect::Holder { .. }
            | Defect::Language { .. }
            | Defect::Regime { .. },
        )
        | None => code(Code::Scope),
    }
}

/// How bad a gap is.
#[must_use]
pub fn severity(severity: Severity) -> Text {
    match severity {
        Severity::Blocker => Text::new("Blocker", "阻断"),
        Severity::Major => Text::new("Major", "重要"),
        Severity::Minor => Text::new("Minor", "次要"),
        Severity::Info => Text::new("Info", "提示"),
    }
}

/// Where a requirement or check stands.
#[must_use]
pub fn state(state: State) -> Text {
    match state {
        State::Gap => Text::new("Gap", "缺口"),
        State::Unknown => Text::new("Unknown", "未知"),
        State::Unverified => Text::new("Unverified", "待核实"),
        State::Task => Text::new("To do", "待办"),
        State::Ready => Text::new("Ready", "就绪"),
        State::Waived => Text::new("Waived", "豁免"),
        State::DecidedNotApplicable => Text::new("Not applicable", "不适用"),
        State::NotApplicable => Text::new("Does not apply", "不涉及"),
    }
}

/// Whether there is still time.
#[must_use]
pub fn timing(timing: Option<Timing>) -> Text {
    match timing {
        Some(Timing::Open) => Text::new("On time", "准时"),
        Some(Timing::AtRisk) => Text::new("At risk", "有风险"),
        Some(Timing::Late) => Text::new("Too late", "来不及"),
        None => Text::new("No lead time", "不计办理期"),
    }
}

/// How a gate stands.
#[must_use]
pub fn gate_state(state: GateState) -> Text {
    match state {
        GateState::Passed => Text::new("Passed", "已通过"),
        GateState::Open => Text::new("Open", "可通行"),
        GateState::Held => Text::new("Held", "受阻"),
        GateState::Behind => Text::new("Waits", "等待前关"),
    }
}

/// The tag of a finding that waits for another one.
#[must_use]
pub fn waits() -> Text {
    Text::new("Waits", "等待前项")
}

/// Who takes part.
#[must_use]
pub fn role(role: PartyRole) -> Text {
    match role {
        PartyRole::Maker => Text::new("Maker", "制造商"),
        PartyRole::Exporter => Text::new("Exporter", "出口商"),
        PartyRole::Buyer => Text::new("Buyer", "买方"),
        PartyRole::Consignee => Text::new("Consignee", "收货人"),
        PartyRole::EndUser => Text::new("End user", "最终用户"),
        PartyRole::Importer => Text::new("Importer", "进口商"),
        PartyRole::Integrator => Text::new("Line integrator", "产线集成商"),
        PartyRole::NotifyParty => Text::new("Notify party", "通知人"),
        PartyRole::Forwarder => Text::new("Forwarder", "货代"),
        PartyRole::Carrier => Text::new("Carrier", "承运人"),
        PartyRole::CustomsBroker => Text::new("Customs broker", "报关行"),
        PartyRole::Bank => Text::new("Bank", "银行"),
        PartyRole::Insurer => Text::new("Insurer", "保险公司"),
        PartyRole::CertificationBody => Text::new("Certification body", "认证机构"),
        PartyRole::Installer => Text::new("Installer", "安装方"),
    }
}

/// Who arranges something under an Incoterm.
#[must_use]
pub fn obliged(obliged: Obliged) -> Text {
    match obliged {
        Obliged::Seller => Text::new("Seller", "卖方"),
        Obliged::Buyer => Text::new("Buyer", "买方"),
        Obliged::Nobody => Text::new("Nobody obliged", "无强制"),
    }
}

/// How far a requirement itself has been verified.
#[must_use]
pub fn verification(state: VerificationState) -> Text {
    match state {
        VerificationState::Checked => Text::new("Source checked", "已核对出处"),
        VerificationState::Known => Text::new("Settled practice", "惯例，未查"),
        VerificationState::Verify => Text::new("Unverified", "待核实"),
    }
}

/// How an amount is compared, before the amount.
#[must_use]
pub fn relation(relation: Relation) -> Text {
    match relation {
        Relation::Above => Text::new("more than", "大于"),
        Relation::AtLeast => Text::new("at least", "不低于"),
        Relation::Below => Text::new("less than", "小于"),
        Relation::AtMost => Text::new("at most", "不超过"),
    }
}

/// How a day is compared, before the day.
#[must_use]
pub fn relation_of_dates(relation: Relation) -> Text {
    match relation {
        Relation::Above => Text::new("after", "晚于"),
        Relation::AtLeast => Text::new("on or after", "不早于"),
        Relation::Below => Text::new("before", "早于"),
        Relation::AtMost => Text::new("on or before", "不晚于"),
    }
}

/// Payment terms by their id; the id itself where it is not one of the known ones.
#[must_use]
pub fn payment(id: &str) -> Text {
    match id {
        "letter-of-credit" => Text::new("Letter of credit", "信用证"),
        "usance" => Text::new("Usance credit", "远期信用证"),
        "open-account" => Text::new("Open account", "赊销"),
        "documents-against-payment" => Text::new("Documents against payment", "付款交单"),
        "documents-against-acceptance" => Text::new("Documents against acceptance", "承兑交单"),
        "advance" => Text::new("Advance payment", "预付款"),
        "instalments" => Text::new("Instalments", "分期付款"),
        other => Text::same(other),
    }
}

/// What the dual-use helper says, always with the reminder that it is no clearance.
#[must_use]
pub fn dual_use(class: DualUseClass) -> Text {
    let found = match class {
        DualUseClass::NotFlagged => Text::new(
            "Not flagged: the figures given reach no threshold.",
            "未触发：所填参数未达到任何阈值。",
        ),
        DualUseClass::InsufficientData => Text::new(
            "Insufficient data: a figure that decides is missing.",
            "数据不足：缺少起决定作用的参数。",
        ),
        DualUseClass::LikelyListed => Text::new(
            "Likely listed: at least one threshold is reached.",
            "可能列管：至少达到一项阈值。",
        ),
    };
    let reminder =
        Text::new("The helper never says that no licence is needed.", "本自查绝不表示无需许可证。");
    crate::phrase::sentences([found, reminder])
}

/// The same in a word or two, for lists. Show [`dual_use`] beside it.
#[must_use]
pub fn dual_use_class(class: DualUseClass) -> Text {
    match class {
        DualUseClass::NotFlagged => Text::new("Not flagged", "未触发"),
        DualUseClass::InsufficientData => Text::new("Insufficient data", "数据不足"),
        DualUseClass::LikelyListed => Text::new("Likely listed", "可能列管"),
    }
}

/// What a document must cover.
#[must_use]
pub fn coverage(coverage: Coverage) -> Text {
    match coverage {
        Coverage::Models => Text::new("Every model", "全部型号"),
        Coverage::Serials => Text::new("Every serial number", "全部序列号"),
        Coverage::Site => Text::new("The maker's site", "制造商厂区"),
        Coverage::Destination => Text::new("The destination", "目的地"),
        Coverage::ContractAmount => Text::new("The contract value", "合同金额"),
        Coverage::CargoCover => Text::new("The cargo cover agreed", "约定险别"),
        Coverage::Packages => Text::new("Every package concerned", "所涉全部包装件"),
        Coverage::SoftwareVersion => Text::new("The software version released", "发布的软件版本"),
        Coverage::Shipment => Text::new("This shipment", "本票货物"),
    }
}

/// What was decided about a requirement.
#[must_use]
pub fn decision(kind: DecisionKind) -> Text {
    match kind {
        DecisionKind::Waived => Text::new("Waived", "豁免"),
        DecisionKind::NotApplicable => Text::new("Not applicable", "不适用"),
    }
}
