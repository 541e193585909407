//! Dates: in the right order, and within the contract and the credit.

use super::say::{Must, both, broken, lacks};
use super::{Context, Outcome};
use crate::document::kind;
use crate::{Reason, Step, TradeDocument};
use chrono::{Days, NaiveDate};

/// Days for presentation when the credit does not say (UCP 600 Art. 14 c).
const PRESENTATION_DAYS: u16 = 21;

/// One side of an order of dates.
#[derive(Clone, Copy)]
enum Side {
    On(NaiveDate),
    /// The document and field that should say it.
    Lacks(&'static str, &'static str),
    /// No such document belongs to the shipment.
    Nothing,
}

fn side(
    context: &Context<'_>,
    kind: &'static str,
    field: &'static str,
    must: Must,
    date: fn(&TradeDocument) -> Option<NaiveDate>,
) -> Side {
    let document = context.document(kind);
    match (document.and_then(date), must) {
        (Some(date), _) => Side::On(date),
        (None, Must::Say) => Side::Lacks(kind, field),
        (None, Must::IfHeld) if document.is_some() => Side::Lacks(kind, field),
        (None, _) => Side::Nothing,
    }
}

fn issued(context: &Context<'_>, kind: &'static str, must: Must) -> Side {
    side(context, kind, "issued", must, |document| document.issued)
}

fn before(what: &str, first: Side, then: Side) -> Outcome {
    match (first, then) {
        (Side::Nothing, _) | (_, Side::Nothing) => Outcome::NotApplicable,
        (Side::Lacks(kind, field), Side::On(_)) | (Side::On(_), Side::Lacks(kind, field)) => {
            lacks(kind, field)
        }
        (Side::Lacks(kind, field), Side::Lacks(other, of)) => {
            both([lacks(kind, field), lacks(other, of)])
        }
        (Side::On(first), Side::On(then)) if first > then => {
            broken(what, first.to_string(), then.to_string())
        }
        (Side::On(_), Side::On(_)) => Outcome::agree(),
    }
}

/// Contract ≤ invoice ≤ C/O issue; insurance ≤ on board; licence issued ≤ declaration ≤ licence
/// expiry; every document ≤ presentation.
pub(super) fn date_order(context: &Context<'_>) -> Outcome {
    let invoice = issued(context, kind::INVOICE, Must::Say);
    let licence = context.document(kind::LICENCE).is_some();
    let declared =
        issued(context, kind::EXPORT_DECLARATION, if licence { Must::Say } else { Must::IfHeld });
    let licence_issued = issued(context, kind::LICENCE, context.licence_must());
    let licence_expires =
        side(context, kind::LICENCE, "expires", context.licence_must(), |licence| licence.expires);
    let loaded = on_board(context).map_or(Side::Lacks("schedule", "on-board"), Side::On);
    let mut outcomes = vec![
        before("contract before invoice", issued(context, kind::CONTRACT, Must::Say), invoice),
        before(
            "invoice before certificate of origin",
            invoice,
            issued(context, kind::ORIGIN, Must::IfHeld),
        ),
        before(
            "insurance before on board",
            issued(context, kind::INSURANCE, context.insurance_must()),
            loaded,
        ),
        before("licence before declaration", licence_issued, declared),
        before("declaration before licence expiry", declared, licence_expires),
    ];
    if context.has_credit() {
        outcomes.extend(before_presentation(context));
    }
    both(outcomes)
}

/// Every document that is dated, and those that a bank is always given, by the day of presentation.
fn before_presentation(context: &Context<'_>) -> Vec<Outcome> {
    const PRESENTED: [&str; 6] = [
        kind::INVOICE,
        kind::PACKING_LIST,
        kind::BILL_OF_LADING,
        kind::RAIL_NOTE,
        kind::ORIGIN,
        kind::INSURANCE,
    ];
    let presented = presentations(context)
        .into_iter()
        .map(|moment| moment.day)
        .max()
        .map_or(Side::Lacks("schedule", "presentation"), Side::On);
    // Also a document of a kind that no other check looks at.
    let others = context.shipment.documents.iter().filter_map(|(kind, document)| {
        let listed = kind::ALL.contains(&kind.as_str());
        (!listed).then_some(document.issued?)
    });
    let listed = kind::ALL.into_iter().map(|kind| {
        let must = if PRESENTED.contains(&kind) { Must::IfHeld } else { Must::May };
        issued(context, kind, must)
    });
    listed
        .chain(others.map(Side::On))
        .map(|issued| before("document before presentation", issued, presented))
        .collect()
}

/// The day on board as a transport document states it.
fn stated_on_board(context: &Context<'_>) -> Vec<NaiveDate> {
    [kind::BILL_OF_LADING, kind::RAIL_NOTE]
        .into_iter()
        .filter_map(|kind| context.document(kind)?.on_board)
        .collect()
}

