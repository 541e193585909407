//! Pictures.

use crate::{Picture, Refusal};
use image::codecs::png::PngEncoder;
use image::error::ImageError;
use image::{DynamicImage, ImageDecoder, ImageReader, Limits};
use std::io::Cursor;

/// The most pixels of a picture that is unpacked: an A3 sheet at 800 dpi.
const MAX_PIXELS: u64 = 120_000_000;
/// The most memory for unpacking one.
const MAX_MEMORY: u64 = 640 * 1024 * 1024;
/// The tallest picture given.
const MAX_HEIGHT: u32 = 9600;

/// The width and height of a picture in pixels, by its head.
///
/// # Errors
/// The head is broken.
pub(crate) fn size(bytes: &[u8]) -> Result<(u32, u32), Refusal> {
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format();
    let reader = reader.map_err(|error| Refusal::damaged(&error.to_string()))?;
    reader.into_dimensions().map_err(|error| refusal(&error))
}

/// A picture at most `width` pixels wide, turned as the camera says.
///
/// # Errors
/// It is broken, or too large to unpack.
pub(crate) fn draw(bytes: &[u8], width: u32) -> Result<Picture, Refusal> {
    let (wide, high) = size(bytes)?;
    if u64::from(wide) * u64::from(high) > MAX_PIXELS {
        return Err(Refusal::TooMuch);
    }
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format();
    let mut reader = reader.map_err(|error| Refusal::damaged(&error.to_string()))?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(MAX_MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|error| refusal(&error))?;
    let orientation = decoder.orientation();
    let mut image = DynamicImage::from_decoder(decoder).map_err(|error| refusal(&error))?;
    // A broken note on orientation does not make the picture broken.
    if let Ok(orientation) = orientation {
        image.apply_orientation(orientation);
    }
    let (wide, high) = fitted(image.width(), image.height(), width);
    if (wide, high) != (image.width(), image.height()) {
        image = image.thumbnail_exact(wide, high);
    }
    let image = if image.color().has_alpha() {
        DynamicImage::ImageRgba8(image.into_rgba8())
    } else {
        DynamicImage::ImageRgb8(image.into_rgb8())
    };
    Ok(Picture { png: png(&image)?, width: wide, height: high, pages: 1 })
}

/// The size at which a picture fits into a width and the greatest height.
fn fitted(wide: u32, high: u32, width: u32) -> (u32, u32) {
    let scaled = |side: u32, to: u32, of: u32| {
        let exact = u64::from(side) * u64::from(to) / u64::from(of.max(1));
        u32::try_from(exact).unwrap_or(u32::MAX).max(1)
    };
    let (wide, high) = if wide > width { (width, scaled(high, width, wide)) } else { (wide, high) };
    if high > MAX_HEIGHT { (scaled(wide, MAX_HEIGHT, high), MAX_HEIGHT) } else { (wide, high) }
}

/// A picture as PNG.
///
/// # Errors
/// The encoder fails.
pub(crate) fn png(image: &DynamicImage) -> Result<Vec<u8>, Refusal> {
    let mut bytes = Vec::new();
    image.write_with_encoder(PngEncoder::new(&mut bytes)).map_err(|error| refusal(&error))?;
    Ok(bytes)
}

fn refusal(error: &ImageError) -> Refusal {
    match error {
        ImageError::Limits(_) => Refusal::TooMuch,
        error => Refusal::damaged(&error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::fitted;

    #[test]
    fn pictures_are_scaled_down_and_never_up() {
        assert_eq!(fitted(4000, 3000, 800), (800, 600));
        assert_eq!(fitted(400, 300, 800), (400, 300));
        assert_eq!(fitted(10, 96_000, 800), (1, 9600));
        assert_eq!(fitted(100_000, 1, 16), (16, 1));
    }
}
