//! Terms of delivery, freight, amounts and insurance.

use crate::{Case, conflict, excepted, gone, lacks, not_applicable, pass, to};
use readiness::Severity::Major;
use serde_json::json;

pub(crate) fn cases() -> Vec<Case> {
    [incoterm(), freight(), amount(), insured()].into_iter().flatten().collect()
}

fn incoterm() -> Vec<Case> {
    let x = "x-incoterm";
    let edition = "letter-of-credit/incoterm_edition";
    vec![
        pass(x, vec![to(edition, "Incoterms® 2020")]),
        conflict(x, Major, vec![to("commercial-invoice/incoterm", "CIF")]),
        conflict(x, Major, vec![to("export-declaration/incoterm", "FOB")]),
        conflict(x, Major, vec![to("letter-of-credit/incoterm_place", "Bremen")]),
        conflict(x, Major, vec![to(edition, "2010")]),
        lacks(
            x,
            "sales-contract",
            "incoterm-edition",
            vec![gone("sales-contract/incoterm_edition")],
        ),
        lacks(x, "letter-of-credit", "incoterm-edition", vec![gone(edition)]),
        lacks(
            x,
            "commercial-invoice",
            "incoterm-place",
            vec![gone("commercial-invoice/incoterm_place")],
        ),
        lacks(x, "export-declaration", "incoterm", vec![gone("export-declaration/incoterm")]),
        lacks(x, "sales-contract", "incoterm", vec![gone("sales-contract")]),
        excepted(
            x,
            vec![to("export-declaration/incoterm", "CIF")],
            to("export-declaration/incoterm", "FOB"),
        ),
    ]
}

fn freight() -> Vec<Case> {
    let x = "x-freight-term";
    let bill = "bill-of-lading/freight";
    let rule = |rule: &str| to("/order/incoterm", rule);
    let mut all = vec![
        lacks(x, "bill-of-lading", "freight", vec![gone(bill)]),
        lacks(x, "bill-of-lading", "freight", vec![gone("bill-of-lading")]),
        lacks(
            x,
            "shipment",
            "incoterm",
            vec![
                gone("/order/incoterm"),
                gone("sales-contract/incoterm"),
                gone("commercial-invoice/incoterm"),
            ],
        ),
        // Each leg of the carriage.
        conflict(x, Major, vec![("rail-consignment-note", json!({"freight": "collect"}))]),
        excepted(x, vec![to(bill, "collect")], rule("CIF")),
    ];
    for term in ["CFR", "CIF", "CPT", "CIP", "DAP", "DPU", "DDP"] {
        all.push(pass(x, vec![rule(term)]));
        all.push(conflict(x, Major, vec![rule(term), to(bill, "collect")]));
    }
    for term in ["EXW", "FCA", "FAS", "FOB"] {
        all.push(pass(x, vec![rule(term), to(bill, "collect")]));
        all.push(conflict(x, Major, vec![rule(term)]));
    }
    all
}

fn amount() -> Vec<Case> {
    let x = "x-amount";
    let invoice = "commercial-invoice/amount";
    let declared = "export-declaration/amount";
    let term = || to("export-declaration/incoterm", "FOB");
    let adjusted = "export-declaration/adjusted_invoice_amount";
    vec![
        pass(x, vec![to(invoice, "400000.00 EUR"), to(declared, "400000 EUR")]),
        // No 5 % on machines that are counted; a cent too much is too much.
        conflict(x, Major, vec![to(invoice, "412000.01 EUR"), to(declared, "412000.01 EUR")]),
        conflict(x, Major, vec![to("/order/letter_of_credit/amount", "411999 EUR")]),
        conflict(x, Major, vec![to("letter-of-credit/amount", "411999 EUR")]),
        conflict(x, Major, vec![to("letter-of-credit/amount", "500000 USD")]),
        conflict(x, Major, vec![to(declared, "411999.99 EUR")]),
        conflict(x, Major, vec![to(declared, "412000 USD")]),
        // By another term the adjusted amount counts; by the same one the invoice, whatever is noted.
        pass(x, vec![term(), to(declared, "400000 EUR"), to(adjusted, "400000 EUR")]),
        conflict(x, Major, vec![term(), to(declared, "412000 EUR"), to(adjusted, "400000 EUR")]),
        conflict(x, Major, vec![term(), to(declared, "400000 USD"), to(adjusted, "400000 USD")]),
        conflict(x, Major, vec![to(declared, "400000 EUR"), to(adjusted, "400000 EUR")]),
        lacks(x, "export-declaration", "adjusted-invoice-amount", vec![term()]),
        lacks(x, "commercial-invoice", "amount", vec![gone(invoice)]),
        lacks(x, "commercial-invoice", "amount", vec![to(invoice, "412000")]),
        lacks(x, "export-declaration", "amount", vec![gone(declared)]),
        lacks(
            x,
            "letter-of-credit",
            "amount",
            vec![gone("letter-of-credit/amount"), gone("/order/letter_of_credit/amount")],
        ),
        excepted(x, vec![to(declared, "411999 EUR")], to(declared, "411998 EUR")),
    ]
}

fn insured() -> Vec<Case> {
    let x = "x-insured-amount";
    let insured = "insurance-certificate/amount";
    let cover = "insurance-certificate/cover";
    vec![
        pass(x, vec![to(cover, "Institute Cargo Clauses (A)")]),
        conflict(x, Major, vec![to(insured, "453199.99 EUR")]),
        conflict(x, Major, vec![to(insured, "500000 USD")]),
        // 110 % to the tenth of a cent.
        pass(x, vec![to("commercial-invoice/amount", "0.03 EUR"), to(insured, "0.033 EUR")]),
        conflict(
            x,
            Major,
            vec![to("commercial-invoice/amount", "0.03 EUR"), to(insured, "0.0329 EUR")],
        ),
        conflict(x, Major, vec![to(cover, "ICC C")]),
        conflict(x, Major, vec![to(cover, "a marine cover, ICC (B)")]),
        // Nothing agreed: CIP asks for A, CIF for C.
        conflict(x, Major, vec![gone("/order/agreed_cover"), to(cover, "ICC C")]),
        pass(
            x,
            vec![gone("/order/agreed_cover"), to("/order/incoterm", "CIF"), to(cover, "ICC C")],
        ),
        conflict(
            x,
            Major,
            vec![
                to("/order/agreed_cover", "ICC C"),
                to("sales-contract/cover", "ICC A"),
                to(cover, "ICC C"),
            ],
        ),
        lacks(x, "insurance-certificate", "amount", vec![gone(insured)]),
        lacks(x, "insurance-certificate", "cover", vec![gone(cover)]),
        lacks(x, "insurance-certificate", "amount", vec![gone("insurance-certificate")]),
        lacks(x, "shipment", "cover", vec![to("/order/agreed_cover", "as usual")]),
        lacks(
            x,
            "commercial-invoice",
            "amount",
            vec![gone("commercial-invoice/amount"), gone("/order/contract_amount")],
        ),
        not_applicable(x, vec![gone("insurance-certificate"), to("/order/incoterm", "FOB")]),
        excepted(x, vec![to(insured, "450000 EUR")], to(insured, "440000 EUR")),
    ]
}
