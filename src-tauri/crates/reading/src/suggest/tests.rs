use super::{Known, KnownType, SuggestedField, suggest};
use crate::{FileType, Passage, Place, Reading, Standing};

fn reading(text: &str) -> Reading {
    Reading {
        file_type: FileType::Pdf,
        standing: Standing::Read,
        pages: Some(1),
        passages: vec![Passage { place: Place::Page(1), text: text.to_owned() }],
    }
}

fn known() -> Known {
    let kind = |id: &str, en: &str, zh: &str| KnownType {
        id: id.to_owned(),
        titles: vec![en.to_owned(), zh.to_owned()],
    };
    Known {
        types: vec![
            kind("iso-9001", "Quality management certificate", "质量管理体系证书"),
            kind("commercial-invoice", "Commercial invoice", "商业发票"),
        ],
        models: vec!["LM-MT650".to_owned(), "LM-MT65".to_owned()],
        holders: vec!["Laoshan Meridian Machine Tool Co., Ltd.".to_owned()],
    }
}

fn all(text: &str, field: SuggestedField) -> Vec<String> {
    let found = suggest(&reading(text), "file.pdf", &known());
    for one in &found {
        let characters = one.excerpt.chars().count();
        assert!(one.from < one.to && one.to <= characters, "{one:?}");
    }
    found.into_iter().filter(|one| one.field == field).map(|one| one.value).collect()
}

fn one(text: &str, field: SuggestedField) -> Option<String> {
    all(text, field).pop()
}

const CERTIFICATE: &str = "Norvanta Certification (Shanghai) Co., Ltd.\nCERTIFICATE\n\
    This is to certify that the quality management system of\n\
    Laoshan Meridian Machine Tool Co., Ltd.\nconforms to\nISO 9001:2015\n\
    Certificate No.\tNV-QMS-25-04417\nInitial certification date\t18 March 2019\n\
    Date of issue\t5 March 2025\nValid until\t17 March 2028\n\
    NV-F-031 rev. 7 (2023-06-01) Page 1 of 1";

#[test]
fn a_certificate_says_its_number_days_and_bodies() {
    use SuggestedField as F;
    assert_eq!(one(CERTIFICATE, F::DocumentType).as_deref(), Some("iso-9001"));
    assert_eq!(one(CERTIFICATE, F::Number).as_deref(), Some("NV-QMS-25-04417"));
    assert_eq!(one(CERTIFICATE, F::Issued).as_deref(), Some("2025-03-05"));
    assert_eq!(one(CERTIFICATE, F::Expires).as_deref(), Some("2028-03-17"));
    let issuer = one(CERTIFICATE, F::Issuer);
    assert_eq!(issuer.as_deref(), Some("Norvanta Certification (Shanghai) Co., Ltd."));
    let holder = one(CERTIFICATE, F::Holder);
    assert_eq!(holder.as_deref(), Some("Laoshan Meridian Machine Tool Co., Ltd."));
    assert_eq!(all(CERTIFICATE, F::Standard), ["ISO 9001:2015"]);
}

#[test]
fn a_chinese_certificate_too() {
    use SuggestedField as F;
    let text = "质量管理体系认证证书\n证书编号：QMS-2026-0815\n获证组织：崂山子午机床有限公司\n\
        标准：GB/T 19001-2016\n发证日期：2026年3月5日\n有效期至：2029 年 3 月 4 日";
    assert_eq!(one(text, F::DocumentType).as_deref(), Some("iso-9001"));
    assert_eq!(one(text, F::Number).as_deref(), Some("QMS-2026-0815"));
    assert_eq!(one(text, F::Holder).as_deref(), Some("崂山子午机床有限公司"));
    assert_eq!(one(text, F::Issued).as_deref(), Some("2026-03-05"));
    assert_eq!(one(text, F::Expires).as_deref(), Some("2029-03-04"));
}

#[test]
fn periods_end_and_terms_are_not_counted_out() {
    use SuggestedField as F;
    let text = "Period of insurance: from 2026-01-01 to 2026-12-31";
    assert_eq!(one(text, F::Expires).as_deref(), Some("2026-12-31"));
    let text = "保险期间：自2026年1月1日起至2026年12月31日止";
    assert_eq!(one(text, F::Expires).as_deref(), Some("2026-12-31"));
    assert_eq!(one("This certificate is valid for 3 years.", F::Expires), None);
    assert_eq!(one("Valid until revoked", F::Expires), None);
}

#[test]
fn what_contradicts_itself_is_not_suggested() {
    use SuggestedField as F;
    assert_eq!(one("Valid until: 2026-01-01\nValid until: 2027-01-01", F::Expires), None);
    assert_eq!(all("Date of issue: 2026-05-01\nValid until: 2025-01-01", F::Issued).len(), 0);
    assert_eq!(one("Date of issue: 05/03/2026", F::Issued), None);
}

#[test]
fn a_standard_is_no_number_and_a_part_of_a_model_is_no_model() {
    use SuggestedField as F;
    assert_eq!(one("Certificate No. ISO 9001", F::Number), None);
    assert_eq!(all("Machine LM-MT650 only", F::Model), ["LM-MT650"]);
}
