//! Who sells, buys, receives and uses; numbers that tie documents together; the licence.

use crate::{Case, conflict, excepted, gone, lacks, not_applicable, pass, to};
use readiness::Severity::{Blocker, Major, Minor};
use serde_json::json;

pub(crate) fn cases() -> Vec<Case> {
    [seller(), buyer(), consignee(), to_order(), end_user(), numbers(), dual_use()]
        .into_iter()
        .flatten()
        .collect()
}

const OTHER: &str = "Huanghai Crest Trading Co., Ltd.";

fn seller() -> Vec<Case> {
    let x = "x-seller";
    vec![
        pass(
            x,
            vec![to(
                "letter-of-credit/seller/name",
                "LAOSHAN MERIDIAN MACHINE TOOL COMPANY LIMITED",
            )],
        ),
        conflict(x, Major, vec![to("commercial-invoice/seller/name", OTHER)]),
        conflict(x, Major, vec![to("letter-of-credit/seller/name", OTHER)]),
        conflict(x, Major, vec![to("certificate-of-origin/seller/name", OTHER)]),
        // The consignor of the declaration is the licence's exporter; both may be an agent.
        conflict(x, Major, vec![to("export-declaration/seller/name", OTHER)]),
        pass(
            x,
            vec![
                to("export-declaration/seller/name", OTHER),
                to("dual-use-export-licence/seller/name", OTHER),
            ],
        ),
        // UCP 600 Art. 14 k.
        conflict(x, Major, vec![to("bill-of-lading/seller/name", OTHER)]),
        pass(
            x,
            vec![
                to("bill-of-lading/seller/name", OTHER),
                ("bill-of-lading/third_party_shipper", json!(true)),
            ],
        ),
        conflict(x, Major, vec![("bill-of-lading/shipper", json!({"name": OTHER}))]),
        lacks(x, "bill-of-lading", "shipper", vec![gone("bill-of-lading/seller")]),
        lacks(x, "commercial-invoice", "seller", vec![gone("commercial-invoice/seller")]),
        lacks(x, "sales-contract", "seller", vec![to("sales-contract/seller/name", " -- ")]),
        lacks(x, "letter-of-credit", "seller", vec![gone("letter-of-credit")]),
        lacks(x, "certificate-of-origin", "seller", vec![gone("certificate-of-origin/seller")]),
        lacks(x, "dual-use-export-licence", "consignor", vec![gone("dual-use-export-licence")]),
        excepted(
            x,
            vec![to("certificate-of-origin/seller/name", OTHER)],
            to("certificate-of-origin/seller/name", "Huanghai Crest Trading (Qingdao) Co., Ltd."),
        ),
        // The same two names, the other way round, are another difference.
        excepted(
            x,
            vec![to("certificate-of-origin/seller/name", OTHER)],
            to("letter-of-credit/seller/name", OTHER),
        ),
    ]
}

fn buyer() -> Vec<Case> {
    let x = "x-buyer";
    vec![
        // UCP 600 Art. 14 j: the address may vary.
        pass(x, vec![to("commercial-invoice/buyer/address", "Elbchaussee 9, Hamburg")]),
        pass(x, vec![to("letter-of-credit/buyer/name", "ELBUFER PRAZISIONSTEILE G.M.B.H.")]),
        conflict(x, Major, vec![to("letter-of-credit/buyer/name", "Elbufer Holding GmbH")]),
        conflict(x, Major, vec![to("commercial-invoice/buyer/country", "AT")]),
        lacks(
            x,
            "commercial-invoice",
            "buyer-country",
            vec![gone("commercial-invoice/buyer/country")],
        ),
        lacks(x, "sales-contract", "buyer", vec![gone("sales-contract/buyer")]),
        lacks(x, "letter-of-credit", "buyer-country", vec![gone("letter-of-credit/buyer/country")]),
        excepted(
            x,
            vec![to("commercial-invoice/buyer/country", "AT")],
            to("commercial-invoice/buyer/country", "CH"),
        ),
    ]
}

