//! Yes/no facts as statements.

use crate::phrase::said;
use readiness::{FactId, Text};

/// Yes/no facts as clauses: the id, then the clause for yes and for no in each language. A fact
/// that is not here is read by its title.
const STATEMENTS: [(&str, &str, &str, &str, &str); 43] = [
    (
        "ai-functions",
        "the machine has AI functions",
        "the machine has no AI functions",
        "设备有人工智能功能",
        "设备无人工智能功能",
    ),
    (
        "aeo-claimed",
        "the exporter's AEO status is relied on",
        "the exporter's AEO status is not relied on",
        "依赖出口商 AEO 资质",
        "不依赖出口商 AEO 资质",
    ),
    (
        "battery",
        "batteries are built in or shipped along",
        "no batteries are built in or shipped along",
        "内置或随附电池",
        "不含电池",
    ),
    (
        "charged-chiller",
        "a charged chiller is shipped",
        "no charged chiller is shipped",
        "发运已充注制冷剂的冷水机",
        "不发运已充注制冷剂的冷水机",
    ),
    (
        "cluster-claimed",
        "membership of an industrial cluster is claimed",
        "no membership of an industrial cluster is claimed",
        "宣称产业集群成员",
        "未宣称产业集群成员",
    ),
    (
        "controlled-by-notice",
        "the item is under a temporary control",
        "the item is under no temporary control",
        "该物项受临时管制",
        "该物项不受临时管制",
    ),
    (
        "dangerous-goods",
        "dangerous goods are shipped",
        "no dangerous goods are shipped",
        "发运危险品",
        "不含危险品",
    ),
    (
        "digital-manual-only",
        "the manual is only digital",
        "the manual is also on paper",
        "说明书仅有数字形式",
        "说明书有纸质版",
    ),
    (
        "end-use-red-flag",
        "there is a red flag about the end use",
        "there is no red flag about the end use",
        "最终用途有风险迹象",
        "最终用途无风险迹象",
    ),
    (
        "foreign-controlled-parts",
        "controlled foreign parts are built in",
        "no controlled foreign parts are built in",
        "装有外国受控部件",
        "未装外国受控部件",
    ),
    (
        "fx-received",
        "the price is received in foreign currency",
        "the price is not received in foreign currency",
        "货款以外汇收取",
        "货款不以外汇收取",
    ),
    (
        "guarantee-agreed",
        "a bank guarantee is agreed",
        "no bank guarantee is agreed",
        "合同约定保函",
        "合同未约定保函",
    ),
    (
        "ics2-outside-eu",
        "the goods go to Norway, Switzerland or Northern Ireland",
        "the goods do not go to Norway, Switzerland or Northern Ireland",
        "货物运往挪威、瑞士或北爱尔兰",
        "货物不运往挪威、瑞士或北爱尔兰",
    ),
    (
        "inspection-condition",
        "statutory inspection applies",
        "no statutory inspection applies",
        "须法定检验",
        "无须法定检验",
    ),
    (
        "large-order",
        "the buyer asks for audited accounts",
        "the buyer asks for no audited accounts",
        "买方要求审计报告",
        "买方未要求审计报告",
    ),
    ("laser", "a laser is built in", "no laser is built in", "设备含激光", "设备不含激光"),
    (
        "lighthouse-claimed",
        "the plant is presented as a Lighthouse",
        "the plant is not presented as a Lighthouse",
        "宣称灯塔工厂",
        "未宣称灯塔工厂",
    ),
    (
        "loose-electrical",
        "electrical parts are supplied apart",
        "no electrical parts are supplied apart",
        "单独供应电气件",
        "不单独供应电气件",
    ),
    (
        "loose-motors",
        "motors are supplied loose or testable on their own",
        "no motors are supplied loose or testable on their own",
        "供应散装或可独立测试的电机",
        "无散装或可独立测试的电机",
    ),
    (
        "loose-steel",
        "loose steel is shipped",
        "no loose steel is shipped",
        "发运散装钢件",
        "不发运散装钢件",
    ),
    (
        "maker-micro-or-small",
        "the maker is a micro or small firm",
        "the maker is not a micro or small firm",
        "制造商为微型或小型企业",
        "制造商不属于微型或小型企业",
    ),
    (
        "ml-safety",
        "a safety function learns by itself",
        "no safety function learns by itself",
        "有自学习的安全功能",
        "无自学习的安全功能",
    ),
    (
        "net",
        "the machine has a data port or remote service",
        "the machine has neither data port nor remote service",
        "设备有数据接口或远程服务",
        "设备无数据接口和远程服务",
    ),
    (
        "new-buyer",
        "it is the buyer's first order",
        "it is not the buyer's first order",
        "为该客户首单",
        "非该客户首单",
    ),
    (
        "origin-certificate-asked",
        "a certificate of origin is asked for",
        "no certificate of origin is asked for",
        "要求提供原产地证",
        "未要求原产地证",
    ),
    (
        "origin-self-declared",
        "the exporter declares origin itself",
        "the exporter does not declare origin itself",
        "出口商自主声明原产地",
        "出口商不自主声明原产地",
    ),
    ("oversize", "a package is out of gauge", "no package is out of gauge", "有超限件", "无超限件"),
    (
        "packed",
        "goods are shipped in packaging",
        "nothing is shipped in packaging",
        "带包装发运",
        "裸装发运",
    ),
    (
        "partly-completed",
        "it is partly completed machinery",
        "it is not partly completed machinery",
        "为部分完成机械",
        "不是部分完成机械",
    ),
    ("patents-claimed", "patents are claimed", "no patents are claimed", "宣称专利", "未宣称专利"),
    (
        "preference-claimed",
        "the buyer wants a preferential duty rate",
        "the buyer wants no preferential duty rate",
        "买方申请优惠税率",
        "买方不申请优惠税率",
    ),
    (
        "pressure-parts",
        "an accumulator or air receiver is built in",
        "no accumulator or air receiver is built in",
        "装有蓄能器或储气罐",
        "未装蓄能器和储气罐",
    ),
    (
        "radio",
        "the machine has a radio module",
        "the machine has no radio module",
        "设备装有无线模块",
        "设备未装无线模块",
    ),
    (
        "refund-claimed",
        "the export VAT refund is claimed",
        "the export VAT refund is not claimed",
        "申报出口退税",
        "不申报出口退税",
    ),
    (
        "remote-service",
        "data come back or someone logs in remotely",
        "no data come back and nobody logs in remotely",
        "有数据回传或远程登录",
        "无数据回传和远程登录",
    ),
    ("robot", "a robot is included", "no robot is included", "包含机器人", "不含机器人"),
    (
        "safety-software",
        "software carries out a safety function",
        "no software carries out a safety function",
        "由软件实现安全功能",
        "无软件实现的安全功能",
    ),
    (
        "several-consignments",
        "it is sent in several consignments",
        "it is sent in one consignment",
        "分批发运",
        "一次发运",
    ),
    (
        "site-work",
        "the exporter's people work on site",
        "the exporter's people do not work on site",
        "出口方人员到现场作业",
        "出口方人员不到现场作业",
    ),
    (
        "solid-wood",
        "solid wood is used in the packing",
        "no solid wood is used in the packing",
        "包装使用实木",
        "包装未使用实木",
    ),
    (
        "spares-shipped",
        "spares, tools or a UPS are shipped along",
        "no spares, tools or UPS are shipped along",
        "随机发运备件、刀具或 UPS",
        "不随机发运备件、刀具和 UPS",
    ),
    (
        "tender",
        "it is a tender that asks for company documents",
        "it is no tender that asks for company documents",
        "为要求资质文件的招标项目",
        "不是要求资质文件的招标项目",
    ),
    ("used", "the machine is used", "the machine is new", "为旧设备", "为新设备"),
];

