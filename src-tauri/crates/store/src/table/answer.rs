//! Table `answer`: answers to facts, of a shipment or one of its products.

use super::{Json, Read, Table, Write, json};
use crate::error::Result;
use rusqlite::{Row, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// One answered fact. An unanswered one has no row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerRow<T> {
    /// The shipment it belongs to.
    pub shipment_id: String,
    /// The product it is about; empty for the shipment itself.
    pub product_id: String,
    /// The fact's id.
    pub fact: String,
    /// The answer, as the application types it.
    pub data: T,
}

const SELECT: &str = "SELECT shipment_id, product_id, fact, data FROM answer";

fn read<T: DeserializeOwned>(row: &Row<'_>) -> rusqlite::Result<AnswerRow<T>> {
    Ok(AnswerRow {
        shipment_id: row.get(0)?,
        product_id: row.get(1)?,
        fact: row.get(2)?,
        data: row.get::<_, Json<T>>(3)?.0,
    })
}

impl Read<'_> {
    /// One answer, if it was given; `product_id` is empty for the shipment itself.
    ///
    /// # Errors
    /// `UnreadableData`, or the database failed.
    pub fn answer<T: DeserializeOwned>(
        &self,
        shipment_id: &str,
        product_id: &str,
        fact: &str,
    ) -> Result<Option<AnswerRow<T>>> {
        let sql = format!("{SELECT} WHERE shipment_id = ?1 AND product_id = ?2 AND fact = ?3");
        self.row(Table::Answer, &sql, [shipment_id, product_id, fact], read)
    }

    /// All answers of a shipment and its products, by product and fact; the shipment's own first.
    ///
    /// # Errors
    /// `UnreadableData`, or the database failed.
    pub fn answers<T: DeserializeOwned>(&self, shipment_id: &str) -> Result<Vec<AnswerRow<T>>> {
        let sql = format!("{SELECT} WHERE shipment_id = ?1 ORDER BY product_id, fact");
        self.rows(Table::Answer, &sql, [shipment_id], read)
    }
}

impl Write<'_> {
    /// Gives an answer, in place of an earlier one.
    ///
    /// # Errors
    /// `Dangling` when there is no such shipment or product, `UnwritableData`, or the database
    /// failed.
    pub fn put_answer<T: Serialize>(&mut self, row: &AnswerRow<T>) -> Result<()> {
        let key: &[&str] = &[&row.shipment_id, &row.product_id, &row.fact];
        let data = json(Table::Answer, key, &row.data)?;
        self.put(
            Table::Answer,
            key,
            "INSERT INTO answer (shipment_id, product_id, fact, data) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT DO UPDATE SET data = excluded.data",
            params![row.shipment_id, row.product_id, row.fact, data],
        )
    }

    /// Takes an answer back: the fact is unknown again.
    ///
    /// # Errors
    /// `NotFound`, or the database failed.
    pub fn delete_answer(&mut self, shipment_id: &str, product_id: &str, fact: &str) -> Result<()> {
        self.remove(
            Table::Answer,
            &[shipment_id, product_id, fact],
            "DELETE FROM answer WHERE shipment_id = ?1 AND product_id = ?2 AND fact = ?3",
            [shipment_id, product_id, fact],
        )
    }
}
