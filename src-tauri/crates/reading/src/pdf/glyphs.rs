//! The characters of a page and where they stand.

use super::unicode::Unicode;
use hayro::hayro_interpret::font::Glyph;
use hayro::hayro_interpret::hayro_cmap::BfString;
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Device, GlyphDrawMode, Image, Paint, PathDrawMode, SoftMask,
};
use kurbo::{Affine, BezPath, Point, Vec2};

/// The least and the greatest size of letters, in points.
const SIZES: std::ops::RangeInclusive<f64> = 0.01..=100_000.0;
/// How far from the page text still counts.
const FAR: f64 = 1e7;

/// What a glyph stands for.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Text {
    Char(char),
    String(Box<str>),
}

/// A glyph on the page. `y` points down.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    pub(super) text: Text,
    /// Where it stands on its base line.
    pub(super) from: Point,
    /// Where the next one would stand; nothing where the font does not tell.
    pub(super) to: Option<Point>,
    /// Into which direction the line runs, of length 1.
    pub(super) along: Vec2,
    /// The size of the letters.
    pub(super) size: f64,
}

/// Collects glyphs in the order they are drawn.
pub(super) struct Glyphs<'u, 'p> {
    placed: Vec<Placed>,
    most: usize,
    unicode: &'u mut Unicode<'p>,
}

impl<'u, 'p> Glyphs<'u, 'p> {
    /// `most`: how many glyphs are kept.
    pub(super) fn new(unicode: &'u mut Unicode<'p>, most: usize) -> Self {
        Self { placed: Vec::new(), most, unicode }
    }

    pub(super) fn into_placed(self) -> Vec<Placed> {
        self.placed
    }

    fn meaning(&mut self, glyph: &Glyph<'_>) -> Option<Text> {
        let known = match glyph.as_unicode() {
            Some(BfString::Char(char)) => Some(Text::Char(char)),
            Some(BfString::String(text)) => Some(Text::String(text.into())),
            None => None,
        };
        // A code mapped to nothing is as good as none.
        let known =
            known.filter(|text| *text != Text::Char('\0') && *text != Text::Char('\u{fffd}'));
        match (known, glyph) {
            (Some(text), _) => Some(text),
            (None, Glyph::Outline(glyph)) => self.unicode.of(glyph).map(Text::Char),
            (None, Glyph::Type3(_)) => None,
        }
    }
}

impl<'a> Device<'a> for Glyphs<'_, '_> {
    fn draw_glyph(
        &mut self,
        glyph: &Glyph<'a>,
        transform: Affine,
        glyph_transform: Affine,
        _: &Paint<'a>,
        _: &GlyphDrawMode,
    ) {
        if self.placed.len() >= self.most {
            return;
        }
        let place = transform * glyph_transform;
        let from = place * Point::ORIGIN;
        // A glyph is drawn on a square of 1000.
        let right = place * Point::new(1000.0, 0.0) - from;
        let up = place * Point::new(0.0, 1000.0) - from;
        let (width, size) = (right.hypot(), up.hypot());
        let sane = SIZES.contains(&size) && SIZES.contains(&width);
        if !sane || from.x.abs() > FAR || from.y.abs() > FAR {
            return;
        }
        let Some(text) = self.meaning(glyph) else { return };
        let advance = match glyph {
            Glyph::Outline(glyph) => glyph.advance_width().map(f64::from),
            Glyph::Type3(_) => None,
        };
        let to =
            advance.filter(|width| width.is_finite()).map(|width| place * Point::new(width, 0.0));
        self.placed.push(Placed { text, from, to, along: right / width, size });
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'a>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'a>, _: &PathDrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: Affine) {}
    fn pop_clip_path(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
