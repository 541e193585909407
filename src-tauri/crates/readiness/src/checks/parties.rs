//! Who sells, buys, receives and uses; and the numbers that tie documents together.

use super::say::{By, Compare, Must, both};
use super::{Context, Outcome};
use crate::document::kind;
use crate::normal::{normalised, same_name};
use crate::{DocumentType, DualUseClass, Party, PartyRole, Reason, Saying, derived};

fn named(party: Option<&Party>) -> Option<String> {
    party.map(|party| party.name.clone())
}

fn credit_must(context: &Context<'_>) -> Must {
    if context.has_credit() { Must::Say } else { Must::May }
}

/// Contract seller ≡ invoice issuer ≡ credit beneficiary ≡ exporter on the certificate of origin;
/// declaration consignor ≡ licence exporter; the shipper on the bill may differ only if flagged
/// (UCP 600 Art. 14 k).
pub(super) fn seller(context: &Context<'_>) -> Outcome {
    let sale = Compare::new(context, "seller", By::Name)
        .document(kind::CONTRACT, Must::Say, |d| named(d.seller.as_ref()))
        .document(kind::INVOICE, Must::Say, |d| named(d.seller.as_ref()))
        .document(kind::CREDIT, credit_must(context), |d| named(d.seller.as_ref()))
        .document(kind::ORIGIN, Must::IfHeld, |d| named(d.seller.as_ref()))
        .outcome();
    let must = if context.licensed { Must::Say } else { Must::May };
    let declared = Compare::new(context, "consignor", By::Name)
        .document(kind::EXPORT_DECLARATION, must, |d| named(d.seller.as_ref()))
        .document(kind::LICENCE, must, |d| named(d.seller.as_ref()))
        .outcome();
    both([sale, declared, shipper(context)])
}

fn shipper(context: &Context<'_>) -> Outcome {
    let Some(bill) = context.document(kind::BILL_OF_LADING) else {
        return Outcome::NotApplicable;
    };
    let shipper = bill.shipper.as_ref().or(bill.seller.as_ref());
    let (Some(shipper), Some(seller)) =
        (shipper, context.document(kind::INVOICE).and_then(|d| d.seller.as_ref()))
    else {
        return Outcome::NotApplicable;
    };
    if same_name(&shipper.name, &seller.name) || bill.third_party_shipper == Some(true) {
        return Outcome::agree();
    }
    Outcome::Differ(vec![Reason::Compared {
        field: "shipper".to_owned(),
        says: vec![
            Saying { document: kind::INVOICE.into(), value: Some(seller.name.clone()) },
            Saying { document: kind::BILL_OF_LADING.into(), value: Some(shipper.name.clone()) },
        ],
    }])
}

/// Contract buyer ≡ invoice addressee ≡ credit applicant; the country equal, the address may vary.
pub(super) fn buyer(context: &Context<'_>) -> Outcome {
    let names = Compare::new(context, "buyer", By::Name)
        .document(kind::CONTRACT, Must::Say, |d| named(d.buyer.as_ref()))
        .document(kind::INVOICE, Must::Say, |d| named(d.buyer.as_ref()))
        .document(kind::CREDIT, credit_must(context), |d| named(d.buyer.as_ref()))
        .outcome();
    let country = |document: &crate::TradeDocument| {
        document.buyer.as_ref().and_then(|party| party.country.clone())
    };
    let countries = Compare::new(context, "buyer-country", By::Code)
        .document(kind::CONTRACT, Must::May, country)
        .document(kind::INVOICE, Must::May, country)
        .document(kind::CREDIT, Must::May, country)
        .outcome();
    both([names, countries])
}

fn is_to_order(name: &str) -> bool {
    normalised(name).starts_with("TO ORDER") || normalised(name).starts_with("TO THE ORDER")
}

