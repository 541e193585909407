//! What is said of findings that the engine really makes.

use super::house::keeps_the_rules;
use super::support::{World, day, requirement};
use crate::*;
use readiness::{CalendarId, Code, Incoterm, Text, Value};
use serde_json::json;

fn declaration(more: serde_json::Value) -> World {
    let mut fields = json!({"evidence": {"covers": ["models"], "regime": {
        "judged_at": "import-clearance",
        "laws": [
            {"cite": "2006/42/EC", "until": "2027-01-19"},
            {"cite": "2023/1230", "from": "2027-01-20"}]}}});
    fields.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    World::new(json!([requirement("import-clearance", (20, 60), fields)]))
}

fn cites(law: &str) -> serde_json::Value {
    json!({"type": "doc", "issued": "2026-10-20",
        "scope": {"models": ["LM-MT650"], "regimes": [law]}})
}

#[test]
fn a_superseded_declaration() {
    let world = declaration(json!({})).holding(cites("2006/42/EC"));
    assert_eq!(
        world.summary(Code::Regime),
        Text::new(
            "The machinery declaration cites 2006/42/EC. Import clearance is planned for 4 Feb 2027, when 2023/1230 is in force. Draw up a new one to 2023/1230; start by 4 Dec.",
            "机械符合性声明引用 2006/42/EC。进口清关计划于 2027-02-04，届时有效的是 2023/1230。按 2023/1230 重新出具；12-04 前启动。"
        )
    );
    let finding = world.only(Code::Regime);
    assert_eq!(
        timing_words(&finding, world.today),
        Text::new("start by 4 Dec, 10 days left", "12-04 前启动，剩 10 天")
    );
    assert_eq!(kind(&finding), Text::new("Superseded", "引用旧法"));
    assert_eq!(finding_title(&finding, &world.book()).en, "Machinery declaration");
}

#[test]
fn the_requirements_own_first_step_is_the_action() {
    let first = json!({"first_step": {"en": "Ask the designer.", "zh": "询问设计部门。"}});
    let world = declaration(first).holding(cites("2006/42/EC"));
    let summary = world.summary(Code::Regime);
    assert!(summary.en.ends_with("is in force. Ask the designer; start by 4 Dec."), "{summary:?}");
    assert!(summary.zh.ends_with("询问设计部门；12-04 前启动。"), "{summary:?}");
    let finding = world.only(Code::Regime);
    let rule = world.rule_of(&finding);
    assert_eq!(next_step(&finding, rule, &world.book()).en, "Ask the designer; start by 4 Dec.");
}

#[test]
fn a_document_with_a_number_is_called_by_it() {
    let world = declaration(json!({})).holding(json!({"type": "doc", "number": "DoC-01",
        "scope": {"models": ["LM-MT500"], "regimes": ["2023/1230"]}}));
    assert_eq!(
        world.summary(Code::Scope),
        Text::new(
            "DoC-01 covers LM-MT500, not LM-MT650. One that fits is needed by 2 Feb 2027 (Import clearance). Get one that covers LM-MT650; start by 4 Dec.",
            "DoC-01 仅覆盖 LM-MT500，不含 LM-MT650。须于 2027-02-02 前备妥相符的文件（进口清关）。取得覆盖 LM-MT650 的文件；12-04 前启动。"
        )
    );
    assert_eq!(kind(&world.only(Code::Scope)), Text::new("Wrong model", "型号不符"));
}

#[test]
fn time_that_is_short_is_said() {
    let missing = |lead| {
        let world = World::new(json!([requirement("export-clearance", lead, json!({}))]));
        let finding = world.only(Code::Missing);
        (world.summary(Code::Missing), timing_words(&finding, world.today))
    };
    let (summary, timing) = missing((10, 30));
    assert_eq!(
        summary.en,
        "No document is held; it is needed by 12 Dec 2026 (Export clearance). It takes 10 to 30 days; only the quick way still fits. Get it: Machinery declaration; start today, 2 Dec at the latest."
    );
    assert_eq!(timing, Text::new("at risk: latest start 2 Dec", "有风险：最迟 12-02 启动"));
    let (summary, timing) = missing((30, 44));
    assert_eq!(
        summary.zh,
        "尚无文件，须于 2026-12-12 前备妥（出口报关）。办理需至少 30 天，最早 2026-12-24 办妥，比需用日晚 12 天。取得机械符合性声明；今天启动。"
    );
    assert_eq!(timing, Text::new("too late by 26 days", "已晚 26 天"));
    let (_, timing) = missing((5, 18));
    assert_eq!(timing, Text::new("start today", "今天启动"));
}

