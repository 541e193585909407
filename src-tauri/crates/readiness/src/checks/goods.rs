//! What the goods are, where they come from, how they are packed and marked.

use super::say::{By, Compare, Must, both, broken, lacks};
use super::{Context, Outcome};
use crate::document::kind;
use crate::normal::{code, normalised};
use crate::{FactId, GoodsLine, Reason, Saying, TradeDocument, Value};
use std::collections::{BTreeMap, BTreeSet};

fn transport<'a>(context: &Context<'_>) -> &'a str {
    if context.document(kind::BILL_OF_LADING).is_none()
        && context.document(kind::RAIL_NOTE).is_some()
    {
        kind::RAIL_NOTE
    } else {
        kind::BILL_OF_LADING
    }
}

/// Words that the entry-summary systems refuse as a goods description.
const STOP_WORDS: [&str; 18] = [
    "ACCESSORIES",
    "AS PER INVOICE",
    "CARGO",
    "CONSOLIDATED",
    "EQUIPMENT",
    "FREIGHT ALL KINDS",
    "GENERAL CARGO",
    "GOODS",
    "MACHINE",
    "MACHINERY",
    "MACHINES",
    "PARTS",
    "PRODUCTS",
    "SAID TO CONTAIN",
    "SPARES",
    "STC",
    "TOOLS",
    "VARIOUS",
];

/// The invoice's wording corresponds to the credit's; others may be general; the ENS text is not a
/// stop word (UCP 600 Art. 18 c; ICS2 stop words).
pub(super) fn description(context: &Context<'_>) -> Outcome {
    let text = |document: &TradeDocument| document.description.clone();
    let credit = if context.has_credit() {
        let invoice = context.document(kind::INVOICE).and_then(text);
        let wanted = context.document(kind::CREDIT).and_then(text);
        match (invoice, wanted) {
            (Some(invoice), Some(wanted)) => {
                if normalised(&invoice).contains(&normalised(&wanted)) {
                    Outcome::agree()
                } else {
                    Outcome::Differ(vec![Reason::Compared {
                        field: "description".to_owned(),
                        says: vec![
                            Saying { document: kind::CREDIT.into(), value: Some(wanted) },
                            Saying { document: kind::INVOICE.into(), value: Some(invoice) },
                        ],
                    }])
                }
            }
            (None, _) => lacks(kind::INVOICE, "description"),
            (_, None) => lacks(kind::CREDIT, "description"),
        }
    } else {
        Outcome::NotApplicable
    };
    let entry = match context.document(kind::ENS) {
        None => Outcome::NotApplicable,
        Some(document) => match text(document) {
            None => lacks(kind::ENS, "description"),
            Some(description) => {
                if STOP_WORDS.contains(&normalised(&description).as_str()) {
                    broken("stop-word", description, "a precise text".to_owned())
                } else {
                    Outcome::agree()
                }
            }
        },
    };
    both([credit, entry])
}

fn models(goods: &[GoodsLine]) -> Option<String> {
    let models: BTreeSet<String> =
        goods.iter().map(|line| line.model.trim().to_owned()).filter(|m| !m.is_empty()).collect();
    (!models.is_empty()).then(|| models.into_iter().collect::<Vec<_>>().join(", "))
}

fn serials(goods: &[GoodsLine]) -> Option<String> {
    let serials: BTreeSet<String> =
        goods.iter().flat_map(|line| line.serials.iter().map(|s| s.trim().to_owned())).collect();
    (!serials.is_empty()).then(|| serials.into_iter().collect::<Vec<_>>().join(", "))
}

/// The same models and serial numbers on invoice, packing list, nameplate, FAT report, declaration
/// and licence (models).
pub(super) fn model_serial(context: &Context<'_>) -> Outcome {
    let model = |document: &TradeDocument| models(&document.goods);
    let serial = |document: &TradeDocument| serials(&document.goods);
    let models = Compare::new(context, "models", By::Name)
        .document(kind::INVOICE, Must::Say, model)
        .document(kind::PACKING_LIST, Must::Say, model)
        .document(kind::NAMEPLATE, Must::IfHeld, model)
        .document(kind::FAT_REPORT, Must::IfHeld, model)
        .document(kind::DECLARATION, Must::IfHeld, model)
        .document(kind::LICENCE, Must::IfHeld, model)
        .outcome();
    let serials = Compare::new(context, "serials", By::Name)
        .document(kind::INVOICE, Must::May, serial)
        .document(kind::PACKING_LIST, Must::May, serial)
        .document(kind::NAMEPLATE, Must::IfHeld, serial)
        .document(kind::FAT_REPORT, Must::IfHeld, serial)
        .document(kind::DECLARATION, Must::IfHeld, serial)
        .outcome();
    both([models, serials])
}

fn hs6_digits(document: &TradeDocument) -> Option<String> {
    let codes: BTreeSet<String> = document
        .hs_codes
        .iter()
        .map(|written| written.chars().filter(char::is_ascii_digit).take(6).collect::<String>())
        .filter(|digits| !digits.is_empty())
        .collect();
    (!codes.is_empty()).then(|| codes.into_iter().collect::<Vec<_>>().join(", "))
}

