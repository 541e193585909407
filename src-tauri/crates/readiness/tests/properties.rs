//! What holds for every input: conditions, schedule, and the direction in which knowledge moves a
//! verdict.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use readiness::{
    Condition, Coverage, DocumentType, Duration, Effective, Evaluation, Evidence, EvidenceId,
    EvidenceRule, Fact, FactId, FactKind, FactLevel, JudgedPer, LeadTime, Link, LinkKind,
    Milestone, Network, Operand, PackId, Planner, Product, ProductFrame, Regime, RegimeRule,
    Requirement, Rulebook, Scope, Severity, Shipment, State, Text, Truth, Value, Verification,
    VerificationState,
};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

const FACTS: usize = 5;
const START: &str = "2026-09-01";

fn day(offset: i64) -> NaiveDate {
    let start: NaiveDate = START.parse().unwrap();
    if offset >= 0 {
        start + Days::new(offset.unsigned_abs())
    } else {
        start - Days::new(offset.unsigned_abs())
    }
}

fn fact_id(index: usize) -> FactId {
    FactId(format!("f{index}"))
}

fn facts() -> Vec<Fact> {
    (0..FACTS)
        .map(|index| Fact {
            id: fact_id(index),
            title: Text::same("f"),
            question: Text::same("f?"),
            kind: FactKind::YesNo,
            // The last fact is one of products.
            level: if index == FACTS - 1 { FactLevel::Product } else { FactLevel::Shipment },
            choices: Vec::new(),
            unit: None,
            product_of: Vec::new(),
            replaces: Vec::new(),
            group: None,
        })
        .collect()
}

fn leaf(facts: usize) -> impl Strategy<Value = Condition> {
    (0..facts, any::<bool>()).prop_map(|(index, wanted)| Condition {
        fact: Some(fact_id(index)),
        is: Some(Operand::YesNo(wanted)),
        ..Condition::default()
    })
}

fn condition(facts: usize) -> impl Strategy<Value = Condition> {
    leaf(facts).prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 1..4)
                .prop_map(|all| Condition { all: Some(all), ..Condition::default() }),
            prop::collection::vec(inner.clone(), 1..4)
                .prop_map(|any| Condition { any: Some(any), ..Condition::default() }),
            inner.prop_map(|part| Condition { not: Some(Box::new(part)), ..Condition::default() }),
        ]
    })
}

struct Given(Vec<Option<Value>>);

impl readiness::condition::Answers for Given {
    fn answer(&self, fact: usize) -> Option<&Value> {
        self.0.get(fact).and_then(Option::as_ref)
    }
}

fn compile(condition: &Condition) -> readiness::condition::Compiled {
    let facts = facts();
    condition
        .compile(&|id| {
            facts.iter().position(|fact| fact.id == *id).map(|index| (index, facts[index].clone()))
        })
        .unwrap()
}

/// Every way of answering what is unknown.
fn completions(answers: &[Option<bool>]) -> Vec<Vec<Option<Value>>> {
    let open: Vec<usize> = (0..answers.len()).filter(|i| answers[*i].is_none()).collect();
    (0..1usize << open.len())
        .map(|bits| {
            let mut full: Vec<Option<Value>> =
                answers.iter().map(|answer| answer.map(Value::YesNo)).collect();
            for (place, index) in open.iter().enumerate() {
                full[*index] = Some(Value::YesNo(bits >> place & 1 == 1));
            }
            full
        })
        .collect()
}

