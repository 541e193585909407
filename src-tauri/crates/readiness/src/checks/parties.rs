//! Who sells, buys, receives and uses; and the numbers that tie documents together.

use super::say::{By, Compare, Must, both, lacks};
use super::{Context, Outcome};
use crate::document::kind;
use crate::normal::{normalised, same_name};
use crate::{Party, PartyRole, Reason, Saying};

/// The name of a party.
pub(super) fn named(party: Option<&Party>) -> Option<String> {
    party.map(|party| party.name.clone())
}

/// Contract seller ≡ invoice issuer ≡ credit beneficiary ≡ exporter on the certificate of origin;
/// declaration consignor ≡ licence exporter; the shipper on the bill may differ only if flagged
/// (UCP 600 Art. 14 k).
pub(super) fn seller(context: &Context<'_>) -> Outcome {
    let sale = Compare::new(context, "seller", By::Name)
        .document(kind::CONTRACT, Must::Say, |d| named(d.seller.as_ref()))
        .document(kind::INVOICE, Must::Say, |d| named(d.seller.as_ref()))
        .document(kind::CREDIT, context.credit_must(), |d| named(d.seller.as_ref()))
        .document(kind::ORIGIN, Must::IfHeld, |d| named(d.seller.as_ref()))
        .outcome();
    let licence = context.document(kind::LICENCE).is_some();
    let declares = if context.licensed || licence { Must::Say } else { Must::May };
    let declared = Compare::new(context, "consignor", By::Name)
        .document(kind::EXPORT_DECLARATION, declares, |d| named(d.seller.as_ref()))
        .document(kind::LICENCE, context.licence_must(), |d| named(d.seller.as_ref()))
        .outcome();
    both([sale, declared, shipper(context)])
}

/// The shipper on the bill is the seller, or differs on purpose. A rail note names a consignor of
/// its own and is no bill.
fn shipper(context: &Context<'_>) -> Outcome {
    let Some(bill) = context.document(kind::BILL_OF_LADING) else {
        return match context.document(kind::RAIL_NOTE) {
            Some(_) => Outcome::NotApplicable,
            None => lacks(kind::BILL_OF_LADING, "shipper"),
        };
    };
    let filled = |party: Option<&Party>| named(party).filter(|name| !normalised(name).is_empty());
    let Some(shipper) = filled(bill.shipper.as_ref()).or_else(|| filled(bill.seller.as_ref()))
    else {
        return lacks(kind::BILL_OF_LADING, "shipper");
    };
    let Some(seller) = filled(context.document(kind::INVOICE).and_then(|d| d.seller.as_ref()))
    else {
        return lacks(kind::INVOICE, "seller");
    };
    if same_name(&shipper, &seller) || bill.third_party_shipper == Some(true) {
        return Outcome::agree();
    }
    Outcome::Differ(vec![Reason::Compared {
        field: "shipper".to_owned(),
        says: vec![
            Saying { document: kind::INVOICE.into(), value: Some(seller) },
            Saying { document: kind::BILL_OF_LADING.into(), value: Some(shipper) },
        ],
    }])
}

/// Contract buyer ≡ invoice addressee ≡ credit applicant; the country equal, the address may vary.
pub(super) fn buyer(context: &Context<'_>) -> Outcome {
    let names = Compare::new(context, "buyer", By::Name)
        .document(kind::CONTRACT, Must::Say, |d| named(d.buyer.as_ref()))
        .document(kind::INVOICE, Must::Say, |d| named(d.buyer.as_ref()))
        .document(kind::CREDIT, context.credit_must(), |d| named(d.buyer.as_ref()))
        .outcome();
    let country = |document: &crate::TradeDocument| {
        document.buyer.as_ref().and_then(|party| party.country.clone())
    };
    let countries = Compare::new(context, "buyer-country", By::Code)
        .document(kind::CONTRACT, Must::Say, country)
        .document(kind::INVOICE, Must::Say, country)
        .document(kind::CREDIT, context.credit_must(), country)
        .outcome();
    both([names, countries])
}

fn is_to_order(name: &str) -> bool {
    let name = normalised(name);
    ["TO ORDER", "TO THE ORDER", "UNTO ORDER", "UNTO THE ORDER", "ORDER OF"]
        .iter()
        .any(|words| name.starts_with(words))
        || name == "ORDER"
        || (name.starts_with('凭') && name.contains("指示"))
}

