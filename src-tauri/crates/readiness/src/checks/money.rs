//! Terms of delivery, freight, amounts and insurance.

use super::say::{By, Compare, Must, both, broken, lacks};
use super::{Context, Outcome};
use crate::document::kind;
use crate::{CargoCover, Freight, Incoterm, Quantity, Reason, Saying, TradeDocument};
use rust_decimal::Decimal;
use std::cmp::Ordering;

/// Rule, place and edition equal on contract, invoice, credit and declaration.
pub(super) fn incoterm(context: &Context<'_>) -> Outcome {
    let order = &context.shipment.order;
    let credit = if context.has_credit() { Must::Say } else { Must::May };
    let rule = |document: &TradeDocument| document.incoterm.map(|rule| rule.as_str().to_owned());
    let rules = Compare::new(context, "incoterm", By::Exact)
        .order(order.incoterm.map(|rule| rule.as_str().to_owned()))
        .document(kind::CONTRACT, Must::IfHeld, rule)
        .document(kind::INVOICE, Must::Say, rule)
        .document(kind::CREDIT, credit, rule)
        .document(kind::EXPORT_DECLARATION, Must::IfHeld, rule)
        .outcome();
    let place = |document: &TradeDocument| document.incoterm_place.clone();
    let places = Compare::new(context, "incoterm-place", By::Name)
        .order(order.incoterm_place.clone())
        .document(kind::CONTRACT, Must::IfHeld, place)
        .document(kind::INVOICE, Must::Say, place)
        .document(kind::CREDIT, credit, place)
        .document(kind::EXPORT_DECLARATION, Must::May, place)
        .outcome();
    let edition = |document: &TradeDocument| document.incoterm_edition.clone();
    let editions = Compare::new(context, "incoterm-edition", By::Code)
        .document(kind::CONTRACT, Must::May, edition)
        .document(kind::INVOICE, Must::May, edition)
        .document(kind::CREDIT, Must::May, edition)
        .outcome();
    both([rules, places, editions])
}

/// C- and D-rules: freight prepaid. E and F: collect.
pub(super) fn freight_term(context: &Context<'_>) -> Outcome {
    let transport = [kind::BILL_OF_LADING, kind::RAIL_NOTE]
        .into_iter()
        .find(|kind| context.document(kind).is_some())
        .unwrap_or(kind::BILL_OF_LADING);
    let Some(rule) = context.shipment.order.incoterm else {
        return lacks("shipment", "incoterm");
    };
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

/// The order's amount as the invoice would show it.
fn invoice_amount(context: &Context<'_>) -> Option<Quantity> {
    context.document(kind::INVOICE).and_then(|invoice| invoice.amount)
}

fn at_most(what: &str, found: Quantity, limit: Quantity) -> Outcome {
    match found.compare(limit) {
        Ok(Ordering::Greater) | Err(_) => broken(what, found.to_string(), limit.to_string()),
        Ok(Ordering::Less | Ordering::Equal) => Outcome::agree(),
    }
}

/// The invoice within the credit; the declaration equal to the invoice adjusted to its term;
/// currencies equal.
pub(super) fn amount(context: &Context<'_>) -> Outcome {
    let Some(invoice) = invoice_amount(context) else {
        return lacks(kind::INVOICE, "amount");
    };
    let credit = if context.has_credit() {
        let terms = context.shipment.order.letter_of_credit.as_ref().and_then(|lc| lc.amount);
        let stated = context.document(kind::CREDIT).and_then(|credit| credit.amount);
        match stated.or(terms) {
            None => lacks(kind::CREDIT, "amount"),
            Some(limit) => at_most("credit-amount", invoice, limit),
        }
    } else {
        Outcome::NotApplicable
    };
    let declaration = match context.document(kind::EXPORT_DECLARATION) {
        None => lacks(kind::EXPORT_DECLARATION, "amount"),
        Some(declaration) => {
            let same_term = declaration.incoterm.is_some()
                && declaration.incoterm == context.shipment.order.incoterm;
            let expected = declaration.adjusted_invoice_amount.or(same_term.then_some(invoice));
            match (declaration.amount, expected) {
                (None, _) => lacks(kind::EXPORT_DECLARATION, "amount"),
                (_, None) => lacks(kind::EXPORT_DECLARATION, "adjusted-invoice-amount"),
                (Some(declared), Some(expected)) => {
                    if declared.compare(expected) == Ok(Ordering::Equal) {
                        Outcome::agree()
                    } else {
                        broken("declared-amount", declared.to_string(), expected.to_string())
                    }
                }
            }
        }
    };
    both([credit, declaration])
}

/// Insured for at least 110 % of the CIF or CIP value, in its currency, with at least the cover
/// agreed (UCP 600 Art. 28).
pub(super) fn insured_amount(context: &Context<'_>) -> Outcome {
    let order = &context.shipment.order;
    let insurance = context.document(kind::INSURANCE);
    let seller_insures = order.incoterm.is_some_and(|rule| {
        matches!(
            rule,
            Incoterm::Cif | Incoterm::Cip | Incoterm::Dap | Incoterm::Dpu | Incoterm::Ddp
        )
    });
    let Some(insurance) = insurance else {
        return if seller_insures {
            lacks(kind::INSURANCE, "amount")
        } else {
            Outcome::NotApplicable
        };
    };
    let value = match invoice_amount(context).or(order.contract_amount) {
        Some(value) => value,
        None => return lacks(kind::INVOICE, "amount"),
    };
    let amount = match insurance.amount {
        None => lacks(kind::INSURANCE, "amount"),
        Some(insured) => {
            let needed = Quantity {
                value: value
                    .value
                    .checked_mul(Decimal::new(11, 1))
                    .unwrap_or(Decimal::MAX)
                    .normalize(),
                unit: value.unit,
            };
            match insured.compare(needed) {
                Ok(Ordering::Greater | Ordering::Equal) => Outcome::agree(),
                Ok(Ordering::Less) | Err(_) => {
                    broken("insured-amount", insured.to_string(), needed.to_string())
                }
            }
        }
    };
    let needed = order
        .agreed_cover
        .as_deref()
        .and_then(CargoCover::read)
        .or_else(|| order.incoterm.and_then(|rule| rule.terms().least_cover));
    let cover = match needed {
        None => Outcome::NotApplicable,
        Some(needed) => match insurance.cover.as_deref() {
            None => lacks(kind::INSURANCE, "cover"),
            Some(stated) => match CargoCover::read(stated) {
                Some(held) if held >= needed => Outcome::agree(),
                _ => broken("cover", stated.to_owned(), needed.as_str().to_owned()),
            },
        },
    };
    both([amount, cover])
}
