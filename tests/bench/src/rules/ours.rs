//! The engine's side, and its runs against itself.

use super::input::{Input, SHIPPING, value};
use crate::Outcome;
use crate::measure::{Side, Times, in_turn, timed};
use crate::random::Seeded;
use crate::results::{Against, Goal, Line};
use chrono::{Days, NaiveDate};
use readiness::{
    Code, Counts, Evaluation, FactId, Judgement, Pins, State, Subject, SweepDay, Value,
};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

const ROUNDS: usize = 15;

fn evaluation(input: &Input) -> Outcome<Evaluation> {
    Ok(Evaluation::new(Arc::clone(&input.rulebook), input.shipment.clone(), input.today)?)
}

/// The verdict of every rule, in the order of the rules, by the names that the peers use.
pub(crate) fn verdicts(input: &Input) -> Outcome<Vec<String>> {
    let judgement = evaluation(input)?.judgement();
    let mut gaps: BTreeMap<&Subject, Vec<Code>> = BTreeMap::new();
    for finding in &judgement.findings {
        gaps.entry(&finding.subject).or_default().push(finding.code);
    }
    let states: BTreeMap<&Subject, State> =
        judgement.verdicts.iter().map(|verdict| (&verdict.subject, verdict.state)).collect();
    input
        .rulebook
        .requirements()
        .map(|rule| {
            let subject = Subject::Requirement(rule.id.clone());
            Ok(match states.get(&subject) {
                Some(State::NotApplicable) => "not-applicable".to_owned(),
                Some(State::Ready) => "satisfied".to_owned(),
                Some(State::Gap) => {
                    let mut codes = gaps.get(&subject).cloned().unwrap_or_default();
                    codes.sort();
                    codes.iter().map(|code| code.as_str()).collect::<Vec<_>>().join("+")
                }
                other => return Err(format!("{} is {other:?}", rule.id).into()),
            })
        })
        .collect()
}

/// One full run: everything judged and explained, and read out.
pub(crate) fn full(input: &Input) -> Outcome<Duration> {
    let shipment = input.shipment.clone();
    let rulebook = Arc::clone(&input.rulebook);
    let (took, result) = timed(|| {
        Evaluation::new(rulebook, shipment, input.today).map(|evaluation| {
            let judgement = evaluation.judgement();
            (evaluation, judgement)
        })
    });
    result?;
    Ok(took)
}

/// Where a full run spends its time.
pub(crate) fn parts(input: &Input) -> Outcome<Vec<(String, Times)>> {
    let held = evaluation(input)?;
    let mut sides: Vec<Side<'_>> = vec![
        Box::new(|| {
            let shipment = input.shipment.clone();
            let rulebook = Arc::clone(&input.rulebook);
            let (took, result) = timed(|| Evaluation::new(rulebook, shipment, input.today));
            result?;
            Ok(took)
        }),
        Box::new(|| Ok(timed(|| held.judgement()).0)),
    ];
    let times = in_turn(ROUNDS, &mut sides)?;
    let names = ["judging and explaining (`Evaluation::new`)", "reading out (`judgement`)"];
    Ok(names.iter().map(|name| (*name).to_owned()).zip(times).collect())
}

/// Another answer for every fact.
fn other_answers(input: &Input) -> Vec<(FactId, Value)> {
    let mut seed = Seeded::new(0xa);
    let facts = input.rulebook.facts();
    facts
        .iter()
        .map(|fact| {
            let now = input.shipment.answers.get(&fact.id);
            let mut other = value(fact, &mut seed);
            while Some(&other) == now {
                other = value(fact, &mut seed);
            }
            (fact.id.clone(), other)
        })
        .collect()
}

fn dates(input: &Input) -> Vec<NaiveDate> {
    let first = input.schedule.shown_finish(SHIPPING);
    (0..365).filter_map(|days| first.checked_add_days(Days::new(days))).collect()
}