/// Consignee on B/L or rail note ≡ ENS ≡ C/O ≡ licence; `TO ORDER` only where the credit or
/// contract says so, and then the C/O shows the buyer.
pub(super) fn consignee(context: &Context<'_>) -> Outcome {
    let consignee = |document: &crate::TradeDocument| named(document.consignee.as_ref());
    let orders: Vec<Saying> = context
        .transports()
        .into_iter()
        .filter_map(|kind| {
            let name = consignee(context.document(kind)?).filter(|name| is_to_order(name))?;
            Some(Saying { document: kind.to_owned(), value: Some(name) })
        })
        .collect();
    if !orders.is_empty() {
        return to_order(context, orders);
    }
    Compare::new(context, "consignee", By::Name)
        .transport(Must::Say, consignee)
        .document(kind::ENS, context.ens_must(), consignee)
        .document(kind::ORIGIN, Must::IfHeld, consignee)
        .document(kind::LICENCE, context.licence_must(), consignee)
        .order(named(context.shipment.order.parties.get(&PartyRole::Consignee)))
        .outcome()
}

/// What names a consignee behind a bill to order names the buyer. The ENS may repeat the bill.
fn to_order(context: &Context<'_>, mut says: Vec<Saying>) -> Outcome {
    let allowed = [kind::CONTRACT, kind::CREDIT]
        .into_iter()
        .filter_map(|kind| context.document(kind))
        .any(|document| document.to_order_allowed == Some(true));
    if !allowed {
        says.push(Saying { document: kind::CONTRACT.to_owned(), value: None });
        return Outcome::Differ(vec![Reason::Compared { field: "consignee".to_owned(), says }]);
    }
    let consignee = |document: &crate::TradeDocument| named(document.consignee.as_ref());
    let repeats =
        context.document(kind::ENS).and_then(consignee).is_some_and(|name| is_to_order(&name));
    // A through carriage may run on two documents: what names somebody is compared as well.
    let named_too = |document: &crate::TradeDocument| {
        named(document.consignee.as_ref()).filter(|name| !is_to_order(name))
    };
    let entry = if repeats { Must::May } else { context.ens_must() };
    let behind = Compare::new(context, "consignee", By::Name)
        .document(kind::ORIGIN, Must::IfHeld, consignee)
        .document(kind::CONTRACT, Must::Say, |d| named(d.buyer.as_ref()))
        .document(kind::ENS, entry, named_too)
        .document(kind::LICENCE, context.licence_must(), consignee)
        .document(kind::BILL_OF_LADING, Must::May, named_too)
        .document(kind::RAIL_NOTE, Must::May, named_too)
        .order(named(context.shipment.order.parties.get(&PartyRole::Buyer)))
        .outcome();
    both([Outcome::agree(), behind])
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
        .document(kind::LICENCE, Must::May, |d| d.site.clone())
        .document(kind::CONTRACT, Must::Say, |d| d.site.clone())
        .outcome();
    both([users, sites])
}

/// The contract's number, the same on invoice, packing list, declaration and licence.
pub(super) fn contract_no(context: &Context<'_>) -> Outcome {
    Compare::new(context, "contract-no", By::Code)
        .document(kind::CONTRACT, Must::Say, |d| d.number.clone().or(d.contract_no.clone()))
        .document(kind::INVOICE, Must::Say, |d| d.contract_no.clone())
        .document(kind::PACKING_LIST, Must::Say, |d| d.contract_no.clone())
        .document(kind::EXPORT_DECLARATION, Must::Say, |d| d.contract_no.clone())
        .document(kind::LICENCE, context.licence_must(), |d| d.contract_no.clone())
        .outcome()
}

/// The invoice's number and date, the same on packing list, C/O, insurance and declaration.
pub(super) fn invoice_no(context: &Context<'_>) -> Outcome {
    let numbers = Compare::new(context, "invoice-no", By::Code)
        .document(kind::INVOICE, Must::Say, |d| d.number.clone().or(d.invoice_no.clone()))
        .document(kind::PACKING_LIST, Must::Say, |d| d.invoice_no.clone())
        .document(kind::ORIGIN, Must::IfHeld, |d| d.invoice_no.clone())
        .document(kind::INSURANCE, context.insurance_must(), |d| d.invoice_no.clone())
        .document(kind::EXPORT_DECLARATION, Must::Say, |d| d.invoice_no.clone())
        .outcome();
    let date = |document: &crate::TradeDocument| document.invoice_date.map(|day| day.to_string());
    let dates = Compare::new(context, "invoice-date", By::Exact)
        .document(kind::INVOICE, Must::Say, |d| {
            d.issued.or(d.invoice_date).map(|day| day.to_string())
        })
        .document(kind::PACKING_LIST, Must::Say, date)
        .document(kind::ORIGIN, Must::IfHeld, date)
        .document(kind::INSURANCE, context.insurance_must(), date)
        .document(kind::EXPORT_DECLARATION, Must::Say, date)
        .outcome();
    both([numbers, dates])
}