#[test]
fn a_certificate_that_expires_on_the_way() {
    let fields = json!({"holds_through": "on-board", "renewal": {"shortest": 1, "longest": 3}});
    let world = World::new(json!([requirement("production", (30, 90), fields)]))
        .holding(json!({"type": "doc", "expires": "2026-12-04"}));
    assert_eq!(
        world.summary(Code::Lapses).en,
        "The machinery declaration is valid until 4 Dec 2026, but has to last through 18 Dec 2026 (On board). Renew it; start by 2 Dec."
    );
}

#[test]
fn what_comes_first_is_named() {
    let mut after = requirement("export-clearance", (1, 2), json!({"after": ["doc"]}));
    after["id"] = json!("licence");
    after["title"] = json!({"en": "Licence", "zh": "许可证"});
    let world = World::new(json!([requirement("export-clearance", (5, 9), json!({})), after]));
    let findings = world.judge().findings;
    let own = findings.iter().find(|finding| finding.subject.id() == "licence").unwrap();
    let summary = gap(own, world.rule_of(own), &world.book());
    assert!(summary.en.ends_with("First comes: Machinery declaration."), "{summary:?}");
    assert!(summary.zh.ends_with("须先完成：机械符合性声明。"), "{summary:?}");
}

#[test]
fn an_open_answer_is_asked_for() {
    let when = json!({"when": {"fact": "radio", "is": true}});
    let world = World::new(json!([requirement("import-clearance", (20, 60), when)]));
    assert_eq!(
        world.summary(Code::UnknownFact),
        Text::new(
            "Whether it applies depends on an open answer: Radio. Answer by 4 Dec: What about Radio?",
            "是否适用取决于尚未回答的事实：无线模块。12-04 前回答：无线模块情况如何？"
        )
    );
    let finding = world.only(Code::UnknownFact);
    let rows = because(&finding, world.rule_of(&finding), &world.book());
    let facts = rows.iter().find(|row| row.label.en == "Facts").unwrap();
    assert_eq!(facts.text.en, "Radio: not answered. So it is open whether it applies.");
    assert!(facts.fails);
    let fails: Vec<&str> =
        rows.iter().filter(|row| row.fails).map(|row| row.label.en.as_str()).collect();
    assert_eq!(fails, ["Facts"]);
}

#[test]
fn order_data_is_filled_in_rather_than_answered() {
    let covers = json!({"evidence": {"covers": ["contract-amount"]}});
    let world = World::new(json!([requirement("import-clearance", (20, 60), covers)]))
        .holding(json!({"type": "doc"}));
    assert_eq!(
        world.summary(Code::UnknownFact).en,
        "Whether the document fits depends on data not filled in: Contract value. Enter the contract value by 4 Dec."
    );
}

#[test]
fn a_step_that_is_not_planned_is_named() {
    let world = World::new(json!([requirement("sat", (20, 60), json!({}))]));
    assert_eq!(
        world.summary(Code::Missing).en,
        "No document is held. The schedule has no step Site acceptance, so no date can be given. Get it: Machinery declaration; put the step into the schedule."
    );
}

#[test]
fn a_source_that_is_not_verified_is_looked_up() {
    let verify = json!({"verification": {"state": "verify"}});
    let world = World::new(json!([requirement("import-clearance", (20, 60), verify)]))
        .holding(json!({"type": "doc"}));
    assert_eq!(
        world.summary(Code::Unverified).en,
        "A document is held, but the requirement itself still has to be checked at its source. Look it up by 2 Feb 2027: Regulation (EU) 2023/1230."
    );
    let finding = world.only(Code::Unverified);
    assert_eq!(timing_words(&finding, world.today).en, "check by 2 Feb");
}

#[test]
fn a_law_that_is_about_to_change() {
    let mut world = declaration(json!({})).holding(cites("2006/42/EC"));
    world.milestone("import-clearance").after = vec!["on-board+24".parse().unwrap()];
    assert_eq!(
        world.summary(Code::RegimeMargin).en,
        "Import clearance is planned for 14 Jan 2027, 6 days before 2023/1230 takes over on 20 Jan 2027. Hold a document that cites 2023/1230 too, in case the date slips."
    );
}

