//! Packages, marks, wood, dangerous goods, containers and ports.

use crate::support::Change;
use crate::{Case, conflict, excepted, gone, lacks, not_applicable, pass, to};
use readiness::Severity::Major;
use serde_json::json;

pub(crate) fn cases() -> Vec<Case> {
    [packages(), marks(), containers(), ports(), wood(), dangerous_goods()]
        .into_iter()
        .flatten()
        .collect()
}

fn packages() -> Vec<Case> {
    let x = "x-packages";
    let bill = |count: u32| ("bill-of-lading/package_count", json!(count));
    vec![
        pass(x, vec![to("export-declaration/package_kind", "木箱")]),
        conflict(x, Major, vec![bill(2)]),
        conflict(x, Major, vec![to("certificate-of-origin/package_kind", "pallets")]),
        conflict(x, Major, vec![("insurance-certificate/package_count", json!(4))]),
        // The list's own packages are counted.
        conflict(
            x,
            Major,
            vec![
                ("packing-list/package_count", json!(4)),
                bill(4),
                ("export-declaration/package_count", json!(4)),
                ("certificate-of-origin/package_count", json!(4)),
                ("insurance-certificate/package_count", json!(4)),
            ],
        ),
        lacks(
            x,
            "export-declaration",
            "package-count",
            vec![gone("export-declaration/package_count")],
        ),
        lacks(x, "bill-of-lading", "package-kind", vec![gone("bill-of-lading/package_kind")]),
        lacks(x, "insurance-certificate", "package-count", vec![gone("insurance-certificate")]),
        excepted(x, vec![bill(2)], bill(1)),
    ]
}

fn marks() -> Vec<Case> {
    let x = "x-marks";
    let bill = "bill-of-lading/marks";
    vec![
        pass(x, vec![to(bill, "Elbufer Hamburg No 1 - 3")]),
        conflict(x, Major, vec![to(bill, "ELBUFER / HAMBURG / NO. 1-4")]),
        conflict(x, Major, vec![to("certificate-of-origin/marks", "N/M")]),
        lacks(x, "bill-of-lading", "marks", vec![gone(bill)]),
        lacks(x, "certificate-of-origin", "marks", vec![gone("certificate-of-origin/marks")]),
        // Nothing but punctuation says nothing, on whichever documents.
        lacks(
            x,
            "packing-list",
            "marks",
            vec![
                to("packing-list/marks", "---"),
                to(bill, "***"),
                to("certificate-of-origin/marks", "..."),
            ],
        ),
        excepted(x, vec![to(bill, "N/M")], to(bill, "ELBUFER")),
    ]
}

fn containers() -> Vec<Case> {
    let x = "x-containers-seals";
    let seal = "export-declaration/containers/0/seal";
    let number = "vgm-declaration/containers/0/number";
    vec![
        pass(x, vec![to(number, "msku1234565"), to(seal, "CN 001")]),
        conflict(x, Major, vec![to(number, "MSKU 123456-6")]),
        conflict(x, Major, vec![to(seal, "CN002")]),
        lacks(x, "export-declaration", "containers", vec![gone(seal)]),
        // That no document names a seal is no agreement.
        lacks(
            x,
            "bill-of-lading",
            "containers",
            vec![
                gone(seal),
                gone("bill-of-lading/containers/0/seal"),
                gone("vgm-declaration/containers/0/seal"),
            ],
        ),
        lacks(x, "vgm-declaration", "containers", vec![gone("vgm-declaration")]),
        // A flat rack has no door to seal.
        pass(
            x,
            vec![
                ("/units", json!(["flat-rack"])),
                gone(seal),
                gone("bill-of-lading/containers/0/seal"),
                gone("vgm-declaration/containers/0/seal"),
            ],
        ),
        not_applicable(
            x,
            vec![
                ("/units", json!(["break-bulk"])),
                gone("bill-of-lading/containers"),
                gone("export-declaration/containers"),
                gone("vgm-declaration"),
            ],
        ),
        excepted(x, vec![to(seal, "CN002")], to(seal, "CN003")),
    ]
}

