//! Whether a PDF says what it should.

use super::input::requirements;
use crate::Outcome;
use crate::process;
use report::Summary;
use std::path::Path;
use std::process::Command;
use unicode_normalization::UnicodeNormalization;

/// The text without what depends on where lines end, and with one form for each character: some
/// writers name a radical where an ideograph of the same shape was meant.
fn bare(text: &str) -> String {
    text.nfkc()
        .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{2010}' | '\u{ad}'))
        .collect()
}

/// Fails when a title is not in the PDF or its font is another; the number of pages.
pub(crate) fn check(what: &str, pdf: &Path, summary: &Summary) -> Outcome<usize> {
    let text = process::output(Command::new("pdftotext").arg("-raw").arg(pdf).arg("-"))?;
    let found = bare(&text);
    for item in requirements(summary) {
        for title in [&item.title.en, &item.title.zh] {
            if !found.contains(&bare(title)) {
                return Err(format!("{what}: {} lacks {title:?}", pdf.display()).into());
            }
        }
    }
    let fonts = process::output(Command::new("pdffonts").arg(pdf))?;
    if !fonts.replace('-', "").contains("NotoSansSC") {
        return Err(format!("{what} is set in other fonts:\n{fonts}").into());
    }
    Ok(text.matches('\u{c}').count())
}
