//! How the goods are packed and marked.

use super::say::{By, Compare, Must, both, broken, lacks};
use super::{Context, Outcome};
use crate::document::kind;
use crate::normal::{code, normalised};
use crate::{FactId, Package, Reason, Saying, TradeDocument, Unit, Value};
use rust_decimal::Decimal;
use std::cmp::Ordering;
use std::collections::BTreeSet;

fn package_count(document: &TradeDocument) -> Option<String> {
    document
        .package_count
        .or_else(|| u32::try_from(document.packages.len()).ok().filter(|count| *count > 0))
        .map(|count| count.to_string())
}

/// Kinds of packages in other words, Chinese or English.
const KINDS: [(&str, &str); 8] = [
    ("木箱", "WOODEN CASE"),
    ("胶合板箱", "PLYWOOD CASE"),
    ("纸箱", "CARTON"),
    ("托盘", "PALLET"),
    ("裸装", "BARE"),
    ("NUDE", "BARE"),
    ("UNPACKED", "BARE"),
    ("NUDE CARGO", "BARE"),
];

/// A kind of package in the singular.
fn package_kind(text: &str) -> String {
    let singular = |word: &str| -> String {
        let stem = ["XES", "CHES", "SES"].iter().find(|end| word.ends_with(*end)).map(|_| 2);
        // `CASES` is `CASE`, not `CAS`.
        let cut = match stem {
            Some(_) if word.ends_with("ASES") => 1,
            Some(cut) => cut,
            None if word.ends_with('S') && word.len() > 3 => 1,
            None => 0,
        };
        word.chars().take(word.chars().count() - cut).collect()
    };
    let kind = normalised(text).split(' ').map(singular).collect::<Vec<_>>().join(" ");
    KINDS.iter().find(|(from, _)| *from == kind).map_or(kind, |(_, to)| (*to).to_owned())
}

fn kinds(document: &TradeDocument) -> Option<String> {
    let own = document.package_kind.as_deref().map(package_kind).filter(|kind| !kind.is_empty());
    own.or_else(|| {
        let kinds: Option<BTreeSet<String>> =
            document.packages.iter().map(|p| p.kind.as_deref().map(package_kind)).collect();
        let kinds = kinds?.into_iter().filter(|kind| !kind.is_empty()).collect::<Vec<_>>();
        (!kinds.is_empty()).then(|| kinds.join(", "))
    })
}

/// Number and kind of packages equal on packing list, transport document, declaration, C/O and
/// insurance.
pub(super) fn packages(context: &Context<'_>) -> Outcome {
    let compared = |field, by, value: super::Field| {
        Compare::new(context, field, by)
            .document(kind::PACKING_LIST, Must::Say, value)
            .transport(Must::Say, value)
            .document(kind::EXPORT_DECLARATION, Must::Say, value)
            .document(kind::ORIGIN, Must::IfHeld, value)
            .document(kind::INSURANCE, context.insurance_must(), value)
    };
    let list = context.document(kind::PACKING_LIST);
    let listed = list.map(|list| list.packages.len()).filter(|count| *count > 0);
    let own = match (list.and_then(|list| list.package_count), listed) {
        (Some(stated), Some(listed)) if usize::try_from(stated) != Ok(listed) => {
            let says = [(kind::PACKING_LIST, stated.to_string()), ("packages", listed.to_string())];
            let says = says.map(|(who, count)| Saying { document: who.into(), value: Some(count) });
            let field = "package-count".to_owned();
            Outcome::Differ(vec![Reason::Compared { field, says: says.into() }])
        }
        _ => Outcome::NotApplicable,
    };
    both([
        compared("package-count", By::Exact, package_count).outcome(),
        own,
        compared("package-kind", By::Name, kinds).outcome(),
    ])
}

/// Shipping marks the same on packing list, transport document and C/O.
pub(super) fn marks(context: &Context<'_>) -> Outcome {
    let field = |document: &TradeDocument| document.marks.clone();
    Compare::new(context, "marks", By::Name)
        .document(kind::PACKING_LIST, Must::Say, field)
        .transport(Must::Say, field)
        .document(kind::ORIGIN, Must::IfHeld, field)
        .outcome()
}

/// Solid wood up to so many millimetres need not be treated.
const THIN_WOOD: Decimal = Decimal::from_parts(6, 0, 0, false, 0);

/// What a package has to do with ISPM 15.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wood {
    /// No solid wood; plywood and the like are exempt.
    None,
    /// Solid wood thin enough to be exempt.
    Thin,
    /// Solid wood of unknown thickness.
    Unmeasured,
    /// Solid wood that must be treated.
    Regulated,
}

fn wood_of(package: &Package) -> Option<Wood> {
    let kind = package.kind.as_deref().map(normalised).unwrap_or_default();
    let processed = ["PLYWOOD", "胶合板", "FIBREBOARD", "FIBERBOARD", "纤维板", "CARTON", "STEEL"];
    match package.solid_wood {
        Some(false) => Some(Wood::None),
        None if processed.iter().any(|word| kind.contains(word)) => Some(Wood::None),
        None => None,
        Some(true) => {
            let limit = crate::Quantity { value: THIN_WOOD, unit: Unit::Millimetre };
            Some(match package.wood_thickness.map(|thickness| thickness.compare(limit)) {
                Some(Ok(Ordering::Greater)) => Wood::Regulated,
                Some(Ok(Ordering::Less | Ordering::Equal)) => Wood::Thin,
                Some(Err(_)) | None => Wood::Unmeasured,
            })
        }
    }
}

