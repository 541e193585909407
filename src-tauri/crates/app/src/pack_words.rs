//! Fields of requirements in words.

use crate::lookup::Titles;
use crate::views::{FieldView, Named, PackProblem};
use packs::{FieldChange, Problem};
use readiness::{Condition, DocumentType, RequirementId, Severity, Step, Text, VerificationState};
use serde_json::Value;

/// What differs, in words.
pub(crate) fn field_view(change: &FieldChange, titles: &Titles<'_>) -> FieldView {
    FieldView {
        title: wording::requirement_field(&change.field),
        was: change.was.as_ref().map(|value| field_words(&change.field, value, titles)),
        now: change.now.as_ref().map(|value| field_words(&change.field, value, titles)),
        field: change.field.clone(),
    }
}

/// What of a requirement the search looks in, both languages, each text on a line of its own.
pub(crate) fn searched(requirement: &readiness::Requirement) -> String {
    let mut words = Vec::new();
    let mut add = |text: &Text| words.extend([text.en.clone(), text.zh.clone()]);
    add(&requirement.rule);
    add(&requirement.reference);
    for text in [&requirement.consequence, &requirement.first_step].into_iter().flatten() {
        add(text);
    }
    words.push(requirement.id.0.clone());
    words.join("\n")
}

/// The value of a field in words.
#[must_use]
pub fn field_words(field: &str, value: &Value, titles: &Titles<'_>) -> Text {
    use wording::Lookup;
    let text = value.as_str().unwrap_or_default();
    let typed = |words: Option<Text>| words.unwrap_or_else(|| plain_words(value));
    match field {
        "when" | "must" => {
            let condition = serde_json::from_value::<Condition>(value.clone());
            typed(condition.ok().map(|condition| wording::condition(&condition, titles)))
        }
        "severity" => {
            let severity = serde_json::from_value::<Severity>(value.clone());
            typed(severity.ok().map(wording::severity))
        }
        "verification.state" => {
            let state = serde_json::from_value::<VerificationState>(value.clone());
            typed(state.ok().map(wording::verification))
        }
        "needed_by" | "holds_through" | "effective.judged_at" => {
            titles.step_title(&Step::from(text))
        }
        "evidence.accepts" | "evidence.not_accepted" | "evidence.valid_on_test_of" => {
            list(value, |id| titles.document_type(&DocumentType::from(id)))
        }
        "after" | "replaces" => list(value, |id| {
            titles.requirement(&RequirementId::from(id)).unwrap_or_else(|| Text::same(id))
        }),
        _ => plain_words(value),
    }
}

fn list(value: &Value, word: impl Fn(&str) -> Text) -> Text {
    let items: Vec<Text> =
        value.as_array().into_iter().flatten().filter_map(Value::as_str).map(word).collect();
    crate::findings::joined(&items)
}

fn plain_words(value: &Value) -> Text {
    match value {
        Value::String(text) => Text::same(text),
        Value::Bool(known) => wording::yes_no(*known),
        Value::Number(number) => Text::same(number.to_string()),
        Value::Array(items) if items.iter().all(Value::is_string) => {
            list(value, |text| Text::same(text))
        }
        tree => Text::same(packs::yaml(tree).unwrap_or_default().trim_end()),
    }
}

/// A requirement's id and title.
pub(crate) fn named(id: &RequirementId, titles: &Titles<'_>) -> Named {
    let title = titles.requirement(id).unwrap_or_else(|| Text::same(id.as_str()));
    Named { id: id.0.clone(), title }
}

/// Mistakes as the window shows them. Those of the requirement at `edited` are named by the path
/// in it.
pub(crate) fn problem_views(problems: &[Problem], edited: Option<usize>) -> Vec<PackProblem> {
    let own = edited.map(|place| format!("requirements/{place}/"));
    problems
        .iter()
        .map(|problem| PackProblem {
            file: problem.file.clone(),
            line: problem.line,
            field: own
                .as_ref()
                .and_then(|own| problem.field.strip_prefix(own.as_str()))
                .unwrap_or(&problem.field)
                .to_owned(),
            message: problem.message.clone(),
        })
        .collect()
}
