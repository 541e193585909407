//! The text of a file, with the place of each piece.

use crate::FileType;
use serde::{Deserialize, Serialize};

/// Where in a file a text stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// A page, counted from 1.
    Page(u32),
    /// A sheet of a workbook, by name.
    Sheet(String),
    /// A named part: `head` and `body` of a message; `header`, `footer`, `footnotes`, `endnotes` and
    /// `comments` of a Word document; an attachment by its name.
    Part(String),
    /// The file has no parts.
    Whole,
}

/// A piece of text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// Where it stands.
    pub place: Place,
    /// The text in reading order; lines end with `\n`, cells of a row are parted by tabs.
    pub text: String,
}

/// How far the text is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// All of it.
    Read,
    /// Its beginning: the file has more text than is kept.
    Cut,
    /// It has pages or a picture, but no text: scanned.
    NoText,
    /// Files of this type have no text that is read.
    NotReadable,
}

/// What was read from a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// What the file is.
    pub file_type: FileType,
    /// How far its text is known.
    pub standing: Standing,
    /// Number of pages, where it has pages.
    pub pages: Option<u32>,
    /// Its text.
    pub passages: Vec<Passage>,
}

impl Reading {
    /// Of a file whose text is not read.
    pub(crate) fn without_text(file_type: FileType) -> Self {
        Self { file_type, standing: Standing::NotReadable, pages: None, passages: Vec::new() }
    }
}
