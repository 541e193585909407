//! Weights and dimensions.

use super::say::{both, broken, lacks};
use super::{Context, Outcome};
use crate::document::kind;
use crate::normal::code;
use crate::{Package, Quantity, Reason, Saying, TradeDocument, Unit};
use rust_decimal::Decimal;

fn kilograms(quantity: Option<Quantity>) -> Option<Decimal> {
    quantity?.to_unit(Unit::Kilogram).map(|quantity| quantity.value)
}

fn kg(value: Decimal) -> String {
    Quantity { value, unit: Unit::Kilogram }.to_string()
}

/// Sum over the packages; none when any package lacks its weight.
fn sum(packages: &[Package], of: fn(&Package) -> Option<Quantity>) -> Option<Decimal> {
    if packages.is_empty() {
        return None;
    }
    packages.iter().try_fold(Decimal::ZERO, |sum, package| sum.checked_add(kilograms(of(package))?))
}

fn total(document: Option<&TradeDocument>) -> Option<Decimal> {
    let document = document?;
    kilograms(document.gross_weight).or_else(|| sum(&document.packages, |package| package.gross))
}

/// The packing list's total = the sum of its packages = transport document = declaration (= C/O if
/// stated). No tolerance.
pub(super) fn gross_weight(context: &Context<'_>) -> Outcome {
    let mut says = Vec::new();
    let mut values: Vec<Decimal> = Vec::new();
    let mut missing = Vec::new();
    let transport = if context.document(kind::BILL_OF_LADING).is_none()
        && context.document(kind::RAIL_NOTE).is_some()
    {
        kind::RAIL_NOTE
    } else {
        kind::BILL_OF_LADING
    };
    let list = context.document(kind::PACKING_LIST);
    for (name, must) in [
        (kind::PACKING_LIST, true),
        (transport, true),
        (kind::EXPORT_DECLARATION, true),
        (kind::ORIGIN, false),
    ] {
        let document = context.document(name);
        let weight = total(document);
        if document.is_some() {
            says.push(Saying { document: name.to_owned(), value: weight.map(kg) });
        }
        match weight {
            Some(weight) => values.push(weight),
            None if must => missing.push((name.to_owned(), "gross-weight".to_owned())),
            None => {}
        }
    }
    if let (Some(stated), Some(list)) = (list.and_then(|l| kilograms(l.gross_weight)), list)
        && let Some(sum) = sum(&list.packages, |package| package.gross)
        && sum != stated
    {
        says.push(Saying { document: "packages".to_owned(), value: Some(kg(sum)) });
        values.push(sum);
    }
    let differs = values.windows(2).any(|pair| pair[0] != pair[1]);
    if differs {
        let smallest = values.iter().min().copied().unwrap_or_default();
        let largest = values.iter().max().copied().unwrap_or_default();
        return Outcome::Differ(vec![
            Reason::Compared { field: "gross-weight".to_owned(), says },
            Reason::Limit {
                what: "difference".to_owned(),
                found: kg(largest - smallest),
                limit: kg(Decimal::ZERO),
            },
        ]);
    }
    if missing.is_empty() {
        Outcome::Agree(vec![Reason::Compared { field: "gross-weight".to_owned(), says }])
    } else {
        Outcome::Lacks(missing)
    }
}

/// Net is never more than gross, per package and in total.
pub(super) fn net_gross(context: &Context<'_>) -> Outcome {
    let Some(list) = context.document(kind::PACKING_LIST) else {
        return lacks(kind::PACKING_LIST, "net-weight");
    };
    let compare = |what: String, net: Option<Quantity>, gross: Option<Quantity>| match (
        kilograms(net),
        kilograms(gross),
    ) {
        (Some(net), Some(gross)) if net > gross => {
            broken(&format!("net-weight {what}"), kg(net), kg(gross))
        }
        (Some(_), Some(_)) => Outcome::agree(),
        (None, _) => lacks(kind::PACKING_LIST, &format!("net-weight {what}")),
        (_, None) => lacks(kind::PACKING_LIST, &format!("gross-weight {what}")),
    };
    let each = list
        .packages
        .iter()
        .map(|package| compare(package.number.clone(), package.net, package.gross));
    let mut outcomes: Vec<Outcome> = each.collect();
    if list.net_weight.is_some() || list.packages.is_empty() {
        let gross = list.gross_weight;
        outcomes.push(compare("total".to_owned(), list.net_weight, gross));
    }
    both(outcomes)
}

