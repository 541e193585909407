//! The text of a file.

mod docx;
mod email;
mod pdf;
mod plain;
mod sheets;

pub(crate) use pdf::open as open_pdf;

use crate::reader::Limits;
use crate::{FileType, Passage, Place, Reading, Refusal, Standing};
use std::path::Path;
use unicode_normalization::UnicodeNormalization;

/// Reads a file.
pub(crate) fn read(path: &Path, limits: &Limits) -> Result<Reading, Refusal> {
    let io = |error: std::io::Error| Refusal::Io { detail: error.to_string() };
    let file_type = FileType::of_path(path).map_err(io)?;
    match file_type {
        FileType::Empty => return Err(Refusal::Empty),
        FileType::Executable => return Err(Refusal::Executable),
        FileType::Image => return crate::picture::look(path, limits),
        FileType::Archive | FileType::Unknown => return Ok(unread(file_type)),
        _ => {}
    }
    let size = std::fs::metadata(path).map_err(io)?.len();
    if size > limits.bytes {
        return Err(Refusal::TooLarge { limit: limits.bytes });
    }
    let bytes = std::fs::read(path).map_err(io)?;
    if file_type == FileType::Office {
        // Office encrypts by wrapping the document into the old format.
        if plain::is_encrypted_office(&bytes) {
            return Err(Refusal::Encrypted);
        }
        return Ok(unread(file_type));
    }
    of_bytes(bytes, file_type, limits, true)
}

/// Reads a content of a known type; attachments only of a message at the top.
fn of_bytes(
    bytes: Vec<u8>,
    file_type: FileType,
    limits: &Limits,
    top: bool,
) -> Result<Reading, Refusal> {
    let mut text = Text::new(limits.characters);
    let mut pages = None;
    match file_type {
        FileType::Pdf => pages = Some(pdf::read(bytes, limits, &mut text)?),
        FileType::Docx => docx::read(&bytes, &mut text)?,
        FileType::Xlsx => sheets::read(&bytes, &mut text)?,
        FileType::Email => email::read(&bytes, limits, top, &mut text)?,
        FileType::Text => text.add(Place::Whole, &plain::decoded(&bytes)),
        _ => return Ok(unread(file_type)),
    }
    let standing = match (text.is_full, text.passages.is_empty()) {
        (true, _) => Standing::Cut,
        (false, true) => Standing::NoText,
        (false, false) => Standing::Read,
    };
    Ok(Reading { file_type, standing, pages, passages: text.passages })
}

fn unread(file_type: FileType) -> Reading {
    Reading { file_type, standing: Standing::NotReadable, pages: None, passages: Vec::new() }
}

/// Text being gathered, up to a limit.
pub(crate) struct Text {
    passages: Vec<Passage>,
    left: usize,
    is_full: bool,
}

impl Text {
    fn new(characters: usize) -> Self {
        Self { passages: Vec::new(), left: characters, is_full: false }
    }

    /// Adds a passage, in normal form; a blank one is none.
    fn add(&mut self, place: Place, text: &str) {
        let text = normal(text);
        let text = text.trim_matches(['\n', ' ', '\t']);
        if text.trim().is_empty() {
            return;
        }
        let mut kept = String::new();
        for c in text.chars() {
            if self.left == 0 {
                self.is_full = true;
                break;
            }
            self.left -= 1;
            kept.push(c);
        }
        if !kept.is_empty() {
            self.passages.push(Passage { place, text: kept });
        }
    }
}

/// Composed characters; ligatures and radicals as the characters they stand for; no control
/// characters and soft hyphens; lines end with `\n`.
fn normal(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.nfc() {
        match c {
            '\r' | '\u{ad}' | '\u{feff}' | '\u{200b}' => {}
            '\u{2028}' | '\u{2029}' | '\u{c}' | '\u{b}' => out.push('\n'),
            '\u{a0}' | '\u{202f}' => out.push(' '),
            '\u{2e80}'..='\u{2eff}' => out.push(unified(c)),
            '\u{fb00}'..='\u{fb4f}' | '\u{2f00}'..='\u{2fdf}' => {
                out.extend(std::iter::once(c).nfkc());
            }
            c if c.is_control() && c != '\n' && c != '\t' => {}
            c => out.push(c),
        }
    }
    out
}

/// The character that a radical of the supplement stands for. Some programs write these by mistake
/// when they subset a font; Unicode has no compatibility form for them. After
/// EquivalentUnifiedIdeograph of the Unicode character database.
fn unified(radical: char) -> char {
    const PAIRS: &str = "⺁厂⺃乚⺄乙⺅亻⺆冂⺈刀⺉刂⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑尣⺒巳⺓幺⺔彑⺕彐⺖忄⺗㣺⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糹⺰纟⺱罓⺲罒⺳网⺴网⺵网⺶羊⺷羊⺸羊⺹老⺺聿⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒長⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟";
    let mut signs = PAIRS.chars();
    while let (Some(from), Some(to)) = (signs.next(), signs.next()) {
        if from == radical {
            return to;
        }
    }
    radical
}
