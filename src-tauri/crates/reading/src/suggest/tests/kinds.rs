use super::super::{SuggestedField as F, suggest};
use super::{checked, known, one, reading};
use crate::Place;

#[track_caller]
fn kind(text: &str, id: &str) {
    assert_eq!(one(text, F::DocumentType).as_deref(), Some(id), "{text}");
}

#[track_caller]
fn none(text: &str) {
    assert_eq!(one(text, F::DocumentType), None, "{text}");
}

#[test]
fn headings_tell_the_kind() {
    kind("COMMERCIAL INVOICE\nInvoice No. 1-23", "commercial-invoice");
    kind("C O M M E R C I A L  I N V O I C E", "commercial-invoice");
    kind("商 业 发 票", "commercial-invoice");
    kind("装  箱  单\n发票号 7", "packing-list");
    kind("Example Ltd.\nPACKING LIST\nInvoice No. LM26", "packing-list");
    kind("SEA WAYBILL", "bill-of-lading");
    kind("CERTIFICATE OF ORIGIN\nCommercial invoice no. 7", "certificate-of-origin");
    kind("EC Declaration of Conformity\naccording to 2006/42/EC", "eu-machinery-doc");
    kind("EG-Konformitätserklärung", "eu-machinery-doc");
    kind("欧盟符合性声明", "eu-machinery-doc");
    kind("中华人民共和国两用物项和技术出口许可证", "dual-use-export-licence");
    kind("Originalbetriebsanleitung\nCNC-Drehmaschine", "user-manual-translated");
    kind("Kalibrierschein", "metrology-calibration");
    kind("校准证书", "metrology-calibration");
    kind("机床几何精度与定位精度检验报告", "accuracy-report");
}

#[test]
fn certificates_are_told_by_the_first_standard_they_cite() {
    kind("CERTIFICATE\nthe management system conforms to\nISO 9001:2015", "iso-9001");
    kind("认证证书\n标准：GB/T 24001-2016 / ISO 14001:2015", "iso-14001");
    let text = "Certificate of Registration\nStandard: ISO 14001:2015\n\
        supplements the quality certificate (ISO 9001)";
    kind(text, "iso-14001");
    none("Certificate\nISO 9001:2015, ISO 14001:2015 and ISO 45001:2018");
    none("Certificate of Accreditation\nISO/IEC 17025:2017\nprinciples of ISO 9001");
    none("Our company is certified to ISO 9001:2015.\nWe make machines.");
}

#[test]
fn what_only_mentions_a_kind_is_not_of_it() {
    none("Dear Sir,\nplease find the commercial invoice and the packing list attached.");
    none("Batteries and accumulators are not part of this delivery.");
    none("Invoice No. 4711\nAmount 100");
    none("PROFORMA INVOICE");
    none("形式发票 PROFORMA INVOICE");
    none("");
    // Two kinds have this title.
    none("Electromagnetic compatibility");
    kind("Batteries", "eu-battery");
}

#[test]
fn only_known_kinds_are_suggested() {
    let mut known = known();
    known.types.retain(|kind| kind.id != "packing-list");
    let found = suggest(&reading("PACKING LIST"), "PL.pdf", &known);
    assert!(found.iter().all(|one| one.field != F::DocumentType), "{found:?}");
}

#[test]
fn the_files_name_tells_where_no_heading_does() {
    let mut scan = reading("");
    scan.passages.clear();
    let name = "Packing_List VMC850 Hohenlinden.pdf";
    let found = checked(suggest(&scan, name, &known()));
    let values: Vec<_> = found.iter().map(|one| (one.field, one.value.as_str())).collect();
    assert_eq!(values, [(F::DocumentType, "packing-list"), (F::Model, "VMC-850")]);
    assert!(found.iter().all(|one| one.place == Place::Part(name.to_owned())));
    // A heading goes before the name, and two kinds in it tell none.
    let found = suggest(&reading("COMMERCIAL INVOICE"), name, &known());
    assert_eq!(found[0].value, "commercial-invoice");
    assert!(suggest(&scan, "commercial invoice + packing list.pdf", &known()).is_empty());
}
