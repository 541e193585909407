//! Dates in order and within their limits; letters of credit.

use crate::support::{base, judge, set};
use crate::{Case, conflict, excepted, gone, lacks, late, not_applicable, pass, to, waived};
use chrono::NaiveDate;
use readiness::Severity::{Blocker, Major};
use readiness::{Reason, State};
use serde_json::json;

pub(crate) fn cases() -> Vec<Case> {
    [order(), latest_shipment(), presentation()].into_iter().flatten().collect()
}

fn order() -> Vec<Case> {
    let x = "x-date-order";
    let contract = "sales-contract/issued";
    vec![
        // The same day is in order, in every clause.
        pass(x, vec![to(contract, "2026-12-01"), to("certificate-of-origin/issued", "2026-12-01")]),
        pass(x, vec![to("insurance-certificate/issued", "2026-12-10")]),
        pass(
            x,
            vec![
                to("dual-use-export-licence/issued", "2026-12-08"),
                to("dual-use-export-licence/expires", "2026-12-08"),
            ],
        ),
        pass(x, vec![to("bill-of-lading/issued", "2026-12-28")]),
        // One day more in each.
        conflict(x, Major, vec![to(contract, "2026-12-02")]),
        conflict(x, Major, vec![to("certificate-of-origin/issued", "2026-11-30")]),
        conflict(x, Major, vec![to("insurance-certificate/issued", "2026-12-11")]),
        conflict(x, Major, vec![to("dual-use-export-licence/issued", "2026-12-09")]),
        conflict(x, Major, vec![to("dual-use-export-licence/expires", "2026-12-07")]),
        conflict(x, Major, vec![to("bill-of-lading/issued", "2026-12-29")]),
        conflict(x, Major, vec![to("ens-data/issued", "2026-12-29")]),
        // Without a date on the bill the planned day on board counts.
        conflict(
            x,
            Major,
            vec![gone("bill-of-lading/on_board"), to("insurance-certificate/issued", "2026-12-11")],
        ),
        lacks(x, "sales-contract", "issued", vec![gone(contract)]),
        lacks(x, "commercial-invoice", "issued", vec![gone("commercial-invoice/issued")]),
        lacks(x, "certificate-of-origin", "issued", vec![gone("certificate-of-origin/issued")]),
        lacks(x, "insurance-certificate", "issued", vec![gone("insurance-certificate")]),
        lacks(x, "export-declaration", "issued", vec![gone("export-declaration/issued")]),
        lacks(
            x,
            "dual-use-export-licence",
            "expires",
            vec![gone("dual-use-export-licence/expires")],
        ),
        lacks(x, "dual-use-export-licence", "issued", vec![gone("dual-use-export-licence/issued")]),
        // A document that no other check looks at is presented with the rest.
        conflict(x, Major, vec![("beneficiary-certificate", json!({"issued": "2027-06-01"}))]),
        lacks(x, "packing-list", "issued", vec![gone("packing-list/issued")]),
        lacks(x, "schedule", "presentation", vec![gone("/dates/presentation")]),
        excepted(x, vec![to(contract, "2026-12-02")], to(contract, "2026-12-03")),
    ]
}