#[test]
fn documents_that_disagree() {
    let world = World::new(json!([])).checking(
        "x-hs6",
        json!({"commercial-invoice": {"hs_codes": ["8457.10"]},
            "export-declaration": {"hs_codes": ["84571000"]},
            "certificate-of-origin": {"hs_codes": ["8458.11"]}}),
    );
    assert_eq!(
        world.summary(Code::Conflict),
        Text::new(
            "HS code differs: the certificate of origin says 8458.11; the commercial invoice and the export declaration say 8457.10. Agree on one code with the broker, or record why they differ; fix by 12 Dec 2026 (Export clearance).",
            "HS 编码不一致：原产地证为 8458.11；商业发票、出口报关单为 8457.10。与报关行统一编码，或记录不同的理由；2026-12-12 前修正（出口报关）。"
        )
    );
    let finding = world.only(Code::Conflict);
    assert_eq!(timing_words(&finding, world.today).en, "fix by 12 Dec, 18 days left");
    let rows = because(&finding, None, &world.book());
    let labels: Vec<&str> = rows.iter().map(|row| row.label.en.as_str()).collect();
    assert_eq!(labels, ["Rule", "Dates", "Documents"]);
    assert!(rows[2].fails && !rows[1].fails);
}

#[test]
fn a_difference_is_given_with_its_size() {
    let world = World::new(json!([])).checking(
        "x-gross-weight",
        json!({"packing-list": {"gross_weight": "18460 kg"},
            "bill-of-lading": {"gross_weight": "18640 kg"},
            "export-declaration": {"gross_weight": "18.46 t"}}),
    );
    assert!(world.summary(Code::Conflict).en.starts_with(
        "Gross weight differs by 180 kg: the bill of lading says 18,640 kg; the packing list and the export declaration say 18,460 kg."
    ));
    let size = |height: &str| {
        json!({"packages": [{"number": "3", "length": "7900 mm",
        "width": "3200 mm", "height": height}]})
    };
    let world = World::new(json!([])).checking(
        "x-oog-dims",
        json!({"packing-list": size("3250 mm"), "oog-lashing-plan": size("3.05 m")}),
    );
    let summary = world.summary(Code::Conflict);
    assert!(summary.en.starts_with(
        "Height of package 3 differs by 200 mm, 20 mm allowed: the packing list says 3,250 mm; the lashing plan says 3,050 mm."
    ), "{summary:?}");
    assert!(
        summary.zh.starts_with(
            "包装件 3 的高度相差 200 mm（允许 20 mm）：装箱单为 3,250 mm；绑扎方案为 3,050 mm。"
        ),
        "{summary:?}"
    );
}

#[test]
fn fields_that_are_empty_when_due() {
    let mut world = World::new(json!([])).checking("x-marks", json!({"packing-list": {}}));
    world.today = day("2026-12-14");
    assert_eq!(
        world.summary(Code::InsufficientData),
        Text::new(
            "Not filled in: Shipping marks (Packing list, Bill of lading). Fill in what is missing; it was due on 12 Dec 2026 (Export clearance).",
            "尚未填写：唛头（装箱单、提单）。补填所缺内容；原应于 2026-12-12 前填妥（出口报关）。"
        )
    );
}

#[test]
fn a_day_that_is_missed() {
    let mut world = World::new(json!([])).checking("x-latest-shipment", json!({}));
    world.shipment.order.latest_shipment = Some(day("2026-12-15"));
    let finding = world.only(Code::Deadline);
    assert_eq!(
        world.summary(Code::Deadline).en,
        "Loading on board is planned for 18 Dec 2026, 3 days after the latest shipment date, 15 Dec 2026. Load earlier, or have the credit or contract amended; settle it by 15 Dec 2026."
    );
    assert_eq!(timing_words(&finding, world.today), Text::new("too late by 3 days", "晚 3 天"));
    world.shipment.order.latest_shipment = None;
    world.milestone("import-clearance").deadline = Some(day("2027-02-01"));
    assert!(world.summary(Code::Deadline).en.starts_with(
        "Import clearance is planned for 4 Feb 2027, 3 days after the date agreed, 1 Feb 2027."
    ));
}

