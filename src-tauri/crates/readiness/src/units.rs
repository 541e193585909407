//! Units of judgement: a requirement for the shipment, or for one consignment of it, with the
//! products and documents that matter. Everything here is independent of dates.

use crate::anchors::Anchors;
use crate::appraise::{Candidate, candidate, of_manufacturer};
use crate::condition::Answers;
use crate::document::Package;
use crate::normal::number;
use crate::rulebook::{Rule, Rulebook};
use crate::{
    Case, Coverage, DocumentType, Evidence, FactId, JudgedPer, LeadTime, Product, Requirement,
    Severity, Shipment, Step, Truth, Value, derived,
};
use hashbrown::HashMap;
use std::collections::{BTreeMap, BTreeSet};

/// Answers by position: the shipment's, and each product's.
#[derive(Clone, Debug, Default)]
pub(crate) struct Slots {
    pub(crate) shipment: Vec<Option<Value>>,
    pub(crate) products: Vec<Vec<(usize, Option<Value>)>>,
    /// The packages of the packing list.
    pub(crate) packages: Vec<Vec<(usize, Option<Value>)>>,
    /// Position of the fact that says how the shipment travels.
    mode: Option<usize>,
    /// How each consignment travels, where the schedule says so.
    modes: BTreeMap<u8, BTreeSet<String>>,
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
            .map(|product| answers_of(rulebook, product, &shipment.products, &slots))
            .collect();
        let packages = packages(shipment)
            .iter()
            .map(|package| derived::of_package(rulebook, package))
            .collect();
        let mode = rulebook.fact_position(&FactId::from("transport-mode"));
        Self { shipment: slots, products, packages, mode, modes: shipment.network.modes.clone() }
    }

    /// Works out again what follows from the answers about a product, or about all of them.
    pub(crate) fn renew(&mut self, rulebook: &Rulebook, shipment: &Shipment, only: Option<usize>) {
        for (index, product) in shipment.products.iter().enumerate() {
            if only.is_none_or(|only| only == index) {
                self.products[index] =
                    answers_of(rulebook, product, &shipment.products, &self.shipment);
            }
        }
    }

    fn of_package(&self, package: usize, consignment: Option<u8>) -> Layer<'_> {
        self.layer(self.packages.get(package), consignment)
    }

    /// The answers as a product of a consignment sees them.
    pub(crate) fn of(&self, product: Option<usize>, consignment: Option<u8>) -> Layer<'_> {
        self.layer(product.and_then(|index| self.products.get(index)), consignment)
    }

    fn layer<'a>(
        &'a self,
        own: Option<&'a Vec<(usize, Option<Value>)>>,
        consignment: Option<u8>,
    ) -> Layer<'a> {
        let product = own.map_or(&[][..], Vec::as_slice);
        Layer { shipment: &self.shipment, product, travels: self.travels(consignment) }
    }

    /// How a consignment travels: of the modes answered for the shipment, not those that only
    /// other consignments use for their main leg.
    fn travels(&self, consignment: Option<u8>) -> Option<(usize, Value)> {
        let own = self.modes.get(&consignment?)?;
        let Some(Value::Choices(answered)) = self.shipment.get(self.mode?)? else { return None };
        let of_others =
            |mode: &String| !own.contains(mode) && self.modes.values().any(|of| of.contains(mode));
        let left = answered.iter().filter(|mode| !of_others(mode)).cloned().collect();
        Some((self.mode?, Value::Choices(left)))
    }
}

fn answers_of(
    rulebook: &Rulebook,
    product: &Product,
    products: &[Product],
    shipment: &[Option<Value>],
) -> Vec<(usize, Option<Value>)> {
    let mut own: Vec<(usize, Option<Value>)> = product
        .answers
        .iter()
        .filter_map(|(fact, value)| {
            rulebook.fact_position(fact).map(|position| (position, Some(value.clone())))
        })
        .collect();
    own.extend(derived::of_product(rulebook, product, products, shipment));
    own
}

/// The packages of the packing list.
pub(crate) fn packages(shipment: &Shipment) -> &[Package] {
    shipment
        .documents
        .get(&DocumentType::from("packing-list"))
        .map_or(&[], |list| list.packages.as_slice())
}

/// The answers as one product sees them: its own first, then the shipment's.
pub(crate) struct Layer<'a> {
    shipment: &'a [Option<Value>],
    product: &'a [(usize, Option<Value>)],
    /// The answer that a consignment has of its own.
    travels: Option<(usize, Value)>,
}

