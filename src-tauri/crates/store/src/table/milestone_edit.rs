//! Table `milestone_edit`: what the user changed about single milestones.

use super::{Json, Read, Table, Write, json};
use crate::error::Result;
use rusqlite::{Row, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// What differs from the template at one milestone of a shipment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MilestoneEditRow<T> {
    /// The shipment it belongs to.
    pub shipment_id: String,
    /// The milestone's id.
    pub milestone: String,
    /// The change, as the application types it.
    pub data: T,
}

const SELECT: &str = "SELECT shipment_id, milestone, data FROM milestone_edit";

fn read<T: DeserializeOwned>(row: &Row<'_>) -> rusqlite::Result<MilestoneEditRow<T>> {
    Ok(MilestoneEditRow {
        shipment_id: row.get(0)?,
        milestone: row.get(1)?,
        data: row.get::<_, Json<T>>(2)?.0,
    })
}

impl Read<'_> {
    /// The edit of one milestone, if there is one.
    ///
    /// # Errors
    /// `UnreadableData`, or the database failed.
    pub fn milestone_edit<T: DeserializeOwned>(
        &self,
        shipment_id: &str,
        milestone: &str,
    ) -> Result<Option<MilestoneEditRow<T>>> {
        let sql = format!("{SELECT} WHERE shipment_id = ?1 AND milestone = ?2");
        self.row(Table::MilestoneEdit, &sql, [shipment_id, milestone], read)
    }

    /// All of a shipment, by milestone.
    ///
    /// # Errors
    /// `UnreadableData`, or the database failed.
    pub fn milestone_edits<T: DeserializeOwned>(
        &self,
        shipment_id: &str,
    ) -> Result<Vec<MilestoneEditRow<T>>> {
        let sql = format!("{SELECT} WHERE shipment_id = ?1 ORDER BY milestone");
        self.rows(Table::MilestoneEdit, &sql, [shipment_id], read)
    }
}

impl Write<'_> {
    /// Sets an edit, in place of an earlier one.
    ///
    /// # Errors
    /// `Dangling` when there is no such shipment, `UnwritableData`, or the database failed.
    pub fn put_milestone_edit<T: Serialize>(&mut self, row: &MilestoneEditRow<T>) -> Result<()> {
        let key: &[&str] = &[&row.shipment_id, &row.milestone];
        let data = json(Table::MilestoneEdit, key, &row.data)?;
        self.put(
            Table::MilestoneEdit,
            key,
            "INSERT INTO milestone_edit (shipment_id, milestone, data) VALUES (?1, ?2, ?3)
             ON CONFLICT DO UPDATE SET data = excluded.data",
            params![row.shipment_id, row.milestone, data],
        )
    }

    /// Removes an edit.
    ///
    /// # Errors
    /// `NotFound`, or the database failed.
    pub fn delete_milestone_edit(&mut self, shipment_id: &str, milestone: &str) -> Result<()> {
        self.remove(
            Table::MilestoneEdit,
            &[shipment_id, milestone],
            "DELETE FROM milestone_edit WHERE shipment_id = ?1 AND milestone = ?2",
            [shipment_id, milestone],
        )
    }
}