#[test]
fn steps_that_are_late_with_and_without_float() {
    let mut world = World::new(json!([]));
    world.today = day("2026-12-02");
    assert_eq!(
        world.summary(Code::Overdue).en,
        "Build should have finished on 29 Nov 2026, 3 days ago. Its float ended on 29 Nov 2026: every further day delays the end. Close it, or finish it first and plan the rest anew today."
    );
    let finding = world.only(Code::Overdue);
    assert_eq!(timing_words(&finding, world.today).en, "overdue 3 days, float used up");
    let mut aside = world.milestone("production").clone();
    aside.id = "class".into();
    aside.title = Text::new("Classification", "归类与管制判定");
    aside.duration.base = 10;
    world.shipment.network.milestones.push(aside);
    world.milestone("production").closed = true;
    assert_eq!(
        world.summary(Code::Overdue).zh,
        "归类与管制判定原应 2026-09-10 完成，已逾期 83 天。时差可吸收至 2027-02-04。确认已完成，或于 2027-02-04 前完成。"
    );
}

#[test]
fn holidays_calendar_gaps_and_dates_set_by_hand() {
    let mut world = World::new(json!([]));
    let id = CalendarId::from("CN");
    world.shipment.network.calendars.insert(
        id.clone(),
        readiness::Calendar {
            id: id.clone(),
            title: Text::new("China 2026", "中国 2026"),
            first_year: 2026,
            last_year: 2026,
            off: [day("2026-11-26"), day("2026-11-27")].into(),
            work: Default::default(),
            quiet: Vec::new(),
            open_point: None,
        },
    );
    world.shipment.network.origin_calendar = Some(id.clone());
    world.milestone("production").in_origin = true;
    assert_eq!(
        world.summary(Code::Holiday).en,
        "Build runs over 2 public holidays in the plant's calendar: 26 Nov 2026 to 27 Nov 2026. Plan the days off, or agree on make-up days before 26 Nov 2026."
    );
    world.milestone("import-clearance").calendar = Some(id);
    let finding = world.only(Code::CalendarGap);
    assert_eq!(finding_title(&finding, &world.book()).zh, "日历中国 2026");
    assert_eq!(
        world.summary(Code::CalendarGap).en,
        "Calendar China 2026 does not know the holidays of 2027, so dates there are planned too early. Enter the holidays of 2027 and plan anew."
    );
    world.milestone("export-clearance").pinned_finish = Some(day("2026-12-10"));
    assert_eq!(
        world.summary(Code::Pinned).en,
        "Export clearance is set by hand to start on 8 Dec 2026, 4 days before Build allows: that runs until 29 Nov 2026. Move the date 4 days later, or bring Build forward by 4 days."
    );
}

#[test]
fn incoterms_that_bite() {
    let mut world = World::new(json!([]));
    world.shipment.in_play.checks = None;
    let answers = [
        ("refund-claimed", Value::YesNo(true)),
        ("load-units", Value::Choices(["container".to_owned()].into())),
        ("transport-mode", Value::Choices(["rail".to_owned()].into())),
    ];
    world.shipment.answers.extend(answers.map(|(fact, value)| (fact.into(), value)));
    let mut titles = Vec::new();
    for rule in [Incoterm::Exw, Incoterm::Fob, Incoterm::Ddp] {
        world.shipment.order.incoterm = Some(rule);
        for finding in world.judge().findings.iter().filter(|f| f.code == Code::Incoterm) {
            titles.push(finding_title(finding, &world.book()).en);
            let summary = summary(finding, None, &world.book());
            keeps_the_rules(&summary, false);
            let rows = because(finding, None, &world.book());
            assert_eq!(rows[0].label.en, "Rule");
            assert_eq!(rows[1].label.en, "Facts");
        }
    }
    titles.sort();
    assert_eq!(
        titles,
        [
            "DDP without an importer",
            "EXW and the VAT refund",
            "EXW and the export declaration",
            "Sea rule for a container",
            "Sea rule without a sea leg"
        ]
    );
}

#[test]
fn the_reason_comes_in_rows() {
    let when = json!({"when": {"all": [
        {"fact": "market", "is": "eu"}, {"not": {"fact": "radio", "is": false}}]}});
    let mut world = declaration(when).holding(cites("2006/42/EC"));
    world.shipment.answers.insert("radio".into(), Value::YesNo(true));
    let finding = world.only(Code::Regime);
    let rows = because(&finding, world.rule_of(&finding), &world.book());
    let told: Vec<(&str, &str, bool)> =
        rows.iter().map(|row| (row.label.en.as_str(), row.text.en.as_str(), row.fails)).collect();
    assert_eq!(
        told,
        [
            (
                "Rule",
                "Cite the law in force. It applies when Market is European Union, and the machine has a radio module.",
                false
            ),
            ("Facts", "Market: European Union; Radio: yes. So it applies.", false),
            (
                "Dates",
                "Needed for Import clearance: planned for 2 Feb 2027, with no float. Takes 20 to 60 days: there between 14 Dec 2026 and 23 Jan 2027 if started today.",
                false
            ),
            (
                "Evidence",
                "Machinery declaration: cites 2006/42/EC, but on 4 Feb 2027 (Import clearance) 2023/1230 is in force.",
                true
            ),
            (
                "Source",
                "Regulation (EU) 2023/1230. Settled practice, not looked up. From pack EU machinery.",
                false
            ),
        ]
    );
    let labels: Vec<&str> = rows.iter().map(|row| row.label.zh.as_str()).collect();
    assert_eq!(labels, ["规则", "事实", "日期", "证据", "来源"]);
}

