//! Every value of the engine's types and every name in its checks is worded.

use super::house::keeps_the_rules;
use crate::*;
use chrono::NaiveDate;
use readiness::condition::Relation;
use readiness::document::kind;
use readiness::{
    Code, Coverage, DecisionKind, DualUseClass, FactKind, GateState, Obliged, PartyRole, Severity,
    State, Timing, VerificationState,
};
use std::collections::BTreeSet;

#[test]
fn every_check_has_a_title_and_a_rule() {
    let ids = readiness::checks::ids();
    assert_eq!(ids.len(), 29);
    let mut titles = BTreeSet::new();
    for id in ids {
        let title = check_title(&id).unwrap();
        let rule = check_rule(&id).unwrap();
        keeps_the_rules(&title, false);
        keeps_the_rules(&rule, false);
        keeps_the_rules(&crate::checks::action(&id), false);
        assert!(rule.en.ends_with('.') && rule.zh.ends_with('。'), "{id}");
        assert!(!title.en.ends_with('.'), "{id}");
        assert!(titles.insert(title.en), "{id}: two checks have one title");
    }
    assert_eq!(check_title(&"x-none".into()), None);
}

#[test]
fn every_trade_document_has_a_title() {
    for kind in kind::ALL.iter().chain(&["shipment", "packages", "schedule"]) {
        let title = document_title(kind);
        assert_ne!(title, Text::same(*kind));
        keeps_the_rules(&title, false);
    }
}

const SOURCES: [&str; 11] = [
    include_str!("../../../readiness/src/checks/carriage.rs"),
    include_str!("../../../readiness/src/checks/dates.rs"),
    include_str!("../../../readiness/src/checks/description.rs"),
    include_str!("../../../readiness/src/checks/exception.rs"),
    include_str!("../../../readiness/src/checks/goods.rs"),
    include_str!("../../../readiness/src/checks/licence.rs"),
    include_str!("../../../readiness/src/checks/money.rs"),
    include_str!("../../../readiness/src/checks/packing.rs"),
    include_str!("../../../readiness/src/checks/parties.rs"),
    include_str!("../../../readiness/src/checks/say.rs"),
    include_str!("../../../readiness/src/checks/weights.rs"),
];

/// Names in the checks that are not shown as a field: answers, choices, values.
const NOT_FIELDS: [&str; 10] = [
    "a precise text",
    "container",
    "flat-rack",
    "break-bulk",
    "likely-listed",
    "load-units",
    "no wood",
    "none listed",
    "oversize",
    "total",
];

#[test]
fn every_field_that_a_check_names_has_a_title() {
    let modules = include_str!("../../../readiness/src/checks.rs");
    let modules = modules.lines().filter(|line| line.starts_with("mod ") && line.ends_with(';'));
    assert_eq!(modules.count(), SOURCES.len(), "list the new file of checks above");
    let mut seen = 0;
    for source in SOURCES {
        let quoted = source.lines().filter(|line| !line.trim_start().starts_with("//"));
        for literal in quoted.flat_map(|line| line.split('"').skip(1).step_by(2)) {
            let name = literal.split(" {").next().unwrap();
            let is_name = !name.is_empty()
                && name
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "- ".contains(c))
                && !name.starts_with([' ', '-']);
            if !is_name || NOT_FIELDS.contains(&name) {
                continue;
            }
            let known = field_title(name) != Text::same(name)
                || document_title(name) != Text::same(name)
                || matches!(name, "prepaid" | "collect");
            assert!(known, "{name:?} is not worded");
            seen += 1;
        }
    }
    assert!(seen > 100, "only {seen} names found: does the scan still work?");
}

