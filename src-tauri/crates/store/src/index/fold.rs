//! Words as the search compares them: a text becomes folded characters, each with the place it
//! came from, and these become runs.

use std::ops::Range;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A stretch of folded characters that is searched as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Run {
    /// The folded characters.
    pub(super) characters: Vec<char>,
    /// For each the original character it came from, counted from the beginning.
    pub(super) places: Vec<usize>,
    /// Chinese or Japanese characters, where words are not parted by spaces.
    pub(super) is_cjk: bool,
}

/// The runs of a text: words of letters and digits, and stretches of Chinese. Space inside a
/// stretch of Chinese does not part it: a line may end inside a word.
pub(super) fn runs(text: &str) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut open = false;
    // A space after Chinese may yet turn out to be inside it.
    let mut waits = false;
    for (place, original) in text.chars().enumerate() {
        let mut parted = true;
        folded(original, |c| {
            if !(c.is_alphanumeric()) {
                return;
            }
            parted = false;
            let is_cjk = is_cjk(c);
            match runs.last_mut() {
                Some(run) if run.is_cjk == is_cjk && (open || (waits && is_cjk)) => {
                    run.characters.push(c);
                    run.places.push(place);
                }
                _ => runs.push(Run { characters: vec![c], places: vec![place], is_cjk }),
            }
            open = true;
            waits = false;
        });
        if parted && !is_silent(original) {
            let after_cjk = runs.last().is_some_and(|run| run.is_cjk);
            waits = (open || waits) && after_cjk && original.is_whitespace();
            open = false;
        }
    }
    runs
}

/// A character as compared: compatibility forms, marks and case are gone.
fn folded(original: char, mut each: impl FnMut(char)) {
    for c in std::iter::once(original).nfkd() {
        match c {
            'ß' | 'ẞ' => "ss".chars().for_each(&mut each),
            'Æ' | 'æ' => "ae".chars().for_each(&mut each),
            'Œ' | 'œ' => "oe".chars().for_each(&mut each),
            'Ø' | 'ø' => each('o'),
            'Ł' | 'ł' => each('l'),
            'Đ' | 'đ' => each('d'),
            c if is_combining_mark(c) => {}
            c => c.to_lowercase().filter(|c| !is_combining_mark(*c)).for_each(&mut each),
        }
    }
}

/// Whether a character is no part of a word and parts none: soft hyphens, joiners, marks.
fn is_silent(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
        || is_combining_mark(c)
}

fn is_cjk(c: char) -> bool {
    matches!(c,
        '\u{2e80}'..='\u{2fdf}' | '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30ff}'
        | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}')
}

impl Run {
    /// The tokens that stand for this run in the index: a word as it is, followed by its letters
    /// and digits apart where it has both; a stretch of Chinese as its pairs and its last
    /// character.
    pub(super) fn tokens(&self) -> Vec<String> {
        if !self.is_cjk {
            let mut tokens = vec![self.characters.iter().collect()];
            tokens.extend(self.parts().iter().map(Run::word));
            return tokens;
        }
        let mut tokens: Vec<String> =
            self.characters.windows(2).map(|pair| pair.iter().collect()).collect();
        tokens.extend(self.characters.last().map(char::to_string));
        tokens
    }

    /// The letters and the digits of a word as words of their own, in order: `iso` and `9001` of
    /// `iso9001`, which others write with a space. None when it has only either.
    pub(super) fn parts(&self) -> Vec<Run> {
        if self.is_cjk {
            return Vec::new();
        }
        let mut parts: Vec<Run> = Vec::new();
        for (c, place) in self.characters.iter().zip(&self.places) {
            match parts.last_mut() {
                Some(part) if part.ends_like(*c) => {
                    part.characters.push(*c);
                    part.places.push(*place);
                }
                _ => {
                    let run = Run { characters: vec![*c], places: vec![*place], is_cjk: false };
                    parts.push(run);
                }
            }
        }
        if parts.len() > 1 { parts } else { Vec::new() }
    }

    fn ends_like(&self, c: char) -> bool {
        self.characters.last().is_some_and(|last| last.is_numeric() == c.is_numeric())
    }

    /// The folded word.
    pub(super) fn word(&self) -> String {
        self.characters.iter().collect()
    }

    /// Where a wanted run stands in this one, in folded characters: Chinese anywhere, a word only
    /// at the beginning or where letters and digits part.
    pub(super) fn find(&self, wanted: &Run) -> Option<Range<usize>> {
        let length = wanted.characters.len();
        if self.is_cjk != wanted.is_cjk || length == 0 {
            return None;
        }
        let from = if self.is_cjk {
            self.characters.windows(length).position(|own| own == wanted.characters)?
        } else {
            self.characters
                .windows(length)
                .enumerate()
                .find(|(at, own)| *own == wanted.characters && self.begins_at(*at))?
                .0
        };
        Some(from..from + length)
    }

    /// Whether a word, or a part of one, begins here.
    fn begins_at(&self, at: usize) -> bool {
        let numeric = |at: usize| self.characters.get(at).map(|c| c.is_numeric());
        at == 0 || numeric(at - 1) != numeric(at)
    }
}

#[cfg(test)]
mod tests {
    use super::runs;

    fn words(text: &str) -> Vec<String> {
        runs(text).into_iter().map(|run| run.characters.into_iter().collect()).collect()
    }

    #[test]
    fn case_marks_and_forms_are_folded() {
        assert_eq!(words("Präzisions-Teile GmbH"), ["prazisions", "teile", "gmbh"]);
        assert_eq!(words("ＬＭ－ＭＴ６５０ Łódź straße"), ["lm", "mt650", "lodz", "strasse"]);
    }

    #[test]
    fn chinese_goes_on_over_the_end_of_a_line_and_not_over_a_comma() {
        assert_eq!(words("数控\n机床，检测 报告"), ["数控机床", "检测报告"]);
        assert_eq!(words("机床ISO证书"), ["机床", "iso", "证书"]);
        assert_eq!(words("机床 ISO 证书"), ["机床", "iso", "证书"]);
    }

    #[test]
    fn radicals_of_bad_fonts_are_the_characters_they_look_like() {
        assert_eq!(words("⼯⼚"), ["工厂"]);
    }

    #[test]
    fn pairs_and_the_last_character() {
        assert_eq!(runs("检测报告")[0].tokens(), ["检测", "测报", "报告", "告"]);
        assert_eq!(runs("Report")[0].tokens(), ["report"]);
        assert_eq!(runs("ISO9001")[0].tokens(), ["iso9001", "iso", "9001"]);
    }

    #[test]
    fn places_point_to_the_original() {
        let found = &runs("ﬁne 检 测")[..];
        assert_eq!(found[0].places, [0, 0, 1, 2]);
        assert_eq!(found[1].places, [4, 6]);
    }
}
