//! What is said on the page "today" of communication: tickets that are not solved, materials due.

use super::WEEK;
use crate::judged::Judged;
use crate::views::{
    CommunicationView, MaterialView, TicketView, TodayLanguage, TodayMaterial, TodayTicket,
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
        self.materials.extend(view.materials.into_iter().filter_map(due));
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
            (a.on, &a.shipment, &a.material).cmp(&(b.on, &b.shipment, &b.material))
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

fn material(judged: &Judged, view: MaterialView) -> Option<TodayMaterial> {
    let first = view.due.into_iter().next()?;
    let days = (first.on - judged.on).num_days();
    // What comes again and again has no day of a milestone, and is never done with.
    let again = first.milestone.is_none();
    if days > WEEK || (view.complete && !again) {
        return None;
    }
    let languages = view
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
        material: view.id,
        title: view.title,
        on: first.on,
        why: first.title,
        days,
        overdue: view.overdue,
        languages,
        one_language: view.one_language,
        language_open: view.language_open,
    })
}
