use super::super::{Known, SuggestedField as F, suggest};
use super::{all, checked, known, reading};

#[test]
fn known_models_with_borders_and_in_any_spelling() {
    for (text, found) in [
        ("Machine LM-MT650 only", vec!["LM-MT650"]),
        ("Machine LM MT650 and vmc850", vec!["LM-MT650", "VMC-850"]),
        ("立式加工中心VMC-850型", vec!["VMC-850"]),
        ("数控车床ＣＫ６１５０", vec!["CK6150"]),
        ("CK 6150, CK-6150", vec!["CK6150"]),
        ("LM-MT65 and LM-MT650", vec!["LM-MT65", "LM-MT650"]),
        ("LM-MT6500", vec![]),
        ("XCK6150", vec![]),
        ("serial LM-MT650-26-0113", vec![]),
        ("CK61501", vec![]),
        ("VMC-\n850 machines", vec!["VMC-850"]),
    ] {
        assert_eq!(all(text, F::Model), found, "{text}");
    }
}

#[test]
fn labelled_models_where_no_known_one_is_named() {
    let labelled = |text: &str| {
        let known = Known { models: Vec::new(), ..known() };
        let found = checked(suggest(&reading(text), "scan.pdf", &known));
        let found = found.into_iter().filter(|one| one.field == F::Model);
        found.map(|one| one.value).collect::<Vec<_>>()
    };
    assert_eq!(labelled("Model: HMC-630"), ["HMC-630"]);
    assert_eq!(labelled("规格型号\tHMC-630"), ["HMC-630"]);
    assert_eq!(labelled("型号 Model：HMC-630、HMC-800"), ["HMC-630", "HMC-800"]);
    assert_eq!(labelled("Type\nHMC-630"), ["HMC-630"]);
    for text in [
        "Type: vertical",
        "Type of protection: IP54",
        "Model: see annex 12",
        "Type approval no. E13-2026",
        "型号：见附件",
        "Model year 2026",
        "Type: ISO9001",
        "校准证书\n型号规格\tQB-20",
    ] {
        assert_eq!(labelled(text), [""; 0], "{text}");
    }
}

#[test]
fn standards_and_laws_as_they_are_cited() {
    for (text, found) in [
        ("to ISO 9001:2015 and EN 60204-1", vec!["ISO 9001:2015", "EN 60204-1"]),
        (
            "ISO 230-2, 2006/42/EC, (EU) 2023/1230",
            vec!["ISO 230-2", "2006/42/EC", "(EU) 2023/1230"],
        ),
        ("按GB/T 5226.1-2019要求", vec!["GB/T 5226.1-2019"]),
        ("标准：GB/T 19001-2016/ISO 9001:2015", vec!["GB/T 19001-2016", "ISO 9001:2015"]),
        ("IEC 62443-4-1:2018", vec!["IEC 62443-4-1:2018"]),
        ("DIN EN ISO 12100:2011-03", vec!["DIN EN ISO 12100:2011-03"]),
        ("EN 60204-1:2018/A11:2025", vec!["EN 60204-1:2018/A11:2025"]),
        ("ISO/TR 14121-2:2012", vec!["ISO/TR 14121-2:2012"]),
        (
            "EN IEC 61000-6-\n2:2019, EN\n60204-1:2018",
            vec!["EN IEC 61000-6-2:2019", "EN 60204-1:2018"],
        ),
        ("Verordnung (EG) Nr. 1907/2006", vec!["(EG) Nr. 1907/2006"]),
        ("木质包装已按ISPM 15要求处理", vec!["ISPM 15"]),
        ("ＩＳＯ ９００１：２０１５", vec!["ISO 9001:2015"]),
        ("ISO 9001:2015, again ISO 9001:2015", vec!["ISO 9001:2015"]),
        ("JJF 1954-2021", vec!["JJF 1954-2021"]),
    ] {
        assert_eq!(all(text, F::Standard), found, "{text}");
    }
}

#[test]
fn what_only_looks_like_a_standard() {
    for text in [
        "Spindle taper ISO 40",
        "spindle nose ISO 50",
        "Model GB-G4022",
        "Tel 2006/42",
        "viscosity ISO VG 68",
        "ISO certified",
        "INVOICE NO.: GB26-0201",
        "Certificate GB11/83421",
        "EN 12",
        "LMEN 60204",
        "Order 2026/42/7",
    ] {
        assert_eq!(all(text, F::Standard), [""; 0], "{text}");
    }
}

#[test]
fn languages_of_sentences_and_not_of_names() {
    let english = "This certificate is valid until the end of the year.\nThe scope of the audit was the design.";
    assert_eq!(all(english, F::Language), ["en"]);
    let chinese = "本证书有效期至年底。\n范围包括数控机床的设计与制造。\n地址：青岛市\nLaoshan Meridian Co., Ltd.";
    assert_eq!(all(chinese, F::Language), ["zh"]);
    let german = "Die Maschine ist mit der Richtlinie im Einklang.\nDer Hersteller erklärt, dass die Prüfung bestanden wurde und das Ergebnis gültig ist.";
    assert_eq!(all(german, F::Language), ["de"]);
    let both = format!("{english}\n{chinese}");
    let mut found = all(&both, F::Language);
    found.sort();
    assert_eq!(found, ["en", "zh"]);
    assert_eq!(all("Hohenlinden GmbH, Qingdao\n4711", F::Language), [""; 0]);
}
