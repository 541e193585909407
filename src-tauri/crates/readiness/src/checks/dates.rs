//! Dates: in the right order, and within the contract and the credit.

use super::say::{both, broken, lacks};
use super::{Context, Outcome};
use crate::document::kind;
use crate::{Reason, Step, TradeDocument};
use chrono::{Days, NaiveDate};

fn issued(context: &Context<'_>, kind: &str) -> Option<NaiveDate> {
    context.document(kind).and_then(|document| document.issued)
}

/// Days for presentation when the credit does not say (UCP 600 Art. 14 c).
const PRESENTATION_DAYS: u16 = 21;

/// Contract ≤ invoice ≤ C/O issue; insurance ≤ on board; licence issued ≤ declaration ≤ licence
/// expiry; every document ≤ presentation. Only dates that are there are compared; the invoice's
/// must be.
pub(super) fn date_order(context: &Context<'_>) -> Outcome {
    if issued(context, kind::INVOICE).is_none() {
        return lacks(kind::INVOICE, "issued");
    }
    let on_board =
        context.document(kind::BILL_OF_LADING).and_then(|bill: &TradeDocument| bill.on_board);
    let before = |what: &str, first: Option<NaiveDate>, then: Option<NaiveDate>| match (first, then)
    {
        (Some(first), Some(then)) if first > then => {
            broken(what, first.to_string(), then.to_string())
        }
        (Some(_), Some(_)) => Outcome::agree(),
        _ => Outcome::NotApplicable,
    };
    let licence_expires = context.document(kind::LICENCE).and_then(|licence| licence.expires);
    let declared = issued(context, kind::EXPORT_DECLARATION);
    let mut outcomes = vec![
        before(
            "contract before invoice",
            issued(context, kind::CONTRACT),
            issued(context, kind::INVOICE),
        ),
        before(
            "invoice before certificate of origin",
            issued(context, kind::INVOICE),
            issued(context, kind::ORIGIN),
        ),
        before("insurance before on board", issued(context, kind::INSURANCE), on_board),
        before("licence before declaration", issued(context, kind::LICENCE), declared),
        before("declaration before licence expiry", declared, licence_expires),
    ];
    if context.has_credit()
        && let Some(presented) = planned_presentation(context)
    {
        for kind in
            [kind::INVOICE, kind::PACKING_LIST, kind::BILL_OF_LADING, kind::ORIGIN, kind::INSURANCE]
        {
            outcomes.push(before(
                "document before presentation",
                issued(context, kind),
                Some(presented),
            ));
        }
    }
    both(outcomes)
}

/// The day on board: as stated on the bill, or planned; of several consignments the last.
fn on_board(context: &Context<'_>) -> Option<NaiveDate> {
    context.document(kind::BILL_OF_LADING).and_then(|bill| bill.on_board).or_else(|| {
        context
            .anchors
            .last(&Step::from("on-board"), None, context.schedule)
            .map(|anchor| anchor.day(context.schedule))
    })
}

fn planned_presentation(context: &Context<'_>) -> Option<NaiveDate> {
    context
        .anchors
        .last(&Step::from("presentation"), None, context.schedule)
        .map(|anchor| anchor.day(context.schedule))
}

fn limit(what: &str, found: NaiveDate, limit: NaiveDate) -> Outcome {
    let days = (limit - found).num_days();
    let reasons = vec![Reason::DateLimit { what: what.to_owned(), found, limit, days }];
    if days < 0 {
        Outcome::Late { reasons, days, need: found, limit }
    } else {
        Outcome::Agree(reasons)
    }
}

/// On board, planned or actual, by the latest shipment date of the credit, else of the contract.
pub(super) fn latest_shipment(context: &Context<'_>) -> Outcome {
    let order = &context.shipment.order;
    let credit = order.letter_of_credit.as_ref().and_then(|lc| lc.latest_shipment);
    let latest = match (credit, order.latest_shipment) {
        (Some(credit), Some(contract)) => credit.min(contract),
        (one, other) => match one.or(other) {
            Some(date) => date,
            None if context.has_credit() => return lacks(kind::CREDIT, "latest-shipment"),
            None => return Outcome::NotApplicable,
        },
    };
    match on_board(context) {
        Some(day) => limit("on-board", day, latest),
        None => lacks("schedule", "on-board"),
    }
}

/// Presented within the days the credit gives after shipment, and before it expires.
pub(super) fn presentation(context: &Context<'_>) -> Outcome {
    if !context.has_credit() {
        return Outcome::NotApplicable;
    }
    let Some(credit) = context.shipment.order.letter_of_credit.as_ref() else {
        return lacks(kind::CREDIT, "expires");
    };
    let Some(expires) = credit.expires else {
        return lacks(kind::CREDIT, "expires");
    };
    let (Some(shipped), Some(presented)) = (on_board(context), planned_presentation(context))
    else {
        return lacks("schedule", "presentation");
    };
    let days = credit.presentation_days.unwrap_or(PRESENTATION_DAYS);
    let by = shipped.checked_add_days(Days::new(days.into())).unwrap_or(expires).min(expires);
    limit("presentation", presented, by)
}
