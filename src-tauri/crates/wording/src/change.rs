//! What a change would do, in one line.

use crate::dates::{date, days};
use crate::lookup::{Lookup, milestone};
use crate::phrase::{clauses, said, sentence};
use crate::words::gate_state;
use readiness::Difference;
use readiness::Text;

/// What changes from one judgement to another: `2 new, 1 closed, 3 changed; the end moves 14 days
/// later.`
#[must_use]
pub fn difference(difference: &Difference) -> Text {
    let counts = [
        (difference.added.len(), "new", "新增"),
        (difference.removed.len(), "closed", "消除"),
        (difference.changed.len(), "changed", "变化"),
    ];
    let counted: Vec<(String, String)> = counts
        .into_iter()
        .filter(|(count, _, _)| *count > 0)
        .map(|(count, en, zh)| (format!("{count} {en}"), format!("{zh} {count}")))
        .collect();
    let mut parts = Vec::new();
    if !counted.is_empty() {
        let (en, zh): (Vec<String>, Vec<String>) = counted.into_iter().unzip();
        parts.push(Text::new(en.join(", "), zh.join("，")));
    }
    let gates = difference.gates.len();
    if gates > 0 {
        let noun = if gates == 1 { "gate" } else { "gates" };
        let verb = if gates == 1 { "moves" } else { "move" };
        parts.push(said(format!("{gates} {noun} {verb}"), format!("{gates} 个关口变动")));
    }
    let by = days(difference.end_moves.abs());
    match difference.end_moves {
        0 => {}
        1.. => parts
            .push(said(format!("the end moves {} later", by.en), format!("完工推迟 {}", by.zh))),
        _ => parts
            .push(said(format!("the end moves {} earlier", by.en), format!("完工提前 {}", by.zh))),
    }
    if parts.is_empty() {
        return Text::new("Nothing changes.", "没有变化。");
    }
    sentence(clauses(parts))
}

/// The gates that move or change, one sentence each: `Loading: from 14 Jan 2027, Open, to 28 Jan
/// 2027, Held.`
#[must_use]
pub fn gate_changes(difference: &Difference, lookup: &dyn Lookup) -> Vec<Text> {
    let standing = |at: Option<(chrono::NaiveDate, readiness::GateState)>| {
        at.map_or_else(
            || Text::new("none", "无"),
            |(day, state)| {
                let (day, state) = (date(day), gate_state(state));
                Text::new(format!("{}, {}", day.en, state.en), format!("{} {}", day.zh, state.zh))
            },
        )
    };
    difference
        .gates
        .iter()
        .map(|gate| {
            let title = milestone(&gate.milestone, lookup);
            let (before, after) = (standing(gate.before), standing(gate.after));
            Text::new(
                format!("{}: from {}, to {}.", title.en, before.en, after.en),
                format!("{}：由 {} 变为 {}。", title.zh, before.zh, after.zh),
            )
        })
        .collect()
}
