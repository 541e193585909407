//! Weights and dimensions, on the limit and one beyond.

use crate::{Case, conflict, excepted, gone, lacks, not_applicable, pass, to};
use readiness::Severity::Major;
use serde_json::json;

pub(crate) fn cases() -> Vec<Case> {
    [gross(), net(), vgm(), dimensions()].into_iter().flatten().collect()
}

fn gross() -> Vec<Case> {
    let x = "x-gross-weight";
    let bill = "bill-of-lading/gross_weight";
    vec![
        pass(x, vec![to(bill, "16 t"), to("export-declaration/gross_weight", "16000.0 kg")]),
        conflict(x, Major, vec![to(bill, "16001 kg")]),
        conflict(x, Major, vec![to(bill, "15999.9 kg")]),
        conflict(x, Major, vec![to("certificate-of-origin/gross_weight", "16010 kg")]),
        // The total is that of the packages.
        conflict(x, Major, vec![to("packing-list/packages/1/gross", "4001 kg")]),
        // A certificate of origin need not state it.
        pass(x, vec![gone("certificate-of-origin/gross_weight")]),
        lacks(x, "bill-of-lading", "gross-weight", vec![gone(bill)]),
        lacks(
            x,
            "export-declaration",
            "gross-weight",
            vec![gone("export-declaration/gross_weight")],
        ),
        lacks(x, "packing-list", "gross-weight", vec![gone("packing-list/gross_weight")]),
        lacks(x, "packing-list", "gross-weight 2", vec![gone("packing-list/packages/1/gross")]),
        lacks(x, "packing-list", "packages", vec![("packing-list/packages", json!([]))]),
        lacks(x, "bill-of-lading", "gross-weight", vec![to(bill, "16000 mm")]),
        excepted(x, vec![to(bill, "16180 kg")], to(bill, "16810 kg")),
    ]
}

fn net() -> Vec<Case> {
    let x = "x-net-gross";
    let first = "packing-list/packages/0/net";
    vec![
        pass(x, vec![to(first, "10 t")]),
        conflict(x, Major, vec![to(first, "10000.1 kg")]),
        conflict(x, Major, vec![to("packing-list/net_weight", "16001 kg")]),
        // Totals that are not stated are those of the packages.
        pass(x, vec![gone("packing-list/net_weight")]),
        lacks(x, "packing-list", "net-weight 1", vec![gone(first)]),
        lacks(x, "packing-list", "gross-weight 3", vec![gone("packing-list/packages/2/gross")]),
        lacks(x, "packing-list", "packages", vec![("packing-list/packages", json!([]))]),
        lacks(x, "packing-list", "net-weight", vec![gone("packing-list")]),
        excepted(x, vec![to(first, "10001 kg")], to(first, "10002 kg")),
    ]
}

