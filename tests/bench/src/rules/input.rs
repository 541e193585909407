//! The rules, facts and documents, generated from one seed in the engine's own types.

use crate::Outcome;
use crate::random::Seeded;
use chrono::{Days, NaiveDate};
use readiness::{
    Choice, Condition, DocumentType, Duration, Evidence, EvidenceRule, Fact, FactKind, FactLevel,
    InPlay, JudgedPer, LeadTime, Milestone, Network, Operand, Planner, Requirement, Rulebook,
    Schedule, Severity, Shipment, Text, Value, Verification, VerificationState,
};
use std::sync::Arc;

pub(crate) const RULES: usize = 2_000;
pub(crate) const FACTS: usize = 40;
pub(crate) const DOCUMENTS: usize = 200;
const TYPES: usize = 120;
pub(crate) const STEPS: usize = 24;
const CHOICES: usize = 6;
/// The milestone whose date is the ship date.
pub(crate) const SHIPPING: usize = 14;

/// How many facts a rule looks at, in per cent: 0, 1, 2, 3, 6. Counted in the built-in packs.
const FACTS_OF_A_RULE: [(usize, usize); 5] = [(0, 18), (1, 36), (2, 36), (3, 9), (6, 1)];

/// All of it.
pub(crate) struct Input {
    pub(crate) rulebook: Arc<Rulebook>,
    pub(crate) shipment: Shipment,
    pub(crate) today: NaiveDate,
    pub(crate) schedule: Schedule,
    facts_looked_at: usize,
}

/// Makes it.
pub(crate) fn make() -> Outcome<Input> {
    let mut seed = Seeded::new(0x0b2);
    let today = NaiveDate::from_ymd_opt(2026, 11, 24).ok_or("no such day")?;
    let facts: Vec<Fact> = (0..FACTS).map(fact).collect();
    let answers = facts.iter().map(|fact| (fact.id.clone(), value(fact, &mut seed))).collect();
    let network = network(today);
    let schedule = Planner::new(&network)?.plan(&network);
    let evidence: Vec<Evidence> =
        (0..DOCUMENTS).map(|number| document(number, today, &mut seed)).collect();
    let mut rules: Vec<Requirement> = Vec::with_capacity(RULES);
    while rules.len() < RULES {
        let rule = rule(rules.len(), &facts, &mut seed);
        if is_plain(&rule, &evidence, &schedule, today) {
            rules.push(rule);
        }
    }
    let rulebook = Rulebook::new(facts, rules, Vec::new())
        .map_err(|errors| errors.first().map(ToString::to_string).unwrap_or_default())?;
    let facts_looked_at = rulebook
        .requirements()
        .filter_map(|rule| rule.when.as_ref())
        .map(|when| crate::rules::predicate::facts(when).len())
        .sum();
    let shipment = Shipment {
        answers,
        evidence,
        network,
        // The documents' contents are no part of this row.
        in_play: InPlay { requirements: None, checks: Some(Vec::new()) },
        ..Shipment::default()
    };
    Ok(Input { rulebook: Arc::new(rulebook), shipment, today, schedule, facts_looked_at })
}

impl Input {
    /// How it is made and measured.
    pub(crate) fn told(&self) -> Vec<String> {
        vec![
            format!(
                "{RULES} requirements over {FACTS} facts (yes/no, choice, several choices, amounts with units, dates), {DOCUMENTS} documents of {TYPES} types, {STEPS} milestones; {} look-ups of facts in conditions, as many for a rule as in the built-in packs. Every fact is answered: three-valued logic is left out on all sides, since not all peers have it.",
                self.facts_looked_at
            ),
            "Verdict of a rule: not applicable, satisfied, or its gap: missing, expired, lapses, stale, or two of them. The peers evaluate one expression for each rule: the same condition, then the same predicates over the documents of the accepted types; they get facts as plain variables, amounts as whole numbers in one unit, dates as day numbers, and the documents already listed by accepted types.".to_owned(),
            "Timed on all sides: evaluating all rules on prepared input. Not timed: compiling, loading, preparing the context. Ours: `Evaluation::new` and `Evaluation::judgement`, so with the schedule, findings, lead times, timing, and every verdict's explanation; the peers give a verdict's name and nothing else.".to_owned(),
        ]
    }
}

fn text(of: &str, number: usize) -> Text {
    Text::new(format!("{of} {number}"), format!("{of} {number} 号"))
}

