//! The benchmark: the product side by side with its peers, on frozen generated inputs, both sides
//! checked to give the same result. `tests/bench/run.sh` installs the peers and runs it.
//!
//! Without arguments all rows are run and `RESULTS.md` is written; with names of rows (`b1 b5`)
//! only those, to the terminal.

#![expect(clippy::print_stdout, reason = "a program for the terminal")]

mod answers;
mod drag;
mod machine;
mod measure;
mod pdf;
mod places;
mod process;
mod random;
mod results;
mod rules;
mod schedules;

use results::Row;
use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

/// What anything here gives.
pub(crate) type Outcome<T> = Result<T, Box<dyn Error>>;

/// A row's name and what runs it.
type Entry = (&'static str, fn() -> Outcome<Row>);

const ROWS: [Entry; 5] = [
    ("b1", pdf::row),
    ("b2", rules::row),
    ("b5", schedules::row),
    ("b9", answers::row),
    ("b10", drag::row),
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments.as_slice() {
        // What B1 starts as a process of its own.
        ["pdf", summary, target] => pdf::write(Path::new(summary), Path::new(target)),
        ["pdf-again", summary, target] => {
            pdf::write_again(Path::new(summary), Path::new(target)).map(|said| println!("{said}"))
        }
        [] => all(),
        names => some(names),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("the benchmark failed: {error}");
            ExitCode::FAILURE
        }
    }
}

fn all() -> Outcome<()> {
    let rows = ROWS.iter().map(run).collect::<Outcome<Vec<Row>>>()?;
    let reasons = fs::read_to_string(places::bench().join("reasons.md"))?;
    let target = places::bench().join("RESULTS.md");
    fs::write(&target, results::page(&machine::told(), &rows, &reasons))?;
    println!("written: {}", target.display());
    Ok(())
}

fn some(names: &[&str]) -> Outcome<()> {
    let mut rows = Vec::new();
    for name in names {
        let entry = ROWS.iter().find(|(known, _)| known == name);
        rows.push(run(entry.ok_or_else(|| format!("no row is called {name}"))?)?);
    }
    println!("{}", results::page(&machine::told(), &rows, ""));
    Ok(())
}

fn run((name, row): &Entry) -> Outcome<Row> {
    println!("{name} …");
    let row = row().map_err(|error| format!("{name}: {error}"))?;
    for line in &row.lines {
        println!("  {}", results::spoken(line));
    }
    Ok(row)
}
