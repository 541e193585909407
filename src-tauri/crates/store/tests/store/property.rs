//! Whatever was done, undo gives the state before and redo the state after, restarts included.

use crate::support::{AT, Dump, Place, answer, dump, evidence, product, shipment, stage};
use proptest::prelude::*;
use proptest::sample::select;
use rusqlite::Connection;
use rusqlite::session::{ChangesetItem, ConflictAction, ConflictType};
use serde_json::json;
use store::{
    DecisionRow, Error, EvidenceFileRow, ExceptionRow, MilestoneEditRow, Staged, TradeDocumentRow,
    Write,
};

/// One write. Ids come from a handful, so that writes meet one another.
#[derive(Clone, Debug)]
enum Op {
    InsertShipment(Id, i64),
    UpdateShipment(Id, i64),
    DeleteShipment(Id),
    InsertProduct(Id, Id),
    UpdateProduct(Id, Id, i64),
    DeleteProduct(Id, Id),
    PutAnswer(Id, Id, i64),
    DeleteAnswer(Id, Id),
    InsertEvidence(Id),
    UpdateEvidence(Id, i64),
    DeleteEvidence(Id),
    Link(Id, Id),
    Unlink(Id, Id),
    Attach(Id, usize),
    Replace(Id, i64, usize),
    Detach(Id, i64),
    DeleteFile(usize),
    PutEdit(Id, i64),
    DeleteEdit(Id),
    PutDocument(Id, i64),
    DeleteDocument(Id),
    InsertDecision(Id, Id),
    UpdateDecision(Id, Id, i64),
    DeleteDecision(Id),
    InsertException(Id, Id),
    DeleteException(Id),
    PutSetting(Id, i64),
    DeleteSetting(Id),
    PutCompany(i64),
}

type Id = &'static str;

/// What happens next.
#[derive(Clone, Debug)]
enum Step {
    Command(Vec<Op>),
    Undo,
    Redo,
    Reopen,
}

fn op() -> impl Strategy<Value = Op> {
    let id = || select(&["a", "b", "c"][..]);
    let about = || select(&["", "a", "b"][..]);
    let number = || 0..4_i64;
    prop_oneof![
        3 => (id(), number()).prop_map(|(a, n)| Op::InsertShipment(a, n)),
        1 => (id(), number()).prop_map(|(a, n)| Op::UpdateShipment(a, n)),
        1 => id().prop_map(Op::DeleteShipment),
        3 => (id(), id()).prop_map(|(a, b)| Op::InsertProduct(a, b)),
        1 => (id(), id(), number()).prop_map(|(a, b, n)| Op::UpdateProduct(a, b, n)),
        1 => (id(), id()).prop_map(|(a, b)| Op::DeleteProduct(a, b)),
        4 => (id(), about(), number()).prop_map(|(a, b, n)| Op::PutAnswer(a, b, n)),
        1 => (id(), about()).prop_map(|(a, b)| Op::DeleteAnswer(a, b)),
        3 => id().prop_map(Op::InsertEvidence),
        1 => (id(), number()).prop_map(|(a, n)| Op::UpdateEvidence(a, n)),
        1 => id().prop_map(Op::DeleteEvidence),
        3 => (id(), id()).prop_map(|(a, b)| Op::Link(a, b)),
        1 => (id(), id()).prop_map(|(a, b)| Op::Unlink(a, b)),
        3 => (id(), 0..3_usize).prop_map(|(a, f)| Op::Attach(a, f)),
        1 => (id(), number(), 0..3_usize).prop_map(|(a, n, f)| Op::Replace(a, n, f)),
        1 => (id(), number()).prop_map(|(a, n)| Op::Detach(a, n)),
        1 => (0..3_usize).prop_map(Op::DeleteFile),
        1 => (id(), number()).prop_map(|(a, n)| Op::PutEdit(a, n)),
        1 => id().prop_map(Op::DeleteEdit),
        1 => (id(), number()).prop_map(|(a, n)| Op::PutDocument(a, n)),
        1 => id().prop_map(Op::DeleteDocument),
        1 => (id(), id()).prop_map(|(a, b)| Op::InsertDecision(a, b)),
        1 => (id(), id(), number()).prop_map(|(a, b, n)| Op::UpdateDecision(a, b, n)),
        1 => id().prop_map(Op::DeleteDecision),
        1 => (id(), id()).prop_map(|(a, b)| Op::InsertException(a, b)),
        1 => id().prop_map(Op::DeleteException),
        1 => (id(), number()).prop_map(|(a, n)| Op::PutSetting(a, n)),
        1 => id().prop_map(Op::DeleteSetting),
        1 => number().prop_map(Op::PutCompany),
    ]
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        8 => prop::collection::vec(op(), 1..6).prop_map(Step::Command),
        4 => Just(Step::Undo),
        2 => Just(Step::Redo),
        1 => Just(Step::Reopen),
    ]
}