#[test]
fn a_verdict_that_is_met_marks_nothing_as_failing() {
    let world = declaration(json!({})).holding(cites("2023/1230")).holding(cites("2006/42/EC"));
    let judgement = world.judge();
    let verdict = &judgement.verdicts[0];
    let rows = because_of_verdict(verdict, world.rulebook.requirements().next(), &world.book());
    assert!(rows.iter().all(|row| !row.fails), "{rows:#?}");
    assert_eq!(rows.iter().filter(|row| row.label.en == "Evidence").count(), 2);
    assert!(rows.iter().any(|row| row.text.en.ends_with("no shortfall found.")));
}

#[test]
fn a_decision_is_a_row_of_its_own() {
    let mut world = declaration(json!({}));
    world.shipment.decisions.push(
        serde_json::from_value(json!({"subject": "doc", "kind": "waived", "by": "Lin Yue",
            "on": "2026-11-20", "reason": "Buyer agrees.", "until": "2027-01-31"}))
        .unwrap(),
    );
    let judgement = world.judge();
    let rows = because_of_verdict(&judgement.verdicts[0], None, &world.book());
    let decision = rows.iter().find(|row| row.label.en == "Decision").unwrap();
    assert_eq!(
        decision.text.en,
        "Decided by Lin Yue on 20 Nov 2026, until 31 Jan 2027: Buyer agrees."
    );
}

#[test]
fn what_a_change_does_is_one_line() {
    let world = declaration(json!({}));
    let before = world.judge();
    let mut later = declaration(json!({})).holding(cites("2006/42/EC"));
    later.milestone("on-board").duration.base = 18;
    let change = readiness::difference(&before, &later.judge());
    assert_eq!(
        difference(&change),
        Text::new(
            "1 new, 1 closed; 1 gate moves; the end moves 14 days later.",
            "新增 1，消除 1；1 个关口变动；完工推迟 14 天。"
        )
    );
    assert_eq!(
        gate_changes(&change, &world.book())[0].en,
        "Import clearance: from 2 Feb 2027, Held, to 16 Feb 2027, Held."
    );
    let same = readiness::difference(&before, &before);
    assert_eq!(difference(&same), Text::new("Nothing changes.", "没有变化。"));
}

#[test]
fn the_tolerance_of_a_verified_mass_is_shown_where_it_decides() {
    let mut world = World::new(json!([])).checking(
        "x-vgm",
        json!({"packing-list": {"gross_weight": "16000 kg"}, "vgm-declaration": {"containers": [
            {"number": "MSKU1", "vgm": "20300 kg", "tare": "3900 kg", "dunnage": "100 kg"}]}}),
    );
    let summary = world.summary(Code::Conflict);
    assert!(summary.en.contains("The difference is 300 kg; 200 kg is allowed."), "{summary:?}");
    world.shipment.tolerances.vgm_mass = "250 kg".parse().unwrap();
    let summary = world.summary(Code::Conflict);
    assert!(summary.en.contains("The difference is 300 kg; 250 kg is allowed."), "{summary:?}");
    assert!(summary.zh.contains("相差 300 kg，允许 250 kg。"), "{summary:?}");
}

#[test]
fn dangerous_goods_that_nobody_declared_are_named() {
    let world = World::new(json!([])).checking(
        "x-dg",
        json!({"packing-list": {"packages": [{"number": "3", "dangerous_goods": "UN3480"}]}}),
    );
    let summary = world.summary(Code::Conflict);
    assert!(
        summary.en.starts_with(
            "Dangerous goods: the packing list says UN3480; nothing in the dangerous goods declaration."
        ),
        "{summary:?}"
    );
}
