//! The forecast: best, planned and worst finish, and the chance to meet a date.
//!
//! Best and worst: every open milestone takes its shortest or its longest time. What is done keeps
//! its dates, what is not cannot have been over before today; a date set by hand is a date not to
//! be beaten, missed when the predecessors are late.
//!
//! Chance: the network is planned many times. In each run every open milestone takes a time drawn
//! from a triangular distribution over shortest, base (the most likely one) and longest, in whole
//! days of its calendar: a day stands for the half day before and after it. Triangular, not PERT:
//! the ranges are typical values, not measured ones, so the ends keep their weight.
//!
//! Limits, to be told to whoever reads the figure: the draws are independent of each other, so
//! what delays several milestones at once (a strike, a port closed) is not in it; neither is
//! anything outside the ranges. Reproducible: a milestone's draws hang on the seed and on its id,
//! not on its place in the list; the same seed gives the same figures.

use crate::calendar::{date_of, number_of};
use crate::schedule::{Days, Forward};
use crate::{Milestone, MilestoneId, Network, NetworkError, Planner, Schedule};
use chrono::NaiveDate;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// Runs of a forecast when nothing else is asked.
pub const RUNS: u32 = 2_000;
/// The most runs.
pub const MAX_RUNS: u32 = 10_000;
/// The most durations drawn in one forecast; larger networks get fewer runs.
const MAX_DRAWS: usize = 20_000_000;
/// Bars of a distribution at most.
const BARS: i32 = 30;

/// What is to be forecast: when the last of these milestones finishes, or begins.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Focus {
    /// The milestones, as positions in the network.
    pub milestones: Vec<usize>,
    /// Their start counts, not their finish: a main leg that stands for the departure.
    pub starts: bool,
    /// The last day on which a milestone would still be in time. Each is held to its own date; a
    /// run is in time when all of them are.
    pub targets: Vec<(usize, NaiveDate)>,
}

impl Focus {
    /// The day that counts of one milestone.
    fn reached(&self, forward: &Forward<'_>, index: usize, days: &[Days]) -> Option<i32> {
        let own = days.get(index)?;
        Some(if self.starts { forward.begins(index, *own) } else { own.shown_finish() })
    }

    /// When the last milestone finishes, as shown, or begins.
    fn last(&self, forward: &Forward<'_>, days: &[Days]) -> i32 {
        let all = self.milestones.iter();
        all.filter_map(|index| self.reached(forward, *index, days)).max().unwrap_or(0)
    }

    /// Whether each milestone that has a date holds it.
    fn in_time(&self, forward: &Forward<'_>, start: NaiveDate, days: &[Days]) -> bool {
        self.targets.iter().all(|(index, date)| {
            self.reached(forward, *index, days)
                .is_some_and(|day| day <= number_of(*date) - number_of(start))
        })
    }
}

/// Three finishes of one milestone or of several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// When everything takes its shortest time.
    pub best: NaiveDate,
    /// With base durations.
    pub planned: NaiveDate,
    /// When everything takes its longest time.
    pub worst: NaiveDate,
}

/// Runs that finished within a span of days, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// How many runs.
    pub runs: u32,
}

/// How much one milestone decides.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Decider {
    /// Its position in the network.
    pub milestone: usize,
    /// Runs in which it lay on the chain that set the finish.
    pub critical: u32,
    /// Rank correlation (Spearman) of its duration with the finish, −1 to 1; 0 when either never
    /// varies.
    pub correlation: f64,
}

/// The forecast of one focus.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// Best, planned and worst finish.
    pub range: Range,
    /// Runs in which every target was met; none without a target.
    pub met: Option<u32>,
    /// The day by which 10, 50, 80 and 90 % of the runs had finished.
    pub quantiles: [NaiveDate; 4],
    /// How the finishes are spread, without gaps.
    pub bars: Vec<Bar>,
    /// Every open milestone that was on the deciding chain at least once, those that decide most
    /// first.
    pub deciders: Vec<Decider>,
}

/// A finished forecast.
#[derive(Clone, Debug, PartialEq)]
pub struct Forecast {
    /// The seed it was made with.
    pub seed: u64,
    /// How many runs were made.
    pub runs: u32,
    /// Best, planned and worst finish of every milestone, in the network's order.
    pub ranges: Vec<Range>,
    /// One outcome per focus that names a milestone, in the order asked.
    pub outcomes: Vec<Outcome>,
}

