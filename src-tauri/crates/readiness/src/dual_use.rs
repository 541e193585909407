//! The dual-use threshold helper: a first look at whether a machine tool is likely listed.
//!
//! It never says that no licence is needed. Thresholds: NSG type (the heritage of China's
//! nuclear dual-use list; today's Chinese 2B2xx wording is still to be verified) and Wassenaar
//! 2.B.1 (EU and US 2B001; China is not a member, so it matters for foreign content and
//! re-export).

use crate::{AccuracyBasis, Machining, Quantity, Truth, Unit};
use rust_decimal::Decimal;

/// What the helper says.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum DualUseClass {
    /// No threshold is reached by the figures given. Not a statement that no licence is needed.
    NotFlagged,
    /// A figure that decides is missing.
    InsufficientData,
    /// At least one threshold is reached.
    LikelyListed,
}

impl DualUseClass {
    /// The choice id of the derived facts.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NotFlagged => "not-flagged",
            Self::InsufficientData => "insufficient-data",
            Self::LikelyListed => "likely-listed",
        }
    }
}

impl From<Truth> for DualUseClass {
    fn from(hit: Truth) -> Self {
        match hit {
            Truth::No => Self::NotFlagged,
            Truth::Unknown => Self::InsufficientData,
            Truth::Yes => Self::LikelyListed,
        }
    }
}

/// Both regimes' answers for one machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DualUse {
    /// NSG-type thresholds; the ones behind the Chinese list.
    pub nsg: DualUseClass,
    /// Wassenaar 2.B.1.
    pub wassenaar: DualUseClass,
}

fn micrometres(tenths: i64) -> Quantity {
    Quantity { value: Decimal::new(tenths, 1), unit: Unit::Micrometre }
}

fn metres(value: i64) -> Quantity {
    Quantity { value: Decimal::from(value), unit: Unit::Metre }
}

/// Compares a figure that may be missing.
fn test(figure: Option<Quantity>, limit: Quantity, holds: fn(std::cmp::Ordering) -> bool) -> Truth {
    match figure.map(|figure| figure.compare(limit)) {
        Some(Ok(ordering)) => holds(ordering).into(),
        Some(Err(_)) | None => Truth::Unknown,
    }
}

fn any(parts: impl Iterator<Item = Truth>) -> Truth {
    parts.fold(Truth::No, Truth::or)
}

fn at_least(figure: Option<u8>, limit: u8) -> Truth {
    figure.map_or(Truth::Unknown, |figure| (figure >= limit).into())
}

impl Machining {
    /// Tests a threshold that differs by the edition of ISO 230-2. Without a named edition only
    /// what holds by both is certain.
    fn by_edition(&self, judge: impl Fn(AccuracyBasis) -> Truth) -> Truth {
        match self.accuracy_basis {
            Some(basis) => judge(basis),
            None => {
                let (old, new) = (judge(AccuracyBasis::Iso1988), judge(AccuracyBasis::Iso2006));
                if old == new { old } else { Truth::Unknown }
            }
        }
    }

    fn best_accuracy(&self, holds: fn(std::cmp::Ordering) -> bool) -> Truth {
        if self.axes.is_empty() {
            return Truth::Unknown;
        }
        self.by_edition(|basis| {
            let limit = micrometres(match basis {
                AccuracyBasis::Iso1988 => 60,
                AccuracyBasis::Iso2006 => 45,
            });
            any(self.axes.iter().map(|axis| test(axis.accuracy, limit, holds)))
        })
    }

    /// Long in X and coarse in X: out of the milling entry.
    fn long_and_coarse(&self) -> Truth {
        let Some(x) = self.axes.iter().find(|axis| axis.name.eq_ignore_ascii_case("x")) else {
            return Truth::Unknown;
        };
        let long = test(x.travel, metres(2), std::cmp::Ordering::is_gt);
        let coarse = self.by_edition(|basis| {
            let limit = micrometres(match basis {
                AccuracyBasis::Iso1988 => 300,
                AccuracyBasis::Iso2006 => 225,
            });
            test(x.accuracy, limit, std::cmp::Ordering::is_gt)
        });
        long.and(coarse)
    }

    fn nsg(&self, turning: Truth, milling: Truth) -> Truth {
        let thick = test(
            self.max_turned_diameter,
            Quantity { value: Decimal::from(35), unit: Unit::Millimetre },
            std::cmp::Ordering::is_gt,
        );
        let turn_hit = turning
            .and(at_least(self.simultaneous_axes, 2))
            .and(thick)
            .and(self.best_accuracy(std::cmp::Ordering::is_lt));
        let mill_hit = self
            .best_accuracy(std::cmp::Ordering::is_le)
            .or(at_least(self.rotary_axes, 2))
            .or(at_least(self.simultaneous_axes, 5))
            .and(!self.long_and_coarse());
        turn_hit.or(milling.and(mill_hit))
    }

    /// Whether any axis is as repeatable as the limit for its travel.
    fn repeatable(&self, bands: &[(Option<i64>, i64)]) -> Truth {
        if self.axes.is_empty() {
            return Truth::Unknown;
        }
        any(self.axes.iter().map(|axis| {
            let mut from: Option<i64> = None;
            let mut hit = Truth::No;
            for (below, limit) in bands {
                let above = from.map_or(Truth::Yes, |from| {
                    test(axis.travel, metres(from), std::cmp::Ordering::is_ge)
                });
                let under = below.map_or(Truth::Yes, |below| {
                    test(axis.travel, metres(below), std::cmp::Ordering::is_lt)
                });
                let fine = test(axis.repeatability, micrometres(*limit), std::cmp::Ordering::is_le);
                hit = hit.or(above.and(under).and(fine));
                from = *below;
            }
            hit
        }))
    }

