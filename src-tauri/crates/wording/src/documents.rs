//! Names of the trade documents that the checks compare.

use crate::phrase::lower_first;
use readiness::Text;
use readiness::document::kind;

fn known(id: &str) -> Option<Text> {
    let (en, zh) = match id {
        kind::CONTRACT => ("Sales contract", "销售合同"),
        kind::INVOICE => ("Commercial invoice", "商业发票"),
        kind::PACKING_LIST => ("Packing list", "装箱单"),
        kind::BILL_OF_LADING => ("Bill of lading", "提单"),
        kind::RAIL_NOTE => ("Rail consignment note", "铁路运单"),
        kind::INSURANCE => ("Insurance certificate", "保险单"),
        kind::VGM => ("VGM declaration", "VGM 申报"),
        kind::EXPORT_DECLARATION => ("Export declaration", "出口报关单"),
        kind::ORIGIN => ("Certificate of origin", "原产地证"),
        kind::WOOD => ("Wood packing declaration", "木质包装声明"),
        kind::DANGEROUS_GOODS => ("Dangerous goods declaration", "危险品申报"),
        kind::LASHING_PLAN => ("Lashing plan", "绑扎方案"),
        kind::ENS => ("Entry summary", "入境摘要申报"),
        kind::CREDIT => ("Letter of credit", "信用证"),
        kind::BOOKING => ("Booking note", "订舱单"),
        kind::ROAD_PERMIT => ("Oversize road permit", "超限运输许可"),
        kind::NAMEPLATE => ("Nameplate", "铭牌"),
        kind::FAT_REPORT => ("Factory acceptance report", "工厂验收报告"),
        kind::DECLARATION => ("Declaration of conformity", "符合性声明"),
        kind::LICENCE => ("Export licence", "出口许可证"),
        kind::END_USER_CERTIFICATE => ("End-user certificate", "最终用户证明"),
        kind::MARKING => ("Marking of origin", "原产地标识"),
        "sea-waybill" => ("Sea waybill", "海运单"),
        "origin-declaration" => ("Declaration of origin", "原产地声明"),
        "shipment" => ("Order", "订单"),
        "packages" => ("Sum of the packages", "各件合计"),
        "schedule" => ("Schedule", "进度计划"),
        _ => return None,
    };
    Some(Text::new(en, zh))
}

/// The name of a trade document, of the order itself (`shipment`), of what the packages add up to
/// (`packages`) or of the `schedule`. An unknown kind stays as it is.
#[must_use]
pub fn document_title(kind: &str) -> Text {
    known(kind).unwrap_or_else(|| Text::same(kind))
}

/// Whether a document type is one of the trade documents.
pub(crate) fn is_known(kind: &str) -> bool {
    known(kind).is_some()
}

/// The document inside a sentence: `the bill of lading`.
pub(crate) fn the(kind: &str) -> Text {
    let title = document_title(kind);
    Text::new(format!("the {}", lower_first(&title.en)), title.zh)
}
