//! The history, undo and redo.

use crate::support::{AT, Place, answer, evidence, product, shipment, stage};
use rusqlite::Connection;
use serde_json::{Value, json};
use store::{Action, Command, ConflictReason, EntryKind, EntryState, Error, Table};

fn set(place: &mut Place, value: &str) {
    place.run(&format!("set.{value}"), |write| write.put_setting("language", value)).unwrap();
}

fn setting(place: &Place) -> Option<String> {
    place.workspace.read().setting("language").unwrap()
}

#[test]
fn undo_and_redo_go_through_the_commands_in_order() {
    let mut place = Place::new();
    for value in ["de", "en", "zh"] {
        set(&mut place, value);
    }
    let done = place.workspace.undo(AT, "Wang").unwrap();
    assert_eq!(done.value.name, "set.zh");
    assert_eq!(done.value.state, Some(EntryState::Undone));
    assert_eq!(done.changes.rows[0].action, Action::Updated);
    place.workspace.undo(AT, "Wang").unwrap();
    assert_eq!(setting(&place).as_deref(), Some("de"));

    let mut place = place.reopen();
    let read = place.workspace.read();
    assert_eq!(read.can_undo().unwrap().unwrap().name, "set.de");
    let next = read.can_redo().unwrap().unwrap();
    assert_eq!((next.name.as_str(), &next.params), ("set.en", &json!({ "title": "set.en" })));

    assert_eq!(place.workspace.redo(AT, "Wang").unwrap().value.name, "set.en");
    assert_eq!(place.workspace.redo(AT, "Wang").unwrap().value.name, "set.zh");
    assert_eq!(setting(&place).as_deref(), Some("zh"));
    let nothing = place.workspace.redo(AT, "Wang");
    assert!(matches!(nothing, Err(Error::NothingToRedo)), "{nothing:?}");

    for _ in 0..3 {
        place.workspace.undo(AT, "Wang").unwrap();
    }
    assert_eq!(setting(&place), None);
    let nothing = place.workspace.undo(AT, "Wang");
    assert!(matches!(nothing, Err(Error::NothingToUndo)), "{nothing:?}");
}

#[test]
fn the_history_shows_everything_newest_first() {
    let mut place = Place::new();
    set(&mut place, "de");
    set(&mut place, "en");
    place.workspace.undo(AT, "Wang").unwrap();
    place.workspace.redo(AT, "Zhao").unwrap();
    place.workspace.undo("2026-11-25T08:00:00Z", "Wang").unwrap();
    set(&mut place, "zh");

    let history = place.workspace.read().history(10, None).unwrap();
    let lines: Vec<_> = history
        .iter()
        .map(|e| (e.id, e.kind, e.command_id, e.state, e.name.as_str(), e.author.as_str()))
        .collect();
    use EntryKind::{Command, Redo, Undo};
    assert_eq!(
        lines,
        [
            (6, Command, None, Some(EntryState::Done), "set.zh", "Li Wei"),
            (5, Undo, Some(2), None, "set.en", "Wang"),
            (4, Redo, Some(2), None, "set.en", "Zhao"),
            (3, Undo, Some(2), None, "set.en", "Wang"),
            (2, Command, None, Some(EntryState::Superseded), "set.en", "Li Wei"),
            (1, Command, None, Some(EntryState::Done), "set.de", "Li Wei"),
        ]
    );
    assert_eq!(history[1].at, "2026-11-25T08:00:00Z");
    let page = place.workspace.read().history(2, Some(5)).unwrap();
    assert_eq!(page.iter().map(|entry| entry.id).collect::<Vec<_>>(), [4, 3]);
}

#[test]
fn a_new_command_ends_redo_but_not_undo() {
    let mut place = Place::new();
    for value in ["de", "en"] {
        set(&mut place, value);
    }
    place.workspace.undo(AT, "Wang").unwrap();
    set(&mut place, "zh");
    assert_eq!(place.workspace.read().can_redo().unwrap(), None);
    place.workspace.undo(AT, "Wang").unwrap();
    assert_eq!(setting(&place).as_deref(), Some("de"));
    place.workspace.undo(AT, "Wang").unwrap();
    assert_eq!(setting(&place), None);
}

