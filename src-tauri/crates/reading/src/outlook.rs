//! Messages as Outlook saves them (`.msg`): properties in a compound file.

use crate::Mail;
use crate::mail_file::TEXT;
use mail_parser::MessageParser;
use std::io::{Cursor, Read};

/// The most bytes read of one property.
const MOST: u64 = 400_000;

const SUBJECT: &str = "0037";
const BODY: &str = "1000";
const HEADERS: &str = "007D";
const SENDER_NAME: &str = "0C1A";
const SENDER_SMTP: &str = "5D01";
const SENDER_ADDRESS: &str = "0C1F";
const DISPLAY_TO: &str = "0E04";
const DISPLAY_CC: &str = "0E03";
/// When it was sent, as a property of fixed size: its type and number.
const SUBMITTED: [u8; 4] = [0x40, 0x00, 0x39, 0x00];
const DELIVERED: [u8; 4] = [0x40, 0x00, 0x06, 0x0e];
/// Bytes before the properties of a message that stands alone.
const PROPERTIES_HEAD: usize = 32;

type File<'a> = cfb::CompoundFile<Cursor<&'a [u8]>>;

/// Reads a message; none where the compound file holds something else.
pub(crate) fn read(bytes: &[u8]) -> Option<Mail> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).ok()?;
    let properties = stream(&mut file, "/__properties_version1.0")?;
    let mut text = |number: &str| property(&mut file, number).unwrap_or_default();
    let address = [text(SENDER_SMTP), text(SENDER_ADDRESS)];
    // An address of an Exchange server begins with a slash and tells nothing.
    let address = address.into_iter().find(|address| address.contains('@')).unwrap_or_default();
    let name = text(SENDER_NAME);
    let from = match (name.trim(), address.trim()) {
        (name, "") => name.to_owned(),
        (name, address) if name.is_empty() || name == address => address.to_owned(),
        (name, address) => format!("{name} <{address}>"),
    };
    let people = [text(DISPLAY_TO), text(DISPLAY_CC)];
    let people: Vec<String> = people.into_iter().filter(|people| !people.is_empty()).collect();
    let subject = text(SUBJECT);
    let body: String = text(BODY).chars().take(TEXT).collect();
    // The head as it travelled keeps the writer's distance from UTC.
    let headers = text(HEADERS);
    let head = MessageParser::default().parse_headers(headers.as_bytes());
    let dated = head.as_ref().and_then(|head| head.date());
    let dated = dated.filter(|date| date.is_valid()).map(mail_parser::DateTime::to_rfc3339);
    let sent = dated
        .or_else(|| [SUBMITTED, DELIVERED].into_iter().find_map(|tag| file_time(&properties, tag)));
    let automatic = headers.lines().any(|line| {
        let line = line.to_ascii_lowercase();
        line.starts_with("auto-submitted:") && !line.trim_end().ends_with(" no")
    });
    Some(Mail { subject, from, to: people.join("; "), at: sent, text: body, automatic })
}

fn stream(file: &mut File<'_>, path: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    file.open_stream(path).ok()?.take(MOST).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

/// A property of text, in Unicode or else in the code page of its writer.
fn property(file: &mut File<'_>, number: &str) -> Option<String> {
    if let Some(bytes) = stream(file, &format!("/__substg1.0_{number}001F")) {
        let units: Vec<u16> =
            bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
        return Some(String::from_utf16_lossy(&units).trim_end_matches('\0').to_owned());
    }
    let bytes = stream(file, &format!("/__substg1.0_{number}001E"))?;
    Some(crate::text::decode(&bytes).trim_end_matches('\0').to_owned())
}

/// A point in time among the properties of fixed size, in UTC.
fn file_time(properties: &[u8], tag: [u8; 4]) -> Option<String> {
    let rows = properties.get(PROPERTIES_HEAD..)?;
    let row = rows.chunks_exact(16).find(|row| row[..4] == tag)?;
    let ticks = u64::from_le_bytes(row[8..16].try_into().ok()?);
    // Ticks of 100 ns since 1601.
    let seconds = i64::try_from(ticks / 10_000_000).ok()?.checked_sub(11_644_473_600)?;
    let at = chrono::DateTime::from_timestamp(seconds, 0)?;
    Some(at.to_rfc3339_opts(chrono::SecondsFormat::Secs, false))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn wide(text: &str) -> Vec<u8> {
        text.encode_utf16().flat_map(u16::to_le_bytes).collect()
    }

    fn message(headers: &str) -> Vec<u8> {
        let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
        let mut put = |name: &str, bytes: &[u8]| {
            file.create_stream(name).unwrap().write_all(bytes).unwrap();
        };
        let mut properties = vec![0; PROPERTIES_HEAD];
        properties.extend(SUBMITTED);
        properties.extend([0; 4]);
        // 2026-11-20T14:05:09Z
        let ticks: u64 = (1_795_183_509 + 11_644_473_600) * 10_000_000;
        properties.extend(ticks.to_le_bytes());
        put("/__properties_version1.0", &properties);
        put("/__substg1.0_0037001F", &wide("Foundation 地基"));
        put("/__substg1.0_1000001F", &wide("Please send the drawing."));
        put("/__substg1.0_0C1A001F", &wide("Jana Brandt"));
        put("/__substg1.0_0C1F001E", b"j.brandt@elbufer.example");
        put("/__substg1.0_0E04001F", &wide("Han Mei"));
        if !headers.is_empty() {
            put("/__substg1.0_007D001F", &wide(headers));
        }
        file.flush().unwrap();
        file.into_inner().into_inner()
    }

    #[test]
    fn an_outlook_message_is_read() {
        let mail = read(&message("")).unwrap();
        assert_eq!(mail.subject, "Foundation 地基");
        assert_eq!(mail.from, "Jana Brandt <j.brandt@elbufer.example>");
        assert_eq!(mail.to, "Han Mei");
        assert_eq!(mail.text, "Please send the drawing.");
        assert_eq!(mail.at.as_deref(), Some("2026-11-20T14:05:09+00:00"));
        assert!(!mail.automatic);
    }

    #[test]
    fn its_head_keeps_the_writers_distance_from_utc() {
        let head = "Date: Fri, 20 Nov 2026 15:05:09 +0100\r\nAuto-Submitted: auto-replied\r\n";
        let mail = read(&message(head)).unwrap();
        assert_eq!(mail.at.as_deref(), Some("2026-11-20T15:05:09+01:00"));
        assert!(mail.automatic);
    }

    #[test]
    fn cut_short_it_is_refused_and_not_a_panic() {
        let whole = message("");
        for length in (0..whole.len()).step_by(97) {
            // Some beginnings still hold the whole message; none may panic.
            if let Some(mail) = read(&whole[..length]) {
                assert!(mail.subject.is_empty() || mail.subject.starts_with("Foundation"));
            }
        }
        assert_eq!(read(b"no compound file"), None);
    }
}
