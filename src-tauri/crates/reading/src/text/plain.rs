//! Text without structure, in the encodings of east and west.

use chardetng::EncodingDetector;

/// The text of bytes in UTF-8, UTF-16 with its mark, or what they look like: GB 18030, Big5,
/// windows-1252 …
pub(super) fn decoded(bytes: &[u8]) -> String {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text.to_owned();
    }
    if let Some((encoding, _)) = encoding_rs::Encoding::for_bom(bytes) {
        return encoding.decode(bytes).0.into_owned();
    }
    let mut detector = EncodingDetector::new();
    let looked = bytes.get(..100_000).unwrap_or(bytes);
    detector.feed(looked, looked.len() == bytes.len());
    let encoding = detector.guess(Some(b"cn"), true);
    encoding.decode(bytes).0.into_owned()
}

/// An Office document protected by a password: its parts lie encrypted in the old format.
pub(super) fn is_encrypted_office(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(name.len()).any(|window| window == name)
}
