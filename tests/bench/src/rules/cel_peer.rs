//! The `cel` crate in this process.

use super::input::Input;
use super::peers::context;
use super::predicate::cel as said;
use crate::Outcome;
use crate::measure::timed;
use cel::{Context, Program, Value};
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

/// Programs compiled, context filled.
pub(crate) struct Prepared {
    programs: Vec<Program>,
    context: Context<'static, 'static>,
}

impl Prepared {
    pub(crate) fn new(input: &Input) -> Outcome<Self> {
        let mut cel = Context::default();
        for (name, value) in context(input) {
            cel.add_variable_from_value(name, value_of(&value));
        }
        let programs = input
            .rulebook
            .requirements()
            .map(|rule| Ok(Program::compile(&said(rule, input))?))
            .collect::<Outcome<_>>()?;
        Ok(Self { programs, context: cel })
    }

    pub(crate) fn verdicts(&self) -> Outcome<Vec<String>> {
        self.programs
            .iter()
            .map(|program| match program.execute(&self.context)? {
                Value::String(name) => Ok(name.to_string()),
                other => Err(format!("the cel crate gave {other:?}").into()),
            })
            .collect()
    }

    pub(crate) fn run(&mut self) -> Outcome<Duration> {
        let (took, results) = timed(|| {
            self.programs
                .iter()
                .map(|program| program.execute(&self.context))
                .collect::<Result<Vec<_>, _>>()
        });
        results?;
        Ok(took)
    }
}

/// Whole numbers signed, as the rules write them.
fn value_of(value: &serde_json::Value) -> Value {
    match value {
        serde_json::Value::Bool(yes) => Value::Bool(*yes),
        serde_json::Value::Number(number) => Value::Int(number.as_i64().unwrap_or(0)),
        serde_json::Value::String(text) => Value::String(Arc::new(text.clone())),
        serde_json::Value::Array(list) => {
            Value::List(Arc::new(list.iter().map(value_of).collect()))
        }
        serde_json::Value::Object(map) => {
            let map: HashMap<String, Value> =
                map.iter().map(|(key, value)| (key.clone(), value_of(value))).collect();
            Value::Map(map.into())
        }
        serde_json::Value::Null => Value::Null,
    }
}
