//! Tickets and messages: what was asked, when it was answered, and the clocks of both.

use crate::changes::Act;
use crate::communication::at_most;
use crate::failure::Failure;
use crate::office::{App, new_id};
use crate::promises::short_enough;
use crate::stored::Frame;
use crate::views::{
    Changes, ClockView, LogMessage, MailChoice, MailView, MessageChoice, MessageView, SaveTicket,
    TicketChoice, TicketParty, TicketView,
};
use readiness::{
    AskedBy, Calendar, CalendarId, Direction, Instant, Message, PartyRole, Promise, Target, Text,
    Ticket, WorkingTime, Zone,
};
use reading::{Mail, Reader};
use serde_json::json;
use std::path::{Path, PathBuf};
use store::{MessageRow, TicketRow};
use wording::ClockNote;

/// The most promises of a ticket.
const PROMISES: usize = 20;

/// How a party's time is counted.
pub(crate) struct PartyTime {
    zone: Zone,
    calendar: Option<Calendar>,
    notes: Vec<ClockNote>,
}

impl PartyTime {
    pub(crate) fn working(&self) -> WorkingTime<'_> {
        WorkingTime::new(self.zone, self.calendar.as_ref())
    }
}

/// An e-mail file to be read, without the workspace being held.
pub struct MailReading {
    reader: Reader,
    path: PathBuf,
}

impl MailReading {
    /// Reads it.
    ///
    /// # Errors
    /// The file cannot be read, or is no e-mail.
    pub fn read(&self) -> Result<MailView, Failure> {
        let name = self.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let refused = |why: Text| Failure::NotTaken { name: name.clone(), why };
        let mail = self
            .reader
            .mail(&self.path)
            .map_err(|refusal| refused(crate::texts::refusal_words(&refusal)))?;
        let mail = mail.ok_or_else(|| {
            refused(Text::new(
                "it is no e-mail; save the message as .eml or .msg, or paste its text",
                "不是电子邮件；请将邮件存为 .eml 或 .msg，或直接粘贴正文",
            ))
        })?;
        let Mail { subject, from, to, at, text, automatic } = mail;
        let at = at.and_then(|at| Instant::parse_from_rfc3339(&at).ok());
        Ok(MailView { file: name, subject, from, to, at, text, automatic })
    }
}

impl App {
    /// A calendar by its id: the shipment's own, or one of the library, where the user's lie over
    /// those that came with the program.
    fn calendar_named(&self, frame: &Frame, id: &CalendarId) -> Option<Calendar> {
        let own = frame.schedule.calendars.iter().find(|calendar| calendar.id == *id);
        own.or_else(|| self.library.calendars.get(id)).cloned()
    }

    /// How the time of a party is counted. Where its zone is not known, as on this computer.
    pub(crate) fn time_of(
        &self,
        frame: &Frame,
        role: PartyRole,
        now: Instant,
    ) -> Result<PartyTime, Failure> {
        let mut notes = Vec::new();
        let here = Zone::Fixed(*now.offset());
        let Some(party) = frame.order.parties.get(&role) else {
            notes.push(ClockNote::NoParty);
            return Ok(PartyTime { zone: here, calendar: None, notes });
        };
        let named = party.time_zone.as_deref().map(str::trim).filter(|name| !name.is_empty());
        let zone = match named.map(|name| (name, Zone::named(name))) {
            Some((_, Some(zone))) => zone,
            Some((name, None)) => {
                notes.push(ClockNote::UnknownZone(name.to_owned()));
                here
            }
            None => {
                notes.push(ClockNote::NoZone);
                here
            }
        };
        let calendar = match &party.calendar {
            None => {
                notes.push(ClockNote::NoCalendar);
                None
            }
            Some(id) => {
                let calendar = self.calendar_named(frame, id);
                if calendar.is_none() {
                    notes.push(ClockNote::UnknownCalendar(id.0.clone()));
                }
                calendar
            }
        };
        Ok(PartyTime { zone, calendar, notes })
    }

