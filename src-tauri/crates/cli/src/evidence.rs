//! `shipshape evidence`: the library of documents of a workspace.

use crate::print::say;
use crate::{Format, Language};
use app::views::{
    HealFile, IncomingFile, JobOutcome, ReviewFiles, SearchRequest, TakeIn, TakeInItem,
};
use app::{App, Failure, Job, JobWatch};
use chrono::Local;
use readiness::{DocumentType, Evidence, Text};
use std::io::{IsTerminal as _, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::atomic::AtomicBool;

/// Documents of a workspace.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    verb: Verb,
    /// The workspace's folder.
    #[arg(long, short, global = true, env = "SHIPSHAPE_WORKSPACE")]
    workspace: Option<PathBuf>,
    /// Language of what is printed.
    #[arg(long, value_enum, default_value_t, global = true)]
    lang: Language,
    /// Form of what is printed.
    #[arg(long, value_enum, default_value_t, global = true)]
    format: Format,
}

#[derive(clap::Subcommand)]
enum Verb {
    /// Looks at files and folders: what they are, what they say. Takes nothing in.
    Review {
        /// Files and folders.
        #[arg(required = true)]
        paths: Vec<PathBuf>,
    },
    /// Takes files and folders in, each file as its own document of the type named. What is held
    /// already or refused is left out and listed; exit status 1 tells that something was refused.
    Add {
        /// Files and folders.
        #[arg(required = true)]
        paths: Vec<PathBuf>,
        /// What they are, e.g. `iso-9001`.
        #[arg(long = "type")]
        document_type: String,
        /// The shipment they are for, by its id.
        #[arg(long)]
        shipment: Option<String>,
    },
    /// Reads the text of stored files for the search.
    Read,
    /// Finds words in documents, files, shipments, notes and requirements.
    Search {
        /// What to find: all words must occur; two Chinese characters are enough.
        text: String,
        /// How many hits at most.
        #[arg(long, default_value_t = 20)]
        limit: usize,
    },
    /// Checks every stored file against its SHA-256; exit status 1 when one is not as it was.
    Verify,
    /// Puts a stored file right from a file or folder that has the same content.
    Heal {
        /// SHA-256 of the file, as `verify` tells it.
        sha256: String,
        /// A file, or a folder such as a backup; where it came from when left out.
        from: Option<PathBuf>,
    },
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let Some(folder) = &arguments.workspace else {
        return Err(Failure::Field {
            field: "--workspace".to_owned(),
            message: Text::new(
                "name the workspace's folder, or set SHIPSHAPE_WORKSPACE",
                "请指定工作区文件夹，或设置 SHIPSHAPE_WORKSPACE",
            ),
        });
    };
    let mut app = App::open(folder, Box::new(|| Local::now().fixed_offset()))?;
    if let Ok(program) = std::env::current_exe() {
        app.read_with(program);
    }
    let app = &mut app;
    match &arguments.verb {
        Verb::Review { paths } => {
            let files = review(app, paths, None, None)?;
            show_review(arguments, &files)?;
            Ok(ExitCode::SUCCESS)
        }
        Verb::Add { paths, document_type, shipment } => {
            add(app, arguments, paths, document_type, shipment.as_deref())
        }
        Verb::Read => read(app, arguments),
        Verb::Search { text, limit } => {
            let request = SearchRequest { text: text.clone(), kinds: Vec::new(), limit: *limit };
            let found = app.search(&request)?;
            if arguments.format == Format::Json {
                print_json(&found)?;
            } else {
                for hit in &found.hits {
                    let place = hit.place.as_ref().map(|place| arguments.lang.pick(place));
                    say!("{}  {}", arguments.lang.pick(&hit.title), place.unwrap_or_default());
                    say!("    {}", hit.excerpt.replace(['\n', '\t'], " "));
                }
            }
            Ok(if found.hits.is_empty() { ExitCode::FAILURE } else { ExitCode::SUCCESS })
        }
        Verb::Verify => verify(app, arguments),
        Verb::Heal { sha256, from } => {
            let healed = app.heal_file(&HealFile {
                sha256: sha256.clone(),
                path: from.as_ref().map(|path| path.to_string_lossy().into_owned()),
            })?;
            say!("{}", healed.from);
            Ok(ExitCode::SUCCESS)
        }
    }
}

/// Does a job, with its progress on a terminal.
fn follow(app: &mut App, job: Job) -> Result<JobOutcome, Failure> {
    let shown = std::io::stderr().is_terminal();
    let mut progress = |done: u64, total: Option<u64>, item: &str| {
        if shown {
            let total = total.unwrap_or(done);
            eprint!("\r\x1b[K{done}/{total} {item}");
            // A progress line that cannot be shown is no loss.
            drop(std::io::stderr().flush());
        }
    };
    let cancel = AtomicBool::new(false);
    let outcome = app.do_now(job, &mut JobWatch { progress: &mut progress, cancel: &cancel });
    if shown {
        eprint!("\r\x1b[K");
    }
    outcome
}

