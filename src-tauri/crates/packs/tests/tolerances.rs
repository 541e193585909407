//! Tolerances in a shipment file: read, written, and refused at their place.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use packs::{Library, ShipmentFile, builtin_files, parse, read_shipment, yaml};
use readiness::{Quantity, Tolerances};

fn library() -> Library {
    Library::load(&builtin_files()).unwrap()
}

fn quantity(text: &str) -> Quantity {
    text.parse().unwrap()
}

const HEAD: &str = "format: shipshape-shipment/1\norder: {reference: A}\n";

#[test]
fn left_out_they_are_the_usual_ones() {
    let loaded = read_shipment("a.yaml", HEAD, &library()).unwrap();
    assert_eq!(loaded.shipment.tolerances, Tolerances::default());
    let usual = Tolerances::default();
    assert_eq!(usual.gross_weight, quantity("0 kg"));
    assert_eq!(usual.vgm_percent, quantity("1 %"));
    assert_eq!(usual.vgm_mass, quantity("100 kg"));
    assert_eq!(usual.dimensions, quantity("20 mm"));
}

#[test]
fn what_is_given_reaches_the_shipment_and_comes_back_from_a_written_file() {
    let text = format!(
        "{HEAD}tolerances: {{gross_weight: 2.5 kg, vgm_percent: 0.5 %, dimensions: 1 cm}}\n"
    );
    let refused = read_shipment("a.yaml", &text, &library()).unwrap_err();
    assert!(refused.to_string().contains("cm"), "an unknown unit is refused: {refused}");

    let text = text.replace("1 cm", "0.01 m");
    let loaded = read_shipment("a.yaml", &text, &library()).unwrap();
    let wanted = Tolerances {
        gross_weight: quantity("2.5 kg"),
        vgm_percent: quantity("0.5 %"),
        vgm_mass: quantity("100 kg"),
        dimensions: quantity("0.01 m"),
    };
    assert_eq!(loaded.shipment.tolerances, wanted);
    let written = yaml(&serde_json::to_value(&loaded.file).unwrap()).unwrap();
    let (again, _) = parse::<ShipmentFile>("b.yaml", &written).unwrap();
    assert_eq!(again.tolerances, wanted, "{written}");
}

#[test]
fn less_than_nothing_and_the_wrong_measure_are_refused_at_their_line() {
    let text = format!(
        "{HEAD}tolerances:\n  gross_weight: -1 kg\n  vgm_percent: 1 kg\n  vgm_mass: -0.1 t\n  dimensions: 20\n"
    );
    let refused = read_shipment("a.yaml", &text, &library()).unwrap_err();
    let places: Vec<(usize, &str)> =
        refused.0.iter().map(|problem| (problem.line, problem.field.as_str())).collect();
    assert_eq!(
        places,
        [
            (4, "tolerances/gross_weight"),
            (5, "tolerances/vgm_percent"),
            (6, "tolerances/vgm_mass"),
            (7, "tolerances/dimensions"),
        ]
    );
    for problem in &refused.0 {
        assert!(!problem.message.en.is_empty() && !problem.message.zh.is_empty());
    }
    let zero = format!("{HEAD}tolerances: {{vgm_mass: 0 kg}}\n");
    assert!(read_shipment("a.yaml", &zero, &library()).is_ok(), "nothing is a tolerance");
    let unknown = format!("{HEAD}tolerances: {{weight: 0 kg}}\n");
    assert!(read_shipment("a.yaml", &unknown, &library()).is_err());
}
