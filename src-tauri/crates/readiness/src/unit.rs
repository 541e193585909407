//! Exact decimals with units.
//!
//! A threshold of 6 mm compared with 6.0 mm is equal, with 6.1 mm is not, and with 6000 µm is
//! equal again. Money converts into nothing: two currencies never compare.

use rust_decimal::Decimal;
use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// A plain count or ratio.
    One,
    /// Micrometre.
    Micrometre,
    /// Millimetre.
    Millimetre,
    /// Metre.
    Metre,
    /// Kilogram.
    Kilogram,
    /// Metric ton.
    Tonne,
    /// Volt.
    Volt,
    /// Hertz.
    Hertz,
    /// Kilowatt.
    Kilowatt,
    /// Degree Celsius.
    Celsius,
    /// Calendar days.
    Day,
    /// Hours.
    Hour,
    /// Per cent.
    Percent,
    /// Bar of pressure.
    Bar,
    /// Litre.
    Litre,
    /// An ISO 4217 currency.
    Currency([u8; 3]),
}

/// What a unit measures; only units of one dimension compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dimension {
    /// Counts.
    Number,
    /// Lengths.
    Length,
    /// Masses.
    Mass,
    /// Any other unit, comparable with itself alone.
    Only(Unit),
}

const NAMES: [(&str, Unit); 15] = [
    ("", Unit::One),
    ("µm", Unit::Micrometre),
    ("mm", Unit::Millimetre),
    ("m", Unit::Metre),
    ("kg", Unit::Kilogram),
    ("t", Unit::Tonne),
    ("V", Unit::Volt),
    ("Hz", Unit::Hertz),
    ("kW", Unit::Kilowatt),
    ("°C", Unit::Celsius),
    ("d", Unit::Day),
    ("h", Unit::Hour),
    ("%", Unit::Percent),
    ("bar", Unit::Bar),
    ("L", Unit::Litre),
];

/// Currencies with three decimals by ISO 4217.
const THOUSAND_PARTS: [&[u8; 3]; 7] = [b"BHD", b"IQD", b"JOD", b"KWD", b"LYD", b"OMR", b"TND"];

impl Unit {
    /// What this unit measures.
    #[must_use]
    pub fn dimension(self) -> Dimension {
        match self {
            Self::One => Dimension::Number,
            Self::Micrometre | Self::Millimetre | Self::Metre => Dimension::Length,
            Self::Kilogram | Self::Tonne => Dimension::Mass,
            other => Dimension::Only(other),
        }
    }

    /// Whether nobody writes three decimals of it, so that `18,460` of it can only be thousands:
    /// gross masses in kg and dimensions in mm are whole numbers on trade papers, and money has
    /// two decimals, but for the currencies of a thousand parts.
    fn never_in_thousandths(self) -> bool {
        match self {
            Self::Kilogram | Self::Millimetre => true,
            Self::Currency(code) => !THOUSAND_PARTS.contains(&&code),
            _ => false,
        }
    }

    /// How many of the dimension's smallest unit make one of this.
    fn factor(self) -> Decimal {
        match self {
            Self::Millimetre | Self::Tonne => Decimal::ONE_THOUSAND,
            Self::Metre => Decimal::from(1_000_000),
            _ => Decimal::ONE,
        }
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Self::Currency(code) = self {
            return out.write_str(&String::from_utf8_lossy(code));
        }
        let name = NAMES.iter().find(|(_, unit)| unit == self).map_or("", |(name, _)| name);
        out.write_str(name)
    }
}

impl FromStr for Unit {
    type Err = QuantityError;

    fn from_str(text: &str) -> Result<Self, QuantityError> {
        // U+03BC (Greek mu), U+00B5 (micro sign) and a plain u are all typed for "micro".
        let name = match text {
            "μm" | "um" => "µm",
            "l" => "L",
            other => other,
        };
        if let Some((_, unit)) = NAMES.iter().find(|(known, _)| *known == name) {
            return Ok(*unit);
        }
        match name.as_bytes() {
            [a, b, c] if name.bytes().all(|byte| byte.is_ascii_uppercase()) => {
                Ok(Self::Currency([*a, *b, *c]))
            }
            _ => Err(QuantityError::UnknownUnit { unit: text.to_owned() }),
        }
    }
}

/// An exact amount of something: `6.1 mm`, `412000 EUR`, `3`.
///
/// Equality is of amount and unit as written; use [`Quantity::compare`] to compare across units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Quantity {
    /// The number.
    pub value: Decimal,
    /// What it counts.
    pub unit: Unit,
}

/// Why a text is not an amount.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum QuantityError {
    /// The number part cannot be read exactly.
    #[error("{text:?} is not a number with an optional unit, such as 6.1 mm or 412000 EUR")]
    NotANumber {
        /// What was written.
        text: String,
    },
    /// A comma that could be read as a decimal point.
    #[error(
        "{text:?} has a comma that could be a decimal point; write a point for decimals and no comma for thousands, such as 4.5 µm or 18460 kg"
    )]
    Comma {
        /// What was written.
        text: String,
    },
    /// The unit is not one of those known.
    #[error(
        "{unit:?} is not a known unit; known are µm, mm, m, kg, t, V, Hz, kW, °C, d, h, %, bar, L and currency codes"
    )]
    UnknownUnit {
        /// What was written.
        unit: String,
    },
    /// The two units measure different things.
    #[error("{left} and {right} do not measure the same thing")]
    Mismatch {
        /// Unit on the left.
        left: String,
        /// Unit on the right.
        right: String,
    },
}

