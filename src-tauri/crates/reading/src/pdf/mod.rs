//! PDF: its text and pictures of its pages.

mod glyphs;
mod lines;
mod unicode;

use crate::gathered::Gathered;
use crate::{Limits, Picture, Place, Refusal, picture};
use glyphs::Glyphs;
use hayro::hayro_interpret::font::{FontData, FontQuery};
use hayro::hayro_interpret::hayro_cmap::CidFamily;
use hayro::hayro_interpret::{
    Context, InterpreterCache, InterpreterSettings, TransformExt, interpret_page,
};
use hayro::hayro_syntax::page::Page;
use hayro::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro::{RenderCache, RenderSettings, vello_cpu};
use image::{DynamicImage, RgbImage};
use kurbo::{Rect, Vec2};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use unicode::Unicode;

/// The tallest picture of a page, in pixels.
const MAX_HEIGHT: f64 = 4800.0;

/// For Chinese text whose font is not in the file.
const CHINESE: &[u8] = include_bytes!("../../../../../assets/fonts/NotoSansSC_400Regular.ttf");

/// Reads the text, each page with text in a passage of its own. Gives the number of pages.
///
/// # Errors
/// The file is protected or broken.
pub(crate) fn read(
    bytes: Vec<u8>,
    limits: &Limits,
    gathered: &mut Gathered,
) -> Result<u32, Refusal> {
    let pdf = open(bytes)?;
    let pages = pdf.pages();
    let mut unicode = Unicode::new(&pdf);
    let cache = InterpreterCache::new();
    let mut failed = 0;
    for (number, page) in (1..).zip(pages.iter()) {
        if gathered.left() == 0 || number > limits.pages {
            gathered.cut();
            break;
        }
        let most = gathered.left();
        let text = catch_unwind(AssertUnwindSafe(|| page_text(page, &cache, &mut unicode, most)));
        match text {
            Ok(text) => gathered.add(Place::Page(number), &text),
            Err(_) => failed += 1,
        }
    }
    if failed == pages.len() {
        return Err(Refusal::damaged("no page can be read"));
    }
    if failed > 0 {
        gathered.cut();
    }
    Ok(count(&pdf))
}

/// Draws a page, counted from 1.
///
/// # Errors
/// The file is protected or broken, or has no such page.
pub(crate) fn draw(bytes: Vec<u8>, number: u32, width: u32) -> Result<Picture, Refusal> {
    let pdf = open(bytes)?;
    let index = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
    let page = index.and_then(|index| pdf.pages().get(index)).ok_or(Refusal::NoPage)?;
    let (wide, high) = page.render_dimensions();
    let (wide, high) = (f64::from(wide), f64::from(high));
    if !(wide.is_finite() && high.is_finite() && wide > 0.0 && high > 0.0) {
        return Err(Refusal::damaged("a page has no size"));
    }
    let scale = (f64::from(width) / wide).min(MAX_HEIGHT / high);
    let (width, height) = (pixels(wide * scale, width), pixels(high * scale, u32::MAX));
    let settings = RenderSettings {
        x_scale: narrow(scale),
        y_scale: narrow(scale),
        width: Some(width),
        height: Some(height),
        bg_color: vello_cpu::color::palette::css::WHITE,
    };
    let pixmap = hayro::render(page, &RenderCache::new(), &interpreter(), &settings);
    // The ground is opaque, so all of it is.
    let rgb = pixmap.data().iter().flat_map(|pixel| [pixel.r, pixel.g, pixel.b]).collect();
    let (width, height) = (u32::from(width), u32::from(height));
    let image = RgbImage::from_raw(width, height, rgb)
        .ok_or_else(|| Refusal::damaged("the drawing has another size"))?;
    let png = picture::png(&DynamicImage::ImageRgb8(image))?;
    Ok(Picture { png, width, height, pages: count(&pdf) })
}

fn open(bytes: Vec<u8>) -> Result<Pdf, Refusal> {
    let pdf = Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(
            DecryptionError::PasswordProtected | DecryptionError::UnsupportedAlgorithm,
        ) => Refusal::Encrypted,
        LoadPdfError::Decryption(error) => Refusal::damaged(&format!("encryption: {error:?}")),
        LoadPdfError::Invalid => Refusal::damaged("it has no pages that can be found"),
    })?;
    if pdf.pages().is_empty() {
        return Err(Refusal::damaged("it has no pages"));
    }
    Ok(pdf)
}

fn count(pdf: &Pdf) -> u32 {
    u32::try_from(pdf.pages().len()).unwrap_or(u32::MAX)
}

fn page_text<'a>(
    page: &Page<'a>,
    cache: &InterpreterCache<'a>,
    unicode: &mut Unicode<'_>,
    most: usize,
) -> String {
    let (wide, high) = page.render_dimensions();
    // Turned as the page is, but not moved: sizes beyond measure would swallow the digits.
    let transform = page.initial_transform(true).to_kurbo().with_translation(Vec2::ZERO);
    let bounds = Rect::new(0.0, 0.0, f64::from(wide), f64::from(high));
    let mut context = Context::new(transform, bounds, cache, page.xref(), interpreter());
    let mut glyphs = Glyphs::new(unicode, most);
    interpret_page(page, &mut context, &mut glyphs);
    lines::text(glyphs.into_placed())
}

fn interpreter() -> InterpreterSettings {
    InterpreterSettings {
        font_resolver: Arc::new(|query| match query {
            FontQuery::Standard(font) => Some(font.get_font_data()),
            FontQuery::Fallback(font) => {
                let collection = font.character_collection.as_ref();
                match collection.map(|collection| &collection.family) {
                    None | Some(CidFamily::AdobeIdentity | CidFamily::Custom { .. }) => {
                        Some(font.pick_standard_font().get_font_data())
                    }
                    // It has the characters of Japanese and of traditional Chinese too.
                    Some(_) => Some((Arc::new(CHINESE) as FontData, 0)),
                }
            }
        }),
        ..InterpreterSettings::default()
    }
}

/// A length in whole pixels, at least one and at most `most`.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "held to the range")]
fn pixels(length: f64, most: u32) -> u16 {
    let most = f64::from(most.min(u32::from(u16::MAX)));
    length.round().clamp(1.0, most) as u16
}

#[expect(clippy::cast_possible_truncation, reason = "a scale needs few digits")]
fn narrow(scale: f64) -> f32 {
    scale as f32
}
