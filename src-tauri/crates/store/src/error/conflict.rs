//! Naming a row, and what is in the way of an undo or redo.

use crate::Table;
use std::fmt;

/// Names one row: the values of its primary key, in the order of the columns.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub struct Key(pub Vec<String>);

impl From<&[&str]> for Key {
    fn from(parts: &[&str]) -> Self {
        Self(parts.iter().map(|part| String::from(*part)).collect())
    }
}

impl fmt::Display for Key {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0.join("/"))
    }
}

/// Why an undo or redo was refused. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("entry {entry} no longer fits: {reason}{}", row.as_ref().map(|(table, key)| format!(" ({table} `{key}`)")).unwrap_or_default())]
pub struct Conflict {
    /// The command to be undone or done again.
    pub entry: i64,
    /// What does not fit.
    pub reason: ConflictReason,
    /// The row in the way, where one can be named.
    pub row: Option<(Table, Key)>,
}

/// What does not fit when an undo or redo is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ConflictReason {
    /// The row has other values by now.
    #[error("the row was changed otherwise")]
    Changed,
    /// The row is gone.
    #[error("the row is gone")]
    Gone,
    /// A row of this key is there again.
    #[error("the row is there already")]
    Present,
    /// The row breaks a rule of the schema.
    #[error("the row breaks a rule of the schema")]
    Refused,
    /// A row would be left naming one that is not there.
    #[error("a row would name one that is not there")]
    Dangling,
    /// A table has another shape than when the change was recorded.
    #[error("the tables have changed since")]
    Schema,
}
