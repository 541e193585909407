//! Names of the fields that the checks compare.

use crate::phrase::said;
use readiness::Text;

fn known(name: &str) -> Option<Text> {
    let (en, zh) = match name {
        // Who
        "seller" => ("Seller", "卖方"),
        "consignor" => ("Consignor", "发货人"),
        "shipper" => ("Shipper", "托运人"),
        "buyer" => ("Buyer", "买方"),
        "buyer-country" => ("Buyer's country", "买方国别"),
        "consignee" => ("Consignee", "收货人"),
        "end-user" => ("End user", "最终用户"),
        "site" => ("Place of use", "安装地点"),
        // Numbers and dates
        "number" => ("Number", "编号"),
        "contract-no" => ("Contract number", "合同号"),
        "invoice-no" => ("Invoice number", "发票号"),
        "invoice-date" => ("Invoice date", "发票日期"),
        "issued" => ("Date of issue", "签发日期"),
        "expires" => ("Expiry date", "有效期"),
        "latest-shipment" => ("Latest shipment date", "最迟装运日"),
        "on-board" => ("On-board date", "装船日期"),
        "presentation" => ("Date of presentation", "交单日期"),
        // Goods
        "description" => ("Goods description", "货物描述"),
        "stop-word" => ("Goods description", "货物描述"),
        "models" => ("Models", "型号"),
        "serials" => ("Serial numbers", "序列号"),
        "goods" => ("Models and quantities", "型号与数量"),
        "machining" => ("Machining data", "加工参数"),
        "hs6" => ("HS code", "HS 编码"),
        "origin" => ("Country of origin", "原产国"),
        "quantity" => ("Quantity", "数量"),
        "packed-quantity" => ("Quantity packed", "装箱数量"),
        "contract-quantity" => ("Quantity by contract", "合同数量"),
        "licensed-quantity" => ("Quantity licensed", "许可数量"),
        "licensed-model" => ("Model licensed", "许可型号"),
        "drawn" => ("Units shipped before", "此前已发运数量"),
        "licence" => ("Export licence", "出口许可证"),
        // Packing
        "packages" => ("Packages", "包装件"),
        "package" => ("Package", "包装件"),
        "package-count" => ("Number of packages", "件数"),
        "package-kind" => ("Kind of packages", "包装种类"),
        "marks" => ("Shipping marks", "唛头"),
        "solid-wood" => ("Solid wood", "实木"),
        "wood-thickness" => ("Thickness of the wood", "木材厚度"),
        "no-wood" => ("No wood declared", "无木声明"),
        "wood-packages" => ("Packages with solid wood", "实木包装件号"),
        "dangerous-goods" => ("Dangerous goods", "危险品"),
        "dangerous-goods-class" => ("Dangerous goods class", "危险品类别"),
        // Masses and dimensions
        "gross-weight" => ("Gross weight", "毛重"),
        "net-weight" => ("Net weight", "净重"),
        "unit-mass" => ("Weight", "单件重量"),
        "length" => ("Length", "长度"),
        "width" => ("Width", "宽度"),
        "height" => ("Height", "高度"),
        "difference" => ("Difference", "差异"),
        // Containers
        "containers" => ("Containers and seals", "箱号与封号"),
        "vgm" => ("Verified gross mass", "VGM"),
        "tare" => ("Tare", "皮重"),
        "dunnage" => ("Dunnage", "衬垫重量"),
        "cargo-gross" => ("Gross weight of the cargo", "箱内货物毛重"),
        "plate-maximum" => ("Maximum on the plate", "铭牌最大总重"),
        // Ports and terms
        "port-of-loading" => ("Port of loading", "装运港"),
        "port-of-discharge" => ("Port of discharge", "卸货港"),
        "destination" => ("Destination", "目的地"),
        "incoterm" => ("Incoterm", "贸易术语"),
        "incoterm-place" => ("Named place", "术语指定地点"),
        "incoterm-edition" => ("Incoterms edition", "Incoterms 版本"),
        "freight" => ("Freight", "运费"),
        // Money
        "amount" => ("Amount", "金额"),
        "credit-amount" => ("Amount of the credit", "信用证金额"),
        "declared-amount" => ("Amount declared", "申报金额"),
        "adjusted-invoice-amount" => {
            ("Invoice amount adjusted to the term", "按成交方式折算的发票金额")
        }
        "insured-amount" => ("Amount insured", "保险金额"),
        "cover" => ("Cargo cover", "险别"),
        // Orders of dates
        "contract before invoice" => ("Contract before invoice", "合同先于发票"),
        "invoice before certificate of origin" => {
            ("Invoice before certificate of origin", "发票先于原产地证")
        }
        "insurance before on board" => ("Insurance before loading", "投保先于装船"),
        "licence before declaration" => ("Licence before declaration", "许可证先于报关"),
        "declaration before licence expiry" => {
            ("Declaration before the licence expires", "报关先于许可证到期")
        }
        "document before presentation" => ("Documents before presentation", "单证先于交单"),
        _ => return None,
    };
    Some(Text::new(en, zh))
}

/// A field's name and the package or container it belongs to: `height 3` is `height` of `3`.
pub(crate) fn split(name: &str) -> (&str, Option<&str>) {
    if known(name).is_some() {
        return (name, None);
    }
    match name.split_once(' ') {
        Some((field, of)) => (field, Some(of.trim()).filter(|of| !of.is_empty())),
        None => (name, None),
    }
}

/// Whether a field belongs to a container rather than to a package.
fn of_container(field: &str) -> bool {
    matches!(field, "vgm" | "tare" | "dunnage" | "cargo-gross" | "plate-maximum")
}

/// `Package 3`, `Container MSKU1234567`, `In total`.
pub(crate) fn bearer(field: &str, of: &str) -> Text {
    if of == "total" {
        Text::new("In total", "合计")
    } else if of_container(field) {
        said(format!("Container {of}"), format!("集装箱 {of}"))
    } else {
        said(format!("Package {of}"), format!("包装件 {of}"))
    }
}

/// The name of a field as the checks write it; a package or container number may follow: `height
/// 3`. An unknown name stays as it is.
#[must_use]
pub fn field_title(name: &str) -> Text {
    let (field, of) = split(name);
    let Some(title) = known(field) else { return Text::same(name) };
    match of {
        None => title,
        Some(of) if field == "package" => bearer(field, of),
        Some("total") => Text::new(format!("{} in total", title.en), format!("合计{}", title.zh)),
        Some(of) => {
            let bearer = bearer(field, of);
            let en = format!("{} of {}", title.en, crate::phrase::lower_first(&bearer.en));
            said(en, format!("{}的{}", bearer.zh, title.zh))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_names_the_package_or_the_container() {
        assert_eq!(field_title("height 3"), Text::new("Height of package 3", "包装件 3 的高度"));
        assert_eq!(
            field_title("tare MSKU1"),
            Text::new("Tare of container MSKU1", "集装箱 MSKU1 的皮重")
        );
        assert_eq!(field_title("net-weight total").en, "Net weight in total");
        assert_eq!(field_title("package B 2").en, "Package B 2");
        assert_eq!(field_title("net-weight "), Text::new("Net weight", "净重"));
    }

    #[test]
    fn an_unknown_field_stays_as_it_is() {
        assert_eq!(field_title("colour"), Text::same("colour"));
    }
}
