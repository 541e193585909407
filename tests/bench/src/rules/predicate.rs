//! A rule's condition and its predicates over documents, said in the peers' languages.

use super::input::{Input, position};
use chrono::{Datelike, NaiveDate};
use readiness::{Condition, FactId, Operand, Quantity, Requirement, Rulebook, Unit, Value};
use serde_json::json;

/// A document that never expires.
pub(crate) const NEVER: i64 = 9_999_999;

/// Every fact a condition looks at.
pub(crate) fn facts(condition: &Condition) -> Vec<FactId> {
    let mut found: Vec<FactId> = condition.fact.iter().cloned().collect();
    let parts = [&condition.all, &condition.any].into_iter().flatten().flatten();
    for part in parts.chain(condition.not.as_deref()) {
        found.extend(facts(part));
    }
    found.sort();
    found.dedup();
    found
}

pub(crate) fn number_of(day: NaiveDate) -> i64 {
    day.num_days_from_ce().into()
}

/// The documents a rule accepts, as the name of a list.
pub(crate) fn list_name(rule: &Requirement) -> String {
    let mut types = rule.accepts();
    types.sort();
    let names: Vec<String> = types.iter().map(|kind| kind.0.replace("type-", "t")).collect();
    names.join("_")
}

/// One comparison, ready to be written.
pub(crate) enum Test {
    Yes(bool),
    OneOf(Vec<String>),
    Contains(Vec<String>),
    Relates(&'static str, i64),
}

/// What a peer writes for each form of a condition.
pub(crate) trait Language {
    type Said;
    fn always(&self) -> Self::Said;
    fn all(&self, parts: Vec<Self::Said>) -> Self::Said;
    fn any(&self, parts: Vec<Self::Said>) -> Self::Said;
    fn not(&self, part: Self::Said) -> Self::Said;
    fn test(&self, fact: &str, test: Test) -> Self::Said;
}

/// A condition in a peer's language.
pub(crate) fn say<L: Language>(
    language: &L,
    condition: Option<&Condition>,
    rulebook: &Rulebook,
) -> L::Said {
    let Some(condition) = condition else {
        return language.always();
    };
    let each = |parts: &[Condition]| {
        parts.iter().map(|part| say(language, Some(part), rulebook)).collect()
    };
    if let Some(parts) = &condition.all {
        return language.all(each(parts));
    }
    if let Some(parts) = &condition.any {
        return language.any(each(parts));
    }
    if let Some(part) = &condition.not {
        return language.not(say(language, Some(part), rulebook));
    }
    let Some(fact) = condition.fact.as_ref().and_then(|id| rulebook.fact(id)) else {
        return language.always();
    };
    let several = fact.kind == readiness::FactKind::Choices;
    let choices =
        |list: Vec<String>| if several { Test::Contains(list) } else { Test::OneOf(list) };
    let limits = [
        (">", &condition.above),
        (">=", &condition.at_least),
        ("<", &condition.below),
        ("<=", &condition.at_most),
    ];
    let limit = limits.into_iter().find_map(|(sign, limit)| Some((sign, limit.as_ref()?)));
    let test = match (&condition.is, &condition.one_of, limit) {
        (Some(Operand::YesNo(wanted)), ..) => Test::Yes(*wanted),
        (Some(Operand::Text(choice)), ..) => choices(vec![choice.clone()]),
        (_, Some(list), _) => choices(list.clone()),
        (.., Some((sign, Operand::Text(text)))) => Test::Relates(sign, amount(text, fact)),
        _ => return language.always(),
    };
    language.test(fact.id.as_str(), test)
}

fn amount(text: &str, fact: &readiness::Fact) -> i64 {
    if let Ok(day) = text.parse::<NaiveDate>() {
        return number_of(day);
    }
    text.parse().map_or(0, |quantity| whole(quantity, fact.decimal_unit().unwrap_or(Unit::One)))
}

fn whole(quantity: Quantity, unit: Unit) -> i64 {
    quantity.to_unit(unit).and_then(|in_unit| i64::try_from(in_unit.value).ok()).unwrap_or(0)
}

/// An answer as a peer gets it.
pub(crate) fn plain(value: &Value) -> serde_json::Value {
    match value {
        Value::YesNo(yes) => json!(yes),
        Value::Choice(choice) | Value::Text(choice) => json!(choice),
        Value::Choices(list) => json!(list),
        Value::Decimal(quantity) => json!(whole(*quantity, quantity.unit)),
        Value::Date(day) => json!(number_of(*day)),
    }
}

/// The common expression language.
pub(crate) struct Cel;

impl Language for Cel {
    type Said = String;

    fn always(&self) -> String {
        "true".to_owned()
    }

    fn all(&self, parts: Vec<String>) -> String {
        format!("({})", parts.join(" && "))
    }

    fn any(&self, parts: Vec<String>) -> String {
        format!("({})", parts.join(" || "))
    }

    fn not(&self, part: String) -> String {
        format!("!({part})")
    }

    fn test(&self, fact: &str, test: Test) -> String {
        match test {
            Test::Yes(true) => fact.to_owned(),
            Test::Yes(false) => format!("!{fact}"),
            Test::OneOf(list) if list.len() == 1 => format!("{fact} == {:?}", list[0]),
            Test::OneOf(list) => format!("{fact} in {list:?}"),
            Test::Contains(list) => {
                let parts: Vec<String> =
                    list.iter().map(|choice| format!("{choice:?} in {fact}")).collect();
                format!("({})", parts.join(" || "))
            }
            Test::Relates(sign, limit) => format!("{fact} {sign} {limit}"),
        }
    }
}

/// The whole rule as one expression that gives the verdict's name.
pub(crate) fn cel(rule: &Requirement, input: &Input) -> String {
    let when = say(&Cel, rule.when.as_ref(), &input.rulebook);
    let list = list_name(rule);
    let milestone = position(rule.holds_through.as_ref().unwrap_or(&rule.needed_by));
    let through = format!("m{milestone:02}");
    let fresh = rule.evidence.max_age_days.map(|limit| format!("today - e.issued <= {limit}"));
    let clean = format!("e.until >= today && e.until >= {through}");
    let clean = fresh.as_ref().map_or_else(|| clean.clone(), |fresh| format!("{clean} && {fresh}"));
    let code = |name: &str| match &fresh {
        Some(fresh) => {
            format!("({list}.exists(e, !({fresh})) ? \"{name}+stale\" : \"{name}\")")
        }
        None => format!("\"{name}\""),
    };
    let lapses = code("lapses");
    format!(
        "!({when}) ? \"not-applicable\" : size({list}) == 0 ? \"missing\" \
         : {list}.exists(e, {clean}) ? \"satisfied\" \
         : {list}.exists(e, e.until < today) ? \"expired\" \
         : {list}.exists(e, e.until < {through}) ? {lapses} : \"stale\""
    )
}