fn fact(number: usize) -> Fact {
    let (kind, unit) = match number % 10 {
        0..=3 => (FactKind::YesNo, None),
        4..=6 => (FactKind::Choice, None),
        7 => (FactKind::Choices, None),
        8 if number.is_multiple_of(4) => (FactKind::Decimal, Some("mm")),
        8 => (FactKind::Decimal, Some("kg")),
        _ => (FactKind::Date, None),
    };
    let choices = match kind {
        FactKind::Choice | FactKind::Choices => (0..CHOICES)
            .map(|choice| Choice { id: format!("c{choice}"), title: text("Choice", choice) })
            .collect(),
        _ => Vec::new(),
    };
    Fact {
        product_of: Vec::new(),
        replaces: Vec::new(),
        id: format!("f{number:02}").as_str().into(),
        title: text("Fact", number),
        question: text("What is fact", number),
        kind,
        level: FactLevel::Shipment,
        choices,
        unit: unit.map(str::to_owned),
        group: None,
    }
}

/// An answer that fits.
pub(crate) fn value(fact: &Fact, seed: &mut Seeded) -> Value {
    match fact.kind {
        FactKind::YesNo => Value::YesNo(seed.chance(50)),
        FactKind::Choice => Value::Choice(format!("c{}", seed.below(CHOICES))),
        FactKind::Choices => {
            let drawn = seed.different(2, CHOICES);
            Value::Choices(drawn.into_iter().map(|choice| format!("c{choice}")).collect())
        }
        FactKind::Decimal => {
            let amount = seed.between(1, 60) * 100;
            let unit = fact.unit.as_deref().unwrap_or_default();
            format!("{amount} {unit}").parse().map_or(Value::Text(unit.to_owned()), Value::Decimal)
        }
        FactKind::Date => Value::Date(day(seed.between(0, 700))),
        FactKind::Text => Value::Text(format!("t{}", seed.below(4))),
    }
}

fn day(after: i64) -> NaiveDate {
    let first = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap_or_default();
    first.checked_add_days(Days::new(after.unsigned_abs())).unwrap_or(first)
}

fn comparison(fact: &Fact, seed: &mut Seeded) -> Condition {
    let mut condition = Condition { fact: Some(fact.id.clone()), ..Condition::default() };
    let choice = |seed: &mut Seeded| format!("c{}", seed.below(CHOICES));
    match fact.kind {
        FactKind::YesNo => condition.is = Some(Operand::YesNo(seed.chance(60))),
        FactKind::Choice | FactKind::Choices if seed.chance(50) => {
            condition.is = Some(Operand::Text(choice(seed)));
        }
        FactKind::Choice | FactKind::Choices => {
            let drawn = seed.different(3, CHOICES);
            condition.one_of = Some(drawn.into_iter().map(|choice| format!("c{choice}")).collect());
        }
        FactKind::Decimal => {
            // Some limits in the larger unit: 3 m against an answer in mm.
            let (thousands, larger) = match fact.unit.as_deref() {
                Some("mm") => (seed.chance(30), "m"),
                _ => (seed.chance(30), "t"),
            };
            let limit = if thousands {
                format!("{} {larger}", seed.between(1, 5))
            } else {
                let amount = seed.between(2, 58) * 100;
                format!("{amount} {}", fact.unit.as_deref().unwrap_or_default())
            };
            let limit = Some(Operand::Text(limit));
            match seed.below(4) {
                0 => condition.above = limit,
                1 => condition.at_least = limit,
                2 => condition.below = limit,
                _ => condition.at_most = limit,
            }
        }
        FactKind::Date => {
            let limit = Some(Operand::Text(day(seed.between(0, 700)).to_string()));
            if seed.chance(50) {
                condition.at_least = limit;
            } else {
                condition.below = limit;
            }
        }
        FactKind::Text => condition.is = Some(Operand::Text(format!("t{}", seed.below(4)))),
    }
    condition
}

fn condition(facts: &[Fact], seed: &mut Seeded) -> Option<Condition> {
    let weights: Vec<usize> = FACTS_OF_A_RULE.iter().map(|(_, weight)| *weight).collect();
    let count = FACTS_OF_A_RULE[seed.weighted(&weights)].0;
    let mut parts: Vec<Condition> = seed
        .different(count, facts.len())
        .into_iter()
        .map(|position| {
            let part = comparison(&facts[position], seed);
            if seed.chance(15) {
                Condition { not: Some(Box::new(part)), ..Condition::default() }
            } else {
                part
            }
        })
        .collect();
    while parts.len() > 1 {
        let rest = parts.split_off(parts.len() - 2);
        let joined = if seed.chance(50) {
            Condition { any: Some(rest), ..Condition::default() }
        } else {
            Condition { all: Some(rest), ..Condition::default() }
        };
        parts.push(joined);
    }
    parts.pop()
}

fn document_type(number: usize) -> DocumentType {
    DocumentType(format!("type-{number:03}"))
}

