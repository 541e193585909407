//! A second export after one answer changed, in the same process.

use super::{ROUNDS, options};
use crate::Outcome;
use crate::measure::{Times, timed};
use crate::process;
use crate::results::{Against, Goal, Line};
use readiness::Text;
use report::{Mark, Reporter, Summary};
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

/// The times of one process, in nanoseconds.
#[derive(serde::Serialize, serde::Deserialize)]
struct Said {
    json: u64,
    reporter: u64,
    first: u64,
    second: u64,
    /// The layout alone, after one more change: the rest of an export is writing the PDF.
    layout_again: u64,
}

/// What one changed answer does to the report: a requirement stands otherwise.
fn change(summary: &mut Summary, mark: Mark, state: Text) {
    if let Some(item) = summary.requirements.get_mut(12).and_then(|group| group.items.get_mut(3)) {
        item.mark = mark;
        item.state = state;
    }
}

fn unknown(summary: &mut Summary) {
    change(summary, Mark::Unknown, Text::new("Unknown", "未知"));
}

fn nanoseconds(time: Duration) -> u64 {
    u64::try_from(time.as_nanos()).unwrap_or(u64::MAX)
}

/// What this program does when it is started for two PDFs; the second is written.
pub(crate) fn write_again(summary: &Path, target: &Path) -> Outcome<String> {
    let bytes = fs::read(summary)?;
    let (json, summary) = timed(|| serde_json::from_slice::<Summary>(&bytes));
    let mut summary = summary?;
    let options = options();
    let (reporter_took, reporter) = timed(Reporter::new);
    let reporter = reporter?;
    let (first, pdf) = timed(|| reporter.pdf(&summary, &options));
    pdf?;
    unknown(&mut summary);
    let (second, pdf) = timed(|| reporter.pdf(&summary, &options));
    fs::write(target, pdf?.bytes)?;
    change(&mut summary, Mark::Decided, Text::new("Waived", "豁免"));
    let (layout_again, laid_out) = timed(|| reporter.preview(&summary, &options));
    laid_out?;
    Ok(serde_json::to_string(&Said {
        json: nanoseconds(json),
        reporter: nanoseconds(reporter_took),
        first: nanoseconds(first),
        second: nanoseconds(second),
        layout_again: nanoseconds(layout_again),
    })?)
}

/// The line of the second export, and where an export spends its time, from fresh processes.
pub(crate) fn lines(
    folder: &Path,
    data: &Path,
    summary: &Summary,
) -> Outcome<(Line, Vec<(String, Times)>)> {
    let program = std::env::current_exe()?;
    let again = folder.join("again.pdf");
    let mut said: Vec<Said> = Vec::new();
    for _ in 0..ROUNDS {
        let text = process::output(Command::new(&program).arg("pdf-again").arg(data).arg(&again))?;
        said.push(serde_json::from_str(text.trim())?);
    }
    let mut changed = summary.clone();
    unknown(&mut changed);
    let (changed_data, whole) = (folder.join("changed.json"), folder.join("changed.pdf"));
    fs::write(&changed_data, serde_json::to_vec(&changed)?)?;
    process::run(Command::new(&program).arg("pdf").arg(&changed_data).arg(&whole))?;
    if fs::read(&again)? != fs::read(&whole)? {
        return Err("the second export is not what a new process writes".into());
    }
    let of = |field: fn(&Said) -> u64| {
        Times::new(said.iter().map(|said| Duration::from_nanos(field(said))).collect())
    };
    let line = Line {
        id: "B1.again",
        ours: "second export after one answer changed, in a running program (`Reporter::pdf`)",
        times: of(|said| said.second),
        other: "first export in that program (`Reporter::pdf`, fonts already read)",
        against: Against::Times(of(|said| said.first)),
        goal: Goal::AtMost(0.2),
    };
    let parts = vec![
        ("reading the JSON".to_owned(), of(|said| said.json)),
        ("fonts and template (`Reporter::new`)".to_owned(), of(|said| said.reporter)),
        ("first export".to_owned(), of(|said| said.first)),
        ("second export".to_owned(), of(|said| said.second)),
        ("its layout alone (`Reporter::preview`)".to_owned(), of(|said| said.layout_again)),
    ];
    Ok((line, parts))
}
