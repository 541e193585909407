use super::super::SuggestedField as F;
use super::{all, one};

#[track_caller]
fn issuer(text: &str, name: &str) {
    assert_eq!(one(text, F::Issuer).as_deref(), Some(name), "{text}");
}

#[track_caller]
fn holder(text: &str, name: &str) {
    assert_eq!(one(text, F::Holder).as_deref(), Some(name), "{text}");
}

#[test]
fn an_issuer_behind_its_label() {
    issuer("Issued by: Norvanta Certification Ltd", "Norvanta Certification Ltd");
    issuer(
        "Certification body\tRheinhart Zertifizierung GmbH, Duisburg",
        "Rheinhart Zertifizierung GmbH",
    );
    issuer("Issuing authority:\nMinistry of Commerce", "Ministry of Commerce");
    issuer("发证机构：中衡信认证（北京）有限公司", "中衡信认证（北京）有限公司");
    issuer("认证机构 中 衡 信 认 证 有 限 公 司", "中衡信认证有限公司");
    issuer("发证机关\t中华人民共和国商务部", "中华人民共和国商务部");
    issuer("登记机关：青岛市城阳区行政审批服务局", "青岛市城阳区行政审批服务局");
}

#[test]
fn an_issuer_at_the_head_or_beside_the_signature() {
    let text = "Norvanta Certification Co., Ltd.\nCERTIFICATE\nThis is to certify that\n\
        Example Works Ltd.\nconforms to ISO 9001:2015";
    issuer(text, "Norvanta Certification Co., Ltd.");
    holder(text, "Example Works Ltd.");
    let text = "质量管理体系认证证书\n兹证明\n青岛例子有限公司\n符合 GB/T 19001-2016\n中衡信认证（北京）有限公司";
    issuer(text, "中衡信认证（北京）有限公司");
    holder(text, "青岛例子有限公司");
}

#[test]
fn a_holder_behind_its_label() {
    for text in [
        "Certificate holder: Example Works Ltd.",
        "Issued to\nExample Works Ltd.\n12 High Street",
        "Applicant\tExample Works Ltd., 12 High Street, Leeds",
        "Insured: Example Works Ltd.",
        "Manufacturer: Example Works Ltd.",
        "Organisation: Example Works Ltd.",
        "Hersteller: Example Works Ltd.",
    ] {
        holder(text, "Example Works Ltd.");
    }
    holder("获证组织：青岛例子机床有限公司 地址：某路1号", "青岛例子机床有限公司");
    holder("被保险人\t青岛例子机床有限公司", "青岛例子机床有限公司");
    holder("制造商 Manufacturer\t青岛例子机床有限公司", "青岛例子机床有限公司");
}

#[test]
fn the_only_known_firm_in_whatever_writing() {
    let value = "Laoshan Meridian Machine Tool Co., Ltd.";
    for text in [
        "This relates to LAOSHAN MERIDIAN MACHINE TOOL CO.,LTD of Qingdao",
        "This relates to Laoshan  Meridian Machine Tool Co Ltd.",
        "for Laoshan Meridian Machine Tool Co., Ltd.",
    ] {
        holder(text, value);
    }
    holder("用户 崂 山 子 午 机 床 有 限 公 司 的设备", "崂山子午机床有限公司");
    let two = "Seller Laoshan Meridian Machine Tool Co., Ltd. and buyer Hohenlinden GmbH agree";
    assert_eq!(one(two, F::Holder), None);
    assert_eq!(one("Laoshan Meridian Machine Tooling is another", F::Holder), None);
}

#[test]
fn sentences_addresses_and_remarks_are_no_names() {
    for text in [
        "Manufacturer: see nameplate",
        "Applicant: same as above",
        "Applicant: the company named above, a Co. of the group",
        "Manufacturer\t12 High Street, Leeds",
        "Holder of the technical file: Hohenlinden GmbH & sons of the company",
        "Issued by\nstamp and signature",
        "申请人：同上",
        "申请人须知：本公司",
        "制造商：见铭牌",
        "Manufacturer: Co., Ltd.",
        "本公司声明如下",
        "依据《中华人民共和国公司法》",
    ] {
        assert_eq!(all(text, F::Issuer), [""; 0], "{text}");
        let found = all(text, F::Holder);
        assert!(found.iter().all(|one| one == "Hohenlinden GmbH"), "{text}: {found:?}");
    }
}

#[test]
fn a_certificates_holder_is_not_its_issuer() {
    let text =
        "CERTIFICATE\nISO 9001:2015\nCertificate holder: Laoshan Meridian Machine Tool Co., Ltd.";
    assert_eq!(one(text, F::Issuer), None);
    let text = "Laoshan Meridian Machine Tool Co., Ltd.\nCERTIFICATE\nISO 9001:2015";
    assert_eq!(one(text, F::Issuer), None, "a known firm does not certify");
}

#[test]
fn on_own_papers_the_firm_is_both() {
    let text =
        "EU Declaration of Conformity\nManufacturer: Laoshan Meridian Machine Tool Co., Ltd.";
    issuer(text, "Laoshan Meridian Machine Tool Co., Ltd.");
    holder(text, "Laoshan Meridian Machine Tool Co., Ltd.");
}

#[test]
fn the_parties_of_a_contract_are_not_its_holder() {
    let text = "SALES CONTRACT\nThe Seller: Laoshan Meridian Machine Tool Co., Ltd.\n\
        The Buyer: Hohenlinden GmbH";
    issuer(text, "Laoshan Meridian Machine Tool Co., Ltd.");
    assert_eq!(one(text, F::Holder), None);
}

#[test]
fn who_speaks_in_the_text() {
    let text = "Certificate\nNordwest Zertifizierung GmbH hereby certifies that the company\n\
        Example Works Ltd.\nhas a system to ISO 14001:2015";
    issuer(text, "Nordwest Zertifizierung GmbH");
    holder(text, "Example Works Ltd.");
    let text = "EU DECLARATION OF CONFORMITY\nWe, Example Works Ltd., declare that the machine\n\
        meets 2006/42/EC.\nSigned for and on behalf of Example Works Ltd.";
    issuer(text, "Example Works Ltd.");
    holder(text, "Example Works Ltd.");
}

#[test]
fn what_stands_at_the_edges_and_is_no_issuer() {
    for text in [
        "LM-MT650\nFive-axis machining centre\nOperating Manual",
        "Bank Reference\nto whom it may concern",
        "两用物项出口许可证\n9. 最终用户 Bosphor Kalip A.S.\n许可证号 26-37",
        "Certificate of Origin\nTo: Example Works Ltd.",
        "China Council for the Promotion of International\nTrade",
        "Co., Ltd.\nCompany Profile",
    ] {
        assert_eq!(one(text, F::Issuer), None, "{text}");
    }
    let text = "PACKING LIST\n1\tmachine\n青岛例子有限公司\nQINGDAO EXAMPLE CO., LTD.";
    issuer(text, "青岛例子有限公司");
}

#[test]
fn the_maker_of_an_instrument_is_not_the_holder_of_its_calibration() {
    let text = "CALIBRATION CERTIFICATE\nCustomer: Example Works Ltd.\nManufacturer: Renwick plc";
    holder(text, "Example Works Ltd.");
    let text = "CALIBRATION CERTIFICATE\nManufacturer: Renwick plc";
    assert_eq!(one(text, F::Holder), None);
}

#[test]
fn what_explains_a_label_is_not_its_value() {
    let text = "CERTIFICATE OF ORIGIN\n1. Goods consigned from (Exporter's business name, address)\n\
        Example Works Ltd.";
    holder(text, "Example Works Ltd.");
}
