//! Applying a recorded changeset, or refusing it as a whole.

use crate::changes::touched;
use crate::error::{Conflict, ConflictReason, Error, Result};
use rusqlite::session::{ChangesetItem, ConflictAction, ConflictType, invert_strm};
use rusqlite::{Connection, ErrorCode};
use std::sync::{Arc, Mutex, PoisonError};

/// What takes a changeset back.
pub(super) fn inverse(mut changeset: &[u8]) -> Result<Vec<u8>> {
    let mut inverse = Vec::new();
    invert_strm(&mut changeset, &mut inverse).map_err(Error::Sqlite)?;
    Ok(inverse)
}

/// Applies a changeset; `entry` is the command that it belongs to, for the error. Foreign keys
/// hold afterwards: SQLite defers them meanwhile and counts at the end.
pub(super) fn apply(connection: &Connection, entry: i64, mut changeset: &[u8]) -> Result<()> {
    let met = Arc::new(Mutex::new(None));
    let meet = Arc::clone(&met);
    let applied =
        connection.apply_strm(&mut changeset, None::<fn(&str) -> bool>, move |kind, item| {
            let conflict = conflict(entry, &kind, &item);
            *meet.lock().unwrap_or_else(PoisonError::into_inner) = Some(conflict);
            ConflictAction::SQLITE_CHANGESET_ABORT
        });
    let Err(error) = applied else {
        return Ok(());
    };
    let met = met.lock().unwrap_or_else(PoisonError::into_inner).take();
    match (met, error.sqlite_error_code()) {
        (Some(conflict), Some(ErrorCode::OperationAborted | ErrorCode::ConstraintViolation)) => {
            Err(Error::Conflict(Box::new(conflict)))
        }
        _ => Err(Error::on(connection)(error)),
    }
}

fn conflict(entry: i64, kind: &ConflictType, item: &ChangesetItem) -> Conflict {
    let reason = match kind {
        ConflictType::SQLITE_CHANGESET_DATA => ConflictReason::Changed,
        ConflictType::SQLITE_CHANGESET_NOTFOUND => ConflictReason::Gone,
        ConflictType::SQLITE_CHANGESET_CONFLICT => ConflictReason::Present,
        ConflictType::SQLITE_CHANGESET_FOREIGN_KEY => ConflictReason::Dangling,
        _ => ConflictReason::Refused,
    };
    // At a foreign key SQLite has no row to name, and asking for it would be an error.
    let row = match reason {
        ConflictReason::Dangling => None,
        _ => touched(item).ok().flatten().map(|touched| (touched.table, touched.key)),
    };
    Conflict { entry, reason, row }
}