impl Answers for Layer<'_> {
    fn answer(&self, fact: usize) -> Option<&Value> {
        if let Some((_, value)) = self.travels.as_ref().filter(|(position, _)| *position == fact) {
            return Some(value);
        }
        match self.product.iter().find(|(position, _)| *position == fact) {
            Some((_, value)) => value.as_ref(),
            None => self.shipment.get(fact).and_then(Option::as_ref),
        }
    }
}

/// Something a document must name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Item {
    Model(String),
    Serial(String),
    Package(String),
    Version(String),
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
    /// Whether the answers say what they must.
    pub(crate) must: Truth,
    /// Facts that would settle that.
    pub(crate) must_open: Vec<usize>,
    /// The special case that holds.
    pub(crate) case: Option<usize>,
    pub(crate) severity: Severity,
    /// What the documents must name together.
    pub(crate) items: Vec<Item>,
    /// For each of them, whether only products or packages need it of which it is not known whether
    /// they are concerned.
    pub(crate) feared: Vec<bool>,
    /// It must name models, and the shipment names none.
    pub(crate) items_unknown: bool,
    /// It must name serial numbers or software versions, and a product of the shipment has none.
    pub(crate) figures_unknown: bool,
    pub(crate) candidates: Vec<Candidate>,
    /// For each candidate, which items it names.
    pub(crate) names: Vec<Vec<bool>>,
}

impl Unit {
    /// The special case that holds.
    fn case<'a>(&self, requirement: &'a Requirement) -> Option<&'a Case> {
        self.case.and_then(|index| requirement.cases.get(index))
    }

    /// The milestone that needs it.
    pub(crate) fn needed_by<'a>(&self, requirement: &'a Requirement) -> &'a Step {
        let own = self.case(requirement).and_then(|case| case.needed_by.as_ref());
        own.unwrap_or(&requirement.needed_by)
    }

    /// Days before that milestone.
    pub(crate) fn days_before(&self, requirement: &Requirement) -> u16 {
        let own = self.case(requirement).and_then(|case| case.days_before);
        own.unwrap_or(requirement.days_before)
    }

    /// Whether those days count from the milestone's end.
    pub(crate) fn at_end(&self, requirement: &Requirement) -> bool {
        self.case(requirement).is_some_and(|case| case.at_end)
    }

    /// Lead time for a new document.
    pub(crate) fn lead(&self, requirement: &Requirement) -> LeadTime {
        self.case(requirement).and_then(|case| case.lead).unwrap_or(requirement.lead)
    }
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
    let covers = &rule.requirement.evidence.covers;
    let listed: Vec<usize> = packages(shipment)
        .iter()
        .enumerate()
        .filter(|(_, package)| {
            let known = package.consignment.is_some() && consignment.is_some();
            !known || package.consignment == consignment
        })
        .map(|(index, _)| index)
        .collect();
    let by_package = covers.contains(&Coverage::Packages) && !listed.is_empty();
    // Each item with whether it is certain that it is needed.
    let mut items: BTreeMap<Item, bool> = BTreeMap::new();
    let mut certain = BTreeSet::new();
    let (truth, products) = if by_package {
        let mut truth = Truth::No;
        for index in listed {
            let layer = slots.of_package(index, consignment);
            let own = rule.condition.evaluate(&layer);
            truth = truth.or(own);
            if own != Truth::No {
                let item = Item::Package(packages(shipment)[index].number.clone());
                *items.entry(item).or_default() |= own == Truth::Yes;
            }
            rule.condition.open_questions(&layer, &mut open);
        }
        (truth, products)
    } else if rule.by_product && !products.is_empty() {
        let mut truth = Truth::No;
        let mut concerned = Vec::new();
        for index in products {
            let layer = slots.of(Some(index), consignment);
            let own = rule.condition.evaluate(&layer);
            truth = truth.or(own);
            if own != Truth::No {
                concerned.push(index);
            }
            if own == Truth::Yes {
                certain.insert(index);
            }
            rule.condition.open_questions(&layer, &mut open);
        }
        (truth, concerned)
    } else {
        let layer = slots.of(None, consignment);
        rule.condition.open_questions(&layer, &mut open);
        certain.extend(products.iter().copied());
        (rule.condition.evaluate(&layer), products)
    };
    let mut figures_unknown = false;
    for index in &products {
        let frame = &shipment.products[*index].frame;
        figures_unknown |= covers.contains(&Coverage::Serials) && frame.serials.is_empty()
            || covers.contains(&Coverage::SoftwareVersion) && frame.software_version.is_none();
        let mut need = |item: Item| {
            *items.entry(item).or_default() |= by_package || certain.contains(index);
        };
        if covers.contains(&Coverage::Models) && !frame.model.trim().is_empty() {
            need(Item::Model(frame.model.clone()));
        }
        if covers.contains(&Coverage::Serials) {
            frame.serials.iter().cloned().map(Item::Serial).for_each(&mut need);
        }
        if covers.contains(&Coverage::SoftwareVersion) {
            frame.software_version.iter().cloned().map(Item::Version).for_each(&mut need);
        }
    }
    let layers: Vec<Layer<'_>> = if products.is_empty() {
        vec![slots.of(None, consignment)]
    } else {
        products.iter().map(|index| slots.of(Some(*index), consignment)).collect()
    };
    let (must, must_open) = required(rule, &layers);
    let (case, severity) = special(rule, &layers);
    let of_another = |candidate: &&Candidate| {
        let named = shipment.evidence[candidate.evidence].scope.consignments.as_ref();
        named.zip(consignment).is_some_and(|(named, own)| !named.contains(&own))
    };
    let candidates: Vec<Candidate> = candidates
        .iter()
        .filter(|candidate| !of_another(candidate))
        .map(|candidate| {
            let evidence = &shipment.evidence[candidate.evidence];
            let mut candidate = candidate.clone();
            of_manufacturer(&rule.requirement, shipment, &products, evidence, &mut candidate);
            candidate
        })
        .collect();
    let feared: Vec<bool> = items.values().map(|certain| !certain).collect();
    let items: Vec<Item> = items.into_keys().collect();
    let names = candidates
        .iter()
        .map(|candidate| {
            let scope = &shipment.evidence[candidate.evidence].scope;
            let listed = |list: &[String], wanted: &str| {
                let wanted = number(wanted);
                list.iter().any(|named| number(named) == wanted)
            };
            items
                .iter()
                .map(|item| match item {
                    Item::Model(model) => listed(&scope.models, model),
                    Item::Serial(serial) => listed(&scope.serials, serial),
                    Item::Package(number) => listed(&scope.packages, number),
                    Item::Version(version) => listed(&scope.versions, version),
                })
                .collect()
        })
        .collect();
    Unit {
        consignment,
        truth,
        products,
        open,
        must,
        must_open,
        case,
        severity,
        figures_unknown,
        feared,
        items_unknown: covers.contains(&Coverage::Models) && items.is_empty(),
        items,
        candidates,
        names,
    }
}