/// A yes/no fact with its answer as a clause. By its title where no statement is kept for it.
pub(crate) fn statement(id: &FactId, title: &Text, yes: bool) -> Text {
    let kept = STATEMENTS.iter().find(|(known, ..)| *known == id.as_str());
    match (kept, yes) {
        (Some((_, en, _, zh, _)), true) | (Some((_, _, en, _, zh)), false) => Text::new(*en, *zh),
        (None, true) => said(format!("{} is yes", title.en), format!("{}为是", title.zh)),
        (None, false) => said(format!("{} is no", title.en), format!("{}为否", title.zh)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_statement_reads_in_both_languages() {
        for (id, yes, no, zh_yes, zh_no) in STATEMENTS {
            assert_ne!(yes, no, "{id}");
            assert_ne!(zh_yes, zh_no, "{id}");
            for text in [yes, no] {
                assert!(text.is_ascii() && text.starts_with(char::is_lowercase), "{text}");
            }
            for text in [zh_yes, zh_no] {
                assert!(!text.is_ascii(), "{text}");
            }
        }
    }

    #[test]
    fn a_fact_of_the_users_own_is_read_by_its_title() {
        let title = Text::new("Crane on site", "现场有吊车");
        let id = FactId::from("crane");
        assert_eq!(statement(&id, &title, true).en, "Crane on site is yes");
        assert_eq!(statement(&id, &title, false).zh, "现场有吊车为否");
    }
}