/// The first six digits equal on invoice, C/O, declaration, ENS and licence; a difference needs a
/// recorded exception.
pub(super) fn hs6(context: &Context<'_>) -> Outcome {
    Compare::new(context, "hs6", By::Exact)
        .document(kind::INVOICE, Must::Say, hs6_digits)
        .document(kind::ORIGIN, Must::IfHeld, hs6_digits)
        .document(kind::EXPORT_DECLARATION, Must::Say, hs6_digits)
        .document(kind::ENS, Must::IfHeld, hs6_digits)
        .document(kind::LICENCE, Must::IfHeld, hs6_digits)
        .outcome()
}
/// The same country of origin on invoice, C/O, declaration and marking.
pub(super) fn origin(context: &Context<'_>) -> Outcome {
    let field = |document: &TradeDocument| document.origin.as_deref().map(country);
    Compare::new(context, "origin", By::Name)
        .document(kind::INVOICE, Must::Say, field)
        .document(kind::ORIGIN, Must::IfHeld, field)
        .document(kind::EXPORT_DECLARATION, Must::Say, field)
        .document(kind::MARKING, Must::May, field)
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
        | "MADE IN CHINA"
        | "CN"
        | "中国" => "CN".to_owned(),
        other => other.to_owned(),
    }
}

type Totals = BTreeMap<String, u32>;

fn totals(document: Option<&TradeDocument>) -> Option<Totals> {
    let mut totals = Totals::new();
    for line in &document?.goods {
        *totals.entry(code(&line.model)).or_default() += line.quantity?;
    }
    (!totals.is_empty()).then_some(totals)
}

fn written(totals: &Totals) -> String {
    totals.iter().map(|(model, n)| format!("{model} × {n}")).collect::<Vec<_>>().join(", ")
}

/// Quantities per model equal on invoice and packing list, within the contract and the licence.
pub(super) fn quantity(context: &Context<'_>) -> Outcome {
    let invoice = totals(context.document(kind::INVOICE));
    let Some(invoice) = invoice else { return lacks(kind::INVOICE, "quantity") };
    let Some(packed) = totals(context.document(kind::PACKING_LIST)) else {
        return lacks(kind::PACKING_LIST, "quantity");
    };
    let mut outcomes = vec![if invoice == packed {
        Outcome::agree()
    } else {
        broken("packed-quantity", written(&packed), written(&invoice))
    }];
    let within = |what: &str, kind: &str| match context.document(kind) {
        None => Outcome::NotApplicable,
        Some(document) => match totals(Some(document)) {
            None => lacks(kind, "quantity"),
            Some(limit) => {
                let exceeded =
                    invoice.iter().any(|(model, n)| limit.get(model).is_none_or(|limit| n > limit));
                if exceeded {
                    broken(what, written(&invoice), written(&limit))
                } else {
                    Outcome::agree()
                }
            }
        },
    };
    outcomes.push(within("contract-quantity", kind::CONTRACT));
    outcomes.push(within("licensed-quantity", kind::LICENCE));
    both(outcomes)
}

fn package_count(document: &TradeDocument) -> Option<String> {
    document
        .package_count
        .or_else(|| u32::try_from(document.packages.len()).ok().filter(|count| *count > 0))
        .map(|count| count.to_string())
}

/// Number and kind of packages equal on packing list, transport document, declaration, C/O and
/// insurance.
pub(super) fn packages(context: &Context<'_>) -> Outcome {
    let counts = Compare::new(context, "package-count", By::Exact)
        .document(kind::PACKING_LIST, Must::Say, package_count)
        .document(transport(context), Must::Say, package_count)
        .document(kind::EXPORT_DECLARATION, Must::Say, package_count)
        .document(kind::ORIGIN, Must::May, package_count)
        .document(kind::INSURANCE, Must::May, package_count)
        .outcome();
    let kind_of = |document: &TradeDocument| document.package_kind.clone();
    let kinds = Compare::new(context, "package-kind", By::Name)
        .document(kind::PACKING_LIST, Must::May, kind_of)
        .document(transport(context), Must::May, kind_of)
        .document(kind::EXPORT_DECLARATION, Must::May, kind_of)
        .document(kind::ORIGIN, Must::May, kind_of)
        .document(kind::INSURANCE, Must::May, kind_of)
        .outcome();
    both([counts, kinds])
}

/// Shipping marks the same on packing list, transport document and C/O.
pub(super) fn marks(context: &Context<'_>) -> Outcome {
    let field = |document: &TradeDocument| document.marks.clone();
    Compare::new(context, "marks", By::Name)
        .document(kind::PACKING_LIST, Must::Say, field)
        .document(transport(context), Must::Say, field)
        .document(kind::ORIGIN, Must::IfHeld, field)
        .outcome()
}

fn containers(document: &TradeDocument) -> Option<String> {
    let set: BTreeSet<String> = document
        .containers
        .iter()
        .map(|container| {
            let seal = container.seal.as_deref().map(code).unwrap_or_default();
            format!("{}/{seal}", code(&container.number))
        })
        .collect();
    (!set.is_empty()).then(|| set.into_iter().collect::<Vec<_>>().join(", "))
}

