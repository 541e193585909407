//! Units of judgement: a requirement for the shipment, or for one consignment of it, with the
//! products and documents that matter. Everything here is independent of dates.

use crate::anchors::Anchors;
use crate::appraise::{Candidate, candidate};
use crate::condition::Answers;
use crate::normal::code;
use crate::rulebook::{Rule, Rulebook};
use crate::{Coverage, DocumentType, Evidence, FactId, JudgedPer, Shipment, Truth, Value, derived};
use std::collections::{BTreeSet, HashMap};

/// Answers by position: the shipment's, and each product's.
#[derive(Clone, Debug, Default)]
pub(crate) struct Slots {
    pub(crate) shipment: Vec<Option<Value>>,
    pub(crate) products: Vec<Vec<(usize, Option<Value>)>>,
}

impl Slots {
    pub(crate) fn new(rulebook: &Rulebook, shipment: &Shipment) -> Self {
        let mut slots = vec![None; rulebook.facts().len()];
        for (fact, value) in &shipment.answers {
            if let Some(position) = rulebook.fact_position(fact) {
                slots[position] = Some(value.clone());
            }
        }
        for (position, value) in derived::of_order(rulebook, &shipment.order, &shipment.products) {
            slots[position] = value;
        }
        let products = shipment
            .products
            .iter()
            .map(|product| {
                let mut own: Vec<(usize, Option<Value>)> = product
                    .answers
                    .iter()
                    .filter_map(|(fact, value)| {
                        rulebook.fact_position(fact).map(|position| (position, Some(value.clone())))
                    })
                    .collect();
                own.extend(derived::of_product(rulebook, &product.frame));
                own
            })
            .collect();
        Self { shipment: slots, products }
    }

    pub(crate) fn of(&self, product: Option<usize>) -> Layer<'_> {
        let own = product.and_then(|index| self.products.get(index));
        Layer { shipment: &self.shipment, product: own.map_or(&[], Vec::as_slice) }
    }
}

/// The answers as one product sees them: its own first, then the shipment's.
pub(crate) struct Layer<'a> {
    shipment: &'a [Option<Value>],
    product: &'a [(usize, Option<Value>)],
}

impl Answers for Layer<'_> {
    fn answer(&self, fact: usize) -> Option<&Value> {
        match self.product.iter().find(|(position, _)| *position == fact) {
            Some((_, value)) => value.as_ref(),
            None => self.shipment.get(fact).and_then(Option::as_ref),
        }
    }
}

/// Something a document must name: a model or a serial number.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Item {
    Model(String),
    Serial(String),
}

/// One unit of judgement.
#[derive(Clone, Debug)]
pub(crate) struct Unit {
    pub(crate) consignment: Option<u8>,
    pub(crate) truth: Truth,
    /// Products it applies to, or may apply to.
    pub(crate) products: Vec<usize>,
    /// Facts that would settle whether it applies.
    pub(crate) open: Vec<usize>,
    /// What the documents must name together.
    pub(crate) items: Vec<Item>,
    /// It must name models, and the shipment names none.
    pub(crate) items_unknown: bool,
    pub(crate) candidates: Vec<Candidate>,
    /// For each candidate, which items it names.
    pub(crate) names: Vec<Vec<bool>>,
}

/// Documents by type.
pub(crate) type ByType = HashMap<DocumentType, Vec<usize>>;

pub(crate) fn by_type(evidence: &[Evidence]) -> ByType {
    let mut map: ByType = HashMap::new();
    for (position, record) in evidence.iter().enumerate() {
        map.entry(record.document_type.clone()).or_default().push(position);
    }
    map
}

/// Builds the units of one rule.
pub(crate) fn units(
    rule: &Rule,
    shipment: &Shipment,
    slots: &Slots,
    by_type: &ByType,
    anchors: &Anchors,
) -> Vec<Unit> {
    let mut groups: Vec<(Option<u8>, Vec<usize>)> = Vec::new();
    let all: Vec<usize> = (0..shipment.products.len()).collect();
    match rule.requirement.per {
        JudgedPer::Shipment => groups.push((None, all)),
        JudgedPer::Consignment => {
            let travels = |index: &usize| shipment.products[*index].frame.consignment;
            let known: BTreeSet<Option<u8>> = all.iter().map(travels).collect();
            let legs = anchors.consignments();
            if known.iter().any(Option::is_some) {
                for consignment in known {
                    let of = all.iter().copied().filter(|i| travels(i) == consignment).collect();
                    groups.push((consignment, of));
                }
            } else if legs.len() > 1 && all.is_empty() {
                groups.extend(legs.into_iter().map(|leg| (Some(leg), Vec::new())));
            } else {
                groups.push((None, all));
            }
        }
    }
    let candidates = candidates(rule, shipment, by_type);
    groups
        .into_iter()
        .map(|(consignment, products)| {
            unit(rule, shipment, slots, consignment, products, &candidates)
        })
        .collect()
}

fn candidates(rule: &Rule, shipment: &Shipment, by_type: &ByType) -> Vec<Candidate> {
    rule.accepts
        .iter()
        .filter_map(|accepted| by_type.get(accepted))
        .flatten()
        .map(|position| {
            candidate(shipment, &rule.requirement, *position, &shipment.evidence[*position])
        })
        .collect()
}

fn unit(
    rule: &Rule,
    shipment: &Shipment,
    slots: &Slots,
    consignment: Option<u8>,
    products: Vec<usize>,
    candidates: &[Candidate],
) -> Unit {
    let mut open = Vec::new();
    let (truth, products) = if rule.by_product && !products.is_empty() {
        let mut truth = Truth::No;
        let mut concerned = Vec::new();
        for index in products {
            let layer = slots.of(Some(index));
            let own = rule.condition.evaluate(&layer);
            truth = truth.or(own);
            if own != Truth::No {
                concerned.push(index);
            }
            rule.condition.open_questions(&layer, &mut open);
        }
        (truth, concerned)
    } else {
        let layer = slots.of(None);
        rule.condition.open_questions(&layer, &mut open);
        (rule.condition.evaluate(&layer), products)
    };
    let covers = &rule.requirement.evidence.covers;
    let mut items = BTreeSet::new();
    for index in &products {
        let frame = &shipment.products[*index].frame;
        if covers.contains(&Coverage::Models) && !frame.model.trim().is_empty() {
            items.insert(Item::Model(frame.model.clone()));
        }
        if covers.contains(&Coverage::Serials) {
            items.extend(frame.serials.iter().cloned().map(Item::Serial));
        }
    }
    let items: Vec<Item> = items.into_iter().collect();
    let names = candidates
        .iter()
        .map(|candidate| {
            let scope = &shipment.evidence[candidate.evidence].scope;
            let listed = |list: &[String], wanted: &str| {
                let wanted = code(wanted);
                list.iter().any(|named| code(named) == wanted)
            };
            items
                .iter()
                .map(|item| match item {
                    Item::Model(model) => listed(&scope.models, model),
                    Item::Serial(serial) => listed(&scope.serials, serial),
                })
                .collect()
        })
        .collect();
    Unit {
        consignment,
        truth,
        products,
        open,
        items_unknown: covers.contains(&Coverage::Models) && items.is_empty(),
        items,
        candidates: candidates.to_vec(),
        names,
    }
}

/// The ids of facts at these positions.
pub(crate) fn fact_ids(rulebook: &Rulebook, positions: &[usize]) -> Vec<FactId> {
    positions
        .iter()
        .filter_map(|position| rulebook.facts().get(*position))
        .map(|fact| fact.id.clone())
        .collect()
}
