//! Reading a shipment from a file or by the name of a sample, and judging it.

use crate::{Format, Language};
use app::{Failure, OnFile};
use chrono::NaiveDate;
use packs::{
    Library, LibraryFile, LoadedShipment, MAX_BYTES, builtin_files, read_shipment, samples,
};
use readiness::{Evaluation, Judgement};
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

/// What is asked about, and how the answer is to look: the same for every question.
#[derive(clap::Args)]
pub(crate) struct Question {
    /// A shipment file (YAML or JSON), the id of a sample, or - for standard input.
    pub(crate) shipment: String,
    /// The day judged on; today when left out.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) on: Option<NaiveDate>,
    /// Form of the output.
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,
    /// Own packs, used together with the built-in ones; one with the same id takes its place.
    #[arg(long = "pack", value_name = "FILE")]
    pub(crate) packs: Vec<String>,
    /// Language of the table.
    #[arg(long, value_enum, default_value_t)]
    pub(crate) lang: Language,
}

impl Question {
    /// The shipment, judged.
    pub(crate) fn judge(&self) -> Result<Judged, Failure> {
        judge(&self.shipment, self.on, &self.packs)
    }

    /// The same, to be asked further: what if, who owes what.
    pub(crate) fn on_file(&self) -> Result<OnFile, Failure> {
        let library = library(&pack_texts(&self.packs)?)?;
        let read = read_shipment(&self.shipment, &text(&self.shipment)?, &library)?;
        OnFile::new(read, library, self.on.unwrap_or_else(today))
    }
}

/// A shipment, judged.
pub(crate) struct Judged {
    pub(crate) library: Library,
    pub(crate) loaded: LoadedShipment,
    pub(crate) judgement: Judgement,
}

impl Judged {
    /// Tells what the reader should know about the file, beside what is printed.
    pub(crate) fn tell_notes(&self, language: crate::Language) {
        for note in &self.loaded.notes {
            let message = language.pick(&note.message);
            eprintln!("{}:{}:{}: {}: {message}", note.file, note.line, note.column, note.field);
        }
    }
}

/// The computer's date.
pub(crate) fn today() -> NaiveDate {
    chrono::Local::now().date_naive()
}

/// The largest file read: that of a spreadsheet. Text is held to a limit of its own.
const MAX_FILE: usize = 2 * MAX_BYTES;

/// Own pack files with their texts.
pub(crate) type PackTexts = Vec<(String, String)>;

/// Reads own pack files; a spreadsheet becomes the YAML that it stands for.
pub(crate) fn pack_texts(files: &[String]) -> Result<PackTexts, Failure> {
    files
        .iter()
        .map(|file| {
            let bytes = bytes(file)?;
            let text = if bytes.starts_with(b"PK") {
                packs::pack_yaml(&app::pack_from(file, &bytes)?)
                    .map_err(|detail| Failure::Internal { detail })?
            } else {
                utf8(file, bytes)?
            };
            Ok((file.clone(), text))
        })
        .collect()
}

/// The built-in library with own packs; one with the id of a built-in pack takes its place.
pub(crate) fn library(own: &PackTexts) -> Result<Library, packs::Problems> {
    let mut files = builtin_files();
    let id = |text: &str| {
        let line = text.lines().find(|line| line.starts_with("id:"));
        line.map(|line| line.trim_start_matches("id:").trim().trim_matches('"').to_owned())
    };
    for (name, text) in own {
        let own_id = id(text);
        files.packs.retain(|file| own_id.is_none() || id(file.text) != own_id);
        files.packs.push(LibraryFile { name, text });
    }
    Library::load(&files)
}

/// Reads and judges a shipment file; `-` is standard input, and the id of a sample is that sample.
pub(crate) fn judge(
    file: &str,
    on: Option<NaiveDate>,
    packs: &[String],
) -> Result<Judged, Failure> {
    let library = library(&pack_texts(packs)?)?;
    let text = text(file)?;
    let loaded = read_shipment(file, &text, &library)?;
    let rulebook = Arc::clone(&library.rulebook);
    let on = on.unwrap_or_else(today);
    let judgement = Evaluation::new(rulebook, loaded.shipment.clone(), on)?.judgement();
    Ok(Judged { library, loaded, judgement })
}

/// The text of a file, of standard input or of a sample.
pub(crate) fn text(file: &str) -> Result<String, Failure> {
    if !Path::new(file).exists()
        && let Some(sample) = samples().into_iter().find(|sample| sample.id == file)
    {
        return Ok(sample.text.to_owned());
    }
    utf8(file, bytes(file)?)
}

fn utf8(file: &str, bytes: Vec<u8>) -> Result<String, Failure> {
    String::from_utf8(bytes).map_err(|error| Failure::Read {
        path: file.to_owned(),
        source: std::io::Error::new(std::io::ErrorKind::InvalidData, error.utf8_error()),
    })
}

/// The bytes of a file or of standard input, up to a little over the limit for a file.
pub(crate) fn bytes(file: &str) -> Result<Vec<u8>, Failure> {
    let fail = |source| Failure::Read { path: file.to_owned(), source };
    let mut bytes = Vec::new();
    let limit = MAX_FILE as u64 + 1;
    if file == "-" {
        std::io::stdin().lock().take(limit).read_to_end(&mut bytes).map_err(fail)?;
    } else {
        std::fs::File::open(file)
            .map_err(fail)?
            .take(limit)
            .read_to_end(&mut bytes)
            .map_err(fail)?;
    }
    Ok(bytes)
}
