//! Each table gives back what was put in, in the promised order.

use crate::history::seed;
use crate::support::{AT, Place, answer, evidence, product, shipment, stage};
use serde_json::{Value, json};
use store::{EvidenceFileRow, FileUse};

#[test]
fn every_table_gives_back_what_was_put_in() {
    let mut place = Place::new();
    seed(&mut place);
    let read = place.workspace.read();
    assert_eq!(read.shipment("s1").unwrap(), Some(shipment("s1")));
    assert_eq!(read.product("s1", "p1").unwrap(), Some(product("s1", "p1")));
    assert_eq!(
        read.answer("s1", "p1", "axes").unwrap(),
        Some(answer("s1", "p1", "axes", json!(5)))
    );
    assert_eq!(read.evidence("e1").unwrap(), Some(evidence("e1")));
    assert_eq!(read.milestone_edits::<Value>("s1").unwrap()[0].data, json!({ "days": 12 }));
    assert_eq!(read.trade_documents::<Value>("s1").unwrap()[0].kind, "packing-list");
    assert_eq!(read.decisions::<Value>("s1").unwrap()[0].subject, "iso-9001");
    assert_eq!(read.exceptions::<Value>("s1").unwrap()[0].check_id, "x-hs6");
    assert_eq!(read.settings::<String>().unwrap(), [("language".into(), "zh".into())]);
    assert_eq!(read.company::<Value>().unwrap().unwrap()["name"]["zh"], "鲁南");
    assert_eq!(read.evidence_of_shipment::<Value>("s1").unwrap(), [evidence("e1")]);
    assert_eq!(read.shipments_of_evidence("e1").unwrap(), ["s1"]);
    assert_eq!(read.shipment::<Value>("s2").unwrap(), None);
    assert_eq!(read.decision::<Value>("d2").unwrap(), None);
}

#[test]
fn lists_come_in_their_order() {
    let mut place = Place::new();
    place
        .run("seed", |write| {
            for (id, position) in [("c", 1), ("b", 2), ("a", 2)] {
                write.insert_shipment(&store::ShipmentRow { position, ..shipment(id) })?;
            }
            for (id, expires) in
                [("e1", Some("2029-01-01")), ("e2", Some("2027-01-01")), ("e3", None)]
            {
                let expires = expires.map(String::from);
                write.insert_evidence(&store::EvidenceRow { expires, ..evidence(id) })?;
            }
            write.insert_product(&product("a", "p1"))?;
            write.put_answer(&answer("a", "p1", "axes", json!(5)))?;
            write.put_answer(&answer("a", "", "market", json!("eu")))
        })
        .unwrap();
    let read = place.workspace.read();
    let ids = |rows: Vec<store::ShipmentRow<Value>>| rows.into_iter().map(|row| row.id).collect();
    let shipments: Vec<String> = ids(read.shipments().unwrap());
    assert_eq!(shipments, ["c", "a", "b"]);
    let soon = read.evidence_expiring::<Value>("2029-01-01").unwrap();
    assert_eq!(soon.iter().map(|row| row.id.as_str()).collect::<Vec<_>>(), ["e2", "e1"]);
    assert_eq!(read.evidence_of_type::<Value>("iso-9001").unwrap().len(), 3);
    assert_eq!(read.all_evidence::<Value>().unwrap().len(), 3);
    let facts = read.answers::<Value>("a").unwrap();
    assert_eq!(facts[0].fact, "market", "the shipment's own come first");
}

#[test]
fn a_row_can_be_changed_and_removed() {
    let mut place = Place::new();
    seed(&mut place);
    place
        .run("change", |write| {
            write.update_shipment(&store::ShipmentRow { archived: true, ..shipment("s1") })?;
            write.update_product(&store::ProductRow { position: 9, ..product("s1", "p1") })?;
            write.update_evidence(&store::EvidenceRow { expires: None, ..evidence("e1") })?;
            let decision = write.decision::<Value>("d1")?.unwrap();
            write.update_decision(&store::DecisionRow { data: json!(1), ..decision })?;
            let exception = write.exception::<Value>("x1")?.unwrap();
            write.update_exception(&store::ExceptionRow { data: json!(2), ..exception })
        })
        .unwrap();
    let read = place.workspace.read();
    assert!(read.shipment::<Value>("s1").unwrap().unwrap().archived);
    assert_eq!(read.products::<Value>("s1").unwrap()[0].position, 9);
    assert_eq!(read.evidence::<Value>("e1").unwrap().unwrap().expires, None);
    place
        .run("remove", |write| {
            write.delete_answer("s1", "", "market")?;
            write.delete_milestone_edit("s1", "mt-fat")?;
            write.delete_trade_document("s1", "packing-list")?;
            write.delete_decision("d1")?;
            write.delete_exception("x1")?;
            write.unlink_evidence("s1", "e1")?;
            write.delete_setting("language")
        })
        .unwrap();
    let read = place.workspace.read();
    assert!(read.evidence_of_shipment::<Value>("s1").unwrap().is_empty());
    assert!(read.trade_document::<Value>("s1", "packing-list").unwrap().is_none());
    assert!(read.milestone_edit::<Value>("s1", "mt-fat").unwrap().is_none());
}

#[test]
fn files_of_an_evidence_keep_their_order() {
    let mut place = Place::new();
    seed(&mut place);
    let (second, third) = (stage(&place.workspace, b"second"), stage(&place.workspace, b"third"));
    place
        .run("attach", |write| {
            write.attach_file("e1", &second, AT)?;
            write.attach_file("e1", &third, AT)?;
            write.attach_file("e1", &second, AT)?;
            write.delete_evidence_file("e1", 1)?;
            let row = EvidenceFileRow {
                evidence_id: String::from("e1"),
                position: 3,
                sha256: second.sha256.clone(),
                name: String::from("renamed.pdf"),
                original_path: None,
            };
            write.update_evidence_file(&row)
        })
        .unwrap();
    let read = place.workspace.read();
    let files = read.evidence_files("e1").unwrap();
    assert_eq!(files.iter().map(|file| file.position).collect::<Vec<_>>(), [0, 2, 3]);
    assert_eq!(read.evidence_files_of_shipment("s1").unwrap(), files);
    assert_eq!(read.all_evidence_files().unwrap(), files);
    assert_eq!(read.files().unwrap().len(), 3, "the same content is known once");
    let stored = read.stored_files().unwrap();
    let of_second = stored.iter().find(|stored| stored.file.sha256 == second.sha256).unwrap();
    assert_eq!(
        of_second.uses,
        [FileUse { evidence_id: String::from("e1"), name: String::from("renamed.pdf") }]
    );
}