/// Per container: the verified mass is within 1 % or 100 kg of cargo, tare and dunnage, and not
/// above the plate.
pub(super) fn vgm(context: &Context<'_>) -> Outcome {
    let units = context.shipment.answers.get("load-units");
    let loose = matches!(units, Some(crate::Value::Choices(units))
        if !units.contains("container") && !units.contains("flat-rack"));
    let Some(declaration) = context.document(kind::VGM) else {
        return if loose { Outcome::NotApplicable } else { lacks(kind::VGM, "vgm") };
    };
    if declaration.containers.is_empty() {
        return lacks(kind::VGM, "containers");
    }
    let only = declaration.containers.len() == 1;
    let outcomes = declaration.containers.iter().map(|container| {
        let cargo = kilograms(container.cargo_gross)
            .or_else(|| if only { total(context.document(kind::PACKING_LIST)) } else { None });
        let field = |name: &str| format!("{name} {}", container.number).trim().to_owned();
        let Some(vgm) = kilograms(container.vgm) else {
            return lacks(kind::VGM, &field("vgm"));
        };
        let Some(tare) = kilograms(container.tare) else {
            return lacks(kind::VGM, &field("tare"));
        };
        let Some(cargo) = cargo else {
            return lacks(kind::VGM, &field("cargo-gross"));
        };
        let dunnage = kilograms(container.dunnage).unwrap_or_default();
        let expected = cargo.checked_add(tare).and_then(|sum| sum.checked_add(dunnage));
        let Some(expected) = expected else {
            return lacks(kind::VGM, &field("cargo-gross"));
        };
        let tolerance = (expected / Decimal::ONE_HUNDRED).max(Decimal::ONE_HUNDRED);
        if (vgm - expected).abs() > tolerance {
            return broken(&field("vgm"), kg(vgm), kg(expected));
        }
        match kilograms(container.plate_maximum) {
            Some(maximum) if vgm > maximum => broken(&field("plate-maximum"), kg(vgm), kg(maximum)),
            _ => Outcome::Agree(vec![Reason::Limit {
                what: field("vgm"),
                found: kg(vgm),
                limit: kg(expected),
            }]),
        }
    });
    both(outcomes.collect::<Vec<_>>())
}

/// Greatest difference of a dimension that still counts as equal: 20 mm.
const TOLERANCE_MM: i64 = 20;

/// Length, width, height and unit mass equal on packing list, lashing plan, booking and permit,
/// within 20 mm. Packages that only one of them names are not compared.
pub(super) fn oog_dims(context: &Context<'_>) -> Outcome {
    let oversize = context.shipment.answers.get("oversize") == Some(&crate::Value::YesNo(true));
    let plans: Vec<(&str, &TradeDocument)> = [kind::LASHING_PLAN, kind::BOOKING, kind::ROAD_PERMIT]
        .into_iter()
        .filter_map(|name| Some((name, context.document(name)?)))
        .filter(|(name, document)| !document.packages.is_empty() || *name == kind::LASHING_PLAN)
        .collect();
    if plans.is_empty() {
        return if oversize {
            lacks(kind::LASHING_PLAN, "packages")
        } else {
            Outcome::NotApplicable
        };
    }
    let Some(list) = context.document(kind::PACKING_LIST).filter(|d| !d.packages.is_empty()) else {
        return lacks(kind::PACKING_LIST, "packages");
    };
    let mut outcomes = Vec::new();
    for (name, plan) in plans {
        if plan.packages.is_empty() {
            outcomes.push(lacks(name, "packages"));
        }
        for planned in &plan.packages {
            let own = list.packages.iter().find(|p| code(&p.number) == code(&planned.number));
            let Some(own) = own else {
                outcomes.push(lacks(kind::PACKING_LIST, &format!("package {}", planned.number)));
                continue;
            };
            outcomes.extend(dimensions(name, own, planned));
        }
    }
    both(outcomes)
}

fn dimensions(name: &str, own: &Package, planned: &Package) -> Vec<Outcome> {
    let mut outcomes = Vec::new();
    let pairs = [
        ("length", own.length, planned.length),
        ("width", own.width, planned.width),
        ("height", own.height, planned.height),
    ];
    let millimetres =
        |q: Option<Quantity>| q.and_then(|q| q.to_unit(Unit::Millimetre)).map(|q| q.value);
    for (dimension, own_side, planned_side) in pairs {
        let field = format!("{dimension} {}", own.number).trim().to_owned();
        outcomes.push(match (millimetres(own_side), millimetres(planned_side)) {
            (Some(a), Some(b)) if (a - b).abs() > Decimal::from(TOLERANCE_MM) => {
                let mm = |value| Quantity { value, unit: Unit::Millimetre }.to_string();
                Outcome::Differ(vec![
                    Reason::Compared {
                        field,
                        says: vec![
                            Saying { document: kind::PACKING_LIST.to_owned(), value: Some(mm(a)) },
                            Saying { document: name.to_owned(), value: Some(mm(b)) },
                        ],
                    },
                    Reason::Limit {
                        what: "difference".to_owned(),
                        found: mm((a - b).abs()),
                        limit: mm(Decimal::from(TOLERANCE_MM)),
                    },
                ])
            }
            (Some(_), Some(_)) => Outcome::agree(),
            (None, _) => lacks(kind::PACKING_LIST, &field),
            (_, None) => lacks(name, &field),
        });
    }
    if let (Some(a), Some(b)) = (kilograms(own.gross), kilograms(planned.gross))
        && a != b
    {
        outcomes.push(broken(&format!("unit-mass {}", own.number), kg(b), kg(a)));
    }
    outcomes
}