fn consignee() -> Vec<Case> {
    let x = "x-consignee";
    let bill = "bill-of-lading/consignee/name";
    vec![
        pass(x, vec![to(bill, "ELBUFER PRÄZISIONSTEILE GMBH")]),
        conflict(x, Blocker, vec![to(bill, "Elbufer Logistik GmbH")]),
        conflict(x, Blocker, vec![to("ens-data/consignee/name", "Elbufer Logistik GmbH")]),
        conflict(x, Blocker, vec![to("dual-use-export-licence/consignee/name", OTHER)]),
        // Nothing is listed and no licence in play.
        conflict(
            x,
            Major,
            vec![
                to(bill, "Elbufer Logistik GmbH"),
                gone("dual-use-export-licence"),
                ("/products", json!([{"model": "GB-G4022", "quantity": 1}])),
            ],
        ),
        lacks(x, "bill-of-lading", "consignee", vec![gone("bill-of-lading/consignee")]),
        lacks(x, "bill-of-lading", "consignee", vec![gone("bill-of-lading")]),
        lacks(x, "ens-data", "consignee", vec![gone("ens-data")]),
        lacks(
            x,
            "certificate-of-origin",
            "consignee",
            vec![gone("certificate-of-origin/consignee")],
        ),
        // Both legs of a carriage are read.
        conflict(
            x,
            Blocker,
            vec![("rail-consignment-note", json!({"consignee": {"name": OTHER}}))],
        ),
        excepted(x, vec![to(bill, OTHER)], to(bill, "Elbufer Logistik GmbH")),
    ]
}

fn to_order() -> Vec<Case> {
    let x = "x-consignee";
    let bill = "bill-of-lading/consignee/name";
    let allowed = || ("letter-of-credit/to_order_allowed", json!(true));
    vec![
        conflict(x, Blocker, vec![to(bill, "TO ORDER")]),
        conflict(x, Blocker, vec![to(bill, "To the order of Elbe Bank")]),
        conflict(x, Blocker, vec![to(bill, "凭指示")]),
        conflict(
            x,
            Blocker,
            vec![to(bill, "TO ORDER"), ("sales-contract/to_order_allowed", json!(false))],
        ),
        pass(x, vec![to(bill, "TO ORDER"), allowed()]),
        pass(x, vec![to(bill, "To order"), ("sales-contract/to_order_allowed", json!(true))]),
        pass(x, vec![to(bill, "TO ORDER"), allowed(), to("ens-data/consignee/name", "TO ORDER")]),
        // Then the C/O shows the buyer, and the licence still names who receives.
        conflict(
            x,
            Blocker,
            vec![
                to(bill, "TO ORDER"),
                allowed(),
                to("certificate-of-origin/consignee/name", OTHER),
            ],
        ),
        conflict(
            x,
            Blocker,
            vec![
                to(bill, "TO ORDER"),
                allowed(),
                to("dual-use-export-licence/consignee/name", OTHER),
            ],
        ),
        lacks(
            x,
            "certificate-of-origin",
            "consignee",
            vec![to(bill, "TO ORDER"), allowed(), gone("certificate-of-origin/consignee")],
        ),
    ]
}

fn end_user() -> Vec<Case> {
    let x = "x-end-user";
    vec![
        pass(x, vec![to("end-user-certificate/site", "WERK 2 HAMBURG")]),
        conflict(x, Blocker, vec![to("end-user-certificate/end_user/name", OTHER)]),
        conflict(x, Blocker, vec![to("end-user-certificate/site", "Werk 3, Bremen")]),
        conflict(x, Blocker, vec![to("dual-use-export-licence/site", "Werk 3, Bremen")]),
        lacks(x, "sales-contract", "site", vec![gone("sales-contract/site")]),
        lacks(x, "end-user-certificate", "end-user", vec![gone("end-user-certificate")]),
        lacks(
            x,
            "dual-use-export-licence",
            "end-user",
            vec![gone("dual-use-export-licence/end_user")],
        ),
        excepted(
            x,
            vec![to("end-user-certificate/site", "Werk 3, Bremen")],
            to("end-user-certificate/site", "Werk 4, Bremen"),
        ),
    ]
}

