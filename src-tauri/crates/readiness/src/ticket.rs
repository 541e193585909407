//! Tickets: questions between us and a party, what was written about them, and their clocks.

use crate::clock::{Target, Thousandths, WorkingTime};
use crate::{PartyRole, TicketStage};
use chrono::{DateTime, FixedOffset, Utc};

/// An instant as it was written down, with its distance from UTC.
pub type Instant = DateTime<FixedOffset>;

/// Who asked; the other side has to answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum AskedBy {
    /// The party; we answer.
    Party,
    /// We; the party answers.
    Us,
}

/// A response time that was promised for a ticket.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Promise {
    /// Id of the measure within the material, e.g. `first-reply`.
    pub measure: String,
    /// How long it may take.
    pub within: Target,
    /// What ends it.
    pub until: TicketStage,
    /// When it happened, for a measure that ends with an event of its own.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub happened: Option<Instant>,
}

/// A question or complaint.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Ticket {
    /// The party on the other side.
    pub party: PartyRole,
    /// Who asked.
    pub asked_by: AskedBy,
    /// What it is about.
    pub subject: String,
    /// The material whose response times apply, e.g. `cm-sla`.
    pub kind: String,
    /// When it was asked.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub opened: Instant,
    /// First reply of a human, where it was not logged as a message.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub first_reply: Option<Instant>,
    /// First useful answer, where it was not logged as a message.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub first_answer: Option<Instant>,
    /// When it was solved.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub solved: Option<Instant>,
    /// The response times promised.
    #[serde(default)]
    pub promises: Vec<Promise>,
}

/// Which way a message went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// The party wrote to us.
    In,
    /// We wrote to the party.
    Out,
}

/// What was written or said about a ticket.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Message {
    /// Which way it went.
    pub direction: Direction,
    /// When.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub at: Instant,
    /// Who wrote.
    pub from: String,
    /// To whom.
    pub to: String,
    /// What.
    pub text: String,
    /// A machine wrote it: it is no reply of a human.
    #[serde(default)]
    pub automatic: bool,
    /// It answers the question.
    #[serde(default)]
    pub useful: bool,
    /// Name of the e-mail file it came from.
    #[serde(default)]
    pub file: Option<String>,
}

/// A date of a ticket that does not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TicketError {
    /// This lies before the opening.
    BeforeOpening(TicketField),
    /// This lies in the future.
    InTheFuture(TicketField),
    /// The useful answer lies before the first reply that was entered.
    AnswerBeforeReply,
    /// The solution lies before the answer that was entered.
    SolvedBeforeAnswer,
}

/// A date of a ticket or message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TicketField {
    /// When it was asked.
    Opened,
    /// First human reply.
    FirstReply,
    /// First useful answer.
    FirstAnswer,
    /// Solved.
    Solved,
    /// The event of a promise, by its position.
    Happened(usize),
}

/// When the stages of a ticket were reached.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stages {
    /// First reply of a human.
    pub reply: Option<Instant>,
    /// First useful answer.
    pub answer: Option<Instant>,
    /// Solved.
    pub solved: Option<Instant>,
}

/// Who has to act next on a ticket.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum WaitsFor {
    /// We.
    Us,
    /// The party on the other side.
    Party,
}

/// How a clock stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum ClockState {
    /// It runs, and there is time left.
    Running,
    /// It runs, and the time is over.
    Overdue,
    /// It was stopped in time.
    Kept,
    /// It was stopped too late.
    Late,
    /// The calendar has no working days to count.
    Uncountable,
}

/// A clock of a ticket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// How it stands.
    pub state: ClockState,
    /// When the time is up.
    pub due: Option<DateTime<Utc>>,
    /// What stopped it.
    pub stopped: Option<Instant>,
    /// Seconds left, negative by how much it is or was late; as the target counts.
    pub left: i64,
    /// Time used until it was stopped or until now, in thousandths of the target's unit.
    pub used: Thousandths,
}

