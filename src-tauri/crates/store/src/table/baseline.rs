//! Table `baseline`: the dates that a shipment's schedule is compared with.

use super::{Json, Read, Table, Write, json};
use crate::error::Result;
use rusqlite::{Row, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The baseline of a shipment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaselineRow<T> {
    /// The shipment it belongs to.
    pub shipment_id: String,
    /// Its data, as the application types it.
    pub data: T,
}

const SELECT: &str = "SELECT shipment_id, data FROM baseline";

fn read<T: DeserializeOwned>(row: &Row<'_>) -> rusqlite::Result<BaselineRow<T>> {
    Ok(BaselineRow { shipment_id: row.get(0)?, data: row.get::<_, Json<T>>(1)?.0 })
}

impl Read<'_> {
    /// The baseline of this key, if there is one.
    ///
    /// # Errors
    /// `UnreadableData`, or the database failed.
    pub fn baseline<T: DeserializeOwned>(
        &self,
        shipment_id: &str,
    ) -> Result<Option<BaselineRow<T>>> {
        self.row(Table::Baseline, &format!("{SELECT} WHERE shipment_id = ?1"), [shipment_id], read)
    }

    /// All of them, by their keys.
    ///
    /// # Errors
    /// `UnreadableData`, or the database failed.
    pub fn baselines<T: DeserializeOwned>(&self) -> Result<Vec<BaselineRow<T>>> {
        let sql = format!("{SELECT} ORDER BY shipment_id");
        self.rows(Table::Baseline, &sql, [], read)
    }
}

impl Write<'_> {
    /// Saves one, in place of an earlier one of the same key.
    ///
    /// # Errors
    /// `Dangling` when what it belongs to does not exist, `UnwritableData`, or the database failed.
    pub fn put_baseline<T: Serialize>(&mut self, row: &BaselineRow<T>) -> Result<()> {
        let key: &[&str] = &[&row.shipment_id];
        let data = json(Table::Baseline, key, &row.data)?;
        self.put(
            Table::Baseline,
            key,
            "INSERT INTO baseline (shipment_id, data) VALUES (?1, ?2)
             ON CONFLICT DO UPDATE SET data = excluded.data",
            params![row.shipment_id, data],
        )
    }

    /// Removes one.
    ///
    /// # Errors
    /// `NotFound`, or the database failed.
    pub fn delete_baseline(&mut self, shipment_id: &str) -> Result<()> {
        self.remove(
            Table::Baseline,
            &[shipment_id],
            "DELETE FROM baseline WHERE shipment_id = ?1",
            [shipment_id],
        )
    }
}