    /// Who may be on the other side: the parties of the order, then the other roles.
    pub(crate) fn ticket_parties(&self, frame: &Frame) -> Result<Vec<TicketParty>, Failure> {
        let order = &frame.order;
        let named = order.parties.keys().copied();
        let others = OTHER_SIDE.into_iter().filter(|role| !order.parties.contains_key(role));
        named
            .chain(others)
            .map(|role| {
                let party = order.parties.get(&role);
                let calendar = match party.and_then(|party| party.calendar.as_ref()) {
                    Some(id) => self.calendar_named(frame, id).map(|calendar| calendar.title),
                    None => None,
                };
                Ok(TicketParty {
                    role,
                    title: wording::role(role),
                    name: party.map(|party| party.name.clone()).unwrap_or_default(),
                    zone: party.and_then(|party| party.time_zone.clone()),
                    calendar,
                })
            })
            .collect()
    }

    /// The messages of a ticket, the oldest first.
    pub(crate) fn messages_of(&self, ticket: &str) -> Result<Vec<MessageView>, Failure> {
        let rows = self.workspace.read().messages::<Message>(ticket)?;
        let mut messages: Vec<MessageView> =
            rows.into_iter().map(|row| MessageView { id: row.id, message: row.data }).collect();
        messages.sort_by(|a, b| (a.message.at, &a.id).cmp(&(b.message.at, &b.id)));
        Ok(messages)
    }

    /// The tickets of a shipment as they stand.
    pub(crate) fn tickets_of(
        &self,
        shipment: &str,
        frame: &Frame,
        now: Instant,
    ) -> Result<Vec<TicketView>, Failure> {
        let mut views = Vec::new();
        for row in self.workspace.read().tickets::<Ticket>(shipment)? {
            views.push(self.ticket_view(row, frame, now)?);
        }
        // Open before solved, what is due first before the rest, the newest of others first.
        views.sort_by_key(|view| {
            let opened = -view.ticket.opened.timestamp();
            (view.ticket.solved.is_some(), view.due.is_none(), view.due, opened)
        });
        Ok(views)
    }

    fn ticket_view(
        &self,
        row: TicketRow<Ticket>,
        frame: &Frame,
        now: Instant,
    ) -> Result<TicketView, Failure> {
        use readiness::ClockState::{Late, Overdue, Running};
        let ticket = row.data;
        let time = self.time_of(frame, ticket.party, now)?;
        let working = time.working();
        let messages = self.messages_of(&row.id)?;
        let said: Vec<Message> = messages.iter().map(|view| view.message.clone()).collect();
        let stages = ticket.stages(&said);
        let mut last = now.max(ticket.opened);
        let clocks: Vec<ClockView> = ticket
            .promises
            .iter()
            .map(|promise| {
                let clock = ticket.clock(promise, stages, &working, now.to_utc());
                let there = |at: chrono::DateTime<chrono::Utc>| time.zone.at(at);
                last = clock.due.map_or(last, |due| last.max(there(due)));
                ClockView {
                    measure: promise.measure.clone(),
                    title: self.measure_title(&ticket.kind, &promise.measure),
                    within: promise.within,
                    until: promise.until,
                    state: clock.state,
                    due: clock.due.map(there),
                    stopped: clock.stopped.map(|at| there(at.to_utc())),
                    left: clock.left,
                    day: working.day_length(),
                    used: clock.used,
                }
            })
            .collect();
        let mut notes = time.notes.clone();
        // Hours that run by day and night need neither calendar nor zone.
        if ticket.promises.iter().all(|promise| matches!(promise.within, Target::Hours(_))) {
            notes.clear();
        } else if let Some(calendar) = &time.calendar {
            let years = working.unknown_years(ticket.opened.to_utc(), last.to_utc());
            if !years.is_empty() {
                notes.push(ClockNote::UnknownYears(calendar.title.clone(), years));
            }
        }
        let runs = |clock: &&ClockView| matches!(clock.state, Running | Overdue);
        let party = frame.order.parties.get(&ticket.party);
        Ok(TicketView {
            kind: self.material_title(&ticket.kind),
            role: wording::role(ticket.party),
            party: party.map(|party| party.name.clone()).unwrap_or_default(),
            reply: stages.reply,
            answer: stages.answer,
            waits_for: ticket.waits_for(&said),
            late: clocks.iter().any(|clock| matches!(clock.state, Late | Overdue)),
            due: clocks.iter().filter(runs).filter_map(|clock| clock.due).min(),
            notes: notes.iter().map(wording::clock_note).collect(),
            id: row.id,
            messages,
            clocks,
            ticket,
        })
    }