fn ports() -> Vec<Case> {
    let x = "x-ports";
    vec![
        pass(x, vec![to("bill-of-lading/port_of_loading", "QINGDAO.")]),
        conflict(x, Major, vec![to("bill-of-lading/port_of_loading", "Shanghai")]),
        conflict(x, Major, vec![to("letter-of-credit/port_of_discharge", "Bremerhaven")]),
        conflict(x, Major, vec![to("insurance-certificate/destination", "Berlin")]),
        conflict(x, Major, vec![to("certificate-of-origin/port_of_discharge", "Rotterdam")]),
        lacks(
            x,
            "letter-of-credit",
            "port-of-loading",
            vec![gone("letter-of-credit/port_of_loading")],
        ),
        lacks(
            x,
            "insurance-certificate",
            "port-of-discharge",
            vec![gone("insurance-certificate/port_of_discharge")],
        ),
        lacks(x, "export-declaration", "destination", vec![gone("export-declaration/destination")]),
        // A credit that names no final destination asks for none.
        pass(x, vec![gone("letter-of-credit/destination")]),
        excepted(
            x,
            vec![to("certificate-of-origin/destination", "Berlin")],
            to("certificate-of-origin/destination", "Dresden"),
        ),
    ]
}

fn wood() -> Vec<Case> {
    let x = "x-wood";
    let declared = |numbers: serde_json::Value| ("ispm15-declaration/wood_packages", numbers);
    let second = |wooden: bool| ("packing-list/packages/1/solid_wood", json!(wooden));
    let thick = |text: &str| to("packing-list/packages/1/wood_thickness", text);
    let denial = || -> Change { ("packing-list/no_wood", json!(true)) };
    vec![
        // Plywood is exempt, and so is wood of no more than 6 mm.
        pass(
            x,
            vec![
                gone("packing-list/packages/1/solid_wood"),
                to("packing-list/packages/1/kind", "plywood case"),
            ],
        ),
        pass(x, vec![second(true), thick("6 mm")]),
        pass(x, vec![second(true), thick("0.006 m"), declared(json!(["1", "2"]))]),
        conflict(x, Major, vec![second(true), thick("6.1 mm")]),
        conflict(x, Major, vec![declared(json!(["1", "3"]))]),
        conflict(x, Major, vec![declared(json!(["2"]))]),
        // "No wood" is contradicted by any solid wood, on list and declaration alike.
        conflict(x, Major, vec![denial()]),
        conflict(x, Major, vec![("ispm15-declaration/no_wood", json!(true))]),
        conflict(x, Major, vec![denial(), to("packing-list/packages/0/wood_thickness", "5 mm")]),
        conflict(x, Major, vec![denial(), gone("packing-list/packages/2/solid_wood")]),
        pass(
            x,
            vec![
                ("packing-list/packages/0/solid_wood", json!(false)),
                declared(json!([])),
                ("ispm15-declaration/no_wood", json!(true)),
            ],
        ),
        lacks(x, "packing-list", "solid-wood", vec![gone("packing-list/packages/1/solid_wood")]),
        lacks(x, "packing-list", "solid-wood", vec![("packing-list/packages", json!([]))]),
        lacks(x, "packing-list", "wood-thickness 2", vec![second(true)]),
        lacks(x, "ispm15-declaration", "wood-packages", vec![declared(json!([]))]),
        lacks(x, "ispm15-declaration", "wood-packages", vec![gone("ispm15-declaration")]),
        excepted(x, vec![declared(json!(["1", "3"]))], declared(json!(["1", "2"]))),
    ]
}

fn dangerous_goods() -> Vec<Case> {
    let x = "x-dg";
    let listed = "packing-list/packages/2/dangerous_goods";
    vec![
        pass(x, vec![to(listed, "UN 2800")]),
        // Listed and not declared; declared and not listed.
        conflict(x, Major, vec![gone("dg-declaration")]),
        conflict(x, Major, vec![gone(listed)]),
        conflict(x, Major, vec![gone(listed), ("/dangerous-goods", json!(true))]),
        lacks(
            x,
            "bill-of-lading",
            "dangerous-goods-class",
            vec![gone("bill-of-lading/dangerous_goods_class")],
        ),
        lacks(x, "packing-list", "dangerous-goods", vec![gone("packing-list")]),
        lacks(
            x,
            "packing-list",
            "dangerous-goods",
            vec![gone(listed), gone("dg-declaration"), ("/dangerous-goods", json!(true))],
        ),
        not_applicable(x, vec![gone(listed), gone("dg-declaration")]),
        excepted(x, vec![gone("dg-declaration")], to(listed, "UN3090")),
    ]
}
