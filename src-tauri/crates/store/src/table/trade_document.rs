//! Table `trade_document`: trade documents of a shipment, drafts included.

use super::{Json, Read, Table, Write, json};
use crate::error::Result;
use rusqlite::{Row, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// One trade document of a shipment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TradeDocumentRow<T> {
    /// The shipment it belongs to.
    pub shipment_id: String,
    /// What the document is, e.g. `commercial-invoice`.
    pub kind: String,
    /// Its fields, as the application types it.
    pub data: T,
}

const SELECT: &str = "SELECT shipment_id, kind, data FROM trade_document";

fn read<T: DeserializeOwned>(row: &Row<'_>) -> rusqlite::Result<TradeDocumentRow<T>> {
    Ok(TradeDocumentRow {
        shipment_id: row.get(0)?,
        kind: row.get(1)?,
        data: row.get::<_, Json<T>>(2)?.0,
    })
}

impl Read<'_> {
    /// One document of a shipment, if there is one.
    ///
    /// # Errors
    /// `UnreadableData`, or the database failed.
    pub fn trade_document<T: DeserializeOwned>(
        &self,
        shipment_id: &str,
        kind: &str,
    ) -> Result<Option<TradeDocumentRow<T>>> {
        let sql = format!("{SELECT} WHERE shipment_id = ?1 AND kind = ?2");
        self.row(Table::TradeDocument, &sql, [shipment_id, kind], read)
    }

    /// All of a shipment, by kind.
    ///
    /// # Errors
    /// `UnreadableData`, or the database failed.
    pub fn trade_documents<T: DeserializeOwned>(
        &self,
        shipment_id: &str,
    ) -> Result<Vec<TradeDocumentRow<T>>> {
        let sql = format!("{SELECT} WHERE shipment_id = ?1 ORDER BY kind");
        self.rows(Table::TradeDocument, &sql, [shipment_id], read)
    }
}

impl Write<'_> {
    /// Sets a document, in place of an earlier one.
    ///
    /// # Errors
    /// `Dangling` when there is no such shipment, `UnwritableData`, or the database failed.
    pub fn put_trade_document<T: Serialize>(&mut self, row: &TradeDocumentRow<T>) -> Result<()> {
        let key: &[&str] = &[&row.shipment_id, &row.kind];
        let data = json(Table::TradeDocument, key, &row.data)?;
        self.put(
            Table::TradeDocument,
            key,
            "INSERT INTO trade_document (shipment_id, kind, data) VALUES (?1, ?2, ?3)
             ON CONFLICT DO UPDATE SET data = excluded.data",
            params![row.shipment_id, row.kind, data],
        )
    }

    /// Removes a document.
    ///
    /// # Errors
    /// `NotFound`, or the database failed.
    pub fn delete_trade_document(&mut self, shipment_id: &str, kind: &str) -> Result<()> {
        self.remove(
            Table::TradeDocument,
            &[shipment_id, kind],
            "DELETE FROM trade_document WHERE shipment_id = ?1 AND kind = ?2",
            [shipment_id, kind],
        )
    }
}
