//! Terms of delivery, freight, amounts and insurance.

use super::say::{By, Compare, Must, both, broken, lacks};
use super::{Context, Outcome};
use crate::document::kind;
use crate::{CargoCover, Freight, Incoterm, Quantity, Reason, Saying, TradeDocument, Unit};
use rust_decimal::Decimal;
use std::cmp::Ordering;

/// Rule, place and edition equal on contract, invoice and credit; the declaration's term is the
/// rule. A declaration has no edition and need not name the place.
pub(super) fn incoterm(context: &Context<'_>) -> Outcome {
    let order = &context.shipment.order;
    let credit = context.credit_must();
    let rule = |document: &TradeDocument| document.incoterm.map(|rule| rule.as_str().to_owned());
    let rules = Compare::new(context, "incoterm", By::Exact)
        .order(order.incoterm.map(|rule| rule.as_str().to_owned()))
        .document(kind::CONTRACT, Must::Say, rule)
        .document(kind::INVOICE, Must::Say, rule)
        .document(kind::CREDIT, credit, rule)
        .document(kind::EXPORT_DECLARATION, Must::Say, rule)
        .outcome();
    let place = |document: &TradeDocument| document.incoterm_place.clone();
    let places = Compare::new(context, "incoterm-place", By::Name)
        .order(order.incoterm_place.clone())
        .document(kind::CONTRACT, Must::Say, place)
        .document(kind::INVOICE, Must::Say, place)
        .document(kind::CREDIT, credit, place)
        .document(kind::EXPORT_DECLARATION, Must::May, place)
        .outcome();
    let edition = |document: &TradeDocument| document.incoterm_edition.as_deref().map(year);
    let editions = Compare::new(context, "incoterm-edition", By::Code)
        .document(kind::CONTRACT, Must::Say, edition)
        .document(kind::INVOICE, Must::Say, edition)
        .document(kind::CREDIT, credit, edition)
        .document(kind::EXPORT_DECLARATION, Must::May, edition)
        .outcome();
    both([rules, places, editions])
}

/// `2020` of `Incoterms® 2020`; what has no digits as it stands.
fn year(edition: &str) -> String {
    let digits: String =
        crate::normal::code(edition).chars().filter(char::is_ascii_digit).collect();
    if digits.is_empty() { edition.to_owned() } else { digits }
}

/// C- and D-rules: freight prepaid. E and F: collect. On every transport document held.
pub(super) fn freight_term(context: &Context<'_>) -> Outcome {
    let stated = |kind: &str| context.document(kind).and_then(|document| document.incoterm);
    let rule = context.shipment.order.incoterm;
    let Some(rule) = rule.or_else(|| stated(kind::CONTRACT)).or_else(|| stated(kind::INVOICE))
    else {
        return lacks("shipment", "incoterm");
    };
    both(context.transports().into_iter().map(|transport| freight(context, transport, rule)))
}

fn freight(context: &Context<'_>, transport: &str, rule: Incoterm) -> Outcome {
    let Some(freight) = context.document(transport).and_then(|document| document.freight) else {
        return lacks(transport, "freight");
    };
    let expected = if rule.freight_prepaid() { Freight::Prepaid } else { Freight::Collect };
    let word = |freight: Freight| match freight {
        Freight::Prepaid => "prepaid".to_owned(),
        Freight::Collect => "collect".to_owned(),
    };
    let says = vec![
        Saying {
            document: "shipment".to_owned(),
            value: Some(format!("{}: {}", rule.as_str(), word(expected))),
        },
        Saying { document: transport.to_owned(), value: Some(word(freight)) },
    ];
    let reasons = vec![Reason::Compared { field: "freight".to_owned(), says }];
    if freight == expected { Outcome::Agree(reasons) } else { Outcome::Differ(reasons) }
}

/// An amount of money; one without its currency is not filled in.
fn money(amount: Option<Quantity>) -> Option<Quantity> {
    amount.filter(|amount| matches!(amount.unit, Unit::Currency(_)))
}

fn amount_of(context: &Context<'_>, kind: &str) -> Option<Quantity> {
    money(context.document(kind).and_then(|document| document.amount))
}

fn at_most(what: &str, found: Quantity, limit: Quantity) -> Outcome {
    match found.compare(limit) {
        Ok(Ordering::Greater) | Err(_) => broken(what, found.to_string(), limit.to_string()),
        Ok(Ordering::Less | Ordering::Equal) => Outcome::agree(),
    }
}

/// The invoice within the credit; the declaration equal to the invoice adjusted to its term;
/// currencies equal. Counted machines have no 5 % of latitude (UCP 600 Art. 30 b).
pub(super) fn amount(context: &Context<'_>) -> Outcome {
    let Some(invoice) = amount_of(context, kind::INVOICE) else {
        return lacks(kind::INVOICE, "amount");
    };
    both([credit_amount(context, invoice), declared_amount(context, invoice)])
}

