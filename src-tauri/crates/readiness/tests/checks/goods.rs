//! What the goods are, how many, and where they come from.

use crate::{Case, conflict, excepted, gone, lacks, pass, to};
use readiness::Severity::{Blocker, Major};
use serde_json::json;

pub(crate) fn cases() -> Vec<Case> {
    [description(), model_serial(), hs6(), origin(), quantity()].into_iter().flatten().collect()
}

fn description() -> Vec<Case> {
    let x = "x-description";
    let ens = "ens-data/description";
    let bill = "bill-of-lading/description";
    vec![
        pass(x, vec![to("letter-of-credit/description", "FIVE AXIS GANTRY MACHINING CENTRE")]),
        // UCP 600 Art. 18 c: the credit's words stand in the invoice, as whole words.
        conflict(x, Major, vec![to("letter-of-credit/description", "Six-axis gantry centre")]),
        conflict(
            x,
            Major,
            vec![to("letter-of-credit/description", "Five-axis gantry machining cent")],
        ),
        // Art. 14 e: others may be general, but must not conflict.
        pass(x, vec![to(bill, "Machine tool")]),
        pass(x, vec![to(bill, "Gantry centre, disassembled")]),
        pass(x, vec![to("export-declaration/description", "龙门加工中心")]),
        conflict(x, Major, vec![to(bill, "Pallet conveyor")]),
        conflict(x, Major, vec![to("insurance-certificate/description", "Gantry centre GB-G4020")]),
        // ICS2.
        conflict(x, Major, vec![to(ens, "Machinery")]),
        conflict(x, Major, vec![to(ens, "MACHINE PARTS")]),
        conflict(x, Major, vec![to(ens, "Gantry machining centre, as per invoice")]),
        conflict(x, Major, vec![to(ens, "机械设备")]),
        pass(x, vec![to(ens, "Gantry milling machine for metal")]),
        lacks(x, "ens-data", "description", vec![gone(ens)]),
        lacks(x, "ens-data", "description", vec![gone("ens-data")]),
        lacks(x, "letter-of-credit", "description", vec![gone("letter-of-credit/description")]),
        lacks(x, "commercial-invoice", "description", vec![gone("commercial-invoice/description")]),
        // Elsewhere nobody asks for an entry summary.
        pass(x, vec![gone("ens-data"), to("/order/market", "vn"), to("/order/country", "VN")]),
        excepted(x, vec![to(bill, "Pallet conveyor")], to(bill, "Roller conveyor")),
    ]
}

fn model_serial() -> Vec<Case> {
    let x = "x-model-serial";
    let serial = |of: &'static str, serial: &str| (of, json!([serial]));
    vec![
        pass(x, vec![to("nameplate/goods/0/model", "gb g4022")]),
        conflict(x, Major, vec![to("packing-list/goods/0/model", "GB-G4020")]),
        conflict(x, Major, vec![serial("nameplate/goods/0/serials", "S-10")]),
        conflict(x, Major, vec![serial("fat-report/goods/0/serials", "S-10")]),
        // The declaration of conformity and the licence are more than paper.
        conflict(x, Blocker, vec![to("eu-machinery-doc/goods/0/model", "GB-G4020")]),
        conflict(x, Blocker, vec![serial("eu-machinery-doc/goods/0/serials", "S-10")]),
        conflict(x, Blocker, vec![to("dual-use-export-licence/goods/0/model", "GB-G4020")]),
        lacks(x, "packing-list", "serials", vec![("packing-list/goods/0/serials", json!([]))]),
        lacks(x, "nameplate", "models", vec![("nameplate/goods", json!([]))]),
        lacks(x, "nameplate", "models", vec![gone("nameplate")]),
        lacks(x, "fat-report", "models", vec![gone("fat-report")]),
        // Spare parts have no nameplate and no test.
        pass(
            x,
            vec![
                gone("nameplate"),
                gone("fat-report"),
                ("/products", json!([{"model": "GB-G4022", "quantity": 1, "category": "spares"}])),
            ],
        ),
        lacks(x, "commercial-invoice", "models", vec![to("commercial-invoice/goods/0/model", "-")]),
        lacks(x, "dual-use-export-licence", "models", vec![gone("dual-use-export-licence")]),
        excepted(
            x,
            vec![serial("nameplate/goods/0/serials", "S-10")],
            serial("nameplate/goods/0/serials", "S-11"),
        ),
    ]
}

