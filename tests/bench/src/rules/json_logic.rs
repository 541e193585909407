//! The rules in JSON Logic. Inside `some` only the document is in sight, so that dates stand in
//! the rules as numbers; that spares the peer their look-up.

use super::input::{Input, through};
use super::predicate::{Language, Test, list_name, number_of, say};
use readiness::Requirement;
use serde_json::{Value, json};

struct JsonLogic;

impl Language for JsonLogic {
    type Said = Value;

    fn always(&self) -> Value {
        json!(true)
    }

    fn all(&self, parts: Vec<Value>) -> Value {
        json!({ "and": parts })
    }

    fn any(&self, parts: Vec<Value>) -> Value {
        json!({ "or": parts })
    }

    fn not(&self, part: Value) -> Value {
        json!({ "!": [part] })
    }

    fn test(&self, fact: &str, test: Test) -> Value {
        let fact = json!({ "var": fact });
        match test {
            Test::Yes(true) => fact,
            Test::Yes(false) => json!({ "!": [fact] }),
            Test::OneOf(list) if list.len() == 1 => json!({ "===": [fact, list[0]] }),
            Test::OneOf(list) => json!({ "in": [fact, list] }),
            Test::Contains(list) => {
                let parts: Vec<Value> =
                    list.iter().map(|choice| json!({ "in": [choice, fact] })).collect();
                json!({ "or": parts })
            }
            Test::Relates(sign, limit) => json!({ sign: [fact, limit] }),
        }
    }
}

/// The whole rule as one expression that gives the verdict's name.
pub(crate) fn json_logic(rule: &Requirement, input: &Input) -> Value {
    let when = say(&JsonLogic, rule.when.as_ref(), &input.rulebook);
    let list = json!({ "var": list_name(rule) });
    let today = number_of(input.today);
    let through = number_of(through(rule, &input.schedule));
    let until = json!({ "var": "until" });
    let some = |what: Value| json!({ "some": [list, what] });
    let oldest = rule.evidence.max_age_days.map(|limit| today - i64::from(limit));
    let mut clean = vec![json!({ ">=": [until, today] }), json!({ ">=": [until, through] })];
    clean.extend(oldest.map(|oldest| json!({ ">=": [{ "var": "issued" }, oldest] })));
    let code = |name: &str| match oldest {
        Some(oldest) => {
            let stale = some(json!({ "<": [{ "var": "issued" }, oldest] }));
            json!({ "if": [stale, format!("{name}+stale"), name] })
        }
        None => json!(name),
    };
    json!({ "if": [
        { "!": [when] }, "not-applicable",
        { "!": [list] }, "missing",
        some(json!({ "and": clean })), "satisfied",
        some(json!({ "<": [until, today] })), "expired",
        some(json!({ "<": [until, through] })), code("lapses"),
        "stale",
    ] })
}
