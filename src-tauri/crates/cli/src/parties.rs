//! `shipshape parties`.

use crate::print::say;
use crate::{Format, Language, input, table};
use app::Failure;
use app::views::{PartyDay, PartyView};
use chrono::NaiveDate;
use std::process::ExitCode;

/// Who takes part in a shipment, and what each owes by when.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// A shipment file (YAML or JSON), the id of a sample, or - for standard input.
    shipment: String,
    /// The day judged on; today when left out.
    #[arg(long, value_name = "YYYY-MM-DD")]
    on: Option<NaiveDate>,
    /// Form of the output.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Own packs, used together with the built-in ones; one with the same id takes its place.
    #[arg(long = "pack", value_name = "FILE")]
    packs: Vec<String>,
    /// Language of the table.
    #[arg(long, value_enum, default_value_t)]
    lang: Language,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let parties = input::on_file(&arguments.shipment, arguments.on, &arguments.packs)?.parties();
    match arguments.format {
        Format::Json => say!("{}", crate::json(&parties)?),
        Format::Table => print(&parties, arguments.lang),
    }
    Ok(ExitCode::SUCCESS)
}

fn print(parties: &[PartyView], language: Language) {
    let day = |day: Option<PartyDay>| day.map(|day| day.date.to_string()).unwrap_or_default();
    let batch = |number: Option<u8>| number.map(|number| number.to_string()).unwrap_or_default();
    let mut rows = Vec::new();
    for party in parties {
        let who = language.pick(&party.title).to_owned();
        rows.extend(party.milestones.iter().map(|owed| {
            let title = language.pick(&owed.title).to_owned();
            let id = owed.milestone.0.clone();
            let (start, finish) = (day(Some(owed.start)), day(Some(owed.finish)));
            vec![who.clone(), start, finish, batch(owed.consignment), id, title]
        }));
        rows.extend(party.documents.iter().map(|owed| {
            let title = language.pick(&owed.title).to_owned();
            let id = owed.requirement.0.clone();
            vec![
                who.clone(),
                day(owed.start_by),
                day(owed.needed),
                batch(owed.consignment),
                id,
                title,
            ]
        }));
    }
    let heads = match language {
        Language::En => ["Party", "Start by", "Due", "Cons.", "What", "Title"],
        Language::Zh => ["参与方", "应启动日", "到期日", "批次", "对象", "名称"],
    };
    table::print(&heads, &rows);
}
