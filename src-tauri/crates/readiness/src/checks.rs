//! Cross-document checks: what customs, carriers and banks compare.
//!
//! Each check reads the fields of the trade documents, normalises them and comes to an
//! [`Outcome`]. A field nobody has filled in is never taken for equal.

mod carriage;
mod dates;
mod description;
mod exception;
mod goods;
mod licence;
mod money;
mod packing;
mod parties;
mod say;
mod weights;

use crate::anchors::Anchors;
use crate::assess::decision;
use crate::document::kind;
use crate::{
    CheckId, Code, DecisionKind, DocumentType, DualUseClass, FactId, Finding, Incoterm, Reason,
    Schedule, Severity, Shipment, State, Step, Subject, TradeDocument, Value, Verdict, derived,
};
use chrono::NaiveDate;
pub use exception::exception_values;
pub use say::Field;
use say::Must;
use std::collections::BTreeSet;

/// What a check comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Everything it compares agrees.
    Agree(Vec<Reason>),
    /// Something differs.
    Differ(Vec<Reason>),
    /// A date is missed by so many days, at this milestone where it is one of the schedule's.
    Late { reasons: Vec<Reason>, days: i64, need: NaiveDate, limit: NaiveDate, at: Option<usize> },
    /// Fields are missing, and nothing filled in differs.
    Lacks(Vec<(String, String)>),
    /// Nothing to compare in this shipment.
    NotApplicable,
}

impl Outcome {
    fn agree() -> Self {
        Self::Agree(Vec::new())
    }
}

/// What a check works on.
pub(crate) struct Context<'a> {
    pub(crate) shipment: &'a Shipment,
    pub(crate) schedule: &'a Schedule,
    pub(crate) anchors: &'a Anchors,
    /// A machine is likely listed, or a licence is held or drafted.
    pub(crate) licensed: bool,
    /// The requirement of a licence is in play and not met: it speaks for the check.
    pub(crate) licence_unmet: bool,
}

impl<'a> Context<'a> {
    fn document(&self, kind: &str) -> Option<&'a TradeDocument> {
        self.shipment.documents.get(&DocumentType::from(kind))
    }

    fn has_credit(&self) -> bool {
        self.shipment.order.letter_of_credit.is_some()
            || self.shipment.order.payment.iter().any(|term| term == "letter-of-credit")
            || self.document(kind::CREDIT).is_some()
    }

    /// The transport documents held; the bill of lading where none is.
    fn transports(&self) -> Vec<&'static str> {
        let held: Vec<&'static str> = [kind::BILL_OF_LADING, kind::RAIL_NOTE]
            .into_iter()
            .filter(|kind| self.document(kind).is_some())
            .collect();
        if held.is_empty() { vec![kind::BILL_OF_LADING] } else { held }
    }

    /// The transport document that ports and containers are compared with: the bill of lading, else
    /// the rail note.
    fn transport(&self) -> &'static str {
        self.transports().first().copied().unwrap_or(kind::BILL_OF_LADING)
    }

    fn credit_must(&self) -> Must {
        if self.has_credit() { Must::Say } else { Must::May }
    }

    /// A licence that is missing altogether is spoken for by its requirement.
    fn licence_must(&self) -> Must {
        if self.licensed && !self.licence_unmet { Must::Say } else { Must::IfHeld }
    }

    /// An entry summary belongs to shipments to the EU, Norway and Switzerland.
    fn needs_entry_summary(&self) -> bool {
        let order = &self.shipment.order;
        order.market.as_deref() == Some("eu")
            || matches!(order.country.as_deref(), Some("NO" | "CH"))
    }

    fn ens_must(&self) -> Must {
        if self.needs_entry_summary() { Must::Say } else { Must::IfHeld }
    }

    /// A machine has a nameplate and was tested; spare parts and software alone have neither.
    fn machine_must(&self) -> Must {
        let parts = |category: &str| matches!(category, "spares" | "software");
        let products = &self.shipment.products;
        let only_parts = !products.is_empty()
            && products.iter().all(|product| product.frame.category.as_deref().is_some_and(parts));
        if only_parts { Must::IfHeld } else { Must::Say }
    }

    /// The seller insures by the rule of delivery, or carries the risk and does so for itself.
    fn seller_insures(&self) -> bool {
        self.shipment.order.incoterm.is_some_and(|rule| {
            matches!(
                rule,
                Incoterm::Cif | Incoterm::Cip | Incoterm::Dap | Incoterm::Dpu | Incoterm::Ddp
            )
        })
    }

    fn insurance_must(&self) -> Must {
        if self.seller_insures() { Must::Say } else { Must::IfHeld }
    }

    /// Neither containers nor flat racks are used.
    fn is_loose(&self) -> bool {
        let units = self.shipment.answers.get(&FactId::from("load-units"));
        matches!(units, Some(Value::Choices(units))
            if !units.contains("container") && !units.contains("flat-rack"))
    }

    /// The models that are likely listed, as codes.
    fn likely_models(&self) -> BTreeSet<String> {
        likely(self.shipment).map(crate::normal::number).collect()
    }
}

