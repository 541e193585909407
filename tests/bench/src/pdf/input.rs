//! The report's content, generated from one seed.

use crate::Outcome;
use crate::random::Seeded;
use chrono::Days;
use readiness::Text;
use report::{
    Counts, Due, Mark, Order, Pack, Requirement, RequirementGroup, Summary, Verification,
};

const SECTIONS: usize = 30;
const IN_SECTION: usize = 20;

type Pair = (&'static str, &'static str);

const PAPERS: [Pair; 12] = [
    ("Declaration of conformity", "符合性声明"),
    ("Risk assessment according to EN ISO 12100", "按 EN ISO 12100 的风险评估"),
    ("Test report", "检验报告"),
    ("Noise declaration", "噪声声明"),
    ("Type plate drawing", "铭牌图"),
    ("Instructions for use in the local language", "当地语言使用说明书"),
    ("Certificate of origin", "原产地证书"),
    ("Parameter sheet for export control", "出口管制参数自查表"),
    ("Fumigation mark record", "熏蒸标识记录"),
    ("Calibration certificate", "校准证书"),
    ("Acceptance protocol", "验收报告"),
    ("Packing list with gross mass", "载明毛重的装箱单"),
];

const SUBJECTS: [Pair; 10] = [
    ("of the gantry frame", "龙门框架"),
    ("of the spindle unit", "主轴单元"),
    ("of the rotary table", "回转工作台"),
    ("of the control cabinet", "电气控制柜"),
    ("of the hydraulic unit", "液压单元"),
    ("of the chip conveyor", "排屑器"),
    ("of the tool changer", "换刀装置"),
    ("of the coolant system", "冷却系统"),
    ("of the guards and doors", "防护罩与门"),
    ("of the measuring system", "测量系统"),
];

const AREAS: [Pair; 6] = [
    ("Machinery safety", "机械安全"),
    ("Electrical equipment", "电气设备"),
    ("Export control", "出口管制"),
    ("Trade documents", "贸易单证"),
    ("Packing and transport", "包装与运输"),
    ("Qualification of the maker", "制造商资质"),
];

const GATES: [Pair; 5] = [
    ("FAT", "工厂验收"),
    ("Export clearance", "出口报关"),
    ("Loading", "装船"),
    ("Placing on market", "投放市场"),
    ("Handover", "移交"),
];

const REFERENCES: [Pair; 5] = [
    ("Regulation (EU) 2023/1230, Annex III, 1.7.4", "(EU) 2023/1230 号条例，附件 III，1.7.4"),
    ("EN 60204-1:2018, clause 18", "EN 60204-1:2018，第 18 条"),
    ("ISPM 15, wood packaging", "ISPM 15 木质包装"),
    ("ISO 230-2:2014", "ISO 230-2:2014"),
    ("Incoterms 2020, CIF, A3", "Incoterms 2020，CIF，A3"),
];

const STATES: [(Mark, &str, &str); 5] = [
    (Mark::Ready, "Ready", "就绪"),
    (Mark::Blocker, "Missing", "缺失"),
    (Mark::Major, "Expires early", "提前到期"),
    (Mark::Decided, "Not applicable", "不适用"),
    (Mark::Task, "Not yet due", "尚未到期"),
];

fn text((en, zh): Pair) -> Text {
    Text::new(en, zh)
}

/// All requirements of a summary.
pub(crate) fn requirements(summary: &Summary) -> impl Iterator<Item = &Requirement> {
    summary.requirements.iter().flat_map(|group| &group.items)
}

/// The whole content.
pub(crate) fn summary() -> Outcome<Summary> {
    let mut seed = Seeded::new(0x0b1);
    let judged_on = "2026-11-24".parse()?;
    let mut summary = Summary {
        company: Text::new("Jiaozhou Bay Gantry Works Co., Ltd.", "胶州湾龙门机床有限公司"),
        subject: Text::new("GMC-4030, Hamburg", "GMC-4030，汉堡"),
        judged_on,
        order: Order {
            reference: "SH-2026-014".to_owned(),
            products: vec![Text::new("Gantry machining centre GMC-4030", "龙门加工中心 GMC-4030")],
            buyer: Text::same("Elbufer Präzisionsteile GmbH"),
            terms: Text::new("CIF Hamburg, Incoterms 2020", "CIF 汉堡，Incoterms 2020"),
            market: Text::new("European Union", "欧盟"),
            packs: vec![Pack {
                name: Text::new("EU machinery", "欧盟机械"),
                version: "1.0.0".to_owned(),
                sha256: "5f".repeat(32),
            }],
            more: Vec::new(),
        },
        ..Summary::default()
    };
    for section in 0..SECTIONS {
        let (en, zh) = AREAS[section % AREAS.len()];
        let number = section + 1;
        let items = (0..IN_SECTION)
            .map(|item| {
                let (paper_en, paper_zh) = seed.pick(&PAPERS);
                let (of_en, of_zh) = seed.pick(&SUBJECTS);
                let place = format!("{number}.{}", item + 1);
                let (mark, state_en, state_zh) = STATES[seed.weighted(&[60, 10, 10, 10, 10])];
                let days = Days::new(seed.between(14, 160).unsigned_abs());
                Requirement {
                    title: Text::new(
                        format!("{paper_en} {of_en}, item {place}"),
                        format!("{of_zh}{paper_zh}，第 {place} 项"),
                    ),
                    mark,
                    state: text((state_en, state_zh)),
                    due: Some(Due {
                        gate: text(*seed.pick(&GATES)),
                        date: summary.judged_on.checked_add_days(days),
                    }),
                    reference: text(*seed.pick(&REFERENCES)),
                    verification: *seed.pick(&[
                        Verification::Checked,
                        Verification::Checked,
                        Verification::Known,
                        Verification::Verify,
                    ]),
                }
            })
            .collect();
        summary.requirements.push(RequirementGroup {
            title: Text::new(format!("{number}. {en}"), format!("第 {number} 节 {zh}")),
            items,
        });
    }
    summary.counts = counts(&summary);
    Ok(summary)
}

fn counts(summary: &Summary) -> Counts {
    let of = |mark: Mark| {
        u32::try_from(requirements(summary).filter(|item| item.mark == mark).count()).unwrap_or(0)
    };
    Counts {
        blocker: of(Mark::Blocker),
        major: of(Mark::Major),
        ready: of(Mark::Ready),
        decided: of(Mark::Decided),
        task: of(Mark::Task),
        ..Counts::default()
    }
}
