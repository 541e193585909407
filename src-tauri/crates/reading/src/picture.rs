//! Pages as pictures.

use crate::reader::{Limits, Picture};
use crate::{FileType, Reading, Refusal, Standing};
use hayro::hayro_interpret::InterpreterSettings;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{RenderCache, RenderSettings, render};
use image::{GenericImageView, ImageFormat, ImageReader};
use std::io::Cursor;
use std::path::Path;

/// The longest side of a page drawn, in pixels.
const SIDE: f32 = 6_000.0;

/// A page of a PDF, or a picture itself.
pub(crate) fn page(
    path: &Path,
    page: u32,
    width: u32,
    limits: &Limits,
) -> Result<Picture, Refusal> {
    let io = |error: std::io::Error| Refusal::Io { detail: error.to_string() };
    let file_type = FileType::of_path(path).map_err(io)?;
    if std::fs::metadata(path).map_err(io)?.len() > limits.bytes {
        return Err(Refusal::TooLarge { limit: limits.bytes });
    }
    match file_type {
        FileType::Pdf => pdf_page(std::fs::read(path).map_err(io)?, page, width),
        FileType::Image if page == 1 => image_page(path, width, limits),
        FileType::Empty => Err(Refusal::Empty),
        _ => Err(Refusal::NoPage),
    }
}

fn pdf_page(bytes: Vec<u8>, page: u32, width: u32) -> Result<Picture, Refusal> {
    let pdf = crate::text::open_pdf(bytes)?;
    let pages = pdf.pages();
    let index = usize::try_from(page).ok().and_then(|page| page.checked_sub(1));
    let shown = index.and_then(|index| pages.get(index)).ok_or(Refusal::NoPage)?;
    let (own_width, own_height) = shown.render_dimensions();
    let broken = || Refusal::Damaged { detail: "a page without a size".to_owned() };
    if !(own_width >= 1.0 && own_height >= 1.0) {
        return Err(broken());
    }
    let wanted = u16::try_from(width).map_err(|_| broken())?;
    let scale = (f32::from(wanted) / own_width).min(SIDE / own_height);
    let settings = RenderSettings {
        x_scale: scale,
        y_scale: scale,
        bg_color: WHITE,
        ..RenderSettings::default()
    };
    let drawn = render(shown, &RenderCache::new(), &InterpreterSettings::default(), &settings);
    let (width, height) = (u32::from(drawn.width()), u32::from(drawn.height()));
    let png = drawn.into_png().map_err(|error| Refusal::Damaged { detail: error.to_string() })?;
    let pages = u32::try_from(pages.len()).map_err(|_| Refusal::TooMuch)?;
    Ok(Picture { png, width, height, pages })
}

fn image_page(path: &Path, width: u32, limits: &Limits) -> Result<Picture, Refusal> {
    let image = decoder(path, limits)?.decode().map_err(refused)?;
    let image = if image.width() > width {
        let height = u64::from(image.height()) * u64::from(width) / u64::from(image.width());
        image.thumbnail(width, u32::try_from(height.max(1)).unwrap_or(u32::MAX))
    } else {
        image
    };
    let (width, height) = image.dimensions();
    let mut png = Cursor::new(Vec::new());
    image.to_rgba8().write_to(&mut png, ImageFormat::Png).map_err(refused)?;
    Ok(Picture { png: png.into_inner(), width, height, pages: 1 })
}

fn decoder(
    path: &Path,
    limits: &Limits,
) -> Result<ImageReader<std::io::BufReader<std::fs::File>>, Refusal> {
    let io = |error: std::io::Error| Refusal::Io { detail: error.to_string() };
    let mut reader = ImageReader::open(path).map_err(io)?.with_guessed_format().map_err(io)?;
    let mut own = image::Limits::default();
    own.max_image_width = Some(30_000);
    own.max_image_height = Some(30_000);
    own.max_alloc = Some(limits.memory / 2);
    reader.limits(own);
    Ok(reader)
}

fn refused(error: image::ImageError) -> Refusal {
    match error {
        image::ImageError::Limits(_) => Refusal::TooMuch,
        other => Refusal::Damaged { detail: other.to_string() },
    }
}

/// A picture has one page and no text.
pub(crate) fn look(path: &Path, limits: &Limits) -> Result<Reading, Refusal> {
    let size = decoder(path, limits)?.into_dimensions().map_err(refused)?;
    if size.0 > 30_000 || size.1 > 30_000 {
        return Err(Refusal::TooMuch);
    }
    Ok(Reading {
        file_type: FileType::Image,
        standing: Standing::NoText,
        pages: Some(1),
        passages: Vec::new(),
    })
}
