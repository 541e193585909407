//! Table `company`: the exporter, one row at most.

use super::{Json, Read, Table, Write, json};
use crate::error::Result;
use serde::Serialize;
use serde::de::DeserializeOwned;

impl Read<'_> {
    /// The exporter, once it was told.
    ///
    /// # Errors
    /// `UnreadableData`, or the database failed.
    pub fn company<T: DeserializeOwned>(&self) -> Result<Option<T>> {
        self.row(Table::Company, "SELECT id, data FROM company", [], |row| {
            Ok(row.get::<_, Json<T>>(1)?.0)
        })
    }
}

impl Write<'_> {
    /// Sets the exporter.
    ///
    /// # Errors
    /// `UnwritableData`, or the database failed.
    pub fn put_company<T: Serialize + ?Sized>(&mut self, data: &T) -> Result<()> {
        let data = json(Table::Company, &["1"], data)?;
        self.put(
            Table::Company,
            &["1"],
            "INSERT INTO company (id, data) VALUES (1, ?1)
             ON CONFLICT DO UPDATE SET data = excluded.data",
            [data],
        )
    }
}
