//! What the peers in other processes read, and what they answer.

use super::input::{Input, STEPS};
use super::json_logic::json_logic;
use super::predicate::{NEVER, cel, list_name, number_of, plain};
use crate::Outcome;
use serde_json::{Map, Value, json};
use std::fs;
use std::path::PathBuf;

/// Facts, dates and documents as plain values.
pub(crate) fn context(input: &Input) -> Map<String, Value> {
    let mut context = Map::new();
    for (fact, value) in &input.shipment.answers {
        context.insert(fact.0.clone(), plain(value));
    }
    context.insert("today".to_owned(), json!(number_of(input.today)));
    for milestone in 0..STEPS {
        let day = input.schedule.shown_finish(milestone);
        context.insert(format!("m{milestone:02}"), json!(number_of(day)));
    }
    for rule in input.rulebook.requirements() {
        let accepts = rule.accepts();
        let documents: Vec<Value> = input
            .shipment
            .evidence
            .iter()
            .filter(|document| accepts.contains(&document.document_type))
            .map(|document| {
                json!({
                    "issued": document.issued.map_or(0, number_of),
                    "until": document.expires.map_or(NEVER, number_of),
                })
            })
            .collect();
        context.insert(list_name(rule), json!(documents));
    }
    context
}

/// Writes `rules.json`: the context, and every rule in both languages.
pub(crate) fn write(input: &Input) -> Outcome<PathBuf> {
    let path = crate::places::inputs()?.join("rules.json");
    let rules = || input.rulebook.requirements();
    let all = json!({
        "context": context(input),
        "cel": rules().map(|rule| cel(rule, input)).collect::<Vec<_>>(),
        "json-logic": rules().map(|rule| json_logic(rule, input)).collect::<Vec<_>>(),
    });
    fs::write(&path, serde_json::to_vec(&all)?)?;
    Ok(path)
}

/// Reads a peer's verdicts and compares them.
pub(crate) fn agree(peer: &str, answer: &str, wanted: &[String]) -> Outcome<()> {
    compare(peer, &serde_json::from_str::<Vec<String>>(answer)?, wanted)
}

/// Fails at the first rule on which the two sides differ.
pub(crate) fn compare(peer: &str, given: &[String], wanted: &[String]) -> Outcome<()> {
    if given.len() != wanted.len() {
        return Err(format!("{peer} gave {} verdicts of {}", given.len(), wanted.len()).into());
    }
    match given.iter().zip(wanted).enumerate().find(|(_, (given, wanted))| given != wanted) {
        Some((rule, (given, wanted))) => {
            Err(format!("rule {rule}: {peer} says {given}, ours {wanted}").into())
        }
        None => Ok(()),
    }
}
