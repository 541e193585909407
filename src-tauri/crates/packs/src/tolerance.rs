//! Tolerances of a shipment file.

use readiness::{Text, ToleranceError, Tolerances};

/// What is wrong with the tolerances, by field.
#[must_use]
pub fn tolerance_problems(tolerances: &Tolerances) -> Vec<(&'static str, Text)> {
    let worded = |error: ToleranceError| {
        let zh = match &error {
            ToleranceError::Negative { given } => format!("{given} 为负数；容差须为 0 或以上"),
            ToleranceError::Unit { given, expected } => {
                format!("{given} 的单位应为 {expected} 或可与之换算的单位")
            }
        };
        Text::new(error.to_string(), zh)
    };
    tolerances.problems().into_iter().map(|(field, error)| (field, worded(error))).collect()
}