/// Makes a forecast as of `today`. `runs` is held between 1 and [`MAX_RUNS`], lower for huge networks.
///
/// # Errors
/// The network cannot be planned.
pub fn forecast(
    network: &Network,
    foci: &[Focus],
    today: NaiveDate,
    seed: u64,
    runs: u32,
) -> Result<Forecast, NetworkError> {
    let planned = Planner::new(network)?.plan(network);
    // Calendars are laid out for as long as the longest durations may take.
    let mut longest = network.clone();
    for milestone in &mut longest.milestones {
        if !milestone.closed && milestone.actual_finish.is_none() {
            milestone.duration.base = bounds(milestone).2;
        }
    }
    let planner = Planner::new(&longest)?;
    let forward = Forward::new(&planner, network, &planned.spans, today);
    let count = network.milestones.len();
    let pass = |duration: fn((u16, u16, u16)) -> u16| {
        let durations: Vec<i32> = network
            .milestones
            .iter()
            .map(|milestone| i32::from(duration(bounds(milestone))))
            .collect();
        let mut days = vec![Days::default(); count];
        forward.plan(&durations, &mut days);
        days
    };
    let three = [pass(|of| of.0), pass(|of| of.1), pass(|of| of.2)];
    let range = |of: &dyn Fn(&[Days]) -> i32| Range {
        best: planned.date(of(&three[0])),
        planned: planned.date(of(&three[1])),
        worst: planned.date(of(&three[2])),
    };
    let ranges = (0..count).map(|index| range(&|days| days[index].shown_finish())).collect();
    let foci: Vec<&Focus> =
        foci.iter().filter(|focus| focus.milestones.iter().any(|index| *index < count)).collect();
    let size = count + network.milestones.iter().map(|m| m.after.len()).sum::<usize>();
    let most = u32::try_from(MAX_DRAWS / size.max(1)).unwrap_or(MAX_RUNS).clamp(1, MAX_RUNS);
    let runs = runs.clamp(1, most);
    let simulated = simulate(&forward, network, &foci, seed, runs);
    let outcomes = foci
        .iter()
        .zip(&simulated.of)
        .map(|(focus, seen)| {
            let range = range(&|days| focus.last(&forward, days));
            outcome(&planned, focus, range, seen, &simulated, runs)
        })
        .collect();
    Ok(Forecast { seed, runs, ranges, outcomes })
}

/// What the true chance lies between in 95 of 100 forecasts, when `met` of `runs` runs met the date
/// (Wilson's interval).
#[must_use]
pub fn between(met: u32, runs: u32) -> (f64, f64) {
    let runs = f64::from(runs.max(1));
    let share = f64::from(met) / runs;
    let z = 1.96;
    let wide = 1.0 + z * z / runs;
    let middle = (share + z * z / (2.0 * runs)) / wide;
    let half = z * (share * (1.0 - share) / runs + z * z / (4.0 * runs * runs)).sqrt() / wide;
    ((middle - half).max(0.0), (middle + half).min(1.0))
}

/// Shortest, base and longest; a base outside its range widens it.
fn bounds(milestone: &Milestone) -> (u16, u16, u16) {
    let of = milestone.duration;
    (of.shortest.min(of.base), of.base, of.longest.max(of.base))
}

/// What the runs gave for one focus.
struct Seen {
    /// The finish of each run, as a day number from the start.
    finishes: Vec<i32>,
    /// Runs that met every target.
    met: u32,
    /// For each milestone, in how many runs it was on the deciding chain.
    critical: Vec<u32>,
}

struct Simulated {
    of: Vec<Seen>,
    /// What each milestone that varies took in each run.
    drawn: Vec<(usize, Vec<u16>)>,
}

fn simulate(
    forward: &Forward<'_>,
    network: &Network,
    foci: &[&Focus],
    seed: u64,
    runs: u32,
) -> Simulated {
    let count = network.milestones.len();
    let mut durations: Vec<i32> =
        network.milestones.iter().map(|m| i32::from(m.duration.base)).collect();
    let mut drawn = Vec::new();
    for (index, milestone) in network.milestones.iter().enumerate() {
        let (shortest, base, longest) = bounds(milestone);
        if shortest < longest && forward.is_open(index) {
            let steps = cumulative(shortest, base, longest);
            let mut random = stream(seed, &milestone.id);
            let draws = (0..runs).map(|_| draw(&mut random, shortest, &steps)).collect::<Vec<_>>();
            drawn.push((index, draws));
        }
    }
    let mut of: Vec<Seen> = foci
        .iter()
        .map(|_| Seen { finishes: Vec::new(), met: 0, critical: vec![0; count] })
        .collect();
    let mut days = vec![Days::default(); count];
    let mut marked = vec![false; count];
    let mut last = Vec::new();
    for run in 0..usize::try_from(runs).unwrap_or(0) {
        for (index, draws) in &drawn {
            durations[*index] = i32::from(draws[run]);
        }
        forward.plan(&durations, &mut days);
        for (focus, seen) in foci.iter().zip(&mut of) {
            let end = focus.last(forward, &days);
            seen.finishes.push(end);
            seen.met += u32::from(focus.in_time(forward, network.start, &days));
            last.clear();
            last.extend(
                focus
                    .milestones
                    .iter()
                    .copied()
                    .filter(|index| focus.reached(forward, *index, &days) == Some(end)),
            );
            if focus.starts {
                // Its own duration decides nothing about when it begins.
                last = last.iter().flat_map(|index| forward.waits_for(*index, &days)).collect();
            }
            forward.drivers(&last, &durations, &days, &mut marked);
            for (count, marked) in seen.critical.iter_mut().zip(&marked) {
                *count += u32::from(*marked);
            }
        }
    }
    Simulated { of, drawn }
}