/// Whether the answers say what they must for every product concerned.
fn required(rule: &Rule, layers: &[Layer<'_>]) -> (Truth, Vec<usize>) {
    let mut open = Vec::new();
    let Some(must) = &rule.must else { return (Truth::Yes, open) };
    let mut truth = Truth::Yes;
    for layer in layers {
        truth = truth.and(must.evaluate(layer));
        must.open_questions(layer, &mut open);
    }
    (truth, open)
}

/// The special case that holds for any product concerned, and the severity. Where it is not known
/// whether a case holds, the stricter severity stands.
fn special(rule: &Rule, layers: &[Layer<'_>]) -> (Option<usize>, Severity) {
    let mut severity = rule.requirement.severity;
    let mut feared = Severity::Info;
    for (index, condition) in rule.cases.iter().enumerate() {
        let truth = layers.iter().map(|layer| condition.evaluate(layer)).fold(Truth::No, Truth::or);
        let own = rule.requirement.cases[index].severity;
        match truth {
            Truth::Yes => {
                severity = own.unwrap_or(severity);
                return (Some(index), severity.max(feared));
            }
            Truth::Unknown => feared = feared.max(own.unwrap_or(Severity::Info)),
            Truth::No => {}
        }
    }
    (None, severity.max(feared))
}

/// The ids of facts at these positions.
pub(crate) fn fact_ids(rulebook: &Rulebook, positions: &[usize]) -> Vec<FactId> {
    positions
        .iter()
        .filter_map(|position| rulebook.facts().get(*position))
        .map(|fact| fact.id.clone())
        .collect()
}