/// B/L or rail note consignee ≡ ENS ≡ C/O ≡ licence consignee; `TO ORDER` only where the credit or
/// contract says so, and then the C/O shows the buyer.
pub(super) fn consignee(context: &Context<'_>) -> Outcome {
    let transport = [kind::BILL_OF_LADING, kind::RAIL_NOTE]
        .into_iter()
        .find(|kind| context.document(kind).is_some());
    let Some(transport) = transport else {
        return super::say::lacks(kind::BILL_OF_LADING, "consignee");
    };
    let stated = context
        .document(transport)
        .and_then(|document| named(document.consignee.as_ref()))
        .filter(|name| !name.trim().is_empty());
    if let Some(stated) = stated.filter(|name| is_to_order(name)) {
        return to_order(context, transport, &stated);
    }
    Compare::new(context, "consignee", By::Name)
        .document(transport, Must::Say, |d| named(d.consignee.as_ref()))
        .document(kind::ENS, Must::IfHeld, |d| named(d.consignee.as_ref()))
        .document(kind::ORIGIN, Must::IfHeld, |d| named(d.consignee.as_ref()))
        .document(kind::LICENCE, Must::IfHeld, |d| named(d.consignee.as_ref()))
        .order(named(context.shipment.order.parties.get(&PartyRole::Consignee)))
        .outcome()
}

fn to_order(context: &Context<'_>, transport: &str, stated: &str) -> Outcome {
    let allowed = [kind::CONTRACT, kind::CREDIT]
        .into_iter()
        .filter_map(|kind| context.document(kind))
        .any(|document| document.to_order_allowed == Some(true));
    if !allowed {
        return Outcome::Differ(vec![Reason::Compared {
            field: "consignee".to_owned(),
            says: vec![
                Saying { document: transport.to_owned(), value: Some(stated.to_owned()) },
                Saying { document: kind::CONTRACT.to_owned(), value: None },
            ],
        }]);
    }
    Compare::new(context, "consignee", By::Name)
        .document(kind::ORIGIN, Must::IfHeld, |d| named(d.consignee.as_ref()))
        .document(kind::CONTRACT, Must::Say, |d| named(d.buyer.as_ref()))
        .order(named(context.shipment.order.parties.get(&PartyRole::Buyer)))
        .outcome()
}

/// The end user of the statement ≡ that of the licence; its site ≡ the contract's.
pub(super) fn end_user(context: &Context<'_>) -> Outcome {
    let held = context.document(kind::END_USER_CERTIFICATE).is_some();
    if !context.licensed && !held {
        return Outcome::NotApplicable;
    }
    let users = Compare::new(context, "end-user", By::Name)
        .document(kind::END_USER_CERTIFICATE, Must::Say, |d| named(d.end_user.as_ref()))
        .document(kind::LICENCE, Must::Say, |d| named(d.end_user.as_ref()))
        .outcome();
    let sites = Compare::new(context, "site", By::Name)
        .document(kind::END_USER_CERTIFICATE, Must::Say, |d| d.site.clone())
        .document(kind::CONTRACT, Must::Say, |d| d.site.clone())
        .outcome();
    both([users, sites])
}

/// The contract's number, the same on invoice, packing list, declaration and licence.
pub(super) fn contract_no(context: &Context<'_>) -> Outcome {
    Compare::new(context, "contract-no", By::Code)
        .document(kind::CONTRACT, Must::IfHeld, |d| d.number.clone().or(d.contract_no.clone()))
        .document(kind::INVOICE, Must::Say, |d| d.contract_no.clone())
        .document(kind::PACKING_LIST, Must::Say, |d| d.contract_no.clone())
        .document(kind::EXPORT_DECLARATION, Must::Say, |d| d.contract_no.clone())
        .document(kind::LICENCE, Must::IfHeld, |d| d.contract_no.clone())
        .outcome()
}

