//! `shipshape report`.

use crate::input;
use crate::print::say;
use app::{Failure, Subject, Titles};
use chrono::NaiveDate;
use clap::ValueEnum;
use std::path::PathBuf;
use std::process::ExitCode;

/// Languages of a report.
#[derive(Clone, Copy, Default, ValueEnum)]
enum ReportLanguage {
    /// English.
    En,
    /// Simplified Chinese.
    Zh,
    /// English with Chinese below.
    #[default]
    Both,
}

/// The PDF report on a shipment file.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// A shipment file, the id of a sample, or - for standard input.
    shipment: String,
    /// Own packs, used together with the built-in ones; one with the same id takes its place.
    #[arg(long = "pack", value_name = "FILE")]
    packs: Vec<String>,
    /// The day judged on; today when left out.
    #[arg(long, value_name = "YYYY-MM-DD")]
    on: Option<NaiveDate>,
    /// Languages of the report.
    #[arg(long, value_enum, default_value_t)]
    lang: ReportLanguage,
    /// The company's logo, PNG or SVG.
    #[arg(long)]
    logo: Option<PathBuf>,
    /// Where to write the PDF; the reference with .pdf when left out.
    #[arg(long, short)]
    output: Option<PathBuf>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let judged = input::judge(&arguments.shipment, arguments.on, &arguments.packs)?;
    let shipment = &judged.loaded.shipment;
    let titles = Titles::new(&judged.library, &shipment.network.milestones);
    let summary = app::summary(
        &Subject::of_file(&judged.loaded),
        &judged.judgement,
        &judged.library,
        &titles,
    );
    let options = report::Options {
        language: match arguments.lang {
            ReportLanguage::En => report::Language::En,
            ReportLanguage::Zh => report::Language::Zh,
            ReportLanguage::Both => report::Language::Both,
        },
        logo: arguments.logo.as_deref().map(app::read_logo).transpose()?,
        mark_draft: true,
        ..report::Options::default()
    };
    let pdf = report::Reporter::new()?.pdf(&summary, &options)?;
    let place = arguments.output.clone().unwrap_or_else(|| {
        PathBuf::from(format!("{}.pdf", app::file_stem(&shipment.order.reference)))
    });
    app::write_whole(&place, &pdf.bytes)?;
    say!("{}", place.display());
    Ok(ExitCode::from(u8::from(judged.judgement.counts.blocker > 0)))
}
