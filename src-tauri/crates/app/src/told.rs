//! What calendar files have told, so that a later one cancels what is no longer there.
//!
//! Each calendar has a memory of its own: that of a shipment, that of all open ones, and that of
//! each party's list, whose reader may have seen nothing else. It is filled once the file is
//! written, not when it is made: a file that nobody has needs no cancelling. A cancelled event is
//! told in every later file for a year, since nobody knows which of them is imported.

use crate::failure::Failure;
use crate::office::App;
use crate::party_list::ListFile;
use chrono::{Days, NaiveDate};
use readiness::Evidence;
use report::{Agenda, Cancelled, Entry};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use store::CalendarEventRow;

/// For how long after its last day a cancelled event is told.
const TELL_CANCELLED_DAYS: u64 = 366;

/// Which calendar.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Told {
    /// The shipment; empty for all open ones.
    pub(crate) shipment: String,
    /// The party's role; empty for the whole calendar.
    pub(crate) party: String,
}

/// An event as it was told last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct ToldEvent {
    /// What it is about; its UID is made of that.
    key: Vec<String>,
    title: String,
    from: NaiveDate,
    to: NaiveDate,
    cancelled: bool,
}

/// What a calendar file tells, to be remembered once it is written.
#[derive(Clone, Debug)]
pub struct Telling {
    told: Told,
    rows: Vec<CalendarEventRow<ToldEvent>>,
}

impl App {
    /// The UIDs that a calendar contained at some time and did not cancel.
    pub(crate) fn told_uids(&self, told: &Told) -> Result<BTreeSet<String>, Failure> {
        let rows =
            self.workspace.read().calendar_events::<ToldEvent>(&told.shipment, &told.party)?;
        Ok(rows.into_iter().filter(|row| !row.data.cancelled).map(|row| row.uid).collect())
    }

    /// Completes a calendar with what it has to cancel: what an earlier file of it told and this
    /// one does not, unless `stands` says of an event that it is still there.
    pub(crate) fn tell(
        &self,
        told: Told,
        agenda: &mut Agenda,
        stands: impl Fn(&[String], NaiveDate) -> Result<bool, Failure>,
    ) -> Result<Telling, Failure> {
        let read = self.workspace.read();
        agenda.after = read.last_sequence()?;
        let sequence = agenda.sequence();
        let row = |uid: String, sequence: i64, data: ToldEvent| CalendarEventRow {
            shipment_id: told.shipment.clone(),
            party: told.party.clone(),
            uid,
            sequence,
            data,
        };
        let mut rows = Vec::new();
        let mut present = BTreeSet::new();
        for entry in &agenda.entries {
            let Entry { key, title, from, to, .. } = entry;
            if present.insert(entry.uid()) {
                let (key, title, from, to) = (key.clone(), title.clone(), *from, *to);
                let data = ToldEvent { key, title, from, to, cancelled: false };
                rows.push(row(entry.uid(), sequence, data));
            }
        }
        let today = agenda.made.date_naive();
        let forgotten = today.checked_sub_days(Days::new(TELL_CANCELLED_DAYS)).unwrap_or(today);
        for before in read.calendar_events::<ToldEvent>(&told.shipment, &told.party)? {
            if present.contains(&before.uid) {
                continue;
            }
            if !before.data.cancelled && stands(&before.data.key, before.data.to)? {
                // Told by another file, or of a shipment that cannot be judged just now.
                rows.push(before);
            } else if before.data.to >= forgotten {
                let ToldEvent { title, from, to, .. } = &before.data;
                let uid = before.uid.clone();
                agenda.cancelled.push(Cancelled {
                    uid: uid.clone(),
                    title: title.clone(),
                    from: *from,
                    to: *to,
                });
                rows.push(row(uid, sequence, ToldEvent { cancelled: true, ..before.data }));
            }
        }
        Ok(Telling { told, rows })
    }

    /// Whether an expiry is still one: the document is used by a shipment and has a last day. It is
    /// one event for all shipments that use the document.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub(crate) fn expiry_stands(&self, document: &str) -> Result<bool, Failure> {
        let read = self.workspace.read();
        let Some(row) = read.evidence::<Evidence>(document)? else { return Ok(false) };
        let binned = read.bin()?.iter().any(|row| row.evidence_id == document);
        let used = !read.shipments_of_evidence(document)?.is_empty();
        Ok(used && !binned && row.data.expires.is_some())
    }

    /// Remembers what a list that has been written tells. To be called after it is on disk.
    ///
    /// # Errors
    /// The workspace cannot be written.
    pub fn list_saved(&mut self, list: &ListFile) -> Result<(), Failure> {
        if let Some(Telling { told, rows }) = &list.telling {
            self.workspace.remember_calendar(&told.shipment, &told.party, rows)?;
        }
        Ok(())
    }
}
