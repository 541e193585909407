//! Tables `material` and `material_consignment`: how far the materials for the customer are, in each
//! language, for the whole shipment or for one consignment.

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
    /// The consignment that it went with; none speaks for the whole shipment.
    pub consignment: Option<u8>,
    /// Its data, as the application types it.
    pub data: T,
}

fn read<T: DeserializeOwned>(row: &Row<'_>) -> rusqlite::Result<MaterialRow<T>> {
    Ok(MaterialRow {
        shipment_id: row.get(0)?,
        material: row.get(1)?,
        language: row.get(2)?,
        consignment: row.get(3)?,
        data: row.get::<_, Json<T>>(4)?.0,
    })
}

impl Read<'_> {
    /// All of a shipment, by their keys; those of the whole shipment first.
    ///
    /// # Errors
    /// `UnreadableData`, or the database failed.
    pub fn materials<T: DeserializeOwned>(&self, shipment_id: &str) -> Result<Vec<MaterialRow<T>>> {
        let whole = "SELECT shipment_id, material, language, NULL, data FROM material
                     WHERE shipment_id = ?1 ORDER BY material, language";
        let mut rows = self.rows(Table::Material, whole, [shipment_id], read)?;
        let of_consignments = "SELECT shipment_id, material, language, consignment, data
                               FROM material_consignment
                               WHERE shipment_id = ?1 ORDER BY material, language, consignment";
        rows.extend(self.rows(Table::MaterialConsignment, of_consignments, [shipment_id], read)?);
        Ok(rows)
    }
}

impl Write<'_> {
    /// Saves one, in place of an earlier one of the same key.
    ///
    /// # Errors
    /// `Dangling` when what it belongs to does not exist, `UnwritableData`, or the database failed.
    pub fn put_material<T: Serialize>(&mut self, row: &MaterialRow<T>) -> Result<()> {
        let key: &[&str] = &[&row.shipment_id, &row.material, &row.language];
        let Some(consignment) = row.consignment else {
            let data = json(Table::Material, key, &row.data)?;
            return self.put(
                Table::Material,
                key,
                "INSERT INTO material (shipment_id, material, language, data)
                 VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE SET data = excluded.data",
                params![row.shipment_id, row.material, row.language, data],
            );
        };
        let number = consignment.to_string();
        let key: &[&str] = &[&row.shipment_id, &row.material, &row.language, &number];
        let data = json(Table::MaterialConsignment, key, &row.data)?;
        self.put(
            Table::MaterialConsignment,
            key,
            "INSERT INTO material_consignment (shipment_id, material, language, consignment, data)
             VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO UPDATE SET data = excluded.data",
            params![row.shipment_id, row.material, row.language, consignment, data],
        )
    }

    /// Removes one: that of the consignment, or without one that of the whole shipment.
    ///
    /// # Errors
    /// `NotFound`, or the database failed.
    pub fn delete_material(
        &mut self,
        shipment_id: &str,
        material: &str,
        language: &str,
        consignment: Option<u8>,
    ) -> Result<()> {
        let Some(consignment) = consignment else {
            return self.remove(
                Table::Material,
                &[shipment_id, material, language],
                "DELETE FROM material WHERE shipment_id = ?1 AND material = ?2 AND language = ?3",
                [shipment_id, material, language],
            );
        };
        self.remove(
            Table::MaterialConsignment,
            &[shipment_id, material, language, &consignment.to_string()],
            "DELETE FROM material_consignment
             WHERE shipment_id = ?1 AND material = ?2 AND language = ?3 AND consignment = ?4",
            params![shipment_id, material, language, consignment],
        )
    }
}
