//! Names of the fields of a requirement, as differences between versions name them.

use readiness::Text;

/// The name of a field by its path, e.g. `lead.longest`; the path itself where it has none.
#[must_use]
pub fn requirement_field(path: &str) -> Text {
    let (base, language) = match path.rsplit_once('.') {
        Some((base, "en")) => (base, Some(("English", "英文"))),
        Some((base, "zh")) => (base, Some(("Chinese", "中文"))),
        _ => (path, None),
    };
    let (en, zh) = match base {
        "id" => ("Id", "标识"),
        "title" => ("Title", "名称"),
        "about" => ("What it covers", "适用范围"),
        "question" => ("Question", "问题"),
        "kind" => ("Kind of answer", "回答类型"),
        "level" => ("Whom it describes", "描述对象"),
        "choices" => ("Choices", "选项"),
        "unit" => ("Unit", "单位"),
        "product_of" => ("Product of", "由下列相乘"),
        "group" => ("Heading", "分组"),
        "rule" => ("Rule", "规则"),
        "consequence" => ("Consequence", "后果"),
        "first_step" => ("First step", "第一步"),
        "severity" => ("Severity", "严重程度"),
        "when" => ("When it applies", "适用条件"),
        "must" => ("What the answers must say", "回答须满足"),
        "cases" => ("Special cases", "特殊情形"),
        "effective.from" => ("In force from", "生效日期"),
        "effective.until" => ("In force until", "失效日期"),
        "effective.judged_at" => ("In force at", "效力判定里程碑"),
        "per" => ("Judged per", "判定单位"),
        "per_shipment" => ("Made for each shipment", "每票发运单独办理"),
        "internal" => ("Stays in the house", "仅供内部"),
        "evidence.accepts" => ("Accepted documents", "可接受文件"),
        "evidence.shows" => ("What a good one shows", "合格文件应载明"),
        "evidence.issuer" => ("Issuer", "签发机构"),
        "evidence.holder" => ("Holder", "持有人"),
        "evidence.provided_by" => ("Brought by", "由谁提供"),
        "evidence.covers" => ("Must cover", "须覆盖"),
        "evidence.local_language" => ("Language of the place of use", "使用地语言"),
        "evidence.max_age_days" => ("Oldest allowed, days", "最长签发天数"),
        "evidence.regime" => ("Law it must cite", "须引用的法规"),
        "evidence.not_accepted" => ("Documents that do not do", "不可接受文件"),
        "evidence.none" => ("No document asked for", "不要求文件"),
        "evidence.filing" => ("Done on a day", "按日办理的申报"),
        "evidence.of_manufacturer" => ("In the manufacturer's name", "以制造商名义"),
        "evidence.valid_on_test_of" => ("Valid on the day of tests", "测试当日须有效"),
        "needed_by" => ("Needed by", "所需里程碑"),
        "days_before" => ("Days before the milestone", "提前天数"),
        "due.days" => ("Due, days after the milestone", "截止：里程碑后天数"),
        "due.months" => ("Due, months after the milestone", "截止：里程碑后月数"),
        "due.next_year_on" => ("Due on a day of the next year", "截止：次年日期"),
        "holds_through" => ("Holds through", "有效期须覆盖至"),
        "lead.shortest" => ("Lead time, shortest", "办理时间（最短）"),
        "lead.longest" => ("Lead time, longest", "办理时间（最长）"),
        "renewal.shortest" => ("Renewal, shortest", "换发时间（最短）"),
        "renewal.longest" => ("Renewal, longest", "换发时间（最长）"),
        "after" => ("After", "前置要求"),
        "replaces" => ("Takes the place of", "取代"),
        "reference" => ("Reference", "依据"),
        "verification.state" => ("Verification", "核实状态"),
        "verification.source" => ("Source", "来源"),
        "verification.checked_on" => ("Looked up on", "核实日期"),
        "verification.checked_by" => ("Looked up by", "核实人"),
        "verification.open_point" => ("Open point", "待定事项"),
        "verification.open_from" => ("Open point matters from", "待定事项起始日"),
        other => return Text::same(other),
    };
    match language {
        Some((in_en, in_zh)) => Text::new(format!("{en}, {in_en}"), format!("{zh}（{in_zh}）")),
        None => Text::new(en, zh),
    }
}

#[cfg(test)]
mod tests {
    use super::requirement_field;

    #[test]
    fn a_field_in_a_language_says_which() {
        assert_eq!(requirement_field("rule.zh").en, "Rule, Chinese");
        assert_eq!(requirement_field("rule.zh").zh, "规则（中文）");
        assert_eq!(requirement_field("lead.longest").zh, "办理时间（最长）");
    }
}
