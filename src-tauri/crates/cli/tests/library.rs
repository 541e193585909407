//! The library of documents under hard conditions: many large files, a program killed in the
//! middle, a disk that fills up.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "library/full_disk.rs"]
mod full_disk;
#[path = "library/killed.rs"]
mod killed;
#[path = "library/many.rs"]
mod many;

use serde_json::Value;
use std::fs::File;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output};

/// The program on a workspace.
fn evidence(workspace: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_shipshape"));
    command.arg("evidence").arg("--workspace").arg(workspace);
    command
}

fn run(workspace: &Path, arguments: &[&str]) -> Output {
    evidence(workspace).args(arguments).output().unwrap()
}

/// Text files of this size, each with a content of its own. All but the beginning is a hole, which
/// takes no room until it is stored.
fn incoming(folder: &Path, count: usize, size: u64) {
    std::fs::create_dir_all(folder).unwrap();
    for number in 0..count {
        let mut file = File::create(folder.join(format!("report-{number:04}.pdf"))).unwrap();
        write!(file, "%PDF-1.4\n% report {number}\n").unwrap();
        file.set_len(size).unwrap();
    }
}

/// How many documents there are, and how many stored files are not as they were.
fn held(workspace: &Path) -> (u64, u64) {
    let output = run(workspace, &["verify", "--format", "json"]);
    let json: Value = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stderr)));
    (json["checked"].as_u64().unwrap(), json["faults"].as_array().unwrap().len() as u64)
}

/// Files below a folder of the workspace.
fn below(folder: &Path) -> usize {
    let Ok(entries) = std::fs::read_dir(folder) else { return 0 };
    entries
        .map(|entry| entry.unwrap().path())
        .map(|path| if path.is_dir() { below(&path) } else { 1 })
        .sum()
}