/// Applies a write. Refusals are part of the game: the write is left out, the command goes on.
fn apply(write: &mut Write<'_>, op: &Op, files: &[Staged]) -> Result<(), Error> {
    let id = |id: Id| id.to_owned();
    let done = match *op {
        Op::InsertShipment(a, position) => {
            write.insert_shipment(&store::ShipmentRow { position, ..shipment(a) })
        }
        Op::UpdateShipment(a, position) => {
            write.update_shipment(&store::ShipmentRow { position, ..shipment(a) })
        }
        Op::DeleteShipment(a) => write.delete_shipment(a),
        Op::InsertProduct(a, b) => write.insert_product(&product(a, b)),
        Op::UpdateProduct(a, b, position) => {
            write.update_product(&store::ProductRow { position, ..product(a, b) })
        }
        Op::DeleteProduct(a, b) => write.delete_product(a, b),
        Op::PutAnswer(a, b, n) => write.put_answer(&answer(a, b, "axes", json!(n))),
        Op::DeleteAnswer(a, b) => write.delete_answer(a, b, "axes"),
        Op::InsertEvidence(a) => write.insert_evidence(&evidence(a)),
        Op::UpdateEvidence(a, n) => {
            write.update_evidence(&store::EvidenceRow { data: json!(n), ..evidence(a) })
        }
        Op::DeleteEvidence(a) => write.delete_evidence(a),
        Op::Link(a, b) => write.link_evidence(a, b),
        Op::Unlink(a, b) => write.unlink_evidence(a, b),
        Op::Attach(a, file) => write.attach_file(a, &files[file], AT).map(|_| ()),
        Op::Replace(a, position, file) => write.update_evidence_file(&EvidenceFileRow {
            evidence_id: id(a),
            position,
            sha256: files[file].sha256.clone(),
            name: String::from("replaced"),
            original_path: None,
        }),
        Op::Detach(a, position) => write.delete_evidence_file(a, position),
        Op::DeleteFile(file) => write.delete_file(&files[file].sha256),
        Op::PutEdit(a, n) => write.put_milestone_edit(&MilestoneEditRow {
            shipment_id: id(a),
            milestone: id("fat"),
            data: n,
        }),
        Op::DeleteEdit(a) => write.delete_milestone_edit(a, "fat"),
        Op::PutDocument(a, n) => write.put_trade_document(&TradeDocumentRow {
            shipment_id: id(a),
            kind: id("invoice"),
            data: n,
        }),
        Op::DeleteDocument(a) => write.delete_trade_document(a, "invoice"),
        Op::InsertDecision(a, b) => write.insert_decision(&DecisionRow {
            id: id(a),
            shipment_id: id(b),
            subject: id("iso-9001"),
            data: 0,
        }),
        Op::UpdateDecision(a, b, data) => write.update_decision(&DecisionRow {
            id: id(a),
            shipment_id: id(b),
            subject: id("iso-9001"),
            data,
        }),
        Op::DeleteDecision(a) => write.delete_decision(a),
        Op::InsertException(a, b) => write.insert_exception(&ExceptionRow {
            id: id(a),
            shipment_id: id(b),
            check_id: id("x-hs6"),
            data: 0,
        }),
        Op::DeleteException(a) => write.delete_exception(a),
        Op::PutSetting(a, n) => write.put_setting(a, &n),
        Op::DeleteSetting(a) => write.delete_setting(a),
        Op::PutCompany(n) => write.put_company(&n),
    };
    match done {
        Err(
            Error::NotFound { .. }
            | Error::Exists { .. }
            | Error::Dangling { .. }
            | Error::StillUsed { .. },
        ) => Ok(()),
        other => other,
    }
}

