//! Killing the program at any moment loses nothing that was acknowledged and leaves nothing half
//! done.
//!
//! The test starts itself as a second process, which writes and prints one line for each command
//! that it was told is on disk. It is killed after a random while; the parent then opens the
//! workspace and compares. `SHIPSHAPE_KILL_SEED` repeats a run as far as the operating system's
//! timing allows, `SHIPSHAPE_KILL_ROUNDS` sets its length.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use rusqlite::session::{ChangesetItem, ConflictAction, ConflictType};
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, OptionalExtension as _};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, Command as Run, Stdio};
use std::time::{Duration, Instant, SystemTime};
use std::{env, fs, thread};
use store::{
    AnswerRow, Command, Error, EvidenceRow, OpenOptions, ShipmentRow, Table, Watch, Workspace,
};

const AT: &str = "2026-11-24T09:00:00Z";
const FOLDER: &str = "SHIPSHAPE_KILL_FOLDER";
const SEED: &str = "SHIPSHAPE_KILL_SEED";
const ROUNDS: &str = "SHIPSHAPE_KILL_ROUNDS";
/// A workspace serves this many rounds; the next starts from nothing.
const ROUNDS_OF_ONE_WORKSPACE: u64 = 10;

#[test]
fn nothing_acknowledged_is_lost_and_nothing_is_half_done() {
    let number = |name: &str| env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap();
    let seed = number(SEED).unwrap_or(now.as_secs());
    let rounds = number(ROUNDS).unwrap_or(200);
    let mut random = Random(seed);
    let mut folder = tempfile::tempdir().unwrap();
    let (mut acknowledged, mut files, began) = (0, 0, Instant::now());
    for round in 0..rounds {
        let context = format!("seed {seed}, round {round}");
        if round % ROUNDS_OF_ONE_WORKSPACE == 0 {
            folder = tempfile::tempdir().unwrap();
        }
        let mut writer = start(folder.path(), random.next());
        thread::sleep(Duration::from_micros(random.below(280_000)));
        assert_eq!(writer.try_wait().unwrap(), None, "{context}: the writer failed by itself");
        writer.kill().unwrap();
        let lines = told(&mut writer);
        acknowledged += lines.len();
        files += compare(folder.path(), &lines, &context);
    }
    // Seen with --nocapture.
    writeln!(
        std::io::stderr(),
        "seed {seed}: {rounds} rounds, {acknowledged} commands acknowledged, {files} files \
         verified, {:?}",
        began.elapsed()
    )
    .unwrap();
    assert!(acknowledged > 0, "the writer never came to write");
}

#[test]
fn a_second_process_is_refused_while_the_first_lives() {
    let folder = tempfile::tempdir().unwrap();
    let mut writer = start(folder.path(), 1);
    let mut lines = BufReader::new(writer.stdout.take().unwrap()).lines();
    while !lines.next().unwrap().unwrap().starts_with("ack ") {}
    let refused = Workspace::open(folder.path(), &OpenOptions::default()).err();
    assert!(matches!(refused, Some(Error::InUse { .. })), "{refused:?}");
    writer.kill().unwrap();
    writer.wait().unwrap();
    Workspace::open(folder.path(), &OpenOptions::default()).unwrap();
}

fn start(folder: &Path, seed: u64) -> Child {
    Run::new(env::current_exe().unwrap())
        .args(["--exact", "writer", "--nocapture", "--test-threads=1"])
        .env(FOLDER, folder)
        .env(SEED, seed.to_string())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap()
}

/// The acknowledged entries: id and token, from the complete lines of a writer that has ended.
fn told(writer: &mut Child) -> Vec<(i64, String)> {
    let mut output = String::new();
    let mut reader = BufReader::new(writer.stdout.take().unwrap());
    while reader.read_line(&mut output).unwrap() > 0 {}
    writer.wait().unwrap();
    let complete = output.rfind('\n').map_or("", |end| &output[..end]);
    let lines = complete.lines().filter_map(|line| line.strip_prefix("ack "));
    lines
        .map(|line| line.split_once(' ').unwrap())
        .map(|(id, token)| (id.parse().unwrap(), token.to_owned()))
        .collect()
}