    /// The title of a material; its id where the catalogue no longer has it.
    pub(crate) fn material_title(&self, id: &str) -> Text {
        let found = self.library.materials.iter().find(|material| material.id == id);
        found.map_or_else(|| Text::same(id), |material| material.title.clone())
    }

    /// The title of a measure; its id where the catalogue no longer has it.
    pub(crate) fn measure_title(&self, kind: &str, measure: &str) -> Text {
        let found = self.library.materials.iter().find(|material| material.id == kind);
        found
            .and_then(|material| material.measures.iter().find(|known| known.id == measure))
            .map_or_else(|| Text::same(measure), |known| known.title.clone())
    }

    /// Saves a ticket.
    ///
    /// # Errors
    /// A field is missing or does not fit, or the workspace cannot be written.
    pub fn save_ticket(&mut self, request: &SaveTicket) -> Result<Changes, Failure> {
        let SaveTicket { shipment, id, ticket } = request;
        let market = self.row(shipment)?.data.order.market;
        let mut ticket = ticket.clone();
        ticket.subject = ticket.subject.trim().to_owned();
        if ticket.subject.is_empty() {
            return Err(field("subject", "say what it is about", "请填写事项主题"));
        }
        at_most("subject", &ticket.subject, 300)?;
        let kind = self.library.materials.iter().find(|material| material.id == ticket.kind);
        let kind = kind
            .ok_or_else(|| field("kind", "choose what kind of ticket it is", "请选择事项类型"))?;
        if ticket.promises.is_empty() && id.is_none() {
            ticket.promises = self
                .own_times()?
                .measures(kind, market.as_deref())
                .into_iter()
                .map(|measure| Promise {
                    measure: measure.id,
                    within: measure.within,
                    until: measure.until,
                    happened: None,
                })
                .collect();
        }
        let unknown = |promise: &Promise| !kind.measures.iter().any(|m| m.id == promise.measure);
        if ticket.promises.len() > PROMISES || ticket.promises.iter().any(unknown) {
            let (en, zh) = ("choose response times of this kind of ticket", "请选择该类事项的时限");
            return Err(field("promises", en, zh));
        }
        for promise in &ticket.promises {
            short_enough("promises", promise.within)?;
        }
        ticket.check(self.instant()).map_err(|error| {
            let (field, message) = wording::ticket_error(error);
            Failure::Field { field: field.to_owned(), message }
        })?;
        if ticket.opened.timestamp() < EARLIEST {
            return Err(field("opened", "give a day from 2000 on", "请填写 2000 年以后的日期"));
        }
        if let Some(id) = id
            && self.ticket_row(id)?.shipment_id != *shipment
        {
            return Err(field(
                "shipment",
                "this ticket belongs to another shipment; open that one",
                "该事项属于另一发运；请打开该发运",
            ));
        }
        let act = Act {
            name: "ticket.save",
            params: json!({ "title": ticket.subject }),
            shipment: Some(shipment),
        };
        let id = id.clone().unwrap_or_else(new_id);
        let row = TicketRow { id, shipment_id: shipment.clone(), data: ticket };
        let ((), changes) = self.act(&act, |write| Ok(write.put_ticket(&row)?))?;
        Ok(changes)
    }

    fn ticket_row(&self, id: &str) -> Result<TicketRow<Ticket>, Failure> {
        self.workspace.read().ticket::<Ticket>(id)?.ok_or_else(|| {
            field("ticket", "this ticket is not in the workspace", "工作区中没有该事项")
        })
    }

    /// Removes a ticket with its messages.
    ///
    /// # Errors
    /// There is no such ticket, or the workspace cannot be written.
    pub fn remove_ticket(&mut self, request: &TicketChoice) -> Result<Changes, Failure> {
        let row = self.ticket_row(&request.ticket)?;
        let messages = self.workspace.read().messages::<serde_json::Value>(&row.id)?;
        let act = Act {
            name: "ticket.remove",
            params: json!({ "title": row.data.subject }),
            shipment: Some(&row.shipment_id),
        };
        let ((), changes) = self.act(&act, |write| {
            for message in &messages {
                write.delete_message(&message.id)?;
            }
            Ok(write.delete_ticket(&row.id)?)
        })?;
        Ok(changes)
    }

