//! Table `product`: the machines and parts of a shipment.

use super::{Json, Read, Table, Write, json};
use crate::error::Result;
use rusqlite::{Row, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// One product of a shipment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProductRow<T> {
    /// The shipment it belongs to.
    pub shipment_id: String,
    /// Stable id, unique within the shipment.
    pub id: String,
    /// Its place among the shipment's products; ties are broken by id.
    pub position: i64,
    /// What it is, as the application types it.
    pub data: T,
}

const SELECT: &str = "SELECT shipment_id, id, position, data FROM product";

fn read<T: DeserializeOwned>(row: &Row<'_>) -> rusqlite::Result<ProductRow<T>> {
    Ok(ProductRow {
        shipment_id: row.get(0)?,
        id: row.get(1)?,
        position: row.get(2)?,
        data: row.get::<_, Json<T>>(3)?.0,
    })
}

impl Read<'_> {
    /// One product of a shipment, if it is there.
    ///
    /// # Errors
    /// `UnreadableData`, or the database failed.
    pub fn product<T: DeserializeOwned>(
        &self,
        shipment_id: &str,
        id: &str,
    ) -> Result<Option<ProductRow<T>>> {
        let sql = format!("{SELECT} WHERE shipment_id = ?1 AND id = ?2");
        self.row(Table::Product, &sql, [shipment_id, id], read)
    }

    /// The products of a shipment, in their order.
    ///
    /// # Errors
    /// `UnreadableData`, or the database failed.
    pub fn products<T: DeserializeOwned>(&self, shipment_id: &str) -> Result<Vec<ProductRow<T>>> {
        let sql = format!("{SELECT} WHERE shipment_id = ?1 ORDER BY position, id");
        self.rows(Table::Product, &sql, [shipment_id], read)
    }
}

impl Write<'_> {
    /// Adds a product to a shipment.
    ///
    /// # Errors
    /// `Exists`, `Dangling` when there is no such shipment, `UnwritableData`, or the database
    /// failed.
    pub fn insert_product<T: Serialize>(&mut self, row: &ProductRow<T>) -> Result<()> {
        let key: &[&str] = &[&row.shipment_id, &row.id];
        let data = json(Table::Product, key, &row.data)?;
        self.put(
            Table::Product,
            key,
            "INSERT INTO product (shipment_id, id, position, data) VALUES (?1, ?2, ?3, ?4)",
            params![row.shipment_id, row.id, row.position, data],
        )
    }

    /// Changes a product to the given row.
    ///
    /// # Errors
    /// `NotFound`, `UnwritableData`, or the database failed.
    pub fn update_product<T: Serialize>(&mut self, row: &ProductRow<T>) -> Result<()> {
        let key: &[&str] = &[&row.shipment_id, &row.id];
        let data = json(Table::Product, key, &row.data)?;
        self.update(
            Table::Product,
            key,
            "UPDATE product SET position = ?3, data = ?4 WHERE shipment_id = ?1 AND id = ?2",
            params![row.shipment_id, row.id, row.position, data],
        )
    }

    /// Removes a product and the answers about it.
    ///
    /// # Errors
    /// `NotFound`, or the database failed.
    pub fn delete_product(&mut self, shipment_id: &str, id: &str) -> Result<()> {
        self.remove(
            Table::Product,
            &[shipment_id, id],
            "DELETE FROM product WHERE shipment_id = ?1 AND id = ?2",
            [shipment_id, id],
        )
    }
}
