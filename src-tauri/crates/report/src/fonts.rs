//! The fonts inside the program and the characters they can draw.

use std::collections::HashSet;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

use crate::error::Error;

/// Name and content of each font.
const FONTS: [(&str, &[u8]); 5] = [
    ("Noto Sans SC Regular", include_bytes!("../../../../assets/fonts/NotoSansSC_400Regular.ttf")),
    (
        "Noto Sans SC SemiBold",
        include_bytes!("../../../../assets/fonts/NotoSansSC_600SemiBold.ttf"),
    ),
    // The same Latin design with the letters of more languages: Polish, Turkish, all of Cyrillic.
    (
        "Source Sans 3 Regular",
        include_bytes!("../../../../assets/fonts/SourceSans3_400Regular.ttf"),
    ),
    (
        "Source Sans 3 SemiBold",
        include_bytes!("../../../../assets/fonts/SourceSans3_600SemiBold.ttf"),
    ),
    // For hashes alone.
    (
        "Source Code Pro Regular",
        include_bytes!("../../../../assets/fonts/SourceCodePro_400Regular.ttf"),
    ),
];
/// The weights of each family for text, as places in [`FONTS`].
const FAMILIES: [[usize; 2]; 2] = [[0, 1], [2, 3]];

/// The fonts, read once.
pub(crate) struct Fonts {
    pub(crate) book: LazyHash<FontBook>,
    pub(crate) fonts: Vec<Font>,
    pub(crate) coverage: Coverage,
}

impl Fonts {
    pub(crate) fn load() -> Result<Self, Error> {
        let mut fonts = vec![];
        for (name, bytes) in FONTS {
            fonts.push(Font::new(Bytes::new(bytes), 0).ok_or(Error::Font(name))?);
        }
        let book = LazyHash::new(FontBook::from_fonts(&fonts));
        let coverage = Coverage::of(&fonts);
        Ok(Self { book, fonts, coverage })
    }
}

/// The characters that some family can draw in every weight and that PDF/A allows in text.
pub(crate) struct Coverage(HashSet<u32>);

impl Coverage {
    fn of(fonts: &[Font]) -> Self {
        let mut all = HashSet::new();
        for family in FAMILIES {
            let mut weights = family.iter().filter_map(|place| fonts.get(*place));
            let Some(first) = weights.next() else { continue };
            let mut has: HashSet<u32> = first.info().coverage.iter().collect();
            for font in weights {
                has.retain(|code| font.info().coverage.contains(*code));
            }
            all.extend(has);
        }
        all.retain(|code| char::from_u32(*code).is_some_and(is_allowed));
        Self(all)
    }

    pub(crate) fn has(&self, c: char) -> bool {
        self.0.contains(&u32::from(c))
    }
}

/// No controls, no private use, no reversal of the reading direction, no non-characters.
fn is_allowed(c: char) -> bool {
    !c.is_control()
        && !matches!(c,
            '\u{e000}'..='\u{f8ff}' | '\u{f0000}'.. | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}' | '\u{fff0}'..='\u{ffff}')
}