    /// Logs a message of a ticket, or changes one.
    ///
    /// # Errors
    /// A field is missing or does not fit, or the workspace cannot be written.
    pub fn log_message(&mut self, request: &LogMessage) -> Result<Changes, Failure> {
        let row = self.ticket_row(&request.ticket)?;
        let message = &request.message;
        if message.text.trim().is_empty() && message.file.is_none() {
            return Err(field("text", "paste what was written", "请粘贴往来内容"));
        }
        at_most("text", &message.text, 20_000)?;
        at_most("from", &message.from, 500)?;
        at_most("to", &message.to, 1_000)?;
        at_most("file", message.file.as_deref().unwrap_or_default(), 300)?;
        if message.at > self.instant() {
            return Err(field("at", "this time is still to come", "该时间尚未到来"));
        }
        if message.at.timestamp() < EARLIEST {
            return Err(field("at", "give a day from 2000 on", "请填写 2000 年以后的日期"));
        }
        let answers = match row.data.asked_by {
            AskedBy::Party => Direction::Out,
            AskedBy::Us => Direction::In,
        };
        if message.direction == answers && message.at < row.data.opened {
            let (en, zh) = (
                "this reply lies before the ticket was opened; correct one of the two times",
                "该回复早于事项提出时间；请更正其中之一",
            );
            return Err(field("at", en, zh));
        }
        if let Some(id) = &request.id {
            let known = self.workspace.read().message::<Message>(id)?;
            if known.is_none_or(|known| known.ticket_id != row.id) {
                return Err(no_message());
            }
        }
        let act = Act {
            name: "message.log",
            params: json!({ "title": row.data.subject }),
            shipment: Some(&row.shipment_id),
        };
        let message = MessageRow {
            id: request.id.clone().unwrap_or_else(new_id),
            ticket_id: row.id.clone(),
            data: message.clone(),
        };
        let ((), changes) = self.act(&act, |write| Ok(write.put_message(&message)?))?;
        Ok(changes)
    }

    /// Removes a message.
    ///
    /// # Errors
    /// There is no such message, or the workspace cannot be written.
    pub fn remove_message(&mut self, request: &MessageChoice) -> Result<Changes, Failure> {
        let row = self.ticket_row(&request.ticket)?;
        let known = self.workspace.read().message::<Message>(&request.message)?;
        if known.is_none_or(|known| known.ticket_id != row.id) {
            return Err(no_message());
        }
        let act = Act {
            name: "message.remove",
            params: json!({ "title": row.data.subject }),
            shipment: Some(&row.shipment_id),
        };
        let ((), changes) = self.act(&act, |write| Ok(write.delete_message(&request.message)?))?;
        Ok(changes)
    }

    /// Begins to read an e-mail file.
    #[must_use]
    pub fn begin_mail(&self, request: &MailChoice) -> MailReading {
        MailReading { reader: self.reader.clone(), path: Path::new(&request.path).to_owned() }
    }
}

/// 2000-01-01 in seconds of Unix time: an earlier date is a slip of the pen.
const EARLIEST: i64 = 946_684_800;

/// The other side of a ticket, the likelier first.
const OTHER_SIDE: [PartyRole; 15] = [
    PartyRole::Buyer,
    PartyRole::Forwarder,
    PartyRole::CustomsBroker,
    PartyRole::Carrier,
    PartyRole::Installer,
    PartyRole::CertificationBody,
    PartyRole::Integrator,
    PartyRole::Maker,
    PartyRole::Exporter,
    PartyRole::Consignee,
    PartyRole::EndUser,
    PartyRole::Importer,
    PartyRole::NotifyParty,
    PartyRole::Bank,
    PartyRole::Insurer,
];

fn field(field: &str, en: &str, zh: &str) -> Failure {
    Failure::Field { field: field.to_owned(), message: Text::new(en, zh) }
}

fn no_message() -> Failure {
    field("message", "this message is not in the workspace", "工作区中没有该条往来")
}
