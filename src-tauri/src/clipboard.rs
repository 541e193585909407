//! Pictures on the clipboard. The page does not get to see them in every web view.

use app::Failure;
use arboard::{Clipboard, Error};
use image::{ImageFormat, RgbaImage};
use std::io::Cursor;

/// The picture on the clipboard as PNG; none when something else or nothing is on it.
///
/// # Errors
/// The clipboard cannot be read, or what it holds is no picture after all.
pub(crate) fn picture() -> Result<Option<Vec<u8>>, Failure> {
    let fail = |detail: String| Failure::Internal { detail: format!("clipboard: {detail}") };
    let mut clipboard = Clipboard::new().map_err(|error| fail(error.to_string()))?;
    let found = match clipboard.get_image() {
        Ok(found) => found,
        Err(Error::ContentNotAvailable) => return Ok(None),
        Err(error) => return Err(fail(error.to_string())),
    };
    let size = (u32::try_from(found.width), u32::try_from(found.height));
    let (Ok(width), Ok(height)) = size else {
        return Err(fail(format!("{} × {} pixels", found.width, found.height)));
    };
    let picture = RgbaImage::from_raw(width, height, found.bytes.into_owned())
        .ok_or_else(|| fail("fewer pixels than it says".to_owned()))?;
    let mut png = Cursor::new(Vec::new());
    picture.write_to(&mut png, ImageFormat::Png).map_err(|error| fail(error.to_string()))?;
    Ok(Some(png.into_inner()))
}
