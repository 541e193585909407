//! Writes the TypeScript description of every command and of all types that cross to the window.
//!
//! `cargo run -p app --features ts --example bindings -- <folder>`

#![expect(clippy::print_stderr, reason = "a generator that tells what it wrote")]

use app::views::*;
use readiness::{EvidenceId, FactId};
use std::process::ExitCode;
use ts_rs::{Config, TS};

macro_rules! commands {
    ($($name:ident($request:ty) -> $response:ty;)+) => {
        /// Every command: what it takes and what it gives.
        #[derive(TS)]
        #[expect(dead_code, reason = "only its description is used")]
        struct Commands {
            $($name: ($request, $response),)+
        }
    };
}

include!("../../../src/commands.in");

fn main() -> ExitCode {
    let Some(folder) = std::env::args_os().nth(1) else {
        eprintln!("name the folder to write to");
        return ExitCode::FAILURE;
    };
    let config = Config::new().with_out_dir(folder).with_large_int("number");
    let written = Commands::export_all(&config)
        .and_then(|()| Failed::export_all(&config))
        .and_then(|()| EvidenceId::export_all(&config))
        .and_then(|()| FactId::export_all(&config));
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