#[test]
fn every_word_keeps_the_rules() {
    let codes = [
        Code::Missing,
        Code::Expired,
        Code::NotYetIssued,
        Code::Lapses,
        Code::Stale,
        Code::Scope,
        Code::Holder,
        Code::Language,
        Code::Regime,
        Code::RegimeMargin,
        Code::Conflict,
        Code::InsufficientData,
        Code::Deadline,
        Code::Overdue,
        Code::UnknownFact,
        Code::Unverified,
        Code::Holiday,
        Code::CalendarGap,
        Code::Pinned,
        Code::Incoterm,
    ];
    let states = [
        State::Gap,
        State::Unknown,
        State::Unverified,
        State::Task,
        State::Ready,
        State::Waived,
        State::DecidedNotApplicable,
        State::NotApplicable,
    ];
    let roles = PartyRole::ALL;
    let coverages = [
        Coverage::Models,
        Coverage::Serials,
        Coverage::Site,
        Coverage::Destination,
        Coverage::ContractAmount,
        Coverage::CargoCover,
        Coverage::Shipment,
    ];
    let relations = [Relation::Above, Relation::AtLeast, Relation::Below, Relation::AtMost];
    let kinds = [
        FactKind::YesNo,
        FactKind::Choice,
        FactKind::Choices,
        FactKind::Decimal,
        FactKind::Date,
        FactKind::Text,
    ];
    let payments = [
        "letter-of-credit",
        "usance",
        "open-account",
        "documents-against-payment",
        "documents-against-acceptance",
        "advance",
        "instalments",
    ];
    let verified =
        [VerificationState::Checked, VerificationState::Known, VerificationState::Verify];
    let gates = [GateState::Passed, GateState::Open, GateState::Held, GateState::Behind];
    let words = codes
        .map(code)
        .into_iter()
        .chain([Severity::Blocker, Severity::Major, Severity::Minor, Severity::Info].map(severity))
        .chain(states.map(state))
        .chain([None, Some(Timing::Open), Some(Timing::AtRisk), Some(Timing::Late)].map(timing))
        .chain(gates.map(gate_state))
        .chain(roles.map(role))
        .chain(coverages.map(coverage))
        .chain(relations.map(relation))
        .chain(relations.map(relation_of_dates))
        .chain(kinds.map(fact_kind))
        .chain(payments.map(payment))
        .chain(verified.map(verification))
        .chain([Obliged::Seller, Obliged::Buyer, Obliged::Nobody].map(obliged))
        .chain([DecisionKind::Waived, DecisionKind::NotApplicable].map(decision))
        .chain([true, false].map(yes_no))
        .chain(languages().map(language_name))
        .chain([waits()]);
    for word in words {
        keeps_the_rules(&word, false);
    }
}

#[test]
fn the_dual_use_helper_never_says_that_no_licence_is_needed() {
    for class in
        [DualUseClass::NotFlagged, DualUseClass::InsufficientData, DualUseClass::LikelyListed]
    {
        let text = dual_use(class);
        keeps_the_rules(&text, false);
        keeps_the_rules(&dual_use_class(class), false);
        assert!(text.en.ends_with("The helper never says that no licence is needed."));
        assert!(text.zh.ends_with("绝不表示无需许可证。"));
    }
}

#[test]
fn the_words_of_the_design_are_the_words_of_the_program() {
    let pairs = [
        (code(Code::Lapses), "Expires early", "提前到期"),
        (code(Code::Regime), "Superseded", "引用旧法"),
        (severity(Severity::Blocker), "Blocker", "阻断"),
        (timing(Some(Timing::Late)), "Too late", "来不及"),
        (gate_state(GateState::Held), "Held", "受阻"),
        (state(State::Task), "To do", "待办"),
        (waits(), "Waits", "等待前项"),
    ];
    for (text, en, zh) in pairs {
        assert_eq!(text, Text::new(en, zh));
    }
}

#[test]
fn dates_are_written_as_the_design_asks() {
    let day: NaiveDate = "2026-11-24".parse().unwrap();
    assert_eq!(date(day), Text::new("24 Nov 2026", "2026-11-24"));
    assert_eq!(days(1), Text::new("1 day", "1 天"));
}
