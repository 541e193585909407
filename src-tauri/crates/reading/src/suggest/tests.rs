//! What is read from texts as people and programs write them, and what must not be.

mod days;
mod kinds;
mod named;
mod numbers;
mod parties;
mod whole;

use super::values::bare;
use super::{Known, KnownType, SuggestedField, Suggestion, suggest};
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
            kind("iso-9001", "Quality management certificate", "质量管理体系认证证书"),
            kind("iso-14001", "Environmental management certificate", "环境管理体系认证证书"),
            kind("commercial-invoice", "Commercial invoice", "商业发票"),
            kind("packing-list", "Packing list", "装箱单"),
            kind("bill-of-lading", "Bill of lading", "提单"),
            kind("sales-contract", "Sales contract", "销售合同"),
            kind("cargo-insurance", "Cargo insurance", "货物运输保险"),
            kind("certificate-of-origin", "Certificate of origin", "原产地证书"),
            kind("eu-machinery-doc", "Machinery declaration", "机械符合性声明"),
            kind("dual-use-export-licence", "Dual-use export licence", "两用物项出口许可证"),
            kind("user-manual-translated", "Manual in the local language", "当地语言说明书"),
            kind("metrology-calibration", "Calibration of laser", "校准证书"),
            kind("cn-business-licence", "Business licence", "营业执照"),
            kind("letter-of-credit", "Letter of credit", "信用证"),
            kind("accuracy-report", "Geometry report", "精度报告"),
            kind("eu-emc", "Electromagnetic compatibility", "电磁兼容"),
            kind("uk-emc", "Electromagnetic compatibility", "电磁兼容"),
            kind("eu-battery", "Batteries", "电池"),
        ],
        models: ["LM-MT650", "LM-MT65", "VMC-850", "CK6150"].map(str::to_owned).to_vec(),
        holders: [
            "Laoshan Meridian Machine Tool Co., Ltd.",
            "崂山子午机床有限公司",
            "Hohenlinden GmbH",
        ]
        .map(str::to_owned)
        .to_vec(),
    }
}

/// Every suggestion must show the words it rests on.
fn checked(found: Vec<Suggestion>) -> Vec<Suggestion> {
    use SuggestedField as F;
    for one in &found {
        let length = one.excerpt.chars().count();
        assert!(length <= 160, "{one:?}");
        assert!(one.from < one.to && one.to <= length, "{one:?}");
        let words: String = one.excerpt.chars().skip(one.from).take(one.to - one.from).collect();
        match one.field {
            F::Number | F::Issuer | F::Holder | F::Model | F::Standard => {
                let plain = |text: &str| {
                    use unicode_normalization::UnicodeNormalization;
                    bare(&text.nfkc().collect::<String>())
                };
                assert_eq!(plain(&words), plain(&one.value), "{one:?}");
            }
            F::Issued | F::Expires => {
                let date = chrono::NaiveDate::parse_from_str(&one.value, "%Y-%m-%d");
                assert!(date.is_ok(), "{one:?}");
                assert!((6..=24).contains(&words.chars().count()), "{one:?}");
            }
            F::DocumentType | F::Language => {}
        }
    }
    found
}

fn all(text: &str, field: SuggestedField) -> Vec<String> {
    let found = checked(suggest(&reading(text), "scan.pdf", &known()));
    found.into_iter().filter(|one| one.field == field).map(|one| one.value).collect()
}

fn one(text: &str, field: SuggestedField) -> Option<String> {
    let found = all(text, field);
    assert!(found.len() <= 1, "one at most: {found:?}");
    found.into_iter().next()
}
