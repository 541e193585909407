//! What was measured, and the page that says so.

use crate::measure::{Times, digits, shown};
use std::fmt::Write as _;

/// What is compared with what: a peer, or another run of ours.
pub(crate) enum Against {
    /// Measured.
    Times(Times),
    /// The peer could not be had; why.
    Missing(String),
}

/// What the ratio of a row is to be.
#[derive(Clone, Copy)]
pub(crate) enum Goal {
    /// The other side takes at least so many times as long as ours.
    Faster(f64),
    /// Ours takes at most so many times as long as the other.
    AtMost(f64),
    /// None; measured to explain another row.
    None,
}

/// One line of the table.
pub(crate) struct Line {
    /// Stable, e.g. `B1.chromium`; reasons are filed under it.
    pub(crate) id: &'static str,
    /// What ours does.
    pub(crate) ours: &'static str,
    pub(crate) times: Times,
    /// What the other does.
    pub(crate) other: &'static str,
    pub(crate) against: Against,
    pub(crate) goal: Goal,
}

/// One row of the benchmark.
pub(crate) struct Row {
    pub(crate) title: &'static str,
    /// How the input is made and what both sides do, a sentence each.
    pub(crate) method: Vec<String>,
    /// What was compared and found the same.
    pub(crate) same: Vec<String>,
    pub(crate) lines: Vec<Line>,
    /// Where the time goes: what, and how long.
    pub(crate) parts: Vec<(String, Times)>,
}

impl Line {
    /// The ratio as the goal counts it.
    fn ratio(&self) -> Option<f64> {
        let Against::Times(other) = &self.against else {
            return None;
        };
        Some(match self.goal {
            Goal::Faster(_) => other.over(&self.times),
            Goal::AtMost(_) | Goal::None => self.times.over(other),
        })
    }

    /// Whether the goal is met; nothing where there is none or nothing to compare with.
    fn met(&self) -> Option<bool> {
        let ratio = self.ratio()?;
        match self.goal {
            Goal::Faster(least) => Some(ratio >= least),
            Goal::AtMost(most) => Some(ratio <= most),
            Goal::None => None,
        }
    }

    fn cells(&self) -> [String; 7] {
        let (ratio, goal) = match (self.ratio(), self.goal) {
            (ratio, Goal::Faster(least)) => (ratio, format!("≥ {least}×")),
            (ratio, Goal::AtMost(most)) => (ratio, format!("≤ {most}×")),
            (ratio, Goal::None) => (ratio, "–".to_owned()),
        };
        let against = match &self.against {
            Against::Times(times) => cell(times),
            Against::Missing(why) => format!("not to be had: {why}"),
        };
        let met = match self.met() {
            Some(true) => "yes",
            Some(false) => "**no**",
            None => "–",
        };
        [
            self.id.to_owned(),
            format!("{}: {}", self.ours, cell(&self.times)),
            format!("{}: {against}", self.other),
            ratio.map_or_else(|| "–".to_owned(), |ratio| format!("{}×", digits(ratio))),
            goal,
            met.to_owned(),
            self.times.runs().to_string(),
        ]
    }
}

fn cell(times: &Times) -> String {
    let (low, high) = times.spread();
    format!("**{}** ({} … {})", shown(times.median()), shown(low), shown(high))
}

/// The reason filed under a line's id in `reasons.md`.
fn reason<'a>(reasons: &'a str, id: &str) -> Option<&'a str> {
    let heading = format!("## {id}\n");
    let from = reasons.find(&heading)? + heading.len();
    let text = &reasons[from..];
    Some(text.split("\n## ").next().unwrap_or(text).trim())
}

/// The whole page.
pub(crate) fn page(machine: &str, rows: &[Row], reasons: &str) -> String {
    let mut out = String::from(
        "# Results of the benchmark\n\n\
         Written by `make bench`; not edited by hand. Times are medians, in brackets the spread \
         (10th to 90th of a hundred runs; of fewer than ten runs, shortest to longest). All sides \
         of a row ran in turn, A B A B, in one run of the program on the machine named here; \
         every comparison was made only after both sides had given the same result.\n\n",
    );
    let _ = writeln!(out, "Machine: {machine}\n");
    for row in rows {
        let _ = writeln!(out, "## {}\n", row.title);
        for sentence in &row.method {
            let _ = writeln!(out, "- {sentence}");
        }
        for sentence in &row.same {
            let _ = writeln!(out, "- Same result: {sentence}");
        }
        out.push_str("\n| line | ours | against | ratio | goal | met | runs |\n");
        out.push_str("|---|---|---|---:|---:|---|---:|\n");
        for line in &row.lines {
            let _ = writeln!(out, "| {} |", line.cells().join(" | "));
        }
        if !row.parts.is_empty() {
            let parts: Vec<String> = row
                .parts
                .iter()
                .map(|(what, times)| format!("{what} {}", shown(times.median())))
                .collect();
            let _ = writeln!(out, "\nWhere ours spends its time: {}.", parts.join(", "));
        }
        for line in row.lines.iter().filter(|line| line.met() == Some(false)) {
            let why = reason(reasons, line.id).unwrap_or("not found out yet");
            let _ = writeln!(out, "\n**{} falls short**: {why}", line.id);
        }
        out.push('\n');
    }
    out
}

/// One line for the terminal.
pub(crate) fn spoken(line: &Line) -> String {
    line.cells().join(" | ").replace("**", "")
}
