//! How much reading a file may cost.

use serde::{Deserialize, Serialize};
use std::time::Duration;

/// How much reading a file may cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// The largest file read, in bytes.
    pub bytes: u64,
    /// The most text kept, in characters.
    pub characters: usize,
    /// The most pages whose text is read.
    pub pages: u32,
    /// The longest time for one file or one page.
    pub time: Duration,
    /// The most memory in bytes beyond what the program itself takes. Kept on Linux only; other
    /// systems have nothing of the kind that can be relied on.
    pub memory: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 200 * 1000 * 1000,
            characters: 2_000_000,
            pages: 2000,
            time: Duration::from_secs(20),
            memory: 1024 * 1024 * 1024,
        }
    }
}

impl Limits {
    /// What is said when the time is over.
    pub(crate) fn too_slow(&self) -> crate::Refusal {
        crate::Refusal::TooSlow { seconds: self.time.as_secs() }
    }

    /// What is said of a file that is too large.
    pub(crate) fn too_large(&self) -> crate::Refusal {
        crate::Refusal::TooLarge { limit: self.bytes }
    }
}