#[test]
fn a_shipment_s_history_is_its_own() {
    let mut place = Place::new();
    for (id, name) in [("s1", "one"), ("s2", "two"), ("s1", "three")] {
        let command = Command { shipment: Some(id), ..crate::support::command(name) };
        place
            .workspace
            .transact(&command, |write| -> Result<(), Error> { write.put_setting(name, &1) })
            .unwrap();
    }
    let names = |id| -> Vec<String> {
        let entries = place.workspace.read().history_of_shipment(id, 10, None).unwrap();
        entries.into_iter().map(|entry| entry.name).collect()
    };
    assert_eq!(names("s1"), ["three", "one"]);
    assert_eq!(names("s2"), ["two"]);
}

/// A shipment with a row in every table that goes with it.
pub(crate) fn seed(place: &mut Place) {
    let staged = stage(&place.workspace, b"%PDF-1.7 a certificate");
    place
        .run("seed", |write| {
            write.insert_shipment(&shipment("s1"))?;
            write.insert_product(&product("s1", "p1"))?;
            write.put_answer(&answer("s1", "", "market", json!("eu")))?;
            write.put_answer(&answer("s1", "p1", "axes", json!(5)))?;
            write.insert_evidence(&evidence("e1"))?;
            write.link_evidence("s1", "e1")?;
            write.attach_file("e1", &staged, AT)?;
            write.put_milestone_edit(&store::MilestoneEditRow {
                shipment_id: String::from("s1"),
                milestone: String::from("mt-fat"),
                data: json!({ "days": 12 }),
            })?;
            write.put_trade_document(&store::TradeDocumentRow {
                shipment_id: String::from("s1"),
                kind: String::from("packing-list"),
                data: json!({ "packages": 4 }),
            })?;
            write.insert_decision(&store::DecisionRow {
                id: String::from("d1"),
                shipment_id: String::from("s1"),
                subject: String::from("iso-9001"),
                data: json!({ "kind": "waived", "reason": "buyer agreed" }),
            })?;
            write.insert_exception(&store::ExceptionRow {
                id: String::from("x1"),
                shipment_id: String::from("s1"),
                check_id: String::from("x-hs6"),
                data: json!({ "reason": "customs ruling" }),
            })?;
            write.put_setting("language", "zh")?;
            write.put_company(&json!({ "name": { "en": "Lunan", "zh": "鲁南" } }))?;
            write.put_in_bin(&store::BinRow {
                evidence_id: String::from("e1"),
                removed_at: String::from(AT),
                keep_until: "2027-02-22".parse().unwrap(),
            })?;
            write.keep_pack_text(&store::PackTextRow {
                sha256: "0f".repeat(32),
                pack: String::from("cn-export"),
                version: String::from("1.0.0"),
                text: String::from("id: cn-export"),
            })?;
            write.put_own_pack(&store::OwnPackRow {
                id: String::from("own"),
                kind: store::OwnPackKind::Pack,
                text: String::from("id: own"),
            })?;
            seed_delivery(write)
        })
        .unwrap();
}

/// One row of each table about delivery, communication and the watch list.
fn seed_delivery(write: &mut store::Write<'_>) -> Result<(), store::Error> {
    let data = json!({ "note": "鲁南" });
    let owned = || (String::from("s1"), data.clone());
    write.put_calendar(&store::CalendarRow { id: String::from("VN"), data: data.clone() })?;
    write.put_signal(&store::SignalRow { id: String::from("w-own"), data: data.clone() })?;
    let (shipment_id, data) = owned();
    write.put_baseline(&store::BaselineRow { shipment_id, data })?;
    let (shipment_id, data) = owned();
    write.put_scenario(&store::ScenarioRow { id: String::from("c1"), shipment_id, data })?;
    let (shipment_id, data) = owned();
    write.put_ticket(&store::TicketRow { id: String::from("t1"), shipment_id, data })?;
    let (_, data) = owned();
    let (id, ticket_id) = (String::from("m1"), String::from("t1"));
    write.put_message(&store::MessageRow { id, ticket_id, data })?;
    let (shipment_id, data) = owned();
    let (material, language) = (String::from("cm-manual-set"), String::from("de"));
    let mut row = store::MaterialRow { shipment_id, material, language, consignment: None, data };
    write.put_material(&row)?;
    row.consignment = Some(2);
    write.put_material(&row)
}

