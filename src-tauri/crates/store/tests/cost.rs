//! What a command costs beside a bare commit of the same rows, in a workspace of 1,000 shipments
//! and 10,000 evidence records.
//!
//! `cargo test --release -p store --test cost -- --ignored --nocapture`

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use rusqlite::{Connection, params};
use serde_json::{Value, json};
use std::io::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};
use store::{
    AnswerRow, Command, Error, EvidenceRow, OpenOptions, ProductRow, ShipmentRow, Workspace,
};

const AT: &str = "2026-11-24T09:00:00+08:00";

fn command<'a>(name: &'a str, shipment: Option<&'a str>) -> Command<'a> {
    let params = json!({ "reference": "PO-2026-0815", "fact": "spindle-power" });
    Command { author: "Li Wei", at: AT, name, params, shipment }
}

/// 1,000 shipments with two products and 60 answers each, 10,000 evidence records, 20,000 links.
fn fill(workspace: &mut Workspace) {
    for shipment in 0..1_000 {
        let id = format!("shipment-{shipment:04}");
        workspace
            .transact(&command("seed", Some(&id)), |write| -> Result<(), Error> {
                write.insert_shipment(&ShipmentRow {
                    id: id.clone(),
                    reference: format!("PO-{shipment}"),
                    title: String::from("Gantry machining centre"),
                    data: json!({ "market": "eu", "incoterm": "CIF", "place": "Hamburg" }),
                    archived: false,
                    created_at: String::from(AT),
                    position: shipment,
                })?;
                for product in 0..2 {
                    write.insert_product(&ProductRow {
                        shipment_id: id.clone(),
                        id: format!("p{product}"),
                        position: product,
                        data: json!({ "model": "LM-MT650" }),
                    })?;
                }
                for fact in 0..60 {
                    write.put_answer(&answer(&id, fact, 0))?;
                }
                for evidence in 0..10 {
                    let evidence = shipment * 10 + evidence;
                    write.insert_evidence(&EvidenceRow {
                        id: format!("evidence-{evidence:05}"),
                        document_type: format!("type-{}", evidence % 40),
                        holder: Some(String::from("Qingdao Lunan Machine Tool")),
                        issued: Some(String::from("2025-02-01")),
                        expires: Some(format!("20{}-01-31", 27 + evidence % 5)),
                        data: json!({ "number": "CN-25/1234", "issuer": "A body", "languages": ["en", "zh"] }),
                        created_at: String::from(AT),
                    })?;
                    write.link_evidence(&id, &format!("evidence-{evidence:05}"))?;
                    write.link_evidence(&id, &format!("evidence-{:05}", evidence / 3))?;
                }
                Ok(())
            })
            .unwrap();
    }
}

fn answer(shipment: &str, fact: usize, value: usize) -> AnswerRow<Value> {
    AnswerRow {
        shipment_id: shipment.to_owned(),
        product_id: String::from(if fact.is_multiple_of(2) { "" } else { "p1" }),
        fact: format!("fact-{fact:03}"),
        data: json!({ "value": value.to_string(), "unit": "kW" }),
    }
}

fn bare(folder: &Path) -> Connection {
    let connection = Connection::open(folder.join("bare.db")).unwrap();
    connection.pragma_update(None, "foreign_keys", true).unwrap();
    connection.pragma_update(None, "synchronous", "FULL").unwrap();
    connection
}

/// The rows of one answered fact and of its journal entry, without recording anything.
fn bare_commit(connection: &Connection, row: &AnswerRow<Value>, changeset: &[u8]) {
    let data = row.data.to_string();
    let command = command("answer.set", None);
    connection.prepare_cached("BEGIN IMMEDIATE").unwrap().execute([]).unwrap();
    connection
        .prepare_cached(
            "INSERT INTO answer (shipment_id, product_id, fact, data) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT DO UPDATE SET data = excluded.data",
        )
        .unwrap()
        .execute(params![row.shipment_id, row.product_id, row.fact, data])
        .unwrap();
    connection
        .prepare_cached(
            "INSERT INTO journal
             (kind, state, at, author, name, params, shipment_id, schema, changeset)
             VALUES ('command', 'done', ?1, ?2, ?3, ?4, ?5, 1, ?6)",
        )
        .unwrap()
        .execute(params![
            command.at,
            command.author,
            command.name,
            command.params.to_string(),
            row.shipment_id,
            changeset
        ])
        .unwrap();
    connection.prepare_cached("COMMIT").unwrap().execute([]).unwrap();
}