impl Ticket {
    /// Whether the dates fit each other.
    ///
    /// # Errors
    /// The first that does not.
    pub fn check(&self, now: Instant) -> Result<(), TicketError> {
        use TicketField::{FirstAnswer, FirstReply, Happened, Opened, Solved};
        if self.opened > now {
            return Err(TicketError::InTheFuture(Opened));
        }
        let events = self.promises.iter().enumerate();
        let events = events.map(|(index, promise)| (Happened(index), promise.happened));
        let stages = [
            (FirstReply, self.first_reply),
            (FirstAnswer, self.first_answer),
            (Solved, self.solved),
        ];
        for (field, at) in stages.into_iter().chain(events) {
            let Some(at) = at else { continue };
            if at < self.opened {
                return Err(TicketError::BeforeOpening(field));
            }
            if at > now {
                return Err(TicketError::InTheFuture(field));
            }
        }
        if let (Some(reply), Some(answer)) = (self.first_reply, self.first_answer)
            && answer < reply
        {
            return Err(TicketError::AnswerBeforeReply);
        }
        if let (Some(answer), Some(solved)) = (self.first_answer.or(self.first_reply), self.solved)
            && solved < answer
        {
            return Err(TicketError::SolvedBeforeAnswer);
        }
        Ok(())
    }

    /// When its stages were reached: as entered, or by the first message of the side that has to
    /// answer. What a machine wrote is no reply. A useful answer is a reply, and a solution is
    /// both.
    #[must_use]
    pub fn stages(&self, messages: &[Message]) -> Stages {
        let answers = match self.asked_by {
            AskedBy::Party => Direction::Out,
            AskedBy::Us => Direction::In,
        };
        let first = |wanted: &dyn Fn(&Message) -> bool| {
            messages
                .iter()
                .filter(|message| {
                    message.direction == answers
                        && !message.automatic
                        && message.at >= self.opened
                        && wanted(message)
                })
                .map(|message| message.at)
                .min()
        };
        let earliest = |times: [Option<Instant>; 2]| times.into_iter().flatten().min();
        let solved = self.solved;
        let answer = self.first_answer.or_else(|| first(&|message| message.useful));
        let answer = earliest([answer, solved]);
        let reply = self.first_reply.or_else(|| first(&|_| true));
        Stages { reply: earliest([reply, answer]), answer, solved }
    }

    /// Who has to act next; nobody once it is solved. While a promise is open or a useful answer is
    /// missing, that is the side that was asked, whatever else was written: its clock runs. After
    /// that it is the side that did not write last; where nothing was logged, the one that asked.
    #[must_use]
    pub fn waits_for(&self, messages: &[Message]) -> Option<WaitsFor> {
        if self.solved.is_some() {
            return None;
        }
        let (asked, asking) = match self.asked_by {
            AskedBy::Party => (WaitsFor::Us, WaitsFor::Party),
            AskedBy::Us => (WaitsFor::Party, WaitsFor::Us),
        };
        let stages = self.stages(messages);
        let open = |promise: &Promise| self.stopped(promise, stages).is_none();
        let Some(answer) = stages.answer else { return Some(asked) };
        if self.promises.iter().any(open) {
            return Some(asked);
        }
        let last = messages
            .iter()
            .filter(|message| !message.automatic && message.at >= answer)
            .max_by_key(|message| message.at);
        Some(match last.map(|message| message.direction) {
            Some(Direction::In) => WaitsFor::Us,
            Some(Direction::Out) => WaitsFor::Party,
            None => asking,
        })
    }

    /// What ended the clock of a promise.
    fn stopped(&self, promise: &Promise, stages: Stages) -> Option<Instant> {
        match promise.until {
            TicketStage::Reply => stages.reply,
            TicketStage::Answer => stages.answer,
            TicketStage::Solved => stages.solved,
            TicketStage::Event => promise.happened,
        }
    }

