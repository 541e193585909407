//! `shipshape calendar`.

use crate::print::say;
use crate::{Language, input};
use app::views::{CalendarRequest, ReportLanguage};
use app::{AgendaSource, App, Failure, agenda_entries};
use chrono::Local;
use report::{Agenda, agenda_ics};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Milestones, days to start by and expiries as an iCalendar file. Importing a later file updates
/// what an earlier one brought; that of a workspace also cancels what is no longer there. A
/// shipment file remembers nothing and says what there is.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// A shipment file, the id of a sample, - for standard input, or the folder of a workspace:
    /// then all its open shipments.
    shipment: String,
    /// Language of the entries.
    #[arg(long, value_enum, default_value_t)]
    lang: Language,
    /// Where to write the file; the reference with .ics when left out.
    #[arg(long, short)]
    output: Option<PathBuf>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let language = match arguments.lang {
        Language::En => ReportLanguage::En,
        Language::Zh => ReportLanguage::Zh,
    };
    let place = |name: String| arguments.output.clone().unwrap_or_else(|| PathBuf::from(name));
    let place = if Path::new(&arguments.shipment).is_dir() {
        let clock = || Local::now().fixed_offset();
        let mut app = App::open(Path::new(&arguments.shipment), Box::new(clock))?;
        let file = app.calendar_file(&CalendarRequest { shipment: None, language })?;
        let place = place(file.name.clone());
        app::write_whole(&place, &file.bytes)?;
        app.list_saved(&file)?;
        place
    } else {
        let (name, bytes) = of_file(&arguments.shipment, language)?;
        let place = place(name);
        app::write_whole(&place, &bytes)?;
        place
    };
    say!("{}", place.display());
    Ok(ExitCode::SUCCESS)
}

fn of_file(file: &str, language: ReportLanguage) -> Result<(String, Vec<u8>), Failure> {
    let judged = input::judge(file, None, &[])?;
    let shipment = &judged.loaded.shipment;
    // A file has no id of its own: its reference is what stays the same.
    let reference = shipment.order.reference.as_str();
    let title = shipment.order.title.as_deref().unwrap_or(reference);
    let source = AgendaSource {
        id: reference,
        title,
        shipment,
        judgement: &judged.judgement,
        library: &judged.library,
        shared_evidence: false,
    };
    let agenda = Agenda {
        name: title.to_owned(),
        made: Local::now().fixed_offset(),
        // A file remembers nothing: what it told before is not known, and it says what is there.
        after: None,
        cancelled: Vec::new(),
        entries: agenda_entries(&source, language),
    };
    let name = format!("{}.ics", app::file_stem(reference));
    Ok((name, agenda_ics(&agenda)?.into_bytes()))
}
