//! Table `shipment_evidence`: which evidence serves which shipment.

use super::evidence::read;
use super::{EvidenceRow, Read, Table, Write};
use crate::error::Result;
use serde::de::DeserializeOwned;

impl Read<'_> {
    /// The evidence that serves a shipment, by id.
    ///
    /// # Errors
    /// `UnreadableData`, or the database failed.
    pub fn evidence_of_shipment<T: DeserializeOwned>(
        &self,
        shipment_id: &str,
    ) -> Result<Vec<EvidenceRow<T>>> {
        self.rows(
            Table::Evidence,
            "SELECT id, type, holder, issued, expires, data, created_at
             FROM shipment_evidence JOIN evidence ON id = evidence_id
             WHERE shipment_id = ?1 ORDER BY evidence_id",
            [shipment_id],
            read,
        )
    }

    /// The ids of the shipments that an evidence serves.
    ///
    /// # Errors
    /// The database failed.
    pub fn shipments_of_evidence(&self, evidence_id: &str) -> Result<Vec<String>> {
        self.rows(
            Table::ShipmentEvidence,
            "SELECT shipment_id FROM shipment_evidence WHERE evidence_id = ?1 ORDER BY shipment_id",
            [evidence_id],
            |row| row.get(0),
        )
    }
}

impl Write<'_> {
    /// Lets an evidence serve a shipment; it may do so already.
    ///
    /// # Errors
    /// `Dangling` when one of them is not there, or the database failed.
    pub fn link_evidence(&mut self, shipment_id: &str, evidence_id: &str) -> Result<()> {
        self.put(
            Table::ShipmentEvidence,
            &[shipment_id, evidence_id],
            "INSERT INTO shipment_evidence (shipment_id, evidence_id) VALUES (?1, ?2)
             ON CONFLICT DO NOTHING",
            [shipment_id, evidence_id],
        )
    }

    /// Ends that an evidence serves a shipment.
    ///
    /// # Errors
    /// `NotFound`, or the database failed.
    pub fn unlink_evidence(&mut self, shipment_id: &str, evidence_id: &str) -> Result<()> {
        self.remove(
            Table::ShipmentEvidence,
            &[shipment_id, evidence_id],
            "DELETE FROM shipment_evidence WHERE shipment_id = ?1 AND evidence_id = ?2",
            [shipment_id, evidence_id],
        )
    }
}
