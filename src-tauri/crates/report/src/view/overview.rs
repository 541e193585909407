//! The first page: title, facts of the order, verdict, counts, gates.

use readiness::Text;
use serde_json::{Value, json};

use super::{LONG_CELL, LONG_LINE, height};
use crate::dates::{english_date, iso_date};
use crate::labels::{self, label, mark_name};
use crate::options::Language;
use crate::scribe::Scribe;
use crate::summary::{Gate, GateState, Summary};
use crate::verdict::verdict;

/// Gates in one row of the strip.
const GATES_IN_ROW: usize = 10;

pub(super) fn opening(s: &mut Scribe<'_>, summary: &Summary) -> Value {
    let order = &summary.order;
    let day = if s.language() == Language::En {
        english_date(summary.judged_on)
    } else {
        iso_date(summary.judged_on)
    };
    let mut facts = vec![
        (label("shipment"), Text::same(&order.reference)),
        (label("judged-on"), Text::same(day)),
        (label("exporter"), summary.company.clone()),
        (label("buyer"), order.buyer.clone()),
        (label("terms"), order.terms.clone()),
        (label("market"), order.market.clone()),
    ];
    facts.extend(order.more.iter().cloned());
    if !summary.switched_off.is_empty() {
        facts.push((label("switched-off"), labels::not_judged(&summary.switched_off)));
    }
    let facts: Vec<Value> =
        facts.iter().map(|(label, value)| json!([s.text(label), s.text(value)])).collect();
    let packs: Vec<Value> = order
        .packs
        .iter()
        .map(|pack| {
            json!({
                "name": s.text(&pack.name),
                "version": s.name(&pack.version),
                "sha256": s.hash(&pack.sha256),
            })
        })
        .collect();
    json!({
        "title": s.text(&labels::title(&summary.subject)),
        "product": [s.text(&label("product")), s.text(&joined(&order.products))],
        "facts": facts,
        "packs": packs,
    })
}

/// Several texts on lines of their own.
fn joined(texts: &[Text]) -> Text {
    let lines = |of: fn(&Text) -> &str| texts.iter().map(of).collect::<Vec<_>>().join("\n");
    Text::new(lines(|t| &t.en), lines(|t| &t.zh))
}

pub(super) fn overview(s: &mut Scribe<'_>, summary: &Summary) -> Value {
    let (mark, headline, mut more) = verdict(&summary.gates, &summary.counts);
    more.extend(summary.verdict_note.clone());
    let counts: Vec<Value> = labels::counted(&summary.counts)
        .into_iter()
        .map(|(mark, number, word)| {
            json!({ "mark": mark_name(mark), "number": number, "word": s.text(&word) })
        })
        .collect();
    let long = more.iter().chain([&headline]).any(|text| height(text) > LONG_LINE);
    let more: Vec<Value> = more.iter().map(|text| s.text(text)).collect();
    json!({
        "verdict": {
            "tone": mark_name(mark),
            "headline": s.text(&headline),
            "more": more,
            "long": long,
        },
        "long-gates": summary.gates.iter().any(|gate| height(&gate.name) > LONG_CELL / 3),
        "counts": counts,
        "gates": gates(s, &summary.gates),
    })
}

/// The strip in even rows, each gate with the kind of rail before and after it.
fn gates(s: &mut Scribe<'_>, gates: &[Gate]) -> Vec<Vec<Value>> {
    let rows = gates.len().div_ceil(GATES_IN_ROW).max(1);
    let in_row = gates.len().div_ceil(rows).max(1);
    let first_held = gates.iter().position(|gate| matches!(gate.state, GateState::Held(_)));
    let rail = |from: usize| match gates.get(from).map(|gate| gate.state) {
        _ if first_held.is_some_and(|held| from >= held) => "after",
        Some(GateState::Passed) => "passed",
        _ => "ahead",
    };
    let drawn: Vec<Value> = gates
        .iter()
        .enumerate()
        .map(|(n, gate)| {
            let (state, held) = match gate.state {
                GateState::Passed => ("passed", 0),
                GateState::Open | GateState::Behind => ("open", 0),
                GateState::Held(by) => ("held", by),
            };
            json!({
                "name": s.text(&gate.name),
                "date": s.date_or_none(gate.date),
                "word": s.text(&labels::gate_word(gate.state)),
                "state": state,
                "held": held,
                "before": if n == 0 { "none" } else { rail(n - 1) },
                "after": if n + 1 == gates.len() { "none" } else { rail(n) },
            })
        })
        .collect();
    drawn.chunks(in_row).map(<[Value]>::to_vec).collect()
}
