//! The text of e-mail messages and of what is attached to them.

use crate::gathered::Gathered;
use crate::{FileType, Limits, Place, docx, html, pdf, recognise, text, xlsx};
use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{Address, Encoding, Message, MessageParser, MessagePart, MimeHeaders, PartType};
use std::borrow::Cow;
use std::fmt::Write;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The most attachments read.
const MAX_ATTACHMENTS: usize = 200;

/// Reads a message: its head, its body, and attachments of types whose text is read. Messages
/// and archives attached are not searched for attachments of their own. An attachment that
/// cannot be read leaves its name.
pub(crate) fn read(bytes: &[u8], limits: &Limits, gathered: &mut Gathered) {
    let bytes = with_readable_head(bytes);
    let Some(message) = MessageParser::default().parse(&*bytes) else {
        // Its beginning looked like a message, and a text it is in any case.
        return text::add(&bytes, &Place::Part("body".to_owned()), gathered);
    };
    gathered.add(Place::Part("head".to_owned()), &head(&message));
    gathered.add(Place::Part("body".to_owned()), &body(&message));
    for part in message.attachments().take(MAX_ATTACHMENTS) {
        if gathered.left() == 0 {
            gathered.cut();
            break;
        }
        let place = Place::Part(name(part).into_owned());
        match &part.body {
            PartType::Message(inner) => {
                gathered.add(place, &format!("{}\n{}", head(inner), body(inner)));
            }
            _ => {
                // What one attachment does must not cost the message.
                let found =
                    catch_unwind(AssertUnwindSafe(|| attached(&message, part, limits, gathered)));
                gathered.add(place, &found.unwrap_or_default());
            }
        }
    }
}

fn head(message: &Message<'_>) -> String {
    let mut head = String::new();
    // Writing to a string does not fail.
    if let Some(subject) = message.subject() {
        let _ = writeln!(head, "Subject: {subject}");
    }
    for (name, people) in [("From", message.from()), ("To", message.to()), ("Cc", message.cc())] {
        if let Some(people) = people.map(addresses).filter(|people| !people.is_empty()) {
            let _ = writeln!(head, "{name}: {people}");
        }
    }
    if let Some(date) = message.date() {
        let _ = writeln!(
            head,
            "Date: {:04}-{:02}-{:02} {:02}:{:02}",
            date.year, date.month, date.day, date.hour, date.minute
        );
    }
    for part in message.attachments().take(MAX_ATTACHMENTS) {
        let _ = writeln!(head, "Attachment: {}", name(part));
    }
    head
}

pub(crate) fn addresses(people: &Address<'_>) -> String {
    let written: Vec<String> = people
        .iter()
        .map(|person| match (person.name(), person.address()) {
            (Some(name), Some(address)) => format!("{name} <{address}>"),
            (one, other) => one.or(other).unwrap_or_default().to_owned(),
        })
        .collect();
    written.join(", ")
}

/// The name of an attachment, on one line.
fn name<'a>(part: &'a MessagePart<'_>) -> Cow<'a, str> {
    let name = match &part.body {
        PartType::Message(inner) => part.attachment_name().or_else(|| inner.subject()),
        _ => part.attachment_name(),
    };
    match name.map(str::trim) {
        None | Some("") => Cow::Borrowed("attachment"),
        Some(name) => Cow::Owned(name.chars().filter(|char| !char.is_control()).collect()),
    }
}

pub(crate) fn body(message: &Message<'_>) -> String {
    let mut body = String::new();
    for part in message.text_bodies() {
        match &part.body {
            PartType::Text(_) => body.push_str(&plain(message, part)),
            PartType::Html(page) => body.push_str(&html::text(page)),
            _ => continue,
        }
        body.push('\n');
    }
    body
}

/// The text of a part. Where it names no encoding that fits, it is looked at for one.
fn plain<'a>(message: &'a Message<'_>, part: &'a MessagePart<'_>) -> Cow<'a, str> {
    let text = part.text_contents().unwrap_or_default();
    if !text.contains(char::REPLACEMENT_CHARACTER) {
        return Cow::Borrowed(text);
    }
    let raw = message.raw_message().get(part.offset_body as usize..part.offset_end as usize);
    let raw = raw.and_then(|raw| match part.encoding {
        Encoding::None => Some(Cow::Borrowed(raw)),
        Encoding::Base64 => base64_decode(raw).map(Cow::Owned),
        Encoding::QuotedPrintable => quoted_printable_decode(raw).map(Cow::Owned),
    });
    raw.map_or(Cow::Borrowed(text), |raw| Cow::Owned(text::decode(&raw).into_owned()))
}

/// The message with a head that the parser can read: in UTF-8, where old programs write Chinese
/// into it as it is, and with the common name of an encoding that Python names its own way.
pub(crate) fn with_readable_head(bytes: &[u8]) -> Cow<'_, [u8]> {
    const ODD: &str = "=?eucgb2312_cn?";
    let empty_line = |end: &[u8]| bytes.windows(end.len()).position(|window| window == end);
    let end = [&b"\r\n\r\n"[..], b"\n\n"].into_iter().filter_map(empty_line).min();
    let (head, rest) = bytes.split_at(end.unwrap_or(bytes.len()));
    if std::str::from_utf8(head).is_ok_and(|head| !head.contains(ODD)) {
        return Cow::Borrowed(bytes);
    }
    let mut readable = text::decode(head).replace(ODD, "=?gb2312?").into_bytes();
    readable.extend(rest);
    Cow::Owned(readable)
}

/// The text of an attachment; empty where there is none that is read.
fn attached(
    message: &Message<'_>,
    part: &MessagePart<'_>,
    limits: &Limits,
    gathered: &Gathered,
) -> String {
    let bytes = part.contents();
    let limits = Limits { characters: gathered.left(), ..*limits };
    let mut inner = Gathered::new(&limits);
    let file_type = recognise::of_source(&mut Cursor::new(bytes)).unwrap_or(FileType::Unknown);
    // An attachment that is refused leaves what was read of it: nothing, or its beginning.
    let _ = match file_type {
        FileType::Text | FileType::Email => {
            match part.body {
                PartType::Text(_) => inner.add(Place::Whole, &plain(message, part)),
                _ => text::add(bytes, &Place::Whole, &mut inner),
            }
            Ok(())
        }
        FileType::Pdf => pdf::read(bytes.to_vec(), &limits, &mut inner).map(drop),
        FileType::Docx => docx::read(bytes, &mut inner),
        FileType::Xlsx => xlsx::read(bytes, &mut inner),
        _ => Ok(()),
    };
    let texts: Vec<String> = inner.into_parts().0.into_iter().map(|passage| passage.text).collect();
    texts.join("\n\n")
}
