//! Files as other programs write them, the broken and hostile among them: each is read or refused
//! with its reason, in time; and what is suggested from them is measured against what a careful
//! person would enter.

use crate::support::library;
use readiness::DocumentType;
use reading::suggest::{Known, KnownType, SuggestedField, suggest};
use reading::{FileType, Limits, Reader, Reading, Refusal, Standing};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use unicode_normalization::UnicodeNormalization;

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")
}

fn yaml(name: &str) -> Value {
    let text = std::fs::read_to_string(corpus().join(name)).unwrap();
    serde_saphyr::from_str(&text).unwrap()
}

/// The program that reads, as the user has it.
fn reader() -> Reader {
    let tests = std::env::current_exe().unwrap();
    let program = tests.parent().unwrap().parent().unwrap().join("shipshape");
    assert!(program.exists(), "build it first: cargo build --workspace --bins");
    Reader::new(program, Limits::default())
}

fn strings(value: &Value) -> Vec<String> {
    match value {
        Value::Array(all) => all.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        Value::String(one) => vec![one.clone()],
        _ => Vec::new(),
    }
}

/// Without white space and in one form, as the labels ask for.
fn bare(text: &str) -> String {
    text.nfkc().filter(|c| !c.is_whitespace()).collect()
}

struct Sample {
    file: String,
    entry: Value,
    outcome: Result<Reading, Refusal>,
    took: Duration,
}

fn read_all() -> Vec<Sample> {
    let reader = reader();
    let entries = yaml("labels.yaml");
    entries
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| {
            let file = entry["file"].as_str().unwrap().to_owned();
            let started = Instant::now();
            let outcome = reader.read(&corpus().join("files").join(&file), None);
            Sample { file, entry: entry.clone(), outcome, took: started.elapsed() }
        })
        .collect()
}

