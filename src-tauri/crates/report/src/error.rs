//! What can go wrong.

use crate::logo::LogoError;

/// Why no report was made. Nothing is written in any of these cases.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A font that is part of the program cannot be read: the program itself is damaged.
    #[error("the built-in font {0} cannot be read; install Shipshape again")]
    Font(&'static str),
    /// A file name inside the report's own sources is not a path: a bug.
    #[error("the report's own file {0} has no valid name")]
    Path(String),
    /// The data could not be written as JSON.
    #[error("the report's data cannot be written as JSON")]
    Data(#[from] serde_json::Error),
    /// The logo cannot be used.
    #[error("the logo cannot be used: {0}")]
    Logo(#[from] LogoError),
    /// The name of the attachment is not a plain file name.
    #[error("the attachment needs a plain file name of at most 120 characters, not {0:?}")]
    AttachmentName(String),
    /// The media type of the attachment is not one.
    #[error("the attachment's media type {0:?} is not of the form type/subtype")]
    AttachmentType(String),
    /// The pages could not be laid out.
    #[error("the pages cannot be laid out: {0}")]
    Layout(String),
    /// The workbook could not be written.
    #[error("the workbook cannot be written: {0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    /// The calendar file could not be written.
    #[error("the calendar file cannot be written")]
    Calendar(#[from] std::fmt::Error),
    /// The pages do not satisfy PDF/A-3a and PDF/UA-1.
    #[error("the pages do not satisfy PDF/A-3a and PDF/UA-1: {0}")]
    Standard(String),
}
