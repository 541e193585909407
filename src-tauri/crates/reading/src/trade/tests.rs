use super::suggest;
use crate::{FileType, Passage, Place, Reading, Standing};

fn reading(text: &str) -> Reading {
    Reading {
        file_type: FileType::Pdf,
        standing: Standing::Read,
        pages: Some(1),
        passages: vec![Passage { place: Place::Page(1), text: text.to_owned() }],
    }
}

fn found(text: &str, kind: &str) -> Vec<(String, String)> {
    suggest(&reading(text), kind)
        .into_iter()
        .map(|one| {
            let words: String =
                one.excerpt.chars().skip(one.from).take(one.to - one.from).collect();
            assert!(!words.is_empty(), "{one:?}");
            (one.field, one.value)
        })
        .collect()
}

fn value(text: &str, kind: &str, field: &str) -> Option<String> {
    found(text, kind).into_iter().find(|(name, _)| name == field).map(|(_, value)| value)
}

#[test]
fn a_packing_list_says_its_weights() {
    let text = "PACKING LIST\nInvoice No.: LM-2026-118\nTotal gross weight:\t18,460.00 KGS\n\
                Total net weight: 16.900,5 kg\nNo. of packages: 7 cases";
    assert_eq!(value(text, "packing-list", "gross_weight").as_deref(), Some("18460 kg"));
    assert_eq!(value(text, "packing-list", "net_weight").as_deref(), Some("16900.5 kg"));
    assert_eq!(value(text, "packing-list", "package_count").as_deref(), Some("7"));
    assert_eq!(value(text, "packing-list", "invoice_no").as_deref(), Some("LM-2026-118"));
}

#[test]
fn chinese_labels_and_the_line_below() {
    let text = "装箱单\n毛重：18 460 千克\n净重\n16900 公斤\n合同号：HT-2026-09";
    assert_eq!(value(text, "packing-list", "gross_weight").as_deref(), Some("18460 kg"));
    assert_eq!(value(text, "packing-list", "net_weight").as_deref(), Some("16900 kg"));
    assert_eq!(value(text, "packing-list", "contract_no").as_deref(), Some("HT-2026-09"));
}

#[test]
fn two_different_values_give_no_suggestion() {
    let text = "Gross weight: 18460 kg\nGross weight: 18640 kg";
    assert_eq!(value(text, "packing-list", "gross_weight"), None);
}

#[test]
fn a_weight_without_a_unit_is_none() {
    assert_eq!(value("Gross weight: 18460", "packing-list", "gross_weight"), None);
}

#[test]
fn a_label_is_nobodys_value() {
    let text = "Seller:\nBuyer: Elbufer Präzisionsteile GmbH";
    assert_eq!(value(text, "commercial-invoice", "seller"), None);
    assert_eq!(
        value(text, "commercial-invoice", "buyer").as_deref(),
        Some("Elbufer Präzisionsteile GmbH")
    );
}

#[test]
fn amounts_carry_their_currency() {
    let text = "Total amount: EUR 412,000.00\nTrade term: CIP Hamburg, Incoterms 2020";
    assert_eq!(value(text, "commercial-invoice", "amount").as_deref(), Some("412000 EUR"));
    assert_eq!(value(text, "commercial-invoice", "incoterm").as_deref(), Some("CIP"));
    let text = "总金额：1,180,000 USD";
    assert_eq!(value(text, "commercial-invoice", "amount").as_deref(), Some("1180000 USD"));
}

#[test]
fn codes_of_the_tariff() {
    let text = "HS Code: 8457.10.9100\nHS code 84571091\nH.S. Code: 9901";
    let codes: Vec<String> = found(text, "commercial-invoice")
        .into_iter()
        .filter(|(field, _)| field == "hs_codes")
        .map(|(_, value)| value)
        .collect();
    assert_eq!(codes, ["8457.109100", "8457.1091"]);
}

#[test]
fn only_a_container_number_with_the_right_check_digit() {
    let text = "Container No.: CSQU3054383\nContainer No. CSQU3054384";
    let numbers: Vec<_> = found(text, "bill-of-lading")
        .into_iter()
        .filter(|(field, _)| field == "containers")
        .collect();
    assert_eq!(numbers, [("containers".to_owned(), "CSQU3054383".to_owned())]);
}

#[test]
fn an_invoice_number_is_the_invoices_own() {
    let text = "Invoice No.: LM-2026-118\nInvoice date: 2026-11-20";
    let own = found(text, "commercial-invoice");
    assert!(own.contains(&("number".to_owned(), "LM-2026-118".to_owned())), "{own:?}");
    assert!(own.contains(&("issued".to_owned(), "2026-11-20".to_owned())), "{own:?}");
    assert!(!own.iter().any(|(field, _)| field == "invoice_no"), "{own:?}");
}

#[test]
fn freight_and_ports() {
    let text = "Freight: PREPAID\nPort of loading: Qingdao, China\tPort of discharge: Hamburg";
    assert_eq!(value(text, "bill-of-lading", "freight").as_deref(), Some("prepaid"));
    assert_eq!(value(text, "bill-of-lading", "port_of_loading").as_deref(), Some("Qingdao, China"));
    assert_eq!(value(text, "bill-of-lading", "port_of_discharge").as_deref(), Some("Hamburg"));
}
