//! Tolerances decide where they are said to, are inclusive, and are shown.

use crate::support::{base, judge, set};
use crate::to;
use readiness::{Reason, State};
use serde_json::{Value, json};

const BILL: &str = "bill-of-lading/gross_weight";
const MASS: &str = "vgm-declaration/containers/0/vgm";
const HEIGHT: &str = "oog-lashing-plan/packages/0/height";

/// Whether a check passes, and the difference and the tolerance it shows.
fn judged(
    check: &str,
    tolerances: Value,
    field: &'static str,
    value: &str,
) -> (bool, Option<(String, String)>) {
    let mut data = base();
    data["tolerances"] = tolerances;
    set(&mut data, &to(field, value));
    let said = judge(&data, check);
    let shown = said.because().iter().find_map(|reason| match reason {
        Reason::Limit { what, found, limit } if what == "difference" => {
            Some((found.clone(), limit.clone()))
        }
        _ => None,
    });
    (said.state() == Some(State::Ready), shown)
}

fn shown(found: &str, limit: &str) -> Option<(String, String)> {
    Some((found.to_owned(), limit.to_owned()))
}

#[test]
fn gross_weight() {
    let check = |tolerances, value| judged("x-gross-weight", tolerances, BILL, value);
    assert_eq!(check(json!({}), "16000 kg"), (true, shown("0 kg", "0 kg")));
    assert_eq!(check(json!({}), "16000.1 kg"), (false, shown("0.1 kg", "0 kg")));
    let five = || json!({"gross_weight": "5 kg"});
    assert_eq!(check(five(), "16005 kg"), (true, shown("5 kg", "5 kg")));
    assert_eq!(check(five(), "15995 kg"), (true, shown("5 kg", "5 kg")));
    assert_eq!(check(five(), "16005.001 kg"), (false, shown("5.001 kg", "5 kg")));
    assert!(check(json!({"gross_weight": "0.005 t"}), "16005 kg").0);
}

#[test]
fn gross_weights_lie_within_the_tolerance_of_each_other_and_not_only_of_the_first() {
    let mut data = base();
    data["tolerances"] = json!({"gross_weight": "5 kg"});
    set(&mut data, &to(BILL, "16004 kg"));
    set(&mut data, &to("export-declaration/gross_weight", "15997 kg"));
    assert_eq!(judge(&data, "x-gross-weight").state(), Some(State::Gap), "7 kg apart");
}

#[test]
fn verified_gross_mass() {
    let check = |tolerances, value| judged("x-vgm", tolerances, MASS, value);
    assert_eq!(check(json!({}), "20200 kg"), (true, shown("200 kg", "200 kg")));
    assert_eq!(check(json!({}), "20201 kg"), (false, shown("201 kg", "200 kg")));
    let half = || json!({"vgm_percent": "0.5 %"});
    assert_eq!(check(half(), "20100 kg"), (true, shown("100 kg", "100 kg")));
    assert_eq!(check(half(), "20101 kg"), (false, shown("101 kg", "100 kg")));
    let mass = || json!({"vgm_mass": "300 kg"});
    assert_eq!(check(mass(), "19700 kg"), (true, shown("300 kg", "300 kg")));
    assert_eq!(check(mass(), "19699 kg"), (false, shown("301 kg", "300 kg")));
    let none = || json!({"vgm_percent": "0 %", "vgm_mass": "0 kg"});
    assert!(check(none(), "20000 kg").0);
    assert!(!check(none(), "20000.1 kg").0);
}

#[test]
fn dimensions() {
    let check = |tolerances, value| judged("x-oog-dims", tolerances, HEIGHT, value);
    assert_eq!(check(json!({}), "2520 mm"), (true, shown("20 mm", "20 mm")));
    assert_eq!(check(json!({}), "2521 mm"), (false, shown("21 mm", "20 mm")));
    let five = || json!({"dimensions": "5 mm"});
    assert_eq!(check(five(), "2505 mm"), (true, shown("5 mm", "5 mm")));
    assert_eq!(check(five(), "2506 mm"), (false, shown("6 mm", "5 mm")));
}

#[test]
fn a_tolerance_that_is_none_makes_no_check_more_lenient() {
    for wrong in [json!({"gross_weight": "-5 kg"}), json!({"gross_weight": "5 mm"})] {
        assert!(!judged("x-gross-weight", wrong.clone(), BILL, "16001 kg").0, "{wrong}");
        assert!(judged("x-gross-weight", wrong, BILL, "16000 kg").0);
    }
}

/// Another tolerance is no other difference between the documents.
#[test]
fn an_exception_outlives_a_change_of_the_tolerance() {
    let mut data = base();
    set(&mut data, &to(BILL, "16180 kg"));
    let values = readiness::checks::exception_values(judge(&data, "x-gross-weight").because());
    data["exceptions"] = crate::exception("x-gross-weight", &values);
    data["tolerances"] = json!({"gross_weight": "10 kg"});
    assert_eq!(judge(&data, "x-gross-weight").state(), Some(State::Waived));
}
