//! One form for all texts, so that what looks alike is found alike.

use unicode_normalization::UnicodeNormalization;

/// Brings a text to its normal form: NFC; ligatures, presentation forms and radicals as ordinary
/// characters; every space as a blank; no invisible characters; no blank at the end of a line, and
/// at most one empty line in a row.
pub(crate) fn form(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        match char {
            '\r' => {
                if chars.peek() != Some(&'\n') {
                    plain.push('\n');
                }
            }
            '\n' | '\t' => plain.push(char),
            '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => plain.push('\n'),
            char if is_invisible(char) => {}
            char if char.is_whitespace() => plain.push(' '),
            char => match twin(char) {
                Some(common) => plain.push(common),
                None if is_compatible(char) => plain.extend(std::iter::once(char).nfkc()),
                None => plain.push(char),
            },
        }
    }
    let plain: String = plain.nfc().collect();
    let mut lines = String::with_capacity(plain.len());
    let mut empty = 0;
    for line in plain.lines().map(str::trim_end) {
        empty = if line.is_empty() { empty + 1 } else { 0 };
        if empty <= 1 {
            lines.push_str(line);
            lines.push('\n');
        }
    }
    lines.trim_end().trim_start_matches('\n').to_owned()
}

/// Soft hyphens, marks of order, joiners and controls. Bidirectional controls among them can make
/// a text look other than it is.
fn is_invisible(char: char) -> bool {
    char.is_control()
        || matches!(char, '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{feff}'
            | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fff9}'..='\u{fffb}')
}

/// Whether the character only repeats others for the sake of old character sets or typesetting.
/// Full-width forms are not among these: in Chinese they are ordinary punctuation.
fn is_compatible(char: char) -> bool {
    matches!(char, '\u{fb00}'..='\u{fdff}' | '\u{fe10}'..='\u{fe19}' | '\u{fe30}'..='\u{fe4f}'
        | '\u{fe70}'..='\u{fefc}' | '\u{2f00}'..='\u{2fdf}' | '\u{f900}'..='\u{faff}'
        | '\u{2f800}'..='\u{2fa1f}')
}

/// The character for one that looks the same and that programs write into PDF instead of it: the
/// radicals of the supplement, which NFKC leaves alone, the one it takes for 戶, and what shares a glyph with a common
/// character in the fonts most used (胶 as in 胶州).
fn twin(char: char) -> Option<char> {
    const TWINS: &str = "⺁厂⺅亻⺉刂⺋㔾⺐尢⺒巳⺓幺⺕彐⺖忄⺘扌⺙攵⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺦丬⺨犭⺩王⺫罒⺬示\
        ⺭礻⺮竹⺯糹⺰纟⺶羊⺷羊⺹耂⺺肀⺻聿⺾艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長\
        ⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜\
        ⻰龙⻱龜⻲亀⻳龟⼾户㬵胶";
    if !matches!(char, '\u{2e80}'..='\u{2ef3}' | '\u{2f3e}' | '\u{3b35}') {
        return None;
    }
    let mut pairs = TWINS.chars();
    while let (Some(odd), Some(common)) = (pairs.next(), pairs.next()) {
        if odd == char {
            return Some(common);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::form;

    #[test]
    fn what_looks_alike_is_alike() {
        assert_eq!(form("e\u{301}"), "é");
        assert_eq!(form("ﬁnal oﬃce, ﷼"), "final office, ریال");
        assert_eq!(form("⾼⻘⻓⼾⻳㬵州"), "高青长户龟胶州");
        assert_eq!(form("co\u{ad}operation\u{200b}"), "cooperation");
        assert_eq!(form("１２，ＡＢ"), "１２，ＡＢ");
        assert_eq!(form("a\u{202e}b\u{0}c"), "abc");
        assert_eq!(form("a\u{a0}b\u{3000}c"), "a b c");
    }

    #[test]
    fn lines_are_tidy() {
        assert_eq!(form("\r\n\r\n a \r\nb\t\r\r\n\n\n\nc\u{2028}d\n\n"), " a\nb\n\nc\nd");
        assert_eq!(form(" \n\t\n"), "");
        assert_eq!(form("\ta"), "\ta");
    }
}
