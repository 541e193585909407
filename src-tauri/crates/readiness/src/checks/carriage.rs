//! Containers and ports.

use super::say::{By, Compare, Must, both};
use super::{Context, Outcome};
use crate::document::kind;
use crate::normal::code;
use crate::{FactId, TradeDocument, Value};
use std::collections::BTreeSet;

fn container_numbers(document: &TradeDocument) -> Option<String> {
    let numbers: BTreeSet<String> =
        document.containers.iter().map(|container| code(&container.number)).collect();
    let named = !numbers.is_empty() && !numbers.contains("");
    named.then(|| numbers.into_iter().collect::<Vec<_>>().join(", "))
}

/// Containers with their seals; none when a seal is not named.
fn sealed(document: &TradeDocument) -> Option<String> {
    let seals: Option<BTreeSet<String>> = document
        .containers
        .iter()
        .map(|container| {
            let seal = container.seal.as_deref().map(code).filter(|seal| !seal.is_empty())?;
            Some(format!("{}/{seal}", code(&container.number)))
        })
        .collect();
    let seals = seals?;
    (!seals.is_empty()).then(|| seals.into_iter().collect::<Vec<_>>().join(", "))
}

/// Containers and seals the same on transport document, VGM and declaration. A flat rack has no
/// door to seal.
pub(super) fn containers_seals(context: &Context<'_>) -> Outcome {
    let none = [kind::BILL_OF_LADING, kind::RAIL_NOTE, kind::VGM, kind::EXPORT_DECLARATION]
        .into_iter()
        .filter_map(|kind| context.document(kind))
        .all(|document| document.containers.is_empty());
    if none && context.is_loose() {
        return Outcome::NotApplicable;
    }
    let compared = |value: super::Field| {
        Compare::new(context, "containers", By::Exact)
            .document(context.transport(), Must::Say, value)
            .document(kind::VGM, Must::Say, value)
            .document(kind::EXPORT_DECLARATION, Must::Say, value)
            .outcome()
    };
    let units = context.shipment.answers.get(&FactId::from("load-units"));
    let racks = matches!(units, Some(Value::Choices(units)) if !units.contains("container"));
    match compared(container_numbers) {
        Outcome::Agree(_) if !racks => compared(sealed),
        // Where racks do carry seals they must agree all the same.
        Outcome::Agree(reasons) => match compared(sealed) {
            Outcome::Differ(reasons) => Outcome::Differ(reasons),
            _ => Outcome::Agree(reasons),
        },
        outcome => outcome,
    }
}

/// Ports and destination the same on the credit, transport document, insurance, C/O and
/// declaration. A credit that names no final destination asks for none.
pub(super) fn ports(context: &Context<'_>) -> Outcome {
    let place = |field: &'static str, credit: Must, value: super::Field| {
        Compare::new(context, field, By::Name)
            .document(kind::CREDIT, credit, value)
            .document(context.transport(), Must::Say, value)
            .document(kind::INSURANCE, context.insurance_must(), value)
            .document(kind::ORIGIN, Must::IfHeld, value)
            .document(kind::EXPORT_DECLARATION, Must::Say, value)
            .outcome()
    };
    let credit = context.credit_must();
    both([
        place("port-of-loading", credit, |d| d.port_of_loading.clone()),
        place("port-of-discharge", credit, |d| d.port_of_discharge.clone()),
        place("destination", Must::May, |d| d.destination.clone()),
    ])
}