#[test]
fn undo_brings_back_what_went_with_a_removed_row() {
    let mut place = Place::new();
    seed(&mut place);
    let before = place.dump();
    assert!(before.values().all(|rows| !rows.is_empty()), "a row in every table");

    let gone = place.run("shipment.delete", |write| write.delete_shipment("s1")).unwrap();
    assert_eq!(gone.changes.rows.len(), 15, "{:?}", gone.changes);
    let empty = place.dump();
    let back = place.workspace.undo(AT, "Wang").unwrap();
    assert_eq!(back.changes.rows.len(), 15);
    assert_eq!(place.dump(), before);
    place.workspace.redo(AT, "Wang").unwrap();
    assert_eq!(place.dump(), empty);
    place.workspace.undo(AT, "Wang").unwrap();

    place.run("evidence.delete", |write| write.delete_evidence("e1")).unwrap();
    place.run("product.delete", |write| write.delete_product("s1", "p1")).unwrap();
    assert_eq!(place.workspace.read().answers::<Value>("s1").unwrap().len(), 1);
    place.workspace.undo(AT, "Wang").unwrap();
    place.workspace.undo(AT, "Wang").unwrap();
    assert_eq!(place.dump(), before);
    assert!(place.workspace.check_database().unwrap().is_empty());
}

#[test]
fn an_undo_that_no_longer_fits_is_refused_as_a_whole() {
    /// What is done behind the history's back after a command, and what undo says to it.
    fn refused(meddle: &str) -> store::Conflict {
        let mut place = Place::new();
        seed(&mut place);
        place
            .run("edit", |write| {
                write.put_setting("zone", "CN")?;
                write.put_answer(&answer("s1", "", "market", json!("us")))?;
                write.delete_exception("x1")?;
                write.delete_evidence("e1")
            })
            .unwrap();
        let Place { folder, workspace } = place;
        drop(workspace);
        let connection = Connection::open(folder.path().join("shipshape.db")).unwrap();
        connection.execute_batch(meddle).unwrap();
        drop(connection);
        let mut place = Place { workspace: crate::support::open(folder.path()).unwrap(), folder };

        let before = place.dump();
        let history = place.workspace.read().history(9, None).unwrap();
        let refused = place.workspace.undo(AT, "Wang");
        assert_eq!(place.dump(), before, "nothing half done");
        assert_eq!(place.workspace.read().history(9, None).unwrap(), history);
        place.run("next", |write| write.put_setting("after", "all is well")).unwrap();
        match refused {
            Err(Error::Conflict(conflict)) => *conflict,
            other => panic!("{other:?}"),
        }
    }
    let row = |table, parts: &[&str]| Some((table, parts.into()));

    let conflict = refused("UPDATE answer SET data = '1' WHERE fact = 'market'");
    assert_eq!(conflict.entry, 2);
    assert_eq!(conflict.reason, ConflictReason::Changed);
    assert_eq!(conflict.row, row(Table::Answer, &["s1", "", "market"]));

    let conflict = refused("DELETE FROM setting WHERE key = 'zone'");
    assert_eq!(conflict.reason, ConflictReason::Gone);
    assert_eq!(conflict.row, row(Table::Setting, &["zone"]));

    let conflict = refused(
        "INSERT INTO evidence (id, type, data, created_at) VALUES ('e1', 'x', '{}', '2026-11-24')",
    );
    assert_eq!(conflict.reason, ConflictReason::Present);
    assert_eq!(conflict.row, row(Table::Evidence, &["e1"]));

    let conflict = refused("DELETE FROM file");
    assert_eq!(conflict.reason, ConflictReason::Dangling, "e1 names a file that is gone");
    assert_eq!(
        conflict.to_string(),
        "entry 2 no longer fits: a row would name one that is not there"
    );

    let conflict = refused(
        "DROP TABLE exception;
         CREATE TABLE exception (id TEXT NOT NULL, shipment_id TEXT NOT NULL, check_id TEXT,
                                 data TEXT, PRIMARY KEY (id, shipment_id))",
    );
    assert_eq!(conflict.reason, ConflictReason::Schema, "not passed over in silence");
}
