//! Facts that follow from the order itself and are never asked.

use crate::document::Package;
use crate::dual_use::category_process;
use crate::{
    DualUse, DualUseClass, Fact, FactId, FactLevel, Order, Product, ProductFrame, Quantity,
    Rulebook, Value,
};
use std::collections::BTreeSet;

/// Ids of the derived facts that describe a product.
const OF_PRODUCT: [&str; 5] =
    ["category", "dual-use-class", "wassenaar-class", "positioning-accuracy", "longest-travel"];

/// Whether a fact is judged product by product: asked of each, or worked out for each.
pub(crate) fn is_of_product(fact: &Fact) -> bool {
    fact.level == FactLevel::Product
        || !fact.product_of.is_empty()
        || OF_PRODUCT.contains(&fact.id.as_str())
}

/// The dual-use helper's answer for a product; `None` for what is no machine tool. A line as one
/// product has machines in it: without their figures nothing is known of them.
#[must_use]
pub fn dual_use(frame: &ProductFrame) -> Option<DualUse> {
    let category = frame.category.as_deref();
    if matches!(category, Some("robot" | "conveyor" | "software" | "spares"))
        && frame.machining.is_none()
    {
        return None;
    }
    let process = category.and_then(category_process);
    let machining = frame.machining.clone().unwrap_or_default();
    Some(machining.classify(process.map(|p| p.0), process.map(|p| p.1)))
}

/// The same for a product among the others of its shipment: where the machines of a line are
/// products of their own, what is left of the line is its controls and parts.
#[must_use]
pub fn dual_use_among(frame: &ProductFrame, products: &[Product]) -> Option<DualUse> {
    let is_machine = |other: &Product| {
        let category = other.frame.category.as_deref();
        category.and_then(category_process).is_some() || other.frame.machining.is_some()
    };
    let rest = frame.category.as_deref() == Some("smart-line") && frame.machining.is_none();
    if rest && products.iter().any(is_machine) { None } else { dual_use(frame) }
}

/// A class as an answer. Insufficient data is no answer: what hangs on it stays unknown.
fn class_answer(class: DualUseClass) -> Option<Value> {
    match class {
        DualUseClass::InsufficientData => None,
        DualUseClass::NotFlagged | DualUseClass::LikelyListed => {
            Some(Value::Choice(class.as_str().to_owned()))
        }
    }
}

/// Answers to the derived facts of the order, by position.
pub(crate) fn of_order(
    rulebook: &Rulebook,
    order: &Order,
    products: &[Product],
) -> Vec<(usize, Option<Value>)> {
    let choice = |text: &str| Some(Value::Choice(text.to_owned()));
    let terms = order.incoterm.map(crate::Incoterm::terms);
    let consignments: BTreeSet<u8> =
        products.iter().filter_map(|product| product.frame.consignment).collect();
    let mut payment: BTreeSet<String> = order.payment.iter().cloned().collect();
    if order.letter_of_credit.is_some() {
        payment.insert("letter-of-credit".to_owned());
    }
    let derived = [
        ("market", order.market.as_deref().and_then(choice)),
        ("country", order.country.as_deref().and_then(choice)),
        ("incoterm", order.incoterm.and_then(|rule| choice(&rule.as_str().to_lowercase()))),
        ("payment", (!payment.is_empty()).then_some(Value::Choices(payment))),
        ("export-cleared-by", terms.and_then(|terms| choice(terms.export_clearance.as_str()))),
        ("carriage-by", terms.and_then(|terms| choice(terms.main_carriage.as_str()))),
        ("insurance-by", terms.and_then(|terms| choice(terms.insurance.as_str()))),
        ("import-cleared-by", terms.and_then(|terms| choice(terms.import_clearance.as_str()))),
        ("several-consignments", Some(Value::YesNo(consignments.len() > 1))),
    ];
    positions(rulebook, derived)
}

/// Answers that a package gives by itself: they go before what is said of the whole shipment.
pub(crate) fn of_package(rulebook: &Rulebook, package: &Package) -> Vec<(usize, Option<Value>)> {
    let derived = [
        ("solid-wood", package.solid_wood.map(Value::YesNo)),
        ("wood-thickness", package.wood_thickness.map(Value::Decimal)),
    ];
    positions(rulebook, derived).into_iter().filter(|(_, value)| value.is_some()).collect()
}

/// Answers to the derived facts of one product, by position.
pub(crate) fn of_product(
    rulebook: &Rulebook,
    product: &Product,
    products: &[Product],
    shipment: &[Option<Value>],
) -> Vec<(usize, Option<Value>)> {
    let frame = &product.frame;
    let class = dual_use_among(frame, products);
    let unlisted = || Some(Value::Choice(DualUseClass::NotFlagged.as_str().to_owned()));
    let derived = [
        ("category", frame.category.clone().map(Value::Choice)),
        ("dual-use-class", class.map_or_else(unlisted, |class| class_answer(class.nsg))),
        ("wassenaar-class", class.map_or_else(unlisted, |class| class_answer(class.wassenaar))),
        ("positioning-accuracy", coarsest(frame, |axis| axis.accuracy)),
        ("longest-travel", coarsest(frame, |axis| axis.travel)),
        ("product-model", (!frame.model.is_empty()).then(|| Value::Text(frame.model.clone()))),
    ];
    let mut answers = positions(rulebook, derived);
    for position in rulebook.computed() {
        let factors = rulebook.facts()[*position].product_of.iter().map(|factor| {
            let own = product.answers.get(factor);
            let shared = || rulebook.fact_position(factor).and_then(|at| shipment[at].as_ref());
            match own.or_else(shared) {
                Some(Value::Decimal(amount)) => Some(*amount),
                _ => None,
            }
        });
        let product = factors.reduce(|one, other| one?.times(other?)).flatten();
        answers.push((*position, product.map(Value::Decimal)));
    }
    answers
}

/// The largest figure of all axes; unknown as long as one of them lacks it.
fn coarsest(
    frame: &ProductFrame,
    figure: impl Fn(&crate::Axis) -> Option<Quantity>,
) -> Option<Value> {
    let axes = &frame.machining.as_ref()?.axes;
    let figures: Vec<Quantity> = axes.iter().map(figure).collect::<Option<_>>()?;
    let larger = |one: Quantity, other: Quantity| match one.compare(other) {
        Ok(std::cmp::Ordering::Less) => other,
        Ok(_) | Err(_) => one,
    };
    figures.into_iter().reduce(larger).map(Value::Decimal)
}

fn positions<const N: usize>(
    rulebook: &Rulebook,
    derived: [(&str, Option<Value>); N],
) -> Vec<(usize, Option<Value>)> {
    derived
        .into_iter()
        .filter_map(|(id, value)| {
            rulebook.fact_position(&FactId::from(id)).map(|position| (position, value))
        })
        .collect()
}
