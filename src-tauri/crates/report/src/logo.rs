//! A company's logo, checked before it comes near a page.
//!
//! A logo is a file from outside. It is read once, here, with narrow limits; what has become a
//! [`Logo`] can be drawn on any page without a surprise.

use typst::foundations::Bytes;
use typst::visualize::{ExchangeFormat, RasterImage, SvgImage};

/// The first bytes of every PNG.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
/// The largest file taken.
const MAX_BYTES: usize = 4 * 1024 * 1024;
/// The longest side of a PNG, in pixels.
const MAX_SIDE: u32 = 4_000;
/// The most nodes in an SVG, elements and attributes' owners alike.
const MAX_NODES: u32 = 10_000;
/// The deepest nesting in an SVG.
const MAX_DEPTH: usize = 32;
/// The most copies (`use`) in an SVG: they multiply when nested.
const MAX_COPIES: usize = 8;
/// The corner of the page that it must fit into.
const MAX_WIDTH_MM: f64 = 42.0;
const MAX_HEIGHT_MM: f64 = 15.0;
/// The SVG namespace.
const SVG: &str = "http://www.w3.org/2000/svg";
/// The elements that a logo may consist of.
const ALLOWED: &[&str] = &[
    "svg",
    "g",
    "defs",
    "symbol",
    "use",
    "title",
    "desc",
    "metadata",
    "style",
    "path",
    "rect",
    "circle",
    "ellipse",
    "line",
    "polyline",
    "polygon",
    "linearGradient",
    "radialGradient",
    "stop",
    "clipPath",
    "view",
];

/// A PNG or SVG that has been read and found harmless.
#[derive(Clone, Debug, PartialEq)]
pub struct Logo {
    bytes: Bytes,
    format: Format,
    width_mm: f64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Format {
    Png,
    Svg,
}

/// Why a logo is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LogoError {
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// It is larger than the limit.
    #[error("the file has {bytes} bytes, the limit is {MAX_BYTES}")]
    TooBig {
        /// Its size.
        bytes: usize,
    },
    /// It is neither PNG nor SVG.
    #[error("the file is neither PNG nor SVG")]
    UnknownFormat,
    /// It has more pixels than the limit, or none.
    #[error("the picture is {width} × {height} pixels; each side must be 1 to {MAX_SIDE}")]
    Pixels {
        /// Its width.
        width: u32,
        /// Its height.
        height: u32,
    },
    /// It cannot be decoded.
    #[error("the file is damaged: {0}")]
    Broken(String),
    /// It has more elements, nests deeper or copies more than the limits.
    #[error("the drawing is too complex; save it as PNG")]
    TooComplex,
    /// It has an element that is not a plain shape: text, script, filter, picture …
    #[error("the drawing contains <{0}>; turn it into plain shapes, or save it as PNG")]
    Element(String),
    /// It points outside itself.
    #[error("the drawing points to {0:?} outside the file")]
    Outside(String),
}

impl Logo {
    /// Reads and checks a logo.
    pub fn read(bytes: impl Into<Vec<u8>>) -> Result<Self, LogoError> {
        let bytes = bytes.into();
        if bytes.is_empty() {
            return Err(LogoError::Empty);
        }
        if bytes.len() > MAX_BYTES {
            return Err(LogoError::TooBig { bytes: bytes.len() });
        }
        let format = if bytes.starts_with(PNG) {
            check_png(&bytes)?;
            Format::Png
        } else {
            check_svg(&bytes)?;
            Format::Svg
        };
        let bytes = Bytes::new(bytes);
        let (width, height) = decode(&bytes, format)?;
        let width_mm = (MAX_HEIGHT_MM * width / height).min(MAX_WIDTH_MM);
        Ok(Self { bytes, format, width_mm })
    }

    /// How wide it is on the page, in millimetres.
    pub(crate) fn width_mm(&self) -> f64 {
        self.width_mm
    }