/// Containers and seals the same on transport document, VGM and declaration.
pub(super) fn containers_seals(context: &Context<'_>) -> Outcome {
    let units = context.shipment.answers.get(&FactId::from("load-units"));
    let loose = matches!(units, Some(Value::Choices(units))
        if !units.contains("container") && !units.contains("flat-rack"));
    let none = [kind::BILL_OF_LADING, kind::RAIL_NOTE, kind::VGM, kind::EXPORT_DECLARATION]
        .into_iter()
        .filter_map(|kind| context.document(kind))
        .all(|document| document.containers.is_empty());
    if none && loose {
        return Outcome::NotApplicable;
    }
    Compare::new(context, "containers", By::Exact)
        .document(transport(context), Must::Say, containers)
        .document(kind::VGM, Must::Say, containers)
        .document(kind::EXPORT_DECLARATION, Must::Say, containers)
        .outcome()
}

/// Ports and destination the same on the credit, transport document, insurance, C/O and
/// declaration.
pub(super) fn ports(context: &Context<'_>) -> Outcome {
    let credit = if context.has_credit() { Must::Say } else { Must::May };
    let place = |field: &'static str, value: super::Field, must: Must| {
        Compare::new(context, field, By::Name)
            .document(kind::CREDIT, if must == Must::Say { credit } else { Must::May }, value)
            .document(transport(context), must, value)
            .document(kind::INSURANCE, Must::May, value)
            .document(kind::ORIGIN, Must::May, value)
            .document(kind::EXPORT_DECLARATION, must, value)
            .outcome()
    };
    both([
        place("port-of-loading", |d| d.port_of_loading.clone(), Must::Say),
        place("port-of-discharge", |d| d.port_of_discharge.clone(), Must::Say),
        place("destination", |d| d.destination.clone(), Must::May),
    ])
}

/// The packages with solid wood on the list are those on the ISPM 15 declaration; "no wood" is
/// contradicted by any solid-wood package.
pub(super) fn wood(context: &Context<'_>) -> Outcome {
    let Some(list) = context.document(kind::PACKING_LIST) else {
        return lacks(kind::PACKING_LIST, "solid-wood");
    };
    if list.packages.is_empty() || list.packages.iter().any(|p| p.solid_wood.is_none()) {
        return lacks(kind::PACKING_LIST, "solid-wood");
    }
    let wooden: BTreeSet<String> = list
        .packages
        .iter()
        .filter(|package| package.solid_wood == Some(true))
        .map(|package| code(&package.number))
        .collect();
    let written = |set: &BTreeSet<String>| set.iter().cloned().collect::<Vec<_>>().join(", ");
    let declaration = context.document(kind::WOOD);
    let denies = list.no_wood == Some(true)
        || declaration.is_some_and(|declaration| declaration.no_wood == Some(true));
    if denies && !wooden.is_empty() {
        return broken("no-wood", written(&wooden), "no wood".to_owned());
    }
    match declaration {
        None if wooden.is_empty() => Outcome::NotApplicable,
        None => lacks(kind::WOOD, "wood-packages"),
        Some(_) if denies => Outcome::agree(),
        Some(declaration) => {
            let declared: BTreeSet<String> =
                declaration.wood_packages.iter().map(|number| code(number)).collect();
            if declared == wooden {
                Outcome::agree()
            } else if declared.is_empty() {
                lacks(kind::WOOD, "wood-packages")
            } else {
                broken("wood-packages", written(&declared), written(&wooden))
            }
        }
    }
}

/// Dangerous goods on the packing list if and only if a declaration is held; the class on the
/// transport document.
pub(super) fn dangerous_goods(context: &Context<'_>) -> Outcome {
    let answer = context.shipment.answers.get(&FactId::from("dangerous-goods"));
    let listed: Vec<String> = context
        .document(kind::PACKING_LIST)
        .map(|list| {
            list.packages.iter().filter_map(|package| package.dangerous_goods.clone()).collect()
        })
        .unwrap_or_default();
    let evidence = crate::DocumentType::from(kind::DANGEROUS_GOODS);
    let declared = context.document(kind::DANGEROUS_GOODS).is_some()
        || context.shipment.evidence.iter().any(|held| held.document_type == evidence);
    let none = listed.is_empty() && answer != Some(&Value::YesNo(true));
    match (none, declared) {
        (true, false) => Outcome::NotApplicable,
        (true, true) => match context.document(kind::PACKING_LIST) {
            None => lacks(kind::PACKING_LIST, "dangerous-goods"),
            Some(_) => broken(
                "dangerous-goods",
                kind::DANGEROUS_GOODS.to_owned(),
                "none listed".to_owned(),
            ),
        },
        (false, false) => lacks(kind::DANGEROUS_GOODS, "number"),
        (false, true) => {
            let stated = context
                .document(transport(context))
                .and_then(|document| document.dangerous_goods_class.clone());
            if stated.is_some() {
                Outcome::agree()
            } else {
                lacks(transport(context), "dangerous-goods-class")
            }
        }
    }
}
