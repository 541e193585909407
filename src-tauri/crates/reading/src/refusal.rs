//! Why a file was not read.

use serde::{Deserialize, Serialize};

/// Why a file was not read. The file itself may still be taken in as evidence, unless it is a
/// program or too large.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "kebab-case")]
pub enum Refusal {
    /// Protected by a password.
    #[error("the file is protected by a password")]
    Encrypted,
    /// Broken, cut off or not what its beginning says.
    #[error("the file is damaged: {detail}")]
    Damaged {
        /// What was found, in English, for the log.
        detail: String,
    },
    /// No content.
    #[error("the file is empty")]
    Empty,
    /// A program or script.
    #[error("the file is a program")]
    Executable,
    /// Larger than is read.
    #[error("the file is larger than {limit} bytes")]
    TooLarge {
        /// The limit in bytes.
        limit: u64,
    },
    /// Not read within the time given.
    #[error("reading took longer than {seconds} s")]
    TooSlow {
        /// The limit in seconds.
        seconds: u64,
    },
    /// It unpacks to more, or needs more memory, than is allowed.
    #[error("reading needs more memory than allowed")]
    TooMuch,
    /// The page asked for does not exist, or files of this type have none.
    #[error("there is no such page")]
    NoPage,
    /// Stopped by the caller.
    #[error("reading was stopped")]
    Cancelled,
    /// The file cannot be opened, or the reading process cannot be started.
    #[error("{detail}")]
    Io {
        /// What happened, in English, for the log.
        detail: String,
    },
}

impl Refusal {
    /// A damaged file, and what was found.
    pub(crate) fn damaged(detail: &str) -> Self {
        Self::Damaged { detail: detail.to_owned() }
    }

    /// Stable code, for clients that word it.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Encrypted => "encrypted",
            Self::Damaged { .. } => "damaged",
            Self::Empty => "empty",
            Self::Executable => "executable",
            Self::TooLarge { .. } => "too-large",
            Self::TooSlow { .. } => "too-slow",
            Self::TooMuch => "too-much",
            Self::NoPage => "no-page",
            Self::Cancelled => "cancelled",
            Self::Io { .. } => "io",
        }
    }
}
