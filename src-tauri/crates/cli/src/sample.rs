//! `shipshape sample`.

use crate::Language;
use crate::print::say;
use app::Failure;
use packs::samples;
use readiness::Text;
use std::path::PathBuf;
use std::process::ExitCode;

/// Writes a sample shipment file.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The sample's id; all are listed when left out.
    sample: Option<String>,
    /// Where to write it; standard output when left out.
    #[arg(long, short)]
    output: Option<PathBuf>,
    /// Language of the list.
    #[arg(long, value_enum, default_value_t)]
    lang: Language,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let Some(wanted) = &arguments.sample else {
        for sample in samples() {
            say!("{}  {}", sample.id, arguments.lang.pick(&sample.title));
        }
        return Ok(ExitCode::SUCCESS);
    };
    let all = samples();
    let Some(sample) = all.iter().find(|sample| sample.id == wanted) else {
        let known: Vec<&str> = all.iter().map(|sample| sample.id).collect();
        let known = known.join(", ");
        return Err(Failure::Field {
            field: wanted.clone(),
            message: Text::new(
                format!("there is no such sample; known are {known}"),
                format!("没有该示例；现有：{known}"),
            ),
        });
    };
    match &arguments.output {
        Some(place) => {
            app::write_whole(place, sample.text.as_bytes())?;
            say!("{}", place.display());
        }
        None => print!("{}", sample.text),
    }
    Ok(ExitCode::SUCCESS)
}
