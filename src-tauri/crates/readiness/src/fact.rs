//! Facts: typed answers about a company, a shipment or a product.

use crate::{FactId, Quantity, Text, Unit};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// What kind of answer a fact takes.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum FactKind {
    /// Yes or no.
    YesNo,
    /// One of the listed choices.
    Choice,
    /// Any number of the listed choices.
    Choices,
    /// An exact decimal with a unit.
    Decimal,
    /// A day.
    Date,
    /// Free text.
    Text,
}

/// Whom a fact describes.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    serde::Serialize,
    serde::Deserialize,
    schemars::JsonSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum FactLevel {
    /// The whole order.
    #[default]
    Shipment,
    /// One product of it; asked once for each.
    Product,
    /// Worked out by the engine from other data; never asked.
    Derived,
}

/// One choice of a fact.
#[derive(
    Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// The stable value written in files.
    #[schemars(regex(pattern = "^[A-Za-z0-9][A-Za-z0-9+./-]{0,63}$"))]
    pub id: String,
    /// What the user reads.
    pub title: Text,
}

/// A fact that can be known about a shipment, and the question that asks for it.
#[derive(
    Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// Stable id.
    #[schemars(regex(pattern = "^[a-z0-9][a-z0-9-]{0,63}$"))]
    pub id: FactId,
    /// Short name in lists.
    pub title: Text,
    /// The question put to the user.
    pub question: Text,
    /// What kind of answer it takes.
    pub kind: FactKind,
    /// Whom it describes.
    #[serde(default)]
    pub level: FactLevel,
    /// For `choice` and `choices`: what may be chosen.
    #[serde(default)]
    #[schemars(length(max = 400))]
    pub choices: Vec<Choice>,
    /// For `decimal`: the unit in which it is asked; an answer may use another of the same kind.
    #[serde(default)]
    #[schemars(length(max = 12))]
    pub unit: Option<String>,
    /// For a derived decimal: the product of these facts' answers, such as the charge of a chiller
    /// and the global warming potential of its gas.
    #[serde(default)]
    #[schemars(length(max = 4))]
    pub product_of: Vec<FactId>,
    /// Under which heading it is asked.
    #[serde(default)]
    #[schemars(length(max = 60))]
    pub group: Option<String>,
    /// Facts of earlier versions whose place it takes: their answers go over to it where they fit.
    #[serde(default)]
    #[schemars(length(max = 20))]
    pub replaces: Vec<FactId>,
}

impl Fact {
    /// The unit in which a decimal fact is asked; plain numbers where none is named.
    #[must_use]
    pub fn decimal_unit(&self) -> Option<Unit> {
        match (self.kind, &self.unit) {
            (FactKind::Decimal, Some(unit)) => unit.parse().ok(),
            (FactKind::Decimal, None) => Some(Unit::One),
            _ => None,
        }
    }
}

/// The answer to a fact.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "kind", content = "value", rename_all = "kebab-case")]
pub enum Value {
    /// Yes or no.
    YesNo(bool),
    /// The id of the choice.
    Choice(String),
    /// The ids of the choices.
    Choices(BTreeSet<String>),
    /// An amount.
    Decimal(Quantity),
    /// A day.
    Date(#[cfg_attr(feature = "ts", ts(type = "string"))] NaiveDate),
    /// Free text.
    Text(String),
}

/// Why an answer does not fit its fact.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ValueError {
    /// Another kind of answer was given.
    #[error("{fact} takes {}", kind_words(*expected))]
    Kind {
        /// The fact answered.
        fact: FactId,
        /// What it takes.
        expected: FactKind,
    },
    /// Not one of the choices.
    #[error("{fact} has no choice {given:?}; allowed: {}", allowed.join(", "))]
    Choice {
        /// The fact answered.
        fact: FactId,
        /// What was given.
        given: String,
        /// What is allowed.
        allowed: Vec<String>,
    },
    /// The unit does not fit.
    #[error("{fact} is measured in {expected}, not in {given}")]
    Unit {
        /// The fact answered.
        fact: FactId,
        /// The fact's unit.
        expected: String,
        /// The answer's unit.
        given: String,
    },
}

fn kind_words(kind: FactKind) -> &'static str {
    match kind {
        FactKind::YesNo => "true or false",
        FactKind::Choice => "one of its choices",
        FactKind::Choices => "a list of its choices",
        FactKind::Decimal => "a number with its unit",
        FactKind::Date => "a date written YYYY-MM-DD",
        FactKind::Text => "a text",
    }
}

impl Fact {
    /// Checks that an answer fits: its kind, its choices, its unit.
    ///
    /// # Errors
    /// [`ValueError`], saying what is allowed.
    pub fn check(&self, value: &Value) -> Result<(), ValueError> {
        let choice = |given: &String| {
            if self.choices.iter().any(|choice| &choice.id == given) {
                Ok(())
            } else {
                Err(ValueError::Choice {
                    fact: self.id.clone(),
                    given: given.clone(),
                    allowed: self.choices.iter().map(|choice| choice.id.clone()).collect(),
                })
            }
        };
        match (self.kind, value) {
            (FactKind::YesNo, Value::YesNo(_))
            | (FactKind::Date, Value::Date(_))
            | (FactKind::Text, Value::Text(_)) => Ok(()),
            (FactKind::Choice, Value::Choice(given)) => choice(given),
            (FactKind::Choices, Value::Choices(given)) => given.iter().try_for_each(choice),
            (FactKind::Decimal, Value::Decimal(quantity)) => {
                let unit = self.decimal_unit().unwrap_or(Unit::One);
                if unit.dimension() == quantity.unit.dimension() {
                    Ok(())
                } else {
                    Err(ValueError::Unit {
                        fact: self.id.clone(),
                        expected: unit.to_string(),
                        given: quantity.unit.to_string(),
                    })
                }
            }
            _ => Err(ValueError::Kind { fact: self.id.clone(), expected: self.kind }),
        }
    }
}