fn vgm() -> Vec<Case> {
    let x = "x-vgm";
    let mass = "vgm-declaration/containers/0/vgm";
    let cargo = "vgm-declaration/containers/0/cargo_gross";
    let list = "packing-list/gross_weight";
    vec![
        // 1 % of 20,000 kg is more than 100 kg.
        pass(x, vec![to(mass, "20200 kg")]),
        pass(x, vec![to(mass, "19.8 t")]),
        conflict(x, Major, vec![to(mass, "20200.1 kg")]),
        conflict(x, Major, vec![to(mass, "19799 kg")]),
        // Of a light container 100 kg are more than 1 %.
        pass(x, vec![to(cargo, "1000 kg"), to(list, "1000 kg"), to(mass, "5100 kg")]),
        conflict(x, Major, vec![to(cargo, "1000 kg"), to(list, "1000 kg"), to(mass, "5101 kg")]),
        // The cargo declared is that of the packing list, though the sum agrees.
        conflict(x, Major, vec![to(cargo, "15999 kg"), to(mass, "19999 kg")]),
        pass(
            x,
            vec![
                to(cargo, "15999 kg"),
                to(mass, "19999 kg"),
                ("/units", json!(["container", "break-bulk"])),
            ],
        ),
        // Not above the plate, though it agrees.
        pass(x, vec![to("vgm-declaration/containers/0/plate_maximum", "20000 kg")]),
        conflict(x, Major, vec![to("vgm-declaration/containers/0/plate_maximum", "19999 kg")]),
        conflict(
            x,
            Major,
            vec![
                to("vgm-declaration/containers/0/plate_maximum", "19999 kg"),
                gone("vgm-declaration/containers/0/tare"),
            ],
        ),
        lacks(x, "vgm-declaration", "vgm MSKU 123456-5", vec![gone(mass)]),
        lacks(
            x,
            "vgm-declaration",
            "tare MSKU 123456-5",
            vec![gone("vgm-declaration/containers/0/tare")],
        ),
        lacks(
            x,
            "vgm-declaration",
            "dunnage MSKU 123456-5",
            vec![gone("vgm-declaration/containers/0/dunnage")],
        ),
        lacks(x, "vgm-declaration", "vgm", vec![gone("vgm-declaration")]),
        // Of several containers each has a cargo of its own.
        lacks(
            x,
            "vgm-declaration",
            "cargo-gross B",
            vec![(
                "vgm-declaration/containers",
                json!([
                    {"number": "A", "vgm": "20000 kg", "cargo_gross": "16000 kg",
                        "tare": "3900 kg", "dunnage": "100 kg"},
                    {"number": "B", "vgm": "20000 kg", "tare": "3900 kg", "dunnage": "100 kg"},
                ]),
            )],
        ),
        not_applicable(x, vec![gone("vgm-declaration"), ("/units", json!(["break-bulk"]))]),
        excepted(x, vec![to(mass, "21000 kg")], to(mass, "22000 kg")),
    ]
}

fn dimensions() -> Vec<Case> {
    let x = "x-oog-dims";
    let height = "oog-lashing-plan/packages/0/height";
    vec![
        pass(x, vec![to(height, "2520 mm")]),
        pass(x, vec![to(height, "2.48 m")]),
        conflict(x, Major, vec![to(height, "2521 mm")]),
        conflict(x, Major, vec![to(height, "2479.9 mm")]),
        conflict(x, Major, vec![to("oog-lashing-plan/packages/0/gross", "10001 kg")]),
        conflict(
            x,
            Major,
            vec![(
                "booking",
                json!({"packages": [{"number": "1", "length": "5000 mm", "width": "2200 mm",
                    "height": "2700 mm", "gross": "10 t"}]}),
            )],
        ),
        conflict(
            x,
            Major,
            vec![(
                "road-permit",
                json!({"packages": [{"number": "1", "length": "4900 mm", "width": "2200 mm",
                    "height": "2500 mm", "gross": "10 t"}]}),
            )],
        ),
        // 20 mm above the list and 10 mm below it: 30 mm apart.
        conflict(
            x,
            Major,
            vec![
                to(height, "2520 mm"),
                (
                    "booking",
                    json!({"packages": [{"number": "1", "length": "5000 mm", "width": "2200 mm",
                        "height": "2490 mm", "gross": "10 t"}]}),
                ),
            ],
        ),
        lacks(
            x,
            "packing-list",
            "package 1-1",
            vec![to("oog-lashing-plan/packages/0/number", "1-1")],
        ),
        lacks(x, "oog-lashing-plan", "height 1", vec![gone(height)]),
        lacks(
            x,
            "oog-lashing-plan",
            "gross-weight 1",
            vec![gone("oog-lashing-plan/packages/0/gross")],
        ),
        lacks(x, "oog-lashing-plan", "packages", vec![gone("oog-lashing-plan")]),
        lacks(x, "booking", "packages", vec![("booking", json!({}))]),
        lacks(x, "packing-list", "package 9", vec![to("oog-lashing-plan/packages/0/number", "9")]),
        not_applicable(x, vec![gone("oog-lashing-plan"), ("/oversize", json!(false))]),
        excepted(x, vec![to(height, "2700 mm")], to(height, "2800 mm")),
    ]
}
