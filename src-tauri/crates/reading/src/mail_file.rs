//! One e-mail as a message: who wrote what to whom, and when.

use crate::gathered::Gathered;
use crate::{FileType, Limits, Place, mail, outlook};
use mail_parser::{DateTime, Message, MessageParser};
use serde::{Deserialize, Serialize};

/// Characters kept of the text of a message.
pub(crate) const TEXT: usize = 20_000;
/// Characters kept of everything else.
const LINE: usize = 500;

/// What an e-mail file says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mail {
    /// Its subject.
    pub subject: String,
    /// Who wrote it.
    pub from: String,
    /// To whom, copies included.
    pub to: String,
    /// When it was written, as RFC 3339 with the writer's distance from UTC. None where the
    /// file does not say it.
    pub at: Option<String>,
    /// What it says, without attachments.
    pub text: String,
    /// Its head says that a machine wrote it.
    pub automatic: bool,
}

/// Reads a message; none where the file is no e-mail.
pub(crate) fn read(bytes: &[u8], file_type: FileType) -> Option<Mail> {
    let mail = match file_type {
        FileType::Email => plain(bytes)?,
        FileType::Office => outlook::read(bytes)?,
        _ => return None,
    };
    Some(Mail {
        subject: line(&mail.subject),
        from: line(&mail.from),
        to: line(&mail.to),
        text: normal(&mail.text),
        ..mail
    })
}

fn plain(bytes: &[u8]) -> Option<Mail> {
    let bytes = mail::with_readable_head(bytes);
    let message = MessageParser::default().parse(&*bytes)?;
    let people = [message.to(), message.cc()];
    let people: Vec<String> = people.into_iter().flatten().map(mail::addresses).collect();
    let people: Vec<String> = people.into_iter().filter(|people| !people.is_empty()).collect();
    Some(Mail {
        subject: message.subject().unwrap_or_default().to_owned(),
        from: message.from().map(mail::addresses).unwrap_or_default(),
        to: people.join(", "),
        at: message.date().and_then(instant),
        text: mail::body(&message),
        automatic: automatic(&message),
    })
}

fn instant(date: &DateTime) -> Option<String> {
    date.is_valid().then(|| date.to_rfc3339())
}

/// RFC 3834, and what Microsoft and old programs write instead.
fn automatic(message: &Message<'_>) -> bool {
    let header = |name: &'static str| {
        message.header_raw(name).map(|value| value.trim().to_ascii_lowercase())
    };
    header("Auto-Submitted").is_some_and(|value| !value.is_empty() && value != "no")
        || header("X-Auto-Response-Suppress").is_some_and(|value| value.contains("all"))
        || header("X-Autoreply").is_some()
        || header("Precedence").is_some_and(|value| value == "auto_reply")
}

fn line(text: &str) -> String {
    let plain: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    plain.trim().chars().take(LINE).collect()
}

fn normal(text: &str) -> String {
    let mut gathered = Gathered::new(&Limits { characters: TEXT, ..Limits::default() });
    gathered.add(Place::Whole, text);
    gathered.into_parts().0.into_iter().map(|passage| passage.text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn eml(head: &str) -> Mail {
        let text = format!("{head}\r\n\r\nThe drawing is attached.\r\nKind regards\r\n");
        read(text.as_bytes(), FileType::Email).unwrap()
    }

    #[test]
    fn a_message_keeps_the_writers_distance_from_utc() {
        let mail = eml("From: Jana Brandt <j.brandt@elbufer.example>\r\n\
             To: sales@laoshan.example\r\nCc: Han Mei <han.mei@laoshan.example>\r\n\
             Subject: =?utf-8?B?5Zyw5Z+65Zu+?= / foundation\r\n\
             Date: Fri, 20 Nov 2026 15:05:09 +0100");
        assert_eq!(mail.at.as_deref(), Some("2026-11-20T15:05:09+01:00"));
        assert_eq!(mail.from, "Jana Brandt <j.brandt@elbufer.example>");
        assert_eq!(mail.to, "sales@laoshan.example, Han Mei <han.mei@laoshan.example>");
        assert_eq!(mail.subject, "地基图 / foundation");
        assert_eq!(mail.text, "The drawing is attached.\nKind regards");
        assert!(!mail.automatic);
    }

    #[test]
    fn what_a_machine_wrote_says_so_in_its_head() {
        let from = "From: a@b.example\r\nDate: Fri, 20 Nov 2026 15:05:09 +0100\r\n";
        assert!(eml(&format!("{from}Auto-Submitted: auto-replied")).automatic);
        assert!(!eml(&format!("{from}Auto-Submitted: no")).automatic);
        assert!(eml(&format!("{from}X-Auto-Response-Suppress: All")).automatic);
    }

    #[test]
    fn a_date_that_cannot_be_is_no_date() {
        let mail = eml("From: a@b.example\r\nDate: Fri, 45 Foo 2026 99:05:09 +0100");
        assert_eq!(mail.at, None);
    }

    #[test]
    fn other_files_are_no_mail() {
        assert_eq!(read(b"%PDF-1.7", FileType::Pdf), None);
        assert_eq!(read(b"\xd0\xcf\x11\xe0 broken", FileType::Office), None);
    }
}