/// A stream of random numbers of a milestone's own.
fn stream(seed: u64, id: &MilestoneId) -> ChaCha8Rng {
    // FNV-1a: the same on every machine and in every version.
    let name = id.as_str().bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    let mut key = [0u8; 32];
    key[..8].copy_from_slice(&seed.to_le_bytes());
    key[8..16].copy_from_slice(&name.to_le_bytes());
    ChaCha8Rng::from_seed(key)
}

/// For each whole day from the shortest time on, the chance to take that long or less.
fn cumulative(shortest: u16, base: u16, longest: u16) -> Vec<f64> {
    let (low, mode, high) = (f64::from(shortest), f64::from(base), f64::from(longest));
    (shortest..=longest)
        .map(|day| {
            let x = (f64::from(day) + 0.5).min(high);
            if x >= high {
                1.0
            } else if x < mode {
                (x - low) * (x - low) / ((high - low) * (mode - low))
            } else {
                1.0 - (high - x) * (high - x) / ((high - low) * (high - mode))
            }
        })
        .collect()
}

fn draw(random: &mut ChaCha8Rng, shortest: u16, steps: &[f64]) -> u16 {
    let even = f64::from(random.next_u32()) / 4_294_967_296.0;
    let days = steps.partition_point(|chance| *chance <= even);
    shortest.saturating_add(u16::try_from(days).unwrap_or(u16::MAX))
}

fn outcome(
    planned: &Schedule,
    focus: &Focus,
    range: Range,
    seen: &Seen,
    simulated: &Simulated,
    runs: u32,
) -> Outcome {
    let met = (!focus.targets.is_empty()).then_some(seen.met);
    let mut sorted = seen.finishes.clone();
    sorted.sort_unstable();
    let by = |percent: usize| {
        let position = (sorted.len() * percent).div_ceil(100).max(1) - 1;
        planned.date(sorted.get(position).copied().unwrap_or(0))
    };
    let ranks = ranks(&seen.finishes);
    let mut deciders: Vec<Decider> = seen
        .critical
        .iter()
        .enumerate()
        .filter(|(_, critical)| **critical > 0)
        .map(|(milestone, critical)| {
            let drawn = simulated.drawn.iter().find(|(index, _)| *index == milestone);
            let correlation =
                drawn.map_or(0.0, |(_, draws)| correlated(&self::ranks(draws), &ranks));
            Decider { milestone, critical: *critical, correlation }
        })
        .collect();
    deciders
        .sort_by(|a, b| b.correlation.total_cmp(&a.correlation).then(b.critical.cmp(&a.critical)));
    debug_assert_eq!(seen.finishes.len(), usize::try_from(runs).unwrap_or(0));
    Outcome {
        range,
        met,
        quantiles: [by(10), by(50), by(80), by(90)],
        bars: bars(planned, &sorted),
        deciders,
    }
}

fn bars(planned: &Schedule, sorted: &[i32]) -> Vec<Bar> {
    let (Some(first), Some(last)) = (sorted.first(), sorted.last()) else {
        return Vec::new();
    };
    let width = (last - first) / BARS + 1;
    let day = |day: i32| date_of(number_of(planned.start).saturating_add(day));
    let mut bars = Vec::new();
    let mut rest = sorted;
    let mut from = *first;
    while from <= *last {
        let inside = rest.partition_point(|finish| *finish < from + width);
        bars.push(Bar {
            from: day(from),
            to: day(from + width - 1),
            runs: u32::try_from(inside).unwrap_or(u32::MAX),
        });
        rest = &rest[inside..];
        from += width;
    }
    bars
}

/// The rank of each value, the middle one where several are equal.
fn ranks<T: Copy + Ord>(values: &[T]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by_key(|index| values[*index]);
    let mut ranks = vec![0.0; values.len()];
    let mut done = 0.0;
    for equal in order.chunk_by(|a, b| values[*a] == values[*b]) {
        let many = f64::from(u32::try_from(equal.len()).unwrap_or(u32::MAX));
        for index in equal {
            ranks[*index] = done + (many + 1.0) / 2.0;
        }
        done += many;
    }
    ranks
}

/// Pearson's correlation; 0 when either never varies.
fn correlated(a: &[f64], b: &[f64]) -> f64 {
    let many = f64::from(u32::try_from(a.len()).unwrap_or(u32::MAX)).max(1.0);
    let mean = |of: &[f64]| of.iter().sum::<f64>() / many;
    let (mean_a, mean_b) = (mean(a), mean(b));
    let (mut both, mut of_a, mut of_b) = (0.0, 0.0, 0.0);
    for (a, b) in a.iter().zip(b) {
        let (a, b) = (a - mean_a, b - mean_b);
        both += a * b;
        of_a += a * a;
        of_b += b * b;
    }
    if of_a > 0.0 && of_b > 0.0 { both / (of_a * of_b).sqrt() } else { 0.0 }
}