fn numbers() -> Vec<Case> {
    let (x, y) = ("x-contract-no", "x-invoice-no");
    vec![
        pass(x, vec![to("packing-list/contract_no", "c26-1")]),
        conflict(x, Minor, vec![to("packing-list/contract_no", "C-26/2")]),
        conflict(x, Minor, vec![to("dual-use-export-licence/contract_no", "C-26/2")]),
        lacks(x, "packing-list", "contract-no", vec![gone("packing-list/contract_no")]),
        lacks(x, "export-declaration", "contract-no", vec![gone("export-declaration")]),
        lacks(
            x,
            "dual-use-export-licence",
            "contract-no",
            vec![gone("dual-use-export-licence/contract_no")],
        ),
        excepted(
            x,
            vec![to("packing-list/contract_no", "C-26/2")],
            to("packing-list/contract_no", "C-26/3"),
        ),
        pass(y, vec![to("packing-list/invoice_no", "inv 7")]),
        conflict(y, Major, vec![to("insurance-certificate/invoice_no", "INV-8")]),
        conflict(y, Major, vec![to("certificate-of-origin/invoice_date", "2026-12-02")]),
        lacks(y, "packing-list", "invoice-no", vec![gone("packing-list/invoice_no")]),
        lacks(
            y,
            "certificate-of-origin",
            "invoice-date",
            vec![gone("certificate-of-origin/invoice_date")],
        ),
        lacks(y, "commercial-invoice", "invoice-no", vec![gone("commercial-invoice/number")]),
        excepted(
            y,
            vec![to("insurance-certificate/invoice_no", "INV-8")],
            to("insurance-certificate/invoice_no", "INV-9"),
        ),
    ]
}

fn dual_use() -> Vec<Case> {
    let x = "x-dual-use";
    let goods = |quantity: u32, drawn: u32| {
        let line = json!({"model": "GB-G4022", "quantity": quantity, "drawn": drawn});
        ("dual-use-export-licence/goods", json!([line]))
    };
    let model = to("dual-use-export-licence/goods/0/model", "GB-G4020");
    vec![
        pass(x, vec![goods(3, 2)]),
        conflict(x, Blocker, vec![gone("dual-use-export-licence")]),
        conflict(x, Blocker, vec![model.clone()]),
        conflict(x, Blocker, vec![goods(3, 3)]),
        conflict(x, Blocker, vec![("/products/0/quantity", json!(2))]),
        conflict(x, Blocker, vec![to("dual-use-export-licence/consignee/name", OTHER)]),
        conflict(x, Blocker, vec![to("dual-use-export-licence/end_user/name", OTHER)]),
        lacks(
            x,
            "dual-use-export-licence",
            "quantity",
            vec![gone("dual-use-export-licence/goods/0/quantity")],
        ),
        // Nobody says how much of it was used before.
        lacks(
            x,
            "dual-use-export-licence",
            "drawn",
            vec![gone("dual-use-export-licence/goods/0/drawn")],
        ),
        lacks(
            x,
            "dual-use-export-licence",
            "goods",
            vec![("dual-use-export-licence/goods", json!([]))],
        ),
        lacks(
            x,
            "dual-use-export-licence",
            "end-user",
            vec![gone("dual-use-export-licence/end_user")],
        ),
        lacks(x, "shipment", "quantity", vec![gone("/products/0/quantity")]),
        lacks(x, "shipment", "consignee", vec![gone("/order/parties/buyer")]),
        // Figures that decide are missing: nobody can say that no licence is needed.
        lacks(
            x,
            "shipment",
            "machining",
            vec![("/products/0/machining", json!({"milling": true}))],
        ),
        not_applicable(
            x,
            vec![("/products", json!([{"model": "CV-1", "category": "conveyor", "quantity": 1}]))],
        ),
        excepted(x, vec![model], to("dual-use-export-licence/goods/0/model", "GB-G4021")),
    ]
}
