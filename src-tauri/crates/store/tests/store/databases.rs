//! Databases of every landed schema, one file each under `tests/databases`: all must open, keep
//! their rows, and stay undoable.

use crate::history::seed;
use crate::support::{AT, Place, dump, open};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

fn databases() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/databases")
}

/// Tables that came after the first schema, with the number of the schema that brought them.
const LATER: [(u32, &str); 11] = [
    (2, "pack_text"),
    (2, "own_pack"),
    (3, "evidence_bin"),
    (4, "baseline"),
    (4, "calendar"),
    (4, "material"),
    (4, "message"),
    (4, "scenario"),
    (4, "signal"),
    (4, "ticket"),
    (5, "material_consignment"),
];

/// How many rows each table had when the file was made; later schemas may add tables.
fn made(place: &mut Place) {
    seed(place);
    place.run("setting.set", |write| write.put_setting("zone", &json!("CN"))).unwrap();
    place.run("shipment.delete", |write| write.delete_shipment("s1")).unwrap();
    place.workspace.undo(AT, "Wang Fang").unwrap();
    let told = store::CalendarEventRow {
        shipment_id: "s1".to_owned(),
        party: String::new(),
        uid: "s1.milestone.mt-fat@shipshape".to_owned(),
        sequence: 3_600_000,
        data: json!({ "title": "FAT" }),
    };
    place.workspace.remember_calendar("s1", "", &[told]).unwrap();
}

#[test]
fn every_landed_database_opens_and_keeps_its_rows() {
    let mut files: Vec<_> =
        fs::read_dir(databases()).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "db"));
    files.sort();
    assert!(!files.is_empty(), "the databases of landed schemas are part of the repository");
    for file in files {
        let folder = tempfile::tempdir().unwrap();
        fs::copy(&file, folder.path().join("shipshape.db")).unwrap();
        let mut workspace = open(folder.path()).unwrap();
        let name = file.display();
        assert_eq!(workspace.check_database().unwrap(), Vec::<String>::new(), "{name}");

        let rows = dump(&folder.path().join("shipshape.db"));
        let landed: u32 = file.file_stem().unwrap().to_str().unwrap().parse().unwrap();
        let later: Vec<&str> =
            LATER.iter().filter(|(schema, _)| *schema > landed).map(|(_, table)| *table).collect();
        let missing: Vec<_> = rows
            .iter()
            .filter(|(table, rows)| rows.is_empty() && !later.contains(*table))
            .collect();
        assert_eq!(missing, [], "{name} lost rows");
        let read = workspace.read();
        assert_eq!(read.settings::<Value>().unwrap().len(), 2, "{name}");
        assert_eq!(read.answers::<Value>("s1").unwrap().len(), 2, "{name}");
        assert_eq!(read.evidence_files("e1").unwrap()[0].name, "certificate.pdf", "{name}");
        assert_eq!(read.history(9, None).unwrap().len(), 4, "{name}");
        let told = read.calendar_events::<Value>("s1", "").unwrap().len();
        assert_eq!(told, usize::from(landed >= 5), "{name}");
        // What was recorded of a material before there were consignments speaks for all of them.
        let materials = read.materials::<Value>("s1").unwrap();
        let of: Vec<Option<u8>> = materials.iter().map(|row| row.consignment).collect();
        let expected: &[Option<u8>] = match landed {
            ..4 => &[],
            4 => &[None],
            _ => &[None, Some(2)],
        };
        assert_eq!(of, expected, "{name}");

        workspace.redo(AT, "Li Wei").unwrap();
        assert_eq!(workspace.read().shipments::<Value>().unwrap(), [], "{name}");
        for _ in 0..3 {
            workspace.undo(AT, "Li Wei").unwrap();
        }
        let rows = dump(&folder.path().join("shipshape.db"));
        assert!(rows.values().all(Vec::is_empty), "{name}: undone to the beginning, {rows:?}");
    }
}

/// `cargo test -p store -- --ignored make_database` lays down the file of the present schema,
/// once, when that schema lands.
#[test]
#[ignore = "writes into the repository"]
fn make_database() {
    let mut place = Place::new();
    made(&mut place);
    let target = databases().join("0005.db");
    assert!(!target.exists(), "a landed database is never made anew");
    fs::create_dir_all(databases()).unwrap();
    place.workspace.copy_database(&target).unwrap();
}
