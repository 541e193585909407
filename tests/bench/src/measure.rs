//! The timer: several sides in turn, so that whatever else the machine does hits all of them.

use crate::Outcome;
use std::time::{Duration, Instant};

/// The times of one side, shortest first.
#[derive(Clone, Debug)]
pub(crate) struct Times(Vec<Duration>);

impl Times {
    pub(crate) fn new(mut times: Vec<Duration>) -> Self {
        times.sort_unstable();
        Self(times)
    }

    pub(crate) fn runs(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn median(&self) -> Duration {
        let middle = self.0.len() / 2;
        match self.0.len() {
            0 => Duration::ZERO,
            count if count.is_multiple_of(2) => (self.0[middle - 1] + self.0[middle]) / 2,
            _ => self.0[middle],
        }
    }

    /// The tenth and the ninetieth of a hundred; of few runs the shortest and the longest.
    pub(crate) fn spread(&self) -> (Duration, Duration) {
        let cut = self.0.len() / 10;
        match (self.0.get(cut), self.0.iter().nth_back(cut)) {
            (Some(low), Some(high)) => (*low, *high),
            _ => (Duration::ZERO, Duration::ZERO),
        }
    }

    /// How many times as long as the other.
    pub(crate) fn over(&self, other: &Self) -> f64 {
        self.median().as_secs_f64() / other.median().as_secs_f64()
    }
}

/// One side: runs once and says how long that took.
pub(crate) type Side<'a> = Box<dyn FnMut() -> Outcome<Duration> + 'a>;

/// Runs the sides in turn, A B C A B C …, so many rounds after one that is not counted.
pub(crate) fn in_turn(rounds: usize, sides: &mut [Side<'_>]) -> Outcome<Vec<Times>> {
    let mut times = vec![Vec::with_capacity(rounds); sides.len()];
    for round in 0..=rounds {
        for (side, times) in sides.iter_mut().zip(&mut times) {
            let took = side()?;
            if round > 0 {
                times.push(took);
            }
        }
    }
    Ok(times.into_iter().map(Times::new).collect())
}

/// Times one call; the result is kept until the clock has stopped.
pub(crate) fn timed<T>(what: impl FnOnce() -> T) -> (Duration, T) {
    let began = Instant::now();
    let result = std::hint::black_box(what());
    (began.elapsed(), result)
}

/// A time for the reader, three digits.
pub(crate) fn shown(time: Duration) -> String {
    let seconds = time.as_secs_f64();
    let (number, unit) = match seconds {
        s if s >= 1.0 => (s, "s"),
        s if s >= 1e-3 => (s * 1e3, "ms"),
        s => (s * 1e6, "µs"),
    };
    format!("{} {unit}", digits(number))
}

/// A number with three digits.
pub(crate) fn digits(number: f64) -> String {
    match number {
        n if n >= 100.0 => format!("{n:.0}"),
        n if n >= 10.0 => format!("{n:.1}"),
        n => format!("{n:.2}"),
    }
}