fn unexpected() -> Failure {
    Failure::Internal { detail: "a job ended as another kind of job".to_owned() }
}

fn review(
    app: &mut App,
    paths: &[PathBuf],
    document_type: Option<&str>,
    shipment: Option<&str>,
) -> Result<Vec<IncomingFile>, Failure> {
    let mut absolute = Vec::with_capacity(paths.len());
    for path in paths {
        let path = std::path::absolute(path).map_err(|source| Failure::Read {
            path: path.to_string_lossy().into_owned(),
            source,
        })?;
        absolute.push(path.to_string_lossy().into_owned());
    }
    let job = app.begin_review(&ReviewFiles {
        paths: absolute,
        shipment: shipment.map(str::to_owned),
        document_type: document_type.map(DocumentType::from),
    })?;
    match follow(app, job)? {
        JobOutcome::Reviewed(review) => Ok(review.files),
        _ => Err(unexpected()),
    }
}

fn show_review(arguments: &Arguments, files: &[IncomingFile]) -> Result<(), Failure> {
    if arguments.format == Format::Json {
        return print_json(&files);
    }
    for file in files {
        let title = file.type_title.as_ref().map(|title| arguments.lang.pick(title));
        say!("{}  {}  {}", file.path, file.file_type, title.unwrap_or("-"));
        for text in [&file.refused, &file.note].into_iter().flatten() {
            say!("    ! {}", arguments.lang.pick(text));
        }
        if let Some((_, name)) = &file.held {
            say!("    = {name}");
        }
        for one in &file.suggestions {
            say!("    {} {} ({})", one.field, one.value, arguments.lang.pick(&one.place));
        }
    }
    Ok(())
}

fn add(
    app: &mut App,
    arguments: &Arguments,
    paths: &[PathBuf],
    document_type: &str,
    shipment: Option<&str>,
) -> Result<ExitCode, Failure> {
    let files = review(app, paths, Some(document_type), shipment)?;
    let (wanted, left): (Vec<_>, Vec<_>) = files
        .iter()
        .partition(|file| file.refused.is_none() && file.held.is_none() && file.same_as.is_none());
    for file in &left {
        let why = match (&file.refused, &file.held, &file.same_as) {
            (Some(why), ..) => arguments.lang.pick(why).to_owned(),
            (_, Some((_, name)), _) => format!("= {name}"),
            (.., Some(path)) => format!("= {path}"),
            _ => String::new(),
        };
        eprintln!("{}: {why}", file.path);
    }
    if !wanted.is_empty() {
        let job = app.begin_take_in(&TakeIn {
            shipment: shipment.map(str::to_owned),
            items: wanted
                .iter()
                .map(|file| TakeInItem {
                    path: file.path.clone(),
                    sha256: file.sha256.clone(),
                    evidence: Evidence {
                        document_type: DocumentType::from(document_type),
                        ..Evidence::default()
                    },
                    replaces: None,
                    switch: Vec::new(),
                })
                .collect(),
        })?;
        let JobOutcome::TakenIn(taken) = follow(app, job)? else { return Err(unexpected()) };
        if arguments.format == Format::Json {
            print_json(&taken)?;
        } else {
            for (file, id) in wanted.iter().zip(&taken.evidence) {
                say!("{}  {}", id.0, file.path);
            }
        }
    }
    let refused = files.iter().any(|file| file.refused.is_some());
    Ok(if refused { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn read(app: &mut App, arguments: &Arguments) -> Result<ExitCode, Failure> {
    let (mut read, mut without) = (0, 0);
    loop {
        let job = app.begin_reading()?;
        let JobOutcome::Read(done) = follow(app, job)? else { return Err(unexpected()) };
        read += done.read;
        without += done.without;
        if done.read + done.without == 0 {
            break;
        }
    }
    let text = Text::new(
        format!("{read} files read, {without} without text"),
        format!("已读取 {read} 个文件，{without} 个无文本"),
    );
    say!("{}", arguments.lang.pick(&text));
    Ok(ExitCode::SUCCESS)
}

fn verify(app: &mut App, arguments: &Arguments) -> Result<ExitCode, Failure> {
    let job = app.begin_verify()?;
    let JobOutcome::Verified(verified) = follow(app, job)? else { return Err(unexpected()) };
    if arguments.format == Format::Json {
        print_json(&verified)?;
    } else {
        for fault in &verified.faults {
            say!("{}  {}  {}", fault.sha256, fault.name, arguments.lang.pick(&fault.fault));
            for (_, title) in &fault.shipments {
                say!("    {title}");
            }
        }
        let text = Text::new(
            format!("{} files checked, {} not as stored", verified.checked, verified.faults.len()),
            format!("已检查 {} 个文件，{} 个与存储时不同", verified.checked, verified.faults.len()),
        );
        say!("{}", arguments.lang.pick(&text));
    }
    Ok(if verified.faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn print_json(value: &impl serde::Serialize) -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(value)
        .map_err(|error| Failure::Internal { detail: error.to_string() })?;
    say!("{text}");
    Ok(())
}
