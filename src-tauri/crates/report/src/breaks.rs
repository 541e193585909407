//! Where the lines of a text may end: typst breaks at spaces alone, and codes, hashes and file
//! names have none.

use serde_json::{Value, json};

/// Words up to this length stay whole; longer ones are hyphenated where the column ends.
const LONG_WORD: usize = 12;
/// Words longer than this are cut like codes: no word of a language is that long.
const ENDLESS_WORD: usize = 40;
/// Codes (with a digit or sign in them) up to this length stay whole.
const LONG_CODE: usize = 14;
/// Where longer ones may break.
const PIECE: usize = 6;

/// One run: a string, or lines of pieces between which a line may end.
pub(crate) fn run(clean: String) -> Value {
    if !clean.contains('\n') && clean.split(is_gap).all(|word| matches!(fit(word), Fit::Whole)) {
        return Value::String(clean);
    }
    Value::Array(clean.split('\n').map(cut_line).collect())
}

/// How a word fits a narrow column.
enum Fit {
    Whole,
    Hyphenated,
    Cut,
}

fn fit(word: &str) -> Fit {
    let bare = word.trim_matches(|c: char| c.is_ascii_punctuation());
    let is_word = bare.chars().all(char::is_alphabetic);
    match word.chars().count() {
        _ if is_word && bare.chars().count() <= LONG_WORD => Fit::Whole,
        n if is_word && n <= ENDLESS_WORD => Fit::Hyphenated,
        n if n <= LONG_CODE => Fit::Whole,
        _ => Fit::Cut,
    }
}

/// A line in parts: plain text, words to hyphenate, pieces of what has to be cut.
fn cut_line(line: &str) -> Value {
    let mut out: Vec<Value> = vec![];
    let mut whole = String::new();
    for word in line.split_inclusive(is_gap) {
        let bare = word.trim_end_matches(is_gap);
        let fit = fit(bare);
        if matches!(fit, Fit::Whole) {
            whole.push_str(word);
            continue;
        }
        if !whole.is_empty() {
            out.push(Value::String(std::mem::take(&mut whole)));
        }
        if matches!(fit, Fit::Hyphenated) {
            out.push(json!({ "word": bare }));
        } else {
            let chars: Vec<char> = bare.chars().collect();
            out.extend(pieces(&chars, PIECE));
        }
        whole.push_str(word.strip_prefix(bare).unwrap_or_default());
    }
    if !whole.is_empty() {
        out.push(Value::String(whole));
    }
    Value::Array(out)
}

/// Pieces of at most `size` characters; a combining mark stays with its letter.
pub(crate) fn pieces(chars: &[char], size: usize) -> Vec<Value> {
    let mut out: Vec<String> = vec![];
    let mut length = size;
    for &c in chars {
        match out.last_mut() {
            Some(piece) if length < size || is_combining(c) => piece.push(c),
            _ => {
                out.push(c.into());
                length = 0;
            }
        }
        length += 1;
    }
    out.into_iter().map(Value::String).collect()
}

/// A character at which a line may end anyway: white space, and everything from the CJK blocks.
fn is_gap(c: char) -> bool {
    c.is_whitespace() || c >= '\u{2e80}'
}

/// A mark that stands on the letter before it.
pub(crate) fn is_combining(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{1ab0}'..='\u{1aff}'
        | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{302a}'..='\u{302f}'
        | '\u{3099}' | '\u{309a}' | '\u{fe20}'..='\u{fe2f}')
}