/// The invoice's number and date, the same on packing list, C/O, insurance and declaration.
pub(super) fn invoice_no(context: &Context<'_>) -> Outcome {
    let numbers = Compare::new(context, "invoice-no", By::Code)
        .document(kind::INVOICE, Must::Say, |d| d.number.clone().or(d.invoice_no.clone()))
        .document(kind::PACKING_LIST, Must::Say, |d| d.invoice_no.clone())
        .document(kind::ORIGIN, Must::IfHeld, |d| d.invoice_no.clone())
        .document(kind::INSURANCE, Must::IfHeld, |d| d.invoice_no.clone())
        .document(kind::EXPORT_DECLARATION, Must::Say, |d| d.invoice_no.clone())
        .outcome();
    let date = |document: &crate::TradeDocument| document.invoice_date.map(|day| day.to_string());
    let dates = Compare::new(context, "invoice-date", By::Exact)
        .document(kind::INVOICE, Must::Say, |d| {
            d.issued.or(d.invoice_date).map(|day| day.to_string())
        })
        .document(kind::PACKING_LIST, Must::May, date)
        .document(kind::ORIGIN, Must::May, date)
        .document(kind::INSURANCE, Must::May, date)
        .document(kind::EXPORT_DECLARATION, Must::May, date)
        .outcome();
    both([numbers, dates])
}

/// A likely listed machine needs a licence that covers model, quantity, consignee and end user.
pub(super) fn dual_use(context: &Context<'_>) -> Outcome {
    let shipment = context.shipment;
    let classes: Vec<(String, DualUseClass)> = shipment
        .products
        .iter()
        .filter_map(|product| {
            let class = derived::dual_use(&product.frame)?;
            Some((product.frame.model.clone(), class.nsg))
        })
        .collect();
    let likely: Vec<&String> = classes
        .iter()
        .filter(|(_, class)| *class == DualUseClass::LikelyListed)
        .map(|(model, _)| model)
        .collect();
    if likely.is_empty() {
        let open = classes.iter().any(|(_, class)| *class == DualUseClass::InsufficientData);
        return if open {
            super::say::lacks("shipment", "machining")
        } else {
            Outcome::NotApplicable
        };
    }
    // The requirement of a licence already says that it is missing or falls short.
    if context.licence_unmet {
        return Outcome::NotApplicable;
    }
    let licence_type = DocumentType::from(kind::LICENCE);
    let licence = context.document(kind::LICENCE);
    let held =
        shipment.evidence.iter().filter(|evidence| evidence.document_type == licence_type).count();
    let Some(licence) = licence else {
        return if held > 0 {
            super::say::lacks(kind::LICENCE, "goods")
        } else {
            Outcome::Differ(vec![Reason::Compared {
                field: "licence".to_owned(),
                says: vec![
                    Saying {
                        document: "shipment".to_owned(),
                        value: Some(
                            likely.iter().map(|m| m.as_str()).collect::<Vec<_>>().join(", "),
                        ),
                    },
                    Saying { document: kind::LICENCE.to_owned(), value: None },
                ],
            }])
        };
    };
    let mut outcomes = Vec::new();
    for product in &shipment.products {
        if !likely.contains(&&product.frame.model) {
            continue;
        }
        let line = licence.goods.iter().find(|line| {
            crate::normal::code(&line.model) == crate::normal::code(&product.frame.model)
        });
        outcomes.push(match line {
            None if licence.goods.is_empty() => super::say::lacks(kind::LICENCE, "goods"),
            None => super::say::broken(
                "licensed-model",
                product.frame.model.clone(),
                licence.goods.iter().map(|g| g.model.clone()).collect::<Vec<_>>().join(", "),
            ),
            Some(line) => match (product.frame.quantity, line.quantity) {
                (Some(units), Some(limit)) if units > limit => {
                    super::say::broken("licensed-quantity", units.to_string(), limit.to_string())
                }
                (_, None) => super::say::lacks(kind::LICENCE, "quantity"),
                _ => Outcome::agree(),
            },
        });
    }
    let party = |role: PartyRole| named(shipment.order.parties.get(&role));
    outcomes.push(
        Compare::new(context, "consignee", By::Name)
            .document(kind::LICENCE, Must::Say, |d| named(d.consignee.as_ref()))
            .order(party(PartyRole::Consignee).or_else(|| party(PartyRole::Buyer)))
            .outcome(),
    );
    outcomes.push(
        Compare::new(context, "end-user", By::Name)
            .document(kind::LICENCE, Must::Say, |d| named(d.end_user.as_ref()))
            .order(party(PartyRole::EndUser).or_else(|| party(PartyRole::Buyer)))
            .outcome(),
    );
    both(outcomes)
}
