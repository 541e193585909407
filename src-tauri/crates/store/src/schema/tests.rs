//! The schema keeps the promises that undo rests on, and steps lead from one to the next.

use super::{DATES, DELIVERY, FIRST, LIBRARY, PACKS, Schema};
use crate::{Command, Error, OpenOptions, Table, Workspace};
use rusqlite::Connection;
use rusqlite_migration::M;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::Path;

const NEXT: &[M<'static>] = &[
    FIRST,
    PACKS,
    LIBRARY,
    DELIVERY,
    DATES,
    M::up(
        "ALTER TABLE setting ADD COLUMN note TEXT;
         CREATE TABLE carrier (id TEXT NOT NULL PRIMARY KEY) STRICT;",
    ),
];
const BROKEN: &[M<'static>] = &[
    FIRST,
    PACKS,
    LIBRARY,
    DELIVERY,
    DATES,
    M::up("ALTER TABLE setting ADD COLUMN note TEXT; DROP TABLE no_such_table;"),
];

fn empty() -> Connection {
    let mut connection = Connection::open_in_memory().unwrap();
    Schema::PRESENT.create(&mut connection).unwrap();
    connection
}

fn strings(connection: &Connection, sql: &str) -> Vec<String> {
    let mut statement = connection.prepare(sql).unwrap();
    let rows = statement.query_map([], |row| row.get(0)).unwrap();
    rows.map(Result::unwrap).collect()
}

fn open(folder: &Path, schema: Schema) -> Result<Workspace, Error> {
    Workspace::open_as(folder, &OpenOptions::default(), schema)
}

fn set(workspace: &mut Workspace, value: Value) {
    let command = Command {
        author: "Li",
        at: "2026-11-24T09:00:00+08:00",
        name: "setting.set",
        params: json!({}),
        shipment: None,
    };
    workspace
        .transact(&command, |write| -> Result<(), Error> { write.put_setting("language", &value) })
        .unwrap();
}

#[test]
fn every_table_is_listed_with_its_key_in_front() {
    let connection = empty();
    let there = strings(&connection, "SELECT name FROM sqlite_schema WHERE type = 'table'");
    let listed = Table::ALL.iter().map(|table| table.name().to_owned()).collect::<BTreeSet<_>>();
    assert_eq!(listed, there.into_iter().collect(), "a table that is not listed is not recorded");
    for table in Table::ALL {
        let keys = strings(
            &connection,
            &format!(
                "SELECT cid || iif(\"notnull\", '', ' NULL') FROM pragma_table_info('{table}')
                      WHERE pk > 0 ORDER BY cid"
            ),
        );
        let front = (0..table.key_columns()).map(|column| column.to_string()).collect::<Vec<_>>();
        assert_eq!(keys, front, "{table}: a row with NULL in its key would not be recorded");
    }
}

#[test]
fn children_come_before_their_parents() {
    let connection = empty();
    for (place, child) in Table::ALL.iter().enumerate() {
        let sql = format!("SELECT \"table\" FROM pragma_foreign_key_list('{child}')");
        for parent in strings(&connection, &sql) {
            let parent = Table::ALL.iter().position(|table| table.name() == parent).unwrap();
            assert!(parent >= place, "{child} must be recorded before what it names");
        }
    }
}

#[test]
fn putting_back_a_parent_scans_no_child() {
    let connection = empty();
    for child in Table::recorded() {
        let columns = strings(
            &connection,
            &format!(
                "SELECT group_concat(\"from\" || ' = 1', ' AND ')
                      FROM pragma_foreign_key_list('{child}') GROUP BY id"
            ),
        );
        for columns in columns {
            let sql = format!("EXPLAIN QUERY PLAN SELECT 1 FROM {child} WHERE {columns}");
            let plan: String = connection.query_row(&sql, [], |row| row.get(3)).unwrap();
            assert!(plan.starts_with("SEARCH"), "{child} by {columns}: {plan}");
        }
    }
}

#[test]
fn no_trigger_and_no_unique_index_stands_in_the_way_of_undo() {
    let connection = empty();
    let found = strings(
        &connection,
        "SELECT name FROM sqlite_schema
         WHERE type = 'trigger' OR type = 'index' AND sql LIKE '%UNIQUE%'",
    );
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn a_step_keeps_rows_and_history_and_lays_down_a_copy() {
    let folder = tempfile::tempdir().unwrap();
    let mut old = open(folder.path(), Schema::PRESENT).unwrap();
    set(&mut old, json!("de"));
    set(&mut old, json!("zh"));
    drop(old);

    let mut new = open(folder.path(), Schema { steps: NEXT }).unwrap();
    assert_eq!(new.read().setting("language").unwrap(), Some(json!("zh")));
    new.undo("2026-11-24T10:00:00Z", "Li").unwrap();
    assert_eq!(
        new.read().setting("language").unwrap(),
        Some(json!("de")),
        "a change recorded under an older schema can be undone under a newer one"
    );
    drop(new);

    let copy = Connection::open(folder.path().join("backups/schema-0005.db")).unwrap();
    let version: u32 = copy.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    let value: String = copy.query_row("SELECT data FROM setting", [], |row| row.get(0)).unwrap();
    assert_eq!((version, value.as_str()), (5, "\"zh\""), "the copy is of before the step");

    let refused = open(folder.path(), Schema::PRESENT).err();
    assert!(matches!(refused, Some(Error::TooNew { found: 6, supported: 5, .. })), "{refused:?}");
}

#[test]
fn a_failed_step_leaves_the_database_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    set(&mut open(folder.path(), Schema::PRESENT).unwrap(), json!("de"));
    for _ in 0..2 {
        let failed = open(folder.path(), Schema { steps: BROKEN }).err();
        assert!(matches!(failed, Some(Error::Migration { .. })), "{failed:?}");
    }
    let copies = std::fs::read_dir(folder.path().join("backups")).unwrap().count();
    assert_eq!(copies, 2, "no copy replaces an earlier one");
    let old = open(folder.path(), Schema::PRESENT).unwrap();
    assert_eq!(old.read().setting("language").unwrap(), Some(json!("de")));
    let columns = strings(&old.connection, "SELECT name FROM pragma_table_info('setting')");
    assert_eq!(columns, ["key", "data"], "the first half of the step is not there either");
}
