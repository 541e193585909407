//! How far documents may lie apart and still agree.

use crate::{Quantity, Unit};
use rust_decimal::Decimal;

/// The tolerances of a shipment's checks. Each is inclusive: a difference exactly as large is still
/// none.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct Tolerances {
    /// Between the gross masses that documents state, e.g. `0 kg`.
    pub gross_weight: Quantity,
    /// Between a verified gross mass and its parts, as a share of their sum, e.g. `1 %`. The larger
    /// of this and `vgm_mass` decides.
    pub vgm_percent: Quantity,
    /// Between a verified gross mass and its parts, as a mass, e.g. `100 kg`.
    pub vgm_mass: Quantity,
    /// Between the dimensions that documents state, e.g. `20 mm`.
    pub dimensions: Quantity,
}

impl Default for Tolerances {
    fn default() -> Self {
        let of = |value: i64, unit| Quantity { value: Decimal::from(value), unit };
        Self {
            gross_weight: of(0, Unit::Kilogram),
            vgm_percent: of(1, Unit::Percent),
            vgm_mass: of(100, Unit::Kilogram),
            dimensions: of(20, Unit::Millimetre),
        }
    }
}

/// Why an amount cannot be a tolerance.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ToleranceError {
    /// Less than nothing.
    #[error("{given} is less than nothing; a tolerance is 0 or more")]
    Negative {
        /// What was given.
        given: Quantity,
    },
    /// Measures something else.
    #[error("{given} is not in {expected} or a unit that converts to it")]
    Unit {
        /// What was given.
        given: Quantity,
        /// The unit expected, or one of its dimension.
        expected: Unit,
    },
}

impl Tolerances {
    /// Each field with its amount and the unit it is judged in.
    fn fields(&self) -> [(&'static str, Quantity, Unit); 4] {
        [
            ("gross_weight", self.gross_weight, Unit::Kilogram),
            ("vgm_percent", self.vgm_percent, Unit::Percent),
            ("vgm_mass", self.vgm_mass, Unit::Kilogram),
            ("dimensions", self.dimensions, Unit::Millimetre),
        ]
    }

    /// What is wrong with them, by field. The engine takes a tolerance that is wrong for none.
    #[must_use]
    pub fn problems(&self) -> Vec<(&'static str, ToleranceError)> {
        self.fields()
            .into_iter()
            .filter_map(|(field, given, expected)| match given.to_unit(expected) {
                None => Some((field, ToleranceError::Unit { given, expected })),
                Some(amount) if amount.value < Decimal::ZERO => {
                    Some((field, ToleranceError::Negative { given }))
                }
                Some(_) => None,
            })
            .collect()
    }

    /// The gross masses of documents may lie so many kilograms apart.
    pub(crate) fn kilograms(&self) -> Decimal {
        amount(self.gross_weight, Unit::Kilogram)
    }

    /// The verified mass of a container whose parts weigh `expected` kilograms may lie so many
    /// kilograms off.
    pub(crate) fn vgm_kilograms(&self, expected: Decimal) -> Decimal {
        let percent = amount(self.vgm_percent, Unit::Percent);
        let share = (expected / Decimal::ONE_HUNDRED).checked_mul(percent).unwrap_or_default();
        share.max(amount(self.vgm_mass, Unit::Kilogram))
    }

    /// Dimensions may lie so many millimetres apart.
    pub(crate) fn millimetres(&self) -> Decimal {
        amount(self.dimensions, Unit::Millimetre)
    }
}

/// An amount in a unit; nothing where it is negative or measures something else, so that a mistake
/// makes no check more lenient.
fn amount(given: Quantity, unit: Unit) -> Decimal {
    given.to_unit(unit).map_or(Decimal::ZERO, |amount| amount.value.max(Decimal::ZERO))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_a_tolerance_is_said_and_counts_as_none() {
        let wrong = Tolerances {
            gross_weight: "-5 kg".parse().unwrap(),
            vgm_percent: "1 kg".parse().unwrap(),
            vgm_mass: "0.1 t".parse().unwrap(),
            dimensions: "-1 mm".parse().unwrap(),
        };
        let fields: Vec<&str> = wrong.problems().into_iter().map(|(field, _)| field).collect();
        assert_eq!(fields, ["gross_weight", "vgm_percent", "dimensions"]);
        assert_eq!(wrong.kilograms(), Decimal::ZERO);
        assert_eq!(wrong.millimetres(), Decimal::ZERO);
        assert_eq!(wrong.vgm_kilograms(Decimal::from(1_000_000)), Decimal::ONE_HUNDRED);
        assert!(Tolerances::default().problems().is_empty());
    }

    #[test]
    fn the_larger_of_share_and_mass_decides() {
        let usual = Tolerances::default();
        assert_eq!(usual.vgm_kilograms(Decimal::from(10_000)), Decimal::from(100));
        assert_eq!(usual.vgm_kilograms(Decimal::from(10_001)), Decimal::new(10_001, 2));
    }

    #[test]
    fn a_field_left_out_of_a_file_has_its_default() {
        let read: Tolerances = serde_json::from_str(r#"{"gross_weight": "5 kg"}"#).unwrap();
        assert_eq!(read.gross_weight, "5 kg".parse().unwrap());
        assert_eq!(read.dimensions, Tolerances::default().dimensions);
        let text = serde_json::to_string(&read).unwrap();
        assert_eq!(serde_json::from_str::<Tolerances>(&text).unwrap(), read);
    }
}