fn numbers(set: &BTreeSet<String>) -> String {
    set.iter().cloned().collect::<Vec<_>>().join(", ")
}

/// The packages with solid wood of more than 6 mm on the list are those on the ISPM 15 declaration,
/// which may name thinner wood as well; "no wood" is contradicted by any solid-wood package.
pub(super) fn wood(context: &Context<'_>) -> Outcome {
    let Some(list) = context.document(kind::PACKING_LIST) else {
        return lacks(kind::PACKING_LIST, "solid-wood");
    };
    let of = |wanted: &[Wood]| -> BTreeSet<String> {
        list.packages
            .iter()
            .filter(|package| wood_of(package).is_some_and(|wood| wanted.contains(&wood)))
            .map(|package| crate::normal::number(&package.number))
            .collect()
    };
    let wooden = of(&[Wood::Thin, Wood::Unmeasured, Wood::Regulated]);
    let declaration = context.document(kind::WOOD);
    let denies = list.no_wood == Some(true)
        || declaration.is_some_and(|declaration| declaration.no_wood == Some(true));
    if denies && !wooden.is_empty() {
        return broken("no-wood", numbers(&wooden), "no wood".to_owned());
    }
    if list.packages.is_empty() || list.packages.iter().any(|package| wood_of(package).is_none()) {
        return lacks(kind::PACKING_LIST, "solid-wood");
    }
    let (regulated, unmeasured) = (of(&[Wood::Regulated]), of(&[Wood::Unmeasured]));
    let thickness = |missing: &BTreeSet<String>| {
        let field =
            |number: &String| (kind::PACKING_LIST.to_owned(), format!("wood-thickness {number}"));
        Outcome::Lacks(missing.iter().map(field).collect())
    };
    let Some(declaration) = declaration else {
        return match (regulated.is_empty(), unmeasured.is_empty()) {
            (true, true) if wooden.is_empty() => Outcome::NotApplicable,
            (true, true) => Outcome::agree(),
            (true, false) => thickness(&unmeasured),
            (false, _) => lacks(kind::WOOD, "wood-packages"),
        };
    };
    let declared: BTreeSet<String> =
        declaration.wood_packages.iter().map(|own| crate::normal::number(own)).collect();
    if declared.is_empty() {
        return match (wooden.is_empty(), denies) {
            (true, true) => Outcome::agree(),
            _ => lacks(kind::WOOD, "wood-packages"),
        };
    }
    if denies || !declared.is_superset(&regulated) || !declared.is_subset(&wooden) {
        return broken("wood-packages", numbers(&declared), numbers(&wooden));
    }
    let open: BTreeSet<String> = unmeasured.difference(&declared).cloned().collect();
    if open.is_empty() { Outcome::agree() } else { thickness(&open) }
}

/// Dangerous goods on the packing list if and only if a declaration is held; the class on the
/// transport document.
pub(super) fn dangerous_goods(context: &Context<'_>) -> Outcome {
    let answer = context.shipment.answers.get(&FactId::from("dangerous-goods"));
    let list = context.document(kind::PACKING_LIST);
    let listed: BTreeSet<String> = list
        .into_iter()
        .flat_map(|list| &list.packages)
        .filter_map(|package| package.dangerous_goods.clone())
        .filter(|number| !code(number).is_empty())
        .collect();
    let evidence = crate::DocumentType::from(kind::DANGEROUS_GOODS);
    let declared = context.document(kind::DANGEROUS_GOODS).is_some()
        || context.shipment.evidence.iter().any(|held| held.document_type == evidence);
    match (list, listed.is_empty(), declared) {
        (None, _, _) if declared || answer != Some(&Value::YesNo(false)) => {
            lacks(kind::PACKING_LIST, "dangerous-goods")
        }
        (Some(_), true, false) if answer == Some(&Value::YesNo(true)) => {
            lacks(kind::PACKING_LIST, "dangerous-goods")
        }
        (_, true, false) => Outcome::NotApplicable,
        (_, true, true) => {
            broken("dangerous-goods", kind::DANGEROUS_GOODS.to_owned(), "none listed".to_owned())
        }
        (_, false, false) => {
            let says =
                [(kind::PACKING_LIST, Some(numbers(&listed))), (kind::DANGEROUS_GOODS, None)];
            let says = says.map(|(who, value)| Saying { document: who.into(), value });
            let field = "dangerous-goods".to_owned();
            Outcome::Differ(vec![Reason::Compared { field, says: says.into() }])
        }
        (_, false, true) => both(context.transports().into_iter().map(|transport| {
            let class = context
                .document(transport)
                .and_then(|document| document.dangerous_goods_class.as_deref());
            if class.is_some_and(|class| !class.trim().is_empty()) {
                Outcome::agree()
            } else {
                lacks(transport, "dangerous-goods-class")
            }
        })),
    }
}