    fn wassenaar(&self, turning: Truth, milling: Truth) -> Truth {
        let short = [(Some(1), 9), (None, 11)];
        let five = [(Some(1), 9), (Some(4), 14), (None, 60)];
        let turn_hit =
            turning.and(at_least(self.simultaneous_axes, 2)).and(self.repeatable(&short));
        let four_axes = at_least(self.simultaneous_axes, 4).and(at_least(self.rotary_axes, 1));
        let mill_hit =
            four_axes
                .and(self.repeatable(&short))
                .or(at_least(self.simultaneous_axes, 5).and(self.repeatable(&five)));
        turn_hit.or(milling.and(mill_hit))
    }

    /// Classifies. `turns` and `mills` come from the product's category where the machine's own
    /// record leaves them open; a mill-turn machine is tested as both.
    #[must_use]
    pub fn classify(&self, turns: Option<bool>, mills: Option<bool>) -> DualUse {
        let known = |own: Option<bool>, category: Option<bool>| {
            own.or(category).map_or(Truth::Unknown, Truth::from)
        };
        let turning = known(self.turning, turns);
        let milling = known(self.milling, mills);
        DualUse {
            nsg: self.nsg(turning, milling).into(),
            wassenaar: self.wassenaar(turning, milling).into(),
        }
    }
}

/// What a category says about turning and milling; `None` for what is not a machine tool.
pub(crate) fn category_process(category: &str) -> Option<(bool, bool)> {
    match category {
        "mill-turn" => Some((true, true)),
        "turning-centre" => Some((true, false)),
        "gantry" | "vertical-centre" | "horizontal-centre" => Some((false, true)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Axis;

    fn axis(name: &str, travel: Option<&str>, accuracy: &str, repeatability: &str) -> Axis {
        Axis {
            name: name.into(),
            travel: travel.map(|text| text.parse().unwrap()),
            accuracy: Some(accuracy.parse().unwrap()),
            repeatability: Some(repeatability.parse().unwrap()),
        }
    }

    fn gantry() -> Machining {
        Machining {
            simultaneous_axes: Some(5),
            rotary_axes: Some(2),
            accuracy_basis: Some(AccuracyBasis::Iso1988),
            axes: vec![
                axis("X", Some("4.0 m"), "12 µm", "4.5 µm"),
                axis("Y", None, "9 µm", "4.5 µm"),
                axis("Z", None, "7 µm", "4.5 µm"),
            ],
            ..Machining::default()
        }
    }

    #[test]
    fn a_mill_turn_of_8_micrometres_and_one_rotary_axis_is_not_flagged() {
        let machine = Machining {
            simultaneous_axes: Some(4),
            rotary_axes: Some(1),
            accuracy_basis: Some(AccuracyBasis::Iso1988),
            max_turned_diameter: Some("650 mm".parse().unwrap()),
            axes: vec![axis("best", None, "8.0 µm", "1.8 µm")],
            ..Machining::default()
        };
        let class = machine.classify(Some(true), Some(true));
        assert_eq!(class.nsg, DualUseClass::NotFlagged);
        assert_eq!(class.wassenaar, DualUseClass::NotFlagged);
    }

    #[test]
    fn a_five_axis_gantry_is_likely_listed_by_both() {
        let class = gantry().classify(Some(false), Some(true));
        assert_eq!(class.nsg, DualUseClass::LikelyListed);
        assert_eq!(class.wassenaar, DualUseClass::LikelyListed);
    }

    #[test]
    fn long_and_coarse_is_out_and_exactly_on_the_limit_is_not_coarse() {
        let mut machine = gantry();
        machine.axes[0].accuracy = Some("30.1 µm".parse().unwrap());
        assert_eq!(machine.classify(Some(false), Some(true)).nsg, DualUseClass::NotFlagged);
        machine.axes[0].accuracy = Some("30 µm".parse().unwrap());
        assert_eq!(machine.classify(Some(false), Some(true)).nsg, DualUseClass::LikelyListed);
        machine.accuracy_basis = Some(AccuracyBasis::Iso2006);
        assert_eq!(machine.classify(Some(false), Some(true)).nsg, DualUseClass::NotFlagged);
    }

    #[test]
    fn a_figure_between_the_editions_needs_the_edition_named() {
        let mut machine = gantry();
        machine.simultaneous_axes = Some(3);
        machine.rotary_axes = Some(0);
        machine.axes.iter_mut().for_each(|axis| axis.accuracy = Some("5 µm".parse().unwrap()));
        machine.accuracy_basis = None;
        let of = |machine: &Machining| machine.classify(Some(false), Some(true)).nsg;
        assert_eq!(of(&machine), DualUseClass::InsufficientData);
        machine.accuracy_basis = Some(AccuracyBasis::Iso1988);
        assert_eq!(of(&machine), DualUseClass::LikelyListed);
        machine.accuracy_basis = Some(AccuracyBasis::Iso2006);
        assert_eq!(of(&machine), DualUseClass::NotFlagged);
    }

    #[test]
    fn nothing_known_is_insufficient_data() {
        let class = Machining::default().classify(Some(true), Some(true));
        assert_eq!(class.nsg, DualUseClass::InsufficientData);
        assert_eq!(class.wassenaar, DualUseClass::InsufficientData);
    }
}
