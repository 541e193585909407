//! `shipshape pack`.

use crate::print::say;
use crate::{Format, Language, table};
use app::Failure;
use clap::{Subcommand, ValueEnum};
use packs::Library;
use std::process::ExitCode;

/// Requirement packs.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Checks pack files together with the built-in ones; a file with the id of a built-in pack
    /// takes its place.
    Validate {
        /// The files.
        #[arg(required = true)]
        files: Vec<String>,
        /// Form of the output.
        #[arg(long, value_enum, default_value_t)]
        format: Format,
        /// Language of the messages.
        #[arg(long, value_enum, default_value_t)]
        lang: Language,
    },
    /// Lists the packs in force.
    List {
        /// The facts that can be answered, instead of the packs.
        #[arg(long)]
        facts: bool,
        /// Language of the list.
        #[arg(long, value_enum, default_value_t)]
        lang: Language,
    },
    /// What differs between two packs. Exit status 0: nothing; 1: something; 2: unusable input.
    Diff(crate::exchange::Diff),
    /// Writes a pack as YAML, JSON or XLSX.
    Export(crate::exchange::Export),
    /// Reads a pack from YAML, JSON or XLSX, checks it and writes it; every mistake is listed with
    /// its line or cell.
    Import(crate::exchange::Import),
    /// Prints the JSON Schema of a file format, for editors.
    Schema {
        /// Which format.
        #[arg(value_enum, default_value = "pack")]
        kind: Kind,
    },
}

#[derive(Clone, Copy, ValueEnum)]
enum Kind {
    /// A requirement pack.
    Pack,
    /// A shipment file.
    Shipment,
    /// A schedule template.
    Template,
    /// A working calendar.
    Calendar,
    /// A fact catalogue.
    Facts,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    match &arguments.verb {
        Verb::Validate { files, format, lang } => validate(files, *format, *lang),
        Verb::List { facts, lang } => list(*facts, *lang),
        Verb::Schema { kind } => schema(*kind),
        Verb::Diff(arguments) => crate::exchange::diff(arguments),
        Verb::Export(arguments) => crate::exchange::export(arguments),
        Verb::Import(arguments) => crate::exchange::import(arguments),
    }
}

fn validate(files: &[String], format: Format, language: Language) -> Result<ExitCode, Failure> {
    let own = crate::input::pack_texts(files)?;
    match crate::input::library(&own) {
        Ok(loaded) => {
            for (name, text) in &own {
                let pack =
                    loaded.packs.iter().find(|pack| pack.stamp.sha256 == packs::sha256(text));
                let count = pack.map_or(0, |pack| pack.requirements.len());
                match format {
                    Format::Json => {}
                    Format::Table => match language {
                        Language::En => say!("{name}: {count} requirements, no mistakes"),
                        Language::Zh => say!("{name}：{count} 项要求，无错误"),
                    },
                }
            }
            if format == Format::Json {
                say!("[]");
            }
            Ok(ExitCode::SUCCESS)
        }
        Err(problems) if format == Format::Json => {
            say!("{}", crate::json(&problems.0)?);
            Ok(ExitCode::from(crate::UNUSABLE))
        }
        Err(problems) => Err(problems.into()),
    }
}

fn list(facts: bool, language: Language) -> Result<ExitCode, Failure> {
    let library = Library::builtin()?;
    if facts {
        let rows: Vec<Vec<String>> = library
            .rulebook
            .facts()
            .iter()
            .map(|fact| {
                let choices: Vec<&str> = fact.choices.iter().map(|c| c.id.as_str()).collect();
                vec![
                    fact.id.0.clone(),
                    format!("{:?}", fact.level).to_lowercase(),
                    format!("{:?}", fact.kind).to_lowercase(),
                    fact.unit.clone().unwrap_or_default(),
                    language.pick(&fact.title).to_owned(),
                    choices.join(" "),
                ]
            })
            .collect();
        table::print(&["Fact", "Level", "Kind", "Unit", "Title", "Choices"], &rows);
        return Ok(ExitCode::SUCCESS);
    }
    let rows: Vec<Vec<String>> = library
        .packs
        .iter()
        .map(|pack| {
            vec![
                pack.stamp.id.0.clone(),
                pack.stamp.version.clone(),
                pack.requirements.len().to_string(),
                pack.stamp.sha256.chars().take(12).collect(),
                language.pick(&pack.stamp.title).to_owned(),
            ]
        })
        .collect();
    let heads = match language {
        Language::En => ["Pack", "Version", "Requirements", "SHA-256", "Title"],
        Language::Zh => ["要求包", "版本", "要求数", "SHA-256", "名称"],
    };
    table::print(&heads, &rows);
    Ok(ExitCode::SUCCESS)
}

fn schema(kind: Kind) -> Result<ExitCode, Failure> {
    let schema = match kind {
        Kind::Pack => packs::schema::<packs::PackFile>(),
        Kind::Shipment => packs::schema::<packs::ShipmentFile>(),
        Kind::Template => packs::schema::<packs::TemplateFile>(),
        Kind::Calendar => packs::schema::<packs::CalendarFile>(),
        Kind::Facts => packs::schema::<packs::FactsFile>(),
    };
    say!("{}", crate::json(&schema)?);
    Ok(ExitCode::SUCCESS)
}