/// The states that undo and redo lead to: `past` ends with the present one.
struct Model {
    past: Vec<Dump>,
    future: Vec<Dump>,
}

impl Model {
    fn present(&self) -> &Dump {
        self.past.last().unwrap()
    }
}

fn take(place: &mut Place, model: &mut Model, step: &Step, files: &[Staged]) {
    match step {
        Step::Command(ops) => {
            let done = place
                .run("random", |write| ops.iter().try_for_each(|op| apply(write, op, files)))
                .unwrap();
            let after = place.dump();
            assert_eq!(done.journal_id.is_some(), after != *model.present(), "{ops:?}");
            assert_eq!(done.changes.is_empty(), done.journal_id.is_none());
            if done.journal_id.is_some() {
                model.past.push(after);
                model.future.clear();
            }
        }
        Step::Undo => match place.workspace.undo(AT, "Wang") {
            Ok(_) => model.future.push(model.past.pop().unwrap()),
            Err(Error::NothingToUndo) => assert_eq!(model.past.len(), 1),
            Err(other) => panic!("{other:?}"),
        },
        Step::Redo => match place.workspace.redo(AT, "Wang") {
            Ok(_) => model.past.push(model.future.pop().unwrap()),
            Err(Error::NothingToRedo) => assert!(model.future.is_empty()),
            Err(other) => panic!("{other:?}"),
        },
        Step::Reopen => {}
    }
    assert_eq!(place.dump(), *model.present(), "{step:?}");
}

/// `PROPTEST_CASES` asks for more.
fn cases(usual: u32) -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
    ProptestConfig { cases: asked.unwrap_or(usual), ..ProptestConfig::default() }
}

/// Every changeset of the journal, applied in order to an empty workspace.
fn replayed(place: &Place) -> Dump {
    let empty = Place::new();
    let source = Connection::open(place.database()).unwrap();
    let target = Connection::open(empty.database()).unwrap();
    target.pragma_update(None, "foreign_keys", true).unwrap();
    let mut statement = source.prepare("SELECT changeset FROM journal ORDER BY id").unwrap();
    let changesets = statement.query_map([], |row| row.get::<_, Vec<u8>>(0)).unwrap();
    for changeset in changesets {
        let refuse = |_: ConflictType, _: ChangesetItem| ConflictAction::SQLITE_CHANGESET_ABORT;
        let bytes = changeset.unwrap();
        target.apply_strm(&mut bytes.as_slice(), None::<fn(&str) -> bool>, refuse).unwrap();
    }
    dump(&empty.database())
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn undo_and_redo_lead_through_the_same_states(
        steps in prop::collection::vec(step(), 1..40),
    ) {
        let mut place = Place::new();
        let mut model = Model { past: vec![place.dump()], future: Vec::new() };
        let files = [&b"one"[..], b"two", b"three"].map(|bytes| stage(&place.workspace, bytes));
        for step in steps {
            if matches!(step, Step::Reopen) {
                place = place.reopen();
            }
            take(&mut place, &mut model, &step, &files);
        }
        prop_assert_eq!(replayed(&place), place.dump(), "the history is all there is to know");
        while model.past.len() > 1 {
            take(&mut place, &mut model, &Step::Undo, &[]);
        }
        place = place.reopen();
        while !model.future.is_empty() {
            take(&mut place, &mut model, &Step::Redo, &[]);
        }
        let faults = place.workspace.check_database().unwrap();
        prop_assert!(faults.is_empty(), "{:?}", faults);
    }
}
