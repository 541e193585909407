//! From a summary to pages.

use typst::comemo;
use typst::diag::SourceDiagnostic;
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use typst_render::RenderOptions;

use crate::error::Error;
use crate::options::{Language, Options};
use crate::party_list::{self, PartyList};
use crate::scribe::Replaced;
use crate::summary::Summary;
use crate::view;
use crate::world::{Base, MAIN, PARTY_LIST};

/// So many reports back, layouts are remembered.
const REMEMBERED: usize = 6;

/// The sharpest a page is drawn: 4 pixels to a point make an A4 page 2,380 by 3,368 pixels.
pub const MOST_PIXELS: f64 = 4.0;

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

    /// One page as a PNG picture, counted from zero, with so many pixels to a point of 1/72 inch,
    /// at most [`MOST_PIXELS`]. None where there is no such page.
    ///
    /// # Errors
    /// The picture cannot be written.
    pub fn page_png(&self, page: usize, pixels: f64) -> Result<Option<Vec<u8>>, Error> {
        let Some(page) = self.document.pages().get(page) else { return Ok(None) };
        let pixel_per_pt = pixels.clamp(0.05, MOST_PIXELS).into();
        let options = RenderOptions { pixel_per_pt, ..RenderOptions::default() };
        let picture = typst_render::render(page, &options).encode_png();
        picture.map(Some).map_err(|error| Error::Layout(error.to_string()))
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
        let ident = format!("shipshape {} {}", summary.order.reference, summary.judged_on);
        self.written(self.preview(summary, options)?, ident)
    }

    /// Lays the pages out for the preview in the program.
    pub fn preview(&self, summary: &Summary, options: &Options) -> Result<Preview, Error> {
        self.laid_out(MAIN, view::files(summary, options, &self.base.fonts.coverage)?)
    }

    /// Makes the PDF of the list that a party is sent.
    pub fn party_list_pdf(&self, list: &PartyList, language: Language) -> Result<Pdf, Error> {
        let files = party_list::files(list, language, &self.base.fonts.coverage)?;
        let ident = format!("shipshape {} {} {}", list.reference, list.role.en, list.judged_on);
        self.written(self.laid_out(PARTY_LIST, files)?, ident)
    }

    fn laid_out(&self, main: &str, files: view::Files) -> Result<Preview, Error> {
        let view::Files { files, replaced } = files;
        let job = self.base.with(main, files)?;
        let compiled = typst::compile::<PagedDocument>(&job);
        comemo::evict(REMEMBERED);
        let document = compiled.output.map_err(|errors| Error::Layout(told(&errors)))?;
        Ok(Preview { document, warnings: replaced })
    }

    fn written(&self, preview: Preview, ident: String) -> Result<Pdf, Error> {
        let Preview { document, warnings } = preview;
        let pdf_options = PdfOptions {
            ident: Smart::Custom(ident),
            creator: Smart::Custom(Some("Shipshape".into())),
            standards: self.standards.clone(),
            ..PdfOptions::default()
        };
        let bytes = typst_pdf::pdf(&document, &pdf_options)
            .map_err(|errors| Error::Standard(told(&errors)))?;
        Ok(Pdf { bytes, pages: document.pages().len(), warnings })
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
