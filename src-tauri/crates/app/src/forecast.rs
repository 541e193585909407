//! The forecast of a shipment: when it may ship, and the chance that it does in time.

use crate::failure::Failure;
use crate::judged::Judged;
use crate::office::App;
use crate::views::{
    ForecastBar, ForecastChance, ForecastDecider, ForecastDeparture, ForecastMilestone, ForecastOf,
    ForecastOutcome, ForecastRequest, ForecastTarget, ForecastView, TargetOf,
};
use chrono::NaiveDate;
use readiness::{Departure, Focus, MAX_RUNS, Milestone, Outcome, RUNS, Schedule, Text, forecast};

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
        let asked = asked(judged);
        let foci: Vec<Focus> = asked.iter().flat_map(Asked::foci).collect();
        let found = forecast(network, &foci, judged.on, seed.into(), runs)?;
        let mut outcomes = found.outcomes.iter();
        let open = |milestone: &Milestone| !milestone.closed && milestone.actual_finish.is_none();
        let title = |index: usize| network.milestones[index].title.clone();
        Ok(ForecastView {
            seed,
            runs: found.runs,
            outcomes: asked
                .iter()
                .filter_map(|asked| {
                    let whole = outcomes.next()?;
                    let each: Vec<&Outcome> = outcomes.by_ref().take(asked.parts().len()).collect();
                    let named = asked.last(schedule).map(title).unwrap_or_default();
                    Some(view(asked, named, whole, &each, found.runs, &network.milestones))
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

/// One milestone that is asked for, with the date that it has to hold.
struct Part {
    milestone: usize,
    target: Option<ForecastTarget>,
}

/// What is asked of the forecast: when the last of some milestones is reached.
struct Asked {
    of: ForecastOf,
    /// They are departures of main legs: their starts count.
    starts: bool,
    all: Vec<Part>,
}

impl Asked {
    fn focus<'a>(&self, parts: impl Iterator<Item = &'a Part> + Clone) -> Focus {
        Focus {
            milestones: parts.clone().map(|part| part.milestone).collect(),
            starts: self.starts,
            targets: parts.filter_map(|part| Some((part.milestone, part.target?.date))).collect(),
        }
    }

    /// All of them together first, then each departure by itself.
    fn foci(&self) -> Vec<Focus> {
        let each = self.parts().iter().map(|part| self.focus(std::iter::once(part)));
        std::iter::once(self.focus(self.all.iter())).chain(each).collect()
    }

    /// The departures to be told apart: where there are several.
    fn parts(&self) -> &[Part] {
        if self.of == ForecastOf::Ships && self.all.len() > 1 { &self.all } else { &[] }
    }

    /// The one that is last by the plan.
    fn last(&self, schedule: &Schedule) -> Option<usize> {
        let day = |index: usize| {
            let departure =
                Departure { milestone: index, at_start: self.starts, consignment: None };
            departure.day(schedule)
        };
        self.all.iter().map(|part| part.milestone).max_by_key(|index| day(*index))
    }

    /// The date to be met, where it is the same for all: the finish of the last is then held
    /// against it.
    fn target(&self) -> Option<ForecastTarget> {
        let first = self.all.first()?.target?;
        let same = |part: &Part| part.target.is_some_and(|target| target.date == first.date);
        self.all.iter().all(same).then_some(first)
    }
}

/// The ship date and the end, each milestone with its own date.
fn asked(judged: &Judged) -> Vec<Asked> {
    let shipment = &judged.loaded.shipment;
    let milestones = &shipment.network.milestones;
    let departures = shipment.network.departures();
    // All departures are of one kind: loadings, or the main legs that stand for them.
    let starts = departures.iter().any(|departure| departure.at_start);
    let credit = shipment.order.letter_of_credit.as_ref();
    let latest = [
        (shipment.order.latest_shipment, TargetOf::Contract),
        (credit.and_then(|credit| credit.latest_shipment), TargetOf::LetterOfCredit),
    ];
    let ships = departures.iter().map(|departure| {
        let milestone = &milestones[departure.milestone];
        let own = if departure.at_start {
            // Its deadline is about its end, which is the arrival.
            vec![(milestone.pinned_start, TargetOf::SetByHand)]
        } else {
            of_finish(milestone)
        };
        Part { milestone: departure.milestone, target: earliest(latest.into_iter().chain(own)) }
    });
    let ends = ends(milestones)
        .into_iter()
        .map(|index| Part { milestone: index, target: earliest(of_finish(&milestones[index])) });
    [
        Asked { of: ForecastOf::Ships, starts, all: ships.collect() },
        Asked { of: ForecastOf::End, starts: false, all: ends.collect() },
    ]
    .into_iter()
    .filter(|asked| !asked.all.is_empty())
    .collect()
}

/// The dates that a milestone's finish has to hold.
fn of_finish(milestone: &Milestone) -> Vec<(Option<NaiveDate>, TargetOf)> {
    vec![(milestone.deadline, TargetOf::Deadline), (milestone.pinned_finish, TargetOf::SetByHand)]
}

fn earliest(
    dates: impl IntoIterator<Item = (Option<NaiveDate>, TargetOf)>,
) -> Option<ForecastTarget> {
    dates
        .into_iter()
        .filter_map(|(date, of)| Some(ForecastTarget { date: date?, of }))
        .min_by_key(|target| (target.date, target.of))
}

/// What nothing waits for.
fn ends(milestones: &[Milestone]) -> Vec<usize> {
    let waited: std::collections::HashSet<&str> =
        milestones.iter().flat_map(|m| &m.after).map(|link| link.from.as_str()).collect();
    (0..milestones.len()).filter(|index| !waited.contains(milestones[*index].id.as_str())).collect()
}

fn percent(part: u32, runs: u32) -> f64 {
    100.0 * f64::from(part) / f64::from(runs)
}

fn chance(outcome: &Outcome, runs: u32) -> Option<ForecastChance> {
    let met = outcome.met?;
    let (low, high) = readiness::between(met, runs);
    Some(ForecastChance { met, percent: percent(met, runs), low: low * 100.0, high: high * 100.0 })
}

fn view(
    asked: &Asked,
    title: Text,
    outcome: &Outcome,
    each: &[&Outcome],
    runs: u32,
    milestones: &[Milestone],
) -> ForecastOutcome {
    let [p10, p50, p80, p90] = outcome.quantiles;
    ForecastOutcome {
        of: asked.of,
        title,
        best: outcome.range.best,
        planned: outcome.range.planned,
        worst: outcome.range.worst,
        target: asked.target(),
        chance: chance(outcome, runs),
        departures: asked
            .parts()
            .iter()
            .zip(each)
            .map(|(part, outcome)| ForecastDeparture {
                milestone: milestones[part.milestone].id.clone(),
                title: milestones[part.milestone].title.clone(),
                consignment: milestones[part.milestone].consignment,
                best: outcome.range.best,
                planned: outcome.range.planned,
                worst: outcome.range.worst,
                target: part.target,
                chance: chance(outcome, runs),
            })
            .collect(),
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
                critical: percent(decider.critical, runs),
                correlation: decider.correlation,
            })
            .collect(),
    }
}