    pub(crate) fn bytes(&self) -> &Bytes {
        &self.bytes
    }

    /// The name that tells typst the format.
    pub(crate) fn path(&self) -> &'static str {
        match self.format {
            Format::Png => "/data/logo.png",
            Format::Svg => "/data/logo.svg",
        }
    }
}

/// Decodes it as the pages will, and tells width and height.
fn decode(bytes: &Bytes, format: Format) -> Result<(f64, f64), LogoError> {
    match format {
        Format::Png => RasterImage::plain(bytes.clone(), ExchangeFormat::Png)
            .map(|image| (f64::from(image.width()), f64::from(image.height())))
            .map_err(|error| LogoError::Broken(error.to_string())),
        Format::Svg => SvgImage::new(bytes.clone())
            .map(|image| (image.width(), image.height()))
            .map_err(|_| LogoError::Broken("the drawing has no usable size".into())),
    }
}

/// Reads the size out of the header, before anything is unpacked.
fn check_png(bytes: &[u8]) -> Result<(), LogoError> {
    let header = bytes.get(8..24).ok_or_else(|| LogoError::Broken("no header".into()))?;
    let side = |from: usize| {
        header.get(from..from + 4).and_then(|b| b.try_into().ok()).map_or(0, u32::from_be_bytes)
    };
    if header.get(4..8) != Some(b"IHDR") {
        return Err(LogoError::Broken("no header".into()));
    }
    let (width, height) = (side(8), side(12));
    if !(1..=MAX_SIDE).contains(&width) || !(1..=MAX_SIDE).contains(&height) {
        return Err(LogoError::Pixels { width, height });
    }
    Ok(())
}

/// Walks through the drawing: plain shapes only, nothing from outside, nothing endless.
fn check_svg(bytes: &[u8]) -> Result<(), LogoError> {
    let text = std::str::from_utf8(bytes).map_err(|_| LogoError::UnknownFormat)?;
    let text = text.trim_start_matches('\u{feff}');
    if !text.trim_start().starts_with('<') {
        return Err(LogoError::UnknownFormat);
    }
    let options = roxmltree::ParsingOptions { nodes_limit: MAX_NODES, ..Default::default() };
    let document = roxmltree::Document::parse_with_options(text, options).map_err(|e| match e {
        roxmltree::Error::NodesLimitReached => LogoError::TooComplex,
        roxmltree::Error::DtdDetected => LogoError::Element("!DOCTYPE".into()),
        other => LogoError::Broken(other.to_string()),
    })?;
    if !document.root_element().has_tag_name((SVG, "svg")) {
        return Err(LogoError::UnknownFormat);
    }
    let mut copies = 0;
    for node in document.descendants().filter(roxmltree::Node::is_element) {
        if node.tag_name().namespace() != Some(SVG) {
            continue;
        }
        let name = node.tag_name().name();
        if !ALLOWED.contains(&name) {
            return Err(LogoError::Element(name.into()));
        }
        copies += usize::from(name == "use");
        if copies > MAX_COPIES || node.ancestors().nth(MAX_DEPTH).is_some() {
            return Err(LogoError::TooComplex);
        }
        if let Some(outside) = points_outside(node) {
            return Err(LogoError::Outside(outside));
        }
    }
    Ok(())
}

/// A reference of this element to something that is not in the file.
fn points_outside(node: roxmltree::Node<'_, '_>) -> Option<String> {
    let style = (node.tag_name().name() == "style").then(|| node.text()).flatten();
    let urls = node.attributes().map(|a| a.value()).chain(style).flat_map(|value| {
        value.split("url(").skip(1).map(|url| url.trim_start_matches(['"', '\'', ' ']))
    });
    let links = node.attributes().filter(|a| a.name() == "href").map(|a| a.value());
    let import = style.filter(|css| css.contains("@import"));
    links
        .chain(urls)
        .find(|target| !target.starts_with('#'))
        .or(import)
        .map(|target| target.chars().take(60).collect())
}