/// The models that are likely listed.
fn likely(shipment: &Shipment) -> impl Iterator<Item = &str> {
    shipment
        .products
        .iter()
        .filter(|product| {
            derived::dual_use(&product.frame)
                .is_some_and(|class| class.nsg == DualUseClass::LikelyListed)
        })
        .map(|product| product.frame.model.as_str())
}

type Run = fn(&Context<'_>) -> Outcome;

/// How severe a failed check is.
#[derive(Clone, Copy)]
enum Weight {
    Fixed(Severity),
    /// Blocker where the shipment is paid by letter of credit.
    Credit(Severity),
    /// Blocker where a licence is needed.
    Licensed(Severity),
    /// Blocker where the differing document is a declaration or licence.
    Declared,
}

struct Check {
    id: &'static str,
    weight: Weight,
    /// The step at which a disagreement stops the shipment.
    step: &'static str,
    run: Run,
}

const fn check(id: &'static str, weight: Weight, step: &'static str, run: Run) -> Check {
    Check { id, weight, step, run }
}

const MAJOR: Weight = Weight::Fixed(Severity::Major);
const BLOCKER: Weight = Weight::Fixed(Severity::Blocker);

/// The checks in the order of the field's own list.
const CHECKS: [Check; 29] = [
    check("x-seller", MAJOR, "export-clearance", parties::seller),
    check("x-buyer", MAJOR, "export-clearance", parties::buyer),
    check("x-consignee", Weight::Licensed(Severity::Major), "on-board", parties::consignee),
    check("x-end-user", BLOCKER, "export-clearance", parties::end_user),
    check(
        "x-contract-no",
        Weight::Fixed(Severity::Minor),
        "export-clearance",
        parties::contract_no,
    ),
    check("x-invoice-no", MAJOR, "export-clearance", parties::invoice_no),
    check("x-date-order", MAJOR, "on-board", dates::date_order),
    check("x-latest-shipment", Weight::Credit(Severity::Major), "on-board", dates::latest_shipment),
    check("x-presentation", Weight::Credit(Severity::Major), "presentation", dates::presentation),
    check("x-description", MAJOR, "export-clearance", description::description),
    check("x-model-serial", Weight::Declared, "export-clearance", goods::model_serial),
    check("x-hs6", MAJOR, "export-clearance", goods::hs6),
    check("x-origin", MAJOR, "export-clearance", goods::origin),
    check("x-quantity", MAJOR, "export-clearance", goods::quantity),
    check("x-packages", MAJOR, "export-clearance", packing::packages),
    check("x-gross-weight", MAJOR, "export-clearance", weights::gross_weight),
    check("x-net-gross", MAJOR, "export-clearance", weights::net_gross),
    check("x-vgm", MAJOR, "on-board", weights::vgm),
    check("x-oog-dims", MAJOR, "on-board", weights::oog_dims),
    check("x-marks", MAJOR, "export-clearance", packing::marks),
    check("x-containers-seals", MAJOR, "on-board", carriage::containers_seals),
    check("x-ports", MAJOR, "on-board", carriage::ports),
    check("x-incoterm", MAJOR, "export-clearance", money::incoterm),
    check("x-freight-term", MAJOR, "on-board", money::freight_term),
    check("x-amount", MAJOR, "export-clearance", money::amount),
    check("x-insured-amount", MAJOR, "on-board", money::insured_amount),
    check("x-wood", MAJOR, "export-clearance", packing::wood),
    check("x-dg", MAJOR, "on-board", packing::dangerous_goods),
    check("x-dual-use", BLOCKER, "export-clearance", licence::dual_use),
];

/// The ids of all checks, in order.
#[must_use]
pub fn ids() -> Vec<CheckId> {
    CHECKS.iter().map(|check| CheckId::from(check.id)).collect()
}

/// The verdict on one check, with its finding where there is one.
#[derive(Clone, Debug)]
pub(crate) struct CheckResult {
    pub(crate) verdict: Verdict,
    pub(crate) finding: Option<Finding>,
}

/// Whether an answer to this fact can change a check or a trap of the delivery terms.
pub(crate) fn looks_at(fact: &FactId) -> bool {
    matches!(
        fact.as_str(),
        "dangerous-goods" | "load-units" | "oversize" | "transport-mode" | "refund-claimed"
    )
}

/// Runs every check in play.
pub(crate) fn all(
    shipment: &Shipment,
    schedule: &Schedule,
    anchors: &Anchors,
    today: NaiveDate,
    licence_unmet: bool,
) -> Vec<CheckResult> {
    let licence = DocumentType::from(kind::LICENCE);
    let licensed = likely(shipment).next().is_some()
        || shipment.documents.contains_key(&licence)
        || shipment.evidence.iter().any(|evidence| evidence.document_type == licence);
    let context = Context { shipment, schedule, anchors, licensed, licence_unmet };
    CHECKS
        .iter()
        .filter(|check| {
            let id = CheckId::from(check.id);
            shipment.in_play.checks.as_ref().is_none_or(|only| only.contains(&id))
        })
        .filter_map(|check| judge(check, &context, today))
        .collect()
}

fn severity(check: &Check, context: &Context<'_>, reasons: &[Reason]) -> Severity {
    match check.weight {
        Weight::Fixed(severity) => severity,
        Weight::Credit(_) if context.has_credit() => Severity::Blocker,
        Weight::Licensed(_) if context.licensed => Severity::Blocker,
        Weight::Credit(severity) | Weight::Licensed(severity) => severity,
        Weight::Declared => {
            let declared = [kind::DECLARATION, kind::LICENCE];
            if say::odd_one_out(reasons, &declared) { Severity::Blocker } else { Severity::Major }
        }
    }
}

fn judge(check: &Check, context: &Context<'_>, today: NaiveDate) -> Option<CheckResult> {
    let shipment = context.shipment;
    let outcome = (check.run)(context);
    let anchor = context.anchors.first(&Step::from(check.step), None, context.schedule);
    let need_plan = anchor.map(|anchor| context.schedule.planned_start(anchor.index));
    let need_latest = anchor.map(|anchor| context.schedule.latest_start(anchor.index));
    let mut place = anchor.map(|anchor| anchor.index);
    let mut consignment = None;
    let subject = Subject::Check(CheckId::from(check.id));
    let mut code = Code::Conflict;
    let mut slack_days = None;
    let mut needs = (need_plan, need_latest);
    let (mut state, mut reasons) = match outcome {
        Outcome::NotApplicable => return None,
        Outcome::Agree(reasons) => (State::Ready, reasons),
        Outcome::Differ(reasons) => (State::Gap, reasons),
        Outcome::Late { reasons, days, need, limit, at } => {
            if at.is_some() {
                place = at;
                let own = at.and_then(|index| shipment.network.milestones.get(index));
                consignment = own.and_then(|milestone| milestone.consignment);
            }
            code = Code::Deadline;
            slack_days = Some(days);
            needs = (Some(need), Some(limit));
            (State::Gap, reasons)
        }
        Outcome::Lacks(fields) => {
            code = Code::InsufficientData;
            let due = need_plan.is_none_or(|plan| today >= plan);
            let state = if due { State::Gap } else { State::Task };
            (state, vec![Reason::Lacks { fields }])
        }
    };
    let severity = severity(check, context, &reasons);
    if code == Code::Conflict && state == State::Gap {
        let excepted = shipment.exceptions.iter().find(|exception| {
            exception.check.as_str() == check.id && exception::holds(exception, &reasons)
        });
        if let Some(exception) = excepted {
            state = State::Waived;
            reasons.push(Reason::Excepted {
                by: exception.by.clone(),
                on: exception.on,
                reason: exception.reason.clone(),
            });
        }
    }
    if let (State::Gap | State::Task, Some(decision)) =
        (state, decision(&shipment.decisions, check.id, today))
    {
        state = match decision.kind {
            DecisionKind::Waived => State::Waived,
            DecisionKind::NotApplicable => State::DecidedNotApplicable,
        };
        reasons.push(Reason::Decided {
            by: decision.by.clone(),
            on: decision.on,
            reason: decision.reason.clone(),
            until: decision.until,
        });
    }
    let milestone = place
        .and_then(|index| shipment.network.milestones.get(index))
        .map(|milestone| milestone.id.clone());
    let reasons = crate::Reasons::from(reasons);
    let finding = (state == State::Gap).then(|| Finding {
        subject: subject.clone(),
        code,
        severity,
        timing: None,
        need_plan: needs.0,
        need_latest: needs.1,
        start_by: None,
        fix_by: needs.1,
        slack_days,
        milestone: milestone.clone(),
        consignment,
        models: Vec::new(),
        evidence: None,
        questions: Vec::new(),
        waits_for: Vec::new(),
        because: reasons.clone(),
    });
    let verdict = Verdict {
        subject,
        consignment,
        state,
        severity,
        milestone,
        need_plan: needs.0,
        start_by: None,
        satisfied_by: Vec::new(),
        because: reasons,
    };
    Some(CheckResult { verdict, finding })
}