/// Uses every fact at most once, so that Kleene's logic is exact and not only sound.
fn mentions_once(condition: &Condition, seen: &mut BTreeSet<FactId>) -> bool {
    let parts =
        condition.all.iter().chain(&condition.any).flatten().chain(condition.not.as_deref());
    condition.fact.as_ref().is_none_or(|fact| seen.insert(fact.clone()))
        && parts.into_iter().all(|part| mentions_once(part, seen))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// A forced answer is found where each fact is looked at once; and what is said to be certain
    /// is so under every completion, always.
    #[test]
    fn conditions_agree_with_the_truth_table(
        condition in condition(FACTS),
        answers in prop::collection::vec(prop::option::of(any::<bool>()), FACTS),
    ) {
        let compiled = compile(&condition);
        let given = Given(answers.iter().map(|answer| answer.map(Value::YesNo)).collect());
        let result = compiled.evaluate(&given);
        let all: BTreeSet<Truth> = completions(&answers)
            .into_iter()
            .map(|full| compiled.evaluate(&Given(full)))
            .collect();
        prop_assert!(!all.contains(&Truth::Unknown), "nothing is unknown when all is answered");
        if result != Truth::Unknown {
            prop_assert_eq!(&all, &BTreeSet::from([result]), "certain means certain");
        } else if mentions_once(&condition, &mut BTreeSet::new()) {
            prop_assert_eq!(all.len(), 2, "unknown only where the answer is not forced");
        }
        let mut open = Vec::new();
        compiled.open_questions(&given, &mut open);
        prop_assert_eq!(open.is_empty(), result != Truth::Unknown, "unknown names its questions");
        for fact in open {
            prop_assert!(answers[fact].is_none(), "only open questions are asked");
        }
    }
}

// ---- Networks ------------------------------------------------------------------------------

fn milestone(id: usize, days: u16, after: Vec<Link>) -> Milestone {
    Milestone {
        id: format!("m{id}").as_str().into(),
        step: format!("s{id}").as_str().into(),
        stands_for: Vec::new(),
        title: Text::same("m"),
        roles: Vec::new(),
        closes_with: Text::same("m"),
        gate: id.is_multiple_of(3),
        consignment: None,
        duration: Duration { shortest: days, base: days, longest: days },
        calendar: None,
        after,
        in_origin: false,
        closed: false,
        actual_start: None,
        actual_finish: None,
        pinned_start: None,
        pinned_finish: None,
        deadline: None,
    }
}

/// (days, [(from, start-to-start, lag)])
type Row = (u16, Vec<(prop::sample::Index, bool, u16)>);

fn network(rows: &[Row]) -> Network {
    let milestones = rows
        .iter()
        .enumerate()
        .map(|(id, (days, links))| {
            let after = links
                .iter()
                .filter(|_| id > 0)
                .map(|(from, start, lag)| Link {
                    from: format!("m{}", from.index(id)).as_str().into(),
                    kind: if *start { LinkKind::StartToStart } else { LinkKind::FinishToStart },
                    lag: *lag,
                    working: false,
                })
                .collect();
            milestone(id, *days, after)
        })
        .collect();
    Network { start: day(0), milestones, ..Network::default() }
}

fn rows(size: usize) -> impl Strategy<Value = Vec<Row>> {
    let link = (any::<prop::sample::Index>(), prop::bool::weighted(0.3), 0u16..6);
    prop::collection::vec((0u16..15, prop::collection::vec(link, 0..4)), 1..size)
}

/// The longest way to a milestone's start, by walking every path.
fn longest_start(network: &Network, index: usize) -> i32 {
    network.milestones[index]
        .after
        .iter()
        .map(|link| {
            let from = network.milestones.iter().position(|m| m.id == link.from).unwrap();
            let start = longest_start(network, from);
            let days = match link.kind {
                LinkKind::FinishToStart => i32::from(network.milestones[from].duration.base),
                LinkKind::StartToStart => 0,
            };
            start + days + i32::from(link.lag)
        })
        .max()
        .unwrap_or(0)
}

