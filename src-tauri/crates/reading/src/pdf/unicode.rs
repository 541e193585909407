//! What glyphs mean whose font says nothing of it: told by the embedded font itself, or by the
//! character collection of the font.

use hayro::hayro_interpret::CacheKey;
use hayro::hayro_interpret::font::OutlineGlyph;
use hayro::hayro_interpret::hayro_cmap::{BfString, CMap, CidFamily, load_embedded};
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::object::{Array, Dict, Name, Stream, String as PdfString};
use skrifa::raw::ps::cff::CffFontRef;
use skrifa::{FontRef, MetadataProvider};
use std::collections::HashMap;

/// Meanings of glyphs by font.
pub(super) struct Unicode<'p> {
    pdf: &'p Pdf,
    /// The composite fonts of the file; collected when the first is needed.
    dicts: Option<HashMap<u128, Dict<'p>>>,
    fonts: HashMap<u128, HashMap<u32, char>>,
}

impl<'p> Unicode<'p> {
    pub(super) fn new(pdf: &'p Pdf) -> Self {
        Self { pdf, dicts: None, fonts: HashMap::new() }
    }

    /// The character of a glyph.
    pub(super) fn of(&mut self, glyph: &OutlineGlyph) -> Option<char> {
        let key = glyph.font_cache_key();
        if !self.fonts.contains_key(&key) {
            let meanings = self.meanings(key, glyph);
            self.fonts.insert(key, meanings);
        }
        self.fonts.get(&key)?.get(&glyph.glyph_id().to_u32()).copied()
    }

    fn meanings(&mut self, key: u128, glyph: &OutlineGlyph) -> HashMap<u32, char> {
        let data = glyph.font_data().map(|font| font.data);
        let bytes = data.as_deref().map(AsRef::as_ref).unwrap_or_default();
        let mut meanings = by_collection(self.dict(key), bytes).unwrap_or_default();
        if meanings.is_empty() {
            meanings = by_font(bytes);
        }
        meanings
    }

    fn dict(&mut self, key: u128) -> Option<&Dict<'p>> {
        let pdf = self.pdf;
        let dicts = self.dicts.get_or_insert_with(|| {
            let objects = pdf.objects().into_iter().filter_map(|object| object.into_dict());
            let fonts = objects.filter(|dict| dict.contains_key("DescendantFonts"));
            fonts.map(|dict| (dict.cache_key(), dict)).collect()
        });
        dicts.get(&key)
    }
}

/// By the table in which a font lists its glyphs by character.
fn by_font(bytes: &[u8]) -> HashMap<u32, char> {
    let mut meanings = HashMap::new();
    let Ok(font) = FontRef::new(bytes) else { return meanings };
    for (code, glyph) in font.charmap().mappings() {
        let Some(char) = char::from_u32(code).and_then(plain) else { continue };
        // One glyph may serve several characters; the first is the commonest.
        meanings.entry(glyph.to_u32()).or_insert(char);
    }
    meanings
}

/// Symbol fonts keep ASCII in the private area.
fn plain(char: char) -> Option<char> {
    match char {
        '\u{f020}'..='\u{f07e}' => char::from_u32(u32::from(char) - 0xf000),
        '\u{e000}'..='\u{f8ff}' | '\0'..='\u{1f}' => None,
        char => Some(char),
    }
}

/// By the numbers that the collections of Adobe give to characters.
fn by_collection(dict: Option<&Dict<'_>>, font: &[u8]) -> Option<HashMap<u32, char>> {
    let descendant = dict?.get::<Array<'_>>("DescendantFonts")?.iter::<Dict<'_>>().next()?;
    let system = descendant.get::<Dict<'_>>("CIDSystemInfo")?;
    let registry = system.get::<PdfString<'_>>("Registry")?;
    let ordering = system.get::<PdfString<'_>>("Ordering")?;
    let family = CidFamily::from_registry_ordering(registry.as_bytes(), ordering.as_bytes());
    let meanings = CMap::parse(load_embedded(family.ucs2_cmap()?)?, load_embedded)?;
    let meaning = |number: u32| match meanings.lookup_bf_string(number) {
        Some(BfString::Char(char)) => Some(char),
        _ => None,
    };
    let mut found = HashMap::new();
    for (glyph, number) in numbers(&descendant, font) {
        if let Some(char) = meaning(number) {
            found.entry(glyph).or_insert(char);
        }
    }
    Some(found)
}

/// Glyphs of an embedded font with their numbers in the collection.
fn numbers(descendant: &Dict<'_>, font: &[u8]) -> Vec<(u32, u32)> {
    if let Some(map) = descendant.get::<Stream<'_>>("CIDToGIDMap") {
        let bytes = map.decoded().unwrap_or_default();
        let glyphs =
            bytes.chunks_exact(2).map(|pair| u32::from(u16::from_be_bytes([pair[0], pair[1]])));
        return glyphs.zip(0..).filter(|(glyph, _)| *glyph != 0).collect();
    }
    let outlines = FontRef::new(font).ok();
    let outlines = outlines.as_ref().and_then(|font| font.table_data(skrifa::Tag::new(b"CFF ")));
    let outlines = outlines.as_ref().map_or(font, |table| table.as_bytes());
    let charset = CffFontRef::new(outlines, 0, None).ok().filter(CffFontRef::is_cid);
    match charset.as_ref().and_then(CffFontRef::charset) {
        Some(charset) => charset
            .iter()
            .map(|(glyph, number)| (glyph.to_u32(), u32::from(number.to_u16())))
            .collect(),
        None => {
            let identity = descendant
                .get::<Name<'_>>("CIDToGIDMap")
                .is_none_or(|name| name.as_str() == "Identity");
            if identity {
                (1..0x1_0000).map(|number| (number, number)).collect()
            } else {
                Vec::new()
            }
        }
    }
}
