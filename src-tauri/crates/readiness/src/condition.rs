//! Conditions over facts, three-valued.
//!
//! [`Condition`] is what a person writes in a pack; [`Compiled`] is what the engine evaluates
//! after every fact, choice and unit in it has been checked. Kleene's strong logic: an unanswered
//! fact is *unknown*, and unknown spreads only as far as it matters.

use crate::{Fact, FactId, FactKind, Quantity, Text, Unit, Value};
use chrono::NaiveDate;
use std::cmp::Ordering;
use std::collections::BTreeSet;

/// True, false, or not settled by what is known.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Truth {
    /// Certainly not.
    No,
    /// An answer is missing.
    Unknown,
    /// Certainly.
    Yes,
}

impl Truth {
    /// Both: the lesser of the two.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        self.min(other)
    }

    /// Either: the greater of the two.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        self.max(other)
    }
}

impl std::ops::Not for Truth {
    type Output = Self;

    fn not(self) -> Self {
        match self {
            Self::Yes => Self::No,
            Self::No => Self::Yes,
            Self::Unknown => Self::Unknown,
        }
    }
}

impl From<bool> for Truth {
    fn from(known: bool) -> Self {
        if known { Self::Yes } else { Self::No }
    }
}

/// What a comparison compares with, as written in a pack.
#[derive(
    Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(untagged)]
pub enum Operand {
    /// `true` or `false`.
    YesNo(bool),
    /// A plain whole number.
    Whole(i64),
    /// A choice, an amount with its unit, a date or a text.
    Text(String),
}

/// A condition as written: exactly one of `all`, `any`, `not`, or a `fact` with one or more
/// comparisons that must all hold.
#[derive(
    Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// Every part must hold.
    #[serde(default)]
    #[schemars(length(min = 1, max = 50))]
    pub all: Option<Vec<Condition>>,
    /// At least one part must hold.
    #[serde(default)]
    #[schemars(length(min = 1, max = 50))]
    pub any: Option<Vec<Condition>>,
    /// The part must not hold.
    #[serde(default)]
    pub not: Option<Box<Condition>>,
    /// The fact compared.
    #[serde(default)]
    pub fact: Option<FactId>,
    /// Equal to; for several choices: contains.
    #[serde(default)]
    pub is: Option<Operand>,
    /// One of; for several choices: contains any of.
    #[serde(default, rename = "in")]
    #[schemars(length(min = 1, max = 400))]
    pub one_of: Option<Vec<String>>,
    /// Greater than; later than.
    #[serde(default)]
    pub above: Option<Operand>,
    /// Greater than or equal; on or after.
    #[serde(default)]
    pub at_least: Option<Operand>,
    /// Less than; earlier than.
    #[serde(default)]
    pub below: Option<Operand>,
    /// Less than or equal; on or before.
    #[serde(default)]
    pub at_most: Option<Operand>,
    /// The same as the answer to another fact; for several choices: they have one in common.
    #[serde(default)]
    pub same_as: Option<FactId>,
    /// With `same_as`, for amounts: how far they may differ, in per cent of the other.
    #[serde(default)]
    #[schemars(range(max = 100))]
    pub within_percent: Option<u8>,
}

/// How an amount or a date is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Relation {
    /// Strictly greater or later.
    Above,
    /// Greater or equal.
    AtLeast,
    /// Strictly less or earlier.
    Below,
    /// Less or equal.
    AtMost,
}

impl Relation {
    fn holds(self, ordering: Ordering) -> bool {
        match self {
            Self::Above => ordering.is_gt(),
            Self::AtLeast => ordering.is_ge(),
            Self::Below => ordering.is_lt(),
            Self::AtMost => ordering.is_le(),
        }
    }
}

/// One checked comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Test {
    /// A yes/no fact has this value.
    YesNo(bool),
    /// A choice or any of several choices is among these.
    OneOf(BTreeSet<String>),
    /// A text equals this one.
    Text(String),
    /// An amount relates so to this one; its unit is known to fit.
    Amount(Relation, Quantity),
    /// An amount equals this one.
    Equals(Quantity),
    /// A date relates so to this one.
    Date(Relation, NaiveDate),
    /// A date equals this one.
    On(NaiveDate),
}

