//! `shipshape pack diff|import|export`: packs between files of different forms, and what differs.

use crate::print::say;
use crate::{Format, Language, table};
use app::Failure;
use app::views::PackForm;
use packs::{FieldChange, Library, PackFile, RequirementChange, builtin_files, parse};
use readiness::Text;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The versions differ.
const DIFFERS: u8 = 1;

/// What differs between two packs.
#[derive(clap::Args)]
pub(crate) struct Diff {
    /// The earlier: a file of any form, or the id of a built-in pack.
    was: String,
    /// The later, likewise.
    now: String,
    /// Form of the output.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Language of the output.
    #[arg(long, value_enum, default_value_t)]
    lang: Language,
}

/// Writes a pack in another form.
#[derive(clap::Args)]
pub(crate) struct Export {
    /// A file of any form, or the id of a built-in pack.
    pack: String,
    /// Where to write it; its ending names the form: .yaml, .json or .xlsx. YAML on standard
    /// output when left out.
    #[arg(long, short)]
    output: Option<PathBuf>,
    /// Language of the messages.
    #[arg(long, value_enum, default_value_t)]
    lang: Language,
}

/// Reads a pack from a file of any form, checks it together with the built-in ones, and writes it.
#[derive(clap::Args)]
pub(crate) struct Import {
    /// The file: .xlsx, .json or .yaml.
    file: String,
    /// Where to write it, likewise; YAML on standard output when left out.
    #[arg(long, short)]
    output: Option<PathBuf>,
    /// Form of the list of mistakes.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Language of the messages.
    #[arg(long, value_enum, default_value_t)]
    lang: Language,
}

/// A pack from a file of any form, or a built-in one by its id.
pub(crate) fn pack(name: &str) -> Result<PackFile, Failure> {
    if !Path::new(name).exists() {
        for file in builtin_files().packs {
            let (pack, _) = parse::<PackFile>(file.name, file.text)?;
            if pack.id.as_str() == name {
                return Ok(pack);
            }
        }
    }
    Ok(app::pack_from(name, &crate::input::bytes(name)?)?)
}

fn write(file: &PackFile, output: Option<&Path>) -> Result<(), Failure> {
    let Some(place) = output else {
        let bytes = app::pack_bytes(file, PackForm::Yaml)?;
        print!("{}", String::from_utf8_lossy(&bytes));
        return Ok(());
    };
    let ending = place.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    let form = match ending.as_str() {
        "yaml" | "yml" => PackForm::Yaml,
        "json" => PackForm::Json,
        "xlsx" => PackForm::Xlsx,
        _ => {
            return Err(Failure::Field {
                field: place.display().to_string(),
                message: Text::new(
                    "the ending names no form; allowed: .yaml, .yml, .json, .xlsx",
                    "扩展名不是可用格式；可用：.yaml、.yml、.json、.xlsx",
                ),
            });
        }
    };
    app::write_whole(place, &app::pack_bytes(file, form)?)?;
    say!("{}", place.display());
    Ok(())
}

pub(crate) fn export(arguments: &Export) -> Result<ExitCode, Failure> {
    write(&pack(&arguments.pack)?, arguments.output.as_deref())?;
    Ok(ExitCode::SUCCESS)
}

pub(crate) fn import(arguments: &Import) -> Result<ExitCode, Failure> {
    let read = || -> Result<PackFile, Failure> {
        let file = app::pack_from(&arguments.file, &crate::input::bytes(&arguments.file)?)?;
        let text = packs::pack_yaml(&file).map_err(|detail| Failure::Internal { detail })?;
        crate::input::library(&vec![(arguments.file.clone(), text)])?;
        Ok(file)
    };
    match read() {
        Ok(file) => {
            write(&file, arguments.output.as_deref())?;
            Ok(ExitCode::SUCCESS)
        }
        Err(Failure::File(problems)) if arguments.format == Format::Json => {
            say!("{}", crate::json(&problems.0)?);
            Ok(ExitCode::from(crate::UNUSABLE))
        }
        Err(failure) => Err(failure),
    }
}

pub(crate) fn diff(arguments: &Diff) -> Result<ExitCode, Failure> {
    let (was, now) = (pack(&arguments.was)?, pack(&arguments.now)?);
    let difference = packs::difference(&was, &now);
    let code = if difference.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(DIFFERS) };
    if arguments.format == Format::Json {
        say!("{}", crate::json(&difference)?);
        return Ok(code);
    }
    let library = Library::builtin()?;
    let titles = app::Titles::new(&library, &[]);
    let words = |change: &FieldChange| {
        let told = |value: &Option<Value>| match value {
            Some(value) => {
                arguments.lang.pick(&app::field_words(&change.field, value, &titles)).to_owned()
            }
            None => "–".to_owned(),
        };
        (
            arguments.lang.pick(&wording::requirement_field(&change.field)).to_owned(),
            told(&change.was),
            told(&change.now),
        )
    };
    let pick = |en: &'static str, zh: &'static str| match arguments.lang {
        Language::En => en.to_owned(),
        Language::Zh => zh.to_owned(),
    };
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut row = |sign: &str, what: &str, field: String, was: String, now: String| {
        rows.push(vec![sign.to_owned(), what.to_owned(), field, one_line(&was), one_line(&now)]);
    };
    for change in &difference.head {
        let (field, was, then) = words(change);
        row("~", now.id.as_str(), field, was, then);
    }
    for id in &difference.facts_added {
        row("+", id.as_str(), pick("fact added", "新增事实"), String::new(), String::new());
    }
    for id in &difference.facts_removed {
        row("-", id.as_str(), pick("fact removed", "删除事实"), String::new(), String::new());
    }
    for (id, fields) in &difference.facts_changed {
        for change in fields {
            let (field, was, now) = words(change);
            row("~", id.as_str(), field, was, now);
        }
    }
    for (id, change) in &difference.requirements {
        match change {
            RequirementChange::Added { .. } => {
                row("+", id.as_str(), pick("added", "新增"), String::new(), String::new());
            }
            RequirementChange::Removed { replaced_by } => {
                let by: Vec<&str> = replaced_by.iter().map(|id| id.as_str()).collect();
                row("-", id.as_str(), pick("removed", "删除"), String::new(), by.join(" "));
            }
            RequirementChange::Moved => {
                row(">", id.as_str(), pick("moved", "移动"), String::new(), String::new());
            }
            RequirementChange::Changed { fields } => {
                for change in fields {
                    let (field, was, now) = words(change);
                    row("~", id.as_str(), field, was, now);
                }
            }
        }
    }
    let heads = match arguments.lang {
        Language::En => ["", "Requirement", "Field", "Was", "Now"],
        Language::Zh => ["", "要求", "字段", "原值", "现值"],
    };
    if rows.is_empty() {
        say!("{}", pick("no difference", "无差异"));
    } else {
        table::print(&heads, &rows);
    }
    Ok(code)
}

/// A cell of the table: several lines in one, not endlessly long.
fn one_line(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= 60 {
        return line;
    }
    let head: String = line.chars().take(59).collect();
    format!("{head}…")
}