/// The longest way from a milestone's start to the end, by walking every path.
fn longest_rest(network: &Network, index: usize) -> i32 {
    let own = i32::from(network.milestones[index].duration.base);
    network
        .milestones
        .iter()
        .enumerate()
        .flat_map(|(to, milestone)| milestone.after.iter().map(move |link| (to, link)))
        .filter(|(_, link)| link.from == network.milestones[index].id)
        .map(|(to, link)| {
            let days = if link.kind == LinkKind::FinishToStart { own } else { 0 };
            days + i32::from(link.lag) + longest_rest(network, to)
        })
        .max()
        .unwrap_or(0)
        .max(own)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn both_passes_agree_with_walking_every_path(rows in rows(10)) {
        let network = network(&rows);
        let schedule = Planner::new(&network).unwrap().plan(&network);
        for index in 0..network.milestones.len() {
            let span = schedule.spans[index];
            prop_assert_eq!(span.es, longest_start(&network, index), "earliest start of m{}", index);
            prop_assert_eq!(
                span.ls,
                schedule.end - longest_rest(&network, index),
                "latest start of m{}", index
            );
            prop_assert!(span.total_float() >= 0);
        }
    }

    #[test]
    fn the_order_of_milestones_and_links_does_not_matter(
        rows in rows(12),
        seed in any::<u64>(),
    ) {
        let network = network(&rows);
        let schedule = Planner::new(&network).unwrap().plan(&network);
        let mut shuffled = network.clone();
        let turn = usize::try_from(seed % 7).unwrap() % network.milestones.len().max(1);
        shuffled.milestones.rotate_left(turn);
        shuffled.milestones.iter_mut().for_each(|m| m.after.reverse());
        let other = Planner::new(&shuffled).unwrap().plan(&shuffled);
        for (index, milestone) in network.milestones.iter().enumerate() {
            let place = shuffled.milestones.iter().position(|m| m.id == milestone.id).unwrap();
            prop_assert_eq!(schedule.spans[index], other.spans[place]);
        }
    }

    #[test]
    fn a_longer_task_starts_nothing_earlier(rows in rows(12), at in any::<prop::sample::Index>()) {
        let network = network(&rows);
        let before = Planner::new(&network).unwrap().plan(&network);
        let mut longer = network.clone();
        let index = at.index(longer.milestones.len());
        longer.milestones[index].duration.base += 3;
        let after = Planner::new(&longer).unwrap().plan(&longer);
        for (old, new) in before.spans.iter().zip(&after.spans) {
            prop_assert!(new.es >= old.es);
        }
    }
}

// ---- Verdicts ------------------------------------------------------------------------------

fn holds(fact: usize) -> Condition {
    Condition { fact: Some(fact_id(fact)), is: Some(Operand::YesNo(true)), ..Condition::default() }
}

fn requirement(index: usize, kind: u8, when: Option<Condition>) -> Requirement {
    let covers = if kind.is_multiple_of(2) { vec![Coverage::Models] } else { Vec::new() };
    let regime = kind.is_multiple_of(3).then(|| RegimeRule {
        judged_at: "s2".into(),
        laws: vec![
            Regime { cite: "old".into(), from: None, until: Some(day(20)) },
            Regime { cite: "new".into(), from: Some(day(21)), until: None },
        ],
    });
    Requirement {
        id: format!("r{index}").as_str().into(),
        pack: PackId::default(),
        title: Text::same("r"),
        rule: Text::same("r"),
        consequence: None,
        first_step: None,
        severity: if kind.is_multiple_of(5) { Severity::Blocker } else { Severity::Major },
        when,
        must: (kind % 11 == 10).then(|| holds(0)),
        cases: if kind % 13 == 12 {
            let severity = Some(Severity::Blocker);
            vec![readiness::Case {
                when: holds(1),
                severity,
                days_before: Some(2),
                ..readiness::Case::default()
            }]
        } else {
            Vec::new()
        },
        days_before: u16::from(kind % 9 == 8),
        effective: (kind % 7 == 6).then(|| Effective {
            from: Some(day(5)),
            until: None,
            judged_at: "s1".into(),
        }),
        per: if kind % 4 == 3 { JudgedPer::Consignment } else { JudgedPer::Shipment },
        per_shipment: false,
        internal: false,
        evidence: EvidenceRule {
            accepts: vec![DocumentType(format!("t{}", kind % 3))],
            covers,
            max_age_days: (kind % 5 == 4).then_some(30),
            regime,
            ..EvidenceRule::default()
        },
        needed_by: format!("s{}", kind % 4).as_str().into(),
        due: None,
        holds_through: None,
        lead: LeadTime { shortest: 3, longest: 20 },
        renewal: None,
        after: if index > 0 && kind % 6 == 5 {
            vec![format!("r{}", index - 1).as_str().into()]
        } else {
            Vec::new()
        },
        replaces: Vec::new(),
        reference: Text::same("r"),
        verification: Verification {
            state: VerificationState::Known,
            source: None,
            checked_on: None,
            checked_by: None,
            open_point: None,
            open_from: None,
        },
    }
}