impl Test {
    fn holds(&self, value: &Value) -> Truth {
        let known = match (self, value) {
            (Self::YesNo(wanted), Value::YesNo(given)) => wanted == given,
            (Self::OneOf(wanted), Value::Choice(given)) => wanted.contains(given),
            (Self::OneOf(wanted), Value::Choices(given)) => !wanted.is_disjoint(given),
            (Self::Text(wanted), Value::Text(given)) => wanted == given,
            (Self::Amount(relation, limit), Value::Decimal(given)) => match given.compare(*limit) {
                Ok(ordering) => relation.holds(ordering),
                Err(_) => return Truth::Unknown,
            },
            (Self::Equals(wanted), Value::Decimal(given)) => match given.compare(*wanted) {
                Ok(ordering) => ordering.is_eq(),
                Err(_) => return Truth::Unknown,
            },
            (Self::Date(relation, limit), Value::Date(given)) => relation.holds(given.cmp(limit)),
            (Self::On(wanted), Value::Date(given)) => wanted == given,
            // An answer of another kind than the fact's is as good as none.
            _ => return Truth::Unknown,
        };
        known.into()
    }
}

/// A condition whose facts, choices and units have been checked. Facts are positions in the
/// rulebook's list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Compiled {
    /// Every part.
    All(Vec<Compiled>),
    /// At least one part.
    Any(Vec<Compiled>),
    /// Not the part.
    Not(Box<Compiled>),
    /// One fact, one comparison.
    Fact(usize, Test),
    /// Two facts that must say the same, amounts within so many per cent of the second.
    Same(usize, usize, u8),
}

/// Whether two answers say the same.
fn same(one: &Value, other: &Value, percent: u8) -> Truth {
    match (one, other) {
        (Value::Decimal(one), Value::Decimal(other)) => {
            one.within(*other, percent).map_or(Truth::Unknown, Truth::from)
        }
        (Value::Choices(one), Value::Choices(other)) => (!one.is_disjoint(other)).into(),
        (Value::Choices(many), Value::Choice(one)) | (Value::Choice(one), Value::Choices(many)) => {
            many.contains(one).into()
        }
        (Value::Text(one), Value::Text(other)) => crate::normal::same_name(one, other).into(),
        (Value::Choice(one), Value::Choice(other)) => (one == other).into(),
        (Value::YesNo(one), Value::YesNo(other)) => (one == other).into(),
        (Value::Date(one), Value::Date(other)) => (one == other).into(),
        _ => Truth::Unknown,
    }
}

/// Where answers come from during evaluation.
pub trait Answers {
    /// The answer to the fact at this position, if there is one.
    fn answer(&self, fact: usize) -> Option<&Value>;
}

impl Compiled {
    /// A condition that always holds.
    #[must_use]
    pub fn always() -> Self {
        Self::All(Vec::new())
    }

    /// Evaluates; stops as soon as the result is settled.
    pub fn evaluate(&self, answers: &impl Answers) -> Truth {
        match self {
            Self::All(parts) => {
                let mut result = Truth::Yes;
                for part in parts {
                    result = result.and(part.evaluate(answers));
                    if result == Truth::No {
                        break;
                    }
                }
                result
            }
            Self::Any(parts) => {
                let mut result = Truth::No;
                for part in parts {
                    result = result.or(part.evaluate(answers));
                    if result == Truth::Yes {
                        break;
                    }
                }
                result
            }
            Self::Not(part) => !part.evaluate(answers),
            Self::Fact(fact, test) => {
                answers.answer(*fact).map_or(Truth::Unknown, |value| test.holds(value))
            }
            Self::Same(fact, other, percent) => {
                match (answers.answer(*fact), answers.answer(*other)) {
                    (Some(one), Some(other)) => same(one, other, *percent),
                    _ => Truth::Unknown,
                }
            }
        }
    }

    /// The unanswered facts that keep the result unknown, in the order written.
    pub fn open_questions(&self, answers: &impl Answers, into: &mut Vec<usize>) {
        if self.evaluate(answers) != Truth::Unknown {
            return;
        }
        match self {
            Self::All(parts) | Self::Any(parts) => {
                parts.iter().for_each(|part| part.open_questions(answers, into));
            }
            Self::Not(part) => part.open_questions(answers, into),
            Self::Fact(fact, _) => {
                if !into.contains(fact) {
                    into.push(*fact);
                }
            }
            Self::Same(one, other, _) => {
                for fact in [one, other] {
                    if answers.answer(*fact).is_none() && !into.contains(fact) {
                        into.push(*fact);
                    }
                }
            }
        }
    }

