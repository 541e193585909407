//! Weights and dimensions.

use super::say::{both, broken, lacks};
use super::{Context, Outcome};
use crate::document::kind;
use crate::normal::number;
use crate::{Container, Package, Quantity, Reason, Saying, TradeDocument, Unit};
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

/// How far apart the masses or dimensions of a field lie, and how far they may.
fn difference(found: Decimal, limit: Decimal, unit: Unit) -> Reason {
    let shown = |value| Quantity { value, unit }.to_string();
    Reason::Limit { what: "difference".to_owned(), found: shown(found), limit: shown(limit) }
}

/// The packing list's total = the sum of its packages = transport document = declaration (= C/O if
/// stated), within the tolerance.
pub(super) fn gross_weight(context: &Context<'_>) -> Outcome {
    let mut says = Vec::new();
    let mut values: Vec<Decimal> = Vec::new();
    let mut missing = Vec::new();
    let mut say = |name: &str, weight: Option<Decimal>, held: bool, must: bool| {
        if held {
            says.push(Saying { document: name.to_owned(), value: weight.map(kg) });
        }
        match weight {
            Some(weight) => values.push(weight),
            None if must => missing.push((name.to_owned(), "gross-weight".to_owned())),
            None => {}
        }
    };
    let stated = |name: &str| kilograms(context.document(name).and_then(|d| d.gross_weight));
    let list = context.document(kind::PACKING_LIST);
    let packages = list.map(|list| list.packages.as_slice()).unwrap_or_default();
    say(kind::PACKING_LIST, stated(kind::PACKING_LIST), list.is_some(), true);
    let summed = sum(packages, |package| package.gross);
    say("packages", summed, summed.is_some(), false);
    for transport in context.transports() {
        let document = context.document(transport);
        say(transport, total(document), document.is_some(), true);
    }
    for (name, must) in [(kind::EXPORT_DECLARATION, true), (kind::ORIGIN, false)] {
        let document = context.document(name);
        say(name, total(document), document.is_some(), must);
    }
    if packages.is_empty() {
        missing.push((kind::PACKING_LIST.to_owned(), "packages".to_owned()));
    }
    for package in packages.iter().filter(|package| kilograms(package.gross).is_none()) {
        let field = format!("gross-weight {}", package.number).trim().to_owned();
        missing.push((kind::PACKING_LIST.to_owned(), field));
    }
    let smallest = values.iter().min().copied().unwrap_or_default();
    let largest = values.iter().max().copied().unwrap_or_default();
    let apart = largest.checked_sub(smallest).unwrap_or(Decimal::MAX);
    let tolerance = context.shipment.tolerances.kilograms();
    let reasons = vec![
        Reason::Compared { field: "gross-weight".to_owned(), says },
        difference(apart, tolerance, Unit::Kilogram),
    ];
    if apart > tolerance {
        Outcome::Differ(reasons)
    } else if missing.is_empty() {
        Outcome::Agree(reasons)
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
    if list.packages.is_empty() {
        return both([
            compare("total".to_owned(), list.net_weight, list.gross_weight),
            lacks(kind::PACKING_LIST, "packages"),
        ]);
    }
    let mut outcomes: Vec<Outcome> = list
        .packages
        .iter()
        .map(|package| compare(package.number.clone(), package.net, package.gross))
        .collect();
    // A total that is not stated is what the packages come to.
    let summed = |of| {
        let value = sum(&list.packages, of)?;
        Some(Quantity { value, unit: Unit::Kilogram })
    };
    let net = list.net_weight.or_else(|| summed(|package| package.net));
    let gross = list.gross_weight.or_else(|| summed(|package| package.gross));
    outcomes.push(compare("total".to_owned(), net, gross));
    both(outcomes)
}

/// Per container: the verified mass is within the tolerance of cargo, tare and dunnage, and not
/// above the plate where that is known.
pub(super) fn vgm(context: &Context<'_>) -> Outcome {
    let Some(declaration) = context.document(kind::VGM) else {
        return if context.is_loose() { Outcome::NotApplicable } else { lacks(kind::VGM, "vgm") };
    };
    if declaration.containers.is_empty() {
        return lacks(kind::VGM, "containers");
    }
    let only = declaration.containers.len() == 1;
    let each = declaration.containers.iter().map(|container| {
        let cargo = kilograms(container.cargo_gross)
            .or_else(|| if only { total(context.document(kind::PACKING_LIST)) } else { None });
        container_mass(context, container, cargo)
    });
    both(each.chain([stuffed(context, &declaration.containers)]))
}

/// The cargo of all containers together is that of the packing list, unless a part of it travels
/// in none of them, or in those of another consignment.
fn stuffed(context: &Context<'_>, containers: &[Container]) -> Outcome {
    let units = context.shipment.answers.get("load-units");
    let partly_loose =
        matches!(units, Some(crate::Value::Choices(units)) if units.contains("break-bulk"));
    let cargo = containers.iter().try_fold(Decimal::ZERO, |sum, container| {
        sum.checked_add(kilograms(container.cargo_gross)?)
    });
    let listed = total(context.document(kind::PACKING_LIST));
    let (Some(cargo), Some(listed)) = (cargo, listed) else { return Outcome::NotApplicable };
    if partly_loose || context.anchors.consignments().len() > 1 {
        return Outcome::NotApplicable;
    }
    let apart = cargo.checked_sub(listed).map_or(Decimal::MAX, |apart| apart.abs());
    let tolerance = context.shipment.tolerances.kilograms();
    if apart <= tolerance {
        return Outcome::agree();
    }
    let reasons = vec![
        Reason::Limit { what: "cargo-gross".to_owned(), found: kg(cargo), limit: kg(listed) },
        difference(apart, tolerance, Unit::Kilogram),
    ];
    Outcome::Differ(reasons)
}

fn container_mass(context: &Context<'_>, container: &Container, cargo: Option<Decimal>) -> Outcome {
    let field = |name: &str| format!("{name} {}", container.number).trim().to_owned();
    let vgm = kilograms(container.vgm);
    let plate = kilograms(container.plate_maximum);
    let above = match (vgm, plate) {
        (Some(vgm), Some(maximum)) if vgm > maximum => {
            broken(&field("plate-maximum"), kg(vgm), kg(maximum))
        }
        _ => Outcome::NotApplicable,
    };
    let parts = [
        ("vgm", vgm),
        ("cargo-gross", cargo),
        ("tare", kilograms(container.tare)),
        ("dunnage", kilograms(container.dunnage)),
    ];
    let missing: Vec<(String, String)> = parts
        .iter()
        .filter(|(_, mass)| mass.is_none())
        .map(|(name, _)| (kind::VGM.to_owned(), field(name)))
        .collect();
    let expected =
        parts[1..].iter().try_fold(Decimal::ZERO, |sum, (_, mass)| sum.checked_add((*mass)?));
    let (Some(vgm), Some(expected)) = (vgm, expected) else {
        let missing = if missing.is_empty() {
            lacks(kind::VGM, &field("cargo-gross"))
        } else {
            Outcome::Lacks(missing)
        };
        return both([above, missing]);
    };
    let tolerance = context.shipment.tolerances.vgm_kilograms(expected);
    let apart = vgm.checked_sub(expected).map_or(Decimal::MAX, |apart| apart.abs());
    let reasons = vec![
        Reason::Limit { what: field("vgm"), found: kg(vgm), limit: kg(expected) },
        difference(apart, tolerance, Unit::Kilogram),
    ];
    let within = if apart > tolerance { Outcome::Differ(reasons) } else { Outcome::Agree(reasons) };
    both([within, above])
}

/// Length, width, height equal within the tolerance, and unit mass equal, on packing list, lashing
/// plan, booking and permit. Packages that no plan names are not compared.
pub(super) fn oog_dims(context: &Context<'_>) -> Outcome {
    let oversize = context.shipment.answers.get("oversize") == Some(&crate::Value::YesNo(true));
    let plans: Vec<(&str, &TradeDocument)> = [kind::LASHING_PLAN, kind::BOOKING, kind::ROAD_PERMIT]
        .into_iter()
        .filter_map(|name| Some((name, context.document(name)?)))
        .collect();
    let planned = context.document(kind::LASHING_PLAN).is_some()
        || plans.iter().any(|(_, plan)| !plan.packages.is_empty());
    if !oversize && !planned {
        return Outcome::NotApplicable;
    }
    if plans.is_empty() {
        return lacks(kind::LASHING_PLAN, "packages");
    }
    let Some(list) = context.document(kind::PACKING_LIST).filter(|d| !d.packages.is_empty()) else {
        return lacks(kind::PACKING_LIST, "packages");
    };
    let tolerance = context.shipment.tolerances.millimetres();
    let mut outcomes = Vec::new();
    for (name, plan) in &plans {
        if plan.packages.is_empty() {
            outcomes.push(lacks(name, "packages"));
        }
        for planned in &plan.packages {
            let own = list.packages.iter().find(|p| number(&p.number) == number(&planned.number));
            let Some(own) = own else {
                outcomes.push(lacks(kind::PACKING_LIST, &format!("package {}", planned.number)));
                continue;
            };
            outcomes.extend(dimensions((kind::PACKING_LIST, own), (name, planned), tolerance));
        }
    }
    // Each may lie within the tolerance of the list, and two of them too far from one another.
    for (at, (name, plan)) in plans.iter().enumerate() {
        for (other_name, other) in plans.iter().skip(at + 1) {
            for own in &plan.packages {
                let same =
                    other.packages.iter().filter(|p| number(&p.number) == number(&own.number));
                let compared = same
                    .flat_map(|planned| dimensions((name, own), (other_name, planned), tolerance));
                // What either lacks is told against the list already.
                outcomes.extend(compared.filter(|one| !matches!(one, Outcome::Lacks(_))));
            }
        }
    }
    both(outcomes)
}

/// The same package as two documents describe it.
fn dimensions(
    (from, own): (&str, &Package),
    (name, planned): (&str, &Package),
    tolerance: Decimal,
) -> Vec<Outcome> {
    let millimetres =
        |q: Option<Quantity>| q.and_then(|q| q.to_unit(Unit::Millimetre)).map(|q| q.value);
    let mm = |value| Quantity { value, unit: Unit::Millimetre }.to_string();
    let field = |name: &str| format!("{name} {}", own.number).trim().to_owned();
    let mut outcomes = Vec::new();
    for (dimension, own_side, planned_side) in [
        ("length", own.length, planned.length),
        ("width", own.width, planned.width),
        ("height", own.height, planned.height),
    ] {
        let field = field(dimension);
        let (Some(a), Some(b)) = (millimetres(own_side), millimetres(planned_side)) else {
            let lacking = [(from, own_side), (name, planned_side)];
            let lacking = lacking.into_iter().filter(|(_, side)| millimetres(*side).is_none());
            outcomes.push(Outcome::Lacks(
                lacking.map(|(who, _)| (who.into(), field.clone())).collect(),
            ));
            continue;
        };
        let apart = a.checked_sub(b).map_or(Decimal::MAX, |apart| apart.abs());
        let says = [(from, a), (name, b)]
            .map(|(who, side)| Saying { document: who.to_owned(), value: Some(mm(side)) });
        let reasons = vec![
            Reason::Compared { field, says: says.into() },
            difference(apart, tolerance, Unit::Millimetre),
        ];
        outcomes.push(if apart > tolerance {
            Outcome::Differ(reasons)
        } else if apart.is_zero() {
            Outcome::agree()
        } else {
            Outcome::Agree(reasons)
        });
    }
    outcomes.push(match (kilograms(own.gross), kilograms(planned.gross)) {
        (Some(a), Some(b)) if a != b => broken(&field("unit-mass"), kg(b), kg(a)),
        (Some(_), Some(_)) => Outcome::agree(),
        (None, _) => lacks(from, &field("gross-weight")),
        (_, None) => lacks(name, &field("gross-weight")),
    });
    outcomes
}
