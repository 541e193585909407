//! The verdict of a report in words.

use readiness::Text;

use crate::dates::dated;
use crate::summary::{Counts, Gate, GateState, Mark};

/// The verdict: the shape that gives the box its colour, a headline, further sentences.
pub(crate) fn verdict(gates: &[Gate], counts: &Counts) -> (Mark, Text, Vec<Text>) {
    let mut more = vec![];
    let held = gates.iter().find_map(|gate| match gate.state {
        GateState::Held(n) => Some((gate, n)),
        _ => None,
    });
    let mark = if held.is_some() || counts.blocker > 0 {
        Mark::Blocker
    } else if counts.unknown > 0 || counts.unverified > 0 || gates.is_empty() {
        Mark::Unknown
    } else {
        Mark::Ready
    };
    let headline = match held {
        Some((gate, n)) => {
            if counts.blocker > n {
                more.push(in_all(counts.blocker));
            }
            held_headline(gate, n)
        }
        None if counts.blocker > 0 => Text::new(
            format!("{}, at no planned gate.", blockers(counts.blocker)),
            format!("有 {} 项阻断，未对应已设置的关口。", counts.blocker),
        ),
        None => clear_headline(gates),
    };
    if counts.unknown > 0 {
        more.push(unknown_left(counts.unknown));
    }
    if counts.unverified > 0 && mark == Mark::Unknown {
        more.push(unverified_left(counts.unverified));
    }
    (mark, headline, more)
}

fn blockers(n: u32) -> String {
    if n == 1 { "1 blocker".into() } else { format!("{n} blockers") }
}

fn in_all(n: u32) -> Text {
    Text::new(format!("{} in all.", blockers(n)), format!("共 {n} 项阻断。"))
}

fn unknown_left(n: u32) -> Text {
    let en = if n == 1 {
        "1 fact is still unknown.".into()
    } else {
        format!("{n} facts are still unknown.")
    };
    Text::new(en, format!("尚有 {n} 项事实未知。"))
}

fn unverified_left(n: u32) -> Text {
    let en = if n == 1 {
        "1 source is unverified.".into()
    } else {
        format!("{n} sources are unverified.")
    };
    Text::new(en, format!("{n} 项出处待核实。"))
}

fn held_headline(gate: &Gate, n: u32) -> Text {
    let Text { en, zh } = &gate.name;
    match gate.date.map(dated) {
        // Held by what nobody knows yet: the sentences that follow say what.
        _ if n == 0 => Text::new(format!("{en} is held."), format!("{zh}受阻。")),
        Some(day) => Text::new(
            format!("{en} is held: {} before {}.", blockers(n), day.en),
            format!("{zh}受阻：{} 前须解决 {n} 项阻断。", day.zh),
        ),
        None => Text::new(
            format!("{en} is held: {}.", blockers(n)),
            format!("{zh}受阻：须解决 {n} 项阻断。"),
        ),
    }
}

fn clear_headline(gates: &[Gate]) -> Text {
    let Some(next) = gates.iter().find(|gate| gate.state == GateState::Open) else {
        return if gates.is_empty() {
            Text::new("No blocker was found, and no gate is planned.", "未发现阻断，也未设置关口。")
        } else {
            Text::new("Nothing blocks. Every gate is passed.", "没有阻断，全部关口已通过。")
        };
    };
    let Text { en, zh } = &next.name;
    match next.date.map(dated) {
        Some(day) => Text::new(
            format!("Nothing blocks. Next gate: {en}, {}.", day.en),
            format!("没有阻断。下一关口：{zh}，{}。", day.zh),
        ),
        None => Text::new(
            format!("Nothing blocks. Next gate: {en}."),
            format!("没有阻断。下一关口：{zh}。"),
        ),
    }
}