    /// How the clock of a promise stands in the time of the party.
    #[must_use]
    pub fn clock(
        &self,
        promise: &Promise,
        stages: Stages,
        time: &WorkingTime<'_>,
        now: DateTime<Utc>,
    ) -> Clock {
        let opened = self.opened.with_timezone(&Utc);
        let stopped = self.stopped(promise, stages);
        let end = stopped.map_or(now, |at| at.with_timezone(&Utc));
        let due = time.due(opened, promise.within);
        let late = due.is_some_and(|due| end > due);
        let state = match (due, stopped, late) {
            (None, _, _) => ClockState::Uncountable,
            (_, None, false) => ClockState::Running,
            (_, None, true) => ClockState::Overdue,
            (_, Some(_), false) => ClockState::Kept,
            (_, Some(_), true) => ClockState::Late,
        };
        Clock {
            state,
            due,
            stopped,
            left: due.map_or(0, |due| time.left(end, due, promise.within)),
            used: time.used(opened, end, promise.within),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Zone;

    fn at(text: &str) -> Instant {
        DateTime::parse_from_rfc3339(text).unwrap()
    }

    /// Asked by the buyer in Hamburg on Friday at 15:00.
    fn ticket() -> Ticket {
        Ticket {
            party: PartyRole::Buyer,
            asked_by: AskedBy::Party,
            subject: "Foundation drawing".to_owned(),
            kind: "cm-quote-pack".to_owned(),
            opened: at("2026-11-20T15:00:00+01:00"),
            first_reply: None,
            first_answer: None,
            solved: None,
            promises: vec![Promise {
                measure: "first-reply".to_owned(),
                within: Target::BusinessHours(8),
                until: TicketStage::Reply,
                happened: None,
            }],
        }
    }

    fn message(direction: Direction, when: &str) -> Message {
        Message {
            direction,
            at: at(when),
            from: String::new(),
            to: String::new(),
            text: "…".to_owned(),
            automatic: false,
            useful: false,
            file: None,
        }
    }

    fn clock(ticket: &Ticket, messages: &[Message], now: &str) -> Clock {
        let time = WorkingTime::new(Zone::named("Europe/Berlin").unwrap(), None);
        let now = at(now).with_timezone(&Utc);
        ticket.clock(&ticket.promises[0], ticket.stages(messages), &time, now)
    }

    #[test]
    fn a_ticket_waits_for_who_was_asked_until_it_is_answered_then_for_who_did_not_write_last() {
        let mut ticket = ticket();
        assert_eq!(ticket.waits_for(&[]), Some(WaitsFor::Us), "the buyer asked");
        // A reply without an answer stops a clock and settles nothing.
        let reply = message(Direction::Out, "2026-11-23T09:00:00+01:00");
        assert_eq!(ticket.waits_for(std::slice::from_ref(&reply)), Some(WaitsFor::Us));
        let mut answer = message(Direction::Out, "2026-11-23T15:00:00+01:00");
        answer.useful = true;
        let mut said = vec![reply, answer];
        assert_eq!(ticket.waits_for(&said), Some(WaitsFor::Party), "the buyer has to look at it");
        let mut away = message(Direction::In, "2026-11-23T15:00:05+01:00");
        away.automatic = true;
        said.push(away);
        assert_eq!(ticket.waits_for(&said), Some(WaitsFor::Party), "no human wrote that");
        said.push(message(Direction::In, "2026-11-24T08:00:00+01:00"));
        assert_eq!(ticket.waits_for(&said), Some(WaitsFor::Us), "the buyer asks on");
        ticket.solved = Some(at("2026-11-24T09:00:00+01:00"));
        assert_eq!(ticket.waits_for(&said), None);
    }

    #[test]
    fn an_open_promise_keeps_a_ticket_with_who_made_it() {
        let mut ticket = ticket();
        ticket.asked_by = AskedBy::Us;
        assert_eq!(ticket.waits_for(&[]), Some(WaitsFor::Party));
        ticket.first_answer = Some(at("2026-11-23T15:00:00+01:00"));
        assert_eq!(ticket.waits_for(&[]), Some(WaitsFor::Us), "answered: we have to close it");
        ticket.promises.push(Promise {
            measure: "spare".to_owned(),
            within: Target::Hours(24),
            until: TicketStage::Event,
            happened: None,
        });
        assert_eq!(ticket.waits_for(&[]), Some(WaitsFor::Party), "the part is not on its way");
    }

    #[test]
    fn a_clock_runs_then_is_overdue_then_stops_late() {
        // Two hours on Friday, six on Monday: due on Monday at 15:00.
        let running = clock(&ticket(), &[], "2026-11-23T10:00:00+01:00");
        assert_eq!((running.state, running.left), (ClockState::Running, 5 * 3600));
        assert_eq!(running.due, Some(at("2026-11-23T15:00:00+01:00").with_timezone(&Utc)));
        let overdue = clock(&ticket(), &[], "2026-11-24T10:00:00+01:00");
        assert_eq!((overdue.state, overdue.left), (ClockState::Overdue, -3 * 3600));
        let answered = [message(Direction::Out, "2026-11-23T16:00:00+01:00")];
        let late = clock(&ticket(), &answered, "2026-12-24T10:00:00+01:00");
        assert_eq!((late.state, late.left, late.used), (ClockState::Late, -3600, 9000));
        let answered = [message(Direction::Out, "2026-11-23T21:00:00+08:00")];
        let kept = clock(&ticket(), &answered, "2026-12-24T10:00:00+01:00");
        assert_eq!((kept.state, kept.left, kept.used), (ClockState::Kept, 3600, 7000));
    }

    #[test]
    fn an_answer_at_the_due_instant_is_in_time() {
        let exact = [message(Direction::Out, "2026-11-23T15:00:00+01:00")];
        assert_eq!(clock(&ticket(), &exact, "2026-12-01T00:00:00Z").state, ClockState::Kept);
        let over = [message(Direction::Out, "2026-11-23T15:00:01+01:00")];
        assert_eq!(clock(&ticket(), &over, "2026-12-01T00:00:00Z").state, ClockState::Late);
    }

    #[test]
    fn an_automatic_reply_stops_nothing() {
        let mut robot = message(Direction::Out, "2026-11-20T15:00:05+01:00");
        robot.automatic = true;
        let human = message(Direction::Out, "2026-11-23T09:30:00+01:00");
        let stages = ticket().stages(&[robot.clone(), human.clone()]);
        assert_eq!(stages.reply, Some(human.at));
        assert_eq!(ticket().stages(&[robot]).reply, None);
    }

    #[test]
    fn only_the_side_that_was_asked_can_answer() {
        let theirs = message(Direction::In, "2026-11-23T09:30:00+01:00");
        assert_eq!(ticket().stages(std::slice::from_ref(&theirs)).reply, None);
        let ours = Ticket { asked_by: AskedBy::Us, ..ticket() };
        assert_eq!(ours.stages(std::slice::from_ref(&theirs)).reply, Some(theirs.at));
        let before = message(Direction::In, "2026-11-20T14:59:00+01:00");
        assert_eq!(ours.stages(&[before]).reply, None, "written before the question");
    }

    #[test]
    fn a_useful_answer_is_a_reply_and_a_solution_is_both() {
        let mut useful = message(Direction::Out, "2026-11-24T09:30:00+01:00");
        useful.useful = true;
        let mut later = ticket();
        later.solved = Some(at("2026-11-25T09:30:00+01:00"));
        let stages = later.stages(std::slice::from_ref(&useful));
        assert_eq!((stages.reply, stages.answer), (Some(useful.at), Some(useful.at)));
        let stages = later.stages(&[]);
        assert_eq!((stages.reply, stages.answer), (later.solved, later.solved));
    }

    #[test]
    fn dates_that_cannot_be_are_refused() {
        let now = at("2026-11-24T12:00:00+08:00");
        assert_eq!(ticket().check(now), Ok(()));
        let mut given = ticket();
        given.first_reply = Some(at("2026-11-20T14:00:00+01:00"));
        let expected = TicketError::BeforeOpening(TicketField::FirstReply);
        assert_eq!(given.check(now), Err(expected));
        // The same time on the wall in Qingdao was seven hours earlier.
        given.first_reply = Some(at("2026-11-20T15:30:00+08:00"));
        assert_eq!(given.check(now), Err(expected));
        given.first_reply = Some(at("2026-11-25T14:00:00+01:00"));
        let expected = TicketError::InTheFuture(TicketField::FirstReply);
        assert_eq!(given.check(now), Err(expected));
        given.first_reply = Some(at("2026-11-23T14:00:00+01:00"));
        given.first_answer = Some(at("2026-11-23T13:00:00+01:00"));
        assert_eq!(given.check(now), Err(TicketError::AnswerBeforeReply));
        given.first_answer = None;
        given.solved = Some(at("2026-11-23T13:00:00+01:00"));
        assert_eq!(given.check(now), Err(TicketError::SolvedBeforeAnswer));
        given.solved = None;
        given.promises[0].happened = Some(at("2026-11-01T13:00:00+01:00"));
        let expected = TicketError::BeforeOpening(TicketField::Happened(0));
        assert_eq!(given.check(now), Err(expected));
    }
}
