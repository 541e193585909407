//! A listed machine needs a licence that covers what is shipped.

use super::parties::named;
use super::say::{By, Compare, Must, both, broken, lacks};
use super::{Context, Outcome};
use crate::document::kind;
use crate::normal::number;
use crate::{DocumentType, DualUseClass, PartyRole, Product, Reason, Saying, derived};

fn class(product: &Product, products: &[Product]) -> Option<DualUseClass> {
    derived::dual_use_among(&product.frame, products).map(|class| class.nsg)
}

/// A likely listed machine needs a licence that covers model, quantity, consignee and end user. A
/// machine whose figures do not suffice to tell leaves the check open.
pub(super) fn dual_use(context: &Context<'_>) -> Outcome {
    let products = &context.shipment.products;
    let of_class = |wanted: DualUseClass| {
        move |product: &&Product| class(product, products).is_some_and(|class| class == wanted)
    };
    let likely: Vec<&Product> =
        products.iter().filter(of_class(DualUseClass::LikelyListed)).collect();
    let open = if products.iter().any(|p| of_class(DualUseClass::InsufficientData)(&p)) {
        lacks("shipment", "machining")
    } else {
        Outcome::NotApplicable
    };
    if likely.is_empty() {
        return open;
    }
    // The requirement of a licence already says that it is missing or falls short.
    if context.licence_unmet {
        return Outcome::NotApplicable;
    }
    both([covered(context, &likely), open])
}

fn covered(context: &Context<'_>, likely: &[&Product]) -> Outcome {
    let shipment = context.shipment;
    let licence_type = DocumentType::from(kind::LICENCE);
    let Some(licence) = context.document(kind::LICENCE) else {
        if shipment.evidence.iter().any(|held| held.document_type == licence_type) {
            return lacks(kind::LICENCE, "goods");
        }
        let models: Vec<&str> = likely.iter().map(|p| p.frame.model.as_str()).collect();
        let needed = Saying { document: "shipment".to_owned(), value: Some(models.join(", ")) };
        let held = Saying { document: kind::LICENCE.to_owned(), value: None };
        let says = vec![needed, held];
        return Outcome::Differ(vec![Reason::Compared { field: "licence".to_owned(), says }]);
    };
    let mut outcomes: Vec<Outcome> =
        likely.iter().map(|product| quantity(context, licence, product)).collect();
    let party = |role: PartyRole| named(shipment.order.parties.get(&role));
    let receives = party(PartyRole::Consignee).or_else(|| party(PartyRole::Buyer));
    let uses = party(PartyRole::EndUser).or_else(|| party(PartyRole::Buyer));
    for (field, known) in [("consignee", receives.is_some()), ("end-user", uses.is_some())] {
        if !known {
            outcomes.push(lacks("shipment", field));
        }
    }
    outcomes.push(
        Compare::new(context, "consignee", By::Name)
            .document(kind::LICENCE, Must::Say, |d| named(d.consignee.as_ref()))
            .order(receives)
            .outcome(),
    );
    outcomes.push(
        Compare::new(context, "end-user", By::Name)
            .document(kind::LICENCE, Must::Say, |d| named(d.end_user.as_ref()))
            .order(uses)
            .outcome(),
    );
    both(outcomes)
}

/// The units of a model that are shipped, of all consignments together, and those that the licence
/// still allows.
fn quantity(context: &Context<'_>, licence: &crate::TradeDocument, product: &Product) -> Outcome {
    if licence.goods.is_empty() {
        return lacks(kind::LICENCE, "goods");
    }
    let model = number(&product.frame.model);
    let lines: Vec<_> = licence.goods.iter().filter(|line| number(&line.model) == model).collect();
    if lines.is_empty() {
        let covered: Vec<&str> = licence.goods.iter().map(|line| line.model.as_str()).collect();
        return broken("licensed-model", product.frame.model.clone(), covered.join(", "));
    }
    let shipped = context
        .shipment
        .products
        .iter()
        .filter(|other| number(&other.frame.model) == model)
        .try_fold(0_u64, |sum, other| Some(sum + u64::from(other.frame.quantity?)));
    let licensed = lines.iter().try_fold(0_u64, |sum, line| Some(sum + u64::from(line.quantity?)));
    let drawn = lines.iter().try_fold(0_u64, |sum, line| Some(sum + u64::from(line.drawn?)));
    match (shipped, licensed, drawn) {
        (None, _, _) => lacks("shipment", "quantity"),
        (_, None, _) => lacks(kind::LICENCE, "quantity"),
        // What was used of it before is not nothing only because nobody says so.
        (_, _, None) => lacks(kind::LICENCE, "drawn"),
        (Some(shipped), Some(licensed), Some(drawn)) => {
            let left = licensed.saturating_sub(drawn);
            if shipped > left {
                broken("licensed-quantity", shipped.to_string(), left.to_string())
            } else {
                Outcome::agree()
            }
        }
    }
}
