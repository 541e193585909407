//! The direction of dependence: shell and command line, use cases, store and report and packs, engine.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

/// Who may use whom, inside the workspace.
const ALLOWED: [(&str, &[&str]); 8] = [
    ("readiness", &[]),
    ("wording", &["readiness"]),
    ("packs", &["readiness"]),
    ("store", &[]),
    ("report", &["readiness"]),
    ("reading", &[]),
    ("app", &["packs", "readiness", "reading", "report", "store", "wording"]),
    ("shipshape", &["app", "packs", "readiness", "report", "wording"]),
];

fn dependencies() -> BTreeMap<String, BTreeSet<String>> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--no-deps", "--offline"])
        .output()
        .unwrap();
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    packages
        .iter()
        .map(|package| {
            let used = package["dependencies"].as_array().unwrap().iter();
            let used = used
                .filter(|one| one["kind"].is_null())
                .map(|one| one["name"].as_str().unwrap().to_owned());
            (package["name"].as_str().unwrap().to_owned(), used.collect())
        })
        .collect()
}

#[test]
fn dependence_points_inwards() {
    let all = dependencies();
    for (name, allowed) in ALLOWED {
        let own: BTreeSet<&str> =
            all[name].iter().map(String::as_str).filter(|used| all.contains_key(*used)).collect();
        let allowed: BTreeSet<&str> = allowed.iter().copied().collect();
        assert!(own.is_subset(&allowed), "{name} uses {own:?}; allowed: {allowed:?}");
    }
}

#[test]
fn the_engine_knows_no_disk_clock_or_network() {
    let all = dependencies();
    let engine = &all["readiness"];
    for foreign in ["rusqlite", "tauri", "tokio", "typst", "clap", "open", "tempfile"] {
        assert!(!engine.contains(foreign), "the engine uses {foreign}");
    }
    for (name, used) in &all {
        let shell = name == "shipshape-desktop";
        assert!(shell || !used.contains("tauri"), "{name} uses tauri");
        let database = matches!(name.as_str(), "store" | "shipshape-bench");
        assert!(database || !used.contains("rusqlite"), "{name} uses rusqlite");
    }
}

#[test]
fn the_window_may_call_every_command_and_no_other() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src-tauri");
    let list = std::fs::read_to_string(root.join("src/commands.in")).unwrap();
    let mut wanted: Vec<String> = list
        .lines()
        .filter_map(|line| line.strip_prefix("    ")?.split_once('('))
        .map(|(name, _)| format!("allow-{}", name.replace('_', "-")))
        .collect();
    let capability = std::fs::read_to_string(root.join("capabilities/main.json")).unwrap();
    let capability: serde_json::Value = serde_json::from_str(&capability).unwrap();
    let mut allowed: Vec<String> = capability["permissions"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|permission| permission.as_str())
        .filter(|permission| !permission.starts_with("core:"))
        .map(str::to_owned)
        .collect();
    wanted.sort();
    allowed.sort();
    assert_eq!(allowed, wanted);
}