/// Within the credit as issued and as its terms are noted, where both are known.
fn credit_amount(context: &Context<'_>, invoice: Quantity) -> Outcome {
    if !context.has_credit() {
        return Outcome::NotApplicable;
    }
    let terms = context.shipment.order.letter_of_credit.as_ref().and_then(|lc| money(lc.amount));
    let limits: Vec<Quantity> =
        [amount_of(context, kind::CREDIT), terms].into_iter().flatten().collect();
    if limits.is_empty() {
        return lacks(kind::CREDIT, "amount");
    }
    both(limits.into_iter().map(|limit| at_most("credit-amount", invoice, limit)))
}

fn declared_amount(context: &Context<'_>, invoice: Quantity) -> Outcome {
    let Some(declaration) = context.document(kind::EXPORT_DECLARATION) else {
        return lacks(kind::EXPORT_DECLARATION, "amount");
    };
    let Some(declared) = money(declaration.amount) else {
        return lacks(kind::EXPORT_DECLARATION, "amount");
    };
    let term = context
        .document(kind::INVOICE)
        .and_then(|invoice| invoice.incoterm)
        .or(context.shipment.order.incoterm);
    // By the same term nothing is adjusted, whatever has been noted as adjusted.
    let same_term = declaration.incoterm.is_some() && declaration.incoterm == term;
    let adjusted =
        if same_term { Some(invoice) } else { money(declaration.adjusted_invoice_amount) };
    let Some(expected) = adjusted else {
        return lacks(kind::EXPORT_DECLARATION, "adjusted-invoice-amount");
    };
    if expected.unit != invoice.unit {
        return broken("declared-amount", declared.to_string(), invoice.to_string());
    }
    if declared.compare(expected) == Ok(Ordering::Equal) {
        Outcome::agree()
    } else {
        broken("declared-amount", declared.to_string(), expected.to_string())
    }
}

/// Insured for at least 110 % of the CIF or CIP value, in its currency, with at least the cover
/// agreed (UCP 600 Art. 28).
pub(super) fn insured_amount(context: &Context<'_>) -> Outcome {
    if context.document(kind::INSURANCE).is_none() && !context.seller_insures() {
        return Outcome::NotApplicable;
    }
    let value =
        amount_of(context, kind::INVOICE).or_else(|| money(context.shipment.order.contract_amount));
    let amount = match (amount_of(context, kind::INSURANCE), value) {
        (None, _) => lacks(kind::INSURANCE, "amount"),
        (_, None) => lacks(kind::INVOICE, "amount"),
        (Some(insured), Some(value)) => insured_for(insured, value),
    };
    both([amount, cover(context)])
}

fn insured_for(insured: Quantity, value: Quantity) -> Outcome {
    let needed = value.value.checked_mul(Decimal::new(11, 1)).unwrap_or(Decimal::MAX);
    let needed = Quantity { value: needed.normalize(), unit: value.unit };
    match insured.compare(needed) {
        Ok(Ordering::Greater | Ordering::Equal) => Outcome::agree(),
        Ok(Ordering::Less) | Err(_) => {
            broken("insured-amount", insured.to_string(), needed.to_string())
        }
    }
}

/// The cover held is at least the one agreed, in the order or on the contract; where none is
/// agreed, the least that the rule of delivery asks for.
fn cover(context: &Context<'_>) -> Outcome {
    let order = &context.shipment.order;
    let contract = context.document(kind::CONTRACT).and_then(|d| d.cover.as_deref());
    let agreed: Vec<(&str, &str)> =
        [("shipment", order.agreed_cover.as_deref()), (kind::CONTRACT, contract)]
            .into_iter()
            .filter_map(|(who, cover)| Some((who, cover?)))
            .filter(|(_, cover)| !cover.trim().is_empty())
            .collect();
    // What cannot be read may ask for anything.
    if let Some((who, _)) = agreed.iter().find(|(_, cover)| CargoCover::read(cover).is_none()) {
        return lacks(who, "cover");
    }
    let needed = agreed
        .iter()
        .filter_map(|(_, cover)| CargoCover::read(cover))
        .max()
        .or_else(|| order.incoterm.and_then(|rule| rule.terms().least_cover));
    let Some(needed) = needed else { return Outcome::NotApplicable };
    match context.document(kind::INSURANCE).and_then(|insurance| insurance.cover.as_deref()) {
        None => lacks(kind::INSURANCE, "cover"),
        Some(stated) => match CargoCover::read(stated) {
            Some(held) if held >= needed => Outcome::agree(),
            _ => broken("cover", stated.to_owned(), needed.as_str().to_owned()),
        },
    }
}