fn hs6() -> Vec<Case> {
    let x = "x-hs6";
    let code = |path: &'static str, code: &str| (path, json!([code]));
    vec![
        // Six digits count, however they are written and whatever follows them.
        pass(x, vec![code("export-declaration/hs_codes", "８４５７１０３０")]),
        pass(x, vec![code("certificate-of-origin/hs_codes", "8457 10.91")]),
        conflict(x, Major, vec![code("certificate-of-origin/hs_codes", "8458.11")]),
        conflict(x, Major, vec![code("ens-data/hs_codes", "8458.11")]),
        conflict(x, Major, vec![code("dual-use-export-licence/hs_codes", "8458.11")]),
        // Four digits are not six that agree.
        lacks(x, "export-declaration", "hs6", vec![code("export-declaration/hs_codes", "8457")]),
        lacks(
            x,
            "certificate-of-origin",
            "hs6",
            vec![("certificate-of-origin/hs_codes", json!([]))],
        ),
        lacks(x, "ens-data", "hs6", vec![gone("ens-data")]),
        excepted(
            x,
            vec![code("certificate-of-origin/hs_codes", "8458.11")],
            code("certificate-of-origin/hs_codes", "8459.61"),
        ),
        // A declaration that follows the exception's code was not what was accepted.
        excepted(
            x,
            vec![code("certificate-of-origin/hs_codes", "8458.11")],
            code("export-declaration/hs_codes", "8458.11"),
        ),
    ]
}

fn origin() -> Vec<Case> {
    let x = "x-origin";
    vec![
        pass(x, vec![to("nameplate/origin", "Made in China")]),
        pass(
            x,
            vec![
                to("export-declaration/origin", "中国"),
                to("commercial-invoice/origin", "P.R. China"),
            ],
        ),
        conflict(x, Major, vec![to("nameplate/origin", "DE")]),
        conflict(x, Major, vec![to("certificate-of-origin/origin", "TW")]),
        conflict(x, Major, vec![("origin-marking", json!({"origin": "DE"}))]),
        lacks(x, "origin-marking", "origin", vec![gone("nameplate/origin")]),
        pass(x, vec![gone("nameplate/origin"), ("origin-marking", json!({"origin": "CN"}))]),
        lacks(x, "export-declaration", "origin", vec![gone("export-declaration/origin")]),
        lacks(x, "certificate-of-origin", "origin", vec![gone("certificate-of-origin/origin")]),
        excepted(x, vec![to("nameplate/origin", "DE")], to("nameplate/origin", "AT")),
    ]
}

fn quantity() -> Vec<Case> {
    let x = "x-quantity";
    let contract = |quantity: u32, drawn: u32| {
        let line = json!({"model": "GB-G4022", "quantity": quantity, "drawn": drawn});
        ("sales-contract/goods", json!([line]))
    };
    let licence = |quantity: u32, drawn: u32| {
        let line = json!({"model": "GB-G4022", "quantity": quantity, "drawn": drawn});
        ("dual-use-export-licence/goods", json!([line]))
    };
    let packed = |quantity: u32| ("packing-list/goods/0/quantity", json!(quantity));
    vec![
        // Exactly used up is within.
        pass(x, vec![contract(3, 2), licence(5, 4)]),
        conflict(x, Major, vec![packed(2)]),
        conflict(x, Major, vec![contract(3, 3)]),
        conflict(x, Major, vec![licence(5, 5)]),
        // Two lines of a model add up.
        pass(
            x,
            vec![(
                "sales-contract/goods",
                json!([{"model": "GB-G4022", "quantity": 0}, {"model": "GB G4022", "quantity": 1}]),
            )],
        ),
        // What another consignment of the order takes counts against the contract.
        conflict(
            x,
            Major,
            vec![(
                "/products",
                json!([{"model": "GB-G4022", "quantity": 1, "consignment": 1},
                    {"model": "GB-G4022", "quantity": 1, "consignment": 2}]),
            )],
        ),
        conflict(
            x,
            Major,
            vec![("export-declaration/goods", json!([{"model": "GB-G4022", "quantity": 2}]))],
        ),
        lacks(x, "packing-list", "quantity", vec![gone("packing-list/goods/0/quantity")]),
        lacks(x, "sales-contract", "quantity", vec![gone("sales-contract/goods")]),
        lacks(x, "sales-contract", "quantity", vec![gone("sales-contract")]),
        lacks(
            x,
            "dual-use-export-licence",
            "quantity",
            vec![gone("dual-use-export-licence/goods/0/quantity")],
        ),
        lacks(
            x,
            "dual-use-export-licence",
            "drawn",
            vec![gone("dual-use-export-licence/goods/0/drawn")],
        ),
        excepted(x, vec![packed(2)], packed(3)),
    ]
}
