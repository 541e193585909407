//! The text of a message: its head, its body, and the attachments that have text.

use super::{Text, of_bytes};
use crate::reader::Limits;
use crate::{FileType, Place, Refusal};
use mail_parser::{Address, MessageParser, MimeHeaders};

/// Attachments read.
const ATTACHMENTS: usize = 50;

pub(super) fn read(
    bytes: &[u8],
    limits: &Limits,
    top: bool,
    text: &mut Text,
) -> Result<(), Refusal> {
    let message = MessageParser::default()
        .parse(bytes)
        .ok_or_else(|| Refusal::Damaged { detail: "no message".to_owned() })?;
    let mut head = String::new();
    let mut line = |name: &str, value: String| {
        if !value.is_empty() {
            head.push_str(&format!("{name}: {value}\n"));
        }
    };
    line("Subject", message.subject().unwrap_or_default().to_owned());
    line("From", people(message.from()));
    line("To", people(message.to()));
    let day =
        message.date().map(|date| format!("{:04}-{:02}-{:02}", date.year, date.month, date.day));
    line("Date", day.unwrap_or_default());
    text.add(Place::Part("Message".to_owned()), &head);
    for index in 0..message.text_body_count().max(1) {
        if let Some(body) = message.body_text(index) {
            text.add(Place::Part("Message".to_owned()), &body);
        }
    }
    for (index, attachment) in message.attachments().take(ATTACHMENTS).enumerate() {
        let name = attachment
            .attachment_name()
            .map_or_else(|| format!("Attachment {}", index + 1), str::to_owned);
        let content = attachment.contents();
        text.add(Place::Part(name.clone()), &name);
        let kind = inner_type(content);
        let readable =
            matches!(kind, FileType::Pdf | FileType::Docx | FileType::Xlsx | FileType::Text);
        if !top || !readable {
            continue;
        }
        // An attachment that cannot be read does not take the message with it.
        if let Ok(reading) = of_bytes(content.to_vec(), kind, limits, false) {
            for passage in reading.passages {
                text.add(Place::Part(name.clone()), &passage.text);
            }
        }
    }
    Ok(())
}

/// The type of an attachment; Office documents are told by the names of their parts.
fn inner_type(content: &[u8]) -> FileType {
    let has = |name: &[u8]| content.windows(name.len()).any(|window| window == name);
    match FileType::of_head(content.get(..8_192).unwrap_or(content)) {
        FileType::Archive if has(b"word/document.xml") => FileType::Docx,
        FileType::Archive if has(b"xl/workbook.xml") => FileType::Xlsx,
        other => other,
    }
}

fn people(address: Option<&Address<'_>>) -> String {
    let Some(address) = address else { return String::new() };
    let people = address.iter().map(|one| {
        let name = one.name().unwrap_or_default();
        let mail = one.address().unwrap_or_default();
        if name.is_empty() { mail.to_owned() } else { format!("{name} <{mail}>") }
    });
    people.collect::<Vec<_>>().join(", ")
}