#[test]
fn each_file_is_read_or_refused_with_its_reason() {
    let mut wrong = Vec::new();
    let samples = read_all();
    assert!(samples.len() >= 100, "the corpus is there: {}", samples.len());
    for Sample { file, entry, outcome, took } in &samples {
        if *took > Duration::from_secs(25) {
            wrong.push(format!("{file}: {took:?}"));
        }
        let found = match outcome {
            Ok(reading) => match reading.standing {
                Standing::Read | Standing::Cut => "read",
                Standing::NoText | Standing::NotReadable => "no-text",
            },
            Err(_) => "refused",
        };
        let mut expected = strings(&entry["expect"]);
        expected.extend(strings(&entry["or"]));
        if !expected.iter().any(|one| one == found) {
            wrong.push(format!("{file}: {found} instead of {expected:?}: {outcome:.200?}"));
            continue;
        }
        match outcome {
            Err(refusal) => {
                let codes = strings(&entry["refusal"]);
                if !codes.is_empty() && !codes.iter().any(|code| code == refusal.code()) {
                    wrong.push(format!("{file}: {} instead of {codes:?}", refusal.code()));
                }
            }
            Ok(reading) => {
                let text: String =
                    reading.passages.iter().map(|passage| passage.text.as_str()).collect();
                let text = bare(&text);
                for words in strings(&entry["words"]) {
                    if found == "read" && !text.contains(&bare(&words)) {
                        wrong.push(format!("{file}: {words:?} is not in its text"));
                    }
                }
                for words in strings(&entry["absent"]) {
                    if text.contains(&bare(&words)) {
                        wrong.push(format!("{file}: {words:?} is in its text"));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), samples.len(), wrong.join("\n"));
}

#[test]
fn each_file_is_told_by_its_content() {
    for entry in yaml("labels.yaml").as_array().unwrap() {
        let file = entry["file"].as_str().unwrap();
        let found = FileType::of_path(&corpus().join("files").join(file)).unwrap();
        let found = serde_json::to_value(found).unwrap();
        let mut expected = strings(&entry["type"]);
        if file.ends_with(".jar") {
            expected.push("archive".to_owned());
        }
        assert!(expected.iter().any(|one| found == *one), "{file}: {found}, not {expected:?}");
    }
}

fn known() -> Known {
    let rulebook = &library().rulebook;
    let mut ids: BTreeSet<DocumentType> =
        readiness::document::kind::ALL.iter().map(|kind| DocumentType::from(*kind)).collect();
    for requirement in rulebook.requirements() {
        ids.extend(requirement.accepts());
    }
    let types = ids.into_iter().map(|id| {
        let requirement = rulebook.requirement(&readiness::RequirementId(id.0.clone()));
        let titles = requirement.map(|own| vec![own.title.en.clone(), own.title.zh.clone()]);
        let titles = titles.unwrap_or_else(|| {
            let title = wording::document_title(id.as_str());
            vec![title.en, title.zh]
        });
        KnownType { id: id.0, titles }
    });
    let known = yaml("known.yaml");
    Known {
        types: types.collect(),
        models: strings(&known["models"]),
        holders: strings(&known["holders"]),
    }
}

#[derive(Default)]
struct Tally {
    right: u32,
    wrong: u32,
    missed: u32,
}

impl Tally {
    fn precision(&self) -> f64 {
        f64::from(self.right) / f64::from((self.right + self.wrong).max(1))
    }

    fn recall(&self) -> f64 {
        f64::from(self.right) / f64::from((self.right + self.missed).max(1))
    }
}

const FIELDS: [(SuggestedField, &str); 9] = [
    (SuggestedField::DocumentType, "document-type"),
    (SuggestedField::Number, "number"),
    (SuggestedField::Issuer, "issuer"),
    (SuggestedField::Holder, "holder"),
    (SuggestedField::Issued, "issued"),
    (SuggestedField::Expires, "expires"),
    (SuggestedField::Model, "models"),
    (SuggestedField::Standard, "standards"),
    (SuggestedField::Language, "languages"),
];

fn same(field: &str, one: &str, two: &str) -> bool {
    let plain = |text: &str| -> String {
        bare(text).to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect()
    };
    match field {
        "issuer" | "holder" | "standards" | "models" => plain(one) == plain(two),
        _ => one == two,
    }
}

/// Suggestions are proposals, so a wrong one costs more than a missing one. The floors lie a little
/// below what was measured when the rules were written; the figures are printed.
#[test]
fn suggestions_are_mostly_right() {
    let known = known();
    let mut tallies: BTreeMap<(String, &str), Tally> = BTreeMap::new();
    let mut labelled = 0;
    let mut told = Vec::new();
    for Sample { file, entry, outcome, .. } in read_all() {
        let (Ok(reading), Value::Object(labels)) = (&outcome, &entry["labels"]) else { continue };
        if reading.passages.is_empty() {
            continue;
        }
        labelled += 1;
        let split = entry["split"].as_str().unwrap().to_owned();
        let name = Path::new(&file).file_name().unwrap().to_string_lossy().into_owned();
        let suggestions = suggest(reading, &name, &known);
        for (field, label) in FIELDS {
            let tally = tallies.entry((split.clone(), label)).or_default();
            let mut wanted = strings(&labels[label]);
            let also = &entry["also"][label];
            let tolerated = strings(also);
            let no_value_is_right = also.as_array().is_some_and(|all| all.contains(&Value::Null));
            for one in suggestions.iter().filter(|one| one.field == field) {
                if let Some(at) = wanted.iter().position(|want| same(label, want, &one.value)) {
                    wanted.remove(at);
                    tally.right += 1;
                } else if tolerated.iter().any(|want| same(label, want, &one.value)) {
                    // Not wrong, and the label is not missed.
                    wanted.clear();
                } else {
                    tally.wrong += 1;
                    told.push(format!(
                        "{split} {file}: {label} {:?}, not {:?}",
                        one.value,
                        strings(&labels[label])
                    ));
                }
            }
            if !no_value_is_right {
                tally.missed += u32::try_from(wanted.len()).unwrap();
            }
        }
    }
    assert!(labelled >= 60, "{labelled} labelled files are read");
    println!("{}", told.join("\n"));
    let mut all: BTreeMap<String, Tally> = BTreeMap::new();
    for ((split, label), tally) in &tallies {
        println!(
            "{split:>9} {label:<14} precision {:.2} recall {:.2} ({} right, {} wrong, {} missed)",
            tally.precision(),
            tally.recall(),
            tally.right,
            tally.wrong,
            tally.missed
        );
        let sum = all.entry(split.clone()).or_default();
        sum.right += tally.right;
        sum.wrong += tally.wrong;
        sum.missed += tally.missed;
    }
    for (split, tally) in &all {
        println!("{split:>9} all precision {:.3} recall {:.3}", tally.precision(), tally.recall());
    }
    let held_out = &all["held-out"];
    assert!(held_out.precision() >= 0.96, "precision {:.3}", held_out.precision());
    assert!(held_out.recall() >= 0.82, "recall {:.3}", held_out.recall());
}
