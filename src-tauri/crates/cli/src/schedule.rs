//! `shipshape schedule`.

use crate::print::say;
use crate::{Format, Language, input, table};
use app::{Failure, schedule_output};
use std::process::ExitCode;

/// The schedule of a shipment file.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// A shipment file, the id of a sample, or - for standard input.
    shipment: String,
    /// Form of the output.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Language of the table.
    #[arg(long, value_enum, default_value_t)]
    lang: Language,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let judged = input::judge(&arguments.shipment, None, &[])?;
    let milestones = &judged.loaded.shipment.network.milestones;
    let output = schedule_output(&judged.judgement, milestones);
    if arguments.format == Format::Json {
        say!("{}", crate::json(&output)?);
        return Ok(ExitCode::SUCCESS);
    }
    let rows: Vec<Vec<String>> = output
        .milestones
        .iter()
        .map(|m| {
            vec![
                m.id.clone(),
                m.days.es.to_string(),
                m.days.ef.to_string(),
                m.days.ls.to_string(),
                m.days.lf.to_string(),
                m.total_float.to_string(),
                m.es.to_string(),
                m.finish.to_string(),
                if m.critical { "*".to_owned() } else { String::new() },
                arguments.lang.pick(&m.title).to_owned(),
            ]
        })
        .collect();
    let heads = match arguments.lang {
        Language::En => {
            ["Milestone", "ES", "EF", "LS", "LF", "TF", "Start", "Finish", "Crit.", "Title"]
        }
        Language::Zh => ["里程碑", "ES", "EF", "LS", "LF", "TF", "开始", "完成", "关键", "名称"],
    };
    table::print(&heads, &rows);
    Ok(ExitCode::SUCCESS)
}