fn evidence() -> impl Strategy<Value = Evidence> {
    (0u8..3, -60i64..40, prop::option::of(-40i64..80), 0u8..4, 0u8..3, any::<u16>()).prop_map(
        |(kind, issued, expires, models, law, id)| Evidence {
            id: EvidenceId(format!("e{id}")),
            document_type: DocumentType(format!("t{kind}")),
            issued: Some(day(issued)),
            expires: expires.map(day),
            scope: Scope {
                models: match models {
                    0 => Vec::new(),
                    1 => vec!["A".into()],
                    2 => vec!["B".into()],
                    _ => vec!["A".into(), "B".into()],
                },
                regimes: match law {
                    0 => Vec::new(),
                    1 => vec!["old".into()],
                    _ => vec!["old".into(), "new".into()],
                },
                ..Scope::default()
            },
            ..Evidence::default()
        },
    )
}

/// Valid in every way any of the requirements can ask for, from the day judged on.
fn perfect(kind: u8, today: i64) -> Evidence {
    Evidence {
        id: EvidenceId("perfect".into()),
        document_type: DocumentType(format!("t{kind}")),
        issued: Some(day(today)),
        scope: Scope {
            models: vec!["A".into(), "B".into()],
            regimes: vec!["old".into(), "new".into()],
            ..Scope::default()
        },
        ..Evidence::default()
    }
}

#[derive(Clone, Debug)]
struct Case {
    rules: Vec<(u8, Option<Condition>)>,
    answers: Vec<Option<bool>>,
    product: Option<bool>,
    evidence: Vec<Evidence>,
    today: i64,
}

fn case() -> impl Strategy<Value = Case> {
    (
        prop::collection::vec((0u8..60, prop::option::of(condition(FACTS))), 1..8),
        prop::collection::vec(prop::option::of(any::<bool>()), FACTS - 1),
        prop::option::of(any::<bool>()),
        prop::collection::vec(evidence(), 0..8),
        0i64..40,
    )
        .prop_map(|(rules, answers, product, evidence, today)| Case {
            rules,
            answers,
            product,
            evidence,
            today,
        })
}

fn rulebook(case: &Case) -> Arc<Rulebook> {
    let requirements = case
        .rules
        .iter()
        .enumerate()
        .map(|(index, (kind, when))| requirement(index, *kind, when.clone()))
        .collect();
    Arc::new(Rulebook::new(facts(), requirements, Vec::new()).unwrap())
}

fn shipment(case: &Case) -> Shipment {
    let answers = case
        .answers
        .iter()
        .enumerate()
        .filter_map(|(index, answer)| answer.map(|given| (fact_id(index), Value::YesNo(given))))
        .collect();
    let product = |model: &str, answer: Option<bool>| Product {
        frame: ProductFrame { model: model.into(), ..ProductFrame::default() },
        answers: answer
            .map(|given| BTreeMap::from([(fact_id(FACTS - 1), Value::YesNo(given))]))
            .unwrap_or_default(),
    };
    let link = |from: usize| Link {
        from: format!("m{from}").as_str().into(),
        kind: LinkKind::FinishToStart,
        lag: 0,
        working: false,
    };
    Shipment {
        answers,
        products: vec![product("A", case.product), product("B", Some(false))],
        evidence: case.evidence.clone(),
        network: Network {
            start: day(0),
            milestones: vec![
                milestone(0, 8, Vec::new()),
                milestone(1, 9, vec![link(0)]),
                milestone(2, 10, vec![link(1)]),
                milestone(3, 5, vec![link(2)]),
            ],
            ..Network::default()
        },
        ..Shipment::default()
    }
}

fn judge(case: &Case) -> readiness::Judgement {
    Evaluation::new(rulebook(case), shipment(case), day(case.today)).unwrap().judgement()
}

