//! Table `material`: how far the materials for the customer are, in each language.

use super::{Json, Read, Table, Write, json};
use crate::error::Result;
use rusqlite::{Row, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// How far a material is in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MaterialRow<T> {
    /// The shipment it belongs to.
    pub shipment_id: String,
    /// The material's id, e.g. `cm-manual-set`.
    pub material: String,
    /// The language, e.g. `de`.
    pub language: String,
    /// Its data, as the application types it.
    pub data: T,
}

const SELECT: &str = "SELECT shipment_id, material, language, data FROM material";

fn read<T: DeserializeOwned>(row: &Row<'_>) -> rusqlite::Result<MaterialRow<T>> {
    Ok(MaterialRow {
        shipment_id: row.get(0)?,
        material: row.get(1)?,
        language: row.get(2)?,
        data: row.get::<_, Json<T>>(3)?.0,
    })
}

impl Read<'_> {
    /// All of a shipment, by their keys.
    ///
    /// # Errors
    /// `UnreadableData`, or the database failed.
    pub fn materials<T: DeserializeOwned>(&self, shipment_id: &str) -> Result<Vec<MaterialRow<T>>> {
        let sql =
            format!("{SELECT} WHERE shipment_id = ?1 ORDER BY shipment_id, material, language");
        self.rows(Table::Material, &sql, [shipment_id], read)
    }
}

impl Write<'_> {
    /// Saves one, in place of an earlier one of the same key.
    ///
    /// # Errors
    /// `Dangling` when what it belongs to does not exist, `UnwritableData`, or the database failed.
    pub fn put_material<T: Serialize>(&mut self, row: &MaterialRow<T>) -> Result<()> {
        let key: &[&str] = &[&row.shipment_id, &row.material, &row.language];
        let data = json(Table::Material, key, &row.data)?;
        self.put(
            Table::Material,
            key,
            "INSERT INTO material (shipment_id, material, language, data) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT DO UPDATE SET data = excluded.data",
            params![row.shipment_id, row.material, row.language, data],
        )
    }

    /// Removes one.
    ///
    /// # Errors
    /// `NotFound`, or the database failed.
    pub fn delete_material(
        &mut self,
        shipment_id: &str,
        material: &str,
        language: &str,
    ) -> Result<()> {
        self.remove(
            Table::Material,
            &[shipment_id, material, language],
            "DELETE FROM material WHERE shipment_id = ?1 AND material = ?2 AND language = ?3",
            [shipment_id, material, language],
        )
    }
}
