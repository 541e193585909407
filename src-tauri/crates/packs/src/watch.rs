//! The first entries of the watch list, as the program brings them.

use crate::library::Library;
use crate::problem::{Problem, Problems};
use crate::schema::parse;
use crate::source::Source;
use readiness::{CouldAffect, RequirementId, Signal, SignalStatus, Text};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Names the format of a watch list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum WatchFormat {
    /// The first version of the format.
    #[serde(rename = "shipshape-watch/1")]
    V1,
}

/// A watch list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WatchFile {
    /// `shipshape-watch/1`.
    pub format: WatchFormat,
    /// The signals.
    #[schemars(length(max = 2000))]
    pub signals: Vec<Signal>,
}

/// The signals that come with the program.
///
/// # Errors
/// Every mistake in the file; a test makes sure that there is none.
pub fn builtin_signals() -> Result<Vec<Signal>, Problems> {
    // Asked for after every change: the file is read once.
    static SIGNALS: LazyLock<Result<Vec<Signal>, Problems>> =
        LazyLock::new(|| Ok(read_watch("watch.yaml", BUILTIN)?.0));
    SIGNALS.clone()
}

/// The file that comes with the program.
pub const BUILTIN: &str = include_str!("../../../../assets/watch.yaml");

/// Reads a watch list. What its signals could affect is looked up by [`unknown_targets`].
///
/// # Errors
/// Every mistake in the file, each with line and field.
pub fn read_watch(file: &str, text: &str) -> Result<(Vec<Signal>, Source), Problems> {
    let (read, source) = parse::<WatchFile>(file, text)?;
    let mut problems = Vec::new();
    let mut ids = BTreeSet::new();
    for (index, signal) in read.signals.iter().enumerate() {
        let mut wrong = |field: &str, en: String, zh: String| {
            let at = format!("/signals/{index}/{field}");
            problems.push(source.problem(&at, Text::new(en, zh)));
        };
        if !ids.insert(&signal.id) {
            let id = &signal.id;
            wrong("id", format!("the signal {id} stands here twice"), format!("信号 {id} 重复"));
        }
        if signal.is_contradicted() != signal.contradicted_by.is_some() {
            wrong(
                "contradicted_by",
                "a contradicted signal says what contradicts it, and only such a one".to_owned(),
                "有矛盾的信号须写明与之矛盾的说法，其他信号不得填写".to_owned(),
            );
        }
        let stages: BTreeSet<_> = signal.reached.iter().map(|reached| reached.stage).collect();
        if stages.len() != signal.reached.len() {
            wrong("reached", "a stage stands here twice".to_owned(), "阶段重复".to_owned());
        }
        if signal.status == SignalStatus::Official && signal.sources.is_empty() {
            wrong(
                "sources",
                "what is official has a source".to_owned(),
                "状态为官方确认的信号须写明来源".to_owned(),
            );
        }
    }
    if problems.is_empty() { Ok((read.signals, source)) } else { Err(Problems(problems)) }
}

/// Whether a library has what a signal could affect; words of its own always do.
#[must_use]
pub fn has_target(library: &Library, target: &CouldAffect) -> bool {
    match target {
        CouldAffect::Requirement(id) => library.rulebook.requirement(id).is_some(),
        CouldAffect::Check(id) => readiness::checks::ids().contains(id),
        CouldAffect::Milestone(step) => library.steps.contains_key(step),
        CouldAffect::Other(_) => true,
    }
}

/// The requirements, checks and kinds of milestones that signals name and a library does not have.
#[must_use]
pub fn unknown_targets(signals: &[Signal], source: &Source, library: &Library) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (index, signal) in signals.iter().enumerate() {
        for (place, target) in signal.could_affect.iter().enumerate() {
            if has_target(library, target) {
                continue;
            }
            let (id, kind_en, kind_zh) = match target {
                CouldAffect::Requirement(RequirementId(id)) => (id, "requirement", "要求"),
                CouldAffect::Check(id) => (&id.0, "check", "核对项"),
                CouldAffect::Milestone(step) => (&step.0, "kind of milestone", "里程碑类型"),
                CouldAffect::Other(text) => (&text.en, "text", "文字"),
            };
            problems.push(source.problem(
                &format!("/signals/{index}/could_affect/{place}"),
                Text::new(
                    format!("there is no {kind_en} {id}; write it as `other` in words"),
                    format!("没有{kind_zh} {id}；请用 other 以文字说明"),
                ),
            ));
        }
    }
    problems
}