/// How far each requirement is from ready, worst consignment first; only its own states count.
fn distance(judgement: &readiness::Judgement) -> BTreeMap<String, bool> {
    let mut clear = BTreeMap::new();
    for verdict in &judgement.verdicts {
        let ready =
            matches!(verdict.state, State::Ready | State::NotApplicable | State::Unverified);
        let entry = clear.entry(verdict.subject.id().to_owned()).or_insert(true);
        *entry = *entry && ready;
    }
    clear
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn adding_valid_evidence_never_adds_a_finding(case in case(), kind in 0u8..3) {
        let before = judge(&case);
        let mut more = case.clone();
        more.evidence.push(perfect(kind, case.today));
        let after = judge(&more);
        let keys = |judgement: &readiness::Judgement| -> BTreeSet<(String, String)> {
            judgement
                .findings
                .iter()
                .map(|finding| (finding.subject.id().to_owned(), finding.code.as_str().to_owned()))
                .filter(|(_, code)| code != "regime-margin")
                .collect()
        };
        let new: Vec<_> = keys(&after).difference(&keys(&before)).cloned().collect();
        prop_assert!(new.is_empty(), "{new:?}");
    }

    #[test]
    fn an_unknown_fact_never_makes_a_shipment_readier(
        case in case(),
        forget in any::<prop::sample::Index>(),
    ) {
        let known = judge(&case);
        let mut forgetful = case.clone();
        let index = forget.index(FACTS);
        if index == FACTS - 1 {
            forgetful.product = None;
        } else {
            forgetful.answers[index] = None;
        }
        let unknown = judge(&forgetful);
        let (before, after) = (distance(&known), distance(&unknown));
        for (id, ready) in &after {
            if *ready {
                prop_assert_eq!(before.get(id), Some(&true), "{} became ready by forgetting", id);
            }
        }
        let open = |judgement: &readiness::Judgement| -> BTreeSet<String> {
            judgement
                .gates
                .iter()
                .filter(|gate| gate.state == readiness::GateState::Open)
                .map(|gate| gate.milestone.0.clone())
                .collect()
        };
        prop_assert!(open(&unknown).is_subset(&open(&known)), "no gate opens by forgetting");
    }

    #[test]
    fn the_order_of_input_does_not_matter(case in case(), turn in 0usize..8) {
        let mut turned = case.clone();
        // One id twice would be two documents that cannot be told apart.
        for (index, evidence) in turned.evidence.iter_mut().enumerate() {
            evidence.id = EvidenceId(format!("e{index}"));
        }
        let plain = turned.clone();
        if !turned.evidence.is_empty() {
            let by = turn % turned.evidence.len();
            turned.evidence.rotate_left(by);
        }
        prop_assert_eq!(judge(&plain), judge(&turned));
    }

    #[test]
    fn one_changed_answer_gives_what_a_full_run_gives(
        case in case(),
        index in 0usize..FACTS,
        answer in prop::option::of(any::<bool>()),
    ) {
        let mut evaluation =
            Evaluation::new(rulebook(&case), shipment(&case), day(case.today)).unwrap();
        let mut changed = case.clone();
        let product = (index == FACTS - 1).then_some(0);
        if index == FACTS - 1 {
            changed.product = answer;
        } else {
            changed.answers[index] = answer;
        }
        evaluation.set_answer(product, &fact_id(index), answer.map(Value::YesNo)).unwrap();
        prop_assert_eq!(evaluation.judgement(), judge(&changed));
    }

    #[test]
    fn a_sweep_counts_what_a_full_run_finds(case in case(), offset in 20i64..60) {
        let evaluation =
            Evaluation::new(rulebook(&case), shipment(&case), day(case.today)).unwrap();
        let swept = evaluation.sweep(2, [day(offset)]);
        let mut pinned = shipment(&case);
        pinned.network.milestones[2].pinned_finish = Some(day(offset));
        let full = Evaluation::new(rulebook(&case), pinned, day(case.today)).unwrap().judgement();
        let gaps = full
            .verdicts
            .iter()
            .filter(|verdict| matches!(verdict.subject, readiness::Subject::Requirement(_)))
            .filter(|verdict| matches!(verdict.state, State::Gap | State::Unknown))
            .count();
        let counts = swept[0].counts;
        prop_assert_eq!(counts.blocker + counts.major, gaps);
    }
}
