//! What is said on the page "today" of communication: tickets that are not solved, materials due.

use super::WEEK;
use crate::judged::Judged;
use crate::views::{
    CommunicationView, MaterialConsignment, MaterialView, TicketView, TodayLanguage, TodayMaterial,
    TodayTicket,
};
use readiness::{ClockState, MaterialState};

/// What is gathered over the shipments.
#[derive(Default)]
pub(super) struct Said {
    tickets: Vec<TodayTicket>,
    materials: Vec<TodayMaterial>,
}

impl Said {
    /// Takes in what a shipment has.
    pub(super) fn take(&mut self, judged: &Judged, view: CommunicationView) {
        self.tickets.extend(view.tickets.into_iter().filter_map(|one| ticket(judged, one)));
        let due = |one: MaterialView| material(judged, one);
        self.materials.extend(view.materials.into_iter().flat_map(due));
    }

    /// The tickets whose time is up first in front, those without a running clock after them, the
    /// longest open first; the materials by their day.
    pub(super) fn in_order(mut self) -> (Vec<TodayTicket>, Vec<TodayMaterial>) {
        self.tickets.sort_by(|a, b| {
            let due = |one: &TodayTicket| one.clock.as_ref().and_then(|clock| clock.due);
            (due(a).is_none(), due(a), a.opened, &a.ticket).cmp(&(
                due(b).is_none(),
                due(b),
                b.opened,
                &b.ticket,
            ))
        });
        self.materials.sort_by(|a, b| {
            let place = |one: &TodayMaterial| {
                (one.on, one.shipment.clone(), one.material.clone(), one.consignment)
            };
            place(a).cmp(&place(b))
        });
        (self.tickets, self.materials)
    }
}

fn ticket(judged: &Judged, view: TicketView) -> Option<TodayTicket> {
    let waits_for = view.waits_for?;
    let clock = view
        .clocks
        .into_iter()
        .filter(|clock| matches!(clock.state, ClockState::Running | ClockState::Overdue))
        .min_by_key(|clock| clock.due);
    Some(TodayTicket {
        shipment: judged.loaded.id.clone(),
        shipment_title: judged.loaded.title.clone(),
        ticket: view.id,
        subject: view.ticket.subject,
        kind: view.kind,
        role: view.role,
        party: view.party,
        waits_for,
        opened: view.ticket.opened,
        clock,
    })
}

/// The rows of a material: one for the shipment, or one for each consignment that it goes with.
fn material(judged: &Judged, view: MaterialView) -> Vec<TodayMaterial> {
    let MaterialView { consignments, languages, due, overdue, complete, .. } = view.clone();
    if consignments.is_empty() {
        let whole = MaterialConsignment { consignment: 0, languages, due, overdue, complete };
        return standing(judged, &view, whole, None).into_iter().collect();
    }
    consignments
        .into_iter()
        .filter_map(|part| {
            let number = part.consignment;
            standing(judged, &view, part, Some(number))
        })
        .collect()
}

fn standing(
    judged: &Judged,
    view: &MaterialView,
    part: MaterialConsignment,
    consignment: Option<u8>,
) -> Option<TodayMaterial> {
    let first = part.due.into_iter().next()?;
    let days = (first.on - judged.on).num_days();
    // What comes again and again has no day of a milestone, and is never done with.
    let again = first.milestone.is_none();
    if days > WEEK || (part.complete && !again) {
        return None;
    }
    let languages = part
        .languages
        .into_iter()
        .filter(|one| one.needed)
        .filter(|one| again || one.stale || one.rendering.state != MaterialState::Sent)
        .map(|one| TodayLanguage {
            code: one.code,
            title: one.title,
            state: one.rendering.state,
            stale: one.stale,
        })
        .collect();
    Some(TodayMaterial {
        shipment: judged.loaded.id.clone(),
        shipment_title: judged.loaded.title.clone(),
        material: view.id.clone(),
        consignment,
        title: view.title.clone(),
        on: first.on,
        why: first.title,
        days,
        overdue: part.overdue,
        languages,
        one_language: view.one_language,
        language_open: view.language_open,
    })
}