/// One changed answer and the sweep, against full runs; checked against full runs first.
pub(crate) fn changes(input: &Input) -> Outcome<(Vec<Line>, String)> {
    check_answers(input)?;
    let days = check_sweep(input)?;
    let mut held = evaluation(input)?;
    let mut read = evaluation(input)?;
    let others = other_answers(input);
    let (mut turn, mut turn_read) = (Turn::new(input, &others), Turn::new(input, &others));
    let sweeping = evaluation(input)?;
    let dates = dates(input);
    let mut sides: Vec<Side<'_>> = vec![
        Box::new(|| full(input)),
        Box::new(|| {
            let (fact, value) = turn.next();
            let (took, result) = timed(|| held.set_answer(None, &fact, Some(value)));
            result?;
            Ok(took)
        }),
        Box::new(|| {
            let (fact, value) = turn_read.next();
            let (took, result) =
                timed(|| read.set_answer(None, &fact, Some(value)).map(|()| read.judgement()));
            result?;
            Ok(took)
        }),
    ];
    // Every fact changed and changed back.
    let times = in_turn(2 * others.len(), &mut sides)?;
    drop(sides);
    let mut sides: Vec<Side<'_>> = vec![
        Box::new(|| full(input)),
        Box::new(|| Ok(timed(|| sweeping.sweep(SHIPPING, dates.iter().copied())).0)),
    ];
    let sweep = in_turn(ROUNDS, &mut sides)?;
    let line = |id, ours, times: &Times, full: &Times, goal| Line {
        id,
        ours,
        times: times.clone(),
        other: "full evaluation with explanations",
        against: Against::Times(full.clone()),
        goal,
    };
    let lines = vec![
        line(
            "B2.answer",
            "one changed answer: what hangs on it judged and explained again (`set_answer`)",
            &times[1],
            &times[0],
            Goal::Faster(20.0),
        ),
        line(
            "B2.answer-read",
            "one changed answer, then all findings and verdicts read out (`set_answer`, `judgement`)",
            &times[2],
            &times[0],
            Goal::Faster(20.0),
        ),
        line(
            "B2.sweep",
            "the ship date swept over 365 days (`sweep`)",
            &sweep[1],
            &sweep[0],
            Goal::AtMost(50.0),
        ),
    ];
    let told = format!(
        "after each of {} changed answers the judgement equals a full evaluation of that state; the counts of {days} swept days equal those of full evaluations with that date.",
        others.len()
    );
    Ok((lines, told))
}

/// Goes through all facts, changing each and changing it back.
struct Turn {
    steps: Vec<(FactId, Value)>,
    at: usize,
}

impl Turn {
    fn new(input: &Input, others: &[(FactId, Value)]) -> Self {
        let steps = others
            .iter()
            .flat_map(|(fact, other)| {
                let now = input.shipment.answers.get(fact).unwrap_or(other);
                [(fact.clone(), other.clone()), (fact.clone(), now.clone())]
            })
            .collect();
        Self { steps, at: 0 }
    }

    fn next(&mut self) -> (FactId, Value) {
        let step = self.steps[self.at % self.steps.len()].clone();
        self.at += 1;
        step
    }
}

fn check_answers(input: &Input) -> Outcome<()> {
    for (fact, other) in other_answers(input) {
        let mut changed = evaluation(input)?;
        changed.set_answer(None, &fact, Some(other.clone()))?;
        let mut shipment = input.shipment.clone();
        shipment.answers.insert(fact.clone(), other);
        let whole = Evaluation::new(Arc::clone(&input.rulebook), shipment, input.today)?;
        if changed.judgement() != whole.judgement() {
            return Err(
                format!("after changing {fact} the judgement is not that of a full run").into()
            );
        }
    }
    Ok(())
}

/// Compares every 40th day of a sweep with a full evaluation; how many were compared.
fn check_sweep(input: &Input) -> Outcome<usize> {
    let swept = evaluation(input)?.sweep(SHIPPING, dates(input));
    let mut compared = 0;
    for day in swept.iter().step_by(40) {
        let mut whole = evaluation(input)?;
        whole.set_pins(Pins { finishes: vec![(SHIPPING, day.date)] });
        let counts = counts(&whole.judgement(), input);
        if counts != day.counts {
            return Err(format!(
                "on {} the sweep counts {:?}, a full run {counts:?}",
                day.date, day.counts
            )
            .into());
        }
        compared += 1;
    }
    if differing(&swept) < 5 {
        return Err("the ship date moves hardly any finding: the sweep would show nothing".into());
    }
    Ok(compared)
}

/// Open verdicts by severity.
fn counts(judgement: &Judgement, input: &Input) -> Counts {
    let mut counts = Counts::default();
    for verdict in &judgement.verdicts {
        let Subject::Requirement(id) = &verdict.subject else { continue };
        if matches!(verdict.state, State::Gap | State::Unknown)
            && let Some(rule) = input.rulebook.requirement(id)
        {
            counts.add(rule.severity);
        }
    }
    counts
}

fn differing(swept: &[SweepDay]) -> usize {
    swept
        .windows(2)
        .filter(|pair| (pair[0].counts, pair[0].timing) != (pair[1].counts, pair[1].timing))
        .count()
}
