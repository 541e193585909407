//! What a recorded exception holds for.

use crate::support::{Change, base, changed, judge, set};
use crate::{exception, gone};
use readiness::State;
use readiness::checks::exception_values;
use serde_json::json;

const ORIGIN: &str = "certificate-of-origin/hs_codes";

fn ruled() -> Vec<Change> {
    vec![(ORIGIN, json!(["8458.11"]))]
}

fn values(list: &[&str]) -> Vec<String> {
    list.iter().map(|value| (*value).to_owned()).collect()
}

#[test]
fn values_name_who_says_them() {
    let said = judge(&changed(&ruled()), "x-hs6");
    assert_eq!(
        exception_values(said.because()),
        [
            "certificate-of-origin hs6: 845811",
            "commercial-invoice hs6: 845710",
            "dual-use-export-licence hs6: 845710",
            "ens-data hs6: 845710",
            "export-declaration hs6: 845710",
        ]
    );
}

#[test]
fn values_without_a_document_must_be_the_very_set() {
    let mut data = changed(&ruled());
    for (recorded, holds) in [
        (values(&["845710", "845811"]), true),
        (values(&[]), true),
        (values(&["845710"]), false),
        (values(&["845710", "845961"]), false),
        (values(&["845710", "845811", "845961"]), false),
    ] {
        data["exceptions"] = exception("x-hs6", &recorded);
        let waived = judge(&data, "x-hs6").state() == Some(State::Waived);
        assert_eq!(waived, holds, "{recorded:?}");
    }
}

#[test]
fn another_document_that_speaks_asks_for_a_new_look() {
    let mut data = changed(&ruled());
    let ens = data["documents"]["ens-data"].clone();
    set(&mut data, &gone("ens-data"));
    let recorded = exception_values(judge(&data, "x-hs6").because());
    data["exceptions"] = exception("x-hs6", &recorded);
    assert_eq!(judge(&data, "x-hs6").state(), Some(State::Waived));
    data["documents"]["ens-data"] = ens;
    assert_eq!(judge(&data, "x-hs6").state(), Some(State::Gap));
}

#[test]
fn an_exception_of_one_check_is_none_of_another() {
    let mut data = changed(&ruled());
    data["exceptions"] = exception("x-origin", &[]);
    assert_eq!(judge(&data, "x-hs6").state(), Some(State::Gap));
}

/// Written before values named their document; the size of the difference was among them.
#[test]
fn exceptions_of_earlier_versions_still_stand() {
    let mut data = base();
    set(&mut data, &("bill-of-lading/gross_weight", json!("16180 kg")));
    data["exceptions"] =
        exception("x-gross-weight", &values(&["0 KG", "16 000 KG", "16 180 KG", "180 KG"]));
    assert_eq!(judge(&data, "x-gross-weight").state(), Some(State::Waived));
    set(&mut data, &("bill-of-lading/gross_weight", json!("16810 kg")));
    assert_eq!(judge(&data, "x-gross-weight").state(), Some(State::Gap));
}

/// A missing field is no difference that could be accepted.
#[test]
fn nothing_missing_is_excepted() {
    let mut data = changed(&[gone("bill-of-lading/marks")]);
    data["exceptions"] = exception("x-marks", &[]);
    assert_eq!(judge(&data, "x-marks").state(), Some(State::Gap));
}
