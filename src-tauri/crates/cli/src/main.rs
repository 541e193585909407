//! `shipshape`: the engine without a window, for scripts and for tests.
//!
//! Exit status: 0 nothing blocks, 1 blockers stand, 2 the input is not usable.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command line program prints")]

mod calendar;
mod check;
mod evidence;
mod exchange;
mod input;
mod pack;
mod parties;
mod print;
mod report;
mod sample;
mod schedule;
mod table;
mod what_if;

use clap::{Parser, Subcommand, ValueEnum};
use std::io::Write;
use std::process::ExitCode;

/// What must be had for a shipment, what is wrong with what is held, and what must start today.
#[derive(Parser)]
#[command(name = "shipshape", version, about)]
struct Arguments {
    #[command(subcommand)]
    command: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Findings, gates and schedule of a shipment file.
    Check(check::Arguments),
    /// The schedule of a shipment file.
    Schedule(schedule::Arguments),
    /// What another ship date, country, Incoterm, answer or duration would change.
    WhatIf(what_if::Arguments),
    /// Who takes part in a shipment, and what each owes by when.
    Parties(parties::Arguments),
    /// The PDF report on a shipment file.
    Report(report::Arguments),
    /// Milestones, days to start by and expiries as an iCalendar file.
    Calendar(calendar::Arguments),
    /// Requirement packs: validate, list, schema, diff, import, export.
    Pack(pack::Arguments),
    /// Documents of a workspace: review, add, read, search, verify, heal.
    Evidence(evidence::Arguments),
    /// Writes a sample shipment file.
    Sample(sample::Arguments),
}

/// Language of what is printed.
#[derive(Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum Language {
    /// English.
    #[default]
    En,
    /// Simplified Chinese.
    Zh,
}

impl Language {
    fn pick(self, text: &wording::Text) -> &str {
        match self {
            Self::En => &text.en,
            Self::Zh => &text.zh,
        }
    }
}

/// Form of what is printed.
#[derive(Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people.
    #[default]
    Table,
    /// For programs; stable.
    Json,
}

/// The input is not usable.
const UNUSABLE: u8 = 2;

fn main() -> ExitCode {
    // Started again by itself to read a file; see `App::read_with`.
    if let Some(code) = app::serve_if_asked() {
        return code;
    }
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // What was asked for and shown is no error; anything else is unusable input.
            let asked = !error.use_stderr();
            drop(error.print());
            return if asked { ExitCode::SUCCESS } else { ExitCode::from(UNUSABLE) };
        }
    };
    let result = match arguments.command {
        Verb::Check(arguments) => check::run(&arguments),
        Verb::Schedule(arguments) => schedule::run(&arguments),
        Verb::WhatIf(arguments) => what_if::run(&arguments),
        Verb::Parties(arguments) => parties::run(&arguments),
        Verb::Report(arguments) => report::run(&arguments),
        Verb::Calendar(arguments) => calendar::run(&arguments),
        Verb::Pack(arguments) => pack::run(&arguments),
        Verb::Evidence(arguments) => evidence::run(&arguments),
        Verb::Sample(arguments) => sample::run(&arguments),
    };
    match result {
        Ok(code) => code,
        Err(failure) => {
            tell(&failure);
            ExitCode::from(UNUSABLE)
        }
    }
}

/// Says what failed, where and what to do next, in the language asked for.
fn tell(failure: &app::Failure) {
    let failed = failure.failed();
    let chinese = std::env::args().any(|argument| argument == "zh" || argument == "--lang=zh");
    let language = if chinese { Language::Zh } else { Language::En };
    let mut lines = vec![format!("shipshape: {}", language.pick(&failed.message))];
    if let app::Failure::File(problems) = failure {
        lines.extend(problems.0.iter().map(|problem| {
            let message = language.pick(&problem.message);
            let (file, line, column) = (&problem.file, problem.line, problem.column);
            format!("  {file}:{line}:{column}  {}  {message}", problem.field)
        }));
    }
    lines.push(language.pick(&failed.next).to_owned());
    // Where nobody listens there is nothing left to say it to.
    drop(writeln!(std::io::stderr().lock(), "{}", lines.join("\n")));
}

/// Pretty JSON; nothing printed here can fail to be written as JSON.
fn json(value: &impl serde::Serialize) -> Result<String, app::Failure> {
    serde_json::to_string_pretty(value)
        .map_err(|error| app::Failure::Internal { detail: error.to_string() })
}