/// Opens the workspace after the kill; returns how many files were verified.
fn compare(folder: &Path, told: &[(i64, String)], context: &str) -> usize {
    let mut workspace = Workspace::open(folder, &OpenOptions::default())
        .unwrap_or_else(|error| panic!("{context}: {error:?}"));
    let incoming = fs::read_dir(folder.join("incoming")).unwrap().count();
    assert_eq!(incoming, 0, "{context}: leftovers");
    assert_eq!(workspace.check_database().unwrap(), Vec::<String>::new(), "{context}");

    let connection = Connection::open(folder.join("shipshape.db")).unwrap();
    for (id, token) in told {
        let found: Option<String> = connection
            .query_row("SELECT kind || ' ' || params FROM journal WHERE id = ?1", [id], |row| {
                row.get(0)
            })
            .optional()
            .unwrap();
        assert_eq!(found.as_ref(), Some(token), "{context}: entry {id} was acknowledged");
    }
    assert!(
        replayed(&connection) == contents(&connection),
        "{context}: rows and history tell different stories"
    );

    let files = workspace.read().stored_files().unwrap();
    let found = workspace.vault().verify(&files, &mut Watch::default()).unwrap();
    assert_eq!(found.problems, [], "{context}");
    workspace.sweep().unwrap();
    let found = workspace.vault().verify(&files, &mut Watch::default()).unwrap();
    assert_eq!(found.problems, [], "{context}: swept away what is needed");
    found.checked
}

type Contents = BTreeMap<&'static str, Vec<Vec<Sql>>>;

fn contents(connection: &Connection) -> Contents {
    let tables = Table::ALL.iter().filter(|table| table.is_recorded());
    let rows = |table: &Table| {
        let mut statement = connection.prepare(&format!("SELECT * FROM {table}")).unwrap();
        let width = statement.column_count();
        let rows = statement.query_map([], |row| (0..width).map(|at| row.get(at)).collect());
        let mut rows: Vec<Vec<Sql>> = rows.unwrap().map(Result::unwrap).collect();
        rows.sort_by_cached_key(|row| format!("{row:?}"));
        rows
    };
    tables.map(|table| (table.name(), rows(table))).collect()
}

/// What the changesets of the journal make of empty tables.
fn replayed(source: &Connection) -> Contents {
    let target = Connection::open_in_memory().unwrap();
    let texts = |sql: &str| -> Vec<String> {
        let mut statement = source.prepare(sql).unwrap();
        let rows = statement.query_map([], |row| row.get(0)).unwrap();
        rows.map(Result::unwrap).collect()
    };
    for sql in texts("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid") {
        target.execute_batch(&sql).unwrap();
    }
    target.pragma_update(None, "foreign_keys", true).unwrap();
    let mut statement = source.prepare("SELECT changeset FROM journal ORDER BY id").unwrap();
    let changesets = statement.query_map([], |row| row.get::<_, Vec<u8>>(0)).unwrap();
    target.execute_batch("BEGIN").unwrap();
    for changeset in changesets {
        let refuse = |_: ConflictType, _: ChangesetItem| ConflictAction::SQLITE_CHANGESET_ABORT;
        let bytes = changeset.unwrap();
        target.apply_strm(&mut bytes.as_slice(), None::<fn(&str) -> bool>, refuse).unwrap();
    }
    target.execute_batch("COMMIT").unwrap();
    contents(&target)
}

/// The second process. As a test of the ordinary run it does nothing.
#[test]
fn writer() {
    let (Ok(folder), Ok(seed)) = (env::var(FOLDER), env::var(SEED)) else {
        return;
    };
    let mut random = Random(seed.parse().unwrap());
    let mut workspace = Workspace::open(folder, &OpenOptions::default()).unwrap();
    loop {
        write(&mut workspace, &mut random);
    }
}

