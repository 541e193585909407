//! B2: 2,000 rules over 40 facts and 200 documents.

mod cel_peer;
mod input;
mod json_logic;
mod ours;
mod peers;
mod predicate;

use crate::Outcome;
use crate::measure::{Side, Times, in_turn};
use crate::places::Program;
use crate::process::Waiting;
use crate::results::{Against, Goal, Line, Row};
use std::process::Command;

const ROUNDS: usize = 15;

/// Runs the row.
pub(crate) fn row() -> Outcome<Row> {
    let input = input::make()?;
    let wanted = ours::verdicts(&input)?;
    let folder = peers::write(&input)?;
    let mut same = vec![format!(
        "every one of {} rules has the same verdict on all sides: {}.",
        wanted.len(),
        counted(&wanted)
    )];

    let python = Program::own("python", "python/bin/python");
    let node = Program::system("node", "node");
    let mut waiting = Vec::new();
    for (program, script, module) in [
        (python, "peers/cel_rules.py", "python/bin/python"),
        (node, "peers/json_logic.js", "node/node_modules/json-logic-js/logic.js"),
    ] {
        let library = Program::own(program.name, module);
        let why = program.missing().or_else(|| library.missing());
        waiting.push(match why {
            Some(why) => Err(why),
            None => {
                let mut peer = Waiting::start(
                    Command::new(&program.path)
                        .arg(crate::places::bench().join(script))
                        .arg(&folder)
                        .env("NODE_PATH", crate::places::peers().join("node/node_modules")),
                )?;
                peers::agree(script, &peer.ask("verdicts")?, &wanted)?;
                Ok(peer)
            }
        });
    }
    let mut crate_cel = cel_peer::Prepared::new(&input)?;
    peers::compare("the cel crate", &crate_cel.verdicts()?, &wanted)?;

    let mut sides: Vec<Side<'_>> =
        vec![Box::new(|| ours::full(&input)), Box::new(|| crate_cel.run())];
    for peer in waiting.iter_mut().flatten() {
        sides.push(Box::new(|| peer.run()));
    }
    let mut times = in_turn(ROUNDS, &mut sides)?.into_iter();
    drop(sides);
    let mut next = || times.next().unwrap_or_else(|| Times::new(Vec::new()));
    let full = next();
    let mut peers = vec![("B2.cel-crate", "the cel crate 0.15, compiled programs", Ok(next()))];
    for (peer, (id, what)) in waiting.into_iter().zip([
        ("B2.cel-python", "cel-python 0.5, compiled programs"),
        ("B2.json-logic", "json-logic-js 2.0, on Node"),
    ]) {
        peers.push((id, what, peer.map(|_| next())));
    }
    let fastest = peers
        .iter()
        .filter_map(|(id, _, times)| Some((*id, times.as_ref().ok()?.median())))
        .min_by_key(|(_, median)| *median)
        .map(|(id, _)| id);
    let mut lines: Vec<Line> = peers
        .into_iter()
        .map(|(id, other, times)| Line {
            id,
            ours: "full evaluation with explanations",
            times: full.clone(),
            other,
            against: times.map_or_else(Against::Missing, Against::Times),
            goal: if Some(id) == fastest { Goal::Faster(3.0) } else { Goal::None },
        })
        .collect();
    let (more, told) = ours::changes(&input)?;
    lines.extend(more);
    same.push(told);
    Ok(Row {
        title: "B2 – rules: applicability and gaps",
        method: input.told(),
        same,
        lines,
        parts: ours::parts(&input)?,
    })
}

fn counted(verdicts: &[String]) -> String {
    let mut kinds: Vec<&String> = verdicts.iter().collect();
    kinds.sort();
    kinds.dedup();
    let one = |kind: &&String| {
        format!("{} {kind}", verdicts.iter().filter(|verdict| verdict == kind).count())
    };
    kinds.iter().map(one).collect::<Vec<_>>().join(", ")
}
