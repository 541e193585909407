//! A buyer's scorecard of suppliers: weights, anchored scores, and caps for weak evidence.

use rust_decimal::Decimal;

/// One criterion of a scorecard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Criterion {
    /// Stable id, e.g. `sc-cluster`.
    pub id: String,
    /// Weight; all weights add up to 100.
    pub weight: u8,
    /// Score from 0 (none) to 5 (proven on a delivered order in the region).
    pub score: u8,
    /// It rests only on a claim that nobody has verified: worth 1 at most.
    pub only_claimed: bool,
    /// Its evidence has expired: worth 2 at most.
    pub expired: bool,
}

/// The score that counts after the caps.
#[must_use]
pub fn capped(criterion: &Criterion) -> u8 {
    let mut score = criterion.score.min(5);
    if criterion.only_claimed {
        score = score.min(1);
    }
    if criterion.expired {
        score = score.min(2);
    }
    score
}

/// Why a scorecard has no total.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the weights add up to {0}, not to 100")]
pub struct WeightError(pub u32);

/// The total out of 100: the sum of weight times capped score over 5.
///
/// # Errors
/// [`WeightError`] when the weights do not add up to 100.
pub fn total(criteria: &[Criterion]) -> Result<Decimal, WeightError> {
    let weights: u32 = criteria.iter().map(|criterion| u32::from(criterion.weight)).sum();
    if weights != 100 {
        return Err(WeightError(weights));
    }
    let points: u32 = criteria
        .iter()
        .map(|criterion| u32::from(criterion.weight) * u32::from(capped(criterion)))
        .sum();
    Ok(Decimal::from(points) / Decimal::from(5))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card(scores: [(u8, bool); 6]) -> Vec<Criterion> {
        let rows = [
            ("sc-cluster", 10),
            ("sc-lighthouse", 5),
            ("sc-export-ready", 20),
            ("sc-integration", 20),
            ("sc-fulfilment", 25),
            ("sc-response", 20),
        ];
        rows.iter()
            .zip(scores)
            .map(|((id, weight), (score, only_claimed))| Criterion {
                id: (*id).to_owned(),
                weight: *weight,
                score,
                only_claimed,
                expired: false,
            })
            .collect()
    }

    #[test]
    fn an_unverified_claim_counts_one_and_the_total_is_63() {
        let criteria =
            card([(4, true), (1, false), (3, false), (4, false), (4, false), (3, false)]);
        assert_eq!(capped(&criteria[0]), 1);
        assert_eq!(total(&criteria), Ok(Decimal::from(63)));
    }

    #[test]
    fn expired_evidence_counts_two_at_most() {
        let mut criteria = card([(5, false); 6]);
        criteria[0].expired = true;
        assert_eq!(total(&criteria), Ok(Decimal::from(94)));
    }

    #[test]
    fn weights_that_do_not_add_up_are_refused() {
        let mut criteria = card([(5, false); 6]);
        criteria[0].weight = 11;
        assert_eq!(total(&criteria), Err(WeightError(101)));
    }
}
