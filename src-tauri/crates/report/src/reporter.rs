//! From a summary to pages.

use typst::comemo;
use typst::diag::SourceDiagnostic;
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use typst_svg::SvgOptions;

use crate::error::Error;
use crate::options::Options;
use crate::scribe::Replaced;
use crate::summary::Summary;
use crate::view;
use crate::world::Base;

/// So many reports back, layouts are remembered.
const REMEMBERED: usize = 6;

/// Makes reports. Keep one for as long as the program runs: it holds the fonts, and a second
/// report reuses the layout of everything that stayed the same.
pub struct Reporter {
    base: Base,
    standards: PdfStandards,
}

/// A report as PDF.
#[derive(Clone, Debug)]
pub struct Pdf {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// Characters that no font could show, each replaced by [`SUBSTITUTE`](crate::SUBSTITUTE).
    pub warnings: Vec<Replaced>,
}

/// A report laid out for looking at.
pub struct Preview {
    document: PagedDocument,
    /// Characters that no font could show, each replaced by [`SUBSTITUTE`](crate::SUBSTITUTE).
    pub warnings: Vec<Replaced>,
}

impl Preview {
    /// How many pages there are.
    #[must_use]
    pub fn page_count(&self) -> usize {
        self.document.pages().len()
    }

    /// One page as SVG, counted from zero.
    #[must_use]
    pub fn page_svg(&self, page: usize) -> Option<String> {
        let page = self.document.pages().get(page)?;
        Some(typst_svg::svg(page, &SvgOptions::default()))
    }
}

impl Reporter {
    /// Reads the fonts and the template.
    pub fn new() -> Result<Self, Error> {
        let standards = PdfStandards::new(&[PdfStandard::A_3a, PdfStandard::Ua_1])
            .map_err(|error| Error::Standard(error.message().to_string()))?;
        Ok(Self { base: Base::load()?, standards })
    }

    /// Makes the PDF.
    pub fn pdf(&self, summary: &Summary, options: &Options) -> Result<Pdf, Error> {
        let Preview { document, warnings } = self.preview(summary, options)?;
        let pdf_options = PdfOptions {
            ident: Smart::Custom(format!(
                "shipshape {} {}",
                summary.order.reference, summary.judged_on
            )),
            creator: Smart::Custom(Some("Shipshape".into())),
            standards: self.standards.clone(),
            ..PdfOptions::default()
        };
        let bytes = typst_pdf::pdf(&document, &pdf_options)
            .map_err(|errors| Error::Standard(told(&errors)))?;
        Ok(Pdf { bytes, pages: document.pages().len(), warnings })
    }

    /// Lays the pages out for the preview in the program.
    pub fn preview(&self, summary: &Summary, options: &Options) -> Result<Preview, Error> {
        let view::Files { files, replaced } =
            view::files(summary, options, &self.base.fonts.coverage)?;
        let job = self.base.with(files)?;
        let compiled = typst::compile::<PagedDocument>(&job);
        comemo::evict(REMEMBERED);
        let document = compiled.output.map_err(|errors| Error::Layout(told(&errors)))?;
        Ok(Preview { document, warnings: replaced })
    }

    /// All pages as SVG.
    pub fn pages_svg(&self, summary: &Summary, options: &Options) -> Result<Vec<String>, Error> {
        let preview = self.preview(summary, options)?;
        Ok((0..preview.page_count()).filter_map(|page| preview.page_svg(page)).collect())
    }
}

/// Typst's errors in one line.
fn told(errors: &[SourceDiagnostic]) -> String {
    let mut lines: Vec<String> = vec![];
    for error in errors.iter().take(5) {
        let mut line = error.message.to_string();
        for hint in &error.hints {
            line.push_str("; ");
            line.push_str(&hint.v);
        }
        lines.push(line);
    }
    lines.join(" | ")
}
