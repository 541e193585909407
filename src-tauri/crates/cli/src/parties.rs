//! `shipshape parties`.

use crate::print::say;
use crate::{Format, Language, input, table};
use app::Failure;
use app::views::{PartyDay, PartyView};
use std::process::ExitCode;

/// Who takes part in a shipment, and what each owes by when.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    of: input::Question,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let of = &arguments.of;
    let parties = of.on_file()?.parties();
    match of.format {
        Format::Json => say!("{}", crate::json(&parties)?),
        Format::Table => print(&parties, of.lang),
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
