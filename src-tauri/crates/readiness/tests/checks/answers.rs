//! An answer changed later is judged like one given at first, for each fact that a check looks at.

use crate::support::{TODAY, base, day, shipment};
use readiness::{
    Choice, Evaluation, Fact, FactId, FactKind, FactLevel, Rulebook, Shipment, Text, Value,
};
use std::collections::BTreeSet;
use std::sync::Arc;

fn fact(id: &str, kind: FactKind, choices: &[&str]) -> Fact {
    let choice = |id: &&str| Choice { id: (*id).to_owned(), title: Text::same(*id) };
    Fact {
        id: FactId::from(id),
        title: Text::same(id),
        question: Text::same(id),
        kind,
        level: FactLevel::Shipment,
        choices: choices.iter().map(choice).collect(),
        unit: None,
        product_of: Vec::new(),
        replaces: Vec::new(),
        group: None,
    }
}

#[test]
fn in_whatever_order_answers_come() {
    let units = ["container", "flat-rack", "break-bulk"];
    let facts = vec![
        fact("oversize", FactKind::YesNo, &[]),
        fact("dangerous-goods", FactKind::YesNo, &[]),
        fact("load-units", FactKind::Choices, &units),
    ];
    let rulebook = Arc::new(Rulebook::new(facts, Vec::new(), Vec::new()).unwrap());
    let mut data = base();
    for kind in ["oog-lashing-plan", "dg-declaration", "vgm-declaration"] {
        data["documents"].as_object_mut().unwrap().remove(kind);
    }
    let one = |unit: &str| Value::Choices(BTreeSet::from([unit.to_owned()]));
    let answers = [
        ("oversize", Value::YesNo(false)),
        ("oversize", Value::YesNo(true)),
        ("dangerous-goods", Value::YesNo(true)),
        ("dangerous-goods", Value::YesNo(false)),
        ("load-units", one("break-bulk")),
        ("load-units", one("container")),
    ];
    let judged =
        |shipment: Shipment| Evaluation::new(Arc::clone(&rulebook), shipment, day(TODAY)).unwrap();
    let mut one_by_one = judged(shipment(&data));
    let mut moved = 0;
    for (id, answer) in answers {
        let before = one_by_one.judgement();
        one_by_one.set_answer(None, &FactId::from(id), Some(answer)).unwrap();
        let after = one_by_one.judgement();
        assert_eq!(after, judged(one_by_one.shipment().clone()).judgement(), "{id}");
        moved += usize::from(before != after);
    }
    assert!(moved >= 3, "only {moved} answers changed anything");
}
