//! Another ship date, country or Incoterm: the difference before anything is saved.

use crate::changes::Act;
use crate::failure::Failure;
use crate::judged::Judged;
use crate::office::App;
use crate::schedule::ships_at;
use crate::views::{Changes, GateChange, WhatIf, WhatIfView};
use readiness::{Evaluation, difference};
use serde_json::json;
use std::sync::Arc;
use store::MilestoneEditRow;

impl App {
    /// What would change.
    ///
    /// # Errors
    /// A value does not fit, or the schedule could not be planned.
    pub fn what_if(&mut self, request: &WhatIf) -> Result<WhatIfView, Failure> {
        let judged = self.judge(&request.shipment, request.on)?;
        let library = Arc::clone(&judged.loaded.library);
        let before = judged.judgement();
        let mut loaded = judged.loaded.clone();
        let on = judged.on;
        let order = &mut loaded.shipment.order;
        if let Some(country) = &request.country {
            order.country = Some(country.clone());
            order.market = None;
            order.local_languages.clear();
            if let Some((field, message)) = packs::complete(order, &library).into_iter().next() {
                return Err(Failure::Field { field: field.to_owned(), message });
            }
        }
        if request.incoterm.is_some() {
            order.incoterm = request.incoterm;
        }
        if let Some(ships) = request.ships
            && let Some(index) = ships_at(&loaded, &before.schedule)
        {
            loaded.shipment.network.milestones[index].pinned_finish = Some(ships);
        }
        let rulebook = Arc::clone(&library.rulebook);
        let evaluation = Evaluation::new(rulebook, loaded.shipment.clone(), on)?;
        let other = Judged { loaded, on, evaluation };
        let after = other.judgement();
        let difference = difference(&before, &after);
        let old =
            |finding: &readiness::Finding| self.finding_view(&request.shipment, finding, &before);
        let new = |finding: &readiness::Finding| self.finding_of(&other, finding, &after);
        let title = |id: &readiness::MilestoneId| {
            other
                .loaded
                .shipment
                .network
                .milestones
                .iter()
                .find(|milestone| milestone.id == *id)
                .map(|milestone| milestone.title.clone())
                .unwrap_or_default()
        };
        Ok(WhatIfView {
            added: difference.added.iter().map(new).collect(),
            removed: difference.removed.iter().filter_map(old).collect(),
            changed: difference
                .changed
                .iter()
                .filter_map(|(before, after)| Some((old(before)?, new(after))))
                .collect(),
            gates: difference
                .gates
                .iter()
                .map(|gate| GateChange {
                    title: title(&gate.milestone),
                    before: gate.before,
                    after: gate.after,
                })
                .collect(),
            end_moves: difference.end_moves,
            counts: after.counts,
        })
    }

    /// Saves what was tried, as one step of the history.
    ///
    /// # Errors
    /// A value does not fit, or the workspace cannot be written; nothing is saved then.
    pub fn save_what_if(&mut self, request: &WhatIf) -> Result<Changes, Failure> {
        // What cannot be judged must not be saved.
        self.what_if(request)?;
        let judged = self.judge(&request.shipment, request.on)?;
        let library = Arc::clone(&judged.loaded.library);
        let pinned = request.ships.and_then(|ships| {
            let index = ships_at(&judged.loaded, judged.evaluation.schedule())?;
            let id = judged.loaded.shipment.network.milestones[index].id.clone();
            let mut edit = judged.loaded.edits.get(&id).cloned().unwrap_or_default();
            edit.pinned_finish = Some(ships);
            Some((id, edit))
        });
        let mut row = self.row(&request.shipment)?;
        let order = &mut row.data.order;
        let changed = request.country.is_some() || request.incoterm.is_some();
        if let Some(country) = &request.country {
            order.country = Some(country.clone());
            order.market = None;
            order.local_languages.clear();
            if let Some((field, message)) = packs::complete(order, &library).into_iter().next() {
                return Err(Failure::Field { field: field.to_owned(), message });
            }
        }
        if request.incoterm.is_some() {
            order.incoterm = request.incoterm;
        }
        let act = Act {
            name: "what-if.save",
            params: json!({
                "ships": request.ships,
                "country": request.country,
                "incoterm": request.incoterm,
            }),
            shipment: Some(&request.shipment),
        };
        let ((), changes) = self.act(&act, |write| {
            if changed {
                write.update_shipment(&row)?;
            }
            if let Some((milestone, edit)) = &pinned {
                write.put_milestone_edit(&MilestoneEditRow {
                    shipment_id: request.shipment.clone(),
                    milestone: milestone.0.clone(),
                    data: edit.clone(),
                })?;
            }
            Ok(())
        })?;
        Ok(changes)
    }
}
