use super::super::{SuggestedField as F, suggest};
use super::{all, checked, known, one, reading};
use proptest::prelude::*;
use std::time::{Duration, Instant};

const CERTIFICATE: &str = "Norvanta Certification (Shanghai) Co., Ltd.\nC E R T I F I C A T E\n\
    This is to certify that the quality management system of\n\
    Laoshan Meridian Machine Tool Co., Ltd.\nconforms to\nISO 9001:2015\n\
    Certificate No.\tNV-QMS-25-04417\nInitial certification date\t18 March 2019\n\
    Date of issue\t5 March 2025\nValid until\t17 March 2028\n\
    Accreditation No. MS 0417\tTel. +86 532 5550 0188\n\
    NV-F-031 rev. 7 (2023-06-01) Page 1 of 1";

#[test]
fn a_certificate() {
    assert_eq!(one(CERTIFICATE, F::DocumentType).as_deref(), Some("iso-9001"));
    assert_eq!(one(CERTIFICATE, F::Number).as_deref(), Some("NV-QMS-25-04417"));
    assert_eq!(one(CERTIFICATE, F::Issued).as_deref(), Some("2025-03-05"));
    assert_eq!(one(CERTIFICATE, F::Expires).as_deref(), Some("2028-03-17"));
    let issuer = one(CERTIFICATE, F::Issuer);
    assert_eq!(issuer.as_deref(), Some("Norvanta Certification (Shanghai) Co., Ltd."));
    let holder = one(CERTIFICATE, F::Holder);
    assert_eq!(holder.as_deref(), Some("Laoshan Meridian Machine Tool Co., Ltd."));
    assert_eq!(all(CERTIFICATE, F::Standard), ["ISO 9001:2015"]);
    assert_eq!(all(CERTIFICATE, F::Model), [""; 0]);
}

#[test]
fn a_chinese_certificate() {
    let text = "质量管理体系认证证书\n证书编号：QMS-2026-0815\n获证组织：崂山子午机床有限公司\n\
        标准：GB/T 19001-2016\n初次发证日期：2020年3月5日\n发证日期：2026年3月5日\n\
        有效期至：2029 年 3 月 4 日\n中衡信认证（北京）有限公司\n第 1 页 共 1 页";
    assert_eq!(one(text, F::DocumentType).as_deref(), Some("iso-9001"));
    assert_eq!(one(text, F::Number).as_deref(), Some("QMS-2026-0815"));
    assert_eq!(one(text, F::Holder).as_deref(), Some("崂山子午机床有限公司"));
    assert_eq!(one(text, F::Issuer).as_deref(), Some("中衡信认证（北京）有限公司"));
    assert_eq!(one(text, F::Issued).as_deref(), Some("2026-03-05"));
    assert_eq!(one(text, F::Expires).as_deref(), Some("2029-03-04"));
}

#[test]
fn the_excerpt_shows_the_label_and_the_words() {
    let found = checked(suggest(&reading("Certificate number\nNV-OHS-23"), "x.pdf", &known()));
    let number = found.iter().find(|one| one.field == F::Number).unwrap();
    assert_eq!(number.excerpt, "Certificate number NV-OHS-23");
    let words: String =
        number.excerpt.chars().skip(number.from).take(number.to - number.from).collect();
    assert_eq!(words, "NV-OHS-23");

    // In a long line the words stay in the part that is shown.
    let text = format!("{} ISO 9001:2015 {}", "质量 ".repeat(200), "x ".repeat(200));
    let found = checked(suggest(&reading(&text), "x.pdf", &known()));
    let standard = found.iter().find(|one| one.field == F::Standard).unwrap();
    assert_eq!(standard.excerpt.chars().count(), 160);
}

/// Pieces that suggestions are made of, so that texts of them reach the rules.
const PIECES: [&str; 40] = [
    "Certificate No.",
    "证书编号",
    "编号：",
    "Date of issue",
    "签发日期",
    "Valid until",
    "有效期",
    "valid from",
    "至",
    "to",
    "2026-03-05",
    "05/03/2026",
    "25/03/2026",
    "2026年2月30日",
    "二〇二六年三月五日",
    "31.04.2026",
    "AB-100-7",
    "ISO 9001:2015",
    "EN",
    "60204-1",
    "LM-MT650",
    "VMC",
    "-",
    "850",
    "Co., Ltd.",
    "有限公司",
    "崂山",
    "GmbH",
    "Issued by",
    "Manufacturer:",
    "获证组织",
    "Certificate",
    "CERTIFICATE OF ORIGIN",
    "Ä",
    "İ",
    "ﬀ",
    "　",
    "\t",
    "\n",
    "（",
];

proptest! {
    #[test]
    fn any_text_gives_ranges_that_lie_inside_and_days_that_exist(
        text in r"(?s).{0,300}", name in r"\PC{0,40}",
    ) {
        checked(suggest(&reading(&text), &name, &known()));
    }

    #[test]
    fn so_does_any_text_of_labels_and_values(
        pieces in prop::collection::vec((0..PIECES.len(), " {0,2}"), 0..40),
        name in r"\PC{0,12}",
    ) {
        let text: String =
            pieces.into_iter().map(|(at, gap)| format!("{}{gap}", PIECES[at])).collect();
        checked(suggest(&reading(&text), &format!("{name}.csv"), &known()));
        checked(suggest(&reading(&text), &name, &known()));
    }
}

/// Twice the text must not take four times as long; the bound is wide for builds without
/// optimisation on busy machines.
#[test]
fn time_grows_with_the_text() {
    let took = |text: &str| {
        let reading = reading(text);
        let known = known();
        let start = Instant::now();
        assert!(suggest(&reading, "x.pdf", &known).len() < 1_000);
        start.elapsed()
    };
    for unit in [
        "Date of issue: 2026-03-05 Certificate No. AB-1 ISO 9001:2015 LM-MT650\n",
        "证书编号：QMS-2026-0815 签发日期：2026年3月5日 崂山子午机床有限公司 ",
        "1-1-2000-",
        "VMC-\n8\n",
        "Certificate ",
        "5 a b c d e f g\t",
        "有限公司",
    ] {
        took(unit);
        let (small, large) = (unit.repeat(120_000 / unit.len()), unit.repeat(960_000 / unit.len()));
        let small = took(&small).max(Duration::from_millis(20));
        let large = took(&large);
        assert!(large < small * 24, "{unit:?}: {small:?}, eight times as much {large:?}");
    }
}
