//! What is asked of the reading process, what it answers, and the work itself.

use crate::gathered::Gathered;
use crate::{FileType, Limits, Mail, Picture, Reading, Refusal, Standing};
use crate::{docx, mail, mail_file, pdf, picture, recognise, text, xlsx};
use serde::{Deserialize, Serialize};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// What is asked.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) enum Task {
    /// The text.
    Read,
    /// Who wrote what to whom.
    Mail,
    /// A picture of a page.
    Draw {
        /// Counted from 1.
        page: u32,
        /// In pixels, at most.
        width: u32,
    },
}

/// The whole request.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Request {
    pub(crate) task: Task,
    pub(crate) limits: Limits,
}

/// What came of it.
#[derive(Debug)]
pub(crate) enum Outcome {
    Reading(Reading),
    /// None where the file is no e-mail.
    Mail(Option<Mail>),
    Picture(Picture),
}

/// The first line of an answer; the bytes of a picture follow it.
#[derive(Debug, Serialize, Deserialize)]
enum Head {
    Reading(Reading),
    Mail(Option<Mail>),
    Picture { width: u32, height: u32, pages: u32 },
    Refused(Refusal),
}

/// An answer as bytes.
pub(crate) fn encode(outcome: Result<Outcome, Refusal>) -> serde_json::Result<Vec<u8>> {
    let (head, png) = match outcome {
        Ok(Outcome::Reading(reading)) => (Head::Reading(reading), Vec::new()),
        Ok(Outcome::Mail(mail)) => (Head::Mail(mail), Vec::new()),
        Ok(Outcome::Picture(Picture { png, width, height, pages })) => {
            (Head::Picture { width, height, pages }, png)
        }
        Err(refusal) => (Head::Refused(refusal), Vec::new()),
    };
    let mut bytes = serde_json::to_vec(&head)?;
    bytes.push(b'\n');
    bytes.extend(png);
    Ok(bytes)
}

/// The answer in these bytes, if they are one.
pub(crate) fn decode(bytes: &[u8]) -> Option<Result<Outcome, Refusal>> {
    // JSON on one line has no line end within.
    let end = bytes.iter().position(|byte| *byte == b'\n')?;
    let (head, rest) = (&bytes[..end], &bytes[end + 1..]);
    Some(match serde_json::from_slice(head).ok()? {
        Head::Reading(reading) => Ok(Outcome::Reading(reading)),
        Head::Mail(mail) => Ok(Outcome::Mail(mail)),
        Head::Picture { width, height, pages } => {
            Ok(Outcome::Picture(Picture { png: rest.to_vec(), width, height, pages }))
        }
        Head::Refused(refusal) => Err(refusal),
    })
}

/// The longest answer, in bytes: every character as `\u1234`, or a picture.
pub(crate) fn longest_answer(task: Task, limits: &Limits) -> u64 {
    const HEAD: u64 = 1024 * 1024;
    match task {
        Task::Read => (limits.characters as u64).saturating_mul(12).saturating_add(HEAD),
        Task::Mail => HEAD,
        Task::Draw { .. } => 64 * HEAD,
    }
}

/// Does what is asked with the content of a file. A panic is the file's fault.
pub(crate) fn perform(bytes: Vec<u8>, task: Task, limits: &Limits) -> Result<Outcome, Refusal> {
    catch_unwind(AssertUnwindSafe(|| match task {
        Task::Read => read(bytes, limits).map(Outcome::Reading),
        Task::Mail => {
            recognised(&bytes).map(|file_type| Outcome::Mail(mail_file::read(&bytes, file_type)))
        }
        Task::Draw { page, width } => draw(bytes, page, width).map(Outcome::Picture),
    }))
    .unwrap_or_else(|_| Err(Refusal::damaged("reading it failed")))
}

fn recognised(bytes: &[u8]) -> Result<FileType, Refusal> {
    recognise::of_source(&mut std::io::Cursor::new(bytes)).map_err(crate::reader::io_refusal)
}

fn read(bytes: Vec<u8>, limits: &Limits) -> Result<Reading, Refusal> {
    let file_type = recognised(&bytes)?;
    let mut gathered = Gathered::new(limits);
    let mut pages = None;
    match file_type {
        FileType::Empty => return Err(Refusal::Empty),
        FileType::Executable => return Err(Refusal::Executable),
        FileType::Office if recognise::is_encrypted_office(&bytes) => {
            return Err(Refusal::Encrypted);
        }
        FileType::Office | FileType::Archive | FileType::Unknown => {
            return Ok(Reading::without_text(file_type));
        }
        FileType::Image => {
            picture::size(&bytes)?;
            pages = Some(1);
        }
        FileType::Pdf => pages = Some(pdf::read(bytes, limits, &mut gathered)?),
        FileType::Docx => docx::read(&bytes, &mut gathered)?,
        FileType::Xlsx => xlsx::read(&bytes, &mut gathered)?,
        FileType::Email => mail::read(&bytes, limits, &mut gathered),
        FileType::Text => text::read(&bytes, &mut gathered),
    }
    let (passages, cut) = gathered.into_parts();
    let standing = match (passages.is_empty(), cut) {
        (_, true) => Standing::Cut,
        (true, false) => Standing::NoText,
        (false, false) => Standing::Read,
    };
    Ok(Reading { file_type, standing, pages, passages })
}

fn draw(bytes: Vec<u8>, page: u32, width: u32) -> Result<Picture, Refusal> {
    match recognised(&bytes)? {
        FileType::Pdf => pdf::draw(bytes, page, width),
        FileType::Image if page == 1 => picture::draw(&bytes, width),
        _ => Err(Refusal::NoPage),
    }
}
