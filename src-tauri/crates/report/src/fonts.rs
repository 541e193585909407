//! The fonts inside the program and the characters they can draw.

use std::collections::HashSet;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

use crate::error::Error;

/// Name and content of each font. Sans in every weight used, one monospace for hashes.
const FONTS: [(&str, &[u8]); 4] = [
    ("Noto Sans SC Regular", include_bytes!("../../../../assets/fonts/NotoSansSC_400Regular.ttf")),
    ("Noto Sans SC Medium", include_bytes!("../../../../assets/fonts/NotoSansSC_500Medium.ttf")),
    (
        "Noto Sans SC SemiBold",
        include_bytes!("../../../../assets/fonts/NotoSansSC_600SemiBold.ttf"),
    ),
    (MONO, include_bytes!("../../../../assets/fonts/SourceCodePro_400Regular.ttf")),
];
const MONO: &str = "Source Code Pro Regular";

/// The fonts, read once.
pub(crate) struct Fonts {
    pub(crate) book: LazyHash<FontBook>,
    pub(crate) fonts: Vec<Font>,
    pub(crate) coverage: Coverage,
}

impl Fonts {
    pub(crate) fn load() -> Result<Self, Error> {
        let mut fonts = vec![];
        let mut coverage: Option<HashSet<u32>> = None;
        for (name, bytes) in FONTS {
            let font = Font::new(Bytes::new(bytes), 0).ok_or(Error::Font(name))?;
            if name != MONO {
                let has = font.info().coverage.iter().collect::<HashSet<_>>();
                coverage = Some(match coverage {
                    Some(all) => all.intersection(&has).copied().collect(),
                    None => has,
                });
            }
            fonts.push(font);
        }
        let book = LazyHash::new(FontBook::from_fonts(&fonts));
        let coverage = Coverage::new(coverage.unwrap_or_default());
        Ok(Self { book, fonts, coverage })
    }
}

/// The characters that every weight can draw and that PDF/A allows in text.
pub(crate) struct Coverage(HashSet<u32>);

impl Coverage {
    fn new(mut has: HashSet<u32>) -> Self {
        has.retain(|code| char::from_u32(*code).is_some_and(is_allowed));
        Self(has)
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
