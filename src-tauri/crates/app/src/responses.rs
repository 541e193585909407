//! Response times measured over all shipments: promised against median and 90th percentile.

use crate::failure::Failure;
use crate::office::App;
use crate::stored::Frame;
use crate::views::{ResponsePeriod, ResponseRow, ResponseTimes};
use chrono::Duration;
use readiness::response::{PERIOD_DAYS, spread};
use readiness::{AskedBy, ClockState, Message, PartyRole, Target, Thousandths, Ticket};
use std::collections::BTreeMap;

/// Periods shown: about a year.
const PERIODS: usize = 4;

/// What is measured together: party, who asked, kind, measure, and the unit of the target.
type Key = (String, bool, String, String, u8);

/// What was measured.
struct Measured {
    party: String,
    role: PartyRole,
    asked_by: AskedBy,
    /// When the last of these tickets was opened, and what was promised then.
    last: (i64, Target),
    /// By period: the times used, and how many were kept.
    periods: Vec<(Vec<Thousandths>, usize)>,
    running: usize,
    overdue: usize,
}

impl App {
    /// The response times of all parties by measure, in periods of 90 days that end today. A time
    /// belongs to the period in which its clock was stopped.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn response_times(&self) -> Result<ResponseTimes, Failure> {
        let now = self.instant();
        let mut frames: BTreeMap<String, Frame> = BTreeMap::new();
        for row in self.workspace.read().shipments::<Frame>()? {
            frames.insert(row.id, row.data);
        }
        let mut measured: BTreeMap<Key, Measured> = BTreeMap::new();
        for row in self.workspace.read().all_tickets::<Ticket>()? {
            let Some(frame) = frames.get(&row.shipment_id) else { continue };
            let ticket = row.data;
            let said: Vec<Message> =
                self.messages_of(&row.id)?.into_iter().map(|view| view.message).collect();
            let stages = ticket.stages(&said);
            let time = self.time_of(frame, ticket.party, now)?;
            let name =
                frame.order.parties.get(&ticket.party).map(|party| party.name.trim().to_owned());
            let name = name.unwrap_or_default();
            for promise in &ticket.promises {
                let clock = ticket.clock(promise, stages, &time.working(), now.to_utc());
                let party = match name.as_str() {
                    "" => format!("{:?}", ticket.party),
                    name => name.to_lowercase(),
                };
                let unit = match promise.within {
                    Target::BusinessHours(_) => 0,
                    Target::WorkingDays(_) => 1,
                    Target::Hours(_) => 2,
                };
                let asked_us = ticket.asked_by == AskedBy::Party;
                let key = (party, asked_us, ticket.kind.clone(), promise.measure.clone(), unit);
                let opened = ticket.opened.timestamp();
                let entry = measured.entry(key).or_insert_with(|| Measured {
                    party: name.clone(),
                    role: ticket.party,
                    asked_by: ticket.asked_by,
                    last: (opened, promise.within),
                    periods: vec![(Vec::new(), 0); PERIODS],
                    running: 0,
                    overdue: 0,
                });
                if opened >= entry.last.0 {
                    entry.last = (opened, promise.within);
                }
                match clock.state {
                    ClockState::Running => entry.running += 1,
                    ClockState::Overdue => {
                        entry.running += 1;
                        entry.overdue += 1;
                    }
                    ClockState::Uncountable => {}
                    ClockState::Kept | ClockState::Late => {
                        let Some(stopped) = clock.stopped else { continue };
                        let day = stopped.with_timezone(now.offset()).date_naive();
                        let ago = (now.date_naive() - day).num_days() / PERIOD_DAYS;
                        let period =
                            usize::try_from(ago).ok().and_then(|ago| entry.periods.get_mut(ago));
                        if let Some((times, kept)) = period {
                            times.push(clock.used);
                            *kept += usize::from(clock.state == ClockState::Kept);
                        }
                    }
                }
            }
        }
        let period = |ago: i64, (times, kept): (Vec<Thousandths>, usize)| ResponsePeriod {
            from: (now - Duration::days(PERIOD_DAYS * (ago + 1) - 1)).date_naive(),
            to: (now - Duration::days(PERIOD_DAYS * ago)).date_naive(),
            spread: spread(times),
            kept,
        };
        let rows = measured
            .into_iter()
            .map(|((_, _, kind, measure, _), found)| ResponseRow {
                party: found.party,
                role: wording::role(found.role),
                asked_by: found.asked_by,
                kind: self.material_title(&kind),
                title: self.measure_title(&kind, &measure),
                promised: found.last.1,
                periods: (0..).zip(found.periods).map(|(ago, one)| period(ago, one)).collect(),
                running: found.running,
                overdue: found.overdue,
            })
            .collect();
        Ok(ResponseTimes { period_days: PERIOD_DAYS, rows })
    }
}
