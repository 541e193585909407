//! What calendar files have told stays told.

use crate::support::{AT, Place, shipment};
use serde_json::{Value, json};
use store::CalendarEventRow;

fn event(uid: &str, sequence: i64) -> CalendarEventRow<Value> {
    CalendarEventRow {
        shipment_id: "s1".to_owned(),
        party: "forwarder".to_owned(),
        uid: uid.to_owned(),
        sequence,
        data: json!({ "title": "订舱" }),
    }
}

#[test]
fn no_undo_and_no_deletion_takes_back_what_was_told() {
    let mut place = Place::new();
    place.run("shipment.create", |write| write.insert_shipment(&shipment("s1"))).unwrap();
    let told = [event("a@shipshape", 7), event("b@shipshape", 9)];
    place.workspace.remember_calendar("s1", "forwarder", &told).unwrap();
    assert_eq!(place.workspace.read().history(9, None).unwrap().len(), 1, "it is no command");

    place.run("shipment.delete", |write| write.delete_shipment("s1")).unwrap();
    for _ in 0..2 {
        place.workspace.undo(AT, "Li Wei").unwrap();
    }
    let read = place.workspace.read();
    assert_eq!(read.shipments::<Value>().unwrap(), []);
    assert_eq!(read.calendar_events::<Value>("s1", "forwarder").unwrap(), told);
    assert_eq!(read.last_sequence().unwrap(), Some(9));
}

#[test]
fn each_calendar_remembers_its_own_and_the_later_takes_the_place_of_the_earlier() {
    let mut place = Place::new();
    assert_eq!(place.workspace.read().last_sequence().unwrap(), None);
    place.workspace.remember_calendar("s1", "forwarder", &[event("a@shipshape", 7)]).unwrap();
    place.workspace.remember_calendar("s1", "", &[event("c@shipshape", 8)]).unwrap();
    place.workspace.remember_calendar("s1", "forwarder", &[event("b@shipshape", 9)]).unwrap();
    let uids = |place: &Place, party: &str| -> Vec<String> {
        let rows = place.workspace.read().calendar_events::<Value>("s1", party).unwrap();
        rows.into_iter().map(|row| row.uid).collect()
    };
    assert_eq!(uids(&place, "forwarder"), ["b@shipshape"]);
    assert_eq!(uids(&place, ""), ["c@shipshape"]);
    let twice = [event("d@shipshape", 9), event("d@shipshape", 9)];
    assert!(place.workspace.remember_calendar("s1", "forwarder", &twice).is_err());
    assert_eq!(uids(&place, "forwarder"), ["b@shipshape"], "all of it or nothing");
}
