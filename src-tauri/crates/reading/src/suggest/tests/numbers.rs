use super::super::SuggestedField as F;
use super::one;

#[track_caller]
fn number(text: &str, value: &str) {
    assert_eq!(one(text, F::Number).as_deref(), Some(value), "{text}");
}

#[track_caller]
fn none(text: &str) {
    assert_eq!(one(text, F::Number), None, "{text}");
}

#[test]
fn a_number_behind_its_label() {
    for text in [
        "Certificate No.: NV-QMS-25-04417",
        "Certificate No. NV-QMS-25-04417",
        "CERTIFICATE NO\tNV-QMS-25-04417",
        "Certificate number\nNV-QMS-25-04417",
        "Registration Number: NV-QMS-25-04417",
        "Report No:NV-QMS-25-04417 page 1 of 3",
        "Zertifikat-Nr.: NV-QMS-25-04417",
        "证书编号：NV-QMS-25-04417",
        "证书编号 NV-QMS-25-04417",
        "编号:NV-QMS-25-04417",
        "证 书 编 号 ： ＮＶ－ＱＭＳ－２５－０４４１７",
        "证书编号 Certificate No.: NV-QMS-25-04417",
        "Certificate No. / 证书编号: NV-QMS-25-04417",
        "编　　号：NV-QMS-25-04417",
        "证书编号\tNV-QMS-25-04417\t签发日期\t2026-03-05",
    ] {
        number(text, "NV-QMS-25-04417");
    }
    number("Registration number: RZ 14-00923/3", "RZ 14-00923/3");
    number("报告编号：青检〔2026〕0815号", "青检〔2026〕0815号");
}

#[test]
fn numbers_of_other_things_are_not_the_documents() {
    for text in [
        "Accreditation No. MS 0417",
        "Tel.: +86 532 5550 0188",
        "Phone\t0532-55500188",
        "VAT No. DE123456789",
        "Tax ID: 91370214MA3D7T5Q0A",
        "统一社会信用代码：91370214MA3D7T5Q0A",
        "纳税人识别号：91370214MA3D7T5Q0A",
        "Order No. 4500012345",
        "Purchase order no.: PO-2026-001",
        "Your reference: AB-2026-77",
        "Serial No. 8507-2211",
        "出厂编号：8507-2211",
        "订单号：HB-2025-09",
        "Contract No. LM-HM-2025-114",
        "合同号：HB-2025-TR-09",
        "Page 1 of 12",
        "第 1 页 共 12 页",
        "Revision: 07-2025",
        "Notified body No. 0123",
        "HS code 8457.10.10",
        "L/C No. DE26LC00871",
        "认可编号：CNAS L0123",
        "Form No. F-031-07",
        "Account no. 1234567890",
    ] {
        none(text);
    }
}

#[test]
fn standards_dates_and_words_are_no_numbers() {
    for text in [
        "Certificate No. ISO 9001:2015",
        "Certificate No. ISO9001",
        "Certificate No. 2026-03-05",
        "Document no. 2006/42/EC",
        "Document no. GB/T 5226.1-2019",
        "Certificate No. see above",
        "Report 2026",
        "Certificate No. 12345 67890 of the series",
        "Certificate No. 12345 2026-03-05",
        "Certificate of registration 2026-77",
        "证书编号：见附件",
        "编号规则 2026-001",
        "No. 88 Zhuzhou Road, Qingdao 266101",
    ] {
        none(text);
    }
}

#[test]
fn two_numbers_that_differ_are_none() {
    none("Certificate No. AB-100\nCertificate No. AB-200");
    number("Certificate No. AB-100\nPage 2\nCertificate No. AB-100", "AB-100");
}

#[test]
fn a_trade_paper_has_the_number_of_its_own_kind() {
    let invoice = "COMMERCIAL INVOICE\nInvoice No.\tLM26-CI\nContract No.\tLM-HM-2025-114\n\
        L/C No.\tDE26LC00871\nOrder No. 4711-1";
    number(invoice, "LM26-CI");
    let list = "PACKING LIST\nNo.\tLM26-PL-1\nInvoice No.\tLM26-0113-CI";
    number(list, "LM26-PL-1");
    number("SALES CONTRACT\nContract No.: LM-HM-2025-114\nOffer No. 77-88", "LM-HM-2025-114");
    number("BILL OF LADING\nB/L No. BPLU2512090\nBooking No. 991-22", "BPLU2512090");
    number("CARGO INSURANCE POLICY\nPolicy No.\tYS2026-0412\nInvoice No.\tLM26-CI", "YS2026-0412");
    number("营业执照\n统一社会信用代码\t91370214MA3D7T5Q0A", "91370214MA3D7T5Q0A");
}

#[test]
fn a_number_in_groups_is_all_of_its_cell() {
    number("Certificate No.: M6A 26 01 88123 004", "M6A 26 01 88123 004");
    number("Certificate registration no.\t12 104 55881 TMS", "12 104 55881 TMS");
}

#[test]
fn a_certificates_number_goes_before_that_of_its_report() {
    let text = "CERTIFICATE\nCertificate No.: 12 104 55881\nTest report no.: 713-2299-01";
    number(text, "12 104 55881");
    none("TEST REPORT\nReport no.: 713-2299-01\nCertificate no.: AB-100-7");
    number("Report Reference No. ......: TR-2025-88190-1", "TR-2025-88190-1");
    number("SGS Certificate\nCertificate GB11/83421", "GB11/83421");
}

#[test]
fn a_label_without_a_value_takes_no_other_label() {
    none("Certificate No.\nOrder No. 4711-22");
    none("Certificate No.\tDate of issue\n");
    number("Certificate No.\tDate of issue\nAB-100-7\t2026-03-05", "AB-100-7");
}