    /// Every fact the condition looks at.
    pub fn facts(&self, into: &mut Vec<usize>) {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.facts(into)),
            Self::Not(part) => part.facts(into),
            Self::Fact(fact, _) => {
                if !into.contains(fact) {
                    into.push(*fact);
                }
            }
            Self::Same(one, other, _) => {
                for fact in [one, other] {
                    if !into.contains(fact) {
                        into.push(*fact);
                    }
                }
            }
        }
    }
}

/// What is wrong with a condition, and where in it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", problem.en)]
pub struct ConditionError {
    /// Path inside the condition as JSON-pointer steps, e.g. `all`, `1`, `above`.
    pub path: Vec<String>,
    /// What is wrong, and what is allowed.
    pub problem: Text,
}

/// Nesting deeper than any person writes; guards the stack.
pub const MAX_DEPTH: usize = 24;

impl Condition {
    /// Checks every fact, choice and unit, and makes the form the engine evaluates.
    ///
    /// # Errors
    /// Every problem found, not only the first.
    pub fn compile(
        &self,
        find: &impl Fn(&FactId) -> Option<(usize, Fact)>,
    ) -> Result<Compiled, Vec<ConditionError>> {
        let mut errors = Vec::new();
        let compiled = self.walk(find, &mut Vec::new(), &mut errors);
        match compiled {
            Some(compiled) if errors.is_empty() => Ok(compiled),
            _ => Err(errors),
        }
    }

    fn walk(
        &self,
        find: &impl Fn(&FactId) -> Option<(usize, Fact)>,
        path: &mut Vec<String>,
        errors: &mut Vec<ConditionError>,
    ) -> Option<Compiled> {
        let fail = |errors: &mut Vec<ConditionError>, path: &[String], problem: Text| {
            errors.push(ConditionError { path: path.to_vec(), problem });
            None
        };
        if path.len() > MAX_DEPTH * 2 {
            return fail(
                errors,
                path,
                Text::new(
                    format!("nested deeper than {MAX_DEPTH}"),
                    format!("嵌套超过 {MAX_DEPTH} 层"),
                ),
            );
        }
        let tests = [&self.is, &self.above, &self.at_least, &self.below, &self.at_most];
        let compares = self.one_of.is_some()
            || self.same_as.is_some()
            || tests.iter().any(|test| test.is_some());
        match (&self.all, &self.any, &self.not, &self.fact) {
            (Some(parts), None, None, None) if !compares => {
                self.parts("all", parts, find, path, errors).map(Compiled::All)
            }
            (None, Some(parts), None, None) if !compares => {
                self.parts("any", parts, find, path, errors).map(Compiled::Any)
            }
            (None, None, Some(part), None) if !compares => {
                path.push("not".to_owned());
                let part = part.walk(find, path, errors);
                path.pop();
                part.map(|part| Compiled::Not(Box::new(part)))
            }
            (None, None, None, Some(fact)) if compares => {
                let Some((index, fact)) = find(fact) else {
                    path.push("fact".to_owned());
                    fail(
                        errors,
                        path,
                        Text::new(
                            format!("no fact {:?} is defined", fact.as_str()),
                            format!("未定义事实 {:?}", fact.as_str()),
                        ),
                    );
                    path.pop();
                    return None;
                };
                self.comparison(index, &fact, find, path, errors)
            }
            (None, None, None, Some(fact)) => fail(
                errors,
                path,
                Text::new(
                    format!(
                        "{fact} is compared with nothing; allowed: is, in, above, at_least, below, at_most, same_as"
                    ),
                    format!(
                        "{fact} 没有比较条件；可用：is、in、above、at_least、below、at_most、same_as"
                    ),
                ),
            ),
            _ => fail(
                errors,
                path,
                Text::new(
                    "a condition is exactly one of: all, any, not, or fact with a comparison",
                    "条件只能是以下之一：all、any、not，或带比较的 fact",
                ),
            ),
        }
    }

