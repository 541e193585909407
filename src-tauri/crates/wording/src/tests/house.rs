//! What every text has to keep: no shouting, no curly quotes, each language in its own script.

use readiness::Text;

/// Words that the product does not use.
const UNWANTED: [&str; 7] =
    ["please", "successfully", "oops", "sorry", "non-conformity", "unfortunately", "invalid"];

fn is_han(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
}

/// Panics where a text breaks a rule. `code` says that it may be a name or number alike in both.
pub(crate) fn keeps_the_rules(text: &Text, code: bool) {
    let Text { en, zh } = text;
    assert!(!en.trim().is_empty() && !zh.trim().is_empty(), "empty: {text:?}");
    for side in [en, zh] {
        for banned in ['!', '！', '“', '”', '‘', '’', '·', '…'] {
            assert!(!side.contains(banned), "{banned} in {side}");
        }
        for broken in ["  ", " .", " ,", "..", "。。", "，。", "；。", "：。", "()", "（）", ":."]
        {
            assert!(!side.contains(broken), "{broken:?} in {side}");
        }
        assert!(!side.ends_with(' ') && !side.starts_with(' '), "space around {side:?}");
    }
    assert!(!en.contains(is_han), "Chinese in {en}");
    assert!(code || zh.contains(is_han), "no Chinese in {zh}");
    let half = [',', ';', '?'];
    assert!(
        !zh.chars().zip(zh.chars().skip(1)).any(|(a, b)| is_han(a) && half.contains(&b)),
        "half-width punctuation in {zh}"
    );
    let lower = en.to_lowercase();
    for word in UNWANTED {
        assert!(!lower.contains(word), "{word} in {en}");
    }
}
