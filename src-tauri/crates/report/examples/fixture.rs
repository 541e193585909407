//! Writes the sample report in each language to a folder, to be looked at.

use std::error::Error;
use std::path::PathBuf;

use report::{Attachment, Language, Logo, Options, Reporter};

#[path = "../tests/fixture/mod.rs"]
mod fixture;

const LOGO: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M12 2.2v10M7 5.2h10" stroke="#0d5b75" stroke-width="1.8" stroke-linecap="round"/><path d="M3 13.5h18l-2.6 6.3a1.6 1.6 0 0 1-1.500 1H7.100a1.600 1.600 0 0 1-1.500-1z" fill="#0d5b75"/></svg>"##;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("name a folder")?);
    let reporter = Reporter::new()?;
    let summary = fixture::summary();
    for (name, language) in [("en", Language::En), ("zh", Language::Zh), ("both", Language::Both)] {
        let options = Options {
            language,
            logo: Some(Logo::read(LOGO)?),
            mark_draft: true,
            attachment: Some(Attachment::json("shipshape.json", "Answers and hash list", "{}")),
            ..Options::default()
        };
        let pdf = reporter.pdf(&summary, &options)?;
        std::fs::write(folder.join(format!("{name}.pdf")), pdf.bytes)?;
    }
    Ok(())
}