impl Quantity {
    /// A plain count.
    #[must_use]
    pub fn count(value: i64) -> Self {
        Self { value: Decimal::from(value), unit: Unit::One }
    }

    /// Compares exactly, converting within one dimension.
    ///
    /// # Errors
    /// [`QuantityError::Mismatch`] when the units measure different things.
    pub fn compare(self, other: Self) -> Result<Ordering, QuantityError> {
        if self.unit == other.unit {
            return Ok(self.value.cmp(&other.value));
        }
        if self.unit.dimension() != other.unit.dimension() {
            return Err(QuantityError::Mismatch {
                left: self.unit.to_string(),
                right: other.unit.to_string(),
            });
        }
        // A number too large to convert is larger than any real threshold; the sign decides.
        let side = |q: Self| q.value.checked_mul(q.unit.factor());
        Ok(match (side(self), side(other)) {
            (Some(left), Some(right)) => left.cmp(&right),
            _ => (self.value / other.unit.factor()).cmp(&(other.value / self.unit.factor())),
        })
    }

    /// Whether it differs from another amount by no more than so many per cent of that one.
    ///
    /// # Errors
    /// [`QuantityError::Mismatch`] when the units measure different things.
    pub fn within(self, other: Self, percent: u8) -> Result<bool, QuantityError> {
        if self.compare(other)?.is_eq() {
            return Ok(true);
        }
        let share = |hundredths: u32| Self {
            value: other.value / Decimal::ONE_HUNDRED * Decimal::from(hundredths),
            unit: other.unit,
        };
        let (low, high) =
            (share(100_u32.saturating_sub(percent.into())), share(100 + u32::from(percent)));
        Ok(self.compare(low)?.is_ge() && self.compare(high)?.is_le())
    }

    /// The product of a mass, length … and a plain number; `None` where neither is a plain number
    /// or the result is too large.
    #[must_use]
    pub fn times(self, other: Self) -> Option<Self> {
        let unit = match (self.unit, other.unit) {
            (unit, Unit::One) | (Unit::One, unit) => unit,
            _ => return None,
        };
        Some(Self { value: self.value.checked_mul(other.value)?, unit })
    }

    /// The same amount in another unit of the same dimension; `None` when that is impossible.
    #[must_use]
    pub fn to_unit(self, unit: Unit) -> Option<Self> {
        if unit.dimension() != self.unit.dimension() {
            return None;
        }
        let value = self.value.checked_mul(self.unit.factor())?.checked_div(unit.factor())?;
        Some(Self { value, unit })
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.unit {
            Unit::One => write!(out, "{}", grouped(self.value)),
            Unit::Currency(_) => write!(out, "{} {}", self.unit, grouped(self.value)),
            Unit::Percent => write!(out, "{} %", grouped(self.value)),
            _ => write!(out, "{} {}", grouped(self.value), self.unit),
        }
    }
}

/// Groups thousands with commas: `18,460`.
fn grouped(value: Decimal) -> String {
    let text = value.normalize().to_string();
    let (sign, rest) = text.strip_prefix('-').map_or(("", text.as_str()), |rest| ("-", rest));
    let (whole, fraction) = rest.split_once('.').map_or((rest, None), |(w, f)| (w, Some(f)));
    let mut out = String::from(sign);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

/// Whether the commas of a number, if any, can only be marks of thousands.
fn commas_part_thousands(number: &str, unit: Unit) -> bool {
    if !number.contains(',') {
        return true;
    }
    let (whole, fraction) = match number.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (number, None),
    };
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    let grouped = (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && !rest.is_empty()
        && rest.iter().all(|group| group.len() == 3);
    let decided = rest.len() > 1 || fraction.is_some() || unit.never_in_thousandths();
    grouped && decided && fraction.is_none_or(|digits| !digits.contains(','))
}

impl FromStr for Quantity {
    type Err = QuantityError;

    /// Reads `6.1 mm`, `6.1mm`, `412000 EUR`, `EUR 412,000.00` or a bare number.
    ///
    /// A point parts decimals. Half of the world parts them with a comma, so a comma is taken for a
    /// mark of thousands only where it can be nothing else, and refused otherwise: it stands in
    /// groups of three after one to three digits that do not begin with 0, and there are two of
    /// them (`1,180,000`), or a point follows (`18,460.0`), or the unit is kg, mm or a currency of
    /// fewer than three decimals. `4,5 µm`, `4,500 µm` and `0,500 kg` are refused.
    fn from_str(text: &str) -> Result<Self, QuantityError> {
        let bad = || QuantityError::NotANumber { text: text.chars().take(80).collect() };
        let trimmed = text.trim();
        let numeric = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '+' | '_');
        let (number, unit) = if trimmed.starts_with(numeric) {
            let end = trimmed.find(|c| !numeric(c)).unwrap_or(trimmed.len());
            (&trimmed[..end], &trimmed[end..])
        } else {
            let start = trimmed.find(numeric).ok_or_else(bad)?;
            (&trimmed[start..], &trimmed[..start])
        };
        let body = number.strip_prefix(['-', '+']).unwrap_or(number);
        let written = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
        if !body.chars().all(written) {
            return Err(bad());
        }
        let unit: Unit = unit.trim().parse()?;
        if !commas_part_thousands(body, unit) {
            return Err(QuantityError::Comma { text: text.chars().take(80).collect() });
        }
        let value = Decimal::from_str_exact(&number.replace(',', "")).map_err(|_| bad())?;
        Ok(Self { value, unit })
    }
}

