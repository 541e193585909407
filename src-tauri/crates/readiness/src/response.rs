//! Response times measured: median and 90th percentile.

use crate::clock::Thousandths;

/// Days of one period of the statistics.
pub const PERIOD_DAYS: i64 = 90;

/// What was measured in a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Spread {
    /// How many answers were measured.
    pub count: usize,
    /// The middle one; of an even number the mean of the two in the middle. In thousandths of the
    /// target's unit.
    pub median: Thousandths,
    /// The 90th percentile by nearest rank: the smallest measured time that nine of ten, rounded
    /// up, do not exceed. In thousandths of the target's unit.
    pub p90: Thousandths,
}

/// Median and 90th percentile of measured times; nothing without any.
#[must_use]
pub fn spread(mut times: Vec<Thousandths>) -> Option<Spread> {
    times.sort_unstable();
    let count = times.len();
    let low = *times.get(count.checked_sub(1)? / 2)?;
    let high = *times.get(count / 2)?;
    let rank = (count * 9).div_ceil(10);
    let p90 = *times.get(rank.saturating_sub(1))?;
    Some(Spread { count, median: low.midpoint(high), p90 })
}

#[cfg(test)]
mod tests {
    use super::{Spread, spread};
    use proptest::prelude::*;

    #[test]
    fn the_ninetieth_percentile_is_the_nearest_rank() {
        assert_eq!(spread(Vec::new()), None);
        assert_eq!(spread(vec![7]), Some(Spread { count: 1, median: 7, p90: 7 }));
        let ten = (1..=10).map(|n| n * 1000).rev().collect();
        assert_eq!(spread(ten), Some(Spread { count: 10, median: 5500, p90: 9000 }));
        let eleven = (1..=11).map(|n| n * 1000).collect();
        assert_eq!(spread(eleven), Some(Spread { count: 11, median: 6000, p90: 10_000 }));
        assert_eq!(spread(vec![1, 2, 100]).map(|found| found.p90), Some(100));
    }

    proptest! {
        #[test]
        fn nine_of_ten_do_not_exceed_it(times in prop::collection::vec(0i64..100_000, 1..60)) {
            let found = spread(times.clone()).unwrap();
            let within = times.iter().filter(|time| **time <= found.p90).count();
            prop_assert!(within * 10 >= times.len() * 9);
            let below = times.iter().filter(|time| **time < found.p90).count();
            prop_assert!(below * 10 < times.len() * 9, "a smaller one would do");
            prop_assert!(found.median <= found.p90);
        }
    }
}
