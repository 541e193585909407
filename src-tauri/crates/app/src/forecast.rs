//! The forecast of a shipment: when it may ship, and the chance that it does in time.

use crate::failure::Failure;
use crate::judged::Judged;
use crate::office::App;
use crate::views::{
    ForecastBar, ForecastChance, ForecastDecider, ForecastMilestone, ForecastOf, ForecastOutcome,
    ForecastRequest, ForecastTarget, ForecastView, TargetOf,
};
use chrono::NaiveDate;
use readiness::{Focus, MAX_RUNS, Milestone, Outcome, RUNS, Schedule, Step, Text, forecast};

/// The seed when none is given.
const SEED: u32 = 1;

impl App {
    /// Best, planned and worst finish of what is open, and the chance to meet the ship date. It
    /// stands on the durations alone, whatever the day.
    ///
    /// # Errors
    /// There is no such shipment, it cannot be planned, or the number of runs does not fit.
    pub fn forecast(&mut self, request: &ForecastRequest) -> Result<ForecastView, Failure> {
        let seed = request.seed.unwrap_or(SEED);
        let runs = request.runs.unwrap_or(RUNS);
        if !(1..=MAX_RUNS).contains(&runs) {
            return Err(Failure::Field {
                field: "runs".to_owned(),
                message: Text::new(
                    format!("{runs} runs do not fit; allowed are 1 to {MAX_RUNS}"),
                    format!("次数 {runs} 无效；可为 1 至 {MAX_RUNS}"),
                ),
            });
        }
        let judged = self.judge(&request.shipment, None)?;
        let network = &judged.loaded.shipment.network;
        let schedule = judged.evaluation.schedule();
        let asked: Vec<(ForecastOf, Focus, Option<ForecastTarget>)> =
            [ForecastOf::Ships, ForecastOf::End]
                .into_iter()
                .map(|of| {
                    let (milestones, starts) = match of {
                        ForecastOf::Ships => departures(&network.milestones),
                        ForecastOf::End => (ends(&network.milestones), false),
                    };
                    // Deadlines and dates set by hand are about finishes.
                    let own: &[usize] = if starts { &[] } else { &milestones };
                    let target = target(judged, of, own);
                    (
                        of,
                        Focus { milestones, starts, target: target.map(|target| target.date) },
                        target,
                    )
                })
                .filter(|(_, focus, _)| !focus.milestones.is_empty())
                .collect();
        let foci: Vec<Focus> = asked.iter().map(|(_, focus, _)| focus.clone()).collect();
        let found = forecast(network, &foci, judged.on, seed.into(), runs)?;
        let open = |milestone: &Milestone| !milestone.closed && milestone.actual_finish.is_none();
        let title = |index: usize| network.milestones[index].title.clone();
        Ok(ForecastView {
            seed,
            runs: found.runs,
            outcomes: asked
                .iter()
                .zip(&found.outcomes)
                .map(|((of, focus, target), outcome)| {
                    let named = last(schedule, &focus.milestones).map(title).unwrap_or_default();
                    view(*of, named, *target, outcome, found.runs, &network.milestones)
                })
                .collect(),
            milestones: network
                .milestones
                .iter()
                .zip(&found.ranges)
                .filter(|(milestone, _)| open(milestone))
                .map(|(milestone, range)| ForecastMilestone {
                    milestone: milestone.id.clone(),
                    title: milestone.title.clone(),
                    best: range.best,
                    planned: range.planned,
                    worst: range.worst,
                })
                .collect(),
            overdue: network
                .milestones
                .iter()
                .enumerate()
                .filter(|(index, milestone)| {
                    open(milestone) && schedule.shown_finish(*index) < judged.on
                })
                .map(|(_, milestone)| milestone.title.clone())
                .collect(),
            fixed: network
                .milestones
                .iter()
                .filter(|milestone| {
                    let of = milestone.duration;
                    let one = of.shortest.min(of.base) == of.longest.max(of.base);
                    open(milestone) && of.base > 0 && one
                })
                .count(),
        })
    }
}