/// A milestone's day, with its consignment; a day that a document states has no milestone.
#[derive(Clone, Copy)]
struct Moment {
    milestone: Option<usize>,
    consignment: Option<u8>,
    day: NaiveDate,
}

/// Every day on board. Of a single loading the day the transport document
/// states, else the day planned; of several, the stated day is one of them and none is left out.
fn loadings(context: &Context<'_>) -> Vec<Moment> {
    let stated = stated_on_board(context);
    let planned = moments(context, "on-board");
    let stated = stated.into_iter().map(|day| Moment { milestone: None, consignment: None, day });
    if planned.len() > 1 {
        return planned.into_iter().chain(stated).collect();
    }
    let stated: Vec<Moment> = stated.collect();
    if stated.is_empty() { planned } else { stated }
}

/// The last loading.
fn last_loading(context: &Context<'_>) -> Option<Moment> {
    loadings(context).into_iter().max_by_key(|moment| moment.day)
}

/// The last day on board.
fn on_board(context: &Context<'_>) -> Option<NaiveDate> {
    last_loading(context).map(|moment| moment.day)
}

/// Every presentation planned.
fn presentations(context: &Context<'_>) -> Vec<Moment> {
    moments(context, "presentation")
}

fn moments(context: &Context<'_>, step: &str) -> Vec<Moment> {
    let moment = |(anchor, consignment): (crate::anchors::Anchor, Option<u8>)| Moment {
        milestone: Some(anchor.index),
        consignment,
        day: anchor.day(context.schedule),
    };
    context.anchors.each(&Step::from(step)).into_iter().map(moment).collect()
}

fn limit(what: &str, moment: Moment, limit: NaiveDate) -> Outcome {
    let found = moment.day;
    let days = (limit - found).num_days();
    let reasons = vec![Reason::DateLimit { what: what.to_owned(), found, limit, days }];
    if days < 0 {
        Outcome::Late { reasons, days, need: found, limit, at: moment.milestone }
    } else {
        Outcome::Agree(reasons)
    }
}

/// On board, planned or actual, by the latest shipment date of credit and contract, whichever is
/// earlier. The date is as written: that banks are closed on it does not move it (UCP 600 Art.
/// 29 c).
pub(super) fn latest_shipment(context: &Context<'_>) -> Outcome {
    let order = &context.shipment.order;
    let credit = order.letter_of_credit.as_ref().and_then(|lc| lc.latest_shipment);
    let missing = context.has_credit() && credit.is_none();
    let latest = match (credit, order.latest_shipment) {
        (Some(credit), Some(contract)) => credit.min(contract),
        (one, other) => match one.or(other) {
            Some(date) => date,
            None if missing => return lacks(kind::CREDIT, "latest-shipment"),
            None => return Outcome::NotApplicable,
        },
    };
    let Some(last) = last_loading(context) else { return lacks("schedule", "on-board") };
    match limit("on-board", last, latest) {
        Outcome::Agree(_) if missing => lacks(kind::CREDIT, "latest-shipment"),
        outcome => outcome,
    }
}

/// Presented within the days the credit gives after shipment, and before it expires. That a bank
/// is closed on the last day would give one day more (UCP 600 Art. 29 a); that is not counted on.
pub(super) fn presentation(context: &Context<'_>) -> Outcome {
    if !context.has_credit() {
        return Outcome::NotApplicable;
    }
    let credit = context.shipment.order.letter_of_credit.as_ref();
    let Some((credit, expires)) = credit.and_then(|credit| Some((credit, credit.expires?))) else {
        return lacks(kind::CREDIT, "expires");
    };
    let days = credit.presentation_days.unwrap_or(PRESENTATION_DAYS);
    let loadings = loadings(context);
    let planned = presentations(context);
    if planned.is_empty() || loadings.is_empty() {
        return lacks("schedule", "presentation");
    }
    let tightest = planned
        .into_iter()
        .filter_map(|presented| {
            // Its own loading; of several that it may cover, the first leaves the fewest days.
            let of = presented.consignment;
            let own = loadings.iter().filter(|loading| of.is_some() && loading.consignment == of);
            let shipped = own.map(|loading| loading.day).min();
            let shipped = shipped.or_else(|| loadings.iter().map(|loading| loading.day).min())?;
            let by = shipped.checked_add_days(Days::new(days.into())).unwrap_or(expires);
            Some((presented, by.min(expires)))
        })
        .min_by_key(|(presented, by)| (*by - presented.day).num_days());
    match tightest {
        Some((presented, by)) => limit("presentation", presented, by),
        None => lacks("schedule", "presentation"),
    }
}