fn timed(what: impl FnOnce()) -> Duration {
    let began = Instant::now();
    what();
    began.elapsed()
}

/// Median and 95th percentile.
fn middle(mut times: Vec<Duration>) -> (Duration, Duration) {
    times.sort();
    (times[times.len() / 2], times[times.len() * 95 / 100])
}

#[test]
#[ignore = "a measurement, for release builds on a quiet machine"]
fn an_answer_costs_at_most_twice_a_bare_commit() {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let mut workspace = Workspace::open(folder.path(), &OpenOptions::default()).unwrap();
    let mut told = String::new();
    for filled in [false, true] {
        if filled {
            let filling = timed(|| fill(&mut workspace));
            told += &format!("filled in {filling:?}\n");
        } else {
            workspace
                .transact(&command("seed", None), |write| -> Result<(), Error> {
                    write.insert_shipment(&ShipmentRow {
                        id: String::from("shipment-x"),
                        reference: String::new(),
                        title: String::new(),
                        data: json!({}),
                        archived: false,
                        created_at: String::from(AT),
                        position: 0,
                    })?;
                    write.insert_product(&ProductRow {
                        shipment_id: String::from("shipment-x"),
                        id: String::from("p1"),
                        position: 0,
                        data: json!({}),
                    })
                })
                .unwrap();
        }
        let _ = std::fs::remove_file(folder.path().join("bare.db"));
        workspace.copy_database(&folder.path().join("bare.db")).unwrap();
        let bare = bare(folder.path());
        let (mut ours, mut theirs) = (Vec::new(), Vec::new());
        for round in 0..2_000 {
            let shipment = if filled {
                format!("shipment-{:04}", round * 7 % 1_000)
            } else {
                String::from("shipment-x")
            };
            let row = answer(&shipment, round % 60, round + 1);
            let mut entry = None;
            ours.push(timed(|| {
                let done = workspace
                    .transact(
                        &command("answer.set", Some(&shipment)),
                        |write| -> Result<(), Error> { write.put_answer(&row) },
                    )
                    .unwrap();
                entry = done.journal_id;
            }));
            let changeset = vec![0; 160];
            assert!(entry.is_some());
            theirs.push(timed(|| bare_commit(&bare, &row, &changeset)));
        }
        let (ours, theirs) = (middle(ours), middle(theirs));
        let ratio = ours.0.as_secs_f64() / theirs.0.as_secs_f64();
        told += &format!(
            "filled: {filled}; command {ours:?}, bare commit {theirs:?} (median, 95 %), ratio {ratio:.2}\n"
        );
        assert!(ratio <= 2.0, "{told}");
    }
    let entry = workspace.read().history(1, None).unwrap().remove(0);
    let connection = Connection::open(folder.path().join("shipshape.db")).unwrap();
    let size: i64 = connection
        .query_row("SELECT length(changeset) FROM journal WHERE id = ?1", [entry.id], |row| {
            row.get(0)
        })
        .unwrap();
    told += &format!("changeset of an answer: {size} bytes\n");

    drop(connection);
    drop(workspace);
    let size = std::fs::metadata(folder.path().join("shipshape.db")).unwrap().len();
    for check in [false, true] {
        let options = OpenOptions { check, ..OpenOptions::default() };
        let took = timed(|| drop(Workspace::open(folder.path(), &options).unwrap()));
        told += &format!("opening {} MB, check {check}: {took:?}\n", size / 1_000_000);
    }
    let mut workspace = Workspace::open(folder.path(), &OpenOptions::default()).unwrap();
    let took = timed(|| drop(workspace.read().shipments::<Value>().unwrap()));
    told += &format!("reading 1,000 shipments: {took:?}\n");
    let took = timed(|| drop(workspace.read().all_evidence::<Value>().unwrap()));
    told += &format!("reading 10,000 evidence records: {took:?}\n");
    let remove = |workspace: &mut Workspace| {
        workspace
            .transact(&command("shipment.delete", None), |write| -> Result<(), Error> {
                write.delete_shipment("shipment-0500")
            })
            .unwrap();
    };
    let took = timed(|| remove(&mut workspace));
    told += &format!("removing a shipment with all its rows: {took:?}\n");
    let took = timed(|| drop(workspace.undo(AT, "Li").unwrap()));
    told += &format!("undoing that: {took:?}\n");
    let took = timed(|| drop(workspace.read().can_undo().unwrap()));
    told += &format!("asking what can be undone: {took:?}\n");
    std::io::stderr().write_all(told.as_bytes()).unwrap();
}