impl serde::Serialize for Quantity {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let text = match self.unit {
            Unit::One => self.value.to_string(),
            unit => format!("{} {unit}", self.value),
        };
        serializer.serialize_str(&text)
    }
}

impl<'de> serde::Deserialize<'de> for Quantity {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(serde::Deserialize)]
        #[serde(untagged)]
        enum Written {
            Whole(i64),
            Float(f64),
            Text(String),
        }
        let text = match serde::Deserialize::deserialize(deserializer)? {
            Written::Whole(value) => value.to_string(),
            // The shortest decimal that reads back as the same float is what the author typed.
            Written::Float(value) => value.to_string(),
            Written::Text(text) => text,
        };
        text.parse().map_err(serde::de::Error::custom)
    }
}

impl schemars::JsonSchema for Quantity {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Quantity".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "An exact amount with its unit: \"6.1 mm\", \"412000 EUR\"; a plain number where nothing is measured.",
            "type": ["string", "number"],
            "format": "shipshape-quantity",
            "maxLength": 60
        })
    }
}

#[cfg(feature = "ts")]
impl ts_rs::TS for Quantity {
    type WithoutGenerics = Self;
    type OptionInnerType = Self;
    fn name(_: &ts_rs::Config) -> String {
        "string".to_owned()
    }
    fn inline(_: &ts_rs::Config) -> String {
        "string".to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quantity(text: &str) -> Quantity {
        text.parse().unwrap()
    }

    #[test]
    fn exactly_on_the_limit_is_equal_across_units() {
        assert_eq!(quantity("6.0 mm").compare(quantity("6000 µm")), Ok(Ordering::Equal));
        assert_eq!(quantity("6.1 mm").compare(quantity("6 mm")), Ok(Ordering::Greater));
        assert_eq!(quantity("2 m").compare(quantity("2000mm")), Ok(Ordering::Equal));
        assert_eq!(quantity("7.8 t").compare(quantity("7800 kg")), Ok(Ordering::Equal));
    }

    #[test]
    fn tenths_add_up_where_floats_do_not() {
        let sum = quantity("0.1 mm").value + quantity("0.2 mm").value;
        assert_eq!(sum, quantity("0.3 mm").value);
    }

    #[test]
    fn units_that_do_not_fit_are_an_error() {
        assert!(quantity("6 mm").compare(quantity("6 kg")).is_err());
        assert!(quantity("6 EUR").compare(quantity("6 USD")).is_err());
        assert!("6 furlongs".parse::<Quantity>().is_err());
        assert!("six".parse::<Quantity>().is_err());
    }

    #[test]
    fn money_reads_with_the_code_on_either_side() {
        assert_eq!(quantity("EUR 412,000"), quantity("412000 EUR"));
        assert_eq!(quantity("EUR 412,000").to_string(), "EUR 412,000");
    }

    #[test]
    fn a_comma_that_could_be_a_decimal_point_is_refused() {
        let refused = [
            "4,5 µm",
            "4,500 µm",
            "6,0 mm",
            "0,5 mm",
            "0,500 kg",
            "5,,0",
            "45,0000 EUR",
            "1,2.3,4 m",
            "1,250 t",
            "4,000 m",
            "2,088",
            "412,000 KWD",
            "EUR 412,00",
            "1234,567 kg",
            ",500 kg",
            "18,460, kg",
        ];
        for text in refused {
            let error = text.parse::<Quantity>().unwrap_err();
            assert!(matches!(error, QuantityError::Comma { .. }), "{text}: {error}");
        }
        assert!("18_460 kg".parse::<Quantity>().is_err());
        for (text, same) in [
            ("412,000 EUR", "412000 EUR"),
            ("18,460 kg", "18460 kg"),
            ("7,900 mm", "7900 mm"),
            ("1,180,000 KWD", "1180000 KWD"),
            ("4,500.5 µm", "4500.5 µm"),
            ("-1,180,000", "-1180000"),
        ] {
            assert_eq!(quantity(text).compare(quantity(same)), Ok(Ordering::Equal), "{text}");
        }
    }

    #[test]
    fn a_huge_number_compares_without_overflow() {
        let huge = quantity("79228162514264337593543950335 m");
        assert_eq!(huge.compare(quantity("1 mm")), Ok(Ordering::Greater));
    }
}
