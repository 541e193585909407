//! What the goods are, how many, and where they come from.

use super::say::{By, Compare, Must, both, broken, lacks};
use super::{Context, Outcome};
use crate::document::kind;
use crate::normal::{code, normalised, number};
use crate::{GoodsLine, Reason, Saying, TradeDocument};
use std::collections::{BTreeMap, BTreeSet};

fn listed(values: BTreeSet<String>) -> Option<String> {
    (!values.is_empty()).then(|| values.into_iter().collect::<Vec<_>>().join(", "))
}

/// The models; none when a line lacks its model.
fn models(goods: &[GoodsLine]) -> Option<String> {
    let models: Option<BTreeSet<String>> = goods
        .iter()
        .map(|line| {
            let model = line.model.trim();
            (!code(model).is_empty()).then(|| model.to_owned())
        })
        .collect();
    listed(models?)
}

/// The serial numbers, each with its model; none when a line lacks either.
fn serials(goods: &[GoodsLine]) -> Option<String> {
    let mut serials = BTreeSet::new();
    for line in goods {
        let own: Vec<&str> =
            line.serials.iter().map(|s| s.trim()).filter(|s| !s.is_empty()).collect();
        if own.is_empty() || number(&line.model).is_empty() {
            return None;
        }
        serials.extend(own.into_iter().map(|serial| format!("{} {serial}", line.model.trim())));
    }
    listed(serials)
}

/// The same models and serial numbers on invoice, packing list, nameplate, FAT report, declaration
/// and licence (models).
pub(super) fn model_serial(context: &Context<'_>) -> Outcome {
    let model = |document: &TradeDocument| models(&document.goods);
    let serial = |document: &TradeDocument| serials(&document.goods);
    let compared = |field, value: super::Field| {
        Compare::new(context, field, By::Codes)
            .document(kind::INVOICE, Must::Say, value)
            .document(kind::PACKING_LIST, Must::Say, value)
            .document(kind::NAMEPLATE, context.machine_must(), value)
            .document(kind::FAT_REPORT, context.machine_must(), value)
            .document(kind::DECLARATION, Must::IfHeld, value)
    };
    let models =
        compared("models", model).document(kind::LICENCE, context.licence_must(), model).outcome();
    both([models, compared("serials", serial).outcome()])
}

/// The first six digits of every code; none when one has fewer.
fn hs6_digits(document: &TradeDocument) -> Option<String> {
    let codes: Option<BTreeSet<String>> = document
        .hs_codes
        .iter()
        .map(|written| {
            let written = code(written);
            let digits: String = written.chars().filter(char::is_ascii_digit).take(6).collect();
            (digits.len() == 6).then_some(digits)
        })
        .collect();
    listed(codes?)
}

/// The first six digits equal on invoice, C/O, declaration, ENS and licence; a difference needs a
/// recorded exception.
pub(super) fn hs6(context: &Context<'_>) -> Outcome {
    Compare::new(context, "hs6", By::Exact)
        .document(kind::INVOICE, Must::Say, hs6_digits)
        .document(kind::ORIGIN, Must::IfHeld, hs6_digits)
        .document(kind::EXPORT_DECLARATION, Must::Say, hs6_digits)
        .document(kind::ENS, context.ens_must(), hs6_digits)
        .document(kind::LICENCE, context.licence_must(), hs6_digits)
        .outcome()
}

/// The same country of origin on invoice, C/O, declaration and marking or nameplate.
pub(super) fn origin(context: &Context<'_>) -> Outcome {
    let field = |document: &TradeDocument| document.origin.as_deref().map(country);
    let on_plate = context.document(kind::NAMEPLATE).and_then(field).is_some();
    let marking = if on_plate { Must::IfHeld } else { Must::Say };
    Compare::new(context, "origin", By::Name)
        .document(kind::INVOICE, Must::Say, field)
        .document(kind::ORIGIN, Must::IfHeld, field)
        .document(kind::EXPORT_DECLARATION, Must::Say, field)
        .document(kind::MARKING, marking, field)
        .document(kind::NAMEPLATE, Must::May, field)
        .outcome()
}

/// Spellings of the country that nearly every shipment names.
fn country(text: &str) -> String {
    match normalised(text).as_str() {
        "CHINA"
        | "PRC"
        | "P R CHINA"
        | "P R C"
        | "PEOPLES REPUBLIC OF CHINA"
        | "PEOPLE S REPUBLIC OF CHINA"
        | "P R OF CHINA"
        | "MADE IN CHINA"
        | "MADE IN PRC"
        | "CN"
        | "CHN"
        | "中国"
        | "中国制造"
        | "中华人民共和国" => "CN".to_owned(),
        other => other.to_owned(),
    }
}

/// Units by model.
type Totals = BTreeMap<String, u64>;

fn totals(document: Option<&TradeDocument>) -> Option<Totals> {
    let mut totals = Totals::new();
    for line in &document?.goods {
        let model = number(&line.model);
        if model.is_empty() {
            return None;
        }
        *totals.entry(model).or_default() += u64::from(line.quantity?);
    }
    (!totals.is_empty()).then_some(totals)
}

