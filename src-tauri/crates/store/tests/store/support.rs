//! What the tests of the store share: a workspace in a folder of its own, commands, and dumps.

use rusqlite::types::Value as Sql;
use rusqlite::{Connection, OpenFlags};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use store::{
    AnswerRow, Command, Committed, Error, EvidenceRow, OpenOptions, ProductRow, ShipmentRow, Table,
    Watch, Workspace, Write,
};
use tempfile::TempDir;

/// The time of every command here.
pub(crate) const AT: &str = "2026-11-24T09:00:00+08:00";

/// A workspace in a temporary folder.
pub(crate) struct Place {
    pub(crate) folder: TempDir,
    pub(crate) workspace: Workspace,
}

impl Place {
    pub(crate) fn new() -> Self {
        let folder = quick_folder();
        let workspace = open(folder.path()).unwrap();
        Self { folder, workspace }
    }

    /// Closes the workspace and opens it again.
    pub(crate) fn reopen(self) -> Self {
        let Self { folder, workspace } = self;
        drop(workspace);
        let workspace = open(folder.path()).unwrap();
        Self { folder, workspace }
    }

    /// Runs a command named after what it does.
    pub(crate) fn run<R>(
        &mut self,
        name: &str,
        write: impl FnOnce(&mut Write<'_>) -> Result<R, Error>,
    ) -> Result<Committed<R>, Error> {
        self.workspace.transact(&command(name), write)
    }

    /// Every row of every table but the journal, as another connection sees it.
    pub(crate) fn dump(&self) -> Dump {
        dump(&self.database())
    }

    pub(crate) fn database(&self) -> PathBuf {
        self.folder.path().join("shipshape.db")
    }
}

/// In memory where there is such a place: these tests ask what is stored, not whether it survives
/// a power loss.
fn quick_folder() -> TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() {
        tempfile::tempdir_in(memory).unwrap()
    } else {
        tempfile::tempdir().unwrap()
    }
}

/// Table to rows.
pub(crate) type Dump = BTreeMap<&'static str, Vec<Vec<Sql>>>;

pub(crate) fn open(folder: &Path) -> Result<Workspace, Error> {
    Workspace::open(folder, &OpenOptions::default())
}

pub(crate) fn command(name: &str) -> Command<'_> {
    Command { author: "Li Wei", at: AT, name, params: json!({ "title": name }), shipment: None }
}

/// A connection that can only look.
pub(crate) fn look(database: &Path) -> Connection {
    Connection::open_with_flags(database, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap()
}

pub(crate) fn dump(database: &Path) -> Dump {
    let connection = look(database);
    let tables = Table::ALL.iter().filter(|table| table.is_recorded());
    tables.map(|table| (table.name(), rows(&connection, table.name()))).collect()
}

/// All rows of a table, in an order of their own.
pub(crate) fn rows(connection: &Connection, table: &str) -> Vec<Vec<Sql>> {
    let mut statement = connection.prepare(&format!("SELECT * FROM {table}")).unwrap();
    let width = statement.column_count();
    let found =
        statement.query_map([], |row| (0..width).map(|column| row.get(column)).collect()).unwrap();
    let mut rows: Vec<Vec<Sql>> = found.map(Result::unwrap).collect();
    rows.sort_by_cached_key(|row| format!("{row:?}"));
    rows
}

pub(crate) fn shipment(id: &str) -> ShipmentRow<Value> {
    ShipmentRow {
        id: id.to_owned(),
        reference: format!("PO-{id}"),
        title: format!("Gantry machining centre {id} 龙门加工中心"),
        data: json!({ "market": "eu", "incoterm": "CIF", "place": "Hamburg" }),
        archived: false,
        created_at: AT.to_owned(),
        position: 1,
    }
}

pub(crate) fn product(shipment: &str, id: &str) -> ProductRow<Value> {
    ProductRow {
        shipment_id: shipment.to_owned(),
        id: id.to_owned(),
        position: 1,
        data: json!({ "model": "LM-MT650", "serials": ["A1", "A2"] }),
    }
}

pub(crate) fn answer(shipment: &str, product: &str, fact: &str, data: Value) -> AnswerRow<Value> {
    AnswerRow {
        shipment_id: shipment.to_owned(),
        product_id: product.to_owned(),
        fact: fact.to_owned(),
        data,
    }
}

pub(crate) fn evidence(id: &str) -> EvidenceRow<Value> {
    EvidenceRow {
        id: id.to_owned(),
        document_type: String::from("iso-9001"),
        holder: Some(String::from("Qingdao Lunan")),
        issued: Some(String::from("2025-02-01")),
        expires: Some(String::from("2028-01-31")),
        data: json!({ "number": "CN-25/1234" }),
        created_at: AT.to_owned(),
    }
}

/// Stores a content in the vault.
pub(crate) fn stage(workspace: &Workspace, content: &[u8]) -> store::Staged {
    workspace
        .vault()
        .stage_reader(&mut &content[..], "certificate.pdf", None, &mut Watch::default())
        .unwrap()
}
