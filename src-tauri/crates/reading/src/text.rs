//! Files of text without structure.

use crate::gathered::Gathered;
use crate::{Place, html};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, GB18030, GBK, UTF_8};
use std::borrow::Cow;

/// How much is looked at to tell the encoding.
const SAMPLE: usize = 1024 * 1024;
/// How far into a text its being HTML shows.
const BEGINNING: usize = 1024;

/// Reads a file of text.
pub(crate) fn read(bytes: &[u8], gathered: &mut Gathered) {
    add(bytes, &Place::Whole, gathered);
}

/// Takes in a text of unknown encoding, HTML as what it shows.
pub(crate) fn add(bytes: &[u8], place: &Place, gathered: &mut Gathered) {
    // No encoding needs more bytes; the rest would only be cut off.
    let most = gathered.left().saturating_mul(4).saturating_add(4);
    let kept = &bytes[..bytes.len().min(most)];
    let text = decode(kept);
    if html::is_html(head(&text)) {
        gathered.add(place.clone(), &html::text(&text));
    } else {
        gathered.add(place.clone(), &text);
    }
    if kept.len() < bytes.len() {
        gathered.cut();
    }
}

fn head(text: &str) -> &str {
    let end = (0..=text.len().min(BEGINNING)).rev().find(|end| text.is_char_boundary(*end));
    &text[..end.unwrap_or(0)]
}

/// The text in these bytes: by its byte order mark, else UTF-8 if it is, else what it most
/// probably is. GB 2312 and GBK are read as GB 18030, which holds them.
pub(crate) fn decode(bytes: &[u8]) -> Cow<'_, str> {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(&bytes[length..]).0;
    }
    if let Some(text) = as_utf8(bytes) {
        return Cow::Borrowed(text);
    }
    let encoding = guess(bytes);
    // The guess takes a four-byte character of GB 18030 for an error.
    if encoding == GBK || is_chinese(bytes) {
        return GB18030.decode_without_bom_handling(bytes).0;
    }
    encoding.decode_without_bom_handling(bytes).0
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(&bytes[..bytes.len().min(SAMPLE)], true);
    let encoding = detector.guess(None, Utf8Detection::Allow);
    // It was tried before; with an error in it, it is still the best guess.
    if encoding == UTF_8 { UTF_8 } else { encoding }
}

/// The bytes as UTF-8, where they are: an end within a character is an end.
fn as_utf8(bytes: &[u8]) -> Option<&str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Some(text),
        Err(error) if error.error_len().is_none() => {
            std::str::from_utf8(&bytes[..error.valid_up_to()]).ok()
        }
        Err(_) => None,
    }
}

/// Whether these bytes are GB 18030 in all likelihood: without errors, in words of several
/// characters, and most of them Chinese. Letters with accents stand alone among others.
fn is_chinese(bytes: &[u8]) -> bool {
    let words = bytes.split(u8::is_ascii).map(<[u8]>::len).filter(|length| *length > 0);
    let (long, short): (Vec<usize>, Vec<usize>) = words.partition(|length| *length >= 4);
    let (text, wrong) = GB18030.decode_without_bom_handling(bytes);
    if wrong || long.iter().sum::<usize>() < 2 * short.iter().sum::<usize>() {
        return false;
    }
    let chinese = |char: &char| matches!(char, '\u{4e00}'..='\u{9fff}' | '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ffef}');
    let all = text.chars().filter(|char| !char.is_ascii()).count();
    10 * text.chars().filter(chinese).count() > 9 * all
}

#[cfg(test)]
mod tests {
    use super::decode;
    use encoding_rs::{GB18030, WINDOWS_1252};

    #[test]
    fn encodings_are_told_apart() {
        let chinese = "合同编号：HB-2025，数控龙门加工中心一台，交货期为六个月，青岛港。";
        assert_eq!(decode(chinese.as_bytes()), chinese);
        assert_eq!(decode(&GB18030.encode(chinese).0), chinese);
        let rare = "本机床由㐂公司制造，𠮷先生签字，合同编号如下。";
        assert_eq!(decode(&GB18030.encode(rare).0), rare);
        let german = "Prüfprotokoll für die Fräsmaschine: Gerät geprüft, Maße in Ordnung.";
        assert_eq!(decode(&WINDOWS_1252.encode(german).0), german);
        let wide: Vec<u8> = "\u{feff}验收 ok".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(&wide), "验收 ok");
        let wide: Vec<u8> = "\u{feff}验收 ok".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(decode(&wide), "验收 ok");
    }

    #[test]
    fn an_end_within_a_character_is_an_end() {
        let bytes = "验收".as_bytes();
        assert_eq!(decode(&bytes[..5]), "验");
    }
}