/// One random command, acknowledged on standard output.
fn write(workspace: &mut Workspace, random: &mut Random) {
    let token = json!({ "token": random.next().to_string() });
    let command =
        Command { author: "writer", at: AT, name: "random", params: token, shipment: None };
    let shipments = workspace.read().shipments::<Value>().unwrap();
    let shipment = shipments.get(random.index(shipments.len().max(1))).map(|row| row.id.clone());
    let done = match (random.below(12), shipment) {
        (0..=1, _) | (_, None) => workspace.transact(&command, |write| {
            let id = random.next().to_string();
            write.insert_shipment(&ShipmentRow {
                id: id.clone(),
                reference: String::from("PO"),
                title: String::from("龙门加工中心"),
                data: json!({ "market": "eu" }),
                archived: false,
                created_at: String::from(AT),
                position: 1,
            })?;
            (0..10).try_for_each(|fact| write.put_answer(&answer(&id, fact, 0)))
        }),
        (2..=6, Some(shipment)) => workspace.transact(&command, |write| {
            write.put_answer(&answer(&shipment, random.below(30), random.next()))
        }),
        (7, Some(shipment)) => {
            workspace.transact(&command, |write| write.delete_shipment(&shipment))
        }
        (8..=9, Some(shipment)) => attach(workspace, random, &command, &shipment),
        (10, _) => return turned(workspace.undo(AT, "writer")),
        (_, _) => return turned(workspace.redo(AT, "writer")),
    };
    let done = done.unwrap();
    if let Some(id) = done.journal_id {
        acknowledge(id, "command", &command.params);
    }
}

fn attach(
    workspace: &mut Workspace,
    random: &mut Random,
    command: &Command<'_>,
    shipment: &str,
) -> Result<store::Committed<()>, Error> {
    // Few different contents, so that some are stored twice; some are never attached.
    let (kind, length) = (random.below(40), random.index(200_000));
    let content = vec![u8::try_from(kind).unwrap(); length / 100 * 100];
    let staged = workspace.vault().stage_reader(
        &mut content.as_slice(),
        "a.pdf",
        None,
        &mut Watch::default(),
    )?;
    if kind == 0 {
        return workspace.transact(command, |write| write.put_setting("kind", &length));
    }
    workspace.transact(command, |write| {
        let id = random.next().to_string();
        write.insert_evidence(&EvidenceRow {
            id: id.clone(),
            document_type: String::from("iso-9001"),
            holder: None,
            issued: None,
            expires: Some(String::from("2028-01-31")),
            data: json!({}),
            created_at: String::from(AT),
        })?;
        write.link_evidence(shipment, &id)?;
        write.attach_file(&id, &staged, AT).map(|_| ())
    })
}

fn turned(turned: Result<store::Committed<store::Entry>, Error>) {
    match turned {
        Ok(done) => {
            let kind = match done.value.state {
                Some(store::EntryState::Undone) => "undo",
                _ => "redo",
            };
            acknowledge(done.journal_id.unwrap(), kind, &done.value.params);
        }
        Err(Error::NothingToUndo | Error::NothingToRedo) => {}
        Err(other) => panic!("{other:?}"),
    }
}

fn acknowledge(id: i64, kind: &str, params: &Value) {
    let mut output = std::io::stdout();
    output.write_all(format!("ack {id} {kind} {params}\n").as_bytes()).unwrap();
    output.flush().unwrap();
}

fn answer(shipment: &str, fact: u64, value: u64) -> AnswerRow<u64> {
    AnswerRow {
        shipment_id: shipment.to_owned(),
        product_id: String::new(),
        fact: format!("fact-{fact}"),
        data: value,
    }
}

/// `SplitMix64`: small, and the same everywhere.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    fn index(&mut self, end: usize) -> usize {
        usize::try_from(self.below(end as u64)).unwrap()
    }
}