    fn parts(
        &self,
        key: &str,
        parts: &[Self],
        find: &impl Fn(&FactId) -> Option<(usize, Fact)>,
        path: &mut Vec<String>,
        errors: &mut Vec<ConditionError>,
    ) -> Option<Vec<Compiled>> {
        let mut compiled = Vec::with_capacity(parts.len());
        for (index, part) in parts.iter().enumerate() {
            path.push(key.to_owned());
            path.push(index.to_string());
            if let Some(part) = part.walk(find, path, errors) {
                compiled.push(part);
            }
            path.truncate(path.len() - 2);
        }
        (compiled.len() == parts.len()).then_some(compiled)
    }

    fn comparison(
        &self,
        index: usize,
        fact: &Fact,
        find: &impl Fn(&FactId) -> Option<(usize, Fact)>,
        path: &[String],
        errors: &mut Vec<ConditionError>,
    ) -> Option<Compiled> {
        let mut tests = Vec::new();
        match self.pair(index, fact, find) {
            Ok(pair) => tests.extend(pair),
            Err((key, problem)) => {
                let mut path = path.to_vec();
                path.push(key.to_owned());
                errors.push(ConditionError { path, problem });
            }
        }
        let mut add = |key: &str, test: Result<Test, Text>| match test {
            Ok(test) => tests.push(Compiled::Fact(index, test)),
            Err(problem) => {
                let mut path = path.to_vec();
                path.push(key.to_owned());
                errors.push(ConditionError { path, problem });
            }
        };
        if let Some(operand) = &self.is {
            add("is", equal(fact, operand));
        }
        if let Some(choices) = &self.one_of {
            add("in", one_of(fact, choices));
        }
        for (key, operand, relation) in [
            ("above", &self.above, Relation::Above),
            ("at_least", &self.at_least, Relation::AtLeast),
            ("below", &self.below, Relation::Below),
            ("at_most", &self.at_most, Relation::AtMost),
        ] {
            if let Some(operand) = operand {
                add(key, relates(fact, relation, operand));
            }
        }
        match tests.len() {
            0 => None,
            1 => tests.pop(),
            _ => Some(Compiled::All(tests)),
        }
    }

    fn pair(
        &self,
        index: usize,
        fact: &Fact,
        find: &impl Fn(&FactId) -> Option<(usize, Fact)>,
    ) -> Result<Option<Compiled>, (&'static str, Text)> {
        let id = &fact.id;
        let Some(other) = &self.same_as else {
            return match self.within_percent {
                None => Ok(None),
                Some(_) => Err((
                    "within_percent",
                    Text::new(
                        "within_percent goes with same_as",
                        "within_percent 须与 same_as 同用",
                    ),
                )),
            };
        };
        let Some((position, other)) = find(other) else {
            return Err((
                "same_as",
                Text::new(
                    format!("no fact {:?} is defined", other.as_str()),
                    format!("未定义事实 {:?}", other.as_str()),
                ),
            ));
        };
        let choice = |kind: FactKind| matches!(kind, FactKind::Choice | FactKind::Choices);
        let alike = fact.kind == other.kind || (choice(fact.kind) && choice(other.kind));
        let dimension = |fact: &Fact| fact.decimal_unit().map(Unit::dimension);
        if !alike || dimension(fact) != dimension(&other) {
            return Err((
                "same_as",
                Text::new(
                    format!("{id} and {} take answers of different kinds", other.id),
                    format!("{id} 与 {} 的答案类型不同", other.id),
                ),
            ));
        }
        if self.within_percent.is_some() && fact.kind != FactKind::Decimal {
            return Err((
                "within_percent",
                Text::new(format!("{id} is no amount"), format!("{id} 不是数值")),
            ));
        }
        Ok(Some(Compiled::Same(index, position, self.within_percent.unwrap_or(0))))
    }
}