fn latest_shipment() -> Vec<Case> {
    let x = "x-latest-shipment";
    let board = "bill-of-lading/on_board";
    let open_account = || {
        vec![
            ("/order/payment", json!(["open-account"])),
            gone("/order/letter_of_credit"),
            gone("letter-of-credit"),
        ]
    };
    let with = |mut changes: Vec<crate::support::Change>, more| {
        changes.push(more);
        changes
    };
    vec![
        pass(x, vec![to(board, "2026-12-15")]),
        late(x, Blocker, vec![to(board, "2026-12-16")]),
        late(x, Major, with(open_account(), to(board, "2026-12-16"))),
        pass(x, with(open_account(), to(board, "2026-12-15"))),
        // The earlier of credit and contract; planned where nothing is stated.
        late(x, Blocker, vec![to("/order/latest_shipment", "2026-12-09")]),
        late(x, Blocker, vec![to("/order/letter_of_credit/latest_shipment", "2026-12-09")]),
        late(x, Blocker, vec![gone(board), to("/dates/on-board", "2026-12-16")]),
        // 13 December 2026 is a Sunday: the bank is closed, the date stays (UCP 600 Art. 29 c).
        late(
            x,
            Blocker,
            vec![
                to("/order/letter_of_credit/latest_shipment", "2026-12-13"),
                to(board, "2026-12-14"),
            ],
        ),
        // Of two loadings the later counts, whatever one bill says.
        late(
            x,
            Blocker,
            vec![(
                "/dates",
                json!({"on-board/1": "2026-12-10", "on-board/2": "2026-12-16",
                    "presentation": "2026-12-28"}),
            )],
        ),
        lacks(
            x,
            "letter-of-credit",
            "latest-shipment",
            vec![gone("/order/letter_of_credit/latest_shipment")],
        ),
        lacks(x, "schedule", "on-board", vec![gone(board), gone("/dates/on-board")]),
        not_applicable(x, with(open_account(), gone("/order/latest_shipment"))),
        waived(x, vec![to(board, "2026-12-16")]),
    ]
}

fn presentation() -> Vec<Case> {
    let x = "x-presentation";
    let presented = |date: &str| to("/dates/presentation", date);
    let expires = |date: &str| to("/order/letter_of_credit/expires", date);
    vec![
        // 10 December and 21 days, where the credit says nothing.
        pass(x, vec![presented("2026-12-31")]),
        late(x, Blocker, vec![presented("2027-01-01")]),
        pass(
            x,
            vec![presented("2026-12-20"), ("/order/letter_of_credit/presentation_days", json!(10))],
        ),
        late(
            x,
            Blocker,
            vec![presented("2026-12-21"), ("/order/letter_of_credit/presentation_days", json!(10))],
        ),
        // The expiry where that is earlier.
        pass(x, vec![presented("2026-12-28"), expires("2026-12-28")]),
        late(x, Blocker, vec![presented("2026-12-28"), expires("2026-12-27")]),
        // Each consignment has its own days.
        late(
            x,
            Blocker,
            vec![
                gone("bill-of-lading/on_board"),
                (
                    "/dates",
                    json!({"on-board/1": "2026-12-01", "on-board/2": "2026-12-14",
                        "presentation/1": "2026-12-23", "presentation/2": "2026-12-30"}),
                ),
            ],
        ),
        pass(
            x,
            vec![
                gone("bill-of-lading/on_board"),
                (
                    "/dates",
                    json!({"on-board/1": "2026-12-01", "on-board/2": "2026-12-14",
                        "presentation/1": "2026-12-22", "presentation/2": "2027-01-04"}),
                ),
            ],
        ),
        lacks(x, "letter-of-credit", "expires", vec![gone("/order/letter_of_credit/expires")]),
        lacks(x, "letter-of-credit", "expires", vec![gone("/order/letter_of_credit")]),
        lacks(x, "schedule", "presentation", vec![gone("/dates/presentation")]),
        not_applicable(
            x,
            vec![
                ("/order/payment", json!(["open-account"])),
                gone("/order/letter_of_credit"),
                gone("letter-of-credit"),
            ],
        ),
        waived(x, vec![presented("2027-01-01")]),
    ]
}

/// `present_by` of case A of the field's worked cases.
#[test]
fn the_last_day_to_present_is_shown() {
    let mut data = base();
    set(&mut data, &to("bill-of-lading/on_board", "2026-12-18"));
    let said = judge(&data, "x-presentation");
    assert_eq!(said.state(), Some(State::Ready));
    let limit: Option<NaiveDate> = said.because().iter().find_map(|reason| match reason {
        Reason::DateLimit { limit, .. } => Some(*limit),
        _ => None,
    });
    assert_eq!(limit.map(|limit| limit.to_string()).as_deref(), Some("2027-01-05"));
}

#[test]
fn a_missed_date_says_by_how_much() {
    let mut data = base();
    set(&mut data, &to("bill-of-lading/on_board", "2026-12-18"));
    let finding = judge(&data, "x-latest-shipment").finding.unwrap();
    assert_eq!(finding.slack_days, Some(-3));
}