fn written(totals: &Totals) -> String {
    totals.iter().map(|(model, n)| format!("{model} × {n}")).collect::<Vec<_>>().join(", ")
}

/// What the products of the order come to, all consignments together; none when one lacks its
/// quantity.
fn ordered(context: &Context<'_>) -> Option<Totals> {
    let mut totals = Totals::new();
    for product in &context.shipment.products {
        *totals.entry(number(&product.frame.model)).or_default() +=
            u64::from(product.frame.quantity?);
    }
    (!totals.is_empty()).then_some(totals)
}

/// Units per model equal wherever goods are listed; those of all shipments within the contract and
/// within what is left of the licence.
pub(super) fn quantity(context: &Context<'_>) -> Outcome {
    let Some(invoice) = totals(context.document(kind::INVOICE)) else {
        return lacks(kind::INVOICE, "quantity");
    };
    let Some(packed) = totals(context.document(kind::PACKING_LIST)) else {
        return lacks(kind::PACKING_LIST, "quantity");
    };
    let mut outcomes = vec![if packed == invoice {
        Outcome::agree()
    } else {
        broken("packed-quantity", written(&packed), written(&invoice))
    }];
    for kind in [kind::EXPORT_DECLARATION, kind::ORIGIN] {
        let document = context.document(kind).filter(|document| !document.goods.is_empty());
        let Some(document) = document else { continue };
        outcomes.push(match totals(Some(document)) {
            None => lacks(kind, "quantity"),
            Some(stated) if stated == invoice => Outcome::agree(),
            Some(stated) => {
                let says = [(kind::INVOICE, &invoice), (kind, &stated)].map(|(who, totals)| {
                    Saying { document: who.to_owned(), value: Some(written(totals)) }
                });
                let field = "quantity".to_owned();
                Outcome::Differ(vec![Reason::Compared { field, says: says.into() }])
            }
        });
    }
    // Goods of other consignments count against contract and licence as well.
    let mut shipped = invoice.clone();
    for (model, units) in ordered(context).into_iter().flatten() {
        let entry = shipped.entry(model).or_default();
        *entry = units.max(*entry);
    }
    outcomes.push(within_contract(context, &shipped));
    outcomes.push(within_licence(context, &invoice, &shipped));
    both(outcomes)
}

/// What was shipped under a document before this shipment.
fn drawn(document: &TradeDocument) -> Totals {
    let mut drawn = Totals::new();
    for line in &document.goods {
        *drawn.entry(number(&line.model)).or_default() += u64::from(line.drawn.unwrap_or_default());
    }
    drawn
}

fn exceeds(limit: &Totals, shipped: &Totals, drawn: &Totals) -> bool {
    shipped.iter().any(|(model, units)| {
        let before = drawn.get(model).copied().unwrap_or_default();
        limit.get(model).is_none_or(|limit| units + before > *limit)
    })
}

/// The limit less what was shipped under it before.
fn left(limit: &Totals, drawn: &Totals) -> Totals {
    let before = |model: &String| drawn.get(model).copied().unwrap_or_default();
    limit.iter().map(|(model, n)| (model.clone(), n.saturating_sub(before(model)))).collect()
}

/// A contract whose lines name no earlier shipments is taken to have none.
fn within_contract(context: &Context<'_>, shipped: &Totals) -> Outcome {
    let Some(contract) = context.document(kind::CONTRACT) else {
        return lacks(kind::CONTRACT, "quantity");
    };
    let Some(limit) = totals(Some(contract)) else { return lacks(kind::CONTRACT, "quantity") };
    let drawn = drawn(contract);
    if exceeds(&limit, shipped, &drawn) {
        broken("contract-quantity", written(shipped), written(&left(&limit, &drawn)))
    } else {
        Outcome::agree()
    }
}

/// A licence covers the models it names; what else is shipped is for the dual-use check. How much
/// of it was used before must be said.
fn within_licence(context: &Context<'_>, invoice: &Totals, shipped: &Totals) -> Outcome {
    let Some(licence) = context.document(kind::LICENCE) else {
        return if context.licence_must() == Must::Say {
            lacks(kind::LICENCE, "quantity")
        } else {
            Outcome::NotApplicable
        };
    };
    let Some(limit) = totals(Some(licence)) else { return lacks(kind::LICENCE, "quantity") };
    let drawn = drawn(licence);
    let licensed = context.likely_models();
    let counted: Totals = shipped
        .iter()
        .filter(|(model, _)| limit.contains_key(*model) || licensed.contains(*model))
        .map(|(model, units)| (model.clone(), *units))
        .collect();
    if counted.is_empty() || exceeds(&limit, &counted, &drawn) {
        let shipped = if counted.is_empty() { invoice } else { &counted };
        return broken("licensed-quantity", written(shipped), written(&left(&limit, &drawn)));
    }
    if licence.goods.iter().any(|line| line.drawn.is_none()) {
        return lacks(kind::LICENCE, "drawn");
    }
    Outcome::agree()
}
