//! The text of a PDF, page by page, in the order in which it is read.

mod lines;

use super::Text;
use crate::reader::Limits;
use crate::{Place, Refusal};
use hayro::hayro_interpret::font::Glyph;
use hayro::hayro_interpret::{
    BlendMode, CacheKey, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache,
    InterpreterSettings, Paint, PathDrawMode, SoftMask, TransformExt, interpret_page,
};
use hayro::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use kurbo::{Affine, BezPath, Point, Rect, Shape};
use lines::Sign;
use std::collections::HashMap;

/// Opens a PDF; one that opens without a password is read although it is encrypted.
pub(crate) fn open(bytes: Vec<u8>) -> Result<Pdf, Refusal> {
    Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => Refusal::Encrypted,
        other => Refusal::Damaged { detail: format!("{other:?}") },
    })
}

/// Reads all pages; says how many there are.
pub(super) fn read(bytes: Vec<u8>, limits: &Limits, text: &mut Text) -> Result<u32, Refusal> {
    let pdf = open(bytes)?;
    let pages = pdf.pages();
    if pages.is_empty() {
        return Err(Refusal::Damaged { detail: "no pages".to_owned() });
    }
    let cache = InterpreterCache::new();
    let mut gatherer = Gatherer::default();
    let mut number = 0;
    for page in pages.iter() {
        number += 1;
        if number > limits.pages || text.is_full {
            text.is_full = true;
            break;
        }
        let (width, height) = page.render_dimensions();
        let area = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let place = page.initial_transform(true).to_kurbo();
        let settings = InterpreterSettings::default();
        let mut context = Context::new(place, area, &cache, page.xref(), settings);
        interpret_page(page, &mut context, &mut gatherer);
        let said = lines::text(std::mem::take(&mut gatherer.signs));
        text.add(Place::Page(number), &said);
    }
    u32::try_from(pages.len()).map_err(|_| Refusal::TooMuch)
}

/// Takes the glyphs and leaves the rest.
#[derive(Default)]
struct Gatherer {
    signs: Vec<Sign>,
    /// How far to the right the outline of a glyph reaches, in its own units.
    reach: HashMap<u128, f64>,
}

impl<'a> Device<'a> for Gatherer {
    fn set_soft_mask(&mut self, _: Option<SoftMask<'a>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'a>, _: &PathDrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: Affine) {}
    fn pop_clip_path(&mut self) {}
    fn pop_transparency_group(&mut self) {}

    fn draw_glyph(
        &mut self,
        glyph: &Glyph<'a>,
        transform: Affine,
        glyph_transform: Affine,
        _: &Paint<'a>,
        _: &GlyphDrawMode,
    ) {
        use hayro::hayro_interpret::hayro_cmap::BfString;
        let words = match glyph.as_unicode() {
            Some(BfString::Char(c)) => c.to_string(),
            Some(BfString::String(words)) => words,
            None => return,
        };
        let reach = match glyph {
            Glyph::Outline(outline) => *self
                .reach
                .entry(outline.identifier().cache_key())
                .or_insert_with(|| outline.outline().bounding_box().x1),
            Glyph::Type3(_) => 500.0,
        };
        let placed = transform * glyph_transform;
        let origin = placed * Point::ORIGIN;
        let size = (placed * Point::new(0.0, 1_000.0)) - origin;
        let right = placed * Point::new(reach.max(0.0), 0.0);
        if origin.x.is_finite() && origin.y.is_finite() && size.hypot().is_finite() {
            self.signs.push(Sign {
                words,
                x: origin.x,
                y: origin.y,
                right: right.x,
                size: size.hypot(),
                // Text that does not run from left to right: stamps, watermarks, edges.
                is_turned: size.x.abs() > size.y.abs() * 0.1,
            });
        }
    }
}