fn rule(number: usize, facts: &[Fact], seed: &mut Seeded) -> Requirement {
    let kinds = if seed.chance(20) { 2 } else { 1 };
    let accepts = seed.different(kinds, TYPES).into_iter().map(document_type).collect();
    let needed_by = seed.below(STEPS - 4);
    let after = if number > 0 && seed.chance(5) {
        vec![format!("rule-{:04}", seed.below(number)).as_str().into()]
    } else {
        Vec::new()
    };
    Requirement {
        must: None,
        replaces: Vec::new(),
        cases: Vec::new(),
        days_before: 0,
        id: format!("rule-{number:04}").as_str().into(),
        pack: "bench".into(),
        title: text("Rule", number),
        rule: text("What must be true by rule", number),
        consequence: Some(text("What follows without rule", number)),
        first_step: Some(text("What to do first for rule", number)),
        severity: *seed.pick(&[Severity::Minor, Severity::Major, Severity::Blocker]),
        when: condition(facts, seed),
        effective: None,
        per: JudgedPer::Shipment,
        per_shipment: false,
        internal: false,
        evidence: EvidenceRule {
            accepts,
            max_age_days: seed.chance(30).then(|| *seed.pick(&[180, 365, 730])),
            ..EvidenceRule::default()
        },
        needed_by: step(needed_by),
        due: None,
        holds_through: seed.chance(50).then(|| step(needed_by + 1 + seed.below(3))),
        lead: LeadTime { shortest: 5, longest: 40 },
        renewal: seed.chance(50).then_some(LeadTime { shortest: 3, longest: 20 }),
        after,
        reference: text("Reference of rule", number),
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

fn document(number: usize, today: NaiveDate, seed: &mut Seeded) -> Evidence {
    let issued = today.checked_sub_days(Days::new(seed.between(10, 1_200).unsigned_abs()));
    let expires = seed.chance(80).then(|| {
        let days = seed.between(-200, 900);
        let by = Days::new(days.unsigned_abs());
        let day = if days < 0 { today.checked_sub_days(by) } else { today.checked_add_days(by) };
        day.unwrap_or(today)
    });
    Evidence {
        id: format!("document-{number:03}").as_str().into(),
        document_type: document_type(seed.below(TYPES)),
        number: Some(format!("QD-{}", 10_000 + number)),
        issuer: Some("A certification body".to_owned()),
        issued,
        expires,
        ..Evidence::default()
    }
}

fn step(number: usize) -> readiness::Step {
    format!("step-{number:02}").as_str().into()
}

/// A chain with a side branch at every fourth milestone, in calendar days.
fn network(start: NaiveDate) -> Network {
    let milestones = (0..STEPS)
        .map(|number| {
            let before = if number % 4 == 3 { 2 } else { 1 };
            let after = number
                .checked_sub(before)
                .map(|from| format!("step-{from:02}+3"))
                .and_then(|link| link.parse().ok());
            let base = u16::try_from(4 + number % 5 * 3).unwrap_or(4);
            Milestone {
                id: step(number).as_str().into(),
                step: step(number),
                stands_for: Vec::new(),
                title: text("Step", number),
                roles: Vec::new(),
                closes_with: text("What closes step", number),
                gate: number.is_multiple_of(3),
                consignment: None,
                duration: Duration { shortest: base, base, longest: base },
                calendar: None,
                after: after.into_iter().collect(),
                in_origin: false,
                closed: false,
                actual_start: None,
                actual_finish: None,
                pinned_start: None,
                pinned_finish: None,
                deadline: None,
            }
        })
        .collect();
    Network { start, milestones, ..Network::default() }
}

/// Whether the gap of a rule has one name: of several documents that all fall short, all do so in
/// the same way. Otherwise the nearest would have to be chosen, which not all peers can say.
fn is_plain(
    rule: &Requirement,
    evidence: &[Evidence],
    schedule: &Schedule,
    today: NaiveDate,
) -> bool {
    let through = through(rule, schedule);
    let accepts = rule.accepts();
    let mut ways: Vec<(bool, bool, bool)> = evidence
        .iter()
        .filter(|document| accepts.contains(&document.document_type))
        .map(|document| {
            let expired = document.expires.is_some_and(|until| until < today);
            let lapses = !expired && document.expires.is_some_and(|until| until < through);
            let age = document.issued.map_or(0, |issued| (today - issued).num_days());
            let limit = rule.evidence.max_age_days;
            (expired, lapses, limit.is_some_and(|limit| age > i64::from(limit)))
        })
        .collect();
    ways.sort_unstable();
    ways.dedup();
    ways.contains(&(false, false, false)) || ways.len() <= 1
}

/// The day through which a rule's document must be valid.
pub(crate) fn through(rule: &Requirement, schedule: &Schedule) -> NaiveDate {
    schedule.shown_finish(position(rule.holds_through.as_ref().unwrap_or(&rule.needed_by)))
}

/// The position of a step's milestone.
pub(crate) fn position(step: &readiness::Step) -> usize {
    step.as_str().trim_start_matches("step-").parse().unwrap_or(0)
}