fn equal(fact: &Fact, operand: &Operand) -> Result<Test, Text> {
    let id = &fact.id;
    match (fact.kind, operand) {
        (FactKind::YesNo, Operand::YesNo(wanted)) => Ok(Test::YesNo(*wanted)),
        (FactKind::YesNo, _) => Err(Text::new(
            format!("{id} is yes or no; allowed: true, false"),
            format!("{id} 为是或否；可用：true、false"),
        )),
        (FactKind::Choice | FactKind::Choices, Operand::Text(choice)) => {
            one_of(fact, std::slice::from_ref(choice))
        }
        (FactKind::Text, Operand::Text(text)) => Ok(Test::Text(text.clone())),
        (FactKind::Decimal, operand) => Ok(Test::Equals(amount(fact, operand)?)),
        (FactKind::Date, operand) => Ok(Test::On(date(fact, operand)?)),
        (FactKind::Choice | FactKind::Choices, Operand::YesNo(given)) => {
            one_of(fact, &[given.to_string()])
        }
        (FactKind::Choice | FactKind::Choices, Operand::Whole(given)) => {
            one_of(fact, &[given.to_string()])
        }
        (FactKind::Text, _) => Err(Text::new(
            format!("{id} is a text; write it in quotes"),
            format!("{id} 为文本，请加引号"),
        )),
    }
}

fn one_of(fact: &Fact, choices: &[String]) -> Result<Test, Text> {
    let id = &fact.id;
    if !matches!(fact.kind, FactKind::Choice | FactKind::Choices) {
        return Err(Text::new(
            format!("{id} has no choices to be one of"),
            format!("{id} 不是选项类事实，不能用 in"),
        ));
    }
    let unknown =
        choices.iter().find(|choice| !fact.choices.iter().any(|known| known.id == **choice));
    if let Some(choice) = unknown {
        let allowed: Vec<&str> = fact.choices.iter().map(|choice| choice.id.as_str()).collect();
        let allowed = allowed.join(", ");
        return Err(Text::new(
            format!("{choice:?} is not a choice of {id}; allowed: {allowed}"),
            format!("{choice:?} 不是 {id} 的选项；可用：{allowed}"),
        ));
    }
    Ok(Test::OneOf(choices.iter().cloned().collect()))
}

fn relates(fact: &Fact, relation: Relation, operand: &Operand) -> Result<Test, Text> {
    match fact.kind {
        FactKind::Decimal => Ok(Test::Amount(relation, amount(fact, operand)?)),
        FactKind::Date => Ok(Test::Date(relation, date(fact, operand)?)),
        FactKind::YesNo | FactKind::Choice | FactKind::Choices | FactKind::Text => Err(Text::new(
            format!("{} is neither an amount nor a date; allowed: is, in", fact.id),
            format!("{} 既不是数值也不是日期；可用：is、in", fact.id),
        )),
    }
}

fn amount(fact: &Fact, operand: &Operand) -> Result<Quantity, Text> {
    let id = &fact.id;
    let quantity = match operand {
        Operand::Whole(value) => Quantity::count(*value),
        Operand::Text(text) => text.parse::<Quantity>().map_err(|_| {
            Text::new(
                format!("{text:?} is not an amount; write a number and its unit, such as 6.1 mm"),
                format!("{text:?} 不是数值；请写数字加单位，例如 6.1 mm"),
            )
        })?,
        Operand::YesNo(_) => {
            return Err(Text::new(
                format!("{id} is an amount, not true or false"),
                format!("{id} 为数值，不是 true 或 false"),
            ));
        }
    };
    let unit = fact.decimal_unit().unwrap_or(Unit::One);
    if unit.dimension() == quantity.unit.dimension() {
        return Ok(quantity);
    }
    let (en, zh) = match unit {
        Unit::One => ("plain numbers".to_owned(), "无单位数字".to_owned()),
        unit => (unit.to_string(), unit.to_string()),
    };
    Err(Text::new(
        format!("{id} is measured in {en}, which {quantity} does not fit"),
        format!("{id} 的单位为{zh}，与 {quantity} 不符"),
    ))
}

fn date(fact: &Fact, operand: &Operand) -> Result<NaiveDate, Text> {
    let given = match operand {
        Operand::Text(text) => text.clone(),
        Operand::YesNo(given) => given.to_string(),
        Operand::Whole(given) => given.to_string(),
    };
    given.parse().map_err(|_| {
        Text::new(
            format!("{} is a date; {given:?} is not one written YYYY-MM-DD", fact.id),
            format!("{} 为日期；{given:?} 不是 YYYY-MM-DD 格式", fact.id),
        )
    })
}
