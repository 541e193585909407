//! What is wrong with a file: where, what, what is allowed.

use readiness::Text;
use std::fmt;

/// One mistake in a file.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Problem {
    /// The file, as the user knows it.
    pub file: String,
    /// Line, from 1; 0 where the file as a whole is meant.
    pub line: usize,
    /// Column, from 1.
    pub column: usize,
    /// The field as a path, e.g. `requirements/3/lead/shortest`.
    pub field: String,
    /// What is wrong, and what is allowed.
    pub message: Text,
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}:{}: ", self.file, self.line, self.column)?;
        if !self.field.is_empty() {
            write!(out, "{}: ", self.field)?;
        }
        out.write_str(&self.message.en)
    }
}

/// Every mistake in a file; the file is refused as a whole.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, thiserror::Error)]
#[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
pub struct Problems(pub Vec<Problem>);

impl Problems {
    /// One mistake.
    #[must_use]
    pub fn one(problem: Problem) -> Self {
        Self(vec![problem])
    }
}