/// The departures: all loadings; where a network has none of its own, the starts of the main legs
/// that stand for them; else all export clearances. With whether their starts count.
fn departures(milestones: &[Milestone]) -> (Vec<usize>, bool) {
    let of = |is: &dyn Fn(&Milestone) -> bool| -> Vec<usize> {
        (0..milestones.len()).filter(|index| is(&milestones[*index])).collect()
    };
    let loading = Step::from("on-board");
    let loadings = of(&|milestone| milestone.step == loading);
    if !loadings.is_empty() {
        return (loadings, false);
    }
    let legs = of(&|milestone| milestone.stands_for.contains(&loading));
    if !legs.is_empty() {
        return (legs, true);
    }
    (of(&|milestone| milestone.step == Step::from("export-clearance")), false)
}

/// What nothing waits for.
fn ends(milestones: &[Milestone]) -> Vec<usize> {
    let waited: std::collections::HashSet<&str> =
        milestones.iter().flat_map(|m| &m.after).map(|link| link.from.as_str()).collect();
    (0..milestones.len()).filter(|index| !waited.contains(milestones[*index].id.as_str())).collect()
}

/// The one that is last by the plan.
fn last(schedule: &Schedule, of: &[usize]) -> Option<usize> {
    of.iter().copied().max_by_key(|index| schedule.shown_finish(*index))
}

/// The earliest date by which it has to be over.
fn target(judged: &Judged, of: ForecastOf, milestones: &[usize]) -> Option<ForecastTarget> {
    let shipment = &judged.loaded.shipment;
    let mut dates = Vec::new();
    if of == ForecastOf::Ships {
        let credit = shipment.order.letter_of_credit.as_ref();
        dates.push((shipment.order.latest_shipment, TargetOf::Contract));
        dates.push((credit.and_then(|credit| credit.latest_shipment), TargetOf::LetterOfCredit));
    }
    let own = || milestones.iter().map(|index| &shipment.network.milestones[*index]);
    // All of them have to be there: what counts is the last one's date, and only where each has
    // one. A date of one consignment says nothing of the others.
    let all = |date: fn(&Milestone) -> Option<NaiveDate>| -> Option<NaiveDate> {
        own().map(date).collect::<Option<Vec<_>>>()?.into_iter().max()
    };
    dates.push((all(|m| m.deadline), TargetOf::Deadline));
    dates.push((all(|m| m.pinned_finish), TargetOf::SetByHand));
    dates
        .into_iter()
        .filter_map(|(date, of)| Some(ForecastTarget { date: date?, of }))
        .min_by_key(|target| (target.date, target.of))
}

fn view(
    of: ForecastOf,
    title: Text,
    target: Option<ForecastTarget>,
    outcome: &Outcome,
    runs: u32,
    milestones: &[Milestone],
) -> ForecastOutcome {
    let percent = |part: u32| 100.0 * f64::from(part) / f64::from(runs);
    let [p10, p50, p80, p90] = outcome.quantiles;
    ForecastOutcome {
        of,
        title,
        best: outcome.range.best,
        planned: outcome.range.planned,
        worst: outcome.range.worst,
        target,
        chance: outcome.met.map(|met| {
            let (low, high) = readiness::between(met, runs);
            ForecastChance { met, percent: percent(met), low: low * 100.0, high: high * 100.0 }
        }),
        p10,
        p50,
        p80,
        p90,
        bars: outcome
            .bars
            .iter()
            .map(|bar| ForecastBar { from: bar.from, to: bar.to, runs: bar.runs })
            .collect(),
        deciders: outcome
            .deciders
            .iter()
            .map(|decider| ForecastDecider {
                milestone: milestones[decider.milestone].id.clone(),
                title: milestones[decider.milestone].title.clone(),
                critical: percent(decider.critical),
                correlation: decider.correlation,
            })
            .collect(),
    }
}
