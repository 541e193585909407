//! Table `scenario`: what-ifs that were kept.

use super::{Json, Read, Table, Write, json};
use crate::error::Result;
use rusqlite::{Row, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A what-if that was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScenarioRow<T> {
    /// Stable id.
    pub id: String,
    /// The shipment it belongs to.
    pub shipment_id: String,
    /// Its data, as the application types it.
    pub data: T,
}

const SELECT: &str = "SELECT id, shipment_id, data FROM scenario";

fn read<T: DeserializeOwned>(row: &Row<'_>) -> rusqlite::Result<ScenarioRow<T>> {
    Ok(ScenarioRow { id: row.get(0)?, shipment_id: row.get(1)?, data: row.get::<_, Json<T>>(2)?.0 })
}

impl Read<'_> {
    /// The scenario of this key, if there is one.
    ///
    /// # Errors
    /// `UnreadableData`, or the database failed.
    pub fn scenario<T: DeserializeOwned>(&self, id: &str) -> Result<Option<ScenarioRow<T>>> {
        self.row(Table::Scenario, &format!("{SELECT} WHERE id = ?1"), [id], read)
    }

    /// All of a shipment, by their keys.
    ///
    /// # Errors
    /// `UnreadableData`, or the database failed.
    pub fn scenarios<T: DeserializeOwned>(&self, shipment_id: &str) -> Result<Vec<ScenarioRow<T>>> {
        let sql = format!("{SELECT} WHERE shipment_id = ?1 ORDER BY id");
        self.rows(Table::Scenario, &sql, [shipment_id], read)
    }

    /// All of them, by their keys.
    ///
    /// # Errors
    /// `UnreadableData`, or the database failed.
    pub fn all_scenarios<T: DeserializeOwned>(&self) -> Result<Vec<ScenarioRow<T>>> {
        let sql = format!("{SELECT} ORDER BY id");
        self.rows(Table::Scenario, &sql, [], read)
    }
}

impl Write<'_> {
    /// Saves one, in place of an earlier one of the same key.
    ///
    /// # Errors
    /// `Dangling` when what it belongs to does not exist, `UnwritableData`, or the database failed.
    pub fn put_scenario<T: Serialize>(&mut self, row: &ScenarioRow<T>) -> Result<()> {
        let key: &[&str] = &[&row.id];
        let data = json(Table::Scenario, key, &row.data)?;
        self.put(
            Table::Scenario,
            key,
            "INSERT INTO scenario (id, shipment_id, data) VALUES (?1, ?2, ?3)
             ON CONFLICT DO UPDATE SET shipment_id = excluded.shipment_id, data = excluded.data",
            params![row.id, row.shipment_id, data],
        )
    }

    /// Removes one.
    ///
    /// # Errors
    /// `NotFound`, or the database failed.
    pub fn delete_scenario(&mut self, id: &str) -> Result<()> {
        self.remove(Table::Scenario, &[id], "DELETE FROM scenario WHERE id = ?1", [id])
    }
}
