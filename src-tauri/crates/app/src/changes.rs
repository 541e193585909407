//! Writing: every use case that changes something goes through here.

use crate::failure::Failure;
use crate::office::App;
use crate::views::Changes;
use serde_json::Value;
use store::{Command, Table, Write};

/// What is being done, for the history.
pub(crate) struct Act<'a> {
    /// Stable code; worded in `history`.
    pub(crate) name: &'static str,
    /// What the wording needs.
    pub(crate) params: Value,
    /// The shipment concerned.
    pub(crate) shipment: Option<&'a str>,
}

impl App {
    /// One command, one transaction, one line of the history.
    pub(crate) fn act<R>(
        &mut self,
        act: &Act<'_>,
        write: impl FnOnce(&mut Write<'_>) -> Result<R, Failure>,
    ) -> Result<(R, Changes), Failure> {
        let at = self.now();
        let author = self.settings()?.author;
        let command = Command {
            author: if author.trim().is_empty() { "-" } else { &author },
            at: &at,
            name: act.name,
            params: act.params.clone(),
            shipment: act.shipment,
        };
        let committed = self.workspace.transact(&command, write)?;
        let changes = self.touched(&committed.changes)?;
        Ok((committed.value, changes))
    }

    /// Names what a change touched, and forgets what was judged before it.
    pub(crate) fn touched(&mut self, changes: &store::Changes) -> Result<Changes, Failure> {
        let mut view = Changes::default();
        let mut packs_changed = false;
        let mut calendars_changed = false;
        for row in &changes.rows {
            let key = row.key.0.first().cloned().unwrap_or_default();
            match row.table {
                Table::Evidence | Table::EvidenceFile | Table::EvidenceBin => {
                    for shipment in self.workspace.read().shipments_of_evidence(&key)? {
                        self.judged.remove(&shipment);
                    }
                }
                Table::Decision | Table::Exception => {
                    // Their key is their own id: which shipment it was is not known here.
                    self.judged.clear();
                }
                Table::OwnPack => packs_changed = true,
                // Any schedule may count its days.
                Table::Calendar => calendars_changed = true,
                // Packs are named by content; the rest is not judged.
                Table::PackText | Table::Signal | Table::Message | Table::Ticket => {}
                _ => {
                    self.judged.remove(&key);
                }
            }
            let ids = view.touched.entry(row.table.name().to_owned()).or_default();
            if !ids.contains(&key) {
                ids.push(key);
            }
        }
        if packs_changed {
            self.put_up_packs()?;
        }
        if calendars_changed {
            self.put_up_calendars()?;
        }
        self.follow_in_index(changes);
        Ok(view)
    }

    /// Puts the user's calendars in force.
    fn put_up_calendars(&mut self) -> Result<(), Failure> {
        let own = crate::office::readable_calendars(&self.workspace)?;
        self.library = self.shelf.lay_calendars(own, &self.library);
        self.judged.clear();
        Ok(())
    }

    /// Puts the packs on the shelf again, after the user's changed.
    fn put_up_packs(&mut self) -> Result<(), Failure> {
        let rows = self.workspace.read().own_packs()?;
        (self.shelf, self.library) = self.shelf.again(&rows)?;
        self.judged.clear();
        Ok(())
    }
}
